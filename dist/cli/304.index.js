export const id = 304;
export const ids = [304];
export const modules = {

/***/ 79198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ Holes),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   eB: () => (/* binding */ hasHoles)
/* harmony export */ });
const FIRST = 0xf0000;
const MOST = 200;
const MARK = /[\u{f0000}-\u{f00ff}]/gu;
/** The holes of one text. Each has a mark of its own, so that one that is lost on the way is noticed. */
class Holes {
    kinds = new Map();
    /** The text that stands for it; undefined when there are too many. */
    make(kind) {
        if (this.kinds.size >= MOST)
            return undefined;
        const mark = String.fromCodePoint(FIRST + this.kinds.size);
        this.kinds.set(mark, kind);
        return kind === 'literal' ? `'${mark}'` : `"${mark}"`;
    }
    /** True when a hole may bring any value: a relation's name is that of a relation which is there. */
    carry(text) {
        return marksOf(text).some((mark) => this.kinds.get(mark) !== 'relation');
    }
}
const marksOf = (text) => text.match(MARK) ?? [];
const hasHoles = (text) => marksOf(text).length > 0;
/** No hole touches what would make another token of it: a letter, a quote, the `&` of `U&"…"`. */
const WORD = '[\\w$\\u0080-\\uffff]|[\\u{10000}-\\u{efffd}]';
const ALONE = new RegExp(`(?<!${WORD}|[&'"])(["'])[\\u{f0000}-\\u{f00ff}]\\1(?!${WORD}|['"])`, 'gu');
/**
 * True when each hole stands where any identifier or literal leaves the statements what they are. False when one does
 * not, is part of another word, or was lost: in a comment, a quoted identifier may end the comment.
 */
function harmless(text, statements, kinds) {
    const marks = marksOf(text);
    const alone = text.match(ALONE)?.length ?? 0;
    if (alone !== marks.length || new Set(marks).size !== marks.length)
        return false;
    const found = new Set();
    return fits(statements, [], 1, { kinds, found }) && found.size === marks.length;
}
/** Nodes that only hold a word or a list say nothing of the place. */
const WRAPPERS = new Set(['String', 'List', 'items', 'stmt', 'RawStmt']);
function fits(value, path, count, holes) {
    if (typeof value === 'string') {
        if (!hasHoles(value))
            return true;
        const kind = holes.kinds.get(value);
        holes.found.add(value);
        return kind !== undefined && may(kind, path, count);
    }
    if (Array.isArray(value))
        return value.every((item) => fits(item, path, value.length, holes));
    if (value === null || typeof value !== 'object')
        return true;
    return Object.entries(value).every(([key, child]) => {
        if (WRAPPERS.has(key) || (key === 'sval' && typeof child === 'string'))
            return fits(child, path, count, holes);
        return fits(child, [...path, nameOf(key, child)], 1, holes);
    });
}
/** Calls whose argument is a name or a key, and no more. */
const CALM = /^\{"funcname":\[(?:\{"String":\{"sval":"pg_catalog"\}\},)?\{"String":\{"sval":"(?:nextval|currval|current_setting)"\}\}\]/;
/** A RENAME and a SET SCHEMA of what is no relation is another statement: of a role, a function, a schema. */
function nameOf(key, child) {
    if (key === 'FuncCall' && CALM.test(JSON.stringify(child)))
        return 'CalmCall';
    const relation = child?.relation;
    return /^(?:RenameStmt|AlterObjectSchemaStmt)$/.test(key) && !relation ? 'OtherStmt' : key;
}
/** Statements that do the same to whatever object of their kind they are given. */
const STATEMENTS = new Set(`AlterTableStmt IndexStmt DropStmt TruncateStmt RenameStmt CommentStmt GrantStmt CreateTrigStmt CreatePolicyStmt AlterPolicyStmt
  CreateStmt CreateSeqStmt AlterSeqStmt AlterObjectSchemaStmt ReindexStmt ClusterStmt RefreshMatViewStmt LockStmt CreateSchemaStmt
  VacuumStmt`.split(/\s+/));
/** The relation of a statement, in the fields that hold one. */
const RELATION = /\/(?:relation|table|sequence|pktable|name|RangeVar)\/(?:relname|schemaname)$/;
/** Other names, by node and field. */
const NAME = /\/(?:AlterTableCmd\/name|ColumnDef\/colname|IndexElem\/name|Constraint\/(?:conname|indexname|keys|fk_attrs|pk_attrs|including)|newowner\/rolename|DefElem\/owned_by|PartitionElem\/name)$/;
/** Those of the statement itself. */
const OWN = /^(?:IndexStmt\/idxname|RenameStmt\/(?:subname|newname)|AlterObjectSchemaStmt\/newschema|CreateSchemaStmt\/schemaname|(?:Create|Alter)PolicyStmt\/policy_name|CreateTrigStmt\/(?:trigname|columns)|(?:CommentStmt\/object|DropStmt\/objects|GrantStmt\/objects))$/;
/** Functions and types: with a schema in front, those of the system could be meant. */
const PLAIN = /^(?:DropStmt|GrantStmt|CommentStmt)\/objects?\/(?:ObjectWithArgs\/objname|TypeName\/names)$/;
function may(kind, path, count) {
    const at = path.join('/');
    // What is read decides where values go.
    if (!STATEMENTS.has(path[0] ?? '') || path.includes('SelectStmt'))
        return false;
    if (kind === 'literal')
        return at === 'CommentStmt/comment' || (/\/A_Const\/sval$/.test(at) && !path.includes('FuncCall'));
    // It may bring a schema along: only where a relation's name stands alone.
    if (kind === 'relation')
        return /\/relname$/.test(at) || (at === 'DropStmt/objects' && count === 1);
    // `t.name` may call a function of that name.
    if (/\/ColumnRef\/fields$/.test(at))
        return count === 1;
    return RELATION.test(at) || NAME.test(at) || OWN.test(at) || (PLAIN.test(at) && count === 1);
}
/** The analysis with `*` in the place of each name that comes at run time. Values on their way may then be any. */
function shown(analysis) {
    const star = (value) => JSON.parse(JSON.stringify(value), (_, part) => typeof part === 'string' ? part.replace(MARK, '*') : part);
    const { flows, ...rest } = analysis;
    return { ...star(rest), ...(flows && { flows: flows.map(anywhere) }) };
}
const anywhere = (flow) => hasHoles(JSON.stringify(flow)) ? { sources: ['*'], place: 'a relation that is named at run time' } : flow;


/***/ }),

/***/ 20389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ createCatalogue)
});

