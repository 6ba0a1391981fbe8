export const id = 628;
export const ids = [628];
export const modules = {

/***/ 45628:
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
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/policy/config.js
var policy_config = __webpack_require__(88662);
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
function costOf(text, analysis) {
    const { effects, relations, outputs, flows, uses, compares = [], probes = [], trusts = [] } = analysis;
    const sources = compares.length + probes.length + trusts.length;
    const listed = 200 * ((outputs?.length ?? 0) + (flows?.length ?? 0)) + 60 * sources;
    const named = uses ? 60 * (uses.functions.length + uses.types.length + uses.fields.length) : 0;
    return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + listed + named;
}

// EXTERNAL MODULE: ./lib/sql/predicates/picking.js
var picking = __webpack_require__(79344);
;// CONCATENATED MODULE: ./lib/sql/literals.js

const LONGEST = 8 * 1024;
/** Stand for a number and a string; no text that is analysed holds a NUL. */
const NUMBER = '\0n';
const STRING = '\0s';
/** A text that a boolean column may be compared with. */
const WORD = '\0b';
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
            key += text.slice(kept, at) + (isTruth(text, at + 1, end - 1) ? WORD : STRING);
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
/** `'yes'`, also with blanks around it. */
const isTruth = (text, from, to) => to - from < 32 && (0,picking/* isBoolean */.Lm)(text.slice(from, to));
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
const CONSTANT = '\\0[nsb]';
const ITEM = `(?:-?\\0n|\\0[sb]|null|true|false|default)`;
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

/** A worker costs a tenth of a second to start, so texts that spoil it may do so this often in this many milliseconds. */
const SPOILT = { most: 20, within: 60_000 };
class Offload {
    #options;
    #queue = [];
    #worker;
    #current;
    #timer;
    #failures = [];
    #closed = false;
    constructor(options) {
        this.#options = options;
    }
    /** `gone`: nobody waits for the answer any more; a text whose turn has not come is then passed over. */
    run(text, gone) {
        return new Promise((done) => {
            if (this.#closed || gone?.aborted)
                return done('closed');
            const task = { text, done };
            this.#queue.push(task);
            gone?.addEventListener('abort', () => this.#forget(task), { once: true });
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
    #forget(task) {
        const at = this.#queue.indexOf(task);
        if (at === -1)
            return;
        this.#queue.splice(at, 1);
        task.done('closed');
    }
    #next() {
        if (this.#current)
            return;
        const task = this.#queue.shift();
        if (!task) {
            this.#worker?.unref();
            return;
        }
        if (!this.#worker && this.#failedTooOften()) {
            task.done('too often');
            this.#next();
            return;
        }
        this.#current = task;
        this.#worker ??= this.#start();
        this.#worker.ref();
        this.#timer = setTimeout(() => this.#fail('too slow'), this.#options.timeout);
        this.#worker.postMessage(task.text);
    }
    #failedTooOften() {
        const since = this.#options.now() - SPOILT.within;
        this.#failures = this.#failures.filter((at) => at > since);
        return this.#failures.length >= SPOILT.most;
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
        this.#failures.push(this.#options.now());
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

// EXTERNAL MODULE: ./lib/sql/shape.js
var sql_shape = __webpack_require__(22533);
;// CONCATENATED MODULE: ./lib/sql/create.js




/** From here on a text goes to a worker of its own, so that small ones never wait behind a file, in characters. */
const FILE = 100_000;
/** An analyser for PostgreSQL. Loads its parser on the first statement, or at `warm()`. */
function createAnalyser(options) {
    const cache = new AnalysisCache(options.cacheBytes ?? 16 * 1024 * 1024);
    /** By text without its constants; see literals.ts. */
    const alike = new AnalysisCache((options.cacheBytes ?? 16 * 1024 * 1024) / 4);
    const maxLength = options.maxLength ?? 16 * 1024 * 1024;
    const threads = {
        worker: options.worker,
        stackSizeMb: options.stackSizeMb ?? 32,
        timeout: options.timeout ?? 15_000,
        now: options.now ?? (() => performance.now()),
    };
    const texts = new Offload(threads);
    const files = new Offload(threads);
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
    const later = async (text, gone) => {
        try {
            const loaded = engine ?? (await load());
            if (!loaded.spoilt && (0,sql_shape/* shapeOf */.F)(text) === 'inline')
                return tryInline(text, loaded);
            const result = await (text.length < FILE ? texts : files).run(text, gone);
            const analysis = typeof result === 'string' ? unanalysed(FAILURES[result]) : result;
            // A text that spoils a worker does so only once.
            if (typeof result !== 'string' || result === 'too deep')
                cache.put(text, analysis);
            return analysis;
        }
        catch {
            return unanalysed('the parser could not be used');
        }
    };
    const start = (text) => {
        const gone = new AbortController();
        const forget = () => running.get(text) === started && running.delete(text);
        const started = { promise: later(text, gone.signal).finally(forget), gone, waiting: 0 };
        running.set(text, started);
        return started;
    };
    /** The last one that waited is gone: whoever asks from now on starts anew. */
    const leave = (text, pending) => {
        if (--pending.waiting > 0 || running.get(text) !== pending)
            return;
        running.delete(text);
        pending.gone.abort();
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
        analyse(text, gone) {
            const known = cache.get(text);
            if (known)
                return known;
            const wrong = (0,sql_shape/* malformed */.Q)(text) ?? (text.length > maxLength ? 'the text is too long to be analysed' : undefined);
            if (wrong)
                return unanalysed(wrong);
            const shape = (0,sql_shape/* shapeOf */.F)(text);
            if (shape === 'deep')
                return unanalysed(FAILURES['too deep']);
            if (engine && !engine.spoilt && shape === 'inline')
                return tryInline(text, engine);
            const pending = running.get(text) ?? start(text);
            pending.waiting++;
            if (gone) {
                const left = () => leave(text, pending);
                gone.addEventListener('abort', left, { once: true });
                void pending.promise.then(() => gone.removeEventListener('abort', left));
            }
            return pending.promise;
        },
        async warm() {
            await load();
        },
        async close() {
            await Promise.all([texts.close(), files.close()]);
        },
    };
}
async function loadEngine() {
    const [{ loadParser }, { analyseText }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 29745)), __webpack_require__.e(/* import() */ 348).then(__webpack_require__.bind(__webpack_require__, 31348))]);
    return { parser: await loadParser(), analyse: analyseText, spoilt: false };
}
const FAILURES = {
    'too deep': 'the text is nested too deeply to be analysed',
    'too slow': 'the text took too long to analyse',
    'too often': 'too many texts could not be analysed within a minute',
    closed: 'the session is over',
};
/** Nothing is known, so anything may change. */
function unanalysed(detail) {
    return {
        effects: [{ action: 'unknown', object: 'text', detail }],
        relations: [],
        count: 1,
        commits: true,
        changes: { schema: true, resolution: true },
    };
}

// EXTERNAL MODULE: ./lib/sql/split.js
var split = __webpack_require__(93916);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/policy/globs.js
var globs = __webpack_require__(45017);
// EXTERNAL MODULE: ./lib/policy/rules/index.js + 181 modules
var rules = __webpack_require__(17125);
// EXTERNAL MODULE: ./lib/policy/rules/rule.js
var rule = __webpack_require__(22870);
;// CONCATENATED MODULE: ./lib/policy/decide.js



const WEIGHT = { warn: 0, hold: 1, block: 2 };
const KINDS = ['allow', 'hold', 'block'];
/**
 * What the guard says to these effects. Pure; the same effects and guard give an equal verdict.
 *
 * Stored effects are held where others would be blocked, unless the rule keeps its block; those that only a run of
 * what is defined here would set off are warned about where the guard only warns of `unknown-call`. A lock risk that is only
 * warned about is held on a relation above `thresholds.tableSize`.
 *
 * An exception of the guard (`allow` with conditions) silences its rule for effects that meet all of them. `relations`
 * is met when the name, as the statement writes it, matches a pattern. A name without a schema means whatever the search_path of the session makes
 * of it, which the text does not tell: so `public.tmp_*` does not cover `tmp_1`, while `tmp_*` and `*.tmp_*` do.
 */
function decide(effects, guard) {
    const active = rules/* RULES */.y.filter((rule) => Object.hasOwn(guard.rules, rule.id));
    const bounds = { ...guard.thresholds, excepts: excepts(guard) };
    const findings = [];
    for (const effect of effects)
        for (const rule of active) {
            const words = rule.check(effect, bounds);
            const level = rule.weighs?.(effect) ?? guard.rules[rule.id];
            if (words && level && !excepted(rule.id, effect, guard))
                findings.push({ rule: rule.id, verdict: weighed(level, rule, effect, guard), effect, ...words });
        }
    findings.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict]);
    const observed = guard.mode === 'observe';
    const kind = observed ? 'allow' : (KINDS[findings[0] ? WEIGHT[findings[0].verdict] : 0] ?? 'block');
    return { kind, findings, observed };
}
/** The rule's level, as the effect asks for it. */
function weighed(level, rule, effect, { rules, thresholds }) {
    // Defining runs nothing: what a body calls is weighed as any call there that is not known.
    if (isLater(effect) && !rule.keepsBlock) {
        const most = rules['unknown-call'] === 'warn' || !rules['unknown-call'] ? 'warn' : 'hold';
        return WEIGHT[level] > WEIGHT[most] ? most : level;
    }
    // Somebody reviewed what the database holds when it was made; this statement only sets it off.
    if (level === 'block' && effect.stored && !rule.keepsBlock)
        return 'hold';
    const large = thresholds?.tableSize !== undefined && (effect.bytes ?? 0) > thresholds.tableSize;
    return level === 'warn' && rule.family === 'lock-risk' && large ? 'hold' : level;
}
/** Only a run of what is defined here would set it off. */
const isLater = ({ stored, via }) => stored === true && via?.[0] === 'definition';
function excepted(rule, effect, guard) {
    return guard.allow.some((entry) => entry.rule === rule &&
        (entry.relations === undefined || named(entry.relations, effect.name)) &&
        (entry.paths === undefined || (ofPaths(effect) && placed(entry.paths, effect))) &&
        (entry.programs === undefined || (ofPrograms(effect) && placed(entry.programs, effect))) &&
        (entry.names === undefined ||
            (!ofPaths(effect) && !ofPrograms(effect) && placed(entry.names, effect))) &&
        (entry.rows === undefined || within(effect.estimate, entry.rows)) &&
        (entry.tableSize === undefined || within(effect.bytes, entry.tableSize)));
}
const LOSSES = new Set(rules/* RULES */.y.filter(({ family }) => family === 'data-loss').map(({ id }) => id));
/** Whether a new name may come under an exception that the former name does not meet. */
const excepts = (guard) => (name, former, rules) => guard.allow.some(({ rule, relations = [] }) => LOSSES.has(rule) &&
    (rules === undefined || rules.test(rule)) &&
    relations.some((pattern) => mayCover(pattern, name) && !(former !== undefined && covers(pattern, former))));
/** As `covers`, and also where the one has a schema and the other has none. */
function mayCover(pattern, name) {
    if (covers(pattern, name))
        return true;
    const [table = '', schema] = pattern.split('.').reverse();
    if (name.endsWith('.*'))
        return schema !== undefined && schema !== '*' && matches(schema, name.slice(0, -2));
    const [own = '', within] = name.split('.').reverse();
    return (schema === undefined || within === undefined) && matches(table, own);
}
/** Things of a command line that have a path. */
const ofPaths = ({ object }) => PATHS.has(object);
const PATHS = new Set(['path', 'surplus', 'secret', 'disk', 'mount']);
const ofPrograms = ({ action, object }) => action === 'run' && RUN.has(object);
const RUN = new Set(['program', 'code', 'container']);
/** A name that is only known when it runs, or that leads upwards, is within nothing. */
const placed = (patterns, { name, place }) => name !== undefined && place !== 'unknown' && patterns.some((pattern) => (0,globs/* matchesPath */.$)(pattern, name));
const named = (patterns, name) => name !== undefined && !(0,rule/* isOpen */.nT)(name) && patterns.some((pattern) => covers(pattern, name));
/** What is not known is not within. */
const within = (count, most) => count !== undefined && count <= most;
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

// EXTERNAL MODULE: ./lib/protocols/ssh/commands.js
var ssh_commands = __webpack_require__(73572);
// EXTERNAL MODULE: ./lib/protocols/ssh/transfer/downloads.js
var downloads = __webpack_require__(72199);
// EXTERNAL MODULE: ./lib/shell/index.js + 42 modules
var shell = __webpack_require__(45197);
;// CONCATENATED MODULE: ./lib/cli/policy/commands.js




/** The session's own judgement of one line. `user`: the account that it would run as. */
async function judgeCommand({ analyser, guard, masks }, line, user) {
    const commands = (0,shell/* analyseCommand */.r)(line, user === undefined ? {} : { user });
    const analysis = (0,downloads/* withDownloads */.w)(line, commands, { ...masks, detect: masks.detect ?? [] });
    const { effects, relations } = analysis.embedded
        ? await (0,ssh_commands/* withSql */.B)(analysis, analysis.embedded, analyser, new AbortController().signal)
        : analysis;
    const verdict = decide(effects, guard);
    return { verdict, effects, relations, reason: verdict.findings[0]?.reason ?? '', hints: [] };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/masking/catalogue.js
var catalogue = __webpack_require__(20169);
;// CONCATENATED MODULE: ./lib/masking/sources.js
/** Relations behind views, those of the same text too. */
function reached(sources, views, behind) {
    const found = new Set();
    const add = (source) => {
        if (found.has(source))
            return;
        found.add(source);
        for (const next of behind(source))
            add(next);
        const [column = '', ...relation] = sources_split(source).reverse();
        for (const { relation: name = '', column: own, sources: below } of views)
            if (sources_split(name).at(-1) === relation[0] && (column === '*' || own === undefined || own === column))
                for (const next of below)
                    add(next);
    };
    for (const source of sources)
        add(source);
    return [...found];
}
/** `schema.table.column` with parts left out in front; a name without its schema may be in any. */
function carries({ schema, table, column }, source) {
    const [own = '*', relation, within] = sources_split(source).reverse();
    return meets(column, own) && meets(table, relation) && meets(schema, within);
}
/** True when one name can be meant by both. */
function meets(pattern, name) {
    return name === undefined || name === '*' || glob(pattern, name);
}
function glob(pattern, name) {
    if (!pattern.includes('*'))
        return pattern === name;
    const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's').test(name);
}
/** Parts of a dotted name, unquoted. */
function sources_split(name) {
    return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) => quoted === undefined ? whole : quoted.replaceAll('""', '"'));
}

;// CONCATENATED MODULE: ./lib/masking/places.js

/** How little a mask shows. */
const STRENGTH = { partial: 0, hash: 1, redact: 2, null: 2 };
/** True when the place has a mask that shows no more, and so has every column that it writes to if it is a view. */
function keeps(from, flow, around) {
    if (flow.relation === undefined)
        return false;
    const column = flow.column ?? (flow.named ? from.column : undefined);
    if (column === undefined || !places_covers(from, flow, { ...around, relation: flow.relation, column }))
        return false;
    return written(flow.relation, column, around).every((name) => {
        const [own = '*', ...relation] = sources_split(name).reverse();
        if (own === '*' || relation.length === 0)
            return false;
        return places_covers(from, {}, { ...around, relation: name.slice(0, name.lastIndexOf('.')), column: own });
    });
}
/** What a view passes changes on to; nothing for a table. */
function written(relation, column, { views, behind }) {
    const name = `${relation}.${column}`;
    const bare = sources_split(relation).at(-1);
    const isView = views.some(({ relation: made = '' }) => sources_split(made).at(-1) === bare) ||
        // Whose rows are those of its parents and children has the same columns.
        behind(`${relation}.*`).some((source) => !source.endsWith('.*'));
    return isView ? reached([name], views, behind).filter((source) => source !== name) : [];
}
function places_covers(from, flow, { patterns, relation, column }) {
    const [table = '', schema] = sources_split(relation).reverse();
    const to = patterns.find((pattern) => pattern.column === column || glob(pattern.column, column)
        ? glob(pattern.table, table) && places_within(pattern, flow, schema)
        : false);
    if (!to || STRENGTH[to.kind] < STRENGTH[from.kind])
        return false;
    // What `partial` shows of a computed value could be any part of it.
    return to.kind !== 'partial' || flow.same === true || flow.named === true;
}
/** A name without its schema is taken as the one that the masks know, unless it may be another. */
function places_within(pattern, { elsewhere }, schema) {
    return schema === undefined ? !elsewhere || pattern.schema === '*' : glob(pattern.schema, schema);
}

;// CONCATENATED MODULE: ./lib/masking/flows.js



/**
 * Finds the flows that carry a masked column out of its mask's reach, and the masked columns that are asked about:
 * effects `expose` of `masked-column`, and of `masked-predicate` (`strict`, for all that is done with a column) or
 * `masked-comparison` (`flag`, the default, for conditions). Undefined when no column is masked.
 */
