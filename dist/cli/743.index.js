export const id = 743;
export const ids = [743];
export const modules = {

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  postgres: () => (/* binding */ postgres)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/sql/locks.js
var locks = __webpack_require__(28876);
// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __webpack_require__(14410);
;// CONCATENATED MODULE: ./lib/protocols/postgres/blocking.js


/** Nobody reads more. */
const MOST = 20;
/** OIDs below are the server's own. */
const FIRST_OWN = 16_384;
/** Weakest first. */
const STRENGTHS = locks/* MODES */.FN;
const ms = (time) => `(pg_catalog.date_part('epoch', ${time}) * 1000)::pg_catalog.int8::text`;
/**
 * Behind a pooler the process may be somebody else's: it counts only when its login is ours. Who waits for somebody who
 * waits is behind, too. `waitstart` is of version 14 and later.
 */
const question = (pid) => `SET LOCAL statement_timeout = '2s';
WITH RECURSIVE me AS (
  SELECT a.pid, a.xact_start FROM pg_catalog.pg_stat_activity a
  WHERE a.pid = ${pid} AND a.usename = session_user AND a.datname = pg_catalog.current_database()
), edge (pid, by) AS (
  SELECT w.pid, b.by FROM (SELECT DISTINCT l.pid FROM pg_catalog.pg_locks l WHERE NOT l.granted) w,
    LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) AS b (by)
), behind (pid) AS (
  SELECT e.pid FROM edge e JOIN me ON e.by = me.pid
  UNION SELECT e.pid FROM edge e JOIN behind b ON e.by = b.pid
), lock AS (
  SELECT l.pid, l.granted, l.mode, l.locktype, pg_catalog.to_jsonb(l) ->> 'waitstart' AS start, n.nspname, c.relname
  FROM pg_catalog.pg_locks l
  LEFT JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation AND d.oid IS NOT NULL AND c.oid >= ${FIRST_OWN}
    AND c.relkind IN ('r', 'p', 'm', 'v', 'f') AND c.relpersistence <> 't'
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
)
SELECT 'mine', ${ms('me.xact_start')}, NULL, NULL, NULL FROM me
UNION ALL
SELECT DISTINCT 'lock', l.mode, l.nspname::text, l.relname::text, NULL FROM lock l JOIN me ON me.pid = l.pid
WHERE l.granted AND l.locktype = 'relation' AND l.relname IS NOT NULL
UNION ALL
SELECT 'wait', CASE l.locktype WHEN 'relation' THEN l.mode END, l.nspname::text, l.relname::text,
  pg_catalog.json_build_array(a.application_name, ${ms('l.start::pg_catalog.timestamptz')})::text
FROM behind b JOIN lock l ON l.pid = b.pid AND NOT l.granted
LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
`;
class Blocking {
    #side;
    constructor(side) {
        this.#side = side;
    }
    /** See `Waiting.blocking`; `pid` is the connection's own process on the server. */
    async of(pid) {
        const rows = await this.#side.query(question(pid)).catch(() => []);
        const mine = rows.find(([kind]) => kind === 'mine');
        if (!mine)
            return undefined;
        const waiting = rows.filter(([kind]) => kind === 'wait').map(waiter);
        return {
            ...(mine[1] == null ? {} : { since: new Date(Number(mine[1])).toISOString() }),
            locks: strongest(rows.filter(([kind]) => kind === 'lock')).slice(0, MOST),
            waiting: waiting.toSorted((a, b) => (a.since ?? '~').localeCompare(b.since ?? '~')).slice(0, MOST),
            behind: waiting.length,
        };
    }
}
/** Of each relation, as the server words it; the strongest first. */
function strongest(rows) {
    const locks = new Map();
    for (const [, mode, schema, name] of rows) {
        const relation = (0,tree/* dotted */.Bs)([schema ?? '', name ?? '']);
        const lock = spelled(mode);
        if (STRENGTHS.indexOf(lock) > STRENGTHS.indexOf(locks.get(relation) ?? ''))
            locks.set(relation, lock);
    }
    return [...locks]
        .map(([relation, lock]) => ({ relation, lock }))
        .sort((a, b) => STRENGTHS.indexOf(b.lock) - STRENGTHS.indexOf(a.lock) || a.relation.localeCompare(b.relation));
}
function waiter([, mode, schema, name, rest]) {
    const [application, since] = JSON.parse(rest ?? '[]');
    return {
        application: application ?? '',
        ...(mode == null ? {} : { lock: spelled(mode) }),
        ...(name == null ? {} : { relation: (0,tree/* dotted */.Bs)([schema ?? '', name]) }),
        ...(since == null ? {} : { since: new Date(Number(since)).toISOString() }),
    };
}
/** `AccessExclusiveLock` in the words of LOCK TABLE. */
const spelled = (mode) => (mode ?? '')
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();

// EXTERNAL MODULE: ./lib/protocols/refusal.js
var refusal = __webpack_require__(1917);
;// CONCATENATED MODULE: ./lib/protocols/postgres/frames.js
// Bytes to frames and back: https://www.postgresql.org/docs/current/protocol-message-formats.html
// A frame is one type byte, then a 32-bit length that counts itself but EXCLUDES the type byte, then the body.
const CLIENT = {
    Bind: 0x42,
    Close: 0x43,
    CopyData: 0x64,
    CopyDone: 0x63,
    CopyFail: 0x66,
    Describe: 0x44,
    Execute: 0x45,
    Flush: 0x48,
    FunctionCall: 0x46,
    Parse: 0x50,
    Password: 0x70,
    Query: 0x51,
    Sync: 0x53,
    Terminate: 0x58,
};
const UPSTREAM = {
    Authentication: 0x52,
    BackendKeyData: 0x4b,
    BindComplete: 0x32,
    CloseComplete: 0x33,
    CommandComplete: 0x43,
    CopyData: 0x64,
    CopyDone: 0x63,
    CopyInResponse: 0x47,
    CopyOutResponse: 0x48,
    DataRow: 0x44,
    EmptyQueryResponse: 0x49,
    ErrorResponse: 0x45,
    NegotiateProtocolVersion: 0x76,
    NoData: 0x6e,
    NoticeResponse: 0x4e,
    NotificationResponse: 0x41,
    ParameterDescription: 0x74,
    ParameterStatus: 0x53,
    ParseComplete: 0x31,
    PortalSuspended: 0x73,
    ReadyForQuery: 0x5a,
    RowDescription: 0x54,
};
/** Lookup by type byte: nothing of an unknown message is waited for. */
function knownTypes(types) {
    const known = new Uint8Array(256);
    for (const type of Object.values(types))
        known[type] = 1;
    return known;
}
/** The server's own limit (MaxAllocSize): nothing longer is a frame. */
const FRAME_LIMIT = 0x3fffffff;
/** Frames that must be held whole before they pass: statements, descriptions, errors, rows that are masked. */
const WHOLE_LIMIT = 64 * 1024 * 1024;
/** A peer that does not speak the protocol; the message names no byte of what it sent. */
class ProtocolError extends Error {
}
/** The length word of the frame at `at`, checked; the frame ends at `at + 1 + length`. */
function frameLength(bytes, at, limit) {
    const length = ((bytes[at + 1] << 24) | (bytes[at + 2] << 16) | (bytes[at + 3] << 8) | bytes[at + 4]) >>> 0;
    if (length < 4 || length > limit)
        throw new ProtocolError(`a frame of length ${length} where 4 to ${limit} is possible`);
    return length;
}
function frames_frame(type, ...parts) {
    let size = 5;
    for (const part of parts)
        size += typeof part === 'string' ? Buffer.byteLength(part) + 1 : part.length;
    const out = Buffer.allocUnsafe(size);
    out[0] = type;
    out.writeUInt32BE(size - 1, 1);
    let at = 5;
    for (const part of parts) {
        if (typeof part === 'string') {
            at += out.write(part, at);
            out[at++] = 0;
        }
        else {
            at += part.copy(out, at);
        }
    }
    return out;
}
function int32(...values) {
    const out = Buffer.allocUnsafe(values.length * 4);
    for (let i = 0; i < values.length; i++)
        out.writeInt32BE(values[i] | 0, i * 4);
    return out;
}
/** Where the zero byte of the string that starts at `at` is; the string must end before `end`. */
function stringEnd(bytes, at, end) {
    // Most are names and tags: a native call costs more than a look at a few bytes.
    for (let near = at, stop = Math.min(end, at + 24); near < stop; near++)
        if (bytes[near] === 0)
            return near;
    const zero = bytes.indexOf(0, at);
    if (zero === -1 || zero >= end)
        throw new ProtocolError('a string without its end');
    return zero;
}
/** `start` and `end` enclose the body: pairs of a code byte and a string, then a zero byte. */
function readFields(bytes, start, end) {
    const fields = [];
    let at = start;
    while (at < end && bytes[at] !== 0) {
        const zero = stringEnd(bytes, at + 1, end);
        fields.push([String.fromCharCode(bytes[at]), bytes.toString('utf8', at + 1, zero)]);
        at = zero + 1;
    }
    if (at !== end - 1)
        throw new ProtocolError('an error or notice without its end');
    return fields;
}
function writeFields(type, fields) {
    const parts = [];
    for (const [code, value] of fields)
        parts.push(code + value.replaceAll('\0', ' '));
    return frames_frame(type, ...parts, Buffer.of(0));
}
function frames_errorResponse(failure) {
    const fields = [
        ['S', failure.severity],
        ['V', failure.severity],
        ['C', failure.sqlstate],
        ['M', failure.message],
    ];
    if (failure.detail)
        fields.push(['D', failure.detail]);
    if (failure.hint)
        fields.push(['H', failure.hint]);
    return writeFields(UPSTREAM.ErrorResponse, fields);
}
/** Body: int16 count, then per column a string, int32 table, int16 attribute, int32 type, int16 size, int32 modifier, int16 format. */
function readRowDescription(bytes, start, end) {
    if (end - start < 2)
        throw new ProtocolError('a row description without its count');
    const count = bytes.readInt16BE(start);
    const fields = [];
    let at = start + 2;
    for (let i = 0; i < count; i++) {
        const zero = stringEnd(bytes, at, end);
        if (zero + 19 > end)
            throw new ProtocolError('a row description that is cut');
        fields.push({
            label: bytes.toString('utf8', at, zero),
            table: bytes.readUInt32BE(zero + 1),
            attribute: bytes.readInt16BE(zero + 5),
            type: bytes.readUInt32BE(zero + 7),
            format: bytes.readInt16BE(zero + 17) === 1 ? 'binary' : 'text',
        });
        at = zero + 19;
    }
    if (count < 0 || at !== end)
        throw new ProtocolError('a row description whose count is wrong');
    return fields;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/deny.js
// A refusal in the server's own form. How it gets its turn among the answers: README.md, "Refusing".



const INSUFFICIENT_PRIVILEGE = '42501';
/** Bind to a prepared statement that cannot exist: fails in every transaction state and runs nothing. The server's log shows this name. */
const FAILING = frames_frame(CLIENT.Bind, '', 'refused by sluice', Buffer.alloc(6));
const SYNC = frames_frame(CLIENT.Sync);
const FLUSH = frames_frame(CLIENT.Flush);
const TERMINATE = frames_frame(CLIENT.Terminate);
const describePortal = (name) => frames_frame(CLIENT.Describe, Buffer.of(0x50), name);
const cancelRequest = (pid, key) => Buffer.concat([int32(12 + key.length, 80877102, pid), key]);
function denial(verdict) {
    return { severity: 'ERROR', sqlstate: INSUFFICIENT_PRIVILEGE, ...(0,refusal/* refusalOf */.O)(verdict) };
}
/** What ends a session when a direction cannot go on: the peer's fault, the record's, or ours. */
function failureOf(error, broken, own) {
    if (error instanceof ProtocolError)
        return { severity: 'FATAL', sqlstate: '08P01', message: `${broken}: ${error.message}` };
    if (error instanceof errors/* SluiceError */.ah && error.code === 'RECORD_FAILED')
        return {
            severity: 'FATAL',
            sqlstate: '58030',
            message: 'the session record cannot be written, so nothing more is forwarded',
            hint: error.hint,
        };
    return { severity: 'FATAL', sqlstate: 'XX000', message: own };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/cancel.js
// Clients get cancel keys of ours; the target's stay here.


class CancelKeys {
    #entries = new Map();
    #last = 0;
    /** A process id and key for one client connection. */
    issue(length, cancel) {
        const pid = ++this.#last;
        const key = (0,external_node_crypto_.randomBytes)(length);
        this.#entries.set(pid, { key, cancel });
        return { pid, key };
    }
    forget(pid) {
        this.#entries.delete(pid);
    }
    /** Settles when the target has taken it. A request with a key that is not ours does nothing, and says nothing. */
    async request(pid, key) {
        const entry = this.#entries.get(pid);
        if (entry && entry.key.length === key.length && (0,external_node_crypto_.timingSafeEqual)(entry.key, key))
            await entry.cancel();
    }
}
/** Sends a cancel request on a connection of its own and waits until the server has taken it. */
async function sendCancel(connect, upstream) {
    const socket = await connect();
    await new Promise((resolve) => {
        socket.on('error', () => { });
        socket.once('close', () => resolve());
        socket.setTimeout(5000, () => socket.destroy());
        socket.resume();
        socket.end(cancelRequest(upstream.pid, upstream.key));
    });
}

// EXTERNAL MODULE: ./lib/masking/index.js + 47 modules
var lib_masking = __webpack_require__(53383);
;// CONCATENATED MODULE: ./lib/protocols/postgres/messages.js
// The login phase reads one message at a time; the relay takes over the same inlet afterwards.

/** A sink that hands out messages on demand and leaves what follows in the inlet. */
class Messages {
    #inlet;
    #startup = false;
    #limit = 0;
    #resolve;
    #reject;
    #error;
    attach(inlet) {
        this.#inlet = inlet;
        inlet.hold();
        const gone = () => this.failed(new ProtocolError('the connection ended during login'));
        inlet.socket.once('end', gone);
        inlet.socket.once('close', gone);
    }
    /** The next message; `startup` for the one without a type byte. `limit` bounds its length word. */
    next(limit, startup = false) {
        if (this.#error !== undefined)
            return Promise.reject(this.#error);
        this.#limit = limit;
        this.#startup = startup;
        return new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
            this.#inlet.release();
        });
    }
    take(buffer, start, end) {
        if (!this.#resolve) {
            this.#inlet.hold();
            return start;
        }
        const skip = this.#startup ? 0 : 1;
        if (end - start < 4 + skip)
            return start;
        const length = frameLength(buffer, start + skip - 1, this.#limit);
        if (end - start < length + skip)
            return start;
        const type = this.#startup ? 0 : buffer[start];
        const from = start + skip + 4;
        const body = Buffer.from(buffer.subarray(from, start + skip + length));
        const resolve = this.#resolve;
        this.#resolve = this.#reject = undefined;
        this.#inlet.hold();
        resolve({ type, body });
        return start + skip + length;
    }
    failed(error) {
        this.#error ??= error;
        const reject = this.#reject;
        this.#resolve = this.#reject = undefined;
        reject?.(error);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/side.js
// A second connection to the target, for questions of our own: opened when first needed, closed when idle.



const IDLE_MS = 30_000;
const ANSWER_MS = 15_000;
class Side {
    #open;
    #upstream;
    #messages = new Messages();
    #queue = Promise.resolve();
    #idle;
    #closed = false;
    constructor(open) {
        this.#open = open;
    }
    /** Rows in text format, of all its results. The text is ours: it holds no literal that was not escaped. */
    async query(text, wait = ANSWER_MS) {
        return (await this.#ask(frames_frame(CLIENT.Query, text), wait)).rows;
    }
    /** The columns that a query would return; it is not run. */
    async describe(text) {
        const parse = frames_frame(CLIENT.Parse, '', text, Buffer.alloc(2));
        const describe = frames_frame(CLIENT.Describe, Buffer.of(0x53), '');
        return (await this.#ask(Buffer.concat([parse, describe, SYNC]))).fields;
    }
    /** For good. */
    close() {
        this.#closed = true;
        this.#rest();
    }
    #rest() {
        clearTimeout(this.#idle);
        this.#upstream?.inlet.socket.end(TERMINATE);
        this.#upstream = undefined;
    }
    /** One question at a time. */
    #ask(question, wait = ANSWER_MS) {
        const asked = this.#queue.then(() => this.#once(question, wait));
        this.#queue = asked.catch(() => { });
        return asked;
    }
    async #once(question, wait) {
        clearTimeout(this.#idle);
        const upstream = await this.#connected();
        const timer = setTimeout(() => upstream.inlet.socket.destroy(), wait).unref();
        try {
            upstream.inlet.socket.write(question);
            return await this.#read();
        }
        catch (error) {
            if (error instanceof ProtocolError)
                this.#drop(upstream);
            throw error;
        }
        finally {
            clearTimeout(timer);
            if (!this.#closed)
                this.#idle = setTimeout(() => this.#rest(), IDLE_MS).unref();
        }
    }
    async #connected() {
        if (this.#upstream)
            return this.#upstream;
        if (this.#closed)
            throw new Error('the session is over');
        const upstream = await this.#open();
        if (this.#closed) {
            upstream.inlet.socket.destroy();
            throw new Error('the session is over');
        }
        this.#messages = new Messages();
        upstream.inlet.sink = this.#messages;
        this.#messages.attach(upstream.inlet);
        upstream.inlet.socket.once('close', () => this.#drop(upstream));
        this.#upstream = upstream;
        return upstream;
    }
    #drop(upstream) {
        upstream.inlet.socket.destroy();
        if (this.#upstream === upstream)
            this.#upstream = undefined;
    }
    async #read() {
        const rows = [];
        let fields = [];
        let failure;
        for (;;) {
            const { type, body } = await this.#messages.next(WHOLE_LIMIT);
            if (type === UPSTREAM.DataRow)
                rows.push(readRow(body));
            else if (type === UPSTREAM.RowDescription)
                fields = readRowDescription(body, 0, body.length);
            else if (type === UPSTREAM.ErrorResponse) {
                const sqlstate = new Map(readFields(body, 0, body.length)).get('C');
                failure = new Error(`the catalogue query failed (${sqlstate})`);
            }
            else if (type === UPSTREAM.ReadyForQuery) {
                if (failure)
                    throw failure;
                return { rows, fields };
            }
        }
    }
}
/** A DataRow's body. */
function readRow(body) {
    const count = body.readUInt16BE(0);
    const row = [];
    let at = 2;
    for (let i = 0; i < count; i++) {
        if (at + 4 > body.length)
            throw new ProtocolError('a row that is cut');
        const length = body.readInt32BE(at);
        at += 4;
        if (length < -1 || at + length > body.length)
            throw new ProtocolError('a row with an impossible length');
        row.push(length === -1 ? null : body.toString('utf8', at, at + length));
        if (length > 0)
            at += length;
    }
    return row;
}
/** A string literal; the connection has standard_conforming_strings on. */
const literal = (text) => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;

;// CONCATENATED MODULE: ./lib/protocols/postgres/copied.js

/**
 * A relation without its schema may be any of that name, and a query means something else under another search_path
 * (`resolution`): then it rejects.
 */
async function copied(side, copy, resolution) {
    if (copy.query !== undefined) {
        if (resolution)
            throw new Error('the query may mean something else on another connection');
        const fields = await side.describe(copy.query);
        if (fields.length === 0)
            throw new Error('the query returns no columns');
        return fields;
    }
    if (copy.relation === undefined)
        throw new Error('nothing to describe');
    if (resolution && !copy.relation.includes('.'))
        throw new Error('the relation may be another one');
    return columnsOf(side, copy.relation, copy.columns);
}
async function columnsOf(side, relation, columns) {
    const parts = relation.split('.').map((part) => `"${part.replaceAll('"', '""')}"`);
    const rows = await side.query(`SELECT a.attrelid, a.attnum, a.attname, a.atttypid FROM pg_catalog.pg_attribute a
     WHERE a.attrelid = pg_catalog.to_regclass(${literal(parts.join('.'))})
     AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum`);
    const fields = rows.map(([table, attribute, label, type]) => ({
        label: label,
        table: Number(table),
        attribute: Number(attribute),
        type: Number(type),
        format: 'text',
    }));
    const chosen = columns.length === 0 ? fields : columns.map((name) => fields.find(({ label }) => label === name));
    if (chosen.length === 0 || chosen.includes(undefined))
        throw new Error('the columns are not known');
    return chosen.filter((field) => field !== undefined);
}

// EXTERNAL MODULE: ./lib/sql/functions.js + 2 modules
var sql_functions = __webpack_require__(94674);
;// CONCATENATED MODULE: ./lib/protocols/postgres/identifiers.js
// Names as the analysis writes them, and as the server keeps them.
/** NAMEDATALEN - 1: the server cuts longer names, so that two of them could be one. */
const LONGEST = 63;
/** Parts of a dotted name, without their quotes. */
function split(name) {
    if (!name.includes('"'))
        return name.split('.');
    return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) => quoted === undefined ? whole : quoted.replaceAll('""', '"'));
}
/** `schema.table` without quotes; what is temporary goes by its name alone, as its schema has many. */
function relationOf(name) {
    const parts = split(name);
    return (parts.length > 1 && /^pg_temp(_\d+)?$/.test(parts[0]) ? parts.slice(1) : parts).join('.');
}
/** A relation's own name, in whatever schema it is. */
const bare = (relation) => split(relation).at(-1) ?? '';
/** The name of a cursor or a prepared statement as the wire has it. */
function wireName(name) {
    const [plain = ''] = split(name);
    if (Buffer.byteLength(plain) <= LONGEST)
        return plain;
    let cut = plain;
    while (Buffer.byteLength(cut) > LONGEST)
        cut = [...cut].slice(0, -1).join('');
    return cut;
}
/** The server's own relations: nobody gives these names another meaning but by a name of their own. */
const isSystem = (relation) => /^(?:pg_(?!temp)|information_schema\.)/.test(relation);

;// CONCATENATED MODULE: ./lib/protocols/postgres/made-code.js


const CODE = new Set([
    'function',
    'procedure',
    'aggregate',
    'operator',
    'cast',
    'type',
    'domain',
    'extension',
]);
/** They run nothing by themselves. */
const SHAPES = new Set(['type', 'domain']);
/** What this session made, whether or not others can see it yet. It only grows: in doubt a name may still be code. */
class MadeCode {
    #names = new Set();
    /** Those of functions and operators. */
    #running = new Set();
    /** A cast was made: any type may mean it. */
    #casts = false;
    get any() {
        return this.#casts || this.#names.size > 0;
    }
    /** True when it is news. */
    note(effects) {
        const before = this.#size;
        for (const { action, object, name, detail = '' } of effects) {
            if (!CODE.has(object) || !(action === 'create' || action === 'alter' || action === 'rename'))
                continue;
            const given = action === 'rename' && detail.startsWith('to ') ? detail.slice('to '.length) : undefined;
            if (object === 'cast' || name === 'cast')
                this.#casts = true;
            for (const each of [name, given]) {
                if (each === undefined)
                    continue;
                this.#names.add(lastName(each));
                if (!SHAPES.has(object))
                    this.#running.add(lastName(each));
            }
        }
        return this.#size > before;
    }
    get #size() {
        return this.#names.size + this.#running.size + Number(this.#casts);
    }
    in(uses) {
        if (!uses || !this.any)
            return false;
        if (this.#casts && uses.types.length > 0)
            return true;
        return everyName(uses).some((name) => this.#names.has(name));
    }
    /** True when it may stand where the text shows what is built in; casts of assignments show nowhere. */
    hides(uses) {
        if (this.#casts)
            return true;
        if (this.#running.size === 0 || uses === undefined)
            return false;
        const { functions, operators, fields } = uses;
        const built = functions.map(lastName).filter((name) => !(0,sql_functions/* isForeign */.jq)([name]));
        return [...built, ...operators.map(lastName), ...fields.map(lastName)].some((name) => this.#running.has(name));
    }
    /** The same of one name with its kind: `function count`. */
    is(code) {
        const space = code.indexOf(' ');
        if (code.startsWith('type '))
            return this.#casts;
        return this.#running.has(lastName(code.slice(space + 1)));
    }
}
/** Every name that a statement uses, without schemas. */
const everyName = ({ functions, operators, types, fields }) => [...functions, ...operators, ...types, ...fields].map(lastName);
/** An operator may hold any sign, but no dot: `z.===`. */
const lastName = (name) => /^[\w".]+$/.test(name) ? bare(name) : name.slice(name.lastIndexOf('.') + 1);

;// CONCATENATED MODULE: ./lib/protocols/postgres/known-code.js

class KnownCode {
    /** `function abs`, `operator ===`, `type envelope` of a cast, `field total` for what can be called as `row.total`. */
    #names;
    constructor(names) {
        this.#names = names;
    }
    /** True when something that the statement names may call code: `o.total` a function, `+` an operator. */
    disguises(uses) {
        if (this.#names.size === 0 || uses === undefined)
            return false;
        return this.hides(uses) || uses.types.some((name) => this.is(`type ${name}`));
    }
    /** The same of what its text shows as a column or as built in; casts are not asked about. */
    hides({ functions, operators, fields }) {
        return (functions.some((name) => this.#has('function', name)) ||
            operators.some((name) => this.#has('operator', name)) ||
            fields.some((name) => this.#has('field', name)));
    }
    /** The same of one name with its kind: `function count`. What is written with `pg_catalog` is looked for by its name, too. */
    is(code) {
        const space = code.indexOf(' ');
        return this.#has(code.slice(0, space), code.slice(space + 1));
    }
    #has(kind, name) {
        return this.#names.has(`${kind} ${lastName(name)}`);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/lineage.js
/** A derived relation depends on others; `edges` go one step down. */
class Lineage {
    #names;
    #edges;
    code;
    /** Made when it is first asked for. */
    #byName;
    /** Generated columns, and those of the same row that they are made of: `schema.table.column`. */
    #generated;
    /** Relations that keep what they read: materialized views. */
    #keeping;
    constructor(parts) {
        this.#names = parts.names;
        this.#edges = parts.edges;
        this.code = parts.code;
        this.#generated = parts.generated;
        this.#keeping = parts.keeping;
    }
    /** The columns that a generated one is made of; empty for all others. `column` is `schema.table.column`. */
    madeOf(column) {
        return (this.#generated.get(column) ?? []).flatMap((source) => [source, ...this.behind(source)]);
    }
    /** Relations whose columns are others than those of the relations behind them, for which `test` holds. */
    rebuilt(test) {
        const found = new Set();
        for (const oid of this.#edges.keys()) {
            const below = this.#below(oid);
            const all = [oid, ...below];
            if (all.some((at) => this.#calls(at)) ||
                (all.some((at) => this.rebuilds(at)) && below.some((at) => test(this.#names.get(at) ?? ''))))
                found.add(this.#names.get(oid) ?? '');
        }
        return found;
    }
    /** What materialized views hold that read the relation, a name with or without its schema, in any of their columns. */
    keptOver(relation) {
        const meant = (oid) => {
            const name = this.#names.get(oid) ?? '';
            return name === relation || name.slice(name.indexOf('.') + 1) === relation;
        };
        return [...this.#keeping]
            .filter((oid) => this.#below(oid).some(meant))
            .map((oid) => ({ name: this.#names.get(oid) ?? '', columns: this.columnsBehind(oid) ?? ['*'] }));
    }
    /** The columns that generated ones of this name are made of; a table without its schema may be any. */
    generatedFrom(column) {
        return [...this.#generated]
            .filter(([name]) => name === column || name.slice(name.indexOf('.') + 1) === column)
            .flatMap(([, sources]) => sources);
    }
    derives(oid) {
        return this.#edges.has(oid);
    }
    /** Names (`schema.table`) of derived relations that read one for which `test` holds, however far down. */
    reading(test) {
        const found = new Set();
        for (const oid of this.#edges.keys()) {
            const below = this.#below(oid);
            if (below.some((base) => test(this.#names.get(base) ?? '')) ||
                [oid, ...below].some((at) => this.#calls(at)))
                found.add(this.#names.get(oid) ?? '');
        }
        return found;
    }
    /** Every column that the relation may show, all the way down; undefined when it reads no other. */
    columnsBehind(oid) {
        if (!this.#edges.has(oid))
            return undefined;
        const names = new Set();
        for (const at of [oid, ...this.#below(oid)])
            for (const { base, column, kind } of this.#edges.get(at) ?? []) {
                if (kind !== 'reads' && kind !== 'calls' && at !== oid)
                    continue;
                if (kind === 'calls') {
                    names.add('*');
                    continue;
                }
                for (const each of kind === 'reads' ? [base, ...this.#kin(base)] : [base])
                    names.add(`${this.#names.get(each)}.${column ?? '*'}`);
            }
        return [...names];
    }
    /** The column itself and what is behind it; undefined when it is not known. */
    column(table, attribute) {
        for (const edges of this.#edges.values())
            for (const { base, column, attribute: number } of edges)
                if (base === table && number === attribute && column !== undefined)
                    return [
                        `${this.#names.get(base)}.${column}`,
                        ...this.inherited(table, column),
                        ...(this.rebuilds(table) ? (this.columnsBehind(table) ?? []) : []),
                    ];
        return undefined;
    }
    /** What may be behind a column as a statement writes it (`v.label`, `public.v.*`); a name without its schema may be in any. */
    behind(source) {
        const dot = source.lastIndexOf('.');
        const relation = source.slice(0, Math.max(0, dot));
        if (relation === '')
            return [];
        const found = [];
        for (const [column, sources] of this.#generated)
            if (column === source || (!relation.includes('.') && column.endsWith(`.${source}`)))
                found.push(...sources, ...sources.flatMap((each) => this.behind(each)));
        for (const oid of this.#named(relation)) {
            const edges = this.#edges.get(oid) ?? [];
            const inherits = edges.every(({ kind }) => kind !== 'reads' && kind !== 'calls');
            found.push(...(inherits ? this.inherited(oid, source.slice(dot + 1)) : (this.columnsBehind(oid) ?? [])));
        }
        return found;
    }
    /** Derived relations of a name, with or without its schema. */
    #named(relation) {
        if (!this.#byName) {
            this.#byName = new Map();
            for (const oid of this.#edges.keys()) {
                const name = this.#names.get(oid) ?? '';
                for (const key of [name, name.slice(name.indexOf('.') + 1)])
                    this.#byName.set(key, [...(this.#byName.get(key) ?? []), oid]);
            }
        }
        return this.#byName.get(relation) ?? [];
    }
    /** The same column of the relations it inherits from, and of those that inherit from it: their rows are its own. */
    inherited(oid, column) {
        return this.#kin(oid).map((base) => `${this.#names.get(base)}.${column}`);
    }
    /** Its columns are others than those of the relations behind it. */
    rebuilds(oid) {
        return this.#edges.get(oid)?.some(({ kind }) => kind === 'reads' || kind === 'calls') ?? false;
    }
    #calls(oid) {
        return this.#edges.get(oid)?.some(({ kind }) => kind === 'calls') ?? false;
    }
    /** Ancestors and descendants, but no siblings. */
    #kin(oid) {
        return [...this.#along(oid, 'parent'), ...this.#along(oid, 'child')];
    }
    #along(oid, kind) {
        const seen = new Set();
        const visit = (at) => {
            for (const { base, kind: own } of this.#edges.get(at) ?? []) {
                if (own !== kind || seen.has(base))
                    continue;
                seen.add(base);
                visit(base);
            }
        };
        visit(oid);
        return seen;
    }
    /** Every relation whose rows may show in it. */
    #below(oid) {
        const seen = new Set();
        const visit = (at) => {
            for (const { base, kind } of this.#edges.get(at) ?? []) {
                if (kind !== 'reads' || seen.has(base))
                    continue;
                for (const each of [base, ...this.#kin(base)])
                    seen.add(each);
                visit(base);
            }
        };
        visit(oid);
        for (const each of this.#kin(oid))
            seen.add(each);
        return [...seen];
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/dependencies.js
// What the catalogue says of views, code and inheritance, loaded over the side connection.
// pg_depend: https://www.postgresql.org/docs/current/catalog-pg-depend.html


/** Extensions compute, but for those that run SQL; what else is not the server's own may read tables. */
function own(kind, oid) {
    return `NOT EXISTS (SELECT FROM pg_catalog.pg_depend x WHERE x.classid = ${kind} AND x.objid = ${oid} AND x.deptype = 'e'
    AND x.refobjid NOT IN (SELECT oid FROM pg_catalog.pg_extension WHERE extname IN ('dblink', 'tablefunc', 'xml2')))`;
}
const DERIVED = `
SELECT d.oid, dn.nspname || '.' || d.relname, coalesce(b.oid, 0), bn.nspname || '.' || b.relname, e.attribute, a.attname, e.kind, d.relkind
FROM (
  SELECT r.ev_class AS derived, p.refobjid AS base, p.refobjsubid AS attribute, 'reads' AS kind
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_rewrite'::regclass AND p.objid = r.oid
    AND p.refclassid = 'pg_catalog.pg_class'::regclass AND p.refobjid <> r.ev_class
  UNION ALL
  SELECT r.ev_class, 0, 0, 'calls'
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_rewrite'::regclass AND p.objid = r.oid
    AND p.refclassid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass)
  WHERE ${own('p.refclassid', 'p.refobjid')}
  UNION ALL
  SELECT i.inhrelid, i.inhparent, 0, 'parent' FROM pg_catalog.pg_inherits i
  UNION ALL
  SELECT i.inhparent, i.inhrelid, 0, 'child' FROM pg_catalog.pg_inherits i
) e
JOIN pg_catalog.pg_class d ON d.oid = e.derived AND d.relkind IN ('r', 'v', 'm', 'p', 'f')
JOIN pg_catalog.pg_namespace dn ON dn.oid = d.relnamespace
LEFT JOIN pg_catalog.pg_class b ON b.oid = e.base
LEFT JOIN pg_catalog.pg_namespace bn ON bn.oid = b.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = b.oid AND a.attnum = e.attribute AND e.attribute <> 0
WHERE dn.nspname NOT IN ('pg_catalog', 'information_schema') AND (b.oid IS NOT NULL OR e.kind = 'calls')`;
const GENERATED = `
SELECT n.nspname || '.' || c.relname || '.' || a.attname, n.nspname || '.' || c.relname || '.' || b.attname
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated <> ''
JOIN pg_catalog.pg_depend p ON p.refclassid = 'pg_catalog.pg_class'::regclass AND p.refobjid = d.adrelid AND p.refobjsubid <> 0
  AND ((p.classid = 'pg_catalog.pg_attrdef'::regclass AND p.objid = d.oid)
    OR (p.classid = 'pg_catalog.pg_class'::regclass AND p.objid = d.adrelid AND p.objsubid = d.adnum))
JOIN pg_catalog.pg_attribute b ON b.attrelid = d.adrelid AND b.attnum = p.refobjsubid AND b.attnum <> a.attnum
JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace`;
/** Not made with the server itself: https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const dependencies_FIRST_OWN = 16_384;
/**
 * Code that a text may run unseen: functions of one argument can be written as its fields (`row.total`, `(1).total`, `g.total` of
 * `generate_series(1, 2) g`), overloads hide behind the server's own names.
 */
const dependencies_CODE = `
SELECT 'field ' || p.proname FROM pg_catalog.pg_proc p
WHERE p.pronargs > 0 AND p.pronargs - p.pronargdefaults <= 1 AND p.oid >= ${dependencies_FIRST_OWN}
  AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'function ' || p.proname FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_proc b ON b.proname = p.proname AND b.oid < ${dependencies_FIRST_OWN}
WHERE p.oid >= ${dependencies_FIRST_OWN} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'operator ' || o.oprname FROM pg_catalog.pg_operator o
WHERE o.oid >= ${dependencies_FIRST_OWN} AND ${own("'pg_catalog.pg_operator'::regclass", 'o.oid')}
UNION
SELECT 'type ' || t.typname FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
WHERE p.oid >= ${dependencies_FIRST_OWN} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}`;
async function loadLineage(side) {
    const names = new Map();
    const edges = new Map();
    const keeping = new Set();
    for (const [derived, derivedName, base, baseName, attribute, column, kind, shape] of await side.query(DERIVED)) {
        names.set(Number(derived), derivedName);
        if (shape === 'm')
            keeping.add(Number(derived));
        if (baseName !== null)
            names.set(Number(base), baseName);
        const list = edges.get(Number(derived)) ?? [];
        list.push({
            base: Number(base),
            column: column ?? undefined,
            attribute: Number(attribute),
            kind: kind === 'parent' || kind === 'child' || kind === 'calls' ? kind : 'reads',
        });
        edges.set(Number(derived), list);
    }
    const code = new KnownCode(new Set((await side.query(dependencies_CODE)).map(([name]) => name ?? '')));
    const generated = new Map();
    for (const [column, source] of await side.query(GENERATED))
        generated.set(column, [...(generated.get(column) ?? []), source]);
    return new Lineage({ names, edges, code, generated, keeping });
}
/** For a view's plain columns the column they show, from the view's own tree (`resorigtbl`, `resorigcol` of its targets). */
async function viewSources(side, oid) {
    const rows = await side.query(`SELECT ev_action FROM pg_catalog.pg_rewrite WHERE ev_class = ${oid} AND rulename = '_RETURN'`);
    return readTargets(rows[0]?.[0] ?? '');
}
/** `({QUERY … :targetList ({TARGETENTRY … :resno 1 … :resorigtbl 16384 :resorigcol 2 :resjunk false} …) …})` */
function readTargets(tree) {
    const found = new Map();
    let depth = 0;
    let from = 0;
    for (let at = 0; at < tree.length; at++) {
        const char = tree[at];
        if (char === '\\')
            at++;
        else if (char === '{' && ++depth === 2)
            from = at;
        else if (char === '}' && depth-- === 2 && tree.startsWith('{TARGETENTRY', from)) {
            const entry = tree.slice(from, at);
            const number = (name) => Number(entry.slice(entry.lastIndexOf(`:${name} `)).match(/^\S+ (\d+)/)?.[1] ?? 0);
            const [table, attribute] = [number('resorigtbl'), number('resorigcol')];
            if (table !== 0 && attribute > 0 && entry.trimEnd().endsWith(':resjunk false'))
                found.set(number('resno'), { table, attribute });
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/catalogue.js



/** Milliseconds. */
const FRESH_MS = 60_000;
const REBUILT = new Set(['v', 'm']);
/** Views upon views that are followed column by column. */
const MOST_VIEWS = 32;
class Catalogue {
    #side;
    /** Grows when the schema changed. */
    generation = 0;
    #relations = new Map();
    #types = new Map();
    #lineage;
    /** Grows when the lineage is stale. */
    #edition = 0;
    #loading;
    #loaded = 0;
    #now;
    constructor(side, now) {
        this.#side = side;
        this.#now = now;
    }
    /** `views` is false when only tables and columns were added. */
    invalidate(views) {
        this.#forget();
        if (!views)
            return;
        this.#edition++;
        this.#lineage = undefined;
        this.#loading = undefined;
    }
    #forget() {
        this.generation++;
        this.#relations.clear();
        this.#types.clear();
    }
    /** Which relations read which; undefined until `load` is done. Others change the schema too: it is read again after a while. */
    get lineage() {
        if (this.#lineage && this.#now() - this.#loaded > FRESH_MS) {
            this.#loaded = this.#now();
            this.#loading = undefined;
            this.load().catch(() => { });
        }
        return this.#lineage;
    }
    /** Rejects when the target does not answer. */
    load() {
        const edition = this.#edition;
        this.#loading ??= loadLineage(this.#side).then((lineage) => {
            if (edition !== this.#edition)
                return;
            // What others changed since counts from now on.
            if (this.#lineage)
                this.#forget();
            this.#lineage = lineage;
            this.#loaded = this.#now();
        }, (error) => {
            this.#loading = undefined;
            throw error;
        });
        return this.#loading;
    }
    knows(fields) {
        for (const { table, type } of fields)
            if ((table !== 0 && !this.#relations.has(table)) || !this.#types.has(type))
                return false;
        return true;
    }
    /** Of a domain that of its base. */
    type(oid) {
        return this.#types.get(oid);
    }
    /** Undefined for computed columns, and for relations that other connections cannot see yet. */
    origin(table, attribute) {
        const relation = table === 0 ? undefined : this.#relations.get(table);
        const column = relation?.columns.get(attribute);
        if (!relation || column === undefined)
            return undefined;
        const name = `${relation.schema}.${relation.name}.${column}`;
        const made = this.#lineage?.madeOf(name) ?? [];
        const source = relation.sources.get(attribute);
        const behind = source?.names ?? relation.behind;
        if (!behind && made.length === 0)
            return { name };
        const plain = source?.plain && made.length === 0;
        return { name, carries: [...(behind ?? []), ...made], ...(plain && { plain }) };
    }
    /** Asks for what is not known. Rejects when the target does not answer. */
    async learn(fields) {
        const tables = [...new Set(fields.map(({ table }) => table))].filter((oid) => oid !== 0 && !this.#relations.has(oid));
        // Relations may make all of it be read anew.
        if (tables.length > 0)
            await this.#learnRelations(tables);
        const types = [...new Set(fields.map(({ type }) => type))].filter((oid) => !this.#types.has(oid));
        if (types.length > 0)
            await this.#learnTypes(types);
    }
    async #learnTypes(oids) {
        const rows = await this.#side.query(`WITH RECURSIVE b AS (
         SELECT oid AS own, oid FROM pg_catalog.pg_type WHERE oid IN (${oids.join(',')})
         UNION ALL SELECT b.own, t.typbasetype FROM b JOIN pg_catalog.pg_type t ON t.oid = b.oid AND t.typtype = 'd')
       SELECT b.own, t.typname, t.typtype, (SELECT e.enumlabel FROM pg_catalog.pg_enum e
         WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 1), n.nspname = 'pg_catalog'
       FROM b JOIN pg_catalog.pg_type t ON t.oid = b.oid
       JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype <> 'd'`);
        for (const oid of oids)
            this.#types.set(oid, undefined);
        for (const [oid, name, kind, label, builtIn] of rows) {
            const constant = builtIn === 't' ? undefined : (0,lib_masking/* userConstant */.Ac)(kind, label ?? undefined);
            this.#types.set(Number(oid), { name: name, ...(constant && { constant }) });
        }
    }
    async #learnRelations(oids) {
        if (!this.#lineage)
            await this.load();
        const rows = await this.#side.query(`SELECT c.oid, n.nspname, c.relname, c.relkind, a.attnum, a.attname
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
       WHERE c.oid IN (${oids.join(',')})`);
        const found = new Map();
        for (const [oid, schema, name, kind, attribute, column] of rows) {
            const id = Number(oid);
            const relation = found.get(id) ?? { schema: schema, name: name, kind: kind, columns: new Map() };
            relation.columns.set(Number(attribute), column);
            found.set(id, relation);
        }
        if (this.#lineage &&
            [...found].some(([oid, { kind }]) => REBUILT.has(kind) && !this.#lineage.derives(oid))) {
            // A view that somebody else made since.
            this.#loading = undefined;
            await this.load();
        }
        for (const oid of oids) {
            const relation = found.get(oid);
            this.#relations.set(oid, relation && (await this.#derive(oid, relation)));
        }
    }
    async #derive(oid, relation) {
        const lineage = this.#lineage;
        const behind = lineage?.columnsBehind(oid);
        if (lineage && REBUILT.has(relation.kind))
            return { ...relation, sources: await this.#shown(oid, lineage), behind };
        const sources = new Map();
        if (lineage && behind) {
            for (const [attribute, column] of relation.columns)
                sources.set(attribute, { names: lineage.inherited(oid, column), plain: true });
        }
        return { ...relation, sources, behind };
    }
    /** What a view's plain columns show, through views below it; `known` has those that were asked for already. */
    async #shown(oid, lineage, known = new Map()) {
        const sources = new Map();
        known.set(oid, sources);
        for (const [attribute, { table, attribute: own }] of await viewSources(this.#side, oid)) {
            const carried = lineage.column(table, own);
            if (!carried)
                continue;
            const follow = lineage.rebuilds(table) && (known.has(table) || known.size < MOST_VIEWS);
            const below = follow ? (known.get(table) ?? (await this.#shown(table, lineage, known))) : undefined;
            const next = below?.get(own);
            sources.set(attribute, next
                ? { names: [carried[0], ...next.names], plain: next.plain }
                : { names: carried, plain: !lineage.rebuilds(table) });
        }
        return sources;
    }
    /** See `copied`. */
    async describeCopy(copy, resolution) {
        const fields = await copied(this.#side, copy, resolution);
        await this.learn(fields);
        return fields;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/scram.js
// SCRAM-SHA-256 on both sides, without channel binding: RFC 5802, RFC 7677,
// https://www.postgresql.org/docs/current/sasl-authentication.html


const MECHANISM = 'SCRAM-SHA-256';
/** More would let a hostile server burn our time; servers use 4,096 unless told otherwise. */
const MAX_ITERATIONS = 100_000;
const MAX_NONCE = 256;
const MAX_SALT = 1024;
const hmac = (key, text) => (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest();
/**
 * SASLprep as PostgreSQL does it: a password that it refuses is used as it is.
 * The tables are loaded for passwords that need them; ASCII comes out as it went in.
 */
async function prepare(password) {
    if (/^[ -~]*$/.test(password))
        return password;
    const { saslprep } = await __webpack_require__.e(/* import() */ 81).then(__webpack_require__.bind(__webpack_require__, 35081));
    try {
        return saslprep(password);
    }
    catch {
        return password;
    }
}
/** `password` has been through `prepare`, unless it is ASCII. */
function saltedPassword(password, salt, iterations) {
    return (0,external_node_crypto_.pbkdf2Sync)(password, salt, iterations, 32, 'sha256');
}
function createVerifier(password, salt, iterations = 4096) {
    const salted = saltedPassword(password, salt, iterations);
    return {
        salt,
        iterations,
        storedKey: sha256(hmac(salted, 'Client Key')),
        serverKey: hmac(salted, 'Server Key'),
    };
}
/** Attributes `a=value,b=value`; each must be one letter. */
function attributes(message) {
    const found = new Map();
    for (const part of message.split(',')) {
        if (part[1] !== '=' || found.has(part[0]))
            throw new ProtocolError('a malformed SCRAM message');
        found.set(part[0], part.slice(2));
    }
    return found;
}
function xor(a, b) {
    const out = Buffer.alloc(a.length);
    for (let i = 0; i < a.length; i++)
        out[i] = a[i] ^ b[i];
    return out;
}
/** The server's half. `first` answers client-first, `final` client-final; `final` gives undefined when the password is wrong. */
function scramServer(verifier, nonce) {
    let bare = '';
    let serverFirst = '';
    let expected = '';
    let header = '';
    return {
        first(message) {
            const match = /^((?:n|y),(?:a=[^,]*)?,)(n=[^,]*,r=([\x21-\x2b\x2d-\x7e]{8,256})(?:,.*)?)$/.exec(message);
            if (!match)
                throw new ProtocolError('a malformed SCRAM message, or channel binding without TLS');
            header = match[1];
            bare = match[2];
            expected = match[3] + nonce;
            serverFirst = `r=${expected},s=${verifier.salt.toString('base64')},i=${verifier.iterations}`;
            return serverFirst;
        },
        final(message) {
            const at = message.lastIndexOf(',p=');
            if (at === -1)
                throw new ProtocolError('a malformed SCRAM message');
            const unproven = message.slice(0, at);
            const proof = Buffer.from(message.slice(at + 3), 'base64');
            const sent = attributes(unproven);
            if (sent.get('c') !== Buffer.from(header).toString('base64') || sent.get('r') !== expected)
                throw new ProtocolError('a SCRAM message that belongs to another exchange');
            if (proof.length !== 32)
                throw new ProtocolError('a malformed SCRAM proof');
            const exchange = `${bare},${serverFirst},${unproven}`;
            const clientKey = xor(proof, hmac(verifier.storedKey, exchange));
            if (!(0,external_node_crypto_.timingSafeEqual)(sha256(clientKey), verifier.storedKey))
                return undefined;
            return `v=${hmac(verifier.serverKey, exchange).toString('base64')}`;
        },
    };
}
/** The client's half; `salted` may answer from a cache, the key derivation being the slow part. */
function scramClient(nonce, salted, user = '') {
    const bare = `n=${user},r=${nonce}`;
    let signature;
    return {
        first: `n,,${bare}`,
        final(serverFirst) {
            const sent = attributes(serverFirst);
            const combined = sent.get('r') ?? '';
            const salt = Buffer.from(sent.get('s') ?? '', 'base64');
            const count = sent.get('i') ?? '';
            const iterations = /^[1-9]\d{0,9}$/.test(count) ? Number(count) : Number.NaN;
            if (!combined.startsWith(nonce) || combined.length === nonce.length || combined.length > MAX_NONCE)
                throw new ProtocolError('a SCRAM nonce that does not extend ours');
            if (salt.length === 0 || salt.length > MAX_SALT)
                throw new ProtocolError('a SCRAM salt of no use');
            if (!(iterations <= MAX_ITERATIONS))
                throw new ProtocolError(`a SCRAM iteration count beyond ${MAX_ITERATIONS}`);
            const key = salted(salt, iterations);
            const clientKey = hmac(key, 'Client Key');
            const unproven = `c=biws,r=${combined}`;
            const exchange = `${bare},${serverFirst},${unproven}`;
            signature = hmac(hmac(key, 'Server Key'), exchange);
            return `${unproven},p=${xor(clientKey, hmac(sha256(clientKey), exchange)).toString('base64')}`;
        },
        /** Throws unless the server proved that it knows the password too. */
        verify(serverFinal) {
            const proof = Buffer.from(attributes(serverFinal).get('v') ?? '', 'base64');
            if (!signature || proof.length !== signature.length || !(0,external_node_crypto_.timingSafeEqual)(proof, signature))
                throw new ProtocolError('a SCRAM signature that does not prove the password');
        },
    };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/startup.js

const startup_CODE = {
    cancel: 80877102,
    ssl: 80877103,
    gss: 80877104,
    protocol30: 0x30000,
    protocol32: 0x30002,
};
/** The server's MAX_STARTUP_PACKET_LENGTH. */
const STARTUP_LIMIT = 10_000;
/** Settings that change how values look, never what a statement means. Lower case, as the server folds them. */
const HARMLESS = new Set([
    'application_name',
    'bytea_output',
    'client_min_messages',
    'datestyle',
    'extra_float_digits',
    'geqo',
    'intervalstyle',
    'timezone',
]);
const TIMEOUTS = new Set(['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']);
/** A startup packet that is well-formed and not wanted. */
class Refusal extends Error {
    failure;
    constructor(sqlstate, message, hint) {
        super(message);
        this.failure = { severity: 'FATAL', sqlstate, message, hint };
    }
}
/** The pairs of a startup packet; `bytes` is its body behind the protocol version. */
function readPairs(bytes) {
    const pairs = new Map();
    let at = 0;
    while (at < bytes.length && bytes[at] !== 0) {
        const nameEnd = stringEnd(bytes, at, bytes.length);
        const valueEnd = stringEnd(bytes, nameEnd + 1, bytes.length);
        const name = bytes.toString('utf8', at, nameEnd);
        if (pairs.has(name))
            throw new ProtocolError('a startup parameter that is given twice');
        pairs.set(name, bytes.toString('utf8', nameEnd + 1, valueEnd));
        at = valueEnd + 1;
    }
    if (at !== bytes.length - 1)
        throw new ProtocolError('a startup packet without its end');
    return pairs;
}
/** Command-line options in `options`: `-c name=value`, `-cname=value`, `--name=value`; a backslash escapes the next character. */
function readOptions(text) {
    const words = (text.match(/(?:\\[\s\S]|[^\s\\])+/g) ?? []).map((word) => word.replace(/\\([\s\S])/g, '$1'));
    const settings = [];
    for (let i = 0; i < words.length; i++) {
        const word = words[i];
        const setting = word === '-c' ? (words[++i] ?? '') : /^(?:-c|--)([\s\S]*)$/.exec(word)?.[1];
        const pair = setting === undefined ? null : /^([A-Za-z_][\w.-]*)=([\s\S]*)$/.exec(setting);
        if (!pair)
            throw new Refusal('22023', 'the connection option "options" holds more than settings');
        settings.push([pair[1].toLowerCase().replaceAll('-', '_'), pair[2]]);
    }
    return settings;
}
/** Applies the rules; `database` is the target's, and `user` the one that local clients use. */
function readStartup(pairs, target) {
    const settings = new Map();
    const take = (name, value) => {
        if (name === 'client_encoding')
            return encoding(value);
        if (!HARMLESS.has(name) && !TIMEOUTS.has(name))
            throw new Refusal('0A000', `the setting "${name.slice(0, 64)}" is not accepted when connecting`, 'Set it by a statement after connecting; there it is judged and recorded.');
        settings.set(name, value);
    };
    const user = pairs.get('user') ?? '';
    for (const [name, value] of pairs) {
        const folded = name.toLowerCase();
        if (folded === 'user' || folded.startsWith('_pq_.'))
            continue;
        if (folded === 'database')
            database(value, user, target);
        else if (folded === 'replication')
            replication(value);
        else if (folded === 'options')
            for (const [key, setting] of readOptions(value))
                take(key, setting);
        else
            take(folded, value);
    }
    if (!user)
        throw new Refusal('28000', 'no user name in the startup packet');
    return { user, application: settings.get('application_name') ?? '', settings };
}
function encoding(value) {
    const name = value.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (name !== 'utf8' && name !== 'unicode' && name !== 'sqlascii')
        throw new Refusal('0A000', 'only client_encoding UTF8 is accepted', 'Set PGCLIENTENCODING=UTF8.');
}
function replication(value) {
    if (!['false', 'off', 'no', '0'].includes(value.toLowerCase()))
        throw new Refusal('0A000', 'replication connections are refused');
}
/** libpq sends the user's name when no database was chosen. */
function database(value, user, target) {
    if (value === target.database || value === '' || value === '-' || value === user)
        return;
    throw new Refusal('3D000', `this grant is for the database of target "${target.name}" only`, target.database ? `Connect to the database "${target.database}".` : 'Leave the database out.');
}
/** The settings of the connection to the target: the client's, within the grant's limits. */
function upstreamSettings(startup, limits) {
    const settings = new Map(startup.settings);
    const bound = (name, limit) => {
        if (limit === undefined)
            return;
        const asked = milliseconds(settings.get(name));
        settings.set(name, String(asked > 0 && asked < limit ? asked : limit));
    };
    bound('statement_timeout', limits.statementTimeout);
    bound('lock_timeout', limits.lockTimeout);
    bound('idle_in_transaction_session_timeout', limits.idleInTransactionTimeout);
    settings.set('client_encoding', 'UTF8');
    settings.set('standard_conforming_strings', 'on');
    return settings;
}
const UNITS = {
    '': 1,
    ms: 1,
    s: 1000,
    min: 60_000,
    h: 3_600_000,
    d: 86_400_000,
};
function milliseconds(value) {
    const match = /^\s*(\d+)\s*(ms|s|min|h|d|)\s*$/.exec(value ?? '');
    return match ? Number(match[1]) * UNITS[match[2]] : 0;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/client-login.js
// The server's half of the login, towards the job's own clients on loopback.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP




const PASSWORD_LIMIT = 1024;
/** Reads startup packets until one opens a session or cancels one, then checks the password. Throws `Refusal` or `ProtocolError`. */
async function clientLogin(inlet, messages, local) {
    const asked = new Set();
    for (;;) {
        const { body } = await messages.next(STARTUP_LIMIT, true);
        if (body.length < 4)
            throw new ProtocolError('a startup packet without a version');
        const code = body.readUInt32BE(0);
        if (code === startup_CODE.ssl || code === startup_CODE.gss) {
            // Bytes behind the request were sent before anybody could have answered: somebody injected them (CVE-2021-23214).
            if (body.length !== 4 || inlet.pending > 0 || asked.has(code))
                throw new ProtocolError('bytes behind a request for encryption');
            asked.add(code);
            inlet.socket.write('N');
            continue;
        }
        if (code === startup_CODE.cancel) {
            if (body.length < 12 || body.length > 8 + 256)
                throw new ProtocolError('a malformed cancel request');
            return { kind: 'cancel', pid: body.readInt32BE(4), key: Buffer.from(body.subarray(8)) };
        }
        return await client_login_open(inlet, messages, local, code, body);
    }
}
async function client_login_open(inlet, messages, local, code, body) {
    if (code >>> 16 !== 3)
        throw new Refusal('0A000', `protocol ${code >>> 16}.${code & 0xffff} is not spoken here, only 3.0 and 3.2`);
    const pairs = readPairs(body.subarray(4));
    const startup = readStartup(pairs, { name: local.target, database: local.database, user: local.user });
    const options = [...pairs.keys()].filter((name) => name.startsWith('_pq_.'));
    if (code > startup_CODE.protocol32 || options.length > 0) {
        const parts = [int32(Math.min(code, startup_CODE.protocol32), options.length), ...options];
        inlet.socket.write(frames_frame(UPSTREAM.NegotiateProtocolVersion, ...parts));
    }
    const proven = local.method === 'password'
        ? await cleartext(inlet, messages, local)
        : await scram(inlet, messages, local, startup.user);
    if (!proven || !same(startup.user, local.user))
        throw new Refusal('28P01', `password authentication failed for user "${startup.user.slice(0, 63)}"`, 'Use the user and password that the session printed or exported (PGUSER, PGPASSWORD).');
    return { kind: 'startup', startup, keyLength: code >= startup_CODE.protocol32 ? 32 : 4 };
}
async function cleartext(inlet, messages, local) {
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(3)));
    const body = await answer(messages);
    return same(body.toString('utf8', 0, Math.max(0, body.length - 1)), local.password);
}
async function scram(inlet, messages, local, user) {
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(10), MECHANISM, Buffer.of(0)));
    const initial = await answer(messages);
    const zero = initial.indexOf(0);
    const length = zero >= 0 && initial.length >= zero + 5 ? initial.readInt32BE(zero + 1) : -1;
    if (initial.toString('latin1', 0, Math.max(0, zero)) !== MECHANISM || initial.length !== zero + 5 + length)
        throw new ProtocolError('a malformed SASL response');
    // Unknown users take the same way as wrong passwords.
    const verifier = user === local.user ? local.verifier : createVerifier((0,external_node_crypto_.randomBytes)(32).toString('hex'), (0,external_node_crypto_.randomBytes)(16));
    const exchange = scramServer(verifier, (0,external_node_crypto_.randomBytes)(18).toString('base64'));
    const first = exchange.first(initial.toString('utf8', zero + 5));
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(11), Buffer.from(first)));
    const final = exchange.final((await answer(messages)).toString('utf8'));
    if (final === undefined)
        return false;
    inlet.socket.write(frames_frame(UPSTREAM.Authentication, int32(12), Buffer.from(final)));
    return true;
}
/** Nothing but a password message may come now; a second startup packet is refused here too. */
async function answer(messages) {
    const { type, body } = await messages.next(PASSWORD_LIMIT);
    if (type !== CLIENT.Password)
        throw new ProtocolError('a message that is no part of the login');
    return body;
}
function same(given, wanted) {
    const a = Buffer.alloc(256);
    const b = Buffer.alloc(256);
    a.write(given);
    b.write(wanted);
    return (0,external_node_crypto_.timingSafeEqual)(a, b) && given.length === wanted.length;
}
/** How a failed login is told to the client. */
function loginFailure(error) {
    if (error instanceof Refusal)
        return error.failure;
    const message = error instanceof ProtocolError ? `refused: ${error.message}` : 'the login failed';
    return { severity: 'FATAL', sqlstate: error instanceof ProtocolError ? '08P01' : 'XX000', message };
}
const fatal = (failure) => errorResponse({ ...failure, severity: 'FATAL' });

;// CONCATENATED MODULE: ./lib/protocols/postgres/declared.js
/** OIDs of the server. */
const NAMES = {
    16: 'bool',
    20: 'int8',
    21: 'int2',
    23: 'int4',
    25: 'text',
    705: 'unknown',
    1043: 'varchar',
    1082: 'date',
    1114: 'timestamp',
    1184: 'timestamptz',
    1700: 'numeric',
    2950: 'uuid',
};
const NONE = [];
/** OIDs that the Parse gives its parameters, which begin at their count; 0 for one without. The same empty list when all are. */
function declaredTypes(b, at) {
    const end = at + 2 + 4 * b.readUInt16BE(at);
    for (let oid = at + 2; oid < end; oid += 4)
        if (b.readUInt32BE(oid) !== 0)
            return Array.from({ length: (end - at - 2) / 4 }, (_, index) => b.readUInt32BE(at + 2 + 4 * index));
    return NONE;
}
/** The types in place of the parameters; the very object when they are not declared. */
function withTypes(pins, types) {
    const declared = (number) => types[number - 1] ?? 0;
    const typed = (type) => {
        const oid = type.startsWith('$') ? declared(Number(type.slice(1))) : 0;
        return oid === 0 ? type : (NAMES[oid] ?? `type ${oid}`);
    };
    if (!pins.columns.some((pin) => pin.types.some((type) => typed(type) !== type)))
        return pins;
    return { ...pins, columns: pins.columns.map((pin) => ({ ...pin, types: pin.types.map(typed) })) };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-scan.js
// Where rows and fields of COPY end.

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
/** Where the row's newline is, -1 when it is not there yet. In csv a quoted field may hold newlines. */
function rowEnd(b, start, end, syntax) {
    const { quoting, quote, escape: escaping } = syntax;
    if (!quoting) {
        const at = b.indexOf(NEWLINE, start);
        return at === -1 || at >= end ? -1 : at;
    }
    let quoted = false;
    for (let at = start; at < end; at++) {
        const byte = b[at];
        if (quoted && byte === escaping && (b[at + 1] === quote || b[at + 1] === escaping)) {
            if (at + 1 >= end)
                return -1;
            at++;
        }
        else if (byte === quote)
            quoted = !quoted;
        else if (byte === NEWLINE && !quoted)
            return at;
    }
    return -1;
}
/** Where the field ends within a row that ends at `end`. Throws `ProtocolError` for what the server never writes. */
function fieldEnd(b, start, end, syntax) {
    if (!syntax.quoting)
        return plainEnd(b, start, end, syntax.delimiter);
    return b[start] === syntax.quote && start < end
        ? quotedEnd(b, start, end, syntax)
        : bareEnd(b, start, end, syntax);
}
/** A field of text. */
function plainEnd(b, start, end, delimiter) {
    for (let at = start; at < end; at++) {
        const byte = b[at];
        if (byte === delimiter)
            return at;
        if (byte === BACKSLASH && ++at >= end)
            throw new ProtocolError('a COPY row that ends within an escape');
    }
    return end;
}
function quotedEnd(b, start, end, syntax) {
    const { delimiter, quote, escape: escaping } = syntax;
    for (let at = start + 1; at < end; at++) {
        const byte = b[at];
        const next = at + 1 < end ? b[at + 1] : undefined;
        if (byte === escaping && (next === quote || next === escaping))
            at++;
        else if (byte === quote) {
            if (next === undefined || next === delimiter)
                return at + 1;
            break;
        }
    }
    throw new ProtocolError('a COPY field with a quote of its own');
}
function bareEnd(b, start, end, { delimiter, quote }) {
    for (let at = start; at < end; at++) {
        const byte = b[at];
        if (byte === delimiter)
            return at;
        if (byte === quote)
            throw new ProtocolError('a COPY field with a quote of its own');
    }
    return end;
}
/** Where the binary tuple of `columns` fields ends, -1 when it is not here in full. The trailer counts as one. */
function tupleEnd(b, at, end, columns) {
    if (end - at < 2)
        return -1;
    const count = b.readInt16BE(at);
    if (count === -1)
        return at + 2;
    if (count !== columns)
        throw new ProtocolError('a COPY row with other columns');
    let p = at + 2;
    for (let column = 0; column < count; column++) {
        if (end - p < 4)
            return -1;
        const length = b.readInt32BE(p);
        if (length < -1)
            throw new ProtocolError('a COPY row with an impossible length');
        p += 4 + Math.max(0, length);
    }
    return p > end ? -1 : p;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-lines.js


class Lines {
    #masks;
    #syntax;
    #writer;
    /** The next row holds names of columns. */
    names;
    constructor(masks, syntax, header, writer) {
        this.#masks = masks;
        this.#syntax = syntax;
        this.#writer = writer;
        this.names = header;
    }
    /** Writes what is whole of `b[start, end)`; answers where the first incomplete row begins. */
    take(b, start, end) {
        let row = start;
        while (row < end) {
            const newline = rowEnd(b, row, end, this.#syntax);
            if (newline === -1)
                break;
            this.line(b, row, newline);
            this.#writer.copy(b, newline, newline + 1);
            row = newline + 1;
        }
        return row;
    }
    /** A row without its newline. Every column is counted, also behind the last one that is masked. */
    line(b, start, end) {
        const writer = this.#writer;
        if (this.names) {
            this.names = false;
            writer.copy(b, start, end);
            return;
        }
        const last = this.#masks.length - 1;
        let kept = start;
        let field = start;
        for (let column = 0; column <= last; column++) {
            const stop = fieldEnd(b, field, end, this.#syntax);
            if (stop === end && column < last)
                throw new ProtocolError('a COPY row with fewer columns');
            if (stop !== end && column === last)
                throw new ProtocolError('a COPY row with more columns');
            const mask = this.#masks[column];
            if (mask) {
                writer.copy(b, kept, field);
                writer.field(b, field, stop, mask);
                kept = stop;
            }
            field = stop + 1;
        }
        writer.copy(b, kept, end);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/rows.js
// DataRow: int16 count, then per column int32 length (-1 for NULL) and that many bytes.
// https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-DATAROW

const read32 = (b, at) => (b[at] << 24) | (b[at + 1] << 16) | (b[at + 2] << 8) | b[at + 3];
function write32(b, at, value) {
    b[at] = value >>> 24;
    b[at + 1] = value >>> 16;
    b[at + 2] = value >>> 8;
    b[at + 3] = value;
}
/** Masks the row frame `b[at, end)` into `out`. Throws `ProtocolError` when it does not have the columns that were described. */
function maskRow(out, b, at, end, plan) {
    const { masks, last } = plan;
    if (end - at < 7 || ((b[at + 5] << 8) | b[at + 6]) !== masks.length)
        throw new ProtocolError('a row with other columns than described');
    let header = out.position(at);
    let grown = 0;
    let p = at + 7;
    for (let c = 0; c <= last; c++) {
        if (p + 4 > end)
            throw new ProtocolError('a row that is cut');
        const length = read32(b, p);
        const cell = p + 4;
        if (length < -1 || cell + length > end)
            throw new ProtocolError('a row with an impossible length');
        if (length === -1) {
            p = cell;
            continue;
        }
        const mask = masks[c];
        p = cell + length;
        if (mask === null || mask === undefined)
            continue;
        out.keep(cell - 4);
        const bound = mask.bound(length);
        if (out.inPlace) {
            if (bound > length)
                header = out.spill(header);
        }
        if (!out.inPlace)
            out.ensure(bound + 4);
        const target = out.at;
        const written = mask.apply(b, cell, p, out.buffer, target + 4);
        if (written === -2)
            continue;
        plan.count(mask.label);
        write32(out.buffer, target, written);
        const size = written === -1 ? 0 : written;
        out.wrote(4 + size);
        out.drop(p);
        grown += size - length;
    }
    if (grown !== 0)
        write32(out.buffer, header + 1, end - at - 1 + grown);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-row.js



const copy_row_NEWLINE = 0x0a;
/** True when the CopyData frame `b[at, end)` holds one row and nothing else, no end-of-data mark either. */
function holdsOneRow(b, at, end) {
    return end - at > 8 && b[end - 1] === copy_row_NEWLINE && b.indexOf(copy_row_NEWLINE, at + 5) === end - 1;
}
/** Masks the row into `out` and answers where its frame stands there. Throws `ProtocolError` when it does not have the columns. */
function maskCopyRow(out, b, at, end, row) {
    const { masks, delimiter } = row;
    const last = masks.length - 1;
    const stop = end - 1;
    let header = out.position(at);
    let grown = 0;
    let field = at + 5;
    for (let column = 0; column <= last; column++) {
        const to = plainEnd(b, field, stop, delimiter);
        if (to === stop && column < last)
            throw new ProtocolError('a COPY row with fewer columns');
        if (to < stop && column === last)
            throw new ProtocolError('a COPY row with more columns');
        const mask = masks[column];
        if (mask) {
            out.keep(field);
            const bound = mask.bound(to - field);
            if (out.inPlace && bound > to - field)
                header = out.spill(header);
            if (!out.inPlace)
                out.ensure(bound);
            const written = mask.apply(b, field, to, out.buffer, out.at);
            if (written !== -2) {
                row.count(mask.label);
                const size = Math.max(0, written);
                out.wrote(size);
                out.drop(to);
                grown += size - (to - field);
            }
        }
        field = to + 1;
    }
    out.keep(end);
    header = out.at - (end - at + grown);
    if (grown !== 0)
        write32(out.buffer, header + 1, end - at - 1 + grown);
    return header;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-shape.js
/** One character of ASCII that is neither a letter nor a digit; space and tab too. */
const SIGN = /^[\t !-/:-@[-`{-~]$/;
const PRINTABLE = /^[ -~]*$/;
/** pg_char_to_encoding ignores case and whatever is no letter or digit. */
const UTF8 = /^(?:utf-?8|unicode)$/i;
const HINTS = {
    encoding: "Leave ENCODING out, or give it as 'UTF8'.",
    null: "Leave NULL out, or give it as '\\N' or ''; in csv any printable text without quotes and delimiters will do.",
    delimiter: 'Leave DELIMITER out, or give it as one punctuation character in quotes.',
    quote: 'Leave QUOTE out, or give it as one punctuation character in quotes.',
    escape: 'Leave ESCAPE out, or give it as one punctuation character in quotes.',
    header: 'Say HEADER, HEADER true or HEADER false.',
    format: 'Say FORMAT text, csv or binary.',
};
/** Why rows of masked columns cannot be told apart for sure; undefined when they can. */
function unsplittable(copy) {
    const option = doubtful(copy);
    if (option === undefined)
        return undefined;
    return {
        severity: 'ERROR',
        sqlstate: '0A000',
        message: `refused: with its option ${option.toUpperCase()} the columns of this COPY cannot be told apart for sure, and some are masked`,
        hint: HINTS[option] ?? `Leave ${option.toUpperCase()} out.`,
    };
}
function doubtful({ format, encoding, unclear = [], ...copy }) {
    if (unclear.length > 0)
        return unclear[0];
    // Other encodings have characters that hold an ASCII byte.
    if (encoding !== undefined && !UTF8.test(encoding))
        return 'encoding';
    if (format === 'binary')
        return undefined;
    if (!SIGN.test(copy.delimiter) || (format === 'text' && /[\\.]/.test(copy.delimiter)))
        return 'delimiter';
    // In text a value that reads like NULL is written just so, and a backslash at the end would hide the delimiter.
    if (format === 'text')
        return copy.null === '\\N' || copy.null === '' ? undefined : 'null';
    if (!SIGN.test(copy.quote) || copy.quote === copy.delimiter)
        return 'quote';
    if (!SIGN.test(copy.escape) || copy.escape === copy.delimiter)
        return 'escape';
    if (!PRINTABLE.test(copy.null) || copy.null.includes(copy.quote) || copy.null.includes(copy.delimiter))
        return 'null';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-tuples.js


/** `PGCOPY\n\377\r\n\0`, then int32 flags and int32 length of an extension. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEADER = SIGNATURE.length + 8;
class Tuples {
    #masks;
    #writer;
    #begun = false;
    #ended = false;
    constructor(masks, writer) {
        this.#masks = masks;
        this.#writer = writer;
    }
    /** Writes what is whole of `b[start, end)`; answers where the first incomplete row begins. */
    take(b, start, end) {
        let at = start;
        if (!this.#begun) {
            if (end - at < HEADER)
                return at;
            if (b.compare(SIGNATURE, 0, SIGNATURE.length, at, at + SIGNATURE.length) !== 0)
                throw new ProtocolError('a COPY without its signature');
            const header = HEADER + b.readUInt32BE(at + HEADER - 4);
            if (end - at < header)
                return at;
            this.#writer.copy(b, at, at + header);
            this.#begun = true;
            at += header;
        }
        while (at < end) {
            if (this.#ended)
                throw new ProtocolError('a COPY that goes on behind its end');
            const next = tupleEnd(b, at, end, this.#masks.length);
            if (next === -1)
                break;
            this.#ended = next === at + 2;
            if (this.#ended)
                this.#writer.copy(b, at, next);
            else
                this.#tuple(b, at);
            at = next;
        }
        return at;
    }
    #tuple(b, start) {
        const writer = this.#writer;
        writer.copy(b, start, start + 2);
        let p = start + 2;
        for (const mask of this.#masks) {
            const length = b.readInt32BE(p);
            const cell = p + 4;
            p = cell + Math.max(0, length);
            const word = writer.at;
            writer.copy(b, cell - 4, cell);
            if (length < 0)
                continue;
            if (!mask) {
                writer.copy(b, cell, p);
                continue;
            }
            const isNull = writer.field(b, cell, p, mask);
            writer.setInt32(isNull ? -1 : writer.at - word - 4, word);
        }
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-writer.js

const HEAD = 5;
class CopyWriter {
    #out = Buffer.allocUnsafe(8 * 1024);
    /** Bytes of the frame so far. */
    #at = HEAD;
    #counts = new Map();
    get at() {
        return this.#at;
    }
    begin() {
        this.#at = HEAD;
    }
    /** Valid until the next call. */
    frame() {
        this.#out[0] = UPSTREAM.CopyData;
        this.#out.writeUInt32BE(this.#at - 1, 1);
        return this.#out.subarray(0, this.#at);
    }
    copy(b, start, end) {
        this.#room(end - start);
        if (end - start < 32)
            for (let at = start; at < end; at++)
                this.#out[this.#at++] = b[at];
        else
            this.#at += b.copy(this.#out, this.#at, start, end);
    }
    /** Answers true when the value became NULL. */
    field(b, start, end, mask) {
        this.#room(mask.bound(end - start));
        const written = mask.apply(b, start, end, this.#out, this.#at);
        if (written === -2) {
            this.copy(b, start, end);
            return false;
        }
        if (written > 0)
            this.#at += written;
        this.count(mask.label);
        return written === -1;
    }
    /** Puts a length where there is one. */
    setInt32(value, at) {
        this.#out.writeInt32BE(value, at);
    }
    count(label) {
        this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
    }
    /** Masked cells by label since the last call; undefined when there were none. */
    counted() {
        if (this.#counts.size === 0)
            return undefined;
        const counted = Object.fromEntries(this.#counts);
        this.#counts = new Map();
        return counted;
    }
    #room(size) {
        if (this.#at + size <= this.#out.length)
            return;
        const grown = Buffer.allocUnsafe(Math.max(this.#out.length * 2, this.#at + size));
        this.#out.copy(grown, 0, 0, this.#at);
        this.#out = grown;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy.js







/** A COPY that must not be sent. */
class CopyRefused extends Error {
    failure;
    constructor(failure) {
        super(failure.message);
        this.name = 'CopyRefused';
        this.failure = failure;
    }
}
/** Throws `CopyRefused` when the rows cannot be split as the server puts them together. */
function copyPlan(masks, options) {
    const refused = unsplittable(options);
    if (refused)
        throw new CopyRefused(refused);
    const { format } = options;
    if (format === 'binary')
        return { masks, options };
    return { masks: masks.map((mask) => mask && (0,lib_masking/* copyMask */.gP)(mask, { ...options, format })), options };
}
/** One COPY on its way. */
class CopyMask {
    #columns;
    #options;
    #writer = new CopyWriter();
    #lines;
    #rows;
    #row;
    /** Bytes of a row whose end is not here yet. */
    #carry = EMPTY;
    constructor({ masks, options }) {
        const writer = this.#writer;
        this.#columns = masks.length;
        this.#options = options;
        const delimiter = options.delimiter.charCodeAt(0);
        const syntax = {
            quoting: options.format === 'csv',
            delimiter,
            quote: options.quote.charCodeAt(0),
            escape: options.escape.charCodeAt(0),
        };
        this.#lines = new Lines(masks, syntax, options.header, writer);
        this.#rows = options.format === 'binary' ? new Tuples(masks, writer) : this.#lines;
        this.#row = { masks, delimiter, count: (label) => writer.count(label) };
    }
    /** True when the server's CopyOutResponse is what was planned for. */
    fits(binary, columns) {
        return binary === (this.#options.format === 'binary') && columns === this.#columns;
    }
    /** Masks the frame `b[at, end)` where it stands, and answers where that is; undefined when it must be fed. */
    row(out, b, at, end) {
        const plain = this.#options.format === 'text' && !this.#lines.names && this.#carry.length === 0;
        return plain && holdsOneRow(b, at, end) ? maskCopyRow(out, b, at, end, this.#row) : undefined;
    }
    /** The payload `b[start, end)`; answers a CopyData frame with the rows that are whole now, valid until the next call. */
    feed(b, start, end) {
        this.#writer.begin();
        let [from, at, to] = [b, start, end];
        if (this.#carry.length > 0) {
            from = Buffer.concat([this.#carry, b.subarray(start, end)]);
            at = 0;
            to = from.length;
        }
        if (to - at > WHOLE_LIMIT)
            throw new ProtocolError('a COPY row that would have to be held whole');
        const done = this.#rows.take(from, at, to);
        this.#carry = done === to ? EMPTY : Buffer.from(from.subarray(done, to));
        return this.#writer.frame();
    }
    /** What was left when the server says that it is done; undefined when nothing was. */
    finish() {
        const rest = this.#carry;
        this.#carry = EMPTY;
        if (rest.length === 0)
            return undefined;
        if (this.#rows !== this.#lines)
            throw new ProtocolError('a COPY that ends within a row');
        this.#writer.begin();
        this.#lines.line(rest, 0, rest.length);
        return this.#writer.frame();
    }
    /** Masked cells by label since the last call; undefined when there were none. */
    counted() {
        return this.#writer.counted();
    }
}
const EMPTY = Buffer.alloc(0);

;// CONCATENATED MODULE: ./lib/protocols/postgres/moved.js

/** The meaning of any name may have changed. */
const ANYTHING = new Set(['unknown', 'load']);
const CHANGING = new Set(['create', 'alter', 'drop', 'detach', 'own', 'rename', 'move']);
/** A relation that shows what is in others. */
const SHOWING = new Set(['view', 'materialized-view', 'foreign-table', 'rule']);
/** ALTER INDEX renames tables, too. */
const NAMED = new Set(['table', 'view', 'materialized-view', 'foreign-table', 'index', 'column']);
/** Their names stand in no query, or, as those of code, are noted elsewhere. */
const UNREAD = new Set('aggregate collation constraint conversion database domain event-trigger foreign-data-wrapper function language operator operator-class operator-family policy publication role rule sequence server statistic-ext statistics subscription tablespace text-search trigger type user-mapping'.split(' '));
class Moved {
    /** Names, without schema, of what reads other relations. */
    views = new Set();
    /** Old and new names of relations that stayed what they were. */
    renamed = new Set();
    /** Names, without schema, of everything that came up. */
    made = new Set();
    all = false;
    /** Code of any name may have come up. */
    code = false;
    get any() {
        return this.made.size > 0 || this.shifts;
    }
    /** What others read may not be what it was. */
    get shifts() {
        return this.all || this.views.size > 0 || this.renamed.size > 0;
    }
    /** What it makes stale: a table that came up shows no other. */
    get upheaval() {
        if (this.shifts)
            return 'all';
        return this.made.size > 0 ? 'relations' : 'none';
    }
    note({ effects, relations }) {
        for (const effect of effects) {
            const { action, object, name } = effect;
            if (ANYTHING.has(action))
                this.all = this.code = true;
            if (!CHANGING.has(action))
                continue;
            if (isWide(effect))
                this.all = true;
            else if (action === 'rename' || action === 'move')
                this.#renames(effect);
            if (action === 'create' && name !== undefined)
                this.made.add(bare(name));
            if (SHOWING.has(object))
                for (const each of name ? [name] : relations)
                    this.views.add(bare(each));
            else if (joins(effect, relations))
                for (const each of relations)
                    this.views.add(bare(each));
        }
    }
    add(other) {
        for (const name of other.views)
            this.views.add(name);
        for (const name of other.renamed)
            this.renamed.add(name);
        for (const name of other.made)
            this.made.add(name);
        this.all ||= other.all;
        this.code ||= other.code;
    }
    #renames({ object, name, detail = '', cascade }) {
        if (UNREAD.has(object) && !cascade)
            return;
        if (!NAMED.has(object) || name === undefined)
            this.all = true;
        else
            this.renamed.add(bare(name));
        if (detail.startsWith('to '))
            this.renamed.add(bare(detail.slice('to '.length)));
    }
    /** Whether a statement may read something of it. */
    touches({ relations, uses }, reading) {
        if (this.code && uses !== undefined)
            return 'lost';
        if (this.all && relations.some((relation) => !isSystem(relation)))
            return 'moved';
        if (meets(this.views, relations, reading))
            return 'moved';
        return meets(this.renamed, relations, reading) ? 'renamed' : 'no';
    }
    clear() {
        this.views.clear();
        this.renamed.clear();
        this.made.clear();
        this.all = this.code = false;
    }
}
/** What one statement does; undefined when it moves nothing. */
function movedBy(analysis) {
    if (!analysis.effects.some(({ action }) => CHANGING.has(action) || ANYTHING.has(action)))
        return undefined;
    const moved = new Moved();
    moved.note(analysis);
    return moved.any ? moved : undefined;
}
function meets(names, relations, reading) {
    if (names.size === 0 || relations.length === 0)
        return false;
    if (relations.some((relation) => names.has(bare(relation))))
        return true;
    const behind = reading((base) => names.has(bare(base)));
    return relations.some((relation) => !isSystem(relation) && (behind === undefined || behind.has(relation)));
}
/** What a schema or an extension holds is not in the text. */
const isWide = ({ action, object }) => (object === 'schema' && action !== 'create') || object === 'extension' || object === 'foreign-schema';
/** A table shows others when it is made their parent. */
const joins = ({ action, object }, relations) => object === 'partition' ||
    object === 'inheritance' ||
    (action === 'alter' && object === 'table' && relations.length > 1);

;// CONCATENATED MODULE: ./lib/protocols/postgres/naming.js

/** What it runs is not in the text that was analysed. */
const executes = ({ action, object, detail }) => action === 'execute' && object === 'prepared' && detail === undefined;
/** Goes by a name that was given before. */
const uses = ({ action, object, detail }) => (action === 'execute' && object === 'prepared' && detail !== 'prepared by this text') ||
    (action === 'cursor' && object === 'fetch');
const names = ({ analysis }) => analysis.effects.some(uses);
const declares = ({ action, object }) => action === 'cursor' && object === 'cursor';
/** Runs code that may open and close cursors of any name. */
const opens = ({ action, object }) => action === 'call' || action === 'unknown' || (action === 'execute' && object === 'block');
/** Gives names or takes them away. */
const moves = (effect) => effect.action === 'prepare' ||
    effect.action === 'cursor' ||
    opens(effect) ||
    (effect.action === 'set' && effect.object === 'session');
const keepsCode = ({ action, object }) => (action === 'create' && object === 'function') || (action === 'execute' && object === 'block');
const inCode = ({ action, via }) => action === 'cursor' && via !== undefined;
/** Names of the effects of a kind, as the wire has them. */
const named = (effects, action, object) => effects.flatMap((effect) => effect.action === action && effect.object === object && effect.name !== undefined
    ? [wireName(effect.name)]
    : []);
/** It may read data of the client's. */
const takes = ({ action }) => action === 'copy-in';
/** Makes last what the transaction did before. */
const commits = ({ action, object, detail }) => action === 'transaction' && (detail === 'commit' || (object === 'two-phase' && detail === 'prepare'));
/** Code may make last what ran before it, as long as nobody began a transaction; so do some commands of the server. */
const mayCommit = (effect) => opens(effect) ||
    effect.action === 'execute' ||
    effect.action === 'maintain' ||
    (effect.action === 'transaction' && effect.via !== undefined) ||
    effect.object === 'database';

;// CONCATENATED MODULE: ./lib/protocols/postgres/outcome.js
// What becomes of an answer.
/** The frame stays as it is. */
const KEEP = 0;
/** Nothing more can be decided until the inlet is released. */
const HOLD = 1;

;// CONCATENATED MODULE: ./lib/protocols/postgres/run.js
/** A statement on its way through the server: a simple Query, or a portal. */
class Run {
    name;
    statement;
    /** Name of the prepared statement that it came from. */
    source;
    parameters;
    /** The Sync-delimited part of the pipeline in which it was made; see names.ts. */
    segment;
    confirmed = false;
    /** Its values, where a person may have to decide on them. */
    bound;
    /** They passed before all of them were here. */
    unseen = false;
    /** How its rows are masked; undefined until they were described. */
    plan;
    /** How its COPY is masked; null when nothing is, undefined when that is not known. */
    copy;
    /** True when an injected or own Describe is on its way. */
    described = false;
    /** Another query may have taken its name. */
    doubtful = false;
    /** A cursor whose rows were read before a definition changed. */
    outdated = false;
    /** What the names that it executes or fetches from stand for; see exchange.ts. */
    standing;
    /** Counted since it was (re)started. */
    rows = 0;
    bytes = 0;
    started = 0;
    constructor(name, statement, options = {}) {
        this.name = name;
        this.statement = statement;
        this.source = options.source;
        this.parameters = options.parameters ?? 0;
        this.segment = options.segment ?? 0;
    }
    restart(now) {
        this.rows = 0;
        this.bytes = 0;
        this.started = now;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/settings.js



/** Why the session may not go on with this setting, or undefined. Statements are judged as the server reads them only with these. */
function unsafeParameter(name, value, readOnly) {
    if (name === 'client_encoding' && value !== 'UTF8')
        return 'client_encoding is no longer UTF8';
    if (name === 'standard_conforming_strings' && value !== 'on')
        return 'standard_conforming_strings is off';
    if (readOnly && name === READ_ONLY && value !== 'on')
        return 'transactions are no longer read only';
    return undefined;
}
/** Reported by the server since version 14. */
const READ_ONLY = 'default_transaction_read_only';
function parameterStatus(x, b, at, end) {
    const zero = stringEnd(b, at + 5, end);
    const name = b.toString('utf8', at + 5, zero);
    const value = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end));
    const wrong = unsafeParameter(name, value, x.shared.readOnly);
    if (wrong) {
        x.gate.limit('setting', wrong);
        x.end({ severity: 'FATAL', sqlstate: '0A000', message: `the session ends: ${wrong}` });
        return undefined;
    }
    const { masking, plans } = x.shared;
    const scrubbed = FREE.has(name) && mayCarry(x) ? '****' : plans.inert ? value : masking.scrub(value);
    return scrubbed === value ? KEEP : frames_frame(UPSTREAM.ParameterStatus, name, scrubbed);
}
/** Settings that hold any text, so that `set_config` could put a value of a row there. */
const FREE = new Set(['application_name', 'search_path']);
/** True unless the statement that is being answered touches nothing protected. */
function mayCarry(x) {
    if (!x.shared.plans.masksColumns || x.pipeline.length === 0)
        return false;
    const { item } = x.pipeline;
    return !(item instanceof Run) || x.taintOf(item) !== 'none';
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/refusals.js

/** Where it stands, nobody can follow what a name means. */
const refusals_hidden = ({ action, via = [] }) => action === 'prepare' && via.length > 0;
const HIDDEN = {
    severity: 'ERROR',
    sqlstate: '0A000',
    message: 'refused: PREPARE and DEALLOCATE inside of code',
    hint: 'Send them as statements of their own.',
};
/** Transactions of the session would not be read only any more. */
const writes = ({ action, object, name = '', detail }) => action === 'set' &&
    object === 'setting' &&
    /^(?:default_)?transaction_read_only$/.test(name) &&
    detail !== 'to its safe value' &&
    !(detail === 'to its default' && name === READ_ONLY);
const WRITING = {
    severity: 'ERROR',
    sqlstate: '42501',
    message: 'refused: this session may only read',
    hint: 'Ask for a target with another guard.',
};
const BUSY = {
    severity: 'ERROR',
    sqlstate: '55P03',
    message: 'refused: another connection of this session changes or reads what this statement is about',
    hint: 'Send it again when the other transaction is over and its results are read.',
};
const UNRESOLVED = {
    severity: 'ERROR',
    sqlstate: '42501',
    message: 'refused: what this COPY returns could not be resolved, so it cannot be masked',
    hint: 'Copy one table by its full name (schema.table) outside of the transaction that made it, or use a SELECT.',
};
function barredBy({ effects }, readOnly) {
    if (effects.some(refusals_hidden))
        return HIDDEN;
    return readOnly && effects.some(writes) ? WRITING : undefined;
}
const SKIPPED = {
    severity: 'ERROR',
    sqlstate: '25P02',
    message: 'skipped behind an error',
};
const UNSEEN = {
    severity: 'ERROR',
    sqlstate: '42501',
    message: 'refused by policy: it would have to be approved, and its values are too large to be shown',
    hint: 'Send values of less than 160 kB altogether, or make the change in a statement of its own.',
};

;// CONCATENATED MODULE: ./lib/protocols/postgres/judge.js







const NOTHING = { effects: [], relations: [], count: 0, changes: { schema: false, resolution: false } };
const judge_NONE = [];
const judge_FIRST_OWN = 16_384;
/** A driver may choose types by values. */
const MOST_TYPED = 32;
const NO_USES = { functions: [], operators: [], types: [], fields: [], assigned: [] };
/** It is judged by what the catalogue says of the names in it, or makes that say something else. */
const leans = (analysis) => Boolean(analysis.flows ?? analysis.compares ?? analysis.probes ?? analysis.copy) ||
    movedBy(analysis)?.shifts === true;
class Judge {
    #x;
    #ready;
    #parameters = new WeakMap();
    constructor(exchange) {
        this.#x = exchange;
    }
    /** The frame that comes again was judged. */
    get waiting() {
        return this.#ready !== undefined;
    }
    /** Its frame is skipped behind an error, as the server would: the verdict is for nothing else. */
    forget() {
        const ready = this.#ready;
        this.#ready = undefined;
        if (!ready)
            return;
        this.#x.judging = undefined;
        if (!ready.failure)
            this.#refused(ready.statement, SKIPPED);
    }
    /** Judges `bytes[from, to)`. Undefined: held; ask again with the same frame when the inlet is released. */
    statement(bytes, from, to, id, prepared, types = judge_NONE) {
        const { inspector, analyser } = this.#x.shared;
        const read = inspector.read(bytes, from, to);
        if (this.#ready)
            return this.#taken(({ sha256 }) => sha256 === (read?.sha256 ?? ''));
        if (!read)
            return this.#unreadable(id);
        const analysis = analyser.analyse(read.text, this.#x.gone);
        const go = (plain) => {
            const analysed = types.length === 0 ? plain : this.#typed(plain, types);
            // What the names stand for is known when everything before is answered.
            if (this.#x.awaits(analysed))
                return this.#x.whenAnswered().then(() => go(analysed));
            const decide = () => this.#decide({ id, text: read.text, sha256: read.sha256, analysis: this.#x.meaning.resolved(analysed) }, prepared);
            if (prepared !== undefined)
                return decide();
            const asked = this.#counted(analysed);
            return asked
                ? asked.then(() => this.#apart(this.#x.meaning.resolved(analysed), decide))
                : this.#apart(this.#x.meaning.resolved(analysed), decide);
        };
        const judge = (plain) => this.#released(go(plain), () => go(plain));
        return this.#settle(analysis instanceof Promise ? analysis.then(judge) : judge(analysis));
    }
    /** With the types that the client gives its parameters, by number; the same again for the same. */
    #typed(analysis, types) {
        const key = types.join();
        const before = this.#parameters.get(analysis);
        const known = before && before.size < MOST_TYPED ? before : new Map();
        const found = known.get(key);
        if (found)
            return found;
        const pins = analysis.pins && withTypes(analysis.pins, types);
        const pinned = pins === analysis.pins ? analysis : { ...analysis, ...(pins && { pins }) };
        // Code of types that are not the server's own runs when values are bound.
        const own = types.filter((oid) => oid >= judge_FIRST_OWN).map(String);
        const uses = analysis.uses ?? NO_USES;
        const typed = own.length === 0 ? pinned : { ...pinned, uses: { ...uses, types: [...uses.types, ...own] } };
        this.#parameters.set(analysis, known.set(key, typed));
        return typed;
    }
    /** Judges the run of a portal; `planned`: no more than its planning, for which some servers run code. */
    execute(run, planned = false) {
        if (this.#ready)
            return this.#taken((statement) => statement === run.statement);
        const go = (decided) => this.#decided(run.statement, decided, true);
        const decide = () => {
            const verdict = this.#x.gate.execute(run.statement, run.parameters, run.bound, planned);
            return verdict instanceof Promise ? verdict.then(go) : go(verdict);
        };
        const { analysis } = run.statement;
        const apart = () => this.#apart(analysis, decide);
        const judge = () => {
            const asked = this.#counted(analysis);
            return asked ? asked.then(apart) : apart();
        };
        return this.#settle(this.#released(judge(), judge, run));
    }
    /** A person is asked, if one must be; when they agree it is judged anew, by what is known then. */
    #released(judged, again, run) {
        if (judged instanceof Promise)
            return judged.then((settled) => this.#released(settled, again, run));
        const { hold, statement } = judged;
        if (!hold)
            return judged;
        if (run?.unseen)
            return { statement, failure: this.#refused(statement, UNSEEN) };
        return this.#x.holding
            .ask(statement, hold, run?.bound)
            .then((failure) => (failure ? { statement, failure } : this.#released(again(), again, run)));
    }
    /** Decides when no other connection can come between what is known and what is sent. */
    #apart(analysis, decide) {
        const x = this.#x;
        const { drift, plans, stored } = x.shared;
        const reaching = stored.reaching(x, analysis);
        if (reaching)
            return reaching.then(() => this.#apart(analysis, decide));
        const contends = () => stored.contends(x, analysis) ||
            (plans.masksColumns && drift.contends(x, analysis, leans(analysis), x.meaning.reading));
        const go = (free) => {
            x.judging = analysis;
            const judged = decide();
            const settle = (ready) => this.#settled(free ? ready : this.#busy(ready));
            return judged instanceof Promise ? judged.then(settle) : settle(judged);
        };
        return contends() ? drift.room(contends).then(go) : go(true);
    }
    #busy(judged) {
        return judged.failure || judged.hold
            ? judged
            : { ...judged, failure: this.#refused(judged.statement, BUSY) };
    }
    #settled(judged) {
        if (judged.failure || judged.hold)
            this.#x.judging = undefined;
        return judged;
    }
    /** What makes changes last is judged by how many rows they are. */
    #counted({ effects }) {
        return effects.some(commits) ? this.#x.counting.after() : undefined;
    }
    /** A verdict on something else must never let a statement pass. */
    #taken(isIt) {
        const ready = this.#ready;
        this.#ready = undefined;
        if (isIt(ready.statement))
            return ready;
        throw new ProtocolError('a message in the place of one that was waited for');
    }
    #settle(judged) {
        if (!(judged instanceof Promise))
            return judged;
        const { client } = this.#x;
        client.hold();
        const settled = (ready) => {
            this.#ready = ready;
            client.release();
        };
        judged.then(settled, () => this.#x.end({ severity: 'FATAL', sqlstate: 'XX000', message: 'the statement could not be judged' }));
        return undefined;
    }
    #decide(statement, prepared) {
        const verdict = this.#x.gate.judge(statement, prepared);
        const runs = prepared === undefined;
        return verdict instanceof Promise
            ? verdict.then((decided) => this.#decided(statement, decided, runs))
            : this.#decided(statement, verdict, runs);
    }
    #decided(statement, verdict, runs) {
        const waits = verdict.kind === 'hold' && this.#x.gate.hold !== undefined;
        if (verdict.kind !== 'allow' && !waits)
            return { statement, failure: denial(verdict) };
        const { analysis } = statement;
        const { plans, readOnly } = this.#x.shared;
        const barred = barredBy(analysis, readOnly);
        if (barred)
            return { statement, failure: this.#refused(statement, barred) };
        // While it is prepared nothing happens yet.
        if (waits && runs)
            return { statement, hold: verdict };
        const waiting = plans.ready();
        if (waiting)
            return waiting.then(() => this.#decided(statement, verdict, runs));
        if (!runs || plans.inert || !analysis.copy)
            return { statement };
        const refused = (error) => ({
            statement,
            failure: this.#refused(statement, error instanceof CopyRefused ? error.failure : UNRESOLVED),
        });
        // Only the result of the last statement is described before it runs.
        if (analysis.count > 1 || (plans.masksColumns && !this.#x.meaning.copies(statement)))
            return refused();
        return plans.copy(analysis, this.#x.resolution).then((copy) => ({ statement, copy }), refused);
    }
    #refused(statement, failure) {
        const error = { sqlstate: failure.sqlstate, message: failure.message };
        this.#x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error });
        return failure;
    }
    #unreadable(id) {
        this.#x.gate.limit('encoding', 'a statement that is not UTF-8 was refused');
        return {
            statement: { id, text: '', sha256: '', analysis: NOTHING },
            failure: {
                severity: 'ERROR',
                sqlstate: '22021',
                message: 'the statement is not valid UTF-8',
                hint: 'Send UTF-8; other client encodings are not accepted.',
            },
        };
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/names.js


class Prepared {
    name;
    /** Undefined for a name that is being closed. */
    statement;
    segment;
    /** Declared types of its parameters, as they came: only of a statement that a person may have to decide on. */
    types;
    constructor(name, statement, segment, types) {
        this.name = name;
        this.statement = statement;
        this.segment = segment;
        this.types = types;
    }
}
function readName(bytes, at, end) {
    const zero = stringEnd(bytes, at, end);
    if (zero - at > LONGEST)
        throw new ProtocolError(`a name longer than ${LONGEST} bytes`);
    return zero === at ? '' : bytes.toString('utf8', at, zero);
}
class Names {
    #prepared = new Map();
    #preparing = new Map();
    #portals = new Map();
    #binding = new Map();
    /** Counts Syncs and simple queries sent. */
    segment = 0;
    /** False when what `name` stands for depends on an answer that is not here yet. */
    settled(name) {
        const making = this.#preparing.get(name);
        return making === undefined || making.segment === this.segment;
    }
    /** For a name of SQL, which may be of either kind; `naming` when statements may change names out of sight. */
    settledBoth(name, naming) {
        return !naming && this.settled(name) && this.portalSettled(name);
    }
    portalSettled(name) {
        const making = this.#binding.get(name);
        return making === undefined || making.segment === this.segment;
    }
    prepared(name) {
        return (this.#preparing.get(name) ?? this.#prepared.get(name))?.statement;
    }
    /** See `Prepared.types`. */
    types(name) {
        return (this.#preparing.get(name) ?? this.#prepared.get(name))?.types;
    }
    portal(name) {
        return this.#binding.has(name) ? this.#binding.get(name) : this.#portals.get(name);
    }
    portals() {
        return this.#portals.values();
    }
    preparing(prepared) {
        this.#preparing.set(prepared.name, prepared);
    }
    binding(run) {
        this.#binding.set(run.name, run);
    }
    closingPortal(name) {
        this.#binding.delete(name);
        this.#portals.delete(name);
    }
    /** ParseComplete, CloseComplete, or a tag that says the same of an SQL statement. */
    done(prepared) {
        if (prepared.statement)
            this.#prepared.set(prepared.name, prepared);
        else
            this.#prepared.delete(prepared.name);
        if (this.#preparing.get(prepared.name) === prepared)
            this.#preparing.delete(prepared.name);
    }
    bound(run) {
        run.confirmed = true;
        this.#portals.set(run.name, run);
        if (this.#binding.get(run.name) === run)
            this.#binding.delete(run.name);
    }
    /** It failed, or was skipped behind a failure. `first` for the one that failed itself. */
    failed(item, first) {
        if (item instanceof Prepared) {
            if (this.#preparing.get(item.name) === item)
                this.#preparing.delete(item.name);
            if (first && item.name === '')
                this.#prepared.delete('');
        }
        else if (this.#binding.get(item.name) === item) {
            this.#binding.delete(item.name);
        }
    }
    /** The transaction is over: portals are gone, but for those that may be declared WITH HOLD. */
    transactionEnded() {
        for (const [name, run] of this.#portals)
            if (run.source !== undefined || !/\bhold\b/i.test(run.statement.text))
                this.#portals.delete(name);
    }
    /** Code ran that may have put another query behind a portal's name. */
    doubtPortals() {
        for (const run of this.#portals.values())
            run.doubtful = true;
    }
    forgetPrepared() {
        this.#prepared.clear();
    }
    forgetPortals() {
        this.#portals.clear();
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/protocols/postgres/binary.js
// Values in the server's binary format, as it would write them. https://www.postgresql.org/docs/current/protocol-overview.html#PROTOCOL-FORMAT-CODES

/** Milliseconds since the epoch of what the server counts from: 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
/** What JavaScript has a date for. */
const MOST_MS = 8.64e15;
const TEXT = { read: (b) => ((0,external_node_buffer_.isUtf8)(b) ? b.toString('utf8') : undefined) };
const TIMESTAMP = { size: 8, read: (b) => moment(Number(b.readBigInt64BE() / 1000n)) };
/** By the OID of the type. */
const READERS = new Map([
    [16, { size: 1, read: (b) => (b[0] === 0 ? 'f' : 't') }],
    [20, { size: 8, read: (b) => b.readBigInt64BE().toString() }],
    [21, { size: 2, read: (b) => b.readInt16BE().toString() }],
    [23, { size: 4, read: (b) => b.readInt32BE().toString() }],
    [26, { size: 4, read: (b) => b.readUInt32BE().toString() }],
    [700, { size: 4, read: (b) => b.readFloatBE().toString() }],
    [701, { size: 8, read: (b) => b.readDoubleBE().toString() }],
    [1082, { size: 4, read: (b) => moment(b.readInt32BE() * DAY_MS)?.slice(0, 10) }],
    [1114, TIMESTAMP],
    [1184, TIMESTAMP],
    [2950, { size: 16, read: uuid }],
    // Its version comes first.
    [3802, { read: (b) => (b[0] === 1 ? TEXT.read(b.subarray(1)) : undefined) }],
    // char, name, text, json, xml, bpchar, varchar
    ...[18, 19, 25, 114, 142, 1042, 1043].map((oid) => [oid, TEXT]),
]);
/** Undefined for what is of no such type, or cannot be one. */
function binaryValue(type, bytes) {
    const reader = READERS.get(type);
    if (!reader || (reader.size !== undefined && reader.size !== bytes.length))
        return undefined;
    return reader.read(bytes);
}
/** `2026-11-22 10:05:00.000`, to the millisecond. */
function moment(since) {
    const ms = EPOCH_MS + since;
    return Math.abs(ms) > MOST_MS ? undefined : new Date(ms).toISOString().replace('T', ' ').slice(0, -1);
}
function uuid(bytes) {
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/parameters.js
// The values of a Bind, for a person who decides on its statement.
// https://www.postgresql.org/docs/current/protocol-message-formats.html


/** Values read for people; the bytes are all there. */
const parameters_MOST = 100;
/** `[counts, end)` is a Bind from its count of format codes on; `types` what its Parse declared, from the count on. */
function boundBy(b, counts, end, types) {
    const values = Buffer.from(b.subarray(counts, end));
    const count = values.readUInt16BE(2 + 2 * values.readUInt16BE(0));
    return { bytes: Buffer.concat([types, values]), count, values: () => read(values, types) };
}
function read(b, types) {
    const formats = b.readUInt16BE(0);
    const first = 2 + 2 * formats;
    const count = b.readUInt16BE(first);
    const values = [];
    let at = first + 2;
    for (let index = 0; index < Math.min(count, parameters_MOST) && at + 4 <= b.length; index++) {
        const length = b.readInt32BE(at);
        at += 4;
        if (length < 0) {
            values.push(null);
            continue;
        }
        const binary = formats > 0 && b.readUInt16BE(2 + 2 * (formats === 1 ? 0 : index)) === 1;
        const bytes = b.subarray(at, at + length);
        values.push(binary ? (binaryValue(typeOf(types, index), bytes) ?? hex(bytes)) : shown(bytes));
        at += length;
    }
    return values;
}
/** 0 when the server is to find out. */
const typeOf = (types, index) => types.length >= 6 + 4 * index ? types.readUInt32BE(2 + 4 * index) : 0;
const shown = (bytes) => ((0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString('utf8') : hex(bytes));
const hex = (bytes) => `\\x${bytes.toString('hex')}`;

;// CONCATENATED MODULE: ./lib/protocols/postgres/pipeline.js
const ASKED = {
    none: 0,
    query: 1,
    parse: 2,
    bind: 3,
    describeStatement: 4,
    describePortal: 5,
    /** Describe that we added; its answer is ours. */
    describeOurs: 6,
    execute: 7,
    close: 8,
    sync: 9,
    /** CopyDone or CopyFail: never answered by itself, ends a COPY FROM STDIN. */
    copyEnd: 10,
    /** Stands for something refused: its answer is an error, which ours replaces. */
    refused: 11,
    /** A question of ours about rows, and the Sync behind it. */
    count: 12,
    countSync: 13,
    /** Messages that stand for a simple query: answers that it has not, and its description. */
    unseen: 14,
    describeQuery: 15,
    /** A Sync of ours in front of a simple query; the client reads of it only what fails. */
    ownSync: 16,
};
class Pipeline {
    #kinds = new Uint8Array(64);
    #items = new Array(64).fill(null);
    #head = 0;
    #tail = 0;
    get length() {
        return this.#tail - this.#head;
    }
    push(kind, item) {
        if (kind === ASKED.copyEnd && this.length === 0)
            return;
        if (this.length === this.#kinds.length)
            this.#grow();
        const at = this.#tail++ & (this.#kinds.length - 1);
        this.#kinds[at] = kind;
        this.#items[at] = item;
    }
    /** What runs, or waits to run. */
    unanswered() {
        const runs = [];
        for (let at = this.#head; at < this.#tail; at++) {
            const kind = this.#kinds[at & (this.#kinds.length - 1)];
            const item = this.#items[at & (this.#kinds.length - 1)];
            if ((kind === ASKED.query || kind === ASKED.execute) && item && 'statement' in item && 'rows' in item)
                runs.push(item);
        }
        return runs;
    }
    /** What the next answer belongs to. */
    get kind() {
        return this.length === 0 ? ASKED.none : this.#kinds[this.#head & (this.#kinds.length - 1)];
    }
    get item() {
        return this.length === 0 ? null : this.#items[this.#head & (this.#kinds.length - 1)];
    }
    /** The end of a COPY means something only while what it belongs to is at the head. */
    shift() {
        do
            this.#items[this.#head++ & (this.#kinds.length - 1)] = null;
        while (this.kind === ASKED.copyEnd);
    }
    /** The first entry behind the head that is not a Sync: those are ignored while COPY FROM STDIN runs. Answers whether it was CopyDone. */
    dropSyncsUntilCopyEnd() {
        const mask = this.#kinds.length - 1;
        let at = this.#head + 1;
        while (at < this.#tail && this.#kinds[at & mask] === ASKED.sync)
            at++;
        const ended = at < this.#tail && this.#kinds[at & mask] === ASKED.copyEnd;
        const from = ended ? at + 1 : at;
        const dropped = from - (this.#head + 1);
        if (dropped > 0) {
            for (let i = from; i < this.#tail; i++) {
                this.#kinds[(i - dropped) & mask] = this.#kinds[i & mask];
                this.#items[(i - dropped) & mask] = this.#items[i & mask];
            }
            for (let i = this.#tail - dropped; i < this.#tail; i++)
                this.#items[i & mask] = null;
            this.#tail -= dropped;
        }
        return ended;
    }
    #grow() {
        const size = this.#kinds.length;
        const kinds = new Uint8Array(size * 2);
        const items = new Array(size * 2).fill(null);
        for (let i = 0; i < size; i++) {
            kinds[i] = this.#kinds[(this.#head + i) & (size - 1)];
            items[i] = this.#items[(this.#head + i) & (size - 1)];
        }
        this.#kinds = kinds;
        this.#items = items;
        this.#head = 0;
        this.#tail = size;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/asking.js









/** What becomes of a frame. */
const PASS = 0;
const WAIT = 1;
const DROP = 2;
class Asking {
    #x;
    #judge;
    /** Written in front of the frame, or in its place when it is dropped. */
    insert;
    /** A simple query runs as extended messages, without a Sync so far. */
    unfolded = false;
    /** Judged, and waiting for the answers before it. */
    #kept;
    /** What a person said to making last what ran; the frame that does it comes again. */
    #said;
    #id = 0;
    constructor(exchange) {
        this.#x = exchange;
        this.#judge = new Judge(exchange);
    }
    /** The server would not look at it. */
    skip() {
        this.#judge.forget();
        this.#kept = undefined;
        this.#said = undefined;
        return DROP;
    }
    query(b, at, end) {
        const x = this.#x;
        const { counts } = x.gate;
        if (this.unfolded)
            return this.#folded();
        if (x.broken) {
            x.broken = false;
            return DROP;
        }
        if (x.unsynced)
            return this.#parted();
        const judged = this.#kept ?? this.#simple(b, at, end);
        if (typeof judged === 'number')
            return judged;
        if (counts?.doubtful(false) && x.pipeline.length > 0) {
            // Whether a transaction is open is known then.
            this.#kept = judged;
            return this.settle();
        }
        this.#kept = undefined;
        const { statement } = judged;
        const run = new Run('', statement);
        run.copy = judged.copy;
        run.standing = x.standing(statement);
        run.restart(x.shared.now());
        if (counts?.doubtful(false) && counts.doubtful(true)) {
            this.#unfold(run);
            return this.settle();
        }
        this.insert = x.counting.before(true);
        counts?.synced();
        x.names.segment++;
        x.pipeline.push(ASKED.query, run);
        x.runs(statement);
        return PASS;
    }
    /**
     * Behind extended messages without a Sync: some servers let it run in the transaction that these began, and leave that open
     * though nobody said BEGIN; others make it last. A Sync of ours in front of it ends that, or it would tell of an open one.
     */
    #parted() {
        const x = this.#x;
        if (x.pipeline.length > 0)
            return this.settle();
        const refused = this.#closing();
        if (refused === WAIT)
            return WAIT;
        this.#synced();
        if (refused)
            return this.refuseQuery(refused);
        x.pipeline.push(ASKED.ownSync, null);
        x.gate.flush();
        x.upstream.socket.write(SYNC);
        return this.settle();
    }
    #synced() {
        const x = this.#x;
        x.unsynced = false;
        x.names.segment++;
        x.gate.counts?.synced();
    }
    /** The verdict on a simple query, or what becomes of its frame. */
    #simple(b, at, end) {
        if (!this.#judge.waiting)
            this.#x.gate.counts?.synced();
        if (stringEnd(b, at + 5, end) !== end - 1)
            throw new ProtocolError('a Query that does not end at its end');
        const judged = this.#judge.statement(b, at + 5, end - 1, this.#id + 1, undefined);
        if (judged === undefined)
            return WAIT;
        this.#id++;
        return judged.failure ? this.refuseQuery(judged.failure) : judged;
    }
    /** It runs as messages behind which its transaction is open, so that what it changed can be counted. */
    #unfold(run) {
        const x = this.#x;
        x.unsynced = true;
        const counting = x.counting.before(false);
        const messages = x.counting.unfolded(run);
        x.runs(run.statement);
        x.gate.flush();
        x.upstream.socket.write(counting ? Buffer.concat([counting, messages]) : messages);
        this.unfolded = true;
    }
    /** It has run: what it changed is made last, or refused. */
    #folded() {
        const x = this.#x;
        const refused = this.#closing();
        if (refused === WAIT)
            return WAIT;
        this.unfolded = false;
        if (refused)
            x.pipeline.push(ASKED.refused, frames_errorResponse(refused));
        x.pipeline.push(ASKED.sync, null);
        this.insert = refused ? Buffer.concat([FAILING, SYNC]) : SYNC;
        x.skipping = false;
        this.#synced();
        return DROP;
    }
    parse(b, at, end) {
        const name = readName(b, at + 5, end);
        const from = stringEnd(b, at + 5, end) + 1;
        const to = stringEnd(b, from, end);
        if (end - to < 3 || end - to !== 3 + 4 * b.readUInt16BE(to + 1))
            throw new ProtocolError('a Parse whose count of types is wrong');
        if (name !== '' && !this.#settled(name))
            return this.settle();
        const judged = this.#judge.statement(b, from, to, this.#id + 1, name, declaredTypes(b, to + 1));
        if (judged === undefined)
            return WAIT;
        this.#id++;
        if (judged.failure)
            return this.#refuse(judged.failure);
        // Any statement's verdict may be `hold` by the time that it runs.
        const types = this.#x.gate.hold && Buffer.from(b.subarray(to + 1, end));
        const prepared = new Prepared(name, judged.statement, this.#x.names.segment, types);
        this.#x.names.preparing(prepared);
        return this.#ask(ASKED.parse, prepared);
    }
    /** `end` is where the bytes at hand end, `size` the whole frame's. */
    bind(b, at, end, size) {
        const { names } = this.#x;
        const portal = readName(b, at + 5, end);
        const second = stringEnd(b, at + 5, end) + 1;
        const name = readName(b, second, end);
        const counts = stringEnd(b, second, end) + 1;
        if (counts + 2 > end)
            throw new ProtocolError('a Bind that is cut');
        const parameters = counts + 2 + 2 * b.readUInt16BE(counts);
        if (parameters + 2 > end)
            throw new ProtocolError('a Bind that is cut');
        if (!this.#settled(name) || !this.#portalSettled(portal))
            return this.settle();
        const statement = names.prepared(name);
        if (!statement)
            return this.#refuse(unknown('26000', `prepared statement "${name}" does not exist`));
        if (this.#x.awaits(statement.analysis))
            return this.settle();
        const options = { source: name, parameters: b.readUInt16BE(parameters), segment: names.segment };
        const run = new Run(portal, statement, options);
        run.standing = this.#x.standing(statement);
        const types = names.types(name);
        if (types && run.parameters > 0) {
            run.bound = boundBy(b, counts, end, types);
            run.unseen = end - at < size;
        }
        const judged = this.#judge.execute(run, true);
        if (judged === undefined)
            return WAIT;
        if (judged.failure)
            return this.#refuse(judged.failure);
        this.#x.judging = undefined;
        this.insert = this.#x.counting.before(false);
        names.binding(run);
        return this.#ask(ASKED.bind, run);
    }
    describe(b, at, end) {
        const name = readName(b, at + 6, end);
        const { names } = this.#x;
        if (b[at + 5] === 0x53) {
            if (!this.#settled(name))
                return this.settle();
            const statement = names.prepared(name);
            return this.#ask(ASKED.describeStatement, statement ? new Run(name, statement) : null);
        }
        if (b[at + 5] !== 0x50)
            throw new ProtocolError('a Describe of neither statement nor portal');
        if (!this.#portalSettled(name))
            return this.settle();
        const run = names.portal(name);
        if (!run)
            return this.#refuse(unknown('34000', `portal "${name}" does not exist`));
        run.described = true;
        return this.#ask(ASKED.describePortal, run);
    }
    execute(b, at, end) {
        const x = this.#x;
        const name = readName(b, at + 5, end);
        if (!this.#portalSettled(name))
            return this.settle();
        const run = x.names.portal(name);
        if (!run)
            return this.#refuse(unknown('34000', `portal "${name}" does not exist`));
        if (x.pends(run.statement.analysis))
            return this.settle();
        if (run.standing) {
            if (x.awaits(run.statement.analysis))
                return this.settle();
            // What it runs was described when it was bound.
            if (!asking_same(run.standing, x.standing(run.statement)))
                return this.#refuse(unknown('26000', 'a name that the statement uses has changed since it was bound'));
        }
        const ends = !this.#judge.waiting && run.statement.analysis.effects.some(mayCommit);
        const refused = ends ? this.#closing() : undefined;
        if (refused === WAIT)
            return WAIT;
        if (refused)
            return this.#refuse(refused);
        const judged = this.#judge.execute(run);
        if (judged === undefined)
            return WAIT;
        if (judged.failure)
            return this.#refuse(judged.failure);
        run.copy = judged.copy;
        const counting = x.counting.before(false);
        const doubtful = run.doubtful || (name !== '' && x.shared.code.opensCursors);
        if ((!run.described || doubtful) && !x.shared.plans.inert) {
            // Without a description nothing tells what the rows are: ask ourselves.
            run.described = true;
            this.insert = describePortal(name);
            x.pipeline.push(ASKED.describeOurs, run);
        }
        if (counting)
            this.insert = this.insert ? Buffer.concat([counting, this.insert]) : counting;
        if (x.pipeline.length === 0)
            run.restart(x.shared.now());
        const asked = this.#ask(ASKED.execute, run);
        x.runs(run.statement);
        return asked;
    }
    /** What ran outside of a transaction is made last by it. */
    sync() {
        const x = this.#x;
        const refused = this.#closing();
        if (refused === WAIT)
            return WAIT;
        if (refused) {
            x.pipeline.push(ASKED.refused, frames_errorResponse(refused));
            this.insert = FAILING;
        }
        if (!x.taking)
            x.gate.counts?.synced();
        return PASS;
    }
    /** What is said against making last what ran outside of a transaction; WAIT until that is known. */
    #closing() {
        const { gate, pipeline, counting, client, skipping } = this.#x;
        const { counts } = gate;
        const said = this.#said;
        this.#said = undefined;
        if (skipping || !counts?.doubtful(false))
            return undefined;
        if (said)
            return said.failure;
        if (pipeline.length > 0) {
            this.settle();
            return WAIT;
        }
        if (!counts.doubtful(true))
            return undefined;
        const asked = counting.after();
        if (!asked)
            return this.#agreed(counts.settled());
        client.hold();
        void asked.then(() => client.release());
        return WAIT;
    }
    /** Nothing of the client is read until the person has said something. */
    #agreed(verdict) {
        const { holding, client } = this.#x;
        if (verdict.kind === 'allow')
            return undefined;
        const asked = verdict.kind === 'hold' ? holding.settle(verdict) : undefined;
        if (!asked)
            return denial(verdict);
        client.hold();
        void asked.then((failure) => {
            this.#said = { failure };
            client.release();
        });
        return WAIT;
    }
    close(b, at, end) {
        const name = readName(b, at + 6, end);
        const { names } = this.#x;
        if (b[at + 5] === 0x53) {
            if (!this.#settled(name))
                return this.settle();
            const closed = new Prepared(name, undefined, names.segment);
            names.preparing(closed);
            return this.#ask(ASKED.close, closed);
        }
        if (b[at + 5] !== 0x50)
            throw new ProtocolError('a Close of neither statement nor portal');
        if (!this.#portalSettled(name))
            return this.settle();
        names.closingPortal(name);
        return this.#ask(ASKED.close, null);
    }
    /** SQL changes no unnamed statement and no unnamed portal. */
    #settled(name) {
        return (name === '' || !this.#x.naming) && this.#x.names.settled(name);
    }
    #portalSettled(name) {
        return (name === '' || !this.#x.naming) && this.#x.names.portalSettled(name);
    }
    #ask(kind, item) {
        this.#x.unsynced = true;
        this.#x.pipeline.push(kind, item);
        return PASS;
    }
    /** The client waits until every answer is here; a Flush makes the server give them. */
    settle() {
        if (this.#x.pipeline.length === 0)
            throw new ProtocolError('a name whose statement is not known');
        this.#x.settling = true;
        this.#x.client.hold();
        return WAIT;
    }
    /** In place of an extended message: one that fails on the server too; its error is replaced by `failure`. */
    #refuse(failure) {
        this.#x.unsynced = true;
        this.#x.pipeline.push(ASKED.refused, frames_errorResponse(failure));
        this.insert = FAILING;
        return DROP;
    }
    refuseQuery(failure) {
        if (this.#x.unsynced)
            throw new ProtocolError('a simple query behind extended messages without a Sync was refused');
        this.#x.pipeline.push(ASKED.refused, frames_errorResponse(failure));
        this.#x.pipeline.push(ASKED.sync, null);
        this.#x.names.segment++;
        this.insert = Buffer.concat([FAILING, SYNC]);
        return DROP;
    }
}
const asking_same = (before, now) => before.length === now?.length && before.every((each, index) => each === now[index]);
const unknown = (sqlstate, message) => ({ severity: 'ERROR', sqlstate, message });

;// CONCATENATED MODULE: ./lib/protocols/postgres/digest.js
// What COPY carried, for the record: payload bytes and their SHA-256, without the frames around them.

const BATCH = 64 * 1024;
/** Pieces up to this size are gathered: one hash update each would cost more than the copy. */
const SMALL = 8 * 1024;
class CopyDigest {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #batch;
    #filled = 0;
    bytes = 0;
    add(from, start, end) {
        const size = end - start;
        this.bytes += size;
        if (size > SMALL) {
            this.#flush();
            this.#hash.update(from.subarray(start, end));
            return;
        }
        this.#batch ??= Buffer.allocUnsafe(BATCH);
        if (this.#filled + size > BATCH)
            this.#flush();
        from.copy(this.#batch, this.#filled, start, end);
        this.#filled += size;
    }
    end() {
        this.#flush();
        return { bytes: this.bytes, sha256: this.#hash.digest('hex') };
    }
    #flush() {
        if (this.#batch && this.#filled > 0)
            this.#hash.update(this.#batch.subarray(0, this.#filled));
        this.#filled = 0;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/client-side.js
// Client to upstream: every frame is looked at, statements are judged, and runs of untouched frames pass as one slice.
// Message flow: https://www.postgresql.org/docs/current/protocol-flow.html





const KNOWN = knownTypes(CLIENT);
/** Names, format codes and the parameter count of a Bind lie within this. */
const BIND_HEAD = 160 * 1024;
/** Unanswered messages; more and the client waits. */
const MOST_UNANSWERED = 16_384;
class ClientSide {
    #x;
    #asking;
    /** Bytes of the current frame that are still to pass, or to be dropped. */
    #rest = 0;
    #restDropped = false;
    terminated = false;
    #digest;
    constructor(exchange) {
        this.#x = exchange;
        this.#asking = new Asking(exchange);
    }
    failed(error) {
        const failure = failureOf(error, 'protocol violation', 'the proxy failed on this message');
        this.#x.gate.limit('protocol', failure.message);
        this.#x.end(failure);
    }
    take(buffer, start, end) {
        if (this.#x.gate.lagging(this.#resume)) {
            this.#x.client.hold();
            return start;
        }
        let from = start;
        let at = start;
        if (this.#rest > 0) {
            at = this.#pass(buffer, start, Math.min(end, start + this.#rest));
            if (this.#restDropped)
                from = at;
        }
        while (end - at >= 5) {
            const type = buffer[at];
            if (KNOWN[type] === 0)
                throw unacceptable(type);
            const whole = type !== CLIENT.CopyData && type !== CLIENT.Bind;
            const size = frameLength(buffer, at, whole ? WHOLE_LIMIT : FRAME_LIMIT) + 1;
            const needed = type === CLIENT.CopyData ? 5 : type === CLIENT.Bind ? Math.min(size, BIND_HEAD) : size;
            if (end - at < needed) {
                this.#x.client.want(needed);
                break;
            }
            this.#asking.insert = undefined;
            const action = this.#frame(type, buffer, at, Math.min(end, at + size), size);
            if (action === WAIT)
                break;
            if (action === DROP || this.#asking.insert) {
                this.#forward(buffer, from, at);
                if (this.#asking.insert)
                    this.#write(this.#asking.insert);
                from = at;
            }
            this.#rest = size;
            this.#restDropped = action === DROP;
            at = this.#pass(buffer, at, Math.min(end, at + size), 5);
            if (action === DROP)
                from = at;
        }
        this.#forward(buffer, from, at);
        if (this.#x.settling)
            this.#x.upstream.socket.write(FLUSH);
        return at;
    }
    #resume = () => this.#x.client.release();
    /** Counts `[from, to)` off the current frame; `header` bytes of it are no data. */
    #pass(buffer, from, to, header = 0) {
        this.#rest -= to - from;
        if (this.#digest && !this.#restDropped && to > from + header)
            this.#digest.add(buffer, from + header, to);
        if (this.#rest === 0)
            this.#digest = undefined;
        return to;
    }
    #forward(buffer, from, to) {
        if (to > from)
            this.#write(buffer.subarray(from, to));
    }
    #write(bytes) {
        this.#x.gate.flush();
        this.#x.upstream.socket.write(bytes);
    }
    /** `end` is where the bytes at hand end, `size` the whole frame's. */
    #frame(type, b, at, end, size) {
        const x = this.#x;
        if (x.copyingIn && !inCopy(type))
            throw new ProtocolError('a message that is not data within COPY');
        if (x.skipping && !this.#asking.unfolded && type !== CLIENT.Sync && type !== CLIENT.Terminate)
            return this.#asking.skip();
        if (x.pipeline.length > MOST_UNANSWERED && type !== CLIENT.CopyData)
            return this.#asking.settle();
        switch (type) {
            case CLIENT.CopyData:
                if (x.copyingIn || x.pipeline.length > 0)
                    x.incoming ??= new CopyDigest();
                this.#digest = x.incoming;
                return PASS;
            case CLIENT.CopyDone:
            case CLIENT.CopyFail:
                if (x.incoming)
                    x.finished.push(x.incoming);
                x.incoming = undefined;
                x.syncHeld = false;
                x.taking = false;
                if (x.copyingIn)
                    x.copyingIn = false;
                else
                    x.pipeline.push(ASKED.copyEnd, null);
                return PASS;
            case CLIENT.Query:
                return this.#asking.query(b, at, end);
            case CLIENT.Parse:
                return this.#asking.parse(b, at, end);
            case CLIENT.Bind:
                return this.#asking.bind(b, at, end, size);
            case CLIENT.Describe:
                return this.#asking.describe(b, at, end);
            case CLIENT.Execute:
                return this.#asking.execute(b, at, end);
            case CLIENT.Close:
                return this.#asking.close(b, at, end);
            case CLIENT.Flush:
                return PASS;
            case CLIENT.Sync:
                if (size !== 5)
                    throw new ProtocolError('a Sync with a body');
                if (!x.copyingIn && this.#asking.sync() === WAIT)
                    return WAIT;
                x.skipping = false;
                if (!x.copyingIn && !x.taking)
                    x.unsynced = false;
                x.names.segment++;
                if (x.copyingIn) {
                    // The server ignores it while it takes data, and waits for it behind an error.
                    x.syncHeld = true;
                    return DROP;
                }
                x.pipeline.push(ASKED.sync, null);
                return PASS;
            case CLIENT.Terminate:
                this.terminated = true;
                return PASS;
            case CLIENT.FunctionCall:
                x.gate.limit('function-call', 'the function call message was refused');
                return this.#asking.refuseQuery({
                    severity: 'ERROR',
                    sqlstate: '0A000',
                    message: 'the function call protocol is refused',
                    hint: 'Call the function by a SELECT.',
                });
            default:
                throw unacceptable(type);
        }
    }
}
const inCopy = (type) => type === CLIENT.CopyData ||
    type === CLIENT.CopyDone ||
    type === CLIENT.CopyFail ||
    type === CLIENT.Sync ||
    type === CLIENT.Flush ||
    type === CLIENT.Terminate;
const unacceptable = (type) => new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not accepted`);

;// CONCATENATED MODULE: ./lib/protocols/postgres/calm.js

const GAINS = new Set([
    'create table',
    'create column',
    'create index',
    'create constraint',
    'scan constraint',
    'scan column',
]);
/** They touch rows, or make what is in `GAINS`. */
const ROWS = new Set(['insert', 'read', 'copy-in', 'comment', 'transaction']);
const PICKED = new Set(['update', 'delete']);
const TYPES = /^(char|text|uuid|jsonb?|bytea|bool|int[248]?|integer|float[48]|numeric|decimal|date|time|timestamp|timestamptz|timetz|interval|bpchar|varchar|varbit|inet|cidr|tsvector|(small|big)?serial[248]?)$/;
const FUNCTIONS = new Set(['now', 'gen_random_uuid', 'lower', 'upper', 'length', 'btrim']);
const OPERATORS = new Set('= <> != < > <= >= + - * / % ||'.split(' '));
/** The analysis names no type that has a keyword of its own. */
const BOOLEAN = /bool/i;
/** The table that the statement changes so; undefined when it does anything else. `effects`: with those of stored code. */
function gained(analysis, effects, text) {
    const { relations, count, changes, uses, flows, keys, retypes, copy } = analysis;
    const [name, ...others] = relations;
    if (name === undefined || others.length > 0 || count !== 1)
        return undefined;
    if (flows || keys || retypes || copy || changes.resolution || changes.temporary)
        return undefined;
    if (uses && !isPlain(uses))
        return undefined;
    if (effects.length === 0 || !effects.every((effect) => gains(effect, name)))
        return undefined;
    const made = effects.some(({ action, object }) => action === 'create' && object === 'table');
    // With IF NOT EXISTS it may be another one, which was there before.
    if (made && !changes.created?.includes(name))
        return undefined;
    const columns = effects.flatMap(({ object, column }) => (object === 'column' && column ? [column] : []));
    const flagged = BOOLEAN.test(text) || (uses?.types.includes('bool') ?? false);
    return [bare(name), { made, columns: new Set(columns), flagged }];
}
const gains = ({ action, object, name, via, stored, temporary, cascade }, table) => name === table && !via && !stored && !temporary && !cascade && GAINS.has(`${action} ${object}`);
const isPlain = ({ functions, operators, types, fields, models }) => !models?.length &&
    fields.length === 0 &&
    functions.every((name) => FUNCTIONS.has(name)) &&
    operators.every((name) => OPERATORS.has(name)) &&
    types.every((name) => TYPES.test(name));
/** True when what the tables have gained makes no difference to the statement. */
function regardless(analysis, of) {
    const { effects, retypes, uses, relies = [], copy } = analysis;
    if (retypes || copy || uses?.models?.length || uses?.types.some((type) => type.includes('%')))
        return false;
    const usual = ({ action, object }) => ROWS.has(action) || PICKED.has(action) || GAINS.has(`${action} ${object}`);
    if (!effects.every(usual))
        return false;
    // A column that must be there, or must not be a boolean, is looked up.
    return relies.every(({ relation, column = '', own }) => {
        const table = of(bare(relation));
        if (!table)
            return true;
        if (!own)
            return !table.made && !table.columns.has(column);
        return !table.flagged || (!table.made && !own.some((each) => table.columns.has(each)));
    });
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/changed.js


const changed_CHANGING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own', 'load', 'unknown']);
/** They change what runs with the next statement of any kind. */
const changed_ANYTHING = new Set(['load', 'unknown']);
const WIDE = new Set(['event-trigger', 'extension', 'language', 'foreign-schema']);
/** No code hangs on them. */
const APART = new Set('sequence role database tablespace server user-mapping publication subscription comment collation statistics security-label'.split(' '));
/** They concern the statements that name their relation. */
const HELD = new Set(['table', 'column', 'constraint', 'index', 'default']);
/** What is made later, or not at all, by the statement that holds it. */
const LATER = new Set(['function', 'view', 'trigger', 'rule', 'prepare']);
const QUIET = new Set(['comment', 'grant', 'revoke', 'transaction', 'notify', 'prepare']);
class Changed {
    #names = new Set();
    /** Tables that have changed only so that nothing else comes of writing to them. */
    #gained = new Map();
    /** Functions, triggers, rules, views, types: anything that reads or writes may run them. */
    #code = false;
    #all = false;
    get any() {
        return this.pressing || this.#gained.size > 0;
    }
    /** Somebody is likely to wait for it. */
    get pressing() {
        return this.#all || this.#code || this.#names.size > 0;
    }
    /** `effects`: those of the analysis, with what stored code adds. */
    note(analysis, effects, text) {
        const calm = gained(analysis, effects, text);
        if (calm)
            this.#gain(...calm);
        else
            this.#note(analysis, effects);
    }
    #gain(table, { made, columns, flagged }) {
        const known = this.#gained.get(table) ?? { made: false, columns: new Set(), flagged: false };
        known.made ||= made;
        known.flagged ||= flagged;
        for (const column of columns)
            known.columns.add(column);
        this.#gained.set(table, known);
    }
    #note({ relations }, effects) {
        for (const effect of effects) {
            const { action, object, name, stored, temporary } = effect;
            // What stored code may do is no reason to read all of it after each call.
            if (!changed_CHANGING.has(action) || temporary || (stored && changed_ANYTHING.has(action)))
                continue;
            if (changed_ANYTHING.has(action) || WIDE.has(object))
                this.#all = true;
            else if (APART.has(object) || (object === 'schema' && action === 'create'))
                continue;
            else if (HELD.has(object) && holds(effect)) {
                if (name !== undefined)
                    this.#names.add(bare(name));
                for (const relation of relations)
                    this.#names.add(bare(relation));
            }
            else
                this.#code = true;
        }
    }
    add(other) {
        for (const name of other.#names)
            this.#names.add(name);
        for (const [table, each] of other.#gained)
            this.#gain(table, each);
        this.#code ||= other.#code;
        this.#all ||= other.#all;
    }
    clear() {
        this.#names.clear();
        this.#gained.clear();
        this.#code = this.#all = false;
    }
    /** True when the statement may run or touch what has changed. */
    concerns(analysis) {
        const { effects, relations, uses, count } = analysis;
        if (this.#all)
            return true;
        if (this.#code && !effects.every(quiet))
            return true;
        // What computes only has no effect, and may come to a domain or an operator.
        const computes = uses !== undefined && (count > 1 || !effects.some(({ action }) => action === 'create'));
        if (this.#code && computes)
            return true;
        if (this.#names.size > 0 && relations.some((relation) => this.#names.has(bare(relation))))
            return true;
        if (this.#gained.size === 0 || !relations.some((relation) => this.#gained.has(bare(relation))))
            return false;
        return !regardless(analysis, (table) => this.#gained.get(table));
    }
}
/** A foreign key is something that the other table sets off, also through a view. */
const holds = ({ action, detail, cascade }) => action !== 'rename' && action !== 'move' && !cascade && detail !== 'referenced by a foreign key';
/** It runs no code of the database now, but that of event triggers. */
const quiet = ({ action, object, via }) => (via !== undefined && LATER.has(via[0] ?? '')) ||
    QUIET.has(action) ||
    (action === 'create' && !HELD.has(object)) ||
    (action === 'create' && object === 'table') ||
    (action === 'set' && object === 'setting');

;// CONCATENATED MODULE: ./lib/protocols/postgres/withhold.js
/** Classes whose messages name objects, never values, when no code of the database is involved. */
const NAMING = /^(?:23|40|53|55|57|25|26|34|08|42501)/;
/** Raised for what a statement defines or how it is built; no evaluated value ends up in these. */
const STRUCTURAL = /^(?:42P07|42701|42710|42P16|42804|42P05|42P06|42P04|42830|42P17|42846|42611|42712|42803|42P10|42P18|2BP01)/;
/** With quotes around the only name that comes from elsewhere. */
const QUOTING = /^(?:42703|42704|42P01|42809|0A000|3F000)/;
const DEFINING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own', 'comment']);
const STILL = new Set([...DEFINING, 'grant', 'revoke', 'prepare', 'transaction', 'expose', 'set', 'lock']);
/** What these hold is kept, not run. */
const KEPT = new Set(['view', 'function', 'rule', 'prepare', 'trigger']);
/** Building them evaluates expressions over rows. */
const BUILT = new Set(['index', 'constraint', 'partition', 'domain']);
/** Work on relations that the statement need not name. */
const BLIND = new Set(['maintain', 'rewrite', 'scan', 'transaction', 'unknown', 'call']);
/** Context of the server's own: what the client sent, or which row waits. */
const PLAIN_CONTEXT = /^(?:COPY |JSON data, line |unnamed portal parameter |portal ".*" parameter |while \w+ tuple )[^\n]*$/;
/** True when the statement touches relations that it does not name: those of an earlier one, or every table. */
const isBlind = ({ relations, effects }) => relations.length === 0 && effects.some(({ action, object }) => BLIND.has(action) || object === 'domain');
/** True when code that is not in the statement's text took part: a trigger, a function. */
function isForeignCode({ effects, relations }, fields) {
    const context = fields.get('W');
    if (context === undefined || PLAIN_CONTEXT.test(context))
        return false;
    const closed = relations.length === 0 && !effects.some(({ action }) => action === 'call' || action === 'unknown');
    const block = effects.some(({ action, object }) => action === 'execute' && object === 'block');
    // One entry: what is in the block itself.
    return !closed && !(block && /^[^\n]* inline_code_block [^\n]*$/.test(context));
}
/** Definitions fail before a row is read, unless they have to look at rows; a new partition looks at those of the default one. */
function isDefinition({ effects }, fields) {
    if (/^(?:22|P0|XX)/.test(fields.get('C') ?? ''))
        return false;
    return alone(fields) && effects.some(defines) && effects.every((effect) => still(effect) || kept(effect));
}
/** True when the message can name nothing but objects. */
function namesObjects(analysis, text, fields) {
    const sqlstate = fields.get('C') ?? '';
    if (!alone(fields))
        return false;
    if (NAMING.test(sqlstate) || STRUCTURAL.test(sqlstate))
        return true;
    // A position means that the server stumbled over the statement's text, before any row was read.
    if (sqlstate.startsWith('42') && fields.has('P'))
        return true;
    if (!analysis?.effects.some(changes) || !QUOTING.test(sqlstate))
        return false;
    const known = text.toLowerCase();
    return [...(fields.get('M') ?? '').matchAll(/"([^"]*)"/g)].every(([, name = '']) => known.includes(name.toLowerCase()));
}
const alone = (fields) => !fields.has('W') && !fields.has('q');
const changes = ({ action, via }) => via === undefined && (DEFINING.has(action) || action === 'scan' || action === 'rewrite');
const defines = (effect) => changes(effect) && DEFINING.has(effect.action);
const still = ({ action, object }) => STILL.has(action) && !(BUILT.has(object) && (action === 'create' || action === 'alter'));
const kept = ({ via = [] }) => via.some((step) => KEPT.has(step));

;// CONCATENATED MODULE: ./lib/protocols/postgres/redact.js




/** Detail, hint, context, internal query and its position, and names that code may choose. */
const VALUES = new Set(['D', 'H', 'W', 'q', 'p', 's', 't', 'c', 'd', 'n']);
/** Texts that people read. */
const TEXTS = new Set(['M', ...VALUES]);
/** The server's routine behind PL/pgSQL's RAISE, which may give any SQLSTATE. */
const RAISE = 'exec_stmt_raise';
/** `b[at, end)` is an ErrorResponse or a NoticeResponse about `item`. */
function redact(x, item, b, at, end) {
    const fields = readFields(b, at + 5, end);
    const byCode = new Map(fields);
    const severity = byCode.get('V') ?? byCode.get('S') ?? '';
    const { masking, plans } = x.shared;
    const reason = plans.masksColumns ? withheld(x, item, byCode) : undefined;
    const clean = reason
        ? fields.filter(([code]) => !VALUES.has(code)).map(([code, value]) => [code, told(code, value)])
        : fields.map(([code, value]) => [code, plans.inert || !TEXTS.has(code) ? value : masking.scrub(value)]);
    function told(code, value) {
        if (code === 'C' && byCode.get('R') === RAISE)
            return severity === 'ERROR' ? 'P0001' : '00000';
        if (code !== 'M' || namesObjects(statementOf(item)?.analysis, statementOf(item)?.text ?? '', byCode))
            return value;
        return `the message is withheld because ${reason} (SQLSTATE ${told('C', byCode.get('C') ?? '')})`;
    }
    const changed = clean.length !== fields.length || clean.some(([, value], index) => value !== fields[index][1]);
    const kept = new Map(clean);
    const sqlstate = /^[0-9A-Z]{5}$/.exec(kept.get('C') ?? '')?.[0] ?? 'XX000';
    const message = kept.get('M') ?? '';
    return {
        frame: changed ? writeFields(b[at], clean) : undefined,
        sqlstate,
        fatal: severity === 'FATAL' || severity === 'PANIC',
        // Class 22 quotes the value that it does not like.
        record: sqlstate.startsWith('22') ? message.replace(/"[^"]*"/g, '"…"') : message,
    };
}
const statementOf = (item) => item instanceof Run || item instanceof Prepared ? item.statement : undefined;
/** Why the text may hold masked values; undefined when it cannot. */
function withheld(x, item, fields) {
    const statement = statementOf(item);
    if (!statement)
        return 'it may be about any row';
    const taint = item instanceof Run ? x.taintOf(item) : x.taint(statement);
    if (isDefinition(statement.analysis, fields))
        return undefined;
    if (taint !== 'none')
        return 'the statement touches masked columns';
    if (isBlind(statement.analysis))
        return 'it may be about any row';
    return isForeignCode(statement.analysis, fields)
        ? 'it comes from code that may read masked columns'
        : undefined;
}
/** NotificationResponse: int32 pid, then channel and payload. Whoever sent it, a trigger say, may have read any row. */
function redactNotification({ masking, plans }, b, at, end) {
    const zero = stringEnd(b, at + 9, end);
    const payload = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end));
    const withheld = plans.masksColumns && payload !== '';
    const scrubbed = withheld ? '****' : masking.inert ? payload : masking.scrub(payload);
    if (scrubbed === payload)
        return undefined;
    return frames_frame(UPSTREAM.NotificationResponse, int32(b.readInt32BE(at + 5)), b.toString('utf8', at + 9, zero), scrubbed);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/counting.js
// How many rows the open transaction has changed, asked of the server on the client's own connection, between the
// client's messages. The server keeps these counters for each connection until it is idle outside of a transaction for
// a while, so only their growth says something. They count what was rolled back to a savepoint, too.
// https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-STATS-FUNCTIONS







/**
 * Permanent tables that are not the server's own; no name in it is looked up in the search_path. Any role may.
 * Besides: whether it counts, and whether code may run only when the transaction is made last.
 */
const counting_TEXT = `SELECT pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
 OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)),
 pg_catalog.current_setting('track_counts'),
 EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgdeferrable AND NOT t.tgisinternal)
FROM pg_catalog.pg_class c
WHERE c.relkind OPERATOR(pg_catalog.=) 'r' AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
 AND c.oid OPERATOR(pg_catalog.>=) '16384'`;
const NOW = 'SET CONSTRAINTS ALL IMMEDIATE';
/** One question and its answer. */
class Count {
    rows;
    /** Code waits for the end of the transaction. */
    deferred = false;
    /** Statements of it that are not closed. */
    open;
    synced;
    #told;
    constructor(statements, synced, told) {
        this.open = statements;
        this.synced = synced;
        this.#told = told;
    }
    /** A DataRow's body. */
    read(body) {
        const [sum, counting, deferred] = readRow(body);
        this.rows = counting === 'on' ? Number(sum ?? 0) : undefined;
        this.deferred = deferred === 't';
    }
    /** Nothing more comes. */
    end() {
        this.#told(this);
    }
    /** It failed, or what stands before it. */
    skipped() {
        this.rows = undefined;
        this.deferred = false;
        if (!this.synced)
            this.end();
    }
}
const UNCOUNTED = {
    severity: 'ERROR',
    sqlstate: '42501',
    message: 'refused by policy: the server did not say how many rows this transaction has changed',
    hint: 'The guard counts rows. See the record of the session for the reason.',
};
class Counting {
    #x;
    /** No name of the client's. */
    #name = `sluice ${(0,external_node_crypto_.randomBytes)(9).toString('hex')}`;
    #asked = 0;
    constructor(exchange) {
        this.#x = exchange;
    }
    /** Frames in front of what was just allowed; undefined when nobody wants to know. */
    before(alone) {
        const { counts } = this.#x.gate;
        if (!counts?.before(alone))
            return undefined;
        return this.#question([counting_TEXT], (count) => counts.told('before', count.rows));
    }
    /** Asks when something that ran was not counted by its tag, and settles when that is answered. Every other answer is here. */
    after() {
        const { counts } = this.#x.gate;
        if (!counts?.after())
            return undefined;
        return this.#ask([counting_TEXT])
            .then((count) => (count.deferred ? this.#ask([NOW, counting_TEXT]) : count))
            .then(({ rows }) => counts.told('after', rows));
    }
    #ask(texts) {
        return new Promise((resolve) => {
            const question = this.#question(texts, resolve);
            this.#x.upstream.socket.write(question);
            if (this.#x.unsynced)
                this.#x.upstream.socket.write(FLUSH);
        });
    }
    /** A simple query as messages that leave its transaction open until a Sync comes. Names of the client's stay as they are. */
    unfolded(run) {
        const { pipeline } = this.#x;
        const name = this.#named();
        for (const kind of [ASKED.unseen, ASKED.unseen, ASKED.describeQuery, ASKED.execute])
            pipeline.push(kind, run);
        for (let closes = 0; closes < 2; closes++)
            pipeline.push(ASKED.unseen, null);
        const [parse, bind, ...rest] = messages(name, run.statement.text);
        return Buffer.concat([parse, bind, describePortal(name), ...rest]);
    }
    #named() {
        return `${this.#name} ${this.#asked++}`;
    }
    /** Behind unsynced messages without a Sync of ours: it would end what they began. */
    #question(texts, told) {
        const synced = !this.#x.unsynced;
        const count = new Count(texts.length, synced, told);
        this.#x.pipeline.push(ASKED.count, count);
        const frames = texts.flatMap((text) => messages(this.#named(), text));
        if (synced) {
            this.#x.pipeline.push(ASKED.countSync, count);
            frames.push(SYNC);
        }
        return Buffer.concat(frames);
    }
}
const messages = (name, text) => [
    frames_frame(CLIENT.Parse, name, text, Buffer.alloc(2)),
    frames_frame(CLIENT.Bind, name, name, Buffer.alloc(6)),
    frames_frame(CLIENT.Execute, name, int32(0)),
    frames_frame(CLIENT.Close, Buffer.of(0x50), name),
    frames_frame(CLIENT.Close, Buffer.of(0x53), name),
];
/** An answer to the question at the head of the pipeline: no client reads it. KEEP: it has nothing to do with it. */
function counted(x, count, type, b, at, end) {
    switch (type) {
        case UPSTREAM.ParseComplete:
        case UPSTREAM.BindComplete:
        case UPSTREAM.CommandComplete:
            return undefined;
        case UPSTREAM.DataRow:
            count.read(b.subarray(at + 5, end));
            return undefined;
        case UPSTREAM.CloseComplete:
            count.open -= 0.5;
            if (count.open > 0)
                return undefined;
            x.pipeline.shift();
            if (!count.synced)
                count.end();
            return undefined;
        case UPSTREAM.ErrorResponse:
            return failed(x, count, b, at, end);
        case UPSTREAM.NoticeResponse:
            // Ours is no transaction block.
            return new Map(readFields(b, at + 5, end)).get('C') === '25P01' ? undefined : KEEP;
        case UPSTREAM.ParameterStatus:
        case UPSTREAM.NotificationResponse:
            return KEEP;
        default:
            throw new ProtocolError('an answer out of order');
    }
}
/** Its rows stay unknown. Behind unsynced messages the server skips what the client sent, which reads an error for it. */
function failed(x, count, b, at, end) {
    const told = redact(x, null, b, at, end);
    x.gate.notice(told.sqlstate, told.record);
    if (told.fatal)
        return told.frame ?? b.subarray(at, end);
    x.skip();
    return count.synced ? undefined : frames_errorResponse(UNCOUNTED);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/holding.js


const FAILED = 0x45;
const IDLE = 0x49;
const CANCELLED = {
    severity: 'ERROR',
    sqlstate: '57014',
    message: 'canceling statement due to user request',
};
/** As the server says it. */
const ABORTED = {
    severity: 'ERROR',
    sqlstate: '25P02',
    message: 'current transaction is aborted, commands ignored until end of transaction block',
    hint: 'It would have to be approved: ROLLBACK, and send it in a new transaction.',
};
/** A client that has sent more than is read meanwhile may be gone unseen: only writing to it tells. Milliseconds. */
const PROBE_MS = 2000;
/** What every client knows, and none shows. */
const PROBE = frames_frame(UPSTREAM.ParameterStatus, 'integer_datetimes', 'on');
class Holding {
    #x;
    #cancelled;
    constructor(exchange) {
        this.#x = exchange;
    }
    /** A request to cancel is for what waits here; false when nothing does. */
    cancel() {
        this.#cancelled?.abort();
        return this.#cancelled !== undefined;
    }
    /** Settles with undefined when it may be judged again, else with the error that the client gets. */
    async ask(statement, verdict, bound) {
        const x = this.#x;
        const { gate } = x;
        const cancelled = new AbortController();
        // In which transaction it would run is known then, and the client is between two messages. Until then what runs is cancelled.
        if (x.pipeline.length > 0)
            await x.whenAnswered();
        // The server would refuse it as well.
        if (x.status === FAILED || x.skipping || !gate.hold)
            return this.#unasked(statement, verdict);
        return this.#wait(cancelled, bound, (waiting) => gate.hold?.(statement, verdict, waiting));
    }
    /** The same for what has run and is to be made last, with every answer here; undefined at once when nobody can be asked. */
    settle(verdict) {
        const { counts } = this.#x.gate;
        if (!counts?.release)
            return undefined;
        return this.#wait(new AbortController(), undefined, (waiting) => counts.release?.(verdict, waiting));
    }
    async #wait(cancelled, bound, ask) {
        const x = this.#x;
        const probe = setInterval(() => this.#tell(PROBE), PROBE_MS);
        try {
            this.#cancelled = cancelled;
            const refused = await ask({
                transaction: x.status === IDLE ? 'none' : 'open',
                ...(bound ? { bound } : {}),
                blocking: () => x.shared.blocking.of(x.pid),
                notice: (message) => this.#notice(message),
                signal: AbortSignal.any([x.gone, cancelled.signal]),
            });
            if (!refused)
                return undefined;
            return cancelled.signal.aborted ? CANCELLED : denial(refused);
        }
        finally {
            clearInterval(probe);
            this.#cancelled = undefined;
        }
    }
    #unasked(statement, verdict) {
        const failure = this.#x.status === FAILED ? ABORTED : denial(verdict);
        const error = { sqlstate: failure.sqlstate, message: failure.message };
        this.#x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error });
        return failure;
    }
    #notice(message) {
        const text = `Msluice: ${message}`;
        this.#tell(frames_frame(UPSTREAM.NoticeResponse, 'SNOTICE', 'VNOTICE', 'C00000', text, Buffer.of(0)));
    }
    #tell(message) {
        const { client } = this.#x;
        if (!client.socket.destroyed && this.#x.betweenAnswers())
            client.socket.write(message);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/taint.js



const TAINTS = ['none', 'seen', 'unseen', 'untold', 'moved', 'lost'];
function stronger(one, other) {
    const both = new Set([one, other]);
    if (both.has('untold') && both.has('moved'))
        return 'lost';
    return TAINTS.indexOf(one) > TAINTS.indexOf(other) ? one : other;
}
class Taints {
    #masking;
    #catalogue;
    #known = new WeakMap();
    /** Code that this session makes. */
    #made = new MadeCode();
    /** Table parts of the patterns. */
    #tables;
    /** Views that read protected relations or run code, with and without schema, of the lineage they were made from. */
    #reading = new Set();
    #lineage;
    constructor(masking, catalogue, columns) {
        this.#masking = masking;
        this.#catalogue = catalogue;
        this.#tables = (0,lib_masking/* withCatalogue */.M)(columns).map(({ pattern }) => glob(pattern.split('.').at(-2) ?? '*'));
    }
    runs(effects) {
        // What was told of names before holds no more.
        if (this.#made.note(effects))
            this.#catalogue.generation++;
    }
    /** True when one of the names may mean code of the database; the catalogue may know it, or this session have made it. */
    disguises(uses) {
        return (this.#catalogue.lineage?.code.disguises(uses) ?? true) || this.#made.in(uses);
    }
    /** True when what the statement writes may come from code that its text shows as built in, or as a column; `casts`: or a cast. */
    hides(uses, casts) {
        if (this.#made.hides(uses))
            return true;
        const code = this.#catalogue.lineage?.code;
        if (uses === undefined)
            return false;
        return code ? (casts ? code.disguises(uses) : code.hides(uses)) : true;
    }
    of(analysis) {
        const { generation, lineage } = this.#catalogue;
        const known = this.#known.get(analysis);
        if (known?.generation === generation && lineage)
            return known.taint;
        const taint = this.#judged(analysis);
        if (lineage)
            this.#known.set(analysis, { generation, taint });
        return taint;
    }
    #judged(analysis) {
        if (analysis.effects.some(({ action }) => action === 'unknown'))
            return 'untold';
        const unseen = analysis.relations.some((relation) => this.#rebuilt(relation)) ||
            (analysis.uses !== undefined && this.disguises(analysis.uses)) ||
            analysis.effects.some(({ action }) => action === 'call' && !told(analysis));
        if (unseen)
            return 'unseen';
        const seen = analysis.relations.some((relation) => this.#protects(relation) || this.#kinProtects(relation)) ||
            (analysis.outputs?.some(({ foreign }) => foreign) ?? false);
        return seen ? 'seen' : 'none';
    }
    /** A relation without its schema may be in any. */
    #protects(written) {
        const relation = relationOf(written);
        if (relation.includes('.'))
            return this.#masking.protects(relation);
        return this.#tables.some((table) => table.test(relation));
    }
    /** True for a view that reads a protected relation or runs code. Without the lineage everything may be one. */
    #rebuilt(written) {
        const { lineage } = this.#catalogue;
        if (!lineage)
            return true;
        if (this.#lineage !== lineage) {
            this.#lineage = lineage;
            this.#reading = withBare(lineage.rebuilt((base) => this.#masking.protects(base)));
        }
        return this.#reading.has(relationOf(written));
    }
    /** True when a relation it inherits from, or one that inherits from it, is protected. */
    #kinProtects(written) {
        const behind = this.#catalogue.lineage?.behind(`${relationOf(written)}.*`) ?? [];
        return behind.some((name) => this.#masking.protects(name.slice(0, name.lastIndexOf('.'))));
    }
    /** What a computed column may carry; undefined when that is not known. */
    carried({ outputs, count: statements }, { index, count, label }, taint) {
        // Outputs are those of the last statement; whether this is the one is not known.
        if (statements > 1 || !outputs || outputs.length !== count || outputs.some(({ star }) => star))
            return undefined;
        const output = outputs[index];
        if (taint === 'untold' || taint === 'lost')
            return undefined;
        if ((output.opaque || empty(output)) && this.#certain(output))
            return taint_NOTHING;
        if (taint === 'unseen' || taint === 'moved' || output.foreign)
            return undefined;
        if (output.name !== undefined && output.name !== label)
            return undefined;
        return output.sources.flatMap((source) => this.#carriedFrom(source));
    }
    /** True when the text says that the value holds no column, and what makes it may be other code than it says. */
    doubts({ outputs }, index) {
        const output = outputs?.[index];
        return output !== undefined && (output.opaque || empty(output)) && !this.#certain(output);
    }
    /** What makes the value is the server's own. */
    #certain({ made = taint_NOTHING }) {
        return made.every((name) => !this.#made.is(name) && !(this.#catalogue.lineage?.code.is(name) ?? true));
    }
    /** What the statement itself puts into the column that it returns. */
    written({ name }, { flows }, taint) {
        if (!flows || taint === 'none')
            return taint_NOTHING;
        const dot = name.lastIndexOf('.');
        const [table, column] = [name.slice(0, dot), name.slice(dot + 1)];
        const into = flows.filter((flow) => !flow.view &&
            table.endsWith(`.${bare(flow.relation ?? '')}`) &&
            (flow.column === undefined ? !flow.named : flow.column === column));
        return into.flatMap(({ sources }) => sources.flatMap((source) => this.#carriedFrom(source)));
    }
    /** A column as a statement writes it (`users.ssn`, `v.*`): its own name where its table is protected, `*` for anything. */
    #carriedFrom(source) {
        const dot = source.lastIndexOf('.');
        if (dot === -1)
            return [source];
        const relation = source.slice(0, dot);
        if (this.#rebuilt(relation))
            return ['*'];
        const column = source.slice(dot + 1);
        const behind = this.#catalogue.lineage?.behind(`${relationOf(relation)}.${column}`) ?? taint_NOTHING;
        return this.#protects(relation) ? [column, ...behind] : behind;
    }
}
const taint_NOTHING = [];
/** It reads no column, and calls nothing that may read one. */
const empty = ({ sources, foreign }) => sources.length === 0 && foreign !== true;
const withBare = (relations) => new Set([...relations, ...[...relations].map((name) => name.slice(name.indexOf('.') + 1))]);
/** True when each output column's own expression is known, so that functions show there. */
const told = ({ outputs }) => outputs?.every(({ star }) => !star) ?? false;
function glob(pattern) {
    const literals = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's');
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/meaning.js



const DRIFTED = {
    no: 'none',
    renamed: 'unseen',
    moved: 'moved',
    lost: 'lost',
};
class Meaning {
    #x;
    reading;
    constructor(exchange) {
        this.#x = exchange;
        this.reading = (test) => exchange.shared.plans.reading(test);
    }
    /** How much of what `statement` returns or complains about may be protected. */
    taint(statement, standing = this.standing(statement)) {
        const { plans } = this.#x.shared;
        if (!plans.masksColumns)
            return 'none';
        const drifted = this.#drifted(statement, standing);
        const [only] = standing?.length === 1 ? standing : [];
        if (only && !names(only) && meaning_told(statement.analysis, only.analysis))
            return stronger(drifted, stronger(plans.taint(statement.analysis), plans.taint(only.analysis)));
        // What another name stands for was not described with this statement's text.
        const other = standing?.some((named) => !named || plans.taint(named.analysis) !== 'none' || names(named));
        return stronger(drifted, other ? 'untold' : plans.taint(statement.analysis));
    }
    /** The same of a run, whose names may stand for something else by now. */
    taintOf(run) {
        const taint = this.taint(run.statement, run.standing);
        const { code, plans } = this.#x.shared;
        const doubtful = run.doubtful || (run.name !== '' && code.opensCursors);
        return doubtful && plans.masksColumns ? stronger(taint, 'untold') : taint;
    }
    #drifted(statement, standing) {
        const { drift } = this.#x.shared;
        let taint = this.#fetched(statement, standing);
        if (!drift.any)
            return taint;
        for (const each of [statement, ...(standing ?? [])]) {
            if (!each)
                continue;
            const drifted = drift.touches(each.analysis, this.reading);
            // What it writes shows under names that the catalogue does not have.
            taint = stronger(taint, drifted === 'renamed' && each.analysis.flows ? 'moved' : DRIFTED[drifted]);
        }
        return taint;
    }
    /** A cursor that outlives its transaction shows what definitions said when it was declared. */
    #fetched({ analysis }, standing) {
        const { names, shared } = this.#x;
        for (const { action, object, name = '' } of analysis.effects)
            if (action === 'cursor' && object === 'fetch' && names.portal(wireName(name))?.outdated)
                return 'moved';
        return shared.drift.shifted && standing?.includes(undefined) ? 'moved' : 'none';
    }
    /** What the names that it executes or fetches from stand for as of now; undefined when it uses none. */
    standing(statement) {
        const { names, shared } = this.#x;
        const { effects } = statement.analysis;
        if (!effects.some(uses))
            return undefined;
        const declared = new Set(effects.filter(declares).map(({ name }) => name));
        return effects.filter(uses).flatMap((effect) => {
            const name = wireName(effect.name ?? '');
            if (effect.action === 'execute')
                return [names.prepared(name)];
            const run = names.portal(name);
            const certain = run && !run.doubtful && !shared.code.opensCursors;
            const portal = certain ? run.statement : undefined;
            return declared.has(effect.name) ? (run ? [statement, portal] : [statement]) : [portal];
        });
    }
    /** True when the side connection surely describes the same relations. */
    copies({ analysis }) {
        const { temporary, moved, shared } = this.#x;
        if (moved.all || shared.drift.touches(analysis, this.reading) !== 'no')
            return false;
        return analysis.relations.every((relation) => {
            const name = bare(relation);
            if (moved.made.has(name))
                return false;
            return relation.includes('.') || !(temporary.has('*') || temporary.has(name));
        });
    }
    /** What a lone EXECUTE or FETCH returns is what its name stands for returns. */
    #shown({ effects, count }) {
        const [effect, ...others] = effects.filter(uses);
        if (!effect || others.length > 0 || count !== 1)
            return {};
        const name = wireName(effect.name ?? '');
        const { names } = this.#x;
        const run = effect.action === 'execute' ? undefined : names.portal(name);
        const statement = run && !run.doubtful ? run.statement : executes(effect) ? names.prepared(name) : undefined;
        const { outputs, flows } = statement?.analysis ?? {};
        return { ...(outputs && { outputs }), ...(flows && { flows }) };
    }
    /** `EXECUTE name` of what this connection prepared does what was judged then. */
    resolved(analysis) {
        if (!analysis.effects.some(executes))
            return analysis.effects.some(uses) ? { ...analysis, ...this.#shown(analysis) } : analysis;
        const effects = [];
        const relations = new Set(analysis.relations);
        let usage = analysis.uses;
        const relies = new Set(analysis.relies);
        for (const effect of analysis.effects) {
            const prepared = executes(effect) ? this.#x.names.prepared(wireName(effect.name ?? '')) : undefined;
            effects.push(prepared ? { ...effect, detail: 'prepared on this connection' } : effect);
            for (const inner of prepared?.analysis.effects ?? [])
                if (inner.action !== 'prepare')
                    effects.push({ ...asRun(inner, effect), via: ['execute'] });
            for (const relation of prepared?.analysis.relations ?? [])
                relations.add(relation);
            for (const on of prepared?.analysis.relies ?? [])
                relies.add(on);
            usage = both(usage, prepared && usesOf(prepared.analysis, effect));
        }
        const known = {
            effects,
            relations: [...relations],
            ...(usage && { uses: usage }),
            ...(relies.size > 0 && { relies: [...relies] }),
        };
        return { ...analysis, ...known, ...this.#shown(analysis) };
    }
}
/** EXECUTE with values that nobody knows, or any number of times. */
const isOpen = ({ rows }) => rows === 'unknown';
const asRun = (inner, execute) => {
    const few = inner.rows === 'some' || inner.rows === 'one';
    const changes = inner.action === 'update' || inner.action === 'delete';
    return isOpen(execute) && few && changes ? { ...inner, rows: 'unknown' } : inner;
};
function usesOf({ uses, relations }, execute) {
    if (!uses || !isOpen(execute))
        return uses;
    const { functions, operators, types, fields } = uses;
    return { ...uses, many: [...functions, ...operators, ...types, ...fields, ...relations] };
}
/** The statement's outputs are those of what its name stands for now. */
const meaning_told = ({ outputs }, named) => outputs !== undefined && outputs === named.outputs;
function both(one, other) {
    if (!one || !other)
        return one ?? other;
    return {
        functions: [...one.functions, ...other.functions],
        operators: [...one.operators, ...other.operators],
        types: [...one.types, ...other.types],
        fields: [...one.fields, ...other.fields],
        assigned: [...one.assigned, ...other.assigned],
        ...list('models', one, other),
        ...list('many', one, other),
        ...list('beside', one, other),
    };
}
function list(key, one, other) {
    const found = [...(one[key] ?? []), ...(other[key] ?? [])];
    return found.length === 0 ? {} : { [key]: found };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/tags.js
// What a command tag says of the names of statements and cursors.



/** The run was answered with the tag. */
function follow(names, { statement, outdated }, tag) {
    const { effects } = statement.analysis;
    switch (tag) {
        case 'PREPARE':
            for (const name of named(effects, 'prepare', 'statement'))
                names.done(new Prepared(name, statement, 0));
            break;
        case 'DEALLOCATE':
            for (const name of named(effects, 'prepare', 'deallocate'))
                names.done(new Prepared(name, undefined, 0));
            break;
        case 'DECLARE CURSOR':
            for (const name of named(effects, 'cursor', 'cursor')) {
                const cursor = new Run(name, statement);
                // Definitions may have changed since it was sent.
                cursor.outdated = outdated;
                names.bound(cursor);
            }
            break;
        case 'CLOSE CURSOR':
            for (const name of named(effects, 'cursor', 'close'))
                names.closingPortal(name);
            break;
        case 'DISCARD ALL':
            names.forgetPrepared();
            names.forgetPortals();
            break;
        case 'DEALLOCATE ALL':
            names.forgetPrepared();
            break;
        case 'CLOSE CURSOR ALL':
            names.forgetPortals();
            break;
        default:
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/upheaval.js
/** What only adds tables, columns and what belongs to them. */
const ADDING = new Set([
    'create table',
    'create column',
    'create index',
    'create constraint',
    'create schema',
    'create sequence',
    'scan constraint',
    'scan foreign-key',
    'rewrite column',
]);
const CALM = new Set(['read', 'insert', 'update', 'delete', 'comment', 'transaction']);
const wider = (one, other) => one === 'all' || other === 'none' ? one : other;
function upheaval({ effects, changes, flows }) {
    if (effects.some(({ object }) => object === 'extension'))
        return 'all';
    if (!changes.schema)
        return 'none';
    return flows === undefined && effects.length > 0 && effects.every(adds) ? 'relations' : 'all';
}
const adds = ({ action, object, via }) => via === undefined && (CALM.has(action) || ADDING.has(`${action} ${object}`));

;// CONCATENATED MODULE: ./lib/protocols/postgres/exchange.js













class Exchange {
    shared;
    gate;
    client;
    upstream;
    /** Its process on the server, as the server says. */
    pid;
    /** Aborts when the client is gone. */
    gone;
    /** Ends the connection; the client reads the failure as FATAL. */
    end;
    /** Requests to cancel that the target may not have taken yet; behind one of them a new statement would be hit. */
    cancelling;
    pipeline = new Pipeline();
    names = new Names();
    /** Status of the last ReadyForQuery: `I`, `T` or `E`. */
    status = 0x49;
    /** An extended message failed and no Sync was sent since: the server skips, and so do we. */
    skipping = false;
    /** A COPY FROM STDIN runs and its end was not sent yet. */
    copyingIn = false;
    /** A Sync came while COPY FROM STDIN took data. */
    syncHeld = false;
    /** `search_path`, role or the like was changed on this connection: names on other connections may mean something else. */
    resolution = false;
    /** The transaction changed the catalogue, which others see when it is over. */
    schema = 'none';
    /** What was sent since the last transaction was over may have changed this of the stored code. */
    changed = new Changed();
    /** The part of it that is not answered. */
    #changing = new Changed();
    /** What its open transaction did to names. */
    moved = new Moved();
    /** Names of temporary relations that it made; `*` when they are not known. */
    temporary = new Set();
    /** Answers still to come may change what names stand for: SQL PREPARE, DEALLOCATE, cursors, code. */
    naming = false;
    /** What the COPY FROM STDIN that runs has carried so far. */
    incoming;
    /** COPYs whose end was sent and whose tag is not here yet. */
    finished = [];
    /** The client waits for every answer to be here. */
    settling = false;
    /** Extended messages were sent since the last Sync that the server surely takes for one. */
    unsynced = false;
    /** A COPY FROM STDIN may take data whose end was not sent: the server reads no Sync in it. */
    taking = false;
    /** What our Sync was to make last has failed, and with it the simple query behind. */
    broken = false;
    counting = new Counting(this);
    holding = new Holding(this);
    /** The client has whole messages only: one of ours may follow. */
    betweenAnswers;
    meaning = new Meaning(this);
    /** Judged, and not sent yet. */
    judging;
    #cancel;
    #waiting = [];
    constructor(parts) {
        this.shared = parts.shared;
        this.gate = parts.gate;
        this.client = parts.client;
        this.upstream = parts.upstream;
        this.pid = parts.pid;
        this.gone = parts.gone;
        this.end = parts.end;
        this.#cancel = parts.cancel;
        this.betweenAnswers = parts.betweenAnswers;
        this.shared.drift.join(this);
        this.shared.stored.stirred.join(this);
    }
    /** Both sides are closed. */
    closed() {
        if (this.changed.any)
            this.shared.stored.invalidate(this.changed);
        this.shared.stored.stirred.leave(this);
        this.shared.drift.leave(this);
        if (this.moved.any)
            this.shared.plans.invalidate('all');
    }
    /** Asks the target to cancel what runs. Settles when it has taken the request. */
    async cancel() {
        if (this.holding.cancel())
            return;
        const taken = Promise.all([this.cancelling, this.#cancel()]);
        this.cancelling = taken;
        await taken;
        if (this.cancelling === taken)
            this.cancelling = undefined;
    }
    taint(statement) {
        return this.meaning.taint(statement);
    }
    taintOf(run) {
        return this.meaning.taintOf(run);
    }
    standing(statement) {
        return this.meaning.standing(statement);
    }
    /** True when the statement uses a name, or may run code, that answers still to come may change. */
    awaits(analysis) {
        if (this.pipeline.length === 0)
            return false;
        if (this.pends(analysis))
            return true;
        return analysis.effects.some((effect) => uses(effect) && !this.names.settledBoth(wireName(effect.name ?? ''), this.naming));
    }
    /** True when what it runs, or makes last, depends on answers still to come. */
    pends(analysis) {
        if (this.pipeline.length === 0)
            return false;
        if (this.shared.countsRows && analysis.effects.some(commits))
            return true;
        return this.#changing.any && this.#changing.concerns(analysis);
    }
    /** It is about to be sent and run: what it may change is not certain until it is answered. */
    runs(statement) {
        const { analysis, text } = statement;
        const { effects } = analysis;
        this.judging = undefined;
        if (effects.some(takes))
            this.taking = true;
        this.shared.stored.note(statement, this.#changing);
        this.shared.stored.stirred.note(this, analysis);
        if (this.#changing.any)
            this.changed.add(this.#changing);
        if (effects.some(moves))
            this.naming = true;
        if (!this.shared.plans.masksColumns)
            return;
        this.shared.plans.runs(analysis);
        if (effects.some(keepsCode) && (effects.some(inCode) || /\bopen\b/i.test(text)))
            this.shared.code.opensCursors = true;
        for (const { action, name, temporary } of effects) {
            if (action === 'create' && temporary && name !== undefined)
                this.temporary.add(bare(name));
            if ((action === 'rename' || action === 'move') && this.temporary.size > 0)
                this.temporary.add('*');
        }
        const change = movedBy(analysis);
        if (change)
            this.shared.drift.add(this, change);
    }
    /** See `Party` of drift.ts. */
    busy = () => {
        const { judging, pipeline } = this;
        const sent = pipeline.unanswered().map(({ statement }) => statement.analysis);
        return judging ? [judging, ...sent] : sent;
    };
    outdate(moved) {
        for (const run of [...this.names.portals(), ...this.pipeline.unanswered()])
            if (moved.touches(run.statement.analysis, this.meaning.reading) !== 'no')
                run.outdated = true;
    }
    /** The server is in no transaction: what was changed shows on other connections. */
    idle() {
        const { shared, pipeline, changed } = this;
        this.gate.idle();
        this.names.transactionEnded();
        shared.plans.invalidate(wider(this.moved.upheaval, this.schema));
        this.schema = 'none';
        if (changed.any)
            shared.stored.invalidate(changed);
        if (pipeline.length > 0)
            return;
        shared.stored.stirred.over(this);
        shared.drift.over(this.moved);
        changed.clear();
    }
    /** A command tag is here: names, catalogue and settings follow what it did. */
    completed(run, tag) {
        const { statement } = run;
        const { changes, effects } = statement.analysis;
        if (changes.resolution)
            this.resolution = true;
        const changed = upheaval(statement.analysis);
        if (changed !== 'none') {
            if (this.schema !== 'all')
                this.schema = changed;
            this.shared.plans.invalidate(changed);
        }
        if (effects.some(opens))
            this.names.doubtPortals();
        follow(this.names, run, tag);
    }
    /** Skips to the next Sync, as the server does. */
    skip() {
        const { pipeline, names } = this;
        let first = true;
        while (pipeline.length > 0 && pipeline.kind !== ASKED.sync && pipeline.kind !== ASKED.countSync) {
            const item = pipeline.item;
            if (item instanceof Prepared)
                names.failed(item, first);
            else if (item instanceof Run && pipeline.kind === ASKED.bind)
                names.failed(item, first);
            pipeline.shift();
            if (item instanceof Count)
                item.skipped();
            first = false;
        }
        if (pipeline.length === 0)
            this.skipping = true;
    }
    /** Called after each answer: whoever waits for all of them goes on. */
    answered() {
        this.shared.drift.eased();
        if (this.pipeline.length > 0)
            return;
        this.naming = false;
        this.taking = false;
        if (this.judging === undefined)
            this.gate.counts?.answered();
        if (this.#changing.any)
            this.#changing.clear();
        if (this.#waiting.length > 0)
            for (const resume of this.#waiting.splice(0))
                resume();
        if (!this.settling)
            return;
        this.settling = false;
        this.client.release();
    }
    /** What the client sends next belongs to the head of the pipeline: nobody may wait for its answer. */
    interrupt() {
        if (!this.settling)
            return;
        this.settling = false;
        this.client.release();
    }
    /** Settles when every answer is here; a Flush makes the server give them. */
    whenAnswered() {
        return new Promise((resolve) => {
            this.#waiting.push(resolve);
            // What was sent before it is on its way then.
            queueMicrotask(() => this.upstream.socket.write(FLUSH));
        });
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/protocols/postgres/transport.js
// How bytes come in: large buffers of our own where the socket allows it, one pass over each, backpressure both ways.

const SIZE = 256 * 1024;
/** Less room than this at the end of the buffer is not worth a read. */
const ROOM = 16 * 1024;
const transport_EMPTY = Buffer.alloc(0);
/** A socket that is held for longer than this is read on into what room there is: only so is its end seen. */
const PATIENCE_MS = 1000;
/**
 * Reads one socket into a sink. Reading goes on only while everything the sink wrote to `outlet` has left,
 * so that memory stays bounded and buffers may be written as they are.
 */
class Inlet {
    socket;
    sink;
    outlet;
    /** Bytes read so far. */
    bytes = 0;
    #owned;
    #buffer = transport_EMPTY;
    #spare;
    #view;
    #start = 0;
    #end = 0;
    #wanted = 0;
    #held = false;
    #flushing = false;
    #busy = false;
    #patience;
    #peeking = false;
    constructor(socket, sink) {
        this.sink = sink;
        const adopted = adopt(socket, {
            buffer: () => this.#room(),
            callback: (size) => this.#arrived(size),
        });
        this.#owned = adopted !== undefined;
        this.socket = adopted ?? socket;
        if (!adopted)
            socket.on('data', (chunk) => this.#chunk(chunk));
        this.socket.setNoDelay(true);
    }
    /** The sink cannot go on with fewer than `size` bytes in one piece. */
    want(size) {
        this.#wanted = size;
    }
    /** Stops until `release`; the sink returns at once after calling it. */
    hold() {
        this.#held = true;
        this.#patience ??= setTimeout(this.#peek, PATIENCE_MS).unref();
    }
    #peek = () => {
        this.#patience = undefined;
        if (!this.#held || this.#flushing || this.socket.destroyed)
            return;
        this.#peeking = true;
        if (this.#mayPeek)
            this.socket.resume();
    };
    get #mayPeek() {
        return this.#held && this.#peeking && !this.#flushing && this.pending < SIZE;
    }
    /** Shows the sink what is left and goes on reading. Harmless when nothing is held. */
    release() {
        this.#held = false;
        this.#peeking = false;
        clearTimeout(this.#patience);
        this.#patience = undefined;
        if (!this.outlet)
            this.#flushing = false;
        if (this.#busy)
            return;
        if (this.#pump())
            this.socket.resume();
        else
            this.socket.pause();
    }
    /** Bytes that came in and were not taken yet. */
    get pending() {
        return this.#end - this.#start;
    }
    #room() {
        const left = this.#end - this.#start;
        if (left === 0)
            this.#start = this.#end = 0;
        const size = Math.max(SIZE, this.#wanted);
        if (this.#buffer.length < size ||
            this.#buffer.length > Math.max(size, SIZE) * 4 ||
            this.#owned === false) {
            const grown = Buffer.allocUnsafeSlow(size + ROOM);
            this.#move(grown);
        }
        else if (this.#buffer.length - this.#start < Math.max(this.#wanted, left + ROOM)) {
            this.#buffer.copyWithin(0, this.#start, this.#end);
            this.#start = 0;
            this.#end = left;
        }
        if (this.#end > 0)
            return this.#buffer.subarray(this.#end);
        // Almost every read of a short exchange: one view a buffer, not one a read.
        if (this.#view?.buffer !== this.#buffer.buffer)
            this.#view = this.#buffer.subarray(0);
        return this.#view;
    }
    #move(into) {
        const left = this.#buffer.copy(into, 0, this.#start, this.#end);
        this.#buffer = into;
        this.#start = 0;
        this.#end = left;
    }
    /** `onread`: the kernel filled the room that was handed out. */
    #arrived(size) {
        this.#end += size;
        this.bytes += size;
        const going = this.#pump();
        // Node asks for the next room right away: what is still being written must not be under it.
        if (this.outlet && this.outlet.writableLength > 0) {
            const next = this.#spare?.length === this.#buffer.length ? this.#spare : undefined;
            this.#spare = this.#buffer;
            this.#move(next ?? Buffer.allocUnsafeSlow(this.#buffer.length));
        }
        return going;
    }
    /** The ordinary stream path: chunks are fresh memory. */
    #chunk(chunk) {
        this.bytes += chunk.length;
        const left = this.#end - this.#start;
        if (left === 0) {
            this.#buffer = chunk;
            this.#start = 0;
            this.#end = chunk.length;
        }
        else {
            const size = left + chunk.length;
            if (this.#buffer.length - this.#end < chunk.length)
                this.#move(Buffer.allocUnsafeSlow(Math.max(size * 2, Math.min(this.#wanted, 1 << 26))));
            chunk.copy(this.#buffer, this.#end);
            this.#end += chunk.length;
        }
        if (!this.#pump())
            this.socket.pause();
    }
    /** Answers true when more may be read. */
    #pump() {
        if (this.#held || this.#flushing)
            return this.#mayPeek;
        if (this.#end > this.#start && this.#end - this.#start >= this.#wanted) {
            this.#busy = true;
            this.#wanted = 0;
            try {
                this.#start = this.sink.take(this.#buffer, this.#start, this.#end);
            }
            catch (error) {
                this.#held = true;
                this.#start = this.#end;
                this.sink.failed(error);
            }
            this.#busy = false;
        }
        const outlet = this.outlet;
        if (outlet && outlet.writableLength > 0 && !outlet.destroyed) {
            this.#flushing = true;
            outlet.write(transport_EMPTY, this.#flushed);
        }
        return !this.#held && !this.#flushing;
    }
    #flushed = () => {
        this.#flushing = false;
        if (!this.#held)
            this.release();
        // Its patience ended while there was something to write.
        else if (this.#patience === undefined)
            this.#peek();
    };
}
/**
 * Moves an open plain socket onto buffers of our own (`onread`). Node offers that only to sockets it connects
 * itself, so the handle is given to a new socket; undefined when this socket has none to give (TLS, other runtimes),
 * and then ordinary 'data' events do.
 */
function adopt(socket, onread) {
    const handle = Reflect.get(socket, '_handle');
    if (!(handle instanceof Object) || !('useUserBuffer' in handle) || 'encrypted' in socket)
        return undefined;
    if (socket.readableLength > 0 || socket.destroyed)
        return undefined;
    socket.pause();
    Reflect.set(socket, '_handle', null);
    const options = { onread, readable: true, writable: true };
    const adopted = new external_node_net_.Socket(Object.assign(options, { handle, pauseOnCreate: true }));
    // The server counts the socket that it accepted, and others may hold it to end it.
    adopted.once('close', () => socket.destroy());
    socket.once('close', () => adopted.destroy());
    return adopted;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/protocols/postgres/tls.js
// TLS to the target, before anything else is said: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL





/** The strictest when the terms do not say. */
function tlsOf({ tls = { mode: 'verify-full' } }) {
    return tls;
}
/** Options of `node:tls` by mode; the catalogue's connection uses the same. */
function tlsOptions(terms) {
    const { mode, ca, serverName } = tlsOf(terms);
    const name = serverName ?? terms.host;
    const options = {
        host: name,
        minVersion: 'TLSv1.2',
        ALPNProtocols: ['postgresql'],
        rejectUnauthorized: mode !== 'require',
        ...(ca === undefined ? {} : { ca }),
        ...((0,external_node_net_.isIP)(name) ? {} : { servername: name }),
    };
    if (mode !== 'verify-full')
        options.checkServerIdentity = () => undefined;
    return options;
}
/** Asks for TLS and sets it up, or gives the socket back as it is when the mode is `disable`. Throws `SluiceError`. */
async function tls_secure(socket, terms) {
    if (tlsOf(terms).mode === 'disable')
        return socket;
    socket.write(int32(8, startup_CODE.ssl));
    const answer = await once(socket, terms);
    if (answer.length !== 1)
        throw refused(terms, 'sent bytes behind its answer to the request for TLS', 'Somebody may be in the way.');
    if (answer[0] !== 0x53)
        throw refused(terms, answer[0] === 0x4e ? 'does not offer TLS' : 'did not answer the request for TLS', 'Turn TLS on at the server, or set `tls: { mode: disable }` for this target if the way to it is safe.');
    return await new Promise((resolve, reject) => {
        const tls = (0,external_node_tls_.connect)({ socket, ...tlsOptions(terms) });
        const failed = (error) => reject(untrusted(terms, error));
        const ended = () => reject(refused(terms, 'closed the connection during the TLS handshake'));
        tls.once('error', failed);
        tls.once('close', ended);
        tls.once('secureConnect', () => {
            tls.off('error', failed);
            tls.off('close', ended);
            if (tls.alpnProtocol !== false && tls.alpnProtocol !== 'postgresql')
                return reject(refused(terms, 'speaks another protocol over TLS'));
            resolve(tls);
        });
    });
}
/** One chunk from a socket that has no reader yet. */
function once(socket, terms) {
    return new Promise((resolve, reject) => {
        const settle = (act) => {
            socket.off('data', data).off('error', gone).off('close', gone);
            act();
        };
        const data = (chunk) => {
            socket.pause();
            settle(() => resolve(chunk));
        };
        const gone = () => settle(() => reject(unreachable(terms, 'closed the connection before it answered')));
        socket.on('data', data).on('error', gone).on('close', gone);
    });
}
const address = (terms) => `${terms.host}:${terms.port}`;
function unreachable(terms, what) {
    return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `Target ${terms.name} (${address(terms)}) ${what}`, {
        hint: 'Check the address in sluice.yml, and that this machine may reach it.',
    });
}
function refused(terms, what, hint) {
    const message = `Target ${terms.name} (${address(terms)}) ${what}`;
    return new errors/* SluiceError */.ah('UPSTREAM_REFUSED', message, hint === undefined ? {} : { hint });
}
function untrusted(terms, error) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'TLS error';
    const name = tlsOf(terms).serverName ?? terms.host;
    const wrongName = code === 'ERR_TLS_CERT_ALTNAME_INVALID';
    const message = wrongName
        ? `The certificate of target ${terms.name} (${address(terms)}) is not for the name ${name}`
        : `The TLS certificate of target ${terms.name} (${address(terms)}) could not be verified (${code})`;
    const hint = wrongName
        ? 'Set `tls.server_name` to a name in the certificate, or reach the target by such a name.'
        : 'Give the authority that signed it as `tls: { ca: file:PATH }`.';
    return new errors/* SluiceError */.ah('UPSTREAM_TLS', message, { hint });
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/upstream-login.js
// The client's half of the login, towards the target.








const LIMIT = 64 * 1024;
/** A socket to the target on which nothing but TLS was said. Throws `SluiceError`. */
async function connectUpstream(terms, dial) {
    const socket = await dial().catch((error) => {
        if (error instanceof errors/* SluiceError */.ah)
            throw error;
        const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw unreachable(terms, `cannot be reached${code}`);
    });
    socket.on('error', () => { });
    try {
        return await tls_secure(socket, terms);
    }
    catch (error) {
        socket.destroy();
        throw error;
    }
}
/** Dials, secures and logs in. Throws `SluiceError`; the server's own words only after TLS was verified. */
async function upstreamLogin(options) {
    const { terms } = options;
    let socket;
    let timer;
    let late = false;
    try {
        const timeout = new Promise((_, reject) => {
            timer = setTimeout(() => {
                late = true;
                socket?.destroy();
                reject(unreachable(terms, `did not answer within ${Math.round(options.timeout / 1000)} s`));
            }, options.timeout);
        });
        const login = connectUpstream(terms, options.dial).then((connected) => {
            socket = connected;
            if (late)
                connected.destroy();
            return logIn(connected, options);
        });
        return await Promise.race([login, timeout]);
    }
    catch (error) {
        socket?.destroy();
        if (error instanceof ProtocolError)
            throw refused(terms, `broke its protocol: ${error.message}`);
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}
async function logIn(socket, options) {
    const { terms, settings } = options;
    const messages = new Messages();
    const inlet = new Inlet(socket, messages);
    messages.attach(inlet);
    inlet.socket.on('error', () => { });
    const pairs = ['user', terms.credential.user, 'database', terms.database ?? terms.credential.user];
    for (const [name, value] of settings)
        pairs.push(name, value);
    const startup = frames_frame(0, int32(startup_CODE.protocol30), ...pairs, Buffer.of(0)).subarray(1);
    inlet.socket.write(startup);
    await authenticate(inlet, messages, options);
    const parameters = new Map();
    let pid = 0;
    let key = Buffer.alloc(0);
    for (;;) {
        const { type, body } = await messages.next(LIMIT);
        if (type === UPSTREAM.ParameterStatus) {
            const zero = stringEnd(body, 0, body.length);
            parameters.set(body.toString('utf8', 0, zero), body.toString('utf8', zero + 1, stringEnd(body, zero + 1, body.length)));
        }
        else if (type === UPSTREAM.BackendKeyData && body.length >= 8) {
            pid = body.readInt32BE(0);
            key = body.subarray(4);
        }
        else if (type === UPSTREAM.ReadyForQuery && body.length === 1) {
            const tls = 'getProtocol' in socket && typeof socket.getProtocol === 'function'
                ? String(socket.getProtocol())
                : 'none';
            return { inlet, parameters, pid, key, status: body[0], tls };
        }
        else if (type === UPSTREAM.ErrorResponse)
            throw said(terms, body);
        else if (type !== UPSTREAM.NoticeResponse && type !== UPSTREAM.NegotiateProtocolVersion)
            throw new ProtocolError('a message that is no part of the login');
    }
}
async function authenticate(inlet, messages, options) {
    const { terms } = options;
    const { user } = terms.credential;
    const password = passwordOf(terms);
    const send = (...parts) => inlet.socket.write(frames_frame(CLIENT.Password, ...parts));
    const next = async () => {
        const { type, body } = await messages.next(LIMIT);
        if (type === UPSTREAM.ErrorResponse)
            throw said(terms, body);
        if (type === UPSTREAM.NegotiateProtocolVersion)
            return { kind: -1, body };
        if (type !== UPSTREAM.Authentication || body.length < 4)
            throw new ProtocolError('a message that is no part of the login');
        return { kind: body.readUInt32BE(0), body: body.subarray(4) };
    };
    const encrypted = tlsOf(terms).mode !== 'disable';
    for (;;) {
        const { kind, body } = await next();
        if (kind === -1)
            continue;
        if (kind === 0)
            return;
        if (kind === 3) {
            if (!encrypted)
                throw refused(terms, 'asks for the password in clear over an unencrypted connection', 'Use TLS for this target.');
            send(password.reveal());
        }
        else if (kind === 5 && body.length === 4) {
            send(md5(user, password.reveal(), body));
        }
        else if (kind === 10) {
            return await sasl(body);
        }
        else {
            throw refused(terms, `asks for an authentication method (${kind}) that is not spoken here`, 'Use scram-sha-256.');
        }
    }
    async function sasl(offer) {
        // SCRAM-SHA-256-PLUS is left out: without channel binding the certificate check is what stands against a relay.
        if (!offer.toString('latin1').split('\0').includes(MECHANISM))
            throw refused(terms, `does not offer ${MECHANISM}`);
        const prepared = await prepare(password.reveal());
        const nonce = (0,external_node_crypto_.randomBytes)(18).toString('base64');
        const exchange = scramClient(nonce, (salt, iterations) => {
            const id = `${iterations}:${salt.toString('base64')}`;
            const known = options.keys.get(id);
            if (known)
                return known;
            const key = saltedPassword(prepared, salt, iterations);
            if (options.keys.size < 16)
                options.keys.set(id, key);
            return key;
        });
        const first = Buffer.from(exchange.first);
        send(MECHANISM, int32(first.length), first);
        const serverFirst = await next();
        if (serverFirst.kind !== 11)
            throw new ProtocolError('a SASL exchange out of order');
        send(Buffer.from(exchange.final(serverFirst.body.toString('utf8'))));
        const serverFinal = await next();
        if (serverFinal.kind !== 12)
            throw new ProtocolError('a SASL exchange out of order');
        exchange.verify(serverFinal.body.toString('utf8'));
        const done = await next();
        if (done.kind !== 0)
            throw new ProtocolError('a SASL exchange out of order');
    }
}
function md5(user, password, salt) {
    const hash = (...parts) => {
        const md = (0,external_node_crypto_.createHash)('md5');
        for (const part of parts)
            md.update(part);
        return md.digest('hex');
    };
    return `md5${hash(hash(password, user), salt)}`;
}
/** The server's own refusal. */
function said(terms, body) {
    const fields = new Map(readFields(body, 0, body.length));
    const sqlstate = /^[0-9A-Z]{5}$/.exec(fields.get('C') ?? '')?.[0] ?? '?????';
    const message = (fields.get('M') ?? 'no reason given').slice(0, 300);
    const credential = sqlstate.startsWith('28');
    return refused(terms, `refused the login (${sqlstate}): ${message}`, credential ? 'Check the credential of this target, and pg_hba.conf on the server.' : undefined);
}
function passwordOf({ credential, name }) {
    if ('password' in credential)
        return credential.password;
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `Target ${name} speaks PostgreSQL, but its credential is a key`, {
        hint: 'Give it a credential with a user and a password.',
    });
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/labels.js

/** The RowDescription `b[at, end)` with names that nobody has seen replaced; undefined when it is fine as it is. */
function hideLabels(x, run, b, at, end) {
    if (!x.shared.plans.masksColumns || !(run.doubtful || run.standing?.includes(undefined)))
        return undefined;
    const fields = readRowDescription(b, at + 5, end);
    const labels = fields.map((field, index) => field.label === x.shared.plans.nameOf(field) ? field.label : `column${index + 1}`);
    if (labels.every((label, index) => label === fields[index].label))
        return undefined;
    const parts = [int16(fields.length)];
    fields.forEach(({ table, attribute, type, format }, index) => {
        // The modifier and the size of the type are of no use to who cannot see the value.
        parts.push(labels[index], int32(table), int16(attribute), int32(type), int16(-1), int32(-1), int16(format === 'binary' ? 1 : 0));
    });
    return frames_frame(UPSTREAM.RowDescription, ...parts);
}
function int16(value) {
    const bytes = Buffer.allocUnsafe(2);
    bytes.writeInt16BE(value);
    return bytes;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/planner.js
/** Asks for the plan of a described result, and holds the target's direction while the catalogue is asked. */
class Planner {
    #x;
    #ready;
    constructor(exchange) {
        this.#x = exchange;
    }
    /** Undefined: held; ask again with the same description when the inlet is released. */
    plan(run, description) {
        const x = this.#x;
        const ready = this.#ready;
        this.#ready = undefined;
        if (ready)
            return ready.plan;
        const plan = x.shared.plans.rows(run.statement.analysis, () => x.taintOf(run), description);
        if (!(plan instanceof Promise))
            return plan;
        x.upstream.hold();
        const made = (resolved) => {
            this.#ready = { plan: resolved };
            x.upstream.release();
        };
        plan.then(made, () => {
            x.gate.limit('masking', 'the catalogue did not say what the result’s columns are');
            const message = 'the result could not be masked because the catalogue did not answer';
            x.end({ severity: 'FATAL', sqlstate: '58000', message });
        });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/answers.js
// Answers in their order: each belongs to the head of the pipeline.












const answers_IDLE = 0x49;
/** What the server is ready behind. */
const ENDING = new Set([ASKED.none, ASKED.sync, ASKED.ownSync, ASKED.query]);
const answers_FAILED = 0x45;
const WITHHELD = {
    severity: 'ERROR',
    sqlstate: '42501',
    message: 'refused: which of these values are masked cannot be told, since names in the statement may mean something else by now',
    hint: 'Read it before names or definitions are changed, or after the COMMIT.',
};
class Answers {
    #x;
    /** True when rows are left out. */
    get dropping() {
        return this.muted || this.#over !== undefined;
    }
    /** An error of ours stands for the rest of the answers up to ReadyForQuery. */
    muted = false;
    /** What a COPY TO STDOUT gives the client. */
    passed;
    /** The server may have read a Sync as part of a COPY, or may answer it when that fails. */
    #syncsInCopy = false;
    #planner;
    #over;
    constructor(exchange) {
        this.#x = exchange;
        this.#planner = new Planner(exchange);
    }
    get running() {
        const { item } = this.#x.pipeline;
        return item instanceof Run ? item : undefined;
    }
    /** The run that a row or a piece of COPY belongs to. */
    data(type) {
        const { kind, item } = this.#x.pipeline;
        if (!(item instanceof Run) || (kind !== ASKED.query && kind !== ASKED.execute))
            throw new ProtocolError('rows that nobody asked for');
        if (type === UPSTREAM.DataRow) {
            if (item.plan === undefined) {
                if (!this.#x.shared.plans.inert)
                    throw new ProtocolError('rows without a description');
                item.plan = null;
            }
        }
        else if (this.passed === undefined)
            throw new ProtocolError('COPY data outside of COPY');
        return item;
    }
    answer(type, b, at, end) {
        const { muted } = this;
        const outcome = this.#answer(type, b, at, end);
        if (outcome === HOLD)
            return HOLD;
        this.#x.answered();
        if (!muted || asynchronous(type))
            return outcome;
        return undefined;
    }
    #answer(type, b, at, end) {
        const { pipeline, names, gate } = this.#x;
        if (pipeline.kind === ASKED.count && pipeline.item instanceof Count) {
            const outcome = counted(this.#x, pipeline.item, type, b, at, end);
            if (outcome !== KEEP)
                return outcome;
        }
        switch (type) {
            case UPSTREAM.CommandComplete:
                return this.#complete(b.toString('utf8', at + 5, stringEnd(b, at + 5, end)));
            case UPSTREAM.EmptyQueryResponse:
                return this.#complete('');
            case UPSTREAM.PortalSuspended:
                return this.#complete('PORTAL SUSPENDED');
            case UPSTREAM.RowDescription:
                return this.#describe(b, at, end);
            case UPSTREAM.NoData: {
                const ours = pipeline.kind === ASKED.describeOurs || pipeline.kind === ASKED.describeQuery;
                const item = this.#expect(ours ? pipeline.kind : ASKED.describePortal, ASKED.describeStatement);
                if (item instanceof Run)
                    item.plan = this.#x.shared.plans.none;
                return ours ? undefined : KEEP;
            }
            case UPSTREAM.ParameterDescription:
                if (pipeline.kind !== ASKED.describeStatement)
                    throw new ProtocolError('an answer out of order');
                return KEEP;
            case UPSTREAM.ParseComplete: {
                if (pipeline.kind === ASKED.unseen)
                    return this.#unseen();
                const item = this.#expect(ASKED.parse);
                if (item instanceof Prepared)
                    names.done(item);
                return KEEP;
            }
            case UPSTREAM.BindComplete: {
                if (pipeline.kind === ASKED.unseen)
                    return this.#unseen();
                const item = this.#expect(ASKED.bind);
                if (item instanceof Run)
                    names.bound(item);
                return KEEP;
            }
            case UPSTREAM.CloseComplete: {
                if (pipeline.kind === ASKED.unseen)
                    return this.#unseen();
                const item = this.#expect(ASKED.close);
                if (item instanceof Prepared)
                    names.done(item);
                return KEEP;
            }
            case UPSTREAM.ReadyForQuery:
                return this.#ready(b, at, end);
            case UPSTREAM.ErrorResponse:
                return this.#error(b, at, end);
            case UPSTREAM.NoticeResponse: {
                const told = redact(this.#x, this.#x.pipeline.item, b, at, end);
                gate.notice(told.sqlstate, told.record);
                return told.frame ?? KEEP;
            }
            case UPSTREAM.NotificationResponse:
                return redactNotification(this.#x.shared, b, at, end) ?? KEEP;
            case UPSTREAM.ParameterStatus:
                return parameterStatus(this.#x, b, at, end);
            case UPSTREAM.CopyInResponse:
                return this.#copyIn();
            case UPSTREAM.CopyOutResponse:
                return this.#copyOut(b, at, end);
            case UPSTREAM.CopyDone:
                return this.#copyDone();
            default:
                throw new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not known`);
        }
    }
    /** The head must be of one of these kinds; it is answered now. */
    #expect(kind, other = kind) {
        const { pipeline } = this.#x;
        if (pipeline.kind !== kind && pipeline.kind !== other)
            throw new ProtocolError('an answer out of order');
        const { item } = pipeline;
        pipeline.shift();
        this.#started();
        return item;
    }
    #unseen() {
        this.#expect(ASKED.unseen);
        return undefined;
    }
    /** The next run's clock starts when its predecessor is answered. */
    #started() {
        const { kind, item } = this.#x.pipeline;
        if (kind === ASKED.execute && item instanceof Run)
            item.restart(this.#x.shared.now());
    }
    #run() {
        const { kind, item } = this.#x.pipeline;
        if ((kind !== ASKED.query && kind !== ASKED.execute) || !(item instanceof Run))
            throw new ProtocolError('an answer out of order');
        return item;
    }
    #complete(tag) {
        const run = this.#run();
        const over = this.#over;
        if (over) {
            this.#over = undefined;
            this.#fail(run, over);
            this.muted = true;
            return frames_errorResponse(over);
        }
        this.#syncsInCopy = false;
        this.#result(run, tag);
        this.#x.completed(run, tag);
        return KEEP;
    }
    /** Records the result and makes the run ready for its next one. */
    #result(run, tag, error) {
        const { gate, shared, pipeline } = this.#x;
        const now = shared.now();
        const masked = run.plan?.counted() ?? run.copy?.counted();
        gate.result(run.statement, {
            tag,
            rows: run.rows || affected(tag),
            bytes: run.bytes,
            ms: Math.round(now - run.started),
            masked,
            error,
        });
        const copy = tag.startsWith('COPY');
        const sent = copy ? this.#x.finished.shift() : undefined;
        if (sent)
            gate.transfer(run.statement, { direction: 'in', ...sent.end() });
        if (copy && this.passed)
            gate.transfer(run.statement, { direction: 'out', ...this.passed.end() });
        this.passed = undefined;
        if (pipeline.kind === ASKED.execute) {
            pipeline.shift();
            this.#started();
        }
        else
            run.plan = undefined;
        run.restart(now);
    }
    #fail(run, failure) {
        this.#result(run, '', { sqlstate: failure.sqlstate, message: failure.message });
    }
    #describe(b, at, end) {
        const x = this.#x;
        const { kind, item } = x.pipeline;
        if (kind === ASKED.describeStatement) {
            this.#expect(kind);
            const standing = item instanceof Run ? x.standing(item.statement) : undefined;
            return hideLabels(x, { standing, doubtful: false }, b, at, end) ?? KEEP;
        }
        if (!(item instanceof Run) || kind === ASKED.execute || kind === ASKED.bind)
            throw new ProtocolError('a description that nobody asked for');
        if (kind === ASKED.unseen)
            throw new ProtocolError('an answer out of order');
        if (!x.shared.plans.inert) {
            const plan = this.#planner.plan(item, b.subarray(at + 5, end));
            if (plan === undefined)
                return HOLD;
            item.plan = plan;
        }
        if (kind === ASKED.describeQuery)
            this.#expect(kind);
        else if (kind !== ASKED.query)
            this.#expect(ASKED.describePortal, ASKED.describeOurs);
        return kind === ASKED.describeOurs ? undefined : (hideLabels(x, item, b, at, end) ?? KEEP);
    }
    /** More than the grant allows: the rest is left out, the statement cancelled. */
    exceed(run, what, limit) {
        this.#stop(run, what, `more than ${limit}`, {
            severity: 'ERROR',
            sqlstate: '53400',
            message: `the statement returned more than the ${limit} ${what} that this grant allows`,
            hint: 'Ask for less, for example with LIMIT, or have the limit raised in the policy.',
        });
    }
    /** A masked number would be taken for the number. */
    withhold(run) {
        this.#stop(run, 'masking', 'its rows would hold constants in place of values', WITHHELD);
    }
    #stop(run, limit, reason, failure) {
        if (this.#over)
            return;
        this.#over = failure;
        this.#x.gate.limit(limit, `statement ${run.statement.id}: ${reason}`);
        void this.#x.cancel();
    }
    #error(b, at, end) {
        const x = this.#x;
        const { pipeline } = x;
        const { kind, item } = pipeline;
        const statement = item instanceof Run || item instanceof Prepared ? item.statement : undefined;
        const told = redact(x, item, b, at, end);
        const error = { sqlstate: told.sqlstate, message: told.record };
        if (this.#syncsInCopy)
            throw new ProtocolError('a Sync in front of the data of a COPY that failed');
        x.copyingIn = false;
        x.incoming = undefined;
        x.finished.length = 0;
        this.passed = undefined;
        if (kind === ASKED.refused) {
            x.skip();
            return Buffer.isBuffer(item) ? item : undefined;
        }
        if (kind === ASKED.ownSync)
            x.broken = true;
        if (kind === ASKED.none || kind === ASKED.sync || kind === ASKED.ownSync || told.fatal) {
            x.gate.notice(told.sqlstate, told.record);
            return told.frame ?? KEEP;
        }
        const over = this.#over;
        this.#over = undefined;
        if (item instanceof Run && (kind === ASKED.query || kind === ASKED.execute))
            this.#fail(item, over ?? error);
        else if (statement)
            x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error });
        if (kind !== ASKED.query)
            x.skip();
        if (x.syncHeld && kind !== ASKED.query) {
            x.skipping = false;
            x.unsynced = false;
            pipeline.push(ASKED.sync, null);
            x.upstream.socket.write(SYNC);
        }
        x.syncHeld = false;
        return over ? frames_errorResponse(over) : (told.frame ?? KEEP);
    }
    #ready(b, at, end) {
        const x = this.#x;
        const { kind, item } = x.pipeline;
        if (end - at !== 6)
            throw new ProtocolError('a ReadyForQuery without its status');
        if (x.cancelling) {
            x.upstream.hold();
            void x.cancelling.finally(() => x.upstream.release());
            return HOLD;
        }
        const ours = kind === ASKED.countSync ? item : undefined;
        if (ours === undefined && !ENDING.has(kind))
            throw new ProtocolError('an answer out of order');
        if (kind !== ASKED.none)
            x.pipeline.shift();
        x.status = b[at + 5];
        if (x.status === answers_IDLE)
            x.idle();
        else if (x.status === answers_FAILED)
            x.gate.failed();
        else
            x.gate.counts?.inside();
        if (ours instanceof Count) {
            ours.end();
            this.#started();
            return undefined;
        }
        if (kind === ASKED.ownSync && !x.broken)
            return undefined;
        const muted = this.muted;
        this.muted = false;
        if (muted && x.status === 0x54 && x.pipeline.length === 0) {
            // The client was told of an error that the server did not have: make the transaction fail there too.
            x.pipeline.push(ASKED.refused, null);
            x.pipeline.push(ASKED.sync, null);
            x.upstream.socket.write(FAILING);
            x.upstream.socket.write(SYNC);
            return undefined;
        }
        this.#started();
        return KEEP;
    }
    #copyIn() {
        const x = this.#x;
        this.#run();
        const before = x.pipeline.length;
        const ended = x.pipeline.dropSyncsUntilCopyEnd();
        const { length } = x.pipeline;
        if (!ended && length > 1)
            throw new ProtocolError('a message that is not data within COPY');
        this.#syncsInCopy = before - length > (ended ? 1 : 0);
        x.copyingIn = !ended;
        if (!ended)
            x.interrupt();
        if (this.muted)
            x.upstream.socket.write(frames_frame(CLIENT.CopyFail, 'the statement was cancelled'));
        return KEEP;
    }
    #copyOut(b, at, end) {
        const run = this.#run();
        if (end - at < 8)
            throw new ProtocolError('a COPY response that is cut');
        const binary = b[at + 5] === 1;
        if (!this.#x.shared.plans.inert) {
            const expected = run.copy;
            if (expected === undefined || (expected !== null && !expected.fits(binary, b.readUInt16BE(at + 6))))
                throw new ProtocolError('a COPY whose columns are not known');
        }
        this.passed = new CopyDigest();
        return KEEP;
    }
    #copyDone() {
        const run = this.#run();
        const rest = run.copy?.finish();
        if (!rest)
            return KEEP;
        this.passed?.add(rest, 5, rest.length);
        return Buffer.concat([rest, frames_frame(UPSTREAM.CopyDone)]);
    }
}
/** Rows that a tag counts: `INSERT 0 5`, `COPY 7`. */
function affected(tag) {
    const space = tag.lastIndexOf(' ');
    const count = space === -1 ? 0 : Number(tag.slice(space + 1));
    return Number.isSafeInteger(count) ? count : 0;
}
function asynchronous(type) {
    return (type === UPSTREAM.NoticeResponse ||
        type === UPSTREAM.NotificationResponse ||
        type === UPSTREAM.ParameterStatus ||
        type === UPSTREAM.ReadyForQuery);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/outflow.js
const ARENA = 512 * 1024;
class Outflow {
    #to;
    /** Input of this chunk. */
    #from = Buffer.alloc(0);
    /** Input before this has been dealt with. */
    #taken = 0;
    /** Where output goes: `#from` itself, or the arena. */
    buffer = this.#from;
    #base = 0;
    #at = 0;
    #arena;
    constructor(to) {
        this.#to = to;
    }
    begin(from, start) {
        this.#from = this.buffer = from;
        this.#taken = this.#base = this.#at = start;
    }
    /** Where the byte at input position `at` will stand, if everything up to it stays as it is. */
    position(at) {
        return this.#at + (at - this.#taken);
    }
    get inPlace() {
        return this.buffer === this.#from;
    }
    get at() {
        return this.#at;
    }
    /** Input up to `to` stays as it is. */
    keep(to) {
        const size = to - this.#taken;
        if (size <= 0)
            return;
        if (this.buffer !== this.#from) {
            this.ensure(size);
            this.#from.copy(this.buffer, this.#at, this.#taken, to);
        }
        else if (this.#at !== this.#taken) {
            if (size < 48)
                for (let i = 0; i < size; i++)
                    this.buffer[this.#at + i] = this.buffer[this.#taken + i];
            else
                this.buffer.copyWithin(this.#at, this.#taken, to);
        }
        this.#at += size;
        this.#taken = to;
    }
    /** Input up to `to` is left out. Everything before it must have been kept. */
    drop(to) {
        this.#taken = to;
    }
    /** Output that is `size` bytes long was written at `at`. */
    wrote(size) {
        this.#at += size;
    }
    /** Puts bytes of our own in. */
    insert(bytes) {
        if (this.buffer === this.#from)
            this.spill(this.#at);
        this.ensure(bytes.length);
        bytes.copy(this.buffer, this.#at);
        this.#at += bytes.length;
    }
    /** Goes on in the arena; output from `keepFrom` on moves there because it is not complete. Answers where it stands now. */
    spill(keepFrom) {
        const carried = this.#at - keepFrom;
        if (keepFrom > this.#base)
            this.#to.write(this.buffer.subarray(this.#base, keepFrom));
        const arena = this.#free(carried);
        this.buffer.copy(arena, 0, keepFrom, this.#at);
        this.buffer = arena;
        this.#base = 0;
        this.#at = carried;
        return 0;
    }
    /** Makes room for `size` bytes; in the arena only. */
    ensure(size) {
        if (this.#at + size <= this.buffer.length)
            return;
        const grown = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.#at + size));
        this.buffer.copy(grown, 0, this.#base, this.#at);
        this.#at -= this.#base;
        this.#base = 0;
        this.buffer = grown;
        this.#arena = grown.length <= ARENA * 8 ? grown : undefined;
    }
    /** Everything up to `end` is decided: one write. */
    finish(end) {
        this.keep(end);
        if (this.#at > this.#base)
            this.#to.write(this.buffer.subarray(this.#base, this.#at));
        this.#base = this.#at;
    }
    /** The arena is reused only while nothing of it is being written. */
    #free(size) {
        if (this.#arena && this.#arena.length >= size && this.#to.writableLength === 0)
            return this.#arena;
        this.#arena = Buffer.allocUnsafeSlow(Math.max(ARENA, size * 2));
        return this.#arena;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/upstream-side.js







const upstream_side_KNOWN = knownTypes(UPSTREAM);
class UpstreamSide {
    #x;
    #out;
    #answers;
    #limits;
    /** Bytes of the current frame that are still to come, and whether they are left out. */
    #rest = 0;
    #restDropped = false;
    /** The end of a frame is at hand of which the client has the beginning only. */
    #torn = false;
    constructor(exchange) {
        this.#x = exchange;
        this.#out = new Outflow(exchange.client.socket);
        this.#answers = new Answers(exchange);
        this.#limits = exchange.shared.terms.limits;
    }
    failed(error) {
        const failure = failureOf(error, 'the target broke the protocol', 'the proxy failed on this answer');
        this.#x.gate.limit('protocol', failure.message);
        this.#x.end(failure);
    }
    /** True when the client was given whole frames only, so that an error may be put behind them. */
    get betweenFrames() {
        return !this.#torn && (this.#rest === 0 || this.#restDropped);
    }
    /** What runs right now and was not answered. */
    get running() {
        return this.#answers.running;
    }
    take(buffer, start, end) {
        const out = this.#out;
        out.begin(buffer, start);
        let at = start;
        if (this.#rest > 0) {
            this.#torn = !this.#restDropped;
            at = this.#rests(buffer, start, end);
        }
        while (end - at >= 5) {
            const type = buffer[at];
            if (upstream_side_KNOWN[type] === 0)
                throw new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not known`);
            const size = frameLength(buffer, at, FRAME_LIMIT) + 1;
            const next = at + size;
            const ours = this.#x.pipeline.kind === ASKED.count;
            if (!ours && (type === UPSTREAM.DataRow || type === UPSTREAM.CopyData)) {
                const run = this.#answers.data(type);
                if (type === UPSTREAM.DataRow && next <= end && !this.#answers.dropping) {
                    const behind = this.#rows(run, buffer, at, end);
                    if (behind > at) {
                        at = behind;
                        continue;
                    }
                }
                const masked = type === UPSTREAM.DataRow ? run.plan != null : run.copy != null;
                if (masked && next > end) {
                    this.#whole(size);
                    break;
                }
                this.#data(type, run, buffer, at, Math.min(next, end), size);
                this.#rest = Math.max(0, next - end);
                at = Math.min(next, end);
                continue;
            }
            if (next > end) {
                this.#whole(size);
                break;
            }
            const outcome = this.#answers.answer(type, buffer, at, next);
            if (outcome === HOLD)
                break;
            if (outcome !== KEEP) {
                out.keep(at);
                if (outcome)
                    out.insert(outcome);
                out.drop(next);
            }
            at = next;
        }
        out.finish(at);
        this.#torn = false;
        return at;
    }
    /** Whole rows, one after the other, as far as the limits allow; answers where they end. */
    #rows(run, b, start, end) {
        const { rows: mostRows = Number.POSITIVE_INFINITY, bytes: mostBytes = Number.POSITIVE_INFINITY } = this.#limits;
        const { plan } = run;
        let { rows, bytes } = run;
        let at = start;
        while (end - at >= 5 && b[at] === UPSTREAM.DataRow) {
            const length = frameLength(b, at, FRAME_LIMIT);
            const next = at + 1 + length;
            if (next > end || plan?.silent || rows >= mostRows || bytes + length - 4 > mostBytes)
                break;
            if (plan)
                maskRow(this.#out, b, at, next, plan);
            rows++;
            bytes += length - 4;
            at = next;
        }
        run.rows = rows;
        run.bytes = bytes;
        return at;
    }
    #whole(size) {
        if (size > WHOLE_LIMIT)
            throw new ProtocolError(`a frame of ${size} bytes that would have to be held whole`);
        this.#x.upstream.want(size);
    }
    #rests(buffer, start, end) {
        const to = Math.min(end, start + this.#rest);
        this.#rest -= to - start;
        if (this.#restDropped)
            this.#out.drop(to);
        else
            this.#answers.passed?.add(buffer, start, to);
        return to;
    }
    /** A row or a piece of COPY; `end` is where the bytes at hand end. */
    #data(type, run, buffer, at, end, size) {
        const out = this.#out;
        run.bytes += size - 5;
        if (type === UPSTREAM.DataRow)
            run.rows++;
        this.#restDropped = this.#answers.dropping || this.#over(run);
        if (this.#restDropped) {
            out.keep(at);
            out.drop(end);
        }
        else if (type === UPSTREAM.DataRow) {
            if (run.plan)
                maskRow(out, buffer, at, end, run.plan);
        }
        else if (run.copy) {
            const stands = size === end - at ? run.copy.row(out, buffer, at, end) : undefined;
            if (stands !== undefined) {
                this.#answers.passed?.add(out.buffer, stands + 5, out.at);
                return;
            }
            out.keep(at);
            const masked = run.copy.feed(buffer, at + 5, end);
            if (masked.length > 5) {
                this.#answers.passed?.add(masked, 5, masked.length);
                out.insert(masked);
            }
            out.drop(end);
        }
        else {
            this.#answers.passed?.add(buffer, at + 5, end);
        }
    }
    #over(run) {
        const { rows, bytes } = this.#limits;
        if (run.plan?.silent)
            this.#answers.withhold(run);
        else if (rows !== undefined && run.rows > rows)
            this.#answers.exceed(run, 'rows', rows);
        else if (bytes !== undefined && run.bytes > bytes)
            this.#answers.exceed(run, 'bytes', bytes);
        else
            return false;
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/connection.js













const NOWHERE = { take: (_buffer, _start, end) => end, failed: () => { } };
/** How long an ended socket may take to deliver what was written. */
const LINGER_MS = 2000;
function serve(client, gate, around) {
    return new Session(client, gate, around);
}
class Session {
    closed;
    #around;
    #gate;
    #client;
    #messages = new Messages();
    /** The client is gone: nobody waits for what is still to be analysed. */
    #gone = new AbortController();
    #upstream;
    #pid;
    #downstream;
    #clientSide;
    #exchange;
    #reason;
    #settle = () => { };
    #reported = false;
    #failed = false;
    constructor(socket, gate, around) {
        this.#gate = gate;
        this.#around = around;
        this.closed = new Promise((resolve) => (this.#settle = resolve));
        this.#client = new Inlet(socket, this.#messages);
        this.#messages.attach(this.#client);
        this.#client.socket.on('error', () => { });
        this.#client.socket.once('close', () => this.#clientClosed());
        void this.#run();
    }
    end(reason) {
        this.#fail({ severity: 'FATAL', sqlstate: '57P01', message: reason });
    }
    async #run() {
        const timer = setTimeout(() => this.#fail({ severity: 'FATAL', sqlstate: '08006', message: 'the login took too long' }), this.#around.loginTimeout);
        try {
            const opened = await clientLogin(this.#client, this.#messages, this.#around.local);
            if (opened.kind === 'cancel') {
                // A client that is told of the end takes the cancelling as done.
                await this.#around.keys.request(opened.pid, opened.key);
                this.#reason ??= 'cancel request';
                this.#finish();
                return;
            }
            clearTimeout(timer);
            await this.#relay(opened.startup, opened.keyLength);
        }
        catch (error) {
            this.#fail(error instanceof errors/* SluiceError */.ah ? unavailable(error) : loginFailure(error));
        }
        finally {
            clearTimeout(timer);
        }
    }
    async #relay(startup, keyLength) {
        const { shared, keys, login } = this.#around;
        const settings = upstreamSettings(startup, shared.terms.limits);
        if (shared.readOnly)
            settings.set(READ_ONLY, 'on');
        const upstream = await login(settings);
        this.#upstream = upstream;
        upstream.inlet.socket.once('close', () => this.#upstreamClosed());
        if (this.#reason !== undefined || this.#client.socket.destroyed)
            return this.#finish();
        for (const [name, value] of upstream.parameters) {
            const wrong = unsafeParameter(name, value, shared.readOnly);
            if (wrong)
                throw new errors/* SluiceError */.ah('UPSTREAM_REFUSED', `Target ${shared.terms.name}: ${wrong}`);
        }
        const exchange = new Exchange({
            shared,
            gate: this.#gate,
            client: this.#client,
            upstream: upstream.inlet,
            pid: upstream.pid,
            gone: this.#gone.signal,
            end: (failure) => this.#fail(failure),
            cancel: () => this.#cancel(),
            betweenAnswers: () => this.#downstream?.betweenFrames ?? true,
        });
        exchange.status = upstream.status;
        this.#exchange = exchange;
        const { pid, key } = keys.issue(keyLength, () => exchange.cancel());
        this.#pid = pid;
        this.#gate.opened({
            client: this.#client.socket.remoteAddress ?? 'unix socket',
            user: startup.user,
            application: startup.application.slice(0, 64),
            tls: upstream.tls,
        });
        shared.stored.warm();
        this.#greet(upstream, pid, key);
        this.#clientSide = new ClientSide(exchange);
        this.#downstream = new UpstreamSide(exchange);
        this.#client.sink = this.#clientSide;
        this.#client.outlet = upstream.inlet.socket;
        upstream.inlet.sink = this.#downstream;
        upstream.inlet.outlet = this.#client.socket;
        upstream.inlet.release();
        this.#client.release();
    }
    #greet(upstream, pid, key) {
        const parts = [frames_frame(UPSTREAM.Authentication, int32(0))];
        for (const [name, value] of upstream.parameters)
            parts.push(frames_frame(UPSTREAM.ParameterStatus, name, value));
        parts.push(frames_frame(UPSTREAM.BackendKeyData, int32(pid), key));
        parts.push(frames_frame(UPSTREAM.ReadyForQuery, Buffer.of(upstream.status)));
        this.#client.socket.write(Buffer.concat(parts));
    }
    async #cancel() {
        const { shared, dial } = this.#around;
        const upstream = this.#upstream;
        if (upstream)
            await sendCancel(() => connectUpstream(shared.terms, dial), upstream).catch(() => { });
    }
    /** Tells the client why and ends both sides. */
    #fail(failure) {
        if (this.#reason !== undefined)
            return;
        this.#reason = failure.message;
        this.#failed = true;
        const { socket } = this.#client;
        // Half of a message must not be followed by a new one.
        if (!socket.destroyed && (this.#downstream?.betweenFrames ?? true))
            socket.write(frames_errorResponse({ ...failure, severity: 'FATAL' }));
        this.#finish();
    }
    /** Both ends are read on, to nowhere, so that their ends are seen. */
    #finish() {
        this.#drain(this.#client);
        this.#client.socket.end();
        const upstream = this.#upstream?.inlet;
        if (!upstream)
            return;
        this.#drain(upstream);
        upstream.socket.end(TERMINATE);
    }
    #drain(inlet) {
        inlet.sink = NOWHERE;
        inlet.outlet = undefined;
        inlet.release();
        setTimeout(() => inlet.socket.destroy(), LINGER_MS).unref();
    }
    #clientClosed() {
        this.#gone.abort();
        this.#reason ??= this.#clientSide?.terminated ? 'client finished' : 'client gone';
        const socket = this.#upstream?.inlet.socket;
        if (socket && !socket.destroyed) {
            if (this.#clientSide?.terminated)
                socket.end();
            else
                socket.destroy();
        }
        if (this.#pid !== undefined)
            this.#around.keys.forget(this.#pid);
        this.#over();
    }
    #upstreamClosed() {
        if (this.#reason === undefined && !this.#client.socket.destroyed) {
            if (this.#clientSide?.terminated) {
                this.#reason = 'client finished';
                this.#client.socket.end();
            }
            else {
                const message = 'the target closed the connection';
                this.#fail({ severity: 'FATAL', sqlstate: '08006', message });
            }
        }
        this.#over();
    }
    /** Both sockets are closed. */
    #over() {
        const upstream = this.#upstream?.inlet;
        if (this.#reported || !this.#client.socket.destroyed || (upstream && !upstream.socket.destroyed))
            return;
        this.#reported = true;
        this.#exchange?.closed();
        const reason = this.#reason ?? 'closed';
        const totals = { bytesIn: this.#client.bytes, bytesOut: upstream?.bytes ?? 0 };
        if (this.#pid !== undefined)
            this.#gate.closed(reason, totals);
        else if (this.#failed)
            this.#gate.limit('login', reason);
        this.#settle();
    }
}
function unavailable(error) {
    const sqlstate = error.code === 'UPSTREAM_REFUSED' ? '08004' : '08001';
    return { severity: 'FATAL', sqlstate, message: (0,errors/* describe */.q0)(error) };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/drift.js


const ORDER = ['no', 'renamed', 'moved', 'lost'];
/** Milliseconds that a statement may wait for those of other connections. Whoever waits holds locks that these may want. */
const drift_PATIENCE_MS = 5000;
/** Milliseconds after which the catalogue was read again. */
const OUTCOME_MS = 120_000;
/** What a statement would do to names, definitions and code. What it does not tell is no reason to wait for others. */
class Change {
    #moved;
    #code = new MadeCode();
    constructor(analysis) {
        const effects = analysis.effects.filter(({ action }) => action !== 'unknown');
        const moved = movedBy({ ...analysis, effects });
        this.#moved = moved?.shifts ? moved : undefined;
        this.#code.note(effects);
    }
    get any() {
        return this.#moved !== undefined || this.#code.any;
    }
    reaches(other, reading) {
        return this.#code.hides(other.uses) || (this.#moved?.touches(other, reading) ?? 'no') !== 'no';
    }
}
class Drift {
    #parties = new Set();
    #open = new Set();
    #now;
    #waiting = [];
    /** Definitions were changed since the session began. */
    shifted = false;
    /** `now`: milliseconds of a steady clock. */
    constructor(now) {
        this.#now = now;
    }
    get any() {
        return this.#open.size > 0;
    }
    join(party) {
        this.#parties.add(party);
    }
    /** Whether the target still does what it sent last is not known for a while. */
    leave(party) {
        this.#parties.delete(party);
        this.eased();
        if (this.#open.has(party.moved))
            setTimeout(() => this.over(party.moved), OUTCOME_MS).unref();
    }
    /** What the party is about to send does `change`. */
    add({ moved }, change) {
        moved.add(change);
        this.#open.add(moved);
        if (!change.shifts)
            return;
        this.shifted = true;
        for (const party of this.#parties)
            party.outdate(change);
    }
    over(moved) {
        moved.clear();
        this.#open.delete(moved);
        this.eased();
    }
    /** What one of them may have done to what a statement reads. */
    touches(analysis, reading) {
        let most = 'no';
        for (const moved of this.#open) {
            const touched = moved.touches(analysis, reading);
            if (ORDER.indexOf(touched) > ORDER.indexOf(most))
                most = touched;
        }
        return most;
    }
    /**
     * True when the statement must not be judged now: another connection is changing what it puts elsewhere (`puts`), or reads what
     * it would change, in a statement that was judged by what is there now.
     */
    contends(own, analysis, puts, reading) {
        if (this.#parties.size < 2)
            return false;
        const others = [...this.#parties].filter((party) => party !== own);
        if (puts)
            for (const moved of this.#open)
                if (moved !== own.moved && moved.touches(analysis, reading) !== 'no')
                    return true;
        const change = new Change(analysis);
        return others.some(({ judging, busy }) => (judging && new Change(judging).reaches(analysis, reading)) ||
            (change.any && busy().some((other) => change.reaches(other, reading))));
    }
    /** Something was answered, or a transaction is over. */
    eased() {
        if (this.#waiting.length > 0)
            for (const resume of this.#waiting.splice(0))
                resume();
    }
    /** True as soon as `contends` is over; false when that takes too long. */
    async room(contends) {
        const ended = this.#now() + drift_PATIENCE_MS;
        while (contends()) {
            const left = ended - this.#now();
            if (left <= 0)
                return false;
            let timer;
            await new Promise((resolve) => {
                this.#waiting.push(resolve);
                timer = setTimeout(resolve, left);
            });
            clearTimeout(timer);
        }
        return true;
    }
}

// EXTERNAL MODULE: ./lib/sql/split.js
var sql_split = __webpack_require__(93916);
;// CONCATENATED MODULE: ./lib/protocols/postgres/estimates.js


const CHANGES = new Set(['delete', 'update']);
/** Constructs that the planner sees as part of the statement. */
const PLANNED = new Set(['with', 'on-conflict', 'explain']);
/** Stored code that runs with the rows, not when the statement is planned. */
const WITH_ROWS = new Set(['trigger', 'cascade']);
/** Milliseconds that an estimate is good for. */
const estimates_FRESH_MS = 2000;
const estimates_KEPT = 64;
const estimates_LONGEST = 100_000;
/** Statements of one text that are asked about. */
const estimates_MOST = 50;
/** Bytes of a row's header and its line pointer. */
const SMALLEST_ROW = 28;
/** Versions from which parameters can be planned without their values. */
const GENERIC = 160_000;
class Estimates {
    #side;
    #stored;
    #now;
    #known = new Map();
    /** More rows than this are worth a question. */
    #few;
    /** By the effects without it. */
    #proven = new WeakMap();
    #most = new WeakMap();
    constructor(side, stored, now, few) {
        this.#side = side;
        this.#stored = stored;
        this.#now = now;
        this.#few = few;
    }
    /** See `Target.estimate`. */
    of({ text, analysis }, effects, { moved, hidden = false }) {
        const { changes, count, pins } = analysis;
        if (moved || changes.schema || changes.resolution || text.length > estimates_LONGEST || count > estimates_MOST)
            return undefined;
        if (!effects.some(asks))
            return undefined;
        const proven = pins && !hidden ? this.#prove(pins, effects) : undefined;
        if (proven)
            return proven;
        if (!effects.every(plans))
            return undefined;
        const asked = count === 1
            ? this.#asked([text])
            : (0,sql_split/* splitScript */.Q)(text).then((pieces) => this.#asked(pieces.map((piece) => piece.text)));
        return asked.then((changes) => this.#told(effects, (effect) => (asks(effect) ? rowsOf(effect, changes) : undefined)), () => effects);
    }
    /** See `Target.atMost`. */
    atMost(effects) {
        return this.#most.get(effects);
    }
    /** With the rows that a unique key allows, when they are few. */
    #prove(pins, effects) {
        const most = this.#stored.most(pins);
        if (most === undefined || most > this.#few)
            return undefined;
        const known = this.#proven.get(effects);
        if (known?.most === most)
            return known.told;
        const [own, ...others] = effects.filter(asks);
        if (own?.name !== pins.relation || others.length > 0)
            return undefined;
        const told = this.#told(effects, (effect) => (effect === own ? most : undefined));
        this.#proven.set(effects, { most, told });
        this.#most.set(told, most);
        return told;
    }
    /** Of all statements that the server has an estimate for. */
    async #asked(texts) {
        const found = [];
        for (const whole of texts) {
            const text = whole.replace(EXPLAIN, '');
            if (estimates_CHANGING.test(text))
                found.push(...(await this.#ask(text).catch(() => [])));
        }
        return found;
    }
    #ask(text) {
        const known = this.#known.get(text);
        if (known && this.#now() - known.at < estimates_FRESH_MS)
            return known.changes;
        const changes = this.#explain(text);
        if (this.#known.size >= estimates_KEPT)
            this.#known.clear();
        this.#known.set(text, { at: this.#now(), changes });
        return changes;
    }
    async #explain(text) {
        const generic = /\$\d/.test(text) && this.#stored.server >= GENERIC;
        const options = generic ? 'GENERIC_PLAN, FORMAT JSON' : 'FORMAT JSON';
        const rows = await this.#side.query(`SET TRANSACTION READ ONLY;
SET LOCAL statement_timeout = '2s';
SET LOCAL lock_timeout = '200ms';
EXPLAIN (${options}) ${text}
`);
        const found = [];
        for (const [json] of rows)
            for (const { Plan } of JSON.parse(json ?? '[]'))
                collect(Plan, found);
        return found;
    }
    #told(effects, count) {
        const estimated = effects.map((effect) => {
            const rows = count(effect);
            return rows === undefined ? effect : { ...effect, estimate: rows };
        });
        const parents = estimated.filter((effect) => CHANGES.has(effect.action) && !effect.stored);
        const [parent] = parents;
        if (parents.length !== 1 || parent?.estimate === undefined)
            return estimated;
        return estimated.map((effect) => this.#along(effect, parent, parent.estimate ?? 0));
    }
    /** See `Target.rows`. */
    most(name) {
        const found = this.#stored.relations(name, true);
        const sizes = found.map((relation) => this.#rows(relation, 0));
        return found.length === 0 || sizes.includes(undefined)
            ? undefined
            : sizes.reduce((sum, rows) => sum + (rows ?? 0), 0);
    }
    #rows({ kind, rows, bytes, children = [] }, depth) {
        if ((kind !== 'table' && kind !== 'partitioned') || depth > 5)
            return undefined;
        const own = kind === 'partitioned' ? 0 : rows >= 0 ? rows : Math.ceil(bytes / SMALLEST_ROW);
        const below = children.flatMap((child) => this.#stored.relations(child, false).map((relation) => this.#rows(relation, depth + 1)));
        return below.includes(undefined) ? undefined : below.reduce((sum, n) => sum + (n ?? 0), own);
    }
    /** Rows that cascade, as many for each row as there are in all. */
    #along(effect, parent, rows) {
        if (!effect.stored || effect.object !== 'cascade' || effect.action === 'truncate')
            return effect;
        const from = this.#count(parent.name);
        const to = this.#count(effect.name);
        if (from === undefined || to === undefined)
            return effect;
        return { ...effect, estimate: Math.ceil(to * Math.min(1, rows / Math.max(1, from))) };
    }
    #count(name) {
        const [relation, ...others] = name === undefined ? [] : this.#stored.relations(name, false);
        return relation && others.length === 0 && relation.rows >= 0 ? relation.rows : undefined;
    }
}
/** What is behind it is planned just the same. */
const EXPLAIN = /^\s*EXPLAIN\s*(?:\([^()']*\)\s*|(?:ANALY[ZS]E|VERBOSE)\s+)*/i;
const estimates_CHANGING = /^\s*(?:WITH|DELETE|UPDATE|MERGE|INSERT)\b/i;
const asks = ({ action, object, stored, temporary, rows }) => CHANGES.has(action) && object === 'table' && !stored && !temporary && rows !== 'none';
/** Nothing of it runs when it is planned. */
const plans = ({ action, stored, via = [] }) => stored
    ? WITH_ROWS.has(via[0] ?? '')
    : action !== 'call' && action !== 'unknown' && via.every((step) => PLANNED.has(step));
/** Each ModifyTable with the rows of the plan below it. */
function collect(node, found) {
    const { Plans = [], Operation: operation = '' } = node;
    if (node['Node Type'] === 'ModifyTable') {
        const below = Plans.filter((child) => /^(Outer|Member)$/.test(child['Parent Relationship'] ?? ''));
        const rows = below.reduce((sum, child) => sum + (child['Plan Rows'] ?? 0), 0);
        found.push({ operation: operation.toLowerCase(), relation: node['Relation Name'] ?? '', rows });
    }
    for (const child of Plans)
        collect(child, found);
}
function rowsOf({ action, name = '' }, changes) {
    const mine = changes.filter(({ operation, relation }) => relation === bare(name) &&
        (operation === action || operation === 'merge' || (operation === 'insert' && action === 'update')));
    return mine.length === 0 ? undefined : mine.reduce((sum, { rows }) => sum + rows, 0);
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/inspect.js
// Message to statement text, exactly as the server reads it.


/** Statements come again and again: their digests are kept, up to this many characters. */
const inspect_KEPT = 256 * 1024;
const LONGEST_KEPT = 8 * 1024;
/** Text and digest of statement bytes, cached by text. */
class Inspector {
    #known = new Map();
    #size = 0;
    /** Undefined when the bytes are not UTF-8: what cannot be read is not judged. `bytes[from, to)` holds no NUL. */
    read(bytes, from, to) {
        const text = bytes.toString('utf8', from, to);
        const known = this.#known.get(text);
        if (known)
            return known;
        const exact = bytes.subarray(from, to);
        // A replaced sequence would make two different statements one.
        if (text.includes('\ufffd') && !(0,external_node_buffer_.isUtf8)(exact))
            return undefined;
        const read = { text, sha256: (0,external_node_crypto_.hash)('sha256', exact, 'hex') };
        if (text.length <= LONGEST_KEPT && !text.includes('\ufffd'))
            this.#keep(read);
        return read;
    }
    #keep(read) {
        if (this.#size > inspect_KEPT) {
            this.#known.clear();
            this.#size = 0;
        }
        this.#known.set(read.text, read);
        this.#size += read.text.length;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/hidden.js

/** They put no value of an expression anywhere. */
const hidden_STILL = new Set([
    'call',
    'comment',
    'cursor',
    'delete',
    'detach',
    'drop',
    'execute',
    'explain',
    'expose',
    'grant',
    'load',
    'lock',
    'maintain',
    'move',
    'own',
    'prepare',
    'read',
    'rename',
    'revoke',
    'scan',
    'transaction',
    'truncate',
    'unknown',
]);
/** Nothing is evaluated that stays: conditions, definitions of code, which is judged as code. */
const hidden_APART = new Set(['function', 'trigger', 'operator', 'aggregate', 'cast', 'type', 'policy', 'index']);
const hidden_VALUES = new Set(['insert', 'update', 'set', 'notify', 'copy-out']);
const REDEFINED = new Set(['view', 'rule']);
const hidden_NOTHING = [];
/** `hides`: the names, and types that are cast to, may mean code of the database. Without a lineage everything may be stored anywhere. */
function hiddenFlows(analysis, lineage, hides) {
    const { effects, uses } = analysis;
    if (effects.every(({ action }) => action === 'read' || action === 'transaction'))
        return hidden_NOTHING;
    const kept = effects.flatMap((effect) => stays(effect, lineage));
    const written = effects.find(({ action, object }) => !hidden_STILL.has(action) && !hidden_APART.has(object));
    // A definition names types that nothing is cast to.
    if (!written || !hides(uses, hidden_VALUES.has(written.action)))
        return kept;
    const place = `${written.name ?? 'where it is written'}, by code that goes by the name of the server's own`;
    return [...kept, { place, sources: ['*'] }];
}
/** Values that the effect leaves behind where their old lineage is not known any more. */
function stays({ action, object, name, column, detail }, lineage) {
    if (name === undefined)
        return hidden_NOTHING;
    const relation = relationOf(name);
    const redefines = (action === 'create' && object === 'view' && detail !== undefined) ||
        (REDEFINED.has(object) && (action === 'alter' || (action === 'create' && object === 'rule')));
    // What keeps what it has read reads nothing temporary.
    const apart = name.startsWith('pg_temp.');
    if (redefines && !apart) {
        if (!lineage)
            return [{ place: 'a materialized view', sources: ['*'] }];
        return lineage.keptOver(relation).map(({ name: view, columns }) => held(view, columns));
    }
    if (!apart && (action === 'detach' || (action === 'drop' && object === 'table'))) {
        const own = (source) => isOf(source, relation);
        return (lineage?.keptOver(relation) ?? []).flatMap(({ name: view, columns }) => {
            const sources = columns.filter(own);
            return sources.length === 0 ? [] : [held(view, sources)];
        });
    }
    if (action === 'alter' && object === 'column' && column !== undefined) {
        const sources = lineage?.generatedFrom(`${relation}.${column}`) ?? [];
        if (sources.length > 0)
            return [{ relation: name, column, sources }];
    }
    return hidden_NOTHING;
}
const held = (view, sources) => ({
    place: `${view}, which keeps what it has read`,
    sources,
});
/** `column` is `schema.table.column`; `relation` may lack its schema. */
const isOf = (column, relation) => {
    const own = column.slice(0, column.lastIndexOf('.'));
    return own === relation || own.slice(own.indexOf('.') + 1) === relation;
};

;// CONCATENATED MODULE: ./lib/protocols/postgres/plan.js
// From a result's description to a mask per column, made once per description.




/** Masks of one result shape. */
class Plan {
    masks;
    /** Index of the last column that has a mask. */
    last;
    /** A row would show constants that nobody tells from values: see `withhold` of answers.ts. */
    silent;
    #counts = new Map();
    constructor(masks, silent = false) {
        this.masks = masks;
        this.silent = silent;
        this.last = masks.findLastIndex((mask) => mask !== null);
    }
    count(label) {
        this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
    }
    /** Masked cells by label since the last call; undefined when there were none. */
    counted() {
        if (this.#counts.size === 0)
            return undefined;
        const counted = Object.fromEntries(this.#counts);
        this.#counts = new Map();
        return counted;
    }
}
/** Types whose masks people can tell from values. */
const plan_TEXTS = new Set(['text', 'varchar', 'bpchar', 'name', 'unknown', 'citext']);
const MOST_TRIES = 5;
/** Shapes kept per statement: a multi-statement query has several results. */
const KEPT_SHAPES = 8;
class Plans {
    /** Nothing is masked: results need not be looked at. */
    inert;
    masksColumns;
    /** For what returns no rows. */
    none = new Plan([]);
    #masking;
    #catalogue;
    #shapes = new WeakMap();
    #copies = new WeakMap();
    #taints;
    #behind;
    constructor(masking, catalogue, columns) {
        this.#masking = masking;
        this.#catalogue = catalogue;
        this.inert = masking.inert;
        this.masksColumns = columns.length > 0;
        this.#taints = new Taints(masking, catalogue, columns);
    }
    /** The catalogue changed: what was resolved is asked for again. */
    invalidate(changed) {
        if (changed !== 'none')
            this.#catalogue.invalidate(changed === 'all');
    }
    /** It is about to be sent and run. */
    runs({ effects }) {
        if (this.masksColumns)
            this.#taints.runs(effects);
    }
    /** Undefined when what views read is known; else a promise that rejects when the target does not answer. */
    ready() {
        if (!this.masksColumns || this.#catalogue.lineage)
            return undefined;
        // What was asked before the last change says nothing.
        return this.#catalogue.load().then(() => this.ready());
    }
    /** What is behind a column of a view or partition. The very function while `flows` and `disguises` say the same. */
    get behind() {
        const { generation, lineage } = this.#catalogue;
        const known = this.#behind;
        if (known?.generation === generation && known.lineage === lineage)
            return known.tell;
        const tell = (source) => this.#catalogue.lineage?.behind(source) ?? ['*'];
        this.#behind = { generation, lineage, tell };
        return tell;
    }
    /** True when one of the names may mean code of the database. */
    disguises(uses) {
        return this.masksColumns && this.#taints.disguises(uses);
    }
    taint(analysis) {
        return this.masksColumns ? this.#taints.of(analysis) : 'none';
    }
    /** Names of views and the like that read a relation for which `test` holds, with and without schema; undefined when not known. */
    reading(test) {
        const { lineage } = this.#catalogue;
        return lineage && withBare(lineage.reading(test));
    }
    /** See `Target.flows`. */
    flows(analysis) {
        if (!this.masksColumns)
            return [];
        return hiddenFlows(analysis, this.#catalogue.lineage, (uses, casts) => this.#taints.hides(uses, casts));
    }
    /** Masks of the rows that `body` (a RowDescription's body) describes; null when all pass. */
    rows(analysis, tainted, body) {
        const known = this.ready() ? undefined : this.#shapes.get(analysis);
        const before = known && tainted();
        if (known)
            for (const shape of known)
                if (shape.generation === this.#catalogue.generation &&
                    shape.taint === before &&
                    shape.body.equals(body))
                    return shape.plan;
        const kept = Buffer.from(body);
        const fields = readRowDescription(kept, 0, kept.length);
        const make = () => {
            const taint = tainted();
            const plan = this.#masking.plan(fields.map((field, index) => this.#column(field, index, fields.length, analysis, taint)));
            const lost = taint === 'moved' || taint === 'lost';
            const silent = fields.some(({ type }, index) => plan?.[index] && !this.#isText(type) && (lost || this.#taints.doubts(analysis, index)));
            const made = plan && new Plan(plan, silent);
            const shapes = this.#shapes.get(analysis) ?? [];
            shapes.unshift({ generation: this.#catalogue.generation, taint, body: kept, plan: made });
            this.#shapes.set(analysis, shapes.slice(0, KEPT_SHAPES));
            return made;
        };
        const waiting = this.ready();
        if (!waiting && this.#catalogue.knows(fields))
            return make();
        // What is learned may be forgotten at once.
        const learned = async (tries) => {
            await this.ready();
            await this.#catalogue.learn(fields);
            if (this.#catalogue.knows(fields) && this.#catalogue.lineage)
                return make();
            if (tries === 0)
                throw new Error('the catalogue changes all the time');
            return learned(tries - 1);
        };
        return learned(MOST_TRIES);
    }
    /** A mask of it reads as one. */
    #isText(type) {
        return plan_TEXTS.has(this.#catalogue.type(type)?.name ?? '');
    }
    /** The name of a plain column in the catalogue; undefined when it is computed or not known. */
    nameOf({ table, attribute }) {
        const name = this.#catalogue.origin(table, attribute)?.name;
        return name?.slice(name.lastIndexOf('.') + 1);
    }
    #column(field, index, count, analysis, taint) {
        const { label, format } = field;
        const { name, constant } = this.#catalogue.type(field.type) ?? {};
        const type = { ...(name !== undefined && { type: name }), ...(constant && { constant }) };
        const moved = taint === 'moved' || taint === 'lost';
        const origin = moved ? undefined : this.#catalogue.origin(field.table, field.attribute);
        if (origin)
            return { label, format, ...type, ...fromOrigin(origin, this.#taints.written(origin, analysis, taint)) };
        const carries = taint === 'none' ? [] : this.#taints.carried(analysis, { index, count, label }, taint);
        return { label, format, ...type, ...(carries ? { carries } : {}) };
    }
    /** The mask of a COPY TO STDOUT; null when it passes. Rejects when its columns cannot be resolved. */
    async copy(analysis, resolution) {
        const options = analysis.copy;
        if (!options)
            return null;
        let known = this.#copies.get(analysis);
        if (!known || known.generation !== this.#catalogue.generation || resolution) {
            const fields = await this.#catalogue.describeCopy(options, resolution);
            const format = options.format === 'binary' ? 'binary' : 'text';
            const taint = this.taint(analysis);
            const columns = fields.map((field, index) => this.#column({ ...field, format }, index, fields.length, analysis, taint));
            const masks = this.#masking.plan(columns);
            known = { generation: this.#catalogue.generation, plan: masks && copyPlan(masks, options) };
            this.#copies.set(analysis, known);
        }
        return known.plan && new CopyMask(known.plan);
    }
}
function fromOrigin(origin, written) {
    const carries = [...(origin.carries ?? []), ...written];
    if (carries.length === 0)
        return { origin: origin.name };
    return { origin: origin.name, carries, ...(origin.plain && written.length === 0 && { plain: true }) };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/sizes.js
const STORED = new Set(['table', 'partitioned', 'materialized-view']);
/** Of what a name means: undefined for nothing, for several, and for what stores no rows itself. */
function sizeOf([relation, ...others]) {
    if (!relation || others.length > 0 || !STORED.has(relation.kind))
        return undefined;
    const { rows, bytes } = relation;
    return { bytes, ...(rows >= 0 ? { rows } : {}) };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/fragments.js
// What the questions to the catalogue are made of.
/** OIDs below are the server's own. */
const fragments_FIRST_OWN = 16384;
/** `n` is the schema. */
const OWN_SCHEMA = `n.nspname NOT LIKE 'pg\\_temp\\_%' AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname <> 'information_schema'`;
const among = (column, oids) => oids === undefined ? '' : `AND ${column} IN (${['0', ...oids].join(',')})`;
/** Between the parts of a name: no name holds it, and names may hold dots. */
const BETWEEN = '\n\t';
/** A name with its schema, but for the server's own. */
const fragments_name = (schema, own) => `CASE ${schema} WHEN 'pg_catalog' THEN ${own} ELSE ${schema} || E'\\n\\t' || ${own} END`;

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/rows.js
// Rows of the catalogue: by what they are and what they belong to, with names as effects write them.


/** A text that nobody can analyse, for what could not be read: it counts as anything. */
const rows_UNREAD = '(';
function group(rows) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(row[0] ?? '');
        if (group)
            group.push(row);
        else
            groups.set(row[0] ?? '', [row]);
    }
    return (kind) => groups.get(kind) ?? [];
}
/** As effects write names. */
const rows_named = (name) => (0,tree/* dotted */.Bs)((name ?? '').split(BETWEEN));
/** A name in a row is not known: something came up between two questions. */
class Torn extends Error {
}
/** When `strict`, throws `Torn` for a type that is not among the `known`. */
function typeNames(known, strict) {
    return (oid) => {
        if (oid == null)
            return '';
        const type = known.get(oid);
        const shown = known.get(type?.element ?? '') ?? type;
        if (!shown && strict)
            throw new Torn('a type that was not read');
        return rows_named(shown?.name);
    };
}
/** What belongs to relations, by their OIDs. */
function by(rows, make) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(row[1] ?? '');
        if (group)
            group.push(make(row));
        else
            groups.set(row[1] ?? '', [make(row)]);
    }
    return (oid) => groups.get(oid);
}
const present = (name, value) => value === undefined ? {} : { [name]: value };
/** Names as JSON. */
const rows_list = (json) => json == null ? undefined : JSON.parse(json);

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/before.js

const NOTHING_BEFORE = { relation: () => undefined, definition: () => undefined };
/** Texts whose rows have not changed since say what they said. */
const sinceThen = (mirror, stale) => ({
    relation(oid, read) {
        const before = mirror.relation(oid);
        return before && unchanged(before, read, stale.relations.get(oid) ?? before_NONE);
    },
    definition: (oid) => (stale.functions.has(oid) ? undefined : mirror.definition(oid)),
});
const before_NONE = new Set();
/** Rows of the catalogue that hold the text of an expression. */
const before_TEXTS = {
    default: ['default'],
    generated: ['default'],
    check: ['constraint'],
    index: ['index'],
    policy: ['policy', 'relation'],
    partition: ['partitioned'],
    statistics: ['statistics'],
};
function unchanged(before, read, parts) {
    const same = (...of) => !of.some((part) => parts.has(part));
    const kept = ({ kind }) => same(...(before_TEXTS[kind] ?? ['relation']));
    const expressions = [
        ...(before.expressions?.filter(kept) ?? []),
        ...(read.expressions?.filter((each) => !kept(each)) ?? []),
    ];
    const { rules, triggers, expressions: _, definition, ...rest } = read;
    return {
        ...rest,
        rows: before.rows,
        bytes: before.bytes,
        ...present('rules', same('rule') ? before.rules : rules),
        ...present('triggers', same('trigger') ? before.triggers : triggers),
        ...present('expressions', expressions.length > 0 ? expressions : undefined),
        ...present('definition', same('rule') ? before.definition : definition),
    };
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/assemble.js


const ROUTINES = { p: 'procedure', a: 'aggregate', w: 'window' };
const VOLATILITY = { i: 'immutable', s: 'stable' };
const CONTEXTS = { i: 'implicit', a: 'assignment', e: 'explicit' };
function apart(rows, typeName) {
    return {
        domains: domains(rows, typeName),
        operators: rows('operator').map(([, schema, name, left, right, code]) => ({
            schema: schema,
            name: name,
            ...(left && { left: typeName(left) }),
            right: typeName(right),
            function: rows_named(code),
        })),
        casts: rows('cast').map(([, source, target, code, context]) => ({
            source: typeName(source),
            target: typeName(target),
            function: rows_named(code),
            context: CONTEXTS[context] ?? 'implicit',
        })),
        eventTriggers: rows('event').map(([, name, event, code, tags]) => ({
            name: name,
            event: event,
            function: rows_named(code),
            ...present('tags', rows_list(tags)),
        })),
    };
}
/** By OID. `before`: the definition that it had before somebody locked what it is made of. */
function functions(rows, typeName, before) {
    const found = new Map();
    for (const row of rows('function')) {
        const [, schema, name, kind, language, volatility, inputs, returns, definer, extension, text, calls, oid,] = row;
        const read = {
            schema: schema,
            name: name,
            kind: ROUTINES[kind ?? ''] ?? 'function',
            language: language,
            volatility: VOLATILITY[volatility ?? ''] ?? 'volatile',
            arguments: (inputs ?? '').split(' ').filter(Boolean).map(typeName),
            returns: typeName(returns),
            ...(definer === 't' && { securityDefiner: true }),
            ...(extension && { extension }),
            ...(calls && { calls: JSON.parse(calls).map(rows_named) }),
        };
        const bare = kind === 'a' || language === 'c' || language === 'internal';
        found.set(oid, bare ? read : { ...read, definition: text ?? before(oid, read) ?? rows_UNREAD });
    }
    return found;
}
function domains(rows, typeName) {
    const values = by(rows('value'), ([, , text]) => text ?? rows_UNREAD);
    return rows('domain').map(([, oid, schema, name, base]) => ({
        schema: schema,
        name: name,
        base: typeName(base),
        expressions: values(oid) ?? [],
    }));
}
/** Types that are or hold a domain, and arrays of them, by OID. */
function withDomains(types, typeName, domains, relations) {
    const holding = new Set(domains.map(({ schema, name }) => (0,tree/* dotted */.Bs)([schema, name])));
    for (let before = -1; before < holding.size;) {
        before = holding.size;
        for (const { schema, name, columns } of relations)
            if (columns.some(({ type }) => holding.has(type)))
                holding.add((0,tree/* dotted */.Bs)([schema, name]));
    }
    const found = {};
    if (holding.size === 0)
        return found;
    for (const oid of types.keys()) {
        const name = typeName(oid);
        if (holding.has(name))
            found[oid] = name;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/belonging.js
// Questions about relations and what hangs on them. `held`: a list of OIDs that must not be deparsed.

const columns = (wanted) => `
SELECT 'column', a.attrelid, a.attname, a.atttypid, a.attnotnull,
  CASE WHEN a.atttypmod >= 0 THEN pg_catalog.substring(pg_catalog.format_type(a.atttypid, a.atttypmod), '\\(([-0-9,]+)\\)') END,
  a.attnum
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= ${fragments_FIRST_OWN} AND ${OWN_SCHEMA} AND a.attnum > 0 AND NOT a.attisdropped
  ${among('a.attrelid', wanted?.relations)}
ORDER BY a.attrelid, a.attnum`;
const childrenOf = (wanted) => `
SELECT 'child', i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
WHERE true ${among('i.inhparent', wanted?.relations)}
ORDER BY i.inhparent, i.inhseqno, i.inhrelid`;
/** Names of the columns with these numbers, as JSON. */
const columnNames = (relation, numbers) => `(SELECT pg_catalog.json_agg(a.attname) FROM pg_catalog.pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum = ANY (${numbers}))`;
/** A partition's own copy of a constraint says nothing that the constraint it comes from does not. */
const keys = (wanted) => `
SELECT 'key', k.confrelid, k.conname, k.conrelid, k.confdeltype, k.confupdtype, ${columnNames('k.confrelid', 'k.confkey')}
FROM pg_catalog.pg_constraint k
LEFT JOIN pg_catalog.pg_constraint p ON p.oid = k.conparentid
WHERE k.contype = 'f' AND p.confrelid IS DISTINCT FROM k.confrelid
  ${among('k.confrelid', wanted?.relations)}
ORDER BY k.oid`;
/** Sizes from the last VACUUM or ANALYZE; where there was none, from the file system. */
const relations = (held, wanted) => `
SELECT 'relation', c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reltuples,
  CASE WHEN c.relkind NOT IN ('r', 'm') THEN 0
    WHEN c.relpages = 0 AND c.reltuples < 0 AND c.oid NOT IN ${held} THEN pg_catalog.pg_total_relation_size(c.oid)
    ELSE pg_catalog.current_setting('block_size')::bigint * (c.relpages + COALESCE(s.pages, 0) + COALESCE(t.relpages, 0))
  END,
  CASE WHEN c.relkind IN ('v', 'm') AND c.oid NOT IN ${held} THEN pg_catalog.pg_get_viewdef(c.oid) END,
  CASE WHEN c.relkind = 'v' THEN pg_catalog.array_to_json(c.reloptions) END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
LEFT JOIN (
  SELECT i.indrelid, pg_catalog.sum(x.relpages::bigint) AS pages FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
  WHERE true ${among('i.indrelid', wanted?.relations)} GROUP BY i.indrelid
) s ON s.indrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND c.oid >= ${fragments_FIRST_OWN} AND ${OWN_SCHEMA}
  ${among('c.oid', wanted?.relations)}
ORDER BY n.nspname, c.relname`;
const rules = (held, wanted) => `
SELECT 'rule', r.ev_class, r.rulename, r.ev_type,
  CASE WHEN r.ev_class NOT IN ${held} THEN pg_catalog.pg_get_ruledef(r.oid) END
FROM pg_catalog.pg_rewrite r
WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'D' AND r.ev_class >= ${fragments_FIRST_OWN}
  ${among('r.ev_class', wanted?.relations)}
ORDER BY r.ev_class, r.rulename`;
const triggers = (held, wanted) => `
SELECT 'trigger', t.tgrelid, t.tgname, t.tgtype, ${fragments_name('n.nspname', 'p.proname')},
  CASE WHEN t.tgqual IS NULL THEN '' WHEN t.tgrelid NOT IN ${held} THEN pg_catalog.pg_get_triggerdef(t.oid) END,
  ${columnNames('t.tgrelid', 't.tgattr')}
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' ${among('t.tgrelid', wanted?.relations)}
ORDER BY t.tgrelid, t.tgname`;
/** Relation, kind, what decides when it is evaluated, text. */
const expressions = (held, wanted) => {
    const text = (tree, relation) => `CASE WHEN ${relation} NOT IN ${held} THEN pg_catalog.pg_get_expr(${tree}, ${relation}) END`;
    return `
SELECT 'expression', d.adrelid, 'default', a.attgenerated::text, ${text('d.adbin', 'd.adrelid')}
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
WHERE d.adrelid >= ${fragments_FIRST_OWN} ${among('d.adrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', k.conrelid, 'check', '', ${text('k.conbin', 'k.conrelid')}
FROM pg_catalog.pg_constraint k WHERE k.contype = 'c' AND k.conrelid >= ${fragments_FIRST_OWN}
  ${among('k.conrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', i.indrelid, 'index', '', ${text('e.tree', 'i.indrelid')}
FROM pg_catalog.pg_index i, LATERAL (VALUES (i.indexprs), (i.indpred)) AS e(tree)
WHERE e.tree IS NOT NULL AND i.indrelid >= ${fragments_FIRST_OWN} ${among('i.indrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', p.polrelid, 'policy', p.polcmd::text, ${text('e.tree', 'p.polrelid')}
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid AND c.relrowsecurity,
  LATERAL (VALUES (p.polqual), (p.polwithcheck)) AS e(tree)
WHERE e.tree IS NOT NULL ${among('p.polrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', p.partrelid, 'partition', '', ${text('p.partexprs', 'p.partrelid')}
FROM pg_catalog.pg_partitioned_table p WHERE p.partexprs IS NOT NULL
  ${among('p.partrelid', wanted?.relations)}`;
};
/** Evaluated by ANALYZE; known since PostgreSQL 14. */
const statistics = (held, wanted) => `
SELECT 'expression', s.stxrelid, 'statistics', '', e.text
FROM pg_catalog.pg_statistic_ext s, LATERAL pg_catalog.unnest(
  CASE WHEN s.stxrelid NOT IN ${held} THEN pg_catalog.pg_get_statisticsobjdef_expressions(s.oid) END) AS e(text)
WHERE true ${among('s.stxrelid', wanted?.relations)}`;

// EXTERNAL MODULE: ./lib/sql/catalogue/keys.js
var catalogue_keys = __webpack_require__(37116);
;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/unique.js
// Unique keys that tell how many rows a condition picks: see `Relation.unique`.

const unique_TYPES = catalogue_keys/* KEY_TYPES */.W.map((type) => `'pg_catalog.${type}'::pg_catalog.regtype`).join(', ');
/** Relation, and the columns of a key as JSON. `among`: which relations, of `i.indrelid`. */
const uniqueKeys = (among) => `
SELECT 'unique', i.indrelid, pg_catalog.json_agg(a.attname ORDER BY k.place)
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = x.relam AND m.amname = 'btree'
CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(i.indkey), pg_catalog.unnest(i.indclass), pg_catalog.unnest(i.indcollation))
  WITH ORDINALITY AS k(attribute, ordering, collating, place)
JOIN pg_catalog.pg_opclass o ON o.oid = k.ordering
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attribute
  AND a.atttypid IN (${unique_TYPES}) AND a.attcollation = k.collating AND o.opcdefault AND o.oid < 16384
WHERE i.indisunique AND i.indisvalid AND i.indisready AND i.indislive AND i.indimmediate AND NOT i.indisexclusion
  AND i.indpred IS NULL AND i.indexprs IS NULL AND i.indrelid >= 16384 ${among}
GROUP BY i.indexrelid, i.indrelid HAVING pg_catalog.bool_and(a.attname IS NOT NULL)
ORDER BY i.indrelid, pg_catalog.json_agg(a.attname ORDER BY k.place)::text COLLATE pg_catalog."C"`;

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/queries.js
// What is asked of the catalogue: PostgreSQL 13 to 18, with no right but to connect.
// https://www.postgresql.org/docs/current/catalogs.html
//
// Deparsing takes ACCESS SHARE on the relation, so it would wait for whoever changes it, and that may be the very
// connection that waits for us. Relations that somebody has locked, or asks to, are therefore left out.



/** The server, the schemas that are searched, and what must not be deparsed now. */
const queries_HEAD = `
SELECT 'server', pg_catalog.current_setting('server_version_num'), pg_catalog.current_database();
SELECT 'path', s FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s
WHERE s NOT LIKE 'pg\\_temp%' AND s <> 'pg_catalog';
WITH held AS (
  SELECT DISTINCT l.relation AS oid FROM pg_catalog.pg_locks l
  JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.relation >= ${fragments_FIRST_OWN}
)
SELECT 'held', h.oid FROM held h
UNION
SELECT 'held', COALESCE(r.ev_class, d.objid) FROM held h
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = h.oid
LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = d.objid
WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass OR r.oid IS NOT NULL`;
const typesOf = (wanted) => `
SELECT 'type', t.oid, ${fragments_name('n.nspname', 't.typname')},
  CASE WHEN t.typelem <> 0 AND t.typlen = -1 AND t.typtype <> 'd' THEN t.typelem END
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE true ${among('t.oid', wanted?.types)}`;
const queries_OPERATORS = `
SELECT 'operator', n.nspname, o.oprname, NULLIF(o.oprleft, 0), o.oprright, ${fragments_name('pn.nspname', 'p.proname')}
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND d.objid = o.oid
  AND d.deptype = 'e'
WHERE o.oid >= ${fragments_FIRST_OWN} AND o.oprright <> 0 AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY o.oid`;
const CASTS = `
SELECT 'cast', c.castsource, c.casttarget, ${fragments_name('n.nspname', 'p.proname')}, c.castcontext
FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = c.oid
  AND d.deptype = 'e'
WHERE c.oid >= ${fragments_FIRST_OWN} AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY c.oid`;
const EVENT_TRIGGERS = `
SELECT 'event', e.evtname, e.evtevent, ${fragments_name('n.nspname', 'p.proname')}, pg_catalog.array_to_json(e.evttags)
FROM pg_catalog.pg_event_trigger e
JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE e.evtenabled <> 'D' ORDER BY e.evtname`;
const DOMAINS = `
SELECT 'domain', t.oid, n.nspname, t.typname, t.typbasetype FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND t.oid >= ${fragments_FIRST_OWN} AND ${OWN_SCHEMA}
ORDER BY t.oid;
WITH ranges AS (
  SELECT r.rngtypid, r.rngsubtype, (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::pg_catalog.oid AS multi
  FROM pg_catalog.pg_range r WHERE r.rngtypid >= ${fragments_FIRST_OWN}
)
SELECT 'domain', t.oid, n.nspname, t.typname, o.base
FROM (SELECT rngtypid, rngsubtype FROM ranges UNION ALL SELECT multi, rngtypid FROM ranges) AS o(oid, base)
JOIN pg_catalog.pg_type t ON t.oid = o.oid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE ${OWN_SCHEMA} ORDER BY t.oid;
SELECT 'value', r.rngtypid, pg_catalog.format('%I.%I()', n.nspname, p.proname) FROM pg_catalog.pg_range r
JOIN pg_catalog.pg_proc p ON p.oid IN (r.rngcanonical, r.rngsubdiff) AND p.oid >= ${fragments_FIRST_OWN}
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace;
SELECT 'value', t.oid, pg_catalog.pg_get_expr(t.typdefaultbin, 0) FROM pg_catalog.pg_type t
WHERE t.typtype = 'd' AND t.oid >= ${fragments_FIRST_OWN} AND t.typdefaultbin IS NOT NULL
UNION ALL
SELECT 'value', k.contypid, pg_catalog.pg_get_expr(k.conbin, 0) FROM pg_catalog.pg_constraint k
WHERE k.contypid >= ${fragments_FIRST_OWN} AND k.contype = 'c'`;
const queries_functions = (held, wanted) => `
SELECT 'function', n.nspname, p.proname, p.prokind, l.lanname, p.provolatile, p.proargtypes, p.prorettype, p.prosecdef,
  e.extname,
  CASE WHEN p.prokind <> 'a' AND l.lanname NOT IN ('c', 'internal') AND p.oid NOT IN ${held}
    THEN pg_catalog.pg_get_functiondef(p.oid) END,
  coalesce(g.calls, CASE l.lanname WHEN 'internal' THEN (
    SELECT pg_catalog.json_agg(DISTINCT b.proname) FROM pg_catalog.pg_proc b
    WHERE b.prosrc = p.prosrc AND b.prolang = p.prolang AND b.pronamespace = 'pg_catalog'::pg_catalog.regnamespace) END), p.oid
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
  AND d.deptype = 'e' AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
LEFT JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
LEFT JOIN (
  SELECT a.aggfnoid::pg_catalog.oid AS oid, pg_catalog.json_agg(DISTINCT ${fragments_name('fn.nspname', 'f.proname')}) AS calls
  FROM pg_catalog.pg_aggregate a
  JOIN pg_catalog.pg_proc f ON f.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
    a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn)
  JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
  WHERE a.aggfnoid::pg_catalog.oid >= ${fragments_FIRST_OWN} ${among('a.aggfnoid::pg_catalog.oid', wanted?.functions)} GROUP BY 1
) g ON g.oid = p.oid
WHERE p.oid >= ${fragments_FIRST_OWN} AND n.nspname NOT LIKE 'pg\\_temp\\_%' ${among('p.oid', wanted?.functions)}
ORDER BY p.oid`;
/** One view of the catalogue, in which only names of the server have no schema. */
const BEGIN = [
    'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
    "SET LOCAL search_path = ''",
    "SET LOCAL lock_timeout = '1s'",
    "SET LOCAL statement_timeout = '60s'",
];
/**
 * One message, so one transaction and one view of the catalogue. Everything that is not in pg_catalog is written with
 * its schema, as no other is searched. `held`: OIDs of what must not be deparsed. `server`: `server_version_num`.
 */
function everything(held, server, wanted) {
    const list = `(0${held.map((oid) => `,${oid}`).join('')})`;
    const of = (oids, ...texts) => oids?.length === 0 ? [] : texts;
    return [
        ...BEGIN,
        ...of(wanted?.types, typesOf(wanted)),
        ...of(wanted?.relations, relations(list, wanted), columns(wanted), childrenOf(wanted), keys(wanted), uniqueKeys(among('i.indrelid', wanted?.relations)), rules(list, wanted), triggers(list, wanted), expressions(list, wanted), ...(server >= 140_000 ? [statistics(list, wanted)] : [])),
        ...of(wanted?.functions, queries_functions(list, wanted)),
        ...(wanted?.apart === false ? [] : [DOMAINS, queries_OPERATORS, CASTS, EVENT_TRIGGERS]),
    ].join(';\n');
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/parts.js
// Which rows of the catalogue there are, and which of them are new since it was read: by the transaction that wrote them.
// A row that is gone is told by the count of the others.
// https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT


const parts_own = (column) => `${column} >= ${fragments_FIRST_OWN}`;
const SOURCES = [
    {
        part: 'relation',
        from: 'pg_class r JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace',
        id: 'r.oid',
        of: ['r.oid'],
        where: `r.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND ${parts_own('r.oid')} AND ${OWN_SCHEMA}`,
        goes: true,
    },
    // Columns and defaults are marked when they go.
    { part: 'column', from: 'pg_attribute r', id: 'r.attrelid', of: ['r.attrelid'], where: parts_own('r.attrelid') },
    { part: 'default', from: 'pg_attrdef r', id: 'r.oid', of: ['r.adrelid'] },
    {
        part: 'constraint',
        from: 'pg_constraint r',
        id: 'r.oid',
        of: ['r.conrelid', 'r.confrelid'],
        where: "r.conrelid <> 0 AND r.contype NOT IN ('n', 't')",
        goes: true,
    },
    { part: 'domain', from: 'pg_constraint r', id: 'r.oid', where: 'r.contypid <> 0', goes: true },
    {
        part: 'index',
        from: 'pg_index r',
        id: 'r.indexrelid',
        of: ['r.indrelid'],
        where: parts_own('r.indrelid'),
        goes: true,
    },
    {
        part: 'rule',
        from: 'pg_rewrite r',
        id: 'r.oid',
        of: ['r.ev_class'],
        where: parts_own('r.ev_class'),
        goes: true,
    },
    {
        part: 'trigger',
        from: 'pg_trigger r',
        id: 'r.oid',
        of: ['r.tgrelid'],
        where: 'NOT r.tgisinternal',
        goes: true,
    },
    { part: 'policy', from: 'pg_policy r', id: 'r.oid', of: ['r.polrelid'], goes: true },
    {
        part: 'child',
        from: 'pg_inherits r',
        id: "r.inhrelid || '.' || r.inhparent",
        of: ['r.inhparent', 'r.inhrelid'],
        goes: true,
    },
    { part: 'partitioned', from: 'pg_partitioned_table r', id: 'r.partrelid', of: ['r.partrelid'] },
    { part: 'statistics', from: 'pg_statistic_ext r', id: 'r.oid', of: ['r.stxrelid'], goes: true },
    {
        part: 'function',
        from: 'pg_proc r JOIN pg_catalog.pg_namespace n ON n.oid = r.pronamespace',
        id: 'r.oid',
        where: `${parts_own('r.oid')} AND n.nspname NOT LIKE 'pg\\_temp\\_%'`,
        goes: true,
    },
    { part: 'aggregate', from: 'pg_aggregate r', id: 'r.aggfnoid::pg_catalog.oid' },
    { part: 'type', from: 'pg_type r', id: 'r.oid' },
    { part: 'domain', from: 'pg_type r', id: 'r.oid', where: "r.typtype IN ('d', 'r', 'm')", goes: true },
    { part: 'range', from: 'pg_range r', id: 'r.rngtypid', goes: true },
    { part: 'operator', from: 'pg_operator r', id: 'r.oid', goes: true },
    { part: 'cast', from: 'pg_cast r', id: 'r.oid', goes: true },
    { part: 'event', from: 'pg_event_trigger r', id: 'r.oid', goes: true },
    { part: 'language', from: 'pg_language r', id: 'r.oid', goes: true },
    // Code of the server itself, and what extensions hold.
    { part: 'server', from: 'pg_proc r', id: 'r.oid', where: `r.oid < ${fragments_FIRST_OWN}` },
    {
        part: 'member',
        from: 'pg_depend r',
        id: "r.classid || '.' || r.objid || '.' || r.refobjid",
        where: "r.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND r.deptype = 'e'",
        goes: true,
    },
];
/** Everything that is told apart by its place in `SOURCES`. */
const PARTS = SOURCES.map(({ part, goes }) => ({ part, goes: goes === true }));
const row = ({ id, of = [] }) => `(${[id, ...of].join(" || ' ' || ")})::text`;
/**
 * The head, the moment of this view, and for each source how many rows there are and which; with `since` (a moment) only those
 * that may be new since then, and their number only where rows go.
 */
function parts_changes(since) {
    return [
        BEGIN[0],
        queries_HEAD,
        ...BEGIN.slice(1),
        MOMENT,
        "SELECT 'schema', n.oid, n.nspname FROM pg_catalog.pg_namespace n",
        SOURCES.flatMap((source, index) => asked(source, index, since)).join('\nUNION ALL\n'),
    ].join(';\n');
}
const MOMENT = `
SELECT 'moment', pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()),
  pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()), pg_catalog.version(),
  d.oid || ' ' || pg_catalog.pg_postmaster_start_time()
FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()`;
function asked(source, index, since) {
    const { goes, from, where } = source;
    if (since === undefined)
        return goes
            ? [`SELECT 'part', ${index}, pg_catalog.count(*), ${listed(source)}${fromWhere(from, [where])}`]
            : [];
    const newer = `pg_catalog.age(r.xmin) <= pg_catalog.age('${since}'::pg_catalog.xid8::pg_catalog.xid)`;
    return goes
        ? [
            `SELECT 'part', ${index}, pg_catalog.count(*), ${listed(source)} FILTER (WHERE ${newer})${fromWhere(from, [where])}`,
        ]
        : [`SELECT 'part', ${index}, 0, ${listed(source)}${fromWhere(from, [where, newer])}`];
}
/** A relation has many columns. */
const listed = (source) => `pg_catalog.string_agg(${source.part === 'column' ? 'DISTINCT ' : ''}${row(source)}, ',')`;
const fromWhere = (from, conditions) => {
    const all = conditions.filter(Boolean).join(' AND ');
    return ` FROM pg_catalog.${from}${all && ` WHERE ${all}`}`;
};
/** The ids that there are of these sources. */
const parts_present = (sources) => sources
    .map((index) => {
    const { id, from, where } = SOURCES[index];
    return `SELECT 'present', ${index}, pg_catalog.string_agg((${id})::text, ',')${fromWhere(from, [where])}`;
})
    .join('\nUNION ALL\n');
/** By their place in `SOURCES`. */
function parts_told(rows) {
    return new Map(rows('part').map(([, index, count, text]) => [
        Number(index),
        {
            count: Number(count),
            rows: (text ?? '')
                .split(',')
                .filter(Boolean)
                .map((row) => row.split(' ')),
        },
    ]));
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/relations.js

const KINDS = {
    r: 'table',
    p: 'partitioned',
    v: 'view',
    m: 'materialized-view',
    f: 'foreign-table',
    S: 'sequence',
    c: 'composite',
};
const PERSISTENCE = { u: 'unlogged', t: 'temporary' };
const REFERENTIAL = {
    r: 'restrict',
    c: 'cascade',
    n: 'set null',
    d: 'set default',
};
const RULE_EVENTS = {
    1: 'select',
    2: 'update',
    3: 'insert',
    4: 'delete',
};
/** Bits of `tgtype`. */
const TRIGGER_EVENTS = [
    [4, 'insert'],
    [8, 'delete'],
    [16, 'update'],
    [32, 'truncate'],
];
const WRITES = ['insert', 'update'];
const ALL = ['select', 'insert', 'update', 'delete'];
/** By OID. When `strict`, throws `Torn` for a name that is missing. */
function relations_relations(rows, around) {
    const { typeName, names, held, before, strict } = around;
    const nameOf = (oid) => {
        const name = names.get(oid ?? '');
        if (name === undefined && strict)
            throw new Torn('a relation that was not read');
        return name ?? '';
    };
    const numbers = by(rows('column'), (row) => row[6] ?? '');
    const columns = by(rows('column'), ([, , name, type, notNull, modifier]) => ({
        name: name,
        type: typeName(type),
        ...(modifier && { modifier }),
        ...(notNull === 't' && { notNull: true }),
    }));
    const rules = by(rows('rule'), storedRule);
    const triggers = by(rows('trigger'), trigger);
    const expressions = by(rows('expression'), expression);
    const unique = by(rows('unique'), ([, , names]) => rows_list(names) ?? []);
    const children = by(rows('child'), ([, , child]) => nameOf(child));
    const referencedBy = by(rows('key'), ([, , name, relation, onDelete, onUpdate, columns]) => ({
        name: name,
        relation: nameOf(relation),
        onDelete: REFERENTIAL[onDelete ?? ''] ?? 'no action',
        onUpdate: REFERENTIAL[onUpdate ?? ''] ?? 'no action',
        ...present('columns', rows_list(columns)),
    }));
    const found = new Map();
    for (const [, id, schema, name, kind, persistence, count, bytes, definition, options] of rows('relation')) {
        const oid = id;
        const view = kind === 'v' || kind === 'm';
        const read = {
            schema: schema,
            name: name,
            kind: KINDS[kind ?? ''] ?? 'table',
            persistence: PERSISTENCE[persistence ?? ''] ?? 'permanent',
            rows: Number(count),
            bytes: Number(bytes),
            columns: columns(oid) ?? [],
            ...present('options', rows_list(options)),
            ...present('rules', rules(oid)),
            ...present('triggers', triggers(oid)),
            ...present('unique', unique(oid)),
            ...present('referencedBy', referencedBy(oid)),
            ...present('expressions', expressions(oid)),
            ...present('children', children(oid)),
            ...(view && { definition: definition ?? rows_UNREAD }),
        };
        const relation = (held.has(oid) && before(oid, read)) || read;
        found.set(oid, { relation, numbers: numbers(oid) ?? [] });
    }
    return found;
}
const storedRule = ([, , name, event, definition]) => ({
    name: name,
    event: RULE_EVENTS[event ?? ''] ?? 'select',
    definition: definition ?? rows_UNREAD,
});
function trigger([, , name, bits, code, definition, columns]) {
    const events = TRIGGER_EVENTS.filter(([bit]) => Number(bits) & bit).map(([, event]) => event);
    const when = definition === null ? rows_UNREAD : condition(definition ?? '');
    return {
        name: name,
        events,
        function: rows_named(code),
        ...present('columns', rows_list(columns)),
        ...(when !== undefined && { when }),
    };
}
/** `CREATE TRIGGER … FOR EACH ROW WHEN ((new.a > 1)) EXECUTE FUNCTION z.f('x')` */
function condition(definition) {
    const found = /\bFOR EACH (?:ROW|STATEMENT) WHEN \(([\s\S]*)\) EXECUTE (?:FUNCTION|PROCEDURE) /.exec(definition);
    return found?.[1];
}
function expression([, , kind, detail, text]) {
    return {
        kind: kind === 'default' && detail ? 'generated' : kind,
        on: evaluated(kind, detail ?? ''),
        text: text ?? rows_UNREAD,
    };
}
/** When it is evaluated: a virtual generated column also when it is read, a policy for its command. */
function evaluated(kind, detail) {
    // What reads all rows evaluates it.
    if (kind === 'statistics')
        return [];
    if (kind !== 'policy')
        return detail === 'v' ? ALL : WRITES;
    // Whoever updates or deletes reads, too.
    const commands = {
        r: ['select', 'update', 'delete'],
        a: ['insert'],
        w: ['update'],
        d: ['delete'],
    };
    return commands[detail] ?? ALL;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/mirror.js





/** Reading it again is the only way. */
class Renamed extends Error {
}
const nothingStale = () => ({
    relations: new Map(),
    functions: new Set(),
    types: new Set(),
    apart: false,
    all: false,
});
class Mirror {
    #types = new Map();
    #names = new Map();
    #relations = new Map();
    #functions = new Map();
    #rows = PARTS.map(() => new Map());
    #apart = { domains: [], operators: [], casts: [], eventTriggers: [] };
    /** Which sources have fewer rows than are known here, now that the new ones are. */
    missing(told) {
        return [...told].flatMap(([source, { count }]) => PARTS[source].goes && this.#rows[source].size !== count ? [source] : []);
    }
    /** Takes in rows that are new, and says what they make stale. */
    note(told, stale) {
        for (const [source, { rows }] of told)
            for (const [id = '', ...of] of rows) {
                this.#touch(source, id, of, stale);
                if (PARTS[source].goes)
                    this.#rows[source].set(id, of);
            }
    }
    /** The rows of a source are these now; what is not among them is gone. */
    keep(source, ids, stale) {
        const { part } = PARTS[source];
        for (const [id, of] of this.#rows[source]) {
            if (ids.has(id))
                continue;
            this.#rows[source].delete(id);
            this.#touch(source, id, of, stale);
            if (part === 'function')
                this.#functions.delete(id);
            if (part === 'relation') {
                this.#relations.delete(id);
                this.#names.delete(id);
            }
        }
    }
    #touch(source, id, of, stale) {
        const { part } = PARTS[source];
        for (const oid of of) {
            const parts = stale.relations.get(oid);
            if (parts)
                parts.add(part);
            else
                stale.relations.set(oid, new Set([part]));
        }
        if (part === 'function' || part === 'aggregate')
            stale.functions.add(id);
        else if (part === 'type')
            stale.types.add(id);
        else if (mirror_APART.has(part))
            stale.apart = true;
        else if (EVERYWHERE.has(part))
            stale.all = true;
    }
    /** What of it is to be read. */
    wanted(stale) {
        const known = (part) => this.#rows[PARTS.findIndex((each) => each.part === part)];
        return {
            relations: [...stale.relations.keys()].filter((oid) => known('relation').has(oid)),
            functions: [...stale.functions].filter((oid) => known('function').has(oid)),
            types: [...stale.types],
            apart: stale.apart,
        };
    }
    /**
     * Takes in what was read. Throws `Renamed` when something that is known has another name by now, which what was not read
     * may tell by its old one, and `Torn` when a name is missing.
     */
    take(rows, wanted, held, before) {
        for (const [, oid, name, element] of rows('type')) {
            if (wanted && (this.#types.get(oid)?.name ?? name) !== name)
                throw new Renamed('a type');
            this.#types.set(oid, { name: name, element });
        }
        for (const [, oid, schema, name] of rows('relation')) {
            const full = (0,tree/* dotted */.Bs)([schema, name]);
            if ((this.#names.get(oid) ?? full) !== full)
                throw new Renamed('a relation');
            this.#names.set(oid, full);
        }
        const strict = wanted !== undefined;
        const typeName = typeNames(this.#types, strict);
        const around = { typeName, names: this.#names, held, before: before.relation, strict };
        const read = relations_relations(rows, around);
        for (const [oid, each] of read) {
            if (otherColumns(this.#relations.get(oid), each))
                throw new Renamed('a column');
            this.#relations.set(oid, each);
        }
        for (const oid of wanted?.relations ?? [])
            if (!read.has(oid))
                throw new Torn('a relation that is gone');
        this.#takeFunctions(functions(rows, typeName, before.definition), wanted);
        if (!wanted || wanted.apart)
            this.#apart = apart(rows, typeName);
    }
    #takeFunctions(read, wanted) {
        for (const [oid, each] of read) {
            const known = this.#functions.get(oid);
            if (known && (known.name !== each.name || known.schema !== each.schema))
                throw new Renamed('a function');
            this.#functions.set(oid, each);
        }
        for (const oid of wanted?.functions ?? [])
            if (!read.has(oid))
                throw new Torn('a function that is gone');
    }
    relation(oid) {
        return this.#relations.get(oid)?.relation;
    }
    definition(oid) {
        return this.#functions.get(oid)?.definition;
    }
    snapshot(about) {
        const all = [...this.#relations.values()].map(({ relation }) => relation);
        const { domains } = this.#apart;
        return {
            version: 1,
            ...about,
            relations: all,
            functions: [...this.#functions.values()],
            ...this.#apart,
            types: withDomains(this.#types, typeNames(this.#types, false), domains, all),
        };
    }
}
const mirror_APART = new Set(['domain', 'range', 'operator', 'cast', 'event']);
const EVERYWHERE = new Set(['language', 'server', 'member']);
/** A column that is still there has another name. */
function otherColumns(known, read) {
    if (!known)
        return false;
    const names = new Map(read.numbers.map((number, index) => [number, read.relation.columns[index]?.name]));
    return known.numbers.some((number, index) => {
        const name = names.get(number);
        return name !== undefined && name !== known.relation.columns[index]?.name;
    });
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/load.js





/** Milliseconds; tens of thousands of tables take a few seconds. */
const load_ANSWER_MS = 90_000;
/** Transactions after which their numbers are not compared any more: they begin anew after twice as many. */
const MOST_TRANSACTIONS = 1000000000n;
/** Others may not number their rows. */
const POSTGRESQL = /^PostgreSQL [\d.]+(beta\d|rc\d)? (\(|on )/;
/** What is stale of more than this is as soon read whole. */
const MOST_STALE = 2000;
/**
 * Reads the catalogue of one target: whole, and then only what is new. Two round trips, one when nothing is new. A relation
 * that somebody has locked against readers is told as before; what was not known of it, or has changed since, counts as anything.
 */
class SnapshotReader {
    #side;
    #now;
    #known;
    /** `now` is the wall clock in milliseconds. */
    constructor(side, now) {
        this.#side = side;
        this.#now = now;
    }
    /**
     * What the catalogue holds now, the very same when nothing has changed. `whole`: also sizes, which no change tells of.
     * Rejects when the target does not answer, or when a lock came up.
     */
    async read({ whole = false } = {}) {
        const known = this.#known;
        this.#known = undefined;
        const next = (known && (await this.#again(known, whole))) ?? (await this.#whole(NOTHING_BEFORE));
        this.#known = next;
        return next.snapshot;
    }
    async #view(since) {
        const rows = group(await this.#side.query(parts_changes(since), load_ANSWER_MS));
        const [, moment, last, version, place] = rows('moment')[0] ?? [];
        return {
            head: rows,
            moment: moment ?? '',
            last: last ?? '',
            place: place && POSTGRESQL.test(version ?? '') ? `${place} ${version}` : undefined,
            schemas: new Map(rows('schema').map(([, oid, name]) => [oid, name])),
            told: parts_told(rows),
            held: new Set(rows('held').map(([, oid]) => oid)),
        };
    }
    /** Undefined when nothing that is known can be relied on. */
    async #again(known, whole) {
        const { mirror } = known;
        const stale = nothingStale();
        try {
            const view = await this.#view(known.view.moment);
            if (!follows(view, known.view))
                return undefined;
            mirror.note(view.told, stale);
            const missing = mirror.missing(view.told);
            if (missing.length > 0)
                for (const [, source, ids] of await this.#side.query(parts_present(missing), load_ANSWER_MS))
                    mirror.keep(Number(source), new Set((ids ?? '').split(',')), stale);
            if (stale.all || renamed(known.view.schemas, view.schemas))
                return undefined;
            if (whole)
                return await this.#whole(sinceThen(mirror, stale));
            return await this.#taken(known, view, stale, missing.length > 0);
        }
        catch {
            // Whatever it was: reading all of it tells, or fails itself.
            return undefined;
        }
    }
    async #taken(known, view, stale, fewer) {
        const { mirror, snapshot } = known;
        const before = sinceThen(mirror, stale);
        const pending = released(known.pending, view.held, stale);
        const wanted = mirror.wanted(stale);
        if (wanted.relations.length + wanted.functions.length > MOST_STALE)
            return undefined;
        const about = aboutOf(view, this.#now());
        const none = wanted.relations.length + wanted.functions.length + wanted.types.length === 0 && !wanted.apart;
        if (none && !fewer && snapshot.searchPath.join('\n') === about.searchPath.join('\n'))
            return { mirror, view, snapshot, pending };
        if (!none)
            mirror.take(await this.#read(view, wanted), wanted, view.held, before);
        for (const oid of wanted.relations)
            if (view.held.has(oid))
                pending.relations.set(oid, new Set());
        for (const oid of wanted.functions)
            if (view.held.has(oid))
                pending.functions.add(oid);
        return { mirror, view, snapshot: mirror.snapshot(about), pending };
    }
    async #whole(before) {
        const view = await this.#view();
        const mirror = new Mirror();
        mirror.note(view.told, nothingStale());
        mirror.take(await this.#read(view), undefined, view.held, before);
        const pending = nothingStale();
        for (const oid of view.held) {
            pending.relations.set(oid, new Set());
            pending.functions.add(oid);
        }
        return { mirror, view, snapshot: mirror.snapshot(aboutOf(view, this.#now())), pending };
    }
    async #read(view, wanted) {
        const server = Number(view.head('server')[0]?.[1]);
        return group(await this.#side.query(everything([...view.held].map(Number), server, wanted), load_ANSWER_MS));
    }
}
function aboutOf({ head }, now) {
    const [, server, database] = head('server')[0] ?? [];
    return {
        server: Number(server),
        database: database ?? '',
        takenAt: new Date(now).toISOString(),
        searchPath: head('path').map(([, schema]) => schema),
    };
}
/** The same server has gone on from there, and not so far that numbers of transactions may have come again. */
function follows(view, before) {
    if (view.place === undefined || view.place !== before.place)
        return false;
    const [since, last] = [BigInt(before.moment), BigInt(view.last)];
    return last >= BigInt(before.last) && last - since < MOST_TRANSACTIONS;
}
const renamed = (before, now) => [...before].some(([oid, name]) => (now.get(oid) ?? name) !== name);
/** What nobody holds any more becomes stale; the others stay as they are. */
function released(pending, held, stale) {
    const left = nothingStale();
    for (const oid of pending.relations.keys())
        if (held.has(oid))
            left.relations.set(oid, new Set());
        else if (!stale.relations.has(oid))
            stale.relations.set(oid, new Set());
    for (const oid of pending.functions)
        if (held.has(oid))
            left.functions.add(oid);
        else
            stale.functions.add(oid);
    return left;
}
/** What the catalogue holds now, whole; see `SnapshotReader`. */
const loadSnapshot = (side, now) => new SnapshotReader(side, () => now).read();

// EXTERNAL MODULE: ./lib/sql/catalogue/create.js + 16 modules
var create = __webpack_require__(20389);
;// CONCATENATED MODULE: ./lib/sql/catalogue/reached.js
// The stored code that a text may come to, by the names in it: an approval is for what the text and this code do together.

const WORD = /[\p{L}\p{N}_$]+/gu;
class Reached {
    /** By the first word of their names. */
    #items = new Map();
    /** What is meant without a name. */
    #unnamed;
    constructor({ relations, functions, domains, operators, casts, eventTriggers }) {
        for (const each of relations) {
            const { name, kind, definition, options, rules, triggers, expressions, children, referencedBy } = each;
            const types = () => each.columns.flatMap(({ type }) => (type.includes('.') ? type : []));
            const does = [definition, rules, triggers, expressions, children, referencedBy];
            if (!does.some(Boolean) && !each.columns.some(({ type }) => type.includes('.')))
                continue;
            const code = [kind, definition, options, rules, triggers, expressions, children, referencedBy];
            this.#add({ name, text: () => JSON.stringify([each.schema, name, ...code, types()]) });
        }
        for (const each of functions)
            this.#add({ name: each.name, text: () => JSON.stringify(each) });
        for (const each of domains)
            this.#add({ name: each.name, text: () => JSON.stringify(each) });
        const unnamed = [...operators, ...casts, ...eventTriggers];
        this.#unnamed = unnamed
            .map((each) => JSON.stringify(each))
            .sort()
            .join('\n');
    }
    #add(item) {
        const [first = ''] = wordsOf(item.name);
        const known = this.#items.get(first);
        if (known)
            known.push(item);
        else
            this.#items.set(first, [item]);
    }
    /** SHA-256 in hex of each piece that may be meant; more than is meant, never less. */
    digests(text) {
        const seen = new Set(['']);
        const found = [this.#unnamed];
        const waiting = ['', ...wordsOf(text), ...wordsOf(this.#unnamed)];
        for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
            if (word !== '' && seen.has(word))
                continue;
            seen.add(word);
            for (const item of this.#items.get(word) ?? []) {
                const code = item.text();
                found.push(code);
                waiting.push(...wordsOf(code));
            }
        }
        return [...new Set(found)].map((code) => (0,external_node_crypto_.createHash)('sha256').update(code).digest('hex')).sort();
    }
}
const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];

// EXTERNAL MODULE: ./lib/sql/catalogue/loosened.js
var catalogue_loosened = __webpack_require__(35401);
;// CONCATENATED MODULE: ./lib/protocols/postgres/keyed.js

class Keyed {
    /** By what the transactions of the session that are not over may have loosened. */
    #open = new Map();
    /** What was made last since the snapshot was read. */
    #since = new catalogue_loosened/* Loosened */.k();
    /** The same, of which the snapshot that is being read tells. */
    #before;
    #known = new WeakMap();
    join(neighbour) {
        this.#open.set(neighbour, new catalogue_loosened/* Loosened */.k());
    }
    /** What it has sent may still be made last. */
    leave(neighbour) {
        this.over(neighbour);
        this.#open.delete(neighbour);
    }
    /** It is about to be sent. `effects`: with those of stored code. */
    note(neighbour, effects) {
        const loosened = this.#loosenedBy(effects);
        if (loosened.any)
            this.#open.get(neighbour)?.add(loosened);
    }
    /** Its transaction is over, and all that it sent is answered. */
    over(neighbour) {
        const open = this.#open.get(neighbour);
        if (!open?.any)
            return;
        this.#since.add(open);
        this.#open.set(neighbour, new catalogue_loosened/* Loosened */.k());
    }
    /** The catalogue is about to be read. */
    reading() {
        this.#before = this.#since;
        this.#since = new catalogue_loosened/* Loosened */.k();
    }
    /** It was read, or could not be. */
    read(done) {
        if (!done && this.#before)
            this.#since.add(this.#before);
        this.#before = undefined;
    }
    /** The keys of the relation, and what its name means, are as the snapshot says. */
    sure(relation) {
        if (this.#since.has(relation) || this.#before?.has(relation))
            return false;
        for (const loosened of this.#open.values())
            if (loosened.has(relation))
                return false;
        return true;
    }
    /** True while it would loosen what another connection relies on in a statement that is not answered. */
    contends(own, effects) {
        const loosened = this.#loosenedBy(effects);
        if (!loosened.any)
            return false;
        const relies = ({ pins }) => pins !== undefined && loosened.has(pins.relation);
        return [...this.#open.keys()].some((each) => each !== own && each.busy().some(relies));
    }
    /** There is somebody to contend with. */
    get shared() {
        return this.#open.size > 1;
    }
    #loosenedBy(effects) {
        let loosened = this.#known.get(effects);
        if (!loosened) {
            loosened = new catalogue_loosened/* Loosened */.k();
            loosened.note(effects);
            this.#known.set(effects, loosened);
        }
        return loosened;
    }
}

// EXTERNAL MODULE: ./lib/sql/catalogue/definitions.js
var definitions = __webpack_require__(29264);
;// CONCATENATED MODULE: ./lib/protocols/postgres/stirred.js


const stirred_WRITES = new Set(['insert', 'update', 'delete', 'truncate', 'copy-in']);
/** They decide what happens with rows. */
const HOOKS = new Set(['trigger', 'rule', 'view', 'inheritance', 'partition', 'trigger-firing']);
const MAKES = new Set(['create', 'alter', 'detach']);
class Stirred {
    #open = new Map();
    #keyed;
    #effects;
    /** `effects`: those of a statement, with what stored code adds as far as that is known. */
    constructor(keyed, effects) {
        this.#keyed = keyed;
        this.#effects = effects;
    }
    join(neighbour) {
        this.#open.set(neighbour, new Set());
        this.#keyed.join(neighbour);
    }
    leave(neighbour) {
        this.#open.delete(neighbour);
        this.#keyed.leave(neighbour);
    }
    /** It is about to be sent. */
    note(neighbour, analysis) {
        this.#keyed.note(neighbour, this.#effects(analysis));
        if (analysis.changes.schema)
            for (const name of stirs(analysis))
                this.#open.get(neighbour)?.add(name);
    }
    /** Its transaction is over, and all that it sent is answered. */
    over(neighbour) {
        this.#open.get(neighbour)?.clear();
        this.#keyed.over(neighbour);
    }
    /** Another connection has a transaction open that stirred something. */
    any(own) {
        return this.#open.size > 1 && [...this.#open].some(([each, names]) => each !== own && names.size > 0);
    }
    /** True while the statement must not be judged: what it does would be told by what is no longer so, or soon is not. */
    contends(own, analysis, reach) {
        if (this.#open.size < 2)
            return false;
        const others = [...this.#open].filter(([neighbour]) => neighbour !== own);
        if (others.some(([, names]) => names.size > 0 && stirred_meets(analysis, names, reach)))
            return true;
        const made = analysis.changes.schema ? new Set(stirs(analysis)) : stirred_NOTHING;
        return made.size > 0 && others.some(([each]) => each.busy().some((busy) => stirred_meets(busy, made, reach)));
    }
}
const stirred_NOTHING = new Set();
/** Names, without schema, of relations, and of functions with `()` behind. */
function stirs({ effects, keys = [] }) {
    const found = keys.map(({ refers }) => bare(refers));
    for (const effect of effects) {
        const { action, object, name, detail = '', temporary } = effect;
        if (name === undefined || temporary || (0,definitions/* inBody */.Cp)(effect))
            continue;
        if (MAKES.has(action) && HOOKS.has(object))
            found.push(bare(name));
        if (action === 'create' && object === 'function')
            found.push(`${bare(name)}()`);
        if (action === 'rename' || action === 'move')
            found.push(bare(name), bare(detail.replace(/^to /, '')));
    }
    return found;
}
function stirred_meets(analysis, names, reach) {
    if (analysis.uses?.functions.some((name) => names.has(`${bare(name)}()`)))
        return true;
    if (!analysis.effects.some(mayWrite))
        return false;
    const effects = reach(analysis);
    return (!effects ||
        effects.some((effect) => stirred_writes(effect) && (names.has(bare(effect.name ?? '')) || names.has('*'))));
}
const stirred_writes = ({ action, temporary }) => stirred_WRITES.has(action) && temporary !== true;
/** Also what code does, or a statement that was prepared. */
const mayWrite = (effect) => stirred_writes(effect) || effect.action === 'call' || effect.action === 'execute' || effect.action === 'unknown';

;// CONCATENATED MODULE: ./lib/protocols/postgres/stored.js





/** Milliseconds after which it is read again, while the old one serves. */
const stored_FRESH_MS = 60_000;
/** Reading a large catalogue takes its time; it must not be all that the target does. */
const MOST_OF_THE_TIME = 50;
/** Milliseconds that hardly show. */
const QUICK_MS = 20;
/** Milliseconds after which that is read for which hardly anybody waits. */
const LEISURE_MS = 250;
/** Reading what changed ahead of the question takes no more than a part of the time. */
const MOST_OF_A_WHILE = 4;
/** Milliseconds after which nothing is judged by it any more. */
const STALE_MS = 300_000;
/** Milliseconds between attempts when the target does not answer. */
const AGAIN_MS = 1000;
class Stored {
    #options;
    #facts;
    /** Made when somebody asks. */
    #reached;
    #loading;
    #loaded = 0;
    #took = 0;
    /** When its sizes were read, and how long all of it took. */
    #sized = 0;
    #tookAll = 0;
    #soon;
    #failed = Number.NEGATIVE_INFINITY;
    #keyed = new Keyed();
    /** What open transactions give relations to set off. */
    stirred = new Stirred(this.#keyed, (analysis) => this.#deepened.get(analysis) ?? analysis.effects);
    /** What this session changed since it was read. */
    #changed = new Changed();
    /** The same, of which what is being read will tell. */
    #told;
    /** What statements do with their stored code, when it was more than their text. */
    #deepened = new WeakMap();
    #unread = new WeakMap();
    constructor(options) {
        this.#options = options;
    }
    /** Reads it when it was not read yet. */
    warm() {
        if (!this.#facts)
            this.#load().catch(() => { });
    }
    /** What a transaction that is over has changed. It is read before somebody asks. */
    invalidate(changed) {
        this.#changed.add(changed);
        this.#ahead();
    }
    /** Reads what has changed, unless that was done a moment ago. */
    #ahead(due = false) {
        if (!this.#facts || !this.#changed.any || this.#loading || this.#soon || this.#resting)
            return;
        const rest = (this.#took < QUICK_MS ? 1 : MOST_OF_A_WHILE) * this.#took;
        const wait = rest - (this.#options.now() - this.#loaded);
        if (wait <= 0 && (this.#changed.pressing || due)) {
            const changed = () => this.#ahead();
            this.#load({ ahead: true }).then(changed, () => { });
            return;
        }
        this.#soon = setTimeout(() => {
            this.#soon = undefined;
            this.#ahead(true);
        }, Math.max(wait, this.#changed.pressing ? 0 : LEISURE_MS)).unref();
    }
    /** What the statement would change, as far as its text and the code that it sets off tell. */
    note({ analysis, text }, changed) {
        changed.note(analysis, this.#deepened.get(analysis) ?? analysis.effects, text);
    }
    /** True while another connection changes what the statement would set off, or runs what this one would change. */
    contends(own, analysis) {
        if (this.stirred.contends(own, analysis, (each) => this.#reach(each)))
            return true;
        if (!this.#keyed.shared)
            return false;
        const effects = this.#facts?.deepen(analysis, PLAIN);
        return this.#keyed.contends(own, effects instanceof Promise ? analysis.effects : (effects ?? analysis.effects));
    }
    /** Settles when that can be told; undefined when it can. */
    reaching(own, analysis) {
        const stirred = this.stirred.any(own);
        if (!stirred && !this.#keyed.shared)
            return undefined;
        const effects = this.#facts?.deepen(analysis, stirred ? { moved: true } : PLAIN);
        return effects instanceof Promise ? effects : undefined;
    }
    #reach(analysis) {
        const effects = this.#facts?.deepen(analysis, { moved: true });
        return effects instanceof Promise ? undefined : effects;
    }
    /** `server_version_num`; 0 while nothing was read. */
    get server() {
        return this.#facts?.snapshot.server ?? 0;
    }
    /** How many rows these conditions pick at most, by a key that is there for certain; undefined when none tells. */
    most(pins) {
        return this.#keyed.sure(pins.relation) ? this.#facts?.most(pins) : undefined;
    }
    /** See `Target.code`. */
    code(text) {
        const facts = this.#facts;
        if (!facts)
            return [];
        if (this.#reached?.facts !== facts)
            this.#reached = { facts, by: new Reached(facts.snapshot) };
        return this.#reached.by.digests(text);
    }
    /** The relations that a name may mean, as they were read. */
    relations(name, moved) {
        return this.#facts?.relations(name, { moved }) ?? [];
    }
    /** See `Target.deepen`. */
    deepen(analysis, connection) {
        const facts = this.#facts;
        if (!facts || !this.#serves(analysis))
            return untouched(analysis) ? analysis.effects : this.#later(analysis, connection);
        return this.#kept(analysis, facts.deepen(analysis, connection));
    }
    /** False when it must be read first. */
    #serves(analysis) {
        const now = this.#options.now();
        const age = now - this.#loaded;
        if (age > STALE_MS || this.#changed.concerns(analysis) || this.#told?.concerns(analysis))
            return false;
        const whole = isOld(now - this.#sized, this.#tookAll);
        if ((whole || isOld(age, this.#took)) && !this.#resting)
            this.#load({ whole }).catch(() => { });
        return true;
    }
    /** The target did not answer a moment ago. */
    get #resting() {
        return this.#options.now() - this.#failed < AGAIN_MS;
    }
    async #later(analysis, connection) {
        try {
            // What runs already may have begun before the change.
            if (this.#loading)
                await this.#loading.catch(() => { });
            if (!this.#facts || !this.#serves(analysis))
                await this.#load();
        }
        catch {
            return this.#unreadable(analysis);
        }
        return this.#facts
            ? this.#kept(analysis, this.#facts.deepen(analysis, connection))
            : this.#unreadable(analysis);
    }
    #load(how = {}) {
        this.#loading ??= this.#once(how).finally(() => {
            this.#loading = undefined;
        });
        return this.#loading;
    }
    async #once({ whole = false, ahead = false }) {
        const { load, analyser, now } = this.#options;
        if (this.#resting)
            throw new Error('the catalogue could not be read a moment ago');
        const started = now();
        const first = !this.#facts;
        const changed = this.#changed;
        this.#changed = new Changed();
        this.#told = changed;
        this.#keyed.reading();
        try {
            const snapshot = await load(whole);
            if (snapshot !== this.#facts?.snapshot)
                this.#facts = (0,create/* createCatalogue */.S)(snapshot, analyser);
            this.#keyed.read(true);
            this.#loaded = now();
            this.#took = this.#loaded - started;
            if (whole || first) {
                this.#sized = this.#loaded;
                this.#tookAll = this.#took;
            }
        }
        catch (error) {
            this.#changed.add(changed);
            this.#keyed.read(false);
            // Nobody asked for it yet, and what was in its way may be over when somebody does.
            if (!ahead)
                this.#failed = now();
            throw error;
        }
        finally {
            this.#told = undefined;
        }
    }
    #kept(analysis, effects) {
        if (effects instanceof Promise)
            return effects.then((settled) => this.#kept(analysis, settled));
        if (effects !== analysis.effects && this.#deepened.get(analysis) !== effects)
            this.#deepened.set(analysis, effects);
        return effects;
    }
    #unreadable(analysis) {
        let effects = this.#unread.get(analysis);
        if (!effects) {
            effects = [...analysis.effects, UNREADABLE];
            this.#unread.set(analysis, effects);
        }
        return effects;
    }
}
const isOld = (age, took) => age > Math.max(stored_FRESH_MS, MOST_OF_THE_TIME * took);
/** As most connections are: what is found is found again when it is judged. */
const PLAIN = { moved: false };
/** It names nothing that could be in a catalogue: `BEGIN`, `SET timezone`. */
const untouched = ({ effects, relations, uses }) => relations.length === 0 &&
    uses === undefined &&
    effects.every(({ action }) => action === 'transaction' || action === 'set' || action === 'read');
const UNREADABLE = {
    action: 'unknown',
    object: 'catalogue',
    detail: 'the catalogue of the target could not be read',
};

;// CONCATENATED MODULE: ./lib/protocols/postgres/index.js


















const UPSTREAM_LOGIN_MS = 15_000;
const CLIENT_LOGIN_MS = 10_000;
const postgres = { name: 'postgres', defaultPort: 5432, open: postgres_open, snapshot };
function postgres_open(options) {
    const { terms, dial, masking, analyser } = options;
    const derived = new Map();
    const login = (settings) => upstreamLogin({ terms, dial, settings, keys: derived, timeout: UPSTREAM_LOGIN_MS });
    const own = () => login(upstreamSettings({ settings: OWN_SETTINGS }, {}));
    const side = new Side(own);
    const now = () => performance.now();
    const catalogue = new Catalogue(side, now);
    const reader = new SnapshotReader(side, Date.now);
    const stored = new Stored({ load: (whole) => reader.read({ whole }), analyser, now });
    const estimates = new Estimates(side, stored, now, fewestOf(terms.guard));
    const shared = {
        terms,
        analyser,
        masking,
        inspector: new Inspector(),
        plans: new Plans(masking, catalogue, terms.masks.columns),
        drift: new Drift(now),
        stored,
        blocking: new Blocking(side),
        countsRows: terms.guard.thresholds?.rows !== undefined,
        readOnly: terms.guard.mode === 'enforce' && terms.guard.rules.write === 'block',
        code: { opensCursors: false },
        now,
    };
    const surroundings = {
        shared,
        dial,
        login,
        local: localLogin(options),
        keys: new CancelKeys(),
        loginTimeout: CLIENT_LOGIN_MS,
    };
    return {
        masking,
        views() {
            const { plans } = shared;
            return plans.ready()?.then(() => plans.behind) ?? plans.behind;
        },
        flows: (analysis) => shared.plans.flows(analysis),
        disguises: (uses) => shared.plans.disguises(uses),
        estimate: (statement, effects, connection) => estimates.of(statement, effects, connection),
        atMost: (effects) => estimates.atMost(effects),
        rows: (name) => estimates.most(name),
        size: (name) => sizeOf(stored.relations(name, false)),
        code: (text) => stored.code(text),
        deepen: (analysis, connection) => stored.deepen(analysis, connection),
        serve: (client, gate) => serve(client, gate, surroundings),
        async check() {
            const upstream = await own();
            upstream.inlet.socket.end(TERMINATE);
        },
        async close() {
            side.close();
        },
    };
}
async function snapshot(options, now) {
    const settings = upstreamSettings({ settings: OWN_SETTINGS }, {});
    const side = new Side(() => upstreamLogin({ ...options, settings, keys: new Map(), timeout: UPSTREAM_LOGIN_MS }));
    try {
        return await loadSnapshot(side, now);
    }
    catch (error) {
        if (error instanceof errors/* SluiceError */.ah)
            throw error;
        const reason = error instanceof Error ? error.message : 'no reason given';
        throw new errors/* SluiceError */.ah('UPSTREAM_REFUSED', `Target ${options.terms.name}: ${reason}`, {
            hint: 'Try again when no schema change is running.',
        });
    }
    finally {
        side.close();
    }
}
/** The fewest rows that the guard tells apart from more. */
const fewestOf = ({ thresholds, allow }) => Math.min(...[thresholds?.rows, ...allow.map(({ rows }) => rows)].map((rows) => rows ?? Number.POSITIVE_INFINITY));
const OWN_SETTINGS = new Map([['application_name', 'sluice']]);
function localLogin({ terms, local }) {
    const password = local.password.reveal();
    return {
        user: local.user,
        password,
        method: local.cleartext ? 'password' : 'scram-sha-256',
        verifier: createVerifier(password, (0,external_node_crypto_.randomBytes)(16)),
        database: terms.database,
        target: terms.name,
    };
}


/***/ })

};