// EXTERNAL MODULE: ./lib/sql/keys.js
var sql_keys = __webpack_require__(83874);
// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __webpack_require__(35966);
// EXTERNAL MODULE: ./lib/sql/functions.js + 2 modules
var functions = __webpack_require__(94674);
// EXTERNAL MODULE: ./lib/sql/catalogue/names.js
var names = __webpack_require__(45238);
// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __webpack_require__(14410);
;// CONCATENATED MODULE: ./lib/sql/catalogue/trusted.js
/** Extensions whose native functions only compute. */
const COMPUTING = /^(autoinc|bloom|btree_gin|btree_gist|citext|cube|dict_int|dict_xsyn|earthdistance|fuzzystrmatch|hstore|hypopg|insert_username|intarray|intagg|isn|ltree|moddatetime|pg_trgm|pgcrypto|pg_stat_statements|postgis(_sfcgal)?|seg|tablefunc|tcn|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector)$/;
const NATIVE = new Set(['c', 'internal']);
/** Brought by an extension that only computes. */
const fromComputing = ({ extension }) => extension !== undefined && COMPUTING.test(extension);
/** True when nothing needs to be read to know that it only computes. */
function trusted({ extension, language, volatility, name, definition }) {
    if (extension === undefined || !COMPUTING.test(extension))
        return false;
    if (extension === 'tablefunc')
        return name === 'normal_rand';
    // Its own EXECUTE may run what it is given.
    return NATIVE.has(language) || (volatility !== 'volatile' && !/\bexecute\b/i.test(definition ?? 'execute'));
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/schema.js
// A snapshot with its indexes.



/** `schema.name`, as effects and snapshots write it. */
const fullName = ({ schema, name }) => (0,tree/* dotted */.Bs)([schema, name]);
class Schema {
    snapshot;
    relations;
    routines;
    domains;
    operators;
    /** By source and target type. */
    casts;
    /** Between two types of the server: any expression may be cast so. Only an administrator makes these. */
    plainCasts;
    /** `=` between a type of the server and another may be somebody's own, and hold for every row. */
    ownEquality;
    #parents = new Map();
    #ofRows = new Map();
    constructor(snapshot) {
        this.snapshot = snapshot;
        this.relations = new names/* Names */.f(snapshot.relations);
        this.routines = new names/* Names */.f(snapshot.functions);
        this.domains = new names/* Names */.f(snapshot.domains);
        this.operators = new names/* Names */.f(snapshot.operators);
        this.casts = new names/* Names */.f(snapshot.casts.flatMap(castTypes));
        this.plainCasts = snapshot.casts.filter(({ source, target }) => !`${source}${target}`.includes('.'));
        this.ownEquality = snapshot.operators.some((operator) => this.#isOwnEquality(operator));
        for (const relation of snapshot.relations)
            if (relation.kind === 'partitioned')
                for (const child of relation.children ?? [])
                    listed(this.#parents, child, relation);
        // Others may have defaults.
        for (const routine of snapshot.functions)
            if (routine.arguments.length > 0 && routine.kind === 'function' && this.#takesRow(routine))
                listed(this.#ofRows, (0,tree/* dotted */.Bs)([routine.name]), routine);
    }
    /** Tables that the relation (`schema.name`) is a partition of, near and far: their triggers are its own. */
    partitionedAs(name) {
        const near = this.#parents.get(name) ?? [];
        return [...near, ...near.flatMap((parent) => this.partitionedAs(fullName(parent)))];
    }
    /** Functions that `row.name` calls. */
    ofRows(name) {
        return this.#ofRows.get(name) ?? [];
    }
    #isOwnEquality({ name, left, right, function: code }) {
        if (name !== '=' || (left?.includes('.') && right.includes('.')))
            return false;
        return !this.routines.exact(code).some(fromComputing);
    }
    /** A column of that name would be read instead. */
    #takesRow({ arguments: [type = ''], name }) {
        if (/^"?(record|any\w*)"?$/.test(type))
            return true;
        if (!type.includes('.'))
            return false;
        return this.relations.exact(type).some(({ columns }) => !columns.some((column) => column.name === name));
    }
}
/** By types of the database; a type of the server stands in nearly every statement. */
const castTypes = (cast) => [cast.source, cast.target].flatMap((type) => {
    const [schema, name, ...more] = (0,names/* partsOf */.C)(type);
    return schema === undefined || name === undefined || more.length > 0 ? [] : [{ schema, name, cast }];
});
function listed(map, key, item) {
    const same = map.get(key);
    if (same)
        same.push(item);
    else
        map.set(key, [item]);
}

// EXTERNAL MODULE: ./lib/sql/catalogue/step.js
var catalogue_step = __webpack_require__(28214);
;// CONCATENATED MODULE: ./lib/sql/catalogue/functions.js
// Functions of the database: what their code does, as far as it can be read.





/** Follows the routine's code. Returns why it cannot be read, undefined when it was. */
function routine(found, from, run, type) {
    const name = fullName(found);
    run.defined('functions', name, from);
    if (trusted(found))
        return undefined;
    const which = `${found.kind === 'window' ? 'function' : found.kind} ${name}${found.securityDefiner ? ' (security definer)' : ''}`;
    const step = (0,catalogue_step/* into */.dj)(again(which, from), 'function', which);
    // What the server makes for range types are functions of its own by another name.
    if ((found.kind === 'aggregate' || found.language === 'internal') && found.calls) {
        if (run.once(`${from.scope} made of ${name}(${found.arguments.join()})`, from))
            for (const part of found.calls)
                runs(part, (0,catalogue_step/* forMany */.LG)(step), run, type);
        return undefined;
    }
    if (found.language !== 'sql' && found.language !== 'plpgsql')
        return `written in ${found.language}`;
    if (found.definition === undefined)
        return 'its code is not in the catalogue';
    if (!run.once(`${from.scope} function ${name}(${found.arguments.join()})`, step))
        return undefined;
    run.follow(found.definition, { ...step, scope: pathOf(found.definition) ?? step.scope }, 'function');
    for (const each of [...found.arguments, found.returns])
        type(each, step, run);
    return undefined;
}
/** A function that comes to itself once more may do so any number of times; a trigger that fires itself by key does not. */
function again(which, from) {
    const before = from.through.split(', ');
    const same = before.at(-1) === which || (before.includes(which) && !from.via.includes('trigger'));
    return same ? (0,catalogue_step/* forMany */.LG)(from) : from;
}
const FIXED_PATH = /^\s*SET search_path (?:TO|=) (.*)$/im;
const SCHEMA = /'((?:[^']|'')*)'|"((?:[^"]|"")*)"|[\w$]+/g;
/** The search_path that the function brings; undefined when it has its caller's. */
function pathOf(definition) {
    const list = FIXED_PATH.exec(definition)?.[1];
    if (list === undefined)
        return undefined;
    const schemas = [...list.matchAll(SCHEMA)].map(([plain, text, name]) => text?.replaceAll("''", "'") ?? name?.replaceAll('""', '"') ?? plain.toLowerCase());
    // Whose schema that is depends on who calls.
    return schemas.includes('$user') ? null : schemas.filter((schema) => schema !== '');
}
/** Runs the function of this name, whichever of that name it is: the database says it, the statement does not. */
function runs(name, step, run, type) {
    const found = run.schema.routines.exact(name);
    for (const each of found) {
        const why = routine(each, step, run, type);
        if (why !== undefined && !computes(each))
            unread(name, why, step, run);
    }
    if (found.length > 0)
        return;
    run.defined('functions', name, step);
    const parts = (0,names/* partsOf */.C)(name);
    if (parts.length > 1 && parts[0] !== 'pg_catalog')
        unread(name, 'not found in the catalogue', step, run);
    else {
        const effect = (0,functions/* effectOfName */.Oh)(parts);
        if (effect)
            run.add(effect, step);
    }
}
/** Native code that an extension brought and that says of itself that it changes nothing. */
const computes = ({ language, extension, volatility }) => NATIVE.has(language) && extension !== undefined && volatility !== 'volatile';
function unread(name, why, step, run) {
    run.add({ action: 'call', object: 'function', name, detail: why }, step);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/types.js
// Types whose values run code: domains and what holds them, and casts.




const OF_COLUMN = '%type';
/** A type that a text names: `z.d`, `d`, `users.id%type`; by its OID where a client told it. */
function type(name, step, run) {
    if (name.endsWith(OF_COLUMN)) {
        ofColumn(name.slice(0, -OF_COLUMN.length), step, run);
        return;
    }
    const told = /^\d+$/.test(name) ? run.schema.snapshot.types?.[name] : undefined;
    if (told !== undefined)
        exactType(told, step, run);
    for (const domain of run.schema.domains.first(name, step.scope))
        domainOf(domain, step, run);
    for (const relation of run.schema.relations.first(name, step.scope))
        if (run.once(`${step.scope} row ${fullName(relation)}`, step))
            columnTypes(relation, step, run);
    casts(name, step, run);
}
/** A type as the snapshot has it: a built-in one has no schema. */
function exactType(name, step, run) {
    if (name.includes('.'))
        type(name, step, run);
}
/** Values of all columns come into being. */
function columnTypes({ columns }, step, run) {
    for (const column of columns)
        exactType(column.type, step, run);
}
/** Casts from or to it, which PostgreSQL applies where it sees fit. */
function casts(name, step, run) {
    for (const { cast } of run.schema.casts.all(name, step.scope))
        follow(cast, step, run);
}
/** Those that any expression may come to. */
function plainCasts(step, run) {
    for (const cast of run.schema.plainCasts)
        follow(cast, step, run);
}
function follow(cast, step, run) {
    const which = `cast from ${cast.source} to ${cast.target}`;
    if (run.once(which, step))
        runs(cast.function, (0,catalogue_step/* into */.dj)(step, 'cast', which), run, exactType);
}
function domainOf(domain, from, run) {
    const name = `domain ${fullName(domain)}`;
    if (!run.once(name, from))
        return;
    const step = (0,catalogue_step/* into */.dj)(from, 'domain', name);
    if (domain.expressions.length > 0)
        run.follow(selecting(domain.expressions), step);
    exactType(domain.base, step, run);
}
/** Expressions as a statement, also constraints: `CHECK (…) NOT VALID`. */
const selecting = (expressions) => `SELECT ${expressions
    .map((text) => `(${text.replace(/^CHECK\s*(?=\()/i, '').replace(/\)\s+(NOT VALID|NO INHERIT)$/i, ')')})`)
    .join(', ')}`;
function ofColumn(name, step, run) {
    const parts = (0,names/* partsOf */.C)(name);
    const column = parts.at(-1);
    const relation = name.slice(0, name.length - (column ?? '').length - 1);
    for (const { columns } of run.schema.relations.first(relation, step.scope))
        for (const found of columns)
            if (found.name === column)
                exactType(found.type, step, run);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/calls.js




/** A call that the text does not explain. Returns why the catalogue does not either, undefined when it does. */
function called(name, step, run) {
    const { routines, domains, operators } = run.schema;
    run.defined('functions', name, step);
    const found = routines.all(name, step.scope);
    let opaque;
    for (const each of found)
        opaque = routine(each, step, run, exactType) ?? opaque;
    if (found.length > 0)
        return opaque;
    // `z.d(x)` is a cast where `z.d` is a type, and `a OPERATOR(z.+) b` a call.
    const types = domains.first(name, step.scope);
    for (const domain of types)
        domainOf(domain, step, run);
    const symbols = operators.all(name, step.scope);
    for (const each of symbols)
        operator(each, step, run);
    return types.length + symbols.length > 0 ? undefined : 'not found in the catalogue';
}
/** Names that say nothing by themselves. `known`: calls that `called` was asked about. */
function named(uses, known, step, run) {
    const many = new Set(uses.many);
    const first = split(uses, (name) => !many.has(name) && !repeatedBeside(uses, name, step, run));
    read(first.others, known, (0,catalogue_step/* forMany */.LG)(step), run);
    read(first.those, known, step, run);
}
/** The names for which it holds, and the others. */
function split(uses, holds) {
    const pick = (wanted) => ({
        functions: uses.functions.filter((name) => holds(name) === wanted),
        operators: uses.operators.filter((name) => holds(name) === wanted),
        types: uses.types.filter((name) => holds(name) === wanted),
        fields: uses.fields.filter((name) => holds(name) === wanted),
    });
    return { those: pick(true), others: pick(false) };
}
const RETURNS_SET = /^\s*RETURNS (SETOF|TABLE)\b/im;
/** True when a function next to it returns a set. */
function repeatedBeside({ beside = [] }, name, { scope }, { schema }) {
    if (!beside.includes(name))
        return false;
    return beside.some((other) => schema.routines.all(other, scope).some(({ definition = '' }) => RETURNS_SET.test(definition)));
}
/** The step at which this text calls the function of that name. */
function stepOf(name, uses, step, run) {
    const many = uses?.many?.includes(name) || (uses && repeatedBeside(uses, name, step, run));
    return many ? (0,catalogue_step/* forMany */.LG)(step) : step;
}
function read(uses, known, step, run) {
    const { schema } = run;
    for (const name of [...uses.functions, ...uses.fields])
        run.defined('functions', name, step);
    for (const name of uses.functions) {
        if (ANY_TYPE.test(name))
            for (const each of schema.snapshot.domains)
                domainOf(each, step, run);
        if (!known.has(name))
            overloads(name, step, run);
    }
    for (const name of uses.operators)
        for (const each of schema.operators.all(name, step.scope))
            operator(each, step, run);
    for (const name of uses.types)
        type(name, step, run);
    for (const name of uses.fields)
        for (const each of schema.ofRows(name)) {
            const why = routine(each, step, run, exactType);
            if (why !== undefined && !computes(each))
                unread(fullName(each), why, step, run);
        }
}
/** Functions that make a value of whatever type they are told by name or number. */
const ANY_TYPE = /^(pg_catalog\.)?(pg_input_(is_valid|error_info)|(array|domain|multirange|range|record)_in)$/;
/** A built-in name may reach a function of the database: `abs` of a type of its own. */
function overloads(name, step, run) {
    for (const each of run.schema.routines.all(name, step.scope)) {
        const why = routine(each, step, run, exactType);
        if (why !== undefined && !computes(each))
            unread(fullName(each), why, step, run);
    }
    for (const domain of run.schema.domains.first(name, step.scope))
        domainOf(domain, step, run);
}
/** `CREATE OPERATOR`, `CREATE AGGREGATE`: the grammar takes the functions that they name for types. */
function madeOf({ types }, effects, step, run) {
    const makes = effects.some(({ action, object }) => action === 'create' && MADE_OF.has(object));
    if (makes)
        for (const name of types)
            overloads(name, step, run);
}
const MADE_OF = new Set(['operator', 'aggregate']);
function operator(found, from, run) {
    const which = `operator ${found.schema}.${found.name}`;
    if (!run.once(`${which} ${found.function}`, from))
        return;
    const step = (0,catalogue_step/* into */.dj)(from, 'operator', which);
    runs(found.function, step, run, exactType);
    for (const each of [found.left, found.right])
        if (each !== undefined)
            exactType(each, step, run);
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/code.js
/** Analyses of what the catalogue holds. */
class Code {
    #analyser;
    #known = new Map();
    #pending = new Map();
    constructor(analyser) {
        this.#analyser = analyser;
    }
    /** Undefined while it is not known: `settled` tells when it is. */
    analysis(text) {
        const known = this.#known.get(text);
        if (known || this.#pending.has(text))
            return known;
        const found = this.#analyser.analyse(text);
        if (!(found instanceof Promise)) {
            this.#known.set(text, found);
            return found;
        }
        const pending = found
            .then((analysis) => {
            this.#known.set(text, analysis);
        })
            .finally(() => this.#pending.delete(text));
        this.#pending.set(text, pending);
        return undefined;
    }
    /** Something that was asked for is not known yet. */
    get busy() {
        return this.#pending.size > 0;
    }
    /** When all that was asked for is known. */
    settled() {
        return Promise.all(this.#pending.values());
    }
}

// EXTERNAL MODULE: ./lib/sql/catalogue/definitions.js
var definitions = __webpack_require__(29264);
;// CONCATENATED MODULE: ./lib/sql/catalogue/events.js



/** First words of the command tags that an effect may come with. */
const VERBS = {
    create: ['CREATE', 'ALTER', 'SELECT', 'IMPORT'],
    alter: ['ALTER', 'CREATE', 'SECURITY'],
    rename: ['ALTER'],
    move: ['ALTER'],
    drop: ['DROP', 'ALTER'],
    detach: ['ALTER'],
    grant: ['GRANT', 'ALTER', 'CREATE'],
    revoke: ['REVOKE', 'ALTER'],
    own: ['ALTER', 'REASSIGN', 'DROP'],
    rewrite: ['ALTER'],
    scan: ['ALTER'],
    maintain: ['REFRESH', 'REINDEX'],
    comment: ['COMMENT'],
    load: ['CREATE'],
    unknown: [],
};
/** Kinds that have a tag of their own: `CREATE EXTENSION`. */
const TAGGED = new Set(`table view materialized-view index sequence schema function type domain extension trigger rule policy foreign-table
  publication subscription statistics collation aggregate`.split(/\s+/));
/** Objects of the whole server fire none. */
const SHARED = new Set(['role', 'database', 'tablespace', 'server-parameter', 'event-trigger']);
function fired(effects, step, run) {
    if (run.schema.snapshot.eventTriggers.length === 0)
        return;
    const changes = effects.filter(({ action, object }) => VERBS[action] !== undefined && !SHARED.has(object));
    for (const trigger of run.schema.snapshot.eventTriggers) {
        if (!changes.some((effect) => fires(trigger, effect)))
            continue;
        const which = `event trigger ${trigger.name}`;
        if (run.once(which, step))
            runs(trigger.function, (0,catalogue_step/* into */.dj)(step, 'event-trigger', which), run, exactType);
    }
}
function fires({ event, tags }, { action, object }) {
    const verbs = VERBS[action] ?? [];
    if (verbs.length === 0 || event === 'login')
        return false;
    if (event === 'sql_drop' && action !== 'drop' && action !== 'alter')
        return false;
    if (event === 'table_rewrite' && action !== 'rewrite')
        return false;
    return tags === undefined || tags.some((tag) => matches(tag, verbs, object));
}
function matches(tag, verbs, object) {
    const [verb = '', ...words] = tag.split(' ');
    const kind = words.join('-').toLowerCase();
    if (!verbs.includes(verb))
        return false;
    // What is no kind of its own (a column, a constraint) belongs to some ALTER.
    return kind === object || !TAGGED.has(object) || !TAGGED.has(kind);
}

// EXTERNAL MODULE: ./lib/sql/catalogue/keys.js
var keys = __webpack_require__(37116);
// EXTERNAL MODULE: ./lib/sql/reach.js
var reach = __webpack_require__(17627);
;// CONCATENATED MODULE: ./lib/sql/catalogue/merged.js

/** The effects, as the columns of children have it. The very array when they have nothing. */
function merged(effects, scope, run) {
    const found = effects.filter((effect) => isMerged(effect, scope, run));
    if (found.length === 0)
        return effects;
    const names = new Set(found.map(({ name }) => name));
    return effects.map((effect) => {
        if (found.includes(effect))
            return { ...effect, detail: reach/* MERGED */.$b };
        if (effect.detail !== reach/* NEW_COLUMNS */.nz || !names.has(effect.name))
            return effect;
        const { detail: _, ...old } = effect;
        return old;
    });
}
function isMerged({ action, object, name, column }, scope, run) {
    if (action !== 'create' || object !== 'column' || name === undefined || column === undefined)
        return false;
    return run.relations(name, scope).some((relation) => inChild(relation, column, run, new Set()));
}
function inChild({ children = [] }, column, run, seen) {
    return children.some((name) => {
        if (seen.has(name))
            return false;
        seen.add(name);
        return run.schema.relations
            .exact(name)
            .some((child) => child.columns.some((own) => own.name === column) || inChild(child, column, run, seen));
    });
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/options.js
const SECURITY = /^(security_barrier|security_invoker)=(true|on|yes|1)$/;
function resetOptions(effect, scope, run) {
    const { action, object, name, detail = '', via } = effect;
    if (action !== 'create' || object !== 'view' || name === undefined || !detail.startsWith('or replaces'))
        return [];
    const lost = run
        .relations(name, scope)
        .flatMap(({ options = [] }) => options.flatMap((option) => SECURITY.exec(option)?.[1] ?? []))
        .some((option) => !detail.includes(option));
    if (!lost)
        return [];
    return [
        { action: 'alter', object: 'security-option', name, detail: 'not given again', ...(via && { via }) },
    ];
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/sizes.js
/** Objects whose effects name the relation that holds them, or that they are. */
const HELD = new Set(`table partitioned view materialized-view foreign-table partition column constraint foreign-key index default trigger
  trigger-firing rule policy sequence foreign-options vacuum analyze reindex-table row-security security-option inheritance replica-identity`.split(/\s+/));
const SIZED = new Set(['lock', 'scan', 'rewrite', 'maintain', 'drop', 'truncate', 'detach', 'own']);
const COUNTED = new Set(['delete', 'update', 'truncate']);
/** The effect with `bytes` and `estimate`, or the very same when nothing is known. */
function sized(effect, schema, scope) {
    const { action, object, name, rows, lock } = effect;
    if (name === undefined || effect.temporary || !HELD.has(object))
        return effect;
    const weighs = SIZED.has(action) || (lock !== undefined && lock !== 'none');
    const counts = rows === 'all' && COUNTED.has(action) && effect.estimate === undefined;
    if (!weighs && !counts)
        return effect;
    const found = schema.relations.first(name, scope);
    if (found.length === 0)
        return effect;
    const bytes = weighs ? Math.max(...found.map((relation) => bytesOf(relation, schema))) : 0;
    const estimate = counts ? Math.max(...found.map((relation) => rowsOf(relation, schema) ?? -1)) : -1;
    if (bytes <= 0 && estimate < 0)
        return effect;
    return { ...effect, ...(bytes > 0 && { bytes }), ...(estimate >= 0 && { estimate }) };
}
/** With a condition that may hold for all rows. */
const anyNumber = (effect) => ({
    ...effect,
    rows: 'unknown',
    ...(effect.action === 'update' && { blanket: true }),
});
/** The effect of a batch that takes every row of its table, as far as that was ever analysed; the very same for others. */
function wholeTable(effect, schema, scope) {
    const { name, most, rows, temporary } = effect;
    if (name === undefined || most === undefined || rows !== 'some' || temporary)
        return effect;
    const counts = schema.relations.first(name, scope).map((relation) => rowsOf(relation, schema) ?? -1);
    return counts.some((count) => count > 0 && count <= most) ? anyNumber(effect) : effect;
}
/** Rows with those of its children; undefined when one was never analysed. */
function rowsOf(relation, schema, depth = 0) {
    const own = relation.kind === 'partitioned' ? 0 : relation.rows;
    const counts = [
        own,
        ...childrenOf(relation, schema, depth).map((child) => rowsOf(child, schema, depth + 1)),
    ];
    if (counts.some((count) => count === undefined || count < 0))
        return relation.kind === 'partitioned' && relation.rows >= 0 ? relation.rows : undefined;
    return counts.reduce((sum, count) => sum + (count ?? 0), 0);
}
const bytesOf = (relation, schema, depth = 0) => childrenOf(relation, schema, depth).reduce((sum, child) => sum + bytesOf(child, schema, depth + 1), relation.bytes);
/** Partitions nest, but not like this. */
const childrenOf = ({ children = [] }, schema, depth) => depth > 8 ? [] : children.flatMap((child) => schema.relations.exact(child));

;// CONCATENATED MODULE: ./lib/sql/catalogue/views.js

const NAME = String.raw `(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")`;
const COLUMN = String.raw `${NAME}(?:\.${NAME}){0,3}`;
const OUTPUT = String.raw `(?:(?:${NAME}\.){0,2}\*|${COLUMN}(?: AS ${NAME})?)`;
/** Columns of one relation as they are, as the server writes a view down, or somebody else. */
const PLAIN = new RegExp(String.raw `^\s*SELECT\s+(${OUTPUT}(?:,\s*${OUTPUT})*)\s+FROM\s+(?:ONLY\s+)?(${NAME}(?:\.${NAME})?)(?![^\s;])`, 'iu');
/** They look like columns and are none. */
const VALUES = /(?:^|[\s,])(?:true|false|null|user|(?:current|session|system)_user|current_(?:role|catalog|schema|date|time|timestamp)|local(?:time|timestamp))(?=[\s,]|$)/i;
const QUOTED = /"(?:[^"]|"")+"/g;
const NESTED = 16;
/** True when every column of the view is one of the table below it, so that a key of the one is a key of the other. */
function isPlain({ definition, triggers, rules }, scope, run, depth = 0) {
    const [, outputs, base] = PLAIN.exec(definition ?? '') ?? [];
    if (outputs === undefined || base === undefined || depth > NESTED)
        return false;
    if (triggers || rules || VALUES.test(outputs.replaceAll(QUOTED, '"x"')))
        return false;
    return run
        .relations(base, scope)
        .every((relation) => relation.kind !== 'view' || isPlain(relation, scope, run, depth + 1));
}
const PICKED = new Set(['one', 'some']);
/** The rows that are picked of what is below the view. */
const rowsBelow = (view, rows, scope, run) => (PICKED.has(rows) && !isPlain(view, scope, run) ? 'unknown' : rows);
/** The effect on a view: its condition may hold for any share of the rows, and what is changed may be the server's own. */
function throughView(effect, scope, run) {
    const { action, name, rows, object, temporary } = effect;
    if (name === undefined || temporary || object !== 'table' || !CHANGES.has(action))
        return effect;
    const made = run.madeView(name);
    if (made && inCatalog(made, scope, run))
        return { ...effect, object: 'catalog' };
    if (!PICKED.has(rows))
        return effect;
    const weak = run.schema.ownEquality ||
        made !== undefined ||
        run.relations(name, scope).some((relation) => relation.kind === 'view' && !isPlain(relation, scope, run));
    return weak ? anyNumber(effect) : effect;
}
const CHANGES = new Set(['insert', 'update', 'delete', 'copy-in']);
/** A view that changes the server's own settings and tables; of those that are temporary nobody tells later. */
function catalogView({ action, object, name }, scope, run) {
    if (action !== 'create' || object !== 'view' || name === undefined)
        return [];
    const reads = run.madeView(name)?.filter((base) => !isCatalog(base));
    if (!reads || !inCatalog(reads, scope, run))
        return [];
    return [{ action: 'create', object: 'catalog-view', name, detail: reads.join() }];
}
/** One of these relations is the server's own, or a view of such. */
const inCatalog = (names, scope, run, depth = 0) => names.some((name) => isCatalog(name) ||
    run.relations(name, scope).some(({ kind, definition }) => {
        if (kind !== 'view' || definition === undefined || depth > NESTED)
            return false;
        const reads = readBy(run.analysis(definition));
        return reads.length === 1 && inCatalog(reads, scope, run, depth + 1);
    }));
const readBy = (analysis) => (analysis?.effects ?? []).flatMap(({ action, name, via }) => action === 'read' && via === undefined && name !== undefined ? [name] : []);
const CATALOG = /^(?:pg_catalog|information_schema|pg_toast)\.|^pg_[^.]*$/;
/** The server's own. */
const isCatalog = (name) => CATALOG.test(name);

;// CONCATENATED MODULE: ./lib/sql/catalogue/reliances.js

/** The effects, where a few rows may be any number of them; the very array when what the text relies on is so. */
function relied(effects, { relies = [] }, scope, run) {
    if (relies.every((each) => holds(each, scope, run)))
        return effects;
    return effects.map((effect) => (isPicked(effect) ? { ...effect, rows: 'unknown' } : effect));
}
const isPicked = ({ action, rows, temporary }) => (action === 'update' || action === 'delete') && (rows === 'one' || rows === 'some') && !temporary;
function holds({ relation: name, column, own }, scope, run) {
    const found = run.relations(name, scope);
    if (own)
        return found.every((relation) => own.some((each) => tellsApart(relation, each, scope, run)));
    return (found.length > 0 &&
        found.every((relation) => {
            const { kind, columns } = relation;
            const stored = KINDS.has(kind) || (kind === 'view' && isPlain(relation, scope, run));
            return (stored && (column === undefined || column === 'ctid' || columns.some((each) => each.name === column)));
        }));
}
/** Any type but booleans, and those of a domain over them. */
function tellsApart({ columns }, name, scope, run) {
    const type = columns.find((each) => each.name === name)?.type;
    if (type === undefined)
        return true;
    return type !== 'bool' && run.schema.domains.first(type, scope).every(({ base }) => base !== 'bool');
}
const KINDS = new Set(['table', 'partitioned', 'foreign-table']);

;// CONCATENATED MODULE: ./lib/sql/catalogue/renames.js

const WHOLE = '.*';
const MOST = 500;
/** What a name was before the text renamed or moved it, or the statements before, whose flows are `earlier`. */
function renamedBy({ effects, flows = [] }, earlier) {
    const own = effects.some(({ action }) => action === 'rename' || action === 'move') ? flows : [];
    if (own.length + earlier.length === 0)
        return undefined;
    const given = [...earlier, ...own].flatMap(({ named, relation, sources: [source] }) => named && relation !== undefined && source?.endsWith(WHOLE)
        ? [{ to: relation, from: source.slice(0, -WHOLE.length) }]
        : []);
    return (name) => {
        const names = new Set([name]);
        for (const known of names)
            for (const each of given) {
                const old = nameBefore(known, each);
                if (old !== undefined && names.size < MOST)
                    names.add(old);
            }
        names.delete(name);
        return [...names];
    };
}
/** `to` and `from` are relations, or all of a schema: `b.*`, `a.*`. */
function nameBefore(name, { to, from }) {
    if (!to.endsWith(WHOLE))
        return to === name || (0,names/* partsOf */.C)(to).at(-1) === name ? from : undefined;
    const schema = to.slice(0, -1);
    return name.startsWith(schema) ? `${from.slice(0, -1)}${name.slice(schema.length)}` : undefined;
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/retypes.js

const LOSSY = 'a type that keeps less';
/** The effects, with or without what the text alone says about it. The very array when that is right, or nothing is known. */
function retyped(effects, { retypes = [] }, scope, run) {
    let result = effects;
    // Then the old name may be that of another column.
    const moves = effects.some(({ action }) => action === 'rename' || action === 'move');
    for (const retype of retypes) {
        const found = run.schema.relations
            .first(retype.relation, scope)
            .flatMap(({ columns }) => columns.filter(({ name }) => (0,tree/* dotted */.Bs)([name]) === (0,tree/* dotted */.Bs)([retype.column])))
            .map((column) => loses(based(column, scope, run), based(retype, scope, run)));
        const about = ({ action, object, name, column, detail }) => action === 'update' &&
            object === 'column' &&
            detail === LOSSY &&
            name === retype.relation &&
            column === retype.column;
        if (found.includes(true) && !result.some(about))
            result = [...result, lossy(effects, retype)];
        else if (found.length > 0 &&
            !moves &&
            !run.otherColumns(retype.relation) &&
            found.every((each) => each === false) &&
            result.some(about))
            result = result.filter((effect) => !about(effect));
    }
    return result;
}
/** With the type that its domain is made of. */
function based(of, scope, run) {
    const [domain] = run.schema.domains.first(of.type, scope);
    // The length of a domain's own type is not known.
    return domain && !CUT.test(domain.base) && !TIMES.test(domain.base) && domain.base !== 'numeric'
        ? { ...of, type: domain.base }
        : of;
}
/** Under the lock of the change of type. */
function lossy(effects, { relation, column }) {
    const change = effects.find((effect) => effect.action === 'rewrite' && effect.name === relation && effect.column === column);
    const { lock, via } = change ?? {};
    return {
        action: 'update',
        object: 'column',
        name: relation,
        column,
        rows: 'all',
        detail: LOSSY,
        ...(lock && { lock }),
        ...(via && { via }),
    };
}
const SIZES = {
    bool: 5,
    int2: 6,
    int4: 11,
    int8: 20,
    uuid: 36,
    date: 10,
    '"char"': 1,
};
const retypes_WHOLE = /^int[248]$/;
const FLOATING = /^float[48]$/;
const TIMES = /^(timestamp|timestamptz|time|timetz|interval)$/;
/** Without an error, these take only what is like them. */
const KEEPS = {
    date: /^date$/,
    time: /^time$/,
    timetz: /^(time|timetz)$/,
    float4: /^(float4|int2)$/,
    float8: /^(float[48]|int[24])$/,
    bool: /^(bool|text|varchar|bpchar)$/,
    money: /^money$/,
    cidr: /^(cidr|text|varchar|bpchar)$/,
};
const CUT = /^(varchar|bpchar|bit|varbit|name)$/;
/** True when values may lose something without an error, false when not, undefined when nobody knows. */
function loses(old, to) {
    const { type, modifier, cast } = to;
    if (old.type.includes('.') || type.includes('.'))
        return undefined;
    const kept = KEEPS[type];
    if (kept && !kept.test(old.type))
        return true;
    if (CUT.test(type))
        return cutsText(old, to);
    if (retypes_WHOLE.test(type))
        return FLOATING.test(old.type) || (old.type === 'numeric' && scaleOf(old.modifier) > 0);
    // A float is written with fifteen digits.
    if (type === 'numeric')
        return FLOATING.test(old.type) || (modifier !== undefined && scaleOf(modifier) < decimals(old));
    if (TIMES.test(type))
        return modifier !== undefined && precision(modifier) < fractions(old);
    if (kept || /^(text|jsonb?|uuid)$/.test(type))
        return false;
    return cast || type !== old.type ? undefined : false;
}
/** A cast that is written out cuts at the length, an assignment is an error; a name is cut always. */
function cutsText(old, { type, modifier, cast }) {
    if (type === 'name')
        return old.type !== 'name';
    if (!cast || modifier === undefined)
        return false;
    const most = CUT.test(old.type) && old.modifier !== undefined ? Number(old.modifier) : SIZES[old.type];
    return most === undefined || most > Number(modifier);
}
/** `10,2`, `10`; without one, any. */
const scaleOf = (modifier) => modifier === undefined ? Number.POSITIVE_INFINITY : Number(modifier.split(',')[1] ?? 0);
const decimals = ({ type, modifier }) => {
    if (retypes_WHOLE.test(type))
        return 0;
    return type === 'numeric' ? scaleOf(modifier) : Number.POSITIVE_INFINITY;
};
/** An interval has its fields first; `32767` for all of them. */
function precision(modifier) {
    const [first = '', second] = modifier.split(',');
    if (Number(first) > 6)
        return second === undefined || first !== '32767' ? -1 : Number(second);
    return Number(first);
}
const fractions = ({ type, modifier }) => {
    if (type === 'date')
        return 0;
    return TIMES.test(type) && modifier !== undefined ? Number(modifier) : 6;
};

;// CONCATENATED MODULE: ./lib/sql/catalogue/cascades.js



const cascades_CHANGES = new Set(['cascade', 'set null', 'set default']);
function cascades(relation, event, picked, step, run, happens) {
    if (event === 'insert' || event === 'select' || picked.rows === 'none')
        return;
    for (const key of relation.referencedBy ?? []) {
        const action = actionOf(key, event, picked, step);
        if (action === undefined)
            continue;
        for (const child of run.schema.relations.exact(key.relation))
            cascade(relation, child, key, action, picked, step, run, happens);
        if (run.schema.relations.exact(key.relation).length === 0)
            run.add({ action, object: 'cascade', name: key.relation, rows: 'unknown' }, (0,catalogue_step/* into */.dj)(step, 'cascade', which(key)));
    }
}
const which = (key) => `foreign key ${key.name} of ${key.relation}`;
function actionOf(key, event, picked, { assigned }) {
    if (event === 'truncate')
        return picked.cascade ? 'truncate' : undefined;
    if (event === 'delete') {
        if (!cascades_CHANGES.has(key.onDelete))
            return undefined;
        return key.onDelete === 'cascade' ? 'delete' : 'update';
    }
    const changed = !assigned || !key.columns || key.columns.some((column) => assigned.includes(column));
    return changed && cascades_CHANGES.has(key.onUpdate) ? 'update' : undefined;
}
function cascade(parent, child, key, action, picked, from, run, happens) {
    const step = (0,catalogue_step/* into */.dj)(from, 'cascade', which(key), { assigned: [] });
    const estimate = action === 'truncate' ? rowsOf(child, run.schema) : share(parent, child, picked, run);
    const rows = action === 'truncate' ? 'all' : 'unknown';
    const found = {
        action,
        object: 'cascade',
        name: fullName(child),
        rows,
        ...(estimate !== undefined && { estimate }),
    };
    if (run.once(`${which(key)} ${action} ${estimate}`, step))
        run.add(found, step);
    happens(child, action, { rows, count: estimate, cascade: picked.cascade }, step, run);
}
/** Rows of the child that go with those of the parent, when each parent has as many. */
function share(parent, child, { count }, run) {
    const parents = rowsOf(parent, run.schema);
    const children = rowsOf(child, run.schema);
    if (count === undefined || parents === undefined || children === undefined)
        return undefined;
    return Math.min(children, Math.ceil((children / Math.max(parents, 1)) * count));
}

;// CONCATENATED MODULE: ./lib/sql/catalogue/rows.js







const EVENTS = {
    read: 'select',
    'copy-out': 'select',
    insert: 'insert',
    'copy-in': 'insert',
    update: 'update',
    delete: 'delete',
    truncate: 'truncate',
};
const CHECKED = new Set(['scan', 'rewrite', 'maintain']);
/** What an effect on a relation sets off. */
function touch(effect, step, run) {
    const { action, name, temporary } = effect;
    if (temporary)
        return;
    if (name === undefined) {
        if (action === 'rewrite' || action === 'maintain')
            everywhere(step, run);
        return;
    }
    const event = EVENTS[action];
    if (event === undefined && !CHECKED.has(action))
        return;
    run.defined('relations', name, step);
    if (event !== undefined && event !== 'select')
        switched(name, step, run);
    for (const relation of run.relations(name, step.scope))
        if (event === undefined)
            checked(relation, step, run);
        else
            happens(relation, event, { rows: effect.rows, cascade: effect.cascade === true, count: countOf(effect, relation, run) }, step, run);
}
function countOf({ rows }, relation, run) {
    if (rows === 'one' || rows === 'some')
        return 1;
    return rows === 'all' ? rowsOf(relation, run.schema) : undefined;
}
/** Rows of this relation are read or written. */
function happens(relation, event, picked, from, run) {
    const name = fullName(relation);
    const key = `${from.scope} ${event} ${name} ${picked.rows} ${picked.count} ${from.assigned?.join()}`;
    const step = isMany(event, picked, from) ? (0,catalogue_step/* forRows */.lg)(from) : from;
    // A view's query has the step from here.
    if (!run.once(`${from.many} ${key}`, step))
        return;
    if (relation.kind === 'view')
        view(relation, event, picked, event === 'select' ? from : step, run);
    rules(relation, event, step, run);
    triggers(relation, event, step, run);
    expressions(relation, ({ on }) => on.includes(event), step, run);
    // Also when it is read: `jsonb_populate_record` makes new values of a row.
    columnTypes(relation, step, run);
    if (event === 'select')
        return;
    for (const parent of run.schema.partitionedAs(name))
        triggers(parent, event, step, run);
    for (const child of relation.children ?? [])
        for (const found of run.schema.relations.exact(child)) {
            happens(found, event, picked, step, run);
            // A row that moves to another partition is deleted here and inserted there.
            if (event === 'update' && relation.kind === 'partitioned')
                for (const half of ['delete', 'insert'])
                    triggers(found, half, step, run);
        }
    cascades(relation, event, picked, step, run, happens);
}
/** A policy is asked about every row; a view's query stands for itself. */
const isMany = (event, { rows }, { many }) => event === 'select' || many !== undefined || rows === 'unknown' || rows === 'all';
function view(relation, event, picked, from, run) {
    if (relation.definition === undefined)
        return;
    const step = (0,catalogue_step/* into */.dj)(from, 'view', `view ${fullName(relation)}`);
    const analysis = run.follow(relation.definition, step);
    if (!analysis || event === 'select')
        return;
    // A simple view passes changes on to its one table, unless rules or triggers take them.
    const takes = relation.rules?.some((rule) => rule.event === event) ||
        relation.triggers?.some(({ events }) => events.includes(event));
    const base = analysis.effects.filter(({ action, via }) => action === 'read' && via === undefined);
    const name = base[0]?.name;
    if (takes || base.length !== 1 || name === undefined || event === 'truncate')
        return;
    const rows = rowsBelow(relation, picked.rows, step.scope, run);
    const below = rows === picked.rows ? picked : { ...picked, rows, count: undefined };
    // Rules of the server take the changes of some views of its own, as of pg_settings.
    const object = isCatalog(name) ? 'catalog' : 'table';
    run.add({ action: event, object, name, ...(rows && { rows }) }, step);
    for (const table of run.schema.relations.first(name, step.scope))
        happens(table, event, below, step, run);
}
/** A rule rewrites the statement: its queries have all rows of it. */
function rules({ rules = [], ...relation }, event, from, run) {
    const step = from.many ? (0,catalogue_step/* forMany */.LG)(from) : from;
    for (const rule of rules)
        if (rule.event === event)
            run.follow(rule.definition, (0,catalogue_step/* into */.dj)(step, 'rule', `rule ${rule.name} on ${fullName(relation)}`), 'rule');
}
function triggers({ triggers = [], ...relation }, event, from, run) {
    const name = fullName(relation);
    run.defined('relations', name, from);
    if (event !== 'select')
        switched(name, from, run);
    for (const trigger of triggers) {
        if (!trigger.events.includes(event))
            continue;
        const assigns = trigger.columns?.some((column) => from.assigned?.includes(column));
        if (event === 'update' && trigger.columns && from.assigned && !assigns)
            continue;
        const step = (0,catalogue_step/* into */.dj)(from, 'trigger', `trigger ${trigger.name} on ${fullName(relation)}`);
        if (trigger.when !== undefined)
            run.follow(selecting([trigger.when]), step);
        runs(trigger.function, step, run, exactType);
    }
}
/** The catalogue tells only of those that were on. */
function switched(name, step, run) {
    if (!run.switchesOn(name))
        return;
    run.add({ action: 'unknown', object: 'code', detail: `a trigger of ${name} that was switched on before` }, step);
}
/** Those of a kind are read as one statement. */
function expressions(relation, wanted, from, run) {
    const kinds = new Map();
    for (const each of relation.expressions ?? [])
        if (wanted(each) && !rows_PLAIN.test(each.text))
            kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each.text]);
    for (const [kind, texts] of kinds)
        run.follow(selecting(texts), (0,catalogue_step/* into */.dj)(from, kind, `${kind} of ${fullName(relation)}`));
}
/** A new relation takes over what this one has; with `triggers` it is a partition that rows go into. */
function modelled(relation, withTriggers, step, run) {
    expressions(relation, ({ kind }) => kind !== 'policy', step, run);
    columnTypes(relation, step, run);
    if (withTriggers && relation.kind === 'partitioned')
        for (const event of ['insert', 'update', 'delete'])
            triggers(relation, event, step, run);
}
/** Most defaults, as the server writes them. */
const rows_PLAIN = /^(now\(\)|CURRENT_(TIMESTAMP|DATE)|gen_random_uuid\(\)|true|false|NULL::[\w .]+|-?\d+(\.\d+)?|nextval\('[\w".]+'::regclass\)|'[^']*'::(text|character varying|jsonb?))$/;
/** `ANALYZE`, `REINDEX SCHEMA`: whatever has code of the database in an index. */
function everywhere(step, run) {
    for (const relation of run.schema.snapshot.relations)
        if (relation.expressions?.some(({ kind, text }) => BY_ANALYZE.has(kind) && OWN_CODE.test(text)))
            checked(relation, step, run);
}
const BY_ANALYZE = new Set(['index', 'statistics']);
/** A call with a schema. */
const OWN_CODE = /[\w"$]\s*\.\s*[\w"$]+\s*\(/;
/** Work that reads all rows evaluates what constraints and indexes hold; a refresh runs the query. */
function checked(relation, from, run) {
    const name = fullName(relation);
    const step = (0,catalogue_step/* forMany */.LG)(from);
    if (!run.once(`${step.scope} checked ${name}`, step))
        return;
    if (relation.kind === 'materialized-view' && relation.definition !== undefined)
        run.follow(relation.definition, (0,catalogue_step/* into */.dj)(from, 'view', `materialized view ${name}`));
    expressions(relation, ({ kind }) => kind !== 'default' && kind !== 'policy', step, run);
}

// EXTERNAL MODULE: ./lib/sql/catalogue/run.js
var run = __webpack_require__(16871);
;// CONCATENATED MODULE: ./lib/sql/catalogue/create.js



















/** The analyser stays its owner's to close. */
function createCatalogue(snapshot, analyser) {
    const schema = new Schema(snapshot);
    const code = new Code(analyser);
    const most = new WeakMap();
    const known = [new WeakMap(), new WeakMap()];
    /** Undefined when what is found cannot be kept. */
    const keeper = ({ moved, renames, defined }) => renames.length === 0 && !defined ? known[moved ? 1 : 0] : undefined;
    const attempt = (analysis, situation) => {
        const scope = situation.moved || movesItself(analysis) ? null : snapshot.searchPath;
        const renamed = renamedBy(analysis, situation.renames);
        const begin = () => new run/* Run */.K(schema, code, create_read, { renamed, defined: situation.defined, own: analysis.effects });
        const first = deepened(analysis, scope, begin);
        // Code that changes the search_path changes what stands behind it, too.
        const again = scope !== null && first.some((effect) => effect.stored && (0,settings/* movesOthers */.s_)(effect));
        const found = again ? deepened(analysis, null, begin) : first;
        if (code.busy)
            return undefined;
        keeper(situation)?.set(analysis, found);
        return found;
    };
    const rounds = async (analysis, situation) => {
        try {
            // Each round sees one step further into the code.
            for (let round = 0; round < MOST_ROUNDS; round++) {
                await code.settled();
                const found = attempt(analysis, situation);
                if (found)
                    return found;
            }
            return failed(analysis, 'stored code is nested too deeply');
        }
        catch {
            return failed(analysis, 'the catalogue could not be used');
        }
    };
    return {
        snapshot,
        deepen(analysis, { moved, renames = [], defined }) {
            const situation = { moved, renames, defined };
            const before = keeper(situation)?.get(analysis);
            if (before)
                return before;
            try {
                return attempt(analysis, situation) ?? rounds(analysis, situation);
            }
            catch {
                return failed(analysis, 'the catalogue could not be used');
            }
        },
        most(pins) {
            const found = most.get(pins) ?? (0,keys/* mostPicked */.w)(pins, schema) ?? 'unknown';
            most.set(pins, found);
            return found === 'unknown' ? undefined : found;
        },
        relations: (name, { moved }) => schema.relations.first(name, moved ? null : snapshot.searchPath),
    };
}
const MOST_ROUNDS = 500;
function failed({ effects }, detail) {
    return [...effects, { action: 'unknown', object: 'catalogue', detail }];
}
/** True when the text itself changes what names mean on its way. */
const movesItself = ({ effects, changes }) => changes.resolution && effects.some(({ action, name }) => action === 'set' && (0,settings/* movesNames */.zE)(name ?? 'all'));
/** The statement's own effects, and behind them what is stored; what only its definitions would set off is marked. */
function deepened(analysis, scope, begin) {
    const { effects, uses } = analysis;
    const step = { via: [], through: '', scope, assigned: uses?.assigned ?? [] };
    const run = begin();
    const calls = new Set();
    const told = merged(relied(retyped(effects, analysis, scope, run), analysis, scope, run), scope, run);
    let changed = told !== effects;
    const own = told.flatMap((effect) => {
        const found = ownEffect(effect, analysis, step, calls, run);
        changed ||= found !== effect;
        return found ? [found, ...resetOptions(effect, scope, run), ...catalogView(effect, scope, run)] : [];
    });
    changed ||= own.length > told.length;
    if (uses) {
        named(uses, calls, step, run);
        madeOf(uses, effects, step, run);
    }
    for (const name of uses?.models ?? [])
        for (const model of run.relations(name, scope))
            modelled(model, writesNew(effects, scope, run), step, run);
    const defines = (0,definitions/* onlyDefines */.rf)(analysis);
    // Event triggers run at once, whatever a body does.
    const now = defines ? begin() : run;
    if (uses || !effects.every(still)) {
        plainCasts(step, run);
        if (!defines)
            now.definedAnywhere(step);
    }
    fired(own, step, now);
    const found = defines ? [...run.added.map(definitions/* later */.NU), ...now.added] : run.added;
    const added = [...found, ...found.flatMap((effect) => alongWith(effect, analysis))];
    return changed || added.length > 0 ? [...own, ...added] : effects;
}
/** What foreign keys of the text itself take along with what stored code changes. */
const alongWith = (effect, { keys = [], flows = [] }) => keys.length === 0 ? [] : (0,sql_keys/* takenAlong */.zz)(effect, keys, undefined, (name) => (0,sql_keys/* namesBehind */.H0)(name, flows));
/** It touches nothing that has code. */
const still = ({ action, object }) => action === 'transaction' || (action === 'set' && object === 'setting');
function ownEffect(effect, { effects, uses }, step, calls, run) {
    if (isCall(effect)) {
        calls.add(effect.name);
        const why = called(effect.name, { ...stepOf(effect.name, uses, step, run), via: effect.via ?? [] }, run);
        if (why === undefined || madeHere(effect.name, effects, run))
            return undefined;
        return { ...effect, detail: why };
    }
    if (effect.action === 'rename' &&
        effect.object === 'index' &&
        run.relations(effect.name ?? '', step.scope).length > 0)
        return sized({ ...effect, object: 'table' }, run.schema, step.scope);
    const seen = wholeTable(throughView(effect, step.scope, run), run.schema, step.scope);
    touch(seen, { ...filling(effect, uses, step), via: effect.via ?? [] }, run);
    return sized(seen, run.schema, step.scope);
}
/** The step at which rows come to the relation, or a view is read. */
const filling = ({ action, name }, uses, step) => action === 'copy-in' || (name !== undefined && uses?.many?.includes(name)) ? (0,catalogue_step/* forMany */.LG)(step) : step;
const WRITES = new Set(['insert', 'update', 'delete', 'copy-in']);
/** The text writes to a relation that was not there before. */
const writesNew = (effects, scope, run) => effects.some(({ action, name, temporary }) => WRITES.has(action) && name !== undefined && !temporary && run.relations(name, scope).length === 0);
/** The text makes the function that it calls, so what that does stands in the text; and there is no other of that name. */
const madeHere = (name, effects, run) => run.schema.routines.all(name, null).length === 0 &&
    effects.some((effect) => effect.action === 'create' && effect.object === 'function' && effect.name === name && !effect.via);
const isCall = (effect) => effect.action === 'call' && effect.object === 'function' && effect.name !== undefined;
/** Takes in what stored code does. */
function create_read({ effects, uses }, step, { skipped = 0, judged = false }, run) {
    const calls = new Set();
    for (const each of effects) {
        const effect = (0,catalogue_step/* spread */.il)(each, step);
        const here = { ...step, via: [...step.via, ...(effect.via ?? []).slice(skipped)] };
        if (isCall(effect)) {
            calls.add(effect.name);
            const why = called(effect.name, stepOf(effect.name, uses, here, run), run);
            // The body of what the connection defined is read under its own name.
            if (why !== undefined && !(judged && run.isDefined(effect.name)))
                run.add({ ...effect, detail: why }, step, skipped);
        }
        else {
            if (!judged || effect !== each)
                run.add(effect, step, skipped);
            touch(effect, filling(effect, uses, here), run);
        }
    }
    if (uses)
        named(uses, calls, step, run);
}


/***/ }),

/***/ 29264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ inBody),
/* harmony export */   NU: () => (/* binding */ later),
/* harmony export */   rf: () => (/* binding */ onlyDefines)
/* harmony export */ });
const BODIES = new Set(['function', 'view', 'rule', 'trigger']);
const QUIET = new Set(['comment', 'grant', 'revoke', 'transaction']);
const DEFINING = new Set(['create', 'alter', 'drop']);
const DEFINED = new Set(['function', 'view', 'rule', 'trigger', 'security-definer', 'security-option']);
/** It stands in a body, also in one that a DO block defines. */
const inBody = ({ via = [] }) => via.some((step) => BODIES.has(step));
/** True when the text runs nothing but event triggers. */
const onlyDefines = ({ defines: only, effects }) => only === true &&
    effects.length > 0 &&
    effects.every((effect) => BODIES.has(effect.via?.[0] ?? '') ||
        (effect.via === undefined && (QUIET.has(effect.action) || defines(effect))));
const defines = ({ action, object, cascade }) => DEFINING.has(action) && DEFINED.has(object) && !cascade;
/** Marks what only a later run would set off. */
const later = (effect) => ({ ...effect, via: ['definition', ...(effect.via ?? [])] });


/***/ }),