function watchFlows(columns, predicates = 'flag') {
    if (columns.length === 0)
        return undefined;
    const patterns = (0,catalogue/* withCatalogue */.M)(columns).map(({ pattern, mask }) => {
        const [column = '*', table = '*', schema = '*'] = pattern.split('.').reverse();
        return { pattern, kind: mask, schema, table, column };
    });
    return (flows, behind, asked = {}) => {
        const views = flows.filter(({ view }) => view);
        const around = { patterns, views, behind };
        const { compares = [], probes, renames = [] } = asked;
        const links = [...flows, ...renames].filter(({ view, named }) => view || named);
        const compared = (predicates === 'strict' ? (probes?.() ?? []) : compares).flatMap((source) => {
            const sources = reached([source], links, behind);
            const hit = patterns.find((pattern) => sources.some((each) => carries(pattern, each)));
            return hit ? [comparison(source, hit.pattern, predicates)] : [];
        });
        const exposed = flows.flatMap((flow) => {
            if (flow.view)
                return flow.sources.includes('*') ? [exposure(flow, undefined)] : [];
            const sources = reached(flow.sources, views, behind);
            const hit = patterns.find((pattern) => sources.some((source) => carries(pattern, source) && !stays(source, flow) && !keeps(pattern, flow, around)));
            return hit ? [exposure(flow, hit.pattern)] : [];
        });
        return [...exposed, ...compared];
    };
}
function comparison(source, pattern, predicates) {
    const dot = source.lastIndexOf('.');
    return {
        action: 'expose',
        object: predicates === 'strict' ? 'masked-predicate' : 'masked-comparison',
        ...(dot > 0 && { name: source.slice(0, dot) }),
        column: source.slice(dot + 1),
        detail: pattern,
    };
}
/** The column's own value in another case: `SET email = lower(email)`, whichever table is meant. */
const stays = (source, { relation, column, same }) => same === true && source === `${relation}.${column}`;
const exposure = (flow, pattern) => ({
    action: 'expose',
    object: 'masked-column',
    ...(flow.relation !== undefined && { name: flow.relation }),
    ...(flow.column !== undefined && { column: flow.column }),
    detail: `${pattern ?? 'a value that may be masked'} to ${flow.place ?? `${flow.relation}.${flow.column ?? '*'}`}`,
});

// EXTERNAL MODULE: ./lib/sql/catalogue/definitions.js
var definitions = __webpack_require__(29264);
// EXTERNAL MODULE: ./lib/sql/catalogue/loosened.js
var loosened = __webpack_require__(35401);
// EXTERNAL MODULE: ./lib/sql/names.js
var names = __webpack_require__(87824);
// EXTERNAL MODULE: ./lib/sql/reach.js
var sql_reach = __webpack_require__(17627);
// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __webpack_require__(35966);
// EXTERNAL MODULE: ./lib/sql/keys.js
var keys = __webpack_require__(83874);
;// CONCATENATED MODULE: ./lib/session/aliases.js

