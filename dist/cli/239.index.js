export const id = 239;
export const ids = [239];
export const modules = {

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


/***/ }),

/***/ 70899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ze: () => (/* binding */ changeSshConfig),
  rM: () => (/* binding */ howToReach),
  sL: () => (/* binding */ parseSshConfig),
  T8: () => (/* binding */ restoreSshConfig)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/protocols/ssh/client-config.js
// What OpenSSH's clients, and those that start them, read to find a session.


/** Names of the files in the session's directory. */
const CONFIG = 'ssh_config';
const HOSTS = 'ssh_hosts';
const KNOWN_HOSTS = 'ssh_known_hosts';
/** What clients of these targets read; each target has a key of its own. */
function sshFiles(endpoints, dir) {
    const keyed = endpoints.flatMap(({ identity, ...endpoint }) => (identity ? [{ endpoint, identity }] : []));
    const keyFile = (at) => `ssh_key_${at + 1}`;
    const knownHosts = join(dir, KNOWN_HOSTS);
    const blocks = keyed.map(({ endpoint }, at) => hostBlock(endpoint, { identity: join(dir, keyFile(at)), knownHosts }));
    const hosts = keyed.map(({ endpoint: { host, port }, identity }) => knownHostsLine(host, port, identity.hostKey));
    const keys = keyed.map(({ identity }, at) => [keyFile(at), identity.clientKey.reveal()]);
    return {
        files: {
            [CONFIG]: `${blocks.join('\n')}\n${others(blocks)}`,
            [HOSTS]: blocks.join('\n'),
            [KNOWN_HOSTS]: hosts.join(''),
            ...Object.fromEntries(keys),
        },
        keys: keys.map(([name]) => name),
        environment: sshEnvironment(join(dir, CONFIG)),
    };
}
/** The file with the `Host` blocks and nothing else, given the path in SLUICE_SSH_CONFIG. */
const hostsFile = (config) => (0,external_node_path_.join)((0,external_node_path_.dirname)(config), HOSTS);
/** `ssh -F` reads no other file: without this, git would lose the keys and settings that a job has for other hosts. */
function others(blocks) {
    const ours = blocks.flatMap((block) => /^Host (.+)$/m.exec(block)?.[1]?.split(' ') ?? []);
    const not = ours.map((name) => ` !${name}`).join('');
    return `Host *${not}\n  Include ~/.ssh/config\n  Include /etc/ssh/ssh_config\n`;
}
/** The `Host` block of one target. Throws `SluiceError` CONFIG_INVALID for what ssh_config cannot quote. */
function hostBlock({ target, upstream, host, port, user }, files) {
    const names = [...new Set([target, upstream])].map(literalPattern);
    const lines = [
        `HostName ${host}`,
        `Port ${port}`,
        `User ${quoted(user)}`,
        `IdentityFile ${path(files.identity)}`,
        'IdentitiesOnly yes',
        'IdentityAgent none',
        'PreferredAuthentications publickey',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        `UserKnownHostsFile ${path(files.knownHosts)}`,
        'GlobalKnownHostsFile none',
        'StrictHostKeyChecking yes',
        'UpdateHostKeys no',
        'CheckHostIP no',
        'ForwardAgent no',
        'ForwardX11 no',
        'Compression no',
        'Ciphers aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr',
        // Nothing of the user's own files leads elsewhere.
        'ProxyCommand none',
        'RemoteCommand none',
        'ServerAliveInterval 15',
        'ServerAliveCountMax 3',
    ];
    return `Host ${names.join(' ')}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
/** One line of a known_hosts file; `hostKey` as in `Identity`. */
const knownHostsLine = (host, port, hostKey) => `${port === 22 ? host : `[${host}]:${port}`} ${hostKey}\n`;
/** Variables for those that start ssh themselves, given the path of the file with the blocks. */
function sshEnvironment(config) {
    const shell = `'${config.replaceAll("'", `'\\''`)}'`;
    return {
        SLUICE_SSH_CONFIG: config,
        GIT_SSH_COMMAND: `ssh -F ${shell}`,
        GIT_SSH_VARIANT: 'ssh',
        // rsync takes it apart itself: a doubled quote is one.
        RSYNC_RSH: `ssh -F '${config.replaceAll("'", "''")}'`,
        // Modules need no terminal, which most targets refuse.
        ANSIBLE_SSH_USETTY: 'False',
        ANSIBLE_SSH_ARGS: `-F ${shell} -o ControlMaster=auto -o ControlPersist=60s`,
    };
}
/** `%` begins a token, `${` a variable, and `~` is a home directory: none of them may mean anything in our paths. */
function path(text) {
    if (text.includes('${') || text.startsWith('~'))
        throw unquotable('a path');
    return quoted(text.replaceAll('%', '%%'));
}
function quoted(text) {
    if (/["\\\p{Cc}]/u.test(text))
        throw unquotable('a path or a user');
    return /[\s#=']/.test(text) ? `"${text}"` : text;
}
function literalPattern(name) {
    if (/[\s"'*?!#,\\\p{Cc}]/u.test(name))
        throw unquotable('a target’s name or host');
    return name;
}
const unquotable = (what) => new SluiceError('CONFIG_INVALID', `${what} holds characters that ssh_config cannot have there`, {
    hint: 'Choose another directory for temporary files (RUNNER_TEMP, TMPDIR), or another name.',
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/protocols/ssh/user-config.js
// Lines in `~/.ssh/config` while a session lasts, for scripts that say `ssh web` and nothing else.




const LOCK_MS = 5000;
/** Nobody holds it so long: its holder was killed. */
const STALE_MS = 10_000;
/**
 * Puts an `Include` of `hosts`, a file with `Host` blocks, in front of everything else. Atomic; what stands there stays as it is.
 * Throws `SluiceError` CONFIG_INVALID where that cannot be done safely, or another live session answers for the same host.
 */
async function addToUserConfig({ home, session }, hosts) {
    if (/[^\w/. +,:@~-]/.test(hosts))
        throw refused(`the path ${hosts} cannot be included`, 'Choose a plain directory in RUNNER_TEMP or TMPDIR');
    const newDirectory = makeDirectory((0,external_node_path_.join)(home, '.ssh'));
    await change(home, (text, isNew) => {
        rejectTaken(text, hosts);
        const note = `${newDirectory ? ' (new directory)' : ''}${isNew ? ' (new file)' : ''}`;
        return Buffer.concat([
            Buffer.from(`${begin(session)}${note}\nInclude "${hosts}"\n${end(session)}`),
            withoutDead(text),
        ]);
    });
}
/** Takes out what `addToUserConfig` put in, and only that. Does nothing when it is not there. */
async function removeFromUserConfig({ home, session }) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(home, '.ssh', 'config')))
        return;
    let emptyDirectory = false;
    await change(home, (text) => {
        const from = text.indexOf(begin(session));
        const last = text.indexOf(end(session), from);
        if (from < 0 || last < 0)
            return text;
        const head = text.subarray(from, text.indexOf('\n', from)).toString();
        const rest = Buffer.concat([text.subarray(0, from), text.subarray(last + end(session).length)]);
        const remove = rest.length === 0 && head.endsWith('(new file)');
        emptyDirectory = remove && head.includes('(new directory)');
        return remove ? undefined : rest;
    });
    if (emptyDirectory)
        removeDirectory((0,external_node_path_.join)(home, '.ssh'));
}
const begin = (session) => `# Sluice session ${session} begins`;
const end = (session) => `# Sluice session ${session} ends\n`;
/** `edit` returns what is to be there, or nothing for no file; the very same bytes for no change. */
async function change(home, edit) {
    const file = (0,external_node_path_.join)(home, '.ssh', 'config');
    const draft = `${file}.sluice`;
    // The draft is the lock, too: of several sessions one writes at a time.
    const fd = await user_config_open(draft);
    try {
        const mode = checked(file);
        const before = mode === undefined ? Buffer.alloc(0) : (0,external_node_fs_.readFileSync)(file);
        const after = edit(before, mode === undefined);
        if (after === undefined)
            (0,external_node_fs_.rmSync)(file);
        else if (after !== before) {
            (0,external_node_fs_.writeFileSync)(fd, after);
            (0,external_node_fs_.fchmodSync)(fd, mode ?? 0o600);
            (0,external_node_fs_.renameSync)(draft, file);
        }
    }
    catch (error) {
        throw failed(file, error);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
        (0,external_node_fs_.rmSync)(draft, { force: true });
    }
}
async function user_config_open(draft) {
    for (const deadline = Date.now() + LOCK_MS;; await (0,promises_.setTimeout)(50)) {
        try {
            return (0,external_node_fs_.openSync)(draft, 'wx', 0o600);
        }
        catch (error) {
            if (error.code !== 'EEXIST')
                throw failed(draft, error);
            const age = Date.now() - ((0,external_node_fs_.statSync)(draft, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
            if (age > STALE_MS)
                (0,external_node_fs_.rmSync)(draft, { force: true });
            else if (Date.now() > deadline)
                throw refused(`${draft} is in the way`, 'Remove it when no other job writes it');
        }
    }
}
/** The file's mode, undefined when there is none. What ssh itself would not read is not written. */
function checked(file) {
    const found = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
    if (!found)
        return undefined;
    if (!found.isFile())
        throw refused(`${file} is ${found.isSymbolicLink() ? 'a link' : 'no file'}`, INSTEAD);
    if (process.getuid && found.uid !== process.getuid())
        throw refused(`${file} is another user’s`, INSTEAD);
    if ((found.mode & 0o022) !== 0 && process.platform !== 'win32')
        throw refused(`${file} can be written by others`, `chmod 600 ${file}`);
    return found.mode & 0o777;
}
/** Two sessions with the same host: commands of one would go through the other, with its policy and record. */
function rejectTaken(text, hosts) {
    const own = new Set(hostsIn(hosts));
    for (const [, path = ''] of text.toString().matchAll(/^# Sluice session .*\nInclude "(.+)"$/gm)) {
        const taken = hostsIn(path).find((name) => own.has(name));
        if (taken !== undefined)
            throw refused(`another session that runs as this user answers for ${taken} in ~/.ssh/config`, 'Wait until its job has ended, or leave ssh-config out and use ssh -F "$SLUICE_SSH_CONFIG"');
    }
}
/** Lines of sessions that were killed: their directories are gone. */
function withoutDead(text) {
    const block = /^# Sluice session \S+ begins.*\nInclude "(.+)"\n# Sluice session \S+ ends\n/gm;
    const kept = text
        .toString('latin1')
        .replaceAll(block, (lines, path) => ((0,external_node_fs_.existsSync)(path) ? lines : ''));
    return Buffer.from(kept, 'latin1');
}
/** None for a session that is gone with its directory. */
function hostsIn(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return [];
    return [...(0,external_node_fs_.readFileSync)(path, 'utf8').matchAll(/^Host (.+)$/gm)].flatMap(([, names = '']) => names.split(' '));
}
/** True when it was not there. */
function makeDirectory(path) {
    try {
        if ((0,external_node_fs_.existsSync)(path))
            return false;
        (0,external_node_fs_.mkdirSync)(path, { mode: 0o700 });
        return true;
    }
    catch (error) {
        throw failed(path, error);
    }
}
function removeDirectory(path) {
    try {
        (0,external_node_fs_.rmdirSync)(path);
    }
    catch {
        // Somebody has put something there meanwhile.
    }
}
const INSTEAD = 'Leave ssh-config out and use ssh -F "$SLUICE_SSH_CONFIG", or make it a file of your own';
const refused = (message, hint) => new errors/* SluiceError */.ah('CONFIG_INVALID', message, { hint });
function failed(path, error) {
    const { code } = error;
    if (error instanceof errors/* SluiceError */.ah || code === undefined)
        return error;
    return refused(`${path} cannot be written (${code})`, INSTEAD);
}

;// CONCATENATED MODULE: ./lib/session/user-config.js
// What a session changes among the user's own files, when it is asked to.




/** False for the session's own files only. Throws `SluiceError` CONFIG_INVALID that names the option. */
function parseSshConfig(text, option) {
    const choice = text.trim();
    if (choice === 'own' || choice === 'user')
        return choice === 'user';
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${option} is neither own nor user`, {
        hint: 'Write user for a line in ~/.ssh/config while the session lasts, or leave it out',
    });
}
/** Throws `SluiceError` CONFIG_INVALID. `option` is how the user asked for it. */
async function changeSshConfig({ session, environment }, option) {
    const config = environment.SLUICE_SSH_CONFIG;
    if (config === undefined)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${option} is given, but no target of the session speaks SSH`, {
            hint: 'Leave it out',
        });
    await addToUserConfig({ home: home(), session }, hostsFile(config));
}
/** Does nothing when there is nothing of the session. */
async function restoreSshConfig(session) {
    await removeFromUserConfig({ home: home(), session });
}
/** OpenSSH asks the system, not HOME, which is another directory in a container job. */
const home = () => (0,external_node_os_.userInfo)().homedir;
/** What to type for a target that asks for a key, behind where it listens; `named` when ~/.ssh/config names the session. */
const howToReach = ({ name, password }, named) => (password === undefined ? `: ssh ${named ? '' : '-F "$SLUICE_SSH_CONFIG" '}${name}` : '');


/***/ })

};
