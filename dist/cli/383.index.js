export const id = 383;
export const ids = [383,49];
export const modules = {

/***/ 10383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ approvals_command)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/parse.js
var parse = __webpack_require__(2133);
// EXTERNAL MODULE: ./lib/cli/people/options.js
var options = __webpack_require__(61482);
// EXTERNAL MODULE: ./lib/core/approval.js
var approval = __webpack_require__(71816);
;// CONCATENATED MODULE: ./lib/cli/people/shown.js
// One request, for a person who decides on it in a terminal.


function shown(detail) {
    const { request } = detail;
    const claims = (request.claims ?? {});
    const lines = [
        ...(detail.kind === 'deployment'
            ? [field('Deployment to', detail.environment ?? '')]
            : [field(detail.kind === 'access' ? 'Session' : 'Statement of session', detail.session)]),
        field('State', `${detail.state}, until ${detail.expires_at}`),
        field('Approvers', `${detail.approvers.join(', ')}; ${detail.min} must agree`),
        ...detail.decisions.map(({ name, decision, reason }) => field(decision === 'approved' ? 'Approved by' : 'Denied by', reason ? `${name}: ${reason}` : name)),
        field('Repository', `${detail.repository}@${detail.ref}`),
        field('Started by', detail.started_by.join(', ')),
        ...['sha', 'workflow_ref', 'run_id', 'run_attempt', 'environment', 'event_name'].flatMap((name) => claims[name] ? [field(name, claims[name])] : []),
        field('Targets', detail.targets.join(', ')),
        field('Access rule', detail.access),
    ];
    const held = detail.kind === 'statement' ? (0,approval/* heldFrom */.sY)(request.statement) : undefined;
    return `${[...lines, ...(held ? statement(held) : []), field('Page', detail.uri)].join('\n')}\n`;
}
function statement(held) {
    const { transaction, source, parameters } = held;
    return [
        ...(source
            ? [field('File', `${source.file}:${source.line}${source.more ? ` (and ${source.more} more)` : ''}`)]
            : []),
        ...held.findings.map(({ rule, reason }) => field('Rule', `${rule}: ${reason}`)),
        ...held.hints.map((hint) => field('Its author says', hint)),
        field('Transaction', transaction.state === 'none'
            ? 'none'
            : `open for ${Math.round(transaction.age / 1000)} s, ${transaction.statements} statements`),
        ...transaction.locks.map(({ relation, lock }) => field('Locked meanwhile', `${relation} (${lock})`)),
        ...(parameters ? parameters.values.map((value, index) => field(`$${index + 1}`, value ?? 'NULL')) : []),
        ...(parameters?.more ? [field('More values', `${parameters.more}, which are not shown`)] : []),
        field('SHA-256', held.sha256),
        '',
        ...held.text.split(/\r\n|\r|\n/).map((line) => `    ${(0,options/* plain */.pj)(line)}`),
        ...(held.redacted ? ['    (not all of it is shown: literals are hidden, or it was cut)'] : []),
        '',
    ];
}
function field(name, value) {
    return `${`${name}:`.padEnd(18)}${(0,options/* plain */.pj)(value)}`;
}

;// CONCATENATED MODULE: ./lib/cli/commands/approvals.js




