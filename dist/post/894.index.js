export const id = 894;
export const ids = [894];
export const modules = {

/***/ 51894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGeneric: () => (/* binding */ openGeneric),
/* harmony export */   readIdToken: () => (/* binding */ readIdToken),
/* harmony export */   readTokenFile: () => (/* binding */ readTokenFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// Any CI, or a laptop: the token comes from a variable or a file, progress goes to standard error.



function openGeneric({ env, cwd, err }) {
    return {
        name: 'generic',
        facts: { workspace: cwd, temp: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), artifacts: false },
        idToken: async () => readIdToken(env) ?? missing(),
        // There is no log to mask and nothing to export to: commands print results themselves.
        mask: () => { },
        exportVariable: () => { },
        output: () => { },
        summary: async () => { },
        annotate: (level, message, place) => {
            const where = place?.file ? `${place.file}${place.line ? `:${place.line}` : ''}: ` : '';
            err(`${level}: ${where}${message}\n`);
        },
        group: async (title, work) => {
            err(`${title}\n`);
            return work();
        },
        log: (line) => err(`${line}\n`),
    };
}
/** From `SLUICE_ID_TOKEN`, or the file that `SLUICE_ID_TOKEN_FILE` names. */
function readIdToken(env) {
    const token = env.SLUICE_ID_TOKEN?.trim();
    if (token)
        return token;
    const file = env.SLUICE_ID_TOKEN_FILE;
    return file ? readTokenFile(file) : undefined;
}
/** Throws `SluiceError` OIDC_UNAVAILABLE. */
function readTokenFile(path) {
    let token;
    try {
        token = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('OIDC_UNAVAILABLE', `the ID token file ${path} cannot be read (${error.code})`, { hint: 'Name a file that holds the pipeline’s OIDC token and nothing else' });
    }
    if (token)
        return token;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('OIDC_UNAVAILABLE', `the ID token file ${path} is empty`, {
        hint: 'It must hold the pipeline’s OIDC token and nothing else',
    });
}
function missing() {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('OIDC_UNAVAILABLE', 'there is no OIDC token to exchange', {
        hint: 'Put the CI’s ID token into SLUICE_ID_TOKEN, or its file’s name into SLUICE_ID_TOKEN_FILE or --id-token-file',
    });
}


/***/ })

};
