export const id = 771;
export const ids = [771];
export const modules = {

/***/ 80771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createSsh: () => (/* binding */ createSsh),
  ssh: () => (/* binding */ ssh)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/masking/index.js + 47 modules
var lib_masking = __webpack_require__(53383);
;// CONCATENATED MODULE: ./lib/protocols/ssh/ahead.js
/** One is kept at a time, and only while connections come. */
class Ahead {
    #login;
    #keep;
    #spare;
    #timer;
    #closed = false;
    /** `keep`: milliseconds after which nobody seems to need it. */
    constructor(login, keep) {
        this.#login = login;
        this.#keep = keep;
    }
    /** Rejects as a login does. What failed ahead is tried again. */
    async take() {
        const spare = await this.#release();
        const upstream = spare?.link.open ? spare : await this.#login();
        this.#prepare();
        return upstream;
    }
    async close() {
        this.#closed = true;
        await this.#drop();
    }
    #prepare() {
        if (this.#closed || this.#spare)
            return;
        this.#spare = this.#login().catch(() => undefined);
        this.#timer = setTimeout(() => void this.#drop(), this.#keep);
        this.#timer.unref();
    }
    #release() {
        const spare = this.#spare;
        this.#spare = undefined;
        clearTimeout(this.#timer);
        return spare;
    }
    async #drop() {
        const spare = await this.#release();
        spare?.link.disconnect('');
        spare?.link.socket.end();
    }
}

