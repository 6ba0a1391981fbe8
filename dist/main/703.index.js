export const id = 703;
export const ids = [703];
export const modules = {

/***/ 5932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ DETECTOR_IDS)
/* harmony export */ });
/** Every content detector a mask set may name under `detect`; masking/detectors holds one file for each. */
const DETECTOR_IDS = [
    'payment-card',
    'iban',
    'email',
    'phone',
    'us-ssn',
    'jwt',
    'aws-access-key',
    'gcp-api-key',
    'azure-secret',
    'github-token',
    'gitlab-token',
    'slack-token',
    'stripe-key',
    'npm-token',
    'openai-key',
    'anthropic-key',
    'private-key',
    'connection-uri',
    'basic-auth-url',
    'assigned-secret',
];


/***/ }),

/***/ 9325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compilePattern)
/* harmony export */ });
/* unused harmony export LONGEST_PATTERN */
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);
// Patterns that people write, in RE2 syntax: matched in linear time whatever they and the text are. Never a native RegExp.

/** Characters of a pattern. */
const LONGEST_PATTERN = 200;
/** Instructions of a compiled pattern: each byte of text may meet all of them. */
const LARGEST_PROGRAM = 1000;
/** The compiled pattern, or why it cannot be used: what is wrong, and what to write instead. */
function compilePattern(source) {
    if (source.length > LONGEST_PATTERN)
        return { problem: 'the pattern is too long', cure: `Use at most ${LONGEST_PATTERN} characters` };
    try {
        const compiled = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source);
        if (compiled.programSize() > LARGEST_PROGRAM)
            return {
                problem: 'the pattern is too large',
                cure: 'Use smaller counts: {1,30} within {1,30} is 900 copies',
            };
        if (compiled.matcher('').find())
            return {
                problem: 'the pattern matches nothing at all',
                cure: 'Require at least one character: `+` for `*`',
            };
        return compiled;
    }
    catch {
        // The message quotes the pattern.
        return {
            problem: 'not a pattern',
            cure: 'Write RE2 syntax, such as EMP-[0-9]{6}; there are no look-arounds and no back-references',
        };
    }
}


/***/ }),

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  standaloneTerms: () => (/* binding */ standaloneTerms)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/core/secret.js
var core_secret = __webpack_require__(8563);
;// CONCATENATED MODULE: ./lib/credentials/reference.js



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
    return new core_secret/* Secret */.z(value);
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
        bytes = (0,external_node_fs_.readFileSync)(path);
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
    return new core_errors/* SluiceError */.ah('CREDENTIAL_FAILED', message, { hint });
}

;// CONCATENATED MODULE: ./lib/credentials/url.js


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
            password: new core_secret/* Secret */.z(decodeURIComponent(url.password)),
            database: decodeURIComponent(url.pathname.slice(1)) || undefined,
        };
    }
    catch {
        throw new core_errors/* SluiceError */.ah('CREDENTIAL_FAILED', `${reference} is not a connection URL with user and password`, {
            hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded',
        });
    }
}

;// CONCATENATED MODULE: ./lib/credentials/static/index.js

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
        const { user, password } = connectionUrl(secrets(credential.url), credential.url);
        return { user, password };
    }
    const user = /^(env|file):/.test(credential.user) ? secrets(credential.user).reveal() : credential.user;
    if ('password' in credential)
        return { user, password: secrets(credential.password) };
    return { user, privateKey: secrets(credential.privateKey) };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
    throw new core_errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${name}: ${knownHosts} has no key of ${host}`, {
        hint: 'Add its line, as `ssh-keyscan` prints it on a network that you trust',
    });
}

;// CONCATENATED MODULE: ./lib/grants/limits.js
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

;// CONCATENATED MODULE: ./lib/policy/nearest.js
/** The known word that differs least from `word`, when it is near enough to be meant. */
function nearest(word, known) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    let best;
    let least = limit + 1;
    if (word.length > 64)
        return undefined;
    for (const candidate of known) {
        const distance = edits(word.toLowerCase().replaceAll('-', '_'), candidate.toLowerCase().replaceAll('-', '_'));
        if (distance < least)
            [best, least] = [candidate, distance];
    }
    return best;
}
/** `Did you mean "x"? Known: …`: the cure for an unknown name. */
function suggest(word, known, none) {
    if (known.length === 0)
        return none;
    const meant = nearest(word, known);
    const list = `Known: ${known.slice(0, 40).join(', ')}${known.length > 40 ? ', …' : ''}`;
    return meant === undefined ? list : `Did you mean "${meant}"? ${list}`;
}
/** Damerau-Levenshtein distance with adjacent transpositions. */
function edits(a, b) {
    let [before, previous] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = a[i - 1] === b[j - 1] ? 0 : 1;
            let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                cost = Math.min(cost, before[j - 2] + 1);
            row.push(cost);
        }
        ;
        [before, previous] = [previous, row];
    }
    return previous[b.length];
}

;// CONCATENATED MODULE: ./lib/policy/rules/rule.js
/** A rule that speaks of effects with one of these actions on one of these objects. */
function rule(definition) {
    const { id, summary, match, ignore, actions, objects, temporary = false, when, reason, hint } = definition;
    const { family, covers = [], keepsBlock = false, exception = keepsBlock ? false : allowance(id), } = definition;
    return {
        id,
        family,
        summary,
        covers,
        examples: { match, ignore },
        keepsBlock,
        ...(definition.weighs && { weighs: definition.weighs }),
        check(effect, bounds = {}) {
            if (actions && !actions.includes(effect.action))
                return undefined;
            if (objects && !objects.includes(effect.object))
                return undefined;
            if (effect.temporary && !temporary)
                return undefined;
            if (when && !when(effect, bounds))
                return undefined;
            const told = named(effect);
            const advice = stored(effect) ?? (typeof hint === 'string' ? hint : hint(told));
            return {
                reason: `${sentence(reason(told, bounds), told)}${where(effect)}`,
                hint: exception ? `${advice}, or ask for an exception: ${exception(effect)}` : advice,
            };
        },
    };
}
/** True when the name, or a part of it, is only known when the statement runs: `*`, `app.*`. A quoted `"*"` is a name. */
const isOpen = (name) => name.replaceAll(/"(?:[^"]|"")*"/g, '').includes('*');
/** The effect as a person reads it. */
const named = (effect) => effect.name !== undefined && isOpen(effect.name)
    ? { ...effect, name: 'what is named only when it runs' }
    : effect;
/** A name keeps its case. */
const sentence = (text, { name, column }) => [name, column].some((own) => own !== undefined && text.startsWith(own))
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1);
/** `allow` as it would stand in the guard. An unqualified name has no schema to allow. */
const allowance = (id) => (effect) => effect.name === undefined || isOpen(effect.name)
    ? `allow: [${id}]`
    : `allow: [{ rule: ${id}, ${condition(effect)}: [${effect.name}] }]`;
const condition = ({ action, object }) => action === 'run' && object === 'container' ? 'programs' : (CONDITIONS[object] ?? 'relations');
/** By what an exception tells things of a command line apart. */
const CONDITIONS = {
    path: 'paths',
    surplus: 'paths',
    secret: 'paths',
    disk: 'paths',
    mount: 'paths',
    program: 'programs',
    code: 'programs',
    container: 'names',
    service: 'names',
    process: 'names',
    package: 'names',
    cluster: 'names',
    volume: 'names',
    account: 'names',
    host: 'names',
    shell: 'names',
    environment: 'names',
    'host-container': 'names',
    request: 'names',
};
const STEPS = {
    with: 'a WITH query',
    do: 'a DO block',
    execute: 'EXECUTE',
    function: 'a function body',
    rule: 'a rule',
    view: 'a view',
    prepare: 'PREPARE',
    cursor: 'a cursor',
    explain: 'EXPLAIN',
    copy: 'COPY',
    trigger: 'a trigger',
    'event-trigger': 'an event trigger',
    operator: 'an operator',
    cast: 'a cast',
    domain: 'a domain',
    default: 'a default',
    check: 'a check',
    index: 'an index',
    policy: 'a policy',
    cascade: 'a foreign key',
    'create-as': 'CREATE … AS',
    sh: 'a nested shell',
    bash: 'a nested shell',
    eval: 'eval',
    sudo: 'sudo',
    su: 'su',
    env: 'env',
    ssh: 'ssh',
    xargs: 'xargs',
    'find -exec': 'find -exec',
    substitution: 'a substitution',
    container: 'a container',
};
/** Their details say something of their own; that of the others tells which stored code does it. */
const SPEAKING = new Set(['unknown', 'call', 'set', 'alter', 'execute']);
function where(effect) {
    if (effect.object === 'cascade')
        return effect.detail === undefined ? '' : `, by ${effect.detail}`;
    const way = wayOf(effect);
    if (!effect.stored)
        return way === '' ? '' : ` (inside ${way})`;
    if (effect.via?.[0] === 'definition')
        return ` (set off in the database when what is defined here runs${way === '' ? '' : `: ${way}`})`;
    return ` (set off in the database${way === '' ? '' : `: ${way}`})`;
}
/** How one gets to it from the statement: `a DO block, EXECUTE`, or `trigger audit on public.orders`. */
function wayOf({ action, via = [], stored, detail = '' }) {
    if (stored && detail !== '' && !SPEAKING.has(action))
        return detail;
    return via.flatMap((step) => STEPS[step] ?? []).join(', ');
}
/** Whoever wrote the statement did not write the stored code. */
function stored(effect) {
    if (!effect.stored || effect.object === 'cascade')
        return undefined;
    return `Read ${wayOf(effect) || 'the stored code'}, and agree with its owner that it may run now`;
}
/** The thing in a sentence: `table public.users`, `column ssn of users`, `an owned object`. */
function thing(effect, kind = effect.object) {
    const object = kind.replaceAll('-', ' ');
    if (effect.column !== undefined)
        return `${object} ${effect.column} of ${effect.name ?? 'it'}`;
    return effect.name === undefined ? object : `${object} ${effect.name}`;
}
/** `12,345` */
const count = (rows) => Math.round(rows).toLocaleString('en-US');

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/become-account.js

const becomeAccount = rule({
    id: 'become-account',
    family: 'accounts',
    summary: 'a command runs as somebody else: sudo, su',
    match: [{ command: 'sudo systemctl restart app' }, { command: 'su -c ls deploy' }],
    ignore: [{ command: 'systemctl status app' }],
    actions: ['become'],
    objects: ['account'],
    reason: (effect) => `it runs as ${effect.name}`,
    hint: 'Log in as the account that may do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/change-account.js

const changeAccount = rule({
    id: 'change-account',
    family: 'accounts',
    summary: 'accounts, groups, passwords and keys',
    match: [
        { command: 'useradd x' },
        { command: 'usermod -aG sudo x' },
        { command: 'passwd root' },
        { command: 'userdel x' },
    ],
    ignore: [{ command: 'id x' }, { command: 'getent passwd' }],
    actions: ['write', 'remove'],
    objects: ['account'],
    reason: () => 'who may log in, and as what, would change',
    hint: 'Leave accounts to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/change-log.js

const changeLog = rule({
    id: 'change-log',
    family: 'accounts',
    summary: 'a log is written, emptied or removed',
    match: [
        { command: 'rm /var/log/auth.log' },
        { command: ': > /var/log/syslog' },
        { command: 'truncate -s 0 /var/log/app.log' },
    ],
    ignore: [{ command: 'tail /var/log/syslog' }, { command: 'rm /srv/app/app.log' }],
    actions: ['write', 'empty', 'remove', 'permit'],
    objects: ['path'],
    when: (effect) => effect.place === 'log',
    reason: (effect) => `${effect.name} tells what was done`,
    hint: 'Leave it to the rotation of logs',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/tamper-log.js

const tamperLog = rule({
    id: 'tamper-log',
    family: 'accounts',
    summary: 'what tells what was done is removed: logs, histories, their services',
    match: [
        { command: 'history -c' },
        { command: 'unset HISTFILE' },
        { command: 'journalctl --vacuum-time=1s' },
        { command: 'systemctl stop auditd' },
    ],
    ignore: [{ command: 'journalctl -u app' }, { command: 'tail -n 5 /var/log/syslog' }],
    actions: ['remove'],
    objects: ['history'],
    reason: () => 'nobody could tell later what was done',
    hint: 'Leave it to the rotation of logs',
});

;// CONCATENATED MODULE: ./lib/policy/rules/accounts/index.js




const ACCOUNTS = [becomeAccount, changeAccount, tamperLog, changeLog];

;// CONCATENATED MODULE: ./lib/policy/rules/bulk-export/bulk-export.js

const bulkExport = rule({
    id: 'bulk-export',
    family: 'bulk-export',
    summary: 'COPY … TO: rows leave in bulk',
    match: ['COPY users TO STDOUT', 'COPY (SELECT * FROM users) TO STDOUT'],
    ignore: ['COPY users FROM STDIN', 'SELECT * FROM users'],
    actions: ['copy-out'],
    objects: ['table', 'query', 'catalog'],
    reason: (effect) => `COPY exports ${effect.name === undefined ? 'the result of a query' : `all rows of ${effect.name}`}`,
    hint: 'Select the rows that are needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/bulk-export/catalog-values.js

const catalogValues = rule({
    id: 'catalog-values',
    family: 'bulk-export',
    summary: 'reads of system views that carry passwords, statements or column values',
    match: [
        'SELECT * FROM pg_authid',
        'SELECT query FROM pg_stat_activity',
        'TABLE pg_stats',
        'COPY pg_authid (rolpassword) TO STDOUT',
    ],
    ignore: ['SELECT * FROM pg_class', 'SELECT * FROM app.pg_stats', 'COPY pg_class TO STDOUT'],
    actions: ['read', 'call'],
    objects: ['catalog-values', 'values'],
    reason: (effect) => `${effect.name} shows secrets, statements or values of other tables`,
    hint: 'Read pg_catalog views that hold names and types only',
});

;// CONCATENATED MODULE: ./lib/policy/rules/bulk-export/index.js


const BULK_EXPORT = [bulkExport, catalogValues];

;// CONCATENATED MODULE: ./lib/policy/rules/code/create-rule.js

const createRule = rule({
    id: 'create-rule',
    family: 'code',
    summary: 'CREATE RULE: rewrites later statements',
    match: ['CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING'],
    ignore: ['CREATE VIEW v AS SELECT 1'],
    actions: ['create'],
    objects: ['rule'],
    reason: (effect) => `a rule makes later statements on ${effect.name} do something else`,
    hint: 'Use a trigger',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/event-trigger.js

const eventTrigger = rule({
    id: 'event-trigger',
    family: 'code',
    summary: 'CREATE and ALTER EVENT TRIGGER',
    match: [
        'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()',
        'ALTER EVENT TRIGGER e DISABLE',
    ],
    ignore: ['CREATE VIEW e AS SELECT 1'],
    actions: ['create', 'alter', 'rename'],
    objects: ['event-trigger'],
    reason: (effect) => `event trigger ${effect.name} concerns all later DDL`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/extensions.js
// Extensions by what they bring.
/** Trusted, and made of functions and types that only compute. */
const HARMLESS = /^(btree_gin|btree_gist|citext|cube|dict_int|earthdistance|fuzzystrmatch|hstore|intarray|isn|ltree|pg_trgm|pgcrypto|plpgsql|seg|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector|postgis)$/;
/** Run commands or code outside of SQL, or reach other servers. */
const UNTRUSTED = /^(pl(?!pgsql$)\w+|\w+_plpython3?u|dblink|\w+_fdw|adminpack|file_fdw|pg_cron|pg_net|http|pageinspect|pg_surgery|lo|pg_tle|plv8|pgsodium|xml2|tablefunc)$/;

;// CONCATENATED MODULE: ./lib/policy/rules/code/extension.js


const extension = rule({
    id: 'extension',
    family: 'code',
    summary: 'other extensions than the well-known harmless ones',
    covers: ['squawk/ban-alter-extension'],
    match: [
        'CREATE EXTENSION pg_stat_statements',
        'ALTER EXTENSION citext UPDATE',
        'CREATE EXTENSION cube CASCADE',
    ],
    ignore: ['CREATE EXTENSION IF NOT EXISTS pgcrypto', 'CREATE EXTENSION dblink'],
    actions: ['create', 'alter'],
    objects: ['extension'],
    when: (effect) => effect.action === 'alter' ||
        effect.cascade === true ||
        !(HARMLESS.test(effect.name ?? '') || UNTRUSTED.test(effect.name ?? '')),
    reason: (effect) => `extension ${effect.name} brings code that is not in the text`,
    hint: 'Let a database administrator install it, and take it out of the migration',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/foreign-code.js

const foreignCode = rule({
    id: 'foreign-code',
    family: 'code',
    summary: 'functions in languages that cannot be analysed',
    match: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ return 1 $$'],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$'],
    actions: ['load'],
    objects: ['foreign-code'],
    reason: (effect) => `code in ${effect.name} cannot be analysed`,
    hint: 'Write it in SQL or PL/pgSQL',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/hidden-code.js

const hiddenCode = rule({
    id: 'hidden-code',
    family: 'code',
    summary: 'aggregates, operators, casts and base types: innocent syntax runs code',
    match: [
        'CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int)',
        'CREATE OPERATOR === (PROCEDURE = f, LEFTARG = int, RIGHTARG = int)',
    ],
    ignore: ["CREATE TYPE mood AS ENUM ('a')", 'CREATE DOMAIN d AS text'],
    actions: ['create', 'alter'],
    objects: ['aggregate', 'operator'],
    reason: (effect) => `${effect.name} runs code where a statement shows none`,
    hint: 'Write a function, and call it by its name',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/native-code.js

const nativeCode = rule({
    id: 'native-code',
    family: 'code',
    summary: 'LOAD, functions in C, languages and access methods',
    match: [
        "LOAD 'x'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y'",
        'CREATE LANGUAGE x HANDLER f',
    ],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['load', 'create'],
    objects: ['library', 'native-code', 'language'],
    keepsBlock: true,
    reason: (effect) => `this loads code into the server process: ${thing(effect)}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/security-definer.js

