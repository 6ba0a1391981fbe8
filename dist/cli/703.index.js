export const id = 703;
export const ids = [703];
export const modules = {

/***/ 65703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ai: () => (/* binding */ EXIT_CODES),
  Z1: () => (/* binding */ OPENING_HELP),
  M6: () => (/* binding */ OPENING_OPTIONS),
  fA: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/terms.js
var core_terms = __webpack_require__(13728);
// EXTERNAL MODULE: ./lib/platforms/generic/index.js
var generic = __webpack_require__(51894);
;// CONCATENATED MODULE: ./lib/platforms/index.js
/** The first that recognises its environment; loaded when used. */
const PLATFORMS = {
    github: {
        detect: (env) => env.GITHUB_ACTIONS === 'true',
        open: async (surroundings) => (await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421), __webpack_require__.e(60)]).then(__webpack_require__.bind(__webpack_require__, 92060))).openGithub(surroundings),
    },
    gitlab: {
        detect: (env) => env.GITLAB_CI === 'true',
        open: async (surroundings) => (await __webpack_require__.e(/* import() */ 286).then(__webpack_require__.bind(__webpack_require__, 77286))).openGitlab(surroundings),
    },
    generic: {
        detect: () => true,
        open: async (surroundings) => (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 51894))).openGeneric(surroundings),
    },
};
async function openPlatform(surroundings) {
    const found = Object.values(PLATFORMS).find(({ detect }) => detect(surroundings.env)) ?? PLATFORMS.generic;
    return found.open(surroundings);
}

// EXTERNAL MODULE: ./lib/session/launch.js + 1 modules
var launch = __webpack_require__(24291);
// EXTERNAL MODULE: ./lib/session/stop.js + 3 modules
var stop = __webpack_require__(62397);
// EXTERNAL MODULE: ./lib/session/user-config.js + 2 modules
var user_config = __webpack_require__(70899);
// EXTERNAL MODULE: ./lib/session/wanted.js
var wanted = __webpack_require__(1021);
;// CONCATENATED MODULE: ./lib/cli/opening.js
// What `run` and `start` share: options to a session that listens.











