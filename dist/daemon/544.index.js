export const id = 544;
export const ids = [544];
export const modules = {

/***/ 2544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approvalsOf: () => (/* binding */ approvalsOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/core/blocking.js
// What the open transaction of a held statement keeps others from, as a session tells it to the server while it waits.


/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function blockingFrom(json) {
    const from = fields(json, 'blocking', invalid);
    const since = from.optional('since', (name) => timeFrom(from, name));
    const result = {
        ...(since === undefined ? {} : { since }),
        locks: blocking_locksFrom(from),
        waiting: from.list('waiting', (item, at) => waiterFrom(fields(item, at, invalid))),
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
const blocking_locksFrom = (from) => from.list('locks', (item, at) => {
    const lock = fields(item, at, invalid);
    const held = { relation: lock.text('relation'), lock: lock.text('lock') };
    lock.end();
    return held;
});
function invalid(message) {
    return new SluiceError('CONFIG_INVALID', `what a transaction blocks is malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}

// EXTERNAL MODULE: ./lib/core/shape.js
var shape = __webpack_require__(9214);
;// CONCATENATED MODULE: ./lib/core/statement.js
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
const statement_ACTIONS = (/* unused pure expression or super */ null && ([
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
]));

;// CONCATENATED MODULE: ./lib/core/approval.js
// What a session tells the server of a statement that waits for a person, and what comes back.





const SHA256 = /^[0-9a-f]{64}$/;
/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function heldFrom(json) {
    const held = fields(json, 'statement', approval_invalid);
    const parameters = held.optional('parameters', (name) => parametersFrom(held.object(name)));
    const source = held.optional('source', (name) => sourceFrom(held.object(name), approval_invalid));
    const tables = held.optional('tables', (name) => held.list(name, (item, at) => tableFrom(fields(item, at, approval_invalid))));
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
        findings: held.list('findings', (item, at) => findingFrom(fields(item, at, approval_invalid))),
        effects: held.list('effects', (item, at) => effectFrom(fields(item, at, approval_invalid))),
        relations: held.list('relations', approval_text),
        hints: held.list('hints', approval_text),
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
    const answer = (0,shape/* fields */.O)(json, 'approval', approval_invalid);
    const reason = answer.optional('reason', answer.text);
    const scope = answer.optional('scope', (name) => answer.oneOf(name, ['once', 'session']));
    return {
        id: answer.text('id'),
        state: answer.oneOf('state', ['waiting', 'approved', 'denied', 'expired', 'withdrawn']),
        bound: digest(answer, 'bound'),
        uri: answer.text('uri'),
        expiresAt: answer.text('expiresAt'),
        approvers: answer.list('approvers', approval_text),
        by: answer.list('by', approval_text),
        ...(reason === undefined ? {} : { reason }),
        ...(scope === undefined ? {} : { scope }),
    };
}
function parametersFrom(from) {
    const more = from.optional('more', (name) => from.integer(name));
    const result = {
        sha256: digest(from, 'sha256'),
        values: from.list('values', (value, at) => (value === null ? null : approval_text(value, at))),
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
        throw approval_invalid(`${name} must be true, or absent`);
    return true;
}
function transactionFrom(from) {
    const idle = from.optional('idle', from.integer);
    const earlier = from.optional('earlier', (name) => from.list(name, approval_text));
    const result = {
        state: from.oneOf('state', ['none', 'open']),
        age: from.integer('age'),
        statements: from.integer('statements'),
        locks: locksFrom(from),
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
    via: (from, name) => from.list(name, approval_text),
    recursive: (from, name) => from.flag(name),
    place: (from, name) => from.oneOf(name, PLACES),
    listed: (from, name) => from.oneOf(name, ['allow', 'warn', 'hold', 'block']),
};
function effectFrom(from) {
    const optional = Object.entries(MEMBERS).flatMap(([name, read]) => {
        const value = from.optional(name, (member) => read(from, member));
        return value === undefined ? [] : [[name, value]];
    });
    const effect = { action: from.oneOf('action', ACTIONS), object: from.text('object') };
    from.end();
    return { ...effect, ...Object.fromEntries(optional) };
}
function digest(from, name) {
    const value = from.text(name);
    if (!SHA256.test(value))
        throw approval_invalid(`${name} is not a SHA-256 in hex`);
    return value;
}
function approval_text(value, at) {
    if (typeof value !== 'string')
        throw approval_invalid(`${at} must be a string`);
    return value;
}
function approval_invalid(message) {
    return new errors/* SluiceError */.ah('CONFIG_INVALID', `a held statement is malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}

// EXTERNAL MODULE: ./lib/core/json.js
var core_json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/client/approvals.js
// Held statements, as a session asks the server for them.





const POLL_S = 20;
const RETRY_MS = 2000;
function approvalsOf(grant, { clock = Date.now, retry = RETRY_MS } = {}) {
    return {
        async ask(held) {
            const json = heldToJson(held);
            const answer = answerFrom(await grant.call('/v1/approvals', json));
            const bound = (0,external_node_crypto_.createHash)('sha256').update((0,core_json/* canonical */.$)(json)).digest('hex');
            if (answer.bound !== bound)
                throw new errors/* SluiceError */.ah('SERVER_ERROR', 'the server asks approvers for something else than was asked', {
                    hint: 'This program and the server may be of different versions: use the same release',
                });
            const end = new AbortController();
            const path = `/v1/approvals/${encodeURIComponent(answer.id)}`;
            return {
                answer,
                settled: settle(grant, { answer, path, bound, clock, retry, signal: end.signal }),
                tell(blocking) {
                    if (!end.signal.aborted)
                        grant.call(`${path}/blocking`, JSON.parse(JSON.stringify(blocking))).catch(() => { });
                },
                withdraw() {
                    if (end.signal.aborted)
                        return;
                    end.abort();
                    grant.call(`${path}/withdraw`, {}).catch(() => { });
                },
            };
        },
    };
}
async function settle(grant, waiting) {
    const { path, bound, clock, retry, signal } = waiting;
    let { answer } = waiting;
    const deadline = Date.parse(answer.expiresAt);
    const withdrawn = new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
    while (answer.state === 'waiting' && !signal.aborted) {
        if (clock() >= deadline)
            return { ...answer, state: 'expired' };
        const next = grant.read(`${path}?wait=${POLL_S}`).then(answerFrom);
        const read = await Promise.race([next.catch(why), withdrawn]);
        if (read === undefined)
            break;
        // Nobody can approve any more, and asking again gives the same.
        if (read === 'over')
            return { ...answer, state: 'withdrawn', reason: 'the session is over' };
        if (read === 'failed' || read.bound !== bound)
            await Promise.race([(0,promises_.setTimeout)(retry), withdrawn]);
        else
            answer = read;
    }
    return signal.aborted && answer.state === 'waiting' ? { ...answer, state: 'withdrawn' } : answer;
}
const why = (error) => error instanceof errors/* SluiceError */.ah && error.code === 'GRANT_EXPIRED' ? 'over' : 'failed';


/***/ })

};