const approvals_command = {
    summary: 'list the requests that wait for an approver, or show one',
    help: `Usage: sluice approvals [ID] [--all] [--json] [--server URL] [--token-file FILE]

Lists what waits for a person, newest first; with ID everything that its approver is shown.

  --all              decided and expired requests too
  --json             as JSON
${options/* PEOPLE_HELP */._6}
${options/* PEOPLE_NOTE */.fg}
Exit codes: 0 done, 1 it failed, 2 wrong options or token, 3 the server refused.

Examples
  sluice approvals --server https://sluice.example.com
  sluice approvals 5f0c… --json
`,
    async run(args, io) {
        const { values, positionals } = (0,options/* parsePeople */.hz)(args, 'approvals', {
            all: { type: 'boolean' },
            json: { type: 'boolean' },
        });
        const [id, more] = positionals;
        if (more !== undefined)
            throw (0,parse/* wrongUsage */.x)('approvals', 'one request is shown at a time');
        const people = await (0,options/* openPeople */.gy)(values, io);
        if (id !== undefined) {
            const detail = await people.approval(id);
            io.out(values.json ? `${JSON.stringify(detail, undefined, 2)}\n` : shown(detail));
            return command/* EXIT */.d.ok;
        }
        const list = await people.approvals(values.all === true);
        if (values.json)
            io.out(`${JSON.stringify(list, undefined, 2)}\n`);
        else if (list.length === 0)
            io.err('Nothing waits.\n');
        else
            io.out(list.map(line).join(''));
        return command/* EXIT */.d.ok;
    },
};
const MOST = 120;
function line(waiting) {
    const { id, state, repository, ref, targets, statement, access, expires_at: until } = waiting;
    const asked = waiting.environment === undefined ? `session: ${access}` : `deployment: ${waiting.environment}`;
    const what = statement === undefined ? asked : statement.replace(/\s+/g, ' ').slice(0, MOST);
    const who = waiting.may_decide ? '' : `  (${waiting.why_not})`;
    return `${(0,options/* plain */.pj)(`${id}  ${state}  ${targets.join(',')}  ${repository}@${ref}  until ${until}  ${what}${who}`)}\n`;
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

/***/ 71816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ heldToJson),
/* harmony export */   sY: () => (/* binding */ heldFrom)
/* harmony export */ });
/* unused harmony export answerFrom */
/* harmony import */ var _blocking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90628);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49214);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47718);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31782);
// What a session tells the server of a statement that waits for a person, and what comes back.





const SHA256 = /^[0-9a-f]{64}$/;
/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function heldFrom(json) {
    const held = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(json, 'statement', invalid);
    const parameters = held.optional('parameters', (name) => parametersFrom(held.object(name)));
    const source = held.optional('source', (name) => (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceFrom */ .Y)(held.object(name), invalid));
    const tables = held.optional('tables', (name) => held.list(name, (item, at) => tableFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))));
    const ran = held.optional('ran', (name) => onlyTrue(held, name));
    const once = held.optional('once', (name) => onlyTrue(held, name));
    const result = {
        target: held.text('target'),
        conn: held.integer('conn'),
        statement: held.integer('statement'),
        sha256: digest(held, 'sha256'),
        text: held.text('text'),
        redacted: held.flag('redacted'),
        ...(parameters ? { parameters } : {}),
        findings: held.list('findings', (item, at) => findingFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))),
        effects: held.list('effects', (item, at) => effectFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))),
        relations: held.list('relations', text),
        hints: held.list('hints', text),
        transaction: transactionFrom(held.object('transaction')),
        ...(tables ? { tables } : {}),
        ...(ran ? { ran } : {}),
        ...(once ? { once } : {}),
        ...(source ? { source } : {}),
    };
    held.end();
    return result;
}
/** The same as JSON, for canonical form and the wire. */
function heldToJson(held) {
    return JSON.parse(JSON.stringify(held));
}
/** Throws `SluiceError` CONFIG_INVALID when it is no server’s answer. */
function answerFrom(json) {
    const answer = fields(json, 'approval', invalid);
    const reason = answer.optional('reason', answer.text);
    const scope = answer.optional('scope', (name) => answer.oneOf(name, ['once', 'session']));
    return {
        id: answer.text('id'),
        state: answer.oneOf('state', ['waiting', 'approved', 'denied', 'expired', 'withdrawn']),
        bound: digest(answer, 'bound'),
        uri: answer.text('uri'),
        expiresAt: answer.text('expiresAt'),
        approvers: answer.list('approvers', text),
        by: answer.list('by', text),
        ...(reason === undefined ? {} : { reason }),
        ...(scope === undefined ? {} : { scope }),
    };
}
function parametersFrom(from) {
    const more = from.optional('more', (name) => from.integer(name));
    const result = {
        sha256: digest(from, 'sha256'),
        values: from.list('values', (value, at) => (value === null ? null : text(value, at))),
        ...(more === undefined ? {} : { more }),
    };
    from.end();
    return result;
}
function findingFrom(from) {
    const result = {
        rule: from.text('rule'),
        verdict: from.oneOf('verdict', ['warn', 'hold']),
        reason: from.text('reason'),
        hint: from.text('hint'),
    };
    from.end();
    return result;
}
function tableFrom(from) {
    const rows = from.optional('rows', (name) => from.integer(name));
    const result = {
        relation: from.text('relation'),
        bytes: from.integer('bytes'),
        ...(rows === undefined ? {} : { rows }),
    };
    from.end();
    return result;
}
function onlyTrue(from, name) {
    if (!from.flag(name))
        throw invalid(`${name} must be true, or absent`);
    return true;
}
function transactionFrom(from) {
    const idle = from.optional('idle', from.integer);
    const earlier = from.optional('earlier', (name) => from.list(name, text));
    const result = {
        state: from.oneOf('state', ['none', 'open']),
        age: from.integer('age'),
        statements: from.integer('statements'),
        locks: (0,_blocking_js__WEBPACK_IMPORTED_MODULE_0__/* .locksFrom */ .X)(from),
        ...(idle === undefined ? {} : { idle }),
        ...(earlier ? { earlier } : {}),
    };
    from.end();
    return result;
}
/** Every member that an effect may have: one that is missing here does not compile. */
const MEMBERS = {
    name: (from, name) => from.text(name),
    column: (from, name) => from.text(name),
    lock: (from, name) => from.text(name),
    detail: (from, name) => from.text(name),
    temporary: (from, name) => from.flag(name),
    cascade: (from, name) => from.flag(name),
    blanket: (from, name) => from.flag(name),
    stored: (from, name) => from.flag(name),
    most: (from, name) => from.integer(name),
    estimate: (from, name) => from.integer(name),
    bytes: (from, name) => from.integer(name),
    rows: (from, name) => from.oneOf(name, ['none', 'one', 'some', 'all', 'unknown']),
    via: (from, name) => from.list(name, text),
    recursive: (from, name) => from.flag(name),
    place: (from, name) => from.oneOf(name, _statement_js__WEBPACK_IMPORTED_MODULE_4__/* .PLACES */ .l),
    listed: (from, name) => from.oneOf(name, ['allow', 'warn', 'hold', 'block']),
};
function effectFrom(from) {
    const optional = Object.entries(MEMBERS).flatMap(([name, read]) => {
        const value = from.optional(name, (member) => read(from, member));
        return value === undefined ? [] : [[name, value]];
    });
    const effect = { action: from.oneOf('action', _statement_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIONS */ .k), object: from.text('object') };
    from.end();
    return { ...effect, ...Object.fromEntries(optional) };
}
function digest(from, name) {
    const value = from.text(name);
    if (!SHA256.test(value))
        throw invalid(`${name} is not a SHA-256 in hex`);
    return value;
}
function text(value, at) {
    if (typeof value !== 'string')
        throw invalid(`${at} must be a string`);
    return value;
}
function invalid(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', `a held statement is malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}


/***/ }),

