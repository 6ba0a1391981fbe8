export const id = 702;
export const ids = [702];
export const modules = {

/***/ 6702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ policy_claims_command)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/base64url.js
var base64url = __webpack_require__(71445);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/buffer_utils.js
var buffer_utils = __webpack_require__(77410);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/validate.js
var validate = __webpack_require__(47784);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/util/decode_jwt.js




function decodeJwt(jwt) {
  if (typeof jwt != "string")
    throw new errors/* JWTInvalid */.Dp("JWTs must use Compact JWS serialization, JWT must be a string");
  const { 1: encodedPayload, length } = jwt.split(".");
  if (length === 5)
    throw new errors/* JWTInvalid */.Dp("Only JWTs using Compact JWS serialization can be decoded");
  if (length !== 3)
    throw new errors/* JWTInvalid */.Dp("Invalid JWT");
  if (!encodedPayload)
    throw new errors/* JWTInvalid */.Dp("JWTs must contain a payload");
  let claimsSetBytes;
  try {
    claimsSetBytes = (0,base64url/* decode */.D)(encodedPayload);
  } catch (cause) {
    throw new errors/* JWTInvalid */.Dp("Failed to base64url decode the payload", { cause });
  }
  let claimsSet;
  try {
    claimsSet = JSON.parse(buffer_utils/* strictDecoder */.u8.decode(claimsSetBytes));
  } catch (cause) {
    throw new errors/* JWTInvalid */.Dp("Failed to parse the decoded payload as JSON", { cause });
  }
  if (!(0,validate/* isObject */.Gv)(claimsSet))
    throw new errors/* JWTInvalid */.Dp("Invalid JWT Claims Set");
  return claimsSet;
}


// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/grants/access.js
var access = __webpack_require__(54557);
;// CONCATENATED MODULE: ./lib/grants/explain.js

/** `issuer` is the name of one in the file; every rule is looked at, also after one matched. */
function explain(config, issuer, claims) {
    const targets = Object.keys(config.targets).map((target) => {
        const rules = config.access
            .filter((rule) => rule.targets.includes(target))
            .map((rule) => {
            const mismatch = rule.issuer === issuer
                ? (0,access/* firstMismatch */.b)(rule, claims, config.issuers[issuer]?.platform)
                : {
                    claim: 'iss',
                    want: config.issuers[rule.issuer]?.issuer ?? rule.issuer,
                    got: config.issuers[issuer]?.issuer,
                };
            if (!mismatch)
                return { rule: rule.name, issuer: rule.issuer };
            const { claim, want, got } = mismatch;
            return { rule: rule.name, issuer: rule.issuer, mismatch: { claim, want, got } };
        });
        const first = rules.find(({ mismatch }) => mismatch === undefined);
        return { target, ...(first ? { granted: first.rule } : {}), rules };
    });
    return { issuer, targets };
}

// EXTERNAL MODULE: ./lib/policy/config.js
var policy_config = __webpack_require__(88662);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/parse.js
var parse = __webpack_require__(2133);
;// CONCATENATED MODULE: ./lib/cli/commands/policy-claims.js








