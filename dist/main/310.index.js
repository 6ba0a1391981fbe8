export const id = 310;
export const ids = [310];
export const modules = {

/***/ 7310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runUnderSession: () => (/* binding */ runUnderSession)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(3360);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/session/files.js
var files = __webpack_require__(2947);
;// CONCATENATED MODULE: ./lib/session/limits.js

/** Longer ones make a timer fire at once. */
const LONGEST_TIMER = (/* unused pure expression or super */ null && (2 ** 31 - 1));
/** Calls once after `ms`, however many that are; does not keep the process alive. */
function after(ms, handler) {
    let timer;
    const wait = (left) => {
        const step = Math.min(Math.max(left, 0), LONGEST_TIMER);
        timer = setTimeout(() => (left > step ? wait(left - step) : handler()), step);
        timer.unref();
    };
    wait(ms);
    return { clear: () => clearTimeout(timer) };
}
/** Calls once when nothing has been open for `ms`; 0 for never. */
function whenIdle(ms, handler) {
    let connections = 0;
    let timer;
    const rearm = () => {
        timer?.clear();
        timer = ms > 0 && connections === 0 ? after(ms, handler) : undefined;
    };
    rearm();
    return {
        open() {
            connections++;
            rearm();
        },
        closed() {
            connections--;
            rearm();
        },
        clear: () => timer?.clear(),
    };
}
const PARENT_INTERVAL_MS = 1000;
/** Calls once when the process is gone. */
function whenGone(pid, handler) {
    const timer = setInterval(() => {
        if (alive(pid))
            return;
        clearInterval(timer);
        handler();
    }, PARENT_INTERVAL_MS);
    timer.unref();
    return { clear: () => clearInterval(timer) };
}
function alive(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        // Another user's process is alive too.
        return error.code === 'EPERM';
    }
    return !ended(pid);
}
/** True for a process that is over but that nobody has waited for: a job's container has no init that would. */
function ended(pid) {
    if (process.platform !== 'linux')
        return false;
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        // `pid (name) state`, and the name may hold anything.
        return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/session/log.js

/** One line of the daemon's log, which is its standard error. */
function log(line) {
    process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}
/** For the log and `closed.json`: the message of an error that is written for people; of others, which may quote values, the kind. */
function explain(error) {
    if (error instanceof errors/* SluiceError */.ah)
        return (0,errors/* describe */.q0)(error);
    if (!(error instanceof Error))
        return typeof error;
    const { code } = error;
    return code === undefined ? error.name : `${error.name} ${code}`;
}
/** Kind and place of a bug: where in the code, without any value. */
function trace(error) {
    if (!(error instanceof Error) || error.stack === undefined)
        return explain(error);
    const { message, stack } = error;
    // The stack begins with the message, whose own lines could look like frames.
    const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
    return [explain(error), ...frames.filter((line) => /^\s+at /.test(line))].join('\n');
}

;// CONCATENATED MODULE: ./lib/session/tally.js
/** More refusals than a person reads are only counted. */
const KEPT_REFUSALS = 200;
/** Characters of a reason; it may name what a statement names at any length. */
const LONGEST_REASON = 300;
/** Looks on while events go into the record. */
function counting(recorder) {
    const tally = { connections: 0, statements: 0, refused: 0, held: 0, masked: 0 };
    const refusals = [];
    const suspects = new Map();
    const running = new Map();
    let notify = () => { };
    const begin = (conn) => running.set(conn, (running.get(conn) ?? 0) + 1);
    const finish = (conn) => running.set(conn, Math.max(0, (running.get(conn) ?? 0) - 1));
    const count = (event, seq) => {
        switch (event.type) {
            case 'connection.open':
                tally.connections++;
                notify(event.conn, 'open');
                break;
            case 'connection.close':
                running.delete(event.conn);
                notify(event.conn, 'closed');
                break;
            case 'statement':
                if (event.verdict !== 'allow')
                    suspects.set(`${event.conn}:${event.id}`, suspect(event, seq));
                if (event.prepared !== undefined)
                    break;
                tally.statements++;
                begin(event.conn);
                break;
            case 'execute':
                tally.statements++;
                begin(event.conn);
                break;
            case 'denied': {
                tally.refused++;
                finish(event.conn);
                const key = `${event.conn}:${event.id}`;
                const found = suspects.get(key);
                suspects.delete(key);
                if (found && refusals.length < KEPT_REFUSALS)
                    refusals.push({ ...found, rule: event.rule });
                break;
            }
            case 'held':
                tally.held++;
                break;
            case 'result':
                finish(event.conn);
                for (const cells of Object.values(event.masked ?? {}))
                    tally.masked += cells;
                break;
            case 'error':
                finish(event.conn);
                break;
        }
    };
    return {
        recorder: {
            append(event) {
                const seq = recorder.append(event);
                count(event, seq);
                return seq;
            },
            flush: () => recorder.flush(),
            lagging: (resume) => recorder.lagging(resume),
            onFailure: (handler) => recorder.onFailure(handler),
            seal: (event) => recorder.seal(event),
        },
        tally,
        refusals,
        busy: (conn) => (running.get(conn) ?? 0) > 0,
        onConnection: (handler) => {
            notify = handler;
        },
    };
}
function suspect(event, seq) {
    const effect = event.effects[0];
    const relation = effect?.name ?? event.relations[0];
    const reason = effect
        ? [effect.action, effect.object, effect.name, effect.detail].filter(Boolean).join(' ')
        : 'not analysed';
    const short = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON).toWellFormed()} …` : reason;
    return { seq, reason: short, sha256: event.sha256, conn: event.conn, ...(relation ? { relation } : {}) };
}
/** The same numbers from events that are read back, one at a time: a record may be larger than memory. */
async function recount(events) {
    let seq = 0;
    const { recorder, tally, refusals } = counting({
        append: () => seq,
        flush: () => { },
        lagging: () => false,
        onFailure: () => { },
        seal: () => Promise.reject(new Error('events that were read back have no seal')),
    });
    for await (const event of events) {
        seq = event.seq;
        recorder.append(event);
    }
    return { totals: tally, refusals };
}

;// CONCATENATED MODULE: ./lib/session/stop.js
// The other side of control.ts: ends a session from outside, also when its daemon is dead.









const POLL_MS = 20;
/** A daemon that was just started may not listen yet. */
const START_MS = 5000;
const REQUEST_MS = 5000;
const EXIT_MS = 5000;
/** Idempotent. Never throws for a session that ended badly: `problems` says what is left. */
async function stopSession(options) {
    const { dir, now = false, timeoutMs = 90_000 } = options;
    const closed = (0,files/* readClosed */.XD)(dir);
    if (closed)
        return closed;
    const pid = (0,files/* readPid */.Qs)(dir);
    const running = () => pid !== undefined && alive(pid);
    const ready = await wait(START_MS, running, () => (0,files/* readReady */.oD)(dir));
    // Where it is gone, its port may be another's by now, who must not get the secret.
    if (ready && running())
        await ask(ready, now ? '/stop/now' : '/stop');
    else if (pid !== undefined && running())
        process.kill(pid, 'SIGTERM');
    const closedNow = await wait(timeoutMs, running, () => (0,files/* readClosed */.XD)(dir));
    // Its ports are free when it is gone.
    await wait(EXIT_MS, running, () => undefined);
    return closedNow ?? (await salvage(options));
}
/** Until `read` gives something, the process is gone or the time over. */
async function wait(ms, running, read) {
    for (const deadline = Date.now() + ms; Date.now() < deadline; await (0,promises_.setTimeout)(POLL_MS)) {
        const here = running();
        const found = read();
        if (found || !here)
            return found;
    }
    return undefined;
}
/** With its own agent, so that no outbound proxy of the environment is asked to reach loopback. */
function ask({ control }, path) {
    return new Promise((resolve) => {
        const asked = (0,external_node_http_.request)({
            host: '127.0.0.1',
            port: control.port,
            path,
            method: 'POST',
            headers: { authorization: `Bearer ${control.secret}` },
            timeout: REQUEST_MS,
            agent: new external_node_http_.Agent(),
        });
        asked.once('response', (response) => response.resume());
        asked.once('timeout', () => asked.destroy());
        // A refused connection means that it is dead or ending; `closed.json` tells.
        asked.once('error', () => { });
        asked.once('close', () => resolve());
        asked.end();
    });
}
/** What can be told of a session whose daemon left no word: its record, and what the server says. */
async function salvage({ dir, record, grant }) {
    const ready = (0,files/* readReady */.oD)(dir);
    const problems = [];
    let revocation;
    if (grant) {
        try {
            const { revoke } = await Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(537)]).then(__webpack_require__.bind(__webpack_require__, 4537));
            revocation = await revoke(grant);
        }
        catch (error) {
            problems.push(`the grant was not revoked: ${explain(error)}`);
        }
    }
    // Behind the revocation: nothing that the record holds may keep a credential alive.
    const { totals, refusals, session, startedAt, targets } = await readRecord(record);
    if (session)
        problems.unshift('the proxy process ended before the session was closed; its record has no seal of its own');
    const now = new Date().toISOString();
    return {
        session,
        ...(ready?.sessionUrl ? { sessionUrl: ready.sessionUrl } : {}),
        reason: 'killed',
        startedAt: startedAt ?? now,
        endedAt: now,
        targets,
        totals,
        refusals,
        record,
        ...(revocation ? { revocation } : {}),
        problems,
    };
}
async function readRecord(record) {
    let start;
    const counts = await recount((async function* () {
        for await (const event of readEvents((0,external_node_path_.join)(record, 'session.jsonl'))) {
            if (event.type === 'session.start')
                start ??= event;
            yield event;
        }
    })());
    return {
        ...counts,
        session: start?.session ?? '',
        startedAt: start?.t,
        targets: start?.targets.map(({ name }) => name) ?? [],
    };
}
async function* readEvents(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return;
    const lines = (0,external_node_readline_.createInterface)({ input: (0,external_node_fs_.createReadStream)(path), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines)
        if (line.endsWith('}'))
            yield* parsed(line);
}
/** Nothing for a line that a crash has torn. */
function parsed(line) {
    try {
        return [JSON.parse(line)];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./lib/session/wanted.js
var wanted = __webpack_require__(1021);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 5 modules
var exec = __webpack_require__(2876);
;// CONCATENATED MODULE: ./lib/action/command.js
// The `run` input: a script under the session, with only its own environment changed and its output masked.



/** What the runner gives to actions and not to `run:` steps, and the inputs and state of this action. */
const OURS = /^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/;
/** Returns the script's exit code; undefined when a signal ended it. */
async function runCommand(options) {
    const env = {};
    const secret = new Set(options.secretVariables.map(variable));
    for (const [name, value] of Object.entries(options.env))
        if (value !== undefined && !OURS.test(name) && !secret.has(variable(name)))
            env[name] = value;
    Object.assign(env, options.session);
    const [out, err] = [options.scrubber(), options.scrubber()];
    const [shell, args] = shellFor(options.script, options.env.PATH ?? '');
    // Its type says number, yet it is null after a signal.
    const code = await (0,exec/* exec */.m)(shell, args, {
        env,
        silent: true,
        ignoreReturnCode: true,
        listeners: {
            stdout: (data) => options.out(out.write(data)),
            stderr: (data) => options.err(err.write(data)),
        },
    });
    options.out(out.end());
    options.err(err.end());
    return code ?? undefined;
}
/** Windows does not tell the case of a variable's name. */
const variable = (name) => (process.platform === 'win32' ? name.toUpperCase() : name);
/** As GitHub runs `shell: bash`, and what it takes where there is none. */
function shellFor(script, path) {
    if (process.platform === 'win32')
        return ['pwsh', ['-NoLogo', '-Command', `$ErrorActionPreference = 'stop'\n${script}\nexit $LASTEXITCODE`]];
    const hasBash = path.split(external_node_path_.delimiter).some((dir) => dir !== '' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, 'bash')));
    if (hasBash)
        return ['bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script]];
    return ['sh', ['-e', '-c', script]];
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./lib/core/detectors.js
var core_detectors = __webpack_require__(5932);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/masking/blobs.js
// Detectors over `bytea`: what is text in it. Output formats: https://www.postgresql.org/docs/current/datatype-binary.html


const STAR = 0x2a;
const BACKSLASH = 0x5c;
/** So many readable characters in a row are no accident in bytes that are no text. */
const READABLE = 12;
/** Every byte keeps its place. `format` is that of the cell: `\x…` or escapes in text. */
function blobs_blobMask(scanner, format) {
    const scan = createScan();
    const mask = {
        label: 'detected',
        apply(from, start, end, to, at) {
            const hexed = format === 'text' && from[start] === BACKSLASH && from[start + 1] === 0x78;
            const value = format === 'binary' ? from.subarray(start, end) : plain(from, start, end, hexed);
            const hits = [];
            Object.assign(scan, { bytes: value, begin: 0, floor: 0, end: value.length, fresh: true });
            for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan)) {
                const hit = certain(value, scan.from, scan.to);
                if (!hit)
                    continue;
                hits.push(hit);
                mask.label = id;
            }
            if (hits.length === 0)
                return -2;
            const masked = Buffer.from(value);
            for (const [first, last] of hits)
                masked.fill(STAR, first, last);
            // An escaped value comes back as hex, which every client takes; it is never longer than the cell.
            if (format === 'binary')
                return masked.copy(to, at);
            return hexed ? to.write(`\\x${masked.toString('hex')}`, at, 'latin1') : blobs_escaped(masked).copy(to, at);
        },
        bound: (length) => length,
    };
    return mask;
}
/** What a text cell holds. */
function plain(from, start, end, hexed) {
    if (hexed)
        return Buffer.from(from.toString('latin1', start + 2, end), 'hex');
    const value = Buffer.allocUnsafe(end - start);
    let length = 0;
    for (let at = start; at < end; at++) {
        const octal = from[at] === BACKSLASH && from[at + 1] !== BACKSLASH && at + 3 < end;
        if (octal)
            value[length++] = Number.parseInt(from.toString('latin1', at + 1, at + 4), 8);
        else
            value[length++] = from[at];
        if (octal)
            at += 3;
        else if (from[at] === BACKSLASH)
            at++;
    }
    return value.subarray(0, length);
}
/** As byteaout writes it. */
function blobs_escaped(value) {
    const parts = [];
    for (const byte of value)
        if (byte === BACKSLASH)
            parts.push('\\\\');
        else if (byte >= 0x20 && byte <= 0x7e)
            parts.push(String.fromCharCode(byte));
        else
            parts.push(`\\${byte.toString(8).padStart(3, '0')}`);
    return Buffer.from(parts.join(''), 'latin1');
}
/** All of a hit in text; in other bytes the longest run of it that people can read, when it is long enough. */
function certain(value, from, to) {
    if (isUtf8(value) && !value.includes(0))
        return [from, to];
    let best = [from, from];
    for (let at = from, start = from; at <= to; at++) {
        const byte = at < to ? value[at] : 0;
        if (byte > 0x20 && byte < 0x7f)
            continue;
        if (at - start > best[1] - best[0])
            best = [start, at];
        start = at + 1;
    }
    return best[1] - best[0] >= READABLE ? best : undefined;
}

;// CONCATENATED MODULE: ./lib/masking/bodies/body.js
// What a body's masks have in common.

/** The body is not what it was said to be, or larger than its form can be masked: nothing more of it may be shown. */
class body_Unmaskable extends (/* unused pure expression or super */ null && (Error)) {
    name = 'Unmaskable';
}
class body_Counts {
    masked = Object.create(null);
    add(label) {
        this.masked[label] = (this.masked[label] ?? 0) + 1;
    }
}
const STARS = '****';
/** Looks at values that stand alone. */
class body_Finder {
    #scan = createScan();
    #tools;
    #counts;
    constructor(tools, counts) {
        this.#tools = tools;
        this.#counts = counts;
    }
    /** The value with what detectors found replaced; undefined when nothing was. A name in front of it tells what it is: `password`. */
    masked(value, name) {
        if (!this.#tools.scans)
            return undefined;
        const before = name === undefined ? '' : `${name}: "`;
        const bytes = Buffer.from(name === undefined ? value : `${before}${value}"`);
        const start = Buffer.byteLength(before);
        const end = name === undefined ? bytes.length : bytes.length - 1;
        const scan = Object.assign(this.#scan, { bytes, begin: 0, floor: 0, end: bytes.length, fresh: true });
        let shown = '';
        let read = start;
        for (let id = this.#tools.scanner.next(scan); id !== undefined; id = this.#tools.scanner.next(scan)) {
            const [from, to] = [Math.max(scan.from, read), Math.min(scan.to, end)];
            if (to <= from)
                continue;
            this.#counts.add(id);
            shown += bytes.toString('utf8', read, from) + STARS;
            read = to;
        }
        scan.bytes = NONE;
        return read === start ? undefined : shown + bytes.toString('utf8', read, end);
    }
}
const NONE = Buffer.alloc(0);