const REFERENCED = 'referenced by a foreign key';
const JOINING = new Set(['inheritance', 'partition']);
const NONE = [];
class Aliases {
    #flows = [];
    #keys = [];
    /** Not answered yet. */
    #sent = new Set();
    /** Names, and what they were; for `deepen`. */
    get flows() {
        return this.#flows.length === 0 ? NONE : this.#flows;
    }
    get any() {
        return this.#flows.length > 0 || this.#keys.length > 0;
    }
    get refers() {
        return this.#keys.length > 0;
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { analysis } = statement;
        if (!analysis.changes.schema)
            return;
        const { effects, flows = NONE } = analysis;
        this.#sent.add(statement);
        if (effects.some(({ action }) => action === 'rename' || action === 'move'))
            for (const flow of flows)
                if (flow.named && !flow.view)
                    this.#flows.push(flow);
        for (const child of children(analysis))
            for (const parent of parents(analysis))
                this.#joined(child, parent);
        this.#keys.push(...(analysis.keys ?? []));
    }
    ended(statement) {
        this.#sent.delete(statement);
    }
    /** No transaction is open. */
    idle() {
        if (this.#sent.size > 0)
            return;
        if (this.#flows.length > 0)
            this.#flows = [];
        this.#keys = [];
    }
    /** With what the foreign keys take along; the very array when that is nothing. */
    applied({ uses, flows = NONE }, effects) {
        const behind = (name) => (0,keys/* namesBehind */.H0)(name, [...this.#flows, ...flows]);
        const along = effects.flatMap((effect) => (0,keys/* takenAlong */.zz)(effect, this.#keys, uses?.assigned ?? [], behind));
        return along.length === 0 ? effects : [...effects, ...along];
    }
    /** Who writes to the one may write to the other. */
    #joined(child, parent) {
        this.#flows.push({ relation: child, sources: [`${parent}.*`], named: true });
        this.#flows.push({ relation: parent, sources: [`${child}.*`], named: true });
    }
}
/** Tables whose rows become those of another one too. */
function children({ effects, uses }) {
    const joining = effects.filter(({ action, object }) => action === 'alter' && JOINING.has(object));
    const made = uses?.models
        ? effects.filter(({ action, object }) => action === 'create' && object === 'table')
        : [];
    return [...joining, ...made].flatMap(({ name }) => name ?? []);
}
const parents = ({ effects }) => effects.flatMap(({ action, object, name, detail }) => action === 'alter' && object === 'table' && detail !== REFERENCED && name !== undefined ? [name] : []);

;// CONCATENATED MODULE: ./lib/session/asked.js
const NAMES = { functions: [], operators: [], types: [], fields: [], assigned: [] };
/** Code that a text sets off without calling it by name: nothing of it is only shown. */
const UNNAMED = new Set(['operator', 'cast', 'domain']);
/** `effects`: with those of stored code. Without `disguises` names are taken to mean what they say. */
function askedColumns({ probes = [], trusts = [], uses }, effects, disguises = () => false) {
    const asked = new Set(probes);
    const called = asked.delete('()');
    const ofRow = (source) => {
        const dot = source.lastIndexOf('.');
        const may = dot > 0 && disguises({ ...NAMES, fields: [source.slice(dot + 1)] });
        if (may)
            asked.add(`${source.slice(0, dot)}.*`);
        return may;
    };
    const fields = probes.filter(ofRow);
    trusts.forEach(ofRow);
    // A cast of one's own may come before the function.
    const types = trusts.length > 0 ? ['text'] : [];
    const overloads = uses !== undefined && disguises({ ...NAMES, types, functions: uses.functions });
    if (overloads)
        for (const source of trusts)
            asked.add(source);
    const computed = called || overloads || fields.length > 0;
    for (const { action, name, stored, via: [by = ''] = [] } of effects)
        if (stored &&
            action === 'read' &&
            name !== undefined &&
            (UNNAMED.has(by) || (computed && by === 'function')))
            asked.add(`${name}.*`);
    return [...asked];
}

// EXTERNAL MODULE: ./lib/sql/catalogue/names.js
var catalogue_names = __webpack_require__(45238);
// EXTERNAL MODULE: ./lib/sql/catalogue/run.js
var run = __webpack_require__(16871);
// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __webpack_require__(14410);
;// CONCATENATED MODULE: ./lib/session/defined.js




/** Names without any code of the database behind them. */
const PLAIN_TYPES = /^("?(char|name|bit|time|interval|timestamp)"?|text|uuid|jsonb?|jsonpath|xml|bytea|bool|boolean|int[248]?|integer|float[48]|numeric|decimal|money|date|timetz|timestamptz|bpchar|varchar|varbit|inet|cidr|macaddr8?|oid|reg\w+|tsvector|tsquery|(small|big)?serial[248]?|trigger|void|record|point|box|circle|line|lseg|path|polygon|(int[48]|num|ts|tstz|date)(multi)?range|pg_lsn|citext|hstore|vector|ltree|geometry|geography)$/;
const PLAIN_OPERATORS = new Set('= <> != < > <= >= + - * / % || ~ ~* !~ !~* ~~ ~~* !~~ !~~* -> ->> #> #>> @> <@ && ? ?| ?& @@'.split(' '));
/** What is made of these is found under its own name. */
const NAMED = new Set(`table view materialized-view index sequence schema column constraint foreign-key primary-key unique check default function trigger
  rule policy catalog publication statistics extension role`.split(/\s+/));
const SMALL = new Set(['column', 'constraint', 'index', 'sequence']);
class Definitions {
    #functions = new Map();
    #relations = new Map();
    #all = new Set();
    /** Not answered yet. */
    #sent = new Set();
    /** Functions, by name, that something other than a definition calls by now. */
    #hooked = new Set();
    /** Relations, by name, whose columns were renamed or got other types. */
    #columns = new Set();
    /** Relations, by name, whose triggers were switched on. */
    #switched = new Set();
    /** Something may be reached under a name that tells nothing. */
    #shifted = false;
    get any() {
        return this.#all.size > 0 || this.#columns.size > 0 || this.#switched.size > 0 || this.#shifted;
    }
    functions(name) {
        return this.#functions.get(name) ?? [];
    }
    relations(name) {
        return this.#relations.get(name) ?? [];
    }
    columns(name) {
        return this.#shifted || this.#columns.has(name);
    }
    switched(name) {
        return this.#switched.size > 0 && (this.#shifted || this.#switched.has(name));
    }
    get anywhere() {
        if (this.#shifted)
            return [...this.#all];
        return [...this.#hooked].flatMap((name) => this.functions(name));
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { analysis } = statement;
        if (!analysis.effects.some(({ action }) => CHANGING.has(action)))
            return;
        this.#sent.add(statement);
        if (!(0,definitions/* onlyDefines */.rf)(analysis))
            this.#hook(analysis);
        for (const effect of analysis.effects) {
            if (defines(effect))
                this.#keep(effect, analysis);
            if ((0,run/* switchesOn */.u)(effect))
                this.#switched.add(lastPart(effect.name ?? ''));
        }
    }
    ended(statement) {
        this.#sent.delete(statement);
    }
    /** No transaction is open: what has ended shows to everybody, or never was. */
    idle() {
        if (this.#sent.size > 0 || (!this.any && !this.#shifted && this.#hooked.size === 0))
            return;
        this.#functions.clear();
        this.#relations.clear();
        this.#all.clear();
        this.#hooked.clear();
        this.#columns.clear();
        this.#switched.clear();
        this.#shifted = false;
    }
    #keep({ object, name = '*' }, analysis) {
        const kind = object === 'function' ? this.#functions : this.#relations;
        const last = lastPart(name);
        const same = kind.get(last) ?? [];
        if (!same.includes(analysis))
            kind.set(last, [...same, analysis]);
        this.#all.add(analysis);
        if (isOpen(name))
            this.#shifted = true;
    }
    /** Defaults, checks, domains, operators, renamed relations, partitions: what hangs on them runs without being named. */
    #hook({ effects, uses }) {
        const { functions = [], fields = [], types = [], operators = [], models = [] } = uses ?? {};
        // Names that bodies use are not told apart from the others; what bodies do waits until they run.
        const bodies = effects.some(definitions/* inBody */.Cp);
        const now = effects.filter((effect) => !(0,definitions/* inBody */.Cp)(effect));
        const called = now.flatMap(({ action, name }) => (action === 'call' && name !== undefined ? name : []));
        for (const name of bodies ? called : [...functions, ...fields])
            this.#hooked.add(lastPart(name));
        for (const { action, object, name = '' } of effects)
            if (object === 'column' && (action === 'rename' || action === 'rewrite'))
                this.#columns.add(lastPart(name));
        this.#shifted ||=
            models.length > 0 ||
                now.some(shifts) ||
                (!bodies &&
                    (types.some((name) => !PLAIN_TYPES.test(name)) ||
                        operators.some((name) => !PLAIN_OPERATORS.has(name))));
    }
}
const CHANGING = new Set(['create', 'alter', 'rename', 'move', 'detach', 'rewrite']);
const lastPart = (name) => (0,tree/* dotted */.Bs)([(0,catalogue_names/* partsOf */.C)(name).at(-1) ?? '']);
/** A part of the name is known only when it runs. */
const isOpen = (name) => name.includes('*');
const defines = ({ action, object, temporary, ...effect }) => action === 'create' && DEFINING.has(object) && !temporary && !(0,definitions/* inBody */.Cp)({ action, object, ...effect });
const DEFINING = new Set(['function', 'trigger', 'rule', 'view']);
/** After it, names do not tell which code is reached. */
function shifts({ action, object, name = '', stored }) {
    if (stored)
        return false;
    if (action === 'rename' || action === 'move')
        return !SMALL.has(object);
    if (action === 'detach' || action === 'call' || isOpen(name))
        return true;
    if (action === 'alter')
        return object === 'inheritance' || object === 'partition';
    return action === 'create' && !NAMED.has(object);
}

;// CONCATENATED MODULE: ./lib/session/fresh.js

const LOST = new Set(['table', 'column']);
class Fresh {
    #names;
    /** Nobody else comes between the statements, also without a BEGIN. */
    #alone;
    /** A BEGIN was answered, and nothing that ends it was sent. */
    #open;
    constructor(names, alone) {
        this.#names = names;
        this.#alone = alone;
        this.#open = alone;
    }
    /** It is about to be sent and run; `judged` are its effects on this connection. */
    runs({ text }, judged) {
        if (judged.some(ends))
            this.close();
        if (judged.some(makesFunction) && REPLACED.test(text))
            this.#names.hook();
    }
    /** All of it has run. `judged`: as before. */
    ended({ analysis, text }, judged, elsewhere) {
        if (analysis.effects.some(ends))
            this.close();
        else if (analysis.count === 1 && analysis.effects.some(begins))
            this.#open = true;
        if (analysis.changes.schema)
            this.#learn(analysis, text, judged, elsewhere);
    }
    close() {
        this.#open = this.#alone;
    }
    /** The very array when nothing is different. */
    applied({ uses }, effects) {
        const assigned = uses?.assigned ?? [];
        const seen = (effect) => {
            const { name = '', cascade, via, stored, temporary } = effect;
            if (!LOST.has(effect.object) || cascade || stored || temporary || (via && via.length > 0))
                return effect;
            if (this.#names.isFresh(name, effect))
                return { ...effect, temporary: true };
            if (effect.action !== 'update' || effect.detail !== undefined)
                return effect;
            return this.#names.hasColumns(name, assigned) ? { ...effect, detail: sql_reach/* NEW_COLUMNS */.nz } : effect;
        };
        const told = effects.map(seen);
        return told.some((effect, index) => effect !== effects[index]) ? told : effects;
    }
    #learn({ changes, uses }, text, judged, elsewhere) {
        // The rows of a partition or a child are those of its parent too, and may have come from there.
        const joined = judged.some(({ action, object, detail }) => action === 'alter' && object === 'table' && detail !== sql_reach/* FOREIGN_KEY */.hJ);
        for (const name of changes.created ?? [])
            this.#names.addTable(name, { fresh: this.#open && !joined, alike: (uses?.models ?? []).length > 0 });
        if (!this.#open || /if\s+not\s+exists/i.test(text))
            return;
        for (const { action, object, name = '', column, detail, via, temporary } of judged) {
            if (action !== 'create' || object !== 'column' || column === undefined || via || temporary)
                continue;
            if (detail !== sql_reach/* MERGED */.$b && !elsewhere.has(name))
                this.#names.addColumn(name, column);
        }
    }
}
const makesFunction = ({ action, object, via }) => action === 'create' && object === 'function' && via === undefined;
/** Triggers that are there already may call it. */
const REPLACED = /or\s+replace[\s\S]*returns\s+("?pg_catalog"?\s*\.\s*)?"?trigger/i;
const begins = ({ action, detail = '', via }) => action === 'transaction' && via === undefined && /^(begin|start)/.test(detail);
/** It ends the transaction, or may. */
const ends = (effect) => effect.action === 'transaction' &&
    effect.object !== 'commit' &&
    !begins(effect) &&
    !/^(savepoint|release|rollback to)/.test(effect.detail ?? '');

// EXTERNAL MODULE: ./lib/sql/predicates/made.js
var made = __webpack_require__(42882);
;// CONCATENATED MODULE: ./lib/session/keyed.js


const MAKES = new Set(['create', 'rename', 'move']);
const KEPT = 2000;
class Keyed {
    #made = new made/* MadeNames */.Y();
    /** It is about to run. What other connections fill is not known, so what this one fills makes no difference. */
    learn({ flows = [] }, effects) {
        for (const effect of effects)
            if (MAKES.has(effect.action))
                this.#made.sees(effect);
        // The flow has the new name.
        if (effects.some(({ action, object }) => action === 'rename' && object === 'column'))
            for (const { column, same } of flows)
                if (same && column !== undefined)
                    this.#made.columns.add(column);
    }
    /** The very array when no key is one of these. */
    applied({ relies = [] }, effects) {
        const { columns, relations, views } = this.#made;
        if (columns.size + relations.size === 0 || relies.length === 0)
            return effects;
        const many = columns.size + relations.size > KEPT;
        const open = relies.some(({ relation, own }) => {
            const name = (0,sql_reach/* lastPart */.S_)(relation).replaceAll('"', '');
            if (own)
                return views.has(name) || own.every((column) => columns.has(column));
            return relations.has(name);
        });
        if (!many && !open)
            return effects;
        return effects.map((effect) => (isPicked(effect) ? { ...effect, rows: 'unknown' } : effect));
    }
}
/** What stored code picks does not depend on the text's keys. */
const isPicked = ({ action, rows, temporary, stored }) => (action === 'update' || action === 'delete') && (rows === 'one' || rows === 'some') && !temporary && !stored;

;// CONCATENATED MODULE: ./lib/session/made.js
const REMOVING = new Set(['drop', 'rename', 'move', 'alter']);
/** What functions are, or go with. */
const HOLDS = new Set(['function', 'schema', 'extension']);
/** What is done to a table of its own stops nobody; its rows and its end are another matter. */
const CALM = new Set(['create', 'alter', 'rewrite', 'scan', 'maintain', 'update']);
const made_KEPT = 500;
class Made {
    #names;
    #functions = new Map();
    constructor(names) {
        this.#names = names;
    }
    get any() {
        return this.#names.tables.length > 0 || this.#functions.size > 0;
    }
    /** All of the statement has run. `effects`: as they were judged. */
    learn({ count }, effects) {
        if (this.#functions.size > made_KEPT)
            this.forget();
        const made = effects.filter(isFunction);
        const [only] = made;
        if (count !== 1 || made.length !== 1 || only?.name === undefined)
            return;
        const body = effects.filter(({ via }) => via?.[0] === 'function');
        // The name may have several functions by now, and any of them may be called.
        this.#functions.set(only.name, [...(this.#functions.get(only.name) ?? []), ...body]);
    }
    /** It is about to run: what it may remove or change is not relied on any more. */
    unlearn(effects) {
        for (const { action, object } of effects)
            if (REMOVING.has(action) && HOLDS.has(object))
                this.#functions.clear();
    }
    forget() {
        this.#functions.clear();
    }
    /** The very array when nothing is different. */
    applied(effects) {
        if (!effects.some((effect) => this.#isOwn(effect) || this.#body(effect)))
            return effects;
        return effects.flatMap((effect) => {
            if (this.#isOwn(effect))
                return { ...effect, lock: 'none' };
            const body = this.#body(effect);
            return body
                ? body.map((each) => ({ ...each, via: [...(effect.via ?? []), ...(each.via ?? [])] }))
                : effect;
        });
    }
    #isOwn({ action, name, lock, stored, via }) {
        if (lock === undefined || lock === 'none' || stored || via)
            return false;
        return CALM.has(action) && name !== undefined && this.#names.isTable(name);
    }
    /** What a call does of which the catalogue knows nothing. */
    #body({ action, object, name, detail }) {
        if (action !== 'call' || object !== 'function' || detail !== NOT_FOUND)
            return undefined;
        return this.#functions.get(name ?? '');
    }
}
/** The catalogue's word for a function that was not there when it was read. */
const NOT_FOUND = 'not found in the catalogue';
const isFunction = ({ action, object, via }) => action === 'create' && object === 'function' && via === undefined;

;// CONCATENATED MODULE: ./lib/session/views.js

/** Columns of views within one transaction; with more of them nothing is followed any more. */
const MOST = 5000;
const views_NONE = [];
class Views {
    /** By the statement that defines them. */
    #defined = new Map();
    #answered = new Set();
    /** Materialized views that were made, by their own names: they keep what was read. */
    #keeping = new Map();
    #count = 0;
    /** Something was defined, or made, that others may not see yet. */
    get any() {
        return this.#count > 0 || this.#defined.size > 0 || this.#keeping.size > 0;
    }
    /** Anything may be in any relation. */
    get overflown() {
        return this.#count > MOST;
    }
    get flows() {
        return this.#defined.size === 0 ? views_NONE : [...this.#defined.values()].flat();
    }
    /** It is about to be sent and run. */
    learn(statement) {
        const { effects, flows = views_NONE } = statement.analysis;
        const views = flows.filter(({ view, sources }) => view && !sources.includes('*'));
        if (views.length > 0 && !this.#defined.has(statement)) {
            this.#count += views.length;
            this.#defined.set(statement, this.overflown ? views_NONE : views);
        }
        for (const { action, object, name } of effects)
            if (action === 'create' && object === 'materialized-view' && name !== undefined)
                this.#keeping.set(statement, name);
    }
    /** Its result is here. */
    ended(statement) {
        if (this.#defined.has(statement) || this.#keeping.has(statement))
            this.#answered.add(statement);
    }
    /** The catalogue shows what was answered. */
    idle() {
        for (const statement of this.#answered) {
            this.#count -= this.#defined.get(statement)?.length ?? 0;
            this.#defined.delete(statement);
            this.#keeping.delete(statement);
        }
        this.#answered.clear();
        if (this.#defined.size === 0)
            this.#count = 0;
    }
    /** What stays in materialized views that read through one which the statement defines anew. */
    kept({ effects }) {
        if (this.#keeping.size === 0)
            return views_NONE;
        const anew = effects.filter(({ action, object }) => object === 'view' && (action === 'create' || action === 'alter'));
        return anew.flatMap(({ name = '' }) => [...this.#keeping.values()]
            .filter((view) => this.#reads(view, (0,sql_reach/* lastPart */.S_)(name)))
            .map((view) => ({ place: `${view}, which keeps what it has read`, sources: [`${view}.*`] })));
    }
    #reads(view, relation) {
        const seen = new Set([(0,sql_reach/* lastPart */.S_)(view)]);
        for (const name of seen) {
            if (this.overflown)
                return true;
            for (const flow of this.flows)
                if ((0,sql_reach/* lastPart */.S_)(flow.relation ?? '') === name)
                    for (const source of flow.sources)
                        seen.add((0,sql_reach/* lastPart */.S_)(source.slice(0, source.lastIndexOf('.'))));
        }
        return seen.has(relation);
    }
}

;// CONCATENATED MODULE: ./lib/session/facts.js












/** Constructs that run the statement itself, now and once. */
const DIRECT = new Set(['with', 'copy', 'create-as', 'on-conflict']);
const OBJECTS = new Set(['table', 'column', 'constraint']);
const QUIET = new Set(['create', 'comment', 'grant', 'revoke', 'transaction']);
const MAKING = new Set(['create', 'alter', 'insert', 'read']);
const facts_NONE = [];
const NOTHING = [];
class Facts {
    #watch;
    #target;
    #names = new names/* Names */.f();
    /** Every name that was once given to a temporary relation, without its schema. */
    #shadows = new Set();
    /** Code ran that nobody has read: any name may be one of them. */
    #blind = false;
    #views = new Views();
    /** Statements without all their answers: how many are missing, and in which epoch they were sent. */
    #running = new Map();
    #made = new Made(this.#names);
    #definitions = new Definitions();
    #keyed = new Keyed();
    #aliases = new Aliases();
    /** By the effects without what they expose: statements that are alike have one verdict, and one text in the record. */
    #exposed = new WeakMap();
    #fresh;
    /** Grows when a name that was made may be gone. */
    #epoch = 0;
    /** The search path was changed: a name without its schema may mean a permanent table. */
    #moved = false;
    /** What was defined, and is not shown yet, would change it. */
    #moving = false;
    /** `alone`: nobody else comes between its statements. */
    constructor(watch, target, { alone = false } = {}) {
        this.#watch = watch;
        this.#target = target;
        this.#fresh = new Fresh(this.#names, alone);
    }
    /** True when names without a schema may mean anything by now. */
    get moved() {
        return this.#moved;
    }
    /** True when the name, as a statement writes it, may mean a relation that only this connection sees. */
    hides(relation) {
        return this.#moved || this.#blind || this.#shadows.has((0,sql_reach/* lastPart */.S_)(relation));
    }
    /** What it defined and others do not see yet. */
    get defined() {
        return this.#definitions.any ? this.#definitions : undefined;
    }
    /** Names, parents and partitions that it made and others do not see yet. */
    get renames() {
        return this.#aliases.flows;
    }
    /** No transaction is open and nothing of one is on its way. */
    idle() {
        this.shown();
        this.#fresh.close();
        this.#names.idle();
        this.#views.idle();
    }
    /** The target shows what was made. */
    shown() {
        this.#definitions.idle();
        this.#aliases.idle();
        this.#names.shown();
        this.#moving = false;
    }
    /** The effects as this connection has them: the very array of the analysis, or of the target, when nothing is different. */
    effects(analysis) {
        const deep = this.#target.deepen?.(analysis, this) ?? analysis.effects;
        return deep instanceof Promise
            ? deep.then((settled) => this.#here(analysis, settled))
            : this.#here(analysis, deep);
    }
    #here(analysis, deep) {
        const { flows = facts_NONE, compares, probes, trusts } = analysis;
        const referred = this.#aliases.refers ? this.#aliases.applied(analysis, deep) : deep;
        const effects = this.#ours(analysis, this.#keyed.applied(analysis, referred));
        const watch = this.#watch;
        const still = deep === analysis.effects && reads(deep);
        if (!watch || (flows.length === 0 && !compares && !probes && !trusts && still))
            return effects;
        const go = (behind) => {
            const known = this.#exposed.get(effects);
            const own = this.#shadows.size > 0 || this.#moved || this.#aliases.any || this.#views.any;
            const plain = !own && behind !== anything;
            if (plain && known?.analysis === analysis && known.deep === deep && known.behind === behind)
                return known.effects;
            const { overflown, flows: views } = this.#views;
            const reach = overflown ? anything : behind;
            const placed = flows.map((flow) => this.#placed(flow, analysis));
            const shown = watch([...views, ...placed], reach, {
                compares,
                renames: this.#aliases.flows,
                probes: () => askedColumns(analysis, deep, (uses) => this.#target.disguises?.(uses) ?? false),
            });
            // What stays is what was there before; a text of several statements may have put it there itself.
            const before = analysis.count > 1 ? [...views, ...placed.filter(({ view }) => view)] : views;
            const hidden = [...(this.#target.flows?.(analysis) ?? facts_NONE), ...this.#views.kept(analysis)];
            const kept = hidden.length === 0 ? NOTHING : watch([...before, ...hidden], reach);
            const exposed = shown.length + kept.length === 0 ? effects : [...effects, ...shown, ...kept];
            if (plain)
                this.#exposed.set(effects, { analysis, deep, behind, effects: exposed });
            return exposed;
        };
        const views = this.#target.views?.() ?? nothing;
        return views instanceof Promise ? views.then(go, () => go(anything)) : go(views);
    }
    /** It is about to be sent and run; `judged` are its effects on this connection. */
    runs(statement, judged = statement.analysis.effects) {
        const { changes, count } = statement.analysis;
        this.#definitions.learn(statement);
        this.#keyed.learn(statement.analysis, judged);
        this.#aliases.learn(statement);
        this.#fresh.runs(statement, judged);
        if (changes.resolution || judged.some((effect) => effect.stored && (0,settings/* movesOthers */.s_)(effect)))
            this.#moved = true;
        if (changes.resolution || judged.some(undoes))
            this.#forget();
        this.#see(statement.analysis, judged);
        if (!this.#blind)
            this.#blind = judged.some(loosened/* runsAnything */.P);
        if (this.#made.any)
            this.#made.unlearn(judged);
        this.#views.learn(statement);
        if (!this.#moved)
            this.#running.set(statement, { missing: Math.max(1, count), epoch: this.#epoch, effects: judged });
    }
    /** One of its results is here. */
    ended(statement, failed) {
        this.#definitions.ended(statement);
        this.#aliases.ended(statement);
        this.#views.ended(statement);
        if (failed) {
            this.#forget();
            this.#running.clear();
            return;
        }
        const running = this.#running.get(statement);
        if (!running || --running.missing > 0)
            return;
        this.#running.delete(statement);
        if (running.epoch !== this.#epoch)
            return;
        const { analysis } = statement;
        this.#fresh.ended(statement, running.effects, this.#shadows);
        for (const name of analysis.changes.temporary ?? [])
            this.#names.addTemporary(name, false);
        if (analysis.changes.schema)
            this.#made.learn(analysis, running.effects);
    }
    /** What it does to names that were certain. What only a later run of its definitions would do is told by that run. */
    #see(analysis, judged) {
        const defines = (0,definitions/* onlyDefines */.rf)(analysis);
        // What the transaction defined is not told once more when something sets it off.
        if (this.#names.clouded && !(judged.length > 0 && judged.every(isQuiet))) {
            this.#names.forget();
            this.#epoch++;
            if (this.#moving)
                this.#moved = true;
        }
        for (const effect of judged) {
            if (shadows(effect))
                this.#shadows.add((0,sql_reach/* lastPart */.S_)(effect.name ?? ''));
            const later = effect.via?.[0] === 'definition' || (defines && (0,definitions/* inBody */.Cp)(effect));
            if (later && effect.action === 'set')
                this.#moving = true;
            if (!this.#names.sees(effect, later))
                continue;
            this.#epoch++;
            if (effect.stored)
                this.#names.shut();
        }
    }
    #forget() {
        this.#made.forget();
        this.#names.forget();
        this.#epoch++;
    }
    /** While an answer is missing, a table may be gone that was there. The second statement of a text may mean another table. */
    #ours(analysis, known) {
        if (analysis.count !== 1)
            return this.#unsure(known);
        if (this.#moved || this.#running.size > 0)
            return known;
        const made = this.#made.any ? this.#made.applied(known) : known;
        const effects = this.#names.any ? this.#fresh.applied(analysis, made) : made;
        if (!this.#names.any || !effects.some((effect) => this.#isOurs(effect)))
            return effects;
        return effects.map((effect) => (this.#isOurs(effect) ? { ...effect, temporary: true } : effect));
    }
    /** Stored code that moves names, or a temporary view, comes between what the text makes and what it does with it. */
    #unsure(effects) {
        if (!effects.some(isTold))
            return effects;
        const moved = effects.some((effect) => effect.stored && isMoved(effect));
        const unsure = (effect) => isTold(effect) &&
            !MAKING.has(effect.action) &&
            (moved || this.#names.isVeiled((0,sql_reach/* lastPart */.S_)(effect.name ?? '')));
        if (!effects.some(unsure))
            return effects;
        return effects.map((effect) => {
            if (!unsure(effect))
                return effect;
            const { temporary: _, ...rest } = effect;
            return rest;
        });
    }
    #isOurs({ name, object, stored, via = [] }) {
        if (name === undefined || stored || !OBJECTS.has(object))
            return false;
        if (!this.#names.isTemporary(name.replace(/^pg_temp\./, '')))
            return false;
        return via.every((step) => DIRECT.has(step));
    }
    /** A temporary table hides the one that the masks know by that name; so may the search path. */
    #placed(flow, { effects, changes }) {
        const { relation } = flow;
        if (relation === undefined || relation.includes('.'))
            return flow;
        const hidden = this.#shadows.has(relation) || effects.some((effect) => shadows(effect) && effect.name === relation);
        return hidden || this.#moved || changes.resolution ? { ...flow, elsewhere: true } : flow;
    }
}
/** It only defines: nothing runs that was defined before. */
const isQuiet = ({ action, object, via }) => via === undefined && QUIET.has(action) && object !== 'column' && object !== 'constraints';
/** Of a table that the text makes itself; `pg_temp.x` is one in any case. */
const isTold = ({ temporary, stored, name = '' }) => temporary === true && !stored && !name.startsWith('pg_temp.');
/** It makes a temporary relation. */
const shadows = ({ action, temporary }) => action === 'create' && temporary === true;
const isMoved = (effect) => {
    const reach = (0,sql_reach/* reachOf */.xw)(effect);
    return reach === 'all' || (reach.taken.length > 0 && effect.action !== 'create');
};
/** Nothing stays, and nothing is defined. */
const reads = (effects) => effects.every(({ action }) => action === 'read' || action === 'transaction');
const nothing = () => [];
const anything = () => ['*'];
const undoes = ({ action, object, detail = '' }) => (action === 'transaction' && (object === 'two-phase' || /^(rollback|prepare)/.test(detail))) ||
    (action === 'set' && object === 'session');

;// CONCATENATED MODULE: ./lib/sql/hints.js
// What the author of a statement tells its reviewers: `-- sluice: reason` and `/* sluice: reason */`. Shown, never obeyed.
const hints_MOST = 8;
const hints_LONGEST = 300;
/**
 * The texts of the comments that begin with `sluice:`, in order, those inside of quotes left out: at most 8 of at most
 * 300 characters, on one line, without control characters and marks that turn the direction of writing.
 */
function hintsOf(text) {
    if (!/sluice:/i.test(text))
        return [];
    const hints = [];
    for (let at = 0; at < text.length && hints.length < hints_MOST;) {
        START.lastIndex = at;
        const found = START.exec(text);
        if (!found)
            break;
        const token = found[0];
        const from = START.lastIndex;
        const comment = token === '--' || token === '/*';
        at =
            token === '--'
                ? lineEnd(text, from)
                : token === '/*'
                    ? blockEnd(text, from)
                    : quoteEnd(text, token, from);
        const hint = comment ? hintIn(text.slice(from, token === '/*' ? inside(text, at) : at)) : '';
        if (hint)
            hints.push(hint);
    }
    return hints;
}
/** Words are taken whole, so that `a$$` and `type'x'` begin no quote of the kind that their end looks like. */
const START = /--|\/\*|'|"|\be'(?<![\w$\u0080-\uffff]e')|(?<![\w$\u0080-\uffff])\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/gi;
const lineEnd = (text, from) => {
    END.lastIndex = from;
    return END.exec(text)?.index ?? text.length;
};
const END = /[\n\r]/g;
/** Block comments nest. */
function blockEnd(text, from) {
    BLOCK.lastIndex = from;
    let depth = 1;
    for (let found = BLOCK.exec(text); found; found = BLOCK.exec(text)) {
        depth += found[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return BLOCK.lastIndex;
    }
    return text.length;
}
const BLOCK = /\/\*|\*\//g;
/** Where the words of a block comment end that ends at `end`. */
const inside = (text, end) => (text.endsWith('*/', end) ? end - 2 : end);
/** Behind the quote that was opened by `token`. A doubled quote closes one and opens the next: it comes to the same. */
function quoteEnd(text, token, from) {
    const close = token.slice(-1) === '$' ? token : token.slice(-1);
    const escapes = token.length === 2 && close === "'";
    for (let at = from;;) {
        const end = text.indexOf(close, at);
        if (end === -1)
            return text.length;
        if (!escapes || !escaped(text, from, end))
            return end + close.length;
        at = end + 1;
    }
}
/** True when an odd number of backslashes stands before it. */
function escaped(text, from, at) {
    let first = at;
    while (first > from && text[first - 1] === '\\')
        first--;
    return (at - first) % 2 === 1;
}
function hintIn(comment) {
    const [, words = ''] = /^\s*sluice:([\s\S]*)/i.exec(comment.slice(0, 4 * hints_LONGEST)) ?? [];
    const plain = words.toWellFormed().replace(/\s+/g, ' ').replace(HIDDEN, '').trim();
    const letters = [...plain];
    return letters.length > hints_LONGEST ? `${letters.slice(0, hints_LONGEST - 1).join('')}…` : plain;
}
/** Control characters, and those that show nothing or change the order of what is shown. */
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Co}|\p{Cn}/gu;

;// CONCATENATED MODULE: ./lib/cli/policy/unfit.js
/** Why it does not parse, where that is plain; undefined when it does, or when nobody knows. */
function unfit(text, verdict) {
    const [, command] = /^\\(\S*)/.exec(text) ?? [];
    // It never reaches the server, and may do anything where psql runs.
    if (command !== undefined)
        return `\\${command} is a command of psql and no SQL: it cannot be judged. Take it out of the script`;
    if (verdict.findings[0]?.rule !== 'does-not-parse')
        return undefined;
    const [placeholder] = PLACEHOLDER.exec(text) ?? [];
    if (placeholder === undefined)
        return undefined;
    return `${placeholder} is filled in by a tool before the server reads it: write what it stands for, or judge the script that the tool makes of it`;
}
/** Of Flyway and Liquibase `${name}`, of psql `:'name'` and `:"name"`, of templates `{{ name }}`. */
const PLACEHOLDER = /\$\{[\w:.-]{1,60}\}|(?<![:\w]):(?:'\w{1,60}'|"\w{1,60}")|\{\{[^{}\n]{1,60}\}\}/;

;// CONCATENATED MODULE: ./lib/cli/policy/engine.js
// The session's own judgement without a session: the same facts, the same rules, nothing that runs.







/** Nobody looked for it. */
function withoutCatalogue(effect) {
    const { detail, ...rest } = effect;
    return detail?.startsWith(NOT_FOUND) ? rest : effect;
}
function connect({ analyser, guard, masks }, database) {
    // A script is judged as its tool would run it: in one transaction, unless it says otherwise.
    const begin = () => new Facts(watchFlows(masks.columns, masks.predicates), database, { alone: true });
    let facts = begin();
    let file;
    let id = 0;
    /** What is refused does not run; what is held is taken as approved. */
    const run = (text, analysis, effects) => {
        const statement = { id: ++id, text, sha256: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'), analysis };
        facts.runs(statement, effects);
        database.ran?.(analysis, text);
        for (let left = Math.max(1, analysis.count); left > 0; left--)
            facts.ended(statement, false);
        // What it has defined is part of the database from here on.
        if (database.ran)
            facts.shown();
    };
    return {
        async judge(text, remarks = '', place) {
            // A command of psql may be another connection, to another database.
            if (text.startsWith('\\'))
                facts = begin();
            else if (place?.file !== file)
                facts.idle();
            file = place?.file;
            const analysis = await analyser.analyse(text);
            const found = await facts.effects(analysis);
            const effects = database.unknown ? found.map(withoutCatalogue) : found;
            const verdict = decide(effects, guard);
            if (verdict.kind !== 'block')
                run(text, analysis, effects);
            const reason = unfit(text, verdict) ?? verdict.findings[0]?.reason ?? '';
            const hints = hintsOf(`${remarks}\n${text}`);
            return { ...(place && { place }), verdict, effects, relations: analysis.relations, reason, hints };
        },
    };
}

;// CONCATENATED MODULE: ./lib/cli/policy/judged.js
/** The verdict, or `warn` where it is allowed and a finding is left. What is only observed never stops anything. */
function levelOf({ verdict }) {
    if (verdict.kind !== 'allow')
        return verdict.kind;
    return verdict.findings.length > 0 ? 'warn' : 'allow';
}
/** `3 of 41 statements: …` */
function summary(tally) {
    const all = tally.allow + tally.warn + tally.hold + tally.block;
    const parts = [
        tally.block > 0 ? `${tally.block} blocked` : '',
        tally.hold > 0 ? `${tally.hold} ${tally.hold === 1 ? 'needs' : 'need'} approval` : '',
        tally.warn > 0 ? `${tally.warn} allowed with a warning` : '',
        `${tally.allow} allowed`,
    ];
    return `${all} ${all === 1 ? 'statement' : 'statements'}: ${parts.filter(Boolean).join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/cli/policy/formats/text.js

const COLOURS = { block: 31, hold: 33, warn: 36, allow: 32 };
const WORDS = { block: 'block', hold: 'hold', warn: 'warn', allow: 'allow' };
function text_text(out, coloured) {
    const paint = (level, words) => coloured ? `\u001b[${COLOURS[level]}m${words}\u001b[0m` : words;
    let file;
    let number = 0;
    return {
        judged(statement) {
            number++;
            const level = levelOf(statement);
            if (level === 'allow')
                return;
            const { place, verdict, hints } = statement;
            const heading = place?.file ?? 'standard input';
            if (heading !== file)
                out(`${file === undefined ? '' : '\n'}${visible(heading)}\n`);
            file = heading;
            const at = String(place?.line ?? number).padStart(6);
            for (const [index, finding] of shown(statement).entries()) {
                const word = paint(finding.level, WORDS[finding.level].padEnd(5));
                out(`${index === 0 ? at : ' '.repeat(6)}  ${word}  ${finding.rule}: ${visible(finding.reason)}\n`);
                if (finding.hint !== '')
                    out(`${' '.repeat(15)}${visible(finding.hint)}\n`);
            }
            if (verdict.observed)
                out(`${' '.repeat(15)}The guard only observes: it lets this pass.\n`);
            for (const hint of hints)
                out(`${' '.repeat(15)}The author says: ${visible(hint)}\n`);
        },
        done(tally, notes) {
            if (file !== undefined)
                out('\n');
            for (const note of notes)
                out(`${visible(note)}\n`);
            const worst = ['block', 'hold', 'warn', 'allow'].find((level) => tally[level] > 0) ?? 'allow';
            out(`${paint(worst, summary(tally))}\n`);
        },
    };
}
/** A rule that says the same of several things is told once for each. */
function shown({ verdict, reason }) {
    const told = new Set();
    return verdict.findings.flatMap((finding, index) => {
        const words = index === 0 && reason !== '' ? reason : finding.reason;
        const key = `${finding.rule} ${words}`;
        if (told.has(key))
            return [];
        told.add(key);
        return [
            {
                level: finding.verdict,
                rule: finding.rule,
                reason: `${words}${stored(finding)}`,
                hint: finding.hint,
            },
        ];
    });
}
/** The statement's text does not show what the database's own code does. */
const stored = ({ effect }) => effect.stored ? ' (done by what the database holds)' : '';
/** Names come from files: none of them reaches a terminal as a control sequence. */
const visible = (words) => words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');

;// CONCATENATED MODULE: ./lib/cli/policy/formats/github.js
// Workflow commands, which GitHub shows at the lines of a pull request.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands


const COMMAND = {
    block: 'error',
    hold: 'warning',
    warn: 'notice',
};
const TITLE = {
    block: 'blocked',
    hold: 'needs approval',
    warn: 'warning',
};
/** `place` turns a file into its path from the repository's root. */
const github = (out, place) => ({
    judged(statement) {
        const level = levelOf(statement);
        if (level === 'allow')
            return;
        const [first] = statement.verdict.findings;
        const at = statement.place;
        const properties = {
            ...(at && { file: place(at.file), line: String(at.line), endLine: String(at.endLine) }),
            title: `${first?.rule ?? 'sluice'}: ${statement.verdict.observed ? 'observed only' : TITLE[level]}`,
        };
        const told = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
        out(`::${COMMAND[level]} ${told.join(',')}::${data(message(statement))}\n`);
    },
    done(tally, notes) {
        for (const note of notes)
            out(`${plain(note)}\n`);
        out(`${summary(tally)}\n`);
    },
});
function message({ verdict: { findings }, reason, hints }) {
    const [first, ...others] = findings;
    const lines = [first ? `${reason || first.reason}${stored(first)}. ${first.hint}` : reason];
    const more = others.map((finding) => `${finding.rule}: ${finding.reason}${stored(finding)}`);
    lines.push(...new Set(more), ...hints.map((hint) => `The author says: ${hint}`));
    return lines.join('\n');
}
const data = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/** A file's name must not be read as a command. */
const plain = (text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '\ufffd').replace(/^::/, ' ::');

;// CONCATENATED MODULE: ./lib/cli/policy/formats/json.js
/** A line for each statement; nothing else on standard output. */
const json = (out) => ({
    judged: (statement) => out(`${JSON.stringify(line(statement))}\n`),
    done() { },
});
function line({ place, verdict, effects, relations, reason, hints }) {
    const rules = [...new Set(verdict.findings.map((finding) => finding.rule))];
    return {
        ...(place && { file: place.file, line: place.line }),
        verdict: verdict.kind,
        rules,
        effects,
        relations,
        reason,
        ...(hints.length > 0 && { note: hints.join('; ') }),
    };
}

// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
;// CONCATENATED MODULE: ./lib/cli/policy/formats/sarif.js
// SARIF 2.1.0, which code scanning of several platforms reads. https://docs.oasis-open.org/sarif/sarif/v2.1.0/



const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { block: 'error', hold: 'warning', warn: 'note' };
/** One document at the end. `place` turns a file into its path from the repository's root. */
function sarif(out, place) {
    const results = [];
    const used = new Map();
    return {
        judged(statement) {
            for (const finding of unique(statement)) {
                if (!used.has(finding.rule))
                    used.set(finding.rule, used.size);
                results.push(result(statement, finding, used.get(finding.rule) ?? 0, place));
            }
        },
        done() {
            const driver = { name: 'Sluice', version: version/* VERSION */.x, rules: [...used.keys()].map(describe) };
            const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
            out(`${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`);
        },
    };
}
/** The same words at the same place are one result. */
function unique({ verdict, reason }) {
    const told = new Map();
    for (const [index, finding] of verdict.findings.entries()) {
        const words = index === 0 && reason !== '' ? { ...finding, reason } : finding;
        const key = `${words.rule} ${words.reason}`;
        if (!told.has(key))
            told.set(key, words);
    }
    return [...told.values()];
}
function result({ place: at, verdict, hints }, finding, ruleIndex, place) {
    const said = hints.map((hint) => ` The author says: ${hint}.`).join('');
    const passed = verdict.observed ? ' The guard only observes: it lets this pass.' : '';
    return {
        ruleId: finding.rule,
        ruleIndex,
        level: verdict.observed ? 'note' : LEVELS[finding.verdict],
        message: { text: `${finding.reason}${stored(finding)}. ${finding.hint}.${passed}${said}` },
        ...(at && { locations: [sarif_location(place(at.file), at)] }),
        properties: { verdict: verdict.kind, stored: finding.effect.stored === true },
    };
}
const sarif_location = (file, { line, endLine }) => ({
    physicalLocation: {
        artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
        region: { startLine: line, endLine },
    },
});
function describe(id) {
    const rule = rules/* RULES */.y.find((candidate) => candidate.id === id);
    const summary = rule?.summary ?? id;
    const examples = rule?.examples.match.filter((example) => typeof example === 'string') ?? [];
    const help = `The guard names this rule for ${summary}.${examples.length > 0 ? ` For example: ${examples.join('; ')}` : ''}`;
    return {
        id,
        shortDescription: { text: summary },
        fullDescription: { text: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.` },
        help: { text: help },
    };
}

;// CONCATENATED MODULE: ./lib/cli/policy/formats/index.js





function reporter(format, io) {
    const out = (words) => io.out(words);
    switch (format) {
        case 'json':
            return json(out);
        case 'text':
            return text_text(out, io.terminal === true && !io.env.NO_COLOR);
        case 'sarif':
            return sarif(out, fromRoot(io));
        case 'github':
            return github(out, fromRoot(io));
    }
}
/** GitHub wants paths from the repository's root, and a step may work in a directory below it. */
function fromRoot({ env, cwd }) {
    const root = env.GITHUB_WORKSPACE;
    return (file) => {
        const path = root ? (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, file)) : '';
        const inside = path !== '' && !path.startsWith('..') && !(0,external_node_path_.isAbsolute)(path);
        return (inside ? path : file).split(external_node_path_.sep).join('/');
    };
}

// EXTERNAL MODULE: ./lib/cli/parse.js
var parse = __webpack_require__(2133);
;// CONCATENATED MODULE: ./lib/cli/policy/options.js

const FORMATS = ['json', 'text', 'sarif', 'github'];
/** From the worst; each stands for those before it too. */
const FAIL_ON = ['block', 'hold', 'warn'];
/** Throws `SluiceError` CONFIG_INVALID. */
function readOptions(args) {
    const { values, positionals } = options_parse(args);
    if (values.dialect !== 'postgres')
        throw wrong(`--dialect ${values.dialect} is not there yet; it can be postgres`);
    if (values.mask !== undefined && values.config === undefined)
        throw wrong('--mask names a mask of a policy file, and --config names none');
    return {
        config: values.config,
        guard: values.guard,
        mask: values.mask,
        schema: values.schema,
        format: one('format', values.format, FORMATS),
        failOn: one('fail-on', values['fail-on'], FAIL_ON),
        paths: positionals,
    };
}
function options_parse(args) {
    const options = {
        config: { type: 'string' },
        guard: { type: 'string', default: 'strict' },
        mask: { type: 'string' },
        schema: { type: 'string' },
        dialect: { type: 'string', default: 'postgres' },
        format: { type: 'string', default: 'json' },
        'fail-on': { type: 'string', default: 'block' },
    };
    return (0,parse/* parseOptions */.A)('policy decide', { args, options, allowPositionals: true });
}
function one(option, value, choices) {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined)
        return found;
    throw wrong(`--${option} ${value} is not known; it can be ${choices.join(', ')}`);
}
const wrong = (message) => (0,parse/* wrongUsage */.x)('policy decide', message);

// EXTERNAL MODULE: ./lib/sql/catalogue/create.js + 16 modules
var create = __webpack_require__(20389);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/parse.js
// A snapshot from a file, every member checked.


const parse_text = schemas/* string */.YjP().max(16 * 1024 * 1024);
const parse_name = schemas/* string */.YjP().min(1).max(1024);
const parse_names = schemas/* array */.YOg(parse_name).max(100_000);
const count = schemas/* number */.aig().min(-1);
const parse_event = schemas/* enum */.k5n(['select', 'insert', 'update', 'delete', 'truncate']);
const referential = schemas/* enum */.k5n(['no action', 'restrict', 'cascade', 'set null', 'set default']);
const relation = schemas/* strictObject */.rej({
    schema: parse_name,
    name: parse_name,
    kind: schemas/* enum */.k5n([
        'table',
        'partitioned',
        'view',
        'materialized-view',
        'foreign-table',
        'sequence',
        'composite',
    ]),
    persistence: schemas/* enum */.k5n(['permanent', 'unlogged', 'temporary']),
    rows: count,
    bytes: count,
    columns: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: parse_name, type: parse_name, modifier: parse_name.optional(), notNull: schemas/* boolean */.zMY().optional() })),
    options: parse_names.optional(),
    definition: parse_text.optional(),
    rules: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: parse_name, event: parse_event, definition: parse_text })).optional(),
    triggers: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: parse_name,
        events: schemas/* array */.YOg(parse_event),
        columns: parse_names.optional(),
        function: parse_name,
        when: parse_text.optional(),
    }))
        .optional(),
    unique: schemas/* array */.YOg(parse_names).optional(),
    referencedBy: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: parse_name,
        relation: parse_name,
        columns: parse_names.optional(),
        onDelete: referential,
        onUpdate: referential,
    }))
        .optional(),
    expressions: schemas/* array */.YOg(schemas/* strictObject */.rej({ kind: parse_name, on: schemas/* array */.YOg(parse_event), text: parse_text })).optional(),
    children: parse_names.optional(),
});
const routine = schemas/* strictObject */.rej({
    schema: parse_name,
    name: parse_name,
    kind: schemas/* enum */.k5n(['function', 'procedure', 'aggregate', 'window']),
    language: parse_name,
    volatility: schemas/* enum */.k5n(['immutable', 'stable', 'volatile']),
    arguments: parse_names,
    returns: schemas/* string */.YjP().max(1024),
    securityDefiner: schemas/* boolean */.zMY().optional(),
    definition: parse_text.optional(),
    calls: parse_names.optional(),
    extension: parse_name.optional(),
});
const shape = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    server: schemas/* int */.Whr().min(90_000),
    database: parse_name,
    takenAt: datetime({ offset: true }),
    searchPath: parse_names,
    relations: schemas/* array */.YOg(relation),
    functions: schemas/* array */.YOg(routine),
    domains: schemas/* array */.YOg(schemas/* strictObject */.rej({ schema: parse_name, name: parse_name, base: parse_name, expressions: schemas/* array */.YOg(parse_text) })),
    operators: schemas/* array */.YOg(schemas/* strictObject */.rej({ schema: parse_name, name: parse_name, left: parse_name.optional(), right: parse_name, function: parse_name })),
    casts: schemas/* array */.YOg(schemas/* strictObject */.rej({
        source: parse_name,
        target: parse_name,
        function: parse_name,
        context: schemas/* enum */.k5n(['implicit', 'assignment', 'explicit']),
    })),
    eventTriggers: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: parse_name, event: parse_name, tags: parse_names.optional(), function: parse_name })),
    types: schemas/* record */.g1P(schemas/* string */.YjP(), parse_name).optional(),
});
const CURE = { hint: 'Make a new one with `sluice policy snapshot`' };
/** Throws `SluiceError` CONFIG_INVALID that names the member which is wrong. */
function parseSnapshot(source) {
    let value;
    try {
        value = JSON.parse(source);
    }
    catch {
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', 'the snapshot is not JSON', CURE);
    }
    const version = value?.version;
    if (typeof version === 'number' && version !== 1)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `the snapshot has version ${version}, and this Sluice reads version 1`, CURE);
    const found = shape.safeParse(value);
    if (found.success)
        return found.data;
    const [issue] = found.error.issues;
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `the snapshot is wrong: ${whatIsWrong(issue)}`, CURE);
}
/** The member and what is expected of it, never its value. */
function whatIsWrong(issue) {
    if (!issue)
        return 'nothing of it could be read';
    const at = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
    const member = at.replace(/^\./, '') || 'the whole';
    if (issue.code === 'unrecognized_keys')
        return `${member} has a member that is not known`;
    if (issue.code === 'invalid_type')
        return `${member} should be of type ${issue.expected}`;
    return `${member} is not one of the values that it may have`;
}

// EXTERNAL MODULE: ./lib/sql/parser.js
var sql_parser = __webpack_require__(29745);
;// CONCATENATED MODULE: ./lib/cli/policy/directory.js
// A directory of scripts, as the layouts see it.



/** Other people's scripts, and git's own. */
const PASSED_OVER = new Set(['node_modules', '.git']);
function openDirectory(root, shown) {
    const files = new Set();
    const walk = (below) => {
        for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, below), { withFileTypes: true })) {
            const path = `${below}${entry.name}`;
            if (!entry.isDirectory())
                files.add(path);
            else if (!PASSED_OVER.has(entry.name))
                walk(`${path}/`);
        }
    };
    walk('');
    const texts = new Map();
    return {
        files,
        has: (path) => files.has(path) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)),
        read(path) {
            const text = texts.get(path) ?? readScript((0,external_node_path_.join)(root, path), (0,external_node_path_.join)(shown, path));
            texts.set(path, text);
            return text;
        },
    };
}
/** Throws `SluiceError` CONFIG_INVALID. A byte order mark is not part of the text. */
function readScript(path, shown) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode((0,external_node_fs_.readFileSync)(path));
    }
    catch (error) {
        const encoding = error instanceof TypeError;
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', encoding ? `${shown} is not UTF-8` : `${shown} cannot be read`, {
            hint: encoding ? 'Convert it to UTF-8' : 'Check the path and its permissions',
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./lib/sql/functions.js + 2 modules
var sql_functions = __webpack_require__(94674);
;// CONCATENATED MODULE: ./lib/cli/policy/disguises.js


/** See `Target.disguises`. Operators and casts are told by what they set off. */
function disguisesOf({ functions }) {
    const names = new Set(functions.filter(({ extension }) => !extension).map(({ name }) => name));
    const ofDatabase = (name) => names.has((0,catalogue_names/* partsOf */.C)(name).at(-1) ?? '');
    return (uses) => uses.fields.some(ofDatabase) ||
        uses.functions.some((name) => !(0,sql_functions/* isForeign */.jq)((0,catalogue_names/* partsOf */.C)(name)) && ofDatabase(name));
}

;// CONCATENATED MODULE: ./lib/cli/policy/lineage.js


/** See `Target.views`. */
async function lineageOf({ relations }, analyser) {
    const derived = new Map();
    const families = familiesOf(relations);
    for (const relation of relations) {
        const name = (0,tree/* dotted */.Bs)([relation.schema, relation.name]);
        const family = families.get(name) ?? [];
        const reads = relation.definition === undefined ? [] : await readBy(relation.definition, analyser);
        if (reads.length + family.length === 0)
            continue;
        const same = derived.get(relation.name) ?? [];
        derived.set(relation.name, [...same, { schema: relation.schema, reads, family }]);
    }
    return (source) => {
        const [column = '*', name = '', schema] = (0,catalogue_names/* partsOf */.C)(source).reverse();
        const meant = (derived.get(name) ?? []).filter((each) => schema === undefined || each.schema === schema);
        return meant.flatMap(({ reads, family }) => [
            ...reads,
            ...family.map((other) => `${other}.${column === '*' ? column : (0,tree/* dotted */.Bs)([column])}`),
        ]);
    };
}
/** Parents and children of each relation: their rows are its own, or the other way round. */
function familiesOf(relations) {
    const families = new Map();
    const add = (name, other) => families.set(name, [...(families.get(name) ?? []), other]);
    for (const { schema, name, children = [] } of relations)
        for (const child of children) {
            add((0,tree/* dotted */.Bs)([schema, name]), child);
            add(child, (0,tree/* dotted */.Bs)([schema, name]));
        }
    return families;
}
/** A function's result may be anything. */
async function readBy(definition, analyser) {
    const { outputs } = await analyser.analyse(definition);
    if (!outputs)
        return ['*'];
    return [...new Set(outputs.flatMap(({ sources, foreign }) => (foreign ? ['*', ...sources] : sources)))];
}

// EXTERNAL MODULE: ./lib/sql/constants.js + 1 modules
var constants = __webpack_require__(52715);
;// CONCATENATED MODULE: ./lib/cli/policy/made/names.js


const relationParts = (relation) => relation?.schemaname ? [relation.schemaname, relation.relname ?? ''] : [relation?.relname ?? ''];
/** With its schema: the one that new things go into where the statement names none. */
function names_placed(names, schema) {
    const [name = '', own = schema] = names.toReversed();
    return { schema: own, name };
}
/** As `Column` has it; `z.wanted` for a type that the statement names without its schema is left to the path. */
function typeOf(type) {
    const names = (0,tree/* parts */.rT)(type?.names);
    return (0,tree/* dotted */.Bs)(names[0] === 'pg_catalog' ? names.slice(1) : names);
}
/** A column of that type. */
function columnOf(name, type) {
    const modifiers = (type?.typmods ?? []).map((node) => (0,constants/* fold */.A)(node));
    const told = modifiers.length > 0 && modifiers.every((each) => typeof each === 'number');
    return { name, type: typeOf(type), ...(told && { modifier: modifiers.join(',') }) };
}
/**
 * An expression that runs what these nodes run, whatever else they say: `z.f(), NULL::z.d`. Empty when they run nothing.
 * The grammar gives no text of a part, and nothing else of it matters here.
 */
function running(nodes) {
    const found = new Set();
    const visit = (value) => {
        if (Array.isArray(value))
            for (const item of value)
                visit(item);
        if (value === null || typeof value !== 'object' || Array.isArray(value))
            return;
        for (const [tag, fields] of Object.entries(value)) {
            const { funcname, typeName, name, kind } = (fields ?? {});
            if (tag === 'FuncCall')
                found.add(`${quoted((0,tree/* parts */.rT)(funcname))}()`);
            if (tag === 'TypeCast')
                found.add(`NULL::${quoted((0,tree/* parts */.rT)(typeName.names))}`);
            if (tag === 'A_Expr' && kind === 'AEXPR_OP')
                found.add(`NULL OPERATOR(${operator((0,tree/* parts */.rT)(name))}) NULL`);
            visit(fields);
        }
    };
    visit(nodes);
    return [...found].join(', ');
}
const quoted = (names) => names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');
const operator = (names) => names.length > 1 ? `${quoted(names.slice(0, -1))}.${names.at(-1)}` : (names[0] ?? '');

;// CONCATENATED MODULE: ./lib/cli/policy/made/code.js


function madeFunction(statement, draft, text) {
    const parameters = (statement.parameters ?? []).flatMap((node) => (0,tree.as)(node, 'FunctionParameter') ?? []);
    const inputs = parameters.filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE');
    const volatility = (0,tree/* option */.uK)(statement.options, 'volatility');
    const routine = {
        ...names_placed((0,tree/* parts */.rT)(statement.funcname), draft.schema),
        kind: statement.is_procedure ? 'procedure' : 'function',
        language: (0,tree/* option */.uK)(statement.options, 'language') ?? 'sql',
        volatility: volatility === 'immutable' || volatility === 'stable' ? volatility : 'volatile',
        arguments: inputs.map(({ argType }) => typeOf(argType)),
        returns: statement.returnType ? typeOf(statement.returnType) : 'void',
        ...((0,tree/* option */.uK)(statement.options, 'security') === 'true' && { securityDefiner: true }),
        definition: text,
    };
    draft.addFunction(routine);
}
/** Bits of the server's `TriggerType`. */
const EVENTS = [
    [4, 'insert'],
    [8, 'delete'],
    [16, 'update'],
    [32, 'truncate'],
];
function madeTrigger(statement, draft) {
    const { events = 0, columns, whenClause, trigname = '', funcname } = statement;
    const when = whenClause ? running([whenClause]) : '';
    const trigger = {
        name: trigname,
        events: EVENTS.filter(([bit]) => (events & bit) !== 0).map(([, event]) => event),
        ...(columns && columns.length > 0 && { columns: (0,tree/* parts */.rT)(columns) }),
        function: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(funcname)),
        ...(when !== '' && { when }),
    };
    draft.change(relationParts(statement.relation), (relation) => ({
        ...relation,
        triggers: [...(relation.triggers ?? []), trigger],
    }));
}
const RULE_EVENTS = {
    CMD_SELECT: 'select',
    CMD_INSERT: 'insert',
    CMD_UPDATE: 'update',
    CMD_DELETE: 'delete',
};
function madeRule(statement, draft, text) {
    const event = RULE_EVENTS[statement.event ?? ''];
    if (event === undefined)
        return;
    const rule = { name: statement.rulename ?? '', event, definition: text };
    draft.change(relationParts(statement.relation), (relation) => ({
        ...relation,
        rules: [...(relation.rules ?? []), rule],
    }));
}
function madeDomain(statement, draft) {
    const checks = running([...(statement.constraints ?? [])]);
    draft.add('domains', {
        ...names_placed((0,tree/* parts */.rT)(statement.domainname), draft.schema),
        base: typeOf(statement.typeName),
        expressions: checks === '' ? [] : [checks],
    });
}
/** A range of values of another type, and what holds many of them. */
function madeRange({ typeName, params = [] }, draft) {
    const given = (name) => params.map((node) => (0,tree.as)(node, 'DefElem')).find((element) => element?.defname === name)?.arg;
    const own = names_placed((0,tree/* parts */.rT)(typeName), draft.schema);
    const code = ['canonical', 'subtype_diff'].flatMap((name) => {
        const called = (0,tree/* parts */.rT)((0,tree.as)(given(name), 'TypeName')?.names);
        return called.length === 0 ? [] : [`${(0,tree/* dotted */.Bs)(called)}()`];
    });
    draft.add('domains', { ...own, base: typeOf((0,tree.as)(given('subtype'), 'TypeName')), expressions: code });
    const many = (0,tree/* parts */.rT)((0,tree.as)(given('multirange_type_name'), 'TypeName')?.names);
    const name = own.name.includes('range') ? own.name.replace('range', 'multirange') : `${own.name}_multirange`;
    draft.add('domains', {
        ...names_placed(many.length > 0 ? many : [own.schema, name], draft.schema),
        base: (0,tree/* dotted */.Bs)([own.schema, own.name]),
        expressions: [],
    });
}
function madeCast({ sourcetype, targettype, func }, draft) {
    if (!func)
        return;
    draft.add('casts', {
        source: typeOf(sourcetype),
        target: typeOf(targettype),
        function: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(func.objname)),
        context: 'implicit',
    });
}
function madeEventTrigger(statement, draft) {
    const { trigname = '', eventname = '', funcname } = statement;
    draft.add('eventTriggers', { name: trigname, event: eventname, function: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(funcname)) });
}
/** CREATE OPERATOR and CREATE AGGREGATE. */
function defined({ kind, defnames, definition, args }, draft) {
    const values = new Map((definition ?? []).flatMap((node) => {
        const element = (0,tree.as)(node, 'DefElem');
        return element?.arg ? [[element.defname?.toLowerCase() ?? '', element.arg]] : [];
    }));
    const named = (name) => (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(values.get(name)));
    const type = (name) => typeOf((0,tree.as)(values.get(name), 'TypeName'));
    const place = names_placed((0,tree/* parts */.rT)(defnames), draft.schema);
    if (kind === 'OBJECT_OPERATOR')
        draft.add('operators', {
            ...place,
            ...(values.has('leftarg') && { left: type('leftarg') }),
            right: type('rightarg'),
            function: named('function') || named('procedure'),
        });
    if (kind === 'OBJECT_AGGREGATE')
        draft.addFunction({
            ...place,
            kind: 'aggregate',
            language: 'internal',
            volatility: 'volatile',
            arguments: aggregated(args),
            returns: type('stype'),
            calls: ['sfunc', 'finalfunc', 'combinefunc', 'msfunc', 'minvfunc', 'mfinalfunc']
                .map(named)
                .filter(Boolean),
        });
}
const aggregated = (args) => (args ?? []).flatMap((node) => ((0,tree.as)(node, 'List')?.items ?? []).map((item) => typeOf((0,tree.as)(item, 'FunctionParameter')?.argType)));

