#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 53730:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("../build/Release/cpufeatures.node");

/***/ }),

/***/ 40406:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./crypto/build/Release/sshcrypto.node");

/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 29907:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("cluster");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 82987:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("perf_hooks");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 11493:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("v8");

/***/ }),

/***/ 28167:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("worker_threads");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 99859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ interrupted),
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
const EXIT = {
    ok: 0,
    /** The command failed. */
    failed: 1,
    /** Wrong usage, configuration or input. */
    usage: 2,
    /** Refused by policy: a statement, or the exchange. */
    refused: 3,
    /** Waits for an approval. */
    pending: 4,
    /** A record does not verify. */
    invalid: 5,
};
/** The exit code of a command that a signal ended, as a shell would tell it. */
function interrupted(signal) {
    return signal.reason === 'SIGINT' ? 130 : 143;
}


/***/ }),

/***/ 10518:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(99859);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11273);


const controller = new AbortController();
let relaying = false;
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
        if (controller.signal.aborted && !relaying)
            process.exit((0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .interrupted */ .V)(controller.signal));
        controller.abort(signal);
    });
// A reader that has seen enough, as in `sluice verify DIR | head`, is no failure.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i)(process.argv.slice(2), {
    stdin: process.stdin,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    signal: controller.signal,
    terminal: process.stdout.isTTY === true,
    relaying(on) {
        relaying = on;
    },
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 11273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(18067);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(99859);



