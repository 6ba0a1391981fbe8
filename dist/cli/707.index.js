export const id = 707;
export const ids = [707];
export const modules = {

/***/ 97822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mr: () => (/* binding */ verifyAs),
/* harmony export */   NR: () => (/* binding */ signingKey),
/* harmony export */   Oc: () => (/* reexport safe */ _format_js__WEBPACK_IMPORTED_MODULE_1__.Oc),
/* harmony export */   T9: () => (/* binding */ genesis),
/* harmony export */   Xy: () => (/* binding */ headAfter),
/* harmony export */   gN: () => (/* binding */ sealHash),
/* harmony export */   iU: () => (/* binding */ signAs),
/* harmony export */   jE: () => (/* binding */ publicKey),
/* harmony export */   kr: () => (/* binding */ chunkLine),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tm: () => (/* binding */ receiptLine)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3085);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32916);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61277);





// What is hashed and signed, in Node. Shared by the recorder, the server and `sluice verify`; see README.md.
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', data, 'hex');
}
/** `prev` of the first chunk. */
function genesis(sid) {
    return sha256(_format_js__WEBPACK_IMPORTED_MODULE_1__/* .GENESIS */ .hw + sid);
}
/** The chain's head after this chunk. */
function headAfter(header) {
    return sha256(_format_js__WEBPACK_IMPORTED_MODULE_1__/* .DOMAINS */ .si.chunk + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)(header));
}
function sealHash(seal) {
    return sha256(_format_js__WEBPACK_IMPORTED_MODULE_1__/* .DOMAINS */ .si.seal + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)(seal));
}
/** Ed25519 signature over domain and canonical JSON, base64url. */
function signAs(domain, value, key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.from(_format_js__WEBPACK_IMPORTED_MODULE_1__/* .DOMAINS */ .si[domain] + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)(value)), key).toString('base64url');
}
/** False for anything that is not exactly one signature in base64url: no second spelling verifies. */
function verifyAs(domain, value, signature, key) {
    if (!(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .isBase64url */ .TY)(signature, 64))
        return false;
    const signed = Buffer.from(_format_js__WEBPACK_IMPORTED_MODULE_1__/* .DOMAINS */ .si[domain] + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)(value));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, signed, key, Buffer.from(signature, 'base64url'));
}
/** Ed25519 public key from a JWK's `x`; undefined when it is not one. */
function publicKey(x) {
    if (!(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .isBase64url */ .TY)(x, 32))
        return undefined;
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    }
    catch {
        return undefined;
    }
}
/** A signing key and its public part (JWK `x`). Throws `TypeError` when the JWK is not a private Ed25519 key. */
function signingKey(jwk) {
    if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d || !jwk.x)
        throw new TypeError('the key is not a private Ed25519 JWK');
    const { kty, crv, d, x } = jwk;
    return { key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: { kty, crv, d, x }, format: 'jwk' }), x };
}
/** A line of `chunks.jsonl`, without the line feed. */
function chunkLine(header, key, signature, body) {
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)({ header, key, marks: (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lineMarks */ .nI)(body), signature });
}
/** A line of `receipts.jsonl`, without the line feed. */
function receiptLine(receipt, key, signature) {
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)({ key, receipt, signature });
}


/***/ }),

/***/ 12572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ checkRecord)
});

// EXTERNAL MODULE: ./lib/recording/format.js
var format = __webpack_require__(32916);
// EXTERNAL MODULE: ./lib/recording/reading.js
var reading = __webpack_require__(98055);
// EXTERNAL MODULE: ./lib/recording/shapes.js
var shapes = __webpack_require__(66705);
// EXTERNAL MODULE: ./lib/recording/marks.js
var recording_marks = __webpack_require__(61277);
;// CONCATENATED MODULE: ./lib/recording/differences.js
// What happened to the lines of `session.jsonl`, told from the marks in `chunks.jsonl`.


/** More lines than this were not added by somebody who wants to know where. */
const MOST_ADDED = 100_000;
/**
 * The stretch where the lines differ from what the marks say; undefined when every line fits its mark, or too many were added. Lines behind
 * the last chunk have no mark: the record is compared without as many and with them, and the shorter stretch is it.
 */