;// CONCATENATED MODULE: ./lib/masking/bodies/escapes.js

const QUOTE = 0x22;
const escapes_BACKSLASH = 0x5c;
/** With its quotes. */
const escapes_escaped = (text) => Buffer.from(JSON.stringify(text.toWellFormed()));
/** A text in pieces, from behind its opening quote. Without a scrubber nothing of it is shown. */
class escapes_LongText {
    #scrubber;
    #open = Buffer.alloc(0);
    over = false;
    constructor(scrubber) {
        this.#scrubber = scrubber;
    }
    /** What may be shown of `bytes` from `at` on, and where the text ends in them. */
    read(bytes, at) {
        const all = this.#open.length === 0 ? bytes.subarray(at) : Buffer.concat([this.#open, bytes.subarray(at)]);
        const back = this.#open.length;
        let cut = 0;
        while (cut < all.length) {
            const byte = all[cut];
            if (byte === QUOTE)
                break;
            if (byte < 0x20)
                throw new Unmaskable('a text in the JSON holds a control character');
            if (byte !== escapes_BACKSLASH) {
                cut++;
                continue;
            }
            const length = escapeLength(all, cut);
            if (length === 0)
                break;
            cut += length;
        }
        this.over = cut < all.length && all[cut] === QUOTE;
        this.#open = this.over ? Buffer.alloc(0) : Buffer.from(all.subarray(cut));
        const end = this.over ? at + cut + 1 - back : bytes.length;
        if (!this.#scrubber)
            return { shown: Buffer.alloc(0), end };
        const shown = [this.#scrubber.write(escapes_plain(all.subarray(0, cut)))];
        if (this.over)
            shown.push(this.#scrubber.end());
        const text = inside(Buffer.concat(shown));
        return { shown: this.over ? Buffer.concat([text, Buffer.from('"')]) : text, end };
    }
}
/** Of the escape at `at`, both halves of a pair together; 0 when more must come. */
function escapeLength(bytes, at) {
    if (at + 1 >= bytes.length)
        return 0;
    if (bytes[at + 1] !== 0x75)
        return 2;
    if (at + 6 > bytes.length)
        return 0;
    if (!/^d[89ab]/i.test(bytes.toString('latin1', at + 2, at + 6)))
        return 6;
    if (at + 7 >= bytes.length)
        return bytes[at + 6] === escapes_BACKSLASH || at + 6 === bytes.length ? 0 : 6;
    if (bytes[at + 6] !== escapes_BACKSLASH || bytes[at + 7] !== 0x75)
        return 6;
    return at + 12 > bytes.length ? 0 : 12;
}
/** Escapes are undone; other bytes stay, whatever they are. */
function escapes_plain(bytes) {
    if (!bytes.includes(escapes_BACKSLASH))
        return bytes;
    const parts = [];
    let from = 0;
    for (let at = bytes.indexOf(escapes_BACKSLASH); at !== -1; at = bytes.indexOf(escapes_BACKSLASH, from)) {
        const length = escapeLength(bytes, at);
        parts.push(bytes.subarray(from, at), Buffer.from(escapes_undone(bytes.toString('latin1', at, at + length))));
        from = at + length;
    }
    return Buffer.concat([...parts, bytes.subarray(from)]);
}
function escapes_undone(written) {
    try {
        return String(JSON.parse(`"${written}"`)).toWellFormed();
    }
    catch {
        throw new Unmaskable('it is not JSON');
    }
}
/** Escapes of what may not stand in a text as it is. */
function inside(bytes) {
    const parts = [];
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte >= 0x20 && byte !== QUOTE && byte !== escapes_BACKSLASH)
            continue;
        const code = byte < 0x20 ? `\\u${byte.toString(16).padStart(4, '0')}` : `\\${String.fromCharCode(byte)}`;
        parts.push(bytes.subarray(from, at), Buffer.from(code));
        from = at + 1;
    }
    return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(from)]);
}

;// CONCATENATED MODULE: ./lib/masking/bodies/json.js
// Masks over JSON as it comes (RFC 8259), byte by byte: values in front of the one that is being read are shown already.



const MOST_DEPTH = 128;
/** A longer text is looked at in pieces. */
const LONG = (/* unused pure expression or super */ null && (16 * 1024));
const MOST_NUMBER = 400;
const json_QUOTE = 0x22;
const json_BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
class json_JsonMask {
    #counts = new Counts();
    #tools;
    #finder;
    #scrubber;
    #stack = [];
    #path = [];
    #next = 'value';
    #held = NOTHING;
    #first = true;
    #long;
    /** Within a value of a masked field that is no scalar: how deep, and whether in a text. */
    #hidden;
    constructor(tools, scrubber) {
        this.#tools = tools;
        this.#finder = new Finder(tools, this.#counts);
        this.#scrubber = scrubber;
    }
    get masked() {
        return this.#counts.masked;
    }
    rest() {
        return NOTHING;
    }
    write(chunk) {
        return this.#read(this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]), false);
    }
    end() {
        const shown = this.#read(this.#held, true);
        const whole = this.#stack.length === 0 && this.#next === 'value';
        if (!whole || this.#long || this.#hidden || this.#held.length > 0)
            throw new Unmaskable('the JSON ends in its middle');
        return shown;
    }
    #read(bytes, last) {
        if (this.#first && bytes[0] === 0xef && bytes.length < 3 && !last) {
            this.#held = Buffer.from(bytes);
            return NOTHING;
        }
        const out = [];
        let shown = 0;
        let at = this.#mark(bytes);
        this.#held = NOTHING;
        const show = (to) => {
            if (to > shown)
                out.push(bytes.subarray(shown, to));
            shown = to;
        };
        const put = (from, to, value) => {
            show(from);
            out.push(value);
            shown = to;
        };
        while (at < bytes.length) {
            if (this.#long) {
                const { shown: text, end } = this.#long.read(bytes, at);
                put(at, end, text);
                if (this.#long.over)
                    this.#long = undefined;
                at = end;
                continue;
            }
            if (this.#hidden) {
                const end = this.#skip(bytes, at);
                put(at, end, NOTHING);
                at = end;
                continue;
            }
            const byte = bytes[at];
            if (isSpace(byte)) {
                at++;
                continue;
            }
            if (byte === json_QUOTE) {
                const end = textEnd(bytes, at + 1);
                if (end === -1) {
                    if (bytes.length - at > LONG && this.#next !== 'key' && this.#next !== 'key-or-end') {
                        put(at, at + 1, this.#begin());
                        at++;
                        continue;
                    }
                    if (bytes.length - at > LONG)
                        throw new Unmaskable('a name in the JSON is too long');
                    break;
                }
                const masked = this.#text(bytes, at + 1, end);
                if (masked)
                    put(at, end + 1, masked);
                at = end + 1;
                continue;
            }
            if (isScalar(byte)) {
                let end = at + 1;
                while (end < bytes.length && isScalar(bytes[end]))
                    end++;
                if (end - at > MOST_NUMBER)
                    throw new Unmaskable('a number in the JSON is too long');
                if (end === bytes.length && !last)
                    break;
                const masked = this.#scalar(bytes.toString('latin1', at, end));
                if (masked)
                    put(at, end, masked);
                at = end;
                continue;
            }
            const hidden = this.#structure(byte);
            at++;
            if (hidden)
                put(at - 1, at, hidden);
        }
        show(at);
        // Copied: the caller's buffer may be used again.
        if (at < bytes.length)
            this.#held = Buffer.from(bytes.subarray(at));
        return out.length === 1 ? out[0] : Buffer.concat(out);
    }
    /** A byte order mark is allowed in front, and nowhere else. */
    #mark(bytes) {
        if (!this.#first || bytes.length === 0)
            return 0;
        this.#first = false;
        return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    }
    #structure(byte) {
        const top = this.#stack.at(-1);
        if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
            const mask = this.#value();
            if (mask) {
                this.#counts.add(mask.label);
                this.#hidden = { depth: 1, text: false, escape: false };
                this.#after();
                return Buffer.from(mask.kind === 'null' ? 'null' : '"****"');
            }
            if (this.#stack.length >= MOST_DEPTH)
                throw new Unmaskable('the JSON is nested too deeply');
            this.#stack.push({ kind: byte === OPEN_OBJECT ? 'object' : 'array', key: undefined });
            this.#next = byte === OPEN_OBJECT ? 'key-or-end' : 'value-or-end';
        }
        else if (byte === CLOSE_OBJECT && top?.kind === 'object' && this.#ends('key-or-end'))
            this.#close();
        else if (byte === CLOSE_ARRAY && top?.kind === 'array' && this.#ends('value-or-end'))
            this.#close();
        else if (byte === COLON && this.#next === 'colon')
            this.#next = 'value';
        else if (byte === COMMA && top && this.#next === 'comma-or-end')
            this.#next = top.kind === 'object' ? 'key' : 'value';
        else
            throw new Unmaskable('it is not JSON');
        return undefined;
    }
    #ends(empty) {
        return this.#next === 'comma-or-end' || this.#next === empty;
    }
    #close() {
        this.#stack.pop();
        this.#after();
    }
    /** A value is over. */
    #after() {
        const top = this.#stack.at(-1);
        if (top?.key !== undefined) {
            this.#path.pop();
            top.key = undefined;
        }
        this.#next = top ? 'comma-or-end' : 'value';
    }
    /** A value begins: its mask, when its field has one. */
    #value() {
        if (this.#next !== 'value' && this.#next !== 'value-or-end')
            throw new Unmaskable('it is not JSON');
        return this.#path.length === 0 ? undefined : this.#tools.fields.find(this.#path);
    }
    get #name() {
        return this.#stack.at(-1)?.key;
    }
    #text(bytes, from, to) {
        const text = decoded(bytes, from, to);
        if (this.#next === 'key' || this.#next === 'key-or-end') {
            this.#stack.at(-1).key = text;
            this.#path.push(text.toLowerCase());
            this.#next = 'colon';
            const masked = this.#finder.masked(text, undefined);
            return masked === undefined ? undefined : escaped(masked);
        }
        const mask = this.#value();
        const masked = mask ? mask.text(text) : this.#finder.masked(text, this.#name);
        if (mask)
            this.#counts.add(mask.label);
        this.#after();
        if (masked === null)
            return Buffer.from('null');
        return masked === undefined ? undefined : escaped(masked);
    }
    /** A text that is too long to wait for. */
    #begin() {
        const mask = this.#value();
        if (mask)
            this.#counts.add(mask.label);
        this.#long = new LongText(mask ? undefined : this.#scrubber());
        this.#after();
        if (!mask)
            return Buffer.from('"');
        return Buffer.from(mask.kind === 'null' ? 'null' : '"****"');
    }
    #scalar(text) {
        const literal = text === 'true' || text === 'false' || text === 'null';
        if (!literal && !NUMBER.test(text))
            throw new Unmaskable('it is not JSON');
        const mask = this.#value();
        const name = this.#name;
        this.#after();
        if (mask) {
            this.#counts.add(mask.label);
            if (text === 'null' || mask.kind === 'null')
                return Buffer.from('null');
            return Buffer.from(literal ? 'false' : '0');
        }
        return !literal && this.#finder.masked(text, name) !== undefined ? Buffer.from('0') : undefined;
    }
    /** Behind the end of a value that is not shown, or of what is here. */
    #skip(bytes, from) {
        const state = this.#hidden;
        for (let at = from; at < bytes.length; at++) {
            const byte = bytes[at];
            if (state.text) {
                if (state.escape)
                    state.escape = false;
                else if (byte === json_BACKSLASH)
                    state.escape = true;
                else if (byte === json_QUOTE)
                    state.text = false;
            }
            else if (byte === json_QUOTE)
                state.text = true;
            else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY)
                state.depth++;
            else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && --state.depth === 0) {
                this.#hidden = undefined;
                return at + 1;
            }
        }
        return bytes.length;
    }
}
const NOTHING = Buffer.alloc(0);
/** Record separators stand between values of a sequence (RFC 7464). */
const isSpace = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e;
/** Of numbers, `true`, `false`, `null`. */
const isScalar = (byte) => (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45;
/** Where the closing quote is; -1 when more must come. */
function textEnd(bytes, from) {
    for (let at = from; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === json_BACKSLASH)
            at++;
        else if (byte === json_QUOTE)
            return at;
        else if (byte < 0x20)
            throw new Unmaskable('a text in the JSON holds a control character');
    }
    return -1;
}
function decoded(bytes, from, to) {
    const raw = bytes.subarray(from, to);
    if (!isUtf8(raw))
        throw new Unmaskable('the JSON is not UTF-8');
    if (!raw.includes(json_BACKSLASH))
        return raw.toString();
    try {
        return String(JSON.parse(`"${raw.toString()}"`));
    }
    catch {
        throw new Unmaskable('it is not JSON');
    }
}

;// CONCATENATED MODULE: ./lib/masking/bodies/events.js