/** For `parseOptions`. */
const OPENING_OPTIONS = {
    server: { type: 'string' },
    config: { type: 'string' },
    target: { type: 'string', multiple: true },
    access: { type: 'string' },
    audience: { type: 'string' },
    'id-token-file': { type: 'string' },
    'record-dir': { type: 'string' },
    timeout: { type: 'string' },
    'on-pending': { type: 'string' },
    'client-auth': { type: 'string' },
    'database-url': { type: 'boolean' },
    'ssh-config': { type: 'string' },
};
const OPENING_HELP = `  --server URL           exchange the job's OIDC token at this grant server
  --config FILE          no server: terms from this policy file, credential from the environment;
                         what would be held is blocked, since nobody can be asked
  --target NAME[=PORT]   a target of the policy; repeat for several; without PORT a free one is taken
  --access NAME          with --config: the access rule, when several hold the targets
  --audience TEXT        audience of the OIDC token; the server's address when left out
  --id-token-file FILE   read the OIDC token from a file (otherwise from the CI, or SLUICE_ID_TOKEN)
  --record-dir DIR       where the session record goes; .sluice/sessions/ID when left out
  --timeout TIME         end the session after this time (90s, 30m, 2h), if its grant does not end before
  --on-pending CHOICE    when a person must approve first: wait, or park to end with exit code 4 and go on
                         when the job is run again; wait when left out
  --client-auth METHOD   password for local clients that cannot do SCRAM; scram-sha-256 when left out
  --database-url         set DATABASE_URL too
  --ssh-config user      name targets of the protocol ssh in ~/.ssh/config until the session is closed, so that
                         'ssh web-prod' works as it is
`;
const EXIT_CODES = `Exit codes: 0 done, 1 it failed, 2 wrong options, configuration or credential, 3 the server refused,
4 a person must approve first, 130 or 143 a signal came.
`;
/** Throws `SluiceError`. */
async function openSession(values, place, io) {
    const listen = (0,wanted/* parseTargets */.Sx)(values.target ?? []);
    const timeout = values.timeout === undefined ? undefined : (0,wanted/* parseTimeout */.ZZ)(values.timeout, '--timeout');
    const method = values['client-auth'];
    const clientAuth = method === undefined ? undefined : (0,wanted/* parseClientAuth */.vF)(method, '--client-auth');
    const sshConfig = (0,user_config/* parseSshConfig */.sL)(values['ssh-config'] ?? 'own', '--ssh-config');
    const targets = listen.map(({ target }) => target);
    const source = await readSource(values, targets, io);
    const record = (0,external_node_path_.resolve)(io.cwd, values['record-dir'] ?? (0,external_node_path_.join)('.sluice', 'sessions', source.session));
    const ready = await (0,launch/* launch */.q)({
        env: io.env,
        config: {
            ...place,
            record,
            listen,
            workspace: workspaceOf(io.cwd),
            ...source.config,
            ...(timeout === undefined ? {} : { timeoutMs: timeout }),
            ...(clientAuth === undefined ? {} : { clientAuth }),
        },
    });
    const { grant } = source.config;
    const opened = {
        ready,
        record,
        secretVariables: source.secretVariables,
        sshConfig,
        ...(grant ? { grant: { server: grant.server, token: grant.token } } : {}),
    };
    if (sshConfig)
        await nameHosts(opened, place.dir);
    return opened;
}
/** Ends the session again when it cannot be done. */
async function nameHosts({ ready, ...opened }, dir) {
    try {
        await (0,user_config/* changeSshConfig */.ze)(ready, '--ssh-config');
    }
    catch (error) {
        await (0,stop/* stopSession */.f)({ dir, ...opened, now: true });
        throw error;
    }
}
/** The repository that the job works in: its root says what files are called, wherever the command is run. */
function workspaceOf(cwd) {
    for (let dir = (0,external_node_path_.resolve)(cwd);; dir = (0,external_node_path_.dirname)(dir)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, '.git')))
            return dir;
        if (dir === (0,external_node_path_.dirname)(dir))
            return (0,external_node_path_.resolve)(cwd);
    }
}
async function readSource(values, targets, io) {
    const { server, config } = values;
    if (server !== undefined && config === undefined)
        return fromServer(server, values, targets, io);
    if (config !== undefined && server === undefined)
        return fromFile(config, values, targets, io);
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${server ? 'both' : 'neither'} --server and --config given`, {
        hint: 'Give --server URL for a session with a grant server, or --config FILE for one without',
    });
}
async function fromServer(address, values, targets, io) {
    const park = (0,wanted/* parseOnPending */.Ww)(values['on-pending'] ?? 'wait', '--on-pending');
    const [{ exchange }, { pendingLine }, { serverAddress }, { useOutboundProxy }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(198)]).then(__webpack_require__.bind(__webpack_require__, 90198)),
        Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 80472)),
        Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(49)]).then(__webpack_require__.bind(__webpack_require__, 59049)),
        __webpack_require__.e(/* import() */ 211).then(__webpack_require__.bind(__webpack_require__, 13211)),
    ]);
    useOutboundProxy(io.env);
    const server = serverAddress(address);
    const platform = await openPlatform({ env: io.env, cwd: io.cwd, fetch, err: io.err });
    const file = values['id-token-file'];
    const idToken = file
        ? (0,generic.readTokenFile)((0,external_node_path_.resolve)(io.cwd, file))
        : await platform.idToken(values.audience ?? server);
    const grant = await exchange({
        server,
        idToken,
        targets,
        signal: io.signal,
        park,
        onPending: (pending) => io.err(`sluice: ${pendingLine(pending)}\n`),
    });
    return { session: grant.session, config: { grant }, secretVariables: [] };
}
async function fromFile(file, { access }, targets, io) {
    const { standaloneTerms } = await Promise.all(/* import() */[__webpack_require__.e(436), __webpack_require__.e(815), __webpack_require__.e(221), __webpack_require__.e(536), __webpack_require__.e(184)]).then(__webpack_require__.bind(__webpack_require__, 11184));
    const session = (0,external_node_crypto_.randomBytes)(12).toString('hex');
    const { terms, variables } = await standaloneTerms({
        config: (0,external_node_path_.resolve)(io.cwd, file),
        targets,
        session,
        env: io.env,
        now: new Date(),
        ...(access === undefined ? {} : { access }),
    });
    return { session, config: { terms: (0,core_terms/* termsToJson */.Z)(terms) }, secretVariables: variables };
}


/***/ }),

/***/ 58563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** A value that must not be printed: every implicit conversion shows a placeholder. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The value itself. Call it where it is used, never to pass it on. */
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '[secret]';
    }
}


/***/ }),

/***/ 13728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ termsToJson)
/* harmony export */ });
/* unused harmony export termsFromJson */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58563);
// Terms as JSON: the body of `GET /v1/grant` and the daemon's standard input. The password is in clear there.



function termsToJson(terms) {
    const targets = terms.targets.map((target) => ({
        ...target,
        credential: loginToJson(target.credential),
    }));
    return JSON.parse(JSON.stringify({ ...terms, targets }));
}
function loginToJson(login) {
    if ('password' in login)
        return { user: login.user, password: login.password.reveal() };
    const { user, privateKey, certificate } = login;
    return { user, privateKey: privateKey.reveal(), ...(certificate === undefined ? {} : { certificate }) };
}
/** Strict: an unknown or missing member, or a wrong type, throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function termsFromJson(json) {
    const terms = fields(json, 'terms', invalid);
    const serverKey = terms.optional('serverKey', terms.text);
    const holds = terms.optional('holds', (name) => holdsFrom(terms.object(name)));
    const result = {
        session: terms.text('session'),
        expiresAt: time(terms, 'expiresAt'),
        claims: terms.record('claims', invalidText),
        access: terms.text('access'),
        policySha256: terms.text('policySha256'),
        targets: terms.list('targets', targetFrom),
        ...(holds === undefined ? {} : { holds }),
        ...(serverKey === undefined ? {} : { serverKey }),
    };
    terms.end();
    return result;
}
function holdsFrom(holds) {
    const result = {
        approvers: holds.list('approvers', invalidText),
        timeout: holds.integer('timeout'),
        strongLocks: holds.oneOf('strongLocks', ['wait', 'refuse']),
    };
    holds.end();
    return result;
}
function targetFrom(json, at) {
    const target = fields(json, at, invalid);
    const database = target.optional('database', target.text);
    const tls = target.optional('tls', (name) => tlsFrom(target.object(name)));
    const ssh = target.optional('ssh', (name) => sshFrom(target.object(name)));
    const http = target.optional('http', (name) => httpFrom(target.object(name)));
    const result = {
        name: target.text('name'),
        protocol: target.text('protocol'),
        host: target.text('host'),
        port: target.integer('port'),
        ...(database === undefined ? {} : { database }),
        ...(tls === undefined ? {} : { tls }),
        credential: loginFrom(target.object('credential')),
        ...(ssh === undefined ? {} : { ssh }),
        ...(http === undefined ? {} : { http }),
        guard: guardFrom(target.object('guard')),
        masks: masksFrom(target.object('masks')),
        limits: limitsFrom(target.object('limits')),
    };
    target.end();
    return result;
}
function loginFrom(login) {
    const user = login.text('user');
    const key = login.optional('privateKey', login.text);
    const certificate = login.optional('certificate', login.text);
    if (key === undefined && certificate !== undefined)
        throw invalid('a certificate without its key');
    const result = key === undefined
        ? { user, password: new Secret(login.text('password')) }
        : { user, privateKey: new Secret(key), ...(certificate === undefined ? {} : { certificate }) };
    login.end();
    return result;
}
function sshFrom(ssh) {
    const result = {
        hostKeys: ssh.list('hostKeys', invalidText),
        shell: ssh.oneOf('shell', ['refuse', 'record']),
        environment: ssh.list('environment', invalidText),
        forward: ssh.list('forward', invalidText),
    };
    ssh.end();
    return result;
}
function httpFrom(http) {
    const result = {
        header: http.text('header'),
        scheme: http.oneOf('scheme', ['basic', 'bearer', 'plain']),
        cookies: http.oneOf('cookies', ['drop', 'pass']),
        unmasked: http.list('unmasked', invalidText),
    };
    http.end();
    return result;
}
function tlsFrom(tls) {
    const ca = tls.optional('ca', tls.text);
    const serverName = tls.optional('serverName', tls.text);
    const result = {
        mode: tls.oneOf('mode', ['disable', 'require', 'verify-ca', 'verify-full']),
        ...(ca === undefined ? {} : { ca }),
        ...(serverName === undefined ? {} : { serverName }),
    };
    tls.end();
    return result;
}
function guardFrom(guard) {
    const thresholds = guard.optional('thresholds', (name) => thresholdsFrom(guard.object(name)));
    const requests = guard.optional('requests', (name) => guard.list(name, (item, at) => requestFrom(fields(item, at, invalid))));
    const result = {
        name: guard.text('name'),
        mode: guard.oneOf('mode', ['enforce', 'observe']),
        rules: guard.record('rules', (value, at) => choice(value, at, ['warn', 'hold', 'block'])),
        allow: guard.list('allow', (item, at) => exceptionFrom(fields(item, at, invalid))),
        ...(thresholds === undefined ? {} : { thresholds }),
        ...(requests === undefined ? {} : { requests }),
    };
    guard.end();
    return result;
}
function requestFrom(entry) {
    const values = (key) => entry.optional(key, (name) => entry.record(name, (value, at) => {
        if (!Array.isArray(value))
            throw invalid(`${at} must be a list`);
        return value.map((item) => invalidText(item, at));
    }));
    const [query, body] = [values('query'), values('body')];
    const result = {
        match: entry.text('match'),
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
        verdict: entry.oneOf('verdict', ['allow', 'warn', 'hold', 'block']),
    };
    entry.end();
    return result;
}
function exceptionFrom(entry) {
    const rule = entry.text('rule');
    const list = (key) => entry.optional(key, (name) => entry.list(name, invalidText));
    const [relations, paths, programs, names] = [
        list('relations'),
        list('paths'),
        list('programs'),
        list('names'),
    ];
    const result = {
        rule,
        ...(relations === undefined ? {} : { relations }),
        ...(paths === undefined ? {} : { paths }),
        ...(programs === undefined ? {} : { programs }),
        ...(names === undefined ? {} : { names }),
        ...countsFrom(entry),
    };
    entry.end();
    // Without a condition it would silence the rule, which a guard says by leaving the rule out.
    if (Object.keys(result).length === 1)
        throw invalid(`the exception from ${rule} has no condition`);
    return result;
}
function thresholdsFrom(thresholds) {
    const result = countsFrom(thresholds);
    thresholds.end();
    return result;
}
function countsFrom(from) {
    const rows = from.optional('rows', from.integer);
    const tableSize = from.optional('tableSize', from.integer);
    return {
        ...(rows === undefined ? {} : { rows }),
        ...(tableSize === undefined ? {} : { tableSize }),
    };
}
const MASKS = (/* unused pure expression or super */ null && (['redact', 'partial', 'hash', 'null']));
function masksFrom(masks) {
    const predicates = masks.optional('predicates', masks.text);
    const patterns = masks.optional('patterns', (name) => masks.list(name, (item, at) => {
        const entry = fields(item, at, invalid);
        const own = { name: entry.text('name'), pattern: entry.text('pattern') };
        entry.end();
        return own;
    }));
    const own = masks.optional('fields', (name) => masks.list(name, maskFrom));
    const result = {
        columns: masks.list('columns', maskFrom),
        ...(own === undefined ? {} : { fields: own }),
        detect: masks.list('detect', invalidText),
        ...(patterns === undefined ? {} : { patterns }),
        ...(predicates === undefined ? {} : { predicates: choice(predicates, 'predicates', ['strict', 'flag']) }),
    };
    masks.end();
    return result;
}
function maskFrom(item, at) {
    const entry = fields(item, at, invalid);
    const mask = { pattern: entry.text('pattern'), mask: entry.oneOf('mask', MASKS) };
    entry.end();
    return mask;
}
const OPTIONAL_LIMITS = (/* unused pure expression or super */ null && ([
    'statementTimeout',
    'lockTimeout',
    'idleInTransactionTimeout',
    'rows',
    'bytes',
]));
function limitsFrom(limits) {
    const set = {};
    for (const name of OPTIONAL_LIMITS) {
        const value = limits.optional(name, limits.integer);
        if (value !== undefined)
            set[name] = value;
    }
    const result = { ...set, connections: limits.integer('connections') };
    limits.end();
    return result;
}
function time(from, name) {
    const value = from.text(name);
    if (Number.isNaN(Date.parse(value)))
        throw invalid(`${name} is not a time`);
    return value;
}
function choice(value, at, choices) {
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined)
        throw invalid(`${at} must be ${choices.join(' or ')}`);
    return found;
}
function invalidText(value, at) {
    if (typeof value !== 'string')
        throw invalid(`${at} must be a string`);
    return value;
}
function invalid(message) {
    return new SluiceError('CONFIG_INVALID', `the session’s terms are malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
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


/***/ }),