function compareLines(session, expected) {
    const lines = [];
    for (const line of (0,reading/* linesOf */.Dx)(session)) {
        lines.push(line);
        if (lines.length > MOST_ADDED + expected.length)
            return undefined;
    }
    const marks = (0,recording_marks/* markLines */.T_)(session);
    const found = compare(lines, marks.slice(0, expected.length), expected, session.length);
    const whole = compare(lines, marks, expected, session.length);
    return found && whole && whole.count < found.count ? whole : found;
}
function compare(lines, actual, expected, size) {
    let first = 0;
    while (first < expected.length && first < actual.length && expected[first] === actual[first])
        first++;
    if (first === expected.length && first === actual.length)
        return undefined;
    let last = 0;
    const most = Math.min(expected.length, actual.length) - first;
    while (last < most && expected[expected.length - 1 - last] === actual[actual.length - 1 - last])
        last++;
    const was = expected.slice(first, expected.length - last);
    const is = actual.slice(first, actual.length - last);
    const at = { line: first + 1, offset: lines[first]?.start ?? size };
    if (was.length === 0)
        return { kind: 'inserted', ...at, count: is.length };
    if (is.length === 0)
        return { kind: last === 0 ? 'cut' : 'removed', ...at, count: was.length };
    const torn = lines[actual.length - 1]?.complete === false && is.length === 1 && last === 0 && was.length > 0;
    if (torn)
        return { kind: 'cut', ...at, count: was.length };
    if (sameItems(was, is))
        return { kind: 'reordered', ...at, count: is.length };
    return { kind: 'changed', ...at, count: Math.max(was.length, is.length) };
}
function sameItems(one, other) {
    if (one.length !== other.length)
        return false;
    const sorted = [...one].sort((a, b) => a - b);
    return [...other].sort((a, b) => a - b).every((item, index) => item === sorted[index]);
}

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/recording/checks/need.js
// The checks are generators: where they need cryptography they ask for it, and go on with the answer. Node answers at once,
// a browser later, and both run the same checks.


function* sha256(hash) {
    return String(yield { hash });
}
function* verified(domain, value, signature, key) {
    return (yield { domain, value, signature, key }) === true;
}
/** `prev` of the first chunk. */
function genesis(sid) {
    return sha256(format/* GENESIS */.hw + sid);
}
/** The chain's head after this chunk. */
function headAfter(header) {
    return sha256(format/* DOMAINS */.si.chunk + (0,json/* canonical */.$)(header));
}
function sealHash(seal) {
    return sha256(format/* DOMAINS */.si.seal + (0,json/* canonical */.$)(seal));
}

;// CONCATENATED MODULE: ./lib/recording/checks/problem.js

