export const id = 294;
export const ids = [294];
export const modules = {

/***/ 31294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ policy_decide_command)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/policy/config.js
var policy_config = __webpack_require__(88662);
// EXTERNAL MODULE: ./lib/policy/rules/index.js + 10 modules
var rules = __webpack_require__(34311);
;// CONCATENATED MODULE: ./lib/policy/decide.js

const WEIGHT = { warn: 0, hold: 1, block: 2 };
const KINDS = ['allow', 'hold', 'block'];
/**
 * What the guard says to these effects. Pure; the same effects and guard give an equal verdict.
 *
 * An exception of the guard (`allow` with `relations`) silences its rule for effects on relations whose name, as the
 * statement writes it, matches a pattern. A name without a schema means whatever the search_path of the session makes
 * of it, which the text does not tell: so `public.tmp_*` does not cover `tmp_1`, while `tmp_*` and `*.tmp_*` do.
 */
function decide(effects, guard) {
    const active = rules/* RULES */.y.filter((rule) => Object.hasOwn(guard.rules, rule.id));
    const findings = [];
    for (const effect of effects)
        for (const rule of active) {
            const words = rule.check(effect);
            const verdict = guard.rules[rule.id];
            if (words && verdict && !excepted(rule.id, effect, guard))
                findings.push({ rule: rule.id, verdict, effect, ...words });
        }
    findings.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict]);
    const observed = guard.mode === 'observe';
    const kind = observed ? 'allow' : (KINDS[findings[0] ? WEIGHT[findings[0].verdict] : 0] ?? 'block');
    return { kind, findings, observed };
}
function excepted(rule, effect, guard) {
    const name = effect.name;
    if (name === undefined)
        return false;
    return guard.allow.some((entry) => entry.rule === rule && entry.relations.some((pattern) => covers(pattern, name)));
}
/** `*` stops at a dot. A pattern for any schema also covers a name without one; no other pattern adds or drops a schema. */
function covers(pattern, name) {
    if (matches(pattern, name))
        return true;
    return pattern.startsWith('*.') && !/[."]/.test(name) && matches(pattern.slice(2), name);
}
function matches(pattern, name) {
    const source = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${source.join('[^.]*')}$`, 'u').test(name);
}

// EXTERNAL MODULE: ./lib/policy/guards.js
var guards = __webpack_require__(17358);
;// CONCATENATED MODULE: ./lib/sql/cache.js
/**
 * Analyses by exact text, bounded in bytes. Two generations: what is asked for again moves to the young one, and when
 * that has half of the bytes, the old one goes. (One Map in order of use costs 20 µs a hit once it is full: V8 copies
 * the table over and over.)
 */
class AnalysisCache {
    #limit;
    #young = new Map();
    #old = new Map();
    #bytes = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    /** The very object that was put in. */
    get(text) {
        const found = this.#young.get(text);
        if (found !== undefined)
            return found;
        const kept = this.#old.get(text);
        if (kept !== undefined)
            this.put(text, kept);
        return kept;
    }
    put(text, analysis) {
        const cost = costOf(text, analysis);
        // One huge text must not push out all the others.
        if (cost > this.#limit / 8)
            return;
        if (this.#bytes + cost > this.#limit / 2) {
            this.#old = this.#young;
            this.#young = new Map();
            this.#bytes = 0;
        }
        this.#young.set(text, analysis);
        this.#bytes += cost;
    }
}
/** About the heap an entry holds: two bytes a character and the objects of the analysis. */
function costOf(text, { effects, relations, outputs }) {
    return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + 200 * (outputs?.length ?? 0);
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./lib/sql/offload.js
// Runs analyses in a worker thread, one at a time, under a watchdog. A worker that failed is thrown away.

class Offload {
    #options;
    #queue = [];
    #worker;
    #current;
    #timer;
    #closed = false;
    constructor(options) {
        this.#options = options;
    }
    run(text) {
        return new Promise((done) => {
            if (this.#closed)
                return done('closed');
            this.#queue.push({ text, done });
            this.#next();
        });
    }
    async close() {
        this.#closed = true;
        for (const task of this.#queue.splice(0))
            task.done('closed');
        this.#finish('closed');
        await this.#discard();
    }
    #next() {
        if (this.#current)
            return;
        const task = this.#queue.shift();
        if (!task) {
            this.#worker?.unref();
            return;
        }
        this.#current = task;
        this.#worker ??= this.#start();
        this.#worker.ref();
        this.#timer = setTimeout(() => this.#fail('too slow'), this.#options.timeout);
        this.#worker.postMessage(task.text);
    }
    #start() {
        const { worker: file, stackSizeMb } = this.#options;
        const worker = new external_node_worker_threads_.Worker(file, { resourceLimits: { stackSizeMb }, env: {}, execArgv: [], stdin: false });
        worker.on('message', (message) => {
            if (worker !== this.#worker || message.ready)
                return;
            if (message.analysis)
                this.#finish(message.analysis);
            else
                this.#fail('too deep');
        });
        worker.on('error', () => worker === this.#worker && this.#fail('too deep'));
        worker.on('exit', () => worker === this.#worker && this.#fail('too deep'));
        return worker;
    }
    #fail(reason) {
        void this.#discard();
        this.#finish(reason);
    }
    #finish(result) {
        clearTimeout(this.#timer);
        const task = this.#current;
        this.#current = undefined;
        task?.done(result);
        if (!this.#closed)
            this.#next();
    }
    async #discard() {
        const worker = this.#worker;
        this.#worker = undefined;
        await worker?.terminate();
    }
}

;// CONCATENATED MODULE: ./lib/sql/shape.js
// A look at the bytes before the parser sees them: deep nesting spoils a parser instance for good.
const INLINE_LENGTH = 20_000;
const INLINE_DEPTH = 60;
const INLINE_CHAIN = 300;
const WORKER_DEPTH = 1_000;
const WORKER_CHAIN = 200_000;
const OPEN = new Set([...'([{'].map((c) => c.charCodeAt(0)));
const CLOSE = new Set([...')]}'].map((c) => c.charCodeAt(0)));
const OPERATOR = new Set([...'+-*/<>=~!@#%^&|`?:.'].map((c) => c.charCodeAt(0)));
/**
 * Counts without a lexer, so literals and comments count too: that only sends a text to the worker for nothing.
 * A chain is what nests without brackets: operators, NOT, UNION, JOIN, CASE, COLLATE and their kin.
 */
function shapeOf(text) {
    let depth = 0;
    let deepest = 0;
    let chain = 0;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (OPEN.has(code)) {
            depth++;
            if (depth > deepest)
                deepest = depth;
        }
        else if (CLOSE.has(code))
            depth = depth > 0 ? depth - 1 : 0;
        else if (OPERATOR.has(code))
            chain++;
    }
    if (deepest > WORKER_DEPTH || chain > WORKER_CHAIN)
        return 'deep';
    if (text.length > INLINE_LENGTH || deepest > INLINE_DEPTH)
        return 'worker';
    return chain + words(text) > INLINE_CHAIN ? 'worker' : 'inline';
}
const WORDS = /\b(?:not|and|or|is|isnull|notnull|union|except|intersect|join|case|collate|at|between|like|ilike|similar|in|begin|if|loop|elsif|over)\b/gi;
function words(text) {
    // Shorter texts cannot hold enough words to matter.
    return text.length < 3 * INLINE_CHAIN ? 0 : (text.match(WORDS)?.length ?? 0);
}
/** Why no server may be shown this text; undefined when it is fine. The parser would stop at a NUL, the server might not. */
function malformed(text) {
    if (text.includes('\0'))
        return 'the text holds a NUL';
    if (!text.isWellFormed())
        return 'the text is not valid Unicode';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/sql/create.js



/** An analyser for PostgreSQL. Loads its parser on the first statement, or at `warm()`. */
function createAnalyser(options) {
    const cache = new AnalysisCache(options.cacheBytes ?? 16 * 1024 * 1024);
    const maxLength = options.maxLength ?? 16 * 1024 * 1024;
    const offload = new Offload({
        worker: options.worker,
        stackSizeMb: options.stackSizeMb ?? 32,
        timeout: options.timeout ?? 15_000,
    });
    const running = new Map();
    let engine;
    let loading;
    const load = () => {
        loading ??= loadEngine().then((loaded) => {
            engine = loaded;
            return loaded;
        });
        return loading;
    };
    const inline = (text, { parser, analyse }) => {
        const analysis = analyse(parser, text);
        cache.put(text, analysis);
        return analysis;
    };
    const later = async (text) => {
        try {
            const loaded = engine ?? (await load());
            if (!loaded.spoilt && shapeOf(text) === 'inline')
                return tryInline(text, loaded);
            const result = await offload.run(text);
            if (typeof result === 'string')
                return unanalysed(FAILURES[result]);
            cache.put(text, result);
            return result;
        }
        catch {
            return unanalysed('the parser could not be used');
        }
    };
    const tryInline = (text, loaded) => {
        try {
            return inline(text, loaded);
        }
        catch {
            loaded.spoilt = true;
            return unanalysed(FAILURES['too deep']);
        }
    };
    return {
        analyse(text) {
            const known = cache.get(text);
            if (known)
                return known;
            const wrong = malformed(text) ?? (text.length > maxLength ? 'the text is too long to be analysed' : undefined);
            if (wrong)
                return unanalysed(wrong);
            const shape = shapeOf(text);
            if (shape === 'deep')
                return unanalysed(FAILURES['too deep']);
            if (engine && !engine.spoilt && shape === 'inline')
                return tryInline(text, engine);
            const pending = running.get(text);
            if (pending)
                return pending;
            const promise = later(text).finally(() => running.delete(text));
            running.set(text, promise);
            return promise;
        },
        async warm() {
            await load();
        },
        close: () => offload.close(),
    };
}
async function loadEngine() {
    const [{ loadParser }, { analyseText }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 29745)), __webpack_require__.e(/* import() */ 481).then(__webpack_require__.bind(__webpack_require__, 87481))]);
    return { parser: await loadParser(), analyse: analyseText, spoilt: false };
}
const FAILURES = {
    'too deep': 'the text is nested too deeply to be analysed',
    'too slow': 'the text took too long to analyse',
    closed: 'the session is over',
};
/** Nothing is known, so anything may change. */
function unanalysed(detail) {
    return {
        effects: [{ action: 'unknown', object: 'text', detail }],
        relations: [],
        count: 1,
        changes: { schema: true, resolution: true },
    };
}

