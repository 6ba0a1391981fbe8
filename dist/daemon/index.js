import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3730:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("../build/Release/cpufeatures.node");

/***/ }),

/***/ 406:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./crypto/build/Release/sshcrypto.node");

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 3828:
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

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical)
/* harmony export */ });
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


/***/ }),

/***/ 2802:
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

/***/ 9214:
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
        flag(name) {
            const value = take(name);
            if (typeof value !== 'boolean')
                throw fail(`${at}.${name} must be true or false`);
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

/***/ 3728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ termsFromJson)
/* harmony export */ });
/* unused harmony export termsToJson */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2802);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9214);
// Terms as JSON: the body of `GET /v1/grant` and the daemon's standard input. The password is in clear there.



function termsToJson(terms) {
    const targets = terms.targets.map((target) => ({
        ...target,
        credential: loginToJson(target.credential),
    }));
    return JSON.parse(JSON.stringify({ ...terms, targets }));
}
function loginToJson(login) {
    if ('password' in login)
        return { user: login.user, password: login.password.reveal() };
    const { user, privateKey, certificate } = login;
    return { user, privateKey: privateKey.reveal(), ...(certificate === undefined ? {} : { certificate }) };
}
/** Strict: an unknown or missing member, or a wrong type, throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function termsFromJson(json) {
    const terms = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(json, 'terms', invalid);
    const serverKey = terms.optional('serverKey', terms.text);
    const holds = terms.optional('holds', (name) => holdsFrom(terms.object(name)));
    const result = {
        session: terms.text('session'),
        expiresAt: time(terms, 'expiresAt'),
        claims: terms.record('claims', invalidText),
        access: terms.text('access'),
        policySha256: terms.text('policySha256'),
        targets: terms.list('targets', targetFrom),
        ...(holds === undefined ? {} : { holds }),
        ...(serverKey === undefined ? {} : { serverKey }),
    };
    terms.end();
    return result;
}
function holdsFrom(holds) {
    const result = {
        approvers: holds.list('approvers', invalidText),
        timeout: holds.integer('timeout'),
        strongLocks: holds.oneOf('strongLocks', ['wait', 'refuse']),
    };
    holds.end();
    return result;
}
function targetFrom(json, at) {
    const target = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(json, at, invalid);
    const database = target.optional('database', target.text);
    const tls = target.optional('tls', (name) => tlsFrom(target.object(name)));
    const ssh = target.optional('ssh', (name) => sshFrom(target.object(name)));
    const http = target.optional('http', (name) => httpFrom(target.object(name)));
    const result = {
        name: target.text('name'),
        protocol: target.text('protocol'),
        host: target.text('host'),
        port: target.integer('port'),
        ...(database === undefined ? {} : { database }),
        ...(tls === undefined ? {} : { tls }),
        credential: loginFrom(target.object('credential')),
        ...(ssh === undefined ? {} : { ssh }),
        ...(http === undefined ? {} : { http }),
        guard: guardFrom(target.object('guard')),
        masks: masksFrom(target.object('masks')),
        limits: limitsFrom(target.object('limits')),
    };
    target.end();
    return result;
}
function loginFrom(login) {
    const user = login.text('user');
    const key = login.optional('privateKey', login.text);
    const certificate = login.optional('certificate', login.text);
    if (key === undefined && certificate !== undefined)
        throw invalid('a certificate without its key');
    const result = key === undefined
        ? { user, password: new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(login.text('password')) }
        : { user, privateKey: new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(key), ...(certificate === undefined ? {} : { certificate }) };
    login.end();
    return result;
}
function sshFrom(ssh) {
    const result = {
        hostKeys: ssh.list('hostKeys', invalidText),
        shell: ssh.oneOf('shell', ['refuse', 'record']),
        environment: ssh.list('environment', invalidText),
        forward: ssh.list('forward', invalidText),
    };
    ssh.end();
    return result;
}
function httpFrom(http) {
    const result = {
        header: http.text('header'),
        scheme: http.oneOf('scheme', ['basic', 'bearer', 'plain']),
        cookies: http.oneOf('cookies', ['drop', 'pass']),
        unmasked: http.list('unmasked', invalidText),
    };
    http.end();
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
    const requests = guard.optional('requests', (name) => guard.list(name, (item, at) => requestFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))));
    const result = {
        name: guard.text('name'),
        mode: guard.oneOf('mode', ['enforce', 'observe']),
        rules: guard.record('rules', (value, at) => choice(value, at, ['warn', 'hold', 'block'])),
        allow: guard.list('allow', (item, at) => exceptionFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))),
        ...(thresholds === undefined ? {} : { thresholds }),
        ...(requests === undefined ? {} : { requests }),
    };
    guard.end();
    return result;
}
function requestFrom(entry) {
    const values = (key) => entry.optional(key, (name) => entry.record(name, (value, at) => {
        if (!Array.isArray(value))
            throw invalid(`${at} must be a list`);
        return value.map((item) => invalidText(item, at));
    }));
    const [query, body] = [values('query'), values('body')];
    const result = {
        match: entry.text('match'),
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
        verdict: entry.oneOf('verdict', ['allow', 'warn', 'hold', 'block']),
    };
    entry.end();
    return result;
}
function exceptionFrom(entry) {
    const rule = entry.text('rule');
    const list = (key) => entry.optional(key, (name) => entry.list(name, invalidText));
    const [relations, paths, programs, names] = [
        list('relations'),
        list('paths'),
        list('programs'),
        list('names'),
    ];
    const result = {
        rule,
        ...(relations === undefined ? {} : { relations }),
        ...(paths === undefined ? {} : { paths }),
        ...(programs === undefined ? {} : { programs }),
        ...(names === undefined ? {} : { names }),
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
    const own = masks.optional('fields', (name) => masks.list(name, maskFrom));
    const result = {
        columns: masks.list('columns', maskFrom),
        ...(own === undefined ? {} : { fields: own }),
        detect: masks.list('detect', invalidText),
        ...(patterns === undefined ? {} : { patterns }),
        ...(predicates === undefined ? {} : { predicates: choice(predicates, 'predicates', ['strict', 'flag']) }),
    };
    masks.end();
    return result;
}
function maskFrom(item, at) {
    const entry = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid);
    const mask = { pattern: entry.text('pattern'), mask: entry.oneOf('mask', MASKS) };
    entry.end();
    return mask;
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

/***/ 169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withCatalogue)
/* harmony export */ });
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


/***/ }),

/***/ 3721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m5: () => (/* reexport */ Unmaskable),
  gP: () => (/* reexport */ copyMask),
  bk: () => (/* binding */ createMasking),
  j1: () => (/* binding */ scrubOutput),
  Ac: () => (/* reexport */ userConstant),
  M: () => (/* reexport */ catalogue/* withCatalogue */.M)
});

// UNUSED EXPORTS: maskText

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

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
;// CONCATENATED MODULE: ./lib/masking/detectors/detector.js
function createScan() {
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

;// CONCATENATED MODULE: ./lib/masking/blobs.js
// Detectors over `bytea`: what is text in it. Output formats: https://www.postgresql.org/docs/current/datatype-binary.html


const STAR = 0x2a;
const BACKSLASH = 0x5c;
/** So many readable characters in a row are no accident in bytes that are no text. */
const READABLE = 12;
/** Every byte keeps its place. `format` is that of the cell: `\x…` or escapes in text. */
function blobMask(scanner, format) {
    const scan = createScan();
    const mask = {
        label: 'detected',
        apply(from, start, end, to, at) {
            const hexed = format === 'text' && from[start] === BACKSLASH && from[start + 1] === 0x78;
            const value = format === 'binary' ? from.subarray(start, end) : plain(from, start, end, hexed);
            const hits = [];
            Object.assign(scan, { bytes: value, begin: 0, floor: 0, end: value.length, fresh: true });
            for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan)) {
                const hit = certain(value, scan.from, scan.to);
                if (!hit)
                    continue;
                hits.push(hit);
                mask.label = id;
            }
            if (hits.length === 0)
                return -2;
            const masked = Buffer.from(value);
            for (const [first, last] of hits)
                masked.fill(STAR, first, last);
            // An escaped value comes back as hex, which every client takes; it is never longer than the cell.
            if (format === 'binary')
                return masked.copy(to, at);
            return hexed ? to.write(`\\x${masked.toString('hex')}`, at, 'latin1') : escaped(masked).copy(to, at);
        },
        bound: (length) => length,
    };
    return mask;
}
/** What a text cell holds. */
function plain(from, start, end, hexed) {
    if (hexed)
        return Buffer.from(from.toString('latin1', start + 2, end), 'hex');
    const value = Buffer.allocUnsafe(end - start);
    let length = 0;
    for (let at = start; at < end; at++) {
        const octal = from[at] === BACKSLASH && from[at + 1] !== BACKSLASH && at + 3 < end;
        if (octal)
            value[length++] = Number.parseInt(from.toString('latin1', at + 1, at + 4), 8);
        else
            value[length++] = from[at];
        if (octal)
            at += 3;
        else if (from[at] === BACKSLASH)
            at++;
    }
    return value.subarray(0, length);
}
/** As byteaout writes it. */
function escaped(value) {
    const parts = [];
    for (const byte of value)
        if (byte === BACKSLASH)
            parts.push('\\\\');
        else if (byte >= 0x20 && byte <= 0x7e)
            parts.push(String.fromCharCode(byte));
        else
            parts.push(`\\${byte.toString(8).padStart(3, '0')}`);
    return Buffer.from(parts.join(''), 'latin1');
}
/** All of a hit in text; in other bytes the longest run of it that people can read, when it is long enough. */
function certain(value, from, to) {
    if ((0,external_node_buffer_.isUtf8)(value) && !value.includes(0))
        return [from, to];
    let best = [from, from];
    for (let at = from, start = from; at <= to; at++) {
        const byte = at < to ? value[at] : 0;
        if (byte > 0x20 && byte < 0x7f)
            continue;
        if (at - start > best[1] - best[0])
            best = [start, at];
        start = at + 1;
    }
    return best[1] - best[0] >= READABLE ? best : undefined;
}

;// CONCATENATED MODULE: ./lib/masking/bodies/body.js
// What a body's masks have in common.

/** The body is not what it was said to be, or larger than its form can be masked: nothing more of it may be shown. */
class Unmaskable extends Error {
    name = 'Unmaskable';
}
class Counts {
    masked = Object.create(null);
    add(label) {
        this.masked[label] = (this.masked[label] ?? 0) + 1;
    }
}
const STARS = '****';
/** Looks at values that stand alone. */
class Finder {
    #scan = createScan();
    #tools;
    #counts;
    constructor(tools, counts) {
        this.#tools = tools;
        this.#counts = counts;
    }
    /** The value with what detectors found replaced; undefined when nothing was. A name in front of it tells what it is: `password`. */
    masked(value, name) {
        if (!this.#tools.scans)
            return undefined;
        const before = name === undefined ? '' : `${name}: "`;
        const bytes = Buffer.from(name === undefined ? value : `${before}${value}"`);
        const start = Buffer.byteLength(before);
        const end = name === undefined ? bytes.length : bytes.length - 1;
        const scan = Object.assign(this.#scan, { bytes, begin: 0, floor: 0, end: bytes.length, fresh: true });
        let shown = '';
        let read = start;
        for (let id = this.#tools.scanner.next(scan); id !== undefined; id = this.#tools.scanner.next(scan)) {
            const [from, to] = [Math.max(scan.from, read), Math.min(scan.to, end)];
            if (to <= from)
                continue;
            this.#counts.add(id);
            shown += bytes.toString('utf8', read, from) + STARS;
            read = to;
        }
        scan.bytes = NONE;
        return read === start ? undefined : shown + bytes.toString('utf8', read, end);
    }
}
const NONE = Buffer.alloc(0);

;// CONCATENATED MODULE: ./lib/masking/bodies/escapes.js

const QUOTE = 0x22;
const escapes_BACKSLASH = 0x5c;
/** With its quotes. */
const escapes_escaped = (text) => Buffer.from(JSON.stringify(text.toWellFormed()));
/** A text in pieces, from behind its opening quote. Without a scrubber nothing of it is shown. */
class LongText {
    #scrubber;
    #open = Buffer.alloc(0);
    over = false;
    constructor(scrubber) {
        this.#scrubber = scrubber;
    }
    /** What may be shown of `bytes` from `at` on, and where the text ends in them. */
    read(bytes, at) {
        const all = this.#open.length === 0 ? bytes.subarray(at) : Buffer.concat([this.#open, bytes.subarray(at)]);
        const back = this.#open.length;
        let cut = 0;
        while (cut < all.length) {
            const byte = all[cut];
            if (byte === QUOTE)
                break;
            if (byte < 0x20)
                throw new Unmaskable('a text in the JSON holds a control character');
            if (byte !== escapes_BACKSLASH) {
                cut++;
                continue;
            }
            const length = escapeLength(all, cut);
            if (length === 0)
                break;
            cut += length;
        }
        this.over = cut < all.length && all[cut] === QUOTE;
        this.#open = this.over ? Buffer.alloc(0) : Buffer.from(all.subarray(cut));
        const end = this.over ? at + cut + 1 - back : bytes.length;
        if (!this.#scrubber)
            return { shown: Buffer.alloc(0), end };
        const shown = [this.#scrubber.write(escapes_plain(all.subarray(0, cut)))];
        if (this.over)
            shown.push(this.#scrubber.end());
        const text = inside(Buffer.concat(shown));
        return { shown: this.over ? Buffer.concat([text, Buffer.from('"')]) : text, end };
    }
}
/** Of the escape at `at`, both halves of a pair together; 0 when more must come. */
function escapeLength(bytes, at) {
    if (at + 1 >= bytes.length)
        return 0;
    if (bytes[at + 1] !== 0x75)
        return 2;
    if (at + 6 > bytes.length)
        return 0;
    if (!/^d[89ab]/i.test(bytes.toString('latin1', at + 2, at + 6)))
        return 6;
    if (at + 7 >= bytes.length)
        return bytes[at + 6] === escapes_BACKSLASH || at + 6 === bytes.length ? 0 : 6;
    if (bytes[at + 6] !== escapes_BACKSLASH || bytes[at + 7] !== 0x75)
        return 6;
    return at + 12 > bytes.length ? 0 : 12;
}
/** Escapes are undone; other bytes stay, whatever they are. */
function escapes_plain(bytes) {
    if (!bytes.includes(escapes_BACKSLASH))
        return bytes;
    const parts = [];
    let from = 0;
    for (let at = bytes.indexOf(escapes_BACKSLASH); at !== -1; at = bytes.indexOf(escapes_BACKSLASH, from)) {
        const length = escapeLength(bytes, at);
        parts.push(bytes.subarray(from, at), Buffer.from(undone(bytes.toString('latin1', at, at + length))));
        from = at + length;
    }
    return Buffer.concat([...parts, bytes.subarray(from)]);
}
function undone(written) {
    try {
        return String(JSON.parse(`"${written}"`)).toWellFormed();
    }
    catch {
        throw new Unmaskable('it is not JSON');
    }
}
/** Escapes of what may not stand in a text as it is. */
function inside(bytes) {
    const parts = [];
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte >= 0x20 && byte !== QUOTE && byte !== escapes_BACKSLASH)
            continue;
        const code = byte < 0x20 ? `\\u${byte.toString(16).padStart(4, '0')}` : `\\${String.fromCharCode(byte)}`;
        parts.push(bytes.subarray(from, at), Buffer.from(code));
        from = at + 1;
    }
    return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(from)]);
}

;// CONCATENATED MODULE: ./lib/masking/bodies/json.js
// Masks over JSON as it comes (RFC 8259), byte by byte: values in front of the one that is being read are shown already.



const MOST_DEPTH = 128;
/** A longer text is looked at in pieces. */
const LONG = 16 * 1024;
const MOST_NUMBER = 400;
const json_QUOTE = 0x22;
const json_BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
class JsonMask {
    #counts = new Counts();
    #tools;
    #finder;
    #scrubber;
    #stack = [];
    #path = [];
    #next = 'value';
    #held = NOTHING;
    #first = true;
    #long;
    /** Within a value of a masked field that is no scalar: how deep, and whether in a text. */
    #hidden;
    constructor(tools, scrubber) {
        this.#tools = tools;
        this.#finder = new Finder(tools, this.#counts);
        this.#scrubber = scrubber;
    }
    get masked() {
        return this.#counts.masked;
    }
    rest() {
        return NOTHING;
    }
    write(chunk) {
        return this.#read(this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]), false);
    }
    end() {
        const shown = this.#read(this.#held, true);
        const whole = this.#stack.length === 0 && this.#next === 'value';
        if (!whole || this.#long || this.#hidden || this.#held.length > 0)
            throw new Unmaskable('the JSON ends in its middle');
        return shown;
    }
    #read(bytes, last) {
        if (this.#first && bytes[0] === 0xef && bytes.length < 3 && !last) {
            this.#held = Buffer.from(bytes);
            return NOTHING;
        }
        const out = [];
        let shown = 0;
        let at = this.#mark(bytes);
        this.#held = NOTHING;
        const show = (to) => {
            if (to > shown)
                out.push(bytes.subarray(shown, to));
            shown = to;
        };
        const put = (from, to, value) => {
            show(from);
            out.push(value);
            shown = to;
        };
        while (at < bytes.length) {
            if (this.#long) {
                const { shown: text, end } = this.#long.read(bytes, at);
                put(at, end, text);
                if (this.#long.over)
                    this.#long = undefined;
                at = end;
                continue;
            }
            if (this.#hidden) {
                const end = this.#skip(bytes, at);
                put(at, end, NOTHING);
                at = end;
                continue;
            }
            const byte = bytes[at];
            if (isSpace(byte)) {
                at++;
                continue;
            }
            if (byte === json_QUOTE) {
                const end = textEnd(bytes, at + 1);
                if (end === -1) {
                    if (bytes.length - at > LONG && this.#next !== 'key' && this.#next !== 'key-or-end') {
                        put(at, at + 1, this.#begin());
                        at++;
                        continue;
                    }
                    if (bytes.length - at > LONG)
                        throw new Unmaskable('a name in the JSON is too long');
                    break;
                }
                const masked = this.#text(bytes, at + 1, end);
                if (masked)
                    put(at, end + 1, masked);
                at = end + 1;
                continue;
            }
            if (isScalar(byte)) {
                let end = at + 1;
                while (end < bytes.length && isScalar(bytes[end]))
                    end++;
                if (end - at > MOST_NUMBER)
                    throw new Unmaskable('a number in the JSON is too long');
                if (end === bytes.length && !last)
                    break;
                const masked = this.#scalar(bytes.toString('latin1', at, end));
                if (masked)
                    put(at, end, masked);
                at = end;
                continue;
            }
            const hidden = this.#structure(byte);
            at++;
            if (hidden)
                put(at - 1, at, hidden);
        }
        show(at);
        // Copied: the caller's buffer may be used again.
        if (at < bytes.length)
            this.#held = Buffer.from(bytes.subarray(at));
        return out.length === 1 ? out[0] : Buffer.concat(out);
    }
    /** A byte order mark is allowed in front, and nowhere else. */
    #mark(bytes) {
        if (!this.#first || bytes.length === 0)
            return 0;
        this.#first = false;
        return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    }
    #structure(byte) {
        const top = this.#stack.at(-1);
        if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
            const mask = this.#value();
            if (mask) {
                this.#counts.add(mask.label);
                this.#hidden = { depth: 1, text: false, escape: false };
                this.#after();
                return Buffer.from(mask.kind === 'null' ? 'null' : '"****"');
            }
            if (this.#stack.length >= MOST_DEPTH)
                throw new Unmaskable('the JSON is nested too deeply');
            this.#stack.push({ kind: byte === OPEN_OBJECT ? 'object' : 'array', key: undefined });
            this.#next = byte === OPEN_OBJECT ? 'key-or-end' : 'value-or-end';
        }
        else if (byte === CLOSE_OBJECT && top?.kind === 'object' && this.#ends('key-or-end'))
            this.#close();
        else if (byte === CLOSE_ARRAY && top?.kind === 'array' && this.#ends('value-or-end'))
            this.#close();
        else if (byte === COLON && this.#next === 'colon')
            this.#next = 'value';
        else if (byte === COMMA && top && this.#next === 'comma-or-end')
            this.#next = top.kind === 'object' ? 'key' : 'value';
        else
            throw new Unmaskable('it is not JSON');
        return undefined;
    }
    #ends(empty) {
        return this.#next === 'comma-or-end' || this.#next === empty;
    }
    #close() {
        this.#stack.pop();
        this.#after();
    }
    /** A value is over. */
    #after() {
        const top = this.#stack.at(-1);
        if (top?.key !== undefined) {
            this.#path.pop();
            top.key = undefined;
        }
        this.#next = top ? 'comma-or-end' : 'value';
    }
    /** A value begins: its mask, when its field has one. */
    #value() {
        if (this.#next !== 'value' && this.#next !== 'value-or-end')
            throw new Unmaskable('it is not JSON');
        return this.#path.length === 0 ? undefined : this.#tools.fields.find(this.#path);
    }
    get #name() {
        return this.#stack.at(-1)?.key;
    }
    #text(bytes, from, to) {
        const text = decoded(bytes, from, to);
        if (this.#next === 'key' || this.#next === 'key-or-end') {
            this.#stack.at(-1).key = text;
            this.#path.push(text.toLowerCase());
            this.#next = 'colon';
            const masked = this.#finder.masked(text, undefined);
            return masked === undefined ? undefined : escapes_escaped(masked);
        }
        const mask = this.#value();
        const masked = mask ? mask.text(text) : this.#finder.masked(text, this.#name);
        if (mask)
            this.#counts.add(mask.label);
        this.#after();
        if (masked === null)
            return Buffer.from('null');
        return masked === undefined ? undefined : escapes_escaped(masked);
    }
    /** A text that is too long to wait for. */
    #begin() {
        const mask = this.#value();
        if (mask)
            this.#counts.add(mask.label);
        this.#long = new LongText(mask ? undefined : this.#scrubber());
        this.#after();
        if (!mask)
            return Buffer.from('"');
        return Buffer.from(mask.kind === 'null' ? 'null' : '"****"');
    }
    #scalar(text) {
        const literal = text === 'true' || text === 'false' || text === 'null';
        if (!literal && !NUMBER.test(text))
            throw new Unmaskable('it is not JSON');
        const mask = this.#value();
        const name = this.#name;
        this.#after();
        if (mask) {
            this.#counts.add(mask.label);
            if (text === 'null' || mask.kind === 'null')
                return Buffer.from('null');
            return Buffer.from(literal ? 'false' : '0');
        }
        return !literal && this.#finder.masked(text, name) !== undefined ? Buffer.from('0') : undefined;
    }
    /** Behind the end of a value that is not shown, or of what is here. */
    #skip(bytes, from) {
        const state = this.#hidden;
        for (let at = from; at < bytes.length; at++) {
            const byte = bytes[at];
            if (state.text) {
                if (state.escape)
                    state.escape = false;
                else if (byte === json_BACKSLASH)
                    state.escape = true;
                else if (byte === json_QUOTE)
                    state.text = false;
            }
            else if (byte === json_QUOTE)
                state.text = true;
            else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY)
                state.depth++;
            else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && --state.depth === 0) {
                this.#hidden = undefined;
                return at + 1;
            }
        }
        return bytes.length;
    }
}
const NOTHING = Buffer.alloc(0);
/** Record separators stand between values of a sequence (RFC 7464). */
const isSpace = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e;
/** Of numbers, `true`, `false`, `null`. */
const isScalar = (byte) => (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45;
/** Where the closing quote is; -1 when more must come. */
function textEnd(bytes, from) {
    for (let at = from; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === json_BACKSLASH)
            at++;
        else if (byte === json_QUOTE)
            return at;
        else if (byte < 0x20)
            throw new Unmaskable('a text in the JSON holds a control character');
    }
    return -1;
}
function decoded(bytes, from, to) {
    const raw = bytes.subarray(from, to);
    if (!(0,external_node_buffer_.isUtf8)(raw))
        throw new Unmaskable('the JSON is not UTF-8');
    if (!raw.includes(json_BACKSLASH))
        return raw.toString();
    try {
        return String(JSON.parse(`"${raw.toString()}"`));
    }
    catch {
        throw new Unmaskable('it is not JSON');
    }
}

;// CONCATENATED MODULE: ./lib/masking/bodies/events.js


