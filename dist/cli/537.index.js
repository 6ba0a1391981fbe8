export const id = 537;
export const ids = [537,49];
export const modules = {

/***/ 59049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   discover: () => (/* binding */ discover),
/* harmony export */   handleOf: () => (/* binding */ handleOf),
/* harmony export */   known: () => (/* binding */ known),
/* harmony export */   serverAddress: () => (/* binding */ serverAddress)
/* harmony export */ });
/* harmony import */ var openid_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58129);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31664);



const CLIENT_ID = 'sluice';
const TIMEOUT_S = 30;
/** The server's address without a trailing slash. Throws CONFIG_INVALID unless it is https, or http to this machine. */
function serverAddress(server) {
    const url = URL.parse(server);
    if (!url || url.username || url.password || url.search || url.hash)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `the server address ${JSON.stringify(server)} is not a plain URL`, {
            hint: 'Write it as in the policy file’s server.url: https://sluice.example.com',
        });
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `the server address ${server} is not https`, {
            hint: 'Tokens travel to it: give it a certificate. Plain http is for 127.0.0.1 only',
        });
    return url.href.replace(/\/+$/, '');
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
/** Reads the server's metadata. Throws `SluiceError`. */
async function discover(server, fetch) {
    try {
        return await (0,openid_client__WEBPACK_IMPORTED_MODULE_2__/* .discovery */ .HD)(new URL(server), CLIENT_ID, undefined, (0,openid_client__WEBPACK_IMPORTED_MODULE_2__/* .None */ .NV)(), {
            algorithm: 'oauth2',
            timeout: TIMEOUT_S,
            [openid_client__WEBPACK_IMPORTED_MODULE_2__/* .customFetch */ .A6]: (url, options) => fetch(url, { ...options, body: options.body ?? null }),
            execute: isPlain(server) ? [openid_client__WEBPACK_IMPORTED_MODULE_2__/* .allowInsecureRequests */ .cm] : [],
        });
    }
    catch (error) {
        throw await (0,_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(error, server);
    }
}
/** The same without asking: Sluice servers have their endpoints in one place. */
function known(server, fetch) {
    const configuration = new openid_client__WEBPACK_IMPORTED_MODULE_2__/* .Configuration */ .Vk({ issuer: server, token_endpoint: `${server}/oauth/token` }, CLIENT_ID, undefined, (0,openid_client__WEBPACK_IMPORTED_MODULE_2__/* .None */ .NV)());
    configuration.timeout = TIMEOUT_S;
    configuration[openid_client__WEBPACK_IMPORTED_MODULE_2__/* .customFetch */ .A6] = (url, options) => fetch(url, { ...options, body: options.body ?? null });
    if (isPlain(server))
        (0,openid_client__WEBPACK_IMPORTED_MODULE_2__/* .allowInsecureRequests */ .cm)(configuration);
    return configuration;
}
function isPlain(server) {
    return server.startsWith('http:');
}
async function handleOf(configuration, key) {
    const { kty, crv, x, d } = key;
    const [privateKey, publicKey] = await Promise.all([
        crypto.subtle.importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign']),
        crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', true, ['verify']),
    ]);
    return (0,openid_client__WEBPACK_IMPORTED_MODULE_2__/* .getDPoPHandle */ .U)(configuration, { privateKey, publicKey });
}


/***/ }),

/***/ 31664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   WE: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var openid_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15235);
/* harmony import */ var openid_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58129);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// What went wrong between this program and the server, in words for the person who reads the job's log.