/***/ 37116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ KEY_TYPES),
/* harmony export */   w: () => (/* binding */ mostPicked)
/* harmony export */ });
const NUMBERS = ['number', 'int2', 'int4', 'int8', 'numeric'];
const TEXTS = ['text', 'varchar'];
/**
 * Types of values whose `=` with a column of this type tells all of its values apart. Not `float8`: to compare with it, the
 * server rounds an int8; not `timestamptz` for a date: two midnights may be one moment.
 */
const FITTING = new Map([
    ['int2', NUMBERS],
    ['int4', NUMBERS],
    ['int8', NUMBERS],
    ['numeric', NUMBERS],
    ['text', TEXTS],
    ['varchar', TEXTS],
    ['bpchar', TEXTS],
    ['uuid', ['uuid']],
    ['date', ['date']],
    ['timestamp', ['timestamp']],
    ['timestamptz', ['timestamptz']],
]);
/** The types that a key in a snapshot may have. */
const KEY_TYPES = [...FITTING.keys()];
/** Rows of its relation at most; undefined when no key tells. */
function mostPicked(pins, schema) {
    if (pins.rows !== undefined)
        return pins.rows;
    if (schema.ownEquality || pins.columns.some(({ types }) => types.some((type) => isOwn(type, schema))))
        return undefined;
    const counts = schema.relations
        .first(pins.relation, schema.snapshot.searchPath)
        .map((relation) => ofRelation(relation, pins));
    if (counts.length === 0)
        return undefined;
    return counts.reduce((most, count) => most === undefined || count === undefined ? undefined : Math.max(most, count));
}
/** A parent's key says nothing of the rows of its children; that of a partitioned table holds for all of its partitions. */
function ofRelation({ kind, children = [], rules, unique = [], columns }, pins) {
    if ((kind === 'table' ? children.length > 0 : kind !== 'partitioned') || rules)
        return undefined;
    const types = new Map(columns.map(({ name, type }) => [name, type]));
    const counts = unique.flatMap((key) => {
        const each = key.map((column) => valuesFor(column, types.get(column), pins));
        return key.length === 0 || each.includes(undefined)
            ? []
            : [each.reduce((product, values) => product * (values ?? 1), 1)];
    });
    return counts.length === 0 ? undefined : Math.min(...counts);
}
/** The fewest values that some condition leaves to the column. */
function valuesFor(column, type, { columns, shared = [] }) {
    const fitting = FITTING.get(type ?? '');
    if (!fitting)
        return undefined;
    const isFitting = (each) => each === 'unknown' ||
        fitting.includes(each) ||
        (each.startsWith('$') && !shared.includes(Number(each.slice(1))));
    const counts = columns.flatMap((pin) => pin.column === column && pin.types.every(isFitting) ? [pin.values] : []);
    return counts.length === 0 ? undefined : Math.min(...counts);
}
/** What the text gives no type. */
const UNTYPED = /^(unknown|number|\$\d+)$/;
/** Somebody gave the name to a type of their own. */
const isOwn = (type, { domains, relations }) => !UNTYPED.test(type) &&
    (domains.all(type, null).length > 0 || relations.all(type, null).some(({ kind }) => kind === 'composite'));


/***/ }),

/***/ 35401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ runsAnything),
/* harmony export */   k: () => (/* binding */ Loosened)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45238);

const CHANGING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own']);
/** Nobody knows what it does. */
const ANYTHING = new Set(['unknown', 'load']);
/** What goes or moves with them is not in the text. */
const WIDE = new Set(['extension', 'foreign-schema', 'owned']);
/** What goes by the name of a relation, or has rows of another one; columns and constraints that are added loosen nothing. */
const RELATIONS = new Set([
    'table',
    'view',
    'materialized-view',
    'foreign-table',
    'partition',
    'inheritance',
    'rule',
]);
/** They take keys and columns along, under names of their own. */
const HOLDING = new Set(['schema', 'index', 'type', 'domain']);
class Loosened {
    #names = new Set();
    #all = false;
    get any() {
        return this.#all || this.#names.size > 0;
    }
    /** `effects`: with those of stored code. */
    note(effects) {
        for (const effect of effects) {
            if (isWide(effect))
                this.#all = true;
            else if (loosens(effect)) {
                const { name = '', detail = '' } = effect;
                this.#names.add(last(name));
                if (detail.startsWith('to '))
                    this.#names.add(last(detail.slice('to '.length)));
            }
        }
    }
    add(other) {
        for (const name of other.#names)
            this.#names.add(name);
        this.#all ||= other.#all;
    }
    /** `relation` as a statement writes it; a schema in front of it makes no difference. */
    has(relation) {
        return this.#all || this.#names.has(last(relation));
    }
}
function loosens({ action, object, detail }) {
    if (action === 'create')
        return RELATIONS.has(object);
    if (action === 'rewrite')
        return object === 'column';
    return CHANGING.has(action) && detail !== 'referenced by a foreign key';
}
const last = (name) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .C)(name).at(-1) ?? '';
/** Nobody has read what it runs. */
function runsAnything({ action, object, detail }) {
    if (action === 'call')
        return object === 'function';
    return ANYTHING.has(action) || (action === 'execute' && object === 'prepared' && detail === undefined);
}
function isWide(effect) {
    const { action, object, name = '*', cascade } = effect;
    if (runsAnything(effect))
        return true;
    if (object === 'catalog')
        return action !== 'read';
    if (!CHANGING.has(action))
        return false;
    if (WIDE.has(object) || name.includes('*') || (action === 'drop' && cascade === true))
        return true;
    return HOLDING.has(object) && (action === 'drop' || (action !== 'create' && object === 'schema'));
}


