export const id = 286;
export const ids = [286];
export const modules = {

/***/ 77286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGitlab: () => (/* binding */ openGitlab)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _generic_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51894);


function openGitlab(surroundings) {
    const { env } = surroundings;
    const generic = (0,_generic_index_js__WEBPACK_IMPORTED_MODULE_1__.openGeneric)(surroundings);
    const runUrl = env.CI_JOB_URL;
    return {
        ...generic,
        name: 'gitlab',
        facts: {
            ...generic.facts,
            workspace: env.CI_PROJECT_DIR ?? generic.facts.workspace,
            ...(runUrl ? { runUrl } : {}),
        },
        idToken: async (audience) => (0,_generic_index_js__WEBPACK_IMPORTED_MODULE_1__.readIdToken)(env) ?? missing(audience),
    };
}
function missing(audience) {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('OIDC_UNAVAILABLE', 'this job has no OIDC token in SLUICE_ID_TOKEN', {
        hint: `Add to the job:\n\n  id_tokens:\n    SLUICE_ID_TOKEN:\n      aud: ${audience}\n`,
    });
}


/***/ })

};
