export const id = 53;
export const ids = [53];
export const modules = {

/***/ 7053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openControl: () => (/* binding */ openControl)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
// How `post` and `sluice stop` reach the daemon: loopback HTTP with a bearer secret, the same on every system.


async function openControl(options) {
    const expected = Buffer.from(`Bearer ${options.secret}`);
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.createServer)({ headersTimeout: 5000, requestTimeout: 5000 }, (request, response) => {
        request.resume();
        if (!authorised(request, expected))
            return answer(response, 401, { error: 'unauthorised' });
        const route = `${request.method} ${request.url}`;
        if (route === 'GET /status')
            return answer(response, 200, options.status());
        if (route !== 'POST /stop' && route !== 'POST /stop/now')
            return answer(response, 404, { error: 'not_found' });
        options.stop(route === 'POST /stop');
        answer(response, 202, { stopping: true });
    });
    server.maxConnections = 16;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
    });
    return {
        port: server.address().port,
        close() {
            server.close();
            server.closeAllConnections();
        },
    };
}
function authorised(request, expected) {
    const given = Buffer.from(request.headers.authorization ?? '');
    return given.length === expected.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(given, expected);
}
function answer(response, status, body) {
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(body));
}


/***/ })

};