/***/ 90628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ blockingFrom),
/* harmony export */   X: () => (/* binding */ locksFrom)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49214);
// What the open transaction of a held statement keeps others from, as a session tells it to the server while it waits.


/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function blockingFrom(json) {
    const from = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O)(json, 'blocking', invalid);
    const since = from.optional('since', (name) => timeFrom(from, name));
    const result = {
        ...(since === undefined ? {} : { since }),
        locks: locksFrom(from),
        waiting: from.list('waiting', (item, at) => waiterFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O)(item, at, invalid))),
        behind: from.integer('behind'),
    };
    from.end();
    return result;
}
function waiterFrom(from) {
    const lock = from.optional('lock', from.text);
    const relation = from.optional('relation', from.text);
    const since = from.optional('since', (name) => timeFrom(from, name));
    const result = {
        application: from.text('application'),
        ...(lock === undefined ? {} : { lock }),
        ...(relation === undefined ? {} : { relation }),
        ...(since === undefined ? {} : { since }),
    };
    from.end();
    return result;
}
function timeFrom(from, name) {
    const value = from.text(name);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) || Number.isNaN(Date.parse(value)))
        throw invalid(`${name} is not a time`);
    return value;
}
const locksFrom = (from) => from.list('locks', (item, at) => {
    const lock = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O)(item, at, invalid);
    const held = { relation: lock.text('relation'), lock: lock.text('lock') };
    lock.end();
    return held;
});
function invalid(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `what a transaction blocks is malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}


/***/ }),

/***/ 49214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ fields)
/* harmony export */ });
/** `at` is the object's place for messages; `fail` makes the error to throw. */
function fields(json, at, fail) {
    if (!isObject(json))
        throw fail(`${at} must be an object`);
    const unread = new Set(Object.keys(json));
    const take = (name) => {
        unread.delete(name);
        return Object.hasOwn(json, name) ? json[name] : undefined;
    };
    const reader = {
        text(name) {
            const value = take(name);
            if (typeof value !== 'string')
                throw fail(`${at}.${name} must be a string`);
            return value;
        },
        integer(name) {
            const value = take(name);
            if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
                throw fail(`${at}.${name} must be a whole number`);
            return value;
        },
        flag(name) {
            const value = take(name);
            if (typeof value !== 'boolean')
                throw fail(`${at}.${name} must be true or false`);
            return value;
        },
        oneOf(name, choices) {
            const value = take(name);
            const found = choices.find((choice) => choice === value);
            if (found === undefined)
                throw fail(`${at}.${name} must be ${choices.join(' or ')}`);
            return found;
        },
        object: (name) => fields(take(name), `${at}.${name}`, fail),
        list(name, item) {
            const value = take(name);
            if (!Array.isArray(value))
                throw fail(`${at}.${name} must be a list`);
            return value.map((entry, index) => item(entry, `${at}.${name}[${index}]`));
        },
        record(name, item) {
            const value = take(name);
            if (!isObject(value))
                throw fail(`${at}.${name} must be an object`);
            const record = Object.create(null);
            for (const [key, entry] of Object.entries(value))
                record[key] = item(entry, `${at}.${name}.${key}`);
            return record;
        },
        optional: (name, read) => (Object.hasOwn(json, name) ? read(name) : undefined),
        end() {
            const [extra] = unread;
            if (extra !== undefined)
                throw fail(`${at}.${extra} is unknown`);
        },
    };
    return reader;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 47718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   Y: () => (/* binding */ sourceFrom)
/* harmony export */ });
const LONGEST = 500;
/** True for a path that stays below the directory it is relative to, on every system, and that a person can read. */
function isInside(file) {
    if (file === '' || file.length > LONGEST || !file.isWellFormed())
        return false;
    if (/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(file) || /^[A-Za-z]:/.test(file))
        return false;
    return file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
/** Throws what `fail` makes, with the member's name and never its value. */
function sourceFrom(from, fail) {
    const file = from.text('file');
    const line = from.integer('line');
    const more = from.optional('more', from.integer);
    from.end();
    if (!isInside(file))
        throw fail('source.file must be a path within the workspace');
    if (line < 1 || more === 0)
        throw fail('source.line and source.more count from 1');
    return { file, line, ...(more === undefined ? {} : { more }) };
}


/***/ }),

/***/ 31782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ACTIONS),
/* harmony export */   l: () => (/* binding */ PLACES)
/* harmony export */ });
/** Where a path of a host lies; the worst where it may be in several. */
const PLACES = [
    /** Files of an application, and whatever is nowhere else. */
    'own',
    'temporary',
    /** The root, a directory of the top level, somebody's home: as a whole. */
    'root',
    /** Who may do what, and how the host starts: `/etc/passwd`, `~/.ssh`. */
    'critical',
    /** What runs by itself later: units, schedules, profiles, hooks. */
    'startup',
    'log',
    'kernel',
    'device',
    'system',
    /** `/dev/null` and the like. */
    'sink',
    /** `/dev/tcp/…`, which is a connection. */
    'network',
    /** Only known when it runs. */
    'unknown',
];
const ACTIONS = [
    'read',
    'insert',
    'update',
    'delete',
    'truncate',
    'create',
    'alter',
    'rename',
    'move',
    'drop',
    'detach',
    'grant',
    'revoke',
    'own',
    'set',
    'call',
    'copy-in',
    'copy-out',
    'lock',
    'rewrite',
    'scan',
    'maintain',
    'execute',
    'prepare',
    'cursor',
    'transaction',
    'notify',
    'comment',
    'explain',
    'load',
    'expose',
    // Of command lines:
    'remove',
    'write',
    'empty',
    'permit',
    'run',
    'start',
    'stop',
    'become',
    'reach',
    'send',
    'unknown',
];


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
