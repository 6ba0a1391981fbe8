export const id = 483;
export const ids = [483];
export const modules = {

/***/ 87483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _recording_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32916);
/* harmony import */ var _recording_report_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41779);
/* harmony import */ var _recording_report_write_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31825);
/* harmony import */ var _recording_terminal_write_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34655);
/* harmony import */ var _recording_verify_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26650);
/* harmony import */ var _recording_words_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(53678);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99859);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2133);
/* harmony import */ var _record_source_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(90585);












const command = {
    summary: 'make one page of a session record that opens offline',
    help: `Usage: sluice report PATH [-o FILE] [--cast DIR] [--force]

Writes a session record as one self-contained page: search, filters, every statement with what came of it, and the
checks of 'sluice verify', which the browser makes itself. It opens from disk and asks nothing of any network.

PATH is the record's directory, its session.jsonl, or the CI artifact as a .zip.

Options:
  -o, --output FILE  where the page goes; ${_recording_report_write_js__WEBPACK_IMPORTED_MODULE_5__/* .REPORT */ .r} beside the record when left out
  --cast DIR         terminal sessions go into DIR, too, as asciicasts: session.cast, or one for each
  --force            overwrite FILE also when it is no session report

Prints the page's path, and behind it those of the asciicasts. What does not hold is told, and shown in the page.

Exit code: 0 the page is written; 1 it could not be; 2 wrong usage, FILE is something else, or no record can be read
at PATH. To learn by an exit code whether the record holds, use 'sluice verify'.

Examples:
  sluice report ./record
  sluice report sluice-session-orders-prod-7f3a.zip -o session.html
`,
    async run(args, io) {
        const { path, output, cast, force } = parse(args);
        const files = (0,_record_source_js__WEBPACK_IMPORTED_MODULE_10__/* .readRecord */ .a)(path, io.cwd);
        const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, path);
        const place = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(full).isDirectory() ? full : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(full);
        const file = output === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, _recording_report_write_js__WEBPACK_IMPORTED_MODULE_5__/* .REPORT */ .r) : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, output);
        if ([full, ...Object.values(_recording_format_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .cn).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, name))].some((own) => same(own, file)))
            throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_9__/* .wrongUsage */ .x)('report', `${file} is the record itself`);
        if (!force && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) && !isReport(file))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', `${file} is there already, and is no session report`, {
                hint: 'Name another file with -o, or overwrite it with --force',
            });
        write(file, page(files));
        const verification = (0,_recording_verify_js__WEBPACK_IMPORTED_MODULE_7__/* .verifyRecord */ .R)(files);
        if (verification.status === 'broken')
            io.err(`sluice: the record ${(0,_recording_words_js__WEBPACK_IMPORTED_MODULE_11__/* .verdictInWords */ ._5)(verification)}\n`);
        const casts = cast === undefined ? [] : play((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, cast), files.session);
        for (const written of [file, ...casts])
            io.out(`${written}\n`);
        return _command_js__WEBPACK_IMPORTED_MODULE_8__/* .EXIT */ .d.ok;
    },
};
function page(files) {
    try {
        return (0,_recording_report_index_js__WEBPACK_IMPORTED_MODULE_4__/* .reportHtml */ .Ew)(files);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', cause.message, {
            hint: 'Read session.jsonl itself, and check it with sluice verify',
            cause,
        });
    }
}
/** Never half a page. */
function write(file, html) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${file}.part`, html);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${file}.part`, file);
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('RECORD_FAILED', `the page could not be written to ${file} (${code})`, {
            hint: 'Name a file in a directory that exists and is writable with -o',
            cause,
        });
    }
}
function play(dir, session) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(dir, { recursive: true });
        return (0,_recording_terminal_write_js__WEBPACK_IMPORTED_MODULE_6__/* .writeCasts */ .a)(dir, session);
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('RECORD_FAILED', `asciicasts could not be written to ${dir} (${code})`, {
            hint: 'Name a directory that is writable with --cast',
            cause,
        });
    }
}
function same(one, other) {
    const [a, b] = [one, other].map((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false }));
    return a !== undefined && b !== undefined && a.isFile() && a.dev === b.dev && a.ino === b.ino;
}
function isReport(file) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile())
        return false;
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
    try {
        const start = Buffer.alloc(_recording_report_index_js__WEBPACK_IMPORTED_MODULE_4__/* .REPORT_START */ .g3.length);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, start) === start.length && start.toString('latin1') === _recording_report_index_js__WEBPACK_IMPORTED_MODULE_4__/* .REPORT_START */ .g3;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
function parse(args) {
    const { values, positionals } = (0,_parse_js__WEBPACK_IMPORTED_MODULE_9__/* .parseOptions */ .A)('report', {
        args,
        allowPositionals: true,
        options: {
            output: { type: 'string', short: 'o' },
            cast: { type: 'string' },
            force: { type: 'boolean', default: false },
        },
    });
    const [path, more] = positionals;
    if (path === undefined || more !== undefined)
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_9__/* .wrongUsage */ .x)('report', 'a page is made of exactly one record');
    return { path, output: values.output, cast: values.cast, force: values.force };
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

/***/ 31825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ REPORT),
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32916);
/* harmony import */ var _terminal_write_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34655);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41779);





const REPORT = 'session.html';
/**
 * Puts the page beside the record in `dir`, in place of an older one, and returns its path; terminals as asciicasts, too.
 * Throws when it cannot.
 */
function writeReport(dir, options) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, REPORT);
    const files = filesIn(dir);
    (0,_terminal_write_js__WEBPACK_IMPORTED_MODULE_3__/* .writeCasts */ .a)(dir, files.session);
    const html = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__/* .reportHtml */ .Ew)(files, options);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.part`, html, { mode: 0o600 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.part`, path);
    return path;
}
function filesIn(dir) {
    const optional = (name) => ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, name)) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, name)) : undefined);
    return {
        session: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, _format_js__WEBPACK_IMPORTED_MODULE_2__/* .FILES */ .cn.session)),
        chunks: optional(_format_js__WEBPACK_IMPORTED_MODULE_2__/* .FILES */ .cn.chunks),
        receipts: optional(_format_js__WEBPACK_IMPORTED_MODULE_2__/* .FILES */ .cn.receipts),
        seal: optional(_format_js__WEBPACK_IMPORTED_MODULE_2__/* .FILES */ .cn.seal),
    };
}


/***/ }),

/***/ 34655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ writeCasts)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _cast_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56558);



/** Puts the asciicasts of a `session.jsonl` into `dir` and returns their paths: none without a terminal. Throws when it cannot. */
function writeCasts(dir, session) {
    if (!session.includes(_cast_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_MEMBER */ .U1))
        return [];
    return (0,_cast_js__WEBPACK_IMPORTED_MODULE_2__/* .castFiles */ .$v)((0,_cast_js__WEBPACK_IMPORTED_MODULE_2__/* .terminalsOf */ .JZ)(session)).map(([name, cast]) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, name);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, cast, { mode: 0o600 });
        return path;
    });
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