// EXTERNAL MODULE: ./lib/sql/parser.js
var sql_parser = __webpack_require__(29745);
// EXTERNAL MODULE: ./lib/sql/slices.js
var slices = __webpack_require__(40581);
;// CONCATENATED MODULE: ./lib/sql/split.js
// A script's statements, for tools that read files. The relay never splits: it judges what it forwards.


const BLANK = /^(?:\s|--[^\n\r]*|\/\*[\s\S]*?\*\/)*/;
/** The statements of a script; the whole text as one when it does not parse. */
async function splitScript(text) {
    const parser = await (0,sql_parser.loadParser)();
    try {
        const statements = parser.parse(text.replaceAll('\0', ' '));
        const texts = (0,slices/* statementTexts */.o)(text, statements);
        let at = 0;
        return texts.map((piece) => {
            const start = text.indexOf(piece, at);
            at = start + piece.length;
            const blank = BLANK.exec(piece)?.[0].length ?? 0;
            return { text: piece.slice(blank).trimEnd(), line: lineOf(text, start + blank) };
        });
    }
    catch (error) {
        if (!(error instanceof sql_parser.SyntaxFailure) && !(0,sql_parser.isSpoilt)(error))
            throw error;
        return [{ text, line: 1 }];
    }
}
function lineOf(text, index) {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1))
        line++;
    return line;
}

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
;// CONCATENATED MODULE: ./lib/cli/commands/policy-decide.js











