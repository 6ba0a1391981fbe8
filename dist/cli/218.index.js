export const id = 218;
export const ids = [218];
export const modules = {

/***/ 34218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  http: () => (/* binding */ http)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/secret.js
var secret = __webpack_require__(58563);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/protocols/http/access.js
// Whether a request comes from the job: the session's password in the path, or in `Authorization`.

/** Undefined for a request that shows no password. */
function accessOf(target, authorization, password) {
    const header = authorization !== undefined && shows(authorization, password);
    const [, first = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(target) ?? [];
    if (equal(first, password.reveal()))
        return { target: rest.startsWith('/') ? rest : `/${rest}`, base: `/${first}`, header };
    return header ? { target, base: '', header } : undefined;
}
function shows(authorization, password) {
    const [, scheme = '', given = ''] = /^([A-Za-z]+) +([A-Za-z0-9._~+/=-]+)$/.exec(authorization) ?? [];
    if (scheme.toLowerCase() === 'bearer')
        return equal(given, password.reveal());
    if (scheme.toLowerCase() !== 'basic')
        return false;
    const text = Buffer.from(given, 'base64').toString();
    return equal(text.slice(text.indexOf(':') + 1), password.reveal());
}
const equal = (given, wanted) => (0,external_node_crypto_.timingSafeEqual)((0,external_node_crypto_.hash)('sha256', given, 'buffer'), (0,external_node_crypto_.hash)('sha256', wanted, 'buffer'));

;// CONCATENATED MODULE: ./lib/protocols/http/frames.js
/** Something of a request can be read in two ways, or is not allowed here: `message` is for its author. */
class Refused extends Error {
    name = 'Refused';
    status;
    hint;
    constructor(status, message, hint) {
        super(message);
        this.status = status;
        this.hint = hint;
    }
}
const LONGEST = 8 * 1024;
/** `;` is a border to some servers and a character to others. */
const PATH = /^(?:\/(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*)+$/;
const QUERY = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?[\]-]|%[0-9A-Fa-f]{2})*$/;
const KEPT = /[A-Za-z0-9._~!$&'()*+,=:@-]/;
/** Throws `Refused`. */
function readTarget(text) {
    if (text.length > LONGEST)
        throw new Refused(414, 'the address is too long', 'Send values in the body');
    if (!text.startsWith('/'))
        throw new Refused(400, 'the request’s target is not a path', 'Send the path alone, as to any server');
    const mark = text.indexOf('?');
    const path = mark === -1 ? text : text.slice(0, mark);
    const query = mark === -1 ? undefined : text.slice(mark + 1);
    if (!PATH.test(path))
        throw ambiguous('the path holds characters that must be encoded, or `;`');
    if (query !== undefined && !QUERY.test(query))
        throw ambiguous('the query holds characters that must be encoded');
    const segments = path.slice(1).split('/').map(segmentOf);
    for (const [at, segment] of segments.entries())
        checkSegment(segment, at === segments.length - 1);
    const written = `/${segments.map(encoded).join('/')}`;
    return {
        segments,
        query: queryOf(query ?? ''),
        canonical: query === undefined ? written : `${written}?${query}`,
    };
}
function segmentOf(raw) {
    try {
        return decodeURIComponent(raw);
    }
    catch {
        throw ambiguous('the path is not UTF-8');
    }
}
/** What one server reads as this path and another as that one. */
function checkSegment(segment, last) {
    if (segment === '' && !last)
        throw ambiguous('the path holds `//`');
    if (/^\.{1,2}$/.test(segment))
        throw ambiguous('the path holds `.` or `..` as a part');
    if (/[/\\;?#]/.test(segment))
        throw ambiguous('the path holds an encoded slash, backslash, `;`, `?` or `#`');
    if (/%[0-9A-Fa-f]{2}/.test(segment))
        throw ambiguous('the path is encoded twice');
    if (/\p{C}/u.test(segment))
        throw ambiguous('the path holds control characters');
    if (segment.normalize('NFKC') !== segment)
        throw ambiguous('the path holds characters that look like others');
}
const encoded = (segment) => [...segment].map((char) => (KEPT.test(char) ? char : encodeURIComponent(char))).join('');
function queryOf(query) {
    const values = [];
    for (const pair of query.split('&')) {
        if (pair === '')
            continue;
        const equals = pair.indexOf('=');
        const [name, value] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
        values.push([unescaped(name), unescaped(value)]);
    }
    if (values.some(([name]) => name.toLowerCase() === '_method'))
        throw new Refused(400, 'the query names another method', 'Send the request with the method that is meant');
    return values;
}
function unescaped(text) {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    }
    catch {
        throw ambiguous('the query is not UTF-8');
    }
}
const ambiguous = (what) => new Refused(400, `the address can be read in more than one way: ${what}`, 'Write it in its plain form');

;// CONCATENATED MODULE: ./lib/protocols/http/body.js
// A request's body: read whole where it is judged, passed on as it comes where it is too large for that.


/** Larger ones are not looked into. */
const MOST_JUDGED = 1024 * 1024;
/** A client that sends nothing for so long in the middle of a body is not there. */
const SILENCE_MS = 30_000;
/** Reads up to the bound. Throws `Refused` when the client stops in its middle. */
function begin(request) {
    const chunks = [];
    let length = 0;
    return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
            settle();
            reject(new Refused(408, 'the body stopped in its middle', 'Send it again'));
        }, SILENCE_MS);
        const data = (chunk) => {
            late.refresh();
            chunks.push(chunk);
            length += chunk.length;
            if (length > MOST_JUDGED)
                done(true);
        };
        const end = () => done(false);
        const gone = () => {
            settle();
            reject(new Refused(400, 'the body ended in its middle', 'Send it again'));
        };
        const settle = () => {
            clearTimeout(late);
            request.pause();
            request.off('data', data).off('end', end).off('error', gone).off('close', gone);
        };
        const done = (more) => {
            settle();
            resolve({ bytes: Buffer.concat(chunks), more });
        };
        request.on('data', data).on('end', end).on('error', gone).on('close', gone);
        request.resume();
    });
}
/** The rest of the body goes upstream as fast as the target takes it. */
function pass(request, upstream, first) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    const write = (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        return upstream.write(chunk);
    };
    if (first.length > 0)
        write(first);
    request.on('data', (chunk) => {
        if (upstream.destroyed || write(chunk))
            return;
        request.pause();
        upstream.once('drain', () => request.resume());
    });
    request.once('end', () => upstream.end());
    request.once('close', () => {
        if (!request.complete)
            upstream.destroy();
    });
    // What nobody takes any more is read to nowhere.
    upstream.once('close', () => request.resume());
    request.resume();
    return {
        get bytes() {
            return bytes;
        },
        sha256: () => hash.copy().digest('hex'),
    };
}

// EXTERNAL MODULE: ./lib/protocols/refusal.js
var refusal = __webpack_require__(1917);
;// CONCATENATED MODULE: ./lib/protocols/http/deny.js



