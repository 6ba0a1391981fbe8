export const id = 221;
export const ids = [221];
export const modules = {

/***/ 29325:
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


/***/ }),

/***/ 74090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed),
/* harmony export */   Q: () => (/* binding */ parseTemplate)
/* harmony export */ });
const TEMPLATE = /^(\*|[A-Z]{1,20}(?:,[A-Z]{1,20}){0,9}) (\/[^\s?#]*)$/;
/**
 * `DELETE /v1/users/{id}`, `PUT,PATCH /v1/**`, `* /admin/**`. `{name}` and `*` stand for one part of the path, `*` also within
 * one; `**` at the end for any number of them. Undefined when it is none.
 */
function parseTemplate(text) {
    const [, methods, path] = TEMPLATE.exec(text) ?? [];
    if (methods === undefined || path === undefined)
        return undefined;
    const segments = path.slice(1).split('/');
    const sound = segments.every((part, at) => (part === '**' ? at === segments.length - 1 : !part.includes('**')) &&
        (/^\{\w{1,40}\}$/.test(part) || !/[{}%;\\]/.test(part)) &&
        (part !== '' || at === segments.length - 1) &&
        part !== '.' &&
        part !== '..');
    return sound ? { methods: methods === '*' ? undefined : methods.split(','), segments } : undefined;
}
/**
 * The first entry that the request meets. An entry that loosens is met by what is exactly so; one that tightens also where
 * a server may read the path otherwise (case, a slash at the end), and where a value could not be read.
 */
function listed(rules, request) {
    return rules.find((rule) => meets(rule, request));
}
function meets({ match, query, body, verdict }, request) {
    const template = parseTemplate(match);
    if (!template)
        return false;
    const loosens = verdict === 'allow' || verdict === 'warn';
    return (methodFits(template.methods, request.method) &&
        pathFits(template.segments, request.segments, loosens) &&
        valuesFit(query, request.query, loosens) &&
        valuesFit(body, request.body, loosens));
}
/** HEAD is a GET without its answer's body. */
const methodFits = (methods, method) => !methods || methods.includes(method) || (method === 'HEAD' && methods.includes('GET'));
function pathFits(pattern, given, exact) {
    const path = exact ? given : plain(given);
    const parts = exact ? pattern : plain(pattern);
    const rest = parts.at(-1) === '**';
    const fixed = rest ? parts.slice(0, -1) : parts;
    if (rest ? path.length < fixed.length : path.length !== fixed.length)
        return false;
    return fixed.every((part, at) => partFits(part, path[at] ?? ''));
}
const plain = (parts) => (parts.at(-1) === '' ? parts.slice(0, -1) : parts).map((part) => part.toLowerCase());
const partFits = (pattern, part) => pattern.startsWith('{') ? part !== '' : pattern === '*' ? part !== '' : glob(pattern, part);
function valuesFit(wanted, given, loosens) {
    const names = Object.entries(wanted ?? {});
    if (names.length === 0)
        return true;
    if (!given)
        return !loosens;
    return names.every(([name, patterns]) => {
        const own = given.filter(([at]) => (loosens ? at === name : at.toLowerCase() === name.toLowerCase()));
        const fits = ([, value]) => patterns.some((pattern) => glob(pattern, value));
        return loosens ? own.length > 0 && own.every(fits) : own.some(fits);
    });
}
/** `*` stands for any characters. Linear: each piece is looked for behind the one before it. */
function glob(pattern, value) {
    const pieces = pattern.split('*');
    const [first = ''] = pieces;
    if (pieces.length === 1)
        return pattern === value;
    const last = pieces.at(-1) ?? '';
    if (!value.startsWith(first))
        return false;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
        const found = value.indexOf(piece, at);
        if (found === -1)
            return false;
        at = found + piece.length;
    }
    return value.length - last.length >= at && value.endsWith(last);
}


/***/ }),

/***/ 66022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ http),
/* harmony export */   z: () => (/* binding */ requests)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _core_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74090);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3680);
// Targets that speak HTTP.



const ORIGIN = (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('not an origin', 'Write https://host or https://host:port without a path; http:// for loopback, or with `allow_plaintext`');
/** `https://api.internal:8443`. */
const origin = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(ORIGIN)
    .max(300, ORIGIN)
    .transform((value, context) => {
    const [, scheme, bracketed, plain, digits] = /^(https?):\/\/(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::([0-9]{1,5}))?\/?$/.exec(value) ?? [];
    const host = bracketed ?? plain;
    const port = digits === undefined ? (scheme === 'http' ? 80 : 443) : Number(digits);
    if (host === undefined || port === 0 || port > 65_535) {
        context.addIssue({ code: 'custom', message: ORIGIN, input: undefined });
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    }
    return { host, port, plain: scheme === 'http', loopback: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .BM)(host) };
})
    .describe('The one origin that the target is. `https://host[:port]`.');
const HEADER = (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('not a header’s name', 'Write a name such as X-Api-Key');
const REFUSED = /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|accept-encoding|cookie|x-sluice.*)$/i;
const credential = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('static').describe('A credential that exists already.'),
    bearer: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('Token that is sent as `Authorization: Bearer`.').optional(),
    user: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Account name for `Authorization: Basic`, or a reference to it.', 4096).optional(),
    password: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('The account’s password.').optional(),
    header: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(HEADER)
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, HEADER)
        .refine((name) => !REFUSED.test(name), (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('this header says something else', 'Choose another one'))
        .describe('Name of the header that carries `value`.')
        .optional(),
    value: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('The header’s whole value.').optional(),
})
    .describe('`bearer`, or `user` and `password`, or `header` and `value`.');
