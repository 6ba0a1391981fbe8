export const id = 184;
export const ids = [184];
export const modules = {

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

/***/ 26887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ resolveLimits)
/* harmony export */ });
/* unused harmony export DEFAULT_LIMITS */
/** What holds when a guard says nothing. */
const DEFAULT_LIMITS = { connections: 50 };
/** The guard's limits over those of the guard it extends, over the defaults. */
function resolveLimits(name, guards) {
    const chain = [];
    const seen = new Set();
    let next = name;
    while (next !== undefined && Object.hasOwn(guards, next) && !seen.has(next)) {
        seen.add(next);
        const guard = guards[next];
        if (guard?.limits)
            chain.unshift(guard.limits);
        next = guard?.extends;
    }
    return Object.assign({}, DEFAULT_LIMITS, ...chain);
}


/***/ }),

/***/ 53736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ buildTerms)
/* harmony export */ });
/* harmony import */ var _policy_guards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17358);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26887);


/** Everything the proxy enforces, resolved. Throws `TypeError` when a target or its credential is missing: a caller's bug. */
function buildTerms(request) {
    const { config, rule } = request;
    const guard = (0,_policy_guards_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveGuard */ .m)(rule.guard, config.guards);
    const masks = resolveMasks(config, rule);
    const limits = (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveLimits */ .f)(rule.guard, config.guards);
    return {
        session: request.session,
        expiresAt: request.expiresAt,
        claims: stringClaims(request.claims),
        access: rule.name,
        policySha256: config.sha256,
        targets: request.targets.map((name) => targetTerms(request, name, { guard, masks, limits })),
        ...(request.serverKey === undefined ? {} : { ...holdsOf(rule), serverKey: request.serverKey }),
    };
}
function holdsOf({ holds }) {
    if (!holds)
        return {};
    return { holds: { approvers: holds.by, timeout: holds.timeout, strongLocks: holds.strongLocks } };
}
function targetTerms(request, name, resolved) {
    const target = request.config.targets[name];
    const credential = Object.hasOwn(request.credentials, name) ? request.credentials[name] : undefined;
    const trusted = Object.hasOwn(request.trusted, name) ? request.trusted[name] : undefined;
    if (!target || !credential || !trusted)
        throw new TypeError(`no target, credential or trust ${name}`);
    const { database } = target;
    return {
        name,
        protocol: target.protocol,
        host: target.host,
        port: target.port,
        ...(database === undefined ? {} : { database }),
        ...(trusted.tls === undefined ? {} : { tls: trusted.tls }),
        credential,
        ...(trusted.ssh === undefined ? {} : { ssh: trusted.ssh }),
        ...(trusted.http === undefined ? {} : { http: trusted.http }),
        ...resolved,
    };
}
function resolveMasks(config, rule) {
    const mask = rule.mask === undefined ? undefined : config.masks[rule.mask];
    if (!mask)
        return { columns: [], detect: [] };
    const { name: _, ...masks } = mask;
    return masks;
}
function stringClaims(claims) {
    const kept = Object.create(null);
    for (const [name, value] of Object.entries(claims))
        if (typeof value === 'string')
            kept[name] = value;
    return kept;
}


/***/ }),

/***/ 88662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* reexport safe */ _load_js__WEBPACK_IMPORTED_MODULE_0__.Z9)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3536);



/***/ }),

/***/ 11184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   standaloneTerms: () => (/* binding */ standaloneTerms)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _credentials_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17399);
/* harmony import */ var _credentials_static_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5289);
/* harmony import */ var _credentials_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20721);
/* harmony import */ var _grants_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26887);
/* harmony import */ var _grants_terms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53736);
/* harmony import */ var _policy_config_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88662);
// A session without a server: its terms come from the policy file, its credential from the environment.







/**
 * Nobody checks who asks: the policy file and the credential are the caller's own. Throws `SluiceError`.
 */
async function standaloneTerms(request) {
    const config = (0,_policy_config_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(request.config);
    const rule = chooseRule(config, request);
    const expiresAt = new Date(request.now.getTime() + rule.ttl).toISOString();
    const resolve = (0,_credentials_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsFrom */ .y)(request.env);
    const variables = new Set();
    const secrets = (reference) => {
        if (reference.startsWith('env:'))
            variables.add(reference.slice('env:'.length));
        return resolve(reference);
    };
    const credentials = Object.create(null);
    const trusted = Object.create(null);
    for (const name of request.targets) {
        const target = (0,_credentials_target_js__WEBPACK_IMPORTED_MODULE_3__/* .credentialTarget */ .t)(fixedTarget(config, name), secrets);
        trusted[name] = target;
        const { handle: _, ...login } = await _credentials_static_index_js__WEBPACK_IMPORTED_MODULE_2__/* .staticProvider */ .M.issue({
            grantId: request.session,
            target,
            expiresAt,
            limits: (0,_grants_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveLimits */ .f)(rule.guard, config.guards),
            secrets,
        });
        credentials[name] = login;
    }
    const terms = (0,_grants_terms_js__WEBPACK_IMPORTED_MODULE_5__/* .buildTerms */ .c)({
        config,
        rule,
        targets: request.targets,
        session: request.session,
        expiresAt,
        claims: {},
        credentials,
        trusted,
    });
    return { terms, variables: [...variables] };
}
function chooseRule(config, { targets, access }) {
    for (const name of targets)
        if (!Object.hasOwn(config.targets, name))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `${config.file} has no target ${name}`, {
                hint: `It has ${Object.keys(config.targets).join(', ') || 'none'}`,
            });
    const fitting = config.access.filter((rule) => targets.every((name) => rule.targets.includes(name)));
    const named = access === undefined ? fitting : fitting.filter((rule) => rule.name === access);
    const [rule, another] = named;
    if (rule && !another)
        return rule;
    const all = fitting.map(({ name }) => name).join(', ');
    if (rule)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `several access rules of ${config.file} hold ${targets.join(', ')}`, {
            hint: `Choose one with access: ${all}`,
        });
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `no access rule of ${config.file} ${access === undefined ? '' : `with the name ${access} `}holds ${targets.join(', ')}`, { hint: all ? `These do: ${all}` : 'Add one under access: with the targets, a guard and a mask' });
}
/** Throws unless the target's account exists already: a role made for a session needs a server that ends it. */
function fixedTarget(config, name) {
    const target = config.targets[name];
    const { provider } = target.credential;
    if (provider === 'static')
        return target;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `target ${name} in ${config.file} uses the provider ${provider}, which only a server offers`, {
        hint: 'Give the target a credential of provider static, or open the session with a server',
    });
}


/***/ })

};