function denial(verdict) {
    const rule = verdict.findings.find(({ verdict: kind }) => kind === verdict.kind)?.rule;
    return { status: 403, ...(0,refusal/* refusalOf */.O)(verdict), rule: rule ?? 'none' };
}
/** What ends a request when something of it was thrown. */
function failureOf(error) {
    if (!(error instanceof errors/* SluiceError */.ah))
        return { status: 502, message: 'the target did not answer' };
    if (error.code === 'RECORD_FAILED')
        return {
            status: 503,
            message: 'the session record cannot be written, so nothing more is forwarded',
            hint: error.hint,
            close: true,
        };
    return { status: 502, message: error.message, hint: error.hint };
}
function answer(request, response, own) {
    const json = takesJson(request.headers.accept);
    const body = json ? problem(own) : deny_text(own);
    // What is left of a body is not read for nothing.
    const close = own.close === true || !request.complete;
    response.writeHead(own.status, {
        'content-type': json ? 'application/problem+json' : 'text/plain; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-store',
        'x-sluice': own.rule === undefined ? 'error' : 'refused',
        ...(own.rule === undefined ? {} : { 'x-sluice-rule': own.rule }),
        ...(own.status === 401 ? { 'www-authenticate': 'Basic realm="sluice"' } : {}),
        ...(close ? { connection: 'close' } : {}),
    });
    response.end(body);
}
/** To a client whose request could not be read. */
function rawAnswer(own) {
    const body = deny_text(own);
    return [
        `HTTP/1.1 ${own.status} ${external_node_http_.STATUS_CODES[own.status] ?? 'Error'}`,
        'content-type: text/plain; charset=utf-8',
        `content-length: ${Buffer.byteLength(body)}`,
        'x-sluice: error',
        'connection: close',
        '',
        body,
    ].join('\r\n');
}
const takesJson = (accept = '*/*') => /json|\*\/\*|application\/\*/i.test(accept) && !/^text\//i.test(accept);
function problem({ status, message, detail, hint, rule }) {
    const members = { title: message, status, detail, hint, rule };
    return `${JSON.stringify(members)}\n`;
}
/** What a name could do to a terminal is taken out. */
const deny_text = ({ message, detail, hint }) => [message, detail, hint]
    .filter((line) => line !== undefined)
    .map((line) => `sluice: ${line.replace(/\p{C}/gu, '?')}\n`)
    .join('');

// EXTERNAL MODULE: ./lib/masking/index.js + 47 modules
var masking = __webpack_require__(53383);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/protocols/http/encoding.js



/** So many bytes of an answer may come of a few. */
const HARMLESS = 64 * 1024 * 1024;
const MOST_RATIO = 200;
const DECODERS = {
    gzip: external_node_zlib_.createGunzip,
    'x-gzip': external_node_zlib_.createGunzip,
    deflate: external_node_zlib_.createInflate,
    br: external_node_zlib_.createBrotliDecompress,
    zstd: external_node_zlib_.createZstdDecompress,
};
/** Whether `decode` knows it. */
const isKnown = (encoding) => encoding === undefined || encoding === 'identity' || Object.hasOwn(DECODERS, encoding);
function decode(answer, encoding) {
    const make = encoding === undefined ? undefined : DECODERS[encoding];
    if (!make)
        return { source: answer, count: () => { } };
    const decoder = make();
    let [read, shown] = [0, 0];
    answer.on('data', (chunk) => {
        read += chunk.length;
    });
    (0,external_node_stream_.pipeline)(answer, decoder, () => { });
    return {
        source: decoder,
        count(bytes) {
            shown += bytes;
            if (shown > HARMLESS && shown > read * MOST_RATIO)
                throw new masking/* Unmaskable */.m5('its few bytes unfold to very many');
        },
    };
}

;// CONCATENATED MODULE: ./lib/protocols/http/headers.js

/** `['Host', 'x', …]` as Node has it. */
function pairs(raw) {
    const headers = [];
    for (let at = 0; at + 1 < raw.length; at += 2)
        headers.push([raw[at] ?? '', raw[at + 1] ?? '']);
    return headers;
}
const valuesOf = (headers, name) => headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value);
const words = (text) => new Set(text.trim().split(/\s+/));
const HOP = words('connection keep-alive te trailer transfer-encoding upgrade http2-settings proxy-connection proxy-authorization proxy-authenticate proxy-authentication-info');
/** Of a client: what it says of itself and its way, and what is written anew. */
const DROPPED = words(`host content-length expect accept-encoding forwarded via x-real-ip true-client-ip x-client-ip x-cluster-client-ip cf-connecting-ip
  early-data max-forwards referer origin cookie2`);
/** Some servers take these for the request itself. */
const REWRITING = words(`x-http-method x-http-method-override x-method-override x-original-method x-original-url x-rewrite-url x-original-uri x-request-uri
  x-accel-redirect x-sendfile front-end-https`);
const ONCE = words('host content-length content-type content-encoding transfer-encoding authorization expect range if-match upgrade');
/** They say nothing of what a request does. */
const QUIET = words(`user-agent accept accept-language accept-charset cache-control pragma date dnt traceparent tracestate baggage x-request-id
  x-correlation-id x-amzn-trace-id sec-fetch-mode sec-fetch-site sec-fetch-dest priority cookie if-none-match if-modified-since`);
/** As servers behind a gateway interface see the name. */
const folded = (name) => name.toLowerCase().replaceAll('_', '-');
/** What can be read in two ways ends here. Throws `Refused`. */
function checkShape({ method, version, headers, hosts }) {
    const bad = (what, hint = 'Send it in the plain form of HTTP/1.1') => new Refused(400, what, hint);
    for (const name of ONCE)
        if (valuesOf(headers, name).length > 1)
            throw bad(`the header ${name} comes twice`);
    if (version !== '1.1' && version !== '1.0')
        throw new Refused(505, 'only HTTP/1.1 is spoken here', 'Use it');
    const [host] = valuesOf(headers, 'host');
    if (host === undefined || !hosts.includes(host.toLowerCase()))
        throw new Refused(421, 'the request is for another host', `Send it to ${hosts[0] ?? 'this address'}`);
    const [coding] = valuesOf(headers, 'transfer-encoding');
    if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || version !== '1.1'))
        throw bad('the transfer encoding is not plain `chunked`');
    if (coding !== undefined && valuesOf(headers, 'content-length').length > 0)
        throw bad('the request has two lengths');
    if (valuesOf(headers, 'upgrade').length > 0)
        throw new Refused(501, 'no other protocol is spoken here', 'Send the request without `Upgrade`');
    if (method === 'TRACE' || method === 'CONNECT' || method === 'TRACK')
        throw new Refused(405, `the method ${method} is not passed on`, 'Use another one');
    for (const value of valuesOf(headers, 'connection'))
        for (const word of value.toLowerCase().split(','))
            if (!/^(|close|keep-alive|te)$/.test(word.trim()))
                throw bad('`Connection` names other headers');
    for (const [name] of headers)
        if (REWRITING.has(folded(name)))
            throw bad(`the header ${name.toLowerCase()} would change what is asked`, 'Ask for what is meant');
}
/** A client's own headers that go upstream, without credential and framing. Throws `Refused`. */
function forwarded({ headers, terms, local, masks }) {
    return headers.filter(([name]) => {
        const own = folded(name);
        if (own === 'authorization' && local)
            return false;
        if (own === terms.header || own === 'authorization')
            throw new Refused(403, `the header ${own} is set here, and not by clients`, 'Send the request without it: the session adds the credential');
        if (own === 'cookie' && terms.cookies === 'drop')
            return false;
        if (masks && (own === 'range' || own === 'if-range'))
            return false;
        return !HOP.has(own) && !DROPPED.has(own) && !/^(proxy|x-forwarded|x-sluice)(-|$)/.test(own);
    });
}
/** Headers that may change what a request does: part of the statement. */
const telling = (headers) => headers.filter(([name]) => !QUIET.has(name.toLowerCase()));
/** Of an answer: what speaks of the connection, or of another way to the target. */
const NOT_RETURNED = words('alt-svc strict-transport-security content-length public-key-pins expect-ct nel report-to');
/** Of an answer whose bytes may be others than the target sent. */
const OF_BYTES = words('etag content-md5 digest content-digest repr-digest want-digest accept-ranges content-range signature signature-input');
function returned({ headers, cookies, changed }) {
    const named = new Set(valuesOf(headers, 'connection').flatMap((value) => value
        .toLowerCase()
        .split(',')
        .map((word) => word.trim())));
    return headers.filter(([name]) => {
        const own = name.toLowerCase();
        if (HOP.has(own) || NOT_RETURNED.has(own) || named.has(own) || own.startsWith('x-sluice'))
            return false;
        if (!cookies && /^set-cookie2?$/.test(own))
            return false;
        return own !== 'content-encoding' && !(changed && OF_BYTES.has(own));
    });
}
/** Trailers that say something of the message itself are not. */
const trailing = (headers, changed) => returned({ headers, cookies: false, changed }).filter(([name]) => !/^(content-.*|authorization|host|location|cache-control|vary|www-authenticate)$/i.test(name));