const TYPE = (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('not a media type', 'Write image/png, or image/* for all of a kind');
const tls = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ca: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('Certificate authority in PEM; the system’s when left out.').optional(),
    server_name: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Name in the certificate when it differs from the address.', 253).optional(),
    allow_plaintext: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('true or false is expected', 'Write true or false'))
        .describe('Allows an address with `http://` that is not loopback: the credential goes there in clear.')
        .optional(),
})
    .describe('How the target proves who it is; its certificate and name are always verified.');
/** `place`: what every target has. */
const http = (place) => zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    protocol: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('http').describe('What the target speaks.'),
    ...place,
    address: origin,
    tls: tls.optional(),
    credential,
    cookies: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['drop', 'pass'], (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('not a way to treat cookies', 'Write drop or pass'))
        .describe('`drop` (when left out): cookies go neither way. `pass`: they do.')
        .optional(),
    unmasked: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(TYPE).regex(/^[a-z0-9.+-]{1,60}\/(?:\*|[a-z0-9.+-]{1,100})$/, TYPE), 'Media types that may pass although masks cannot look into them, `image/*`; others are refused.').optional(),
});
const MATCH = (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('not a request', 'Write "DELETE /v1/users/{id}": a method, several with commas, or *; and a path. {id} stands for one part, ** at the end for any rest');
const values = (description) => zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200), zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Value.', 500), (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Value.', 500), 'Values, one of which it must have.')], {
    error: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('text is expected', 'Write text or a list of texts; numbers, true and false in quotes'),
}))
    .describe(description)
    .optional();
const requests = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    match: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(MATCH)
        .max(500, MATCH)
        .refine((value) => (0,_core_request_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTemplate */ .Q)(value) !== undefined, MATCH)
        .describe('`DELETE /v1/users/{id}`, `PUT,PATCH /v1/**`, `* /admin/**`.'),
    query: values('Values of the query by name; `*` stands for any characters.'),
    body: values('Values of a JSON or form body by the path of their field, `items.kind`.'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['allow', 'warn', 'hold', 'block'], (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('not a verdict', 'Write allow, warn, hold or block'))
        .describe('What happens to it.'),
}), (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .cause */ .c1)('a list is expected', 'Write [{ match: "GET /v1/**", verdict: allow }, …]'))
    .describe('Requests over HTTP: the first entry that is met decides. Without one, `unsafe-request` speaks of every method but GET, HEAD and OPTIONS.');


/***/ }),