// EXTERNAL MODULE: ./lib/protocols/ssh/commands.js
var commands = __webpack_require__(73572);
;// CONCATENATED MODULE: ./lib/protocols/ssh/frames.js
// Messages of the connection protocol, RFC 4254, and of the transport where we write them ourselves.
//   byte type, then fields: uint32, boolean (a byte), string (uint32 length, bytes)
const MESSAGE = {
    DISCONNECT: 1,
    USERAUTH_REQUEST: 50,
    USERAUTH_BANNER: 53,
    GLOBAL_REQUEST: 80,
    REQUEST_SUCCESS: 81,
    REQUEST_FAILURE: 82,
    CHANNEL_OPEN: 90,
    CHANNEL_OPEN_CONFIRMATION: 91,
    CHANNEL_OPEN_FAILURE: 92,
    CHANNEL_WINDOW_ADJUST: 93,
    CHANNEL_DATA: 94,
    CHANNEL_EXTENDED_DATA: 95,
    CHANNEL_EOF: 96,
    CHANNEL_CLOSE: 97,
    CHANNEL_REQUEST: 98,
    CHANNEL_SUCCESS: 99,
    CHANNEL_FAILURE: 100,
};
/** Reasons of CHANNEL_OPEN_FAILURE. */
const OPEN_FAILURE = { PROHIBITED: 1, CONNECT_FAILED: 2, UNKNOWN_TYPE: 3, SHORTAGE: 4 };
/** Reasons of DISCONNECT. */
const DISCONNECT = { PROTOCOL_ERROR: 2, BY_APPLICATION: 11, NO_MORE_AUTH_METHODS: 14 };
/** The only kind of extended data that there is. */
const STDERR = 1;
/** The peer broke the protocol; the message holds nothing that it sent. */
class ProtocolError extends Error {
}
/** Reads the fields of one message, or of a string within it. Throws `ProtocolError` when it is too short. */
class Reader {
    #bytes;
    #at;
    constructor(bytes, at = 0) {
        this.#bytes = bytes;
        this.#at = at;
    }
    uint32() {
        const at = this.#take(4);
        return this.#bytes.readUInt32BE(at);
    }
    boolean() {
        return this.#bytes[this.#take(1)] !== 0;
    }
    string() {
        const length = this.uint32();
        const at = this.#take(length);
        return this.#bytes.subarray(at, at + length);
    }
    /** A name of the protocol: printable ASCII. */
    name() {
        const name = this.string().toString('latin1');
        if (!/^[\x21-\x7e]{1,128}$/.test(name))
            throw new ProtocolError('a name is not printable ASCII');
        return name;
    }
    /** Throws when anything is left: it would go on without having been looked at. */
    end() {
        if (this.#at < this.#bytes.length)
            throw new ProtocolError('a message is longer than its fields');
    }
    /** What is left. */
    rest() {
        return this.#bytes.subarray(this.#at);
    }
    #take(length) {
        const at = this.#at;
        if (at + length > this.#bytes.length)
            throw new ProtocolError('a message is shorter than it says');
        this.#at = at + length;
        return at;
    }
}
function frames_frame(type, ...fields) {
    return Buffer.concat([Buffer.of(type), ...fields.map(encode)]);
}
function encode(field) {
    if (typeof field === 'boolean')
        return Buffer.of(field ? 1 : 0);
    if (typeof field === 'number') {
        const bytes = Buffer.allocUnsafe(4);
        bytes.writeUInt32BE(field);
        return bytes;
    }
    const bytes = typeof field === 'string' ? Buffer.from(field) : field;
    return Buffer.concat([encode(bytes.length), bytes]);
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/end.js
// One side's end of a channel: what may be sent by its window, what it may send by ours.

/** Bytes of data in one message; every implementation must take that many (RFC 4253, 6.1). */
const MAX_DATA = 32 * 1024;
/** What a peer may send before it has to wait. */
const WINDOW = 2 * 1024 * 1024;
/** The same while nobody reads it: what comes before its command is judged is kept in memory. */
const EARLY_WINDOW = 128 * 1024;
/** Requests that wait behind data: no window bounds them. */
const MOST_REQUESTS = 1024;
class End {
    link;
    /** Our number of the channel. */
    id;
    #peer;
    /** What we may send. */
    #window = 0;
    #largest = MAX_DATA;
    /** What the peer may send, and what it will be allowed anew. */
    #granted;
    #owed = 0;
    #size;
    #queue = [];
    #requests = 0;
    #closing = false;
    #deaf = false;
    eof = false;
    sentClose = false;
    closed = false;
    constructor(link, id, window) {
        this.link = link;
        this.id = id;
        this.#granted = window;
        this.#size = window;
    }
    get opened() {
        return this.#peer !== undefined;
    }
    get window() {
        return this.#size;
    }
    /** The peer told its number, and how much it takes. */
    confirm(peer, window, largest) {
        this.#peer = peer;
        this.#window = window;
        // Ours are no longer than others must take, and a peer that takes nothing at a time would never be done.
        this.#largest = Math.max(1, Math.min(largest, MAX_DATA));
        this.pump();
    }
    /** Throws when the peer sends more than it may. */
    take(bytes) {
        if (this.eof || this.closed)
            throw new ProtocolError('data came behind the end of a channel');
        if (bytes > this.#granted)
            throw new ProtocolError('a channel’s window was exceeded');
        this.#granted -= bytes;
    }
    /** What it sent has gone on: it may send as much again. */
    credit(bytes) {
        this.#owed += bytes;
        if (this.#owed * 2 < this.#size)
            return;
        this.#adjust();
    }
    /** It may have that much on its way from now on. */
    widen(window) {
        this.#owed += window - this.#size;
        this.#size = window;
        this.#adjust();
    }
    /** The peer may be sent that much more. */
    adjust(bytes) {
        this.#window += bytes;
        if (this.#window > 0xffffffff)
            throw new ProtocolError('a channel’s window is larger than there is');
        this.pump();
    }
    write(bytes, stream, source, credit = 0) {
        if (this.#closing || this.#deaf || this.sentClose) {
            source?.credit(credit);
            return;
        }
        if (bytes.length === 0 && this.#queue.length === 0) {
            source?.credit(credit);
            return;
        }
        this.#queue.push({ bytes, stream, source, credit });
        this.pump();
    }
    /** A request about the channel, behind the data that waits. */
    request(name, wantsReply, ...fields) {
        this.#control((peer) => frames_frame(MESSAGE.CHANNEL_REQUEST, peer, name, wantsReply, ...fields));
    }
    /** The same with what another peer sent along with it. Throws when it has sent too many that still wait. */
    forward(name, wantsReply, rest) {
        if (this.#requests >= MOST_REQUESTS)
            throw new ProtocolError('too many requests wait behind data');
        this.#control((peer) => Buffer.concat([frames_frame(MESSAGE.CHANNEL_REQUEST, peer, name, wantsReply), rest]));
    }
    /** Answers a request; not held back by data that waits. */
    reply(success) {
        if (this.#peer === undefined || this.sentClose)
            return;
        const type = success ? MESSAGE.CHANNEL_SUCCESS : MESSAGE.CHANNEL_FAILURE;
        this.link.send(Buffer.concat([Buffer.of(type), encode(this.#peer)]));
    }
    end() {
        this.#control((peer) => frames_frame(MESSAGE.CHANNEL_EOF, peer));
    }
    /** Its peer reads no more data; requests and the end still go there. */
    deafen() {
        this.#deaf = true;
        for (const entry of this.#queue)
            if (!Buffer.isBuffer(entry))
                entry.source?.credit(entry.credit);
        this.#queue = this.#queue.filter((entry) => Buffer.isBuffer(entry));
    }
    /** Behind all that waits; `now` leaves the data out. */
    close(now = false) {
        if (this.sentClose)
            return;
        if (now)
            this.deafen();
        this.#closing = true;
        this.pump();
    }
    /** All data, up to what the peer takes. */
    pump() {
        if (this.#peer === undefined || this.sentClose)
            return;
        let sent = 0;
        for (const entry of this.#queue) {
            if (Buffer.isBuffer(entry)) {
                this.#requests--;
                this.link.send(entry);
            }
            else if (!this.#sendData(entry, this.#peer))
                break;
            sent++;
        }
        if (sent > 0)
            this.#queue.splice(0, sent);
        if (!this.#closing || this.#queue.length > 0)
            return;
        this.sentClose = true;
        this.link.send(frames_frame(MESSAGE.CHANNEL_CLOSE, this.#peer));
    }
    /** True when all of it is gone. */
    #sendData(chunk, peer) {
        while (chunk.bytes.length > 0) {
            const length = Math.min(chunk.bytes.length, this.#window, this.#largest);
            if (length === 0 || this.link.congested)
                return false;
            const part = length === chunk.bytes.length ? chunk.bytes : chunk.bytes.subarray(0, length);
            if (chunk.stream === 'data')
                this.link.data(peer, part);
            else
                this.link.extended(peer, part, STDERR);
            this.#window -= length;
            chunk.bytes = chunk.bytes.subarray(length);
        }
        chunk.source?.credit(chunk.credit);
        return true;
    }
    #control(message) {
        if (this.#peer === undefined || this.#closing || this.sentClose)
            return;
        this.#queue.push(message(this.#peer));
        this.#requests++;
        this.pump();
    }
    #adjust() {
        if (this.#owed <= 0 || this.eof || this.closed || this.sentClose || this.#peer === undefined)
            return;
        this.link.send(frames_frame(MESSAGE.CHANNEL_WINDOW_ADJUST, this.#peer, this.#owed));
        this.#granted += this.#owed;
        this.#owed = 0;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/channel.js
// A channel from the client to the target: two ends under one number, and what both kinds of channels share.


class Channel {
    id;
    around;
    client;
    upstream;
    /** Aborts when the client does not wait any more. */
    gone = new AbortController();
    #over;
    /** The client's number, window and largest packet while the target has not answered. */
    #asked;
    #refused = false;
    constructor({ id, client, upstream, window, around, over }) {
        this.id = id;
        this.around = around;
        this.client = new End(client, id, window);
        this.upstream = new End(upstream, id, WINDOW);
        this.#over = over;
    }
    /** The client asks for it. */
    attach(peer, window, largest) {
        this.#asked = { peer, window, largest };
        if (this.upstream.opened)
            this.#confirm();
    }
    get attached() {
        return this.#asked !== undefined;
    }
    fromClient(type, reader) {
        const { client } = this;
        if (client.closed)
            throw new ProtocolError('a message came for a channel that is closed');
        switch (type) {
            case MESSAGE.CHANNEL_WINDOW_ADJUST:
                client.adjust(reader.uint32());
                return;
            case MESSAGE.CHANNEL_DATA: {
                const bytes = reader.string();
                client.take(bytes.length);
                // No window bounds what is empty.
                if (bytes.length > 0)
                    this.sent(bytes);
                return;
            }
            case MESSAGE.CHANNEL_EXTENDED_DATA: {
                reader.uint32();
                const { length } = reader.string();
                client.take(length);
                client.credit(length);
                return;
            }
            case MESSAGE.CHANNEL_EOF:
                if (!client.eof)
                    this.sentAll();
                client.eof = true;
                return;
            case MESSAGE.CHANNEL_CLOSE:
                client.closed = true;
                this.gone.abort();
                client.deafen();
                // What it sent before goes on. What the target still has to tell, an exit status, comes back before our own end.
                this.upstream.close();
                if (!this.left())
                    client.close();
                this.settle();
                return;
            case MESSAGE.CHANNEL_REQUEST:
                this.requested(reader.name(), reader.boolean(), reader.rest());
                return;
            default:
                // Answers to what we never ask.
                return;
        }
    }
    fromUpstream(type, reader) {
        const { upstream } = this;
        if (upstream.closed)
            throw new ProtocolError('a message came for a channel that is closed');
        switch (type) {
            case MESSAGE.CHANNEL_OPEN_CONFIRMATION:
                if (upstream.opened)
                    throw new ProtocolError('a channel was opened twice');
                upstream.confirm(reader.uint32(), reader.uint32(), reader.uint32());
                if (this.#asked)
                    this.#confirm();
                return;
            case MESSAGE.CHANNEL_OPEN_FAILURE:
                if (upstream.opened)
                    throw new ProtocolError('a channel was refused after it was opened');
                this.#refuse(reader.uint32());
                return;
            case MESSAGE.CHANNEL_WINDOW_ADJUST:
                upstream.adjust(reader.uint32());
                return;
            case MESSAGE.CHANNEL_DATA:
                this.#shown(reader.string(), 'stdout');
                return;
            case MESSAGE.CHANNEL_EXTENDED_DATA:
                reader.uint32();
                this.#shown(reader.string(), 'stderr');
                return;
            case MESSAGE.CHANNEL_EOF:
                upstream.eof = true;
                this.shownAll();
                return;
            case MESSAGE.CHANNEL_CLOSE:
                upstream.closed = true;
                upstream.close(true);
                if (!this.attached) {
                    this.#over(this);
                    return;
                }
                this.shownAll();
                this.finished();
                this.settle();
                return;
            case MESSAGE.CHANNEL_REQUEST:
                this.reported(reader.name(), reader.boolean(), reader.rest());
                return;
            case MESSAGE.CHANNEL_SUCCESS:
            case MESSAGE.CHANNEL_FAILURE:
                this.answered(type === MESSAGE.CHANNEL_SUCCESS);
                return;
            default:
                return;
        }
    }
    /** One of the sides takes data again. */
    pump() {
        this.client.pump();
        this.upstream.pump();
        this.settle();
    }
    settle() {
        const { client, upstream } = this;
        const left = client.closed && client.sentClose;
        const done = this.#refused || (upstream.closed && upstream.sentClose);
        if (left && done)
            this.#over(this);
    }
    #shown(bytes, stream) {
        this.upstream.take(bytes.length);
        if (bytes.length > 0)
            this.shown(bytes, stream);
    }
    #confirm() {
        if (!this.#asked)
            return;
        const { peer, window, largest } = this.#asked;
        this.client.link.send(frames_frame(MESSAGE.CHANNEL_OPEN_CONFIRMATION, peer, this.id, this.client.window, 32 * 1024));
        this.client.confirm(peer, window, largest);
    }
    #refuse(reason) {
        this.#refused = true;
        if (this.#asked) {
            const known = Object.values(OPEN_FAILURE).includes(reason)
                ? reason
                : OPEN_FAILURE.CONNECT_FAILED;
            const why = 'the target refused to open the channel';
            this.client.link.send(frames_frame(MESSAGE.CHANNEL_OPEN_FAILURE, this.#asked.peer, known, why, ''));
        }
        this.#over(this);
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/protocols/ssh/inspect.js
// The bytes of a command to a statement.


/** Longer ones are refused: nobody reads them, and the target's kernel takes no longer argument than 128 KiB. */
const LONGEST_COMMAND = 64 * 1024;
/** Why these bytes are no command that can be judged; undefined when they are one. */
function unreadable(bytes) {
    if (bytes.length > LONGEST_COMMAND)
        return `the command is longer than ${LONGEST_COMMAND} bytes`;
    if (bytes.includes(0))
        return 'the command holds a NUL byte';
    // A replaced sequence would make two different commands one.
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        return 'the command is not UTF-8';
    return undefined;
}
function statementOf(id, bytes, analysis) {
    return { id, text: bytes.toString(), sha256: (0,external_node_crypto_.hash)('sha256', bytes, 'hex'), analysis };
}
/** What does nothing that a rule could know. */
const NOTHING = {
    effects: [],
    relations: [],
    count: 1,
    changes: { schema: false, resolution: false },
};

// EXTERNAL MODULE: ./lib/protocols/refusal.js
var refusal = __webpack_require__(1917);
;// CONCATENATED MODULE: ./lib/protocols/ssh/deny.js
// A refusal as a shell would tell it: words on standard error, and an exit status.



/** What shells answer for a command that was found and could not be run. */
const REFUSED_STATUS = 126;
/** What `ssh` answers when the connection fails. */
const FAILED_STATUS = 255;
function denial(verdict) {
    const { message, detail, hint } = (0,refusal/* refusalOf */.O)(verdict);
    return told(...[message, detail, hint].filter((line) => line !== undefined));
}
/** Lines for standard error; what a name could do to a terminal is taken out of them. */
function told(...lines) {
    return Buffer.from(lines.map((line) => `sluice: ${line.replace(/\p{C}/gu, '?')}\n`).join(''));
}
/** Why a connection ends when something of it was thrown; `peer` is who may have broken the protocol. */
function reasonOf(error, peer) {
    if (error instanceof ProtocolError)
        return `the ${peer} broke the protocol: ${error.message}`;
    if (error instanceof errors/* SluiceError */.ah && error.code === 'RECORD_FAILED')
        return 'the session record cannot be written, so nothing more is forwarded';
    return 'an internal error';
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/output.js
// What a command shows: masked as a stream, told to the record, and counted.

/** An `output` event stays far below the longest line of a record, whatever its text is escaped to. */
const LONGEST_PIECE = 16 * 1024;
/** Text of one command that the record keeps; of the rest there is a digest. */
const KEPT = 8 * 1024 * 1024;
/** Of all commands of a session. */
const KEPT_TOGETHER = 64 * 1024 * 1024;
/** What both streams of a command amount to in the record. */
class Shown {
    #options;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    bytes = 0;
    #kept = 0;
    /** There is no more text of it in the record. */
    #cut = false;
    constructor(options) {
        this.#options = options;
    }
    /** `bytes` went to the client; `text` is for the record. */
    tell(stream, bytes, text) {
        if (bytes.length > 0) {
            this.bytes += bytes.length;
            this.#hash.update(bytes);
        }
        if (text === '' || this.#cut)
            return;
        const why = this.#limit(text);
        if (why === undefined)
            this.#pieces(stream, text);
        else {
            this.#cut = true;
            const { gate, statement } = this.#options;
            gate.limit('output', `statement ${statement.id}: ${why}`);
        }
    }
    /** No more comes. */
    end() {
        if (!this.#cut)
            return;
        const sha256 = this.#hash.digest('hex');
        this.#options.gate.transfer(this.#options.statement, { direction: 'out', bytes: this.bytes, sha256 });
    }
    /** Why the record keeps nothing from here on. */
    #limit(text) {
        const { terminal, budget } = this.#options;
        if (!terminal && text.includes('\0'))
            return 'binary output is kept as its digest';
        this.#kept += text.length;
        if (this.#kept > KEPT)
            return `of a command’s output ${KEPT} characters are kept`;
        if (budget.characters < text.length)
            return `of a session’s output ${KEPT_TOGETHER} characters are kept`;
        budget.characters -= text.length;
        return undefined;
    }
    #pieces(stream, text) {
        const { gate, statement } = this.#options;
        for (let at = 0; at < text.length;) {
            let end = Math.min(text.length, at + LONGEST_PIECE);
            // Both halves of a character stay together.
            if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? ''))
                end--;
            gate.output(statement, { stream, text: text.slice(at, end) });
            at = end;
        }
    }
}
/** A question has no end of line: after this many milliseconds of silence what can be shown of it is. */
const SILENCE_MS = 40;
/** On a terminal the last word is shown, too, after so many more: somebody may wait for it to type on. */
const RELEASE_MS = 1000;
/** Characters of a line that somebody types. */
const LONGEST_LINE = 4096;
const output_NOTHING = Buffer.alloc(0);
/** Undefined when nothing was. */
function maskedIn(streams) {
    const counts = {};
    for (const { masked } of streams)
        for (const [id, count] of Object.entries(masked))
            counts[id] = (counts[id] ?? 0) + count;
    return Object.keys(counts).length > 0 ? counts : undefined;
}
/** One stream of a command. */
class OutputStream {
    #options;
    #scrubber;
    /** A terminal's record never sees what was only released, or echoed in pieces. */
    #recorded;
    #decoder = new TextDecoder();
    #typed = output_NOTHING;
    #silence;
    constructor(options) {
        this.#options = options;
        this.#scrubber = options.scrubber();
        this.#recorded = options.terminal ? options.scrubber() : undefined;
    }
    /** What the client may see by now. */
    pass(bytes) {
        if (!this.#scrubber)
            return this.#tell(bytes);
        this.#listen(this.#scrubber);
        return this.#tell(this.#scrubber.write(bytes), this.#recorded?.write(bytes));
    }
    /** The client sent this: its echo tells it nothing new. */
    typed(bytes) {
        if (!this.#recorded)
            return;
        const line = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
        const typed = line > 0 ? bytes.subarray(line) : Buffer.concat([this.#typed, bytes]);
        this.#typed = Buffer.from(typed.subarray(-LONGEST_LINE));
    }
    end() {
        clearTimeout(this.#silence);
        const masked = this.#scrubber?.end() ?? output_NOTHING;
        const recorded = this.#recorded?.end() ?? masked;
        this.#options.shown.tell(this.#options.stream, masked, this.#decoder.decode(recorded));
        return masked;
    }
    /** By detector or pattern, as the record has it. */
    get masked() {
        return (this.#recorded ?? this.#scrubber)?.masked ?? {};
    }
    /** Nobody waits for more. */
    stop() {
        clearTimeout(this.#silence);
    }
    #tell(masked, recorded = masked) {
        if (masked.length > 0 || recorded.length > 0)
            this.#options.shown.tell(this.#options.stream, masked, this.#decoder.decode(recorded, { stream: true }));
        return masked;
    }
    #listen(scrubber) {
        clearTimeout(this.#silence);
        this.#silence = setTimeout(() => this.#rest(scrubber), SILENCE_MS);
    }
    #rest(scrubber) {
        this.#show(scrubber.rest(this.#typed), this.#recorded?.rest());
        if (this.#recorded)
            this.#silence = setTimeout(() => this.#show(scrubber.release(), output_NOTHING), RELEASE_MS - SILENCE_MS);
    }
    #show(bytes, recorded) {
        const masked = this.#tell(bytes, recorded);
        if (masked.length > 0)
            this.#options.rested(masked);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/run.js
// What a session channel runs: its streams between the two ends, and what the gate is told of it.




/** A command or a shell: streams of bytes. */
class Run {
    statement;
    #ends;
    #outcome;
    #shown;
    #streams;
    #received = (0,external_node_crypto_.createHash)('sha256');
    #limit;
    #bytesIn = 0;
    #outputOver = false;
    constructor(ends, statement) {
        const { gate, around, terminal } = ends;
        const { scrubber, terms, budget } = around.shared;
        this.statement = statement;
        this.#ends = ends;
        this.#outcome = new Outcome(ends, statement);
        this.#shown = new Shown({ gate, statement, terminal, budget });
        const { client } = ends;
        const data = (bytes) => client.write(bytes, 'data');
        const error = (bytes) => client.write(bytes, 'stderr');
        const each = { scrubber, terminal, shown: this.#shown };
        this.#streams = {
            stdout: new OutputStream({ ...each, stream: 'stdout', rested: data }),
            stderr: new OutputStream({ ...each, stream: 'stderr', rested: error }),
        };
        this.#limit = terms.limits.bytes ?? Number.POSITIVE_INFINITY;
    }
    input(bytes) {
        const { client, upstream } = this.#ends;
        this.#bytesIn += bytes.length;
        this.#received.update(bytes);
        this.#streams.stdout.typed(bytes);
        upstream.write(bytes, 'data', client, bytes.length);
    }
    inputEnded() {
        this.#ends.upstream.end();
    }
    output(bytes, stream) {
        const { client, upstream, around } = this.#ends;
        if (this.#outcome.told) {
            upstream.credit(bytes.length);
            return;
        }
        const shown = this.#streams[stream].pass(bytes);
        client.write(shown, stream === 'stdout' ? 'data' : 'stderr', upstream, bytes.length);
        around.watch();
        if (this.#shown.bytes > this.#limit)
            this.#cut();
    }
    outputEnded() {
        if (this.#outputOver || this.#outcome.told)
            return;
        this.#outputOver = true;
        const { client } = this.#ends;
        client.write(this.#streams.stdout.end(), 'data');
        client.write(this.#streams.stderr.end(), 'stderr');
        client.end();
    }
    exited(name, fields) {
        tellExit(this.#ends.client, name, fields);
        this.#outcome.exited(name, fields);
    }
    finished() {
        this.#over(() => this.#outcome.finished(this.#shown.bytes, this.#masked));
    }
    failed(reason) {
        this.#over(() => this.#outcome.failed(reason, this.#masked));
    }
    get #masked() {
        return maskedIn([this.#streams.stdout, this.#streams.stderr]);
    }
    #over(tell) {
        if (this.#outcome.told)
            return;
        const { gate } = this.#ends;
        const statement = this.statement;
        this.#streams.stdout.stop();
        this.#streams.stderr.stop();
        this.#shown.end();
        if (statement && this.#bytesIn > 0) {
            const sha256 = this.#received.digest('hex');
            gate.transfer(statement, { direction: 'in', bytes: this.#bytesIn, sha256 });
        }
        tell();
    }
    #cut() {
        const { client, upstream, around } = this.#ends;
        const reason = `stopped after ${this.#limit} bytes, as the policy allows`;
        around.note('bytes', reason);
        this.failed(reason);
        client.write(told(reason), 'stderr');
        client.request('exit-status', false, 255);
        client.end();
        client.close();
        upstream.close(true);
    }
}
/** Not the words that may come with a signal: those are the target's, and nobody masks them. */
function tellExit(client, name, fields) {
    const reader = new Reader(fields);
    if (name === 'exit-status')
        client.request(name, false, reader.uint32());
    else
        client.request(name, false, reader.name(), false, '', '');
}
/** How it ended, told to the gate once. */
class Outcome {
    #ends;
    #statement;
    #started;
    #tag = 'closed';
    told = false;
    constructor(ends, statement) {
        this.#ends = ends;
        this.#statement = statement;
        this.#started = ends.around.shared.now();
    }
    exited(name, fields) {
        const reader = new Reader(fields);
        this.#tag = name === 'exit-status' ? `exit ${reader.uint32()}` : `signal ${reader.name()}`;
    }
    finished(bytes, masked) {
        this.#tell(bytes, masked);
    }
    failed(message, masked) {
        this.#tell(0, masked, { sqlstate: CONNECTION_FAILURE, message });
    }
    #tell(bytes, masked, error) {
        if (this.told)
            return;
        this.told = true;
        const { gate, around } = this.#ends;
        const ms = Math.round(around.shared.now() - this.#started);
        gate.result(this.#statement, { tag: error ? '' : this.#tag, rows: 0, bytes, ms, masked, error });
    }
}
/** SQLSTATE `connection_failure`, as in the record of databases. */
const CONNECTION_FAILURE = '08006';

;// CONCATENATED MODULE: ./lib/protocols/ssh/forward.js




/** The fields of `direct-tcpip`: host, port, then where the client says that it comes from. */
function destinationOf(fields) {
    const reader = new Reader(fields);
    const host = reader.string().toString('latin1');
    return { host, port: reader.uint32() };
}
/** Exact hosts as written, without their case; `*` for any port. */
function mayReach({ forward }, { host, port }) {
    return forward.some((entry) => {
        const colon = entry.lastIndexOf(':');
        const [name, allowed] = [entry.slice(0, colon), entry.slice(colon + 1)];
        return bare(name) === bare(host) && (allowed === '*' || allowed === String(port));
    });
}
/** `[::1]` and `::1` are one. */
const bare = (host) => host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
/** What passes there is not ours to read: it is counted. */
class ForwardChannel extends Channel {
    #gate;
    statement;
    #outcome;
    #bytes = 0;
    constructor(options, { host, port }) {
        super(options);
        this.#gate = options.around.gate.fork();
        const text = Buffer.from(`(forwarded connection to ${host}:${port})`);
        const effects = [{ action: 'reach', object: 'host', name: host }];
        this.statement = statementOf(options.around.next(), text, { ...NOTHING, effects });
        this.#outcome = new Outcome({ gate: this.#gate, around: options.around }, this.statement);
    }
    get gate() {
        return this.#gate;
    }
    abandon(reason) {
        this.#outcome.failed(reason);
        this.client.close();
    }
    sent(bytes) {
        this.upstream.write(bytes, 'data', this.client, bytes.length);
    }
    sentAll() {
        this.upstream.end();
    }
    left() {
        return !this.upstream.closed;
    }
    requested(_name, wantsReply) {
        if (wantsReply)
            this.client.reply(false);
    }
    shown(bytes) {
        this.#bytes += bytes.length;
        this.client.write(bytes, 'data', this.upstream, bytes.length);
    }
    shownAll() {
        this.client.end();
    }
    finished() {
        this.#outcome.finished(this.#bytes);
        this.client.close();
    }
    reported(_name, wantsReply) {
        if (wantsReply)
            this.upstream.reply(false);
    }
    answered() { }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/judge.js
/** Settles with undefined when it may run, else with what it is refused by. Throws what `Gate` throws. */
async function decide(gate, statement, waiting) {
    let verdict = await gate.judge(statement);
    while (verdict.kind === 'hold' && gate.hold) {
        const refused = await gate.hold(statement, verdict, { transaction: 'none', ...waiting });
        if (refused)
            return refused;
        verdict = await gate.judge(statement);
    }
    return verdict.kind === 'allow' ? undefined : verdict;
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/paths.js
// Names of files: as bytes on the wire, as text for people, and where they lead.

/** Linux takes no longer ones. */
const LONGEST = 4096;
/** Characters that nobody sees, or that stand for something else in src/shell. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|[\ufe00-\ufe0f]|[^\P{Zs} ]/gu;
const MARKS = /[\ue000-\ue005]/;
/** Why no path has these bytes; undefined when it may be one. */
function unfit(bytes) {
    if (bytes.length > LONGEST)
        return `a path is longer than ${LONGEST} bytes`;
    return bytes.includes(0) ? 'a path holds a NUL byte' : undefined;
}
/** `start` is where relative paths begin; undefined when the target does not tell. */
function spotOf(path, start) {
    const text = path.toString();
    const legible = (0,external_node_buffer_.isUtf8)(path) && !MARKS.test(text) && (text.startsWith('/') || start !== undefined);
    const asked = text.startsWith('/') || start === undefined ? text : joined(start, text);
    const bytes = path.length === 0 ? Buffer.from('.') : path;
    if (!(0,external_node_buffer_.isUtf8)(path))
        return { asked: visible(asked), written: quotedBytes(path), bytes, legible };
    return { asked, written: quoted(asked), bytes, legible };
}
/** Of the same directory, or from the root. */
const joined = (directory, name) => name.startsWith('/') ? name : name === '' ? directory : `${directory === '/' ? '' : directory}/${name}`;
/** Directory and last name; undefined where the last part is none, so that all of it must be followed. */
function parted(path) {
    const text = path.toString('latin1').replace(/\/+$/, '');
    const slash = text.lastIndexOf('/');
    const name = text.slice(slash + 1);
    if (name === '' || name === '.' || name === '..')
        return undefined;
    const directory = slash < 0 ? '.' : slash === 0 ? '/' : text.slice(0, slash);
    return { directory: Buffer.from(directory, 'latin1'), name: Buffer.from(name, 'latin1').toString() };
}
/** `//`, `.` and the slash at the end taken out. */
const plain = (path) => `/${path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')}`;
/** What leads upwards leads elsewhere when there is a link on the way. */
const climbs = (path) => path.split('/').includes('..');
/** As a person reads it: nothing of it can hide, or end a line. */
const visible = (text) => text.replace(HIDDEN, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
function quoted(text) {
    if (/^[\w@%+=:,./-][\w@%+=:,./~-]*$/.test(text))
        return text;
    if (text.search(HIDDEN) < 0 && !text.includes("'"))
        return `'${text}'`;
    return `$'${text.replace(/[\\']/g, '\\$&').replace(HIDDEN, escaped)}'`;
}
const quotedBytes = (bytes) => `$'${bytes
    .toString('latin1')
    .replace(/[\\']/g, '\\$&')
    .replace(/[^\x20-\x7e]/g, (char) => `\\x${hex(char, 2)}`)}'`;
function escaped(char) {
    if (char === '\n')
        return '\\n';
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80)
        return `\\x${hex(char, 2)}`;
    return code < 0x10000 ? `\\u${hex(char, 4)}` : `\\U${hex(char, 8)}`;
}
const hex = (char, digits) => (char.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');

;// CONCATENATED MODULE: ./lib/protocols/ssh/environment.js
// Environment variables that a client asks for, as far as the terms name them.




const MOST = 128;
const LOCALE = /^(?:LANG|LANGUAGE|LC_(?:ALL|ADDRESS|COLLATE|CTYPE|IDENTIFICATION|MEASUREMENT|MESSAGES|MONETARY|NAME|NUMERIC|PAPER|TELEPHONE|TIME))$/;
const LANGUAGE = /^(?:C|POSIX|[a-z]{2,3}_[A-Z]{2})(?:\.[A-Za-z0-9-]+)?(?:@[a-z]+)?$/;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
class Environment {
    #allowed;
    #requests = [];
    #variables = new Map();
    #bytes = 0;
    constructor({ environment }) {
        const exact = new Set(environment.filter((name) => !name.endsWith('*')));
        const starts = environment.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
        this.#allowed = (name) => exact.has(name) || starts.some((start) => name.startsWith(start));
    }
    /** The fields of one `env` request. Undefined when it is taken, else why it is not. */
    add(fields) {
        const reader = new Reader(fields);
        const name = reader.string().toString('latin1');
        const value = reader.string();
        reader.end();
        if (!NAME.test(name) || name.length > 256)
            return 'a variable whose name is no name';
        if (!this.#allowed(name))
            return name;
        this.#bytes += fields.length;
        if (value.includes(0) || !(0,external_node_buffer_.isUtf8)(value) || this.#requests.length >= MOST || this.#bytes > LONGEST_COMMAND)
            return `${name}: too much, or not text`;
        this.#requests.push(fields);
        this.#variables.set(name, value.toString());
        return undefined;
    }
    /** The fields of the requests that go on. */
    get requests() {
        return this.#requests;
    }
    get variables() {
        return Object.fromEntries(this.#variables);
    }
    /** A line for whoever reads the command that runs with them; empty where they only name a language. */
    get written() {
        const told = [...this.#variables].filter(([name, value]) => !(LOCALE.test(name) && LANGUAGE.test(value)));
        return told.length === 0
            ? ''
            : `(with ${told.map(([name, value]) => `${name}=${quoted(value)}`).join(' ')})\n`;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/interpreted.js




const interpreted_NOTHING = Buffer.alloc(0);
class Interpreted {
    statement;
    #ends;
    #interpreter;
    #outcome;
    /** What programs say beside their protocol is text. */
    #errors;
    #fromClient;
    #fromUpstream;
    #bytes = 0;
    #over = false;
    #outputOver = false;
    constructor(make, ends, statement) {
        const { client, upstream, gate, around, signal } = ends;
        this.statement = statement;
        this.#ends = ends;
        this.#outcome = statement && new Outcome(ends, statement);
        this.#errors = errorsOf(ends, statement);
        this.#interpreter = make({
            gate,
            signal,
            command: statement,
            terms: around.shared.terms,
            now: around.shared.now,
            toClient: (bytes) => client.write(bytes, 'data'),
            toUpstream: (bytes) => upstream.write(bytes, 'data'),
            notice: (line) => client.write(told(line), 'stderr'),
            stop: (limit, reason) => this.#stop(limit, reason),
            statement: (bytes, analysis) => statementOf(around.next(), bytes, analysis),
        });
    }
    input(bytes) {
        const { client } = this.#ends;
        this.#fromClient = this.#then(this.#fromClient, 'client', () => this.#interpreter.client(bytes), () => this.#passed(client, bytes.length));
    }
    inputEnded() {
        const end = () => this.#ends.upstream.end();
        this.#fromClient = this.#then(this.#fromClient, 'client', () => this.#interpreter.clientEnded(), end);
    }
    output(bytes, stream) {
        const { client, upstream, around } = this.#ends;
        this.#bytes += bytes.length;
        if (stream === 'stderr') {
            client.write(this.#errors.pass(bytes), 'stderr', upstream, bytes.length);
            return;
        }
        this.#fromUpstream = this.#then(this.#fromUpstream, 'target', () => this.#interpreter.upstream(bytes), () => this.#passed(upstream, bytes.length));
        around.watch();
    }
    outputEnded() {
        if (this.#outputOver)
            return;
        this.#outputOver = true;
        const { client } = this.#ends;
        client.write(this.#errors.end(), 'stderr');
        this.#fromUpstream = this.#then(this.#fromUpstream, 'target', () => { }, () => client.end());
    }
    exited(name, fields) {
        this.#outcome?.exited(name, fields);
        const pass = () => tellExit(this.#ends.client, name, fields);
        this.#fromUpstream = this.#then(this.#fromUpstream, 'target', () => { }, pass);
    }
    finished() {
        const end = () => this.#end(() => this.#outcome?.finished(this.#bytes, maskedIn([this.#errors])));
        this.#fromUpstream = this.#then(this.#fromUpstream, 'target', () => { }, end);
        return this.#fromUpstream;
    }
    failed(reason) {
        this.#end(() => this.#outcome?.failed(reason));
    }
    #stop(limit, reason) {
        const { client, upstream, around } = this.#ends;
        around.note(limit, reason);
        this.failed(reason);
        client.write(told(reason), 'stderr');
        client.request('exit-status', false, FAILED_STATUS);
        client.end();
        client.close();
        upstream.close(true);
    }
    #end(tell) {
        if (this.#over)
            return;
        this.#over = true;
        this.#interpreter.closed();
        this.#errors.stop();
        tell();
    }
    /** The sender may send as much again when all that came of it has left, to either side. */
    #passed(sender, bytes) {
        const { client, upstream } = this.#ends;
        const back = { credit: (amount) => client.write(interpreted_NOTHING, 'data', sender, amount) };
        upstream.write(interpreted_NOTHING, 'data', back, bytes);
    }
    /** One step behind the other; at once when nothing waits. */
    #then(before, peer, step, after) {
        const fail = (error) => this.#ends.around.fail(error, peer);
        const run = () => {
            if (this.#over)
                return after();
            const done = step();
            return done ? done.then(after) : after();
        };
        try {
            const pending = before ? before.then(run) : run();
            return pending?.catch(fail);
        }
        catch (error) {
            fail(error);
            return undefined;
        }
    }
}
/** Masked, and in the record where there is a statement that it belongs to. */
function errorsOf({ gate, around, client }, statement) {
    const { scrubber, budget } = around.shared;
    if (statement) {
        const shown = new Shown({ gate, statement, terminal: false, budget });
        const rested = (bytes) => client.write(bytes, 'stderr');
        return new OutputStream({ stream: 'stderr', scrubber, shown, rested, terminal: false });
    }
    const own = scrubber();
    return {
        pass: (bytes) => own?.write(bytes) ?? bytes,
        end: () => own?.end() ?? interpreted_NOTHING,
        stop() { },
        masked: own?.masked ?? {},
    };
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/start.js


/** Reads the fields of a request. Throws `ProtocolError`. */
function startOf(name, fields) {
    if (name === 'shell')
        return { name, line: '', text: Buffer.from('(interactive shell)'), fields: Buffer.alloc(0) };
    const reader = new Reader(fields);
    const text = reader.string();
    reader.end();
    return { name, line: text.toString(), text, fields: encode(text) };
}
/** Why it is refused before any rule is asked; undefined when it is not. */
function start_unfit({ name, line, text }, { ssh, interpreter }) {
    if (name === 'exec')
        return unreadable(text);
    if (name === 'subsystem')
        return interpreter(name, line) ? undefined : 'the subsystem is refused';
    return ssh.shell === 'record' ? undefined : 'interactive shells are refused; give ssh a command to run';
}
/** Asks the target for it, with what the client asked for before. */
function send(start, upstream, environment, terminal) {
    for (const fields of environment.requests)
        upstream.forward('env', false, fields);
    if (terminal.request)
        upstream.forward('pty-req', false, terminal.request);
    upstream.forward(start.name, true, start.fields);
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/terminal.js
// The terminal that a client asks for.

/** Modes are a few bytes each; nothing else of a request is long. */
const terminal_LONGEST = 4096;
class Terminal {
    #allowed;
    #request;
    #columns = 0;
    #rows = 0;
    constructor(allowed) {
        this.#allowed = allowed;
    }
    /** The fields of `pty-req`: TERM, columns, rows, width and height in pixels, modes. True when it may have one. */
    allocate(fields) {
        const reader = new Reader(fields);
        const name = reader.string().toString('latin1');
        this.#columns = reader.uint32();
        this.#rows = reader.uint32();
        reader.uint32();
        reader.uint32();
        reader.string();
        reader.end();
        if (!this.#allowed || this.#request)
            return false;
        if (fields.length > terminal_LONGEST)
            throw new ProtocolError('a request for a terminal is too long');
        if (!/^[A-Za-z0-9._+-]{0,64}$/.test(name))
            return false;
        this.#request = fields;
        return true;
    }
    /** The fields of `window-change`. True when there is a terminal. */
    resize(fields) {
        const reader = new Reader(fields);
        const columns = reader.uint32();
        const rows = reader.uint32();
        reader.uint32();
        reader.uint32();
        reader.end();
        if (!this.#request)
            return false;
        this.#columns = columns;
        this.#rows = rows;
        return true;
    }
    /** The fields of the request that goes on. */
    get request() {
        return this.#request;
    }
    get size() {
        return { columns: this.#columns, rows: this.#rows };
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/session.js











/** Its client took it back after it had passed, and before it ran. */
const WITHDRAWN = {
    ...{ tag: '', rows: 0, bytes: 0, ms: 0 },
    error: { sqlstate: '57014', message: 'the command was withdrawn' },
};
class SessionChannel extends Channel {
    #gate;
    #environment;
    #terminal;
    /** A command was asked for; there is no second one. */
    #started = false;
    /** It waits for its verdict. */
    #waiting;
    #run;
    /** The target has told how it ended. */
    #exited = false;
    /** What the client sent before it was started. */
    #early = [];
    constructor(options) {
        super(options);
        const { gate, shared } = options.around;
        this.#gate = gate.fork();
        this.#environment = new Environment(shared.ssh);
        this.#terminal = new Terminal(shared.ssh.shell === 'record');
    }
    abandon(reason) {
        this.gone.abort();
        this.client.write(told(reason), 'stderr');
        this.#run?.failed(reason);
        this.client.request('exit-status', false, FAILED_STATUS);
        this.client.close();
    }
    sent(bytes) {
        if (this.#run)
            this.#run.input(bytes);
        else
            this.#early.push(bytes);
    }
    sentAll() {
        this.#run?.inputEnded();
    }
    left() {
        return this.#run !== undefined && !this.upstream.closed;
    }
    shown(bytes, stream) {
        if (this.#run)
            this.#run.output(bytes, stream);
        else
            this.upstream.credit(bytes.length);
    }
    shownAll() {
        this.#run?.outputEnded();
    }
    finished() {
        if (!this.#run && !this.client.closed)
            this.#fail(FAILED_STATUS, told('the target closed the channel'));
        const done = this.#run?.finished();
        if (done)
            void done.then(() => this.client.close());
        else
            this.client.close();
    }
    answered(success) {
        if (success || !this.#run)
            return;
        this.#run.failed('the target refused to start it');
        this.#fail(FAILED_STATUS, told('the target refused to start it'));
    }
    reported(name, wantsReply, fields) {
        if (wantsReply)
            this.upstream.reply(false);
        if (this.#exited || (name !== 'exit-status' && name !== 'exit-signal'))
            return;
        this.#exited = this.#run !== undefined;
        this.#run?.exited(name, fields);
    }
    requested(name, wantsReply, fields) {
        const reply = (success) => {
            if (wantsReply)
                this.client.reply(success);
        };
        switch (name) {
            case 'env':
                reply(this.#variable(fields));
                return;
            case 'pty-req':
                reply(!this.#started && this.#allocate(fields));
                return;
            case 'window-change':
                reply(this.#resize(fields));
                return;
            case 'signal':
                reply(this.#signal(fields));
                return;
            case 'exec':
            case 'shell':
            case 'subsystem':
                this.#start(name, fields, reply);
                return;
            case 'x11-req':
            case 'auth-agent-req@openssh.com':
                this.around.note('forward', name === 'x11-req' ? 'X11 is not forwarded' : 'the agent is not forwarded');
                reply(false);
                return;
            default:
                reply(false);
                return;
        }
    }
    #variable(fields) {
        if (this.#started)
            return false;
        const refused = this.#environment.add(fields);
        if (refused !== undefined)
            this.around.note('environment', `not passed on: ${refused}`);
        return refused === undefined;
    }
    #allocate(fields) {
        const allocated = this.#terminal.allocate(fields);
        if (!allocated)
            this.around.note('terminal', 'a terminal was refused');
        return allocated;
    }
    #resize(fields) {
        if (!this.#terminal.resize(fields))
            return false;
        if (this.#run) {
            this.upstream.forward('window-change', false, fields);
            if (this.#run.statement)
                this.#gate.terminal(this.#run.statement, this.#terminal.size);
        }
        return true;
    }
    /** For a command that waits it is the wish not to run it. */
    #signal(fields) {
        const reader = new Reader(fields);
        reader.name();
        reader.end();
        if (this.#waiting)
            this.#waiting.abort();
        else if (this.#run)
            this.upstream.forward('signal', false, fields);
        else
            return false;
        return true;
    }
    #start(name, fields, reply) {
        if (this.#started) {
            reply(false);
            return;
        }
        this.#started = true;
        const start = startOf(name, fields);
        const refused = start_unfit(start, this.around.shared);
        if (refused !== undefined)
            this.around.note(name === 'exec' ? 'command' : name, refused);
        // At once: the client learns the verdict on its standard error, and sends no data before.
        reply(name !== 'subsystem' || refused === undefined);
        if (refused === undefined)
            this.#judge(start).catch((error) => this.around.fail(error, 'client'));
        else if (name !== 'subsystem')
            this.#fail(REFUSED_STATUS, told(refused));
    }
    async #judge(start) {
        if (start.name === 'subsystem')
            return this.#launch(start);
        const withdrawn = new AbortController();
        this.#waiting = withdrawn;
        const signal = AbortSignal.any([this.gone.signal, withdrawn.signal]);
        const judged = await this.around.shared.analyse(start.line, this.#environment.variables, signal);
        const analysis = this.#terminal.request && start.name === 'exec' ? onTerminal(judged) : judged;
        if (this.gone.signal.aborted)
            return;
        const text = Buffer.concat([Buffer.from(this.#environment.written), start.text]);
        const statement = statementOf(this.around.next(), text, analysis);
        const notice = (message) => this.client.write(told(message), 'stderr');
        const refused = await decide(this.#gate, statement, { notice, signal });
        const behind = refused ? undefined : this.around.keptUp();
        if (behind)
            await behind;
        this.#waiting = undefined;
        if (!withdrawn.signal.aborted && !refused)
            return this.#launch(start, statement);
        if (!refused)
            this.#gate.result(statement, WITHDRAWN);
        this.#fail(REFUSED_STATUS, refused && !withdrawn.signal.aborted ? denial(refused) : told(WITHDRAWN.error.message));
    }
    #launch(start, statement) {
        const { client, upstream, around } = this;
        const interpret = around.shared.interpreter(start.name, start.line);
        const terminal = this.#terminal.request !== undefined;
        const signal = this.gone.signal;
        const ends = { gate: this.#gate, around, client, upstream, terminal, signal };
        const run = this.#runOf(interpret, ends, statement);
        this.#run = run;
        if (signal.aborted || upstream.closed) {
            run.failed('nobody waited for it any more');
            return;
        }
        this.#gate.flush();
        send(start, upstream, this.#environment, this.#terminal);
        if (terminal && statement)
            this.#gate.terminal(statement, this.#terminal.size);
        client.widen(WINDOW);
        for (const bytes of this.#early.splice(0))
            run.input(bytes);
        if (client.eof)
            run.inputEnded();
    }
    #runOf(interpret, ends, statement) {
        if (interpret)
            return new Interpreted(interpret, ends, statement);
        if (statement)
            return new Run(ends, statement);
        throw new ProtocolError('a subsystem that nobody knows');
    }
    /** Ends the channel with a message of ours. */
    #fail(status, message) {
        this.#early = [];
        this.client.write(message, 'stderr');
        this.client.request('exit-status', false, status);
        this.client.end();
        this.client.close();
        this.upstream.close(true);
    }
}
/** Whoever has a terminal can type to what runs there: a pager takes commands, too. */
function onTerminal(analysis) {
    const typed = { action: 'run', object: 'shell', detail: 'on a terminal' };
    return { ...analysis, effects: [...analysis.effects, typed] };
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/channels.js





/** Of one connection at a time. */
const channels_MOST = 64;
class Channels {
    #around;
    #client;
    #upstream;
    #channels = new Map();
    /** Opened on the target before the client asks: the first command does not wait for it. */
    #spare;
    #last = -1;
    /** Forwarded connections that wait for their verdict. */
    #judged = 0;
    #gone = new AbortController();
    constructor(around, client, upstream) {
        this.#around = around;
        this.#client = client;
        this.#upstream = upstream;
        this.#spare = this.#openSession();
    }
    get open() {
        return [...this.#channels.values()].filter(({ attached }) => attached).length;
    }
    fromClient(type, payload) {
        const reader = new Reader(payload, 1);
        switch (type) {
            case MESSAGE.GLOBAL_REQUEST:
                this.#global(reader);
                return;
            case MESSAGE.REQUEST_SUCCESS:
            case MESSAGE.REQUEST_FAILURE:
                return;
            case MESSAGE.CHANNEL_OPEN:
                this.#opened(reader);
                return;
            default:
                this.#of(type, reader)?.fromClient(type, reader);
                return;
        }
    }
    fromUpstream(type, payload) {
        const reader = new Reader(payload, 1);
        switch (type) {
            case MESSAGE.GLOBAL_REQUEST:
                // Nothing is asked of us that we do; keepalives want any answer.
                reader.name();
                if (reader.boolean())
                    this.#upstream.send(frames_frame(MESSAGE.REQUEST_FAILURE));
                return;
            case MESSAGE.REQUEST_SUCCESS:
            case MESSAGE.REQUEST_FAILURE:
                return;
            case MESSAGE.CHANNEL_OPEN: {
                reader.name();
                const peer = reader.uint32();
                this.#upstream.send(openFailure(peer, OPEN_FAILURE.PROHIBITED, 'nothing is forwarded'));
                return;
            }
            default:
                this.#of(type, reader)?.fromUpstream(type, reader);
                return;
        }
    }
    pump() {
        for (const channel of this.#channels.values())
            channel.pump();
    }
    abandon(reason) {
        this.#gone.abort();
        for (const channel of [...this.#channels.values()])
            if (channel.attached)
                channel.abandon(reason);
    }
    #of(type, reader) {
        if (type < MESSAGE.CHANNEL_OPEN_CONFIRMATION || type > MESSAGE.CHANNEL_FAILURE)
            return undefined;
        const channel = this.#channels.get(reader.uint32());
        if (!channel)
            throw new ProtocolError('a message is for a channel that there is not');
        return channel;
    }
    /** Keepalives want any answer; forwarding to the client is not ours to give. */
    #global(reader) {
        const name = reader.name();
        const wantsReply = reader.boolean();
        if (/forward/.test(name))
            this.#around.note('forward', `${name} is refused`);
        if (wantsReply)
            this.#client.send(frames_frame(MESSAGE.REQUEST_FAILURE));
    }
    #opened(reader) {
        const kind = reader.name();
        const peer = reader.uint32();
        const window = reader.uint32();
        const largest = reader.uint32();
        const refuse = (reason, why) => this.#client.send(openFailure(peer, reason, why));
        if (this.open + this.#judged >= channels_MOST) {
            refuse(OPEN_FAILURE.SHORTAGE, `a connection has up to ${channels_MOST} channels`);
            return;
        }
        switch (kind) {
            case 'session': {
                const channel = this.#spare ?? this.#openSession();
                this.#spare = undefined;
                channel.attach(peer, window, largest);
                return;
            }
            case 'direct-tcpip':
                this.#forward(reader.rest(), peer, (channel) => channel.attach(peer, window, largest));
                return;
            default:
                this.#around.note('forward', `channels of type ${kind} are refused`);
                refuse(OPEN_FAILURE.PROHIBITED, 'refused');
                return;
        }
    }
    #openSession() {
        return this.#open(EARLY_WINDOW, 'session', [], (options) => new SessionChannel(options));
    }
    #forward(fields, peer, attach) {
        const destination = destinationOf(fields);
        const refuse = () => {
            const why = 'the policy does not name this address';
            this.#client.send(openFailure(peer, OPEN_FAILURE.PROHIBITED, why));
        };
        if (!mayReach(this.#around.shared.ssh, destination)) {
            this.#around.note('forward', 'an address that the policy does not name is not forwarded to');
            refuse();
            return;
        }
        const reader = new Reader(fields);
        const asked = [reader.string(), reader.uint32(), reader.string(), reader.uint32()];
        const options = this.#options(WINDOW);
        const channel = new ForwardChannel(options, destination);
        const { signal } = this.#gone;
        this.#judged++;
        decide(channel.gate, channel.statement, { notice: () => { }, signal })
            .finally(() => this.#judged--)
            .then((refused) => {
            if (signal.aborted)
                return undefined;
            if (refused)
                return refuse();
            channel.gate.flush();
            this.#channels.set(options.id, channel);
            this.#ask(options.id, 'direct-tcpip', asked);
            attach(channel);
        })
            .catch((error) => this.#around.fail(error, 'client'));
    }
    #open(window, kind, fields, make) {
        const options = this.#options(window);
        const channel = make(options);
        this.#channels.set(options.id, channel);
        this.#ask(options.id, kind, fields);
        return channel;
    }
    #options(window) {
        const over = (channel) => {
            this.#channels.delete(channel.id);
            if (this.#spare === channel)
                this.#spare = undefined;
        };
        const id = this.#free();
        return { id, client: this.#client, upstream: this.#upstream, window, around: this.#around, over };
    }
    /** Numbers of channels may come again, when nobody means an old one any more. */
    #free() {
        do
            this.#last = (this.#last + 1) % 0x7fffffff;
        while (this.#channels.has(this.#last));
        return this.#last;
    }
    #ask(id, kind, fields) {
        this.#upstream.send(Buffer.concat([frames_frame(MESSAGE.CHANNEL_OPEN, kind, id, WINDOW, MAX_DATA), ...fields.map(encode)]));
    }
}
const openFailure = (peer, reason, why) => Buffer.concat([
    Buffer.of(MESSAGE.CHANNEL_OPEN_FAILURE),
    encode(peer),
    encode(reason),
    encode(why),
    encode(''),
]);

// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
;// CONCATENATED MODULE: ./lib/protocols/ssh/algorithms.js
const KEX = [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group14-sha256',
];
const CIPHERS = [
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'aes128-ctr',
    'aes192-ctr',
    'aes256-ctr',
];
const MACS = [
    'hmac-sha2-256-etm@openssh.com',
    'hmac-sha2-512-etm@openssh.com',
    'hmac-sha2-256',
    'hmac-sha2-512',
];
const NONE = ['none'];
/** ssh2 keeps the arrays and may change them. */
const algorithms = () => ({
    kex: [...KEX],
    cipher: [...CIPHERS],
    hmac: [...MACS],
    compress: [...NONE],
});

;// CONCATENATED MODULE: ./lib/protocols/ssh/host-keys.js
// Public keys as they stand in known_hosts and on the wire.



/** Signatures that a key of this type may give; SHA-1 is none of them. */
const SIGNATURES = {
    'ssh-ed25519': ['ssh-ed25519'],
    'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
    'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
    'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
    'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
};
/** `ssh-ed25519 AAAA…`, with or without a comment. Throws `SluiceError` CONFIG_INVALID. */
function parseHostKey(line) {
    const [type = '', base64 = ''] = line.trim().split(/\s+/);
    const blob = Buffer.from(base64, 'base64');
    if (SIGNATURES[type] && blob.length > 0 && inside(blob) === type)
        return { type, blob };
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', 'a host key is none that is supported', {
        hint: `Give it as ssh-keyscan prints it, without the address: ${Object.keys(SIGNATURES).join(', ')}.`,
    });
}
function inside(blob) {
    try {
        return new Reader(blob).string().toString('latin1');
    }
    catch {
        return undefined;
    }
}
/** What is offered to a target that must show one of these keys. */
const signaturesOf = (keys) => [
    ...new Set(keys.flatMap(({ type }) => SIGNATURES[type] ?? [])),
];
const sameKey = (one, other) => one.length === other.length && (0,external_node_crypto_.timingSafeEqual)(one, other);
/** As `ssh-keygen -l` shows it. */
const fingerprint = (blob) => `SHA256:${(0,external_node_crypto_.hash)('sha256', blob, 'base64').replace(/=+$/, '')}`;

;// CONCATENATED MODULE: ./lib/protocols/ssh/ssh2.js

/** ssh2's transport of a `Client` or of what a `Server` has accepted. Throws when it is not what it was in 1.17. */
function transportOf(peer) {
    const transport = 'protocol' in peer ? peer.protocol : '_protocol' in peer ? peer._protocol : undefined;
    if (isTransport(transport))
        return transport;
    throw new errors/* SluiceError */.ah('INTERNAL', 'ssh2 is not built as version 1.17 is');
}
function isTransport(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const methods = ['_onPayload', '_onPacket', 'channelData', 'channelExtData', 'authPK', 'rekey'];
    const known = value;
    const { _packetRW: packets, _cipher: cipher, _authsQueue: queue } = known;
    return (methods.every((name) => typeof known[name] === 'function') &&
        ['_kexinit', '_queue', '_kex', '_strictMode'].every((name) => name in known) &&
        Array.isArray(queue) &&
        isWriter(packets) &&
        typeof cipher === 'object' &&
        cipher !== null &&
        'encrypt' in cipher);
}
function isWriter(value) {
    if (typeof value !== 'object' || value === null || !('write' in value))
        return false;
    const { write } = value;
    return (typeof write === 'object' &&
        write !== null &&
        ['alloc', 'finalize', 'allocStart'].every((name) => name in write));
}
/** Sends one message; in a key exchange it waits for its end, unless it is one of the transport itself. */
function sendMessage(transport, message, ofTransport = false) {
    const { write } = transport._packetRW;
    const exchanging = transport._kexinit !== undefined && !ofTransport;
    const packet = write.alloc(message.length, ofTransport);
    message.copy(packet, ofTransport ? write.allocStartKEX : write.allocStart);
    const whole = write.finalize(packet, ofTransport);
    if (exchanging) {
        transport._queue ??= [];
        transport._queue.push(whole);
    }
    else
        transport._cipher.encrypt(whole);
}
/** Packets of one turn leave together: ssh2 writes each in three parts. */
function gather(socket) {
    let corked = false;
    const release = () => {
        corked = false;
        socket.uncork();
    };
    return () => {
        if (corked || socket.destroyed)
            return;
        corked = true;
        socket.cork();
        process.nextTick(release);
    };
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/link.js


/** Bytes that wait for the peer to read: more data is not written then. */
const CONGESTED = 256 * 1024;
/** And nothing more is read from who does not read our answers. */
const DEAF = 2 * 1024 * 1024;
/** A target announces its keys, and no more, before it is asked for something. */
const MOST_WAITING = 16;
/** One key encrypts no more than this; RFC 4344, 3.2, asks for less than 64 GiB. */
const REKEY_BYTES = 8 * 1024 ** 3;
class Link {
    socket;
    #transport;
    #gather;
    #events;
    /** What came behind the login, before anybody could take it. */
    #waiting;
    #rekeyed = 0;
    /** Something other than the peer stops data. */
    blocked = false;
    /** Takes over what comes above the login. `peer` is of ssh2, and has exchanged no keys yet. */
    constructor(peer, socket) {
        this.socket = socket;
        this.#transport = transportOf(peer);
        this.#gather = gather(socket);
        const login = this.#transport._onPayload;
        this.#transport._onPayload = (payload) => {
            const type = payload[0] ?? 0;
            if (type < MESSAGE.GLOBAL_REQUEST)
                return login(payload);
            // ssh2 counts the answers to its own signs of life.
            if (type === MESSAGE.REQUEST_SUCCESS || type === MESSAGE.REQUEST_FAILURE) {
                this.#events?.message(type, payload);
                return login(payload);
            }
            this.#transport._onPacket();
            this.#received(type, payload);
            return undefined;
        };
        socket.setNoDelay(true);
        socket.on('drain', () => this.#drained());
        // Data waits while keys are exchanged.
        peer.on('handshake', () => this.#drained());
    }
    /** The login is over: what comes behind it, in the same packet even, is for whoever begins. */
    loggedIn() {
        this.#waiting = [];
    }
    /** From now on messages are taken. */
    begin(events) {
        this.#events = events;
        const waiting = this.#waiting ?? [];
        this.#waiting = undefined;
        for (const payload of waiting)
            events.message(payload[0] ?? 0, payload);
    }
    /** Data must wait. */
    get congested() {
        return this.blocked || this.socket.writableLength > CONGESTED || this.#transport._kexinit !== undefined;
    }
    get open() {
        return !this.socket.destroyed && this.socket.writable;
    }
    get sessionId() {
        const kex = this.#transport._kex;
        if (!kex)
            throw new ProtocolError('there are no keys yet');
        return kex.sessionID;
    }
    /** Both sides count packets anew with new keys, and take nothing in between: no packet can be left out unseen. */
    get strict() {
        return this.#transport._strictMode === true;
    }
    send(message) {
        if (!this.open)
            return;
        this.#gather();
        sendMessage(this.#transport, message);
    }
    data(channel, bytes) {
        if (!this.open)
            return;
        this.#gather();
        this.#transport.channelData(channel, bytes);
    }
    extended(channel, bytes, type) {
        if (!this.open)
            return;
        this.#gather();
        this.#transport.channelExtData(channel, bytes, type);
    }
    /** The last message. The peer shows `why` to its user. */
    disconnect(why, reason = DISCONNECT.BY_APPLICATION) {
        if (!this.open)
            return;
        this.#gather();
        sendMessage(this.#transport, frames_frame(MESSAGE.DISCONNECT, reason, why, ''), true);
    }
    #received(type, payload) {
        if (this.#events)
            this.#events.message(type, payload);
        else if (this.#waiting && this.#waiting.length < MOST_WAITING)
            this.#waiting.push(payload);
        else
            throw new ProtocolError('a message came before the login');
        if (this.socket.writableLength > DEAF)
            this.socket.pause();
        this.#rekey();
    }
    #rekey() {
        const bytes = this.socket.bytesRead + this.socket.bytesWritten;
        if (bytes - this.#rekeyed < REKEY_BYTES)
            return;
        this.#rekeyed = bytes;
        this.#transport.rekey();
    }
    #drained() {
        if (this.socket.isPaused())
            this.socket.resume();
        this.#events?.drained();
    }
}
/** What a client reads as the reason when it comes before any key: no cipher yet, no login. */
function earlyDisconnect(why) {
    const payload = frames_frame(MESSAGE.DISCONNECT, DISCONNECT.BY_APPLICATION, why, '');
    const unpadded = 4 + 1 + payload.length;
    const padding = 16 - (unpadded % 8);
    return Buffer.concat([
        encode(1 + payload.length + padding),
        Buffer.of(padding),
        payload,
        Buffer.alloc(padding),
    ]);
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/client-login.js





/** OpenSSH tries one key after another; who needs more than these has not got ours. */
const ATTEMPTS = 12;
/** ssh2 asks for signs of life unless told otherwise. A client on this machine may be stopped as long as it wants. */
const NEVER_MS = 2 ** 31 - 1;
/** Takes an accepted client through key exchange and login. */
function clientLogin(socket, shared, welcome) {
    const server = new lib.Server({
        hostKeys: [shared.identity.hostPrivateKey.reveal()],
        ident: 'Sluice',
        algorithms: algorithms(),
        keepaliveInterval: NEVER_MS,
    });
    server.on('connection', (client, { header }) => {
        const link = new Link(client, socket);
        let attempts = 0;
        let user = '';
        // Where the socket broke, or the client said good-bye with a reason, its end is near.
        client.on('error', (error) => {
            const left = ('level' in error && error.level === 'socket') || 'code' in error;
            if (!left)
                welcome.failed();
        });
        client.on('authentication', (asked) => {
            if (++attempts > ATTEMPTS) {
                link.disconnect('too many attempts to log in', DISCONNECT.NO_MORE_AUTH_METHODS);
                socket.end();
            }
            else if (accepts(asked, shared, link)) {
                user = asked.username;
                asked.accept();
            }
            else
                asked.reject(['publickey']);
        });
        client.once('ready', () => welcome.loggedIn(user, header.versions.software ?? ''));
        welcome.greeted(link);
    });
    server.injectSocket(socket);
}
/** Also true for the question whether this key would do. */
function accepts(asked, { identity, users }, link) {
    if (!users.includes(asked.username)) {
        if (asked.method === 'none')
            banner(link, `this session is for the user ${users.join(' or ')}`);
        return false;
    }
    if (asked.method !== 'publickey')
        return false;
    if (asked.key.algo !== 'ssh-ed25519' || !sameKey(asked.key.data, identity.clientPublicKey))
        return false;
    if (!asked.signature)
        return true;
    const key = lib.utils.parseKey(`ssh-ed25519 ${identity.clientPublicKey.toString('base64')}`);
    if (key instanceof Error || !asked.blob)
        return false;
    return key.verify(asked.blob, asked.signature, asked.hashAlgo) === true;
}
/** `ssh` shows it to its user before it gives up. */
function banner(link, line) {
    link.send(frames_frame(MESSAGE.USERAUTH_BANNER, `sluice: ${line}\r\n`, ''));
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/pace.js
class Pace {
    #gate;
    #block;
    #behind;
    /** `block` stops data on both sides, and lets it go on. */
    constructor(gate, block) {
        this.#gate = gate;
        this.#block = block;
    }
    /** Settles when the record has caught up; undefined when it keeps up. */
    keptUp() {
        this.watch();
        return this.#behind?.promise;
    }
    /** Looks whether it keeps up, and stops data until it does. */
    watch() {
        if (this.#behind)
            return;
        const { promise, resolve } = Promise.withResolvers();
        const lags = this.#gate.lagging(() => this.release());
        if (!lags)
            return;
        this.#behind = { promise, resolve };
        this.#block(true);
    }
    /** Nobody waits for the record any more. */
    release() {
        const behind = this.#behind;
        this.#behind = undefined;
        this.#block(false);
        behind?.resolve();
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/connection.js







/** How long an ended socket may take to deliver what was written. */
const LINGER_MS = 2000;
/** What one connection may have told of things that are refused before nobody reads on. */
const MOST_NOTES = 100;
function serve(client, gate, shared) {
    return new Session(client, gate, shared);
}
class Session {
    closed;
    shared;
    gate;
    #socket;
    #notes = new Set();
    #pace;
    #link;
    #upstream;
    #channels;
    /** Messages of a client whose target has not answered yet. */
    #early = [];
    #user = '';
    #software = '';
    #statements = 0;
    #started = false;
    #opened = false;
    #reason;
    #failed = false;
    #reported = false;
    #settle = () => { };
    constructor(socket, gate, shared) {
        this.#socket = socket;
        this.gate = gate;
        this.#pace = new Pace(gate, (blocked) => this.#block(blocked));
        this.shared = shared;
        this.closed = new Promise((resolve) => (this.#settle = resolve));
        socket.on('error', () => { });
        socket.once('close', () => this.#clientClosed());
        // Whoever is turned away at once is told so before anything of ssh2.
        setImmediate(() => this.#guard('client', () => this.#start()));
    }
    end(reason) {
        this.#end(reason, DISCONNECT.BY_APPLICATION);
    }
    fail(error, peer) {
        this.#end(reasonOf(error, peer), DISCONNECT.PROTOCOL_ERROR);
    }
    next() {
        return ++this.#statements;
    }
    note(limit, detail) {
        const key = `${limit}: ${detail}`;
        if (this.#notes.has(key) || this.#notes.size >= MOST_NOTES)
            return;
        this.#notes.add(key);
        this.gate.limit(limit, detail);
    }
    keptUp() {
        return this.#pace.keptUp();
    }
    watch() {
        this.#pace.watch();
    }
    #start() {
        if (this.#reason !== undefined || this.#socket.destroyed)
            return;
        this.#started = true;
        clientLogin(this.#socket, this.shared, {
            greeted: (link) => {
                this.#link = link;
            },
            loggedIn: (user, software) => {
                this.#user = user;
                this.#software = software;
                this.#loggedIn();
            },
            failed: () => this.#end('the client broke the protocol', DISCONNECT.PROTOCOL_ERROR),
        });
    }
    #loggedIn() {
        const link = this.#link;
        if (!link || this.#reason !== undefined)
            return;
        link.begin({
            message: (type, payload) => this.#fromClient(type, payload),
            drained: () => this.#channels?.pump(),
        });
        this.shared.login().then((upstream) => this.#relay(link, upstream), (error) => this.#end((0,errors/* describe */.q0)(unavailable(error)), DISCONNECT.BY_APPLICATION));
    }
    #relay(link, upstream) {
        this.#upstream = upstream;
        const { socket } = upstream.link;
        socket.once('close', () => this.#upstreamClosed());
        if (this.#reason !== undefined || this.#socket.destroyed) {
            this.#finish();
            return;
        }
        const channels = new Channels(this, link, upstream.link);
        this.#channels = channels;
        upstream.link.begin({
            message: (type, payload) => this.#guard('target', () => channels.fromUpstream(type, payload)),
            drained: () => channels.pump(),
        });
        this.#opened = true;
        this.gate.opened({
            client: this.#socket.remoteAddress ?? 'unix socket',
            user: this.#user,
            application: this.#software.slice(0, 64),
            tls: upstream.cipher,
        });
        for (const [type, payload] of this.#early.splice(0))
            this.#fromClient(type, payload);
    }
    #fromClient(type, payload) {
        const channels = this.#channels;
        if (channels)
            this.#guard('client', () => channels.fromClient(type, payload));
        else if (this.#early.length < 256)
            this.#early.push([type, payload]);
        else
            this.#end('the client asks for too much before the target has answered', DISCONNECT.PROTOCOL_ERROR);
    }
    #guard(peer, act) {
        if (this.#reason !== undefined)
            return;
        try {
            act();
        }
        catch (error) {
            this.fail(error, peer);
        }
    }
    #block(blocked) {
        for (const link of [this.#link, this.#upstream?.link])
            if (link)
                link.blocked = blocked;
        if (!blocked)
            this.#channels?.pump();
    }
    /** Tells the client why and ends both sides. */
    #end(reason, code) {
        if (this.#reason !== undefined)
            return;
        this.#reason = reason;
        this.#failed = true;
        this.#pace.release();
        this.#channels?.abandon(reason);
        if (this.#link)
            this.#link.disconnect(`sluice: ${reason}`, code);
        else if (!this.#socket.destroyed) {
            if (!this.#started)
                this.#socket.write('SSH-2.0-Sluice\r\n');
            this.#socket.write(earlyDisconnect(`sluice: ${reason}`));
        }
        this.#finish();
    }
    /** Both ends are read on, to nowhere, so that their ends are seen. */
    #finish() {
        this.#drain(this.#socket);
        const upstream = this.#upstream?.link;
        if (!upstream)
            return;
        upstream.disconnect('');
        this.#drain(upstream.socket);
    }
    #drain(socket) {
        socket.removeAllListeners('data');
        socket.resume();
        socket.end();
        setTimeout(() => socket.destroy(), LINGER_MS).unref();
    }
    #clientClosed() {
        const open = this.#channels?.open ?? 0;
        const reason = open > 0 ? 'client gone' : 'client finished';
        if (this.#reason === undefined) {
            this.#reason = reason;
            this.#channels?.abandon(reason);
        }
        this.#pace.release();
        const upstream = this.#upstream?.link;
        if (upstream && !upstream.socket.destroyed) {
            upstream.disconnect('');
            this.#drain(upstream.socket);
        }
        this.#over();
    }
    #upstreamClosed() {
        if (this.#reason === undefined && !this.#socket.destroyed)
            this.#end('the target closed the connection', DISCONNECT.BY_APPLICATION);
        this.#over();
    }
    /** Both sockets are closed. */
    #over() {
        const upstream = this.#upstream?.link.socket;
        if (this.#reported || !this.#socket.destroyed || (upstream && !upstream.destroyed))
            return;
        this.#reported = true;
        const reason = this.#reason ?? 'closed';
        const totals = { bytesIn: this.#socket.bytesRead, bytesOut: upstream?.bytesRead ?? 0 };
        if (this.#opened)
            this.gate.closed(reason, totals);
        else if (this.#failed)
            this.gate.limit('login', reason);
        this.#settle();
    }
}
function unavailable(error) {
    if (error instanceof errors/* SluiceError */.ah)
        return error;
    return new errors/* SluiceError */.ah('INTERNAL', 'the login at the target failed');
}

// EXTERNAL MODULE: ./lib/core/secret.js
var secret = __webpack_require__(58563);
;// CONCATENATED MODULE: ./lib/protocols/ssh/identity.js
// Keys that live as long as the target does, in memory only.
//   PROTOCOL.key: "openssh-key-v1" NUL, string cipher, string kdf, string options, uint32 1, string public key,
//   string (uint32 check, uint32 check, string type, string public, string seed and public, string comment, 1, 2, 3, …)



const TYPE = 'ssh-ed25519';
const BLOCK = 8;
function createIdentity() {
    const host = createKey();
    const client = createKey();
    return {
        hostKey: `${TYPE} ${host.publicKey.toString('base64')}`,
        hostPrivateKey: host.privateKey,
        clientKey: client.privateKey,
        clientPublicKey: client.publicKey,
    };
}
/** ssh2 makes such keys, too, but some that it cannot read again. */
function createKey() {
    const jwk = (0,external_node_crypto_.generateKeyPairSync)('ed25519').privateKey.export({ format: 'jwk' });
    const raw = Buffer.from(jwk.x ?? '', 'base64url');
    const seed = Buffer.from(jwk.d ?? '', 'base64url');
    const publicKey = fields(TYPE, raw);
    const check = (0,external_node_crypto_.randomInt)(2 ** 32);
    const inner = fields(check, check, TYPE, raw, Buffer.concat([seed, raw]), 'sluice');
    const padding = Buffer.from(Array.from({ length: BLOCK - (inner.length % BLOCK) }, (_, at) => at + 1));
    const whole = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        fields('none', 'none', '', 1, publicKey, Buffer.concat([inner, padding])),
    ]);
    const lines = whole.toString('base64').match(/.{1,70}/g) ?? [];
    const pem = ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''];
    return { publicKey, privateKey: new secret/* Secret */.z(pem.join('\n')) };
}
const fields = (...values) => Buffer.concat(values.map(encode));

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/attributes.js
const FLAG = { SIZE: 1, OWNER: 2, MODE: 4, TIMES: 8 };
const KNOWN = 0xf;
/** A request that is well formed, and asks for what is not known here: it is answered, and goes no further. */
class Unsupported extends Error {
}
/** Throws `Unsupported` for attributes whose meaning is not known, `ProtocolError` when they are cut. */
function readAttributes(reader) {
    const flags = reader.uint32();
    if ((flags & ~KNOWN) !== 0)
        throw new Unsupported('attributes of a file that are not known here');
    return {
        ...(flags & FLAG.SIZE && { size: readOffset(reader) }),
        ...(flags & FLAG.OWNER && { owner: [reader.uint32(), reader.uint32()] }),
        ...(flags & FLAG.MODE && { mode: reader.uint32() }),
        ...(flags & FLAG.TIMES && { times: [reader.uint32(), reader.uint32()] }),
    };
}
/** uint64. Throws `Unsupported` for what no file has: 2^53 bytes and more. */
function readOffset(reader) {
    const high = reader.uint32();
    const low = reader.uint32();
    if (high >= 2 ** 21)
        throw new Unsupported('an offset that no file has');
    return high * 2 ** 32 + low;
}
/** Setuid, setgid, or written by everybody. */
const isPrivileged = (mode) => (mode & 0o6002) !== 0;
/** The same for what is only asked for when a file is made: the host takes away what its umask says. */
const isCreatedPrivileged = (mode) => (mode & 0o6000) !== 0;

// EXTERNAL MODULE: ./lib/protocols/ssh/transfer/downloads.js
var downloads = __webpack_require__(72199);
;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/packets.js
// Packets of SFTP version 3: https://datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02
//   uint32 length (EXCLUDING itself), byte type, uint32 id (but for INIT and VERSION), then fields

const PACKET = {
    INIT: 1,
    VERSION: 2,
    OPEN: 3,
    CLOSE: 4,
    READ: 5,
    WRITE: 6,
    LSTAT: 7,
    FSTAT: 8,
    SETSTAT: 9,
    FSETSTAT: 10,
    OPENDIR: 11,
    READDIR: 12,
    REMOVE: 13,
    MKDIR: 14,
    RMDIR: 15,
    REALPATH: 16,
    STAT: 17,
    RENAME: 18,
    READLINK: 19,
    SYMLINK: 20,
    STATUS: 101,
    HANDLE: 102,
    DATA: 103,
    NAME: 104,
    ATTRS: 105,
    EXTENDED: 200,
    EXTENDED_REPLY: 201,
};
/** What STATUS says. */
const STATUS = {
    OK: 0,
    EOF: 1,
    NO_SUCH_FILE: 2,
    PERMISSION_DENIED: 3,
    FAILURE: 4,
    BAD_MESSAGE: 5,
    OP_UNSUPPORTED: 8,
};
/** As OpenSSH has it: SFTP_MAX_MSG_LENGTH. */
const packets_LONGEST = 256 * 1024;
const LONGEST_HANDLE = 256;
/** Cuts what one side sends into packets. The data of WRITE and DATA is not put together: it may be long, and passes as it is. */
class Packets {
    #streamed;
    #bytes = Buffer.alloc(0);
    #at = 0;
    /** Comes behind `#bytes`, and is joined to it when there is enough. */
    #more = [];
    #waiting = 0;
    #needed = 0;
    #left = 0;
    /** `streamed`: the type whose data comes in parts. */
    constructor(streamed) {
        this.#streamed = streamed;
    }
    /** In the middle of a packet that has been handed on in part. */
    get within() {
        return this.#left > 0;
    }
    /** Nothing is left of a packet that did not come whole. */
    get empty() {
        return this.#left === 0 && this.#bytes.length - this.#at + this.#waiting === 0;
    }
    push(bytes) {
        if (this.#at === this.#bytes.length && this.#waiting === 0) {
            this.#bytes = bytes;
            this.#at = 0;
            return;
        }
        this.#more.push(bytes);
        this.#waiting += bytes.length;
    }
    /** The next part; undefined when more bytes are needed. Throws `ProtocolError`. */
    next() {
        if (this.#left > 0)
            return this.#data();
        if (!this.#has(5))
            return undefined;
        const length = this.#bytes.readUInt32BE(this.#at);
        const type = this.#bytes[this.#at + 4] ?? 0;
        if (length < 5)
            throw new ProtocolError('an SFTP packet is shorter than there are any');
        if (length > packets_LONGEST)
            throw new ProtocolError(`an SFTP packet is longer than ${packets_LONGEST} bytes`);
        if (type === this.#streamed)
            return this.#head(type, length);
        if (!this.#has(4 + length))
            return undefined;
        return { kind: 'packet', type, raw: this.#take(4 + length), left: 0 };
    }
    #head(type, length) {
        const head = type === PACKET.DATA ? 13 : this.#writeHead();
        if (head === undefined || !this.#has(head))
            return undefined;
        const data = this.#bytes.readUInt32BE(this.#at + head - 4);
        if (head + data !== 4 + length)
            throw new ProtocolError('the data of an SFTP packet has another length');
        this.#left = data;
        return { kind: 'head', type, raw: this.#take(head), left: data };
    }
    /** length, type, id; string handle; uint64 offset; uint32 of the data. */
    #writeHead() {
        if (!this.#has(13))
            return undefined;
        const handle = this.#bytes.readUInt32BE(this.#at + 9);
        if (handle > LONGEST_HANDLE)
            throw new ProtocolError('a handle is longer than there are any');
        return 13 + handle + 12;
    }
    #data() {
        if (!this.#has(1))
            return undefined;
        const raw = this.#take(Math.min(this.#left, this.#bytes.length - this.#at));
        this.#left -= raw.length;
        return { kind: 'data', type: this.#streamed, raw, left: this.#left };
    }
    #has(length) {
        const here = this.#bytes.length - this.#at;
        if (here >= length)
            return true;
        this.#needed = length;
        if (here + this.#waiting < this.#needed)
            return false;
        this.#bytes = Buffer.concat([this.#bytes.subarray(this.#at), ...this.#more]);
        this.#at = 0;
        this.#more = [];
        this.#waiting = 0;
        return true;
    }
    #take(length) {
        const raw = this.#bytes.subarray(this.#at, this.#at + length);
        this.#at += length;
        return raw;
    }
}
/** Parts that lie next to each other in memory leave as one. */
class Outgoing {
    #write;
    #bytes;
    constructor(write) {
        this.#write = write;
    }
    add(bytes) {
        const before = this.#bytes;
        if (before && before.buffer === bytes.buffer && before.byteOffset + before.length === bytes.byteOffset) {
            this.#bytes = Buffer.from(bytes.buffer, before.byteOffset, before.length + bytes.length);
            return;
        }
        this.flush();
        this.#bytes = bytes;
    }
    flush() {
        const bytes = this.#bytes;
        this.#bytes = undefined;
        if (bytes && bytes.length > 0)
            this.#write(bytes);
    }
}
function packet(type, ...fields) {
    const body = Buffer.concat([Buffer.of(type), ...fields.map(encode)]);
    return encode(body);
}
const statusPacket = (id, code, message) => packet(PACKET.STATUS, id, code, message, '');

// EXTERNAL MODULE: ./lib/shell/places.js
var places = __webpack_require__(196);
;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/effects.js



/** Every name whose place counts. A path through `..` is what the target makes of it. */
function ways({ asked, legible, real, unclear }) {
    const known = legible && !unclear;
    if (!legible)
        return [{ name: visible(asked), known }];
    const names = new Set();
    if (!climbs(asked))
        names.add(plain(asked));
    if (real !== undefined)
        names.add(plain(real));
    if (names.size === 0)
        return [{ name: visible(asked), known: false }];
    return [...names].map((name) => ({ name, known }));
}
/** A change of what is there, as `Call.change` of src/shell tells it. */
const change = (action, spot, more = {}) => ways(spot).flatMap(({ name, known }) => {
    const told = visible(name);
    if (!known)
        return [{ action, object: 'path', name: told, place: 'unknown', ...more }];
    const place = more.recursive && (0,places/* isRoot */.jX)(name, '/') ? 'root' : (0,places/* placeOf */.$t)(name, '/');
    if (place === 'sink' && action !== 'remove')
        return [];
    if (place === 'device' && action !== 'permit')
        return [{ action: 'write', object: 'disk', name: told }];
    if (place === 'kernel')
        return [{ action: 'write', object: 'kernel', name: told }];
    return [{ action, object: 'path', name: told, place, ...more }];
});
/** What is in a file goes to the client, or to where others read it. */
const read = (spot) => ways(spot).flatMap(({ name, known }) => {
    if (!known)
        return [{ action: 'unknown', object: 'command', detail: 'which file is read is not known' }];
    const secret = (0,places/* isSecret */.$f)(name, '/');
    return [{ action: secret ? 'expose' : 'read', object: secret ? 'secret' : 'path', name: visible(name) }];
});
/** Bytes of a file leave as they are, past what masks the output of commands. */
const download = (spot) => ways(spot).map(({ name }) => ({ action: 'copy-out', object: 'path', name: visible(name) }));
/** A file gets another name: as `mv` and `ln` of src/shell. */
function moved(from, to) {
    const gone = effects_places(to).every((place) => place === 'temporary');
    const stays = effects_places(from).every((place) => place === 'temporary');
    const left = gone && !stays
        ? change('remove', from, { recursive: true })
        : change('write', from, { recursive: true, detail: 'moved' });
    return [...left, ...change('write', to), ...renamed(from, to)];
}
/** The new name must not hide that a file may hold secrets. */
const renamed = (from, to) => effects_secret(to) ? [] : read(from).filter(({ action }) => action === 'expose');
function attributed(spot, { mode, owner, size, times }) {
    return [
        ...(mode === undefined ? [] : change('permit', spot, isPrivileged(mode) ? { detail: 'setuid' } : {})),
        ...(owner === undefined ? [] : change('permit', spot)),
        ...(size === undefined ? [] : change(size === 0 ? 'empty' : 'write', spot)),
        ...(times === undefined ? [] : change('write', spot, { detail: 'append' })),
    ];
}
const effects_places = (spot) => ways(spot).map(({ name, known }) => (known ? (0,places/* placeOf */.$t)(name, '/') : 'unknown'));
const effects_secret = (spot) => ways(spot).every(({ name, known }) => known && (0,places/* isSecret */.$f)(name, '/'));

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/statements.js



const OPEN = { READ: 1, WRITE: 2, APPEND: 4, CREATE: 8, TRUNCATE: 16, NEW: 32 };
/** Whether its file may be read, and changed. Without either OpenSSH reads. */
const reads = (flags) => (flags & OPEN.READ) !== 0 || (flags & OPEN.WRITE) === 0;
const writes = (flags) => (flags & ~OPEN.READ) !== 0;
/** `spots` are the paths of the request, or those of its handles; `masked`: what commands show here is masked. */
function judgedOf(request, spots, masked) {
    const [first, second] = spots;
    if (!first)
        throw new Error('a request without a path is not judged');
    const attributes = request.attributes ?? {};
    switch (request.name) {
        case 'open':
            return opened(first, request.numbers[0] ?? 0, attributes, masked);
        case 'remove':
            return { text: line('rm', [], first), effects: change('remove', first) };
        case 'rmdir':
            return { text: line('rmdir', [], first), effects: change('remove', first) };
        case 'mkdir': {
            const effects = [...change('write', first, { detail: 'directory' }), ...setuid(first, attributes)];
            return { text: line('mkdir', options(attributes), first), effects };
        }
        case 'setstat':
        case 'lsetstat':
        case 'fsetstat':
            return {
                text: line(request.name, options(attributes), first),
                effects: attributed(first, attributes),
            };
        case 'opendir':
            return {
                text: line('ls', [], first),
                effects: [{ action: 'read', object: 'path', name: plain(first.asked) }],
            };
        default:
            return ofTwo(request, first, second ?? first);
    }
}
function ofTwo({ name, numbers }, from, to) {
    switch (name) {
        case 'rename':
        case 'posix-rename':
            return {
                text: line('rename', name === 'rename' ? [] : ['--replace'], from, to),
                effects: moved(from, to),
            };
        case 'symlink':
            // Servers do not agree which of the two is the link.
            return { text: line('symlink', [], from, to), effects: [...linked(from), ...change('write', to)] };
        case 'hardlink':
            return {
                text: line('hardlink', [], from, to),
                effects: [...linked(from), ...change('write', to), ...renamed(from, to)],
            };
        case 'copy-data': {
            const [at = 0, length = 0, into = 0] = numbers;
            const range = at === 0 && length === 0 && into === 0 ? [] : [`--range=${at}:${length}:${into}`];
            return { text: line('copy', range, from, to), effects: [...read(from), ...change('write', to)] };
        }
        default:
            throw new Error('a request that is not judged');
    }
}
function opened(spot, flags, attributes, masked) {
    const reading = reads(flags);
    const writing = writes(flags);
    const effects = [
        ...(reading ? read(spot) : []),
        ...(reading && masked ? download(spot) : []),
        ...(writing ? change('write', spot) : []),
        ...(writing ? setuid(spot, attributes) : []),
    ];
    if (!writing)
        return { text: line('get', options(attributes), spot), effects };
    const given = [];
    if (reading)
        given.push('--read');
    if (!(flags & OPEN.WRITE))
        given.push('--no-write');
    if (flags & OPEN.APPEND)
        given.push('--append');
    if (!(flags & OPEN.CREATE))
        given.push('--existing');
    if (!(flags & OPEN.TRUNCATE))
        given.push('--keep');
    if (flags & OPEN.NEW)
        given.push('--new');
    return { text: line('put', [...given, ...options(attributes)], spot), effects };
}
/** Whoever writes to the link writes to what it leads to. */
const linked = (spot) => change('write', spot, { detail: 'linked' });
const setuid = (spot, { mode }) => mode !== undefined && isCreatedPrivileged(mode) ? change('permit', spot, { detail: 'setuid' }) : [];
function options({ size, owner, mode, times }) {
    return [
        ...(size === undefined ? [] : [`--size=${size}`]),
        ...(owner === undefined ? [] : [`--owner=${owner.join(':')}`]),
        ...(mode === undefined ? [] : [`--mode=0${mode.toString(8)}`]),
        ...(times === undefined ? [] : [`--times=${times.join(':')}`]),
    ];
}
/** Where a link led when it was asked for is part of what is decided, and approved. */
function line(verb, given, ...spots) {
    const names = spots.map(({ written }) => (written.startsWith('-') ? `./${written}` : written));
    const leads = spots.flatMap(({ asked, real }) => real === undefined || real === plain(asked) ? [] : [`# leads to ${quoted(real)}`]);
    return ['sftp', verb, ...given, ...names, ...leads].join(' ');
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/decision.js





/** A decision that took longer was somebody's. */
const FRESH_MS = 1000;
const CHANGED = { sqlstate: '40001', message: 'its path leads elsewhere by now, so it is judged again' };
class Decision {
    #sides;
    #upstream;
    #resolver;
    #masked;
    constructor(sides, upstream, resolver) {
        this.#sides = sides;
        this.#upstream = upstream;
        this.#resolver = resolver;
        this.#masked = (0,downloads/* hidesValues */._)(sides.terms.masks);
    }
    /** `ofHandles`: its paths, when it names none itself. Undefined when it was refused, and answered, or nobody waits any more. */
    async of(request, ofHandles) {
        const follow = async () => (ofHandles.length > 0 ? ofHandles : this.#resolver.follow(request));
        const { gate, notice, signal, now } = this.#sides;
        let spots = await follow();
        for (;;) {
            if (this.#upstream.over)
                return undefined;
            const { text, effects } = judgedOf(request, spots, this.#masked);
            const statement = this.#statement(text, effects);
            const since = now();
            const refused = await decide(gate, statement, { notice, signal });
            if (this.#upstream.over)
                return undefined;
            if (refused)
                return this.#refuse(request, refused);
            if (now() - since < FRESH_MS)
                return { statement, spots };
            // Links may have changed while somebody was asked.
            spots = await follow();
            if (this.#upstream.over)
                return undefined;
            if (judgedOf(request, spots, this.#masked).text === text)
                return { statement, spots };
            gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: Math.round(now() - since), error: CHANGED });
        }
    }
    /** In the status, and on standard error, where OpenSSH's client shows it. */
    #refuse({ id }, verdict) {
        const { message, detail, hint } = (0,refusal/* refusalOf */.O)(verdict);
        const lines = [message, detail, hint].filter((words) => words !== undefined);
        for (const words of lines)
            this.#sides.notice(words);
        this.#upstream.answer(id, STATUS.PERMISSION_DENIED, `sluice: ${lines.join(' ')}`);
    }
    #statement(text, effects) {
        const changes = { schema: false, resolution: false };
        return this.#sides.statement(Buffer.from(text), { effects, relations: [], count: 1, changes });
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/listed.js
// Directories whose listing stands in the record. What is below one of them does not: a tree is one statement.

/** Of one channel; further ones are told each time. */
const listed_MOST = 100;
class Listed {
    #told = new Set();
    knows(path) {
        const own = plain(path);
        if (own.split('/').includes('..'))
            return false;
        for (let at = own; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
            if (this.#told.has(at))
                return true;
        return this.#told.has('/');
    }
    add(path) {
        if (this.#told.size < listed_MOST)
            this.#told.add(plain(path));
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/requests.js
// What a client asks for: fields by type, and which answers there may be.



const { STATUS: requests_STATUS, HANDLE, DATA, NAME: requests_NAME, ATTRS, EXTENDED_REPLY } = PACKET;
const shape = (name, fields, answer = requests_STATUS) => ({
    name,
    fields: fields.split(' ').filter((field) => field !== ''),
    answer,
});
const SHAPES = new Map([
    [PACKET.OPEN, shape('open', 'path uint32 attributes', HANDLE)],
    [PACKET.CLOSE, shape('close', 'handle')],
    [PACKET.READ, shape('read', 'handle uint64 uint32', DATA)],
    [PACKET.WRITE, shape('write', 'handle uint64 uint32')],
    [PACKET.LSTAT, shape('lstat', 'path', ATTRS)],
    [PACKET.FSTAT, shape('fstat', 'handle', ATTRS)],
    [PACKET.SETSTAT, shape('setstat', 'path attributes')],
    [PACKET.FSETSTAT, shape('fsetstat', 'handle attributes')],
    [PACKET.OPENDIR, shape('opendir', 'path', HANDLE)],
    [PACKET.READDIR, shape('readdir', 'handle', requests_NAME)],
    [PACKET.REMOVE, shape('remove', 'path')],
    [PACKET.MKDIR, shape('mkdir', 'path attributes')],
    [PACKET.RMDIR, shape('rmdir', 'path')],
    [PACKET.REALPATH, shape('realpath', 'path', requests_NAME)],
    [PACKET.STAT, shape('stat', 'path', ATTRS)],
    [PACKET.RENAME, shape('rename', 'path path')],
    [PACKET.READLINK, shape('readlink', 'path', requests_NAME)],
    [PACKET.SYMLINK, shape('symlink', 'path path')],
]);
/** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL, section 4. */
const EXTENSIONS = new Map([
    ['posix-rename@openssh.com', { ...shape('posix-rename', 'path path'), version: '1' }],
    ['hardlink@openssh.com', { ...shape('hardlink', 'path path'), version: '1' }],
    ['lsetstat@openssh.com', { ...shape('lsetstat', 'path attributes'), version: '1' }],
    ['statvfs@openssh.com', { ...shape('statvfs', 'path', EXTENDED_REPLY), version: '2' }],
    ['fstatvfs@openssh.com', { ...shape('fstatvfs', 'handle', EXTENDED_REPLY), version: '2' }],
    ['fsync@openssh.com', { ...shape('fsync', 'handle'), version: '1' }],
    ['limits@openssh.com', { ...shape('limits', '', EXTENDED_REPLY), version: '1' }],
    ['expand-path@openssh.com', { ...shape('expand-path', 'path', requests_NAME), version: '1' }],
    ['copy-data', { ...shape('copy-data', 'handle uint64 uint64 handle uint64'), version: '1' }],
    ['home-directory', { ...shape('home-directory', 'string', requests_NAME), version: '1' }],
    [
        'users-groups-by-id@openssh.com',
        { ...shape('users-groups-by-id', 'string string', EXTENDED_REPLY), version: '1' },
    ],
]);
/** Whether an extension that a target announces may be seen by the client. */
const isHandled = (name, version) => EXTENSIONS.get(name)?.version === version;
/** Of a whole packet, or the head of a WRITE. Throws `Unsupported`, or `ProtocolError` for what is not well formed. */
function readRequest(type, raw) {
    const reader = new Reader(raw, 5);
    const id = reader.uint32();
    const known = type === PACKET.EXTENDED ? EXTENSIONS.get(reader.name()) : SHAPES.get(type);
    if (!known)
        throw new Unsupported('a request that is not known here');
    const request = readFields(id, known, reader);
    if (reader.rest().length > 0)
        throw new ProtocolError('an SFTP request is longer than its fields');
    return request;
}
/** The id of a request that could not be read further. */
const idOf = (raw) => new Reader(raw, 5).uint32();
function readFields(id, { name, fields, answer }, reader) {
    const paths = [];
    const handles = [];
    const numbers = [];
    let attributes;
    for (const field of fields) {
        if (field === 'path')
            paths.push(reader.string());
        else if (field === 'handle')
            handles.push(reader.string().toString('latin1'));
        else if (field === 'uint32')
            numbers.push(reader.uint32());
        else if (field === 'uint64')
            numbers.push(readOffset(reader));
        else if (field === 'attributes')
            attributes = readAttributes(reader);
        else
            reader.string();
    }
    return { id, name, paths, handles, numbers, answer, ...(attributes && { attributes }) };
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/replies.js
// What a target answers.



const VERSION = 3;
const MOST_EXTENSIONS = 256;
/** The client's INIT, with the only version that is spoken here and without extensions. Throws `ProtocolError`. */
function initPacket(raw) {
    const reader = new Reader(raw, 5);
    if (reader.uint32() < VERSION)
        throw new ProtocolError('SFTP is spoken in version 3');
    return packet(PACKET.INIT, VERSION);
}
/** The target's VERSION with those of its extensions that are known here. Throws `ProtocolError`. */
function versionPacket(raw) {
    const reader = new Reader(raw, 5);
    if (reader.uint32() !== VERSION)
        throw new ProtocolError('SFTP is spoken in version 3');
    const kept = [];
    for (let count = 0; reader.rest().length > 0; count++) {
        if (count >= MOST_EXTENSIONS)
            throw new ProtocolError('there are more extensions of SFTP than anybody has');
        const name = reader.string().toString('latin1');
        const version = reader.string().toString('latin1');
        if (isHandled(name, version))
            kept.push(name, version);
    }
    return packet(PACKET.VERSION, VERSION, ...kept);
}
/** The code of a STATUS. */
const codeOf = (raw) => new Reader(raw, 9).uint32();
const handleOf = (raw) => {
    const handle = new Reader(raw, 9).string().toString('latin1');
    if (handle.length > 256)
        throw new ProtocolError('a handle is longer than there are any');
    return handle;
};
/** The first of the names in a NAME. */
function nameOf(raw) {
    const reader = new Reader(raw, 9);
    return reader.uint32() === 0 ? undefined : Buffer.from(reader.string());
}
/** Our own words for what STATUS says: the target's may hold anything. */
const WORDS = new Map([
    [STATUS.NO_SUCH_FILE, ['58P01', 'there is no such file']],
    [STATUS.PERMISSION_DENIED, ['42501', 'the target denies it']],
    [STATUS.OP_UNSUPPORTED, ['0A000', 'the target does not know how']],
]);
function failureOf(code) {
    const [sqlstate, message] = WORDS.get(code) ?? ['58030', 'the target failed'];
    return { sqlstate, message };
}
/** Of what was not over when its channel was. SQLSTATE `connection_failure`, as in the record of databases. */
const LOST = { sqlstate: '08006', message: 'the channel ended before it was done' };

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/resolve.js
// Where paths lead: the target is asked, since only it knows its links.





/** These go to what a link leads to; the others to the name itself, below a directory that may be a link. */
const FOLLOWS = new Set(['open', 'setstat', 'opendir']);
class Resolver {
    #upstream;
    #send;
    #now;
    #start;
    constructor(upstream, send, now) {
        this.#upstream = upstream;
        this.#send = send;
        this.#now = now;
    }
    /** Where relative paths begin; undefined when the target does not tell. */
    get start() {
        return this.#start;
    }
    /** Sends INIT. Settles when the target has told where relative paths begin. */
    async begin(init) {
        if (!init)
            throw new ProtocolError('SFTP does not begin with INIT');
        this.#send(init);
        const answer = await this.#ask(Buffer.from('.'), -1);
        const name = pathOf(answer);
        this.#start = typeof name === 'string' ? name : undefined;
    }
    /** The paths of a request. */
    async follow(request) {
        const { paths, name, id } = request;
        const [first, second] = paths;
        if (name === 'symlink' && first && second)
            return this.#link(first, second, id);
        return Promise.all(paths.map((path) => this.#real(spotOf(path, this.#start), FOLLOWS.has(name), id)));
    }
    /** What a link holds is read from its own directory. */
    async #link(target, link, id) {
        const at = await this.#real(spotOf(link, this.#start), false, id);
        const directory = (at.real ?? at.asked).replace(/\/[^/]*$/, '') || '/';
        const path = target[0] === SLASH ? target : Buffer.concat([Buffer.from(`${directory}/`), target]);
        const spot = await this.#real(spotOf(path, this.#start), true, id);
        // As it stands in the link.
        const written = (0,external_node_buffer_.isUtf8)(target) ? quoted(target.toString()) : spot.written;
        return [{ ...spot, written }, at];
    }
    async #real(spot, follows, id) {
        const parts = parted(spot.bytes);
        if (follows || !parts) {
            const answer = pathOf(await this.#ask(spot.bytes, id));
            // Some servers tell nothing of a file that is not there yet.
            if (answer !== STATUS.NO_SUCH_FILE || !parts)
                return settled(spot, answer);
        }
        if (!parts)
            return spot;
        const directory = pathOf(await this.#ask(parts.directory, id));
        return settled(spot, typeof directory === 'string' ? joined(directory, parts.name) : directory);
    }
    #ask(path, reserved) {
        const { outstanding } = this.#upstream;
        const id = outstanding.free(reserved);
        return new Promise((resolve) => {
            const request = {
                id,
                name: 'realpath',
                paths: [path],
                handles: [],
                numbers: [],
                answer: PACKET.NAME,
            };
            outstanding.add({ request, since: this.#now(), own: resolve });
            this.#send(packet(PACKET.REALPATH, id, path));
        });
    }
}
const SLASH = 0x2f;
/** An absolute path, or why there is none: a code of STATUS. */
function pathOf(answer) {
    if (!answer)
        return STATUS.FAILURE;
    if (answer.type === PACKET.STATUS)
        return codeOf(answer.raw);
    const name = nameOf(answer.raw);
    return name && name[0] === SLASH && (0,external_node_buffer_.isUtf8)(name) ? name.toString() : STATUS.FAILURE;
}
/** What there is not, or may not be looked at, cannot be opened either. */
function settled(spot, answer) {
    if (typeof answer === 'string')
        return { ...spot, real: answer };
    const harmless = answer === STATUS.NO_SUCH_FILE || answer === STATUS.PERMISSION_DENIED;
    return harmless ? spot : { ...spot, unclear: true };
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/client.js








/** What is asked about an open file, and passes. */
const OF_HANDLES = new Set([
    'close',
    'read',
    'write',
    'fstat',
    'readdir',
    'fsync',
    'fstatvfs',
]);
/** What only tells names and attributes. */
const LOOKS = new Set([
    ...['lstat', 'stat', 'realpath', 'readlink', 'statvfs', 'limits', 'expand-path'],
    ...['home-directory', 'users-groups-by-id'],
]);
class Client {
    #sides;
    #upstream;
    #packets = new Packets(PACKET.WRITE);
    #toUpstream;
    #resolver;
    #listed = new Listed();
    #decision;
    #greeted = false;
    /** A statement stands in the record's memory, and not in its file. */
    #unflushed = false;
    /** Where the data goes that comes now; undefined for what is refused. */
    #writing;
    constructor(sides, upstream) {
        this.#sides = sides;
        this.#upstream = upstream;
        this.#toUpstream = new Outgoing((bytes) => {
            if (this.#unflushed)
                sides.gate.flush();
            this.#unflushed = false;
            sides.toUpstream(bytes);
        });
        this.#resolver = new Resolver(upstream, (packet) => this.#send(packet), sides.now);
        this.#decision = new Decision(sides, upstream, this.#resolver);
    }
    /** Throws `ProtocolError`. */
    received(bytes) {
        this.#packets.push(bytes);
        return this.#takeAll();
    }
    #takeAll() {
        if (this.#upstream.over)
            return;
        const room = this.#upstream.outstanding.room();
        if (room)
            return this.#behind(room);
        for (let part = this.#packets.next(); part; part = this.#packets.next()) {
            const waits = this.#take(part) ?? this.#upstream.outstanding.room();
            if (waits)
                return this.#behind(waits);
        }
        this.#toUpstream.flush();
    }
    #behind(waits) {
        this.#toUpstream.flush();
        return waits.then(() => this.#takeAll());
    }
    #take(part) {
        if (part.kind === 'data')
            return this.#data(part);
        if (!this.#greeted)
            return this.#greet(part);
        const request = this.#read(part);
        if (!request)
            return undefined;
        this.#upstream.outstanding.check(request.id);
        const refused = request.paths.map(unfit).find((why) => why !== undefined);
        if (refused !== undefined)
            return this.#answer(request.id, STATUS.BAD_MESSAGE, refused);
        if (OF_HANDLES.has(request.name))
            return this.#ofHandle(request, part.raw);
        if (LOOKS.has(request.name))
            return this.#pass(part.raw, { request });
        return this.#judge(request, part.raw);
    }
    /** Where relative paths begin is asked for along with it. */
    #greet({ type, raw }) {
        const init = type === PACKET.INIT ? initPacket(raw) : undefined;
        this.#greeted = true;
        return this.#resolver.begin(init);
    }
    #read({ type, raw }) {
        this.#writing = undefined;
        try {
            return readRequest(type, raw);
        }
        catch (error) {
            if (!(error instanceof Unsupported))
                throw error;
            this.#answer(idOf(raw), STATUS.OP_UNSUPPORTED, error.message);
            return undefined;
        }
    }
    #data({ raw }) {
        const writing = this.#writing;
        if (!writing)
            return;
        writing.file.received.add(writing.offset, raw);
        writing.offset += raw.length;
        this.#toUpstream.add(raw);
    }
    #ofHandle(request, raw) {
        const [handle] = request.handles;
        const { files } = this.#upstream;
        const file = files.get(handle);
        const refuse = (why) => this.#answer(request.id, STATUS.FAILURE, why);
        if (!file || handle === undefined)
            return refuse('there is no such handle');
        if (request.name === 'write') {
            if (!file.writes)
                return refuse('it was not opened to be written');
            this.#writing = { file, offset: request.numbers[0] ?? 0 };
        }
        if (request.name === 'read') {
            if (!file.reads)
                return refuse('it was not opened to be read');
            if (file.sent.bytes >= (this.#sides.terms.limits.bytes ?? Number.POSITIVE_INFINITY))
                return this.#cut(request, file);
        }
        if (request.name === 'close')
            files.closes(handle);
        return this.#pass(raw, { request, file });
    }
    #cut({ id }, file) {
        const message = `stopped after ${file.sent.bytes} bytes, as the policy allows`;
        if (!file.failed)
            this.#sides.gate.limit('bytes', message);
        file.failed ??= { sqlstate: '54000', message };
        return this.#answer(id, STATUS.PERMISSION_DENIED, message);
    }
    #judge(request, raw) {
        const { files } = this.#upstream;
        const opens = request.name === 'open' || request.name === 'opendir';
        if (opens && files.full)
            return this.#answer(request.id, STATUS.FAILURE, 'too many files are open');
        if (request.name === 'opendir') {
            const spot = spotOf(request.paths[0] ?? Buffer.alloc(0), this.#resolver.start);
            if (this.#listed.knows(spot.asked)) {
                files.asked();
                return this.#pass(raw, { request, spot });
            }
        }
        const known = request.handles.map((handle) => files.get(handle));
        const spots = known.flatMap((file) => (file ? [file.spot] : []));
        if (spots.length < known.length)
            return this.#answer(request.id, STATUS.FAILURE, 'there is no such handle');
        const [file] = known;
        if (file && request.name === 'fsetstat' && foreseen(request, file))
            return this.#pass(raw, { request, file });
        this.#toUpstream.flush();
        return this.#decide(request, raw, spots);
    }
    async #decide(request, raw, ofHandles) {
        const allowed = await this.#decision.of(request, ofHandles);
        if (!allowed)
            return;
        this.#unflushed = true;
        const { statement, spots } = allowed;
        const [spot] = spots;
        if (request.name === 'open' || request.name === 'opendir')
            this.#upstream.files.asked();
        if (request.name === 'opendir' && spot)
            this.#listed.add(spot.asked);
        this.#pass(raw, { request, statement, spot });
    }
    #answer(id, code, message) {
        this.#upstream.answer(id, code, message);
    }
    #pass(raw, more) {
        this.#upstream.outstanding.add({ since: this.#sides.now(), ...more });
        this.#toUpstream.add(raw);
    }
    #send(packet) {
        this.#toUpstream.add(packet);
        this.#toUpstream.flush();
    }
}
/** Who may write to a file may cut it, and date it; with the mode that its OPEN gave, this is how uploads end. */
const foreseen = ({ attributes = {} }, file) => file.writes &&
    attributes.owner === undefined &&
    (attributes.mode === undefined ||
        (attributes.mode === file.attributes.mode && !isPrivileged(attributes.mode)));

;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/contents.js
// What was read or written, as one digest, without keeping any of it.

/**
 * Bytes at offsets. In order from 0 the digest is SHA-256 of the content. Else it is SHA-256 of a list with 48 bytes for each
 * run of bytes without a gap, in the order in which they passed: uint64 offset, uint64 length, SHA-256 of the run.
 */
class Contents {
    bytes = 0;
    #run = (0,external_node_crypto_.createHash)('sha256');
    #start = 0;
    #next = 0;
    #list;
    add(offset, bytes) {
        if (bytes.length === 0)
            return;
        if (offset !== this.#next)
            this.#begin(offset);
        this.#run.update(bytes);
        this.#next += bytes.length;
        this.bytes += bytes.length;
    }
    /** No more comes. */
    end() {
        const { bytes } = this;
        if (!this.#list && this.#start === 0)
            return { bytes, sha256: this.#run.digest('hex'), whole: true };
        this.#close();
        return { bytes, sha256: this.#list?.digest('hex') ?? '', whole: false };
    }
    #begin(offset) {
        if (this.#next > this.#start)
            this.#close();
        this.#start = offset;
        this.#next = offset;
    }
    #close() {
        this.#list ??= (0,external_node_crypto_.createHash)('sha256');
        const entry = Buffer.alloc(16);
        entry.writeBigUInt64BE(BigInt(this.#start));
        entry.writeBigUInt64BE(BigInt(this.#next - this.#start), 8);
        this.#list.update(entry).update(this.#run.digest());
        this.#run = (0,external_node_crypto_.createHash)('sha256');
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/files.js


/** As OpenSSH's server has it at most. */
const files_MOST = 1024;
class Files {
    #gate;
    #now;
    #open = new Map();
    /** Closed by the client, and not by the target yet. */
    #closing = new Set();
    /** Asked for. */
    #coming = 0;
    constructor(gate, now) {
        this.#gate = gate;
        this.#now = now;
    }
    get full() {
        return this.#open.size + this.#coming >= files_MOST;
    }
    get idle() {
        return this.#open.size + this.#closing.size + this.#coming === 0;
    }
    get(handle) {
        return handle === undefined ? undefined : this.#open.get(handle);
    }
    asked() {
        this.#coming++;
    }
    refused() {
        this.#coming--;
    }
    opened(handle, file) {
        this.#coming--;
        if (this.#open.has(handle))
            throw new ProtocolError('a handle was given twice');
        this.#open.set(handle, file);
    }
    /** The client is done with it: its handle may come again. */
    closes(handle) {
        const file = this.#open.get(handle);
        this.#open.delete(handle);
        if (file)
            this.#closing.add(file);
    }
    closed(file) {
        if (this.#closing.delete(file))
            this.#tell(file);
    }
    /** The channel is over. */
    end() {
        for (const file of [...this.#open.values(), ...this.#closing]) {
            file.failed ??= LOST;
            this.#tell(file);
        }
        this.#open.clear();
        this.#closing.clear();
    }
    #tell({ statement, reads, writes, received, sent, since, failed: error }) {
        if (!statement)
            return;
        if (writes && (!reads || received.bytes > 0))
            this.#transfer(statement, 'in', received);
        if (reads && (!writes || sent.bytes > 0))
            this.#transfer(statement, 'out', sent);
        const ms = Math.round(this.#now() - since);
        const bytes = received.bytes + sent.bytes;
        this.#gate.result(statement, { tag: error ? '' : 'closed', rows: 0, bytes, ms, error });
    }
    #transfer(statement, direction, contents) {
        const { bytes, sha256, whole } = contents.end();
        if (!whole) {
            const verb = direction === 'in' ? 'written' : 'read';
            this.#gate.limit('transfer', `statement ${statement.id}: ${verb} in parts, so the digest is that of the list of its parts`);
        }
        this.#gate.transfer(statement, { direction, bytes, sha256 });
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/pending.js

/** More wait: OpenSSH's client has 64, others up to a few hundred. */
const pending_MOST = 1024;
class Outstanding {
    #pending = new Map();
    #room;
    #last = 0xffffffff;
    /** Settles when there is room; undefined when there is some. */
    room() {
        if (this.#pending.size < pending_MOST)
            return undefined;
        this.#room ??= Promise.withResolvers();
        return this.#room.promise;
    }
    /** Throws `ProtocolError` for a number that is in use. */
    add(pending) {
        this.check(pending.request.id);
        this.#pending.set(pending.request.id, pending);
    }
    check(id) {
        if (this.#pending.has(id))
            throw new ProtocolError('two requests have one number');
    }
    /** A number that is neither in use nor `reserved`. */
    free(reserved) {
        do
            this.#last = this.#last === 0 ? 0xffffffff : this.#last - 1;
        while (this.#pending.has(this.#last) || this.#last === reserved);
        return this.#last;
    }
    /** What this is the answer to. Throws `ProtocolError` when nobody asked. */
    take(id) {
        const pending = this.#pending.get(id);
        if (!pending)
            throw new ProtocolError('an answer came that nobody asked for');
        this.#pending.delete(id);
        this.#room?.resolve();
        this.#room = undefined;
        return pending;
    }
    /** The channel is over. */
    end() {
        const left = [...this.#pending.values()];
        this.#pending.clear();
        this.#room?.resolve();
        return left;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/upstream.js
// The target's side: what it answers is taken in, and passed on to the client.







/** Answers of ours that wait for the end of one of the target's. */
const MOST_OWN = 4096;
class Upstream {
    outstanding = new Outstanding();
    files;
    #sides;
    #packets = new Packets(PACKET.DATA);
    #toClient;
    /** Answers of ours while the data of another one is on its way. */
    #own = [];
    /** Where the data goes that comes now. */
    #reading;
    #version = false;
    #over = false;
    constructor(sides) {
        this.#sides = sides;
        this.files = new Files(sides.gate, sides.now);
        this.#toClient = new Outgoing(sides.toClient);
    }
    get over() {
        return this.#over;
    }
    /** Throws `ProtocolError`. */
    received(bytes) {
        this.#packets.push(bytes);
        for (let part = this.#packets.next(); part; part = this.#packets.next())
            this.#take(part);
        this.#toClient.flush();
    }
    /** An answer of ours. */
    answer(id, code, message) {
        const bytes = statusPacket(id, code, message);
        if (!this.#packets.within)
            this.#sides.toClient(bytes);
        else if (this.#own.push(bytes) > MOST_OWN)
            throw new ProtocolError('too much is asked for at once');
    }
    end() {
        if (this.#over)
            return;
        this.#over = true;
        for (const pending of this.outstanding.end()) {
            pending.own?.(undefined);
            if (pending.statement)
                this.#tell(pending, LOST);
        }
        this.files.end();
    }
    #take(part) {
        if (part.kind === 'data')
            this.#data(part);
        else if (part.type === PACKET.VERSION)
            this.#greeted(part.raw);
        else
            this.#answered(part);
    }
    #greeted(raw) {
        if (this.#version)
            throw new ProtocolError('the version was told twice');
        this.#version = true;
        this.#toClient.add(versionPacket(raw));
    }
    #answered({ type, raw, left }) {
        if (!this.#version)
            throw new ProtocolError('an answer came before the version');
        const pending = this.outstanding.take(new Reader(raw, 5).uint32());
        const { request, own } = pending;
        if (type !== PACKET.STATUS && type !== request.answer)
            throw new ProtocolError('an answer has a type that was not asked for');
        if (own)
            own({ type, raw });
        else
            this.#forward(pending, { type, raw }, left);
    }
    #forward(pending, answer, left) {
        if (answer.type === PACKET.DATA)
            this.#begin(pending, left);
        else
            this.#note(pending, answer);
        this.#toClient.add(answer.raw);
    }
    #begin({ request, file }, length) {
        const [offset = 0, asked = 0] = request.numbers;
        if (length > asked)
            throw new ProtocolError('more data came than was asked for');
        this.#reading = { file, offset };
    }
    #data({ raw, left }) {
        const reading = this.#reading;
        if (reading) {
            reading.file?.sent.add(reading.offset, raw);
            reading.offset += raw.length;
        }
        this.#toClient.add(raw);
        if (left === 0)
            for (const bytes of this.#own.splice(0))
                this.#toClient.add(bytes);
    }
    #note(pending, { type, raw }) {
        const { request, file, statement } = pending;
        const code = type === PACKET.STATUS ? codeOf(raw) : STATUS.OK;
        const failed = code === STATUS.OK ? undefined : failureOf(code);
        switch (request.name) {
            case 'open':
            case 'opendir':
                this.#opened(pending, type === PACKET.HANDLE ? handleOf(raw) : undefined, failed);
                return;
            case 'close':
                if (file && failed)
                    file.failed ??= failed;
                if (file)
                    this.files.closed(file);
                break;
            case 'write':
            case 'fsync':
                if (file && failed)
                    file.failed ??= failed;
                break;
            case 'read':
                if (file && failed && code !== STATUS.EOF)
                    file.failed ??= failed;
                break;
            default:
                if (statement)
                    this.#tell(pending, failed);
        }
        if (this.files.idle)
            this.#sides.gate.idle();
    }
    #opened(pending, handle, failed) {
        const { request, statement, spot, since } = pending;
        if (handle === undefined || !spot) {
            this.files.refused();
            if (statement)
                this.#tell(pending, failed ?? failureOf(STATUS.FAILURE));
            return;
        }
        const directory = request.name === 'opendir';
        const flags = directory ? OPEN.READ : (request.numbers[0] ?? 0);
        if (directory && statement)
            this.#tell(pending, undefined);
        this.files.opened(handle, {
            spot,
            since,
            attributes: request.attributes ?? {},
            statement: directory ? undefined : statement,
            reads: !directory && reads(flags),
            writes: !directory && writes(flags),
            received: new Contents(),
            sent: new Contents(),
        });
    }
    #tell({ statement, since }, error) {
        if (!statement)
            return;
        const ms = Math.round(this.#sides.now() - since);
        this.#sides.gate.result(statement, { tag: error ? '' : 'done', rows: 0, bytes: 0, ms, error });
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/sftp/index.js


function interpretSftp(sides) {
    const upstream = new Upstream(sides);
    const client = new Client(sides, upstream);
    return {
        client: (bytes) => client.received(bytes),
        upstream: (bytes) => upstream.received(bytes),
        clientEnded() { },
        closed: () => upstream.end(),
    };
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/opaque.js
// Bytes of a protocol that is not read: they pass as they are, and are counted.

function passBytes({ toClient, toUpstream, gate, command, terms, stop }) {
    const received = new Passed();
    const sent = new Passed();
    const limit = terms.limits.bytes ?? Number.POSITIVE_INFINITY;
    return {
        client(bytes) {
            received.add(bytes);
            toUpstream(bytes);
        },
        upstream(bytes) {
            sent.add(bytes);
            if (sent.bytes <= limit)
                toClient(bytes);
            else
                stop('bytes', `stopped after ${limit} bytes, as the policy allows`);
        },
        clientEnded() { },
        closed() {
            if (!command)
                return;
            if (received.bytes > 0)
                gate.transfer(command, { direction: 'in', ...received.end() });
            if (sent.bytes > 0)
                gate.transfer(command, { direction: 'out', ...sent.end() });
        },
    };
}
class Passed {
    bytes = 0;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    add(bytes) {
        this.bytes += bytes.length;
        this.#hash.update(bytes);
    }
    end() {
        return { bytes: this.bytes, sha256: this.#hash.digest('hex') };
    }
}

// EXTERNAL MODULE: ./lib/protocols/ssh/transfer/programs.js + 1 modules
var programs = __webpack_require__(36748);
;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/scp-answers.js
// What the receiver of scp says to each record: a NUL, or a line that says why not.

const scp_answers_LONGEST_LINE = 8 * 1024;
class Answers {
    #told;
    /** Length of a line that has begun. */
    #line = 0;
    constructor(told) {
        this.#told = told;
    }
    /** Throws `ProtocolError` for a line that is longer than there are any. */
    take(bytes) {
        for (const byte of bytes) {
            if (this.#line === 0 && byte === 0)
                this.#told(true);
            else if (byte === 0x0a) {
                this.#line = 0;
                this.#told(false);
            }
            else if (++this.#line > scp_answers_LONGEST_LINE)
                throw new ProtocolError('an answer of scp is too long');
        }
    }
}

// EXTERNAL MODULE: ./lib/shell/expand/marks.js
var marks = __webpack_require__(88457);
// EXTERNAL MODULE: ./lib/shell/paths.js
var paths = __webpack_require__(88906);
;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/scp-files.js
// What the records of scp name: files and directories, below the path of the command line.







const scp_files_MARKS = /[\ue000-\ue005]/;
/** Where the sender is in its tree. */
class Walk {
    #base;
    #single;
    #directories = [];
    constructor({ takes, directory, recursive, path }) {
        // Files that the host gives lie beside the path that was asked for, or are it.
        this.#base = takes ? path : scp_files_parent(path);
        this.#single = takes && !directory && !recursive;
    }
    /** Undefined for times, and for the end of a directory. Throws `ProtocolError`. */
    read(line) {
        const text = line.toString('latin1');
        if (/^T\d{1,20} \d{1,6} \d{1,20} \d{1,6}\n$/.test(text))
            return undefined;
        if (text === 'E\n') {
            this.#directories.pop();
            return undefined;
        }
        const [, kind, mode = '', size = '', raw = ''] = /^([CD])([0-7]{4}) (\d{1,16}) ([^/\0\n]+)\n$/.exec(text) ?? [];
        const bytes = Buffer.from(raw, 'latin1');
        const name = (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString() : raw;
        if (kind === undefined || name === '.' || name === '..')
            throw new ProtocolError('a record of scp is not well formed');
        return {
            kind: kind === 'C' ? 'file' : 'directory',
            path: [this.#base, ...this.#directories, name]
                .filter((part) => part !== '')
                .join('/')
                .replace('//', '/'),
            mode: Number.parseInt(mode, 8),
            size: kind === 'C' ? Number(size) : 0,
            open: this.#single || !(0,external_node_buffer_.isUtf8)(bytes),
        };
    }
    /** The receiver does not take what was entered last. */
    leave() {
        this.#directories.pop();
    }
    enter({ kind, path }) {
        if (kind === 'directory')
            this.#directories.push(path.slice(path.lastIndexOf('/') + 1));
    }
}
/** One file or directory as a statement. */
function judgedFile(file, { takes, preserves }, masked) {
    const verb = file.kind === 'directory' ? 'mkdir' : takes ? 'put' : 'get';
    const mode = takes ? `--mode=0${file.mode.toString(8)} ` : '';
    const text = `scp ${verb} ${mode}${quoted(file.path)}`;
    return { text, effects: takes ? taken(file, preserves) : given(file, masked) };
}
function taken({ kind, path, mode, open }, preserves) {
    const name = scp_files_nameOf(path);
    const place = scp_files_MARKS.test(path) ? 'unknown' : (0,places/* placeOf */.$t)(path, marks/* HOME */.yZ);
    const privileged = preserves ? isPrivileged(mode) : isCreatedPrivileged(mode);
    const permit = { action: 'permit', object: 'path', name, place, detail: 'setuid' };
    const permits = privileged ? [permit] : [];
    // The command line was judged by the path that it names.
    if (open && !['critical', 'startup', 'log', 'unknown'].includes(place))
        return permits;
    if (place === 'kernel')
        return [{ action: 'write', object: 'kernel', name }];
    if (place === 'device')
        return [{ action: 'write', object: 'disk', name }];
    const detail = kind === 'directory' ? { detail: 'directory' } : {};
    return [{ action: 'write', object: 'path', name, place, ...detail }, ...permits];
}
function given({ path }, masked) {
    const name = scp_files_nameOf(path);
    const secret = scp_files_MARKS.test(path) || (0,places/* isSecret */.$f)(path, marks/* HOME */.yZ);
    return [
        { action: secret ? 'expose' : 'read', object: secret ? 'secret' : 'path', name },
        ...(masked ? [{ action: 'copy-out', object: 'path', name }] : []),
    ];
}
const scp_files_nameOf = (path) => visible((0,paths/* told */.Ev)((0,paths/* absolute */.ys)(path, marks/* HOME */.yZ) ?? path));
const scp_files_parent = (path) => {
    const bare = path.replace(/\/+$/, '');
    const slash = bare.lastIndexOf('/');
    return slash < 0 ? '' : slash === 0 ? '/' : bare.slice(0, slash);
};

;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/scp.js







/** Of older scp: what is longer it reads as two. */
const scp_LONGEST_LINE = 2047;
const interpretScp = (transfer) => (sides) => {
    const copy = new Copy(transfer, sides);
    const send = (bytes) => copy.sent(bytes);
    const answer = (bytes) => copy.answered(bytes);
    return {
        client: transfer.takes ? send : answer,
        upstream: transfer.takes ? answer : send,
        clientEnded() { },
        closed: () => copy.end(),
    };
};
class Copy {
    #sides;
    #transfer;
    #walk;
    #masked;
    #answers = new Answers((well) => this.#acknowledged(well));
    /** The receiver speaks first. */
    #state = 'answer';
    #bytes = Buffer.alloc(0);
    #answered;
    #moving;
    /** A directory was announced, and not answered. */
    #entering = false;
    #total = 0;
    #over = false;
    constructor(transfer, sides) {
        this.#sides = sides;
        this.#transfer = transfer;
        this.#walk = new Walk(transfer);
        this.#masked = (0,downloads/* hidesValues */._)(sides.terms.masks);
    }
    sent(bytes) {
        this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
        return this.#takeAll();
    }
    /** Throws `ProtocolError` for an answer that is longer than there are any. */
    answered(bytes) {
        this.#toSender(bytes);
        this.#answers.take(bytes);
    }
    end() {
        if (this.#over)
            return;
        this.#over = true;
        this.#answered?.resolve();
        if (this.#moving)
            this.#moved(false);
    }
    #takeAll() {
        while (this.#bytes.length > 0 && !this.#over) {
            const waits = this.#step();
            if (waits === 'more')
                return;
            if (waits)
                return waits.then(() => this.#takeAll());
        }
    }
    #step() {
        switch (this.#state) {
            case 'answer':
                this.#answered ??= Promise.withResolvers();
                return this.#answered.promise;
            case 'content':
                return this.#content();
            case 'end':
                return this.#lineOr((line) => this.#ended(line));
            default:
                return this.#lineOr((line) => this.#record(line));
        }
    }
    /** The next line; an answer of the sender may be a NUL alone. */
    #lineOr(act) {
        const length = this.#state === 'end' && this.#bytes[0] === 0 ? 1 : this.#bytes.indexOf(0x0a) + 1;
        if (length === 0 || length > scp_LONGEST_LINE) {
            if (this.#bytes.length > scp_LONGEST_LINE)
                throw new ProtocolError('a record of scp is too long');
            return 'more';
        }
        const line = this.#bytes.subarray(0, length);
        this.#bytes = this.#bytes.subarray(length);
        return act(line);
    }
    #record(line) {
        const [first] = line;
        // An error that it tells, and that is not answered.
        if (first === 1 || first === 2)
            return this.#toReceiver(line);
        const found = this.#walk.read(line);
        if (found && !this.#needless(found))
            return this.#judge(found, line);
        this.#state = 'answer';
        if (found)
            this.#enter(found);
        return this.#toReceiver(line);
    }
    /** Of directories only what is made is judged. */
    #needless({ kind }) {
        return kind === 'directory' && !this.#transfer.takes;
    }
    async #judge(file, line) {
        const { gate, notice, signal, now } = this.#sides;
        const { text, effects } = judgedFile(file, this.#transfer, this.#masked);
        const analysis = { effects, relations: [], count: 1, changes: { schema: false, resolution: false } };
        const statement = this.#sides.statement(Buffer.from(text), analysis);
        const refused = await decide(gate, statement, { notice, signal });
        if (this.#over)
            return;
        if (refused) {
            const { message, detail, hint } = (0,refusal/* refusalOf */.O)(refused);
            const words = [message, detail, hint].filter((part) => part !== undefined).join('. ');
            const told = Buffer.from(`\x01sluice: ${words.replace(/\p{C}/gu, '?')}\n`);
            // The sender leaves this one out and goes on; a client that receives reads it as an error of the sender.
            this.#toSender(told);
            if (!this.#transfer.takes)
                this.#toReceiver(told);
            return;
        }
        gate.flush();
        this.#state = 'answer';
        this.#enter(file);
        this.#moving = {
            statement,
            since: now(),
            content: new Passed(),
            left: file.size,
            begun: false,
            failed: false,
        };
        if (file.kind === 'directory')
            this.#moved(true);
        this.#toReceiver(line);
    }
    #enter(file) {
        this.#entering = file.kind === 'directory';
        this.#walk.enter(file);
    }
    #content() {
        const moving = this.#moving;
        if (!moving)
            return;
        const bytes = this.#bytes.subarray(0, moving.left);
        this.#bytes = this.#bytes.subarray(bytes.length);
        moving.left -= bytes.length;
        moving.content.add(bytes);
        if (moving.left === 0)
            this.#state = 'end';
        this.#count(bytes);
        if (!this.#over)
            this.#toReceiver(bytes);
    }
    #count(bytes) {
        const { terms, stop } = this.#sides;
        const limit = terms.limits.bytes ?? Number.POSITIVE_INFINITY;
        if (!this.#transfer.takes)
            this.#total += bytes.length;
        if (this.#total > limit)
            stop('bytes', `stopped after ${limit} bytes, as the policy allows`);
    }
    /** What the sender says behind the content. */
    #ended(line) {
        if (line[0] !== 0 && this.#moving)
            this.#moving.failed = true;
        this.#state = 'answer';
        this.#toReceiver(line);
    }
    #acknowledged(well) {
        // It may tell an error at any time, and the sender stops then.
        if (this.#state !== 'answer')
            return;
        const moving = this.#moving;
        if (this.#entering && !well)
            this.#walk.leave();
        this.#entering = false;
        if (!moving)
            this.#state = 'record';
        else if (!well || moving.begun) {
            this.#moved(well && !moving.failed);
            this.#state = 'record';
        }
        else {
            moving.begun = true;
            this.#state = moving.left === 0 ? 'end' : 'content';
        }
        this.#answered?.resolve();
        this.#answered = undefined;
    }
    #moved(well) {
        const moving = this.#moving;
        this.#moving = undefined;
        if (!moving)
            return;
        const { gate, now } = this.#sides;
        const { statement, content, since, begun } = moving;
        const ms = Math.round(now() - since);
        const error = well ? undefined : { sqlstate: '58030', message: 'it was not moved as a whole' };
        if (begun) {
            const direction = this.#transfer.takes ? 'in' : 'out';
            gate.transfer(statement, { direction, ...content.end() });
        }
        gate.result(statement, { tag: error ? '' : 'done', rows: 0, bytes: content.bytes, ms, error });
        gate.idle();
    }
    #toSender(bytes) {
        if (this.#transfer.takes)
            this.#sides.toClient(bytes);
        else
            this.#sides.toUpstream(bytes);
    }
    #toReceiver(bytes) {
        if (this.#transfer.takes)
            this.#sides.toUpstream(bytes);
        else
            this.#sides.toClient(bytes);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/index.js




function interpreterOf(kind, text) {
    if (kind === 'subsystem')
        return text === 'sftp' ? interpretSftp : undefined;
    const transfer = kind === 'exec' ? (0,programs/* transferOf */.N)(text) : undefined;
    if (!transfer)
        return undefined;
    if (transfer.program === 'sftp')
        return interpretSftp;
    return transfer.program === 'scp' ? interpretScp(transfer) : passBytes;
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/public-key.js
// Login by public key or OpenSSH certificate, signed at once: ssh2 1.17 asks first, and cannot present certificates.
//   byte 50, string user, string "ssh-connection", string "publickey", true, string algorithm, string key or certificate,
//   string signature (string algorithm, string blob) over string session id and all before it (RFC 4252, 7)





const CERTIFICATE = '-cert-v01@openssh.com';
/** Throws `SluiceError` CREDENTIAL_FAILED for what is no key, or no certificate of it. */
function signerOf({ privateKey, certificate }) {
    const key = readKey(privateKey.reveal());
    const { type, blob } = publicHalf(key);
    const { hash, algorithm } = SIGNING[type];
    const signed = (data) => Buffer.concat([encode(algorithm), encode(rawSignature(hash, data, key, type))]);
    if (certificate === undefined)
        return { algorithm, blob, validBefore: undefined, sign: signed };
    const parsed = parseCertificate(certificate, blob, type);
    return { algorithm: algorithm + CERTIFICATE, ...parsed, sign: signed };
}
function readKey(pem) {
    try {
        if (!pem.includes('BEGIN OPENSSH PRIVATE KEY'))
            return (0,external_node_crypto_.createPrivateKey)(pem);
        const parsed = lib.utils.parseKey(pem);
        if (!(parsed instanceof Error) && parsed.isPrivateKey())
            return (0,external_node_crypto_.createPrivateKey)(parsed.getPrivatePEM());
    }
    catch {
        // Said below, without what was read.
    }
    throw invalid('the private key cannot be read', 'Give it in PEM, without a passphrase.');
}
function publicHalf(key) {
    const jwk = key.export({ format: 'jwk' });
    const bytes = (name) => Buffer.from(jwk[name] ?? '', 'base64url');
    const curve = CURVES[jwk.crv ?? ''];
    if (jwk.crv === 'Ed25519')
        return { type: 'ssh-ed25519', blob: public_key_fields('ssh-ed25519', bytes('x')) };
    if (jwk.kty === 'RSA')
        return {
            type: 'ssh-rsa',
            blob: Buffer.concat([encode('ssh-rsa'), mpint(bytes('e')), mpint(bytes('n'))]),
        };
    if (!curve)
        throw invalid('its type of key is not supported', 'Use an Ed25519 key.');
    const type = `ecdsa-sha2-${curve}`;
    const point = Buffer.concat([Buffer.of(4), bytes('x'), bytes('y')]);
    return { type, blob: public_key_fields(type, curve, point) };
}
const CURVES = {
    'P-256': 'nistp256',
    'P-384': 'nistp384',
    'P-521': 'nistp521',
};
const public_key_fields = (...values) => Buffer.concat(values.map(encode));
/** Makes ssh2 log in with this key: called before its login begins. */
function presentKey(transport, link, signer) {
    transport.authPK = (user) => {
        const { algorithm, blob } = signer;
        const request = frames_frame(MESSAGE.USERAUTH_REQUEST, user, 'ssh-connection', 'publickey', true, algorithm, blob);
        const signature = signer.sign(Buffer.concat([encode(link.sessionId), request]));
        transport._authsQueue.push('publickey');
        sendMessage(transport, Buffer.concat([request, encode(signature)]));
    };
}
/** Hash and signature algorithm by type of key. */
const SIGNING = {
    'ssh-ed25519': { hash: null, algorithm: 'ssh-ed25519' },
    'ecdsa-sha2-nistp256': { hash: 'sha256', algorithm: 'ecdsa-sha2-nistp256' },
    'ecdsa-sha2-nistp384': { hash: 'sha384', algorithm: 'ecdsa-sha2-nistp384' },
    'ecdsa-sha2-nistp521': { hash: 'sha512', algorithm: 'ecdsa-sha2-nistp521' },
    'ssh-rsa': { hash: 'sha512', algorithm: 'rsa-sha2-512' },
};
function rawSignature(hash, data, key, type) {
    if (!type.startsWith('ecdsa-'))
        return (0,external_node_crypto_.sign)(hash, data, key);
    const both = (0,external_node_crypto_.sign)(hash, data, { key, dsaEncoding: 'ieee-p1363' });
    const half = both.length / 2;
    return Buffer.concat([mpint(both.subarray(0, half)), mpint(both.subarray(half))]);
}
/** A positive number: no zeros in front but the one that keeps it positive. */
function mpint(bytes) {
    let at = 0;
    while (at < bytes.length - 1 && bytes[at] === 0)
        at++;
    const digits = bytes.subarray(at);
    return encode((digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits);
}
/** PROTOCOL.certkeys: type, nonce, the key's own fields, serial, kind, id, principals, valid after, valid before, … */
function parseCertificate(line, key, type) {
    const hint = 'Give the line of the -cert.pub file that belongs to the private key.';
    const blob = Buffer.from(line.trim().split(/\s+/)[1] ?? '', 'base64');
    try {
        const reader = new Reader(blob);
        const own = new Reader(key);
        own.string();
        if (reader.name() !== type + CERTIFICATE)
            throw invalid('the certificate is for another kind of key', hint);
        reader.string();
        for (let left = own.rest(); left.length > 0; left = own.rest())
            if (!reader.string().equals(own.string()))
                throw invalid('the certificate is for another key', hint);
        reader.uint32();
        reader.uint32();
        reader.uint32();
        reader.string();
        reader.string();
        reader.uint32();
        reader.uint32();
        const seconds = reader.uint32() * 2 ** 32 + reader.uint32();
        return { blob, validBefore: seconds * 1000 };
    }
    catch (error) {
        if (error instanceof errors/* SluiceError */.ah)
            throw error;
        throw invalid('the certificate cannot be read', hint);
    }
}
const invalid = (what, hint) => new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `The SSH credential cannot be used: ${what}`, { hint });

;// CONCATENATED MODULE: ./lib/protocols/ssh/upstream-login.js







/** Dials, checks the host key and logs in. Throws `SluiceError`. */
async function upstreamLogin(options) {
    const { terms } = options;
    const signer = 'privateKey' in terms.credential ? signerOf(terms.credential) : undefined;
    const started = Date.now();
    const socket = await within(options.timeout, options.dial(), terms);
    socket.on('error', () => { });
    try {
        return await logIn(socket, options, signer, Math.max(1, options.timeout - (Date.now() - started)));
    }
    catch (error) {
        socket.destroy();
        throw error;
    }
}
async function within(ms, dialled, terms) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(unreachable(terms, `did not answer within ${seconds(ms)} s`)), ms);
    });
    try {
        return await Promise.race([dialled, late]);
    }
    catch (error) {
        dialled.then((socket) => socket.destroy()).catch(() => { });
        if (error instanceof errors/* SluiceError */.ah)
            throw error;
        const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw unreachable(terms, `cannot be reached${code}`);
    }
    finally {
        clearTimeout(timer);
    }
}
function logIn(socket, options, signer, timeout) {
    const { terms, hostKeys, keepalive, standIn } = options;
    const { credential } = terms;
    const client = new lib.Client();
    return new Promise((resolve, reject) => {
        let wrongKey;
        let cipher = '';
        client.on('handshake', (negotiated) => {
            cipher = negotiated.cs.cipher;
        });
        client.on('error', (error) => reject(wrongKey ?? failure(error, terms, signer)));
        client.once('close', () => reject(wrongKey ?? refused(terms, 'closed the connection before the login')));
        client.once('ready', () => {
            link.loggedIn();
            resolve({ link, cipher });
        });
        client.connect({
            sock: socket,
            username: credential.user,
            ident: 'Sluice',
            readyTimeout: timeout,
            keepaliveInterval: keepalive,
            keepaliveCountMax: 3,
            algorithms: { ...algorithms(), serverHostKey: signatures(hostKeys) },
            hostVerifier: (shown) => {
                if (hostKeys.some(({ blob }) => sameKey(blob, shown)))
                    return true;
                wrongKey = mismatch(terms, hostKeys, shown);
                return false;
            },
            authHandler: attempts(terms),
            ...('privateKey' in credential
                ? { privateKey: standIn.reveal() }
                : { password: credential.password.reveal(), tryKeyboard: true }),
        });
        const link = new Link(client, socket);
        if (signer)
            presentKey(transportOf(client), link, signer);
        if (!('privateKey' in credential))
            answerPrompts(client, credential.password.reveal());
    });
}
const signatures = (keys) => signaturesOf(keys);
/** One attempt; a password may be asked for in two ways, and is given in one of them. */
function attempts({ credential }) {
    let tried = 0;
    return (left) => {
        tried++;
        if ('privateKey' in credential)
            return tried === 1 ? 'publickey' : false;
        if (tried === 1)
            return 'password';
        const asks = tried === 2 && left?.includes('keyboard-interactive') && !left.includes('password');
        return asks ? 'keyboard-interactive' : false;
    };
}
/** Only a question for one secret is answered with it. */
function answerPrompts(client, password) {
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) => {
        const [prompt] = prompts;
        finish(prompts.length === 1 && prompt?.echo === false ? [password] : prompts.map(() => ''));
    });
}
function failure(error, terms, signer) {
    const level = 'level' in error ? error.level : undefined;
    if (level === 'client-authentication')
        return denied(terms, signer);
    if (level === 'client-timeout')
        return unreachable(terms, 'did not finish the login in time');
    if (level === 'client-socket')
        return unreachable(terms, 'broke the connection off');
    if (/no matching/i.test(error.message))
        return refused(terms, 'has no key, cipher or key exchange in common with what is allowed', 'Check that `host_keys` holds a key of the types that the target has; SHA-1, CBC and ssh-rsa signatures are not used.');
    return refused(terms, 'broke its protocol during the login');
}
function denied(terms, signer) {
    const { user } = terms.credential;
    const expired = signer?.validBefore !== undefined && signer.validBefore < Date.now();
    if (expired)
        return refused(terms, `refused the login of ${user}: the certificate expired at ${new Date(signer.validBefore ?? 0).toISOString()}`, 'Start the session again.');
    const hint = signer
        ? signer.validBefore === undefined
            ? 'Check that the target has the public key in the authorized_keys of this user.'
            : 'Check that the target trusts the authority (TrustedUserCAKeys), that the user is a principal, that runners come from source_address, and that nothing is revoked: the log of sshd there says which.'
        : 'Check user and password, and that the target allows logins by password.';
    return refused(terms, `refused the login of ${user}`, hint);
}
function mismatch(terms, expected, shown) {
    const known = expected.map(({ blob }) => fingerprint(blob)).join(' or ');
    return refused(terms, `shows the host key ${fingerprint(shown)}, expected is ${known}`, 'Either somebody is in between, or the host has new keys: then put them into `host_keys`.');
}
const address = ({ host, port }) => `${host}:${port}`;
const seconds = (ms) => Math.round(ms / 1000);
function unreachable(terms, what) {
    return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `Target ${terms.name} (${address(terms)}) ${what}`, {
        hint: 'Check the address in sluice.yml, and that this machine may reach it.',
    });
}
function refused(terms, what, hint) {
    const message = `Target ${terms.name} (${address(terms)}) ${what}`;
    return new errors/* SluiceError */.ah('UPSTREAM_REFUSED', message, hint === undefined ? {} : { hint });
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/index.js










const UPSTREAM_LOGIN_MS = 15_000;
const KEEPALIVE_MS = 30_000;
/** A job’s next command comes soon, or is not worth a login. */
const KEEP_AHEAD_MS = 20_000;
const ssh = createSsh({ analyse: commands/* commandAnalyser */.V, interpreter: interpreterOf });
function createSsh(parts) {
    return { name: 'ssh', defaultPort: 22, open: (options) => ssh_open(options, parts) };
}
function ssh_open(options, { analyse, interpreter }) {
    const { terms, dial, local, masking } = options;
    const ssh = sshOf(terms);
    const hostKeys = ssh.hostKeys.map(parseHostKey);
    const identity = createIdentity();
    const times = { timeout: UPSTREAM_LOGIN_MS, keepalive: KEEPALIVE_MS };
    const login = () => upstreamLogin({ terms, hostKeys, dial, standIn: identity.clientKey, ...times });
    const ahead = new Ahead(login, KEEP_AHEAD_MS);
    const { detect, patterns = [] } = terms.masks;
    const masks = detect.length > 0 || patterns.length > 0;
    const shared = {
        terms,
        ssh,
        identity,
        users: [...new Set([local.user, terms.credential.user])],
        analyse: analyse(options),
        scrubber: () => (masks ? (0,lib_masking/* scrubOutput */.j1)(terms.masks) : undefined),
        budget: { characters: KEPT_TOGETHER },
        interpreter,
        login: () => ahead.take(),
        now: () => performance.now(),
    };
    return {
        masking,
        identity: { hostKey: identity.hostKey, clientKey: identity.clientKey },
        serve: (client, gate) => serve(client, gate, shared),
        async check() {
            const { link } = await login();
            link.disconnect('');
            link.socket.end();
        },
        close: () => ahead.close(),
    };
}
function sshOf({ name, ssh }) {
    if (ssh && ssh.hostKeys.length > 0)
        return ssh;
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `Target ${name} has no host keys`, {
        hint: 'Put its public host keys into `host_keys`, as ssh-keyscan prints them.',
    });
}


/***/ })

};