/***/ }),

/***/ 45238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ partsOf),
/* harmony export */   f: () => (/* binding */ Names)
/* harmony export */ });
// Names as effects write them (`"x".y`), looked up as the server would.
const PART = /"((?:[^"]|"")*)"|[^."]+/g;
/** The parts of a name that `dotted` put together. */
function partsOf(name) {
    if (!name.includes('"'))
        return name.split('.');
    return [...name.matchAll(PART)].map(([part, quoted]) => quoted?.replaceAll('""', '"') ?? part);
}
const NONE = [];
/** What a schema holds, by name. */
class Names {
    #byName = new Map();
    constructor(items) {
        for (const item of items) {
            const same = this.#byName.get(item.name);
            if (same)
                same.push(item);
            else
                this.#byName.set(item.name, [item]);
        }
    }
    /** Those of a name with its schema; none for a name without. */
    exact(name) {
        return this.all(name, NONE);
    }
    /** Everything that a call by this name may reach. */
    all(name, scope) {
        const [found, schema] = this.#named(name);
        if (found.length === 0)
            return NONE;
        if (schema !== undefined)
            return found.filter((item) => item.schema === schema);
        return scope ? found.filter((item) => scope.includes(item.schema)) : found;
    }
    /** What the name means: the first of the scope. */
    first(name, scope) {
        const found = this.all(name, scope);
        if (!scope || found.length < 2)
            return found;
        for (const schema of scope) {
            const here = found.filter((item) => item.schema === schema);
            if (here.length > 0)
                return here;
        }
        return found;
    }
    #named(name) {
        const plain = this.#byName.get(name);
        if (plain && !name.includes('.'))
            return [plain, undefined];
        const parts = partsOf(name);
        return [this.#byName.get(parts.at(-1) ?? '') ?? NONE, parts.at(-2)];
    }
}


/***/ }),

/***/ 16871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ Run),
/* harmony export */   u: () => (/* binding */ switchesOn)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14410);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29264);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45238);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28214);




const JUST_MADE = 'what this connection has just defined';
const lastOf = (name) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .dotted */ .Bs)([(0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .partsOf */ .C)(name).at(-1) ?? '']);
const makesView = ({ action, object }) => action === 'create' && object === 'view';
const readsIn = ({ action, via }) => action === 'read' && via?.[0] === 'view';
/** A trigger that was off is on. */
const switchesOn = ({ action, object, detail }) => action === 'alter' && object === 'trigger' && detail === 'switched on';
/** Texts followed and effects found, at most. */
const MOST = 500;
class Run {
    schema;
    #code;
    #read;
    #seen = new Set();
    #added = new Map();
    #reading = new Set();
    #definitions = new Map();
    #renamed;
    #defined;
    #own;
    #left = MOST;
    constructor(schema, code, read, { renamed = () => [], defined, own = [] } = {}) {
        this.schema = schema;
        this.#renamed = renamed;
        this.#defined = defined;
        this.#own = own;
        this.#code = code;
        this.#read = read;
    }
    /** What the name may mean, also under the name that it had before the statement. */
    relations(name, scope) {
        const here = this.schema.relations.first(name, scope);
        const before = this.#renamed(name).flatMap((old) => this.schema.relations.first(old, scope));
        return before.length === 0 ? here : [...here, ...before];
    }
    /** What stored code does, in the order in which it was found. */
    get added() {
        return [...this.#added.values()];
    }
    /** True the first time; there is no end to triggers that fire each other. */
    once(what, { many }) {
        const key = many ? `${many} ${what}` : what;
        if (this.#seen.has(key))
            return false;
        this.#seen.add(key);
        return true;
    }
    add(effect, step, skipped = 0) {
        const full = (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .storedEffect */ .vg)(effect, step, skipped);
        if (this.#added.size < MOST)
            this.#added.set(JSON.stringify(full), full);
        else
            this.#overflow();
    }
    /** What `text` does, once. `inside`: only what it does in its function or rule, not the making of that. */
    follow(text, step, inside) {
        const analysis = this.#code.analysis(text);
        if (!analysis || !this.once(`${step.scope} reads ${inside} ${text}`, step))
            return analysis;
        if (this.#left-- <= 0) {
            this.#overflow();
            return undefined;
        }
        const effects = inside
            ? analysis.effects.filter(({ action, via }) => via?.[0] === inside || action === 'unknown')
            : analysis.effects;
        const assigned = analysis.uses?.assigned ?? [];
        this.#read({ ...analysis, effects }, { ...step, assigned }, { skipped: inside ? 1 : 0 }, this);
        return analysis;
    }
    /** What the connection has defined under that name; the last part of `name` tells. */
    defined(kind, name, step) {
        if (!this.#defined)
            return;
        const last = lastOf(name);
        this.#readDefined(this.#defined[kind](last), step);
    }
    /** The connection has defined a function of that name. */
    isDefined(name) {
        return (this.#defined?.functions(lastOf(name)).length ?? 0) > 0;
    }
    /** The connection may have given other names or types to columns of it. */
    otherColumns(relation) {
        return this.#defined?.columns(lastOf(relation)) ?? false;
    }
    /** What is read by a view of that name which the text, or the connection, makes or replaces; undefined when there is none. */
    madeView(name) {
        const last = lastOf(name);
        const makes = (effects) => effects.some((effect) => makesView(effect) && lastOf(effect.name ?? '') === last);
        const texts = [this.#own, ...(this.#defined?.relations(last) ?? []).map(({ effects }) => effects)];
        const found = texts.filter(makes);
        if (found.length === 0)
            return undefined;
        return found.flatMap((effects) => effects.flatMap((effect) => (readsIn(effect) ? (effect.name ?? []) : [])));
    }
    /** The text as it was analysed; undefined while it is not. */
    analysis(text) {
        return this.#code.analysis(text);
    }
    /** The text, or the connection, switches a trigger of it on. */
    switchesOn(name) {
        const last = lastOf(name);
        if (this.#defined?.switched(last))
            return true;
        return this.#own.some((effect) => switchesOn(effect) && lastOf(effect.name ?? '') === last);
    }
    /** What it has defined that any statement may set off. */
    definedAnywhere(step) {
        if (this.#defined)
            this.#readDefined(this.#defined.anywhere, step);
    }
    #readDefined(definitions, step) {
        const read = this.#definitions.get(step.many) ?? new Set();
        this.#definitions.set(step.many, read);
        for (const analysis of definitions) {
            // What a text calls of its own was judged with it, however often.
            if (read.has(analysis) || this.#reading.has(analysis))
                continue;
            read.add(analysis);
            this.#reading.add(analysis);
            const effects = analysis.effects.filter(_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .inBody */ .Cp);
            this.#read({ ...analysis, effects }, { ...step, through: JUST_MADE, scope: null, assigned: undefined }, { judged: true }, this);
            this.#reading.delete(analysis);
        }
    }
    #overflow() {
        const effect = {
            action: 'unknown',
            object: 'catalogue',
            detail: 'it sets off more stored code than is followed',
            stored: true,
        };
        this.#added.set('', effect);
    }
}


/***/ }),

/***/ 28214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ forMany),
/* harmony export */   dj: () => (/* binding */ into),
/* harmony export */   il: () => (/* binding */ spread),
/* harmony export */   lg: () => (/* binding */ forRows),
/* harmony export */   vg: () => (/* binding */ storedEffect)
/* harmony export */ });
/** One step further. */
function into(step, kind, which, more = {}) {
    return {
        ...step,
        via: [...step.via, kind],
        through: step.through === '' ? which : `${step.through}, ${which}`,
        ...more,
    };
}
/** Rules read their details as they are. */
const SPEAKING = new Set(['set', 'alter', 'execute']);
/** The step where it is surely evaluated for many rows of a table. */
const forRows = (step) => (step.many === 'deletes' ? step : { ...step, many: 'deletes' });
/** The step where a statement evaluates it for many rows. */
const forMany = (step) => (step.many === 'changes' ? step : { ...step, many: 'changes' });
const KEPT = new Set(['some', 'one']);
/** What is picked by key for each of many rows. */
function spread(effect, { many }) {
    const { action, rows = 'none', temporary } = effect;
    const counts = action === 'delete' || (action === 'update' && many === 'changes');
    return many && counts && KEPT.has(rows) && !temporary ? { ...effect, rows: 'unknown' } : effect;
}
/** The effect as one of stored code. `skipped`: steps of its `via` that the way there tells already. */
function storedEffect(effect, step, skipped) {
    const { via = [], detail, ...rest } = effect;
    const unreadable = rest.action === 'unknown' && (rest.object === 'syntax' || rest.object === 'text');
    return {
        ...rest,
        ...(unreadable && { object: 'code' }),
        ...detailed(effect, detail, step),
        stored: true,
        via: [...step.via, ...via.slice(skipped)],
    };
}
function detailed({ action }, detail, { through }) {
    if (through === '' || SPEAKING.has(action))
        return detail === undefined ? {} : { detail };
    if (detail === undefined)
        return { detail: through };
    return { detail: action === 'unknown' || action === 'call' ? `${detail}, in ${through}` : detail };
}


/***/ }),

/***/ 52715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ fold),
  D: () => (/* binding */ truthOf)
});

;// CONCATENATED MODULE: ./lib/sql/texts.js
// Built-in functions of text, as far as they give the same here and on a server of any encoding and locale.
/** The result of a call with constant arguments; undefined when it is not one of these functions, or may differ. */
function computeText(name, values) {
    if (name === 'concat')
        return values.every(isText) ? values.map((value) => value ?? '').join('') : undefined;
    const compute = FUNCTIONS[name];
    if (!compute)
        return undefined;
    if (values.includes(null))
        return null;
    if (name === 'chr')
        return typeof values[0] === 'number' ? ascii(values[0]) : undefined;
    return values.every((value) => typeof value === 'string') ? compute(...values) : undefined;
}
const isText = (value) => value === null || typeof value === 'string';
/** Other letters have the case that the locale gives them. */
const plain = (text) => text !== undefined && /^[\0-\x7f]*$/.test(text);
/** The letter I has another partner in Turkish. */
const cased = (text) => plain(text) && !/i/i.test(text);
const FUNCTIONS = {
    chr: () => undefined,
    lower: (text) => (cased(text) ? text.toLowerCase() : undefined),
    upper: (text) => (cased(text) ? text.toUpperCase() : undefined),
    btrim: (text, ...more) => (more.length === 0 ? text?.replace(/^ +| +$/g, '') : undefined),
    reverse: (text) => (plain(text) ? [...text].reverse().join('') : undefined),
    replace: (text, from, to) => (from && to !== undefined ? text?.replaceAll(from, () => to) : undefined),
};
const ascii = (code) => code > 0 && code < 0x80 ? String.fromCharCode(code) : undefined;

// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __webpack_require__(14410);
// EXTERNAL MODULE: ./lib/sql/values.js
var sql_values = __webpack_require__(9332);
;// CONCATENATED MODULE: ./lib/sql/constants.js



/** The value of a constant expression; undefined when it is none, or none that we fold. */
function fold(node) {
    return typed(node)?.value;
}
/** The value of a condition: an untyped literal is read as a boolean. */
function truthOf(node) {
    const found = typed(node);
    if (found?.kind !== 'unknown' && found?.kind !== 'bool')
        return undefined;
    const value = (0,sql_values/* convert */.C6)(found, 'bool')?.value;
    return typeof value === 'boolean' || value === null ? value : undefined;
}
const bool = (value) => value === undefined ? undefined : { kind: 'bool', value };
function typed(node) {
    if (node === undefined)
        return undefined;
    const constant = (0,tree.as)(node, 'A_Const');
    if (constant)
        return literal(constant);
    const casting = (0,tree.as)(node, 'TypeCast');
    if (casting)
        return castTo(casting);
    const logical = (0,tree.as)(node, 'BoolExpr');
    if (logical)
        return bool(logic(logical));
    const operation = (0,tree.as)(node, 'A_Expr');
    if (operation)
        return operate(operation);
    const choice = (0,tree.as)(node, 'CaseExpr');
    if (choice)
        return choose(choice);
    const call = (0,tree.as)(node, 'FuncCall');
    if (call)
        return compute(call);
    const test = (0,tree.as)(node, 'NullTest');
    if (test) {
        const found = typed(test.arg);
        return found && bool((found.value === null) === (test.nulltesttype === 'IS_NULL'));
    }
    const truth = (0,tree.as)(node, 'BooleanTest');
    if (truth)
        return bool((0,sql_values/* truthTest */.oE)(truthOf(truth.arg), truth.booltesttype));
    const list = (0,tree.as)(node, 'CoalesceExpr');
    if (list) {
        const values = allTyped(list.args);
        return values?.find(({ value }) => value !== null) ?? values?.[0];
    }
    return subselect(node);
}
/** All of them, as their common type. */
function allTyped(nodes = []) {
    const values = nodes.flatMap((node) => typed(node) ?? []);
    return values.length === nodes.length ? (0,sql_values/* unify */.QF)(values) : undefined;
}
function literal(constant) {
    if (constant.isnull)
        return { kind: 'unknown', value: null };
    if (constant.boolval)
        return { kind: 'bool', value: constant.boolval.boolval ?? false };
    if (constant.ival)
        return { kind: 'number', value: constant.ival.ival ?? 0 };
    if (constant.sval)
        return { kind: 'unknown', value: constant.sval.sval ?? '' };
    const text = constant.fval?.fval ?? '';
    const value = /^\d{1,15}$/.test(text) ? (0,sql_values/* exact */.e0)(Number(text)) : undefined;
    return value === undefined ? undefined : { kind: 'number', value };
}
/** A length cuts the value; an array is another type, and so is one of a user by the same name. */
function castTo({ arg, typeName }) {
    const names = (0,tree/* parts */.rT)(typeName?.names);
    if (!isBuiltIn(names) || typeName?.typmods || typeName?.arrayBounds || typeName?.setof)
        return undefined;
    return (0,sql_values/* cast */.wg)(typed(arg), names.at(-1) ?? '');
}
const isBuiltIn = (names) => names.length === 1 || (names.length === 2 && names[0] === 'pg_catalog');
function logic({ boolop, args = [] }) {
    const values = args.map(truthOf);
    if (boolop === 'NOT_EXPR') {
        const value = values[0];
        return typeof value === 'boolean' ? !value : value;
    }
    const decisive = boolop === 'OR_EXPR';
    if (values.includes(decisive))
        return decisive;
    if (values.includes(undefined))
        return undefined;
    return values.includes(null) ? null : !decisive;
}
function operate(node) {
    const names = (0,tree/* parts */.rT)(node.name);
    const name = names.at(-1) ?? '';
    if (!isBuiltIn(names))
        return undefined;
    if (node.kind === 'AEXPR_IN')
        return bool(member(node, name));
    if (node.kind === 'AEXPR_BETWEEN')
        return bool(between(node));
    const right = typed(node.rexpr);
    if (right === undefined)
        return undefined;
    if (node.lexpr === undefined)
        return node.kind === 'AEXPR_OP' ? (0,sql_values/* signed */.x8)(name, right) : undefined;
    const left = typed(node.lexpr);
    if (left === undefined)
        return undefined;
    switch (node.kind) {
        case 'AEXPR_OP':
            return (0,sql_values/* binary */.aw)(name, left, right);
        case 'AEXPR_DISTINCT':
        case 'AEXPR_NOT_DISTINCT': {
            const equal = (0,sql_values/* same */.FB)(left, right);
            return equal === undefined ? undefined : bool(equal === (node.kind === 'AEXPR_NOT_DISTINCT'));
        }
        case 'AEXPR_NULLIF':
            return (0,sql_values/* differing */.R1)(left, right);
        case 'AEXPR_LIKE':
        case 'AEXPR_ILIKE':
            return bool((0,sql_values/* like */.mj)(left.value, right.value, {
                negated: name.startsWith('!'),
                plain: node.kind === 'AEXPR_LIKE',
            }));
        default:
            return undefined;
    }
}
function member(node, name) {
    const items = (0,tree.as)(node.rexpr, 'List')?.items ?? [];
    const [left, ...values] = allTyped([node.lexpr, ...items]) ?? [];
    if (!left || values.length === 0 || (name !== '=' && name !== '<>'))
        return undefined;
    if (left.value === null)
        return null;
    const equal = values.map((value) => (value.value === null ? null : (0,sql_values/* same */.FB)(left, value)));
    if (equal.includes(true))
        return name === '=';
    if (equal.includes(undefined))
        return undefined;
    return equal.includes(null) ? null : name !== '=';
}
function between(node) {
    const [value, low, high] = [node.lexpr, ...((0,tree.as)(node.rexpr, 'List')?.items ?? [])].map((each) => fold(each));
    if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number')
        return undefined;
    return low <= value && value <= high;
}
function choose({ arg, args = [], defresult }) {
    const cases = args.flatMap((node) => (0,tree.as)(node, 'CaseWhen') ?? []);
    const results = allTyped([...cases.map(({ result }) => result), ...(defresult ? [defresult] : [])]);
    const found = arg === undefined ? undefined : typed(arg);
    // An untyped subject is a text, whatever it is compared with.
    const subject = found?.kind === 'unknown' ? (0,sql_values/* convert */.C6)(found, 'text') : found;
    if (!results || (arg !== undefined && subject === undefined))
        return undefined;
    for (const [index, { expr }] of cases.entries()) {
        const met = subject === undefined ? truthOf(expr) : equals(subject, typed(expr));
        if (met === undefined)
            return undefined;
        if (met)
            return results[index];
    }
    return defresult ? results.at(-1) : { kind: results[0]?.kind ?? 'text', value: null };
}
/** CASE's own comparison: null equals nothing. */
function equals(left, right) {
    if (right === undefined)
        return undefined;
    return left.value === null || right.value === null ? false : (0,sql_values/* same */.FB)(left, right);
}
/** With other arguments it may be another function of that name. */
function compute(call) {
    const { funcname, args = [], funcformat: _format, location: _location, ...rest } = call;
    const names = (0,tree/* parts */.rT)(funcname);
    if (!isBuiltIn(names) || Object.keys(rest).length > 0)
        return undefined;
    const values = args.flatMap((arg) => typed(arg) ?? []);
    if (values.length < args.length || values.some(({ kind }) => kind === 'varchar'))
        return undefined;
    const value = computeText(names.at(-1) ?? '', values.map((each) => each.value));
    return value === undefined ? undefined : { kind: 'text', value };
}
/** `(SELECT constant)` and `EXISTS (SELECT constants)`: nothing else in it, so it is one row. */
function subselect(node) {
    const link = (0,tree.as)(node, 'SubLink');
    const select = (0,tree.as)(link?.subselect, 'SelectStmt');
    if (!link || !select)
        return undefined;
    const { targetList = [], limitOption, op, ...rest } = select;
    if (Object.keys(rest).length > 0 || op !== 'SETOP_NONE' || limitOption !== 'LIMIT_OPTION_DEFAULT')
        return undefined;
    const values = targetList.flatMap((item) => typed((0,tree.as)(item, 'ResTarget')?.val) ?? []);
    if (values.length < targetList.length)
        return undefined;
    if (link.subLinkType === 'EXISTS_SUBLINK')
        return bool(true);
    const [only] = values;
    if (link.subLinkType !== 'EXPR_SUBLINK' || !only || values.length > 1)
        return undefined;
    return only.kind === 'unknown' ? (0,sql_values/* convert */.C6)(only, 'text') : only;
}


/***/ }),

/***/ 94674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Co: () => (/* binding */ callEffect),
  Oh: () => (/* binding */ effectOfName),
  jq: () => (/* binding */ isForeign),
  qp: () => (/* binding */ isOpaque),
  V8: () => (/* binding */ isVolatile)
});

// EXTERNAL MODULE: ./lib/sql/constants.js + 1 modules
var constants = __webpack_require__(52715);
;// CONCATENATED MODULE: ./lib/sql/data/extensions.js
// Names of functions of extensions that only compute. Another function may have such a name: the catalogue tells.
/** Of citext, fuzzystrmatch, hstore, pgcrypto, pg_trgm, timescaledb, unaccent, uuid-ossp and vector. */
const COMPUTING = `
armor citext cosine_distance crypt dearmor decrypt decrypt_iv digest dmetaphone dmetaphone_alt
encrypt encrypt_iv gen_random_bytes gen_salt hmac hstore hstore_to_array hstore_to_json
hstore_to_json_loose hstore_to_jsonb hstore_to_jsonb_loose hstore_to_matrix inner_product l2_distance
levenshtein levenshtein_less_equal metaphone pgp_armor_headers pgp_key_id pgp_pub_decrypt
pgp_pub_decrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_decrypt pgp_sym_decrypt_bytea
pgp_sym_encrypt pgp_sym_encrypt_bytea show_trgm similarity soundex strict_word_similarity time_bucket
unaccent uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5
uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500 word_similarity
`;
/**
 * Of PostGIS 3.3, without rasters, topologies and what runs a text that it is given:
 * `grep -oiE 'create (or replace )?(function|aggregate) st_\\w+' postgis--3.3.2.sql`.
 */
