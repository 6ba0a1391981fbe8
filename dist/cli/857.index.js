export const id = 857;
export const ids = [857];
export const modules = {

/***/ 65697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ reportClosed)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _recording_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32916);
/* harmony import */ var _recording_report_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31825);





/** Tells a person how the session ended, and leaves its page beside the record. Returns true when nothing is left to do. */
function reportClosed(closed, io) {
    const { totals, seal, reason, problems, refusals } = closed;
    for (const { rule, reason } of refusals)
        io.err(`sluice: refused by ${rule}: ${reason}\n`);
    io.err(`sluice: session ${closed.session} ended (${reason}): ${totals.statements} statements, ${totals.refused} refused, ${totals.masked} values masked\n`);
    const kept = seal ? `, sealed ${seal.kept === 'server' ? 'by the server' : 'locally'}` : ', not sealed';
    io.err(`sluice: record in ${closed.record}${kept}\n`);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(closed.record, _recording_format_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES */ .cn.session)))
        io.err(`sluice: ${page(closed.record)}\n`);
    for (const problem of problems)
        io.err(`sluice: ${problem}\n`);
    return problems.length === 0 && reason !== 'record' && reason !== 'killed';
}
/** The record is what counts: without a page it is as good. */
function page(record) {
    try {
        return `to read it, open ${(0,_recording_report_write_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReport */ .u)(record)}`;
    }
    catch (error) {
        return `no page was made of it: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`;
    }
}


/***/ }),

/***/ 35857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _session_stop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62397);
/* harmony import */ var _closing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65697);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99859);
/* harmony import */ var _handle_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95674);







const command = {
    summary: 'close a session that sluice start opened',
    help: `Usage: sluice stop [--session DIR]

Lets running statements finish, seals the record, revokes the credential, and prints how the session ended
as JSON. Does nothing when it is over already. When the proxy process has died, the server is asked to end
the credential.

  --session DIR   the session's directory; SLUICE_SESSION when left out

Exit codes: 0 the session ended in order, 1 it did not (the proxy process had died, or the record is not whole),
2 that is no session's directory.

Example:
  sluice stop --session "$SLUICE_SESSION"
`,
    async run(args, io) {
        const dir = parse(args) ?? io.env.SLUICE_SESSION;
        if (!dir)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', 'no session is named', {
                hint: 'Give --session DIR, or set SLUICE_SESSION as sluice start printed it',
            });
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, dir);
        const closed = await (0,_session_stop_js__WEBPACK_IMPORTED_MODULE_3__/* .stopSession */ .f)({ dir: path, ...(0,_handle_js__WEBPACK_IMPORTED_MODULE_6__/* .readHandle */ .l)(path) });
        const clean = (0,_closing_js__WEBPACK_IMPORTED_MODULE_4__/* .reportClosed */ .$)(closed, io);
        io.out(`${JSON.stringify(closed)}\n`);
        return clean ? _command_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .d.ok : _command_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .d.failed;
    },
};
function parse(args) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_1__.parseArgs)({ args, options: { session: { type: 'string' } } }).values.session;
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', error instanceof Error ? error.message : 'wrong options', {
            hint: 'sluice stop --help shows the options',
        });
    }
}


/***/ }),

/***/ 95674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ HANDLE),
/* harmony export */   l: () => (/* binding */ readHandle)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// What `start` leaves in the session's directory for `stop`.



const HANDLE = 'handle.json';
function readHandle(dir) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, HANDLE);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah('CONFIG_INVALID', `${dir} is not the directory of a session`, {
        hint: 'Give the directory that sluice start printed as SLUICE_SESSION',
    });
}


/***/ }),

/***/ 2947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ writeJson),
/* harmony export */   Qs: () => (/* binding */ readPid),
/* harmony export */   XD: () => (/* binding */ readClosed),
/* harmony export */   cn: () => (/* binding */ FILES),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   oD: () => (/* binding */ readReady)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// The files of a session's directory: how the daemon and those who start and stop it talk besides the control endpoint.



const FILES = {
    ready: 'ready.json',
    closed: 'closed.json',
    failed: 'failed.json',
    pid: 'daemon.pid',
    log: 'daemon.log',
};
/** Atomic, and readable by the owner only: a reader sees the whole file or none. */
function writeJson(dir, file, value) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, file);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.part`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.part`, path);
}
function readReady(dir) {
    return readJson(dir, FILES.ready);
}
function readClosed(dir) {
    return readJson(dir, FILES.closed);
}
/** The error that kept the daemon from starting, as it told it. */
function readFailure(dir) {
    const failure = readJson(dir, FILES.failed);
    if (!failure)
        return undefined;
    const code = Object.hasOwn(_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ERROR_CODES */ .OQ, failure.code) ? failure.code : 'DAEMON_FAILED';
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SluiceError */ .ah(code, failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}
function readPid(dir) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, FILES.pid);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    const pid = Number((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}
/** Our own file in a directory that only its owner may write. */
function readJson(dir, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, file);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) : undefined;
}


/***/ }),

/***/ 62397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ stopSession)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
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
            const { revoke } = await Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(537)]).then(__webpack_require__.bind(__webpack_require__, 74537));
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


/***/ })

};
