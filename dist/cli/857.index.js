export const id = 857;
export const ids = [857];
export const modules = {

/***/ 65697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ reportClosed)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_spelled_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67624);
/* harmony import */ var _recording_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32916);
/* harmony import */ var _recording_report_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31825);






/** Tells a person how the session ended, and leaves its page beside the record. Returns true when nothing is left to do. */
function reportClosed(closed, io) {
    const { totals, seal, reason, problems, refusals } = closed;
    for (const { rule, reason } of refusals)
        io.err(`sluice: refused by ${rule}: ${(0,_core_spelled_js__WEBPACK_IMPORTED_MODULE_5__/* .spelled */ .u)(reason)}\n`);
    io.err(`sluice: session ${closed.session} ended (${reason}): ${totals.statements} statements, ${totals.refused} refused, ${totals.masked} values masked\n`);
    const kept = seal ? `, sealed ${seal.kept === 'server' ? 'by the server' : 'locally'}` : ', not sealed';
    io.err(`sluice: record in ${closed.record}${kept}\n`);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(closed.record, _recording_format_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .cn.session)))
        io.err(`sluice: ${page(closed.record)}\n`);
    for (const problem of problems)
        io.err(`sluice: ${problem}\n`);
    return problems.length === 0 && reason !== 'record' && reason !== 'killed';
}
/** The record is what counts: without a page it is as good. */
function page(record) {
    try {
        return `to read it, open ${(0,_recording_report_write_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReport */ .u)(record)}`;
    }
    catch (error) {
        return `no page was made of it: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`;
    }
}


/***/ }),

/***/ 35857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _session_stop_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62397);
/* harmony import */ var _session_user_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70899);
/* harmony import */ var _closing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65697);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99859);
/* harmony import */ var _handle_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95674);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2133);








const command = {
    summary: 'close a session that sluice start opened',
    help: `Usage: sluice stop [--session DIR]

Lets running statements finish, seals the record, revokes the credential, and prints how the session ended
as JSON. Does nothing when it is over already. When the proxy process has died, the server is asked to end
the credential.

  --session DIR   the session's directory; SLUICE_SESSION when left out

Exit codes: 0 the session ended in order, 1 it did not (the proxy process had died, or the record is not whole),
2 that is no session's directory.

Example:
  sluice stop --session "$SLUICE_SESSION"
`,
    async run(args, io) {
        const dir = parse(args) ?? io.env.SLUICE_SESSION;
        if (!dir)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', 'no session is named', {
                hint: 'Give --session DIR, or set SLUICE_SESSION as sluice start printed it',
            });
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, dir);
        const handle = (0,_handle_js__WEBPACK_IMPORTED_MODULE_6__/* .readHandle */ .l)(path);
        if (handle.sshConfig)
            await (0,_session_user_config_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreSshConfig */ .T8)(handle.sshConfig);
        const closed = await (0,_session_stop_js__WEBPACK_IMPORTED_MODULE_2__/* .stopSession */ .f)({ dir: path, ...handle });
        const clean = (0,_closing_js__WEBPACK_IMPORTED_MODULE_4__/* .reportClosed */ .$)(closed, io);
        io.out(`${JSON.stringify(closed)}\n`);
        return clean ? _command_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .d.ok : _command_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .d.failed;
    },
};
function parse(args) {
    return (0,_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parseOptions */ .A)('stop', { args, options: { session: { type: 'string' } } }).values.session;
}


/***/ }),

/***/ 95674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ HANDLE),
/* harmony export */   l: () => (/* binding */ readHandle)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// What `start` leaves in the session's directory for `stop`.



const HANDLE = 'handle.json';
function readHandle(dir) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, HANDLE);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', `${dir} is not the directory of a session`, {
        hint: 'Give the directory that sluice start printed as SLUICE_SESSION',
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


/***/ })

};