const POSTGIS = `
st_3dclosestpoint st_3ddfullywithin st_3ddistance st_3ddwithin st_3dextent st_3dintersects
st_3dlength st_3dlineinterpolatepoint st_3dlongestline st_3dmakebox st_3dmaxdistance st_3dperimeter
st_3dshortestline st_addmeasure st_addpoint st_affine st_angle st_area st_area2d st_asbinary
st_asencodedpolyline st_asewkb st_asewkt st_asflatgeobuf st_asgeobuf st_asgeojson st_asgml
st_ashexewkb st_askml st_aslatlontext st_asmarc21 st_asmvt st_asmvtgeom st_assvg st_astext st_astwkb
st_asx3d st_azimuth st_bdmpolyfromtext st_bdpolyfromtext st_boundary st_boundingdiagonal
st_box2dfromgeohash st_buffer st_buildarea st_centroid st_chaikinsmoothing st_cleangeometry
st_clipbybox2d st_closestpoint st_closestpointofapproach st_clusterdbscan st_clusterintersecting
st_clusterkmeans st_clusterwithin st_collect st_collectionextract st_collectionhomogenize
st_combinebbox st_concavehull st_contains st_containsproperly st_convexhull st_coorddim st_coveredby
st_covers st_cpawithin st_crosses st_curvetoline st_delaunaytriangles st_dfullywithin st_difference
st_dimension st_disjoint st_distance st_distancecpa st_distancesphere st_distancespheroid st_dump
st_dumppoints st_dumprings st_dumpsegments st_dwithin st_endpoint st_envelope st_equals
st_estimatedextent st_expand st_extent st_exteriorring st_filterbym st_flipcoordinates st_force2d
st_force3d st_force3dm st_force3dz st_force4d st_forcecollection st_forcecurve st_forcepolygonccw
st_forcepolygoncw st_forcerhr st_forcesfs st_frechetdistance st_fromflatgeobuf st_generatepoints
st_geogfromtext st_geogfromwkb st_geographyfromtext st_geohash st_geomcollfromtext st_geomcollfromwkb
st_geometricmedian st_geometryfromtext st_geometryn st_geometrytype st_geomfromewkb st_geomfromewkt
st_geomfromgeohash st_geomfromgeojson st_geomfromgml st_geomfromkml st_geomfrommarc21 st_geomfromtext
st_geomfromtwkb st_geomfromwkb st_gmltosql st_hasarc st_hausdorffdistance st_hexagon st_hexagongrid
st_interiorringn st_interpolatepoint st_intersection st_intersects st_isclosed st_iscollection
st_isempty st_ispolygonccw st_ispolygoncw st_isring st_issimple st_isvalid st_isvaliddetail
st_isvalidreason st_isvalidtrajectory st_length st_length2d st_length2dspheroid st_lengthspheroid
st_letters st_linecrossingdirection st_linefromencodedpolyline st_linefrommultipoint st_linefromtext
st_linefromwkb st_lineinterpolatepoint st_lineinterpolatepoints st_linelocatepoint st_linemerge
st_linestringfromwkb st_linesubstring st_linetocurve st_locatealong st_locatebetween
st_locatebetweenelevations st_longestline st_m st_makebox2d st_makeenvelope st_makeline st_makepoint
st_makepointm st_makepolygon st_makevalid st_maxdistance st_maximuminscribedcircle st_memcollect
st_memsize st_memunion st_minimumboundingcircle st_minimumboundingradius st_minimumclearance
st_minimumclearanceline st_mlinefromtext st_mlinefromwkb st_mpointfromtext st_mpointfromwkb
st_mpolyfromtext st_mpolyfromwkb st_multi st_multilinefromwkb st_multilinestringfromtext
st_multipointfromtext st_multipointfromwkb st_multipolyfromwkb st_multipolygonfromtext st_ndims
st_node st_normalize st_npoints st_nrings st_numgeometries st_numinteriorring st_numinteriorrings
st_numpatches st_numpoints st_offsetcurve st_orderingequals st_orientedenvelope st_overlaps st_patchn
st_perimeter st_perimeter2d st_point st_pointfromgeohash st_pointfromtext st_pointfromwkb
st_pointinsidecircle st_pointm st_pointn st_pointonsurface st_points st_pointz st_pointzm
st_polyfromtext st_polyfromwkb st_polygon st_polygonfromtext st_polygonfromwkb st_polygonize
st_project st_quantizecoordinates st_reduceprecision st_relate st_relatematch st_removepoint
st_removerepeatedpoints st_reverse st_rotate st_rotatex st_rotatey st_rotatez st_scale st_scroll
st_segmentize st_seteffectivearea st_setpoint st_setsrid st_sharedpaths st_shiftlongitude
st_shortestline st_simplify st_simplifypolygonhull st_simplifypreservetopology st_simplifyvw st_snap
st_snaptogrid st_split st_square st_squaregrid st_srid st_startpoint st_subdivide st_summary
st_swapordinates st_symdifference st_symmetricdifference st_tileenvelope st_touches st_transform
st_translate st_transscale st_triangulatepolygon st_unaryunion st_union st_voronoilines
st_voronoipolygons st_within st_wkbtosql st_wkttosql st_wrapx st_x st_xmax st_xmin st_y st_ymax
st_ymin st_z st_zmax st_zmflag st_zmin
`;