const MOST = 50;
function createFindings() {
    const problems = [];
    return {
        problems,
        full: () => problems.length >= MOST,
        report(kind, file, message, at = {}) {
            if (problems.length < MOST)
                problems.push({ kind, file, message, ...at });
        },
    };
}
/** The key (JWK `x`), or undefined when it is none. */
function keyOf(x, whose, file, { report }) {
    if (x !== undefined && (0,format/* isBase64url */.TY)(x, 32))
        return x;
    report('key', file, `${whose} is missing or not an Ed25519 key`);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/recording/checks/chunks.js





function* checkChunks(session, chunks, { sid, key }, findings) {
    const headers = [];
    const heads = [yield* genesis(sid)];
    const verifier = chunks.length > 0 ? keyOf(key, 'the session’s key', format/* FILES */.cn.chunks, findings) : undefined;
    let bytes = 0;
    let differs = false;
    for (const [index, chunk] of chunks.entries()) {
        const { header, key: own, marks, signature } = chunk;
        const at = { line: index + 1, offset: bytes };
        // No session makes a longer one, and its line marks would need much memory.
        if (header.len > format/* MAX_LINE_BYTES */.Oc) {
            findings.report('chain', format/* FILES */.cn.chunks, `chunk ${index} is longer than a chunk can be`, at);
            break;
        }
        const continues = header.seq === index && header.off === bytes && header.prev === heads[index];
        if (header.sid !== sid || own !== key || !continues) {
            findings.report('chain', format/* FILES */.cn.chunks, brokenChain(chunk, index, sid, key), at);
            break;
        }
        if (!verifier || !(yield* verified('chunk', header, signature, verifier))) {
            findings.report('signature', format/* FILES */.cn.chunks, `the session’s signature of chunk ${index} does not verify`, at);
            break;
        }
        headers.push(header);
        heads.push(yield* headAfter(header));
        bytes += header.len;
        const body = session.subarray(header.off, bytes);
        if (body.length === header.len && (yield* sha256(body)) === header.sha256) {
            if ((0,recording_marks/* lineMarks */.nI)(body) !== marks)
                findings.report('form', format/* FILES */.cn.chunks, `the line marks of chunk ${index} were changed`, at);
        }
        else if (!differs) {
            differs = true;
            reportDifference(session, chunks, header, findings);
        }
    }
    return { heads, headers, bytes, differs };
}
function brokenChain({ header, key: own }, index, sid, key) {
    if (header.sid !== sid)
        return `chunk ${index} is of another session`;
    if (own !== key)
        return `chunk ${index} is by another key`;
    if (header.seq === index)
        return `chunk ${index} does not continue the chain: something before it was changed`;
    const what = header.seq > index ? `chunk ${index} was cut or moved` : 'chunks were repeated or put in another order';
    return `chunk ${header.seq} stands where chunk ${index} belongs: ${what}`;
}
/** Says what was done to the lines. The marks are unsigned: they explain, and excuse nothing. */
function reportDifference(session, chunks, { seq, off, len }, { report }) {
    const expected = chunks.flatMap(({ marks }) => (0,recording_marks/* marksOf */.Ok)(marks));
    const found = compareLines(session, expected);
    if (!found || found.offset >= off + len) {
        const where = `chunk ${seq} (bytes ${off} to ${off + len - 1})`;
        report('changed', format/* FILES */.cn.session, `${where} is not what was signed`, { offset: off });
        return;
    }
    const { kind, line, offset, count } = found;
    const what = count === 1 ? 'this line was' : `${count} lines from here on were`;
    report(kind, format/* FILES */.cn.session, `${what} ${WORDS[kind]}`, { line, offset, event: line - 1 });
}
const WORDS = {
    changed: 'changed',
    cut: 'cut off',
    removed: 'removed',
    reordered: 'put in another order',
    inserted: 'inserted',
};

;// CONCATENATED MODULE: ./lib/recording/summary.js

function createSummary() {
    const draft = {
        targets: [],
        claims: {},
        connections: 0,
        statements: 0,
        refused: 0,
        held: 0,
        masked: 0,
    };
    return {
        add(event) {
            draft.from ??= event.t;
            draft.to = event.t;
            count(draft, event);
        },
        result: () => draft,
    };
}
function count(draft, event) {
    switch (event.type) {
        case 'session.start':
            if (typeof event.access === 'string')
                draft.access = event.access;
            if (Array.isArray(event.targets))
                draft.targets = event.targets.map(nameOf);
            if ((0,shapes/* isRecord */.u4)(event.claims))
                draft.claims = texts(event.claims);
            break;
        case 'connection.open':
            draft.connections++;
            break;
        case 'statement':
            draft.statements++;
            break;
        case 'denied':
            draft.refused++;
            break;
        case 'held':
            draft.held++;
            break;
        case 'result':
            if ((0,shapes/* isRecord */.u4)(event.masked))
                for (const cells of Object.values(event.masked))
                    draft.masked += number(cells);
            break;
        case 'session.end':
            if (typeof event.reason === 'string')
                draft.reason = event.reason;
    }
}
function nameOf(target) {
    return (0,shapes/* isRecord */.u4)(target) && typeof target.name === 'string' ? target.name : 'unnamed';
}
function texts(record) {
    return Object.fromEntries(Object.entries(record).filter((entry) => typeof entry[1] === 'string'));
}
function number(value) {
    return typeof value === 'number' ? value : 0;
}

;// CONCATENATED MODULE: ./lib/recording/checks/events.js



/** Lines that are read without a pause. */
const TOGETHER = 100;
/** Form, number and session of every event. */
function* checkEvents(session, sid, findings) {
    const summary = createSummary();
    const starts = [];
    let torn = false;
    for (const { index, start, end, complete } of (0,reading/* linesOf */.Dx)(session)) {
        starts.push(start);
        if (!complete) {
            torn = true;
            break;
        }
        if (findings.full())
            break;
        if (index % TOGETHER === 0)
            yield { pause: start };
        const at = { line: index + 1, offset: start, event: index };
        const event = (0,reading/* asEvent */.Rp)((0,reading/* parseCanonical */.Kf)(session.subarray(start, end - 1)));
        if (!event)
            findings.report('form', format/* FILES */.cn.session, 'the line is not an event in canonical JSON', at);
        else if (event.seq !== index)
            findings.report('order', format/* FILES */.cn.session, `event ${event.seq} stands where event ${index} belongs`, at);
        else if (event.type === 'session.start' && sid !== '' && event.session !== sid)
            findings.report('chain', format/* FILES */.cn.session, 'the event is of another session', at);
        else
            summary.add(event);
    }
    return { starts, torn, summary: summary.result() };
}

;// CONCATENATED MODULE: ./lib/recording/checks/receipts.js



/** How many chunks the server has acknowledged, from the first on. */
function* checkReceipts(receipts, { sid, heads, server }, findings) {
    if (receipts.length === 0)
        return 0;
    const { report } = findings;
    const key = keyOf(server, 'the server’s key', format/* FILES */.cn.receipts, findings);
    for (const [index, { key: own, receipt, signature }] of receipts.entries()) {
        const at = { line: index + 1 };
        if (own !== server)
            report('key', format/* FILES */.cn.receipts, `the receipt of chunk ${index} is by another server key`, at);
        else if (receipt.seq !== index)
            report('receipt', format/* FILES */.cn.receipts, `the receipt of chunk ${receipt.seq} stands where chunk ${index}’s belongs`, at);
        else if (receipt.sid !== sid || receipt.head !== heads[index + 1])
            report('receipt', format/* FILES */.cn.receipts, `the server acknowledged another chunk ${index} than the one here`, at);
        else if (!key || !(yield* verified('receipt', receipt, signature, key)))
            report('signature', format/* FILES */.cn.receipts, `the server’s receipt of chunk ${index} does not verify`, at);
        else
            continue;
        return index;
    }
    return receipts.length;
}

;// CONCATENATED MODULE: ./lib/recording/checks/seal.js





function readSeal(bytes, findings) {
    if (!bytes)
        return undefined;
    const value = bytes.at(-1) === 10 ? (0,reading/* parseCanonical */.Kf)(bytes.subarray(0, -1)) : undefined;
    if ((0,shapes/* isSealFile */.cW)(value))
        return value;
    findings.report('seal', format/* FILES */.cn.seal, 'it is not a seal: cut, changed, or of a newer version');
    return undefined;
}
/** True when the server has countersigned the seal. */
function* checkSeal(file, session, { chain, receipts, server }, findings) {
    const { report } = findings;
    yield* checkExtent(file, session, chain, findings);
    yield* checkSignature(file, findings);
    if (file.kept === 'local') {
        if (file.receipt || file.countersignature !== undefined || file.server_key !== undefined)
            report('seal', format/* FILES */.cn.seal, 'it says that it was kept locally, but holds a countersignature');
        return false;
    }
    if (receipts < file.seal.n)
        report('missing', format/* FILES */.cn.receipts, `the receipts from chunk ${receipts} to ${file.seal.n - 1} are missing`);
    return yield* checkCountersignature(file, server, findings);
}
function* checkExtent({ seal }, session, chain, { report }) {
    const n = chain.headers.length;
    if (seal.n !== n || seal.head !== chain.heads[n] || seal.bytes !== chain.bytes) {
        const holds = `${n} chunks with ${chain.bytes} bytes hold`;
        report('cut', format/* FILES */.cn.chunks, `the seal closes ${seal.n} chunks with ${seal.bytes} bytes, but ${holds}`);
    }
    if (chain.differs)
        return;
    if (session.length > seal.bytes)
        report('inserted', format/* FILES */.cn.session, 'something was added behind the seal', { offset: seal.bytes });
    else if ((yield* sha256(session)) !== seal.sha256)
        report('changed', format/* FILES */.cn.session, 'the file is not what was sealed');
}
/** Only the server closes a record without the session, and says `abandoned`. */
function* checkSignature({ seal, signature, key, kept }, findings) {
    if (signature === undefined) {
        if (kept !== 'server' || seal.reason !== 'abandoned')
            findings.report('signature', format/* FILES */.cn.seal, 'the session’s signature is missing');
        return;
    }
    const verifier = keyOf(key, 'the session’s key', format/* FILES */.cn.seal, findings);
    if (verifier && !(yield* verified('seal', seal, signature, verifier)))
        findings.report('signature', format/* FILES */.cn.seal, 'the session’s signature of the seal does not verify');
}
function* checkCountersignature(file, server, findings) {
    const { seal, receipt, countersignature, key, server_key } = file;
    if (!receipt || countersignature === undefined) {
        findings.report('seal', format/* FILES */.cn.seal, 'the server’s countersignature is missing');
        return false;
    }
    if (server_key !== server) {
        findings.report('key', format/* FILES */.cn.seal, 'the seal is countersigned by another server key');
        return false;
    }
    const verifier = keyOf(server, 'the server’s key', format/* FILES */.cn.seal, findings);
    const fits = receipt.sid === seal.sid && receipt.seal === (yield* sealHash(seal)) && receipt.key === key;
    if (fits && verifier && (yield* verified('sealed', receipt, countersignature, verifier)))
        return true;
    findings.report('signature', format/* FILES */.cn.seal, 'the server’s countersignature does not verify');
    return false;
}

;// CONCATENATED MODULE: ./lib/recording/checks/record.js
// All checks of a record, for Node and browsers alike.








/** With `serverKey` (JWK `x`) only what that key has signed counts as the server's. */
function* checkRecord(files, serverKey) {
    const findings = createFindings();
    const { session } = files;
    const seal = readSeal(files.seal, findings);
    const chunks = readLines(files.chunks, format/* FILES */.cn.chunks, shapes/* isChunkLine */.Ud, seal, findings);
    const receipts = readLines(files.receipts, format/* FILES */.cn.receipts, shapes/* isReceiptLine */.nT, seal, findings);
    const sid = seal?.seal.sid ?? chunks[0]?.header.sid ?? '';
    const key = seal?.key ?? chunks[0]?.key;
    const server = serverKey ?? seal?.server_key ?? receipts[0]?.key;
    if (!files.chunks && (files.seal || files.receipts))
        findings.report('missing', format/* FILES */.cn.chunks, 'the file is missing: nothing can be checked without it');
    const chain = yield* checkChunks(session, chunks, { sid, key }, findings);
    const events = yield* checkLines(session, sid, chain, findings);
    if (events.torn && files.seal && !chain.differs)
        findings.report('cut', format/* FILES */.cn.session, 'the last line is cut', { line: events.starts.length });
    const acknowledged = yield* checkReceipts(receipts, { sid, heads: chain.heads, server }, findings);
    const evidence = { chain, receipts: acknowledged, server };
    const countersigned = seal !== undefined && (yield* checkSeal(seal, session, evidence, findings));
    return {
        status: statusOf(findings, seal, countersigned),
        problems: findings.problems,
        ...(sid ? { session: sid } : {}),
        events: events.starts.length - (events.torn ? 1 : 0),
        bytes: session.length,
        signed: extent(chain, chain.headers.length, events),
        acknowledged: extent(chain, countersigned ? chain.headers.length : acknowledged, events),
        ...(seal ? { seal: describeSeal(seal) } : {}),
        keys: {
            ...(key === undefined ? {} : { session: key }),
            ...(server === undefined ? {} : { server }),
            pinned: serverKey !== undefined,
        },
        summary: events.summary,
    };
}
/** One change shows in every line behind it; once its place is known, the lines' own complaints say nothing more. */
function checkLines(session, sid, chain, findings) {
    return checkEvents(session, sid, chain.differs ? createFindings() : findings);
}
function readLines(bytes, file, is, seal, { report }) {
    const values = [];
    if (!bytes)
        return values;
    for (const { index, start, end, complete } of (0,reading/* linesOf */.Dx)(bytes)) {
        const value = complete ? (0,reading/* parseCanonical */.Kf)(bytes.subarray(start, end - 1)) : undefined;
        if (is(value))
            values.push(value);
        else {
            // A line without its line feed is what a killed process leaves.
            if (complete || seal)
                report('form', file, 'the line was cut or changed', { line: index + 1, offset: start });
            break;
        }
    }
    return values;
}
function statusOf({ problems }, seal, countersigned) {
    if (problems.length > 0)
        return 'broken';
    if (!seal)
        return 'incomplete';
    return countersigned ? 'intact' : 'local';
}
function extent({ headers }, chunks, { starts }) {
    const last = headers[chunks - 1];
    const bytes = last ? last.off + last.len : 0;
    return { chunks, events: starts.filter((start) => start < bytes).length, bytes };
}
function describeSeal({ seal, signature, receipt }) {
    const by = signature === undefined ? 'server' : 'session';
    return { reason: seal.reason, by, ...(receipt ? { t: receipt.t } : {}) };
}


/***/ }),

