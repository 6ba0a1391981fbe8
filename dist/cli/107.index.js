export const id = 107;
export const ids = [107];
export const modules = {

/***/ 2240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ verify_command)
});

// EXTERNAL MODULE: ./lib/recording/chain.js
var chain = __webpack_require__(97822);
// EXTERNAL MODULE: ./lib/recording/verify.js
var verify = __webpack_require__(26650);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/parse.js
var parse = __webpack_require__(2133);
// EXTERNAL MODULE: ./lib/recording/words.js
var words = __webpack_require__(53678);
;// CONCATENATED MODULE: ./lib/cli/record/report.js

/** What a person reads: the verdict, what does not hold, and what the session was. */
function report(result) {
    const lines = [
        (0,words/* verdictInWords */._5)(result),
        ...result.problems.map((each) => `  ${(0,words/* problemInWords */.C4)(each)}`),
        '',
        ...session(result),
        '',
        ...keys(result),
    ];
    return `${lines.join('\n')}\n`;
}
function session({ session: id, summary, seal }) {
    const { targets, access, claims, from, to, connections, statements, refused, held, masked, reason } = summary;
    const who = ['repository', 'project_path', 'ref', 'run_id', 'pipeline_id', 'job_id', 'actor', 'user_login']
        .filter((name) => claims[name] !== undefined)
        .map((name) => `${name} ${claims[name]}`);
    return [
        `session     ${shown(id ?? 'unknown')}`,
        `target      ${shown(targets.join(', ') || 'unknown')}${access ? ` (access rule ${shown(access)})` : ''}`,
        ...(who.length > 0 ? [`job         ${shown(who.join(', '))}`] : []),
        `time        ${from ?? 'unknown'} to ${to ?? 'unknown'}`,
        `ended       ${shown(seal?.reason ?? reason ?? 'not sealed')}`,
        `statements  ${statements} on ${connections} connections, ${refused} refused, ${held} held`,
        `masked      ${masked} cells`,
    ];
}
function keys({ keys: { session: own, server, pinned } }) {
    const claim = pinned ? 'given with --server-key' : 'the record’s own claim; pin it with --server-key';
    return [
        `session key ${shown(own ?? 'unknown')}`,
        `server key  ${server === undefined ? 'none' : `${shown(server)} (${claim})`}`,
    ];
}
/** The record may be hostile: nothing of it reaches the terminal as a control sequence. */
function shown(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd').slice(0, 500);
}

// EXTERNAL MODULE: ./lib/cli/record/source.js
var source = __webpack_require__(90585);
;// CONCATENATED MODULE: ./lib/cli/commands/verify.js