const MAX_BYTES = 256 * 1024;
const policy_claims_command = {
    summary: 'show which access rules a set of claims meets, and why not the others',
    help: `Usage: sluice policy claims [--config FILE] [--issuer NAME] [--json] [FILE]

Reads a claim set (JSON) or a pipeline token (JWT) from FILE or standard input. A token is only decoded:
its signature is not checked. Prints for each target the rules that match, and for the others the first
claim that did not.

Options
  --config FILE   the policy file (default: sluice.yml)
  --issuer NAME   which of the file's issuers the claims are from (default: the one that \`iss\` names)
  --json          print JSON

Exit codes: 0 a target may be reached, 3 none, 2 wrong input.

Examples
  sluice policy claims claims.json
  echo '{"iss":"https://token.actions.githubusercontent.com","repository_id":"123"}' | sluice policy claims
`,
    async run(args, io) {
        const { values, positionals } = policy_claims_parse(args);
        if (positionals.length > 1)
            throw usage('more than one file of claims is given', 'Give one, or standard input');
        const config = (0,policy_config/* loadConfig */.Z9)((0,external_node_path_.resolve)(io.cwd, values.config));
        const [file] = positionals;
        const { claims, token } = decode(file === undefined ? await readStdin(io) : readClaims((0,external_node_path_.resolve)(io.cwd, file)));
        if (token)
            io.err('sluice policy claims: the token is decoded only; its signature is not checked\n');
        const explanation = explain(config, chooseIssuer(config, claims, values.issuer), claims);
        for (const note of notes(config, explanation.issuer, claims))
            io.err(`sluice policy claims: ${note}\n`);
        if (values.json)
            io.out(`${JSON.stringify(explanation, null, 2)}\n`);
        else
            for (const target of explanation.targets)
                io.out(policy_claims_text(target));
        return reachable(explanation) ? command/* EXIT */.d.ok : command/* EXIT */.d.refused;
    },
};
const reachable = ({ targets }) => targets.some(({ granted }) => granted !== undefined);
function policy_claims_text({ target, granted, rules }) {
    const lines = rules.map(({ rule, mismatch }) => {
        if (!mismatch)
            return `  ${rule === granted ? 'matches' : 'matches too'}: ${rule}`;
        const got = mismatch.got === undefined ? 'no such claim' : JSON.stringify(mismatch.got);
        return `  does not match: ${rule}\n    ${mismatch.claim}: want ${mismatch.want}, got ${got}`;
    });
    if (rules.length === 0)
        lines.push('  no access rule names this target');
    return `${target}: ${granted === undefined ? 'refused' : `granted by "${granted}"`}\n${lines.join('\n')}\n`;
}
/** What the server would refuse before it looks at the rules. */
function notes(config, issuer, claims) {
    const { audience } = config.issuers[issuer] ?? {};
    const { aud } = claims;
    if (aud === undefined || audience === undefined || audience === '' || aud === audience)
        return [];
    return [`the server would refuse this token: its audience is not ${audience}`];
}
function chooseIssuer(config, claims, name) {
    const names = Object.keys(config.issuers);
    if (name !== undefined) {
        if (names.includes(name))
            return name;
        throw usage(`the policy file has no issuer ${name}`, `It has ${names.join(', ') || 'none'}`);
    }
    const [only, ...others] = Object.values(config.issuers).filter(({ issuer }) => claims.iss === undefined || issuer === claims.iss);
    if (only && others.length === 0)
        return only.name;
    throw usage(claims.iss === undefined
        ? 'the claims do not say who issued them'
        : 'no issuer of the policy file is the token’s `iss`', `Use --issuer with one of: ${names.join(', ') || '(the file has none)'}`);
}
function decode(input) {
    const trimmed = input.trim();
    const token = !trimmed.startsWith('{');
    try {
        const claims = token ? decodeJwt(trimmed) : JSON.parse(trimmed);
        if (typeof claims === 'object' && claims !== null && !Array.isArray(claims))
            return { claims: { ...claims }, token };
    }
    catch {
        // The parser's own message quotes the input, which may be a token.
    }
    throw usage('the input is neither a JSON object of claims nor a JWT', 'Pass the token, or its decoded payload');
}
function readClaims(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').slice(0, MAX_BYTES);
    }
    catch {
        throw usage(`cannot read ${path}`, 'Name a file of claims, or give them on standard input');
    }
}
async function readStdin({ stdin }) {
    let input = '';
    for await (const chunk of stdin) {
        input += chunk;
        if (input.length > MAX_BYTES)
            throw usage('the input is larger than 256 KiB', 'Pass one token or one set of claims');
    }
    return input;
}
function policy_claims_parse(args) {
    const options = {
        config: { type: 'string', default: 'sluice.yml' },
        issuer: { type: 'string' },
        json: { type: 'boolean', default: false },
    };
    return (0,parse/* parseOptions */.A)('policy claims', { args, options, allowPositionals: true });
}
function usage(message, hint) {
    return new core_errors/* SluiceError */.ah('CONFIG_INVALID', message, { hint });
}