const CLAIMS_HINT = 'The server’s audit log names the check under this id; `sluice policy claims` shows which access rule a set of claims matches';
const MEANINGS = {
    invalid_target: {
        code: 'EXCHANGE_REFUSED',
        message: 'no access rule gives this job the target',
        hint: CLAIMS_HINT,
    },
    invalid_request: {
        code: 'EXCHANGE_REFUSED',
        message: 'the server does not accept this job’s token',
        hint: `Check that the token’s audience is the server’s URL, that its issuer is in the policy file, and that this job has not had a grant before. ${CLAIMS_HINT}`,
    },
    invalid_dpop_proof: {
        code: 'EXCHANGE_REFUSED',
        message: 'the server does not accept the session key’s proof',
        hint: 'Check this machine’s clock (60 s are allowed) and that the server’s configured URL is the one used here',
    },
    invalid_grant: {
        code: 'GRANT_EXPIRED',
        message: 'the session is over',
        hint: 'Start a new session in a new job',
    },
    invalid_token: {
        code: 'GRANT_EXPIRED',
        message: 'the session is over',
        hint: 'Start a new session in a new job; a longer `ttl` in the access rule makes sessions last longer',
    },
    access_denied: {
        code: 'APPROVAL_DENIED',
        message: 'the request was denied',
        hint: 'Ask the approver; run the job again for a new request',
    },
    expired_token: {
        code: 'APPROVAL_DENIED',
        message: 'nobody approved in time',
        hint: 'Run the job again for a new request; the rule’s `approval.timeout` says how long it waits',
    },
    authorization_pending: {
        code: 'APPROVAL_PENDING',
        message: 'a person must approve first',
        hint: 'Wait for the approval',
    },
    slow_down: {
        code: 'SERVER_ERROR',
        message: 'the server has had too many requests',
        hint: 'Wait a minute; the policy file’s `server.limits` says how many are allowed',
    },
    temporarily_unavailable: {
        code: 'SERVER_ERROR',
        message: 'the server cannot fetch the token issuer’s keys',
        hint: 'Run the job again; the server’s log has the cause',
    },
};
/** Turns an answer that is not a success into an error with a cure. */
function refused(answer, server) {
    const at = answer.correlationId ? ` (correlation id ${answer.correlationId})` : '';
    const meaning = Object.hasOwn(MEANINGS, answer.error) ? MEANINGS[answer.error] : undefined;
    if (meaning && answer.status < 500) {
        // Who said no, and why: that is for the job.
        const why = answer.error === 'access_denied' && answer.description ? `: ${answer.description}` : '';
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah(meaning.code, `${server}: ${meaning.message}${why}${at}`, { hint: meaning.hint });
    }
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('SERVER_ERROR', `${server}: ${meaning?.message ?? failed(answer)}${at}`, {
            hint: meaning?.hint ?? 'The server’s log has the cause under this id',
        });
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('EXCHANGE_REFUSED', `${server}: refused with ${plain(answer)}${at}`, {
        hint: 'This program and the server may be of different versions: use the same release',
    });
}
function failed(answer) {
    return answer.description ? plain(answer) : `failed with status ${answer.status}`;
}
function plain({ error, description }) {
    return description ? `${error}: ${description}` : error;
}
/** Reads the server's JSON, whatever it is. */
function readAnswer(status, body) {
    const members = typeof body === 'object' && body !== null ? body : {};
    const text = (name) => {
        const value = members[name];
        return typeof value === 'string' ? value.replace(/\p{Cc}/gu, ' ').slice(0, 500) : '';
    };
    return {
        status,
        error: text('error') || `status ${status}`,
        description: text('error_description'),
        correlationId: text('correlation_id'),
    };
}
/** Any error of a call to the server as a `SluiceError`. */
async function explain(error, server) {
    if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah)
        return error;
    if (error instanceof openid_client__WEBPACK_IMPORTED_MODULE_1__/* .ResponseBodyError */ .uK)
        return refused(readAnswer(error.status, error.cause), server);
    if (error instanceof openid_client__WEBPACK_IMPORTED_MODULE_1__/* .WWWAuthenticateChallengeError */ .m4) {
        const body = await error.response.json().catch(() => undefined);
        return refused(readAnswer(error.status, body), server);
    }
    const response = error instanceof openid_client__WEBPACK_IMPORTED_MODULE_2__/* .ClientError */ .MZ ? error.cause : undefined;
    if (response instanceof Response) {
        const body = await response.json().catch(() => undefined);
        return refused(readAnswer(response.status >= 400 ? response.status : 502, body), server);
    }
    return unreachable(error, server);
}
function unreachable(error, server) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('SERVER_UNREACHABLE', `${server} cannot be reached (${reason(error)})`, {
        hint: 'Check the server’s URL, that it runs, and that this runner may connect to it (HTTPS_PROXY is honoured)',
        cause: error,
    });
}
/** The innermost cause: `fetch failed` alone helps nobody. */
function reason(error) {
    let inner = error;
    while (inner instanceof Error && inner.cause instanceof Error)
        inner = inner.cause;
    if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string')
        return inner.code;
    return inner instanceof Error ? inner.message : String(inner);
}


/***/ }),

/***/ 74537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   revoke: () => (/* binding */ revoke)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59049);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31664);



const TIMEOUT_MS = 30_000;
/** Ends a session with nothing but a token of it (RFC 7009). Idempotent. Throws SERVER_UNREACHABLE or SERVER_ERROR. */
async function revoke(options) {
    const server = (0,_connect_js__WEBPACK_IMPORTED_MODULE_1__.serverAddress)(options.server);
    const fetch = options.fetch ?? globalThis.fetch;
    const response = await fetch(`${server}/oauth/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: options.token }),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error) => {
        throw (0,_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)(error, server);
    });
    const body = await response.json().catch(() => undefined);
    if (!response.ok)
        throw (0,_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .refused */ .J5)((0,_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .readAnswer */ .JN)(response.status, body), server);
    return readReceipt(body, server);
}
function readReceipt(body, server) {
    const { revoked, credentials, record } = asObject(body, server);
    if (revoked !== true)
        return { revoked: false, credentials: [], record: { sealed: false, reason: 'unknown' } };
    const { sealed, reason } = asObject(record, server);
    const list = Array.isArray(credentials) ? credentials : [];
    return {
        revoked: true,
        credentials: list.map((entry) => {
            const { target, provider, ended, sessions_ended } = asObject(entry, server);
            return {
                target: String(target),
                provider: String(provider),
                ended: ended === true,
                sessionsEnded: Number(sessions_ended),
            };
        }),
        record: { sealed: sealed === true, reason: String(reason) },
    };
}
function asObject(value, server) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('SERVER_ERROR', `${server} gave an answer that is not a Sluice server’s`, {
        hint: 'Check the server’s URL; this program and the server may be of different versions',
    });
}


/***/ })

};
