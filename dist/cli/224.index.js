export const id = 224;
export const ids = [224];
export const modules = {

/***/ 5224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ policy_snapshot_command)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/credentials/reference.js
var reference = __webpack_require__(17399);
// EXTERNAL MODULE: ./lib/policy/config.js
var config = __webpack_require__(88662);
;// CONCATENATED MODULE: ./lib/protocols/index.js
/** By the name in the policy file; each is loaded when a target speaks it: SSH brings cryptography of its own along. */
const PROTOCOLS = {
    postgres: async () => (await Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(304), __webpack_require__.e(743)]).then(__webpack_require__.bind(__webpack_require__, 8743))).postgres,
    ssh: async () => (await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(807), __webpack_require__.e(572), __webpack_require__.e(771)]).then(__webpack_require__.bind(__webpack_require__, 80771))).ssh,
    http: async () => (await Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(218)]).then(__webpack_require__.bind(__webpack_require__, 34218))).http,
};
/** Undefined for a protocol that this version does not speak. */
async function protocolOf(name) {
    const loaders = PROTOCOLS;
    return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/session/dial.js


const CONNECT_TIMEOUT_MS = 10_000;
/** While a statement waits for a person nothing is sent, and whatever is in between forgets connections that are silent. */
const QUIET_MS = 30_000;
/** Plain TCP to a target. Throws `SluiceError` UPSTREAM_UNREACHABLE with the address and the system's reason. */
function dial(target) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({
            host: target.host,
            port: target.port,
            noDelay: true,
            keepAlive: true,
            keepAliveInitialDelay: QUIET_MS,
        });
        const fail = (reason) => {
            socket.destroy();
            reject(unreachable(target, reason));
        };
        const failed = (error) => fail(error.code ?? error.message);
        socket.once('error', failed);
        socket.setTimeout(CONNECT_TIMEOUT_MS, () => fail(`no answer in ${CONNECT_TIMEOUT_MS / 1000} s`));
        socket.once('connect', () => {
            socket.off('error', failed);
            socket.setTimeout(0);
            resolve(socket);
        });
    });
}
function unreachable({ name, host, port }, reason) {
    return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `target ${name} at ${host}:${port} cannot be reached: ${reason}`, {
        hint: 'Check the target’s address in the policy file, and that this machine may connect to it',
    });
}

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/parse.js
var parse = __webpack_require__(2133);
;// CONCATENATED MODULE: ./lib/cli/policy/canonical.js
/** JSON in a fixed order, with short things on one line. Sizes are rounded up, so that a row more is no change. */
function canonical(snapshot) {
    const { relations, functions, domains, operators, casts, eventTriggers } = snapshot;
    const sorted = {
        ...snapshot,
        relations: relations
            .map((relation) => ({ ...relation, rows: rounded(relation.rows), bytes: rounded(relation.bytes) }))
            .sort(by(({ schema, name }) => [schema, name])),
        functions: functions.toSorted(by(({ schema, name, arguments: types }) => [schema, name, ...types])),
        domains: domains.toSorted(by(({ schema, name }) => [schema, name])),
        operators: operators.toSorted(by(({ schema, name, left = '', right }) => [schema, name, left, right])),
        casts: casts.toSorted(by(({ source, target }) => [source, target])),
        eventTriggers: eventTriggers.toSorted(by(({ name }) => [name])),
    };
    return `${written(sorted, '')}\n`;
}
/** Two digits, upwards: what a threshold is compared with is never too small. */
function rounded(count) {
    if (count < 100)
        return count;
    const unit = 10 ** (String(Math.ceil(count)).length - 2);
    return Math.ceil(count / unit) * unit;
}
/** By the parts in turn, code unit by code unit, whatever the machine's language. */
const by = (key) => (a, b) => {
    const [left, right] = [key(a).join('\0'), key(b).join('\0')];
    return left < right ? -1 : left > right ? 1 : 0;
};
const WIDTH = 120;
function written(value, indent) {
    const line = JSON.stringify(value);
    if (value === null || typeof value !== 'object')
        return line;
    // The snapshot and its lists are always taken apart, so that an object of the database is a line or more.
    if (indent.length > 2 && indent.length + line.length <= WIDTH)
        return line;
    const deeper = `${indent}  `;
    const items = Array.isArray(value)
        ? value.map((item) => `${deeper}${written(item, deeper)}`)
        : Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .map(([key, member]) => `${deeper}${JSON.stringify(key)}: ${written(member, deeper)}`);
    if (items.length === 0)
        return line;
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

// EXTERNAL MODULE: ./lib/credentials/static/index.js
var credentials_static = __webpack_require__(5289);
// EXTERNAL MODULE: ./lib/credentials/target.js + 1 modules
var credentials_target = __webpack_require__(20721);
// EXTERNAL MODULE: ./lib/credentials/url.js
var credentials_url = __webpack_require__(17899);
// EXTERNAL MODULE: ./lib/policy/guards.js
var guards = __webpack_require__(17358);
;// CONCATENATED MODULE: ./lib/cli/policy/database.js
// Which database a snapshot is taken of, and with whose account.






/**
 * A target of the policy file with its own account; where roles are made for each job, with the broker's: both may read
 * the catalogue. Throws `SluiceError` CONFIG_INVALID or CREDENTIAL_FAILED.
 */
async function targetOf(config, name, secrets) {
    const found = Object.hasOwn(config.targets, name) ? config.targets[name] : undefined;
    if (!found)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${config.file} has no target ${name}`, {
            hint: `It has ${Object.keys(config.targets).join(', ') || 'none'}`,
        });
    const target = (0,credentials_target/* credentialTarget */.t)(found, secrets);
    const { protocol } = found;
    const { credential, host, port, database, tls } = target;
    if (database === undefined)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `target ${name} of ${config.file} is no database`, {
            hint: 'Only databases have a catalogue to take a snapshot of',
        });
    if (credential.provider === 'postgres-role') {
        const url = (0,credentials_url/* connectionUrl */.C)(secrets(credential.broker), credential.broker);
        const place = { host: url.host, port: url.port ?? port };
        return terms({ name, protocol, ...place, database, ...(tls ? { tls } : {}), credential: url });
    }
    const issued = await credentials_static/* staticProvider */.M.issue({
        grantId: name,
        target,
        expiresAt: new Date(0).toISOString(),
        limits: { connections: 1 },
        secrets,
    });
    if (!('password' in issued))
        throw new TypeError(`target ${name} has no password`);
    return terms({ name, protocol, host, port, database, ...(tls ? { tls } : {}), credential: issued });
}
/** A database that is in no policy file, by the URL that `reference` (`env:NAME`, `file:PATH`) stands for. TLS is verified, but on loopback. */
function databaseOf(reference, secrets) {
    if (!/^(?:env|file):./.test(reference))
        // It may be the URL itself, so it is not repeated.
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', '--url is not a reference to a connection URL', {
            hint: 'Write --url env:NAME or --url file:PATH: a password on the command line is seen by every process',
        });
    const { host, port = 5432, database, ...credential } = (0,credentials_url/* connectionUrl */.C)(secrets(reference), reference);
    if (database === undefined)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${reference} names no database`, {
            hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE',
        });
    const mode = isLoopback(host) ? 'disable' : 'verify-full';
    return terms({ name: database, protocol: 'postgres', host, port, database, tls: { mode }, credential });
}
const isLoopback = (host) => host === 'localhost' || host === '::1' || ((0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.'));
/** Nothing of a session is judged or masked here. */
function terms({ credential: { user, password }, ...place }) {
    return {
        ...place,
        credential: { user, password },
        guard: guards/* BUILT_IN */.$.strict,
        masks: { columns: [], detect: [] },
        limits: { connections: 1 },
    };
}

;// CONCATENATED MODULE: ./lib/cli/commands/policy-snapshot.js











const policy_snapshot_command = {
    summary: 'write down what a database holds, for sluice policy decide --schema',
    help: `Usage: sluice policy snapshot (--target NAME [--config FILE] | --url REFERENCE) [--output FILE]

Reads the catalogue of a target: relations, columns, functions and their bodies, rules, triggers, cascades, estimated rows and
sizes. No row of a table is read. Prints JSON in a fixed order, with sizes rounded, to be kept beside the migrations and
reviewed: 'sluice policy decide --schema FILE' then judges as a session on that database would.

The account is the target's own; where roles are made for each job, the broker's. It needs no right but to connect.

Options
  --target NAME     the target of the policy file
  --config FILE     the policy file (default: sluice.yml)
  --url REFERENCE   a database that is in no policy file: env:NAME or file:PATH of its connection URL;
                    TLS is verified with the system's authorities, and not used on loopback
  --output FILE     where to write it (default: standard output)

Exit codes: 0 written, 2 wrong options, no such target, wrong credential, or the database cannot be reached.

Examples
  sluice policy snapshot --target orders-prod --output schema.json
  sluice policy snapshot --url env:DATABASE_URL > schema.json
`,
    async run(args, io) {
        const options = policy_snapshot_parse(args);
        const secrets = (0,reference/* secretsFrom */.y)(io.env);
        const terms = options.url === undefined
            ? await targetOf((0,config/* loadConfig */.Z9)((0,external_node_path_.resolve)(io.cwd, options.config)), options.target ?? '', secrets)
            : databaseOf(options.url, secrets);
        const taken = await attempt(terms, io);
        if (!taken)
            return command/* EXIT */.d.usage;
        const text = canonical(taken);
        if (options.output === undefined)
            io.out(text);
        else
            write(options.output, text, io);
        const { relations, functions } = taken;
        io.err(`sluice policy snapshot: ${relations.length} relations and ${functions.length} functions of ${terms.name}\n`);
        return command/* EXIT */.d.ok;
    },
};
/** Undefined when the database does not answer, which was told then. */
async function attempt(terms, io) {
    const protocol = await protocolOf(terms.protocol);
    if (!protocol?.snapshot)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `there is no snapshot of a database that speaks ${terms.protocol}`);
    try {
        return await protocol.snapshot({ terms, dial: () => dial(terms) }, Date.now());
    }
    catch (error) {
        if (!(error instanceof errors/* SluiceError */.ah) || !error.code.startsWith('UPSTREAM_'))
            throw error;
        io.err(`sluice policy snapshot: ${(0,errors/* describe */.q0)(error)}\n`);
        return undefined;
    }
}
function write(path, text, io) {
    try {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(io.cwd, path), text, { mode: 0o644 });
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${path} cannot be written${code}`, {
            hint: 'Name a file in a directory that is there',
            cause: error,
        });
    }
}
function policy_snapshot_parse(args) {
    const values = read(args);
    if ((values.target === undefined) === (values.url === undefined))
        throw (0,parse/* wrongUsage */.x)('policy snapshot', `${values.url === undefined ? 'neither' : 'both'} --target and --url given`);
    return { ...values, config: values.config ?? 'sluice.yml' };
}
function read(args) {
    const options = {
        target: { type: 'string' },
        config: { type: 'string' },
        url: { type: 'string' },
        output: { type: 'string' },
    };
    return (0,parse/* parseOptions */.A)('policy snapshot', { args, options }).values;
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

/***/ 17399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ secretsFrom)
/* harmony export */ });
/* unused harmony export resolveSecret */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58563);



const MAX_BYTES = 64 * 1024;
/** Reads `env:NAME` or `file:PATH`; one newline at the end of a file is not part of the value. Throws `SluiceError` CREDENTIAL_FAILED. */
function resolveSecret(reference, env) {
    const value = reference.startsWith('env:')
        ? fromEnvironment(reference.slice('env:'.length), env)
        : reference.startsWith('file:')
            ? fromFile(reference.slice('file:'.length))
            : undefined;
    if (value === undefined)
        throw failed('a secret is not given as a reference', 'Write env:NAME or file:PATH in the policy file');
    return new _core_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(value);
}
const secretsFrom = (env) => (reference) => resolveSecret(reference, env);
function fromEnvironment(name, env) {
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (value)
        return value;
    throw failed(`the environment variable ${name} is ${value === '' ? 'empty' : 'not set'}`, `Set ${name} in the environment of this process`);
}
function fromFile(path) {
    let bytes;
    try {
        bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
        throw failed(`the secret file ${path} cannot be read (${code})`, 'Check that it exists and that the server may read it');
    }
    if (bytes.length > MAX_BYTES)
        throw failed(`the secret file ${path} is larger than 64 KiB`, 'Name the right file');
    const value = bytes.toString('utf8').replace(/\r?\n$/, '');
    if (value === '')
        throw failed(`the secret file ${path} is empty`, 'Write the value into it');
    return value;
}
function failed(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CREDENTIAL_FAILED', message, { hint });
}


/***/ }),

/***/ 5289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ staticProvider)
/* harmony export */ });
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17899);

/** An account that exists already: nothing is made, and nothing ends but the proxy's own use of it. */
const staticProvider = {
    async issue({ target, secrets }) {
        const login = account(target, secrets);
        return { ...login, handle: login.user };
    },
    async end() {
        return { sessionsEnded: 0, objectsReassigned: false };
    },
    async reap() {
        return [];
    },
};
function account({ credential, name }, secrets) {
    if (credential.provider !== 'static')
        throw new TypeError(`target ${name} has no static credential`);
    if ('url' in credential) {
        const { user, password } = (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionUrl */ .C)(secrets(credential.url), credential.url);
        return { user, password };
    }
    const user = /^(env|file):/.test(credential.user) ? secrets(credential.user).reveal() : credential.user;
    if ('password' in credential)
        return { user, password: secrets(credential.password) };
    return { user, privateKey: secrets(credential.privateKey) };
}


/***/ }),

/***/ 20721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ credentialTarget)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/credentials/known-hosts.js
// Lines of known_hosts: https://man.openbsd.org/sshd#SSH_KNOWN_HOSTS_FILE_FORMAT

/** Keys of a host, `ssh-ed25519 AAAA…`, without those that are revoked. Lines of certificate authorities do not count. */
function knownKeys(text, host, port) {
    const name = port === 22 ? host : `[${host}]:${port}`;
    const keys = [];
    const revoked = new Set();
    for (const line of text.split(/\r?\n/)) {
        const { marker, hosts, key } = parts(line);
        if (key === undefined || !matches(hosts, name.toLowerCase()))
            continue;
        if (marker === '@revoked')
            revoked.add(key);
        else if (marker === undefined)
            keys.push(key);
    }
    return keys.filter((key) => !revoked.has(key));
}
function parts(line) {
    const words = line.trim().split(/[ \t]+/);
    const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
    const [hosts = '', type, blob] = words;
    const whole = type !== undefined && blob !== undefined && !hosts.startsWith('#');
    return { marker, hosts, key: whole ? `${type} ${blob}` : undefined };
}
/** A negated pattern that matches ends it, whatever else is there. */
function matches(hosts, name) {
    let found = false;
    for (const pattern of hosts.split(',')) {
        if (pattern.startsWith('!') && glob(pattern.slice(1), name))
            return false;
        found ||= pattern.startsWith('|') ? hashed(pattern, name) : glob(pattern, name);
    }
    return found;
}
/** `|1|salt|hash`, both in base64. */
function hashed(pattern, name) {
    const [, version, salt = '', hash = ''] = pattern.split('|');
    if (version !== '1')
        return false;
    const expected = (0,external_node_crypto_.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest();
    const given = Buffer.from(hash, 'base64');
    return given.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(given, expected);
}
/** `*` and `?`, in one pass back from the last star. */
function glob(pattern, name) {
    const wanted = pattern.toLowerCase();
    let [p, n, star, from] = [0, 0, -1, 0];
    while (n < name.length) {
        if (wanted[p] === '*') {
            star = p++;
            from = n;
        }
        else if (wanted[p] === '?' || wanted[p] === name[n]) {
            p++;
            n++;
        }
        else if (star >= 0) {
            p = star + 1;
            n = ++from;
        }
        else
            return false;
    }
    while (wanted[p] === '*')
        p++;
    return p === wanted.length;
}

;// CONCATENATED MODULE: ./lib/credentials/target.js


/** A target of the policy file with its certificate authority or known hosts read. Throws `SluiceError` CREDENTIAL_FAILED. */
function credentialTarget(target, secrets) {
    const { name, host, port, database, credential, tls, ssh, http } = target;
    return {
        name,
        host,
        port,
        credential,
        ...(database === undefined ? {} : { database }),
        ...(tls === undefined ? {} : { tls: withAuthority(tls, secrets) }),
        ...(ssh === undefined ? {} : { ssh: withKnownHosts(ssh, target, secrets) }),
        ...(http === undefined ? {} : { http }),
    };
}
function withAuthority({ ca, ...tls }, secrets) {
    return ca === undefined ? tls : { ...tls, ca: secrets(ca).reveal() };
}
function withKnownHosts({ knownHosts, ...ssh }, { name, host, port }, secrets) {
    if (knownHosts === undefined)
        return ssh;
    const known = knownKeys(secrets(knownHosts).reveal(), host, port);
    const hostKeys = [...new Set([...ssh.hostKeys, ...known])];
    if (hostKeys.length > 0)
        return { ...ssh, hostKeys };
    throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${name}: ${knownHosts} has no key of ${host}`, {
        hint: 'Add its line, as `ssh-keyscan` prints it on a network that you trust',
    });
}


/***/ }),

/***/ 17899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ connectionUrl)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58563);


/** Reads `postgres://user:password@host:port/database`; parameters are ignored: TLS is the target's. `reference` names it in errors. */
function connectionUrl(secret, reference) {
    try {
        const url = new URL(secret.reveal());
        if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
            throw new TypeError('scheme');
        if (!url.hostname || !url.username || !url.password)
            throw new TypeError('parts');
        return {
            host: decodeURIComponent(url.hostname).replace(/^\[|\]$/g, ''),
            port: url.port === '' ? undefined : Number(url.port),
            user: decodeURIComponent(url.username),
            password: new _core_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(decodeURIComponent(url.password)),
            database: decodeURIComponent(url.pathname.slice(1)) || undefined,
        };
    }
    catch {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CREDENTIAL_FAILED', `${reference} is not a connection URL with user and password`, {
            hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded',
        });
    }
}


/***/ }),

/***/ 88662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* reexport safe */ _load_js__WEBPACK_IMPORTED_MODULE_0__.Z9)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3536);



/***/ })

};