/***/ 23184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* reexport safe */ _format_js__WEBPACK_IMPORTED_MODULE_3__.cn)
/* harmony export */ });
/* unused harmony export openJournal */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32916);
// The record's files on the local disk. Every write is synchronous: what returned survives this process.





/** Opens a new record. Throws RECORD_FAILED when the directory cannot be used or already holds one. */
function openJournal(dir, write = (fd, data, offset) => writeSync(fd, data, offset)) {
    const fds = [];
    const guard = (what, act) => {
        try {
            return act();
        }
        catch (cause) {
            throw failure(dir, what, cause);
        }
    };
    const open = (name) => {
        const fd = openSync(join(dir, name), 'wx+', 0o600);
        fds.push(fd);
        return { fd, size: 0 };
    };
    const [session, chunks, receipts] = guard('be created', () => {
        mkdirSync(dir, { recursive: true, mode: 0o700 });
        return [open(FILES.session), open(FILES.chunks), open(FILES.receipts)];
    });
    const append = (file, data) => guard('be written', () => {
        try {
            for (let at = 0; at < data.length;)
                at += write(file.fd, data, at);
            file.size += data.length;
        }
        catch (cause) {
            takeBack(file.fd, file.size);
            throw cause;
        }
    });
    const read = (fd, off, len) => guard('be read', () => {
        const bytes = Buffer.alloc(len);
        for (let at = 0; at < len;) {
            const n = readSync(fd, bytes, at, len - at, off + at);
            if (n === 0)
                throw new Error('the file is shorter than what was written');
            at += n;
        }
        return bytes;
    });
    return {
        session: (lines) => append(session, lines),
        chunk: (line) => append(chunks, Buffer.from(`${line}\n`)),
        receipt: (line) => append(receipts, Buffer.from(`${line}\n`)),
        seal: (text) => guard('be sealed', () => writeFileSync(join(dir, FILES.seal), text, { flag: 'wx', mode: 0o600, flush: true })),
        read: (off, len) => read(session.fd, off, len),
        chunkLines: () => read(chunks.fd, 0, chunks.size).toString().split('\n').slice(0, -1),
        sync: () => guard('be synced', () => {
            for (const { fd } of [session, chunks, receipts])
                fdatasyncSync(fd);
        }),
        close: () => {
            for (const fd of fds.splice(0))
                closeQuietly(fd);
        },
    };
}
function takeBack(fd, size) {
    try {
        ftruncateSync(fd, size);
    }
    catch {
        // The first error says more; `verify` knows torn lines.
    }
}
function closeQuietly(fd) {
    try {
        closeSync(fd);
    }
    catch {
        // Everything that counts was written and synced before.
    }
}
function failure(dir, what, cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const hint = code === 'EEXIST'
        ? 'Each session needs a directory of its own: use an empty one'
        : 'Check that the disk has room and the directory is writable';
    return new SluiceError('RECORD_FAILED', `the session record in ${dir} could not ${what} (${code})`, {
        hint,
        cause,
    });
}