const verify_command = {
    summary: 'Check a session record: changed, cut, reordered, unsealed?',
    help: `Usage: sluice verify PATH [--server-key KEY] [--allow-unsealed] [--json]

Checks a session record offline: the form and order of its events, the chain and signatures of its chunks, the
server's receipts and the seal. Says what does not hold and where.

PATH is the record's directory, its session.jsonl, or the CI artifact as a .zip.

Options:
  --server-key KEY   The server's public key (JWK x, 43 characters), or a file that holds it; the server
                     publishes it at /v1/log/key. Keep it from the first time on. Without it the key that
                     the record itself names is used, which proves nothing about who made the record.
  --allow-unsealed   Exit with 0 also for a record whose session was killed before it was sealed.
  --json             Machine-readable result on stdout.

Exit code: 0 the record holds; 5 it does not (or is unsealed, or, with --server-key, not countersigned);
2 wrong usage, or no record can be read there.

Examples:
  sluice verify sluice-session-orders-prod-7f3a.zip --server-key "$SLUICE_SERVER_KEY"
  sluice verify ./record --json
`,
    async run(args, io) {
        const { path, key, json, allowUnsealed } = verify_parse(args);
        const pinned = key === undefined ? undefined : (0,source/* readKey */.Y)(key, io.cwd);
        if (pinned !== undefined && !(0,chain/* publicKey */.jE)(pinned))
            throw (0,parse/* wrongUsage */.x)('verify', '--server-key is neither an Ed25519 public key (JWK x) nor a file that holds one');
        const result = (0,verify/* verifyRecord */.R)((0,source/* readRecord */.a)(path, io.cwd), pinned);
        io.out(json ? `${JSON.stringify(result, undefined, 2)}\n` : report(result));
        return holds(result, pinned !== undefined, allowUnsealed) ? command/* EXIT */.d.ok : command/* EXIT */.d.invalid;
    },
};
function holds({ status, signed, acknowledged }, pinned, allowUnsealed) {
    // Events that nobody vouches for are not what was left of a session: anybody can write them.
    if (status === 'incomplete')
        return allowUnsealed && (pinned ? acknowledged : signed).chunks > 0;
    // Whoever names the server's key wants the server's word, and a record kept locally has none.
    return status === 'intact' || (status === 'local' && !pinned);
}
function verify_parse(args) {
    const { values, positionals } = (0,parse/* parseOptions */.A)('verify', {
        args,
        allowPositionals: true,
        options: {
            'server-key': { type: 'string' },
            'allow-unsealed': { type: 'boolean', default: false },
            json: { type: 'boolean', default: false },
        },
    });
    const [path, more] = positionals;
    if (path === undefined || more !== undefined)
        throw (0,parse/* wrongUsage */.x)('verify', 'exactly one record is verified at a time');
    return { path, key: values['server-key'], json: values.json, allowUnsealed: values['allow-unsealed'] };
}


/***/ }),

/***/ 2133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseOptions),
/* harmony export */   x: () => (/* binding */ wrongUsage)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);


/**
 * `parseArgs` for the command `name` (`run`, `policy check`), as `getopt_long` reads: what follows an option that
 * takes a value is that value, also when it begins with a dash (one key in 64 does), unless it is itself an option
 * of this command. Throws `SluiceError` CONFIG_INVALID that names the command's help.
 */
function parseOptions(name, config) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ ...config, args: joined(config.args, config.options) });
    }
    catch (error) {
        throw wrongUsage(name, error instanceof Error ? error.message : 'wrong options');
    }
}
function wrongUsage(name, message) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', message, { hint: `sluice ${name} --help shows the options` });
}
/** `--key -abc` as `--key=-abc`. */
function joined(args, options) {
    const result = [];
    for (let i = 0; i < args.length; i++) {
        const arg = args[i];
        if (arg === '--')
            return [...result, ...args.slice(i)];
        const value = args[i + 1];
        if (value?.startsWith('-') && value !== '--' && takesValue(arg, options) && !isOption(value, options)) {
            result.push(arg.startsWith('--') ? `${arg}=${value}` : `${arg}${value}`);
            i++;
        }
        else
            result.push(arg);
    }
    return result;
}
function takesValue(arg, options) {
    return Object.entries(options).some(([name, { type, short }]) => type === 'string' && (arg === `--${name}` || (short !== undefined && arg === `-${short}`)));
}
function isOption(arg, options) {
    return Object.entries(options).some(([name, { short }]) => arg === `--${name}` || arg.startsWith(`--${name}=`) || (short !== undefined && arg === `-${short}`));
}


/***/ }),

/***/ 90585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readKey),
/* harmony export */   a: () => (/* binding */ readRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51306);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _recording_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23184);