/***/ 22221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ file),
  O: () => (/* binding */ jsonSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./lib/policy/schema/values.js
var values = __webpack_require__(3680);
;// CONCATENATED MODULE: ./lib/policy/schema/access.js


const CLAIM = /^[a-z][a-z0-9_]{0,62}$/;
const value = () => (0,values/* text */.Qq)('The claim’s value; `*` stands for characters other than `/` and `:`.', 1024);
const names = (description) => schemas/* array */.YOg((0,values/* name */.UU)(), (0,values/* cause */.c1)('a list is expected', 'Write [name, …]'))
    .min(1, (0,values/* cause */.c1)('the list is empty', 'Name at least one'))
    .describe(description);
const access = schemas/* array */.YOg(schemas/* strictObject */.rej({
    name: (0,values/* text */.Qq)('What the rule is for: shown to people and kept in the record.'),
    issuer: (0,values/* name */.UU)().describe('Name of one of `issuers`.'),
    claims: schemas/* record */.g1P(schemas/* string */.YjP()
        .regex(CLAIM, (0,values/* cause */.c1)('not the name of a claim', 'Write a claim’s name as in the token: repository_id')), schemas/* union */.KCZ([value(), schemas/* array */.YOg(value()).min(1)], (0,values/* cause */.c1)('a claim is text, or a list of texts', 'Put the value in quotes: "123", "true"; or write a list of at least one')))
        .describe('Every claim must equal its value, or one of a list. A claim that is absent or empty never matches.'),
    targets: names('Targets that these jobs may reach.'),
    guard: (0,values/* name */.UU)().describe('Guard of these sessions; `strict` when left out.').optional(),
    mask: (0,values/* name */.UU)().describe('Mask of these sessions; none when left out.').optional(),
    ttl: (0,values/* duration */.p0)('Longest session; 30m when left out.', { min: '1m', max: '1d' }).optional(),
    approval: schemas/* strictObject */.rej({
        by: names('Approvers who may agree.'),
        min: (0,values/* count */.U9)('How many of them must agree; 1 when left out.', 10).optional(),
        timeout: (0,values/* duration */.p0)('How long the exchange waits; 1h when left out.', {
            min: '1m',
            max: '30d',
        }).optional(),
    })
        .describe('The exchange waits until a person agrees.')
        .optional(),
    holds: schemas/* strictObject */.rej({
        by: names('Approvers who may release a held statement.'),
        min: (0,values/* count */.U9)('How many of them must agree; 1 when left out.', 10).optional(),
        timeout: (0,values/* duration */.p0)('How long a held statement waits; 15m when left out.', {
            min: '10s',
            max: '1d',
        }).optional(),
        strong_locks: schemas/* enum */.k5n(['wait', 'refuse'], (0,values/* cause */.c1)('not a choice', 'Write wait or refuse'))
            .describe('`refuse` does not wait while the open transaction has locked a table against reads or writes; `wait` (when left out) does, and shows the locks.')
            .optional(),
    })
        .describe('What the guard holds waits until a person agrees. Left out, the approvers of `approval` are asked; without these either, what would be held is refused.')
        .optional(),
}), (0,values/* cause */.c1)('a list is expected', 'Write one `- name: …` a rule'))
    .describe('Who may reach what. For each target the first rule that matches gives the grant.');

// EXTERNAL MODULE: ./lib/policy/schema/http.js
var http = __webpack_require__(66022);
;// CONCATENATED MODULE: ./lib/policy/schema/guards.js



const rule = () => (0,values/* text */.Qq)('Id of a statement rule.', 63);
const rules = (description) => schemas/* array */.YOg(rule(), (0,values/* cause */.c1)('a list is expected', 'Write [rule, …]')).describe(description);
/** Of rows. */
const MOST = 1_000_000_000_000;
const limits = schemas/* strictObject */.rej({
    statement_timeout: (0,values/* duration */.p0)('Longest run of one statement.', { max: '1d' }).optional(),
    lock_timeout: (0,values/* duration */.p0)('Longest wait for a lock.', { max: '1d' }).optional(),
    idle_in_transaction_timeout: (0,values/* duration */.p0)('Longest pause within a transaction.', { max: '1d' }).optional(),
    rows: (0,values/* count */.U9)('Most rows that one statement may return.', 1_000_000_000).optional(),
    bytes: (0,values/* size */.Ej)('Most bytes that one statement may return.').optional(),
    connections: (0,values/* count */.U9)('Most client connections at a time; 50 when left out.', 10_000).optional(),
})
    .describe('What one statement and one session may use.');
const things = (one, description) => schemas/* array */.YOg((0,values/* text */.Qq)(one, 1000))
    .min(1, (0,values/* cause */.c1)('the list is empty', 'Name one, or give the rule’s id alone'))
    .describe(description)
    .optional();
const allowed = schemas/* union */.KCZ([
    rule(),
    schemas/* strictObject */.rej({
        rule: rule(),
        relations: schemas/* array */.YOg((0,values/* text */.Qq)('`schema.table`; `*` stops at a dot.', 200))
            .min(1, (0,values/* cause */.c1)('the list is empty', 'Name a relation, or give the rule’s id alone'))
            .describe('The rule does not speak for these relations.')
            .optional(),
        paths: things('`/srv/app/releases/*`; `*` stops at a slash, `**` does not. `~` is the home directory.', 'It does not speak for these paths of a host.'),
        programs: things('A program’s path, or a runner with its task: `npm run migrate`.', 'It does not speak for these programs, whatever their arguments.'),
        names: things('A name; `*` stops at a slash.', 'It does not speak for these services, packages, containers, accounts or hosts.'),
        rows: (0,values/* count */.U9)('It does not speak up to this many rows, as the server estimates.', MOST).optional(),
        table_size: (0,values/* size */.Ej)('It does not speak for relations up to this size, with their indexes.').optional(),
    })
        .refine(({ relations, paths, programs, names, rows, table_size }) => [relations, paths, programs, names, rows, table_size].some((given) => given !== undefined), (0,values/* cause */.c1)('an exception without a condition', 'Add relations, paths, programs, names, rows or table_size, or give the rule’s id alone')),
], (0,values/* cause */.c1)('not an exception', 'Write a rule’s id, or { rule: …, relations: [schema.table] }'))
    .describe('A rule that does not speak: everywhere, or for what meets every condition given. What is not known meets none.');
const thresholds = schemas/* strictObject */.rej({
    rows: (0,values/* count */.U9)('Most rows that one statement (as the server estimates) or one transaction (counted) may delete or update; beyond, `many-rows` speaks. 10,000 in `strict`, 100,000 in `migrations`.', MOST).optional(),
    table_size: (0,values/* size */.Ej)('Largest relation, with its indexes, for which a lock risk is only reported; it is held for larger ones. 10GiB in `migrations`.').optional(),
})
    .describe('Beyond these a statement is held that would pass. Each is taken from `extends` when left out.');
const guards = schemas/* record */.g1P((0,values/* name */.UU)(), schemas/* strictObject */.rej({
    extends: (0,values/* name */.UU)()
        .describe('Guard to start from: `strict`, `migrations`, `read-only`, or one of this file; `strict` when left out.')
        .optional(),
    mode: schemas/* enum */.k5n(['enforce', 'observe'], (0,values/* cause */.c1)('not a mode', 'Write enforce or observe'))
        .describe('`observe` lets everything pass and records what would have happened.')
        .optional(),
    block: rules('Rules whose statements are refused.').optional(),
    hold: rules('Rules whose statements wait for an approver.').optional(),
    warn: rules('Rules that are only reported.').optional(),
    allow: schemas/* array */.YOg(allowed, (0,values/* cause */.c1)('a list is expected', 'Write [rule, …]'))
        .describe('Exceptions. Those of the guard it extends count too, but for rules that this guard lists in `block`, `hold` or `warn`.')
        .optional(),
    requests: http/* requests */.z.optional(),
    thresholds: thresholds.optional(),
    limits: limits.optional(),
}))
    .describe('Statement policies, by a name of your choice. `block` beats `hold` beats `allow`.');

;// CONCATENATED MODULE: ./lib/policy/schema/issuers.js


const issuers = schemas/* record */.g1P((0,values/* name */.UU)(), schemas/* strictObject */.rej({
    issuer: (0,values/* url */.OZ)('The `iss` of the platform’s tokens, compared whole.'),
    platform: schemas/* enum */.k5n(['github', 'gitlab'], (0,values/* cause */.c1)('not a platform', 'Write github or gitlab'))
        .describe('Whose tokens these are. May be left out when the issuer is named `github` or `gitlab`.')
        .optional(),
    audience: (0,values/* text */.Qq)('What `aud` must be, exactly; `server.url` when left out.', 2048).optional(),
    jwks_uri: (0,values/* url */.OZ)('Where the signing keys are, when the issuer’s discovery document is not to be asked.').optional(),
}))
    .describe('CI platforms whose tokens are accepted, by a name of your choice.');
const approvers = schemas/* record */.g1P((0,values/* name */.UU)(), schemas/* strictObject */.rej({
    group: (0,values/* text */.Qq)('Group in the sign-in provider’s `groups` claim whose members may approve.'),
}))
    .describe('Who may approve, by a name of your choice.');

// EXTERNAL MODULE: ./lib/core/pattern.js
var pattern = __webpack_require__(29325);
;// CONCATENATED MODULE: ./lib/policy/schema/masks.js



const PATTERN = /^[^.\p{Cc}]+\.[^.\p{Cc}]+\.[^.\p{Cc}]+$/u;
const kind = schemas/* preprocess */.vkY((value) => (value === null ? 'null' : value), schemas/* enum */.k5n(['redact', 'partial', 'hash', 'null'], (0,values/* cause */.c1)('not a mask', 'Write redact, partial, hash or null')))
    .describe('`redact` replaces the value, `partial` keeps its shape and a little, `hash` gives equal values the same token for this session, `null` gives NULL.');
const MOST_PATTERNS = 20;
const masks_pattern = schemas/* string */.YjP((0,values/* cause */.c1)('text is expected', 'Write the pattern as text, best in single quotes'))
    .superRefine((source, context) => {
    const compiled = (0,pattern/* compilePattern */.E)(source);
    if ('problem' in compiled)
        context.addIssue({ code: 'custom', message: (0,values/* cause */.c1)(compiled.problem, compiled.cure) });
})
    .describe('A pattern such as `EMP-[0-9]{6}`, of at most 200 characters.');
const masks = schemas/* record */.g1P((0,values/* name */.UU)(), schemas/* strictObject */.rej({
    columns: schemas/* record */.g1P(schemas/* string */.YjP()
        .regex(PATTERN, (0,values/* cause */.c1)('not a column pattern', 'Write "schema.table.column" in quotes; `*` stops at a dot: "*.*.password_hash"')), kind)
        .describe('Masks by column, `schema.table.column`; `*` stops at a dot. The first pattern that matches wins.')
        .optional(),
    fields: schemas/* record */.g1P(schemas/* string */.YjP()
        .max(200)
        .regex(/^[^\s.]+(\.[^\s.]+)*$/, (0,values/* cause */.c1)('not a field pattern', 'Write a name, or a path in quotes: "data.*.email"')), kind)
        .describe('Masks over HTTP by field of JSON, forms and events: a name alone (`ssn`) means every field of that name, a path (`data.*.email`) starts at the top; `*` stands for one name or a part of one, `**` for any number; lists take no part. Upper and lower case are the same. The first pattern that matches wins.')
        .optional(),
    detect: schemas/* array */.YOg((0,values/* text */.Qq)('Id of a detector.', 63), (0,values/* cause */.c1)('a list is expected', 'Write [detector, …]'))
        .describe('Detectors that look for secrets and personal data in every text value.')
        .optional(),
    patterns: schemas/* record */.g1P((0,values/* name */.UU)(), masks_pattern)
        .refine((patterns) => Object.keys(patterns).length <= MOST_PATTERNS, (0,values/* cause */.c1)('too many patterns', `Write at most ${MOST_PATTERNS}, or join some with |`))
        .describe('Own patterns by a name of your choice, in RE2 syntax: what they match is masked as what detectors find. Of a longer value the first 64 KiB are searched and the rest is hidden when a match may stand there.')
        .optional(),
    predicates: schemas/* enum */.k5n(['strict', 'flag'], (0,values/* cause */.c1)('not a way to treat conditions', 'Write strict or flag'))
        .describe('Conditions and orders on masked columns, which tell values bit by bit: `flag` (the default) warns and records them; `strict` holds every statement that does more with such a column than to show, count or overwrite it.')
        .optional(),
}))
    .describe('What is masked in results, by a name of your choice.');

;// CONCATENATED MODULE: ./lib/policy/schema/github.js


const id = (description) => schemas/* string */.YjP((0,values/* cause */.c1)('an id as text is expected', 'Write the number in quotes'))
    .regex(/^[0-9]{1,20}$/, (0,values/* cause */.c1)('an id is a number', 'Write the number in quotes; no `*`'))
    .describe(description);
const github = schemas/* strictObject */.rej({
    app_id: id('Id of the GitHub App.'),
    private_key: (0,values/* reference */.ir)('The app’s private key, PEM.'),
    webhook_secret: (0,values/* reference */.ir)('Secret of the app’s webhook.'),
    api_url: (0,values/* url */.OZ)('Base of the REST API; https://api.github.com when left out.').optional(),
    environments: schemas/* array */.YOg(schemas/* strictObject */.rej({
        repository_id: id('Id of the repository, from `gh api repos/OWNER/NAME --jq .id`.'),
        environment: (0,values/* text */.Qq)('Name of the environment.', 255),
        by: schemas/* array */.YOg((0,values/* name */.UU)(), (0,values/* cause */.c1)('a list is expected', 'Write [name, …]'))
            .min(1, (0,values/* cause */.c1)('the list is empty', 'Name at least one'))
            .describe('Approvers who may agree.'),
        min: (0,values/* count */.U9)('How many of them must agree; 1 when left out.', 10).optional(),
        timeout: (0,values/* duration */.p0)('How long a deployment waits before it is rejected; 1h when left out.', {
            min: '1m',
            max: '29d',
        }).optional(),
    }), (0,values/* cause */.c1)('a list is expected', 'Write one `- repository_id: …` an environment'))
        .min(1, (0,values/* cause */.c1)('the list is empty', 'Name at least one'))
        .describe('Environments whose deployments wait here. Others are left to wait where they are.'),
})
    .describe('A GitHub App whose custom deployment protection rule asks the approvers of this file; its webhook is `/github/webhook` of this server.');

;// CONCATENATED MODULE: ./lib/policy/schema/notify.js


const PRESETS = ['json', 'slack', 'teams'];
const EVENTS = ['asked', 'decided', 'expired', 'withdrawn'];
const address = () => {
    const error = (0,values/* cause */.c1)('not a usable address', 'Write env:NAME or file:PATH when the address is a secret (Slack, Teams, anything with a query); else https://host[:port][/path], http:// only on loopback');
    return schemas/* string */.YjP(error)
        .max(4096, error)
        .refine((value) => values/* REFERENCE */.gu.test(value) || (0,values/* isUsableUrl */.k2)(value), error)
        .describe('Where notices are posted: a reference, `env:NAME` or `file:PATH`, or the address itself when it is no secret. https, or http on loopback.');
};
const notify = schemas/* array */.YOg(schemas/* strictObject */.rej({
    name: (0,values/* name */.UU)().describe('What logs and metrics call the receiver.'),
    url: address(),
    preset: schemas/* enum */.k5n(PRESETS, (0,values/* cause */.c1)('not a preset', `Write ${PRESETS.join(', ')}`))
        .describe('Form of the message; `json` (when left out) is the plain event.')
        .optional(),
    secret: (0,values/* reference */.ir)('Signs what is posted, in the form of Standard Webhooks; `json` needs one. `whsec_` and base64, or any text of at least 24 bytes.').optional(),
    on: schemas/* array */.YOg(schemas/* enum */.k5n(EVENTS, (0,values/* cause */.c1)('not an event', `Write ${EVENTS.join(', ')}`)), (0,values/* cause */.c1)('a list is expected', `Write [${EVENTS.join(', ')}], or some of them`))
        .min(1, (0,values/* cause */.c1)('the list is empty', 'Name at least one'))
        .describe('What is told; [asked, decided, expired] when left out.')
        .optional(),
    targets: schemas/* array */.YOg((0,values/* name */.UU)(), (0,values/* cause */.c1)('a list is expected', 'Write [name, …]'))
        .min(1, (0,values/* cause */.c1)('the list is empty', 'Name at least one'))
        .describe('Only requests for one of these targets; all when left out.')
        .optional(),
    statement: schemas/* boolean */.zMY((0,values/* cause */.c1)('true or false is expected', 'Write true or false'))
        .describe('Sends the text of held statements along, as in the record. It may be sensitive: left out, it is not sent.')
        .optional(),
}), (0,values/* cause */.c1)('a list is expected', 'Write one `- name: …` a receiver'))
    .max(50, (0,values/* cause */.c1)('too many receivers', 'Use at most 50'))
    .describe('Who is told of requests that wait for an approver.');

;// CONCATENATED MODULE: ./lib/policy/schema/server.js




const groups = (description) => schemas/* array */.YOg((0,values/* text */.Qq)('A group of the sign-in provider.'), (0,values/* cause */.c1)('a list is expected', 'Write [group, …]'))
    .describe(description);
const server = schemas/* strictObject */.rej({
    url: (0,values/* url */.OZ)('Public address of the grant server: audience of pipeline tokens and base of session links.'),
    listen: (0,values/* address */.hl)('Where the server listens; 127.0.0.1:8700 when left out.').optional(),
    data: (0,values/* text */.Qq)('Directory of the database and the session records, relative to this file; `data` when left out.', 4096).optional(),
    trusted_proxies: schemas/* array */.YOg((0,values/* network */.Nm)('A proxy in front of the server.'))
        .describe('Proxies whose `X-Forwarded-For` says who called; nobody’s when left out. Behind a proxy that is not named here all callers share one limit.')
        .optional(),
    keep_audit: (0,values/* duration */.p0)('How long a line of the audit log is kept; 365d when left out.', {
        min: '1d',
        max: '3650d',
    }).optional(),
    sign_in: schemas/* strictObject */.rej({
        issuer: (0,values/* url */.OZ)('Address of the OpenID Connect provider that people sign in with.'),
        client_id: (0,values/* text */.Qq)('The client that the provider knows this server by.'),
        client_secret: (0,values/* reference */.ir)('The client’s secret; a public client has none.').optional(),
        scopes: schemas/* array */.YOg((0,values/* text */.Qq)('A scope.', 100))
            .describe('Scopes besides `openid`; [profile, email] when left out.')
            .optional(),
        claims: schemas/* strictObject */.rej({
            name: (0,values/* text */.Qq)('The claim with the name that people are shown by; `name` when left out.', 100).optional(),
            groups: (0,values/* text */.Qq)('The claim with the list of groups; `groups` when left out.', 100).optional(),
            logins: schemas/* array */.YOg((0,values/* text */.Qq)('A claim.', 100), (0,values/* cause */.c1)('a list is expected', 'Write [claim, …]'))
                .min(1, (0,values/* cause */.c1)('the list is empty', 'Name at least one'))
                .describe('Claims that hold somebody’s login on the CI platform, so that nobody approves what they started; [preferred_username, email] when left out.')
                .optional(),
        })
            .describe('Which claims of the provider say what.')
            .optional(),
        lifetime: (0,values/* duration */.p0)('How long somebody stays signed in; 12h when left out.', {
            min: '5m',
            max: '7d',
        }).optional(),
    })
        .describe('How people sign in. Left out, the server prints a link for one administrator each time it starts.')
        .optional(),
    roles: schemas/* strictObject */.rej({
        viewer: groups('Groups that may see sessions and requests; everybody who signs in when left out.').optional(),
        admin: groups('Groups that may see the policy and the audit log; nobody when left out.').optional(),
    })
        .describe('Who may see what. Who may approve stands in `approvers`.')
        .optional(),
    notify: notify.optional(),
    github: github.optional(),
    limits: schemas/* strictObject */.rej({
        exchanges_per_minute: (0,values/* count */.U9)('Token exchanges a minute of one repository or project; 60 when left out.', 100_000).optional(),
        requests_per_minute: (0,values/* count */.U9)('Requests a minute of one address; 1200 when left out.', 1_000_000).optional(),
        record: (0,values/* size */.Ej)('Largest session record that is kept; 1GB when left out.').optional(),
    })
        .describe('What one caller may use of the server.')
        .optional(),
})
    .describe('The grant server. Leave it out for a standalone session (`sluice run --config`).');

// EXTERNAL MODULE: ./lib/policy/schema/targets.js + 1 modules
var targets = __webpack_require__(7440);
;// CONCATENATED MODULE: ./lib/policy/schema/index.js








/** The policy file as it is written; every section but `version` may be left out. */
const file = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1, (0,values/* cause */.c1)('not a version of this file', 'Write version: 1'))
        .describe('Version of this file’s form: 1.'),
    server: server.optional(),
    issuers: issuers.optional(),
    approvers: approvers.optional(),
    targets: targets/* targets */.z.optional(),
    guards: guards.optional(),
    masks: masks.optional(),
    access: access.optional(),
})
    .describe('Policy of Sluice: who may reach what, and what may be done there.');