;// CONCATENATED MODULE: ./lib/cli/policy/made/draft.js
class Draft {
    #snapshot;
    /** A name of the database's own types is written without its schema. */
    schema;
    constructor(snapshot) {
        this.#snapshot = snapshot;
        this.schema = snapshot.searchPath[0] ?? 'public';
    }
    get snapshot() {
        return this.#snapshot;
    }
    add(list, item) {
        this.#snapshot = { ...this.#snapshot, [list]: [...this.#snapshot[list], item] };
    }
    /** `OR REPLACE` of the same arguments takes the old one's place. */
    addFunction(routine) {
        const same = (other) => other.schema === routine.schema &&
            other.name === routine.name &&
            other.arguments.join() === routine.arguments.join();
        const functions = this.#snapshot.functions.filter((other) => !same(other));
        this.#snapshot = { ...this.#snapshot, functions: [...functions, routine] };
    }
    /** What a name without its schema means may be in any schema of the path: all of them change. */
    change(names, to) {
        const [name, schema] = names.toReversed();
        const meant = (relation) => relation.name === name &&
            (schema === undefined
                ? this.#snapshot.searchPath.includes(relation.schema)
                : relation.schema === schema);
        const relations = this.#snapshot.relations.map((relation) => (meant(relation) ? to(relation) : relation));
        this.#snapshot = { ...this.#snapshot, relations };
    }
}