/** Largest archive and largest content that is read: a record is far smaller. */
const MAX_ZIP_BYTES = 512 * 1024 * 1024;
const MAX_CONTENT_BYTES = 1024 * 1024 * 1024;
/** The files of a record as the server keeps it, together. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024;
/** Reads a record from its directory, its `session.jsonl` or a zip. Throws `SluiceError`. */
function readRecord(path, cwd) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(full).isDirectory())
            return fromDirectory(full, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(full, _recording_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .c.session));
        const zip = /\.zip$/i.test(full);
        return zip ? fromZip(full) : fromDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(full), full);
    }
    catch (cause) {
        if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah)
            throw cause;
        // The codes of the zip library are numbers.
        const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
        throw unreadable(path, typeof code === 'string' ? code : 'it is no zip, or a damaged one', cause);
    }
}
/** The key itself, or the content of the file that is named. */
function readKey(value, cwd) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, value);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').slice(0, 1000).trim() : value;
}
function fromDirectory(dir, session) {
    const optional = (name) => {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, _recording_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .c[name]);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? readPlain(file) : undefined;
    };
    return {
        session: readPlain(session),
        chunks: optional('chunks'),
        receipts: optional('receipts'),
        seal: optional('seal'),
    };
}
/** A pipe or device would be read for ever. */
function readPlain(file) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
    if (!stat.isFile())
        throw unreadable(file, 'not a regular file');
    if (stat.size > MAX_FILE_BYTES)
        throw unreadable(file, 'larger than 1 GiB');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
}
function fromZip(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile())
        throw unreadable(path, 'not a regular file');
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).size > MAX_ZIP_BYTES)
        throw unreadable(path, 'larger than 512 MiB');
    const found = new Map();
    let total = 0;
    const entries = (0,fflate__WEBPACK_IMPORTED_MODULE_4__/* .unzipSync */ .AO)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path), {
        // Sizes are what the archive claims; no more than that is inflated.
        filter({ name, originalSize }) {
            const key = Object.keys(_recording_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .c).find((each) => _recording_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .c[each] === name.split('/').at(-1));
            if (!key)
                return false;
            if (found.has(key))
                throw unreadable(path, `it holds ${_recording_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .c[key]} twice`);
            found.set(key, name);
            total += originalSize;
            if (total > MAX_CONTENT_BYTES)
                throw unreadable(path, 'its content is larger than 1 GiB');
            return true;
        },
    });
    const file = (name) => {
        const bytes = entries[found.get(name) ?? ''];
        return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    };
    const session = file('session');
    if (!session)
        throw unreadable(path, `it holds no ${_recording_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .c.session}`);
    return { session, chunks: file('chunks'), receipts: file('receipts'), seal: file('seal') };
}
function unreadable(path, why, cause) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', `${path} cannot be read as a session record (${why})`, {
        hint: 'Give the directory with session.jsonl, that file, or the artifact’s zip',
        cause,
    });
}


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 32916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   TY: () => (/* binding */ isBase64url),
/* harmony export */   cn: () => (/* binding */ FILES),
/* harmony export */   hw: () => (/* binding */ GENESIS),
/* harmony export */   si: () => (/* binding */ DOMAINS)
/* harmony export */ });
/* unused harmony export CHUNK_BYTES */
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
const CHUNK_BYTES = (/* unused pure expression or super */ null && (64 * 1024));
/** The longest event line, and so the longest chunk. */
const MAX_LINE_BYTES = 1024 * 1024;
/** `bytes` bytes in base64url, in the one spelling that an encoder makes: the bits behind the last byte are zero. */
function isBase64url(text, bytes) {
    return (bytes === 32 ? /^[\w-]{42}[AEIMQUYcgkosw048]$/ : /^[\w-]{85}[AQgw]$/).test(text);
}


/***/ }),

/***/ 98055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Kf: () => (/* binding */ parseCanonical),
/* harmony export */   Rp: () => (/* binding */ asEvent)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66705);
// Bytes to checked lines. Whatever is in the files, this returns or reports; it does not throw.


function* linesOf(bytes) {
    for (let start = 0, index = 0; start < bytes.length; index++) {
        const newline = bytes.indexOf(10, start);
        const end = newline === -1 ? bytes.length : newline + 1;
        yield { index, start, end, complete: newline !== -1 };
        start = end;
    }
}
/** Throws on what is not UTF-8, and keeps the rest as it is: two different files never give the same text. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/**
 * The value of canonical JSON text, undefined for anything else: another spelling of the same value, members twice,
 * numbers that are not safe integers, bytes that are not UTF-8, nesting that is too deep to be an event.
 */