const policy_decide_command = {
    summary: 'show what a guard says to SQL statements',
    help: `Usage: sluice policy decide [options] [FILE.sql ...]

Reads JSON Lines {"sql": "..."} on standard input, or the statements of the files, and prints a JSON line each:
{"verdict":"allow|hold|block","rules":[...],"effects":[...],"relations":[...],"reason":"..."}; with files also file and line.
Each statement is judged by itself, as if it came alone; what another one prepared or created is not known.

Options
  --config FILE   the policy file that defines the guard (without it: the built-in guards)
  --guard NAME    the guard (default: strict)
  --dialect NAME  postgres (default, and the only one yet)

Exit codes: 0 nothing was blocked, 2 wrong options or input, 3 a statement was blocked.

Examples
  echo '{"sql":"DROP TABLE users"}' | sluice policy decide
  sluice policy decide --guard migrations migrations/*.sql
  sluice policy decide --config sluice.yml --guard orders migrations/0042.sql
`,
    async run(args, io) {
        const { config, guard: name, files } = parse(args);
        const guard = (0,guards/* resolveGuard */.m)(name, config === undefined ? {} : (0,policy_config/* loadConfig */.Z9)((0,external_node_path_.resolve)(io.cwd, config)).guards);
        const judge = policy_decide_open(guard, io);
        try {
            return files.length > 0 ? await judgeFiles(files, judge, io) : await judgeLines(judge, io);
        }
        finally {
            await judge.close();
        }
    },
};
function policy_decide_open(guard, io) {
    const analyser = createAnalyser({ worker: workerScript() });
    return {
        async judge(sql, place) {
            const { effects, relations } = await analyser.analyse(sql);
            const { kind, findings } = decide(effects, guard);
            const rules = [...new Set(findings.map((finding) => finding.rule))];
            const reason = findings[0]?.reason ?? '';
            io.out(`${JSON.stringify({ ...place, verdict: kind, rules, effects: effects, relations, reason })}\n`);
            return kind === 'block';
        },
        close: () => analyser.close(),
    };
}
async function judgeFiles(files, { judge }, io) {
    let blocked = false;
    for (const file of files) {
        for (const { text, line } of await splitScript(read((0,external_node_path_.resolve)(io.cwd, file), file))) {
            if (io.signal.aborted)
                return command/* EXIT */.d.failed;
            if (await judge(text, { file, line }))
                blocked = true;
        }
    }
    return blocked ? command/* EXIT */.d.refused : command/* EXIT */.d.ok;
}
async function judgeLines({ judge }, io) {
    let blocked = false;
    let wrong = false;
    let number = 0;
    for await (const line of (0,external_node_readline_.createInterface)({
        input: io.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
        signal: io.signal,
    })) {
        number++;
        if (line.trim() === '')
            continue;
        const sql = sqlOf(line);
        if (sql === undefined) {
            wrong = true;
            io.err(`sluice policy decide: line ${number} of standard input is not JSON with a text "sql"\n`);
        }
        else if (await judge(sql, {}))
            blocked = true;
    }
    return blocked ? command/* EXIT */.d.refused : wrong ? command/* EXIT */.d.usage : command/* EXIT */.d.ok;
}
function sqlOf(line) {
    try {
        const value = JSON.parse(line);
        const sql = value !== null && typeof value === 'object' ? value.sql : undefined;
        return typeof sql === 'string' ? sql : undefined;
    }
    catch {
        return undefined;
    }
}
function read(path, file) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode((0,external_node_fs_.readFileSync)(path));
    }
    catch (error) {
        const encoding = error instanceof TypeError;
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', encoding ? `${file} is not UTF-8` : `${file} cannot be read`, {
            hint: encoding ? 'Convert it to UTF-8' : 'Check the path and its permissions',
            cause: error,
        });
    }
}
/** The parser thread's script: beside the bundle of this command, or in the source. */
function workerScript() {
    const here = import.meta.dirname;
    if ((0,external_node_path_.basename)(here) !== 'commands')
        return (0,external_node_path_.join)(here, '..', 'worker', 'index.js');
    const folder = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(here)), 'sql');
    const source = (0,external_node_path_.join)(folder, 'worker.ts');
    return (0,external_node_fs_.existsSync)(source) ? source : (0,external_node_path_.join)(folder, 'worker.js');
}
function parse(args) {
    const { values, positionals } = options(args);
    if (values.schema !== undefined)
        throw wrong('--schema is not there yet: statements are judged by their text alone');
    if (values.dialect !== 'postgres')
        throw wrong(`--dialect ${values.dialect} is not there yet; it can be postgres`);
    return { config: values.config, guard: values.guard, files: positionals };
}
function options(args) {
    const known = {
        config: { type: 'string' },
        guard: { type: 'string', default: 'strict' },
        dialect: { type: 'string', default: 'postgres' },
        schema: { type: 'string' },
    };
    try {
        return (0,external_node_util_.parseArgs)({ args, options: known, allowPositionals: true });
    }
    catch (error) {
        throw wrong(error instanceof Error ? error.message : 'wrong options');
    }
}
const wrong = (message) => new errors/* SluiceError */.ah('CONFIG_INVALID', message, { hint: "'sluice policy decide --help' shows the options" });