;// CONCATENATED MODULE: ./lib/cli/policy/made/relations.js


const isTemporary = (relation) => relation?.relpersistence === 't' || relation?.schemaname === 'pg_temp';
/** How many rows it gets, nobody knows; so says the server before it is analysed. */
function empty(relation, draft) {
    const place = names_placed(relationParts(relation), draft.schema);
    const persistence = relation?.relpersistence === 'u' ? 'unlogged' : 'permanent';
    return { ...place, kind: 'table', persistence, rows: -1, bytes: 0, columns: [] };
}
function madeTable(statement, draft) {
    const { relation, tableElts = [], inhRelations = [], partspec } = statement;
    if (isTemporary(relation))
        return;
    const base = empty(relation, draft);
    draft.add('relations', { ...base, ...(partspec && { kind: 'partitioned' }) });
    const key = (partspec?.partParams ?? []).map((node) => (0,tree.as)(node, 'PartitionElem')?.expr);
    evaluated('partition', key, [base.schema, base.name], draft);
    for (const parent of inhRelations)
        isPartOf(relationParts((0,tree.as)(parent, 'RangeVar')), base, draft);
    for (const element of tableElts)
        madeElement(element, [base.schema, base.name], draft);
}
function isPartOf(parent, { schema, name }, draft) {
    draft.change(parent, (relation) => ({
        ...relation,
        children: [...(relation.children ?? []), (0,tree/* dotted */.Bs)([schema, name])],
    }));
}
/** A column or a constraint of a table. */
function madeElement(element, table, draft) {
    const definition = (0,tree.as)(element, 'ColumnDef');
    if (definition) {
        const column = columnOf(definition.colname ?? '', definition.typeName);
        draft.change(table, (relation) => ({ ...relation, columns: [...relation.columns, column] }));
        for (const constraint of definition.constraints ?? [])
            madeConstraint((0,tree.as)(constraint, 'Constraint'), table, draft);
    }
    else
        madeConstraint((0,tree.as)(element, 'Constraint'), table, draft);
}
function madeConstraint(constraint, table, draft) {
    if (!constraint)
        return;
    if (constraint.contype === 'CONSTR_FOREIGN')
        madeKey(constraint, table, draft);
    else
        evaluated('check', [constraint.raw_expr], table, draft);
}
const REFERENTIAL = {
    c: 'cascade',
    n: 'set null',
    d: 'set default',
    r: 'restrict',
};
function madeKey(constraint, table, draft) {
    const { schema, name } = names_placed(table, draft.schema);
    const columns = (0,tree/* parts */.rT)(constraint.pk_attrs);
    const key = {
        name: constraint.conname ?? 'without a name',
        relation: (0,tree/* dotted */.Bs)([schema, name]),
        ...(columns.length > 0 && { columns }),
        onDelete: REFERENTIAL[constraint.fk_del_action ?? ''] ?? 'no action',
        onUpdate: REFERENTIAL[constraint.fk_upd_action ?? ''] ?? 'no action',
    };
    draft.change(relationParts(constraint.pktable), (relation) => ({
        ...relation,
        referencedBy: [...(relation.referencedBy ?? []), key],
    }));
}
const relations_EVENTS = {
    policy: ['select', 'insert', 'update', 'delete'],
    statistics: [],
};
/** Whatever writes a row evaluates it, unless it is of another kind. */
function evaluated(kind, nodes, table, draft) {
    const text = running(nodes);
    if (text === '')
        return;
    const expression = { kind, on: relations_EVENTS[kind] ?? ['insert', 'update'], text };
    draft.change(table, (relation) => ({
        ...relation,
        expressions: [...(relation.expressions ?? []), expression],
    }));
}
function alteredTable({ relation, cmds = [] }, draft) {
    const table = relationParts(relation);
    for (const node of cmds) {
        const command = (0,tree.as)(node, 'AlterTableCmd');
        const attached = (0,tree.as)(command?.def, 'PartitionCmd');
        if (attached)
            isPartOf(table, empty(attached.name, draft), draft);
        else if (command?.subtype === 'AT_ColumnDefault')
            evaluated('default', [command.def], table, draft);
        else if (command?.subtype === 'AT_AlterColumnType')
            retyped(command.name ?? '', (0,tree.as)(command.def, 'ColumnDef')?.typeName, table, draft);
        else if (command?.def)
            madeElement(command.def, table, draft);
    }
}
/** What it was before counts no more. */
function retyped(name, type, table, draft) {
    const column = columnOf(name, type);
    draft.change(table, (relation) => ({
        ...relation,
        columns: relation.columns.map((old) => (old.name === name ? column : old)),
    }));
}
/** Under its new name; the old one stays known too. */
function renamed({ relation, newname = '', renameType }, draft) {
    if (renameType === 'OBJECT_TABLE' || renameType === 'OBJECT_VIEW' || renameType === 'OBJECT_MATVIEW')
        copied(relation, (old) => ({ ...old, name: newname }), draft);
}
function moved({ relation, newschema = '' }, draft) {
    if (relation)
        copied(relation, (old) => ({ ...old, schema: newschema }), draft);
}
function copied(relation, to, draft) {
    const found = [];
    draft.change(relationParts(relation), (old) => {
        found.push(to(old));
        return old;
    });
    for (const copy of found)
        draft.add('relations', copy);
}
function madeView({ view }, draft, text) {
    if (isTemporary(view))
        return;
    draft.add('relations', { ...empty(view, draft), kind: 'view', definition: query(text) });
}
function madeAs({ into, objtype }, draft, text) {
    if (isTemporary(into?.rel))
        return;
    const base = empty(into?.rel, draft);
    const view = objtype === 'OBJECT_MATVIEW' ? { kind: 'materialized-view', definition: query(text) } : {};
    draft.add('relations', { ...base, ...view });
}
/** What stands behind AS. A text that is cut at a wrong place does not parse, and nobody knows what it does. */
const query = (text) => /\bas\s+(\(*\s*(?:select|with|values|table)\b[\s\S]*)/i.exec(text)?.[1] ?? text;
function madeIndex({ relation, indexParams = [], whereClause }, draft) {
    const expressions = indexParams.map((node) => (0,tree.as)(node, 'IndexElem')?.expr);
    evaluated('index', [...expressions, whereClause], relationParts(relation), draft);
}
function madeStatistics({ relations = [], exprs = [] }, draft) {
    const expressions = exprs.map((node) => (0,tree.as)(node, 'StatsElem')?.expr);
    for (const relation of relations)
        evaluated('statistics', expressions, relationParts((0,tree.as)(relation, 'RangeVar')), draft);
}
function madePolicy({ table, qual, with_check }, draft) {
    evaluated('policy', [qual, with_check], relationParts(table), draft);
}
function madeComposite({ typevar, coldeflist = [] }, draft) {
    const columns = coldeflist.flatMap((node) => {
        const column = (0,tree.as)(node, 'ColumnDef');
        return column ? [columnOf(column.colname ?? '', column.typeName)] : [];
    });
    draft.add('relations', { ...empty(typevar, draft), kind: 'composite', columns });
}

;// CONCATENATED MODULE: ./lib/cli/policy/made/index.js





const MAKERS = {
    CreateSchemaStmt({ schemaElts = [] }, draft, text) {
        for (const element of schemaElts)
            make(element, draft, text);
    },
    CreateStmt: madeTable,
    AlterTableStmt: alteredTable,
    RenameStmt: renamed,
    AlterObjectSchemaStmt: moved,
    ViewStmt: madeView,
    CreateTableAsStmt: madeAs,
    IndexStmt: madeIndex,
    CreatePolicyStmt: madePolicy,
    CompositeTypeStmt: madeComposite,
    CreateFunctionStmt: madeFunction,
    CreateTrigStmt: madeTrigger,
    RuleStmt: madeRule,
    CreateDomainStmt: madeDomain,
    CreateRangeStmt: madeRange,
    CreateStatsStmt: madeStatistics,
    CreateCastStmt: madeCast,
    CreateEventTrigStmt: madeEventTrigger,
    DefineStmt: defined,
};
/** The snapshot with what `text` makes; the very same when it makes nothing that matters. Throws when it does not parse. */
function withMade(snapshot, text, parser) {
    // A deep text would spoil the parser. Whatever is that long is data.
    if ((0,sql_shape/* shapeOf */.F)(text) !== 'inline')
        return snapshot;
    const draft = new Draft(snapshot);
    for (const { stmt } of parser.parse(text))
        if (stmt)
            make(stmt, draft, text);
    return draft.snapshot;
}
function make(statement, draft, text) {
    const tag = (0,tree/* tagOf */.cO)(statement);
    if (tag)
        makeOf(tag, statement, draft, text);
}
function makeOf(tag, statement, draft, text) {
    const fields = (0,tree.as)(statement, tag);
    if (fields)
        MAKERS[tag]?.(fields, draft, text);
}

;// CONCATENATED MODULE: ./lib/cli/policy/schema.js
// What the database holds, from a file that `sluice policy snapshot` made, with what the run itself makes.








/** A database for each connection, all of which begin with what the file says. Throws `SluiceError` CONFIG_INVALID. */
function openSchema(path, shown, analyser) {
    return databases(read(path, shown), analyser);
}
/** A database of which nothing is known but what a run makes in it. */
async function openUnknown(analyser) {
    const open = await databases(schema_NOTHING, analyser);
    return () => ({ ...open(), unknown: true });
}
const schema_NOTHING = {
    version: 1,
    server: 0,
    database: '',
    takenAt: '',
    searchPath: ['public'],
    relations: [],
    functions: [],
    domains: [],
    operators: [],
    casts: [],
    eventTriggers: [],
};
async function databases(first, analyser) {
    const known = (0,create/* createCatalogue */.S)(first, analyser);
    const parser = await (0,sql_parser.loadParser)();
    let lineage;
    return () => {
        let snapshot = first;
        let facts = known;
        let disguising;
        return {
            views() {
                lineage ??= lineageOf(first, analyser);
                return lineage;
            },
            disguises(uses) {
                if (disguising?.snapshot !== snapshot)
                    disguising = { snapshot, known: disguisesOf(snapshot) };
                return disguising.known(uses);
            },
            deepen(analysis, connection) {
                if (facts.snapshot !== snapshot)
                    facts = (0,create/* createCatalogue */.S)(snapshot, analyser);
                return facts.deepen(analysis, connection);
            },
            ran({ changes, effects }, text) {
                if (changes.schema || effects.some(makes))
                    snapshot = withMade(snapshot, text, parser);
            },
        };
    };
}
const makes = ({ action }) => action === 'create' || action === 'alter';
function read(path, shown) {
    const text = readScript(path, shown);
    try {
        return parseSnapshot(text);
    }
    catch (error) {
        if (!(error instanceof errors/* SluiceError */.ah))
            throw error;
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${shown}: ${error.message}`, {
            ...(error.hint === undefined ? {} : { hint: error.hint }),
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/layout.js
const directory = (path) => path.slice(0, path.lastIndexOf('/') + 1);
const base = (path) => path.slice(path.lastIndexOf('/') + 1);
/** As `sort()` has it, and as most tools do: by code unit. */
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** `1.10` behind `1.2`; a part that is no number counts as 0. */
function byVersion(a, b) {
    const [left, right] = [a, b].map((version) => version.split(/[._-]/).map((part) => BigInt(digits(part))));
    for (let i = 0; left && right && i < Math.max(left.length, right.length); i++) {
        const [x, y] = [left[i] ?? 0n, right[i] ?? 0n];
        if (x !== y)
            return x < y ? -1 : 1;
    }
    return 0;
}
const digits = (part) => (/^\d+$/.test(part) ? part : '0');
/** By the number that the name begins with, then by name; scripts without one come last. */
function byNumber(a, b) {
    const [left, right] = [a, b].map((path) => /^\d+/.exec(base(path))?.[0]);
    if (left !== undefined && right !== undefined)
        return byVersion(left, right) || byText(a, b);
    return left === right ? byText(a, b) : left === undefined ? 1 : -1;
}

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/flyway.js
// V1.2__name.sql by version, R__name.sql behind them by name, U…__ undoes. https://documentation.red-gate.com/flyway

const flyway_NAME = /^(?:([VBU])(\d+(?:[._]\d+)*)|(R))__.+\.sql$/;
const CALLBACK = /^(?:(?:before|after)[A-Z]\w*?|createSchema)(?:__.+)?\.sql$/;
const flyway = {
    name: 'Flyway',
    claim(scripts) {
        const parts = scripts.flatMap((path) => {
            const [found, kind, version = '', repeatable] = flyway_NAME.exec(base(path)) ?? [];
            return found === undefined ? [] : [{ path, kind: kind ?? repeatable, version }];
        });
        if (!parts.some(({ kind }) => kind === 'V' || kind === 'B'))
            return undefined;
        const versioned = parts.filter(({ kind }) => kind === 'V' || kind === 'B');
        versioned.sort((a, b) => byVersion(a.version, b.version) || byText(a.path, b.path));
        const repeatable = parts.filter(({ kind }) => kind === 'R');
        repeatable.sort((a, b) => byText(base(a.path), base(b.path)));
        const callbacks = scripts.filter((path) => CALLBACK.test(base(path))).sort(byText);
        const early = callbacks.filter((path) => !base(path).startsWith('after'));
        const late = callbacks.filter((path) => base(path).startsWith('after'));
        const paths = [...versioned, ...repeatable].map(({ path }) => path);
        return {
            read: [...early, ...paths, ...late],
            left: parts.filter(({ kind }) => kind === 'U').map(({ path }) => path),
            why: 'undo migrations',
        };
    },
};

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/listed.js
// Tools whose own file lists the scripts: what is not in it, they do not run.


/** `meta/_journal.json` beside the scripts. */
const drizzle = {
    name: 'Drizzle',
    claim: (scripts, tree) => listed(scripts, tree, 'meta/_journal.json', (text, at) => journal(text, at)),
};
/** `sqitch.plan` with the scripts in `deploy/`; `verify/` and `revert/` are not run by a deploy. */
const sqitch = {
    name: 'Sqitch',
    claim: (scripts, tree) => listed(scripts, tree, 'sqitch.plan', (text) => plan(text)),
};
/** The scripts named by each list, and as left out the others below its directory. */
function listed(scripts, tree, list, names) {
    const inside = [...tree.files].filter((path) => path === list || path.endsWith(`/${list}`)).sort(byText);
    // The list may stand beside the directory that was given: `sqitch.plan` beside `deploy`.
    const lists = inside.length === 0 && tree.has(`../${list}`) ? [`../${list}`] : inside;
    if (lists.length === 0)
        return undefined;
    const read = [];
    const left = [];
    for (const at of lists) {
        const beside = at.startsWith('../');
        const folder = beside ? '' : at.slice(0, -list.length);
        const wanted = names(tree.read(at), at).map((name) => `${folder}${beside ? name.replace('deploy/', '') : name}`);
        const missing = wanted.find((path) => !scripts.includes(path));
        if (missing !== undefined)
            throw listed_wrong(`${at} names ${missing}, which is not there`);
        read.push(...wanted);
        left.push(...scripts.filter((path) => directory(path).startsWith(folder) && !wanted.includes(path)));
    }
    return { read, left: [...new Set(left)].filter((path) => !read.includes(path)), why: `not in ${list}` };
}
function journal(text, at) {
    try {
        const { entries } = JSON.parse(text);
        return entries.toSorted((a, b) => a.idx - b.idx).map(({ tag }) => `${String(tag)}.sql`);
    }
    catch (cause) {
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${at} is not a journal of Drizzle`, {
            hint: 'Make it anew with drizzle-kit, or give the scripts one by one',
            cause,
        });
    }
}
/**
 * Changes in the plan's order. One that stands there twice was reworked: its older script has the name of the tag
 * that came behind it. https://sqitch.org/docs/manual/sqitchtutorial/
 */