function parseCanonical(bytes) {
    try {
        const text = UTF8.decode(bytes);
        const value = JSON.parse(text);
        return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(value) === text ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function asEvent(value) {
    if (!(0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return undefined;
    const { v, seq, t, type } = value;
    const holds = v === 1 && Number.isSafeInteger(seq) && typeof t === 'string' && typeof type === 'string';
    return holds && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(t)
        ? value
        : undefined;
}


/***/ }),

/***/ 66705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ isSealBody),
/* harmony export */   Sd: () => (/* binding */ isSessionId),
/* harmony export */   Ud: () => (/* binding */ isChunkLine),
/* harmony export */   cW: () => (/* binding */ isSealFile),
/* harmony export */   fQ: () => (/* binding */ isChunkHeader),
/* harmony export */   nT: () => (/* binding */ isReceiptLine),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony exports isChunkReceipt, isSealReceipt */
const isText = (value) => typeof value === 'string' && value.length <= 200;
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTime = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
/** A session's id: part of paths, so nothing else than these characters. */
function isSessionId(value) {
    return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(value);
}
function isChunkHeader(value) {
    return has(value, { sid: isText, seq: isCount, off: isCount, len: isCount, sha256: isHash, prev: isHash });
}
function isChunkReceipt(value) {
    return has(value, { sid: isText, seq: isCount, head: isHash, t: isTime });
}
function isSealBody(value) {
    return has(value, {
        sid: isText,
        n: isCount,
        bytes: isCount,
        head: isHash,
        sha256: isHash,
        reason: isText,
    });
}
function isSealReceipt(value) {
    return has(value, { sid: isText, seal: isHash, t: isTime }, { key: isText });
}
function isChunkLine(value) {
    const isMarks = (marks) => typeof marks === 'string';
    return has(value, { header: isChunkHeader, key: isText, marks: isMarks, signature: isText });
}
function isReceiptLine(value) {
    return has(value, { key: isText, receipt: isChunkReceipt, signature: isText });
}
function isSealFile(value) {
    const required = {
        v: (v) => v === 1,
        kept: (kept) => kept === 'server' || kept === 'local',
        seal: isSealBody,
    };
    const optional = { signature: isText, key: isText, server_key: isText, receipt: isSealReceipt };
    return has(value, required, { ...optional, countersignature: isText });
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function has(value, required, optional = {}) {
    if (!isRecord(value))
        return false;
    for (const [name, check] of Object.entries(required))
        if (!Object.hasOwn(value, name) || !check(value[name]))
            return false;
    for (const name of Object.keys(value)) {
        if (Object.hasOwn(required, name))
            continue;
        const check = Object.hasOwn(optional, name) ? optional[name] : undefined;
        if (!check?.(value[name]))
            return false;
    }
    return true;
}


/***/ }),

/***/ 26650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ verifyRecord)
/* harmony export */ });
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97822);
/* harmony import */ var _checks_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12572);


/** Checks a record offline; never throws. With `serverKey` (JWK `x`) only what that key has signed counts as the server's. */
function verifyRecord(files, serverKey) {
    const checking = (0,_checks_record_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRecord */ .E)(files, serverKey);
    let step = checking.next();
    while (!step.done)
        step = checking.next(answer(step.value));
    return step.value;
}
function answer(need) {
    if ('pause' in need)
        return undefined;
    if ('hash' in need)
        return (0,_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(need.hash);
    const { domain, value, signature, key } = need;
    const verifier = (0,_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKey */ .jE)(key);
    return verifier !== undefined && (0,_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyAs */ .Mr)(domain, value, signature, verifier);
}


/***/ })

};