;// CONCATENATED MODULE: ./lib/sql/data/functions.js
// Names of the functions in pg_catalog; an overloaded name is volatile when one of them is.
// Generated by scripts/builtin-functions.ts; do not edit.
const STEADY = `
abbrev abs aclcontains acldefault aclexplode aclinsert aclitemeq aclitemin aclitemout aclremove acos
acosd acosh age any_in any_out any_value any_value_transfn anyarray_in anyarray_out anyarray_recv
anyarray_send anycompatible_in anycompatible_out anycompatiblearray_in anycompatiblearray_out
anycompatiblearray_recv anycompatiblearray_send anycompatiblemultirange_in
anycompatiblemultirange_out anycompatiblenonarray_in anycompatiblenonarray_out anycompatiblerange_in
anycompatiblerange_out anyelement_in anyelement_out anyenum_in anyenum_out anymultirange_in
anymultirange_out anynonarray_in anynonarray_out anyrange_in anyrange_out anytextcat area areajoinsel
areasel array_agg array_agg_array_combine array_agg_array_deserialize array_agg_array_finalfn
array_agg_array_serialize array_agg_array_transfn array_agg_combine array_agg_deserialize
array_agg_finalfn array_agg_serialize array_agg_transfn array_append array_append_support array_cat
array_dims array_eq array_fill array_ge array_gt array_in array_larger array_le array_length
array_lower array_lt array_ndims array_ne array_out array_position array_positions array_prepend
array_prepend_support array_recv array_remove array_replace array_reverse array_send array_smaller
array_sort array_subscript_handler array_subscript_handler_support array_to_json array_to_string
array_to_tsvector array_typanalyze array_unnest_support array_upper arraycontained arraycontains
arraycontjoinsel arraycontsel arrayoverlap ascii asin asind asinh atan atan2 atan2d atand atanh avg
big5_to_euc_tw big5_to_mic big5_to_utf8 bit bit_and bit_count bit_in bit_length bit_or bit_out
bit_recv bit_send bit_xor bitand bitcat bitcmp biteq bitge bitgt bitle bitlt bitne bitnot bitor
bitshiftleft bitshiftright bittypmodin bittypmodout bitxor bool bool_accum bool_accum_inv
bool_alltrue bool_and bool_anytrue bool_or booland_statefunc booleq boolge boolgt boolin boolle
boollt boolne boolor_statefunc boolout boolrecv boolsend bound_box box box_above box_above_eq box_add
box_below box_below_eq box_center box_contain box_contain_pt box_contained box_distance box_div
box_eq box_ge box_gt box_in box_intersect box_le box_left box_lt box_mul box_out box_overabove
box_overbelow box_overlap box_overleft box_overright box_recv box_right box_same box_send box_sub
bpchar bpchar_larger bpchar_pattern_ge bpchar_pattern_gt bpchar_pattern_le bpchar_pattern_lt
bpchar_smaller bpchar_sortsupport bpcharcmp bpchareq bpcharge bpchargt bpchariclike bpcharicnlike
bpcharicregexeq bpcharicregexne bpcharin bpcharle bpcharlike bpcharlt bpcharne bpcharnlike bpcharout
bpcharrecv bpcharregexeq bpcharregexne bpcharsend bpchartypmodin bpchartypmodout brin_bloom_add_value
brin_bloom_consistent brin_bloom_opcinfo brin_bloom_options brin_bloom_summary_in
brin_bloom_summary_out brin_bloom_summary_recv brin_bloom_summary_send brin_bloom_union
brin_inclusion_add_value brin_inclusion_consistent brin_inclusion_opcinfo brin_inclusion_union
brin_minmax_add_value brin_minmax_consistent brin_minmax_multi_add_value brin_minmax_multi_consistent
brin_minmax_multi_distance_date brin_minmax_multi_distance_float4 brin_minmax_multi_distance_float8
brin_minmax_multi_distance_inet brin_minmax_multi_distance_int2 brin_minmax_multi_distance_int4
brin_minmax_multi_distance_int8 brin_minmax_multi_distance_interval
brin_minmax_multi_distance_macaddr brin_minmax_multi_distance_macaddr8
brin_minmax_multi_distance_numeric brin_minmax_multi_distance_pg_lsn brin_minmax_multi_distance_tid
brin_minmax_multi_distance_time brin_minmax_multi_distance_timestamp
brin_minmax_multi_distance_timetz brin_minmax_multi_distance_uuid brin_minmax_multi_opcinfo
brin_minmax_multi_options brin_minmax_multi_summary_in brin_minmax_multi_summary_out
brin_minmax_multi_summary_recv brin_minmax_multi_summary_send brin_minmax_multi_union
brin_minmax_opcinfo brin_minmax_union broadcast btarraycmp btboolcmp btboolskipsupport
btbpchar_pattern_cmp btbpchar_pattern_sortsupport btcharcmp btcharskipsupport btequalimage
btfloat48cmp btfloat4cmp btfloat4sortsupport btfloat84cmp btfloat8cmp btfloat8sortsupport btint24cmp
btint28cmp btint2cmp btint2skipsupport btint2sortsupport btint42cmp btint48cmp btint4cmp
btint4skipsupport btint4sortsupport btint82cmp btint84cmp btint8cmp btint8skipsupport
btint8sortsupport btnamecmp btnamesortsupport btnametextcmp btoidcmp btoidskipsupport
btoidsortsupport btoidvectorcmp btrecordcmp btrecordimagecmp btrim bttext_pattern_cmp
bttext_pattern_sortsupport bttextcmp bttextnamecmp bttextsortsupport bttidcmp btvarstrequalimage
bytea bytea_larger bytea_smaller bytea_sortsupport bytea_string_agg_finalfn bytea_string_agg_transfn
byteacat byteacmp byteaeq byteage byteagt byteain byteale bytealike bytealt byteane byteanlike
byteaout bytearecv byteasend cardinality casefold cash_cmp cash_div_cash cash_div_flt4 cash_div_flt8
cash_div_int2 cash_div_int4 cash_div_int8 cash_eq cash_ge cash_gt cash_in cash_le cash_lt cash_mi
cash_mul_flt4 cash_mul_flt8 cash_mul_int2 cash_mul_int4 cash_mul_int8 cash_ne cash_out cash_pl
cash_recv cash_send cash_words cashlarger cashsmaller cbrt ceil ceiling center char char_length
character_length chareq charge chargt charin charle charlt charne charout charrecv charsend chr cideq
cidin cidout cidr cidr_in cidr_out cidr_recv cidr_send cidrecv cidsend circle circle_above
circle_add_pt circle_below circle_center circle_contain circle_contain_pt circle_contained
circle_distance circle_div_pt circle_eq circle_ge circle_gt circle_in circle_le circle_left circle_lt
circle_mul_pt circle_ne circle_out circle_overabove circle_overbelow circle_overlap circle_overleft
circle_overright circle_recv circle_right circle_same circle_send circle_sub_pt close_ls close_lseg
close_pb close_pl close_ps close_sb col_description concat concat_ws contjoinsel contsel convert
convert_from convert_to corr cos cosd cosh cot cotd count covar_pop covar_samp crc32 crc32c
cstring_in cstring_out cstring_recv cstring_send cume_dist cume_dist_final current_database
current_schema current_schemas current_setting current_user database_to_xml
database_to_xml_and_xmlschema database_to_xmlschema date date_add date_bin date_cmp
date_cmp_timestamp date_cmp_timestamptz date_eq date_eq_timestamp date_eq_timestamptz date_ge
date_ge_timestamp date_ge_timestamptz date_gt date_gt_timestamp date_gt_timestamptz date_in
date_larger date_le date_le_timestamp date_le_timestamptz date_lt date_lt_timestamp
date_lt_timestamptz date_mi date_mi_interval date_mii date_ne date_ne_timestamp date_ne_timestamptz
date_out date_part date_pl_interval date_pli date_recv date_send date_skipsupport date_smaller
date_sortsupport date_subtract date_trunc datemultirange daterange daterange_canonical
daterange_subdiff datetime_pl datetimetz_pl dcbrt decode degrees dense_rank dense_rank_final dexp
diagonal diameter dispell_init dispell_lexize dist_bp dist_bs dist_cpoint dist_cpoly dist_lp dist_ls
dist_pathp dist_pb dist_pc dist_pl dist_polyc dist_polyp dist_ppath dist_ppoly dist_ps dist_sb
dist_sl dist_sp div dlog1 dlog10 domain_in domain_recv dpow dround dsimple_init dsimple_lexize dsqrt
dsynonym_init dsynonym_lexize dtrunc elem_contained_by_multirange elem_contained_by_range
elem_contained_by_range_support encode enum_cmp enum_eq enum_first enum_ge enum_gt enum_in
enum_larger enum_last enum_le enum_lt enum_ne enum_out enum_range enum_recv enum_send enum_smaller
eqjoinsel eqsel erf erfc euc_cn_to_mic euc_cn_to_utf8 euc_jis_2004_to_shift_jis_2004
euc_jis_2004_to_utf8 euc_jp_to_mic euc_jp_to_sjis euc_jp_to_utf8 euc_kr_to_mic euc_kr_to_utf8
euc_tw_to_big5 euc_tw_to_mic euc_tw_to_utf8 event_trigger_in event_trigger_out every exp extract
factorial family fdw_handler_in fdw_handler_out first_value float4 float48div float48eq float48ge
float48gt float48le float48lt float48mi float48mul float48ne float48pl float4_accum float4abs
float4div float4eq float4ge float4gt float4in float4larger float4le float4lt float4mi float4mul
float4ne float4out float4pl float4recv float4send float4smaller float4um float4up float8 float84div
float84eq float84ge float84gt float84le float84lt float84mi float84mul float84ne float84pl
float8_accum float8_avg float8_combine float8_corr float8_covar_pop float8_covar_samp
float8_regr_accum float8_regr_avgx float8_regr_avgy float8_regr_combine float8_regr_intercept
float8_regr_r2 float8_regr_slope float8_regr_sxx float8_regr_sxy float8_regr_syy float8_stddev_pop
float8_stddev_samp float8_var_pop float8_var_samp float8abs float8div float8eq float8ge float8gt
float8in float8larger float8le float8lt float8mi float8mul float8ne float8out float8pl float8recv
float8send float8smaller float8um float8up floor flt4_mul_cash flt8_mul_cash fmgr_c_validator
fmgr_internal_validator fmgr_sql_validator format format_type gamma gb18030_to_utf8 gbk_to_utf8 gcd
generate_series generate_series_int4_support generate_series_int8_support
generate_series_numeric_support generate_series_timestamp_support generate_subscripts get_bit
get_byte get_current_ts_config getdatabaseencoding getpgusername gin_cmp_prefix gin_cmp_tslexeme
gin_compare_jsonb gin_consistent_jsonb gin_consistent_jsonb_path gin_extract_jsonb
gin_extract_jsonb_path gin_extract_jsonb_query gin_extract_jsonb_query_path gin_extract_tsquery
gin_extract_tsvector gin_triconsistent_jsonb gin_triconsistent_jsonb_path gin_tsquery_consistent
gin_tsquery_triconsistent ginarrayconsistent ginarrayextract ginarraytriconsistent
ginqueryarrayextract gist_box_consistent gist_box_distance gist_box_penalty gist_box_picksplit
gist_box_same gist_box_union gist_circle_compress gist_circle_consistent gist_circle_distance
gist_point_compress gist_point_consistent gist_point_distance gist_point_fetch gist_point_sortsupport
gist_poly_compress gist_poly_consistent gist_poly_distance gist_translate_cmptype_common
gtsquery_compress gtsquery_consistent gtsquery_penalty gtsquery_picksplit gtsquery_same
gtsquery_union gtsvector_compress gtsvector_consistent gtsvector_decompress gtsvector_options
gtsvector_penalty gtsvector_picksplit gtsvector_same gtsvector_union gtsvectorin gtsvectorout
has_any_column_privilege has_column_privilege has_database_privilege
has_foreign_data_wrapper_privilege has_function_privilege has_language_privilege
has_largeobject_privilege has_parameter_privilege has_schema_privilege has_sequence_privilege
has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege hash_aclitem
hash_aclitem_extended hash_array hash_array_extended hash_multirange hash_multirange_extended
hash_numeric hash_numeric_extended hash_range hash_range_extended hash_record hash_record_extended
hashbool hashboolextended hashbpchar hashbpcharextended hashbytea hashbyteaextended hashchar
hashcharextended hashcid hashcidextended hashdate hashdateextended hashenum hashenumextended
hashfloat4 hashfloat4extended hashfloat8 hashfloat8extended hashinet hashinetextended hashint2
hashint2extended hashint4 hashint4extended hashint8 hashint8extended hashmacaddr hashmacaddr8
hashmacaddr8extended hashmacaddrextended hashname hashnameextended hashoid hashoidextended
hashoidvector hashoidvectorextended hashtext hashtextextended hashtid hashtidextended hashvarlena
hashvarlenaextended hashxid hashxid8 hashxid8extended hashxidextended height host hostmask
iclikejoinsel iclikesel icnlikejoinsel icnlikesel icregexeqjoinsel icregexeqsel icregexnejoinsel
icregexnesel icu_unicode_version in_range index_am_handler_in index_am_handler_out inet_client_addr
inet_client_port inet_gist_compress inet_gist_consistent inet_gist_fetch inet_gist_penalty
inet_gist_picksplit inet_gist_same inet_gist_union inet_in inet_merge inet_out inet_recv
inet_same_family inet_send inet_server_addr inet_server_port inet_spg_choose inet_spg_config
inet_spg_inner_consistent inet_spg_leaf_consistent inet_spg_picksplit inetand inetmi inetmi_int8
inetnot inetor inetpl initcap int2 int24div int24eq int24ge int24gt int24le int24lt int24mi int24mul
int24ne int24pl int28div int28eq int28ge int28gt int28le int28lt int28mi int28mul int28ne int28pl
int2_accum int2_accum_inv int2_avg_accum int2_avg_accum_inv int2_mul_cash int2_sum int2abs int2and
int2div int2eq int2ge int2gt int2in int2int4_sum int2larger int2le int2lt int2mi int2mod int2mul
int2ne int2not int2or int2out int2pl int2recv int2send int2shl int2shr int2smaller int2um int2up
int2vectorin int2vectorout int2vectorrecv int2vectorsend int2xor int4 int42div int42eq int42ge
int42gt int42le int42lt int42mi int42mul int42ne int42pl int48div int48eq int48ge int48gt int48le
int48lt int48mi int48mul int48ne int48pl int4_accum int4_accum_inv int4_avg_accum int4_avg_accum_inv
int4_avg_combine int4_mul_cash int4_sum int4abs int4and int4div int4eq int4ge int4gt int4in int4inc
int4larger int4le int4lt int4mi int4mod int4mul int4multirange int4ne int4not int4or int4out int4pl
int4range int4range_canonical int4range_subdiff int4recv int4send int4shl int4shr int4smaller int4um
int4up int4xor int8 int82div int82eq int82ge int82gt int82le int82lt int82mi int82mul int82ne int82pl
int84div int84eq int84ge int84gt int84le int84lt int84mi int84mul int84ne int84pl int8_accum
int8_accum_inv int8_avg int8_avg_accum int8_avg_accum_inv int8_avg_combine int8_avg_deserialize
int8_avg_serialize int8_mul_cash int8_sum int8abs int8and int8dec int8dec_any int8div int8eq int8ge
int8gt int8in int8inc int8inc_any int8inc_float8_float8 int8inc_support int8larger int8le int8lt
int8mi int8mod int8mul int8multirange int8ne int8not int8or int8out int8pl int8pl_inet int8range
int8range_canonical int8range_subdiff int8recv int8send int8shl int8shr int8smaller int8um int8up
int8xor integer_pl_date inter_lb inter_sb inter_sl internal_in internal_out interval interval_avg
interval_avg_accum interval_avg_accum_inv interval_avg_combine interval_avg_deserialize
interval_avg_serialize interval_cmp interval_div interval_eq interval_ge interval_gt interval_hash
interval_hash_extended interval_in interval_larger interval_le interval_lt interval_mi interval_mul
interval_ne interval_out interval_pl interval_pl_date interval_pl_time interval_pl_timestamp
interval_pl_timestamptz interval_pl_timetz interval_recv interval_send interval_smaller interval_sum
interval_support interval_um intervaltypmodin intervaltypmodout is_normalized isclosed isempty
isfinite ishorizontal iso8859_1_to_utf8 iso8859_to_utf8 iso_to_koi8r iso_to_mic iso_to_win1251
iso_to_win866 isopen isparallel isperp isvertical johab_to_utf8 json_agg json_agg_finalfn
json_agg_strict json_agg_strict_transfn json_agg_transfn json_array_element json_array_element_text
json_array_elements json_array_elements_text json_array_length json_build_array json_build_object
json_each json_each_text json_extract_path json_extract_path_text json_in json_object json_object_agg
json_object_agg_finalfn json_object_agg_strict json_object_agg_strict_transfn json_object_agg_transfn
json_object_agg_unique json_object_agg_unique_strict json_object_agg_unique_strict_transfn
json_object_agg_unique_transfn json_object_field json_object_field_text json_object_keys json_out
json_populate_record json_populate_recordset json_recv json_send json_strip_nulls json_to_record
json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_agg_finalfn jsonb_agg_strict
jsonb_agg_strict_transfn jsonb_agg_transfn jsonb_array_element jsonb_array_element_text
jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array
jsonb_build_object jsonb_cmp jsonb_concat jsonb_contained jsonb_contains jsonb_delete
jsonb_delete_path jsonb_each jsonb_each_text jsonb_eq jsonb_exists jsonb_exists_all jsonb_exists_any
jsonb_extract_path jsonb_extract_path_text jsonb_ge jsonb_gt jsonb_hash jsonb_hash_extended jsonb_in
jsonb_insert jsonb_le jsonb_lt jsonb_ne jsonb_object jsonb_object_agg jsonb_object_agg_finalfn
jsonb_object_agg_strict jsonb_object_agg_strict_transfn jsonb_object_agg_transfn
jsonb_object_agg_unique jsonb_object_agg_unique_strict jsonb_object_agg_unique_strict_transfn
jsonb_object_agg_unique_transfn jsonb_object_field jsonb_object_field_text jsonb_object_keys
jsonb_out jsonb_path_exists jsonb_path_exists_opr jsonb_path_exists_tz jsonb_path_match
jsonb_path_match_opr jsonb_path_match_tz jsonb_path_query jsonb_path_query_array
jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset jsonb_pretty jsonb_recv
jsonb_send jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_subscript_handler jsonb_to_record
jsonb_to_recordset jsonb_to_tsvector jsonb_typeof jsonpath_in jsonpath_out jsonpath_recv
jsonpath_send justify_days justify_hours justify_interval koi8r_to_iso koi8r_to_mic koi8r_to_utf8
koi8r_to_win1251 koi8r_to_win866 koi8u_to_utf8 lag language_handler_in language_handler_out
last_value latin1_to_mic latin2_to_mic latin2_to_win1250 latin3_to_mic latin4_to_mic lcm lead left
length lgamma like like_escape likejoinsel likesel line line_distance line_eq line_horizontal line_in
line_interpt line_intersect line_out line_parallel line_perp line_recv line_send line_vertical ln log
log10 lower lower_inc lower_inf lpad lseg lseg_center lseg_distance lseg_eq lseg_ge lseg_gt
lseg_horizontal lseg_in lseg_interpt lseg_intersect lseg_le lseg_length lseg_lt lseg_ne lseg_out
lseg_parallel lseg_perp lseg_recv lseg_send lseg_vertical ltrim macaddr macaddr8 macaddr8_and
macaddr8_cmp macaddr8_eq macaddr8_ge macaddr8_gt macaddr8_in macaddr8_le macaddr8_lt macaddr8_ne
macaddr8_not macaddr8_or macaddr8_out macaddr8_recv macaddr8_send macaddr8_set7bit macaddr_and
macaddr_cmp macaddr_eq macaddr_ge macaddr_gt macaddr_in macaddr_le macaddr_lt macaddr_ne macaddr_not
macaddr_or macaddr_out macaddr_recv macaddr_send macaddr_sortsupport make_date make_interval
make_time make_timestamp make_timestamptz makeaclitem masklen matchingjoinsel matchingsel max md5
mic_to_big5 mic_to_euc_cn mic_to_euc_jp mic_to_euc_kr mic_to_euc_tw mic_to_iso mic_to_koi8r
mic_to_latin1 mic_to_latin2 mic_to_latin3 mic_to_latin4 mic_to_sjis mic_to_win1250 mic_to_win1251
mic_to_win866 min min_scale mod mode mode_final money mul_d_interval multirange
multirange_adjacent_multirange multirange_adjacent_range multirange_after_multirange
multirange_after_range multirange_agg_finalfn multirange_agg_transfn multirange_before_multirange
multirange_before_range multirange_cmp multirange_contained_by_multirange
multirange_contained_by_range multirange_contains_elem multirange_contains_multirange
multirange_contains_range multirange_eq multirange_ge multirange_gist_compress
multirange_gist_consistent multirange_gt multirange_in multirange_intersect
multirange_intersect_agg_transfn multirange_le multirange_lt multirange_minus multirange_ne
multirange_out multirange_overlaps_multirange multirange_overlaps_range
multirange_overleft_multirange multirange_overleft_range multirange_overright_multirange
multirange_overright_range multirange_recv multirange_send multirange_typanalyze multirange_union
multirangesel mxid_age name nameconcatoid nameeq nameeqtext namege namegetext namegt namegttext
nameiclike nameicnlike nameicregexeq nameicregexne namein namele nameletext namelike namelt
namelttext namene namenetext namenlike nameout namerecv nameregexeq nameregexne namesend neqjoinsel
neqsel netmask network network_cmp network_eq network_ge network_gt network_larger network_le
network_lt network_ne network_overlap network_smaller network_sortsupport network_sub network_subeq
network_subset_support network_sup network_supeq networkjoinsel networksel nlikejoinsel nlikesel
normalize notlike now npoints nth_value ntile num_nonnulls num_nulls numeric numeric_abs
numeric_accum numeric_accum_inv numeric_add numeric_avg numeric_avg_accum numeric_avg_combine
numeric_avg_deserialize numeric_avg_serialize numeric_cmp numeric_combine numeric_deserialize
numeric_div numeric_div_trunc numeric_eq numeric_exp numeric_ge numeric_gt numeric_in numeric_inc
numeric_larger numeric_le numeric_ln numeric_log numeric_lt numeric_mod numeric_mul numeric_ne
numeric_out numeric_pl_pg_lsn numeric_poly_avg numeric_poly_combine numeric_poly_deserialize
numeric_poly_serialize numeric_poly_stddev_pop numeric_poly_stddev_samp numeric_poly_sum
numeric_poly_var_pop numeric_poly_var_samp numeric_power numeric_recv numeric_send numeric_serialize
numeric_smaller numeric_sortsupport numeric_sqrt numeric_stddev_pop numeric_stddev_samp numeric_sub
numeric_sum numeric_support numeric_uminus numeric_uplus numeric_var_pop numeric_var_samp
numerictypmodin numerictypmodout nummultirange numnode numrange numrange_subdiff obj_description
octet_length oid oideq oidge oidgt oidin oidlarger oidle oidlt oidne oidout oidrecv oidsend
oidsmaller oidvectoreq oidvectorge oidvectorgt oidvectorin oidvectorle oidvectorlt oidvectorne
oidvectorout oidvectorrecv oidvectorsend oidvectortypes on_pb on_pl on_ppath on_ps on_sb on_sl
ordered_set_transition ordered_set_transition_multi overlaps overlay parse_ident path path_add
path_add_pt path_contain_pt path_distance path_div_pt path_in path_inter path_length path_mul_pt
path_n_eq path_n_ge path_n_gt path_n_le path_n_lt path_npoints path_out path_recv path_send
path_sub_pt pclose percent_rank percent_rank_final percentile_cont percentile_cont_float8_final
percentile_cont_float8_multi_final percentile_cont_interval_final
percentile_cont_interval_multi_final percentile_disc percentile_disc_final
percentile_disc_multi_final pg_available_extension_versions pg_available_extensions pg_backend_pid
pg_basetype pg_char_to_encoding pg_client_encoding pg_collation_for pg_collation_is_visible
pg_column_compression pg_column_is_updatable pg_column_size pg_column_toast_chunk_id
pg_conf_load_time pg_config pg_conversion_is_visible pg_current_snapshot pg_current_xact_id
pg_current_xact_id_if_assigned pg_cursor pg_ddl_command_in pg_ddl_command_out pg_ddl_command_recv
pg_ddl_command_send pg_dependencies_in pg_dependencies_out pg_dependencies_recv pg_dependencies_send
pg_describe_object pg_encoding_max_length pg_encoding_to_char pg_event_trigger_ddl_commands
pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
pg_event_trigger_table_rewrite_reason pg_extension_update_paths pg_filenode_relation
pg_function_is_visible pg_get_acl pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr
pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef pg_get_keywords
pg_get_object_address pg_get_partition_constraintdef pg_get_partkeydef pg_get_publication_tables
pg_get_replica_identity_index pg_get_replication_slots pg_get_ruledef pg_get_serial_sequence
pg_get_statisticsobjdef pg_get_statisticsobjdef_columns pg_get_statisticsobjdef_expressions
pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_has_role pg_identify_object
pg_identify_object_as_address pg_index_column_has_property pg_index_has_property
pg_indexam_has_property pg_indexam_progress_phasename pg_input_error_info pg_input_is_valid
pg_is_other_temp_schema pg_listening_channels pg_lsn pg_lsn_cmp pg_lsn_eq pg_lsn_ge pg_lsn_gt
pg_lsn_hash pg_lsn_hash_extended pg_lsn_in pg_lsn_larger pg_lsn_le pg_lsn_lt pg_lsn_mi pg_lsn_mii
pg_lsn_ne pg_lsn_out pg_lsn_pli pg_lsn_recv pg_lsn_send pg_lsn_smaller pg_mcv_list_in
pg_mcv_list_items pg_mcv_list_out pg_mcv_list_recv pg_mcv_list_send pg_my_temp_schema pg_ndistinct_in
pg_ndistinct_out pg_ndistinct_recv pg_ndistinct_send pg_node_tree_in pg_node_tree_out
pg_node_tree_recv pg_node_tree_send pg_numa_available pg_opclass_is_visible pg_operator_is_visible
pg_opfamily_is_visible pg_options_to_table pg_partition_root pg_postmaster_start_time
pg_prepared_statement pg_relation_filenode pg_relation_filepath pg_relation_is_publishable
pg_relation_is_updatable pg_replication_origin_oid pg_sequence_parameters pg_settings_get_flags
pg_show_all_settings pg_size_bytes pg_size_pretty pg_snapshot_in pg_snapshot_out pg_snapshot_recv
pg_snapshot_send pg_snapshot_xip pg_snapshot_xmax pg_snapshot_xmin pg_split_walfile_name
pg_stat_get_activity pg_stat_get_analyze_count pg_stat_get_archiver pg_stat_get_autoanalyze_count
pg_stat_get_autovacuum_count pg_stat_get_backend_activity pg_stat_get_backend_activity_start
pg_stat_get_backend_client_addr pg_stat_get_backend_client_port pg_stat_get_backend_dbid
pg_stat_get_backend_idset pg_stat_get_backend_pid pg_stat_get_backend_start
pg_stat_get_backend_subxact pg_stat_get_backend_userid pg_stat_get_backend_wait_event
pg_stat_get_backend_wait_event_type pg_stat_get_backend_xact_start
pg_stat_get_bgwriter_buf_written_clean pg_stat_get_bgwriter_maxwritten_clean
pg_stat_get_bgwriter_stat_reset_time pg_stat_get_blocks_fetched pg_stat_get_blocks_hit
pg_stat_get_buf_alloc pg_stat_get_checkpointer_buffers_written pg_stat_get_checkpointer_num_performed
pg_stat_get_checkpointer_num_requested pg_stat_get_checkpointer_num_timed
pg_stat_get_checkpointer_restartpoints_performed pg_stat_get_checkpointer_restartpoints_requested
pg_stat_get_checkpointer_restartpoints_timed pg_stat_get_checkpointer_slru_written
pg_stat_get_checkpointer_stat_reset_time pg_stat_get_checkpointer_sync_time
pg_stat_get_checkpointer_write_time pg_stat_get_db_active_time pg_stat_get_db_blk_read_time
pg_stat_get_db_blk_write_time pg_stat_get_db_blocks_fetched pg_stat_get_db_blocks_hit
pg_stat_get_db_checksum_failures pg_stat_get_db_checksum_last_failure pg_stat_get_db_conflict_all
pg_stat_get_db_conflict_bufferpin pg_stat_get_db_conflict_lock pg_stat_get_db_conflict_logicalslot
pg_stat_get_db_conflict_snapshot pg_stat_get_db_conflict_startup_deadlock
pg_stat_get_db_conflict_tablespace pg_stat_get_db_deadlocks pg_stat_get_db_idle_in_transaction_time
pg_stat_get_db_numbackends pg_stat_get_db_parallel_workers_launched
pg_stat_get_db_parallel_workers_to_launch pg_stat_get_db_session_time pg_stat_get_db_sessions
pg_stat_get_db_sessions_abandoned pg_stat_get_db_sessions_fatal pg_stat_get_db_sessions_killed
pg_stat_get_db_stat_reset_time pg_stat_get_db_temp_bytes pg_stat_get_db_temp_files
pg_stat_get_db_tuples_deleted pg_stat_get_db_tuples_fetched pg_stat_get_db_tuples_inserted
pg_stat_get_db_tuples_returned pg_stat_get_db_tuples_updated pg_stat_get_db_xact_commit
pg_stat_get_db_xact_rollback pg_stat_get_dead_tuples pg_stat_get_function_calls
pg_stat_get_function_self_time pg_stat_get_function_total_time pg_stat_get_ins_since_vacuum
pg_stat_get_last_analyze_time pg_stat_get_last_autoanalyze_time pg_stat_get_last_autovacuum_time
pg_stat_get_last_vacuum_time pg_stat_get_lastscan pg_stat_get_live_tuples
pg_stat_get_mod_since_analyze pg_stat_get_numscans pg_stat_get_progress_info
pg_stat_get_replication_slot pg_stat_get_slru pg_stat_get_snapshot_timestamp pg_stat_get_subscription
pg_stat_get_subscription_stats pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time
pg_stat_get_total_autovacuum_time pg_stat_get_total_vacuum_time pg_stat_get_tuples_deleted
pg_stat_get_tuples_fetched pg_stat_get_tuples_hot_updated pg_stat_get_tuples_inserted
pg_stat_get_tuples_newpage_updated pg_stat_get_tuples_returned pg_stat_get_tuples_updated
pg_stat_get_vacuum_count pg_stat_get_wal pg_stat_get_wal_receiver pg_stat_get_wal_senders
pg_statistics_obj_is_visible pg_table_is_visible pg_tablespace_databases pg_tablespace_location
pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names pg_trigger_depth
pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible pg_ts_template_is_visible
pg_type_is_visible pg_typeof pg_visible_in_snapshot pg_wal_lsn_diff pg_walfile_name
pg_walfile_name_offset phraseto_tsquery pi plainto_tsquery point point_above point_add point_below
point_distance point_div point_eq point_horiz point_in point_left point_mul point_ne point_out
point_recv point_right point_send point_sub point_vert poly_above poly_below poly_center poly_contain
poly_contain_pt poly_contained poly_distance poly_in poly_left poly_npoints poly_out poly_overabove
poly_overbelow poly_overlap poly_overleft poly_overright poly_recv poly_right poly_same poly_send
polygon popen position positionjoinsel positionsel postgresql_fdw_validator pow power prefixjoinsel
prefixsel prsd_end prsd_headline prsd_lextype prsd_nexttoken prsd_start pt_contained_circle
pt_contained_poly querytree quote_ident quote_literal quote_nullable radians radius range_adjacent
range_adjacent_multirange range_after range_after_multirange range_agg range_agg_finalfn
range_agg_transfn range_before range_before_multirange range_cmp range_contained_by
range_contained_by_multirange range_contains range_contains_elem range_contains_elem_support
range_contains_multirange range_eq range_ge range_gist_consistent range_gist_penalty
range_gist_picksplit range_gist_same range_gist_union range_gt range_in range_intersect
range_intersect_agg range_intersect_agg_transfn range_le range_lt range_merge range_minus range_ne
range_out range_overlaps range_overlaps_multirange range_overleft range_overleft_multirange
range_overright range_overright_multirange range_recv range_send range_sortsupport range_typanalyze
range_union rangesel rank rank_final raw_array_subscript_handler record_eq record_ge record_gt
record_image_eq record_image_ge record_image_gt record_image_le record_image_lt record_image_ne
record_in record_larger record_le record_lt record_ne record_out record_recv record_send
record_smaller regclass regclassin regclassout regclassrecv regclasssend regcollationin
regcollationout regcollationrecv regcollationsend regconfigin regconfigout regconfigrecv
regconfigsend regdictionaryin regdictionaryout regdictionaryrecv regdictionarysend regexeqjoinsel
regexeqsel regexnejoinsel regexnesel regexp_count regexp_instr regexp_like regexp_match
regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr
regnamespacein regnamespaceout regnamespacerecv regnamespacesend regoperatorin regoperatorout
regoperatorrecv regoperatorsend regoperin regoperout regoperrecv regopersend regprocedurein
regprocedureout regprocedurerecv regproceduresend regprocin regprocout regprocrecv regprocsend
regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy regrolein
regroleout regrolerecv regrolesend regtypein regtypeout regtyperecv regtypesend repeat replace
reverse right round row_number row_security_active row_to_json rpad rtrim satisfies_hash_partition
scalargejoinsel scalargesel scalargtjoinsel scalargtsel scalarlejoinsel scalarlesel scalarltjoinsel
scalarltsel scale schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema session_user set_bit
set_byte set_masklen setweight sha224 sha256 sha384 sha512 shell_in shell_out
shift_jis_2004_to_euc_jis_2004 shift_jis_2004_to_utf8 shobj_description sign similar_escape
similar_to_escape sin sind sinh sjis_to_euc_jp sjis_to_mic sjis_to_utf8 slope spg_bbox_quad_config
spg_box_quad_choose spg_box_quad_config spg_box_quad_inner_consistent spg_box_quad_leaf_consistent
spg_box_quad_picksplit spg_kd_choose spg_kd_config spg_kd_inner_consistent spg_kd_picksplit
spg_poly_quad_compress spg_quad_choose spg_quad_config spg_quad_inner_consistent
spg_quad_leaf_consistent spg_quad_picksplit spg_range_quad_choose spg_range_quad_config
spg_range_quad_inner_consistent spg_range_quad_leaf_consistent spg_range_quad_picksplit
spg_text_choose spg_text_config spg_text_inner_consistent spg_text_leaf_consistent spg_text_picksplit
split_part sqrt starts_with statement_timestamp stddev stddev_pop stddev_samp string_agg
string_agg_combine string_agg_deserialize string_agg_finalfn string_agg_serialize string_agg_transfn
string_to_array string_to_table strip strpos substr substring sum system_user table_am_handler_in
table_am_handler_out table_to_xml table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh text
text_ge text_gt text_larger text_le text_lt text_pattern_ge text_pattern_gt text_pattern_le
text_pattern_lt text_smaller text_starts_with_support textanycat textcat texteq texteqname textgename
textgtname texticlike texticlike_support texticnlike texticregexeq texticregexeq_support
texticregexne textin textlen textlename textlike textlike_support textltname textne textnename
textnlike textout textrecv textregexeq textregexeq_support textregexne textsend thesaurus_init
thesaurus_lexize tideq tidge tidgt tidin tidlarger tidle tidlt tidne tidout tidrecv tidsend
tidsmaller time time_cmp time_eq time_ge time_gt time_hash time_hash_extended time_in time_larger
time_le time_lt time_mi_interval time_mi_time time_ne time_out time_pl_interval time_recv time_send
time_smaller time_support timedate_pl timestamp timestamp_cmp timestamp_cmp_date
timestamp_cmp_timestamptz timestamp_eq timestamp_eq_date timestamp_eq_timestamptz timestamp_ge
timestamp_ge_date timestamp_ge_timestamptz timestamp_gt timestamp_gt_date timestamp_gt_timestamptz
timestamp_hash timestamp_hash_extended timestamp_in timestamp_larger timestamp_le timestamp_le_date
timestamp_le_timestamptz timestamp_lt timestamp_lt_date timestamp_lt_timestamptz timestamp_mi
timestamp_mi_interval timestamp_ne timestamp_ne_date timestamp_ne_timestamptz timestamp_out
timestamp_pl_interval timestamp_recv timestamp_send timestamp_skipsupport timestamp_smaller
timestamp_sortsupport timestamp_support timestamptypmodin timestamptypmodout timestamptz
timestamptz_cmp timestamptz_cmp_date timestamptz_cmp_timestamp timestamptz_eq timestamptz_eq_date
timestamptz_eq_timestamp timestamptz_ge timestamptz_ge_date timestamptz_ge_timestamp timestamptz_gt
timestamptz_gt_date timestamptz_gt_timestamp timestamptz_hash timestamptz_hash_extended
timestamptz_in timestamptz_larger timestamptz_le timestamptz_le_date timestamptz_le_timestamp
timestamptz_lt timestamptz_lt_date timestamptz_lt_timestamp timestamptz_mi timestamptz_mi_interval
timestamptz_ne timestamptz_ne_date timestamptz_ne_timestamp timestamptz_out timestamptz_pl_interval
timestamptz_recv timestamptz_send timestamptz_smaller timestamptztypmodin timestamptztypmodout
timetypmodin timetypmodout timetz timetz_cmp timetz_eq timetz_ge timetz_gt timetz_hash
timetz_hash_extended timetz_in timetz_larger timetz_le timetz_lt timetz_mi_interval timetz_ne
timetz_out timetz_pl_interval timetz_recv timetz_send timetz_smaller timetzdate_pl timetztypmodin
timetztypmodout timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector transaction_timestamp
translate trigger_in trigger_out trim_array trim_scale trunc ts_debug ts_delete ts_filter ts_headline
ts_lexize ts_match_qv ts_match_tq ts_match_tt ts_match_vq ts_parse ts_rank ts_rank_cd ts_token_type
ts_typanalyze tsm_handler_in tsm_handler_out tsmatchjoinsel tsmatchsel tsmultirange tsq_mcontained
tsq_mcontains tsquery_and tsquery_cmp tsquery_eq tsquery_ge tsquery_gt tsquery_le tsquery_lt
tsquery_ne tsquery_not tsquery_or tsquery_phrase tsqueryin tsqueryout tsqueryrecv tsquerysend tsrange
tsrange_subdiff tstzmultirange tstzrange tstzrange_subdiff tsvector_cmp tsvector_concat tsvector_eq
tsvector_ge tsvector_gt tsvector_le tsvector_lt tsvector_ne tsvector_to_array tsvectorin tsvectorout
tsvectorrecv tsvectorsend txid_current txid_current_if_assigned txid_current_snapshot
txid_snapshot_in txid_snapshot_out txid_snapshot_recv txid_snapshot_send txid_snapshot_xip
txid_snapshot_xmax txid_snapshot_xmin txid_visible_in_snapshot uhc_to_utf8 unicode_assigned
unicode_version unistr unknownin unknownout unknownrecv unknownsend unnest upper upper_inc upper_inf
utf8_to_big5 utf8_to_euc_cn utf8_to_euc_jis_2004 utf8_to_euc_jp utf8_to_euc_kr utf8_to_euc_tw
utf8_to_gb18030 utf8_to_gbk utf8_to_iso8859 utf8_to_iso8859_1 utf8_to_johab utf8_to_koi8r
utf8_to_koi8u utf8_to_shift_jis_2004 utf8_to_sjis utf8_to_uhc utf8_to_win uuid_cmp uuid_eq
uuid_extract_timestamp uuid_extract_version uuid_ge uuid_gt uuid_hash uuid_hash_extended uuid_in
uuid_le uuid_lt uuid_ne uuid_out uuid_recv uuid_send uuid_skipsupport uuid_sortsupport var_pop
var_samp varbit varbit_in varbit_out varbit_recv varbit_send varbit_support varbitcmp varbiteq
varbitge varbitgt varbitle varbitlt varbitne varbittypmodin varbittypmodout varchar varchar_support
varcharin varcharout varcharrecv varcharsend varchartypmodin varchartypmodout variance version
void_in void_out void_recv void_send websearch_to_tsquery width width_bucket win1250_to_latin2
win1250_to_mic win1251_to_iso win1251_to_koi8r win1251_to_mic win1251_to_win866 win866_to_iso
win866_to_koi8r win866_to_mic win866_to_win1251 win_to_utf8 window_cume_dist_support
window_dense_rank_support window_ntile_support window_percent_rank_support window_rank_support
window_row_number_support xid xid8_larger xid8_smaller xid8cmp xid8eq xid8ge xid8gt xid8in xid8le
xid8lt xid8ne xid8out xid8recv xid8send xideq xideqint4 xidin xidneq xidneqint4 xidout xidrecv
xidsend xml xml_in xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xml_out
xml_recv xml_send xmlagg xmlcomment xmlconcat2 xmlexists xmltext xmlvalidate xpath xpath_exists
`;
const VOLATILE = `
RI_FKey_cascade_del RI_FKey_cascade_upd RI_FKey_check_ins RI_FKey_check_upd RI_FKey_noaction_del
RI_FKey_noaction_upd RI_FKey_restrict_del RI_FKey_restrict_upd RI_FKey_setdefault_del
RI_FKey_setdefault_upd RI_FKey_setnull_del RI_FKey_setnull_upd amvalidate array_sample array_shuffle
bernoulli binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension
binary_upgrade_logical_slot_has_caught_up binary_upgrade_replorigin_advance
binary_upgrade_set_missing_value binary_upgrade_set_next_array_pg_type_oid
binary_upgrade_set_next_heap_pg_class_oid binary_upgrade_set_next_heap_relfilenode
binary_upgrade_set_next_index_pg_class_oid binary_upgrade_set_next_index_relfilenode
binary_upgrade_set_next_multirange_array_pg_type_oid binary_upgrade_set_next_multirange_pg_type_oid
binary_upgrade_set_next_pg_authid_oid binary_upgrade_set_next_pg_enum_oid
binary_upgrade_set_next_pg_tablespace_oid binary_upgrade_set_next_pg_type_oid
binary_upgrade_set_next_toast_pg_class_oid binary_upgrade_set_next_toast_relfilenode
binary_upgrade_set_record_init_privs brin_desummarize_range brin_summarize_new_values
brin_summarize_range brinhandler bthandler clock_timestamp current_query currtid2 currval
cursor_to_xml cursor_to_xmlschema dsnowball_init dsnowball_lexize gen_random_uuid
gin_clean_pending_list ginhandler gisthandler hashhandler heap_tableam_handler lastval lo_close
lo_creat lo_create lo_export lo_from_bytea lo_get lo_import lo_lseek lo_lseek64 lo_open lo_put
lo_tell lo_tell64 lo_truncate lo_truncate64 lo_unlink loread lowrite nextval pg_advisory_lock
pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared
pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_available_wal_summaries pg_backup_start
pg_backup_stop pg_blocking_pids pg_cancel_backend pg_clear_attribute_stats pg_clear_relation_stats
pg_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery
pg_control_system pg_copy_logical_replication_slot pg_copy_physical_replication_slot
pg_create_logical_replication_slot pg_create_physical_replication_slot pg_create_restore_point
pg_current_logfile pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
pg_database_collation_actual_version pg_database_size pg_drop_replication_slot pg_export_snapshot
pg_extension_config_dump pg_get_aios pg_get_backend_memory_contexts pg_get_loaded_modules
pg_get_multixact_members pg_get_sequence_data pg_get_shmem_allocations pg_get_shmem_allocations_numa
pg_get_wait_events pg_get_wal_replay_pause_state pg_get_wal_resource_managers
pg_get_wal_summarizer_state pg_hba_file_rules pg_ident_file_mappings pg_import_system_collations
pg_indexes_size pg_is_in_recovery pg_is_wal_replay_paused pg_isolation_test_session_is_blocked
pg_jit_available pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn
pg_last_xact_replay_timestamp pg_lock_status pg_log_backend_memory_contexts pg_log_standby_snapshot
pg_logical_emit_message pg_logical_slot_get_binary_changes pg_logical_slot_get_changes
pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes pg_ls_archive_statusdir pg_ls_dir
pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir
pg_ls_tmpdir pg_ls_waldir pg_nextoid pg_notification_queue_usage pg_notify pg_partition_ancestors
pg_partition_tree pg_prepared_xact pg_promote pg_read_binary_file pg_read_file pg_relation_size
pg_reload_conf pg_replication_origin_advance pg_replication_origin_create pg_replication_origin_drop
pg_replication_origin_progress pg_replication_origin_session_is_setup
pg_replication_origin_session_progress pg_replication_origin_session_reset
pg_replication_origin_session_setup pg_replication_origin_xact_reset pg_replication_origin_xact_setup
pg_replication_slot_advance pg_restore_attribute_stats pg_restore_relation_stats pg_rotate_logfile
pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_show_all_file_settings
pg_show_replication_origin_status pg_sleep pg_sleep_for pg_sleep_until pg_stat_clear_snapshot
pg_stat_file pg_stat_force_next_flush pg_stat_get_backend_io pg_stat_get_backend_wal pg_stat_get_io
pg_stat_get_recovery_prefetch pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit
pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time
pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted
pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated pg_stat_get_xact_tuples_inserted
pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned
pg_stat_get_xact_tuples_updated pg_stat_have_stats pg_stat_reset pg_stat_reset_backend_stats
pg_stat_reset_replication_slot pg_stat_reset_shared pg_stat_reset_single_function_counters
pg_stat_reset_single_table_counters pg_stat_reset_slru pg_stat_reset_subscription_stats
pg_stop_making_pinned_objects pg_switch_wal pg_sync_replication_slots pg_table_size
pg_tablespace_size pg_terminate_backend pg_total_relation_size pg_try_advisory_lock
pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared
pg_wal_replay_pause pg_wal_replay_resume pg_wal_summary_contents pg_xact_commit_timestamp
pg_xact_commit_timestamp_origin pg_xact_status plpgsql_call_handler plpgsql_inline_handler
plpgsql_validator query_to_xml query_to_xml_and_xmlschema query_to_xmlschema random random_normal
set_config setseed setval spghandler suppress_redundant_updates_trigger system timeofday ts_rewrite
ts_stat tsvector_update_trigger tsvector_update_trigger_column txid_status unique_key_recheck uuidv4
uuidv7
`;

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __webpack_require__(35966);
// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __webpack_require__(14410);
;// CONCATENATED MODULE: ./lib/sql/functions.js