/** JSON Schema (2020-12) of the file, for editors. */
function jsonSchema() {
    return { title: 'sluice.yml', ...json_schema_processors/* toJSONSchema */.bl(file, { io: 'input', unrepresentable: 'any' }) };
}


/***/ }),

/***/ 84244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ PORTS)
/* harmony export */ });
/** The protocols that a target may speak, with the port that is meant when an address has none. */
const PORTS = { postgres: 5432, ssh: 22, http: 443 };


/***/ }),

/***/ 7440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ NO_PORT),
  z: () => (/* binding */ targets)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./lib/policy/schema/http.js
var http = __webpack_require__(66022);
// EXTERNAL MODULE: ./lib/policy/schema/ports.js
var ports = __webpack_require__(84244);
// EXTERNAL MODULE: ./lib/policy/schema/values.js
var values = __webpack_require__(3680);
;// CONCATENATED MODULE: ./lib/policy/schema/ssh.js
// Targets that speak SSH.


const ACCOUNT = (0,values/* cause */.c1)('not an account’s name', 'Use letters, digits, `.`, `_`, `-`; not beginning with `-`; at most 64');
const account = (description) => (0,values/* text */.Qq)(description, 64).regex(/^[A-Za-z0-9_][A-Za-z0-9._@-]*\$?$/, ACCOUNT);
const HOST_KEY = (0,values/* cause */.c1)('not a public host key', 'Write type and key as ssh-keyscan prints them, without the host: ssh-ed25519 AAAA…');
const hostKey = schemas/* string */.YjP(HOST_KEY)
    .max(8192, HOST_KEY)
    .regex(/^(?:ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}(?: [^\p{Cc}]*)?$/u, HOST_KEY);
