export const id = 876;
export const ids = [876];
export const modules = {

/***/ 90876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ policy_snapshot_command)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/credentials/reference.js
var reference = __webpack_require__(17399);
// EXTERNAL MODULE: ./lib/policy/config.js
var config = __webpack_require__(88662);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
    const finding = verdict.findings.find(({ verdict: kind }) => kind === verdict.kind) ?? verdict.findings[0];
    if (!finding)
        return { severity: 'ERROR', sqlstate: INSUFFICIENT_PRIVILEGE, message: 'refused by policy' };
    return {
        severity: 'ERROR',
        sqlstate: INSUFFICIENT_PRIVILEGE,
        message: `refused by policy: ${finding.reason}`,
        detail: `Rule ${finding.rule}: ${effectText(finding.effect)}.`,
        hint: finding.hint,
    };
}
/** `drop table public.users`, `drop column email of public.users`. */
function effectText(effect) {
    const what = effect.column === undefined
        ? [effect.object, effect.name]
        : [effect.object === 'column' ? 'column' : effect.object, effect.column, 'of', effect.name];
    const words = [effect.action, ...what].filter((word) => word !== undefined);
    const nested = effect.via?.length ? ` (inside ${effect.via.join(', ')})` : '';
    return words.join(' ') + nested;
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
            return hexed ? to.write(`\\x${masked.toString('hex')}`, at, 'latin1') : escaped(masked).copy(to, at);
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
function escaped(value) {
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

// EXTERNAL MODULE: ./lib/masking/catalogue.js
var masking_catalogue = __webpack_require__(20169);
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
const bytes_DIGIT = 1;
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
const bytes_ALNUM = bytes_DIGIT | UPPER | LOWER;
const WORD = bytes_ALNUM | UNDERSCORE;
/** base64url. */
const TOKEN = WORD | bytes_DASH;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte >= 0x80)
        return bytes_HIGH;
    const char = String.fromCharCode(byte);
    if (/[0-9]/.test(char))
        return bytes_DIGIT;
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



const STARS = Buffer.from('****');
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
    return kind === 'partial' && readable ? partialText(label) : fixedMask(label, STARS);
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

;// CONCATENATED MODULE: ./lib/masking/escapes.js
// What JSON and XML write in another way (`\u0040`, `&#64;`), undone: detectors look for what is meant.
const escapes_BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const HASH = 0x23;
const SLASH = 0x2f;
const U = 0x75;
const SEMICOLON = 0x3b;
/** `&#x10FFFF;` */
const LONGEST_REFERENCE = 10;
const CONTROLS = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };
/** Undefined when the cell `from[start, end)` holds nothing to undo, as nearly all do. */
function escapes_undone(kind, from, start, end) {
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
    if (kind !== 'xml' && found(escapes_BACKSLASH, U, SLASH))
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
        return escapes_reference(from, at, end);
    if (byte !== escapes_BACKSLASH || kind === 'xml')
        return PLAIN;
    let letter = at + 1;
    if (kind === 'nested')
        while (letter < end && from[letter] === escapes_BACKSLASH)
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
        return [letter - at, escapes_BACKSLASH];
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
        while (next < end && from[next] === escapes_BACKSLASH)
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
function escapes_reference(from, at, end) {
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
const QUOTE = 0x22;
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
            if (!stays && end - start > NOTHING.length) {
                const head = from[start] === 1 ? move(from, start, start + 1, to, at) : 0;
                return head + NOTHING.copy(to, at + head);
            }
            write += move(from, read, first, to, write);
            write += replace({ from: first, to: hit.to }, way, outside, to, write);
            read = hit.to;
        }
        return read === start ? -2 : write + move(from, read, end, to, write) - at;
    }
    return mask;
}
const NOTHING = Buffer.from('"****"');
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
        if (byte === QUOTE)
            inside = !inside;
        else if (byte === detected_BACKSLASH && inside)
            at++;
    }
    state.at = at;
    state.inside = inside;
    return inside;
}

;// CONCATENATED MODULE: ./lib/masking/hmac.js
// HMAC-SHA-256 (RFC 2104) for short values: `createHmac` costs 13 µs a value, two one-shot hashes under 1 µs.

const BLOCK = 64;
const LONGEST = 4096;
/** The HMAC of a value under `key` (32 bytes). The result is overwritten by the next call. */
function hmac_createDigest(key) {
    const inner = Buffer.alloc(BLOCK + LONGEST, 0x36);
    const outer = Buffer.alloc(BLOCK + 32, 0x5c);
    const secret = key.length > BLOCK ? createHash('sha256').update(key).digest() : key;
    for (let at = 0; at < secret.length; at++) {
        inner[at] ^= secret[at];
        outer[at] ^= secret[at];
    }
    const result = Buffer.alloc(32);
    return (value) => {
        if (value.length <= LONGEST) {
            inner.set(value, BLOCK);
            outer.write(hash('sha256', inner.subarray(0, BLOCK + value.length), 'hex'), BLOCK, 'hex');
        }
        else
            createHash('sha256').update(inner.subarray(0, BLOCK)).update(value).digest().copy(outer, BLOCK);
        result.write(hash('sha256', outer, 'hex'), 'hex');
        return result;
    };
}

;// CONCATENATED MODULE: ./lib/masking/patterns.js
// Users' own patterns over bytes: one compiled alternative of all, behind a gate of the words that each cannot do without.


/** Bytes of a value that are searched; what is behind them counts as a hit when a pattern may match there. */
const SEARCHED = (/* unused pure expression or super */ null && (64 * 1024));
/** Most bytes of a match; for streams. */
const patterns_LONGEST_MATCH = 1024;
/** Undefined when there are none. Throws `SluiceError` CONFIG_INVALID for one that cannot be used. */
function patterns_compilePatterns(patterns = []) {
    if (patterns.length === 0)
        return undefined;
    const all = patterns.map(({ name, pattern }) => {
        const compiled = compilePattern(pattern);
        if ('problem' in compiled)
            throw new SluiceError('CONFIG_INVALID', `the pattern “${name}” cannot be used: ${compiled.problem}`, {
                hint: compiled.cure,
            });
        return { name, compiled, word: Buffer.from(wordOf(pattern)) };
    });
    return (bytes, begin, end) => {
        const value = bytes.subarray(begin, end);
        const near = all.filter(({ word }) => word.length === 0 || value.includes(word));
        if (near.length === 0)
            return NONE;
        const found = near.flatMap((pattern) => hits(pattern, value, begin));
        return found.length < 2 ? found : apart(found);
    };
}
const NONE = (/* unused pure expression or super */ null && ([]));
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
const COLON = 0x3a;
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
    while (colon < userEnd && bytes[colon] !== COLON && bytes[colon] !== userinfo_AT && !STOPS.has(bytes[colon]))
        colon++;
    if (colon >= userEnd || bytes[colon] !== COLON)
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
        digit ||= bytes_is(bytes[at], bytes_DIGIT);
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
const awsAccessKey = prefixed('aws-access-key', 'AWS access key id', PREFIXES.map((prefix) => ({ prefix, body: UPPER | bytes_DIGIT, min: 16, max: 16, exact: true })), {
    match: [`«AKIA${'ABCD2345'.repeat(2)}»`, `id=«ASIA${'Z2Y3X4W5'.repeat(2)}»&`],
    ignore: ['AKIA', `AKIA${'ABCD2345'.repeat(3)}`, `AKIA${'abcd2345'.repeat(2)}`, 'MALAYSIA'],
});

