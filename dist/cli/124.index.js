export const id = 124;
export const ids = [124];
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

/***/ 92124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3828);
/* harmony import */ var _session_stop_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62397);
/* harmony import */ var _session_user_config_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70899);
/* harmony import */ var _session_wanted_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1021);
/* harmony import */ var _closing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(65697);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(99859);
/* harmony import */ var _opening_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(65703);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2133);












/** The command is over, so what still runs was left behind by it. */
const DRAIN_MS = 1000;
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;
const command = {
    summary: 'run one command with access to targets, and close the session behind it',
    help: `Usage: sluice run (--server URL | --config FILE) --target NAME[=PORT]… [options] -- COMMAND…

Opens a session, runs COMMAND with PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE set for it alone
(with several targets each with the target's name in front: ORDERS_PROD_PGHOST), and closes the session.
For targets of the protocol ssh: SLUICE_SSH_CONFIG, GIT_SSH_COMMAND, RSYNC_RSH and ANSIBLE_SSH_ARGS.

${_opening_js__WEBPACK_IMPORTED_MODULE_10__/* .OPENING_HELP */ .Z1}
Exit codes: COMMAND's own (128 and the signal's number when a signal ended it), but 1 when COMMAND succeeded and
the session did not end in order, 126 when COMMAND may not be executed, 127 when there is no such command. When
no session could be opened, as for 'sluice start': 1 it failed, 2 wrong options, configuration or credential,
3 the server refused, 4 a person must approve first.

Examples:
  sluice run --server https://sluice.example.com --target orders-prod -- npm run migrate
  sluice run --config sluice.yml --target orders-prod=5432 -- psql -c 'select 1'
  sluice run --config sluice.yml --target web-prod --ssh-config user -- ssh web-prod uptime
`,
    async run(args, io) {
        const { values, positionals } = parse(args);
        const [file, ...rest] = positionals;
        if (file === undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SluiceError */ .ah('CONFIG_INVALID', 'no command to run is given', {
                hint: 'Write it behind two dashes: sluice run … -- npm run migrate',
            });
        const dir = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'sluice-'));
        try {
            const place = { dir, idleExitMs: 0, drainMs: DRAIN_MS, parent: process.pid };
            const { ready, record, grant, secretVariables, sshConfig } = await (0,_opening_js__WEBPACK_IMPORTED_MODULE_10__/* .openSession */ .fA)(values, place, io);
            const env = {
                ...io.env,
                ...(0,_session_wanted_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentOf */ .p7)(ready, { databaseUrl: values['database-url'] === true }),
            };
            for (const name of secretVariables)
                delete env[name];
            if (io.signal.aborted) {
                if (sshConfig)
                    await (0,_session_user_config_js__WEBPACK_IMPORTED_MODULE_6__/* .restoreSshConfig */ .T8)(ready.session);
                (0,_closing_js__WEBPACK_IMPORTED_MODULE_8__/* .reportClosed */ .$)(await (0,_session_stop_js__WEBPACK_IMPORTED_MODULE_5__/* .stopSession */ .f)({ dir, record, ...(grant ? { grant } : {}), now: true }), io);
                return (0,_command_js__WEBPACK_IMPORTED_MODULE_9__/* .interrupted */ .V)(io.signal);
            }
            io.relaying?.(true);
            const code = await execute(file, rest, env, io);
            io.relaying?.(false);
            if (sshConfig)
                await (0,_session_user_config_js__WEBPACK_IMPORTED_MODULE_6__/* .restoreSshConfig */ .T8)(ready.session);
            const closed = await (0,_session_stop_js__WEBPACK_IMPORTED_MODULE_5__/* .stopSession */ .f)({ dir, record, ...(grant ? { grant } : {}) });
            const clean = (0,_closing_js__WEBPACK_IMPORTED_MODULE_8__/* .reportClosed */ .$)(closed, io);
            return code === _command_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.ok && !clean ? _command_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.failed : code;
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(dir, { recursive: true, force: true });
        }
    },
};
function parse(args) {
    return (0,_parse_js__WEBPACK_IMPORTED_MODULE_11__/* .parseOptions */ .A)('run', { args, options: _opening_js__WEBPACK_IMPORTED_MODULE_10__/* .OPENING_OPTIONS */ .M6, allowPositionals: true });
}
/** The command's exit code, as a shell would tell it. */
function execute(file, args, env, io) {
    return new Promise((resolve) => {
        // On Windows package managers are scripts, which only a shell can start.
        const shell = process.platform === 'win32';
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { cwd: io.cwd, env, stdio: 'inherit', shell });
        const forward = () => {
            // A terminal has sent Ctrl-C to the command already.
            if (io.signal.reason === 'SIGINT' && process.stdin.isTTY)
                return;
            child.kill(io.signal.reason === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
        };
        io.signal.addEventListener('abort', forward, { once: true });
        child.once('error', (error) => {
            io.err(`sluice run: '${file}' cannot be started (${error.code})\n`);
            resolve(error.code === 'ENOENT' ? NOT_FOUND : NOT_EXECUTABLE);
        });
        child.once('exit', (code, signal) => {
            io.signal.removeEventListener('abort', forward);
            resolve(signal ? 128 + node_os__WEBPACK_IMPORTED_MODULE_2__.constants.signals[signal] : (code ?? _command_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.failed));
        });
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
