import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 725:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ah: () => (/* binding */ SluiceError),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/** Every error that a user may meet has one of these codes; docs and exit codes derive from the list. */
const ERROR_CODES = {
    CONFIG_INVALID: 'the configuration or an input is wrong',
    OIDC_UNAVAILABLE: 'the CI platform gave no OIDC token',
    SERVER_UNREACHABLE: 'the grant server cannot be reached',
    SERVER_ERROR: 'the grant server failed',
    EXCHANGE_REFUSED: 'the grant server refused the token',
    APPROVAL_PENDING: 'a human must approve first',
    APPROVAL_DENIED: 'an approver said no, or nobody answered in time',
    GRANT_EXPIRED: 'the grant is over',
    CREDENTIAL_FAILED: 'the upstream credential could not be made or read',
    UPSTREAM_UNREACHABLE: 'the target cannot be reached',
    UPSTREAM_REFUSED: 'the target refused the connection or broke its protocol',
    UPSTREAM_TLS: 'the target’s TLS certificate could not be verified',
    CLIENT_PROTOCOL: 'the client broke its protocol or asked for something that is refused',
    RECORD_FAILED: 'the session record cannot be written',
    RECORD_INVALID: 'the session record does not verify',
    DAEMON_FAILED: 'the proxy process did not start, or died',
    STORE_FAILED: 'the server’s database cannot be used',
    INTERNAL: 'a bug in Sluice',
};
/**
 * An error for a person: `message` says what and where, `hint` how to fix it.
 * Neither may hold a secret, a row value or statement text.
 */
class SluiceError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'SluiceError';
        this.code = code;
        this.hint = options.hint;
    }
}
/** One line for a log or a terminal: message, then the cure. */
function describe(error) {
    if (error instanceof SluiceError)
        return error.hint ? `${error.message}. ${error.hint}` : error.message;
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ Secret)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./lib/core/secret.js

/** A value that must not be printed: every implicit conversion shows a placeholder. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The value itself. Call it where it is used, never to pass it on. */
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [external_node_util_namespaceObject.inspect.custom]() {
        return '[secret]';
    }
}


/***/ }),

/***/ 214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ fields)
/* harmony export */ });
/** `at` is the object's place for messages; `fail` makes the error to throw. */
function fields(json, at, fail) {
    if (!isObject(json))
        throw fail(`${at} must be an object`);
    const unread = new Set(Object.keys(json));
    const take = (name) => {
        unread.delete(name);
        return Object.hasOwn(json, name) ? json[name] : undefined;
    };
    const reader = {
        text(name) {
            const value = take(name);
            if (typeof value !== 'string')
                throw fail(`${at}.${name} must be a string`);
            return value;
        },
        integer(name) {
            const value = take(name);
            if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
                throw fail(`${at}.${name} must be a whole number`);
            return value;
        },
        oneOf(name, choices) {
            const value = take(name);
            const found = choices.find((choice) => choice === value);
            if (found === undefined)
                throw fail(`${at}.${name} must be ${choices.join(' or ')}`);
            return found;
        },
        object: (name) => fields(take(name), `${at}.${name}`, fail),
        list(name, item) {
            const value = take(name);
            if (!Array.isArray(value))
                throw fail(`${at}.${name} must be a list`);
            return value.map((entry, index) => item(entry, `${at}.${name}[${index}]`));
        },
        record(name, item) {
            const value = take(name);
            if (!isObject(value))
                throw fail(`${at}.${name} must be an object`);
            const record = Object.create(null);
            for (const [key, entry] of Object.entries(value))
                record[key] = item(entry, `${at}.${name}.${key}`);
            return record;
        },
        optional: (name, read) => (Object.hasOwn(json, name) ? read(name) : undefined),
        end() {
            const [extra] = unread;
            if (extra !== undefined)
                throw fail(`${at}.${extra} is unknown`);
        },
    };
    return reader;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ termsFromJson)
/* harmony export */ });
/* unused harmony export termsToJson */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(828);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(802);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(214);
// Terms as JSON: the body of `GET /v1/grant` and the daemon's standard input. The password is in clear there.



function termsToJson(terms) {
    const targets = terms.targets.map((target) => ({
        ...target,
        credential: { user: target.credential.user, password: target.credential.password.reveal() },
    }));
    return JSON.parse(JSON.stringify({ ...terms, targets }));
}
/** Strict: an unknown or missing member, or a wrong type, throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function termsFromJson(json) {
    const terms = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(json, 'terms', invalid);
    const serverKey = terms.optional('serverKey', terms.text);
    const result = {
        session: terms.text('session'),
        expiresAt: time(terms, 'expiresAt'),
        claims: terms.record('claims', invalidText),
        access: terms.text('access'),
        policySha256: terms.text('policySha256'),
        targets: terms.list('targets', targetFrom),
        ...(serverKey === undefined ? {} : { serverKey }),
    };
    terms.end();
    return result;
}
function targetFrom(json, at) {
    const target = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(json, at, invalid);
    const database = target.optional('database', target.text);
    const credential = target.object('credential');
    const result = {
        name: target.text('name'),
        protocol: target.text('protocol'),
        host: target.text('host'),
        port: target.integer('port'),
        ...(database === undefined ? {} : { database }),
        tls: tlsFrom(target.object('tls')),
        credential: { user: credential.text('user'), password: new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(credential.text('password')) },
        guard: guardFrom(target.object('guard')),
        masks: masksFrom(target.object('masks')),
        limits: limitsFrom(target.object('limits')),
    };
    credential.end();
    target.end();
    return result;
}
function tlsFrom(tls) {
    const ca = tls.optional('ca', tls.text);
    const serverName = tls.optional('serverName', tls.text);
    const result = {
        mode: tls.oneOf('mode', ['disable', 'require', 'verify-ca', 'verify-full']),
        ...(ca === undefined ? {} : { ca }),
        ...(serverName === undefined ? {} : { serverName }),
    };
    tls.end();
    return result;
}
function guardFrom(guard) {
    const result = {
        name: guard.text('name'),
        mode: guard.oneOf('mode', ['enforce', 'observe']),
        rules: guard.record('rules', (value, at) => choice(value, at, ['warn', 'hold', 'block'])),
        allow: guard.list('allow', (item, at) => {
            const entry = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid);
            const allowed = { rule: entry.text('rule'), relations: entry.list('relations', invalidText) };
            entry.end();
            return allowed;
        }),
    };
    guard.end();
    return result;
}
const MASKS = ['redact', 'partial', 'hash', 'null'];
function masksFrom(masks) {
    const result = {
        columns: masks.list('columns', (item, at) => {
            const column = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid);
            const mask = { pattern: column.text('pattern'), mask: column.oneOf('mask', MASKS) };
            column.end();
            return mask;
        }),
        detect: masks.list('detect', invalidText),
    };
    masks.end();
    return result;
}
const OPTIONAL_LIMITS = [
    'statementTimeout',
    'lockTimeout',
    'idleInTransactionTimeout',
    'rows',
    'bytes',
];
function limitsFrom(limits) {
    const set = {};
    for (const name of OPTIONAL_LIMITS) {
        const value = limits.optional(name, limits.integer);
        if (value !== undefined)
            set[name] = value;
    }
    const result = { ...set, connections: limits.integer('connections') };
    limits.end();
    return result;
}
function time(from, name) {
    const value = from.text(name);
    if (Number.isNaN(Date.parse(value)))
        throw invalid(`${name} is not a time`);
    return value;
}
function choice(value, at, choices) {
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined)
        throw invalid(`${at} must be ${choices.join(' or ')}`);
    return found;
}
function invalidText(value, at) {
    if (typeof value !== 'string')
        throw invalid(`${at} must be a string`);
    return value;
}
function invalid(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `the session’s terms are malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}


/***/ }),

/***/ 921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ assemble)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(828);
// EXTERNAL MODULE: ./lib/core/secret.js + 1 modules
var secret = __nccwpck_require__(802);
// EXTERNAL MODULE: ./lib/core/terms.js
var core_terms = __nccwpck_require__(728);
;// CONCATENATED MODULE: ./lib/core/version.js
/** Kept equal to package.json by a test. */
const VERSION = '0.1.0';

;// CONCATENATED MODULE: ./lib/core/json.js
/**
 * Canonical JSON: RFC 8785 restricted to strings, safe integers, booleans, null, arrays and objects.
 * Members that are `undefined` are left out. Throws `TypeError` on anything else.
 */
function canonical(value) {
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'string')
        return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed());
    if (typeof value === 'number') {
        if (!Number.isSafeInteger(value))
            throw new TypeError(`canonical JSON holds integers only, not ${value}`);
        return String(value);
    }
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object')
        throw new TypeError(`canonical JSON cannot hold a ${typeof value}`);
    const object = value;
    const members = [];
    for (const key of Object.keys(object).sort()) {
        const member = object[key];
        if (member !== undefined)
            members.push(`${JSON.stringify(key)}:${canonical(member)}`);
    }
    return `{${members.join(',')}}`;
}

;// CONCATENATED MODULE: ./lib/recording/chain.js


const DOMAINS = {
    chunk: 'sluice-chunk-v1\0',
    receipt: 'sluice-receipt-v1\0',
    seal: 'sluice-seal-v1\0',
    sealed: 'sluice-sealed-v1\0',
};
/** Chunks are cut at event borders after this many bytes; one longer event is a chunk of its own. */
const CHUNK_BYTES = 64 * 1024;
/** The longest event line, and so the longest chunk. */
const MAX_LINE_BYTES = 1024 * 1024;
function sha256(data) {
    return (0,external_node_crypto_.hash)('sha256', data, 'hex');
}
/** `prev` of the first chunk. */
function genesis(sid) {
    return sha256(`sluice-session-v1\0${sid}`);
}
/** The chain's head after this chunk. */
function headAfter(header) {
    return sha256(DOMAINS.chunk + canonical(header));
}
function sealHash(seal) {
    return sha256(DOMAINS.seal + canonical(seal));
}
/** Ed25519 signature over domain and canonical JSON, base64url. */
function signAs(domain, value, key) {
    return (0,external_node_crypto_.sign)(null, Buffer.from(DOMAINS[domain] + canonical(value)), key).toString('base64url');
}
/** False for anything that is not exactly one signature in base64url: no second spelling verifies. */
function verifyAs(domain, value, signature, key) {
    const bytes = exactBase64url(signature, 64);
    return bytes !== undefined && (0,external_node_crypto_.verify)(null, Buffer.from(DOMAINS[domain] + canonical(value)), key, bytes);
}
/** Ed25519 public key from a JWK's `x`; undefined when it is not one. */
function publicKey(x) {
    if (exactBase64url(x, 32) === undefined)
        return undefined;
    try {
        return (0,external_node_crypto_.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    }
    catch {
        return undefined;
    }
}
/** A signing key and its public part (JWK `x`). Throws `TypeError` when the JWK is not a private Ed25519 key. */
function signingKey(jwk) {
    if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d || !jwk.x)
        throw new TypeError('the key is not a private Ed25519 JWK');
    const { kty, crv, d, x } = jwk;
    return { key: (0,external_node_crypto_.createPrivateKey)({ key: { kty, crv, d, x }, format: 'jwk' }), x };
}
/**
 * A 32-bit mark of every line, its line feed included: FNV-1a over words in two lanes, because it runs for every event
 * and a native call a line costs more.
 */
function markLines(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const marks = [];
    for (let at = 0; at < bytes.length;) {
        const newline = bytes.indexOf(10, at);
        const end = newline === -1 ? bytes.length : newline + 1;
        let one = FNV_START;
        let two = FNV_START;
        for (; at + 8 <= end; at += 8) {
            one = Math.imul(one ^ view.getInt32(at, true), FNV_PRIME);
            two = Math.imul(two ^ view.getInt32(at + 4, true), FNV_PRIME);
            // A product carries only upward; this brings it down again.
            one ^= one >>> 15;
            two ^= two >>> 15;
        }
        for (; at < end; at++)
            one = Math.imul(one ^ bytes[at], FNV_PRIME);
        marks.push((one ^ Math.imul(two, FNV_PRIME)) >>> 0);
    }
    return marks;
}
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** The marks of a chunk's lines, base64url. They are not signed: they tell a reader which line changed. */
function lineMarks(body) {
    const marks = markLines(body);
    const bytes = Buffer.allocUnsafe(marks.length * 4);
    for (const [index, mark] of marks.entries())
        bytes.writeUInt32BE(mark, index * 4);
    return bytes.toString('base64url');
}
/** A line of `chunks.jsonl`, without the line feed. */
function chunkLine(header, key, signature, body) {
    return canonical({ header, key, marks: lineMarks(body), signature });
}
/** A line of `receipts.jsonl`, without the line feed. */
function receiptLine(receipt, key, signature) {
    return canonical({ key, receipt, signature });
}
function exactBase64url(text, length) {
    const bytes = Buffer.from(text, 'base64url');
    return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined;
}

;// CONCATENATED MODULE: ./lib/recording/chunks.js

/** `emit` gets every chunk with its line for `chunks.jsonl`. */
function createChunker(sid, key, emit) {
    let parts = [];
    let size = 0;
    let n = 0;
    let bytes = 0;
    let head = genesis(sid);
    const emitChunk = (body) => {
        const header = {
            sid,
            seq: n,
            off: bytes,
            len: body.length,
            sha256: sha256(body),
            prev: head,
        };
        const signature = signAs('chunk', header, key.key);
        n++;
        bytes += body.length;
        head = headAfter(header);
        emit({ header, signature, body }, chunkLine(header, key.x, signature, body));
    };
    const cut = () => {
        if (size === 0)
            return;
        const body = parts.length === 1 ? parts[0] : Buffer.concat(parts, size);
        parts = [];
        size = 0;
        emitChunk(body);
    };
    return {
        push(lines) {
            if (lines.length < CHUNK_BYTES - size) {
                parts.push(lines);
                size += lines.length;
                return;
            }
            for (let rest = lines; rest.length > 0;) {
                const part = fitting(rest, CHUNK_BYTES - size, size === 0);
                if (part === 0)
                    cut();
                else {
                    parts.push(rest.subarray(0, part));
                    size += part;
                    rest = rest.subarray(part);
                    if (size >= CHUNK_BYTES)
                        cut();
                }
            }
        },
        cut,
        get open() {
            return size;
        },
        get n() {
            return n;
        },
        get bytes() {
            return bytes;
        },
        get head() {
            return head;
        },
    };
}
/** Length of the whole lines that fit into `room` bytes; of the first line, however long, when `always`. */
function fitting(lines, room, always) {
    if (lines.length <= room)
        return lines.length;
    const last = room > 0 ? lines.lastIndexOf(10, room - 1) + 1 : 0;
    return last === 0 && always ? lines.indexOf(10) + 1 : last;
}

;// CONCATENATED MODULE: ./lib/recording/delivery.js
// Brings chunks to the server, one at a time and in order, and knows how far it is.


function createDelivery(sid, upload, backoff, events) {
    const key = publicKey(upload.serverKey);
    if (!key)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', 'the server’s key is not an Ed25519 public key');
    let queue = [];
    let running = false;
    let stopped = false;
    let error;
    let acknowledged = -1;
    let resumedAt = -1;
    let wake = () => { };
    const waiting = [];
    const fail = (cause) => {
        if (error)
            return;
        error = cause;
        queue = [];
        for (const waiter of waiting.splice(0))
            waiter.reject(cause);
        events.failed(cause);
    };
    const pause = (ms) => new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
            clearTimeout(timer);
            resolve();
        };
    });
    /** Tries until there is an answer; undefined when stopped. */
    const persist = async (call) => {
        for (let wait = backoff.first; !stopped && !error; wait = Math.min(wait * 2, backoff.most)) {
            try {
                return await within(call(), backoff.attempt);
            }
            catch (cause) {
                if (!isTransient(cause))
                    throw cause;
                await pause(wait);
            }
        }
        return undefined;
    };
    const resume = (conflict, chunk) => {
        const { next } = conflict;
        if (conflict.sealed)
            throw refused('the server has closed this session’s record');
        // One step back for every chunk that the server lost; the same answer twice means the histories differ.
        if (next >= chunk.header.seq || next === resumedAt)
            throw refused('the server holds another history');
        const lost = [];
        for (let seq = next; seq < chunk.header.seq; seq++) {
            const stored = events.stored(seq);
            if (!stored)
                throw refused('the server lost chunks that cannot be sent again');
            lost.push(stored);
        }
        resumedAt = next;
        queue.unshift(...lost);
    };
    const accept = (answer, chunk) => {
        const { receipt, signature } = answer;
        const { sid: of, seq, head } = receipt;
        if (of !== sid || seq !== chunk.header.seq || head !== headAfter(chunk.header))
            throw refused('the server’s receipt is for something else');
        if (!verifyAs('receipt', receipt, signature, key))
            throw refused('the server’s receipt is not signed by its key');
        queue.shift();
        resumedAt = -1;
        if (seq <= acknowledged)
            return;
        acknowledged = seq;
        events.acknowledged(receiptLine(receipt, upload.serverKey, signature), chunk.header.off + chunk.header.len);
    };
    const run = async () => {
        running = true;
        try {
            for (let chunk = queue[0]; chunk && !stopped && !error; chunk = queue[0]) {
                const current = chunk;
                const answer = await persist(() => upload.chunk(current));
                if (!answer || error)
                    break;
                if ('conflict' in answer)
                    resume(answer, current);
                else
                    accept(answer, current);
            }
            if (queue.length === 0 && !error)
                for (const waiter of waiting.splice(0))
                    waiter.resolve();
        }
        catch (cause) {
            fail(cause instanceof Error ? cause : new Error(String(cause)));
        }
        finally {
            running = false;
        }
    };
    return {
        send(chunk) {
            if (error || stopped)
                return;
            queue.push(chunk);
            if (!running)
                void run();
        },
        drained: () => new Promise((resolve, reject) => {
            if (error)
                reject(error);
            else if (queue.length === 0 && !running)
                resolve();
            else
                waiting.push({ resolve, reject });
        }),
        async seal(seal, sessionKey) {
            const answer = await persist(() => upload.seal(seal));
            if (!answer)
                throw refused('the server could not be reached');
            if ('conflict' in answer)
                throw refused(answer.conflict);
            const { receipt } = answer;
            if (receipt.sid !== sid || receipt.seal !== sealHash(seal.seal) || receipt.key !== sessionKey)
                throw refused('the server’s countersignature is for another seal');
            if (!verifyAs('sealed', receipt, answer.countersignature, key))
                throw refused('the server’s countersignature is not by its key');
            return answer;
        },
        stop() {
            stopped = true;
            wake();
            for (const waiter of waiting.splice(0))
                waiter.reject(refused('the server could not be reached in time'));
        },
    };
}
function isTransient(cause) {
    return (cause instanceof errors/* SluiceError */.ah && (cause.code === 'SERVER_UNREACHABLE' || cause.code === 'SERVER_ERROR'));
}
function refused(why) {
    return new errors/* SluiceError */.ah('RECORD_FAILED', `the session record is not kept by the server: ${why}`, {
        hint: 'The local record holds everything up to here; look for this session in the server’s log',
    });
}
/** A call that hangs counts as unreachable. */
function within(call, ms) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new errors/* SluiceError */.ah('SERVER_UNREACHABLE', `the server did not answer within ${ms} ms`)), ms);
        call.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/recording/journal.js
// The record's files on the local disk. Every write is synchronous: what returned survives this process.



const FILES = {
    session: 'session.jsonl',
    chunks: 'chunks.jsonl',
    receipts: 'receipts.jsonl',
    seal: 'seal.json',
};
/** Opens a new record. Throws RECORD_FAILED when the directory cannot be used or already holds one. */
function openJournal(dir, write = (fd, data, offset) => (0,external_node_fs_.writeSync)(fd, data, offset)) {
    const fds = [];
    const guard = (what, act) => {
        try {
            return act();
        }
        catch (cause) {
            throw failure(dir, what, cause);
        }
    };
    const open = (name) => {
        const fd = (0,external_node_fs_.openSync)((0,external_node_path_.join)(dir, name), 'wx+', 0o600);
        fds.push(fd);
        return { fd, size: 0 };
    };
    const [session, chunks, receipts] = guard('be created', () => {
        (0,external_node_fs_.mkdirSync)(dir, { recursive: true, mode: 0o700 });
        return [open(FILES.session), open(FILES.chunks), open(FILES.receipts)];
    });
    const append = (file, data) => guard('be written', () => {
        try {
            for (let at = 0; at < data.length;)
                at += write(file.fd, data, at);
            file.size += data.length;
        }
        catch (cause) {
            takeBack(file.fd, file.size);
            throw cause;
        }
    });
    const read = (fd, off, len) => guard('be read', () => {
        const bytes = Buffer.alloc(len);
        for (let at = 0; at < len;) {
            const n = (0,external_node_fs_.readSync)(fd, bytes, at, len - at, off + at);
            if (n === 0)
                throw new Error('the file is shorter than what was written');
            at += n;
        }
        return bytes;
    });
    return {
        session: (lines) => append(session, lines),
        chunk: (line) => append(chunks, Buffer.from(`${line}\n`)),
        receipt: (line) => append(receipts, Buffer.from(`${line}\n`)),
        seal: (text) => guard('be sealed', () => (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(dir, FILES.seal), text, { flag: 'wx', mode: 0o600, flush: true })),
        read: (off, len) => read(session.fd, off, len),
        chunkLines: () => read(chunks.fd, 0, chunks.size).toString().split('\n').slice(0, -1),
        sync: () => guard('be synced', () => {
            for (const { fd } of [session, chunks, receipts])
                (0,external_node_fs_.fdatasyncSync)(fd);
        }),
        close: () => {
            for (const fd of fds.splice(0))
                closeQuietly(fd);
        },
    };
}
function takeBack(fd, size) {
    try {
        (0,external_node_fs_.ftruncateSync)(fd, size);
    }
    catch {
        // The first error says more; `verify` knows torn lines.
    }
}
function closeQuietly(fd) {
    try {
        (0,external_node_fs_.closeSync)(fd);
    }
    catch {
        // Everything that counts was written and synced before.
    }
}
function failure(dir, what, cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const hint = code === 'EEXIST'
        ? 'Each session needs a directory of its own: use an empty one'
        : 'Check that the disk has room and the directory is writable';
    return new errors/* SluiceError */.ah('RECORD_FAILED', `the session record in ${dir} could not ${what} (${code})`, {
        hint,
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/recording/line.js
// Events to lines of `session.jsonl`. The frequent types have templates with their members in canonical order.


/** Of a statement whose event would be too long. */
const KEPT_TEXT = 64 * 1024;
const KEPT_ITEMS = 1000;
function createLineWriter() {
    // Statements that are run again share the arrays of their cached analysis.
    const lists = new WeakMap();
    const list = (value) => {
        let text = lists.get(value);
        if (text === undefined) {
            text = canonical(value);
            lists.set(value, text);
        }
        return text;
    };
    const write = (event, seq, t) => {
        if (event.type === 'result')
            return resultLine(event, seq, t);
        if (event.type === 'statement')
            return statementLine(event, seq, t, list);
        if (event.type === 'execute')
            return executeLine(event, seq, t);
        return `${canonical({ ...event, v: 1, seq, t })}\n`;
    };
    return {
        line(event, seq, t) {
            const line = write(event, seq, t);
            if (line.length < MAX_LINE_BYTES / 3 || Buffer.byteLength(line) <= MAX_LINE_BYTES)
                return line;
            const cut = write(shorten(event), seq, t);
            if (Buffer.byteLength(cut) > MAX_LINE_BYTES)
                throw new TypeError(`a ${event.type} event is too long`);
            return cut;
        },
    };
}
/** The event with its long parts cut. A statement keeps the hash of its exact bytes and is marked `redacted`. */
function shorten(event) {
    switch (event.type) {
        case 'statement':
            return {
                ...event,
                text: event.text.slice(0, KEPT_TEXT),
                redacted: true,
                effects: event.effects.slice(0, KEPT_ITEMS),
                relations: event.relations.slice(0, KEPT_ITEMS),
            };
        case 'output':
            return { ...event, text: event.text.slice(0, KEPT_TEXT) };
        case 'error':
        case 'notice':
            return { ...event, message: event.message.slice(0, KEPT_TEXT) };
        default:
            return event;
    }
}
function statementLine(e, seq, t, list) {
    const observed = e.observed === undefined ? '' : `"observed":${e.observed},`;
    const prepared = e.prepared === undefined ? '' : `"prepared":${string(e.prepared)},`;
    return `{"conn":${integer(e.conn)},"effects":${list(e.effects)},"id":${integer(e.id)},${observed}${prepared}"redacted":${e.redacted},"relations":${list(e.relations)},"rules":${list(e.rules)},"seq":${seq},"sha256":${string(e.sha256)},"t":"${t}","text":${string(e.text)},"type":"statement","v":1,"verdict":"${e.verdict}"}\n`;
}
function resultLine(e, seq, t) {
    const masked = e.masked === undefined ? '' : `"masked":${canonical(e.masked)},`;
    return `{"bytes":${integer(e.bytes)},"conn":${integer(e.conn)},"id":${integer(e.id)},${masked}"ms":${integer(e.ms)},"rows":${integer(e.rows)},"seq":${seq},"t":"${t}","tag":${string(e.tag)},"type":"result","v":1}\n`;
}
function executeLine(e, seq, t) {
    return `{"conn":${integer(e.conn)},"id":${integer(e.id)},"parameters":${integer(e.parameters)},"seq":${seq},"t":"${t}","type":"execute","v":1}\n`;
}
function integer(value) {
    if (!Number.isSafeInteger(value))
        throw new TypeError(`a record holds integers only, not ${value}`);
    // `-0` has no canonical spelling of its own.
    return value === 0 ? 0 : value;
}
function string(value) {
    return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed());
}

;// CONCATENATED MODULE: ./lib/recording/options.js
const RECORD_LIMITS = {
    flushAfter: 200,
    chunkAfter: 1000,
    lagBytes: 1024 * 1024,
    lagAfter: 10_000,
    failAfter: 60_000,
    sealWithin: 10_000,
    firstRetry: 100,
    lastRetry: 5000,
    attempt: 15_000,
};

;// CONCATENATED MODULE: ./lib/recording/progress.js
function createProgress(clock, limits, overdue) {
    const flight = [];
    let written = 0;
    let safe = 0;
    /** When the oldest event that is in no chunk was written; 0 when there is none. */
    let begun = 0;
    let watch;
    let waiting = [];
    const lags = (pending, bytes) => {
        const oldest = flight[0]?.since ?? begun;
        return written + pending - safe > bytes || (oldest > 0 && clock() - oldest > limits.lagAfter);
    };
    const release = () => {
        const resumes = waiting;
        waiting = [];
        for (const resume of resumes)
            resume();
    };
    const arm = () => {
        clearTimeout(watch);
        const first = flight[0];
        watch = first && setTimeout(overdue, Math.max(0, first.since + limits.failAfter - clock()));
    };
    return {
        wrote(bytes, open) {
            written += bytes;
            if (open > 0)
                begun ||= clock();
        },
        sent(end) {
            flight.push({ end, since: begun || clock() });
            begun = 0;
            if (flight.length === 1)
                arm();
        },
        acknowledged(end) {
            safe = Math.max(safe, end);
            while (flight[0] && flight[0].end <= end)
                flight.shift();
            arm();
            // Half of the limit, so that traffic does not stop and go with every chunk.
            if (waiting.length > 0 && !lags(0, limits.lagBytes / 2))
                release();
        },
        behind: (pending) => lags(pending, limits.lagBytes),
        wait: (resume) => void waiting.push(resume),
        release,
        stop: () => clearTimeout(watch),
    };
}

;// CONCATENATED MODULE: ./lib/recording/create.js










/** Pending text is written without being asked from this size on. */
const PENDING = 64 * 1024;
/** Starts a record in `dir`. Throws RECORD_FAILED when it cannot be written. */
function createRecorder(options) {
    return new FileRecorder(options);
}
class FileRecorder {
    #session;
    #key;
    #limits;
    #clock;
    #journal;
    #chunker;
    #progress;
    #upload;
    #delivery;
    #digest = (0,external_node_crypto_.createHash)('sha256');
    #writer = createLineWriter();
    #seq = 0;
    #pending = '';
    #now = 0;
    #time = '';
    #flushTimer;
    #chunkTimer;
    /** Why the session must end: the server or the local disk. */
    #failure;
    /** The local files take nothing any more: they failed, or are sealed. */
    #closed = false;
    #handlers = [];
    #sealing;
    constructor({ dir, session, key, upload, clock = () => new Date(), limits, write }) {
        this.#session = session;
        this.#key = signingKey(key);
        this.#clock = clock;
        this.#limits = { ...RECORD_LIMITS, ...limits };
        this.#upload = upload;
        this.#progress = createProgress(() => clock().getTime(), this.#limits, () => this.#fail(overdue(this.#limits.failAfter)));
        this.#delivery = upload && this.#deliver(upload);
        this.#journal = openJournal(dir, write);
        this.#chunker = createChunker(session, this.#key, (chunk, line) => this.#chunk(chunk, line));
    }
    append(event) {
        const seq = this.#seq;
        if (this.#closed)
            return seq;
        this.#pending += this.#writer.line(event, seq, this.#timestamp());
        this.#seq = seq + 1;
        if (this.#pending.length > PENDING)
            this.#write();
        else
            this.#flushTimer ??= setTimeout(this.#flushLate, this.#limits.flushAfter);
        return seq;
    }
    /** One timer for as long as it takes to come up: to set and clear one for each statement costs more than the write. */
    #flushLate = () => {
        this.#flushTimer = undefined;
        this.#write();
    };
    flush() {
        this.#write();
        if (this.#failure)
            throw this.#failure;
    }
    lagging(resume) {
        if (!this.#upload || this.#failure || !this.#progress.behind(this.#pending.length))
            return false;
        this.#progress.wait(resume);
        return true;
    }
    onFailure(handler) {
        this.#handlers.push(handler);
        if (this.#failure)
            this.#announce(this.#failure);
    }
    seal(event) {
        this.#sealing ??= this.#close(event);
        return this.#sealing;
    }
    #timestamp() {
        const now = this.#clock().getTime();
        if (now !== this.#now) {
            this.#now = now;
            this.#time = new Date(now).toISOString();
        }
        return this.#time;
    }
    /** Writes what is pending. Goes on after the server was lost: the local record then still tells the end. */
    #write() {
        if (this.#closed || this.#pending === '')
            return;
        const lines = Buffer.from(this.#pending);
        this.#pending = '';
        this.#locally(() => {
            this.#journal.session(lines);
            this.#progress.wrote(lines.length, lines.length);
            this.#chunker.push(lines);
            this.#progress.wrote(0, this.#chunker.open);
            if (this.#chunker.open > 0)
                this.#chunkTimer ??= setTimeout(() => this.#locally(() => this.#chunker.cut()), this.#limits.chunkAfter);
        });
    }
    #chunk(chunk, line) {
        this.#journal.chunk(line);
        this.#digest.update(chunk.body);
        clearTimeout(this.#chunkTimer);
        this.#chunkTimer = undefined;
        if (!this.#delivery)
            return;
        this.#progress.sent(chunk.header.off + chunk.header.len);
        this.#delivery.send(chunk);
    }
    #deliver(upload) {
        const { firstRetry: first, lastRetry: most, attempt } = this.#limits;
        return createDelivery(this.#session, upload, { first, most, attempt }, {
            acknowledged: (line, end) => {
                this.#locally(() => this.#journal.receipt(line));
                this.#progress.acknowledged(end);
            },
            failed: (error) => this.#fail(error),
            stored: (seq) => this.#stored(seq),
        });
    }
    /** Reads a chunk back from the files. */
    #stored(seq) {
        const line = this.#journal.chunkLines()[seq];
        if (line === undefined)
            return undefined;
        const { header, signature } = JSON.parse(line);
        return { header, signature, body: this.#journal.read(header.off, header.len) };
    }
    /** Does something to the local files; when that fails nothing more is written to them. */
    #locally(act) {
        if (this.#closed)
            return;
        try {
            act();
        }
        catch (error) {
            this.#closed = true;
            this.#fail(error);
        }
    }
    #fail(cause) {
        if (this.#failure)
            return;
        this.#failure = cause instanceof Error ? cause : new Error(String(cause));
        this.#progress.stop();
        this.#announce(this.#failure);
        this.#progress.release();
    }
    #announce(error) {
        for (const handler of this.#handlers.splice(0))
            handler(error);
    }
    async #close(event) {
        try {
            this.append(event);
            this.#write();
            this.#locally(() => this.#chunker.cut());
            this.#locally(() => this.#journal.sync());
            if (this.#closed)
                throw this.#failure;
            const { n, bytes, head } = this.#chunker;
            const seal = {
                sid: this.#session,
                n,
                bytes,
                head,
                sha256: this.#digest.digest('hex'),
                reason: event.reason,
            };
            const signature = signAs('seal', seal, this.#key.key);
            const server = await this.#countersign(seal, signature);
            const kept = server ? 'server' : 'local';
            const keys = { key: this.#key.x, server_key: server && this.#upload?.serverKey };
            this.#journal.seal(`${canonical({ v: 1, kept, seal, signature, ...keys, ...server })}\n`);
            return { session: seal.sid, chunks: n, bytes, head, reason: seal.reason, sha256: seal.sha256, kept };
        }
        finally {
            this.#end();
        }
    }
    /** The server's countersignature, or nothing when it could not be had in time: the record is then kept locally. */
    async #countersign(seal, signature) {
        const delivery = this.#delivery;
        if (!delivery || this.#failure)
            return undefined;
        const timer = setTimeout(() => delivery.stop(), this.#limits.sealWithin);
        try {
            await delivery.drained();
            return await delivery.seal({ seal, signature }, this.#key.x);
        }
        catch {
            return undefined;
        }
        finally {
            clearTimeout(timer);
        }
    }
    #end() {
        this.#delivery?.stop();
        this.#progress.stop();
        clearTimeout(this.#flushTimer);
        clearTimeout(this.#chunkTimer);
        this.#closed = true;
        this.#failure ??= new errors/* SluiceError */.ah('RECORD_FAILED', 'the session record is closed');
        this.#progress.release();
        this.#journal.close();
    }
}
function overdue(ms) {
    return new errors/* SluiceError */.ah('RECORD_FAILED', `the server has not acknowledged the session record for ${Math.round(ms / 1000)} s`, { hint: 'Check that the server is up and can be reached from the runner' });
}

;// CONCATENATED MODULE: ./lib/sql/cache.js
/**
 * Analyses by exact text, bounded in bytes. Two generations: what is asked for again moves to the young one, and when
 * that has half of the bytes, the old one goes. (One Map in order of use costs 20 µs a hit once it is full: V8 copies
 * the table over and over.)
 */
class AnalysisCache {
    #limit;
    #young = new Map();
    #old = new Map();
    #bytes = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    /** The very object that was put in. */
    get(text) {
        const found = this.#young.get(text);
        if (found !== undefined)
            return found;
        const kept = this.#old.get(text);
        if (kept !== undefined)
            this.put(text, kept);
        return kept;
    }
    put(text, analysis) {
        const cost = costOf(text, analysis);
        // One huge text must not push out all the others.
        if (cost > this.#limit / 8)
            return;
        if (this.#bytes + cost > this.#limit / 2) {
            this.#old = this.#young;
            this.#young = new Map();
            this.#bytes = 0;
        }
        this.#young.set(text, analysis);
        this.#bytes += cost;
    }
}
/** About the heap an entry holds: two bytes a character and the objects of the analysis. */
function costOf(text, { effects, relations, outputs, flows }) {
    const listed = 200 * (outputs?.length ?? 0) + 200 * (flows?.length ?? 0);
    return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + listed;
}

;// CONCATENATED MODULE: ./lib/sql/literals.js
const LONGEST = 8 * 1024;
/** Stand for a number and a string; no text that is analysed holds a NUL. */
const NUMBER = '\0n';
const STRING = '\0s';
const QUOTE = 0x27;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;
const isDigit = (code) => code >= 0x30 && code <= 0x39;
const isWord = (code) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || isDigit(code);
/**
 * The text with its constants taken out, undefined when it has none that can be told. Where this reads a text otherwise
 * than the server does (comments, `E''`, `$$`, `1e5`), what makes the difference stays in the key, and `SHAPES` knows none of it.
 */
function keyOf(text) {
    if (text.length > LONGEST)
        return undefined;
    let key = '';
    let kept = 0;
    for (let at = 0; at < text.length;) {
        const code = text.charCodeAt(at);
        let end = at + 1;
        if (code === QUOTE) {
            end = stringEnd(text, at);
            if (end === -1)
                return undefined;
            key += text.slice(kept, at) + STRING;
            kept = end;
        }
        else if (code === DOUBLE) {
            end = text.indexOf('"', at + 1) + 1;
            if (end === 0)
                return undefined;
        }
        else if (isDigit(code)) {
            end = numberEnd(text, at);
            key += text.slice(kept, at) + NUMBER;
            kept = end;
        }
        else if (isWord(code)) {
            while (end < text.length && isWord(text.charCodeAt(end)))
                end++;
        }
        at = end;
    }
    return kept === 0 ? undefined : key + text.slice(kept);
}
/** A backslash may mean something, depending on a setting: then -1. */
function stringEnd(text, start) {
    for (let at = start + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === BACKSLASH)
            return -1;
        if (code !== QUOTE)
            continue;
        if (text.charCodeAt(at + 1) !== QUOTE)
            return at + 1;
        at++;
    }
    return -1;
}
function numberEnd(text, start) {
    let at = start;
    while (isDigit(text.charCodeAt(at)))
        at++;
    if (text.charCodeAt(at) !== 0x2e || !isDigit(text.charCodeAt(at + 1)))
        return at;
    at++;
    while (isDigit(text.charCodeAt(at)))
        at++;
    return at;
}
/** As the server has it: other spaces are letters to it. */
const GAP = '[ \\t\\r\\n]';
const NAME = '(?:[a-z_][a-z0-9_]*|"[^"]+")(?:\\.(?:[a-z_][a-z0-9_]*|"[^"]+")){0,2}';
/** Words that are values themselves: `true = 't'` depends on its constant. */
const VALUES = '(?:true|false|null|default|user|current_[a-z]+|session_user|system_user|localtime|localtimestamp|row|array|case|not|all|any|some|interval|date|time|timestamp)';
const COLUMN = `(?!${VALUES}\\b)${NAME}`;
const CONSTANT = '\\0[ns]';
const ITEM = `(?:-?\\0n|\\0s|null|true|false|default)`;
const list = (item) => `${item}(?:${GAP}*,${GAP}*${item})*`;
const ROW = `\\(${GAP}*${list(ITEM)}${GAP}*\\)`;
const EQUAL = `${COLUMN}${GAP}*=${GAP}*${CONSTANT}`;
const WHERE = `${GAP}+where${GAP}+${EQUAL}(?:${GAP}+and${GAP}+${EQUAL})*`;
const SHAPES = new RegExp(`^${GAP}*(?:${[
    `select${GAP}+(?:\\*|${list(NAME)})${GAP}+from${GAP}+${NAME}${WHERE}`,
    `insert${GAP}+into${GAP}+${NAME}(?:${GAP}*\\(${GAP}*${list(NAME)}${GAP}*\\))?${GAP}*values${GAP}*${list(ROW)}`,
    `update${GAP}+${NAME}${GAP}+set${GAP}+${list(`${COLUMN}${GAP}*=${GAP}*(?:${ITEM})`)}${WHERE}`,
    `delete${GAP}+from${GAP}+${NAME}${WHERE}`,
].join('|')})${GAP}*;?${GAP}*$`, 'i');
const PLAIN = new Set(['read', 'insert', 'update', 'delete']);
/** True when every text with this key has this analysis. */
function sharable(key, { effects, count, changes, copy, flows }) {
    if (count !== 1 || copy || flows || changes.schema || changes.resolution || changes.temporary)
        return false;
    return effects.every(({ action }) => PLAIN.has(action)) && SHAPES.test(key);
}

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./lib/sql/offload.js
// Runs analyses in a worker thread, one at a time, under a watchdog. A worker that failed is thrown away.

class Offload {
    #options;
    #queue = [];
    #worker;
    #current;
    #timer;
    #closed = false;
    constructor(options) {
        this.#options = options;
    }
    run(text) {
        return new Promise((done) => {
            if (this.#closed)
                return done('closed');
            this.#queue.push({ text, done });
            this.#next();
        });
    }
    async close() {
        this.#closed = true;
        for (const task of this.#queue.splice(0))
            task.done('closed');
        this.#finish('closed');
        await this.#discard();
    }
    #next() {
        if (this.#current)
            return;
        const task = this.#queue.shift();
        if (!task) {
            this.#worker?.unref();
            return;
        }
        this.#current = task;
        this.#worker ??= this.#start();
        this.#worker.ref();
        this.#timer = setTimeout(() => this.#fail('too slow'), this.#options.timeout);
        this.#worker.postMessage(task.text);
    }
    #start() {
        const { worker: file, stackSizeMb } = this.#options;
        const worker = new external_node_worker_threads_namespaceObject.Worker(file, { resourceLimits: { stackSizeMb }, env: {}, execArgv: [], stdin: false });
        worker.on('message', (message) => {
            if (worker !== this.#worker || message.ready)
                return;
            if (message.analysis)
                this.#finish(message.analysis);
            else
                this.#fail('too deep');
        });
        worker.on('error', () => worker === this.#worker && this.#fail('too deep'));
        worker.on('exit', () => worker === this.#worker && this.#fail('too deep'));
        return worker;
    }
    #fail(reason) {
        void this.#discard();
        this.#finish(reason);
    }
    #finish(result) {
        clearTimeout(this.#timer);
        const task = this.#current;
        this.#current = undefined;
        task?.done(result);
        if (!this.#closed)
            this.#next();
    }
    async #discard() {
        const worker = this.#worker;
        this.#worker = undefined;
        await worker?.terminate();
    }
}

;// CONCATENATED MODULE: ./lib/sql/shape.js
// A look at the bytes before the parser sees them: deep nesting spoils a parser instance for good.
const INLINE_LENGTH = 20_000;
const INLINE_DEPTH = 60;
const INLINE_CHAIN = 300;
const WORKER_DEPTH = 1_000;
const WORKER_CHAIN = 200_000;
const OPEN = 1;
const CLOSE = 2;
const OPERATOR = 3;
/** By character code; a look-up in a Set would cost more than the cache saves. */
const KINDS = new Uint8Array(128);
for (const [characters, kind] of [
    ['([{', OPEN],
    [')]}', CLOSE],
    ['+-*/<>=~!@#%^&|`?:.', OPERATOR],
])
    for (const character of characters)
        KINDS[character.charCodeAt(0)] = kind;
/**
 * Counts without a lexer, so literals and comments count too: that only sends a text to the worker for nothing.
 * A chain is what nests without brackets: operators, NOT, UNION, JOIN, CASE, COLLATE and their kin.
 */
function shapeOf(text) {
    let depth = 0;
    let deepest = 0;
    let chain = 0;
    for (let index = 0; index < text.length; index++) {
        const kind = KINDS[text.charCodeAt(index)];
        if (kind === OPEN) {
            depth++;
            if (depth > deepest)
                deepest = depth;
        }
        else if (kind === CLOSE)
            depth = depth > 0 ? depth - 1 : 0;
        else if (kind === OPERATOR)
            chain++;
    }
    if (deepest > WORKER_DEPTH || chain > WORKER_CHAIN)
        return 'deep';
    if (text.length > INLINE_LENGTH || deepest > INLINE_DEPTH)
        return 'worker';
    return chain + words(text) > INLINE_CHAIN ? 'worker' : 'inline';
}
const WORDS = /\b(?:not|and|or|is|isnull|notnull|union|except|intersect|join|case|collate|at|between|like|ilike|similar|in|begin|if|loop|elsif|over)\b/gi;
function words(text) {
    // Shorter texts cannot hold enough words to matter.
    return text.length < 3 * INLINE_CHAIN ? 0 : (text.match(WORDS)?.length ?? 0);
}
/** Why no server may be shown this text; undefined when it is fine. The parser would stop at a NUL, the server might not. */
function malformed(text) {
    if (text.includes('\0'))
        return 'the text holds a NUL';
    if (!text.isWellFormed())
        return 'the text is not valid Unicode';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/sql/create.js




/** An analyser for PostgreSQL. Loads its parser on the first statement, or at `warm()`. */
function createAnalyser(options) {
    const cache = new AnalysisCache(options.cacheBytes ?? 16 * 1024 * 1024);
    /** By text without its constants; see literals.ts. */
    const alike = new AnalysisCache((options.cacheBytes ?? 16 * 1024 * 1024) / 4);
    const maxLength = options.maxLength ?? 16 * 1024 * 1024;
    const offload = new Offload({
        worker: options.worker,
        stackSizeMb: options.stackSizeMb ?? 32,
        timeout: options.timeout ?? 15_000,
    });
    const running = new Map();
    let engine;
    let loading;
    const load = () => {
        loading ??= loadEngine().then((loaded) => {
            engine = loaded;
            return loaded;
        });
        return loading;
    };
    const inline = (text, { parser, analyse }) => {
        const key = keyOf(text);
        const known = key === undefined ? undefined : alike.get(key);
        if (known)
            return known;
        const analysis = analyse(parser, text);
        if (key !== undefined && sharable(key, analysis))
            alike.put(key, analysis);
        else
            cache.put(text, analysis);
        return analysis;
    };
    const later = async (text) => {
        try {
            const loaded = engine ?? (await load());
            if (!loaded.spoilt && shapeOf(text) === 'inline')
                return tryInline(text, loaded);
            const result = await offload.run(text);
            if (typeof result === 'string')
                return unanalysed(FAILURES[result]);
            cache.put(text, result);
            return result;
        }
        catch {
            return unanalysed('the parser could not be used');
        }
    };
    const tryInline = (text, loaded) => {
        try {
            return inline(text, loaded);
        }
        catch {
            loaded.spoilt = true;
            return unanalysed(FAILURES['too deep']);
        }
    };
    return {
        analyse(text) {
            const known = cache.get(text);
            if (known)
                return known;
            const wrong = malformed(text) ?? (text.length > maxLength ? 'the text is too long to be analysed' : undefined);
            if (wrong)
                return unanalysed(wrong);
            const shape = shapeOf(text);
            if (shape === 'deep')
                return unanalysed(FAILURES['too deep']);
            if (engine && !engine.spoilt && shape === 'inline')
                return tryInline(text, engine);
            const pending = running.get(text);
            if (pending)
                return pending;
            const promise = later(text).finally(() => running.delete(text));
            running.set(text, promise);
            return promise;
        },
        async warm() {
            await load();
        },
        close: () => offload.close(),
    };
}
async function loadEngine() {
    const [{ loadParser }, { analyseText }] = await Promise.all([__nccwpck_require__.e(/* import() */ 745).then(__nccwpck_require__.bind(__nccwpck_require__, 745)), __nccwpck_require__.e(/* import() */ 900).then(__nccwpck_require__.bind(__nccwpck_require__, 900))]);
    return { parser: await loadParser(), analyse: analyseText, spoilt: false };
}
const FAILURES = {
    'too deep': 'the text is nested too deeply to be analysed',
    'too slow': 'the text took too long to analyse',
    closed: 'the session is over',
};
/** Nothing is known, so anything may change. */
function unanalysed(detail) {
    return {
        effects: [{ action: 'unknown', object: 'text', detail }],
        relations: [],
        count: 1,
        changes: { schema: true, resolution: true },
    };
}

;// CONCATENATED MODULE: ./lib/session/tally.js
/** More refusals than a person reads are only counted. */
const KEPT_REFUSALS = 200;
/** Characters of a reason; it may name what a statement names at any length. */
const LONGEST_REASON = 300;
/** Looks on while events go into the record. */
function counting(recorder) {
    const tally = { connections: 0, statements: 0, refused: 0, held: 0, masked: 0 };
    const refusals = [];
    const suspects = new Map();
    const running = new Map();
    let notify = () => { };
    const begin = (conn) => running.set(conn, (running.get(conn) ?? 0) + 1);
    const finish = (conn) => running.set(conn, Math.max(0, (running.get(conn) ?? 0) - 1));
    const count = (event, seq) => {
        switch (event.type) {
            case 'connection.open':
                tally.connections++;
                notify(event.conn, 'open');
                break;
            case 'connection.close':
                running.delete(event.conn);
                notify(event.conn, 'closed');
                break;
            case 'statement':
                if (event.verdict !== 'allow')
                    suspects.set(`${event.conn}:${event.id}`, suspect(event, seq));
                if (event.prepared !== undefined)
                    break;
                tally.statements++;
                begin(event.conn);
                break;
            case 'execute':
                tally.statements++;
                begin(event.conn);
                break;
            case 'denied': {
                tally.refused++;
                finish(event.conn);
                const key = `${event.conn}:${event.id}`;
                const found = suspects.get(key);
                suspects.delete(key);
                if (found && refusals.length < KEPT_REFUSALS)
                    refusals.push({ ...found, rule: event.rule });
                break;
            }
            case 'held':
                tally.held++;
                break;
            case 'result':
                finish(event.conn);
                for (const cells of Object.values(event.masked ?? {}))
                    tally.masked += cells;
                break;
            case 'error':
                finish(event.conn);
                break;
        }
    };
    return {
        recorder: {
            append(event) {
                const seq = recorder.append(event);
                count(event, seq);
                return seq;
            },
            flush: () => recorder.flush(),
            lagging: (resume) => recorder.lagging(resume),
            onFailure: (handler) => recorder.onFailure(handler),
            seal: (event) => recorder.seal(event),
        },
        tally,
        refusals,
        busy: (conn) => (running.get(conn) ?? 0) > 0,
        onConnection: (handler) => {
            notify = handler;
        },
    };
}
function suspect(event, seq) {
    const effect = event.effects[0];
    const relation = effect?.name ?? event.relations[0];
    const reason = effect
        ? [effect.action, effect.object, effect.name, effect.detail].filter(Boolean).join(' ')
        : 'not analysed';
    const short = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON).toWellFormed()} …` : reason;
    return { seq, reason: short, sha256: event.sha256, conn: event.conn, ...(relation ? { relation } : {}) };
}
/** The same numbers from events that are read back, one at a time: a record may be larger than memory. */
async function recount(events) {
    let seq = 0;
    const { recorder, tally, refusals } = counting({
        append: () => seq,
        flush: () => { },
        lagging: () => false,
        onFailure: () => { },
        seal: () => Promise.reject(new Error('events that were read back have no seal')),
    });
    for await (const event of events) {
        seq = event.seq;
        recorder.append(event);
    }
    return { totals: tally, refusals };
}

;// CONCATENATED MODULE: ./lib/session/assemble.js
// Everything a session is made of before it listens.









async function assemble(config, surroundings) {
    const client = config.grant && (await openClient(config.grant));
    try {
        return await build(config, client, surroundings);
    }
    catch (error) {
        // The server may have made a credential for the terms already.
        await client?.grant.revoke().catch(() => { });
        throw error;
    }
}
async function build(config, client, { clock, worker }) {
    const startedAt = clock();
    const terms = client ? await client.grant.terms() : (0,core_terms/* termsFromJson */.y)(config.terms);
    checkTargets(config, terms);
    (0,external_node_fs_.mkdirSync)(config.record, { recursive: true, mode: 0o700 });
    const counted = counting(createRecorder({
        dir: config.record,
        session: terms.session,
        key: config.grant?.key ?? sessionKey(),
        clock,
        ...(client ? { upload: client.upload(terms) } : {}),
    }));
    counted.recorder.append(startEvent(terms));
    counted.recorder.flush();
    return {
        config,
        terms,
        ...(client ? { grant: client.grant } : {}),
        counted,
        analyser: createAnalyser({ worker }),
        maskingKey: (0,external_node_crypto_.randomBytes)(32),
        local: {
            user: 'sluice',
            password: new secret/* Secret */.z((0,external_node_crypto_.randomBytes)(24).toString('base64url')),
            cleartext: config.clientAuth === 'password',
        },
        startedAt,
    };
}
/** Loaded when there is a server: a standalone session needs none of it. */
async function openClient(session) {
    const [{ openGrant }, { uploadTo }, { useOutboundProxy }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(129), __nccwpck_require__.e(572)]).then(__nccwpck_require__.bind(__nccwpck_require__, 191)),
        __nccwpck_require__.e(/* import() */ 989).then(__nccwpck_require__.bind(__nccwpck_require__, 989)),
        __nccwpck_require__.e(/* import() */ 211).then(__nccwpck_require__.bind(__nccwpck_require__, 211)),
    ]);
    useOutboundProxy(process.env);
    const grant = openGrant(session);
    return { grant, upload: (terms) => uploadTo(grant, terms) };
}
function checkTargets(config, terms) {
    const granted = terms.targets.map((target) => target.name);
    const missing = config.listen.find(({ target }) => !granted.includes(target));
    if (missing)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `the grant does not hold target ${missing.target}`, {
            hint: `It holds ${granted.join(', ') || 'none'}`,
        });
}
function startEvent(terms) {
    return {
        type: 'session.start',
        session: terms.session,
        claims: terms.claims,
        access: terms.access,
        targets: terms.targets.map((target) => ({
            name: target.name,
            protocol: target.protocol,
            address: `${target.host}:${target.port}`,
            ...(target.database === undefined ? {} : { database: target.database }),
            guard: target.guard.name,
            mode: target.guard.mode,
        })),
        policy_sha256: terms.policySha256,
        version: VERSION,
        expires_at: terms.expiresAt,
    };
}
/** Of a standalone session: nobody else knows it, so it only holds the record together. */
function sessionKey() {
    const { x = '', d = '' } = (0,external_node_crypto_.generateKeyPairSync)('ed25519').privateKey.export({ format: 'jwk' });
    return { kty: 'OKP', crv: 'Ed25519', x, d };
}


/***/ }),

/***/ 572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ parseDaemonConfig)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(828);
// EXTERNAL MODULE: ./lib/core/shape.js
var shape = __nccwpck_require__(214);
;// CONCATENATED MODULE: ./lib/session/wanted.js

/** Reads `name` or `name=port`. Throws `SluiceError` CONFIG_INVALID. */
function parseTarget(text) {
    const [, target, port] = /^([A-Za-z0-9][\w.-]{0,99})(?:=(\d{1,5}))?$/.exec(text.trim()) ?? [];
    if (target === undefined || Number(port ?? 0) > 65_535)
        throw new SluiceError('CONFIG_INVALID', `'${text.trim()}' is not a target`, {
            hint: 'Name one target at a time, as the policy file has it, or name=port with a port up to 65535: orders-prod=5432',
        });
    return { target, port: Number(port ?? 0) };
}
/** Throws when none is named, or one twice. */
function parseTargets(texts) {
    const wanted = texts.filter((text) => text.trim() !== '').map(parseTarget);
    if (wanted.length === 0)
        throw new SluiceError('CONFIG_INVALID', 'no target is named', {
            hint: 'Name at least one target of the policy file: orders-prod, or orders-prod=5432 to choose the local port',
        });
    const names = wanted.map(({ target }) => target);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        throw new SluiceError('CONFIG_INVALID', `target ${twice} is named twice`, {
            hint: 'Name each target once',
        });
    return wanted;
}
/** Prefixes variables when a session has several targets, so that no tool goes to the wrong one: `ORDERS_PROD_PGHOST`. */
function environmentOf(targets, options) {
    const result = {};
    for (const { name, environment, url } of targets) {
        const prefix = targets.length === 1 ? '' : `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_`;
        const variables = options.databaseUrl ? { ...environment, DATABASE_URL: url } : environment;
        for (const [variable, value] of Object.entries(variables))
            result[prefix + variable] = value;
    }
    return result;
}
/** How a local client shows the session's password, in the words of `pg_hba.conf`. */
const CLIENT_AUTH = ['scram-sha-256', 'password'];
/** Throws `SluiceError` CONFIG_INVALID that names the option. */
function parseClientAuth(text, option) {
    const found = CLIENT_AUTH.find((method) => method === text.trim());
    if (found)
        return found;
    throw new SluiceError('CONFIG_INVALID', `${option} is neither ${CLIENT_AUTH.join(' nor ')}`, {
        hint: 'Leave it out, or write password for a client that cannot do SCRAM',
    });
}
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of `90s`, `30m`, `2h`, `1d`. Throws `SluiceError` CONFIG_INVALID that names the option. */
function parseTimeout(text, option) {
    const [, count, unit = ''] = /^([1-9]\d{0,5})(s|m|h|d)$/.exec(text.trim()) ?? [];
    const scale = UNITS[unit];
    if (count !== undefined && scale !== undefined)
        return Number(count) * scale;
    throw new SluiceError('CONFIG_INVALID', `${option} is not a duration`, {
        hint: 'Write a whole number and a unit: 90s, 30m, 2h, 1d',
    });
}

;// CONCATENATED MODULE: ./lib/session/config.js



/** Throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function parseDaemonConfig(text) {
    const root = (0,shape/* fields */.O)(parse(text), 'config', invalid);
    const optional = (name, value) => (value === undefined ? {} : { [name]: value });
    const grant = root.optional('grant', (name) => grantFrom(root.object(name)));
    const terms = root.optional('terms', (name) => root.record(name, (value) => value));
    const config = {
        dir: root.text('dir'),
        record: root.text('record'),
        listen: root.list('listen', (item, at) => {
            const entry = (0,shape/* fields */.O)(item, at, invalid);
            const place = { target: entry.text('target'), port: entry.integer('port') };
            entry.end();
            if (place.port > 65_535)
                throw invalid(`${at}.port must be at most 65535`);
            return place;
        }),
        idleExitMs: root.integer('idleExitMs'),
        drainMs: root.integer('drainMs'),
        ...optional('parent', root.optional('parent', root.integer)),
        ...optional('timeoutMs', root.optional('timeoutMs', root.integer)),
        ...optional('clientAuth', root.optional('clientAuth', (name) => root.oneOf(name, CLIENT_AUTH))),
        ...optional('grant', grant),
        ...optional('terms', terms),
    };
    root.end();
    if (config.listen.length === 0)
        throw invalid('config.listen names no target');
    if ((grant === undefined) === (terms === undefined))
        throw invalid('config needs either a grant or terms');
    return config;
}
function grantFrom(grant) {
    const key = grant.object('key');
    const result = {
        server: grant.text('server'),
        session: grant.text('session'),
        sessionUrl: grant.text('sessionUrl'),
        token: grant.text('token'),
        refreshToken: grant.text('refreshToken'),
        expiresAt: grant.text('expiresAt'),
        key: {
            kty: key.oneOf('kty', ['OKP']),
            crv: key.oneOf('crv', ['Ed25519']),
            x: key.text('x'),
            d: key.text('d'),
        },
    };
    key.end();
    grant.end();
    return result;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Without the cause: the parser's message quotes its input.
        throw invalid('the configuration on standard input is not JSON');
    }
}
const invalid = (message) => new errors/* SluiceError */.ah('CONFIG_INVALID', message, {
    hint: 'The daemon is started by the action and by sluice run and start; it is not a command of its own',
});


/***/ }),

/***/ 434:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(321);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(828);
/* harmony import */ var _assemble_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(921);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(572);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(947);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(106);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(246);
/* harmony import */ var _shutdown_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(324);
/* harmony import */ var _traffic_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(114);
// The process that listens in the runner for the length of a job. Started by launch.ts.












/** When even closing hangs. */
const LAST_RESORT_MS = 90_000;
const clock = () => new Date();
async function serve(config, crash) {
    const parts = await (0,_assemble_js__WEBPACK_IMPORTED_MODULE_5__/* .assemble */ .f)(config, { clock, worker: workerScript() });
    let traffic;
    let control;
    let ending;
    const end = (reason, drainMs, problems = []) => {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(`ending: ${reason}`);
        (0,_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .after */ .Pl)(LAST_RESORT_MS, () => process.exit(1));
        const how = { reason, drainMs, problems };
        return close({ config, parts, ...(traffic ? { traffic } : {}), ...how }).finally(() => control?.close());
    };
    const stop = (reason, drainMs = config.drainMs, problems = []) => {
        ending ??= end(reason, drainMs, problems);
        ending.then((code) => process.exit(code || (process.exitCode ?? 0)));
    };
    crash.end = (kind) => stop('killed', 0, [`the proxy process had an internal error (${kind}); its log has the place`]);
    parts.counted.recorder.onFailure((error) => {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(`the record failed: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .explain */ .WE)(error)}`);
        stop('record', 0);
    });
    for (const signal of ['SIGTERM', 'SIGINT'])
        process.on(signal, () => stop('killed'));
    try {
        traffic = await (0,_traffic_js__WEBPACK_IMPORTED_MODULE_11__/* .openTraffic */ .U)(parts, () => stop('abandoned'));
        const secret = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url');
        const endpoint = openEndpoint({
            secret,
            status: () => ({
                session: parts.terms.session,
                totals: parts.counted.tally,
                ending: ending !== undefined,
            }),
            stop: (drain) => stop('clean', drain ? config.drainMs : 0),
        });
        await Promise.all([traffic.check(), endpoint]);
        control = await endpoint;
        limit(config, parts, stop);
        if (ending === undefined)
            announce(config, parts, traffic, { port: control.port, secret });
        // Behind readiness: a client takes longer to connect than the parser to load.
        await parts.analyser.warm();
    }
    catch (error) {
        ending ??= end('abandoned', 0);
        await ending;
        throw error;
    }
}
/** Loaded while the targets answer: HTTP is the largest part of Node that a session needs. */
async function openEndpoint(options) {
    const { openControl } = await __nccwpck_require__.e(/* import() */ 53).then(__nccwpck_require__.bind(__nccwpck_require__, 53));
    return openControl(options);
}
function limit(config, parts, stop) {
    const left = Date.parse(parts.terms.expiresAt) - clock().getTime();
    (0,_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .after */ .Pl)(Math.min(left, config.timeoutMs ?? left), () => stop('expired'));
    if (config.parent !== undefined)
        (0,_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .whenGone */ .kY)(config.parent, () => stop('abandoned'));
}
function announce(config, { terms }, { targets }, control) {
    const sessionUrl = config.grant?.sessionUrl;
    const ready = {
        pid: process.pid,
        session: terms.session,
        ...(sessionUrl ? { sessionUrl } : {}),
        expiresAt: terms.expiresAt,
        record: config.record,
        control,
        targets,
    };
    (0,_files_js__WEBPACK_IMPORTED_MODULE_7__/* .writeJson */ .GF)(config.dir, _files_js__WEBPACK_IMPORTED_MODULE_7__/* .FILES */ .cn.ready, ready);
    for (const { name, port, socket } of targets)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(`listening: ${name} on 127.0.0.1:${port}${socket ? ` and ${socket}` : ''}`);
}
/** Returns the exit code. */
async function close({ config, ...ending }) {
    const closed = await (0,_shutdown_js__WEBPACK_IMPORTED_MODULE_10__/* .shutDown */ .B)({ ...ending, clock });
    for (const problem of closed.problems)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(problem);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(config.dir, _files_js__WEBPACK_IMPORTED_MODULE_7__/* .FILES */ .cn.ready), { force: true });
    (0,_files_js__WEBPACK_IMPORTED_MODULE_7__/* .writeJson */ .GF)(config.dir, _files_js__WEBPACK_IMPORTED_MODULE_7__/* .FILES */ .cn.closed, closed);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(`closed: ${closed.reason}`);
    return closed.reason === 'record' || closed.problems.length > 0 ? 1 : 0;
}
/** A bug must neither leave a credential behind nor a value in the log. */
function onCrash() {
    // Without a session yet: who started this process sees it end and revokes.
    const crash = { end: () => process.exit(1) };
    process.on('uncaughtException', (error) => {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(`crashed: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .trace */ .uP)(error)}`);
        process.exitCode = 1;
        crash.end((0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .explain */ .WE)(error));
    });
    return crash;
}
/** Beside the parser in source and in `lib/`; in `dist/` each bundle has its own directory. */
function workerScript() {
    const here = import.meta.dirname;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(here) !== 'session')
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(here, '..', 'worker', 'index.js');
    const source = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(here, '..', 'sql', 'worker.ts');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(source) ? source : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(here, '..', 'sql', 'worker.js');
}
async function main() {
    const crash = onCrash();
    let config;
    try {
        config = (0,_config_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDaemonConfig */ .I)(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__.text)(process.stdin));
        await serve(config, crash);
    }
    catch (error) {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(`did not start: ${error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SluiceError */ .ah ? (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .explain */ .WE)(error) : (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .trace */ .uP)(error)}`);
        if (config && error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SluiceError */ .ah)
            (0,_files_js__WEBPACK_IMPORTED_MODULE_7__/* .writeJson */ .GF)(config.dir, _files_js__WEBPACK_IMPORTED_MODULE_7__/* .FILES */ .cn.failed, { code: error.code, message: error.message, hint: error.hint });
        process.exit(1);
    }
}
await main();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ writeJson),
/* harmony export */   cn: () => (/* binding */ FILES)
/* harmony export */ });
/* unused harmony exports readReady, readClosed, readFailure, readPid */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(828);
// The files of a session's directory: how the daemon and those who start and stop it talk besides the control endpoint.



const FILES = {
    ready: 'ready.json',
    closed: 'closed.json',
    failed: 'failed.json',
    pid: 'daemon.pid',
    log: 'daemon.log',
};
/** Atomic, and readable by the owner only: a reader sees the whole file or none. */
function writeJson(dir, file, value) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, file);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.part`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.part`, path);
}
function readReady(dir) {
    return readJson(dir, FILES.ready);
}
function readClosed(dir) {
    return readJson(dir, FILES.closed);
}
/** The error that kept the daemon from starting, as it told it. */
function readFailure(dir) {
    const failure = readJson(dir, FILES.failed);
    if (!failure)
        return undefined;
    const code = Object.hasOwn(ERROR_CODES, failure.code) ? failure.code : 'DAEMON_FAILED';
    return new SluiceError(code, failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}
function readPid(dir) {
    const path = join(dir, FILES.pid);
    if (!existsSync(path))
        return undefined;
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}
/** Our own file in a directory that only its owner may write. */
function readJson(dir, file) {
    const path = join(dir, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}


/***/ }),

/***/ 106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ after),
/* harmony export */   dV: () => (/* binding */ whenIdle),
/* harmony export */   kY: () => (/* binding */ whenGone)
/* harmony export */ });
/* unused harmony export alive */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);

/** Longer ones make a timer fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** Calls once after `ms`, however many that are; does not keep the process alive. */
function after(ms, handler) {
    let timer;
    const wait = (left) => {
        const step = Math.min(Math.max(left, 0), LONGEST_TIMER);
        timer = setTimeout(() => (left > step ? wait(left - step) : handler()), step);
        timer.unref();
    };
    wait(ms);
    return { clear: () => clearTimeout(timer) };
}
/** Calls once when nothing has been open for `ms`; 0 for never. */
function whenIdle(ms, handler) {
    let connections = 0;
    let timer;
    const rearm = () => {
        timer?.clear();
        timer = ms > 0 && connections === 0 ? after(ms, handler) : undefined;
    };
    rearm();
    return {
        open() {
            connections++;
            rearm();
        },
        closed() {
            connections--;
            rearm();
        },
        clear: () => timer?.clear(),
    };
}
const PARENT_INTERVAL_MS = 1000;
/** Calls once when the process is gone. */
function whenGone(pid, handler) {
    const timer = setInterval(() => {
        if (alive(pid))
            return;
        clearInterval(timer);
        handler();
    }, PARENT_INTERVAL_MS);
    timer.unref();
    return { clear: () => clearInterval(timer) };
}
function alive(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        // Another user's process is alive too.
        return error.code === 'EPERM';
    }
    return !ended(pid);
}
/** True for a process that is over but that nobody has waited for: a job's container has no init that would. */
function ended(pid) {
    if (process.platform !== 'linux')
        return false;
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        // `pid (name) state`, and the name may hold anything.
        return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rm: () => (/* binding */ log),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   uP: () => (/* binding */ trace)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(828);

/** One line of the daemon's log, which is its standard error. */
function log(line) {
    process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}
/** For the log and `closed.json`: the message of an error that is written for people; of others, which may quote values, the kind. */
function explain(error) {
    if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah)
        return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error);
    if (!(error instanceof Error))
        return typeof error;
    const { code } = error;
    return code === undefined ? error.name : `${error.name} ${code}`;
}
/** Kind and place of a bug: where in the code, without any value. */
function trace(error) {
    if (!(error instanceof Error) || error.stack === undefined)
        return explain(error);
    const { message, stack } = error;
    // The stack begins with the message, whose own lines could look like frames.
    const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
    return [explain(error), ...frames.filter((line) => /^\s+at /.test(line))].join('\n');
}


/***/ }),

/***/ 324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ shutDown)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(500);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(246);
// The end of a session, in this order: no new traffic, running statements, the record's seal, the credential.


/** The credential must end although the record's server does not answer. */
const SEAL_TIMEOUT_MS = 30_000;
const REVOKE_TIMEOUT_MS = 30_000;
const CLOSE_TIMEOUT_MS = 2000;
const SENTENCES = {
    clean: 'the session is over',
    expired: 'the session has expired',
    revoked: 'the session was revoked',
    abandoned: 'the session is over: nothing uses it any more',
    killed: 'the session was ended',
    policy: 'the session was ended by its policy',
    record: 'the session is over: its record cannot be kept',
};
/** Never throws: what goes wrong is in `problems`, and the steps behind it are done all the same. */
async function shutDown({ parts, traffic, reason, drainMs, clock, ...before }) {
    const { terms, counted, grant, config } = parts;
    const problems = [...before.problems];
    const step = async (what, ms, work) => {
        try {
            return await within(ms, work());
        }
        catch (error) {
            problems.push(`${what}: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(error)}`);
            return undefined;
        }
    };
    await step('connections were not closed', drainMs + 2 * CLOSE_TIMEOUT_MS, async () => traffic?.drain(drainMs, SENTENCES[reason]));
    const seal = await step('the record was not sealed', SEAL_TIMEOUT_MS, () => counted.recorder.seal({ type: 'session.end', reason, ...counted.tally }));
    const revocation = grant
        ? await step('the grant was not revoked', REVOKE_TIMEOUT_MS, () => grant.revoke())
        : undefined;
    await step('the parser was not closed', CLOSE_TIMEOUT_MS, () => parts.analyser.close());
    return {
        session: terms.session,
        ...(config.grant?.sessionUrl ? { sessionUrl: config.grant.sessionUrl } : {}),
        reason,
        startedAt: parts.startedAt.toISOString(),
        endedAt: clock().toISOString(),
        targets: config.listen.map(({ target }) => target),
        totals: { ...counted.tally },
        refusals: counted.refusals,
        record: config.record,
        ...(seal ? { seal } : {}),
        ...(revocation ? { revocation } : {}),
        problems,
    };
}
async function within(ms, work) {
    const controller = new AbortController();
    const timeout = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal: controller.signal }).then(() => {
        throw new Error(`no answer in ${ms / 1000} s`);
    });
    timeout.catch(() => { });
    try {
        return await Promise.race([work, timeout]);
    }
    finally {
        controller.abort();
    }
}


/***/ }),

/***/ 114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ openTraffic)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(828);
;// CONCATENATED MODULE: ./lib/core/detectors.js
/** Every content detector a mask set may name under `detect`; masking/detectors holds one file for each. */
const DETECTOR_IDS = [
    'payment-card',
    'iban',
    'email',
    'phone',
    'us-ssn',
    'jwt',
    'aws-access-key',
    'gcp-api-key',
    'azure-secret',
    'github-token',
    'gitlab-token',
    'slack-token',
    'stripe-key',
    'npm-token',
    'openai-key',
    'anthropic-key',
    'private-key',
    'connection-uri',
    'basic-auth-url',
    'assigned-secret',
];

;// CONCATENATED MODULE: ./lib/masking/numeric.js
const NEGATIVE = 0x4000;
const SPECIAL = { 49152: 'NaN', 53248: 'Infinity', 61440: '-Infinity' };
/**
 * The text of a binary `numeric`: count of digits, weight, sign and scale (int16 each), then digits of base 10,000.
 * Source: numeric_send in PostgreSQL's numeric.c.
 */
function numericText(cell) {
    const count = cell.readInt16BE(0);
    const weight = cell.readInt16BE(2);
    const sign = cell.readUInt16BE(4);
    const scale = cell.readInt16BE(6);
    const special = SPECIAL[sign];
    if (special)
        return special;
    const group = (index) => String(index >= 0 && index < count ? cell.readInt16BE(8 + index * 2) : 0).padStart(4, '0');
    let whole = '';
    for (let index = 0; index <= weight; index++)
        whole += group(index);
    let fraction = '';
    for (let index = weight + 1; fraction.length < scale; index++)
        fraction += group(index);
    const text = whole.replace(/^0+/, '') || '0';
    return `${sign === NEGATIVE ? '-' : ''}${text}${scale > 0 ? `.${fraction.slice(0, scale)}` : ''}`;
}

;// CONCATENATED MODULE: ./lib/masking/hash.js

/**
 * A mask that gives equal values equal stand-ins of their own type for as long as the key lives; undefined when
 * the type has no room for one.
 */
function hashed(label, type, format, digest) {
    const encoder = encoderOf(type ?? '', format);
    return (encoder && {
        label,
        apply: (from, start, end, to, at) => encoder.write(digest(encoder.value(from, start, end)), to, at),
        bound: () => encoder.length,
        ...(encoder.escapes ? { escapes: true } : {}),
    });
}
const bytes = (from, start, end) => from.subarray(start, end);
const HEX = 16;
function encoderOf(type, format) {
    const binary = format === 'binary';
    switch (type) {
        case 'text':
        case 'varchar':
        case 'name':
        case 'citext':
        case 'xml':
            return { length: HEX, value: bytes, write: (hash, to, at) => to.write(hash.toString('hex', 0, 8), at) };
        case 'bpchar':
            return {
                length: HEX,
                value: unpadded,
                write: (hash, to, at) => to.write(hash.toString('hex', 0, 8), at),
            };
        case 'json':
        case 'jsonb':
            return json(binary && type === 'jsonb' ? 1 : 0);
        case 'int2':
        case 'int4':
        case 'int8':
            return integer(Number(type.slice(3)), binary);
        case 'numeric':
            return numeric(binary);
        case 'uuid':
            return uuid(binary);
        case 'bytea':
            return bytea(binary);
        default:
            return undefined;
    }
}
function unpadded(from, start, end) {
    let to = end;
    while (to > start && from[to - 1] === 0x20)
        to--;
    return from.subarray(start, to);
}
function json(version) {
    return {
        length: HEX + 2 + version,
        value: (from, start, end) => from.subarray(start + version, end),
        write(hash, to, at) {
            if (version === 1)
                to[at] = 1;
            return version + to.write(`"${hash.toString('hex', 0, 8)}"`, at + version);
        },
    };
}
/** Positive, so that it is as long as any other number of the type; int8 stays a safe integer of JavaScript. */
function integer(size, binary) {
    const bits = size === 8 ? 48 : size * 8 - 1;
    const read = (from, start) => size === 8 ? from.readBigInt64BE(start) : from.readIntBE(start, size);
    return {
        length: binary ? size : 15,
        value: (from, start, end) => binary ? Buffer.from(String(read(from, start))) : from.subarray(start, end),
        write(hash, to, at) {
            const value = bits === 48 ? hash.readUIntBE(0, 6) : hash.readUInt32BE(0) % 2 ** bits;
            if (!binary)
                return to.write(String(value), at);
            if (size === 8)
                to.writeBigInt64BE(BigInt(value), at);
            else
                to.writeIntBE(value, at, size);
            return size;
        },
    };
}
/** An integer of up to 15 digits. Binary: digits, weight, sign, scale, then digits of base 10,000. */
function numeric(binary) {
    return {
        length: binary ? 16 : 15,
        value: (from, start, end) => binary ? Buffer.from(numericText(from.subarray(start, end))) : from.subarray(start, end),
        write(hash, to, at) {
            const value = 10 ** 14 + (hash.readUIntBE(0, 6) % 9e14);
            if (!binary)
                return to.write(String(value), at);
            to.fill(0, at, at + 16);
            to.writeInt16BE(4, at);
            to.writeInt16BE(3, at + 2);
            for (let digit = 0; digit < 4; digit++)
                to.writeInt16BE(Math.floor(value / 10_000 ** (3 - digit)) % 10_000, at + 8 + digit * 2);
            return 16;
        },
    };
}
/** Version 8 (RFC 9562: custom), so that it is a valid UUID of no known generator. */
function uuid(binary) {
    return {
        length: binary ? 16 : 36,
        value: (from, start, end) => binary
            ? from.subarray(start, end)
            : Buffer.from(from.toString('latin1', start, end).replaceAll('-', ''), 'hex'),
        write(hash, to, at) {
            hash[6] = (hash[6] & 0x0f) | 0x80;
            hash[8] = (hash[8] & 0x3f) | 0x80;
            if (binary)
                return hash.copy(to, at, 0, 16);
            const hex = hash.toString('hex', 0, 16);
            return to.write(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), at);
        },
    };
}
function bytea(binary) {
    return {
        length: binary ? 16 : 34,
        ...(binary ? {} : { escapes: true }),
        value: (from, start, end) => binary ? from.subarray(start, end) : Buffer.from(from.toString('latin1', start + 2, end), 'hex'),
        write: (hash, to, at) => binary ? hash.copy(to, at, 0, 16) : to.write(`\\x${hash.toString('hex', 0, 16)}`, at),
    };
}

;// CONCATENATED MODULE: ./lib/masking/bytes.js
// Byte classes that detectors share. A class is a bit; sets of classes are joined with `|`.
const DIGIT = 1;
const UPPER = 2;
const LOWER = 4;
const UNDERSCORE = 8;
const DASH = 16;
/** `.` */
const DOT = 32;
/** `+ / = %`: what base64 and its URL encoding add. */
const BASE64_EXTRA = 64;
/** Bytes of a multi-byte UTF-8 sequence. */
const HIGH = 128;
const ALNUM = DIGIT | UPPER | LOWER;
const WORD = ALNUM | UNDERSCORE;
/** base64url. */
const TOKEN = WORD | DASH;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte >= 0x80)
        return HIGH;
    const char = String.fromCharCode(byte);
    if (/[0-9]/.test(char))
        return DIGIT;
    if (/[A-Z]/.test(char))
        return UPPER;
    if (/[a-z]/.test(char))
        return LOWER;
    if (char === '_')
        return UNDERSCORE;
    if (char === '-')
        return DASH;
    if (char === '.')
        return DOT;
    return '+/=%'.includes(char) ? BASE64_EXTRA : 0;
});
const BACKSLASH = 0x5c;
/** True when `byte` is in one of `classes`; false for undefined (outside of the buffer). */
function is(byte, classes) {
    return byte !== undefined && (CLASSES[byte] & classes) !== 0;
}
/** End of the run of `classes` that begins at `from`, at most `limit`. */
function runEnd(bytes, from, limit, classes) {
    let at = from;
    while (at < limit && (CLASSES[bytes[at]] & classes) !== 0)
        at++;
    return at;
}
/** True when the bytes at `at` are `text` (ASCII) and end by `end`. */
function matches(bytes, at, end, text) {
    if (at + text.length > end)
        return false;
    for (let index = 0; index < text.length; index++)
        if (bytes[at + index] !== text.charCodeAt(index))
            return false;
    return true;
}
/**
 * True when no byte of `classes` stands right before `at`, so that a token may begin there. The letter of an
 * escape (`\n`, `\r`, `\t` in JSON) does not count.
 */
function beginsAt(bytes, begin, at, classes) {
    if (at <= begin)
        return true;
    const before = bytes[at - 1];
    if (!is(before, classes))
        return true;
    if (at - 2 < begin || bytes[at - 2] !== BACKSLASH)
        return false;
    return before === 0x6e || before === 0x72 || before === 0x74;
}
/** The first byte of a character at or before `at`, so that a cut there splits none. */
function characterStart(bytes, begin, at) {
    let start = at;
    while (start > begin && (bytes[start] & 0xc0) === 0x80)
        start--;
    return start;
}
/** Copies `from[start, end)` to `to` at `at`, also over itself to the left. Calls into native code pay off late. */
function move(from, start, end, to, at) {
    if (end - start > 64)
        from.copy(to, at, start, end);
    else
        for (let index = start; index < end; index++)
            to[at + index - start] = from[index];
    return end - start;
}

;// CONCATENATED MODULE: ./lib/masking/partial.js

const STAR = 0x2a;
const AT = 0x40;
const SPACE = 0x20;
const SHOWN = 4;
/** Shorter values show nothing: four of seven characters would be most of it. */
const SHORTEST = 8;
/** `a***@example.com` for an e-mail address, else `****1234`; never longer than the value. */
function partialText(label) {
    return {
        label,
        apply(from, start, padded, to, at) {
            let end = padded;
            while (end > start && from[end - 1] === SPACE)
                end--;
            const sign = emailSign(from, start, end);
            if (sign !== -1)
                return maskEmail(from, start, sign, end, to, at);
            const tail = lastCharacters(from, start, end);
            if (tail === -1)
                return stars(to, at, Math.min(4, padded - start));
            move(from, tail, end, to, at + 4);
            stars(to, at, 4);
            return 4 + end - tail;
        },
        bound: (length) => length,
    };
}
function stars(to, at, count) {
    for (let index = 0; index < count; index++)
        to[at + index] = STAR;
    return count;
}
/** Where `@` stands when the whole value is one address, or -1. */
function emailSign(from, start, end) {
    let sign = start;
    while (sign < end && from[sign] !== AT)
        sign++;
    if (sign === start || sign >= end - 1)
        return -1;
    for (let at = start; at < sign; at++)
        if (from[at] <= SPACE)
            return -1;
    let dot = false;
    for (let at = sign + 1; at < end; at++) {
        if (!is(from[at], ALNUM | DASH | DOT | HIGH))
            return -1;
        dot ||= is(from[at], DOT);
    }
    return dot ? sign : -1;
}
function maskEmail(from, start, sign, end, to, at) {
    let first = start + 1;
    while (first < sign && (from[first] & 0xc0) === 0x80)
        first++;
    // A one-letter name is hidden; the result never grows, so short names get fewer stars.
    const shown = first < sign ? first - start : 0;
    const hidden = Math.min(3, sign - start - shown);
    move(from, start, start + shown, to, at);
    move(from, sign, end, to, at + shown + hidden);
    stars(to, at + shown, hidden);
    return shown + hidden + end - sign;
}
/** Where the last four characters begin, or -1 when the value is too short to show them. */
function lastCharacters(from, start, end) {
    if (end - start >= SHORTEST && isAscii(from, end - SHORTEST, end))
        return end - SHOWN;
    let tail = -1;
    let at = end;
    for (let count = 1; count <= SHORTEST; count++) {
        if (at <= start)
            return -1;
        at = characterStart(from, start, at - 1);
        if (count === SHOWN)
            tail = at;
    }
    return tail;
}
function isAscii(from, start, end) {
    let bits = 0;
    for (let at = start; at < end; at++)
        bits |= from[at];
    return bits < 0x80;
}

;// CONCATENATED MODULE: ./lib/masking/types.js
// What stands in for a value of each built-in type: valid on the wire in text and in binary format.
// Binary layouts: the `…recv` functions in PostgreSQL's src/backend/utils/adt.
function constant(text, binary) {
    return { text: Buffer.from(text), binary };
}
const zeros = (length) => Buffer.alloc(length);
/** Types whose text and binary formats are the same text, of any content. */
const TEXT = new Set([
    'text',
    'varchar',
    'bpchar',
    'name',
    'citext',
    'refcursor',
    'cstring',
    'unknown',
]);
const RANGES = ['int4range', 'int8range', 'numrange', 'tsrange', 'tstzrange', 'daterange'];
const MULTIRANGES = RANGES.map((name) => name.replace('range', 'multirange'));
const REGISTERED = [
    'regclass',
    'regproc',
    'regprocedure',
    'regoper',
    'regoperator',
    'regtype',
    'regrole',
].concat(['regnamespace', 'regconfig', 'regdictionary', 'regcollation']);
/** 2000-01-01 is day and microsecond 0 of the wire. */
const CONSTANTS = {
    bool: constant('f', zeros(1)),
    char: constant('*', Buffer.from('*')),
    int2: constant('0', zeros(2)),
    int4: constant('0', zeros(4)),
    int8: constant('0', zeros(8)),
    oid: constant('0', zeros(4)),
    xid: constant('0', zeros(4)),
    cid: constant('0', zeros(4)),
    xid8: constant('0', zeros(8)),
    tid: constant('(0,0)', zeros(6)),
    pg_lsn: constant('0/0', zeros(8)),
    float4: constant('0', zeros(4)),
    float8: constant('0', zeros(8)),
    // digits, weight, sign, scale
    numeric: constant('0', zeros(8)),
    money: constant('0', zeros(8)),
    date: constant('2000-01-01', zeros(4)),
    time: constant('00:00:00', zeros(8)),
    timetz: constant('00:00:00+00', zeros(12)),
    timestamp: constant('2000-01-01 00:00:00', zeros(8)),
    timestamptz: constant('2000-01-01 00:00:00+00', zeros(8)),
    interval: constant('00:00:00', zeros(16)),
    uuid: constant('00000000-0000-0000-0000-000000000000', zeros(16)),
    json: constant('"****"', Buffer.from('"****"')),
    // version 1, then text
    jsonb: constant('"****"', Buffer.from('\x01"****"')),
    jsonpath: constant('$', Buffer.from('\x01$')),
    xml: constant('****', Buffer.from('****')),
    bytea: constant('\\x', zeros(0)),
    // family (2: IPv4), bits, is cidr, length, address
    inet: constant('0.0.0.0', Buffer.from([2, 32, 0, 4, 0, 0, 0, 0])),
    cidr: constant('0.0.0.0/0', Buffer.from([2, 0, 1, 4, 0, 0, 0, 0])),
    macaddr: constant('00:00:00:00:00:00', zeros(6)),
    macaddr8: constant('00:00:00:00:00:00:00:00', zeros(8)),
    point: constant('(0,0)', zeros(16)),
    line: constant('{1,0,0}', Buffer.from([0x3f, 0xf0, ...zeros(22)])),
    lseg: constant('[(0,0),(0,0)]', zeros(32)),
    box: constant('(0,0),(0,0)', zeros(32)),
    // closed, one point
    path: constant('((0,0))', Buffer.from([1, 0, 0, 0, 1, ...zeros(16)])),
    polygon: constant('((0,0))', Buffer.from([0, 0, 0, 1, ...zeros(16)])),
    circle: constant('<(0,0),0>', zeros(24)),
    tsvector: constant('', zeros(4)),
    // one item: a value without weight or prefix
    tsquery: constant("'x'", Buffer.from([0, 0, 0, 1, 1, 0, 0, 0x78, 0])),
    // flag: empty
    ...Object.fromEntries(RANGES.map((name) => [name, constant('empty', Buffer.from([1]))])),
    ...Object.fromEntries(MULTIRANGES.map((name) => [name, constant('{}', zeros(4))])),
    ...Object.fromEntries(REGISTERED.map((name) => [name, constant('-', zeros(4))])),
};
/** `type` is the server's `typname`. Enums, domains over them, composites and unknown types have no constant. */
function treatment(type) {
    if (type === undefined)
        return { as: 'null' };
    if (TEXT.has(type))
        return { as: 'text' };
    if (type === 'bit' || type === 'varbit')
        return { as: 'bits' };
    if (type.startsWith('_'))
        return { as: 'array' };
    return Object.hasOwn(CONSTANTS, type) ? { as: 'constant', constant: CONSTANTS[type] } : { as: 'null' };
}
/** How a detector treats a cell: not at all, as text, as JSON, or as bytes whose lengths may not change. */
function scanned(type, format) {
    if (type === 'json')
        return 'json';
    if (type === 'jsonb')
        return 'json';
    if (type !== undefined && (TEXT.has(type) || type === 'xml'))
        return 'text';
    if (type !== undefined && Object.hasOwn(CONSTANTS, type))
        return 'not';
    if (type === 'bit' || type === 'varbit')
        return 'not';
    if (format === 'binary')
        return 'fixed';
    return 'text';
}

;// CONCATENATED MODULE: ./lib/masking/cells.js



const STARS = Buffer.from('****');
const NULL = -1;
/** `digest` is keyed for the session. Cells are counted under `label`. */
function columnMask(kind, label, { type, format }, digest) {
    const how = treatment(type);
    if (kind === 'null' || how.as === 'null')
        return nullMask(label);
    if (kind === 'hash') {
        const mask = hashed(label, type, format, digest);
        if (mask)
            return mask;
    }
    if (how.as === 'bits')
        return bitsMask(label, format);
    if (how.as === 'array')
        return format === 'text' ? fixedMask(label, Buffer.from('{}')) : emptyArray(label);
    if (how.as === 'constant')
        return fixedMask(label, how.constant[format]);
    const readable = type !== 'unknown' && type !== 'cstring' && type !== 'refcursor';
    return kind === 'partial' && readable ? partialText(label) : fixedMask(label, STARS);
}
function nullMask(label) {
    return { label, apply: () => NULL, bound: () => 0 };
}
function fixedMask(label, value) {
    const { length } = value;
    return {
        label,
        apply(_from, _start, _end, to, at) {
            for (let index = 0; index < length; index++)
                to[at + index] = value[index];
            return length;
        },
        bound: () => length,
        ...(value.includes(0x5c) ? { escapes: true } : {}),
    };
}
/** The same number of bits, all 0. Binary: a count of bits, then the bits. */
function bitsMask(label, format) {
    return {
        label,
        apply(from, start, end, to, at) {
            const head = format === 'binary' ? 4 : 0;
            for (let index = 0; index < end - start; index++)
                to[at + index] = index < head ? from[start + index] : format === 'binary' ? 0 : 0x30;
            return end - start;
        },
        bound: (length) => length,
    };
}
/** No dimensions, no flags, and the element type of the array it stands for. */
function emptyArray(label) {
    return {
        label,
        apply(from, start, end, to, at) {
            if (end - start < 12)
                return NULL;
            const element = from.readUInt32BE(start + 8);
            to.fill(0, at, at + 8);
            to.writeUInt32BE(element, at + 8);
            return 12;
        },
        bound: () => 12,
    };
}

;// CONCATENATED MODULE: ./lib/masking/columns.js
/** Patterns `schema.table.column`; the first match wins, and `*` stops at a dot. */
function compileColumns(columns) {
    const patterns = columns.map(({ pattern, mask }) => {
        const dot = pattern.lastIndexOf('.');
        const relation = pattern.slice(0, Math.max(0, dot));
        return {
            pattern,
            kind: mask,
            matches: glob(pattern),
            name: glob(pattern.slice(dot + 1)),
            anywhere: /^[*.]*$/.test(relation),
            relation: glob(relation),
        };
    });
    const first = (test, computed) => {
        const hit = patterns.find(test);
        return hit && { pattern: hit.pattern, kind: computed ? whole(hit.kind) : hit.kind };
    };
    return {
        find({ origin, carries, label }) {
            if (patterns.length === 0)
                return undefined;
            const own = origin === undefined ? undefined : first(({ matches }) => matches(origin), false);
            if (own)
                return own;
            const carried = carries && first((pattern) => carries.some((name) => carriesFrom(pattern, name)), true);
            if (carried)
                return carried;
            if (origin !== undefined)
                return undefined;
            if (carries)
                return first(({ anywhere, name }) => anywhere && name(label), true);
            // Nobody knows what is in it: the name decides the mask, and without one it is redacted.
            return first(({ name }) => name(label), true) ?? { pattern: patterns[0].pattern, kind: 'redact' };
        },
        protects: (relation) => patterns.some((pattern) => pattern.relation(relation)),
    };
}
/** Parts of a computed value could be shifted into what `partial` shows. */
function whole(kind) {
    return kind === 'partial' ? 'redact' : kind;
}
/** `name` is `schema.table.column`, `schema.table.*` for a whole row, or a bare column name. */
function carriesFrom({ matches, name: column, relation }, name) {
    const dot = name.lastIndexOf('.');
    if (name.endsWith('*'))
        return dot === -1 || relation(name.slice(0, dot));
    return dot === -1 ? column(name) : matches(name);
}
function glob(pattern) {
    if (!pattern.includes('*'))
        return (name) => name === pattern;
    const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    const expression = new RegExp(`^${literals.join('[^.]*')}$`, 's');
    return (name) => expression.test(name);
}

;// CONCATENATED MODULE: ./lib/masking/detectors/detector.js
function detector_createScan() {
    return { bytes: Buffer.alloc(0), begin: 0, floor: 0, end: 0, from: 0, to: 0 };
}
/** Reports a span; false when it is already masked. */
function found(scan, from, to) {
    if (from < scan.floor || to <= from)
        return false;
    scan.from = from;
    scan.to = to;
    return true;
}

;// CONCATENATED MODULE: ./lib/masking/detected.js
// Masks what detectors find inside a cell; the rest of the text stays.


const detected_STAR = 0x2a;
const QUOTE = 0x22;
const detected_BACKSLASH = 0x5c;
const ZERO = 0x30;
/**
 * `json`: the cell stays valid JSON. `fixed`: every byte keeps its place, for binary values with lengths in them.
 * The result never grows.
 */
function detectedMask(scanner, way) {
    const scan = detector_createScan();
    const mask = {
        label: 'detected',
        apply(from, start, end, to, at) {
            scan.bytes = from;
            scan.begin = start;
            scan.floor = start;
            scan.end = end;
            const inString = way === 'json' ? { at: start, inside: false } : undefined;
            let read = start;
            let write = at;
            for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan)) {
                const outside = inString !== undefined && !advance(inString, from, scan.from);
                // Before anything is written in place.
                if (inString)
                    advance(inString, from, scan.to);
                if (outside && !number(from[scan.from]))
                    continue;
                mask.label = id;
                write += move(from, read, scan.from, to, write);
                write += replace(scan, way, outside, to, write);
                read = scan.to;
            }
            if (read === start)
                return -2;
            return write + move(from, read, end, to, write) - at;
        },
        bound: (length) => length,
    };
    return mask;
}
/** Stars within text, the number 0 for a number of JSON. */
function replace(scan, way, number, to, at) {
    if (number) {
        to[at] = ZERO;
        return 1;
    }
    const length = way === 'fixed' ? scan.to - scan.from : Math.min(4, scan.to - scan.from);
    for (let index = 0; index < length; index++)
        to[at + index] = detected_STAR;
    return length;
}
function number(byte) {
    return (byte >= ZERO && byte <= 0x39) || byte === 0x2d;
}
/** Walks to `until`; true when that is inside a string. Every byte is walked once a cell. */
function advance(state, bytes, until) {
    let { at, inside } = state;
    for (; at < until; at++) {
        const byte = bytes[at];
        if (byte === QUOTE)
            inside = !inside;
        else if (byte === detected_BACKSLASH && inside)
            at++;
    }
    state.at = at;
    state.inside = inside;
    return inside;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./lib/masking/hmac.js
// HMAC-SHA-256 (RFC 2104) for short values: `createHmac` costs 13 µs a value, two one-shot hashes under 1 µs.

const BLOCK = 64;
const LONGEST = 4096;
/** The HMAC of a value under `key` (32 bytes). The result is overwritten by the next call. */
function createDigest(key) {
    const inner = Buffer.alloc(BLOCK + LONGEST, 0x36);
    const outer = Buffer.alloc(BLOCK + 32, 0x5c);
    const secret = key.length > BLOCK ? (0,external_node_crypto_.createHash)('sha256').update(key).digest() : key;
    for (let at = 0; at < secret.length; at++) {
        inner[at] ^= secret[at];
        outer[at] ^= secret[at];
    }
    const result = Buffer.alloc(32);
    return (value) => {
        if (value.length <= LONGEST) {
            inner.set(value, BLOCK);
            outer.write((0,external_node_crypto_.hash)('sha256', inner.subarray(0, BLOCK + value.length), 'hex'), BLOCK, 'hex');
        }
        else
            (0,external_node_crypto_.createHash)('sha256').update(inner.subarray(0, BLOCK)).update(value).digest().copy(outer, BLOCK);
        result.write((0,external_node_crypto_.hash)('sha256', outer, 'hex'), 'hex');
        return result;
    };
}

;// CONCATENATED MODULE: ./lib/masking/detectors/prefixed.js


function prefixed(id, title, shapes, examples) {
    return {
        id,
        title,
        anchors: [...new Set(shapes.map(({ prefix }) => prefix.slice(-2)))],
        reach: Math.max(...shapes.map(({ prefix, max }) => prefix.length + max)) + 2,
        find: (scan, at) => shapes.some((shape) => findShape(scan, at, shape)),
        examples,
    };
}
function findShape(scan, at, { prefix, body, min, max, exact, keep }) {
    const { bytes, begin, end } = scan;
    const from = at + 1 - prefix.length;
    if (from < scan.floor || from < begin || !matches(bytes, from, end, prefix))
        return false;
    if (!beginsAt(bytes, begin, from, WORD))
        return false;
    const limit = Math.min(end, at + 1 + max);
    const to = runEnd(bytes, at + 1, limit, body);
    if (to - at - 1 < min)
        return false;
    if (exact && to < end && is(bytes[to], body | WORD))
        return false;
    return found(scan, keep ? at + 1 : from, to);
}

;// CONCATENATED MODULE: ./lib/masking/detectors/anthropic-key.js


const anthropicKey = prefixed('anthropic-key', 'Anthropic API key', [{ prefix: 'sk-ant-', body: TOKEN, min: 20, max: 255 }], {
    match: [`x-api-key: «sk-ant-api03-${'a1B_-'.repeat(18)}AA»`],
    ignore: ['sk-ant-', `task-ant-${'a1B2'.repeat(9)}`, `risk-ant-${'a1B2'.repeat(9)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/userinfo.js
// The password in `scheme://user:password@host`; two detectors share it.


const userinfo_AT = 0x40;
const COLON = 0x3a;
const USER = 128;
const PASSWORD = 512;
/** What the two detectors need to see: scheme, user, password. */
const USERINFO_REACH = 24 + USER + PASSWORD + 8;
const STOPS = new Set([...' \t\r\n"\'`<>/\\\0'].map((char) => char.charCodeAt(0)));
const WEB = new Set(['http', 'https', 'ftp', 'ftps', 'ws', 'wss', 'git+https', 'git+http']);
function scheme(scan, colon) {
    const limit = Math.max(scan.begin, colon - 20);
    let from = colon;
    while (from > limit && (is(scan.bytes[from - 1], ALNUM | DASH | DOT) || scan.bytes[from - 1] === 0x2b))
        from--;
    return scan.bytes.toString('latin1', from, colon).toLowerCase();
}
/** `at` is the first slash behind the scheme. Passwords that are placeholders (`$NAME`, `{x}`, `***`) are not secret. */
function findPassword(scan, at, web) {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 0x2f || at + 2 >= end)
        return false;
    const name = scheme(scan, at - 1);
    if (name.length < 2 || WEB.has(name) !== web)
        return false;
    let colon = at + 2;
    const userEnd = Math.min(end, colon + USER);
    while (colon < userEnd && bytes[colon] !== COLON && bytes[colon] !== userinfo_AT && !STOPS.has(bytes[colon]))
        colon++;
    if (colon >= userEnd || bytes[colon] !== COLON)
        return false;
    const from = colon + 1;
    const limit = Math.min(end, from + PASSWORD);
    let to = -1;
    for (let next = from; next < limit && !STOPS.has(bytes[next]); next++)
        if (bytes[next] === userinfo_AT)
            to = next;
    if (to <= from || isPlaceholder(bytes, from, to))
        return false;
    return found(scan, from, characterStart(bytes, from, to));
}
/** Stars, a variable, a template, the opening of something nested: nothing secret. */
const PLACEHOLDER = /^(?:\**|\$\{?[A-Z_][A-Z0-9_]*\}?|\$[({].*|[{[<].*|%\(?[A-Za-z_]*\)?[%s]?)$/s;
function isPlaceholder(bytes, from, to) {
    const first = bytes[from];
    if (first !== undefined && (is(first, ALNUM) || first >= 0x80))
        return false;
    return PLACEHOLDER.test(bytes.toString('latin1', from, to));
}

;// CONCATENATED MODULE: ./lib/masking/detectors/assigned-secret.js



const assigned_secret_BACKSLASH = 0x5c;
const NAME = 40;
const VALUE = 1024;
const STRONG_LEAST = 4;
const WEAK_LEAST = 16;
/** Names whose value is secret whatever it looks like. */
const STRONG = ['password', 'passwd', 'passphrase', 'pwd', 'secret'];
/** Names whose value must look random: 16 or more bytes with letters and digits. */
const WEAK = [
    'token',
    'api_key',
    'apikey',
    'access_key',
    'accesskey',
    'secret_key',
    'secretkey',
    'private_key',
];
const LAST = new Set([...STRONG, ...WEAK].map((name) => name.charCodeAt(name.length - 1)));
const UNQUOTED_ENDS = new Set([...' \t\r\n\0,;&"\'`)]}<>'].map((char) => char.charCodeAt(0)));
function quote(byte) {
    return byte === 0x22 || byte === 0x27 || byte === 0x60;
}
/** How secret the name is that ends before the anchor: bytes its value must have, or 0. */
function nameBefore(scan, at) {
    const { bytes, begin } = scan;
    let to = at;
    if (to > begin && bytes[at] === 0x3d && bytes[to - 1] === 0x3a)
        to--;
    for (let skip = 0; skip < 4 && to > begin && bytes[to - 1] === 0x20; skip++)
        to--;
    for (let skip = 0; skip < 3 && to > begin && (quote(bytes[to - 1]) || bytes[to - 1] === assigned_secret_BACKSLASH); skip++)
        to--;
    if (to <= begin || !LAST.has(bytes[to - 1] | 0x20))
        return 0;
    const limit = Math.max(begin, to - NAME);
    let from = to;
    while (from > limit && is(bytes[from - 1], ALNUM | UNDERSCORE | DASH))
        from--;
    const name = bytes.toString('latin1', from, to).toLowerCase().replaceAll('-', '_');
    if (STRONG.some((word) => name.endsWith(word)))
        return STRONG_LEAST;
    return WEAK.some((word) => name.endsWith(word)) ? WEAK_LEAST : 0;
}
/** End of the value at `from`; an escape is never split. */
function valueEnd(bytes, from, limit, opening, escaped) {
    let at = from;
    while (at < limit) {
        const byte = bytes[at];
        if (opening === undefined ? UNQUOTED_ENDS.has(byte) : byte === opening || byte === 0x0a || byte === 0x0d)
            break;
        if (byte === assigned_secret_BACKSLASH) {
            if (escaped || at + 2 > limit || (opening === undefined && quote(bytes[at + 1])))
                break;
            at++;
        }
        at++;
    }
    return Math.min(at, limit);
}
function looksRandom(bytes, from, to) {
    let digit = false;
    let letter = false;
    for (let at = from; at < to; at++) {
        digit ||= is(bytes[at], DIGIT);
        letter ||= is(bytes[at], LOWER | UPPER);
    }
    return digit && letter;
}
/** `password=…`, `"client_secret": "…"`, `API_KEY: …`; the name stays readable. */
const assignedSecret = {
    id: 'assigned-secret',
    title: 'Value assigned to a name such as password, secret or token',
    anchors: ['=', ':'],
    reach: NAME + VALUE + 32,
    find(scan, at) {
        const least = nameBefore(scan, at);
        if (least === 0)
            return false;
        const { bytes, end } = scan;
        let from = at + 1;
        if (bytes[from] === 0x3d || bytes[from] === 0x3e)
            from++;
        for (let skip = 0; skip < 8 && from < end && bytes[from] === 0x20; skip++)
            from++;
        const escaped = bytes[from] === assigned_secret_BACKSLASH && quote(bytes[from + 1]);
        if (escaped)
            from++;
        const opening = from < end && quote(bytes[from]) ? bytes[from++] : undefined;
        const limit = Math.min(end, from + VALUE);
        let to = least === WEAK_LEAST
            ? runEnd(bytes, from, limit, TOKEN | DOT | BASE64_EXTRA)
            : valueEnd(bytes, from, limit, opening, escaped);
        if (to < end)
            to = characterStart(bytes, from, to);
        if (to - from < least || isPlaceholder(bytes, from, to))
            return false;
        if (least === WEAK_LEAST && !looksRandom(bytes, from, to))
            return false;
        return found(scan, from, to);
    },
    examples: {
        match: [
            `password=«${'hunter2'}» host=db`,
            `{"client_secret": "«${'abc def'}»"}`,
            `{\\"Password\\":\\"«${'hunter2'}»\\"}`,
            `API_KEY: «${'a1b2c3d4'.repeat(3)}»`,
            `pwd := '«${'sesame'}»'`,
            `password=«${'$ecret*1'}»`,
            `password=«${'*abc'}»`,
            `DB_PASSWORD="«${'it\\"s me'}»"`,
        ],
        ignore: [
            'password=',
            'password: $DB_PASSWORD',
            'password=****',
            'token: required',
            'api_key = none',
            'compassworks=abcdef',
            'a=b',
            '12:30:45',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/aws-access-key.js


const PREFIXES = ['AKIA', 'ASIA', 'AGPA', 'AIDA', 'AROA', 'ANPA', 'ABIA', 'ACCA'];
const awsAccessKey = prefixed('aws-access-key', 'AWS access key id', PREFIXES.map((prefix) => ({ prefix, body: UPPER | DIGIT, min: 16, max: 16, exact: true })), {
    match: [`«AKIA${'ABCD2345'.repeat(2)}»`, `id=«ASIA${'Z2Y3X4W5'.repeat(2)}»&`],
    ignore: ['AKIA', `AKIA${'ABCD2345'.repeat(3)}`, `AKIA${'abcd2345'.repeat(2)}`, 'MALAYSIA'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/azure-secret.js



const BASE64 = ALNUM | BASE64_EXTRA;
const CLIENT = TOKEN | DOT;
const TILDE = 0x7e;
const named = prefixed('azure-secret', 'Azure storage key, shared access signature or client secret', [
    { prefix: 'AccountKey=', body: BASE64, min: 40, max: 128, keep: true },
    { prefix: 'SharedAccessKey=', body: BASE64, min: 40, max: 128, keep: true },
    { prefix: 'sig=', body: BASE64 | DASH | UNDERSCORE, min: 43, max: 128, keep: true },
], {
    match: [
        `AccountName=x;AccountKey=«${'ab+/1'.repeat(17)}a==»;Endpoint`,
        `?sv=2024&sig=«${'aB1%2F'.repeat(9)}»&se=1`,
        `secret «abc8Q~${'a1B_-.'.repeat(5)}abcd»`,
    ],
    ignore: ['AccountKey=short', 'sig=abc', 'Q~', 'abcdQ~efgh'],
});
/** `abc8Q~` and 31 to 34 more: the shape of a client secret of an application registration. */
function clientSecret(scan, at) {
    const { bytes, begin, end } = scan;
    const from = at - 5;
    if (bytes[at] !== TILDE || from < begin || !is(bytes[at - 2], DIGIT))
        return false;
    if (runEnd(bytes, from, at - 2, CLIENT) !== at - 2)
        return false;
    if (from > begin && is(bytes[from - 1], ALNUM))
        return false;
    let to = at + 1;
    while (to < end && to < at + 35 && (is(bytes[to], CLIENT) || bytes[to] === TILDE))
        to++;
    return to - at - 1 >= 31 && !(to < end && is(bytes[to], ALNUM)) && found(scan, from, to);
}
const azureSecret = {
    ...named,
    anchors: [...named.anchors, 'Q~'],
    find: (scan, at) => named.find(scan, at) || clientSecret(scan, at),
};

;// CONCATENATED MODULE: ./lib/masking/detectors/basic-auth-url.js

const basicAuthUrl = {
    id: 'basic-auth-url',
    title: 'Password in a web address',
    anchors: [':/'],
    reach: USERINFO_REACH,
    find: (scan, at) => findPassword(scan, at, true),
    examples: {
        match: [`see https://ann:«${'s3cret!'}»@example.com/x`, `http://u:«${'Z9'}»@h`],
        ignore: [
            'https://example.com/a:b@c',
            'https://ann@example.com',
            'https://u:{password}@h',
            `redis://u:${'x1'}@h`,
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/connection-uri.js

const connectionUri = {
    id: 'connection-uri',
    title: 'Password in a connection URI',
    anchors: [':/'],
    reach: USERINFO_REACH,
    find: (scan, at) => findPassword(scan, at, false),
    examples: {
        match: [
            `url postgres://app:«${'hunter2'}»@db.internal:5432/orders`,
            `"redis://:«${'p%40ss'}»@cache:6379"`,
            `mongodb+srv://u:«${'a@b'}»@cluster0.example.net/?x=y`,
        ],
        ignore: [
            'postgres://app@db.internal/orders',
            'postgres://app:$PASSWORD@db/orders',
            'postgres://app:****@db/orders',
            `https://u:${'secret1'}@example.com/`,
            '://a:b@c',
            'x://///',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/email.js


const LOCAL = ALNUM | UNDERSCORE | DASH | DOT | HIGH;
const DOMAIN = ALNUM | DASH | DOT | HIGH;
const email_BACKSLASH = 0x5c;
/** The first byte of the local part that ends before `at`; 64 bytes at most (RFC 5321). */
function localStart(bytes, floor, at) {
    const limit = Math.max(floor, at - 64);
    let from = at;
    while (from > limit) {
        const byte = bytes[from - 1];
        // % + and ' are legal; / and = are too, but nobody has them and URLs do.
        if (!is(byte, LOCAL) && byte !== 0x25 && byte !== 0x2b && byte !== 0x27)
            break;
        from--;
    }
    if (from > floor && bytes[from - 1] === email_BACKSLASH)
        from += escapeLength(bytes[from]);
    while (from < at && (bytes[from] & 0xc0) === 0x80)
        from++;
    return Math.min(from, at);
}
/** Bytes behind the backslash that belong to an escape of JSON (`n`, `u00e9`) and not to the address. */
function escapeLength(letter) {
    if (letter === 0x75)
        return 5;
    return letter !== undefined && 'bfnrt'.includes(String.fromCharCode(letter)) ? 1 : 0;
}
/** The end of the domain that begins at `start`, or -1 when it has no name of a top-level domain. */
function domainEnd(bytes, start, end) {
    let to = runEnd(bytes, start, Math.min(end, start + 255), DOMAIN);
    while (to > start && (is(bytes[to - 1], DOT | DASH) || ((bytes[to] ?? 0) & 0xc0) === 0x80))
        to--;
    let dot = to - 1;
    while (dot > start && !is(bytes[dot], DOT))
        dot--;
    if (dot <= start || to - dot < 3 || is(bytes[start], DOT | DASH))
        return -1;
    for (let at = dot + 1; at < to; at++)
        if (is(bytes[at], DIGIT | DASH) && !is(bytes[dot + 1], LOWER | UPPER))
            return -1;
    return to;
}
const email = {
    id: 'email',
    title: 'E-mail address',
    anchors: ['@'],
    reach: 64 + 1 + 256,
    find(scan, at) {
        const from = localStart(scan.bytes, scan.floor, at);
        if (from === at)
            return false;
        const to = domainEnd(scan.bytes, at + 1, scan.end);
        return to !== -1 && found(scan, from, to);
    },
    examples: {
        match: [
            '«ann@example.com»',
            'Write to <«a.b+c_d%e@mail.example.co.uk»>.',
            'x,«JOSÉ@exämple.de»,y',
            '{"to":"hi\\n«joe@example.com»"}',
            'ends «z@a-b.io».',
        ],
        ignore: ['@', 'a@', '@b.com', 'a@b', 'react@18.2.0', 'root@10.0.0.1', 'a@.com', 'a @b.com', 'user@host'],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/gcp-api-key.js


const gcpApiKey = prefixed('gcp-api-key', 'Google API key or OAuth secret', [
    { prefix: 'AIza', body: TOKEN, min: 35, max: 35, exact: true },
    { prefix: 'GOCSPX-', body: TOKEN, min: 28, max: 28, exact: true },
    { prefix: 'ya29.', body: TOKEN, min: 20, max: 2048 },
], {
    match: [`?key=«AIza${'a1-_B'.repeat(7)}»`, `«GOCSPX-${'a1-_'.repeat(7)}»`, `«ya29.${'a1-_'.repeat(9)}»`],
    ignore: ['AIza', `AIza${'a1-_B'.repeat(8)}`, 'pizza'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/github-token.js


const classic = ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((prefix) => ({ prefix, body: ALNUM, min: 36, max: 255 }));
const githubToken = prefixed('github-token', 'GitHub token', [...classic, { prefix: 'github_pat_', body: WORD, min: 22, max: 255 }], {
    match: [
        `«ghp_${'a1B2'.repeat(9)}»`,
        `token: «ghs_${'Zz09'.repeat(9)}», next`,
        `https://x-access-token:«gho_${'abcd'.repeat(10)}»@github.com/`,
        `"«github_pat_${'11ABC_de'.repeat(10)}»"`,
    ],
    ignore: ['ghp_short', `xghp_${'a1B2'.repeat(9)}`, 'ghx_', `ghp-${'a1B2'.repeat(9)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/gitlab-token.js


const gitlab_token_PREFIXES = [
    'glpat-',
    'gldt-',
    'glrt-',
    'glrtr-',
    'glcbt-',
    'glptt-',
    'glft-',
    'glimt-',
    'glagent-',
    'glsoat-',
    'glffct-',
    'gloas-',
];
const gitlabToken = prefixed('gitlab-token', 'GitLab token', gitlab_token_PREFIXES.map((prefix) => ({ prefix, body: TOKEN, min: 20, max: 255 })), {
    match: [
        `«glpat-${'a1B2'.repeat(5)}»`,
        `PRIVATE-TOKEN: «glpat-${'a_-2'.repeat(5)}»`,
        `«glcbt-64_${'a1B2'.repeat(5)}» `,
    ],
    ignore: ['glpat-short', `aglpat-${'a1B2'.repeat(5)}`, 'left-right', '2026-11-22'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/iban.js


/** Lengths by country: the IBAN registry of ISO 13616. */
const LENGTHS = {
    AD: 24,
    AE: 23,
    AL: 28,
    AT: 20,
    AZ: 28,
    BA: 20,
    BE: 16,
    BG: 22,
    BH: 22,
    BR: 29,
    BY: 28,
    CH: 21,
    CR: 22,
    CY: 28,
    CZ: 24,
    DE: 22,
    DK: 18,
    DO: 28,
    EE: 20,
    EG: 29,
    ES: 24,
    FI: 18,
    FO: 18,
    FR: 27,
    GB: 22,
    GE: 22,
    GI: 23,
    GL: 18,
    GR: 27,
    GT: 28,
    HR: 21,
    HU: 28,
    IE: 22,
    IL: 23,
    IQ: 23,
    IS: 26,
    IT: 27,
    JO: 30,
    KW: 30,
    KZ: 20,
    LB: 28,
    LC: 32,
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    LY: 25,
    MC: 27,
    MD: 24,
    ME: 22,
    MK: 19,
    MR: 27,
    MT: 31,
    MU: 30,
    NL: 18,
    NO: 15,
    PK: 24,
    PL: 28,
    PS: 29,
    PT: 25,
    QA: 29,
    RO: 24,
    RS: 22,
    SA: 24,
    SC: 31,
    SD: 18,
    SE: 24,
    SI: 19,
    SK: 24,
    SM: 27,
    ST: 25,
    SV: 28,
    TL: 23,
    TN: 24,
    TR: 26,
    UA: 29,
    VA: 22,
    VG: 24,
    XK: 20,
};
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const iban_SPACE = 0x20;
const A = 0x41;
/** The same by the two letters, 0 where there are no IBANs. */
const BY_LETTERS = Uint8Array.from({ length: 26 * 26 }, (_, index) => LENGTHS[LETTERS[Math.floor(index / 26)] + LETTERS[index % 26]] ?? 0);
function fold(remainder, byte) {
    return byte < 0x40 ? (remainder * 10 + byte - 0x30) % 97 : (remainder * 100 + byte - 55) % 97;
}
/** End of the IBAN of `length` characters that begins at `from`, or -1 when it does not check (mod 97). */
function checkedEnd(bytes, from, end, length) {
    let at = from + 4;
    let remainder = 0;
    for (let count = 4; count < length; count++) {
        if (at < end && bytes[at] === iban_SPACE)
            at++;
        if (at >= end || !is(bytes[at], UPPER | DIGIT))
            return -1;
        remainder = fold(remainder, bytes[at++]);
    }
    for (let head = from; head < from + 4; head++)
        remainder = fold(remainder, bytes[head]);
    return remainder === 1 && !(at < end && is(bytes[at], ALNUM)) ? at : -1;
}
const iban = {
    id: 'iban',
    title: 'International bank account number',
    anchors: LETTERS.flatMap((letter) => [...'0123456789'].map((digit) => letter + digit)),
    reach: 72,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        const from = at - 2;
        if (from < begin || !is(bytes[from], UPPER) || !is(bytes[at + 1], DIGIT))
            return false;
        const length = BY_LETTERS[(bytes[from] - A) * 26 + bytes[at - 1] - A];
        if (length === 0 || at + 2 > end || !beginsAt(bytes, begin, from, ALNUM))
            return false;
        const to = checkedEnd(bytes, from, end, length);
        return to !== -1 && found(scan, from, to);
    },
    examples: {
        match: ['«DE89370400440532013000»', 'to «GB29 NWBK 6016 1331 9268 19», thanks', '"«NO9386011117947»"'],
        ignore: [
            'DE89370400440532013001',
            'XX89370400440532013000',
            'DE8937040044053201300',
            'DE893704004405320130001',
            'SKU DE12',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/jwt.js


const LIMIT = 8192;
const FULL_STOP = 0x2e;
/** `eyJ…` is base64url of `{"`: header, payload and signature of a JWS, or the five parts of a JWE. */
const jwt = {
    id: 'jwt',
    title: 'JSON Web Token',
    anchors: ['yJ'],
    reach: LIMIT + 4,
    find(scan, at) {
        const { bytes, begin } = scan;
        const from = at - 2;
        if (from < scan.floor || bytes[from] !== 0x65 || !beginsAt(bytes, begin, from, TOKEN))
            return false;
        const limit = Math.min(scan.end, from + LIMIT);
        let to = runEnd(bytes, from, limit, TOKEN);
        if (to - from < 10 || to === limit || bytes[to] !== FULL_STOP)
            return false;
        const second = runEnd(bytes, to + 1, limit, TOKEN);
        if (second - to < 9)
            return false;
        to = second;
        for (let part = 2; part < 5 && to < limit && bytes[to] === FULL_STOP; part++)
            to = runEnd(bytes, to + 1, limit, TOKEN);
        return found(scan, from, to);
    },
    examples: {
        match: [
            `Bearer «eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${'aB1-'.repeat(8)}»`,
            `"«eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.»"`,
            `«eyJhbGciOiJSU0EtT0FFUCJ9.${'a1_b.'.repeat(2)}${'cd-e'.repeat(3)}.${'f'.repeat(9)}»!`.replace('a1_b.a1_b.', 'a1_ba1_ba1_b.'),
        ],
        ignore: [
            'eyJ',
            'eyJhbGciOiJIUzI1NiJ9',
            'eyJhbGciOiJIUzI1NiJ9.short',
            'keyJhbGciOiJI.keyJhbGciOiJI.abcdefgh',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/npm-token.js


const npmToken = prefixed('npm-token', 'npm access token', [{ prefix: 'npm_', body: ALNUM, min: 36, max: 36, exact: true }], {
    match: [`//registry/:_authToken=«npm_${'a1B2'.repeat(9)}»`],
    ignore: ['npm_config_registry', `npm_${'a1B2'.repeat(10)}`, `xnpm_${'a1B2'.repeat(9)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/openai-key.js


const openaiKey = prefixed('openai-key', 'OpenAI API key', [
    ...['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-'].map((prefix) => ({
        prefix,
        body: TOKEN,
        min: 20,
        max: 255,
    })),
    { prefix: 'sk-', body: ALNUM, min: 40, max: 128 },
], {
    match: [`«sk-proj-${'a1B_-'.repeat(10)}»`, `key=«sk-${'a1B2'.repeat(12)}»`],
    ignore: ['sk-', 'task-list-for-today-is-long', `sk-ant-api03-${'a1B2'.repeat(12)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/payment-card.js


const payment_card_ZERO = 0x30;
const payment_card_FULL_STOP = 0x2e;
const MOST = 19;
/** Issuer ranges: first and last prefix of the same length, and the lengths of the numbers. */
const ISSUERS = [
    [4, 4, [13, 16, 19]],
    [51, 55, [16]],
    [2221, 2720, [16]],
    [34, 34, [15]],
    [37, 37, [15]],
    [6011, 6011, [16, 17, 18, 19]],
    [644, 649, [16, 17, 18, 19]],
    [65, 65, [16, 17, 18, 19]],
    [300, 305, [14]],
    [36, 36, [14]],
    [38, 39, [14]],
    [3528, 3589, [16, 17, 18, 19]],
    [62, 62, [16, 17, 18, 19]],
    [2200, 2204, [16, 17, 18, 19]],
    [5018, 5018, [16, 17, 18, 19]],
    [5020, 5020, [16, 17, 18, 19]],
    [5038, 5038, [16, 17, 18, 19]],
    [6304, 6304, [16, 17, 18, 19]],
    [6759, 6763, [16, 17, 18, 19]],
];
/** By the first four digits: a bit for each length that is given out, bit 0 for 13 digits. */
const payment_card_LENGTHS = givenOut();
function givenOut() {
    const table = new Uint8Array(10_000);
    for (const [first, last, lengths] of ISSUERS) {
        const bits = lengths.reduce((all, length) => all | (1 << (length - 13)), 0);
        const scale = 10 ** (4 - String(first).length);
        for (let prefix = first * scale; prefix < (last + 1) * scale; prefix++)
            table[prefix] |= bits;
    }
    return table;
}
/** What Luhn's check adds for a digit that is doubled. */
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
/** A number of 13 to 19 digits, bare or in groups with one and the same separator. The longest that checks wins. */
const paymentCard = {
    id: 'payment-card',
    title: 'Payment card number',
    anchors: 'digits',
    reach: 44,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        const lead = bytes[at];
        if (lead < 0x32 || lead > 0x36 || !beginsAt(bytes, begin, at, ALNUM))
            return false;
        if (at - 2 >= begin && bytes[at - 1] === payment_card_FULL_STOP && is(bytes[at - 2], DIGIT))
            return false;
        let separator = -1;
        let digits = 0;
        let prefix = 0;
        // Luhn's sums, with the digits at even and at odd places doubled: which one counts is known at the end.
        let even = 0;
        let odd = 0;
        let best = -1;
        for (let next = at; next < end; next++) {
            const byte = bytes[next];
            if (!is(byte, DIGIT)) {
                if (digits === MOST || (byte !== 0x20 && byte !== 0x2d) || (separator !== -1 && byte !== separator))
                    break;
                if (next + 1 >= end || !is(bytes[next + 1], DIGIT))
                    break;
                separator = byte;
                continue;
            }
            if (++digits > MOST)
                break;
            const digit = byte - payment_card_ZERO;
            even += digits % 2 === 0 ? DOUBLED[digit] : digit;
            odd += digits % 2 === 1 ? DOUBLED[digit] : digit;
            if (digits <= 4)
                prefix = prefix * 10 + digit;
            if (digits === 4 && payment_card_LENGTHS[prefix] === 0)
                return false;
            if (digits < 13 || (payment_card_LENGTHS[prefix] & (1 << (digits - 13))) === 0)
                continue;
            // The last digit is not doubled, so the doubled places have the other parity.
            if ((digits % 2 === 0 ? odd : even) % 10 !== 0)
                continue;
            const after = next + 1 < end ? bytes[next + 1] : undefined;
            if (is(after, ALNUM) || (after === payment_card_FULL_STOP && next + 2 < end && is(bytes[next + 2], DIGIT)))
                continue;
            best = next + 1;
        }
        return best !== -1 && found(scan, at, best);
    },
    examples: {
        match: [
            '«4111111111111111»',
            'card «4111 1111 1111 1111» ok',
            '{"pan":"«5500-0000-0000-0004»"}',
            'amex «378282246310005».',
            '12 «4111 1111 1111 1111»',
            'line\\n«6011111111111117»',
            '«2223003122003222»',
        ],
        ignore: [
            '4111111111111112',
            '1234567890123452',
            'a4111111111111111',
            '4111111111111111a',
            '0.4111111111111111',
            '4111 1111-1111 1111',
            '41111111111111111111111',
            '2026-11-22 00:10:33',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/phone.js


const PLUS = 0x2b;
const phone_ZERO = 0x30;
function separator(byte) {
    return byte === 0x20 || byte === 0x2d || byte === 0x2e || byte === 0x28 || byte === 0x29 || byte === 0x2f;
}
/** E.164: `+`, a country code that does not begin with 0, 8 to 15 digits in all; usual separators allowed. */
const phone = {
    id: 'phone',
    title: 'International telephone number',
    anchors: ['+'],
    reach: 50,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        if (!is(bytes[at + 1], DIGIT) || bytes[at + 1] === phone_ZERO)
            return false;
        if (at > begin && (is(bytes[at - 1], ALNUM) || bytes[at - 1] === PLUS))
            return false;
        let digits = 0;
        let to = at + 1;
        let separators = 0;
        for (let next = at + 1; next < end && next < at + 46; next++) {
            if (is(bytes[next], DIGIT)) {
                digits++;
                separators = 0;
                to = next + 1;
            }
            else if (separators < 2 && separator(bytes[next]))
                separators++;
            else
                break;
        }
        if (digits < 8 || digits > 15 || (to < end && is(bytes[to], ALNUM)))
            return false;
        return found(scan, at, to);
    },
    examples: {
        match: [
            'call «+14155550123»!',
            '«+49 (30) 901820-0»',
            'tel:«+44 20 7946 0958»,',
            '"«+33.1.23.45.67.89»"',
        ],
        ignore: ['+1', '1+14155550123', '+0123456789', '12:00:00+00', '+1234567890123456', 'a+49123456789b'],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/private-key.js


const private_key_LIMIT = 16_384;
const HYPHEN = 0x2d;
const BODY = /[A-Za-z0-9+/=:,.()\s]/;
const IN_BODY = Uint8Array.from({ length: 256 }, (_, byte) => byte < 0x80 && BODY.test(String.fromCharCode(byte)) ? 1 : 0);
/** Where the armour's words end (`-----BEGIN RSA PRIVATE KEY-----`), or -1. */
function header(bytes, from, end) {
    if (!matches(bytes, from, end, '-----BEGIN '))
        return -1;
    let at = from + 11;
    const limit = Math.min(end, at + 48);
    while (at < limit && (is(bytes[at], UPPER | DIGIT) || bytes[at] === 0x20))
        at++;
    if (!matches(bytes, at, end, '-----'))
        return -1;
    const isPrivate = matches(bytes, at - 11, at, 'PRIVATE KEY') || matches(bytes, at - 17, at, 'PRIVATE KEY BLOCK');
    return isPrivate ? at + 5 : -1;
}
/** The end of the key: behind the END line, or where its text stops being a key. */
function keyEnd(bytes, start, limit) {
    let at = start;
    while (at < limit) {
        const byte = bytes[at];
        if (IN_BODY[byte] === 1)
            at++;
        else if (byte === 0x5c && at + 1 < limit && (bytes[at + 1] === 0x6e || bytes[at + 1] === 0x72))
            at += 2;
        else if (byte === HYPHEN && bytes[at + 1] !== HYPHEN)
            at++;
        else
            break;
    }
    if (!matches(bytes, at, limit, '-----END '))
        return at;
    let close = at + 9;
    while (close < limit && (is(bytes[close], UPPER | DIGIT) || bytes[close] === 0x20))
        close++;
    while (close < limit && bytes[close] === HYPHEN)
        close++;
    return close;
}
/** PEM and PGP armour, also inside JSON where its lines end in `\n`, also when its end is missing. */
const privateKey = {
    id: 'private-key',
    title: 'Private key in PEM or PGP armour',
    anchors: ['--'],
    reach: private_key_LIMIT + 4,
    find(scan, at) {
        const { bytes, begin } = scan;
        const from = at - 1;
        if (bytes[from + 5] !== 0x42 || (from > begin && bytes[from - 1] === HYPHEN))
            return false;
        const limit = Math.min(scan.end, from + private_key_LIMIT);
        const body = header(bytes, from, limit);
        if (body === -1)
            return false;
        return found(scan, from, characterStart(bytes, body, keyEnd(bytes, body, limit)));
    },
    examples: {
        match: [
            `a «-----BEGIN PRIVATE KEY-----\n${'MIIEvg/+'.repeat(8)}\nab==\n-----END PRIVATE KEY-----» b`,
            `{"k":"«-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----»\\n"}`,
            `«-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,AB\n\nMII»"`,
            '«-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOY\n=ab12\n-----END PGP PRIVATE KEY BLOCK-----»',
        ],
        ignore: [
            '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
            '-----BEGIN CERTIFICATE-----',
            '-------------------',
            '-----BEGIN PRIVATE KEY',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/slack-token.js


const slack_token_PREFIXES = ['xoxa-', 'xoxb-', 'xoxe-', 'xoxe.', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-'];
const slackToken = prefixed('slack-token', 'Slack token', slack_token_PREFIXES.map((prefix) => ({ prefix, body: TOKEN, min: 10, max: 250 })), {
    match: [`«xoxb-${'12345'.repeat(4)}-${'abcDE'.repeat(4)}»`, `bot=«xapp-1-${'A1'.repeat(10)}»;`],
    ignore: ['xoxb-', 'xoxb-short', 'oxo-1234567890ab', 'foxo-bar'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/stripe-key.js


const stripe_key_PREFIXES = ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'];
const stripeKey = prefixed('stripe-key', 'Stripe secret or restricted key', stripe_key_PREFIXES.map((prefix) => ({ prefix, body: ALNUM, min: 16, max: 247 })), {
    match: [`«sk_live_${'a1B2'.repeat(6)}»`, `key "«rk_test_${'a1B2'.repeat(20)}»"`],
    ignore: [`pk_live_${'a1B2'.repeat(6)}`, 'sk_live_short', `task_live_${'a1B2'.repeat(6)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/us-ssn.js


const us_ssn_HYPHEN = 0x2d;
/** Three, two and four digits with hyphens, in a range that is given out. Nine bare digits are never taken for one. */
const usSsn = {
    id: 'us-ssn',
    title: 'US social security number',
    anchors: 'digits',
    reach: 16,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        const to = at + 11;
        if (bytes[at + 3] !== us_ssn_HYPHEN || bytes[at + 6] !== us_ssn_HYPHEN || to > end)
            return false;
        if (runEnd(bytes, at, at + 3, DIGIT) !== at + 3 || runEnd(bytes, at + 4, at + 6, DIGIT) !== at + 6)
            return false;
        if (runEnd(bytes, at + 7, to, DIGIT) !== to)
            return false;
        if (at - 1 >= begin && bytes[at - 1] === us_ssn_HYPHEN)
            return false;
        if (to < end && (is(bytes[to], ALNUM) || (bytes[to] === us_ssn_HYPHEN && is(bytes[to + 1], DIGIT))))
            return false;
        const area = bytes.toString('latin1', at, at + 3);
        if (area === '000' || area === '666' || area[0] === '9')
            return false;
        if (bytes.toString('latin1', at + 4, at + 6) === '00' || bytes.toString('latin1', at + 7, to) === '0000')
            return false;
        return found(scan, at, to);
    },
    examples: {
        match: ['«078-05-1120»', 'ssn «219-09-9999».', '{"s":"«123-45-6789»"}'],
        ignore: [
            '078051120',
            '000-12-3456',
            '666-12-3456',
            '912-12-3456',
            '123-00-4567',
            '123-45-0000',
            '1-123-45-6789',
            '123-45-67890',
            '123-45-6789-1',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/index.js





















/** Every detector; two that look at the same place are asked in the order of `DETECTOR_IDS`. */
const DETECTORS = {
    'payment-card': paymentCard,
    'us-ssn': usSsn,
    iban: iban,
    email: email,
    phone: phone,
    jwt: jwt,
    'aws-access-key': awsAccessKey,
    'gcp-api-key': gcpApiKey,
    'azure-secret': azureSecret,
    'github-token': githubToken,
    'gitlab-token': gitlabToken,
    'slack-token': slackToken,
    'stripe-key': stripeKey,
    'npm-token': npmToken,
    'anthropic-key': anthropicKey,
    'openai-key': openaiKey,
    'private-key': privateKey,
    'connection-uri': connectionUri,
    'basic-auth-url': basicAuthUrl,
    'assigned-secret': assignedSecret,
};


;// CONCATENATED MODULE: ./lib/masking/scanner.js



/**
 * Anchors are found by a table of bytes, then by a table of byte pairs; only then a detector looks, and only
 * within its reach. 64 KiB of tables a scanner, made once a session.
 */
function scanner_createScanner(ids) {
    const detectors = DETECTOR_IDS.filter((id) => ids.includes(id)).map((id) => DETECTORS[id]);
    const { anchors, pairs, groups } = tables(detectors);
    return {
        reach: Math.max(0, ...detectors.map(({ reach }) => reach)),
        next(scan) {
            const { bytes, begin, end } = scan;
            for (let at = scan.floor; at < end; at++) {
                const byte = bytes[at];
                if (anchors[byte] === 0)
                    continue;
                const group = pairs[((at > begin ? bytes[at - 1] : 0x20) << 8) | byte];
                if (group === 0)
                    continue;
                for (const detector of groups[group]) {
                    if (!detector.find(scan, at))
                        continue;
                    scan.floor = scan.to;
                    return detector.id;
                }
            }
            return undefined;
        },
    };
}
function tables(detectors) {
    const anchors = new Uint8Array(256);
    const sets = new Map();
    detectors.forEach((detector, index) => {
        for (const pair of pairsOf(detector))
            sets.set(pair, (sets.get(pair) ?? 0) | (1 << index));
    });
    const pairs = new Uint8Array(0x10000);
    const groups = [[]];
    const numbers = new Map();
    for (const [pair, set] of sets) {
        let number = numbers.get(set);
        if (number === undefined) {
            number = groups.push(detectors.filter((_, index) => (set & (1 << index)) !== 0)) - 1;
            numbers.set(set, number);
        }
        pairs[pair] = number;
        anchors[pair & 0xff] = 1;
    }
    return { anchors, pairs, groups };
}
/** `before << 8 | anchor` for every pair of bytes at which the detector looks. */
function* pairsOf({ anchors }) {
    if (anchors === 'digits') {
        for (let before = 0; before < 256; before++)
            if (beforeDigits(before))
                for (let digit = 0x30; digit <= 0x39; digit++)
                    yield (before << 8) | digit;
        return;
    }
    for (const anchor of anchors) {
        if (anchor.length === 2)
            yield (anchor.charCodeAt(0) << 8) | anchor.charCodeAt(1);
        else
            for (let before = 0; before < 256; before++)
                yield (before << 8) | anchor.charCodeAt(0);
    }
}
/** Not alphanumeric, or the letter of an escape (`\n`), which the detector tells from a word. */
function beforeDigits(byte) {
    if (byte === 0x6e || byte === 0x72 || byte === 0x74)
        return true;
    return !is(byte, DIGIT) && !/[A-Za-z]/.test(String.fromCharCode(byte));
}

;// CONCATENATED MODULE: ./lib/masking/text.js
// Masks over values that stand alone: a field of COPY, a message, the output of a command.

const text_STARS = Buffer.from('****');
/** The masked value; null for SQL NULL; the same buffer when nothing changes. */
function maskText(mask, value) {
    const to = Buffer.allocUnsafe(mask.bound(value.length));
    const length = mask.apply(value, 0, value.length, to, 0);
    if (length === -1)
        return null;
    return length === -2 ? value : to.subarray(0, length);
}
function scrubText(scanner, text) {
    const bytes = Buffer.from(text);
    const scan = detector_createScan();
    scan.bytes = bytes;
    scan.end = bytes.length;
    const parts = [];
    let read = 0;
    while (scanner.next(scan) !== undefined) {
        parts.push(bytes.subarray(read, scan.from), text_STARS);
        read = scan.to;
    }
    return parts.length === 0 ? text : Buffer.concat([...parts, bytes.subarray(read)]).toString();
}
/** Enough for the END line of a key: until so much follows, a value that spans lines may still go on. */
const UNDECIDED = 64;
/** Masks a stream: values that are split across chunks are found, also keys that span lines. */
function text_createScrubber(scanner) {
    const scan = createScan();
    let held = Buffer.alloc(0);
    // Bytes of `held` that were shown already: detectors look at them, nothing else.
    let shown = 0;
    const drain = (last) => {
        let cut = last ? held.length : Math.max(shown, lineEnd(held), held.length - scanner.reach);
        if (cut === shown)
            return Buffer.alloc(0);
        Object.assign(scan, { bytes: held, begin: 0, floor: shown, end: held.length });
        const parts = [];
        let read = shown;
        while (scanner.next(scan) !== undefined && scan.from < cut) {
            const open = scan.to >= cut && held.length - scan.to < UNDECIDED && held.length - scan.from < scanner.reach;
            if (open && !last) {
                cut = scan.from;
                break;
            }
            parts.push(held.subarray(read, scan.from), text_STARS);
            read = scan.to;
            cut = Math.max(cut, read);
        }
        const output = Buffer.concat([...parts, held.subarray(read, cut)]);
        const context = last ? held.length : Math.max(0, cut - scanner.reach);
        held = held.subarray(context);
        shown = cut - context;
        return output;
    };
    return {
        write(chunk) {
            held = Buffer.concat([held, chunk]);
            return drain(false);
        },
        end: () => drain(true),
    };
}
/** Behind the last line end: no detected value but a private key goes across one. */
function lineEnd(bytes) {
    return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
}

;// CONCATENATED MODULE: ./lib/masking/copy.js

const copy_BACKSLASH = 0x5c;
const ESCAPES = { b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const copy_LETTERS = new Map(Object.entries(ESCAPES).map(([letter, byte]) => [byte, letter.charCodeAt(0)]));
/**
 * The mask over raw fields: `apply` takes the bytes between two delimiters (without them and without the end of
 * the line) and writes a raw field. Never returns -1: SQL NULL is written as the statement spells it.
 */
function copyMask(mask, options) {
    const format = compile(options);
    const grows = options.format === 'csv' || mask.escapes === true || format.starred;
    return {
        get label() {
            return mask.label;
        },
        apply(from, start, end, to, at) {
            if (isNull(from, start, end, format))
                return -2;
            if (!format.csv && !grows && !hasEscape(from, start, end)) {
                const length = mask.apply(from, start, end, to, at);
                return length === -1 ? format.null.copy(to, at) : length;
            }
            const raw = from.subarray(start, end);
            const quoted = format.csv && raw[0] === format.quote;
            const value = format.csv ? (quoted ? unquote(raw, format) : raw) : withoutEscapes(raw);
            const masked = maskText(mask, value);
            if (masked === value)
                return -2;
            if (masked === null)
                return format.null.copy(to, at);
            return (format.csv ? copy_quote(masked, quoted, format) : withEscapes(masked, format)).copy(to, at);
        },
        bound: (length) => Math.max(grows ? 2 * mask.bound(length) + 2 : mask.bound(length), format.null.length),
    };
}
function compile(options) {
    return {
        csv: options.format === 'csv',
        delimiter: options.delimiter.charCodeAt(0),
        quote: options.quote.charCodeAt(0),
        escape: options.escape.charCodeAt(0),
        null: Buffer.from(options.null),
        /** The stars of a mask mean something in this statement. */
        starred: `${options.delimiter}${options.quote}${options.escape}${options.null}`.includes('*'),
    };
}
function isNull(from, start, end, { null: marker }) {
    return end - start === marker.length && from.compare(marker, 0, marker.length, start, end) === 0;
}
function hasEscape(from, start, end) {
    for (let at = start; at < end; at++)
        if (from[at] === copy_BACKSLASH)
            return true;
    return false;
}
function withoutEscapes(raw) {
    if (!raw.includes(copy_BACKSLASH))
        return raw;
    const value = Buffer.allocUnsafe(raw.length);
    let length = 0;
    for (let at = 0; at < raw.length; at++) {
        const byte = raw[at];
        if (byte !== copy_BACKSLASH || at + 1 === raw.length)
            value[length++] = byte;
        else
            value[length++] = ESCAPES[String.fromCharCode(raw[++at])] ?? raw[at];
    }
    return value.subarray(0, length);
}
function withEscapes(value, format) {
    const raw = Buffer.allocUnsafe(value.length * 2);
    let length = 0;
    for (const byte of value) {
        const letter = copy_LETTERS.get(byte);
        if (letter !== undefined || byte === copy_BACKSLASH || byte === format.delimiter)
            raw[length++] = copy_BACKSLASH;
        raw[length++] = letter ?? byte;
    }
    return raw.subarray(0, length);
}
function unquote(raw, format) {
    const value = Buffer.allocUnsafe(raw.length);
    let length = 0;
    const end = raw.length - 1;
    for (let at = 1; at < end; at++) {
        const next = raw[at + 1];
        if (raw[at] === format.escape && at + 1 < end && (next === format.quote || next === format.escape))
            at++;
        value[length++] = raw[at];
    }
    return value.subarray(0, length);
}
function copy_quote(value, always, format) {
    const special = (byte) => byte === format.quote || byte === format.delimiter || byte === 0x0a || byte === 0x0d;
    if (!always && !value.some(special) && !value.equals(format.null) && value.length > 0)
        return value;
    const raw = Buffer.allocUnsafe(value.length * 2 + 2);
    let length = 0;
    raw[length++] = format.quote;
    for (const byte of value) {
        if (byte === format.quote || byte === format.escape)
            raw[length++] = format.escape;
        raw[length++] = byte;
    }
    raw[length++] = format.quote;
    return raw.subarray(0, length);
}

;// CONCATENATED MODULE: ./lib/masking/index.js











/**
 * The masks of a target for one session. `key` is 32 random bytes of that session: hashes are stable as long as it
 * lives and mean nothing afterwards. Throws `SluiceError` CONFIG_INVALID for a detector that does not exist.
 */
function createMasking(masks, key) {
    const columns = compileColumns(masks.columns);
    const digest = createDigest(key);
    const scanner = scanner_createScanner(masks.detect.map(known));
    const scans = masks.detect.length > 0;
    const maskOf = (column) => {
        const rule = columns.find(column);
        if (rule)
            return columnMask(rule.kind, rule.pattern, column, digest);
        const way = scans ? scanned(column.type, column.format) : 'not';
        return way === 'not' ? null : detectedMask(scanner, way);
    };
    return {
        inert: masks.columns.length === 0 && !scans,
        plan(described) {
            const plan = described.map(maskOf);
            return plan.some((mask) => mask !== null) ? plan : null;
        },
        protects: (relation) => columns.protects(relation),
        scrub: (text) => (scans ? scrubText(scanner, text) : text),
    };
}
/** Masks the output of a command for one stream of it: lines come out as soon as they are whole. */
function scrubOutput(detect) {
    return createScrubber(createScanner(detect.map(known)));
}
function known(id) {
    const found = DETECTOR_IDS.find((candidate) => candidate === id);
    if (found)
        return found;
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `there is no detector “${id}”`, {
        hint: `Detectors are: ${DETECTOR_IDS.join(', ')}`,
    });
}

;// CONCATENATED MODULE: ./lib/protocols/clients.js
// How a job's own programs find a session, by protocol.
const CLIENTS = {
    postgres: {
        environment: ({ host, port, user, password, database }) => ({
            PGHOST: host,
            PGPORT: String(port),
            PGUSER: user,
            PGPASSWORD: password,
            ...(database === undefined ? {} : { PGDATABASE: database }),
            // Loopback carries no TLS; the way to the target does.
            PGSSLMODE: 'disable',
        }),
        url: ({ host, port, user, password, database = '' }) => `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${encodeURIComponent(database)}?sslmode=disable`,
        socketName: (port) => `.s.PGSQL.${port}`,
    },
};

;// CONCATENATED MODULE: ./lib/protocols/postgres/frames.js
// Bytes to frames and back: https://www.postgresql.org/docs/current/protocol-message-formats.html
// A frame is one type byte, then a 32-bit length that counts itself but EXCLUDES the type byte, then the body.
const frames_CLIENT = {
    Bind: 0x42,
    Close: 0x43,
    CopyData: 0x64,
    CopyDone: 0x63,
    CopyFail: 0x66,
    Describe: 0x44,
    Execute: 0x45,
    Flush: 0x48,
    FunctionCall: 0x46,
    Parse: 0x50,
    Password: 0x70,
    Query: 0x51,
    Sync: 0x53,
    Terminate: 0x58,
};
const UPSTREAM = {
    Authentication: 0x52,
    BackendKeyData: 0x4b,
    BindComplete: 0x32,
    CloseComplete: 0x33,
    CommandComplete: 0x43,
    CopyData: 0x64,
    CopyDone: 0x63,
    CopyInResponse: 0x47,
    CopyOutResponse: 0x48,
    DataRow: 0x44,
    EmptyQueryResponse: 0x49,
    ErrorResponse: 0x45,
    NegotiateProtocolVersion: 0x76,
    NoData: 0x6e,
    NoticeResponse: 0x4e,
    NotificationResponse: 0x41,
    ParameterDescription: 0x74,
    ParameterStatus: 0x53,
    ParseComplete: 0x31,
    PortalSuspended: 0x73,
    ReadyForQuery: 0x5a,
    RowDescription: 0x54,
};
/** Lookup by type byte: nothing of an unknown message is waited for. */
function knownTypes(types) {
    const known = new Uint8Array(256);
    for (const type of Object.values(types))
        known[type] = 1;
    return known;
}
/** The server's own limit (MaxAllocSize): nothing longer is a frame. */
const FRAME_LIMIT = 0x3fffffff;
/** Frames that must be held whole before they pass: statements, descriptions, errors, rows that are masked. */
const WHOLE_LIMIT = 64 * 1024 * 1024;
/** A peer that does not speak the protocol; the message names no byte of what it sent. */
class ProtocolError extends Error {
}
/** The length word of the frame at `at`, checked; the frame ends at `at + 1 + length`. */
function frameLength(bytes, at, limit) {
    const length = ((bytes[at + 1] << 24) | (bytes[at + 2] << 16) | (bytes[at + 3] << 8) | bytes[at + 4]) >>> 0;
    if (length < 4 || length > limit)
        throw new ProtocolError(`a frame of length ${length} where 4 to ${limit} is possible`);
    return length;
}
function frames_frame(type, ...parts) {
    let size = 5;
    for (const part of parts)
        size += typeof part === 'string' ? Buffer.byteLength(part) + 1 : part.length;
    const out = Buffer.allocUnsafe(size);
    out[0] = type;
    out.writeUInt32BE(size - 1, 1);
    let at = 5;
    for (const part of parts) {
        if (typeof part === 'string') {
            at += out.write(part, at);
            out[at++] = 0;
        }
        else {
            at += part.copy(out, at);
        }
    }
    return out;
}
function int32(...values) {
    const out = Buffer.allocUnsafe(values.length * 4);
    for (let i = 0; i < values.length; i++)
        out.writeInt32BE(values[i] | 0, i * 4);
    return out;
}
/** Where the zero byte of the string that starts at `at` is; the string must end before `end`. */
function stringEnd(bytes, at, end) {
    // Most are names and tags: a native call costs more than a look at a few bytes.
    for (let near = at, stop = Math.min(end, at + 24); near < stop; near++)
        if (bytes[near] === 0)
            return near;
    const zero = bytes.indexOf(0, at);
    if (zero === -1 || zero >= end)
        throw new ProtocolError('a string without its end');
    return zero;
}
/** `start` and `end` enclose the body: pairs of a code byte and a string, then a zero byte. */
function readFields(bytes, start, end) {
    const fields = [];
    let at = start;
    while (at < end && bytes[at] !== 0) {
        const zero = stringEnd(bytes, at + 1, end);
        fields.push([String.fromCharCode(bytes[at]), bytes.toString('utf8', at + 1, zero)]);
        at = zero + 1;
    }
    if (at !== end - 1)
        throw new ProtocolError('an error or notice without its end');
    return fields;
}
function writeFields(type, fields) {
    const parts = [];
    for (const [code, value] of fields)
        parts.push(code + value.replaceAll('\0', ' '));
    return frames_frame(type, ...parts, Buffer.of(0));
}
function frames_errorResponse(failure) {
    const fields = [
        ['S', failure.severity],
        ['V', failure.severity],
        ['C', failure.sqlstate],
        ['M', failure.message],
    ];
    if (failure.detail)
        fields.push(['D', failure.detail]);
    if (failure.hint)
        fields.push(['H', failure.hint]);
    return writeFields(UPSTREAM.ErrorResponse, fields);
}
/** Body: int16 count, then per column a string, int32 table, int16 attribute, int32 type, int16 size, int32 modifier, int16 format. */
function readRowDescription(bytes, start, end) {
    if (end - start < 2)
        throw new ProtocolError('a row description without its count');
    const count = bytes.readInt16BE(start);
    const fields = [];
    let at = start + 2;
    for (let i = 0; i < count; i++) {
        const zero = stringEnd(bytes, at, end);
        if (zero + 19 > end)
            throw new ProtocolError('a row description that is cut');
        fields.push({
            label: bytes.toString('utf8', at, zero),
            table: bytes.readUInt32BE(zero + 1),
            attribute: bytes.readInt16BE(zero + 5),
            type: bytes.readUInt32BE(zero + 7),
            format: bytes.readInt16BE(zero + 17) === 1 ? 'binary' : 'text',
        });
        at = zero + 19;
    }
    if (count < 0 || at !== end)
        throw new ProtocolError('a row description whose count is wrong');
    return fields;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/deny.js
// A refusal in the server's own form. How it gets its turn among the answers: README.md, "Refusing".


const INSUFFICIENT_PRIVILEGE = '42501';
/** Bind to a prepared statement that cannot exist: fails in every transaction state and runs nothing. The server's log shows this name. */
const FAILING = frames_frame(frames_CLIENT.Bind, '', 'refused by sluice', Buffer.alloc(6));
const SYNC = frames_frame(frames_CLIENT.Sync);
const FLUSH = frames_frame(frames_CLIENT.Flush);
const TERMINATE = frames_frame(frames_CLIENT.Terminate);
const describePortal = (name) => frames_frame(frames_CLIENT.Describe, Buffer.of(0x50), name);
const cancelRequest = (pid, key) => Buffer.concat([int32(12 + key.length, 80877102, pid), key]);
function denial(verdict) {
    const finding = verdict.findings.find(({ verdict: kind }) => kind === verdict.kind) ?? verdict.findings[0];
    if (!finding)
        return { severity: 'ERROR', sqlstate: INSUFFICIENT_PRIVILEGE, message: 'refused by policy' };
    return {
        severity: 'ERROR',
        sqlstate: INSUFFICIENT_PRIVILEGE,
        message: `refused by policy: ${finding.reason}`,
        detail: `Rule ${finding.rule}: ${effectText(finding.effect)}.`,
        hint: finding.hint,
    };
}
/** `drop table public.users`, `drop column email of public.users`. */
function effectText(effect) {
    const what = effect.column === undefined
        ? [effect.object, effect.name]
        : [effect.object === 'column' ? 'column' : effect.object, effect.column, 'of', effect.name];
    const words = [effect.action, ...what].filter((word) => word !== undefined);
    const nested = effect.via?.length ? ` (inside ${effect.via.join(', ')})` : '';
    return words.join(' ') + nested;
}
/** What ends a session when a direction cannot go on: the peer's fault, the record's, or ours. */
function failureOf(error, broken, own) {
    if (error instanceof ProtocolError)
        return { severity: 'FATAL', sqlstate: '08P01', message: `${broken}: ${error.message}` };
    if (error instanceof errors/* SluiceError */.ah && error.code === 'RECORD_FAILED')
        return {
            severity: 'FATAL',
            sqlstate: '58030',
            message: 'the session record cannot be written, so nothing more is forwarded',
            hint: error.hint,
        };
    return { severity: 'FATAL', sqlstate: 'XX000', message: own };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/cancel.js
// Clients get cancel keys of ours; the target's stay here.


class CancelKeys {
    #entries = new Map();
    #last = 0;
    /** A process id and key for one client connection. */
    issue(length, cancel) {
        const pid = ++this.#last;
        const key = (0,external_node_crypto_.randomBytes)(length);
        this.#entries.set(pid, { key, cancel });
        return { pid, key };
    }
    forget(pid) {
        this.#entries.delete(pid);
    }
    /** Settles when the target has taken it. A request with a key that is not ours does nothing, and says nothing. */
    async request(pid, key) {
        const entry = this.#entries.get(pid);
        if (entry && entry.key.length === key.length && (0,external_node_crypto_.timingSafeEqual)(entry.key, key))
            await entry.cancel();
    }
}
/** Sends a cancel request on a connection of its own and waits until the server has taken it. */
async function sendCancel(connect, upstream) {
    const socket = await connect();
    await new Promise((resolve) => {
        socket.on('error', () => { });
        socket.once('close', () => resolve());
        socket.setTimeout(5000, () => socket.destroy());
        socket.resume();
        socket.end(cancelRequest(upstream.pid, upstream.key));
    });
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/lineage.js
/** A derived relation depends on others; `edges` go one step down. */
class Lineage {
    #names;
    #edges;
    constructor(names, edges) {
        this.#names = names;
        this.#edges = edges;
    }
    derives(oid) {
        return this.#edges.has(oid);
    }
    /** Names (`schema.table`) of derived relations that read one for which `test` holds, however far down. */
    reading(test) {
        const found = new Set();
        for (const oid of this.#edges.keys())
            if (this.#below(oid).some((base) => test(this.#names.get(base) ?? '')))
                found.add(this.#names.get(oid) ?? '');
        return found;
    }
    /** Every column that the relation may show, all the way down; undefined when it reads no other. */
    columnsBehind(oid) {
        if (!this.#edges.has(oid))
            return undefined;
        const names = new Set();
        for (const at of [oid, ...this.#below(oid)])
            for (const { base, column, kind } of this.#edges.get(at) ?? []) {
                if (kind !== 'reads' && at !== oid)
                    continue;
                for (const each of kind === 'reads' ? [base, ...this.#kin(base)] : [base])
                    names.add(`${this.#names.get(each)}.${column ?? '*'}`);
            }
        return [...names];
    }
    /** The column itself and what is behind it; undefined when it is not known. */
    column(table, attribute) {
        for (const edges of this.#edges.values())
            for (const { base, column, attribute: number } of edges)
                if (base === table && number === attribute && column !== undefined)
                    return [
                        `${this.#names.get(base)}.${column}`,
                        ...this.inherited(table, column),
                        ...(this.#reads(table) ? (this.columnsBehind(table) ?? []) : []),
                    ];
        return undefined;
    }
    /** What may be behind a column as a statement writes it (`v.label`, `public.v.*`); a name without its schema may be in any. */
    behind(source) {
        const dot = source.lastIndexOf('.');
        const relation = source.slice(0, Math.max(0, dot));
        if (relation === '')
            return [];
        const found = [];
        for (const [oid, edges] of this.#edges) {
            const name = this.#names.get(oid) ?? '';
            if (name !== relation && (relation.includes('.') || !name.endsWith(`.${relation}`)))
                continue;
            const inherits = edges.every(({ kind }) => kind !== 'reads');
            found.push(...(inherits ? this.inherited(oid, source.slice(dot + 1)) : (this.columnsBehind(oid) ?? [])));
        }
        return found;
    }
    /** The same column of the relations it inherits from, and of those that inherit from it: their rows are its own. */
    inherited(oid, column) {
        return this.#kin(oid).map((base) => `${this.#names.get(base)}.${column}`);
    }
    #reads(oid) {
        return this.#edges.get(oid)?.some(({ kind }) => kind === 'reads') ?? false;
    }
    /** Ancestors and descendants, but no siblings. */
    #kin(oid) {
        return [...this.#along(oid, 'parent'), ...this.#along(oid, 'child')];
    }
    #along(oid, kind) {
        const seen = new Set();
        const visit = (at) => {
            for (const { base, kind: own } of this.#edges.get(at) ?? []) {
                if (own !== kind || seen.has(base))
                    continue;
                seen.add(base);
                visit(base);
            }
        };
        visit(oid);
        return seen;
    }
    /** Every relation whose rows may show in it. */
    #below(oid) {
        const seen = new Set();
        const visit = (at) => {
            for (const { base, kind } of this.#edges.get(at) ?? []) {
                if (kind !== 'reads' || seen.has(base))
                    continue;
                for (const each of [base, ...this.#kin(base)])
                    seen.add(each);
                visit(base);
            }
        };
        visit(oid);
        for (const each of this.#kin(oid))
            seen.add(each);
        return [...seen];
    }
}
const DERIVED = `
SELECT d.oid, dn.nspname || '.' || d.relname, b.oid, bn.nspname || '.' || b.relname, e.attribute, a.attname, e.kind
FROM (
  SELECT r.ev_class AS derived, p.refobjid AS base, p.refobjsubid AS attribute, 'reads' AS kind
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_rewrite'::regclass AND p.objid = r.oid
    AND p.refclassid = 'pg_catalog.pg_class'::regclass AND p.refobjid <> r.ev_class
  UNION ALL
  SELECT i.inhrelid, i.inhparent, 0, 'parent' FROM pg_catalog.pg_inherits i
  UNION ALL
  SELECT i.inhparent, i.inhrelid, 0, 'child' FROM pg_catalog.pg_inherits i
) e
JOIN pg_catalog.pg_class d ON d.oid = e.derived AND d.relkind IN ('r', 'v', 'm', 'p', 'f')
JOIN pg_catalog.pg_namespace dn ON dn.oid = d.relnamespace
JOIN pg_catalog.pg_class b ON b.oid = e.base
JOIN pg_catalog.pg_namespace bn ON bn.oid = b.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = b.oid AND a.attnum = e.attribute AND e.attribute <> 0
WHERE dn.nspname NOT IN ('pg_catalog', 'information_schema')`;
async function loadLineage(side) {
    const names = new Map();
    const edges = new Map();
    for (const [derived, derivedName, base, baseName, attribute, column, kind] of await side.query(DERIVED)) {
        names.set(Number(derived), derivedName);
        names.set(Number(base), baseName);
        const list = edges.get(Number(derived)) ?? [];
        list.push({
            base: Number(base),
            column: column ?? undefined,
            attribute: Number(attribute),
            kind: kind === 'parent' || kind === 'child' ? kind : 'reads',
        });
        edges.set(Number(derived), list);
    }
    return new Lineage(names, edges);
}
/** For a view's plain columns the column they show, from the view's own tree (`resorigtbl`, `resorigcol` of its targets). */
async function viewSources(side, oid) {
    const rows = await side.query(`SELECT ev_action FROM pg_catalog.pg_rewrite WHERE ev_class = ${oid} AND rulename = '_RETURN'`);
    return readTargets(rows[0]?.[0] ?? '');
}
/** `({QUERY … :targetList ({TARGETENTRY … :resno 1 … :resorigtbl 16384 :resorigcol 2 :resjunk false} …) …})` */
function readTargets(tree) {
    const found = new Map();
    let depth = 0;
    let from = 0;
    for (let at = 0; at < tree.length; at++) {
        const char = tree[at];
        if (char === '\\')
            at++;
        else if (char === '{' && ++depth === 2)
            from = at;
        else if (char === '}' && depth-- === 2 && tree.startsWith('{TARGETENTRY', from)) {
            const entry = tree.slice(from, at);
            const number = (name) => Number(entry.slice(entry.lastIndexOf(`:${name} `)).match(/^\S+ (\d+)/)?.[1] ?? 0);
            const [table, attribute] = [number('resorigtbl'), number('resorigcol')];
            if (table !== 0 && attribute > 0 && entry.trimEnd().endsWith(':resjunk false'))
                found.set(number('resno'), { table, attribute });
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/messages.js
// The login phase reads one message at a time; the relay takes over the same inlet afterwards.

/** A sink that hands out messages on demand and leaves what follows in the inlet. */
class Messages {
    #inlet;
    #startup = false;
    #limit = 0;
    #resolve;
    #reject;
    #error;
    attach(inlet) {
        this.#inlet = inlet;
        inlet.hold();
        const gone = () => this.failed(new ProtocolError('the connection ended during login'));
        inlet.socket.once('end', gone);
        inlet.socket.once('close', gone);
    }
    /** The next message; `startup` for the one without a type byte. `limit` bounds its length word. */
    next(limit, startup = false) {
        if (this.#error !== undefined)
            return Promise.reject(this.#error);
        this.#limit = limit;
        this.#startup = startup;
        return new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
            this.#inlet.release();
        });
    }
    take(buffer, start, end) {
        if (!this.#resolve) {
            this.#inlet.hold();
            return start;
        }
        const skip = this.#startup ? 0 : 1;
        if (end - start < 4 + skip)
            return start;
        const length = frameLength(buffer, start + skip - 1, this.#limit);
        if (end - start < length + skip)
            return start;
        const type = this.#startup ? 0 : buffer[start];
        const from = start + skip + 4;
        const body = Buffer.from(buffer.subarray(from, start + skip + length));
        const resolve = this.#resolve;
        this.#resolve = this.#reject = undefined;
        this.#inlet.hold();
        resolve({ type, body });
        return start + skip + length;
    }
    failed(error) {
        this.#error ??= error;
        const reject = this.#reject;
        this.#resolve = this.#reject = undefined;
        reject?.(error);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/side.js
// A second connection to the target, for questions of our own: opened when first needed, closed when idle.



const IDLE_MS = 30_000;
const ANSWER_MS = 15_000;
class Side {
    #open;
    #upstream;
    #messages = new Messages();
    #queue = Promise.resolve();
    #idle;
    constructor(open) {
        this.#open = open;
    }
    /** Rows in text format. The text is ours: it holds no literal that was not escaped. */
    async query(text) {
        return (await this.#ask(frames_frame(frames_CLIENT.Query, text))).rows;
    }
    /** The columns that a query would return; it is not run. */
    async describe(text) {
        const parse = frames_frame(frames_CLIENT.Parse, '', text, Buffer.alloc(2));
        const describe = frames_frame(frames_CLIENT.Describe, Buffer.of(0x53), '');
        return (await this.#ask(Buffer.concat([parse, describe, SYNC]))).fields;
    }
    close() {
        clearTimeout(this.#idle);
        this.#upstream?.inlet.socket.end(TERMINATE);
        this.#upstream = undefined;
    }
    /** One question at a time. */
    #ask(question) {
        const asked = this.#queue.then(() => this.#once(question));
        this.#queue = asked.catch(() => { });
        return asked;
    }
    async #once(question) {
        clearTimeout(this.#idle);
        const upstream = await this.#connected();
        const timer = setTimeout(() => upstream.inlet.socket.destroy(), ANSWER_MS).unref();
        try {
            upstream.inlet.socket.write(question);
            return await this.#read();
        }
        catch (error) {
            if (error instanceof ProtocolError)
                this.#drop(upstream);
            throw error;
        }
        finally {
            clearTimeout(timer);
            this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
        }
    }
    async #connected() {
        if (this.#upstream)
            return this.#upstream;
        const upstream = await this.#open();
        this.#messages = new Messages();
        upstream.inlet.sink = this.#messages;
        this.#messages.attach(upstream.inlet);
        upstream.inlet.socket.once('close', () => this.#drop(upstream));
        this.#upstream = upstream;
        return upstream;
    }
    #drop(upstream) {
        upstream.inlet.socket.destroy();
        if (this.#upstream === upstream)
            this.#upstream = undefined;
    }
    async #read() {
        const rows = [];
        let fields = [];
        let failure;
        for (;;) {
            const { type, body } = await this.#messages.next(WHOLE_LIMIT);
            if (type === UPSTREAM.DataRow)
                rows.push(readRow(body));
            else if (type === UPSTREAM.RowDescription)
                fields = readRowDescription(body, 0, body.length);
            else if (type === UPSTREAM.ErrorResponse) {
                const sqlstate = new Map(readFields(body, 0, body.length)).get('C');
                failure = new Error(`the catalogue query failed (${sqlstate})`);
            }
            else if (type === UPSTREAM.ReadyForQuery) {
                if (failure)
                    throw failure;
                return { rows, fields };
            }
        }
    }
}
/** A DataRow's body. */
function readRow(body) {
    const count = body.readUInt16BE(0);
    const row = [];
    let at = 2;
    for (let i = 0; i < count; i++) {
        if (at + 4 > body.length)
            throw new ProtocolError('a row that is cut');
        const length = body.readInt32BE(at);
        at += 4;
        if (length < -1 || at + length > body.length)
            throw new ProtocolError('a row with an impossible length');
        row.push(length === -1 ? null : body.toString('utf8', at, at + length));
        if (length > 0)
            at += length;
    }
    return row;
}
/** A string literal; the connection has standard_conforming_strings on. */
const literal = (text) => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;

;// CONCATENATED MODULE: ./lib/protocols/postgres/catalogue.js


/** Milliseconds. */
const FRESH_MS = 60_000;
const REBUILT = new Set(['v', 'm']);
class Catalogue {
    #side;
    /** Grows when the schema changed. */
    generation = 0;
    #relations = new Map();
    #types = new Map();
    #lineage;
    /** Grows when the lineage is stale. */
    #edition = 0;
    #loading;
    #loaded = 0;
    #now;
    constructor(side, now) {
        this.#side = side;
        this.#now = now;
    }
    /** `views` is false when only tables and columns were added. */
    invalidate(views) {
        this.generation++;
        this.#relations.clear();
        this.#types.clear();
        if (!views)
            return;
        this.#edition++;
        this.#lineage = undefined;
        this.#loading = undefined;
    }
    /** Which relations read which; undefined until `load` is done. Others change the schema too: it is read again after a while. */
    get lineage() {
        if (this.#lineage && this.#now() - this.#loaded > FRESH_MS) {
            this.#loaded = this.#now();
            this.#loading = undefined;
            this.load().catch(() => { });
        }
        return this.#lineage;
    }
    /** Rejects when the target does not answer. */
    load() {
        const edition = this.#edition;
        this.#loading ??= loadLineage(this.#side).then((lineage) => {
            if (edition !== this.#edition)
                return;
            this.#lineage = lineage;
            this.#loaded = this.#now();
        }, (error) => {
            this.#loading = undefined;
            throw error;
        });
        return this.#loading;
    }
    knows(fields) {
        for (const { table, type } of fields)
            if ((table !== 0 && !this.#relations.has(table)) || !this.#types.has(type))
                return false;
        return true;
    }
    type(oid) {
        return this.#types.get(oid);
    }
    /** Undefined for computed columns, and for relations that other connections cannot see yet. */
    origin(table, attribute) {
        const relation = table === 0 ? undefined : this.#relations.get(table);
        const column = relation?.columns.get(attribute);
        if (!relation || column === undefined)
            return undefined;
        const name = `${relation.schema}.${relation.name}.${column}`;
        const carries = relation.sources.get(attribute) ?? relation.behind;
        return carries ? { name, carries } : { name };
    }
    /** Asks for what is not known. Rejects when the target does not answer. */
    async learn(fields) {
        const tables = [...new Set(fields.map(({ table }) => table))].filter((oid) => oid !== 0 && !this.#relations.has(oid));
        const types = [...new Set(fields.map(({ type }) => type))].filter((oid) => !this.#types.has(oid));
        if (types.length > 0)
            await this.#learnTypes(types);
        if (tables.length > 0)
            await this.#learnRelations(tables);
    }
    async #learnTypes(oids) {
        const sql = `SELECT oid, typname FROM pg_catalog.pg_type WHERE oid IN (${oids.join(',')})`;
        const rows = await this.#side.query(sql);
        for (const oid of oids)
            this.#types.set(oid, undefined);
        for (const [oid, name] of rows)
            this.#types.set(Number(oid), name ?? undefined);
    }
    async #learnRelations(oids) {
        if (!this.#lineage)
            await this.load();
        const rows = await this.#side.query(`SELECT c.oid, n.nspname, c.relname, c.relkind, a.attnum, a.attname
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
       WHERE c.oid IN (${oids.join(',')})`);
        const found = new Map();
        for (const [oid, schema, name, kind, attribute, column] of rows) {
            const id = Number(oid);
            const relation = found.get(id) ?? { schema: schema, name: name, kind: kind, columns: new Map() };
            relation.columns.set(Number(attribute), column);
            found.set(id, relation);
        }
        if (this.#lineage &&
            [...found].some(([oid, { kind }]) => REBUILT.has(kind) && !this.#lineage.derives(oid))) {
            // A view that somebody else made since.
            this.#loading = undefined;
            await this.load();
        }
        for (const oid of oids) {
            const relation = found.get(oid);
            this.#relations.set(oid, relation && (await this.#derive(oid, relation)));
        }
    }
    async #derive(oid, relation) {
        const lineage = this.#lineage;
        const behind = lineage?.columnsBehind(oid);
        const sources = new Map();
        if (lineage && REBUILT.has(relation.kind)) {
            for (const [attribute, source] of await viewSources(this.#side, oid)) {
                const carried = lineage.column(source.table, source.attribute);
                if (carried)
                    sources.set(attribute, carried);
            }
        }
        else if (lineage && behind) {
            for (const [attribute, column] of relation.columns)
                sources.set(attribute, lineage.inherited(oid, column));
        }
        return { ...relation, sources, behind };
    }
    /**
     * The columns of a COPY TO STDOUT. A relation without its schema may be any of that name, and a query means something
     * else under another search_path: then `origins` name all, or it rejects.
     */
    async describeCopy(copy, resolution) {
        if (copy.query !== undefined) {
            if (resolution)
                throw new Error('the query may mean something else on another connection');
            const fields = await this.#side.describe(copy.query);
            if (fields.length === 0)
                throw new Error('the query returns no columns');
            await this.learn(fields);
            return fields;
        }
        if (copy.relation === undefined)
            throw new Error('nothing to describe');
        if (resolution && !copy.relation.includes('.'))
            throw new Error('the relation may be another one');
        const fields = await this.#copied(copy.relation, copy.columns);
        await this.learn(fields);
        return fields;
    }
    async #copied(relation, columns) {
        const parts = relation.split('.').map((part) => `"${part.replaceAll('"', '""')}"`);
        const rows = await this.#side.query(`SELECT a.attrelid, a.attnum, a.attname, a.atttypid FROM pg_catalog.pg_attribute a
       WHERE a.attrelid = pg_catalog.to_regclass(${literal(parts.join('.'))})
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum`);
        const fields = rows.map(([table, attribute, label, type]) => ({
            label: label,
            table: Number(table),
            attribute: Number(attribute),
            type: Number(type),
            format: 'text',
        }));
        const chosen = columns.length === 0 ? fields : columns.map((name) => fields.find(({ label }) => label === name));
        if (chosen.length === 0 || chosen.includes(undefined))
            throw new Error('the columns are not known');
        return chosen.filter((field) => field !== undefined);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/scram.js
// SCRAM-SHA-256 on both sides, without channel binding: RFC 5802, RFC 7677,
// https://www.postgresql.org/docs/current/sasl-authentication.html


const MECHANISM = 'SCRAM-SHA-256';
/** More would let a hostile server burn our time; servers use 4,096 unless told otherwise. */
const MAX_ITERATIONS = 100_000;
const MAX_NONCE = 256;
const MAX_SALT = 1024;
const hmac = (key, text) => (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest();
/**
 * SASLprep as PostgreSQL does it: a password that it refuses is used as it is.
 * The tables are loaded for passwords that need them; ASCII comes out as it went in.
 */
async function prepare(password) {
    if (/^[ -~]*$/.test(password))
        return password;
    const { saslprep } = await __nccwpck_require__.e(/* import() */ 81).then(__nccwpck_require__.bind(__nccwpck_require__, 81));
    try {
        return saslprep(password);
    }
    catch {
        return password;
    }
}
/** `password` has been through `prepare`, unless it is ASCII. */
function saltedPassword(password, salt, iterations) {
    return (0,external_node_crypto_.pbkdf2Sync)(password, salt, iterations, 32, 'sha256');
}
function createVerifier(password, salt, iterations = 4096) {
    const salted = saltedPassword(password, salt, iterations);
    return {
        salt,
        iterations,
        storedKey: sha256(hmac(salted, 'Client Key')),
        serverKey: hmac(salted, 'Server Key'),
    };
}
/** Attributes `a=value,b=value`; each must be one letter. */
function attributes(message) {
    const found = new Map();
    for (const part of message.split(',')) {
        if (part[1] !== '=' || found.has(part[0]))
            throw new ProtocolError('a malformed SCRAM message');
        found.set(part[0], part.slice(2));
    }
    return found;
}
function xor(a, b) {
    const out = Buffer.alloc(a.length);
    for (let i = 0; i < a.length; i++)
        out[i] = a[i] ^ b[i];
    return out;
}
/** The server's half. `first` answers client-first, `final` client-final; `final` gives undefined when the password is wrong. */
function scramServer(verifier, nonce) {
    let bare = '';
    let serverFirst = '';
    let expected = '';
    let header = '';
    return {
        first(message) {
            const match = /^((?:n|y),(?:a=[^,]*)?,)(n=[^,]*,r=([\x21-\x2b\x2d-\x7e]{8,256})(?:,.*)?)$/.exec(message);
            if (!match)
                throw new ProtocolError('a malformed SCRAM message, or channel binding without TLS');
            header = match[1];
            bare = match[2];
            expected = match[3] + nonce;
            serverFirst = `r=${expected},s=${verifier.salt.toString('base64')},i=${verifier.iterations}`;
            return serverFirst;
        },
        final(message) {
            const at = message.lastIndexOf(',p=');
            if (at === -1)
                throw new ProtocolError('a malformed SCRAM message');
            const unproven = message.slice(0, at);
            const proof = Buffer.from(message.slice(at + 3), 'base64');
            const sent = attributes(unproven);
            if (sent.get('c') !== Buffer.from(header).toString('base64') || sent.get('r') !== expected)
                throw new ProtocolError('a SCRAM message that belongs to another exchange');
            if (proof.length !== 32)
                throw new ProtocolError('a malformed SCRAM proof');
            const exchange = `${bare},${serverFirst},${unproven}`;
            const clientKey = xor(proof, hmac(verifier.storedKey, exchange));
            if (!(0,external_node_crypto_.timingSafeEqual)(sha256(clientKey), verifier.storedKey))
                return undefined;
            return `v=${hmac(verifier.serverKey, exchange).toString('base64')}`;
        },
    };
}
/** The client's half; `salted` may answer from a cache, the key derivation being the slow part. */
function scramClient(nonce, salted, user = '') {
    const bare = `n=${user},r=${nonce}`;
    let signature;
    return {
        first: `n,,${bare}`,
        final(serverFirst) {
            const sent = attributes(serverFirst);
            const combined = sent.get('r') ?? '';
            const salt = Buffer.from(sent.get('s') ?? '', 'base64');
            const count = sent.get('i') ?? '';
            const iterations = /^[1-9]\d{0,9}$/.test(count) ? Number(count) : Number.NaN;
            if (!combined.startsWith(nonce) || combined.length === nonce.length || combined.length > MAX_NONCE)
                throw new ProtocolError('a SCRAM nonce that does not extend ours');
            if (salt.length === 0 || salt.length > MAX_SALT)
                throw new ProtocolError('a SCRAM salt of no use');
            if (!(iterations <= MAX_ITERATIONS))
                throw new ProtocolError(`a SCRAM iteration count beyond ${MAX_ITERATIONS}`);
            const key = salted(salt, iterations);
            const clientKey = hmac(key, 'Client Key');
            const unproven = `c=biws,r=${combined}`;
            const exchange = `${bare},${serverFirst},${unproven}`;
            signature = hmac(hmac(key, 'Server Key'), exchange);
            return `${unproven},p=${xor(clientKey, hmac(sha256(clientKey), exchange)).toString('base64')}`;
        },
        /** Throws unless the server proved that it knows the password too. */
        verify(serverFinal) {
            const proof = Buffer.from(attributes(serverFinal).get('v') ?? '', 'base64');
            if (!signature || proof.length !== signature.length || !(0,external_node_crypto_.timingSafeEqual)(proof, signature))
                throw new ProtocolError('a SCRAM signature that does not prove the password');
        },
    };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/startup.js

const CODE = {
    cancel: 80877102,
    ssl: 80877103,
    gss: 80877104,
    protocol30: 0x30000,
    protocol32: 0x30002,
};
/** The server's MAX_STARTUP_PACKET_LENGTH. */
const STARTUP_LIMIT = 10_000;
/** Settings that change how values look, never what a statement means. Lower case, as the server folds them. */
const HARMLESS = new Set([
    'application_name',
    'bytea_output',
    'client_min_messages',
    'datestyle',
    'extra_float_digits',
    'geqo',
    'intervalstyle',
    'timezone',
]);
const TIMEOUTS = new Set(['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']);
/** A startup packet that is well-formed and not wanted. */
class Refusal extends Error {
    failure;
    constructor(sqlstate, message, hint) {
        super(message);
        this.failure = { severity: 'FATAL', sqlstate, message, hint };
    }
}
/** The pairs of a startup packet; `bytes` is its body behind the protocol version. */
function readPairs(bytes) {
    const pairs = new Map();
    let at = 0;
    while (at < bytes.length && bytes[at] !== 0) {
        const nameEnd = stringEnd(bytes, at, bytes.length);
        const valueEnd = stringEnd(bytes, nameEnd + 1, bytes.length);
        const name = bytes.toString('utf8', at, nameEnd);
        if (pairs.has(name))
            throw new ProtocolError('a startup parameter that is given twice');
        pairs.set(name, bytes.toString('utf8', nameEnd + 1, valueEnd));
        at = valueEnd + 1;
    }
    if (at !== bytes.length - 1)
        throw new ProtocolError('a startup packet without its end');
    return pairs;
}
/** Command-line options in `options`: `-c name=value`, `-cname=value`, `--name=value`; a backslash escapes the next character. */
function readOptions(text) {
    const words = (text.match(/(?:\\[\s\S]|[^\s\\])+/g) ?? []).map((word) => word.replace(/\\([\s\S])/g, '$1'));
    const settings = [];
    for (let i = 0; i < words.length; i++) {
        const word = words[i];
        const setting = word === '-c' ? (words[++i] ?? '') : /^(?:-c|--)([\s\S]*)$/.exec(word)?.[1];
        const pair = setting === undefined ? null : /^([A-Za-z_][\w.-]*)=([\s\S]*)$/.exec(setting);
        if (!pair)
            throw new Refusal('22023', 'the connection option "options" holds more than settings');
        settings.push([pair[1].toLowerCase().replaceAll('-', '_'), pair[2]]);
    }
    return settings;
}
/** Applies the rules; `database` is the target's, and `user` the one that local clients use. */
function readStartup(pairs, target) {
    const settings = new Map();
    const take = (name, value) => {
        if (name === 'client_encoding')
            return encoding(value);
        if (!HARMLESS.has(name) && !TIMEOUTS.has(name))
            throw new Refusal('0A000', `the setting "${name.slice(0, 64)}" is not accepted when connecting`, 'Set it by a statement after connecting; there it is judged and recorded.');
        settings.set(name, value);
    };
    const user = pairs.get('user') ?? '';
    for (const [name, value] of pairs) {
        const folded = name.toLowerCase();
        if (folded === 'user' || folded.startsWith('_pq_.'))
            continue;
        if (folded === 'database')
            database(value, user, target);
        else if (folded === 'replication')
            replication(value);
        else if (folded === 'options')
            for (const [key, setting] of readOptions(value))
                take(key, setting);
        else
            take(folded, value);
    }
    if (!user)
        throw new Refusal('28000', 'no user name in the startup packet');
    return { user, application: settings.get('application_name') ?? '', settings };
}
function encoding(value) {
    const name = value.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (name !== 'utf8' && name !== 'unicode' && name !== 'sqlascii')
        throw new Refusal('0A000', 'only client_encoding UTF8 is accepted', 'Set PGCLIENTENCODING=UTF8.');
}
function replication(value) {
    if (!['false', 'off', 'no', '0'].includes(value.toLowerCase()))
        throw new Refusal('0A000', 'replication connections are refused');
}
/** libpq sends the user's name when no database was chosen. */
function database(value, user, target) {
    if (value === target.database || value === '' || value === '-' || value === user)
        return;
    throw new Refusal('3D000', `this grant is for the database of target "${target.name}" only`, target.database ? `Connect to the database "${target.database}".` : 'Leave the database out.');
}
/** The settings of the connection to the target: the client's, within the grant's limits. */
function upstreamSettings(startup, limits) {
    const settings = new Map(startup.settings);
    const bound = (name, limit) => {
        if (limit === undefined)
            return;
        const asked = milliseconds(settings.get(name));
        settings.set(name, String(asked > 0 && asked < limit ? asked : limit));
    };
    bound('statement_timeout', limits.statementTimeout);
    bound('lock_timeout', limits.lockTimeout);
    bound('idle_in_transaction_session_timeout', limits.idleInTransactionTimeout);
    settings.set('client_encoding', 'UTF8');
    settings.set('standard_conforming_strings', 'on');
    return settings;
}
const UNITS = {
    '': 1,
    ms: 1,
    s: 1000,
    min: 60_000,
    h: 3_600_000,
    d: 86_400_000,
};
function milliseconds(value) {
    const match = /^\s*(\d+)\s*(ms|s|min|h|d|)\s*$/.exec(value ?? '');
    return match ? Number(match[1]) * UNITS[match[2]] : 0;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/client-login.js
// The server's half of the login, towards the job's own clients on loopback.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP




const PASSWORD_LIMIT = 1024;
/** Reads startup packets until one opens a session or cancels one, then checks the password. Throws `Refusal` or `ProtocolError`. */
async function clientLogin(inlet, messages, local) {
    const asked = new Set();
    for (;;) {
        const { body } = await messages.next(STARTUP_LIMIT, true);
        if (body.length < 4)
            throw new ProtocolError('a startup packet without a version');
        const code = body.readUInt32BE(0);
        if (code === CODE.ssl || code === CODE.gss) {
            // Bytes behind the request were sent before anybody could have answered: somebody injected them (CVE-2021-23214).
            if (body.length !== 4 || inlet.pending > 0 || asked.has(code))
                throw new ProtocolError('bytes behind a request for encryption');
            asked.add(code);
            inlet.socket.write('N');
            continue;
        }
        if (code === CODE.cancel) {
            if (body.length < 12 || body.length > 8 + 256)
                throw new ProtocolError('a malformed cancel request');
            return { kind: 'cancel', pid: body.readInt32BE(4), key: Buffer.from(body.subarray(8)) };
        }
        return await client_login_open(inlet, messages, local, code, body);
    }
}
async function client_login_open(inlet, messages, local, code, body) {
    if (code >>> 16 !== 3)
        throw new Refusal('0A000', `protocol ${code >>> 16}.${code & 0xffff} is not spoken here, only 3.0 and 3.2`);
    const pairs = readPairs(body.subarray(4));
    const startup = readStartup(pairs, { name: local.target, database: local.database, user: local.user });
    const options = [...pairs.keys()].filter((name) => name.startsWith('_pq_.'));
    if (code > CODE.protocol32 || options.length > 0) {
        const parts = [int32(Math.min(code, CODE.protocol32), options.length), ...options];
        inlet.socket.write(frames_frame(UPSTREAM.NegotiateProtocolVersion, ...parts));
    }
    const proven = local.method === 'password'
        ? await cleartext(inlet, messages, local)
        : await scram(inlet, messages, local, startup.user);
    if (!proven || !same(startup.user, local.user))
        throw new Refusal('28P01', `password authentication failed for user "${startup.user.slice(0, 63)}"`, 'Use the user and password that the session printed or exported (PGUSER, PGPASSWORD).');
    return { kind: 'startup', startup, keyLength: code >= CODE.protocol32 ? 32 : 4 };
}
async function cleartext(inlet, messages, local) {
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(3)));
    const body = await answer(messages);
    return same(body.toString('utf8', 0, Math.max(0, body.length - 1)), local.password);
}
async function scram(inlet, messages, local, user) {
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(10), MECHANISM, Buffer.of(0)));
    const initial = await answer(messages);
    const zero = initial.indexOf(0);
    const length = zero >= 0 && initial.length >= zero + 5 ? initial.readInt32BE(zero + 1) : -1;
    if (initial.toString('latin1', 0, Math.max(0, zero)) !== MECHANISM || initial.length !== zero + 5 + length)
        throw new ProtocolError('a malformed SASL response');
    // Unknown users take the same way as wrong passwords.
    const verifier = user === local.user ? local.verifier : createVerifier((0,external_node_crypto_.randomBytes)(32).toString('hex'), (0,external_node_crypto_.randomBytes)(16));
    const exchange = scramServer(verifier, (0,external_node_crypto_.randomBytes)(18).toString('base64'));
    const first = exchange.first(initial.toString('utf8', zero + 5));
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(11), Buffer.from(first)));
    const final = exchange.final((await answer(messages)).toString('utf8'));
    if (final === undefined)
        return false;
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(12), Buffer.from(final)));
    return true;
}
/** Nothing but a password message may come now; a second startup packet is refused here too. */
async function answer(messages) {
    const { type, body } = await messages.next(PASSWORD_LIMIT);
    if (type !== frames_CLIENT.Password)
        throw new ProtocolError('a message that is no part of the login');
    return body;
}
function same(given, wanted) {
    const a = Buffer.alloc(256);
    const b = Buffer.alloc(256);
    a.write(given);
    b.write(wanted);
    return (0,external_node_crypto_.timingSafeEqual)(a, b) && given.length === wanted.length;
}
/** How a failed login is told to the client. */
function loginFailure(error) {
    if (error instanceof Refusal)
        return error.failure;
    const message = error instanceof ProtocolError ? `refused: ${error.message}` : 'the login failed';
    return { severity: 'FATAL', sqlstate: error instanceof ProtocolError ? '08P01' : 'XX000', message };
}
const fatal = (failure) => errorResponse({ ...failure, severity: 'FATAL' });

;// CONCATENATED MODULE: ./lib/protocols/postgres/digest.js
// What COPY carried, for the record: payload bytes and their SHA-256, without the frames around them.

const BATCH = 64 * 1024;
/** Pieces up to this size are gathered: one hash update each would cost more than the copy. */
const SMALL = 8 * 1024;
class CopyDigest {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #batch;
    #filled = 0;
    bytes = 0;
    add(from, start, end) {
        const size = end - start;
        this.bytes += size;
        if (size > SMALL) {
            this.#flush();
            this.#hash.update(from.subarray(start, end));
            return;
        }
        this.#batch ??= Buffer.allocUnsafe(BATCH);
        if (this.#filled + size > BATCH)
            this.#flush();
        from.copy(this.#batch, this.#filled, start, end);
        this.#filled += size;
    }
    end() {
        this.#flush();
        return { bytes: this.bytes, sha256: this.#hash.digest('hex') };
    }
    #flush() {
        if (this.#batch && this.#filled > 0)
            this.#hash.update(this.#batch.subarray(0, this.#filled));
        this.#filled = 0;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/judge.js

const NOTHING = { effects: [], relations: [], count: 0, changes: { schema: false, resolution: false } };
/** Where it stands, nobody can follow what a name means. */
const judge_hidden = ({ action, via = [] }) => action === 'prepare' && via.length > 0;
const HIDDEN = {
    severity: 'ERROR',
    sqlstate: '0A000',
    message: 'refused: PREPARE and DEALLOCATE inside of code',
    hint: 'Send them as statements of their own.',
};
const UNRESOLVED = {
    severity: 'ERROR',
    sqlstate: '42501',
    message: 'refused: what this COPY returns could not be resolved, so it cannot be masked',
    hint: 'Copy one table by its full name (schema.table) outside of the transaction that made it, or use a SELECT.',
};
class Judge {
    #x;
    #ready;
    constructor(exchange) {
        this.#x = exchange;
    }
    /** Judges `bytes[from, to)`. Undefined: held; ask again with the same frame when the inlet is released. */
    statement(bytes, from, to, id, prepared) {
        if (this.#ready)
            return this.#taken();
        const { inspector, analyser } = this.#x.shared;
        const read = inspector.read(bytes, from, to);
        if (!read)
            return this.#unreadable(id);
        const analysis = analyser.analyse(read.text);
        const go = (analysed) => 
        // What the names stand for is known when everything before is answered.
        this.#x.awaits(analysed)
            ? this.#x.whenAnswered().then(() => go(analysed))
            : this.#decide({ id, text: read.text, sha256: read.sha256, analysis: this.#x.resolved(analysed) }, prepared);
        return this.#settle(analysis instanceof Promise ? analysis.then(go) : go(analysis));
    }
    /** Judges the run of a portal. */
    execute(run) {
        if (this.#ready)
            return this.#taken();
        const verdict = this.#x.gate.execute(run.statement, run.parameters);
        const go = (decided) => this.#decided(run.statement, decided, true);
        return this.#settle(verdict instanceof Promise ? verdict.then(go) : go(verdict));
    }
    #taken() {
        const ready = this.#ready;
        this.#ready = undefined;
        return ready;
    }
    #settle(judged) {
        if (!(judged instanceof Promise))
            return judged;
        const { client } = this.#x;
        client.hold();
        const settled = (ready) => {
            this.#ready = ready;
            client.release();
        };
        judged.then(settled, () => this.#x.end({ severity: 'FATAL', sqlstate: 'XX000', message: 'the statement could not be judged' }));
        return undefined;
    }
    #decide(statement, prepared) {
        const verdict = this.#x.gate.judge(statement, prepared);
        const runs = prepared === undefined;
        return verdict instanceof Promise
            ? verdict.then((decided) => this.#decided(statement, decided, runs))
            : this.#decided(statement, verdict, runs);
    }
    #decided(statement, verdict, runs) {
        if (verdict.kind !== 'allow')
            return { statement, failure: denial(verdict) };
        const { analysis } = statement;
        if (analysis.effects.some(judge_hidden))
            return { statement, failure: this.#refused(statement, HIDDEN) };
        const { plans } = this.#x.shared;
        const waiting = plans.ready();
        if (waiting)
            return waiting.then(() => this.#decided(statement, verdict, runs));
        if (!runs || plans.inert || !analysis.copy)
            return { statement };
        const refused = () => ({ statement, failure: this.#refused(statement, UNRESOLVED) });
        // Only the result of the last statement is described before it runs.
        if (plans.masksColumns && (analysis.count > 1 || !this.#x.copies(statement)))
            return refused();
        return plans.copy(analysis, this.#x.resolution).then((copy) => ({ statement, copy }), refused);
    }
    #refused(statement, failure) {
        const error = { sqlstate: failure.sqlstate, message: failure.message };
        this.#x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error });
        return failure;
    }
    #unreadable(id) {
        this.#x.gate.limit('encoding', 'a statement that is not UTF-8 was refused');
        return {
            statement: { id, text: '', sha256: '', analysis: NOTHING },
            failure: {
                severity: 'ERROR',
                sqlstate: '22021',
                message: 'the statement is not valid UTF-8',
                hint: 'Send UTF-8; other client encodings are not accepted.',
            },
        };
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/identifiers.js
// Names as the analysis writes them, and as the server keeps them.
/** NAMEDATALEN - 1: the server cuts longer names, so that two of them could be one. */
const identifiers_LONGEST = 63;
/** Parts of a dotted name, without their quotes. */
function split(name) {
    if (!name.includes('"'))
        return name.split('.');
    return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) => quoted === undefined ? whole : quoted.replaceAll('""', '"'));
}
/** `schema.table` without quotes; what is temporary goes by its name alone, as its schema has many. */
function relationOf(name) {
    const parts = split(name);
    return (parts.length > 1 && /^pg_temp(_\d+)?$/.test(parts[0]) ? parts.slice(1) : parts).join('.');
}
/** A relation's own name, in whatever schema it is. */
const bare = (relation) => split(relation).at(-1) ?? '';
/** The name of a cursor or a prepared statement as the wire has it. */
function wireName(name) {
    const [plain = ''] = split(name);
    if (Buffer.byteLength(plain) <= identifiers_LONGEST)
        return plain;
    let cut = plain;
    while (Buffer.byteLength(cut) > identifiers_LONGEST)
        cut = [...cut].slice(0, -1).join('');
    return cut;
}
/** The server's own relations: nobody gives these names another meaning but by a name of their own. */
const isSystem = (relation) => /^(?:pg_(?!temp)|information_schema\.)/.test(relation);

;// CONCATENATED MODULE: ./lib/protocols/postgres/names.js


class Prepared {
    name;
    /** Undefined for a name that is being closed. */
    statement;
    segment;
    constructor(name, statement, segment) {
        this.name = name;
        this.statement = statement;
        this.segment = segment;
    }
}
function readName(bytes, at, end) {
    const zero = stringEnd(bytes, at, end);
    if (zero - at > identifiers_LONGEST)
        throw new ProtocolError(`a name longer than ${identifiers_LONGEST} bytes`);
    return zero === at ? '' : bytes.toString('utf8', at, zero);
}
class Names {
    #prepared = new Map();
    #preparing = new Map();
    #portals = new Map();
    #binding = new Map();
    /** Counts Syncs and simple queries sent. */
    segment = 0;
    /** False when what `name` stands for depends on an answer that is not here yet. */
    settled(name) {
        const making = this.#preparing.get(name);
        return making === undefined || making.segment === this.segment;
    }
    /** For a name of SQL, which may be of either kind; `naming` when statements may change names out of sight. */
    settledBoth(name, naming) {
        return !naming && this.settled(name) && this.portalSettled(name);
    }
    portalSettled(name) {
        const making = this.#binding.get(name);
        return making === undefined || making.segment === this.segment;
    }
    prepared(name) {
        return (this.#preparing.get(name) ?? this.#prepared.get(name))?.statement;
    }
    portal(name) {
        return this.#binding.has(name) ? this.#binding.get(name) : this.#portals.get(name);
    }
    preparing(prepared) {
        this.#preparing.set(prepared.name, prepared);
    }
    binding(run) {
        this.#binding.set(run.name, run);
    }
    closingPortal(name) {
        this.#binding.delete(name);
        this.#portals.delete(name);
    }
    /** ParseComplete, CloseComplete, or a tag that says the same of an SQL statement. */
    done(prepared) {
        if (prepared.statement)
            this.#prepared.set(prepared.name, prepared);
        else
            this.#prepared.delete(prepared.name);
        if (this.#preparing.get(prepared.name) === prepared)
            this.#preparing.delete(prepared.name);
    }
    bound(run) {
        run.confirmed = true;
        this.#portals.set(run.name, run);
        if (this.#binding.get(run.name) === run)
            this.#binding.delete(run.name);
    }
    /** It failed, or was skipped behind a failure. `first` for the one that failed itself. */
    failed(item, first) {
        if (item instanceof Prepared) {
            if (this.#preparing.get(item.name) === item)
                this.#preparing.delete(item.name);
            if (first && item.name === '')
                this.#prepared.delete('');
        }
        else if (this.#binding.get(item.name) === item) {
            this.#binding.delete(item.name);
        }
    }
    /** The transaction is over: portals are gone, but for those that may be declared WITH HOLD. */
    transactionEnded() {
        for (const [name, run] of this.#portals)
            if (run.source !== undefined || !/\bhold\b/i.test(run.statement.text))
                this.#portals.delete(name);
    }
    /** Code ran that may have put another query behind a portal's name. */
    doubtPortals() {
        for (const run of this.#portals.values())
            run.doubtful = true;
    }
    forgetPrepared() {
        this.#prepared.clear();
    }
    forgetPortals() {
        this.#portals.clear();
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/pipeline.js
const ASKED = {
    none: 0,
    query: 1,
    parse: 2,
    bind: 3,
    describeStatement: 4,
    describePortal: 5,
    /** Describe that we added; its answer is ours. */
    describeOurs: 6,
    execute: 7,
    close: 8,
    sync: 9,
    /** CopyDone or CopyFail: never answered by itself, ends a COPY FROM STDIN. */
    copyEnd: 10,
    /** Stands for something refused: its answer is an error, which ours replaces. */
    refused: 11,
};
class Pipeline {
    #kinds = new Uint8Array(64);
    #items = new Array(64).fill(null);
    #head = 0;
    #tail = 0;
    get length() {
        return this.#tail - this.#head;
    }
    push(kind, item) {
        if (kind === ASKED.copyEnd && this.length === 0)
            return;
        if (this.length === this.#kinds.length)
            this.#grow();
        const at = this.#tail++ & (this.#kinds.length - 1);
        this.#kinds[at] = kind;
        this.#items[at] = item;
    }
    /** What the next answer belongs to. */
    get kind() {
        return this.length === 0 ? ASKED.none : this.#kinds[this.#head & (this.#kinds.length - 1)];
    }
    get item() {
        return this.length === 0 ? null : this.#items[this.#head & (this.#kinds.length - 1)];
    }
    /** The end of a COPY means something only while what it belongs to is at the head. */
    shift() {
        do
            this.#items[this.#head++ & (this.#kinds.length - 1)] = null;
        while (this.kind === ASKED.copyEnd);
    }
    /** The first entry behind the head that is not a Sync: those are ignored while COPY FROM STDIN runs. Answers whether it was CopyDone. */
    dropSyncsUntilCopyEnd() {
        const mask = this.#kinds.length - 1;
        let at = this.#head + 1;
        while (at < this.#tail && this.#kinds[at & mask] === ASKED.sync)
            at++;
        const ended = at < this.#tail && this.#kinds[at & mask] === ASKED.copyEnd;
        const from = ended ? at + 1 : at;
        const dropped = from - (this.#head + 1);
        if (dropped > 0) {
            for (let i = from; i < this.#tail; i++) {
                this.#kinds[(i - dropped) & mask] = this.#kinds[i & mask];
                this.#items[(i - dropped) & mask] = this.#items[i & mask];
            }
            for (let i = this.#tail - dropped; i < this.#tail; i++)
                this.#items[i & mask] = null;
            this.#tail -= dropped;
        }
        return ended;
    }
    #grow() {
        const size = this.#kinds.length;
        const kinds = new Uint8Array(size * 2);
        const items = new Array(size * 2).fill(null);
        for (let i = 0; i < size; i++) {
            kinds[i] = this.#kinds[(this.#head + i) & (size - 1)];
            items[i] = this.#items[(this.#head + i) & (size - 1)];
        }
        this.#kinds = kinds;
        this.#items = items;
        this.#head = 0;
        this.#tail = size;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/run.js
/** A statement on its way through the server: a simple Query, or a portal. */
class Run {
    name;
    statement;
    /** Name of the prepared statement that it came from. */
    source;
    parameters;
    /** The Sync-delimited part of the pipeline in which it was made; see names.ts. */
    segment;
    confirmed = false;
    /** How its rows are masked; undefined until they were described. */
    plan;
    /** How its COPY is masked; null when nothing is, undefined when that is not known. */
    copy;
    /** True when an injected or own Describe is on its way. */
    described = false;
    /** Another query may have taken its name. */
    doubtful = false;
    /** What the names that it executes or fetches from stand for; see exchange.ts. */
    standing;
    /** Counted since it was (re)started. */
    rows = 0;
    bytes = 0;
    started = 0;
    constructor(name, statement, options = {}) {
        this.name = name;
        this.statement = statement;
        this.source = options.source;
        this.parameters = options.parameters ?? 0;
        this.segment = options.segment ?? 0;
    }
    restart(now) {
        this.rows = 0;
        this.bytes = 0;
        this.started = now;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/client-side.js
// Client to upstream: every frame is looked at, statements are judged, and runs of untouched frames pass as one slice.
// Message flow: https://www.postgresql.org/docs/current/protocol-flow.html







const KNOWN = knownTypes(frames_CLIENT);
/** What becomes of a frame. */
const PASS = 0;
const WAIT = 1;
const DROP = 2;
/** Names, format codes and the parameter count of a Bind lie within this. */
const BIND_HEAD = 160 * 1024;
/** Unanswered messages; more and the client waits. */
const MOST_UNANSWERED = 16_384;
class ClientSide {
    #x;
    #judge;
    /** Bytes of the current frame that are still to pass, or to be dropped. */
    #rest = 0;
    #restDropped = false;
    /** Written in front of the frame, or in its place when it is dropped. */
    #insert;
    /** Extended messages were sent since the last Sync. */
    #unsynced = false;
    #id = 0;
    terminated = false;
    #digest;
    constructor(exchange) {
        this.#x = exchange;
        this.#judge = new Judge(exchange);
    }
    failed(error) {
        const failure = failureOf(error, 'protocol violation', 'the proxy failed on this message');
        this.#x.gate.limit('protocol', failure.message);
        this.#x.end(failure);
    }
    take(buffer, start, end) {
        if (this.#x.gate.lagging(this.#resume)) {
            this.#x.client.hold();
            return start;
        }
        let from = start;
        let at = start;
        if (this.#rest > 0) {
            at = this.#pass(buffer, start, Math.min(end, start + this.#rest));
            if (this.#restDropped)
                from = at;
        }
        while (end - at >= 5) {
            const type = buffer[at];
            if (KNOWN[type] === 0)
                throw unacceptable(type);
            const whole = type !== frames_CLIENT.CopyData && type !== frames_CLIENT.Bind;
            const size = frameLength(buffer, at, whole ? WHOLE_LIMIT : FRAME_LIMIT) + 1;
            const needed = type === frames_CLIENT.CopyData ? 5 : type === frames_CLIENT.Bind ? Math.min(size, BIND_HEAD) : size;
            if (end - at < needed) {
                this.#x.client.want(needed);
                break;
            }
            this.#insert = undefined;
            const action = this.#frame(type, buffer, at, Math.min(end, at + size), size);
            if (action === WAIT)
                break;
            if (action === DROP || this.#insert) {
                this.#forward(buffer, from, at);
                if (this.#insert)
                    this.#write(this.#insert);
                from = at;
            }
            this.#rest = size;
            this.#restDropped = action === DROP;
            at = this.#pass(buffer, at, Math.min(end, at + size), 5);
            if (action === DROP)
                from = at;
        }
        this.#forward(buffer, from, at);
        if (this.#x.settling)
            this.#x.upstream.socket.write(FLUSH);
        return at;
    }
    #resume = () => this.#x.client.release();
    /** Counts `[from, to)` off the current frame; `header` bytes of it are no data. */
    #pass(buffer, from, to, header = 0) {
        this.#rest -= to - from;
        if (this.#digest && !this.#restDropped && to > from + header)
            this.#digest.add(buffer, from + header, to);
        if (this.#rest === 0)
            this.#digest = undefined;
        return to;
    }
    #forward(buffer, from, to) {
        if (to > from)
            this.#write(buffer.subarray(from, to));
    }
    #write(bytes) {
        this.#x.gate.flush();
        this.#x.upstream.socket.write(bytes);
    }
    /** `end` is where the bytes at hand end, `size` the whole frame's. */
    #frame(type, b, at, end, size) {
        const x = this.#x;
        if (x.copyingIn && !inCopy(type))
            throw new ProtocolError('a message that is not data within COPY');
        if (x.skipping && type !== frames_CLIENT.Sync && type !== frames_CLIENT.Terminate)
            return DROP;
        if (x.pipeline.length > MOST_UNANSWERED && type !== frames_CLIENT.CopyData)
            return this.#settle();
        switch (type) {
            case frames_CLIENT.CopyData:
                if (x.copyingIn || x.pipeline.length > 0)
                    x.incoming ??= new CopyDigest();
                this.#digest = x.incoming;
                return PASS;
            case frames_CLIENT.CopyDone:
            case frames_CLIENT.CopyFail:
                if (x.incoming)
                    x.finished.push(x.incoming);
                x.incoming = undefined;
                x.syncHeld = false;
                if (x.copyingIn)
                    x.copyingIn = false;
                else
                    x.pipeline.push(ASKED.copyEnd, null);
                return PASS;
            case frames_CLIENT.Query:
                return this.#query(b, at, end);
            case frames_CLIENT.Parse:
                return this.#parse(b, at, end);
            case frames_CLIENT.Bind:
                return this.#bind(b, at, end);
            case frames_CLIENT.Describe:
                return this.#describe(b, at, end);
            case frames_CLIENT.Execute:
                return this.#execute(b, at, end);
            case frames_CLIENT.Close:
                return this.#close(b, at, end);
            case frames_CLIENT.Flush:
                return PASS;
            case frames_CLIENT.Sync:
                if (size !== 5)
                    throw new ProtocolError('a Sync with a body');
                x.skipping = false;
                this.#unsynced = false;
                x.names.segment++;
                if (x.copyingIn) {
                    // The server ignores it while it takes data, and waits for it behind an error.
                    x.syncHeld = true;
                    return DROP;
                }
                x.pipeline.push(ASKED.sync, null);
                return PASS;
            case frames_CLIENT.Terminate:
                this.terminated = true;
                return PASS;
            case frames_CLIENT.FunctionCall:
                x.gate.limit('function-call', 'the function call message was refused');
                return this.#refuseQuery({
                    severity: 'ERROR',
                    sqlstate: '0A000',
                    message: 'the function call protocol is refused',
                    hint: 'Call the function by a SELECT.',
                });
            default:
                throw unacceptable(type);
        }
    }
    #query(b, at, end) {
        if (stringEnd(b, at + 5, end) !== end - 1)
            throw new ProtocolError('a Query that does not end at its end');
        const judged = this.#judge.statement(b, at + 5, end - 1, this.#id + 1, undefined);
        if (judged === undefined)
            return WAIT;
        this.#id++;
        if (judged.failure)
            return this.#refuseQuery(judged.failure);
        this.#unsynced = false;
        this.#x.names.segment++;
        const run = new Run('', judged.statement);
        run.copy = judged.copy;
        run.standing = this.#x.standing(judged.statement);
        run.restart(this.#x.shared.now());
        this.#x.pipeline.push(ASKED.query, run);
        this.#x.runs(judged.statement);
        return PASS;
    }
    #parse(b, at, end) {
        const name = readName(b, at + 5, end);
        const from = stringEnd(b, at + 5, end) + 1;
        const to = stringEnd(b, from, end);
        if (end - to < 3 || end - to !== 3 + 4 * b.readUInt16BE(to + 1))
            throw new ProtocolError('a Parse whose count of types is wrong');
        if (name !== '' && !this.#settled(name))
            return this.#settle();
        const judged = this.#judge.statement(b, from, to, this.#id + 1, name);
        if (judged === undefined)
            return WAIT;
        this.#id++;
        if (judged.failure)
            return this.#refuse(judged.failure);
        const prepared = new Prepared(name, judged.statement, this.#x.names.segment);
        this.#x.names.preparing(prepared);
        return this.#ask(ASKED.parse, prepared);
    }
    #bind(b, at, end) {
        const { names } = this.#x;
        const portal = readName(b, at + 5, end);
        const second = stringEnd(b, at + 5, end) + 1;
        const name = readName(b, second, end);
        const counts = stringEnd(b, second, end) + 1;
        if (counts + 2 > end)
            throw new ProtocolError('a Bind that is cut');
        const parameters = counts + 2 + 2 * b.readUInt16BE(counts);
        if (parameters + 2 > end)
            throw new ProtocolError('a Bind that is cut');
        if (!this.#settled(name) || !this.#portalSettled(portal))
            return this.#settle();
        const statement = names.prepared(name);
        if (!statement)
            return this.#refuse(unknown('26000', `prepared statement "${name}" does not exist`));
        if (this.#x.awaits(statement.analysis))
            return this.#settle();
        const options = { source: name, parameters: b.readUInt16BE(parameters), segment: names.segment };
        const run = new Run(portal, statement, options);
        run.standing = this.#x.standing(statement);
        names.binding(run);
        return this.#ask(ASKED.bind, run);
    }
    #describe(b, at, end) {
        const name = readName(b, at + 6, end);
        const { names } = this.#x;
        if (b[at + 5] === 0x53) {
            if (!this.#settled(name))
                return this.#settle();
            return this.#ask(ASKED.describeStatement, null);
        }
        if (b[at + 5] !== 0x50)
            throw new ProtocolError('a Describe of neither statement nor portal');
        if (!this.#portalSettled(name))
            return this.#settle();
        const run = names.portal(name);
        if (!run)
            return this.#refuse(unknown('34000', `portal "${name}" does not exist`));
        run.described = true;
        return this.#ask(ASKED.describePortal, run);
    }
    #execute(b, at, end) {
        const x = this.#x;
        const name = readName(b, at + 5, end);
        if (!this.#portalSettled(name))
            return this.#settle();
        const run = x.names.portal(name);
        if (!run)
            return this.#refuse(unknown('34000', `portal "${name}" does not exist`));
        if (run.standing) {
            // What it runs was described when it was bound.
            if (x.awaits(run.statement.analysis))
                return this.#settle();
            if (!client_side_same(run.standing, x.standing(run.statement)))
                return this.#refuse(unknown('26000', 'a name that the statement uses has changed since it was bound'));
        }
        const judged = this.#judge.execute(run);
        if (judged === undefined)
            return WAIT;
        if (judged.failure)
            return this.#refuse(judged.failure);
        run.copy = judged.copy;
        const doubtful = run.doubtful || (name !== '' && x.shared.code.opensCursors);
        if ((!run.described || doubtful) && !x.shared.plans.inert) {
            // Without a description nothing tells what the rows are: ask ourselves.
            run.described = true;
            this.#insert = describePortal(name);
            x.pipeline.push(ASKED.describeOurs, run);
        }
        if (x.pipeline.length === 0)
            run.restart(x.shared.now());
        const asked = this.#ask(ASKED.execute, run);
        x.runs(run.statement);
        return asked;
    }
    #close(b, at, end) {
        const name = readName(b, at + 6, end);
        const { names } = this.#x;
        if (b[at + 5] === 0x53) {
            if (!this.#settled(name))
                return this.#settle();
            const closed = new Prepared(name, undefined, names.segment);
            names.preparing(closed);
            return this.#ask(ASKED.close, closed);
        }
        if (b[at + 5] !== 0x50)
            throw new ProtocolError('a Close of neither statement nor portal');
        if (!this.#portalSettled(name))
            return this.#settle();
        names.closingPortal(name);
        return this.#ask(ASKED.close, null);
    }
    /** SQL changes no unnamed statement and no unnamed portal. */
    #settled(name) {
        return (name === '' || !this.#x.naming) && this.#x.names.settled(name);
    }
    #portalSettled(name) {
        return (name === '' || !this.#x.naming) && this.#x.names.portalSettled(name);
    }
    #ask(kind, item) {
        this.#unsynced = true;
        this.#x.pipeline.push(kind, item);
        return PASS;
    }
    /** The client waits until every answer is here; a Flush makes the server give them. */
    #settle() {
        if (this.#x.pipeline.length === 0)
            throw new ProtocolError('a name whose statement is not known');
        this.#x.settling = true;
        this.#x.client.hold();
        return WAIT;
    }
    /** In place of an extended message: one that fails on the server too; its error is replaced by `failure`. */
    #refuse(failure) {
        this.#unsynced = true;
        this.#x.pipeline.push(ASKED.refused, frames_errorResponse(failure));
        this.#insert = FAILING;
        return DROP;
    }
    #refuseQuery(failure) {
        if (this.#unsynced)
            throw new ProtocolError('a simple query behind extended messages without a Sync was refused');
        this.#x.pipeline.push(ASKED.refused, frames_errorResponse(failure));
        this.#x.pipeline.push(ASKED.sync, null);
        this.#x.names.segment++;
        this.#insert = Buffer.concat([FAILING, SYNC]);
        return DROP;
    }
}
const inCopy = (type) => type === frames_CLIENT.CopyData ||
    type === frames_CLIENT.CopyDone ||
    type === frames_CLIENT.CopyFail ||
    type === frames_CLIENT.Sync ||
    type === frames_CLIENT.Flush ||
    type === frames_CLIENT.Terminate;
const client_side_same = (before, now) => before.length === now?.length && before.every((each, index) => each === now[index]);
const unknown = (sqlstate, message) => ({ severity: 'ERROR', sqlstate, message });
const unacceptable = (type) => new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not accepted`);

;// CONCATENATED MODULE: ./lib/protocols/postgres/drift.js

/** The meaning of any name may have changed. */
const ANYTHING = new Set(['rename', 'move', 'unknown', 'load']);
const CHANGING = new Set(['create', 'alter', 'drop', 'detach', 'own']);
/** A relation that shows what is in others. */
const SHOWING = new Set(['view', 'materialized-view', 'foreign-table', 'rule']);
class Moved {
    /** Names, without schema, of what reads other relations. */
    views = new Set();
    /** Names, without schema, of everything that came up. */
    made = new Set();
    all = false;
    get any() {
        return this.all || this.made.size > 0 || this.views.size > 0;
    }
    /** What it makes stale: a table that came up shows no other. */
    get upheaval() {
        if (this.all || this.views.size > 0)
            return 'all';
        return this.made.size > 0 ? 'relations' : 'none';
    }
    note({ effects, relations }) {
        for (const effect of effects) {
            if (ANYTHING.has(effect.action) || wide(effect))
                this.all = true;
            if (!CHANGING.has(effect.action))
                continue;
            if (effect.action === 'create' && effect.name !== undefined)
                this.made.add(bare(effect.name));
            if (shows(effect, relations))
                for (const relation of relations)
                    this.views.add(bare(relation));
        }
    }
    clear() {
        this.views.clear();
        this.made.clear();
        this.all = false;
    }
}
/** What a schema or an extension holds is not in the text. */
const wide = ({ action, object }) => (object === 'schema' && action !== 'create' && CHANGING.has(action)) || object === 'extension';
/** A table shows others when it is made their parent. */
const shows = ({ action, object }, relations) => SHOWING.has(object) ||
    object === 'partition' ||
    object === 'inheritance' ||
    (action === 'alter' && object === 'table' && relations.length > 1);
/** What all connections of a target have under way. */
class Drift {
    #open = new Set();
    get any() {
        return this.#open.size > 0;
    }
    add(moved) {
        if (moved.any)
            this.#open.add(moved);
    }
    over(moved) {
        moved.clear();
        this.#open.delete(moved);
    }
    /** True when one of them may read something that is not in the catalogue yet; `reading` finds those that read a relation. */
    touches(relations, reading) {
        for (const { all, views } of this.#open) {
            if (all && relations.some((relation) => !isSystem(relation)))
                return true;
            if (views.size === 0)
                continue;
            if (relations.some((relation) => views.has(bare(relation))))
                return true;
            const behind = reading((base) => views.has(bare(base)));
            if (relations.some((relation) => behind.has(relation)))
                return true;
        }
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/naming.js

/** What it runs is not in the text that was analysed. */
const executes = ({ action, object, detail }) => action === 'execute' && object === 'prepared' && detail === undefined;
/** Goes by a name that was given before. */
const uses = ({ action, object, detail }) => (action === 'execute' && object === 'prepared' && detail !== 'prepared by this text') ||
    (action === 'cursor' && object === 'fetch');
const names = ({ analysis }) => analysis.effects.some(uses);
const declares = ({ action, object }) => action === 'cursor' && object === 'cursor';
/** Runs code that may open and close cursors of any name. */
const opens = ({ action, object }) => action === 'call' || action === 'unknown' || (action === 'execute' && object === 'block');
/** Gives names or takes them away. */
const moves = (effect) => effect.action === 'prepare' ||
    effect.action === 'cursor' ||
    opens(effect) ||
    (effect.action === 'set' && effect.object === 'session');
const keepsCode = ({ action, object }) => (action === 'create' && object === 'function') || (action === 'execute' && object === 'block');
const inCode = ({ action, via }) => action === 'cursor' && via !== undefined;
/** Names of the effects of a kind, as the wire has them. */
const naming_named = (effects, action, object) => effects.flatMap((effect) => effect.action === action && effect.object === object && effect.name !== undefined
    ? [wireName(effect.name)]
    : []);

;// CONCATENATED MODULE: ./lib/protocols/postgres/upheaval.js
/** What only adds tables, columns and what belongs to them. */
const ADDING = new Set([
    'create table',
    'create column',
    'create index',
    'create constraint',
    'create schema',
    'create sequence',
    'scan constraint',
    'scan foreign-key',
    'rewrite column',
]);
const CALM = new Set(['read', 'insert', 'update', 'delete', 'comment', 'transaction']);
const wider = (one, other) => one === 'all' || other === 'none' ? one : other;
function upheaval({ effects, changes, flows }) {
    if (!changes.schema)
        return 'none';
    return flows === undefined && effects.length > 0 && effects.every(adds) ? 'relations' : 'all';
}
const adds = ({ action, object, via }) => via === undefined && (CALM.has(action) || ADDING.has(`${action} ${object}`));

;// CONCATENATED MODULE: ./lib/protocols/postgres/exchange.js








class Exchange {
    shared;
    gate;
    client;
    upstream;
    /** Ends the connection; the client reads the failure as FATAL. */
    end;
    /** Requests to cancel that the target may not have taken yet; behind one of them a new statement would be hit. */
    cancelling;
    pipeline = new Pipeline();
    names = new Names();
    /** Status of the last ReadyForQuery: `I`, `T` or `E`. */
    status = 0x49;
    /** An extended message failed and no Sync was sent since: the server skips, and so do we. */
    skipping = false;
    /** A COPY FROM STDIN runs and its end was not sent yet. */
    copyingIn = false;
    /** A Sync came while COPY FROM STDIN took data. */
    syncHeld = false;
    /** `search_path`, role or the like was changed on this connection: names on other connections may mean something else. */
    resolution = false;
    /** The transaction changed the catalogue, which others see when it is over. */
    schema = 'none';
    /** What its open transaction did to names. */
    moved = new Moved();
    /** Names of temporary relations that it made; `*` when they are not known. */
    temporary = new Set();
    /** Answers still to come may change what names stand for: SQL PREPARE, DEALLOCATE, cursors, code. */
    naming = false;
    /** What the COPY FROM STDIN that runs has carried so far. */
    incoming;
    /** COPYs whose end was sent and whose tag is not here yet. */
    finished = [];
    /** The client waits for every answer to be here. */
    settling = false;
    #cancel;
    #waiting = [];
    constructor(parts) {
        this.shared = parts.shared;
        this.gate = parts.gate;
        this.client = parts.client;
        this.upstream = parts.upstream;
        this.end = parts.end;
        this.#cancel = parts.cancel;
    }
    /** Asks the target to cancel what runs. Settles when it has taken the request. */
    async cancel() {
        const taken = Promise.all([this.cancelling, this.#cancel()]);
        this.cancelling = taken;
        await taken;
        if (this.cancelling === taken)
            this.cancelling = undefined;
    }
    /** How much of what `statement` returns or complains about may be protected. */
    taint(statement, standing = this.standing(statement)) {
        const { plans } = this.shared;
        if (!plans.masksColumns)
            return 'none';
        if (this.#drifts(statement) || standing?.some((named) => named && this.#drifts(named)))
            return 'moved';
        // What another name stands for was not described with this statement's text.
        const other = standing?.some((named) => !named || plans.taint(named.analysis) !== 'none' || names(named));
        return other ? 'unseen' : plans.taint(statement.analysis);
    }
    /** The same of a run, whose names may stand for something else by now. */
    taintOf(run) {
        const taint = this.taint(run.statement, run.standing);
        const doubtful = run.doubtful || (run.name !== '' && this.shared.code.opensCursors);
        return doubtful && this.shared.plans.masksColumns && taint !== 'moved' ? 'unseen' : taint;
    }
    #drifts({ analysis }) {
        const { drift, plans } = this.shared;
        return drift.any && drift.touches(analysis.relations, (test) => plans.reading(test));
    }
    /** What the names that it executes or fetches from stand for as of now; undefined when it uses none. */
    standing(statement) {
        const { effects } = statement.analysis;
        if (!effects.some(uses))
            return undefined;
        const declared = new Set(effects.filter(declares).map(({ name }) => name));
        return effects.filter(uses).flatMap((effect) => {
            const name = wireName(effect.name ?? '');
            if (effect.action === 'execute')
                return [this.names.prepared(name)];
            const run = this.names.portal(name);
            const certain = run && !run.doubtful && !this.shared.code.opensCursors;
            const portal = certain ? run.statement : undefined;
            return declared.has(effect.name) ? (run ? [statement, portal] : [statement]) : [portal];
        });
    }
    /** True when the statement uses a name that answers still to come may change. */
    awaits({ effects }) {
        if (this.pipeline.length === 0)
            return false;
        return effects.some((effect) => uses(effect) && !this.names.settledBoth(wireName(effect.name ?? ''), this.naming));
    }
    /** It is about to be sent and run: what it may change is not certain until it is answered. */
    runs({ analysis, text }) {
        const { effects, changes } = analysis;
        if (effects.some(moves))
            this.naming = true;
        if (!this.shared.plans.masksColumns)
            return;
        if (effects.some(keepsCode) && (effects.some(inCode) || /\bopen\b/i.test(text)))
            this.shared.code.opensCursors = true;
        if (!changes.schema && !effects.some(({ action }) => action === 'unknown'))
            return;
        for (const { action, name, temporary } of effects) {
            if (action === 'create' && temporary && name !== undefined)
                this.temporary.add(bare(name));
            if ((action === 'rename' || action === 'move') && this.temporary.size > 0)
                this.temporary.add('*');
        }
        this.moved.note(analysis);
        this.shared.drift.add(this.moved);
    }
    /** True when the side connection surely describes the same relations. */
    copies(statement) {
        const { temporary, moved } = this;
        if (this.#drifts(statement) || moved.all)
            return false;
        return statement.analysis.relations.every((relation) => {
            const name = bare(relation);
            if (moved.made.has(name))
                return false;
            return relation.includes('.') || !(temporary.has('*') || temporary.has(name));
        });
    }
    /** `EXECUTE name` of what this connection prepared does what was judged then. */
    resolved(analysis) {
        if (!analysis.effects.some(executes))
            return analysis;
        const effects = [];
        const relations = new Set(analysis.relations);
        for (const effect of analysis.effects) {
            const prepared = executes(effect) ? this.names.prepared(wireName(effect.name ?? '')) : undefined;
            effects.push(prepared ? { ...effect, detail: 'prepared on this connection' } : effect);
            for (const inner of prepared?.analysis.effects ?? [])
                if (inner.action !== 'prepare')
                    effects.push({ ...inner, via: ['execute'] });
            for (const relation of prepared?.analysis.relations ?? [])
                relations.add(relation);
        }
        return { ...analysis, effects, relations: [...relations] };
    }
    /** A command tag is here: names, catalogue and settings follow what it did. */
    completed(run, tag) {
        const { statement } = run;
        const { changes, effects } = statement.analysis;
        if (changes.resolution)
            this.resolution = true;
        const changed = upheaval(statement.analysis);
        if (changed !== 'none') {
            if (this.schema !== 'all')
                this.schema = changed;
            this.shared.plans.invalidate(changed);
        }
        if (effects.some(opens))
            this.names.doubtPortals();
        switch (tag) {
            case 'PREPARE':
                for (const name of naming_named(effects, 'prepare', 'statement'))
                    this.names.done(new Prepared(name, statement, 0));
                break;
            case 'DEALLOCATE':
                for (const name of naming_named(effects, 'prepare', 'deallocate'))
                    this.names.done(new Prepared(name, undefined, 0));
                break;
            case 'DECLARE CURSOR':
                for (const name of naming_named(effects, 'cursor', 'cursor'))
                    this.names.bound(new Run(name, statement));
                break;
            case 'CLOSE CURSOR':
                for (const name of naming_named(effects, 'cursor', 'close'))
                    this.names.closingPortal(name);
                break;
            case 'DISCARD ALL':
                this.names.forgetPrepared();
                this.names.forgetPortals();
                break;
            case 'DEALLOCATE ALL':
                this.names.forgetPrepared();
                break;
            case 'CLOSE CURSOR ALL':
                this.names.forgetPortals();
                break;
            default:
        }
    }
    /** Skips to the next Sync, as the server does. */
    skip() {
        const { pipeline, names } = this;
        let first = true;
        while (pipeline.length > 0 && pipeline.kind !== ASKED.sync) {
            const item = pipeline.item;
            if (item instanceof Prepared)
                names.failed(item, first);
            else if (item instanceof Run && pipeline.kind === ASKED.bind)
                names.failed(item, first);
            pipeline.shift();
            first = false;
        }
        if (pipeline.length === 0)
            this.skipping = true;
    }
    /** Called after each answer: whoever waits for all of them goes on. */
    answered() {
        if (this.pipeline.length > 0)
            return;
        this.naming = false;
        if (this.#waiting.length > 0)
            for (const resume of this.#waiting.splice(0))
                resume();
        if (!this.settling)
            return;
        this.settling = false;
        this.client.release();
    }
    /** Settles when every answer is here; a Flush makes the server give them. */
    whenAnswered() {
        return new Promise((resolve) => {
            this.#waiting.push(resolve);
            // What was sent before it is on its way then.
            queueMicrotask(() => this.upstream.socket.write(FLUSH));
        });
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/outcome.js
// What becomes of an answer.
/** The frame stays as it is. */
const KEEP = 0;
/** Nothing more can be decided until the inlet is released. */
const HOLD = 1;

;// CONCATENATED MODULE: ./lib/protocols/postgres/settings.js


/** Why the session may not go on with this setting, or undefined. Statements are judged as the server reads them only with these. */
function unsafeParameter(name, value) {
    if (name === 'client_encoding' && value !== 'UTF8')
        return 'client_encoding is no longer UTF8';
    if (name === 'standard_conforming_strings' && value !== 'on')
        return 'standard_conforming_strings is off';
    return undefined;
}
function parameterStatus(x, b, at, end) {
    const zero = stringEnd(b, at + 5, end);
    const name = b.toString('utf8', at + 5, zero);
    const value = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end));
    const wrong = unsafeParameter(name, value);
    if (wrong) {
        x.gate.limit('setting', wrong);
        x.end({ severity: 'FATAL', sqlstate: '0A000', message: `the session ends: ${wrong}` });
        return undefined;
    }
    const { masking, plans } = x.shared;
    const scrubbed = plans.inert ? value : masking.scrub(value);
    return scrubbed === value ? KEEP : frames_frame(UPSTREAM.ParameterStatus, name, scrubbed);
}

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./lib/protocols/postgres/transport.js
// How bytes come in: large buffers of our own where the socket allows it, one pass over each, backpressure both ways.

const SIZE = 256 * 1024;
/** Less room than this at the end of the buffer is not worth a read. */
const ROOM = 16 * 1024;
const EMPTY = Buffer.alloc(0);
/** A socket that is held for longer than this is read on into what room there is: only so is its end seen. */
const PATIENCE_MS = 1000;
/**
 * Reads one socket into a sink. Reading goes on only while everything the sink wrote to `outlet` has left,
 * so that memory stays bounded and buffers may be written as they are.
 */
class Inlet {
    socket;
    sink;
    outlet;
    /** Bytes read so far. */
    bytes = 0;
    #owned;
    #buffer = EMPTY;
    #spare;
    #view;
    #start = 0;
    #end = 0;
    #wanted = 0;
    #held = false;
    #flushing = false;
    #busy = false;
    #patience;
    #peeking = false;
    constructor(socket, sink) {
        this.sink = sink;
        const adopted = adopt(socket, {
            buffer: () => this.#room(),
            callback: (size) => this.#arrived(size),
        });
        this.#owned = adopted !== undefined;
        this.socket = adopted ?? socket;
        if (!adopted)
            socket.on('data', (chunk) => this.#chunk(chunk));
        this.socket.setNoDelay(true);
    }
    /** The sink cannot go on with fewer than `size` bytes in one piece. */
    want(size) {
        this.#wanted = size;
    }
    /** Stops until `release`; the sink returns at once after calling it. */
    hold() {
        this.#held = true;
        this.#patience ??= setTimeout(this.#peek, PATIENCE_MS).unref();
    }
    #peek = () => {
        this.#patience = undefined;
        if (!this.#held || this.#flushing || this.socket.destroyed)
            return;
        this.#peeking = true;
        if (this.#mayPeek)
            this.socket.resume();
    };
    get #mayPeek() {
        return this.#held && this.#peeking && !this.#flushing && this.pending < SIZE;
    }
    /** Shows the sink what is left and goes on reading. Harmless when nothing is held. */
    release() {
        this.#held = false;
        this.#peeking = false;
        clearTimeout(this.#patience);
        this.#patience = undefined;
        if (!this.outlet)
            this.#flushing = false;
        if (this.#busy)
            return;
        if (this.#pump())
            this.socket.resume();
        else
            this.socket.pause();
    }
    /** Bytes that came in and were not taken yet. */
    get pending() {
        return this.#end - this.#start;
    }
    #room() {
        const left = this.#end - this.#start;
        if (left === 0)
            this.#start = this.#end = 0;
        const size = Math.max(SIZE, this.#wanted);
        if (this.#buffer.length < size ||
            this.#buffer.length > Math.max(size, SIZE) * 4 ||
            this.#owned === false) {
            const grown = Buffer.allocUnsafeSlow(size + ROOM);
            this.#move(grown);
        }
        else if (this.#buffer.length - this.#start < Math.max(this.#wanted, left + ROOM)) {
            this.#buffer.copyWithin(0, this.#start, this.#end);
            this.#start = 0;
            this.#end = left;
        }
        if (this.#end > 0)
            return this.#buffer.subarray(this.#end);
        // Almost every read of a short exchange: one view a buffer, not one a read.
        if (this.#view?.buffer !== this.#buffer.buffer)
            this.#view = this.#buffer.subarray(0);
        return this.#view;
    }
    #move(into) {
        const left = this.#buffer.copy(into, 0, this.#start, this.#end);
        this.#buffer = into;
        this.#start = 0;
        this.#end = left;
    }
    /** `onread`: the kernel filled the room that was handed out. */
    #arrived(size) {
        this.#end += size;
        this.bytes += size;
        const going = this.#pump();
        // Node asks for the next room right away: what is still being written must not be under it.
        if (this.outlet && this.outlet.writableLength > 0) {
            const next = this.#spare?.length === this.#buffer.length ? this.#spare : undefined;
            this.#spare = this.#buffer;
            this.#move(next ?? Buffer.allocUnsafeSlow(this.#buffer.length));
        }
        return going;
    }
    /** The ordinary stream path: chunks are fresh memory. */
    #chunk(chunk) {
        this.bytes += chunk.length;
        const left = this.#end - this.#start;
        if (left === 0) {
            this.#buffer = chunk;
            this.#start = 0;
            this.#end = chunk.length;
        }
        else {
            const size = left + chunk.length;
            if (this.#buffer.length - this.#end < chunk.length)
                this.#move(Buffer.allocUnsafeSlow(Math.max(size * 2, Math.min(this.#wanted, 1 << 26))));
            chunk.copy(this.#buffer, this.#end);
            this.#end += chunk.length;
        }
        if (!this.#pump())
            this.socket.pause();
    }
    /** Answers true when more may be read. */
    #pump() {
        if (this.#held || this.#flushing)
            return this.#mayPeek;
        if (this.#end > this.#start && this.#end - this.#start >= this.#wanted) {
            this.#busy = true;
            this.#wanted = 0;
            try {
                this.#start = this.sink.take(this.#buffer, this.#start, this.#end);
            }
            catch (error) {
                this.#held = true;
                this.#start = this.#end;
                this.sink.failed(error);
            }
            this.#busy = false;
        }
        const outlet = this.outlet;
        if (outlet && outlet.writableLength > 0 && !outlet.destroyed) {
            this.#flushing = true;
            outlet.write(EMPTY, this.#flushed);
        }
        return !this.#held && !this.#flushing;
    }
    #flushed = () => {
        this.#flushing = false;
        if (!this.#held)
            this.release();
    };
}
/**
 * Moves an open plain socket onto buffers of our own (`onread`). Node offers that only to sockets it connects
 * itself, so the handle is given to a new socket; undefined when this socket has none to give (TLS, other runtimes),
 * and then ordinary 'data' events do.
 */
function adopt(socket, onread) {
    const handle = Reflect.get(socket, '_handle');
    if (!(handle instanceof Object) || !('useUserBuffer' in handle) || 'encrypted' in socket)
        return undefined;
    if (socket.readableLength > 0 || socket.destroyed)
        return undefined;
    socket.pause();
    Reflect.set(socket, '_handle', null);
    const options = { onread, readable: true, writable: true };
    const adopted = new external_node_net_namespaceObject.Socket(Object.assign(options, { handle, pauseOnCreate: true }));
    // The server counts the socket that it accepted, and others may hold it to end it.
    adopted.once('close', () => socket.destroy());
    socket.once('close', () => adopted.destroy());
    return adopted;
}

;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: ./lib/protocols/postgres/tls.js
// TLS to the target, before anything else is said: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL





/** Options of `node:tls` by mode; the catalogue's connection uses the same. */
function tlsOptions(terms) {
    const { mode, ca, serverName } = terms.tls;
    const name = serverName ?? terms.host;
    const options = {
        host: name,
        minVersion: 'TLSv1.2',
        ALPNProtocols: ['postgresql'],
        rejectUnauthorized: mode !== 'require',
        ...(ca === undefined ? {} : { ca }),
        ...((0,external_node_net_namespaceObject.isIP)(name) ? {} : { servername: name }),
    };
    if (mode !== 'verify-full')
        options.checkServerIdentity = () => undefined;
    return options;
}
/** Asks for TLS and sets it up, or gives the socket back as it is when the mode is `disable`. Throws `SluiceError`. */
async function tls_secure(socket, terms) {
    if (terms.tls.mode === 'disable')
        return socket;
    socket.write(int32(8, CODE.ssl));
    const answer = await once(socket, terms);
    if (answer.length !== 1)
        throw refused(terms, 'sent bytes behind its answer to the request for TLS', 'Somebody may be in the way.');
    if (answer[0] !== 0x53)
        throw refused(terms, answer[0] === 0x4e ? 'does not offer TLS' : 'did not answer the request for TLS', 'Turn TLS on at the server, or set `tls: { mode: disable }` for this target if the way to it is safe.');
    return await new Promise((resolve, reject) => {
        const tls = (0,external_node_tls_namespaceObject.connect)({ socket, ...tlsOptions(terms) });
        const failed = (error) => reject(untrusted(terms, error));
        const ended = () => reject(refused(terms, 'closed the connection during the TLS handshake'));
        tls.once('error', failed);
        tls.once('close', ended);
        tls.once('secureConnect', () => {
            tls.off('error', failed);
            tls.off('close', ended);
            if (tls.alpnProtocol !== false && tls.alpnProtocol !== 'postgresql')
                return reject(refused(terms, 'speaks another protocol over TLS'));
            resolve(tls);
        });
    });
}
/** One chunk from a socket that has no reader yet. */
function once(socket, terms) {
    return new Promise((resolve, reject) => {
        const settle = (act) => {
            socket.off('data', data).off('error', gone).off('close', gone);
            act();
        };
        const data = (chunk) => {
            socket.pause();
            settle(() => resolve(chunk));
        };
        const gone = () => settle(() => reject(unreachable(terms, 'closed the connection before it answered')));
        socket.on('data', data).on('error', gone).on('close', gone);
    });
}
const address = (terms) => `${terms.host}:${terms.port}`;
function unreachable(terms, what) {
    return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `Target ${terms.name} (${address(terms)}) ${what}`, {
        hint: 'Check the address in sluice.yml, and that this machine may reach it.',
    });
}
function refused(terms, what, hint) {
    const message = `Target ${terms.name} (${address(terms)}) ${what}`;
    return new errors/* SluiceError */.ah('UPSTREAM_REFUSED', message, hint === undefined ? {} : { hint });
}
function untrusted(terms, error) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'TLS error';
    const name = terms.tls.serverName ?? terms.host;
    const wrongName = code === 'ERR_TLS_CERT_ALTNAME_INVALID';
    const message = wrongName
        ? `The certificate of target ${terms.name} (${address(terms)}) is not for the name ${name}`
        : `The TLS certificate of target ${terms.name} (${address(terms)}) could not be verified (${code})`;
    const hint = wrongName
        ? 'Set `tls.server_name` to a name in the certificate, or reach the target by such a name.'
        : 'Give the authority that signed it as `tls: { ca: file:PATH }`.';
    return new errors/* SluiceError */.ah('UPSTREAM_TLS', message, { hint });
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/upstream-login.js
// The client's half of the login, towards the target.








const upstream_login_LIMIT = 64 * 1024;
/** A socket to the target on which nothing but TLS was said. Throws `SluiceError`. */
async function connectUpstream(terms, dial) {
    const socket = await dial().catch((error) => {
        if (error instanceof errors/* SluiceError */.ah)
            throw error;
        const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw unreachable(terms, `cannot be reached${code}`);
    });
    socket.on('error', () => { });
    try {
        return await tls_secure(socket, terms);
    }
    catch (error) {
        socket.destroy();
        throw error;
    }
}
/** Dials, secures and logs in. Throws `SluiceError`; the server's own words only after TLS was verified. */
async function upstreamLogin(options) {
    const { terms } = options;
    let socket;
    let timer;
    let late = false;
    try {
        const timeout = new Promise((_, reject) => {
            timer = setTimeout(() => {
                late = true;
                socket?.destroy();
                reject(unreachable(terms, `did not answer within ${Math.round(options.timeout / 1000)} s`));
            }, options.timeout);
        });
        const login = connectUpstream(terms, options.dial).then((connected) => {
            socket = connected;
            if (late)
                connected.destroy();
            return logIn(connected, options);
        });
        return await Promise.race([login, timeout]);
    }
    catch (error) {
        socket?.destroy();
        if (error instanceof ProtocolError)
            throw refused(terms, `broke its protocol: ${error.message}`);
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}
async function logIn(socket, options) {
    const { terms, settings } = options;
    const messages = new Messages();
    const inlet = new Inlet(socket, messages);
    messages.attach(inlet);
    inlet.socket.on('error', () => { });
    const pairs = ['user', terms.credential.user, 'database', terms.database ?? terms.credential.user];
    for (const [name, value] of settings)
        pairs.push(name, value);
    const startup = frames_frame(0, int32(CODE.protocol30), ...pairs, Buffer.of(0)).subarray(1);
    inlet.socket.write(startup);
    await authenticate(inlet, messages, options);
    const parameters = new Map();
    let pid = 0;
    let key = Buffer.alloc(0);
    for (;;) {
        const { type, body } = await messages.next(upstream_login_LIMIT);
        if (type === UPSTREAM.ParameterStatus) {
            const zero = stringEnd(body, 0, body.length);
            parameters.set(body.toString('utf8', 0, zero), body.toString('utf8', zero + 1, stringEnd(body, zero + 1, body.length)));
        }
        else if (type === UPSTREAM.BackendKeyData && body.length >= 8) {
            pid = body.readInt32BE(0);
            key = body.subarray(4);
        }
        else if (type === UPSTREAM.ReadyForQuery && body.length === 1) {
            const tls = 'getProtocol' in socket && typeof socket.getProtocol === 'function'
                ? String(socket.getProtocol())
                : 'none';
            return { inlet, parameters, pid, key, status: body[0], tls };
        }
        else if (type === UPSTREAM.ErrorResponse)
            throw said(terms, body);
        else if (type !== UPSTREAM.NoticeResponse && type !== UPSTREAM.NegotiateProtocolVersion)
            throw new ProtocolError('a message that is no part of the login');
    }
}
async function authenticate(inlet, messages, options) {
    const { terms } = options;
    const { user, password } = terms.credential;
    const send = (...parts) => inlet.socket.write(frames_frame(frames_CLIENT.Password, ...parts));
    const next = async () => {
        const { type, body } = await messages.next(upstream_login_LIMIT);
        if (type === UPSTREAM.ErrorResponse)
            throw said(terms, body);
        if (type === UPSTREAM.NegotiateProtocolVersion)
            return { kind: -1, body };
        if (type !== UPSTREAM.Authentication || body.length < 4)
            throw new ProtocolError('a message that is no part of the login');
        return { kind: body.readUInt32BE(0), body: body.subarray(4) };
    };
    const encrypted = terms.tls.mode !== 'disable';
    for (;;) {
        const { kind, body } = await next();
        if (kind === -1)
            continue;
        if (kind === 0)
            return;
        if (kind === 3) {
            if (!encrypted)
                throw refused(terms, 'asks for the password in clear over an unencrypted connection', 'Use TLS for this target.');
            send(password.reveal());
        }
        else if (kind === 5 && body.length === 4) {
            send(md5(user, password.reveal(), body));
        }
        else if (kind === 10) {
            return await sasl(body);
        }
        else {
            throw refused(terms, `asks for an authentication method (${kind}) that is not spoken here`, 'Use scram-sha-256.');
        }
    }
    async function sasl(offer) {
        // SCRAM-SHA-256-PLUS is left out: without channel binding the certificate check is what stands against a relay.
        if (!offer.toString('latin1').split('\0').includes(MECHANISM))
            throw refused(terms, `does not offer ${MECHANISM}`);
        const prepared = await prepare(password.reveal());
        const nonce = (0,external_node_crypto_.randomBytes)(18).toString('base64');
        const exchange = scramClient(nonce, (salt, iterations) => {
            const id = `${iterations}:${salt.toString('base64')}`;
            const known = options.keys.get(id);
            if (known)
                return known;
            const key = saltedPassword(prepared, salt, iterations);
            if (options.keys.size < 16)
                options.keys.set(id, key);
            return key;
        });
        const first = Buffer.from(exchange.first);
        send(MECHANISM, int32(first.length), first);
        const serverFirst = await next();
        if (serverFirst.kind !== 11)
            throw new ProtocolError('a SASL exchange out of order');
        send(Buffer.from(exchange.final(serverFirst.body.toString('utf8'))));
        const serverFinal = await next();
        if (serverFinal.kind !== 12)
            throw new ProtocolError('a SASL exchange out of order');
        exchange.verify(serverFinal.body.toString('utf8'));
        const done = await next();
        if (done.kind !== 0)
            throw new ProtocolError('a SASL exchange out of order');
    }
}
function md5(user, password, salt) {
    const hash = (...parts) => {
        const md = (0,external_node_crypto_.createHash)('md5');
        for (const part of parts)
            md.update(part);
        return md.digest('hex');
    };
    return `md5${hash(hash(password, user), salt)}`;
}
/** The server's own refusal. */
function said(terms, body) {
    const fields = new Map(readFields(body, 0, body.length));
    const sqlstate = /^[0-9A-Z]{5}$/.exec(fields.get('C') ?? '')?.[0] ?? '?????';
    const message = (fields.get('M') ?? 'no reason given').slice(0, 300);
    const credential = sqlstate.startsWith('28');
    return refused(terms, `refused the login (${sqlstate}): ${message}`, credential ? 'Check the credential of this target, and pg_hba.conf on the server.' : undefined);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/planner.js
/** Asks for the plan of a described result, and holds the target's direction while the catalogue is asked. */
class Planner {
    #x;
    #ready;
    constructor(exchange) {
        this.#x = exchange;
    }
    /** Undefined: held; ask again with the same description when the inlet is released. */
    plan(run, description) {
        const x = this.#x;
        const ready = this.#ready;
        this.#ready = undefined;
        if (ready)
            return ready.plan;
        const plan = x.shared.plans.rows(run.statement.analysis, x.taintOf(run), description);
        if (!(plan instanceof Promise))
            return plan;
        x.upstream.hold();
        const made = (resolved) => {
            this.#ready = { plan: resolved };
            x.upstream.release();
        };
        plan.then(made, () => {
            x.gate.limit('masking', 'the catalogue did not say what the result’s columns are');
            const message = 'the result could not be masked because the catalogue did not answer';
            x.end({ severity: 'FATAL', sqlstate: '58000', message });
        });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/withhold.js
/** Classes whose messages name objects, never values, when no code of the database is involved. */
const NAMING = /^(?:23|40|53|55|57|25|26|34|08|42501)/;
/** Raised for what a statement defines or how it is built; no evaluated value ends up in these. */
const STRUCTURAL = /^(?:42P07|42701|42710|42P16|42804|42P05|42P06|42P04|42830|42P17|42846|42611|42712|42803|42P10|42P18|2BP01)/;
/** With quotes around the only name that comes from elsewhere. */
const QUOTING = /^(?:42703|42704|42P01|42809|0A000|3F000)/;
const DEFINING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own', 'comment']);
const STILL = new Set([...DEFINING, 'grant', 'revoke', 'prepare', 'transaction', 'expose', 'set', 'lock']);
/** What these hold is kept, not run. */
const KEPT = new Set(['view', 'function', 'rule', 'prepare', 'trigger']);
/** Building them evaluates expressions over rows. */
const BUILT = new Set(['index', 'constraint', 'partition', 'domain']);
/** Work on relations that the statement need not name. */
const BLIND = new Set(['maintain', 'rewrite', 'scan', 'transaction', 'unknown', 'call']);
/** Context of the server's own: what the client sent, or which row waits. */
const PLAIN_CONTEXT = /^(?:COPY |JSON data, line |unnamed portal parameter |portal ".*" parameter |while \w+ tuple )[^\n]*$/;
/** True when the statement touches relations that it does not name: those of an earlier one, or every table. */
const isBlind = ({ relations, effects }) => relations.length === 0 && effects.some(({ action, object }) => BLIND.has(action) || object === 'domain');
/** True when code that is not in the statement's text took part: a trigger, a function. */
function isForeignCode({ effects, relations }, fields) {
    const context = fields.get('W');
    if (context === undefined || PLAIN_CONTEXT.test(context))
        return false;
    const closed = relations.length === 0 && !effects.some(({ action }) => action === 'call' || action === 'unknown');
    const block = effects.some(({ action, object }) => action === 'execute' && object === 'block');
    // One entry: what is in the block itself.
    return !closed && !(block && /^[^\n]* inline_code_block [^\n]*$/.test(context));
}
/** Definitions fail before a row is read, unless they have to look at rows; a new partition looks at those of the default one. */
function isDefinition({ effects }, fields) {
    if (/^(?:22|P0|XX)/.test(fields.get('C') ?? ''))
        return false;
    return alone(fields) && effects.some(defines) && effects.every((effect) => still(effect) || kept(effect));
}
/** True when the message can name nothing but objects. */
function namesObjects(analysis, text, fields) {
    const sqlstate = fields.get('C') ?? '';
    if (!alone(fields))
        return false;
    if (NAMING.test(sqlstate) || STRUCTURAL.test(sqlstate))
        return true;
    // A position means that the server stumbled over the statement's text, before any row was read.
    if (sqlstate.startsWith('42') && fields.has('P'))
        return true;
    if (!analysis?.effects.some(changes) || !QUOTING.test(sqlstate))
        return false;
    const known = text.toLowerCase();
    return [...(fields.get('M') ?? '').matchAll(/"([^"]*)"/g)].every(([, name = '']) => known.includes(name.toLowerCase()));
}
const alone = (fields) => !fields.has('W') && !fields.has('q');
const changes = ({ action, via }) => via === undefined && (DEFINING.has(action) || action === 'scan' || action === 'rewrite');
const defines = (effect) => changes(effect) && DEFINING.has(effect.action);
const still = ({ action, object }) => STILL.has(action) && !(BUILT.has(object) && (action === 'create' || action === 'alter'));
const kept = ({ via = [] }) => via.some((step) => KEPT.has(step));

;// CONCATENATED MODULE: ./lib/protocols/postgres/redact.js




/** Detail, hint, context, internal query and its position, and names that code may choose. */
const VALUES = new Set(['D', 'H', 'W', 'q', 'p', 's', 't', 'c', 'd', 'n']);
/** Texts that people read. */
const TEXTS = new Set(['M', ...VALUES]);
/** The server's routine behind PL/pgSQL's RAISE, which may give any SQLSTATE. */
const RAISE = 'exec_stmt_raise';
/** `b[at, end)` is an ErrorResponse or a NoticeResponse about `item`. */
function redact(x, item, b, at, end) {
    const fields = readFields(b, at + 5, end);
    const byCode = new Map(fields);
    const severity = byCode.get('V') ?? byCode.get('S') ?? '';
    const { masking, plans } = x.shared;
    const reason = plans.masksColumns ? withheld(x, item, byCode) : undefined;
    const clean = reason
        ? fields.filter(([code]) => !VALUES.has(code)).map(([code, value]) => [code, told(code, value)])
        : fields.map(([code, value]) => [code, plans.inert || !TEXTS.has(code) ? value : masking.scrub(value)]);
    function told(code, value) {
        if (code === 'C' && byCode.get('R') === RAISE)
            return severity === 'ERROR' ? 'P0001' : '00000';
        if (code !== 'M' || namesObjects(statementOf(item)?.analysis, statementOf(item)?.text ?? '', byCode))
            return value;
        return `the message is withheld because ${reason} (SQLSTATE ${told('C', byCode.get('C') ?? '')})`;
    }
    const changed = clean.length !== fields.length || clean.some(([, value], index) => value !== fields[index][1]);
    const kept = new Map(clean);
    const sqlstate = /^[0-9A-Z]{5}$/.exec(kept.get('C') ?? '')?.[0] ?? 'XX000';
    const message = kept.get('M') ?? '';
    return {
        frame: changed ? writeFields(b[at], clean) : undefined,
        sqlstate,
        fatal: severity === 'FATAL' || severity === 'PANIC',
        // Class 22 quotes the value that it does not like.
        record: sqlstate.startsWith('22') ? message.replace(/"[^"]*"/g, '"…"') : message,
    };
}
const statementOf = (item) => item instanceof Run || item instanceof Prepared ? item.statement : undefined;
/** Why the text may hold masked values; undefined when it cannot. */
function withheld(x, item, fields) {
    const statement = statementOf(item);
    if (!statement)
        return 'it may be about any row';
    const taint = item instanceof Run ? x.taintOf(item) : x.taint(statement);
    if (isDefinition(statement.analysis, fields))
        return undefined;
    if (taint !== 'none')
        return 'the statement touches masked columns';
    if (isBlind(statement.analysis))
        return 'it may be about any row';
    return isForeignCode(statement.analysis, fields)
        ? 'it comes from code that may read masked columns'
        : undefined;
}
/** NotificationResponse: int32 pid, then channel and payload. */
function redactNotification(masking, b, at, end) {
    const zero = stringEnd(b, at + 9, end);
    const payload = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end));
    const scrubbed = masking.inert ? payload : masking.scrub(payload);
    if (scrubbed === payload)
        return undefined;
    return frames_frame(UPSTREAM.NotificationResponse, int32(b.readInt32BE(at + 5)), b.toString('utf8', at + 9, zero), scrubbed);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/answers.js
// Answers in their order: each belongs to the head of the pipeline.











const IDLE = 0x49;
class Answers {
    #x;
    /** True when rows are left out. */
    get dropping() {
        return this.muted || this.#over !== undefined;
    }
    /** An error of ours stands for the rest of the answers up to ReadyForQuery. */
    muted = false;
    /** What a COPY TO STDOUT gives the client. */
    passed;
    /** The server may have read a Sync as part of a COPY, or may answer it when that fails. */
    #syncsInCopy = false;
    #planner;
    #over;
    constructor(exchange) {
        this.#x = exchange;
        this.#planner = new Planner(exchange);
    }
    get running() {
        const { item } = this.#x.pipeline;
        return item instanceof Run ? item : undefined;
    }
    /** The run that a row or a piece of COPY belongs to. */
    data(type) {
        const { kind, item } = this.#x.pipeline;
        if (!(item instanceof Run) || (kind !== ASKED.query && kind !== ASKED.execute))
            throw new ProtocolError('rows that nobody asked for');
        if (type === UPSTREAM.DataRow) {
            if (item.plan === undefined) {
                if (!this.#x.shared.plans.inert)
                    throw new ProtocolError('rows without a description');
                item.plan = null;
            }
        }
        else if (this.passed === undefined)
            throw new ProtocolError('COPY data outside of COPY');
        return item;
    }
    answer(type, b, at, end) {
        const { muted } = this;
        const outcome = this.#answer(type, b, at, end);
        if (outcome === HOLD)
            return HOLD;
        this.#x.answered();
        if (!muted || asynchronous(type))
            return outcome;
        return undefined;
    }
    #answer(type, b, at, end) {
        const { pipeline, names, gate } = this.#x;
        switch (type) {
            case UPSTREAM.CommandComplete:
                return this.#complete(b.toString('utf8', at + 5, stringEnd(b, at + 5, end)));
            case UPSTREAM.EmptyQueryResponse:
                return this.#complete('');
            case UPSTREAM.PortalSuspended:
                return this.#complete('PORTAL SUSPENDED');
            case UPSTREAM.RowDescription:
                return this.#describe(b, at, end);
            case UPSTREAM.NoData: {
                const ours = pipeline.kind === ASKED.describeOurs;
                const item = this.#expect(ours ? ASKED.describeOurs : ASKED.describePortal, ASKED.describeStatement);
                if (item instanceof Run)
                    item.plan = this.#x.shared.plans.none;
                return ours ? undefined : KEEP;
            }
            case UPSTREAM.ParameterDescription:
                if (pipeline.kind !== ASKED.describeStatement)
                    throw new ProtocolError('an answer out of order');
                return KEEP;
            case UPSTREAM.ParseComplete: {
                const item = this.#expect(ASKED.parse);
                if (item instanceof Prepared)
                    names.done(item);
                return KEEP;
            }
            case UPSTREAM.BindComplete: {
                const item = this.#expect(ASKED.bind);
                if (item instanceof Run)
                    names.bound(item);
                return KEEP;
            }
            case UPSTREAM.CloseComplete: {
                const item = this.#expect(ASKED.close);
                if (item instanceof Prepared)
                    names.done(item);
                return KEEP;
            }
            case UPSTREAM.ReadyForQuery:
                return this.#ready(b, at, end);
            case UPSTREAM.ErrorResponse:
                return this.#error(b, at, end);
            case UPSTREAM.NoticeResponse: {
                const told = redact(this.#x, this.#x.pipeline.item, b, at, end);
                gate.notice(told.sqlstate, told.record);
                return told.frame ?? KEEP;
            }
            case UPSTREAM.NotificationResponse:
                return redactNotification(this.#x.shared.masking, b, at, end) ?? KEEP;
            case UPSTREAM.ParameterStatus:
                return parameterStatus(this.#x, b, at, end);
            case UPSTREAM.CopyInResponse:
                return this.#copyIn();
            case UPSTREAM.CopyOutResponse:
                return this.#copyOut(b, at, end);
            case UPSTREAM.CopyDone:
                return this.#copyDone();
            default:
                throw new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not known`);
        }
    }
    /** The head must be of one of these kinds; it is answered now. */
    #expect(kind, other = kind) {
        const { pipeline } = this.#x;
        if (pipeline.kind !== kind && pipeline.kind !== other)
            throw new ProtocolError('an answer out of order');
        const { item } = pipeline;
        pipeline.shift();
        this.#started();
        return item;
    }
    /** The next run's clock starts when its predecessor is answered. */
    #started() {
        const { kind, item } = this.#x.pipeline;
        if (kind === ASKED.execute && item instanceof Run)
            item.restart(this.#x.shared.now());
    }
    #run() {
        const { kind, item } = this.#x.pipeline;
        if ((kind !== ASKED.query && kind !== ASKED.execute) || !(item instanceof Run))
            throw new ProtocolError('an answer out of order');
        return item;
    }
    #complete(tag) {
        const run = this.#run();
        const over = this.#over;
        if (over) {
            this.#over = undefined;
            this.#fail(run, over);
            this.muted = true;
            return frames_errorResponse(over);
        }
        this.#syncsInCopy = false;
        this.#result(run, tag);
        this.#x.completed(run, tag);
        return KEEP;
    }
    /** Records the result and makes the run ready for its next one. */
    #result(run, tag, error) {
        const { gate, shared, pipeline } = this.#x;
        const now = shared.now();
        const masked = run.plan?.counted() ?? run.copy?.counted();
        gate.result(run.statement, {
            tag,
            rows: run.rows || affected(tag),
            bytes: run.bytes,
            ms: Math.round(now - run.started),
            masked,
            error,
        });
        const copy = tag.startsWith('COPY');
        const sent = copy ? this.#x.finished.shift() : undefined;
        if (sent)
            gate.transfer(run.statement, { direction: 'in', ...sent.end() });
        if (copy && this.passed)
            gate.transfer(run.statement, { direction: 'out', ...this.passed.end() });
        this.passed = undefined;
        if (pipeline.kind === ASKED.execute) {
            pipeline.shift();
            this.#started();
        }
        else
            run.plan = undefined;
        run.restart(now);
    }
    #fail(run, failure) {
        this.#result(run, '', { sqlstate: failure.sqlstate, message: failure.message });
    }
    #describe(b, at, end) {
        const x = this.#x;
        const { kind, item } = x.pipeline;
        if (kind === ASKED.describeStatement) {
            this.#expect(kind);
            return KEEP;
        }
        if (!(item instanceof Run) || kind === ASKED.execute || kind === ASKED.bind)
            throw new ProtocolError('a description that nobody asked for');
        if (!x.shared.plans.inert) {
            const plan = this.#planner.plan(item, b.subarray(at + 5, end));
            if (plan === undefined)
                return HOLD;
            item.plan = plan;
        }
        if (kind !== ASKED.query)
            this.#expect(ASKED.describePortal, ASKED.describeOurs);
        return kind === ASKED.describeOurs ? undefined : KEEP;
    }
    /** More than the grant allows: the rest is left out, the statement cancelled. */
    exceed(run, what, limit) {
        if (this.#over)
            return;
        this.#over = {
            severity: 'ERROR',
            sqlstate: '53400',
            message: `the statement returned more than the ${limit} ${what} that this grant allows`,
            hint: 'Ask for less, for example with LIMIT, or have the limit raised in the policy.',
        };
        this.#x.gate.limit(what, `statement ${run.statement.id}: more than ${limit}`);
        void this.#x.cancel();
    }
    #error(b, at, end) {
        const x = this.#x;
        const { pipeline } = x;
        const { kind, item } = pipeline;
        const statement = item instanceof Run || item instanceof Prepared ? item.statement : undefined;
        const told = redact(x, item, b, at, end);
        const error = { sqlstate: told.sqlstate, message: told.record };
        if (this.#syncsInCopy)
            throw new ProtocolError('a Sync in front of the data of a COPY that failed');
        x.copyingIn = false;
        x.incoming = undefined;
        x.finished.length = 0;
        this.passed = undefined;
        if (kind === ASKED.refused) {
            x.skip();
            return Buffer.isBuffer(item) ? item : undefined;
        }
        if (kind === ASKED.none || kind === ASKED.sync || told.fatal) {
            x.gate.notice(told.sqlstate, told.record);
            return told.frame ?? KEEP;
        }
        const over = this.#over;
        this.#over = undefined;
        if (item instanceof Run && (kind === ASKED.query || kind === ASKED.execute))
            this.#fail(item, over ?? error);
        else if (statement)
            x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error });
        if (kind !== ASKED.query)
            x.skip();
        if (x.syncHeld && kind !== ASKED.query) {
            x.skipping = false;
            pipeline.push(ASKED.sync, null);
            x.upstream.socket.write(SYNC);
        }
        x.syncHeld = false;
        return over ? frames_errorResponse(over) : (told.frame ?? KEEP);
    }
    #ready(b, at, end) {
        const x = this.#x;
        const { kind } = x.pipeline;
        if (end - at !== 6)
            throw new ProtocolError('a ReadyForQuery without its status');
        if (x.cancelling) {
            x.upstream.hold();
            void x.cancelling.finally(() => x.upstream.release());
            return HOLD;
        }
        if (kind !== ASKED.sync && kind !== ASKED.query && kind !== ASKED.none)
            throw new ProtocolError('an answer out of order');
        if (kind !== ASKED.none)
            x.pipeline.shift();
        x.status = b[at + 5];
        if (x.status === IDLE) {
            x.names.transactionEnded();
            x.shared.plans.invalidate(wider(x.moved.upheaval, x.schema));
            x.schema = 'none';
            if (x.pipeline.length === 0)
                x.shared.drift.over(x.moved);
        }
        const muted = this.muted;
        this.muted = false;
        if (muted && x.status === 0x54 && x.pipeline.length === 0) {
            // The client was told of an error that the server did not have: make the transaction fail there too.
            x.pipeline.push(ASKED.refused, null);
            x.pipeline.push(ASKED.sync, null);
            x.upstream.socket.write(FAILING);
            x.upstream.socket.write(SYNC);
            return undefined;
        }
        this.#started();
        return KEEP;
    }
    #copyIn() {
        const x = this.#x;
        this.#run();
        const before = x.pipeline.length;
        const ended = x.pipeline.dropSyncsUntilCopyEnd();
        const { length } = x.pipeline;
        if (!ended && length > 1)
            throw new ProtocolError('a message that is not data within COPY');
        this.#syncsInCopy = before - length > (ended ? 1 : 0);
        x.copyingIn = !ended;
        if (this.muted)
            x.upstream.socket.write(frames_frame(frames_CLIENT.CopyFail, 'the statement was cancelled'));
        return KEEP;
    }
    #copyOut(b, at, end) {
        const run = this.#run();
        if (end - at < 8)
            throw new ProtocolError('a COPY response that is cut');
        const binary = b[at + 5] === 1;
        if (!this.#x.shared.plans.inert) {
            const expected = run.copy;
            if (expected === undefined || (expected !== null && !expected.fits(binary, b.readUInt16BE(at + 6))))
                throw new ProtocolError('a COPY whose columns are not known');
        }
        this.passed = new CopyDigest();
        return KEEP;
    }
    #copyDone() {
        const run = this.#run();
        const rest = run.copy?.finish();
        if (!rest)
            return KEEP;
        this.passed?.add(rest, 5, rest.length);
        return Buffer.concat([rest, frames_frame(UPSTREAM.CopyDone)]);
    }
}
/** Rows that a tag counts: `INSERT 0 5`, `COPY 7`. */
function affected(tag) {
    const space = tag.lastIndexOf(' ');
    const count = space === -1 ? 0 : Number(tag.slice(space + 1));
    return Number.isSafeInteger(count) ? count : 0;
}
function asynchronous(type) {
    return (type === UPSTREAM.NoticeResponse ||
        type === UPSTREAM.NotificationResponse ||
        type === UPSTREAM.ParameterStatus ||
        type === UPSTREAM.ReadyForQuery);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/outflow.js
const ARENA = 512 * 1024;
class Outflow {
    #to;
    /** Input of this chunk. */
    #from = Buffer.alloc(0);
    /** Input before this has been dealt with. */
    #taken = 0;
    /** Where output goes: `#from` itself, or the arena. */
    buffer = this.#from;
    #base = 0;
    #at = 0;
    #arena;
    constructor(to) {
        this.#to = to;
    }
    begin(from, start) {
        this.#from = this.buffer = from;
        this.#taken = this.#base = this.#at = start;
    }
    /** Where the byte at input position `at` will stand, if everything up to it stays as it is. */
    position(at) {
        return this.#at + (at - this.#taken);
    }
    get inPlace() {
        return this.buffer === this.#from;
    }
    get at() {
        return this.#at;
    }
    /** Input up to `to` stays as it is. */
    keep(to) {
        const size = to - this.#taken;
        if (size <= 0)
            return;
        if (this.buffer !== this.#from) {
            this.ensure(size);
            this.#from.copy(this.buffer, this.#at, this.#taken, to);
        }
        else if (this.#at !== this.#taken) {
            if (size < 48)
                for (let i = 0; i < size; i++)
                    this.buffer[this.#at + i] = this.buffer[this.#taken + i];
            else
                this.buffer.copyWithin(this.#at, this.#taken, to);
        }
        this.#at += size;
        this.#taken = to;
    }
    /** Input up to `to` is left out. Everything before it must have been kept. */
    drop(to) {
        this.#taken = to;
    }
    /** Output that is `size` bytes long was written at `at`. */
    wrote(size) {
        this.#at += size;
    }
    /** Puts bytes of our own in. */
    insert(bytes) {
        if (this.buffer === this.#from)
            this.spill(this.#at);
        this.ensure(bytes.length);
        bytes.copy(this.buffer, this.#at);
        this.#at += bytes.length;
    }
    /** Goes on in the arena; output from `keepFrom` on moves there because it is not complete. Answers where it stands now. */
    spill(keepFrom) {
        const carried = this.#at - keepFrom;
        if (keepFrom > this.#base)
            this.#to.write(this.buffer.subarray(this.#base, keepFrom));
        const arena = this.#free(carried);
        this.buffer.copy(arena, 0, keepFrom, this.#at);
        this.buffer = arena;
        this.#base = 0;
        this.#at = carried;
        return 0;
    }
    /** Makes room for `size` bytes; in the arena only. */
    ensure(size) {
        if (this.#at + size <= this.buffer.length)
            return;
        const grown = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.#at + size));
        this.buffer.copy(grown, 0, this.#base, this.#at);
        this.#at -= this.#base;
        this.#base = 0;
        this.buffer = grown;
        this.#arena = grown.length <= ARENA * 8 ? grown : undefined;
    }
    /** Everything up to `end` is decided: one write. */
    finish(end) {
        this.keep(end);
        if (this.#at > this.#base)
            this.#to.write(this.buffer.subarray(this.#base, this.#at));
        this.#base = this.#at;
    }
    /** The arena is reused only while nothing of it is being written. */
    #free(size) {
        if (this.#arena && this.#arena.length >= size && this.#to.writableLength === 0)
            return this.#arena;
        this.#arena = Buffer.allocUnsafeSlow(Math.max(ARENA, size * 2));
        return this.#arena;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/rows.js
// DataRow: int16 count, then per column int32 length (-1 for NULL) and that many bytes.
// https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-DATAROW

const read32 = (b, at) => (b[at] << 24) | (b[at + 1] << 16) | (b[at + 2] << 8) | b[at + 3];
function write32(b, at, value) {
    b[at] = value >>> 24;
    b[at + 1] = value >>> 16;
    b[at + 2] = value >>> 8;
    b[at + 3] = value;
}
/** Masks the row frame `b[at, end)` into `out`. Throws `ProtocolError` when it does not have the columns that were described. */
function maskRow(out, b, at, end, plan) {
    const { masks, last } = plan;
    if (end - at < 7 || ((b[at + 5] << 8) | b[at + 6]) !== masks.length)
        throw new ProtocolError('a row with other columns than described');
    let header = out.position(at);
    let grown = 0;
    let p = at + 7;
    for (let c = 0; c <= last; c++) {
        if (p + 4 > end)
            throw new ProtocolError('a row that is cut');
        const length = read32(b, p);
        const cell = p + 4;
        if (length < -1 || cell + length > end)
            throw new ProtocolError('a row with an impossible length');
        if (length === -1) {
            p = cell;
            continue;
        }
        const mask = masks[c];
        p = cell + length;
        if (mask === null || mask === undefined)
            continue;
        out.keep(cell - 4);
        const bound = mask.bound(length);
        if (out.inPlace) {
            if (bound > length)
                header = out.spill(header);
        }
        if (!out.inPlace)
            out.ensure(bound + 4);
        const target = out.at;
        const written = mask.apply(b, cell, p, out.buffer, target + 4);
        if (written === -2)
            continue;
        plan.count(mask.label);
        write32(out.buffer, target, written);
        const size = written === -1 ? 0 : written;
        out.wrote(4 + size);
        out.drop(p);
        grown += size - length;
    }
    if (grown !== 0)
        write32(out.buffer, header + 1, end - at - 1 + grown);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/upstream-side.js






const upstream_side_KNOWN = knownTypes(UPSTREAM);
class UpstreamSide {
    #x;
    #out;
    #answers;
    #limits;
    /** Bytes of the current frame that are still to come, and whether they are left out. */
    #rest = 0;
    #restDropped = false;
    constructor(exchange) {
        this.#x = exchange;
        this.#out = new Outflow(exchange.client.socket);
        this.#answers = new Answers(exchange);
        this.#limits = exchange.shared.terms.limits;
    }
    failed(error) {
        const failure = failureOf(error, 'the target broke the protocol', 'the proxy failed on this answer');
        this.#x.gate.limit('protocol', failure.message);
        this.#x.end(failure);
    }
    /** True when the client was given whole frames only, so that an error may be put behind them. */
    get betweenFrames() {
        return this.#rest === 0 || this.#restDropped;
    }
    /** What runs right now and was not answered. */
    get running() {
        return this.#answers.running;
    }
    take(buffer, start, end) {
        const out = this.#out;
        out.begin(buffer, start);
        let at = start;
        if (this.#rest > 0)
            at = this.#rests(buffer, start, end);
        while (end - at >= 5) {
            const type = buffer[at];
            if (upstream_side_KNOWN[type] === 0)
                throw new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not known`);
            const size = frameLength(buffer, at, FRAME_LIMIT) + 1;
            const next = at + size;
            if (type === UPSTREAM.DataRow || type === UPSTREAM.CopyData) {
                const run = this.#answers.data(type);
                if (type === UPSTREAM.DataRow && next <= end && !this.#answers.dropping) {
                    const behind = this.#rows(run, buffer, at, end);
                    if (behind > at) {
                        at = behind;
                        continue;
                    }
                }
                const masked = type === UPSTREAM.DataRow ? run.plan != null : run.copy != null;
                if (masked && next > end) {
                    this.#whole(size);
                    break;
                }
                this.#data(type, run, buffer, at, Math.min(next, end), size);
                this.#rest = Math.max(0, next - end);
                at = Math.min(next, end);
                continue;
            }
            if (next > end) {
                this.#whole(size);
                break;
            }
            const outcome = this.#answers.answer(type, buffer, at, next);
            if (outcome === HOLD)
                break;
            if (outcome !== KEEP) {
                out.keep(at);
                if (outcome)
                    out.insert(outcome);
                out.drop(next);
            }
            at = next;
        }
        out.finish(at);
        return at;
    }
    /** Whole rows, one after the other, as far as the limits allow; answers where they end. */
    #rows(run, b, start, end) {
        const { rows: mostRows = Number.POSITIVE_INFINITY, bytes: mostBytes = Number.POSITIVE_INFINITY } = this.#limits;
        const { plan } = run;
        let { rows, bytes } = run;
        let at = start;
        while (end - at >= 5 && b[at] === UPSTREAM.DataRow) {
            const length = frameLength(b, at, FRAME_LIMIT);
            const next = at + 1 + length;
            if (next > end || rows >= mostRows || bytes + length - 4 > mostBytes)
                break;
            if (plan)
                maskRow(this.#out, b, at, next, plan);
            rows++;
            bytes += length - 4;
            at = next;
        }
        run.rows = rows;
        run.bytes = bytes;
        return at;
    }
    #whole(size) {
        if (size > WHOLE_LIMIT)
            throw new ProtocolError(`a frame of ${size} bytes that would have to be held whole`);
        this.#x.upstream.want(size);
    }
    #rests(buffer, start, end) {
        const to = Math.min(end, start + this.#rest);
        this.#rest -= to - start;
        if (this.#restDropped)
            this.#out.drop(to);
        else
            this.#answers.passed?.add(buffer, start, to);
        return to;
    }
    /** A row or a piece of COPY; `end` is where the bytes at hand end. */
    #data(type, run, buffer, at, end, size) {
        const out = this.#out;
        run.bytes += size - 5;
        if (type === UPSTREAM.DataRow)
            run.rows++;
        this.#restDropped = this.#answers.dropping || this.#over(run);
        if (this.#restDropped) {
            out.keep(at);
            out.drop(end);
        }
        else if (type === UPSTREAM.DataRow) {
            if (run.plan)
                maskRow(out, buffer, at, end, run.plan);
        }
        else if (run.copy) {
            const stands = size === end - at ? run.copy.row(out, buffer, at, end) : undefined;
            if (stands !== undefined) {
                this.#answers.passed?.add(out.buffer, stands + 5, out.at);
                return;
            }
            out.keep(at);
            const masked = run.copy.feed(buffer, at + 5, end);
            if (masked.length > 5) {
                this.#answers.passed?.add(masked, 5, masked.length);
                out.insert(masked);
            }
            out.drop(end);
        }
        else {
            this.#answers.passed?.add(buffer, at + 5, end);
        }
    }
    #over(run) {
        const { rows, bytes } = this.#limits;
        if (rows !== undefined && run.rows > rows)
            this.#answers.exceed(run, 'rows', rows);
        else if (bytes !== undefined && run.bytes > bytes)
            this.#answers.exceed(run, 'bytes', bytes);
        else
            return false;
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/connection.js













const NOWHERE = { take: (_buffer, _start, end) => end, failed: () => { } };
/** How long an ended socket may take to deliver what was written. */
const LINGER_MS = 2000;
function serve(client, gate, around) {
    return new Session(client, gate, around);
}
class Session {
    closed;
    #around;
    #gate;
    #client;
    #messages = new Messages();
    #upstream;
    #pid;
    #downstream;
    #clientSide;
    #reason;
    #settle = () => { };
    #reported = false;
    #failed = false;
    constructor(socket, gate, around) {
        this.#gate = gate;
        this.#around = around;
        this.closed = new Promise((resolve) => (this.#settle = resolve));
        this.#client = new Inlet(socket, this.#messages);
        this.#messages.attach(this.#client);
        this.#client.socket.on('error', () => { });
        this.#client.socket.once('close', () => this.#clientClosed());
        void this.#run();
    }
    end(reason) {
        this.#fail({ severity: 'FATAL', sqlstate: '57P01', message: reason });
    }
    async #run() {
        const timer = setTimeout(() => this.#fail({ severity: 'FATAL', sqlstate: '08006', message: 'the login took too long' }), this.#around.loginTimeout);
        try {
            const opened = await clientLogin(this.#client, this.#messages, this.#around.local);
            if (opened.kind === 'cancel') {
                // A client that is told of the end takes the cancelling as done.
                await this.#around.keys.request(opened.pid, opened.key);
                this.#reason ??= 'cancel request';
                this.#finish();
                return;
            }
            clearTimeout(timer);
            await this.#relay(opened.startup, opened.keyLength);
        }
        catch (error) {
            this.#fail(error instanceof errors/* SluiceError */.ah ? unavailable(error) : loginFailure(error));
        }
        finally {
            clearTimeout(timer);
        }
    }
    async #relay(startup, keyLength) {
        const { shared, keys, login } = this.#around;
        const upstream = await login(upstreamSettings(startup, shared.terms.limits));
        this.#upstream = upstream;
        upstream.inlet.socket.once('close', () => this.#upstreamClosed());
        if (this.#reason !== undefined || this.#client.socket.destroyed)
            return this.#finish();
        for (const [name, value] of upstream.parameters) {
            const wrong = unsafeParameter(name, value);
            if (wrong)
                throw new errors/* SluiceError */.ah('UPSTREAM_REFUSED', `Target ${shared.terms.name}: ${wrong}`);
        }
        const exchange = new Exchange({
            shared,
            gate: this.#gate,
            client: this.#client,
            upstream: upstream.inlet,
            end: (failure) => this.#fail(failure),
            cancel: () => this.#cancel(),
        });
        exchange.status = upstream.status;
        const { pid, key } = keys.issue(keyLength, () => exchange.cancel());
        this.#pid = pid;
        this.#gate.opened({
            client: this.#client.socket.remoteAddress ?? 'unix socket',
            user: startup.user,
            application: startup.application.slice(0, 64),
            tls: upstream.tls,
        });
        this.#greet(upstream, pid, key);
        this.#clientSide = new ClientSide(exchange);
        this.#downstream = new UpstreamSide(exchange);
        this.#client.sink = this.#clientSide;
        this.#client.outlet = upstream.inlet.socket;
        upstream.inlet.sink = this.#downstream;
        upstream.inlet.outlet = this.#client.socket;
        upstream.inlet.release();
        this.#client.release();
    }
    #greet(upstream, pid, key) {
        const parts = [frames_frame(UPSTREAM.Authentication, int32(0))];
        for (const [name, value] of upstream.parameters)
            parts.push(frames_frame(UPSTREAM.ParameterStatus, name, value));
        parts.push(frames_frame(UPSTREAM.BackendKeyData, int32(pid), key));
        parts.push(frames_frame(UPSTREAM.ReadyForQuery, Buffer.of(upstream.status)));
        this.#client.socket.write(Buffer.concat(parts));
    }
    async #cancel() {
        const { shared, dial } = this.#around;
        const upstream = this.#upstream;
        if (upstream)
            await sendCancel(() => connectUpstream(shared.terms, dial), upstream).catch(() => { });
    }
    /** Tells the client why and ends both sides. */
    #fail(failure) {
        if (this.#reason !== undefined)
            return;
        this.#reason = failure.message;
        this.#failed = true;
        const { socket } = this.#client;
        // Half of a message must not be followed by a new one.
        if (!socket.destroyed && (this.#downstream?.betweenFrames ?? true))
            socket.write(frames_errorResponse({ ...failure, severity: 'FATAL' }));
        this.#finish();
    }
    /** Both ends are read on, to nowhere, so that their ends are seen. */
    #finish() {
        this.#drain(this.#client);
        this.#client.socket.end();
        const upstream = this.#upstream?.inlet;
        if (!upstream)
            return;
        this.#drain(upstream);
        upstream.socket.end(TERMINATE);
    }
    #drain(inlet) {
        inlet.sink = NOWHERE;
        inlet.outlet = undefined;
        inlet.release();
        setTimeout(() => inlet.socket.destroy(), LINGER_MS).unref();
    }
    #clientClosed() {
        this.#reason ??= this.#clientSide?.terminated ? 'client finished' : 'client gone';
        const socket = this.#upstream?.inlet.socket;
        if (socket && !socket.destroyed) {
            if (this.#clientSide?.terminated)
                socket.end();
            else
                socket.destroy();
        }
        if (this.#pid !== undefined)
            this.#around.keys.forget(this.#pid);
        this.#over();
    }
    #upstreamClosed() {
        if (this.#reason === undefined && !this.#client.socket.destroyed) {
            if (this.#clientSide?.terminated) {
                this.#reason = 'client finished';
                this.#client.socket.end();
            }
            else {
                const message = 'the target closed the connection';
                this.#fail({ severity: 'FATAL', sqlstate: '08006', message });
            }
        }
        this.#over();
    }
    /** Both sockets are closed. */
    #over() {
        const upstream = this.#upstream?.inlet;
        if (this.#reported || !this.#client.socket.destroyed || (upstream && !upstream.socket.destroyed))
            return;
        this.#reported = true;
        const reason = this.#reason ?? 'closed';
        const totals = { bytesIn: this.#client.bytes, bytesOut: upstream?.bytes ?? 0 };
        if (this.#pid !== undefined)
            this.#gate.closed(reason, totals);
        else if (this.#failed)
            this.#gate.limit('login', reason);
        this.#settle();
    }
}
function unavailable(error) {
    const sqlstate = error.code === 'UPSTREAM_REFUSED' ? '08004' : '08001';
    return { severity: 'FATAL', sqlstate, message: (0,errors/* describe */.q0)(error) };
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./lib/protocols/postgres/inspect.js
// Message to statement text, exactly as the server reads it.


/** Statements come again and again: their digests are kept, up to this many characters. */
const inspect_KEPT = 256 * 1024;
const LONGEST_KEPT = 8 * 1024;
/** Text and digest of statement bytes, cached by text. */
class Inspector {
    #known = new Map();
    #size = 0;
    /** Undefined when the bytes are not UTF-8: what cannot be read is not judged. `bytes[from, to)` holds no NUL. */
    read(bytes, from, to) {
        const text = bytes.toString('utf8', from, to);
        const known = this.#known.get(text);
        if (known)
            return known;
        const exact = bytes.subarray(from, to);
        // A replaced sequence would make two different statements one.
        if (text.includes('\ufffd') && !(0,external_node_buffer_namespaceObject.isUtf8)(exact))
            return undefined;
        const read = { text, sha256: (0,external_node_crypto_.hash)('sha256', exact, 'hex') };
        if (text.length <= LONGEST_KEPT && !text.includes('\ufffd'))
            this.#keep(read);
        return read;
    }
    #keep(read) {
        if (this.#size > inspect_KEPT) {
            this.#known.clear();
            this.#size = 0;
        }
        this.#known.set(read.text, read);
        this.#size += read.text.length;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-row.js


const NEWLINE = 0x0a;
const copy_row_BACKSLASH = 0x5c;
/** True when the CopyData frame `b[at, end)` holds one row and nothing else, no end-of-data mark either. */
function holdsOneRow(b, at, end) {
    return end - at > 8 && b[end - 1] === NEWLINE && b.indexOf(NEWLINE, at + 5) === end - 1;
}
/** Masks the row into `out` and answers where its frame stands there. Throws `ProtocolError` when it does not have the columns. */
function maskCopyRow(out, b, at, end, row) {
    const { masks, last, delimiter } = row;
    const stop = end - 1;
    let header = out.position(at);
    let grown = 0;
    let field = at + 5;
    for (let column = 0; column <= last; column++) {
        let to = field;
        while (to < stop && b[to] !== delimiter)
            to += b[to] === copy_row_BACKSLASH ? 2 : 1;
        if (to > stop)
            to = stop;
        if (to === stop && column < masks.length - 1)
            throw new ProtocolError('a COPY row with fewer columns');
        if (to < stop && column === masks.length - 1)
            throw new ProtocolError('a COPY row with more columns');
        const mask = masks[column];
        if (mask) {
            out.keep(field);
            const bound = mask.bound(to - field);
            if (out.inPlace && bound > to - field)
                header = out.spill(header);
            if (!out.inPlace)
                out.ensure(bound);
            const written = mask.apply(b, field, to, out.buffer, out.at);
            if (written !== -2) {
                row.count(mask.label);
                const size = Math.max(0, written);
                out.wrote(size);
                out.drop(to);
                grown += size - (to - field);
            }
        }
        field = to + 1;
    }
    out.keep(end);
    header = out.at - (end - at + grown);
    if (grown !== 0)
        write32(out.buffer, header + 1, end - at - 1 + grown);
    return header;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-scan.js
// Where rows and fields of COPY end.

const copy_scan_NEWLINE = 0x0a;
const copy_scan_BACKSLASH = 0x5c;
/** Where the row's newline is, -1 when it is not there yet. In csv a quoted field may hold newlines. */
function rowEnd(b, start, end, syntax) {
    const { quoting, quote, escape: escaping } = syntax;
    if (!quoting) {
        const at = b.indexOf(copy_scan_NEWLINE, start);
        return at === -1 || at >= end ? -1 : at;
    }
    let quoted = false;
    for (let at = start; at < end; at++) {
        const byte = b[at];
        if (quoted && byte === escaping && (b[at + 1] === quote || b[at + 1] === escaping)) {
            if (at + 1 >= end)
                return -1;
            at++;
        }
        else if (byte === quote)
            quoted = !quoted;
        else if (byte === copy_scan_NEWLINE && !quoted)
            return at;
    }
    return -1;
}
/** Where the field ends within a row that ends at `end`. */
function fieldEnd(b, start, end, syntax) {
    return syntax.quoting ? quotedEnd(b, start, end, syntax) : plainEnd(b, start, end, syntax.delimiter);
}
function plainEnd(b, start, end, delimiter) {
    for (let at = start; at < end; at++) {
        const byte = b[at];
        if (byte === delimiter)
            return at;
        if (byte === copy_scan_BACKSLASH)
            at++;
    }
    return end;
}
function quotedEnd(b, start, end, syntax) {
    const { delimiter, quote, escape: escaping } = syntax;
    let quoted = false;
    for (let at = start; at < end; at++) {
        const byte = b[at];
        if (quoted && byte === escaping && (b[at + 1] === quote || b[at + 1] === escaping))
            at++;
        else if (byte === quote)
            quoted = !quoted;
        else if (byte === delimiter && !quoted)
            return at;
    }
    return end;
}
/** Where the binary tuple of `columns` fields ends, -1 when it is not here in full. The trailer counts as one. */
function tupleEnd(b, at, end, columns) {
    if (end - at < 2)
        return -1;
    const count = b.readInt16BE(at);
    if (count === -1)
        return at + 2;
    if (count !== columns)
        throw new ProtocolError('a COPY row with other columns');
    let p = at + 2;
    for (let column = 0; column < count; column++) {
        if (end - p < 4)
            return -1;
        const length = b.readInt32BE(p);
        if (length < -1)
            throw new ProtocolError('a COPY row with an impossible length');
        p += 4 + Math.max(0, length);
    }
    return p > end ? -1 : p;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy.js




const postgres_copy_BACKSLASH = 0x5c;
/** `PGCOPY\n\377\r\n\0`, then int32 flags and int32 length of an extension. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
function copyPlan(masks, options) {
    const { format } = options;
    if (format === 'binary')
        return { masks, options };
    return { masks: masks.map((mask) => mask && copyMask(mask, { ...options, format })), options };
}
/** One COPY on its way. */
class CopyMask {
    #masks;
    #options;
    /** Index of the last column that has a mask: what is behind it is not looked at. */
    #last;
    #syntax;
    /** Bytes of a row whose end is not here yet. */
    #carry = Buffer.alloc(0);
    #out = Buffer.allocUnsafe(8 * 1024);
    #at = 0;
    #first = true;
    #counts = new Map();
    #row;
    constructor({ masks, options }) {
        this.#masks = masks;
        this.#options = options;
        this.#last = masks.findLastIndex((mask) => mask !== null);
        const delimiter = options.delimiter.charCodeAt(0);
        this.#syntax = {
            quoting: options.format === 'csv',
            delimiter,
            quote: options.quote.charCodeAt(0),
            escape: options.escape.charCodeAt(0),
        };
        this.#row = { masks, last: this.#last, delimiter, count: (label) => this.#count(label) };
    }
    /** True when the server's CopyOutResponse is what was planned for. */
    fits(binary, columns) {
        return binary === (this.#options.format === 'binary') && columns === this.#masks.length;
    }
    /** Masks the frame `b[at, end)` where it stands, and answers where that is; undefined when it must be fed. */
    row(out, b, at, end) {
        if (this.#options.format !== 'text' || this.#carry.length > 0 || !holdsOneRow(b, at, end))
            return undefined;
        if (this.#first && this.#options.header)
            return undefined;
        this.#first = false;
        return maskCopyRow(out, b, at, end, this.#row);
    }
    /** The payload `b[start, end)`; answers a CopyData frame with the rows that are whole now, valid until the next call. */
    feed(b, start, end) {
        this.#at = 5;
        let from = b;
        let at = start;
        let to = end;
        if (this.#carry.length > 0) {
            from = Buffer.concat([this.#carry, b.subarray(start, end)]);
            at = 0;
            to = from.length;
        }
        if (to - at > WHOLE_LIMIT)
            throw new ProtocolError('a COPY row that would have to be held whole');
        const done = this.#options.format === 'binary' ? this.#tuples(from, at, to) : this.#lines(from, at, to);
        this.#carry = done === to ? copy_EMPTY : Buffer.from(from.subarray(done, to));
        return this.#frame();
    }
    /** What was left when the server says that it is done; undefined when nothing was. */
    finish() {
        const rest = this.#carry;
        this.#carry = copy_EMPTY;
        if (rest.length === 0)
            return undefined;
        if (this.#options.format === 'binary')
            throw new ProtocolError('a COPY that ends within a row');
        this.#at = 5;
        this.#line(rest, 0, rest.length);
        return this.#frame();
    }
    /** Masked cells by label since the last call; undefined when there were none. */
    counted() {
        if (this.#counts.size === 0)
            return undefined;
        const counted = Object.fromEntries(this.#counts);
        this.#counts = new Map();
        return counted;
    }
    #frame() {
        this.#out[0] = UPSTREAM.CopyData;
        this.#out.writeUInt32BE(this.#at - 1, 1);
        return this.#out.subarray(0, this.#at);
    }
    /** Text and csv: answers where the first incomplete row begins. */
    #lines(b, start, end) {
        let row = start;
        while (row < end) {
            const newline = rowEnd(b, row, end, this.#syntax);
            if (newline === -1)
                break;
            this.#line(b, row, newline);
            this.#copy(b, newline, newline + 1);
            row = newline + 1;
        }
        return row;
    }
    /** A row without its newline. */
    #line(b, start, end) {
        if (this.#first && this.#options.header) {
            this.#first = false;
            this.#copy(b, start, end);
            return;
        }
        this.#first = false;
        // The end-of-data mark of old protocols.
        if (end - start === 2 && b[start] === postgres_copy_BACKSLASH && b[start + 1] === 0x2e) {
            this.#copy(b, start, end);
            return;
        }
        let kept = start;
        let field = start;
        for (let column = 0; column <= this.#last; column++) {
            const stop = fieldEnd(b, field, end, this.#syntax);
            const mask = this.#masks[column];
            if (mask) {
                this.#copy(b, kept, field);
                this.#field(b, field, stop, mask);
                kept = stop;
            }
            if (stop === end && column < this.#masks.length - 1)
                throw new ProtocolError('a COPY row with fewer columns');
            field = stop + 1;
        }
        if (field <= end && this.#last === this.#masks.length - 1)
            throw new ProtocolError('a COPY row with more columns');
        this.#copy(b, kept, end);
    }
    /** Binary: a header, then per tuple int16 count and per field int32 length and bytes; a count of -1 ends it. */
    #tuples(b, start, end) {
        let at = start;
        if (this.#first) {
            if (end - at < 19)
                return at;
            if (b.compare(SIGNATURE, 0, 11, at, at + 11) !== 0)
                throw new ProtocolError('a COPY without its signature');
            const header = 19 + b.readUInt32BE(at + 15);
            if (end - at < header)
                return at;
            this.#copy(b, at, at + header);
            this.#first = false;
            at += header;
        }
        for (;;) {
            const next = tupleEnd(b, at, end, this.#masks.length);
            if (next === -1)
                return at;
            if (next === at + 2)
                this.#copy(b, at, next);
            else
                this.#tuple(b, at);
            at = next;
        }
    }
    #tuple(b, start) {
        this.#copy(b, start, start + 2);
        let p = start + 2;
        for (const mask of this.#masks) {
            const length = b.readInt32BE(p);
            const cell = p + 4;
            p = cell + Math.max(0, length);
            const word = this.#at;
            this.#copy(b, cell - 4, cell);
            if (length < 0)
                continue;
            this.#field(b, cell, p, mask);
            this.#out.writeInt32BE(this.#null ? -1 : this.#at - word - 4, word);
        }
    }
    /** Set when the field that was written last became NULL. */
    #null = false;
    #field(b, start, end, mask) {
        this.#null = false;
        if (mask)
            this.#room(mask.bound(end - start));
        const written = mask ? mask.apply(b, start, end, this.#out, this.#at) : -2;
        if (!mask || written === -2) {
            this.#copy(b, start, end);
            return;
        }
        this.#null = written === -1;
        if (written > 0)
            this.#at += written;
        this.#count(mask.label);
    }
    #count(label) {
        this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
    }
    #copy(b, start, end) {
        this.#room(end - start);
        if (end - start < 32)
            for (let at = start; at < end; at++)
                this.#out[this.#at++] = b[at];
        else
            this.#at += b.copy(this.#out, this.#at, start, end);
    }
    #room(size) {
        if (this.#at + size <= this.#out.length)
            return;
        const grown = Buffer.allocUnsafe(Math.max(this.#out.length * 2, this.#at + size));
        this.#out.copy(grown, 0, 0, this.#at);
        this.#out = grown;
    }
}
const copy_EMPTY = Buffer.alloc(0);

;// CONCATENATED MODULE: ./lib/protocols/postgres/plan.js
// From a result's description to a mask per column, made once per description.



/** Masks of one result shape. */
class Plan {
    masks;
    /** Index of the last column that has a mask. */
    last;
    #counts = new Map();
    constructor(masks) {
        this.masks = masks;
        this.last = masks.findLastIndex((mask) => mask !== null);
    }
    count(label) {
        this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
    }
    /** Masked cells by label since the last call; undefined when there were none. */
    counted() {
        if (this.#counts.size === 0)
            return undefined;
        const counted = Object.fromEntries(this.#counts);
        this.#counts = new Map();
        return counted;
    }
}
/** Shapes kept per statement: a multi-statement query has several results. */
const KEPT_SHAPES = 8;
class Plans {
    /** Nothing is masked: results need not be looked at. */
    inert;
    masksColumns;
    /** For what returns no rows. */
    none = new Plan([]);
    #masking;
    #catalogue;
    #shapes = new WeakMap();
    #taints = new WeakMap();
    #copies = new WeakMap();
    /** Table parts of the patterns. */
    #tables;
    /** Relations that read protected ones, with and without schema, of the lineage they were made from. */
    #reading = new Set();
    #lineage;
    constructor(masking, catalogue, columns) {
        this.#masking = masking;
        this.#catalogue = catalogue;
        this.inert = masking.inert;
        this.masksColumns = columns.length > 0;
        this.#tables = columns.map(({ pattern }) => plan_glob(pattern.split('.').at(-2) ?? '*'));
    }
    /** The catalogue changed: what was resolved is asked for again. */
    invalidate(changed) {
        if (changed !== 'none')
            this.#catalogue.invalidate(changed === 'all');
    }
    /** Undefined when what views read is known; else a promise that rejects when the target does not answer. */
    ready() {
        return !this.masksColumns || this.#catalogue.lineage ? undefined : this.#catalogue.load();
    }
    taint(analysis) {
        if (!this.masksColumns)
            return 'none';
        const { generation } = this.#catalogue;
        const known = this.#taints.get(analysis);
        if (known?.generation === generation)
            return known.taint;
        const unseen = analysis.relations.some((relation) => this.#rebuilt(relation)) ||
            analysis.effects.some(({ action }) => action === 'unknown' || (action === 'call' && !told(analysis)));
        const seen = analysis.relations.some((relation) => this.#protects(relation)) ||
            (analysis.outputs?.some(({ foreign }) => foreign) ?? false);
        const taint = unseen ? 'unseen' : seen ? 'seen' : 'none';
        this.#taints.set(analysis, { generation, taint });
        return taint;
    }
    /** Names of views and the like that read a relation for which `test` holds, with and without schema. */
    reading(test) {
        const reading = this.#catalogue.lineage?.reading(test) ?? new Set();
        return new Set([...reading, ...[...reading].map((name) => name.slice(name.indexOf('.') + 1))]);
    }
    /** A relation without its schema may be in any. */
    #protects(written) {
        const relation = relationOf(written);
        if (relation.includes('.'))
            return this.#masking.protects(relation);
        return this.#tables.some((table) => table.test(relation));
    }
    /** True for a view or partition that reads a protected relation. Without the lineage everything may be one. */
    #rebuilt(written) {
        const { lineage } = this.#catalogue;
        if (!lineage)
            return true;
        if (this.#lineage !== lineage) {
            this.#lineage = lineage;
            this.#reading = this.reading((base) => this.#masking.protects(base));
        }
        return this.#reading.has(relationOf(written));
    }
    /** Masks of the rows that `body` (a RowDescription's body) describes; null when all pass. */
    rows(analysis, taint, body) {
        const known = this.#shapes.get(analysis);
        if (known)
            for (const shape of known)
                if (shape.generation === this.#catalogue.generation &&
                    shape.taint === taint &&
                    shape.body.equals(body))
                    return shape.plan;
        const kept = Buffer.from(body);
        const fields = readRowDescription(kept, 0, kept.length);
        const make = () => {
            const plan = this.#masking.plan(fields.map((field, index) => this.#column(field, index, fields.length, analysis, taint)));
            const made = plan && new Plan(plan);
            const shapes = this.#shapes.get(analysis) ?? [];
            shapes.unshift({ generation: this.#catalogue.generation, taint, body: kept, plan: made });
            this.#shapes.set(analysis, shapes.slice(0, KEPT_SHAPES));
            return made;
        };
        if (this.#catalogue.knows(fields))
            return make();
        return this.#catalogue.learn(fields).then(make);
    }
    #column(field, index, count, analysis, taint) {
        const { label, format } = field;
        const typeName = this.#catalogue.type(field.type);
        const type = typeName === undefined ? {} : { type: typeName };
        if (taint === 'moved')
            return { label, format, ...type };
        const origin = this.#catalogue.origin(field.table, field.attribute);
        if (origin)
            return { label, format, ...type, ...fromOrigin(origin, this.#written(origin, analysis, taint)) };
        const carries = taint === 'none'
            ? []
            : carried(analysis.outputs, index, count, label, { taint, several: analysis.count > 1 });
        return { label, format, ...type, ...(carries ? { carries } : {}) };
    }
    /** What the statement itself puts into the column that it returns. */
    #written({ name }, { flows }, taint) {
        if (!flows || taint === 'none')
            return plan_NOTHING;
        const dot = name.lastIndexOf('.');
        const [table, column] = [name.slice(0, dot), name.slice(dot + 1)];
        const into = flows.filter((flow) => !flow.view &&
            table.endsWith(`.${bare(flow.relation ?? '')}`) &&
            (flow.column === undefined ? !flow.named : flow.column === column));
        return into.flatMap(({ sources }) => sources.flatMap((source) => this.#carriedFrom(source)));
    }
    /** A column as a statement writes it (`users.ssn`, `v.*`): its own name where its table is protected, `*` for anything. */
    #carriedFrom(source) {
        const dot = source.lastIndexOf('.');
        if (dot === -1)
            return [source];
        const relation = source.slice(0, dot);
        if (this.#rebuilt(relation))
            return ['*'];
        return this.#protects(relation) ? [source.slice(dot + 1)] : plan_NOTHING;
    }
    /** The mask of a COPY TO STDOUT; null when it passes. Rejects when its columns cannot be resolved. */
    async copy(analysis, resolution) {
        const options = analysis.copy;
        if (!options)
            return null;
        let known = this.#copies.get(analysis);
        if (!known || known.generation !== this.#catalogue.generation || resolution) {
            const fields = await this.#catalogue.describeCopy(options, resolution);
            const format = options.format === 'binary' ? 'binary' : 'text';
            const taint = this.taint(analysis);
            const columns = fields.map((field, index) => this.#column({ ...field, format }, index, fields.length, analysis, taint));
            const masks = this.#masking.plan(columns);
            known = { generation: this.#catalogue.generation, plan: masks && copyPlan(masks, options) };
            this.#copies.set(analysis, known);
        }
        return known.plan && new CopyMask(known.plan);
    }
}
const plan_NOTHING = [];
/** True when each output column's own expression is known, so that functions show there. */
const told = ({ outputs }) => outputs?.every(({ star }) => !star) ?? false;
/** What a computed column may carry; undefined when that is not known. */
function carried(outputs, index, count, label, { taint, several }) {
    // Outputs are those of the last statement; whether this is the one is not known.
    if (several || !outputs || outputs.length !== count || outputs.some(({ star }) => star))
        return undefined;
    const output = outputs[index];
    if (output.opaque)
        return [];
    if (taint === 'unseen')
        return undefined;
    if (output.foreign || (output.name !== undefined && output.name !== label))
        return undefined;
    return output.columns.length === 0 && output.sources.length > 0 ? undefined : output.columns;
}
function fromOrigin(origin, written) {
    const carries = [...(origin.carries ?? []), ...written];
    return carries.length > 0 ? { origin: origin.name, carries } : { origin: origin.name };
}
function plan_glob(pattern) {
    const literals = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's');
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/index.js












const UPSTREAM_LOGIN_MS = 15_000;
const CLIENT_LOGIN_MS = 10_000;
const postgres = { name: 'postgres', defaultPort: 5432, open: postgres_open };
function postgres_open(options) {
    const { terms, dial, masking, analyser } = options;
    const derived = new Map();
    const login = (settings) => upstreamLogin({ terms, dial, settings, keys: derived, timeout: UPSTREAM_LOGIN_MS });
    const own = () => login(upstreamSettings({ settings: OWN_SETTINGS }, {}));
    const side = new Side(own);
    const now = () => performance.now();
    const catalogue = new Catalogue(side, now);
    const shared = {
        terms,
        analyser,
        masking,
        inspector: new Inspector(),
        plans: new Plans(masking, catalogue, terms.masks.columns),
        drift: new Drift(),
        code: { opensCursors: false },
        now,
    };
    const surroundings = {
        shared,
        dial,
        login,
        local: localLogin(options),
        keys: new CancelKeys(),
        loginTimeout: CLIENT_LOGIN_MS,
    };
    return {
        masking,
        views() {
            const behind = (source) => catalogue.lineage?.behind(source) ?? ['*'];
            return shared.plans.ready()?.then(() => behind) ?? behind;
        },
        serve: (client, gate) => serve(client, gate, surroundings),
        async check() {
            const upstream = await own();
            upstream.inlet.socket.end(TERMINATE);
        },
        async close() {
            side.close();
        },
    };
}
const OWN_SETTINGS = new Map([['application_name', 'sluice']]);
function localLogin({ terms, local }) {
    const password = local.password.reveal();
    return {
        user: local.user,
        password,
        method: local.cleartext ? 'password' : 'scram-sha-256',
        verifier: createVerifier(password, (0,external_node_crypto_.randomBytes)(16)),
        database: terms.database,
        target: terms.name,
    };
}

;// CONCATENATED MODULE: ./lib/protocols/index.js

const PROTOCOLS = { postgres: postgres };

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(500);
// EXTERNAL MODULE: ./lib/session/limits.js
var limits = __nccwpck_require__(106);
;// CONCATENATED MODULE: ./lib/masking/flows.js
/** How little a mask shows. */
const STRENGTH = { partial: 0, hash: 1, redact: 2, null: 2 };
/** Finds the flows that carry a masked column out of its mask's reach; undefined when no column is masked. */
function watchFlows(columns) {
    if (columns.length === 0)
        return undefined;
    const patterns = columns.map(({ pattern, mask }) => {
        const [column = '*', table = '*', schema = '*'] = pattern.split('.').reverse();
        return { pattern, kind: mask, schema, table, column };
    });
    return (flows, behind) => {
        const views = flows.filter(({ view }) => view);
        return flows.flatMap((flow) => {
            if (flow.view)
                return flow.sources.includes('*') ? [exposure(flow, undefined)] : [];
            const sources = reached(flow.sources, views, behind);
            const hit = patterns.find((pattern) => sources.some((source) => carries(pattern, source) && !stays(source, flow) && !keeps(pattern, flow, patterns)));
            return hit ? [exposure(flow, hit.pattern)] : [];
        });
    };
}
/** The column's own value in another case: `SET email = lower(email)`, whichever table is meant. */
const stays = (source, { relation, column, same }) => same === true && source === `${relation}.${column}`;
/** Relations behind views, those of the same text too. */
function reached(sources, views, behind) {
    const found = new Set();
    const add = (source) => {
        if (found.has(source))
            return;
        found.add(source);
        for (const next of behind(source))
            add(next);
        const [column = '', ...relation] = flows_split(source).reverse();
        for (const { relation: name = '', column: own, sources: below } of views)
            if (flows_split(name).at(-1) === relation[0] && (column === '*' || own === undefined || own === column))
                for (const next of below)
                    add(next);
    };
    for (const source of sources)
        add(source);
    return [...found];
}
const exposure = (flow, pattern) => ({
    action: 'expose',
    object: 'masked-column',
    ...(flow.relation !== undefined && { name: flow.relation }),
    ...(flow.column !== undefined && { column: flow.column }),
    detail: `${pattern ?? 'a value that may be masked'} to ${flow.place ?? `${flow.relation}.${flow.column ?? '*'}`}`,
});
/** `schema.table.column` with parts left out in front; a name without its schema may be in any. */
function carries({ schema, table, column }, source) {
    const [own = '*', relation, within] = flows_split(source).reverse();
    return meets(column, own) && meets(table, relation) && meets(schema, within);
}
/** True when the place has a mask that shows no more. */
function keeps(from, flow, patterns) {
    if (flow.relation === undefined)
        return false;
    const [table = '', schema] = flows_split(flow.relation).reverse();
    const column = flow.column ?? (flow.named ? from.column : undefined);
    if (column === undefined)
        return false;
    const to = patterns.find((pattern) => pattern.column === column || flows_glob(pattern.column, column)
        ? flows_glob(pattern.table, table) && within(pattern, flow, schema)
        : false);
    if (!to || STRENGTH[to.kind] < STRENGTH[from.kind])
        return false;
    // What `partial` shows of a computed value could be any part of it.
    return to.kind !== 'partial' || flow.same === true || flow.named === true;
}
/** A name without its schema is taken as the one that the masks know, unless it may be another. */
function within(pattern, { elsewhere }, schema) {
    return schema === undefined ? !elsewhere || pattern.schema === '*' : flows_glob(pattern.schema, schema);
}
/** True when one name can be meant by both. */
function meets(pattern, name) {
    return name === undefined || name === '*' || flows_glob(pattern, name);
}
function flows_glob(pattern, name) {
    if (!pattern.includes('*'))
        return pattern === name;
    const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's').test(name);
}
/** Parts of a dotted name, unquoted. */
function flows_split(name) {
    return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) => quoted === undefined ? whole : quoted.replaceAll('""', '"'));
}

;// CONCATENATED MODULE: ./lib/policy/rules/rule.js
/** A rule that speaks of effects with one of these actions on one of these objects. */
function rule(definition) {
    const { id, summary, match, ignore, actions, objects, temporary = false, when, reason, hint } = definition;
    return {
        id,
        summary,
        examples: { match, ignore },
        check(effect) {
            if (actions && !actions.includes(effect.action))
                return undefined;
            if (objects && !objects.includes(effect.object))
                return undefined;
            if (effect.temporary && !temporary)
                return undefined;
            if (when && !when(effect))
                return undefined;
            const advice = typeof hint === 'string' ? hint : hint(effect);
            return {
                reason: `${sentence(reason(effect))}${where(effect)}`,
                hint: `${advice}, or ask for an exception: ${exception(id, effect)}`,
            };
        },
    };
}
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** `allow` as it would stand in the guard. An unqualified name has no schema to allow. */
function exception(id, effect) {
    if (effect.name === undefined)
        return `allow: [${id}]`;
    return `allow: [{ rule: ${id}, relations: [${effect.name}] }]`;
}
const STEPS = {
    with: 'a WITH query',
    do: 'a DO block',
    execute: 'EXECUTE',
    function: 'a function body',
    rule: 'a rule',
    view: 'a view',
    prepare: 'PREPARE',
    cursor: 'a cursor',
    explain: 'EXPLAIN',
    copy: 'COPY',
    trigger: 'a trigger',
    'create-as': 'CREATE … AS',
};
function where(effect) {
    const steps = (effect.via ?? []).flatMap((step) => STEPS[step] ?? []);
    return steps.length === 0 ? '' : ` (inside ${steps.join(', ')})`;
}
/** The thing in a sentence: `table public.users`, `column ssn of users`, `an owned object`. */
function thing(effect) {
    const object = effect.object.replaceAll('-', ' ');
    if (effect.column !== undefined)
        return `${object} ${effect.column} of ${effect.name ?? 'it'}`;
    return effect.name === undefined ? object : `${object} ${effect.name}`;
}

;// CONCATENATED MODULE: ./lib/policy/rules/code.js

const inTrigger = (effect) => effect.via?.at(-1) === 'trigger';
/** Trusted, and made of functions and types that only compute. */
const code_HARMLESS = /^(btree_gin|btree_gist|citext|cube|dict_int|earthdistance|fuzzystrmatch|hstore|intarray|isn|ltree|pg_trgm|pgcrypto|plpgsql|seg|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector|postgis)$/;
/** Run commands or code outside of SQL, or reach other servers. */
const UNTRUSTED = /^(pl(?!pgsql$)\w+|\w+_plpython3?u|dblink|\w+_fdw|adminpack|file_fdw|pg_cron|pg_net|http|pageinspect|pg_surgery|lo|pg_tle|plv8|pgsodium|xml2|tablefunc)$/;
const code_CODE = [
    rule({
        id: 'unknown-function',
        summary: 'calls of functions that are not built in',
        match: ['SELECT purge_users()', 'CALL purge()', 'CREATE TABLE t (a int DEFAULT app.next_id())'],
        ignore: ['SELECT lower(name) FROM users', 'SELECT gen_random_uuid()'],
        actions: ['call'],
        objects: ['function'],
        when: (effect) => !inTrigger(effect),
        reason: (effect) => `what ${effect.name} does is not in the text`,
        hint: 'Write out what it would do',
    }),
    rule({
        id: 'trigger-function',
        summary: 'triggers that call a function from elsewhere',
        match: ['CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()'],
        ignore: [
            'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()',
        ],
        actions: ['call'],
        objects: ['function'],
        when: inTrigger,
        reason: (effect) => `what ${effect.name} does on later writes is not in the text`,
        hint: 'Send the function in the same text',
    }),
    rule({
        id: 'create-rule',
        summary: 'CREATE RULE: rewrites later statements',
        match: ['CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING'],
        ignore: ['CREATE VIEW v AS SELECT 1'],
        actions: ['create'],
        objects: ['rule'],
        reason: (effect) => `a rule makes later statements on ${effect.name} do something else`,
        hint: 'Use a trigger',
    }),
    rule({
        id: 'event-trigger',
        summary: 'CREATE and ALTER EVENT TRIGGER',
        match: [
            'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()',
            'ALTER EVENT TRIGGER e DISABLE',
        ],
        ignore: ['CREATE VIEW e AS SELECT 1'],
        actions: ['create', 'alter', 'rename'],
        objects: ['event-trigger'],
        reason: (effect) => `event trigger ${effect.name} concerns all later DDL`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'hidden-code',
        summary: 'aggregates, operators, casts and base types: innocent syntax runs code',
        match: [
            'CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int)',
            'CREATE OPERATOR === (PROCEDURE = f, LEFTARG = int, RIGHTARG = int)',
        ],
        ignore: ["CREATE TYPE mood AS ENUM ('a')", 'CREATE DOMAIN d AS text'],
        actions: ['create', 'alter'],
        objects: ['aggregate', 'operator'],
        reason: (effect) => `${effect.name} runs code where a statement shows none`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'security-definer',
        summary: 'SECURITY DEFINER: runs with its owner’s rights',
        match: [
            'CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$',
            'ALTER FUNCTION f() SECURITY DEFINER',
        ],
        ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
        actions: ['alter'],
        objects: ['security-definer'],
        reason: (effect) => `${effect.name} would run with its owner’s rights for whoever calls it`,
        hint: 'Use SECURITY INVOKER',
    }),
    rule({
        id: 'untrusted-extension',
        summary: 'extensions with untrusted languages, files or network',
        match: ['CREATE EXTENSION plpython3u', 'CREATE EXTENSION dblink'],
        ignore: ['CREATE EXTENSION pg_trgm'],
        actions: ['create'],
        objects: ['extension'],
        when: (effect) => UNTRUSTED.test(effect.name ?? ''),
        reason: (effect) => `extension ${effect.name} runs code outside of SQL, or reaches other servers`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'extension',
        summary: 'other extensions than the well-known harmless ones',
        match: [
            'CREATE EXTENSION pg_stat_statements',
            'ALTER EXTENSION citext UPDATE',
            'CREATE EXTENSION cube CASCADE',
        ],
        ignore: ['CREATE EXTENSION IF NOT EXISTS pgcrypto', 'CREATE EXTENSION dblink'],
        actions: ['create', 'alter'],
        objects: ['extension'],
        when: (effect) => effect.action === 'alter' ||
            effect.cascade === true ||
            !(code_HARMLESS.test(effect.name ?? '') || UNTRUSTED.test(effect.name ?? '')),
        reason: (effect) => `extension ${effect.name} brings code that is not in the text`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'native-code',
        summary: 'LOAD, functions in C, languages and access methods',
        match: [
            "LOAD 'x'",
            "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y'",
            'CREATE LANGUAGE x HANDLER f',
        ],
        ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
        actions: ['load', 'create'],
        objects: ['library', 'native-code', 'language'],
        reason: (effect) => `this loads code into the server process: ${thing(effect)}`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'foreign-code',
        summary: 'functions in languages that cannot be analysed',
        match: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ return 1 $$'],
        ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$'],
        actions: ['load'],
        objects: ['foreign-code'],
        reason: (effect) => `code in ${effect.name} cannot be analysed`,
        hint: 'Write it in SQL or PL/pgSQL',
    }),
];

;// CONCATENATED MODULE: ./lib/policy/rules/drops.js
// What is gone afterwards.

const DROPS = [
    rule({
        id: 'drop-table',
        summary: 'DROP TABLE and DROP FOREIGN TABLE',
        match: ['DROP TABLE users', 'DO $$ BEGIN DROP TABLE public.users; END $$'],
        ignore: ['CREATE TEMP TABLE t (a int); DROP TABLE t', 'DROP VIEW users', "SELECT 'DROP TABLE users'"],
        actions: ['drop'],
        objects: ['table', 'foreign-table'],
        reason: (effect) => `DROP TABLE removes ${effect.name} and all its rows`,
        hint: 'Make sure that nothing reads it and that a copy of its rows is kept',
    }),
    rule({
        id: 'drop-schema',
        summary: 'DROP SCHEMA',
        match: ['DROP SCHEMA app', 'DROP SCHEMA IF EXISTS app CASCADE'],
        ignore: ['CREATE SCHEMA app'],
        actions: ['drop'],
        objects: ['schema'],
        reason: (effect) => `DROP SCHEMA removes ${effect.name} and what is in it`,
        hint: 'Drop its objects one by one',
    }),
    rule({
        id: 'drop-database',
        summary: 'DROP DATABASE and DROP TABLESPACE',
        match: ['DROP DATABASE app', 'DROP TABLESPACE fast'],
        ignore: ['CREATE DATABASE app'],
        actions: ['drop'],
        objects: ['database', 'tablespace'],
        reason: (effect) => `DROP removes ${thing(effect)}`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'drop-owned',
        summary: 'DROP OWNED BY',
        match: ['DROP OWNED BY app'],
        ignore: ['DROP ROLE app'],
        actions: ['drop'],
        objects: ['owned'],
        reason: (effect) => `DROP OWNED removes everything that ${effect.name} owns here`,
        hint: 'Drop the objects by name',
    }),
    rule({
        id: 'drop-column',
        summary: 'ALTER TABLE … DROP COLUMN, ALTER TYPE … DROP ATTRIBUTE',
        match: ['ALTER TABLE users DROP COLUMN ssn', 'ALTER TYPE address DROP ATTRIBUTE zip'],
        ignore: ['ALTER TABLE users ADD COLUMN ssn text', 'ALTER TABLE users ALTER COLUMN a DROP DEFAULT'],
        actions: ['drop'],
        objects: ['column'],
        reason: (effect) => `DROP COLUMN removes ${effect.column} of ${effect.name} with its values`,
        hint: 'Stop using the column first, and drop it in a later release',
    }),
    rule({
        id: 'drop-cascade',
        summary: 'CASCADE on a DROP, TRUNCATE or ALTER: removes what is not named',
        match: ['DROP TYPE mood CASCADE', 'DROP VIEW v CASCADE', 'TRUNCATE users CASCADE'],
        ignore: ['DROP TYPE mood', 'DROP VIEW v RESTRICT'],
        actions: ['drop', 'truncate', 'rename'],
        when: (effect) => effect.cascade === true,
        reason: (effect) => `CASCADE on ${thing(effect)} also removes objects or rows that the statement does not name`,
        hint: 'Name everything that should go, without CASCADE',
    }),
    rule({
        id: 'truncate',
        summary: 'TRUNCATE',
        match: ['TRUNCATE users', 'TRUNCATE a, b'],
        ignore: ['DELETE FROM users WHERE id = 1', 'CREATE TEMP TABLE t (a int); TRUNCATE t'],
        actions: ['truncate'],
        reason: (effect) => `TRUNCATE removes all rows of ${effect.name}`,
        hint: 'Delete the rows you mean, in batches',
    }),
    rule({
        id: 'drop-view',
        summary: 'DROP VIEW and DROP MATERIALIZED VIEW',
        match: ['DROP VIEW v', 'DROP MATERIALIZED VIEW v'],
        ignore: ['CREATE OR REPLACE VIEW v AS SELECT 1'],
        actions: ['drop'],
        objects: ['view', 'materialized-view'],
        reason: (effect) => `DROP removes ${thing(effect)}, and its readers fail`,
        hint: 'Use CREATE OR REPLACE VIEW',
    }),
    rule({
        id: 'drop-index',
        summary: 'DROP INDEX without CONCURRENTLY',
        match: ['DROP INDEX i'],
        ignore: ['DROP INDEX CONCURRENTLY i'],
        actions: ['drop'],
        objects: ['index'],
        when: (effect) => effect.lock !== undefined,
        reason: (effect) => `DROP INDEX ${effect.name} locks its table, and queries or uniqueness may rely on it`,
        hint: 'Use DROP INDEX CONCURRENTLY',
    }),
    rule({
        id: 'drop-constraint',
        summary: 'DROP CONSTRAINT of a table or a domain',
        match: ['ALTER TABLE users DROP CONSTRAINT pk', 'ALTER DOMAIN d DROP CONSTRAINT c'],
        ignore: ['ALTER TABLE users ADD COLUMN a int'],
        actions: ['drop'],
        objects: ['constraint'],
        reason: (effect) => `DROP CONSTRAINT takes an integrity check from ${effect.name}`,
        hint: 'Add the new constraint before the old one goes',
    }),
    rule({
        id: 'drop-sequence',
        summary: 'DROP SEQUENCE',
        match: ['DROP SEQUENCE s'],
        ignore: ['CREATE SEQUENCE s'],
        actions: ['drop'],
        objects: ['sequence'],
        reason: (effect) => `DROP SEQUENCE ${effect.name} forgets which keys were given out`,
        hint: 'Leave the sequence until no default uses it',
    }),
    rule({
        id: 'drop-function',
        summary: 'DROP FUNCTION, PROCEDURE, ROUTINE or AGGREGATE',
        match: ['DROP FUNCTION f(int)', 'DROP AGGREGATE a(int)'],
        ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
        actions: ['drop'],
        objects: ['function', 'aggregate'],
        reason: (effect) => `DROP removes ${thing(effect)}, and its callers fail`,
        hint: 'Use CREATE OR REPLACE FUNCTION',
    }),
    rule({
        id: 'drop-trigger',
        summary: 'DROP TRIGGER, RULE or EVENT TRIGGER',
        match: ['DROP TRIGGER t ON users', 'DROP EVENT TRIGGER e'],
        ignore: ['COMMENT ON TRIGGER t ON users IS NULL'],
        actions: ['drop'],
        objects: ['trigger', 'rule', 'event-trigger'],
        reason: (effect) => `DROP removes ${thing(effect)}: what it kept true is no longer kept`,
        hint: 'Use CREATE OR REPLACE TRIGGER',
    }),
    rule({
        id: 'drop-policy',
        summary: 'DROP POLICY',
        match: ['DROP POLICY p ON users'],
        ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
        actions: ['drop'],
        objects: ['policy'],
        reason: (effect) => `DROP POLICY takes row-level protection from ${effect.name}`,
        hint: 'Change it with ALTER POLICY',
    }),
    rule({
        id: 'drop-replication',
        summary: 'DROP PUBLICATION or SUBSCRIPTION',
        match: ['DROP PUBLICATION pub', 'DROP SUBSCRIPTION sub'],
        ignore: ['DROP VIEW pub'],
        actions: ['drop'],
        objects: ['publication', 'subscription'],
        reason: (effect) => `DROP removes ${thing(effect)}: replication stops`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'drop-role',
        summary: 'DROP ROLE, USER or GROUP',
        match: ['DROP ROLE app', 'DROP USER app'],
        ignore: ['DROP VIEW app'],
        actions: ['drop'],
        objects: ['role'],
        reason: (effect) => `DROP ROLE removes ${effect.name}`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'drop-other',
        summary: 'DROP of types, domains, casts, operators, extensions, languages, servers and the rest',
        match: ['DROP TYPE mood', 'DROP EXTENSION citext', 'DROP SERVER s', 'DROP CAST (int AS text)'],
        ignore: ['DROP TABLE users', 'CREATE TYPE mood AS ENUM ()'],
        actions: ['drop'],
        when: (effect) => !NAMED.has(effect.object),
        reason: (effect) => `DROP removes ${thing(effect)}, and what uses it fails`,
        hint: 'Make sure that nothing uses it',
    }),
];
/** Objects that another rule, here or in catalog.ts, speaks of. */
const NAMED = new Set(`table foreign-table schema database tablespace owned column view materialized-view index constraint sequence function
  aggregate trigger rule event-trigger policy publication subscription role catalog`.split(/\s+/));

;// CONCATENATED MODULE: ./lib/policy/rules/locks.js
// Nothing is lost, but others wait.

const BLOCKING = new Set(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']);
const blocks = (lock) => lock === undefined || BLOCKING.has(lock);
const LOCKS = [
    rule({
        id: 'rewrite-table',
        summary: 'a rewrite of the whole table under ACCESS EXCLUSIVE',
        match: [
            'ALTER TABLE users ALTER COLUMN id TYPE bigint',
            'VACUUM FULL users',
            'CLUSTER users USING i',
            'ALTER TABLE users ADD COLUMN a uuid DEFAULT gen_random_uuid()',
        ],
        ignore: [
            'ALTER TABLE users ADD COLUMN a int DEFAULT 1',
            'VACUUM users',
            'CREATE TABLE t (a int); ALTER TABLE t ALTER COLUMN a TYPE bigint',
        ],
        actions: ['rewrite'],
        when: (effect) => effect.lock !== 'none',
        reason: (effect) => `this rewrites ${thing(effect)} while nobody can read or write it`,
        hint: 'Add a new column and fill it in batches',
    }),
    rule({
        id: 'scan-table',
        summary: 'a check of all rows under a lock that stops writes',
        match: [
            'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
            'ALTER TABLE users ALTER COLUMN a SET NOT NULL',
        ],
        ignore: [
            'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
            'ALTER TABLE users VALIDATE CONSTRAINT c',
        ],
        actions: ['scan'],
        when: (effect) => effect.detail !== 'NOT VALID' && effect.lock !== 'none' && blocks(effect.lock),
        reason: (effect) => `this reads all rows of ${effect.name} while nobody can write them`,
        hint: 'Add it NOT VALID (or USING INDEX), then VALIDATE CONSTRAINT in its own transaction',
    }),
    rule({
        id: 'lock-table',
        summary: 'LOCK TABLE in a mode that stops writes',
        match: ['LOCK TABLE users IN ACCESS EXCLUSIVE MODE', 'LOCK users'],
        ignore: ['LOCK TABLE users IN ROW EXCLUSIVE MODE', 'SELECT * FROM users WHERE id = 1 FOR UPDATE'],
        actions: ['lock'],
        objects: ['table'],
        when: (effect) => blocks(effect.lock),
        reason: (effect) => `LOCK TABLE stops everyone else on ${effect.name} (${effect.lock})`,
        hint: 'Set lock_timeout and take a weaker lock',
    }),
    rule({
        id: 'blocking-index',
        summary: 'CREATE INDEX without CONCURRENTLY on a table that is in use',
        match: ['CREATE INDEX i ON users (email)'],
        ignore: [
            'CREATE INDEX CONCURRENTLY i ON users (email)',
            'CREATE TABLE t (a int); CREATE INDEX i ON t (a)',
        ],
        actions: ['create'],
        objects: ['index'],
        when: (effect) => effect.lock === 'SHARE',
        reason: (effect) => `CREATE INDEX stops writes to ${effect.name} until it is done`,
        hint: 'Use CREATE INDEX CONCURRENTLY',
    }),
    rule({
        id: 'blocking-maintenance',
        summary: 'REINDEX and REFRESH MATERIALIZED VIEW without CONCURRENTLY, CHECKPOINT',
        match: ['REINDEX TABLE users', 'REFRESH MATERIALIZED VIEW v'],
        ignore: [
            'REINDEX INDEX CONCURRENTLY i',
            'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
            'ANALYZE users',
            'VACUUM users',
        ],
        actions: ['maintain'],
        when: (effect) => effect.lock === 'ACCESS EXCLUSIVE' || effect.object === 'server',
        reason: (effect) => `this maintenance of ${thing(effect)} stops everyone else meanwhile`,
        hint: 'Use CONCURRENTLY',
    }),
    rule({
        id: 'empty-view',
        summary: 'REFRESH MATERIALIZED VIEW … WITH NO DATA',
        match: ['REFRESH MATERIALIZED VIEW v WITH NO DATA'],
        ignore: ['REFRESH MATERIALIZED VIEW CONCURRENTLY v'],
        actions: ['maintain'],
        objects: ['materialized-view'],
        when: (effect) => effect.rows === 'all',
        reason: (effect) => `this empties ${effect.name}, and its readers fail`,
        hint: 'Refresh it with data',
    }),
];

;// CONCATENATED MODULE: ./lib/policy/rules/opaque.js
// What the text does not tell.

/** Writes in the widest sense: what a reader has no need for. */
const WRITES = new Set(`insert update delete truncate create alter rename move drop detach grant revoke own copy-in lock rewrite scan maintain load comment`.split(' '));
const OPAQUE = [
    rule({
        id: 'does-not-parse',
        summary: 'text that the grammar of PostgreSQL refuses',
        match: ['DROP TABLE users WHERE'],
        ignore: ['SELECT 1', ''],
        actions: ['unknown'],
        objects: ['syntax'],
        reason: (effect) => `the statement is not forwarded because it ${effect.detail}`,
        hint: 'Correct the statement',
    }),
    rule({
        id: 'cannot-analyse',
        summary: 'text that cannot be analysed: malformed, too long, too deep',
        match: ['SELECT 1\0; DROP TABLE users'],
        ignore: ['SELECT 1'],
        actions: ['unknown'],
        objects: ['text'],
        reason: (effect) => `the statement is not forwarded: ${effect.detail}`,
        hint: 'Split it into smaller statements',
    }),
    rule({
        id: 'unknown',
        summary: 'code whose effect is only known when it runs',
        match: [
            "DO $$ BEGIN EXECUTE format('DROP TABLE %I', current_user); END $$",
            "SELECT set_config(name, 'x', false) FROM t",
        ],
        ignore: ["DO $$ BEGIN EXECUTE 'SELECT 1'; END $$"],
        actions: ['unknown'],
        when: (effect) => effect.object !== 'syntax' && effect.object !== 'text',
        reason: (effect) => `its effect is not known before it runs: ${effect.detail}`,
        hint: 'Write the statement out',
    }),
    rule({
        id: 'unprepared',
        summary: 'EXECUTE of a statement that this text did not prepare',
        match: ['EXECUTE p'],
        ignore: ['PREPARE p AS SELECT 1; EXECUTE p'],
        actions: ['execute'],
        objects: ['prepared'],
        when: (effect) => effect.detail === undefined,
        reason: (effect) => `what EXECUTE ${effect.name} runs was not judged with it`,
        hint: 'Send PREPARE and EXECUTE together, or use the protocol’s prepared statements',
    }),
    rule({
        id: 'write',
        summary: 'anything that changes something (the rule behind read-only)',
        match: [
            'INSERT INTO t VALUES (1)',
            'CREATE TABLE t (a int)',
            'SELECT * FROM t FOR UPDATE',
            'COMMENT ON TABLE t IS NULL',
        ],
        ignore: ['SELECT * FROM t', 'EXPLAIN DELETE FROM t', 'BEGIN', "SET work_mem = '1MB'"],
        when: (effect) => WRITES.has(effect.action),
        reason: (effect) => `this session may only read, and the statement would ${effect.action} ${effect.name ?? effect.object}`,
        hint: 'Ask for a target with another guard',
    }),
];

;// CONCATENATED MODULE: ./lib/policy/rules/privileges.js
// Who may do what.

const PRIVILEGES = [
    rule({
        id: 'grant',
        summary: 'GRANT on objects, default privileges, schemas for other roles',
        match: ['GRANT SELECT ON users TO app', 'ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC'],
        ignore: ['GRANT a TO b', 'REVOKE SELECT ON users FROM app'],
        actions: ['grant'],
        when: (effect) => !effect.object.endsWith('role'),
        reason: (effect) => `GRANT gives rights on ${thing(effect)}${effect.detail === 'to every role' ? ' to every role' : ''}`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'revoke',
        summary: 'REVOKE: programs lose access',
        match: ['REVOKE SELECT ON users FROM app', 'REVOKE a FROM b'],
        ignore: ['GRANT SELECT ON users TO app'],
        actions: ['revoke'],
        reason: (effect) => `REVOKE takes rights on ${thing(effect)}`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'grant-role',
        summary: 'membership in a role',
        match: ['GRANT a TO b'],
        ignore: ['GRANT SELECT ON users TO b', 'GRANT pg_read_all_data TO b'],
        actions: ['grant'],
        objects: ['role'],
        reason: (effect) => `GRANT makes others members of ${effect.name}`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'grant-predefined-role',
        summary: 'membership in the server’s own pg_* roles',
        match: ['GRANT pg_execute_server_program TO app'],
        ignore: ['GRANT a TO b'],
        actions: ['grant'],
        objects: ['predefined-role'],
        reason: (effect) => `${effect.name} gives rights over the whole server`,
        hint: 'Grant the objects that are needed',
    }),
    rule({
        id: 'powerful-role',
        summary: 'roles with SUPERUSER, CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS',
        match: ['CREATE ROLE x SUPERUSER', 'ALTER ROLE x BYPASSRLS'],
        ignore: ['CREATE ROLE x LOGIN', 'ALTER ROLE x NOSUPERUSER'],
        actions: ['create', 'alter'],
        objects: ['role'],
        when: (effect) => effect.detail !== undefined,
        reason: (effect) => `this makes ${effect.name} a role ${effect.detail}`,
        hint: 'Make a role without these attributes',
    }),
    rule({
        id: 'change-role',
        summary: 'CREATE, ALTER and RENAME of roles',
        match: ['CREATE ROLE x LOGIN', "ALTER ROLE x PASSWORD 'p'", 'ALTER ROLE x RENAME TO y'],
        ignore: ['CREATE TABLE x (a int)'],
        actions: ['create', 'alter', 'rename'],
        objects: ['role'],
        reason: (effect) => `this changes who can log in: ${effect.name}`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'change-owner',
        summary: 'OWNER TO and REASSIGN OWNED',
        match: ['ALTER TABLE users OWNER TO app', 'REASSIGN OWNED BY a TO b'],
        ignore: ['ALTER TABLE users ADD COLUMN a int'],
        actions: ['own'],
        reason: (effect) => `the new owner of ${thing(effect)} may do anything with it`,
        hint: 'Grant the rights that are needed',
    }),
    rule({
        id: 'security-label',
        summary: 'SECURITY LABEL',
        match: ["SECURITY LABEL ON TABLE users IS 'x'"],
        ignore: ["COMMENT ON TABLE users IS 'x'"],
        actions: ['alter'],
        objects: ['security-label'],
        reason: (effect) => `a security label changes the protection of ${effect.name}`,
        hint: 'Have it reviewed',
    }),
];

;// CONCATENATED MODULE: ./lib/policy/rules/rows.js
// Rows that are changed or leave in bulk.

const ROWS = [
    rule({
        id: 'delete-all',
        summary: 'DELETE without a condition on the table, or with one that is always true',
        match: [
            'DELETE FROM users',
            'DELETE FROM users WHERE 1 = 1',
            'DELETE FROM users WHERE id IN (SELECT id FROM users)',
        ],
        ignore: ['DELETE FROM users WHERE id = 1', 'EXPLAIN DELETE FROM users', 'DELETE FROM users WHERE false'],
        actions: ['delete'],
        objects: ['table'],
        when: (effect) => effect.rows === 'all',
        reason: (effect) => `DELETE without an effective WHERE removes all rows of ${effect.name}`,
        hint: 'Say which rows: WHERE column = value',
    }),
    rule({
        id: 'delete-range',
        summary: 'DELETE whose share of the rows the text does not tell',
        match: ['DELETE FROM users WHERE id > 0', 'DELETE FROM users WHERE CURRENT OF c'],
        ignore: [
            'DELETE FROM users WHERE id = 1',
            'DELETE FROM users WHERE id IN (SELECT id FROM users WHERE id > 0 LIMIT 500)',
        ],
        actions: ['delete'],
        objects: ['table'],
        when: (effect) => effect.rows === 'unknown',
        reason: (effect) => `this DELETE may remove any number of rows of ${effect.name}`,
        hint: 'Delete by key, or in batches with LIMIT',
    }),
    rule({
        id: 'update-all',
        summary: 'UPDATE without a condition on the table, or with one that is always true; TYPE … USING other values',
        match: [
            'UPDATE users SET a = 1',
            'UPDATE users SET a = 1 WHERE true',
            "ALTER TABLE users ALTER a TYPE text USING ''",
        ],
        ignore: ['UPDATE users SET a = 1 WHERE id = 1', 'ALTER TABLE users ALTER a TYPE int USING a::int'],
        actions: ['update'],
        objects: ['table'],
        when: (effect) => effect.rows === 'all',
        reason: (effect) => effect.detail === 'USING'
            ? `this gives ${effect.column} of ${effect.name} other values in all rows`
            : `UPDATE without an effective WHERE overwrites all rows of ${effect.name}`,
        hint: (effect) => effect.detail === 'USING'
            ? 'Add a new column and fill it in batches'
            : 'Say which rows: WHERE column = value',
    }),
    rule({
        id: 'update-range',
        summary: 'UPDATE whose share of the rows the text does not tell',
        match: ['UPDATE users SET a = 1 WHERE id > 0'],
        ignore: ['UPDATE users SET a = 1 WHERE id = $1'],
        actions: ['update'],
        objects: ['table'],
        when: (effect) => effect.rows === 'unknown',
        reason: (effect) => `this UPDATE may overwrite any number of rows of ${effect.name}`,
        hint: 'Update by key, or in batches with LIMIT in a subquery',
    }),
    rule({
        id: 'bulk-export',
        summary: 'COPY … TO: rows leave in bulk',
        match: ['COPY users TO STDOUT', 'COPY (SELECT * FROM users) TO STDOUT'],
        ignore: ['COPY users FROM STDIN', 'SELECT * FROM users'],
        actions: ['copy-out'],
        objects: ['table', 'query', 'catalog'],
        reason: (effect) => `COPY exports ${effect.name === undefined ? 'the result of a query' : `all rows of ${effect.name}`}`,
        hint: 'Select the rows that are needed',
    }),
    rule({
        id: 'masked-copy',
        summary: 'a masked column is copied, renamed or sent to where no mask finds it',
        match: [
            'CREATE TABLE x AS SELECT ssn FROM users',
            'UPDATE users SET note = ssn',
            'ALTER TABLE users RENAME ssn TO number',
            "SELECT pg_notify('x', ssn) FROM users",
            "SELECT set_config('a.b', (SELECT ssn FROM users LIMIT 1), false)",
            'SELECT pg_advisory_lock(ascii(ssn)) FROM users',
        ],
        ignore: [
            'UPDATE users SET ssn = lower(ssn)',
            'INSERT INTO t SELECT id FROM users',
            'SELECT ssn FROM users',
        ],
        actions: ['expose'],
        temporary: true,
        reason: (effect) => `this would show masked values in clear: ${effect.detail}`,
        hint: 'Name the columns that are copied and leave the masked ones out, or mask the new column too',
    }),
    rule({
        id: 'catalog-values',
        summary: 'reads of system views that carry passwords, statements or column values',
        match: ['SELECT * FROM pg_authid', 'SELECT query FROM pg_stat_activity', 'TABLE pg_stats'],
        ignore: ['SELECT * FROM pg_class', 'SELECT * FROM app.pg_stats'],
        actions: ['read', 'call'],
        objects: ['catalog-values', 'values'],
        reason: (effect) => `${effect.name} shows secrets, statements or values of other tables`,
        hint: 'Read pg_catalog views that hold names and types only',
    }),
    rule({
        id: 'catalog-write',
        summary: 'changes of the system catalogue',
        match: [
            "DELETE FROM pg_catalog.pg_class WHERE relname = 'users'",
            "UPDATE pg_settings SET setting = 'off'",
        ],
        ignore: ["SELECT * FROM pg_class WHERE relname = 'users'"],
        actions: ['insert', 'update', 'delete', 'copy-in', 'create', 'drop', 'alter', 'truncate'],
        objects: ['catalog'],
        reason: (effect) => `this changes the system catalogue: ${effect.name}`,
        hint: 'Use the statement made for it (ALTER, SET, COMMENT)',
    }),
];

;// CONCATENATED MODULE: ./lib/policy/rules/schema.js
// Changes that lose no row by themselves, yet break readers, names or protection.

const QUIET = new Set([
    'index',
    'constraint',
    'trigger',
    'policy',
    'sequence',
    'statistics',
    'rule',
    'role',
    'database',
]);
const SCHEMA = [
    rule({
        id: 'rename',
        summary: 'RENAME of what programs name: tables, columns, views, types, functions, schemas',
        match: ['ALTER TABLE users RENAME COLUMN a TO b', 'ALTER TABLE users RENAME TO people'],
        ignore: ['ALTER INDEX i RENAME TO j', 'ALTER TABLE users RENAME CONSTRAINT a TO b'],
        actions: ['rename'],
        when: (effect) => !QUIET.has(effect.object),
        reason: (effect) => `RENAME breaks running code, and masks and rules that go by the name of ${thing(effect)}`,
        hint: 'Add the new name beside the old one, and drop the old one later',
    }),
    rule({
        id: 'move-object',
        summary: 'SET SCHEMA: moves it out of reach of its name',
        match: ['ALTER TABLE users SET SCHEMA archive'],
        ignore: ['ALTER TABLE users SET (fillfactor = 70)'],
        actions: ['move'],
        reason: (effect) => `SET SCHEMA moves ${thing(effect)} from where programs and rules look for it`,
        hint: 'Leave a view under the old name',
    }),
    rule({
        id: 'detach-partition',
        summary: 'DETACH PARTITION and NO INHERIT: the rows leave the parent',
        match: ['ALTER TABLE events DETACH PARTITION events_2020', 'ALTER TABLE child NO INHERIT parent'],
        ignore: ['ALTER TABLE events ADD COLUMN a int'],
        actions: ['detach'],
        reason: (effect) => `the rows of ${effect.name} are no longer seen through the parent`,
        hint: 'Make sure that nobody reads them',
    }),
    rule({
        id: 'attach-table',
        summary: 'INHERIT and ATTACH PARTITION of a table that was there before: its rows answer to another name',
        match: ['ALTER TABLE users INHERIT people', 'ALTER TABLE events ATTACH PARTITION p DEFAULT'],
        ignore: [
            'CREATE TABLE p (LIKE events); ALTER TABLE events ATTACH PARTITION p DEFAULT',
            'CREATE TABLE p PARTITION OF events DEFAULT',
        ],
        actions: ['alter'],
        objects: ['inheritance', 'partition'],
        when: (effect) => effect.lock !== 'none',
        reason: (effect) => `the rows of ${effect.name} can then be read, changed and removed by another name`,
        hint: 'Create the table and attach it in one text',
    }),
    rule({
        id: 'sequence-values',
        summary: 'changes of the values a sequence gives out next',
        match: ['ALTER SEQUENCE s RESTART WITH 1', "SELECT setval('s', 1)"],
        ignore: ['ALTER SEQUENCE s OWNED BY t.id', "SELECT nextval('s')"],
        actions: ['alter', 'call'],
        objects: ['sequence'],
        when: (effect) => effect.action === 'call' || effect.detail !== undefined,
        reason: () => 'the sequence may give out keys that exist already',
        hint: 'Set it above the highest key',
    }),
    rule({
        id: 'disable-row-security',
        summary: 'DISABLE or NO FORCE ROW LEVEL SECURITY',
        match: ['ALTER TABLE users DISABLE ROW LEVEL SECURITY', 'ALTER TABLE users NO FORCE ROW LEVEL SECURITY'],
        ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
        actions: ['alter'],
        objects: ['row-security'],
        reason: (effect) => `row-level security of ${effect.name} no longer hides rows`,
        hint: 'Change the policies instead',
    }),
    rule({
        id: 'change-policy',
        summary: 'CREATE and ALTER POLICY, security options of views',
        match: ['CREATE POLICY p ON users USING (true)', 'ALTER VIEW v SET (security_invoker = false)'],
        ignore: ['CREATE VIEW v AS SELECT 1'],
        actions: ['create', 'alter'],
        objects: ['policy', 'security-option'],
        reason: (effect) => `this changes who sees which rows of ${effect.name}`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'disable-trigger',
        summary: 'DISABLE TRIGGER and RULE, changes of when they fire',
        match: ['ALTER TABLE users DISABLE TRIGGER ALL', 'ALTER TABLE users ENABLE REPLICA TRIGGER t'],
        ignore: ['ALTER TABLE users ENABLE TRIGGER t'],
        actions: ['alter'],
        objects: ['trigger-firing', 'rule'],
        reason: (effect) => `what triggers and rules of ${effect.name} kept true is no longer kept`,
        hint: 'Leave them on',
    }),
    rule({
        id: 'replica-identity',
        summary: 'REPLICA IDENTITY',
        match: ['ALTER TABLE users REPLICA IDENTITY NOTHING'],
        ignore: ['ALTER TABLE users ADD COLUMN a int'],
        actions: ['alter'],
        objects: ['replica-identity'],
        reason: (effect) => `logical replication of ${effect.name} may stop or send more columns`,
        hint: 'Ask who replicates the table',
    }),
];

;// CONCATENATED MODULE: ./lib/policy/rules/server.js
// The server, its files, its programs, and other servers.

const SERVER = [
    rule({
        id: 'run-program',
        summary: 'COPY … PROGRAM: a command on the database server',
        match: ["COPY users TO PROGRAM 'cat'"],
        ignore: ['COPY users FROM STDIN'],
        actions: ['execute'],
        objects: ['program'],
        reason: () => 'COPY … PROGRAM runs a command on the database server',
        hint: 'Use COPY … STDIN or STDOUT',
    }),
    rule({
        id: 'server-file',
        summary: 'files of the database server',
        match: ["COPY t FROM '/etc/passwd'", "SELECT pg_read_file('x')", "SELECT lo_import('/etc/passwd')"],
        ignore: ['COPY t FROM STDIN'],
        actions: ['copy-in', 'copy-out', 'call'],
        objects: ['file', 'server-file'],
        reason: (effect) => `this reads or writes files of the database server${effect.name ? `: ${effect.name}` : ''}`,
        hint: 'Use COPY … STDIN or STDOUT',
    }),
    rule({
        id: 'sql-text-function',
        summary: 'functions that run SQL given as text',
        match: [
            "SELECT query_to_xml('delete from users', true, true, '')",
            "SELECT table_to_xml('users', true, false, '')",
        ],
        ignore: ['SELECT to_json(u) FROM users u'],
        actions: ['call'],
        objects: ['sql-text'],
        reason: (effect) => `${effect.name} runs SQL that is given as text, past rules and masks`,
        hint: 'Write the query itself',
    }),
    rule({
        id: 'remote-query',
        summary: 'queries and requests to other servers',
        match: ["SELECT dblink_exec('dbname=prod', 'DROP TABLE users')"],
        ignore: ['SELECT 1'],
        actions: ['call'],
        objects: ['remote'],
        reason: (effect) => `${effect.name} reaches another server, where nothing is judged`,
        hint: 'Ask for a grant to that server',
    }),
    rule({
        id: 'large-object',
        summary: 'large objects: data outside of tables',
        match: ["SELECT lo_from_bytea(0, 'x')", 'SELECT lo_unlink(1)'],
        ignore: ['SELECT bytea_col FROM t'],
        actions: ['call'],
        objects: ['large-object'],
        reason: (effect) => `${effect.name} works on large objects, which no rule or mask sees`,
        hint: 'Keep the data in a bytea column',
    }),
    rule({
        id: 'replication-function',
        summary: 'replication slots, origins and logical messages',
        match: [
            "SELECT * FROM pg_logical_slot_get_changes('s', NULL, NULL)",
            "SELECT pg_drop_replication_slot('s')",
        ],
        ignore: ['SELECT pg_current_wal_lsn()'],
        actions: ['call'],
        objects: ['replication'],
        reason: (effect) => `${effect.name} reads or steers replication`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'administration',
        summary: 'functions that administer the server or other sessions',
        match: ['SELECT pg_terminate_backend(1)', 'SELECT pg_promote()', 'SELECT pg_reload_conf()'],
        ignore: ['SELECT pg_backend_pid()', "SELECT pg_relation_size('t')"],
        actions: ['call'],
        objects: ['administration'],
        reason: (effect) => `${effect.name} administers the server or other sessions`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'sleep',
        summary: 'pg_sleep and its kin: holds locks and a connection',
        match: ['SELECT pg_sleep(60)'],
        ignore: ['SELECT now()'],
        actions: ['call'],
        objects: ['sleep'],
        reason: () => 'pg_sleep keeps a connection and its locks busy',
        hint: 'Wait in the job',
    }),
    rule({
        id: 'foreign-server',
        summary: 'foreign data wrappers, servers, user mappings and schemas',
        match: ['CREATE SERVER s FOREIGN DATA WRAPPER w', 'IMPORT FOREIGN SCHEMA public FROM SERVER s INTO app'],
        ignore: ['CREATE SCHEMA s'],
        actions: ['create', 'alter'],
        objects: [
            'foreign-data-wrapper',
            'server',
            'user-mapping',
            'foreign-schema',
            'foreign-table',
            'foreign-options',
        ],
        reason: (effect) => `${thing(effect)} lets this database reach another one`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'replication',
        summary: 'CREATE and ALTER of publications and subscriptions',
        match: ['CREATE PUBLICATION p FOR ALL TABLES', "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p"],
        ignore: ['LISTEN channel'],
        actions: ['create', 'alter'],
        objects: ['publication', 'subscription'],
        reason: (effect) => `${thing(effect)} sends rows to another server, or takes them from it`,
        hint: 'Have it reviewed',
    }),
    rule({
        id: 'server-object',
        summary: 'databases and tablespaces',
        match: [
            'CREATE DATABASE app',
            "CREATE TABLESPACE t LOCATION '/x'",
            'ALTER DATABASE app CONNECTION LIMIT 1',
        ],
        ignore: ['CREATE TABLE t (a int)'],
        actions: ['create', 'alter', 'rename'],
        objects: ['database', 'tablespace'],
        reason: (effect) => `${thing(effect)} concerns the whole server`,
        hint: 'Let a database administrator do it',
    }),
];

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __nccwpck_require__(966);
;// CONCATENATED MODULE: ./lib/policy/rules/session.js


const STORED = ['role-setting', 'database-setting', 'system-setting'];
/** SET of one of these kinds, here or stored, unless to the value that it should have. */
const session_changes = (effect, kind) => effect.name !== undefined && (0,settings/* settingKind */.TX)(effect.name) === kind && effect.detail !== 'to its safe value';
const session_reset = (effect) => effect.detail === 'to its default';
const READ_WRITE = /^(default_)?transaction_read_only$/;
const SESSION = [
    rule({
        id: 'text-setting',
        summary: 'settings that change how the server reads bytes and literals',
        match: [
            'SET standard_conforming_strings = off',
            "SET client_encoding = 'SJIS'",
            "SELECT set_config('client_encoding', 'SJIS', false)",
        ],
        ignore: ["SET client_encoding = 'UTF8'", 'SET standard_conforming_strings = on'],
        actions: ['set', 'alter'],
        objects: ['setting', ...STORED],
        when: (effect) => session_changes(effect, 'text') && !session_reset(effect),
        reason: (effect) => `with ${effect.name} changed, the server reads other statements than the ones that were judged`,
        hint: 'Leave it as it is',
    }),
    rule({
        id: 'protection-setting',
        summary: 'settings that switch triggers or catalogue protection off, or row security for later sessions',
        match: [
            'ALTER ROLE app SET row_security = off',
            'SET session_replication_role = replica',
            'SET allow_system_table_mods = on',
            'SET search_path = public, pg_temp',
        ],
        ignore: ['SET row_security = off', "SET work_mem = '1MB'"],
        actions: ['set', 'alter'],
        objects: ['setting', ...STORED],
        when: (effect) => effect.detail === 'names pg_temp' ||
            (session_changes(effect, 'protection') &&
                !session_reset(effect) &&
                !READ_WRITE.test(effect.name ?? '') &&
                !(effect.object === 'setting' && effect.name === 'row_security')),
        reason: (effect) => effect.name === 'search_path'
            ? 'with pg_temp in search_path, a permanent table may be meant where a temporary one was made'
            : `${effect.name} switches a protection of the server off`,
        hint: 'Leave it as it is',
    }),
    rule({
        id: 'row-security-off',
        summary: 'SET row_security = off: queries fail where policies apply, but for roles that bypass them (dumps begin so)',
        match: ['SET row_security = off'],
        ignore: ['SET row_security = on', 'RESET row_security'],
        actions: ['set'],
        objects: ['setting'],
        when: (effect) => session_changes(effect, 'protection') && !session_reset(effect) && effect.name === 'row_security',
        reason: () => 'row_security = off shows all rows to roles that may bypass policies',
        hint: 'Leave it on',
    }),
    rule({
        id: 'read-write',
        summary: 'leaving READ ONLY',
        match: ['SET default_transaction_read_only = off', 'BEGIN READ WRITE'],
        ignore: ['BEGIN READ ONLY', 'BEGIN'],
        actions: ['set', 'alter'],
        objects: ['setting', ...STORED],
        when: (effect) => session_changes(effect, 'protection') && READ_WRITE.test(effect.name ?? ''),
        reason: () => 'the session would no longer be read only',
        hint: 'Ask for a target with another guard',
    }),
    rule({
        id: 'library-setting',
        summary: 'settings that load code',
        match: ["SET local_preload_libraries = 'x'", "SET dynamic_library_path = '/x'"],
        ignore: ['SET jit = off', 'SET check_function_bodies = off'],
        actions: ['set', 'alter'],
        objects: ['setting', ...STORED],
        when: (effect) => session_changes(effect, 'code') && effect.name !== 'check_function_bodies',
        reason: (effect) => `${effect.name} makes the server load code`,
        hint: 'Leave it as it is',
    }),
    rule({
        id: 'check-function-bodies',
        summary: 'check_function_bodies off',
        match: ['SET check_function_bodies = off'],
        ignore: ['SET check_function_bodies = on'],
        actions: ['set', 'alter'],
        objects: ['setting', ...STORED],
        when: (effect) => effect.name === 'check_function_bodies' && effect.detail === undefined,
        reason: () => 'the server would take functions that cannot work',
        hint: 'Leave it on',
    }),
    rule({
        id: 'search-path',
        summary: 'search_path: what unqualified names mean',
        match: ['SET search_path TO app, public', "SELECT set_config('search_path', '', false)"],
        ignore: ["SET work_mem = '1MB'"],
        actions: ['set', 'alter'],
        objects: ['setting', ...STORED],
        when: (effect) => session_changes(effect, 'names') && !session_reset(effect),
        reason: () => 'with another search_path, unqualified names mean other tables',
        hint: 'Write the schema in the statements',
    }),
    rule({
        id: 'timeout-off',
        summary: 'switching statement_timeout, lock_timeout or their kin off',
        match: ['SET statement_timeout = 0', "SET LOCAL lock_timeout = '0ms'"],
        ignore: ["SET LOCAL lock_timeout = '2s'", "SET statement_timeout TO '5min'"],
        actions: ['set', 'alter'],
        objects: ['setting', ...STORED],
        when: (effect) => effect.detail === 'switched off',
        reason: (effect) => `${effect.name} = 0 takes the limit away`,
        hint: 'Set a time that the statement needs',
    }),
    rule({
        id: 'audit-setting',
        summary: 'settings of logging and auditing, and those that nobody knows',
        match: ["SET log_statement = 'none'", "SET pgaudit.log = 'none'"],
        ignore: ["SET app.tenant = '1'", 'SET application_name = x', "SET TIME ZONE 'UTC'"],
        actions: ['set'],
        objects: ['setting'],
        when: (effect) => session_changes(effect, 'audit') && !session_reset(effect),
        reason: (effect) => `${effect.name} concerns what the server logs, or is not a setting of a session`,
        hint: 'Leave it as it is',
    }),
    rule({
        id: 'stored-setting',
        summary: 'ALTER ROLE or DATABASE … SET: settings of later sessions',
        match: ["ALTER ROLE app SET work_mem = '1GB'", "ALTER DATABASE app SET timezone = 'UTC'"],
        ignore: ["SET work_mem = '1GB'"],
        actions: ['alter'],
        objects: ['role-setting', 'database-setting'],
        reason: (effect) => `${effect.name} changes for sessions to come`,
        hint: 'Set it for this session',
    }),
    rule({
        id: 'system-setting',
        summary: 'ALTER SYSTEM',
        match: ["ALTER SYSTEM SET work_mem = '1GB'", 'ALTER SYSTEM RESET ALL'],
        ignore: ["SET work_mem = '1GB'"],
        actions: ['alter'],
        objects: ['system-setting'],
        reason: (effect) => `ALTER SYSTEM changes ${effect.name} for the whole server`,
        hint: 'Let a database administrator do it',
    }),
    rule({
        id: 'set-role',
        summary: 'SET ROLE and RESET ROLE',
        match: ['RESET ROLE', 'SET ROLE app', "SELECT set_config('role', 'app', false)"],
        ignore: ['SET SESSION AUTHORIZATION app'],
        actions: ['set'],
        objects: ['identity'],
        when: (effect) => effect.name === 'role',
        reason: () => 'the session would act as another role',
        hint: 'Ask for a target that has the role',
    }),
    rule({
        id: 'session-authorization',
        summary: 'SET SESSION AUTHORIZATION',
        match: ['SET SESSION AUTHORIZATION postgres'],
        ignore: ['SET ROLE app'],
        actions: ['set'],
        objects: ['identity'],
        when: (effect) => effect.name === 'session_authorization',
        reason: () => 'the session would become another user',
        hint: 'Ask for a target that has the user',
    }),
    rule({
        id: 'two-phase',
        summary: 'PREPARE TRANSACTION, COMMIT PREPARED and ROLLBACK PREPARED',
        match: ["PREPARE TRANSACTION 'x'", "COMMIT PREPARED 'x'"],
        ignore: ['COMMIT', 'ROLLBACK'],
        actions: ['transaction'],
        objects: ['two-phase'],
        reason: () => 'a prepared transaction holds its locks after the session, or ends one that was not judged here',
        hint: 'Commit in the session',
    }),
];

;// CONCATENATED MODULE: ./lib/policy/rules/index.js









/** Every rule, in the order in which findings of one verdict are told. */
const RULES = [
    ...OPAQUE,
    ...DROPS,
    ...ROWS,
    ...SERVER,
    ...PRIVILEGES,
    ...SESSION,
    ...code_CODE,
    ...SCHEMA,
    ...LOCKS,
];
/** What a guard may name. */
const RULE_IDS = RULES.map((rule) => rule.id);

;// CONCATENATED MODULE: ./lib/policy/decide.js

const WEIGHT = { warn: 0, hold: 1, block: 2 };
const KINDS = ['allow', 'hold', 'block'];
/**
 * What the guard says to these effects. Pure; the same effects and guard give an equal verdict.
 *
 * An exception of the guard (`allow` with `relations`) silences its rule for effects on relations whose name, as the
 * statement writes it, matches a pattern. A name without a schema means whatever the search_path of the session makes
 * of it, which the text does not tell: so `public.tmp_*` does not cover `tmp_1`, while `tmp_*` and `*.tmp_*` do.
 */
function decide(effects, guard) {
    const active = RULES.filter((rule) => Object.hasOwn(guard.rules, rule.id));
    const findings = [];
    for (const effect of effects)
        for (const rule of active) {
            const words = rule.check(effect);
            const verdict = guard.rules[rule.id];
            if (words && verdict && !excepted(rule.id, effect, guard))
                findings.push({ rule: rule.id, verdict, effect, ...words });
        }
    findings.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict]);
    const observed = guard.mode === 'observe';
    const kind = observed ? 'allow' : (KINDS[findings[0] ? WEIGHT[findings[0].verdict] : 0] ?? 'block');
    return { kind, findings, observed };
}
function excepted(rule, effect, guard) {
    const name = effect.name;
    if (name === undefined)
        return false;
    return guard.allow.some((entry) => entry.rule === rule && entry.relations.some((pattern) => covers(pattern, name)));
}
/** `*` stops at a dot. A pattern for any schema also covers a name without one; no other pattern adds or drops a schema. */
function covers(pattern, name) {
    if (decide_matches(pattern, name))
        return true;
    return pattern.startsWith('*.') && !/[."]/.test(name) && decide_matches(pattern.slice(2), name);
}
function decide_matches(pattern, name) {
    const source = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${source.join('[^.]*')}$`, 'u').test(name);
}

;// CONCATENATED MODULE: ./lib/session/passwords.js
const passwords_HIDDEN = "'****'";
// Each text can be read in one way only, or a hostile one would take for ever.
const LINE = String.raw `--[^\r\n]*(?:[\r\n]|$)`;
const WORDS = String.raw `[^*/]|\*(?!/)|/(?!\*)`;
const passwords_BLOCK = String.raw `/\*(?:${WORDS}|/\*(?:${WORDS})*\*/)*\*/`;
const GAP = String.raw `(?:\s|${LINE}|${passwords_BLOCK})*`;
/** To the end when it does not close: the record may hold the text's beginning only. */
const PLAIN = "'(?:[^']|'')*(?:'|$)";
const DOLLARS = String.raw `(\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?(?:\{n}|$)`;
const dollars = (group) => DOLLARS.replace('{n}', String(group));
const strings = (group) => String.raw `(?:e'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|(?:n|b|x|u&)?${PLAIN}|${dollars(group)})`;
/** A string, and those that go on with it on the next lines. */
const LITERAL = (group) => `${strings(group)}(?:${GAP}${PLAIN})*`;
/** `PASSWORD 'x'`, `password = 'x'`, `"password": 'x'`; quotes are doubled where the statement is in a string itself. */
const SET = new RegExp(String.raw `(password["']?(?:${GAP}(?::?=|:))?${GAP})(?:('{2,}|\\')(?!\2)([^']+)\2|${LITERAL(4)})`, 'gi');
/** `'… PASSWORD ' || quote_literal('x')`, `format('… PASSWORD %L', 'x')`. */
const COMPUTED = new RegExp(String.raw `(password[^']{0,40}'+${GAP}(?:\|\||,)${GAP}(?:[\w.]+${GAP}\(${GAP})*)${LITERAL(2)}(?:${GAP}(?:\|\||,)${GAP}${PLAIN})*`, 'gi');
/** `host=db password=x` of a connection string. */
const KEYWORD = /(password\s*=\s*)(?![$('"*]|\w+\()[^\s'"&;,)]+/gi;
/** `scheme://user:x@host` */
const ADDRESS = /(:\/\/[^\s:@/'"]{0,200}):[^\s@'"]{1,500}@/gi;
/** Every string that is not in a comment. */
const ALL = new RegExp(`(${LINE}|${passwords_BLOCK})|${LITERAL(2)}`, 'gi');
const SUSPECT = /password|:\/\//i;
/** What takes secrets as its options; all its strings go. */
const passwords_KINDS = new Set(['role', 'user-mapping']);
/** The text without the passwords that it sets or connects with. */
function withoutPasswords(text, effects) {
    const options = effects.some(({ action, object, via }) => (action === 'create' || action === 'alter') && passwords_KINDS.has(object) && !via);
    const bare = options ? text.replace(ALL, (_, comment) => comment ?? passwords_HIDDEN) : text;
    if (!SUSPECT.test(bare))
        return bare;
    return bare
        .replace(COMPUTED, `$1${passwords_HIDDEN}`)
        .replace(SET, (_, before, quotes) => quotes === undefined ? `${before}${passwords_HIDDEN}` : `${before}${quotes}****${quotes}`)
        .replace(KEYWORD, '$1****')
        .replace(ADDRESS, '$1:****@');
}

;// CONCATENATED MODULE: ./lib/session/evidence.js

/** Characters of a statement's text that the record keeps; its digest is of all of it. */
const KEPT_TEXT = 8 * 1024;
/** The same one each time: the record's writer knows its text then. */
const NONE = [];
/** Evidence of one connection. Names are scrubbed once: statements that are alike share the arrays of their analysis. */
function createEvidence(conn, masking) {
    const scrub = scrubber(masking);
    const clean = {
        effects: evidence_once((effects) => scrubbed(effects, scrub)),
        relations: evidence_once(scrub),
    };
    return (statement, verdict, effects, prepared) => {
        const { id, sha256, analysis } = statement;
        const text = recordedText(statement, masking);
        return {
            type: 'statement',
            conn,
            id,
            text,
            redacted: text !== statement.text,
            sha256,
            effects: masking.inert ? effects : clean.effects(effects),
            relations: masking.inert ? analysis.relations : clean.relations(analysis.relations),
            verdict: verdict.kind,
            rules: verdict.findings.length === 0 ? NONE : verdict.findings.map(({ rule }) => rule),
            ...(verdict.observed ? { observed: true } : {}),
            ...(prepared === undefined ? {} : { prepared }),
        };
    };
}
function evidence_once(make) {
    const made = new WeakMap();
    return (value) => {
        let result = made.get(value);
        if (result === undefined) {
            result = make(value);
            made.set(value, result);
        }
        return result;
    };
}
/** Scrubbed before it is cut, so that the cut cannot hide half a secret from the detectors. */
function recordedText({ text, analysis }, masking) {
    const window = text.length > KEPT_TEXT * 2 ? text.slice(0, KEPT_TEXT * 2) : text;
    const bare = withoutPasswords(window, analysis.effects);
    const scrubbed = masking.inert ? bare : masking.scrub(bare);
    if (scrubbed.length <= KEPT_TEXT)
        return scrubbed;
    return `${scrubbed.slice(0, KEPT_TEXT).toWellFormed()}…`;
}
/** Names are text of the statement too. The very same array when nothing is found. */
const scrubber = (masking) => (texts) => {
    const all = texts.join('\n');
    return masking.scrub(all) === all ? texts : texts.map((text) => masking.scrub(text));
};
function scrubbed(effects, scrub) {
    const texts = effects.flatMap(({ name, column, detail }) => [name ?? '', column ?? '', detail ?? '']);
    if (scrub(texts) === texts)
        return effects;
    return effects.map((effect) => {
        const [name = '', column = '', detail = ''] = scrub([
            effect.name ?? '',
            effect.column ?? '',
            effect.detail ?? '',
        ]);
        return { ...effect, ...(name && { name }), ...(column && { column }), ...(detail && { detail }) };
    });
}

;// CONCATENATED MODULE: ./lib/session/facts.js
/** Constructs that run the statement itself, now and once. */
const DIRECT = new Set(['with', 'copy', 'create-as', 'on-conflict']);
const OBJECTS = new Set(['table', 'column', 'constraint']);
/** Views of one connection that others may not see yet. */
const KEPT_VIEWS = 200;
class Facts {
    #watch;
    #target;
    /** Temporary tables that are surely there. */
    #temporary = new Set();
    /** Every name that was once given to a temporary table. */
    #shadows = new Set();
    #views = [];
    /** Statements without all their answers: how many are missing, and in which epoch they were sent. */
    #running = new Map();
    /** Grows when the temporary tables may be gone. */
    #epoch = 0;
    /** The search path was changed: a name without its schema may mean a permanent table. */
    #moved = false;
    constructor(watch, target) {
        this.#watch = watch;
        this.#target = target;
    }
    /** The effects as this connection has them: the very array of the analysis when nothing is different. */
    effects(analysis) {
        const { flows } = analysis;
        const effects = this.#ours(analysis);
        const watch = this.#watch;
        if (!flows || !watch)
            return effects;
        const known = [...this.#views, ...flows.map((flow) => this.#placed(flow, analysis))];
        const go = (behind) => {
            const exposed = watch(known, behind);
            return exposed.length === 0 ? effects : [...effects, ...exposed];
        };
        const views = this.#target.views?.() ?? nothing;
        return views instanceof Promise ? views.then(go, () => go(anything)) : go(views);
    }
    /** It is about to be sent and run. */
    runs(statement) {
        const { effects, changes, flows = [], count } = statement.analysis;
        if (changes.resolution)
            this.#moved = true;
        if (changes.resolution || effects.some(undoes))
            this.#forget();
        for (const { action, name = '' } of effects)
            if (action === 'drop' || action === 'rename' || action === 'move')
                this.#temporary.delete(name);
        for (const effect of effects)
            if (shadows(effect))
                this.#shadows.add(effect.name ?? '');
        for (const flow of flows)
            if (flow.view && !flow.sources.includes('*') && this.#views.length < KEPT_VIEWS)
                this.#views.push(flow);
        if (!this.#moved)
            this.#running.set(statement, { missing: Math.max(1, count), epoch: this.#epoch });
    }
    /** One of its results is here. */
    ended(statement, failed) {
        if (failed) {
            this.#forget();
            this.#running.clear();
            return;
        }
        const running = this.#running.get(statement);
        if (!running || --running.missing > 0)
            return;
        this.#running.delete(statement);
        if (running.epoch === this.#epoch)
            for (const name of statement.analysis.changes.temporary ?? [])
                this.#temporary.add(name);
    }
    #forget() {
        this.#temporary = new Set();
        this.#epoch++;
    }
    /** While an answer is missing, a table may be gone that was there. The second statement of a text may mean another table. */
    #ours({ effects, count }) {
        if (this.#temporary.size === 0 || this.#moved || count !== 1 || this.#running.size > 0)
            return effects;
        if (!effects.some((effect) => this.#isOurs(effect)))
            return effects;
        return effects.map((effect) => (this.#isOurs(effect) ? { ...effect, temporary: true } : effect));
    }
    #isOurs({ name, object, via = [] }) {
        if (name === undefined || !OBJECTS.has(object))
            return false;
        if (!this.#temporary.has(name.replace(/^pg_temp\./, '')))
            return false;
        return via.every((step) => DIRECT.has(step));
    }
    /** A temporary table hides the one that the masks know by that name; so may the search path. */
    #placed(flow, { effects, changes }) {
        const { relation } = flow;
        if (relation === undefined || relation.includes('.'))
            return flow;
        const hidden = this.#shadows.has(relation) || effects.some((effect) => shadows(effect) && effect.name === relation);
        return hidden || this.#moved || changes.resolution ? { ...flow, elsewhere: true } : flow;
    }
}
/** It makes a temporary relation. */
const shadows = ({ action, temporary }) => action === 'create' && temporary === true;
const nothing = () => [];
const anything = () => ['*'];
const undoes = ({ action, object, detail = '' }) => (action === 'transaction' && (object === 'two-phase' || /^(rollback|prepare)/.test(detail))) ||
    (action === 'set' && object === 'session');

;// CONCATENATED MODULE: ./lib/session/relay.js




/** Serves one accepted client until either side ends. */
function relay(client, wiring) {
    return wiring.target.serve(client, createGate(wiring));
}
function createGate({ conn, target, terms, recorder }) {
    const verdicts = new WeakMap();
    const facts = new Facts(watchFlows(terms.masks.columns), target);
    const evidence = createEvidence(conn, target.masking);
    const waiting = [];
    const caughtUp = () => {
        for (const resume of waiting.splice(0))
            resume();
    };
    let statements = 0;
    /** The guard's word on what the statement would do; without an approver a hold is a refusal. */
    function verdictOf({ analysis }, effects) {
        if (effects !== analysis.effects)
            return withoutApprover(decide(effects, terms.guard));
        let verdict = verdicts.get(analysis);
        if (!verdict) {
            verdict = withoutApprover(decide(effects, terms.guard));
            verdicts.set(analysis, verdict);
        }
        return verdict;
    }
    /** Decides by what the statement does on this connection; `note` puts it in the record. */
    function decided(statement, runs, note) {
        const go = (effects) => {
            const verdict = verdictOf(statement, effects);
            if (runs && verdict.kind === 'allow')
                facts.runs(statement);
            note(verdict, effects);
            return recorded(statement, verdict);
        };
        const effects = facts.effects(statement.analysis);
        return effects instanceof Promise ? effects.then(go) : go(effects);
    }
    /** In the record first; then, when the record keeps up, the verdict. */
    function recorded(statement, verdict) {
        if (verdict.kind !== 'allow')
            recorder.append({ type: 'denied', conn, id: statement.id, rule: verdict.findings[0]?.rule ?? 'none' });
        if (!recorder.lagging(caughtUp))
            return verdict;
        return new Promise((resolve) => waiting.push(() => resolve(verdict)));
    }
    return {
        judge(statement, prepared) {
            statements++;
            return decided(statement, prepared === undefined, (verdict, effects) => recorder.append(evidence(statement, verdict, effects, prepared)));
        },
        execute(statement, parameters) {
            return decided(statement, true, () => recorder.append({ type: 'execute', conn, id: statement.id, parameters }));
        },
        flush: () => recorder.flush(),
        result(statement, result) {
            facts.ended(statement, result.error !== undefined);
            recorder.append(outcome(conn, statement, result));
        },
        notice(sqlstate, message) {
            recorder.append({ type: 'notice', conn, sqlstate, message });
        },
        transfer(statement, transfer) {
            recorder.append({ type: 'transfer', conn, id: statement.id, ...transfer });
        },
        limit(limit, detail) {
            recorder.append({ type: 'limit', conn, limit, detail });
        },
        lagging: (resume) => recorder.lagging(resume),
        opened({ client, user, application, tls }) {
            recorder.append({ type: 'connection.open', conn, target: terms.name, client, user, application, tls });
        },
        closed(reason, { bytesIn, bytesOut }) {
            const totals = { statements, bytes_in: bytesIn, bytes_out: bytesOut };
            recorder.append({ type: 'connection.close', conn, reason, ...totals });
        },
    };
}
function withoutApprover(verdict) {
    if (verdict.kind !== 'hold')
        return verdict;
    const findings = verdict.findings.map((finding) => finding.verdict === 'hold'
        ? { ...finding, reason: `${finding.reason}; approvals are not available for this session` }
        : finding);
    return { ...verdict, findings };
}
function outcome(conn, { id }, { tag, rows, bytes, ms, error, masked }) {
    if (error)
        return { type: 'error', conn, id, ...error };
    if (masked)
        return { type: 'result', conn, id, tag, rows, bytes, ms, masked };
    return { type: 'result', conn, id, tag, rows, bytes, ms };
}

;// CONCATENATED MODULE: ./lib/session/connections.js



/** A client that has not logged in by then is not one. */
const LOGIN_TIMEOUT_MS = 20_000;
const DRAIN_POLL_MS = 20;
/** Of all targets together, whatever their terms allow: those that are turned away take room too. */
const MOST_OPEN = 2000;
/** How long an ended connection may take to close its sockets. */
const CLOSE_TIMEOUT_MS = 2000;
function trackConnections(counted, idle) {
    const live = new Map();
    const quiet = (0,limits/* whenIdle */.dV)(idle.ms, idle.handler);
    let last = 0;
    counted.onConnection((conn, state) => {
        if (state === 'open')
            live.get(conn)?.login.clear();
    });
    const full = ({ name, limits }) => {
        let open = 0;
        for (const { target } of live.values())
            if (target === name)
                open++;
        return open >= limits.connections;
    };
    return {
        accept(client, terms, target) {
            if (live.size >= MOST_OPEN) {
                client.destroy();
                return;
            }
            const conn = ++last;
            const refused = full(terms);
            const connection = relay(client, { conn, target, terms, recorder: counted.recorder, canHold: false });
            const login = (0,limits/* after */.Pl)(LOGIN_TIMEOUT_MS, () => connection.end('no login in time'));
            live.set(conn, { connection, client, login, target: refused ? undefined : terms.name });
            quiet.open();
            if (refused) {
                counted.recorder.append({ type: 'limit', conn, limit: 'connections', detail: terms.name });
                connection.end(`too many connections: ${terms.name} allows ${terms.limits.connections}`);
            }
            connection.closed.finally(() => {
                login.clear();
                live.delete(conn);
                quiet.closed();
            });
        },
        async drain(ms, reason) {
            quiet.clear();
            await finish(live, (conn) => counted.busy(conn), ms, reason);
        },
    };
}
/** Idle connections end at once, busy ones when their statement is done or the time is over. */
async function finish(live, busy, ms, reason) {
    const ending = new Set();
    const end = (conn) => {
        if (ending.has(conn))
            return;
        ending.add(conn);
        live.get(conn)?.connection.end(reason);
    };
    for (const deadline = Date.now() + ms; live.size > 0 && Date.now() < deadline; await (0,promises_.setTimeout)(DRAIN_POLL_MS))
        for (const conn of live.keys())
            if (!busy(conn))
                end(conn);
    for (const conn of live.keys())
        end(conn);
    const left = [...live.values()].map(({ connection }) => connection.closed);
    await Promise.race([Promise.all(left), (0,promises_.setTimeout)(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
    for (const { client } of live.values())
        client.destroy();
}

;// CONCATENATED MODULE: ./lib/session/dial.js


const CONNECT_TIMEOUT_MS = 10_000;
/** Plain TCP to a target. Throws `SluiceError` UPSTREAM_UNREACHABLE with the address and the system's reason. */
function dial(target) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_namespaceObject.connect)({ host: target.host, port: target.port, noDelay: true, keepAlive: true });
        const fail = (reason) => {
            socket.destroy();
            reject(dial_unreachable(target, reason));
        };
        const failed = (error) => fail(error.code ?? error.message);
        socket.once('error', failed);
        socket.setTimeout(CONNECT_TIMEOUT_MS, () => fail(`no answer in ${CONNECT_TIMEOUT_MS / 1000} s`));
        socket.once('connect', () => {
            socket.off('error', failed);
            socket.setTimeout(0);
            resolve(socket);
        });
    });
}
function dial_unreachable({ name, host, port }, reason) {
    return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `target ${name} at ${host}:${port} cannot be reached: ${reason}`, {
        hint: 'Check the target’s address in the policy file, and that this machine may connect to it',
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/session/listeners.js




/** `sun_path` holds 104 bytes on macOS, 108 on Linux, with the closing zero. */
const LONGEST_SOCKET_PATH = 103;
async function listen(options) {
    const servers = [];
    const open = async (where) => {
        const server = (0,external_node_net_namespaceObject.createServer)({ pauseOnConnect: true, noDelay: true }, options.accept);
        await bind(server, where, options);
        servers.push(server);
        return server;
    };
    const tcp = await open({ port: options.port });
    const { port } = tcp.address();
    const socket = socketPath(options, port);
    if (socket) {
        (0,external_node_fs_.rmSync)(socket, { force: true });
        await open({ path: socket });
        (0,external_node_fs_.chmodSync)(socket, 0o600);
    }
    return {
        host: '127.0.0.1',
        port,
        ...(socket ? { socket } : {}),
        close: () => {
            for (const server of servers)
                server.close();
        },
    };
}
function socketPath({ dir, socketName }, port) {
    if (process.platform === 'win32' || !socketName)
        return undefined;
    const path = (0,external_node_path_.join)(dir, socketName(port));
    return Buffer.byteLength(path) > LONGEST_SOCKET_PATH ? undefined : path;
}
function bind(server, where, { target }) {
    return new Promise((resolve, reject) => {
        server.once('error', (error) => reject(bindError(error, where, target)));
        server.listen('port' in where ? { host: '127.0.0.1', exclusive: true, ...where } : where, resolve);
    });
}
function bindError(error, where, target) {
    const place = 'port' in where ? `127.0.0.1:${where.port}` : where.path;
    if (error.code === 'EADDRINUSE')
        return new errors/* SluiceError */.ah('CONFIG_INVALID', `${place} is in use, so target ${target} cannot listen there`, {
            hint: `Give another port with ${target}=PORT, or none for a free one`,
        });
    if (error.code === 'EACCES')
        return new errors/* SluiceError */.ah('CONFIG_INVALID', `this user may not listen on ${place} for target ${target}`, {
            hint: `Give a port above 1023 with ${target}=PORT, or none for a free one`,
        });
    return new errors/* SluiceError */.ah('DAEMON_FAILED', `target ${target} cannot listen on ${place} (${error.code})`);
}

;// CONCATENATED MODULE: ./lib/session/traffic.js
// A session's targets, each with its listener.







async function openTraffic(parts, onIdle) {
    const connections = trackConnections(parts.counted, { ms: parts.config.idleExitMs, handler: onIdle });
    const served = [];
    const refuse = () => {
        for (const { listener } of served)
            listener.close();
    };
    try {
        for (const { target: name, port } of parts.config.listen) {
            const terms = parts.terms.targets.find((candidate) => candidate.name === name);
            const { protocol, clients } = protocolOf(terms);
            const target = openTarget(parts, terms, protocol);
            const listener = await listen({
                target: name,
                port,
                dir: parts.config.dir,
                ...(clients.socketName ? { socketName: clients.socketName } : {}),
                accept: (client) => connections.accept(client, terms, target),
            });
            served.push({ terms, target, listener, clients });
        }
    }
    catch (error) {
        refuse();
        throw error;
    }
    return {
        targets: served.map((each) => readyTarget(parts, each)),
        check: async () => {
            await Promise.all(served.map(({ target }) => target.check()));
        },
        async drain(ms, reason) {
            refuse();
            await connections.drain(ms, reason);
            await Promise.all(served.map(({ target }) => target.close()));
        },
    };
}
function openTarget(parts, terms, protocol) {
    return protocol.open({
        terms,
        dial: () => dial(terms),
        local: parts.local,
        analyser: parts.analyser,
        masking: createMasking(terms.masks, parts.maskingKey),
    });
}
function protocolOf({ name, protocol }) {
    const protocols = PROTOCOLS;
    const clients = CLIENTS;
    const found = Object.hasOwn(protocols, protocol) ? protocols[protocol] : undefined;
    const settings = Object.hasOwn(clients, protocol) ? clients[protocol] : undefined;
    if (!found || !settings)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `target ${name} has protocol ${protocol}, unknown to this version`, { hint: 'Use a newer version of Sluice in this job' });
    return { protocol: found, clients: settings };
}
function readyTarget(parts, { terms, listener, clients }) {
    const endpoint = {
        host: listener.host,
        port: listener.port,
        user: parts.local.user,
        password: parts.local.password.reveal(),
        ...(terms.database === undefined ? {} : { database: terms.database }),
    };
    return {
        name: terms.name,
        protocol: terms.protocol,
        ...endpoint,
        ...(listener.socket ? { socket: listener.socket } : {}),
        url: clients.url(endpoint),
        environment: clients.environment(endpoint),
        detect: terms.masks.detect,
    };
}


/***/ }),

/***/ 966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zE: () => (/* binding */ movesNames),
  OR: () => (/* binding */ settingEffect),
  TX: () => (/* binding */ settingKind)
});

;// CONCATENATED MODULE: ./lib/sql/data/settings.js
// Settings that any role may change in its own session.
// Generated by scripts/builtin-functions.ts; do not edit.
const USER_SETTINGS = `
application_name array_nulls backend_flush_after backslash_quote bytea_output check_function_bodies
client_connection_check_interval client_encoding client_min_messages commit_siblings
constraint_exclusion cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost createrole_self_grant
cursor_tuple_fraction datestyle debug_logical_replication_streaming debug_parallel_query
debug_pretty_print debug_print_parse debug_print_plan debug_print_rewritten default_statistics_target
default_table_access_method default_tablespace default_text_search_config default_toast_compression
default_transaction_deferrable default_transaction_isolation default_transaction_read_only
effective_cache_size effective_io_concurrency enable_async_append enable_bitmapscan
enable_distinct_reordering enable_gathermerge enable_group_by_reordering enable_hashagg
enable_hashjoin enable_incremental_sort enable_indexonlyscan enable_indexscan enable_material
enable_memoize enable_mergejoin enable_nestloop enable_parallel_append enable_parallel_hash
enable_partition_pruning enable_partitionwise_aggregate enable_partitionwise_join
enable_presorted_aggregate enable_self_join_elimination enable_seqscan enable_sort enable_tidscan
escape_string_warning exit_on_error extra_float_digits file_copy_method from_collapse_limit geqo
geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias geqo_threshold
gin_fuzzy_search_limit gin_pending_list_limit hash_mem_multiplier icu_validation_level
idle_in_transaction_session_timeout idle_session_timeout intervalstyle io_combine_limit jit
jit_above_cost jit_expressions jit_inline_above_cost jit_optimize_above_cost jit_tuple_deforming
join_collapse_limit lc_monetary lc_numeric lc_time local_preload_libraries lock_timeout
log_parameter_max_length_on_error logical_decoding_work_mem maintenance_io_concurrency
maintenance_work_mem max_parallel_maintenance_workers max_parallel_workers
max_parallel_workers_per_gather md5_password_warnings min_parallel_index_scan_size
min_parallel_table_scan_size parallel_leader_participation parallel_setup_cost parallel_tuple_cost
password_encryption plan_cache_mode quote_all_identifiers random_page_cost recursive_worktable_factor
restrict_nonsystem_relation_kind row_security scram_iterations search_path seq_page_cost
standard_conforming_strings statement_timeout stats_fetch_consistency synchronize_seqscans
synchronous_commit tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval tcp_user_timeout
temp_buffers temp_tablespaces timezone timezone_abbreviations trace_notify trace_sort
transaction_deferrable transaction_isolation transaction_read_only transaction_timeout
transform_null_equals vacuum_buffer_usage_limit vacuum_cost_delay vacuum_cost_limit
vacuum_cost_page_dirty vacuum_cost_page_hit vacuum_cost_page_miss vacuum_failsafe_age
vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age
vacuum_truncate wal_sender_timeout wal_skip_threshold work_mem xmlbinary xmloption
`;

;// CONCATENATED MODULE: ./lib/sql/settings.js

const USER = new Set(USER_SETTINGS.trim().split(/\s+/));
const KINDS = {
    client_encoding: 'text',
    standard_conforming_strings: 'text',
    backslash_quote: 'text',
    role: 'identity',
    session_authorization: 'identity',
    row_security: 'protection',
    session_replication_role: 'protection',
    allow_system_table_mods: 'protection',
    event_triggers: 'protection',
    ignore_system_indexes: 'protection',
    ignore_checksum_failure: 'protection',
    zero_damaged_pages: 'protection',
    lo_compat_privileges: 'protection',
    restrict_nonsystem_relation_kind: 'protection',
    default_transaction_read_only: 'protection',
    transaction_read_only: 'protection',
    transform_null_equals: 'protection',
    local_preload_libraries: 'code',
    session_preload_libraries: 'code',
    dynamic_library_path: 'code',
    extension_control_path: 'code',
    check_function_bodies: 'code',
    search_path: 'names',
    statement_timeout: 'limit',
    lock_timeout: 'limit',
    transaction_timeout: 'limit',
    idle_in_transaction_session_timeout: 'limit',
    idle_session_timeout: 'limit',
};
/** Values that leave things as a session has them, or make them stricter. */
const SAFE = {
    client_encoding: /^'?(utf-?8|unicode)'?$/i,
    standard_conforming_strings: /^(on|true|yes|1)$/i,
    backslash_quote: /^(safe_encoding|off|false|no|0)$/i,
    row_security: /^(on|true|yes|1)$/i,
    session_replication_role: /^origin$/i,
    event_triggers: /^(on|true|yes|1)$/i,
    default_transaction_read_only: /^(on|true|yes|1)$/i,
    transaction_read_only: /^(on|true|yes|1)$/i,
    transform_null_equals: /^(off|false|no|0)$/i,
    allow_system_table_mods: /^(off|false|no|0)$/i,
    restrict_nonsystem_relation_kind: /^view, ?foreign-table$/i,
    check_function_bodies: /^(on|true|yes|1)$/i,
};
// Dotted names are the application's own, unless an extension watches them.
const WATCHED = /^(pgaudit|auto_explain|sepgsql|anon|pg_tle|plv8|plpython|plperl|pltcl|set_user|supautils|cron)\./;
function settingKind(name) {
    const folded = name.toLowerCase();
    const kind = KINDS[folded];
    if (kind)
        return kind;
    if (folded.includes('.'))
        return WATCHED.test(folded) ? 'audit' : 'plain';
    return USER.has(folded) || folded === 'timezone' ? 'plain' : 'audit';
}
/** `values` as written; undefined for RESET, DEFAULT and what is computed. Values never enter the effect. */
function settingEffect(name, values) {
    const folded = name.toLowerCase();
    const value = values?.length === 1 ? (values[0] ?? '').trim() : undefined;
    const safe = value !== undefined && (SAFE[folded]?.test(value) ?? false);
    // A temporary table hides the permanent one of its name only while pg_temp comes first.
    const named = folded === 'search_path' && (values?.some((item) => /pg_temp/i.test(item)) ?? false);
    const off = settingKind(folded) === 'limit' && value !== undefined && /^0+\s*[a-z]*$/i.test(value);
    return {
        action: 'set',
        object: settingKind(folded) === 'identity' ? 'identity' : 'setting',
        name: folded,
        ...(safe && { detail: 'to its safe value' }),
        ...(off && { detail: 'switched off' }),
        ...(named && { detail: 'names pg_temp' }),
    };
}
/** True when later names may mean other things. */
function movesNames(name) {
    const kind = settingKind(name);
    return kind === 'names' || kind === 'identity' || kind === 'text' || name.toLowerCase() === 'row_security';
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(434);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