/***/ }),

/***/ 2133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseOptions),
/* harmony export */   x: () => (/* binding */ wrongUsage)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);


/**
 * `parseArgs` for the command `name` (`run`, `policy check`), as `getopt_long` reads: what follows an option that
 * takes a value is that value, also when it begins with a dash (one key in 64 does), unless it is itself an option
 * of this command. Throws `SluiceError` CONFIG_INVALID that names the command's help.
 */
function parseOptions(name, config) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ ...config, args: joined(config.args, config.options) });
    }
    catch (error) {
        throw wrongUsage(name, error instanceof Error ? error.message : 'wrong options');
    }
}
function wrongUsage(name, message) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', message, { hint: `sluice ${name} --help shows the options` });
}
/** `--key -abc` as `--key=-abc`. */
function joined(args, options) {
    const result = [];
    for (let i = 0; i < args.length; i++) {
        const arg = args[i];
        if (arg === '--')
            return [...result, ...args.slice(i)];
        const value = args[i + 1];
        if (value?.startsWith('-') && value !== '--' && takesValue(arg, options) && !isOption(value, options)) {
            result.push(arg.startsWith('--') ? `${arg}=${value}` : `${arg}${value}`);
            i++;
        }
        else
            result.push(arg);
    }
    return result;
}
function takesValue(arg, options) {
    return Object.entries(options).some(([name, { type, short }]) => type === 'string' && (arg === `--${name}` || (short !== undefined && arg === `-${short}`)));
}
function isOption(arg, options) {
    return Object.entries(options).some(([name, { short }]) => arg === `--${name}` || arg.startsWith(`--${name}=`) || (short !== undefined && arg === `-${short}`));
}


/***/ }),

/***/ 54557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ firstMismatch),
/* harmony export */   m: () => (/* binding */ matchAccess)
/* harmony export */ });
/* harmony import */ var _policy_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22281);
/* harmony import */ var _policy_globs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45017);


/** The first rule that lets a job with these claims reach the target, or why none of those that name the target does. */
function matchAccess(config, issuer, claims, target) {
    const mismatches = [];
    for (const rule of config.access) {
        if (rule.issuer !== issuer || !rule.targets.includes(target))
            continue;
        const mismatch = firstMismatch(rule, claims, config.issuers[issuer]?.platform);
        if (!mismatch)
            return { rule };
        mismatches.push(mismatch);
    }
    return { mismatches };
}
/** Undefined when the rule matches. */
function firstMismatch(rule, claims, platform) {
    for (const [claim, patterns] of Object.entries(rule.claims)) {
        const got = claimText(claims, claim);
        if (got === undefined || !patterns.some((pattern) => (0,_policy_globs_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesGlob */ .k)(pattern, got)))
            return { rule: rule.name, claim, want: patterns.join(' or '), got };
    }
    if (platform === 'github')
        return unnamed(rule, claims, 'event_name', _policy_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .RISKY_EVENTS */ .xf);
    if (platform === 'gitlab')
        return otherProject(rule, claims) ?? unnamed(rule, claims, 'pipeline_source', _policy_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .RISKY_SOURCES */ .WY);
    // An issuer that the file does not define proves nothing.
    return {
        rule: rule.name,
        claim: 'iss',
        want: 'an issuer of the policy file',
        got: claimText(claims, 'iss'),
    };
}
function claimText(claims, name) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** Events that run an outsider's code must stand in the rule letter by letter. */
function unnamed(rule, claims, claim, risky) {
    const got = claimText(claims, claim);
    if (got === undefined || !risky.includes(got) || rule.claims[claim]?.includes(got))
        return undefined;
    return { rule: rule.name, claim, want: `not ${got}, unless the rule names it`, got };
}
/** Where GitLab says whose job it is, it must be the rule's project too: in a fork's pipeline the two differ. */
function otherProject(rule, claims) {
    const got = claimText(claims, 'job_project_id');
    const wanted = rule.claims.job_project_id ?? rule.claims.project_id ?? [];
    if (!Object.hasOwn(claims, 'job_project_id') || (got !== undefined && wanted.includes(got)))
        return undefined;
    return { rule: rule.name, claim: 'job_project_id', want: wanted.join(' or '), got };
}


