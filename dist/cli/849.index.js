export const id = 849;
export const ids = [849];
export const modules = {

/***/ 20849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _session_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2947);
/* harmony import */ var _session_launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24291);
/* harmony import */ var _session_stop_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62397);
/* harmony import */ var _session_user_config_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70899);
/* harmony import */ var _session_wanted_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1021);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(99859);
/* harmony import */ var _handle_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(95674);
/* harmony import */ var _opening_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(65703);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2133);













const DRAIN_MS = 10_000;
const FORMATS = ['env', 'json', 'github'];
const command = {
    summary: 'open a session for the steps behind it; sluice stop closes it',
    help: `Usage: sluice start (--server URL | --config FILE) --target NAME[=PORT]… [options]

Opens a session that outlives this command and prints how to use it on standard output:
PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE (with several targets each with the target's name in front:
ORDERS_PROD_PGHOST), and SLUICE_SESSION for sluice stop.

${_opening_js__WEBPACK_IMPORTED_MODULE_11__/* .OPENING_HELP */ .Z1}  --format FORMAT        env: lines for eval (the default); json; github: lines for $GITHUB_ENV
  --session DIR          the session's directory; a new one when left out
  --idle-timeout TIME    end the session when nothing was connected for this time; 1h when left out
  --parent PID           end the session when this process is gone

${_opening_js__WEBPACK_IMPORTED_MODULE_11__/* .EXIT_CODES */ .ai}
Examples:
  eval "$(sluice start --server https://sluice.example.com --target orders-prod --parent $$)"
  sluice start --config sluice.yml --target orders-prod --format github >> "$GITHUB_ENV"
`,
    async run(args, io) {
        const values = parse(args);
        const format = readFormat(values.format ?? 'env');
        const dir = values.session ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(io.cwd, values.session) : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'sluice-'));
        (0,_session_launch_js__WEBPACK_IMPORTED_MODULE_5__/* .makeDirectory */ .O)(dir);
        const opened = await (0,_opening_js__WEBPACK_IMPORTED_MODULE_11__/* .openSession */ .fA)(values, {
            dir,
            idleExitMs: (0,_session_wanted_js__WEBPACK_IMPORTED_MODULE_8__/* .parseTimeout */ .ZZ)(values['idle-timeout'] ?? '1h', '--idle-timeout'),
            drainMs: DRAIN_MS,
            ...(values.parent === undefined ? {} : { parent: readPid(values.parent) }),
        }, io);
        const { ready, record, grant, sshConfig } = opened;
        if (io.signal.aborted) {
            if (sshConfig)
                await (0,_session_user_config_js__WEBPACK_IMPORTED_MODULE_7__/* .restoreSshConfig */ .T8)(ready.session);
            await (0,_session_stop_js__WEBPACK_IMPORTED_MODULE_6__/* .stopSession */ .f)({ dir, record, ...(grant ? { grant } : {}), now: true });
            io.err(`sluice: session ${ready.session} was closed again\n`);
            return (0,_command_js__WEBPACK_IMPORTED_MODULE_9__/* .interrupted */ .V)(io.signal);
        }
        const named = sshConfig ? { sshConfig: ready.session } : {};
        (0,_session_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeJson */ .GF)(dir, _handle_js__WEBPACK_IMPORTED_MODULE_10__/* .HANDLE */ .P, { record, ...named, ...(grant ? { grant } : {}) });
        for (const target of ready.targets)
            io.err(`sluice: ${target.name} listens on ${target.host}:${target.port}${(0,_session_user_config_js__WEBPACK_IMPORTED_MODULE_7__/* .howToReach */ .rM)(target, sshConfig)}\n`);
        io.err(`sluice: session ${ready.session} ends at ${ready.expiresAt}\n`);
        const databaseUrl = values['database-url'] === true;
        print(format, ready, { ...(0,_session_wanted_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentOf */ .p7)(ready, { databaseUrl }), SLUICE_SESSION: dir }, io);
        return _command_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.ok;
    },
};
function parse(args) {
    return (0,_parse_js__WEBPACK_IMPORTED_MODULE_12__/* .parseOptions */ .A)('start', {
        args,
        options: {
            ..._opening_js__WEBPACK_IMPORTED_MODULE_11__/* .OPENING_OPTIONS */ .M6,
            format: { type: 'string' },
            session: { type: 'string' },
            'idle-timeout': { type: 'string' },
            parent: { type: 'string' },
        },
    }).values;
}
function readFormat(text) {
    const format = FORMATS.find((candidate) => candidate === text);
    if (format)
        return format;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SluiceError */ .ah('CONFIG_INVALID', `--format ${text} is unknown`, {
        hint: `Choose ${FORMATS.join(', ')}`,
    });
}
function readPid(text) {
    if (/^[1-9]\d{0,9}$/.test(text))
        return Number(text);
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SluiceError */ .ah('CONFIG_INVALID', '--parent is not a process id', { hint: 'Write --parent $$' });
}
function print(format, ready, variables, io) {
    if (format === 'json') {
        const { session, sessionUrl, expiresAt, record, targets } = ready;
        const shown = targets.map(({ environment: _, detect: __, patterns: ___, ...target }) => target);
        io.out(`${JSON.stringify({ session, sessionUrl, expiresAt, record, targets: shown, environment: variables })}\n`);
        return;
    }
    // The runner reads commands on both streams; standard output goes into its file.
    if (format === 'github')
        for (const { password } of ready.targets)
            if (password)
                io.err(`::add-mask::${password}\n`);
    for (const [name, value] of Object.entries(variables))
        io.out(format === 'github' ? `${name}=${value}\n` : `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`);
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


/***/ })

};