const LONGEST = 1024 * 1024;
/** An event is shown when it is whole. */
class EventsMask {
    #counts = new Counts();
    #tools;
    #finder;
    #scrubber;
    #held = Buffer.alloc(0);
    /** How much of it was looked at for its end. */
    #looked = 0;
    constructor(tools, scrubber) {
        this.#tools = tools;
        this.#finder = new Finder(tools, this.#counts);
        this.#scrubber = scrubber;
    }
    get masked() {
        return this.#counts.masked;
    }
    rest() {
        return Buffer.alloc(0);
    }
    write(chunk) {
        const bytes = Buffer.concat([this.#held, chunk]);
        const shown = [];
        let from = 0;
        for (let end = eventEnd(bytes, this.#looked); end !== -1; end = eventEnd(bytes, from)) {
            shown.push(this.#event(bytes.subarray(from, end)));
            from = end;
        }
        this.#held = Buffer.from(bytes.subarray(from));
        // A line end may be cut in two.
        this.#looked = Math.max(0, this.#held.length - 3);
        if (this.#held.length > LONGEST)
            throw new Unmaskable('an event is too large');
        return Buffer.concat(shown);
    }
    end() {
        const left = this.#held;
        this.#held = Buffer.alloc(0);
        return left.length === 0 ? left : this.#event(left);
    }
    /** Its lines, those of its data taken together. */
    #event(bytes) {
        const lines = bytes.toString().split(/\r\n|\r|\n/);
        const data = lines.flatMap((line) => {
            const value = /^\uFEFF?data(?:: ?(.*))?$/s.exec(line);
            return value ? [value[1] ?? ''] : [];
        });
        const masked = this.#data(data.join('\n'));
        const others = lines.map((line) => /^\uFEFF?data(?::|$)/.test(line) ? line : (this.#finder.masked(line, undefined) ?? line));
        if (masked === undefined && others.every((line, at) => line === lines[at]))
            return bytes;
        let first = true;
        const shown = others.flatMap((line) => {
            if (!/^\uFEFF?data(?::|$)/.test(line))
                return [line];
            if (masked === undefined)
                return [line];
            if (!first)
                return [];
            first = false;
            return masked.split('\n').map((part) => `data: ${part}`);
        });
        return Buffer.from(shown.join('\n'));
    }
    /** Undefined when it stays as it is. */
    #data(data) {
        if (data.trim() === '')
            return undefined;
        try {
            const mask = new JsonMask(this.#tools, this.#scrubber);
            const shown = Buffer.concat([mask.write(Buffer.from(data)), mask.end()]).toString();
            for (const [label, times] of Object.entries(mask.masked))
                for (let n = 0; n < times; n++)
                    this.#counts.add(label);
            return shown === data ? undefined : shown;
        }
        catch (error) {
            if (!(error instanceof Unmaskable))
                throw error;
        }
        // Where fields are to be masked, what may hold some and cannot be read is not shown.
        if (!this.#tools.fields.none && /["{=]/.test(data)) {
            this.#counts.add('unread');
            return '****';
        }
        return this.#finder.masked(data, undefined);
    }
}
/** Behind the empty line that ends an event; -1 when more must come. */
function eventEnd(bytes, from) {
    for (let at = from; at < bytes.length; at++) {
        const end = lineEnd(bytes, at);
        if (end === -1)
            continue;
        if (end === 0)
            return -1;
        const next = end < bytes.length ? lineEnd(bytes, end) : 0;
        if (next === 0)
            return -1;
        if (next !== -1)
            return next;
        at = end - 1;
    }
    return -1;
}
/** Behind the line end at `at`; -1 when there is none, 0 when more must come. */
function lineEnd(bytes, at) {
    if (bytes[at] === 0x0a)
        return at + 1;
    if (bytes[at] !== 0x0d)
        return -1;
    if (at + 1 === bytes.length)
        return 0;
    return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
}

;// CONCATENATED MODULE: ./lib/masking/bodies/form.js
// Masks over `application/x-www-form-urlencoded`, as https://url.spec.whatwg.org/#urlencoded-parsing reads it.

const form_LONGEST = 1024 * 1024;
class FormMask {
    #counts = new Counts();
    #tools;
    #finder;
    #chunks = [];
    #length = 0;
    constructor(tools) {
        this.#tools = tools;
        this.#finder = new Finder(tools, this.#counts);
    }
    get masked() {
        return this.#counts.masked;
    }
    rest() {
        return Buffer.alloc(0);
    }
    write(chunk) {
        this.#length += chunk.length;
        if (this.#length > form_LONGEST)
            throw new Unmaskable('the form is too large');
        this.#chunks.push(Buffer.from(chunk));
        return Buffer.alloc(0);
    }
    end() {
        const text = Buffer.concat(this.#chunks).toString();
        let changed = false;
        const pairs = [...new URLSearchParams(text)].map(([name, value]) => {
            const pair = [this.#finder.masked(name, undefined) ?? name, this.#masked(name, value)];
            changed ||= pair[0] !== name || pair[1] !== value;
            return pair;
        });
        return Buffer.from(changed ? new URLSearchParams(pairs).toString() : text);
    }
    #masked(name, value) {
        // `user[email]` is a field of `user`.
        const path = name
            .toLowerCase()
            .split(/[.[\]]+/)
            .filter((part) => part !== '');
        const mask = this.#tools.fields.find(path);
        if (!mask)
            return this.#finder.masked(value, name) ?? value;
        this.#counts.add(mask.label);
        return mask.text(value) ?? '';
    }
}

;// CONCATENATED MODULE: ./lib/masking/bodies/text.js
class TextMask {
    masked = {};
    #scrubber;
    constructor(scrubber) {
        this.#scrubber = scrubber;
    }
    write(chunk) {
        return this.#scrubber.write(chunk);
    }
    rest() {
        return this.#scrubber.rest();
    }
    end() {
        return this.#scrubber.end();
    }
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
const bytes_BACKSLASH = 0x5c;
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
    if (at - 2 < begin || bytes[at - 2] !== bytes_BACKSLASH)
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

const partial_STAR = 0x2a;
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
        to[at + index] = partial_STAR;
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
/** Text in a notation that has no room for stars. */
const NOTATIONS = new Set(['tsvector', 'tsquery', 'jsonpath']);
function scanned(type, format) {
    if (type === undefined)
        return format === 'binary' ? 'fixed' : 'nested';
    if (type === 'json' || type === 'jsonb')
        return 'json';
    if (type === 'xml')
        return 'xml';
    if (TEXT.has(type))
        return 'text';
    if (type === 'bytea')
        return 'blob';
    if (NOTATIONS.has(type))
        return { constant: CONSTANTS[type][format] };
    if (Object.hasOwn(CONSTANTS, type) || type === 'bit' || type === 'varbit')
        return 'not';
    return format === 'binary' ? 'fixed' : 'nested';
}

;// CONCATENATED MODULE: ./lib/masking/cells.js



const cells_STARS = Buffer.from('****');
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
    return kind === 'partial' && readable ? partialText(label) : fixedMask(label, cells_STARS);
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
    const scan = createScan();
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

;// CONCATENATED MODULE: ./lib/masking/bodies/fields.js


const MOST_KNOWN = 2000;
/** A pattern without a dot means a field of that name anywhere; the first that matches wins. */
function compileFields(fields, digest) {
    const patterns = fields.map(({ pattern, mask }) => {
        const parts = pattern.toLowerCase().split('.');
        return { parts: parts.length === 1 ? ['**', ...parts] : parts, mask: fieldMask(pattern, mask, digest) };
    });
    const known = new Map();
    return {
        none: patterns.length === 0,
        find(path) {
            if (patterns.length === 0)
                return undefined;
            const key = path.join('\0');
            if (known.has(key))
                return known.get(key);
            const found = patterns.find(({ parts }) => fits(parts, path, 0, 0))?.mask;
            // Keys may be data: what is not known any more is looked up again.
            if (known.size >= MOST_KNOWN)
                known.clear();
            known.set(key, found);
            return found;
        },
    };
}
function fieldMask(label, kind, digest) {
    const mask = columnMask(kind, label, { label, type: 'text', format: 'text' }, digest);
    return {
        label,
        kind,
        text: (value) => maskText(mask, Buffer.from(value))?.toString() ?? null,
    };
}
function fits(pattern, path, at, to) {
    const part = pattern[at];
    if (part === undefined)
        return to === path.length;
    if (part === '**') {
        for (let next = to; next <= path.length; next++)
            if (fits(pattern, path, at + 1, next))
                return true;
        return false;
    }
    const name = path[to];
    return name !== undefined && glob(part, name) && fits(pattern, path, at + 1, to + 1);
}
/** `*` stands for any characters of one name. */
function glob(pattern, name) {
    const pieces = pattern.split('*');
    if (pieces.length === 1)
        return pattern === name;
    const [first = ''] = pieces;
    const last = pieces.at(-1) ?? '';
    if (!name.startsWith(first))
        return false;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
        const found = name.indexOf(piece, at);
        if (found === -1)
            return false;
        at = found + piece.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
}

;// CONCATENATED MODULE: ./lib/masking/bodies/index.js






function bodyMask(form, tools, scrubber) {
    if (form === 'json')
        return new JsonMask(tools, scrubber);
    if (form === 'events')
        return new EventsMask(tools, scrubber);
    return form === 'form' ? new FormMask(tools) : new TextMask(scrubber());
}

// EXTERNAL MODULE: ./lib/masking/catalogue.js
var catalogue = __nccwpck_require__(169);
;// CONCATENATED MODULE: ./lib/masking/columns.js
/** Patterns `schema.table.column`; the first match wins, and `*` stops at a dot. */
function compileColumns(columns) {
    const patterns = columns.map(({ pattern, mask }) => {
        const dot = pattern.lastIndexOf('.');
        const relation = pattern.slice(0, Math.max(0, dot));
        return {
            pattern,
            kind: mask,
            matches: columns_glob(pattern),
            name: columns_glob(pattern.slice(dot + 1)),
            anywhere: /^[*.]*$/.test(relation),
            relation: columns_glob(relation),
        };
    });
    const first = (test, changed) => {
        const hit = patterns.find(test);
        return hit && { pattern: hit.pattern, kind: changed ? changed(hit.kind) : hit.kind };
    };
    return {
        find({ origin, carries, label, plain }) {
            if (patterns.length === 0)
                return undefined;
            const own = origin === undefined ? undefined : first(({ matches }) => matches(origin));
            if (own)
                return own;
            const carried = carries &&
                first((pattern) => carries.some((name) => carriesFrom(pattern, name)), plain ? shown : whole);
            if (carried)
                return carried;
            if (origin !== undefined)
                return undefined;
            if (carries)
                return first(({ anywhere, name }) => anywhere && name(label), whole);
            // Nobody knows what is in it: the name decides the mask, and without one it is redacted.
            return first(({ name }) => name(label), whole) ?? { pattern: patterns[0].pattern, kind: 'redact' };
        },
        protects: (relation) => patterns.some((pattern) => pattern.relation(relation)),
    };
}
/** Parts of a computed value could be shifted into what `partial` shows. */
const shown = (kind) => (kind === 'partial' ? 'redact' : kind);
/** With `hash`, a query could hash guesses, or parts of the value, next to it: equal hashes tell what it is. */
const whole = (kind) => (kind === 'hash' ? 'redact' : shown(kind));
/** `name` is `schema.table.column`, `schema.table.*` for a whole row, or a bare column name. */
function carriesFrom({ matches, name: column, relation }, name) {
    const dot = name.lastIndexOf('.');
    if (name.endsWith('*'))
        return dot === -1 || relation(name.slice(0, dot));
    return dot === -1 ? column(name) : matches(name);
}
function columns_glob(pattern) {
    if (!pattern.includes('*'))
        return (name) => name === pattern;
    const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    const expression = new RegExp(`^${literals.join('[^.]*')}$`, 's');
    return (name) => expression.test(name);
}

;// CONCATENATED MODULE: ./lib/masking/escapes.js
// What JSON and XML write in another way (`\u0040`, `&#64;`), undone: detectors look for what is meant.
const masking_escapes_BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const HASH = 0x23;
const SLASH = 0x2f;
const U = 0x75;
const SEMICOLON = 0x3b;
/** `&#x10FFFF;` */
const LONGEST_REFERENCE = 10;
const CONTROLS = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };
/** Undefined when the cell `from[start, end)` holds nothing to undo, as nearly all do. */
function escapes_undone(kind, from, start, end) {
    return escapes(kind, from, start, end) ? undo(kind, from, start, end) : undefined;
}
function escapes(kind, from, start, end) {
    const cell = from.subarray(start, end);
    const found = (first, ...seconds) => {
        for (let at = cell.indexOf(first); at !== -1; at = cell.indexOf(first, at + 1))
            if (seconds.includes(cell[at + 1] ?? 0))
                return true;
        return false;
    };
    if (kind !== 'xml' && found(masking_escapes_BACKSLASH, U, SLASH))
        return true;
    return kind !== 'json' && found(AMPERSAND, HASH);
}
function undo(kind, from, start, end) {
    const bytes = Buffer.allocUnsafe(end - start);
    const at = new Uint32Array(end - start + 1);
    let length = 0;
    let read = start;
    while (read < end) {
        const [size, point] = character(kind, from, read, end);
        // Never longer than its escape.
        const text = point === undefined ? 0 : bytes.write(String.fromCodePoint(point), length);
        if (text === 0)
            bytes[length] = from[read];
        at.fill(read, length, length + Math.max(1, text));
        length += Math.max(1, text);
        read += size;
    }
    at[length] = end;
    return { bytes: bytes.subarray(0, length), at };
}
/** How many bytes stand at `at` for one character, and which; no character for a byte that stands for itself. */
function character(kind, from, at, end) {
    const byte = from[at];
    if (byte === AMPERSAND && kind !== 'json')
        return reference(from, at, end);
    if (byte !== masking_escapes_BACKSLASH || kind === 'xml')
        return PLAIN;
    let letter = at + 1;
    if (kind === 'nested')
        while (letter < end && from[letter] === masking_escapes_BACKSLASH)
            letter++;
    if (letter >= end)
        return PLAIN;
    const next = from[letter];
    const size = letter + 1 - at;
    if (next === U)
        return unicode(from, letter, end, size);
    if (next === SLASH)
        return [size, SLASH];
    if (kind === 'nested')
        return [letter - at, masking_escapes_BACKSLASH];
    return [2, CONTROLS[next] ?? next];
}
const PLAIN = [1];
/** `uXXXX` at `letter`, and the second half of a pair behind it. `size`: what stands before the digits. */
function unicode(from, letter, end, size) {
    const first = hex(from, letter + 1, end);
    if (first === undefined)
        return [size, U];
    if (first >= 0xd800 && first < 0xdc00) {
        let next = letter + 5;
        while (next < end && from[next] === masking_escapes_BACKSLASH)
            next++;
        const second = next > letter + 5 && from[next] === U ? hex(from, next + 1, end) : undefined;
        if (second !== undefined && second >= 0xdc00 && second < 0xe000)
            return [size + next + 5 - letter - 1, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)];
    }
    return [size + 4, first >= 0xd800 && first < 0xe000 ? 0xfffd : first];
}
function hex(from, at, end) {
    const digits = from.toString('latin1', at, Math.min(end, at + 4));
    return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
/** `&#64;` or `&#x40;` */
function reference(from, at, end) {
    const close = from.subarray(at, Math.min(end, at + LONGEST_REFERENCE)).indexOf(SEMICOLON);
    const digits = close === -1 ? '' : from.toString('latin1', at + 1, at + close);
    const [, decimal, hexadecimal = ''] = /^#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))$/.exec(digits) ?? [];
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    const known = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
    return known ? [close + 1, point] : PLAIN;
}

;// CONCATENATED MODULE: ./lib/masking/detected.js
// Masks what detectors find inside a cell; the rest of the text stays.



const detected_STAR = 0x2a;
const detected_QUOTE = 0x22;
const detected_BACKSLASH = 0x5c;
const ZERO = 0x30;
/**
 * `json`: the cell stays valid JSON. `nested`: other values in a notation of their own. `fixed`: every byte keeps its place,
 * for binary values with lengths in them. The result never grows.
 */
function detectedMask(scanner, way) {
    const scan = createScan();
    const kind = way === 'text' ? undefined : way === 'fixed' ? 'nested' : way;
    const begin = (bytes, start, end) => {
        scan.bytes = bytes;
        scan.begin = start;
        scan.floor = start;
        scan.end = end;
        scan.fresh = true;
    };
    const mask = {
        label: 'detected',
        apply(from, start, end, to, at) {
            const plain = kind && escapes_undone(kind, from, start, end);
            if (plain)
                return rewritten(from, start, end, to, at, plain);
            begin(from, start, end);
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
    /** With escapes: what is found as it is written, and what is found as it is meant. */
    function rewritten(from, start, end, to, at, plain) {
        const hits = [];
        begin(from, start, end);
        for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan))
            hits.push({ id, from: scan.from, to: scan.to });
        begin(plain.bytes, 0, plain.bytes.length);
        for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan))
            hits.push({ id, from: plain.at[scan.from], to: plain.at[scan.to] });
        const inString = way === 'json' ? { at: start, inside: false } : undefined;
        let read = start;
        let write = at;
        for (const hit of hits.sort((one, other) => one.from - other.from)) {
            const first = Math.max(hit.from, read);
            if (first >= hit.to)
                continue;
            const outside = inString !== undefined && !advance(inString, from, first);
            const stays = !inString || outside === !advance(inString, from, hit.to);
            if (outside && stays && !number(from[first]))
                continue;
            mask.label = hit.id;
            // Across the end of a string: nothing of the cell can stay, but for the version in front of a binary `jsonb`.
            if (!stays && end - start > detected_NOTHING.length) {
                const head = from[start] === 1 ? move(from, start, start + 1, to, at) : 0;
                return head + detected_NOTHING.copy(to, at + head);
            }
            write += move(from, read, first, to, write);
            write += replace({ from: first, to: hit.to }, way, outside, to, write);
            read = hit.to;
        }
        return read === start ? -2 : write + move(from, read, end, to, write) - at;
    }
    return mask;
}
const detected_NOTHING = Buffer.from('"****"');
/** The whole cell is replaced as soon as something is found in it: its own notation leaves no room for stars. */
function replacedMask(scanner, constant) {
    const scan = createScan();
    const mask = {
        label: 'detected',
        apply(from, start, end, to, at) {
            Object.assign(scan, { bytes: from, begin: start, floor: start, end, fresh: true });
            const id = scanner.next(scan);
            if (id === undefined)
                return -2;
            mask.label = id;
            return constant.copy(to, at);
        },
        bound: () => constant.length,
    };
    return mask;
}
/** Stars within text, the number 0 for a number of JSON. */
function replace(span, way, number, to, at) {
    if (number) {
        to[at] = ZERO;
        return 1;
    }
    const length = way === 'fixed' ? span.to - span.from : Math.min(4, span.to - span.from);
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
        if (byte === detected_QUOTE)
            inside = !inside;
        else if (byte === detected_BACKSLASH && inside)
            at++;
    }
    state.at = at;
    state.inside = inside;
    return inside;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/masking/hmac.js
// HMAC-SHA-256 (RFC 2104) for short values: `createHmac` costs 13 µs a value, two one-shot hashes under 1 µs.

const BLOCK = 64;
const hmac_LONGEST = 4096;
/** The HMAC of a value under `key` (32 bytes). The result is overwritten by the next call. */
function createDigest(key) {
    const inner = Buffer.alloc(BLOCK + hmac_LONGEST, 0x36);
    const outer = Buffer.alloc(BLOCK + 32, 0x5c);
    const secret = key.length > BLOCK ? (0,external_node_crypto_.createHash)('sha256').update(key).digest() : key;
    for (let at = 0; at < secret.length; at++) {
        inner[at] ^= secret[at];
        outer[at] ^= secret[at];
    }
    const result = Buffer.alloc(32);
    return (value) => {
        if (value.length <= hmac_LONGEST) {
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
function compilePatterns(patterns = []) {
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
            return patterns_NONE;
        const found = near.flatMap((pattern) => hits(pattern, value, begin));
        return found.length < 2 ? found : apart(found);
    };
}
const patterns_NONE = [];
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
const userinfo_COLON = 0x3a;
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
    while (colon < userEnd && bytes[colon] !== userinfo_COLON && bytes[colon] !== userinfo_AT && !STOPS.has(bytes[colon]))
        colon++;
    if (colon >= userEnd || bytes[colon] !== userinfo_COLON)
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
        from += email_escapeLength(bytes[from]);
    while (from < at && (bytes[from] & 0xc0) === 0x80)
        from++;
    return Math.min(from, at);
}
/** Bytes behind the backslash that belong to an escape of JSON (`n`, `u00e9`) and not to the address. */
function email_escapeLength(letter) {
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
function createScanner(ids, search) {
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

;// CONCATENATED MODULE: ./lib/masking/sequences.js
// Control sequences of terminals (ECMA-48), which lie between characters and are none: colours, cursor moves, titles.
/** What is longer is no sequence of a terminal: it is looked at like any text. */
const sequences_LONGEST = 4096;
const ESC = 0x1b;
const BEL = 0x07;
/** First byte of the C1 controls in UTF-8; U+009B begins a sequence as `ESC [` does. */
const C1 = 0xc2;
function createSequences() {
    let open = Buffer.alloc(0);
    return {
        read(bytes, shown, sequence) {
            const all = open.length === 0 ? bytes : Buffer.concat([open, bytes]);
            open = Buffer.alloc(0);
            let from = 0;
            for (let at = nextStart(all, 0); at !== -1; at = nextStart(all, Math.max(from, at + 1))) {
                const end = endOf(all, at);
                if (end === -1)
                    continue;
                if (end === 0) {
                    // Copied: the caller's buffer is used again.
                    open = Buffer.from(all.subarray(at));
                    if (at > from)
                        shown(all.subarray(from, at));
                    return;
                }
                if (at > from)
                    shown(all.subarray(from, at));
                sequence(all.subarray(at, end));
                from = end;
            }
            if (from < all.length)
                shown(all.subarray(from));
        },
        end() {
            const left = open;
            open = Buffer.alloc(0);
            return left;
        },
    };
}
/** Whether a whole sequence has room for more than what a terminal is told to do: a text, or a long number. */
function isTelling(bytes) {
    if (isText(bytes[1]))
        return true;
    let digits = 0;
    for (const byte of bytes) {
        digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0;
        if (digits > 4)
            return true;
    }
    return false;
}
/** OSC, DCS, SOS, PM, APC: texts for the terminal itself. */
const isText = (kind) => kind === 0x5d || kind === 0x50 || kind === 0x58 || kind === 0x5e || kind === 0x5f;
function nextStart(bytes, from) {
    for (let at = from; at < bytes.length; at++) {
        if (bytes[at] === ESC)
            return at;
        if (bytes[at] === C1 && (at + 1 === bytes.length || bytes[at + 1] === 0x9b))
            return at;
    }
    return -1;
}
/** Behind the sequence that begins at `at`; 0 when more must come, -1 when there is none. */
function endOf(bytes, at) {
    const missing = bytes.length - at > sequences_LONGEST ? -1 : 0;
    const kind = bytes[at] === C1 ? 0x5b : bytes[at + 1];
    if (at + 1 >= bytes.length)
        return 0;
    const body = at + 2;
    if (kind === 0x5b)
        return controlEnd(bytes, body) || missing;
    if (isText(kind))
        return stringEnd(bytes, body) || missing;
    for (let end = at + 1; end < bytes.length && end - at < 8; end++) {
        const byte = bytes[end] ?? 0;
        if (byte >= 0x30 && byte <= 0x7e)
            return end + 1;
        if (byte < 0x20 || byte > 0x2f)
            return -1;
    }
    return bytes.length - at < 8 ? 0 : -1;
}
/** Parameters, then one letter. */
function controlEnd(bytes, from) {
    for (let at = from; at < bytes.length && at - from < sequences_LONGEST; at++) {
        const byte = bytes[at] ?? 0;
        if (byte >= 0x40 && byte <= 0x7e)
            return at + 1;
        if (byte < 0x20 || byte > 0x3f)
            return -1;
    }
    return 0;
}
function stringEnd(bytes, from) {
    for (let at = from; at < bytes.length && at - from < sequences_LONGEST; at++) {
        if (bytes[at] === BEL)
            return at + 1;
        if (bytes[at] === ESC) {
            if (at + 1 === bytes.length)
                return 0;
            return bytes[at + 1] === 0x5c ? at + 2 : -1;
        }
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/masking/stream.js
// Masks over a stream: the output of a command, whose values may come in pieces.


const stream_STARS = Buffer.from('****');
/** Enough for the END line of a key: until so much follows, a value that spans lines may still go on. */
const UNDECIDED = 64;
/** Bytes of control sequences within what is not shown yet; those beyond are dropped. */
const MOST_SEQUENCES = 64 * 1024;
/** Values that are split across chunks are found, also keys that span lines and what a terminal's colours cut. */
function createScrubber(scanner) {
    const masked = {};
    const plain = createPlain(scanner, (id) => {
        masked[id] = (masked[id] ?? 0) + 1;
    });
    const sequences = createSequences();
    const inside = createScan();
    /** A title, a link or the like shows a value: all of it is left out. */
    const hides = (bytes) => {
        // Without what begins it, and the letter that ends it.
        const body = bytes.subarray(2, -1);
        Object.assign(inside, { bytes: body, begin: 0, floor: 0, end: body.length, fresh: true });
        const id = scanner.next(inside);
        if (id !== undefined)
            masked[id] = (masked[id] ?? 0) + 1;
        return id !== undefined;
    };
    /** Where in the stream without sequences each of them was. */
    let marks = [];
    let marked = 0;
    let read = 0;
    let shown = 0;
    const woven = (pieces) => {
        if (marks.length === 0) {
            for (const { length } of pieces)
                shown += length;
            return pieces.map(({ bytes }) => bytes);
        }
        const parts = [];
        let next = 0;
        const pass = (to) => {
            for (; next < marks.length && marks[next].at <= to; next++)
                parts.push(marks[next].bytes);
        };
        for (const { bytes, length, masked } of pieces) {
            pass(shown);
            const start = shown;
            let from = 0;
            if (masked)
                parts.push(bytes);
            else {
                while (next < marks.length && marks[next].at < start + length) {
                    const { at } = marks[next];
                    parts.push(bytes.subarray(from, at - start));
                    from = at - start;
                    pass(at);
                }
                parts.push(bytes.subarray(from));
            }
            shown = start + length;
        }
        pass(shown);
        marks = marks.slice(next);
        marked = marks.reduce((sum, mark) => sum + mark.bytes.length, 0);
        return parts;
    };
    return {
        write(chunk) {
            const parts = [];
            sequences.read(chunk, (bytes) => {
                read += bytes.length;
                parts.push(...woven(plain.write(bytes)));
            }, (bytes) => {
                if (isTelling(bytes) && hides(bytes))
                    return;
                if (marks.length === 0 && read === shown)
                    parts.push(bytes);
                else if (marked + bytes.length <= MOST_SEQUENCES) {
                    marks.push({ at: read, bytes: Buffer.from(bytes) });
                    marked += bytes.length;
                }
            });
            return Buffer.concat(parts);
        },
        rest: (typed) => Buffer.concat(woven(plain.rest(typed))),
        release: () => Buffer.concat(woven(plain.release())),
        end() {
            const left = sequences.end();
            read += left.length;
            return Buffer.concat([...woven(plain.write(left)), ...woven(plain.end())]);
        },
        masked,
    };
}
function createPlain(scanner, found) {
    const scan = createScan();
    let held = Buffer.alloc(0);
    // Bytes of `held` that were shown already: detectors look at them, nothing else.
    let shown = 0;
    // Where to look from: what a rest has shown of an unfinished line may say what comes behind it, as `password: ` does.
    let since = 0;
    /** Masks up to `cut`, or to where a value begins that may go on. */
    const masked = (cut, last) => {
        Object.assign(scan, { bytes: held, begin: 0, floor: since, end: held.length, fresh: true });
        const pieces = [];
        let read = shown;
        let to = cut;
        const pass = (end) => {
            if (end > read)
                pieces.push({ bytes: held.subarray(read, end), length: end - read, masked: false });
        };
        for (let id = scanner.next(scan); id !== undefined && scan.from < to; id = scanner.next(scan)) {
            if (scan.to <= read)
                continue;
            const from = Math.max(scan.from, read);
            const open = scan.to >= to && held.length - scan.to < UNDECIDED && held.length - scan.from < scanner.reach;
            if (open && !last) {
                to = from;
                break;
            }
            pass(from);
            found(id);
            pieces.push({ bytes: stream_STARS, length: scan.to - from, masked: true });
            read = scan.to;
            to = Math.max(to, read);
        }
        pass(to);
        return { pieces, to };
    };
    const drain = (wanted, how) => {
        if (wanted <= shown)
            return [];
        const { pieces, to } = masked(wanted, how === 'end' || how === 'release');
        const context = how === 'end' ? held.length : Math.max(0, to - scanner.reach);
        // After whole lines nothing before is looked at again.
        const from = how === 'rest' || how === 'release' || to === shown ? since : to;
        held = held.subarray(context);
        shown = to - context;
        since = Math.max(0, from - context);
        return pieces;
    };
    return {
        write(chunk) {
            held = Buffer.concat([held, chunk]);
            return drain(Math.max(stream_lineEnd(held), held.length - scanner.reach), 'more');
        },
        rest(typed) {
            const pieces = drain(wordStart(held, shown), 'rest');
            const left = held.subarray(shown);
            if (left.length === 0 || !typed || !endsWith(typed, left))
                return pieces;
            shown = held.length;
            return [...pieces, { bytes: left, length: left.length, masked: false }];
        },
        release: () => drain(held.length, 'release'),
        end: () => drain(held.length, 'end'),
    };
}
/** Behind the last line end: no detected value but a private key goes across one. */
function stream_lineEnd(bytes) {
    return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
}
/** Where the last word begins; groups of digits, as cards and account numbers are written, are one word. */
function wordStart(bytes, floor) {
    let at = bytes.length;
    while (at > floor && !stream_isSpace(bytes[at - 1]))
        at--;
    let group = at;
    let digits = false;
    while (group > floor && isGrouped(bytes[group - 1])) {
        digits ||= isDigit(bytes[group - 1]);
        group--;
    }
    return digits ? group : at;
}
const endsWith = (bytes, end) => end.length <= bytes.length && bytes.subarray(bytes.length - end.length).equals(end);
const stream_isSpace = (byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const isDigit = (byte) => byte >= 0x30 && byte <= 0x39;
/** Digits, capitals, and what stands between groups of them: space, `(`, `)`, `+`, `-`, `.`. */
const isGrouped = (byte) => isDigit(byte) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x20 ||
    byte === 0x28 ||
    byte === 0x29 ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e;

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
    // What stands in for a value may hold any other delimiter than a tab: `2000-01-01`, `(0,0)`.
    const grows = options.format === 'csv' || mask.escapes === true || format.starred || options.delimiter !== '\t';
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
    const columns = compileColumns((0,catalogue/* withCatalogue */.M)(masks.columns));
    const digest = createDigest(key);
    const scanner = createScanner(masks.detect.map(known), compilePatterns(masks.patterns));
    const scans = masks.detect.length > 0 || (masks.patterns ?? []).length > 0;
    const tools = { fields: compileFields(masks.fields ?? [], digest), scanner, scans };
    const maskOf = (column) => {
        const rule = columns.find(column);
        if (rule)
            return columnMask(rule.kind, rule.pattern, column, digest);
        const way = scans ? scanned(column.type, column.format) : 'not';
        if (way === 'not')
            return null;
        if (way === 'blob')
            return blobMask(scanner, column.format);
        return typeof way === 'object' ? replacedMask(scanner, way.constant) : detectedMask(scanner, way);
    };
    return {
        inert: masks.columns.length === 0 && tools.fields.none && !scans,
        plan(described) {
            const plan = described.map(maskOf);
            return plan.some((mask) => mask !== null) ? plan : null;
        },
        protects: (relation) => columns.protects(relation),
        scrub: (text) => (scans ? scrubText(scanner, text) : text),
        body: (form) => bodyMask(form, tools, () => createScrubber(scanner)),
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


/***/ }),

/***/ 2627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ assemble)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/secret.js + 1 modules
var secret = __nccwpck_require__(2802);
// EXTERNAL MODULE: ./lib/core/terms.js
var core_terms = __nccwpck_require__(3728);
;// CONCATENATED MODULE: ./lib/core/version.js
/** Kept equal to package.json by a test. */
const VERSION = '0.1.0';

// EXTERNAL MODULE: ./lib/core/json.js
var json = __nccwpck_require__(3085);
;// CONCATENATED MODULE: ./lib/recording/format.js
// What the record's files and signatures are made of; see README.md. Also read by browsers: nothing of Node here.
const FILES = {
    session: 'session.jsonl',
    chunks: 'chunks.jsonl',
    receipts: 'receipts.jsonl',
    seal: 'seal.json',
};
/** What stands before the canonical JSON that is hashed or signed. */
const DOMAINS = {
    chunk: 'sluice-chunk-v1\0',
    receipt: 'sluice-receipt-v1\0',
    seal: 'sluice-seal-v1\0',
    sealed: 'sluice-sealed-v1\0',
};
/** Before the session's id: its hash is `prev` of the first chunk. */
const GENESIS = 'sluice-session-v1\0';
/** Chunks are cut at event borders after this many bytes; one longer event is a chunk of its own. */
const CHUNK_BYTES = 64 * 1024;
/** The longest event line, and so the longest chunk. */
const MAX_LINE_BYTES = 1024 * 1024;
/** `bytes` bytes in base64url, in the one spelling that an encoder makes: the bits behind the last byte are zero. */
function isBase64url(text, bytes) {
    return (bytes === 32 ? /^[\w-]{42}[AEIMQUYcgkosw048]$/ : /^[\w-]{85}[AQgw]$/).test(text);
}

;// CONCATENATED MODULE: ./lib/recording/marks.js
// 32 bits for each line of `session.jsonl`. They are not signed: they tell a reader which line changed.
/**
 * A mark of every line, its line feed included: FNV-1a over words in two lanes, because it runs for every event and a
 * native call a line costs more.
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
/** The marks of a chunk's lines, base64url. */
function lineMarks(body) {
    let bytes = '';
    for (const mark of markLines(body))
        bytes += String.fromCharCode(mark >>> 24, (mark >>> 16) & 255, (mark >>> 8) & 255, mark & 255);
    return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
/** Reads the marks of a line of `chunks.jsonl`; none when it is not base64url. */
function marksOf(text) {
    const marks = [];
    const bytes = decoded(text);
    for (let at = 0; at + 4 <= bytes.length; at += 4)
        marks.push(((bytes.charCodeAt(at) << 24) |
            (bytes.charCodeAt(at + 1) << 16) |
            (bytes.charCodeAt(at + 2) << 8) |
            bytes.charCodeAt(at + 3)) >>>
            0);
    return marks;
}
function decoded(text) {
    try {
        return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/recording/chain.js





// What is hashed and signed, in Node. Shared by the recorder, the server and `sluice verify`; see README.md.
function sha256(data) {
    return (0,external_node_crypto_.hash)('sha256', data, 'hex');
}
/** `prev` of the first chunk. */
function genesis(sid) {
    return sha256(GENESIS + sid);
}
/** The chain's head after this chunk. */
function headAfter(header) {
    return sha256(DOMAINS.chunk + (0,json/* canonical */.$)(header));
}
function sealHash(seal) {
    return sha256(DOMAINS.seal + (0,json/* canonical */.$)(seal));
}
/** Ed25519 signature over domain and canonical JSON, base64url. */
function signAs(domain, value, key) {
    return (0,external_node_crypto_.sign)(null, Buffer.from(DOMAINS[domain] + (0,json/* canonical */.$)(value)), key).toString('base64url');
}
/** False for anything that is not exactly one signature in base64url: no second spelling verifies. */
function verifyAs(domain, value, signature, key) {
    if (!isBase64url(signature, 64))
        return false;
    const signed = Buffer.from(DOMAINS[domain] + (0,json/* canonical */.$)(value));
    return (0,external_node_crypto_.verify)(null, signed, key, Buffer.from(signature, 'base64url'));
}
/** Ed25519 public key from a JWK's `x`; undefined when it is not one. */
function publicKey(x) {
    if (!isBase64url(x, 32))
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
/** A line of `chunks.jsonl`, without the line feed. */
function chunkLine(header, key, signature, body) {
    return (0,json/* canonical */.$)({ header, key, marks: lineMarks(body), signature });
}
/** A line of `receipts.jsonl`, without the line feed. */
function receiptLine(receipt, key, signature) {
    return (0,json/* canonical */.$)({ key, receipt, signature });
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
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/recording/journal.js
// The record's files on the local disk. Every write is synchronous: what returned survives this process.





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


/** Of a text whose event would be too long. */
const KEPT_TEXT = 64 * 1024;
const KEPT_ITEMS = 1000;
function createLineWriter() {
    // Statements that are run again share the arrays of their cached analysis.
    const lists = new WeakMap();
    const list = (value) => {
        let text = lists.get(value);
        if (text === undefined) {
            text = (0,json/* canonical */.$)(value);
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
        return `${(0,json/* canonical */.$)({ ...event, v: 1, seq, t })}\n`;
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
/** Output too long for one event, as several: none of it is lost, and no character is cut. */
function piecesOf(event) {
    const { text } = event;
    if (text.length <= KEPT_TEXT)
        return [event];
    const pieces = [];
    for (let at = 0; at < text.length;) {
        let end = Math.min(text.length, at + KEPT_TEXT);
        if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? ''))
            end--;
        pieces.push({ ...event, text: text.slice(at, end) });
        at = end;
    }
    return pieces;
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
    const masked = e.masked === undefined ? '' : `"masked":${(0,json/* canonical */.$)(e.masked)},`;
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
        if (event.type === 'output')
            for (const piece of piecesOf(event))
                this.#take(piece);
        else
            this.#take(event);
        return seq;
    }
    #take(event) {
        this.#pending += this.#writer.line(event, this.#seq, this.#timestamp());
        this.#seq++;
        if (this.#pending.length > PENDING)
            this.#write();
        else
            this.#flushTimer ??= setTimeout(this.#flushLate, this.#limits.flushAfter);
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
            this.#journal.seal(`${(0,json/* canonical */.$)({ v: 1, kept, seal, signature, ...keys, ...server })}\n`);
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
function costOf(text, analysis) {
    const { effects, relations, outputs, flows, uses, compares = [], probes = [], trusts = [] } = analysis;
    const sources = compares.length + probes.length + trusts.length;
    const listed = 200 * ((outputs?.length ?? 0) + (flows?.length ?? 0)) + 60 * sources;
    const named = uses ? 60 * (uses.functions.length + uses.types.length + uses.fields.length) : 0;
    return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + listed + named;
}

// EXTERNAL MODULE: ./lib/sql/predicates/picking.js
var picking = __nccwpck_require__(9344);
;// CONCATENATED MODULE: ./lib/sql/literals.js

const LONGEST = 8 * 1024;
/** Stand for a number and a string; no text that is analysed holds a NUL. */
const NUMBER = '\0n';
const STRING = '\0s';
/** A text that a boolean column may be compared with. */
const WORD = '\0b';
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
            key += text.slice(kept, at) + (isTruth(text, at + 1, end - 1) ? WORD : STRING);
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
/** `'yes'`, also with blanks around it. */
const isTruth = (text, from, to) => to - from < 32 && (0,picking/* isBoolean */.Lm)(text.slice(from, to));
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
const CONSTANT = '\\0[nsb]';
const ITEM = `(?:-?\\0n|\\0[sb]|null|true|false|default)`;
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
var sql_shape = __nccwpck_require__(2533);
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
    const [{ loadParser }, { analyseText }] = await Promise.all([__nccwpck_require__.e(/* import() */ 745).then(__nccwpck_require__.bind(__nccwpck_require__, 9745)), Promise.all(/* import() */[__nccwpck_require__.e(70), __nccwpck_require__.e(348)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1348))]);
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
        commits: true,
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
        ...(client && terms.holds ? { approvals: client.approvals } : {}),
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
    const [{ openGrant }, { approvalsOf }, { uploadTo }, { useOutboundProxy }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(129), __nccwpck_require__.e(572)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2572)),
        __nccwpck_require__.e(/* import() */ 544).then(__nccwpck_require__.bind(__nccwpck_require__, 2544)),
        __nccwpck_require__.e(/* import() */ 989).then(__nccwpck_require__.bind(__nccwpck_require__, 7989)),
        __nccwpck_require__.e(/* import() */ 211).then(__nccwpck_require__.bind(__nccwpck_require__, 3211)),
    ]);
    useOutboundProxy(process.env);
    const grant = openGrant(session);
    return { grant, approvals: approvalsOf(grant), upload: (terms) => uploadTo(grant, terms) };
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

/***/ 5572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ parseDaemonConfig)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/shape.js
var shape = __nccwpck_require__(9214);
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
function environmentOf({ targets, environment: shared }, options) {
    const result = { ...shared };
    for (const { name, environment, url, database } of targets) {
        const prefix = targets.length === 1 ? '' : `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_`;
        const named = options.databaseUrl && database !== undefined;
        const variables = named ? { ...environment, DATABASE_URL: url } : environment;
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
/** What a job does when a person must approve first: true for `park`. Throws `SluiceError` CONFIG_INVALID that names the option. */
function parseOnPending(text, option) {
    const choice = text.trim();
    if (choice === 'wait' || choice === 'park')
        return choice === 'park';
    throw new SluiceError('CONFIG_INVALID', `${option} is neither wait nor park`, {
        hint: 'Write wait to wait for the approver, or park to end the job and re-run it after the approval',
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
        ...optional('workspace', root.optional('workspace', root.text)),
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

/***/ 7434:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8321);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3828);
/* harmony import */ var _assemble_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2627);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5572);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2947);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(2106);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(1246);
/* harmony import */ var _shutdown_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(324);
/* harmony import */ var _traffic_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(6200);
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
        ending.then((code) => process.exit(code || (process.exitCode ?? 0)), 
        // Left to the handler of crashes, it would be told, and try to end, for ever.
        (error) => {
            (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm)(`could not close: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .trace */ .uP)(error)}`);
            process.exit(1);
        });
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
    const { openControl } = await __nccwpck_require__.e(/* import() */ 53).then(__nccwpck_require__.bind(__nccwpck_require__, 7053));
    return openControl(options);
}
function limit(config, parts, stop) {
    const left = Date.parse(parts.terms.expiresAt) - clock().getTime();
    (0,_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .after */ .Pl)(Math.min(left, config.timeoutMs ?? left), () => stop('expired'));
    if (config.parent !== undefined)
        (0,_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .whenGone */ .kY)(config.parent, () => stop('abandoned'));
}
function announce(config, { terms }, { targets, environment }, control) {
    const sessionUrl = config.grant?.sessionUrl;
    const ready = {
        pid: process.pid,
        session: terms.session,
        ...(sessionUrl ? { sessionUrl } : {}),
        expiresAt: terms.expiresAt,
        record: config.record,
        control,
        targets,
        environment,
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

/***/ 2947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ writeJson),
/* harmony export */   cn: () => (/* binding */ FILES)
/* harmony export */ });
/* unused harmony exports readReady, readClosed, readFailure, readPid */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3828);
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

/***/ 2106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ after),
/* harmony export */   dV: () => (/* binding */ whenIdle),
/* harmony export */   kY: () => (/* binding */ whenGone)
/* harmony export */ });
/* unused harmony export alive */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

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

/***/ 1246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rm: () => (/* binding */ log),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   uP: () => (/* binding */ trace)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);

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
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1246);
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

/***/ 6200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ openTraffic)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/masking/index.js + 52 modules
var masking = __nccwpck_require__(3721);
;// CONCATENATED MODULE: ./lib/protocols/ssh/client-config.js
// What OpenSSH's clients, and those that start them, read to find a session.


/** Names of the files in the session's directory. */
const CONFIG = 'ssh_config';
const HOSTS = 'ssh_hosts';
const KNOWN_HOSTS = 'ssh_known_hosts';
/** What clients of these targets read; each target has a key of its own. */
function sshFiles(endpoints, dir) {
    const keyed = endpoints.flatMap(({ identity, ...endpoint }) => (identity ? [{ endpoint, identity }] : []));
    const keyFile = (at) => `ssh_key_${at + 1}`;
    const knownHosts = (0,external_node_path_.join)(dir, KNOWN_HOSTS);
    const blocks = keyed.map(({ endpoint }, at) => hostBlock(endpoint, { identity: (0,external_node_path_.join)(dir, keyFile(at)), knownHosts }));
    const hosts = keyed.map(({ endpoint: { host, port }, identity }) => knownHostsLine(host, port, identity.hostKey));
    const keys = keyed.map(({ identity }, at) => [keyFile(at), identity.clientKey.reveal()]);
    return {
        files: {
            [CONFIG]: `${blocks.join('\n')}\n${others(blocks)}`,
            [HOSTS]: blocks.join('\n'),
            [KNOWN_HOSTS]: hosts.join(''),
            ...Object.fromEntries(keys),
        },
        keys: keys.map(([name]) => name),
        environment: sshEnvironment((0,external_node_path_.join)(dir, CONFIG)),
    };
}
/** The file with the `Host` blocks and nothing else, given the path in SLUICE_SSH_CONFIG. */
const hostsFile = (config) => join(dirname(config), HOSTS);
/** `ssh -F` reads no other file: without this, git would lose the keys and settings that a job has for other hosts. */
function others(blocks) {
    const ours = blocks.flatMap((block) => /^Host (.+)$/m.exec(block)?.[1]?.split(' ') ?? []);
    const not = ours.map((name) => ` !${name}`).join('');
    return `Host *${not}\n  Include ~/.ssh/config\n  Include /etc/ssh/ssh_config\n`;
}
/** The `Host` block of one target. Throws `SluiceError` CONFIG_INVALID for what ssh_config cannot quote. */
function hostBlock({ target, upstream, host, port, user }, files) {
    const names = [...new Set([target, upstream])].map(literalPattern);
    const lines = [
        `HostName ${host}`,
        `Port ${port}`,
        `User ${quoted(user)}`,
        `IdentityFile ${path(files.identity)}`,
        'IdentitiesOnly yes',
        'IdentityAgent none',
        'PreferredAuthentications publickey',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        `UserKnownHostsFile ${path(files.knownHosts)}`,
        'GlobalKnownHostsFile none',
        'StrictHostKeyChecking yes',
        'UpdateHostKeys no',
        'CheckHostIP no',
        'ForwardAgent no',
        'ForwardX11 no',
        'Compression no',
        'Ciphers aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr',
        // Nothing of the user's own files leads elsewhere.
        'ProxyCommand none',
        'RemoteCommand none',
        'ServerAliveInterval 15',
        'ServerAliveCountMax 3',
    ];
    return `Host ${names.join(' ')}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
/** One line of a known_hosts file; `hostKey` as in `Identity`. */
const knownHostsLine = (host, port, hostKey) => `${port === 22 ? host : `[${host}]:${port}`} ${hostKey}\n`;
/** Variables for those that start ssh themselves, given the path of the file with the blocks. */
function sshEnvironment(config) {
    const shell = `'${config.replaceAll("'", `'\\''`)}'`;
    return {
        SLUICE_SSH_CONFIG: config,
        GIT_SSH_COMMAND: `ssh -F ${shell}`,
        GIT_SSH_VARIANT: 'ssh',
        // rsync takes it apart itself: a doubled quote is one.
        RSYNC_RSH: `ssh -F '${config.replaceAll("'", "''")}'`,
        // Modules need no terminal, which most targets refuse.
        ANSIBLE_SSH_USETTY: 'False',
        ANSIBLE_SSH_ARGS: `-F ${shell} -o ControlMaster=auto -o ControlPersist=60s`,
    };
}
/** `%` begins a token, `${` a variable, and `~` is a home directory: none of them may mean anything in our paths. */
function path(text) {
    if (text.includes('${') || text.startsWith('~'))
        throw unquotable('a path');
    return quoted(text.replaceAll('%', '%%'));
}
function quoted(text) {
    if (/["\\\p{Cc}]/u.test(text))
        throw unquotable('a path or a user');
    return /[\s#=']/.test(text) ? `"${text}"` : text;
}
function literalPattern(name) {
    if (/[\s"'*?!#,\\\p{Cc}]/u.test(name))
        throw unquotable('a target’s name or host');
    return name;
}
const unquotable = (what) => new errors/* SluiceError */.ah('CONFIG_INVALID', `${what} holds characters that ssh_config cannot have there`, {
    hint: 'Choose another directory for temporary files (RUNNER_TEMP, TMPDIR), or another name.',
});

;// CONCATENATED MODULE: ./lib/protocols/clients.js

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
    ssh: {
        // Its clients read files.
        environment: () => ({}),
        url: ({ host, port, user }) => `ssh://${encodeURIComponent(user)}@${host}:${port}`,
        together: sshFiles,
    },
    http: {
        // The password stands in the path, which every client keeps; user and password before the host many refuse.
        environment: ({ target, host, port, password }) => ({
            [`${variable(target)}_URL`]: `http://${host}:${port}/${password}`,
            [`${variable(target)}_TOKEN`]: password,
        }),
        url: ({ host, port, password }) => `http://${host}:${port}/${password}`,
    },
};
/** `billing-api` is `BILLING_API`. */
const variable = (target) => target
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '_')
    .replace(/^(?=[0-9])/, '_');

;// CONCATENATED MODULE: ./lib/protocols/index.js
/** By the name in the policy file; each is loaded when a target speaks it: SSH brings cryptography of its own along. */
const PROTOCOLS = {
    postgres: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(70), __nccwpck_require__.e(92)]).then(__nccwpck_require__.bind(__nccwpck_require__, 92))).postgres,
    ssh: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(472), __nccwpck_require__.e(530)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9530))).ssh,
    http: async () => (await __nccwpck_require__.e(/* import() */ 528).then(__nccwpck_require__.bind(__nccwpck_require__, 6528))).http,
};
/** Undefined for a protocol that this version does not speak. */
async function protocolOf(name) {
    const loaders = PROTOCOLS;
    return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./lib/session/limits.js
var limits = __nccwpck_require__(2106);
// EXTERNAL MODULE: ./lib/masking/catalogue.js
var catalogue = __nccwpck_require__(169);
;// CONCATENATED MODULE: ./lib/masking/sources.js
/** Relations behind views, those of the same text too. */
function reached(sources, views, behind) {
    const found = new Set();
    const add = (source) => {
        if (found.has(source))
            return;
        found.add(source);
        for (const next of behind(source))
            add(next);
        const [column = '', ...relation] = split(source).reverse();
        for (const { relation: name = '', column: own, sources: below } of views)
            if (split(name).at(-1) === relation[0] && (column === '*' || own === undefined || own === column))
                for (const next of below)
                    add(next);
    };
    for (const source of sources)
        add(source);
    return [...found];
}
/** `schema.table.column` with parts left out in front; a name without its schema may be in any. */
function carries({ schema, table, column }, source) {
    const [own = '*', relation, within] = split(source).reverse();
    return meets(column, own) && meets(table, relation) && meets(schema, within);
}
/** True when one name can be meant by both. */
function meets(pattern, name) {
    return name === undefined || name === '*' || glob(pattern, name);
}
function glob(pattern, name) {
    if (!pattern.includes('*'))
        return pattern === name;
    const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's').test(name);
}
/** Parts of a dotted name, unquoted. */
function split(name) {
    return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) => quoted === undefined ? whole : quoted.replaceAll('""', '"'));
}