const securityDefiner = rule({
    id: 'security-definer',
    family: 'code',
    summary: 'SECURITY DEFINER: runs with its owner’s rights',
    covers: ['squawk/ban-alter-function-options'],
    match: [
        'CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$',
        'ALTER FUNCTION f() SECURITY DEFINER',
    ],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['alter'],
    objects: ['security-definer'],
    reason: (effect) => `${effect.name} would run with its owner’s rights for whoever calls it`,
    hint: 'Use SECURITY INVOKER',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/sql-text-function.js

const sqlTextFunction = rule({
    id: 'sql-text-function',
    family: 'code',
    summary: 'functions that run SQL given as text',
    match: [
        "SELECT query_to_xml('delete from users', true, true, '')",
        "SELECT table_to_xml('users', true, false, '')",
    ],
    ignore: ['SELECT to_json(u) FROM users u'],
    actions: ['call'],
    objects: ['sql-text'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} runs SQL that is given as text, past rules and masks`,
    hint: 'Write the query itself',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/calls.js
/** The call stands for what a trigger does later. */
const inTrigger = ({ via }) => via?.at(-1) === 'trigger';
/** It stands in the body of a function that is being defined, and runs with that one. What is stored already does run. */
const inDefinition = ({ via = [], stored }) => !stored && via.includes('function');

;// CONCATENATED MODULE: ./lib/policy/rules/code/trigger-function.js


const triggerFunction = rule({
    id: 'trigger-function',
    family: 'code',
    summary: 'triggers that call a function from elsewhere',
    covers: ['bytebase/table.disallow-trigger'],
    match: ['CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()'],
    ignore: [
        'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()',
    ],
    actions: ['call'],
    objects: ['function'],
    when: inTrigger,
    reason: (effect) => `what ${effect.name} does on later writes is not in the text`,
    hint: 'Create the function in the same text, before the trigger',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/unknown-call.js


const unknownCall = rule({
    id: 'unknown-call',
    family: 'code',
    summary: 'functions whose body calls one that is not built in: what it does is judged when it is called',
    match: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$'],
    ignore: [
        'SELECT app.g()',
        'DO $$ BEGIN PERFORM app.g(); END $$',
        'CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT lower(current_user) $$',
        { action: 'call', object: 'function', name: 'app.g', via: ['function'], stored: true },
    ],
    actions: ['call'],
    objects: ['function'],
    when: (effect) => !inTrigger(effect) && inDefinition(effect),
    reason: (effect) => `what ${effect.name} does is not in the text`,
    hint: 'Send its definition in the same text, or write out what it would do',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/unknown-function.js


const unknownFunction = rule({
    id: 'unknown-function',
    family: 'code',
    summary: 'calls of functions that are not built in',
    match: [
        'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$; SELECT f()',
        'SELECT purge_users()',
        'CALL purge()',
        'CREATE TABLE t (a int DEFAULT app.next_id())',
    ],
    ignore: [
        'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$',
        'SELECT lower(name) FROM users',
        'SELECT gen_random_uuid()',
    ],
    actions: ['call'],
    objects: ['function'],
    when: (effect) => !inTrigger(effect) && !inDefinition(effect),
    reason: (effect) => `what ${effect.name} does is not in the text`,
    hint: 'Write out what it would do',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/untrusted-extension.js


const untrustedExtension = rule({
    id: 'untrusted-extension',
    family: 'code',
    summary: 'extensions with untrusted languages, files or network',
    match: ['CREATE EXTENSION plpython3u', 'CREATE EXTENSION dblink'],
    ignore: ['CREATE EXTENSION pg_trgm'],
    actions: ['create'],
    objects: ['extension'],
    when: (effect) => UNTRUSTED.test(effect.name ?? ''),
    keepsBlock: true,
    reason: (effect) => `extension ${effect.name} runs code outside of SQL, or reaches other servers`,
    hint: 'Let a database administrator install it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/code/index.js












const CODE = [
    sqlTextFunction,
    unknownFunction,
    unknownCall,
    triggerFunction,
    createRule,
    eventTrigger,
    hiddenCode,
    securityDefiner,
    untrustedExtension,
    extension,
    nativeCode,
    foreignCode,
];

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/drop-function.js

const dropFunction = rule({
    id: 'drop-function',
    family: 'compatibility',
    summary: 'DROP FUNCTION, PROCEDURE, ROUTINE or AGGREGATE',
    covers: ['squawk/ban-drop-function'],
    match: ['DROP FUNCTION f(int)', 'DROP AGGREGATE a(int)'],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['drop'],
    objects: ['function', 'aggregate'],
    reason: (effect) => `DROP removes ${thing(effect)}, and its callers fail`,
    hint: 'Use CREATE OR REPLACE FUNCTION',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/drop-other.js

/** Objects that a rule of their own speaks of. */
const NAMED = new Set(`table foreign-table schema database tablespace owned column view materialized-view index constraint sequence function
  aggregate trigger rule event-trigger policy publication subscription role catalog`.split(/\s+/));
const dropOther = rule({
    id: 'drop-other',
    family: 'compatibility',
    summary: 'DROP of types, domains, casts, operators, extensions, languages, servers and the rest',
    covers: ['squawk/ban-drop-type', 'squawk/ban-drop-domain', 'squawk/ban-drop-extension'],
    match: ['DROP TYPE mood', 'DROP EXTENSION citext', 'DROP SERVER s', 'DROP CAST (int AS text)'],
    ignore: ['DROP TABLE users', 'CREATE TYPE mood AS ENUM ()'],
    actions: ['drop'],
    when: (effect) => !NAMED.has(effect.object),
    reason: (effect) => `DROP removes ${thing(effect)}, and what uses it fails`,
    hint: 'Make sure that nothing uses it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/drop-view.js

const dropView = rule({
    id: 'drop-view',
    family: 'compatibility',
    summary: 'DROP VIEW and DROP MATERIALIZED VIEW',
    covers: ['squawk/ban-drop-view'],
    match: ['DROP VIEW v', 'DROP MATERIALIZED VIEW v'],
    ignore: ['CREATE OR REPLACE VIEW v AS SELECT 1'],
    actions: ['drop'],
    objects: ['view', 'materialized-view'],
    reason: (effect) => `DROP removes ${thing(effect)}, and its readers fail`,
    hint: ({ object }) => object === 'view'
        ? 'Use CREATE OR REPLACE VIEW'
        : 'Create the new one beside it, and drop this one when nobody reads it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/move-object.js

const moveObject = rule({
    id: 'move-object',
    family: 'compatibility',
    summary: 'SET SCHEMA: moves it out of reach of its name',
    covers: ['squawk/ban-set-schema'],
    match: ['ALTER TABLE users SET SCHEMA archive'],
    ignore: ['ALTER TABLE users SET (fillfactor = 70)'],
    actions: ['move'],
    reason: (effect) => `SET SCHEMA moves ${thing(effect)} from where programs and rules look for it`,
    hint: 'Leave a view under the old name',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/rename.js

const QUIET = new Set([
    'index',
    'constraint',
    'trigger',
    'policy',
    'sequence',
    'statistics',
    'rule',
    'role',
    'database',
]);
const rename = rule({
    id: 'rename',
    family: 'compatibility',
    summary: 'RENAME of what programs name: tables, columns, views, types, functions, schemas',
    covers: [
        'squawk/renaming-column',
        'squawk/renaming-table',
        'squawk/renaming-object',
        'atlas/BC101',
        'atlas/BC102',
        'strong_migrations/rename_column',
        'strong_migrations/rename_table',
        'strong_migrations/rename_schema',
        'bytebase/schema.backward-compatibility',
    ],
    match: ['ALTER TABLE users RENAME COLUMN a TO b', 'ALTER TABLE users RENAME TO people'],
    ignore: ['ALTER INDEX i RENAME TO j', 'ALTER TABLE users RENAME CONSTRAINT a TO b'],
    actions: ['rename'],
    when: (effect) => !QUIET.has(effect.object),
    reason: (effect) => `RENAME breaks running code, and masks and rules that go by the name of ${thing(effect)}`,
    hint: ({ object }) => object === 'table' || object === 'view'
        ? 'Leave a view under the old name, and drop it when nothing uses it'
        : 'Add the new name beside the old one, and drop the old one later',
});

;// CONCATENATED MODULE: ./lib/policy/rules/compatibility/index.js





const COMPATIBILITY = [dropView, dropFunction, dropOther, rename, moveObject];

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/attach-table.js

const attachTable = rule({
    id: 'attach-table',
    family: 'data-loss',
    summary: 'INHERIT and ATTACH PARTITION of a table that was there before: its rows answer to another name',
    match: ['ALTER TABLE users INHERIT people', 'ALTER TABLE events ATTACH PARTITION p DEFAULT'],
    ignore: [
        'CREATE TABLE p (LIKE events); ALTER TABLE events ATTACH PARTITION p DEFAULT',
        'CREATE TABLE p PARTITION OF events DEFAULT',
    ],
    actions: ['alter'],
    objects: ['inheritance', 'partition'],
    when: (effect) => effect.lock !== 'none',
    reason: (effect) => `the rows of ${effect.name} can then be read, changed and removed by another name`,
    hint: 'Create the table and attach it in one text: its rows are new then',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/cascade.js

const cascade = rule({
    id: 'cascade',
    family: 'data-loss',
    summary: 'rows of other tables that go or change along, by ON DELETE or ON UPDATE of their foreign keys',
    covers: ['bytebase/statement.disallow-on-del-cascade'],
    match: [
        { action: 'delete', object: 'cascade', name: 'public.orders', stored: true },
        { action: 'update', object: 'cascade', name: 'public.orders', stored: true, estimate: 20 },
    ],
    ignore: [{ action: 'delete', object: 'table', name: 'public.orders' }],
    objects: ['cascade'],
    reason: ({ action, name, estimate }) => {
        const rows = estimate === undefined ? 'rows' : `about ${count(estimate)} rows`;
        return action !== 'update'
            ? `deleting these rows also deletes ${rows} of ${name}`
            : `this also changes ${rows} of ${name}`;
    },
    hint: ({ action, name }) => action !== 'update'
        ? `Delete the rows of ${name} first, by key`
        : `Change the rows of ${name} first, by key`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/catalog-view.js

const catalogView = rule({
    id: 'catalog-view',
    family: 'data-loss',
    summary: 'a view by which settings of the session, or the system catalogue, could be changed under another name',
    match: ['CREATE VIEW ps AS SELECT * FROM pg_settings', 'CREATE TEMP VIEW c AS SELECT * FROM pg_class'],
    ignore: [
        'CREATE VIEW c AS SELECT relname FROM pg_class',
        'CREATE VIEW c AS SELECT s.name FROM pg_settings s JOIN pg_roles r ON true',
    ],
    actions: ['create'],
    objects: ['catalog-view'],
    temporary: true,
    reason: ({ name }) => `who changes rows of the view ${name} changes the server's own`,
    hint: 'Read pg_settings and the catalogue where you need them, or write a function that returns the rows',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/catalog-write.js

const catalogWrite = rule({
    id: 'catalog-write',
    family: 'data-loss',
    summary: 'changes of the system catalogue',
    match: [
        "DELETE FROM pg_catalog.pg_class WHERE relname = 'users'",
        "UPDATE pg_settings SET setting = 'off'",
    ],
    ignore: ["SELECT * FROM pg_class WHERE relname = 'users'"],
    actions: ['insert', 'update', 'delete', 'copy-in', 'create', 'drop', 'alter', 'truncate'],
    objects: ['catalog'],
    keepsBlock: true,
    reason: (effect) => `this changes the system catalogue: ${effect.name}`,
    hint: 'Use the statement made for it (ALTER, SET, COMMENT)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/delete-all.js

const deleteAll = rule({
    id: 'delete-all',
    family: 'data-loss',
    summary: 'DELETE without a condition on the table, or with one that is always true',
    covers: ['bytebase/statement.where.require.update-delete'],
    match: [
        'DELETE FROM users',
        'DELETE FROM users WHERE 1 = 1',
        'DELETE FROM users WHERE id IN (SELECT id FROM users)',
    ],
    ignore: ['DELETE FROM users WHERE id = 1', 'EXPLAIN DELETE FROM users', 'DELETE FROM users WHERE false'],
    actions: ['delete'],
    objects: ['table'],
    when: (effect) => effect.rows === 'all',
    reason: (effect) => `DELETE without an effective WHERE removes all rows of ${effect.name}`,
    hint: 'Say which rows: WHERE column = value',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/delete-range.js

const deleteRange = rule({
    id: 'delete-range',
    family: 'data-loss',
    summary: 'DELETE whose share of the rows the text does not tell',
    match: ['DELETE FROM users WHERE id > 0', 'DELETE FROM users WHERE CURRENT OF c'],
    ignore: [
        'DELETE FROM users WHERE id = 1',
        'DELETE FROM users WHERE id IN (SELECT id FROM users WHERE id > 0 LIMIT 500)',
    ],
    actions: ['delete'],
    objects: ['table'],
    when: (effect) => effect.rows === 'unknown',
    reason: (effect) => `this DELETE may remove any number of rows of ${effect.name}`,
    hint: 'Delete by key, WHERE id = …, or in batches: WHERE id IN (SELECT id … LIMIT 1000)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/detach-partition.js

const detachPartition = rule({
    id: 'detach-partition',
    family: 'data-loss',
    summary: 'DETACH PARTITION and NO INHERIT: the rows leave the parent',
    covers: ['squawk/ban-detach-inheritance', 'squawk/require-concurrent-partition-detach'],
    match: ['ALTER TABLE events DETACH PARTITION events_2020', 'ALTER TABLE child NO INHERIT parent'],
    ignore: ['ALTER TABLE events ADD COLUMN a int'],
    actions: ['detach'],
    reason: (effect) => `the rows of ${effect.name} are no longer seen through the parent`,
    hint: 'Make sure that nobody reads these rows through the parent; DETACH PARTITION … CONCURRENTLY lets readers go on',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/rowless.js
const ROWLESS = new Set(['constraint', 'index', 'trigger', 'policy', 'rule', 'statistic-ext']);
/** What depends on it are constraints at most: no column, table or view goes with it. */
const holdsNoRows = ({ object }) => ROWLESS.has(object);

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-cascade.js


const dropCascade = rule({
    id: 'drop-cascade',
    family: 'data-loss',
    summary: 'CASCADE on a DROP, TRUNCATE or ALTER: removes what is not named',
    covers: ['squawk/ban-truncate-cascade', 'bytebase/statement.disallow-rm-tbl-cascade'],
    match: ['DROP TYPE mood CASCADE', 'DROP VIEW v CASCADE', 'TRUNCATE users CASCADE'],
    ignore: ['ALTER TABLE users DROP CONSTRAINT pk CASCADE', 'DROP TYPE mood', 'DROP VIEW v RESTRICT'],
    actions: ['drop', 'truncate', 'rename'],
    when: (effect) => effect.cascade === true && !holdsNoRows(effect),
    reason: (effect) => `CASCADE on ${thing(effect)} also removes objects or rows that the statement does not name`,
    hint: 'Name everything that should go, without CASCADE',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-column.js

const dropColumn = rule({
    id: 'drop-column',
    family: 'data-loss',
    summary: 'ALTER TABLE … DROP COLUMN, ALTER TYPE … DROP ATTRIBUTE',
    covers: [
        'squawk/ban-drop-column',
        'atlas/DS103',
        'strong_migrations/remove_column',
        'bytebase/column.disallow-drop',
    ],
    match: ['ALTER TABLE users DROP COLUMN ssn', 'ALTER TYPE address DROP ATTRIBUTE zip'],
    ignore: ['ALTER TABLE users ADD COLUMN ssn text', 'ALTER TABLE users ALTER COLUMN a DROP DEFAULT'],
    actions: ['drop'],
    objects: ['column'],
    reason: (effect) => `DROP COLUMN removes ${effect.column} of ${effect.name} with its values`,
    hint: 'Stop using the column first, and drop it in a later release',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-database.js

const dropDatabase = rule({
    id: 'drop-database',
    family: 'data-loss',
    summary: 'DROP DATABASE and DROP TABLESPACE',
    covers: ['squawk/ban-drop-database', 'bytebase/database.drop-empty-database'],
    match: ['DROP DATABASE app', 'DROP TABLESPACE fast'],
    ignore: ['CREATE DATABASE app'],
    actions: ['drop'],
    objects: ['database', 'tablespace'],
    reason: (effect) => `DROP removes ${thing(effect)}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-extension.js


/** They bring tables, or all code of a language. */
const HOLDING = /^(postgis|plpgsql)$/;
const dropExtension = rule({
    id: 'drop-extension',
    family: 'data-loss',
    summary: 'DROP EXTENSION of one that may hold tables',
    match: ['DROP EXTENSION pg_cron', 'DROP EXTENSION IF EXISTS postgis'],
    ignore: ['DROP EXTENSION citext', 'DROP EXTENSION "uuid-ossp"'],
    actions: ['drop'],
    objects: ['extension'],
    when: ({ name = '' }) => HOLDING.test(name) || !HARMLESS.test(name.replaceAll('"', '')),
    reason: ({ name }) => `extension ${name} may hold tables, which go with it and all their rows`,
    hint: 'Let a database administrator look at what it holds, and drop it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-owned.js

const dropOwned = rule({
    id: 'drop-owned',
    family: 'data-loss',
    summary: 'DROP OWNED BY',
    match: ['DROP OWNED BY app'],
    ignore: ['DROP ROLE app'],
    actions: ['drop'],
    objects: ['owned'],
    reason: (effect) => `DROP OWNED removes everything that ${effect.name} owns here`,
    hint: 'Drop the objects by name',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-schema.js

const dropSchema = rule({
    id: 'drop-schema',
    family: 'data-loss',
    summary: 'DROP SCHEMA',
    covers: ['squawk/ban-drop-schema', 'atlas/DS101'],
    match: ['DROP SCHEMA app', 'DROP SCHEMA IF EXISTS app CASCADE'],
    ignore: ['CREATE SCHEMA app'],
    actions: ['drop'],
    objects: ['schema'],
    reason: (effect) => `DROP SCHEMA removes ${effect.name} and what is in it`,
    hint: 'Drop its objects one by one',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-sequence.js

const dropSequence = rule({
    id: 'drop-sequence',
    family: 'data-loss',
    summary: 'DROP SEQUENCE',
    covers: ['squawk/ban-drop-sequence'],
    match: ['DROP SEQUENCE s'],
    ignore: ['CREATE SEQUENCE s'],
    actions: ['drop'],
    objects: ['sequence'],
    reason: (effect) => `DROP SEQUENCE ${effect.name} forgets which keys were given out`,
    hint: 'Leave it until no column’s default uses it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/drop-table.js

const dropTable = rule({
    id: 'drop-table',
    family: 'data-loss',
    summary: 'DROP TABLE and DROP FOREIGN TABLE',
    covers: [
        'squawk/ban-drop-table',
        'atlas/DS102',
        'strong_migrations/create_table',
        'bytebase/schema.backward-compatibility',
    ],
    match: ['DROP TABLE users', 'DO $$ BEGIN DROP TABLE public.users; END $$'],
    ignore: ['CREATE TEMP TABLE t (a int); DROP TABLE t', 'DROP VIEW users', "SELECT 'DROP TABLE users'"],
    actions: ['drop'],
    objects: ['table', 'foreign-table'],
    reason: (effect) => `DROP TABLE removes ${effect.name} and all its rows`,
    hint: 'Rename it first and wait until nothing misses it, then drop it in a later release',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/empty-view.js

const emptyView = rule({
    id: 'empty-view',
    family: 'data-loss',
    summary: 'REFRESH MATERIALIZED VIEW … WITH NO DATA',
    match: ['REFRESH MATERIALIZED VIEW v WITH NO DATA'],
    ignore: ['REFRESH MATERIALIZED VIEW CONCURRENTLY v'],
    actions: ['maintain'],
    objects: ['materialized-view'],
    when: (effect) => effect.rows === 'all',
    reason: (effect) => `this empties ${effect.name}, and its readers fail`,
    hint: (effect) => `REFRESH MATERIALIZED VIEW CONCURRENTLY ${effect.name} gives it new rows without emptying it`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/excepted-name.js

const exceptedName = rule({
    id: 'excepted-name',
    family: 'data-loss',
    summary: 'a table or view takes, or refers by a foreign key to, a name that the guard excepts from a rule about data loss',
    match: [
        'ALTER TABLE users RENAME TO tmp_users',
        'ALTER TABLE app.tmp_users SET SCHEMA scratch',
        'ALTER SCHEMA app RENAME TO scratch',
        'CREATE VIEW tmp_users AS SELECT * FROM users',
        'ALTER TABLE users ADD FOREIGN KEY (id) REFERENCES tmp_users ON DELETE CASCADE',
    ],
    ignore: [
        'ALTER TABLE tmp_users RENAME TO tmp_people',
        'ALTER TABLE tmp_users RENAME TO users',
        'ALTER TABLE users RENAME COLUMN a TO tmp_a',
        'CREATE TABLE tmp_users (a int)',
        'CREATE TABLE tmp_people (id int REFERENCES tmp_users ON DELETE CASCADE)',
    ],
    actions: ['rename', 'move', 'create'],
    temporary: true,
    when: (effect, { excepts }) => {
        const name = given(effect);
        if (effect.object === 'foreign-key')
            return name !== undefined && effect.lock !== 'none' && excepts?.(name, effect.name, REMOVING) === true;
        return (name !== undefined && excepts?.(name, effect.action === 'rename' ? effect.name : undefined) === true);
    },
    reason: (effect) => effect.object === 'foreign-key'
        ? `rows of ${effect.name} could be removed with those of ${given(effect)}, which this guard excepts from a rule about data loss`
        : `what ${effect.name} holds could be removed under the name ${given(effect)}, which this guard excepts from a rule about data loss`,
    hint: 'Choose a name that no exception of the guard covers',
});
/** Only these take along what refers to a row. */
const REMOVING = /^(delete|update|truncate|many)-?/;
/** The name by which it is found afterwards; `app.*` for all that a schema holds. */
function given({ action, object, name, detail = '' }) {
    if (action === 'create' && object === 'foreign-key')
        return /^to (.+?)(?:, ON |$)/.exec(detail)?.[1];
    if (action === 'create')
        return /^(view|materialized-view|foreign-table)$/.test(object) ? name : undefined;
    const [, to] = /^to (.+)$/.exec(detail) ?? [];
    return to !== undefined && object === 'schema' ? `${to}.*` : to;
}

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/extension-member.js

const extensionMember = rule({
    id: 'extension-member',
    family: 'data-loss',
    summary: 'a table or another object is made part of an extension, and goes with it',
    match: ['ALTER EXTENSION hstore ADD TABLE users', 'ALTER MATERIALIZED VIEW v DEPENDS ON EXTENSION hstore'],
    ignore: ['ALTER EXTENSION hstore UPDATE', 'ALTER MATERIALIZED VIEW v NO DEPENDS ON EXTENSION hstore'],
    actions: ['alter'],
    objects: ['extension-member'],
    reason: ({ name, detail }) => `${name} becomes a part ${detail}: whoever drops that drops it too, with all its rows`,
    hint: 'Leave the extension as it was installed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/lossy-type.js

const lossyType = rule({
    id: 'lossy-type',
    family: 'data-loss',
    summary: 'a change of type that cuts or rounds values without an error',
    match: [
        'ALTER TABLE users ALTER COLUMN a TYPE date',
        'ALTER TABLE users ALTER COLUMN a TYPE real USING a::real',
        'ALTER TABLE users ALTER COLUMN a TYPE varchar(3) USING a::varchar(3)',
    ],
    ignore: [
        'ALTER TABLE users ALTER COLUMN a TYPE varchar(3)',
        'ALTER TABLE users ALTER COLUMN a TYPE bigint',
        'CREATE TABLE t (a text); ALTER TABLE t ALTER COLUMN a TYPE date USING a::date',
    ],
    actions: ['update'],
    objects: ['column'],
    reason: (effect) => `the new type of ${effect.column} of ${effect.name} may keep less of each value, without an error`,
    hint: (effect) => `Add a new column of that type, fill it from ${effect.column ?? 'the old one'}, and drop the old one in a later release`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/many-rows.js

const manyRows = rule({
    id: 'many-rows',
    family: 'data-loss',
    summary: 'a DELETE or UPDATE, or a whole transaction, of more rows than `thresholds.rows` of the guard',
    covers: ['bytebase/statement.affected-row-limit', 'bytebase/statement.dml-dry-run'],
    match: [
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1001 },
        { action: 'update', object: 'cascade', name: 'orders', stored: true, estimate: 5000 },
        { action: 'transaction', object: 'commit', estimate: 1001 },
        { action: 'transaction', object: 'commit', rows: 'unknown' },
    ],
    ignore: [
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1000 },
        { action: 'delete', object: 'table', name: 'users', rows: 'unknown' },
        { action: 'insert', object: 'table', name: 'users', estimate: 5000 },
        { action: 'transaction', object: 'begin', estimate: 5000 },
    ],
    actions: ['delete', 'update', 'transaction'],
    when: ({ action, object, detail, rows: which, estimate }, { rows }) => (action !== 'transaction' || object === 'commit' || detail === 'commit') &&
        rows !== undefined &&
        ((action === 'transaction' && which === 'unknown') || (estimate ?? 0) > rows),
    reason: ({ action, name, rows: which, estimate = 0 }, { rows = 0 }) => action === 'transaction' && which === 'unknown'
        ? `nobody can tell how many rows this transaction deletes or updates, and the guard lets ${count(rows)} pass`
        : action === 'transaction'
            ? `this transaction has deleted or updated ${count(estimate)} rows, and the guard lets ${count(rows)} pass`
            : `this ${action.toUpperCase()} would touch about ${count(estimate)} rows of ${name}, and the guard lets ${count(rows)} pass`,
    hint: ({ action }) => action === 'transaction'
        ? 'ROLLBACK, and change the rows in batches, each in its own transaction'
        : 'Change the rows in batches, each in its own transaction',
    exception: ({ estimate = 0 }) => `thresholds: { rows: ${estimate} }`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/truncate.js

const truncate = rule({
    id: 'truncate',
    family: 'data-loss',
    summary: 'TRUNCATE',
    covers: ['bytebase/statement.disallow-truncate'],
    match: ['TRUNCATE users', 'TRUNCATE a, b'],
    ignore: ['DELETE FROM users WHERE id = 1', 'CREATE TEMP TABLE t (a int); TRUNCATE t'],
    actions: ['truncate'],
    reason: (effect) => `TRUNCATE removes all rows of ${effect.name}`,
    hint: 'Delete the rows that you mean, in batches: DELETE … WHERE id IN (SELECT id … LIMIT 1000)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/unlogged-table.js

const unloggedTable = rule({
    id: 'unlogged-table',
    family: 'data-loss',
    summary: 'SET UNLOGGED: the table is emptied after a crash, and never reaches a standby',
    match: ['ALTER TABLE users SET UNLOGGED'],
    ignore: ['ALTER TABLE users SET LOGGED', 'CREATE TABLE t (a int); ALTER TABLE t SET UNLOGGED'],
    actions: ['rewrite'],
    when: (effect) => effect.detail === 'SET UNLOGGED' && effect.lock !== 'none',
    reason: (effect) => `after a crash of the server, ${effect.name} would be empty`,
    hint: 'Leave it logged; make a new unlogged table for rows that may be lost',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/update-all.js

const updateAll = rule({
    id: 'update-all',
    family: 'data-loss',
    summary: 'UPDATE without a condition on the table, or with one that is always true; TYPE … USING other values',
    covers: ['bytebase/statement.where.require.update-delete', 'strong_migrations/change_column_null'],
    match: [
        'UPDATE users SET a = 1',
        'UPDATE users SET a = 1 WHERE true',
        "ALTER TABLE users ALTER a TYPE text USING ''",
    ],
    ignore: [
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1',
        'UPDATE users SET a = 1 WHERE id = 1',
        'ALTER TABLE users ALTER a TYPE int USING a::int',
    ],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'all' && effect.detail !== 'new columns',
    reason: (effect) => effect.detail === 'USING'
        ? `this gives ${effect.column} of ${effect.name} other values in all rows`
        : `UPDATE without an effective WHERE overwrites all rows of ${effect.name}`,
    hint: (effect) => effect.detail === 'USING'
        ? 'Add a new column and fill it in batches'
        : 'Say which rows: WHERE column = value',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/update-blanket.js

const updateBlanket = rule({
    id: 'update-blanket',
    family: 'data-loss',
    summary: 'UPDATE that writes the same values over all rows that a range, IS NOT NULL or a join lets through',
    match: [
        'UPDATE users SET a = NULL WHERE id > -1',
        "UPDATE users SET a = 0, b = '' WHERE id IS NOT NULL AND id <> 0",
        'UPDATE users SET a = 0 WHERE (abs(id) + 1 > 0) IS TRUE',
        'UPDATE users SET a = 0 FROM orders o WHERE o.user_id = users.id',
    ],
    ignore: [
        'UPDATE users SET a = a + 1 WHERE id > 0',
        'UPDATE users SET a = 0 WHERE a IS NULL',
        'UPDATE users SET a = 0 WHERE id BETWEEN 1 AND 1000',
        'UPDATE users SET a = 0 WHERE id >= 1 AND id < 1000',
        'UPDATE users SET a = 0 WHERE id = 5',
        'UPDATE users SET a = 0 WHERE created_at < now() - $1::interval',
        "UPDATE users SET a = 0 WHERE seen_at < '2000-01-01'",
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1 WHERE id > 0',
    ],
    actions: ['update'],
    objects: ['table'],
    when: ({ blanket, rows, stored, detail }) => blanket === true && rows === 'unknown' && !stored && detail !== 'new columns',
    reason: ({ name }) => `what this UPDATE tests says nothing of the rows: it may overwrite all of ${name}`,
    hint: 'Say by value which rows it is, WHERE status = …, or change them in batches: WHERE id IN (SELECT id … LIMIT 1000)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/update-range.js

const updateRange = rule({
    id: 'update-range',
    family: 'data-loss',
    summary: 'UPDATE whose share of the rows the text does not tell',
    match: ['UPDATE users SET a = 1 WHERE id > 0'],
    ignore: ['UPDATE users SET a = 1 WHERE id = $1'],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'unknown',
    reason: (effect) => `this UPDATE may overwrite any number of rows of ${effect.name}`,
    hint: 'Update by key, WHERE id = …, or in batches: WHERE id IN (SELECT id … LIMIT 1000)',
});

;// CONCATENATED MODULE: ./lib/policy/rules/data-loss/index.js

























const DATA_LOSS = [
    dropTable,
    dropSchema,
    dropDatabase,
    dropOwned,
    dropColumn,
    dropCascade,
    dropSequence,
    truncate,
    deleteAll,
    deleteRange,
    updateAll,
    updateRange,
    updateBlanket,
    lossyType,
    exceptedName,
    manyRows,
    cascade,
    detachPartition,
    attachTable,
    emptyView,
    catalogWrite,
    catalogView,
    extensionMember,
    dropExtension,
    unloggedTable,
];

;// CONCATENATED MODULE: ./lib/policy/rules/files/change-permissions.js

const changePermissions = rule({
    id: 'change-permissions',
    family: 'files',
    summary: 'who may read and run files: recursively, of the system, setuid, for everybody',
    match: [
        { command: 'chmod -R 755 /srv/app' },
        { command: 'chown -R app: /etc/app' },
        { command: 'chmod 4755 /srv/app/run' },
        { command: 'chmod 777 /srv/app/run' },
    ],
    ignore: [{ command: 'chmod 644 /srv/app/a' }, { command: 'chmod u+x /tmp/x' }],
    actions: ['permit'],
    objects: ['path'],
    when: (effect) => effect.recursive === true ||
        effect.detail !== undefined ||
        !['own', 'temporary'].includes(effect.place ?? ''),
    reason: (effect) => `access to ${effect.name} would change`,
    hint: 'Name the files, and give no more than is needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/empty-file.js

const emptyFile = rule({
    id: 'empty-file',
    family: 'files',
    summary: 'the content of a file is dropped',
    match: [
        { command: 'truncate -s 0 /srv/app/data.db' },
        { command: 'cp /dev/null /srv/app/data.db' },
        { command: 'dd if=/dev/zero of=/srv/app/data.db' },
    ],
    ignore: [{ command: 'truncate -s 0 /tmp/x' }, { command: 'cp a b' }],
    actions: ['empty'],
    objects: ['path'],
    when: (effect) => !['temporary', 'log'].includes(effect.place ?? ''),
    reason: (effect) => `what is in ${effect.name} would be gone`,
    hint: 'Keep a copy, or write the new content in one step',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/mirror-delete.js

const mirrorDelete = rule({
    id: 'mirror-delete',
    family: 'files',
    summary: 'what a sender does not have is removed: `rsync --delete`',
    match: [
        { command: 'rsync --server -logDtpre.iLsfxC --delete-during . /srv/app/' },
        { command: 'rsync -a --delete build/ /srv/app/' },
    ],
    ignore: [{ command: 'rsync --server -logDtpre.iLsfxC . /srv/app/' }],
    actions: ['remove'],
    objects: ['surplus'],
    reason: (effect) => `whatever the sender does not have would be removed from ${effect.name}`,
    hint: 'Send without --delete, into a directory of its own',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/mount.js

const mount = rule({
    id: 'mount',
    family: 'files',
    summary: 'a file system is mounted or taken away',
    match: [{ command: 'mount /dev/sdb1 /mnt' }, { command: 'umount /srv' }],
    ignore: [{ command: 'mount' }, { command: 'findmnt' }],
    actions: ['write'],
    objects: ['mount'],
    reason: () => 'paths would lead to other files',
    hint: 'Leave it to /etc/fstab',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-everything.js

const removeEverything = rule({
    id: 'remove-everything',
    family: 'files',
    summary: 'the root, a directory of the top level or a whole home directory is removed',
    match: [
        { command: 'rm -rf /' },
        { command: 'cd / && rm -rf *' },
        { command: 'find /var -delete' },
        { command: 'rm -rf ~' },
    ],
    ignore: [{ command: 'rm -rf /srv/app/tmp' }, { command: 'rm -rf /tmp/build' }],
    actions: ['remove'],
    objects: ['path'],
    keepsBlock: true,
    when: (effect) => effect.place === 'root',
    reason: (effect) => `everything below ${effect.name} would be removed`,
    hint: 'Name the directory that must go',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-file.js

const removeFile = rule({
    id: 'remove-file',
    family: 'files',
    summary: 'a file is removed',
    match: [{ command: 'rm /srv/app/old.txt' }, { command: 'unlink /srv/app/current' }],
    ignore: [{ command: 'rm -rf /srv/app/tmp' }, { command: 'rm /tmp/x' }],
    actions: ['remove'],
    objects: ['path'],
    when: (effect) => effect.recursive !== true && effect.place === 'own',
    reason: (effect) => `${effect.name} would be removed`,
    hint: 'Move it away first',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-recursive.js

const removeRecursive = rule({
    id: 'remove-recursive',
    family: 'files',
    summary: 'a directory is removed with all that is in it',
    match: [
        { command: 'rm -rf /srv/app/releases/1' },
        { command: 'rm -r""f /srv/app/data' },
        { command: 'find /srv/app -delete' },
    ],
    ignore: [{ command: 'rm /srv/app/old.txt' }, { command: 'rm -rf /tmp/build' }],
    actions: ['remove'],
    objects: ['path'],
    when: (effect) => effect.recursive === true && effect.place === 'own',
    reason: (effect) => `${effect.name} would be removed with all that is in it`,
    hint: 'Remove the files by name, or move the directory away',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/remove-system.js

const removeSystem = rule({
    id: 'remove-system',
    family: 'files',
    summary: 'a file of the system is removed, or one whose place is not known',
    match: [{ command: 'rm /etc/nginx/nginx.conf' }, { command: 'rm -f /usr/bin/env' }],
    ignore: [{ command: 'rm /srv/app/old.txt' }, { command: 'rm -rf /srv/app/tmp' }],
    actions: ['remove'],
    objects: ['path'],
    when: (effect) => ['critical', 'startup', 'system', 'kernel', 'device', 'unknown'].includes(effect.place ?? ''),
    reason: (effect) => `${effect.name} would be removed`,
    hint: 'Leave files of the system to its package manager',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-critical.js

const writeCritical = rule({
    id: 'write-critical',
    family: 'files',
    summary: 'who may do what, and how the host starts: /etc/passwd, sudoers, PAM, ~/.ssh',
    match: [
        { command: 'echo x >> /etc/sudoers' },
        { command: 'tee -a ~/.ssh/authorized_keys' },
        { command: ': > /etc/passwd' },
    ],
    ignore: [{ command: 'cat /etc/passwd' }, { command: 'echo x > /srv/app/passwd.txt' }],
    actions: ['write', 'empty', 'permit'],
    objects: ['path'],
    when: (effect) => effect.place === 'critical',
    reason: (effect) => `${effect.name} decides who may do what on this host`,
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-disk.js

const writeDisk = rule({
    id: 'write-disk',
    family: 'files',
    summary: 'disks, partitions and file systems',
    match: [
        { command: 'mkfs.ext4 /dev/sdb1' },
        { command: 'dd if=/dev/zero of=/dev/sda' },
        { command: 'wipefs -a /dev/sdb' },
    ],
    ignore: [{ command: 'lsblk' }, { command: 'df -h' }],
    actions: ['write'],
    objects: ['disk'],
    keepsBlock: true,
    reason: () => 'what is on a disk would be gone',
    hint: 'Leave disks to who runs the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-file.js

const writeFile = rule({
    id: 'write-file',
    family: 'files',
    summary: 'a file is written, which may overwrite it',
    match: [
        { command: 'echo 1 > /srv/app/VERSION' },
        { command: 'rsync --server -logDtpre.iLsfxC . /srv/app/' },
        { command: 'scp -t /srv/app' },
        { command: 'ln -sfn /srv/app/releases/2 /srv/app/current' },
    ],
    ignore: [{ command: 'echo 1 > /dev/null' }, { command: 'cat /srv/app/VERSION' }],
    actions: ['write'],
    objects: ['path'],
    when: (effect) => effect.place === 'own',
    reason: (effect) => `${effect.name} would be written`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-startup.js

const writeStartup = rule({
    id: 'write-startup',
    family: 'files',
    summary: 'what runs by itself later: units, profiles, hooks, schedules in files',
    match: [
        { command: 'cp app.service /etc/systemd/system/app.service' },
        { command: "echo 'alias ls=rm' >> ~/.bashrc" },
        { command: 'mv job /etc/cron.d/job' },
    ],
    ignore: [{ command: 'cp app.service /srv/app/app.service' }],
    actions: ['write', 'empty', 'permit'],
    objects: ['path'],
    when: (effect) => effect.place === 'startup',
    reason: (effect) => `${effect.name} runs by itself later`,
    hint: 'Show somebody what it holds',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/write-system.js

const writeSystem = rule({
    id: 'write-system',
    family: 'files',
    summary: 'a file of the system is written, or one whose place is not known',
    match: [
        { command: 'cp app.conf /etc/nginx/conf.d/app.conf' },
        { command: 'mv x /usr/local/bin/x' },
        { command: 'echo 1 > "$FILE"' },
    ],
    ignore: [{ command: 'cp a /srv/app/a' }, { command: 'echo 1 > /tmp/x' }],
    actions: ['write'],
    objects: ['path'],
    when: (effect) => ['system', 'unknown', 'device', 'kernel', 'root'].includes(effect.place ?? ''),
    reason: (effect) => `${effect.name} would be written`,
    hint: 'Keep files of the application in its own directory, or install a package',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files/index.js













const FILES = [
    removeEverything,
    removeSystem,
    removeRecursive,
    removeFile,
    mirrorDelete,
    emptyFile,
    writeSystem,
    writeCritical,
    writeStartup,
    writeFile,
    changePermissions,
    writeDisk,
    mount,
];

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/drop-replication.js

const dropReplication = rule({
    id: 'drop-replication',
    family: 'files-and-network',
    summary: 'DROP PUBLICATION or SUBSCRIPTION',
    match: ['DROP PUBLICATION pub', 'DROP SUBSCRIPTION sub'],
    ignore: ['DROP VIEW pub'],
    actions: ['drop'],
    objects: ['publication', 'subscription'],
    reason: (effect) => `DROP removes ${thing(effect)}: replication stops`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/foreign-server.js

const foreignServer = rule({
    id: 'foreign-server',
    family: 'files-and-network',
    summary: 'foreign data wrappers, servers, user mappings and schemas',
    match: ['CREATE SERVER s FOREIGN DATA WRAPPER w', 'IMPORT FOREIGN SCHEMA public FROM SERVER s INTO app'],
    ignore: ['CREATE SCHEMA s'],
    actions: ['create', 'alter'],
    objects: [
        'foreign-data-wrapper',
        'server',
        'user-mapping',
        'foreign-schema',
        'foreign-table',
        'foreign-options',
    ],
    reason: (effect) => `${thing(effect)} lets this database reach another one`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/large-object.js

const largeObject = rule({
    id: 'large-object',
    family: 'files-and-network',
    summary: 'large objects: data outside of tables',
    match: ["SELECT lo_from_bytea(0, 'x')", 'SELECT lo_unlink(1)'],
    ignore: ['SELECT bytea_col FROM t'],
    actions: ['call'],
    objects: ['large-object'],
    reason: (effect) => `${effect.name} works on large objects, which no rule or mask sees`,
    hint: 'Keep the data in a bytea column',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/remote-query.js

const remoteQuery = rule({
    id: 'remote-query',
    family: 'files-and-network',
    summary: 'queries and requests to other servers',
    match: ["SELECT dblink_exec('dbname=prod', 'DROP TABLE users')"],
    ignore: ['SELECT 1'],
    actions: ['call'],
    objects: ['remote'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} reaches another server, where nothing is judged`,
    hint: 'Ask for a grant to that server',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/replication.js

const replication = rule({
    id: 'replication',
    family: 'files-and-network',
    summary: 'CREATE and ALTER of publications and subscriptions',
    match: ['CREATE PUBLICATION p FOR ALL TABLES', "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p"],
    ignore: ['LISTEN channel'],
    actions: ['create', 'alter'],
    objects: ['publication', 'subscription'],
    reason: (effect) => `${thing(effect)} sends rows to another server, or takes them from it`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/replication-function.js

const replicationFunction = rule({
    id: 'replication-function',
    family: 'files-and-network',
    summary: 'replication slots, origins and logical messages',
    match: [
        "SELECT * FROM pg_logical_slot_get_changes('s', NULL, NULL)",
        "SELECT pg_drop_replication_slot('s')",
    ],
    ignore: ['SELECT pg_current_wal_lsn()'],
    actions: ['call'],
    objects: ['replication'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} reads or steers replication`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/run-program.js

const runProgram = rule({
    id: 'run-program',
    family: 'files-and-network',
    summary: 'COPY … PROGRAM: a command on the database server',
    match: ["COPY users TO PROGRAM 'cat'"],
    ignore: ['COPY users FROM STDIN'],
    actions: ['execute'],
    objects: ['program'],
    keepsBlock: true,
    reason: () => 'COPY … PROGRAM runs a command on the database server',
    hint: 'Send the data over the connection: COPY … FROM STDIN, COPY … TO STDOUT',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/server-file.js

const serverFile = rule({
    id: 'server-file',
    family: 'files-and-network',
    summary: 'files of the database server',
    match: ["COPY t FROM '/etc/passwd'", "SELECT pg_read_file('x')", "SELECT lo_import('/etc/passwd')"],
    ignore: ['COPY t FROM STDIN'],
    actions: ['copy-in', 'copy-out', 'call'],
    objects: ['file', 'server-file'],
    keepsBlock: true,
    reason: (effect) => `this reads or writes files of the database server${effect.name ? `: ${effect.name}` : ''}`,
    hint: 'Send the data over the connection: COPY … FROM STDIN, COPY … TO STDOUT',
});

;// CONCATENATED MODULE: ./lib/policy/rules/files-and-network/index.js








const FILES_AND_NETWORK = [
    runProgram,
    serverFile,
    largeObject,
    remoteQuery,
    foreignServer,
    replication,
    dropReplication,
    replicationFunction,
];

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/cascade-constraint.js


const cascadeConstraint = rule({
    id: 'cascade-constraint',
    family: 'integrity',
    summary: 'CASCADE on a DROP of a constraint, index, trigger, policy or rule: foreign keys go along, no rows',
    match: [
        'ALTER TABLE users DROP CONSTRAINT pk CASCADE',
        'DROP INDEX i CASCADE',
        'DROP TRIGGER t ON users CASCADE',
    ],
    ignore: ['ALTER TABLE users DROP CONSTRAINT pk', 'DROP TABLE users CASCADE', 'DROP TYPE mood CASCADE'],
    actions: ['drop'],
    when: (effect) => effect.cascade === true && holdsNoRows(effect),
    reason: (effect) => `CASCADE on ${thing(effect)} also takes the foreign keys that rely on it`,
    hint: 'Drop those foreign keys by name first, without CASCADE',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/disable-trigger.js

const disableTrigger = rule({
    id: 'disable-trigger',
    family: 'integrity',
    summary: 'DISABLE TRIGGER and RULE, changes of when they fire',
    covers: ['squawk/ban-disable-trigger'],
    match: ['ALTER TABLE users DISABLE TRIGGER ALL', 'ALTER TABLE users ENABLE REPLICA TRIGGER t'],
    ignore: ['ALTER TABLE users ENABLE TRIGGER t'],
    actions: ['alter'],
    objects: ['trigger-firing', 'rule'],
    reason: (effect) => `what triggers and rules of ${effect.name} kept true is no longer kept`,
    hint: 'Leave them on, and write rows that they accept',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/drop-constraint.js

const dropConstraint = rule({
    id: 'drop-constraint',
    family: 'integrity',
    summary: 'DROP CONSTRAINT of a table or a domain, and ALTER CONSTRAINT … NOT ENFORCED',
    covers: ['squawk/ban-drop-constraint', 'atlas/CD101'],
    match: [
        'ALTER TABLE users DROP CONSTRAINT pk',
        'ALTER DOMAIN d DROP CONSTRAINT c',
        'ALTER TABLE orders ALTER CONSTRAINT user_fk NOT ENFORCED',
    ],
    ignore: ['ALTER TABLE users ADD COLUMN a int', 'ALTER TABLE orders ALTER CONSTRAINT user_fk DEFERRABLE'],
    actions: ['drop'],
    objects: ['constraint'],
    reason: ({ name, detail }) => detail === 'NOT ENFORCED'
        ? `NOT ENFORCED takes an integrity check from ${name}`
        : `DROP CONSTRAINT takes an integrity check from ${name}`,
    hint: 'Add the new constraint before the old one goes',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/drop-not-null.js

const dropNotNull = rule({
    id: 'drop-not-null',
    family: 'integrity',
    summary: 'DROP NOT NULL: readers may meet NULLs they do not expect',
    covers: ['squawk/ban-drop-not-null'],
    match: ['ALTER TABLE users ALTER COLUMN a DROP NOT NULL'],
    ignore: ['ALTER TABLE users ALTER COLUMN a SET NOT NULL', 'ALTER TABLE users ALTER COLUMN a DROP DEFAULT'],
    actions: ['alter'],
    objects: ['column'],
    when: (effect) => effect.detail === 'DROP NOT NULL' && effect.lock !== 'none',
    reason: (effect) => `${effect.column} of ${effect.name} may hold NULL from now on`,
    hint: 'Make sure that every reader copes with NULL before it is dropped',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/drop-trigger.js

const dropTrigger = rule({
    id: 'drop-trigger',
    family: 'integrity',
    summary: 'DROP TRIGGER, RULE or EVENT TRIGGER',
    covers: ['squawk/ban-drop-trigger'],
    match: ['DROP TRIGGER t ON users', 'DROP EVENT TRIGGER e'],
    ignore: ['COMMENT ON TRIGGER t ON users IS NULL'],
    actions: ['drop'],
    objects: ['trigger', 'rule', 'event-trigger'],
    reason: (effect) => `DROP removes ${thing(effect)}: what it kept true is no longer kept`,
    hint: ({ object }) => object === 'event-trigger'
        ? 'Let a database administrator do it'
        : `Use CREATE OR REPLACE ${object.toUpperCase()}`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/referential-action.js

const referentialAction = rule({
    id: 'referential-action',
    family: 'integrity',
    summary: 'a foreign key of a table that was there before, with CASCADE, SET NULL or SET DEFAULT',
    match: [
        'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID',
        'ALTER TABLE orders ADD COLUMN user_id int REFERENCES users (id) ON UPDATE CASCADE',
    ],
    ignore: [
        'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE RESTRICT NOT VALID',
        'CREATE TABLE orders (user_id int REFERENCES users ON DELETE CASCADE)',
    ],
    actions: ['create'],
    objects: ['foreign-key'],
    when: ({ detail = '', lock }) => lock !== 'none' && / ON (?:DELETE|UPDATE)$/.test(detail),
    reason: ({ name, detail = '' }) => `from then on, rows of ${name} go or change along with those of ${refersTo(detail)}`,
    hint: 'Leave ON DELETE and ON UPDATE out, and change the rows that refer to others by statements of their own',
});
const refersTo = (detail) => /^to (.+?)(?:, ON |$)/.exec(detail)?.[1] ?? 'it';

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/replica-identity.js

const replicaIdentity = rule({
    id: 'replica-identity',
    family: 'integrity',
    summary: 'REPLICA IDENTITY',
    covers: ['squawk/ban-replica-identity'],
    match: ['ALTER TABLE users REPLICA IDENTITY NOTHING'],
    ignore: ['ALTER TABLE users ADD COLUMN a int'],
    actions: ['alter'],
    objects: ['replica-identity'],
    reason: (effect) => `logical replication of ${effect.name} may stop or send more columns`,
    hint: 'Ask who replicates the table',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/required-column.js

const requiredColumn = rule({
    id: 'required-column',
    family: 'integrity',
    summary: 'ADD COLUMN NOT NULL without a default: fails as soon as the table has rows',
    covers: ['squawk/adding-required-field', 'atlas/MF103'],
    match: ['ALTER TABLE users ADD COLUMN a int NOT NULL', 'ALTER TABLE users ADD COLUMN id int PRIMARY KEY'],
    ignore: [
        'ALTER TABLE users ADD COLUMN a int NOT NULL DEFAULT 1',
        'ALTER TABLE users ADD COLUMN id bigserial PRIMARY KEY',
        'ALTER TABLE users ADD COLUMN a int',
        'CREATE TABLE t (a int); ALTER TABLE t ADD COLUMN b int NOT NULL',
    ],
    actions: ['create'],
    objects: ['column'],
    when: (effect) => effect.detail === 'NOT NULL without a default' && effect.lock !== 'none',
    reason: (effect) => `the rows that ${effect.name} has already get no value for ${effect.column}: this fails unless it is empty`,
    hint: 'Give it a DEFAULT; or add it without NOT NULL, fill it, and SET NOT NULL',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/sequence-values.js

const sequenceValues = rule({
    id: 'sequence-values',
    family: 'integrity',
    summary: 'changes of the values a sequence gives out next',
    covers: ['squawk/ban-alter-sequence-values', 'squawk/ban-alter-identity'],
    match: ['ALTER SEQUENCE s RESTART WITH 1', "SELECT setval('s', 1)"],
    ignore: ['ALTER SEQUENCE s OWNED BY t.id', "SELECT nextval('s')"],
    actions: ['alter', 'call'],
    objects: ['sequence'],
    when: ({ action, detail }) => action === 'call' || (detail !== undefined && !detail.startsWith('owned by ')),
    reason: () => 'the sequence may give out keys that exist already',
    hint: 'Set it above the highest key',
});

;// CONCATENATED MODULE: ./lib/policy/rules/integrity/index.js









const INTEGRITY = [
    dropConstraint,
    dropTrigger,
    disableTrigger,
    sequenceValues,
    replicaIdentity,
    requiredColumn,
    dropNotNull,
    cascadeConstraint,
    referentialAction,
];

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/backfill.js

const backfill = rule({
    id: 'backfill',
    family: 'lock-risk',
    summary: 'UPDATE of all rows that only fills columns which the same text has added: nothing is overwritten',
    match: [
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1',
        'BEGIN; ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = a + 1; COMMIT',
    ],
    ignore: [
        'UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1, a = 2',
        'ALTER TABLE users ADD COLUMN IF NOT EXISTS b int; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; UPDATE people SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; ALTER TABLE users RENAME b TO c; ALTER TABLE users RENAME a TO b; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; ALTER TABLE people INHERIT users; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; SET search_path = x; UPDATE users SET b = 1',
        'ALTER TABLE users ADD COLUMN b int; DO $$ BEGIN UPDATE users SET b = 1; END $$',
    ],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'all' && effect.detail === 'new columns',
    reason: (effect) => `this writes every row of ${effect.name}, and others wait for the rows until it commits`,
    hint: 'Give the column a DEFAULT in ADD COLUMN, or fill it in batches, each in its own transaction',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/blocking-index.js

const blockingIndex = rule({
    id: 'blocking-index',
    family: 'lock-risk',
    summary: 'CREATE INDEX without CONCURRENTLY on a table that is in use',
    covers: [
        'squawk/require-concurrent-index-creation',
        'atlas/PG101',
        'atlas/MF101',
        'atlas/MF102',
        'strong_migrations/add_index',
        'eugene/E6',
        'bytebase/index.create-concurrently',
    ],
    match: ['CREATE INDEX i ON users (email)'],
    ignore: ['CREATE INDEX CONCURRENTLY i ON users (email)', 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)'],
    actions: ['create'],
    objects: ['index'],
    when: (effect) => effect.lock === 'SHARE',
    reason: (effect) => `CREATE INDEX stops writes to ${effect.name} until it is done`,
    hint: 'Use CREATE INDEX CONCURRENTLY',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/blocking-maintenance.js

const blockingMaintenance = rule({
    id: 'blocking-maintenance',
    family: 'lock-risk',
    summary: 'REINDEX and REFRESH MATERIALIZED VIEW without CONCURRENTLY, CHECKPOINT',
    covers: ['squawk/require-concurrent-reindex'],
    match: ['REINDEX TABLE users', 'REFRESH MATERIALIZED VIEW v'],
    ignore: [
        'REINDEX INDEX CONCURRENTLY i',
        'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
        'ANALYZE users',
        'VACUUM users',
    ],
    actions: ['maintain'],
    when: (effect) => effect.lock === 'ACCESS EXCLUSIVE' || effect.object === 'server',
    reason: ({ object, name }) => `${doing(object)}${name === undefined ? '' : ` of ${name}`} makes everyone else wait`,
    hint: ({ object }) => object === 'server' ? 'Leave it to the server' : `Use ${doing(object)} … CONCURRENTLY`,
});
function doing(object) {
    if (object === 'server')
        return 'CHECKPOINT';
    return object === 'materialized-view' ? 'REFRESH MATERIALIZED VIEW' : 'REINDEX';
}

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/drop-index.js

const dropIndex = rule({
    id: 'drop-index',
    family: 'lock-risk',
    summary: 'DROP INDEX without CONCURRENTLY',
    covers: [
        'squawk/require-concurrent-index-deletion',
        'squawk/ban-drop-index',
        'atlas/PG102',
        'strong_migrations/remove_index',
    ],
    match: ['DROP INDEX i'],
    ignore: ['DROP INDEX CONCURRENTLY i'],
    actions: ['drop'],
    objects: ['index'],
    when: (effect) => effect.lock === 'ACCESS EXCLUSIVE',
    reason: (effect) => `DROP INDEX ${effect.name} locks its table, and queries or uniqueness may rely on it`,
    hint: 'Use DROP INDEX CONCURRENTLY',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/blocks.js
const BLOCKING = new Set(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']);
/** Writers wait for it, at least; one that is not known counts. */
const blocks = (lock) => lock === undefined || BLOCKING.has(lock);
/** A constraint that comes with an index of its own. */
const buildsIndex = ({ object, detail = '' }) => object === 'constraint' && /^(UNIQUE|PRIMARY KEY|EXCLUDE)$/.test(detail);

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/lock-table.js


const lockTable = rule({
    id: 'lock-table',
    family: 'lock-risk',
    summary: 'LOCK TABLE in a mode that stops writes',
    match: ['LOCK TABLE users IN ACCESS EXCLUSIVE MODE', 'LOCK users'],
    ignore: ['LOCK TABLE users IN ROW EXCLUSIVE MODE', 'SELECT * FROM users WHERE id = 1 FOR UPDATE'],
    actions: ['lock'],
    objects: ['table'],
    when: (effect) => blocks(effect.lock),
    reason: (effect) => `LOCK TABLE makes others wait for ${effect.name} (${effect.lock})`,
    hint: 'Take a weaker lock, as late as possible, with a lock_timeout',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/primary-key-index.js

const primaryKeyIndex = rule({
    id: 'primary-key-index',
    family: 'lock-risk',
    summary: 'ADD PRIMARY KEY USING INDEX: reads all rows unless its columns are NOT NULL already',
    covers: ['atlas/PG304', 'eugene/W14'],
    match: ['ALTER TABLE users ADD CONSTRAINT pk PRIMARY KEY USING INDEX i'],
    ignore: ['ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX i'],
    actions: ['create'],
    objects: ['constraint'],
    when: (effect) => effect.detail === 'PRIMARY KEY USING INDEX' && effect.lock !== 'none',
    reason: (effect) => `unless the key’s columns are NOT NULL already, this reads all rows of ${effect.name} while nobody can read or write it`,
    hint: 'Make the columns NOT NULL first, by way of a validated CHECK constraint',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/rewrite-table.js

const rewriteTable = rule({
    id: 'rewrite-table',
    family: 'lock-risk',
    summary: 'a rewrite of the whole table under ACCESS EXCLUSIVE',
    covers: [
        'squawk/adding-field-with-default',
        'squawk/changing-column-type',
        'squawk/ban-alter-generated-expression',
        'squawk/prefer-repack',
        'atlas/PG301',
        'atlas/PG302',
        'strong_migrations/add_column_default',
        'strong_migrations/add_column_default_callable',
        'strong_migrations/add_column_generated_stored',
        'strong_migrations/add_column_auto_incrementing',
        'strong_migrations/change_column',
        'strong_migrations/change_column_constraint',
        'eugene/E5',
        'eugene/E10',
        'eugene/E11',
        'bytebase/statement.disallow-add-column-with-default',
        'bytebase/column.disallow-change-type',
        'bytebase/column.default-disallow-volatile',
    ],
    match: [
        'ALTER TABLE users ALTER COLUMN id TYPE bigint',
        'VACUUM FULL users',
        'CLUSTER users USING i',
        'ALTER TABLE users ADD COLUMN a uuid DEFAULT gen_random_uuid()',
    ],
    ignore: [
        'ALTER TABLE users ADD COLUMN a int DEFAULT 1',
        'VACUUM users',
        'CREATE TABLE t (a int); ALTER TABLE t ALTER COLUMN a TYPE bigint',
    ],
    actions: ['rewrite'],
    when: (effect) => effect.lock !== 'none',
    reason: ({ object, name, column, detail }) => `this ${detail === 'TYPE' ? 'may rewrite' : 'rewrites'} ${object === 'column' ? `all rows of ${name} for its column ${column}` : name} while nobody can read or write it`,
    hint: ({ object, detail }) => {
        if (detail === 'TYPE')
            return 'Add a new column of that type, fill it in batches, and drop the old one later';
        return object === 'column'
            ? 'Add the column without it, fill it in batches, and set it afterwards'
            : 'Do it when nobody works, with a lock_timeout; plain VACUUM needs no such lock';
    },
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/scan-table.js


const scanTable = rule({
    id: 'scan-table',
    family: 'lock-risk',
    summary: 'a check of all rows under a lock that stops writes',
    covers: [
        'squawk/adding-foreign-key-constraint',
        'squawk/adding-not-nullable-field',
        'squawk/constraint-missing-not-valid',
        'squawk/ban-alter-domain-with-add-constraint',
        'atlas/MF104',
        'atlas/PG303',
        'atlas/PG305',
        'strong_migrations/add_foreign_key',
        'strong_migrations/add_check_constraint',
        'strong_migrations/add_reference',
        'strong_migrations/change_column_null_postgresql',
        'strong_migrations/change_column_with_not_null',
        'eugene/E1',
        'eugene/E2',
        'bytebase/statement.add-check-not-valid',
        'bytebase/statement.add-foreign-key-not-valid',
        'bytebase/statement.disallow-add-not-null',
    ],
    match: [
        'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
        'ALTER TABLE users ALTER COLUMN a SET NOT NULL',
    ],
    ignore: [
        'ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)',
        'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
        'ALTER TABLE users VALIDATE CONSTRAINT c',
    ],
    actions: ['scan'],
    when: (effect) => effect.detail !== 'NOT VALID' && effect.lock !== 'none' && blocks(effect.lock) && !buildsIndex(effect),
    reason: (effect) => `this reads all rows of ${effect.name} while nobody can write them`,
    hint: (effect) => effect.detail === 'SET NOT NULL'
        ? `ADD CONSTRAINT … CHECK (${effect.column ?? 'the column'} IS NOT NULL) NOT VALID, then VALIDATE CONSTRAINT in its own transaction: SET NOT NULL is quick after that`
        : 'Add it NOT VALID, then VALIDATE CONSTRAINT in its own transaction',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/sleep.js

const sleep = rule({
    id: 'sleep',
    family: 'lock-risk',
    summary: 'pg_sleep and its kin: holds locks and a connection',
    match: ['SELECT pg_sleep(60)'],
    ignore: ['SELECT now()'],
    actions: ['call'],
    objects: ['sleep'],
    reason: () => 'pg_sleep keeps a connection and its locks busy',
    hint: 'Wait in the job, between statements',
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/unique-constraint.js


const uniqueConstraint = rule({
    id: 'unique-constraint',
    family: 'lock-risk',
    summary: 'a constraint whose index is built while nobody can read or write the table',
    covers: [
        'squawk/adding-serial-primary-key-field',
        'squawk/disallowed-unique-constraint',
        'atlas/PG104',
        'atlas/PG105',
        'strong_migrations/add_exclusion_constraint',
        'strong_migrations/add_unique_constraint',
        'eugene/E7',
        'eugene/E8',
    ],
    match: [
        'ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)',
        'ALTER TABLE users ADD PRIMARY KEY (id)',
        'ALTER TABLE users ADD COLUMN a int UNIQUE',
        'ALTER TABLE rooms ADD CONSTRAINT e EXCLUDE USING gist (during WITH &&)',
    ],
    ignore: [
        'ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX i',
        'CREATE TABLE t (a int); ALTER TABLE t ADD UNIQUE (a)',
        'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
    ],
    actions: ['scan'],
    when: (effect) => buildsIndex(effect) && effect.lock !== 'none',
    reason: (effect) => `${effect.detail} builds an index on ${effect.name} while nobody can read or write it, and fails when values repeat`,
    hint: (effect) => effect.detail === 'EXCLUDE'
        ? 'There is no other way on a table that is in use: do it when it is quiet, with a lock_timeout'
        : `CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … ${effect.detail} USING INDEX`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/lock-risk/index.js










const LOCK_RISK = [
    rewriteTable,
    backfill,
    scanTable,
    uniqueConstraint,
    primaryKeyIndex,
    lockTable,
    blockingIndex,
    dropIndex,
    blockingMaintenance,
    sleep,
];

;// CONCATENATED MODULE: ./lib/policy/rules/masking/file-download.js

const fileDownload = rule({
    id: 'file-download',
    family: 'masking',
    summary: 'a file leaves a host as it is, past the masks of its target: sftp, scp, rsync, git',
    match: [{ action: 'copy-out', object: 'path', name: '/srv/app/export.csv' }],
    ignore: [{ command: 'cat /srv/app/export.csv' }, { command: 'scp -f /srv/app/export.csv' }],
    actions: ['copy-out'],
    objects: ['path'],
    reason: (effect) => `${effect.name ?? 'a file'} would leave as it is, and what commands show of this target is masked`,
    hint: 'Show the lines that are needed with a command, whose output is masked',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/masked-comparison.js

const maskedComparison = rule({
    id: 'masked-comparison',
    family: 'masking',
    summary: 'a masked column is compared: who asks often enough learns its values',
    match: [{ action: 'expose', object: 'masked-comparison', name: 'users', column: 'ssn' }],
    ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-predicate', name: 'users' }],
    actions: ['expose'],
    objects: ['masked-comparison'],
    temporary: true,
    reason: (effect) => `which rows come back tells something of the masked ${thing(effect, 'column')}`,
    hint: 'Select the rows by a column that is not masked',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/masked-copy.js

/** Told by rules of their own. */
const OTHERS = new Set(['masked-predicate', 'masked-comparison', 'secret', 'environment']);
const maskedCopy = rule({
    id: 'masked-copy',
    family: 'masking',
    summary: 'a masked column is copied, renamed or sent to where no mask finds it',
    match: [
        'CREATE TABLE x AS SELECT ssn FROM users',
        'UPDATE users SET note = ssn',
        'CREATE TABLE x (k text REFERENCES users (ssn) ON UPDATE CASCADE)',
        'ALTER TABLE users RENAME ssn TO number',
        "SELECT pg_notify('x', ssn) FROM users",
        "SELECT set_config('a.b', (SELECT ssn FROM users LIMIT 1), false)",
        'SELECT pg_advisory_lock(ascii(ssn)) FROM users',
    ],
    ignore: [
        'UPDATE users SET ssn = lower(ssn)',
        'INSERT INTO t SELECT id FROM users',
        'SELECT ssn FROM users',
        'CREATE TABLE x (k text REFERENCES users (ssn))',
    ],
    actions: ['expose'],
    when: ({ object }) => !OTHERS.has(object),
    temporary: true,
    reason: (effect) => `this would show masked values in clear: ${effect.detail}`,
    hint: 'Name the columns that are copied and leave the masked ones out, or mask the new column too',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/masked-predicate.js

const maskedPredicate = rule({
    id: 'masked-predicate',
    family: 'masking',
    summary: 'more is done with a column under a strict mask than to show or overwrite it',
    match: [{ action: 'expose', object: 'masked-predicate', name: 'users', column: 'ssn' }],
    ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-comparison', name: 'users' }],
    actions: ['expose'],
    objects: ['masked-predicate'],
    temporary: true,
    reason: (effect) => `what comes of it would tell the masked ${thing(effect, 'column')}`,
    hint: 'Show the column as it is, and select, sort and compute by columns that are not masked',
});

;// CONCATENATED MODULE: ./lib/policy/rules/masking/index.js




const MASKING = [fileDownload, maskedCopy, maskedPredicate, maskedComparison];

;// CONCATENATED MODULE: ./lib/policy/rules/network/reach-host.js

const reachHost = rule({
    id: 'reach-host',
    family: 'network',
    summary: 'something is fetched from another host',
    match: [{ command: 'curl -fsS https://example.com/version' }, { command: 'scp build:/x /srv/app/x' }],
    ignore: [{ command: 'curl -fsS http://localhost:8080/health' }, { command: 'uptime' }],
    actions: ['reach'],
    objects: ['host'],
    when: (effect) => effect.name !== 'localhost',
    reason: (effect) => `${effect.name} would be asked`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/remote-shell.js

const remoteShell = rule({
    id: 'remote-shell',
    family: 'network',
    summary: 'a command runs on yet another host',
    match: [{ command: 'ssh db1 uptime' }, { command: 'systemctl -H db1 status' }],
    ignore: [{ command: 'uptime' }],
    actions: ['reach'],
    objects: ['shell'],
    reason: (effect) => `${effect.name} would be reached from here, past its own guard`,
    hint: 'Open a session with that host as a target',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/send-to-host.js

const sendToHost = rule({
    id: 'send-to-host',
    family: 'network',
    summary: 'something is sent to another host',
    match: [
        { command: 'curl -d @report.txt https://example.com' },
        { command: 'scp /srv/app/x build:/x' },
        { command: 'nc example.com 80' },
        { command: 'git push' },
    ],
    ignore: [{ command: 'curl -fsS https://example.com' }, { command: 'git pull' }],
    actions: ['send'],
    objects: ['host'],
    reason: (effect) => `something would be sent to ${effect.name}`,
    hint: 'Let the job fetch it through this session',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/unknown-sql.js

const unknownSql = rule({
    id: 'unknown-sql',
    family: 'network',
    summary: 'a client of a database sends what does not stand in the command line, or copies it',
    match: [{ command: 'psql -f migration.sql' }, { command: 'pg_dump app' }, { command: 'mysql < dump.sql' }],
    ignore: [{ command: "psql -c 'SELECT 1'" }, { command: 'pg_isready' }],
    actions: ['run'],
    objects: ['database'],
    reason: (effect) => `what ${effect.name} sends is not judged here`,
    hint: 'Open a session with the database as a target, or write the SQL out: psql -c',
});

;// CONCATENATED MODULE: ./lib/policy/rules/network/index.js




const NETWORK = [reachHost, sendToHost, remoteShell, unknownSql];

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/cannot-analyse.js

const cannotAnalyse = rule({
    id: 'cannot-analyse',
    family: 'opaque',
    summary: 'text that cannot be analysed: malformed, too long, too deep',
    match: ['SELECT 1\0; DROP TABLE users'],
    ignore: ['SELECT 1'],
    actions: ['unknown'],
    objects: ['text'],
    reason: (effect) => `the statement is not forwarded: ${effect.detail}`,
    hint: 'Send plain UTF-8 text without a NUL, and split what is too long or too nested',
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/does-not-parse.js

const doesNotParse = rule({
    id: 'does-not-parse',
    family: 'opaque',
    summary: 'text that the grammar of PostgreSQL refuses',
    match: ['DROP TABLE users WHERE'],
    ignore: ['SELECT 1', ''],
    actions: ['unknown'],
    objects: ['syntax'],
    reason: (effect) => `the statement is not forwarded because it ${effect.detail}`,
    hint: 'Correct the statement',
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/unknown.js

const unknown = rule({
    id: 'unknown',
    family: 'opaque',
    summary: 'code whose effect is only known when it runs',
    match: [
        'DO $$ BEGIN EXECUTE (SELECT statement FROM jobs); END $$',
        "SELECT set_config(name, 'x', false) FROM t",
    ],
    ignore: ["DO $$ BEGIN EXECUTE 'SELECT 1'; END $$"],
    actions: ['unknown'],
    when: (effect) => !['syntax', 'text', 'command'].includes(effect.object),
    reason: (effect) => `its effect is not known before it runs: ${effect.detail}`,
    hint: "Write the statement out, or let PostgreSQL quote what is put in: format('ALTER TABLE %I DROP CONSTRAINT %I', …) can be judged",
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/unprepared.js

const unprepared = rule({
    id: 'unprepared',
    family: 'opaque',
    summary: 'EXECUTE of a statement that this text did not prepare',
    match: ['EXECUTE p'],
    ignore: ['PREPARE p AS SELECT 1; EXECUTE p'],
    actions: ['execute'],
    objects: ['prepared'],
    when: (effect) => effect.detail === undefined,
    reason: (effect) => `what EXECUTE ${effect.name} runs was not judged with it`,
    hint: 'Send PREPARE and EXECUTE together, or use the protocol’s prepared statements',
});

;// CONCATENATED MODULE: ./lib/policy/rules/opaque/index.js




const OPAQUE = [doesNotParse, cannotAnalyse, unknown, unprepared];

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/ordinary.js
const ORDINARY = new Set(`table view materialized-view sequence index column function procedure routine aggregate type domain schema statistic-ext
  collation operator operator-class operator-family text-search conversion`.split(/\s+/));
/** What an application’s schema is made of. */
const isOrdinary = ({ object }) => ORDINARY.has(object);

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/change-owner.js


const changeOwner = rule({
    id: 'change-owner',
    family: 'privilege',
    summary: 'OWNER TO of a table, view, function or other part of a schema',
    covers: ['bytebase/statement.object-owner-check'],
    match: ['ALTER TABLE users OWNER TO app', 'ALTER SCHEMA app OWNER TO x'],
    ignore: ['REASSIGN OWNED BY a TO b', 'ALTER TABLE users ADD COLUMN a int'],
    actions: ['own'],
    when: isOrdinary,
    reason: (effect) => `the new owner of ${thing(effect)} may do anything with it`,
    hint: 'Grant the rights that are needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/change-policy.js

const changePolicy = rule({
    id: 'change-policy',
    family: 'privilege',
    summary: 'CREATE and ALTER POLICY, security options of views',
    covers: [
        'squawk/ban-create-policy',
        'squawk/ban-alter-policy-condition',
        'squawk/ban-alter-policy-roles',
        'squawk/ban-alter-view-options',
    ],
    match: ['CREATE POLICY p ON users USING (true)', 'ALTER VIEW v SET (security_invoker = false)'],
    ignore: ['CREATE VIEW v AS SELECT 1'],
    actions: ['create', 'alter'],
    objects: ['policy', 'security-option'],
    reason: (effect) => `this changes who sees which rows of ${effect.name}`,
    hint: 'Let the owner of the table read the policy, and make it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/change-role.js

const changeRole = rule({
    id: 'change-role',
    family: 'privilege',
    summary: 'CREATE, ALTER and RENAME of roles',
    covers: ['squawk/ban-alter-role-options'],
    match: ['CREATE ROLE x LOGIN', "ALTER ROLE x PASSWORD 'p'", 'ALTER ROLE x RENAME TO y'],
    ignore: ['CREATE TABLE x (a int)'],
    actions: ['create', 'alter', 'rename'],
    objects: ['role'],
    reason: (effect) => `this changes who can log in: ${effect.name}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/disable-row-security.js

const disableRowSecurity = rule({
    id: 'disable-row-security',
    family: 'privilege',
    summary: 'DISABLE or NO FORCE ROW LEVEL SECURITY',
    covers: ['squawk/ban-alter-row-level-security'],
    match: ['ALTER TABLE users DISABLE ROW LEVEL SECURITY', 'ALTER TABLE users NO FORCE ROW LEVEL SECURITY'],
    ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
    actions: ['alter'],
    objects: ['row-security'],
    reason: (effect) => `row-level security of ${effect.name} no longer hides rows`,
    hint: 'Change the policies instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/drop-policy.js

const dropPolicy = rule({
    id: 'drop-policy',
    family: 'privilege',
    summary: 'DROP POLICY',
    covers: ['squawk/ban-drop-policy'],
    match: ['DROP POLICY p ON users'],
    ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
    actions: ['drop'],
    objects: ['policy'],
    reason: (effect) => `DROP POLICY takes row-level protection from ${effect.name}`,
    hint: 'Change it with ALTER POLICY',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/drop-role.js

const dropRole = rule({
    id: 'drop-role',
    family: 'privilege',
    summary: 'DROP ROLE, USER or GROUP',
    match: ['DROP ROLE app', 'DROP USER app'],
    ignore: ['DROP VIEW app'],
    actions: ['drop'],
    objects: ['role'],
    reason: (effect) => `DROP ROLE removes ${effect.name}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/grant.js

const grant = rule({
    id: 'grant',
    family: 'privilege',
    summary: 'GRANT on objects, default privileges, schemas for other roles',
    match: ['GRANT SELECT ON users TO app', 'ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC'],
    ignore: ['GRANT a TO b', 'REVOKE SELECT ON users FROM app'],
    actions: ['grant'],
    when: (effect) => !effect.object.endsWith('role'),
    reason: (effect) => `GRANT gives rights on ${effect.object === 'default' ? 'what is made later' : thing(effect)}${effect.detail === 'to every role' ? ' to every role' : ''}`,
    hint: 'Let the owner of the database grant it, outside of the job',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/grant-predefined-role.js

const grantPredefinedRole = rule({
    id: 'grant-predefined-role',
    family: 'privilege',
    summary: 'membership in the server’s own pg_* roles',
    match: ['GRANT pg_execute_server_program TO app'],
    ignore: ['GRANT a TO b'],
    actions: ['grant'],
    objects: ['predefined-role'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} gives rights over the whole server`,
    hint: 'Grant the objects that are needed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/grant-role.js

const grantRole = rule({
    id: 'grant-role',
    family: 'privilege',
    summary: 'membership in a role',
    match: ['GRANT a TO b'],
    ignore: ['GRANT SELECT ON users TO b', 'GRANT pg_read_all_data TO b'],
    actions: ['grant'],
    objects: ['role'],
    reason: (effect) => `GRANT makes others members of ${effect.name}`,
    hint: 'Let the owner of the database grant it, outside of the job',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/powerful-role.js

const powerfulRole = rule({
    id: 'powerful-role',
    family: 'privilege',
    summary: 'roles with SUPERUSER, CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS',
    covers: ['squawk/ban-alter-role-options'],
    match: ['CREATE ROLE x SUPERUSER', 'ALTER ROLE x BYPASSRLS'],
    ignore: ['CREATE ROLE x LOGIN', 'ALTER ROLE x NOSUPERUSER'],
    actions: ['create', 'alter'],
    objects: ['role'],
    when: ({ detail = '' }) => detail.startsWith('with '),
    keepsBlock: true,
    reason: (effect) => `this makes ${effect.name} a role ${effect.detail}`,
    hint: 'Make a role without these attributes',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/reassign-owned.js


const reassignOwned = rule({
    id: 'reassign-owned',
    family: 'privilege',
    summary: 'REASSIGN OWNED, owners of databases and of what belongs to the whole database',
    match: ['REASSIGN OWNED BY a TO b', 'ALTER DATABASE app OWNER TO x'],
    ignore: ['ALTER TABLE users OWNER TO app'],
    actions: ['own'],
    when: (effect) => !isOrdinary(effect),
    reason: (effect) => `the new owner may do anything with ${effect.object === 'owned' ? `all that ${effect.name} owns` : thing(effect)}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/revoke.js

const revoke = rule({
    id: 'revoke',
    family: 'privilege',
    summary: 'REVOKE: programs lose access',
    covers: ['squawk/ban-revoke'],
    match: ['REVOKE SELECT ON users FROM app', 'REVOKE a FROM b'],
    ignore: ['GRANT SELECT ON users TO app'],
    actions: ['revoke'],
    reason: (effect) => `REVOKE takes rights on ${thing(effect)}`,
    hint: 'Ask who uses the right, and let the owner of the database revoke it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/security-label.js

const securityLabel = rule({
    id: 'security-label',
    family: 'privilege',
    summary: 'SECURITY LABEL',
    match: ["SECURITY LABEL ON TABLE users IS 'x'"],
    ignore: ["COMMENT ON TABLE users IS 'x'"],
    actions: ['alter'],
    objects: ['security-label'],
    keepsBlock: true,
    reason: (effect) => `a security label changes the protection of ${effect.name}`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/session-authorization.js

const sessionAuthorization = rule({
    id: 'session-authorization',
    family: 'privilege',
    summary: 'SET SESSION AUTHORIZATION',
    match: ['SET SESSION AUTHORIZATION postgres'],
    ignore: ['SET ROLE app'],
    actions: ['set'],
    objects: ['identity'],
    when: (effect) => effect.name === 'session_authorization',
    keepsBlock: true,
    reason: () => 'the session would become another user',
    hint: 'Ask for a target that has the user',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/set-role.js

const setRole = rule({
    id: 'set-role',
    family: 'privilege',
    summary: 'SET ROLE and RESET ROLE',
    covers: ['bytebase/statement.check-set-role-variable'],
    match: ['RESET ROLE', 'SET ROLE app', "SELECT set_config('role', 'app', false)"],
    ignore: ['SET SESSION AUTHORIZATION app'],
    actions: ['set'],
    objects: ['identity'],
    when: (effect) => effect.name === 'role',
    reason: () => 'the session would act as another role',
    hint: 'Ask for a target that has the role',
});

;// CONCATENATED MODULE: ./lib/policy/rules/privilege/index.js















const PRIVILEGE = [
    grant,
    revoke,
    grantRole,
    grantPredefinedRole,
    powerfulRole,
    changeRole,
    dropRole,
    changeOwner,
    reassignOwned,
    securityLabel,
    disableRowSecurity,
    changePolicy,
    dropPolicy,
    setRole,
    sessionAuthorization,
];

;// CONCATENATED MODULE: ./lib/policy/rules/requests/listed-request.js

const listedRequest = rule({
    id: 'listed-request',
    family: 'requests',
    summary: 'what the guard lists under `requests`, with the verdict that stands there',
    match: [{ action: 'remove', object: 'request', name: '/v1/users/{id}', listed: 'hold' }],
    ignore: [
        { action: 'remove', object: 'request', name: '/v1/users/{id}', listed: 'allow' },
        { action: 'remove', object: 'request', name: '/v1/users/42' },
    ],
    objects: ['request'],
    when: ({ listed }) => listed !== undefined && listed !== 'allow',
    weighs: ({ listed }) => (listed === 'allow' ? undefined : listed),
    reason: ({ name = 'this' }) => `requests to ${name} are listed`,
    hint: 'Ask whoever keeps the policy file what to use instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/requests/unsafe-request.js

const unsafeRequest = rule({
    id: 'unsafe-request',
    family: 'requests',
    summary: 'a request whose method changes something, and that the guard does not list under `requests`',
    match: [
        { action: 'remove', object: 'request', name: '/v1/users/42' },
        { action: 'call', object: 'request', name: '/v1/refunds' },
    ],
    ignore: [
        { action: 'read', object: 'request', name: '/v1/users/42' },
        { action: 'remove', object: 'request', name: '/v1/jobs/{id}', listed: 'allow' },
    ],
    actions: ['write', 'remove', 'call', 'unknown'],
    objects: ['request'],
    when: ({ listed }) => listed === undefined,
    reason: ({ name = 'a path', action }) => action === 'remove' ? `what is at ${name} would be removed` : `${name} would change something`,
    hint: 'List it under `requests` of the guard when it may pass',
});

;// CONCATENATED MODULE: ./lib/policy/rules/requests/index.js


const REQUESTS = [listedRequest, unsafeRequest];

;// CONCATENATED MODULE: ./lib/policy/rules/secrets/expose-environment.js

const exposeEnvironment = rule({
    id: 'expose-environment',
    family: 'secrets',
    summary: 'the environment of a program is printed',
    match: [
        { command: 'env' },
        { command: 'printenv' },
        { command: 'export -p' },
        { command: 'docker inspect web' },
        { command: 'ps auxe' },
    ],
    ignore: [{ command: 'printenv PATH' }, { command: 'ps aux' }, { command: 'env LANG=C ls' }],
    actions: ['expose'],
    objects: ['environment'],
    reason: () => 'environments hold passwords and tokens',
    hint: 'Print the one variable that is needed: printenv LANG',
});

;// CONCATENATED MODULE: ./lib/policy/rules/secrets/expose-secret.js

const exposeSecret = rule({
    id: 'expose-secret',
    family: 'secrets',
    summary: 'a file that may hold keys, passwords or tokens is read',
    match: [
        { command: 'cat ~/.ssh/id_ed25519' },
        { command: 'cat /etc/shadow' },
        { command: 'cat /proc/1/environ' },
        { command: 'tar cz /etc' },
        { command: 'history' },
    ],
    ignore: [{ command: 'cat ~/.ssh/id_ed25519.pub' }, { command: 'cat /srv/app/log/app.log' }],
    actions: ['expose'],
    objects: ['secret'],
    reason: (effect) => `${effect.name} may hold secrets`,
    hint: 'Read only what is needed: no keys, no configuration with passwords',
});

;// CONCATENATED MODULE: ./lib/policy/rules/secrets/index.js


const SECRETS = [exposeSecret, exposeEnvironment];

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/administration.js

const administration = rule({
    id: 'administration',
    family: 'server-wide',
    summary: 'functions that administer the server or other sessions',
    match: ['SELECT pg_terminate_backend(1)', 'SELECT pg_promote()', 'SELECT pg_reload_conf()'],
    ignore: ['SELECT pg_backend_pid()', "SELECT pg_relation_size('t')"],
    actions: ['call'],
    objects: ['administration'],
    keepsBlock: true,
    reason: (effect) => `${effect.name} administers the server or other sessions`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/server-object.js

const serverObject = rule({
    id: 'server-object',
    family: 'server-wide',
    summary: 'databases and tablespaces',
    covers: ['squawk/ban-alter-database-options'],
    match: [
        'CREATE DATABASE app',
        "CREATE TABLESPACE t LOCATION '/x'",
        'ALTER DATABASE app CONNECTION LIMIT 1',
    ],
    ignore: ['CREATE TABLE t (a int)'],
    actions: ['create', 'alter', 'rename'],
    objects: ['database', 'tablespace'],
    reason: (effect) => `${thing(effect)} concerns the whole server`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/system-setting.js

const systemSetting = rule({
    id: 'system-setting',
    family: 'server-wide',
    summary: 'ALTER SYSTEM',
    covers: ['squawk/ban-alter-system-options'],
    match: ["ALTER SYSTEM SET work_mem = '1GB'", 'ALTER SYSTEM RESET ALL'],
    ignore: ["SET work_mem = '1GB'"],
    actions: ['alter'],
    objects: ['system-setting'],
    keepsBlock: true,
    reason: (effect) => `ALTER SYSTEM changes ${effect.name} for the whole server`,
    hint: 'Let a database administrator do it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/server-wide/index.js



const SERVER_WIDE = [administration, serverObject, systemSetting];

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-cluster.js

const changeCluster = rule({
    id: 'change-cluster',
    family: 'services',
    summary: 'objects of a cluster are changed',
    match: [
        { command: 'kubectl apply -f app.yaml' },
        { command: 'kubectl rollout restart deployment/app' },
        { command: 'helm upgrade app ./chart' },
    ],
    ignore: [{ command: 'kubectl get pods' }, { command: 'helm list' }],
    actions: ['write'],
    objects: ['cluster'],
    reason: (effect) => `${effect.name ?? 'objects'} would change in the cluster`,
    hint: 'Show somebody the difference: kubectl diff',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-firewall.js

const changeFirewall = rule({
    id: 'change-firewall',
    family: 'services',
    summary: 'firewalls, routes and addresses',
    match: [{ command: 'iptables -F' }, { command: 'ufw disable' }, { command: 'ip route del default' }],
    ignore: [{ command: 'iptables -L -n' }, { command: 'ip addr show' }],
    actions: ['write'],
    objects: ['firewall'],
    reason: () => 'who can reach what would change',
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-kernel.js

const changeKernel = rule({
    id: 'change-kernel',
    family: 'services',
    summary: 'the kernel, its modules and settings, the clock',
    match: [
        { command: 'sysctl -w vm.drop_caches=3' },
        { command: 'modprobe x' },
        { command: 'echo b > /proc/sysrq-trigger' },
    ],
    ignore: [{ command: 'sysctl vm.swappiness' }, { command: 'uname -a' }],
    actions: ['write'],
    objects: ['kernel'],
    reason: () => 'the kernel would run otherwise',
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/change-schedule.js

const changeSchedule = rule({
    id: 'change-schedule',
    family: 'services',
    summary: 'what runs at a time: crontab, at, timers',
    match: [{ command: 'crontab -r' }, { command: 'crontab jobs' }, { command: 'at now' }],
    ignore: [{ command: 'crontab -l' }, { command: 'atq' }],
    actions: ['write', 'remove'],
    objects: ['schedule'],
    reason: () => 'what runs by itself would change',
    hint: 'Install a file in /etc/cron.d that is reviewed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/host-container.js

const hostContainer = rule({
    id: 'host-container',
    family: 'services',
    summary: 'a container gets the host: --privileged, its root, its processes, the socket of docker',
    match: [
        { command: 'docker run -v /:/host alpine' },
        { command: 'docker run --privileged alpine' },
        { command: 'docker run -v /var/run/docker.sock:/s alpine' },
    ],
    ignore: [{ command: 'docker run -v /srv/app/data:/data alpine' }],
    actions: ['run'],
    objects: ['host-container'],
    keepsBlock: true,
    reason: () => 'a container would get what belongs to the host',
    hint: 'Mount only directories of the application',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/install-package.js

const installPackage = rule({
    id: 'install-package',
    family: 'services',
    summary: 'packages are installed or brought up to date, which runs their scripts',
    match: [
        { command: 'apt-get install -y nginx' },
        { command: 'dnf upgrade -y' },
        { command: 'pip install x' },
    ],
    ignore: [{ command: 'apt list --installed' }, { command: 'dpkg -l' }],
    actions: ['write'],
    objects: ['package'],
    reason: (effect) => `${effect.name ?? 'packages'} would be installed`,
    hint: 'Build an image, or leave it to the configuration management',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/power.js

const power = rule({
    id: 'power',
    family: 'services',
    summary: 'the host is stopped or started anew',
    match: [
        { command: 'reboot' },
        { command: 'shutdown -h now' },
        { command: 'systemctl poweroff' },
        { command: 'init 0' },
    ],
    ignore: [{ command: 'uptime' }, { command: 'shutdown -c' }],
    actions: ['stop'],
    objects: ['host'],
    keepsBlock: true,
    reason: () => 'the host would stop',
    hint: 'Ask who runs the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/remove-from-cluster.js

const removeFromCluster = rule({
    id: 'remove-from-cluster',
    family: 'services',
    summary: 'objects of a cluster are deleted, or left without a replica',
    match: [
        { command: 'kubectl delete namespace app' },
        { command: 'helm uninstall app' },
        { command: 'kubectl scale --replicas=0 deployment/app' },
    ],
    ignore: [{ command: 'kubectl get pods' }, { command: 'kubectl scale --replicas=3 deployment/app' }],
    actions: ['remove'],
    objects: ['cluster'],
    reason: (effect) => `${effect.name ?? 'objects'} would be gone from the cluster`,
    hint: 'Scale or roll out instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/remove-package.js

const removePackage = rule({
    id: 'remove-package',
    family: 'services',
    summary: 'packages are removed',
    match: [{ command: 'apt-get purge -y postgresql' }, { command: 'rpm -e httpd' }],
    ignore: [{ command: 'apt list' }],
    actions: ['remove'],
    objects: ['package'],
    reason: (effect) => `${effect.name ?? 'packages'} would be removed`,
    hint: 'Leave it to the configuration management of the host',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/remove-volume.js

const removeVolume = rule({
    id: 'remove-volume',
    family: 'services',
    summary: 'data of containers is removed',
    match: [
        { command: 'docker compose down -v' },
        { command: 'docker volume rm data' },
        { command: 'docker system prune -a --volumes' },
    ],
    ignore: [{ command: 'docker compose down' }, { command: 'docker volume ls' }],
    actions: ['remove'],
    objects: ['volume'],
    reason: () => 'what containers keep would be gone',
    hint: 'Leave volumes alone, or remove them by hand after a backup',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/run-container.js

const runContainer = rule({
    id: 'run-container',
    family: 'services',
    summary: 'a container is run from an image, or built',
    match: [{ command: 'docker run --rm alpine ls' }, { command: 'docker build .' }],
    ignore: [{ command: 'docker ps' }, { command: 'docker compose up -d' }],
    actions: ['run'],
    objects: ['container'],
    reason: (effect) => `nobody knows here what ${effect.name} does`,
    hint: 'Start it from a compose file that is reviewed',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/start-container.js

const startContainer = rule({
    id: 'start-container',
    family: 'services',
    summary: 'containers are started, or images pulled',
    match: [
        { command: 'docker compose pull' },
        { command: 'docker compose up -d' },
        { command: 'docker restart web' },
    ],
    ignore: [{ command: 'docker ps' }, { command: 'docker logs web' }],
    actions: ['start'],
    objects: ['container'],
    reason: (effect) => `${effect.name ?? 'containers'} would start anew`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/start-service.js

const startService = rule({
    id: 'start-service',
    family: 'services',
    summary: 'a service is started, restarted or enabled',
    match: [
        { command: 'systemctl restart app' },
        { command: 'systemctl daemon-reload' },
        { command: 'supervisorctl restart web' },
    ],
    ignore: [{ command: 'systemctl status app' }],
    actions: ['start'],
    objects: ['service'],
    reason: (effect) => `the service ${effect.name ?? ''} would start anew`,
    hint: 'Nothing: this is reported',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/stop-container.js

const stopContainer = rule({
    id: 'stop-container',
    family: 'services',
    summary: 'containers or images are stopped or removed',
    match: [{ command: 'docker rm -f web' }, { command: 'docker compose down' }],
    ignore: [{ command: 'docker compose up -d' }, { command: 'docker ps' }],
    actions: ['stop'],
    objects: ['container'],
    reason: (effect) => `${effect.name ?? 'containers'} would stop`,
    hint: 'Start them anew instead: docker compose up -d',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/stop-process.js

const stopProcess = rule({
    id: 'stop-process',
    family: 'services',
    summary: 'processes are ended',
    match: [{ command: 'kill -9 123' }, { command: 'pkill -f worker' }],
    ignore: [{ command: 'kill -0 123' }, { command: 'pgrep worker' }],
    actions: ['stop', 'write'],
    objects: ['process'],
    reason: (effect) => `${effect.name ?? 'a process'} would be ended`,
    hint: 'Restart the service that it belongs to',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/stop-service.js

const stopService = rule({
    id: 'stop-service',
    family: 'services',
    summary: 'a service is stopped or disabled',
    match: [
        { command: 'systemctl stop app' },
        { command: 'systemctl disable --now app' },
        { command: 'service app stop' },
    ],
    ignore: [{ command: 'systemctl restart app' }, { command: 'systemctl status app' }],
    actions: ['stop'],
    objects: ['service'],
    reason: (effect) => `the service ${effect.name ?? ''} would stop`,
    hint: 'Restart it instead',
});

;// CONCATENATED MODULE: ./lib/policy/rules/services/index.js
















const SERVICES = [
    stopService,
    startService,
    stopProcess,
    power,
    installPackage,
    removePackage,
    startContainer,
    runContainer,
    hostContainer,
    stopContainer,
    removeVolume,
    changeCluster,
    removeFromCluster,
    changeFirewall,
    changeKernel,
    changeSchedule,
];

;// CONCATENATED MODULE: ./lib/sql/data/settings.js
// Settings that any role may change in its own session.
// Generated by scripts/builtin-functions.ts; do not edit.
const USER_SETTINGS = `
application_name array_nulls backend_flush_after backslash_quote bytea_output check_function_bodies
client_connection_check_interval client_encoding client_min_messages commit_siblings
constraint_exclusion cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost createrole_self_grant
cursor_tuple_fraction datestyle debug_logical_replication_streaming debug_parallel_query
debug_pretty_print debug_print_parse debug_print_plan debug_print_rewritten default_statistics_target
default_table_access_method default_tablespace default_text_search_config default_toast_compression
default_transaction_deferrable default_transaction_isolation default_transaction_read_only
effective_cache_size effective_io_concurrency enable_async_append enable_bitmapscan
enable_distinct_reordering enable_gathermerge enable_group_by_reordering enable_hashagg
enable_hashjoin enable_incremental_sort enable_indexonlyscan enable_indexscan enable_material
enable_memoize enable_mergejoin enable_nestloop enable_parallel_append enable_parallel_hash
enable_partition_pruning enable_partitionwise_aggregate enable_partitionwise_join
enable_presorted_aggregate enable_self_join_elimination enable_seqscan enable_sort enable_tidscan
escape_string_warning exit_on_error extra_float_digits file_copy_method from_collapse_limit geqo
geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias geqo_threshold
gin_fuzzy_search_limit gin_pending_list_limit hash_mem_multiplier icu_validation_level
idle_in_transaction_session_timeout idle_session_timeout intervalstyle io_combine_limit jit
jit_above_cost jit_expressions jit_inline_above_cost jit_optimize_above_cost jit_tuple_deforming
join_collapse_limit lc_monetary lc_numeric lc_time local_preload_libraries lock_timeout
log_parameter_max_length_on_error logical_decoding_work_mem maintenance_io_concurrency
maintenance_work_mem max_parallel_maintenance_workers max_parallel_workers
max_parallel_workers_per_gather md5_password_warnings min_parallel_index_scan_size
min_parallel_table_scan_size parallel_leader_participation parallel_setup_cost parallel_tuple_cost
password_encryption plan_cache_mode quote_all_identifiers random_page_cost recursive_worktable_factor
restrict_nonsystem_relation_kind row_security scram_iterations search_path seq_page_cost
standard_conforming_strings statement_timeout stats_fetch_consistency synchronize_seqscans
synchronous_commit tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval tcp_user_timeout
temp_buffers temp_tablespaces timezone timezone_abbreviations trace_notify trace_sort
transaction_deferrable transaction_isolation transaction_read_only transaction_timeout
transform_null_equals vacuum_buffer_usage_limit vacuum_cost_delay vacuum_cost_limit
vacuum_cost_page_dirty vacuum_cost_page_hit vacuum_cost_page_miss vacuum_failsafe_age
vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age
vacuum_truncate wal_sender_timeout wal_skip_threshold work_mem xmlbinary xmloption
`;

;// CONCATENATED MODULE: ./lib/sql/settings.js

const USER = new Set(USER_SETTINGS.trim().split(/\s+/));
const KINDS = {
    client_encoding: 'text',
    standard_conforming_strings: 'text',
    backslash_quote: 'text',
    // What a name in a body means.
    'plpgsql.variable_conflict': 'text',
    role: 'identity',
    session_authorization: 'identity',
    row_security: 'protection',
    // By its counters it is known how many rows a transaction changed.
    track_counts: 'protection',
    session_replication_role: 'protection',
    allow_system_table_mods: 'protection',
    event_triggers: 'protection',
    ignore_system_indexes: 'protection',
    ignore_checksum_failure: 'protection',
    zero_damaged_pages: 'protection',
    lo_compat_privileges: 'protection',
    restrict_nonsystem_relation_kind: 'protection',
    default_transaction_read_only: 'protection',
    transaction_read_only: 'protection',
    transform_null_equals: 'protection',
    local_preload_libraries: 'code',
    session_preload_libraries: 'code',
    dynamic_library_path: 'code',
    extension_control_path: 'code',
    check_function_bodies: 'code',
    search_path: 'names',
    statement_timeout: 'limit',
    lock_timeout: 'limit',
    transaction_timeout: 'limit',
    idle_in_transaction_session_timeout: 'limit',
    idle_session_timeout: 'limit',
};
/** Values that leave things as a session has them, or make them stricter. */
const SAFE = {
    client_encoding: /^'?(utf-?8|unicode)'?$/i,
    standard_conforming_strings: /^(on|true|yes|1)$/i,
    backslash_quote: /^(safe_encoding|off|false|no|0)$/i,
    'plpgsql.variable_conflict': /^error$/i,
    row_security: /^(on|true|yes|1)$/i,
    track_counts: /^(on|true|yes|1)$/i,
    session_replication_role: /^origin$/i,
    event_triggers: /^(on|true|yes|1)$/i,
    default_transaction_read_only: /^(on|true|yes|1)$/i,
    transaction_read_only: /^(on|true|yes|1)$/i,
    transform_null_equals: /^(off|false|no|0)$/i,
    allow_system_table_mods: /^(off|false|no|0)$/i,
    restrict_nonsystem_relation_kind: /^view, ?foreign-table$/i,
    check_function_bodies: /^(on|true|yes|1)$/i,
};
// Dotted names are the application's own, unless an extension watches them.
const WATCHED = /^(pgaudit|auto_explain|sepgsql|anon|pg_tle|plv8|plpython|plperl|pltcl|set_user|supautils|cron)\./;
function settingKind(name) {
    const folded = name.toLowerCase();
    const kind = KINDS[folded];
    if (kind)
        return kind;
    if (folded.includes('.'))
        return WATCHED.test(folded) ? 'audit' : 'plain';
    return USER.has(folded) || folded === 'timezone' ? 'plain' : 'audit';
}
/** `values` as written; undefined for RESET, DEFAULT and what is computed. Values never enter the effect. */
function settingEffect(name, values) {
    const folded = name.toLowerCase();
    const value = values?.length === 1 ? (values[0] ?? '').trim() : undefined;
    const safe = value !== undefined && (SAFE[folded]?.test(value) ?? false);
    // A temporary table hides the permanent one of its name only while pg_temp comes first.
    const named = folded === 'search_path' && (values?.some((item) => /pg_temp/i.test(item)) ?? false);
    const off = settingKind(folded) === 'limit' && value !== undefined && /^0+\s*[a-z]*$/i.test(value);
    return {
        action: 'set',
        object: settingKind(folded) === 'identity' ? 'identity' : 'setting',
        name: folded,
        ...(safe && { detail: 'to its safe value' }),
        ...(off && { detail: 'switched off' }),
        ...(named && { detail: 'names pg_temp' }),
    };
}
/** True when later names may mean other things. */
function movesNames(name) {
    const kind = settingKind(name);
    return kind === 'names' || kind === 'identity' || kind === 'text' || name.toLowerCase() === 'row_security';
}
/** After it, a name without its schema may mean another thing. What a definition would do, nobody did. */
const movesOthers = ({ action, name, via }) => action === 'set' && via?.[0] !== 'definition' && movesNames(name ?? 'all');

;// CONCATENATED MODULE: ./lib/policy/rules/session/settings.js

/** Settings that are kept for later sessions. */
const STORED = ['role-setting', 'database-setting', 'system-setting'];
/** SET of one of these kinds, here or stored, unless to the value that it should have. */
const changes = (effect, kind) => effect.name !== undefined && settingKind(effect.name) === kind && effect.detail !== 'to its safe value';
const settings_reset = (effect) => effect.detail === 'to its default';
const READ_WRITE = /^(default_)?transaction_read_only$/;

;// CONCATENATED MODULE: ./lib/policy/rules/session/audit-setting.js


const auditSetting = rule({
    id: 'audit-setting',
    family: 'session',
    summary: 'settings of logging and auditing, and those that nobody knows',
    match: ["SET log_statement = 'none'", "SET pgaudit.log = 'none'"],
    ignore: ["SET app.tenant = '1'", 'SET application_name = x', "SET TIME ZONE 'UTC'"],
    actions: ['set'],
    objects: ['setting'],
    when: (effect) => changes(effect, 'audit') && !settings_reset(effect),
    reason: (effect) => `${effect.name} concerns what the server logs, or is not a setting of a session`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/check-function-bodies.js


const checkFunctionBodies = rule({
    id: 'check-function-bodies',
    family: 'session',
    summary: 'check_function_bodies off',
    match: ['SET check_function_bodies = off'],
    ignore: ['SET check_function_bodies = on'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => effect.name === 'check_function_bodies' && effect.detail === undefined,
    reason: () => 'the server would take functions that cannot work',
    hint: 'Leave it on',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/library-setting.js


const librarySetting = rule({
    id: 'library-setting',
    family: 'session',
    summary: 'settings that load code',
    match: ["SET local_preload_libraries = 'x'", "SET dynamic_library_path = '/x'"],
    ignore: ['SET jit = off', 'SET check_function_bodies = off'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'code') && effect.name !== 'check_function_bodies',
    keepsBlock: true,
    reason: (effect) => `${effect.name} makes the server load code`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/protection-setting.js


const protectionSetting = rule({
    id: 'protection-setting',
    family: 'session',
    summary: 'settings that switch triggers or catalogue protection off, or row security for later sessions',
    match: [
        'ALTER ROLE app SET row_security = off',
        'SET session_replication_role = replica',
        'SET allow_system_table_mods = on',
        'SET search_path = public, pg_temp',
    ],
    ignore: ['SET row_security = off', "SET work_mem = '1MB'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => effect.detail === 'names pg_temp' ||
        (changes(effect, 'protection') &&
            !settings_reset(effect) &&
            !READ_WRITE.test(effect.name ?? '') &&
            !(effect.object === 'setting' && effect.name === 'row_security')),
    reason: (effect) => effect.name === 'search_path'
        ? 'with pg_temp in search_path, a permanent table may be meant where a temporary one was made'
        : `${effect.name} switches a protection of the server off`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/read-write.js


const readWrite = rule({
    id: 'read-write',
    family: 'session',
    summary: 'leaving READ ONLY',
    match: ['SET default_transaction_read_only = off', 'BEGIN READ WRITE'],
    ignore: ['BEGIN READ ONLY', 'BEGIN'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'protection') && READ_WRITE.test(effect.name ?? ''),
    keepsBlock: true,
    reason: () => 'the session would no longer be read only',
    hint: 'Ask for a target with another guard',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/row-security-off.js


const rowSecurityOff = rule({
    id: 'row-security-off',
    family: 'session',
    summary: 'SET row_security = off: queries fail where policies apply, but for roles that bypass them (dumps begin so)',
    match: ['SET row_security = off'],
    ignore: ['SET row_security = on', 'RESET row_security'],
    actions: ['set'],
    objects: ['setting'],
    when: (effect) => changes(effect, 'protection') && !settings_reset(effect) && effect.name === 'row_security',
    reason: () => 'row_security = off shows all rows to roles that may bypass policies',
    hint: 'Leave it on',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/search-path.js


const searchPath = rule({
    id: 'search-path',
    family: 'session',
    summary: 'search_path: what unqualified names mean',
    match: ['SET search_path TO app, public', "SELECT set_config('search_path', '', false)"],
    ignore: ["SET work_mem = '1MB'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'names') && !settings_reset(effect),
    reason: () => 'with another search_path, unqualified names mean other tables',
    hint: 'Write the schema in the statements',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/stored-setting.js

const storedSetting = rule({
    id: 'stored-setting',
    family: 'session',
    summary: 'ALTER ROLE or DATABASE … SET: settings of later sessions',
    covers: ['squawk/ban-alter-database-options', 'squawk/ban-alter-role-options'],
    match: ["ALTER ROLE app SET work_mem = '1GB'", "ALTER DATABASE app SET timezone = 'UTC'"],
    ignore: ["SET work_mem = '1GB'"],
    actions: ['alter'],
    objects: ['role-setting', 'database-setting'],
    reason: (effect) => `${effect.name} changes for sessions to come`,
    hint: 'Set it for this session',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/text-setting.js


const textSetting = rule({
    id: 'text-setting',
    family: 'session',
    summary: 'settings that change how the server reads bytes and literals',
    match: [
        'SET standard_conforming_strings = off',
        "SET client_encoding = 'SJIS'",
        "SELECT set_config('client_encoding', 'SJIS', false)",
    ],
    ignore: ["SET client_encoding = 'UTF8'", 'SET standard_conforming_strings = on'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'text') && !settings_reset(effect),
    keepsBlock: true,
    reason: (effect) => `with ${effect.name} changed, the server reads other statements than the ones that were judged`,
    hint: 'Leave it as it is',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/timeout-off.js


const timeoutOff = rule({
    id: 'timeout-off',
    family: 'session',
    summary: 'switching statement_timeout, lock_timeout or their kin off',
    covers: [
        'squawk/require-lock-timeout',
        'squawk/require-statement-timeout',
        'squawk/require-timeout-settings',
        'eugene/E9',
    ],
    match: ['SET statement_timeout = 0', "SET LOCAL lock_timeout = '0ms'"],
    ignore: ["SET LOCAL lock_timeout = '2s'", "SET statement_timeout TO '5min'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => effect.detail === 'switched off',
    reason: (effect) => `${effect.name} = 0 takes the limit away`,
    hint: 'Set a time that the statement needs',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/two-phase.js

const twoPhase = rule({
    id: 'two-phase',
    family: 'session',
    summary: 'PREPARE TRANSACTION, COMMIT PREPARED and ROLLBACK PREPARED',
    match: ["PREPARE TRANSACTION 'x'", "COMMIT PREPARED 'x'"],
    ignore: ['COMMIT', 'ROLLBACK'],
    actions: ['transaction'],
    objects: ['two-phase'],
    reason: () => 'a prepared transaction holds its locks after the session, or ends one that was not judged here',
    hint: 'Commit in the session',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/write.js

/** What a reader does; rules of their own judge calls, settings and what nobody knows. Everything else writes, or makes others act or wait. */
const READS = new Set('read copy-out transaction prepare cursor explain execute expose set call become reach unknown'.split(' '));
/** Requests have a rule of their own. */
const ELSEWHERE = 'request';
const LISTENS = new Set(['listen', 'unlisten']);
const write = rule({
    id: 'write',
    family: 'session',
    summary: 'anything that changes something (the rule behind read-only)',
    match: [
        'INSERT INTO t VALUES (1)',
        'CREATE TABLE t (a int)',
        'SELECT * FROM t FOR UPDATE',
        'COMMENT ON TABLE t IS NULL',
        'NOTIFY jobs',
        'SELECT pg_advisory_lock(1)',
    ],
    ignore: ['SELECT * FROM t', 'EXPLAIN DELETE FROM t', 'BEGIN', "SET work_mem = '1MB'", 'LISTEN jobs'],
    when: ({ action, object }) => object !== ELSEWHERE && !READS.has(action) && !(action === 'notify' && LISTENS.has(object)),
    keepsBlock: true,
    reason: (effect) => `this session may only read, and the statement does more: ${effect.action} on ${effect.name ?? effect.object}`,
    hint: 'Ask for a target with another guard',
});

;// CONCATENATED MODULE: ./lib/policy/rules/session/index.js












const SESSION = [
    write,
    readWrite,
    textSetting,
    protectionSetting,
    rowSecurityOff,
    librarySetting,
    checkFunctionBodies,
    searchPath,
    timeoutOff,
    auditSetting,
    storedSetting,
    twoPhase,
];

;// CONCATENATED MODULE: ./lib/policy/rules/shell/change-environment.js

const changeEnvironment = rule({
    id: 'change-environment',
    family: 'shell',
    summary: 'PATH, LD_PRELOAD, BASH_ENV and the like: names and programs mean something else then',
    match: [{ command: 'PATH=/tmp/bin:$PATH make' }, { command: 'LD_PRELOAD=/tmp/x.so ls' }],
    ignore: [{ command: 'RAILS_ENV=production ls' }, { command: 'export LANG=C' }],
    actions: ['write'],
    objects: ['environment'],
    reason: (effect) => `${effect.name} makes programs load or run other code`,
    hint: 'Use absolute paths, and leave it as the host has it',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/inline-code.js

const inlineCode = rule({
    id: 'inline-code',
    family: 'shell',
    summary: 'a program in another language within a command line: `python -c`, `perl -e`, awk with system()',
    match: [{ command: "python3 -c 'print(1)'" }, { command: 'awk \'BEGIN { system("id") }\'' }],
    ignore: [{ command: "awk '{ print $1 }' /srv/app/log/app.log" }, { command: 'python3 --version' }],
    actions: ['run'],
    objects: ['code'],
    reason: (effect) => `code for ${effect.name} is not judged here`,
    hint: 'Put it into a file that is reviewed and installed with the application',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/interactive-shell.js

const interactiveShell = rule({
    id: 'interactive-shell',
    family: 'shell',
    summary: 'a shell without a command, where anything may follow',
    match: [{ command: 'sudo -i' }, { command: 'bash' }, { command: 'su - deploy' }],
    ignore: [{ command: "bash -c 'ls'" }, { command: 'sudo -u deploy ls' }],
    actions: ['run'],
    objects: ['shell'],
    reason: () => 'what somebody would type into the shell is not known',
    hint: 'Give the shell its commands: sh -c …',
    exception: () => `allow: [interactive-shell]`,
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/run-download.js

const runDownload = rule({
    id: 'run-download',
    family: 'shell',
    summary: 'what comes over the network is run',
    match: [
        { command: 'curl -fsSL https://get.example.com | sh' },
        { command: 'bash -c "$(wget -qO- https://example.com/i.sh)"' },
    ],
    ignore: [{ command: 'curl -fsSL https://example.com/health' }],
    actions: ['run'],
    objects: ['download'],
    keepsBlock: true,
    reason: () => 'what another host sends would run here',
    hint: 'Install a package or image whose digest is known',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/unknown-command.js

const unknownCommand = rule({
    id: 'unknown-command',
    family: 'shell',
    summary: 'a command line of which a part is only known when it runs, or that shells read in different ways',
    match: [{ command: '$TOOL --all' }, { command: 'xargs sh' }, { command: 'cat list | xargs sh -c' }],
    ignore: [{ command: 'echo "$TOOL"' }, { command: 'ls -l' }],
    actions: ['unknown'],
    objects: ['command'],
    reason: (effect) => `what runs is not known before it does: ${effect.detail}`,
    hint: 'Write the command out, with whole words and absolute paths',
    exception: false,
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/unknown-program.js

const unknownProgram = rule({
    id: 'unknown-program',
    family: 'shell',
    summary: 'a program or script that is not known here',
    match: [
        { command: '/opt/app/deploy.sh' },
        { command: 'npm run build' },
        { command: 'python3 manage.py migrate' },
    ],
    ignore: [{ command: 'ls' }, { command: 'systemctl status app' }],
    actions: ['run'],
    objects: ['program'],
    reason: (effect) => `nobody knows here what ${effect.name} does`,
    hint: 'Use a program whose effects are known',
});

;// CONCATENATED MODULE: ./lib/policy/rules/shell/index.js






const SHELL = [
    unknownCommand,
    unknownProgram,
    inlineCode,
    runDownload,
    interactiveShell,
    changeEnvironment,
];

;// CONCATENATED MODULE: ./lib/policy/rules/index.js



















/** Every rule, in the order in which findings of one verdict are told. */
const RULES = [
    ...OPAQUE,
    ...DATA_LOSS,
    ...FILES_AND_NETWORK,
    ...SERVER_WIDE,
    ...PRIVILEGE,
    ...CODE,
    ...SESSION,
    ...MASKING,
    ...BULK_EXPORT,
    ...INTEGRITY,
    ...COMPATIBILITY,
    ...LOCK_RISK,
    ...SHELL,
    ...FILES,
    ...SERVICES,
    ...ACCOUNTS,
    ...SECRETS,
    ...NETWORK,
    ...REQUESTS,
];
/** What a guard may name. */
const RULE_IDS = RULES.map((rule) => rule.id);

;// CONCATENATED MODULE: ./lib/policy/guards.js
// The guards that are built in, and how a guard of the policy file is folded into one table.



const levels = (level, ids) => Object.fromEntries(ids
    .trim()
    .split(/\s+/)
    .map((id) => [id, level]));
const REFUSED = 'does-not-parse cannot-analyse run-program server-file sql-text-function remote-query replication-function administration text-setting library-setting system-setting session-authorization powerful-role grant-predefined-role security-label native-code untrusted-extension catalog-write';
/** Command lines, for who is at work on a host: what loses data or gives away control is refused, what ordinary deploys do passes. */
const COMMANDS_STRICT = {
    ...levels('block', `remove-everything remove-system remove-recursive run-download write-critical write-disk power remove-package host-container
    remove-volume change-account change-firewall change-kernel tamper-log change-log expose-secret remove-from-cluster`),
    ...levels('hold', `unknown-command unknown-program inline-code interactive-shell change-environment remove-file mirror-delete empty-file write-system
    write-startup change-permissions mount stop-service stop-process install-package run-container stop-container change-cluster
    change-schedule expose-environment send-to-host remote-shell unknown-sql`),
    ...levels('warn', `write-file start-service start-container become-account reach-host`),
};
/** For deploys: the loss of data is held. */
const COMMANDS_MIGRATIONS = {
    ...levels('block', `remove-everything run-download write-critical write-disk power host-container change-account`),
    ...levels('hold', `unknown-command unknown-program inline-code interactive-shell change-environment remove-system remove-recursive empty-file write-system write-startup change-permissions mount stop-service install-package remove-package run-container remove-volume remove-from-cluster change-firewall change-kernel change-schedule tamper-log change-log expose-secret expose-environment send-to-host remote-shell unknown-sql`),
    ...levels('warn', `remove-file mirror-delete stop-process stop-container change-cluster write-file start-service start-container become-account
    reach-host`),
};
const REQUESTS_HELD = levels('hold', 'listed-request unsafe-request');
/** For people at work on production: what loses data is refused, what could is shown to somebody first. */
const STRICT = {
    ...COMMANDS_STRICT,
    ...REQUESTS_HELD,
    ...levels('block', REFUSED),
    ...levels('block', `drop-table drop-schema drop-database drop-owned drop-column drop-cascade drop-policy drop-replication drop-role truncate delete-all
    update-all large-object foreign-server change-owner reassign-owned disable-row-security row-security-off protection-setting cascade-constraint`),
    ...levels('hold', `unknown unprepared drop-view drop-index drop-constraint drop-sequence drop-function drop-trigger drop-other delete-range update-range
    bulk-export masked-copy masked-predicate file-download catalog-values sleep replication server-object grant revoke grant-role change-role read-write check-function-bodies
    search-path timeout-off audit-setting stored-setting set-role two-phase unknown-function trigger-function create-rule event-trigger
    hidden-code security-definer extension foreign-code rename move-object attach-table detach-partition sequence-values change-policy disable-trigger
    replica-identity rewrite-table scan-table unique-constraint primary-key-index lock-table blocking-index blocking-maintenance empty-view many-rows cascade
    unlogged-table lossy-type unknown-call excepted-name backfill referential-action catalog-view extension-member drop-extension update-blanket`),
    ...levels('warn', 'masked-comparison required-column drop-not-null'),
};
/** For migrations: the loss of data is held, locks are warned about, ordinary DDL passes. */
const MIGRATIONS = {
    ...COMMANDS_MIGRATIONS,
    ...REQUESTS_HELD,
    ...levels('block', REFUSED),
    ...levels('hold', `drop-table drop-schema drop-database drop-owned drop-column drop-cascade drop-policy drop-replication drop-role truncate delete-all
    update-all delete-range large-object foreign-server reassign-owned disable-row-security protection-setting unknown unprepared
    drop-sequence masked-copy masked-predicate file-download catalog-values server-object replication grant-role change-role stored-setting set-role two-phase unknown-function
    create-rule event-trigger foreign-code attach-table detach-partition disable-trigger empty-view many-rows cascade unlogged-table lossy-type excepted-name
    catalog-view extension-member drop-extension update-blanket`),
    ...levels('warn', `drop-view drop-index drop-constraint drop-function drop-trigger drop-other update-range bulk-export sleep grant revoke
    check-function-bodies row-security-off search-path timeout-off audit-setting trigger-function hidden-code security-definer extension change-policy
    replica-identity rewrite-table scan-table blocking-index blocking-maintenance masked-comparison rename move-object sequence-values lock-table change-owner cascade-constraint
    unknown-call unique-constraint backfill primary-key-index required-column drop-not-null`),
};
/** For reports and checks: whatever would change something is refused. */
const READ_ONLY = {
    ...STRICT,
    ...levels('block', 'write read-write set-role search-path unsafe-request'),
};
const GIB = 1024 ** 3;
/** Where migration tools keep which migrations ran: one row that is overwritten, or all rows written anew, at every run. */
const BOOKKEEPING = [
    {
        rule: 'update-all',
        relations: [
            '*.alembic_version',
            '*.dbos_migrations',
            '*.knex_migrations_lock',
            '*.schema_info',
            '*.schema_version',
            'pgboss.version',
        ],
    },
    { rule: 'delete-all', relations: ['*.schema_migrations'] },
    { rule: 'truncate', relations: ['*.schema_migrations'] },
];
const builtIn = (name, rules, thresholds, allow = []) => ({
    name,
    mode: 'enforce',
    rules,
    allow,
    thresholds,
});
const BUILT_IN = {
    strict: builtIn('strict', STRICT, { rows: 10_000 }),
    migrations: builtIn('migrations', MIGRATIONS, { rows: 100_000, tableSize: 10 * GIB }, BOOKKEEPING),
    'read-only': builtIn('read-only', READ_ONLY, { rows: 10_000 }),
};
/** A guard by name with everything it extends folded in, `strict` unless it says otherwise. Throws `SluiceError` CONFIG_INVALID for an unknown name, rule or a circle. */
function resolveGuard(name, guards) {
    return resolve(name, guards, []);
}
function resolve(name, guards, seen) {
    // An own guard may take a built-in's name and extend it.
    const own = seen.includes(name) || !Object.hasOwn(guards, name) ? undefined : guards[name];
    if (!own) {
        if (Object.hasOwn(BUILT_IN, name) && !(seen.includes(name) && seen.at(-1) !== name))
            return BUILT_IN[name];
        if (seen.includes(name))
            throw invalid(`guard ${name} extends itself`);
        const names = [...new Set([...Object.keys(BUILT_IN), ...Object.keys(guards)])];
        throw new core_errors/* SluiceError */.ah('CONFIG_INVALID', `there is no guard ${name}`, { hint: suggest(name, names, '') });
    }
    const base = own.extends === undefined ? BUILT_IN.strict : resolve(own.extends, guards, [...seen, name]);
    const allowed = own.allow ?? [];
    const silent = new Set(allowed.filter((entry) => typeof entry === 'string'));
    const rules = {};
    for (const [id, level] of Object.entries(base.rules))
        if (!silent.has(id))
            rules[id] = level;
    for (const level of ['warn', 'hold', 'block'])
        for (const id of own[level] ?? [])
            rules[known(id, name)] = level;
    const exceptions = allowed.filter((entry) => typeof entry !== 'string');
    for (const entry of allowed)
        known(typeof entry === 'string' ? entry : entry.rule, name);
    // Who lists a rule means all of it: exceptions of the guard below are no longer those that were meant.
    const listed = new Set([own.block, own.hold, own.warn].flatMap((list) => list ?? []));
    const inherited = base.allow.filter(({ rule }) => !listed.has(rule));
    const thresholds = { ...base.thresholds, ...own.thresholds };
    const requests = [...(own.requests ?? []), ...(base.requests ?? [])];
    return {
        name,
        mode: own.mode ?? base.mode,
        rules,
        allow: [...inherited, ...exceptions],
        thresholds,
        ...(requests.length > 0 && { requests }),
    };
}
function known(id, guard) {
    if (!RULE_IDS.includes(id))
        throw invalid(`guard ${guard} names the rule ${id}, which does not exist`);
    return id;
}
const invalid = (message) => new core_errors/* SluiceError */.ah('CONFIG_INVALID', message, { hint: "Correct the section 'guards' of the policy file" });

;// CONCATENATED MODULE: ./lib/grants/terms.js


/** Everything the proxy enforces, resolved. Throws `TypeError` when a target or its credential is missing: a caller's bug. */
function buildTerms(request) {
    const { config, rule } = request;
    const guard = resolveGuard(rule.guard, config.guards);
    const masks = resolveMasks(config, rule);
    const limits = resolveLimits(rule.guard, config.guards);
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

;// CONCATENATED MODULE: ./lib/policy/claims.js
// What the CI platforms put into their tokens, from their own documentation.
/** Events of GitHub that run with a token although an outsider wrote what runs: refused unless a rule names them. */
const RISKY_EVENTS = (/* unused pure expression or super */ null && (['pull_request_target', 'workflow_run']));
/** Pipelines of GitLab that may run an outsider's code: refused unless a rule names them. */
const RISKY_SOURCES = (/* unused pure expression or super */ null && (['merge_request_event', 'external_pull_request_event']));
const COMMON = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'];
const CLAIMS = {
    github: [
        ...COMMON,
        ...['actor', 'actor_id', 'base_ref', 'check_run_id', 'enterprise', 'enterprise_id', 'environment'],
        ...[
            'environment_node_id',
            'event_name',
            'head_ref',
            'issuer_scope',
            'job_workflow_ref',
            'job_workflow_sha',
        ],
        ...[
            'ref',
            'ref_protected',
            'ref_type',
            'repository',
            'repository_id',
            'repository_owner',
            'repository_owner_id',
        ],
        ...['repository_visibility', 'run_attempt', 'run_id', 'run_number', 'runner_environment', 'sha'],
        ...['workflow', 'workflow_ref', 'workflow_sha'],
    ],
    gitlab: [
        ...COMMON,
        ...['ci_config_ref_uri', 'ci_config_sha', 'deployment_tier', 'environment', 'environment_action'],
        ...[
            'environment_protected',
            'job_id',
            'job_project_id',
            'job_project_path',
            'job_source',
            'namespace_id',
        ],
        ...[
            'namespace_path',
            'pipeline_id',
            'pipeline_source',
            'project_id',
            'project_path',
            'project_visibility',
            'ref',
        ],
        ...[
            'ref_path',
            'ref_protected',
            'ref_type',
            'runner_environment',
            'runner_id',
            'sha',
            'user_access_level',
        ],
        ...['user_email', 'user_id', 'user_login'],
    ],
};
/** Text that whoever starts the job can choose: to be shown, not to be trusted. */
const CHOSEN_BY_USER = {
    github: ['actor', 'workflow', 'head_ref', 'sub'],
    gitlab: ['sub', 'user_login', 'user_email'],
};
/** Numbers that are never given twice, unlike names. */
const ID_CLAIMS = [
    'repository_id',
    'repository_owner_id',
    'project_id',
    'job_project_id',
    'namespace_id',
];
function isKnownClaim(platform, claim) {
    return CLAIMS[platform].includes(claim) || (platform === 'github' && claim.startsWith('repo_property_'));
}

;// CONCATENATED MODULE: ./lib/policy/checks/access.js
// What an access rule must say so that it means one project and one branch or environment.


function checkAccess(config, report) {
    const names = new Set();
    config.access.forEach((rule, index) => {
        const at = (...path) => ['access', index, ...path];
        if (names.has(rule.name))
            report.error(at('name'), `access[${index}]: another rule is named "${rule.name}" too`, 'Give each rule a name of its own');
        names.add(rule.name);
        const platform = config.issuers[rule.issuer]?.platform;
        if (platform === 'github')
            checkGithub(rule, index, report);
        if (platform === 'gitlab')
            checkGitlab(rule, index, report);
        if (platform)
            checkClaims(rule, platform, index, report);
    });
}
const has = (rule, claim) => Object.hasOwn(rule.claims, claim);
function checkGithub(rule, index, report) {
    const at = ['access', index, 'claims'];
    for (const claim of ['repository_id', 'repository_owner_id'])
        if (!has(rule, claim))
            report.error(at, `access[${index}] "${rule.name}": \`${claim}\` is missing`, `Names can be given to somebody else. Add ${claim}: "…", from \`gh api repos/OWNER/NAME --jq '.id, .owner.id'\``);
    if (has(rule, 'environment') || (has(rule, 'ref') && has(rule, 'ref_type')))
        return;
    report.error(at, `access[${index}] "${rule.name}": any branch or tag could use it`, 'Add `environment: …`; or both `ref: refs/heads/main` and `ref_type: branch`');
}
function checkGitlab(rule, index, report) {
    const at = ['access', index, 'claims'];
    if (!has(rule, 'project_id'))
        report.error(at, `access[${index}] "${rule.name}": \`project_id\` is missing`, 'Paths can be given to another project. Add project_id: "…", from the project’s overview page');
    const bound = has(rule, 'environment') || has(rule, 'ref_path') || (has(rule, 'ref') && has(rule, 'ref_type'));
    if (bound || rule.claims.ref_protected?.every((value) => value === 'true'))
        return;
    report.error(at, `access[${index}] "${rule.name}": any branch or tag could use it`, 'Add `environment: …`, `ref_path: refs/heads/main` or `ref_protected: "true"`');
}
function checkClaims(rule, platform, index, report) {
    for (const [claim, values] of Object.entries(rule.claims)) {
        const at = ['access', index, 'claims', claim];
        if (ID_CLAIMS.includes(claim) && !values.every((value) => /^[0-9]{1,20}$/.test(value)))
            report.error(at, `access[${index}].claims.${claim}: an id is a number`, 'Write the number in quotes; no `*`');
        if (!isKnownClaim(platform, claim))
            report.warning(at, `access[${index}] "${rule.name}" can never match: ${platform} tokens have no claim \`${claim}\``, suggest(claim, CLAIMS[platform], 'Remove it'));
        else if (CHOSEN_BY_USER[platform].includes(claim))
            report.warning(at, `access[${index}].claims.${claim}: this text can be chosen by whoever starts the job, or changes its form`, 'Rely on ids, `ref`, `environment` or `job_workflow_ref`');
        if (values.some((value) => /^\*+$/.test(value)))
            report.warning(at, `access[${index}].claims.${claim}: \`*\` alone matches every value without / and :`, 'Name the values');
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
;// CONCATENATED MODULE: ./lib/policy/schema/values.js
// The small values of the policy file. An error is "cause\ncure" and never quotes the value: it may be a misplaced secret.


const MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const BYTES = {
    B: 1,
    KB: 1000,
    MB: 1000 ** 2,
    GB: 1000 ** 3,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
};
const cause = (what, cure) => `${what}\n${cure}`;
/** `30m`, `5s`: parsed to milliseconds, between the bounds. */
function duration(description, bounds = {}) {
    const [min, max] = [milliseconds(bounds.min ?? '1ms'), milliseconds(bounds.max ?? '365d')];
    const range = `from ${bounds.min ?? '1ms'} to ${bounds.max ?? '365d'}`;
    return schemas/* string */.YjP(cause('not a duration', 'Write a whole number and a unit: 500ms, 5s, 30m, 2h, 1d'))
        .regex(/^[0-9]{1,9}(ms|s|m|h|d)$/, cause('not a duration', 'Write a whole number and a unit: 500ms, 5s, 30m, 2h, 1d'))
        .transform(milliseconds)
        .refine((ms) => ms >= min && ms <= max, cause('the duration is out of range', `Choose one ${range}`))
        .describe(`${description} A duration such as \`5s\` or \`30m\`, ${range}.`);
}
function milliseconds(text) {
    const [, number, unit] = /^([0-9]+)(ms|s|m|h|d)$/.exec(text) ?? [];
    return Number(number) * MS[unit];
}
/** `200MB`: parsed to bytes. */
function size(description) {
    const error = cause('not a size', 'Write a whole number and a unit: 512KB, 200MB, 2GB, 1GiB');
    return schemas/* string */.YjP(error)
        .regex(/^[0-9]{1,6}(B|KB|MB|GB|KiB|MiB|GiB)$/, error)
        .transform((text) => {
        const [, number, unit] = /^([0-9]+)([A-Za-z]+)$/.exec(text) ?? [];
        return Number(number) * BYTES[unit];
    })
        .refine((bytes) => bytes > 0, cause('a size of nothing', 'Choose a size above zero'))
        .describe(`${description} A size such as \`200MB\` (10^6) or \`1GiB\` (2^30).`);
}
const REFERENCE = /^(env:[A-Za-z_][A-Za-z0-9_]{0,254}|file:[^\0\r\n]+)$/;
/** `env:NAME` or `file:PATH`: a secret itself is refused. */
function reference(description) {
    const error = cause('a reference is expected here, not the value itself', 'Write env:NAME or file:PATH; secrets never stand in this file. If one did, replace it: it may have been committed');
    return schemas/* string */.YjP(error)
        .max(4096, error)
        .regex(REFERENCE, error)
        .describe(`${description} A reference, \`env:NAME\` or \`file:PATH\` (relative to this file).`);
}
/** A name that other parts of the file refer to. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const values_name = () => schemas/* string */.YjP(cause('not a name', 'Write a name as text'))
    .regex(NAME, cause('not a usable name', 'Use 1 to 63 letters, digits, `.`, `_` and `-`, beginning with a letter or digit'));
const values_text = (description, max = 200) => schemas/* string */.YjP(cause('text is expected', 'Write text; put numbers, true, false and null in quotes'))
    .min(1, cause('the text is empty', 'Write something, or leave the key out'))
    .max(max, cause('the text is too long', `Use at most ${max} characters`))
    .regex(/^[^\p{Cc}]*$/u, cause('the text has control characters', 'Remove them'))
    .describe(description);
/** At least one of them. */
const list = (item, description) => schemas/* array */.YOg(item, cause('a list is expected', 'Write [one, another]'))
    .min(1, cause('the list is empty', 'Name one, or leave the key out'))
    .describe(description);
const values_count = (description, max) => schemas/* int */.Whr(cause('a whole number is expected', `Write a number from 1 to ${max}`))
    .min(1, cause('the number is too small', `Write a number from 1 to ${max}`))
    .max(max, cause('the number is too large', `Write a number from 1 to ${max}`))
    .describe(description);
/** Host names and addresses that never leave this machine. */
function isLoopback(host) {
    return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.[0-9]{1,3}){3}$/.test(host);
}
/** An address without credentials, query or fragment; plain HTTP on loopback only. */
function url(description) {
    const cure = 'Write https://host[:port][/path]; http:// only for localhost, 127.0.0.1 or [::1]';
    return schemas/* string */.YjP(cause('an address is expected', cure))
        .max(2048, cause('the address is too long', cure))
        .refine(isUsableUrl, cause('not a usable address', cure))
        .describe(`${description} https, or http on loopback.`);
}
function isUsableUrl(value) {
    if (!URL.canParse(value))
        return false;
    const { protocol, hostname, username, password, search, hash } = new URL(value);
    if (username || password || search || hash)
        return false;
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
/** `host:port`, `host` or `[::1]:port`. */
function address(description, defaultPort) {
    const form = defaultPort === undefined ? 'host:port' : 'host or host:port';
    const error = cause('not an address', `Write ${form}; an IPv6 address in brackets: [::1]:5432`);
    return schemas/* string */.YjP(error)
        .transform((value, context) => {
        const [, bracketed, plain, digits] = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::([0-9]{1,5}))?$/.exec(value) ?? [];
        const host = bracketed ?? plain;
        const port = digits === undefined ? defaultPort : Number(digits);
        const none = digits !== undefined && port === 0 && defaultPort !== undefined;
        if (host === undefined || port === undefined || port > 65_535 || none) {
            context.addIssue({ code: 'custom', message: error, input: undefined });
            return core/* NEVER */.tm;
        }
        return { host, port };
    })
        .describe(`${description} \`${form}\`.`);
}
/** `10.0.0.0/8` or one address. */
function network(description) {
    const error = cause('not a network', 'Write an IP address, or one and its bits: 10.0.0.0/8, fd00::/8');
    return schemas/* string */.YjP(error).refine(isNetwork, error).describe(`${description} \`10.0.0.0/8\` or one address.`);
}
/** Nobody means the whole internet. */
function isNetwork(value) {
    const [, address = '', bits] = /^([0-9A-Fa-f:.]{2,45})(?:\/([1-9][0-9]{0,2}))?$/.exec(value) ?? [];
    const family = (0,external_node_net_.isIP)(address);
    return family !== 0 && (bits === undefined || Number(bits) <= (family === 6 ? 128 : 32));
}

;// CONCATENATED MODULE: ./lib/policy/checks/gates.js
// What must hold of receivers of notices and of gated environments.

function checkGates({ server }, report) {
    const names = new Set();
    server?.notify.forEach((receiver, index) => {
        const at = ['server', 'notify', index];
        const here = `server.notify[${index}] "${receiver.name}"`;
        if (names.has(receiver.name))
            report.error([...at, 'name'], `${here}: another receiver has this name too`, 'Give each its own name');
        names.add(receiver.name);
        if (receiver.preset === 'json') {
            if (receiver.secret === undefined)
                report.error(at, `${here}: nothing is signed, so anybody could post such an event`, 'Add `secret:`');
        }
        else if (!REFERENCE.test(receiver.url))
            report.error([...at, 'url'], `${here}: whoever has this address can post to the channel: it is a secret`, 'Write env:NAME or file:PATH, and replace the address if it was committed');
    });
    const gated = new Set();
    server?.github?.environments.forEach(({ repositoryId, environment }, index) => {
        const key = `${repositoryId} ${environment.toLowerCase()}`;
        if (gated.has(key))
            report.error(['server', 'github', 'environments', index], `server.github.environments[${index}]: this environment was named before`, 'Keep one of them');
        gated.add(key);
    });
}

;// CONCATENATED MODULE: ./lib/policy/globs.js
/** Equality, where `*` stands for any characters other than `/` and `:` (also none). Linear in time: no backtracking over separators. */
function matchesGlob(pattern, value) {
    if (!pattern.includes('*'))
        return pattern === value;
    const parts = pattern.split('*');
    const [first = ''] = parts;
    const last = parts.at(-1) ?? '';
    if (!value.startsWith(first))
        return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
        const found = value.indexOf(part, at);
        if (found === -1 || crosses(value, at, found))
            return false;
        at = found + part.length;
    }
    const end = value.length - last.length;
    return end >= at && value.endsWith(last) && !crosses(value, at, end);
}
function crosses(value, from, to) {
    for (let at = from; at < to; at++)
        if (value[at] === '/' || value[at] === ':')
            return true;
    return false;
}
/**
 * A name of a command line is within a pattern: `*` stops at a slash, `**` stands for any directories. A pattern that the
 * name holds itself is met where all that it stands for is within. `…` and `..` are within nothing.
 */
function matchesPath(pattern, name) {
    const parts = name.split('/');
    if (parts.some((part) => part.includes('…') || part === '..'))
        return false;
    return within(pattern.split('/'), parts, 0, 0);
}
/** A colon is no border here: `rails db:migrate`. */
const plain = (text) => text.replaceAll(':', '\ufffd');
function within(pattern, parts, at, to) {
    const expected = pattern[at];
    if (expected === undefined)
        return to === parts.length;
    if (expected === '**') {
        for (let next = to; next <= parts.length; next++)
            if (within(pattern, parts, at + 1, next))
                return true;
        return false;
    }
    const part = parts[to];
    return (part !== undefined && matchesGlob(plain(expected), plain(part)) && within(pattern, parts, at + 1, to + 1));
}

;// CONCATENATED MODULE: ./lib/policy/checks/reach.js



function checkReach(config, report) {
    config.access.forEach((rule, index) => {
        checkShadowed(rule, index, config, report);
        checkContradiction(rule, index, report);
    });
    const used = (name, uses) => config.access.some((rule) => uses(rule).includes(name));
    for (const name of Object.keys(config.targets))
        if (!used(name, (rule) => rule.targets))
            report.warning(['targets', name], `targets.${name}: no access rule lets anybody reach it`, 'Name it in a rule of `access`, or remove it');
    for (const name of Object.keys(config.issuers))
        if (!used(name, (rule) => [rule.issuer]))
            report.warning(['issuers', name], `issuers.${name}: no access rule uses it`, 'Remove it, or write a rule');
    for (const guard of Object.values(config.guards)) {
        checkExceptions(guard, config, report);
        checkThresholds(guard, config, report);
    }
    const extended = Object.values(config.guards).map((guard) => guard.extends);
    for (const name of Object.keys(config.guards))
        if (!extended.includes(name) && !used(name, (rule) => [rule.guard]))
            report.warning(['guards', name], `guards.${name}: no access rule uses it`, 'Name it in a rule of `access`, or remove it');
    for (const name of Object.keys(config.masks))
        if (!used(name, (rule) => (rule.mask === undefined ? [] : [rule.mask])))
            report.warning(['masks', name], `masks.${name}: no access rule uses it`, 'Name it in a rule of `access`, or remove it');
}
/** An exception from a rule that the guard does not have. */
function checkExceptions(guard, config, report) {
    const { rules } = resolveGuard(guard.extends ?? guard.name, config.guards);
    const own = [guard.block, guard.hold, guard.warn].flatMap((list) => list ?? []);
    guard.allow?.forEach((entry, index) => {
        const rule = typeof entry === 'string' ? entry : entry.rule;
        if (Object.hasOwn(rules, rule) || own.includes(rule))
            return;
        report.warning(['guards', guard.name, 'allow', index], `guards.${guard.name}: the exception from "${rule}" can never count: the guard does not have that rule`, 'Remove it');
    });
}
/** A threshold whose rules are not there, or hold already. */
function checkThresholds({ name, thresholds }, config, report) {
    if (!thresholds)
        return;
    const { rules } = resolveGuard(name, config.guards);
    const useless = (key, cause, cure) => report.warning(['guards', name, 'thresholds', key], `guards.${name}.thresholds.${key} changes nothing: ${cause}`, cure);
    if (thresholds.rows !== undefined && !Object.hasOwn(rules, 'many-rows'))
        useless('rows', 'the guard does not have the rule "many-rows"', 'Take many-rows out of `allow`');
    const weighed = RULES.some(({ id, family }) => family === 'lock-risk' && rules[id] === 'warn');
    if (thresholds.tableSize !== undefined && !weighed)
        useless('table_size', 'the guard reports no lock risk that it could hold', 'Add the lock risks to `warn`, as in the guard migrations, or remove it');
}
/** The first rule that matches wins, so one that asks for more than an earlier one is never reached. */
function checkShadowed(rule, index, config, report) {
    const earlier = config.access
        .slice(0, index)
        .filter((other) => other.issuer === rule.issuer && covers(other, rule));
    const open = rule.targets.filter((target) => !earlier.some((other) => other.targets.includes(target)));
    if (open.length > 0)
        return;
    const names = earlier.map((other) => `"${other.name}"`).join(', ');
    report.warning(['access', index, 'name'], `access[${index}] "${rule.name}" can never fire: ${names} above it matches the same jobs`, 'Move it up, or remove it');
}
/** True when every job that `rule` matches is matched by `other`. */
function covers(other, rule) {
    const patterns = Object.entries(other.claims);
    return patterns.every(([claim, wider]) => rule.claims[claim]?.every((value) => wider.some((pattern) => pattern === value || (!value.includes('*') && matchesGlob(pattern, value)))));
}
function checkContradiction(rule, index, report) {
    const { ref, ref_type: type } = rule.claims;
    const prefix = type?.length === 1 && { branch: 'refs/heads/', tag: 'refs/tags/' }[type[0] ?? ''];
    if (!prefix ||
        !ref?.every((value) => value.startsWith('refs/') && !value.startsWith(prefix) && !value.startsWith('refs/*')))
        return;
    report.warning(['access', index, 'claims', 'ref_type'], `access[${index}] "${rule.name}" can never fire: a ${type} is not called ${ref.join(' or ')}`, `A ${type} begins with ${prefix}`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
;// CONCATENATED MODULE: ./lib/policy/schema/access.js


const CLAIM = /^[a-z][a-z0-9_]{0,62}$/;
const value = () => values_text('The claim’s value; `*` stands for characters other than `/` and `:`.', 1024);
const names = (description) => schemas/* array */.YOg(values_name(), cause('a list is expected', 'Write [name, …]'))
    .min(1, cause('the list is empty', 'Name at least one'))
    .describe(description);
const access = schemas/* array */.YOg(schemas/* strictObject */.rej({
    name: values_text('What the rule is for: shown to people and kept in the record.'),
    issuer: values_name().describe('Name of one of `issuers`.'),
    claims: schemas/* record */.g1P(schemas/* string */.YjP()
        .regex(CLAIM, cause('not the name of a claim', 'Write a claim’s name as in the token: repository_id')), schemas/* union */.KCZ([value(), schemas/* array */.YOg(value()).min(1)], cause('a claim is text, or a list of texts', 'Put the value in quotes: "123", "true"; or write a list of at least one')))
        .describe('Every claim must equal its value, or one of a list. A claim that is absent or empty never matches.'),
    targets: names('Targets that these jobs may reach.'),
    guard: values_name().describe('Guard of these sessions; `strict` when left out.').optional(),
    mask: values_name().describe('Mask of these sessions; none when left out.').optional(),
    ttl: duration('Longest session; 30m when left out.', { min: '1m', max: '1d' }).optional(),
    approval: schemas/* strictObject */.rej({
        by: names('Approvers who may agree.'),
        min: values_count('How many of them must agree; 1 when left out.', 10).optional(),
        timeout: duration('How long the exchange waits; 1h when left out.', {
            min: '1m',
            max: '30d',
        }).optional(),
    })
        .describe('The exchange waits until a person agrees.')
        .optional(),
    holds: schemas/* strictObject */.rej({
        by: names('Approvers who may release a held statement.'),
        min: values_count('How many of them must agree; 1 when left out.', 10).optional(),
        timeout: duration('How long a held statement waits; 15m when left out.', {
            min: '10s',
            max: '1d',
        }).optional(),
        strong_locks: schemas/* enum */.k5n(['wait', 'refuse'], cause('not a choice', 'Write wait or refuse'))
            .describe('`refuse` does not wait while the open transaction has locked a table against reads or writes; `wait` (when left out) does, and shows the locks.')
            .optional(),
    })
        .describe('What the guard holds waits until a person agrees. Left out, the approvers of `approval` are asked; without these either, what would be held is refused.')
        .optional(),
}), cause('a list is expected', 'Write one `- name: …` a rule'))
    .describe('Who may reach what. For each target the first rule that matches gives the grant.');

;// CONCATENATED MODULE: ./lib/core/request.js
const TEMPLATE = /^(\*|[A-Z]{1,20}(?:,[A-Z]{1,20}){0,9}) (\/[^\s?#]*)$/;
/**
 * `DELETE /v1/users/{id}`, `PUT,PATCH /v1/**`, `* /admin/**`. `{name}` and `*` stand for one part of the path, `*` also within
 * one; `**` at the end for any number of them. Undefined when it is none.
 */
function parseTemplate(text) {
    const [, methods, path] = TEMPLATE.exec(text) ?? [];
    if (methods === undefined || path === undefined)
        return undefined;
    const segments = path.slice(1).split('/');
    const sound = segments.every((part, at) => (part === '**' ? at === segments.length - 1 : !part.includes('**')) &&
        (/^\{\w{1,40}\}$/.test(part) || !/[{}%;\\]/.test(part)) &&
        (part !== '' || at === segments.length - 1) &&
        part !== '.' &&
        part !== '..');
    return sound ? { methods: methods === '*' ? undefined : methods.split(','), segments } : undefined;
}
/**
 * The first entry that the request meets. An entry that loosens is met by what is exactly so; one that tightens also where
 * a server may read the path otherwise (case, a slash at the end), and where a value could not be read.
 */
function listed(rules, request) {
    return rules.find((rule) => meets(rule, request));
}
function meets({ match, query, body, verdict }, request) {
    const template = parseTemplate(match);
    if (!template)
        return false;
    const loosens = verdict === 'allow' || verdict === 'warn';
    return (methodFits(template.methods, request.method) &&
        pathFits(template.segments, request.segments, loosens) &&
        valuesFit(query, request.query, loosens) &&
        valuesFit(body, request.body, loosens));
}
/** HEAD is a GET without its answer's body. */
const methodFits = (methods, method) => !methods || methods.includes(method) || (method === 'HEAD' && methods.includes('GET'));
function pathFits(pattern, given, exact) {
    const path = exact ? given : request_plain(given);
    const parts = exact ? pattern : request_plain(pattern);
    const rest = parts.at(-1) === '**';
    const fixed = rest ? parts.slice(0, -1) : parts;
    if (rest ? path.length < fixed.length : path.length !== fixed.length)
        return false;
    return fixed.every((part, at) => partFits(part, path[at] ?? ''));
}
const request_plain = (parts) => (parts.at(-1) === '' ? parts.slice(0, -1) : parts).map((part) => part.toLowerCase());
const partFits = (pattern, part) => pattern.startsWith('{') ? part !== '' : pattern === '*' ? part !== '' : request_glob(pattern, part);
function valuesFit(wanted, given, loosens) {
    const names = Object.entries(wanted ?? {});
    if (names.length === 0)
        return true;
    if (!given)
        return !loosens;
    return names.every(([name, patterns]) => {
        const own = given.filter(([at]) => (loosens ? at === name : at.toLowerCase() === name.toLowerCase()));
        const fits = ([, value]) => patterns.some((pattern) => request_glob(pattern, value));
        return loosens ? own.length > 0 && own.every(fits) : own.some(fits);
    });
}
/** `*` stands for any characters. Linear: each piece is looked for behind the one before it. */
function request_glob(pattern, value) {
    const pieces = pattern.split('*');
    const [first = ''] = pieces;
    if (pieces.length === 1)
        return pattern === value;
    const last = pieces.at(-1) ?? '';
    if (!value.startsWith(first))
        return false;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
        const found = value.indexOf(piece, at);
        if (found === -1)
            return false;
        at = found + piece.length;
    }
    return value.length - last.length >= at && value.endsWith(last);
}

;// CONCATENATED MODULE: ./lib/policy/schema/http.js
// Targets that speak HTTP.



const ORIGIN = cause('not an origin', 'Write https://host or https://host:port without a path; http:// for loopback, or with `allow_plaintext`');
/** `https://api.internal:8443`. */
const origin = schemas/* string */.YjP(ORIGIN)
    .max(300, ORIGIN)
    .transform((value, context) => {
    const [, scheme, bracketed, plain, digits] = /^(https?):\/\/(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::([0-9]{1,5}))?\/?$/.exec(value) ?? [];
    const host = bracketed ?? plain;
    const port = digits === undefined ? (scheme === 'http' ? 80 : 443) : Number(digits);
    if (host === undefined || port === 0 || port > 65_535) {
        context.addIssue({ code: 'custom', message: ORIGIN, input: undefined });
        return core/* NEVER */.tm;
    }
    return { host, port, plain: scheme === 'http', loopback: isLoopback(host) };
})
    .describe('The one origin that the target is. `https://host[:port]`.');
const HEADER = cause('not a header’s name', 'Write a name such as X-Api-Key');
const http_REFUSED = /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|accept-encoding|cookie|x-sluice.*)$/i;
const credential = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('static').describe('A credential that exists already.'),
    bearer: reference('Token that is sent as `Authorization: Bearer`.').optional(),
    user: values_text('Account name for `Authorization: Basic`, or a reference to it.', 4096).optional(),
    password: reference('The account’s password.').optional(),
    header: schemas/* string */.YjP(HEADER)
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, HEADER)
        .refine((name) => !http_REFUSED.test(name), cause('this header says something else', 'Choose another one'))
        .describe('Name of the header that carries `value`.')
        .optional(),
    value: reference('The header’s whole value.').optional(),
})
    .describe('`bearer`, or `user` and `password`, or `header` and `value`.');
const TYPE = cause('not a media type', 'Write image/png, or image/* for all of a kind');
const tls = schemas/* strictObject */.rej({
    ca: reference('Certificate authority in PEM; the system’s when left out.').optional(),
    server_name: values_text('Name in the certificate when it differs from the address.', 253).optional(),
    allow_plaintext: schemas/* boolean */.zMY(cause('true or false is expected', 'Write true or false'))
        .describe('Allows an address with `http://` that is not loopback: the credential goes there in clear.')
        .optional(),
})
    .describe('How the target proves who it is; its certificate and name are always verified.');
/** `place`: what every target has. */
const http = (place) => schemas/* strictObject */.rej({
    protocol: schemas/* literal */.euz('http').describe('What the target speaks.'),
    ...place,
    address: origin,
    tls: tls.optional(),
    credential,
    cookies: schemas/* enum */.k5n(['drop', 'pass'], cause('not a way to treat cookies', 'Write drop or pass'))
        .describe('`drop` (when left out): cookies go neither way. `pass`: they do.')
        .optional(),
    unmasked: list(schemas/* string */.YjP(TYPE).regex(/^[a-z0-9.+-]{1,60}\/(?:\*|[a-z0-9.+-]{1,100})$/, TYPE), 'Media types that may pass although masks cannot look into them, `image/*`; others are refused.').optional(),
});
const MATCH = cause('not a request', 'Write "DELETE /v1/users/{id}": a method, several with commas, or *; and a path. {id} stands for one part, ** at the end for any rest');
const values = (description) => schemas/* record */.g1P(schemas/* string */.YjP().min(1).max(200), schemas/* union */.KCZ([values_text('Value.', 500), list(values_text('Value.', 500), 'Values, one of which it must have.')], {
    error: cause('text is expected', 'Write text or a list of texts; numbers, true and false in quotes'),
}))
    .describe(description)
    .optional();
const requests = schemas/* array */.YOg(schemas/* strictObject */.rej({
    match: schemas/* string */.YjP(MATCH)
        .max(500, MATCH)
        .refine((value) => parseTemplate(value) !== undefined, MATCH)
        .describe('`DELETE /v1/users/{id}`, `PUT,PATCH /v1/**`, `* /admin/**`.'),
    query: values('Values of the query by name; `*` stands for any characters.'),
    body: values('Values of a JSON or form body by the path of their field, `items.kind`.'),
    verdict: schemas/* enum */.k5n(['allow', 'warn', 'hold', 'block'], cause('not a verdict', 'Write allow, warn, hold or block'))
        .describe('What happens to it.'),
}), cause('a list is expected', 'Write [{ match: "GET /v1/**", verdict: allow }, …]'))
    .describe('Requests over HTTP: the first entry that is met decides. Without one, `unsafe-request` speaks of every method but GET, HEAD and OPTIONS.');

;// CONCATENATED MODULE: ./lib/policy/schema/guards.js



const guards_rule = () => values_text('Id of a statement rule.', 63);
const rules = (description) => schemas/* array */.YOg(guards_rule(), cause('a list is expected', 'Write [rule, …]')).describe(description);
/** Of rows. */
const MOST = 1_000_000_000_000;
const limits = schemas/* strictObject */.rej({
    statement_timeout: duration('Longest run of one statement.', { max: '1d' }).optional(),
    lock_timeout: duration('Longest wait for a lock.', { max: '1d' }).optional(),
    idle_in_transaction_timeout: duration('Longest pause within a transaction.', { max: '1d' }).optional(),
    rows: values_count('Most rows that one statement may return.', 1_000_000_000).optional(),
    bytes: size('Most bytes that one statement may return.').optional(),
    connections: values_count('Most client connections at a time; 50 when left out.', 10_000).optional(),
})
    .describe('What one statement and one session may use.');
const things = (one, description) => schemas/* array */.YOg(values_text(one, 1000))
    .min(1, cause('the list is empty', 'Name one, or give the rule’s id alone'))
    .describe(description)
    .optional();
const allowed = schemas/* union */.KCZ([
    guards_rule(),
    schemas/* strictObject */.rej({
        rule: guards_rule(),
        relations: schemas/* array */.YOg(values_text('`schema.table`; `*` stops at a dot.', 200))
            .min(1, cause('the list is empty', 'Name a relation, or give the rule’s id alone'))
            .describe('The rule does not speak for these relations.')
            .optional(),
        paths: things('`/srv/app/releases/*`; `*` stops at a slash, `**` does not. `~` is the home directory.', 'It does not speak for these paths of a host.'),
        programs: things('A program’s path, or a runner with its task: `npm run migrate`.', 'It does not speak for these programs, whatever their arguments.'),
        names: things('A name; `*` stops at a slash.', 'It does not speak for these services, packages, containers, accounts or hosts.'),
        rows: values_count('It does not speak up to this many rows, as the server estimates.', MOST).optional(),
        table_size: size('It does not speak for relations up to this size, with their indexes.').optional(),
    })
        .refine(({ relations, paths, programs, names, rows, table_size }) => [relations, paths, programs, names, rows, table_size].some((given) => given !== undefined), cause('an exception without a condition', 'Add relations, paths, programs, names, rows or table_size, or give the rule’s id alone')),
], cause('not an exception', 'Write a rule’s id, or { rule: …, relations: [schema.table] }'))
    .describe('A rule that does not speak: everywhere, or for what meets every condition given. What is not known meets none.');
const thresholds = schemas/* strictObject */.rej({
    rows: values_count('Most rows that one statement (as the server estimates) or one transaction (counted) may delete or update; beyond, `many-rows` speaks. 10,000 in `strict`, 100,000 in `migrations`.', MOST).optional(),
    table_size: size('Largest relation, with its indexes, for which a lock risk is only reported; it is held for larger ones. 10GiB in `migrations`.').optional(),
})
    .describe('Beyond these a statement is held that would pass. Each is taken from `extends` when left out.');
const guards = schemas/* record */.g1P(values_name(), schemas/* strictObject */.rej({
    extends: values_name()
        .describe('Guard to start from: `strict`, `migrations`, `read-only`, or one of this file; `strict` when left out.')
        .optional(),
    mode: schemas/* enum */.k5n(['enforce', 'observe'], cause('not a mode', 'Write enforce or observe'))
        .describe('`observe` lets everything pass and records what would have happened.')
        .optional(),
    block: rules('Rules whose statements are refused.').optional(),
    hold: rules('Rules whose statements wait for an approver.').optional(),
    warn: rules('Rules that are only reported.').optional(),
    allow: schemas/* array */.YOg(allowed, cause('a list is expected', 'Write [rule, …]'))
        .describe('Exceptions. Those of the guard it extends count too, but for rules that this guard lists in `block`, `hold` or `warn`.')
        .optional(),
    requests: requests.optional(),
    thresholds: thresholds.optional(),
    limits: limits.optional(),
}))
    .describe('Statement policies, by a name of your choice. `block` beats `hold` beats `allow`.');

;// CONCATENATED MODULE: ./lib/policy/schema/issuers.js


const issuers = schemas/* record */.g1P(values_name(), schemas/* strictObject */.rej({
    issuer: url('The `iss` of the platform’s tokens, compared whole.'),
    platform: schemas/* enum */.k5n(['github', 'gitlab'], cause('not a platform', 'Write github or gitlab'))
        .describe('Whose tokens these are. May be left out when the issuer is named `github` or `gitlab`.')
        .optional(),
    audience: values_text('What `aud` must be, exactly; `server.url` when left out.', 2048).optional(),
    jwks_uri: url('Where the signing keys are, when the issuer’s discovery document is not to be asked.').optional(),
}))
    .describe('CI platforms whose tokens are accepted, by a name of your choice.');
const approvers = schemas/* record */.g1P(values_name(), schemas/* strictObject */.rej({
    group: values_text('Group in the sign-in provider’s `groups` claim whose members may approve.'),
}))
    .describe('Who may approve, by a name of your choice.');

// EXTERNAL MODULE: ./lib/core/pattern.js
var pattern = __webpack_require__(9325);
;// CONCATENATED MODULE: ./lib/policy/schema/masks.js



const PATTERN = /^[^.\p{Cc}]+\.[^.\p{Cc}]+\.[^.\p{Cc}]+$/u;
const kind = schemas/* preprocess */.vkY((value) => (value === null ? 'null' : value), schemas/* enum */.k5n(['redact', 'partial', 'hash', 'null'], cause('not a mask', 'Write redact, partial, hash or null')))
    .describe('`redact` replaces the value, `partial` keeps its shape and a little, `hash` gives equal values the same token for this session, `null` gives NULL.');
const MOST_PATTERNS = 20;
const masks_pattern = schemas/* string */.YjP(cause('text is expected', 'Write the pattern as text, best in single quotes'))
    .superRefine((source, context) => {
    const compiled = (0,pattern/* compilePattern */.E)(source);
    if ('problem' in compiled)
        context.addIssue({ code: 'custom', message: cause(compiled.problem, compiled.cure) });
})
    .describe('A pattern such as `EMP-[0-9]{6}`, of at most 200 characters.');
const masks = schemas/* record */.g1P(values_name(), schemas/* strictObject */.rej({
    columns: schemas/* record */.g1P(schemas/* string */.YjP()
        .regex(PATTERN, cause('not a column pattern', 'Write "schema.table.column" in quotes; `*` stops at a dot: "*.*.password_hash"')), kind)
        .describe('Masks by column, `schema.table.column`; `*` stops at a dot. The first pattern that matches wins.')
        .optional(),
    fields: schemas/* record */.g1P(schemas/* string */.YjP()
        .max(200)
        .regex(/^[^\s.]+(\.[^\s.]+)*$/, cause('not a field pattern', 'Write a name, or a path in quotes: "data.*.email"')), kind)
        .describe('Masks over HTTP by field of JSON, forms and events: a name alone (`ssn`) means every field of that name, a path (`data.*.email`) starts at the top; `*` stands for one name or a part of one, `**` for any number; lists take no part. Upper and lower case are the same. The first pattern that matches wins.')
        .optional(),
    detect: schemas/* array */.YOg(values_text('Id of a detector.', 63), cause('a list is expected', 'Write [detector, …]'))
        .describe('Detectors that look for secrets and personal data in every text value.')
        .optional(),
    patterns: schemas/* record */.g1P(values_name(), masks_pattern)
        .refine((patterns) => Object.keys(patterns).length <= MOST_PATTERNS, cause('too many patterns', `Write at most ${MOST_PATTERNS}, or join some with |`))
        .describe('Own patterns by a name of your choice, in RE2 syntax: what they match is masked as what detectors find. Of a longer value the first 64 KiB are searched and the rest is hidden when a match may stand there.')
        .optional(),
    predicates: schemas/* enum */.k5n(['strict', 'flag'], cause('not a way to treat conditions', 'Write strict or flag'))
        .describe('Conditions and orders on masked columns, which tell values bit by bit: `flag` (the default) warns and records them; `strict` holds every statement that does more with such a column than to show, count or overwrite it.')
        .optional(),
}))
    .describe('What is masked in results, by a name of your choice.');

;// CONCATENATED MODULE: ./lib/policy/schema/github.js


const id = (description) => schemas/* string */.YjP(cause('an id as text is expected', 'Write the number in quotes'))
    .regex(/^[0-9]{1,20}$/, cause('an id is a number', 'Write the number in quotes; no `*`'))
    .describe(description);
const github = schemas/* strictObject */.rej({
    app_id: id('Id of the GitHub App.'),
    private_key: reference('The app’s private key, PEM.'),
    webhook_secret: reference('Secret of the app’s webhook.'),
    api_url: url('Base of the REST API; https://api.github.com when left out.').optional(),
    environments: schemas/* array */.YOg(schemas/* strictObject */.rej({
        repository_id: id('Id of the repository, from `gh api repos/OWNER/NAME --jq .id`.'),
        environment: values_text('Name of the environment.', 255),
        by: schemas/* array */.YOg(values_name(), cause('a list is expected', 'Write [name, …]'))
            .min(1, cause('the list is empty', 'Name at least one'))
            .describe('Approvers who may agree.'),
        min: values_count('How many of them must agree; 1 when left out.', 10).optional(),
        timeout: duration('How long a deployment waits before it is rejected; 1h when left out.', {
            min: '1m',
            max: '29d',
        }).optional(),
    }), cause('a list is expected', 'Write one `- repository_id: …` an environment'))
        .min(1, cause('the list is empty', 'Name at least one'))
        .describe('Environments whose deployments wait here. Others are left to wait where they are.'),
})
    .describe('A GitHub App whose custom deployment protection rule asks the approvers of this file; its webhook is `/github/webhook` of this server.');

;// CONCATENATED MODULE: ./lib/policy/schema/notify.js


const PRESETS = ['json', 'slack', 'teams'];
const EVENTS = ['asked', 'decided', 'expired', 'withdrawn'];
const notify_address = () => {
    const error = cause('not a usable address', 'Write env:NAME or file:PATH when the address is a secret (Slack, Teams, anything with a query); else https://host[:port][/path], http:// only on loopback');
    return schemas/* string */.YjP(error)
        .max(4096, error)
        .refine((value) => REFERENCE.test(value) || isUsableUrl(value), error)
        .describe('Where notices are posted: a reference, `env:NAME` or `file:PATH`, or the address itself when it is no secret. https, or http on loopback.');
};
const notify = schemas/* array */.YOg(schemas/* strictObject */.rej({
    name: values_name().describe('What logs and metrics call the receiver.'),
    url: notify_address(),
    preset: schemas/* enum */.k5n(PRESETS, cause('not a preset', `Write ${PRESETS.join(', ')}`))
        .describe('Form of the message; `json` (when left out) is the plain event.')
        .optional(),
    secret: reference('Signs what is posted, in the form of Standard Webhooks; `json` needs one. `whsec_` and base64, or any text of at least 24 bytes.').optional(),
    on: schemas/* array */.YOg(schemas/* enum */.k5n(EVENTS, cause('not an event', `Write ${EVENTS.join(', ')}`)), cause('a list is expected', `Write [${EVENTS.join(', ')}], or some of them`))
        .min(1, cause('the list is empty', 'Name at least one'))
        .describe('What is told; [asked, decided, expired] when left out.')
        .optional(),
    targets: schemas/* array */.YOg(values_name(), cause('a list is expected', 'Write [name, …]'))
        .min(1, cause('the list is empty', 'Name at least one'))
        .describe('Only requests for one of these targets; all when left out.')
        .optional(),
    statement: schemas/* boolean */.zMY(cause('true or false is expected', 'Write true or false'))
        .describe('Sends the text of held statements along, as in the record. It may be sensitive: left out, it is not sent.')
        .optional(),
}), cause('a list is expected', 'Write one `- name: …` a receiver'))
    .max(50, cause('too many receivers', 'Use at most 50'))
    .describe('Who is told of requests that wait for an approver.');

;// CONCATENATED MODULE: ./lib/policy/schema/server.js




const groups = (description) => schemas/* array */.YOg(values_text('A group of the sign-in provider.'), cause('a list is expected', 'Write [group, …]'))
    .describe(description);
const server = schemas/* strictObject */.rej({
    url: url('Public address of the grant server: audience of pipeline tokens and base of session links.'),
    listen: address('Where the server listens; 127.0.0.1:8700 when left out.').optional(),
    data: values_text('Directory of the database and the session records, relative to this file; `data` when left out.', 4096).optional(),
    trusted_proxies: schemas/* array */.YOg(network('A proxy in front of the server.'))
        .describe('Proxies whose `X-Forwarded-For` says who called; nobody’s when left out. Behind a proxy that is not named here all callers share one limit.')
        .optional(),
    keep_audit: duration('How long a line of the audit log is kept; 365d when left out.', {
        min: '1d',
        max: '3650d',
    }).optional(),
    sign_in: schemas/* strictObject */.rej({
        issuer: url('Address of the OpenID Connect provider that people sign in with.'),
        client_id: values_text('The client that the provider knows this server by.'),
        client_secret: reference('The client’s secret; a public client has none.').optional(),
        scopes: schemas/* array */.YOg(values_text('A scope.', 100))
            .describe('Scopes besides `openid`; [profile, email] when left out.')
            .optional(),
        claims: schemas/* strictObject */.rej({
            name: values_text('The claim with the name that people are shown by; `name` when left out.', 100).optional(),
            groups: values_text('The claim with the list of groups; `groups` when left out.', 100).optional(),
            logins: schemas/* array */.YOg(values_text('A claim.', 100), cause('a list is expected', 'Write [claim, …]'))
                .min(1, cause('the list is empty', 'Name at least one'))
                .describe('Claims that hold somebody’s login on the CI platform, so that nobody approves what they started; [preferred_username, email] when left out.')
                .optional(),
        })
            .describe('Which claims of the provider say what.')
            .optional(),
        lifetime: duration('How long somebody stays signed in; 12h when left out.', {
            min: '5m',
            max: '7d',
        }).optional(),
    })
        .describe('How people sign in. Left out, the server prints a link for one administrator each time it starts.')
        .optional(),
    roles: schemas/* strictObject */.rej({
        viewer: groups('Groups that may see sessions and requests; everybody who signs in when left out.').optional(),
        admin: groups('Groups that may see the policy and the audit log; nobody when left out.').optional(),
    })
        .describe('Who may see what. Who may approve stands in `approvers`.')
        .optional(),
    notify: notify.optional(),
    github: github.optional(),
    limits: schemas/* strictObject */.rej({
        exchanges_per_minute: values_count('Token exchanges a minute of one repository or project; 60 when left out.', 100_000).optional(),
        requests_per_minute: values_count('Requests a minute of one address; 1200 when left out.', 1_000_000).optional(),
        record: size('Largest session record that is kept; 1GB when left out.').optional(),
    })
        .describe('What one caller may use of the server.')
        .optional(),
})
    .describe('The grant server. Leave it out for a standalone session (`sluice run --config`).');

;// CONCATENATED MODULE: ./lib/policy/schema/ports.js
/** The protocols that a target may speak, with the port that is meant when an address has none. */
const PORTS = { postgres: 5432, ssh: 22, http: 443 };

;// CONCATENATED MODULE: ./lib/policy/schema/ssh.js
// Targets that speak SSH.


const ACCOUNT = cause('not an account’s name', 'Use letters, digits, `.`, `_`, `-`; not beginning with `-`; at most 64');
const ssh_account = (description) => values_text(description, 64).regex(/^[A-Za-z0-9_][A-Za-z0-9._@-]*\$?$/, ACCOUNT);
const HOST_KEY = cause('not a public host key', 'Write type and key as ssh-keyscan prints them, without the host: ssh-ed25519 AAAA…');
const hostKey = schemas/* string */.YjP(HOST_KEY)
    .max(8192, HOST_KEY)
    .regex(/^(?:ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}(?: [^\p{Cc}]*)?$/u, HOST_KEY);
const fixed = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('static').describe('An account that exists already.'),
    user: values_text('Account name, or a reference to it.', 4096),
    private_key: reference('The account’s private key in PEM or OpenSSH’s form, without a passphrase.').optional(),
    password: reference('The account’s password.').optional(),
})
    .describe('A credential that exists already: `user`, and `private_key` or `password`.');
const certificate = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('ssh-certificate')
        .describe('A key and certificate made for one grant; the private key never leaves the session.'),
    ca: reference('Private key of the certificate authority that the target trusts (`TrustedUserCAKeys`): Ed25519 or RSA, without a passphrase.'),
    user: ssh_account('Account on the target that the job acts as.'),
    principals: list(ssh_account('Name in the certificate.'), 'Names in the certificate; the account’s own when left out.').optional(),
    source_address: list(network('Network.'), 'Networks that the target sees runners come from; any when left out.').optional(),
    force_command: values_text('What sshd runs whatever the job asks for.', 1000).optional(),
})
    .describe('A short-lived certificate of an authority of your own.');
const ENVIRONMENT = cause('not a variable’s name', 'Write letters, digits and `_`; `*` at the end for any rest: LC_*');
const FORWARD = cause('not an address', 'Write host:port, or host:* for any port; an IPv6 address in brackets');
/** `place`: what every target has. */
const ssh = (place) => schemas/* strictObject */.rej({
    protocol: schemas/* literal */.euz('ssh').describe('What the target speaks.'),
    ...place,
    host_keys: list(hostKey, 'Public keys of the host, one of which it must show.').optional(),
    known_hosts: reference('File with known_hosts lines; those for this address count.').optional(),
    credential: schemas/* discriminatedUnion */.gMt('provider', [fixed, certificate], {
        error: cause('not a credential provider for SSH', 'Write provider: ssh-certificate or static'),
    })
        .describe('Where the credential comes from.'),
    shell: schemas/* enum */.k5n(['refuse', 'record'], cause('not a way to treat shells', 'Write refuse or record'))
        .describe('Interactive shells and terminals. `refuse` (when left out): only commands and file transfers. `record`: allowed, recorded and masked; what is typed there is not judged.')
        .optional(),
    environment: list(schemas/* string */.YjP(ENVIRONMENT).regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}\*?$/, ENVIRONMENT), 'Variables that clients may set; LANG and LC_* when left out.').optional(),
    forward: list(schemas/* string */.YjP(FORWARD)
        .regex(/^(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9._-]{0,252}):(?:[0-9]{1,5}|\*)$/, FORWARD), 'Addresses that clients may reach through the target (`ssh -L`, `ssh -W`), `host:port`; none when left out. What goes there is not judged.').optional(),
});

;// CONCATENATED MODULE: ./lib/policy/schema/targets.js





/** Stands for the protocol’s own port until that is known. */
const NO_PORT = 0;
const identifier = (description) => values_text(description, 63);
const targets_tls = schemas/* strictObject */.rej({
    mode: schemas/* enum */.k5n(['verify-full', 'verify-ca', 'require', 'disable'], cause('not a TLS mode', 'Write verify-full, verify-ca, require or disable'))
        .describe('`verify-full` (when left out): certificate and name are verified. `verify-ca`: the name is not. `require`: encrypted, but anybody may answer. ' +
        '`disable`: plain TCP, for loopback addresses only unless `allow_plaintext` says otherwise.')
        .optional(),
    ca: reference('Certificate authority in PEM; the system’s when left out.').optional(),
    server_name: values_text('Name in the certificate when it differs from the address.', 253).optional(),
    allow_plaintext: schemas/* boolean */.zMY(cause('true or false is expected', 'Write true or false'))
        .describe('Allows `mode: disable` to an address that is not loopback: the password check is protected, the data is not. For isolated networks.')
        .optional(),
})
    .describe('How the connection to the target is protected.');
const targets_fixed = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('static').describe('An account that exists already.'),
    url: reference('Connection URL; user and password are taken from it.').optional(),
    user: values_text('Account name, or a reference to it.', 4096).optional(),
    password: reference('The account’s password.').optional(),
})
    .describe('A credential that exists already: `url`, or `user` and `password`.');
const role = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('postgres-role').describe('A role made for one grant and dropped at its end.'),
    broker: reference('Connection URL of an account with CREATEROLE that makes the roles; its TLS is that of the target.'),
    owner: identifier('Role that the job acts as and that owns what the job makes.'),
})
    .describe('A PostgreSQL role made for each grant.');
const providers = { static: targets_fixed, 'postgres-role': role };
const place = {
    address: address('Where the target is; the protocol’s own port when none is given.', NO_PORT),
    retention: duration('How long records of ended sessions are kept; for good when left out. A session of several targets is kept for the longest; the seal and its place in the log stay.', { min: '1d', max: '3650d' }).optional(),
};
const postgres = schemas/* strictObject */.rej({
    protocol: schemas/* literal */.euz('postgres').describe('What the target speaks.'),
    ...place,
    database: identifier('The database; a session can reach no other.'),
    tls: targets_tls.optional(),
    credential: schemas/* discriminatedUnion */.gMt('provider', [targets_fixed, role], {
        error: cause('not a credential provider', `Write provider: ${Object.keys(providers).join(' or ')}`),
    })
        .describe('Where the credential comes from.'),
});
const targets = schemas/* record */.g1P(values_name(), schemas/* discriminatedUnion */.gMt('protocol', [postgres, ssh(place), http(place)], {
    error: cause('not a protocol', `Write protocol: ${Object.keys(PORTS).join(' or ')}`),
}))
    .describe('What jobs may reach, by a name of your choice.');

;// CONCATENATED MODULE: ./lib/policy/schema/index.js








/** The policy file as it is written; every section but `version` may be left out. */
const file = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1, cause('not a version of this file', 'Write version: 1'))
        .describe('Version of this file’s form: 1.'),
    server: server.optional(),
    issuers: issuers.optional(),
    approvers: approvers.optional(),
    targets: targets.optional(),
    guards: guards.optional(),
    masks: masks.optional(),
    access: access.optional(),
})
    .describe('Policy of Sluice: who may reach what, and what may be done there.');
/** JSON Schema (2020-12) of the file, for editors. */
function jsonSchema() {
    return { title: 'sluice.yml', ...json_schema_processors/* toJSONSchema */.bl(file, { io: 'input', unrepresentable: 'any' }) };
}

;// CONCATENATED MODULE: ./lib/policy/issues.js


function problemsOf(error, source) {
    const schema = jsonSchema();
    return error.issues.flatMap((issue) => problems(issue, source, schema));
}
function problems(issue, source, schema) {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => unknownKey(key, path, source, schema));
    if (issue.code === 'invalid_union')
        return union(issue, source, schema);
    if (issue.code === 'invalid_key') {
        const [message, hint] = split(issue.issues[0]?.message ?? issue.message);
        return [{ ...source.keyAt(path), message: `${issues_place(path)}: ${message}`, hint }];
    }
    if (missing(path, source)) {
        const key = String(path.at(-1));
        const hint = `Add \`${key}: …\`${describe(at(schema, path))}`;
        return [{ ...source.keyAt(path), message: `${issues_place(path.slice(0, -1))}: \`${key}\` is missing`, hint }];
    }
    const [message, hint] = split(issue.message);
    return [{ ...source.valueAt(path), message: `${issues_place(path)}: ${message}`, hint }];
}
function unknownKey(key, path, source, schema) {
    const known = [...new Set(at(schema, path).flatMap((node) => Object.keys(object(node.properties))))];
    const hint = suggest(key, known, 'Remove it');
    return { ...source.keyAt([...path, key]), message: `${issues_place(path)}: unknown key "${key}"`, hint };
}
/** The one branch that fits the value's kind tells more than "none fits". */
function union(issue, source, schema) {
    const kind = Array.isArray(read(source.value, issue.path)) ? 'array' : typeof read(source.value, issue.path);
    const branch = issue.errors.find((errors) => !errors.some((inner) => inner.path.length === 0 && isOtherKind(inner, kind)));
    if (branch && kind !== 'string')
        return branch.flatMap((inner) => problems({ ...inner, path: [...issue.path, ...inner.path] }, source, schema));
    const [message, hint] = split(issue.message);
    return [{ ...source.valueAt(issue.path), message: `${issues_place(issue.path)}: ${message}`, hint }];
}
const isOtherKind = (issue, kind) => issue.code === 'invalid_type' && issue.expected !== kind;
function missing(path, source) {
    const parent = read(source.value, path.slice(0, -1));
    return (path.length > 0 && typeof parent === 'object' && parent !== null && !Object.hasOwn(parent, path.at(-1)));
}
function read(value, path) {
    return path.reduce((inner, key) => typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? inner[key]
        : undefined, value);
}
/** `access[0].claims.ref`; the file itself at the top. */
function issues_place(path) {
    let text = '';
    for (const key of path) {
        if (typeof key === 'number')
            text += `[${key}]`;
        else
            text += text === '' ? String(key) : `.${String(key)}`;
    }
    return text === '' ? 'the file' : text;
}
function split(message) {
    const [cause = '', cure] = message.split('\n');
    return [cause, cure ?? 'See `sluice policy schema`'];
}
/** The schema's nodes that speak for `path`. */
function at(schema, path) {
    let nodes = branches(schema);
    for (const key of path) {
        nodes = nodes.flatMap((node) => {
            const properties = object(node.properties);
            const child = typeof key === 'number'
                ? node.items
                : Object.hasOwn(properties, key)
                    ? properties[String(key)]
                    : node.additionalProperties;
            return isObject(child) ? branches(child) : [];
        });
    }
    return nodes;
}
function branches(node) {
    const inner = [node.oneOf, node.anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
    return inner.length === 0 ? [node] : [node, ...inner.flatMap(branches)];
}
function describe([node]) {
    return typeof node?.description === 'string' ? `. ${node.description}` : '';
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value) => (isObject(value) ? value : {});

;// CONCATENATED MODULE: ./lib/policy/checks/references.js


function checkReferences(config, known, report) {
    const guards = [...known.guards, ...Object.keys(config.guards)];
    const need = (kind, name, names, path) => {
        if (names.includes(name))
            return;
        report.error(path, `${issues_place(path)}: unknown ${kind} "${name}"`, suggest(name, names, `The file defines none: add it`));
    };
    config.access.forEach((rule, index) => {
        const at = (...path) => ['access', index, ...path];
        need('issuer', rule.issuer, Object.keys(config.issuers), at('issuer'));
        need('guard', rule.guard, guards, at('guard'));
        if (rule.mask !== undefined)
            need('mask', rule.mask, Object.keys(config.masks), at('mask'));
        rule.targets.forEach((name, n) => void need('target', name, Object.keys(config.targets), at('targets', n)));
        for (const part of ['approval', 'holds'])
            rule[part]?.by.forEach((name, n) => {
                // What `holds` has from `approval` was said there.
                if (part === 'approval' || rule.holds?.by !== rule.approval?.by)
                    need('approver', name, Object.keys(config.approvers), at(part, 'by', n));
            });
    });
    config.server?.notify.forEach((receiver, index) => {
        receiver.targets?.forEach((name, n) => void need('target', name, Object.keys(config.targets), ['server', 'notify', index, 'targets', n]));
    });
    config.server?.github?.environments.forEach(({ by }, index) => {
        const at = ['server', 'github', 'environments', index, 'by'];
        by.forEach((name, n) => void need('approver', name, Object.keys(config.approvers), [...at, n]));
    });
    for (const mask of Object.values(config.masks))
        mask.detect.forEach((id, n) => void need('detector', id, known.detectors, ['masks', mask.name, 'detect', n]));
    for (const guard of Object.values(config.guards)) {
        const at = (...path) => ['guards', guard.name, ...path];
        if (guard.extends !== undefined)
            need('guard', guard.extends, guards, at('extends'));
        for (const list of ['block', 'hold', 'warn'])
            guard[list]?.forEach((id, n) => void need('rule', id, known.rules, at(list, n)));
        guard.allow?.forEach((entry, n) => {
            if (typeof entry === 'string')
                need('rule', entry, known.rules, at('allow', n));
            else
                need('rule', entry.rule, known.rules, at('allow', n, 'rule'));
        });
    }
}

;// CONCATENATED MODULE: ./lib/policy/checks/report.js
function findings(source) {
    const errors = [];
    const warnings = [];
    const report = {
        error: (path, message, hint) => void errors.push({ ...source.valueAt(path), message, hint }),
        warning: (path, message, hint) => void warnings.push({ ...source.valueAt(path), message, hint }),
    };
    return { report, errors, warnings };
}

;// CONCATENATED MODULE: ./lib/policy/checks/http.js
function checkHttp(name, { address, tls, credential }, report) {
    const at = ['targets', name];
    const { bearer, user, password, header, value } = credential;
    const pairs = [
        [user, password],
        [header, value],
    ];
    const given = pairs.filter((pair) => pair.some((part) => part !== undefined));
    const half = given.some((pair) => pair.includes(undefined));
    if (half || given.length + (bearer === undefined ? 0 : 1) !== 1)
        report.error([...at, 'credential'], `targets.${name}.credential: give one of \`bearer\`, \`user\` and \`password\`, \`header\` and \`value\``, 'Write bearer: env:NAME; or header: X-Api-Key and value: env:NAME');
    if (address.plain && !address.loopback && tls?.allow_plaintext !== true)
        report.error([...at, 'address'], `targets.${name}: the credential would go to ${address.host} in clear`, 'Use https://; or add `tls: { allow_plaintext: true }` when nobody else is on that network');
    if (address.plain && (tls?.ca !== undefined || tls?.server_name !== undefined))
        report.error([...at, 'tls'], `targets.${name}: settings of TLS, but the address is http://`, 'Write https://, or remove them');
}

;// CONCATENATED MODULE: ./lib/policy/checks/ssh.js
function checkSsh(name, target, report) {
    const at = ['targets', name];
    if (target.host_keys === undefined && target.known_hosts === undefined)
        report.error(at, `targets.${name}: nothing says how the host is known`, 'Add host_keys: [ssh-ed25519 AAAA…] as `ssh-keyscan` prints them on a network that you trust, or known_hosts: file:PATH');
    const { credential, forward = [] } = target;
    if (credential.provider === 'static' &&
        (credential.private_key === undefined) === (credential.password === undefined))
        report.error([...at, 'credential'], `targets.${name}.credential: give either \`private_key\` or \`password\``, 'Write private_key: env:NAME, or password: env:NAME');
    forward.forEach((address, index) => {
        const port = Number(address.slice(address.lastIndexOf(':') + 1));
        if (port === 0 || port > 65_535)
            report.error([...at, 'forward', index], `targets.${name}.forward: not a port`, 'Write a port from 1 to 65535, or *');
    });
}

;// CONCATENATED MODULE: ./lib/policy/checks/sections.js



function checkSections(file, config, known, report) {
    checkIssuers(file, config, report);
    for (const target of Object.values(config.targets)) {
        const raw = file.targets?.[target.name];
        if (raw?.protocol === 'ssh')
            checkSsh(target.name, raw, report);
        if (raw?.protocol === 'http')
            checkHttp(target.name, raw, report);
        if (raw?.protocol !== 'postgres')
            continue;
        checkTls(target, raw.tls?.allow_plaintext === true, report);
        if (raw.credential.provider === 'static')
            checkStatic(target.name, raw.credential, report);
    }
    for (const guard of Object.values(config.guards))
        checkGuard(guard, config, known, report);
}
function checkIssuers(file, config, report) {
    const seen = new Map();
    for (const issuer of Object.values(config.issuers)) {
        const at = ['issuers', issuer.name];
        const named = issuer.name === 'github' || issuer.name === 'gitlab';
        if (!named && file.issuers?.[issuer.name]?.platform === undefined)
            report.error(at, `issuers.${issuer.name}: nothing says whose tokens these are`, 'Add `platform: github` or `platform: gitlab`');
        const twin = seen.get(issuer.issuer);
        if (twin !== undefined)
            report.error([...at, 'issuer'], `issuers.${issuer.name}: the same issuer as "${twin}"`, 'Keep one of them');
        seen.set(issuer.issuer, issuer.name);
    }
}
function checkTls(target, allowPlaintext, report) {
    const at = ['targets', target.name, 'tls'];
    const { mode, ca } = target.tls ?? {};
    if (mode === 'disable' && !isLoopback(target.host) && !allowPlaintext)
        report.error([...at, 'mode'], `targets.${target.name}: TLS is disabled and ${target.host} is not a loopback address`, 'Use mode: verify-full; or add `allow_plaintext: true` when nobody else is on that network');
    if (mode === 'disable' && ca !== undefined)
        report.error([...at, 'ca'], `targets.${target.name}: a certificate authority, but TLS is disabled`, 'Remove one of them');
    if (mode === 'require' && !isLoopback(target.host))
        report.warning([...at, 'mode'], `targets.${target.name}: \`require\` does not verify the server: whoever answers gets the session`, 'Use mode: verify-full with `ca:`');
}
function checkStatic(name, credential, report) {
    const { url, user, password } = credential;
    const pair = user !== undefined && password !== undefined;
    if (url === undefined ? pair : user === undefined && password === undefined)
        return;
    report.error(['targets', name, 'credential'], `targets.${name}.credential: give either \`url\`, or \`user\` and \`password\``, 'Write url: env:NAME; or user: NAME and password: env:NAME');
}
function checkGuard(guard, config, known, report) {
    const at = ['guards', guard.name];
    if (known.guards.includes(guard.name))
        report.error(at, `guards.${guard.name}: this name is built in`, `Choose another name and write extends: ${guard.name}`);
    const seen = new Set();
    let next = guard.name;
    while (next !== undefined && !seen.has(next)) {
        seen.add(next);
        next = config.guards[next]?.extends;
    }
    if (next === guard.name)
        report.error([...at, 'extends'], `guards.${guard.name}: it extends itself`, 'Extend strict, migrations or read-only');
    const given = new Map();
    for (const list of ['block', 'hold', 'warn'])
        guard[list]?.forEach((rule, index) => {
            const other = given.get(rule);
            if (other !== undefined)
                report.error([...at, list, index], `guards.${guard.name}: "${rule}" stands in ${other} and in ${list}`, 'Keep one');
            given.set(rule, list);
        });
    guard.allow?.forEach((entry, index) => {
        if (typeof entry === 'string' && given.has(entry))
            report.error([...at, 'allow', index], `guards.${guard.name}: "${entry}" stands in ${given.get(entry)} and in allow`, 'Keep one');
    });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/policy/document.js
// YAML to plain data with the position of every value. No aliases, tags or merge keys: nothing can expand or become an object's prototype.

const document_MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 20;
function readDocument(text) {
    const lines = new dist/* LineCounter */.HN();
    const problems = [];
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const reading = {
        values: new Map(),
        keys: new Map(),
        complain: (offset, message, hint) => void problems.push({ ...at(offset), message, hint }),
    };
    const value = Buffer.byteLength(text) > document_MAX_BYTES ? tooLarge(reading) : parse(text, lines, reading);
    const nearest = (path, first, second) => {
        for (let length = path.length; length >= 0; length--) {
            const id = identify(path.slice(0, length));
            const offset = length === path.length ? (first.get(id) ?? second.get(id)) : reading.keys.get(id);
            if (offset !== undefined)
                return at(offset);
        }
        return { line: 1, column: 1 };
    };
    return {
        value: problems.length === 0 ? value : undefined,
        problems,
        valueAt: (path) => nearest(path, reading.values, reading.keys),
        keyAt: (path) => nearest(path, reading.keys, reading.values),
    };
}
function tooLarge(reading) {
    reading.complain(0, `the file is larger than ${document_MAX_BYTES / 1024} KiB`, 'Split the policy over several servers');
}
function parse(text, lines, reading) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
        for (const { pos, code, message } of [...document.errors, ...document.warnings])
            reading.complain(pos[0], `not valid YAML: ${syntax(code, message)}`, 'Correct the YAML at this place');
        if (document.errors.length + document.warnings.length > 0)
            return undefined;
        if (document.contents === null) {
            reading.complain(0, 'the file is empty', 'Start with `version: 1`');
            return undefined;
        }
        return convert(document.contents, [], reading);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        reading.complain(0, 'the file is nested too deeply', `Use at most ${MAX_DEPTH} levels`);
        return undefined;
    }
}
/** The parser's own words, except where they could quote the file. */
function syntax(code, message) {
    if (code === 'DUPLICATE_KEY')
        return 'the same key twice';
    if (code === 'TAG_RESOLVE_FAILED')
        return 'tags (`!name`) are not supported';
    if (code === 'MULTIPLE_DOCS')
        return 'a second document (`---`)';
    if (code === 'BAD_ALIAS')
        return 'an alias without an anchor: quote a value or key that begins with `*`';
    return /["'`]/.test(message) ? code.toLowerCase().replaceAll('_', ' ') : message;
}
function convert(node, path, reading) {
    const offset = offsetOf(node);
    reading.values.set(identify(path), offset);
    if (path.length > MAX_DEPTH)
        throw new RangeError('too deep');
    if ((0,dist/* isAlias */.Vj)(node)) {
        reading.complain(offset, 'aliases (`*name`) are not supported', 'Quote a value that begins with `*`, or repeat the value');
        return undefined;
    }
    if ((0,dist/* isScalar */.jn)(node))
        return typeof node.value === 'bigint' ? String(node.value) : node.value;
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.map((item, index) => convert(item, [...path, index], reading));
    if (!(0,dist/* isMap */.jh)(node))
        return null;
    const object = Object.create(null);
    for (const { key, value } of node.items) {
        const name = keyName(key);
        const place = key === null ? offset : offsetOf(key);
        if (name === undefined) {
            reading.complain(place, 'a key must be plain text', 'Quote a key that begins with `*`, `[` or `{`');
            continue;
        }
        if (name === '__proto__') {
            reading.complain(place, 'a key may not be named __proto__', 'Choose another name');
            continue;
        }
        reading.keys.set(identify([...path, name]), place);
        object[name] = convert(value, [...path, name], reading);
    }
    return object;
}
function keyName(key) {
    if (!(0,dist/* isScalar */.jn)(key) || key.value === null)
        return undefined;
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
const offsetOf = (node) => node?.range?.[0] ?? 0;
const identify = (path) => JSON.stringify(path.map(String));

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/policy/receivers.js
/** A file's path starts at the policy file's directory. */
function absoluteReference(reference, near) {
    return reference.startsWith('file:') ? `file:${near(reference.slice('file:'.length))}` : reference;
}
function notifyOf(receiver, near) {
    const { name, url, preset, secret, on, targets, statement } = receiver;
    return {
        name,
        url: absoluteReference(url, near),
        preset: preset ?? 'json',
        ...(secret === undefined ? {} : { secret: absoluteReference(secret, near) }),
        on: on ?? ['asked', 'decided', 'expired'],
        ...(targets === undefined ? {} : { targets }),
        statement: statement ?? false,
    };
}
function githubOf(github, near) {
    return {
        appId: github.app_id,
        privateKey: absoluteReference(github.private_key, near),
        webhookSecret: absoluteReference(github.webhook_secret, near),
        apiUrl: new URL(github.api_url ?? 'https://api.github.com').href.replace(/\/+$/, ''),
        environments: github.environments.map(({ repository_id, environment, by, min, timeout }) => ({
            repositoryId: repository_id,
            environment,
            by,
            min: min ?? 1,
            timeout: timeout ?? 3600_000,
        })),
    };
}

;// CONCATENATED MODULE: ./lib/policy/targets.js



/** What sshd accepts in Debian’s configuration. */
const targets_ENVIRONMENT = ['LANG', 'LC_*'];
function targetOf(target, name, near) {
    const absolute = (reference) => absoluteReference(reference, near);
    const { protocol, address, retention } = target;
    const [host, port] = [address.host, address.port];
    return {
        name,
        protocol,
        host,
        port: port === NO_PORT ? (PORTS[protocol] ?? NO_PORT) : port,
        ...ownOf(target, absolute),
        ...(retention === undefined ? {} : { retention }),
    };
}
/** What only its protocol has. */
function ownOf(target, absolute) {
    if (target.protocol === 'http')
        return httpOf(target, absolute);
    if (target.protocol === 'postgres')
        return databaseOf(target, absolute);
    return { ssh: sshOf(target, absolute), credential: sshCredentialOf(target.credential, absolute) };
}
function httpOf({ address, tls, credential, cookies, unmasked }, absolute) {
    const { login, ...place } = loginOf(credential);
    return {
        http: { ...place, cookies: cookies ?? 'drop', unmasked: unmasked ?? [] },
        tls: {
            mode: address.plain ? 'disable' : 'verify-full',
            ...(tls?.ca === undefined ? {} : { ca: absolute(tls.ca) }),
            ...(tls?.server_name === undefined ? {} : { serverName: tls.server_name }),
        },
        credential: { provider: 'static', user: absolute(login.user), password: absolute(login.password) },
    };
}
/** The name of what is sent takes the place of an account's. */
function loginOf({ bearer, header, value = '', user = '', password = '' }) {
    if (bearer !== undefined)
        return { header: 'authorization', scheme: 'bearer', login: { user: 'bearer', password: bearer } };
    if (header !== undefined)
        return { header: header.toLowerCase(), scheme: 'plain', login: { user: header, password: value } };
    return { header: 'authorization', scheme: 'basic', login: { user, password } };
}
function databaseOf({ database, tls, credential }, absolute) {
    return {
        database,
        tls: {
            mode: tls?.mode ?? 'verify-full',
            ...(tls?.ca === undefined ? {} : { ca: absolute(tls.ca) }),
            ...(tls?.server_name === undefined ? {} : { serverName: tls.server_name }),
        },
        credential: credentialOf(credential, absolute),
    };
}
function credentialOf(credential, absolute) {
    if (credential.provider === 'postgres-role')
        return { provider: 'postgres-role', broker: absolute(credential.broker), owner: credential.owner };
    if (credential.url !== undefined)
        return { provider: 'static', url: absolute(credential.url) };
    return {
        provider: 'static',
        user: absolute(credential.user ?? ''),
        password: absolute(credential.password ?? ''),
    };
}
function sshOf({ host_keys, known_hosts, shell, environment, forward }, absolute) {
    return {
        // Comments behind a key are for people.
        hostKeys: (host_keys ?? []).map((key) => key.split(' ').slice(0, 2).join(' ')),
        ...(known_hosts === undefined ? {} : { knownHosts: absolute(known_hosts) }),
        shell: shell ?? 'refuse',
        environment: environment ?? targets_ENVIRONMENT,
        forward: forward ?? [],
    };
}
function sshCredentialOf(credential, absolute) {
    if (credential.provider === 'static') {
        const { user, private_key, password } = credential;
        return private_key === undefined
            ? { provider: 'static', user: absolute(user), password: absolute(password ?? '') }
            : { provider: 'static', user: absolute(user), privateKey: absolute(private_key) };
    }
    const { ca, user, principals, source_address, force_command } = credential;
    return {
        provider: 'ssh-certificate',
        ca: absolute(ca),
        user,
        principals: principals ?? [user],
        ...(source_address === undefined ? {} : { sourceAddress: source_address }),
        ...(force_command === undefined ? {} : { forceCommand: force_command }),
    };
}

;// CONCATENATED MODULE: ./lib/policy/resolve.js
// The file as written to the configuration that the program uses: names, defaults, absolute paths.



const MINUTE = 60_000;
function resolve_resolve(file, from) {
    const near = (path) => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(from.name), path));
    const server = file.server && serverOf(file.server, near);
    return {
        version: 1,
        file: from.name,
        sha256: from.sha256,
        ...(server ? { server } : {}),
        issuers: mapped(file.issuers, (issuer, name) => issuerOf(issuer, name, server?.url ?? '')),
        approvers: mapped(file.approvers, ({ group }, name) => ({ name, group })),
        targets: mapped(file.targets, (target, name) => targetOf(target, name, near)),
        guards: mapped(file.guards, guardOf),
        masks: mapped(file.masks, maskOf),
        access: (file.access ?? []).map(accessOf),
    };
}
function mapped(section, map) {
    const record = Object.create(null);
    for (const [name, value] of Object.entries(section ?? {}))
        record[name] = map(value, name);
    return record;
}
function serverOf(server, near) {
    return {
        // As every client spells it: host in lower case, no default port.
        url: new URL(server.url).href.replace(/\/+$/, ''),
        listen: server.listen ?? { host: '127.0.0.1', port: 8700 },
        data: near(server.data ?? 'data'),
        trustedProxies: server.trusted_proxies ?? [],
        ...(server.sign_in ? { signIn: signInOf(server.sign_in, near) } : {}),
        roles: {
            ...(server.roles?.viewer ? { viewer: server.roles.viewer } : {}),
            admin: server.roles?.admin ?? [],
        },
        notify: (server.notify ?? []).map((receiver) => notifyOf(receiver, near)),
        ...(server.github ? { github: githubOf(server.github, near) } : {}),
        keepAudit: server.keep_audit ?? 365 * 24 * 60 * MINUTE,
        limits: {
            exchangesPerMinute: server.limits?.exchanges_per_minute ?? 60,
            requestsPerMinute: server.limits?.requests_per_minute ?? 1200,
            recordBytes: server.limits?.record ?? 1_000_000_000,
        },
    };
}
function signInOf(signIn, near) {
    const { claims, client_secret: secret } = signIn;
    return {
        issuer: signIn.issuer,
        clientId: signIn.client_id,
        ...(secret === undefined ? {} : { clientSecret: absoluteReference(secret, near) }),
        scopes: ['openid', ...(signIn.scopes ?? ['profile', 'email']).filter((scope) => scope !== 'openid')],
        claims: {
            name: claims?.name ?? 'name',
            groups: claims?.groups ?? 'groups',
            logins: claims?.logins ?? ['preferred_username', 'email'],
        },
        lifetime: signIn.lifetime ?? 12 * 60 * MINUTE,
    };
}
function issuerOf(issuer, name, audience) {
    return {
        name,
        platform: issuer.platform ?? (name === 'gitlab' ? 'gitlab' : 'github'),
        issuer: issuer.issuer,
        audience: issuer.audience ?? audience,
        ...(issuer.jwks_uri === undefined ? {} : { jwksUri: issuer.jwks_uri }),
    };
}
function guardOf(guard, name) {
    return {
        name,
        extends: guard.extends ?? 'strict',
        ...(guard.mode === undefined ? {} : { mode: guard.mode }),
        ...(guard.block === undefined ? {} : { block: guard.block }),
        ...(guard.hold === undefined ? {} : { hold: guard.hold }),
        ...(guard.warn === undefined ? {} : { warn: guard.warn }),
        ...(guard.allow === undefined ? {} : { allow: guard.allow.map(exceptionOf) }),
        ...(guard.thresholds === undefined ? {} : { thresholds: countsOf(guard.thresholds) }),
        ...(guard.requests === undefined ? {} : { requests: guard.requests.map(requestOf) }),
        ...(guard.limits === undefined ? {} : { limits: limitsOf(guard.limits) }),
    };
}
function requestOf({ match, query, body, verdict }) {
    return {
        match,
        ...(query === undefined ? {} : { query: mapped(query, listOf) }),
        ...(body === undefined ? {} : { body: mapped(body, listOf) }),
        verdict,
    };
}
const listOf = (value) => (typeof value === 'string' ? [value] : value);
function exceptionOf(allowed) {
    if (typeof allowed === 'string')
        return allowed;
    const { rule, relations, paths, programs, names } = allowed;
    return {
        rule,
        ...(relations === undefined ? {} : { relations }),
        ...(paths === undefined ? {} : { paths }),
        ...(programs === undefined ? {} : { programs }),
        ...(names === undefined ? {} : { names }),
        ...countsOf(allowed),
    };
}
function countsOf({ rows, table_size: tableSize }) {
    return {
        ...(rows === undefined ? {} : { rows }),
        ...(tableSize === undefined ? {} : { tableSize }),
    };
}
function limitsOf(limits) {
    return {
        ...(limits.statement_timeout === undefined ? {} : { statementTimeout: limits.statement_timeout }),
        ...(limits.lock_timeout === undefined ? {} : { lockTimeout: limits.lock_timeout }),
        ...(limits.idle_in_transaction_timeout === undefined
            ? {}
            : { idleInTransactionTimeout: limits.idle_in_transaction_timeout }),
        ...(limits.rows === undefined ? {} : { rows: limits.rows }),
        ...(limits.bytes === undefined ? {} : { bytes: limits.bytes }),
        ...(limits.connections === undefined ? {} : { connections: limits.connections }),
    };
}
function maskOf(mask, name) {
    const columns = Object.entries(mask.columns ?? {}).map(([pattern, kind]) => ({ pattern, mask: kind }));
    const fields = Object.entries(mask.fields ?? {}).map(([pattern, kind]) => ({ pattern, mask: kind }));
    const patterns = Object.entries(mask.patterns ?? {}).map(([id, pattern]) => ({ name: id, pattern }));
    return {
        name,
        columns,
        ...(fields.length > 0 ? { fields } : {}),
        detect: mask.detect ?? [],
        ...(patterns.length > 0 ? { patterns } : {}),
        ...(mask.predicates === undefined ? {} : { predicates: mask.predicates }),
    };
}
function accessOf(rule) {
    const approval = rule.approval && approvalOf(rule.approval, 60 * MINUTE);
    const holds = resolve_holdsOf(rule);
    return {
        name: rule.name,
        issuer: rule.issuer,
        claims: mapped(rule.claims, (value) => (typeof value === 'string' ? [value] : value)),
        targets: rule.targets,
        guard: rule.guard ?? 'strict',
        ...(rule.mask === undefined ? {} : { mask: rule.mask }),
        ttl: rule.ttl ?? 30 * MINUTE,
        ...(approval ? { approval } : {}),
        ...(holds ? { holds } : {}),
    };
}
function approvalOf({ by, min = 1, timeout }, usual) {
    return { by, min, timeout: timeout ?? usual };
}
/** Who releases a deploy may release its statements. */
function resolve_holdsOf({ approval, holds }) {
    const usual = 15 * MINUTE;
    if (holds)
        return { ...approvalOf(holds, usual), strongLocks: holds.strong_locks ?? 'wait' };
    return approval && { ...approvalOf({ ...approval, timeout: usual }, usual), strongLocks: 'wait' };
}

// EXTERNAL MODULE: ./lib/core/detectors.js
var detectors = __webpack_require__(5932);
;// CONCATENATED MODULE: ./lib/policy/vocabulary.js



/** What a policy file may name without defining it. */
const VOCABULARY = {
    guards: Object.keys(BUILT_IN),
    rules: RULE_IDS,
    detectors: detectors/* DETECTOR_IDS */.Y,
};

;// CONCATENATED MODULE: ./lib/policy/load.js














/** Everything that is wrong with the text of a policy file; `name` is the file's name, relative paths start at its directory. */
function checkConfig(text, name) {
    const source = readDocument(text);
    if (source.problems.length > 0)
        return { errors: sorted(source.problems), warnings: [] };
    const parsed = file.safeParse(source.value);
    if (!parsed.success)
        return { errors: sorted(problemsOf(parsed.error, source)), warnings: [] };
    const config = resolve_resolve(parsed.data, { name, sha256: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex') });
    const { report, errors, warnings } = findings(source);
    checkReferences(config, VOCABULARY, report);
    checkSections(parsed.data, config, VOCABULARY, report);
    checkAccess(config, report);
    checkGates(config, report);
    if (errors.length > 0)
        return { errors: sorted(errors), warnings: sorted(warnings) };
    checkReach(config, report);
    return { config: { ...config, warnings: sorted(warnings) }, errors, warnings: sorted(warnings) };
}
/** Throws `SluiceError` CONFIG_INVALID that lists every error, a line each: `file:line:column: cause. cure`. */
function parseConfig(text, name) {
    const { config, errors } = checkConfig(text, name);
    if (config)
        return config;
    const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
    throw new core_errors/* SluiceError */.ah('CONFIG_INVALID', `${name} has ${count}:\n${errors.map((error) => line('error', name, error)).join('\n')}`);
}
/** Reads and checks a policy file. Throws `SluiceError` CONFIG_INVALID. */
function loadConfig(path) {
    return parseConfig(readConfig(path), path);
}
/** The file's text; CONFIG_INVALID when it cannot be read or is not UTF-8. */
function readConfig(path) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode((0,external_node_fs_.readFileSync)(path));
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
        const why = code === 'ENOENT' ? 'it does not exist' : `${code.startsWith('ERR_') ? 'it is not UTF-8' : code}`;
        throw new core_errors/* SluiceError */.ah('CONFIG_INVALID', `cannot read the policy file ${path}: ${why}`, {
            hint: 'Name the file with --config',
            cause,
        });
    }
}
/** `file:line:column: error: cause. cure`: the form that editors and CI matchers know. */
function line(severity, name, problem) {
    return `${name}:${problem.line}:${problem.column}: ${severity}: ${problem.message}. ${problem.hint}`;
}
const sorted = (problems) => problems.toSorted((a, b) => a.line - b.line || a.column - b.column);

;// CONCATENATED MODULE: ./lib/policy/config.js


;// CONCATENATED MODULE: ./lib/standalone/terms.js
// A session without a server: its terms come from the policy file, its credential from the environment.







/**
 * Nobody checks who asks: the policy file and the credential are the caller's own. Throws `SluiceError`.
 */
async function standaloneTerms(request) {
    const config = loadConfig(request.config);
    const rule = chooseRule(config, request);
    const expiresAt = new Date(request.now.getTime() + rule.ttl).toISOString();
    const resolve = secretsFrom(request.env);
    const variables = new Set();
    const secrets = (reference) => {
        if (reference.startsWith('env:'))
            variables.add(reference.slice('env:'.length));
        return resolve(reference);
    };
    const credentials = Object.create(null);
    const trusted = Object.create(null);
    for (const name of request.targets) {
        const target = credentialTarget(fixedTarget(config, name), secrets);
        trusted[name] = target;
        const { handle: _, ...login } = await staticProvider.issue({
            grantId: request.session,
            target,
            expiresAt,
            limits: resolveLimits(rule.guard, config.guards),
            secrets,
        });
        credentials[name] = login;
    }
    const terms = buildTerms({
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
            throw new core_errors/* SluiceError */.ah('CONFIG_INVALID', `${config.file} has no target ${name}`, {
                hint: `It has ${Object.keys(config.targets).join(', ') || 'none'}`,
            });
    const fitting = config.access.filter((rule) => targets.every((name) => rule.targets.includes(name)));
    const named = access === undefined ? fitting : fitting.filter((rule) => rule.name === access);
    const [rule, another] = named;
    if (rule && !another)
        return rule;
    const all = fitting.map(({ name }) => name).join(', ');
    if (rule)
        throw new core_errors/* SluiceError */.ah('CONFIG_INVALID', `several access rules of ${config.file} hold ${targets.join(', ')}`, {
            hint: `Choose one with access: ${all}`,
        });
    throw new core_errors/* SluiceError */.ah('CONFIG_INVALID', `no access rule of ${config.file} ${access === undefined ? '' : `with the name ${access} `}holds ${targets.join(', ')}`, { hint: all ? `These do: ${all}` : 'Add one under access: with the targets, a guard and a mask' });
}
/** Throws unless the target's account exists already: a role made for a session needs a server that ends it. */
function fixedTarget(config, name) {
    const target = config.targets[name];
    const { provider } = target.credential;
    if (provider === 'static')
        return target;
    throw new core_errors/* SluiceError */.ah('CONFIG_INVALID', `target ${name} in ${config.file} uses the provider ${provider}, which only a server offers`, {
        hint: 'Give the target a credential of provider static, or open the session with a server',
    });
}


/***/ })

};