const fixed = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('static').describe('An account that exists already.'),
    user: (0,values/* text */.Qq)('Account name, or a reference to it.', 4096),
    private_key: (0,values/* reference */.ir)('The account’s private key in PEM or OpenSSH’s form, without a passphrase.').optional(),
    password: (0,values/* reference */.ir)('The account’s password.').optional(),
})
    .describe('A credential that exists already: `user`, and `private_key` or `password`.');
const certificate = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('ssh-certificate')
        .describe('A key and certificate made for one grant; the private key never leaves the session.'),
    ca: (0,values/* reference */.ir)('Private key of the certificate authority that the target trusts (`TrustedUserCAKeys`): Ed25519 or RSA, without a passphrase.'),
    user: account('Account on the target that the job acts as.'),
    principals: (0,values/* list */.p_)(account('Name in the certificate.'), 'Names in the certificate; the account’s own when left out.').optional(),
    source_address: (0,values/* list */.p_)((0,values/* network */.Nm)('Network.'), 'Networks that the target sees runners come from; any when left out.').optional(),
    force_command: (0,values/* text */.Qq)('What sshd runs whatever the job asks for.', 1000).optional(),
})
    .describe('A short-lived certificate of an authority of your own.');
const ENVIRONMENT = (0,values/* cause */.c1)('not a variable’s name', 'Write letters, digits and `_`; `*` at the end for any rest: LC_*');
const FORWARD = (0,values/* cause */.c1)('not an address', 'Write host:port, or host:* for any port; an IPv6 address in brackets');
/** `place`: what every target has. */
const ssh = (place) => schemas/* strictObject */.rej({
    protocol: schemas/* literal */.euz('ssh').describe('What the target speaks.'),
    ...place,
    host_keys: (0,values/* list */.p_)(hostKey, 'Public keys of the host, one of which it must show.').optional(),
    known_hosts: (0,values/* reference */.ir)('File with known_hosts lines; those for this address count.').optional(),
    credential: schemas/* discriminatedUnion */.gMt('provider', [fixed, certificate], {
        error: (0,values/* cause */.c1)('not a credential provider for SSH', 'Write provider: ssh-certificate or static'),
    })
        .describe('Where the credential comes from.'),
    shell: schemas/* enum */.k5n(['refuse', 'record'], (0,values/* cause */.c1)('not a way to treat shells', 'Write refuse or record'))
        .describe('Interactive shells and terminals. `refuse` (when left out): only commands and file transfers. `record`: allowed, recorded and masked; what is typed there is not judged.')
        .optional(),
    environment: (0,values/* list */.p_)(schemas/* string */.YjP(ENVIRONMENT).regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}\*?$/, ENVIRONMENT), 'Variables that clients may set; LANG and LC_* when left out.').optional(),
    forward: (0,values/* list */.p_)(schemas/* string */.YjP(FORWARD)
        .regex(/^(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9._-]{0,252}):(?:[0-9]{1,5}|\*)$/, FORWARD), 'Addresses that clients may reach through the target (`ssh -L`, `ssh -W`), `host:port`; none when left out. What goes there is not judged.').optional(),
});