;// CONCATENATED MODULE: ./lib/masking/places.js

/** How little a mask shows. */
const STRENGTH = { partial: 0, hash: 1, redact: 2, null: 2 };
/** True when the place has a mask that shows no more, and so has every column that it writes to if it is a view. */
function keeps(from, flow, around) {
    if (flow.relation === undefined)
        return false;
    const column = flow.column ?? (flow.named ? from.column : undefined);
    if (column === undefined || !covers(from, flow, { ...around, relation: flow.relation, column }))
        return false;
    return written(flow.relation, column, around).every((name) => {
        const [own = '*', ...relation] = split(name).reverse();
        if (own === '*' || relation.length === 0)
            return false;
        return covers(from, {}, { ...around, relation: name.slice(0, name.lastIndexOf('.')), column: own });
    });
}
/** What a view passes changes on to; nothing for a table. */
function written(relation, column, { views, behind }) {
    const name = `${relation}.${column}`;
    const bare = split(relation).at(-1);
    const isView = views.some(({ relation: made = '' }) => split(made).at(-1) === bare) ||
        // Whose rows are those of its parents and children has the same columns.
        behind(`${relation}.*`).some((source) => !source.endsWith('.*'));
    return isView ? reached([name], views, behind).filter((source) => source !== name) : [];
}
function covers(from, flow, { patterns, relation, column }) {
    const [table = '', schema] = split(relation).reverse();
    const to = patterns.find((pattern) => pattern.column === column || glob(pattern.column, column)
        ? glob(pattern.table, table) && within(pattern, flow, schema)
        : false);
    if (!to || STRENGTH[to.kind] < STRENGTH[from.kind])
        return false;
    // What `partial` shows of a computed value could be any part of it.
    return to.kind !== 'partial' || flow.same === true || flow.named === true;
}
/** A name without its schema is taken as the one that the masks know, unless it may be another. */
function within(pattern, { elsewhere }, schema) {
    return schema === undefined ? !elsewhere || pattern.schema === '*' : glob(pattern.schema, schema);
}

;// CONCATENATED MODULE: ./lib/masking/flows.js



/**
 * Finds the flows that carry a masked column out of its mask's reach, and the masked columns that are asked about:
 * effects `expose` of `masked-column`, and of `masked-predicate` (`strict`, for all that is done with a column) or
 * `masked-comparison` (`flag`, the default, for conditions). Undefined when no column is masked.
 */