const words = (text) => text.trim().split(/\s+/);
const STEADY_NAMES = new Set(words(STEADY));
const VOLATILE_NAMES = new Set(words(VOLATILE));
/** Volatile, yet nothing is lost by calling them: clocks, randomness, sizes, positions. */
const HARMLESS = new RegExp(`^(${[
    'array_sample|array_shuffle|bernoulli|system|clock_timestamp|timeofday|current_query|currtid2|currval|lastval|nextval',
    'gen_random_uuid|uuidv4|uuidv7|random|random_normal|setseed|txid_status|unique_key_recheck|suppress_redundant_updates_trigger',
    'tsvector_update_trigger|tsvector_update_trigger_column|brin_summarize_new_values|brin_summarize_range|gin_clean_pending_list',
    'pg_advisory_unlock(_shared|_all)?|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_lock_status',
    'pg_(database_)?collation_actual_version|pg_current_wal_\\w+|pg_last_\\w+|pg_is_\\w+|pg_get_wal_replay_pause_state',
    'pg_(database|indexes|relation|table|tablespace|total_relation)_size|pg_export_snapshot|pg_jit_available',
    'pg_notification_queue_usage|pg_partition_(ancestors|tree)|pg_sequence_last_value|pg_get_sequence_data',
    'pg_stat_(clear_snapshot|force_next_flush|have_stats|get_(xact_\\w+|io|backend_io|backend_wal|recovery_prefetch))',
    'pg_xact_\\w+|pg_prepared_xact|pg_get_multixact_members|pg_control_\\w+|pg_available_wal_summaries|pg_get_wait_events',
].join('|')})$`);
/** Kinds of harm, first match wins. Names of extensions' functions are matched in any schema. */
const HARMFUL = [
    [
        'server-file',
        /^(pg_read_(binary_)?file|pg_ls_\w+|pg_stat_file|pg_current_logfile|pg_file_(write|read|rename|unlink|sync|length)|pg_logdir_ls|pg_hba_file_rules|pg_ident_file_mappings|pg_show_all_file_settings|pg_config|pg_read_server_files|lo_import(_with_oid)?|lo_export)$/,
    ],
    ['remote', /^(dblink\w*|postgres_fdw_\w+|http(_get|_post|_put|_delete|_patch|_head)?|net_http_\w+)$/],
    [
        'sql-text',
        /^((query|table|cursor|schema|database)_to_xml(schema|_and_xmlschema)?|ts_stat|ts_rewrite|xpath_table|crosstab\w*|connectby|exec|execute|run_command_on_\w+|cron_schedule\w*)$/,
    ],
    ['large-object', /^(lo_\w+|loread|lowrite)$/],
    [
        'replication',
        /^(pg_logical_\w+|pg_replication_\w+|pg_(create|copy)_(logical|physical)_\w+|pg_(create|copy)_(logical|physical)_replication_slot|pg_drop_replication_slot|pg_show_replication_origin_status|pg_sync_replication_slots|pg_wal_summary_contents|pg_get_wal_records_info\w*)$/,
    ],
    ['sleep', /^pg_sleep(_for|_until)?$/],
    ['sequence', /^setval$/],
    [
        'values',
        /^(pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items|pg_stat_statements|pg_show_all_settings_file|heap_page_items|get_raw_page|tuple_data_split|pg_prepared_statement|pg_cursor)$/,
    ],
    [
        'administration',
        /^(pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_promote|binary_upgrade_\w+|pg_stat_reset\w*|pg_stat_statements_reset|pg_backup_\w+|pg_(start|stop)_backup|pg_extension_config_dump)$/,
    ],
];
/** Others wait for them, also tools that are about to migrate. */
const ADVISORY = /^pg_(try_)?advisory_(xact_)?lock(_shared)?$/;
/** Of extensions that compute only; trusted by name when unqualified or in the usual schemas. */
const EXTENSIONS = new Set([...words(COMPUTING), ...words(POSTGIS)]);
/** The effect of one call; undefined when it only computes. */
function callEffect(call) {
    return effectOfName((0,tree/* parts */.rT)(call.funcname), call.args);
}
/** The same for a function that is named without a call: a trigger's, an aggregate's. */
function effectOfName(names, args) {
    const name = names.at(-1) ?? '';
    const schema = names.length > 1 ? names.at(-2) : undefined;
    const builtIn = schema === undefined || schema === 'pg_catalog' || schema === 'information_schema';
    const full = (0,tree/* dotted */.Bs)(builtIn ? [name] : names);
    for (const [object, pattern] of HARMFUL)
        if (pattern.test(name))
            return { action: 'call', object, name: full };
    if (!builtIn)
        return extension(schema, name) ? undefined : { action: 'call', object: 'function', name: full };
    if (name === 'set_config')
        return setConfig(args);
    if (name === 'pg_notify')
        return { action: 'notify', object: 'channel' };
    if (ADVISORY.test(name))
        return { action: 'lock', object: 'advisory', name: full };
    if (schema === 'information_schema')
        return undefined;
    if (VOLATILE_NAMES.has(name))
        return HARMLESS.test(name) ? undefined : { action: 'call', object: 'administration', name: full };
    if (STEADY_NAMES.has(name) || extension(schema, name))
        return undefined;
    return { action: 'call', object: 'function', name: full };
}
const extension = (schema, name) => (schema === undefined || schema === 'public' || schema === 'extensions') && EXTENSIONS.has(name);
function setConfig(args) {
    const name = (0,constants/* fold */.A)(args?.[0]);
    if (typeof name !== 'string')
        return { action: 'unknown', object: 'setting', detail: 'set_config with a name that is computed' };
    const value = (0,constants/* fold */.A)(args?.[1]);
    return (0,settings/* settingEffect */.OR)(name, value === undefined || value === null ? undefined : [String(value)]);
}
/** True when the value may differ from row to row, so that a default made of it rewrites the table. */
function isVolatile(names) {
    const name = names.at(-1) ?? '';
    return VOLATILE_NAMES.has(name) || !STEADY_NAMES.has(name);
}
/** True for functions whose result says nothing about the values they were given. */
function isOpaque(names) {
    return (names.length === 1 || names[0] === 'pg_catalog') && OPAQUE.has(names.at(-1) ?? '');
}
const OPAQUE = new Set([
    'count',
    'row_number',
    'rank',
    'dense_rank',
    'percent_rank',
    'cume_dist',
    'ntile',
    'pg_typeof',
    'num_nonnulls',
    'num_nulls',
]);
/** True when the function may return anything, whatever its arguments are. */
function isForeign(names) {
    const name = names.at(-1) ?? '';
    const builtIn = names.length === 1 || names[0] === 'pg_catalog';
    return !builtIn || !(STEADY_NAMES.has(name) || VOLATILE_NAMES.has(name)) || READS.test(name);
}
/** Built-in functions that read rows by themselves, or what others have sent. */
const READS = new RegExp([
    '^(query|table|cursor|schema|database)_to_xml',
    '^(ts_stat|ts_rewrite|pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items)$',
    '^(pg_prepared_statement|pg_cursor|lo_get|loread|pg_read_(binary_)?file|pg_logical_slot_(get|peek)_(binary_)?changes)$',
].join('|'));


/***/ }),

/***/ 83874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ noteKey),
/* harmony export */   H0: () => (/* binding */ namesBehind),
/* harmony export */   zz: () => (/* binding */ takenAlong)
/* harmony export */ });
/* harmony import */ var _bodies_holes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79198);
/* harmony import */ var _catalogue_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45238);
/* harmony import */ var _locks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28876);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14410);




const CHANGES = /^[cnd]$/;
const CASCADES = 'c';
/** What the constraint refers to; undefined for others. `column`: the one that it stands at. */
function keyOf(constraint, relation, column) {
    if (constraint?.contype !== 'CONSTR_FOREIGN')
        return undefined;
    const listed = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .parts */ .rT)(constraint.fk_attrs);
    const referred = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .parts */ .rT)(constraint.pk_attrs);
    return {
        relation,
        columns: listed.length > 0 || column === undefined ? listed : [column],
        refers: (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .relationName */ .CJ)(constraint.pktable),
        ...(referred.length > 0 && { referred }),
        onDelete: CHANGES.test(constraint.fk_del_action ?? ''),
        onUpdate: CHANGES.test(constraint.fk_upd_action ?? ''),
    };
}
/** `made`: the same statement makes the table. Rows of a table that the text has made are no older than the key. */
function noteKey(constraint, relation, c, { column, made = false } = {}) {
    const name = c.mention(relation);
    const key = keyOf(constraint, name, column);
    if (!key)
        return;
    if (constraint?.fk_upd_action === CASCADES)
        carried(key, relation, c);
    if (made || c.isTemporary(relation) || (c.topLevel && c.isNew(relation)))
        return;
    const actions = [...(key.onDelete ? ['ON DELETE'] : []), ...(key.onUpdate ? ['ON UPDATE'] : [])];
    const column_ = constraint?.conname ?? column;
    c.on('create', 'foreign-key', relation, {
        ...(column_ !== undefined && { column: column_ }),
        detail: [`to ${key.refers}`, ...actions].join(', '),
        lock: (0,_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .lockOf */ .Vx)('foreign key'),
    });
    c.refer(key);
}
/** A key that changes is written down in the column that refers to it. */
function carried({ columns, refers, referred }, relation, c) {
    const own = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .relationName */ .CJ)(relation);
    const name = relation?.relpersistence === 't' && !relation.schemaname ? `pg_temp.${own}` : own;
    columns.forEach((column, index) => {
        c.flow({ relation: name, column, sources: [`${refers}.${referred?.[index] ?? '*'}`], same: true });
    });
}
const CHANGED = new Set(['table', 'cascade']);
/** What the keys take along with the effect. `assigned`: columns that an UPDATE may change; undefined for any. */
function takenAlong({ action, object, name, rows, cascade, temporary, via = [] }, keys, assigned, behind) {
    if (name === undefined || rows === 'none' || temporary || !CHANGED.has(object))
        return [];
    const touched = keys.filter((key) => {
        if (action === 'delete')
            return key.onDelete;
        if (action === 'truncate')
            return cascade === true;
        return action === 'update' && key.onUpdate && changes(key, object === 'cascade' ? undefined : assigned);
    });
    if (touched.length === 0)
        return [];
    const names = behind(name);
    return touched
        .filter(({ refers }) => isOpen(refers) || isOpen(name) || names.has(lastPart(refers)))
        .map(({ relation }) => ({
        action: action,
        object: 'cascade',
        name: relation,
        rows: 'unknown',
        detail: 'a foreign key that this transaction makes',
        stored: true,
        via: [...via, 'cascade'],
    }));
}
const changes = ({ referred }, assigned) => !assigned || !referred || referred.some((column) => assigned.includes((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .dotted */ .Bs)([column])));
/** Which table it is comes at run time. */
const isOpen = (name) => name.includes('*') || (0,_bodies_holes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasHoles */ .eB)(name);
const lastPart = (name) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .dotted */ .Bs)([(0,_catalogue_names_js__WEBPACK_IMPORTED_MODULE_3__/* .partsOf */ .C)(name).at(-1) ?? '']);
/** The name, without schema, and what it shows or was called before. */
function namesBehind(name, flows) {
    const found = new Set([lastPart(name)]);
    for (const each of found)
        for (const { relation, sources, view, named } of flows)
            if ((view || named) && relation !== undefined && lastPart(relation) === each)
                for (const source of sources)
                    found.add((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .dotted */ .Bs)([(0,_catalogue_names_js__WEBPACK_IMPORTED_MODULE_3__/* .partsOf */ .C)(source).at(-2) ?? '']));
    return found;
}