/***/ }),

/***/ 88662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* reexport safe */ _load_js__WEBPACK_IMPORTED_MODULE_0__.Z9)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11387);



/***/ }),

/***/ 29745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SyntaxFailure: () => (/* binding */ SyntaxFailure),
/* harmony export */   isSpoilt: () => (/* binding */ isSpoilt),
/* harmony export */   loadParser: () => (/* binding */ loadParser)
/* harmony export */ });
/** The grammar refuses the text. `position` counts characters from 1. The server's message may quote literals: it is dropped. */
class SyntaxFailure extends Error {
    position;
    constructor(position) {
        super(`does not parse: syntax error at character ${position}`);
        this.name = 'SyntaxFailure';
        this.position = position;
    }
}
async function loadParser() {
    const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
    await loadModule();
    return {
        parse(text) {
            if (text === '')
                return [];
            try {
                return parseSync(text).stmts ?? [];
            }
            catch (error) {
                if (hasSqlDetails(error))
                    throw new SyntaxFailure((error.sqlDetails?.cursorPosition ?? 0) + 1);
                throw error;
            }
        },
        body(text) {
            try {
                return parsePlPgSQLSync(text);
            }
            catch (error) {
                if (isSpoilt(error))
                    throw error;
                throw new SyntaxFailure(1);
            }
        },
    };
}
/** True when the error is the instance's, not the text's: it must not be used again. */
function isSpoilt(error) {
    return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
}


/***/ }),

/***/ 40581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ statementTexts)
/* harmony export */ });
/** Each statement's own text. The parser counts bytes of UTF-8; a length of 0 means "to the end". */
function statementTexts(text, statements) {
    if (statements.length === 1)
        return [text];
    const bytes = Buffer.from(text);
    return statements.map(({ stmt_location: start = 0, stmt_len: length = 0 }) => bytes.toString('utf8', start, length === 0 ? bytes.length : start + length));
}


/***/ })

};