const LONGEST = (/* unused pure expression or super */ null && (1024 * 1024));
/** An event is shown when it is whole. */
class events_EventsMask {
    #counts = new Counts();
    #tools;
    #finder;
    #scrubber;
    #held = Buffer.alloc(0);
    /** How much of it was looked at for its end. */
    #looked = 0;
    constructor(tools, scrubber) {
        this.#tools = tools;
        this.#finder = new Finder(tools, this.#counts);
        this.#scrubber = scrubber;
    }
    get masked() {
        return this.#counts.masked;
    }
    rest() {
        return Buffer.alloc(0);
    }
    write(chunk) {
        const bytes = Buffer.concat([this.#held, chunk]);
        const shown = [];
        let from = 0;
        for (let end = eventEnd(bytes, this.#looked); end !== -1; end = eventEnd(bytes, from)) {
            shown.push(this.#event(bytes.subarray(from, end)));
            from = end;
        }
        this.#held = Buffer.from(bytes.subarray(from));
        // A line end may be cut in two.
        this.#looked = Math.max(0, this.#held.length - 3);
        if (this.#held.length > LONGEST)
            throw new Unmaskable('an event is too large');
        return Buffer.concat(shown);
    }
    end() {
        const left = this.#held;
        this.#held = Buffer.alloc(0);
        return left.length === 0 ? left : this.#event(left);
    }
    /** Its lines, those of its data taken together. */
    #event(bytes) {
        const lines = bytes.toString().split(/\r\n|\r|\n/);
        const data = lines.flatMap((line) => {
            const value = /^\uFEFF?data(?:: ?(.*))?$/s.exec(line);
            return value ? [value[1] ?? ''] : [];
        });
        const masked = this.#data(data.join('\n'));
        const others = lines.map((line) => /^\uFEFF?data(?::|$)/.test(line) ? line : (this.#finder.masked(line, undefined) ?? line));
        if (masked === undefined && others.every((line, at) => line === lines[at]))
            return bytes;
        let first = true;
        const shown = others.flatMap((line) => {
            if (!/^\uFEFF?data(?::|$)/.test(line))
                return [line];
            if (masked === undefined)
                return [line];
            if (!first)
                return [];
            first = false;
            return masked.split('\n').map((part) => `data: ${part}`);
        });
        return Buffer.from(shown.join('\n'));
    }
    /** Undefined when it stays as it is. */
    #data(data) {
        if (data.trim() === '')
            return undefined;
        try {
            const mask = new JsonMask(this.#tools, this.#scrubber);
            const shown = Buffer.concat([mask.write(Buffer.from(data)), mask.end()]).toString();
            for (const [label, times] of Object.entries(mask.masked))
                for (let n = 0; n < times; n++)
                    this.#counts.add(label);
            return shown === data ? undefined : shown;
        }
        catch (error) {
            if (!(error instanceof Unmaskable))
                throw error;
        }
        // Where fields are to be masked, what may hold some and cannot be read is not shown.
        if (!this.#tools.fields.none && /["{=]/.test(data)) {
            this.#counts.add('unread');
            return '****';
        }
        return this.#finder.masked(data, undefined);
    }
}
/** Behind the empty line that ends an event; -1 when more must come. */
function eventEnd(bytes, from) {
    for (let at = from; at < bytes.length; at++) {
        const end = lineEnd(bytes, at);
        if (end === -1)
            continue;
        if (end === 0)
            return -1;
        const next = end < bytes.length ? lineEnd(bytes, end) : 0;
        if (next === 0)
            return -1;
        if (next !== -1)
            return next;
        at = end - 1;
    }
    return -1;
}
/** Behind the line end at `at`; -1 when there is none, 0 when more must come. */
function lineEnd(bytes, at) {
    if (bytes[at] === 0x0a)
        return at + 1;
    if (bytes[at] !== 0x0d)
        return -1;
    if (at + 1 === bytes.length)
        return 0;
    return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
}

;// CONCATENATED MODULE: ./lib/masking/bodies/form.js
// Masks over `application/x-www-form-urlencoded`, as https://url.spec.whatwg.org/#urlencoded-parsing reads it.

const form_LONGEST = (/* unused pure expression or super */ null && (1024 * 1024));
class form_FormMask {
    #counts = new Counts();
    #tools;
    #finder;
    #chunks = [];
    #length = 0;
    constructor(tools) {
        this.#tools = tools;
        this.#finder = new Finder(tools, this.#counts);
    }
    get masked() {
        return this.#counts.masked;
    }
    rest() {
        return Buffer.alloc(0);
    }
    write(chunk) {
        this.#length += chunk.length;
        if (this.#length > form_LONGEST)
            throw new Unmaskable('the form is too large');
        this.#chunks.push(Buffer.from(chunk));
        return Buffer.alloc(0);
    }
    end() {
        const text = Buffer.concat(this.#chunks).toString();
        let changed = false;
        const pairs = [...new URLSearchParams(text)].map(([name, value]) => {
            const pair = [this.#finder.masked(name, undefined) ?? name, this.#masked(name, value)];
            changed ||= pair[0] !== name || pair[1] !== value;
            return pair;
        });
        return Buffer.from(changed ? new URLSearchParams(pairs).toString() : text);
    }
    #masked(name, value) {
        // `user[email]` is a field of `user`.
        const path = name
            .toLowerCase()
            .split(/[.[\]]+/)
            .filter((part) => part !== '');
        const mask = this.#tools.fields.find(path);
        if (!mask)
            return this.#finder.masked(value, name) ?? value;
        this.#counts.add(mask.label);
        return mask.text(value) ?? '';
    }
}

;// CONCATENATED MODULE: ./lib/masking/numeric.js
const NEGATIVE = 0x4000;
const SPECIAL = { 49152: 'NaN', 53248: 'Infinity', 61440: '-Infinity' };
/**
 * The text of a binary `numeric`: count of digits, weight, sign and scale (int16 each), then digits of base 10,000.
 * Source: numeric_send in PostgreSQL's numeric.c.
 */
function numeric_numericText(cell) {
    const count = cell.readInt16BE(0);
    const weight = cell.readInt16BE(2);
    const sign = cell.readUInt16BE(4);
    const scale = cell.readInt16BE(6);
    const special = SPECIAL[sign];
    if (special)
        return special;
    const group = (index) => String(index >= 0 && index < count ? cell.readInt16BE(8 + index * 2) : 0).padStart(4, '0');
    let whole = '';
    for (let index = 0; index <= weight; index++)
        whole += group(index);
    let fraction = '';
    for (let index = weight + 1; fraction.length < scale; index++)
        fraction += group(index);
    const text = whole.replace(/^0+/, '') || '0';
    return `${sign === NEGATIVE ? '-' : ''}${text}${scale > 0 ? `.${fraction.slice(0, scale)}` : ''}`;
}

;// CONCATENATED MODULE: ./lib/masking/hash.js

/**
 * A mask that gives equal values equal stand-ins of their own type for as long as the key lives; undefined when
 * the type has no room for one.
 */
function hash_hashed(label, type, format, digest) {
    const encoder = encoderOf(type ?? '', format);
    return (encoder && {
        label,
        apply: (from, start, end, to, at) => encoder.write(digest(encoder.value(from, start, end)), to, at),
        bound: () => encoder.length,
        ...(encoder.escapes ? { escapes: true } : {}),
    });
}
const bytes = (from, start, end) => from.subarray(start, end);
const HEX = 16;
function encoderOf(type, format) {
    const binary = format === 'binary';
    switch (type) {
        case 'text':
        case 'varchar':
        case 'name':
        case 'citext':
        case 'xml':
            return { length: HEX, value: bytes, write: (hash, to, at) => to.write(hash.toString('hex', 0, 8), at) };
        case 'bpchar':
            return {
                length: HEX,
                value: unpadded,
                write: (hash, to, at) => to.write(hash.toString('hex', 0, 8), at),
            };
        case 'json':
        case 'jsonb':
            return json(binary && type === 'jsonb' ? 1 : 0);
        case 'int2':
        case 'int4':
        case 'int8':
            return integer(Number(type.slice(3)), binary);
        case 'numeric':
            return numeric(binary);
        case 'uuid':
            return uuid(binary);
        case 'bytea':
            return bytea(binary);
        default:
            return undefined;
    }
}
function unpadded(from, start, end) {
    let to = end;
    while (to > start && from[to - 1] === 0x20)
        to--;
    return from.subarray(start, to);
}
function json(version) {
    return {
        length: HEX + 2 + version,
        value: (from, start, end) => from.subarray(start + version, end),
        write(hash, to, at) {
            if (version === 1)
                to[at] = 1;
            return version + to.write(`"${hash.toString('hex', 0, 8)}"`, at + version);
        },
    };
}
/** Positive, so that it is as long as any other number of the type; int8 stays a safe integer of JavaScript. */
function integer(size, binary) {
    const bits = size === 8 ? 48 : size * 8 - 1;
    const read = (from, start) => size === 8 ? from.readBigInt64BE(start) : from.readIntBE(start, size);
    return {
        length: binary ? size : 15,
        value: (from, start, end) => binary ? Buffer.from(String(read(from, start))) : from.subarray(start, end),
        write(hash, to, at) {
            const value = bits === 48 ? hash.readUIntBE(0, 6) : hash.readUInt32BE(0) % 2 ** bits;
            if (!binary)
                return to.write(String(value), at);
            if (size === 8)
                to.writeBigInt64BE(BigInt(value), at);
            else
                to.writeIntBE(value, at, size);
            return size;
        },
    };
}
/** An integer of up to 15 digits. Binary: digits, weight, sign, scale, then digits of base 10,000. */
function numeric(binary) {
    return {
        length: binary ? 16 : 15,
        value: (from, start, end) => binary ? Buffer.from(numericText(from.subarray(start, end))) : from.subarray(start, end),
        write(hash, to, at) {
            const value = 10 ** 14 + (hash.readUIntBE(0, 6) % 9e14);
            if (!binary)
                return to.write(String(value), at);
            to.fill(0, at, at + 16);
            to.writeInt16BE(4, at);
            to.writeInt16BE(3, at + 2);
            for (let digit = 0; digit < 4; digit++)
                to.writeInt16BE(Math.floor(value / 10_000 ** (3 - digit)) % 10_000, at + 8 + digit * 2);
            return 16;
        },
    };
}
/** Version 8 (RFC 9562: custom), so that it is a valid UUID of no known generator. */
function uuid(binary) {
    return {
        length: binary ? 16 : 36,
        value: (from, start, end) => binary
            ? from.subarray(start, end)
            : Buffer.from(from.toString('latin1', start, end).replaceAll('-', ''), 'hex'),
        write(hash, to, at) {
            hash[6] = (hash[6] & 0x0f) | 0x80;
            hash[8] = (hash[8] & 0x3f) | 0x80;
            if (binary)
                return hash.copy(to, at, 0, 16);
            const hex = hash.toString('hex', 0, 16);
            return to.write(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), at);
        },
    };
}
function bytea(binary) {
    return {
        length: binary ? 16 : 34,
        ...(binary ? {} : { escapes: true }),
        value: (from, start, end) => binary ? from.subarray(start, end) : Buffer.from(from.toString('latin1', start + 2, end), 'hex'),
        write: (hash, to, at) => binary ? hash.copy(to, at, 0, 16) : to.write(`\\x${hash.toString('hex', 0, 16)}`, at),
    };
}

;// CONCATENATED MODULE: ./lib/masking/bytes.js
// Byte classes that detectors share. A class is a bit; sets of classes are joined with `|`.
const DIGIT = 1;
const UPPER = 2;
const LOWER = 4;
const UNDERSCORE = 8;
const bytes_DASH = 16;
/** `.` */
const bytes_DOT = 32;
/** `+ / = %`: what base64 and its URL encoding add. */
const BASE64_EXTRA = 64;
/** Bytes of a multi-byte UTF-8 sequence. */
const bytes_HIGH = 128;
const bytes_ALNUM = DIGIT | UPPER | LOWER;
const WORD = bytes_ALNUM | UNDERSCORE;
/** base64url. */
const TOKEN = WORD | bytes_DASH;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte >= 0x80)
        return bytes_HIGH;
    const char = String.fromCharCode(byte);
    if (/[0-9]/.test(char))
        return DIGIT;
    if (/[A-Z]/.test(char))
        return UPPER;
    if (/[a-z]/.test(char))
        return LOWER;
    if (char === '_')
        return UNDERSCORE;
    if (char === '-')
        return bytes_DASH;
    if (char === '.')
        return bytes_DOT;
    return '+/=%'.includes(char) ? BASE64_EXTRA : 0;
});
const bytes_BACKSLASH = 0x5c;
/** True when `byte` is in one of `classes`; false for undefined (outside of the buffer). */
function bytes_is(byte, classes) {
    return byte !== undefined && (CLASSES[byte] & classes) !== 0;
}
/** End of the run of `classes` that begins at `from`, at most `limit`. */
function runEnd(bytes, from, limit, classes) {
    let at = from;
    while (at < limit && (CLASSES[bytes[at]] & classes) !== 0)
        at++;
    return at;
}
/** True when the bytes at `at` are `text` (ASCII) and end by `end`. */
function matches(bytes, at, end, text) {
    if (at + text.length > end)
        return false;
    for (let index = 0; index < text.length; index++)
        if (bytes[at + index] !== text.charCodeAt(index))
            return false;
    return true;
}
/**
 * True when no byte of `classes` stands right before `at`, so that a token may begin there. The letter of an
 * escape (`\n`, `\r`, `\t` in JSON) does not count.
 */
function beginsAt(bytes, begin, at, classes) {
    if (at <= begin)
        return true;
    const before = bytes[at - 1];
    if (!bytes_is(before, classes))
        return true;
    if (at - 2 < begin || bytes[at - 2] !== bytes_BACKSLASH)
        return false;
    return before === 0x6e || before === 0x72 || before === 0x74;
}
/** The first byte of a character at or before `at`, so that a cut there splits none. */
function bytes_characterStart(bytes, begin, at) {
    let start = at;
    while (start > begin && (bytes[start] & 0xc0) === 0x80)
        start--;
    return start;
}
/** Copies `from[start, end)` to `to` at `at`, also over itself to the left. Calls into native code pay off late. */
function bytes_move(from, start, end, to, at) {
    if (end - start > 64)
        from.copy(to, at, start, end);
    else
        for (let index = start; index < end; index++)
            to[at + index - start] = from[index];
    return end - start;
}

;// CONCATENATED MODULE: ./lib/masking/partial.js

const partial_STAR = 0x2a;
const AT = 0x40;
const SPACE = 0x20;
const SHOWN = 4;
/** Shorter values show nothing: four of seven characters would be most of it. */
const SHORTEST = 8;
/** `a***@example.com` for an e-mail address, else `****1234`; never longer than the value. */
function partial_partialText(label) {
    return {
        label,
        apply(from, start, padded, to, at) {
            let end = padded;
            while (end > start && from[end - 1] === SPACE)
                end--;
            const sign = emailSign(from, start, end);
            if (sign !== -1)
                return maskEmail(from, start, sign, end, to, at);
            const tail = lastCharacters(from, start, end);
            if (tail === -1)
                return stars(to, at, Math.min(4, padded - start));
            move(from, tail, end, to, at + 4);
            stars(to, at, 4);
            return 4 + end - tail;
        },
        bound: (length) => length,
    };
}
function stars(to, at, count) {
    for (let index = 0; index < count; index++)
        to[at + index] = partial_STAR;
    return count;
}
/** Where `@` stands when the whole value is one address, or -1. */
function emailSign(from, start, end) {
    let sign = start;
    while (sign < end && from[sign] !== AT)
        sign++;
    if (sign === start || sign >= end - 1)
        return -1;
    for (let at = start; at < sign; at++)
        if (from[at] <= SPACE)
            return -1;
    let dot = false;
    for (let at = sign + 1; at < end; at++) {
        if (!is(from[at], ALNUM | DASH | DOT | HIGH))
            return -1;
        dot ||= is(from[at], DOT);
    }
    return dot ? sign : -1;
}
function maskEmail(from, start, sign, end, to, at) {
    let first = start + 1;
    while (first < sign && (from[first] & 0xc0) === 0x80)
        first++;
    // A one-letter name is hidden; the result never grows, so short names get fewer stars.
    const shown = first < sign ? first - start : 0;
    const hidden = Math.min(3, sign - start - shown);
    move(from, start, start + shown, to, at);
    move(from, sign, end, to, at + shown + hidden);
    stars(to, at + shown, hidden);
    return shown + hidden + end - sign;
}
/** Where the last four characters begin, or -1 when the value is too short to show them. */
function lastCharacters(from, start, end) {
    if (end - start >= SHORTEST && isAscii(from, end - SHORTEST, end))
        return end - SHOWN;
    let tail = -1;
    let at = end;
    for (let count = 1; count <= SHORTEST; count++) {
        if (at <= start)
            return -1;
        at = characterStart(from, start, at - 1);
        if (count === SHOWN)
            tail = at;
    }
    return tail;
}
function isAscii(from, start, end) {
    let bits = 0;
    for (let at = start; at < end; at++)
        bits |= from[at];
    return bits < 0x80;
}

;// CONCATENATED MODULE: ./lib/masking/types.js
function constant(text, binary) {
    return { text: Buffer.from(text), binary };
}
/** A value of a type that users made, by `pg_type.typtype`; undefined where none is known. `label`: the enum's first. */
function userConstant(typtype, label) {
    if (typtype === 'e' && label !== undefined)
        return constant(label, Buffer.from(label));
    if (typtype === 'r')
        return EMPTY_RANGE;
    return typtype === 'm' ? EMPTY_MULTIRANGE : undefined;
}
const zeros = (length) => Buffer.alloc(length);
/** Types whose text and binary formats are the same text, of any content. */
const TEXT = new Set([
    'text',
    'varchar',
    'bpchar',
    'name',
    'citext',
    'refcursor',
    'cstring',
    'unknown',
]);
const RANGES = ['int4range', 'int8range', 'numrange', 'tsrange', 'tstzrange', 'daterange'];
const MULTIRANGES = RANGES.map((name) => name.replace('range', 'multirange'));
const REGISTERED = [
    'regclass',
    'regproc',
    'regprocedure',
    'regoper',
    'regoperator',
    'regtype',
    'regrole',
].concat(['regnamespace', 'regconfig', 'regdictionary', 'regcollation']);
// flag: empty
const EMPTY_RANGE = constant('empty', Buffer.from([1]));
// count
const EMPTY_MULTIRANGE = constant('{}', zeros(4));
/** 2000-01-01 is day and microsecond 0 of the wire. */
const CONSTANTS = {
    bool: constant('f', zeros(1)),
    char: constant('*', Buffer.from('*')),
    int2: constant('0', zeros(2)),
    int4: constant('0', zeros(4)),
    int8: constant('0', zeros(8)),
    oid: constant('0', zeros(4)),
    xid: constant('0', zeros(4)),
    cid: constant('0', zeros(4)),
    xid8: constant('0', zeros(8)),
    tid: constant('(0,0)', zeros(6)),
    pg_lsn: constant('0/0', zeros(8)),
    float4: constant('0', zeros(4)),
    float8: constant('0', zeros(8)),
    // digits, weight, sign, scale
    numeric: constant('0', zeros(8)),
    money: constant('0', zeros(8)),
    date: constant('2000-01-01', zeros(4)),
    time: constant('00:00:00', zeros(8)),
    timetz: constant('00:00:00+00', zeros(12)),
    timestamp: constant('2000-01-01 00:00:00', zeros(8)),
    timestamptz: constant('2000-01-01 00:00:00+00', zeros(8)),
    interval: constant('00:00:00', zeros(16)),
    uuid: constant('00000000-0000-0000-0000-000000000000', zeros(16)),
    json: constant('"****"', Buffer.from('"****"')),
    // version 1, then text
    jsonb: constant('"****"', Buffer.from('\x01"****"')),
    jsonpath: constant('$', Buffer.from('\x01$')),
    xml: constant('****', Buffer.from('****')),
    bytea: constant('\\x', zeros(0)),
    // family (2: IPv4), bits, is cidr, length, address
    inet: constant('0.0.0.0', Buffer.from([2, 32, 0, 4, 0, 0, 0, 0])),
    cidr: constant('0.0.0.0/0', Buffer.from([2, 0, 1, 4, 0, 0, 0, 0])),
    macaddr: constant('00:00:00:00:00:00', zeros(6)),
    macaddr8: constant('00:00:00:00:00:00:00:00', zeros(8)),
    point: constant('(0,0)', zeros(16)),
    line: constant('{1,0,0}', Buffer.from([0x3f, 0xf0, ...zeros(22)])),
    lseg: constant('[(0,0),(0,0)]', zeros(32)),
    box: constant('(0,0),(0,0)', zeros(32)),
    // closed, one point
    path: constant('((0,0))', Buffer.from([1, 0, 0, 0, 1, ...zeros(16)])),
    polygon: constant('((0,0))', Buffer.from([0, 0, 0, 1, ...zeros(16)])),
    circle: constant('<(0,0),0>', zeros(24)),
    tsvector: constant('', zeros(4)),
    // one item: a value without weight or prefix
    tsquery: constant("'x'", Buffer.from([0, 0, 0, 1, 1, 0, 0, 0x78, 0])),
    ...Object.fromEntries(RANGES.map((name) => [name, EMPTY_RANGE])),
    ...Object.fromEntries(MULTIRANGES.map((name) => [name, EMPTY_MULTIRANGE])),
    ...Object.fromEntries(REGISTERED.map((name) => [name, constant('-', zeros(4))])),
};
/** `type` is the server's `typname`. Enums, domains over them, composites and unknown types have no constant. */
function types_treatment(type) {
    if (type === undefined)
        return { as: 'null' };
    if (TEXT.has(type))
        return { as: 'text' };
    if (type === 'bit' || type === 'varbit')
        return { as: 'bits' };
    if (type.startsWith('_'))
        return { as: 'array' };
    return Object.hasOwn(CONSTANTS, type) ? { as: 'constant', constant: CONSTANTS[type] } : { as: 'null' };
}
/** Text in a notation that has no room for stars. */
const NOTATIONS = new Set(['tsvector', 'tsquery', 'jsonpath']);
function types_scanned(type, format) {
    if (type === undefined)
        return format === 'binary' ? 'fixed' : 'nested';
    if (type === 'json' || type === 'jsonb')
        return 'json';
    if (type === 'xml')
        return 'xml';
    if (TEXT.has(type))
        return 'text';
    if (type === 'bytea')
        return 'blob';
    if (NOTATIONS.has(type))
        return { constant: CONSTANTS[type][format] };
    if (Object.hasOwn(CONSTANTS, type) || type === 'bit' || type === 'varbit')
        return 'not';
    return format === 'binary' ? 'fixed' : 'nested';
}

;// CONCATENATED MODULE: ./lib/masking/cells.js



const cells_STARS = Buffer.from('****');
const NULL = (/* unused pure expression or super */ null && (-1));
/** `digest` is keyed for the session. Cells are counted under `label`. */
function cells_columnMask(kind, label, { type, format, constant }, digest) {
    const how = treatment(type);
    if (kind !== 'null' && constant)
        return fixedMask(label, constant[format]);
    if (kind === 'null' || how.as === 'null')
        return nullMask(label);
    if (kind === 'hash') {
        const mask = hashed(label, type, format, digest);
        if (mask)
            return mask;
    }
    if (how.as === 'bits')
        return bitsMask(label, format);
    if (how.as === 'array')
        return format === 'text' ? fixedMask(label, Buffer.from('{}')) : emptyArray(label);
    if (how.as === 'constant')
        return fixedMask(label, how.constant[format]);
    const readable = type !== 'unknown' && type !== 'cstring' && type !== 'refcursor';
    return kind === 'partial' && readable ? partialText(label) : fixedMask(label, cells_STARS);
}
function nullMask(label) {
    return { label, apply: () => NULL, bound: () => 0 };
}
function fixedMask(label, value) {
    const { length } = value;
    return {
        label,
        apply(_from, _start, _end, to, at) {
            for (let index = 0; index < length; index++)
                to[at + index] = value[index];
            return length;
        },
        bound: () => length,
        ...(value.includes(0x5c) ? { escapes: true } : {}),
    };
}
/** The same number of bits, all 0. Binary: a count of bits, then the bits. */
function bitsMask(label, format) {
    return {
        label,
        apply(from, start, end, to, at) {
            const head = format === 'binary' ? 4 : 0;
            for (let index = 0; index < end - start; index++)
                to[at + index] = index < head ? from[start + index] : format === 'binary' ? 0 : 0x30;
            return end - start;
        },
        bound: (length) => length,
    };
}
/** No dimensions, no flags, and the element type of the array it stands for. */
function emptyArray(label) {
    return {
        label,
        apply(from, start, end, to, at) {
            if (end - start < 12)
                return NULL;
            const element = from.readUInt32BE(start + 8);
            to.fill(0, at, at + 8);
            to.writeUInt32BE(element, at + 8);
            return 12;
        },
        bound: () => 12,
    };
}

;// CONCATENATED MODULE: ./lib/masking/text.js
// Masks over values that stand alone: a field of COPY, a message, the output of a command.

const text_STARS = Buffer.from('****');
/** The masked value; null for SQL NULL; the same buffer when nothing changes. */
function text_maskText(mask, value) {
    const to = Buffer.allocUnsafe(mask.bound(value.length));
    const length = mask.apply(value, 0, value.length, to, 0);
    if (length === -1)
        return null;
    return length === -2 ? value : to.subarray(0, length);
}
function text_scrubText(scanner, text) {
    const bytes = Buffer.from(text);
    const scan = createScan();
    scan.bytes = bytes;
    scan.end = bytes.length;
    const parts = [];
    let read = 0;
    while (scanner.next(scan) !== undefined) {
        parts.push(bytes.subarray(read, scan.from), text_STARS);
        read = scan.to;
    }
    return parts.length === 0 ? text : Buffer.concat([...parts, bytes.subarray(read)]).toString();
}

;// CONCATENATED MODULE: ./lib/masking/bodies/fields.js


const MOST_KNOWN = 2000;
/** A pattern without a dot means a field of that name anywhere; the first that matches wins. */
function fields_compileFields(fields, digest) {
    const patterns = fields.map(({ pattern, mask }) => {
        const parts = pattern.toLowerCase().split('.');
        return { parts: parts.length === 1 ? ['**', ...parts] : parts, mask: fieldMask(pattern, mask, digest) };
    });
    const known = new Map();
    return {
        none: patterns.length === 0,
        find(path) {
            if (patterns.length === 0)
                return undefined;
            const key = path.join('\0');
            if (known.has(key))
                return known.get(key);
            const found = patterns.find(({ parts }) => fits(parts, path, 0, 0))?.mask;
            // Keys may be data: what is not known any more is looked up again.
            if (known.size >= MOST_KNOWN)
                known.clear();
            known.set(key, found);
            return found;
        },
    };
}
function fieldMask(label, kind, digest) {
    const mask = columnMask(kind, label, { label, type: 'text', format: 'text' }, digest);
    return {
        label,
        kind,
        text: (value) => maskText(mask, Buffer.from(value))?.toString() ?? null,
    };
}
function fits(pattern, path, at, to) {
    const part = pattern[at];
    if (part === undefined)
        return to === path.length;
    if (part === '**') {
        for (let next = to; next <= path.length; next++)
            if (fits(pattern, path, at + 1, next))
                return true;
        return false;
    }
    const name = path[to];
    return name !== undefined && glob(part, name) && fits(pattern, path, at + 1, to + 1);
}
/** `*` stands for any characters of one name. */
function glob(pattern, name) {
    const pieces = pattern.split('*');
    if (pieces.length === 1)
        return pattern === name;
    const [first = ''] = pieces;
    const last = pieces.at(-1) ?? '';
    if (!name.startsWith(first))
        return false;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
        const found = name.indexOf(piece, at);
        if (found === -1)
            return false;
        at = found + piece.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
}

;// CONCATENATED MODULE: ./lib/masking/bodies/index.js






function bodies_bodyMask(form, tools, scrubber) {
    if (form === 'json')
        return new JsonMask(tools, scrubber);
    if (form === 'events')
        return new EventsMask(tools, scrubber);
    return form === 'form' ? new FormMask(tools) : new TextMask(scrubber());
}

;// CONCATENATED MODULE: ./lib/masking/catalogue.js
const KEPT = `
pg_statistic: stavalues1 stavalues2 stavalues3 stavalues4 stavalues5
pg_stats: most_common_vals histogram_bounds most_common_elems range_length_histogram range_bounds_histogram
pg_statistic_ext_data: stxdmcv stxdexpr
pg_stats_ext: most_common_vals
pg_stats_ext_exprs: most_common_vals histogram_bounds most_common_elems
pg_stat_activity: query
pg_stat_statements: query
pg_prepared_statements: statement`;
const PATTERNS = KEPT.trim()
    .split('\n')
    .flatMap((line) => {
    const [table = '', columns = ''] = line.split(': ');
    const schema = table === 'pg_stat_statements' ? '*' : 'pg_catalog';
    return columns
        .split(' ')
        .map((column) => ({ pattern: `${schema}.${table}.${column}`, mask: 'redact' }));
});
/** The masks with those of the server's own tables behind them. */
function catalogue_withCatalogue(columns) {
    return columns.length === 0 ? columns : [...columns, ...PATTERNS];
}

;// CONCATENATED MODULE: ./lib/masking/escapes.js
// What JSON and XML write in another way (`\u0040`, `&#64;`), undone: detectors look for what is meant.
const masking_escapes_BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const HASH = 0x23;
const SLASH = 0x2f;
const U = 0x75;
const SEMICOLON = 0x3b;
/** `&#x10FFFF;` */
const LONGEST_REFERENCE = 10;
const CONTROLS = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };
/** Undefined when the cell `from[start, end)` holds nothing to undo, as nearly all do. */
function masking_escapes_undone(kind, from, start, end) {
    return escapes(kind, from, start, end) ? undo(kind, from, start, end) : undefined;
}
function escapes(kind, from, start, end) {
    const cell = from.subarray(start, end);
    const found = (first, ...seconds) => {
        for (let at = cell.indexOf(first); at !== -1; at = cell.indexOf(first, at + 1))
            if (seconds.includes(cell[at + 1] ?? 0))
                return true;
        return false;
    };
    if (kind !== 'xml' && found(masking_escapes_BACKSLASH, U, SLASH))
        return true;
    return kind !== 'json' && found(AMPERSAND, HASH);
}
function undo(kind, from, start, end) {
    const bytes = Buffer.allocUnsafe(end - start);
    const at = new Uint32Array(end - start + 1);
    let length = 0;
    let read = start;
    while (read < end) {
        const [size, point] = character(kind, from, read, end);
        // Never longer than its escape.
        const text = point === undefined ? 0 : bytes.write(String.fromCodePoint(point), length);
        if (text === 0)
            bytes[length] = from[read];
        at.fill(read, length, length + Math.max(1, text));
        length += Math.max(1, text);
        read += size;
    }
    at[length] = end;
    return { bytes: bytes.subarray(0, length), at };
}
/** How many bytes stand at `at` for one character, and which; no character for a byte that stands for itself. */
function character(kind, from, at, end) {
    const byte = from[at];
    if (byte === AMPERSAND && kind !== 'json')
        return reference(from, at, end);
    if (byte !== masking_escapes_BACKSLASH || kind === 'xml')
        return PLAIN;
    let letter = at + 1;
    if (kind === 'nested')
        while (letter < end && from[letter] === masking_escapes_BACKSLASH)
            letter++;
    if (letter >= end)
        return PLAIN;
    const next = from[letter];
    const size = letter + 1 - at;
    if (next === U)
        return unicode(from, letter, end, size);
    if (next === SLASH)
        return [size, SLASH];
    if (kind === 'nested')
        return [letter - at, masking_escapes_BACKSLASH];
    return [2, CONTROLS[next] ?? next];
}
const PLAIN = (/* unused pure expression or super */ null && ([1]));
/** `uXXXX` at `letter`, and the second half of a pair behind it. `size`: what stands before the digits. */
function unicode(from, letter, end, size) {
    const first = hex(from, letter + 1, end);
    if (first === undefined)
        return [size, U];
    if (first >= 0xd800 && first < 0xdc00) {
        let next = letter + 5;
        while (next < end && from[next] === masking_escapes_BACKSLASH)
            next++;
        const second = next > letter + 5 && from[next] === U ? hex(from, next + 1, end) : undefined;
        if (second !== undefined && second >= 0xdc00 && second < 0xe000)
            return [size + next + 5 - letter - 1, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)];
    }
    return [size + 4, first >= 0xd800 && first < 0xe000 ? 0xfffd : first];
}
function hex(from, at, end) {
    const digits = from.toString('latin1', at, Math.min(end, at + 4));
    return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
/** `&#64;` or `&#x40;` */
function reference(from, at, end) {
    const close = from.subarray(at, Math.min(end, at + LONGEST_REFERENCE)).indexOf(SEMICOLON);
    const digits = close === -1 ? '' : from.toString('latin1', at + 1, at + close);
    const [, decimal, hexadecimal = ''] = /^#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))$/.exec(digits) ?? [];
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    const known = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
    return known ? [close + 1, point] : PLAIN;
}

;// CONCATENATED MODULE: ./lib/masking/detected.js
// Masks what detectors find inside a cell; the rest of the text stays.



const detected_STAR = 0x2a;
const detected_QUOTE = 0x22;
const detected_BACKSLASH = 0x5c;
const ZERO = 0x30;
/**
 * `json`: the cell stays valid JSON. `nested`: other values in a notation of their own. `fixed`: every byte keeps its place,
 * for binary values with lengths in them. The result never grows.
 */
function detected_detectedMask(scanner, way) {
    const scan = createScan();
    const kind = way === 'text' ? undefined : way === 'fixed' ? 'nested' : way;
    const begin = (bytes, start, end) => {
        scan.bytes = bytes;
        scan.begin = start;
        scan.floor = start;
        scan.end = end;
        scan.fresh = true;
    };
    const mask = {
        label: 'detected',
        apply(from, start, end, to, at) {
            const plain = kind && undone(kind, from, start, end);
            if (plain)
                return rewritten(from, start, end, to, at, plain);
            begin(from, start, end);
            const inString = way === 'json' ? { at: start, inside: false } : undefined;
            let read = start;
            let write = at;
            for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan)) {
                const outside = inString !== undefined && !advance(inString, from, scan.from);
                // Before anything is written in place.
                if (inString)
                    advance(inString, from, scan.to);
                if (outside && !number(from[scan.from]))
                    continue;
                mask.label = id;
                write += move(from, read, scan.from, to, write);
                write += replace(scan, way, outside, to, write);
                read = scan.to;
            }
            if (read === start)
                return -2;
            return write + move(from, read, end, to, write) - at;
        },
        bound: (length) => length,
    };
    /** With escapes: what is found as it is written, and what is found as it is meant. */
    function rewritten(from, start, end, to, at, plain) {
        const hits = [];
        begin(from, start, end);
        for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan))
            hits.push({ id, from: scan.from, to: scan.to });
        begin(plain.bytes, 0, plain.bytes.length);
        for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan))
            hits.push({ id, from: plain.at[scan.from], to: plain.at[scan.to] });
        const inString = way === 'json' ? { at: start, inside: false } : undefined;
        let read = start;
        let write = at;
        for (const hit of hits.sort((one, other) => one.from - other.from)) {
            const first = Math.max(hit.from, read);
            if (first >= hit.to)
                continue;
            const outside = inString !== undefined && !advance(inString, from, first);
            const stays = !inString || outside === !advance(inString, from, hit.to);
            if (outside && stays && !number(from[first]))
                continue;
            mask.label = hit.id;
            // Across the end of a string: nothing of the cell can stay, but for the version in front of a binary `jsonb`.
            if (!stays && end - start > detected_NOTHING.length) {
                const head = from[start] === 1 ? move(from, start, start + 1, to, at) : 0;
                return head + detected_NOTHING.copy(to, at + head);
            }
            write += move(from, read, first, to, write);
            write += replace({ from: first, to: hit.to }, way, outside, to, write);
            read = hit.to;
        }
        return read === start ? -2 : write + move(from, read, end, to, write) - at;
    }
    return mask;
}
const detected_NOTHING = Buffer.from('"****"');
/** The whole cell is replaced as soon as something is found in it: its own notation leaves no room for stars. */
function detected_replacedMask(scanner, constant) {
    const scan = createScan();
    const mask = {
        label: 'detected',
        apply(from, start, end, to, at) {
            Object.assign(scan, { bytes: from, begin: start, floor: start, end, fresh: true });
            const id = scanner.next(scan);
            if (id === undefined)
                return -2;
            mask.label = id;
            return constant.copy(to, at);
        },
        bound: () => constant.length,
    };
    return mask;
}
/** Stars within text, the number 0 for a number of JSON. */
function replace(span, way, number, to, at) {
    if (number) {
        to[at] = ZERO;
        return 1;
    }
    const length = way === 'fixed' ? span.to - span.from : Math.min(4, span.to - span.from);
    for (let index = 0; index < length; index++)
        to[at + index] = detected_STAR;
    return length;
}
function number(byte) {
    return (byte >= ZERO && byte <= 0x39) || byte === 0x2d;
}
/** Walks to `until`; true when that is inside a string. Every byte is walked once a cell. */
function advance(state, bytes, until) {
    let { at, inside } = state;
    for (; at < until; at++) {
        const byte = bytes[at];
        if (byte === detected_QUOTE)
            inside = !inside;
        else if (byte === detected_BACKSLASH && inside)
            at++;
    }
    state.at = at;
    state.inside = inside;
    return inside;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/masking/hmac.js
// HMAC-SHA-256 (RFC 2104) for short values: `createHmac` costs 13 µs a value, two one-shot hashes under 1 µs.

const BLOCK = 64;
const hmac_LONGEST = 4096;
/** The HMAC of a value under `key` (32 bytes). The result is overwritten by the next call. */
function hmac_createDigest(key) {
    const inner = Buffer.alloc(BLOCK + hmac_LONGEST, 0x36);
    const outer = Buffer.alloc(BLOCK + 32, 0x5c);
    const secret = key.length > BLOCK ? createHash('sha256').update(key).digest() : key;
    for (let at = 0; at < secret.length; at++) {
        inner[at] ^= secret[at];
        outer[at] ^= secret[at];
    }
    const result = Buffer.alloc(32);
    return (value) => {
        if (value.length <= hmac_LONGEST) {
            inner.set(value, BLOCK);
            outer.write(hash('sha256', inner.subarray(0, BLOCK + value.length), 'hex'), BLOCK, 'hex');
        }
        else
            createHash('sha256').update(inner.subarray(0, BLOCK)).update(value).digest().copy(outer, BLOCK);
        result.write(hash('sha256', outer, 'hex'), 'hex');
        return result;
    };
}

// EXTERNAL MODULE: ./lib/core/pattern.js
var core_pattern = __webpack_require__(9325);
;// CONCATENATED MODULE: ./lib/masking/patterns.js
// Users' own patterns over bytes: one compiled alternative of all, behind a gate of the words that each cannot do without.


/** Bytes of a value that are searched; what is behind them counts as a hit when a pattern may match there. */
const SEARCHED = 64 * 1024;
/** Most bytes of a match; for streams. */
const LONGEST_MATCH = 1024;
/** Undefined when there are none. Throws `SluiceError` CONFIG_INVALID for one that cannot be used. */
function patterns_compilePatterns(patterns = []) {
    if (patterns.length === 0)
        return undefined;
    const all = patterns.map(({ name, pattern }) => {
        const compiled = (0,core_pattern/* compilePattern */.E)(pattern);
        if ('problem' in compiled)
            throw new errors/* SluiceError */.ah('CONFIG_INVALID', `the pattern “${name}” cannot be used: ${compiled.problem}`, {
                hint: compiled.cure,
            });
        return { name, compiled, word: Buffer.from(wordOf(pattern)) };
    });
    return (bytes, begin, end) => {
        const value = bytes.subarray(begin, end);
        const near = all.filter(({ word }) => word.length === 0 || value.includes(word));
        if (near.length === 0)
            return patterns_NONE;
        const found = near.flatMap((pattern) => hits(pattern, value, begin));
        return found.length < 2 ? found : apart(found);
    };
}
const patterns_NONE = [];
function hits({ name, compiled, word }, value, begin) {
    const searched = value.length > SEARCHED ? value.subarray(0, SEARCHED) : value;
    const found = [];
    const matcher = compiled.matcher(searched);
    for (let at = 0; at < searched.length && matcher.find(at);) {
        const [from, to] = [matcher.start(), matcher.end()];
        if (to > from)
            found.push({ id: name, from: begin + from, to: begin + to });
        at = Math.max(to, from + 1);
    }
    if (value.length > SEARCHED && value.includes(word, SEARCHED - word.length))
        found.push({ id: name, from: begin + SEARCHED, to: begin + value.length });
    return found;
}
/** In order; of two that overlap, one span of both. */
function apart(found) {
    const merged = [];
    for (const hit of [...found].sort((a, b) => a.from - b.from)) {
        const last = merged.at(-1);
        if (last && hit.from < last.to)
            merged[merged.length - 1] = { ...last, to: Math.max(last.to, hit.to) };
        else
            merged.push(hit);
    }
    return merged;
}
/** The longest run of plain characters outside of groups, classes, alternatives and what may be left out. */
function wordOf(pattern) {
    if (/[|]|\(\?/.test(pattern))
        return '';
    let best = '';
    let run = '';
    let depth = 0;
    const close = () => {
        if (run.length > best.length)
            best = run;
        run = '';
    };
    for (let at = 0; at < pattern.length; at++) {
        let char = pattern[at];
        let plain = /[A-Za-z0-9 _:;@#/<>=!%&,'"~-]/.test(char);
        if (char === '[') {
            at = classEnd(pattern, at);
            close();
            continue;
        }
        if (char === '\\') {
            char = pattern[++at] ?? '';
            plain = /[^A-Za-z0-9\\]/.test(char) && char.charCodeAt(0) < 0x80;
        }
        else if (char === '(')
            depth++;
        else if (char === ')')
            depth--;
        const next = pattern[at + 1] ?? '';
        if (!plain || depth > 0 || /[?*{]/.test(next)) {
            close();
            if (char === '{')
                at = Math.max(at, pattern.indexOf('}', at));
        }
        else
            run += char;
    }
    close();
    return best;
}
function classEnd(pattern, start) {
    let at = start + (pattern[start + 1] === '^' ? 2 : 1);
    if (pattern[at] === ']')
        at++;
    for (; at < pattern.length && pattern[at] !== ']'; at++) {
        if (pattern[at] === '\\')
            at++;
        else if (pattern.startsWith('[:', at))
            at = Math.max(at, pattern.indexOf(':]', at) + 1);
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/masking/detectors/detector.js
function detector_createScan() {
    return { bytes: Buffer.alloc(0), begin: 0, floor: 0, end: 0, from: 0, to: 0, fresh: true };
}
/** Reports a span; false when it is already masked. */
function found(scan, from, to) {
    if (from < scan.floor || to <= from)
        return false;
    scan.from = from;
    scan.to = to;
    return true;
}

;// CONCATENATED MODULE: ./lib/masking/detectors/prefixed.js


function prefixed(id, title, shapes, examples) {
    return {
        id,
        title,
        anchors: [...new Set(shapes.map(({ prefix }) => prefix.slice(-2)))],
        reach: Math.max(...shapes.map(({ prefix, max }) => prefix.length + max)) + 2,
        find: (scan, at) => shapes.some((shape) => findShape(scan, at, shape)),
        examples,
    };
}
function findShape(scan, at, { prefix, body, min, max, exact, keep }) {
    const { bytes, begin, end } = scan;
    const from = at + 1 - prefix.length;
    if (from < scan.floor || from < begin || !matches(bytes, from, end, prefix))
        return false;
    if (!beginsAt(bytes, begin, from, WORD))
        return false;
    const limit = Math.min(end, at + 1 + max);
    const to = runEnd(bytes, at + 1, limit, body);
    if (to - at - 1 < min)
        return false;
    if (exact && to < end && bytes_is(bytes[to], body | WORD))
        return false;
    return found(scan, keep ? at + 1 : from, to);
}

;// CONCATENATED MODULE: ./lib/masking/detectors/anthropic-key.js


const anthropicKey = prefixed('anthropic-key', 'Anthropic API key', [{ prefix: 'sk-ant-', body: TOKEN, min: 20, max: 255 }], {
    match: [`x-api-key: «sk-ant-api03-${'a1B_-'.repeat(18)}AA»`],
    ignore: ['sk-ant-', `task-ant-${'a1B2'.repeat(9)}`, `risk-ant-${'a1B2'.repeat(9)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/userinfo.js
// The password in `scheme://user:password@host`; two detectors share it.


const userinfo_AT = 0x40;
const userinfo_COLON = 0x3a;
const USER = 128;
const PASSWORD = 512;
/** What the two detectors need to see: scheme, user, password. */
const USERINFO_REACH = 24 + USER + PASSWORD + 8;
const STOPS = new Set([...' \t\r\n"\'`<>/\\\0'].map((char) => char.charCodeAt(0)));
const WEB = new Set(['http', 'https', 'ftp', 'ftps', 'ws', 'wss', 'git+https', 'git+http']);
function scheme(scan, colon) {
    const limit = Math.max(scan.begin, colon - 20);
    let from = colon;
    while (from > limit && (bytes_is(scan.bytes[from - 1], bytes_ALNUM | bytes_DASH | bytes_DOT) || scan.bytes[from - 1] === 0x2b))
        from--;
    return scan.bytes.toString('latin1', from, colon).toLowerCase();
}
/** `at` is the first slash behind the scheme. Passwords that are placeholders (`$NAME`, `{x}`, `***`) are not secret. */
function findPassword(scan, at, web) {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 0x2f || at + 2 >= end)
        return false;
    const name = scheme(scan, at - 1);
    if (name.length < 2 || WEB.has(name) !== web)
        return false;
    let colon = at + 2;
    const userEnd = Math.min(end, colon + USER);
    while (colon < userEnd && bytes[colon] !== userinfo_COLON && bytes[colon] !== userinfo_AT && !STOPS.has(bytes[colon]))
        colon++;
    if (colon >= userEnd || bytes[colon] !== userinfo_COLON)
        return false;
    const from = colon + 1;
    const limit = Math.min(end, from + PASSWORD);
    let to = -1;
    for (let next = from; next < limit && !STOPS.has(bytes[next]); next++)
        if (bytes[next] === userinfo_AT)
            to = next;
    if (to <= from || isPlaceholder(bytes, from, to))
        return false;
    return found(scan, from, bytes_characterStart(bytes, from, to));
}
/** Stars, a variable, a template, the opening of something nested: nothing secret. */
const PLACEHOLDER = /^(?:\**|\$\{?[A-Z_][A-Z0-9_]*\}?|\$[({].*|[{[<].*|%\(?[A-Za-z_]*\)?[%s]?)$/s;
function isPlaceholder(bytes, from, to) {
    const first = bytes[from];
    if (first !== undefined && (bytes_is(first, bytes_ALNUM) || first >= 0x80))
        return false;
    return PLACEHOLDER.test(bytes.toString('latin1', from, to));
}

;// CONCATENATED MODULE: ./lib/masking/detectors/assigned-secret.js



const assigned_secret_BACKSLASH = 0x5c;
const NAME = 40;
const VALUE = 1024;
const STRONG_LEAST = 4;
const WEAK_LEAST = 16;
/** Names whose value is secret whatever it looks like. */
const STRONG = ['password', 'passwd', 'passphrase', 'pwd', 'secret'];
/** Names whose value must look random: 16 or more bytes with letters and digits. */
const WEAK = [
    'token',
    'api_key',
    'apikey',
    'access_key',
    'accesskey',
    'secret_key',
    'secretkey',
    'private_key',
];
const LAST = new Set([...STRONG, ...WEAK].map((name) => name.charCodeAt(name.length - 1)));
const UNQUOTED_ENDS = new Set([...' \t\r\n\0,;&"\'`)]}<>'].map((char) => char.charCodeAt(0)));
function quote(byte) {
    return byte === 0x22 || byte === 0x27 || byte === 0x60;
}
/** How secret the name is that ends before the anchor: bytes its value must have, or 0. */
function nameBefore(scan, at) {
    const { bytes, begin } = scan;
    let to = at;
    if (to > begin && bytes[at] === 0x3d && bytes[to - 1] === 0x3a)
        to--;
    for (let skip = 0; skip < 4 && to > begin && bytes[to - 1] === 0x20; skip++)
        to--;
    for (let skip = 0; skip < 3 && to > begin && (quote(bytes[to - 1]) || bytes[to - 1] === assigned_secret_BACKSLASH); skip++)
        to--;
    if (to <= begin || !LAST.has(bytes[to - 1] | 0x20))
        return 0;
    const limit = Math.max(begin, to - NAME);
    let from = to;
    while (from > limit && bytes_is(bytes[from - 1], bytes_ALNUM | UNDERSCORE | bytes_DASH))
        from--;
    const name = bytes.toString('latin1', from, to).toLowerCase().replaceAll('-', '_');
    if (STRONG.some((word) => name.endsWith(word)))
        return STRONG_LEAST;
    return WEAK.some((word) => name.endsWith(word)) ? WEAK_LEAST : 0;
}
/** End of the value at `from`; an escape is never split. */
function valueEnd(bytes, from, limit, opening, escaped) {
    let at = from;
    while (at < limit) {
        const byte = bytes[at];
        if (opening === undefined ? UNQUOTED_ENDS.has(byte) : byte === opening || byte === 0x0a || byte === 0x0d)
            break;
        if (byte === assigned_secret_BACKSLASH) {
            if (escaped || at + 2 > limit || (opening === undefined && quote(bytes[at + 1])))
                break;
            at++;
        }
        at++;
    }
    return Math.min(at, limit);
}
function looksRandom(bytes, from, to) {
    let digit = false;
    let letter = false;
    for (let at = from; at < to; at++) {
        digit ||= bytes_is(bytes[at], DIGIT);
        letter ||= bytes_is(bytes[at], LOWER | UPPER);
    }
    return digit && letter;
}
/** `password=…`, `"client_secret": "…"`, `API_KEY: …`; the name stays readable. */
const assignedSecret = {
    id: 'assigned-secret',
    title: 'Value assigned to a name such as password, secret or token',
    anchors: ['=', ':'],
    reach: NAME + VALUE + 32,
    find(scan, at) {
        const least = nameBefore(scan, at);
        if (least === 0)
            return false;
        const { bytes, end } = scan;
        let from = at + 1;
        if (bytes[from] === 0x3d || bytes[from] === 0x3e)
            from++;
        for (let skip = 0; skip < 8 && from < end && bytes[from] === 0x20; skip++)
            from++;
        const escaped = bytes[from] === assigned_secret_BACKSLASH && quote(bytes[from + 1]);
        if (escaped)
            from++;
        const opening = from < end && quote(bytes[from]) ? bytes[from++] : undefined;
        const limit = Math.min(end, from + VALUE);
        let to = least === WEAK_LEAST
            ? runEnd(bytes, from, limit, TOKEN | bytes_DOT | BASE64_EXTRA)
            : valueEnd(bytes, from, limit, opening, escaped);
        if (to < end)
            to = bytes_characterStart(bytes, from, to);
        if (to - from < least || isPlaceholder(bytes, from, to))
            return false;
        if (least === WEAK_LEAST && !looksRandom(bytes, from, to))
            return false;
        return found(scan, from, to);
    },
    examples: {
        match: [
            `password=«${'hunter2'}» host=db`,
            `{"client_secret": "«${'abc def'}»"}`,
            `{\\"Password\\":\\"«${'hunter2'}»\\"}`,
            `API_KEY: «${'a1b2c3d4'.repeat(3)}»`,
            `pwd := '«${'sesame'}»'`,
            `password=«${'$ecret*1'}»`,
            `password=«${'*abc'}»`,
            `DB_PASSWORD="«${'it\\"s me'}»"`,
        ],
        ignore: [
            'password=',
            'password: $DB_PASSWORD',
            'password=****',
            'token: required',
            'api_key = none',
            'compassworks=abcdef',
            'a=b',
            '12:30:45',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/aws-access-key.js


const PREFIXES = ['AKIA', 'ASIA', 'AGPA', 'AIDA', 'AROA', 'ANPA', 'ABIA', 'ACCA'];
const awsAccessKey = prefixed('aws-access-key', 'AWS access key id', PREFIXES.map((prefix) => ({ prefix, body: UPPER | DIGIT, min: 16, max: 16, exact: true })), {
    match: [`«AKIA${'ABCD2345'.repeat(2)}»`, `id=«ASIA${'Z2Y3X4W5'.repeat(2)}»&`],
    ignore: ['AKIA', `AKIA${'ABCD2345'.repeat(3)}`, `AKIA${'abcd2345'.repeat(2)}`, 'MALAYSIA'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/azure-secret.js



const BASE64 = bytes_ALNUM | BASE64_EXTRA;
const CLIENT = TOKEN | bytes_DOT;
const TILDE = 0x7e;
const named = prefixed('azure-secret', 'Azure storage key, shared access signature or client secret', [
    { prefix: 'AccountKey=', body: BASE64, min: 40, max: 128, keep: true },
    { prefix: 'SharedAccessKey=', body: BASE64, min: 40, max: 128, keep: true },
    { prefix: 'sig=', body: BASE64 | bytes_DASH | UNDERSCORE, min: 43, max: 128, keep: true },
], {
    match: [
        `AccountName=x;AccountKey=«${'ab+/1'.repeat(17)}a==»;Endpoint`,
        `?sv=2024&sig=«${'aB1%2F'.repeat(9)}»&se=1`,
        `secret «abc8Q~${'a1B_-.'.repeat(5)}abcd»`,
    ],
    ignore: ['AccountKey=short', 'sig=abc', 'Q~', 'abcdQ~efgh'],
});
/** `abc8Q~` and 31 to 34 more: the shape of a client secret of an application registration. */
function clientSecret(scan, at) {
    const { bytes, begin, end } = scan;
    const from = at - 5;
    if (bytes[at] !== TILDE || from < begin || !bytes_is(bytes[at - 2], DIGIT))
        return false;
    if (runEnd(bytes, from, at - 2, CLIENT) !== at - 2)
        return false;
    if (from > begin && bytes_is(bytes[from - 1], bytes_ALNUM))
        return false;
    let to = at + 1;
    while (to < end && to < at + 35 && (bytes_is(bytes[to], CLIENT) || bytes[to] === TILDE))
        to++;
    return to - at - 1 >= 31 && !(to < end && bytes_is(bytes[to], bytes_ALNUM)) && found(scan, from, to);
}
const azureSecret = {
    ...named,
    anchors: [...named.anchors, 'Q~'],
    find: (scan, at) => named.find(scan, at) || clientSecret(scan, at),
};

;// CONCATENATED MODULE: ./lib/masking/detectors/basic-auth-url.js

const basicAuthUrl = {
    id: 'basic-auth-url',
    title: 'Password in a web address',
    anchors: [':/'],
    reach: USERINFO_REACH,
    find: (scan, at) => findPassword(scan, at, true),
    examples: {
        match: [`see https://ann:«${'s3cret!'}»@example.com/x`, `http://u:«${'Z9'}»@h`],
        ignore: [
            'https://example.com/a:b@c',
            'https://ann@example.com',
            'https://u:{password}@h',
            `redis://u:${'x1'}@h`,
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/connection-uri.js

const connectionUri = {
    id: 'connection-uri',
    title: 'Password in a connection URI',
    anchors: [':/'],
    reach: USERINFO_REACH,
    find: (scan, at) => findPassword(scan, at, false),
    examples: {
        match: [
            `url postgres://app:«${'hunter2'}»@db.internal:5432/orders`,
            `"redis://:«${'p%40ss'}»@cache:6379"`,
            `mongodb+srv://u:«${'a@b'}»@cluster0.example.net/?x=y`,
        ],
        ignore: [
            'postgres://app@db.internal/orders',
            'postgres://app:$PASSWORD@db/orders',
            'postgres://app:****@db/orders',
            `https://u:${'secret1'}@example.com/`,
            '://a:b@c',
            'x://///',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/email.js


const LOCAL = bytes_ALNUM | UNDERSCORE | bytes_DASH | bytes_DOT | bytes_HIGH;
const DOMAIN = bytes_ALNUM | bytes_DASH | bytes_DOT | bytes_HIGH;
const email_BACKSLASH = 0x5c;
/** The first byte of the local part that ends before `at`; 64 bytes at most (RFC 5321). */
function localStart(bytes, floor, at) {
    const limit = Math.max(floor, at - 64);
    let from = at;
    while (from > limit) {
        const byte = bytes[from - 1];
        // % + and ' are legal; / and = are too, but nobody has them and URLs do.
        if (!bytes_is(byte, LOCAL) && byte !== 0x25 && byte !== 0x2b && byte !== 0x27)
            break;
        from--;
    }
    if (from > floor && bytes[from - 1] === email_BACKSLASH)
        from += email_escapeLength(bytes[from]);
    while (from < at && (bytes[from] & 0xc0) === 0x80)
        from++;
    return Math.min(from, at);
}
/** Bytes behind the backslash that belong to an escape of JSON (`n`, `u00e9`) and not to the address. */
function email_escapeLength(letter) {
    if (letter === 0x75)
        return 5;
    return letter !== undefined && 'bfnrt'.includes(String.fromCharCode(letter)) ? 1 : 0;
}
/** The end of the domain that begins at `start`, or -1 when it has no name of a top-level domain. */
function domainEnd(bytes, start, end) {
    let to = runEnd(bytes, start, Math.min(end, start + 255), DOMAIN);
    while (to > start && (bytes_is(bytes[to - 1], bytes_DOT | bytes_DASH) || ((bytes[to] ?? 0) & 0xc0) === 0x80))
        to--;
    let dot = to - 1;
    while (dot > start && !bytes_is(bytes[dot], bytes_DOT))
        dot--;
    if (dot <= start || to - dot < 3 || bytes_is(bytes[start], bytes_DOT | bytes_DASH))
        return -1;
    for (let at = dot + 1; at < to; at++)
        if (bytes_is(bytes[at], DIGIT | bytes_DASH) && !bytes_is(bytes[dot + 1], LOWER | UPPER))
            return -1;
    return to;
}
const email = {
    id: 'email',
    title: 'E-mail address',
    anchors: ['@'],
    reach: 64 + 1 + 256,
    find(scan, at) {
        const from = localStart(scan.bytes, scan.floor, at);
        if (from === at)
            return false;
        const to = domainEnd(scan.bytes, at + 1, scan.end);
        return to !== -1 && found(scan, from, to);
    },
    examples: {
        match: [
            '«ann@example.com»',
            'Write to <«a.b+c_d%e@mail.example.co.uk»>.',
            'x,«JOSÉ@exämple.de»,y',
            '{"to":"hi\\n«joe@example.com»"}',
            'ends «z@a-b.io».',
        ],
        ignore: ['@', 'a@', '@b.com', 'a@b', 'react@18.2.0', 'root@10.0.0.1', 'a@.com', 'a @b.com', 'user@host'],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/gcp-api-key.js


const gcpApiKey = prefixed('gcp-api-key', 'Google API key or OAuth secret', [
    { prefix: 'AIza', body: TOKEN, min: 35, max: 35, exact: true },
    { prefix: 'GOCSPX-', body: TOKEN, min: 28, max: 28, exact: true },
    { prefix: 'ya29.', body: TOKEN, min: 20, max: 2048 },
], {
    match: [`?key=«AIza${'a1-_B'.repeat(7)}»`, `«GOCSPX-${'a1-_'.repeat(7)}»`, `«ya29.${'a1-_'.repeat(9)}»`],
    ignore: ['AIza', `AIza${'a1-_B'.repeat(8)}`, 'pizza'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/github-token.js


const classic = ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((prefix) => ({ prefix, body: bytes_ALNUM, min: 36, max: 255 }));
const githubToken = prefixed('github-token', 'GitHub token', [...classic, { prefix: 'github_pat_', body: WORD, min: 22, max: 255 }], {
    match: [
        `«ghp_${'a1B2'.repeat(9)}»`,
        `token: «ghs_${'Zz09'.repeat(9)}», next`,
        `https://x-access-token:«gho_${'abcd'.repeat(10)}»@github.com/`,
        `"«github_pat_${'11ABC_de'.repeat(10)}»"`,
    ],
    ignore: ['ghp_short', `xghp_${'a1B2'.repeat(9)}`, 'ghx_', `ghp-${'a1B2'.repeat(9)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/gitlab-token.js


const gitlab_token_PREFIXES = [
    'glpat-',
    'gldt-',
    'glrt-',
    'glrtr-',
    'glcbt-',
    'glptt-',
    'glft-',
    'glimt-',
    'glagent-',
    'glsoat-',
    'glffct-',
    'gloas-',
];
const gitlabToken = prefixed('gitlab-token', 'GitLab token', gitlab_token_PREFIXES.map((prefix) => ({ prefix, body: TOKEN, min: 20, max: 255 })), {
    match: [
        `«glpat-${'a1B2'.repeat(5)}»`,
        `PRIVATE-TOKEN: «glpat-${'a_-2'.repeat(5)}»`,
        `«glcbt-64_${'a1B2'.repeat(5)}» `,
    ],
    ignore: ['glpat-short', `aglpat-${'a1B2'.repeat(5)}`, 'left-right', '2026-11-22'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/iban.js


/** Lengths by country: the IBAN registry of ISO 13616. */
const LENGTHS = {
    AD: 24,
    AE: 23,
    AL: 28,
    AT: 20,
    AZ: 28,
    BA: 20,
    BE: 16,
    BG: 22,
    BH: 22,
    BR: 29,
    BY: 28,
    CH: 21,
    CR: 22,
    CY: 28,
    CZ: 24,
    DE: 22,
    DK: 18,
    DO: 28,
    EE: 20,
    EG: 29,
    ES: 24,
    FI: 18,
    FO: 18,
    FR: 27,
    GB: 22,
    GE: 22,
    GI: 23,
    GL: 18,
    GR: 27,
    GT: 28,
    HR: 21,
    HU: 28,
    IE: 22,
    IL: 23,
    IQ: 23,
    IS: 26,
    IT: 27,
    JO: 30,
    KW: 30,
    KZ: 20,
    LB: 28,
    LC: 32,
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    LY: 25,
    MC: 27,
    MD: 24,
    ME: 22,
    MK: 19,
    MR: 27,
    MT: 31,
    MU: 30,
    NL: 18,
    NO: 15,
    PK: 24,
    PL: 28,
    PS: 29,
    PT: 25,
    QA: 29,
    RO: 24,
    RS: 22,
    SA: 24,
    SC: 31,
    SD: 18,
    SE: 24,
    SI: 19,
    SK: 24,
    SM: 27,
    ST: 25,
    SV: 28,
    TL: 23,
    TN: 24,
    TR: 26,
    UA: 29,
    VA: 22,
    VG: 24,
    XK: 20,
};
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const iban_SPACE = 0x20;
const A = 0x41;
/** The same by the two letters, 0 where there are no IBANs. */
const BY_LETTERS = Uint8Array.from({ length: 26 * 26 }, (_, index) => LENGTHS[LETTERS[Math.floor(index / 26)] + LETTERS[index % 26]] ?? 0);
function fold(remainder, byte) {
    return byte < 0x40 ? (remainder * 10 + byte - 0x30) % 97 : (remainder * 100 + byte - 55) % 97;
}
/** End of the IBAN of `length` characters that begins at `from`, or -1 when it does not check (mod 97). */
function checkedEnd(bytes, from, end, length) {
    let at = from + 4;
    let remainder = 0;
    for (let count = 4; count < length; count++) {
        if (at < end && bytes[at] === iban_SPACE)
            at++;
        if (at >= end || !bytes_is(bytes[at], UPPER | DIGIT))
            return -1;
        remainder = fold(remainder, bytes[at++]);
    }
    for (let head = from; head < from + 4; head++)
        remainder = fold(remainder, bytes[head]);
    return remainder === 1 && !(at < end && bytes_is(bytes[at], bytes_ALNUM)) ? at : -1;
}
const iban = {
    id: 'iban',
    title: 'International bank account number',
    anchors: LETTERS.flatMap((letter) => [...'0123456789'].map((digit) => letter + digit)),
    reach: 72,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        const from = at - 2;
        if (from < begin || !bytes_is(bytes[from], UPPER) || !bytes_is(bytes[at + 1], DIGIT))
            return false;
        const length = BY_LETTERS[(bytes[from] - A) * 26 + bytes[at - 1] - A];
        if (length === 0 || at + 2 > end || !beginsAt(bytes, begin, from, bytes_ALNUM))
            return false;
        const to = checkedEnd(bytes, from, end, length);
        return to !== -1 && found(scan, from, to);
    },
    examples: {
        match: ['«DE89370400440532013000»', 'to «GB29 NWBK 6016 1331 9268 19», thanks', '"«NO9386011117947»"'],
        ignore: [
            'DE89370400440532013001',
            'XX89370400440532013000',
            'DE8937040044053201300',
            'DE893704004405320130001',
            'SKU DE12',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/jwt.js


const LIMIT = 8192;
const FULL_STOP = 0x2e;
/** `eyJ…` is base64url of `{"`: header, payload and signature of a JWS, or the five parts of a JWE. */
const jwt = {
    id: 'jwt',
    title: 'JSON Web Token',
    anchors: ['yJ'],
    reach: LIMIT + 4,
    find(scan, at) {
        const { bytes, begin } = scan;
        const from = at - 2;
        if (from < scan.floor || bytes[from] !== 0x65 || !beginsAt(bytes, begin, from, TOKEN))
            return false;
        const limit = Math.min(scan.end, from + LIMIT);
        let to = runEnd(bytes, from, limit, TOKEN);
        if (to - from < 10 || to === limit || bytes[to] !== FULL_STOP)
            return false;
        const second = runEnd(bytes, to + 1, limit, TOKEN);
        if (second - to < 9)
            return false;
        to = second;
        for (let part = 2; part < 5 && to < limit && bytes[to] === FULL_STOP; part++)
            to = runEnd(bytes, to + 1, limit, TOKEN);
        return found(scan, from, to);
    },
    examples: {
        match: [
            `Bearer «eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${'aB1-'.repeat(8)}»`,
            `"«eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.»"`,
            `«eyJhbGciOiJSU0EtT0FFUCJ9.${'a1_b.'.repeat(2)}${'cd-e'.repeat(3)}.${'f'.repeat(9)}»!`.replace('a1_b.a1_b.', 'a1_ba1_ba1_b.'),
        ],
        ignore: [
            'eyJ',
            'eyJhbGciOiJIUzI1NiJ9',
            'eyJhbGciOiJIUzI1NiJ9.short',
            'keyJhbGciOiJI.keyJhbGciOiJI.abcdefgh',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/npm-token.js


const npmToken = prefixed('npm-token', 'npm access token', [{ prefix: 'npm_', body: bytes_ALNUM, min: 36, max: 36, exact: true }], {
    match: [`//registry/:_authToken=«npm_${'a1B2'.repeat(9)}»`],
    ignore: ['npm_config_registry', `npm_${'a1B2'.repeat(10)}`, `xnpm_${'a1B2'.repeat(9)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/openai-key.js


const openaiKey = prefixed('openai-key', 'OpenAI API key', [
    ...['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-'].map((prefix) => ({
        prefix,
        body: TOKEN,
        min: 20,
        max: 255,
    })),
    { prefix: 'sk-', body: bytes_ALNUM, min: 40, max: 128 },
], {
    match: [`«sk-proj-${'a1B_-'.repeat(10)}»`, `key=«sk-${'a1B2'.repeat(12)}»`],
    ignore: ['sk-', 'task-list-for-today-is-long', `sk-ant-api03-${'a1B2'.repeat(12)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/payment-card.js


const payment_card_ZERO = 0x30;
const payment_card_FULL_STOP = 0x2e;
const MOST = 19;
/** Issuer ranges: first and last prefix of the same length, and the lengths of the numbers. */
const ISSUERS = [
    [4, 4, [13, 16, 19]],
    [51, 55, [16]],
    [2221, 2720, [16]],
    [34, 34, [15]],
    [37, 37, [15]],
    [6011, 6011, [16, 17, 18, 19]],
    [644, 649, [16, 17, 18, 19]],
    [65, 65, [16, 17, 18, 19]],
    [300, 305, [14]],
    [36, 36, [14]],
    [38, 39, [14]],
    [3528, 3589, [16, 17, 18, 19]],
    [62, 62, [16, 17, 18, 19]],
    [2200, 2204, [16, 17, 18, 19]],
    [5018, 5018, [16, 17, 18, 19]],
    [5020, 5020, [16, 17, 18, 19]],
    [5038, 5038, [16, 17, 18, 19]],
    [6304, 6304, [16, 17, 18, 19]],
    [6759, 6763, [16, 17, 18, 19]],
];
/** By the first four digits: a bit for each length that is given out, bit 0 for 13 digits. */
const payment_card_LENGTHS = givenOut();
function givenOut() {
    const table = new Uint8Array(10_000);
    for (const [first, last, lengths] of ISSUERS) {
        const bits = lengths.reduce((all, length) => all | (1 << (length - 13)), 0);
        const scale = 10 ** (4 - String(first).length);
        for (let prefix = first * scale; prefix < (last + 1) * scale; prefix++)
            table[prefix] |= bits;
    }
    return table;
}
/** What Luhn's check adds for a digit that is doubled. */
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
/** A number of 13 to 19 digits, bare or in groups with one and the same separator. The longest that checks wins. */
const paymentCard = {
    id: 'payment-card',
    title: 'Payment card number',
    anchors: 'digits',
    reach: 44,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        const lead = bytes[at];
        if (lead < 0x32 || lead > 0x36 || !beginsAt(bytes, begin, at, bytes_ALNUM))
            return false;
        if (at - 2 >= begin && bytes[at - 1] === payment_card_FULL_STOP && bytes_is(bytes[at - 2], DIGIT))
            return false;
        let separator = -1;
        let digits = 0;
        let prefix = 0;
        // Luhn's sums, with the digits at even and at odd places doubled: which one counts is known at the end.
        let even = 0;
        let odd = 0;
        let best = -1;
        for (let next = at; next < end; next++) {
            const byte = bytes[next];
            if (!bytes_is(byte, DIGIT)) {
                if (digits === MOST || (byte !== 0x20 && byte !== 0x2d) || (separator !== -1 && byte !== separator))
                    break;
                if (next + 1 >= end || !bytes_is(bytes[next + 1], DIGIT))
                    break;
                separator = byte;
                continue;
            }
            if (++digits > MOST)
                break;
            const digit = byte - payment_card_ZERO;
            even += digits % 2 === 0 ? DOUBLED[digit] : digit;
            odd += digits % 2 === 1 ? DOUBLED[digit] : digit;
            if (digits <= 4)
                prefix = prefix * 10 + digit;
            if (digits === 4 && payment_card_LENGTHS[prefix] === 0)
                return false;
            if (digits < 13 || (payment_card_LENGTHS[prefix] & (1 << (digits - 13))) === 0)
                continue;
            // The last digit is not doubled, so the doubled places have the other parity.
            if ((digits % 2 === 0 ? odd : even) % 10 !== 0)
                continue;
            const after = next + 1 < end ? bytes[next + 1] : undefined;
            if (bytes_is(after, bytes_ALNUM) || (after === payment_card_FULL_STOP && next + 2 < end && bytes_is(bytes[next + 2], DIGIT)))
                continue;
            best = next + 1;
        }
        return best !== -1 && found(scan, at, best);
    },
    examples: {
        match: [
            '«4111111111111111»',
            'card «4111 1111 1111 1111» ok',
            '{"pan":"«5500-0000-0000-0004»"}',
            'amex «378282246310005».',
            '12 «4111 1111 1111 1111»',
            'line\\n«6011111111111117»',
            '«2223003122003222»',
        ],
        ignore: [
            '4111111111111112',
            '1234567890123452',
            'a4111111111111111',
            '4111111111111111a',
            '0.4111111111111111',
            '4111 1111-1111 1111',
            '41111111111111111111111',
            '2026-11-22 00:10:33',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/phone.js


const PLUS = 0x2b;
const phone_ZERO = 0x30;
function separator(byte) {
    return byte === 0x20 || byte === 0x2d || byte === 0x2e || byte === 0x28 || byte === 0x29 || byte === 0x2f;
}
/** E.164: `+`, a country code that does not begin with 0, 8 to 15 digits in all; usual separators allowed. */
const phone = {
    id: 'phone',
    title: 'International telephone number',
    anchors: ['+'],
    reach: 50,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        if (!bytes_is(bytes[at + 1], DIGIT) || bytes[at + 1] === phone_ZERO)
            return false;
        if (at > begin && (bytes_is(bytes[at - 1], bytes_ALNUM) || bytes[at - 1] === PLUS))
            return false;
        let digits = 0;
        let to = at + 1;
        let separators = 0;
        for (let next = at + 1; next < end && next < at + 46; next++) {
            if (bytes_is(bytes[next], DIGIT)) {
                digits++;
                separators = 0;
                to = next + 1;
            }
            else if (separators < 2 && separator(bytes[next]))
                separators++;
            else
                break;
        }
        if (digits < 8 || digits > 15 || (to < end && bytes_is(bytes[to], bytes_ALNUM)))
            return false;
        return found(scan, at, to);
    },
    examples: {
        match: [
            'call «+14155550123»!',
            '«+49 (30) 901820-0»',
            'tel:«+44 20 7946 0958»,',
            '"«+33.1.23.45.67.89»"',
        ],
        ignore: ['+1', '1+14155550123', '+0123456789', '12:00:00+00', '+1234567890123456', 'a+49123456789b'],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/private-key.js


const private_key_LIMIT = 16_384;
const HYPHEN = 0x2d;
const BODY = /[A-Za-z0-9+/=:,.()\s]/;
const IN_BODY = Uint8Array.from({ length: 256 }, (_, byte) => byte < 0x80 && BODY.test(String.fromCharCode(byte)) ? 1 : 0);
/** Where the armour's words end (`-----BEGIN RSA PRIVATE KEY-----`), or -1. */
function header(bytes, from, end) {
    if (!matches(bytes, from, end, '-----BEGIN '))
        return -1;
    let at = from + 11;
    const limit = Math.min(end, at + 48);
    while (at < limit && (bytes_is(bytes[at], UPPER | DIGIT) || bytes[at] === 0x20))
        at++;
    if (!matches(bytes, at, end, '-----'))
        return -1;
    const isPrivate = matches(bytes, at - 11, at, 'PRIVATE KEY') || matches(bytes, at - 17, at, 'PRIVATE KEY BLOCK');
    return isPrivate ? at + 5 : -1;
}
/** The end of the key: behind the END line, or where its text stops being a key. */
function keyEnd(bytes, start, limit) {
    let at = start;
    while (at < limit) {
        const byte = bytes[at];
        if (IN_BODY[byte] === 1)
            at++;
        else if (byte === 0x5c && at + 1 < limit && (bytes[at + 1] === 0x6e || bytes[at + 1] === 0x72))
            at += 2;
        else if (byte === HYPHEN && bytes[at + 1] !== HYPHEN)
            at++;
        else
            break;
    }
    if (!matches(bytes, at, limit, '-----END '))
        return at;
    let close = at + 9;
    while (close < limit && (bytes_is(bytes[close], UPPER | DIGIT) || bytes[close] === 0x20))
        close++;
    while (close < limit && bytes[close] === HYPHEN)
        close++;
    return close;
}
/** PEM and PGP armour, also inside JSON where its lines end in `\n`, also when its end is missing. */
const privateKey = {
    id: 'private-key',
    title: 'Private key in PEM or PGP armour',
    anchors: ['--'],
    reach: private_key_LIMIT + 4,
    find(scan, at) {
        const { bytes, begin } = scan;
        const from = at - 1;
        if (bytes[from + 5] !== 0x42 || (from > begin && bytes[from - 1] === HYPHEN))
            return false;
        const limit = Math.min(scan.end, from + private_key_LIMIT);
        const body = header(bytes, from, limit);
        if (body === -1)
            return false;
        return found(scan, from, bytes_characterStart(bytes, body, keyEnd(bytes, body, limit)));
    },
    examples: {
        match: [
            `a «-----BEGIN PRIVATE KEY-----\n${'MIIEvg/+'.repeat(8)}\nab==\n-----END PRIVATE KEY-----» b`,
            `{"k":"«-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----»\\n"}`,
            `«-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,AB\n\nMII»"`,
            '«-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOY\n=ab12\n-----END PGP PRIVATE KEY BLOCK-----»',
        ],
        ignore: [
            '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
            '-----BEGIN CERTIFICATE-----',
            '-------------------',
            '-----BEGIN PRIVATE KEY',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/slack-token.js


const slack_token_PREFIXES = ['xoxa-', 'xoxb-', 'xoxe-', 'xoxe.', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-'];
const slackToken = prefixed('slack-token', 'Slack token', slack_token_PREFIXES.map((prefix) => ({ prefix, body: TOKEN, min: 10, max: 250 })), {
    match: [`«xoxb-${'12345'.repeat(4)}-${'abcDE'.repeat(4)}»`, `bot=«xapp-1-${'A1'.repeat(10)}»;`],
    ignore: ['xoxb-', 'xoxb-short', 'oxo-1234567890ab', 'foxo-bar'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/stripe-key.js


const stripe_key_PREFIXES = ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'];
const stripeKey = prefixed('stripe-key', 'Stripe secret or restricted key', stripe_key_PREFIXES.map((prefix) => ({ prefix, body: bytes_ALNUM, min: 16, max: 247 })), {
    match: [`«sk_live_${'a1B2'.repeat(6)}»`, `key "«rk_test_${'a1B2'.repeat(20)}»"`],
    ignore: [`pk_live_${'a1B2'.repeat(6)}`, 'sk_live_short', `task_live_${'a1B2'.repeat(6)}`],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/us-ssn.js


const us_ssn_HYPHEN = 0x2d;
/** Three, two and four digits with hyphens, in a range that is given out. Nine bare digits are never taken for one. */
const usSsn = {
    id: 'us-ssn',
    title: 'US social security number',
    anchors: 'digits',
    reach: 16,
    find(scan, at) {
        const { bytes, begin, end } = scan;
        const to = at + 11;
        if (bytes[at + 3] !== us_ssn_HYPHEN || bytes[at + 6] !== us_ssn_HYPHEN || to > end)
            return false;
        if (runEnd(bytes, at, at + 3, DIGIT) !== at + 3 || runEnd(bytes, at + 4, at + 6, DIGIT) !== at + 6)
            return false;
        if (runEnd(bytes, at + 7, to, DIGIT) !== to)
            return false;
        if (at - 1 >= begin && bytes[at - 1] === us_ssn_HYPHEN)
            return false;
        if (to < end && (bytes_is(bytes[to], bytes_ALNUM) || (bytes[to] === us_ssn_HYPHEN && bytes_is(bytes[to + 1], DIGIT))))
            return false;
        const area = bytes.toString('latin1', at, at + 3);
        if (area === '000' || area === '666' || area[0] === '9')
            return false;
        if (bytes.toString('latin1', at + 4, at + 6) === '00' || bytes.toString('latin1', at + 7, to) === '0000')
            return false;
        return found(scan, at, to);
    },
    examples: {
        match: ['«078-05-1120»', 'ssn «219-09-9999».', '{"s":"«123-45-6789»"}'],
        ignore: [
            '078051120',
            '000-12-3456',
            '666-12-3456',
            '912-12-3456',
            '123-00-4567',
            '123-45-0000',
            '1-123-45-6789',
            '123-45-67890',
            '123-45-6789-1',
        ],
    },
};

;// CONCATENATED MODULE: ./lib/masking/detectors/index.js





















/** Every detector; two that look at the same place are asked in the order of `DETECTOR_IDS`. */
const DETECTORS = {
    'payment-card': paymentCard,
    'us-ssn': usSsn,
    iban: iban,
    email: email,
    phone: phone,
    jwt: jwt,
    'aws-access-key': awsAccessKey,
    'gcp-api-key': gcpApiKey,
    'azure-secret': azureSecret,
    'github-token': githubToken,
    'gitlab-token': gitlabToken,
    'slack-token': slackToken,
    'stripe-key': stripeKey,
    'npm-token': npmToken,
    'anthropic-key': anthropicKey,
    'openai-key': openaiKey,
    'private-key': privateKey,
    'connection-uri': connectionUri,
    'basic-auth-url': basicAuthUrl,
    'assigned-secret': assignedSecret,
};


;// CONCATENATED MODULE: ./lib/masking/scanner.js




/**
 * Anchors are found by a table of bytes, then by a table of byte pairs; only then a detector looks, and only
 * within its reach. 64 KiB of tables a scanner, made once a session.
 */
function scanner_createScanner(ids, search) {
    const built = builtIn(ids);
    return search ? withPatterns(built, search) : built;
}
/** What detectors and patterns find, whichever comes first; what overlaps is one span. Each looks at a byte once. */
function withPatterns(detectors, search) {
    let hits = [];
    let index = 0;
    // What the detectors found beyond the floor; undefined when they have not been asked yet, null for nothing.
    let ahead;
    const look = (scan) => {
        if (ahead === null || (ahead && ahead.from >= scan.floor))
            return ahead;
        const { floor } = scan;
        const id = detectors.next(scan);
        scan.floor = floor;
        return id === undefined ? null : { id, from: scan.from, to: scan.to };
    };
    return {
        reach: Math.max(detectors.reach, LONGEST_MATCH),
        next(scan) {
            if (scan.fresh) {
                hits = search(scan.bytes, scan.begin, scan.end);
                index = 0;
                ahead = undefined;
                scan.fresh = false;
            }
            while (index < hits.length && hits[index].to <= scan.floor)
                index++;
            ahead = look(scan);
            const own = hits[index];
            const first = ahead && (!own || ahead.from < own.from) ? ahead : own;
            if (!first)
                return undefined;
            const other = first === own ? ahead : own;
            scan.from = Math.max(first.from, scan.floor);
            scan.to = other && other.from < first.to ? Math.max(first.to, other.to) : first.to;
            scan.floor = scan.to;
            return first.id;
        },
    };
}
function builtIn(ids) {
    const detectors = core_detectors/* DETECTOR_IDS */.Y.filter((id) => ids.includes(id)).map((id) => DETECTORS[id]);
    const { anchors, pairs, groups } = tables(detectors);
    return {
        reach: Math.max(0, ...detectors.map(({ reach }) => reach)),
        next(scan) {
            const { bytes, begin, end } = scan;
            for (let at = scan.floor; at < end; at++) {
                const byte = bytes[at];
                if (anchors[byte] === 0)
                    continue;
                const group = pairs[((at > begin ? bytes[at - 1] : 0x20) << 8) | byte];
                if (group === 0)
                    continue;
                for (const detector of groups[group]) {
                    if (!detector.find(scan, at))
                        continue;
                    scan.floor = scan.to;
                    return detector.id;
                }
            }
            return undefined;
        },
    };
}
function tables(detectors) {
    const anchors = new Uint8Array(256);
    const sets = new Map();
    detectors.forEach((detector, index) => {
        for (const pair of pairsOf(detector))
            sets.set(pair, (sets.get(pair) ?? 0) | (1 << index));
    });
    const pairs = new Uint8Array(0x10000);
    const groups = [[]];
    const numbers = new Map();
    for (const [pair, set] of sets) {
        let number = numbers.get(set);
        if (number === undefined) {
            number = groups.push(detectors.filter((_, index) => (set & (1 << index)) !== 0)) - 1;
            numbers.set(set, number);
        }
        pairs[pair] = number;
        anchors[pair & 0xff] = 1;
    }
    return { anchors, pairs, groups };
}
/** `before << 8 | anchor` for every pair of bytes at which the detector looks. */
function* pairsOf({ anchors }) {
    if (anchors === 'digits') {
        for (let before = 0; before < 256; before++)
            if (beforeDigits(before))
                for (let digit = 0x30; digit <= 0x39; digit++)
                    yield (before << 8) | digit;
        return;
    }
    for (const anchor of anchors) {
        if (anchor.length === 2)
            yield (anchor.charCodeAt(0) << 8) | anchor.charCodeAt(1);
        else
            for (let before = 0; before < 256; before++)
                yield (before << 8) | anchor.charCodeAt(0);
    }
}
/** Not alphanumeric, or the letter of an escape (`\n`), which the detector tells from a word. */
function beforeDigits(byte) {
    if (byte === 0x6e || byte === 0x72 || byte === 0x74)
        return true;
    return !bytes_is(byte, DIGIT) && !/[A-Za-z]/.test(String.fromCharCode(byte));
}

;// CONCATENATED MODULE: ./lib/masking/sequences.js
// Control sequences of terminals (ECMA-48), which lie between characters and are none: colours, cursor moves, titles.
/** What is longer is no sequence of a terminal: it is looked at like any text. */
const sequences_LONGEST = 4096;
const ESC = 0x1b;
const BEL = 0x07;
/** First byte of the C1 controls in UTF-8; U+009B begins a sequence as `ESC [` does. */
const C1 = 0xc2;
function createSequences() {
    let open = Buffer.alloc(0);
    return {
        read(bytes, shown, sequence) {
            const all = open.length === 0 ? bytes : Buffer.concat([open, bytes]);
            open = Buffer.alloc(0);
            let from = 0;
            for (let at = nextStart(all, 0); at !== -1; at = nextStart(all, Math.max(from, at + 1))) {
                const end = endOf(all, at);
                if (end === -1)
                    continue;
                if (end === 0) {
                    // Copied: the caller's buffer is used again.
                    open = Buffer.from(all.subarray(at));
                    if (at > from)
                        shown(all.subarray(from, at));
                    return;
                }
                if (at > from)
                    shown(all.subarray(from, at));
                sequence(all.subarray(at, end));
                from = end;
            }
            if (from < all.length)
                shown(all.subarray(from));
        },
        end() {
            const left = open;
            open = Buffer.alloc(0);
            return left;
        },
    };
}
/** Whether a whole sequence has room for more than what a terminal is told to do: a text, or a long number. */
function isTelling(bytes) {
    if (isText(bytes[1]))
        return true;
    let digits = 0;
    for (const byte of bytes) {
        digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0;
        if (digits > 4)
            return true;
    }
    return false;
}
/** OSC, DCS, SOS, PM, APC: texts for the terminal itself. */
const isText = (kind) => kind === 0x5d || kind === 0x50 || kind === 0x58 || kind === 0x5e || kind === 0x5f;
function nextStart(bytes, from) {
    for (let at = from; at < bytes.length; at++) {
        if (bytes[at] === ESC)
            return at;
        if (bytes[at] === C1 && (at + 1 === bytes.length || bytes[at + 1] === 0x9b))
            return at;
    }
    return -1;
}
/** Behind the sequence that begins at `at`; 0 when more must come, -1 when there is none. */
function endOf(bytes, at) {
    const missing = bytes.length - at > sequences_LONGEST ? -1 : 0;
    const kind = bytes[at] === C1 ? 0x5b : bytes[at + 1];
    if (at + 1 >= bytes.length)
        return 0;
    const body = at + 2;
    if (kind === 0x5b)
        return controlEnd(bytes, body) || missing;
    if (isText(kind))
        return stringEnd(bytes, body) || missing;
    for (let end = at + 1; end < bytes.length && end - at < 8; end++) {
        const byte = bytes[end] ?? 0;
        if (byte >= 0x30 && byte <= 0x7e)
            return end + 1;
        if (byte < 0x20 || byte > 0x2f)
            return -1;
    }
    return bytes.length - at < 8 ? 0 : -1;
}
/** Parameters, then one letter. */
function controlEnd(bytes, from) {
    for (let at = from; at < bytes.length && at - from < sequences_LONGEST; at++) {
        const byte = bytes[at] ?? 0;
        if (byte >= 0x40 && byte <= 0x7e)
            return at + 1;
        if (byte < 0x20 || byte > 0x3f)
            return -1;
    }
    return 0;
}
function stringEnd(bytes, from) {
    for (let at = from; at < bytes.length && at - from < sequences_LONGEST; at++) {
        if (bytes[at] === BEL)
            return at + 1;
        if (bytes[at] === ESC) {
            if (at + 1 === bytes.length)
                return 0;
            return bytes[at + 1] === 0x5c ? at + 2 : -1;
        }
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/masking/stream.js
// Masks over a stream: the output of a command, whose values may come in pieces.


const stream_STARS = Buffer.from('****');
/** Enough for the END line of a key: until so much follows, a value that spans lines may still go on. */
const UNDECIDED = 64;
/** Bytes of control sequences within what is not shown yet; those beyond are dropped. */
const MOST_SEQUENCES = 64 * 1024;
/** Values that are split across chunks are found, also keys that span lines and what a terminal's colours cut. */
function stream_createScrubber(scanner) {
    const masked = {};
    const plain = createPlain(scanner, (id) => {
        masked[id] = (masked[id] ?? 0) + 1;
    });
    const sequences = createSequences();
    const inside = detector_createScan();
    /** A title, a link or the like shows a value: all of it is left out. */
    const hides = (bytes) => {
        // Without what begins it, and the letter that ends it.
        const body = bytes.subarray(2, -1);
        Object.assign(inside, { bytes: body, begin: 0, floor: 0, end: body.length, fresh: true });
        const id = scanner.next(inside);
        if (id !== undefined)
            masked[id] = (masked[id] ?? 0) + 1;
        return id !== undefined;
    };
    /** Where in the stream without sequences each of them was. */
    let marks = [];
    let marked = 0;
    let read = 0;
    let shown = 0;
    const woven = (pieces) => {
        if (marks.length === 0) {
            for (const { length } of pieces)
                shown += length;
            return pieces.map(({ bytes }) => bytes);
        }
        const parts = [];
        let next = 0;
        const pass = (to) => {
            for (; next < marks.length && marks[next].at <= to; next++)
                parts.push(marks[next].bytes);
        };
        for (const { bytes, length, masked } of pieces) {
            pass(shown);
            const start = shown;
            let from = 0;
            if (masked)
                parts.push(bytes);
            else {
                while (next < marks.length && marks[next].at < start + length) {
                    const { at } = marks[next];
                    parts.push(bytes.subarray(from, at - start));
                    from = at - start;
                    pass(at);
                }
                parts.push(bytes.subarray(from));
            }
            shown = start + length;
        }
        pass(shown);
        marks = marks.slice(next);
        marked = marks.reduce((sum, mark) => sum + mark.bytes.length, 0);
        return parts;
    };
    return {
        write(chunk) {
            const parts = [];
            sequences.read(chunk, (bytes) => {
                read += bytes.length;
                parts.push(...woven(plain.write(bytes)));
            }, (bytes) => {
                if (isTelling(bytes) && hides(bytes))
                    return;
                if (marks.length === 0 && read === shown)
                    parts.push(bytes);
                else if (marked + bytes.length <= MOST_SEQUENCES) {
                    marks.push({ at: read, bytes: Buffer.from(bytes) });
                    marked += bytes.length;
                }
            });
            return Buffer.concat(parts);
        },
        rest: (typed) => Buffer.concat(woven(plain.rest(typed))),
        release: () => Buffer.concat(woven(plain.release())),
        end() {
            const left = sequences.end();
            read += left.length;
            return Buffer.concat([...woven(plain.write(left)), ...woven(plain.end())]);
        },
        masked,
    };
}
function createPlain(scanner, found) {
    const scan = detector_createScan();
    let held = Buffer.alloc(0);
    // Bytes of `held` that were shown already: detectors look at them, nothing else.
    let shown = 0;
    // Where to look from: what a rest has shown of an unfinished line may say what comes behind it, as `password: ` does.
    let since = 0;
    /** Masks up to `cut`, or to where a value begins that may go on. */
    const masked = (cut, last) => {
        Object.assign(scan, { bytes: held, begin: 0, floor: since, end: held.length, fresh: true });
        const pieces = [];
        let read = shown;
        let to = cut;
        const pass = (end) => {
            if (end > read)
                pieces.push({ bytes: held.subarray(read, end), length: end - read, masked: false });
        };
        for (let id = scanner.next(scan); id !== undefined && scan.from < to; id = scanner.next(scan)) {
            if (scan.to <= read)
                continue;
            const from = Math.max(scan.from, read);
            const open = scan.to >= to && held.length - scan.to < UNDECIDED && held.length - scan.from < scanner.reach;
            if (open && !last) {
                to = from;
                break;
            }
            pass(from);
            found(id);
            pieces.push({ bytes: stream_STARS, length: scan.to - from, masked: true });
            read = scan.to;
            to = Math.max(to, read);
        }
        pass(to);
        return { pieces, to };
    };
    const drain = (wanted, how) => {
        if (wanted <= shown)
            return [];
        const { pieces, to } = masked(wanted, how === 'end' || how === 'release');
        const context = how === 'end' ? held.length : Math.max(0, to - scanner.reach);
        // After whole lines nothing before is looked at again.
        const from = how === 'rest' || how === 'release' || to === shown ? since : to;
        held = held.subarray(context);
        shown = to - context;
        since = Math.max(0, from - context);
        return pieces;
    };
    return {
        write(chunk) {
            held = Buffer.concat([held, chunk]);
            return drain(Math.max(stream_lineEnd(held), held.length - scanner.reach), 'more');
        },
        rest(typed) {
            const pieces = drain(wordStart(held, shown), 'rest');
            const left = held.subarray(shown);
            if (left.length === 0 || !typed || !endsWith(typed, left))
                return pieces;
            shown = held.length;
            return [...pieces, { bytes: left, length: left.length, masked: false }];
        },
        release: () => drain(held.length, 'release'),
        end: () => drain(held.length, 'end'),
    };
}
/** Behind the last line end: no detected value but a private key goes across one. */
function stream_lineEnd(bytes) {
    return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
}
/** Where the last word begins; groups of digits, as cards and account numbers are written, are one word. */
function wordStart(bytes, floor) {
    let at = bytes.length;
    while (at > floor && !stream_isSpace(bytes[at - 1]))
        at--;
    let group = at;
    let digits = false;
    while (group > floor && isGrouped(bytes[group - 1])) {
        digits ||= isDigit(bytes[group - 1]);
        group--;
    }
    return digits ? group : at;
}
const endsWith = (bytes, end) => end.length <= bytes.length && bytes.subarray(bytes.length - end.length).equals(end);
const stream_isSpace = (byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const isDigit = (byte) => byte >= 0x30 && byte <= 0x39;
/** Digits, capitals, and what stands between groups of them: space, `(`, `)`, `+`, `-`, `.`. */
const isGrouped = (byte) => isDigit(byte) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x20 ||
    byte === 0x28 ||
    byte === 0x29 ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e;

;// CONCATENATED MODULE: ./lib/masking/copy.js

const copy_BACKSLASH = 0x5c;
const ESCAPES = { b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const copy_LETTERS = new Map(Object.entries(ESCAPES).map(([letter, byte]) => [byte, letter.charCodeAt(0)]));
/**
 * The mask over raw fields: `apply` takes the bytes between two delimiters (without them and without the end of
 * the line) and writes a raw field. Never returns -1: SQL NULL is written as the statement spells it.
 */
function copyMask(mask, options) {
    const format = compile(options);
    // What stands in for a value may hold any other delimiter than a tab: `2000-01-01`, `(0,0)`.
    const grows = options.format === 'csv' || mask.escapes === true || format.starred || options.delimiter !== '\t';
    return {
        get label() {
            return mask.label;
        },
        apply(from, start, end, to, at) {
            if (isNull(from, start, end, format))
                return -2;
            if (!format.csv && !grows && !hasEscape(from, start, end)) {
                const length = mask.apply(from, start, end, to, at);
                return length === -1 ? format.null.copy(to, at) : length;
            }
            const raw = from.subarray(start, end);
            const quoted = format.csv && raw[0] === format.quote;
            const value = format.csv ? (quoted ? unquote(raw, format) : raw) : withoutEscapes(raw);
            const masked = maskText(mask, value);
            if (masked === value)
                return -2;
            if (masked === null)
                return format.null.copy(to, at);
            return (format.csv ? copy_quote(masked, quoted, format) : withEscapes(masked, format)).copy(to, at);
        },
        bound: (length) => Math.max(grows ? 2 * mask.bound(length) + 2 : mask.bound(length), format.null.length),
    };
}
function compile(options) {
    return {
        csv: options.format === 'csv',
        delimiter: options.delimiter.charCodeAt(0),
        quote: options.quote.charCodeAt(0),
        escape: options.escape.charCodeAt(0),
        null: Buffer.from(options.null),
        /** The stars of a mask mean something in this statement. */
        starred: `${options.delimiter}${options.quote}${options.escape}${options.null}`.includes('*'),
    };
}
function isNull(from, start, end, { null: marker }) {
    return end - start === marker.length && from.compare(marker, 0, marker.length, start, end) === 0;
}
function hasEscape(from, start, end) {
    for (let at = start; at < end; at++)
        if (from[at] === copy_BACKSLASH)
            return true;
    return false;
}
function withoutEscapes(raw) {
    if (!raw.includes(copy_BACKSLASH))
        return raw;
    const value = Buffer.allocUnsafe(raw.length);
    let length = 0;
    for (let at = 0; at < raw.length; at++) {
        const byte = raw[at];
        if (byte !== copy_BACKSLASH || at + 1 === raw.length)
            value[length++] = byte;
        else
            value[length++] = ESCAPES[String.fromCharCode(raw[++at])] ?? raw[at];
    }
    return value.subarray(0, length);
}
function withEscapes(value, format) {
    const raw = Buffer.allocUnsafe(value.length * 2);
    let length = 0;
    for (const byte of value) {
        const letter = copy_LETTERS.get(byte);
        if (letter !== undefined || byte === copy_BACKSLASH || byte === format.delimiter)
            raw[length++] = copy_BACKSLASH;
        raw[length++] = letter ?? byte;
    }
    return raw.subarray(0, length);
}
function unquote(raw, format) {
    const value = Buffer.allocUnsafe(raw.length);
    let length = 0;
    const end = raw.length - 1;
    for (let at = 1; at < end; at++) {
        const next = raw[at + 1];
        if (raw[at] === format.escape && at + 1 < end && (next === format.quote || next === format.escape))
            at++;
        value[length++] = raw[at];
    }
    return value.subarray(0, length);
}
function copy_quote(value, always, format) {
    const special = (byte) => byte === format.quote || byte === format.delimiter || byte === 0x0a || byte === 0x0d;
    if (!always && !value.some(special) && !value.equals(format.null) && value.length > 0)
        return value;
    const raw = Buffer.allocUnsafe(value.length * 2 + 2);
    let length = 0;
    raw[length++] = format.quote;
    for (const byte of value) {
        if (byte === format.quote || byte === format.escape)
            raw[length++] = format.escape;
        raw[length++] = byte;
    }
    raw[length++] = format.quote;
    return raw.subarray(0, length);
}

;// CONCATENATED MODULE: ./lib/masking/index.js



















/**
 * The masks of a target for one session. `key` is 32 random bytes of that session: hashes are stable as long as it
 * lives and mean nothing afterwards. Throws `SluiceError` CONFIG_INVALID for a detector that does not exist.
 */
function createMasking(masks, key) {
    const columns = compileColumns(withCatalogue(masks.columns));
    const digest = createDigest(key);
    const scanner = createScanner(masks.detect.map(known), compilePatterns(masks.patterns));
    const scans = masks.detect.length > 0 || (masks.patterns ?? []).length > 0;
    const tools = { fields: compileFields(masks.fields ?? [], digest), scanner, scans };
    const maskOf = (column) => {
        const rule = columns.find(column);
        if (rule)
            return columnMask(rule.kind, rule.pattern, column, digest);
        const way = scans ? scanned(column.type, column.format) : 'not';
        if (way === 'not')
            return null;
        if (way === 'blob')
            return blobMask(scanner, column.format);
        return typeof way === 'object' ? replacedMask(scanner, way.constant) : detectedMask(scanner, way);
    };
    return {
        inert: masks.columns.length === 0 && tools.fields.none && !scans,
        plan(described) {
            const plan = described.map(maskOf);
            return plan.some((mask) => mask !== null) ? plan : null;
        },
        protects: (relation) => columns.protects(relation),
        scrub: (text) => (scans ? scrubText(scanner, text) : text),
        body: (form) => bodyMask(form, tools, () => createScrubber(scanner)),
    };
}
/** Masks the output of a command for one stream of it: lines come out as soon as they are whole. */
function scrubOutput({ detect, patterns }) {
    return stream_createScrubber(scanner_createScanner(detect.map(known), patterns_compilePatterns(patterns)));
}
function known(id) {
    const found = core_detectors/* DETECTOR_IDS */.Y.find((candidate) => candidate === id);
    if (found)
        return found;
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `there is no detector “${id}”`, {
        hint: `Detectors are: ${core_detectors/* DETECTOR_IDS */.Y.join(', ')}`,
    });
}

;// CONCATENATED MODULE: ./lib/action/scrub.js
// Masks the output of a command under the session.


/** Longer lines are looked at in pieces of this size. */
const LONGEST_LINE = 64 * 1024;
/** For one stream: what the masks of the targets detect, and the session's own secrets. */
function scrubSession({ targets, control }) {
    const detected = scrubOutput({
        detect: [...new Set(targets.flatMap(({ detect }) => detect))],
        patterns: targets.flatMap(({ patterns = [] }) => patterns),
    });
    const secrets = [control.secret, ...targets.flatMap(({ password = [] }) => password)];
    const lines = wholeLines();
    const hide = (text) => Buffer.from(secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text));
    return {
        write: (chunk) => hide(lines.push(detected.write(chunk))),
        rest: () => hide(lines.push(detected.rest())),
        release: () => hide(lines.push(detected.release())),
        end: () => hide(lines.push(detected.end()) + lines.end()),
        masked: detected.masked,
    };
}
/** Holds back an unfinished line, so that a secret which arrives in two pieces is seen. */
function wholeLines() {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    return {
        push(data) {
            rest += decoder.write(data);
            const end = Math.max(rest.lastIndexOf('\n'), rest.lastIndexOf('\r')) + 1;
            const cut = end === 0 && rest.length > LONGEST_LINE ? rest.length : end;
            const whole = rest.slice(0, cut);
            rest = rest.slice(cut);
            return whole;
        },
        end() {
            const last = rest + decoder.end();
            rest = '';
            return last;
        },
    };
}

;// CONCATENATED MODULE: ./lib/action/run.js





/** Runs the script and ends the session; `post` finds it closed. Fails the step with the script's exit code. */
async function runUnderSession(script, { ready, dir, databaseUrl, secretVariables }) {
    const stop = (now) => stopSession({ dir, record: ready.record, now });
    // A cancelled job: the script must not go on in the session while the runner ends this process.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => void stop(true).finally(() => process.exit(130)));
    try {
        const code = await runCommand({
            script,
            env: process.env,
            session: (0,wanted/* environmentOf */.p7)(ready, { databaseUrl }),
            secretVariables,
            scrubber: () => scrubSession(ready),
            out: (data) => process.stdout.write(data),
            err: (data) => process.stderr.write(data),
        });
        if (code === undefined)
            (0,core/* setFailed */.C1)('the command was ended by a signal');
        else if (code !== 0)
            (0,core/* setFailed */.C1)(`the command ended with code ${code}`);
    }
    finally {
        await stop(false);
    }
}


/***/ }),

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


/***/ })

};
