export const id = 740;
export const ids = [740,49];
export const modules = {

/***/ 20740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99859);
/* harmony import */ var _people_decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4670);
/* harmony import */ var _people_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61482);



const command = {
    summary: 'let a waiting session or statement go on',
    help: `Usage: sluice approve ID [--reason TEXT] [--same-statement] [--sha256 DIGEST] [--server URL] [--token-file FILE]

Approves one request, as 'sluice approvals ID' shows it. Who decided and why is kept in the record.

  --reason TEXT      why: kept in the record
  --same-statement   equal statements of the same session need not ask again
  --sha256 DIGEST    decide only if the request is still the one with this request_sha256 (of --json)
${_people_options_js__WEBPACK_IMPORTED_MODULE_2__/* .PEOPLE_HELP */ ._6}
${_people_options_js__WEBPACK_IMPORTED_MODULE_2__/* .PEOPLE_NOTE */ .fg}
Exit codes: 0 decided, 1 it failed, 2 wrong options or token, 3 the server refused: you may not, or too late.

Examples
  sluice approve 5f0c… --reason 'OPS-12: reviewed'
`,
    async run(args, io) {
        await (0,_people_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .decideAs */ .h)('approved', args, io);
        return _command_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.ok;
    },
};


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


/***/ }),

/***/ 4670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ decideAs)
/* harmony export */ });
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2133);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61482);


/** What `sluice approve` and `sluice deny` do. Throws `SluiceError`. */
async function decideAs(decision, args, io) {
    const name = decision === 'approved' ? 'approve' : 'deny';
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePeople */ .hz)(args, name, {
        reason: { type: 'string' },
        sha256: { type: 'string' },
        ...(decision === 'approved' ? { 'same-statement': { type: 'boolean' } } : {}),
    });
    const [id, more] = positionals;
    if (id === undefined || more !== undefined)
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .x)(name, 'one request is decided at a time: give its ID');
    const reason = typeof values.reason === 'string' ? values.reason : undefined;
    if (decision === 'denied' && !reason?.trim())
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .x)(name, '--reason is missing: the job is told why');
    const people = await (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .openPeople */ .gy)(values, io);
    // Bound to what the server shows at this moment, or to what the caller looked at before.
    const digest = typeof values.sha256 === 'string' ? values.sha256 : (await people.approval(id)).request_sha256;
    const state = await people.decide(id, {
        decision,
        request_sha256: digest,
        scope: values['same-statement'] === true ? 'session' : 'once',
        ...(reason === undefined ? {} : { reason }),
    });
    io.err(state === 'waiting' ? `${id}: noted; others must agree too\n` : `${id}: ${state}\n`);
}


/***/ }),

/***/ 61482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _6: () => (/* binding */ PEOPLE_HELP),
/* harmony export */   fg: () => (/* binding */ PEOPLE_NOTE),
/* harmony export */   gy: () => (/* binding */ openPeople),
/* harmony export */   hz: () => (/* binding */ parsePeople),
/* harmony export */   ls: () => (/* binding */ identify),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _client_people_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61072);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _platforms_generic_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51894);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2133);
// What the commands of people share: which server, and who asks.





const PEOPLE_HELP = `  --server URL       the grant server; SLUICE_SERVER when left out
  --token-file FILE  a file with your personal token; SLUICE_TOKEN when left out
`;
const PEOPLE_NOTE = `Make a personal token at the server's page /account. Never write it on a command line.
`;
const OPTIONS = { server: { type: 'string' }, 'token-file': { type: 'string' } };
/** Throws `SluiceError` CONFIG_INVALID. */
function parsePeople(args, name, more) {
    const { values, positionals } = (0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseOptions */ .A)(name, {
        args,
        options: { ...OPTIONS, ...more },
        allowPositionals: true,
    });
    return { values: values, positionals };
}
async function openPeople(values, io) {
    return (0,_client_people_js__WEBPACK_IMPORTED_MODULE_1__/* .peopleOf */ .x)(await identify(values, io));
}
/** Which server, and the token of who asks. Throws `SluiceError` CONFIG_INVALID. */
async function identify(values, io) {
    const server = String(values.server ?? io.env.SLUICE_SERVER ?? '');
    const file = values['token-file'];
    const token = typeof file === 'string' ? (0,_platforms_generic_index_js__WEBPACK_IMPORTED_MODULE_3__.readTokenFile)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, file)) : (io.env.SLUICE_TOKEN ?? '');
    if (!server)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', 'no server is given', {
            hint: 'Write --server https://sluice.example.com, or set SLUICE_SERVER',
        });
    if (!token)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', 'no personal token is given', {
            hint: 'Set SLUICE_TOKEN, or write --token-file FILE; the server’s page /account makes one',
        });
    const { useOutboundProxy } = await __webpack_require__.e(/* import() */ 211).then(__webpack_require__.bind(__webpack_require__, 13211));
    useOutboundProxy(io.env);
    return { server, token: token.trim() };
}
/** Texts of statements and claims are not ours: nothing in them may move a terminal's cursor. */
function plain(text) {
    return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}


/***/ }),

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

/***/ 61072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ refusal),
/* harmony export */   x: () => (/* binding */ peopleOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59049);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31664);
// The server as a person uses it, with a personal token.



const TIMEOUT_MS = 30_000;
/** Every method throws `SluiceError`. */
function peopleOf(options) {
    const server = (0,_connect_js__WEBPACK_IMPORTED_MODULE_1__.serverAddress)(options.server);
    const fetch = options.fetch ?? globalThis.fetch;
    const call = async (path, body) => {
        const response = await fetch(`${server}/api${path}`, {
            method: body ? 'POST' : 'GET',
            ...(body ? { body: JSON.stringify(body) } : {}),
            headers: {
                accept: 'application/json',
                authorization: `Bearer ${options.token}`,
                ...(body ? { 'content-type': 'application/json' } : {}),
            },
            redirect: 'error',
            signal: AbortSignal.timeout(TIMEOUT_MS),
        }).catch((error) => {
            throw (0,_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)(error, server);
        });
        const answer = await response.json().catch(() => undefined);
        if (response.ok && answer !== undefined)
            return answer;
        throw refusal(response.ok ? 502 : response.status, answer, server);
    };
    return {
        approvals: async (all) => (await call(`/approvals${all ? '?state=all' : ''}`)).approvals,
        approval: async (id) => (await call(`/approvals/${encodeURIComponent(id)}`)),
        decide: async (id, word) => (await call(`/approvals/${encodeURIComponent(id)}/decision`, word)).state,
    };
}
/** What the API said no with. */
function refusal(status, body, server) {
    const { description, correlationId, error } = (0,_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .readAnswer */ .JN)(status, body);
    const at = correlationId ? ` (correlation id ${correlationId})` : '';
    if (status === 401)
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CREDENTIAL_FAILED', `${server} does not know this token${at}`, {
            hint: `It may have ended: make a new one at ${server}/account`,
        });
    const message = `${server}: ${description || error}${at}`;
    if (status === 403)
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('EXCHANGE_REFUSED', message, { hint: 'Ask somebody who may' });
    if (status === 409)
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('EXCHANGE_REFUSED', message, {
            hint: 'Look at the request again: sluice approvals',
        });
    if (status === 404)
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', message, { hint: 'sluice approvals lists what waits' });
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('SERVER_ERROR', message, { hint: 'The server’s log has the cause under this id' });
}


/***/ }),

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