;// CONCATENATED MODULE: ./lib/masking/detectors/azure-secret.js



const BASE64 = bytes_ALNUM | BASE64_EXTRA;
const azure_secret_CLIENT = TOKEN | bytes_DOT;
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
    if (bytes[at] !== TILDE || from < begin || !bytes_is(bytes[at - 2], bytes_DIGIT))
        return false;
    if (runEnd(bytes, from, at - 2, azure_secret_CLIENT) !== at - 2)
        return false;
    if (from > begin && bytes_is(bytes[from - 1], bytes_ALNUM))
        return false;
    let to = at + 1;
    while (to < end && to < at + 35 && (bytes_is(bytes[to], azure_secret_CLIENT) || bytes[to] === TILDE))
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
        from += escapeLength(bytes[from]);
    while (from < at && (bytes[from] & 0xc0) === 0x80)
        from++;
    return Math.min(from, at);
}
/** Bytes behind the backslash that belong to an escape of JSON (`n`, `u00e9`) and not to the address. */
function escapeLength(letter) {
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
        if (bytes_is(bytes[at], bytes_DIGIT | bytes_DASH) && !bytes_is(bytes[dot + 1], LOWER | UPPER))
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
        if (at >= end || !bytes_is(bytes[at], UPPER | bytes_DIGIT))
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
        if (from < begin || !bytes_is(bytes[from], UPPER) || !bytes_is(bytes[at + 1], bytes_DIGIT))
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
        if (at - 2 >= begin && bytes[at - 1] === payment_card_FULL_STOP && bytes_is(bytes[at - 2], bytes_DIGIT))
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
            if (!bytes_is(byte, bytes_DIGIT)) {
                if (digits === MOST || (byte !== 0x20 && byte !== 0x2d) || (separator !== -1 && byte !== separator))
                    break;
                if (next + 1 >= end || !bytes_is(bytes[next + 1], bytes_DIGIT))
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
            if (bytes_is(after, bytes_ALNUM) || (after === payment_card_FULL_STOP && next + 2 < end && bytes_is(bytes[next + 2], bytes_DIGIT)))
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
        if (!bytes_is(bytes[at + 1], bytes_DIGIT) || bytes[at + 1] === phone_ZERO)
            return false;
        if (at > begin && (bytes_is(bytes[at - 1], bytes_ALNUM) || bytes[at - 1] === PLUS))
            return false;
        let digits = 0;
        let to = at + 1;
        let separators = 0;
        for (let next = at + 1; next < end && next < at + 46; next++) {
            if (bytes_is(bytes[next], bytes_DIGIT)) {
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
    while (at < limit && (bytes_is(bytes[at], UPPER | bytes_DIGIT) || bytes[at] === 0x20))
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
    while (close < limit && (bytes_is(bytes[close], UPPER | bytes_DIGIT) || bytes[close] === 0x20))
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
        if (runEnd(bytes, at, at + 3, bytes_DIGIT) !== at + 3 || runEnd(bytes, at + 4, at + 6, bytes_DIGIT) !== at + 6)
            return false;
        if (runEnd(bytes, at + 7, to, bytes_DIGIT) !== to)
            return false;
        if (at - 1 >= begin && bytes[at - 1] === us_ssn_HYPHEN)
            return false;
        if (to < end && (bytes_is(bytes[to], bytes_ALNUM) || (bytes[to] === us_ssn_HYPHEN && bytes_is(bytes[to + 1], bytes_DIGIT))))
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
const detectors_DETECTORS = {
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
    const detectors = DETECTOR_IDS.filter((id) => ids.includes(id)).map((id) => DETECTORS[id]);
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
    return !is(byte, DIGIT) && !/[A-Za-z]/.test(String.fromCharCode(byte));
}

;// CONCATENATED MODULE: ./lib/masking/text.js
// Masks over values that stand alone: a field of COPY, a message, the output of a command.

const text_STARS = Buffer.from('****');
/** The masked value; null for SQL NULL; the same buffer when nothing changes. */
function maskText(mask, value) {
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
/** Enough for the END line of a key: until so much follows, a value that spans lines may still go on. */
const UNDECIDED = 64;
/** Masks a stream: values that are split across chunks are found, also keys that span lines. */
function text_createScrubber(scanner) {
    const scan = createScan();
    let held = Buffer.alloc(0);
    // Bytes of `held` that were shown already: detectors look at them, nothing else.
    let shown = 0;
    const drain = (last) => {
        let cut = last ? held.length : Math.max(shown, lineEnd(held), held.length - scanner.reach);
        if (cut === shown)
            return Buffer.alloc(0);
        Object.assign(scan, { bytes: held, begin: 0, floor: shown, end: held.length, fresh: true });
        const parts = [];
        let read = shown;
        while (scanner.next(scan) !== undefined && scan.from < cut) {
            const open = scan.to >= cut && held.length - scan.to < UNDECIDED && held.length - scan.from < scanner.reach;
            if (open && !last) {
                cut = scan.from;
                break;
            }
            parts.push(held.subarray(read, scan.from), text_STARS);
            read = scan.to;
            cut = Math.max(cut, read);
        }
        const output = Buffer.concat([...parts, held.subarray(read, cut)]);
        const context = last ? held.length : Math.max(0, cut - scanner.reach);
        held = held.subarray(context);
        shown = cut - context;
        return output;
    };
    return {
        write(chunk) {
            held = Buffer.concat([held, chunk]);
            return drain(false);
        },
        end: () => drain(true),
    };
}
/** Behind the last line end: no detected value but a private key goes across one. */
function lineEnd(bytes) {
    return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
}

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
        inert: masks.columns.length === 0 && !scans,
        plan(described) {
            const plan = described.map(maskOf);
            return plan.some((mask) => mask !== null) ? plan : null;
        },
        protects: (relation) => columns.protects(relation),
        scrub: (text) => (scans ? scrubText(scanner, text) : text),
    };
}
/** Masks the output of a command for one stream of it: lines come out as soon as they are whole. */
function scrubOutput({ detect, patterns }) {
    return createScrubber(createScanner(detect.map(known), compilePatterns(patterns)));
}
function known(id) {
    const found = DETECTOR_IDS.find((candidate) => candidate === id);
    if (found)
        return found;
    throw new SluiceError('CONFIG_INVALID', `there is no detector “${id}”`, {
        hint: `Detectors are: ${DETECTOR_IDS.join(', ')}`,
    });
}

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
const identifiers_LONGEST = 63;
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
    if (Buffer.byteLength(plain) <= identifiers_LONGEST)
        return plain;
    let cut = plain;
    while (Buffer.byteLength(cut) > identifiers_LONGEST)
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
const FIRST_OWN = 16_384;
/**
 * Code that a text may run unseen: functions of one argument can be written as its fields (`row.total`, `(1).total`, `g.total` of
 * `generate_series(1, 2) g`), overloads hide behind the server's own names.
 */
const dependencies_CODE = `
SELECT 'field ' || p.proname FROM pg_catalog.pg_proc p
WHERE p.pronargs > 0 AND p.pronargs - p.pronargdefaults <= 1 AND p.oid >= ${FIRST_OWN}
  AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'function ' || p.proname FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_proc b ON b.proname = p.proname AND b.oid < ${FIRST_OWN}
WHERE p.oid >= ${FIRST_OWN} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'operator ' || o.oprname FROM pg_catalog.pg_operator o
WHERE o.oid >= ${FIRST_OWN} AND ${own("'pg_catalog.pg_operator'::regclass", 'o.oid')}
UNION
SELECT 'type ' || t.typname FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
WHERE p.oid >= ${FIRST_OWN} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}`;
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
            const constant = builtIn === 't' ? undefined : userConstant(kind, label ?? undefined);
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/copy-scan.js
// Where rows and fields of COPY end.

const NEWLINE = 0x0a;
const copy_scan_BACKSLASH = 0x5c;
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
        if (byte === copy_scan_BACKSLASH && ++at >= end)
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
    return { masks: masks.map((mask) => mask && copyMask(mask, { ...options, format })), options };
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
const naming_named = (effects, action, object) => effects.flatMap((effect) => effect.action === action && effect.object === object && effect.name !== undefined
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






const judge_NOTHING = { effects: [], relations: [], count: 0, changes: { schema: false, resolution: false } };
const judge_NONE = [];
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
        const known = this.#parameters.get(analysis);
        if (known?.key === key)
            return known.typed;
        const uses = analysis.uses ?? NO_USES;
        const typed = { ...analysis, uses: { ...uses, types: [...uses.types, ...types.map(String)] } };
        this.#parameters.set(analysis, { key, typed });
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
            statement: { id, text: '', sha256: '', analysis: judge_NOTHING },
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
    if (zero - at > identifiers_LONGEST)
        throw new ProtocolError(`a name longer than ${identifiers_LONGEST} bytes`);
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/parameters.js
// The values of a Bind, for a person who decides on its statement.
// https://www.postgresql.org/docs/current/protocol-message-formats.html

/** Values read for people; the bytes are all there. */
const parameters_MOST = 100;
/** `[counts, end)` is a Bind from its count of format codes on; `types` what its Parse declared. */
function boundBy(b, counts, end, types) {
    const values = Buffer.from(b.subarray(counts, end));
    return { bytes: Buffer.concat([types, values]), values: () => read(values) };
}
function read(b) {
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
        values.push(shown(b.subarray(at, at + length), binary));
        at += length;
    }
    return values;
}
const shown = (bytes, binary) => binary || !(0,external_node_buffer_.isUtf8)(bytes) ? `\\x${bytes.toString('hex')}` : bytes.toString('utf8');

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
    #id = 0;
    constructor(exchange) {
        this.#x = exchange;
        this.#judge = new Judge(exchange);
    }
    /** The server would not look at it. */
    skip() {
        this.#judge.forget();
        this.#kept = undefined;
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
        const word = this.#closing();
        if (word === WAIT)
            return WAIT;
        this.#synced();
        if (word)
            return this.refuseQuery(denial(word));
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
        const word = x.skipping ? undefined : this.#closing();
        if (word === WAIT)
            return WAIT;
        this.unfolded = false;
        if (word)
            x.pipeline.push(ASKED.refused, frames_errorResponse(denial(word)));
        x.pipeline.push(ASKED.sync, null);
        this.insert = word ? Buffer.concat([FAILING, SYNC]) : SYNC;
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
        const judged = this.#judge.statement(b, from, to, this.#id + 1, name, ownTypes(b, to + 1));
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
        const word = !this.#judge.waiting && run.statement.analysis.effects.some(mayCommit) && this.#closing();
        if (word === WAIT)
            return WAIT;
        if (word)
            return this.#refuse(denial(word));
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
        if (!x.skipping) {
            const word = this.#closing();
            if (word === WAIT)
                return WAIT;
            if (word) {
                x.pipeline.push(ASKED.refused, frames_errorResponse(denial(word)));
                this.insert = FAILING;
            }
        }
        if (!x.taking)
            x.gate.counts?.synced();
        return PASS;
    }
    /** What is said against making last what ran outside of a transaction; WAIT until that is known. */
    #closing() {
        const { gate, pipeline, counting, client } = this.#x;
        const { counts } = gate;
        if (!counts?.doubtful(false))
            return undefined;
        if (pipeline.length > 0) {
            this.settle();
            return WAIT;
        }
        if (!counts.doubtful(true))
            return undefined;
        const asked = counting.after();
        if (!asked) {
            const verdict = counts.settled();
            return verdict.kind === 'allow' ? undefined : verdict;
        }
        client.hold();
        void asked.then(() => client.release());
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
const asking_FIRST_OWN = 16_384;
const asking_NONE = [];
/** OIDs of parameters whose types are not the server's own: their code runs when values are bound. */
function ownTypes(b, at) {
    let found = asking_NONE;
    const end = at + 2 + 4 * b.readUInt16BE(at);
    for (let oid = at + 2; oid < end; oid += 4)
        if (b.readUInt32BE(oid) >= asking_FIRST_OWN)
            found = [...found, b.readUInt32BE(oid)];
    return found;
}

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
    /** Functions, triggers, rules, views, types: anything that reads or writes may run them. */
    #code = false;
    #all = false;
    get any() {
        return this.#all || this.#code || this.#names.size > 0;
    }
    /** `effects`: those of the analysis, with what stored code adds. */
    note({ relations }, effects) {
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
        this.#code ||= other.#code;
        this.#all ||= other.#all;
    }
    clear() {
        this.#names.clear();
        this.#code = this.#all = false;
    }
    /** True when the statement may run or touch what has changed. */
    concerns({ effects, relations, uses, count }) {
        if (this.#all)
            return true;
        if (this.#code && !effects.every(quiet))
            return true;
        // What computes only has no effect, and may come to a domain or an operator.
        const computes = uses !== undefined && (count > 1 || !effects.some(({ action }) => action === 'create'));
        if (this.#code && computes)
            return true;
        return this.#names.size > 0 && relations.some((relation) => this.#names.has(bare(relation)));
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
        const cancelled = new AbortController();
        // In which transaction it would run is known then, and the client is between two messages. Until then what runs is cancelled.
        if (x.pipeline.length > 0)
            await x.whenAnswered();
        try {
            this.#cancelled = cancelled;
            // The server would refuse it as well.
            if (x.status === FAILED || x.skipping || !x.gate.hold)
                return this.#unasked(statement, verdict);
            const refused = await x.gate.hold(statement, verdict, {
                transaction: x.status === IDLE ? 'none' : 'open',
                ...(bound ? { bound } : {}),
                notice: (message) => this.#notice(message),
                signal: AbortSignal.any([x.gone, cancelled.signal]),
            });
            if (!refused)
                return undefined;
            return cancelled.signal.aborted ? CANCELLED : denial(refused);
        }
        finally {
            this.#cancelled = undefined;
        }
    }
    #unasked(statement, verdict) {
        const failure = denial(verdict);
        const error = { sqlstate: failure.sqlstate, message: failure.message };
        this.#x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error });
        return failure;
    }
    #notice(message) {
        const { client } = this.#x;
        if (client.socket.destroyed || !this.#x.betweenAnswers())
            return;
        client.socket.write(frames_frame(UPSTREAM.NoticeResponse, 'SNOTICE', 'VNOTICE', 'C00000', `Msluice: ${message}`, Buffer.of(0)));
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
        this.#tables = (0,masking_catalogue/* withCatalogue */.M)(columns).map(({ pattern }) => glob(pattern.split('.').at(-2) ?? '*'));
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
            for (const name of naming_named(effects, 'prepare', 'statement'))
                names.done(new Prepared(name, statement, 0));
            break;
        case 'DEALLOCATE':
            for (const name of naming_named(effects, 'prepare', 'deallocate'))
                names.done(new Prepared(name, undefined, 0));
            break;
        case 'DECLARE CURSOR':
            for (const name of naming_named(effects, 'cursor', 'cursor')) {
                const cursor = new Run(name, statement);
                // Definitions may have changed since it was sent.
                cursor.outdated = outdated;
                names.bound(cursor);
            }
            break;
        case 'CLOSE CURSOR':
            for (const name of naming_named(effects, 'cursor', 'close'))
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
    runs({ analysis, text }) {
        const { effects } = analysis;
        this.judging = undefined;
        if (effects.some(takes))
            this.taking = true;
        this.shared.stored.note(analysis, this.#changing);
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





/** Options of `node:tls` by mode; the catalogue's connection uses the same. */
function tlsOptions(terms) {
    const { mode, ca, serverName } = terms.tls;
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
    if (terms.tls.mode === 'disable')
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
    const name = terms.tls.serverName ?? terms.host;
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








const upstream_login_LIMIT = 64 * 1024;
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
        const { type, body } = await messages.next(upstream_login_LIMIT);
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
    const { user, password } = terms.credential;
    const send = (...parts) => inlet.socket.write(frames_frame(CLIENT.Password, ...parts));
    const next = async () => {
        const { type, body } = await messages.next(upstream_login_LIMIT);
        if (type === UPSTREAM.ErrorResponse)
            throw said(terms, body);
        if (type === UPSTREAM.NegotiateProtocolVersion)
            return { kind: -1, body };
        if (type !== UPSTREAM.Authentication || body.length < 4)
            throw new ProtocolError('a message that is no part of the login');
        return { kind: body.readUInt32BE(0), body: body.subarray(4) };
    };
    const encrypted = terms.tls.mode !== 'disable';
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
    constructor(side, stored, now) {
        this.#side = side;
        this.#stored = stored;
        this.#now = now;
    }
    /** See `Target.estimate`. */
    of({ text, analysis }, effects, { moved }) {
        const { changes, count } = analysis;
        if (moved || changes.schema || changes.resolution || text.length > estimates_LONGEST || count > estimates_MOST)
            return undefined;
        if (!effects.some(asks) || !effects.every(plans))
            return undefined;
        const asked = count === 1
            ? this.#asked([text])
            : (0,sql_split/* splitScript */.Q)(text).then((pieces) => this.#asked(pieces.map((piece) => piece.text)));
        return asked.then((changes) => this.#told(effects, changes), () => effects);
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
    #told(effects, changes) {
        const estimated = effects.map((effect) => {
            const rows = asks(effect) ? rowsOf(effect, changes) : undefined;
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

// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __webpack_require__(14410);
;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/queries.js
// What is asked of the catalogue: PostgreSQL 13 to 18, with no right but to connect.
// https://www.postgresql.org/docs/current/catalogs.html
//
// Deparsing takes ACCESS SHARE on the relation, so it would wait for whoever changes it, and that may be the very
// connection that waits for us. Relations that somebody has locked, or asks to, are therefore left out.
/** OIDs below are the server's own. */
const queries_FIRST_OWN = 16384;
const OWN_SCHEMA = `n.nspname NOT LIKE 'pg\\_temp\\_%' AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname <> 'information_schema'`;
/** The server, the schemas that are searched, and what must not be deparsed now. */
const queries_HEAD = `
SELECT 'server', pg_catalog.current_setting('server_version_num'), pg_catalog.current_database();
SELECT 'path', s FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s
WHERE s NOT LIKE 'pg\\_temp%' AND s <> 'pg_catalog';
WITH held AS (
  SELECT DISTINCT l.relation AS oid FROM pg_catalog.pg_locks l
  JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.relation >= ${queries_FIRST_OWN}
)
SELECT 'held', h.oid FROM held h
UNION
SELECT 'held', COALESCE(r.ev_class, d.objid) FROM held h
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = h.oid
LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = d.objid
WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass OR r.oid IS NOT NULL`;
/** Between the parts of a name: no name holds it, and names may hold dots. */
const BETWEEN = '\n\t';
const queries_name = (schema, own) => `CASE ${schema} WHEN 'pg_catalog' THEN ${own} ELSE ${schema} || E'\\n\\t' || ${own} END`;
const TYPES = `
SELECT 'type', t.oid, ${queries_name('n.nspname', 't.typname')},
  CASE WHEN t.typelem <> 0 AND t.typlen = -1 AND t.typtype <> 'd' THEN t.typelem END
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace`;
const COLUMNS = `
SELECT 'column', a.attrelid, a.attname, a.atttypid, a.attnotnull,
  CASE WHEN a.atttypmod >= 0 THEN pg_catalog.substring(pg_catalog.format_type(a.atttypid, a.atttypmod), '\\(([-0-9,]+)\\)') END
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= ${queries_FIRST_OWN} AND ${OWN_SCHEMA} AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`;
const CHILDREN = `
SELECT 'child', i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
ORDER BY i.inhparent, i.inhseqno, i.inhrelid`;
/** Names of the columns with these numbers, as JSON. */
const columnNames = (relation, numbers) => `(SELECT pg_catalog.json_agg(a.attname) FROM pg_catalog.pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum = ANY (${numbers}))`;
/** A partition's own copy of a constraint says nothing that the constraint it comes from does not. */
const KEYS = `
SELECT 'key', k.confrelid, k.conname, k.conrelid, k.confdeltype, k.confupdtype, ${columnNames('k.confrelid', 'k.confkey')}
FROM pg_catalog.pg_constraint k
LEFT JOIN pg_catalog.pg_constraint p ON p.oid = k.conparentid
WHERE k.contype = 'f' AND p.confrelid IS DISTINCT FROM k.confrelid
ORDER BY k.oid`;
const OPERATORS = `
SELECT 'operator', n.nspname, o.oprname, NULLIF(o.oprleft, 0), o.oprright, ${queries_name('pn.nspname', 'p.proname')}
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND d.objid = o.oid
  AND d.deptype = 'e'
WHERE o.oid >= ${queries_FIRST_OWN} AND o.oprright <> 0 AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY o.oid`;
const CASTS = `
SELECT 'cast', c.castsource, c.casttarget, ${queries_name('n.nspname', 'p.proname')}, c.castcontext
FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = c.oid
  AND d.deptype = 'e'
WHERE c.oid >= ${queries_FIRST_OWN} AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY c.oid`;
const EVENT_TRIGGERS = `
SELECT 'event', e.evtname, e.evtevent, ${queries_name('n.nspname', 'p.proname')}, pg_catalog.array_to_json(e.evttags)
FROM pg_catalog.pg_event_trigger e
JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE e.evtenabled <> 'D' ORDER BY e.evtname`;
const DOMAINS = `
SELECT 'domain', t.oid, n.nspname, t.typname, t.typbasetype FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND t.oid >= ${queries_FIRST_OWN} AND ${OWN_SCHEMA}
ORDER BY t.oid;
WITH ranges AS (
  SELECT r.rngtypid, r.rngsubtype, (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::pg_catalog.oid AS multi
  FROM pg_catalog.pg_range r WHERE r.rngtypid >= ${queries_FIRST_OWN}
)
SELECT 'domain', t.oid, n.nspname, t.typname, o.base
FROM (SELECT rngtypid, rngsubtype FROM ranges UNION ALL SELECT multi, rngtypid FROM ranges) AS o(oid, base)
JOIN pg_catalog.pg_type t ON t.oid = o.oid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE ${OWN_SCHEMA} ORDER BY t.oid;
SELECT 'value', r.rngtypid, pg_catalog.format('%I.%I()', n.nspname, p.proname) FROM pg_catalog.pg_range r
JOIN pg_catalog.pg_proc p ON p.oid IN (r.rngcanonical, r.rngsubdiff) AND p.oid >= ${queries_FIRST_OWN}
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace;
SELECT 'value', t.oid, pg_catalog.pg_get_expr(t.typdefaultbin, 0) FROM pg_catalog.pg_type t
WHERE t.typtype = 'd' AND t.oid >= ${queries_FIRST_OWN} AND t.typdefaultbin IS NOT NULL
UNION ALL
SELECT 'value', k.contypid, pg_catalog.pg_get_expr(k.conbin, 0) FROM pg_catalog.pg_constraint k
WHERE k.contypid >= ${queries_FIRST_OWN} AND k.contype = 'c'`;
/** Sizes from the last VACUUM or ANALYZE; where there was none, from the file system. */
const relations = (held) => `
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
  JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid GROUP BY i.indrelid
) s ON s.indrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND c.oid >= ${queries_FIRST_OWN} AND ${OWN_SCHEMA}
ORDER BY n.nspname, c.relname`;
const rules = (held) => `
SELECT 'rule', r.ev_class, r.rulename, r.ev_type,
  CASE WHEN r.ev_class NOT IN ${held} THEN pg_catalog.pg_get_ruledef(r.oid) END
FROM pg_catalog.pg_rewrite r
WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'D' AND r.ev_class >= ${queries_FIRST_OWN}
ORDER BY r.ev_class, r.rulename`;
const triggers = (held) => `
SELECT 'trigger', t.tgrelid, t.tgname, t.tgtype, ${queries_name('n.nspname', 'p.proname')},
  CASE WHEN t.tgqual IS NOT NULL AND t.tgrelid NOT IN ${held} THEN pg_catalog.pg_get_triggerdef(t.oid) END,
  ${columnNames('t.tgrelid', 't.tgattr')}
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE NOT t.tgisinternal AND t.tgenabled <> 'D'
ORDER BY t.tgrelid, t.tgname`;
/** Relation, kind, what decides when it is evaluated, text. */
const expressions = (held) => {
    const text = (tree, relation) => `CASE WHEN ${relation} NOT IN ${held} THEN pg_catalog.pg_get_expr(${tree}, ${relation}) END`;
    return `
SELECT 'expression', d.adrelid, 'default', a.attgenerated::text, ${text('d.adbin', 'd.adrelid')}
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
WHERE d.adrelid >= ${queries_FIRST_OWN}
UNION ALL
SELECT 'expression', k.conrelid, 'check', '', ${text('k.conbin', 'k.conrelid')}
FROM pg_catalog.pg_constraint k WHERE k.contype = 'c' AND k.conrelid >= ${queries_FIRST_OWN}
UNION ALL
SELECT 'expression', i.indrelid, 'index', '', ${text('e.tree', 'i.indrelid')}
FROM pg_catalog.pg_index i, LATERAL (VALUES (i.indexprs), (i.indpred)) AS e(tree)
WHERE e.tree IS NOT NULL AND i.indrelid >= ${queries_FIRST_OWN}
UNION ALL
SELECT 'expression', p.polrelid, 'policy', p.polcmd::text, ${text('e.tree', 'p.polrelid')}
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid AND c.relrowsecurity,
  LATERAL (VALUES (p.polqual), (p.polwithcheck)) AS e(tree)
WHERE e.tree IS NOT NULL
UNION ALL
SELECT 'expression', p.partrelid, 'partition', '', ${text('p.partexprs', 'p.partrelid')}
FROM pg_catalog.pg_partitioned_table p WHERE p.partexprs IS NOT NULL`;
};
/** Evaluated by ANALYZE; known since PostgreSQL 14. */
const statistics = (held) => `
SELECT 'expression', s.stxrelid, 'statistics', '', e.text
FROM pg_catalog.pg_statistic_ext s, LATERAL pg_catalog.unnest(
  CASE WHEN s.stxrelid NOT IN ${held} THEN pg_catalog.pg_get_statisticsobjdef_expressions(s.oid) END) AS e(text)`;
const functions = (held) => `
SELECT 'function', n.nspname, p.proname, p.prokind, l.lanname, p.provolatile, p.proargtypes, p.prorettype, p.prosecdef,
  e.extname,
  CASE WHEN p.prokind <> 'a' AND l.lanname NOT IN ('c', 'internal') AND p.oid NOT IN ${held}
    THEN pg_catalog.pg_get_functiondef(p.oid) END,
  coalesce(g.calls, CASE l.lanname WHEN 'internal' THEN (
    SELECT pg_catalog.json_agg(DISTINCT b.proname) FROM pg_catalog.pg_proc b
    WHERE b.prosrc = p.prosrc AND b.prolang = p.prolang AND b.pronamespace = 'pg_catalog'::pg_catalog.regnamespace) END)
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
  AND d.deptype = 'e' AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
LEFT JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
LEFT JOIN (
  SELECT a.aggfnoid::pg_catalog.oid AS oid, pg_catalog.json_agg(DISTINCT ${queries_name('fn.nspname', 'f.proname')}) AS calls
  FROM pg_catalog.pg_aggregate a
  JOIN pg_catalog.pg_proc f ON f.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
    a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn)
  JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
  WHERE a.aggfnoid::pg_catalog.oid >= ${queries_FIRST_OWN} GROUP BY 1
) g ON g.oid = p.oid
WHERE p.oid >= ${queries_FIRST_OWN} AND n.nspname NOT LIKE 'pg\\_temp\\_%'
ORDER BY p.oid`;
/**
 * One message, so one transaction and one view of the catalogue. Everything that is not in pg_catalog is written with
 * its schema, as no other is searched. `held`: OIDs of what must not be deparsed. `server`: `server_version_num`.
 */
function everything(held, server) {
    const list = `(0${held.map((oid) => `,${oid}`).join('')})`;
    return [
        'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
        "SET LOCAL search_path = ''",
        "SET LOCAL lock_timeout = '1s'",
        "SET LOCAL statement_timeout = '60s'",
        TYPES,
        relations(list),
        COLUMNS,
        CHILDREN,
        KEYS,
        rules(list),
        triggers(list),
        expressions(list),
        ...(server >= 140_000 ? [statistics(list)] : []),
        functions(list),
        DOMAINS,
        OPERATORS,
        CASTS,
        EVENT_TRIGGERS,
    ].join(';\n');
}

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
function types(rows) {
    const known = new Map();
    for (const [, oid, name, element] of rows('type'))
        known.set(oid, { name: name, element });
    return (oid) => {
        const type = known.get(oid ?? '');
        return rows_named(known.get(type?.element ?? '')?.name ?? type?.name);
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
function relations_relations(rows, typeName, held, before) {
    const names = new Map();
    for (const [, oid, schema, name] of rows('relation'))
        names.set(oid, (0,tree/* dotted */.Bs)([schema, name]));
    const known = new Map(held.size === 0 ? [] : before?.relations.map((each) => [key(each), each]));
    const columns = by(rows('column'), ([, , name, type, notNull, modifier]) => ({
        name: name,
        type: typeName(type),
        ...(modifier && { modifier }),
        ...(notNull === 't' && { notNull: true }),
    }));
    const rules = by(rows('rule'), storedRule);
    const triggers = by(rows('trigger'), trigger);
    const expressions = by(rows('expression'), expression);
    const children = by(rows('child'), ([, , child]) => names.get(child ?? '') ?? '');
    const referencedBy = by(rows('key'), ([, , name, relation, onDelete, onUpdate, columns]) => ({
        name: name,
        relation: names.get(relation ?? '') ?? '',
        onDelete: REFERENTIAL[onDelete ?? ''] ?? 'no action',
        onUpdate: REFERENTIAL[onUpdate ?? ''] ?? 'no action',
        ...present('columns', rows_list(columns)),
    }));
    return rows('relation').map(([, oid, schema, name, kind, persistence, count, bytes, definition, options]) => {
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
            ...present('referencedBy', referencedBy(oid)),
            ...present('expressions', expressions(oid)),
            ...present('children', children(oid)),
        };
        const view = kind === 'v' || kind === 'm';
        if (!held.has(oid))
            return view ? { ...read, definition: definition ?? rows_UNREAD } : read;
        return known.get(key(read)) ?? (view ? { ...read, definition: rows_UNREAD } : read);
    });
}
const key = ({ schema, name }) => `${schema}${BETWEEN}${name}`;
const storedRule = ([, , name, event, definition]) => ({
    name: name,
    event: RULE_EVENTS[event ?? ''] ?? 'select',
    definition: definition ?? rows_UNREAD,
});
function trigger([, , name, bits, code, definition, columns]) {
    const events = TRIGGER_EVENTS.filter(([bit]) => Number(bits) & bit).map(([, event]) => event);
    const when = condition(definition ?? '');
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

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/assemble.js



const ROUTINES = { p: 'procedure', a: 'aggregate', w: 'window' };
const VOLATILITY = { i: 'immutable', s: 'stable' };
const CONTEXTS = { i: 'implicit', a: 'assignment', e: 'explicit' };
/** `before` tells of relations that are being changed by somebody and could not be read now. */
function assemble(head, rows, takenAt, before) {
    const [, server, database] = head('server')[0] ?? [];
    const typeName = types(rows);
    const held = new Set(head('held').map(([, oid]) => oid));
    const domainRows = domains(rows, typeName);
    const tables = relations_relations(rows, typeName, held, before);
    return {
        version: 1,
        server: Number(server),
        database: database ?? '',
        takenAt,
        searchPath: head('path').map(([, schema]) => schema),
        relations: tables,
        functions: assemble_functions(rows, typeName, before),
        domains: domainRows,
        types: withDomains(rows, typeName, domainRows, tables),
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
function assemble_functions(rows, typeName, before) {
    return rows('function').map((row) => {
        const [, schema, name, kind, language, volatility, inputs, returns, definer, extension, text, calls] = row;
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
        if (kind === 'a' || language === 'c' || language === 'internal')
            return read;
        const definition = text ?? assemble_known(read, before)?.definition ?? rows_UNREAD;
        return { ...read, definition };
    });
}
/** The same function when it was read before somebody locked what it is made of. */
const assemble_known = (routine, before) => before?.functions.find((each) => each.name === routine.name &&
    each.schema === routine.schema &&
    each.arguments.join() === routine.arguments.join());
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
function withDomains(rows, typeName, domains, relations) {
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
    for (const [, oid] of rows('type')) {
        const name = typeName(oid);
        if (oid && holding.has(name))
            found[oid] = name;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/protocols/postgres/snapshot/load.js



/** Milliseconds; tens of thousands of tables take a few seconds. */
const load_ANSWER_MS = 90_000;
/**
 * What the catalogue holds now, in two round trips. A relation that somebody has locked against readers is told as in
 * `before`; what was not known of it counts as anything. `now` is the wall clock in milliseconds. Rejects when the
 * target does not answer, or when a lock came up in between.
 */
async function loadSnapshot(side, now, before) {
    const head = group(await side.query(queries_HEAD, load_ANSWER_MS));
    const held = head('held').map(([, oid]) => Number(oid));
    const rows = group(await side.query(everything(held, Number(head('server')[0]?.[1])), load_ANSWER_MS));
    return assemble(head, rows, new Date(now).toISOString(), before);
}

// EXTERNAL MODULE: ./lib/sql/catalogue/create.js + 16 modules
var create = __webpack_require__(20389);
// EXTERNAL MODULE: ./lib/sql/catalogue/definitions.js
var definitions = __webpack_require__(29264);
;// CONCATENATED MODULE: ./lib/protocols/postgres/stirred.js


const stirred_WRITES = new Set(['insert', 'update', 'delete', 'truncate', 'copy-in']);
/** They decide what happens with rows. */
const HOOKS = new Set(['trigger', 'rule', 'view', 'inheritance', 'partition', 'trigger-firing']);
const MAKES = new Set(['create', 'alter', 'detach']);
class Stirred {
    #open = new Map();
    join(neighbour) {
        this.#open.set(neighbour, new Set());
    }
    leave(neighbour) {
        this.#open.delete(neighbour);
    }
    /** It is about to be sent. */
    note(neighbour, analysis) {
        if (analysis.changes.schema)
            for (const name of stirs(analysis))
                this.#open.get(neighbour)?.add(name);
    }
    /** Its transaction is over, and all that it sent is answered. */
    over(neighbour) {
        this.#open.get(neighbour)?.clear();
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
/** Milliseconds after which nothing is judged by it any more. */
const STALE_MS = 300_000;
/** Milliseconds between attempts when the target does not answer. */
const AGAIN_MS = 1000;
class Stored {
    #options;
    #facts;
    #loading;
    #loaded = 0;
    #took = 0;
    #failed = Number.NEGATIVE_INFINITY;
    /** What open transactions give relations to set off. */
    stirred = new Stirred();
    /** What this session changed since it was read. */
    #changed = new Changed();
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
    /** What a transaction that is over has changed. */
    invalidate(changed) {
        this.#changed.add(changed);
    }
    /** What the statement would change, as far as its text and the code that it sets off tell. */
    note(analysis, changed) {
        changed.note(analysis, this.#deepened.get(analysis) ?? analysis.effects);
    }
    /** True while another connection changes what the statement would set off, or runs what this one would change. */
    contends(own, analysis) {
        return this.stirred.contends(own, analysis, (each) => this.#reach(each));
    }
    /** Settles when that can be told; undefined when it can. */
    reaching(own, analysis) {
        if (!this.stirred.any(own))
            return undefined;
        const effects = this.#facts?.deepen(analysis, { moved: true });
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
        const age = this.#options.now() - this.#loaded;
        if (age > STALE_MS || this.#changed.concerns(analysis))
            return false;
        if (age > Math.max(stored_FRESH_MS, MOST_OF_THE_TIME * this.#took) && !this.#resting)
            this.#load().catch(() => { });
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
                await this.#loading;
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
    #load() {
        this.#loading ??= this.#once().finally(() => {
            this.#loading = undefined;
        });
        return this.#loading;
    }
    async #once() {
        const { load, analyser, now } = this.#options;
        if (this.#resting)
            throw new Error('the catalogue could not be read a moment ago');
        const started = now();
        const changed = this.#changed;
        this.#changed = new Changed();
        try {
            this.#facts = (0,create/* createCatalogue */.S)(await load(this.#facts?.snapshot), analyser);
            this.#loaded = now();
            this.#took = this.#loaded - started;
        }
        catch (error) {
            this.#changed.add(changed);
            this.#failed = now();
            throw error;
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
    const stored = new Stored({ load: (before) => loadSnapshot(side, Date.now(), before), analyser, now });
    const estimates = new Estimates(side, stored, now);
    const shared = {
        terms,
        analyser,
        masking,
        inspector: new Inspector(),
        plans: new Plans(masking, catalogue, terms.masks.columns),
        drift: new Drift(now),
        stored,
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
            const behind = (source) => catalogue.lineage?.behind(source) ?? ['*'];
            return shared.plans.ready()?.then(() => behind) ?? behind;
        },
        flows: (analysis) => shared.plans.flows(analysis),
        disguises: (uses) => shared.plans.disguises(uses),
        estimate: (statement, effects, connection) => estimates.of(statement, effects, connection),
        rows: (name) => estimates.most(name),
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

;// CONCATENATED MODULE: ./lib/protocols/index.js

const PROTOCOLS = { postgres: postgres };

;// CONCATENATED MODULE: ./lib/session/dial.js


const CONNECT_TIMEOUT_MS = 10_000;
/** Plain TCP to a target. Throws `SluiceError` UPSTREAM_UNREACHABLE with the address and the system's reason. */
function dial(target) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({ host: target.host, port: target.port, noDelay: true, keepAlive: true });
        const fail = (reason) => {
            socket.destroy();
            reject(dial_unreachable(target, reason));
        };
        const failed = (error) => fail(error.code ?? error.message);
        socket.once('error', failed);
        socket.setTimeout(CONNECT_TIMEOUT_MS, () => fail(`no answer in ${CONNECT_TIMEOUT_MS / 1000} s`));
        socket.once('connect', () => {
            socket.off('error', failed);
            socket.setTimeout(0);
            resolve(socket);
        });
    });
}
function dial_unreachable({ name, host, port }, reason) {
    return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `target ${name} at ${host}:${port} cannot be reached: ${reason}`, {
        hint: 'Check the target’s address in the policy file, and that this machine may connect to it',
    });
}

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
;// CONCATENATED MODULE: ./lib/cli/policy/canonical.js
/** JSON in a fixed order, with short things on one line. Sizes are rounded up, so that a row more is no change. */
function canonical(snapshot) {
    const { relations, functions, domains, operators, casts, eventTriggers } = snapshot;
    const sorted = {
        ...snapshot,
        relations: relations
            .map((relation) => ({ ...relation, rows: rounded(relation.rows), bytes: rounded(relation.bytes) }))
            .sort(canonical_by(({ schema, name }) => [schema, name])),
        functions: functions.toSorted(canonical_by(({ schema, name, arguments: types }) => [schema, name, ...types])),
        domains: domains.toSorted(canonical_by(({ schema, name }) => [schema, name])),
        operators: operators.toSorted(canonical_by(({ schema, name, left = '', right }) => [schema, name, left, right])),
        casts: casts.toSorted(canonical_by(({ source, target }) => [source, target])),
        eventTriggers: eventTriggers.toSorted(canonical_by(({ name }) => [name])),
    };
    return `${written(sorted, '')}\n`;
}
/** Two digits, upwards: what a threshold is compared with is never too small. */
function rounded(count) {
    if (count < 100)
        return count;
    const unit = 10 ** (String(Math.ceil(count)).length - 2);
    return Math.ceil(count / unit) * unit;
}
/** By the parts in turn, code unit by code unit, whatever the machine's language. */
const canonical_by = (key) => (a, b) => {
    const [left, right] = [key(a).join('\0'), key(b).join('\0')];
    return left < right ? -1 : left > right ? 1 : 0;
};
const WIDTH = 120;
function written(value, indent) {
    const line = JSON.stringify(value);
    if (value === null || typeof value !== 'object')
        return line;
    // The snapshot and its lists are always taken apart, so that an object of the database is a line or more.
    if (indent.length > 2 && indent.length + line.length <= WIDTH)
        return line;
    const deeper = `${indent}  `;
    const items = Array.isArray(value)
        ? value.map((item) => `${deeper}${written(item, deeper)}`)
        : Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .map(([key, member]) => `${deeper}${JSON.stringify(key)}: ${written(member, deeper)}`);
    if (items.length === 0)
        return line;
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

// EXTERNAL MODULE: ./lib/credentials/static/index.js
var credentials_static = __webpack_require__(5289);
// EXTERNAL MODULE: ./lib/credentials/target.js
var credentials_target = __webpack_require__(46569);
// EXTERNAL MODULE: ./lib/credentials/url.js
var credentials_url = __webpack_require__(17899);
// EXTERNAL MODULE: ./lib/policy/guards.js
var guards = __webpack_require__(17358);
;// CONCATENATED MODULE: ./lib/cli/policy/database.js
// Which database a snapshot is taken of, and with whose account.






/**
 * A target of the policy file with its own account; where roles are made for each job, with the broker's: both may read
 * the catalogue. Throws `SluiceError` CONFIG_INVALID or CREDENTIAL_FAILED.
 */
async function targetOf(config, name, secrets) {
    const found = Object.hasOwn(config.targets, name) ? config.targets[name] : undefined;
    if (!found)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${config.file} has no target ${name}`, {
            hint: `It has ${Object.keys(config.targets).join(', ') || 'none'}`,
        });
    const target = (0,credentials_target/* credentialTarget */.t)(found, secrets);
    const { protocol } = found;
    const { credential, host, port, database, tls } = target;
    if (credential.provider === 'postgres-role') {
        const url = (0,credentials_url/* connectionUrl */.C)(secrets(credential.broker), credential.broker);
        const place = { host: url.host, port: url.port ?? port };
        return terms({ name, protocol, ...place, database, tls, credential: url });
    }
    const issued = await credentials_static/* staticProvider */.M.issue({
        grantId: name,
        target,
        expiresAt: new Date(0).toISOString(),
        limits: { connections: 1 },
        secrets,
    });
    return terms({ name, protocol, host, port, database, tls, credential: issued });
}
/** A database that is in no policy file, by the URL that `reference` (`env:NAME`, `file:PATH`) stands for. TLS is verified, but on loopback. */
function databaseOf(reference, secrets) {
    if (!/^(?:env|file):./.test(reference))
        // It may be the URL itself, so it is not repeated.
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', '--url is not a reference to a connection URL', {
            hint: 'Write --url env:NAME or --url file:PATH: a password on the command line is seen by every process',
        });
    const { host, port = 5432, database, ...credential } = (0,credentials_url/* connectionUrl */.C)(secrets(reference), reference);
    if (database === undefined)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${reference} names no database`, {
            hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE',
        });
    const mode = isLoopback(host) ? 'disable' : 'verify-full';
    return terms({ name: database, protocol: 'postgres', host, port, database, tls: { mode }, credential });
}
const isLoopback = (host) => host === 'localhost' || host === '::1' || ((0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.'));
/** Nothing of a session is judged or masked here. */
function terms({ credential: { user, password }, ...place }) {
    return {
        ...place,
        credential: { user, password },
        guard: guards/* BUILT_IN */.$.strict,
        masks: { columns: [], detect: [] },
        limits: { connections: 1 },
    };
}

;// CONCATENATED MODULE: ./lib/cli/commands/policy-snapshot.js











const policy_snapshot_command = {
    summary: 'write down what a database holds, for sluice policy decide --schema',
    help: `Usage: sluice policy snapshot (--target NAME [--config FILE] | --url REFERENCE) [--output FILE]

Reads the catalogue of a target: relations, columns, functions and their bodies, rules, triggers, cascades, estimated rows and
sizes. No row of a table is read. Prints JSON in a fixed order, with sizes rounded, to be kept beside the migrations and
reviewed: 'sluice policy decide --schema FILE' then judges as a session on that database would.

The account is the target's own; where roles are made for each job, the broker's. It needs no right but to connect.

Options
  --target NAME     the target of the policy file
  --config FILE     the policy file (default: sluice.yml)
  --url REFERENCE   a database that is in no policy file: env:NAME or file:PATH of its connection URL;
                    TLS is verified with the system's authorities, and not used on loopback
  --output FILE     where to write it (default: standard output)

Exit codes: 0 written, 2 wrong options, no such target, wrong credential, or the database cannot be reached.

Examples
  sluice policy snapshot --target orders-prod --output schema.json
  sluice policy snapshot --url env:DATABASE_URL > schema.json
`,
    async run(args, io) {
        const options = parse(args);
        const secrets = (0,reference/* secretsFrom */.y)(io.env);
        const terms = options.url === undefined
            ? await targetOf((0,config/* loadConfig */.Z9)((0,external_node_path_.resolve)(io.cwd, options.config)), options.target ?? '', secrets)
            : databaseOf(options.url, secrets);
        const taken = await attempt(terms, io);
        if (!taken)
            return command/* EXIT */.d.usage;
        const text = canonical(taken);
        if (options.output === undefined)
            io.out(text);
        else
            write(options.output, text, io);
        const { relations, functions } = taken;
        io.err(`sluice policy snapshot: ${relations.length} relations and ${functions.length} functions of ${terms.name}\n`);
        return command/* EXIT */.d.ok;
    },
};
/** Undefined when the database does not answer, which was told then. */
async function attempt(terms, io) {
    const protocol = Object.values(PROTOCOLS).find(({ name }) => name === terms.protocol);
    if (!protocol?.snapshot)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `there is no snapshot of a database that speaks ${terms.protocol}`);
    try {
        return await protocol.snapshot({ terms, dial: () => dial(terms) }, Date.now());
    }
    catch (error) {
        if (!(error instanceof errors/* SluiceError */.ah) || !error.code.startsWith('UPSTREAM_'))
            throw error;
        io.err(`sluice policy snapshot: ${(0,errors/* describe */.q0)(error)}\n`);
        return undefined;
    }
}
function write(path, text, io) {
    try {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(io.cwd, path), text, { mode: 0o644 });
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${path} cannot be written${code}`, {
            hint: 'Name a file in a directory that is there',
            cause: error,
        });
    }
}
function parse(args) {
    const values = policy_snapshot_read(args);
    if ((values.target === undefined) === (values.url === undefined))
        throw wrong(`${values.url === undefined ? 'neither' : 'both'} --target and --url given`);
    return { ...values, config: values.config ?? 'sluice.yml' };
}
function policy_snapshot_read(args) {
    const options = {
        target: { type: 'string' },
        config: { type: 'string' },
        url: { type: 'string' },
        output: { type: 'string' },
    };
    try {
        return (0,external_node_util_.parseArgs)({ args, options }).values;
    }
    catch (error) {
        throw wrong(error instanceof Error ? error.message : 'wrong options');
    }
}
const wrong = (message) => new errors/* SluiceError */.ah('CONFIG_INVALID', message, { hint: "'sluice policy snapshot --help' shows the options" });


/***/ }),

/***/ 58563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** A value that must not be printed: every implicit conversion shows a placeholder. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The value itself. Call it where it is used, never to pass it on. */
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '[secret]';
    }
}


/***/ }),

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
        const { user, password } = account(target, secrets);
        return { user, password, handle: user };
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
    if ('url' in credential)
        return (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionUrl */ .C)(secrets(credential.url), credential.url);
    const { user, password } = credential;
    return { user: /^(env|file):/.test(user) ? secrets(user).reveal() : user, password: secrets(password) };
}


/***/ }),

/***/ 46569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ credentialTarget)
/* harmony export */ });
/** A target of the policy file with its certificate authority read. Throws `SluiceError` CREDENTIAL_FAILED. */
function credentialTarget(target, secrets) {
    const { name, host, port, database, credential, tls } = target;
    const { ca, ...rest } = tls;
    return {
        name,
        host,
        port,
        database,
        credential,
        tls: ca === undefined ? rest : { ...rest, ca: secrets(ca).reveal() },
    };
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


/***/ })

};