;// CONCATENATED MODULE: ./lib/policy/schema/targets.js





/** Stands for the protocol’s own port until that is known. */
const NO_PORT = 0;
const identifier = (description) => (0,values/* text */.Qq)(description, 63);
const tls = schemas/* strictObject */.rej({
    mode: schemas/* enum */.k5n(['verify-full', 'verify-ca', 'require', 'disable'], (0,values/* cause */.c1)('not a TLS mode', 'Write verify-full, verify-ca, require or disable'))
        .describe('`verify-full` (when left out): certificate and name are verified. `verify-ca`: the name is not. `require`: encrypted, but anybody may answer. ' +
        '`disable`: plain TCP, for loopback addresses only unless `allow_plaintext` says otherwise.')
        .optional(),
    ca: (0,values/* reference */.ir)('Certificate authority in PEM; the system’s when left out.').optional(),
    server_name: (0,values/* text */.Qq)('Name in the certificate when it differs from the address.', 253).optional(),
    allow_plaintext: schemas/* boolean */.zMY((0,values/* cause */.c1)('true or false is expected', 'Write true or false'))
        .describe('Allows `mode: disable` to an address that is not loopback: the password check is protected, the data is not. For isolated networks.')
        .optional(),
})
    .describe('How the connection to the target is protected.');
