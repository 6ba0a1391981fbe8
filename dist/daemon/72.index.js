export const id = 72;
export const ids = [72];
export const modules = {

/***/ 9072:
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
// EXTERNAL MODULE: ./lib/core/shape.js
var shape = __webpack_require__(9214);
;// CONCATENATED MODULE: ./lib/core/approval.js
// What a session tells the server of a statement that waits for a person, and what comes back.



const SHA256 = /^[0-9a-f]{64}$/;
/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function heldFrom(json) {
    const held = fields(json, 'statement', invalid);
    const parameters = held.optional('parameters', (name) => parametersFrom(held.object(name)));
    const source = held.optional('source', (name) => sourceFrom(held.object(name)));
    const result = {
        target: held.text('target'),
        conn: held.integer('conn'),
        statement: held.integer('statement'),
        sha256: digest(held, 'sha256'),
        text: held.text('text'),
        redacted: held.flag('redacted'),
        ...(parameters ? { parameters } : {}),
        findings: held.list('findings', (item, at) => findingFrom(fields(item, at, invalid))),
        effects: held.list('effects', (item, at) => effectFrom(fields(item, at, invalid))),
        relations: held.list('relations', approval_text),
        hints: held.list('hints', approval_text),
        transaction: transactionFrom(held.object('transaction')),
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
    const answer = (0,shape/* fields */.O)(json, 'approval', invalid);
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
    const result = {
        sha256: digest(from, 'sha256'),
        values: from.list('values', (value, at) => (value === null ? null : approval_text(value, at))),
    };
    from.end();
    return result;
}
function sourceFrom(from) {
    const result = { file: from.text('file'), line: from.integer('line') };
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
function transactionFrom(from) {
    const result = {
        state: from.oneOf('state', ['none', 'open']),
        age: from.integer('age'),
        statements: from.integer('statements'),
        locks: from.list('locks', (item, at) => {
            const lock = fields(item, at, invalid);
            const held = { relation: lock.text('relation'), lock: lock.text('lock') };
            lock.end();
            return held;
        }),
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
        throw invalid(`${name} is not a SHA-256 in hex`);
    return value;
}
function approval_text(value, at) {
    if (typeof value !== 'string')
        throw invalid(`${at} must be a string`);
    return value;
}
function invalid(message) {
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
        const read = await Promise.race([next.catch(() => 'failed'), withdrawn]);
        if (read === undefined)
            break;
        if (read === 'failed' || read.bound !== bound)
            await Promise.race([(0,promises_.setTimeout)(retry), withdrawn]);
        else
            answer = read;
    }
    return signal.aborted && answer.state === 'waiting' ? { ...answer, state: 'withdrawn' } : answer;
}


/***/ })

};