;// CONCATENATED MODULE: ./lib/protocols/http/locations.js
const PLACES = /^(location|content-location|link|refresh)$/i;
/** `base`: `http://127.0.0.1:4711/PASSWORD`. */
function localized(name, value, terms, base) {
    if (!PLACES.test(name))
        return value;
    if (/^link$/i.test(name))
        return value.replace(/<([^<>]*)>/g, (_, place) => `<${local(place, terms, base)}>`);
    if (/^refresh$/i.test(name))
        return value.replace(/(url=)(.*)$/i, (_, key, place) => key + local(place, terms, base));
    return local(value, terms, base);
}
function local(place, { host, port, tls }, base) {
    const path = new URL(base).pathname.replace(/\/$/, '');
    if (/^\/(?!\/)/.test(place))
        return `${path}${place}`;
    if (!/^(https?:)?\/\//i.test(place))
        return place;
    const scheme = tls?.mode === 'disable' ? 'http:' : 'https:';
    const absolute = place.startsWith('//') ? `${scheme}${place}` : place;
    if (!URL.canParse(absolute))
        return place;
    const url = new URL(absolute);
    const own = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
    const name = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== scheme || name !== host.toLowerCase() || own !== port)
        return place;
    return `${base}${url.pathname}${url.search}${url.hash}`;
}

;// CONCATENATED MODULE: ./lib/protocols/http/media.js
const TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const TYPE = new RegExp(`^(${TOKEN}/${TOKEN})((?:[ \\t]*;[ \\t]*(?:${TOKEN}=(?:${TOKEN}|"[^"\\\\]*"))?)*)[ \\t]*$`);
const TEXTS = /^(text\/.+|application\/(xml|javascript|x-javascript|ecmascript|yaml|x-yaml|toml|sql|graphql|x-sh|xhtml\+xml|openmetrics-text)|.+\+(xml|yaml)|image\/svg\+xml)$/;
const JSONS = /^(application\/(json|x-json|x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq)|text\/(json|x-json)|.+\+(json|json-seq))$/;
/** Undefined when there is none, or it cannot be read. */
function mediaType(value) {
    const [, type, parameters] = TYPE.exec(value ?? '') ?? [];
    if (type === undefined)
        return undefined;
    const own = type.toLowerCase();
    const charsets = [...(parameters ?? '').matchAll(/;[ \t]*charset="?([^";]*)"?/gi)].map(([, name = '']) => name.trim().toLowerCase());
    // Which one counts is another one's choice.
    if (charsets.length > 1)
        return undefined;
    const [charset] = charsets;
    return { type: own, form: formOf(own), ...(charset === undefined ? {} : { charset: aliases(charset) }) };
}
function formOf(type) {
    if (type === 'text/event-stream')
        return 'events';
    if (type === 'application/x-www-form-urlencoded')
        return 'form';
    if (JSONS.test(type))
        return 'json';
    return TEXTS.test(type) ? 'text' : undefined;
}
const aliases = (charset) => (charset === 'utf8' ? 'utf-8' : charset);
/** Characters below 128 are the bytes that detectors look for. */
const isAscii = (charset) => charset === undefined || /^(utf-8|us-ascii|ascii|iso-8859-\d{1,2}|latin1|windows-125\d)$/.test(charset);
/** `image/*` */
const allows = (patterns, type) => patterns.some((pattern) => pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern);

;// CONCATENATED MODULE: ./lib/protocols/http/mask.js
// Which masks an answer's body needs, and whether it can be masked at all.




/** Throws `Unmaskable` for an answer that may not be shown. */
function readingOf(status, headers, shared) {
    const encodings = valuesOf(headers, 'content-encoding').join(',').toLowerCase().trim();
    const encoding = encodings === '' || encodings === 'identity' ? undefined : encodings;
    if (!isKnown(encoding))
        throw new masking/* Unmaskable */.m5('its encoding is not known here');
    if (encoding !== undefined && status === 206)
        throw new masking/* Unmaskable */.m5('it is a part of something encoded');
    if (!shared.masks)
        return { mask: undefined, encoding, live: true };
    const types = valuesOf(headers, 'content-type');
    const media = types.length === 1 ? mediaType(types[0]) : undefined;
    if (!media)
        throw new masking/* Unmaskable */.m5('it does not say of which type it is');
    const { unmasked } = shared.http;
    const fields = (shared.terms.masks.fields ?? []).length > 0;
    const { form, type, charset } = media;
    const allowed = allows(unmasked, type);
    if (form === undefined || (form === 'text' && fields)) {
        if (!allowed)
            throw new masking/* Unmaskable */.m5(`masks cannot look into ${type}`);
        if (form === undefined)
            return { mask: undefined, encoding, live: true };
    }
    if (status === 206)
        throw new masking/* Unmaskable */.m5('it is a part of something');
    const wide = form === 'text' ? !isAscii(charset) : charset !== undefined && !/^(utf-8|us-ascii)$/.test(charset);
    if (wide)
        throw new masking/* Unmaskable */.m5('its character set is not known here');
    return {
        mask: shared.masking.body(form),
        encoding,
        live: form === 'events' || /ndjson|jsonl|seq/.test(type),
    };
}