/***/ }),

/***/ 61277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ok: () => (/* binding */ marksOf),
/* harmony export */   T_: () => (/* binding */ markLines),
/* harmony export */   nI: () => (/* binding */ lineMarks)
/* harmony export */ });
// 32 bits for each line of `session.jsonl`. They are not signed: they tell a reader which line changed.
/**
 * A mark of every line, its line feed included: FNV-1a over words in two lanes, because it runs for every event and a
 * native call a line costs more.
 */
function markLines(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const marks = [];
    for (let at = 0; at < bytes.length;) {
        const newline = bytes.indexOf(10, at);
        const end = newline === -1 ? bytes.length : newline + 1;
        let one = FNV_START;
        let two = FNV_START;
        for (; at + 8 <= end; at += 8) {
            one = Math.imul(one ^ view.getInt32(at, true), FNV_PRIME);
            two = Math.imul(two ^ view.getInt32(at + 4, true), FNV_PRIME);
            // A product carries only upward; this brings it down again.
            one ^= one >>> 15;
            two ^= two >>> 15;
        }
        for (; at < end; at++)
            one = Math.imul(one ^ bytes[at], FNV_PRIME);
        marks.push((one ^ Math.imul(two, FNV_PRIME)) >>> 0);
    }
    return marks;
}
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** The marks of a chunk's lines, base64url. */
function lineMarks(body) {
    let bytes = '';
    for (const mark of markLines(body))
        bytes += String.fromCharCode(mark >>> 24, (mark >>> 16) & 255, (mark >>> 8) & 255, mark & 255);
    return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
/** Reads the marks of a line of `chunks.jsonl`; none when it is not base64url. */
function marksOf(text) {
    const marks = [];
    const bytes = decoded(text);
    for (let at = 0; at + 4 <= bytes.length; at += 4)
        marks.push(((bytes.charCodeAt(at) << 24) |
            (bytes.charCodeAt(at + 1) << 16) |
            (bytes.charCodeAt(at + 2) << 8) |
            bytes.charCodeAt(at + 3)) >>>
            0);
    return marks;
}
function decoded(text) {
    try {
        return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 53678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ problemInWords),
/* harmony export */   _5: () => (/* binding */ verdictInWords),
/* harmony export */   qS: () => (/* binding */ countsRows)
/* harmony export */ });
// What was found, in sentences for people.
function verdictInWords(verification) {
    const { status, events, acknowledged, signed, problems, seal } = verification;
    switch (status) {
        case 'intact':
            return seal?.by === 'server'
                ? `intact: ${events} events, sealed by the server because the session did not end it`
                : `intact: ${events} events, sealed and countersigned by the server`;
        case 'local':
            return `intact but not countersigned (kept locally): ${events} events, ${acknowledged.events} acknowledged by the server`;
        case 'incomplete':
            return `incomplete: unsealed, the ${acknowledged.events} acknowledged events are intact (${signed.events} signed by the session, ${events} in the file)`;
        default:
            return `does not hold: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
    }
}
/** Results of SQL count rows; those of commands and files (`exit 0`, `done`) do not. */
function countsRows({ tag, rows }) {
    return !(typeof tag === 'string' && /^[a-z]/.test(tag)) || (typeof rows === 'number' && rows > 0);
}
/** `changed: session.jsonl line 2, byte 517, event 1: this line was changed`. */
function problemInWords({ kind, file, line, offset, event, message }) {
    const place = [
        line === undefined ? undefined : `line ${line}`,
        offset === undefined ? undefined : `byte ${offset}`,
        event === undefined ? undefined : `event ${event}`,
    ].filter((part) => part !== undefined);
    return `${kind}: ${file}${place.length > 0 ? ` ${place.join(', ')}` : ''}: ${message}`;
}


/***/ })

};