/***/ }),

/***/ 88662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* reexport safe */ _load_js__WEBPACK_IMPORTED_MODULE_0__.Z9)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3536);



/***/ }),

/***/ 77410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D0: () => (/* binding */ decoder),
/* harmony export */   Rd: () => (/* binding */ encoder),
/* harmony export */   WG: () => (/* binding */ encodeBase64),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   lF: () => (/* binding */ encode),
/* harmony export */   u8: () => (/* binding */ strictDecoder),
/* harmony export */   xW: () => (/* binding */ concat),
/* harmony export */   y4: () => (/* binding */ decodeBase64)
/* harmony export */ });
/* unused harmony exports uint32be, uint64be */
const encoder = new TextEncoder(), decoder = new TextDecoder(), strictDecoder = new TextDecoder("utf-8", { fatal: !0 }), UINT32_RANGE = (/* unused pure expression or super */ null && (2 ** 32));
function concat(...buffers) {
  const size = buffers.reduce((acc, { length }) => acc + length, 0), buf = new Uint8Array(size);
  let i = 0;
  for (const buffer of buffers)
    buf.set(buffer, i), i += buffer.length;
  return buf;
}
function writeUInt32BE(buf, value, offset) {
  if (value < 0 || value >= UINT32_RANGE)
    throw new RangeError(`value must be >= 0 and <= ${UINT32_RANGE - 1}. Received ${value}`);
  buf.set([value >>> 24, value >>> 16, value >>> 8, value & 255], offset);
}
function uint64be(value) {
  const high = Math.floor(value / UINT32_RANGE), low = value % UINT32_RANGE, buf = new Uint8Array(8);
  return writeUInt32BE(buf, high, 0), writeUInt32BE(buf, low, 4), buf;
}
function uint32be(value) {
  const buf = new Uint8Array(4);
  return writeUInt32BE(buf, value), buf;
}
const NON_ASCII = /[^\x00-\x7f]/;
function encode(string) {
  if (typeof string == "string" && string.length >= 128) {
    if (NON_ASCII.test(string))
      throw new TypeError("non-ASCII string encountered in encode()");
    return encoder.encode(string);
  }
  const bytes = new Uint8Array(string.length);
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code;
  }
  return bytes;
}
function encodeBase64(input, url = !1) {
  if (Uint8Array.prototype.toBase64)
    return input.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  const CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
  const encoded = btoa(arr.join(""));
  return url ? encoded.replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_") : encoded;
}
function decodeBase64(encoded, url = !1) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  const binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}
async function digest(algorithm, data) {
  const subtleDigest = `SHA-${algorithm.slice(-3)}`;
  return new Uint8Array(await crypto.subtle.digest(subtleDigest, data));
}



/***/ }),