/***/ 24291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ launch),
  O: () => (/* binding */ makeDirectory)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/session/environment.js
/**
 * What the daemon may know of the job's environment. Never the CI's own tokens (`ACTIONS_*`, `CI_JOB_TOKEN`), never
 * `NODE_OPTIONS`. `RUNNER_TRACKING_ID` stays, so that the runner ends an orphan after the job.
 */
const KEPT = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'SYSTEMROOT',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'LC_ALL',
    'TZ',
    'RUNNER_TRACKING_ID',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
];
function daemonEnvironment(from) {
    const env = {};
    for (const [name, value] of Object.entries(from))
        if (KEPT.includes(name.toUpperCase()))
            env[name] = value;
    return env;
}

// EXTERNAL MODULE: ./lib/session/files.js
var files = __webpack_require__(2947);
;// CONCATENATED MODULE: ./lib/session/launch.js
// Starts the daemon so that it outlives its starter and holds none of the starter's streams.







const POLL_MS = 5;
const TAIL_BYTES = 2000;
/**
 * Returns when the proxy listens and every target has answered.
 * Throws the daemon's own `SluiceError`, or DAEMON_FAILED with the tail of its log.
 */
async function launch(options) {
    const { config, timeoutMs = 60_000 } = options;
    makeDirectory(config.dir);
    makeDirectory(config.record);
    const child = start(options);
    const exit = exited(child);
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
        const ready = (0,files/* readReady */.oD)(config.dir);
        if (ready) {
            child.unref();
            return ready;
        }
        const ended = await Promise.race([exit, (0,promises_.setTimeout)(POLL_MS)]);
        if (ended)
            throw startError(config.dir, ended);
    }
    child.kill('SIGTERM');
    child.unref();
    throw startError(config.dir, `did not listen within ${Math.round(timeoutMs / 1000)} s`);
}
/** Throws `SluiceError` CONFIG_INVALID that says why. */
function makeDirectory(path) {
    try {
        if (!(0,external_node_fs_.existsSync)(path)) {
            // One at a time: Node's own `recursive` never returns below /proc.
            if (!(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(path)))
                makeDirectory((0,external_node_path_.dirname)(path));
            (0,external_node_fs_.mkdirSync)(path, { mode: 0o700 });
        }
        else if (!(0,external_node_fs_.statSync)(path).isDirectory())
            throw Object.assign(new Error(), { code: 'ENOTDIR' });
    }
    catch (error) {
        if (error instanceof errors/* SluiceError */.ah)
            throw error;
        const { code } = error;
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `the directory ${path} cannot be made (${code})`, {
            hint: 'RUNNER_TEMP or TMPDIR, --session and --record-dir say where; this user must be able to write there',
        });
    }
}
function start({ config, env, script = daemonScript() }) {
    const log = (0,external_node_fs_.openSync)((0,external_node_path_.join)(config.dir, files/* FILES */.cn.log), 'a', 0o600);
    try {
        const child = (0,external_node_child_process_.spawn)(process.execPath, [...nodeFlags(), script], {
            cwd: config.dir,
            detached: true,
            windowsHide: true,
            stdio: ['pipe', log, log],
            env: daemonEnvironment(env),
        });
        child.on('error', () => { });
        // A daemon that died early closes the pipe; its exit says why.
        child.stdin?.on('error', () => { });
        child.stdin?.end(JSON.stringify(config));
        if (child.pid !== undefined)
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(config.dir, files/* FILES */.cn.pid), String(child.pid), { mode: 0o600 });
        return child;
    }
    finally {
        (0,external_node_fs_.closeSync)(log);
    }
}
/** The parser's WebAssembly stays small without the optimising tier; nobody may open an inspector by a signal. */
function nodeFlags() {
    const guarded = process.allowedNodeEnvironmentFlags.has('--disable-sigusr1');
    return guarded ? ['--liftoff-only', '--disable-sigusr1'] : ['--liftoff-only'];
}
function exited(child) {
    return new Promise((resolve) => {
        child.once('error', (error) => resolve(`could not be started: ${error.message}`));
        child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    });
}
function startError(dir, what) {
    const failure = (0,files/* readFailure */.f1)(dir);
    if (failure)
        return failure;
    const log = (0,external_node_path_.join)(dir, files/* FILES */.cn.log);
    return new errors/* SluiceError */.ah('DAEMON_FAILED', `the proxy process ${what}`, {
        hint: `Its log ${log} ${tail(log)}`,
    });
}
/** The end of the daemon's log, which holds no secret by construction. */
function tail(path) {
    try {
        const text = (0,external_node_fs_.readFileSync)(path, 'utf8').trim();
        return text ? `ends with:\n${text.slice(-TAIL_BYTES)}` : 'is empty';
    }
    catch (error) {
        return `cannot be read (${(0,errors/* describe */.q0)(error)})`;
    }
}
/** Beside this file in source and in `lib/`; in `dist/` each bundle has its own directory. */
function daemonScript() {
    const here = import.meta.dirname;
    if ((0,external_node_path_.basename)(here) !== 'session')
        return (0,external_node_path_.join)(here, '..', 'daemon', 'index.js');
    const source = (0,external_node_path_.join)(here, 'daemon.ts');
    return (0,external_node_fs_.existsSync)(source) ? source : (0,external_node_path_.join)(here, 'daemon.js');
}