const targets_fixed = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('static').describe('An account that exists already.'),
    url: (0,values/* reference */.ir)('Connection URL; user and password are taken from it.').optional(),
    user: (0,values/* text */.Qq)('Account name, or a reference to it.', 4096).optional(),
    password: (0,values/* reference */.ir)('The account’s password.').optional(),
})
    .describe('A credential that exists already: `url`, or `user` and `password`.');
const role = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('postgres-role').describe('A role made for one grant and dropped at its end.'),
    broker: (0,values/* reference */.ir)('Connection URL of an account with CREATEROLE that makes the roles; its TLS is that of the target.'),
    owner: identifier('Role that the job acts as and that owns what the job makes.'),
})
    .describe('A PostgreSQL role made for each grant.');
const providers = { static: targets_fixed, 'postgres-role': role };
const place = {
    address: (0,values/* address */.hl)('Where the target is; the protocol’s own port when none is given.', NO_PORT),
    retention: (0,values/* duration */.p0)('How long records of ended sessions are kept; for good when left out. A session of several targets is kept for the longest; the seal and its place in the log stay.', { min: '1d', max: '3650d' }).optional(),
};
const postgres = schemas/* strictObject */.rej({
    protocol: schemas/* literal */.euz('postgres').describe('What the target speaks.'),
    ...place,
    database: identifier('The database; a session can reach no other.'),
    tls: tls.optional(),
    credential: schemas/* discriminatedUnion */.gMt('provider', [targets_fixed, role], {
        error: (0,values/* cause */.c1)('not a credential provider', `Write provider: ${Object.keys(providers).join(' or ')}`),
    })
        .describe('Where the credential comes from.'),
});
const targets = schemas/* record */.g1P((0,values/* name */.UU)(), schemas/* discriminatedUnion */.gMt('protocol', [postgres, ssh(place), (0,http/* http */.L)(place)], {
    error: (0,values/* cause */.c1)('not a protocol', `Write protocol: ${Object.keys(ports/* PORTS */.h).join(' or ')}`),
}))
    .describe('What jobs may reach, by a name of your choice.');


/***/ }),

/***/ 3680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ isLoopback),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Nm: () => (/* binding */ network),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   c1: () => (/* binding */ cause),
/* harmony export */   gu: () => (/* binding */ REFERENCE),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   ir: () => (/* binding */ reference),
/* harmony export */   k2: () => (/* binding */ isUsableUrl),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony export NAME */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
// The small values of the policy file. An error is "cause\ncure" and never quotes the value: it may be a misplaced secret.


const MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const BYTES = {
    B: 1,
    KB: 1000,
    MB: 1000 ** 2,
    GB: 1000 ** 3,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
};
const cause = (what, cure) => `${what}\n${cure}`;
/** `30m`, `5s`: parsed to milliseconds, between the bounds. */
function duration(description, bounds = {}) {
    const [min, max] = [milliseconds(bounds.min ?? '1ms'), milliseconds(bounds.max ?? '365d')];
    const range = `from ${bounds.min ?? '1ms'} to ${bounds.max ?? '365d'}`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(cause('not a duration', 'Write a whole number and a unit: 500ms, 5s, 30m, 2h, 1d'))
        .regex(/^[0-9]{1,9}(ms|s|m|h|d)$/, cause('not a duration', 'Write a whole number and a unit: 500ms, 5s, 30m, 2h, 1d'))
        .transform(milliseconds)
        .refine((ms) => ms >= min && ms <= max, cause('the duration is out of range', `Choose one ${range}`))
        .describe(`${description} A duration such as \`5s\` or \`30m\`, ${range}.`);
}
function milliseconds(text) {
    const [, number, unit] = /^([0-9]+)(ms|s|m|h|d)$/.exec(text) ?? [];
    return Number(number) * MS[unit];
}
/** `200MB`: parsed to bytes. */
function size(description) {
    const error = cause('not a size', 'Write a whole number and a unit: 512KB, 200MB, 2GB, 1GiB');
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(error)
        .regex(/^[0-9]{1,6}(B|KB|MB|GB|KiB|MiB|GiB)$/, error)
        .transform((text) => {
        const [, number, unit] = /^([0-9]+)([A-Za-z]+)$/.exec(text) ?? [];
        return Number(number) * BYTES[unit];
    })
        .refine((bytes) => bytes > 0, cause('a size of nothing', 'Choose a size above zero'))
        .describe(`${description} A size such as \`200MB\` (10^6) or \`1GiB\` (2^30).`);
}
const REFERENCE = /^(env:[A-Za-z_][A-Za-z0-9_]{0,254}|file:[^\0\r\n]+)$/;
/** `env:NAME` or `file:PATH`: a secret itself is refused. */
function reference(description) {
    const error = cause('a reference is expected here, not the value itself', 'Write env:NAME or file:PATH; secrets never stand in this file. If one did, replace it: it may have been committed');
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(error)
        .max(4096, error)
        .regex(REFERENCE, error)
        .describe(`${description} A reference, \`env:NAME\` or \`file:PATH\` (relative to this file).`);
}
/** A name that other parts of the file refer to. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const name = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(cause('not a name', 'Write a name as text'))
    .regex(NAME, cause('not a usable name', 'Use 1 to 63 letters, digits, `.`, `_` and `-`, beginning with a letter or digit'));
const text = (description, max = 200) => zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(cause('text is expected', 'Write text; put numbers, true, false and null in quotes'))
    .min(1, cause('the text is empty', 'Write something, or leave the key out'))
    .max(max, cause('the text is too long', `Use at most ${max} characters`))
    .regex(/^[^\p{Cc}]*$/u, cause('the text has control characters', 'Remove them'))
    .describe(description);
/** At least one of them. */
const list = (item, description) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item, cause('a list is expected', 'Write [one, another]'))
    .min(1, cause('the list is empty', 'Name one, or leave the key out'))
    .describe(description);
const count = (description, max) => zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(cause('a whole number is expected', `Write a number from 1 to ${max}`))
    .min(1, cause('the number is too small', `Write a number from 1 to ${max}`))
    .max(max, cause('the number is too large', `Write a number from 1 to ${max}`))
    .describe(description);
/** Host names and addresses that never leave this machine. */
function isLoopback(host) {
    return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.[0-9]{1,3}){3}$/.test(host);
}
/** An address without credentials, query or fragment; plain HTTP on loopback only. */
function url(description) {
    const cure = 'Write https://host[:port][/path]; http:// only for localhost, 127.0.0.1 or [::1]';
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(cause('an address is expected', cure))
        .max(2048, cause('the address is too long', cure))
        .refine(isUsableUrl, cause('not a usable address', cure))
        .describe(`${description} https, or http on loopback.`);
}
function isUsableUrl(value) {
    if (!URL.canParse(value))
        return false;
    const { protocol, hostname, username, password, search, hash } = new URL(value);
    if (username || password || search || hash)
        return false;
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
/** `host:port`, `host` or `[::1]:port`. */
function address(description, defaultPort) {
    const form = defaultPort === undefined ? 'host:port' : 'host or host:port';
    const error = cause('not an address', `Write ${form}; an IPv6 address in brackets: [::1]:5432`);
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(error)
        .transform((value, context) => {
        const [, bracketed, plain, digits] = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::([0-9]{1,5}))?$/.exec(value) ?? [];
        const host = bracketed ?? plain;
        const port = digits === undefined ? defaultPort : Number(digits);
        const none = digits !== undefined && port === 0 && defaultPort !== undefined;
        if (host === undefined || port === undefined || port > 65_535 || none) {
            context.addIssue({ code: 'custom', message: error, input: undefined });
            return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
        }
        return { host, port };
    })
        .describe(`${description} \`${form}\`.`);
}
/** `10.0.0.0/8` or one address. */
function network(description) {
    const error = cause('not a network', 'Write an IP address, or one and its bits: 10.0.0.0/8, fd00::/8');
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(error).refine(isNetwork, error).describe(`${description} \`10.0.0.0/8\` or one address.`);
}
/** Nobody means the whole internet. */
function isNetwork(value) {
    const [, address = '', bits] = /^([0-9A-Fa-f:.]{2,45})(?:\/([1-9][0-9]{0,2}))?$/.exec(value) ?? [];
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    return family !== 0 && (bits === undefined || Number(bits) <= (family === 6 ? 128 : 32));
}


/***/ })

};
