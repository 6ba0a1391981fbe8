export const id = 776;
export const ids = [776];
export const modules = {

/***/ 91776:
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
function costOf(text, { effects, relations, outputs, flows }) {
    const listed = 200 * (outputs?.length ?? 0) + 200 * (flows?.length ?? 0);
    return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + listed;
}

;// CONCATENATED MODULE: ./lib/sql/literals.js
const LONGEST = 8 * 1024;
/** Stand for a number and a string; no text that is analysed holds a NUL. */
const NUMBER = '\0n';
const STRING = '\0s';
const QUOTE = 0x27;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;
const isDigit = (code) => code >= 0x30 && code <= 0x39;
const isWord = (code) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || isDigit(code);
/**
 * The text with its constants taken out, undefined when it has none that can be told. Where this reads a text otherwise
 * than the server does (comments, `E''`, `$$`, `1e5`), what makes the difference stays in the key, and `SHAPES` knows none of it.
 */
function keyOf(text) {
    if (text.length > LONGEST)
        return undefined;
    let key = '';
    let kept = 0;
    for (let at = 0; at < text.length;) {
        const code = text.charCodeAt(at);
        let end = at + 1;
        if (code === QUOTE) {
            end = stringEnd(text, at);
            if (end === -1)
                return undefined;
            key += text.slice(kept, at) + STRING;
            kept = end;
        }
        else if (code === DOUBLE) {
            end = text.indexOf('"', at + 1) + 1;
            if (end === 0)
                return undefined;
        }
        else if (isDigit(code)) {
            end = numberEnd(text, at);
            key += text.slice(kept, at) + NUMBER;
            kept = end;
        }
        else if (isWord(code)) {
            while (end < text.length && isWord(text.charCodeAt(end)))
                end++;
        }
        at = end;
    }
    return kept === 0 ? undefined : key + text.slice(kept);
}
/** A backslash may mean something, depending on a setting: then -1. */
function stringEnd(text, start) {
    for (let at = start + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === BACKSLASH)
            return -1;
        if (code !== QUOTE)
            continue;
        if (text.charCodeAt(at + 1) !== QUOTE)
            return at + 1;
        at++;
    }
    return -1;
}
function numberEnd(text, start) {
    let at = start;
    while (isDigit(text.charCodeAt(at)))
        at++;
    if (text.charCodeAt(at) !== 0x2e || !isDigit(text.charCodeAt(at + 1)))
        return at;
    at++;
    while (isDigit(text.charCodeAt(at)))
        at++;
    return at;
}
/** As the server has it: other spaces are letters to it. */
const GAP = '[ \\t\\r\\n]';
const NAME = '(?:[a-z_][a-z0-9_]*|"[^"]+")(?:\\.(?:[a-z_][a-z0-9_]*|"[^"]+")){0,2}';
/** Words that are values themselves: `true = 't'` depends on its constant. */
const VALUES = '(?:true|false|null|default|user|current_[a-z]+|session_user|system_user|localtime|localtimestamp|row|array|case|not|all|any|some|interval|date|time|timestamp)';
const COLUMN = `(?!${VALUES}\\b)${NAME}`;
const CONSTANT = '\\0[ns]';
const ITEM = `(?:-?\\0n|\\0s|null|true|false|default)`;
const list = (item) => `${item}(?:${GAP}*,${GAP}*${item})*`;
const ROW = `\\(${GAP}*${list(ITEM)}${GAP}*\\)`;
const EQUAL = `${COLUMN}${GAP}*=${GAP}*${CONSTANT}`;
const WHERE = `${GAP}+where${GAP}+${EQUAL}(?:${GAP}+and${GAP}+${EQUAL})*`;
const SHAPES = new RegExp(`^${GAP}*(?:${[
    `select${GAP}+(?:\\*|${list(NAME)})${GAP}+from${GAP}+${NAME}${WHERE}`,
    `insert${GAP}+into${GAP}+${NAME}(?:${GAP}*\\(${GAP}*${list(NAME)}${GAP}*\\))?${GAP}*values${GAP}*${list(ROW)}`,
    `update${GAP}+${NAME}${GAP}+set${GAP}+${list(`${COLUMN}${GAP}*=${GAP}*(?:${ITEM})`)}${WHERE}`,
    `delete${GAP}+from${GAP}+${NAME}${WHERE}`,
].join('|')})${GAP}*;?${GAP}*$`, 'i');
const PLAIN = new Set(['read', 'insert', 'update', 'delete']);
/** True when every text with this key has this analysis. */
function sharable(key, { effects, count, changes, copy, flows }) {
    if (count !== 1 || copy || flows || changes.schema || changes.resolution || changes.temporary)
        return false;
    return effects.every(({ action }) => PLAIN.has(action)) && SHAPES.test(key);
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
const OPEN = 1;
const CLOSE = 2;
const OPERATOR = 3;
/** By character code; a look-up in a Set would cost more than the cache saves. */
const shape_KINDS = new Uint8Array(128);
for (const [characters, kind] of [
    ['([{', OPEN],
    [')]}', CLOSE],
    ['+-*/<>=~!@#%^&|`?:.', OPERATOR],
])
    for (const character of characters)
        shape_KINDS[character.charCodeAt(0)] = kind;
/**
 * Counts without a lexer, so literals and comments count too: that only sends a text to the worker for nothing.
 * A chain is what nests without brackets: operators, NOT, UNION, JOIN, CASE, COLLATE and their kin.
 */
function shapeOf(text) {
    let depth = 0;
    let deepest = 0;
    let chain = 0;
    for (let index = 0; index < text.length; index++) {
        const kind = shape_KINDS[text.charCodeAt(index)];
        if (kind === OPEN) {
            depth++;
            if (depth > deepest)
                deepest = depth;
        }
        else if (kind === CLOSE)
            depth = depth > 0 ? depth - 1 : 0;
        else if (kind === OPERATOR)
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
    /** By text without its constants; see literals.ts. */
    const alike = new AnalysisCache((options.cacheBytes ?? 16 * 1024 * 1024) / 4);
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
        const key = keyOf(text);
        const known = key === undefined ? undefined : alike.get(key);
        if (known)
            return known;
        const analysis = analyse(parser, text);
        if (key !== undefined && sharable(key, analysis))
            alike.put(key, analysis);
        else
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
    const [{ loadParser }, { analyseText }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 29745)), __webpack_require__.e(/* import() */ 53).then(__webpack_require__.bind(__webpack_require__, 28053))]);
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



