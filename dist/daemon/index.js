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
    const thresholds = guard.optional('thresholds', (name) => thresholdsFrom(guard.object(name)));
    const result = {
        name: guard.text('name'),
        mode: guard.oneOf('mode', ['enforce', 'observe']),
        rules: guard.record('rules', (value, at) => choice(value, at, ['warn', 'hold', 'block'])),
        allow: guard.list('allow', (item, at) => exceptionFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))),
        ...(thresholds === undefined ? {} : { thresholds }),
    };
    guard.end();
    return result;
}
function exceptionFrom(entry) {
    const rule = entry.text('rule');
    const relations = entry.optional('relations', (name) => entry.list(name, invalidText));
    const result = {
        rule,
        ...(relations === undefined ? {} : { relations }),
        ...countsFrom(entry),
    };
    entry.end();
    // Without a condition it would silence the rule, which a guard says by leaving the rule out.
    if (Object.keys(result).length === 1)
        throw invalid(`the exception from ${rule} has no condition`);
    return result;
}
function thresholdsFrom(thresholds) {
    const result = countsFrom(thresholds);
    thresholds.end();
    return result;
}
function countsFrom(from) {
    const rows = from.optional('rows', from.integer);
    const tableSize = from.optional('tableSize', from.integer);
    return {
        ...(rows === undefined ? {} : { rows }),
        ...(tableSize === undefined ? {} : { tableSize }),
    };
}
const MASKS = ['redact', 'partial', 'hash', 'null'];
function masksFrom(masks) {
    const predicates = masks.optional('predicates', masks.text);
    const patterns = masks.optional('patterns', (name) => masks.list(name, (item, at) => {
        const entry = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid);
        const own = { name: entry.text('name'), pattern: entry.text('pattern') };
        entry.end();
        return own;
    }));
    const result = {
        columns: masks.list('columns', (item, at) => {
            const column = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid);
            const mask = { pattern: column.text('pattern'), mask: column.oneOf('mask', MASKS) };
            column.end();
            return mask;
        }),
        detect: masks.list('detect', invalidText),
        ...(patterns === undefined ? {} : { patterns }),
        ...(predicates === undefined ? {} : { predicates: choice(predicates, 'predicates', ['strict', 'flag']) }),
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

/***/ 755:
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
    const hints = e.hints === undefined ? '' : `"hints":${list(e.hints)},`;
    const prepared = e.prepared === undefined ? '' : `"prepared":${string(e.prepared)},`;
    return `{"conn":${integer(e.conn)},"effects":${list(e.effects)},${hints}"id":${integer(e.id)},${observed}${prepared}"redacted":${e.redacted},"relations":${list(e.relations)},"rules":${list(e.rules)},"seq":${seq},"sha256":${string(e.sha256)},"t":"${t}","text":${string(e.text)},"type":"statement","v":1,"verdict":"${e.verdict}"}\n`;
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
function costOf(text, { effects, relations, outputs, flows, uses, compares }) {
    const listed = 200 * ((outputs?.length ?? 0) + (flows?.length ?? 0)) + 60 * (compares?.length ?? 0);
    const named = uses ? 60 * (uses.functions.length + uses.types.length + uses.fields.length) : 0;
    return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + listed + named;
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

/** A worker costs a tenth of a second to start, so texts that spoil it may do so this often in this many milliseconds. */
const SPOILT = { most: 20, within: 60_000 };
class Offload {
    #options;
    #queue = [];
    #worker;
    #current;
    #timer;
    #failures = [];
    #closed = false;
    constructor(options) {
        this.#options = options;
    }
    /** `gone`: nobody waits for the answer any more; a text whose turn has not come is then passed over. */
    run(text, gone) {
        return new Promise((done) => {
            if (this.#closed || gone?.aborted)
                return done('closed');
            const task = { text, done };
            this.#queue.push(task);
            gone?.addEventListener('abort', () => this.#forget(task), { once: true });
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
    #forget(task) {
        const at = this.#queue.indexOf(task);
        if (at === -1)
            return;
        this.#queue.splice(at, 1);
        task.done('closed');
    }
    #next() {
        if (this.#current)
            return;
        const task = this.#queue.shift();
        if (!task) {
            this.#worker?.unref();
            return;
        }
        if (!this.#worker && this.#failedTooOften()) {
            task.done('too often');
            this.#next();
            return;
        }
        this.#current = task;
        this.#worker ??= this.#start();
        this.#worker.ref();
        this.#timer = setTimeout(() => this.#fail('too slow'), this.#options.timeout);
        this.#worker.postMessage(task.text);
    }
    #failedTooOften() {
        const since = this.#options.now() - SPOILT.within;
        this.#failures = this.#failures.filter((at) => at > since);
        return this.#failures.length >= SPOILT.most;
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
        this.#failures.push(this.#options.now());
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

// EXTERNAL MODULE: ./lib/sql/shape.js
var sql_shape = __nccwpck_require__(533);
;// CONCATENATED MODULE: ./lib/sql/create.js




/** From here on a text goes to a worker of its own, so that small ones never wait behind a file, in characters. */
const FILE = 100_000;
/** An analyser for PostgreSQL. Loads its parser on the first statement, or at `warm()`. */
function createAnalyser(options) {
    const cache = new AnalysisCache(options.cacheBytes ?? 16 * 1024 * 1024);
    /** By text without its constants; see literals.ts. */
    const alike = new AnalysisCache((options.cacheBytes ?? 16 * 1024 * 1024) / 4);
    const maxLength = options.maxLength ?? 16 * 1024 * 1024;
    const threads = {
        worker: options.worker,
        stackSizeMb: options.stackSizeMb ?? 32,
        timeout: options.timeout ?? 15_000,
        now: options.now ?? (() => performance.now()),
    };
    const texts = new Offload(threads);
    const files = new Offload(threads);
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
    const later = async (text, gone) => {
        try {
            const loaded = engine ?? (await load());
            if (!loaded.spoilt && (0,sql_shape/* shapeOf */.F)(text) === 'inline')
                return tryInline(text, loaded);
            const result = await (text.length < FILE ? texts : files).run(text, gone);
            const analysis = typeof result === 'string' ? unanalysed(FAILURES[result]) : result;
            // A text that spoils a worker does so only once.
            if (typeof result !== 'string' || result === 'too deep')
                cache.put(text, analysis);
            return analysis;
        }
        catch {
            return unanalysed('the parser could not be used');
        }
    };
    const start = (text) => {
        const gone = new AbortController();
        const forget = () => running.get(text) === started && running.delete(text);
        const started = { promise: later(text, gone.signal).finally(forget), gone, waiting: 0 };
        running.set(text, started);
        return started;
    };
    /** The last one that waited is gone: whoever asks from now on starts anew. */
    const leave = (text, pending) => {
        if (--pending.waiting > 0 || running.get(text) !== pending)
            return;
        running.delete(text);
        pending.gone.abort();
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
        analyse(text, gone) {
            const known = cache.get(text);
            if (known)
                return known;
            const wrong = (0,sql_shape/* malformed */.Q)(text) ?? (text.length > maxLength ? 'the text is too long to be analysed' : undefined);
            if (wrong)
                return unanalysed(wrong);
            const shape = (0,sql_shape/* shapeOf */.F)(text);
            if (shape === 'deep')
                return unanalysed(FAILURES['too deep']);
            if (engine && !engine.spoilt && shape === 'inline')
                return tryInline(text, engine);
            const pending = running.get(text) ?? start(text);
            pending.waiting++;
            if (gone) {
                const left = () => leave(text, pending);
                gone.addEventListener('abort', left, { once: true });
                void pending.promise.then(() => gone.removeEventListener('abort', left));
            }
            return pending.promise;
        },
        async warm() {
            await load();
        },
        async close() {
            await Promise.all([texts.close(), files.close()]);
        },
    };
}
async function loadEngine() {
    const [{ loadParser }, { analyseText }] = await Promise.all([Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 745)), __nccwpck_require__.e(/* import() */ 302).then(__nccwpck_require__.bind(__nccwpck_require__, 302))]);
    return { parser: await loadParser(), analyse: analyseText, spoilt: false };
}
const FAILURES = {
    'too deep': 'the text is nested too deeply to be analysed',
    'too slow': 'the text took too long to analyse',
    'too often': 'too many texts could not be analysed within a minute',
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
/* harmony import */ var _assemble_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(755);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(572);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(947);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(106);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(246);
/* harmony import */ var _shutdown_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(324);
/* harmony import */ var _traffic_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(803);
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

/***/ 803:
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

;// CONCATENATED MODULE: ./lib/masking/catalogue.js
const KEPT = `
pg_statistic: stavalues1 stavalues2 stavalues3 stavalues4 stavalues5
pg_stats: most_common_vals histogram_bounds most_common_elems range_length_histogram range_bounds_histogram
pg_statistic_ext_data: stxdmcv stxdexpr
pg_stats_ext: most_common_vals
pg_stats_ext_exprs: most_common_vals histogram_bounds most_common_elems
pg_stat_activity: query
pg_stat_statements: query
pg_prepared_statements: statement`;
const PATTERNS = KEPT.trim()
    .split('\n')
    .flatMap((line) => {
    const [table = '', columns = ''] = line.split(': ');
    const schema = table === 'pg_stat_statements' ? '*' : 'pg_catalog';
    return columns
        .split(' ')
        .map((column) => ({ pattern: `${schema}.${table}.${column}`, mask: 'redact' }));
});
/** The masks with those of the server's own tables behind them. */
function withCatalogue(columns) {
    return columns.length === 0 ? columns : [...columns, ...PATTERNS];
}

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
/** A value of a type that users made, by `pg_type.typtype`; undefined where none is known. `label`: the enum's first. */
function userConstant(typtype, label) {
    if (typtype === 'e' && label !== undefined)
        return constant(label, Buffer.from(label));
    if (typtype === 'r')
        return EMPTY_RANGE;
    return typtype === 'm' ? EMPTY_MULTIRANGE : undefined;
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
// flag: empty
const EMPTY_RANGE = constant('empty', Buffer.from([1]));
// count
const EMPTY_MULTIRANGE = constant('{}', zeros(4));
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
    ...Object.fromEntries(RANGES.map((name) => [name, EMPTY_RANGE])),
    ...Object.fromEntries(MULTIRANGES.map((name) => [name, EMPTY_MULTIRANGE])),
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
function columnMask(kind, label, { type, format, constant }, digest) {
    const how = treatment(type);
    if (kind !== 'null' && constant)
        return fixedMask(label, constant[format]);
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
    return { bytes: Buffer.alloc(0), begin: 0, floor: 0, end: 0, from: 0, to: 0, fresh: true };
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
            scan.fresh = true;
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

;// CONCATENATED MODULE: ./node_modules/re2js/build/index.js
/*!
* re2js
* RE2JS is the JavaScript port of RE2, a regular expression engine that provides linear time matching
*
* @version v2.10.0
* @author Oleksii Vasyliev
* @homepage https://github.com/le0pard/re2js#readme
* @repository [object Object]
* @license MIT
*/
// src/RE2Flags.js
var RE2Flags = class RE2Flags {
	static FOLD_CASE = 1;
	static LITERAL = 2;
	static CLASS_NL = 4;
	static DOT_NL = 8;
	static ONE_LINE = 16;
	static NON_GREEDY = 32;
	static PERL_X = 64;
	static UNICODE_GROUPS = 128;
	static WAS_DOLLAR = 256;
	static LOOKBEHIND = 512;
	static MATCH_NL = RE2Flags.CLASS_NL | RE2Flags.DOT_NL;
	static PERL = RE2Flags.CLASS_NL | RE2Flags.ONE_LINE | RE2Flags.PERL_X | RE2Flags.UNICODE_GROUPS;
	static POSIX = 0;
	static UNANCHORED = 0;
	static ANCHOR_START = 1;
	static ANCHOR_BOTH = 2;
};
// src/PublicFlags.js
/**
* Public flags for RE2JS and RE2Set compilation.
*/
const PublicFlags = {
	CASE_INSENSITIVE: 1,
	DOTALL: 2,
	MULTILINE: 4,
	DISABLE_UNICODE_GROUPS: 8,
	LONGEST_MATCH: 16,
	LOOKBEHINDS: 512
};
// src/Codepoint.js
/**
* Various constants and helper for unicode codepoints.
*/
const ASCII_SIZE = 128;
const ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
const ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
const MAX_BMP = 65535;
for (let i = 0; i < ASCII_SIZE; i++) {
	if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
	else ASCII_TO_UPPER[i] = i;
	if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
	else ASCII_TO_LOWER[i] = i;
}
var Codepoint = class {
	static CODES = Object.freeze({
		"\x07": 7,
		"\b": 8,
		"	": 9,
		"\n": 10,
		"\v": 11,
		"\f": 12,
		"\r": 13,
		" ": 32,
		"\"": 34,
		$: 36,
		"&": 38,
		"'": 39,
		"(": 40,
		")": 41,
		"*": 42,
		"+": 43,
		"-": 45,
		".": 46,
		0: 48,
		1: 49,
		2: 50,
		3: 51,
		4: 52,
		5: 53,
		6: 54,
		7: 55,
		8: 56,
		9: 57,
		":": 58,
		"<": 60,
		">": 62,
		"?": 63,
		A: 65,
		B: 66,
		C: 67,
		F: 70,
		P: 80,
		Q: 81,
		U: 85,
		Z: 90,
		"[": 91,
		"\\": 92,
		"]": 93,
		"^": 94,
		_: 95,
		"`": 96,
		a: 97,
		b: 98,
		f: 102,
		i: 105,
		m: 109,
		n: 110,
		r: 114,
		s: 115,
		t: 116,
		v: 118,
		x: 120,
		z: 122,
		"{": 123,
		"|": 124,
		"}": 125
	});
	static toUpperCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
		const s = String.fromCodePoint(codepoint).toUpperCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toLowerCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
	static toLowerCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
		const s = String.fromCodePoint(codepoint).toLowerCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toUpperCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
};
// src/UnicodeRangeTable.js
var UnicodeRangeTable = class {
	/**
	* @param {Uint32Array | number[]} data
	* @param {boolean} isStride1
	*/
	constructor(data, isStride1 = false) {
		this.data = data;
		this.isStride1 = isStride1;
		this.SIZE = isStride1 ? 2 : 3;
	}
	getLo(index) {
		return this.data[index * this.SIZE];
	}
	getHi(index) {
		return this.data[index * this.SIZE + 1];
	}
	getStride(index) {
		return this.isStride1 ? 1 : this.data[index * this.SIZE + 2];
	}
	get length() {
		return this.data.length / this.SIZE;
	}
};
// src/UnicodeTables.js
const B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
const B64_MAP = /* @__PURE__ */ new Uint8Array(256);
for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
const decodeVLQ = (str) => {
	const res = [];
	let value = 0;
	let shift = 0;
	for (let i = 0; i < str.length; i++) {
		const digit = B64_MAP[str.charCodeAt(i)];
		value |= (digit & 31) << shift;
		if ((digit & 32) === 0) {
			res.push(value);
			value = 0;
			shift = 0;
		} else shift += 5;
	}
	return res;
};
const decodeRanges = (str, isStride1) => {
	const res = decodeVLQ(str);
	const numRanges = isStride1 ? res.length / 2 : res.length / 3;
	const out = new Uint32Array(numRanges * 3);
	let current = 0;
	let resIdx = 0;
	for (let i = 0; i < numRanges; i++) {
		current += res[resIdx++];
		out[i * 3] = current;
		current += res[resIdx++];
		out[i * 3 + 1] = current;
		out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
	}
	return out;
};
const decodeOrbit = (str) => {
	const res = decodeVLQ(str);
	const map = /* @__PURE__ */ new Map();
	let currentKey = 0;
	for (let i = 0; i < res.length; i += 2) {
		currentKey += res[i];
		const zz = res[i + 1];
		const delta = zz >>> 1 ^ -(zz & 1);
		map.set(currentKey, currentKey + delta);
	}
	return map;
};
var LazyMap = class {
	constructor(initializer) {
		this.initializer = initializer;
		this.cache = /* @__PURE__ */ new Map();
	}
	has(key) {
		return Object.hasOwn(this.initializer, key);
	}
	get(key) {
		if (this.cache.has(key)) return this.cache.get(key);
		const val = this.has(key) ? this.initializer[key]() : null;
		this.cache.set(key, val);
		return val;
	}
};
var UnicodeTables = class {
	static _CASE_ORBIT = null;
	static get CASE_ORBIT() {
		if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
		return this._CASE_ORBIT;
	}
	static _Print = null;
	static get Print() {
		if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
		return this._Print;
	}
	static CATEGORIES = new LazyMap({
		C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
		Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
		Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
		Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
		Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
		Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
		L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
		Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
		Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
		Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
		Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
		Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
		No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
		P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
		Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
		Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
		Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
		Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
		S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
		Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
		Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
		So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
		Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
		Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
		Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
		ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
		Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
		Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
		Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
		Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
		Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
		Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
		Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
		White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
	});
	static SCRIPTS = new LazyMap({
		Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
		Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
		Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
		Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
		Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
		Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
		Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
		Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
		Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
		Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
		Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
		Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
		Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
		Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
		Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
		Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
		Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
		Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
		Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
		Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
		Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
		Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
		Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
		Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
		Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
		Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
		Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
		Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
		Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
		Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
		Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
		Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
		Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
		Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
		Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
		Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
		Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
		Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
		Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
		Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
		Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
		Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
		Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
		Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
		Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
		Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
		Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
		Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
		Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
		Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
		Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
		Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
		Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
		Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
		Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
		Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
		Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
		Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
		Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
		Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
		Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
		Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
		Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
		Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
		Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
		Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
		Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
		Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
		Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
		Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
		Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
		Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
		Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
		Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
		Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
		Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
		Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
		Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
		Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
		Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
		Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
		Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
		Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
		Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
		Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
		Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
		Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
		Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
		Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
		Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
		Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
		Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
		Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
		Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
		Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
		Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
		Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
		Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
		Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
		Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
		New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
		Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
		Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
		Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
		Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
		Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
		Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
		Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
		Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
		Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
		Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
		Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
		Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
		Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
		Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
		Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
		Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
		Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
		Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
		Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
		Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
		Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
		Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
		Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
		Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
		Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
		Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
		Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
		Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
		Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
		Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
		Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
		Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
		Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
		SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
		Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
		Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
		Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
		Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
		Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
		Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
		Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
		Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
		Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
		Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
		Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
		Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
		Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
		Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
		Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
		Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
		Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
		Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
		Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
		Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
		Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
		Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
		Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
		Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
		Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
		Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
		Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
		Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
		Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
		Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
		Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
		Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
		Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
		Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
		Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
		Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
		Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
	});
	static FOLD_CATEGORIES = new LazyMap({
		L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
	});
	static FOLD_SCRIPT = new LazyMap({
		Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
	});
};
// src/Unicode.js
/**
* Utilities for dealing with Unicode better than JS does.
*/
var Unicode = class Unicode {
	static MAX_RUNE = 1114111;
	static RUNE_ERROR = 65533;
	static isUnsearchable(r) {
		return r === Unicode.RUNE_ERROR || r >= Unicode.MIN_HIGH_SURROGATE && r <= Unicode.MAX_LOW_SURROGATE;
	}
	static MAX_ASCII = 127;
	static MAX_LATIN1 = 255;
	static MAX_BMP = 65535;
	static MIN_FOLD = 65;
	static MAX_FOLD = 125251;
	static MIN_HIGH_SURROGATE = 55296;
	static MAX_HIGH_SURROGATE = 56319;
	static MIN_LOW_SURROGATE = 56320;
	static MAX_LOW_SURROGATE = 57343;
	static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
	static is32(ranges, r) {
		let lo = 0;
		let hi = ranges.length;
		while (lo < hi) {
			const m = lo + Math.floor((hi - lo) / 2);
			const rlo = ranges.getLo(m);
			const rhi = ranges.getHi(m);
			if (rlo <= r && r <= rhi) {
				const stride = ranges.getStride(m);
				return (r - rlo) % stride === 0;
			}
			if (r < rlo) hi = m;
			else lo = m + 1;
		}
		return false;
	}
	static is(ranges, r) {
		if (r <= Unicode.MAX_LATIN1) {
			for (let i = 0; i < ranges.length; i++) {
				if (r > ranges.getHi(i)) continue;
				const rlo = ranges.getLo(i);
				if (r < rlo) return false;
				const stride = ranges.getStride(i);
				return (r - rlo) % stride === 0;
			}
			return false;
		}
		return ranges.length > 0 && r >= ranges.getLo(0) && Unicode.is32(ranges, r);
	}
	static isPrint(r) {
		if (r <= Unicode.MAX_LATIN1) return r >= 32 && r < Unicode.MAX_ASCII || r >= 161 && r !== 173;
		return Unicode.is(UnicodeTables.Print, r);
	}
	static simpleFold(r) {
		if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
		if (r <= Unicode.MAX_ASCII) {
			const l = Codepoint.toLowerCase(r);
			return l !== r ? l : Codepoint.toUpperCase(r);
		}
		return r;
	}
	static equalsIgnoreCase(r1, r2) {
		if (r1 === r2) return true;
		if (r1 < 0 || r2 < 0) return false;
		if (r1 <= Unicode.MAX_ASCII && r2 <= Unicode.MAX_ASCII) {
			if (65 <= r1 && r1 <= 90) r1 |= 32;
			if (65 <= r2 && r2 <= 90) r2 |= 32;
			return r1 === r2;
		}
		for (let r = Unicode.simpleFold(r1); r !== r1; r = Unicode.simpleFold(r)) if (r === r2) return true;
		return false;
	}
};
// src/exceptions.js
var RE2JSException = class extends Error {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSException";
	}
};
/**
* An exception thrown by the parser if the pattern was invalid.
*/
var RE2JSSyntaxException = class extends RE2JSException {
	/**
	* @param {string} error
	* @param {string|null} [input=null]
	*/
	constructor(error, input = null) {
		let message = `error parsing regexp: ${error}`;
		if (input) message += `: \`${input}\``;
		super(message);
		this.name = "RE2JSSyntaxException";
		this.message = message;
		/** @type {string} */
		this.error = error;
		/** @type {string|null} */
		this.input = input;
	}
	/**
	* Retrieves the description of the error.
	* @returns {string}
	*/
	getDescription() {
		return this.error;
	}
	/**
	* Retrieves the erroneous regular-expression pattern.
	* @returns {string|null}
	*/
	getPattern() {
		return this.input;
	}
};
/**
* An exception thrown by the compiler
*/
var RE2JSCompileException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSCompileException";
	}
};
/**
* An exception thrown by using groups
*/
var RE2JSGroupException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSGroupException";
	}
};
/**
* An exception thrown by flags
*/
var RE2JSFlagsException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSFlagsException";
	}
};
/**
* An exception thrown for internal engine errors, such as corrupted bytecodes.
*/
var RE2JSInternalException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSInternalException";
	}
};
// src/Utils.js
/**
* Size of the precomputed single-byte lookup table.
* Covers standard ASCII and Latin-1 characters for fast-path execution.
*/
const FAST_PATH_TABLE_SIZE = 256;
/**
* Precomputed lookup table for Word Boundary (\b, \B) assertions.
* * By precomputing the boolean results for standard ASCII word ranges
* ('a'-'z', 'A'-'Z', '0'-'9', '_'), we completely eliminate 4 logical
* branches from the NFA's hot execution loop. This prevents costly
* CPU branch mispredictions when scanning large strings.
*/
const WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
let cachedNativeEncoder = null;
let cachedNativeDecoder = null;
/**
* Various constants and helper utilities.
*/
var Utils = class Utils {
	static METACHARACTERS = "\\.+*?()|[]{}^$";
	static EMPTY_BEGIN_LINE = 1;
	static EMPTY_END_LINE = 2;
	static EMPTY_BEGIN_TEXT = 4;
	static EMPTY_END_TEXT = 8;
	static EMPTY_WORD_BOUNDARY = 16;
	static EMPTY_NO_WORD_BOUNDARY = 32;
	static EMPTY_ALL = -1;
	static emptyInts() {
		return [];
	}
	static isString(value) {
		return typeof value === "string" || Object.prototype.toString.call(value) === "[object String]";
	}
	static typeName(value) {
		if (value === null || typeof value !== "object" && typeof value !== "function") return value === null ? "null" : typeof value;
		return Object.prototype.toString.call(value).slice(8, -1);
	}
	static checkPattern(pattern) {
		if (!Utils.isString(pattern)) throw new TypeError(`The pattern must be a string, not ${Utils.typeName(pattern)} (RE2JS.translateRegExp() converts a RegExp)`);
	}
	static checkInput(input) {
		if (!Utils.isString(input) && !Utils.isByteArray(input)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils.typeName(input)}`);
	}
	static checkFlags(flags) {
		const known = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
		if (!Number.isInteger(flags) || (flags & ~known) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
	}
	static isByteArray(input) {
		return Array.isArray(input) || Object.prototype.toString.call(input) === "[object Uint8Array]";
	}
	static isalnum(c) {
		return Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["Z"];
	}
	static unhex(c) {
		if (Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"]) return c - Codepoint.CODES["0"];
		if (Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["f"]) return c - Codepoint.CODES["a"] + 10;
		if (Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["F"]) return c - Codepoint.CODES["A"] + 10;
		return -1;
	}
	static escapeRune(rune) {
		let out = "";
		if (Unicode.isPrint(rune)) {
			if (Utils.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
			out += String.fromCodePoint(rune);
		} else switch (rune) {
			case Codepoint.CODES["\""]:
				out += "\\\"";
				break;
			case Codepoint.CODES["\\"]:
				out += "\\\\";
				break;
			case Codepoint.CODES["	"]:
				out += "\\t";
				break;
			case Codepoint.CODES["\n"]:
				out += "\\n";
				break;
			case Codepoint.CODES["\r"]:
				out += "\\r";
				break;
			case Codepoint.CODES["\b"]:
				out += "\\b";
				break;
			case Codepoint.CODES["\f"]:
				out += "\\f";
				break;
			default: {
				let s = rune.toString(16);
				if (rune < 256) {
					out += "\\x";
					if (s.length === 1) out += "0";
					out += s;
				} else out += `\\x{${s}}`;
				break;
			}
		}
		return out;
	}
	static stringToRunes(str) {
		const string = String(str);
		const runes = [];
		let i = 0;
		while (i < string.length) {
			const cp = string.codePointAt(i);
			runes.push(cp);
			i += cp > Unicode.MAX_BMP ? 2 : 1;
		}
		return new Int32Array(runes);
	}
	static runeToString(r) {
		return String.fromCodePoint(r);
	}
	static isWordRune(r) {
		return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
	}
	static emptyOpContext(r1, r2) {
		let op = 0;
		if (r1 < 0) op |= Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		if (r1 === 10) op |= Utils.EMPTY_BEGIN_LINE;
		if (r2 < 0) op |= Utils.EMPTY_END_TEXT | Utils.EMPTY_END_LINE;
		if (r2 === 10) op |= Utils.EMPTY_END_LINE;
		if (Utils.isWordRune(r1) !== Utils.isWordRune(r2)) op |= Utils.EMPTY_WORD_BOUNDARY;
		else op |= Utils.EMPTY_NO_WORD_BOUNDARY;
		return op;
	}
	/**
	* Returns a string that quotes all regular expression metacharacters inside the argument text;
	* the returned string is a regular expression matching the literal text. For example,
	* {@code quoteMeta("[foo]").equals("\\[foo\\]")}.
	* @param {string} str
	* @returns {string}
	*/
	static quoteMeta(str) {
		return str.split("").map((s) => {
			if (Utils.METACHARACTERS.indexOf(s) >= 0) return `\\${s}`;
			return s;
		}).join("");
	}
	static charCount(codePoint) {
		return codePoint > Unicode.MAX_BMP ? 2 : 1;
	}
	/**
	* High-speed conversion from TypedArrays to standard JS Arrays.
	* Bypasses the expensive Symbol.iterator overhead of Array.from()
	*/
	static toArray(typedArray) {
		const len = typedArray.length;
		const res = new Array(len);
		for (let i = 0; i < len; i++) res[i] = typedArray[i];
		return res;
	}
	static stringToUtf8ByteArray(str) {
		if (globalThis.TextEncoder) {
			if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
			return cachedNativeEncoder.encode(str);
		} else {
			let out = [], p = 0;
			for (let i = 0; i < str.length; i++) {
				let c = str.charCodeAt(i);
				if (c < 128) out[p++] = c;
				else if (c < 2048) {
					out[p++] = c >> 6 | 192;
					out[p++] = c & 63 | 128;
				} else if ((c & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
					c = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c & 1023) << 10) + (str.charCodeAt(++i) & 1023);
					out[p++] = c >> 18 | 240;
					out[p++] = c >> 12 & 63 | 128;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				} else {
					out[p++] = c >> 12 | 224;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				}
			}
			return out;
		}
	}
	static utf8ByteArrayToString(bytes) {
		if (globalThis.TextDecoder) {
			if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
			const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
			return cachedNativeDecoder.decode(view);
		} else {
			let out = [], pos = 0, c = 0;
			while (pos < bytes.length) {
				let c1 = bytes[pos++];
				if (c1 < 128) out[c++] = String.fromCharCode(c1);
				else if (c1 > 191 && c1 < 224) {
					let c2 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 31) << 6 | c2 & 63);
				} else if (c1 > 239 && c1 < 365) {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					let c4 = bytes[pos++];
					let u = ((c1 & 7) << 18 | (c2 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
					out[c++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
					out[c++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
				} else {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 15) << 12 | (c2 & 63) << 6 | c3 & 63);
				}
			}
			return out.join("");
		}
	}
};
// src/helpers.js
const createEnum = (values = [], initNum = 0) => {
	const enumObject = Object.create(null);
	for (let i = 0; i < values.length; i++) {
		const val = values[i];
		const keyVal = initNum + i;
		enumObject[val] = keyVal;
		enumObject[keyVal] = val;
	}
	return Object.freeze(enumObject);
};
// src/MatcherInput.js
/**
* Abstract the representations of input text supplied to Matcher.
*/
var MatcherInputBase = class MatcherInputBase {
	static Encoding = createEnum(["UTF_16", "UTF_8"]);
	getEncoding() {
		throw Error("not implemented");
	}
	/** @returns {string} */
	asCharSequence() {
		throw Error("not implemented");
	}
	/** @returns {Uint8Array|number[]|null} */
	asBytes() {
		throw Error("not implemented");
	}
	/** @returns {number} */
	length() {
		throw Error("not implemented");
	}
	/**
	*
	* @returns {boolean}
	*/
	isUTF8Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_8;
	}
	/**
	*
	* @returns {boolean}
	*/
	isUTF16Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_16;
	}
};
var Utf8MatcherInput = class extends MatcherInputBase {
	/** @param {Uint8Array|number[]|null} bytes */
	constructor(bytes = null) {
		super();
		this.bytes = bytes;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_8;
	}
	/**
	*
	* @returns {string}
	*/
	asCharSequence() {
		return Utils.utf8ByteArrayToString(this.bytes);
	}
	/**
	*
	* @returns {Uint8Array|number[]|null}
	*/
	asBytes() {
		return this.bytes;
	}
	/**
	*
	* @returns {number}
	*/
	length() {
		return this.bytes.length;
	}
};
var Utf16MatcherInput = class extends MatcherInputBase {
	/** @param {string|null} charSequence */
	constructor(charSequence = null) {
		super();
		this.charSequence = charSequence;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_16;
	}
	/**
	*
	* @returns {string}
	*/
	asCharSequence() {
		return this.charSequence;
	}
	/**
	*
	* @returns {number[]}
	*/
	asBytes() {
		return Utils.stringToUtf8ByteArray(this.charSequence.toString());
	}
	/**
	*
	* @returns {number}
	*/
	length() {
		return this.charSequence.length;
	}
};
var MatcherInput = class {
	/**
	* Return the MatcherInput for UTF_16 encoding.
	* @returns {Utf16MatcherInput}
	*/
	static utf16(charSequence) {
		Utils.checkInput(charSequence);
		return new Utf16MatcherInput(charSequence);
	}
	/**
	* Return the MatcherInput for UTF_8 encoding.
	* @returns {Utf8MatcherInput}
	*/
	static utf8(input) {
		if (Utils.isByteArray(input)) return new Utf8MatcherInput(input);
		return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input));
	}
};
// src/MachineInput.js
/**
* MachineInput abstracts different representations of the input text supplied to the Machine. It
* provides one-character lookahead.
*/
var MachineInputBase = class {
	static EOF() {
		return -8;
	}
	constructor() {
		this.start = 0;
		this.end = 0;
	}
	canCheckPrefix() {
		return true;
	}
	endPos() {
		return this.end - this.start;
	}
	hasString() {
		return false;
	}
	hasAnyString() {
		return false;
	}
	prefixLength() {
		return 0;
	}
};
var MachineUTF8Input = class MachineUTF8Input extends MachineInputBase {
	static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
	constructor(bytes, start = 0, end = bytes.length) {
		super();
		this.bytes = bytes;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const target = prefilter.bytes;
		if (target.length === 0) return true;
		const idx = this.indexOf(this.bytes, target, this.start + pos);
		return idx !== -1 && idx <= this.end - target.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c = this.bytes[pos] & 255;
		if (c < 128) return c << 3 | 1;
		let size;
		let rune;
		let lo = 128;
		let hi = 191;
		if (c >= 194 && c <= 223) {
			size = 2;
			rune = c & 31;
		} else if (c >= 224 && c <= 239) {
			size = 3;
			rune = c & 15;
			if (c === 224) lo = 160;
			else if (c === 237) hi = 159;
		} else if (c >= 240 && c <= 244) {
			size = 4;
			rune = c & 7;
			if (c === 240) lo = 144;
			else if (c === 244) hi = 143;
		} else return MachineUTF8Input.RUNE_ERROR_STEP;
		if (pos + size > this.end) return MachineUTF8Input.RUNE_ERROR_STEP;
		const c1 = this.bytes[pos + 1] & 255;
		if (c1 < lo || c1 > hi) return MachineUTF8Input.RUNE_ERROR_STEP;
		rune = rune << 6 | c1 & 63;
		if (size > 2) {
			const c2 = this.bytes[pos + 2] & 255;
			if ((c2 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
			rune = rune << 6 | c2 & 63;
			if (size > 3) {
				const c3 = this.bytes[pos + 3] & 255;
				if ((c3 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
				rune = rune << 6 | c3 & 63;
			}
		}
		return rune << 3 | size;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
		return i < 0 ? i : i - pos;
	}
	context(pos) {
		pos += this.start;
		let r1 = -1;
		if (pos > this.start && pos <= this.end) {
			let start = pos - 1;
			r1 = this.bytes[start--];
			if (r1 >= 128) {
				let lim = pos - 4;
				if (lim < this.start) lim = this.start;
				while (start >= lim && (this.bytes[start] & 192) === 128) start--;
				if (start < this.start) start = this.start;
				const r = this.step(start - this.start);
				r1 = start + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
			}
		}
		const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	indexOf(source, target, fromIndex = 0) {
		let targetLength = target.length;
		if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
		const firstByte = target[0];
		let limit = this.end - targetLength;
		const hasNativeIndexOf = typeof source.indexOf === "function";
		let i = fromIndex;
		while (i <= limit) {
			if (hasNativeIndexOf) {
				i = source.indexOf(firstByte, i);
				if (i === -1 || i > limit) return -1;
			} else {
				while (i <= limit && source[i] !== firstByte) i++;
				if (i > limit) return -1;
			}
			let match = true;
			for (let j = 1; j < targetLength; j++) if (source[i + j] !== target[j]) {
				match = false;
				break;
			}
			if (match) return i;
			i++;
		}
		return -1;
	}
	prefixLength(re2) {
		return re2.prefixUTF8.length;
	}
};
var MachineUTF16Input = class extends MachineInputBase {
	constructor(charSequence, start = 0, end = charSequence.length) {
		super();
		this.charSequence = charSequence;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
		return idx !== -1 && idx <= this.end - prefilter.str.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c1 = this.charSequence.charCodeAt(pos);
		if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
		const c2 = this.charSequence.charCodeAt(pos + 1);
		if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
		return c1 << 3 | 1;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.charSequence.indexOf(re2.prefix, pos);
		if (i < 0 || i > this.end - re2.prefix.length) return -1;
		return i - pos;
	}
	context(pos) {
		pos += this.start;
		const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
		const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	prefixLength(re2) {
		return re2.prefix.length;
	}
};
var MachineInput = class {
	static fromUTF8(bytes, start = 0, end = bytes.length) {
		return new MachineUTF8Input(bytes, start, end);
	}
	static fromUTF16(charSequence, start = 0, end = void 0) {
		Utils.checkInput(charSequence);
		return new MachineUTF16Input(charSequence, start, end ?? charSequence.length);
	}
};
// src/Matcher.js
/**
* A stateful iterator that interprets a regex {@code RE2JS} on a specific input.
*
* Conceptually, a Matcher consists of four parts:
* <ol>
* <li>A compiled regular expression {@code RE2JS}, set at construction and fixed for the lifetime
* of the matcher.</li>
*
* <li>The remainder of the input string, set at construction or {@link #reset()} and advanced by
* each match operation such as {@link #find}, {@link #matches} or {@link #lookingAt}.</li>
*
* <li>The current match information, accessible via {@link #start}, {@link #end}, and
* {@link #group}, and updated by each match operation.</li>
*
* <li>The append position, used and advanced by {@link #appendReplacement} and {@link #appendTail}
* if performing a search and replace from the input to an external {@code StringBuffer}.
*
* </ol>
*
*
* @author rsc@google.com (Russ Cox)
*/
var Matcher = class Matcher {
	/**
	* V8 and WebKit have historical hard limits on the number of arguments
	* that can be passed to a function. We cap replacer arguments to prevent
	* Call Stack Overflow (DoS) vulnerabilities on massive ASTs.
	*/
	static MAX_REPLACER_ARGS = 65535;
	/**
	* Quotes '\' and '$' in {@code s}, so that the returned string could be used in
	* {@link #appendReplacement} as a literal replacement of {@code s}.
	*
	* @param {string} str the string to be quoted
	* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
	* @returns {string} the quoted string
	*/
	static quoteReplacement(str, javaMode = false) {
		if (javaMode) {
			if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
			return str.split("").map((s) => {
				const c = s.codePointAt(0);
				if (c === Codepoint.CODES["\\"] || c === Codepoint.CODES["$"]) return `\\${s}`;
				return s;
			}).join("");
		}
		if (str.indexOf("$") < 0) return str;
		return str.split("").map((s) => {
			if (s.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
			return s;
		}).join("");
	}
	/**
	*
	* @param {import('./index.js').RE2JS} pattern
	* @param {string|number[]|Uint8Array|MatcherInputBase} input
	*/
	constructor(pattern, input) {
		if (pattern === null) throw new Error("pattern is null");
		/**
		* The pattern being matched.
		* @type {import('./index.js').RE2JS}
		*/
		this.patternInput = pattern;
		const re2 = this.patternInput.re2();
		/** @type {number} */
		this.patternGroupCount = re2.numberOfCapturingGroups();
		/** @type {number[]} */
		this.groups = [];
		/** @type {Record<string, number>} */
		this.namedGroups = re2.namedGroups;
		/** @type {boolean} */
		this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
		/** @type {number} */
		this.numberOfInstructions = re2.numberOfInstructions();
		/** @type {import('./Machine.js').LookbehindState|null} */
		this.lookbehindState = null;
		if (input instanceof MatcherInputBase) this.resetMatcherInput(input);
		else if (Utils.isByteArray(input)) this.resetMatcherInput(MatcherInput.utf8(input));
		else this.resetMatcherInput(MatcherInput.utf16(input));
	}
	/**
	* Returns the {@code RE2JS} associated with this {@code Matcher}.
	* @returns {import('./index.js').RE2JS}
	*/
	pattern() {
		return this.patternInput;
	}
	/**
	* Resets the {@code Matcher}, rewinding input and discarding any match information.
	*
	* @returns {Matcher} the {@code Matcher} itself, for chained method calls
	*/
	reset() {
		/** @type {number} */
		this.matcherInputLength = this.matcherInput.length();
		/** @type {number} */
		this.appendPos = 0;
		this.hasMatch = false;
		this.hasGroups = false;
		this.anchorFlag = 0;
		return this;
	}
	/**
	* Resets the {@code Matcher} and changes the input.
	* @param {string|number[]|Uint8Array|MatcherInputBase} input
	* @returns {Matcher} the {@code Matcher} itself, for chained method calls
	*/
	resetMatcherInput(input) {
		if (input === null) throw new Error("input is null");
		if (!(input instanceof MatcherInputBase)) {
			if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
			else input = MatcherInput.utf16(input);
		}
		this.matcherInput = input;
		if (this.lookbehindState !== null) this.lookbehindState.reset();
		else this.lookbehindState = this.patternInput.re2().createLookbehindState();
		this.reset();
		return this;
	}
	/**
	* Returns the start of the named group of the most recent match, or -1 if the group was not
	* matched.
	* @param {string|number} [group=0]
	* @returns {number}
	*/
	start(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group];
	}
	/**
	* Returns the end of the named group of the most recent match, or -1 if the group was not
	* matched.
	* @param {string|number} [group=0]
	* @returns {number}
	*/
	end(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group + 1];
	}
	/**
	* Returns the program size of this pattern.
	*
	* <p>
	* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
	* "cost". Larger numbers are more expensive than smaller numbers.
	* </p>
	*
	* @returns {number} the program size of this pattern
	*/
	programSize() {
		return this.numberOfInstructions;
	}
	/**
	* Returns the named group of the most recent match, or {@code null} if the group was not matched.
	* @param {string|number} [group=0]
	* @returns {string|null}
	*/
	group(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		const start = this.start(group);
		const end = this.end(group);
		if (start < 0 && end < 0) return null;
		return this.substring(start, end);
	}
	/**
	* Returns a dictionary map of all named capturing groups and their matched values.
	* If a group was not matched, its value will be `null`.
	* @returns {Record<string, string|null>}
	*/
	getNamedGroups() {
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		const result = Object.create(null);
		for (const name of Object.keys(this.namedGroups)) result[name] = this.group(name);
		return result;
	}
	/**
	* Returns the number of subgroups in this pattern.
	*
	* @returns {number} the number of subgroups; the overall match (group 0) does not count
	*/
	groupCount() {
		return this.patternGroupCount;
	}
	/**
	* Helper: finds subgroup information if needed for group.
	* @param {number} group
	* @private
	*/
	loadGroup(group) {
		if (!Number.isInteger(group) || group < 0 || group > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group}`);
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		if (group === 0 || this.hasGroups) return;
		const end = this.matcherInputLength;
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
		if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
		this.groups = res[1];
		this.hasGroups = true;
	}
	/**
	* Matches the entire input against the pattern (anchored start and end). If there is a match,
	* {@code matches} sets the match state to describe it.
	*
	* @returns {boolean} true if the entire input matches the pattern
	*/
	matches() {
		return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
	}
	/**
	* Matches the beginning of input against the pattern (anchored start). If there is a match,
	* {@code lookingAt} sets the match state to describe it.
	*
	* @returns {boolean} true if the beginning of the input matches the pattern
	*/
	lookingAt() {
		return this.genMatch(0, RE2Flags.ANCHOR_START);
	}
	/**
	* Matches the input against the pattern (unanchored), starting at a specified position. If there
	* is a match, {@code find} sets the match state to describe it.
	*
	* @param {number|null} [start=null] the input position where the search begins
	* @returns {boolean} if it finds a match
	* @throws IndexOutOfBoundsException if start is not a valid input position
	*/
	find(start = null) {
		if (start !== null) {
			if (!Number.isInteger(start) || start < 0 || start > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start}`);
			this.reset();
			return this.genMatch(start, 0);
		}
		start = 0;
		if (this.hasMatch) {
			start = this.groups[1];
			if (this.groups[0] === this.groups[1]) {
				const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start);
				if (r < 0) start++;
				else start += r & 7;
			}
		}
		return this.genMatch(start, RE2Flags.UNANCHORED);
	}
	/**
	* Helper: does match starting at start, with RE2 anchor flag.
	* @param {number} startByte
	* @param {number} anchor
	* @returns {boolean}
	* @private
	*/
	genMatch(startByte, anchor) {
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
		if (!res[0]) {
			this.hasMatch = false;
			return false;
		}
		this.groups = res[1];
		this.hasMatch = true;
		this.hasGroups = this.patternGroupCount === 0;
		this.anchorFlag = anchor;
		return true;
	}
	/**
	* Helper: return substring for [start, end).
	* @param {number} start
	* @param {number} end
	* @returns {string}
	*/
	substring(start, end) {
		if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start, end));
		return this.matcherInput.asCharSequence().substring(start, end).toString();
	}
	/**
	* Helper for Pattern: return input length.
	* @returns {number}
	*/
	inputLength() {
		return this.matcherInputLength;
	}
	/**
	* Appends to result two strings: the text from the append position up to the beginning of the
	* most recent match, and then the replacement with submatch groups substituted for references to
	* them. It advances the append position to where the most recent match ended.
	*
	* By default the replacement is expanded as by String.prototype.replace (see
	* appendReplacementInternalJs). In Java mode it follows re2j / java.util.regex: $n takes as
	* many digits as still form a valid group number, ${name} is a named group, and a backslash
	* escapes the next character (so "\\$" in a JS string literal inserts a literal $).
	*
	* @param {string} replacement the replacement string
	* @param {boolean} [javaMode=false] activate java mode (different behaviour for capture groups and special characters)
	* @returns {string}
	* @throws IllegalStateException if there was no most recent match
	* @throws IndexOutOfBoundsException in Java mode, if replacement refers to an invalid group
	* @private
	*/
	appendReplacement(replacement, javaMode = false) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
		return res;
	}
	/**
	* @param {string} replacement - the replacement string
	* @returns {string}
	* @private
	*/
	appendReplacementInternalJava(replacement) {
		let res = "";
		let last = 0;
		const m = replacement.length;
		let i = 0;
		while (i < m) {
			const cCode = replacement.codePointAt(i);
			if (cCode === Codepoint.CODES["\\"]) {
				if (last < i) res += replacement.substring(last, i);
				i++;
				if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
				last = i;
				i++;
				continue;
			}
			if (cCode === Codepoint.CODES["$"]) {
				if (last < i) res += replacement.substring(last, i);
				if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
				const nextCode = replacement.codePointAt(i + 1);
				if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
					let n = nextCode - Codepoint.CODES["0"];
					let j = i + 2;
					for (; j < m; j++) {
						const digit = replacement.codePointAt(j);
						if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
						n = n * 10 + digit - Codepoint.CODES["0"];
					}
					if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
					const group = this.group(n);
					if (group !== null) res += group;
					i = j;
					last = i;
				} else if (nextCode === Codepoint.CODES["{"]) {
					let j = i + 2;
					while (j < m && replacement.codePointAt(j) !== Codepoint.CODES["}"]) j++;
					if (j >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
					const groupName = replacement.substring(i + 2, j);
					const groupVal = this.group(groupName);
					if (groupVal !== null) res += groupVal;
					i = j + 1;
					last = i;
				} else throw new RE2JSGroupException("Illegal group reference");
				continue;
			}
			i++;
		}
		if (last < m) res += replacement.substring(last, m);
		return res;
	}
	/**
	* Expands |replacement| for the current match by the rules of String.prototype.replace
	* (ECMAScript GetSubstitution): $$ is "$", $& the match, $` the text before it, $' the text
	* after it, $n and $nn a group (two digits only when they form a valid group number, so with
	* one group "$10" is group 1 then "0"; an unmatched group is empty), and $<name> a named group
	* (empty when no such group), only when the pattern has named groups. Anything else, such as
	* "$0" or "$<" without a closing ">", is kept as is.
	* @param {string} replacement - the replacement string
	* @returns {string}
	* @private
	*/
	appendReplacementInternalJs(replacement) {
		const isDigit = (c) => c >= 48 && c <= 57;
		const groupCount = this.patternGroupCount;
		let res = "";
		let i = 0;
		while (i < replacement.length) {
			const dollar = replacement.indexOf("$", i);
			if (dollar < 0) break;
			res += replacement.substring(i, dollar);
			i = dollar;
			const c = replacement.charCodeAt(i + 1);
			if (c === Codepoint.CODES["$"]) {
				res += "$";
				i += 2;
			} else if (c === Codepoint.CODES["&"]) {
				res += this.group(0);
				i += 2;
			} else if (c === Codepoint.CODES["`"]) {
				res += this.substring(0, this.start(0));
				i += 2;
			} else if (c === Codepoint.CODES["'"]) {
				res += this.substring(this.end(0), this.matcherInputLength);
				i += 2;
			} else if (isDigit(c)) {
				let digits = 1;
				let index = c - 48;
				const c2 = replacement.charCodeAt(i + 2);
				if (isDigit(c2) && index * 10 + c2 - 48 <= groupCount) {
					digits = 2;
					index = index * 10 + c2 - 48;
				}
				if (index >= 1 && index <= groupCount) {
					const group = this.group(index);
					if (group !== null) res += group;
				} else res += replacement.substring(i, i + 1 + digits);
				i += 1 + digits;
			} else if (c === Codepoint.CODES["<"] && this.hasNamedGroups) {
				const gt = replacement.indexOf(">", i + 2);
				if (gt < 0) {
					res += "$<";
					i += 2;
				} else {
					const name = replacement.substring(i + 2, gt);
					if (Object.hasOwn(this.namedGroups, name)) {
						const group = this.group(name);
						if (group !== null) res += group;
					}
					i = gt + 1;
				}
			} else {
				res += "$";
				i += 1;
			}
		}
		return res + replacement.substring(i);
	}
	/**
	* Return the substring of the input from the append position to the end of the
	* input.
	* @returns {string}
	*/
	appendTail() {
		return this.substring(this.appendPos, this.matcherInputLength);
	}
	/**
	* Returns the input with all matches replaced by {@code replacement}, interpreted as for
	* {@code appendReplacement}.
	*
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string} the input string with the matches replaced
	* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
	*/
	replaceAll(replacement, javaMode = false) {
		return this.replace(replacement, true, javaMode);
	}
	/**
	* Returns the input with the first match replaced by {@code replacement}, interpreted as for
	* {@code appendReplacement}.
	*
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string} the input string with the first match replaced
	* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
	*/
	replaceFirst(replacement, javaMode = false) {
		return this.replace(replacement, false, javaMode);
	}
	/**
	* Helper: replaceAll/replaceFirst hybrid.
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [all=true] - replace all matches
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string}
	* @private
	*/
	replace(replacement, all = true, javaMode = false) {
		let res = "";
		this.reset();
		const isFunc = typeof replacement === "function";
		let originalInput = null;
		if (isFunc) {
			if (this.groupCount() >= Matcher.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
			originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
		}
		while (this.find()) {
			res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
			if (!all) break;
		}
		res += this.appendTail();
		return res;
	}
	/**
	* Evaluates a replacer function for the current match and appends the result,
	* along with any un-matched preceding text, advancing the append position.
	* @param {Function} replacer - the replacer function
	* @param {string|Uint8Array|number[]} originalInput - the cached original input reference
	* @returns {string} the evaluated string to append
	* @private
	*/
	appendReplacementFunc(replacer, originalInput) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		/** @type {unknown[]} */
		const args = this.matchArray();
		args.push(s, originalInput);
		if (this.hasNamedGroups) args.push(this.namedGroupsObject());
		res += String(replacer(...args));
		return res;
	}
	/**
	* The match and its groups, as the elements of a JS RegExpExecArray: undefined for a group that
	* did not take part in the match. Used by exec(), matchAll() and replacer functions.
	* @returns {Array<string|undefined>}
	* @private
	*/
	matchArray() {
		const result = [this.group(0)];
		for (let i = 1; i <= this.patternGroupCount; i++) {
			const group = this.group(i);
			result.push(group === null ? void 0 : group);
		}
		return result;
	}
	/**
	* The named groups, as the groups property of a JS RegExpExecArray: an object without a
	* prototype mapping each name to its group (undefined when it did not take part in the match),
	* or undefined when the pattern has no named groups.
	* @returns {Record<string, string|undefined>|undefined}
	* @private
	*/
	namedGroupsObject() {
		if (!this.hasNamedGroups) return;
		const result = this.getNamedGroups();
		for (const name in result) if (result[name] === null) result[name] = void 0;
		return result;
	}
};
// src/Inst.js
/**
* A single instruction in the regular expression virtual machine.
*
* @see http://swtch.com/~rsc/regexp/regexp2.html
*/
var Inst = class Inst {
	static ALT = 1;
	static ALT_MATCH = 2;
	static CAPTURE = 3;
	static EMPTY_WIDTH = 4;
	static FAIL = 5;
	static MATCH = 6;
	static NOP = 7;
	static RUNE = 8;
	static RUNE1 = 9;
	static RUNE_ANY = 10;
	static RUNE_ANY_NOT_NL = 11;
	static LB_WRITE = 12;
	static LB_CHECK = 13;
	static isRuneOp(op) {
		return Inst.RUNE <= op && op <= Inst.RUNE_ANY_NOT_NL;
	}
	static escapeRunes(runes) {
		let out = "\"";
		for (let rune of runes) out += Utils.escapeRune(rune);
		out += "\"";
		return out;
	}
	constructor(op) {
		this.op = op;
		this.out = 0;
		this.arg = 0;
		/** @type {Int32Array} */
		this.runes = /* @__PURE__ */ new Int32Array(0);
		/** @type {Uint32Array | number[] | null} */
		this.next = null;
	}
	matchRune(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
			return r === r0;
		}
		const len = this.runes.length;
		if (len === 0) return false;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return false;
				if (r <= this.runes[j + 1]) return true;
			}
			return false;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1];
	}
	matchRunePos(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
			return r === r0 ? 0 : -1;
		}
		const len = this.runes.length;
		if (len === 0) return -1;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return -1;
				if (r <= this.runes[j + 1]) return Math.floor(j / 2);
			}
			return -1;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		switch (this.op) {
			case Inst.ALT: return `alt -> ${this.out}, ${this.arg}`;
			case Inst.ALT_MATCH: return `altmatch -> ${this.out}, ${this.arg}`;
			case Inst.CAPTURE: return `cap ${this.arg} -> ${this.out}`;
			case Inst.EMPTY_WIDTH: return `empty ${this.arg} -> ${this.out}`;
			case Inst.MATCH: return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
			case Inst.FAIL: return "fail";
			case Inst.NOP: return `nop -> ${this.out}`;
			case Inst.LB_WRITE: return `lbwrite ${this.arg} -> ${this.out}`;
			case Inst.LB_CHECK: return `lbcheck ${this.arg} -> ${this.out}`;
			case Inst.RUNE:
				if (this.runes === null) return "rune <null>";
				return [
					"rune ",
					Inst.escapeRunes(this.runes),
					(this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
					" -> ",
					this.out
				].join("");
			case Inst.RUNE1: return `rune1 ${Inst.escapeRunes(this.runes)} -> ${this.out}`;
			case Inst.RUNE_ANY: return `any -> ${this.out}`;
			case Inst.RUNE_ANY_NOT_NL: return `anynotnl -> ${this.out}`;
			default: throw new Error("unhandled case in Inst.toString");
		}
	}
};
// src/Machine.js
var Queue = class Queue {
	constructor(numInst) {
		this.sparse = new Int32Array(numInst);
		this.densePcs = new Int32Array(numInst);
		this.denseCaps = null;
		this.size = 0;
		this.ncap = 0;
		this.mainThreads = 0;
	}
	static INITIAL_THREADS = 32;
	init(ncap) {
		this.ncap = ncap;
		const needed = Math.min(this.densePcs.length, Queue.INITIAL_THREADS) * ncap;
		if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
	}
	growCaps(needed) {
		const limit = this.densePcs.length * this.ncap;
		const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
		grown.set(this.denseCaps);
		this.denseCaps = grown;
	}
	contains(pc) {
		const j = this.sparse[pc];
		return j < this.size && this.densePcs[j] === pc;
	}
	isEmpty() {
		return this.size === 0;
	}
	add(pc) {
		const j = this.size++;
		this.sparse[pc] = j;
		this.densePcs[j] = pc;
		return j;
	}
	clear() {
		this.size = 0;
		this.mainThreads = 0;
	}
	toString() {
		let out = "{";
		for (let i = 0; i < this.size; i++) {
			if (i !== 0) out += ", ";
			out += this.densePcs[i];
		}
		out += "}";
		return out;
	}
};
var LookbehindState = class {
	constructor(prog) {
		this.pos = -1;
		this.pcs = new Int32Array(prog.numInst());
		this.size = 0;
		this.lbTable = new Int32Array(prog.numLb + 1);
	}
	reset() {
		this.pos = -1;
		this.size = 0;
	}
};
var Machine = class Machine {
	static fromRE2(re2) {
		const m = new Machine();
		m.prog = re2.prog;
		m.re2 = re2;
		m.q0 = new Queue(m.prog.numInst());
		m.q1 = new Queue(m.prog.numInst());
		m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
		m.matched = false;
		m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
		m.ncap = 0;
		return m;
	}
	constructor() {
		this.prog = null;
		this.re2 = null;
		this.q0 = null;
		this.q1 = null;
		this.addStack = null;
		this.matched = false;
		this.matchcap = null;
		this.ncap = 0;
		this.lbTable = null;
	}
	init(ncap) {
		this.ncap = ncap;
		if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1);
		this.q0.init(ncap);
		this.q1.init(ncap);
		if (this.prog.numLb > 0) {
			if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
			this.lbTable.fill(-1);
		}
	}
	submatches() {
		if (this.ncap === 0) return Utils.emptyInts();
		return Utils.toArray(this.matchcap.subarray(0, this.ncap));
	}
	match(input, pos, anchor, lbState = null) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return false;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		this.matched = false;
		this.matchcap.fill(-1);
		const hasLookbehinds = this.prog.numLb > 0;
		const matchStartPos = pos;
		let currentPos = pos;
		let resumeLookbehinds = false;
		if (hasLookbehinds) {
			if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
				currentPos = lbState.pos;
				resumeLookbehinds = true;
			} else currentPos = 0;
		}
		let saveLookbehinds = hasLookbehinds && lbState !== null;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag;
		if (currentPos === 0) flag = Utils.emptyOpContext(-1, rune);
		else flag = input.context(currentPos);
		if (hasLookbehinds) {
			if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag);
			else this.spawnLookbehinds(runq, currentPos, flag);
		}
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
				if (this.matched) break;
				if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input.canCheckPrefix()) {
					const advance = input.index(this.re2, currentPos);
					if (advance < 0) break;
					currentPos += advance;
					r = input.step(currentPos);
					rune = r >> 3;
					width = r & 7;
					r = input.step(currentPos + width);
					rune1 = r >> 3;
					width1 = r & 7;
					flag = input.context(currentPos);
				}
			}
			if (currentPos >= matchStartPos) {
				if (saveLookbehinds) {
					this.saveLookbehinds(lbState, runq, currentPos);
					saveLookbehinds = false;
				}
				if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
					if (this.ncap > 0) this.matchcap[0] = currentPos;
					this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
				}
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			this.step(runq, nextq, currentPos, nextPos, rune, flag, anchor, currentPos === input.endPos());
			if (width === 0) break;
			if (this.ncap === 0 && this.matched) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		runq.clear();
		nextq.clear();
		return this.matched;
	}
	matchSet(input, pos, anchor) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return [];
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		let currentPos = this.prog.numLb > 0 ? 0 : pos;
		let matchStartPos = pos;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(currentPos);
		const matches = /* @__PURE__ */ new Set();
		if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag);
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
			}
			if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
				if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			for (let j = 0; j < runq.size; j++) {
				const pc = runq.densePcs[j];
				const i = this.prog.inst[pc];
				const capOffset = j * this.ncap;
				let add = false;
				switch (i.op) {
					case Inst.MATCH:
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input.endPos()) break;
						matches.add(i.arg);
						break;
					case Inst.RUNE:
						add = i.matchRune(rune);
						break;
					case Inst.RUNE1:
						add = rune === i.runes[0];
						break;
					case Inst.RUNE_ANY:
						add = true;
						break;
					case Inst.RUNE_ANY_NOT_NL:
						add = rune !== 10;
						break;
					default: continue;
				}
				if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag);
			}
			runq.clear();
			if (width === 0) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		nextq.clear();
		return Array.from(matches).sort((a, b) => a - b);
	}
	step(runq, nextq, pos, nextPos, c, nextCond, anchor, atEnd) {
		const longest = this.re2.longest;
		for (let j = 0; j < runq.size; j++) {
			const pc = runq.densePcs[j];
			const capOffset = j * this.ncap;
			if (longest && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
			const i = this.prog.inst[pc];
			let add = false;
			switch (i.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
					if (this.ncap > 0 && (!longest || !this.matched || this.matchcap[1] < pos)) {
						runq.denseCaps[capOffset + 1] = pos;
						for (let k = 0; k < this.ncap; k++) this.matchcap[k] = runq.denseCaps[capOffset + k];
					}
					if (!longest) runq.size = 0;
					this.matched = true;
					break;
				case Inst.RUNE:
					add = i.matchRune(c);
					break;
				case Inst.RUNE1:
					add = c === i.runes[0];
					break;
				case Inst.RUNE_ANY:
					add = true;
					break;
				case Inst.RUNE_ANY_NOT_NL:
					add = c !== 10;
					break;
				default: continue;
			}
			if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
		}
		runq.clear();
	}
	spawnLookbehinds(q, pos, flag) {
		for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag);
	}
	restoreLookbehinds(lbState, q, flag) {
		this.lbTable.set(lbState.lbTable);
		for (let j = 0; j < lbState.size; j++) this.add(q, lbState.pcs[j], lbState.pos, this.matchcap, 0, flag);
	}
	saveLookbehinds(lbState, q, pos) {
		let size = 0;
		for (let j = 0; j < q.size; j++) {
			const pc = q.densePcs[j];
			if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
		}
		lbState.size = size;
		lbState.pos = pos;
		lbState.lbTable.set(this.lbTable);
	}
	add(q, pc, pos, capArray, capOffset, cond) {
		const stk = this.addStack;
		let nstk = 0;
		for (;;) {
			while (pc !== 0 && !q.contains(pc)) {
				const d = q.add(pc);
				const inst = this.prog.inst[pc];
				switch (inst.op) {
					case Inst.FAIL:
						pc = 0;
						break;
					case Inst.ALT:
					case Inst.ALT_MATCH:
						stk[nstk++] = inst.arg;
						stk[nstk++] = 0;
						pc = inst.out;
						break;
					case Inst.EMPTY_WIDTH:
						pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
						break;
					case Inst.NOP:
						pc = inst.out;
						break;
					case Inst.CAPTURE:
						if (inst.arg < this.ncap) {
							stk[nstk++] = -inst.arg - 1;
							stk[nstk++] = capArray[capOffset + inst.arg];
							capArray[capOffset + inst.arg] = pos;
						}
						pc = inst.out;
						break;
					case Inst.LB_WRITE:
						this.lbTable[Math.abs(inst.arg)] = pos;
						pc = inst.out;
						break;
					case Inst.LB_CHECK:
						if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
						else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
						break;
					case Inst.MATCH:
					case Inst.RUNE:
					case Inst.RUNE1:
					case Inst.RUNE_ANY:
					case Inst.RUNE_ANY_NOT_NL:
						if (this.prog.lbInst[pc] === 0) q.mainThreads++;
						if (this.ncap > 0) {
							const destOffset = d * this.ncap;
							if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
							for (let c = 0; c < this.ncap; c++) q.denseCaps[destOffset + c] = capArray[capOffset + c];
						}
						pc = 0;
						break;
					default: throw new RE2JSInternalException("unhandled");
				}
			}
			if (nstk === 0) return;
			nstk -= 2;
			const entry = stk[nstk];
			if (entry < 0) {
				capArray[capOffset - entry - 1] = stk[nstk + 1];
				pc = 0;
			} else pc = entry;
		}
	}
};
// src/DFA.js
const hashState = (pcs, flag, ids) => {
	let h = -2128831035;
	for (let i = 0; i < pcs.length; i++) {
		h ^= pcs[i];
		h = Math.imul(h, 16777619);
	}
	h ^= flag;
	h = Math.imul(h, 16777619);
	for (let i = 0; i < ids.length; i++) {
		h ^= ids[i];
		h = Math.imul(h, 16777619);
	}
	return h;
};
const arraysEqual = (a, b) => {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
};
const isState = (state, pcs, flag, ids) => state.flag === flag && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
const NO_IDS = [];
const END_TEXT = -1;
var DFAState = class {
	constructor(nfaStates, flag, matchIDs) {
		this.nfaStates = nfaStates;
		this.flag = flag;
		this.isMatch = (flag & DFA.FLAG_MATCH) !== 0;
		this.matchIDs = matchIDs;
		this.next = null;
		this.nextAnchored = null;
	}
};
var DFA = class DFA {
	static FLAG_EMPTY_MASK = 255;
	static FLAG_MATCH = 256;
	static FLAG_LAST_WORD = 512;
	static FLAG_NEED_SHIFT = 16;
	static STATE_OVERHEAD = 150;
	static ARRAY_OVERHEAD = 40;
	static ELEMENT_SIZE = 8;
	static TABLE_OVERHEAD = 48;
	static PROGRESS_PER_STATE = 10;
	constructor(prog, maxMem = 8388608) {
		this.prog = prog;
		this.maxMem = maxMem;
		this.stateCache = /* @__PURE__ */ new Map();
		this.stateCount = 0;
		this.startStates = /* @__PURE__ */ new Map();
		this.failed = false;
		for (let pc = 0; pc < prog.numInst(); pc++) {
			const op = prog.getInst(pc).op;
			if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
				this.failed = true;
				break;
			}
		}
		this.computeRuneClasses();
		this.stateBudget = maxMem;
		this.memBudget = maxMem;
	}
	computeRuneClasses() {
		const bounds = /* @__PURE__ */ new Set();
		const addRange = (lo, hi) => {
			bounds.add(lo);
			bounds.add(hi + 1);
		};
		for (let pc = 0; pc < this.prog.numInst(); pc++) {
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.RUNE:
				case Inst.RUNE1:
					if (inst.runes.length === 1) {
						addRange(inst.runes[0], inst.runes[0]);
						if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f = Unicode.simpleFold(inst.runes[0]); f !== inst.runes[0]; f = Unicode.simpleFold(f)) addRange(f, f);
					} else for (let j = 0; j < inst.runes.length; j += 2) addRange(inst.runes[j], inst.runes[j + 1]);
					break;
				case Inst.RUNE_ANY_NOT_NL:
					addRange(10, 10);
					break;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
					if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
						addRange(48, 57);
						addRange(65, 90);
						addRange(95, 95);
						addRange(97, 122);
					}
			}
		}
		bounds.delete(0);
		this.classBounds = Int32Array.from(bounds).sort();
		this.numClasses = this.classBounds.length + 1;
		const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
		for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
		this.latin1Class = latin1Class;
	}
	runeClass(r) {
		if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
		return this.searchClass(r);
	}
	searchClass(r) {
		const bounds = this.classBounds;
		let lo = 0;
		let hi = bounds.length;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			if (bounds[mid] <= r) lo = mid + 1;
			else hi = mid;
		}
		return lo;
	}
	closure(pcs, flag) {
		const closure = /* @__PURE__ */ new Set();
		const stack = Array.from(pcs);
		let needflags = 0;
		while (stack.length > 0) {
			const pc = stack.pop();
			if (pc === 0 || closure.has(pc)) continue;
			closure.add(pc);
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					stack.push(inst.out);
					stack.push(inst.arg);
					break;
				case Inst.NOP:
				case Inst.CAPTURE:
					stack.push(inst.out);
					break;
				case Inst.EMPTY_WIDTH:
					needflags |= inst.arg;
					if ((inst.arg & ~flag) === 0) stack.push(inst.out);
			}
		}
		return {
			pcs: Array.from(closure).sort((a, b) => a - b),
			needflags
		};
	}
	getState(pcs, flag, ids) {
		const hash = hashState(pcs, flag, ids);
		const cached = this.stateCache.get(hash);
		if (cached instanceof DFAState) {
			if (isState(cached, pcs, flag, ids)) return cached;
		} else if (cached !== void 0) {
			for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag, ids)) return cached[i];
		}
		const cost = DFA.stateCost(pcs, ids);
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const state = new DFAState(pcs, flag, ids);
		if (cached === void 0) this.stateCache.set(hash, state);
		else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
		else cached.push(state);
		this.stateCount++;
		return state;
	}
	static stateCost(pcs, ids) {
		const idsCost = ids.length === 0 ? 0 : DFA.ARRAY_OVERHEAD + DFA.ELEMENT_SIZE * ids.length;
		return DFA.STATE_OVERHEAD + DFA.ELEMENT_SIZE * pcs.length + idsCost;
	}
	*cachedStates() {
		for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
		else yield* cached;
	}
	makeState(pcs, flag, ids) {
		const closure = this.closure(pcs, flag & DFA.FLAG_EMPTY_MASK);
		let stateFlag = flag;
		if (closure.needflags === 0) stateFlag &= DFA.FLAG_MATCH;
		stateFlag |= closure.needflags << DFA.FLAG_NEED_SHIFT;
		return this.getState(closure.pcs, stateFlag, ids);
	}
	allocTable(state, anchor) {
		const size = this.numClasses + 1;
		const cost = DFA.TABLE_OVERHEAD + DFA.ELEMENT_SIZE * size;
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const table = new Array(size).fill(null);
		if (anchor === RE2Flags.UNANCHORED) state.next = table;
		else state.nextAnchored = table;
		return table;
	}
	clearCache() {
		this.stateCache.clear();
		this.stateCount = 0;
		this.startStates.clear();
		this.memBudget = this.stateBudget;
	}
	resetCache(current) {
		this.clearCache();
		return this.getState(current.nfaStates, current.flag, current.matchIDs);
	}
	step(state, cls, rune, anchor) {
		let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
		if (table !== null) {
			const cached = table[cls];
			if (cached !== null) return cached;
		} else {
			table = this.allocTable(state, anchor);
			if (table === null) return null;
		}
		const needflag = state.flag >>> DFA.FLAG_NEED_SHIFT;
		const oldbeforeflag = state.flag & DFA.FLAG_EMPTY_MASK;
		let beforeflag = oldbeforeflag;
		let afterflag = 0;
		if (rune === 10) {
			beforeflag |= Utils.EMPTY_END_LINE;
			afterflag |= Utils.EMPTY_BEGIN_LINE;
		}
		if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
		const islastword = (state.flag & DFA.FLAG_LAST_WORD) !== 0;
		const isword = rune !== END_TEXT && Utils.isWordRune(rune);
		beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
		let pcs = state.nfaStates;
		if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
		const nextPCs = [];
		let ismatch = false;
		let ids = NO_IDS;
		for (let i = 0; i < pcs.length; i++) {
			const inst = this.prog.getInst(pcs[i]);
			if (inst.op === Inst.MATCH) {
				if (!ismatch) {
					ismatch = true;
					ids = [];
				}
				ids.push(inst.arg);
			} else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
		}
		if (ids.length > 1) ids.sort((a, b) => a - b);
		if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
		let flag = afterflag;
		if (ismatch) flag |= DFA.FLAG_MATCH;
		if (isword) flag |= DFA.FLAG_LAST_WORD;
		const nextState = this.makeState(nextPCs, flag, ids);
		if (nextState === null) return null;
		table[cls] = nextState;
		return nextState;
	}
	start(input, pos) {
		const context = input.context(pos);
		let flags;
		if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
		else {
			const r = input.step(pos);
			const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
			flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA.FLAG_LAST_WORD : 0;
		}
		let state = this.startStates.get(flags);
		if (state === void 0) {
			state = this.makeState([this.prog.start], flags, NO_IDS);
			if (state === null) {
				this.clearCache();
				state = this.makeState([this.prog.start], flags, NO_IDS);
				if (state === null) return null;
			}
			this.startStates.set(flags, state);
		}
		return state;
	}
	stepOrReset(state, cls, rune, anchor, pos, search) {
		let next = this.step(state, cls, rune, anchor);
		if (next !== null) return next;
		if (search.resetPos >= 0 && pos - search.resetPos < DFA.PROGRESS_PER_STATE * this.stateCount) return null;
		search.resetPos = pos;
		const restored = this.resetCache(state);
		if (restored === null) return null;
		next = this.step(restored, cls, rune, anchor);
		return next;
	}
	run(input, pos, anchor, state, onMatch) {
		const endPos = input.endPos();
		const latin1Class = this.latin1Class;
		const unanchored = anchor === RE2Flags.UNANCHORED;
		const search = { resetPos: -1 };
		let i = pos;
		while (i < endPos) {
			const r = input.step(i);
			const rune = r >> 3;
			const width = r & 7;
			if (width === 0) break;
			const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
			let next = unanchored && state.next !== null ? state.next[cls] : null;
			if (next === null) {
				next = this.stepOrReset(state, cls, rune, anchor, i, search);
				if (next === null) return null;
			}
			state = next;
			if (state.isMatch && onMatch(state, false)) return true;
			if (!unanchored && state.nfaStates.length === 0) return false;
			i += width;
		}
		state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
		if (state === null) return null;
		return state.isMatch && onMatch(state, true);
	}
	match(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		const startState = this.start(input, pos);
		if (startState === null) return null;
		return this.run(input, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
	}
	matchSet(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		const startState = this.start(input, pos);
		if (startState === null) return null;
		const matches = /* @__PURE__ */ new Set();
		const collect = (state, atEnd) => {
			if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k = 0; k < state.matchIDs.length; k++) matches.add(state.matchIDs[k]);
			return false;
		};
		if (this.run(input, pos, anchor, startState, collect) === null) return null;
		return Array.from(matches).sort((a, b) => a - b);
	}
};
// src/Backtracker.js
const VISITED_BITS = 32;
const MAX_BACKTRACK_PROG = 500;
const INITIAL_JOB_CAPACITY = 256;
const MAX_BACKTRACK_VECTOR = 262144;
var BitState = class {
	constructor() {
		this.end = 0;
		this.cap = /* @__PURE__ */ new Int32Array(0);
		this.matchcap = /* @__PURE__ */ new Int32Array(0);
		this.ncap = 0;
		this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
		this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobLen = 0;
		this.visited = /* @__PURE__ */ new Uint32Array(0);
	}
	reset(prog, end, ncap) {
		this.end = end;
		this.jobLen = 0;
		this.ncap = ncap;
		const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
		if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
		else this.visited.fill(0, 0, visitedSize);
		if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
		else this.cap.fill(-1, 0, ncap);
		if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1, 0, ncap);
	}
	shouldVisit(pc, pos) {
		const n = pc * (this.end + 1) + pos;
		const idx = n >>> 5;
		const mask = 1 << (n & 31);
		if ((this.visited[idx] & mask) !== 0) return false;
		this.visited[idx] |= mask;
		return true;
	}
	push(re2, pc, pos, arg) {
		if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
			if (this.jobLen >= this.jobPc.length) {
				const newSize = this.jobPc.length * 2;
				const newPc = new Int32Array(newSize);
				newPc.set(this.jobPc);
				this.jobPc = newPc;
				const newArg = new Uint8Array(newSize);
				newArg.set(this.jobArg);
				this.jobArg = newArg;
				const newPos = new Int32Array(newSize);
				newPos.set(this.jobPos);
				this.jobPos = newPos;
			}
			this.jobPc[this.jobLen] = pc;
			this.jobArg[this.jobLen] = arg ? 1 : 0;
			this.jobPos[this.jobLen] = pos;
			this.jobLen++;
		}
	}
	tryBacktrack(re2, input, pc, pos, anchor) {
		const longest = re2.longest;
		this.push(re2, pc, pos, false);
		while (this.jobLen > 0) {
			this.jobLen--;
			let currentPc = this.jobPc[this.jobLen];
			let arg = this.jobArg[this.jobLen] === 1;
			let currentPos = this.jobPos[this.jobLen];
			let skipShouldVisit = true;
			while (true) {
				if (!skipShouldVisit) {
					if (!this.shouldVisit(currentPc, currentPos)) break;
				}
				skipShouldVisit = false;
				const inst = re2.prog.getInst(currentPc);
				switch (inst.op) {
					case Inst.FAIL: break;
					case Inst.ALT: if (arg) {
						arg = false;
						currentPc = inst.arg;
						continue;
					} else {
						this.push(re2, currentPc, currentPos, true);
						currentPc = inst.out;
						continue;
					}
					case Inst.ALT_MATCH: {
						const outInst = re2.prog.getInst(inst.out);
						if (Inst.isRuneOp(outInst.op)) {
							this.push(re2, inst.arg, currentPos, false);
							currentPc = inst.arg;
							currentPos = this.end;
							continue;
						}
						this.push(re2, inst.out, this.end, false);
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (!inst.matchRune(r >> 3)) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE1: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 !== inst.runes[0]) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY_NOT_NL: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 === 10) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.CAPTURE: if (arg) {
						this.cap[inst.arg] = currentPos;
						break;
					} else {
						if (inst.arg < this.ncap) {
							this.push(re2, currentPc, this.cap[inst.arg], true);
							this.cap[inst.arg] = currentPos;
						}
						currentPc = inst.out;
						continue;
					}
					case Inst.EMPTY_WIDTH: {
						const flag = input.context(currentPos);
						if ((inst.arg & ~flag) !== 0) break;
						currentPc = inst.out;
						continue;
					}
					case Inst.NOP:
						currentPc = inst.out;
						continue;
					case Inst.MATCH: {
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
						if (this.ncap === 0) return true;
						if (this.ncap > 1) this.cap[1] = currentPos;
						const old = this.matchcap[1];
						if (old === -1 || longest && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
						if (!longest) return true;
						if (currentPos === this.end) return true;
						break;
					}
					case Inst.LB_WRITE:
					case Inst.LB_CHECK: throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
					default: throw new RE2JSInternalException("bad inst");
				}
				break;
			}
		}
		return longest && this.matchcap.length > 1 && this.matchcap[1] >= 0;
	}
};
const bitStatePool = [];
var Backtracker = class Backtracker {
	static shouldBacktrack(prog) {
		return prog.numInst() <= MAX_BACKTRACK_PROG;
	}
	static maxBitStateLen(prog) {
		if (!Backtracker.shouldBacktrack(prog)) return 0;
		return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
	}
	static execute(re2, input, pos, anchor, ncap) {
		const startCond = re2.cond;
		if (startCond === Utils.EMPTY_ALL) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
		const b = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
		const end = input.endPos();
		b.reset(re2.prog, end, ncap);
		let matched = false;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
			if (b.ncap > 0) b.cap[0] = pos;
			if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) matched = true;
		} else {
			let width = -1;
			for (; pos <= end && width !== 0; pos += width) {
				if (re2.prefix.length > 0) {
					const advance = input.index(re2, pos);
					if (advance < 0) break;
					pos += advance;
				}
				if (b.ncap > 0) b.cap[0] = pos;
				if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) {
					matched = true;
					break;
				}
				const r = input.step(pos);
				width = r === MachineInputBase.EOF() ? 0 : r & 7;
			}
		}
		if (!matched) {
			bitStatePool.push(b);
			return null;
		}
		const result = ncap === 0 ? [] : Utils.toArray(b.matchcap.subarray(0, ncap));
		bitStatePool.push(b);
		return result;
	}
};
// src/OnePass.js
var QueueOnePass = class {
	constructor(size) {
		this.sparse = new Uint32Array(size);
		this.dense = new Uint32Array(size);
		this.size = 0;
		this.nextIndex = 0;
	}
	empty() {
		return this.nextIndex >= this.size;
	}
	next() {
		return this.dense[this.nextIndex++];
	}
	clear() {
		this.size = 0;
		this.nextIndex = 0;
	}
	contains(u) {
		return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
	}
	insert(u) {
		if (!this.contains(u)) this.insertNew(u);
	}
	insertNew(u) {
		if (u >= this.sparse.length) return;
		this.sparse[u] = this.size;
		this.dense[this.size] = u;
		this.size++;
	}
};
const mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
	const leftLen = leftRunes.length;
	const rightLen = rightRunes.length;
	let lx = 0, rx = 0;
	const merged = [];
	const next = [];
	let ok = true;
	let ix = -1;
	const extend = (isLeft) => {
		const newArray = isLeft ? leftRunes : rightRunes;
		const low = isLeft ? lx : rx;
		const pc = isLeft ? leftPC : rightPC;
		if (ix > 0 && newArray[low] <= merged[ix]) return false;
		merged.push(newArray[low], newArray[low + 1]);
		if (isLeft) lx += 2;
		else rx += 2;
		ix += 2;
		next.push(pc);
		return true;
	};
	while (lx < leftLen || rx < rightLen) {
		if (rx >= rightLen) ok = extend(true);
		else if (lx >= leftLen) ok = extend(false);
		else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
		else ok = extend(true);
		if (!ok) return null;
	}
	return {
		merged,
		next
	};
};
var OnePassProg = class {
	constructor(prog) {
		this.start = prog.start;
		this.numCap = prog.numCap;
		this.inst = new Array(prog.inst.length);
		for (let i = 0; i < prog.inst.length; i++) {
			const orig = prog.inst[i];
			const inst = new Inst(orig.op);
			inst.out = orig.out;
			inst.arg = orig.arg;
			inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
			inst.next = null;
			this.inst[i] = inst;
		}
	}
};
const onePassCopy = (prog) => {
	const p = new OnePassProg(prog);
	for (let pc = 0; pc < p.inst.length; pc++) {
		const inst = p.inst[pc];
		if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
		let pAOther = "out";
		let pAAlt = "arg";
		let instAlt = p.inst[inst[pAAlt]];
		if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
			pAOther = "arg";
			pAAlt = "out";
			instAlt = p.inst[inst[pAAlt]];
			if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
		}
		const instOther = p.inst[inst[pAOther]];
		if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
		let pBAlt = "out";
		let pBOther = "arg";
		let patch = false;
		if (instAlt.out === pc) patch = true;
		else if (instAlt.arg === pc) {
			patch = true;
			pBAlt = "arg";
			pBOther = "out";
		}
		if (patch) instAlt[pBAlt] = inst[pAOther];
		if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
	}
	return p;
};
const makeOnePass = (p) => {
	if (p.inst.length >= 1e3) return null;
	const instQueue = new QueueOnePass(p.inst.length);
	const visitQueue = new QueueOnePass(p.inst.length);
	const onePassRunes = new Array(p.inst.length);
	const m = new Array(p.inst.length).fill(false);
	const check = (pc) => {
		let ok = true;
		const inst = p.inst[pc];
		if (visitQueue.contains(pc)) return true;
		visitQueue.insert(pc);
		switch (inst.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH: {
				ok = check(inst.out) && check(inst.arg);
				let matchOut = m[inst.out];
				let matchArg = m[inst.arg];
				if (matchOut && matchArg) return false;
				if (matchArg) {
					const tempOut = inst.out;
					inst.out = inst.arg;
					inst.arg = tempOut;
					const tempMatch = matchOut;
					matchOut = matchArg;
					matchArg = tempMatch;
				}
				if (matchOut) {
					m[pc] = true;
					inst.op = Inst.ALT_MATCH;
				}
				const leftRunes = onePassRunes[inst.out] || [];
				const rightRunes = onePassRunes[inst.arg] || [];
				const mergeRes = mergeRuneSets(leftRunes, rightRunes, inst.out, inst.arg);
				if (!mergeRes) return false;
				onePassRunes[pc] = new Int32Array(mergeRes.merged);
				inst.next = new Uint32Array(mergeRes.next);
				break;
			}
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
				ok = check(inst.out);
				m[pc] = m[inst.out];
				onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
				break;
			case Inst.MATCH:
			case Inst.FAIL:
				m[pc] = inst.op === Inst.MATCH;
				break;
			case Inst.RUNE: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				if (!inst.runes || inst.runes.length === 0) {
					onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
					inst.next = new Uint32Array([inst.out]);
					break;
				}
				let runes = [];
				if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else for (let j = 0; j < inst.runes.length; j++) runes.push(inst.runes[j]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE1: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				let runes = [];
				if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else runes.push(inst.runes[0], inst.runes[0]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE_ANY:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
				inst.next = new Uint32Array([inst.out]);
				break;
			case Inst.RUNE_ANY_NOT_NL:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([
					0,
					9,
					11,
					Unicode.MAX_RUNE
				]);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
		}
		return ok;
	};
	instQueue.clear();
	instQueue.insert(p.start);
	while (!instQueue.empty()) {
		visitQueue.clear();
		if (!check(instQueue.next())) return null;
	}
	for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
	return p;
};
const cleanupOnePass = (p, original) => {
	for (let ix = 0; ix < original.inst.length; ix++) {
		const instOriginal = original.inst[ix];
		switch (instOriginal.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH:
			case Inst.RUNE: break;
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
			case Inst.MATCH:
			case Inst.FAIL:
				p.inst[ix].next = null;
				break;
			case Inst.RUNE1:
			case Inst.RUNE_ANY:
			case Inst.RUNE_ANY_NOT_NL:
				p.inst[ix].next = null;
				p.inst[ix].op = instOriginal.op;
				p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
		}
	}
};
var OnePass = class OnePass {
	static compile(prog) {
		if (prog.start === 0) return null;
		if (prog.numLb > 0) return null;
		const startInst = prog.inst[prog.start];
		if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
		let hasAlt = false;
		for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
			hasAlt = true;
			break;
		}
		for (let i = 0; i < prog.inst.length; i++) {
			const inst = prog.inst[i];
			const opOut = prog.inst[inst.out].op;
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
					break;
				case Inst.EMPTY_WIDTH:
					if (opOut === Inst.MATCH) {
						if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
						return null;
					}
					break;
				default: if (opOut === Inst.MATCH && hasAlt) return null;
			}
		}
		let p = onePassCopy(prog);
		p = makeOnePass(p);
		if (p !== null) cleanupOnePass(p, prog);
		return p;
	}
	static next(inst, r) {
		const nextIdx = inst.matchRunePos(r);
		if (nextIdx >= 0) return inst.next[nextIdx];
		if (inst.op === Inst.ALT_MATCH) return inst.out;
		return 0;
	}
	static execute(re2, input, pos, anchor, ncap) {
		const onepass = re2.onepass;
		if (!onepass) return null;
		const matchcap = new Int32Array(ncap).fill(-1);
		let matched = false;
		let r = input.step(pos);
		let rune = r >> 3;
		let width = r & 7;
		let r1 = MachineInputBase.EOF();
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r1 = input.step(pos + width);
			if (r1 !== MachineInputBase.EOF()) {
				rune1 = r1 >> 3;
				width1 = r1 & 7;
			}
		}
		let flag = pos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(pos);
		let pc = onepass.start;
		let inst;
		while (true) {
			inst = onepass.inst[pc];
			pc = inst.out;
			switch (inst.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input.endPos()) return null;
					matched = true;
					if (matchcap.length > 0) {
						matchcap[0] = 0;
						matchcap[1] = pos;
					}
					return ncap === 0 ? [] : Utils.toArray(matchcap);
				case Inst.RUNE:
					if (!inst.matchRune(rune)) return null;
					break;
				case Inst.RUNE1:
					if (rune !== inst.runes[0]) return null;
					break;
				case Inst.RUNE_ANY: break;
				case Inst.RUNE_ANY_NOT_NL:
					if (rune === 10) return null;
					break;
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pc = OnePass.next(inst, rune);
					continue;
				case Inst.FAIL: return null;
				case Inst.NOP: continue;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & ~flag) !== 0) return null;
					continue;
				case Inst.CAPTURE:
					if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
					continue;
				default: throw new RE2JSInternalException("bad inst");
			}
			if (width === 0) break;
			flag = Utils.emptyOpContext(rune, rune1);
			pos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r1 = input.step(pos + width);
				if (r1 !== MachineInputBase.EOF()) {
					rune1 = r1 >> 3;
					width1 = r1 & 7;
				} else {
					rune1 = -1;
					width1 = 0;
				}
			}
		}
		if (!matched) return null;
		return ncap === 0 ? [] : Utils.toArray(matchcap);
	}
};
// src/Regexp.js
/**
* Regular expression abstract syntax tree. Produced by parser, used by compiler. NB, this
* corresponds to {@code syntax.regexp} in the Go implementation; Go's {@code regexp} is called
* {@code RE2} in Java.
*/
var Regexp = class Regexp {
	static Op = createEnum([
		"NO_MATCH",
		"EMPTY_MATCH",
		"LITERAL",
		"CHAR_CLASS",
		"ANY_CHAR_NOT_NL",
		"ANY_CHAR",
		"BEGIN_LINE",
		"END_LINE",
		"BEGIN_TEXT",
		"END_TEXT",
		"WORD_BOUNDARY",
		"NO_WORD_BOUNDARY",
		"CAPTURE",
		"STAR",
		"PLUS",
		"QUEST",
		"REPEAT",
		"CONCAT",
		"ALTERNATE",
		"PLB",
		"NLB",
		"LEFT_PAREN",
		"VERTICAL_BAR"
	]);
	static isPseudoOp(op) {
		return op >= Regexp.Op.LEFT_PAREN;
	}
	static emptySubs() {
		return [];
	}
	static quoteIfHyphen(rune) {
		if (rune === Codepoint.CODES["-"]) return "\\";
		return "";
	}
	static fromRegexp(re) {
		const regex = new Regexp(re.op);
		regex.flags = re.flags;
		regex.subs = re.subs;
		regex.runes = re.runes;
		regex.cap = re.cap;
		regex.min = re.min;
		regex.max = re.max;
		regex.name = re.name;
		regex.namedGroups = re.namedGroups;
		regex.lb = re.lb;
		return regex;
	}
	constructor(op) {
		this.op = op;
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.min = 0;
		this.max = 0;
		this.cap = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	reinit() {
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.cap = 0;
		this.min = 0;
		this.max = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	toString() {
		return this.appendTo();
	}
	appendTo() {
		let out = "";
		switch (this.op) {
			case Regexp.Op.NO_MATCH:
				out += "[^\\x00-\\x{10FFFF}]";
				break;
			case Regexp.Op.EMPTY_MATCH:
				out += "(?:)";
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
			case Regexp.Op.REPEAT: {
				const sub = this.subs[0];
				if (sub.op > Regexp.Op.CAPTURE || sub.op === Regexp.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				switch (this.op) {
					case Regexp.Op.STAR:
						out += "*";
						break;
					case Regexp.Op.PLUS:
						out += "+";
						break;
					case Regexp.Op.QUEST:
						out += "?";
						break;
					case Regexp.Op.REPEAT:
						out += `{${this.min}`;
						if (this.min !== this.max) {
							out += ",";
							if (this.max >= 0) out += this.max;
						}
						out += "}";
				}
				if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
				break;
			}
			case Regexp.Op.CONCAT:
				for (let sub of this.subs) if (sub.op === Regexp.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				break;
			case Regexp.Op.ALTERNATE: {
				let sep = "";
				for (let sub of this.subs) {
					out += sep;
					sep = "|";
					out += sub.appendTo();
				}
				break;
			}
			case Regexp.Op.LITERAL:
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
				for (let rune of this.runes) out += Utils.escapeRune(rune);
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
				break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				out += "(?-s:.)";
				break;
			case Regexp.Op.ANY_CHAR:
				out += "(?s:.)";
				break;
			case Regexp.Op.PLB:
				out += `(?<=${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.NLB:
				out += `(?<!${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.CAPTURE:
				if (this.name === null || this.name.length === 0) out += "(";
				else out += `(?P<${this.name}>`;
				if (this.subs[0].op !== Regexp.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
				out += ")";
				break;
			case Regexp.Op.BEGIN_TEXT:
				out += "\\A";
				break;
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
				else out += "\\z";
				break;
			case Regexp.Op.BEGIN_LINE:
				out += "^";
				break;
			case Regexp.Op.END_LINE:
				out += "$";
				break;
			case Regexp.Op.WORD_BOUNDARY:
				out += "\\b";
				break;
			case Regexp.Op.NO_WORD_BOUNDARY:
				out += "\\B";
				break;
			case Regexp.Op.CHAR_CLASS:
				if (this.runes.length % 2 !== 0) {
					out += "[invalid char class]";
					break;
				}
				out += "[";
				if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
				else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
					out += "^";
					for (let i = 1; i < this.runes.length - 1; i += 2) {
						const lo = this.runes[i] + 1;
						const hi = this.runes[i + 1] - 1;
						out += Regexp.quoteIfHyphen(lo);
						out += Utils.escapeRune(lo);
						if (lo !== hi) {
							out += "-";
							out += Regexp.quoteIfHyphen(hi);
							out += Utils.escapeRune(hi);
						}
					}
				} else for (let i = 0; i < this.runes.length; i += 2) {
					const lo = this.runes[i];
					const hi = this.runes[i + 1];
					out += Regexp.quoteIfHyphen(lo);
					out += Utils.escapeRune(lo);
					if (lo !== hi) {
						out += "-";
						out += Regexp.quoteIfHyphen(hi);
						out += Utils.escapeRune(hi);
					}
				}
				out += "]";
				break;
			default: out += this.op;
		}
		return out;
	}
	maxCap() {
		let m = 0;
		if (this.op === Regexp.Op.CAPTURE) m = this.cap;
		if (this.subs !== null) for (let sub of this.subs) {
			const n = sub.maxCap();
			if (m < n) m = n;
		}
		return m;
	}
	equals(that) {
		if (!(that !== null && that instanceof Regexp)) return false;
		if (this.op !== that.op) return false;
		switch (this.op) {
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
				break;
			case Regexp.Op.LITERAL:
			case Regexp.Op.CHAR_CLASS:
				if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
				if (this.runes === null && that.runes === null) break;
				if (this.runes === null || that.runes === null) return false;
				if (this.runes.length !== that.runes.length) return false;
				for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
				break;
			case Regexp.Op.ALTERNATE:
			case Regexp.Op.CONCAT:
				if (this.subs.length !== that.subs.length) return false;
				for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.REPEAT:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.CAPTURE:
				if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
		}
		return true;
	}
};
// src/RegexpWalker.js
/**
* Walks a Regexp tree without recursion, visiting nodes in the same order a recursive walk
* would (RE2: re2/walker-inl.h, "Helper class for traversing Regexps without recursion").
*
* The handler sees a node without subexpressions once, through `leaf(re)`, which returns its
* result. Any other node is seen up to three times:
* - `enter(re)` before its children. It returns the state kept for `re` while its children are
*   visited; a state whose `result` is already set skips the children.
* - `child(re, state, result, i)` after child `i` produced `result`. Setting `state.result`
*   stops visiting the remaining children.
* - `leave(re, state)` after the last child; it returns the result for `re`.
*
* Counted repetitions expand into one nesting level per copy, so the simplified tree can be
* thousands of levels deep; recursion over it would overflow the JS stack, which has no fixed
* relation to the parser's nesting limit. This walk keeps its frames on the heap instead.
*/
var RegexpWalker = class {
	static walk(root, handler) {
		const stack = [];
		let re = root;
		let result;
		for (;;) {
			if (re.subs.length === 0) result = handler.leaf(re);
			else {
				const state = handler.enter(re);
				if (state.result === void 0) {
					stack.push({
						re,
						state,
						i: 0
					});
					re = re.subs[0];
					continue;
				}
				result = state.result;
			}
			for (;;) {
				if (stack.length === 0) return result;
				const frame = stack[stack.length - 1];
				handler.child(frame.re, frame.state, result, frame.i);
				frame.i++;
				if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
					re = frame.re.subs[frame.i];
					break;
				}
				stack.pop();
				result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
			}
		}
	}
};
// src/Prefilter.js
var AhoCorasick = class {
	constructor(words, alphabetSize) {
		const edges = /* @__PURE__ */ new Map();
		const parent = [0];
		const unit = [0];
		const depth = [0];
		const terminal = [0];
		for (const word of words) {
			let node = 0;
			for (let i = 0; i < word.length; i++) {
				const key = node * alphabetSize + word[i];
				let child = edges.get(key);
				if (child === void 0) {
					child = parent.length;
					edges.set(key, child);
					parent.push(node);
					unit.push(word[i]);
					depth.push(depth[node] + 1);
					terminal.push(0);
				}
				node = child;
			}
			terminal[node] = 1;
		}
		const numNodes = parent.length;
		const children = new Int32Array(numNodes - 1);
		for (let c = 1; c < numNodes; c++) children[c - 1] = c;
		children.sort((a, b) => parent[a] - parent[b] || unit[a] - unit[b]);
		const childStart = new Int32Array(numNodes + 1);
		for (let c = 1; c < numNodes; c++) childStart[parent[c] + 1]++;
		for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
		const childUnit = new Int32Array(numNodes - 1);
		for (let k = 0; k < children.length; k++) childUnit[k] = unit[children[k]];
		this.childStart = childStart;
		this.childUnit = childUnit;
		this.childNode = children;
		const byDepth = new Int32Array(numNodes);
		for (let n = 0; n < numNodes; n++) byDepth[n] = n;
		byDepth.sort((a, b) => depth[a] - depth[b]);
		const fail = new Int32Array(numNodes);
		const match = Uint8Array.from(terminal);
		for (let k = 1; k < numNodes; k++) {
			const c = byDepth[k];
			const p = parent[c];
			if (p !== 0) {
				let f = fail[p];
				let next = this.next(f, unit[c]);
				while (next < 0 && f !== 0) {
					f = fail[f];
					next = this.next(f, unit[c]);
				}
				fail[c] = next >= 0 ? next : 0;
			}
			match[c] |= match[fail[c]];
		}
		this.fail = fail;
		this.match = match;
	}
	next(node, u) {
		let lo = this.childStart[node];
		let hi = this.childStart[node + 1];
		const units = this.childUnit;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			const m = units[mid];
			if (m === u) return this.childNode[mid];
			if (m < u) lo = mid + 1;
			else hi = mid;
		}
		return -1;
	}
	advance(node, u) {
		for (;;) {
			const next = this.next(node, u);
			if (next >= 0) return next;
			if (node === 0) return 0;
			node = this.fail[node];
		}
	}
	searchUTF16(charSeq, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, charSeq.charCodeAt(i));
			if (this.match[node] === 1) return true;
		}
		return false;
	}
	searchUTF8(bytes, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, bytes[i]);
			if (this.match[node] === 1) return true;
		}
		return false;
	}
};
var Prefilter = class Prefilter {
	static Type = {
		NONE: 0,
		EXACT: 1,
		AND: 2,
		OR: 3
	};
	static MAX_SCANS = 32;
	static MAX_AC_UNITS = 1 << 18;
	constructor(type) {
		this.type = type;
		this.subs = [];
		this.str = "";
		this.bytes = null;
		this.cost = type === Prefilter.Type.EXACT ? 1 : 0;
		this.allExact = false;
		this.ac16 = null;
		this.ac8 = null;
	}
	automaton16() {
		if (this.ac16 === null) {
			const words = this.subs.map((s) => {
				const arr = new Array(s.str.length);
				for (let i = 0; i < s.str.length; i++) arr[i] = s.str.charCodeAt(i);
				return arr;
			});
			this.ac16 = new AhoCorasick(words, 65536);
		}
		return this.ac16;
	}
	automaton8() {
		if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s) => s.bytes), 256);
		return this.ac8;
	}
	eval(input, pos) {
		switch (this.type) {
			case Prefilter.Type.NONE: return true;
			case Prefilter.Type.EXACT: return input.hasString(this, pos);
			case Prefilter.Type.AND:
				for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input, pos)) return false;
				return true;
			case Prefilter.Type.OR:
				if (this.allExact) return input.hasAnyString(this, pos);
				for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input, pos)) return true;
				return false;
			default: return true;
		}
	}
};
var PrefilterTree = class PrefilterTree {
	static build(re) {
		if (!re) return new Prefilter(Prefilter.Type.NONE);
		return RegexpWalker.walk(re, PrefilterTree.WALKER);
	}
	static WALKER = {
		leaf: (re) => PrefilterTree.leaf(re),
		enter: (re) => PrefilterTree.enter(re),
		child: (re, state, result) => PrefilterTree.child(re, state, result),
		leave: (re, state) => PrefilterTree.leave(re, state)
	};
	static leaf(re) {
		if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
		if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
		let str = "";
		for (let i = 0; i < re.runes.length; i++) {
			if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
			str += String.fromCodePoint(re.runes[i]);
		}
		const pf = new Prefilter(Prefilter.Type.EXACT);
		pf.str = str;
		pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
		return pf;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.CAPTURE:
			case Regexp.Op.PLUS: return { sub: null };
			case Regexp.Op.REPEAT:
				if (re.min >= 1) return { sub: null };
				return { result: new Prefilter(Prefilter.Type.NONE) };
			case Regexp.Op.CONCAT: return {
				pf: new Prefilter(Prefilter.Type.AND),
				subs: []
			};
			case Regexp.Op.ALTERNATE: return {
				pf: new Prefilter(Prefilter.Type.OR),
				subs: []
			};
			default: return { result: new Prefilter(Prefilter.Type.NONE) };
		}
	}
	static child(re, state, s) {
		if (state.subs === void 0) {
			state.sub = s;
			return;
		}
		if (state.pf.type === Prefilter.Type.AND) {
			if (s.type === Prefilter.Type.NONE) return;
			if (s.type === Prefilter.Type.AND) {
				for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
				return;
			}
			state.subs.push(s);
			return;
		}
		if (s.type === Prefilter.Type.NONE) {
			state.result = new Prefilter(Prefilter.Type.NONE);
			return;
		}
		if (s.type === Prefilter.Type.OR) {
			for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
			return;
		}
		state.subs.push(s);
	}
	static leave(re, state) {
		if (state.subs === void 0) return state.sub;
		const pf = state.pf;
		const seen = /* @__PURE__ */ new Set();
		const subs = [];
		for (const sub of state.subs) {
			if (sub.type === Prefilter.Type.EXACT) {
				if (seen.has(sub.str)) continue;
				seen.add(sub.str);
			}
			subs.push(sub);
		}
		if (pf.type === Prefilter.Type.AND) {
			const kept = [];
			let cost = 0;
			for (const sub of subs) {
				if (cost + sub.cost > Prefilter.MAX_SCANS) continue;
				kept.push(sub);
				cost += sub.cost;
			}
			if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
			if (kept.length === 1) return kept[0];
			pf.subs = kept;
			pf.cost = cost;
			return pf;
		}
		if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
		if (subs.length === 1) return subs[0];
		pf.subs = subs;
		let allExact = true;
		let cost = 0;
		let units = 0;
		for (const sub of subs) {
			if (sub.type !== Prefilter.Type.EXACT) allExact = false;
			else units += sub.bytes.length;
			cost += sub.cost;
		}
		if (allExact) {
			if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
			pf.allExact = true;
			pf.cost = 1;
			return pf;
		}
		if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
		pf.cost = cost;
		return pf;
	}
};
// src/Prog.js
/**
* A list of instruction pointers waiting to be patched.
* Tracks both `head` and `tail` to allow O(1) appending during compilation.
* * Values are encoded integers, not standard memory pointers:
* - Program instruction index: `l >> 1`
* - Patch `.out` field if: `(l & 1) === 0`
* - Patch `.arg` field if: `(l & 1) === 1`
* - `0` denotes an empty list.
* * @see https://swtch.com/~rsc/regexp/regexp1.html
*/
var PatchList = class {
	/**
	* @param {number} head - Encoded pointer to the start of the patch list.
	* @param {number} tail - Encoded pointer to the end of the patch list.
	*/
	constructor(head = 0, tail = 0) {
		this.head = head;
		this.tail = tail;
	}
};
/**
* A Prog is a compiled regular expression program.
*/
var Prog = class {
	constructor() {
		this.inst = [];
		this.start = 0;
		this.numCap = 2;
		this.lbStarts = [];
		this.numLb = 0;
		this.lbInst = null;
	}
	getInst(pc) {
		return this.inst[pc];
	}
	numInst() {
		return this.inst.length;
	}
	addInst(op) {
		this.inst.push(new Inst(op));
	}
	markLookbehindInsts() {
		const lbInst = new Uint8Array(this.inst.length);
		const pending = this.lbStarts.slice();
		while (pending.length > 0) {
			const pc = pending.pop();
			if (pc === 0 || lbInst[pc] === 1) continue;
			lbInst[pc] = 1;
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pending.push(i.out, i.arg);
					break;
				case Inst.MATCH:
				case Inst.FAIL: break;
				default: pending.push(i.out);
			}
		}
		this.lbInst = lbInst;
	}
	skipNop(pc) {
		let i = this.inst[pc];
		while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
			i = this.inst[pc];
			pc = i.out;
		}
		return i;
	}
	/** @returns {[boolean, string]} */
	prefix() {
		let prefix = "";
		let i = this.skipNop(this.start);
		if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix];
		while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
			prefix += String.fromCodePoint(i.runes[0]);
			i = this.skipNop(i.out);
		}
		return [i.op === Inst.MATCH, prefix];
	}
	startCond() {
		let flag = 0;
		let pc = this.start;
		loop: for (;;) {
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.EMPTY_WIDTH:
					flag |= i.arg;
					break;
				case Inst.FAIL: return -1;
				case Inst.CAPTURE:
				case Inst.NOP: break;
				default: break loop;
			}
			pc = i.out;
		}
		return flag;
	}
	patch(l, val) {
		let head = l.head;
		while (head !== 0) {
			const i = this.inst[head >> 1];
			if ((head & 1) === 0) {
				head = i.out;
				i.out = val;
			} else {
				head = i.arg;
				i.arg = val;
			}
		}
	}
	append(l1, l2) {
		if (l1.head === 0) return l2;
		if (l2.head === 0) return l1;
		const i = this.inst[l1.tail >> 1];
		if ((l1.tail & 1) === 0) i.out = l2.head;
		else i.arg = l2.head;
		return new PatchList(l1.head, l2.tail);
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		let out = "";
		for (let pc = 0; pc < this.inst.length; pc++) {
			const len = out.length;
			out += pc;
			if (pc === this.start) out += "*";
			out += "        ".substring(out.length - len);
			out += this.inst[pc];
			out += "\n";
		}
		return out;
	}
};
// src/Compiler.js
const ANY_RUNE_NOT_NL = new Int32Array([
	0,
	Codepoint.CODES["\n"] - 1,
	Codepoint.CODES["\n"] + 1,
	Unicode.MAX_RUNE
]);
const ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
/**
* A fragment of a compiled regular expression program.
*
* @see http://swtch.com/~rsc/regexp/regexp1.html
* @class
*/
var Frag = class {
	constructor(i = 0, out = new PatchList(), nullable = false) {
		this.i = i;
		this.out = out;
		this.nullable = nullable;
	}
};
/**
* Compiler from {@code Regexp} (RE2 abstract syntax) to {@code RE2} (compiled regular expression).
*
* The only entry point is {@link #compileRegexp}.
*/
var Compiler = class Compiler {
	static compileRegexp(re) {
		const c = new Compiler();
		const f = c.compile(re);
		c.prog.patch(f.out, c.newInst(Inst.MATCH).i);
		c.prog.start = f.i;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	static compileSet(regexps) {
		const c = new Compiler();
		if (regexps.length === 0) {
			c.prog.start = c.newInst(Inst.FAIL).i;
			c.prog.markLookbehindInsts();
			return c.prog;
		}
		let starts = [];
		for (let i = 0; i < regexps.length; i++) {
			c.lbOffset = c.prog.numLb;
			const f = c.compile(regexps[i]);
			const m = c.newInst(Inst.MATCH);
			c.prog.getInst(m.i).arg = i;
			c.prog.patch(f.out, m.i);
			starts.push(f.i);
		}
		let start = starts[0];
		for (let i = 1; i < starts.length; i++) {
			const f = c.newInst(Inst.ALT);
			const inst = c.prog.getInst(f.i);
			inst.out = start;
			inst.arg = starts[i];
			start = f.i;
		}
		c.prog.start = start;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	constructor() {
		this.prog = new Prog();
		this.newInst(Inst.FAIL);
		this.lbOffset = 0;
		this.runeCache = /* @__PURE__ */ new Map();
		this.walker = {
			leaf: (re) => this.leaf(re),
			enter: (re) => this.enter(re),
			child: (re, state, result) => this.child(re, state, result),
			leave: (re, state) => this.leave(re, state)
		};
	}
	newInst(op) {
		this.prog.addInst(op);
		return new Frag(this.prog.numInst() - 1, new PatchList(), true);
	}
	nop() {
		const f = this.newInst(Inst.NOP);
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	fail() {
		return new Frag();
	}
	cap(arg) {
		const f = this.newInst(Inst.CAPTURE);
		f.out = new PatchList(f.i << 1, f.i << 1);
		this.prog.getInst(f.i).arg = arg;
		if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
		return f;
	}
	cat(f1, f2) {
		if (f1.i === 0 || f2.i === 0) {
			this.prog.patch(f1.out, 0);
			this.prog.patch(f2.out, 0);
			return this.fail();
		}
		this.prog.patch(f1.out, f2.i);
		return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
	}
	alt(f1, f2) {
		if (f1.i === 0) return f2;
		if (f2.i === 0) return f1;
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		i.out = f1.i;
		i.arg = f2.i;
		f.out = this.prog.append(f1.out, f2.out);
		f.nullable = f1.nullable || f2.nullable;
		return f;
	}
	loop(f1, nongreedy) {
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		this.prog.patch(f1.out, f.i);
		return f;
	}
	quest(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		f.out = this.prog.append(f.out, f1.out);
		return f;
	}
	star(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
		return this.loop(f1, nongreedy);
	}
	plus(f1, nongreedy) {
		if (f1.i === 0) return this.fail();
		return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
	}
	empty(op) {
		const f = this.newInst(Inst.EMPTY_WIDTH);
		this.prog.getInst(f.i).arg = op;
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	rune(runes, flags) {
		const f = this.newInst(Inst.RUNE);
		f.nullable = false;
		const i = this.prog.getInst(f.i);
		i.runes = runes;
		flags &= RE2Flags.FOLD_CASE;
		if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
		i.arg = flags;
		f.out = new PatchList(f.i << 1, f.i << 1);
		if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
		else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
		else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
		return f;
	}
	lookBehind(a, parsedLb) {
		const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
		const id = this.newInst(Inst.LB_WRITE);
		this.prog.getInst(id.i).arg = lb;
		const any = this.rune(ANY_RUNE, 0);
		const dotStar = this.star(any, true);
		const lbAutomaton = this.cat(dotStar, a);
		this.prog.patch(lbAutomaton.out, id.i);
		const checkId = this.newInst(Inst.LB_CHECK);
		this.prog.getInst(checkId.i).arg = lb;
		this.prog.lbStarts.push(lbAutomaton.i);
		if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
		checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
		return checkId;
	}
	compile(re) {
		return RegexpWalker.walk(re, this.walker);
	}
	leaf(re) {
		switch (re.op) {
			case Regexp.Op.NO_MATCH: return this.fail();
			case Regexp.Op.EMPTY_MATCH: return this.nop();
			case Regexp.Op.LITERAL: {
				if (re.runes.length === 0) return this.nop();
				let f = null;
				for (let r of re.runes) {
					let singleRune = this.runeCache.get(r);
					if (singleRune === void 0) {
						singleRune = new Int32Array([r]);
						this.runeCache.set(r, singleRune);
					}
					const f1 = this.rune(singleRune, re.flags);
					f = f === null ? f1 : this.cat(f, f1);
				}
				return f;
			}
			case Regexp.Op.CHAR_CLASS: return this.rune(re.runes, re.flags);
			case Regexp.Op.ANY_CHAR_NOT_NL: return this.rune(ANY_RUNE_NOT_NL, 0);
			case Regexp.Op.ANY_CHAR: return this.rune(ANY_RUNE, 0);
			case Regexp.Op.BEGIN_LINE: return this.empty(Utils.EMPTY_BEGIN_LINE);
			case Regexp.Op.END_LINE: return this.empty(Utils.EMPTY_END_LINE);
			case Regexp.Op.BEGIN_TEXT: return this.empty(Utils.EMPTY_BEGIN_TEXT);
			case Regexp.Op.END_TEXT: return this.empty(Utils.EMPTY_END_TEXT);
			case Regexp.Op.WORD_BOUNDARY: return this.empty(Utils.EMPTY_WORD_BOUNDARY);
			case Regexp.Op.NO_WORD_BOUNDARY: return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return this.nop();
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CAPTURE: return {
				bra: this.cap(re.cap << 1),
				sub: null
			};
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return { f: null };
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	child(re, state, f1) {
		if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
		else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
		else state.sub = f1;
	}
	leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: return this.lookBehind(state.sub, re.lb);
			case Regexp.Op.CAPTURE: {
				const ket = this.cap(re.cap << 1 | 1);
				return this.cat(this.cat(state.bra, state.sub), ket);
			}
			case Regexp.Op.STAR: return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.PLUS: return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.QUEST: return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return state.f;
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
};
// src/Simplify.js
var Simplify = class Simplify {
	static simplify(re) {
		if (re === null) return null;
		return RegexpWalker.walk(re, Simplify.WALKER);
	}
	static WALKER = {
		leaf: (re) => Simplify.leaf(re),
		enter: (re) => Simplify.enter(re),
		child: (re, state, result, i) => Simplify.child(re, state, result, i),
		leave: (re, state) => Simplify.leave(re, state)
	};
	static leaf(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			if (re.runes === null) return re;
			if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
			if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
		}
		return re;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return {
				subs: [],
				changed: false
			};
			case Regexp.Op.REPEAT:
				if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
				return { sub: null };
			default: return { result: re };
		}
	}
	static child(re, state, nsub, i) {
		if (state.subs === void 0) {
			state.sub = nsub;
			return;
		}
		if (nsub !== re.subs[i]) state.changed = true;
		if (re.op === Regexp.Op.CONCAT) {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.result = new Regexp(Regexp.Op.NO_MATCH);
				return;
			}
			if (nsub.op === Regexp.Op.EMPTY_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.CONCAT) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		} else {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.ALTERNATE) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		}
		state.subs.push(nsub);
	}
	static leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE: {
				const sub = state.sub;
				if (sub !== re.subs[0]) {
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = [sub];
					return nre;
				}
				return re;
			}
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE:
				if (state.changed) {
					const newSubs = state.subs;
					if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
					if (newSubs.length === 1) return newSubs[0];
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = newSubs;
					return nre;
				}
				return re;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return Simplify.simplify1(re.op, re.flags, state.sub, re);
			case Regexp.Op.REPEAT: return Simplify.simplifyRepeat(re, state.sub);
			default: return re;
		}
	}
	static simplifyRepeat(re, sub) {
		if (re.max === -1) {
			if (re.min === 0) return Simplify.simplify1(Regexp.Op.STAR, re.flags, sub, null);
			if (re.min === 1) return Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
			const subs = [];
			for (let i = 0; i < re.min - 1; i++) subs.push(sub);
			subs.push(Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
			return Simplify.concat(subs);
		}
		if (re.min === 1 && re.max === 1) return sub;
		let prefixSubs = null;
		if (re.min > 0) {
			prefixSubs = [];
			for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
		}
		if (re.max > re.min) {
			let suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
			for (let i = re.min + 1; i < re.max; i++) suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, Simplify.concat([sub, suffix]), null);
			if (prefixSubs === null) return suffix;
			prefixSubs.push(suffix);
		}
		if (prefixSubs !== null) return Simplify.concat(prefixSubs);
		return new Regexp(Regexp.Op.NO_MATCH);
	}
	static concat(subs) {
		const newSubs = [];
		for (let i = 0; i < subs.length; i++) {
			const sub = subs[i];
			if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
			if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
			if (sub.op === Regexp.Op.CONCAT) {
				for (let j = 0; j < sub.subs.length; j++) newSubs.push(sub.subs[j]);
				continue;
			}
			newSubs.push(sub);
		}
		if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
		if (newSubs.length === 1) return newSubs[0];
		const nre = new Regexp(Regexp.Op.CONCAT);
		nre.subs = newSubs;
		return nre;
	}
	static simplify1(op, flags, sub, re) {
		if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
		if (sub.op === Regexp.Op.NO_MATCH) {
			if (op === Regexp.Op.PLUS) return sub;
			return new Regexp(Regexp.Op.EMPTY_MATCH);
		}
		if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
		if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
		const nre = new Regexp(op);
		nre.flags = flags;
		nre.subs = [sub];
		return nre;
	}
};
// src/CharGroup.js
var CharGroup = class {
	constructor(sign, cls) {
		this.sign = sign;
		this.cls = cls;
	}
};
const code1 = [48, 57];
const code2 = [
	9,
	10,
	12,
	13,
	32,
	32
];
const code3 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const PERL_GROUPS = /* @__PURE__ */ new Map([
	["\\d", new CharGroup(1, code1)],
	["\\D", new CharGroup(-1, code1)],
	["\\s", new CharGroup(1, code2)],
	["\\S", new CharGroup(-1, code2)],
	["\\w", new CharGroup(1, code3)],
	["\\W", new CharGroup(-1, code3)]
]);
const code4 = [
	48,
	57,
	65,
	90,
	97,
	122
];
const code5 = [
	65,
	90,
	97,
	122
];
const code6 = [0, 127];
const code7 = [
	9,
	9,
	32,
	32
];
const code8 = [
	0,
	31,
	127,
	127
];
const code9 = [48, 57];
const code10 = [33, 126];
const code11 = [97, 122];
const code12 = [32, 126];
const code13 = [
	33,
	47,
	58,
	64,
	91,
	96,
	123,
	126
];
const code14 = [
	9,
	13,
	32,
	32
];
const code15 = [65, 90];
const code16 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const code17 = [
	48,
	57,
	65,
	70,
	97,
	102
];
const POSIX_GROUPS = /* @__PURE__ */ new Map([
	["[:alnum:]", new CharGroup(1, code4)],
	["[:^alnum:]", new CharGroup(-1, code4)],
	["[:alpha:]", new CharGroup(1, code5)],
	["[:^alpha:]", new CharGroup(-1, code5)],
	["[:ascii:]", new CharGroup(1, code6)],
	["[:^ascii:]", new CharGroup(-1, code6)],
	["[:blank:]", new CharGroup(1, code7)],
	["[:^blank:]", new CharGroup(-1, code7)],
	["[:cntrl:]", new CharGroup(1, code8)],
	["[:^cntrl:]", new CharGroup(-1, code8)],
	["[:digit:]", new CharGroup(1, code9)],
	["[:^digit:]", new CharGroup(-1, code9)],
	["[:graph:]", new CharGroup(1, code10)],
	["[:^graph:]", new CharGroup(-1, code10)],
	["[:lower:]", new CharGroup(1, code11)],
	["[:^lower:]", new CharGroup(-1, code11)],
	["[:print:]", new CharGroup(1, code12)],
	["[:^print:]", new CharGroup(-1, code12)],
	["[:punct:]", new CharGroup(1, code13)],
	["[:^punct:]", new CharGroup(-1, code13)],
	["[:space:]", new CharGroup(1, code14)],
	["[:^space:]", new CharGroup(-1, code14)],
	["[:upper:]", new CharGroup(1, code15)],
	["[:^upper:]", new CharGroup(-1, code15)],
	["[:word:]", new CharGroup(1, code16)],
	["[:^word:]", new CharGroup(-1, code16)],
	["[:xdigit:]", new CharGroup(1, code17)],
	["[:^xdigit:]", new CharGroup(-1, code17)]
]);
// src/CharClass.js
/**
* A "builder"-style helper class for manipulating character classes represented as an array of
* pairs of runes [lo, hi], each denoting an inclusive interval.
*
* All methods mutate the internal state and return {@code this}, allowing operations to be chained.
*/
var CharClass = class CharClass {
	static charClassToString(r, len) {
		let result = "[";
		for (let i = 0; i < len; i += 2) {
			if (i > 0) result += " ";
			const lo = r[i];
			const hi = r[i + 1];
			if (lo === hi) result += `0x${lo.toString(16)}`;
			else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
		}
		result += "]";
		return result;
	}
	static sortRanges(array, len) {
		const n = len >> 1;
		const order = new Array(n);
		for (let i = 0; i < n; i++) order[i] = i;
		order.sort((a, b) => array[2 * a] - array[2 * b] || array[2 * b + 1] - array[2 * a + 1]);
		const sorted = array.slice(0, len);
		for (let i = 0; i < n; i++) {
			array[2 * i] = sorted[2 * order[i]];
			array[2 * i + 1] = sorted[2 * order[i] + 1];
		}
	}
	/**
	* @param {number[]|Int32Array} [r]
	*/
	constructor(r = Utils.emptyInts()) {
		/** @type {number[]|Int32Array} */
		this.r = r;
		this.len = r.length;
	}
	toArray() {
		if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
		return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
	}
	toGrowableArray() {
		if (Array.isArray(this.r)) {
			this.r.length = this.len;
			return this.r;
		}
		return Array.from(this.r.subarray(0, this.len));
	}
	cleanClass() {
		if (this.len < 4) return this;
		CharClass.sortRanges(this.r, this.len);
		let w = 2;
		for (let i = 2; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (lo <= this.r[w - 1] + 1) {
				if (hi > this.r[w - 1]) this.r[w - 1] = hi;
				continue;
			}
			this.r[w] = lo;
			this.r[w + 1] = hi;
			w += 2;
		}
		this.len = w;
		return this;
	}
	appendLiteral(x, flags) {
		return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x, x) : this.appendRange(x, x);
	}
	appendRange(lo, hi) {
		if (this.len > 0) {
			for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
				const rlo = this.r[this.len - i];
				const rhi = this.r[this.len - i + 1];
				if (lo <= rhi + 1 && rlo <= hi + 1) {
					if (lo < rlo) this.r[this.len - i] = lo;
					if (hi > rhi) this.r[this.len - i + 1] = hi;
					return this;
				}
			}
		}
		this.r[this.len++] = lo;
		this.r[this.len++] = hi;
		return this;
	}
	appendFoldedRange(lo, hi) {
		if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (lo < Unicode.MIN_FOLD) {
			this.appendRange(lo, Unicode.MIN_FOLD - 1);
			lo = Unicode.MIN_FOLD;
		}
		if (hi > Unicode.MAX_FOLD) {
			this.appendRange(Unicode.MAX_FOLD + 1, hi);
			hi = Unicode.MAX_FOLD;
		}
		for (let c = lo; c <= hi; c++) {
			this.appendRange(c, c);
			for (let f = Unicode.simpleFold(c); f !== c; f = Unicode.simpleFold(f)) this.appendRange(f, f);
		}
		return this;
	}
	appendClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendRange(x[i], x[i + 1]);
		return this;
	}
	appendFoldedClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendFoldedRange(x[i], x[i + 1]);
		return this;
	}
	appendNegatedClass(x) {
		let nextLo = 0;
		for (let i = 0; i < x.length; i += 2) {
			const lo = x[i];
			const hi = x[i + 1];
			if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
			nextLo = hi + 1;
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTable(table) {
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				this.appendRange(lo, hi);
				continue;
			}
			for (let c = lo; c <= hi; c += stride) this.appendRange(c, c);
		}
		return this;
	}
	appendNegatedTable(table) {
		let nextLo = 0;
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
				nextLo = hi + 1;
				continue;
			}
			for (let c = lo; c <= hi; c += stride) {
				if (nextLo <= c - 1) this.appendRange(nextLo, c - 1);
				nextLo = c + 1;
			}
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTableWithSign(table, sign) {
		return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
	}
	negateClass() {
		let nextLo = 0;
		let w = 0;
		for (let i = 0; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (nextLo <= lo - 1) {
				this.r[w] = nextLo;
				this.r[w + 1] = lo - 1;
				w += 2;
			}
			nextLo = hi + 1;
		}
		this.len = w;
		if (nextLo <= Unicode.MAX_RUNE) {
			this.r[this.len++] = nextLo;
			this.r[this.len++] = Unicode.MAX_RUNE;
		}
		return this;
	}
	appendClassWithSign(x, sign) {
		return sign < 0 ? this.appendNegatedClass(x) : this.appendClass(x);
	}
	appendGroup(g, foldCase) {
		let cls = g.cls;
		if (foldCase) cls = new CharClass().appendFoldedClass(cls).cleanClass().toArray();
		return this.appendClassWithSign(cls, g.sign);
	}
	toString() {
		return CharClass.charClassToString(this.r, this.len);
	}
};
// src/Parser.js
var StringIterator = class {
	constructor(str) {
		this.str = str;
		this.position = 0;
	}
	pos() {
		return this.position;
	}
	rewindTo(pos) {
		this.position = pos;
	}
	more() {
		return this.position < this.str.length;
	}
	peek() {
		return this.str.codePointAt(this.position);
	}
	skip(n) {
		this.position += n;
	}
	skipString(s) {
		this.position += s.length;
	}
	pop() {
		const r = this.str.codePointAt(this.position);
		this.position += Utils.charCount(r);
		return r;
	}
	lookingAt(s) {
		return this.str.startsWith(s, this.position);
	}
	rest() {
		return this.str.substring(this.position);
	}
	from(beforePos) {
		return this.str.substring(beforePos, this.position);
	}
	toString() {
		return this.rest();
	}
};
/**
* A parser of regular expression patterns.
*
* The only public entry point is {@link #parse(String pattern, int flags)}.
*/
var Parser = class Parser {
	static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
	static ERR_INVALID_CHAR_RANGE = "invalid character class range";
	static ERR_INVALID_ESCAPE = "invalid escape sequence";
	static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
	static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
	static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
	static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
	static ERR_MISSING_BRACKET = "missing closing ]";
	static ERR_MISSING_PAREN = "missing closing )";
	static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
	static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
	static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
	static ERR_UNEXPECTED_PAREN = "unexpected )";
	static ERR_NESTING_DEPTH = "expression nests too deeply";
	static ERR_LARGE = "expression too large";
	static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
	static MAX_HEIGHT = 1e3;
	static MAX_SIZE = 1398101;
	static MAX_RUNES = 33554432;
	static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		Unicode.MAX_RUNE,
		1
	]));
	static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1
	]));
	static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1,
		383,
		383,
		1,
		8490,
		8490,
		1
	]));
	static unicodeTable(name) {
		if (name === "Any") return {
			tab: Parser.ANY_TABLE,
			fold: Parser.ANY_TABLE,
			sign: 1
		};
		if (name === "Ascii") return {
			tab: Parser.ASCII_TABLE,
			fold: Parser.ASCII_FOLD_TABLE,
			sign: 1
		};
		if (name === "Assigned") return {
			tab: UnicodeTables.CATEGORIES.get("Cn"),
			fold: UnicodeTables.CATEGORIES.get("Cn"),
			sign: -1
		};
		if (name === "Lc") return {
			tab: UnicodeTables.CATEGORIES.get("LC"),
			fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
			sign: 1
		};
		if (UnicodeTables.CATEGORIES.has(name)) return {
			tab: UnicodeTables.CATEGORIES.get(name),
			fold: UnicodeTables.FOLD_CATEGORIES.get(name),
			sign: 1
		};
		if (UnicodeTables.SCRIPTS.has(name)) return {
			tab: UnicodeTables.SCRIPTS.get(name),
			fold: UnicodeTables.FOLD_SCRIPT.get(name),
			sign: 1
		};
		return null;
	}
	static minFoldRune(r) {
		if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
		let min = r;
		const r0 = r;
		for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
		return min;
	}
	static leadingRegexp(re) {
		if (re.op === Regexp.Op.EMPTY_MATCH) return null;
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = re.subs[0];
			if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
			return sub;
		}
		return re;
	}
	static literalRegexp(s, flags) {
		const re = new Regexp(Regexp.Op.LITERAL);
		re.flags = flags;
		re.runes = Utils.stringToRunes(s);
		return re;
	}
	/**
	* Parse regular expression pattern {@code pattern} with mode flags {@code flags}.
	* @param {string} pattern
	* @param {number} flags
	*/
	static parse(pattern, flags) {
		return new Parser(pattern, flags).parseInternal();
	}
	static parseRepeat(t) {
		const start = t.pos();
		if (!t.more() || !t.lookingAt("{")) return -1;
		t.skip(1);
		const min = Parser.parseInt(t);
		if (min === -1) return -1;
		if (!t.more()) return -1;
		let max;
		if (!t.lookingAt(",")) max = min;
		else {
			t.skip(1);
			if (!t.more()) return -1;
			if (t.lookingAt("}")) max = -1;
			else if ((max = Parser.parseInt(t)) === -1) return -1;
		}
		if (!t.more() || !t.lookingAt("}")) return -1;
		t.skip(1);
		if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(start));
		return min << 16 | max & Unicode.MAX_BMP;
	}
	static isValidCaptureName(name) {
		if (name.length === 0) return false;
		for (let i = 0; i < name.length; i++) {
			const c = name.codePointAt(i);
			if (c !== Codepoint.CODES["_"] && !Utils.isalnum(c)) return false;
		}
		return true;
	}
	static parseInt(t) {
		const start = t.pos();
		while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
		const n = t.from(start);
		if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
		if (n.length > 8) return -2;
		return parseInt(n, 10);
	}
	static isCharClass(re) {
		return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
	}
	static matchRune(re, r) {
		switch (re.op) {
			case Regexp.Op.LITERAL: return re.runes.length === 1 && re.runes[0] === r;
			case Regexp.Op.CHAR_CLASS:
				for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
				return false;
			case Regexp.Op.ANY_CHAR_NOT_NL: return r !== Codepoint.CODES["\n"];
			case Regexp.Op.ANY_CHAR: return true;
		}
		return false;
	}
	static mergeCharClass(dst, src) {
		switch (dst.op) {
			case Regexp.Op.ANY_CHAR: break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				if (Parser.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
				break;
			case Regexp.Op.CHAR_CLASS: {
				const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
				if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
				else cc.appendClass(src.runes);
				dst.runes = cc.toGrowableArray();
				break;
			}
			case Regexp.Op.LITERAL:
				if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
				dst.op = Regexp.Op.CHAR_CLASS;
				dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
		}
	}
	static parseEscape(t) {
		const startPos = t.pos();
		t.skip(1);
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_TRAILING_BACKSLASH);
		let c = t.pop();
		bigswitch: switch (c) {
			case Codepoint.CODES["1"]:
			case Codepoint.CODES["2"]:
			case Codepoint.CODES["3"]:
			case Codepoint.CODES["4"]:
			case Codepoint.CODES["5"]:
			case Codepoint.CODES["6"]:
			case Codepoint.CODES["7"]: if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
			case Codepoint.CODES["0"]: {
				let r = c - Codepoint.CODES["0"];
				for (let i = 1; i < 3; i++) {
					if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
					r = r * 8 + t.peek() - Codepoint.CODES["0"];
					t.skip(1);
				}
				return r;
			}
			case Codepoint.CODES["x"]: {
				if (!t.more()) break;
				c = t.pop();
				if (c === Codepoint.CODES["{"]) {
					let nhex = 0;
					let r = 0;
					while (true) {
						if (!t.more()) break bigswitch;
						c = t.pop();
						if (c === Codepoint.CODES["}"]) break;
						const v = Utils.unhex(c);
						if (v < 0) break bigswitch;
						r = r * 16 + v;
						if (r > Unicode.MAX_RUNE) break bigswitch;
						nhex++;
					}
					if (nhex === 0) break bigswitch;
					return r;
				}
				const x = Utils.unhex(c);
				if (!t.more()) break;
				c = t.pop();
				const y = Utils.unhex(c);
				if (x < 0 || y < 0) break;
				return x * 16 + y;
			}
			case Codepoint.CODES["a"]: return Codepoint.CODES["\x07"];
			case Codepoint.CODES["f"]: return Codepoint.CODES["\f"];
			case Codepoint.CODES["n"]: return Codepoint.CODES["\n"];
			case Codepoint.CODES["r"]: return Codepoint.CODES["\r"];
			case Codepoint.CODES["t"]: return Codepoint.CODES["	"];
			case Codepoint.CODES["v"]: return Codepoint.CODES["\v"];
			default: if (c <= Unicode.MAX_ASCII && !Utils.isalnum(c)) return c;
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, t.from(startPos));
	}
	static parseClassChar(t, wholeClassPos) {
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_MISSING_BRACKET, t.from(wholeClassPos));
		if (t.lookingAt("\\")) return Parser.parseEscape(t);
		return t.pop();
	}
	static hasCapture(re) {
		if (re === null) return false;
		if (re.op === Regexp.Op.CAPTURE) return true;
		if (re.subs) {
			for (let sub of re.subs) if (Parser.hasCapture(sub)) return true;
		}
		return false;
	}
	constructor(wholeRegexp, flags = 0) {
		this.wholeRegexp = wholeRegexp;
		this.flags = flags;
		this.numCap = 0;
		this.namedGroups = Object.create(null);
		this.stack = [];
		this.free = null;
		this.numRegexp = 0;
		this.numRunes = 0;
		this.repeats = 0;
		this.height = null;
		this.size = null;
		this.nlb = 0;
	}
	newRegexp(op) {
		let re = this.free;
		if (re !== null && re.subs !== null && re.subs.length > 0) {
			this.free = re.subs[0];
			re.reinit();
			re.op = op;
		} else {
			re = new Regexp(op);
			this.numRegexp += 1;
		}
		return re;
	}
	reuse(re) {
		if (this.height !== null && this.height.has(re)) this.height.delete(re);
		if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
		this.free = re;
	}
	checkLimits(re) {
		if (this.numRunes > Parser.MAX_RUNES) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
		this.checkSize(re);
		this.checkHeight(re);
	}
	checkSize(re) {
		if (this.size === null) {
			if (this.repeats === 0) this.repeats = 1;
			if (re.op === Regexp.Op.REPEAT) {
				let n = re.max;
				if (n === -1) n = re.min;
				if (n <= 0) n = 1;
				if (n > Math.floor(Parser.MAX_SIZE / this.repeats)) this.repeats = Parser.MAX_SIZE;
				else this.repeats *= n;
			}
			if (this.numRegexp < Math.floor(Parser.MAX_SIZE / this.repeats)) return;
			this.size = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkSize(reEx);
		}
		if (this.calcSize(re, true) > Parser.MAX_SIZE) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
	}
	calcSize(re, force = false) {
		if (!force && this.size !== null) {
			if (this.size.has(re)) return this.size.get(re);
		}
		let size = 0;
		switch (re.op) {
			case Regexp.Op.LITERAL:
				size = re.runes.length;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
				size = 2 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				size = 1 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.CONCAT:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				break;
			case Regexp.Op.ALTERNATE:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				if (re.subs.length > 1) size = size + re.subs.length - 1;
				break;
			case Regexp.Op.REPEAT: {
				let sub = this.calcSize(re.subs[0]);
				if (re.max === -1) {
					if (re.min === 0) size = 2 + sub;
					else size = 1 + re.min * sub;
					break;
				}
				size = re.max * sub + (re.max - re.min);
				break;
			}
		}
		size = Math.max(1, size);
		if (this.size === null) this.size = /* @__PURE__ */ new Map();
		this.size.set(re, size);
		return size;
	}
	checkHeight(re) {
		if (this.numRegexp < Parser.MAX_HEIGHT) return;
		if (this.height === null) {
			this.height = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkHeight(reEx);
		}
		if (this.calcHeight(re, true) > Parser.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser.ERR_NESTING_DEPTH);
	}
	calcHeight(re, force = false) {
		if (!force && this.height !== null) {
			if (this.height.has(re)) return this.height.get(re);
		}
		let h = 1;
		for (let sub of re.subs) {
			const hsub = this.calcHeight(sub);
			if (h < 1 + hsub) h = 1 + hsub;
		}
		if (this.height === null) this.height = /* @__PURE__ */ new Map();
		this.height.set(re, h);
		return h;
	}
	pop() {
		return this.stack.pop();
	}
	popToPseudo() {
		const n = this.stack.length;
		let i = n;
		while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
		return this.stack.splice(i, n - i);
	}
	push(re) {
		this.numRunes += re.runes.length;
		if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
			if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags & ~RE2Flags.FOLD_CASE;
		} else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
			if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags | RE2Flags.FOLD_CASE;
		} else this.maybeConcat(-1, 0);
		this.stack.push(re);
		this.checkLimits(re);
		return re;
	}
	maybeConcat(r, flags) {
		const n = this.stack.length;
		if (n < 2) return false;
		const re1 = this.stack[n - 1];
		const re2 = this.stack[n - 2];
		if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
		if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
		for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
		if (r >= 0) {
			re1.runes = [r];
			re1.flags = flags;
			return true;
		}
		this.pop();
		this.reuse(re1);
		return false;
	}
	newLiteral(r, flags) {
		const re = this.newRegexp(Regexp.Op.LITERAL);
		re.flags = flags;
		if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser.minFoldRune(r);
		re.runes = [r];
		return re;
	}
	literal(r) {
		this.push(this.newLiteral(r, this.flags));
	}
	op(op) {
		const re = this.newRegexp(op);
		re.flags = this.flags;
		return this.push(re);
	}
	repeat(op, min, max, beforePos, t, lastRepeatPos) {
		let flags = this.flags;
		if ((flags & RE2Flags.PERL_X) !== 0) {
			if (t.more() && t.lookingAt("?")) {
				t.skip(1);
				flags ^= RE2Flags.NON_GREEDY;
			}
			if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
		}
		const n = this.stack.length;
		if (n === 0) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const sub = this.stack[n - 1];
		if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const re = this.newRegexp(op);
		re.min = min;
		re.max = max;
		re.flags = flags;
		re.subs = [sub];
		this.stack[n - 1] = re;
		this.checkLimits(re);
		if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
	}
	repeatIsValid(re, n) {
		if (re.op === Regexp.Op.REPEAT) {
			let m = re.max;
			if (m === 0) return true;
			if (m < 0) m = re.min;
			if (m > n) return false;
			if (m > 0) n = Math.trunc(n / m);
		}
		for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
		return true;
	}
	concat() {
		this.maybeConcat(-1, 0);
		const subs = this.popToPseudo();
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.CONCAT));
	}
	alternate() {
		const subs = this.popToPseudo();
		if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
	}
	cleanAlt(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR;
			} else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR_NOT_NL;
			}
		}
	}
	collapse(subs, op) {
		if (subs.length === 1) return subs[0];
		let len = 0;
		for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
		let newsubs = new Array(len).fill(null);
		let i = 0;
		for (let sub of subs) if (sub.op === op) {
			for (let j = 0; j < sub.subs.length; j++) newsubs[i++] = sub.subs[j];
			this.reuse(sub);
		} else newsubs[i++] = sub;
		let re = this.newRegexp(op);
		re.subs = newsubs;
		if (op === Regexp.Op.ALTERNATE) {
			re.subs = this.factor(re.subs);
			if (re.subs.length === 1) {
				const old = re;
				re = re.subs[0];
				this.reuse(old);
			}
		}
		return re;
	}
	factor(array) {
		if (array.length < 2) return array;
		let s = 0;
		let lensub = array.length;
		let lenout = 0;
		let str = null;
		let strlen = 0;
		let strflags = 0;
		let start = 0;
		for (let i = 0; i <= lensub; i++) {
			let istr = null;
			let istrlen = 0;
			let iflags = 0;
			if (i < lensub) {
				let re = array[s + i];
				if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
				if (re.op === Regexp.Op.LITERAL) {
					istr = re.runes;
					istrlen = re.runes.length;
					iflags = re.flags & RE2Flags.FOLD_CASE;
				}
				if (iflags === strflags) {
					let same = 0;
					while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
					if (same > 0) {
						strlen = same;
						continue;
					}
				}
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = this.newRegexp(Regexp.Op.LITERAL);
				prefix.flags = strflags;
				prefix.runes = str.slice(0, strlen);
				for (let j = start; j < i; j++) {
					array[s + j] = this.removeLeadingString(array[s + j], strlen);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			str = istr;
			strlen = istrlen;
			strflags = iflags;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		let first = null;
		for (let i = 0; i <= lensub; i++) {
			let ifirst = null;
			if (i < lensub) {
				ifirst = Parser.leadingRegexp(array[s + i]);
				if (first !== null && first.equals(ifirst) && (Parser.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser.isCharClass(first.subs[0]))) continue;
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = first;
				for (let j = start; j < i; j++) {
					const reuse = j !== start;
					array[s + j] = this.removeLeadingRegexp(array[s + j], reuse);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			first = ifirst;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i <= lensub; i++) {
			if (i < lensub && Parser.isCharClass(array[s + i])) continue;
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				let max = start;
				for (let j = start + 1; j < i; j++) {
					const subMax = array[s + max];
					const subJ = array[s + j];
					if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j;
				}
				const tmp = array[s + start];
				array[s + start] = array[s + max];
				array[s + max] = tmp;
				for (let j = start + 1; j < i; j++) {
					Parser.mergeCharClass(array[s + start], array[s + j]);
					this.reuse(array[s + j]);
				}
				this.cleanAlt(array[s + start]);
				array[lenout++] = array[s + start];
			}
			if (i < lensub) array[lenout++] = array[s + i];
			start = i + 1;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i < lensub; ++i) {
			if (i + 1 < lensub && array[s + i].op === Regexp.Op.EMPTY_MATCH && array[s + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
			array[lenout++] = array[s + i];
		}
		lensub = lenout;
		s = 0;
		return array.slice(s, lensub);
	}
	removeLeadingString(re, n) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = this.removeLeadingString(re.subs[0], n);
			re.subs[0] = sub;
			if (sub.op === Regexp.Op.EMPTY_MATCH) {
				this.reuse(sub);
				switch (re.subs.length) {
					case 0:
					case 1:
						re.op = Regexp.Op.EMPTY_MATCH;
						re.subs = Regexp.emptySubs();
						break;
					case 2: {
						const old = re;
						re = re.subs[1];
						this.reuse(old);
						break;
					}
					default: re.subs = re.subs.slice(1, re.subs.length);
				}
			}
			return re;
		}
		if (re.op === Regexp.Op.LITERAL) {
			re.runes = re.runes.slice(n, re.runes.length);
			if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
		}
		return re;
	}
	removeLeadingRegexp(re, reuse) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			if (reuse) this.reuse(re.subs[0]);
			re.subs = re.subs.slice(1, re.subs.length);
			switch (re.subs.length) {
				case 0:
					re.op = Regexp.Op.EMPTY_MATCH;
					re.subs = Regexp.emptySubs();
					break;
				case 1: {
					const old = re;
					re = re.subs[0];
					this.reuse(old);
					break;
				}
			}
			return re;
		}
		if (reuse) this.reuse(re);
		return this.newRegexp(Regexp.Op.EMPTY_MATCH);
	}
	parseInternal() {
		if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser.literalRegexp(this.wholeRegexp, this.flags);
		let lastRepeatPos = -1;
		let min = -1;
		let max = -1;
		const t = new StringIterator(this.wholeRegexp);
		while (t.more()) {
			let repeatPos = -1;
			bigswitch: switch (t.peek()) {
				case Codepoint.CODES["("]:
					if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
						if (t.lookingAt("(?<=")) {
							this.parsePosLookBehind();
							t.skip(4);
							break;
						}
						if (t.lookingAt("(?<!")) {
							this.parseNegLookBehind();
							t.skip(4);
							break;
						}
					}
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
						this.parsePerlFlags(t);
						break;
					}
					this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
					t.skip(1);
					break;
				case Codepoint.CODES["|"]:
					this.parseVerticalBar();
					t.skip(1);
					break;
				case Codepoint.CODES[")"]:
					this.parseRightParen();
					t.skip(1);
					break;
				case Codepoint.CODES["^"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
					else this.op(Regexp.Op.BEGIN_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["$"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
					else this.op(Regexp.Op.END_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["."]:
					if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
					else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
					t.skip(1);
					break;
				case Codepoint.CODES["["]:
					this.parseClass(t);
					break;
				case Codepoint.CODES["*"]:
				case Codepoint.CODES["+"]:
				case Codepoint.CODES["?"]: {
					repeatPos = t.pos();
					let op = null;
					switch (t.pop()) {
						case Codepoint.CODES["*"]:
							op = Regexp.Op.STAR;
							break;
						case Codepoint.CODES["+"]:
							op = Regexp.Op.PLUS;
							break;
						case Codepoint.CODES["?"]: op = Regexp.Op.QUEST;
					}
					this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["{"]: {
					const before = t.pos();
					const minMax = Parser.parseRepeat(t);
					if (minMax < 0) {
						t.rewindTo(before);
						this.literal(t.pop());
						break;
					}
					repeatPos = before;
					min = minMax >> 16;
					max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
					this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["\\"]: {
					const savedPos = t.pos();
					t.skip(1);
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
						case Codepoint.CODES["A"]:
							this.op(Regexp.Op.BEGIN_TEXT);
							break bigswitch;
						case Codepoint.CODES["b"]:
							this.op(Regexp.Op.WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["B"]:
							this.op(Regexp.Op.NO_WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["C"]: throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, "\\C");
						case Codepoint.CODES["Q"]: {
							let lit = t.rest();
							const i = lit.indexOf("\\E");
							if (i >= 0) {
								lit = lit.substring(0, i);
								t.skipString(lit);
								t.skipString("\\E");
							} else t.skipString(lit);
							let j = 0;
							while (j < lit.length) {
								const codepoint = lit.codePointAt(j);
								this.literal(codepoint);
								j += Utils.charCount(codepoint);
							}
							break bigswitch;
						}
						case Codepoint.CODES["z"]:
							this.op(Regexp.Op.END_TEXT);
							break bigswitch;
						default: t.rewindTo(savedPos);
					}
					else t.rewindTo(savedPos);
					const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
					re.flags = this.flags;
					if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
						const cc = new CharClass();
						if (this.parseUnicodeClass(t, cc)) {
							re.runes = cc.toArray();
							this.push(re);
							break bigswitch;
						}
					}
					const cc = new CharClass();
					if (this.parsePerlClassEscape(t, cc)) {
						re.runes = cc.toArray();
						this.push(re);
						break bigswitch;
					}
					t.rewindTo(savedPos);
					this.reuse(re);
					this.literal(Parser.parseEscape(t));
					break;
				}
				default: this.literal(t.pop());
			}
			lastRepeatPos = repeatPos;
		}
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser.ERR_MISSING_PAREN, this.wholeRegexp);
		this.stack[0].namedGroups = this.namedGroups;
		return this.stack[0];
	}
	parsePerlFlags(t) {
		const startPos = t.pos();
		const s = t.rest();
		if (s.startsWith("(?P<") || s.startsWith("(?<")) {
			const begin = s.charAt(2) === "P" ? 4 : 3;
			const end = s.indexOf(">");
			if (end < 0) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s);
			const name = s.substring(begin, end);
			t.skipString(name);
			t.skip(begin + 1);
			if (!Parser.isValidCaptureName(name)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s.substring(0, end + 1));
			const re = this.op(Regexp.Op.LEFT_PAREN);
			re.cap = ++this.numCap;
			if (this.namedGroups[name]) throw new RE2JSSyntaxException(Parser.ERR_DUPLICATE_NAMED_CAPTURE, name);
			this.namedGroups[name] = this.numCap;
			re.name = name;
			return;
		}
		t.skip(2);
		let flags = this.flags;
		let sign = 1;
		let sawFlag = false;
		loop: while (t.more()) {
			const c = t.pop();
			switch (c) {
				case Codepoint.CODES["i"]:
					flags |= RE2Flags.FOLD_CASE;
					sawFlag = true;
					break;
				case Codepoint.CODES["m"]:
					flags &= ~RE2Flags.ONE_LINE;
					sawFlag = true;
					break;
				case Codepoint.CODES["s"]:
					flags |= RE2Flags.DOT_NL;
					sawFlag = true;
					break;
				case Codepoint.CODES["U"]:
					flags |= RE2Flags.NON_GREEDY;
					sawFlag = true;
					break;
				case Codepoint.CODES["-"]:
					if (sign < 0) break loop;
					sign = -1;
					flags = ~flags;
					sawFlag = false;
					break;
				case Codepoint.CODES[":"]:
				case Codepoint.CODES[")"]:
					if (sign < 0) {
						if (!sawFlag) break loop;
						flags = ~flags;
					}
					if (c === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
					this.flags = flags;
					return;
				default: break loop;
			}
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_PERL_OP, t.from(startPos));
	}
	parsePosLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = ++this.nlb;
		return this.push(re);
	}
	parseNegLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = -++this.nlb;
		return this.push(re);
	}
	parseVerticalBar() {
		this.concat();
		if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
	}
	swapVerticalBar() {
		const n = this.stack.length;
		if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser.isCharClass(this.stack[n - 1]) && Parser.isCharClass(this.stack[n - 3])) {
			let re1 = this.stack[n - 1];
			let re3 = this.stack[n - 3];
			if (re1.op > re3.op) {
				const tmp = re3;
				re3 = re1;
				re1 = tmp;
				this.stack[n - 3] = re3;
			}
			Parser.mergeCharClass(re3, re1);
			this.reuse(re1);
			this.pop();
			return true;
		}
		if (n >= 2) {
			const re1 = this.stack[n - 1];
			const re2 = this.stack[n - 2];
			if (re2.op === Regexp.Op.VERTICAL_BAR) {
				if (n >= 3) this.cleanAlt(this.stack[n - 3]);
				this.stack[n - 2] = re1;
				this.stack[n - 1] = re2;
				return true;
			}
		}
		return false;
	}
	parseRightParen() {
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		const re1 = this.pop();
		const re2 = this.pop();
		if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		this.flags = re2.flags;
		if (re2.lb !== 0) {
			if (Parser.hasCapture(re1)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
			if (re2.lb > 0) re2.op = Regexp.Op.PLB;
			else re2.op = Regexp.Op.NLB;
			re2.subs = [re1];
			this.push(re2);
			return;
		}
		if (re2.cap === 0) this.push(re1);
		else {
			re2.op = Regexp.Op.CAPTURE;
			re2.subs = [re1];
			this.push(re2);
		}
	}
	parsePerlClassEscape(t, cc) {
		const beforePos = t.pos();
		if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
		t.pop();
		const p = t.from(beforePos);
		const g = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
		if (g === null) return false;
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseNamedClass(t, cc) {
		const cls = t.rest();
		const i = cls.indexOf(":]");
		if (i < 0) return false;
		const name = cls.substring(0, i + 2);
		t.skipString(name);
		const g = POSIX_GROUPS.has(name) ? POSIX_GROUPS.get(name) : null;
		if (g === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, name);
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseUnicodeClass(t, cc) {
		const startPos = t.pos();
		if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
		t.skip(1);
		let sign = 1;
		let c = t.pop();
		if (c === Codepoint.CODES["P"]) sign = -1;
		if (!t.more()) {
			t.rewindTo(startPos);
			throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
		}
		c = t.pop();
		let name;
		if (c !== Codepoint.CODES["{"]) name = Utils.runeToString(c);
		else {
			const rest = t.rest();
			const end = rest.indexOf("}");
			if (end < 0) {
				t.rewindTo(startPos);
				throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
			}
			name = rest.substring(0, end);
			t.skipString(name);
			t.skip(1);
		}
		if (!(name.length === 0) && name.codePointAt(0) === Codepoint.CODES["^"]) {
			sign = 0 - sign;
			name = name.substring(1);
		}
		const pair = Parser.unicodeTable(name);
		if (pair === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(startPos));
		if (pair.sign < 0) sign = 0 - sign;
		const tab = pair.tab;
		const fold = pair.fold;
		if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
		else {
			const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
			cc.appendClassWithSign(Array.from(tmp), sign);
		}
		return true;
	}
	parseClass(t) {
		const startPos = t.pos();
		t.skip(1);
		const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
		re.flags = this.flags;
		const cc = new CharClass();
		let sign = 1;
		if (t.more() && t.lookingAt("^")) {
			sign = -1;
			t.skip(1);
			if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
		}
		let first = true;
		while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
			if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
				const s = t.rest();
				if (s === "-" || !s.startsWith("-]")) {
					t.rewindTo(startPos);
					throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
				}
			}
			first = false;
			const beforePos = t.pos();
			if (t.lookingAt("[:")) {
				if (this.parseNamedClass(t, cc)) continue;
				t.rewindTo(beforePos);
			}
			if (this.parseUnicodeClass(t, cc)) continue;
			if (this.parsePerlClassEscape(t, cc)) continue;
			t.rewindTo(beforePos);
			const lo = Parser.parseClassChar(t, startPos);
			let hi = lo;
			if (t.more() && t.lookingAt("-")) {
				t.skip(1);
				if (t.more() && t.lookingAt("]")) t.skip(-1);
				else {
					hi = Parser.parseClassChar(t, startPos);
					if (hi < lo) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
				}
			}
			if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
			else cc.appendFoldedRange(lo, hi);
		}
		t.skip(1);
		cc.cleanClass();
		if (sign < 0) cc.negateClass();
		re.runes = cc.toArray();
		this.push(re);
	}
};
// src/RE2.js
/**
* An RE2 class instance is a compiled representation of an RE2 regular expression, independent of
* the public Java-like Pattern/Matcher API.
*
* This class also contains various implementation helpers for RE2 regular expressions.
*
* Use the {@link #quoteMeta(String)} utility function to quote all regular expression
* metacharacters in an arbitrary string.
*
*/
var RE2 = class RE2 {
	static initTest(expr) {
		const re2 = RE2.compile(expr);
		const res = new RE2(re2.expr, re2.prog, re2.numSubexp, re2.longest);
		res.cond = re2.cond;
		res.prefix = re2.prefix;
		res.prefixUTF8 = re2.prefixUTF8;
		res.prefixComplete = re2.prefixComplete;
		res.prefixRune = re2.prefixRune;
		res.prefilter = re2.prefilter;
		res.namedGroups = re2.namedGroups;
		return res;
	}
	/**
	* Parses a regular expression and returns, if successful, an {@code RE2} instance that can be
	* used to match against text.
	*
	* When matching against text, the regexp returns a match that begins as early as possible in the
	* input (leftmost), and among those it chooses the one that a backtracking search would have
	* found first. This so-called leftmost-first matching is the same semantics that Perl, Python,
	* and other implementations use, although this package implements it without the expense of
	* backtracking. For POSIX leftmost-longest matching, see {@link #compilePOSIX}.
	*/
	static compile(expr) {
		return RE2.compileImpl(expr, RE2Flags.PERL, false);
	}
	/**
	* {@code compilePOSIX} is like {@link #compile} but restricts the regular expression to POSIX ERE
	* (egrep) syntax and changes the match semantics to leftmost-longest.
	*
	* That is, when matching against text, the regexp returns a match that begins as early as
	* possible in the input (leftmost), and among those it chooses a match that is as long as
	* possible. This so-called leftmost-longest matching is the same semantics that early regular
	* expression implementations used and that POSIX specifies.
	*
	* However, there can be multiple leftmost-longest matches, with different submatch choices, and
	* here this package diverges from POSIX. Among the possible leftmost-longest matches, this
	* package chooses the one that a backtracking search would have found first, while POSIX
	* specifies that the match be chosen to maximize the length of the first subexpression, then the
	* second, and so on from left to right. The POSIX rule is computationally prohibitive and not
	* even well-defined. See http://swtch.com/~rsc/regexp/regexp2.html#posix
	*/
	static compilePOSIX(expr) {
		return RE2.compileImpl(expr, RE2Flags.POSIX, true);
	}
	static compileImpl(expr, mode, longest) {
		let re = Parser.parse(expr, mode);
		const maxCap = re.maxCap();
		const namedGroups = re.namedGroups;
		re = Simplify.simplify(re);
		const prefilter = PrefilterTree.build(re);
		const prog = Compiler.compileRegexp(re);
		const re2 = new RE2(expr, prog, maxCap, longest);
		re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
		const [prefixCompl, prefixStr] = prog.prefix();
		re2.prefixComplete = prefixCompl;
		re2.prefix = prefixStr;
		re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
		if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
		re2.namedGroups = namedGroups;
		return re2;
	}
	/**
	* Returns true iff textual regular expression {@code pattern} matches string {@code s}.
	*
	* More complicated queries need to use {@link #compile} and the full {@code RE2} interface.
	*/
	static match(pattern, s) {
		return RE2.compile(pattern).match(s);
	}
	constructor(expr, prog, numSubexp = 0, longest = 0) {
		this.expr = expr;
		this.prog = prog;
		this.numSubexp = numSubexp;
		this.longest = longest;
		this.cond = prog.startCond();
		this.prefix = null;
		this.prefixUTF8 = null;
		this.prefixComplete = false;
		this.prefixRune = 0;
		/** @type {Record<string, number>} */
		this.namedGroups = Object.create(null);
		this.machinePool = [];
		this.lazyDFA = null;
		this.onepass = OnePass.compile(this.prog);
		this.prefilter = null;
	}
	get dfa() {
		if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
		return this.lazyDFA;
	}
	matchPrefixComplete(input, pos, anchor, ncap) {
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		let matchStart = -1;
		let matchEnd = -1;
		const pLen = input.prefixLength(this);
		if (anchor === RE2Flags.UNANCHORED) {
			const idx = input.index(this, pos);
			if (idx < 0) return null;
			matchStart = pos + idx;
			matchEnd = matchStart + pLen;
		} else if (anchor === RE2Flags.ANCHOR_BOTH) {
			if (input.endPos() !== pLen) return null;
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		} else if (anchor === RE2Flags.ANCHOR_START) {
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		}
		if (matchStart < 0) return null;
		if (ncap > 0) {
			const matchcap = new Int32Array(ncap).fill(-1);
			matchcap[0] = matchStart;
			matchcap[1] = matchEnd;
			return Array.from(matchcap);
		}
		return [];
	}
	createLookbehindState() {
		return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
	}
	executeEngine(input, pos, anchor, ncap, lbState = null) {
		if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input, pos, anchor, ncap);
		if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
			if (!this.prefilter.eval(input, pos)) return null;
		}
		if (this.onepass !== null) return OnePass.execute(this, input, pos, anchor, ncap);
		if (ncap > 0) {
			if (this.prog.numLb === 0 && input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
			return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
		}
		if (this.prog.numLb === 0) {
			const dfaResult = this.dfa.match(input, pos, anchor);
			if (dfaResult !== null) return dfaResult ? [] : null;
			if (input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
		}
		return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
	}
	/**
	* Returns the number of parenthesized subexpressions in this regular expression.
	*/
	numberOfCapturingGroups() {
		return this.numSubexp;
	}
	/**
	* Returns the number of instructions in this compiled regular expression program.
	*/
	numberOfInstructions() {
		return this.prog.numInst();
	}
	get() {
		return this.machinePool.length > 0 ? this.machinePool.pop() : null;
	}
	reset() {
		this.machinePool.length = 0;
	}
	put(m) {
		this.machinePool.push(m);
	}
	toString() {
		return this.expr;
	}
	doExecuteNFA(input, pos, anchor, ncap, lbState = null) {
		let m = this.get();
		if (!m) m = Machine.fromRE2(this);
		m.init(ncap);
		const cap = m.match(input, pos, anchor, lbState) ? m.submatches() : null;
		this.put(m);
		return cap;
	}
	match(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	/**
	* Matches the regular expression against input starting at position start and ending at position
	* end, with the given anchoring. Records the submatch boundaries in group, which is [start, end)
	* pairs of byte offsets. The number of boundaries needed is inferred from the size of the group
	* array. It is most efficient not to ask for submatch boundaries.
	*
	* @param input the input byte array
	* @param start the beginning position in the input
	* @param end the end position in the input
	* @param anchor the anchoring flag (UNANCHORED, ANCHOR_START, ANCHOR_BOTH)
	* @param group the array to fill with submatch positions
	* @param ngroup the number of array pairs to fill in
	* @param lbState optional state carried between successive matches over the same input (see
	*   createLookbehindState); omit it to evaluate lookbehinds from the beginning of the input
	* @returns true if a match was found
	*/
	matchWithGroup(input, start, end, anchor, ngroup, lbState = null) {
		if (!(input instanceof MatcherInputBase)) {
			if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
			else input = MatcherInput.utf16(input);
		}
		return this.matchMachineInput(input, start, end, anchor, ngroup, lbState);
	}
	matchMachineInput(input, start, end, anchor, ngroup, lbState = null) {
		if (start > end) return [false, null];
		const machineInput = input.isUTF16Encoding() ? MachineInput.fromUTF16(input.asCharSequence(), 0, end) : MachineInput.fromUTF8(input.asBytes(), 0, end);
		const groupMatch = this.executeEngine(machineInput, start, anchor, 2 * ngroup, lbState);
		if (groupMatch === null) return [false, null];
		return [true, groupMatch];
	}
	/**
	* Returns true iff this regexp matches the UTF-8 byte array {@code b}.
	*/
	matchUTF8(b) {
		return this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	/**
	* Returns a copy of {@code src} in which all matches for this regexp have been replaced by
	* {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceAll(src, repl) {
		return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
	}
	/**
	* Returns a copy of {@code src} in which only the first match for this regexp has been replaced
	* by {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceFirst(src, repl) {
		return this.replaceAllFunc(src, () => repl, 1);
	}
	/**
	* Returns a copy of {@code src} in which at most {@code maxReplaces} matches for this regexp have
	* been replaced by the return value of of function {@code repl} (whose first argument is the
	* matched string). No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceAllFunc(src, replFunc, maxReplaces) {
		let lastMatchEnd = 0;
		let searchPos = 0;
		let out = "";
		const input = MachineInput.fromUTF16(src);
		const lbState = this.createLookbehindState();
		let numReplaces = 0;
		while (searchPos <= src.length) {
			const a = this.executeEngine(input, searchPos, RE2Flags.UNANCHORED, 2, lbState);
			if (a === null || a.length === 0) break;
			out += src.substring(lastMatchEnd, a[0]);
			if (a[1] > lastMatchEnd || a[0] === 0) {
				out += replFunc(src.substring(a[0], a[1]));
				numReplaces++;
			}
			lastMatchEnd = a[1];
			const width = input.step(searchPos) & 7;
			if (searchPos + width > a[1]) searchPos += width;
			else if (searchPos + 1 > a[1]) searchPos++;
			else searchPos = a[1];
			if (numReplaces >= maxReplaces) break;
		}
		out += src.substring(lastMatchEnd);
		return out;
	}
	pad(a) {
		if (a === null) return null;
		let n = (1 + this.numSubexp) * 2;
		if (a.length < n) {
			let a2 = new Array(n).fill(-1);
			for (let i = 0; i < a.length; i++) a2[i] = a[i];
			a = a2;
		}
		return a;
	}
	allMatches(input, n, deliverFun = (v) => v) {
		let result = [];
		const end = input.endPos();
		if (n < 0) n = end + 1;
		let pos = 0;
		let i = 0;
		let prevMatchEnd = -1;
		const lbState = this.createLookbehindState();
		while (i < n && pos <= end) {
			const matches = this.executeEngine(input, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
			if (matches === null || matches.length === 0) break;
			let accept = true;
			if (matches[1] === pos) {
				if (matches[0] === prevMatchEnd) accept = false;
				const r = input.step(pos);
				if (r < 0) pos = end + 1;
				else pos += r & 7;
			} else pos = matches[1];
			prevMatchEnd = matches[1];
			if (accept) {
				result.push(deliverFun(this.pad(matches)));
				i++;
			}
		}
		return result;
	}
	/**
	* Returns an array holding the text of the leftmost match in {@code b} of this regular
	* expression.
	*
	* A return value of null indicates no match.
	*/
	findUTF8(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return b.slice(a[0], a[1]);
	}
	/**
	* Returns a two-element array of integers defining the location of the leftmost match in
	* {@code b} of this regular expression. The match itself is at {@code b[loc[0]...loc[1]]}.
	*
	* A return value of null indicates no match.
	*/
	findUTF8Index(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return a.slice(0, 2);
	}
	/**
	* Returns a string holding the text of the leftmost match in {@code s} of this regular
	* expression.
	*
	* If there is no match, the return value is an empty string, but it will also be empty if the
	* regular expression successfully matches an empty string. Use {@link #findIndex} or
	* {@link #findSubmatch} if it is necessary to distinguish these cases.
	*/
	find(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return "";
		return s.substring(a[0], a[1]);
	}
	/**
	* Returns a two-element array of integers defining the location of the leftmost match in
	* {@code s} of this regular expression. The match itself is at
	* {@code s.substring(loc[0], loc[1])}.
	*
	* A return value of null indicates no match.
	*/
	findIndex(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
	}
	/**
	* Returns an array of arrays the text of the leftmost match of the regular expression in
	* {@code b} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findUTF8Submatch(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b.slice(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	/**
	* Returns an array holding the index pairs identifying the leftmost match of this regular
	* expression in {@code b} and the matches, if any, of its subexpressions, as defined by the the
	* <a href='#submatch'>Submatch</a> and <a href='#index'>Index</a> descriptions above.
	*
	* A return value of null indicates no match.
	*/
	findUTF8SubmatchIndex(b) {
		return this.pad(this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	/**
	* Returns an array of strings holding the text of the leftmost match of the regular expression in
	* {@code s} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findSubmatch(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s.substring(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	/**
	* Returns an array holding the index pairs identifying the leftmost match of this regular
	* expression in {@code s} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findSubmatchIndex(s) {
		return this.pad(this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	/**
	* {@code findAllUTF8()} is the <a href='#all'>All</a> version of {@link #findUTF8}; it returns a
	* list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*
	* TODO(adonovan): think about defining a byte slice view class, like a read-only Go slice backed
	* by |b|.
	*/
	findAllUTF8(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => b.slice(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8Index} is the <a href='#all'>All</a> version of {@link #findUTF8Index}; it
	* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8Index(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAll} is the <a href='#all'>All</a> version of {@link #find}; it returns a list of up
	* to {@code n} successive matches of the expression, as defined by the <a href='#all'>All</a>
	* description above.
	*
	* A return value of null indicates no match.
	*/
	findAll(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => s.substring(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllIndex} is the <a href='#all'>All</a> version of {@link #findIndex}; it returns a
	* list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8Submatch} is the <a href='#all'>All</a> version of {@link #findUTF8Submatch};
	* it returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8Submatch(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = b.slice(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8SubmatchIndex} is the <a href='#all'>All</a> version of
	* {@link #findUTF8SubmatchIndex}; it returns a list of up to {@code n} successive matches of the
	* expression, as defined by the <a href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8SubmatchIndex(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n);
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllSubmatch} is the <a href='#all'>All</a> version of {@link #findSubmatch}; it
	* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllSubmatch(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = s.substring(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllSubmatchIndex} is the <a href='#all'>All</a> version of
	* {@link #findSubmatchIndex}; it returns a list of up to {@code n} successive matches of the
	* expression, as defined by the <a href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllSubmatchIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n);
		if (result.length === 0) return null;
		return result;
	}
};
// src/Set.js
var RE2Set = class RE2Set {
	/** @type {number} */
	static UNANCHORED = RE2Flags.UNANCHORED;
	/** @type {number} */
	static ANCHOR_START = RE2Flags.ANCHOR_START;
	/** @type {number} */
	static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
	/**
	* Constructs a new RE2Set with the specified anchor mode and flags.
	* @param {number} [anchor=RE2Set.UNANCHORED] - The anchoring mode (e.g., RE2Set.UNANCHORED).
	* @param {number} [flags=0] - The public flags to apply to all patterns in the set.
	* @param {number} [maxMem=8388608] - The maximum memory in bytes to use for the DFA (default 8MB).
	*/
	constructor(anchor = RE2Set.UNANCHORED, flags = 0, maxMem = 8388608) {
		if (![
			RE2Set.UNANCHORED,
			RE2Set.ANCHOR_START,
			RE2Set.ANCHOR_BOTH
		].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
		Utils.checkFlags(flags);
		this.anchor = anchor;
		this.jsFlags = flags;
		this.maxMem = maxMem;
		let re2Flags = RE2Flags.PERL;
		if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		this.re2Flags = re2Flags;
		this.regexps = [];
		this.prog = null;
		this.dfa = null;
		this.dummyRe2 = null;
	}
	/**
	* Adds a new regular expression pattern to the set.
	* Patterns cannot be added after the set has been compiled.
	* @param {string} pattern - The regular expression pattern to add.
	* @returns {number} The integer index assigned to the added pattern.
	* @throws {RE2JSCompileException} If patterns are added after compilation.
	*/
	add(pattern) {
		if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
		Utils.checkPattern(pattern);
		let fregex = pattern;
		if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		const re = Parser.parse(fregex, this.re2Flags);
		this.regexps.push(Simplify.simplify(re));
		return this.regexps.length - 1;
	}
	/**
	* Compiles the added patterns into a single state machine.
	* This is automatically called on the first match if not called explicitly.
	* @returns {void}
	*/
	compile() {
		if (this.prog) return;
		const prog = Compiler.compileSet(this.regexps);
		if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
		this.prog = prog;
		this.dfa = new DFA(this.prog, this.maxMem);
		this.dummyRe2 = {
			prog: this.prog,
			cond: this.prog.startCond(),
			prefix: "",
			prefixRune: 0,
			longest: false
		};
	}
	/**
	* Matches the input against the compiled set of regular expressions.
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to match against.
	* @returns {number[]} An array of indices representing the patterns that successfully matched the input.
	*/
	match(input) {
		if (!this.prog) this.compile();
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		let internalAnchor = RE2Flags.UNANCHORED;
		if (this.anchor === RE2Set.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
		else if (this.anchor === RE2Set.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
		const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
		if (dfaResult !== null) return dfaResult;
		const machine = Machine.fromRE2(this.dummyRe2);
		machine.init(0);
		return machine.matchSet(machineInput, 0, internalAnchor);
	}
};
// src/TranslateRegExpString.js
/**
* Transform JS regex string to RE2 regex string
*/
var TranslateRegExpString = class TranslateRegExpString {
	static isHexadecimal(ch) {
		return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
	}
	static translate(data) {
		let prefixFlags = "";
		if (Object.prototype.toString.call(data) === "[object RegExp]") {
			if (data.ignoreCase) prefixFlags += "i";
			if (data.multiline) prefixFlags += "m";
			if (data.dotAll) prefixFlags += "s";
			data = data.source;
		}
		if (typeof data !== "string") return data;
		let result = "";
		let changed = false;
		let size = data.length;
		if (size === 0) {
			result = "(?:)";
			changed = true;
		}
		let inCharClass = false;
		let i = 0;
		while (i < size) {
			let ch = data[i];
			if (ch === "\\") {
				if (i + 1 < size) {
					ch = data[i + 1];
					switch (ch) {
						case "\\":
							result += "\\\\";
							i += 2;
							continue;
						case "c":
							if (i + 2 < size) {
								let code = data[i + 2].charCodeAt(0);
								if (code >= 65 && code <= 90 || code >= 97 && code <= 122) {
									let val = code % 32;
									result += "\\x";
									result += (val >> 4).toString(16).toUpperCase();
									result += (val & 15).toString(16).toUpperCase();
									i += 3;
									changed = true;
									continue;
								}
							}
							result += "c";
							i += 2;
							changed = true;
							continue;
						case "u":
							if (i + 2 < size) {
								if (data[i + 2] === "{") {
									let j = i + 3;
									let hasHex = false;
									let closed = false;
									while (j < size) {
										const hexChar = data[j];
										if (hexChar === "}") {
											closed = true;
											break;
										}
										if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
										hasHex = true;
										j++;
									}
									if (closed && hasHex) {
										result += "\\x";
										i += 2;
										changed = true;
										continue;
									}
								} else if (i + 5 < size) {
									let isHex4 = true;
									for (let j = 0; j < 4; j++) if (!TranslateRegExpString.isHexadecimal(data[i + 2 + j])) {
										isHex4 = false;
										break;
									}
									if (isHex4) {
										result += "\\x{" + data.substring(i + 2, i + 6) + "}";
										i += 6;
										changed = true;
										continue;
									}
								}
							}
							result += "u";
							i += 2;
							changed = true;
							continue;
						case "x": {
							let isValidHex = false;
							if (i + 2 < size && data[i + 2] === "{") {
								let j = i + 3;
								let hasHex = false;
								let closed = false;
								while (j < size) {
									const hexChar = data[j];
									if (hexChar === "}") {
										closed = true;
										break;
									}
									if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
									hasHex = true;
									j++;
								}
								if (closed && hasHex) isValidHex = true;
							} else if (i + 3 < size && TranslateRegExpString.isHexadecimal(data[i + 2]) && TranslateRegExpString.isHexadecimal(data[i + 3])) isValidHex = true;
							if (isValidHex) {
								result += "\\x";
								i += 2;
							} else {
								result += "x";
								i += 2;
								changed = true;
							}
							continue;
						}
						case "n":
						case "r":
						case "t":
						case "a":
						case "f":
						case "v":
						case "d":
						case "D":
						case "s":
						case "S":
						case "w":
						case "W":
						case "b":
						case "B":
						case "p":
						case "P":
						case "A":
						case "z":
						case "Q":
						case "E":
						case "0":
						case "1":
						case "2":
						case "3":
						case "4":
						case "5":
						case "6":
						case "7":
							result += "\\" + ch;
							i += 2;
							continue;
						default: {
							let cp = data.codePointAt(i + 1);
							if (cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122) {
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
								changed = true;
							} else {
								result += "\\";
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
							}
							continue;
						}
					}
				}
			} else if (ch === "/") {
				result += "\\/";
				i += 1;
				changed = true;
				continue;
			} else if (ch === "[") {
				if (!inCharClass && data[i + 1] === "]") {
					result += "[^\\x00-\\x{10FFFF}]";
					i += 2;
					changed = true;
					continue;
				}
				if (!inCharClass && data[i + 1] === "^" && data[i + 2] === "]") {
					result += "[\\x00-\\x{10FFFF}]";
					i += 3;
					changed = true;
					continue;
				}
				inCharClass = true;
			} else if (ch === "]") inCharClass = false;
			else if (!inCharClass && ch === "(" && i + 2 < size && data[i + 1] === "?" && data[i + 2] === "<") {
				if (i + 3 < size && !"=!>)".includes(data[i + 3])) {
					result += "(?P<";
					i += 3;
					changed = true;
					continue;
				}
			}
			let cp = data.codePointAt(i);
			let symSize = Utils.charCount(cp);
			result += data.substring(i, i + symSize);
			i += symSize;
		}
		const finalResult = changed ? result : data;
		if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
		return finalResult;
	}
};
// src/index.js
const execResult = (m, input) => {
	const result = m.matchArray();
	result.index = m.start(0);
	result.input = input;
	result.groups = m.namedGroupsObject();
	return result;
};
/**
* A compiled representation of an RE2 regular expression
*
* The matching functions take {@code String} arguments instead of the more general Java
* {@code CharSequence} since the latter doesn't provide UTF-16 decoding.
*
*
* @author rsc@google.com (Russ Cox)
* @class
*/
var RE2JS = class RE2JS {
	/**
	* Flag: case insensitive matching.
	*/
	static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
	/**
	* Flag: dot ({@code .}) matches all characters, including newline.
	*/
	static DOTALL = PublicFlags.DOTALL;
	/**
	* Flag: multiline matching: {@code ^} and {@code $} match at beginning and end of line, not just
	* beginning and end of input.
	*/
	static MULTILINE = PublicFlags.MULTILINE;
	/**
	* Flag: Unicode groups (e.g. {@code \p\ Greek\} ) will be syntax errors.
	*/
	static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
	/**
	* Flag: matches longest possible string.
	*/
	static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
	/**
	* Flag: enable linear-time captureless lookbehinds.
	*/
	static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
	/**
	* Returns a literal pattern string for the specified string.
	*
	* This method produces a string that can be used to create a <code>RE2JS</code> that would
	* match the string <code>s</code> as if it were a literal pattern.
	*
	* Metacharacters or escape sequences in the input sequence will be given no special meaning.
	*
	* @param {string} str The string to be literalized
	* @returns {string} A literal string replacement
	*/
	static quote(str) {
		return Utils.quoteMeta(str);
	}
	/**
	* Quotes '\' and '$' in {@code str}, so that the returned string could be used in
	* replacement methods as a literal replacement of {@code str}.
	*
	* This is a convenience delegation to {@link Matcher.quoteReplacement}.
	*
	* @param {string} str the string to be quoted
	* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
	* @returns {string} the quoted string
	*/
	static quoteReplacement(str, javaMode = false) {
		return Matcher.quoteReplacement(str, javaMode);
	}
	/**
	* Translates a given regular expression string to ensure compatibility with RE2JS.
	*
	* This function preprocesses the input regex string by applying necessary transformations,
	* such as escaping special characters (e.g., `/`), converting named capture groups to
	* RE2JS-compatible syntax, and handling Unicode sequences properly. It ensures that the
	* resulting regex is safe and properly formatted before compilation.
	*
	* @param {string|RegExp} expr - The regular expression string to be translated.
	* @returns {string} - The transformed regular expression string, ready for compilation.
	*/
	static translateRegExp(expr) {
		return TranslateRegExpString.translate(expr);
	}
	/**
	* Helper: create new RE2JS with given regex and flags. Flregex is the regex with flags applied.
	* @param {string} regex
	* @param {number} [flags=0]
	* @returns {RE2JS}
	*/
	static compile(regex, flags = 0) {
		Utils.checkPattern(regex);
		Utils.checkFlags(flags);
		let fregex = regex;
		if ((flags & RE2JS.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((flags & RE2JS.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((flags & RE2JS.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		let re2Flags = RE2Flags.PERL;
		if ((flags & RE2JS.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & RE2JS.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		const p = new RE2JS(regex, flags);
		p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS.LONGEST_MATCH) !== 0);
		return p;
	}
	/**
	* Matches a string against a regular expression.
	*
	* @param {string} regex the regular expression
	* @param {string|number[]|Uint8Array} input the input
	* @returns {boolean} true if the regular expression matches the entire input
	* @throws RE2JSSyntaxException if the regular expression is malformed
	*/
	static matches(regex, input) {
		return RE2JS.compile(regex).testExact(input);
	}
	/**
	* This is visible for testing.
	* @private
	*/
	static initTest(pattern, flags, re2) {
		if (pattern == null) throw new Error("pattern is null");
		if (re2 == null) throw new Error("re2 is null");
		const p = new RE2JS(pattern, flags);
		p.re2Input = re2;
		return p;
	}
	/**
	*
	* @param {string} pattern
	* @param {number} flags
	*/
	constructor(pattern, flags) {
		this.patternInput = pattern;
		this.flagsInput = flags;
		/** @type {import('./RE2.js').RE2} */
		this.re2Input = null;
	}
	/**
	* Releases memory used by internal caches associated with this pattern. Does not change the
	* observable behaviour. Useful for tests that detect memory leaks via allocation tracking.
	*/
	reset() {
		this.re2Input.reset();
	}
	/**
	* Returns the flags used in the constructor.
	* @returns {number}
	*/
	flags() {
		return this.flagsInput;
	}
	/**
	* Returns the pattern used in the constructor.
	* @returns {string}
	*/
	pattern() {
		return this.patternInput;
	}
	re2() {
		return this.re2Input;
	}
	/**
	* Matches a string against a regular expression.
	*
	* @param {string|number[]|Uint8Array} input the input
	* @returns {boolean} true if the regular expression matches the entire input
	*/
	matches(input) {
		return this.testExact(input);
	}
	/**
	* Creates a new {@code Matcher} matching the pattern against the input.
	*
	* @param {string|number[]|Uint8Array|MatcherInputBase} input the input string
	* @returns {Matcher}
	*/
	matcher(input) {
		if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
		return new Matcher(this, input);
	}
	/**
	* Tests whether the regular expression matches any part of the input string.
	* Performance Note: This method is highly optimized. Because it only returns
	* a boolean and does not extract capture groups, it bypasses the `Matcher` overhead
	* and guarantees execution on the high-speed DFA engine whenever possible.
	*
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
	* @returns {boolean} `true` if the pattern is found anywhere in the input, `false` otherwise.
	*/
	test(input) {
		if (Utils.isByteArray(input)) return this.re2Input.matchUTF8(input);
		return this.re2Input.match(input);
	}
	/**
	* Tests whether the regular expression matches the ENTIRE input string.
	* * **Performance Note:** This operates identically to `.matches()`, but is significantly
	* faster because it does not request capture group data. By requesting 0 capture groups,
	* it securely routes execution through the DFA fast-path.
	*
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
	* @returns {boolean} `true` if the exact input string fully matches the pattern, `false` otherwise.
	*/
	testExact(input) {
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
	}
	/**
	* Executes a search for a match in a specified string.
	* Returns a result array, or null if no match is found.
	* The returned array perfectly mirrors standard JavaScript `RegExpExecArray`,
	* including `.index`, `.input`, and `.groups` properties.
	*
	* @param {string|number[]|Uint8Array} input the input string or byte array
	* @returns {Array|null} the match array with index, input, and groups properties, or null
	*/
	exec(input) {
		const m = this.matcher(input);
		return m.find() ? execResult(m, input) : null;
	}
	/**
	* Splits input around instances of the regular expression. It returns an array giving the strings
	* that occur before, between, and after instances of the regular expression.
	*
	* If {@code limit <= 0}, there is no limit on the size of the returned array. If
	* {@code limit == 0}, empty strings that would occur at the end of the array are omitted. If
	* {@code limit > 0}, at most limit strings are returned. The final string contains the remainder
	* of the input, possibly including additional matches of the pattern.
	*
	* @param {string} input the input string to be split
	* @param {number} [limit=0] the limit
	* @returns {string[]} the split strings
	*/
	split(input, limit = 0) {
		const m = this.matcher(input);
		const result = [];
		let emptiesSkipped = 0;
		let last = 0;
		while (m.find()) {
			if (last === 0 && m.end() === 0) {
				last = m.end();
				continue;
			}
			if (limit > 0 && result.length === limit - 1) break;
			if (last === m.start()) {
				if (limit === 0) {
					emptiesSkipped += 1;
					last = m.end();
					continue;
				}
			} else while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.start()));
			last = m.end();
		}
		if (limit === 0 && last !== m.inputLength()) {
			while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.inputLength()));
		}
		if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
		return result;
	}
	/**
	* Returns an iterator of all results matching a string against the regular expression,
	* including capturing groups.
	*
	* @param {string|number[]|Uint8Array} input the input string or byte array
	* @returns {IterableIterator<RegExpMatchArray>}
	*/
	*matchAll(input) {
		const m = this.matcher(input);
		while (m.find()) yield execResult(m, input);
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		return this.patternInput;
	}
	/**
	* Returns the program size of this pattern.
	*
	* <p>
	* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
	* "cost". Larger numbers are more expensive than smaller numbers.
	* </p>
	*
	* @returns {number} the program size of this pattern
	*/
	programSize() {
		return this.re2Input.numberOfInstructions();
	}
	/**
	* Returns the number of capturing groups in this matcher's pattern. Group zero denotes the entire
	* pattern and is excluded from this count.
	*
	* @returns {number} the number of capturing groups in this pattern
	*/
	groupCount() {
		return this.re2Input.numberOfCapturingGroups();
	}
	/**
	* Return a map of the capturing groups in this matcher's pattern, where key is the name and value
	* is the index of the group in the pattern.
	* @returns {Record<string, number>}
	*/
	namedGroups() {
		return this.re2Input.namedGroups;
	}
	/**
	*
	* @param {*} other
	* @returns {boolean}
	*/
	equals(other) {
		if (this === other) return true;
		if (other === null || this.constructor !== other.constructor) return false;
		return this.flagsInput === other.flagsInput && this.patternInput === other.patternInput;
	}
};
/**
* Creates an RE2JS regex directly from a template literal.
* @overload
* @param {TemplateStringsArray} stringsOrFlags - The raw string segments of the template literal.
* @param {...any} values - The interpolated values.
* @returns {RE2JS}
*/
/**
* Creates a template literal tag function with specific RE2JS flags.
* @overload
* @param {number} stringsOrFlags - The RE2JS flags to apply (e.g., RE2JS.CASE_INSENSITIVE).
* @returns {(strings: TemplateStringsArray, ...tagValues: any[]) => RE2JS}
*/
/**
* Implementation signature
* @param {TemplateStringsArray | number} stringsOrFlags
* @param {...any} values
* @returns {RE2JS | ((strings: TemplateStringsArray, ...tagValues: any[]) => RE2JS)}
*/
function re(stringsOrFlags, ...values) {
	if (Array.isArray(stringsOrFlags) && "raw" in stringsOrFlags) {
		const pattern = String.raw(stringsOrFlags, ...values);
		return RE2JS.compile(pattern);
	}
	const flags = typeof stringsOrFlags === "number" ? stringsOrFlags : 0;
	return (strings, ...tagValues) => {
		const pattern = String.raw(strings, ...tagValues);
		return RE2JS.compile(pattern, flags);
	};
}


;// CONCATENATED MODULE: ./lib/core/pattern.js
// Patterns that people write, in RE2 syntax: matched in linear time whatever they and the text are. Never a native RegExp.

/** Characters of a pattern. */
const LONGEST_PATTERN = 200;
/** Instructions of a compiled pattern: each byte of text may meet all of them. */
const LARGEST_PROGRAM = 1000;
/** The compiled pattern, or why it cannot be used: what is wrong, and what to write instead. */
function compilePattern(source) {
    if (source.length > LONGEST_PATTERN)
        return { problem: 'the pattern is too long', cure: `Use at most ${LONGEST_PATTERN} characters` };
    try {
        const compiled = RE2JS.compile(source);
        if (compiled.programSize() > LARGEST_PROGRAM)
            return {
                problem: 'the pattern is too large',
                cure: 'Use smaller counts: {1,30} within {1,30} is 900 copies',
            };
        if (compiled.matcher('').find())
            return {
                problem: 'the pattern matches nothing at all',
                cure: 'Require at least one character: `+` for `*`',
            };
        return compiled;
    }
    catch {
        // The message quotes the pattern.
        return {
            problem: 'not a pattern',
            cure: 'Write RE2 syntax, such as EMP-[0-9]{6}; there are no look-arounds and no back-references',
        };
    }
}

;// CONCATENATED MODULE: ./lib/masking/patterns.js
// Users' own patterns over bytes: one compiled alternative of all, behind a gate of the words that each cannot do without.


/** Bytes of a value that are searched; what is behind them counts as a hit when a pattern may match there. */
const SEARCHED = 64 * 1024;
/** Most bytes of a match; for streams. */
const LONGEST_MATCH = 1024;
/** Undefined when there are none. Throws `SluiceError` CONFIG_INVALID for one that cannot be used. */
function patterns_compilePatterns(patterns = []) {
    if (patterns.length === 0)
        return undefined;
    const all = patterns.map(({ name, pattern }) => {
        const compiled = compilePattern(pattern);
        if ('problem' in compiled)
            throw new errors/* SluiceError */.ah('CONFIG_INVALID', `the pattern “${name}” cannot be used: ${compiled.problem}`, {
                hint: compiled.cure,
            });
        return { name, compiled, word: Buffer.from(wordOf(pattern)) };
    });
    return (bytes, begin, end) => {
        const value = bytes.subarray(begin, end);
        const near = all.filter(({ word }) => word.length === 0 || value.includes(word));
        if (near.length === 0)
            return NONE;
        const found = near.flatMap((pattern) => hits(pattern, value, begin));
        return found.length < 2 ? found : apart(found);
    };
}
const NONE = [];
function hits({ name, compiled, word }, value, begin) {
    const searched = value.length > SEARCHED ? value.subarray(0, SEARCHED) : value;
    const found = [];
    const matcher = compiled.matcher(searched);
    for (let at = 0; at < searched.length && matcher.find(at);) {
        const [from, to] = [matcher.start(), matcher.end()];
        if (to > from)
            found.push({ id: name, from: begin + from, to: begin + to });
        at = Math.max(to, from + 1);
    }
    if (value.length > SEARCHED && value.includes(word, SEARCHED - word.length))
        found.push({ id: name, from: begin + SEARCHED, to: begin + value.length });
    return found;
}
/** In order; of two that overlap, one span of both. */
function apart(found) {
    const merged = [];
    for (const hit of [...found].sort((a, b) => a.from - b.from)) {
        const last = merged.at(-1);
        if (last && hit.from < last.to)
            merged[merged.length - 1] = { ...last, to: Math.max(last.to, hit.to) };
        else
            merged.push(hit);
    }
    return merged;
}
/** The longest run of plain characters outside of groups, classes, alternatives and what may be left out. */
function wordOf(pattern) {
    if (/[|]|\(\?/.test(pattern))
        return '';
    let best = '';
    let run = '';
    let depth = 0;
    const close = () => {
        if (run.length > best.length)
            best = run;
        run = '';
    };
    for (let at = 0; at < pattern.length; at++) {
        let char = pattern[at];
        let plain = /[A-Za-z0-9 _:;@#/<>=!%&,'"~-]/.test(char);
        if (char === '[') {
            at = classEnd(pattern, at);
            close();
            continue;
        }
        if (char === '\\') {
            char = pattern[++at] ?? '';
            plain = /[^A-Za-z0-9\\]/.test(char) && char.charCodeAt(0) < 0x80;
        }
        else if (char === '(')
            depth++;
        else if (char === ')')
            depth--;
        const next = pattern[at + 1] ?? '';
        if (!plain || depth > 0 || /[?*{]/.test(next)) {
            close();
            if (char === '{')
                at = Math.max(at, pattern.indexOf('}', at));
        }
        else
            run += char;
    }
    close();
    return best;
}
function classEnd(pattern, start) {
    let at = start + (pattern[start + 1] === '^' ? 2 : 1);
    if (pattern[at] === ']')
        at++;
    for (; at < pattern.length && pattern[at] !== ']'; at++) {
        if (pattern[at] === '\\')
            at++;
        else if (pattern.startsWith('[:', at))
            at = Math.max(at, pattern.indexOf(':]', at) + 1);
    }
    return at;
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
function scanner_createScanner(ids, search) {
    const built = builtIn(ids);
    return search ? withPatterns(built, search) : built;
}
/** What detectors and patterns find, whichever comes first; what overlaps is one span. Each looks at a byte once. */
function withPatterns(detectors, search) {
    let hits = [];
    let index = 0;
    // What the detectors found beyond the floor; undefined when they have not been asked yet, null for nothing.
    let ahead;
    const look = (scan) => {
        if (ahead === null || (ahead && ahead.from >= scan.floor))
            return ahead;
        const { floor } = scan;
        const id = detectors.next(scan);
        scan.floor = floor;
        return id === undefined ? null : { id, from: scan.from, to: scan.to };
    };
    return {
        reach: Math.max(detectors.reach, LONGEST_MATCH),
        next(scan) {
            if (scan.fresh) {
                hits = search(scan.bytes, scan.begin, scan.end);
                index = 0;
                ahead = undefined;
                scan.fresh = false;
            }
            while (index < hits.length && hits[index].to <= scan.floor)
                index++;
            ahead = look(scan);
            const own = hits[index];
            const first = ahead && (!own || ahead.from < own.from) ? ahead : own;
            if (!first)
                return undefined;
            const other = first === own ? ahead : own;
            scan.from = Math.max(first.from, scan.floor);
            scan.to = other && other.from < first.to ? Math.max(first.to, other.to) : first.to;
            scan.floor = scan.to;
            return first.id;
        },
    };
}
function builtIn(ids) {
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
        Object.assign(scan, { bytes: held, begin: 0, floor: shown, end: held.length, fresh: true });
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
    const columns = compileColumns(withCatalogue(masks.columns));
    const digest = createDigest(key);
    const scanner = scanner_createScanner(masks.detect.map(known), patterns_compilePatterns(masks.patterns));
    const scans = masks.detect.length > 0 || (masks.patterns ?? []).length > 0;
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
function scrubOutput({ detect, patterns }) {
    return createScrubber(createScanner(detect.map(known), compilePatterns(patterns)));
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/made-code.js

const CODE = new Set([
    'function',
    'procedure',
    'aggregate',
    'operator',
    'cast',
    'type',
    'domain',
    'extension',
]);
/** What this session made, whether or not others can see it yet. It only grows: in doubt a name may still be code. */
class MadeCode {
    #names = new Set();
    /** A cast was made: any type may mean it. */
    #casts = false;
    note(effects) {
        for (const { action, object, name } of effects) {
            if (!CODE.has(object) || !(action === 'create' || action === 'alter' || action === 'rename'))
                continue;
            if (object === 'cast')
                this.#casts = true;
            else if (name !== undefined)
                this.#names.add(lastName(name));
        }
    }
    in(uses) {
        if (!uses || (this.#names.size === 0 && !this.#casts))
            return false;
        if (this.#casts && uses.types.length > 0)
            return true;
        return everyName(uses).some((name) => this.#names.has(name));
    }
}
/** Every name that a statement uses, without schemas. */
const everyName = ({ functions, operators, types, fields }) => [...functions, ...operators, ...types, ...fields].map(lastName);
/** An operator may hold any sign, but no dot: `z.===`. */
const lastName = (name) => /^[\w".]+$/.test(name) ? bare(name) : name.slice(name.lastIndexOf('.') + 1);

;// CONCATENATED MODULE: ./lib/protocols/postgres/lineage.js

/** A derived relation depends on others; `edges` go one step down. */
class Lineage {
    #names;
    #edges;
    /** Names of functions, operators and types with casts that are code of the database, where a text does not show it. */
    #code;
    /** Made when it is first asked for. */
    #byName;
    /** Generated columns, and those of the same row that they are made of: `schema.table.column`. */
    #generated;
    constructor(parts) {
        this.#names = parts.names;
        this.#edges = parts.edges;
        this.#code = parts.code;
        this.#generated = parts.generated;
    }
    /** The columns that a generated one is made of; empty for all others. `column` is `schema.table.column`. */
    madeOf(column) {
        return (this.#generated.get(column) ?? []).flatMap((source) => [source, ...this.behind(source)]);
    }
    /** Relations whose columns are others than those of the relations behind them, for which `test` holds. */
    rebuilt(test) {
        const found = new Set();
        for (const oid of this.#edges.keys()) {
            const below = this.#below(oid);
            const all = [oid, ...below];
            if (all.some((at) => this.#calls(at)) ||
                (all.some((at) => this.rebuilds(at)) && below.some((at) => test(this.#names.get(at) ?? ''))))
                found.add(this.#names.get(oid) ?? '');
        }
        return found;
    }
    /** True when something the statement names may call code: `o.total` a function, `+` an operator. */
    disguises(uses) {
        if (this.#code.size === 0 || uses === undefined)
            return false;
        const kinds = [
            ['function', uses.functions],
            ['operator', uses.operators],
            ['type', uses.types],
            ['field', uses.fields],
        ];
        return kinds.some(([kind, names]) => names.some((name) => this.#code.has(`${kind} ${lastName(name)}`)));
    }
    derives(oid) {
        return this.#edges.has(oid);
    }
    /** Names (`schema.table`) of derived relations that read one for which `test` holds, however far down. */
    reading(test) {
        const found = new Set();
        for (const oid of this.#edges.keys()) {
            const below = this.#below(oid);
            if (below.some((base) => test(this.#names.get(base) ?? '')) ||
                [oid, ...below].some((at) => this.#calls(at)))
                found.add(this.#names.get(oid) ?? '');
        }
        return found;
    }
    /** Every column that the relation may show, all the way down; undefined when it reads no other. */
    columnsBehind(oid) {
        if (!this.#edges.has(oid))
            return undefined;
        const names = new Set();
        for (const at of [oid, ...this.#below(oid)])
            for (const { base, column, kind } of this.#edges.get(at) ?? []) {
                if (kind !== 'reads' && kind !== 'calls' && at !== oid)
                    continue;
                if (kind === 'calls') {
                    names.add('*');
                    continue;
                }
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
                        ...(this.rebuilds(table) ? (this.columnsBehind(table) ?? []) : []),
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
        for (const [column, sources] of this.#generated)
            if (column === source || (!relation.includes('.') && column.endsWith(`.${source}`)))
                found.push(...sources, ...sources.flatMap((each) => this.behind(each)));
        for (const oid of this.#named(relation)) {
            const edges = this.#edges.get(oid) ?? [];
            const inherits = edges.every(({ kind }) => kind !== 'reads' && kind !== 'calls');
            found.push(...(inherits ? this.inherited(oid, source.slice(dot + 1)) : (this.columnsBehind(oid) ?? [])));
        }
        return found;
    }
    /** Derived relations of a name, with or without its schema. */
    #named(relation) {
        if (!this.#byName) {
            this.#byName = new Map();
            for (const oid of this.#edges.keys()) {
                const name = this.#names.get(oid) ?? '';
                for (const key of [name, name.slice(name.indexOf('.') + 1)])
                    this.#byName.set(key, [...(this.#byName.get(key) ?? []), oid]);
            }
        }
        return this.#byName.get(relation) ?? [];
    }
    /** The same column of the relations it inherits from, and of those that inherit from it: their rows are its own. */
    inherited(oid, column) {
        return this.#kin(oid).map((base) => `${this.#names.get(base)}.${column}`);
    }
    /** Its columns are others than those of the relations behind it. */
    rebuilds(oid) {
        return this.#edges.get(oid)?.some(({ kind }) => kind === 'reads' || kind === 'calls') ?? false;
    }
    #calls(oid) {
        return this.#edges.get(oid)?.some(({ kind }) => kind === 'calls') ?? false;
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/dependencies.js
// What the catalogue says of views, code and inheritance, loaded over the side connection.
// pg_depend: https://www.postgresql.org/docs/current/catalog-pg-depend.html

/** Extensions compute, but for those that run SQL; what else is not the server's own may read tables. */
function own(kind, oid) {
    return `NOT EXISTS (SELECT FROM pg_catalog.pg_depend x WHERE x.classid = ${kind} AND x.objid = ${oid} AND x.deptype = 'e'
    AND x.refobjid NOT IN (SELECT oid FROM pg_catalog.pg_extension WHERE extname IN ('dblink', 'tablefunc', 'xml2')))`;
}
const DERIVED = `
SELECT d.oid, dn.nspname || '.' || d.relname, coalesce(b.oid, 0), bn.nspname || '.' || b.relname, e.attribute, a.attname, e.kind
FROM (
  SELECT r.ev_class AS derived, p.refobjid AS base, p.refobjsubid AS attribute, 'reads' AS kind
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_rewrite'::regclass AND p.objid = r.oid
    AND p.refclassid = 'pg_catalog.pg_class'::regclass AND p.refobjid <> r.ev_class
  UNION ALL
  SELECT r.ev_class, 0, 0, 'calls'
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_rewrite'::regclass AND p.objid = r.oid
    AND p.refclassid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass)
  WHERE ${own('p.refclassid', 'p.refobjid')}
  UNION ALL
  SELECT i.inhrelid, i.inhparent, 0, 'parent' FROM pg_catalog.pg_inherits i
  UNION ALL
  SELECT i.inhparent, i.inhrelid, 0, 'child' FROM pg_catalog.pg_inherits i
) e
JOIN pg_catalog.pg_class d ON d.oid = e.derived AND d.relkind IN ('r', 'v', 'm', 'p', 'f')
JOIN pg_catalog.pg_namespace dn ON dn.oid = d.relnamespace
LEFT JOIN pg_catalog.pg_class b ON b.oid = e.base
LEFT JOIN pg_catalog.pg_namespace bn ON bn.oid = b.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = b.oid AND a.attnum = e.attribute AND e.attribute <> 0
WHERE dn.nspname NOT IN ('pg_catalog', 'information_schema') AND (b.oid IS NOT NULL OR e.kind = 'calls')`;
const GENERATED = `
SELECT n.nspname || '.' || c.relname || '.' || a.attname, n.nspname || '.' || c.relname || '.' || b.attname
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated <> ''
JOIN pg_catalog.pg_depend p ON p.refclassid = 'pg_catalog.pg_class'::regclass AND p.refobjid = d.adrelid AND p.refobjsubid <> 0
  AND ((p.classid = 'pg_catalog.pg_attrdef'::regclass AND p.objid = d.oid)
    OR (p.classid = 'pg_catalog.pg_class'::regclass AND p.objid = d.adrelid AND p.objsubid = d.adnum))
JOIN pg_catalog.pg_attribute b ON b.attrelid = d.adrelid AND b.attnum = p.refobjsubid AND b.attnum <> a.attnum
JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace`;
const USERS = `NOT IN ('pg_catalog', 'information_schema')`;
/** Code that a text may run unseen: functions of one argument can be written as fields, overloads hide behind the server's own names. */
const dependencies_CODE = `
SELECT 'field ' || p.proname FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.pronargs = 1 AND n.nspname ${USERS} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'function ' || p.proname FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_proc b ON b.proname = p.proname AND b.pronamespace = 'pg_catalog'::regnamespace
WHERE n.nspname ${USERS} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'operator ' || o.oprname FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
WHERE n.nspname ${USERS} AND ${own("'pg_catalog.pg_operator'::regclass", 'o.oid')}
UNION
SELECT 'type ' || t.typname FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname ${USERS} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}`;
async function loadLineage(side) {
    const names = new Map();
    const edges = new Map();
    for (const [derived, derivedName, base, baseName, attribute, column, kind] of await side.query(DERIVED)) {
        names.set(Number(derived), derivedName);
        if (baseName !== null)
            names.set(Number(base), baseName);
        const list = edges.get(Number(derived)) ?? [];
        list.push({
            base: Number(base),
            column: column ?? undefined,
            attribute: Number(attribute),
            kind: kind === 'parent' || kind === 'child' || kind === 'calls' ? kind : 'reads',
        });
        edges.set(Number(derived), list);
    }
    const code = new Set((await side.query(dependencies_CODE)).map(([name]) => name ?? ''));
    const generated = new Map();
    for (const [column, source] of await side.query(GENERATED))
        generated.set(column, [...(generated.get(column) ?? []), source]);
    return new Lineage({ names, edges, code, generated });
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
    #closed = false;
    constructor(open) {
        this.#open = open;
    }
    /** Rows in text format, of all its results. The text is ours: it holds no literal that was not escaped. */
    async query(text, wait = ANSWER_MS) {
        return (await this.#ask(frames_frame(frames_CLIENT.Query, text), wait)).rows;
    }
    /** The columns that a query would return; it is not run. */
    async describe(text) {
        const parse = frames_frame(frames_CLIENT.Parse, '', text, Buffer.alloc(2));
        const describe = frames_frame(frames_CLIENT.Describe, Buffer.of(0x53), '');
        return (await this.#ask(Buffer.concat([parse, describe, SYNC]))).fields;
    }
    /** For good. */
    close() {
        this.#closed = true;
        this.#rest();
    }
    #rest() {
        clearTimeout(this.#idle);
        this.#upstream?.inlet.socket.end(TERMINATE);
        this.#upstream = undefined;
    }
    /** One question at a time. */
    #ask(question, wait = ANSWER_MS) {
        const asked = this.#queue.then(() => this.#once(question, wait));
        this.#queue = asked.catch(() => { });
        return asked;
    }
    async #once(question, wait) {
        clearTimeout(this.#idle);
        const upstream = await this.#connected();
        const timer = setTimeout(() => upstream.inlet.socket.destroy(), wait).unref();
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
            if (!this.#closed)
                this.#idle = setTimeout(() => this.#rest(), IDLE_MS).unref();
        }
    }
    async #connected() {
        if (this.#upstream)
            return this.#upstream;
        if (this.#closed)
            throw new Error('the session is over');
        const upstream = await this.#open();
        if (this.#closed) {
            upstream.inlet.socket.destroy();
            throw new Error('the session is over');
        }
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
/** Views upon views that are followed column by column. */
const MOST_VIEWS = 32;
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
    /** Of a domain that of its base. */
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
        const made = this.#lineage?.madeOf(name) ?? [];
        const behind = relation.sources.get(attribute) ?? relation.behind;
        const carries = behind || made.length > 0 ? [...(behind ?? []), ...made] : undefined;
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
        const rows = await this.#side.query(`WITH RECURSIVE b AS (
         SELECT oid AS own, oid FROM pg_catalog.pg_type WHERE oid IN (${oids.join(',')})
         UNION ALL SELECT b.own, t.typbasetype FROM b JOIN pg_catalog.pg_type t ON t.oid = b.oid AND t.typtype = 'd')
       SELECT b.own, t.typname, t.typtype, (SELECT e.enumlabel FROM pg_catalog.pg_enum e
         WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 1), n.nspname = 'pg_catalog'
       FROM b JOIN pg_catalog.pg_type t ON t.oid = b.oid
       JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype <> 'd'`);
        for (const oid of oids)
            this.#types.set(oid, undefined);
        for (const [oid, name, kind, label, builtIn] of rows) {
            const constant = builtIn === 't' ? undefined : userConstant(kind, label ?? undefined);
            this.#types.set(Number(oid), { name: name, ...(constant && { constant }) });
        }
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
        if (lineage && REBUILT.has(relation.kind))
            return { ...relation, sources: await this.#shown(oid, lineage), behind };
        const sources = new Map();
        if (lineage && behind) {
            for (const [attribute, column] of relation.columns)
                sources.set(attribute, lineage.inherited(oid, column));
        }
        return { ...relation, sources, behind };
    }
    /** What a view's plain columns show, through views below it; `known` has those that were asked for already. */
    async #shown(oid, lineage, known = new Map()) {
        const sources = new Map();
        known.set(oid, sources);
        for (const [attribute, { table, attribute: own }] of await viewSources(this.#side, oid)) {
            const carried = lineage.column(table, own);
            if (!carried)
                continue;
            const follow = lineage.rebuilds(table) && (known.has(table) || known.size < MOST_VIEWS);
            const below = follow ? (known.get(table) ?? (await this.#shown(table, lineage, known))) : undefined;
            const plain = below?.get(own);
            sources.set(attribute, plain ? [carried[0], ...plain] : carried);
        }
        return sources;
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

const startup_CODE = {
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
        if (code === startup_CODE.ssl || code === startup_CODE.gss) {
            // Bytes behind the request were sent before anybody could have answered: somebody injected them (CVE-2021-23214).
            if (body.length !== 4 || inlet.pending > 0 || asked.has(code))
                throw new ProtocolError('bytes behind a request for encryption');
            asked.add(code);
            inlet.socket.write('N');
            continue;
        }
        if (code === startup_CODE.cancel) {
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
    if (code > startup_CODE.protocol32 || options.length > 0) {
        const parts = [int32(Math.min(code, startup_CODE.protocol32), options.length), ...options];
        inlet.socket.write(frames_frame(UPSTREAM.NegotiateProtocolVersion, ...parts));
    }
    const proven = local.method === 'password'
        ? await cleartext(inlet, messages, local)
        : await scram(inlet, messages, local, startup.user);
    if (!proven || !same(startup.user, local.user))
        throw new Refusal('28P01', `password authentication failed for user "${startup.user.slice(0, 63)}"`, 'Use the user and password that the session printed or exported (PGUSER, PGPASSWORD).');
    return { kind: 'startup', startup, keyLength: code >= startup_CODE.protocol32 ? 32 : 4 };
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/outcome.js
// What becomes of an answer.
/** The frame stays as it is. */
const KEEP = 0;
/** Nothing more can be decided until the inlet is released. */
const HOLD = 1;

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

;// CONCATENATED MODULE: ./lib/protocols/postgres/settings.js



/** Why the session may not go on with this setting, or undefined. Statements are judged as the server reads them only with these. */
function unsafeParameter(name, value, readOnly) {
    if (name === 'client_encoding' && value !== 'UTF8')
        return 'client_encoding is no longer UTF8';
    if (name === 'standard_conforming_strings' && value !== 'on')
        return 'standard_conforming_strings is off';
    if (readOnly && name === READ_ONLY && value !== 'on')
        return 'transactions are no longer read only';
    return undefined;
}
/** Reported by the server since version 14. */
const READ_ONLY = 'default_transaction_read_only';
function parameterStatus(x, b, at, end) {
    const zero = stringEnd(b, at + 5, end);
    const name = b.toString('utf8', at + 5, zero);
    const value = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end));
    const wrong = unsafeParameter(name, value, x.shared.readOnly);
    if (wrong) {
        x.gate.limit('setting', wrong);
        x.end({ severity: 'FATAL', sqlstate: '0A000', message: `the session ends: ${wrong}` });
        return undefined;
    }
    const { masking, plans } = x.shared;
    const scrubbed = FREE.has(name) && mayCarry(x) ? '****' : plans.inert ? value : masking.scrub(value);
    return scrubbed === value ? KEEP : frames_frame(UPSTREAM.ParameterStatus, name, scrubbed);
}
/** Settings that hold any text, so that `set_config` could put a value of a row there. */
const FREE = new Set(['application_name', 'search_path']);
/** True unless the statement that is being answered touches nothing protected. */
function mayCarry(x) {
    if (!x.shared.plans.masksColumns || x.pipeline.length === 0)
        return false;
    const { item } = x.pipeline;
    return !(item instanceof Run) || x.taintOf(item) !== 'none';
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/judge.js


const NOTHING = { effects: [], relations: [], count: 0, changes: { schema: false, resolution: false } };
const judge_NONE = [];
const NO_USES = { functions: [], operators: [], types: [], fields: [], assigned: [] };
/** Where it stands, nobody can follow what a name means. */
const judge_hidden = ({ action, via = [] }) => action === 'prepare' && via.length > 0;
const HIDDEN = {
    severity: 'ERROR',
    sqlstate: '0A000',
    message: 'refused: PREPARE and DEALLOCATE inside of code',
    hint: 'Send them as statements of their own.',
};
/** Transactions of the session would not be read only any more. */
const writes = ({ action, object, name = '', detail }) => action === 'set' &&
    object === 'setting' &&
    /^(?:default_)?transaction_read_only$/.test(name) &&
    detail !== 'to its safe value' &&
    !(detail === 'to its default' && name === READ_ONLY);
const WRITING = {
    severity: 'ERROR',
    sqlstate: '42501',
    message: 'refused: this session may only read',
    hint: 'Ask for a target with another guard.',
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
    #parameters = new WeakMap();
    constructor(exchange) {
        this.#x = exchange;
    }
    /** Judges `bytes[from, to)`. Undefined: held; ask again with the same frame when the inlet is released. */
    statement(bytes, from, to, id, prepared, types = judge_NONE) {
        if (this.#ready)
            return this.#taken();
        const { inspector, analyser } = this.#x.shared;
        const read = inspector.read(bytes, from, to);
        if (!read)
            return this.#unreadable(id);
        const analysis = analyser.analyse(read.text, this.#x.gone);
        const go = (plain) => {
            const analysed = types.length === 0 ? plain : this.#typed(plain, types);
            return (
            // What the names stand for is known when everything before is answered.
            this.#x.awaits(analysed)
                ? this.#x.whenAnswered().then(() => go(analysed))
                : this.#decide({ id, text: read.text, sha256: read.sha256, analysis: this.#x.resolved(analysed) }, prepared));
        };
        return this.#settle(analysis instanceof Promise ? analysis.then(go) : go(analysis));
    }
    /** With the types that the client gives its parameters, by number; the same again for the same. */
    #typed(analysis, types) {
        const key = types.join();
        const known = this.#parameters.get(analysis);
        if (known?.key === key)
            return known.typed;
        const uses = analysis.uses ?? NO_USES;
        const typed = { ...analysis, uses: { ...uses, types: [...uses.types, ...types.map(String)] } };
        this.#parameters.set(analysis, { key, typed });
        return typed;
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
        const { plans, readOnly } = this.#x.shared;
        if (readOnly && analysis.effects.some(writes))
            return { statement, failure: this.#refused(statement, WRITING) };
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/asking.js
// What a message of the client asks for: judged, put in the pipeline, or refused in its turn.






/** What becomes of a frame. */
const PASS = 0;
const WAIT = 1;
const DROP = 2;
class Asking {
    #x;
    #judge;
    /** Written in front of the frame, or in its place when it is dropped. */
    insert;
    /** Extended messages were sent since the last Sync. */
    unsynced = false;
    #id = 0;
    constructor(exchange) {
        this.#x = exchange;
        this.#judge = new Judge(exchange);
    }
    query(b, at, end) {
        if (stringEnd(b, at + 5, end) !== end - 1)
            throw new ProtocolError('a Query that does not end at its end');
        const judged = this.#judge.statement(b, at + 5, end - 1, this.#id + 1, undefined);
        if (judged === undefined)
            return WAIT;
        this.#id++;
        if (judged.failure)
            return this.refuseQuery(judged.failure);
        this.unsynced = false;
        this.#x.names.segment++;
        const run = new Run('', judged.statement);
        run.copy = judged.copy;
        run.standing = this.#x.standing(judged.statement);
        run.restart(this.#x.shared.now());
        this.#x.pipeline.push(ASKED.query, run);
        this.#x.runs(judged.statement);
        return PASS;
    }
    parse(b, at, end) {
        const name = readName(b, at + 5, end);
        const from = stringEnd(b, at + 5, end) + 1;
        const to = stringEnd(b, from, end);
        if (end - to < 3 || end - to !== 3 + 4 * b.readUInt16BE(to + 1))
            throw new ProtocolError('a Parse whose count of types is wrong');
        if (name !== '' && !this.#settled(name))
            return this.settle();
        const judged = this.#judge.statement(b, from, to, this.#id + 1, name, ownTypes(b, to + 1));
        if (judged === undefined)
            return WAIT;
        this.#id++;
        if (judged.failure)
            return this.#refuse(judged.failure);
        const prepared = new Prepared(name, judged.statement, this.#x.names.segment);
        this.#x.names.preparing(prepared);
        return this.#ask(ASKED.parse, prepared);
    }
    bind(b, at, end) {
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
            return this.settle();
        const statement = names.prepared(name);
        if (!statement)
            return this.#refuse(unknown('26000', `prepared statement "${name}" does not exist`));
        if (this.#x.awaits(statement.analysis))
            return this.settle();
        const options = { source: name, parameters: b.readUInt16BE(parameters), segment: names.segment };
        const run = new Run(portal, statement, options);
        run.standing = this.#x.standing(statement);
        names.binding(run);
        return this.#ask(ASKED.bind, run);
    }
    describe(b, at, end) {
        const name = readName(b, at + 6, end);
        const { names } = this.#x;
        if (b[at + 5] === 0x53) {
            if (!this.#settled(name))
                return this.settle();
            const statement = names.prepared(name);
            return this.#ask(ASKED.describeStatement, statement ? new Run(name, statement) : null);
        }
        if (b[at + 5] !== 0x50)
            throw new ProtocolError('a Describe of neither statement nor portal');
        if (!this.#portalSettled(name))
            return this.settle();
        const run = names.portal(name);
        if (!run)
            return this.#refuse(unknown('34000', `portal "${name}" does not exist`));
        run.described = true;
        return this.#ask(ASKED.describePortal, run);
    }
    execute(b, at, end) {
        const x = this.#x;
        const name = readName(b, at + 5, end);
        if (!this.#portalSettled(name))
            return this.settle();
        const run = x.names.portal(name);
        if (!run)
            return this.#refuse(unknown('34000', `portal "${name}" does not exist`));
        if (x.pends(run.statement.analysis))
            return this.settle();
        if (run.standing) {
            if (x.awaits(run.statement.analysis))
                return this.settle();
            // What it runs was described when it was bound.
            if (!asking_same(run.standing, x.standing(run.statement)))
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
            this.insert = describePortal(name);
            x.pipeline.push(ASKED.describeOurs, run);
        }
        if (x.pipeline.length === 0)
            run.restart(x.shared.now());
        const asked = this.#ask(ASKED.execute, run);
        x.runs(run.statement);
        return asked;
    }
    close(b, at, end) {
        const name = readName(b, at + 6, end);
        const { names } = this.#x;
        if (b[at + 5] === 0x53) {
            if (!this.#settled(name))
                return this.settle();
            const closed = new Prepared(name, undefined, names.segment);
            names.preparing(closed);
            return this.#ask(ASKED.close, closed);
        }
        if (b[at + 5] !== 0x50)
            throw new ProtocolError('a Close of neither statement nor portal');
        if (!this.#portalSettled(name))
            return this.settle();
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
        this.unsynced = true;
        this.#x.pipeline.push(kind, item);
        return PASS;
    }
    /** The client waits until every answer is here; a Flush makes the server give them. */
    settle() {
        if (this.#x.pipeline.length === 0)
            throw new ProtocolError('a name whose statement is not known');
        this.#x.settling = true;
        this.#x.client.hold();
        return WAIT;
    }
    /** In place of an extended message: one that fails on the server too; its error is replaced by `failure`. */
    #refuse(failure) {
        this.unsynced = true;
        this.#x.pipeline.push(ASKED.refused, frames_errorResponse(failure));
        this.insert = FAILING;
        return DROP;
    }
    refuseQuery(failure) {
        if (this.unsynced)
            throw new ProtocolError('a simple query behind extended messages without a Sync was refused');
        this.#x.pipeline.push(ASKED.refused, frames_errorResponse(failure));
        this.#x.pipeline.push(ASKED.sync, null);
        this.#x.names.segment++;
        this.insert = Buffer.concat([FAILING, SYNC]);
        return DROP;
    }
}
const asking_same = (before, now) => before.length === now?.length && before.every((each, index) => each === now[index]);
const unknown = (sqlstate, message) => ({ severity: 'ERROR', sqlstate, message });
const FIRST_OWN = 16_384;
const asking_NONE = [];
/** OIDs of parameters whose types are not the server's own: their code runs when values are bound. */
function ownTypes(b, at) {
    let found = asking_NONE;
    const end = at + 2 + 4 * b.readUInt16BE(at);
    for (let oid = at + 2; oid < end; oid += 4)
        if (b.readUInt32BE(oid) >= FIRST_OWN)
            found = [...found, b.readUInt32BE(oid)];
    return found;
}

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

;// CONCATENATED MODULE: ./lib/protocols/postgres/client-side.js
// Client to upstream: every frame is looked at, statements are judged, and runs of untouched frames pass as one slice.
// Message flow: https://www.postgresql.org/docs/current/protocol-flow.html





const KNOWN = knownTypes(frames_CLIENT);
/** Names, format codes and the parameter count of a Bind lie within this. */
const BIND_HEAD = 160 * 1024;
/** Unanswered messages; more and the client waits. */
const MOST_UNANSWERED = 16_384;
class ClientSide {
    #x;
    #asking;
    /** Bytes of the current frame that are still to pass, or to be dropped. */
    #rest = 0;
    #restDropped = false;
    terminated = false;
    #digest;
    constructor(exchange) {
        this.#x = exchange;
        this.#asking = new Asking(exchange);
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
            this.#asking.insert = undefined;
            const action = this.#frame(type, buffer, at, Math.min(end, at + size), size);
            if (action === WAIT)
                break;
            if (action === DROP || this.#asking.insert) {
                this.#forward(buffer, from, at);
                if (this.#asking.insert)
                    this.#write(this.#asking.insert);
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
            return this.#asking.settle();
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
                return this.#asking.query(b, at, end);
            case frames_CLIENT.Parse:
                return this.#asking.parse(b, at, end);
            case frames_CLIENT.Bind:
                return this.#asking.bind(b, at, end);
            case frames_CLIENT.Describe:
                return this.#asking.describe(b, at, end);
            case frames_CLIENT.Execute:
                return this.#asking.execute(b, at, end);
            case frames_CLIENT.Close:
                return this.#asking.close(b, at, end);
            case frames_CLIENT.Flush:
                return PASS;
            case frames_CLIENT.Sync:
                if (size !== 5)
                    throw new ProtocolError('a Sync with a body');
                x.skipping = false;
                this.#asking.unsynced = false;
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
                return this.#asking.refuseQuery({
                    severity: 'ERROR',
                    sqlstate: '0A000',
                    message: 'the function call protocol is refused',
                    hint: 'Call the function by a SELECT.',
                });
            default:
                throw unacceptable(type);
        }
    }
}
const inCopy = (type) => type === frames_CLIENT.CopyData ||
    type === frames_CLIENT.CopyDone ||
    type === frames_CLIENT.CopyFail ||
    type === frames_CLIENT.Sync ||
    type === frames_CLIENT.Flush ||
    type === frames_CLIENT.Terminate;
const unacceptable = (type) => new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not accepted`);

;// CONCATENATED MODULE: ./lib/protocols/postgres/changed.js

const CHANGING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own', 'load', 'unknown']);
/** They change what runs with the next statement of any kind. */
const ANYTHING = new Set(['load', 'unknown']);
const WIDE = new Set(['event-trigger', 'extension', 'language', 'foreign-schema']);
/** No code hangs on them. */
const APART = new Set('sequence role database tablespace server user-mapping publication subscription comment collation statistics security-label'.split(' '));
/** They concern the statements that name their relation. */
const HELD = new Set(['table', 'column', 'constraint', 'index', 'default']);
/** What is made later, or not at all, by the statement that holds it. */
const LATER = new Set(['function', 'view', 'trigger', 'rule', 'prepare']);
const QUIET = new Set(['comment', 'grant', 'revoke', 'transaction', 'notify', 'prepare']);
class Changed {
    #names = new Set();
    /** Functions, triggers, rules, views, types: anything that reads or writes may run them. */
    #code = false;
    #all = false;
    get any() {
        return this.#all || this.#code || this.#names.size > 0;
    }
    /** `effects`: those of the analysis, with what stored code adds. */
    note({ relations }, effects) {
        for (const effect of effects) {
            const { action, object, name, stored, temporary } = effect;
            // What stored code may do is no reason to read all of it after each call.
            if (!CHANGING.has(action) || temporary || (stored && ANYTHING.has(action)))
                continue;
            if (ANYTHING.has(action) || WIDE.has(object))
                this.#all = true;
            else if (APART.has(object) || (object === 'schema' && action === 'create'))
                continue;
            else if (HELD.has(object) && holds(effect)) {
                if (name !== undefined)
                    this.#names.add(bare(name));
                for (const relation of relations)
                    this.#names.add(bare(relation));
            }
            else
                this.#code = true;
        }
    }
    add(other) {
        for (const name of other.#names)
            this.#names.add(name);
        this.#code ||= other.#code;
        this.#all ||= other.#all;
    }
    clear() {
        this.#names.clear();
        this.#code = this.#all = false;
    }
    /** True when the statement may run or touch what has changed. */
    concerns({ effects, relations }) {
        if (this.#all)
            return true;
        if (this.#code && !effects.every(quiet))
            return true;
        return this.#names.size > 0 && relations.some((relation) => this.#names.has(bare(relation)));
    }
}
/** A foreign key is something that the other table sets off, also through a view. */
const holds = ({ action, detail, cascade }) => action !== 'rename' && action !== 'move' && !cascade && detail !== 'referenced by a foreign key';
/** It runs no code of the database now, but that of event triggers. */
const quiet = ({ action, object, via }) => (via !== undefined && LATER.has(via[0] ?? '')) ||
    QUIET.has(action) ||
    (action === 'create' && !HELD.has(object)) ||
    (action === 'create' && object === 'table') ||
    (action === 'set' && object === 'setting');

;// CONCATENATED MODULE: ./lib/protocols/postgres/drift.js

/** The meaning of any name may have changed. */
const drift_ANYTHING = new Set(['rename', 'move', 'unknown', 'load']);
const drift_CHANGING = new Set(['create', 'alter', 'drop', 'detach', 'own']);
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
            if (drift_ANYTHING.has(effect.action) || wide(effect))
                this.all = true;
            if (!drift_CHANGING.has(effect.action))
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
const wide = ({ action, object }) => (object === 'schema' && action !== 'create' && drift_CHANGING.has(action)) || object === 'extension';
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
/** Makes last what the transaction did before. */
const commits = ({ action, object, detail }) => action === 'transaction' && (detail === 'commit' || (object === 'two-phase' && detail === 'prepare'));

;// CONCATENATED MODULE: ./lib/protocols/postgres/taint.js



const TAINTS = ['none', 'seen', 'unseen', 'moved'];
const stronger = (one, other) => TAINTS.indexOf(one) > TAINTS.indexOf(other) ? one : other;
class Taints {
    #masking;
    #catalogue;
    #known = new WeakMap();
    /** Code that this session makes. */
    #made = new MadeCode();
    /** Table parts of the patterns. */
    #tables;
    /** Views that read protected relations or run code, with and without schema, of the lineage they were made from. */
    #reading = new Set();
    #lineage;
    constructor(masking, catalogue, columns) {
        this.#masking = masking;
        this.#catalogue = catalogue;
        this.#tables = withCatalogue(columns).map(({ pattern }) => taint_glob(pattern.split('.').at(-2) ?? '*'));
    }
    runs(effects) {
        this.#made.note(effects);
    }
    of(analysis) {
        const { generation } = this.#catalogue;
        const known = this.#known.get(analysis);
        if (known?.generation === generation)
            return known.taint;
        const unseen = analysis.relations.some((relation) => this.#rebuilt(relation)) ||
            (this.#catalogue.lineage?.disguises(analysis.uses) ?? true) ||
            this.#made.in(analysis.uses) ||
            analysis.effects.some(({ action }) => action === 'unknown' || (action === 'call' && !told(analysis)));
        const seen = analysis.relations.some((relation) => this.#protects(relation) || this.#kinProtects(relation)) ||
            (analysis.outputs?.some(({ foreign }) => foreign) ?? false);
        const taint = unseen ? 'unseen' : seen ? 'seen' : 'none';
        this.#known.set(analysis, { generation, taint });
        return taint;
    }
    /** A relation without its schema may be in any. */
    #protects(written) {
        const relation = relationOf(written);
        if (relation.includes('.'))
            return this.#masking.protects(relation);
        return this.#tables.some((table) => table.test(relation));
    }
    /** True for a view that reads a protected relation or runs code. Without the lineage everything may be one. */
    #rebuilt(written) {
        const { lineage } = this.#catalogue;
        if (!lineage)
            return true;
        if (this.#lineage !== lineage) {
            this.#lineage = lineage;
            this.#reading = withBare(lineage.rebuilt((base) => this.#masking.protects(base)));
        }
        return this.#reading.has(relationOf(written));
    }
    /** True when a relation it inherits from, or one that inherits from it, is protected. */
    #kinProtects(written) {
        const behind = this.#catalogue.lineage?.behind(`${relationOf(written)}.*`) ?? [];
        return behind.some((name) => this.#masking.protects(name.slice(0, name.lastIndexOf('.'))));
    }
    /** What a computed column may carry; undefined when that is not known. */
    carried({ outputs, count: statements }, { index, count, label }, taint) {
        // Outputs are those of the last statement; whether this is the one is not known.
        if (statements > 1 || !outputs || outputs.length !== count || outputs.some(({ star }) => star))
            return undefined;
        const output = outputs[index];
        if (output.opaque)
            return taint_NOTHING;
        if (taint === 'unseen' || output.foreign)
            return undefined;
        if (output.name !== undefined && output.name !== label)
            return undefined;
        return output.sources.flatMap((source) => this.#carriedFrom(source));
    }
    /** What the statement itself puts into the column that it returns. */
    written({ name }, { flows }, taint) {
        if (!flows || taint === 'none')
            return taint_NOTHING;
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
        const column = source.slice(dot + 1);
        const behind = this.#catalogue.lineage?.behind(`${relationOf(relation)}.${column}`) ?? taint_NOTHING;
        return this.#protects(relation) ? [column, ...behind] : behind;
    }
}
const taint_NOTHING = [];
const withBare = (relations) => new Set([...relations, ...[...relations].map((name) => name.slice(name.indexOf('.') + 1))]);
/** True when each output column's own expression is known, so that functions show there. */
const told = ({ outputs }) => outputs?.every(({ star }) => !star) ?? false;
function taint_glob(pattern) {
    const literals = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's');
}

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
    /** Aborts when the client is gone. */
    gone;
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
    /** What was sent since the last transaction was over may have changed this of the stored code. */
    changed = new Changed();
    /** The part of it that is not answered. */
    #changing = new Changed();
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
        this.gone = parts.gone;
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
        const [only] = standing?.length === 1 ? standing : [];
        if (only && !names(only) && exchange_told(statement.analysis, only.analysis))
            return stronger(plans.taint(statement.analysis), plans.taint(only.analysis));
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
    /** True when the statement uses a name, or may run code, that answers still to come may change. */
    awaits(analysis) {
        if (this.pipeline.length === 0)
            return false;
        if (this.pends(analysis))
            return true;
        return analysis.effects.some((effect) => uses(effect) && !this.names.settledBoth(wireName(effect.name ?? ''), this.naming));
    }
    /** True when what it runs, or makes last, depends on answers still to come. */
    pends(analysis) {
        if (this.pipeline.length === 0)
            return false;
        if (this.shared.countsRows && analysis.effects.some(commits))
            return true;
        return this.#changing.any && this.#changing.concerns(analysis);
    }
    /** It is about to be sent and run: what it may change is not certain until it is answered. */
    runs({ analysis, text }) {
        const { effects, changes } = analysis;
        this.shared.stored.note(analysis, this.#changing);
        if (this.#changing.any)
            this.changed.add(this.#changing);
        if (effects.some(moves))
            this.naming = true;
        if (!this.shared.plans.masksColumns)
            return;
        this.shared.plans.runs(analysis);
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
    /** What a lone EXECUTE or FETCH returns is what its name stands for returns. */
    #shown({ effects, count }) {
        const [effect, ...others] = effects.filter(uses);
        if (!effect || others.length > 0 || count !== 1)
            return {};
        const name = wireName(effect.name ?? '');
        const run = effect.action === 'execute' ? undefined : this.names.portal(name);
        const statement = run && !run.doubtful ? run.statement : executes(effect) ? this.names.prepared(name) : undefined;
        const { outputs, flows } = statement?.analysis ?? {};
        return { ...(outputs && { outputs }), ...(flows && { flows }) };
    }
    /** `EXECUTE name` of what this connection prepared does what was judged then. */
    resolved(analysis) {
        if (!analysis.effects.some(executes))
            return analysis.effects.some(uses) ? { ...analysis, ...this.#shown(analysis) } : analysis;
        const effects = [];
        const relations = new Set(analysis.relations);
        let usage = analysis.uses;
        for (const effect of analysis.effects) {
            const prepared = executes(effect) ? this.names.prepared(wireName(effect.name ?? '')) : undefined;
            effects.push(prepared ? { ...effect, detail: 'prepared on this connection' } : effect);
            for (const inner of prepared?.analysis.effects ?? [])
                if (inner.action !== 'prepare')
                    effects.push({ ...inner, via: ['execute'] });
            for (const relation of prepared?.analysis.relations ?? [])
                relations.add(relation);
            usage = both(usage, prepared?.analysis.uses);
        }
        const known = { effects, relations: [...relations], ...(usage && { uses: usage }) };
        return { ...analysis, ...known, ...this.#shown(analysis) };
    }
    /** The server is in no transaction: what was changed shows on other connections. */
    idle() {
        const { shared, pipeline, changed } = this;
        this.gate.idle();
        this.names.transactionEnded();
        shared.plans.invalidate(wider(this.moved.upheaval, this.schema));
        this.schema = 'none';
        if (changed.any)
            shared.stored.invalidate(changed);
        if (pipeline.length > 0)
            return;
        shared.drift.over(this.moved);
        changed.clear();
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
        if (this.#changing.any)
            this.#changing.clear();
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
/** The statement's outputs are those of what its name stands for now. */
const exchange_told = ({ outputs }, named) => outputs !== undefined && outputs === named.outputs;
function both(one, other) {
    if (!one || !other)
        return one ?? other;
    return {
        functions: [...one.functions, ...other.functions],
        operators: [...one.operators, ...other.operators],
        types: [...one.types, ...other.types],
        fields: [...one.fields, ...other.fields],
        assigned: [...one.assigned, ...other.assigned],
    };
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
        // Its patience ended while there was something to write.
        else if (this.#patience === undefined)
            this.#peek();
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
    socket.write(int32(8, startup_CODE.ssl));
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
    const startup = frames_frame(0, int32(startup_CODE.protocol30), ...pairs, Buffer.of(0)).subarray(1);
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/labels.js

/** The RowDescription `b[at, end)` with names that nobody has seen replaced; undefined when it is fine as it is. */
function hideLabels(x, run, b, at, end) {
    if (!x.shared.plans.masksColumns || !(run.doubtful || run.standing?.includes(undefined)))
        return undefined;
    const fields = readRowDescription(b, at + 5, end);
    const labels = fields.map((field, index) => field.label === x.shared.plans.nameOf(field) ? field.label : `column${index + 1}`);
    if (labels.every((label, index) => label === fields[index].label))
        return undefined;
    const parts = [int16(fields.length)];
    fields.forEach(({ table, attribute, type, format }, index) => {
        // The modifier and the size of the type are of no use to who cannot see the value.
        parts.push(labels[index], int32(table), int16(attribute), int32(type), int16(-1), int32(-1), int16(format === 'binary' ? 1 : 0));
    });
    return frames_frame(UPSTREAM.RowDescription, ...parts);
}
function int16(value) {
    const bytes = Buffer.allocUnsafe(2);
    bytes.writeInt16BE(value);
    return bytes;
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
const withhold_KEPT = new Set(['view', 'function', 'rule', 'prepare', 'trigger']);
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
const kept = ({ via = [] }) => via.some((step) => withhold_KEPT.has(step));

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
/** NotificationResponse: int32 pid, then channel and payload. Whoever sent it, a trigger say, may have read any row. */
function redactNotification({ masking, plans }, b, at, end) {
    const zero = stringEnd(b, at + 9, end);
    const payload = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end));
    const withheld = plans.masksColumns && payload !== '';
    const scrubbed = withheld ? '****' : masking.inert ? payload : masking.scrub(payload);
    if (scrubbed === payload)
        return undefined;
    return frames_frame(UPSTREAM.NotificationResponse, int32(b.readInt32BE(at + 5)), b.toString('utf8', at + 9, zero), scrubbed);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/answers.js
// Answers in their order: each belongs to the head of the pipeline.











const IDLE = 0x49;
const FAILED = 0x45;
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
                return redactNotification(this.#x.shared, b, at, end) ?? KEEP;
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
            const standing = item instanceof Run ? x.standing(item.statement) : undefined;
            return hideLabels(x, { standing, doubtful: false }, b, at, end) ?? KEEP;
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
        return kind === ASKED.describeOurs ? undefined : (hideLabels(x, item, b, at, end) ?? KEEP);
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
        if (x.status === IDLE)
            x.idle();
        else if (x.status === FAILED)
            x.gate.failed();
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
    /** The end of a frame is at hand of which the client has the beginning only. */
    #torn = false;
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
        return !this.#torn && (this.#rest === 0 || this.#restDropped);
    }
    /** What runs right now and was not answered. */
    get running() {
        return this.#answers.running;
    }
    take(buffer, start, end) {
        const out = this.#out;
        out.begin(buffer, start);
        let at = start;
        if (this.#rest > 0) {
            this.#torn = !this.#restDropped;
            at = this.#rests(buffer, start, end);
        }
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
        this.#torn = false;
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
    /** The client is gone: nobody waits for what is still to be analysed. */
    #gone = new AbortController();
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
        const settings = upstreamSettings(startup, shared.terms.limits);
        if (shared.readOnly)
            settings.set(READ_ONLY, 'on');
        const upstream = await login(settings);
        this.#upstream = upstream;
        upstream.inlet.socket.once('close', () => this.#upstreamClosed());
        if (this.#reason !== undefined || this.#client.socket.destroyed)
            return this.#finish();
        for (const [name, value] of upstream.parameters) {
            const wrong = unsafeParameter(name, value, shared.readOnly);
            if (wrong)
                throw new errors/* SluiceError */.ah('UPSTREAM_REFUSED', `Target ${shared.terms.name}: ${wrong}`);
        }
        const exchange = new Exchange({
            shared,
            gate: this.#gate,
            client: this.#client,
            upstream: upstream.inlet,
            gone: this.#gone.signal,
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
        shared.stored.warm();
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
        this.#gone.abort();
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

// EXTERNAL MODULE: ./lib/sql/parser.js
var sql_parser = __nccwpck_require__(745);
// EXTERNAL MODULE: ./lib/sql/shape.js
var shape = __nccwpck_require__(533);
// EXTERNAL MODULE: ./lib/sql/slices.js
var slices = __nccwpck_require__(581);
;// CONCATENATED MODULE: ./lib/sql/split.js
// A script's statements, for tools that read files. The relay never splits: it judges what it forwards.



/** The statements of a script. One that does not parse as a whole is taken apart at its semicolons, as psql does. */
async function splitScript(text) {
    if ((0,shape/* shapeOf */.F)(text) === 'deep')
        return placed(text, cut(text));
    const parser = await (0,sql_parser.loadParser)();
    try {
        const statements = parser.parse(text.replaceAll('\0', ' '));
        return placed(text, (0,slices/* statementTexts */.o)(text, statements));
    }
    catch (error) {
        if (!(error instanceof sql_parser.SyntaxFailure) && !(0,sql_parser.isSpoilt)(error))
            throw error;
        return placed(text, cut(text));
    }
}
/** Without what is blank, with their lines; in one pass, for scripts have many statements. */
function placed(text, pieces) {
    const found = [];
    const lineAt = lineCounter(text);
    let at = 0;
    let told = 0;
    for (const piece of pieces) {
        const start = text.indexOf(piece, at);
        at = start + piece.length;
        const first = start + blank(piece);
        const rest = text.slice(first, at).trimEnd();
        // Rows of COPY may stand between two statements.
        const between = text.slice(told, start);
        const above = `${blank(between) === between.length ? between : ''}${text.slice(Math.max(start, told), first)}`;
        if (rest === '')
            continue;
        BEHIND.lastIndex = at;
        const behind = BEHIND.exec(text)?.[0] ?? '';
        told = at + behind.length;
        const line = lineAt(first);
        const endLine = lineAt(first + rest.length);
        found.push({ text: rest, line, endLine, remarks: `${above}\n${behind}` });
    }
    return found;
}
/** The line of an offset, from 1; offsets only grow. */
function lineCounter(text) {
    let line = 1;
    let end = text.indexOf('\n');
    return (offset) => {
        while (end !== -1 && end < offset) {
            line++;
            end = text.indexOf('\n', end + 1);
        }
        return line;
    };
}
/** The semicolon, and a comment that ends its line. */
const BEHIND = /\s*;?(?:[ \t]*(?:--[^\n\r]*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*(?=[\n\r]|$)))?/y;
const split_TOKEN = /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n\r]*|\/\*|(?<![\w$\u0080-\uffff])(\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|[();]|\bbegin\s+atomic\b|\b(?:case|end)\b|\\[^\n\r]*/gi;
/** At semicolons outside of quotes, comments, brackets and SQL bodies; commands of psql and rows of COPY stand by themselves. */
function cut(text) {
    const pieces = [];
    let from = 0;
    let brackets = 0;
    let blocks = 0;
    const end = (to) => {
        pieces.push(text.slice(from, to));
        from = to;
    };
    split_TOKEN.lastIndex = 0;
    for (let found = split_TOKEN.exec(text); found; found = split_TOKEN.exec(text)) {
        const token = found[0].toLowerCase();
        if (found[1] !== undefined)
            split_TOKEN.lastIndex = after(text, found[1], split_TOKEN.lastIndex);
        else if (token === '/*')
            split_TOKEN.lastIndex = commentEnd(text, split_TOKEN.lastIndex);
        else if (token === '(')
            brackets++;
        else if (token === ')')
            brackets = Math.max(0, brackets - 1);
        else if (token.startsWith('begin'))
            blocks++;
        else if (token === 'case' && blocks > 0)
            blocks++;
        else if (token === 'end' && blocks > 0)
            blocks--;
        else if (token.startsWith('\\') && from + blank(text.slice(from, found.index)) === found.index)
            end(split_TOKEN.lastIndex);
        else if (token === ';' && brackets === 0 && blocks === 0) {
            end(found.index);
            from = split_TOKEN.lastIndex;
            if (COPY_IN.test(pieces.at(-1) ?? ''))
                from = split_TOKEN.lastIndex = after(text, '\n\\.', split_TOKEN.lastIndex);
        }
    }
    end(text.length);
    return pieces;
}
const COPY_IN = /^\s*(?:--[^\n]*\n\s*)*copy\b[^;]*\bfrom\s+stdin\b/i;
/** Length of the spaces and comments that the text begins with. */
function blank(text) {
    let at = 0;
    for (;;) {
        split_SPACE.lastIndex = at;
        at += split_SPACE.exec(text)?.[0].length ?? 0;
        if (!text.startsWith('/*', at))
            return at;
        at = commentEnd(text, at + 2);
    }
}
const split_SPACE = /(?:\s|--[^\n\r]*)*/y;
/** Behind the next `mark`; the end of the text when there is none. */
function after(text, mark, at) {
    const found = text.indexOf(mark, at);
    return found === -1 ? text.length : found + mark.length;
}
/** Comments nest. */
function commentEnd(text, from) {
    let depth = 1;
    let at = from;
    while (depth > 0) {
        const close = text.indexOf('*/', at);
        const open = text.indexOf('/*', at);
        if (close === -1)
            return text.length;
        const opens = open !== -1 && open < close;
        depth += opens ? 1 : -1;
        at = (opens ? open : close) + 2;
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/estimates.js


const CHANGES = new Set(['delete', 'update']);
/** Constructs that the planner sees as part of the statement. */
const PLANNED = new Set(['with', 'on-conflict', 'explain']);
/** Stored code that runs with the rows, not when the statement is planned. */
const WITH_ROWS = new Set(['trigger', 'cascade']);
/** Milliseconds that an estimate is good for. */
const estimates_FRESH_MS = 2000;
const estimates_KEPT = 64;
const estimates_LONGEST = 100_000;
/** Statements of one text that are asked about. */
const estimates_MOST = 50;
/** Versions from which parameters can be planned without their values. */
const GENERIC = 160_000;
class Estimates {
    #side;
    #stored;
    #now;
    #known = new Map();
    constructor(side, stored, now) {
        this.#side = side;
        this.#stored = stored;
        this.#now = now;
    }
    /** See `Target.estimate`. */
    of({ text, analysis }, effects, { moved }) {
        const { changes, count } = analysis;
        if (moved || changes.schema || changes.resolution || text.length > estimates_LONGEST || count > estimates_MOST)
            return undefined;
        if (!effects.some(asks) || !effects.every(plans))
            return undefined;
        const asked = count === 1
            ? this.#asked([text])
            : splitScript(text).then((pieces) => this.#asked(pieces.map((piece) => piece.text)));
        return asked.then((changes) => this.#told(effects, changes), () => effects);
    }
    /** Of all statements that the server has an estimate for. */
    async #asked(texts) {
        const found = [];
        for (const whole of texts) {
            const text = whole.replace(EXPLAIN, '');
            if (estimates_CHANGING.test(text))
                found.push(...(await this.#ask(text).catch(() => [])));
        }
        return found;
    }
    #ask(text) {
        const known = this.#known.get(text);
        if (known && this.#now() - known.at < estimates_FRESH_MS)
            return known.changes;
        const changes = this.#explain(text);
        if (this.#known.size >= estimates_KEPT)
            this.#known.clear();
        this.#known.set(text, { at: this.#now(), changes });
        return changes;
    }
    async #explain(text) {
        const generic = /\$\d/.test(text) && this.#stored.server >= GENERIC;
        const options = generic ? 'GENERIC_PLAN, FORMAT JSON' : 'FORMAT JSON';
        const rows = await this.#side.query(`SET TRANSACTION READ ONLY;
SET LOCAL statement_timeout = '2s';
SET LOCAL lock_timeout = '200ms';
EXPLAIN (${options}) ${text}
`);
        const found = [];
        for (const [json] of rows)
            for (const { Plan } of JSON.parse(json ?? '[]'))
                collect(Plan, found);
        return found;
    }
    #told(effects, changes) {
        const estimated = effects.map((effect) => {
            const rows = asks(effect) ? rowsOf(effect, changes) : undefined;
            return rows === undefined ? effect : { ...effect, estimate: rows };
        });
        const parents = estimated.filter((effect) => CHANGES.has(effect.action) && !effect.stored);
        const [parent] = parents;
        if (parents.length !== 1 || parent?.estimate === undefined)
            return estimated;
        return estimated.map((effect) => this.#along(effect, parent, parent.estimate ?? 0));
    }
    /** Rows that cascade, as many for each row as there are in all. */
    #along(effect, parent, rows) {
        if (!effect.stored || effect.object !== 'cascade' || effect.action === 'truncate')
            return effect;
        const from = this.#count(parent.name);
        const to = this.#count(effect.name);
        if (from === undefined || to === undefined)
            return effect;
        return { ...effect, estimate: Math.ceil(to * Math.min(1, rows / Math.max(1, from))) };
    }
    #count(name) {
        const [relation, ...others] = name === undefined ? [] : this.#stored.relations(name, false);
        return relation && others.length === 0 && relation.rows >= 0 ? relation.rows : undefined;
    }
}
/** What is behind it is planned just the same. */
const EXPLAIN = /^\s*EXPLAIN\s*(?:\([^()']*\)\s*|(?:ANALY[ZS]E|VERBOSE)\s+)*/i;
const estimates_CHANGING = /^\s*(?:WITH|DELETE|UPDATE|MERGE|INSERT)\b/i;
const asks = ({ action, object, stored, temporary, rows }) => CHANGES.has(action) && object === 'table' && !stored && !temporary && rows !== 'none';
/** Nothing of it runs when it is planned. */
const plans = ({ action, stored, via = [] }) => stored
    ? WITH_ROWS.has(via[0] ?? '')
    : action !== 'call' && action !== 'unknown' && via.every((step) => PLANNED.has(step));
/** Each ModifyTable with the rows of the plan below it. */
function collect(node, found) {
    const { Plans = [], Operation: operation = '' } = node;
    if (node['Node Type'] === 'ModifyTable') {
        const below = Plans.filter((child) => /^(Outer|Member)$/.test(child['Parent Relationship'] ?? ''));
        const rows = below.reduce((sum, child) => sum + (child['Plan Rows'] ?? 0), 0);
        found.push({ operation: operation.toLowerCase(), relation: node['Relation Name'] ?? '', rows });
    }
    for (const child of Plans)
        collect(child, found);
}
function rowsOf({ action, name = '' }, changes) {
    const mine = changes.filter(({ operation, relation }) => relation === bare(name) &&
        (operation === action || operation === 'merge' || (operation === 'insert' && action === 'update')));
    return mine.length === 0 ? undefined : mine.reduce((sum, { rows }) => sum + rows, 0);
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
    #copies = new WeakMap();
    #taints;
    constructor(masking, catalogue, columns) {
        this.#masking = masking;
        this.#catalogue = catalogue;
        this.inert = masking.inert;
        this.masksColumns = columns.length > 0;
        this.#taints = new Taints(masking, catalogue, columns);
    }
    /** The catalogue changed: what was resolved is asked for again. */
    invalidate(changed) {
        if (changed !== 'none')
            this.#catalogue.invalidate(changed === 'all');
    }
    /** It is about to be sent and run. */
    runs({ effects }) {
        if (this.masksColumns)
            this.#taints.runs(effects);
    }
    /** Undefined when what views read is known; else a promise that rejects when the target does not answer. */
    ready() {
        return !this.masksColumns || this.#catalogue.lineage ? undefined : this.#catalogue.load();
    }
    taint(analysis) {
        return this.masksColumns ? this.#taints.of(analysis) : 'none';
    }
    /** Names of views and the like that read a relation for which `test` holds, with and without schema. */
    reading(test) {
        return withBare(this.#catalogue.lineage?.reading(test) ?? new Set());
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
    /** The name of a plain column in the catalogue; undefined when it is computed or not known. */
    nameOf({ table, attribute }) {
        const name = this.#catalogue.origin(table, attribute)?.name;
        return name?.slice(name.lastIndexOf('.') + 1);
    }
    #column(field, index, count, analysis, taint) {
        const { label, format } = field;
        const { name, constant } = this.#catalogue.type(field.type) ?? {};
        const type = { ...(name !== undefined && { type: name }), ...(constant && { constant }) };
        if (taint === 'moved')
            return { label, format, ...type };
        const origin = this.#catalogue.origin(field.table, field.attribute);
        if (origin)
            return { label, format, ...type, ...fromOrigin(origin, this.#taints.written(origin, analysis, taint)) };
        const carries = taint === 'none' ? [] : this.#taints.carried(analysis, { index, count, label }, taint);
        return { label, format, ...type, ...(carries ? { carries } : {}) };
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
function fromOrigin(origin, written) {
    const carries = [...(origin.carries ?? []), ...written];
    return carries.length > 0 ? { origin: origin.name, carries } : { origin: origin.name };
}

// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __nccwpck_require__(410);
;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/queries.js
// What is asked of the catalogue: PostgreSQL 13 to 18, with no right but to connect.
// https://www.postgresql.org/docs/current/catalogs.html
//
// Deparsing takes ACCESS SHARE on the relation, so it would wait for whoever changes it, and that may be the very
// connection that waits for us. Relations that somebody has locked, or asks to, are therefore left out.
/** OIDs below are the server's own. */
const queries_FIRST_OWN = 16384;
const OWN_SCHEMA = `n.nspname NOT LIKE 'pg\\_temp\\_%' AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname <> 'information_schema'`;
/** The server, the schemas that are searched, and what must not be deparsed now. */
const HEAD = `
SELECT 'server', pg_catalog.current_setting('server_version_num'), pg_catalog.current_database();
SELECT 'path', s FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s
WHERE s NOT LIKE 'pg\\_temp%' AND s <> 'pg_catalog';
WITH held AS (
  SELECT DISTINCT l.relation AS oid FROM pg_catalog.pg_locks l
  JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.relation >= ${queries_FIRST_OWN}
)
SELECT 'held', h.oid FROM held h
UNION
SELECT 'held', COALESCE(r.ev_class, d.objid) FROM held h
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = h.oid
LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = d.objid
WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass OR r.oid IS NOT NULL`;
/** Between the parts of a name: no name holds it, and names may hold dots. */
const BETWEEN = '\n\t';
const queries_name = (schema, own) => `CASE ${schema} WHEN 'pg_catalog' THEN ${own} ELSE ${schema} || E'\\n\\t' || ${own} END`;
const TYPES = `
SELECT 'type', t.oid, ${queries_name('n.nspname', 't.typname')},
  CASE WHEN t.typelem <> 0 AND t.typlen = -1 AND t.typtype <> 'd' THEN t.typelem END
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace`;
const COLUMNS = `
SELECT 'column', a.attrelid, a.attname, a.atttypid, a.attnotnull,
  CASE WHEN a.atttypmod >= 0 THEN pg_catalog.substring(pg_catalog.format_type(a.atttypid, a.atttypmod), '\\(([-0-9,]+)\\)') END
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= ${queries_FIRST_OWN} AND ${OWN_SCHEMA} AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`;
const CHILDREN = `
SELECT 'child', i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
ORDER BY i.inhparent, i.inhseqno, i.inhrelid`;
/** Names of the columns with these numbers, as JSON. */
const columnNames = (relation, numbers) => `(SELECT pg_catalog.json_agg(a.attname) FROM pg_catalog.pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum = ANY (${numbers}))`;
/** A partition's own copy of a constraint says nothing that the constraint it comes from does not. */
const KEYS = `
SELECT 'key', k.confrelid, k.conname, k.conrelid, k.confdeltype, k.confupdtype, ${columnNames('k.confrelid', 'k.confkey')}
FROM pg_catalog.pg_constraint k
LEFT JOIN pg_catalog.pg_constraint p ON p.oid = k.conparentid
WHERE k.contype = 'f' AND p.confrelid IS DISTINCT FROM k.confrelid
ORDER BY k.oid`;
const OPERATORS = `
SELECT 'operator', n.nspname, o.oprname, NULLIF(o.oprleft, 0), o.oprright, ${queries_name('pn.nspname', 'p.proname')}
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND d.objid = o.oid
  AND d.deptype = 'e'
WHERE o.oid >= ${queries_FIRST_OWN} AND o.oprright <> 0 AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY o.oid`;
const CASTS = `
SELECT 'cast', c.castsource, c.casttarget, ${queries_name('n.nspname', 'p.proname')}, c.castcontext
FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = c.oid
  AND d.deptype = 'e'
WHERE c.oid >= ${queries_FIRST_OWN} AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY c.oid`;
const EVENT_TRIGGERS = `
SELECT 'event', e.evtname, e.evtevent, ${queries_name('n.nspname', 'p.proname')}, pg_catalog.array_to_json(e.evttags)
FROM pg_catalog.pg_event_trigger e
JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE e.evtenabled <> 'D' ORDER BY e.evtname`;
const DOMAINS = `
SELECT 'domain', t.oid, n.nspname, t.typname, t.typbasetype FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND t.oid >= ${queries_FIRST_OWN} AND ${OWN_SCHEMA}
ORDER BY t.oid;
WITH ranges AS (
  SELECT r.rngtypid, r.rngsubtype, (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::pg_catalog.oid AS multi
  FROM pg_catalog.pg_range r WHERE r.rngtypid >= ${queries_FIRST_OWN}
)
SELECT 'domain', t.oid, n.nspname, t.typname, o.base
FROM (SELECT rngtypid, rngsubtype FROM ranges UNION ALL SELECT multi, rngtypid FROM ranges) AS o(oid, base)
JOIN pg_catalog.pg_type t ON t.oid = o.oid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE ${OWN_SCHEMA} ORDER BY t.oid;
SELECT 'value', r.rngtypid, pg_catalog.format('%I.%I()', n.nspname, p.proname) FROM pg_catalog.pg_range r
JOIN pg_catalog.pg_proc p ON p.oid IN (r.rngcanonical, r.rngsubdiff) AND p.oid >= ${queries_FIRST_OWN}
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace;
SELECT 'value', t.oid, pg_catalog.pg_get_expr(t.typdefaultbin, 0) FROM pg_catalog.pg_type t
WHERE t.typtype = 'd' AND t.oid >= ${queries_FIRST_OWN} AND t.typdefaultbin IS NOT NULL
UNION ALL
SELECT 'value', k.contypid, pg_catalog.pg_get_expr(k.conbin, 0) FROM pg_catalog.pg_constraint k
WHERE k.contypid >= ${queries_FIRST_OWN} AND k.contype = 'c'`;
/** Sizes from the last VACUUM or ANALYZE; where there was none, from the file system. */
const relations = (held) => `
SELECT 'relation', c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reltuples,
  CASE WHEN c.relkind NOT IN ('r', 'm') THEN 0
    WHEN c.relpages = 0 AND c.reltuples < 0 AND c.oid NOT IN ${held} THEN pg_catalog.pg_total_relation_size(c.oid)
    ELSE pg_catalog.current_setting('block_size')::bigint * (c.relpages + COALESCE(s.pages, 0) + COALESCE(t.relpages, 0))
  END,
  CASE WHEN c.relkind IN ('v', 'm') AND c.oid NOT IN ${held} THEN pg_catalog.pg_get_viewdef(c.oid) END,
  CASE WHEN c.relkind = 'v' THEN pg_catalog.array_to_json(c.reloptions) END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
LEFT JOIN (
  SELECT i.indrelid, pg_catalog.sum(x.relpages::bigint) AS pages FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid GROUP BY i.indrelid
) s ON s.indrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND c.oid >= ${queries_FIRST_OWN} AND ${OWN_SCHEMA}
ORDER BY n.nspname, c.relname`;
const rules = (held) => `
SELECT 'rule', r.ev_class, r.rulename, r.ev_type,
  CASE WHEN r.ev_class NOT IN ${held} THEN pg_catalog.pg_get_ruledef(r.oid) END
FROM pg_catalog.pg_rewrite r
WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'D' AND r.ev_class >= ${queries_FIRST_OWN}
ORDER BY r.ev_class, r.rulename`;
const triggers = (held) => `
SELECT 'trigger', t.tgrelid, t.tgname, t.tgtype, ${queries_name('n.nspname', 'p.proname')},
  CASE WHEN t.tgqual IS NOT NULL AND t.tgrelid NOT IN ${held} THEN pg_catalog.pg_get_triggerdef(t.oid) END,
  ${columnNames('t.tgrelid', 't.tgattr')}
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE NOT t.tgisinternal AND t.tgenabled <> 'D'
ORDER BY t.tgrelid, t.tgname`;
/** Relation, kind, what decides when it is evaluated, text. */
const expressions = (held) => {
    const text = (tree, relation) => `CASE WHEN ${relation} NOT IN ${held} THEN pg_catalog.pg_get_expr(${tree}, ${relation}) END`;
    return `
SELECT 'expression', d.adrelid, 'default', a.attgenerated::text, ${text('d.adbin', 'd.adrelid')}
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
WHERE d.adrelid >= ${queries_FIRST_OWN}
UNION ALL
SELECT 'expression', k.conrelid, 'check', '', ${text('k.conbin', 'k.conrelid')}
FROM pg_catalog.pg_constraint k WHERE k.contype = 'c' AND k.conrelid >= ${queries_FIRST_OWN}
UNION ALL
SELECT 'expression', i.indrelid, 'index', '', ${text('e.tree', 'i.indrelid')}
FROM pg_catalog.pg_index i, LATERAL (VALUES (i.indexprs), (i.indpred)) AS e(tree)
WHERE e.tree IS NOT NULL AND i.indrelid >= ${queries_FIRST_OWN}
UNION ALL
SELECT 'expression', p.polrelid, 'policy', p.polcmd::text, ${text('e.tree', 'p.polrelid')}
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid AND c.relrowsecurity,
  LATERAL (VALUES (p.polqual), (p.polwithcheck)) AS e(tree)
WHERE e.tree IS NOT NULL
UNION ALL
SELECT 'expression', p.partrelid, 'partition', '', ${text('p.partexprs', 'p.partrelid')}
FROM pg_catalog.pg_partitioned_table p WHERE p.partexprs IS NOT NULL`;
};
/** Evaluated by ANALYZE; known since PostgreSQL 14. */
const statistics = (held) => `
SELECT 'expression', s.stxrelid, 'statistics', '', e.text
FROM pg_catalog.pg_statistic_ext s, LATERAL pg_catalog.unnest(
  CASE WHEN s.stxrelid NOT IN ${held} THEN pg_catalog.pg_get_statisticsobjdef_expressions(s.oid) END) AS e(text)`;
const functions = (held) => `
SELECT 'function', n.nspname, p.proname, p.prokind, l.lanname, p.provolatile, p.proargtypes, p.prorettype, p.prosecdef,
  e.extname,
  CASE WHEN p.prokind <> 'a' AND l.lanname NOT IN ('c', 'internal') AND p.oid NOT IN ${held}
    THEN pg_catalog.pg_get_functiondef(p.oid) END,
  g.calls
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
  AND d.deptype = 'e' AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
LEFT JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
LEFT JOIN (
  SELECT a.aggfnoid::pg_catalog.oid AS oid, pg_catalog.json_agg(DISTINCT ${queries_name('fn.nspname', 'f.proname')}) AS calls
  FROM pg_catalog.pg_aggregate a
  JOIN pg_catalog.pg_proc f ON f.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
    a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn)
  JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
  WHERE a.aggfnoid::pg_catalog.oid >= ${queries_FIRST_OWN} GROUP BY 1
) g ON g.oid = p.oid
WHERE p.oid >= ${queries_FIRST_OWN} AND n.nspname NOT LIKE 'pg\\_temp\\_%'
ORDER BY p.oid`;
/**
 * One message, so one transaction and one view of the catalogue. Everything that is not in pg_catalog is written with
 * its schema, as no other is searched. `held`: OIDs of what must not be deparsed. `server`: `server_version_num`.
 */
function everything(held, server) {
    const list = `(0${held.map((oid) => `,${oid}`).join('')})`;
    return [
        'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
        "SET LOCAL search_path = ''",
        "SET LOCAL lock_timeout = '1s'",
        "SET LOCAL statement_timeout = '60s'",
        TYPES,
        relations(list),
        COLUMNS,
        CHILDREN,
        KEYS,
        rules(list),
        triggers(list),
        expressions(list),
        ...(server >= 140_000 ? [statistics(list)] : []),
        functions(list),
        DOMAINS,
        OPERATORS,
        CASTS,
        EVENT_TRIGGERS,
    ].join(';\n');
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/rows.js
// Rows of the catalogue: by what they are and what they belong to, with names as effects write them.


/** A text that nobody can analyse, for what could not be read: it counts as anything. */
const UNREAD = '(';
function group(rows) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(row[0] ?? '');
        if (group)
            group.push(row);
        else
            groups.set(row[0] ?? '', [row]);
    }
    return (kind) => groups.get(kind) ?? [];
}
/** As effects write names. */
const rows_named = (name) => (0,tree/* dotted */.Bs)((name ?? '').split(BETWEEN));
function types(rows) {
    const known = new Map();
    for (const [, oid, name, element] of rows('type'))
        known.set(oid, { name: name, element });
    return (oid) => {
        const type = known.get(oid ?? '');
        return rows_named(known.get(type?.element ?? '')?.name ?? type?.name);
    };
}
/** What belongs to relations, by their OIDs. */
function by(rows, make) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(row[1] ?? '');
        if (group)
            group.push(make(row));
        else
            groups.set(row[1] ?? '', [make(row)]);
    }
    return (oid) => groups.get(oid);
}
const present = (name, value) => value === undefined ? {} : { [name]: value };
/** Names as JSON. */
const list = (json) => json == null ? undefined : JSON.parse(json);

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/relations.js



const KINDS = {
    r: 'table',
    p: 'partitioned',
    v: 'view',
    m: 'materialized-view',
    f: 'foreign-table',
    S: 'sequence',
    c: 'composite',
};
const PERSISTENCE = { u: 'unlogged', t: 'temporary' };
const REFERENTIAL = {
    r: 'restrict',
    c: 'cascade',
    n: 'set null',
    d: 'set default',
};
const RULE_EVENTS = {
    1: 'select',
    2: 'update',
    3: 'insert',
    4: 'delete',
};
/** Bits of `tgtype`. */
const TRIGGER_EVENTS = [
    [4, 'insert'],
    [8, 'delete'],
    [16, 'update'],
    [32, 'truncate'],
];
const WRITES = ['insert', 'update'];
const ALL = ['select', 'insert', 'update', 'delete'];
function relations_relations(rows, typeName, held, before) {
    const names = new Map();
    for (const [, oid, schema, name] of rows('relation'))
        names.set(oid, (0,tree/* dotted */.Bs)([schema, name]));
    const known = new Map(held.size === 0 ? [] : before?.relations.map((each) => [key(each), each]));
    const columns = by(rows('column'), ([, , name, type, notNull, modifier]) => ({
        name: name,
        type: typeName(type),
        ...(modifier && { modifier }),
        ...(notNull === 't' && { notNull: true }),
    }));
    const rules = by(rows('rule'), storedRule);
    const triggers = by(rows('trigger'), trigger);
    const expressions = by(rows('expression'), expression);
    const children = by(rows('child'), ([, , child]) => names.get(child ?? '') ?? '');
    const referencedBy = by(rows('key'), ([, , name, relation, onDelete, onUpdate, columns]) => ({
        name: name,
        relation: names.get(relation ?? '') ?? '',
        onDelete: REFERENTIAL[onDelete ?? ''] ?? 'no action',
        onUpdate: REFERENTIAL[onUpdate ?? ''] ?? 'no action',
        ...present('columns', list(columns)),
    }));
    return rows('relation').map(([, oid, schema, name, kind, persistence, count, bytes, definition, options]) => {
        const read = {
            schema: schema,
            name: name,
            kind: KINDS[kind ?? ''] ?? 'table',
            persistence: PERSISTENCE[persistence ?? ''] ?? 'permanent',
            rows: Number(count),
            bytes: Number(bytes),
            columns: columns(oid) ?? [],
            ...present('options', list(options)),
            ...present('rules', rules(oid)),
            ...present('triggers', triggers(oid)),
            ...present('referencedBy', referencedBy(oid)),
            ...present('expressions', expressions(oid)),
            ...present('children', children(oid)),
        };
        const view = kind === 'v' || kind === 'm';
        if (!held.has(oid))
            return view ? { ...read, definition: definition ?? UNREAD } : read;
        return known.get(key(read)) ?? (view ? { ...read, definition: UNREAD } : read);
    });
}
const key = ({ schema, name }) => `${schema}${BETWEEN}${name}`;
const storedRule = ([, , name, event, definition]) => ({
    name: name,
    event: RULE_EVENTS[event ?? ''] ?? 'select',
    definition: definition ?? UNREAD,
});
function trigger([, , name, bits, code, definition, columns]) {
    const events = TRIGGER_EVENTS.filter(([bit]) => Number(bits) & bit).map(([, event]) => event);
    const when = condition(definition ?? '');
    return {
        name: name,
        events,
        function: rows_named(code),
        ...present('columns', list(columns)),
        ...(when !== undefined && { when }),
    };
}
/** `CREATE TRIGGER … FOR EACH ROW WHEN ((new.a > 1)) EXECUTE FUNCTION z.f('x')` */
function condition(definition) {
    const found = /\bFOR EACH (?:ROW|STATEMENT) WHEN \(([\s\S]*)\) EXECUTE (?:FUNCTION|PROCEDURE) /.exec(definition);
    return found?.[1];
}
function expression([, , kind, detail, text]) {
    return {
        kind: kind === 'default' && detail ? 'generated' : kind,
        on: evaluated(kind, detail ?? ''),
        text: text ?? UNREAD,
    };
}
/** When it is evaluated: a virtual generated column also when it is read, a policy for its command. */
function evaluated(kind, detail) {
    // What reads all rows evaluates it.
    if (kind === 'statistics')
        return [];
    if (kind !== 'policy')
        return detail === 'v' ? ALL : WRITES;
    // Whoever updates or deletes reads, too.
    const commands = {
        r: ['select', 'update', 'delete'],
        a: ['insert'],
        w: ['update'],
        d: ['delete'],
    };
    return commands[detail] ?? ALL;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/assemble.js



const ROUTINES = { p: 'procedure', a: 'aggregate', w: 'window' };
const VOLATILITY = { i: 'immutable', s: 'stable' };
const CONTEXTS = { i: 'implicit', a: 'assignment', e: 'explicit' };
/** `before` tells of relations that are being changed by somebody and could not be read now. */
function assemble(head, rows, takenAt, before) {
    const [, server, database] = head('server')[0] ?? [];
    const typeName = types(rows);
    const held = new Set(head('held').map(([, oid]) => oid));
    const domainRows = domains(rows, typeName);
    const tables = relations_relations(rows, typeName, held, before);
    return {
        version: 1,
        server: Number(server),
        database: database ?? '',
        takenAt,
        searchPath: head('path').map(([, schema]) => schema),
        relations: tables,
        functions: assemble_functions(rows, typeName, before),
        domains: domainRows,
        types: withDomains(rows, typeName, domainRows, tables),
        operators: rows('operator').map(([, schema, name, left, right, code]) => ({
            schema: schema,
            name: name,
            ...(left && { left: typeName(left) }),
            right: typeName(right),
            function: rows_named(code),
        })),
        casts: rows('cast').map(([, source, target, code, context]) => ({
            source: typeName(source),
            target: typeName(target),
            function: rows_named(code),
            context: CONTEXTS[context] ?? 'implicit',
        })),
        eventTriggers: rows('event').map(([, name, event, code, tags]) => ({
            name: name,
            event: event,
            function: rows_named(code),
            ...present('tags', list(tags)),
        })),
    };
}
function assemble_functions(rows, typeName, before) {
    return rows('function').map((row) => {
        const [, schema, name, kind, language, volatility, inputs, returns, definer, extension, text, calls] = row;
        const read = {
            schema: schema,
            name: name,
            kind: ROUTINES[kind ?? ''] ?? 'function',
            language: language,
            volatility: VOLATILITY[volatility ?? ''] ?? 'volatile',
            arguments: (inputs ?? '').split(' ').filter(Boolean).map(typeName),
            returns: typeName(returns),
            ...(definer === 't' && { securityDefiner: true }),
            ...(extension && { extension }),
            ...(calls && { calls: JSON.parse(calls).map(rows_named) }),
        };
        if (kind === 'a' || language === 'c' || language === 'internal')
            return read;
        const definition = text ?? assemble_known(read, before)?.definition ?? UNREAD;
        return { ...read, definition };
    });
}
/** The same function when it was read before somebody locked what it is made of. */
const assemble_known = (routine, before) => before?.functions.find((each) => each.name === routine.name &&
    each.schema === routine.schema &&
    each.arguments.join() === routine.arguments.join());
function domains(rows, typeName) {
    const values = by(rows('value'), ([, , text]) => text ?? UNREAD);
    return rows('domain').map(([, oid, schema, name, base]) => ({
        schema: schema,
        name: name,
        base: typeName(base),
        expressions: values(oid) ?? [],
    }));
}
/** Types that are or hold a domain, and arrays of them, by OID. */
function withDomains(rows, typeName, domains, relations) {
    const holding = new Set(domains.map(({ schema, name }) => (0,tree/* dotted */.Bs)([schema, name])));
    for (let before = -1; before < holding.size;) {
        before = holding.size;
        for (const { schema, name, columns } of relations)
            if (columns.some(({ type }) => holding.has(type)))
                holding.add((0,tree/* dotted */.Bs)([schema, name]));
    }
    const found = {};
    if (holding.size === 0)
        return found;
    for (const [, oid] of rows('type')) {
        const name = typeName(oid);
        if (oid && holding.has(name))
            found[oid] = name;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/load.js



/** Milliseconds; tens of thousands of tables take a few seconds. */
const load_ANSWER_MS = 90_000;
/**
 * What the catalogue holds now, in two round trips. A relation that somebody has locked against readers is told as in
 * `before`; what was not known of it counts as anything. `now` is the wall clock in milliseconds. Rejects when the
 * target does not answer, or when a lock came up in between.
 */
async function loadSnapshot(side, now, before) {
    const head = group(await side.query(HEAD, load_ANSWER_MS));
    const held = head('held').map(([, oid]) => Number(oid));
    const rows = group(await side.query(everything(held, Number(head('server')[0]?.[1])), load_ANSWER_MS));
    return assemble(head, rows, new Date(now).toISOString(), before);
}

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __nccwpck_require__(966);
// EXTERNAL MODULE: ./lib/sql/functions.js + 1 modules
var sql_functions = __nccwpck_require__(982);
;// CONCATENATED MODULE: ./lib/sql/catalogue/names.js
// Names as effects write them (`"x".y`), looked up as the server would.
const PART = /"((?:[^"]|"")*)"|[^."]+/g;
/** The parts of a name that `dotted` put together. */
function partsOf(name) {
    if (!name.includes('"'))
        return name.split('.');
    return [...name.matchAll(PART)].map(([part, quoted]) => quoted?.replaceAll('""', '"') ?? part);
}
const names_NONE = [];
/** What a schema holds, by name. */
class names_Names {
    #byName = new Map();
    constructor(items) {
        for (const item of items) {
            const same = this.#byName.get(item.name);
            if (same)
                same.push(item);
            else
                this.#byName.set(item.name, [item]);
        }
    }
    /** Those of a name with its schema; none for a name without. */
    exact(name) {
        return this.all(name, names_NONE);
    }
    /** Everything that a call by this name may reach. */
    all(name, scope) {
        const [found, schema] = this.#named(name);
        if (found.length === 0)
            return names_NONE;
        if (schema !== undefined)
            return found.filter((item) => item.schema === schema);
        return scope ? found.filter((item) => scope.includes(item.schema)) : found;
    }
    /** What the name means: the first of the scope. */
    first(name, scope) {
        const found = this.all(name, scope);
        if (!scope || found.length < 2)
            return found;
        for (const schema of scope) {
            const here = found.filter((item) => item.schema === schema);
            if (here.length > 0)
                return here;
        }
        return found;
    }
    #named(name) {
        const plain = this.#byName.get(name);
        if (plain && !name.includes('.'))
            return [plain, undefined];
        const parts = partsOf(name);
        return [this.#byName.get(parts.at(-1) ?? '') ?? names_NONE, parts.at(-2)];
    }
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/schema.js
// A snapshot with its indexes.


/** `schema.name`, as effects and snapshots write it. */
const fullName = ({ schema, name }) => (0,tree/* dotted */.Bs)([schema, name]);
class Schema {
    snapshot;
    relations;
    routines;
    domains;
    operators;
    /** By source and target type. */
    casts;
    /** Between two types of the server: any expression may be cast so. Only an administrator makes these. */
    plainCasts;
    #parents = new Map();
    #ofRows = new Map();
    constructor(snapshot) {
        this.snapshot = snapshot;
        this.relations = new names_Names(snapshot.relations);
        this.routines = new names_Names(snapshot.functions);
        this.domains = new names_Names(snapshot.domains);
        this.operators = new names_Names(snapshot.operators);
        this.casts = new names_Names(snapshot.casts.flatMap(castTypes));
        this.plainCasts = snapshot.casts.filter(({ source, target }) => !`${source}${target}`.includes('.'));
        for (const relation of snapshot.relations)
            if (relation.kind === 'partitioned')
                for (const child of relation.children ?? [])
                    listed(this.#parents, child, relation);
        for (const routine of snapshot.functions)
            if (routine.arguments.length === 1 && routine.kind === 'function' && this.#takesRow(routine))
                listed(this.#ofRows, (0,tree/* dotted */.Bs)([routine.name]), routine);
    }
    /** Tables that the relation (`schema.name`) is a partition of, near and far: their triggers are its own. */
    partitionedAs(name) {
        const near = this.#parents.get(name) ?? [];
        return [...near, ...near.flatMap((parent) => this.partitionedAs(fullName(parent)))];
    }
    /** Functions that `row.name` calls. */
    ofRows(name) {
        return this.#ofRows.get(name) ?? [];
    }
    /** A column of that name would be read instead. */
    #takesRow({ arguments: [type = ''], name }) {
        if (/^"?(record|any\w*)"?$/.test(type))
            return true;
        if (!type.includes('.'))
            return false;
        return this.relations.exact(type).some(({ columns }) => !columns.some((column) => column.name === name));
    }
}
/** By types of the database; a type of the server stands in nearly every statement. */
const castTypes = (cast) => [cast.source, cast.target].flatMap((type) => {
    const [schema, name, ...more] = partsOf(type);
    return schema === undefined || name === undefined || more.length > 0 ? [] : [{ schema, name, cast }];
});
function listed(map, key, item) {
    const same = map.get(key);
    if (same)
        same.push(item);
    else
        map.set(key, [item]);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/step.js
/** One step further. */
function into(step, kind, which, more = {}) {
    return {
        ...step,
        via: [...step.via, kind],
        through: step.through === '' ? which : `${step.through}, ${which}`,
        ...more,
    };
}
/** Rules read their details as they are. */
const SPEAKING = new Set(['set', 'alter', 'execute']);
/** The step where it is surely evaluated for many rows of a table. */
const forRows = (step) => (step.many === 'deletes' ? step : { ...step, many: 'deletes' });
/** The step where a statement evaluates it for many rows. */
const forMany = (step) => (step.many === 'changes' ? step : { ...step, many: 'changes' });
const step_KEPT = new Set(['some', 'one']);
/** What is picked by key for each of many rows. */
function spread(effect, { many }) {
    const { action, rows = 'none', temporary } = effect;
    const counts = action === 'delete' || (action === 'update' && many === 'changes');
    return many && counts && step_KEPT.has(rows) && !temporary ? { ...effect, rows: 'unknown' } : effect;
}
/** The effect as one of stored code. `skipped`: steps of its `via` that the way there tells already. */
function storedEffect(effect, step, skipped) {
    const { via = [], detail, ...rest } = effect;
    const unreadable = rest.action === 'unknown' && (rest.object === 'syntax' || rest.object === 'text');
    return {
        ...rest,
        ...(unreadable && { object: 'code' }),
        ...detailed(effect, detail, step),
        stored: true,
        via: [...step.via, ...via.slice(skipped)],
    };
}
function detailed({ action }, detail, { through }) {
    if (through === '' || SPEAKING.has(action))
        return detail === undefined ? {} : { detail };
    if (detail === undefined)
        return { detail: through };
    return { detail: action === 'unknown' || action === 'call' ? `${detail}, in ${through}` : detail };
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/functions.js
// Functions of the database: what their code does, as far as it can be read.




/** Extensions whose native functions only compute. */
const COMPUTING = /^(autoinc|bloom|btree_gin|btree_gist|citext|cube|dict_int|dict_xsyn|earthdistance|fuzzystrmatch|hstore|hypopg|insert_username|intarray|intagg|isn|ltree|moddatetime|pg_trgm|pgcrypto|pg_stat_statements|postgis\w*|seg|tablefunc|tcn|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector)$/;
const NATIVE = new Set(['c', 'internal']);
/** True when nothing needs to be read to know that it only computes. */
function trusted({ extension, language, volatility, name }) {
    if (extension === undefined || !COMPUTING.test(extension))
        return false;
    if (extension === 'tablefunc')
        return name === 'normal_rand';
    return NATIVE.has(language) || volatility !== 'volatile';
}
/** Follows the routine's code. Returns why it cannot be read, undefined when it was. */
function routine(found, from, run, type) {
    const name = fullName(found);
    run.defined('functions', name, from);
    if (trusted(found))
        return undefined;
    const which = `${found.kind === 'window' ? 'function' : found.kind} ${name}${found.securityDefiner ? ' (security definer)' : ''}`;
    const step = into(again(which, from), 'function', which);
    if (found.kind === 'aggregate' && found.calls) {
        if (run.once(`${from.scope} aggregate ${name}(${found.arguments.join()})`, from))
            for (const part of found.calls)
                runs(part, forMany(step), run, type);
        return undefined;
    }
    if (found.language !== 'sql' && found.language !== 'plpgsql')
        return `written in ${found.language}`;
    if (found.definition === undefined)
        return 'its code is not in the catalogue';
    if (!run.once(`${from.scope} function ${name}(${found.arguments.join()})`, step))
        return undefined;
    run.follow(found.definition, { ...step, scope: pathOf(found.definition) ?? step.scope }, 'function');
    for (const each of [...found.arguments, found.returns])
        type(each, step, run);
    return undefined;
}
/** A function that comes to itself once more may do so any number of times; a trigger that fires itself by key does not. */
function again(which, from) {
    const before = from.through.split(', ');
    const same = before.at(-1) === which || (before.includes(which) && !from.via.includes('trigger'));
    return same ? forMany(from) : from;
}
const FIXED_PATH = /^\s*SET search_path (?:TO|=) (.*)$/im;
const SCHEMA = /'((?:[^']|'')*)'|"((?:[^"]|"")*)"|[\w$]+/g;
/** The search_path that the function brings; undefined when it has its caller's. */
function pathOf(definition) {
    const list = FIXED_PATH.exec(definition)?.[1];
    if (list === undefined)
        return undefined;
    const schemas = [...list.matchAll(SCHEMA)].map(([plain, text, name]) => text?.replaceAll("''", "'") ?? name?.replaceAll('""', '"') ?? plain.toLowerCase());
    // Whose schema that is depends on who calls.
    return schemas.includes('$user') ? null : schemas.filter((schema) => schema !== '');
}
/** Runs the function of this name, whichever of that name it is: the database says it, the statement does not. */
function runs(name, step, run, type) {
    const found = run.schema.routines.exact(name);
    for (const each of found) {
        const why = routine(each, step, run, type);
        if (why !== undefined && !computes(each))
            unread(name, why, step, run);
    }
    if (found.length > 0)
        return;
    run.defined('functions', name, step);
    const parts = partsOf(name);
    if (parts.length > 1 && parts[0] !== 'pg_catalog')
        unread(name, 'not found in the catalogue', step, run);
    else {
        const effect = (0,sql_functions/* effectOfName */.Oh)(parts);
        if (effect)
            run.add(effect, step);
    }
}
/** Native code that an extension brought and that says of itself that it changes nothing. */
const computes = ({ language, extension, volatility }) => NATIVE.has(language) && extension !== undefined && volatility !== 'volatile';
function unread(name, why, step, run) {
    run.add({ action: 'call', object: 'function', name, detail: why }, step);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/types.js
// Types whose values run code: domains and what holds them, and casts.




const OF_COLUMN = '%type';
/** A type that a text names: `z.d`, `d`, `users.id%type`; by its OID where a client told it. */
function type(name, step, run) {
    if (name.endsWith(OF_COLUMN)) {
        ofColumn(name.slice(0, -OF_COLUMN.length), step, run);
        return;
    }
    const told = /^\d+$/.test(name) ? run.schema.snapshot.types?.[name] : undefined;
    if (told !== undefined)
        exactType(told, step, run);
    for (const domain of run.schema.domains.first(name, step.scope))
        domainOf(domain, step, run);
    for (const relation of run.schema.relations.first(name, step.scope))
        if (run.once(`${step.scope} row ${fullName(relation)}`, step))
            columnTypes(relation, step, run);
    casts(name, step, run);
}
/** A type as the snapshot has it: a built-in one has no schema. */
function exactType(name, step, run) {
    if (name.includes('.'))
        type(name, step, run);
}
/** Values of all columns come into being. */
function columnTypes({ columns }, step, run) {
    for (const column of columns)
        exactType(column.type, step, run);
}
/** Casts from or to it, which PostgreSQL applies where it sees fit. */
function casts(name, step, run) {
    for (const { cast } of run.schema.casts.all(name, step.scope))
        follow(cast, step, run);
}
/** Those that any expression may come to. */
function plainCasts(step, run) {
    for (const cast of run.schema.plainCasts)
        follow(cast, step, run);
}
function follow(cast, step, run) {
    const which = `cast from ${cast.source} to ${cast.target}`;
    if (run.once(which, step))
        runs(cast.function, into(step, 'cast', which), run, exactType);
}
function domainOf(domain, from, run) {
    const name = `domain ${fullName(domain)}`;
    if (!run.once(name, from))
        return;
    const step = into(from, 'domain', name);
    if (domain.expressions.length > 0)
        run.follow(selecting(domain.expressions), step);
    exactType(domain.base, step, run);
}
/** Expressions as a statement, also constraints: `CHECK (…) NOT VALID`. */
const selecting = (expressions) => `SELECT ${expressions
    .map((text) => `(${text.replace(/^CHECK\s*(?=\()/i, '').replace(/\)\s+(NOT VALID|NO INHERIT)$/i, ')')})`)
    .join(', ')}`;
function ofColumn(name, step, run) {
    const parts = partsOf(name);
    const column = parts.at(-1);
    const relation = name.slice(0, name.length - (column ?? '').length - 1);
    for (const { columns } of run.schema.relations.first(relation, step.scope))
        for (const found of columns)
            if (found.name === column)
                exactType(found.type, step, run);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/calls.js




/** A call that the text does not explain. Returns why the catalogue does not either, undefined when it does. */
function called(name, step, run) {
    const { routines, domains, operators } = run.schema;
    run.defined('functions', name, step);
    const found = routines.all(name, step.scope);
    let opaque;
    for (const each of found)
        opaque = routine(each, step, run, exactType) ?? opaque;
    if (found.length > 0)
        return opaque;
    // `z.d(x)` is a cast where `z.d` is a type, and `a OPERATOR(z.+) b` a call.
    const types = domains.first(name, step.scope);
    for (const domain of types)
        domainOf(domain, step, run);
    const symbols = operators.all(name, step.scope);
    for (const each of symbols)
        operator(each, step, run);
    return types.length + symbols.length > 0 ? undefined : 'not found in the catalogue';
}
/** Names that say nothing by themselves. `known`: calls that `called` was asked about. */
function calls_named(uses, known, step, run) {
    const many = new Set(uses.many);
    const first = calls_split(uses, (name) => !many.has(name) && !repeatedBeside(uses, name, step, run));
    read(first.others, known, forMany(step), run);
    read(first.those, known, step, run);
}
/** The names for which it holds, and the others. */
function calls_split(uses, holds) {
    const pick = (wanted) => ({
        functions: uses.functions.filter((name) => holds(name) === wanted),
        operators: uses.operators.filter((name) => holds(name) === wanted),
        types: uses.types.filter((name) => holds(name) === wanted),
        fields: uses.fields.filter((name) => holds(name) === wanted),
    });
    return { those: pick(true), others: pick(false) };
}
const RETURNS_SET = /^\s*RETURNS (SETOF|TABLE)\b/im;
/** True when a function next to it returns a set. */
function repeatedBeside({ beside = [] }, name, { scope }, { schema }) {
    if (!beside.includes(name))
        return false;
    return beside.some((other) => schema.routines.all(other, scope).some(({ definition = '' }) => RETURNS_SET.test(definition)));
}
/** The step at which this text calls the function of that name. */
function stepOf(name, uses, step, run) {
    const many = uses?.many?.includes(name) || (uses && repeatedBeside(uses, name, step, run));
    return many ? forMany(step) : step;
}
function read(uses, known, step, run) {
    const { schema } = run;
    for (const name of [...uses.functions, ...uses.fields])
        run.defined('functions', name, step);
    for (const name of uses.functions) {
        if (ANY_TYPE.test(name))
            for (const each of schema.snapshot.domains)
                domainOf(each, step, run);
        if (!known.has(name))
            overloads(name, step, run);
    }
    for (const name of uses.operators)
        for (const each of schema.operators.all(name, step.scope))
            operator(each, step, run);
    for (const name of uses.types)
        type(name, step, run);
    for (const name of uses.fields)
        for (const each of schema.ofRows(name)) {
            const why = routine(each, step, run, exactType);
            if (why !== undefined && !computes(each))
                unread(fullName(each), why, step, run);
        }
}
/** Functions that make a value of whatever type they are told by name or number. */
const ANY_TYPE = /^(pg_catalog\.)?(pg_input_(is_valid|error_info)|(array|domain|multirange|range|record)_in)$/;
/** A built-in name may reach a function of the database: `abs` of a type of its own. */
function overloads(name, step, run) {
    for (const each of run.schema.routines.all(name, step.scope)) {
        const why = routine(each, step, run, exactType);
        if (why !== undefined && !computes(each))
            unread(fullName(each), why, step, run);
    }
    for (const domain of run.schema.domains.first(name, step.scope))
        domainOf(domain, step, run);
}
/** `CREATE OPERATOR`, `CREATE AGGREGATE`: the grammar takes the functions that they name for types. */
function madeOf({ types }, effects, step, run) {
    const makes = effects.some(({ action, object }) => action === 'create' && MADE_OF.has(object));
    if (makes)
        for (const name of types)
            overloads(name, step, run);
}
const MADE_OF = new Set(['operator', 'aggregate']);
function operator(found, from, run) {
    const which = `operator ${found.schema}.${found.name}`;
    if (!run.once(`${which} ${found.function}`, from))
        return;
    const step = into(from, 'operator', which);
    runs(found.function, step, run, exactType);
    for (const each of [found.left, found.right])
        if (each !== undefined)
            exactType(each, step, run);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/code.js
/** Analyses of what the catalogue holds. */
class Code {
    #analyser;
    #known = new Map();
    #pending = new Map();
    constructor(analyser) {
        this.#analyser = analyser;
    }
    /** Undefined while it is not known: `settled` tells when it is. */
    analysis(text) {
        const known = this.#known.get(text);
        if (known || this.#pending.has(text))
            return known;
        const found = this.#analyser.analyse(text);
        if (!(found instanceof Promise)) {
            this.#known.set(text, found);
            return found;
        }
        const pending = found
            .then((analysis) => {
            this.#known.set(text, analysis);
        })
            .finally(() => this.#pending.delete(text));
        this.#pending.set(text, pending);
        return undefined;
    }
    /** Something that was asked for is not known yet. */
    get busy() {
        return this.#pending.size > 0;
    }
    /** When all that was asked for is known. */
    settled() {
        return Promise.all(this.#pending.values());
    }
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/definitions.js
const BODIES = new Set(['function', 'view', 'rule', 'trigger']);
const definitions_QUIET = new Set(['comment', 'grant', 'revoke', 'transaction']);
const definitions_DEFINING = new Set(['create', 'alter', 'drop']);
const DEFINED = new Set(['function', 'view', 'rule', 'trigger', 'security-definer', 'security-option']);
/** It stands in a body, also in one that a DO block defines. */
const inBody = ({ via = [] }) => via.some((step) => BODIES.has(step));
/** True when the text runs nothing but event triggers. */
const onlyDefines = ({ effects }) => effects.length > 0 &&
    effects.every((effect) => BODIES.has(effect.via?.[0] ?? '') ||
        (effect.via === undefined && (definitions_QUIET.has(effect.action) || definitions_defines(effect))));
const definitions_defines = ({ action, object, cascade }) => definitions_DEFINING.has(action) && DEFINED.has(object) && !cascade;
/** Marks what only a later run would set off. */
const later = (effect) => ({ ...effect, via: ['definition', ...(effect.via ?? [])] });

;// CONCATENATED MODULE: ./lib/sql/catalogue/events.js



/** First words of the command tags that an effect may come with. */
const VERBS = {
    create: ['CREATE', 'ALTER', 'SELECT', 'IMPORT'],
    alter: ['ALTER', 'CREATE', 'SECURITY'],
    rename: ['ALTER'],
    move: ['ALTER'],
    drop: ['DROP', 'ALTER'],
    detach: ['ALTER'],
    grant: ['GRANT', 'ALTER', 'CREATE'],
    revoke: ['REVOKE', 'ALTER'],
    own: ['ALTER', 'REASSIGN', 'DROP'],
    rewrite: ['ALTER'],
    scan: ['ALTER'],
    maintain: ['REFRESH', 'REINDEX'],
    comment: ['COMMENT'],
    load: ['CREATE'],
    unknown: [],
};
/** Kinds that have a tag of their own: `CREATE EXTENSION`. */
const TAGGED = new Set(`table view materialized-view index sequence schema function type domain extension trigger rule policy foreign-table
  publication subscription statistics collation aggregate`.split(/\s+/));
/** Objects of the whole server fire none. */
const SHARED = new Set(['role', 'database', 'tablespace', 'server-parameter', 'event-trigger']);
function fired(effects, step, run) {
    if (run.schema.snapshot.eventTriggers.length === 0)
        return;
    const changes = effects.filter(({ action, object }) => VERBS[action] !== undefined && !SHARED.has(object));
    for (const trigger of run.schema.snapshot.eventTriggers) {
        if (!changes.some((effect) => fires(trigger, effect)))
            continue;
        const which = `event trigger ${trigger.name}`;
        if (run.once(which, step))
            runs(trigger.function, into(step, 'event-trigger', which), run, exactType);
    }
}
function fires({ event, tags }, { action, object }) {
    const verbs = VERBS[action] ?? [];
    if (verbs.length === 0 || event === 'login')
        return false;
    if (event === 'sql_drop' && action !== 'drop' && action !== 'alter')
        return false;
    if (event === 'table_rewrite' && action !== 'rewrite')
        return false;
    return tags === undefined || tags.some((tag) => events_matches(tag, verbs, object));
}
function events_matches(tag, verbs, object) {
    const [verb = '', ...words] = tag.split(' ');
    const kind = words.join('-').toLowerCase();
    if (!verbs.includes(verb))
        return false;
    // What is no kind of its own (a column, a constraint) belongs to some ALTER.
    return kind === object || !TAGGED.has(object) || !TAGGED.has(kind);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/options.js
const SECURITY = /^(security_barrier|security_invoker)=(true|on|yes|1)$/;
function resetOptions(effect, scope, run) {
    const { action, object, name, detail = '', via } = effect;
    if (action !== 'create' || object !== 'view' || name === undefined || !detail.startsWith('or replaces'))
        return [];
    const lost = run
        .relations(name, scope)
        .flatMap(({ options = [] }) => options.flatMap((option) => SECURITY.exec(option)?.[1] ?? []))
        .some((option) => !detail.includes(option));
    if (!lost)
        return [];
    return [
        { action: 'alter', object: 'security-option', name, detail: 'not given again', ...(via && { via }) },
    ];
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/renames.js

const WHOLE = '.*';
const renames_MOST = 500;
/** What a name was before the text renamed or moved it, or the statements before, whose flows are `earlier`. */
function renamedBy({ effects, flows = [] }, earlier) {
    const own = effects.some(({ action }) => action === 'rename' || action === 'move') ? flows : [];
    if (own.length + earlier.length === 0)
        return undefined;
    const given = [...earlier, ...own].flatMap(({ named, relation, sources: [source] }) => named && relation !== undefined && source?.endsWith(WHOLE)
        ? [{ to: relation, from: source.slice(0, -WHOLE.length) }]
        : []);
    return (name) => {
        const names = new Set([name]);
        for (const known of names)
            for (const each of given) {
                const old = renames_nameBefore(known, each);
                if (old !== undefined && names.size < renames_MOST)
                    names.add(old);
            }
        names.delete(name);
        return [...names];
    };
}
/** `to` and `from` are relations, or all of a schema: `b.*`, `a.*`. */
function renames_nameBefore(name, { to, from }) {
    if (!to.endsWith(WHOLE))
        return to === name || partsOf(to).at(-1) === name ? from : undefined;
    const schema = to.slice(0, -1);
    return name.startsWith(schema) ? `${from.slice(0, -1)}${name.slice(schema.length)}` : undefined;
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/retypes.js

const LOSSY = 'a type that keeps less';
/** The effects, with or without what the text alone says about it. The very array when that is right, or nothing is known. */
function retyped(effects, { retypes = [] }, scope, run) {
    let result = effects;
    // Then the old name may be that of another column.
    const moves = effects.some(({ action }) => action === 'rename' || action === 'move');
    for (const retype of retypes) {
        const found = run.schema.relations
            .first(retype.relation, scope)
            .flatMap(({ columns }) => columns.filter(({ name }) => (0,tree/* dotted */.Bs)([name]) === (0,tree/* dotted */.Bs)([retype.column])))
            .map((column) => loses(column, retype));
        const about = ({ action, object, name, column, detail }) => action === 'update' &&
            object === 'column' &&
            detail === LOSSY &&
            name === retype.relation &&
            column === retype.column;
        if (found.includes(true) && !result.some(about))
            result = [...result, lossy(effects, retype)];
        else if (found.length > 0 &&
            !moves &&
            !run.otherColumns(retype.relation) &&
            found.every((each) => each === false) &&
            result.some(about))
            result = result.filter((effect) => !about(effect));
    }
    return result;
}
/** Under the lock of the change of type. */
function lossy(effects, { relation, column }) {
    const change = effects.find((effect) => effect.action === 'rewrite' && effect.name === relation && effect.column === column);
    const { lock, via } = change ?? {};
    return {
        action: 'update',
        object: 'column',
        name: relation,
        column,
        rows: 'all',
        detail: LOSSY,
        ...(lock && { lock }),
        ...(via && { via }),
    };
}
const SIZES = {
    bool: 5,
    int2: 6,
    int4: 11,
    int8: 20,
    uuid: 36,
    date: 10,
    '"char"': 1,
};
const retypes_WHOLE = /^int[248]$/;
const FLOATING = /^float[48]$/;
const TIMES = /^(timestamp|timestamptz|time|timetz|interval)$/;
/** Without an error, these take only what is like them. */
const KEEPS = {
    date: /^date$/,
    time: /^time$/,
    timetz: /^(time|timetz)$/,
    float4: /^(float4|int2)$/,
    float8: /^(float[48]|int[24])$/,
    bool: /^(bool|text|varchar|bpchar)$/,
};
const CUT = /^(varchar|bpchar|bit|varbit|name)$/;
/** True when values may lose something without an error, false when not, undefined when nobody knows. */
function loses(old, to) {
    const { type, modifier, cast } = to;
    if (old.type.includes('.') || type.includes('.'))
        return undefined;
    const kept = KEEPS[type];
    if (kept && !kept.test(old.type))
        return true;
    if (CUT.test(type))
        return cutsText(old, to);
    if (retypes_WHOLE.test(type))
        return FLOATING.test(old.type) || (old.type === 'numeric' && scaleOf(old.modifier) > 0);
    if (type === 'numeric')
        return modifier !== undefined && scaleOf(modifier) < decimals(old);
    if (TIMES.test(type))
        return modifier !== undefined && precision(modifier) < fractions(old);
    if (kept || /^(text|jsonb?|uuid)$/.test(type))
        return false;
    return cast || type !== old.type ? undefined : false;
}
/** A cast that is written out cuts at the length, an assignment is an error; a name is cut always. */
function cutsText(old, { type, modifier, cast }) {
    if (type === 'name')
        return old.type !== 'name';
    if (!cast || modifier === undefined)
        return false;
    const most = CUT.test(old.type) && old.modifier !== undefined ? Number(old.modifier) : SIZES[old.type];
    return most === undefined || most > Number(modifier);
}
/** `10,2`, `10`; without one, any. */
const scaleOf = (modifier) => modifier === undefined ? Number.POSITIVE_INFINITY : Number(modifier.split(',')[1] ?? 0);
const decimals = ({ type, modifier }) => {
    if (retypes_WHOLE.test(type))
        return 0;
    return type === 'numeric' ? scaleOf(modifier) : Number.POSITIVE_INFINITY;
};
/** An interval has its fields first; `32767` for all of them. */
function precision(modifier) {
    const [first = '', second] = modifier.split(',');
    if (Number(first) > 6)
        return second === undefined || first !== '32767' ? -1 : Number(second);
    return Number(first);
}
const fractions = ({ type, modifier }) => {
    if (type === 'date')
        return 0;
    return TIMES.test(type) && modifier !== undefined ? Number(modifier) : 6;
};

;// CONCATENATED MODULE: ./lib/sql/catalogue/sizes.js
/** Objects whose effects name the relation that holds them, or that they are. */
const sizes_HELD = new Set(`table partitioned view materialized-view foreign-table partition column constraint foreign-key index default trigger
  trigger-firing rule policy sequence foreign-options vacuum analyze reindex-table row-security security-option inheritance replica-identity`.split(/\s+/));
const SIZED = new Set(['lock', 'scan', 'rewrite', 'maintain', 'drop', 'truncate', 'detach', 'own']);
const COUNTED = new Set(['delete', 'update', 'truncate']);
/** The effect with `bytes` and `estimate`, or the very same when nothing is known. */
function sized(effect, schema, scope) {
    const { action, object, name, rows, lock } = effect;
    if (name === undefined || effect.temporary || !sizes_HELD.has(object))
        return effect;
    const weighs = SIZED.has(action) || (lock !== undefined && lock !== 'none');
    const counts = rows === 'all' && COUNTED.has(action) && effect.estimate === undefined;
    if (!weighs && !counts)
        return effect;
    const found = schema.relations.first(name, scope);
    if (found.length === 0)
        return effect;
    const bytes = weighs ? Math.max(...found.map((relation) => bytesOf(relation, schema))) : 0;
    const estimate = counts ? Math.max(...found.map((relation) => sizes_rowsOf(relation, schema) ?? -1)) : -1;
    if (bytes <= 0 && estimate < 0)
        return effect;
    return { ...effect, ...(bytes > 0 && { bytes }), ...(estimate >= 0 && { estimate }) };
}
/** Rows with those of its children; undefined when one was never analysed. */
function sizes_rowsOf(relation, schema, depth = 0) {
    const own = relation.kind === 'partitioned' ? 0 : relation.rows;
    const counts = [
        own,
        ...childrenOf(relation, schema, depth).map((child) => sizes_rowsOf(child, schema, depth + 1)),
    ];
    if (counts.some((count) => count === undefined || count < 0))
        return relation.kind === 'partitioned' && relation.rows >= 0 ? relation.rows : undefined;
    return counts.reduce((sum, count) => sum + (count ?? 0), 0);
}
const bytesOf = (relation, schema, depth = 0) => childrenOf(relation, schema, depth).reduce((sum, child) => sum + bytesOf(child, schema, depth + 1), relation.bytes);
/** Partitions nest, but not like this. */
const childrenOf = ({ children = [] }, schema, depth) => depth > 8 ? [] : children.flatMap((child) => schema.relations.exact(child));

;// CONCATENATED MODULE: ./lib/sql/catalogue/cascades.js



const cascades_CHANGES = new Set(['cascade', 'set null', 'set default']);
function cascades(relation, event, picked, step, run, happens) {
    if (event === 'insert' || event === 'select' || picked.rows === 'none')
        return;
    for (const key of relation.referencedBy ?? []) {
        const action = actionOf(key, event, picked, step);
        if (action === undefined)
            continue;
        for (const child of run.schema.relations.exact(key.relation))
            cascade(relation, child, key, action, picked, step, run, happens);
        if (run.schema.relations.exact(key.relation).length === 0)
            run.add({ action, object: 'cascade', name: key.relation, rows: 'unknown' }, into(step, 'cascade', which(key)));
    }
}
const which = (key) => `foreign key ${key.name} of ${key.relation}`;
function actionOf(key, event, picked, { assigned }) {
    if (event === 'truncate')
        return picked.cascade ? 'truncate' : undefined;
    if (event === 'delete') {
        if (!cascades_CHANGES.has(key.onDelete))
            return undefined;
        return key.onDelete === 'cascade' ? 'delete' : 'update';
    }
    const changed = !assigned || !key.columns || key.columns.some((column) => assigned.includes(column));
    return changed && cascades_CHANGES.has(key.onUpdate) ? 'update' : undefined;
}
function cascade(parent, child, key, action, picked, from, run, happens) {
    const step = into(from, 'cascade', which(key), { assigned: [] });
    const estimate = action === 'truncate' ? sizes_rowsOf(child, run.schema) : share(parent, child, picked, run);
    const rows = action === 'truncate' ? 'all' : 'unknown';
    const found = {
        action,
        object: 'cascade',
        name: fullName(child),
        rows,
        ...(estimate !== undefined && { estimate }),
    };
    if (run.once(`${which(key)} ${action} ${estimate}`, step))
        run.add(found, step);
    happens(child, action, { rows, count: estimate, cascade: picked.cascade }, step, run);
}
/** Rows of the child that go with those of the parent, when each parent has as many. */
function share(parent, child, { count }, run) {
    const parents = sizes_rowsOf(parent, run.schema);
    const children = sizes_rowsOf(child, run.schema);
    if (count === undefined || parents === undefined || children === undefined)
        return undefined;
    return Math.min(children, Math.ceil((children / Math.max(parents, 1)) * count));
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/rows.js






const EVENTS = {
    read: 'select',
    'copy-out': 'select',
    insert: 'insert',
    'copy-in': 'insert',
    update: 'update',
    delete: 'delete',
    truncate: 'truncate',
};
const CHECKED = new Set(['scan', 'rewrite', 'maintain']);
/** What an effect on a relation sets off. */
function touch(effect, step, run) {
    const { action, name, temporary } = effect;
    if (temporary)
        return;
    if (name === undefined) {
        if (action === 'rewrite' || action === 'maintain')
            everywhere(step, run);
        return;
    }
    const event = EVENTS[action];
    if (event === undefined && !CHECKED.has(action))
        return;
    run.defined('relations', name, step);
    for (const relation of run.relations(name, step.scope))
        if (event === undefined)
            checked(relation, step, run);
        else
            happens(relation, event, { rows: effect.rows, cascade: effect.cascade === true, count: countOf(effect, relation, run) }, step, run);
}
function countOf({ rows }, relation, run) {
    if (rows === 'one' || rows === 'some')
        return 1;
    return rows === 'all' ? sizes_rowsOf(relation, run.schema) : undefined;
}
/** Rows of this relation are read or written. */
function happens(relation, event, picked, from, run) {
    const name = fullName(relation);
    const key = `${from.scope} ${event} ${name} ${picked.rows} ${picked.count} ${from.assigned?.join()}`;
    const step = isMany(event, picked, from) ? forRows(from) : from;
    // A view's query has the step from here.
    if (!run.once(`${from.many} ${key}`, step))
        return;
    if (relation.kind === 'view')
        view(relation, event, picked, event === 'select' ? from : step, run);
    rows_rules(relation, event, step, run);
    rows_triggers(relation, event, step, run);
    rows_expressions(relation, ({ on }) => on.includes(event), step, run);
    // Also when it is read: `jsonb_populate_record` makes new values of a row.
    columnTypes(relation, step, run);
    if (event === 'select')
        return;
    for (const parent of run.schema.partitionedAs(name))
        rows_triggers(parent, event, step, run);
    for (const child of relation.children ?? [])
        for (const found of run.schema.relations.exact(child)) {
            happens(found, event, picked, step, run);
            // A row that moves to another partition is deleted here and inserted there.
            if (event === 'update' && relation.kind === 'partitioned')
                for (const half of ['delete', 'insert'])
                    rows_triggers(found, half, step, run);
        }
    cascades(relation, event, picked, step, run, happens);
}
/** A policy is asked about every row; a view's query stands for itself. */
const isMany = (event, { rows }, { many }) => event === 'select' || many !== undefined || rows === 'unknown' || rows === 'all';
function view(relation, event, picked, from, run) {
    if (relation.definition === undefined)
        return;
    const step = into(from, 'view', `view ${fullName(relation)}`);
    const analysis = run.follow(relation.definition, step);
    if (!analysis || event === 'select')
        return;
    // A simple view passes changes on to its one table, unless rules or triggers take them.
    const takes = relation.rules?.some((rule) => rule.event === event) ||
        relation.triggers?.some(({ events }) => events.includes(event));
    const base = analysis.effects.filter(({ action, via }) => action === 'read' && via === undefined);
    const name = base[0]?.name;
    if (takes || base.length !== 1 || name === undefined || event === 'truncate')
        return;
    const { rows } = picked;
    run.add({ action: event, object: 'table', name, ...(rows && { rows }) }, step);
    for (const table of run.schema.relations.first(name, step.scope))
        happens(table, event, picked, step, run);
}
/** A rule rewrites the statement: its queries have all rows of it. */
function rows_rules({ rules = [], ...relation }, event, from, run) {
    const step = from.many ? forMany(from) : from;
    for (const rule of rules)
        if (rule.event === event)
            run.follow(rule.definition, into(step, 'rule', `rule ${rule.name} on ${fullName(relation)}`), 'rule');
}
function rows_triggers({ triggers = [], ...relation }, event, from, run) {
    run.defined('relations', fullName(relation), from);
    for (const trigger of triggers) {
        if (!trigger.events.includes(event))
            continue;
        const assigns = trigger.columns?.some((column) => from.assigned?.includes(column));
        if (event === 'update' && trigger.columns && from.assigned && !assigns)
            continue;
        const step = into(from, 'trigger', `trigger ${trigger.name} on ${fullName(relation)}`);
        if (trigger.when !== undefined)
            run.follow(selecting([trigger.when]), step);
        runs(trigger.function, step, run, exactType);
    }
}
/** Those of a kind are read as one statement. */
function rows_expressions(relation, wanted, from, run) {
    const kinds = new Map();
    for (const each of relation.expressions ?? [])
        if (wanted(each) && !PLAIN.test(each.text))
            kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each.text]);
    for (const [kind, texts] of kinds)
        run.follow(selecting(texts), into(from, kind, `${kind} of ${fullName(relation)}`));
}
/** A new relation takes over what this one has; with `triggers` it is a partition that rows go into. */
function modelled(relation, withTriggers, step, run) {
    rows_expressions(relation, ({ kind }) => kind !== 'policy', step, run);
    columnTypes(relation, step, run);
    if (withTriggers && relation.kind === 'partitioned')
        for (const event of ['insert', 'update', 'delete'])
            rows_triggers(relation, event, step, run);
}
/** Most defaults, as the server writes them. */
const PLAIN = /^(now\(\)|CURRENT_(TIMESTAMP|DATE)|gen_random_uuid\(\)|true|false|NULL::[\w .]+|-?\d+(\.\d+)?|nextval\('[\w".]+'::regclass\)|'[^']*'::(text|character varying|jsonb?))$/;
/** `ANALYZE`, `REINDEX SCHEMA`: whatever has code of the database in an index. */
function everywhere(step, run) {
    for (const relation of run.schema.snapshot.relations)
        if (relation.expressions?.some(({ kind, text }) => BY_ANALYZE.has(kind) && OWN_CODE.test(text)))
            checked(relation, step, run);
}
const BY_ANALYZE = new Set(['index', 'statistics']);
/** A call with a schema. */
const OWN_CODE = /[\w"$]\s*\.\s*[\w"$]+\s*\(/;
/** Work that reads all rows evaluates what constraints and indexes hold; a refresh runs the query. */
function checked(relation, from, run) {
    const name = fullName(relation);
    const step = forMany(from);
    if (!run.once(`${step.scope} checked ${name}`, step))
        return;
    if (relation.kind === 'materialized-view' && relation.definition !== undefined)
        run.follow(relation.definition, into(from, 'view', `materialized view ${name}`));
    rows_expressions(relation, ({ kind }) => kind !== 'default' && kind !== 'policy', step, run);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/run.js




const JUST_MADE = 'what this connection has just defined';
/** Texts followed and effects found, at most. */
const run_MOST = 500;
class run_Run {
    schema;
    #code;
    #read;
    #seen = new Set();
    #added = new Map();
    #definitions = new Map();
    #renamed;
    #defined;
    #left = run_MOST;
    constructor(schema, code, read, { renamed = () => [], defined } = {}) {
        this.schema = schema;
        this.#renamed = renamed;
        this.#defined = defined;
        this.#code = code;
        this.#read = read;
    }
    /** What the name may mean, also under the name that it had before the statement. */
    relations(name, scope) {
        const here = this.schema.relations.first(name, scope);
        const before = this.#renamed(name).flatMap((old) => this.schema.relations.first(old, scope));
        return before.length === 0 ? here : [...here, ...before];
    }
    /** What stored code does, in the order in which it was found. */
    get added() {
        return [...this.#added.values()];
    }
    /** True the first time; there is no end to triggers that fire each other. */
    once(what, { many }) {
        const key = many ? `${many} ${what}` : what;
        if (this.#seen.has(key))
            return false;
        this.#seen.add(key);
        return true;
    }
    add(effect, step, skipped = 0) {
        const full = storedEffect(effect, step, skipped);
        if (this.#added.size < run_MOST)
            this.#added.set(JSON.stringify(full), full);
        else
            this.#overflow();
    }
    /** What `text` does, once. `inside`: only what it does in its function or rule, not the making of that. */
    follow(text, step, inside) {
        const analysis = this.#code.analysis(text);
        if (!analysis || !this.once(`${step.scope} reads ${inside} ${text}`, step))
            return analysis;
        if (this.#left-- <= 0) {
            this.#overflow();
            return undefined;
        }
        const effects = inside
            ? analysis.effects.filter(({ action, via }) => via?.[0] === inside || action === 'unknown')
            : analysis.effects;
        const assigned = analysis.uses?.assigned ?? [];
        this.#read({ ...analysis, effects }, { ...step, assigned }, { skipped: inside ? 1 : 0 }, this);
        return analysis;
    }
    /** What the connection has defined under that name; the last part of `name` tells. */
    defined(kind, name, step) {
        if (!this.#defined)
            return;
        const last = (0,tree/* dotted */.Bs)([partsOf(name).at(-1) ?? '']);
        this.#readDefined(this.#defined[kind](last), step);
    }
    /** The connection has defined a function of that name. */
    isDefined(name) {
        return (this.#defined?.functions((0,tree/* dotted */.Bs)([partsOf(name).at(-1) ?? ''])).length ?? 0) > 0;
    }
    /** The connection may have given other names or types to columns of it. */
    otherColumns(relation) {
        return this.#defined?.columns((0,tree/* dotted */.Bs)([partsOf(relation).at(-1) ?? ''])) ?? false;
    }
    /** What it has defined that any statement may set off. */
    definedAnywhere(step) {
        if (this.#defined)
            this.#readDefined(this.#defined.anywhere, step);
    }
    #readDefined(definitions, step) {
        const read = this.#definitions.get(step.many) ?? new Set();
        this.#definitions.set(step.many, read);
        for (const analysis of definitions) {
            if (read.has(analysis))
                continue;
            read.add(analysis);
            const effects = analysis.effects.filter(inBody);
            this.#read({ ...analysis, effects }, { ...step, through: JUST_MADE, scope: null, assigned: undefined }, { judged: true }, this);
        }
    }
    #overflow() {
        const effect = {
            action: 'unknown',
            object: 'catalogue',
            detail: 'it sets off more stored code than is followed',
            stored: true,
        };
        this.#added.set('', effect);
    }
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/create.js














/** The analyser stays its owner's to close. */
function createCatalogue(snapshot, analyser) {
    const schema = new Schema(snapshot);
    const code = new Code(analyser);
    const known = [new WeakMap(), new WeakMap()];
    /** Undefined when what is found cannot be kept. */
    const keeper = ({ moved, renames, defined }) => renames.length === 0 && !defined ? known[moved ? 1 : 0] : undefined;
    const attempt = (analysis, situation) => {
        const scope = situation.moved || movesItself(analysis) ? null : snapshot.searchPath;
        const renamed = renamedBy(analysis, situation.renames);
        const begin = () => new run_Run(schema, code, create_read, { renamed, defined: situation.defined });
        const first = deepened(analysis, scope, begin);
        // Code that changes the search_path changes what stands behind it, too.
        const again = scope !== null && first.some((effect) => effect.stored && (0,settings/* movesOthers */.s_)(effect));
        const found = again ? deepened(analysis, null, begin) : first;
        if (code.busy)
            return undefined;
        keeper(situation)?.set(analysis, found);
        return found;
    };
    const rounds = async (analysis, situation) => {
        try {
            // Each round sees one step further into the code.
            for (let round = 0; round < MOST_ROUNDS; round++) {
                await code.settled();
                const found = attempt(analysis, situation);
                if (found)
                    return found;
            }
            return failed(analysis, 'stored code is nested too deeply');
        }
        catch {
            return failed(analysis, 'the catalogue could not be used');
        }
    };
    return {
        snapshot,
        deepen(analysis, { moved, renames = [], defined }) {
            const situation = { moved, renames, defined };
            const before = keeper(situation)?.get(analysis);
            if (before)
                return before;
            try {
                return attempt(analysis, situation) ?? rounds(analysis, situation);
            }
            catch {
                return failed(analysis, 'the catalogue could not be used');
            }
        },
        relations: (name, { moved }) => schema.relations.first(name, moved ? null : snapshot.searchPath),
    };
}
const MOST_ROUNDS = 500;
function failed({ effects }, detail) {
    return [...effects, { action: 'unknown', object: 'catalogue', detail }];
}
/** True when the text itself changes what names mean on its way. */
const movesItself = ({ effects, changes }) => changes.resolution && effects.some(({ action, name }) => action === 'set' && (0,settings/* movesNames */.zE)(name ?? 'all'));
/** The statement's own effects, and behind them what is stored; what only its definitions would set off is marked. */
function deepened(analysis, scope, begin) {
    const { effects, uses } = analysis;
    const step = { via: [], through: '', scope, assigned: uses?.assigned ?? [] };
    const run = begin();
    const calls = new Set();
    const told = retyped(effects, analysis, scope, run);
    let changed = told !== effects;
    const own = told.flatMap((effect) => {
        const found = ownEffect(effect, analysis, step, calls, run);
        changed ||= found !== effect;
        return found ? [found, ...resetOptions(effect, scope, run)] : [];
    });
    changed ||= own.length > told.length;
    if (uses) {
        calls_named(uses, calls, step, run);
        madeOf(uses, effects, step, run);
    }
    for (const name of uses?.models ?? [])
        for (const model of run.relations(name, scope))
            modelled(model, writesNew(effects, scope, run), step, run);
    const defines = onlyDefines(analysis);
    // Event triggers run at once, whatever a body does.
    const now = defines ? begin() : run;
    if (uses || !effects.every(create_still)) {
        plainCasts(step, run);
        if (!defines)
            now.definedAnywhere(step);
    }
    fired(own, step, now);
    const added = defines ? [...run.added.map(later), ...now.added] : run.added;
    return changed || added.length > 0 ? [...own, ...added] : effects;
}
/** It touches nothing that has code. */
const create_still = ({ action, object }) => action === 'transaction' || (action === 'set' && object === 'setting');
function ownEffect(effect, { effects, uses }, step, calls, run) {
    if (isCall(effect)) {
        calls.add(effect.name);
        const why = called(effect.name, { ...stepOf(effect.name, uses, step, run), via: effect.via ?? [] }, run);
        if (why === undefined || madeHere(effect.name, effects, run))
            return undefined;
        return { ...effect, detail: why };
    }
    if (effect.action === 'rename' &&
        effect.object === 'index' &&
        run.relations(effect.name ?? '', step.scope).length > 0)
        return sized({ ...effect, object: 'table' }, run.schema, step.scope);
    touch(effect, { ...filling(effect, uses, step), via: effect.via ?? [] }, run);
    return sized(effect, run.schema, step.scope);
}
/** The step at which rows come to the relation, or a view is read. */
const filling = ({ action, name }, uses, step) => action === 'copy-in' || (name !== undefined && uses?.many?.includes(name)) ? forMany(step) : step;
const create_WRITES = new Set(['insert', 'update', 'delete', 'copy-in']);
/** The text writes to a relation that was not there before. */
const writesNew = (effects, scope, run) => effects.some(({ action, name, temporary }) => create_WRITES.has(action) && name !== undefined && !temporary && run.relations(name, scope).length === 0);
/** The text makes the function that it calls, so what that does stands in the text; and there is no other of that name. */
const madeHere = (name, effects, run) => run.schema.routines.all(name, null).length === 0 &&
    effects.some((effect) => effect.action === 'create' && effect.object === 'function' && effect.name === name && !effect.via);
const isCall = (effect) => effect.action === 'call' && effect.object === 'function' && effect.name !== undefined;
/** Takes in what stored code does. */
function create_read({ effects, uses }, step, { skipped = 0, judged = false }, run) {
    const calls = new Set();
    for (const each of effects) {
        const effect = spread(each, step);
        const here = { ...step, via: [...step.via, ...(effect.via ?? []).slice(skipped)] };
        if (isCall(effect)) {
            calls.add(effect.name);
            const why = called(effect.name, stepOf(effect.name, uses, here, run), run);
            // The body of what the connection defined is read under its own name.
            if (why !== undefined && !(judged && run.isDefined(effect.name)))
                run.add({ ...effect, detail: why }, step, skipped);
        }
        else {
            if (!judged || effect !== each)
                run.add(effect, step, skipped);
            touch(effect, filling(effect, uses, here), run);
        }
    }
    if (uses)
        calls_named(uses, calls, step, run);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/stored.js


/** Milliseconds after which it is read again, while the old one serves. */
const stored_FRESH_MS = 60_000;
/** Reading a large catalogue takes its time; it must not be all that the target does. */
const MOST_OF_THE_TIME = 50;
/** Milliseconds after which nothing is judged by it any more. */
const STALE_MS = 300_000;
/** Milliseconds between attempts when the target does not answer. */
const AGAIN_MS = 1000;
class Stored {
    #options;
    #facts;
    #loading;
    #loaded = 0;
    #took = 0;
    #failed = Number.NEGATIVE_INFINITY;
    /** What this session changed since it was read. */
    #changed = new Changed();
    /** What statements do with their stored code, when it was more than their text. */
    #deepened = new WeakMap();
    #unread = new WeakMap();
    constructor(options) {
        this.#options = options;
    }
    /** Reads it when it was not read yet. */
    warm() {
        if (!this.#facts)
            this.#load().catch(() => { });
    }
    /** What a transaction that is over has changed. */
    invalidate(changed) {
        this.#changed.add(changed);
    }
    /** What the statement would change, as far as its text and the code that it sets off tell. */
    note(analysis, changed) {
        changed.note(analysis, this.#deepened.get(analysis) ?? analysis.effects);
    }
    /** `server_version_num`; 0 while nothing was read. */
    get server() {
        return this.#facts?.snapshot.server ?? 0;
    }
    /** The relations that a name may mean, as they were read. */
    relations(name, moved) {
        return this.#facts?.relations(name, { moved }) ?? [];
    }
    /** See `Target.deepen`. */
    deepen(analysis, connection) {
        const facts = this.#facts;
        if (!facts || !this.#serves(analysis))
            return untouched(analysis) ? analysis.effects : this.#later(analysis, connection);
        return this.#kept(analysis, facts.deepen(analysis, connection));
    }
    /** False when it must be read first. */
    #serves(analysis) {
        const age = this.#options.now() - this.#loaded;
        if (age > STALE_MS || this.#changed.concerns(analysis))
            return false;
        if (age > Math.max(stored_FRESH_MS, MOST_OF_THE_TIME * this.#took) && !this.#resting)
            this.#load().catch(() => { });
        return true;
    }
    /** The target did not answer a moment ago. */
    get #resting() {
        return this.#options.now() - this.#failed < AGAIN_MS;
    }
    async #later(analysis, connection) {
        try {
            // What runs already may have begun before the change.
            if (this.#loading)
                await this.#loading;
            if (!this.#facts || !this.#serves(analysis))
                await this.#load();
        }
        catch {
            return this.#unreadable(analysis);
        }
        return this.#facts
            ? this.#kept(analysis, this.#facts.deepen(analysis, connection))
            : this.#unreadable(analysis);
    }
    #load() {
        this.#loading ??= this.#once().finally(() => {
            this.#loading = undefined;
        });
        return this.#loading;
    }
    async #once() {
        const { load, analyser, now } = this.#options;
        if (this.#resting)
            throw new Error('the catalogue could not be read a moment ago');
        const started = now();
        const changed = this.#changed;
        this.#changed = new Changed();
        try {
            this.#facts = createCatalogue(await load(this.#facts?.snapshot), analyser);
            this.#loaded = now();
            this.#took = this.#loaded - started;
        }
        catch (error) {
            this.#changed.add(changed);
            this.#failed = now();
            throw error;
        }
    }
    #kept(analysis, effects) {
        if (effects instanceof Promise)
            return effects.then((settled) => this.#kept(analysis, settled));
        if (effects !== analysis.effects && this.#deepened.get(analysis) !== effects)
            this.#deepened.set(analysis, effects);
        return effects;
    }
    #unreadable(analysis) {
        let effects = this.#unread.get(analysis);
        if (!effects) {
            effects = [...analysis.effects, UNREADABLE];
            this.#unread.set(analysis, effects);
        }
        return effects;
    }
}
/** It names nothing that could be in a catalogue: `BEGIN`, `SET timezone`. */
const untouched = ({ effects, relations, uses }) => relations.length === 0 &&
    uses === undefined &&
    effects.every(({ action }) => action === 'transaction' || action === 'set' || action === 'read');
const UNREADABLE = {
    action: 'unknown',
    object: 'catalogue',
    detail: 'the catalogue of the target could not be read',
};

;// CONCATENATED MODULE: ./lib/protocols/postgres/index.js
















const UPSTREAM_LOGIN_MS = 15_000;
const CLIENT_LOGIN_MS = 10_000;
const postgres = { name: 'postgres', defaultPort: 5432, open: postgres_open, snapshot };
function postgres_open(options) {
    const { terms, dial, masking, analyser } = options;
    const derived = new Map();
    const login = (settings) => upstreamLogin({ terms, dial, settings, keys: derived, timeout: UPSTREAM_LOGIN_MS });
    const own = () => login(upstreamSettings({ settings: OWN_SETTINGS }, {}));
    const side = new Side(own);
    const now = () => performance.now();
    const catalogue = new Catalogue(side, now);
    const stored = new Stored({ load: (before) => loadSnapshot(side, Date.now(), before), analyser, now });
    const estimates = new Estimates(side, stored, now);
    const shared = {
        terms,
        analyser,
        masking,
        inspector: new Inspector(),
        plans: new Plans(masking, catalogue, terms.masks.columns),
        drift: new Drift(),
        stored,
        countsRows: terms.guard.thresholds?.rows !== undefined,
        readOnly: terms.guard.mode === 'enforce' && terms.guard.rules.write === 'block',
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
        estimate: (statement, effects, connection) => estimates.of(statement, effects, connection),
        deepen: (analysis, connection) => stored.deepen(analysis, connection),
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
async function snapshot(options, now) {
    const settings = upstreamSettings({ settings: OWN_SETTINGS }, {});
    const side = new Side(() => upstreamLogin({ ...options, settings, keys: new Map(), timeout: UPSTREAM_LOGIN_MS }));
    try {
        return await loadSnapshot(side, now);
    }
    catch (error) {
        if (error instanceof errors/* SluiceError */.ah)
            throw error;
        const reason = error instanceof Error ? error.message : 'no reason given';
        throw new errors/* SluiceError */.ah('UPSTREAM_REFUSED', `Target ${options.terms.name}: ${reason}`, {
            hint: 'Try again when no schema change is running.',
        });
    }
    finally {
        side.close();
    }
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
/**
 * Finds the flows that carry a masked column out of its mask's reach, and the masked columns that conditions read:
 * effects `expose` of `masked-column`, and of `masked-predicate` (`strict`) or `masked-comparison` (`flag`, the
 * default) for `compares`, those of the analysis. Undefined when no column is masked.
 */
function watchFlows(columns, predicates = 'flag') {
    if (columns.length === 0)
        return undefined;
    const patterns = withCatalogue(columns).map(({ pattern, mask }) => {
        const [column = '*', table = '*', schema = '*'] = pattern.split('.').reverse();
        return { pattern, kind: mask, schema, table, column };
    });
    return (flows, behind, compares = []) => {
        const views = flows.filter(({ view }) => view);
        const compared = compares.flatMap((source) => {
            const sources = reached([source], views, behind);
            const hit = patterns.find((pattern) => sources.some((each) => carries(pattern, each)));
            return hit ? [comparison(source, hit.pattern, predicates)] : [];
        });
        const exposed = flows.flatMap((flow) => {
            if (flow.view)
                return flow.sources.includes('*') ? [exposure(flow, undefined)] : [];
            const sources = reached(flow.sources, views, behind);
            const hit = patterns.find((pattern) => sources.some((source) => carries(pattern, source) && !stays(source, flow) && !keeps(pattern, flow, patterns)));
            return hit ? [exposure(flow, hit.pattern)] : [];
        });
        return [...exposed, ...compared];
    };
}
function comparison(source, pattern, predicates) {
    const dot = source.lastIndexOf('.');
    return {
        action: 'expose',
        object: predicates === 'strict' ? 'masked-predicate' : 'masked-comparison',
        ...(dot > 0 && { name: source.slice(0, dot) }),
        column: source.slice(dot + 1),
        detail: pattern,
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
    const { family, covers = [], keepsBlock = false, exception = keepsBlock ? false : allowance(id), } = definition;
    return {
        id,
        family,
        summary,
        covers,
        examples: { match, ignore },
        keepsBlock,
        check(effect, bounds = {}) {
            if (actions && !actions.includes(effect.action))
                return undefined;
            if (objects && !objects.includes(effect.object))
                return undefined;
            if (effect.temporary && !temporary)
                return undefined;
            if (when && !when(effect, bounds))
                return undefined;
            const told = rule_named(effect);
            const advice = stored(effect) ?? (typeof hint === 'string' ? hint : hint(told));
            return {
                reason: `${sentence(reason(told, bounds), told)}${where(effect)}`,
                hint: exception ? `${advice}, or ask for an exception: ${exception(effect)}` : advice,
            };
        },
    };
}
/** True when the name, or a part of it, is only known when the statement runs: `*`, `app.*`. A quoted `"*"` is a name. */
const isOpen = (name) => name.replaceAll(/"(?:[^"]|"")*"/g, '').includes('*');
/** The effect as a person reads it. */
const rule_named = (effect) => effect.name !== undefined && isOpen(effect.name)
    ? { ...effect, name: 'what is named only when it runs' }
    : effect;
/** A name keeps its case. */
const sentence = (text, { name, column }) => [name, column].some((own) => own !== undefined && text.startsWith(own))
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1);
/** `allow` as it would stand in the guard. An unqualified name has no schema to allow. */
const allowance = (id) => (effect) => effect.name === undefined || isOpen(effect.name)
    ? `allow: [${id}]`
    : `allow: [{ rule: ${id}, relations: [${effect.name}] }]`;
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
    'event-trigger': 'an event trigger',
    operator: 'an operator',
    cast: 'a cast',
    domain: 'a domain',
    default: 'a default',
    check: 'a check',
    index: 'an index',
    policy: 'a policy',
    cascade: 'a foreign key',
    'create-as': 'CREATE … AS',
};
/** Their details say something of their own; that of the others tells which stored code does it. */
const rule_SPEAKING = new Set(['unknown', 'call', 'set', 'alter', 'execute']);
function where(effect) {
    if (effect.object === 'cascade')
        return effect.detail === undefined ? '' : `, by ${effect.detail}`;
    const way = wayOf(effect);
    if (!effect.stored)
        return way === '' ? '' : ` (inside ${way})`;
    if (effect.via?.[0] === 'definition')
        return ` (set off in the database when what is defined here runs${way === '' ? '' : `: ${way}`})`;
    return ` (set off in the database${way === '' ? '' : `: ${way}`})`;
}
/** How one gets to it from the statement: `a DO block, EXECUTE`, or `trigger audit on public.orders`. */
function wayOf({ action, via = [], stored, detail = '' }) {
    if (stored && detail !== '' && !rule_SPEAKING.has(action))
        return detail;
    return via.flatMap((step) => STEPS[step] ?? []).join(', ');
}
/** Whoever wrote the statement did not write the stored code. */
function stored(effect) {
    if (!effect.stored || effect.object === 'cascade')
        return undefined;
    return `Read ${wayOf(effect) || 'the stored code'}, and agree with its owner that it may run now`;
}
/** The thing in a sentence: `table public.users`, `column ssn of users`, `an owned object`. */
function thing(effect, kind = effect.object) {
    const object = kind.replaceAll('-', ' ');
    if (effect.column !== undefined)
        return `${object} ${effect.column} of ${effect.name ?? 'it'}`;
    return effect.name === undefined ? object : `${object} ${effect.name}`;
}
/** `12,345` */
const count = (rows) => Math.round(rows).toLocaleString('en-US');

;// CONCATENATED MODULE: ./lib/policy/rules/bulk-export/bulk-export.js

const bulkExport = rule({
    id: 'bulk-export',
    family: 'bulk-export',
    summary: 'COPY … TO: rows leave in bulk',
    match: ['COPY users TO STDOUT', 'COPY (SELECT * FROM users) TO STDOUT'],
    ignore: ['COPY users FROM STDIN', 'SELECT * FROM users'],
    actions: ['copy-out'],
    objects: ['table', 'query', 'catalog'],
    reason: (effect) => `COPY exports ${effect.name === undefined ? 'the result of a query' : `all rows of ${effect.name}`}`,
    hint: 'Select the rows that are needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/bulk-export/catalog-values.js

const catalogValues = rule({
    id: 'catalog-values',
    family: 'bulk-export',
    summary: 'reads of system views that carry passwords, statements or column values',
    match: ['SELECT * FROM pg_authid', 'SELECT query FROM pg_stat_activity', 'TABLE pg_stats'],
    ignore: ['SELECT * FROM pg_class', 'SELECT * FROM app.pg_stats'],
    actions: ['read', 'call'],
    objects: ['catalog-values', 'values'],
    reason: (effect) => `${effect.name} shows secrets, statements or values of other tables`,
    hint: 'Read pg_catalog views that hold names and types only',
});

;// CONCATENATED MODULE: ./lib/policy/rules/bulk-export/index.js


const BULK_EXPORT = [bulkExport, catalogValues];

;// CONCATENATED MODULE: ./lib/policy/rules/code/create-rule.js

const createRule = rule({
    id: 'create-rule',
    family: 'code',
    summary: 'CREATE RULE: rewrites later statements',
    match: ['CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING'],
    ignore: ['CREATE VIEW v AS SELECT 1'],
    actions: ['create'],
    objects: ['rule'],
    reason: (effect) => `a rule makes later statements on ${effect.name} do something else`,
    hint: 'Use a trigger',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/event-trigger.js

const eventTrigger = rule({
    id: 'event-trigger',
    family: 'code',
    summary: 'CREATE and ALTER EVENT TRIGGER',
    match: [
        'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()',
        'ALTER EVENT TRIGGER e DISABLE',
    ],
    ignore: ['CREATE VIEW e AS SELECT 1'],
    actions: ['create', 'alter', 'rename'],
    objects: ['event-trigger'],
    reason: (effect) => `event trigger ${effect.name} concerns all later DDL`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/extensions.js
// Extensions by what they bring.
/** Trusted, and made of functions and types that only compute. */
const extensions_HARMLESS = /^(btree_gin|btree_gist|citext|cube|dict_int|earthdistance|fuzzystrmatch|hstore|intarray|isn|ltree|pg_trgm|pgcrypto|plpgsql|seg|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector|postgis)$/;
/** Run commands or code outside of SQL, or reach other servers. */
const UNTRUSTED = /^(pl(?!pgsql$)\w+|\w+_plpython3?u|dblink|\w+_fdw|adminpack|file_fdw|pg_cron|pg_net|http|pageinspect|pg_surgery|lo|pg_tle|plv8|pgsodium|xml2|tablefunc)$/;

;// CONCATENATED MODULE: ./lib/policy/rules/code/extension.js


const extension = rule({
    id: 'extension',
    family: 'code',
    summary: 'other extensions than the well-known harmless ones',
    covers: ['squawk/ban-alter-extension'],
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
        !(extensions_HARMLESS.test(effect.name ?? '') || UNTRUSTED.test(effect.name ?? '')),
    reason: (effect) => `extension ${effect.name} brings code that is not in the text`,
    hint: 'Let a database administrator install it, and take it out of the migration',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/foreign-code.js

const foreignCode = rule({
    id: 'foreign-code',
    family: 'code',
    summary: 'functions in languages that cannot be analysed',
    match: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ return 1 $$'],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$'],
    actions: ['load'],
    objects: ['foreign-code'],
    reason: (effect) => `code in ${effect.name} cannot be analysed`,
    hint: 'Write it in SQL or PL/pgSQL',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/hidden-code.js

const hiddenCode = rule({
    id: 'hidden-code',
    family: 'code',
    summary: 'aggregates, operators, casts and base types: innocent syntax runs code',
    match: [
        'CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int)',
        'CREATE OPERATOR === (PROCEDURE = f, LEFTARG = int, RIGHTARG = int)',
    ],
    ignore: ["CREATE TYPE mood AS ENUM ('a')", 'CREATE DOMAIN d AS text'],
    actions: ['create', 'alter'],
    objects: ['aggregate', 'operator'],
    reason: (effect) => `${effect.name} runs code where a statement shows none`,
    hint: 'Write a function, and call it by its name',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/native-code.js

const nativeCode = rule({
    id: 'native-code',
    family: 'code',
    summary: 'LOAD, functions in C, languages and access methods',
    match: [
        "LOAD 'x'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y'",
        'CREATE LANGUAGE x HANDLER f',
    ],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['load', 'create'],
    objects: ['library', 'native-code', 'language'],
    keepsBlock: true,
    reason: (effect) => `this loads code into the server process: ${thing(effect)}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/security-definer.js

const securityDefiner = rule({
    id: 'security-definer',
    family: 'code',
    summary: 'SECURITY DEFINER: runs with its owner’s rights',
    covers: ['squawk/ban-alter-function-options'],
    match: [
        'CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$',
        'ALTER FUNCTION f() SECURITY DEFINER',
    ],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['alter'],
    objects: ['security-definer'],
    reason: (effect) => `${effect.name} would run with its owner’s rights for whoever calls it`,
    hint: 'Use SECURITY INVOKER',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/sql-text-function.js

const sqlTextFunction = rule({
    id: 'sql-text-function',
    family: 'code',
    summary: 'functions that run SQL given as text',
    match: [
        "SELECT query_to_xml('delete from users', true, true, '')",
        "SELECT table_to_xml('users', true, false, '')",
    ],
    ignore: ['SELECT to_json(u) FROM users u'],
    actions: ['call'],
    objects: ['sql-text'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} runs SQL that is given as text, past rules and masks`,
    hint: 'Write the query itself',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/calls.js
/** The call stands for what a trigger does later. */
const inTrigger = ({ via }) => via?.at(-1) === 'trigger';
/** It stands in the body of a function that is being defined, and runs with that one. What is stored already does run. */
const inDefinition = ({ via = [], stored }) => !stored && via.includes('function');

;// CONCATENATED MODULE: ./lib/policy/rules/code/trigger-function.js


const triggerFunction = rule({
    id: 'trigger-function',
    family: 'code',
    summary: 'triggers that call a function from elsewhere',
    covers: ['bytebase/table.disallow-trigger'],
    match: ['CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()'],
    ignore: [
        'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()',
    ],
    actions: ['call'],
    objects: ['function'],
    when: inTrigger,
    reason: (effect) => `what ${effect.name} does on later writes is not in the text`,
    hint: 'Create the function in the same text, before the trigger',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/unknown-call.js


const unknownCall = rule({
    id: 'unknown-call',
    family: 'code',
    summary: 'functions whose body calls one that is not built in: what it does is judged when it is called',
    match: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$'],
    ignore: [
        'SELECT app.g()',
        'DO $$ BEGIN PERFORM app.g(); END $$',
        'CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT lower(current_user) $$',
        { action: 'call', object: 'function', name: 'app.g', via: ['function'], stored: true },
    ],
    actions: ['call'],
    objects: ['function'],
    when: (effect) => !inTrigger(effect) && inDefinition(effect),
    reason: (effect) => `what ${effect.name} does is not in the text`,
    hint: 'Send its definition in the same text, or write out what it would do',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/unknown-function.js


const unknownFunction = rule({
    id: 'unknown-function',
    family: 'code',
    summary: 'calls of functions that are not built in',
    match: [
        'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$; SELECT f()',
        'SELECT purge_users()',
        'CALL purge()',
        'CREATE TABLE t (a int DEFAULT app.next_id())',
    ],
    ignore: [
        'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$',
        'SELECT lower(name) FROM users',
        'SELECT gen_random_uuid()',
    ],
    actions: ['call'],
    objects: ['function'],
    when: (effect) => !inTrigger(effect) && !inDefinition(effect),
    reason: (effect) => `what ${effect.name} does is not in the text`,
    hint: 'Write out what it would do',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/untrusted-extension.js


const untrustedExtension = rule({
    id: 'untrusted-extension',
    family: 'code',
    summary: 'extensions with untrusted languages, files or network',
    match: ['CREATE EXTENSION plpython3u', 'CREATE EXTENSION dblink'],
    ignore: ['CREATE EXTENSION pg_trgm'],
    actions: ['create'],
    objects: ['extension'],
    when: (effect) => UNTRUSTED.test(effect.name ?? ''),
    keepsBlock: true,
    reason: (effect) => `extension ${effect.name} runs code outside of SQL, or reaches other servers`,
    hint: 'Let a database administrator install it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/index.js












const code_CODE = [
    sqlTextFunction,
    unknownFunction,
    unknownCall,
    triggerFunction,
    createRule,
    eventTrigger,
    hiddenCode,
    securityDefiner,
    untrustedExtension,
    extension,
    nativeCode,
    foreignCode,
];

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/drop-function.js

const dropFunction = rule({
    id: 'drop-function',
    family: 'compatibility',
    summary: 'DROP FUNCTION, PROCEDURE, ROUTINE or AGGREGATE',
    covers: ['squawk/ban-drop-function'],
    match: ['DROP FUNCTION f(int)', 'DROP AGGREGATE a(int)'],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['drop'],
    objects: ['function', 'aggregate'],
    reason: (effect) => `DROP removes ${thing(effect)}, and its callers fail`,
    hint: 'Use CREATE OR REPLACE FUNCTION',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/drop-other.js

/** Objects that a rule of their own speaks of. */
const NAMED = new Set(`table foreign-table schema database tablespace owned column view materialized-view index constraint sequence function
  aggregate trigger rule event-trigger policy publication subscription role catalog`.split(/\s+/));
const dropOther = rule({
    id: 'drop-other',
    family: 'compatibility',
    summary: 'DROP of types, domains, casts, operators, extensions, languages, servers and the rest',
    covers: ['squawk/ban-drop-type', 'squawk/ban-drop-domain', 'squawk/ban-drop-extension'],
    match: ['DROP TYPE mood', 'DROP EXTENSION citext', 'DROP SERVER s', 'DROP CAST (int AS text)'],
    ignore: ['DROP TABLE users', 'CREATE TYPE mood AS ENUM ()'],
    actions: ['drop'],
    when: (effect) => !NAMED.has(effect.object),
    reason: (effect) => `DROP removes ${thing(effect)}, and what uses it fails`,
    hint: 'Make sure that nothing uses it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/drop-view.js

const dropView = rule({
    id: 'drop-view',
    family: 'compatibility',
    summary: 'DROP VIEW and DROP MATERIALIZED VIEW',
    covers: ['squawk/ban-drop-view'],
    match: ['DROP VIEW v', 'DROP MATERIALIZED VIEW v'],
    ignore: ['CREATE OR REPLACE VIEW v AS SELECT 1'],
    actions: ['drop'],
    objects: ['view', 'materialized-view'],
    reason: (effect) => `DROP removes ${thing(effect)}, and its readers fail`,
    hint: ({ object }) => object === 'view'
        ? 'Use CREATE OR REPLACE VIEW'
        : 'Create the new one beside it, and drop this one when nobody reads it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/move-object.js

const moveObject = rule({
    id: 'move-object',
    family: 'compatibility',
    summary: 'SET SCHEMA: moves it out of reach of its name',
    covers: ['squawk/ban-set-schema'],
    match: ['ALTER TABLE users SET SCHEMA archive'],
    ignore: ['ALTER TABLE users SET (fillfactor = 70)'],
    actions: ['move'],
    reason: (effect) => `SET SCHEMA moves ${thing(effect)} from where programs and rules look for it`,
    hint: 'Leave a view under the old name',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/rename.js

const rename_QUIET = new Set([
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
const rename = rule({
    id: 'rename',
    family: 'compatibility',
    summary: 'RENAME of what programs name: tables, columns, views, types, functions, schemas',
    covers: [
        'squawk/renaming-column',
        'squawk/renaming-table',
        'squawk/renaming-object',
        'atlas/BC101',
        'atlas/BC102',
        'strong_migrations/rename_column',
        'strong_migrations/rename_table',
        'strong_migrations/rename_schema',
        'bytebase/schema.backward-compatibility',
    ],
    match: ['ALTER TABLE users RENAME COLUMN a TO b', 'ALTER TABLE users RENAME TO people'],
    ignore: ['ALTER INDEX i RENAME TO j', 'ALTER TABLE users RENAME CONSTRAINT a TO b'],
    actions: ['rename'],
    when: (effect) => !rename_QUIET.has(effect.object),
    reason: (effect) => `RENAME breaks running code, and masks and rules that go by the name of ${thing(effect)}`,
    hint: ({ object }) => object === 'table' || object === 'view'
        ? 'Leave a view under the old name, and drop it when nothing uses it'
        : 'Add the new name beside the old one, and drop the old one later',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/index.js





const COMPATIBILITY = [dropView, dropFunction, dropOther, rename, moveObject];

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/attach-table.js

const attachTable = rule({
    id: 'attach-table',
    family: 'data-loss',
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
    hint: 'Create the table and attach it in one text: its rows are new then',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/cascade.js

const cascade_cascade = rule({
    id: 'cascade',
    family: 'data-loss',
    summary: 'rows of other tables that go or change along, by ON DELETE or ON UPDATE of their foreign keys',
    covers: ['bytebase/statement.disallow-on-del-cascade'],
    match: [
        { action: 'delete', object: 'cascade', name: 'public.orders', stored: true },
        { action: 'update', object: 'cascade', name: 'public.orders', stored: true, estimate: 20 },
    ],
    ignore: [{ action: 'delete', object: 'table', name: 'public.orders' }],
    objects: ['cascade'],
    reason: ({ action, name, estimate }) => {
        const rows = estimate === undefined ? 'rows' : `about ${count(estimate)} rows`;
        return action !== 'update'
            ? `deleting these rows also deletes ${rows} of ${name}`
            : `this also changes ${rows} of ${name}`;
    },
    hint: ({ action, name }) => action !== 'update'
        ? `Delete the rows of ${name} first, by key`
        : `Change the rows of ${name} first, by key`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/catalog-write.js

const catalogWrite = rule({
    id: 'catalog-write',
    family: 'data-loss',
    summary: 'changes of the system catalogue',
    match: [
        "DELETE FROM pg_catalog.pg_class WHERE relname = 'users'",
        "UPDATE pg_settings SET setting = 'off'",
    ],
    ignore: ["SELECT * FROM pg_class WHERE relname = 'users'"],
    actions: ['insert', 'update', 'delete', 'copy-in', 'create', 'drop', 'alter', 'truncate'],
    objects: ['catalog'],
    keepsBlock: true,
    reason: (effect) => `this changes the system catalogue: ${effect.name}`,
    hint: 'Use the statement made for it (ALTER, SET, COMMENT)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/delete-all.js

const deleteAll = rule({
    id: 'delete-all',
    family: 'data-loss',
    summary: 'DELETE without a condition on the table, or with one that is always true',
    covers: ['bytebase/statement.where.require.update-delete'],
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
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/delete-range.js

const deleteRange = rule({
    id: 'delete-range',
    family: 'data-loss',
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
    hint: 'Delete by key, WHERE id = …, or in batches: WHERE id IN (SELECT id … LIMIT 1000)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/detach-partition.js

const detachPartition = rule({
    id: 'detach-partition',
    family: 'data-loss',
    summary: 'DETACH PARTITION and NO INHERIT: the rows leave the parent',
    covers: ['squawk/ban-detach-inheritance', 'squawk/require-concurrent-partition-detach'],
    match: ['ALTER TABLE events DETACH PARTITION events_2020', 'ALTER TABLE child NO INHERIT parent'],
    ignore: ['ALTER TABLE events ADD COLUMN a int'],
    actions: ['detach'],
    reason: (effect) => `the rows of ${effect.name} are no longer seen through the parent`,
    hint: 'Make sure that nobody reads these rows through the parent; DETACH PARTITION … CONCURRENTLY lets readers go on',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/rowless.js
const ROWLESS = new Set(['constraint', 'index', 'trigger', 'policy', 'rule', 'statistic-ext']);
/** What depends on it are constraints at most: no column, table or view goes with it. */
const holdsNoRows = ({ object }) => ROWLESS.has(object);

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-cascade.js


const dropCascade = rule({
    id: 'drop-cascade',
    family: 'data-loss',
    summary: 'CASCADE on a DROP, TRUNCATE or ALTER: removes what is not named',
    covers: ['squawk/ban-truncate-cascade', 'bytebase/statement.disallow-rm-tbl-cascade'],
    match: ['DROP TYPE mood CASCADE', 'DROP VIEW v CASCADE', 'TRUNCATE users CASCADE'],
    ignore: ['ALTER TABLE users DROP CONSTRAINT pk CASCADE', 'DROP TYPE mood', 'DROP VIEW v RESTRICT'],
    actions: ['drop', 'truncate', 'rename'],
    when: (effect) => effect.cascade === true && !holdsNoRows(effect),
    reason: (effect) => `CASCADE on ${thing(effect)} also removes objects or rows that the statement does not name`,
    hint: 'Name everything that should go, without CASCADE',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-column.js

const dropColumn = rule({
    id: 'drop-column',
    family: 'data-loss',
    summary: 'ALTER TABLE … DROP COLUMN, ALTER TYPE … DROP ATTRIBUTE',
    covers: [
        'squawk/ban-drop-column',
        'atlas/DS103',
        'strong_migrations/remove_column',
        'bytebase/column.disallow-drop',
    ],
    match: ['ALTER TABLE users DROP COLUMN ssn', 'ALTER TYPE address DROP ATTRIBUTE zip'],
    ignore: ['ALTER TABLE users ADD COLUMN ssn text', 'ALTER TABLE users ALTER COLUMN a DROP DEFAULT'],
    actions: ['drop'],
    objects: ['column'],
    reason: (effect) => `DROP COLUMN removes ${effect.column} of ${effect.name} with its values`,
    hint: 'Stop using the column first, and drop it in a later release',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-database.js

const dropDatabase = rule({
    id: 'drop-database',
    family: 'data-loss',
    summary: 'DROP DATABASE and DROP TABLESPACE',
    covers: ['squawk/ban-drop-database', 'bytebase/database.drop-empty-database'],
    match: ['DROP DATABASE app', 'DROP TABLESPACE fast'],
    ignore: ['CREATE DATABASE app'],
    actions: ['drop'],
    objects: ['database', 'tablespace'],
    reason: (effect) => `DROP removes ${thing(effect)}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-owned.js

const dropOwned = rule({
    id: 'drop-owned',
    family: 'data-loss',
    summary: 'DROP OWNED BY',
    match: ['DROP OWNED BY app'],
    ignore: ['DROP ROLE app'],
    actions: ['drop'],
    objects: ['owned'],
    reason: (effect) => `DROP OWNED removes everything that ${effect.name} owns here`,
    hint: 'Drop the objects by name',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-schema.js

const dropSchema = rule({
    id: 'drop-schema',
    family: 'data-loss',
    summary: 'DROP SCHEMA',
    covers: ['squawk/ban-drop-schema', 'atlas/DS101'],
    match: ['DROP SCHEMA app', 'DROP SCHEMA IF EXISTS app CASCADE'],
    ignore: ['CREATE SCHEMA app'],
    actions: ['drop'],
    objects: ['schema'],
    reason: (effect) => `DROP SCHEMA removes ${effect.name} and what is in it`,
    hint: 'Drop its objects one by one',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-sequence.js

const dropSequence = rule({
    id: 'drop-sequence',
    family: 'data-loss',
    summary: 'DROP SEQUENCE',
    covers: ['squawk/ban-drop-sequence'],
    match: ['DROP SEQUENCE s'],
    ignore: ['CREATE SEQUENCE s'],
    actions: ['drop'],
    objects: ['sequence'],
    reason: (effect) => `DROP SEQUENCE ${effect.name} forgets which keys were given out`,
    hint: 'Leave it until no column’s default uses it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-table.js

const dropTable = rule({
    id: 'drop-table',
    family: 'data-loss',
    summary: 'DROP TABLE and DROP FOREIGN TABLE',
    covers: [
        'squawk/ban-drop-table',
        'atlas/DS102',
        'strong_migrations/create_table',
        'bytebase/schema.backward-compatibility',
    ],
    match: ['DROP TABLE users', 'DO $$ BEGIN DROP TABLE public.users; END $$'],
    ignore: ['CREATE TEMP TABLE t (a int); DROP TABLE t', 'DROP VIEW users', "SELECT 'DROP TABLE users'"],
    actions: ['drop'],
    objects: ['table', 'foreign-table'],
    reason: (effect) => `DROP TABLE removes ${effect.name} and all its rows`,
    hint: 'Rename it first and wait until nothing misses it, then drop it in a later release',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/empty-view.js

const emptyView = rule({
    id: 'empty-view',
    family: 'data-loss',
    summary: 'REFRESH MATERIALIZED VIEW … WITH NO DATA',
    match: ['REFRESH MATERIALIZED VIEW v WITH NO DATA'],
    ignore: ['REFRESH MATERIALIZED VIEW CONCURRENTLY v'],
    actions: ['maintain'],
    objects: ['materialized-view'],
    when: (effect) => effect.rows === 'all',
    reason: (effect) => `this empties ${effect.name}, and its readers fail`,
    hint: (effect) => `REFRESH MATERIALIZED VIEW CONCURRENTLY ${effect.name} gives it new rows without emptying it`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/excepted-name.js

const exceptedName = rule({
    id: 'excepted-name',
    family: 'data-loss',
    summary: 'a table or view takes a name that the guard excepts from a rule about data loss',
    match: [
        'ALTER TABLE users RENAME TO tmp_users',
        'ALTER TABLE app.tmp_users SET SCHEMA scratch',
        'ALTER SCHEMA app RENAME TO scratch',
        'CREATE VIEW tmp_users AS SELECT * FROM users',
    ],
    ignore: [
        'ALTER TABLE tmp_users RENAME TO tmp_people',
        'ALTER TABLE tmp_users RENAME TO users',
        'ALTER TABLE users RENAME COLUMN a TO tmp_a',
        'CREATE TABLE tmp_users (a int)',
    ],
    actions: ['rename', 'move', 'create'],
    temporary: true,
    when: (effect, { excepts }) => {
        const name = given(effect);
        return (name !== undefined && excepts?.(name, effect.action === 'rename' ? effect.name : undefined) === true);
    },
    reason: (effect) => `what ${effect.name} holds could be removed under the name ${given(effect)}, which this guard excepts from a rule about data loss`,
    hint: 'Choose a name that no exception of the guard covers',
});
/** The name by which it is found afterwards; `app.*` for all that a schema holds. */
function given({ action, object, name, detail = '' }) {
    if (action === 'create')
        return /^(view|materialized-view|foreign-table)$/.test(object) ? name : undefined;
    const [, to] = /^to (.+)$/.exec(detail) ?? [];
    return to !== undefined && object === 'schema' ? `${to}.*` : to;
}

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/lossy-type.js

const lossyType = rule({
    id: 'lossy-type',
    family: 'data-loss',
    summary: 'a change of type that cuts or rounds values without an error',
    match: [
        'ALTER TABLE users ALTER COLUMN a TYPE date',
        'ALTER TABLE users ALTER COLUMN a TYPE real USING a::real',
        'ALTER TABLE users ALTER COLUMN a TYPE varchar(3) USING a::varchar(3)',
    ],
    ignore: [
        'ALTER TABLE users ALTER COLUMN a TYPE varchar(3)',
        'ALTER TABLE users ALTER COLUMN a TYPE bigint',
        'CREATE TABLE t (a text); ALTER TABLE t ALTER COLUMN a TYPE date USING a::date',
    ],
    actions: ['update'],
    objects: ['column'],
    reason: (effect) => `the new type of ${effect.column} of ${effect.name} may keep less of each value, without an error`,
    hint: (effect) => `Add a new column of that type, fill it from ${effect.column ?? 'the old one'}, and drop the old one in a later release`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/many-rows.js

const manyRows = rule({
    id: 'many-rows',
    family: 'data-loss',
    summary: 'a DELETE or UPDATE, or a whole transaction, of more rows than `thresholds.rows` of the guard',
    covers: ['bytebase/statement.affected-row-limit', 'bytebase/statement.dml-dry-run'],
    match: [
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1001 },
        { action: 'update', object: 'cascade', name: 'orders', stored: true, estimate: 5000 },
        { action: 'transaction', object: 'commit', estimate: 1001 },
    ],
    ignore: [
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1000 },
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown' },
        { action: 'insert', object: 'table', name: 'users', estimate: 5000 },
        { action: 'transaction', object: 'begin', estimate: 5000 },
    ],
    actions: ['delete', 'update', 'transaction'],
    when: ({ action, object, detail, estimate }, { rows }) => (action !== 'transaction' || object === 'commit' || detail === 'commit') &&
        rows !== undefined &&
        (estimate ?? 0) > rows,
    reason: ({ action, name, estimate = 0 }, { rows = 0 }) => action === 'transaction'
        ? `this transaction has deleted or updated ${count(estimate)} rows, and the guard lets ${count(rows)} pass`
        : `this ${action.toUpperCase()} would touch about ${count(estimate)} rows of ${name}, and the guard lets ${count(rows)} pass`,
    hint: ({ action }) => action === 'transaction'
        ? 'ROLLBACK, and change the rows in batches, each in its own transaction'
        : 'Change the rows in batches, each in its own transaction',
    exception: ({ estimate = 0 }) => `thresholds: { rows: ${estimate} }`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/truncate.js

const truncate = rule({
    id: 'truncate',
    family: 'data-loss',
    summary: 'TRUNCATE',
    covers: ['bytebase/statement.disallow-truncate'],
    match: ['TRUNCATE users', 'TRUNCATE a, b'],
    ignore: ['DELETE FROM users WHERE id = 1', 'CREATE TEMP TABLE t (a int); TRUNCATE t'],
    actions: ['truncate'],
    reason: (effect) => `TRUNCATE removes all rows of ${effect.name}`,
    hint: 'Delete the rows that you mean, in batches: DELETE … WHERE id IN (SELECT id … LIMIT 1000)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/unlogged-table.js

const unloggedTable = rule({
    id: 'unlogged-table',
    family: 'data-loss',
    summary: 'SET UNLOGGED: the table is emptied after a crash, and never reaches a standby',
    match: ['ALTER TABLE users SET UNLOGGED'],
    ignore: ['ALTER TABLE users SET LOGGED', 'CREATE TABLE t (a int); ALTER TABLE t SET UNLOGGED'],
    actions: ['rewrite'],
    when: (effect) => effect.detail === 'SET UNLOGGED' && effect.lock !== 'none',
    reason: (effect) => `after a crash of the server, ${effect.name} would be empty`,
    hint: 'Leave it logged; make a new unlogged table for rows that may be lost',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/update-all.js

const updateAll = rule({
    id: 'update-all',
    family: 'data-loss',
    summary: 'UPDATE without a condition on the table, or with one that is always true; TYPE … USING other values',
    covers: ['bytebase/statement.where.require.update-delete', 'strong_migrations/change_column_null'],
    match: [
        'UPDATE users SET a = 1',
        'UPDATE users SET a = 1 WHERE true',
        "ALTER TABLE users ALTER a TYPE text USING ''",
    ],
    ignore: [
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1',
        'UPDATE users SET a = 1 WHERE id = 1',
        'ALTER TABLE users ALTER a TYPE int USING a::int',
    ],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'all' && effect.detail !== 'new columns',
    reason: (effect) => effect.detail === 'USING'
        ? `this gives ${effect.column} of ${effect.name} other values in all rows`
        : `UPDATE without an effective WHERE overwrites all rows of ${effect.name}`,
    hint: (effect) => effect.detail === 'USING'
        ? 'Add a new column and fill it in batches'
        : 'Say which rows: WHERE column = value',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/update-range.js

const updateRange = rule({
    id: 'update-range',
    family: 'data-loss',
    summary: 'UPDATE whose share of the rows the text does not tell',
    match: ['UPDATE users SET a = 1 WHERE id > 0'],
    ignore: ['UPDATE users SET a = 1 WHERE id = $1'],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'unknown',
    reason: (effect) => `this UPDATE may overwrite any number of rows of ${effect.name}`,
    hint: 'Update by key, WHERE id = …, or in batches: WHERE id IN (SELECT id … LIMIT 1000)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/index.js





















const DATA_LOSS = [
    dropTable,
    dropSchema,
    dropDatabase,
    dropOwned,
    dropColumn,
    dropCascade,
    dropSequence,
    truncate,
    deleteAll,
    deleteRange,
    updateAll,
    updateRange,
    lossyType,
    exceptedName,
    manyRows,
    cascade_cascade,
    detachPartition,
    attachTable,
    emptyView,
    catalogWrite,
    unloggedTable,
];

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/drop-replication.js

const dropReplication = rule({
    id: 'drop-replication',
    family: 'files-and-network',
    summary: 'DROP PUBLICATION or SUBSCRIPTION',
    match: ['DROP PUBLICATION pub', 'DROP SUBSCRIPTION sub'],
    ignore: ['DROP VIEW pub'],
    actions: ['drop'],
    objects: ['publication', 'subscription'],
    reason: (effect) => `DROP removes ${thing(effect)}: replication stops`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/foreign-server.js

const foreignServer = rule({
    id: 'foreign-server',
    family: 'files-and-network',
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
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/large-object.js

const largeObject = rule({
    id: 'large-object',
    family: 'files-and-network',
    summary: 'large objects: data outside of tables',
    match: ["SELECT lo_from_bytea(0, 'x')", 'SELECT lo_unlink(1)'],
    ignore: ['SELECT bytea_col FROM t'],
    actions: ['call'],
    objects: ['large-object'],
    reason: (effect) => `${effect.name} works on large objects, which no rule or mask sees`,
    hint: 'Keep the data in a bytea column',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/remote-query.js

const remoteQuery = rule({
    id: 'remote-query',
    family: 'files-and-network',
    summary: 'queries and requests to other servers',
    match: ["SELECT dblink_exec('dbname=prod', 'DROP TABLE users')"],
    ignore: ['SELECT 1'],
    actions: ['call'],
    objects: ['remote'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} reaches another server, where nothing is judged`,
    hint: 'Ask for a grant to that server',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/replication.js

const replication_replication = rule({
    id: 'replication',
    family: 'files-and-network',
    summary: 'CREATE and ALTER of publications and subscriptions',
    match: ['CREATE PUBLICATION p FOR ALL TABLES', "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p"],
    ignore: ['LISTEN channel'],
    actions: ['create', 'alter'],
    objects: ['publication', 'subscription'],
    reason: (effect) => `${thing(effect)} sends rows to another server, or takes them from it`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/replication-function.js

const replicationFunction = rule({
    id: 'replication-function',
    family: 'files-and-network',
    summary: 'replication slots, origins and logical messages',
    match: [
        "SELECT * FROM pg_logical_slot_get_changes('s', NULL, NULL)",
        "SELECT pg_drop_replication_slot('s')",
    ],
    ignore: ['SELECT pg_current_wal_lsn()'],
    actions: ['call'],
    objects: ['replication'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} reads or steers replication`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/run-program.js

const runProgram = rule({
    id: 'run-program',
    family: 'files-and-network',
    summary: 'COPY … PROGRAM: a command on the database server',
    match: ["COPY users TO PROGRAM 'cat'"],
    ignore: ['COPY users FROM STDIN'],
    actions: ['execute'],
    objects: ['program'],
    keepsBlock: true,
    reason: () => 'COPY … PROGRAM runs a command on the database server',
    hint: 'Send the data over the connection: COPY … FROM STDIN, COPY … TO STDOUT',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/server-file.js

const serverFile = rule({
    id: 'server-file',
    family: 'files-and-network',
    summary: 'files of the database server',
    match: ["COPY t FROM '/etc/passwd'", "SELECT pg_read_file('x')", "SELECT lo_import('/etc/passwd')"],
    ignore: ['COPY t FROM STDIN'],
    actions: ['copy-in', 'copy-out', 'call'],
    objects: ['file', 'server-file'],
    keepsBlock: true,
    reason: (effect) => `this reads or writes files of the database server${effect.name ? `: ${effect.name}` : ''}`,
    hint: 'Send the data over the connection: COPY … FROM STDIN, COPY … TO STDOUT',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/index.js








const FILES_AND_NETWORK = [
    runProgram,
    serverFile,
    largeObject,
    remoteQuery,
    foreignServer,
    replication_replication,
    dropReplication,
    replicationFunction,
];

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/cascade-constraint.js


const cascadeConstraint = rule({
    id: 'cascade-constraint',
    family: 'integrity',
    summary: 'CASCADE on a DROP of a constraint, index, trigger, policy or rule: foreign keys go along, no rows',
    match: [
        'ALTER TABLE users DROP CONSTRAINT pk CASCADE',
        'DROP INDEX i CASCADE',
        'DROP TRIGGER t ON users CASCADE',
    ],
    ignore: ['ALTER TABLE users DROP CONSTRAINT pk', 'DROP TABLE users CASCADE', 'DROP TYPE mood CASCADE'],
    actions: ['drop'],
    when: (effect) => effect.cascade === true && holdsNoRows(effect),
    reason: (effect) => `CASCADE on ${thing(effect)} also takes the foreign keys that rely on it`,
    hint: 'Drop those foreign keys by name first, without CASCADE',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/disable-trigger.js

const disableTrigger = rule({
    id: 'disable-trigger',
    family: 'integrity',
    summary: 'DISABLE TRIGGER and RULE, changes of when they fire',
    covers: ['squawk/ban-disable-trigger'],
    match: ['ALTER TABLE users DISABLE TRIGGER ALL', 'ALTER TABLE users ENABLE REPLICA TRIGGER t'],
    ignore: ['ALTER TABLE users ENABLE TRIGGER t'],
    actions: ['alter'],
    objects: ['trigger-firing', 'rule'],
    reason: (effect) => `what triggers and rules of ${effect.name} kept true is no longer kept`,
    hint: 'Leave them on, and write rows that they accept',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/drop-constraint.js

const dropConstraint = rule({
    id: 'drop-constraint',
    family: 'integrity',
    summary: 'DROP CONSTRAINT of a table or a domain',
    covers: ['squawk/ban-drop-constraint', 'atlas/CD101'],
    match: ['ALTER TABLE users DROP CONSTRAINT pk', 'ALTER DOMAIN d DROP CONSTRAINT c'],
    ignore: ['ALTER TABLE users ADD COLUMN a int'],
    actions: ['drop'],
    objects: ['constraint'],
    reason: (effect) => `DROP CONSTRAINT takes an integrity check from ${effect.name}`,
    hint: 'Add the new constraint before the old one goes',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/drop-not-null.js

const dropNotNull = rule({
    id: 'drop-not-null',
    family: 'integrity',
    summary: 'DROP NOT NULL: readers may meet NULLs they do not expect',
    covers: ['squawk/ban-drop-not-null'],
    match: ['ALTER TABLE users ALTER COLUMN a DROP NOT NULL'],
    ignore: ['ALTER TABLE users ALTER COLUMN a SET NOT NULL', 'ALTER TABLE users ALTER COLUMN a DROP DEFAULT'],
    actions: ['alter'],
    objects: ['column'],
    when: (effect) => effect.detail === 'DROP NOT NULL' && effect.lock !== 'none',
    reason: (effect) => `${effect.column} of ${effect.name} may hold NULL from now on`,
    hint: 'Make sure that every reader copes with NULL before it is dropped',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/drop-trigger.js

const dropTrigger = rule({
    id: 'drop-trigger',
    family: 'integrity',
    summary: 'DROP TRIGGER, RULE or EVENT TRIGGER',
    covers: ['squawk/ban-drop-trigger'],
    match: ['DROP TRIGGER t ON users', 'DROP EVENT TRIGGER e'],
    ignore: ['COMMENT ON TRIGGER t ON users IS NULL'],
    actions: ['drop'],
    objects: ['trigger', 'rule', 'event-trigger'],
    reason: (effect) => `DROP removes ${thing(effect)}: what it kept true is no longer kept`,
    hint: ({ object }) => object === 'event-trigger'
        ? 'Let a database administrator do it'
        : `Use CREATE OR REPLACE ${object.toUpperCase()}`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/replica-identity.js

const replicaIdentity = rule({
    id: 'replica-identity',
    family: 'integrity',
    summary: 'REPLICA IDENTITY',
    covers: ['squawk/ban-replica-identity'],
    match: ['ALTER TABLE users REPLICA IDENTITY NOTHING'],
    ignore: ['ALTER TABLE users ADD COLUMN a int'],
    actions: ['alter'],
    objects: ['replica-identity'],
    reason: (effect) => `logical replication of ${effect.name} may stop or send more columns`,
    hint: 'Ask who replicates the table',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/required-column.js

const requiredColumn = rule({
    id: 'required-column',
    family: 'integrity',
    summary: 'ADD COLUMN NOT NULL without a default: fails as soon as the table has rows',
    covers: ['squawk/adding-required-field', 'atlas/MF103'],
    match: ['ALTER TABLE users ADD COLUMN a int NOT NULL', 'ALTER TABLE users ADD COLUMN id int PRIMARY KEY'],
    ignore: [
        'ALTER TABLE users ADD COLUMN a int NOT NULL DEFAULT 1',
        'ALTER TABLE users ADD COLUMN id bigserial PRIMARY KEY',
        'ALTER TABLE users ADD COLUMN a int',
        'CREATE TABLE t (a int); ALTER TABLE t ADD COLUMN b int NOT NULL',
    ],
    actions: ['create'],
    objects: ['column'],
    when: (effect) => effect.detail === 'NOT NULL without a default' && effect.lock !== 'none',
    reason: (effect) => `the rows that ${effect.name} has already get no value for ${effect.column}: this fails unless it is empty`,
    hint: 'Give it a DEFAULT; or add it without NOT NULL, fill it, and SET NOT NULL',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/sequence-values.js

const sequenceValues = rule({
    id: 'sequence-values',
    family: 'integrity',
    summary: 'changes of the values a sequence gives out next',
    covers: ['squawk/ban-alter-sequence-values', 'squawk/ban-alter-identity'],
    match: ['ALTER SEQUENCE s RESTART WITH 1', "SELECT setval('s', 1)"],
    ignore: ['ALTER SEQUENCE s OWNED BY t.id', "SELECT nextval('s')"],
    actions: ['alter', 'call'],
    objects: ['sequence'],
    when: (effect) => effect.action === 'call' || effect.detail !== undefined,
    reason: () => 'the sequence may give out keys that exist already',
    hint: 'Set it above the highest key',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/index.js








const INTEGRITY = [
    dropConstraint,
    dropTrigger,
    disableTrigger,
    sequenceValues,
    replicaIdentity,
    requiredColumn,
    dropNotNull,
    cascadeConstraint,
];

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/backfill.js

const backfill = rule({
    id: 'backfill',
    family: 'lock-risk',
    summary: 'UPDATE of all rows that only fills columns which the same text has added: nothing is overwritten',
    match: [
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1',
        'BEGIN; ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = a + 1; COMMIT',
    ],
    ignore: [
        'UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1, a = 2',
        'ALTER TABLE users ADD COLUMN IF NOT EXISTS b int; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; UPDATE people SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; ALTER TABLE users RENAME b TO c; ALTER TABLE users RENAME a TO b; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; ALTER TABLE people INHERIT users; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; SET search_path = x; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; DO $$ BEGIN UPDATE users SET b = 1; END $$',
    ],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'all' && effect.detail === 'new columns',
    reason: (effect) => `this writes every row of ${effect.name}, and others wait for the rows until it commits`,
    hint: 'Give the column a DEFAULT in ADD COLUMN, or fill it in batches, each in its own transaction',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/blocking-index.js

const blockingIndex = rule({
    id: 'blocking-index',
    family: 'lock-risk',
    summary: 'CREATE INDEX without CONCURRENTLY on a table that is in use',
    covers: [
        'squawk/require-concurrent-index-creation',
        'atlas/PG101',
        'atlas/MF101',
        'atlas/MF102',
        'strong_migrations/add_index',
        'eugene/E6',
        'bytebase/index.create-concurrently',
    ],
    match: ['CREATE INDEX i ON users (email)'],
    ignore: ['CREATE INDEX CONCURRENTLY i ON users (email)', 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)'],
    actions: ['create'],
    objects: ['index'],
    when: (effect) => effect.lock === 'SHARE',
    reason: (effect) => `CREATE INDEX stops writes to ${effect.name} until it is done`,
    hint: 'Use CREATE INDEX CONCURRENTLY',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/blocking-maintenance.js

const blockingMaintenance = rule({
    id: 'blocking-maintenance',
    family: 'lock-risk',
    summary: 'REINDEX and REFRESH MATERIALIZED VIEW without CONCURRENTLY, CHECKPOINT',
    covers: ['squawk/require-concurrent-reindex'],
    match: ['REINDEX TABLE users', 'REFRESH MATERIALIZED VIEW v'],
    ignore: [
        'REINDEX INDEX CONCURRENTLY i',
        'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
        'ANALYZE users',
        'VACUUM users',
    ],
    actions: ['maintain'],
    when: (effect) => effect.lock === 'ACCESS EXCLUSIVE' || effect.object === 'server',
    reason: ({ object, name }) => `${doing(object)}${name === undefined ? '' : ` of ${name}`} makes everyone else wait`,
    hint: ({ object }) => object === 'server' ? 'Leave it to the server' : `Use ${doing(object)} … CONCURRENTLY`,
});
function doing(object) {
    if (object === 'server')
        return 'CHECKPOINT';
    return object === 'materialized-view' ? 'REFRESH MATERIALIZED VIEW' : 'REINDEX';
}

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/drop-index.js

const dropIndex = rule({
    id: 'drop-index',
    family: 'lock-risk',
    summary: 'DROP INDEX without CONCURRENTLY',
    covers: [
        'squawk/require-concurrent-index-deletion',
        'squawk/ban-drop-index',
        'atlas/PG102',
        'strong_migrations/remove_index',
    ],
    match: ['DROP INDEX i'],
    ignore: ['DROP INDEX CONCURRENTLY i'],
    actions: ['drop'],
    objects: ['index'],
    when: (effect) => effect.lock === 'ACCESS EXCLUSIVE',
    reason: (effect) => `DROP INDEX ${effect.name} locks its table, and queries or uniqueness may rely on it`,
    hint: 'Use DROP INDEX CONCURRENTLY',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/blocks.js
const BLOCKING = new Set(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']);
/** Writers wait for it, at least; one that is not known counts. */
const blocks = (lock) => lock === undefined || BLOCKING.has(lock);
/** A constraint that comes with an index of its own. */
const buildsIndex = ({ object, detail = '' }) => object === 'constraint' && /^(UNIQUE|PRIMARY KEY|EXCLUDE)$/.test(detail);

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/lock-table.js


const lockTable = rule({
    id: 'lock-table',
    family: 'lock-risk',
    summary: 'LOCK TABLE in a mode that stops writes',
    match: ['LOCK TABLE users IN ACCESS EXCLUSIVE MODE', 'LOCK users'],
    ignore: ['LOCK TABLE users IN ROW EXCLUSIVE MODE', 'SELECT * FROM users WHERE id = 1 FOR UPDATE'],
    actions: ['lock'],
    objects: ['table'],
    when: (effect) => blocks(effect.lock),
    reason: (effect) => `LOCK TABLE makes others wait for ${effect.name} (${effect.lock})`,
    hint: 'Take a weaker lock, as late as possible, with a lock_timeout',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/primary-key-index.js

const primaryKeyIndex = rule({
    id: 'primary-key-index',
    family: 'lock-risk',
    summary: 'ADD PRIMARY KEY USING INDEX: reads all rows unless its columns are NOT NULL already',
    covers: ['atlas/PG304', 'eugene/W14'],
    match: ['ALTER TABLE users ADD CONSTRAINT pk PRIMARY KEY USING INDEX i'],
    ignore: ['ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX i'],
    actions: ['create'],
    objects: ['constraint'],
    when: (effect) => effect.detail === 'PRIMARY KEY USING INDEX' && effect.lock !== 'none',
    reason: (effect) => `unless the key’s columns are NOT NULL already, this reads all rows of ${effect.name} while nobody can read or write it`,
    hint: 'Make the columns NOT NULL first, by way of a validated CHECK constraint',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/rewrite-table.js

const rewriteTable = rule({
    id: 'rewrite-table',
    family: 'lock-risk',
    summary: 'a rewrite of the whole table under ACCESS EXCLUSIVE',
    covers: [
        'squawk/adding-field-with-default',
        'squawk/changing-column-type',
        'squawk/ban-alter-generated-expression',
        'squawk/prefer-repack',
        'atlas/PG301',
        'atlas/PG302',
        'strong_migrations/add_column_default',
        'strong_migrations/add_column_default_callable',
        'strong_migrations/add_column_generated_stored',
        'strong_migrations/add_column_auto_incrementing',
        'strong_migrations/change_column',
        'strong_migrations/change_column_constraint',
        'eugene/E5',
        'eugene/E10',
        'eugene/E11',
        'bytebase/statement.disallow-add-column-with-default',
        'bytebase/column.disallow-change-type',
        'bytebase/column.default-disallow-volatile',
    ],
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
    reason: ({ object, name, column, detail }) => `this ${detail === 'TYPE' ? 'may rewrite' : 'rewrites'} ${object === 'column' ? `all rows of ${name} for its column ${column}` : name} while nobody can read or write it`,
    hint: ({ object, detail }) => {
        if (detail === 'TYPE')
            return 'Add a new column of that type, fill it in batches, and drop the old one later';
        return object === 'column'
            ? 'Add the column without it, fill it in batches, and set it afterwards'
            : 'Do it when nobody works, with a lock_timeout; plain VACUUM needs no such lock';
    },
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/scan-table.js


const scanTable = rule({
    id: 'scan-table',
    family: 'lock-risk',
    summary: 'a check of all rows under a lock that stops writes',
    covers: [
        'squawk/adding-foreign-key-constraint',
        'squawk/adding-not-nullable-field',
        'squawk/constraint-missing-not-valid',
        'squawk/ban-alter-domain-with-add-constraint',
        'atlas/MF104',
        'atlas/PG303',
        'atlas/PG305',
        'strong_migrations/add_foreign_key',
        'strong_migrations/add_check_constraint',
        'strong_migrations/add_reference',
        'strong_migrations/change_column_null_postgresql',
        'strong_migrations/change_column_with_not_null',
        'eugene/E1',
        'eugene/E2',
        'bytebase/statement.add-check-not-valid',
        'bytebase/statement.add-foreign-key-not-valid',
        'bytebase/statement.disallow-add-not-null',
    ],
    match: [
        'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
        'ALTER TABLE users ALTER COLUMN a SET NOT NULL',
    ],
    ignore: [
        'ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)',
        'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
        'ALTER TABLE users VALIDATE CONSTRAINT c',
    ],
    actions: ['scan'],
    when: (effect) => effect.detail !== 'NOT VALID' && effect.lock !== 'none' && blocks(effect.lock) && !buildsIndex(effect),
    reason: (effect) => `this reads all rows of ${effect.name} while nobody can write them`,
    hint: (effect) => effect.detail === 'SET NOT NULL'
        ? `ADD CONSTRAINT … CHECK (${effect.column ?? 'the column'} IS NOT NULL) NOT VALID, then VALIDATE CONSTRAINT in its own transaction: SET NOT NULL is quick after that`
        : 'Add it NOT VALID, then VALIDATE CONSTRAINT in its own transaction',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/sleep.js

const sleep = rule({
    id: 'sleep',
    family: 'lock-risk',
    summary: 'pg_sleep and its kin: holds locks and a connection',
    match: ['SELECT pg_sleep(60)'],
    ignore: ['SELECT now()'],
    actions: ['call'],
    objects: ['sleep'],
    reason: () => 'pg_sleep keeps a connection and its locks busy',
    hint: 'Wait in the job, between statements',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/unique-constraint.js


const uniqueConstraint = rule({
    id: 'unique-constraint',
    family: 'lock-risk',
    summary: 'a constraint whose index is built while nobody can read or write the table',
    covers: [
        'squawk/adding-serial-primary-key-field',
        'squawk/disallowed-unique-constraint',
        'atlas/PG104',
        'atlas/PG105',
        'strong_migrations/add_exclusion_constraint',
        'strong_migrations/add_unique_constraint',
        'eugene/E7',
        'eugene/E8',
    ],
    match: [
        'ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)',
        'ALTER TABLE users ADD PRIMARY KEY (id)',
        'ALTER TABLE users ADD COLUMN a int UNIQUE',
        'ALTER TABLE rooms ADD CONSTRAINT e EXCLUDE USING gist (during WITH &&)',
    ],
    ignore: [
        'ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX i',
        'CREATE TABLE t (a int); ALTER TABLE t ADD UNIQUE (a)',
        'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
    ],
    actions: ['scan'],
    when: (effect) => buildsIndex(effect) && effect.lock !== 'none',
    reason: (effect) => `${effect.detail} builds an index on ${effect.name} while nobody can read or write it, and fails when values repeat`,
    hint: (effect) => effect.detail === 'EXCLUDE'
        ? 'There is no other way on a table that is in use: do it when it is quiet, with a lock_timeout'
        : `CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … ${effect.detail} USING INDEX`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/index.js










const LOCK_RISK = [
    rewriteTable,
    backfill,
    scanTable,
    uniqueConstraint,
    primaryKeyIndex,
    lockTable,
    blockingIndex,
    dropIndex,
    blockingMaintenance,
    sleep,
];

;// CONCATENATED MODULE: ./lib/policy/rules/masking/masked-comparison.js

const maskedComparison = rule({
    id: 'masked-comparison',
    family: 'masking',
    summary: 'a masked column is compared: who asks often enough learns its values',
    match: [{ action: 'expose', object: 'masked-comparison', name: 'users', column: 'ssn' }],
    ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-predicate', name: 'users' }],
    actions: ['expose'],
    objects: ['masked-comparison'],
    temporary: true,
    reason: (effect) => `which rows come back tells something of the masked ${thing(effect, 'column')}`,
    hint: 'Select the rows by a column that is not masked',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/masked-copy.js

const maskedCopy = rule({
    id: 'masked-copy',
    family: 'masking',
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
    when: (effect) => effect.object !== 'masked-predicate' && effect.object !== 'masked-comparison',
    temporary: true,
    reason: (effect) => `this would show masked values in clear: ${effect.detail}`,
    hint: 'Name the columns that are copied and leave the masked ones out, or mask the new column too',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/masked-predicate.js

const maskedPredicate = rule({
    id: 'masked-predicate',
    family: 'masking',
    summary: 'a column with a strict mask is compared, so that the rows tell its values',
    match: [{ action: 'expose', object: 'masked-predicate', name: 'users', column: 'ssn' }],
    ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-comparison', name: 'users' }],
    actions: ['expose'],
    objects: ['masked-predicate'],
    temporary: true,
    reason: (effect) => `which rows come back would tell the masked ${thing(effect, 'column')}`,
    hint: 'Select the rows by a column that is not masked',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/index.js



const MASKING = [maskedCopy, maskedPredicate, maskedComparison];

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/cannot-analyse.js

const cannotAnalyse = rule({
    id: 'cannot-analyse',
    family: 'opaque',
    summary: 'text that cannot be analysed: malformed, too long, too deep',
    match: ['SELECT 1\0; DROP TABLE users'],
    ignore: ['SELECT 1'],
    actions: ['unknown'],
    objects: ['text'],
    reason: (effect) => `the statement is not forwarded: ${effect.detail}`,
    hint: 'Send plain UTF-8 text without a NUL, and split what is too long or too nested',
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/does-not-parse.js

const doesNotParse = rule({
    id: 'does-not-parse',
    family: 'opaque',
    summary: 'text that the grammar of PostgreSQL refuses',
    match: ['DROP TABLE users WHERE'],
    ignore: ['SELECT 1', ''],
    actions: ['unknown'],
    objects: ['syntax'],
    reason: (effect) => `the statement is not forwarded because it ${effect.detail}`,
    hint: 'Correct the statement',
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/unknown.js

const unknown_unknown = rule({
    id: 'unknown',
    family: 'opaque',
    summary: 'code whose effect is only known when it runs',
    match: [
        'DO $$ BEGIN EXECUTE (SELECT statement FROM jobs); END $$',
        "SELECT set_config(name, 'x', false) FROM t",
    ],
    ignore: ["DO $$ BEGIN EXECUTE 'SELECT 1'; END $$"],
    actions: ['unknown'],
    when: (effect) => effect.object !== 'syntax' && effect.object !== 'text',
    reason: (effect) => `its effect is not known before it runs: ${effect.detail}`,
    hint: 'Write the statement out: no text that is put together when it runs',
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/unprepared.js

const unprepared = rule({
    id: 'unprepared',
    family: 'opaque',
    summary: 'EXECUTE of a statement that this text did not prepare',
    match: ['EXECUTE p'],
    ignore: ['PREPARE p AS SELECT 1; EXECUTE p'],
    actions: ['execute'],
    objects: ['prepared'],
    when: (effect) => effect.detail === undefined,
    reason: (effect) => `what EXECUTE ${effect.name} runs was not judged with it`,
    hint: 'Send PREPARE and EXECUTE together, or use the protocol’s prepared statements',
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/index.js




const OPAQUE = [doesNotParse, cannotAnalyse, unknown_unknown, unprepared];

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/ordinary.js
const ORDINARY = new Set(`table view materialized-view sequence index column function procedure routine aggregate type domain schema statistic-ext
  collation operator operator-class operator-family text-search conversion`.split(/\s+/));
/** What an application’s schema is made of. */
const isOrdinary = ({ object }) => ORDINARY.has(object);

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/change-owner.js


const changeOwner = rule({
    id: 'change-owner',
    family: 'privilege',
    summary: 'OWNER TO of a table, view, function or other part of a schema',
    covers: ['bytebase/statement.object-owner-check'],
    match: ['ALTER TABLE users OWNER TO app', 'ALTER SCHEMA app OWNER TO x'],
    ignore: ['REASSIGN OWNED BY a TO b', 'ALTER TABLE users ADD COLUMN a int'],
    actions: ['own'],
    when: isOrdinary,
    reason: (effect) => `the new owner of ${thing(effect)} may do anything with it`,
    hint: 'Grant the rights that are needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/change-policy.js

const changePolicy = rule({
    id: 'change-policy',
    family: 'privilege',
    summary: 'CREATE and ALTER POLICY, security options of views',
    covers: [
        'squawk/ban-create-policy',
        'squawk/ban-alter-policy-condition',
        'squawk/ban-alter-policy-roles',
        'squawk/ban-alter-view-options',
    ],
    match: ['CREATE POLICY p ON users USING (true)', 'ALTER VIEW v SET (security_invoker = false)'],
    ignore: ['CREATE VIEW v AS SELECT 1'],
    actions: ['create', 'alter'],
    objects: ['policy', 'security-option'],
    reason: (effect) => `this changes who sees which rows of ${effect.name}`,
    hint: 'Let the owner of the table read the policy, and make it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/change-role.js

const changeRole = rule({
    id: 'change-role',
    family: 'privilege',
    summary: 'CREATE, ALTER and RENAME of roles',
    covers: ['squawk/ban-alter-role-options'],
    match: ['CREATE ROLE x LOGIN', "ALTER ROLE x PASSWORD 'p'", 'ALTER ROLE x RENAME TO y'],
    ignore: ['CREATE TABLE x (a int)'],
    actions: ['create', 'alter', 'rename'],
    objects: ['role'],
    reason: (effect) => `this changes who can log in: ${effect.name}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/disable-row-security.js

const disableRowSecurity = rule({
    id: 'disable-row-security',
    family: 'privilege',
    summary: 'DISABLE or NO FORCE ROW LEVEL SECURITY',
    covers: ['squawk/ban-alter-row-level-security'],
    match: ['ALTER TABLE users DISABLE ROW LEVEL SECURITY', 'ALTER TABLE users NO FORCE ROW LEVEL SECURITY'],
    ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
    actions: ['alter'],
    objects: ['row-security'],
    reason: (effect) => `row-level security of ${effect.name} no longer hides rows`,
    hint: 'Change the policies instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/drop-policy.js

const dropPolicy = rule({
    id: 'drop-policy',
    family: 'privilege',
    summary: 'DROP POLICY',
    covers: ['squawk/ban-drop-policy'],
    match: ['DROP POLICY p ON users'],
    ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
    actions: ['drop'],
    objects: ['policy'],
    reason: (effect) => `DROP POLICY takes row-level protection from ${effect.name}`,
    hint: 'Change it with ALTER POLICY',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/drop-role.js

const dropRole = rule({
    id: 'drop-role',
    family: 'privilege',
    summary: 'DROP ROLE, USER or GROUP',
    match: ['DROP ROLE app', 'DROP USER app'],
    ignore: ['DROP VIEW app'],
    actions: ['drop'],
    objects: ['role'],
    reason: (effect) => `DROP ROLE removes ${effect.name}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/grant.js

const grant = rule({
    id: 'grant',
    family: 'privilege',
    summary: 'GRANT on objects, default privileges, schemas for other roles',
    match: ['GRANT SELECT ON users TO app', 'ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC'],
    ignore: ['GRANT a TO b', 'REVOKE SELECT ON users FROM app'],
    actions: ['grant'],
    when: (effect) => !effect.object.endsWith('role'),
    reason: (effect) => `GRANT gives rights on ${effect.object === 'default' ? 'what is made later' : thing(effect)}${effect.detail === 'to every role' ? ' to every role' : ''}`,
    hint: 'Let the owner of the database grant it, outside of the job',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/grant-predefined-role.js

const grantPredefinedRole = rule({
    id: 'grant-predefined-role',
    family: 'privilege',
    summary: 'membership in the server’s own pg_* roles',
    match: ['GRANT pg_execute_server_program TO app'],
    ignore: ['GRANT a TO b'],
    actions: ['grant'],
    objects: ['predefined-role'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} gives rights over the whole server`,
    hint: 'Grant the objects that are needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/grant-role.js

const grantRole = rule({
    id: 'grant-role',
    family: 'privilege',
    summary: 'membership in a role',
    match: ['GRANT a TO b'],
    ignore: ['GRANT SELECT ON users TO b', 'GRANT pg_read_all_data TO b'],
    actions: ['grant'],
    objects: ['role'],
    reason: (effect) => `GRANT makes others members of ${effect.name}`,
    hint: 'Let the owner of the database grant it, outside of the job',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/powerful-role.js

const powerfulRole = rule({
    id: 'powerful-role',
    family: 'privilege',
    summary: 'roles with SUPERUSER, CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS',
    covers: ['squawk/ban-alter-role-options'],
    match: ['CREATE ROLE x SUPERUSER', 'ALTER ROLE x BYPASSRLS'],
    ignore: ['CREATE ROLE x LOGIN', 'ALTER ROLE x NOSUPERUSER'],
    actions: ['create', 'alter'],
    objects: ['role'],
    when: ({ detail = '' }) => detail.startsWith('with '),
    keepsBlock: true,
    reason: (effect) => `this makes ${effect.name} a role ${effect.detail}`,
    hint: 'Make a role without these attributes',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/reassign-owned.js


const reassignOwned = rule({
    id: 'reassign-owned',
    family: 'privilege',
    summary: 'REASSIGN OWNED, owners of databases and of what belongs to the whole database',
    match: ['REASSIGN OWNED BY a TO b', 'ALTER DATABASE app OWNER TO x'],
    ignore: ['ALTER TABLE users OWNER TO app'],
    actions: ['own'],
    when: (effect) => !isOrdinary(effect),
    reason: (effect) => `the new owner may do anything with ${effect.object === 'owned' ? `all that ${effect.name} owns` : thing(effect)}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/revoke.js

const revoke = rule({
    id: 'revoke',
    family: 'privilege',
    summary: 'REVOKE: programs lose access',
    covers: ['squawk/ban-revoke'],
    match: ['REVOKE SELECT ON users FROM app', 'REVOKE a FROM b'],
    ignore: ['GRANT SELECT ON users TO app'],
    actions: ['revoke'],
    reason: (effect) => `REVOKE takes rights on ${thing(effect)}`,
    hint: 'Ask who uses the right, and let the owner of the database revoke it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/security-label.js

const securityLabel = rule({
    id: 'security-label',
    family: 'privilege',
    summary: 'SECURITY LABEL',
    match: ["SECURITY LABEL ON TABLE users IS 'x'"],
    ignore: ["COMMENT ON TABLE users IS 'x'"],
    actions: ['alter'],
    objects: ['security-label'],
    keepsBlock: true,
    reason: (effect) => `a security label changes the protection of ${effect.name}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/session-authorization.js

const sessionAuthorization = rule({
    id: 'session-authorization',
    family: 'privilege',
    summary: 'SET SESSION AUTHORIZATION',
    match: ['SET SESSION AUTHORIZATION postgres'],
    ignore: ['SET ROLE app'],
    actions: ['set'],
    objects: ['identity'],
    when: (effect) => effect.name === 'session_authorization',
    keepsBlock: true,
    reason: () => 'the session would become another user',
    hint: 'Ask for a target that has the user',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/set-role.js

const setRole = rule({
    id: 'set-role',
    family: 'privilege',
    summary: 'SET ROLE and RESET ROLE',
    covers: ['bytebase/statement.check-set-role-variable'],
    match: ['RESET ROLE', 'SET ROLE app', "SELECT set_config('role', 'app', false)"],
    ignore: ['SET SESSION AUTHORIZATION app'],
    actions: ['set'],
    objects: ['identity'],
    when: (effect) => effect.name === 'role',
    reason: () => 'the session would act as another role',
    hint: 'Ask for a target that has the role',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/index.js















const PRIVILEGE = [
    grant,
    revoke,
    grantRole,
    grantPredefinedRole,
    powerfulRole,
    changeRole,
    dropRole,
    changeOwner,
    reassignOwned,
    securityLabel,
    disableRowSecurity,
    changePolicy,
    dropPolicy,
    setRole,
    sessionAuthorization,
];

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/administration.js

const administration = rule({
    id: 'administration',
    family: 'server-wide',
    summary: 'functions that administer the server or other sessions',
    match: ['SELECT pg_terminate_backend(1)', 'SELECT pg_promote()', 'SELECT pg_reload_conf()'],
    ignore: ['SELECT pg_backend_pid()', "SELECT pg_relation_size('t')"],
    actions: ['call'],
    objects: ['administration'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} administers the server or other sessions`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/server-object.js

const serverObject = rule({
    id: 'server-object',
    family: 'server-wide',
    summary: 'databases and tablespaces',
    covers: ['squawk/ban-alter-database-options'],
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
});

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/system-setting.js

const systemSetting = rule({
    id: 'system-setting',
    family: 'server-wide',
    summary: 'ALTER SYSTEM',
    covers: ['squawk/ban-alter-system-options'],
    match: ["ALTER SYSTEM SET work_mem = '1GB'", 'ALTER SYSTEM RESET ALL'],
    ignore: ["SET work_mem = '1GB'"],
    actions: ['alter'],
    objects: ['system-setting'],
    keepsBlock: true,
    reason: (effect) => `ALTER SYSTEM changes ${effect.name} for the whole server`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/index.js



const SERVER_WIDE = [administration, serverObject, systemSetting];

;// CONCATENATED MODULE: ./lib/policy/rules/session/settings.js

/** Settings that are kept for later sessions. */
const STORED = ['role-setting', 'database-setting', 'system-setting'];
/** SET of one of these kinds, here or stored, unless to the value that it should have. */
const settings_changes = (effect, kind) => effect.name !== undefined && (0,settings/* settingKind */.TX)(effect.name) === kind && effect.detail !== 'to its safe value';
const settings_reset = (effect) => effect.detail === 'to its default';
const READ_WRITE = /^(default_)?transaction_read_only$/;

;// CONCATENATED MODULE: ./lib/policy/rules/session/audit-setting.js


const auditSetting = rule({
    id: 'audit-setting',
    family: 'session',
    summary: 'settings of logging and auditing, and those that nobody knows',
    match: ["SET log_statement = 'none'", "SET pgaudit.log = 'none'"],
    ignore: ["SET app.tenant = '1'", 'SET application_name = x', "SET TIME ZONE 'UTC'"],
    actions: ['set'],
    objects: ['setting'],
    when: (effect) => settings_changes(effect, 'audit') && !settings_reset(effect),
    reason: (effect) => `${effect.name} concerns what the server logs, or is not a setting of a session`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/check-function-bodies.js


const checkFunctionBodies = rule({
    id: 'check-function-bodies',
    family: 'session',
    summary: 'check_function_bodies off',
    match: ['SET check_function_bodies = off'],
    ignore: ['SET check_function_bodies = on'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => effect.name === 'check_function_bodies' && effect.detail === undefined,
    reason: () => 'the server would take functions that cannot work',
    hint: 'Leave it on',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/library-setting.js


const librarySetting = rule({
    id: 'library-setting',
    family: 'session',
    summary: 'settings that load code',
    match: ["SET local_preload_libraries = 'x'", "SET dynamic_library_path = '/x'"],
    ignore: ['SET jit = off', 'SET check_function_bodies = off'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => settings_changes(effect, 'code') && effect.name !== 'check_function_bodies',
    keepsBlock: true,
    reason: (effect) => `${effect.name} makes the server load code`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/protection-setting.js


const protectionSetting = rule({
    id: 'protection-setting',
    family: 'session',
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
        (settings_changes(effect, 'protection') &&
            !settings_reset(effect) &&
            !READ_WRITE.test(effect.name ?? '') &&
            !(effect.object === 'setting' && effect.name === 'row_security')),
    reason: (effect) => effect.name === 'search_path'
        ? 'with pg_temp in search_path, a permanent table may be meant where a temporary one was made'
        : `${effect.name} switches a protection of the server off`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/read-write.js


const readWrite = rule({
    id: 'read-write',
    family: 'session',
    summary: 'leaving READ ONLY',
    match: ['SET default_transaction_read_only = off', 'BEGIN READ WRITE'],
    ignore: ['BEGIN READ ONLY', 'BEGIN'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => settings_changes(effect, 'protection') && READ_WRITE.test(effect.name ?? ''),
    keepsBlock: true,
    reason: () => 'the session would no longer be read only',
    hint: 'Ask for a target with another guard',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/row-security-off.js


const rowSecurityOff = rule({
    id: 'row-security-off',
    family: 'session',
    summary: 'SET row_security = off: queries fail where policies apply, but for roles that bypass them (dumps begin so)',
    match: ['SET row_security = off'],
    ignore: ['SET row_security = on', 'RESET row_security'],
    actions: ['set'],
    objects: ['setting'],
    when: (effect) => settings_changes(effect, 'protection') && !settings_reset(effect) && effect.name === 'row_security',
    reason: () => 'row_security = off shows all rows to roles that may bypass policies',
    hint: 'Leave it on',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/search-path.js


const searchPath = rule({
    id: 'search-path',
    family: 'session',
    summary: 'search_path: what unqualified names mean',
    match: ['SET search_path TO app, public', "SELECT set_config('search_path', '', false)"],
    ignore: ["SET work_mem = '1MB'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => settings_changes(effect, 'names') && !settings_reset(effect),
    reason: () => 'with another search_path, unqualified names mean other tables',
    hint: 'Write the schema in the statements',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/stored-setting.js

const storedSetting = rule({
    id: 'stored-setting',
    family: 'session',
    summary: 'ALTER ROLE or DATABASE … SET: settings of later sessions',
    covers: ['squawk/ban-alter-database-options', 'squawk/ban-alter-role-options'],
    match: ["ALTER ROLE app SET work_mem = '1GB'", "ALTER DATABASE app SET timezone = 'UTC'"],
    ignore: ["SET work_mem = '1GB'"],
    actions: ['alter'],
    objects: ['role-setting', 'database-setting'],
    reason: (effect) => `${effect.name} changes for sessions to come`,
    hint: 'Set it for this session',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/text-setting.js


const textSetting = rule({
    id: 'text-setting',
    family: 'session',
    summary: 'settings that change how the server reads bytes and literals',
    match: [
        'SET standard_conforming_strings = off',
        "SET client_encoding = 'SJIS'",
        "SELECT set_config('client_encoding', 'SJIS', false)",
    ],
    ignore: ["SET client_encoding = 'UTF8'", 'SET standard_conforming_strings = on'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => settings_changes(effect, 'text') && !settings_reset(effect),
    keepsBlock: true,
    reason: (effect) => `with ${effect.name} changed, the server reads other statements than the ones that were judged`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/timeout-off.js


const timeoutOff = rule({
    id: 'timeout-off',
    family: 'session',
    summary: 'switching statement_timeout, lock_timeout or their kin off',
    covers: [
        'squawk/require-lock-timeout',
        'squawk/require-statement-timeout',
        'squawk/require-timeout-settings',
        'eugene/E9',
    ],
    match: ['SET statement_timeout = 0', "SET LOCAL lock_timeout = '0ms'"],
    ignore: ["SET LOCAL lock_timeout = '2s'", "SET statement_timeout TO '5min'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => effect.detail === 'switched off',
    reason: (effect) => `${effect.name} = 0 takes the limit away`,
    hint: 'Set a time that the statement needs',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/two-phase.js

const twoPhase = rule({
    id: 'two-phase',
    family: 'session',
    summary: 'PREPARE TRANSACTION, COMMIT PREPARED and ROLLBACK PREPARED',
    match: ["PREPARE TRANSACTION 'x'", "COMMIT PREPARED 'x'"],
    ignore: ['COMMIT', 'ROLLBACK'],
    actions: ['transaction'],
    objects: ['two-phase'],
    reason: () => 'a prepared transaction holds its locks after the session, or ends one that was not judged here',
    hint: 'Commit in the session',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/write.js

/** Writes in the widest sense: what a reader has no need for. */
const write_WRITES = new Set(`insert update delete truncate create alter rename move drop detach grant revoke own copy-in lock rewrite scan maintain load comment`.split(' '));
const write = rule({
    id: 'write',
    family: 'session',
    summary: 'anything that changes something (the rule behind read-only)',
    match: [
        'INSERT INTO t VALUES (1)',
        'CREATE TABLE t (a int)',
        'SELECT * FROM t FOR UPDATE',
        'COMMENT ON TABLE t IS NULL',
    ],
    ignore: ['SELECT * FROM t', 'EXPLAIN DELETE FROM t', 'BEGIN', "SET work_mem = '1MB'"],
    when: (effect) => write_WRITES.has(effect.action),
    keepsBlock: true,
    reason: (effect) => `this session may only read, and the statement does more: ${effect.action} on ${effect.name ?? effect.object}`,
    hint: 'Ask for a target with another guard',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/index.js












const SESSION = [
    write,
    readWrite,
    textSetting,
    protectionSetting,
    rowSecurityOff,
    librarySetting,
    checkFunctionBodies,
    searchPath,
    timeoutOff,
    auditSetting,
    storedSetting,
    twoPhase,
];

;// CONCATENATED MODULE: ./lib/policy/rules/index.js












/** Every rule, in the order in which findings of one verdict are told. */
const RULES = [
    ...OPAQUE,
    ...DATA_LOSS,
    ...FILES_AND_NETWORK,
    ...SERVER_WIDE,
    ...PRIVILEGE,
    ...code_CODE,
    ...SESSION,
    ...MASKING,
    ...BULK_EXPORT,
    ...INTEGRITY,
    ...COMPATIBILITY,
    ...LOCK_RISK,
];
/** What a guard may name. */
const RULE_IDS = RULES.map((rule) => rule.id);

;// CONCATENATED MODULE: ./lib/policy/decide.js


const WEIGHT = { warn: 0, hold: 1, block: 2 };
const decide_KINDS = ['allow', 'hold', 'block'];
/**
 * What the guard says to these effects. Pure; the same effects and guard give an equal verdict.
 *
 * Stored effects are held where others would be blocked, unless the rule keeps its block; those that only a run of
 * what is defined here would set off are warned about where the guard only warns of `unknown-call`. A lock risk that is only
 * warned about is held on a relation above `thresholds.tableSize`.
 *
 * An exception of the guard (`allow` with conditions) silences its rule for effects that meet all of them. `relations`
 * is met when the name, as the statement writes it, matches a pattern. A name without a schema means whatever the search_path of the session makes
 * of it, which the text does not tell: so `public.tmp_*` does not cover `tmp_1`, while `tmp_*` and `*.tmp_*` do.
 */
function decide(effects, guard) {
    const active = RULES.filter((rule) => Object.hasOwn(guard.rules, rule.id));
    const bounds = { ...guard.thresholds, excepts: excepts(guard) };
    const findings = [];
    for (const effect of effects)
        for (const rule of active) {
            const words = rule.check(effect, bounds);
            const level = guard.rules[rule.id];
            if (words && level && !excepted(rule.id, effect, guard))
                findings.push({ rule: rule.id, verdict: weighed(level, rule, effect, guard), effect, ...words });
        }
    findings.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict]);
    const observed = guard.mode === 'observe';
    const kind = observed ? 'allow' : (decide_KINDS[findings[0] ? WEIGHT[findings[0].verdict] : 0] ?? 'block');
    return { kind, findings, observed };
}
/** The rule's level, as the effect asks for it. */
function weighed(level, rule, effect, { rules, thresholds }) {
    // Defining runs nothing: what a body calls is weighed as any call there that is not known.
    if (isLater(effect) && !rule.keepsBlock) {
        const most = rules['unknown-call'] === 'warn' || !rules['unknown-call'] ? 'warn' : 'hold';
        return WEIGHT[level] > WEIGHT[most] ? most : level;
    }
    // Somebody reviewed what the database holds when it was made; this statement only sets it off.
    if (level === 'block' && effect.stored && !rule.keepsBlock)
        return 'hold';
    const large = thresholds?.tableSize !== undefined && (effect.bytes ?? 0) > thresholds.tableSize;
    return level === 'warn' && rule.family === 'lock-risk' && large ? 'hold' : level;
}
/** Only a run of what is defined here would set it off. */
const isLater = ({ stored, via }) => stored === true && via?.[0] === 'definition';
function excepted(rule, effect, guard) {
    return guard.allow.some((entry) => entry.rule === rule &&
        (entry.relations === undefined || decide_named(entry.relations, effect.name)) &&
        (entry.rows === undefined || decide_within(effect.estimate, entry.rows)) &&
        (entry.tableSize === undefined || decide_within(effect.bytes, entry.tableSize)));
}
const LOSSES = new Set(RULES.filter(({ family }) => family === 'data-loss').map(({ id }) => id));
/** Whether a new name may come under an exception that the former name does not meet. */
const excepts = (guard) => (name, former) => guard.allow.some(({ rule, relations = [] }) => LOSSES.has(rule) &&
    relations.some((pattern) => mayCover(pattern, name) && !(former !== undefined && covers(pattern, former))));
/** As `covers`, and also where the one has a schema and the other has none. */
function mayCover(pattern, name) {
    if (covers(pattern, name))
        return true;
    const [table = '', schema] = pattern.split('.').reverse();
    if (name.endsWith('.*'))
        return schema !== undefined && schema !== '*' && decide_matches(schema, name.slice(0, -2));
    const [own = '', within] = name.split('.').reverse();
    return (schema === undefined || within === undefined) && decide_matches(table, own);
}
const decide_named = (patterns, name) => name !== undefined && !isOpen(name) && patterns.some((pattern) => covers(pattern, name));
/** What is not known is not within. */
const decide_within = (count, most) => count !== undefined && count <= most;
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

;// CONCATENATED MODULE: ./lib/sql/hints.js
// What the author of a statement tells its reviewers: `-- sluice: reason` and `/* sluice: reason */`. Shown, never obeyed.
const hints_MOST = 8;
const hints_LONGEST = 300;
/**
 * The texts of the comments that begin with `sluice:`, in order, those inside of quotes left out: at most 8 of at most
 * 300 characters, on one line, without control characters and marks that turn the direction of writing.
 */
function hintsOf(text) {
    if (!/sluice:/i.test(text))
        return [];
    const hints = [];
    for (let at = 0; at < text.length && hints.length < hints_MOST;) {
        START.lastIndex = at;
        const found = START.exec(text);
        if (!found)
            break;
        const token = found[0];
        const from = START.lastIndex;
        const comment = token === '--' || token === '/*';
        at =
            token === '--'
                ? hints_lineEnd(text, from)
                : token === '/*'
                    ? blockEnd(text, from)
                    : quoteEnd(text, token, from);
        const hint = comment ? hintIn(text.slice(from, token === '/*' ? inside(text, at) : at)) : '';
        if (hint)
            hints.push(hint);
    }
    return hints;
}
/** Words are taken whole, so that `a$$` and `type'x'` begin no quote of the kind that their end looks like. */
const START = /--|\/\*|'|"|\be'(?<![\w$\u0080-\uffff]e')|(?<![\w$\u0080-\uffff])\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/gi;
const hints_lineEnd = (text, from) => {
    END.lastIndex = from;
    return END.exec(text)?.index ?? text.length;
};
const END = /[\n\r]/g;
/** Block comments nest. */
function blockEnd(text, from) {
    hints_BLOCK.lastIndex = from;
    let depth = 1;
    for (let found = hints_BLOCK.exec(text); found; found = hints_BLOCK.exec(text)) {
        depth += found[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return hints_BLOCK.lastIndex;
    }
    return text.length;
}
const hints_BLOCK = /\/\*|\*\//g;
/** Where the words of a block comment end that ends at `end`. */
const inside = (text, end) => (text.endsWith('*/', end) ? end - 2 : end);
/** Behind the quote that was opened by `token`. A doubled quote closes one and opens the next: it comes to the same. */
function quoteEnd(text, token, from) {
    const close = token.slice(-1) === '$' ? token : token.slice(-1);
    const escapes = token.length === 2 && close === "'";
    for (let at = from;;) {
        const end = text.indexOf(close, at);
        if (end === -1)
            return text.length;
        if (!escapes || !escaped(text, from, end))
            return end + close.length;
        at = end + 1;
    }
}
/** True when an odd number of backslashes stands before it. */
function escaped(text, from, at) {
    let first = at;
    while (first > from && text[first - 1] === '\\')
        first--;
    return (at - first) % 2 === 1;
}
function hintIn(comment) {
    const [, words = ''] = /^\s*sluice:([\s\S]*)/i.exec(comment.slice(0, 4 * hints_LONGEST)) ?? [];
    const plain = words.toWellFormed().replace(/\s+/g, ' ').replace(hints_HIDDEN, '').trim();
    const letters = [...plain];
    return letters.length > hints_LONGEST ? `${letters.slice(0, hints_LONGEST - 1).join('')}…` : plain;
}
/** Control characters, and those that show nothing or change the order of what is shown. */
const hints_HIDDEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Co}|\p{Cn}/gu;

;// CONCATENATED MODULE: ./lib/session/passwords.js
const passwords_HIDDEN = "'****'";
// Each text can be read in one way only, or a hostile one would take for ever.
const LINE = String.raw `--[^\r\n]*(?:[\r\n]|$)`;
const WORDS = String.raw `[^*/]|\*(?!/)|/(?!\*)`;
const passwords_BLOCK = String.raw `/\*(?:${WORDS}|/\*(?:${WORDS})*\*/)*\*/`;
const GAP = String.raw `(?:\s|${LINE}|${passwords_BLOCK})*`;
/** To the end when it does not close: the record may hold the text's beginning only. */
const passwords_PLAIN = "'(?:[^']|'')*(?:'|$)";
const DOLLARS = String.raw `(\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?(?:\{n}|$)`;
const dollars = (group) => DOLLARS.replace('{n}', String(group));
const strings = (group) => String.raw `(?:e'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|(?:n|b|x|u&)?${passwords_PLAIN}|${dollars(group)})`;
/** A string, and those that go on with it on the next lines. */
const LITERAL = (group) => `${strings(group)}(?:${GAP}${passwords_PLAIN})*`;
/** `PASSWORD 'x'`, `password = 'x'`, `"password": 'x'`; quotes are doubled where the statement is in a string itself. */
const SET = new RegExp(String.raw `(password["']?(?:${GAP}(?::?=|:))?${GAP})(?:('{2,}|\\')(?!\2)([^']+)\2|${LITERAL(4)})`, 'gi');
/** `'… PASSWORD ' || quote_literal('x')`, `format('… PASSWORD %L', 'x')`. */
const COMPUTED = new RegExp(String.raw `(password[^']{0,40}'+${GAP}(?:\|\||,)${GAP}(?:[\w.]+${GAP}\(${GAP})*)${LITERAL(2)}(?:${GAP}(?:\|\||,)${GAP}${passwords_PLAIN})*`, 'gi');
/** `host=db password=x` of a connection string. */
const KEYWORD = /(password\s*=\s*)(?![$('"*]|\w+\()[^\s'"&;,)]+/gi;
/** `scheme://user:x@host` */
const ADDRESS = /(:\/\/[^\s:@/'"]{0,200}):[^\s@'"]{1,500}@/gi;
/** Every string that is not in a comment. */
const passwords_ALL = new RegExp(`(${LINE}|${passwords_BLOCK})|${LITERAL(2)}`, 'gi');
const SUSPECT = /password|:\/\//i;
/** What takes secrets as its options; all its strings go. */
const passwords_KINDS = new Set(['role', 'user-mapping']);
/** The text without the passwords that it sets or connects with. */
function withoutPasswords(text, effects) {
    const options = effects.some(({ action, object, via }) => (action === 'create' || action === 'alter') && passwords_KINDS.has(object) && !via);
    const bare = options ? text.replace(passwords_ALL, (_, comment) => comment ?? passwords_HIDDEN) : text;
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
const evidence_NONE = [];
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
        const hints = hintsOf(statement.text);
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
            rules: verdict.findings.length === 0 ? evidence_NONE : verdict.findings.map(({ rule }) => rule),
            ...(hints.length > 0 && { hints: masking.inert ? hints : scrub(hints) }),
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

;// CONCATENATED MODULE: ./lib/session/aliases.js


const REFERENCED = 'referenced by a foreign key';
const JOINING = new Set(['inheritance', 'partition']);
const aliases_NONE = [];
class Aliases {
    #flows = [];
    /** By the last part of the table's name that is referred to. */
    #keys = new Map();
    /** Not answered yet. */
    #sent = new Set();
    /** Names, and what they were; for `deepen`. */
    get flows() {
        return this.#flows.length === 0 ? aliases_NONE : this.#flows;
    }
    get refers() {
        return this.#keys.size > 0;
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { analysis, text } = statement;
        if (!analysis.changes.schema)
            return;
        const { effects, flows = aliases_NONE } = analysis;
        this.#sent.add(statement);
        if (effects.some(({ action }) => action === 'rename' || action === 'move'))
            for (const flow of flows)
                if (flow.named && !flow.view)
                    this.#renamed(flow);
        for (const child of children(analysis))
            for (const parent of parents(analysis))
                this.#joined(child, parent);
        if (effects.some(refers))
            this.#referred(effects, text);
    }
    ended(statement) {
        this.#sent.delete(statement);
    }
    /** No transaction is open. */
    idle() {
        if (this.#sent.size > 0)
            return;
        if (this.#flows.length > 0)
            this.#flows = [];
        this.#keys.clear();
    }
    /** With what the foreign keys take along; the very array when that is nothing. */
    applied(effects) {
        const along = effects.flatMap((effect) => this.#along(effect));
        return along.length === 0 ? effects : [...effects, ...along];
    }
    #along({ action, object, name, rows, cascade, via = [] }) {
        if (name === undefined || rows === 'none' || (object !== 'table' && object !== 'cascade'))
            return [];
        return (this.#keys.get(lastPart(name)) ?? []).flatMap(({ child, onDelete, onUpdate }) => {
            const goes = (action === 'delete' && onDelete) ||
                (action === 'update' && onUpdate) ||
                (action === 'truncate' && cascade);
            if (!goes)
                return [];
            const detail = 'a foreign key that this transaction made';
            return [
                {
                    action,
                    object: 'cascade',
                    name: child,
                    rows: 'unknown',
                    detail,
                    stored: true,
                    via: [...via, 'cascade'],
                },
            ];
        });
    }
    #renamed(flow) {
        this.#flows.push(flow);
        const before = this.#keys.get(lastPart((flow.sources[0] ?? '').replace(/\.\*$/, '')));
        if (before && flow.relation !== undefined)
            this.#keys.set(lastPart(flow.relation), before);
    }
    /** Who writes to the one may write to the other. */
    #joined(child, parent) {
        this.#flows.push({ relation: child, sources: [`${parent}.*`], named: true });
        this.#flows.push({ relation: parent, sources: [`${child}.*`], named: true });
    }
    #referred(effects, text) {
        // The rows of a table that is made here are no older than the key.
        const children = effects.filter(holdsKey).map(({ name }) => name ?? '*');
        if (children.length === 0 &&
            effects.some(({ action, object }) => action === 'create' && object === 'table'))
            return;
        const onDelete = /on\s+delete\s+(cascade|set)/i.test(text);
        const onUpdate = /on\s+update\s+(cascade|set)/i.test(text);
        for (const { name } of effects.filter(refers))
            for (const child of children.length === 0 ? ['*'] : children) {
                const parent = lastPart(name ?? '*');
                this.#keys.set(parent, [...(this.#keys.get(parent) ?? []), { child, onDelete, onUpdate }]);
            }
    }
}
const lastPart = (name) => (0,tree/* dotted */.Bs)([partsOf(name).at(-1) ?? '']);
const refers = ({ action, detail }) => action === 'alter' && detail === REFERENCED;
const holdsKey = ({ action, object }) => action === 'create' && (object === 'constraint' || object === 'column');
/** Tables whose rows become those of another one too. */
function children({ effects, uses }) {
    const joining = effects.filter(({ action, object }) => action === 'alter' && JOINING.has(object));
    const made = uses?.models
        ? effects.filter(({ action, object }) => action === 'create' && object === 'table')
        : [];
    return [...joining, ...made].flatMap(({ name }) => name ?? []);
}
const parents = ({ effects }) => effects.flatMap(({ action, object, name, detail }) => action === 'alter' && object === 'table' && detail !== REFERENCED && name !== undefined ? [name] : []);

;// CONCATENATED MODULE: ./lib/session/defined.js



/** Names without any code of the database behind them. */
const PLAIN_TYPES = /^("?(char|name|bit|time|interval|timestamp)"?|text|uuid|jsonb?|jsonpath|xml|bytea|bool|boolean|int[248]?|integer|float[48]|numeric|decimal|money|date|timetz|timestamptz|bpchar|varchar|varbit|inet|cidr|macaddr8?|oid|reg\w+|tsvector|tsquery|(small|big)?serial[248]?|trigger|void|record|point|box|circle|line|lseg|path|polygon|(int[48]|num|ts|tstz|date)(multi)?range|pg_lsn|citext|hstore|vector|ltree|geometry|geography)$/;
const PLAIN_OPERATORS = new Set('= <> != < > <= >= + - * / % || ~ ~* !~ !~* ~~ ~~* !~~ !~~* -> ->> #> #>> @> <@ && ? ?| ?& @@'.split(' '));
/** What is made of these is found under its own name. */
const defined_NAMED = new Set(`table view materialized-view index sequence schema column constraint foreign-key primary-key unique check default function trigger
  rule policy catalog publication statistics extension role`.split(/\s+/));
const defined_SMALL = new Set(['column', 'constraint', 'index', 'sequence']);
class Definitions {
    #functions = new Map();
    #relations = new Map();
    #all = new Set();
    /** Not answered yet. */
    #sent = new Set();
    /** Functions, by name, that something other than a definition calls by now. */
    #hooked = new Set();
    /** Relations, by name, whose columns were renamed or got other types. */
    #columns = new Set();
    /** Something may be reached under a name that tells nothing. */
    #shifted = false;
    get any() {
        return this.#all.size > 0 || this.#columns.size > 0 || this.#shifted;
    }
    functions(name) {
        return this.#functions.get(name) ?? [];
    }
    relations(name) {
        return this.#relations.get(name) ?? [];
    }
    columns(name) {
        return this.#shifted || this.#columns.has(name);
    }
    get anywhere() {
        if (this.#shifted)
            return [...this.#all];
        return [...this.#hooked].flatMap((name) => this.functions(name));
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { analysis } = statement;
        if (!analysis.effects.some(({ action }) => defined_CHANGING.has(action)))
            return;
        this.#sent.add(statement);
        if (!onlyDefines(analysis))
            this.#hook(analysis);
        for (const effect of analysis.effects)
            if (defined_defines(effect))
                this.#keep(effect, analysis);
    }
    ended(statement) {
        this.#sent.delete(statement);
    }
    /** No transaction is open: what has ended shows to everybody, or never was. */
    idle() {
        if (this.#sent.size > 0 || (!this.any && !this.#shifted && this.#hooked.size === 0))
            return;
        this.#functions.clear();
        this.#relations.clear();
        this.#all.clear();
        this.#hooked.clear();
        this.#columns.clear();
        this.#shifted = false;
    }
    #keep({ object, name = '*' }, analysis) {
        const kind = object === 'function' ? this.#functions : this.#relations;
        const last = defined_lastPart(name);
        const same = kind.get(last) ?? [];
        if (!same.includes(analysis))
            kind.set(last, [...same, analysis]);
        this.#all.add(analysis);
        if (defined_isOpen(name))
            this.#shifted = true;
    }
    /** Defaults, checks, domains, operators, renamed relations, partitions: what hangs on them runs without being named. */
    #hook({ effects, uses }) {
        const { functions = [], fields = [], types = [], operators = [], models = [] } = uses ?? {};
        // Names that bodies use are not told apart from the others; what bodies do waits until they run.
        const bodies = effects.some(inBody);
        const now = effects.filter((effect) => !inBody(effect));
        const called = now.flatMap(({ action, name }) => (action === 'call' && name !== undefined ? name : []));
        for (const name of bodies ? called : [...functions, ...fields])
            this.#hooked.add(defined_lastPart(name));
        for (const { action, object, name = '' } of effects)
            if (object === 'column' && (action === 'rename' || action === 'rewrite'))
                this.#columns.add(defined_lastPart(name));
        this.#shifted ||=
            models.length > 0 ||
                now.some(shifts) ||
                (!bodies &&
                    (types.some((name) => !PLAIN_TYPES.test(name)) ||
                        operators.some((name) => !PLAIN_OPERATORS.has(name))));
    }
}
const defined_CHANGING = new Set(['create', 'alter', 'rename', 'move', 'detach', 'rewrite']);
const defined_lastPart = (name) => (0,tree/* dotted */.Bs)([partsOf(name).at(-1) ?? '']);
/** A part of the name is known only when it runs. */
const defined_isOpen = (name) => name.includes('*');
const defined_defines = ({ action, object, temporary, ...effect }) => action === 'create' && defined_DEFINING.has(object) && !temporary && !inBody({ action, object, ...effect });
const defined_DEFINING = new Set(['function', 'trigger', 'rule', 'view']);
/** After it, names do not tell which code is reached. */
function shifts({ action, object, name = '', stored }) {
    if (stored)
        return false;
    if (action === 'rename' || action === 'move')
        return !defined_SMALL.has(object);
    if (action === 'detach' || action === 'call' || defined_isOpen(name))
        return true;
    if (action === 'alter')
        return object === 'inheritance' || object === 'partition';
    return action === 'create' && !defined_NAMED.has(object);
}

;// CONCATENATED MODULE: ./lib/session/fresh.js


const REMOVING = new Set(['drop', 'rename', 'move', 'detach']);
/** Nobody knows what else they do to names. */
const fresh_OPAQUE = new Set(['unknown', 'call', 'load']);
/** Rows that were there before come under another name. */
const fresh_JOINING = new Set(['inheritance', 'partition']);
const fresh_WIDE = new Set(['schema', 'extension', 'type', 'domain']);
const LOSING = new Set(['delete', 'update', 'truncate', 'drop']);
const LOST = new Set(['table', 'column']);
const fresh_KEPT = 2000;
class Fresh {
    /** A BEGIN was answered, and nothing that ends it was sent. */
    #open = false;
    #tables = new Set();
    /** By table, as it was written. */
    #columns = new Map();
    get any() {
        return this.#tables.size > 0 || this.#columns.size > 0;
    }
    /** It is about to be sent and run; `judged` are its effects on this connection. */
    runs(judged) {
        for (const effect of judged) {
            if (ends(effect))
                this.close();
            if (this.any)
                this.#unlearn(effect);
        }
    }
    /** All of it has run. */
    ended({ analysis, text }) {
        if (analysis.effects.some(ends))
            this.close();
        else if (analysis.count === 1 && analysis.effects.some(begins))
            this.#open = true;
        else if (this.#open && analysis.changes.schema)
            this.#learn(analysis, text);
    }
    close() {
        this.#open = false;
        this.forget();
    }
    forget() {
        this.#tables.clear();
        this.#columns.clear();
    }
    /** The very array when nothing is different. */
    applied({ uses }, effects) {
        const assigned = uses?.assigned ?? [];
        const seen = (effect) => {
            const { name = '', cascade, via, stored, temporary } = effect;
            if (!LOSING.has(effect.action) || !LOST.has(effect.object))
                return effect;
            if (cascade || stored || temporary || (via && via.length > 0))
                return effect;
            if (this.#tables.has(name))
                return { ...effect, temporary: true };
            if (effect.action !== 'update' || effect.detail !== undefined || assigned.length === 0)
                return effect;
            const columns = this.#columns.get(name);
            return columns && assigned.every((column) => columns.has(column))
                ? { ...effect, detail: 'new columns' }
                : effect;
        };
        const told = effects.map(seen);
        return told.some((effect, index) => effect !== effects[index]) ? told : effects;
    }
    #learn({ changes, effects }, text) {
        if (this.#tables.size + this.#columns.size > fresh_KEPT)
            this.forget();
        // The rows of a partition or a child are those of its parent too, and may have come from there.
        if (!effects.some(({ action, object }) => action === 'alter' && object === 'table'))
            for (const name of changes.created ?? [])
                this.#tables.add(name);
        if (/if\s+not\s+exists/i.test(text))
            return;
        for (const { action, object, name = '', column, via, temporary } of effects) {
            if (action !== 'create' || object !== 'column' || column === undefined || via || temporary)
                continue;
            const known = this.#columns.get(name) ?? new Set();
            this.#columns.set(name, known.add(column));
        }
    }
    #unlearn({ action, object, name = '', detail = '' }) {
        if (fresh_OPAQUE.has(action) || fresh_JOINING.has(object) || goesBack({ action, object, detail }))
            this.forget();
        // Its rows may take those of other tables with them.
        if (detail === 'referenced by a foreign key')
            this.#leaves(name);
        if (!REMOVING.has(action))
            return;
        if (fresh_WIDE.has(object))
            this.forget();
        this.#leaves(name);
        if (detail.startsWith('to '))
            this.#leaves(detail.slice('to '.length));
    }
    /** Another table may have the name now, also when it was written with its schema. */
    #leaves(name) {
        const last = fresh_lastPart(name);
        for (const table of this.#tables)
            if (fresh_lastPart(table) === last)
                this.#tables.delete(table);
        for (const table of this.#columns.keys())
            if (fresh_lastPart(table) === last)
                this.#columns.delete(table);
    }
}
const fresh_lastPart = (name) => (0,tree/* dotted */.Bs)([partsOf(name).at(-1) ?? '']);
const begins = ({ action, detail = '', via }) => action === 'transaction' && via === undefined && /^(begin|start)/.test(detail);
const goesBack = ({ action, detail = '' }) => action === 'transaction' && detail.startsWith('rollback to');
/** It ends the transaction, or may. */
const ends = (effect) => effect.action === 'transaction' &&
    effect.object !== 'commit' &&
    !begins(effect) &&
    !goesBack(effect) &&
    !/^(savepoint|release)/.test(effect.detail ?? '');

;// CONCATENATED MODULE: ./lib/session/made.js
const made_REMOVING = new Set(['drop', 'rename', 'move', 'alter']);
/** What is done to a table of its own stops nobody; its rows and its end are another matter. */
const made_CALM = new Set(['create', 'alter', 'rewrite', 'scan', 'maintain', 'update']);
const made_KEPT = 500;
class Made {
    #tables = new Set();
    #functions = new Map();
    get any() {
        return this.#tables.size > 0 || this.#functions.size > 0;
    }
    /** All of the statement has run. `effects`: as they were judged. */
    learn({ changes, count }, effects) {
        if (this.#tables.size + this.#functions.size > made_KEPT)
            this.forget();
        for (const name of changes.created ?? [])
            this.#tables.add(name);
        const made = effects.filter(isFunction);
        const [only] = made;
        if (count !== 1 || made.length !== 1 || only?.name === undefined)
            return;
        const body = effects.filter(({ via }) => via?.[0] === 'function');
        // The name may have several functions by now, and any of them may be called.
        this.#functions.set(only.name, [...(this.#functions.get(only.name) ?? []), ...body]);
    }
    /** It is about to run: what it may remove or change is not relied on any more. */
    unlearn(effects) {
        for (const { action, object, name = '' } of effects) {
            if (!made_REMOVING.has(action))
                continue;
            if (object === 'schema' || object === 'extension')
                this.forget();
            // Another table may take the name, also when it was written with its schema.
            if (action !== 'alter')
                for (const table of this.#tables)
                    if (made_lastPart(table) === made_lastPart(name))
                        this.#tables.delete(table);
            if (object === 'function')
                this.#functions.clear();
        }
    }
    forget() {
        this.#tables.clear();
        this.#functions.clear();
    }
    /** The very array when nothing is different. */
    applied(effects) {
        if (!effects.some((effect) => this.#isOwn(effect) || this.#body(effect)))
            return effects;
        return effects.flatMap((effect) => {
            if (this.#isOwn(effect))
                return { ...effect, lock: 'none' };
            const body = this.#body(effect);
            return body
                ? body.map((each) => ({ ...each, via: [...(effect.via ?? []), ...(each.via ?? [])] }))
                : effect;
        });
    }
    #isOwn({ action, name, lock, stored, via }) {
        if (lock === undefined || lock === 'none' || stored || via)
            return false;
        return made_CALM.has(action) && name !== undefined && this.#tables.has(name);
    }
    /** What a call does of which the catalogue knows nothing. */
    #body({ action, object, name, detail }) {
        if (action !== 'call' || object !== 'function' || detail !== NOT_FOUND)
            return undefined;
        return this.#functions.get(name ?? '');
    }
}
/** The catalogue's word for a function that was not there when it was read. */
const NOT_FOUND = 'not found in the catalogue';
const made_lastPart = (name) => name.slice(name.lastIndexOf('.') + 1);
const isFunction = ({ action, object, via }) => action === 'create' && object === 'function' && via === undefined;

;// CONCATENATED MODULE: ./lib/session/facts.js





/** Constructs that run the statement itself, now and once. */
const DIRECT = new Set(['with', 'copy', 'create-as', 'on-conflict']);
const OBJECTS = new Set(['table', 'column', 'constraint']);
const facts_NONE = [];
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
    #made = new Made();
    #definitions = new Definitions();
    #aliases = new Aliases();
    #fresh = new Fresh();
    /** Grows when the temporary tables may be gone. */
    #epoch = 0;
    /** The search path was changed: a name without its schema may mean a permanent table. */
    #moved = false;
    constructor(watch, target) {
        this.#watch = watch;
        this.#target = target;
    }
    /** True when names without a schema may mean anything by now. */
    get moved() {
        return this.#moved;
    }
    /** What it defined and others do not see yet. */
    get defined() {
        return this.#definitions.any ? this.#definitions : undefined;
    }
    /** Names, parents and partitions that it made and others do not see yet. */
    get renames() {
        return this.#aliases.flows;
    }
    /** No transaction is open and nothing of one is on its way. */
    idle() {
        this.shown();
        this.#fresh.close();
    }
    /** The target shows what was made. */
    shown() {
        this.#definitions.idle();
        this.#aliases.idle();
    }
    /** The effects as this connection has them: the very array of the analysis, or of the target, when nothing is different. */
    effects(analysis) {
        const deep = this.#target.deepen?.(analysis, this) ?? analysis.effects;
        return deep instanceof Promise
            ? deep.then((settled) => this.#here(analysis, settled))
            : this.#here(analysis, deep);
    }
    #here(analysis, deep) {
        const { flows = facts_NONE, compares } = analysis;
        const effects = this.#ours(analysis, this.#aliases.refers ? this.#aliases.applied(deep) : deep);
        const watch = this.#watch;
        if (!watch || (flows.length === 0 && !compares))
            return effects;
        const known = [...this.#views, ...flows.map((flow) => this.#placed(flow, analysis))];
        const go = (behind) => {
            const exposed = watch(known, behind, compares);
            return exposed.length === 0 ? effects : [...effects, ...exposed];
        };
        const views = this.#target.views?.() ?? nothing;
        return views instanceof Promise ? views.then(go, () => go(anything)) : go(views);
    }
    /** It is about to be sent and run; `judged` are its effects on this connection. */
    runs(statement, judged = statement.analysis.effects) {
        const { effects, changes, flows = [], count } = statement.analysis;
        this.#definitions.learn(statement);
        this.#aliases.learn(statement);
        this.#fresh.runs(judged);
        if (changes.resolution || judged.some((effect) => effect.stored && (0,settings/* movesOthers */.s_)(effect)))
            this.#moved = true;
        if (changes.resolution || effects.some(undoes))
            this.#forget();
        for (const { action, name = '' } of effects)
            if (action === 'drop' || action === 'rename' || action === 'move')
                this.#temporary.delete(name);
        if (this.#made.any)
            this.#made.unlearn(judged);
        for (const effect of effects)
            if (shadows(effect))
                this.#shadows.add(effect.name ?? '');
        for (const flow of flows)
            if (flow.view && !flow.sources.includes('*') && this.#views.length < KEPT_VIEWS)
                this.#views.push(flow);
        if (!this.#moved)
            this.#running.set(statement, { missing: Math.max(1, count), epoch: this.#epoch, effects: judged });
    }
    /** One of its results is here. */
    ended(statement, failed) {
        this.#definitions.ended(statement);
        this.#aliases.ended(statement);
        if (failed) {
            this.#forget();
            this.#running.clear();
            return;
        }
        const running = this.#running.get(statement);
        if (!running || --running.missing > 0)
            return;
        this.#running.delete(statement);
        if (running.epoch !== this.#epoch)
            return;
        this.#fresh.ended(statement);
        for (const name of statement.analysis.changes.temporary ?? [])
            this.#temporary.add(name);
        if (statement.analysis.changes.schema)
            this.#made.learn(statement.analysis, running.effects);
    }
    #forget() {
        this.#made.forget();
        this.#fresh.forget();
        this.#temporary = new Set();
        this.#epoch++;
    }
    /** While an answer is missing, a table may be gone that was there. The second statement of a text may mean another table. */
    #ours(analysis, known) {
        if (this.#moved || analysis.count !== 1 || this.#running.size > 0)
            return known;
        const made = this.#made.any ? this.#made.applied(known) : known;
        const effects = this.#fresh.any ? this.#fresh.applied(analysis, made) : made;
        if (this.#temporary.size === 0)
            return effects;
        if (!effects.some((effect) => this.#isOurs(effect)))
            return effects;
        return effects.map((effect) => (this.#isOurs(effect) ? { ...effect, temporary: true } : effect));
    }
    #isOurs({ name, object, stored, via = [] }) {
        if (name === undefined || stored || !OBJECTS.has(object))
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

;// CONCATENATED MODULE: ./lib/session/fuse.js
const fuse_CHANGES = new Set(['delete', 'update']);
const COUNTING = /^(?:DELETE|UPDATE|MERGE) \d+$/;
/** The statement makes what was changed last. */
const fuse_commits = ({ action, object, detail = '' }) => action === 'transaction' && (detail === 'commit' || (object === 'two-phase' && detail === 'prepare'));
class Fuse {
    #rows = 0;
    /** Nothing but its end, or a way back to a savepoint, is possible in the transaction. */
    #failed = false;
    /** With their effects as they were judged, while answers are missing. */
    #running = new Map();
    /**
     * The effects with what its COMMIT would make last; the very array when it has none, or nothing was changed. Several
     * statements in one text are a transaction, or end one.
     */
    judged({ effects: own, count }, effects) {
        let here = sum(effects, () => true);
        for (const { effects: begun, suspended } of this.#running.values())
            here += suspended * sum(begun, () => true);
        if (this.#failed && count === 1)
            return effects;
        if (!own.some(fuse_commits) && (count < 2 || here === 0))
            return effects;
        const estimate = this.#rows + here;
        return estimate === 0 ? effects : [...effects, { action: 'transaction', object: 'commit', estimate }];
    }
    /** It is about to be sent and run; a prepared one perhaps not for the first time. */
    runs(statement, effects) {
        if (!effects.some(({ action }) => fuse_CHANGES.has(action)))
            return;
        const results = Math.max(1, statement.analysis.count);
        const running = this.#running.get(statement);
        if (running) {
            running.missing += results;
            running.effects = effects;
        }
        else
            this.#running.set(statement, { effects, missing: results, suspended: 0 });
    }
    /** The server says that the transaction has failed. */
    failed() {
        this.#failed = true;
    }
    /** One of its results is here. */
    ended(statement, tag, failed) {
        if (!failed)
            this.#failed = false;
        const running = this.#running.get(statement);
        if (!running)
            return;
        running.missing--;
        if (tag === 'PORTAL SUSPENDED')
            running.suspended++;
        else {
            running.suspended = 0;
            if (!failed)
                this.#rows += changed(tag, running.effects);
        }
        if (failed || (running.missing <= 0 && running.suspended === 0))
            this.#running.delete(statement);
    }
    /** The server is in no transaction; answers how many rows the one before changed. */
    idle() {
        const rows = this.#rows;
        this.#rows = 0;
        this.#failed = false;
        for (const [statement, { suspended, missing }] of this.#running)
            if (suspended > 0 && missing <= 0)
                this.#running.delete(statement);
        return rows;
    }
}
/** What the tag counts, with the cascades in proportion; what it does not count, by estimate. */
function changed(tag, effects) {
    const own = effects.filter(({ action, stored, via }) => fuse_CHANGES.has(action) && !stored && !via?.length);
    if (own.length > 0 && own.every(({ temporary }) => temporary))
        return 0;
    if (!COUNTING.test(tag) && !upserts(tag, effects))
        return sum(effects, () => true);
    const count = Number(tag.slice(tag.lastIndexOf(' ') + 1));
    const parents = Math.max(1, sum(effects, (effect) => !effect.stored));
    const along = sum(effects, ({ object, stored }) => stored === true && object === 'cascade');
    const hidden = sum(effects, ({ object, stored, via }) => object !== 'cascade' && (stored === true || !!via?.length));
    return count + Math.round((along / parents) * count) + hidden;
}
const upserts = (tag, effects) => /^INSERT \d+ \d+$/.test(tag) &&
    effects.some(({ action, via }) => action === 'update' && via?.at(-1) === 'on-conflict');
const sum = (effects, wanted) => effects.reduce((total, effect) => fuse_CHANGES.has(effect.action) && !effect.temporary && wanted(effect)
    ? total + (effect.estimate ?? 0)
    : total, 0);

;// CONCATENATED MODULE: ./lib/session/relay.js





/** Serves one accepted client until either side ends. */
function relay(client, wiring) {
    return wiring.target.serve(client, createGate(wiring));
}
function createGate({ conn, target, terms, recorder }) {
    /** By the very array: analysis, catalogue and this connection give the same one while nothing changes. */
    const verdicts = new WeakMap();
    const facts = new Facts(watchFlows(terms.masks.columns, terms.masks.predicates), target);
    const evidence = createEvidence(conn, target.masking);
    const most = terms.guard.thresholds?.rows;
    const fuse = most === undefined ? undefined : new Fuse();
    const estimates = most !== undefined || terms.guard.allow.some(({ rows }) => rows !== undefined);
    /** The transaction changed the catalogue, which nobody else sees yet. */
    let altered = false;
    const waiting = [];
    const caughtUp = () => {
        for (const resume of waiting.splice(0))
            resume();
    };
    let statements = 0;
    /** The guard's word on what the statement would do; without an approver a hold is a refusal. */
    function verdictOf(effects) {
        let verdict = verdicts.get(effects);
        if (!verdict) {
            verdict = withoutApprover(decide(effects, terms.guard));
            verdicts.set(effects, verdict);
        }
        return verdict;
    }
    /** Decides by what the statement does on this connection; `note` puts it in the record. */
    function decided(statement, runs, note) {
        const go = (known) => {
            const effects = runs && fuse ? fuse.judged(statement.analysis, known) : known;
            const verdict = verdictOf(effects);
            if (runs && verdict.kind === 'allow')
                starts(statement, effects);
            note(verdict, effects);
            return recorded(statement, verdict);
        };
        const effects = facts.effects(statement.analysis);
        if (!estimates)
            return effects instanceof Promise ? effects.then(go) : go(effects);
        const counted = effects instanceof Promise
            ? effects.then((known) => estimated(statement, known))
            : estimated(statement, effects);
        return counted instanceof Promise ? counted.then(go) : go(counted);
    }
    function estimated(statement, known) {
        return target.estimate?.(statement, known, { moved: facts.moved || altered }) ?? known;
    }
    function starts(statement, effects) {
        facts.runs(statement, effects);
        fuse?.runs(statement, effects);
        altered ||= statement.analysis.changes.schema;
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
            fuse?.ended(statement, result.tag, result.error !== undefined);
            recorder.append(outcome(conn, statement, result));
        },
        idle() {
            altered = false;
            facts.idle();
            const rows = fuse?.idle() ?? 0;
            if (most !== undefined && rows > most)
                recorder.append({
                    type: 'limit',
                    conn,
                    limit: 'many-rows',
                    detail: `a transaction changed ${rows} rows`,
                });
        },
        failed() {
            fuse?.failed();
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
        ...(terms.masks.patterns ? { patterns: terms.masks.patterns } : {}),
    };
}


/***/ }),

/***/ 98:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ fold),
  D: () => (/* binding */ truthOf)
});

;// CONCATENATED MODULE: ./lib/sql/texts.js
// Built-in functions of text, as far as they give the same here and on a server of any encoding and locale.
/** The result of a call with constant arguments; undefined when it is not one of these functions, or may differ. */
function computeText(name, values) {
    if (name === 'concat')
        return values.every(isText) ? values.map((value) => value ?? '').join('') : undefined;
    const compute = FUNCTIONS[name];
    if (!compute)
        return undefined;
    if (values.includes(null))
        return null;
    if (name === 'chr')
        return typeof values[0] === 'number' ? ascii(values[0]) : undefined;
    return values.every((value) => typeof value === 'string') ? compute(...values) : undefined;
}
const isText = (value) => value === null || typeof value === 'string';
/** Other letters have the case that the locale gives them. */
const plain = (text) => text !== undefined && /^[\0-\x7f]*$/.test(text);
const FUNCTIONS = {
    chr: () => undefined,
    lower: (text) => (plain(text) ? text.toLowerCase() : undefined),
    upper: (text) => (plain(text) ? text.toUpperCase() : undefined),
    btrim: (text, ...more) => (more.length === 0 ? text?.replace(/^ +| +$/g, '') : undefined),
    reverse: (text) => (plain(text) ? [...text].reverse().join('') : undefined),
    replace: (text, from, to) => (from && to !== undefined ? text?.replaceAll(from, () => to) : undefined),
};
const ascii = (code) => code > 0 && code < 0x80 ? String.fromCharCode(code) : undefined;

// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __nccwpck_require__(410);
;// CONCATENATED MODULE: ./lib/sql/values.js
// Values of constants, compared and computed as the server does, wherever it runs. Undefined where that may differ.
/** Equality that takes two nulls as equal. */
function same(left, right) {
    if (left === null || right === null)
        return left === right;
    const equal = binary('=', left, right);
    return typeof equal === 'boolean' ? equal : undefined;
}
const not = (value) => value === undefined ? undefined : !value;
function binary(name, left, right) {
    if (name === '||')
        return typeof left === 'string' && typeof right === 'string' ? left + right : undefined;
    // An untyped literal takes the other side's type.
    const [a, b] = typeof left === typeof right
        ? [left, right]
        : typeof left === 'number' || typeof right === 'number'
            ? [whole(left), whole(right)]
            : [convert(left, 'bool'), convert(right, 'bool')];
    if (a === undefined || b === undefined)
        return undefined;
    switch (name) {
        case '=':
            return a === b;
        case '<>':
        case '!=':
            return a !== b;
    }
    if (typeof a === 'number' && typeof b === 'number')
        return arithmetic(name, a, b);
    // The order of texts depends on the collation.
    return undefined;
}
/** An untyped literal beside a number. */
const whole = (value) => typeof value === 'number' || /^[+-]?\d+$/.test(String(value)) ? exact(Number(value)) : undefined;
function arithmetic(name, a, b) {
    switch (name) {
        case '<':
            return a < b;
        case '<=':
            return a <= b;
        case '>':
            return a > b;
        case '>=':
            return a >= b;
        case '+':
            return exact(a + b);
        case '-':
            return exact(a - b);
        case '*':
            return exact(a * b);
        default:
            return undefined;
    }
}
/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
const exact = (number) => Number.isSafeInteger(number) ? number : undefined;
const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i;
const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i;
function convert(value, type) {
    if (value === undefined || value === null)
        return value;
    if (type === 'bool') {
        if (typeof value === 'boolean')
            return value;
        if (typeof value === 'number')
            return value !== 0;
        const text = value.trim();
        return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined;
    }
    if (/^(int[248]|numeric|float8)$/.test(type))
        return exact(Number(value));
    // A number keeps its digits behind the point, which are gone here.
    return /^(text|varchar)$/.test(type) && typeof value !== 'number' ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./lib/sql/constants.js



/** The value of a constant expression; undefined when it is none, or none that we fold. */
function fold(node) {
    if (node === undefined)
        return undefined;
    const constant = (0,tree.as)(node, 'A_Const');
    if (constant)
        return literal(constant);
    const cast = (0,tree.as)(node, 'TypeCast');
    if (cast) {
        // A length cuts the value; an array is another type.
        const plain = !cast.typeName?.typmods && !cast.typeName?.arrayBounds;
        return plain ? convert(fold(cast.arg), (0,tree/* parts */.rT)(cast.typeName?.names).at(-1) ?? '') : undefined;
    }
    const bool = (0,tree.as)(node, 'BoolExpr');
    if (bool)
        return logic(bool);
    const operation = (0,tree.as)(node, 'A_Expr');
    if (operation)
        return operate(operation);
    const choice = (0,tree.as)(node, 'CaseExpr');
    if (choice)
        return choose(choice);
    const call = (0,tree.as)(node, 'FuncCall');
    if (call)
        return compute(call);
    const test = (0,tree.as)(node, 'NullTest');
    if (test) {
        const value = fold(test.arg);
        return value === undefined ? undefined : (value === null) === (test.nulltesttype === 'IS_NULL');
    }
    const truth = (0,tree.as)(node, 'BooleanTest');
    if (truth)
        return truthTest(truthOf(truth.arg), truth.booltesttype);
    const list = (0,tree.as)(node, 'CoalesceExpr');
    if (list)
        return coalesce(list.args ?? []);
    return subselect(node);
}
/** The value of a condition: an untyped literal is read as a boolean. */
function truthOf(node) {
    const value = fold(node);
    if (value === undefined || value === null || typeof value === 'boolean')
        return value;
    const read = typeof value === 'string' ? convert(value, 'bool') : undefined;
    return typeof read === 'boolean' ? read : undefined;
}
function literal(constant) {
    if (constant.isnull)
        return null;
    if (constant.boolval)
        return constant.boolval.boolval ?? false;
    if (constant.ival)
        return constant.ival.ival ?? 0;
    if (constant.fval)
        return exact(Number(constant.fval.fval ?? 'NaN'));
    if (constant.sval)
        return constant.sval.sval ?? '';
    return undefined;
}
function logic({ boolop, args = [] }) {
    const values = args.map(truthOf);
    if (boolop === 'NOT_EXPR') {
        const value = values[0];
        return typeof value === 'boolean' ? !value : value;
    }
    const decisive = boolop === 'OR_EXPR';
    if (values.includes(decisive))
        return decisive;
    if (values.includes(undefined))
        return undefined;
    return values.includes(null) ? null : !decisive;
}
function operate(node) {
    const names = (0,tree/* parts */.rT)(node.name);
    const name = names.at(-1) ?? '';
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return undefined;
    if (node.kind === 'AEXPR_IN')
        return member(node, name);
    const left = fold(node.lexpr);
    if (node.kind === 'AEXPR_BETWEEN')
        return between(left, (0,tree.as)(node.rexpr, 'List')?.items ?? []);
    const right = fold(node.rexpr);
    if (right === undefined)
        return undefined;
    if (node.lexpr === undefined)
        return typeof right === 'number' ? (name === '-' ? -right : right) : undefined;
    if (left === undefined)
        return undefined;
    if (node.kind === 'AEXPR_DISTINCT')
        return not(same(left, right));
    if (node.kind === 'AEXPR_NOT_DISTINCT')
        return same(left, right);
    if (node.kind === 'AEXPR_NULLIF') {
        const equal = same(left, right);
        return equal === undefined ? undefined : equal ? null : left;
    }
    if (left === null || right === null)
        return null;
    if (node.kind === 'AEXPR_LIKE' || node.kind === 'AEXPR_ILIKE')
        return like(node, name, left, right);
    return node.kind === 'AEXPR_OP' ? binary(name, left, right) : undefined;
}
function member(node, name) {
    const left = fold(node.lexpr);
    if (left === undefined || left === null)
        return left;
    const items = ((0,tree.as)(node.rexpr, 'List')?.items ?? []).map(fold);
    if (items.some((item) => item !== undefined && item !== null && binary('=', left, item) === true))
        return name === '=';
    return items.every((item) => item !== undefined && item !== null) ? name !== '=' : undefined;
}
function between(value, bounds) {
    const [low, high] = bounds.map(fold);
    if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number')
        return undefined;
    return low <= value && value <= high;
}
function like(node, name, text, pattern) {
    const wildcard = /^%+$/.test(String(pattern));
    const plain = !/[%_\\]/.test(String(pattern));
    const negated = name.startsWith('!');
    if (wildcard)
        return !negated;
    if (plain && node.kind === 'AEXPR_LIKE')
        return (text === pattern) !== negated;
    return undefined;
}
function choose({ arg, args = [], defresult }) {
    const subject = arg === undefined ? undefined : fold(arg);
    if (arg !== undefined && subject === undefined)
        return undefined;
    for (const node of args) {
        const when = (0,tree.as)(node, 'CaseWhen');
        const condition = arg === undefined ? truthOf(when?.expr) : fold(when?.expr);
        if (condition === undefined)
            return undefined;
        const met = arg === undefined ? condition === true : equals(condition, subject);
        if (met === undefined)
            return undefined;
        if (met)
            return fold(when?.result);
    }
    return defresult === undefined ? null : fold(defresult);
}
/** CASE's own comparison: null equals nothing. */
function equals(left, right) {
    return left === null || right === null || right === undefined ? false : same(left, right);
}
function coalesce(args) {
    for (const arg of args) {
        const value = fold(arg);
        if (value !== null)
            return value;
    }
    return null;
}
function truthTest(value, test) {
    if (value === undefined)
        return undefined;
    const negated = test?.includes('_NOT_') ?? false;
    const wanted = test?.endsWith('TRUE') ? true : test?.endsWith('FALSE') ? false : null;
    return (value === wanted) !== negated;
}
function compute({ funcname, args = [] }) {
    const names = (0,tree/* parts */.rT)(funcname);
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return undefined;
    const values = [];
    for (const arg of args) {
        const value = fold(arg);
        if (value === undefined)
            return undefined;
        values.push(value);
    }
    return computeText(names.at(-1) ?? '', values);
}
/** `(SELECT constant)` and `EXISTS (SELECT … )` without FROM and WHERE. */
function subselect(node) {
    const link = (0,tree.as)(node, 'SubLink');
    const select = (0,tree.as)(link?.subselect, 'SelectStmt');
    if (!link || !select || select.fromClause || select.whereClause || select.limitCount || select.limitOffset)
        return undefined;
    if (select.havingClause || select.op !== 'SETOP_NONE' || select.withClause)
        return undefined;
    if (link.subLinkType === 'EXISTS_SUBLINK')
        return true;
    if (link.subLinkType !== 'EXPR_SUBLINK')
        return undefined;
    const only = select.targetList?.length === 1 ? (0,tree.as)(select.targetList[0], 'ResTarget') : undefined;
    return fold(only?.val);
}


/***/ }),

/***/ 982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Co: () => (/* binding */ callEffect),
  Oh: () => (/* binding */ effectOfName),
  jq: () => (/* binding */ isForeign),
  qp: () => (/* binding */ isOpaque),
  V8: () => (/* binding */ isVolatile)
});

// EXTERNAL MODULE: ./lib/sql/constants.js + 2 modules
var constants = __nccwpck_require__(98);
;// CONCATENATED MODULE: ./lib/sql/data/functions.js
// Names of the functions in pg_catalog; an overloaded name is volatile when one of them is.
// Generated by scripts/builtin-functions.ts; do not edit.
const STEADY = `
abbrev abs aclcontains acldefault aclexplode aclinsert aclitemeq aclitemin aclitemout aclremove acos
acosd acosh age any_in any_out any_value any_value_transfn anyarray_in anyarray_out anyarray_recv
anyarray_send anycompatible_in anycompatible_out anycompatiblearray_in anycompatiblearray_out
anycompatiblearray_recv anycompatiblearray_send anycompatiblemultirange_in
anycompatiblemultirange_out anycompatiblenonarray_in anycompatiblenonarray_out anycompatiblerange_in
anycompatiblerange_out anyelement_in anyelement_out anyenum_in anyenum_out anymultirange_in
anymultirange_out anynonarray_in anynonarray_out anyrange_in anyrange_out anytextcat area areajoinsel
areasel array_agg array_agg_array_combine array_agg_array_deserialize array_agg_array_finalfn
array_agg_array_serialize array_agg_array_transfn array_agg_combine array_agg_deserialize
array_agg_finalfn array_agg_serialize array_agg_transfn array_append array_append_support array_cat
array_dims array_eq array_fill array_ge array_gt array_in array_larger array_le array_length
array_lower array_lt array_ndims array_ne array_out array_position array_positions array_prepend
array_prepend_support array_recv array_remove array_replace array_reverse array_send array_smaller
array_sort array_subscript_handler array_subscript_handler_support array_to_json array_to_string
array_to_tsvector array_typanalyze array_unnest_support array_upper arraycontained arraycontains
arraycontjoinsel arraycontsel arrayoverlap ascii asin asind asinh atan atan2 atan2d atand atanh avg
big5_to_euc_tw big5_to_mic big5_to_utf8 bit bit_and bit_count bit_in bit_length bit_or bit_out
bit_recv bit_send bit_xor bitand bitcat bitcmp biteq bitge bitgt bitle bitlt bitne bitnot bitor
bitshiftleft bitshiftright bittypmodin bittypmodout bitxor bool bool_accum bool_accum_inv
bool_alltrue bool_and bool_anytrue bool_or booland_statefunc booleq boolge boolgt boolin boolle
boollt boolne boolor_statefunc boolout boolrecv boolsend bound_box box box_above box_above_eq box_add
box_below box_below_eq box_center box_contain box_contain_pt box_contained box_distance box_div
box_eq box_ge box_gt box_in box_intersect box_le box_left box_lt box_mul box_out box_overabove
box_overbelow box_overlap box_overleft box_overright box_recv box_right box_same box_send box_sub
bpchar bpchar_larger bpchar_pattern_ge bpchar_pattern_gt bpchar_pattern_le bpchar_pattern_lt
bpchar_smaller bpchar_sortsupport bpcharcmp bpchareq bpcharge bpchargt bpchariclike bpcharicnlike
bpcharicregexeq bpcharicregexne bpcharin bpcharle bpcharlike bpcharlt bpcharne bpcharnlike bpcharout
bpcharrecv bpcharregexeq bpcharregexne bpcharsend bpchartypmodin bpchartypmodout brin_bloom_add_value
brin_bloom_consistent brin_bloom_opcinfo brin_bloom_options brin_bloom_summary_in
brin_bloom_summary_out brin_bloom_summary_recv brin_bloom_summary_send brin_bloom_union
brin_inclusion_add_value brin_inclusion_consistent brin_inclusion_opcinfo brin_inclusion_union
brin_minmax_add_value brin_minmax_consistent brin_minmax_multi_add_value brin_minmax_multi_consistent
brin_minmax_multi_distance_date brin_minmax_multi_distance_float4 brin_minmax_multi_distance_float8
brin_minmax_multi_distance_inet brin_minmax_multi_distance_int2 brin_minmax_multi_distance_int4
brin_minmax_multi_distance_int8 brin_minmax_multi_distance_interval
brin_minmax_multi_distance_macaddr brin_minmax_multi_distance_macaddr8
brin_minmax_multi_distance_numeric brin_minmax_multi_distance_pg_lsn brin_minmax_multi_distance_tid
brin_minmax_multi_distance_time brin_minmax_multi_distance_timestamp
brin_minmax_multi_distance_timetz brin_minmax_multi_distance_uuid brin_minmax_multi_opcinfo
brin_minmax_multi_options brin_minmax_multi_summary_in brin_minmax_multi_summary_out
brin_minmax_multi_summary_recv brin_minmax_multi_summary_send brin_minmax_multi_union
brin_minmax_opcinfo brin_minmax_union broadcast btarraycmp btboolcmp btboolskipsupport
btbpchar_pattern_cmp btbpchar_pattern_sortsupport btcharcmp btcharskipsupport btequalimage
btfloat48cmp btfloat4cmp btfloat4sortsupport btfloat84cmp btfloat8cmp btfloat8sortsupport btint24cmp
btint28cmp btint2cmp btint2skipsupport btint2sortsupport btint42cmp btint48cmp btint4cmp
btint4skipsupport btint4sortsupport btint82cmp btint84cmp btint8cmp btint8skipsupport
btint8sortsupport btnamecmp btnamesortsupport btnametextcmp btoidcmp btoidskipsupport
btoidsortsupport btoidvectorcmp btrecordcmp btrecordimagecmp btrim bttext_pattern_cmp
bttext_pattern_sortsupport bttextcmp bttextnamecmp bttextsortsupport bttidcmp btvarstrequalimage
bytea bytea_larger bytea_smaller bytea_sortsupport bytea_string_agg_finalfn bytea_string_agg_transfn
byteacat byteacmp byteaeq byteage byteagt byteain byteale bytealike bytealt byteane byteanlike
byteaout bytearecv byteasend cardinality casefold cash_cmp cash_div_cash cash_div_flt4 cash_div_flt8
cash_div_int2 cash_div_int4 cash_div_int8 cash_eq cash_ge cash_gt cash_in cash_le cash_lt cash_mi
cash_mul_flt4 cash_mul_flt8 cash_mul_int2 cash_mul_int4 cash_mul_int8 cash_ne cash_out cash_pl
cash_recv cash_send cash_words cashlarger cashsmaller cbrt ceil ceiling center char char_length
character_length chareq charge chargt charin charle charlt charne charout charrecv charsend chr cideq
cidin cidout cidr cidr_in cidr_out cidr_recv cidr_send cidrecv cidsend circle circle_above
circle_add_pt circle_below circle_center circle_contain circle_contain_pt circle_contained
circle_distance circle_div_pt circle_eq circle_ge circle_gt circle_in circle_le circle_left circle_lt
circle_mul_pt circle_ne circle_out circle_overabove circle_overbelow circle_overlap circle_overleft
circle_overright circle_recv circle_right circle_same circle_send circle_sub_pt close_ls close_lseg
close_pb close_pl close_ps close_sb col_description concat concat_ws contjoinsel contsel convert
convert_from convert_to corr cos cosd cosh cot cotd count covar_pop covar_samp crc32 crc32c
cstring_in cstring_out cstring_recv cstring_send cume_dist cume_dist_final current_database
current_schema current_schemas current_setting current_user database_to_xml
database_to_xml_and_xmlschema database_to_xmlschema date date_add date_bin date_cmp
date_cmp_timestamp date_cmp_timestamptz date_eq date_eq_timestamp date_eq_timestamptz date_ge
date_ge_timestamp date_ge_timestamptz date_gt date_gt_timestamp date_gt_timestamptz date_in
date_larger date_le date_le_timestamp date_le_timestamptz date_lt date_lt_timestamp
date_lt_timestamptz date_mi date_mi_interval date_mii date_ne date_ne_timestamp date_ne_timestamptz
date_out date_part date_pl_interval date_pli date_recv date_send date_skipsupport date_smaller
date_sortsupport date_subtract date_trunc datemultirange daterange daterange_canonical
daterange_subdiff datetime_pl datetimetz_pl dcbrt decode degrees dense_rank dense_rank_final dexp
diagonal diameter dispell_init dispell_lexize dist_bp dist_bs dist_cpoint dist_cpoly dist_lp dist_ls
dist_pathp dist_pb dist_pc dist_pl dist_polyc dist_polyp dist_ppath dist_ppoly dist_ps dist_sb
dist_sl dist_sp div dlog1 dlog10 domain_in domain_recv dpow dround dsimple_init dsimple_lexize dsqrt
dsynonym_init dsynonym_lexize dtrunc elem_contained_by_multirange elem_contained_by_range
elem_contained_by_range_support encode enum_cmp enum_eq enum_first enum_ge enum_gt enum_in
enum_larger enum_last enum_le enum_lt enum_ne enum_out enum_range enum_recv enum_send enum_smaller
eqjoinsel eqsel erf erfc euc_cn_to_mic euc_cn_to_utf8 euc_jis_2004_to_shift_jis_2004
euc_jis_2004_to_utf8 euc_jp_to_mic euc_jp_to_sjis euc_jp_to_utf8 euc_kr_to_mic euc_kr_to_utf8
euc_tw_to_big5 euc_tw_to_mic euc_tw_to_utf8 event_trigger_in event_trigger_out every exp extract
factorial family fdw_handler_in fdw_handler_out first_value float4 float48div float48eq float48ge
float48gt float48le float48lt float48mi float48mul float48ne float48pl float4_accum float4abs
float4div float4eq float4ge float4gt float4in float4larger float4le float4lt float4mi float4mul
float4ne float4out float4pl float4recv float4send float4smaller float4um float4up float8 float84div
float84eq float84ge float84gt float84le float84lt float84mi float84mul float84ne float84pl
float8_accum float8_avg float8_combine float8_corr float8_covar_pop float8_covar_samp
float8_regr_accum float8_regr_avgx float8_regr_avgy float8_regr_combine float8_regr_intercept
float8_regr_r2 float8_regr_slope float8_regr_sxx float8_regr_sxy float8_regr_syy float8_stddev_pop
float8_stddev_samp float8_var_pop float8_var_samp float8abs float8div float8eq float8ge float8gt
float8in float8larger float8le float8lt float8mi float8mul float8ne float8out float8pl float8recv
float8send float8smaller float8um float8up floor flt4_mul_cash flt8_mul_cash fmgr_c_validator
fmgr_internal_validator fmgr_sql_validator format format_type gamma gb18030_to_utf8 gbk_to_utf8 gcd
generate_series generate_series_int4_support generate_series_int8_support
generate_series_numeric_support generate_series_timestamp_support generate_subscripts get_bit
get_byte get_current_ts_config getdatabaseencoding getpgusername gin_cmp_prefix gin_cmp_tslexeme
gin_compare_jsonb gin_consistent_jsonb gin_consistent_jsonb_path gin_extract_jsonb
gin_extract_jsonb_path gin_extract_jsonb_query gin_extract_jsonb_query_path gin_extract_tsquery
gin_extract_tsvector gin_triconsistent_jsonb gin_triconsistent_jsonb_path gin_tsquery_consistent
gin_tsquery_triconsistent ginarrayconsistent ginarrayextract ginarraytriconsistent
ginqueryarrayextract gist_box_consistent gist_box_distance gist_box_penalty gist_box_picksplit
gist_box_same gist_box_union gist_circle_compress gist_circle_consistent gist_circle_distance
gist_point_compress gist_point_consistent gist_point_distance gist_point_fetch gist_point_sortsupport
gist_poly_compress gist_poly_consistent gist_poly_distance gist_translate_cmptype_common
gtsquery_compress gtsquery_consistent gtsquery_penalty gtsquery_picksplit gtsquery_same
gtsquery_union gtsvector_compress gtsvector_consistent gtsvector_decompress gtsvector_options
gtsvector_penalty gtsvector_picksplit gtsvector_same gtsvector_union gtsvectorin gtsvectorout
has_any_column_privilege has_column_privilege has_database_privilege
has_foreign_data_wrapper_privilege has_function_privilege has_language_privilege
has_largeobject_privilege has_parameter_privilege has_schema_privilege has_sequence_privilege
has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege hash_aclitem
hash_aclitem_extended hash_array hash_array_extended hash_multirange hash_multirange_extended
hash_numeric hash_numeric_extended hash_range hash_range_extended hash_record hash_record_extended
hashbool hashboolextended hashbpchar hashbpcharextended hashbytea hashbyteaextended hashchar
hashcharextended hashcid hashcidextended hashdate hashdateextended hashenum hashenumextended
hashfloat4 hashfloat4extended hashfloat8 hashfloat8extended hashinet hashinetextended hashint2
hashint2extended hashint4 hashint4extended hashint8 hashint8extended hashmacaddr hashmacaddr8
hashmacaddr8extended hashmacaddrextended hashname hashnameextended hashoid hashoidextended
hashoidvector hashoidvectorextended hashtext hashtextextended hashtid hashtidextended hashvarlena
hashvarlenaextended hashxid hashxid8 hashxid8extended hashxidextended height host hostmask
iclikejoinsel iclikesel icnlikejoinsel icnlikesel icregexeqjoinsel icregexeqsel icregexnejoinsel
icregexnesel icu_unicode_version in_range index_am_handler_in index_am_handler_out inet_client_addr
inet_client_port inet_gist_compress inet_gist_consistent inet_gist_fetch inet_gist_penalty
inet_gist_picksplit inet_gist_same inet_gist_union inet_in inet_merge inet_out inet_recv
inet_same_family inet_send inet_server_addr inet_server_port inet_spg_choose inet_spg_config
inet_spg_inner_consistent inet_spg_leaf_consistent inet_spg_picksplit inetand inetmi inetmi_int8
inetnot inetor inetpl initcap int2 int24div int24eq int24ge int24gt int24le int24lt int24mi int24mul
int24ne int24pl int28div int28eq int28ge int28gt int28le int28lt int28mi int28mul int28ne int28pl
int2_accum int2_accum_inv int2_avg_accum int2_avg_accum_inv int2_mul_cash int2_sum int2abs int2and
int2div int2eq int2ge int2gt int2in int2int4_sum int2larger int2le int2lt int2mi int2mod int2mul
int2ne int2not int2or int2out int2pl int2recv int2send int2shl int2shr int2smaller int2um int2up
int2vectorin int2vectorout int2vectorrecv int2vectorsend int2xor int4 int42div int42eq int42ge
int42gt int42le int42lt int42mi int42mul int42ne int42pl int48div int48eq int48ge int48gt int48le
int48lt int48mi int48mul int48ne int48pl int4_accum int4_accum_inv int4_avg_accum int4_avg_accum_inv
int4_avg_combine int4_mul_cash int4_sum int4abs int4and int4div int4eq int4ge int4gt int4in int4inc
int4larger int4le int4lt int4mi int4mod int4mul int4multirange int4ne int4not int4or int4out int4pl
int4range int4range_canonical int4range_subdiff int4recv int4send int4shl int4shr int4smaller int4um
int4up int4xor int8 int82div int82eq int82ge int82gt int82le int82lt int82mi int82mul int82ne int82pl
int84div int84eq int84ge int84gt int84le int84lt int84mi int84mul int84ne int84pl int8_accum
int8_accum_inv int8_avg int8_avg_accum int8_avg_accum_inv int8_avg_combine int8_avg_deserialize
int8_avg_serialize int8_mul_cash int8_sum int8abs int8and int8dec int8dec_any int8div int8eq int8ge
int8gt int8in int8inc int8inc_any int8inc_float8_float8 int8inc_support int8larger int8le int8lt
int8mi int8mod int8mul int8multirange int8ne int8not int8or int8out int8pl int8pl_inet int8range
int8range_canonical int8range_subdiff int8recv int8send int8shl int8shr int8smaller int8um int8up
int8xor integer_pl_date inter_lb inter_sb inter_sl internal_in internal_out interval interval_avg
interval_avg_accum interval_avg_accum_inv interval_avg_combine interval_avg_deserialize
interval_avg_serialize interval_cmp interval_div interval_eq interval_ge interval_gt interval_hash
interval_hash_extended interval_in interval_larger interval_le interval_lt interval_mi interval_mul
interval_ne interval_out interval_pl interval_pl_date interval_pl_time interval_pl_timestamp
interval_pl_timestamptz interval_pl_timetz interval_recv interval_send interval_smaller interval_sum
interval_support interval_um intervaltypmodin intervaltypmodout is_normalized isclosed isempty
isfinite ishorizontal iso8859_1_to_utf8 iso8859_to_utf8 iso_to_koi8r iso_to_mic iso_to_win1251
iso_to_win866 isopen isparallel isperp isvertical johab_to_utf8 json_agg json_agg_finalfn
json_agg_strict json_agg_strict_transfn json_agg_transfn json_array_element json_array_element_text
json_array_elements json_array_elements_text json_array_length json_build_array json_build_object
json_each json_each_text json_extract_path json_extract_path_text json_in json_object json_object_agg
json_object_agg_finalfn json_object_agg_strict json_object_agg_strict_transfn json_object_agg_transfn
json_object_agg_unique json_object_agg_unique_strict json_object_agg_unique_strict_transfn
json_object_agg_unique_transfn json_object_field json_object_field_text json_object_keys json_out
json_populate_record json_populate_recordset json_recv json_send json_strip_nulls json_to_record
json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_agg_finalfn jsonb_agg_strict
jsonb_agg_strict_transfn jsonb_agg_transfn jsonb_array_element jsonb_array_element_text
jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array
jsonb_build_object jsonb_cmp jsonb_concat jsonb_contained jsonb_contains jsonb_delete
jsonb_delete_path jsonb_each jsonb_each_text jsonb_eq jsonb_exists jsonb_exists_all jsonb_exists_any
jsonb_extract_path jsonb_extract_path_text jsonb_ge jsonb_gt jsonb_hash jsonb_hash_extended jsonb_in
jsonb_insert jsonb_le jsonb_lt jsonb_ne jsonb_object jsonb_object_agg jsonb_object_agg_finalfn
jsonb_object_agg_strict jsonb_object_agg_strict_transfn jsonb_object_agg_transfn
jsonb_object_agg_unique jsonb_object_agg_unique_strict jsonb_object_agg_unique_strict_transfn
jsonb_object_agg_unique_transfn jsonb_object_field jsonb_object_field_text jsonb_object_keys
jsonb_out jsonb_path_exists jsonb_path_exists_opr jsonb_path_exists_tz jsonb_path_match
jsonb_path_match_opr jsonb_path_match_tz jsonb_path_query jsonb_path_query_array
jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset jsonb_pretty jsonb_recv
jsonb_send jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_subscript_handler jsonb_to_record
jsonb_to_recordset jsonb_to_tsvector jsonb_typeof jsonpath_in jsonpath_out jsonpath_recv
jsonpath_send justify_days justify_hours justify_interval koi8r_to_iso koi8r_to_mic koi8r_to_utf8
koi8r_to_win1251 koi8r_to_win866 koi8u_to_utf8 lag language_handler_in language_handler_out
last_value latin1_to_mic latin2_to_mic latin2_to_win1250 latin3_to_mic latin4_to_mic lcm lead left
length lgamma like like_escape likejoinsel likesel line line_distance line_eq line_horizontal line_in
line_interpt line_intersect line_out line_parallel line_perp line_recv line_send line_vertical ln log
log10 lower lower_inc lower_inf lpad lseg lseg_center lseg_distance lseg_eq lseg_ge lseg_gt
lseg_horizontal lseg_in lseg_interpt lseg_intersect lseg_le lseg_length lseg_lt lseg_ne lseg_out
lseg_parallel lseg_perp lseg_recv lseg_send lseg_vertical ltrim macaddr macaddr8 macaddr8_and
macaddr8_cmp macaddr8_eq macaddr8_ge macaddr8_gt macaddr8_in macaddr8_le macaddr8_lt macaddr8_ne
macaddr8_not macaddr8_or macaddr8_out macaddr8_recv macaddr8_send macaddr8_set7bit macaddr_and
macaddr_cmp macaddr_eq macaddr_ge macaddr_gt macaddr_in macaddr_le macaddr_lt macaddr_ne macaddr_not
macaddr_or macaddr_out macaddr_recv macaddr_send macaddr_sortsupport make_date make_interval
make_time make_timestamp make_timestamptz makeaclitem masklen matchingjoinsel matchingsel max md5
mic_to_big5 mic_to_euc_cn mic_to_euc_jp mic_to_euc_kr mic_to_euc_tw mic_to_iso mic_to_koi8r
mic_to_latin1 mic_to_latin2 mic_to_latin3 mic_to_latin4 mic_to_sjis mic_to_win1250 mic_to_win1251
mic_to_win866 min min_scale mod mode mode_final money mul_d_interval multirange
multirange_adjacent_multirange multirange_adjacent_range multirange_after_multirange
multirange_after_range multirange_agg_finalfn multirange_agg_transfn multirange_before_multirange
multirange_before_range multirange_cmp multirange_contained_by_multirange
multirange_contained_by_range multirange_contains_elem multirange_contains_multirange
multirange_contains_range multirange_eq multirange_ge multirange_gist_compress
multirange_gist_consistent multirange_gt multirange_in multirange_intersect
multirange_intersect_agg_transfn multirange_le multirange_lt multirange_minus multirange_ne
multirange_out multirange_overlaps_multirange multirange_overlaps_range
multirange_overleft_multirange multirange_overleft_range multirange_overright_multirange
multirange_overright_range multirange_recv multirange_send multirange_typanalyze multirange_union
multirangesel mxid_age name nameconcatoid nameeq nameeqtext namege namegetext namegt namegttext
nameiclike nameicnlike nameicregexeq nameicregexne namein namele nameletext namelike namelt
namelttext namene namenetext namenlike nameout namerecv nameregexeq nameregexne namesend neqjoinsel
neqsel netmask network network_cmp network_eq network_ge network_gt network_larger network_le
network_lt network_ne network_overlap network_smaller network_sortsupport network_sub network_subeq
network_subset_support network_sup network_supeq networkjoinsel networksel nlikejoinsel nlikesel
normalize notlike now npoints nth_value ntile num_nonnulls num_nulls numeric numeric_abs
numeric_accum numeric_accum_inv numeric_add numeric_avg numeric_avg_accum numeric_avg_combine
numeric_avg_deserialize numeric_avg_serialize numeric_cmp numeric_combine numeric_deserialize
numeric_div numeric_div_trunc numeric_eq numeric_exp numeric_ge numeric_gt numeric_in numeric_inc
numeric_larger numeric_le numeric_ln numeric_log numeric_lt numeric_mod numeric_mul numeric_ne
numeric_out numeric_pl_pg_lsn numeric_poly_avg numeric_poly_combine numeric_poly_deserialize
numeric_poly_serialize numeric_poly_stddev_pop numeric_poly_stddev_samp numeric_poly_sum
numeric_poly_var_pop numeric_poly_var_samp numeric_power numeric_recv numeric_send numeric_serialize
numeric_smaller numeric_sortsupport numeric_sqrt numeric_stddev_pop numeric_stddev_samp numeric_sub
numeric_sum numeric_support numeric_uminus numeric_uplus numeric_var_pop numeric_var_samp
numerictypmodin numerictypmodout nummultirange numnode numrange numrange_subdiff obj_description
octet_length oid oideq oidge oidgt oidin oidlarger oidle oidlt oidne oidout oidrecv oidsend
oidsmaller oidvectoreq oidvectorge oidvectorgt oidvectorin oidvectorle oidvectorlt oidvectorne
oidvectorout oidvectorrecv oidvectorsend oidvectortypes on_pb on_pl on_ppath on_ps on_sb on_sl
ordered_set_transition ordered_set_transition_multi overlaps overlay parse_ident path path_add
path_add_pt path_contain_pt path_distance path_div_pt path_in path_inter path_length path_mul_pt
path_n_eq path_n_ge path_n_gt path_n_le path_n_lt path_npoints path_out path_recv path_send
path_sub_pt pclose percent_rank percent_rank_final percentile_cont percentile_cont_float8_final
percentile_cont_float8_multi_final percentile_cont_interval_final
percentile_cont_interval_multi_final percentile_disc percentile_disc_final
percentile_disc_multi_final pg_available_extension_versions pg_available_extensions pg_backend_pid
pg_basetype pg_char_to_encoding pg_client_encoding pg_collation_for pg_collation_is_visible
pg_column_compression pg_column_is_updatable pg_column_size pg_column_toast_chunk_id
pg_conf_load_time pg_config pg_conversion_is_visible pg_current_snapshot pg_current_xact_id
pg_current_xact_id_if_assigned pg_cursor pg_ddl_command_in pg_ddl_command_out pg_ddl_command_recv
pg_ddl_command_send pg_dependencies_in pg_dependencies_out pg_dependencies_recv pg_dependencies_send
pg_describe_object pg_encoding_max_length pg_encoding_to_char pg_event_trigger_ddl_commands
pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
pg_event_trigger_table_rewrite_reason pg_extension_update_paths pg_filenode_relation
pg_function_is_visible pg_get_acl pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr
pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef pg_get_keywords
pg_get_object_address pg_get_partition_constraintdef pg_get_partkeydef pg_get_publication_tables
pg_get_replica_identity_index pg_get_replication_slots pg_get_ruledef pg_get_serial_sequence
pg_get_statisticsobjdef pg_get_statisticsobjdef_columns pg_get_statisticsobjdef_expressions
pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_has_role pg_identify_object
pg_identify_object_as_address pg_index_column_has_property pg_index_has_property
pg_indexam_has_property pg_indexam_progress_phasename pg_input_error_info pg_input_is_valid
pg_is_other_temp_schema pg_listening_channels pg_lsn pg_lsn_cmp pg_lsn_eq pg_lsn_ge pg_lsn_gt
pg_lsn_hash pg_lsn_hash_extended pg_lsn_in pg_lsn_larger pg_lsn_le pg_lsn_lt pg_lsn_mi pg_lsn_mii
pg_lsn_ne pg_lsn_out pg_lsn_pli pg_lsn_recv pg_lsn_send pg_lsn_smaller pg_mcv_list_in
pg_mcv_list_items pg_mcv_list_out pg_mcv_list_recv pg_mcv_list_send pg_my_temp_schema pg_ndistinct_in
pg_ndistinct_out pg_ndistinct_recv pg_ndistinct_send pg_node_tree_in pg_node_tree_out
pg_node_tree_recv pg_node_tree_send pg_numa_available pg_opclass_is_visible pg_operator_is_visible
pg_opfamily_is_visible pg_options_to_table pg_partition_root pg_postmaster_start_time
pg_prepared_statement pg_relation_filenode pg_relation_filepath pg_relation_is_publishable
pg_relation_is_updatable pg_replication_origin_oid pg_sequence_parameters pg_settings_get_flags
pg_show_all_settings pg_size_bytes pg_size_pretty pg_snapshot_in pg_snapshot_out pg_snapshot_recv
pg_snapshot_send pg_snapshot_xip pg_snapshot_xmax pg_snapshot_xmin pg_split_walfile_name
pg_stat_get_activity pg_stat_get_analyze_count pg_stat_get_archiver pg_stat_get_autoanalyze_count
pg_stat_get_autovacuum_count pg_stat_get_backend_activity pg_stat_get_backend_activity_start
pg_stat_get_backend_client_addr pg_stat_get_backend_client_port pg_stat_get_backend_dbid
pg_stat_get_backend_idset pg_stat_get_backend_pid pg_stat_get_backend_start
pg_stat_get_backend_subxact pg_stat_get_backend_userid pg_stat_get_backend_wait_event
pg_stat_get_backend_wait_event_type pg_stat_get_backend_xact_start
pg_stat_get_bgwriter_buf_written_clean pg_stat_get_bgwriter_maxwritten_clean
pg_stat_get_bgwriter_stat_reset_time pg_stat_get_blocks_fetched pg_stat_get_blocks_hit
pg_stat_get_buf_alloc pg_stat_get_checkpointer_buffers_written pg_stat_get_checkpointer_num_performed
pg_stat_get_checkpointer_num_requested pg_stat_get_checkpointer_num_timed
pg_stat_get_checkpointer_restartpoints_performed pg_stat_get_checkpointer_restartpoints_requested
pg_stat_get_checkpointer_restartpoints_timed pg_stat_get_checkpointer_slru_written
pg_stat_get_checkpointer_stat_reset_time pg_stat_get_checkpointer_sync_time
pg_stat_get_checkpointer_write_time pg_stat_get_db_active_time pg_stat_get_db_blk_read_time
pg_stat_get_db_blk_write_time pg_stat_get_db_blocks_fetched pg_stat_get_db_blocks_hit
pg_stat_get_db_checksum_failures pg_stat_get_db_checksum_last_failure pg_stat_get_db_conflict_all
pg_stat_get_db_conflict_bufferpin pg_stat_get_db_conflict_lock pg_stat_get_db_conflict_logicalslot
pg_stat_get_db_conflict_snapshot pg_stat_get_db_conflict_startup_deadlock
pg_stat_get_db_conflict_tablespace pg_stat_get_db_deadlocks pg_stat_get_db_idle_in_transaction_time
pg_stat_get_db_numbackends pg_stat_get_db_parallel_workers_launched
pg_stat_get_db_parallel_workers_to_launch pg_stat_get_db_session_time pg_stat_get_db_sessions
pg_stat_get_db_sessions_abandoned pg_stat_get_db_sessions_fatal pg_stat_get_db_sessions_killed
pg_stat_get_db_stat_reset_time pg_stat_get_db_temp_bytes pg_stat_get_db_temp_files
pg_stat_get_db_tuples_deleted pg_stat_get_db_tuples_fetched pg_stat_get_db_tuples_inserted
pg_stat_get_db_tuples_returned pg_stat_get_db_tuples_updated pg_stat_get_db_xact_commit
pg_stat_get_db_xact_rollback pg_stat_get_dead_tuples pg_stat_get_function_calls
pg_stat_get_function_self_time pg_stat_get_function_total_time pg_stat_get_ins_since_vacuum
pg_stat_get_last_analyze_time pg_stat_get_last_autoanalyze_time pg_stat_get_last_autovacuum_time
pg_stat_get_last_vacuum_time pg_stat_get_lastscan pg_stat_get_live_tuples
pg_stat_get_mod_since_analyze pg_stat_get_numscans pg_stat_get_progress_info
pg_stat_get_replication_slot pg_stat_get_slru pg_stat_get_snapshot_timestamp pg_stat_get_subscription
pg_stat_get_subscription_stats pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time
pg_stat_get_total_autovacuum_time pg_stat_get_total_vacuum_time pg_stat_get_tuples_deleted
pg_stat_get_tuples_fetched pg_stat_get_tuples_hot_updated pg_stat_get_tuples_inserted
pg_stat_get_tuples_newpage_updated pg_stat_get_tuples_returned pg_stat_get_tuples_updated
pg_stat_get_vacuum_count pg_stat_get_wal pg_stat_get_wal_receiver pg_stat_get_wal_senders
pg_statistics_obj_is_visible pg_table_is_visible pg_tablespace_databases pg_tablespace_location
pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names pg_trigger_depth
pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible pg_ts_template_is_visible
pg_type_is_visible pg_typeof pg_visible_in_snapshot pg_wal_lsn_diff pg_walfile_name
pg_walfile_name_offset phraseto_tsquery pi plainto_tsquery point point_above point_add point_below
point_distance point_div point_eq point_horiz point_in point_left point_mul point_ne point_out
point_recv point_right point_send point_sub point_vert poly_above poly_below poly_center poly_contain
poly_contain_pt poly_contained poly_distance poly_in poly_left poly_npoints poly_out poly_overabove
poly_overbelow poly_overlap poly_overleft poly_overright poly_recv poly_right poly_same poly_send
polygon popen position positionjoinsel positionsel postgresql_fdw_validator pow power prefixjoinsel
prefixsel prsd_end prsd_headline prsd_lextype prsd_nexttoken prsd_start pt_contained_circle
pt_contained_poly querytree quote_ident quote_literal quote_nullable radians radius range_adjacent
range_adjacent_multirange range_after range_after_multirange range_agg range_agg_finalfn
range_agg_transfn range_before range_before_multirange range_cmp range_contained_by
range_contained_by_multirange range_contains range_contains_elem range_contains_elem_support
range_contains_multirange range_eq range_ge range_gist_consistent range_gist_penalty
range_gist_picksplit range_gist_same range_gist_union range_gt range_in range_intersect
range_intersect_agg range_intersect_agg_transfn range_le range_lt range_merge range_minus range_ne
range_out range_overlaps range_overlaps_multirange range_overleft range_overleft_multirange
range_overright range_overright_multirange range_recv range_send range_sortsupport range_typanalyze
range_union rangesel rank rank_final raw_array_subscript_handler record_eq record_ge record_gt
record_image_eq record_image_ge record_image_gt record_image_le record_image_lt record_image_ne
record_in record_larger record_le record_lt record_ne record_out record_recv record_send
record_smaller regclass regclassin regclassout regclassrecv regclasssend regcollationin
regcollationout regcollationrecv regcollationsend regconfigin regconfigout regconfigrecv
regconfigsend regdictionaryin regdictionaryout regdictionaryrecv regdictionarysend regexeqjoinsel
regexeqsel regexnejoinsel regexnesel regexp_count regexp_instr regexp_like regexp_match
regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr
regnamespacein regnamespaceout regnamespacerecv regnamespacesend regoperatorin regoperatorout
regoperatorrecv regoperatorsend regoperin regoperout regoperrecv regopersend regprocedurein
regprocedureout regprocedurerecv regproceduresend regprocin regprocout regprocrecv regprocsend
regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy regrolein
regroleout regrolerecv regrolesend regtypein regtypeout regtyperecv regtypesend repeat replace
reverse right round row_number row_security_active row_to_json rpad rtrim satisfies_hash_partition
scalargejoinsel scalargesel scalargtjoinsel scalargtsel scalarlejoinsel scalarlesel scalarltjoinsel
scalarltsel scale schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema session_user set_bit
set_byte set_masklen setweight sha224 sha256 sha384 sha512 shell_in shell_out
shift_jis_2004_to_euc_jis_2004 shift_jis_2004_to_utf8 shobj_description sign similar_escape
similar_to_escape sin sind sinh sjis_to_euc_jp sjis_to_mic sjis_to_utf8 slope spg_bbox_quad_config
spg_box_quad_choose spg_box_quad_config spg_box_quad_inner_consistent spg_box_quad_leaf_consistent
spg_box_quad_picksplit spg_kd_choose spg_kd_config spg_kd_inner_consistent spg_kd_picksplit
spg_poly_quad_compress spg_quad_choose spg_quad_config spg_quad_inner_consistent
spg_quad_leaf_consistent spg_quad_picksplit spg_range_quad_choose spg_range_quad_config
spg_range_quad_inner_consistent spg_range_quad_leaf_consistent spg_range_quad_picksplit
spg_text_choose spg_text_config spg_text_inner_consistent spg_text_leaf_consistent spg_text_picksplit
split_part sqrt starts_with statement_timestamp stddev stddev_pop stddev_samp string_agg
string_agg_combine string_agg_deserialize string_agg_finalfn string_agg_serialize string_agg_transfn
string_to_array string_to_table strip strpos substr substring sum system_user table_am_handler_in
table_am_handler_out table_to_xml table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh text
text_ge text_gt text_larger text_le text_lt text_pattern_ge text_pattern_gt text_pattern_le
text_pattern_lt text_smaller text_starts_with_support textanycat textcat texteq texteqname textgename
textgtname texticlike texticlike_support texticnlike texticregexeq texticregexeq_support
texticregexne textin textlen textlename textlike textlike_support textltname textne textnename
textnlike textout textrecv textregexeq textregexeq_support textregexne textsend thesaurus_init
thesaurus_lexize tideq tidge tidgt tidin tidlarger tidle tidlt tidne tidout tidrecv tidsend
tidsmaller time time_cmp time_eq time_ge time_gt time_hash time_hash_extended time_in time_larger
time_le time_lt time_mi_interval time_mi_time time_ne time_out time_pl_interval time_recv time_send
time_smaller time_support timedate_pl timestamp timestamp_cmp timestamp_cmp_date
timestamp_cmp_timestamptz timestamp_eq timestamp_eq_date timestamp_eq_timestamptz timestamp_ge
timestamp_ge_date timestamp_ge_timestamptz timestamp_gt timestamp_gt_date timestamp_gt_timestamptz
timestamp_hash timestamp_hash_extended timestamp_in timestamp_larger timestamp_le timestamp_le_date
timestamp_le_timestamptz timestamp_lt timestamp_lt_date timestamp_lt_timestamptz timestamp_mi
timestamp_mi_interval timestamp_ne timestamp_ne_date timestamp_ne_timestamptz timestamp_out
timestamp_pl_interval timestamp_recv timestamp_send timestamp_skipsupport timestamp_smaller
timestamp_sortsupport timestamp_support timestamptypmodin timestamptypmodout timestamptz
timestamptz_cmp timestamptz_cmp_date timestamptz_cmp_timestamp timestamptz_eq timestamptz_eq_date
timestamptz_eq_timestamp timestamptz_ge timestamptz_ge_date timestamptz_ge_timestamp timestamptz_gt
timestamptz_gt_date timestamptz_gt_timestamp timestamptz_hash timestamptz_hash_extended
timestamptz_in timestamptz_larger timestamptz_le timestamptz_le_date timestamptz_le_timestamp
timestamptz_lt timestamptz_lt_date timestamptz_lt_timestamp timestamptz_mi timestamptz_mi_interval
timestamptz_ne timestamptz_ne_date timestamptz_ne_timestamp timestamptz_out timestamptz_pl_interval
timestamptz_recv timestamptz_send timestamptz_smaller timestamptztypmodin timestamptztypmodout
timetypmodin timetypmodout timetz timetz_cmp timetz_eq timetz_ge timetz_gt timetz_hash
timetz_hash_extended timetz_in timetz_larger timetz_le timetz_lt timetz_mi_interval timetz_ne
timetz_out timetz_pl_interval timetz_recv timetz_send timetz_smaller timetzdate_pl timetztypmodin
timetztypmodout timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector transaction_timestamp
translate trigger_in trigger_out trim_array trim_scale trunc ts_debug ts_delete ts_filter ts_headline
ts_lexize ts_match_qv ts_match_tq ts_match_tt ts_match_vq ts_parse ts_rank ts_rank_cd ts_token_type
ts_typanalyze tsm_handler_in tsm_handler_out tsmatchjoinsel tsmatchsel tsmultirange tsq_mcontained
tsq_mcontains tsquery_and tsquery_cmp tsquery_eq tsquery_ge tsquery_gt tsquery_le tsquery_lt
tsquery_ne tsquery_not tsquery_or tsquery_phrase tsqueryin tsqueryout tsqueryrecv tsquerysend tsrange
tsrange_subdiff tstzmultirange tstzrange tstzrange_subdiff tsvector_cmp tsvector_concat tsvector_eq
tsvector_ge tsvector_gt tsvector_le tsvector_lt tsvector_ne tsvector_to_array tsvectorin tsvectorout
tsvectorrecv tsvectorsend txid_current txid_current_if_assigned txid_current_snapshot
txid_snapshot_in txid_snapshot_out txid_snapshot_recv txid_snapshot_send txid_snapshot_xip
txid_snapshot_xmax txid_snapshot_xmin txid_visible_in_snapshot uhc_to_utf8 unicode_assigned
unicode_version unistr unknownin unknownout unknownrecv unknownsend unnest upper upper_inc upper_inf
utf8_to_big5 utf8_to_euc_cn utf8_to_euc_jis_2004 utf8_to_euc_jp utf8_to_euc_kr utf8_to_euc_tw
utf8_to_gb18030 utf8_to_gbk utf8_to_iso8859 utf8_to_iso8859_1 utf8_to_johab utf8_to_koi8r
utf8_to_koi8u utf8_to_shift_jis_2004 utf8_to_sjis utf8_to_uhc utf8_to_win uuid_cmp uuid_eq
uuid_extract_timestamp uuid_extract_version uuid_ge uuid_gt uuid_hash uuid_hash_extended uuid_in
uuid_le uuid_lt uuid_ne uuid_out uuid_recv uuid_send uuid_skipsupport uuid_sortsupport var_pop
var_samp varbit varbit_in varbit_out varbit_recv varbit_send varbit_support varbitcmp varbiteq
varbitge varbitgt varbitle varbitlt varbitne varbittypmodin varbittypmodout varchar varchar_support
varcharin varcharout varcharrecv varcharsend varchartypmodin varchartypmodout variance version
void_in void_out void_recv void_send websearch_to_tsquery width width_bucket win1250_to_latin2
win1250_to_mic win1251_to_iso win1251_to_koi8r win1251_to_mic win1251_to_win866 win866_to_iso
win866_to_koi8r win866_to_mic win866_to_win1251 win_to_utf8 window_cume_dist_support
window_dense_rank_support window_ntile_support window_percent_rank_support window_rank_support
window_row_number_support xid xid8_larger xid8_smaller xid8cmp xid8eq xid8ge xid8gt xid8in xid8le
xid8lt xid8ne xid8out xid8recv xid8send xideq xideqint4 xidin xidneq xidneqint4 xidout xidrecv
xidsend xml xml_in xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xml_out
xml_recv xml_send xmlagg xmlcomment xmlconcat2 xmlexists xmltext xmlvalidate xpath xpath_exists
`;
const VOLATILE = `
RI_FKey_cascade_del RI_FKey_cascade_upd RI_FKey_check_ins RI_FKey_check_upd RI_FKey_noaction_del
RI_FKey_noaction_upd RI_FKey_restrict_del RI_FKey_restrict_upd RI_FKey_setdefault_del
RI_FKey_setdefault_upd RI_FKey_setnull_del RI_FKey_setnull_upd amvalidate array_sample array_shuffle
bernoulli binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension
binary_upgrade_logical_slot_has_caught_up binary_upgrade_replorigin_advance
binary_upgrade_set_missing_value binary_upgrade_set_next_array_pg_type_oid
binary_upgrade_set_next_heap_pg_class_oid binary_upgrade_set_next_heap_relfilenode
binary_upgrade_set_next_index_pg_class_oid binary_upgrade_set_next_index_relfilenode
binary_upgrade_set_next_multirange_array_pg_type_oid binary_upgrade_set_next_multirange_pg_type_oid
binary_upgrade_set_next_pg_authid_oid binary_upgrade_set_next_pg_enum_oid
binary_upgrade_set_next_pg_tablespace_oid binary_upgrade_set_next_pg_type_oid
binary_upgrade_set_next_toast_pg_class_oid binary_upgrade_set_next_toast_relfilenode
binary_upgrade_set_record_init_privs brin_desummarize_range brin_summarize_new_values
brin_summarize_range brinhandler bthandler clock_timestamp current_query currtid2 currval
cursor_to_xml cursor_to_xmlschema dsnowball_init dsnowball_lexize gen_random_uuid
gin_clean_pending_list ginhandler gisthandler hashhandler heap_tableam_handler lastval lo_close
lo_creat lo_create lo_export lo_from_bytea lo_get lo_import lo_lseek lo_lseek64 lo_open lo_put
lo_tell lo_tell64 lo_truncate lo_truncate64 lo_unlink loread lowrite nextval pg_advisory_lock
pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared
pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_available_wal_summaries pg_backup_start
pg_backup_stop pg_blocking_pids pg_cancel_backend pg_clear_attribute_stats pg_clear_relation_stats
pg_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery
pg_control_system pg_copy_logical_replication_slot pg_copy_physical_replication_slot
pg_create_logical_replication_slot pg_create_physical_replication_slot pg_create_restore_point
pg_current_logfile pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
pg_database_collation_actual_version pg_database_size pg_drop_replication_slot pg_export_snapshot
pg_extension_config_dump pg_get_aios pg_get_backend_memory_contexts pg_get_loaded_modules
pg_get_multixact_members pg_get_sequence_data pg_get_shmem_allocations pg_get_shmem_allocations_numa
pg_get_wait_events pg_get_wal_replay_pause_state pg_get_wal_resource_managers
pg_get_wal_summarizer_state pg_hba_file_rules pg_ident_file_mappings pg_import_system_collations
pg_indexes_size pg_is_in_recovery pg_is_wal_replay_paused pg_isolation_test_session_is_blocked
pg_jit_available pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn
pg_last_xact_replay_timestamp pg_lock_status pg_log_backend_memory_contexts pg_log_standby_snapshot
pg_logical_emit_message pg_logical_slot_get_binary_changes pg_logical_slot_get_changes
pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes pg_ls_archive_statusdir pg_ls_dir
pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir
pg_ls_tmpdir pg_ls_waldir pg_nextoid pg_notification_queue_usage pg_notify pg_partition_ancestors
pg_partition_tree pg_prepared_xact pg_promote pg_read_binary_file pg_read_file pg_relation_size
pg_reload_conf pg_replication_origin_advance pg_replication_origin_create pg_replication_origin_drop
pg_replication_origin_progress pg_replication_origin_session_is_setup
pg_replication_origin_session_progress pg_replication_origin_session_reset
pg_replication_origin_session_setup pg_replication_origin_xact_reset pg_replication_origin_xact_setup
pg_replication_slot_advance pg_restore_attribute_stats pg_restore_relation_stats pg_rotate_logfile
pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_show_all_file_settings
pg_show_replication_origin_status pg_sleep pg_sleep_for pg_sleep_until pg_stat_clear_snapshot
pg_stat_file pg_stat_force_next_flush pg_stat_get_backend_io pg_stat_get_backend_wal pg_stat_get_io
pg_stat_get_recovery_prefetch pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit
pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time
pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted
pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated pg_stat_get_xact_tuples_inserted
pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned
pg_stat_get_xact_tuples_updated pg_stat_have_stats pg_stat_reset pg_stat_reset_backend_stats
pg_stat_reset_replication_slot pg_stat_reset_shared pg_stat_reset_single_function_counters
pg_stat_reset_single_table_counters pg_stat_reset_slru pg_stat_reset_subscription_stats
pg_stop_making_pinned_objects pg_switch_wal pg_sync_replication_slots pg_table_size
pg_tablespace_size pg_terminate_backend pg_total_relation_size pg_try_advisory_lock
pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared
pg_wal_replay_pause pg_wal_replay_resume pg_wal_summary_contents pg_xact_commit_timestamp
pg_xact_commit_timestamp_origin pg_xact_status plpgsql_call_handler plpgsql_inline_handler
plpgsql_validator query_to_xml query_to_xml_and_xmlschema query_to_xmlschema random random_normal
set_config setseed setval spghandler suppress_redundant_updates_trigger system timeofday ts_rewrite
ts_stat tsvector_update_trigger tsvector_update_trigger_column txid_status unique_key_recheck uuidv4
uuidv7
`;

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __nccwpck_require__(966);
// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __nccwpck_require__(410);
;// CONCATENATED MODULE: ./lib/sql/functions.js




const words = (text) => text.trim().split(/\s+/);
const STEADY_NAMES = new Set(words(STEADY));
const VOLATILE_NAMES = new Set(words(VOLATILE));
/** Volatile, yet nothing is lost by calling them: clocks, randomness, sizes, positions, advisory locks. */
const HARMLESS = new RegExp(`^(${[
    'array_sample|array_shuffle|bernoulli|system|clock_timestamp|timeofday|current_query|currtid2|currval|lastval|nextval',
    'gen_random_uuid|uuidv4|uuidv7|random|random_normal|setseed|txid_status|unique_key_recheck|suppress_redundant_updates_trigger',
    'tsvector_update_trigger|tsvector_update_trigger_column|brin_summarize_new_values|brin_summarize_range|gin_clean_pending_list',
    'pg_(try_)?advisory_(xact_)?(un)?lock(_shared|_all)?|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_lock_status',
    'pg_(database_)?collation_actual_version|pg_current_wal_\\w+|pg_last_\\w+|pg_is_\\w+|pg_get_wal_replay_pause_state',
    'pg_(database|indexes|relation|table|tablespace|total_relation)_size|pg_export_snapshot|pg_jit_available',
    'pg_notification_queue_usage|pg_partition_(ancestors|tree)|pg_sequence_last_value|pg_get_sequence_data',
    'pg_stat_(clear_snapshot|force_next_flush|have_stats|get_(xact_\\w+|io|backend_io|backend_wal|recovery_prefetch))',
    'pg_xact_\\w+|pg_prepared_xact|pg_get_multixact_members|pg_control_\\w+|pg_available_wal_summaries|pg_get_wait_events',
].join('|')})$`);
/** Kinds of harm, first match wins. Names of extensions' functions are matched in any schema. */
const HARMFUL = [
    [
        'server-file',
        /^(pg_read_(binary_)?file|pg_ls_\w+|pg_stat_file|pg_current_logfile|pg_file_(write|read|rename|unlink|sync|length)|pg_logdir_ls|pg_hba_file_rules|pg_ident_file_mappings|pg_show_all_file_settings|pg_config|pg_read_server_files|lo_import(_with_oid)?|lo_export)$/,
    ],
    ['remote', /^(dblink\w*|postgres_fdw_\w+|http(_get|_post|_put|_delete|_patch|_head)?|net_http_\w+)$/],
    [
        'sql-text',
        /^((query|table|cursor|schema|database)_to_xml(schema|_and_xmlschema)?|ts_stat|ts_rewrite|xpath_table|crosstab\w*|connectby|exec|execute|run_command_on_\w+|cron_schedule\w*)$/,
    ],
    ['large-object', /^(lo_\w+|loread|lowrite)$/],
    [
        'replication',
        /^(pg_logical_\w+|pg_replication_\w+|pg_(create|copy)_(logical|physical)_\w+|pg_(create|copy)_(logical|physical)_replication_slot|pg_drop_replication_slot|pg_show_replication_origin_status|pg_sync_replication_slots|pg_wal_summary_contents|pg_get_wal_records_info\w*)$/,
    ],
    ['sleep', /^pg_sleep(_for|_until)?$/],
    ['sequence', /^setval$/],
    [
        'values',
        /^(pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items|pg_stat_statements|pg_show_all_settings_file|heap_page_items|get_raw_page|tuple_data_split|pg_prepared_statement|pg_cursor)$/,
    ],
    [
        'administration',
        /^(pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_promote|binary_upgrade_\w+|pg_stat_reset\w*|pg_stat_statements_reset|pg_backup_\w+|pg_(start|stop)_backup|pg_extension_config_dump)$/,
    ],
];
/** Of extensions that compute only; trusted by name when unqualified or in the usual schemas. */
const EXTENSIONS = /^(uuid_generate_v[1345](mc)?|uuid_nil|uuid_ns_\w+|digest|hmac|crypt|gen_salt|gen_random_bytes|encrypt(_iv)?|decrypt(_iv)?|pgp_\w+|armor|dearmor|similarity|word_similarity|strict_word_similarity|show_trgm|unaccent|levenshtein\w*|soundex|metaphone|dmetaphone\w*|citext|hstore(_to_\w+)?|st_\w+|time_bucket|cosine_distance|l2_distance|inner_product)$/;
/** The effect of one call; undefined when it only computes. */
function callEffect(call) {
    return effectOfName((0,tree/* parts */.rT)(call.funcname), call.args);
}
/** The same for a function that is named without a call: a trigger's, an aggregate's. */
function effectOfName(names, args) {
    const name = names.at(-1) ?? '';
    const schema = names.length > 1 ? names.at(-2) : undefined;
    const builtIn = schema === undefined || schema === 'pg_catalog' || schema === 'information_schema';
    const full = (0,tree/* dotted */.Bs)(builtIn ? [name] : names);
    for (const [object, pattern] of HARMFUL)
        if (pattern.test(name))
            return { action: 'call', object, name: full };
    if (!builtIn)
        return extension(schema, name) ? undefined : { action: 'call', object: 'function', name: full };
    if (name === 'set_config')
        return setConfig(args);
    if (name === 'pg_notify')
        return { action: 'notify', object: 'channel' };
    if (schema === 'information_schema')
        return undefined;
    if (VOLATILE_NAMES.has(name))
        return HARMLESS.test(name) ? undefined : { action: 'call', object: 'administration', name: full };
    if (STEADY_NAMES.has(name) || extension(schema, name))
        return undefined;
    return { action: 'call', object: 'function', name: full };
}
const extension = (schema, name) => (schema === undefined || schema === 'public' || schema === 'extensions') && EXTENSIONS.test(name);
function setConfig(args) {
    const name = (0,constants/* fold */.A)(args?.[0]);
    if (typeof name !== 'string')
        return { action: 'unknown', object: 'setting', detail: 'set_config with a name that is computed' };
    const value = (0,constants/* fold */.A)(args?.[1]);
    return (0,settings/* settingEffect */.OR)(name, value === undefined || value === null ? undefined : [String(value)]);
}
/** True when the value may differ from row to row, so that a default made of it rewrites the table. */
function isVolatile(names) {
    const name = names.at(-1) ?? '';
    return VOLATILE_NAMES.has(name) || !STEADY_NAMES.has(name);
}
/** True for functions whose result says nothing about the values they were given. */
function isOpaque(names) {
    return (names.length === 1 || names[0] === 'pg_catalog') && OPAQUE.has(names.at(-1) ?? '');
}
const OPAQUE = new Set([
    'count',
    'row_number',
    'rank',
    'dense_rank',
    'percent_rank',
    'cume_dist',
    'ntile',
    'pg_typeof',
    'num_nonnulls',
    'num_nulls',
]);
/** True when the function may return anything, whatever its arguments are. */
function isForeign(names) {
    const name = names.at(-1) ?? '';
    const builtIn = names.length === 1 || names[0] === 'pg_catalog';
    return !builtIn || !(STEADY_NAMES.has(name) || VOLATILE_NAMES.has(name)) || READS.test(name);
}
/** Built-in functions that read rows by themselves, or what others have sent. */
const READS = new RegExp([
    '^(query|table|cursor|schema|database)_to_xml',
    '^(ts_stat|ts_rewrite|pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items)$',
    '^(pg_prepared_statement|pg_cursor|lo_get|loread|pg_read_(binary_)?file|pg_logical_slot_(get|peek)_(binary_)?changes)$',
].join('|'));


/***/ }),

/***/ 745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SyntaxFailure: () => (/* binding */ SyntaxFailure),
/* harmony export */   isSpoilt: () => (/* binding */ isSpoilt),
/* harmony export */   loadParser: () => (/* binding */ loadParser)
/* harmony export */ });
/** The grammar refuses the text. `position` counts characters from 1. The server's message may quote literals: it is dropped. */
class SyntaxFailure extends Error {
    position;
    constructor(position) {
        super(`does not parse: syntax error at character ${position}`);
        this.name = 'SyntaxFailure';
        this.position = position;
    }
}
/** A declaration `row users%ROWTYPE`, which is the same as `row users`; nothing else in a body looks like this. */
const ROW_TYPE = /(?<=(?:\bdeclare|;)\s+(?:"[^"]+"|[\w$]+)(?:\s+constant)?\s+(?:(?:"[^"]+"|[\w$]+)\.)?(?:"[^"]+"|[\w$]+))\s*%\s*rowtype(?=\s*(?:;|:=|=|default\b|not\b))/gi;
async function loadParser() {
    const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync } = await __nccwpck_require__.e(/* import() */ 627).then(__nccwpck_require__.t.bind(__nccwpck_require__, 627, 19));
    await loadModule();
    return {
        parse(text) {
            if (text === '')
                return [];
            try {
                return parseSync(text).stmts ?? [];
            }
            catch (error) {
                if (hasSqlDetails(error))
                    throw new SyntaxFailure((error.sqlDetails?.cursorPosition ?? 0) + 1);
                throw error;
            }
        },
        body(text) {
            try {
                // It takes a row type for a scalar: then `row.field := …` is an error.
                return parsePlPgSQLSync(/rowtype/i.test(text) ? text.replace(ROW_TYPE, '') : text);
            }
            catch (error) {
                if (isSpoilt(error))
                    throw error;
                throw new SyntaxFailure(1);
            }
        },
    };
}
/** True when the error is the instance's, not the text's: it must not be used again. */
function isSpoilt(error) {
    return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
}


/***/ }),

/***/ 966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zE: () => (/* binding */ movesNames),
  s_: () => (/* binding */ movesOthers),
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
/** After it, a name without its schema may mean another thing. What a definition would do, nobody did. */
const movesOthers = ({ action, name, via }) => action === 'set' && via?.[0] !== 'definition' && movesNames(name ?? 'all');


/***/ }),

/***/ 533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ shapeOf),
/* harmony export */   Q: () => (/* binding */ malformed)
/* harmony export */ });
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


/***/ }),

/***/ 581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ statementTexts)
/* harmony export */ });
/** Each statement's own text. The parser counts bytes of UTF-8; a length of 0 means "to the end". */
function statementTexts(text, statements) {
    if (statements.length === 1)
        return [text];
    const bytes = Buffer.from(text);
    return statements.map(({ stmt_location: start = 0, stmt_len: length = 0 }) => bytes.toString('utf8', start, length === 0 ? bytes.length : start + length));
}


/***/ }),

/***/ 410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ dotted),
/* harmony export */   CJ: () => (/* binding */ relationName),
/* harmony export */   Sn: () => (/* binding */ enabled),
/* harmony export */   as: () => (/* binding */ as),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   cW: () => (/* binding */ shape),
/* harmony export */   rT: () => (/* binding */ parts),
/* harmony export */   re: () => (/* binding */ optionText),
/* harmony export */   uK: () => (/* binding */ option)
/* harmony export */ });
/** The fields of `node` when it has this tag. */
function as(node, tag) {
    return node === undefined ? undefined : node[tag];
}
/** The node's tag; undefined for the empty node. */
function tagOf(node) {
    return node === undefined ? undefined : Object.keys(node)[0];
}
/** The parts of a dotted name: `String` nodes, or one `List` or `TypeName` of them. */
function parts(names) {
    if (names === undefined)
        return [];
    if (!Array.isArray(names)) {
        const single = names;
        const type = as(single, 'TypeName');
        const function_ = as(single, 'ObjectWithArgs');
        const text = as(single, 'String');
        if (text)
            return [text.sval ?? ''];
        return parts(type?.names ?? function_?.objname ?? as(single, 'List')?.items ?? []);
    }
    return names.flatMap((name) => {
        const text = as(name, 'String');
        return text ? [text.sval ?? ''] : [];
    });
}
// A part that holds a dot or a wildcard must not read as two parts or as a pattern.
const PLAIN = /^[^\s."*]+$/;
/** A folded dotted name; parts that would be ambiguous are quoted as in SQL. */
function dotted(names) {
    return names.map((name) => (PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`)).join('.');
}
/** `schema.name` as written; the database's own name in front says nothing and is left out. */
function relationName(relation) {
    if (!relation)
        return '';
    const name = relation.relname ?? '';
    return dotted(relation.schemaname ? [relation.schemaname, name] : [name]);
}
/** Lower-case text of an option's argument: `String`, `Integer`, `Boolean`, `TypeName` or a constant; undefined when it has none. */
function optionText(node) {
    if (node === undefined)
        return undefined;
    const text = as(node, 'String');
    if (text)
        return (text.sval ?? '').toLowerCase();
    const integer = as(node, 'Integer');
    if (integer)
        return String(integer.ival ?? 0);
    const boolean = as(node, 'Boolean');
    if (boolean)
        return String(boolean.boolval ?? false);
    const type = as(node, 'TypeName');
    if (type)
        return parts(type.names).at(-1)?.toLowerCase();
    const constant = as(node, 'A_Const');
    if (!constant)
        return undefined;
    if (constant.sval)
        return (constant.sval.sval ?? '').toLowerCase();
    if (constant.ival)
        return String(constant.ival.ival ?? 0);
    if (constant.boolval)
        return String(constant.boolval.boolval ?? false);
    return constant.fval?.fval;
}
/** The named option's argument text; `''` when it stands without an argument; undefined when it is absent. The last one wins. */
function option(options, name) {
    let found;
    for (const node of options ?? []) {
        const element = as(node, 'DefElem');
        if (element?.defname === name)
            found = optionText(element.arg) ?? '';
    }
    return found;
}
const OFF = new Set(['false', 'off', 'no', '0']);
/** True when a boolean option is given and not switched off everywhere it is given. */
function enabled(options, name) {
    return (options ?? []).some((node) => {
        const element = as(node, 'DefElem');
        return element?.defname === name && !OFF.has(optionText(element.arg) ?? 'true');
    });
}
/** The expression without its place in the text, to compare two. */
function shape(node) {
    return (JSON.stringify(node, (key, value) => (/location$|^rexpr_list_/.test(key) ? undefined : value)) ??
        '');
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