/***/ }),

/***/ 1021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sx: () => (/* binding */ parseTargets),
/* harmony export */   Ww: () => (/* binding */ parseOnPending),
/* harmony export */   ZZ: () => (/* binding */ parseTimeout),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   vF: () => (/* binding */ parseClientAuth)
/* harmony export */ });
/* unused harmony exports parseTarget, CLIENT_AUTH */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** Reads `name` or `name=port`. Throws `SluiceError` CONFIG_INVALID. */
function parseTarget(text) {
    const [, target, port] = /^([A-Za-z0-9][\w.-]{0,99})(?:=(\d{1,5}))?$/.exec(text.trim()) ?? [];
    if (target === undefined || Number(port ?? 0) > 65_535)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `'${text.trim()}' is not a target`, {
            hint: 'Name one target at a time, as the policy file has it, or name=port with a port up to 65535: orders-prod=5432',
        });
    return { target, port: Number(port ?? 0) };
}
/** Throws when none is named, or one twice. */
function parseTargets(texts) {
    const wanted = texts.filter((text) => text.trim() !== '').map(parseTarget);
    if (wanted.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', 'no target is named', {
            hint: 'Name at least one target of the policy file: orders-prod, or orders-prod=5432 to choose the local port',
        });
    const names = wanted.map(({ target }) => target);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `target ${twice} is named twice`, {
            hint: 'Name each target once',
        });
    return wanted;
}
/** Prefixes variables when a session has several targets, so that no tool goes to the wrong one: `ORDERS_PROD_PGHOST`. */
function environmentOf({ targets, environment: shared }, options) {
    const result = { ...shared };
    for (const { name, environment, url, database } of targets) {
        const prefix = targets.length === 1 ? '' : `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_`;
        const named = options.databaseUrl && database !== undefined;
        const variables = named ? { ...environment, DATABASE_URL: url } : environment;
        for (const [variable, value] of Object.entries(variables))
            result[prefix + variable] = value;
    }
    return result;
}
/** How a local client shows the session's password, in the words of `pg_hba.conf`. */
const CLIENT_AUTH = ['scram-sha-256', 'password'];
/** Throws `SluiceError` CONFIG_INVALID that names the option. */
function parseClientAuth(text, option) {
    const found = CLIENT_AUTH.find((method) => method === text.trim());
    if (found)
        return found;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `${option} is neither ${CLIENT_AUTH.join(' nor ')}`, {
        hint: 'Leave it out, or write password for a client that cannot do SCRAM',
    });
}
/** What a job does when a person must approve first: true for `park`. Throws `SluiceError` CONFIG_INVALID that names the option. */
function parseOnPending(text, option) {
    const choice = text.trim();
    if (choice === 'wait' || choice === 'park')
        return choice === 'park';
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `${option} is neither wait nor park`, {
        hint: 'Write wait to wait for the approver, or park to end the job and re-run it after the approval',
    });
}
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of `90s`, `30m`, `2h`, `1d`. Throws `SluiceError` CONFIG_INVALID that names the option. */
function parseTimeout(text, option) {
    const [, count, unit = ''] = /^([1-9]\d{0,5})(s|m|h|d)$/.exec(text.trim()) ?? [];
    const scale = UNITS[unit];
    if (count !== undefined && scale !== undefined)
        return Number(count) * scale;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `${option} is not a duration`, {
        hint: 'Write a whole number and a unit: 90s, 30m, 2h, 1d',
    });
}


/***/ })

};