/** The statements of a script. One that does not parse as a whole is taken apart at its semicolons, as psql does. */
async function splitScript(text) {
    if (shapeOf(text) === 'deep')
        return placed(text, cut(text));
    const parser = await (0,sql_parser.loadParser)();
    try {
        const statements = parser.parse(text.replaceAll('\0', ' '));
        return placed(text, (0,slices/* statementTexts */.o)(text, statements));
    }
    catch (error) {
        if (!(error instanceof sql_parser.SyntaxFailure) && !(0,sql_parser.isSpoilt)(error))
            throw error;
        return placed(text, cut(text));
    }
}
/** Without what is blank, with their lines; in one pass, for scripts have many statements. */
function placed(text, pieces) {
    const found = [];
    let at = 0;
    let line = 1;
    let counted = 0;
    for (const piece of pieces) {
        const start = text.indexOf(piece, at);
        at = start + piece.length;
        const first = start + blank(piece);
        for (let end = text.indexOf('\n', counted); end !== -1 && end < first; end = text.indexOf('\n', counted)) {
            line++;
            counted = end + 1;
        }
        const rest = text.slice(first, at).trimEnd();
        if (rest !== '')
            found.push({ text: rest, line });
    }
    return found;
}
const TOKEN = /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n\r]*|\/\*|(?<![\w$\u0080-\uffff])(\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|[();]|\bbegin\s+atomic\b|\b(?:case|end)\b|\\[^\n\r]*/gi;
/** At semicolons outside of quotes, comments, brackets and SQL bodies; commands of psql and rows of COPY stand by themselves. */
function cut(text) {
    const pieces = [];
    let from = 0;
    let brackets = 0;
    let blocks = 0;
    const end = (to) => {
        pieces.push(text.slice(from, to));
        from = to;
    };
    TOKEN.lastIndex = 0;
    for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
        const token = found[0].toLowerCase();
        if (found[1] !== undefined)
            TOKEN.lastIndex = after(text, found[1], TOKEN.lastIndex);
        else if (token === '/*')
            TOKEN.lastIndex = commentEnd(text, TOKEN.lastIndex);
        else if (token === '(')
            brackets++;
        else if (token === ')')
            brackets = Math.max(0, brackets - 1);
        else if (token.startsWith('begin'))
            blocks++;
        else if (token === 'case' && blocks > 0)
            blocks++;
        else if (token === 'end' && blocks > 0)
            blocks--;
        else if (token.startsWith('\\') && from + blank(text.slice(from, found.index)) === found.index)
            end(TOKEN.lastIndex);
        else if (token === ';' && brackets === 0 && blocks === 0) {
            end(found.index);
            from = TOKEN.lastIndex;
            if (COPY_IN.test(pieces.at(-1) ?? ''))
                from = TOKEN.lastIndex = after(text, '\n\\.', TOKEN.lastIndex);
        }
    }
    end(text.length);
    return pieces;
}
const COPY_IN = /^\s*(?:--[^\n]*\n\s*)*copy\b[^;]*\bfrom\s+stdin\b/i;
/** Length of the spaces and comments that the text begins with. */
function blank(text) {
    let at = 0;
    for (;;) {
        SPACE.lastIndex = at;
        at += SPACE.exec(text)?.[0].length ?? 0;
        if (!text.startsWith('/*', at))
            return at;
        at = commentEnd(text, at + 2);
    }
}
const SPACE = /(?:\s|--[^\n\r]*)*/y;
/** Behind the next `mark`; the end of the text when there is none. */
function after(text, mark, at) {
    const found = text.indexOf(mark, at);
    return found === -1 ? text.length : found + mark.length;
}
/** Comments nest. */
function commentEnd(text, from) {
    let depth = 1;
    let at = from;
    while (depth > 0) {
        const close = text.indexOf('*/', at);
        const open = text.indexOf('/*', at);
        if (close === -1)
            return text.length;
        const opens = open !== -1 && open < close;
        depth += opens ? 1 : -1;
        at = (opens ? open : close) + 2;
    }
    return at;
}

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
;// CONCATENATED MODULE: ./lib/cli/commands/policy-decide.js