function plan(text) {
    const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
    const entries = lines.filter((line) => line !== '' && !line.startsWith('%'));
    return entries.flatMap((entry, at) => {
        if (entry.startsWith('@'))
            return [];
        const name = changeName(entry);
        const again = entries.findIndex((other, index) => index > at && !other.startsWith('@') && changeName(other) === name);
        if (again === -1)
            return [`deploy/${name}.sql`];
        const tag = entries.slice(at, again).find((other) => other.startsWith('@'));
        return [`deploy/${name}${tag === undefined ? '' : (/^\S+/.exec(tag)?.[0] ?? '')}.sql`];
    });
}
const changeName = (entry) => /^[+-]?\s*(\S+)/.exec(entry)?.[1] ?? '';
const listed_wrong = (message) => new errors/* SluiceError */.ah('CONFIG_INVALID', message, { hint: 'Mend the list, or give the scripts one by one' });

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/liquibase.js
// Liquibase's formatted SQL: https://docs.liquibase.com/secure/user-guide/what-is-a-sql-changelog. Its rollbacks are comments.
const FIRST = /^\ufeff?\s*--\s*liquibase formatted sql\b/i;
const CHANGESET = /^\s*--\s*changeset\s+\S/i;
/** Without the changesets of other databases, and with semicolons for other delimiters; undefined when it is none. */
function formatted(script) {
    if (!FIRST.test(script))
        return undefined;
    const sets = script.split(/(?<=\n)(?=\s*--\s*changeset\s+\S)/i);
    return sets.map(changeset).join('');
}
function changeset(text) {
    const head = /^.*/.exec(text.trimStart())?.[0] ?? '';
    if (!CHANGESET.test(head))
        return text;
    const [databases, delimiter] = [attribute(head, 'dbms'), attribute(head, 'endDelimiter')];
    if (databases !== undefined && !runsHere(databases))
        return text.replace(/[^\r\n]/g, ' ');
    return delimiter === undefined ? text : redelimited(text, delimiter);
}
function attribute(head, name) {
    const [, quoted, bare] = new RegExp(`\\s${name}:(?:"([^"]*)"|(\\S+))`, 'i').exec(head) ?? [];
    return quoted ?? bare;
}
function runsHere(databases) {
    const names = databases.split(',').map((name) => name.trim().toLowerCase());
    if (names.some((name) => name === '!postgresql' || name === 'none'))
        return false;
    return (names.every((name) => name.startsWith('!')) ||
        names.some((name) => name === 'postgresql' || name === 'all'));
}
/** A delimiter that ends a line becomes a semicolon; nothing moves. */
function redelimited(text, delimiter) {
    const literal = delimiter.replace(/^\\n/, '').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    if (literal === '' || literal === ';')
        return text;
    return text.replace(new RegExp(`${literal}(?=[ \\t]*\\r?$)`, 'gm'), (found) => `;${' '.repeat(found.length - 1)}`);
}

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/sections.js
// Marks within a script that say which part goes forward. What is not run is blanked, so that every line keeps its number.

