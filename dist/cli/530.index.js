export const id = 530;
export const ids = [530];
export const modules = {

/***/ 64530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _policy_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3536);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99859);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2133);




const command = {
    summary: 'look for errors and warnings in a policy file',
    help: `Usage: sluice policy check [--config FILE] [--strict]

Prints a line for each error and warning: file:line:column: what is wrong. how to cure it.
References to secrets (env:, file:) are not read.

Options
  --config FILE   the policy file (default: sluice.yml)
  --strict        warnings fail too

Exit codes: 0 no errors, 2 errors (or warnings, with --strict).

Examples
  sluice policy check
  sluice policy check --config deploy/sluice.yml --strict
`,
    async run(args, io) {
        const { config: file, strict } = parse(args);
        const { config, errors, warnings } = (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_1__/* .checkConfig */ .l2)((0,_policy_load_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, file)), file);
        for (const problem of errors)
            io.out(`${(0,_policy_load_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)('error', file, problem)}\n`);
        for (const problem of warnings)
            io.out(`${(0,_policy_load_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)('warning', file, problem)}\n`);
        const found = `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`;
        if (config) {
            const parts = [
                count(Object.keys(config.targets).length, 'target'),
                count(config.access.length, 'access rule'),
            ];
            io.err(`sluice policy check: ${found}; ${parts.join(', ')}; sha256 ${config.sha256}\n`);
        }
        else
            io.err(`sluice policy check: ${found}\n`);
        return errors.length > 0 || (strict && warnings.length > 0) ? _command_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.usage : _command_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.ok;
    },
};
const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
function parse(args) {
    const options = {
        config: { type: 'string', default: 'sluice.yml' },
        strict: { type: 'boolean', default: false },
    };
    return (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOptions */ .A)('policy check', { args, options }).values;
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