const policy_decide_command = {
    summary: 'show what a guard says to SQL statements',
    help: `Usage: sluice policy decide [options] [FILE.sql | DIRECTORY ...]

Reads JSON Lines {"sql": "..."} on standard input, or the statements of the files (of a directory: its *.sql, in order), and prints a JSON line each:
{"verdict":"allow|hold|block","rules":[...],"effects":[...],"relations":[...],"reason":"..."}; with files also file and line.
Each statement is judged by itself, as if it came alone; what another one prepared or created is not known.

Options
  --config FILE   the policy file that defines the guard (without it: the built-in guards)
  --guard NAME    the guard (default: strict)
  --dialect NAME  postgres (default, and the only one yet)

Exit codes: 0 nothing was blocked, 2 wrong options or input, 3 a statement was blocked.

Examples
  echo '{"sql":"DROP TABLE users"}' | sluice policy decide
  sluice policy decide --guard migrations migrations
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
            const reason = psql(sql) ?? findings[0]?.reason ?? '';
            io.out(`${JSON.stringify({ ...place, verdict: kind, rules, effects: effects, relations, reason })}\n`);
            return kind === 'block';
        },
        close: () => analyser.close(),
    };
}
async function judgeFiles(files, { judge }, io) {
    let blocked = false;
    for (const file of files.flatMap((path) => scripts(path, io.cwd))) {
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
    if (number === 0) {
        io.err('sluice policy decide: standard input is empty, so nothing was judged\n');
        return command/* EXIT */.d.usage;
    }
    return blocked ? command/* EXIT */.d.refused : wrong ? command/* EXIT */.d.usage : command/* EXIT */.d.ok;
}
/** The file itself, or the scripts below a directory, by name. */
function scripts(path, cwd) {
    if (!(0,external_node_fs_.statSync)((0,external_node_path_.resolve)(cwd, path), { throwIfNoEntry: false })?.isDirectory())
        return [path];
    const names = (0,external_node_fs_.readdirSync)((0,external_node_path_.resolve)(cwd, path), { recursive: true, encoding: 'utf8' });
    const found = names.filter((name) => name.endsWith('.sql')).sort();
    if (found.length > 0)
        return found.map((name) => (0,external_node_path_.join)(path, name));
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${path} holds no *.sql file`, {
        hint: 'Name the directory of the scripts',
    });
}
/** Commands of psql never reach the server, and may do anything where psql runs. */
function psql(sql) {
    const [, name] = /^\\(\S*)/.exec(sql) ?? [];
    return name === undefined
        ? undefined
        : `\\${name} is a command of psql and no SQL: it cannot be judged. Take it out of the script`;
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
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74155);



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