;// CONCATENATED MODULE: ./lib/protocols/http/output.js
const HELD = 64 * 1024;
const HELD_MS = 100;
class Output {
    #response;
    #head;
    #held = [];
    #timer;
    bytes = 0;
    /** `waits`: nothing is sent before there is enough of it. */
    constructor(response, head, waits) {
        this.#response = response;
        this.#head = head;
        if (!waits)
            this.#begin(undefined, head.length);
        else
            this.#timer = setTimeout(() => this.#release(), HELD_MS);
    }
    get begun() {
        return this.#response.headersSent;
    }
    /** False when the client takes no more for now. */
    write(chunk) {
        if (chunk.length === 0)
            return true;
        this.bytes += chunk.length;
        if (this.begun)
            return this.#response.write(chunk);
        this.#held.push(chunk);
        if (this.bytes > HELD)
            this.#release();
        return !this.#response.writableNeedDrain;
    }
    /** `same`: the body is what the target sent, byte for byte. */
    end(same, trailers) {
        clearTimeout(this.#timer);
        if (!this.begun) {
            if (trailers.length === 0)
                this.#begin(same ? 'same' : 'changed', String(this.bytes));
            else
                this.#begin(undefined, undefined);
            this.#flush();
        }
        if (trailers.length > 0)
            this.#response.addTrailers(trailers.map(([name, value]) => [name, value]));
        this.#response.end();
    }
    /** Nothing more is shown. */
    stop() {
        clearTimeout(this.#timer);
        this.#held.length = 0;
    }
    #release() {
        clearTimeout(this.#timer);
        if (this.begun || this.#response.destroyed || this.#held.length === 0)
            return;
        this.#begin(undefined, undefined);
        this.#flush();
    }
    #flush() {
        for (const chunk of this.#held.splice(0))
            this.#response.write(chunk);
    }
    #begin(whole, length) {
        const headers = [...this.#head.headers(whole)];
        if (length !== undefined)
            headers.push(['content-length', length]);
        this.#response.sendDate = !headers.some(([name]) => name.toLowerCase() === 'date');
        this.#response.writeHead(this.#head.status, headers.flat());
    }
}

;// CONCATENATED MODULE: ./lib/protocols/http/veil.js
/** Shorter ones are in every text. */
const LEAST = 4;
/** The credential as answers may quote it. */
function needlesOf(login, { scheme }) {
    if (!('password' in login))
        return [];
    const secret = login.password.reveal();
    const sent = scheme === 'basic' ? Buffer.from(`${login.user}:${secret}`).toString('base64') : secret;
    const forms = [secret, sent].flatMap((text) => [
        text,
        JSON.stringify(text).slice(1, -1),
        encodeURIComponent(text),
        text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    ]);
    return [...new Set(forms)]
        .filter((text) => text.length >= LEAST)
        .sort((a, b) => b.length - a.length)
        .map((text) => Buffer.from(text));
}
class Veil {
    #needles;
    #held = Buffer.alloc(0);
    /** Whether it was there. */
    found = false;
    constructor(needles) {
        this.#needles = needles;
    }
    /** All but an end that may be the beginning of it. */
    write(chunk) {
        const bytes = this.#covered(this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]));
        const kept = Math.max(0, ...this.#needles.map((needle) => overlap(bytes, needle)));
        this.#held = Buffer.from(bytes.subarray(bytes.length - kept));
        return bytes.subarray(0, bytes.length - kept);
    }
    end() {
        const left = this.#held;
        this.#held = Buffer.alloc(0);
        return left;
    }
    /** A text that stands alone. */
    text(value) {
        const bytes = Buffer.from(value, 'latin1');
        const covered = this.#covered(bytes);
        return covered === bytes ? value : covered.toString('latin1');
    }
    #covered(bytes) {
        let out = bytes;
        for (const needle of this.#needles)
            for (let at = out.indexOf(needle); at !== -1; at = out.indexOf(needle, at + needle.length)) {
                if (out === bytes)
                    out = Buffer.from(bytes);
                out.fill('*', at, at + needle.length);
                this.found = true;
            }
        return out;
    }
}
/** Bytes at the end with which the needle begins. */
function overlap(bytes, needle) {
    for (let length = Math.min(needle.length - 1, bytes.length); length > 0; length--)
        if (bytes[bytes.length - length] === needle[0] &&
            bytes.subarray(-length).equals(needle.subarray(0, length)))
            return length;
    return 0;
}

;// CONCATENATED MODULE: ./lib/protocols/http/response.js
// An answer on its way back: read, masked, told.








/** A text without an end of line is shown after so many milliseconds of silence. */
const response_SILENCE_MS = 40;
/** Of a body that is kept to see whether it was changed. */
const COMPARED = 64 * 1024;
/** More bytes than one statement may return. */
class TooMany extends Error {
    name = 'TooMany';
}
/**
 * Settles when the client has all of it. Rejects with `Unmaskable` or `TooMany` (nothing was sent, unless
 * `response.headersSent`), or when either end is gone.
 */
async function giveBack(answer, giving) {
    const { shared, method, response } = giving;
    const headers = pairs(answer.rawHeaders);
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 599)
        throw new masking/* Unmaskable */.m5('its status is none');
    const codings = valuesOf(headers, 'transfer-encoding');
    if (codings.length > 1 || (codings[0] ?? 'chunked').toLowerCase() !== 'chunked')
        throw new masking/* Unmaskable */.m5('its transfer encoding is not plain `chunked`');
    const [length] = valuesOf(headers, 'content-length');
    const most = shared.terms.limits.bytes ?? Number.POSITIVE_INFINITY;
    const bodiless = method === 'HEAD' || status === 204 || status === 304;
    if (!bodiless && Number(length ?? 0) > most)
        throw new TooMany();
    const none = bodiless || length === '0';
    const reading = none
        ? { mask: undefined, encoding: undefined, live: true }
        : readingOf(status, headers, shared);
    const veil = new Veil(shared.needles);
    const clean = (changed) => cleaned(returned({ headers, cookies: shared.http.cookies === 'pass', changed }), giving, veil);
    const changes = reading.mask !== undefined || reading.encoding !== undefined || (none && shared.masks);
    const output = new Output(response, {
        status,
        headers: (whole) => clean(whole === undefined ? changes : whole === 'changed'),
        length: changes || (bodiless && status !== 304 && method !== 'HEAD') ? undefined : length,
    }, changes && !reading.live && !none);
    try {
        return await new Body(answer, reading, { output, veil, most, giving }).read();
    }
    finally {
        output.stop();
    }
}
function cleaned(headers, { shared, base }, veil) {
    return headers.map(([name, value]) => {
        const place = localized(name, value, shared.terms, base);
        const text = Buffer.from(veil.text(place), 'latin1').toString();
        const scrubbed = shared.masks ? shared.masking.scrub(text) : text;
        return [name, scrubbed === text ? veil.text(place) : Buffer.from(scrubbed).toString('latin1')];
    });
}
class Body {
    #answer;
    #reading;
    #way;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    /** What came, as long as it is short. */
    #came = [];
    #shown = [];
    #length = 0;
    constructor(answer, reading, way) {
        this.#answer = answer;
        this.#reading = reading;
        this.#way = way;
    }
    read() {
        const { response } = this.#way.giving;
        const { source, count } = decode(this.#answer, this.#reading.encoding);
        const { mask } = this.#reading;
        return new Promise((resolve, reject) => {
            let silence;
            // An end may still be told of what has failed.
            let failed = false;
            const fail = (error) => {
                failed = true;
                clearTimeout(silence);
                source.destroy();
                this.#answer.destroy();
                reject(error);
            };
            const guarded = (act) => () => {
                if (failed)
                    return;
                try {
                    act();
                }
                catch (error) {
                    fail(error);
                }
            };
            const rest = guarded(() => this.#show(mask?.rest() ?? NOTHING));
            source.on('data', (chunk) => guarded(() => {
                clearTimeout(silence);
                count(chunk.length);
                this.#compare(chunk);
                if (!this.#show(mask ? mask.write(chunk) : chunk)) {
                    source.pause();
                    response.once('drain', () => source.resume());
                }
                if (mask)
                    silence = setTimeout(rest, response_SILENCE_MS);
            })());
            source.once('end', () => {
                clearTimeout(silence);
                // A stream that was decoded may end although the answer was cut.
                const whole = () => guarded(() => {
                    if (mask)
                        this.#show(mask.end());
                    resolve(this.#end());
                })();
                if (this.#answer.complete)
                    whole();
                else
                    fail(new Error('the target ended its answer in the middle'));
            });
            source.once('error', (error) => fail(this.#reading.encoding ? new masking/* Unmaskable */.m5('it cannot be decoded') : error));
            const cut = () => {
                if (!this.#answer.complete)
                    fail(new Error('the target ended its answer in the middle'));
            };
            this.#answer.once('aborted', cut).once('error', fail).once('close', cut);
            response.once('close', () => {
                if (!response.writableFinished)
                    fail(new Error('the client is gone'));
            });
        });
    }
    #show(bytes) {
        if (bytes.length === 0)
            return true;
        return this.#write(this.#way.veil.write(bytes));
    }
    #write(bytes) {
        const { output, most } = this.#way;
        if (output.bytes + bytes.length > most)
            throw new TooMany();
        this.#hash.update(bytes);
        this.#shown?.push(bytes);
        return output.write(bytes);
    }
    #compare(chunk) {
        this.#length += chunk.length;
        if (this.#length > COMPARED) {
            this.#came = undefined;
            this.#shown = undefined;
        }
        else
            this.#came?.push(chunk);
    }
    #end() {
        const { output, veil, giving } = this.#way;
        this.#write(veil.end());
        const { came, shown } = { came: this.#came, shown: this.#shown };
        const same = this.#reading.encoding === undefined &&
            came !== undefined &&
            shown !== undefined &&
            Buffer.concat(came).equals(Buffer.concat(shown));
        const trailers = cleaned(trailing(pairs(this.#answer.rawTrailers), !same), giving, veil);
        output.end(same, trailers);
        return {
            bytes: output.bytes,
            sha256: this.#hash.digest('hex'),
            masked: { ...this.#reading.mask?.masked, ...(veil.found && { credential: 1 }) },
        };
    }
}
const NOTHING = Buffer.alloc(0);

;// CONCATENATED MODULE: ./lib/protocols/http/exchange.js





/** A target that says nothing for so long, unless the guard has a `statement_timeout`. */
const PATIENCE_MS = 600_000;
/** Larger answers are told with their digest. */
const LARGE = 64 * 1024;
const MOST_INTERIM = 16;
/** A method that usually has no body: a target may not read one. */
const BODILESS = /^(GET|HEAD|OPTIONS|DELETE)$/;
/** Never rejects: failures are told to the client and to the gate. Gives the bytes that the target sent. */
async function exchange(own) {
    const { shared, gate, statement, request, response, begun } = own;
    const started = shared.now();
    const timeout = shared.terms.limits.statementTimeout;
    const signal = timeout === undefined ? own.gone : AbortSignal.any([own.gone, AbortSignal.timeout(timeout)]);
    const ms = () => Math.round(shared.now() - started);
    const passing = {};
    try {
        const reply = await sent(own, signal, passing);
        const given = await giveBack(reply, { shared, method: own.inspected.method, response, base: own.base });
        if (begun.more)
            tellUpload(own, passing.body);
        if (given.bytes > LARGE)
            gate.transfer(statement, { direction: 'out', bytes: given.bytes, sha256: given.sha256 });
        gate.result(statement, resultOf(reply, given, ms()));
    }
    catch (error) {
        if (begun.more)
            tellUpload(own, passing.body);
        const late = signal.aborted && !own.gone.aborted;
        const failure = own.gone.aborted ? GONE : late ? LATE : explained(error, gate);
        const told = { sqlstate: String(failure.status), message: failure.message };
        gate.result(statement, { tag: told.sqlstate, rows: 0, bytes: 0, ms: ms(), error: told });
        if (response.headersSent)
            response.destroy();
        else
            answer(request, response, { ...failure, close: failure.close ?? !(error instanceof masking/* Unmaskable */.m5) });
    }
}
const GONE = { status: 499, message: 'the client is gone' };
const LATE = { status: 504, message: 'the target took longer than the guard allows' };
function explained(error, gate) {
    if (error instanceof masking/* Unmaskable */.m5)
        return {
            status: 502,
            message: `the answer cannot be masked: ${error.message}`,
            hint: 'Ask for JSON or text; whoever keeps the policy file may list its type under `unmasked` of the target',
        };
    if (error instanceof TooMany) {
        gate.limit('bytes', 'an answer was larger than the guard allows');
        return {
            status: 502,
            message: 'the answer is larger than the guard allows',
            hint: 'Ask for less at a time',
        };
    }
    if (error instanceof errors/* SluiceError */.ah)
        return failureOf(error);
    return { status: 502, message: 'the target closed the connection, or broke the protocol' };
}
function tellUpload({ gate, statement }, body) {
    if (body)
        gate.transfer(statement, { direction: 'in', bytes: body.bytes, sha256: body.sha256() });
}
function resultOf(reply, { bytes, masked }, ms) {
    const some = Object.keys(masked).length > 0;
    return { tag: String(reply.statusCode), rows: 0, bytes, ms, ...(some && { masked }) };
}
/** The final answer's head. What reads only is asked again when an idle connection was closed under it. */
async function sent(own, signal, passing) {
    const reads = /^(GET|HEAD|OPTIONS)$/.test(own.inspected.method) && own.begun.bytes.length === 0;
    try {
        return await attempt(own, signal, passing, false);
    }
    catch (error) {
        if (!(error instanceof Stale) || !reads || signal.aborted)
            throw error;
        return attempt(own, signal, passing, true);
    }
}
/** The connection had been used before, and was closed before anything came back. */
class Stale extends Error {
}
function attempt(own, signal, passing, alone) {
    const { shared, inspected, begun } = own;
    const { method, target } = inspected;
    const lonely = alone || (BODILESS.test(method) && (begun.bytes.length > 0 || begun.more));
    const upstream = shared.upstream.send({
        method,
        target: target.canonical,
        headers: [...inspected.headers, ...framing(own), [shared.credential[0], shared.credential[1].reveal()]],
        alone: lonely,
        signal,
    });
    const patience = shared.terms.limits.statementTimeout ?? PATIENCE_MS;
    return new Promise((resolve, reject) => {
        listen(upstream, resolve, reject);
        upstream.setTimeout(patience, () => upstream.destroy(new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', 'the target did not answer in time')));
        if (begun.more)
            passing.body = pass(own.request, upstream, begun.bytes);
        else
            upstream.end(begun.bytes);
    });
}
function listen(upstream, resolve, reject) {
    let interim = 0;
    upstream.once('response', resolve);
    upstream.on('information', () => {
        if (++interim > MOST_INTERIM)
            upstream.destroy(new Error('too many interim answers'));
    });
    upstream.once('upgrade', (_, socket) => {
        socket.destroy();
        reject(new Error('the target speaks another protocol'));
    });
    upstream.on('error', (error) => reject(upstream.reusedSocket && error.code === 'ECONNRESET' ? new Stale() : error));
}
/** How the body's end is known. */
function framing({ inspected, begun }) {
    if (begun.more)
        return [
            inspected.length === undefined
                ? ['Transfer-Encoding', 'chunked']
                : ['Content-Length', inspected.length],
        ];
    const empty = begun.bytes.length === 0;
    if (empty && !/^(POST|PUT|PATCH)$/.test(inspected.method))
        return [];
    return [['Content-Length', String(begun.bytes.length)]];
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/core/request.js
var core_request = __webpack_require__(74090);
;// CONCATENATED MODULE: ./lib/protocols/http/fields.js
// Scalars of a request's body by the path of their field, for rules that speak of them.


const MOST_DEPTH = 64;
const MOST_VALUES = 20_000;
const fields_TOKEN = /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null))/y;
/** Undefined when nobody can tell what a server reads there: another form, names that come twice, bytes that are no text. */
function fieldsOf(body, type, encoding) {
    if (body.length === 0)
        return [];
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
        return undefined;
    const media = mediaType(type);
    if (!media || !(0,external_node_buffer_.isUtf8)(body) || (media.charset !== undefined && media.charset !== 'utf-8'))
        return undefined;
    if (media.form === 'json')
        return jsonValues(body.toString());
    if (media.form === 'form')
        return [...new URLSearchParams(body.toString())];
    return undefined;
}
function jsonValues(text) {
    const values = [];
    const stack = [];
    let done = false;
    const path = () => stack
        .filter(({ kind }) => kind === '{')
        .map(({ name }) => name)
        .join('.');
    const began = () => {
        const top = stack.at(-1);
        if (!top)
            return !done;
        const ready = top.state === 'value' || (top.kind === '[' && top.state === 'first');
        top.state = 'after';
        return ready;
    };
    fields_TOKEN.lastIndex = 0;
    for (;;) {
        const at = fields_TOKEN.lastIndex;
        const found = fields_TOKEN.exec(text);
        if (!found)
            return done && stack.length === 0 && /^[ \t\r\n]*$/.test(text.slice(at)) ? values : undefined;
        const [, mark, quoted, scalar] = found;
        const top = stack.at(-1);
        if (quoted !== undefined && top?.kind === '{' && (top.state === 'first' || top.state === 'key')) {
            const name = textOf(quoted);
            if (name === undefined || top.names.has(name.toLowerCase()))
                return undefined;
            top.names.add(name.toLowerCase());
            top.name = name;
            top.state = 'colon';
        }
        else if (quoted !== undefined || scalar !== undefined) {
            if (!began() || values.length >= MOST_VALUES)
                return undefined;
            const value = quoted === undefined ? scalar : textOf(quoted);
            if (value === undefined)
                return undefined;
            values.push([path(), value]);
            done ||= stack.length === 0;
        }
        else if (mark === '{' || mark === '[') {
            if (!began() || stack.length >= MOST_DEPTH)
                return undefined;
            stack.push({ kind: mark, names: new Set(), name: '', state: 'first' });
        }
        else if (mark === '}' || mark === ']') {
            const fits = top && top.kind === (mark === '}' ? '{' : '[') && /first|after/.test(top.state);
            if (!fits)
                return undefined;
            stack.pop();
            done ||= stack.length === 0;
        }
        else if (mark === ':') {
            if (top?.state !== 'colon')
                return undefined;
            top.state = 'value';
        }
        else {
            if (top?.state !== 'after')
                return undefined;
            top.state = top.kind === '{' ? 'key' : 'value';
        }
    }
}
/** Undefined when it holds a control character. */
function textOf(quoted) {
    try {
        return String(JSON.parse(quoted));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/protocols/http/inspect.js
// A request becomes a statement.






/** Of a body, for people; its digest is of all of it. */
const SHOWN_BODY = 8 * 1024;
const ACTIONS = {
    GET: 'read',
    HEAD: 'read',
    OPTIONS: 'read',
    PUT: 'write',
    PATCH: 'write',
    DELETE: 'remove',
};
/** Throws `Refused` for a body that names another method. */
function statementOf(id, request, rules) {
    const { method, target, headers, body } = request;
    const [type] = valuesOf(headers, 'content-type');
    const [encoding] = valuesOf(headers, 'content-encoding');
    const values = body && fieldsOf(body, type, encoding);
    if (values?.some(([name]) => name.toLowerCase() === '_method'))
        throw new Refused(400, 'the body names another method', 'Send the request with the method that is meant');
    const facts = { method, segments: target.segments, query: target.query, body: values };
    const effect = effectOf(facts, target, (0,core_request/* listed */.K)(rules, facts));
    const own = telling(headers);
    return {
        id,
        text: inspect_textOf(request, own),
        sha256: digest(request, own),
        analysis: {
            effects: [effect],
            relations: [],
            count: 1,
            changes: { schema: false, resolution: false },
        },
    };
}
function effectOf({ method }, { canonical }, rule) {
    const action = ACTIONS[method] ?? 'call';
    const path = canonical.split('?', 1)[0] ?? canonical;
    if (!rule)
        return { action, object: 'request', name: path, detail: method };
    const template = rule.match.slice(rule.match.indexOf(' ') + 1);
    return { action, object: 'request', name: template, detail: method, listed: rule.verdict };
}
/** As whoever approves it reads it: `POST /v1/refunds`, what its headers add, its body. */
function inspect_textOf({ method, target, body, length }, headers) {
    const head = [`${method} ${target.canonical}`];
    for (const [name, value] of headers)
        head.push(`${name.toLowerCase()}: ${value}`);
    if (body === undefined)
        return `${head.join('\n')}\n\n(${length ?? 'an unknown number of'} bytes, passed on as they come)`;
    if (body.length === 0)
        return head.join('\n');
    if (!(0,external_node_buffer_.isUtf8)(body) || body.includes(0))
        return `${head.join('\n')}\n\n(${body.length} bytes, not text)`;
    const text = body.toString();
    return `${head.join('\n')}\n\n${text.length > SHOWN_BODY * 2 ? `${text.slice(0, SHOWN_BODY * 2)}…` : text}`;
}
/** Of method, target, telling headers and body, each with its length in front. */
function digest({ method, target, body, length }, headers) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const add = (bytes) => hash.update(`${bytes.length}:`).update(bytes);
    add(Buffer.from(`${method} ${target.canonical}`));
    for (const [name, value] of headers)
        add(Buffer.from(`${name.toLowerCase()}: ${value}`, 'latin1'));
    add(body ?? Buffer.from(`${length ?? 'chunked'}`));
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./lib/protocols/http/connection.js







const LINGER_MS = 2000;
/** What one connection may have told of things that are refused before they are statements. */
const MOST_NOTES = 100;
/** Requests that wait behind the one that is answered. */
const MOST_PIPELINED = 64;
const UNKNOWN = {
    status: 401,
    message: 'the session’s password is missing',
    hint: 'Use the address of the session as it was exported, or send its token as `Authorization: Bearer`',
    close: true,
};
class Session {
    closed;
    #socket;
    #gate;
    #shared;
    #notes = new Set();
    #queue = Promise.resolve();
    #waiting = 0;
    #statements = 0;
    #opened = false;
    #reason;
    #failed = false;
    #current;
    #settle = () => { };
    constructor(socket, gate, shared) {
        this.#socket = socket;
        this.#gate = gate;
        this.#shared = shared;
        this.closed = new Promise((resolve) => (this.#settle = resolve));
        socket.on('error', () => { });
        socket.once('close', () => this.#clientClosed());
    }
    get over() {
        return this.#reason !== undefined;
    }
    end(reason) {
        if (this.over)
            return;
        this.#failed = true;
        this.#reason = reason;
        const current = this.#current;
        const own = { status: 503, message: reason, close: true };
        if (current && !current.response.headersSent)
            answer(current.request, current.response, own);
        else if (!current && !this.#socket.destroyed)
            this.#socket.end(rawAnswer(own));
        else
            this.#socket.destroy();
        this.#finish();
    }
    request(request, response, expects) {
        if (this.over || ++this.#waiting > MOST_PIPELINED) {
            this.#socket.destroy();
            return;
        }
        this.#queue = this.#queue
            .then(() => this.#serve(request, response, expects))
            .catch(() => void this.#socket.destroy())
            .finally(() => void this.#waiting--);
    }
    /** The client's bytes are no request. */
    broken(answered, writable) {
        if (this.over)
            return;
        this.note('request', answered.message);
        this.#reason = 'the client broke the protocol';
        if (writable && !this.#current?.response.headersSent)
            this.#socket.end(rawAnswer(answered));
        else
            this.#socket.destroy();
        this.#finish();
    }
    note(limit, detail) {
        const key = `${limit}: ${detail}`;
        if (this.#notes.has(key) || this.#notes.size >= MOST_NOTES)
            return;
        this.#notes.add(key);
        this.#gate.limit(limit, detail);
    }
    async #serve(request, response, expects) {
        if (this.over)
            return;
        const gone = new AbortController();
        const closed = new Promise((resolve) => response.once('close', resolve));
        response.once('close', () => gone.abort());
        this.#current = { request, response };
        try {
            await this.#handle(request, response, expects, gone.signal);
        }
        catch (error) {
            const own = error instanceof Refused ? refusalOf(error) : failureOf(error);
            if (error instanceof Refused)
                this.note('request', error.message);
            if (own.close)
                this.#reason ??= own.message;
            if (!response.headersSent)
                answer(request, response, own);
            else
                response.destroy();
        }
        await closed;
        this.#current = undefined;
    }
    async #handle(request, response, expects, gone) {
        const { terms, http, local, masks } = this.#shared;
        const headers = pairs(request.rawHeaders);
        const method = request.method ?? '';
        const hosts = hostsOf(this.#socket.localPort ?? 0);
        checkShape({ method, version: request.httpVersion, headers, hosts });
        const [authorization] = valuesOf(headers, 'authorization');
        const access = accessOf(request.url ?? '', authorization, local.password);
        if (!access) {
            this.note('login', 'a request without the session’s password');
            return answer(request, response, UNKNOWN);
        }
        this.#open(request);
        const target = readTarget(access.target);
        const sending = forwarded({ headers, terms: http, local: access.header, masks });
        const [length] = valuesOf(headers, 'content-length');
        const begun = await this.#begin(request, response, expects, length);
        const body = begun.more ? undefined : begun.bytes;
        const inspected = { method, target, headers: sending, body, length };
        const statement = statementOf(this.#statements + 1, inspected, terms.guard.requests ?? []);
        this.#statements++;
        await this.#keptUp();
        if (this.over)
            return;
        const refused = await this.#decide(statement, gone);
        // It may have ended meanwhile: then it was answered.
        if (gone.aborted || this.over)
            return;
        if (refused)
            return answer(request, response, denial(refused));
        this.#gate.flush();
        if (expects && begun.more && begun.bytes.length === 0)
            response.writeContinue();
        const base = `http://${valuesOf(headers, 'host')[0]}${access.base}`;
        await exchange({
            shared: this.#shared,
            gate: this.#gate,
            statement,
            inspected,
            begun,
            request,
            response,
            base,
            gone,
        });
        this.#gate.idle();
    }
    /** A body that is known to be too large to judge is not asked for before the rest is judged. */
    async #begin(request, response, expects, length) {
        if (Number(length ?? 0) > MOST_JUDGED)
            return { bytes: Buffer.alloc(0), more: true };
        if (length === undefined && request.headers['transfer-encoding'] === undefined)
            return { bytes: Buffer.alloc(0), more: false };
        if (expects)
            response.writeContinue();
        return begin(request);
    }
    #open(request) {
        if (this.#opened)
            return;
        this.#opened = true;
        const { terms, local } = this.#shared;
        this.#gate.opened({
            client: this.#socket.remoteAddress ?? 'unix socket',
            user: local.user,
            application: (request.headers['user-agent'] ?? '').replace(/\p{C}/gu, '').slice(0, 64),
            tls: terms.tls?.mode === 'disable' ? 'none' : 'verified',
        });
    }
    #keptUp() {
        const { promise, resolve } = Promise.withResolvers();
        return this.#gate.lagging(resolve) ? promise : undefined;
    }
    /** Settles with undefined when it may go, else with what it is refused by. */
    async #decide(statement, signal) {
        const gate = this.#gate;
        let verdict = await gate.judge(statement);
        while (verdict.kind === 'hold' && gate.hold) {
            // An answer has one head: nothing can be told before it.
            const refused = await gate.hold(statement, verdict, { transaction: 'none', notice: () => { }, signal });
            if (refused)
                return refused;
            verdict = await gate.judge(statement);
        }
        return verdict.kind === 'allow' ? undefined : verdict;
    }
    /** What was written may still arrive. */
    #finish() {
        this.#socket.resume();
        setTimeout(() => this.#socket.destroy(), LINGER_MS).unref();
    }
    #clientClosed() {
        const reason = this.#reason ?? (this.#current ? 'client gone' : 'client finished');
        this.#reason = reason;
        // What the gate was asked is answered first.
        this.#queue.finally(() => {
            const totals = { bytesIn: this.#socket.bytesRead, bytesOut: this.#socket.bytesWritten };
            if (this.#opened)
                this.#gate.closed(reason, totals);
            else if (this.#failed)
                this.#gate.limit('login', reason);
            this.#settle();
        });
    }
}
const hostsOf = (port) => ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
const refusalOf = ({ status, message, hint }) => ({
    status,
    message,
    hint,
    close: status !== 403,
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/protocols/http/tls.js
// TLS to the target, always verified.



const VERIFIED = { mode: 'verify-full' };
/** The socket as it is when the target speaks in clear. Throws `SluiceError` UPSTREAM_TLS. */
function tls_secure(socket, terms) {
    const { mode, ca, serverName } = terms.tls ?? VERIFIED;
    if (mode === 'disable')
        return Promise.resolve(socket);
    const name = serverName ?? terms.host;
    const tls = (0,external_node_tls_.connect)({
        socket,
        host: name,
        minVersion: 'TLSv1.2',
        ALPNProtocols: ['http/1.1'],
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca }),
        ...((0,external_node_net_.isIP)(name) ? {} : { servername: name }),
    });
    return new Promise((resolve, reject) => {
        const failed = (error) => reject(untrusted(terms, name, error.code ?? 'TLS error'));
        const ended = () => reject(untrusted(terms, name, 'the target closed the connection'));
        tls.once('error', failed).once('close', ended);
        tls.once('secureConnect', () => {
            tls.off('error', failed).off('close', ended);
            if (tls.alpnProtocol === false || tls.alpnProtocol === 'http/1.1')
                return resolve(tls);
            tls.destroy();
            reject(untrusted(terms, name, 'it speaks another protocol'));
        });
    });
}
function untrusted(terms, name, why) {
    const address = `${terms.host}:${terms.port}`;
    const wrongName = why === 'ERR_TLS_CERT_ALTNAME_INVALID';
    return new errors/* SluiceError */.ah('UPSTREAM_TLS', wrongName
        ? `The certificate of target ${terms.name} (${address}) is not for the name ${name}`
        : `The TLS certificate of target ${terms.name} (${address}) could not be verified (${why})`, {
        hint: wrongName
            ? 'Set `tls.server_name` to a name in the certificate, or reach the target by such a name.'
            : 'Give the authority that signed it as `tls: { ca: file:PATH }`.',
    });
}

;// CONCATENATED MODULE: ./lib/protocols/http/upstream.js
// Connections to the target: kept for the next request, bounded, and never taken when something unasked came on them.



/** Shorter than what servers and balancers usually keep. */
const IDLE_MS = 4000;
const MOST_HEADERS = 64 * 1024;
class Upstream {
    #agent;
    #host;
    constructor(terms, dial) {
        this.#agent = new Connections(terms, dial);
        const usual = terms.tls?.mode === 'disable' ? 80 : 443;
        const name = terms.host.includes(':') ? `[${terms.host}]` : terms.host;
        this.#host = terms.port === usual ? name : `${name}:${terms.port}`;
    }
    send({ method, target, headers, alone, signal }) {
        return (0,external_node_http_.request)({
            method,
            path: target,
            agent: this.#agent,
            signal,
            insecureHTTPParser: false,
            maxHeaderSize: MOST_HEADERS,
            setHost: false,
            headers: [
                ['Host', this.#host],
                ...headers,
                ['Accept-Encoding', 'identity'],
                ['Connection', alone ? 'close' : 'keep-alive'],
            ].flat(),
        });
    }
    async check() {
        const socket = await this.#agent.dial();
        socket.destroy();
    }
    close() {
        this.#agent.destroy();
    }
}
class Connections extends external_node_http_.Agent {
    #terms;
    #dial;
    #unasked = new WeakMap();
    constructor(terms, dial) {
        const most = terms.limits.connections;
        super({ keepAlive: true, maxSockets: most, maxFreeSockets: Math.min(most, 16), scheduling: 'lifo' });
        this.#terms = terms;
        this.#dial = dial;
    }
    async dial() {
        const socket = await this.#dial();
        socket.setNoDelay(true);
        // The other end may be gone before anybody listens.
        socket.on('error', () => { });
        return tls_secure(socket, this.#terms);
    }
    createConnection(_options, callback) {
        const done = callback;
        this.dial().then((socket) => done?.(null, socket), (error) => done?.(error instanceof Error ? error : new errors/* SluiceError */.ah('INTERNAL', 'no connection')));
    }
    keepSocketAlive(socket) {
        // Node's types do not know that it answers.
        const kept = super.keepSocketAlive(socket);
        if (kept !== true)
            return false;
        const own = socket;
        own.setTimeout(IDLE_MS);
        const unasked = () => own.destroy();
        this.#unasked.set(own, unasked);
        own.on('data', unasked);
        return true;
    }
    reuseSocket(socket, own) {
        const unasked = this.#unasked.get(socket);
        if (unasked)
            socket.off('data', unasked);
        super.reuseSocket(socket, own);
    }
}

;// CONCATENATED MODULE: ./lib/protocols/http/index.js







const HEADERS_MS = 10_000;
const http_IDLE_MS = 60_000;
const MOST_HEADER_BYTES = 16 * 1024;
const http_MOST_HEADERS = 100;
const http = { name: 'http', defaultPort: 443, open: http_open };
function http_open({ terms, dial, local, masking }) {
    const own = httpOf(terms);
    const shared = {
        terms,
        http: own,
        local,
        masking,
        masks: looksInto(terms),
        needles: needlesOf(terms.credential, own),
        credential: [own.header, credentialOf(terms, own)],
        upstream: new Upstream(terms, dial),
        now: () => performance.now(),
    };
    const sessions = new WeakMap();
    const server = listenTo(sessions);
    return {
        masking,
        serve: (client, gate) => serve(client, gate, shared, server, sessions),
        check: () => shared.upstream.check(),
        async close() {
            server.close();
            shared.upstream.close();
        },
    };
}
/** Node's parser over sockets that somebody else accepts: strict, and with its own time limits. */
function listenTo(sessions) {
    const server = (0,external_node_http_.createServer)({
        insecureHTTPParser: false,
        maxHeaderSize: MOST_HEADER_BYTES,
        headersTimeout: HEADERS_MS,
        // A body may wait for an approver; one that stops by itself is noticed where it is read.
        requestTimeout: 0,
        keepAliveTimeout: http_IDLE_MS,
        connectionsCheckingInterval: 1000,
        noDelay: true,
    });
    server.maxHeadersCount = http_MOST_HEADERS;
    server.on('request', (request, response) => sessions.get(request.socket)?.request(request, response, false));
    server.on('checkContinue', (request, response) => sessions.get(request.socket)?.request(request, response, true));
    server.on('checkExpectation', (request, response) => answer(request, response, { status: 417, message: 'only `100-continue` can be expected', close: true }));
    server.on('connect', (_, socket) => {
        socket.end(rawAnswer({ status: 405, message: 'the method CONNECT is not passed on' }));
    });
    server.on('clientError', (error, socket) => sessions
        .get(socket)
        ?.broken(brokenBy(error.code ?? ''), socket.writable && error.code !== 'ECONNRESET'));
    // Nobody listens here, and yet slow clients are to be noticed.
    server.emit('listening');
    return server;
}
function brokenBy(code) {
    if (code === 'HPE_HEADER_OVERFLOW')
        return { status: 431, message: 'the headers are too long' };
    if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
        return { status: 408, message: 'the request took too long to arrive' };
    return { status: 400, message: 'the request is not plain HTTP/1.1' };
}
function serve(client, gate, shared, server, sessions) {
    const session = new Session(client, gate, shared);
    sessions.set(client, session);
    // Whoever is turned away at once is told so before anything is read.
    setImmediate(() => {
        if (session.over || client.destroyed)
            return;
        server.emit('connection', client);
        client.resume();
    });
    return session;
}
/** Masks by column speak of databases. */
const looksInto = ({ masks }) => (masks.fields ?? []).length > 0 || masks.detect.length > 0 || (masks.patterns ?? []).length > 0;
function credentialOf({ credential, name }, { scheme }) {
    if (!('password' in credential))
        throw invalid(name, 'no secret');
    const { user, password } = credential;
    if (scheme === 'plain')
        return password;
    if (scheme === 'bearer')
        return new secret/* Secret */.z(`Bearer ${password.reveal()}`);
    return new secret/* Secret */.z(`Basic ${Buffer.from(`${user}:${password.reveal()}`).toString('base64')}`);
}
function httpOf({ name, http: own }) {
    if (own)
        return own;
    throw invalid(name, 'no settings of HTTP');
}
const invalid = (name, what) => new errors/* SluiceError */.ah('CONFIG_INVALID', `Target ${name} has ${what}`, {
    hint: 'The server and this program may be of different versions: use the same release',
});


/***/ })

};