/***/ }),

/***/ 28876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   PC: () => (/* binding */ EXCLUSIVE),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   u8: () => (/* binding */ alterLock)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14410);

/** Weakest first, by the server's number. */
const MODES = [
    '',
    'ACCESS SHARE',
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
];
/** ALTER TABLE and its kin; a subcommand that is not here takes ACCESS EXCLUSIVE. */
const ALTER = {
    AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
    AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
    AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
    AT_ValidateConstraint: 'SHARE UPDATE EXCLUSIVE',
    AT_AttachPartition: 'SHARE UPDATE EXCLUSIVE',
    AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
    AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
    AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
};
/** Other statements, by what they do to which kind of object. What is not here and needs a lock takes ACCESS EXCLUSIVE. */
const OTHERS = {
    analyze: 'SHARE UPDATE EXCLUSIVE',
    vacuum: 'SHARE UPDATE EXCLUSIVE',
    concurrently: 'SHARE UPDATE EXCLUSIVE',
    comment: 'SHARE UPDATE EXCLUSIVE',
    publish: 'SHARE UPDATE EXCLUSIVE',
    statistics: 'SHARE UPDATE EXCLUSIVE',
    inherited: 'SHARE UPDATE EXCLUSIVE',
    'rename index': 'SHARE UPDATE EXCLUSIVE',
    'create index': 'SHARE',
    'alter domain': 'SHARE',
    'create trigger': 'SHARE ROW EXCLUSIVE',
    'foreign key': 'SHARE ROW EXCLUSIVE',
    'alter sequence': 'SHARE ROW EXCLUSIVE',
    'refresh concurrently': 'EXCLUSIVE',
    'row lock': 'ROW SHARE',
};
const EXCLUSIVE = 'ACCESS EXCLUSIVE';
const lockOf = (what) => OTHERS[what];
/** Options of tables, indexes and columns that only guide later work; for all others the server waits until nobody reads. */
const CALM = /^(?:fillfactor|parallel_workers|toast_tuple_target|vacuum_\w+|log_autovacuum_\w+|autovacuum_\w+|deduplicate_items|n_distinct(?:_inherited)?)$/;
/** The lock on the relation that is altered. */
function alterLock({ subtype = 'AT_AddColumn', def }) {
    if (/^AT_(?:Set|Reset|Replace)RelOptions$/.test(subtype)) {
        const names = ((0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(def, 'List')?.items ?? []).map((item) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(item, 'DefElem')?.defname ?? '');
        return names.every((name) => CALM.test(name)) ? 'SHARE UPDATE EXCLUSIVE' : EXCLUSIVE;
    }
    if (subtype === 'AT_AddConstraint' && (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(def, 'Constraint')?.contype === 'CONSTR_FOREIGN')
        return OTHERS['foreign key'];
    if (subtype === 'AT_DetachPartition' && (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__.as)(def, 'PartitionCmd')?.concurrent)
        return OTHERS.concurrently;
    return ALTER[subtype] ?? EXCLUSIVE;
}


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
/** A declaration `row users%ROWTYPE`, which is the same as `row users`; nothing else in a body looks like this. */
const ROW_TYPE = /(?<=(?:\bdeclare|;)\s+(?:"[^"]+"|[\w$]+)(?:\s+constant)?\s+(?:(?:"[^"]+"|[\w$]+)\.)?(?:"[^"]+"|[\w$]+))\s*%\s*rowtype(?=\s*(?:;|:=|=|default\b|not\b))/gi;
async function loadParser() {
    const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync, scanSync } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
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
                // It takes a row type for a scalar: then `row.field := …` is an error.
                return parsePlPgSQLSync(/rowtype/i.test(text) ? text.replace(ROW_TYPE, '') : text);
            }
            catch (error) {
                if (isSpoilt(error))
                    throw error;
                throw new SyntaxFailure(1);
            }
        },
        words(text) {
            try {
                return scanSync(text).tokens.flatMap(({ text: word, tokenName }) => /COMMENT/.test(tokenName) ? [] : [word]);
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

/***/ 17627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ MERGED),
/* harmony export */   JL: () => (/* binding */ hooks),
/* harmony export */   SL: () => (/* binding */ OWNED_BY),
/* harmony export */   S_: () => (/* binding */ lastPart),
/* harmony export */   hJ: () => (/* binding */ FOREIGN_KEY),
/* harmony export */   nz: () => (/* binding */ NEW_COLUMNS),
/* harmony export */   xw: () => (/* binding */ reachOf)
/* harmony export */ });
/* harmony import */ var _catalogue_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45238);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35966);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14410);



const NONE = { taken: [], hung: [] };
const words = (text) => new Set(text.trim().split(/\s+/));
/** What one namespace holds. ALTER INDEX renames tables too. */
const RELATIONS = words('table view materialized-view foreign-table sequence index type');
/** A relation goes with one of these only by CASCADE. */
const PARTS = words(`column constraint foreign-key default trigger policy rule function aggregate operator domain statistics statistic-ext collation
  text-search publication role row-security replica-identity foreign-options security-option security-definer
  security-label trigger-firing`);
const ROWS = words('table column cascade');
const RIGHTS = words(`${[...RELATIONS].join(' ')} column function domain default language large-object`);
/** Triggers and rules run where the rows of their table change. */
const HOOKS = words('trigger trigger-firing rule');
/** The table takes the sequence along from here on. */
const OWNED_BY = 'owned by ';
const of = (objects) => (effect) => objects.has(effect.object) ? NONE : 'all';
const calm = () => NONE;
const REACH = {
    read: calm,
    'copy-in': calm,
    'copy-out': calm,
    lock: calm,
    scan: calm,
    rewrite: calm,
    maintain: calm,
    notify: calm,
    comment: calm,
    explain: calm,
    cursor: calm,
    expose: calm,
    prepare: calm,
    // Rows of the catalogue are names and settings.
    insert: of(ROWS),
    update: of(ROWS),
    delete: of(ROWS),
    truncate: of(ROWS),
    grant: of(RIGHTS),
    revoke: of(RIGHTS),
    own: of(RIGHTS),
    execute: of(words('block')),
    call: of(words('sequence sleep')),
    set: ({ object, name = '' }) => (object === 'setting' && !(0,_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .movesNames */ .zE)(name) ? NONE : 'all'),
    create({ object, name = '', cascade }) {
        if (cascade)
            return 'all';
        if (object === 'schema' || object === 'index')
            return NONE;
        if (!RELATIONS.has(object))
            return parted(object, name);
        // A view passes changes on, whatever else has its name.
        return { taken: [lastPart(name)], hung: /view|foreign/.test(object) ? [lastPart(name)] : [] };
    },
    alter({ object, name = '', detail }) {
        if (detail === FOREIGN_KEY)
            return { taken: [], hung: [lastPart(name)] };
        return RELATIONS.has(object) ? NONE : parted(object, name);
    },
    rename: renamed,
    move: renamed,
    drop({ object, name = '', cascade }) {
        if (cascade)
            return 'all';
        return RELATIONS.has(object) ? { taken: [lastPart(name)], hung: [] } : parted(object, '');
    },
    transaction({ object, detail = '' }) {
        if (object !== 'transaction')
            return /^(mode|constraints|commit)$/.test(object) ? NONE : 'all';
        return /^(begin|start|savepoint|release|commit)$/.test(detail) ? NONE : 'all';
    },
};
/** What the effect of an UPDATE says that fills only columns which nobody has filled before. */
const NEW_COLUMNS = 'new columns';
/** What the catalogue says of a column that a child table has already. */
const MERGED = 'merged with the column of a child';
/** A row of another table refers to it. */
const FOREIGN_KEY = 'referenced by a foreign key';
function reachOf(effect) {
    // Any name may be meant.
    if (MOVES.has(effect.action) && effect.name?.includes('*'))
        return 'all';
    return REACH[effect.action]?.(effect) ?? 'all';
}
const MOVES = words('create alter rename move drop');
/** The old name, and the one that it goes by next. */
function renamed({ object, name = '', detail = '', cascade }) {
    if (cascade)
        return 'all';
    if (!RELATIONS.has(object))
        return parted(object, '');
    const given = detail.startsWith('to ') ? [lastPart(detail.slice('to '.length))] : [];
    return { taken: [lastPart(name), ...given], hung: [] };
}
/** `name`: of the relation that it is made on. */
function parted(object, name) {
    if (!PARTS.has(object))
        return 'all';
    return name !== '' && HOOKS.has(object) ? { taken: [], hung: [lastPart(name)] } : NONE;
}
/** Code comes along with the rows of that table from here on, or may. */
const hooks = ({ action, object }) => (action === 'create' || action === 'alter') && HOOKS.has(object);
/** `items` of `public.items`. */
const lastPart = (name) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .dotted */ .Bs)([(0,_catalogue_names_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOf */ .C)(name).at(-1) ?? '']);


/***/ }),

/***/ 22533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ shapeOf),
/* harmony export */   Q: () => (/* binding */ malformed)
/* harmony export */ });
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
const KINDS = new Uint8Array(128);
for (const [characters, kind] of [
    ['([{', OPEN],
    [')]}', CLOSE],
    ['+-*/<>=~!@#%^&|`?:.', OPERATOR],
])
    for (const character of characters)
        KINDS[character.charCodeAt(0)] = kind;
/**
 * Counts without a lexer, so literals and comments count too: that only sends a text to the worker for nothing.
 * A chain is what nests without brackets: operators, NOT, UNION, JOIN, CASE, COLLATE and their kin.
 */
function shapeOf(text) {
    let depth = 0;
    let deepest = 0;
    let chain = 0;
    for (let index = 0; index < text.length; index++) {
        const kind = KINDS[text.charCodeAt(index)];
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


/***/ }),

/***/ 93916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ splitScript)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29745);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22533);
/* harmony import */ var _slices_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40581);
// A script's statements, for tools that read files. The relay never splits: it judges what it forwards.



/** The statements of a script. One that does not parse as a whole is taken apart at its semicolons, as psql does. */
async function splitScript(text) {
    if ((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .shapeOf */ .F)(text) === 'deep')
        return placed(text, cut(text));
    const parser = await (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__.loadParser)();
    try {
        const statements = parser.parse(text.replaceAll('\0', ' '));
        return placed(text, (0,_slices_js__WEBPACK_IMPORTED_MODULE_2__/* .statementTexts */ .o)(text, statements));
    }
    catch (error) {
        if (!(error instanceof _parser_js__WEBPACK_IMPORTED_MODULE_0__.SyntaxFailure) && !(0,_parser_js__WEBPACK_IMPORTED_MODULE_0__.isSpoilt)(error))
            throw error;
        return placed(text, cut(text));
    }
}
/** Without what is blank, with their lines; in one pass, for scripts have many statements. */
function placed(text, pieces) {
    const found = [];
    const lineAt = lineCounter(text);
    let at = 0;
    let told = 0;
    for (const piece of pieces) {
        const start = text.indexOf(piece, at);
        at = start + piece.length;
        const first = start + blank(piece);
        const rest = text.slice(first, at).trimEnd();
        // Rows of COPY may stand between two statements.
        const between = text.slice(told, start);
        const above = `${blank(between) === between.length ? between : ''}${text.slice(Math.max(start, told), first)}`;
        if (rest === '')
            continue;
        BEHIND.lastIndex = at;
        const behind = BEHIND.exec(text)?.[0] ?? '';
        told = at + behind.length;
        const line = lineAt(first);
        const endLine = lineAt(first + rest.length);
        found.push({ text: rest, line, endLine, remarks: `${above}\n${behind}` });
    }
    return found;
}
/** The line of an offset, from 1; offsets only grow. */
function lineCounter(text) {
    let line = 1;
    let end = text.indexOf('\n');
    return (offset) => {
        while (end !== -1 && end < offset) {
            line++;
            end = text.indexOf('\n', end + 1);
        }
        return line;
    };
}
/** The semicolon, and a comment that ends its line. */
const BEHIND = /\s*;?(?:[ \t]*(?:--[^\n\r]*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*(?=[\n\r]|$)))?/y;
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


/***/ }),

/***/ 14410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ dotted),
/* harmony export */   CJ: () => (/* binding */ relationName),
/* harmony export */   Sn: () => (/* binding */ enabled),
/* harmony export */   as: () => (/* binding */ as),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   cW: () => (/* binding */ shape),
/* harmony export */   rT: () => (/* binding */ parts),
/* harmony export */   re: () => (/* binding */ optionText),
/* harmony export */   uK: () => (/* binding */ option)
/* harmony export */ });
/** The fields of `node` when it has this tag. */
function as(node, tag) {
    return node === undefined ? undefined : node[tag];
}
/** The node's tag; undefined for the empty node. */
function tagOf(node) {
    return node === undefined ? undefined : Object.keys(node)[0];
}
/** The parts of a dotted name: `String` nodes, or one `List` or `TypeName` of them. */
function parts(names) {
    if (names === undefined)
        return [];
    if (!Array.isArray(names)) {
        const single = names;
        const type = as(single, 'TypeName');
        const function_ = as(single, 'ObjectWithArgs');
        const text = as(single, 'String');
        if (text)
            return [text.sval ?? ''];
        return parts(type?.names ?? function_?.objname ?? as(single, 'List')?.items ?? []);
    }
    return names.flatMap((name) => {
        const text = as(name, 'String');
        return text ? [text.sval ?? ''] : [];
    });
}
// A part that holds a dot or a wildcard must not read as two parts or as a pattern.
const PLAIN = /^[^\s."*]+$/;
/** A folded dotted name; parts that would be ambiguous are quoted as in SQL. */
function dotted(names) {
    return names.map((name) => (PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`)).join('.');
}
/** `schema.name` as written; the database's own name in front says nothing and is left out. */
function relationName(relation) {
    if (!relation)
        return '';
    const name = relation.relname ?? '';
    return dotted(relation.schemaname ? [relation.schemaname, name] : [name]);
}
/** Lower-case text of an option's argument: `String`, `Integer`, `Boolean`, `TypeName` or a constant; undefined when it has none. */
function optionText(node) {
    if (node === undefined)
        return undefined;
    const text = as(node, 'String');
    if (text)
        return (text.sval ?? '').toLowerCase();
    const integer = as(node, 'Integer');
    if (integer)
        return String(integer.ival ?? 0);
    const boolean = as(node, 'Boolean');
    if (boolean)
        return String(boolean.boolval ?? false);
    const type = as(node, 'TypeName');
    if (type)
        return parts(type.names).at(-1)?.toLowerCase();
    const constant = as(node, 'A_Const');
    if (!constant)
        return undefined;
    if (constant.sval)
        return (constant.sval.sval ?? '').toLowerCase();
    if (constant.ival)
        return String(constant.ival.ival ?? 0);
    if (constant.boolval)
        return String(constant.boolval.boolval ?? false);
    return constant.fval?.fval;
}
/** The named option's argument text; `''` when it stands without an argument; undefined when it is absent. The last one wins. */
function option(options, name) {
    let found;
    for (const node of options ?? []) {
        const element = as(node, 'DefElem');
        if (element?.defname === name)
            found = optionText(element.arg) ?? '';
    }
    return found;
}
const OFF = new Set(['false', 'off', 'no', '0']);
/** True when a boolean option is given and not switched off everywhere it is given. */
function enabled(options, name) {
    return (options ?? []).some((node) => {
        const element = as(node, 'DefElem');
        return element?.defname === name && !OFF.has(optionText(element.arg) ?? 'true');
    });
}
/** The expression without its place in the text, to compare two. */
function shape(node) {
    return (JSON.stringify(node, (key, value) => (/location$|^rexpr_list_/.test(key) ? undefined : value)) ??
        '');
}


/***/ }),

/***/ 9332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ convert),
/* harmony export */   FB: () => (/* binding */ same),
/* harmony export */   QF: () => (/* binding */ unify),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   W8: () => (/* binding */ FALSE),
/* harmony export */   aw: () => (/* binding */ binary),
/* harmony export */   e0: () => (/* binding */ exact),
/* harmony export */   mj: () => (/* binding */ like),
/* harmony export */   oE: () => (/* binding */ truthTest),
/* harmony export */   rT: () => (/* binding */ TRUE),
/* harmony export */   wg: () => (/* binding */ cast),
/* harmony export */   x8: () => (/* binding */ signed)
/* harmony export */ });
// Values of constants with what the server takes them for, compared and computed as it does, wherever it runs.
// Undefined where that may differ.
const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i;
const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i;
/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
const exact = (number) => Number.isSafeInteger(number) ? number : undefined;
/** As the server reads a whole number: more digits might be rounded here. */
const whole = (text) => /^[ \t\n\r\f\v]*[+-]?\d{1,15}[ \t\n\r\f\v]*$/.test(text) ? exact(Number(text)) : undefined;
const made = (kind, value) => value === undefined ? undefined : { kind, value };
const TYPES = {
    bool: 'bool',
    int2: 'number',
    int4: 'number',
    int8: 'number',
    numeric: 'number',
    float8: 'number',
    text: 'text',
    varchar: 'varchar',
};
/** A cast to a type of pg_catalog, without a length. */
function cast(from, type) {
    const kind = TYPES[type];
    return from && kind ? convert(from, kind) : undefined;
}
function convert({ value, kind: from }, kind) {
    if (value === null || from === kind)
        return { kind, value };
    if (kind === 'bool')
        return made(kind, truth(value));
    if (kind === 'number')
        return made(kind, typeof value === 'string' ? whole(value) : value === true ? 1 : value === false ? 0 : undefined);
    // A number keeps its digits behind the point, which are gone here.
    return typeof value === 'number' ? undefined : { kind, value: String(value) };
}
function truth(value) {
    if (typeof value !== 'string')
        return typeof value === 'boolean' ? value : value !== 0;
    const text = value.trim();
    return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined;
}
/** All of them as the type that they have in common, as in IN, CASE and COALESCE. */
function unify(values) {
    const kinds = new Set(values.map(({ kind }) => kind).filter((kind) => kind !== 'unknown'));
    if (kinds.size > 1 || kinds.has('varchar'))
        return undefined;
    const [kind = 'text'] = kinds;
    const found = values.flatMap((value) => (value.kind === kind ? value : (convert(value, kind) ?? [])));
    return found.length === values.length ? found : undefined;
}
/** Equality that takes two nulls as equal: IS NOT DISTINCT FROM. */
function same(left, right) {
    if (left.value === null || right.value === null)
        return left.value === right.value;
    const equal = binary('=', left, right)?.value;
    return typeof equal === 'boolean' ? equal : undefined;
}
/** An operator of pg_catalog. */
function binary(name, left, right) {
    const operands = OPERATORS.has(name) ? unify([left, right]) : undefined;
    const [a, b] = operands ?? [];
    if (!a || !b)
        return undefined;
    if (a.value === null || b.value === null)
        return { kind: resultOf(name, a.kind), value: null };
    if (name === '||')
        return a.kind === 'text' ? { kind: 'text', value: `${a.value}${b.value}` } : undefined;
    if (name === '=' || name === '<>') {
        const equal = equality(a.value, b.value);
        return equal === undefined ? undefined : { kind: 'bool', value: equal === (name === '=') };
    }
    // The order of texts depends on the collation.
    if (typeof a.value !== 'number' || typeof b.value !== 'number')
        return undefined;
    const value = arithmetic(name, a.value, b.value);
    return made(typeof value === 'boolean' ? 'bool' : 'number', value);
}
const OPERATORS = new Set(['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '||']);
const resultOf = (name, kind) => (/^(\+|-|\*|\|\|)$/.test(name) ? kind : 'bool');
const isAscii = (value) => typeof value !== 'string' || /^[\0-\x7f]*$/.test(value);
/** Other characters may become the same on their way into the encoding of the server. */
const equality = (a, b) => a === b ? true : isAscii(a) && isAscii(b) ? false : undefined;
function arithmetic(name, a, b) {
    switch (name) {
        case '<':
            return a < b;
        case '<=':
            return a <= b;
        case '>':
            return a > b;
        case '>=':
            return a >= b;
        case '+':
            return exact(a + b);
        case '-':
            return exact(a - b);
        case '*':
            return exact(a * b);
        default:
            return undefined;
    }
}
/** A sign; other operators in front compute something else. */
const signed = (name, { kind, value }) => kind === 'number' && typeof value === 'number' && (name === '-' || name === '+')
    ? { kind, value: name === '-' ? -value : value }
    : undefined;
/** NULLIF */
function differing(left, right) {
    const [a, b] = unify([left, right]) ?? [];
    const equal = a && b && same(a, b);
    return equal === undefined ? undefined : equal ? { kind: a?.kind ?? 'text', value: null } : a;
}
/** LIKE; `plain` when it is not ILIKE. */
function like(text, pattern, { negated, plain }) {
    if (typeof text !== 'string' || typeof pattern !== 'string')
        return undefined;
    if (/^%+$/.test(pattern))
        return !negated;
    return plain && !/[%_\\]|[^\0-\x7f]/.test(pattern + text) ? (text === pattern) !== negated : undefined;
}
/** IS TRUE and its like. */
function truthTest(value, test) {
    if (value === undefined)
        return undefined;
    const negated = test?.includes('_NOT_') ?? false;
    const wanted = test?.endsWith('TRUE') ? true : test?.endsWith('FALSE') ? false : null;
    return (value === wanted) !== negated;
}


/***/ })

};