/** Command line words to command; loaded when used, so that `sluice verify` does not load a server. */
const COMMANDS = {
    run: () => Promise.all(/* import() */[__nccwpck_require__.e(327), __nccwpck_require__.e(239), __nccwpck_require__.e(703), __nccwpck_require__.e(124)]).then(__nccwpck_require__.bind(__nccwpck_require__, 92124)),
    start: () => Promise.all(/* import() */[__nccwpck_require__.e(239), __nccwpck_require__.e(703), __nccwpck_require__.e(849)]).then(__nccwpck_require__.bind(__nccwpck_require__, 20849)),
    stop: () => Promise.all(/* import() */[__nccwpck_require__.e(327), __nccwpck_require__.e(239), __nccwpck_require__.e(857)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35857)),
    server: () => Promise.all(/* import() */[__nccwpck_require__.e(129), __nccwpck_require__.e(436), __nccwpck_require__.e(815), __nccwpck_require__.e(306), __nccwpck_require__.e(472), __nccwpck_require__.e(729), __nccwpck_require__.e(221), __nccwpck_require__.e(536), __nccwpck_require__.e(327), __nccwpck_require__.e(707), __nccwpck_require__.e(44)]).then(__nccwpck_require__.bind(__nccwpck_require__, 28044)),
    verify: () => Promise.all(/* import() */[__nccwpck_require__.e(306), __nccwpck_require__.e(707), __nccwpck_require__.e(107)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2240)),
    report: () => Promise.all(/* import() */[__nccwpck_require__.e(306), __nccwpck_require__.e(327), __nccwpck_require__.e(707), __nccwpck_require__.e(483)]).then(__nccwpck_require__.bind(__nccwpck_require__, 87483)),
    approvals: () => Promise.all(/* import() */[__nccwpck_require__.e(129), __nccwpck_require__.e(383)]).then(__nccwpck_require__.bind(__nccwpck_require__, 10383)),
    approve: () => Promise.all(/* import() */[__nccwpck_require__.e(129), __nccwpck_require__.e(740)]).then(__nccwpck_require__.bind(__nccwpck_require__, 20740)),
    deny: () => Promise.all(/* import() */[__nccwpck_require__.e(129), __nccwpck_require__.e(555)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26555)),
    export: () => Promise.all(/* import() */[__nccwpck_require__.e(129), __nccwpck_require__.e(615)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2615)),
    'policy check': () => Promise.all(/* import() */[__nccwpck_require__.e(436), __nccwpck_require__.e(815), __nccwpck_require__.e(221), __nccwpck_require__.e(536), __nccwpck_require__.e(530)]).then(__nccwpck_require__.bind(__nccwpck_require__, 64530)),
    'policy decide': () => Promise.all(/* import() */[__nccwpck_require__.e(436), __nccwpck_require__.e(815), __nccwpck_require__.e(221), __nccwpck_require__.e(536), __nccwpck_require__.e(572), __nccwpck_require__.e(304), __nccwpck_require__.e(628)]).then(__nccwpck_require__.bind(__nccwpck_require__, 45628)),
    'policy claims': () => Promise.all(/* import() */[__nccwpck_require__.e(436), __nccwpck_require__.e(815), __nccwpck_require__.e(221), __nccwpck_require__.e(536), __nccwpck_require__.e(702)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6702)),
    'policy schema': () => Promise.all(/* import() */[__nccwpck_require__.e(436), __nccwpck_require__.e(221), __nccwpck_require__.e(708)]).then(__nccwpck_require__.bind(__nccwpck_require__, 33708)),
    'policy snapshot': () => Promise.all(/* import() */[__nccwpck_require__.e(436), __nccwpck_require__.e(815), __nccwpck_require__.e(221), __nccwpck_require__.e(536), __nccwpck_require__.e(224)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5224)),
    demo: () => __nccwpck_require__.e(/* import() */ 50).then(__nccwpck_require__.bind(__nccwpck_require__, 27050)),
};
/** They need what Node 24 brought: its SQLite, flags of the proxy process, TypeScript as it is. */
const ON_NODE_24 = ['run', 'start', 'server', 'demo'];
const runsHere = (name) => !ON_NODE_24.includes(name) || Number.parseInt(process.versions.node, 10) >= 24;
async function main(args, io) {
    const [first, second] = args;
    if (first === undefined || first === 'help' || first === '--help' || first === '-h')
        return help(args.slice(1), io);
    if (first === '--version' || first === '-v') {
        io.out(`sluice ${_core_version_js__WEBPACK_IMPORTED_MODULE_2__/* .VERSION */ .x}\n`);
        return _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.ok;
    }
    const name = find(first, second);
    if (!name && isGroup(first) && (second === undefined || second === '--help')) {
        if (second !== undefined)
            return help([first], io);
        io.err(await list(`${first} `));
        return _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage;
    }
    if (!name) {
        io.err(`sluice: '${[first, second].filter(Boolean).join(' ')}' is not a command. See 'sluice help${isGroup(first) ? ` ${first}` : ''}'.\n`);
        return _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage;
    }
    if (!runsHere(name)) {
        io.err(`sluice ${name}: needs Node.js 24 or newer, and this is ${process.version}. Install it, or put it first in PATH.\n`);
        return _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage;
    }
    const { command } = await COMMANDS[name]();
    const rest = args.slice(name.split(' ').length);
    if (rest.includes('--help') && !rest.slice(0, rest.indexOf('--help')).includes('--')) {
        io.out(command.help);
        return _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.ok;
    }
    try {
        return await command.run(rest, io);
    }
    catch (error) {
        io.err(`sluice ${name}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}\n`);
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah))
            return _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.failed;
        return EXIT_OF[error.code] ?? _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.failed;
    }
}
const EXIT_OF = {
    CONFIG_INVALID: _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage,
    CREDENTIAL_FAILED: _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage,
    EXCHANGE_REFUSED: _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.refused,
    APPROVAL_DENIED: _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.refused,
    APPROVAL_PENDING: _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.pending,
    RECORD_INVALID: _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.invalid,
};
function find(first, second) {
    const two = `${first} ${second}`;
    if (Object.hasOwn(COMMANDS, two))
        return two;
    return Object.hasOwn(COMMANDS, first) ? first : undefined;
}
/** `policy`: a word that only stands before others. */
const isGroup = (word) => Object.keys(COMMANDS).some((name) => name.startsWith(`${word} `));
async function help(args, io) {
    const [first, second] = args;
    const name = first === undefined ? undefined : find(first, second);
    if (name) {
        io.out((await COMMANDS[name]()).command.help);
        return _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.ok;
    }
    if (first !== undefined && isGroup(first)) {
        io.out(await list(`${first} `));
        return second === undefined ? _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.ok : _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage;
    }
    io.out(await list(''));
    return first === undefined ? _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.ok : _command_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage;
}
/** The commands that begin so, with a line each. */
async function list(group) {
    const entries = Object.entries(COMMANDS).filter(([key]) => key.startsWith(group));
    const lines = await Promise.all(entries.map(async ([key, load]) => `  ${key.padEnd(17)}${runsHere(key) ? (await load()).command.summary : 'needs Node.js 24'}`));
    return `Usage: sluice ${group}COMMAND [options]\n\n${lines.join('\n')}\n\n'sluice help ${group}COMMAND' shows a command's options and examples.\n`;
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   ah: () => (/* binding */ SluiceError),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/** Every error that a user may meet has one of these codes; docs and exit codes derive from the list. */
const ERROR_CODES = {
    CONFIG_INVALID: 'the configuration or an input is wrong',
    OIDC_UNAVAILABLE: 'the CI platform gave no OIDC token',
    SERVER_UNREACHABLE: 'the grant server cannot be reached',
    SERVER_ERROR: 'the grant server failed',
    EXCHANGE_REFUSED: 'the grant server refused the token',
    APPROVAL_PENDING: 'a human must approve first',
    APPROVAL_DENIED: 'an approver said no, or nobody answered in time',
    GRANT_EXPIRED: 'the grant is over',
    CREDENTIAL_FAILED: 'the upstream credential could not be made or read',
    UPSTREAM_UNREACHABLE: 'the target cannot be reached',
    UPSTREAM_REFUSED: 'the target refused the connection or broke its protocol',
    UPSTREAM_TLS: 'the target’s TLS certificate could not be verified',
    CLIENT_PROTOCOL: 'the client broke its protocol or asked for something that is refused',
    RECORD_FAILED: 'the session record cannot be written',
    RECORD_INVALID: 'the session record does not verify',
    DAEMON_FAILED: 'the proxy process did not start, or died',
    STORE_FAILED: 'the server’s database cannot be used',
    INTERNAL: 'a bug in Sluice',
};
/**
 * An error for a person: `message` says what and where, `hint` how to fix it.
 * Neither may hold a secret, a row value or statement text.
 */
class SluiceError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'SluiceError';
        this.code = code;
        this.hint = options.hint;
    }
}
/** One line for a log or a terminal: message, then the cure. */
function describe(error) {
    if (error instanceof SluiceError)
        return error.hint ? `${error.message}. ${error.hint}` : error.message;
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 18067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** Kept equal to package.json by a test. */
const VERSION = '0.1.0';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(10518);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