/***/ 47784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ validateCritDuplicates),
/* harmony export */   Fw: () => (/* binding */ validateAlgorithms),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   J0: () => (/* binding */ validateB64),
/* harmony export */   MV: () => (/* binding */ encodeAsciiMember),
/* harmony export */   OX: () => (/* binding */ parseJoseHeader),
/* harmony export */   ac: () => (/* binding */ assertNotSet),
/* harmony export */   fz: () => (/* binding */ isDisjoint),
/* harmony export */   h2: () => (/* binding */ decodeBase64url),
/* harmony export */   ji: () => (/* binding */ serializeJoseHeader),
/* harmony export */   nI: () => (/* binding */ validateCrit),
/* harmony export */   qc: () => (/* binding */ JWS_RECOGNIZED)
/* harmony export */ });
/* unused harmony exports JWE_RECOGNIZED, assertUint8Array, isJwkSet */
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5674);
/* harmony import */ var _util_base64url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71445);
/* harmony import */ var _buffer_utils_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77410);



function assertUint8Array(input, label) {
  if (!(input instanceof Uint8Array))
    throw new TypeError(`${label} must be an instance of Uint8Array`);
}
function isObject(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return !1;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function isJwkSet(input) {
  return isObject(input) && Array.isArray(input.keys) && Array.from(input.keys).every(isObject);
}
function isDisjoint(...headers) {
  const parameters = /* @__PURE__ */ new Set();
  for (const header of headers)
    if (header)
      for (const parameter of Object.keys(header)) {
        if (parameters.has(parameter))
          return !1;
        parameters.add(parameter);
      }
  return !0;
}
function assertNotSet(value, name) {
  if (value !== void 0)
    throw new TypeError(`${name} can only be called once`);
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return (0,_util_base64url_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D)(value);
  } catch (cause) {
    throw new ErrorClass(`Failed to base64url decode the ${label}`, { cause });
  }
}
function encodeAsciiMember(value, label, ErrorClass) {
  try {
    return (0,_buffer_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .encode */ .lF)(value);
  } catch (cause) {
    throw new ErrorClass(`The ${label} is not a valid base64url string`, { cause });
  }
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message) {
  let parsed;
  try {
    parsed = JSON.parse(_buffer_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .strictDecoder */ .u8.decode((0,_util_base64url_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D)(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message, { cause });
  }
  if (!isObject(parsed))
    throw new ErrorClass(message);
  return parsed;
}
const JWS_RECOGNIZED = { __proto__: null, b64: !0 }, JWE_RECOGNIZED = { __proto__: null };
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s != "string")))
    throw new TypeError(`"${option}" option must be an array of strings`);
  return algorithms === void 0 ? void 0 : new Set(algorithms);
}
function validateCritDuplicates(Err, protectedHeader) {
  const { crit } = protectedHeader ?? {};
  if (Array.isArray(crit) && new Set(crit).size !== crit.length)
    throw new Err('"crit" (Critical) Header Parameter MUST NOT contain duplicate values');
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0)
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  if (!protectedHeader || protectedHeader.crit === void 0)
    return [];
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input != "string" || input.length === 0))
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  const recognized = recognizedOption === void 0 ? recognizedDefault : { __proto__: null, ...recognizedOption, ...recognizedDefault };
  for (const parameter of protectedHeader.crit) {
    if (!(parameter in recognized))
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .JOSENotSupported */ .T0(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0)
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0))
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
  }
  return protectedHeader.crit;
}
function validateB64(protectedHeader, extensions) {
  if (extensions.includes("b64")) {
    const b64 = protectedHeader.b64;
    if (typeof b64 != "boolean")
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .JWSInvalid */ .Ye('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    return b64;
  }
  return !0;
}
function serializeJoseHeader(Err, header) {
  let serialized, parsed;
  try {
    serialized = JSON.stringify(header), parsed = JSON.parse(serialized);
  } catch (cause) {
    throw new Err("JOSE Header is not valid JSON", { cause });
  }
  if (!isObject(parsed))
    throw new Err("JOSE Header is not a JSON object");
  return [parsed, serialized];
}



/***/ }),

/***/ 71445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode),
/* harmony export */   l: () => (/* binding */ encode)
/* harmony export */ });
/* harmony import */ var _lib_buffer_utils_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77410);

const invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return (0,_lib_buffer_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase64 */ .y4)(typeof input == "string" ? input : _lib_buffer_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .decoder */ .D0.decode(input), !0);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode(input) {
  return (0,_lib_buffer_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase64 */ .WG)(typeof input == "string" ? _lib_buffer_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .encoder */ .Rd.encode(input) : input, !0);
}



/***/ }),

/***/ 5674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ JWTInvalid),
/* harmony export */   Rb: () => (/* binding */ JOSEAlgNotAllowed),
/* harmony export */   T0: () => (/* binding */ JOSENotSupported),
/* harmony export */   Ye: () => (/* binding */ JWSInvalid),
/* harmony export */   _L: () => (/* binding */ JWKInvalid),
/* harmony export */   h2: () => (/* binding */ JWSSignatureVerificationFailed)
/* harmony export */ });
/* unused harmony exports JOSEError, JWEDecryptionFailed, JWEInvalid, JWKSInvalid, JWKSMultipleMatchingKeys, JWKSNoMatchingKey, JWKSTimeout, JWTClaimValidationFailed, JWTExpired */
class JOSEError extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message, options) {
    super(message, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
}
class JWTClaimValidationFailed extends JOSEError {
  static code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  claim;
  reason;
  payload;
  constructor(message, payload, claim = "unspecified", reason = "unspecified") {
    super(message, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
}
class JWTExpired extends JOSEError {
  static code = "ERR_JWT_EXPIRED";
  code = "ERR_JWT_EXPIRED";
  claim;
  reason;
  payload;
  constructor(message, payload, claim = "unspecified", reason = "unspecified") {
    super(message, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
}
class JOSEAlgNotAllowed extends JOSEError {
  static code = "ERR_JOSE_ALG_NOT_ALLOWED";
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
}
class JOSENotSupported extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
}
class JWEDecryptionFailed extends JOSEError {
  static code = "ERR_JWE_DECRYPTION_FAILED";
  code = "ERR_JWE_DECRYPTION_FAILED";
  constructor(message = "decryption operation failed", options) {
    super(message, options);
  }
}
class JWEInvalid extends (/* unused pure expression or super */ null && (JOSEError)) {
  static code = (/* unused pure expression or super */ null && ("ERR_JWE_INVALID"));
  code = "ERR_JWE_INVALID";
}
class JWSInvalid extends JOSEError {
  static code = "ERR_JWS_INVALID";
  code = "ERR_JWS_INVALID";
}
class JWTInvalid extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
}
class JWKInvalid extends JOSEError {
  static code = "ERR_JWK_INVALID";
  code = "ERR_JWK_INVALID";
}
class JWKSInvalid extends (/* unused pure expression or super */ null && (JOSEError)) {
  static code = (/* unused pure expression or super */ null && ("ERR_JWKS_INVALID"));
  code = "ERR_JWKS_INVALID";
}
class JWKSNoMatchingKey extends JOSEError {
  static code = "ERR_JWKS_NO_MATCHING_KEY";
  code = "ERR_JWKS_NO_MATCHING_KEY";
  constructor(message = "no applicable key found in the JSON Web Key Set", options) {
    super(message, options);
  }
}
class JWKSMultipleMatchingKeys extends JOSEError {
  [Symbol.asyncIterator] = async function* () {
  };
  static code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  constructor(message = "multiple matching keys found in the JSON Web Key Set", options) {
    super(message, options);
  }
}
class JWKSTimeout extends JOSEError {
  static code = "ERR_JWKS_TIMEOUT";
  code = "ERR_JWKS_TIMEOUT";
  constructor(message = "request timed out", options) {
    super(message, options);
  }
}
class JWSSignatureVerificationFailed extends JOSEError {
  static code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  constructor(message = "signature verification failed", options) {
    super(message, options);
  }
}



/***/ })

};
