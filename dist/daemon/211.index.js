export const id = 211;
export const ids = [211];
export const modules = {

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   useOutboundProxy: () => (/* binding */ useOutboundProxy)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);


const LOOPBACK = '127.0.0.1,localhost,::1,[::1]';
/**
 * Sends this process's outgoing requests through the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY),
 * except those to this machine. `fetch` would ignore it otherwise. Returns how to undo it; does
 * nothing without a proxy. Throws `SluiceError` CONFIG_INVALID on a Node that cannot.
 */
function useOutboundProxy(env) {
    const https = env.https_proxy ?? env.HTTPS_PROXY;
    const plain = env.http_proxy ?? env.HTTP_PROXY;
    if (!https && !plain)
        return () => { };
    if (typeof node_http__WEBPACK_IMPORTED_MODULE_0__.setGlobalProxyFromEnv !== 'function')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', `Node ${process.versions.node} cannot use the outbound proxy`, {
            hint: 'Run on Node 24.14 or newer, or let this machine reach the server directly',
        });
    const except = env.no_proxy ?? env.NO_PROXY;
    return node_http__WEBPACK_IMPORTED_MODULE_0__.setGlobalProxyFromEnv({
        ...(https ? { HTTPS_PROXY: https } : {}),
        ...(plain ? { HTTP_PROXY: plain } : {}),
        NO_PROXY: except ? `${except},${LOOPBACK}` : LOOPBACK,
    });
}


/***/ })

};