function watchFlows(columns, predicates = 'flag') {
    if (columns.length === 0)
        return undefined;
    const patterns = (0,catalogue/* withCatalogue */.M)(columns).map(({ pattern, mask }) => {
        const [column = '*', table = '*', schema = '*'] = pattern.split('.').reverse();
        return { pattern, kind: mask, schema, table, column };
    });
    return (flows, behind, asked = {}) => {
        const views = flows.filter(({ view }) => view);
        const around = { patterns, views, behind };
        const { compares = [], probes, renames = [] } = asked;
        const links = [...flows, ...renames].filter(({ view, named }) => view || named);
        const compared = (predicates === 'strict' ? (probes?.() ?? []) : compares).flatMap((source) => {
            const sources = reached([source], links, behind);
            const hit = patterns.find((pattern) => sources.some((each) => carries(pattern, each)));
            return hit ? [comparison(source, hit.pattern, predicates)] : [];
        });
        const exposed = flows.flatMap((flow) => {
            if (flow.view)
                return flow.sources.includes('*') ? [exposure(flow, undefined)] : [];
            const sources = reached(flow.sources, views, behind);
            const hit = patterns.find((pattern) => sources.some((source) => carries(pattern, source) && !stays(source, flow) && !keeps(pattern, flow, around)));
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
const exposure = (flow, pattern) => ({
    action: 'expose',
    object: 'masked-column',
    ...(flow.relation !== undefined && { name: flow.relation }),
    ...(flow.column !== undefined && { column: flow.column }),
    detail: `${pattern ?? 'a value that may be masked'} to ${flow.place ?? `${flow.relation}.${flow.column ?? '*'}`}`,
});

;// CONCATENATED MODULE: ./lib/policy/globs.js
/** Equality, where `*` stands for any characters other than `/` and `:` (also none). Linear in time: no backtracking over separators. */
function matchesGlob(pattern, value) {
    if (!pattern.includes('*'))
        return pattern === value;
    const parts = pattern.split('*');
    const [first = ''] = parts;
    const last = parts.at(-1) ?? '';
    if (!value.startsWith(first))
        return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
        const found = value.indexOf(part, at);
        if (found === -1 || crosses(value, at, found))
            return false;
        at = found + part.length;
    }
    const end = value.length - last.length;
    return end >= at && value.endsWith(last) && !crosses(value, at, end);
}
function crosses(value, from, to) {
    for (let at = from; at < to; at++)
        if (value[at] === '/' || value[at] === ':')
            return true;
    return false;
}
/**
 * A name of a command line is within a pattern: `*` stops at a slash, `**` stands for any directories. A pattern that the
 * name holds itself is met where all that it stands for is within. `…` and `..` are within nothing.
 */
function matchesPath(pattern, name) {
    const parts = name.split('/');
    if (parts.some((part) => part.includes('…') || part === '..'))
        return false;
    return globs_within(pattern.split('/'), parts, 0, 0);
}
/** A colon is no border here: `rails db:migrate`. */
const plain = (text) => text.replaceAll(':', '\ufffd');
function globs_within(pattern, parts, at, to) {
    const expected = pattern[at];
    if (expected === undefined)
        return to === parts.length;
    if (expected === '**') {
        for (let next = to; next <= parts.length; next++)
            if (globs_within(pattern, parts, at + 1, next))
                return true;
        return false;
    }
    const part = parts[to];
    return (part !== undefined && matchesGlob(plain(expected), plain(part)) && globs_within(pattern, parts, at + 1, to + 1));
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
        ...(definition.weighs && { weighs: definition.weighs }),
        check(effect, bounds = {}) {
            if (actions && !actions.includes(effect.action))
                return undefined;
            if (objects && !objects.includes(effect.object))
                return undefined;
            if (effect.temporary && !temporary)
                return undefined;
            if (when && !when(effect, bounds))
                return undefined;
            const told = named(effect);
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
const named = (effect) => effect.name !== undefined && isOpen(effect.name)
    ? { ...effect, name: 'what is named only when it runs' }
    : effect;
/** A name keeps its case. */
const sentence = (text, { name, column }) => [name, column].some((own) => own !== undefined && text.startsWith(own))
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1);
/** `allow` as it would stand in the guard. An unqualified name has no schema to allow. */
const allowance = (id) => (effect) => effect.name === undefined || isOpen(effect.name)
    ? `allow: [${id}]`
    : `allow: [{ rule: ${id}, ${condition(effect)}: [${effect.name}] }]`;
const condition = ({ action, object }) => action === 'run' && object === 'container' ? 'programs' : (CONDITIONS[object] ?? 'relations');
/** By what an exception tells things of a command line apart. */
const CONDITIONS = {
    path: 'paths',
    surplus: 'paths',
    secret: 'paths',
    disk: 'paths',
    mount: 'paths',
    program: 'programs',
    code: 'programs',
    container: 'names',
    service: 'names',
    process: 'names',
    package: 'names',
    cluster: 'names',
    volume: 'names',
    account: 'names',
    host: 'names',
    shell: 'names',
    environment: 'names',
    'host-container': 'names',
    request: 'names',
};
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
    sh: 'a nested shell',
    bash: 'a nested shell',
    eval: 'eval',
    sudo: 'sudo',
    su: 'su',
    env: 'env',
    ssh: 'ssh',
    xargs: 'xargs',
    'find -exec': 'find -exec',
    substitution: 'a substitution',
    container: 'a container',
};
/** Their details say something of their own; that of the others tells which stored code does it. */
const SPEAKING = new Set(['unknown', 'call', 'set', 'alter', 'execute']);
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
    if (stored && detail !== '' && !SPEAKING.has(action))
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

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/become-account.js

const becomeAccount = rule({
    id: 'become-account',
    family: 'accounts',
    summary: 'a command runs as somebody else: sudo, su',
    match: [{ command: 'sudo systemctl restart app' }, { command: 'su -c ls deploy' }],
    ignore: [{ command: 'systemctl status app' }],
    actions: ['become'],
    objects: ['account'],
    reason: (effect) => `it runs as ${effect.name}`,
    hint: 'Log in as the account that may do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/change-account.js

const changeAccount = rule({
    id: 'change-account',
    family: 'accounts',
    summary: 'accounts, groups, passwords and keys',
    match: [
        { command: 'useradd x' },
        { command: 'usermod -aG sudo x' },
        { command: 'passwd root' },
        { command: 'userdel x' },
    ],
    ignore: [{ command: 'id x' }, { command: 'getent passwd' }],
    actions: ['write', 'remove'],
    objects: ['account'],
    reason: () => 'who may log in, and as what, would change',
    hint: 'Leave accounts to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/change-log.js

const changeLog = rule({
    id: 'change-log',
    family: 'accounts',
    summary: 'a log is written, emptied or removed',
    match: [
        { command: 'rm /var/log/auth.log' },
        { command: ': > /var/log/syslog' },
        { command: 'truncate -s 0 /var/log/app.log' },
    ],
    ignore: [{ command: 'tail /var/log/syslog' }, { command: 'rm /srv/app/app.log' }],
    actions: ['write', 'empty', 'remove', 'permit'],
    objects: ['path'],
    when: (effect) => effect.place === 'log',
    reason: (effect) => `${effect.name} tells what was done`,
    hint: 'Leave it to the rotation of logs',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/tamper-log.js

const tamperLog = rule({
    id: 'tamper-log',
    family: 'accounts',
    summary: 'what tells what was done is removed: logs, histories, their services',
    match: [
        { command: 'history -c' },
        { command: 'unset HISTFILE' },
        { command: 'journalctl --vacuum-time=1s' },
        { command: 'systemctl stop auditd' },
    ],
    ignore: [{ command: 'journalctl -u app' }, { command: 'tail -n 5 /var/log/syslog' }],
    actions: ['remove'],
    objects: ['history'],
    reason: () => 'nobody could tell later what was done',
    hint: 'Leave it to the rotation of logs',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/index.js




const ACCOUNTS = [becomeAccount, changeAccount, tamperLog, changeLog];

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
    match: [
        'SELECT * FROM pg_authid',
        'SELECT query FROM pg_stat_activity',
        'TABLE pg_stats',
        'COPY pg_authid (rolpassword) TO STDOUT',
    ],
    ignore: ['SELECT * FROM pg_class', 'SELECT * FROM app.pg_stats', 'COPY pg_class TO STDOUT'],
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
const HARMLESS = /^(btree_gin|btree_gist|citext|cube|dict_int|earthdistance|fuzzystrmatch|hstore|intarray|isn|ltree|pg_trgm|pgcrypto|plpgsql|seg|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector|postgis)$/;
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
        !(HARMLESS.test(effect.name ?? '') || UNTRUSTED.test(effect.name ?? '')),
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












const CODE = [
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
    when: (effect) => !QUIET.has(effect.object),
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

const cascade = rule({
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

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/catalog-view.js

const catalogView = rule({
    id: 'catalog-view',
    family: 'data-loss',
    summary: 'a view by which settings of the session, or the system catalogue, could be changed under another name',
    match: ['CREATE VIEW ps AS SELECT * FROM pg_settings', 'CREATE TEMP VIEW c AS SELECT * FROM pg_class'],
    ignore: [
        'CREATE VIEW c AS SELECT relname FROM pg_class',
        'CREATE VIEW c AS SELECT s.name FROM pg_settings s JOIN pg_roles r ON true',
    ],
    actions: ['create'],
    objects: ['catalog-view'],
    temporary: true,
    reason: ({ name }) => `who changes rows of the view ${name} changes the server's own`,
    hint: 'Read pg_settings and the catalogue where you need them, or write a function that returns the rows',
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

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-extension.js


/** They bring tables, or all code of a language. */
const HOLDING = /^(postgis|plpgsql)$/;
const dropExtension = rule({
    id: 'drop-extension',
    family: 'data-loss',
    summary: 'DROP EXTENSION of one that may hold tables',
    match: ['DROP EXTENSION pg_cron', 'DROP EXTENSION IF EXISTS postgis'],
    ignore: ['DROP EXTENSION citext', 'DROP EXTENSION "uuid-ossp"'],
    actions: ['drop'],
    objects: ['extension'],
    when: ({ name = '' }) => HOLDING.test(name) || !HARMLESS.test(name.replaceAll('"', '')),
    reason: ({ name }) => `extension ${name} may hold tables, which go with it and all their rows`,
    hint: 'Let a database administrator look at what it holds, and drop it',
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
    summary: 'a table or view takes, or refers by a foreign key to, a name that the guard excepts from a rule about data loss',
    match: [
        'ALTER TABLE users RENAME TO tmp_users',
        'ALTER TABLE app.tmp_users SET SCHEMA scratch',
        'ALTER SCHEMA app RENAME TO scratch',
        'CREATE VIEW tmp_users AS SELECT * FROM users',
        'ALTER TABLE users ADD FOREIGN KEY (id) REFERENCES tmp_users ON DELETE CASCADE',
    ],
    ignore: [
        'ALTER TABLE tmp_users RENAME TO tmp_people',
        'ALTER TABLE tmp_users RENAME TO users',
        'ALTER TABLE users RENAME COLUMN a TO tmp_a',
        'CREATE TABLE tmp_users (a int)',
        'CREATE TABLE tmp_people (id int REFERENCES tmp_users ON DELETE CASCADE)',
    ],
    actions: ['rename', 'move', 'create'],
    temporary: true,
    when: (effect, { excepts }) => {
        const name = given(effect);
        if (effect.object === 'foreign-key')
            return name !== undefined && effect.lock !== 'none' && excepts?.(name, effect.name, REMOVING) === true;
        return (name !== undefined && excepts?.(name, effect.action === 'rename' ? effect.name : undefined) === true);
    },
    reason: (effect) => effect.object === 'foreign-key'
        ? `rows of ${effect.name} could be removed with those of ${given(effect)}, which this guard excepts from a rule about data loss`
        : `what ${effect.name} holds could be removed under the name ${given(effect)}, which this guard excepts from a rule about data loss`,
    hint: 'Choose a name that no exception of the guard covers',
});
/** Only these take along what refers to a row. */
const REMOVING = /^(delete|update|truncate|many)-?/;
/** The name by which it is found afterwards; `app.*` for all that a schema holds. */
function given({ action, object, name, detail = '' }) {
    if (action === 'create' && object === 'foreign-key')
        return /^to (.+?)(?:, ON |$)/.exec(detail)?.[1];
    if (action === 'create')
        return /^(view|materialized-view|foreign-table)$/.test(object) ? name : undefined;
    const [, to] = /^to (.+)$/.exec(detail) ?? [];
    return to !== undefined && object === 'schema' ? `${to}.*` : to;
}

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/extension-member.js

const extensionMember = rule({
    id: 'extension-member',
    family: 'data-loss',
    summary: 'a table or another object is made part of an extension, and goes with it',
    match: ['ALTER EXTENSION hstore ADD TABLE users', 'ALTER MATERIALIZED VIEW v DEPENDS ON EXTENSION hstore'],
    ignore: ['ALTER EXTENSION hstore UPDATE', 'ALTER MATERIALIZED VIEW v NO DEPENDS ON EXTENSION hstore'],
    actions: ['alter'],
    objects: ['extension-member'],
    reason: ({ name, detail }) => `${name} becomes a part ${detail}: whoever drops that drops it too, with all its rows`,
    hint: 'Leave the extension as it was installed',
});

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
        { action: 'transaction', object: 'commit', rows: 'unknown' },
    ],
    ignore: [
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1000 },
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown' },
        { action: 'insert', object: 'table', name: 'users', estimate: 5000 },
        { action: 'transaction', object: 'begin', estimate: 5000 },
    ],
    actions: ['delete', 'update', 'transaction'],
    when: ({ action, object, detail, rows: which, estimate }, { rows }) => (action !== 'transaction' || object === 'commit' || detail === 'commit') &&
        rows !== undefined &&
        ((action === 'transaction' && which === 'unknown') || (estimate ?? 0) > rows),
    reason: ({ action, name, rows: which, estimate = 0 }, { rows = 0 }) => action === 'transaction' && which === 'unknown'
        ? `nobody can tell how many rows this transaction deletes or updates, and the guard lets ${count(rows)} pass`
        : action === 'transaction'
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

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/update-blanket.js

const updateBlanket = rule({
    id: 'update-blanket',
    family: 'data-loss',
    summary: 'UPDATE that writes the same values over all rows that a range, IS NOT NULL or a join lets through',
    match: [
        'UPDATE users SET a = NULL WHERE id > -1',
        "UPDATE users SET a = 0, b = '' WHERE id IS NOT NULL AND id <> 0",
        'UPDATE users SET a = 0 WHERE (abs(id) + 1 > 0) IS TRUE',
        'UPDATE users SET a = 0 FROM orders o WHERE o.user_id = users.id',
    ],
    ignore: [
        'UPDATE users SET a = a + 1 WHERE id > 0',
        'UPDATE users SET a = 0 WHERE a IS NULL',
        'UPDATE users SET a = 0 WHERE id BETWEEN 1 AND 1000',
        'UPDATE users SET a = 0 WHERE id >= 1 AND id < 1000',
        'UPDATE users SET a = 0 WHERE id = 5',
        'UPDATE users SET a = 0 WHERE created_at < now() - $1::interval',
        "UPDATE users SET a = 0 WHERE seen_at < '2000-01-01'",
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1 WHERE id > 0',
    ],
    actions: ['update'],
    objects: ['table'],
    when: ({ blanket, rows, stored, detail }) => blanket === true && rows === 'unknown' && !stored && detail !== 'new columns',
    reason: ({ name }) => `what this UPDATE tests says nothing of the rows: it may overwrite all of ${name}`,
    hint: 'Say by value which rows it is, WHERE status = …, or change them in batches: WHERE id IN (SELECT id … LIMIT 1000)',
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
    updateBlanket,
    lossyType,
    exceptedName,
    manyRows,
    cascade,
    detachPartition,
    attachTable,
    emptyView,
    catalogWrite,
    catalogView,
    extensionMember,
    dropExtension,
    unloggedTable,
];

;// CONCATENATED MODULE: ./lib/policy/rules/files/change-permissions.js

const changePermissions = rule({
    id: 'change-permissions',
    family: 'files',
    summary: 'who may read and run files: recursively, of the system, setuid, for everybody',
    match: [
        { command: 'chmod -R 755 /srv/app' },
        { command: 'chown -R app: /etc/app' },
        { command: 'chmod 4755 /srv/app/run' },
        { command: 'chmod 777 /srv/app/run' },
    ],
    ignore: [{ command: 'chmod 644 /srv/app/a' }, { command: 'chmod u+x /tmp/x' }],
    actions: ['permit'],
    objects: ['path'],
    when: (effect) => effect.recursive === true ||
        effect.detail !== undefined ||
        !['own', 'temporary'].includes(effect.place ?? ''),
    reason: (effect) => `access to ${effect.name} would change`,
    hint: 'Name the files, and give no more than is needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/empty-file.js

const emptyFile = rule({
    id: 'empty-file',
    family: 'files',
    summary: 'the content of a file is dropped',
    match: [
        { command: 'truncate -s 0 /srv/app/data.db' },
        { command: 'cp /dev/null /srv/app/data.db' },
        { command: 'dd if=/dev/zero of=/srv/app/data.db' },
    ],
    ignore: [{ command: 'truncate -s 0 /tmp/x' }, { command: 'cp a b' }],
    actions: ['empty'],
    objects: ['path'],
    when: (effect) => !['temporary', 'log'].includes(effect.place ?? ''),
    reason: (effect) => `what is in ${effect.name} would be gone`,
    hint: 'Keep a copy, or write the new content in one step',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/mirror-delete.js

const mirrorDelete = rule({
    id: 'mirror-delete',
    family: 'files',
    summary: 'what a sender does not have is removed: `rsync --delete`',
    match: [
        { command: 'rsync --server -logDtpre.iLsfxC --delete-during . /srv/app/' },
        { command: 'rsync -a --delete build/ /srv/app/' },
    ],
    ignore: [{ command: 'rsync --server -logDtpre.iLsfxC . /srv/app/' }],
    actions: ['remove'],
    objects: ['surplus'],
    reason: (effect) => `whatever the sender does not have would be removed from ${effect.name}`,
    hint: 'Send without --delete, into a directory of its own',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/mount.js

const mount = rule({
    id: 'mount',
    family: 'files',
    summary: 'a file system is mounted or taken away',
    match: [{ command: 'mount /dev/sdb1 /mnt' }, { command: 'umount /srv' }],
    ignore: [{ command: 'mount' }, { command: 'findmnt' }],
    actions: ['write'],
    objects: ['mount'],
    reason: () => 'paths would lead to other files',
    hint: 'Leave it to /etc/fstab',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-everything.js

const removeEverything = rule({
    id: 'remove-everything',
    family: 'files',
    summary: 'the root, a directory of the top level or a whole home directory is removed',
    match: [
        { command: 'rm -rf /' },
        { command: 'cd / && rm -rf *' },
        { command: 'find /var -delete' },
        { command: 'rm -rf ~' },
    ],
    ignore: [{ command: 'rm -rf /srv/app/tmp' }, { command: 'rm -rf /tmp/build' }],
    actions: ['remove'],
    objects: ['path'],
    keepsBlock: true,
    when: (effect) => effect.place === 'root',
    reason: (effect) => `everything below ${effect.name} would be removed`,
    hint: 'Name the directory that must go',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-file.js

const removeFile = rule({
    id: 'remove-file',
    family: 'files',
    summary: 'a file is removed',
    match: [{ command: 'rm /srv/app/old.txt' }, { command: 'unlink /srv/app/current' }],
    ignore: [{ command: 'rm -rf /srv/app/tmp' }, { command: 'rm /tmp/x' }],
    actions: ['remove'],
    objects: ['path'],
    when: (effect) => effect.recursive !== true && effect.place === 'own',
    reason: (effect) => `${effect.name} would be removed`,
    hint: 'Move it away first',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-recursive.js

const removeRecursive = rule({
    id: 'remove-recursive',
    family: 'files',
    summary: 'a directory is removed with all that is in it',
    match: [
        { command: 'rm -rf /srv/app/releases/1' },
        { command: 'rm -r""f /srv/app/data' },
        { command: 'find /srv/app -delete' },
    ],
    ignore: [{ command: 'rm /srv/app/old.txt' }, { command: 'rm -rf /tmp/build' }],
    actions: ['remove'],
    objects: ['path'],
    when: (effect) => effect.recursive === true && effect.place === 'own',
    reason: (effect) => `${effect.name} would be removed with all that is in it`,
    hint: 'Remove the files by name, or move the directory away',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-system.js

const removeSystem = rule({
    id: 'remove-system',
    family: 'files',
    summary: 'a file of the system is removed, or one whose place is not known',
    match: [{ command: 'rm /etc/nginx/nginx.conf' }, { command: 'rm -f /usr/bin/env' }],
    ignore: [{ command: 'rm /srv/app/old.txt' }, { command: 'rm -rf /srv/app/tmp' }],
    actions: ['remove'],
    objects: ['path'],
    when: (effect) => ['critical', 'startup', 'system', 'kernel', 'device', 'unknown'].includes(effect.place ?? ''),
    reason: (effect) => `${effect.name} would be removed`,
    hint: 'Leave files of the system to its package manager',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-critical.js

const writeCritical = rule({
    id: 'write-critical',
    family: 'files',
    summary: 'who may do what, and how the host starts: /etc/passwd, sudoers, PAM, ~/.ssh',
    match: [
        { command: 'echo x >> /etc/sudoers' },
        { command: 'tee -a ~/.ssh/authorized_keys' },
        { command: ': > /etc/passwd' },
    ],
    ignore: [{ command: 'cat /etc/passwd' }, { command: 'echo x > /srv/app/passwd.txt' }],
    actions: ['write', 'empty', 'permit'],
    objects: ['path'],
    when: (effect) => effect.place === 'critical',
    reason: (effect) => `${effect.name} decides who may do what on this host`,
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-disk.js

const writeDisk = rule({
    id: 'write-disk',
    family: 'files',
    summary: 'disks, partitions and file systems',
    match: [
        { command: 'mkfs.ext4 /dev/sdb1' },
        { command: 'dd if=/dev/zero of=/dev/sda' },
        { command: 'wipefs -a /dev/sdb' },
    ],
    ignore: [{ command: 'lsblk' }, { command: 'df -h' }],
    actions: ['write'],
    objects: ['disk'],
    keepsBlock: true,
    reason: () => 'what is on a disk would be gone',
    hint: 'Leave disks to who runs the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-file.js

const writeFile = rule({
    id: 'write-file',
    family: 'files',
    summary: 'a file is written, which may overwrite it',
    match: [
        { command: 'echo 1 > /srv/app/VERSION' },
        { command: 'rsync --server -logDtpre.iLsfxC . /srv/app/' },
        { command: 'scp -t /srv/app' },
        { command: 'ln -sfn /srv/app/releases/2 /srv/app/current' },
    ],
    ignore: [{ command: 'echo 1 > /dev/null' }, { command: 'cat /srv/app/VERSION' }],
    actions: ['write'],
    objects: ['path'],
    when: (effect) => effect.place === 'own',
    reason: (effect) => `${effect.name} would be written`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-startup.js

const writeStartup = rule({
    id: 'write-startup',
    family: 'files',
    summary: 'what runs by itself later: units, profiles, hooks, schedules in files',
    match: [
        { command: 'cp app.service /etc/systemd/system/app.service' },
        { command: "echo 'alias ls=rm' >> ~/.bashrc" },
        { command: 'mv job /etc/cron.d/job' },
    ],
    ignore: [{ command: 'cp app.service /srv/app/app.service' }],
    actions: ['write', 'empty', 'permit'],
    objects: ['path'],
    when: (effect) => effect.place === 'startup',
    reason: (effect) => `${effect.name} runs by itself later`,
    hint: 'Show somebody what it holds',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-system.js

const writeSystem = rule({
    id: 'write-system',
    family: 'files',
    summary: 'a file of the system is written, or one whose place is not known',
    match: [
        { command: 'cp app.conf /etc/nginx/conf.d/app.conf' },
        { command: 'mv x /usr/local/bin/x' },
        { command: 'echo 1 > "$FILE"' },
    ],
    ignore: [{ command: 'cp a /srv/app/a' }, { command: 'echo 1 > /tmp/x' }],
    actions: ['write'],
    objects: ['path'],
    when: (effect) => ['system', 'unknown', 'device', 'kernel', 'root'].includes(effect.place ?? ''),
    reason: (effect) => `${effect.name} would be written`,
    hint: 'Keep files of the application in its own directory, or install a package',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/index.js













const FILES = [
    removeEverything,
    removeSystem,
    removeRecursive,
    removeFile,
    mirrorDelete,
    emptyFile,
    writeSystem,
    writeCritical,
    writeStartup,
    writeFile,
    changePermissions,
    writeDisk,
    mount,
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

const replication = rule({
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
    replication,
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
    summary: 'DROP CONSTRAINT of a table or a domain, and ALTER CONSTRAINT … NOT ENFORCED',
    covers: ['squawk/ban-drop-constraint', 'atlas/CD101'],
    match: [
        'ALTER TABLE users DROP CONSTRAINT pk',
        'ALTER DOMAIN d DROP CONSTRAINT c',
        'ALTER TABLE orders ALTER CONSTRAINT user_fk NOT ENFORCED',
    ],
    ignore: ['ALTER TABLE users ADD COLUMN a int', 'ALTER TABLE orders ALTER CONSTRAINT user_fk DEFERRABLE'],
    actions: ['drop'],
    objects: ['constraint'],
    reason: ({ name, detail }) => detail === 'NOT ENFORCED'
        ? `NOT ENFORCED takes an integrity check from ${name}`
        : `DROP CONSTRAINT takes an integrity check from ${name}`,
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

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/referential-action.js

const referentialAction = rule({
    id: 'referential-action',
    family: 'integrity',
    summary: 'a foreign key of a table that was there before, with CASCADE, SET NULL or SET DEFAULT',
    match: [
        'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID',
        'ALTER TABLE orders ADD COLUMN user_id int REFERENCES users (id) ON UPDATE CASCADE',
    ],
    ignore: [
        'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE RESTRICT NOT VALID',
        'CREATE TABLE orders (user_id int REFERENCES users ON DELETE CASCADE)',
    ],
    actions: ['create'],
    objects: ['foreign-key'],
    when: ({ detail = '', lock }) => lock !== 'none' && / ON (?:DELETE|UPDATE)$/.test(detail),
    reason: ({ name, detail = '' }) => `from then on, rows of ${name} go or change along with those of ${refersTo(detail)}`,
    hint: 'Leave ON DELETE and ON UPDATE out, and change the rows that refer to others by statements of their own',
});
const refersTo = (detail) => /^to (.+?)(?:, ON |$)/.exec(detail)?.[1] ?? 'it';

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
    when: ({ action, detail }) => action === 'call' || (detail !== undefined && !detail.startsWith('owned by ')),
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
    referentialAction,
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

;// CONCATENATED MODULE: ./lib/policy/rules/masking/file-download.js

const fileDownload = rule({
    id: 'file-download',
    family: 'masking',
    summary: 'a file leaves a host as it is, past the masks of its target: sftp, scp, rsync, git',
    match: [{ action: 'copy-out', object: 'path', name: '/srv/app/export.csv' }],
    ignore: [{ command: 'cat /srv/app/export.csv' }, { command: 'scp -f /srv/app/export.csv' }],
    actions: ['copy-out'],
    objects: ['path'],
    reason: (effect) => `${effect.name ?? 'a file'} would leave as it is, and what commands show of this target is masked`,
    hint: 'Show the lines that are needed with a command, whose output is masked',
});

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

/** Told by rules of their own. */
const OTHERS = new Set(['masked-predicate', 'masked-comparison', 'secret', 'environment']);
const maskedCopy = rule({
    id: 'masked-copy',
    family: 'masking',
    summary: 'a masked column is copied, renamed or sent to where no mask finds it',
    match: [
        'CREATE TABLE x AS SELECT ssn FROM users',
        'UPDATE users SET note = ssn',
        'CREATE TABLE x (k text REFERENCES users (ssn) ON UPDATE CASCADE)',
        'ALTER TABLE users RENAME ssn TO number',
        "SELECT pg_notify('x', ssn) FROM users",
        "SELECT set_config('a.b', (SELECT ssn FROM users LIMIT 1), false)",
        'SELECT pg_advisory_lock(ascii(ssn)) FROM users',
    ],
    ignore: [
        'UPDATE users SET ssn = lower(ssn)',
        'INSERT INTO t SELECT id FROM users',
        'SELECT ssn FROM users',
        'CREATE TABLE x (k text REFERENCES users (ssn))',
    ],
    actions: ['expose'],
    when: ({ object }) => !OTHERS.has(object),
    temporary: true,
    reason: (effect) => `this would show masked values in clear: ${effect.detail}`,
    hint: 'Name the columns that are copied and leave the masked ones out, or mask the new column too',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/masked-predicate.js

const maskedPredicate = rule({
    id: 'masked-predicate',
    family: 'masking',
    summary: 'more is done with a column under a strict mask than to show or overwrite it',
    match: [{ action: 'expose', object: 'masked-predicate', name: 'users', column: 'ssn' }],
    ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-comparison', name: 'users' }],
    actions: ['expose'],
    objects: ['masked-predicate'],
    temporary: true,
    reason: (effect) => `what comes of it would tell the masked ${thing(effect, 'column')}`,
    hint: 'Show the column as it is, and select, sort and compute by columns that are not masked',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/index.js




const MASKING = [fileDownload, maskedCopy, maskedPredicate, maskedComparison];

;// CONCATENATED MODULE: ./lib/policy/rules/network/reach-host.js

const reachHost = rule({
    id: 'reach-host',
    family: 'network',
    summary: 'something is fetched from another host',
    match: [{ command: 'curl -fsS https://example.com/version' }, { command: 'scp build:/x /srv/app/x' }],
    ignore: [{ command: 'curl -fsS http://localhost:8080/health' }, { command: 'uptime' }],
    actions: ['reach'],
    objects: ['host'],
    when: (effect) => effect.name !== 'localhost',
    reason: (effect) => `${effect.name} would be asked`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/remote-shell.js

const remoteShell = rule({
    id: 'remote-shell',
    family: 'network',
    summary: 'a command runs on yet another host',
    match: [{ command: 'ssh db1 uptime' }, { command: 'systemctl -H db1 status' }],
    ignore: [{ command: 'uptime' }],
    actions: ['reach'],
    objects: ['shell'],
    reason: (effect) => `${effect.name} would be reached from here, past its own guard`,
    hint: 'Open a session with that host as a target',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/send-to-host.js

const sendToHost = rule({
    id: 'send-to-host',
    family: 'network',
    summary: 'something is sent to another host',
    match: [
        { command: 'curl -d @report.txt https://example.com' },
        { command: 'scp /srv/app/x build:/x' },
        { command: 'nc example.com 80' },
        { command: 'git push' },
    ],
    ignore: [{ command: 'curl -fsS https://example.com' }, { command: 'git pull' }],
    actions: ['send'],
    objects: ['host'],
    reason: (effect) => `something would be sent to ${effect.name}`,
    hint: 'Let the job fetch it through this session',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/unknown-sql.js

const unknownSql = rule({
    id: 'unknown-sql',
    family: 'network',
    summary: 'a client of a database sends what does not stand in the command line, or copies it',
    match: [{ command: 'psql -f migration.sql' }, { command: 'pg_dump app' }, { command: 'mysql < dump.sql' }],
    ignore: [{ command: "psql -c 'SELECT 1'" }, { command: 'pg_isready' }],
    actions: ['run'],
    objects: ['database'],
    reason: (effect) => `what ${effect.name} sends is not judged here`,
    hint: 'Open a session with the database as a target, or write the SQL out: psql -c',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/index.js




const NETWORK = [reachHost, sendToHost, remoteShell, unknownSql];

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

const unknown = rule({
    id: 'unknown',
    family: 'opaque',
    summary: 'code whose effect is only known when it runs',
    match: [
        'DO $$ BEGIN EXECUTE (SELECT statement FROM jobs); END $$',
        "SELECT set_config(name, 'x', false) FROM t",
    ],
    ignore: ["DO $$ BEGIN EXECUTE 'SELECT 1'; END $$"],
    actions: ['unknown'],
    when: (effect) => !['syntax', 'text', 'command'].includes(effect.object),
    reason: (effect) => `its effect is not known before it runs: ${effect.detail}`,
    hint: "Write the statement out, or let PostgreSQL quote what is put in: format('ALTER TABLE %I DROP CONSTRAINT %I', …) can be judged",
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




const OPAQUE = [doesNotParse, cannotAnalyse, unknown, unprepared];

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

;// CONCATENATED MODULE: ./lib/policy/rules/requests/listed-request.js

const listedRequest = rule({
    id: 'listed-request',
    family: 'requests',
    summary: 'what the guard lists under `requests`, with the verdict that stands there',
    match: [{ action: 'remove', object: 'request', name: '/v1/users/{id}', listed: 'hold' }],
    ignore: [
        { action: 'remove', object: 'request', name: '/v1/users/{id}', listed: 'allow' },
        { action: 'remove', object: 'request', name: '/v1/users/42' },
    ],
    objects: ['request'],
    when: ({ listed }) => listed !== undefined && listed !== 'allow',
    weighs: ({ listed }) => (listed === 'allow' ? undefined : listed),
    reason: ({ name = 'this' }) => `requests to ${name} are listed`,
    hint: 'Ask whoever keeps the policy file what to use instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/requests/unsafe-request.js

const unsafeRequest = rule({
    id: 'unsafe-request',
    family: 'requests',
    summary: 'a request whose method changes something, and that the guard does not list under `requests`',
    match: [
        { action: 'remove', object: 'request', name: '/v1/users/42' },
        { action: 'call', object: 'request', name: '/v1/refunds' },
    ],
    ignore: [
        { action: 'read', object: 'request', name: '/v1/users/42' },
        { action: 'remove', object: 'request', name: '/v1/jobs/{id}', listed: 'allow' },
    ],
    actions: ['write', 'remove', 'call', 'unknown'],
    objects: ['request'],
    when: ({ listed }) => listed === undefined,
    reason: ({ name = 'a path', action }) => action === 'remove' ? `what is at ${name} would be removed` : `${name} would change something`,
    hint: 'List it under `requests` of the guard when it may pass',
});

;// CONCATENATED MODULE: ./lib/policy/rules/requests/index.js


const REQUESTS = [listedRequest, unsafeRequest];

;// CONCATENATED MODULE: ./lib/policy/rules/secrets/expose-environment.js

const exposeEnvironment = rule({
    id: 'expose-environment',
    family: 'secrets',
    summary: 'the environment of a program is printed',
    match: [
        { command: 'env' },
        { command: 'printenv' },
        { command: 'export -p' },
        { command: 'docker inspect web' },
        { command: 'ps auxe' },
    ],
    ignore: [{ command: 'printenv PATH' }, { command: 'ps aux' }, { command: 'env LANG=C ls' }],
    actions: ['expose'],
    objects: ['environment'],
    reason: () => 'environments hold passwords and tokens',
    hint: 'Print the one variable that is needed: printenv LANG',
});

;// CONCATENATED MODULE: ./lib/policy/rules/secrets/expose-secret.js

const exposeSecret = rule({
    id: 'expose-secret',
    family: 'secrets',
    summary: 'a file that may hold keys, passwords or tokens is read',
    match: [
        { command: 'cat ~/.ssh/id_ed25519' },
        { command: 'cat /etc/shadow' },
        { command: 'cat /proc/1/environ' },
        { command: 'tar cz /etc' },
        { command: 'history' },
    ],
    ignore: [{ command: 'cat ~/.ssh/id_ed25519.pub' }, { command: 'cat /srv/app/log/app.log' }],
    actions: ['expose'],
    objects: ['secret'],
    reason: (effect) => `${effect.name} may hold secrets`,
    hint: 'Read only what is needed: no keys, no configuration with passwords',
});

;// CONCATENATED MODULE: ./lib/policy/rules/secrets/index.js


const SECRETS = [exposeSecret, exposeEnvironment];

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

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-cluster.js

const changeCluster = rule({
    id: 'change-cluster',
    family: 'services',
    summary: 'objects of a cluster are changed',
    match: [
        { command: 'kubectl apply -f app.yaml' },
        { command: 'kubectl rollout restart deployment/app' },
        { command: 'helm upgrade app ./chart' },
    ],
    ignore: [{ command: 'kubectl get pods' }, { command: 'helm list' }],
    actions: ['write'],
    objects: ['cluster'],
    reason: (effect) => `${effect.name ?? 'objects'} would change in the cluster`,
    hint: 'Show somebody the difference: kubectl diff',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-firewall.js

const changeFirewall = rule({
    id: 'change-firewall',
    family: 'services',
    summary: 'firewalls, routes and addresses',
    match: [{ command: 'iptables -F' }, { command: 'ufw disable' }, { command: 'ip route del default' }],
    ignore: [{ command: 'iptables -L -n' }, { command: 'ip addr show' }],
    actions: ['write'],
    objects: ['firewall'],
    reason: () => 'who can reach what would change',
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-kernel.js

const changeKernel = rule({
    id: 'change-kernel',
    family: 'services',
    summary: 'the kernel, its modules and settings, the clock',
    match: [
        { command: 'sysctl -w vm.drop_caches=3' },
        { command: 'modprobe x' },
        { command: 'echo b > /proc/sysrq-trigger' },
    ],
    ignore: [{ command: 'sysctl vm.swappiness' }, { command: 'uname -a' }],
    actions: ['write'],
    objects: ['kernel'],
    reason: () => 'the kernel would run otherwise',
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-schedule.js

const changeSchedule = rule({
    id: 'change-schedule',
    family: 'services',
    summary: 'what runs at a time: crontab, at, timers',
    match: [{ command: 'crontab -r' }, { command: 'crontab jobs' }, { command: 'at now' }],
    ignore: [{ command: 'crontab -l' }, { command: 'atq' }],
    actions: ['write', 'remove'],
    objects: ['schedule'],
    reason: () => 'what runs by itself would change',
    hint: 'Install a file in /etc/cron.d that is reviewed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/host-container.js

const hostContainer = rule({
    id: 'host-container',
    family: 'services',
    summary: 'a container gets the host: --privileged, its root, its processes, the socket of docker',
    match: [
        { command: 'docker run -v /:/host alpine' },
        { command: 'docker run --privileged alpine' },
        { command: 'docker run -v /var/run/docker.sock:/s alpine' },
    ],
    ignore: [{ command: 'docker run -v /srv/app/data:/data alpine' }],
    actions: ['run'],
    objects: ['host-container'],
    keepsBlock: true,
    reason: () => 'a container would get what belongs to the host',
    hint: 'Mount only directories of the application',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/install-package.js

const installPackage = rule({
    id: 'install-package',
    family: 'services',
    summary: 'packages are installed or brought up to date, which runs their scripts',
    match: [
        { command: 'apt-get install -y nginx' },
        { command: 'dnf upgrade -y' },
        { command: 'pip install x' },
    ],
    ignore: [{ command: 'apt list --installed' }, { command: 'dpkg -l' }],
    actions: ['write'],
    objects: ['package'],
    reason: (effect) => `${effect.name ?? 'packages'} would be installed`,
    hint: 'Build an image, or leave it to the configuration management',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/power.js

const power = rule({
    id: 'power',
    family: 'services',
    summary: 'the host is stopped or started anew',
    match: [
        { command: 'reboot' },
        { command: 'shutdown -h now' },
        { command: 'systemctl poweroff' },
        { command: 'init 0' },
    ],
    ignore: [{ command: 'uptime' }, { command: 'shutdown -c' }],
    actions: ['stop'],
    objects: ['host'],
    keepsBlock: true,
    reason: () => 'the host would stop',
    hint: 'Ask who runs the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/remove-from-cluster.js

const removeFromCluster = rule({
    id: 'remove-from-cluster',
    family: 'services',
    summary: 'objects of a cluster are deleted, or left without a replica',
    match: [
        { command: 'kubectl delete namespace app' },
        { command: 'helm uninstall app' },
        { command: 'kubectl scale --replicas=0 deployment/app' },
    ],
    ignore: [{ command: 'kubectl get pods' }, { command: 'kubectl scale --replicas=3 deployment/app' }],
    actions: ['remove'],
    objects: ['cluster'],
    reason: (effect) => `${effect.name ?? 'objects'} would be gone from the cluster`,
    hint: 'Scale or roll out instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/remove-package.js

const removePackage = rule({
    id: 'remove-package',
    family: 'services',
    summary: 'packages are removed',
    match: [{ command: 'apt-get purge -y postgresql' }, { command: 'rpm -e httpd' }],
    ignore: [{ command: 'apt list' }],
    actions: ['remove'],
    objects: ['package'],
    reason: (effect) => `${effect.name ?? 'packages'} would be removed`,
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/remove-volume.js

const removeVolume = rule({
    id: 'remove-volume',
    family: 'services',
    summary: 'data of containers is removed',
    match: [
        { command: 'docker compose down -v' },
        { command: 'docker volume rm data' },
        { command: 'docker system prune -a --volumes' },
    ],
    ignore: [{ command: 'docker compose down' }, { command: 'docker volume ls' }],
    actions: ['remove'],
    objects: ['volume'],
    reason: () => 'what containers keep would be gone',
    hint: 'Leave volumes alone, or remove them by hand after a backup',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/run-container.js

const runContainer = rule({
    id: 'run-container',
    family: 'services',
    summary: 'a container is run from an image, or built',
    match: [{ command: 'docker run --rm alpine ls' }, { command: 'docker build .' }],
    ignore: [{ command: 'docker ps' }, { command: 'docker compose up -d' }],
    actions: ['run'],
    objects: ['container'],
    reason: (effect) => `nobody knows here what ${effect.name} does`,
    hint: 'Start it from a compose file that is reviewed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/start-container.js

const startContainer = rule({
    id: 'start-container',
    family: 'services',
    summary: 'containers are started, or images pulled',
    match: [
        { command: 'docker compose pull' },
        { command: 'docker compose up -d' },
        { command: 'docker restart web' },
    ],
    ignore: [{ command: 'docker ps' }, { command: 'docker logs web' }],
    actions: ['start'],
    objects: ['container'],
    reason: (effect) => `${effect.name ?? 'containers'} would start anew`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/start-service.js

const startService = rule({
    id: 'start-service',
    family: 'services',
    summary: 'a service is started, restarted or enabled',
    match: [
        { command: 'systemctl restart app' },
        { command: 'systemctl daemon-reload' },
        { command: 'supervisorctl restart web' },
    ],
    ignore: [{ command: 'systemctl status app' }],
    actions: ['start'],
    objects: ['service'],
    reason: (effect) => `the service ${effect.name ?? ''} would start anew`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/stop-container.js

const stopContainer = rule({
    id: 'stop-container',
    family: 'services',
    summary: 'containers or images are stopped or removed',
    match: [{ command: 'docker rm -f web' }, { command: 'docker compose down' }],
    ignore: [{ command: 'docker compose up -d' }, { command: 'docker ps' }],
    actions: ['stop'],
    objects: ['container'],
    reason: (effect) => `${effect.name ?? 'containers'} would stop`,
    hint: 'Start them anew instead: docker compose up -d',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/stop-process.js

const stopProcess = rule({
    id: 'stop-process',
    family: 'services',
    summary: 'processes are ended',
    match: [{ command: 'kill -9 123' }, { command: 'pkill -f worker' }],
    ignore: [{ command: 'kill -0 123' }, { command: 'pgrep worker' }],
    actions: ['stop', 'write'],
    objects: ['process'],
    reason: (effect) => `${effect.name ?? 'a process'} would be ended`,
    hint: 'Restart the service that it belongs to',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/stop-service.js

const stopService = rule({
    id: 'stop-service',
    family: 'services',
    summary: 'a service is stopped or disabled',
    match: [
        { command: 'systemctl stop app' },
        { command: 'systemctl disable --now app' },
        { command: 'service app stop' },
    ],
    ignore: [{ command: 'systemctl restart app' }, { command: 'systemctl status app' }],
    actions: ['stop'],
    objects: ['service'],
    reason: (effect) => `the service ${effect.name ?? ''} would stop`,
    hint: 'Restart it instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/index.js
















const SERVICES = [
    stopService,
    startService,
    stopProcess,
    power,
    installPackage,
    removePackage,
    startContainer,
    runContainer,
    hostContainer,
    stopContainer,
    removeVolume,
    changeCluster,
    removeFromCluster,
    changeFirewall,
    changeKernel,
    changeSchedule,
];

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __nccwpck_require__(5966);
;// CONCATENATED MODULE: ./lib/policy/rules/session/settings.js

/** Settings that are kept for later sessions. */
const STORED = ['role-setting', 'database-setting', 'system-setting'];
/** SET of one of these kinds, here or stored, unless to the value that it should have. */
const changes = (effect, kind) => effect.name !== undefined && (0,settings/* settingKind */.TX)(effect.name) === kind && effect.detail !== 'to its safe value';
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
    when: (effect) => changes(effect, 'audit') && !settings_reset(effect),
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
    when: (effect) => changes(effect, 'code') && effect.name !== 'check_function_bodies',
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
        (changes(effect, 'protection') &&
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
    when: (effect) => changes(effect, 'protection') && READ_WRITE.test(effect.name ?? ''),
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
    when: (effect) => changes(effect, 'protection') && !settings_reset(effect) && effect.name === 'row_security',
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
    when: (effect) => changes(effect, 'names') && !settings_reset(effect),
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
    when: (effect) => changes(effect, 'text') && !settings_reset(effect),
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

/** What a reader does; rules of their own judge calls, settings and what nobody knows. Everything else writes, or makes others act or wait. */
const READS = new Set('read copy-out transaction prepare cursor explain execute expose set call become reach unknown'.split(' '));
/** Requests have a rule of their own. */
const ELSEWHERE = 'request';
const LISTENS = new Set(['listen', 'unlisten']);
const write = rule({
    id: 'write',
    family: 'session',
    summary: 'anything that changes something (the rule behind read-only)',
    match: [
        'INSERT INTO t VALUES (1)',
        'CREATE TABLE t (a int)',
        'SELECT * FROM t FOR UPDATE',
        'COMMENT ON TABLE t IS NULL',
        'NOTIFY jobs',
        'SELECT pg_advisory_lock(1)',
    ],
    ignore: ['SELECT * FROM t', 'EXPLAIN DELETE FROM t', 'BEGIN', "SET work_mem = '1MB'", 'LISTEN jobs'],
    when: ({ action, object }) => object !== ELSEWHERE && !READS.has(action) && !(action === 'notify' && LISTENS.has(object)),
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

;// CONCATENATED MODULE: ./lib/policy/rules/shell/change-environment.js

const changeEnvironment = rule({
    id: 'change-environment',
    family: 'shell',
    summary: 'PATH, LD_PRELOAD, BASH_ENV and the like: names and programs mean something else then',
    match: [{ command: 'PATH=/tmp/bin:$PATH make' }, { command: 'LD_PRELOAD=/tmp/x.so ls' }],
    ignore: [{ command: 'RAILS_ENV=production ls' }, { command: 'export LANG=C' }],
    actions: ['write'],
    objects: ['environment'],
    reason: (effect) => `${effect.name} makes programs load or run other code`,
    hint: 'Use absolute paths, and leave it as the host has it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/inline-code.js

const inlineCode = rule({
    id: 'inline-code',
    family: 'shell',
    summary: 'a program in another language within a command line: `python -c`, `perl -e`, awk with system()',
    match: [{ command: "python3 -c 'print(1)'" }, { command: 'awk \'BEGIN { system("id") }\'' }],
    ignore: [{ command: "awk '{ print $1 }' /srv/app/log/app.log" }, { command: 'python3 --version' }],
    actions: ['run'],
    objects: ['code'],
    reason: (effect) => `code for ${effect.name} is not judged here`,
    hint: 'Put it into a file that is reviewed and installed with the application',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/interactive-shell.js

const interactiveShell = rule({
    id: 'interactive-shell',
    family: 'shell',
    summary: 'a shell without a command, where anything may follow',
    match: [{ command: 'sudo -i' }, { command: 'bash' }, { command: 'su - deploy' }],
    ignore: [{ command: "bash -c 'ls'" }, { command: 'sudo -u deploy ls' }],
    actions: ['run'],
    objects: ['shell'],
    reason: () => 'what somebody would type into the shell is not known',
    hint: 'Give the shell its commands: sh -c …',
    exception: () => `allow: [interactive-shell]`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/run-download.js

const runDownload = rule({
    id: 'run-download',
    family: 'shell',
    summary: 'what comes over the network is run',
    match: [
        { command: 'curl -fsSL https://get.example.com | sh' },
        { command: 'bash -c "$(wget -qO- https://example.com/i.sh)"' },
    ],
    ignore: [{ command: 'curl -fsSL https://example.com/health' }],
    actions: ['run'],
    objects: ['download'],
    keepsBlock: true,
    reason: () => 'what another host sends would run here',
    hint: 'Install a package or image whose digest is known',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/unknown-command.js

const unknownCommand = rule({
    id: 'unknown-command',
    family: 'shell',
    summary: 'a command line of which a part is only known when it runs, or that shells read in different ways',
    match: [{ command: '$TOOL --all' }, { command: 'xargs sh' }, { command: 'cat list | xargs sh -c' }],
    ignore: [{ command: 'echo "$TOOL"' }, { command: 'ls -l' }],
    actions: ['unknown'],
    objects: ['command'],
    reason: (effect) => `what runs is not known before it does: ${effect.detail}`,
    hint: 'Write the command out, with whole words and absolute paths',
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/unknown-program.js

const unknownProgram = rule({
    id: 'unknown-program',
    family: 'shell',
    summary: 'a program or script that is not known here',
    match: [
        { command: '/opt/app/deploy.sh' },
        { command: 'npm run build' },
        { command: 'python3 manage.py migrate' },
    ],
    ignore: [{ command: 'ls' }, { command: 'systemctl status app' }],
    actions: ['run'],
    objects: ['program'],
    reason: (effect) => `nobody knows here what ${effect.name} does`,
    hint: 'Use a program whose effects are known',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/index.js






const SHELL = [
    unknownCommand,
    unknownProgram,
    inlineCode,
    runDownload,
    interactiveShell,
    changeEnvironment,
];

;// CONCATENATED MODULE: ./lib/policy/rules/index.js



















/** Every rule, in the order in which findings of one verdict are told. */
const RULES = [
    ...OPAQUE,
    ...DATA_LOSS,
    ...FILES_AND_NETWORK,
    ...SERVER_WIDE,
    ...PRIVILEGE,
    ...CODE,
    ...SESSION,
    ...MASKING,
    ...BULK_EXPORT,
    ...INTEGRITY,
    ...COMPATIBILITY,
    ...LOCK_RISK,
    ...SHELL,
    ...FILES,
    ...SERVICES,
    ...ACCOUNTS,
    ...SECRETS,
    ...NETWORK,
    ...REQUESTS,
];
/** What a guard may name. */
const RULE_IDS = RULES.map((rule) => rule.id);

;// CONCATENATED MODULE: ./lib/policy/decide.js



const WEIGHT = { warn: 0, hold: 1, block: 2 };
const KINDS = ['allow', 'hold', 'block'];
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
            const level = rule.weighs?.(effect) ?? guard.rules[rule.id];
            if (words && level && !excepted(rule.id, effect, guard))
                findings.push({ rule: rule.id, verdict: weighed(level, rule, effect, guard), effect, ...words });
        }
    findings.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict]);
    const observed = guard.mode === 'observe';
    const kind = observed ? 'allow' : (KINDS[findings[0] ? WEIGHT[findings[0].verdict] : 0] ?? 'block');
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
        (entry.paths === undefined || (ofPaths(effect) && placed(entry.paths, effect))) &&
        (entry.programs === undefined || (ofPrograms(effect) && placed(entry.programs, effect))) &&
        (entry.names === undefined ||
            (!ofPaths(effect) && !ofPrograms(effect) && placed(entry.names, effect))) &&
        (entry.rows === undefined || decide_within(effect.estimate, entry.rows)) &&
        (entry.tableSize === undefined || decide_within(effect.bytes, entry.tableSize)));
}
const LOSSES = new Set(RULES.filter(({ family }) => family === 'data-loss').map(({ id }) => id));
/** Whether a new name may come under an exception that the former name does not meet. */
const excepts = (guard) => (name, former, rules) => guard.allow.some(({ rule, relations = [] }) => LOSSES.has(rule) &&
    (rules === undefined || rules.test(rule)) &&
    relations.some((pattern) => mayCover(pattern, name) && !(former !== undefined && decide_covers(pattern, former))));
/** As `covers`, and also where the one has a schema and the other has none. */
function mayCover(pattern, name) {
    if (decide_covers(pattern, name))
        return true;
    const [table = '', schema] = pattern.split('.').reverse();
    if (name.endsWith('.*'))
        return schema !== undefined && schema !== '*' && matches(schema, name.slice(0, -2));
    const [own = '', within] = name.split('.').reverse();
    return (schema === undefined || within === undefined) && matches(table, own);
}
/** Things of a command line that have a path. */
const ofPaths = ({ object }) => PATHS.has(object);
const PATHS = new Set(['path', 'surplus', 'secret', 'disk', 'mount']);
const ofPrograms = ({ action, object }) => action === 'run' && RUN.has(object);
const RUN = new Set(['program', 'code', 'container']);
/** A name that is only known when it runs, or that leads upwards, is within nothing. */
const placed = (patterns, { name, place }) => name !== undefined && place !== 'unknown' && patterns.some((pattern) => matchesPath(pattern, name));
const decide_named = (patterns, name) => name !== undefined && !isOpen(name) && patterns.some((pattern) => decide_covers(pattern, name));
/** What is not known is not within. */
const decide_within = (count, most) => count !== undefined && count <= most;
/** `*` stops at a dot. A pattern for any schema also covers a name without one; no other pattern adds or drops a schema. */
function decide_covers(pattern, name) {
    if (matches(pattern, name))
        return true;
    return pattern.startsWith('*.') && !/[."]/.test(name) && matches(pattern.slice(2), name);
}
function matches(pattern, name) {
    const source = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${source.join('[^.]*')}$`, 'u').test(name);
}

;// CONCATENATED MODULE: ./lib/session/counted.js
/** Whatever they are about, no row of a table is deleted or updated by them. What goes with them is an effect of its own. */
const CALM = new Set([
    'read',
    'insert',
    'truncate',
    'create',
    'alter',
    'rename',
    'move',
    'drop',
    'detach',
    'grant',
    'revoke',
    'own',
    'set',
    'copy-in',
    'copy-out',
    'lock',
    'rewrite',
    'scan',
    'maintain',
    'prepare',
    'cursor',
    'transaction',
    'notify',
    'comment',
    'explain',
    'expose',
]);
const COUNTING = /^(?:DELETE|UPDATE|MERGE) (\d+)$/;
const INSERTING = /^INSERT \d+ (\d+)$/;
const counted_changes = ({ action }) => action === 'delete' || action === 'update';
/** Functions of the server that change no table. */
const CALLS_NOTHING = new Set(['sleep', 'sequence', 'values', 'administration']);
const mayRun = ({ action, object, name = '.' }) => !(action === 'call' && CALLS_NOTHING.has(object) && !name.includes('.'));
/** It deletes or updates rows, or nobody knows that it does not. */
const mayChange = (effect) => !CALM.has(effect.action) && mayRun(effect);
const LATER = new Set(['trigger', 'cascade']);
/** Code that a planner may run to learn a value: of functions, operators, types, but not what rows set off. */
const runsPlanned = (effect) => effect.stored || effect.action === 'call' || effect.action === 'unknown'
    ? effect.action !== 'read' && mayRun(effect) && !LATER.has(effect.via?.[0] ?? '')
    : false;
/** It only defines code, which runs when somebody calls it. */
const defines = ({ action, object, via }) => action === 'create' && object === 'function' && via === undefined;
const later = ({ stored, via = [] }) => via[0] === 'prepare' || (via[0] === 'function' && stored !== true) || via[0] === 'definition';
/** What it runs now. */
function running({ count, effects: own }, effects) {
    const only = count === 1 && (own.some(defines) || own.some(({ action }) => action === 'prepare'));
    return only ? effects.filter((effect) => !later(effect)) : effects;
}
/** What stands for a function where nobody sees its name. */
const STANDS_FOR_CODE = new Set(['operator', 'operator-class', 'cast', 'aggregate', 'domain']);
/** Behind it names stand for code that the text of a statement does not show, and the catalogue not before the end. */
const definesCode = ({ effects }) => effects.some(({ action, object }) => action === 'create' && STANDS_FOR_CODE.has(object)) ||
    (effects.some(defines) && effects.some(mayChange));
/** The same within one text, whose other statements may run it. */
const runsUnseen = ({ count, effects: own }, effects) => count > 1 &&
    own.some(({ action, object }) => action === 'create' && STANDS_FOR_CODE.has(object)) &&
    effects.some((effect) => mayChange(effect) && later(effect));
/** True when it changes rows, or may. */
const touches = (analysis, effects) => effects.some(mayChange) && running(analysis, effects).some(mayChange);
/** True when its tag is silent about rows that it may change: those of its parts, of other code, and temporary ones. */
function hides(analysis, effects) {
    if (!effects.some(mayChange))
        return false;
    const now = running(analysis, effects).filter(mayChange);
    return now.length > 0 && (analysis.count !== 1 || !now.every(tells));
}
const tells = ({ action, object, stored, temporary, via = [] }) => (action === 'delete' || action === 'update') &&
    object === 'table' &&
    !stored &&
    !temporary &&
    via.every((step) => step === 'on-conflict');
/** What the tag counts; undefined when it counts nothing that was changed. */
function counted(tag, effects) {
    const [, rows] = COUNTING.exec(tag) ?? [];
    if (rows !== undefined)
        return Number(rows);
    const [, inserted] = INSERTING.exec(tag) ?? [];
    const upserts = effects.some(({ action, via }) => action === 'update' && via?.at(-1) === 'on-conflict');
    return inserted !== undefined && upserts ? Number(inserted) : undefined;
}
/** It may make last what it changed before it ends, as long as nobody began a transaction. */
const commitsItself = ({ analysis: { count, commits } }) => count === 1 && commits === true;
const APART = new Set(['database', 'tablespace', 'subscription', 'system']);
/**
 * What it changed can be counted before it is made last, also when nobody began a transaction: it is one statement, and others
 * may stand beside it in a transaction.
 */
function separable(statement, effects) {
    const { text, analysis } = statement;
    if (analysis.count !== 1 || commitsItself(statement))
        return false;
    return !effects.some(({ action, object, stored }) => !stored &&
        (action === 'maintain' ||
            action === 'transaction' ||
            action.startsWith('copy-') ||
            APART.has(object) ||
            (/^(create|drop|detach)$/.test(action) && /\bconcurrently\b/i.test(text))));
}
/** It runs a function that it makes. */
const callsOwn = ({ effects, uses }) => effects.some((effect) => defines(effect) && uses?.functions.some((name) => last(name) === last(effect.name)));
const last = (name = '') => name.slice(name.lastIndexOf('.') + 1);
/** Rows of it that nobody can tell before it is made last: other code's, or of one of several statements, and no estimate. */
const unforeseen = (analysis, effects) => running(analysis, effects).filter((effect) => counted_changes(effect) &&
    !(later(effect) && !callsOwn(analysis)) &&
    !(analysis.count === 1 && tells(effect)) &&
    !effect.temporary &&
    effect.estimate === undefined &&
    (effect.rows === 'unknown' || effect.rows === 'all'));
/** Its queries run again when the transaction is made last. */
const outlives = ({ text, analysis: { effects } }) => effects.some(({ action }) => action === 'cursor') && /\bhold\b/i.test(text);

;// CONCATENATED MODULE: ./lib/sql/hints.js
// What the author of a statement tells its reviewers: `-- sluice: reason` and `/* sluice: reason */`. Shown, never obeyed.
const MOST = 8;
const LONGEST = 300;
/**
 * The texts of the comments that begin with `sluice:`, in order, those inside of quotes left out: at most 8 of at most
 * 300 characters, on one line, without control characters and marks that turn the direction of writing.
 */
function hintsOf(text) {
    if (!/sluice:/i.test(text))
        return [];
    const hints = [];
    for (let at = 0; at < text.length && hints.length < MOST;) {
        START.lastIndex = at;
        const found = START.exec(text);
        if (!found)
            break;
        const token = found[0];
        const from = START.lastIndex;
        const comment = token === '--' || token === '/*';
        at =
            token === '--'
                ? lineEnd(text, from)
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
const lineEnd = (text, from) => {
    END.lastIndex = from;
    return END.exec(text)?.index ?? text.length;
};
const END = /[\n\r]/g;
/** Block comments nest. */
function blockEnd(text, from) {
    BLOCK.lastIndex = from;
    let depth = 1;
    for (let found = BLOCK.exec(text); found; found = BLOCK.exec(text)) {
        depth += found[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return BLOCK.lastIndex;
    }
    return text.length;
}
const BLOCK = /\/\*|\*\//g;
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
    const [, words = ''] = /^\s*sluice:([\s\S]*)/i.exec(comment.slice(0, 4 * LONGEST)) ?? [];
    const plain = words.toWellFormed().replace(/\s+/g, ' ').replace(HIDDEN, '').trim();
    const letters = [...plain];
    return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : plain;
}
/** Control characters, and those that show nothing or change the order of what is shown. */
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Co}|\p{Cn}/gu;

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
        effects: once((effects) => scrubbed(effects, scrub)),
        relations: once(scrub),
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
            rules: verdict.findings.length === 0 ? NONE : verdict.findings.map(({ rule }) => rule),
            ...(hints.length > 0 && { hints: masking.inert ? hints : scrub(hints) }),
            ...(verdict.observed ? { observed: true } : {}),
            ...(prepared === undefined ? {} : { prepared }),
        };
    };
}
function once(make) {
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

// EXTERNAL MODULE: ./lib/sql/catalogue/definitions.js
var definitions = __nccwpck_require__(9264);
// EXTERNAL MODULE: ./lib/sql/catalogue/loosened.js
var loosened = __nccwpck_require__(5401);
// EXTERNAL MODULE: ./lib/sql/names.js
var names = __nccwpck_require__(7824);
// EXTERNAL MODULE: ./lib/sql/reach.js
var sql_reach = __nccwpck_require__(7627);
// EXTERNAL MODULE: ./lib/sql/keys.js
var keys = __nccwpck_require__(3874);
;// CONCATENATED MODULE: ./lib/session/aliases.js

const REFERENCED = 'referenced by a foreign key';
const JOINING = new Set(['inheritance', 'partition']);
const aliases_NONE = [];
class Aliases {
    #flows = [];
    #keys = [];
    /** Not answered yet. */
    #sent = new Set();
    /** Names, and what they were; for `deepen`. */
    get flows() {
        return this.#flows.length === 0 ? aliases_NONE : this.#flows;
    }
    get any() {
        return this.#flows.length > 0 || this.#keys.length > 0;
    }
    get refers() {
        return this.#keys.length > 0;
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { analysis } = statement;
        if (!analysis.changes.schema)
            return;
        const { effects, flows = aliases_NONE } = analysis;
        this.#sent.add(statement);
        if (effects.some(({ action }) => action === 'rename' || action === 'move'))
            for (const flow of flows)
                if (flow.named && !flow.view)
                    this.#flows.push(flow);
        for (const child of children(analysis))
            for (const parent of parents(analysis))
                this.#joined(child, parent);
        this.#keys.push(...(analysis.keys ?? []));
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
        this.#keys = [];
    }
    /** With what the foreign keys take along; the very array when that is nothing. */
    applied({ uses, flows = aliases_NONE }, effects) {
        const behind = (name) => (0,keys/* namesBehind */.H0)(name, [...this.#flows, ...flows]);
        const along = effects.flatMap((effect) => (0,keys/* takenAlong */.zz)(effect, this.#keys, uses?.assigned ?? [], behind));
        return along.length === 0 ? effects : [...effects, ...along];
    }
    /** Who writes to the one may write to the other. */
    #joined(child, parent) {
        this.#flows.push({ relation: child, sources: [`${parent}.*`], named: true });
        this.#flows.push({ relation: parent, sources: [`${child}.*`], named: true });
    }
}
/** Tables whose rows become those of another one too. */
function children({ effects, uses }) {
    const joining = effects.filter(({ action, object }) => action === 'alter' && JOINING.has(object));
    const made = uses?.models
        ? effects.filter(({ action, object }) => action === 'create' && object === 'table')
        : [];
    return [...joining, ...made].flatMap(({ name }) => name ?? []);
}
const parents = ({ effects }) => effects.flatMap(({ action, object, name, detail }) => action === 'alter' && object === 'table' && detail !== REFERENCED && name !== undefined ? [name] : []);

;// CONCATENATED MODULE: ./lib/session/asked.js
const NAMES = { functions: [], operators: [], types: [], fields: [], assigned: [] };
/** Code that a text sets off without calling it by name: nothing of it is only shown. */
const UNNAMED = new Set(['operator', 'cast', 'domain']);
/** `effects`: with those of stored code. Without `disguises` names are taken to mean what they say. */
function askedColumns({ probes = [], trusts = [], uses }, effects, disguises = () => false) {
    const asked = new Set(probes);
    const called = asked.delete('()');
    const ofRow = (source) => {
        const dot = source.lastIndexOf('.');
        const may = dot > 0 && disguises({ ...NAMES, fields: [source.slice(dot + 1)] });
        if (may)
            asked.add(`${source.slice(0, dot)}.*`);
        return may;
    };
    const fields = probes.filter(ofRow);
    trusts.forEach(ofRow);
    // A cast of one's own may come before the function.
    const types = trusts.length > 0 ? ['text'] : [];
    const overloads = uses !== undefined && disguises({ ...NAMES, types, functions: uses.functions });
    if (overloads)
        for (const source of trusts)
            asked.add(source);
    const computed = called || overloads || fields.length > 0;
    for (const { action, name, stored, via: [by = ''] = [] } of effects)
        if (stored &&
            action === 'read' &&
            name !== undefined &&
            (UNNAMED.has(by) || (computed && by === 'function')))
            asked.add(`${name}.*`);
    return [...asked];
}

// EXTERNAL MODULE: ./lib/sql/catalogue/names.js
var catalogue_names = __nccwpck_require__(5238);
// EXTERNAL MODULE: ./lib/sql/catalogue/run.js
var run = __nccwpck_require__(6871);
// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __nccwpck_require__(4410);
;// CONCATENATED MODULE: ./lib/session/defined.js




/** Names without any code of the database behind them. */
const PLAIN_TYPES = /^("?(char|name|bit|time|interval|timestamp)"?|text|uuid|jsonb?|jsonpath|xml|bytea|bool|boolean|int[248]?|integer|float[48]|numeric|decimal|money|date|timetz|timestamptz|bpchar|varchar|varbit|inet|cidr|macaddr8?|oid|reg\w+|tsvector|tsquery|(small|big)?serial[248]?|trigger|void|record|point|box|circle|line|lseg|path|polygon|(int[48]|num|ts|tstz|date)(multi)?range|pg_lsn|citext|hstore|vector|ltree|geometry|geography)$/;
const PLAIN_OPERATORS = new Set('= <> != < > <= >= + - * / % || ~ ~* !~ !~* ~~ ~~* !~~ !~~* -> ->> #> #>> @> <@ && ? ?| ?& @@'.split(' '));
/** What is made of these is found under its own name. */
const defined_NAMED = new Set(`table view materialized-view index sequence schema column constraint foreign-key primary-key unique check default function trigger
  rule policy catalog publication statistics extension role`.split(/\s+/));
const SMALL = new Set(['column', 'constraint', 'index', 'sequence']);
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
    /** Relations, by name, whose triggers were switched on. */
    #switched = new Set();
    /** Something may be reached under a name that tells nothing. */
    #shifted = false;
    get any() {
        return this.#all.size > 0 || this.#columns.size > 0 || this.#switched.size > 0 || this.#shifted;
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
    switched(name) {
        return this.#switched.size > 0 && (this.#shifted || this.#switched.has(name));
    }
    get anywhere() {
        if (this.#shifted)
            return [...this.#all];
        return [...this.#hooked].flatMap((name) => this.functions(name));
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { analysis } = statement;
        if (!analysis.effects.some(({ action }) => CHANGING.has(action)))
            return;
        this.#sent.add(statement);
        if (!(0,definitions/* onlyDefines */.rf)(analysis))
            this.#hook(analysis);
        for (const effect of analysis.effects) {
            if (defined_defines(effect))
                this.#keep(effect, analysis);
            if ((0,run/* switchesOn */.u)(effect))
                this.#switched.add(lastPart(effect.name ?? ''));
        }
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
        this.#switched.clear();
        this.#shifted = false;
    }
    #keep({ object, name = '*' }, analysis) {
        const kind = object === 'function' ? this.#functions : this.#relations;
        const last = lastPart(name);
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
        const bodies = effects.some(definitions/* inBody */.Cp);
        const now = effects.filter((effect) => !(0,definitions/* inBody */.Cp)(effect));
        const called = now.flatMap(({ action, name }) => (action === 'call' && name !== undefined ? name : []));
        for (const name of bodies ? called : [...functions, ...fields])
            this.#hooked.add(lastPart(name));
        for (const { action, object, name = '' } of effects)
            if (object === 'column' && (action === 'rename' || action === 'rewrite'))
                this.#columns.add(lastPart(name));
        this.#shifted ||=
            models.length > 0 ||
                now.some(shifts) ||
                (!bodies &&
                    (types.some((name) => !PLAIN_TYPES.test(name)) ||
                        operators.some((name) => !PLAIN_OPERATORS.has(name))));
    }
}
const CHANGING = new Set(['create', 'alter', 'rename', 'move', 'detach', 'rewrite']);
const lastPart = (name) => (0,tree/* dotted */.Bs)([(0,catalogue_names/* partsOf */.C)(name).at(-1) ?? '']);
/** A part of the name is known only when it runs. */
const defined_isOpen = (name) => name.includes('*');
const defined_defines = ({ action, object, temporary, ...effect }) => action === 'create' && DEFINING.has(object) && !temporary && !(0,definitions/* inBody */.Cp)({ action, object, ...effect });
const DEFINING = new Set(['function', 'trigger', 'rule', 'view']);
/** After it, names do not tell which code is reached. */
function shifts({ action, object, name = '', stored }) {
    if (stored)
        return false;
    if (action === 'rename' || action === 'move')
        return !SMALL.has(object);
    if (action === 'detach' || action === 'call' || defined_isOpen(name))
        return true;
    if (action === 'alter')
        return object === 'inheritance' || object === 'partition';
    return action === 'create' && !defined_NAMED.has(object);
}

;// CONCATENATED MODULE: ./lib/session/fresh.js

const LOST = new Set(['table', 'column']);
class Fresh {
    #names;
    /** Nobody else comes between the statements, also without a BEGIN. */
    #alone;
    /** A BEGIN was answered, and nothing that ends it was sent. */
    #open;
    constructor(names, alone) {
        this.#names = names;
        this.#alone = alone;
        this.#open = alone;
    }
    /** It is about to be sent and run; `judged` are its effects on this connection. */
    runs({ text }, judged) {
        if (judged.some(ends))
            this.close();
        if (judged.some(makesFunction) && REPLACED.test(text))
            this.#names.hook();
    }
    /** All of it has run. `judged`: as before. */
    ended({ analysis, text }, judged, elsewhere) {
        if (analysis.effects.some(ends))
            this.close();
        else if (analysis.count === 1 && analysis.effects.some(begins))
            this.#open = true;
        if (analysis.changes.schema)
            this.#learn(analysis, text, judged, elsewhere);
    }
    close() {
        this.#open = this.#alone;
    }
    /** The very array when nothing is different. */
    applied({ uses }, effects) {
        const assigned = uses?.assigned ?? [];
        const seen = (effect) => {
            const { name = '', cascade, via, stored, temporary } = effect;
            if (!LOST.has(effect.object) || cascade || stored || temporary || (via && via.length > 0))
                return effect;
            if (this.#names.isFresh(name, effect))
                return { ...effect, temporary: true };
            if (effect.action !== 'update' || effect.detail !== undefined)
                return effect;
            return this.#names.hasColumns(name, assigned) ? { ...effect, detail: sql_reach/* NEW_COLUMNS */.nz } : effect;
        };
        const told = effects.map(seen);
        return told.some((effect, index) => effect !== effects[index]) ? told : effects;
    }
    #learn({ changes, uses }, text, judged, elsewhere) {
        // The rows of a partition or a child are those of its parent too, and may have come from there.
        const joined = judged.some(({ action, object, detail }) => action === 'alter' && object === 'table' && detail !== sql_reach/* FOREIGN_KEY */.hJ);
        for (const name of changes.created ?? [])
            this.#names.addTable(name, { fresh: this.#open && !joined, alike: (uses?.models ?? []).length > 0 });
        if (!this.#open || /if\s+not\s+exists/i.test(text))
            return;
        for (const { action, object, name = '', column, detail, via, temporary } of judged) {
            if (action !== 'create' || object !== 'column' || column === undefined || via || temporary)
                continue;
            if (detail !== sql_reach/* MERGED */.$b && !elsewhere.has(name))
                this.#names.addColumn(name, column);
        }
    }
}
const makesFunction = ({ action, object, via }) => action === 'create' && object === 'function' && via === undefined;
/** Triggers that are there already may call it. */
const REPLACED = /or\s+replace[\s\S]*returns\s+("?pg_catalog"?\s*\.\s*)?"?trigger/i;
const begins = ({ action, detail = '', via }) => action === 'transaction' && via === undefined && /^(begin|start)/.test(detail);
/** It ends the transaction, or may. */
const ends = (effect) => effect.action === 'transaction' &&
    effect.object !== 'commit' &&
    !begins(effect) &&
    !/^(savepoint|release|rollback to)/.test(effect.detail ?? '');

// EXTERNAL MODULE: ./lib/sql/predicates/made.js
var made = __nccwpck_require__(2882);
;// CONCATENATED MODULE: ./lib/session/keyed.js


const MAKES = new Set(['create', 'rename', 'move']);
const KEPT = 2000;
class Keyed {
    #made = new made/* MadeNames */.Y();
    /** It is about to run. What other connections fill is not known, so what this one fills makes no difference. */
    learn({ flows = [] }, effects) {
        for (const effect of effects)
            if (MAKES.has(effect.action))
                this.#made.sees(effect);
        // The flow has the new name.
        if (effects.some(({ action, object }) => action === 'rename' && object === 'column'))
            for (const { column, same } of flows)
                if (same && column !== undefined)
                    this.#made.columns.add(column);
    }
    /** The very array when no key is one of these. */
    applied({ relies = [] }, effects) {
        const { columns, relations, views } = this.#made;
        if (columns.size + relations.size === 0 || relies.length === 0)
            return effects;
        const many = columns.size + relations.size > KEPT;
        const open = relies.some(({ relation, own }) => {
            const name = (0,sql_reach/* lastPart */.S_)(relation).replaceAll('"', '');
            if (own)
                return views.has(name) || own.every((column) => columns.has(column));
            return relations.has(name);
        });
        if (!many && !open)
            return effects;
        return effects.map((effect) => (isPicked(effect) ? { ...effect, rows: 'unknown' } : effect));
    }
}
/** What stored code picks does not depend on the text's keys. */
const isPicked = ({ action, rows, temporary, stored }) => (action === 'update' || action === 'delete') && (rows === 'one' || rows === 'some') && !temporary && !stored;

;// CONCATENATED MODULE: ./lib/session/made.js
const made_REMOVING = new Set(['drop', 'rename', 'move', 'alter']);
/** What functions are, or go with. */
const HOLDS = new Set(['function', 'schema', 'extension']);
/** What is done to a table of its own stops nobody; its rows and its end are another matter. */
const made_CALM = new Set(['create', 'alter', 'rewrite', 'scan', 'maintain', 'update']);
const made_KEPT = 500;
class Made {
    #names;
    #functions = new Map();
    constructor(names) {
        this.#names = names;
    }
    get any() {
        return this.#names.tables.length > 0 || this.#functions.size > 0;
    }
    /** All of the statement has run. `effects`: as they were judged. */
    learn({ count }, effects) {
        if (this.#functions.size > made_KEPT)
            this.forget();
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
        for (const { action, object } of effects)
            if (made_REMOVING.has(action) && HOLDS.has(object))
                this.#functions.clear();
    }
    forget() {
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
        return made_CALM.has(action) && name !== undefined && this.#names.isTable(name);
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
const isFunction = ({ action, object, via }) => action === 'create' && object === 'function' && via === undefined;

;// CONCATENATED MODULE: ./lib/session/views.js

/** Columns of views within one transaction; with more of them nothing is followed any more. */
const views_MOST = 5000;
const views_NONE = [];
class Views {
    /** By the statement that defines them. */
    #defined = new Map();
    #answered = new Set();
    /** Materialized views that were made, by their own names: they keep what was read. */
    #keeping = new Map();
    #count = 0;
    /** Something was defined, or made, that others may not see yet. */
    get any() {
        return this.#count > 0 || this.#defined.size > 0 || this.#keeping.size > 0;
    }
    /** Anything may be in any relation. */
    get overflown() {
        return this.#count > views_MOST;
    }
    get flows() {
        return this.#defined.size === 0 ? views_NONE : [...this.#defined.values()].flat();
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { effects, flows = views_NONE } = statement.analysis;
        const views = flows.filter(({ view, sources }) => view && !sources.includes('*'));
        if (views.length > 0 && !this.#defined.has(statement)) {
            this.#count += views.length;
            this.#defined.set(statement, this.overflown ? views_NONE : views);
        }
        for (const { action, object, name } of effects)
            if (action === 'create' && object === 'materialized-view' && name !== undefined)
                this.#keeping.set(statement, name);
    }
    /** Its result is here. */
    ended(statement) {
        if (this.#defined.has(statement) || this.#keeping.has(statement))
            this.#answered.add(statement);
    }
    /** The catalogue shows what was answered. */
    idle() {
        for (const statement of this.#answered) {
            this.#count -= this.#defined.get(statement)?.length ?? 0;
            this.#defined.delete(statement);
            this.#keeping.delete(statement);
        }
        this.#answered.clear();
        if (this.#defined.size === 0)
            this.#count = 0;
    }
    /** What stays in materialized views that read through one which the statement defines anew. */
    kept({ effects }) {
        if (this.#keeping.size === 0)
            return views_NONE;
        const anew = effects.filter(({ action, object }) => object === 'view' && (action === 'create' || action === 'alter'));
        return anew.flatMap(({ name = '' }) => [...this.#keeping.values()]
            .filter((view) => this.#reads(view, (0,sql_reach/* lastPart */.S_)(name)))
            .map((view) => ({ place: `${view}, which keeps what it has read`, sources: [`${view}.*`] })));
    }
    #reads(view, relation) {
        const seen = new Set([(0,sql_reach/* lastPart */.S_)(view)]);
        for (const name of seen) {
            if (this.overflown)
                return true;
            for (const flow of this.flows)
                if ((0,sql_reach/* lastPart */.S_)(flow.relation ?? '') === name)
                    for (const source of flow.sources)
                        seen.add((0,sql_reach/* lastPart */.S_)(source.slice(0, source.lastIndexOf('.'))));
        }
        return seen.has(relation);
    }
}

;// CONCATENATED MODULE: ./lib/session/facts.js












/** Constructs that run the statement itself, now and once. */
const DIRECT = new Set(['with', 'copy', 'create-as', 'on-conflict']);
const OBJECTS = new Set(['table', 'column', 'constraint']);
const facts_QUIET = new Set(['create', 'comment', 'grant', 'revoke', 'transaction']);
const MAKING = new Set(['create', 'alter', 'insert', 'read']);
const facts_NONE = [];
const NOTHING = [];
class Facts {
    #watch;
    #target;
    #names = new names/* Names */.f();
    /** Every name that was once given to a temporary relation, without its schema. */
    #shadows = new Set();
    /** Code ran that nobody has read: any name may be one of them. */
    #blind = false;
    #views = new Views();
    /** Statements without all their answers: how many are missing, and in which epoch they were sent. */
    #running = new Map();
    #made = new Made(this.#names);
    #definitions = new Definitions();
    #keyed = new Keyed();
    #aliases = new Aliases();
    /** By the effects without what they expose: statements that are alike have one verdict, and one text in the record. */
    #exposed = new WeakMap();
    #fresh;
    /** Grows when a name that was made may be gone. */
    #epoch = 0;
    /** The search path was changed: a name without its schema may mean a permanent table. */
    #moved = false;
    /** What was defined, and is not shown yet, would change it. */
    #moving = false;
    /** `alone`: nobody else comes between its statements. */
    constructor(watch, target, { alone = false } = {}) {
        this.#watch = watch;
        this.#target = target;
        this.#fresh = new Fresh(this.#names, alone);
    }
    /** True when names without a schema may mean anything by now. */
    get moved() {
        return this.#moved;
    }
    /** True when the name, as a statement writes it, may mean a relation that only this connection sees. */
    hides(relation) {
        return this.#moved || this.#blind || this.#shadows.has((0,sql_reach/* lastPart */.S_)(relation));
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
        this.#names.idle();
        this.#views.idle();
    }
    /** The target shows what was made. */
    shown() {
        this.#definitions.idle();
        this.#aliases.idle();
        this.#names.shown();
        this.#moving = false;
    }
    /** The effects as this connection has them: the very array of the analysis, or of the target, when nothing is different. */
    effects(analysis) {
        const deep = this.#target.deepen?.(analysis, this) ?? analysis.effects;
        return deep instanceof Promise
            ? deep.then((settled) => this.#here(analysis, settled))
            : this.#here(analysis, deep);
    }
    #here(analysis, deep) {
        const { flows = facts_NONE, compares, probes, trusts } = analysis;
        const referred = this.#aliases.refers ? this.#aliases.applied(analysis, deep) : deep;
        const effects = this.#ours(analysis, this.#keyed.applied(analysis, referred));
        const watch = this.#watch;
        const still = deep === analysis.effects && reads(deep);
        if (!watch || (flows.length === 0 && !compares && !probes && !trusts && still))
            return effects;
        const go = (behind) => {
            const known = this.#exposed.get(effects);
            const own = this.#shadows.size > 0 || this.#moved || this.#aliases.any || this.#views.any;
            const plain = !own && behind !== anything;
            if (plain && known?.analysis === analysis && known.deep === deep && known.behind === behind)
                return known.effects;
            const { overflown, flows: views } = this.#views;
            const reach = overflown ? anything : behind;
            const placed = flows.map((flow) => this.#placed(flow, analysis));
            const shown = watch([...views, ...placed], reach, {
                compares,
                renames: this.#aliases.flows,
                probes: () => askedColumns(analysis, deep, (uses) => this.#target.disguises?.(uses) ?? false),
            });
            // What stays is what was there before; a text of several statements may have put it there itself.
            const before = analysis.count > 1 ? [...views, ...placed.filter(({ view }) => view)] : views;
            const hidden = [...(this.#target.flows?.(analysis) ?? facts_NONE), ...this.#views.kept(analysis)];
            const kept = hidden.length === 0 ? NOTHING : watch([...before, ...hidden], reach);
            const exposed = shown.length + kept.length === 0 ? effects : [...effects, ...shown, ...kept];
            if (plain)
                this.#exposed.set(effects, { analysis, deep, behind, effects: exposed });
            return exposed;
        };
        const views = this.#target.views?.() ?? nothing;
        return views instanceof Promise ? views.then(go, () => go(anything)) : go(views);
    }
    /** It is about to be sent and run; `judged` are its effects on this connection. */
    runs(statement, judged = statement.analysis.effects) {
        const { changes, count } = statement.analysis;
        this.#definitions.learn(statement);
        this.#keyed.learn(statement.analysis, judged);
        this.#aliases.learn(statement);
        this.#fresh.runs(statement, judged);
        if (changes.resolution || judged.some((effect) => effect.stored && (0,settings/* movesOthers */.s_)(effect)))
            this.#moved = true;
        if (changes.resolution || judged.some(undoes))
            this.#forget();
        this.#see(statement.analysis, judged);
        if (!this.#blind)
            this.#blind = judged.some(loosened/* runsAnything */.P);
        if (this.#made.any)
            this.#made.unlearn(judged);
        this.#views.learn(statement);
        if (!this.#moved)
            this.#running.set(statement, { missing: Math.max(1, count), epoch: this.#epoch, effects: judged });
    }
    /** One of its results is here. */
    ended(statement, failed) {
        this.#definitions.ended(statement);
        this.#aliases.ended(statement);
        this.#views.ended(statement);
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
        const { analysis } = statement;
        this.#fresh.ended(statement, running.effects, this.#shadows);
        for (const name of analysis.changes.temporary ?? [])
            this.#names.addTemporary(name, false);
        if (analysis.changes.schema)
            this.#made.learn(analysis, running.effects);
    }
    /** What it does to names that were certain. What only a later run of its definitions would do is told by that run. */
    #see(analysis, judged) {
        const defines = (0,definitions/* onlyDefines */.rf)(analysis);
        // What the transaction defined is not told once more when something sets it off.
        if (this.#names.clouded && !(judged.length > 0 && judged.every(isQuiet))) {
            this.#names.forget();
            this.#epoch++;
            if (this.#moving)
                this.#moved = true;
        }
        for (const effect of judged) {
            if (shadows(effect))
                this.#shadows.add((0,sql_reach/* lastPart */.S_)(effect.name ?? ''));
            const later = effect.via?.[0] === 'definition' || (defines && (0,definitions/* inBody */.Cp)(effect));
            if (later && effect.action === 'set')
                this.#moving = true;
            if (!this.#names.sees(effect, later))
                continue;
            this.#epoch++;
            if (effect.stored)
                this.#names.shut();
        }
    }
    #forget() {
        this.#made.forget();
        this.#names.forget();
        this.#epoch++;
    }
    /** While an answer is missing, a table may be gone that was there. The second statement of a text may mean another table. */
    #ours(analysis, known) {
        if (analysis.count !== 1)
            return this.#unsure(known);
        if (this.#moved || this.#running.size > 0)
            return known;
        const made = this.#made.any ? this.#made.applied(known) : known;
        const effects = this.#names.any ? this.#fresh.applied(analysis, made) : made;
        if (!this.#names.any || !effects.some((effect) => this.#isOurs(effect)))
            return effects;
        return effects.map((effect) => (this.#isOurs(effect) ? { ...effect, temporary: true } : effect));
    }
    /** Stored code that moves names, or a temporary view, comes between what the text makes and what it does with it. */
    #unsure(effects) {
        if (!effects.some(isTold))
            return effects;
        const moved = effects.some((effect) => effect.stored && isMoved(effect));
        const unsure = (effect) => isTold(effect) &&
            !MAKING.has(effect.action) &&
            (moved || this.#names.isVeiled((0,sql_reach/* lastPart */.S_)(effect.name ?? '')));
        if (!effects.some(unsure))
            return effects;
        return effects.map((effect) => {
            if (!unsure(effect))
                return effect;
            const { temporary: _, ...rest } = effect;
            return rest;
        });
    }
    #isOurs({ name, object, stored, via = [] }) {
        if (name === undefined || stored || !OBJECTS.has(object))
            return false;
        if (!this.#names.isTemporary(name.replace(/^pg_temp\./, '')))
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
/** It only defines: nothing runs that was defined before. */
const isQuiet = ({ action, object, via }) => via === undefined && facts_QUIET.has(action) && object !== 'column' && object !== 'constraints';
/** Of a table that the text makes itself; `pg_temp.x` is one in any case. */
const isTold = ({ temporary, stored, name = '' }) => temporary === true && !stored && !name.startsWith('pg_temp.');
/** It makes a temporary relation. */
const shadows = ({ action, temporary }) => action === 'create' && temporary === true;
const isMoved = (effect) => {
    const reach = (0,sql_reach/* reachOf */.xw)(effect);
    return reach === 'all' || (reach.taken.length > 0 && effect.action !== 'create');
};
/** Nothing stays, and nothing is defined. */
const reads = (effects) => effects.every(({ action }) => action === 'read' || action === 'transaction');
const nothing = () => [];
const anything = () => ['*'];
const undoes = ({ action, object, detail = '' }) => (action === 'transaction' && (object === 'two-phase' || /^(rollback|prepare)/.test(detail))) ||
    (action === 'set' && object === 'session');

;// CONCATENATED MODULE: ./lib/session/fuse.js

/** The statement makes what was changed last. */
const commits = ({ action, object, detail = '' }) => action === 'transaction' && (detail === 'commit' || (object === 'two-phase' && detail === 'prepare'));
const fuse_begins = ({ action, detail = '', via }) => action === 'transaction' && via === undefined && /^(begin|start)/.test(detail);
/** It may be possible again to change something in a transaction that failed. */
const revives = ({ action, detail = '' }) => action === 'transaction' && detail.startsWith('rollback to');
/** It ends the open transaction, or may. */
const fuse_ends = (effect) => effect.action === 'transaction' &&
    !fuse_begins(effect) &&
    !/^(savepoint|release|rollback to)/.test(effect.detail ?? '');
class Fuse {
    /** What tags told. */
    #rows = 0;
    /** Those that a person has approved. */
    #agreed = 0;
    /** Something ran that changes rows, and no tag told how many. */
    #hidden = false;
    /** Something changes rows when the transaction is made last, and not before. */
    #beyond = false;
    /** Something is planned whose answer may be missing. */
    #planned = false;
    /** What the counters said in front of the first such statement, and the tags before it. */
    #before;
    /** Questions on their way. */
    #asking = 0;
    #wants = false;
    /** What the counters say now; undefined when something ran since they were asked. */
    #now;
    /** Nothing but its end, or a way back to a savepoint, is possible in the transaction. */
    #failed = false;
    /** A transaction is surely open, unless what is `#ending` ends it. */
    #open = false;
    /** The server has answered a BEGIN since it was in no transaction. */
    #began = false;
    /** A BEGIN was sent. */
    #begun = false;
    /** So was one since the last Sync: unless it fails, and all behind it, what follows is in its transaction. */
    #inside = false;
    /** What may end the open transaction was sent, and since then some answer was always missing. */
    #ending = false;
    /** So was what may let a transaction that failed go on. */
    #reviving = false;
    /** Rows may be changed by what was sent since the last Sync. */
    #doubt = false;
    /** Rows that keys allow, at most, to what was sent since then. */
    #proven = 0;
    /** So was code, and what runs it does not show it. */
    #defined = false;
    /** The open transaction defined code. */
    #defining = false;
    /** How many rows it would change, by the estimate that a person agreed to; until it is answered. */
    #approved = new WeakMap();
    /** Effects as they were judged when it ran last. */
    #judged = new WeakMap();
    #limit;
    /** The guard refuses what is too much. */
    #stops;
    /** How many rows a relation has at most, as far as that is known. */
    #size;
    /** `limit`: rows that a transaction may change. */
    constructor(limit, stops, size) {
        this.#limit = limit;
        this.#stops = stops;
        this.#size = size;
    }
    /**
     * The effects with what its COMMIT would make last; the very array when it has none, or nothing was changed. Several
     * statements in one text are a transaction, or end one.
     */
    judged(statement, effects) {
        const { effects: own, count } = statement.analysis;
        if (this.#failed && !this.#ending && !this.#reviving && count === 1)
            return effects;
        const made = this.#alone(statement, effects);
        return made ? [...effects, made] : this.#committed(own, count, effects);
    }
    /** What it makes last itself, where it cannot be counted in between. */
    #alone(statement, effects) {
        const { analysis } = statement;
        if (!effects.some(mayChange))
            return undefined;
        const open = (this.#open && !this.#ending) || this.#inside;
        if ((open && !analysis.effects.some(commits)) || separable(statement, effects))
            return undefined;
        if (runsUnseen(analysis, effects))
            return UNKNOWN;
        const unknown = unforeseen(analysis, effects);
        if (unknown.length === 0)
            return undefined;
        const most = unknown.map(({ name }) => (name === undefined ? undefined : this.#size(name)));
        if (most.includes(undefined))
            return UNKNOWN;
        const estimate = sum(effects) + most.reduce((total, rows) => total + (rows ?? 0), this.#rows);
        return this.#lasting(estimate)[0];
    }
    #committed(own, count, effects) {
        if (count < 2) {
            if (!own.some(commits))
                return effects;
            const [made] = this.made();
            return made ? [...effects, made] : effects;
        }
        const here = sum(effects);
        const [made] = this.made();
        if (made?.rows === 'unknown' && own.some(commits))
            return [...effects, made];
        const estimate = (made?.estimate ?? 0) + here;
        if (estimate === 0 || (!own.some(commits) && here === 0))
            return effects;
        return [...effects, { action: 'transaction', object: 'commit', estimate }];
    }
    /** So many rows, without those that were approved. */
    #lasting(rows) {
        const estimate = Math.max(0, rows - this.#agreed);
        if (estimate === 0)
            return [];
        const detail = this.#agreed > 0 ? { detail: `besides ${this.#agreed.toLocaleString('en')} that were approved` } : {};
        return [{ action: 'transaction', object: 'commit', estimate, ...detail }];
    }
    /** A person has approved what it would change, as far as that is estimated. */
    agrees(statement, effects) {
        this.#approved.set(statement, sum(effects));
    }
    /** What is made last when the transaction ends here: one effect, or none when nothing was changed. */
    made() {
        const now = this.#hidden ? this.#now : 0;
        if ((this.#hidden && this.#beyond) || typeof now !== 'number')
            return [UNKNOWN];
        const { counters, rows } = this.#before ?? { counters: 0, rows: 0 };
        // Of several statements in a text, no tag told some, and the counters others: foreign tables, INSTEAD OF.
        return this.#lasting(this.#hidden ? Math.max(this.#rows, rows + now - counters) : this.#rows);
    }
    /**
     * It is about to be sent and run; a prepared one perhaps not for the first time. `most`: rows that its own DELETE or
     * UPDATE touches at most, where that is certain.
     */
    runs(statement, effects, most) {
        const { analysis } = statement;
        if (this.#defining && this.#before === undefined && this.#asking === 0)
            this.#wants = true;
        this.#doubt ||= this.#stops && this.#defined && !this.#inside;
        this.#defined ||= definesCode(analysis);
        if (effects.some(fuse_begins)) {
            this.#begun = true;
            this.#inside = true;
            this.#doubt = false;
        }
        if (effects.some(fuse_ends)) {
            this.#ending = true;
            this.#inside = false;
        }
        if (effects.some(revives))
            this.#reviving = true;
        if (effects.some(uncounts))
            this.#beyond = true;
        if (!touches(analysis, effects))
            return;
        this.#now = undefined;
        const apart = !this.#inside && !separable(statement, effects);
        this.#doubt ||= this.#stops && !this.#inside && !apart && !this.#isFew(effects, most);
        this.#judged.set(statement, effects);
        if (!hides(analysis, effects))
            return;
        // Behind a question of ours the server lets no code commit.
        this.#wants = this.#before === undefined && this.#asking === 0 && (this.#open || !apart);
        if (outlives(statement))
            this.#beyond = true;
    }
    /** Nothing but its own DELETE or UPDATE changes rows, and with all that was sent before they are not too many. */
    #isFew(effects, most) {
        if (most === undefined || !effects.every((effect) => !mayChange(effect) || isOwn(effect)))
            return false;
        this.#proven += most;
        return this.#rows + this.#proven <= this.#limit;
    }
    /** What was told to run is only planned: no tag comes, and its code may have run. */
    planned() {
        this.#planned = true;
        this.#hidden = true;
        this.#now = undefined;
    }
    before(alone) {
        const wants = this.#wants && !(alone && !this.#open && !this.#begun);
        this.#wants = false;
        if (wants)
            this.#asking++;
        return wants;
    }
    after() {
        return this.#hidden && !this.#failed && this.#now === undefined;
    }
    told(when, rows) {
        if (when === 'after')
            this.#now = rows ?? 'unknown';
        else {
            this.#asking--;
            if (rows === undefined)
                this.#beyond = true;
            else
                this.#before = { counters: rows, rows: this.#rows };
        }
    }
    doubtful(answered) {
        if (!answered)
            return this.#doubt && !(this.#open && !this.#ending);
        return this.#doubt && !this.#open && !this.#failed;
    }
    answered() {
        this.#ending = false;
        this.#reviving = false;
        this.#planned = false;
    }
    synced() {
        this.#doubt = false;
        this.#proven = 0;
        this.#inside = false;
        this.#defined = false;
    }
    /** The server is in a transaction: in one that somebody began, or in one of its own around several messages. */
    inside() {
        this.#open = this.#began;
    }
    /** The server says that the transaction has failed. */
    failed() {
        this.#failed = true;
        this.#open = true;
    }
    /** One of its results is here. */
    ended(statement, tag, failed) {
        if (!failed) {
            this.#failed = false;
            this.#moves(statement.analysis, tag);
        }
        if (this.#defining && !failed && !statement.analysis.effects.some(fuse_begins)) {
            this.#hidden = true;
            this.#now = undefined;
        }
        if (definesCode(statement.analysis))
            this.#defining = true;
        const effects = this.#judged.get(statement);
        const approved = this.#approved.get(statement) ?? 0;
        this.#approved.delete(statement);
        if (!effects || failed || (!this.#open && commitsItself(statement)))
            return;
        const rows = counted(tag, effects);
        if (!effects.some((effect) => counted_changes(effect) && effect.temporary))
            this.#rows += rows ?? 0;
        this.#agreed += Math.min(rows ?? 0, approved);
        // A portal that is left before its end has no tag, though all of it ran.
        if (rows === undefined || hides(statement.analysis, effects))
            this.#hidden = true;
    }
    /** Tags that begin and end transactions. Where one goes on, the server says so when it is ready. */
    #moves({ effects }, tag) {
        if (tag === 'BEGIN' || tag === 'START TRANSACTION') {
            this.#open = true;
            this.#began = true;
        }
        if (/^(COMMIT|ROLLBACK|PREPARE TRANSACTION)$/.test(tag) && effects.some(fuse_ends)) {
            this.#open = false;
            if (tag !== 'ROLLBACK')
                this.#over();
        }
    }
    /** The server is in no transaction; answers how many rows the one before changed. */
    idle() {
        const rows = this.#rows;
        this.#over();
        this.#failed = false;
        this.#open = false;
        this.#began = false;
        this.#begun = false;
        return rows;
    }
    #over() {
        this.#rows = 0;
        this.#agreed = 0;
        this.#hidden = this.#planned;
        this.#defining = false;
        this.#beyond = false;
        this.#before = undefined;
        this.#now = undefined;
    }
}
const UNKNOWN = { action: 'transaction', object: 'commit', rows: 'unknown' };
/** It may switch the server's counters off, or on again. */
const uncounts = ({ action, object, name = '*' }) => action === 'set' && object === 'setting' && /^(track_counts|all|.*\*.*)$/.test(name);
const isOwn = (effect) => counted_changes(effect) && !effect.stored;
const sum = (effects) => effects.reduce((total, effect) => (counted_changes(effect) && !effect.temporary ? total + (effect.estimate ?? 0) : total), 0);

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __nccwpck_require__(3085);
;// CONCATENATED MODULE: ./lib/session/agreement.js
// What an approval is for, as digests: two that agree in all of them are the same.


function agreement(target, { statement, verdict, bound, code }) {
    const held = verdict.findings.filter((finding) => finding.verdict === 'hold');
    const reasons = held.map(({ rule, effect }) => ({ rule, effect: withoutFigures(effect) }));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    hash.update((0,json/* canonical */.$)([target, statement.sha256, reasons]));
    if (bound)
        hash.update(bound.bytes);
    const key = hash.digest('hex');
    const told = [...statement.analysis.effects, ...verdict.findings.map(({ effect }) => effect)];
    const pieces = code(`${statement.text}\n${JSON.stringify(told)}`);
    return { key, parts: [key, ...pieces.map((digest) => `${key} ${digest}`)] };
}
/** Estimates move while somebody reads. */
function withoutFigures(effect) {
    const { estimate: _, bytes: __, ...same } = effect;
    return JSON.parse(JSON.stringify(same));
}

;// CONCATENATED MODULE: ./lib/session/blocked.js
/** Milliseconds between two looks. */
const LOOK_MS = 10_000;
/** A server that does not tell by then does not. */
const PATIENCE_MS = 3000;
/** One look; undefined when the server does not tell in time. */
async function look(blocking, ms = PATIENCE_MS) {
    if (!blocking)
        return undefined;
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(undefined), ms);
    });
    return Promise.race([blocking(), late]).finally(() => clearTimeout(timer));
}
/** Looks every `ms`, and calls `tell` with what is new. Ends with the function that it returns. */
function watch(blocking, tell, ms = LOOK_MS) {
    let told = '';
    let running = false;
    let over = false;
    const again = async () => {
        if (running)
            return;
        running = true;
        const now = await look(blocking);
        running = false;
        const text = JSON.stringify(now);
        if (over || !now || text === told)
            return;
        told = text;
        tell(now);
    };
    const timer = setInterval(() => void again(), ms);
    void again();
    return () => {
        over = true;
        clearInterval(timer);
    };
}
/** Names are anybody's text. */
function blocked_scrubbed({ locks, waiting, ...rest }, scrub) {
    return {
        ...rest,
        locks: locks.map(({ relation, lock }) => ({ relation: scrub(relation), lock })),
        waiting: waiting.map(({ relation, application, ...same }) => ({
            ...same,
            application: scrub(application),
            ...(relation === undefined ? {} : { relation: scrub(relation) }),
        })),
    };
}

;// CONCATENATED MODULE: ./lib/session/told.js
// What an approver is told of a statement: the text as in the record, everything scrubbed, nothing endless.


/** Characters of a statement that waits: somebody reads all of them, and the server takes them. */
const LONGEST_HELD = 64_000;
/** Values and names that an approver reads; digests are of all. */
const MOST_SHOWN = 100;
const LONGEST_SHOWN = 500;
const told_HIDDEN = '****';
function heldStatement(teller, told) {
    const { conn, target, evidence, scrub } = teller;
    const { statement, verdict, effects, bound, ran, once } = told;
    const recorded = evidence(statement, verdict, effects, undefined);
    // The record cuts what is long; nobody should agree to what they have not seen.
    const text = ran ? recorded.text : scrub(withoutPasswords(statement.text, statement.analysis.effects));
    return {
        target: target.name,
        conn,
        statement: statement.id,
        sha256: statement.sha256,
        text,
        redacted: text !== statement.text,
        ...(bound ? { parameters: parameters(teller, bound) } : {}),
        findings: verdict.findings.flatMap((finding) => findingOf(finding, scrub)),
        effects: recorded.effects.slice(0, MOST_SHOWN),
        relations: recorded.relations.slice(0, MOST_SHOWN),
        hints: recorded.hints ?? [],
        transaction: transaction(teller, told),
        ...some('tables', tables(teller, effects)),
        ...(ran ? { ran } : {}),
        ...(once ? { once } : {}),
    };
}
function transaction({ scrub, target, evidence }, told) {
    const { transaction: own, open, locks: seen, verdict, ran } = told;
    const { locks, ...described } = own.describe(open ? 'open' : 'none', seen);
    const idle = target.limits.idleInTransactionTimeout;
    const earlier = own.earlier.filter((statement) => statement !== told.statement);
    return {
        ...described,
        locks: locks.map(({ relation, lock }) => ({ relation: scrub(relation), lock })),
        // The server waits for the rest of a pipeline as long as it takes.
        ...(open && !ran && idle ? { idle } : {}),
        ...some('earlier', earlier.map((statement) => cut(evidence(statement, verdict, [], undefined).text))),
    };
}
/** Each once, under the name that an effect has for it. */
function tables({ size, scrub }, effects) {
    const names = effects.flatMap(({ name, temporary }) => (name === undefined || temporary ? [] : name));
    return [...new Set(names)].slice(0, MOST_SHOWN).flatMap((name) => {
        const found = size(name);
        return found ? { relation: scrub(name), ...found } : [];
    });
}
/** Where columns are masked, nobody can tell which value is one of theirs. */
function parameters({ key, scrub, target }, { bytes, count, values }) {
    const hidden = target.masks.columns.length > 0;
    const shown = values()
        .slice(0, MOST_SHOWN)
        .map((value) => (value === null ? null : hidden ? told_HIDDEN : cut(clean(value, scrub))));
    const more = count - shown.length;
    return {
        sha256: (0,external_node_crypto_.createHmac)('sha256', key).update(bytes).digest('hex'),
        values: shown,
        ...(more > 0 ? { more } : {}),
    };
}
/** Bytes in hex may be text all the same. */
function clean(value, scrub) {
    const [, hex] = /^\\x((?:[0-9a-f]{2})+)$/i.exec(value) ?? [];
    if (hex === undefined)
        return scrub(value);
    const text = Buffer.from(hex, 'hex').toString('latin1');
    return scrub(text) === text ? scrub(value) : told_HIDDEN;
}
function findingOf(finding, scrub) {
    const { rule, verdict, reason, hint } = finding;
    return verdict === 'block' ? [] : [{ rule, verdict, reason: scrub(reason), hint: scrub(hint) }];
}
function some(name, list) {
    return (list.length > 0 ? { [name]: list } : {});
}
const cut = (text) => text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text;

;// CONCATENATED MODULE: ./lib/session/transaction.js
/** Table locks that keep others from writing, or from anything. https://www.postgresql.org/docs/current/explicit-locking.html */
const STRONG = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'];
/** Nobody reads more. */
const transaction_MOST = 50;
const MOST_EARLIER = 20;
/** What changes nothing that lasts. */
const transaction_QUIET = new Set(['read', 'transaction', 'set', 'explain', 'prepare', 'cursor']);
const isStrong = ({ lock }) => STRONG.includes(lock);
class OpenTransaction {
    #now;
    #locks = new Map();
    /** Those that changed something, the latest last. */
    #changing = [];
    #since;
    #statements = 0;
    /** `now` in milliseconds, growing. */
    constructor(now) {
        this.#now = now;
    }
    ran(statement, effects) {
        this.#since ??= this.#now();
        this.#statements++;
        if (effects.some(({ action }) => !transaction_QUIET.has(action))) {
            this.#changing.push(statement);
            if (this.#changing.length > MOST_EARLIER)
                this.#changing.shift();
        }
        for (const { lock, name, temporary, via } of effects) {
            if (lock === undefined || name === undefined || temporary || via?.[0] === 'definition')
                continue;
            const strength = STRONG.indexOf(lock);
            if (strength < 0 || this.#locks.size >= transaction_MOST)
                continue;
            if (strength > STRONG.indexOf(this.#locks.get(name) ?? ''))
                this.#locks.set(name, lock);
        }
    }
    /** Something ran since the last one was over. */
    get ongoing() {
        return this.#statements > 0;
    }
    /** The last statements that changed something in it. */
    get earlier() {
        return this.#changing;
    }
    over() {
        if (this.#statements === 0)
            return;
        this.#locks.clear();
        this.#changing.length = 0;
        this.#since = undefined;
        this.#statements = 0;
    }
    /** The strongest of each relation, as far as the texts tell. */
    get locks() {
        return [...this.#locks].map(([relation, lock]) => ({ relation, lock }));
    }
    /** `locks`: as the server told them, where it did. */
    describe(state, locks = this.locks) {
        if (state === 'none')
            return { state, age: 0, statements: 0, locks: [] };
        const age = this.#since === undefined ? 0 : Math.round(this.#now() - this.#since);
        return { state, age, statements: this.#statements, locks: locks.filter(isStrong) };
    }
}

;// CONCATENATED MODULE: ./lib/session/holds.js






const REMIND_MS = 5 * 60_000;
/** Of one connection. */
class Holds {
    #options;
    transaction;
    #teller;
    /** What was approved and has not been judged again yet, with its code. */
    #released;
    /** What was approved and planned, and has not run yet. */
    #carried;
    /** The statement that is to be judged again. */
    #again;
    constructor(options) {
        this.#options = options;
        this.transaction = new OpenTransaction(options.now);
        this.#teller = { ...options, key: options.shared.key };
    }
    /** True when this very statement, for these very reasons, was approved. An approval for once is used up by it. */
    covers(statement, verdict, bound, planned) {
        const { key, parts } = this.#boundTo(statement, verdict, bound);
        // Code that is gone does nothing.
        const all = (approved) => parts.every((part) => approved?.has(part));
        if (all(this.#options.shared.standing) && this.#stands(statement))
            return true;
        if (!planned && this.#carried?.id === statement.id && this.#carried.key === key) {
            this.#carried = undefined;
            return true;
        }
        const released = all(this.#released);
        this.#released = undefined;
        if (released && planned)
            this.#carried = { id: statement.id, key };
        return released;
    }
    #boundTo(statement, verdict, bound) {
        const { target, code } = this.#options;
        return agreement(target.name, { statement, verdict, bound, code });
    }
    /** Its bytes say all of what it does, here and on every other connection. */
    #stands({ analysis }) {
        return !this.#options.moved() && !analysis.effects.some((effect) => goesByName(effect) || commits(effect));
    }
    /** No transaction is open: nothing that was planned can run any more. */
    over() {
        this.transaction.over();
        this.#carried = undefined;
    }
    /** It was held before and is judged again: the record has it. True once. */
    comesAgain({ id }) {
        const again = this.#again === id;
        this.#again = undefined;
        // It may have needed none any more.
        this.#released = undefined;
        return again;
    }
    /** Settles with undefined when it may be judged again and go on, else with what it is refused by. Never rejects. */
    async ask(statement, verdict, effects, waiting) {
        const once = !this.#stands(statement);
        // Of the code as it is now: what is defined anew meanwhile was not approved.
        const { parts } = this.#boundTo(statement, verdict, waiting.bound);
        const answer = await this.#asked(statement, verdict, effects, waiting, { ran: false, once });
        if ('kind' in answer)
            return answer;
        if (answer.scope === 'session' && this.#stands(statement))
            for (const part of parts)
                this.#options.shared.standing.add(part);
        else
            this.#released = new Set(parts);
        this.#again = statement.id;
        return undefined;
    }
    /** The same for what ran last and is to be made last: good for that, and at once. */
    async settle(statement, verdict, effects, waiting) {
        const answer = await this.#asked(statement, verdict, effects, waiting, { ran: true, once: true });
        return 'kind' in answer ? answer : undefined;
    }
    /** The answer of whoever approved, or what it is refused by. */
    async #asked(statement, verdict, effects, waiting, how) {
        const { shared, recorder, conn, estimate } = this.#options;
        // Messages without a Sync are in one, too.
        const open = waiting.transaction === 'open' || this.transaction.ongoing;
        const refuse = (why) => this.#refused(statement, verdict, why);
        if (!how.ran && statement.text.length > LONGEST_HELD)
            return refuse(`not held, since nobody could be shown all of its ${statement.text.length.toLocaleString('en')} characters: ` +
                `send what is held as a statement of its own, of ${LONGEST_HELD.toLocaleString('en')} at most`);
        const blocking = open ? await look(waiting.blocking) : undefined;
        const locks = (blocking ?? this.transaction).locks.filter(isStrong);
        if (shared.terms.strongLocks === 'refuse' && open && locks.length > 0)
            return refuse(`not held, since its transaction keeps others from ${locks.map(({ relation }) => relation).join(', ')}: ` +
                (how.ran || statement.analysis.effects.some(commits)
                    ? 'change the rows in another transaction than what locks these'
                    : 'send it in front of what locks these, or after the COMMIT'));
        const source = shared.source && (await this.#source(shared.source, statement, verdict));
        let asked;
        try {
            const counted = how.ran ? effects : await estimate(statement, effects);
            const told = {
                statement,
                verdict,
                effects: counted,
                open,
                locks: blocking?.locks,
                bound: waiting.bound,
            };
            asked = await shared.approvals.ask({
                ...heldStatement(this.#teller, { ...told, ...how, transaction: this.transaction }),
                ...(source ? { source } : {}),
            });
        }
        catch (error) {
            return refuse(`nobody could be asked: ${(0,errors/* describe */.q0)(error)}`);
        }
        recorder.append({ type: 'held', conn, id: statement.id, approval: asked.answer.id });
        recorder.flush();
        const answer = await this.#wait(asked, verdict, open ? waiting : { ...waiting, blocking: undefined });
        recorder.append(this.#decision(statement, answer));
        if (waiting.signal.aborted)
            return refuse('the request was withdrawn');
        return answer.state === 'approved' ? answer : refuse(outcomeOf(answer));
    }
    /** Names of files are a stranger's text, too: one that would have to be masked is not told. */
    async #source(find, { text }, verdict) {
        const held = verdict.findings.find((finding) => finding.verdict === 'hold');
        const source = await find(text, held?.effect);
        return source && this.#options.scrub(source.file) === source.file ? source : undefined;
    }
    async #wait(asked, verdict, waiting) {
        const { answer } = asked;
        const rules = rulesOf(verdict).join(', ');
        const left = () => Math.max(1, Math.round((Date.parse(answer.expiresAt) - Date.now()) / 60_000));
        const who = answer.approvers.join(', ') || 'an administrator';
        waiting.notice(`held for approval (${rules}) by ${who} within ${left()} min: ${answer.uri}`);
        const reminder = setInterval(() => waiting.notice(`still held, ${left()} min left: ${answer.uri}`), REMIND_MS);
        const { blocking } = waiting;
        const unwatch = blocking && watch(blocking, (now) => asked.tell(blocked_scrubbed(now, this.#options.scrub)), LOOK_MS);
        const gone = () => asked.withdraw();
        if (waiting.signal.aborted)
            gone();
        waiting.signal.addEventListener('abort', gone, { once: true });
        try {
            return await asked.settled;
        }
        finally {
            clearInterval(reminder);
            unwatch?.();
            waiting.signal.removeEventListener('abort', gone);
        }
    }
    #decision(statement, answer) {
        const { state, reason } = answer;
        return {
            type: 'approval',
            id: answer.id,
            by: answer.by.join(', ') || 'nobody',
            decision: state === 'waiting' ? 'withdrawn' : state,
            sha256: statement.sha256,
            ...(reason === undefined ? {} : { reason: this.#options.scrub(reason) }),
        };
    }
    #refused(statement, verdict, why) {
        const { recorder, conn } = this.#options;
        recorder.append({ type: 'denied', conn, id: statement.id, rule: rulesOf(verdict)[0] ?? 'none' });
        const findings = verdict.findings.map((finding) => finding.verdict === 'hold' ? { ...finding, reason: `${finding.reason}; ${why}` } : finding);
        return { ...verdict, findings };
    }
}
/** It runs what was prepared under a name, or fetches from it. */
const goesByName = ({ action, object }) => (action === 'execute' && object === 'prepared') || (action === 'cursor' && object === 'fetch');
const rulesOf = (verdict) => [
    ...new Set(verdict.findings.filter((finding) => finding.verdict === 'hold').map(({ rule }) => rule)),
];
function outcomeOf({ state, by, reason }) {
    const who = by.join(', ');
    if (state === 'denied')
        return `denied by ${who || 'an approver'}${reason ? `: ${reason}` : ''}`;
    if (state === 'expired')
        return 'nobody approved in time';
    return `the request was withdrawn${reason ? `: ${reason}` : ''}`;
}

;// CONCATENATED MODULE: ./lib/session/relay.js







/** Serves one accepted client until either side ends. */
function relay(client, wiring) {
    return wiring.target.serve(client, createGate(wiring));
}
function createGate(wiring) {
    return createStream(wiring, { statements: 0 });
}
/** One sequence of statements; what counts for the connection is in `totals`. */
function createStream(wiring, totals) {
    const { conn, target, terms, recorder, holds: shared } = wiring;
    /** By the very array: analysis, catalogue and this connection give the same one while nothing changes. */
    const verdicts = new WeakMap();
    const facts = new Facts(watchFlows(terms.masks.columns, terms.masks.predicates), target);
    const evidence = createEvidence(conn, target.masking);
    const holds = shared &&
        new Holds({
            conn,
            target: terms,
            shared,
            recorder,
            evidence,
            scrub: target.masking.scrub,
            now: () => performance.now(),
            moved: () => facts.moved || altered,
            estimate: async (statement, effects) => estimated(statement, effects),
            size: (name) => (facts.moved ? undefined : target.size?.(name)),
            code: (text) => target.code?.(text) ?? [],
        });
    /** The statement that was to be held last, and what it would do, as somebody was told. */
    let held;
    const most = terms.guard.thresholds?.rows;
    const fuse = most === undefined ? undefined : new Fuse(most, stops(terms), (name) => target.rows?.(name));
    const estimates = most !== undefined || terms.guard.allow.some(({ rows }) => rows !== undefined);
    /** The transaction changed the catalogue, which nobody else sees yet. */
    let altered = false;
    const waiting = [];
    const caughtUp = () => {
        for (const resume of waiting.splice(0))
            resume();
    };
    let last;
    /** The guard's word on what the statement would do; without an approver a hold is a refusal. */
    function verdictOf(effects) {
        let verdict = verdicts.get(effects);
        if (!verdict) {
            verdict = decide(effects, terms.guard);
            if (!holds)
                verdict = withoutApprover(verdict);
            verdicts.set(effects, verdict);
        }
        return verdict;
    }
    /** Decides by what the statement does on this connection; `note` puts it in the record. */
    function decided(statement, runs, note, bound, planned = false) {
        const go = (known) => {
            const effects = runs && fuse ? fuse.judged(statement, known) : known;
            const word = verdictOf(effects);
            const agreed = word.kind === 'hold' && runs && holds?.covers(statement, word, bound, planned);
            const verdict = agreed ? allowed(word) : word;
            if (verdict.kind === 'hold')
                held = { id: statement.id, effects };
            if (agreed && !planned && saysHowMany(word))
                fuse?.agrees(statement, held?.id === statement.id ? held.effects : effects);
            if (runs && verdict.kind === 'allow')
                starts(statement, effects);
            if (planned && verdict.kind === 'allow')
                fuse?.planned();
            if (!(runs && holds?.comesAgain(statement)))
                note(verdict, effects);
            return recorded(statement, verdict);
        };
        const effects = facts.effects(statement.analysis);
        if (planned) {
            const early = (known) => {
                if (known.some(runsPlanned))
                    return go(known);
                // It may have been held before: nothing behind it was.
                holds?.comesAgain(statement);
                return PASSES;
            };
            return effects instanceof Promise ? effects.then(early) : early(effects);
        }
        if (!estimates)
            return effects instanceof Promise ? effects.then(go) : go(effects);
        const counted = effects instanceof Promise
            ? effects.then((known) => estimated(statement, known))
            : estimated(statement, effects);
        return counted instanceof Promise ? counted.then(go) : go(counted);
    }
    function estimated(statement, known) {
        const { pins } = statement.analysis;
        const hidden = pins !== undefined && facts.hides(pins.relation);
        return target.estimate?.(statement, known, { moved: facts.moved || altered, hidden }) ?? known;
    }
    function starts(statement, effects) {
        last = statement;
        holds?.transaction.ran(statement, effects);
        facts.runs(statement, effects);
        fuse?.runs(statement, effects, target.atMost?.(effects));
        altered ||= statement.analysis.changes.schema;
    }
    /** In the record first; then, when the record keeps up, the verdict. */
    function recorded(statement, verdict) {
        if (verdict.kind === 'block' || (verdict.kind === 'hold' && !holds))
            recorder.append({ type: 'denied', conn, id: statement.id, rule: verdict.findings[0]?.rule ?? 'none' });
        if (!recorder.lagging(caughtUp))
            return verdict;
        return new Promise((resolve) => waiting.push(() => resolve(verdict)));
    }
    /** What ran outside of a transaction is made last without a statement. */
    const settled = (own) => () => {
        const verdict = verdictOf(own.made());
        if (verdict.kind === 'block' || (verdict.kind === 'hold' && !(holds && last))) {
            const [finding] = verdict.findings;
            recorder.append({ type: 'denied', conn, id: last?.id ?? 0, rule: finding?.rule ?? 'none' });
        }
        return verdict;
    };
    const release = (own) => async (verdict, waiting) => last && holds ? holds.settle(last, verdict, own.made(), waiting) : verdict;
    return {
        fork: () => createStream(wiring, totals),
        judge(statement, prepared) {
            totals.statements++;
            return decided(statement, prepared === undefined, (verdict, effects) => recorder.append(evidence(statement, verdict, effects, prepared)));
        },
        execute(statement, parameters, bound, planned) {
            return decided(statement, true, () => planned || recorder.append({ type: 'execute', conn, id: statement.id, parameters }), bound, planned);
        },
        ...(holds && {
            hold: (statement, verdict, waiting) => holds.ask(statement, verdict, held?.effects ?? [], waiting),
        }),
        flush: () => recorder.flush(),
        ...(fuse && {
            counts: { ...countsOf(fuse, settled(fuse)), ...(holds && { release: release(fuse) }) },
        }),
        result(statement, result) {
            facts.ended(statement, result.error !== undefined);
            fuse?.ended(statement, result.tag, result.error !== undefined);
            recorder.append(outcome(conn, statement, result));
        },
        idle() {
            altered = false;
            holds?.over();
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
        output({ id }, output) {
            recorder.append({ type: 'output', conn, id, ...output });
        },
        terminal({ id }, size) {
            recorder.append({ type: 'terminal', conn, id, ...size });
        },
        limit(limit, detail) {
            recorder.append({ type: 'limit', conn, limit, detail });
        },
        lagging: (resume) => recorder.lagging(resume),
        opened({ client, user, application, tls }) {
            recorder.append({ type: 'connection.open', conn, target: terms.name, client, user, application, tls });
        },
        closed(reason, { bytesIn, bytesOut }) {
            const { statements } = totals;
            recorder.append({
                type: 'connection.close',
                conn,
                reason,
                statements,
                bytes_in: bytesIn,
                bytes_out: bytesOut,
            });
        },
    };
}
const PASSES = { kind: 'allow', findings: [], observed: false };
/** What is over the threshold does not pass. */
const stops = ({ guard }) => guard.mode === 'enforce' && /^(hold|block)$/.test(guard.rules['many-rows'] ?? '');
const countsOf = (fuse, settled) => ({
    before: (alone) => fuse.before(alone),
    after: () => fuse.after(),
    told: (when, rows) => fuse.told(when, rows),
    inside: () => fuse.inside(),
    doubtful: (answered) => fuse.doubtful(answered),
    settled,
    answered: () => fuse.answered(),
    synced: () => fuse.synced(),
});
/** Whoever agreed knew about how many rows it would be. */
const saysHowMany = ({ findings }) => findings.some(({ rule, effect }) => rule === 'many-rows' && effect.action !== 'transaction');
/** A person agreed; the rules that held it stay in sight. */
const allowed = (verdict) => ({ ...verdict, kind: 'allow' });
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
function trackConnections(counted, holds, idle) {
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
            const connection = relay(client, {
                conn,
                target,
                terms,
                recorder: counted.recorder,
                ...(holds ? { holds } : {}),
            });
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

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./lib/session/dial.js


const CONNECT_TIMEOUT_MS = 10_000;
/** While a statement waits for a person nothing is sent, and whatever is in between forgets connections that are silent. */
const QUIET_MS = 30_000;
/** Plain TCP to a target. Throws `SluiceError` UPSTREAM_UNREACHABLE with the address and the system's reason. */
function dial(target) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({
            host: target.host,
            port: target.port,
            noDelay: true,
            keepAlive: true,
            keepAliveInitialDelay: QUIET_MS,
        });
        const fail = (reason) => {
            socket.destroy();
            reject(unreachable(target, reason));
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
function unreachable({ name, host, port }, reason) {
    return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `target ${name} at ${host}:${port} cannot be reached: ${reason}`, {
        hint: 'Check the target’s address in the policy file, and that this machine may connect to it',
    });
}

;// CONCATENATED MODULE: ./lib/session/listeners.js




/** `sun_path` holds 104 bytes on macOS, 108 on Linux, with the closing zero. */
const LONGEST_SOCKET_PATH = 103;
async function listen(options) {
    const servers = [];
    const open = async (where) => {
        const server = (0,external_node_net_.createServer)({ pauseOnConnect: true, noDelay: true }, options.accept);
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

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./lib/core/source.js
const source_LONGEST = 500;
/** True for a path that stays below the directory it is relative to, on every system, and that a person can read. */
function isInside(file) {
    if (file === '' || file.length > source_LONGEST || !file.isWellFormed())
        return false;
    if (/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(file) || /^[A-Za-z]:/.test(file))
        return false;
    return file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
/** Throws what `fail` makes, with the member's name and never its value. */
function sourceFrom(from, fail) {
    const file = from.text('file');
    const line = from.integer('line');
    const more = from.optional('more', from.integer);
    from.end();
    if (!isInside(file))
        throw fail('source.file must be a path within the workspace');
    if (line < 1 || more === 0)
        throw fail('source.line and source.more count from 1');
    return { file, line, ...(more === undefined ? {} : { more }) };
}

;// CONCATENATED MODULE: ./lib/session/written.js
// How statements are written down in the files of a repository.

const EXTENSIONS = new Set('.sql .psql .ts .mts .cts .js .mjs .cjs .py .rb .go .java .kt .cs .php .rs .ex .exs .scala .xml .yml .yaml .json .prisma .sh'.split(' '));
const SKIPPED = new Set('node_modules vendor dist build target out coverage venv __pycache__ bower_components'.split(' '));
/** Shorter ones are found everywhere. */
const SHORTEST = 8;
/** Whether people keep statements of their own there. */
function lookedInto(name, kind) {
    return kind === 'file'
        ? EXTENSIONS.has((0,external_node_path_.extname)(name).toLowerCase())
        : !SKIPPED.has(name) && !name.startsWith('.');
}
/** The text without what ends it; undefined when it says too little to be told from others. */
function comparable(text) {
    const trimmed = text.replaceAll('\r\n', '\n').trim();
    // Not by a pattern: one for the end of a text tries every run of blanks in it, again and again.
    let end = trimmed.length;
    while (end > 0 && /[;\s]/.test(trimmed.charAt(end - 1)))
        end--;
    return end < SHORTEST ? undefined : trimmed.slice(0, end);
}
/** Offsets in a file's text where exactly this statement stands, as one of its own; `most` of them. */
function soughtIn(text, file, statement, most) {
    const sought = comparable(statement);
    if (sought === undefined)
        return [];
    const [before, after] = /\.p?sql$/i.test(file) ? SQL : written_CODE;
    const found = [];
    let at = text.indexOf(sought);
    for (; at >= 0 && found.length < most; at = text.indexOf(sought, at + sought.length)) {
        const end = at + sought.length;
        if (before.test(text.slice(Math.max(0, at - NEAR), at)) && after.test(text.slice(end, end + NEAR)))
            found.push(at);
    }
    return found;
}
const NEAR = 200;
/** What may stand around a statement in a file of SQL, and in a program: part of a longer one is another one. */
const SQL = [/(?:^|\n|;|\*\/)\s*$/, /^\s*(?:;|\\|$)/];
const written_CODE = [/(?:^|\n|;|\*\/|['"`])\s*$/, /^\s*(?:;|['"`])/];
/** The line of what is at `at`; in a text of several statements that of the one with this effect. */
function lineIn(text, at, statement, effect) {
    const sought = statement.replaceAll('\r\n', '\n').trim();
    return lineOf(text, at + offsetOf(sought, effect));
}
/** Characters that a line is looked for in. */
const written_LONGEST = 100_000;
/** Where in a text of several statements the one with this effect is, by its verb and relation. */
function offsetOf(text, effect) {
    if (!text.includes('\n'))
        return 0;
    const name = effect?.name?.split('.').at(-1) ?? effect?.object;
    const verb = effect?.action.split('-')[0];
    if (name === undefined || verb === undefined)
        return firstWord(text);
    const near = new RegExp(`\\b${literal(verb)}\\b[^;]{0,200}?${literal(name)}`, 'i').exec(text.slice(0, written_LONGEST));
    return near?.index ?? firstWord(text);
}
/** Behind comments. */
function firstWord(text) {
    return /^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
}
function lineOf(text, offset) {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
        line++;
    return line;
}
const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

;// CONCATENATED MODULE: ./lib/session/sources.js
// Where in the job's workspace a held statement stands, for whoever approves it.






const BOUNDS = { files: 5000, entries: 20_000, fileBytes: 1024 * 1024, places: 10, ms: 200 };
/** Directories or files that are read at the same time. */
const ABREAST = 8;
/** One search at a time: many statements that are held at once must not keep the session from its work. */
function sourcesIn(workspace, bounds = BOUNDS) {
    let last = Promise.resolve();
    return async (text, effect) => {
        if (comparable(text) === undefined)
            return undefined;
        const end = performance.now() + bounds.ms;
        const search = { text, effect, places: [], late: () => performance.now() >= end };
        last = last.then(() => sources_look(workspace, search, bounds)).catch(() => { });
        // A file system that hangs must not hold up who asks.
        await Promise.race([last, (0,promises_.setTimeout)(bounds.ms, undefined, { ref: false })]);
        const [first] = search.places;
        const more = search.places.length - 1;
        return first && { ...first, ...(more > 0 ? { more } : {}) };
    };
}
async function sources_look(workspace, search, bounds) {
    const { places, late } = search;
    if (late())
        return;
    const root = await (0,external_node_fs_promises_namespaceObject.realpath)(workspace);
    const files = await filesBelow(root, bounds, late);
    await abreast(files, async (path) => (late() ? [] : placesIn(root, path, search, bounds)), (found) => {
        places.push(...found.slice(0, bounds.places - places.length));
        return late() || places.length === bounds.places;
    });
}
async function placesIn(root, path, { text: statement, effect }, bounds) {
    const file = (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/');
    const text = isInside(file) ? await read(path, bounds.fileBytes) : '';
    const found = soughtIn(text, file, statement, bounds.places);
    return found.map((at) => ({ file, line: lineIn(text, at, statement, effect) }));
}
/** Breadth first, so that a repository's own files come before deep trees, and files of SQL before others. */
async function filesBelow(root, bounds, late) {
    const most = bounds.files;
    const files = [];
    const sql = [];
    let directories = [root];
    while (directories.length > 0) {
        const next = [];
        await abreast(directories, async (directory) => (late() ? [] : entries(directory, bounds.entries, late)), (found) => {
            for (const entry of found) {
                const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
                // Neither is true of a link, wherever it leads.
                if (entry.isDirectory() && lookedInto(entry.name, 'directory'))
                    next.push(path);
                else if (entry.isFile() && lookedInto(entry.name, 'file'))
                    (/\.p?sql$/i.test(entry.name) ? sql : files).push(path);
            }
            return late() || sql.length + files.length >= most;
        });
        directories = sql.length + files.length < most && !late() ? next : [];
    }
    return [...sql, ...files].slice(0, most);
}
/** Works on some at a time, takes what comes of them in order, and stops when `take` says that it is enough. */
async function abreast(items, work, take) {
    for (let at = 0; at < items.length; at += ABREAST) {
        const results = await Promise.all(items.slice(at, at + ABREAST).map(work));
        if (results.map(take).some(Boolean))
            return;
    }
}
async function entries(directory, most, late) {
    const found = [];
    try {
        for await (const entry of await (0,external_node_fs_promises_namespaceObject.opendir)(directory, { bufferSize: 500 })) {
            found.push(entry);
            if (found.length === most || late())
                break;
        }
    }
    catch {
        // What can be read of it is looked at.
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/** Empty for what is no text of a size that people write. */
async function read(path, most) {
    const file = await (0,external_node_fs_promises_namespaceObject.open)(path, FLAGS).catch(() => undefined);
    if (!file)
        return '';
    try {
        const { size } = await file.stat();
        if (size > most)
            return '';
        const text = (await file.readFile('utf8')).replaceAll('\r\n', '\n');
        return text.includes('\0') ? '' : text;
    }
    catch {
        return '';
    }
    finally {
        await file.close().catch(() => { });
    }
}

;// CONCATENATED MODULE: ./lib/session/traffic.js
// A session's targets, each with its listener.










async function openTraffic(parts, onIdle) {
    const idle = { ms: parts.config.idleExitMs, handler: onIdle };
    const connections = trackConnections(parts.counted, holdsOf(parts), idle);
    const served = [];
    const refuse = () => {
        for (const { listener } of served)
            listener.close();
    };
    try {
        for (const { target: name, port } of parts.config.listen) {
            const terms = parts.terms.targets.find((candidate) => candidate.name === name);
            const { protocol, clients } = await spokenBy(terms);
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
    const { environment, keys } = writeShared(parts, served);
    return {
        targets: served.map((each) => readyTarget(parts, each)),
        environment,
        check: async () => {
            await Promise.all(served.map(({ target }) => target.check()));
        },
        async drain(ms, reason) {
            refuse();
            await connections.drain(ms, reason);
            for (const path of keys)
                (0,external_node_fs_.rmSync)(path, { force: true });
            await Promise.all(served.map(({ target }) => target.close()));
        },
    };
}
function holdsOf({ approvals, config, terms, maskingKey }) {
    if (!approvals || !terms.holds)
        return undefined;
    const source = config.workspace === undefined ? {} : { source: sourcesIn(config.workspace) };
    return { approvals, terms: terms.holds, standing: new Set(), key: maskingKey, ...source };
}
function openTarget(parts, terms, protocol) {
    return protocol.open({
        terms,
        dial: () => dial(terms),
        local: parts.local,
        analyser: parts.analyser,
        masking: (0,masking/* createMasking */.bk)(terms.masks, parts.maskingKey),
    });
}
async function spokenBy({ name, protocol }) {
    const clients = CLIENTS;
    const found = await protocolOf(protocol);
    const settings = Object.hasOwn(clients, protocol) ? clients[protocol] : undefined;
    if (!found || !settings)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `target ${name} has protocol ${protocol}, unknown to this version`, { hint: 'Use a newer version of Sluice in this job' });
    return { protocol: found, clients: settings };
}
function endpointOf(parts, { terms, listener, target }) {
    return {
        target: terms.name,
        upstream: terms.host,
        host: listener.host,
        port: listener.port,
        user: parts.local.user,
        password: parts.local.password.reveal(),
        ...(terms.database === undefined ? {} : { database: terms.database }),
        ...(target.identity === undefined ? {} : { identity: target.identity }),
    };
}
/** Files for clients that have one configuration for all targets: the variables that lead there, and paths of keys. */
function writeShared(parts, served) {
    const environment = {};
    const keys = [];
    for (const clients of new Set(served.map((each) => each.clients))) {
        const own = served.filter((each) => each.clients === clients);
        const shared = clients.together?.(own.map((each) => endpointOf(parts, each)), parts.config.dir);
        for (const [name, text] of Object.entries(shared?.files ?? {}))
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(parts.config.dir, name), text, { mode: 0o600 });
        keys.push(...(shared?.keys ?? []).map((name) => (0,external_node_path_.join)(parts.config.dir, name)));
        Object.assign(environment, shared?.environment);
    }
    return { environment, keys };
}
function readyTarget(parts, served) {
    const { terms, listener, clients } = served;
    const endpoint = endpointOf(parts, served);
    const { host, port, user, password, database, identity } = endpoint;
    return {
        name: terms.name,
        protocol: terms.protocol,
        host,
        port,
        user,
        ...(identity ? {} : { password }),
        ...(database === undefined ? {} : { database }),
        ...(listener.socket ? { socket: listener.socket } : {}),
        url: clients.url(endpoint),
        environment: clients.environment(endpoint),
        detect: terms.masks.detect,
        ...(terms.masks.patterns ? { patterns: terms.masks.patterns } : {}),
    };
}


/***/ }),

/***/ 9198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ Holes),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   eB: () => (/* binding */ hasHoles)
/* harmony export */ });
const FIRST = 0xf0000;
const MOST = 200;
const MARK = /[\u{f0000}-\u{f00ff}]/gu;
/** The holes of one text. Each has a mark of its own, so that one that is lost on the way is noticed. */
class Holes {
    kinds = new Map();
    /** The text that stands for it; undefined when there are too many. */
    make(kind) {
        if (this.kinds.size >= MOST)
            return undefined;
        const mark = String.fromCodePoint(FIRST + this.kinds.size);
        this.kinds.set(mark, kind);
        return kind === 'literal' ? `'${mark}'` : `"${mark}"`;
    }
    /** True when a hole may bring any value: a relation's name is that of a relation which is there. */
    carry(text) {
        return marksOf(text).some((mark) => this.kinds.get(mark) !== 'relation');
    }
}
const marksOf = (text) => text.match(MARK) ?? [];
const hasHoles = (text) => marksOf(text).length > 0;
/** No hole touches what would make another token of it: a letter, a quote, the `&` of `U&"…"`. */
const WORD = '[\\w$\\u0080-\\uffff]|[\\u{10000}-\\u{efffd}]';
const ALONE = new RegExp(`(?<!${WORD}|[&'"])(["'])[\\u{f0000}-\\u{f00ff}]\\1(?!${WORD}|['"])`, 'gu');
/**
 * True when each hole stands where any identifier or literal leaves the statements what they are. False when one does
 * not, is part of another word, or was lost: in a comment, a quoted identifier may end the comment.
 */
function harmless(text, statements, kinds) {
    const marks = marksOf(text);
    const alone = text.match(ALONE)?.length ?? 0;
    if (alone !== marks.length || new Set(marks).size !== marks.length)
        return false;
    const found = new Set();
    return fits(statements, [], 1, { kinds, found }) && found.size === marks.length;
}
/** Nodes that only hold a word or a list say nothing of the place. */
const WRAPPERS = new Set(['String', 'List', 'items', 'stmt', 'RawStmt']);
function fits(value, path, count, holes) {
    if (typeof value === 'string') {
        if (!hasHoles(value))
            return true;
        const kind = holes.kinds.get(value);
        holes.found.add(value);
        return kind !== undefined && may(kind, path, count);
    }
    if (Array.isArray(value))
        return value.every((item) => fits(item, path, value.length, holes));
    if (value === null || typeof value !== 'object')
        return true;
    return Object.entries(value).every(([key, child]) => {
        if (WRAPPERS.has(key) || (key === 'sval' && typeof child === 'string'))
            return fits(child, path, count, holes);
        return fits(child, [...path, nameOf(key, child)], 1, holes);
    });
}
/** Calls whose argument is a name or a key, and no more. */
const CALM = /^\{"funcname":\[(?:\{"String":\{"sval":"pg_catalog"\}\},)?\{"String":\{"sval":"(?:nextval|currval|current_setting)"\}\}\]/;
/** A RENAME and a SET SCHEMA of what is no relation is another statement: of a role, a function, a schema. */
function nameOf(key, child) {
    if (key === 'FuncCall' && CALM.test(JSON.stringify(child)))
        return 'CalmCall';
    const relation = child?.relation;
    return /^(?:RenameStmt|AlterObjectSchemaStmt)$/.test(key) && !relation ? 'OtherStmt' : key;
}
/** Statements that do the same to whatever object of their kind they are given. */
const STATEMENTS = new Set(`AlterTableStmt IndexStmt DropStmt TruncateStmt RenameStmt CommentStmt GrantStmt CreateTrigStmt CreatePolicyStmt AlterPolicyStmt
  CreateStmt CreateSeqStmt AlterSeqStmt AlterObjectSchemaStmt ReindexStmt ClusterStmt RefreshMatViewStmt LockStmt CreateSchemaStmt
  VacuumStmt`.split(/\s+/));
/** The relation of a statement, in the fields that hold one. */
const RELATION = /\/(?:relation|table|sequence|pktable|name|RangeVar)\/(?:relname|schemaname)$/;
/** Other names, by node and field. */
const NAME = /\/(?:AlterTableCmd\/name|ColumnDef\/colname|IndexElem\/name|Constraint\/(?:conname|indexname|keys|fk_attrs|pk_attrs|including)|newowner\/rolename|DefElem\/owned_by|PartitionElem\/name)$/;
/** Those of the statement itself. */
const OWN = /^(?:IndexStmt\/idxname|RenameStmt\/(?:subname|newname)|AlterObjectSchemaStmt\/newschema|CreateSchemaStmt\/schemaname|(?:Create|Alter)PolicyStmt\/policy_name|CreateTrigStmt\/(?:trigname|columns)|(?:CommentStmt\/object|DropStmt\/objects|GrantStmt\/objects))$/;
/** Functions and types: with a schema in front, those of the system could be meant. */
const PLAIN = /^(?:DropStmt|GrantStmt|CommentStmt)\/objects?\/(?:ObjectWithArgs\/objname|TypeName\/names)$/;
function may(kind, path, count) {
    const at = path.join('/');
    // What is read decides where values go.
    if (!STATEMENTS.has(path[0] ?? '') || path.includes('SelectStmt'))
        return false;
    if (kind === 'literal')
        return at === 'CommentStmt/comment' || (/\/A_Const\/sval$/.test(at) && !path.includes('FuncCall'));
    // It may bring a schema along: only where a relation's name stands alone.
    if (kind === 'relation')
        return /\/relname$/.test(at) || (at === 'DropStmt/objects' && count === 1);
    // `t.name` may call a function of that name.
    if (/\/ColumnRef\/fields$/.test(at))
        return count === 1;
    return RELATION.test(at) || NAME.test(at) || OWN.test(at) || (PLAIN.test(at) && count === 1);
}
/** The analysis with `*` in the place of each name that comes at run time. Values on their way may then be any. */
function shown(analysis) {
    const star = (value) => JSON.parse(JSON.stringify(value), (_, part) => typeof part === 'string' ? part.replace(MARK, '*') : part);
    const { flows, ...rest } = analysis;
    return { ...star(rest), ...(flows && { flows: flows.map(anywhere) }) };
}
const anywhere = (flow) => hasHoles(JSON.stringify(flow)) ? { sources: ['*'], place: 'a relation that is named at run time' } : flow;


/***/ }),

/***/ 9264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ inBody),
/* harmony export */   NU: () => (/* binding */ later),
/* harmony export */   rf: () => (/* binding */ onlyDefines)
/* harmony export */ });
const BODIES = new Set(['function', 'view', 'rule', 'trigger']);
const QUIET = new Set(['comment', 'grant', 'revoke', 'transaction']);
const DEFINING = new Set(['create', 'alter', 'drop']);
const DEFINED = new Set(['function', 'view', 'rule', 'trigger', 'security-definer', 'security-option']);
/** It stands in a body, also in one that a DO block defines. */
const inBody = ({ via = [] }) => via.some((step) => BODIES.has(step));
/** True when the text runs nothing but event triggers. */
const onlyDefines = ({ defines: only, effects }) => only === true &&
    effects.length > 0 &&
    effects.every((effect) => BODIES.has(effect.via?.[0] ?? '') ||
        (effect.via === undefined && (QUIET.has(effect.action) || defines(effect))));
const defines = ({ action, object, cascade }) => DEFINING.has(action) && DEFINED.has(object) && !cascade;
/** Marks what only a later run would set off. */
const later = (effect) => ({ ...effect, via: ['definition', ...(effect.via ?? [])] });


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ runsAnything),
/* harmony export */   k: () => (/* binding */ Loosened)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5238);

const CHANGING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own']);
/** Nobody knows what it does. */
const ANYTHING = new Set(['unknown', 'load']);
/** What goes or moves with them is not in the text. */
const WIDE = new Set(['extension', 'foreign-schema', 'owned']);
/** What goes by the name of a relation, or has rows of another one; columns and constraints that are added loosen nothing. */
const RELATIONS = new Set([
    'table',
    'view',
    'materialized-view',
    'foreign-table',
    'partition',
    'inheritance',
    'rule',
]);
/** They take keys and columns along, under names of their own. */
const HOLDING = new Set(['schema', 'index', 'type', 'domain']);
class Loosened {
    #names = new Set();
    #all = false;
    get any() {
        return this.#all || this.#names.size > 0;
    }
    /** `effects`: with those of stored code. */
    note(effects) {
        for (const effect of effects) {
            if (isWide(effect))
                this.#all = true;
            else if (loosens(effect)) {
                const { name = '', detail = '' } = effect;
                this.#names.add(last(name));
                if (detail.startsWith('to '))
                    this.#names.add(last(detail.slice('to '.length)));
            }
        }
    }
    add(other) {
        for (const name of other.#names)
            this.#names.add(name);
        this.#all ||= other.#all;
    }
    /** `relation` as a statement writes it; a schema in front of it makes no difference. */
    has(relation) {
        return this.#all || this.#names.has(last(relation));
    }
}
function loosens({ action, object, detail }) {
    if (action === 'create')
        return RELATIONS.has(object);
    if (action === 'rewrite')
        return object === 'column';
    return CHANGING.has(action) && detail !== 'referenced by a foreign key';
}
const last = (name) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .C)(name).at(-1) ?? '';
/** Nobody has read what it runs. */
function runsAnything({ action, object, detail }) {
    if (action === 'call')
        return object === 'function';
    return ANYTHING.has(action) || (action === 'execute' && object === 'prepared' && detail === undefined);
}
function isWide(effect) {
    const { action, object, name = '*', cascade } = effect;
    if (runsAnything(effect))
        return true;
    if (object === 'catalog')
        return action !== 'read';
    if (!CHANGING.has(action))
        return false;
    if (WIDE.has(object) || name.includes('*') || (action === 'drop' && cascade === true))
        return true;
    return HOLDING.has(object) && (action === 'drop' || (action !== 'create' && object === 'schema'));
}


/***/ }),

/***/ 5238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ partsOf),
/* harmony export */   f: () => (/* binding */ Names)
/* harmony export */ });
// Names as effects write them (`"x".y`), looked up as the server would.
const PART = /"((?:[^"]|"")*)"|[^."]+/g;
/** The parts of a name that `dotted` put together. */
function partsOf(name) {
    if (!name.includes('"'))
        return name.split('.');
    return [...name.matchAll(PART)].map(([part, quoted]) => quoted?.replaceAll('""', '"') ?? part);
}
const NONE = [];
/** What a schema holds, by name. */
class Names {
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
        return this.all(name, NONE);
    }
    /** Everything that a call by this name may reach. */
    all(name, scope) {
        const [found, schema] = this.#named(name);
        if (found.length === 0)
            return NONE;
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
        return [this.#byName.get(parts.at(-1) ?? '') ?? NONE, parts.at(-2)];
    }
}


/***/ }),

/***/ 6871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ Run),
/* harmony export */   u: () => (/* binding */ switchesOn)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4410);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9264);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5238);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8214);




const JUST_MADE = 'what this connection has just defined';
const lastOf = (name) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .dotted */ .Bs)([(0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .partsOf */ .C)(name).at(-1) ?? '']);
const makesView = ({ action, object }) => action === 'create' && object === 'view';
const readsIn = ({ action, via }) => action === 'read' && via?.[0] === 'view';
/** A trigger that was off is on. */
const switchesOn = ({ action, object, detail }) => action === 'alter' && object === 'trigger' && detail === 'switched on';
/** Texts followed and effects found, at most. */
const MOST = 500;
class Run {
    schema;
    #code;
    #read;
    #seen = new Set();
    #added = new Map();
    #reading = new Set();
    #definitions = new Map();
    #renamed;
    #defined;
    #own;
    #left = MOST;
    constructor(schema, code, read, { renamed = () => [], defined, own = [] } = {}) {
        this.schema = schema;
        this.#renamed = renamed;
        this.#defined = defined;
        this.#own = own;
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
        const full = (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .storedEffect */ .vg)(effect, step, skipped);
        if (this.#added.size < MOST)
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
        const last = lastOf(name);
        this.#readDefined(this.#defined[kind](last), step);
    }
    /** The connection has defined a function of that name. */
    isDefined(name) {
        return (this.#defined?.functions(lastOf(name)).length ?? 0) > 0;
    }
    /** The connection may have given other names or types to columns of it. */
    otherColumns(relation) {
        return this.#defined?.columns(lastOf(relation)) ?? false;
    }
    /** What is read by a view of that name which the text, or the connection, makes or replaces; undefined when there is none. */
    madeView(name) {
        const last = lastOf(name);
        const makes = (effects) => effects.some((effect) => makesView(effect) && lastOf(effect.name ?? '') === last);
        const texts = [this.#own, ...(this.#defined?.relations(last) ?? []).map(({ effects }) => effects)];
        const found = texts.filter(makes);
        if (found.length === 0)
            return undefined;
        return found.flatMap((effects) => effects.flatMap((effect) => (readsIn(effect) ? (effect.name ?? []) : [])));
    }
    /** The text as it was analysed; undefined while it is not. */
    analysis(text) {
        return this.#code.analysis(text);
    }
    /** The text, or the connection, switches a trigger of it on. */
    switchesOn(name) {
        const last = lastOf(name);
        if (this.#defined?.switched(last))
            return true;
        return this.#own.some((effect) => switchesOn(effect) && lastOf(effect.name ?? '') === last);
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
            // What a text calls of its own was judged with it, however often.
            if (read.has(analysis) || this.#reading.has(analysis))
                continue;
            read.add(analysis);
            this.#reading.add(analysis);
            const effects = analysis.effects.filter(_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .inBody */ .Cp);
            this.#read({ ...analysis, effects }, { ...step, through: JUST_MADE, scope: null, assigned: undefined }, { judged: true }, this);
            this.#reading.delete(analysis);
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


/***/ }),

/***/ 8214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ forMany),
/* harmony export */   dj: () => (/* binding */ into),
/* harmony export */   il: () => (/* binding */ spread),
/* harmony export */   lg: () => (/* binding */ forRows),
/* harmony export */   vg: () => (/* binding */ storedEffect)
/* harmony export */ });
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
const KEPT = new Set(['some', 'one']);
/** What is picked by key for each of many rows. */
function spread(effect, { many }) {
    const { action, rows = 'none', temporary } = effect;
    const counts = action === 'delete' || (action === 'update' && many === 'changes');
    return many && counts && KEPT.has(rows) && !temporary ? { ...effect, rows: 'unknown' } : effect;
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


/***/ }),

/***/ 3847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ leaves),
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   P7: () => (/* binding */ uncast),
/* harmony export */   TJ: () => (/* binding */ itemName),
/* harmony export */   Wj: () => (/* binding */ isTargetColumn),
/* harmony export */   lY: () => (/* binding */ sameTable),
/* harmony export */   nK: () => (/* binding */ alias),
/* harmony export */   wy: () => (/* binding */ mentions)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4410);

const SYSTEM = new Set(['tableoid', 'xmin', 'xmax', 'cmin', 'cmax']);
/** Whatever the column's type is, other values are other texts. */
const LOSSLESS = new Set(['text', 'varchar', 'uuid', 'numeric']);
const FOLDING = new Set(['lower', 'upper', 'btrim']);
/** A column of the target, perhaps behind a cast or `lower()` that keeps values apart. Unqualified only where nothing else is joined. */
function isTargetColumn(node, target) {
    const cast = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'TypeCast');
    if (cast) {
        const plain = !cast.typeName?.typmods && !cast.typeName?.arrayBounds;
        const names = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(cast.typeName?.names);
        const builtIn = names.length === 1 || names[0] === 'pg_catalog';
        return plain && builtIn && LOSSLESS.has(names.at(-1) ?? '') && isTargetColumn(cast.arg, target);
    }
    const call = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'FuncCall');
    if (call)
        return (call.args?.length === 1 &&
            FOLDING.has((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(call.funcname).join('.')) &&
            isTargetColumn(call.args[0], target));
    const names = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'ColumnRef')?.fields);
    const column = names.at(-1);
    if (column === undefined ||
        SYSTEM.has(column) ||
        names.length !== ((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'ColumnRef')?.fields?.length ?? 0))
        return false;
    return names.length === 1 ? target.others.length === 0 : names.at(-2) === alias(target.relation);
}
function uncast(node) {
    const cast = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'TypeCast');
    return cast ? uncast(cast.arg) : node;
}
/** True when a column that may be the target's is read anywhere in the expression. System columns pick nothing. */
function mentions(node, target) {
    return references(node).some((names) => {
        const column = names.at(-1);
        if (column !== undefined && SYSTEM.has(column))
            return false;
        if (names.length > 1)
            return names.at(-2) === alias(target.relation);
        return target.others.length === 0 || column !== undefined;
    });
}
/** The names of every column reference below. */
function references(value) {
    const found = [];
    const visit = (child) => {
        if (Array.isArray(child))
            for (const item of child)
                visit(item);
        else if (child !== null && typeof child === 'object') {
            const reference = child.ColumnRef;
            if (reference)
                found.push((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(reference.fields));
            else
                for (const item of Object.values(child))
                    visit(item);
        }
    };
    visit(value);
    return found;
}
const alias = (relation) => relation.alias?.aliasname ?? relation.relname ?? '';
/** The relations, subqueries and functions of a FROM item; joins are taken apart, but for those with a name. */
function leaves(item) {
    const join = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'JoinExpr');
    if (!join || join.alias)
        return [item];
    return [join.larg, join.rarg].flatMap((side) => (side === undefined ? [] : leaves(side)));
}
/** The name by which the other clauses know a FROM item. */
function itemName(item) {
    const relation = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeVar');
    if (relation)
        return alias(relation);
    return (((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeSubselect') ??
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeFunction') ??
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeTableFunc') ??
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'JoinExpr'))?.alias?.aliasname ?? '');
}
/** Names may differ in how they are qualified and still mean one table: then they are taken as one. */
function sameTable(a, b) {
    if (a.relname !== b.relname)
        return false;
    return !a.schemaname || !b.schemaname || (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(a) === (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(b);
}


/***/ }),

/***/ 2715:
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
/** The letter I has another partner in Turkish. */
const cased = (text) => plain(text) && !/i/i.test(text);
const FUNCTIONS = {
    chr: () => undefined,
    lower: (text) => (cased(text) ? text.toLowerCase() : undefined),
    upper: (text) => (cased(text) ? text.toUpperCase() : undefined),
    btrim: (text, ...more) => (more.length === 0 ? text?.replace(/^ +| +$/g, '') : undefined),
    reverse: (text) => (plain(text) ? [...text].reverse().join('') : undefined),
    replace: (text, from, to) => (from && to !== undefined ? text?.replaceAll(from, () => to) : undefined),
};
const ascii = (code) => code > 0 && code < 0x80 ? String.fromCharCode(code) : undefined;

// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __nccwpck_require__(4410);
// EXTERNAL MODULE: ./lib/sql/values.js
var sql_values = __nccwpck_require__(9332);
;// CONCATENATED MODULE: ./lib/sql/constants.js



/** The value of a constant expression; undefined when it is none, or none that we fold. */
function fold(node) {
    return typed(node)?.value;
}
/** The value of a condition: an untyped literal is read as a boolean. */
function truthOf(node) {
    const found = typed(node);
    if (found?.kind !== 'unknown' && found?.kind !== 'bool')
        return undefined;
    const value = (0,sql_values/* convert */.C6)(found, 'bool')?.value;
    return typeof value === 'boolean' || value === null ? value : undefined;
}
const bool = (value) => value === undefined ? undefined : { kind: 'bool', value };
function typed(node) {
    if (node === undefined)
        return undefined;
    const constant = (0,tree.as)(node, 'A_Const');
    if (constant)
        return literal(constant);
    const casting = (0,tree.as)(node, 'TypeCast');
    if (casting)
        return castTo(casting);
    const logical = (0,tree.as)(node, 'BoolExpr');
    if (logical)
        return bool(logic(logical));
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
        const found = typed(test.arg);
        return found && bool((found.value === null) === (test.nulltesttype === 'IS_NULL'));
    }
    const truth = (0,tree.as)(node, 'BooleanTest');
    if (truth)
        return bool((0,sql_values/* truthTest */.oE)(truthOf(truth.arg), truth.booltesttype));
    const list = (0,tree.as)(node, 'CoalesceExpr');
    if (list) {
        const values = allTyped(list.args);
        return values?.find(({ value }) => value !== null) ?? values?.[0];
    }
    return subselect(node);
}
/** All of them, as their common type. */
function allTyped(nodes = []) {
    const values = nodes.flatMap((node) => typed(node) ?? []);
    return values.length === nodes.length ? (0,sql_values/* unify */.QF)(values) : undefined;
}
function literal(constant) {
    if (constant.isnull)
        return { kind: 'unknown', value: null };
    if (constant.boolval)
        return { kind: 'bool', value: constant.boolval.boolval ?? false };
    if (constant.ival)
        return { kind: 'number', value: constant.ival.ival ?? 0 };
    if (constant.sval)
        return { kind: 'unknown', value: constant.sval.sval ?? '' };
    const text = constant.fval?.fval ?? '';
    const value = /^\d{1,15}$/.test(text) ? (0,sql_values/* exact */.e0)(Number(text)) : undefined;
    return value === undefined ? undefined : { kind: 'number', value };
}
/** A length cuts the value; an array is another type, and so is one of a user by the same name. */
function castTo({ arg, typeName }) {
    const names = (0,tree/* parts */.rT)(typeName?.names);
    if (!isBuiltIn(names) || typeName?.typmods || typeName?.arrayBounds || typeName?.setof)
        return undefined;
    return (0,sql_values/* cast */.wg)(typed(arg), names.at(-1) ?? '');
}
const isBuiltIn = (names) => names.length === 1 || (names.length === 2 && names[0] === 'pg_catalog');
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
    if (!isBuiltIn(names))
        return undefined;
    if (node.kind === 'AEXPR_IN')
        return bool(member(node, name));
    if (node.kind === 'AEXPR_BETWEEN')
        return bool(between(node));
    const right = typed(node.rexpr);
    if (right === undefined)
        return undefined;
    if (node.lexpr === undefined)
        return node.kind === 'AEXPR_OP' ? (0,sql_values/* signed */.x8)(name, right) : undefined;
    const left = typed(node.lexpr);
    if (left === undefined)
        return undefined;
    switch (node.kind) {
        case 'AEXPR_OP':
            return (0,sql_values/* binary */.aw)(name, left, right);
        case 'AEXPR_DISTINCT':
        case 'AEXPR_NOT_DISTINCT': {
            const equal = (0,sql_values/* same */.FB)(left, right);
            return equal === undefined ? undefined : bool(equal === (node.kind === 'AEXPR_NOT_DISTINCT'));
        }
        case 'AEXPR_NULLIF':
            return (0,sql_values/* differing */.R1)(left, right);
        case 'AEXPR_LIKE':
        case 'AEXPR_ILIKE':
            return bool((0,sql_values/* like */.mj)(left.value, right.value, {
                negated: name.startsWith('!'),
                plain: node.kind === 'AEXPR_LIKE',
            }));
        default:
            return undefined;
    }
}
function member(node, name) {
    const items = (0,tree.as)(node.rexpr, 'List')?.items ?? [];
    const [left, ...values] = allTyped([node.lexpr, ...items]) ?? [];
    if (!left || values.length === 0 || (name !== '=' && name !== '<>'))
        return undefined;
    if (left.value === null)
        return null;
    const equal = values.map((value) => (value.value === null ? null : (0,sql_values/* same */.FB)(left, value)));
    if (equal.includes(true))
        return name === '=';
    if (equal.includes(undefined))
        return undefined;
    return equal.includes(null) ? null : name !== '=';
}
function between(node) {
    const [value, low, high] = [node.lexpr, ...((0,tree.as)(node.rexpr, 'List')?.items ?? [])].map((each) => fold(each));
    if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number')
        return undefined;
    return low <= value && value <= high;
}
function choose({ arg, args = [], defresult }) {
    const cases = args.flatMap((node) => (0,tree.as)(node, 'CaseWhen') ?? []);
    const results = allTyped([...cases.map(({ result }) => result), ...(defresult ? [defresult] : [])]);
    const found = arg === undefined ? undefined : typed(arg);
    // An untyped subject is a text, whatever it is compared with.
    const subject = found?.kind === 'unknown' ? (0,sql_values/* convert */.C6)(found, 'text') : found;
    if (!results || (arg !== undefined && subject === undefined))
        return undefined;
    for (const [index, { expr }] of cases.entries()) {
        const met = subject === undefined ? truthOf(expr) : equals(subject, typed(expr));
        if (met === undefined)
            return undefined;
        if (met)
            return results[index];
    }
    return defresult ? results.at(-1) : { kind: results[0]?.kind ?? 'text', value: null };
}
/** CASE's own comparison: null equals nothing. */
function equals(left, right) {
    if (right === undefined)
        return undefined;
    return left.value === null || right.value === null ? false : (0,sql_values/* same */.FB)(left, right);
}
/** With other arguments it may be another function of that name. */
function compute(call) {
    const { funcname, args = [], funcformat: _format, location: _location, ...rest } = call;
    const names = (0,tree/* parts */.rT)(funcname);
    if (!isBuiltIn(names) || Object.keys(rest).length > 0)
        return undefined;
    const values = args.flatMap((arg) => typed(arg) ?? []);
    if (values.length < args.length || values.some(({ kind }) => kind === 'varchar'))
        return undefined;
    const value = computeText(names.at(-1) ?? '', values.map((each) => each.value));
    return value === undefined ? undefined : { kind: 'text', value };
}
/** `(SELECT constant)` and `EXISTS (SELECT constants)`: nothing else in it, so it is one row. */
function subselect(node) {
    const link = (0,tree.as)(node, 'SubLink');
    const select = (0,tree.as)(link?.subselect, 'SelectStmt');
    if (!link || !select)
        return undefined;
    const { targetList = [], limitOption, op, ...rest } = select;
    if (Object.keys(rest).length > 0 || op !== 'SETOP_NONE' || limitOption !== 'LIMIT_OPTION_DEFAULT')
        return undefined;
    const values = targetList.flatMap((item) => typed((0,tree.as)(item, 'ResTarget')?.val) ?? []);
    if (values.length < targetList.length)
        return undefined;
    if (link.subLinkType === 'EXISTS_SUBLINK')
        return bool(true);
    const [only] = values;
    if (link.subLinkType !== 'EXPR_SUBLINK' || !only || values.length > 1)
        return undefined;
    return only.kind === 'unknown' ? (0,sql_values/* convert */.C6)(only, 'text') : only;
}


/***/ }),

/***/ 3874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ noteKey),
/* harmony export */   H0: () => (/* binding */ namesBehind),
/* harmony export */   zz: () => (/* binding */ takenAlong)
/* harmony export */ });
/* harmony import */ var _bodies_holes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9198);
/* harmony import */ var _catalogue_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5238);
/* harmony import */ var _locks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8876);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4410);




const CHANGES = /^[cnd]$/;
const CASCADES = 'c';
/** What the constraint refers to; undefined for others. `column`: the one that it stands at. */
function keyOf(constraint, relation, column) {
    if (constraint?.contype !== 'CONSTR_FOREIGN')
        return undefined;
    const listed = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .parts */ .rT)(constraint.fk_attrs);
    const referred = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .parts */ .rT)(constraint.pk_attrs);
    return {
        relation,
        columns: listed.length > 0 || column === undefined ? listed : [column],
        refers: (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .relationName */ .CJ)(constraint.pktable),
        ...(referred.length > 0 && { referred }),
        onDelete: CHANGES.test(constraint.fk_del_action ?? ''),
        onUpdate: CHANGES.test(constraint.fk_upd_action ?? ''),
    };
}
/** `made`: the same statement makes the table. Rows of a table that the text has made are no older than the key. */
function noteKey(constraint, relation, c, { column, made = false } = {}) {
    const name = c.mention(relation);
    const key = keyOf(constraint, name, column);
    if (!key)
        return;
    if (constraint?.fk_upd_action === CASCADES)
        carried(key, relation, c);
    if (made || c.isTemporary(relation) || (c.topLevel && c.isNew(relation)))
        return;
    const actions = [...(key.onDelete ? ['ON DELETE'] : []), ...(key.onUpdate ? ['ON UPDATE'] : [])];
    const column_ = constraint?.conname ?? column;
    c.on('create', 'foreign-key', relation, {
        ...(column_ !== undefined && { column: column_ }),
        detail: [`to ${key.refers}`, ...actions].join(', '),
        lock: (0,_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .lockOf */ .Vx)('foreign key'),
    });
    c.refer(key);
}
/** A key that changes is written down in the column that refers to it. */
function carried({ columns, refers, referred }, relation, c) {
    const own = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .relationName */ .CJ)(relation);
    const name = relation?.relpersistence === 't' && !relation.schemaname ? `pg_temp.${own}` : own;
    columns.forEach((column, index) => {
        c.flow({ relation: name, column, sources: [`${refers}.${referred?.[index] ?? '*'}`], same: true });
    });
}
const CHANGED = new Set(['table', 'cascade']);
/** What the keys take along with the effect. `assigned`: columns that an UPDATE may change; undefined for any. */
function takenAlong({ action, object, name, rows, cascade, temporary, via = [] }, keys, assigned, behind) {
    if (name === undefined || rows === 'none' || temporary || !CHANGED.has(object))
        return [];
    const touched = keys.filter((key) => {
        if (action === 'delete')
            return key.onDelete;
        if (action === 'truncate')
            return cascade === true;
        return action === 'update' && key.onUpdate && changes(key, object === 'cascade' ? undefined : assigned);
    });
    if (touched.length === 0)
        return [];
    const names = behind(name);
    return touched
        .filter(({ refers }) => isOpen(refers) || isOpen(name) || names.has(lastPart(refers)))
        .map(({ relation }) => ({
        action: action,
        object: 'cascade',
        name: relation,
        rows: 'unknown',
        detail: 'a foreign key that this transaction makes',
        stored: true,
        via: [...via, 'cascade'],
    }));
}
const changes = ({ referred }, assigned) => !assigned || !referred || referred.some((column) => assigned.includes((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .dotted */ .Bs)([column])));
/** Which table it is comes at run time. */
const isOpen = (name) => name.includes('*') || (0,_bodies_holes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasHoles */ .eB)(name);
const lastPart = (name) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .dotted */ .Bs)([(0,_catalogue_names_js__WEBPACK_IMPORTED_MODULE_3__/* .partsOf */ .C)(name).at(-1) ?? '']);
/** The name, without schema, and what it shows or was called before. */
function namesBehind(name, flows) {
    const found = new Set([lastPart(name)]);
    for (const each of found)
        for (const { relation, sources, view, named } of flows)
            if ((view || named) && relation !== undefined && lastPart(relation) === each)
                for (const source of sources)
                    found.add((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .dotted */ .Bs)([(0,_catalogue_names_js__WEBPACK_IMPORTED_MODULE_3__/* .partsOf */ .C)(source).at(-2) ?? '']));
    return found;
}


/***/ }),

/***/ 8876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   PC: () => (/* binding */ EXCLUSIVE),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   u8: () => (/* binding */ alterLock)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4410);

/** Weakest first, by the server's number. */
const MODES = [
    '',
    'ACCESS SHARE',
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
];
/** ALTER TABLE and its kin; a subcommand that is not here takes ACCESS EXCLUSIVE. */
const ALTER = {
    AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
    AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
    AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
    AT_ValidateConstraint: 'SHARE UPDATE EXCLUSIVE',
    AT_AttachPartition: 'SHARE UPDATE EXCLUSIVE',
    AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
    AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
    AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
};
/** Other statements, by what they do to which kind of object. What is not here and needs a lock takes ACCESS EXCLUSIVE. */
const OTHERS = {
    analyze: 'SHARE UPDATE EXCLUSIVE',
    vacuum: 'SHARE UPDATE EXCLUSIVE',
    concurrently: 'SHARE UPDATE EXCLUSIVE',
    comment: 'SHARE UPDATE EXCLUSIVE',
    publish: 'SHARE UPDATE EXCLUSIVE',
    statistics: 'SHARE UPDATE EXCLUSIVE',
    inherited: 'SHARE UPDATE EXCLUSIVE',
    'rename index': 'SHARE UPDATE EXCLUSIVE',
    'create index': 'SHARE',
    'alter domain': 'SHARE',
    'create trigger': 'SHARE ROW EXCLUSIVE',
    'foreign key': 'SHARE ROW EXCLUSIVE',
    'alter sequence': 'SHARE ROW EXCLUSIVE',
    'refresh concurrently': 'EXCLUSIVE',
    'row lock': 'ROW SHARE',
};
const EXCLUSIVE = 'ACCESS EXCLUSIVE';
const lockOf = (what) => OTHERS[what];
/** Options of tables, indexes and columns that only guide later work; for all others the server waits until nobody reads. */
const CALM = /^(?:fillfactor|parallel_workers|toast_tuple_target|vacuum_\w+|log_autovacuum_\w+|autovacuum_\w+|deduplicate_items|n_distinct(?:_inherited)?)$/;
/** The lock on the relation that is altered. */
function alterLock({ subtype = 'AT_AddColumn', def }) {
    if (/^AT_(?:Set|Reset|Replace)RelOptions$/.test(subtype)) {
        const names = ((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(def, 'List')?.items ?? []).map((item) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'DefElem')?.defname ?? '');
        return names.every((name) => CALM.test(name)) ? 'SHARE UPDATE EXCLUSIVE' : EXCLUSIVE;
    }
    if (subtype === 'AT_AddConstraint' && (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(def, 'Constraint')?.contype === 'CONSTR_FOREIGN')
        return OTHERS['foreign key'];
    if (subtype === 'AT_DetachPartition' && (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(def, 'PartitionCmd')?.concurrent)
        return OTHERS.concurrently;
    return ALTER[subtype] ?? EXCLUSIVE;
}


/***/ }),

/***/ 7824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ Names)
/* harmony export */ });
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7627);

const KEPT = 2000;
const TAKES = new Set(['delete', 'truncate', 'drop']);
const JOINS = new Set(['inheritance', 'partition']);
const LOST = new Set(['table', 'column']);
class Names {
    /** By the last part of the name; whether it ends with the transaction. */
    #temporary = new Map();
    /** Tables that others do not use yet, as written. */
    #tables = new Map();
    /** Columns that were not there before, by table as written. */
    #columns = new Map();
    /** Names that a view has, or a table with code behind it: no matter what else is called so. */
    #veiled = new Set();
    /** Names of tables whose rows take others along. */
    #referred = new Set();
    /** Names of tables that take along what was there before: sequences. */
    #owners = new Set();
    /** Code that may come along with the rows of any table was made. */
    #hooked = false;
    /** Code that moves names was made, and runs when something sets it off. */
    #clouded = false;
    /** Code that moves names was set off, and may run once more: a trigger that waits for the end. */
    #shut = false;
    /** The search path may come back at the end of the transaction. */
    #moved = false;
    get any() {
        return this.#temporary.size + this.#tables.size + this.#columns.size > 0;
    }
    get clouded() {
        return this.#clouded;
    }
    /** Temporary tables that stay when the transaction has ended. */
    get lasting() {
        return [...this.#temporary].flatMap(([name, ends]) => (ends ? [] : name));
    }
    get tables() {
        return [...this.#tables.keys()];
    }
    /** By the last part of its name. */
    isTemporary(name) {
        return this.#temporary.has(name);
    }
    /** A view, or code, may be behind that name. */
    isVeiled(last) {
        return this.#veiled.has(last);
    }
    isTable(name) {
        return this.#tables.has(name);
    }
    /** What this does to the table takes nothing away that was there before the transaction. */
    isFresh(name, { action, object }) {
        const made = this.#tables.get(name);
        const last = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name);
        if (!made?.fresh || this.#referred.has(last))
            return false;
        if (this.#veiled.has(last) || this.#temporary.has(last))
            return false;
        if (this.#owners.has(last) && (action === 'drop' || action === 'truncate'))
            return false;
        return TAKES.has(action) || (action === 'update' && object === 'table' && made.alike !== true);
    }
    /** All of the columns are new. */
    hasColumns(table, columns) {
        const known = this.#columns.get(table);
        return known !== undefined && columns.length > 0 && columns.every((column) => known.has(column));
    }
    /** A temporary table that is surely there. `ends`: with the transaction. */
    addTemporary(name, ends) {
        if (this.#shut || this.#clouded || this.#veiled.has(name))
            return;
        this.#bound();
        this.#temporary.set(name, ends);
    }
    /** A table that was surely not there before; not a temporary one. */
    addTable(name, made) {
        const last = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name);
        if (this.#shut || /^"?pg_/.test(last))
            return;
        this.#bound();
        this.#tables.set(name, { ...made, fresh: made.fresh && !this.#clouded });
    }
    /** A column that was surely not there before. */
    addColumn(table, column) {
        const last = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table);
        if (this.#shut || this.#hooked || this.#veiled.has(last) || this.#temporary.has(last))
            return;
        this.#bound();
        this.#columns.set(table, (this.#columns.get(table) ?? new Set()).add(column));
    }
    /**
     * It happens, or happens `later` when something sets it off. True when a name may mean something else now.
     * To be called before what it makes is added.
     */
    sees(effect, later = false) {
        const { action, object, name = '', detail } = effect;
        const reach = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .reachOf */ .xw)(effect);
        if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .hooks */ .JL)(effect))
            this.#hook((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name), later);
        if (detail === _reach_js__WEBPACK_IMPORTED_MODULE_0__/* .FOREIGN_KEY */ .hJ)
            this.#referred.add((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name));
        if (detail?.startsWith(_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED_BY */ .SL))
            this.#owners.add((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(detail.slice(_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED_BY */ .SL.length)));
        // Children come along with their parents, and with what they have in a column that is new there.
        if (action === 'alter' && JOINS.has(object))
            this.hook();
        if (later) {
            this.#clouded ||= reach === 'all' || (reach.taken.length > 0 && action !== 'create');
            if (reach !== 'all' && detail !== _reach_js__WEBPACK_IMPORTED_MODULE_0__/* .FOREIGN_KEY */ .hJ)
                for (const last of reach.hung)
                    this.#veil(last);
            return false;
        }
        if (action === 'set' && reach === 'all')
            this.#moved = true;
        if (TAKES.has(action) && LOST.has(object) && !effect.temporary)
            this.#loses();
        if (object === 'column' && (action === 'rename' || action === 'drop'))
            this.#forgetColumns((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name));
        if (reach === 'all')
            this.forget();
        else {
            for (const last of reach.taken)
                this.#leaves(last);
            for (const last of reach.hung)
                if (detail !== _reach_js__WEBPACK_IMPORTED_MODULE_0__/* .FOREIGN_KEY */ .hJ)
                    this.#veil(last);
        }
        if (action === 'transaction' && (object === 'commit' || detail === 'commit'))
            this.#commits();
        return reach === 'all' || (reach.taken.length > 0 && action !== 'create');
    }
    /** A function that triggers may call already is another one now. */
    hook() {
        this.#hooked = true;
        this.#columns.clear();
    }
    /** Nothing is certain until the transaction is over. */
    shut() {
        this.#shut = true;
        this.forget();
    }
    /** What was made is told with what sets it off. */
    shown() {
        this.#clouded = false;
    }
    /** Nothing is open: what is there is there for all, and nothing of it waits to run. */
    idle() {
        this.#hooked = false;
        this.#clouded = false;
        this.#shut = false;
        this.#loses();
        this.#columns.clear();
    }
    /** Any name may mean anything. */
    forget() {
        this.#temporary.clear();
        this.#tables.clear();
        this.#columns.clear();
    }
    forgetColumns() {
        this.#columns.clear();
    }
    /** The transaction ends with what it has done. Others may fill columns and tables from here on. */
    #commits() {
        if (this.#moved || this.#clouded)
            this.forget();
        this.#moved = false;
        // Children go with their parents.
        if ([...this.#temporary.values()].some(Boolean))
            this.#temporary.clear();
        this.#loses();
        this.#columns.clear();
    }
    /** What was made here may hold the only copy of rows that went away, or others fill it. */
    #loses() {
        for (const [name, made] of this.#tables)
            this.#tables.set(name, { ...made, fresh: false });
    }
    /** Another relation may have the name now, also when it is written with its schema. */
    #leaves(last) {
        this.#temporary.delete(last);
        this.#forgetColumns(last);
        for (const table of this.#tables.keys())
            if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table) === last)
                this.#tables.delete(table);
    }
    #veil(last) {
        this.#veiled.add(last);
        this.#temporary.delete(last);
        this.#forgetColumns(last);
    }
    #forgetColumns(last) {
        for (const table of this.#columns.keys())
            if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table) === last)
                this.#columns.delete(table);
    }
    /** A table of our own is no other's child, so its triggers are its own matter. */
    #hook(last, later) {
        if (later || !this.tables.some((table) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table) === last))
            this.hook();
        else
            this.#forgetColumns(last);
    }
    #bound() {
        if (this.#temporary.size + this.#tables.size + this.#columns.size > KEPT)
            this.forget();
    }
}


/***/ }),

/***/ 2882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ MadeNames)
/* harmony export */ });
/** Rows come to a relation, or get other values. */
const FILLS = new Set(['insert', 'copy-in', 'update']);
const RELATIONS = new Set(['table', 'view', 'materialized-view', 'foreign-table']);
class MadeNames {
    columns = new Set();
    relations = new Set();
    views = new Set();
    sees({ action, object, name = '', column, detail }) {
        const last = lastOf(name);
        if (FILLS.has(action) || (action === 'alter' && /inherit|partition/.test(object)))
            this.relations.add(last);
        if (action === 'create' && RELATIONS.has(object))
            this.relations.add(last);
        if (action === 'create' && object === 'view')
            this.views.add(last);
        if (action === 'create' && object === 'column' && column !== undefined)
            this.columns.add(column);
        if ((action === 'rename' || action === 'move') && detail?.startsWith('to ')) {
            const given = lastOf(detail.slice(3));
            this.relations.add(given);
            if (this.views.has(last))
                this.views.add(given);
        }
    }
}
/** The last part of a dotted name, as it is without quotes. */
const lastOf = (name) => {
    const part = /("(?:[^"]|"")*"|[^."]*)$/.exec(name)?.[0] ?? '';
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
};


/***/ }),

/***/ 9344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ picksAny),
/* harmony export */   Lm: () => (/* binding */ isBoolean),
/* harmony export */   WQ: () => (/* binding */ holdsParameter),
/* harmony export */   hI: () => (/* binding */ picks)
/* harmony export */ });
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3847);
/* harmony import */ var _constants_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2715);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4410);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9332);
/* harmony import */ var _tautologies_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1461);





/** Values that pick few rows. A boolean picks about any share of them, also one that is written as a text. */
function picks(values, place) {
    if (!values.every((value) => isPicking(value, place)))
        return false;
    const texts = values.flatMap(textOf);
    return !(texts.length > 0 && texts.every(isBoolean)) && !(values.length > 1 && (0,_tautologies_js__WEBPACK_IMPORTED_MODULE_4__/* .bothTruths */ .k1)(values));
}
/** `column = ANY (array)` */
function picksAny(array, place) {
    if (!isPicking(array, place))
        return false;
    const elements = textOf(array).flatMap((text) => text.split(/[{},"\s]+/).filter(Boolean));
    return !(elements.length > 0 && elements.every(isBoolean)) && !(0,_tautologies_js__WEBPACK_IMPORTED_MODULE_4__/* .bothTruths */ .k1)([array]);
}
/** A constant, a parameter, who or when it is: no column in it. */
function isPicking(value, place) {
    if (value === undefined || isTruth(value))
        return false;
    if (place.repeated && holdsParameter(value))
        return false;
    const bare = (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .uncast */ .P7)(value);
    if (bare === undefined)
        return false;
    if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(bare, 'ParamRef') || (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(bare, 'SQLValueFunction'))
        return true;
    const constant = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(bare, 'A_Const');
    if (constant)
        return !constant.isnull && (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) !== null;
    const found = (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(bare);
    return found !== undefined && found !== null && typeof found !== 'boolean';
}
const holdsParameter = (value) => (JSON.stringify(value) ?? '').includes('"ParamRef":');
/** A boolean, or what is cast to one on the way. */
function isTruth(value) {
    if (typeof (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) === 'boolean')
        return true;
    const cast = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(value, 'TypeCast');
    if (!cast)
        return typeof (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) === 'boolean';
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .parts */ .rT)(cast.typeName?.names).at(-1) === 'bool' || (cast.arg !== undefined && isTruth(cast.arg));
}
const textOf = (value) => {
    const constant = (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) ?? (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)((0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .uncast */ .P7)(value));
    return typeof constant === 'string' ? [constant] : [];
};
/** As a boolean is written. `1` and `0` are numbers more often. */
function isBoolean(text) {
    const bare = text.trim();
    return !/^[01]$/.test(bare) && (_values_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUE */ .rT.test(bare) || _values_js__WEBPACK_IMPORTED_MODULE_3__/* .FALSE */ .W8.test(bare));
}


/***/ }),

/***/ 1461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vo: () => (/* binding */ alternatives),
/* harmony export */   dO: () => (/* binding */ complementary),
/* harmony export */   k1: () => (/* binding */ bothTruths)
/* harmony export */ });
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3847);
/* harmony import */ var _constants_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2715);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4410);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9332);




/** The arguments of OR, and of OR inside of it. */
const alternatives = (args) => args.flatMap((arg) => {
    const bool = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(arg, 'BoolExpr');
    return bool?.boolop === 'OR_EXPR' ? alternatives(bool.args ?? []) : [arg];
});
/** `a IS NULL OR a IS NOT NULL`, `p OR NOT p`. */
function complementary(args) {
    const plain = new Set();
    const negated = new Set();
    for (const arg of args) {
        const test = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(arg, 'NullTest');
        const bool = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(arg, 'BoolExpr');
        if (test)
            (test.nulltesttype === 'IS_NULL' ? plain : negated).add(`null ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)(test.arg)}`);
        else if (bool?.boolop === 'NOT_EXPR')
            negated.add((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)(bool.args?.[0]));
        else
            plain.add((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)(arg));
    }
    return [...plain].some((text) => negated.has(text));
}
const TRUTHS = [_values_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUE */ .rT, _values_js__WEBPACK_IMPORTED_MODULE_3__/* .FALSE */ .W8];
/** Constants that a boolean column may be compared with, so that every row has one of them. */
function bothTruths(values) {
    const texts = values.flatMap((value) => {
        const constant = (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) ?? (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)((0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .uncast */ .P7)(value));
        return typeof constant === 'string' || typeof constant === 'boolean' ? [String(constant).trim()] : [];
    });
    const words = texts.flatMap((text) => (/^\{.*\}$/s.test(text) ? text.split(/[{},"\s]+/) : [text]));
    return TRUTHS.every((truth) => words.some((word) => truth.test(word)));
}


/***/ }),

/***/ 7627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ MERGED),
/* harmony export */   JL: () => (/* binding */ hooks),
/* harmony export */   SL: () => (/* binding */ OWNED_BY),
/* harmony export */   S_: () => (/* binding */ lastPart),
/* harmony export */   hJ: () => (/* binding */ FOREIGN_KEY),
/* harmony export */   nz: () => (/* binding */ NEW_COLUMNS),
/* harmony export */   xw: () => (/* binding */ reachOf)
/* harmony export */ });
/* harmony import */ var _catalogue_names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5238);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5966);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4410);



const NONE = { taken: [], hung: [] };
const words = (text) => new Set(text.trim().split(/\s+/));
/** What one namespace holds. ALTER INDEX renames tables too. */
const RELATIONS = words('table view materialized-view foreign-table sequence index type');
/** A relation goes with one of these only by CASCADE. */
const PARTS = words(`column constraint foreign-key default trigger policy rule function aggregate operator domain statistics statistic-ext collation
  text-search publication role row-security replica-identity foreign-options security-option security-definer
  security-label trigger-firing`);
const ROWS = words('table column cascade');
const RIGHTS = words(`${[...RELATIONS].join(' ')} column function domain default language large-object`);
/** Triggers and rules run where the rows of their table change. */
const HOOKS = words('trigger trigger-firing rule');
/** The table takes the sequence along from here on. */
const OWNED_BY = 'owned by ';
const of = (objects) => (effect) => objects.has(effect.object) ? NONE : 'all';
const calm = () => NONE;
const REACH = {
    read: calm,
    'copy-in': calm,
    'copy-out': calm,
    lock: calm,
    scan: calm,
    rewrite: calm,
    maintain: calm,
    notify: calm,
    comment: calm,
    explain: calm,
    cursor: calm,
    expose: calm,
    prepare: calm,
    // Rows of the catalogue are names and settings.
    insert: of(ROWS),
    update: of(ROWS),
    delete: of(ROWS),
    truncate: of(ROWS),
    grant: of(RIGHTS),
    revoke: of(RIGHTS),
    own: of(RIGHTS),
    execute: of(words('block')),
    call: of(words('sequence sleep')),
    set: ({ object, name = '' }) => (object === 'setting' && !(0,_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .movesNames */ .zE)(name) ? NONE : 'all'),
    create({ object, name = '', cascade }) {
        if (cascade)
            return 'all';
        if (object === 'schema' || object === 'index')
            return NONE;
        if (!RELATIONS.has(object))
            return parted(object, name);
        // A view passes changes on, whatever else has its name.
        return { taken: [lastPart(name)], hung: /view|foreign/.test(object) ? [lastPart(name)] : [] };
    },
    alter({ object, name = '', detail }) {
        if (detail === FOREIGN_KEY)
            return { taken: [], hung: [lastPart(name)] };
        return RELATIONS.has(object) ? NONE : parted(object, name);
    },
    rename: renamed,
    move: renamed,
    drop({ object, name = '', cascade }) {
        if (cascade)
            return 'all';
        return RELATIONS.has(object) ? { taken: [lastPart(name)], hung: [] } : parted(object, '');
    },
    transaction({ object, detail = '' }) {
        if (object !== 'transaction')
            return /^(mode|constraints|commit)$/.test(object) ? NONE : 'all';
        return /^(begin|start|savepoint|release|commit)$/.test(detail) ? NONE : 'all';
    },
};
/** What the effect of an UPDATE says that fills only columns which nobody has filled before. */
const NEW_COLUMNS = 'new columns';
/** What the catalogue says of a column that a child table has already. */
const MERGED = 'merged with the column of a child';
/** A row of another table refers to it. */
const FOREIGN_KEY = 'referenced by a foreign key';
function reachOf(effect) {
    // Any name may be meant.
    if (MOVES.has(effect.action) && effect.name?.includes('*'))
        return 'all';
    return REACH[effect.action]?.(effect) ?? 'all';
}
const MOVES = words('create alter rename move drop');
/** The old name, and the one that it goes by next. */
function renamed({ object, name = '', detail = '', cascade }) {
    if (cascade)
        return 'all';
    if (!RELATIONS.has(object))
        return parted(object, '');
    const given = detail.startsWith('to ') ? [lastPart(detail.slice('to '.length))] : [];
    return { taken: [lastPart(name), ...given], hung: [] };
}
/** `name`: of the relation that it is made on. */
function parted(object, name) {
    if (!PARTS.has(object))
        return 'all';
    return name !== '' && HOOKS.has(object) ? { taken: [], hung: [lastPart(name)] } : NONE;
}
/** Code comes along with the rows of that table from here on, or may. */
const hooks = ({ action, object }) => (action === 'create' || action === 'alter') && HOOKS.has(object);
/** `items` of `public.items`. */
const lastPart = (name) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .dotted */ .Bs)([(0,_catalogue_names_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOf */ .C)(name).at(-1) ?? '']);


/***/ }),

/***/ 5966:
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
    // What a name in a body means.
    'plpgsql.variable_conflict': 'text',
    role: 'identity',
    session_authorization: 'identity',
    row_security: 'protection',
    // By its counters it is known how many rows a transaction changed.
    track_counts: 'protection',
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
    'plpgsql.variable_conflict': /^error$/i,
    row_security: /^(on|true|yes|1)$/i,
    track_counts: /^(on|true|yes|1)$/i,
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

/***/ 2533:
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

/***/ 4410:
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


/***/ }),

/***/ 9332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ convert),
/* harmony export */   FB: () => (/* binding */ same),
/* harmony export */   QF: () => (/* binding */ unify),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   W8: () => (/* binding */ FALSE),
/* harmony export */   aw: () => (/* binding */ binary),
/* harmony export */   e0: () => (/* binding */ exact),
/* harmony export */   mj: () => (/* binding */ like),
/* harmony export */   oE: () => (/* binding */ truthTest),
/* harmony export */   rT: () => (/* binding */ TRUE),
/* harmony export */   wg: () => (/* binding */ cast),
/* harmony export */   x8: () => (/* binding */ signed)
/* harmony export */ });
// Values of constants with what the server takes them for, compared and computed as it does, wherever it runs.
// Undefined where that may differ.
const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i;
const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i;
/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
const exact = (number) => Number.isSafeInteger(number) ? number : undefined;
/** As the server reads a whole number: more digits might be rounded here. */
const whole = (text) => /^[ \t\n\r\f\v]*[+-]?\d{1,15}[ \t\n\r\f\v]*$/.test(text) ? exact(Number(text)) : undefined;
const made = (kind, value) => value === undefined ? undefined : { kind, value };
const TYPES = {
    bool: 'bool',
    int2: 'number',
    int4: 'number',
    int8: 'number',
    numeric: 'number',
    float8: 'number',
    text: 'text',
    varchar: 'varchar',
};
/** A cast to a type of pg_catalog, without a length. */
function cast(from, type) {
    const kind = TYPES[type];
    return from && kind ? convert(from, kind) : undefined;
}
function convert({ value, kind: from }, kind) {
    if (value === null || from === kind)
        return { kind, value };
    if (kind === 'bool')
        return made(kind, truth(value));
    if (kind === 'number')
        return made(kind, typeof value === 'string' ? whole(value) : value === true ? 1 : value === false ? 0 : undefined);
    // A number keeps its digits behind the point, which are gone here.
    return typeof value === 'number' ? undefined : { kind, value: String(value) };
}
function truth(value) {
    if (typeof value !== 'string')
        return typeof value === 'boolean' ? value : value !== 0;
    const text = value.trim();
    return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined;
}
/** All of them as the type that they have in common, as in IN, CASE and COALESCE. */
function unify(values) {
    const kinds = new Set(values.map(({ kind }) => kind).filter((kind) => kind !== 'unknown'));
    if (kinds.size > 1 || kinds.has('varchar'))
        return undefined;
    const [kind = 'text'] = kinds;
    const found = values.flatMap((value) => (value.kind === kind ? value : (convert(value, kind) ?? [])));
    return found.length === values.length ? found : undefined;
}
/** Equality that takes two nulls as equal: IS NOT DISTINCT FROM. */
function same(left, right) {
    if (left.value === null || right.value === null)
        return left.value === right.value;
    const equal = binary('=', left, right)?.value;
    return typeof equal === 'boolean' ? equal : undefined;
}
/** An operator of pg_catalog. */
function binary(name, left, right) {
    const operands = OPERATORS.has(name) ? unify([left, right]) : undefined;
    const [a, b] = operands ?? [];
    if (!a || !b)
        return undefined;
    if (a.value === null || b.value === null)
        return { kind: resultOf(name, a.kind), value: null };
    if (name === '||')
        return a.kind === 'text' ? { kind: 'text', value: `${a.value}${b.value}` } : undefined;
    if (name === '=' || name === '<>') {
        const equal = equality(a.value, b.value);
        return equal === undefined ? undefined : { kind: 'bool', value: equal === (name === '=') };
    }
    // The order of texts depends on the collation.
    if (typeof a.value !== 'number' || typeof b.value !== 'number')
        return undefined;
    const value = arithmetic(name, a.value, b.value);
    return made(typeof value === 'boolean' ? 'bool' : 'number', value);
}
const OPERATORS = new Set(['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '||']);
const resultOf = (name, kind) => (/^(\+|-|\*|\|\|)$/.test(name) ? kind : 'bool');
const isAscii = (value) => typeof value !== 'string' || /^[\0-\x7f]*$/.test(value);
/** Other characters may become the same on their way into the encoding of the server. */
const equality = (a, b) => a === b ? true : isAscii(a) && isAscii(b) ? false : undefined;
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
/** A sign; other operators in front compute something else. */
const signed = (name, { kind, value }) => kind === 'number' && typeof value === 'number' && (name === '-' || name === '+')
    ? { kind, value: name === '-' ? -value : value }
    : undefined;
/** NULLIF */
function differing(left, right) {
    const [a, b] = unify([left, right]) ?? [];
    const equal = a && b && same(a, b);
    return equal === undefined ? undefined : equal ? { kind: a?.kind ?? 'text', value: null } : a;
}
/** LIKE; `plain` when it is not ILIKE. */
function like(text, pattern, { negated, plain }) {
    if (typeof text !== 'string' || typeof pattern !== 'string')
        return undefined;
    if (/^%+$/.test(pattern))
        return !negated;
    return plain && !/[%_\\]|[^\0-\x7f]/.test(pattern + text) ? (text === pattern) !== negated : undefined;
}
/** IS TRUE and its like. */
function truthTest(value, test) {
    if (value === undefined)
        return undefined;
    const negated = test?.includes('_NOT_') ?? false;
    const wanted = test?.endsWith('TRUE') ? true : test?.endsWith('FALSE') ? false : null;
    return (value === wanted) !== negated;
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
/******/ var __webpack_exports__ = __nccwpck_require__(7434);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