/** An end without its beginning is no mark of a tool that writes both. */
const MARKS = [
    { tool: 'dbmate', up: /^--\s*migrate:up\b/, down: /^--\s*migrate:down\b/ },
    { tool: 'goose', up: /^--\s*\+goose\s+up\b/i, down: /^--\s*\+goose\s+down\b/i },
    { tool: 'sql-migrate', up: /^--\s*\+migrate\s+up\b/i, down: /^--\s*\+migrate\s+down\b/i },
    { tool: 'micrate', up: /^--\s*\+micrate\s+up\b/i, down: /^--\s*\+micrate\s+down\b/i },
    { tool: 'rambler', up: /^--\s*rambler\s+up\b/, down: /^--\s*rambler\s+down\b/ },
    { tool: 'Play evolutions', up: /^(?:#|--).*!Ups\b/, down: /^(?:#|--).*!Downs\b/ },
    { tool: 'node-pg-migrate', up: /^\s*--[\s-]*up\s+migration/i, down: /^\s*--[\s-]*down\s+migration/i },
    { tool: 'tern', down: /^----\s*create above\s*\/\s*drop below\s*----/ },
    { tool: 'MyBatis Migrations', down: /^--\s*\/\/\s*@UNDO\b/i },
];
/** The part of a script that its tool runs on the way forward; all of it when no tool's marks are there. */
function forwardOf(script) {
    const liquibase = formatted(script);
    if (liquibase !== undefined)
        return { tool: 'Liquibase', text: liquibase, cut: false };
    const lines = script.split(/(?<=\n)/);
    for (const { tool, up, down } of MARKS) {
        const starts = up !== undefined && lines.some((line) => up.test(line));
        const ends = lines.some((line) => down.test(line));
        if (!starts && !(ends && up === undefined))
            continue;
        // The tool may see a mark where PostgreSQL sees none: all of it is judged.
        if (anyWithin(script, lines, [down, ...(up ? [up] : [])]))
            return { text: script, cut: false };
        return { tool, text: between(lines, down, up), cut: ends };
    }
    const [, delimiter] = /^--\s*atlas:delimiter\s+(\S.*?)\s*$/m.exec(script) ?? [];
    if (delimiter !== undefined)
        return { tool: 'Atlas', text: redelimited(script, delimiter), cut: false };
    const tool = /^--> statement-breakpoint/m.test(script) ? { tool: 'Drizzle' } : {};
    return { ...tool, text: script, cut: false };
}
/** A mark stands in a comment of several lines, or in a quoted text. */
function anyWithin(script, lines, marks) {
    const ranges = rangesIn(script);
    let at = 0;
    return lines.some((line) => {
        const start = at;
        at += line.length;
        return marks.some((mark) => mark.test(line)) && ranges.some(([from, to]) => from < start && start < to);
    });
}
const TOKEN = /--[^\n]*|\/\*|\be'(?:[^'\\]|\\[\s\S])*'|'[^']*'|"[^"]*"|\$([a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?\$\1\$/gi;
/** From where to where texts and comments of several lines go. */
function rangesIn(script) {
    const ranges = [];
    const token = new RegExp(TOKEN);
    for (let found = token.exec(script); found; found = token.exec(script)) {
        if (found[0].startsWith('--'))
            continue;
        if (found[0] === '/*')
            token.lastIndex = closing(script, token.lastIndex);
        if (token.lastIndex > found.index + 1)
            ranges.push([found.index, token.lastIndex]);
    }
    return ranges;
}
/** Comments nest. */
function closing(script, from) {
    const bracket = /\/\*|\*\//g;
    bracket.lastIndex = from;
    let depth = 1;
    for (let found = bracket.exec(script); found; found = bracket.exec(script)) {
        depth += found[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return bracket.lastIndex;
    }
    return script.length;
}
function between(lines, down, up) {
    let forward = true;
    return lines
        .map((line) => {
        const [begins, ends] = [up?.test(line) === true, down.test(line)];
        if (begins || ends)
            forward = begins;
        return forward && !begins ? line : blanked(line);
    })
        .join('');
}
const blanked = (line) => line.replace(/[^\r\n]/g, ' ');

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/marked.js
// Tools whose scripts carry marks: known by what the scripts say, ordered as the tool does.


/** They read the version in front of the name as a number; the others compare names. */
const BY_NUMBER = new Set([
    'goose',
    'sql-migrate',
    'micrate',
    'tern',
    'Play evolutions',
    'MyBatis Migrations',
]);
/** One layout for each tool that is met, in the order of first sight. */
function marked(scripts, read) {
    const tools = new Map();
    for (const path of scripts) {
        const { tool } = forwardOf(read(path));
        if (tool !== undefined)
            tools.set(tool, [...(tools.get(tool) ?? []), path]);
    }
    return [...tools].map(([name, paths]) => {
        const claim = () => ({
            read: paths.sort(BY_NUMBER.has(name) ? byNumber : byText),
            left: [],
            why: '',
        });
        return { name, claim };
    });
}

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/named.js
// Tools that run their scripts by name, known by what else lies there.

/** `20240101120000_name/migration.sql`; what else lies beside it is not run. */
const prisma = {
    name: 'Prisma',
    claim(scripts, tree) {
        const read = scripts.filter((path) => /(?:^|\/)\d+_[^/]*\/migration\.sql$/.test(path)).sort(byText);
        const locks = ['migration_lock.toml', '../migration_lock.toml'];
        const known = read.length > 1 ||
            [...tree.files].some((path) => base(path) === locks[0]) ||
            locks.some((path) => tree.has(path));
        if (read.length === 0 || !known)
            return undefined;
        const folders = new Set(read.map(directory));
        const left = scripts.filter((path) => folders.has(directory(path)) && base(path) !== 'migration.sql');
        return { read, left, why: 'beside migration.sql' };
    },
};
/** `config.toml` beside `migrations/`; seeds, tests and snippets are for development. */
const supabase = {
    name: 'Supabase',
    claim(scripts, tree) {
        const beside = '../config.toml';
        if (tree.has(beside) && tree.read(beside).includes('project_id') && scripts.length > 0)
            return named_all(scripts);
        const roots = [...tree.files]
            .filter((path) => base(path) === 'config.toml' && tree.read(path).includes('project_id'))
            .map(directory);
        const read = scripts.filter((path) => roots.some((root) => path.startsWith(`${root}migrations/`)));
        if (read.length === 0)
            return undefined;
        const left = scripts.filter((path) => roots.some((root) => path.startsWith(root)) && !read.includes(path));
        return { read: read.sort(byText), left, why: 'seeds, tests and snippets' };
    },
};
/** `atlas.sum` beside the scripts. */
const atlas = {
    name: 'Atlas',
    claim(scripts, tree) {
        const folders = [...tree.files].filter((path) => base(path) === 'atlas.sum').map(directory);
        const read = scripts.filter((path) => folders.includes(directory(path)));
        return read.length === 0 ? undefined : named_all(read);
    },
};
const named_plain = { name: 'plain SQL', claim: (scripts) => named_all(scripts) };
const named_all = (scripts) => ({ read: scripts.toSorted(byText), left: [], why: '' });

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/paired.js
// A script forward with its twin backward: golang-migrate, sqlx, diesel, Hasura, Prisma's down.sql, db-migrate, yoyo, postgrator.

/** The word that says which way, and what the twin has in its place. A script is left out only beside its twin. */
const BACKWARD = /(^|[./_-])(down|undo|rollback|revert)(?=[./_-]|$)/g;
const FORWARD = ['up', 'do', 'apply', 'deploy', 'migration'];
const paired = {
    name: 'up and down scripts',
    claim(scripts) {
        const all = new Set(scripts);
        const twins = new Map(scripts.map((path) => [path, twin(path, all)]));
        const left = scripts.filter((path) => twins.get(path) !== undefined);
        const forward = new Set(left.map((path) => twins.get(path) ?? ''));
        // An `up` whose twin nobody wrote is of the same kind.
        const read = scripts.filter((path) => forward.has(path) || (/(?:^|[./_-])up\.sql$/.test(path) && !left.includes(path)));
        if (read.length === 0)
            return undefined;
        return { read: read.sort(inOrder), left: left.sort(byText), why: 'scripts that undo' };
    },
};
function twin(path, all) {
    const [folder, name] = [directory(path), base(path).replace(/\.sql$/, '')];
    for (const found of name.matchAll(BACKWARD)) {
        const [whole, before = '', word = ''] = found;
        const at = found.index + before.length;
        const replaced = (text) => `${folder}${name.slice(0, at)}${text}${name.slice(at + word.length)}.sql`;
        const dropped = `${folder}${name.slice(0, found.index)}${name.slice(found.index + whole.length)}.sql`;
        for (const candidate of [...FORWARD.map(replaced), dropped])
            if (all.has(candidate))
                return candidate;
    }
    return undefined;
}
/** By the number in front of the script's name, or of its directory's where that is just `up.sql`. */
function inOrder(a, b) {
    const [left = '', right = ''] = [a, b].map((path) => /^\d+/.exec(base(path))?.[0] ?? base(directory(path).slice(0, -1)));
    const numbers = [left, right].map((name) => /^[\d._-]*\d/.exec(name)?.[0]);
    const [x, y] = numbers;
    if (x !== undefined && y !== undefined)
        return byVersion(x, y) || byText(a, b);
    return byText(a, b);
}

;// CONCATENATED MODULE: ./lib/cli/policy/layouts/index.js





/** What is surest first: a list of the tool, then names that only one tool gives. */
const LAYOUTS = [sqitch, drizzle, atlas, prisma, supabase, flyway, paired];
/** Every script of a directory in the hands of exactly one layout. */
function recognise(tree, isScript) {
    const found = [];
    let open = [...tree.files].filter(isScript);
    const offer = (layout) => {
        const claim = open.length === 0 ? undefined : layout.claim(open, tree);
        if (!claim)
            return;
        const taken = new Set([...claim.read, ...claim.left]);
        open = open.filter((path) => !taken.has(path));
        found.push({ ...claim, layout: layout.name });
    };
    for (const layout of LAYOUTS)
        offer(layout);
    for (const layout of marked(open, (path) => tree.read(path)))
        offer(layout);
    offer(named_plain);
    return found;
}

;// CONCATENATED MODULE: ./lib/cli/policy/scripts.js
// Paths of the command line to scripts, in the order in which their tools run them.







/** Throws `SluiceError` CONFIG_INVALID. */
function readScripts(paths, cwd) {
    if (paths.includes(''))
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', 'a path is empty', {
            hint: 'Name a file or a directory; a variable of the shell may not be set',
        });
    const isDirectory = (path) => (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
    const groups = [];
    for (const path of paths) {
        const last = groups.at(-1);
        if (last?.[0] === undefined || isDirectory(path) || isDirectory(last[0]))
            groups.push([path]);
        else
            last.push(path);
    }
    const read = groups.map(([first = '', ...more]) => isDirectory(first) ? fromDirectory(first, cwd) : fromFiles([first, ...more], cwd));
    return { scripts: read.flatMap(({ scripts }) => scripts), notes: read.flatMap(({ notes }) => notes) };
}
/** Files that are named, as a pull request does: what undoes one of the others is left out, and no other. */
function fromFiles(paths, cwd) {
    const names = new Map(paths.map((path) => [path.split(external_node_path_.sep).join('/'), path]));
    const read = (name) => readScript((0,external_node_path_.resolve)(cwd, name), names.get(name) ?? name);
    const tree = { files: new Set(names.keys()), has: () => false, read };
    const claims = recognise(tree, () => true);
    // Where no tool says otherwise, the order is the one in which they were given.
    const ordered = claims.map((claim) => claim.layout === named_plain.name
        ? { ...claim, read: [...names.keys()].filter((name) => claim.read.includes(name)) }
        : claim);
    return collected(ordered, tree, (name) => names.get(name) ?? name, paths.length === 1 ? (paths[0] ?? '') : 'files');
}
function fromDirectory(path, cwd) {
    const tree = openDirectory((0,external_node_path_.resolve)(cwd, path), path);
    const found = collected(recognise(tree, isScript), tree, (name) => (0,external_node_path_.join)(path, name), path);
    if (found.scripts.length > 0)
        return found;
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${path} holds no *.sql file`, {
        hint: 'Name the directory of the scripts',
    });
}
/** What psql is given has no other end that says so; capitals are of other systems. */
const isScript = (path) => /\.(?:sql|psql|pgsql)$/i.test(path);
function collected(claims, tree, shown, where) {
    const scripts = [];
    const notes = [];
    for (const { layout, read, left, why } of claims) {
        const parts = read.map((name) => ({ file: shown(name), ...forwardOf(tree.read(name)) }));
        scripts.push(...parts.map(({ file, text }) => ({ file, text })));
        notes.push(told(where, read.length, layout, parts.filter(({ cut }) => cut).length));
        if (left.length > 0)
            notes.push(`${where}: left out, ${why}: ${some(left)}`);
    }
    return { scripts, notes };
}
function told(path, count, layout, cut) {
    const without = cut === 0 ? '' : `, without the parts that undo${cut === count ? '' : ` in ${cut} of them`}`;
    return `${path}: ${count} ${count === 1 ? 'script' : 'scripts'} (${layout})${without}`;
}
const SHOWN = 5;
function some(paths) {
    const rest = paths.length - SHOWN;
    return `${paths.slice(0, SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

;// CONCATENATED MODULE: ./lib/cli/commands/policy-decide.js
















const policy_decide_command = {
    summary: 'show what a guard says to SQL statements and command lines',
    help: `Usage: sluice policy decide [options] [FILE.sql | DIRECTORY ...]

Reads JSON Lines on standard input, {"sql": "..."} or {"command": "...", "user": "..."} for a line that a host would be
asked to run over SSH, or the statements of the files and directories, and prints what the guard says to each:
{"verdict":"allow|hold|block","rules":[...],"effects":[...],"relations":[...],"reason":"..."}; with files also file and line.

Statements of files are judged in order, as if one connection ran them all: what an earlier one made is known. A line of
standard input is judged by itself. Of directories the layouts of the common tools are known, and what undoes is left out:
Flyway, golang-migrate, sqlx, diesel, Hasura, Prisma, Drizzle, dbmate, goose, sql-migrate, Sqitch, Liquibase (formatted
SQL), Atlas, Supabase, node-pg-migrate; any other *.sql is read in the order of its name.

Options
  --config FILE    the policy file that defines the guard (without it: the built-in guards)
  --guard NAME     the guard (default: strict)
  --mask NAME      a mask of the policy file: tell also what would take its columns out of the mask's reach
  --schema FILE    what the database holds, from 'sluice policy snapshot': verdicts as in production
  --format NAME    json (default), text for people, sarif, github (annotations of a pull request)
  --fail-on LEVEL  block (default), hold, warn: what the exit code 3 is for
  --dialect NAME   postgres (default, and the only one yet)

Exit codes: 0 nothing was blocked (or held, or warned about: --fail-on), 2 wrong options or input, 3 something was,
130 or 143 a signal came.

Examples
  echo '{"sql":"DROP TABLE users"}' | sluice policy decide
  echo '{"command":"rm -rf /srv/app"}' | sluice policy decide --format text
  sluice policy decide --format text --guard migrations migrations
  sluice policy decide --config sluice.yml --guard orders --schema schema.json migrations/0042.sql
`,
    async run(args, io) {
        const options = readOptions(args);
        const config = options.config === undefined ? undefined : (0,policy_config/* loadConfig */.Z9)((0,external_node_path_.resolve)(io.cwd, options.config));
        const analyser = createAnalyser({ worker: workerScript() });
        try {
            const engine = {
                analyser,
                guard: (0,guards/* resolveGuard */.m)(options.guard, config?.guards ?? {}),
                masks: masksOf(config, options.mask),
            };
            const { schema } = options;
            const database = schema === undefined
                ? await openUnknown(analyser)
                : await openSchema((0,external_node_path_.resolve)(io.cwd, schema), schema, analyser);
            const run = { engine, database, options, io, report: createReport(options, io) };
            return options.paths.length > 0 ? await judgeFiles(run) : await judgeLines(run);
        }
        finally {
            await analyser.close();
        }
    },
};
function createReport({ format, failOn }, io) {
    const { judged, done } = reporter(format, io);
    const tally = { allow: 0, warn: 0, hold: 0, block: 0 };
    const failing = FAIL_ON.slice(0, FAIL_ON.indexOf(failOn) + 1);
    return {
        add(statement) {
            tally[levelOf(statement)]++;
            judged(statement);
        },
        end(notes) {
            done(tally, notes);
            return failing.some((level) => tally[level] > 0) ? command/* EXIT */.d.refused : command/* EXIT */.d.ok;
        },
    };
}
async function judgeFiles({ engine, database, options, io, report }) {
    const { scripts, notes } = readScripts(options.paths, io.cwd);
    const connection = connect(engine, database());
    for (const { file, text } of scripts) {
        for (const { text: sql, remarks, line, endLine } of await (0,split/* splitScript */.Q)(text)) {
            if (io.signal.aborted)
                return (0,command/* interrupted */.V)(io.signal);
            report.add(await connection.judge(sql, remarks, { file, line, endLine }));
        }
    }
    // Where the output is for a program, people still want to know what was left out.
    if (options.format === 'json' || options.format === 'sarif')
        for (const note of notes)
            io.err(`sluice policy decide: ${note}\n`);
    return report.end(notes);
}
async function judgeLines({ engine, database, io, report }) {
    let wrong = false;
    let number = 0;
    const lines = (0,external_node_readline_.createInterface)({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY, signal: io.signal });
    for await (const line of lines) {
        number++;
        if (line.trim() === '')
            continue;
        const { sql, command: asked, user } = lineOf(line);
        if (asked !== undefined && sql === undefined)
            report.add(await judgeCommand(engine, asked, user));
        else if (sql !== undefined && asked === undefined)
            report.add(await connect(engine, database()).judge(sql));
        else {
            wrong = true;
            io.err(`sluice policy decide: line ${number} of standard input is not JSON with a text "sql" or "command"\n`);
        }
    }
    if (io.signal.aborted)
        return (0,command/* interrupted */.V)(io.signal);
    if (number === 0) {
        io.err('sluice policy decide: standard input is empty, so nothing was judged\n');
        return command/* EXIT */.d.usage;
    }
    const code = report.end([]);
    return code === command/* EXIT */.d.ok && wrong ? command/* EXIT */.d.usage : code;
}
/** Members that are texts; none when the line is no JSON object. */
function lineOf(line) {
    try {
        const value = JSON.parse(line);
        if (value === null || typeof value !== 'object')
            return {};
        return Object.fromEntries(Object.entries(value).filter(([, member]) => typeof member === 'string'));
    }
    catch {
        return {};
    }
}
function masksOf(config, name) {
    if (name === undefined)
        return { columns: [] };
    const masks = config?.masks ?? {};
    const found = Object.hasOwn(masks, name) ? masks[name] : undefined;
    if (found)
        return found;
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${config?.file} has no mask ${name}`, {
        hint: `It has ${Object.keys(masks).join(', ') || 'none'}`,
    });
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

/***/ 20169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withCatalogue)
/* harmony export */ });
const KEPT = `
pg_statistic: stavalues1 stavalues2 stavalues3 stavalues4 stavalues5
pg_stats: most_common_vals histogram_bounds most_common_elems range_length_histogram range_bounds_histogram
pg_statistic_ext_data: stxdmcv stxdexpr
pg_stats_ext: most_common_vals
pg_stats_ext_exprs: most_common_vals histogram_bounds most_common_elems
pg_stat_activity: query
pg_stat_statements: query
pg_prepared_statements: statement`;
const PATTERNS = KEPT.trim()
    .split('\n')
    .flatMap((line) => {
    const [table = '', columns = ''] = line.split(': ');
    const schema = table === 'pg_stat_statements' ? '*' : 'pg_catalog';
    return columns
        .split(' ')
        .map((column) => ({ pattern: `${schema}.${table}.${column}`, mask: 'redact' }));
});
/** The masks with those of the server's own tables behind them. */
function withCatalogue(columns) {
    return columns.length === 0 ? columns : [...columns, ...PATTERNS];
}


/***/ }),

/***/ 88662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* reexport safe */ _load_js__WEBPACK_IMPORTED_MODULE_0__.Z9)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3536);



/***/ }),

/***/ 43847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ leaves),
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   P7: () => (/* binding */ uncast),
/* harmony export */   TJ: () => (/* binding */ itemName),
/* harmony export */   Wj: () => (/* binding */ isTargetColumn),
/* harmony export */   lY: () => (/* binding */ sameTable),
/* harmony export */   nK: () => (/* binding */ alias),
/* harmony export */   wy: () => (/* binding */ mentions)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14410);

const SYSTEM = new Set(['tableoid', 'xmin', 'xmax', 'cmin', 'cmax']);
/** Whatever the column's type is, other values are other texts. */
const LOSSLESS = new Set(['text', 'varchar', 'uuid', 'numeric']);
const FOLDING = new Set(['lower', 'upper', 'btrim']);
/** A column of the target, perhaps behind a cast or `lower()` that keeps values apart. Unqualified only where nothing else is joined. */
function isTargetColumn(node, target) {
    const cast = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'TypeCast');
    if (cast) {
        const plain = !cast.typeName?.typmods && !cast.typeName?.arrayBounds;
        const names = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(cast.typeName?.names);
        const builtIn = names.length === 1 || names[0] === 'pg_catalog';
        return plain && builtIn && LOSSLESS.has(names.at(-1) ?? '') && isTargetColumn(cast.arg, target);
    }
    const call = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'FuncCall');
    if (call)
        return (call.args?.length === 1 &&
            FOLDING.has((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(call.funcname).join('.')) &&
            isTargetColumn(call.args[0], target));
    const names = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'ColumnRef')?.fields);
    const column = names.at(-1);
    if (column === undefined ||
        SYSTEM.has(column) ||
        names.length !== ((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'ColumnRef')?.fields?.length ?? 0))
        return false;
    return names.length === 1 ? target.others.length === 0 : names.at(-2) === alias(target.relation);
}
function uncast(node) {
    const cast = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, 'TypeCast');
    return cast ? uncast(cast.arg) : node;
}
/** True when a column that may be the target's is read anywhere in the expression. System columns pick nothing. */
function mentions(node, target) {
    return references(node).some((names) => {
        const column = names.at(-1);
        if (column !== undefined && SYSTEM.has(column))
            return false;
        if (names.length > 1)
            return names.at(-2) === alias(target.relation);
        return target.others.length === 0 || column !== undefined;
    });
}
/** The names of every column reference below. */
function references(value) {
    const found = [];
    const visit = (child) => {
        if (Array.isArray(child))
            for (const item of child)
                visit(item);
        else if (child !== null && typeof child === 'object') {
            const reference = child.ColumnRef;
            if (reference)
                found.push((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(reference.fields));
            else
                for (const item of Object.values(child))
                    visit(item);
        }
    };
    visit(value);
    return found;
}
const alias = (relation) => relation.alias?.aliasname ?? relation.relname ?? '';
/** The relations, subqueries and functions of a FROM item; joins are taken apart, but for those with a name. */
function leaves(item) {
    const join = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'JoinExpr');
    if (!join || join.alias)
        return [item];
    return [join.larg, join.rarg].flatMap((side) => (side === undefined ? [] : leaves(side)));
}
/** The name by which the other clauses know a FROM item. */
function itemName(item) {
    const relation = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeVar');
    if (relation)
        return alias(relation);
    return (((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeSubselect') ??
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeFunction') ??
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'RangeTableFunc') ??
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'JoinExpr'))?.alias?.aliasname ?? '');
}
/** Names may differ in how they are qualified and still mean one table: then they are taken as one. */
function sameTable(a, b) {
    if (a.relname !== b.relname)
        return false;
    return !a.schemaname || !b.schemaname || (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(a) === (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(b);
}


/***/ }),

/***/ 87824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ Names)
/* harmony export */ });
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17627);

const KEPT = 2000;
const TAKES = new Set(['delete', 'truncate', 'drop']);
const JOINS = new Set(['inheritance', 'partition']);
const LOST = new Set(['table', 'column']);
class Names {
    /** By the last part of the name; whether it ends with the transaction. */
    #temporary = new Map();
    /** Tables that others do not use yet, as written. */
    #tables = new Map();
    /** Columns that were not there before, by table as written. */
    #columns = new Map();
    /** Names that a view has, or a table with code behind it: no matter what else is called so. */
    #veiled = new Set();
    /** Names of tables whose rows take others along. */
    #referred = new Set();
    /** Names of tables that take along what was there before: sequences. */
    #owners = new Set();
    /** Code that may come along with the rows of any table was made. */
    #hooked = false;
    /** Code that moves names was made, and runs when something sets it off. */
    #clouded = false;
    /** Code that moves names was set off, and may run once more: a trigger that waits for the end. */
    #shut = false;
    /** The search path may come back at the end of the transaction. */
    #moved = false;
    get any() {
        return this.#temporary.size + this.#tables.size + this.#columns.size > 0;
    }
    get clouded() {
        return this.#clouded;
    }
    /** Temporary tables that stay when the transaction has ended. */
    get lasting() {
        return [...this.#temporary].flatMap(([name, ends]) => (ends ? [] : name));
    }
    get tables() {
        return [...this.#tables.keys()];
    }
    /** By the last part of its name. */
    isTemporary(name) {
        return this.#temporary.has(name);
    }
    /** A view, or code, may be behind that name. */
    isVeiled(last) {
        return this.#veiled.has(last);
    }
    isTable(name) {
        return this.#tables.has(name);
    }
    /** What this does to the table takes nothing away that was there before the transaction. */
    isFresh(name, { action, object }) {
        const made = this.#tables.get(name);
        const last = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name);
        if (!made?.fresh || this.#referred.has(last))
            return false;
        if (this.#veiled.has(last) || this.#temporary.has(last))
            return false;
        if (this.#owners.has(last) && (action === 'drop' || action === 'truncate'))
            return false;
        return TAKES.has(action) || (action === 'update' && object === 'table' && made.alike !== true);
    }
    /** All of the columns are new. */
    hasColumns(table, columns) {
        const known = this.#columns.get(table);
        return known !== undefined && columns.length > 0 && columns.every((column) => known.has(column));
    }
    /** A temporary table that is surely there. `ends`: with the transaction. */
    addTemporary(name, ends) {
        if (this.#shut || this.#clouded || this.#veiled.has(name))
            return;
        this.#bound();
        this.#temporary.set(name, ends);
    }
    /** A table that was surely not there before; not a temporary one. */
    addTable(name, made) {
        const last = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name);
        if (this.#shut || /^"?pg_/.test(last))
            return;
        this.#bound();
        this.#tables.set(name, { ...made, fresh: made.fresh && !this.#clouded });
    }
    /** A column that was surely not there before. */
    addColumn(table, column) {
        const last = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table);
        if (this.#shut || this.#hooked || this.#veiled.has(last) || this.#temporary.has(last))
            return;
        this.#bound();
        this.#columns.set(table, (this.#columns.get(table) ?? new Set()).add(column));
    }
    /**
     * It happens, or happens `later` when something sets it off. True when a name may mean something else now.
     * To be called before what it makes is added.
     */
    sees(effect, later = false) {
        const { action, object, name = '', detail } = effect;
        const reach = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .reachOf */ .xw)(effect);
        if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .hooks */ .JL)(effect))
            this.#hook((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name), later);
        if (detail === _reach_js__WEBPACK_IMPORTED_MODULE_0__/* .FOREIGN_KEY */ .hJ)
            this.#referred.add((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name));
        if (detail?.startsWith(_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED_BY */ .SL))
            this.#owners.add((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(detail.slice(_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED_BY */ .SL.length)));
        // Children come along with their parents, and with what they have in a column that is new there.
        if (action === 'alter' && JOINS.has(object))
            this.hook();
        if (later) {
            this.#clouded ||= reach === 'all' || (reach.taken.length > 0 && action !== 'create');
            if (reach !== 'all' && detail !== _reach_js__WEBPACK_IMPORTED_MODULE_0__/* .FOREIGN_KEY */ .hJ)
                for (const last of reach.hung)
                    this.#veil(last);
            return false;
        }
        if (action === 'set' && reach === 'all')
            this.#moved = true;
        if (TAKES.has(action) && LOST.has(object) && !effect.temporary)
            this.#loses();
        if (object === 'column' && (action === 'rename' || action === 'drop'))
            this.#forgetColumns((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(name));
        if (reach === 'all')
            this.forget();
        else {
            for (const last of reach.taken)
                this.#leaves(last);
            for (const last of reach.hung)
                if (detail !== _reach_js__WEBPACK_IMPORTED_MODULE_0__/* .FOREIGN_KEY */ .hJ)
                    this.#veil(last);
        }
        if (action === 'transaction' && (object === 'commit' || detail === 'commit'))
            this.#commits();
        return reach === 'all' || (reach.taken.length > 0 && action !== 'create');
    }
    /** A function that triggers may call already is another one now. */
    hook() {
        this.#hooked = true;
        this.#columns.clear();
    }
    /** Nothing is certain until the transaction is over. */
    shut() {
        this.#shut = true;
        this.forget();
    }
    /** What was made is told with what sets it off. */
    shown() {
        this.#clouded = false;
    }
    /** Nothing is open: what is there is there for all, and nothing of it waits to run. */
    idle() {
        this.#hooked = false;
        this.#clouded = false;
        this.#shut = false;
        this.#loses();
        this.#columns.clear();
    }
    /** Any name may mean anything. */
    forget() {
        this.#temporary.clear();
        this.#tables.clear();
        this.#columns.clear();
    }
    forgetColumns() {
        this.#columns.clear();
    }
    /** The transaction ends with what it has done. Others may fill columns and tables from here on. */
    #commits() {
        if (this.#moved || this.#clouded)
            this.forget();
        this.#moved = false;
        // Children go with their parents.
        if ([...this.#temporary.values()].some(Boolean))
            this.#temporary.clear();
        this.#loses();
        this.#columns.clear();
    }
    /** What was made here may hold the only copy of rows that went away, or others fill it. */
    #loses() {
        for (const [name, made] of this.#tables)
            this.#tables.set(name, { ...made, fresh: false });
    }
    /** Another relation may have the name now, also when it is written with its schema. */
    #leaves(last) {
        this.#temporary.delete(last);
        this.#forgetColumns(last);
        for (const table of this.#tables.keys())
            if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table) === last)
                this.#tables.delete(table);
    }
    #veil(last) {
        this.#veiled.add(last);
        this.#temporary.delete(last);
        this.#forgetColumns(last);
    }
    #forgetColumns(last) {
        for (const table of this.#columns.keys())
            if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table) === last)
                this.#columns.delete(table);
    }
    /** A table of our own is no other's child, so its triggers are its own matter. */
    #hook(last, later) {
        if (later || !this.tables.some((table) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPart */ .S_)(table) === last))
            this.hook();
        else
            this.#forgetColumns(last);
    }
    #bound() {
        if (this.#temporary.size + this.#tables.size + this.#columns.size > KEPT)
            this.forget();
    }
}


/***/ }),

/***/ 42882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ MadeNames)
/* harmony export */ });
/** Rows come to a relation, or get other values. */
const FILLS = new Set(['insert', 'copy-in', 'update']);
const RELATIONS = new Set(['table', 'view', 'materialized-view', 'foreign-table']);
class MadeNames {
    columns = new Set();
    relations = new Set();
    views = new Set();
    sees({ action, object, name = '', column, detail }) {
        const last = lastOf(name);
        if (FILLS.has(action) || (action === 'alter' && /inherit|partition/.test(object)))
            this.relations.add(last);
        if (action === 'create' && RELATIONS.has(object))
            this.relations.add(last);
        if (action === 'create' && object === 'view')
            this.views.add(last);
        if (action === 'create' && object === 'column' && column !== undefined)
            this.columns.add(column);
        if ((action === 'rename' || action === 'move') && detail?.startsWith('to ')) {
            const given = lastOf(detail.slice(3));
            this.relations.add(given);
            if (this.views.has(last))
                this.views.add(given);
        }
    }
}
/** The last part of a dotted name, as it is without quotes. */
const lastOf = (name) => {
    const part = /("(?:[^"]|"")*"|[^."]*)$/.exec(name)?.[0] ?? '';
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
};


/***/ }),

/***/ 79344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ picksAny),
/* harmony export */   Lm: () => (/* binding */ isBoolean),
/* harmony export */   WQ: () => (/* binding */ holdsParameter),
/* harmony export */   hI: () => (/* binding */ picks)
/* harmony export */ });
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43847);
/* harmony import */ var _constants_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52715);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14410);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9332);
/* harmony import */ var _tautologies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51461);





/** Values that pick few rows. A boolean picks about any share of them, also one that is written as a text. */
function picks(values, place) {
    if (!values.every((value) => isPicking(value, place)))
        return false;
    const texts = values.flatMap(textOf);
    return !(texts.length > 0 && texts.every(isBoolean)) && !(values.length > 1 && (0,_tautologies_js__WEBPACK_IMPORTED_MODULE_4__/* .bothTruths */ .k1)(values));
}
/** `column = ANY (array)` */
function picksAny(array, place) {
    if (!isPicking(array, place))
        return false;
    const elements = textOf(array).flatMap((text) => text.split(/[{},"\s]+/).filter(Boolean));
    return !(elements.length > 0 && elements.every(isBoolean)) && !(0,_tautologies_js__WEBPACK_IMPORTED_MODULE_4__/* .bothTruths */ .k1)([array]);
}
/** A constant, a parameter, who or when it is: no column in it. */
function isPicking(value, place) {
    if (value === undefined || isTruth(value))
        return false;
    if (place.repeated && holdsParameter(value))
        return false;
    const bare = (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .uncast */ .P7)(value);
    if (bare === undefined)
        return false;
    if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(bare, 'ParamRef') || (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(bare, 'SQLValueFunction'))
        return true;
    const constant = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(bare, 'A_Const');
    if (constant)
        return !constant.isnull && (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) !== null;
    const found = (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(bare);
    return found !== undefined && found !== null && typeof found !== 'boolean';
}
const holdsParameter = (value) => (JSON.stringify(value) ?? '').includes('"ParamRef":');
/** A boolean, or what is cast to one on the way. */
function isTruth(value) {
    if (typeof (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) === 'boolean')
        return true;
    const cast = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(value, 'TypeCast');
    if (!cast)
        return typeof (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) === 'boolean';
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .parts */ .rT)(cast.typeName?.names).at(-1) === 'bool' || (cast.arg !== undefined && isTruth(cast.arg));
}
const textOf = (value) => {
    const constant = (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) ?? (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)((0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .uncast */ .P7)(value));
    return typeof constant === 'string' ? [constant] : [];
};
/** As a boolean is written. `1` and `0` are numbers more often. */
function isBoolean(text) {
    const bare = text.trim();
    return !/^[01]$/.test(bare) && (_values_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUE */ .rT.test(bare) || _values_js__WEBPACK_IMPORTED_MODULE_3__/* .FALSE */ .W8.test(bare));
}


/***/ }),

/***/ 51461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vo: () => (/* binding */ alternatives),
/* harmony export */   dO: () => (/* binding */ complementary),
/* harmony export */   k1: () => (/* binding */ bothTruths)
/* harmony export */ });
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43847);
/* harmony import */ var _constants_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52715);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14410);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9332);




/** The arguments of OR, and of OR inside of it. */
const alternatives = (args) => args.flatMap((arg) => {
    const bool = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(arg, 'BoolExpr');
    return bool?.boolop === 'OR_EXPR' ? alternatives(bool.args ?? []) : [arg];
});
/** `a IS NULL OR a IS NOT NULL`, `p OR NOT p`. */
function complementary(args) {
    const plain = new Set();
    const negated = new Set();
    for (const arg of args) {
        const test = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(arg, 'NullTest');
        const bool = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__.as)(arg, 'BoolExpr');
        if (test)
            (test.nulltesttype === 'IS_NULL' ? plain : negated).add(`null ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)(test.arg)}`);
        else if (bool?.boolop === 'NOT_EXPR')
            negated.add((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)(bool.args?.[0]));
        else
            plain.add((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)(arg));
    }
    return [...plain].some((text) => negated.has(text));
}
const TRUTHS = [_values_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUE */ .rT, _values_js__WEBPACK_IMPORTED_MODULE_3__/* .FALSE */ .W8];
/** Constants that a boolean column may be compared with, so that every row has one of them. */
function bothTruths(values) {
    const texts = values.flatMap((value) => {
        const constant = (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)(value) ?? (0,_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .A)((0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .uncast */ .P7)(value));
        return typeof constant === 'string' || typeof constant === 'boolean' ? [String(constant).trim()] : [];
    });
    const words = texts.flatMap((text) => (/^\{.*\}$/s.test(text) ? text.split(/[{},"\s]+/) : [text]));
    return TRUTHS.every((truth) => words.some((word) => truth.test(word)));
}


/***/ })

};
