export const id = 572;
export const ids = [572];
export const modules = {

/***/ 73572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ withSql),
/* harmony export */   V: () => (/* binding */ commandAnalyser)
/* harmony export */ });
/* harmony import */ var _shell_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45197);
/* harmony import */ var _transfer_downloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72199);


function commandAnalyser({ terms, analyser }) {
    const { user } = terms.credential;
    return (text, env, gone) => {
        const analysis = (0,_transfer_downloads_js__WEBPACK_IMPORTED_MODULE_1__/* .withDownloads */ .w)(text, judged(text, user, env), terms.masks);
        return analysis.embedded ? withSql(analysis, analysis.embedded, analyser, gone) : analysis;
    };
}
/** The host need not take a variable that it is given (AcceptEnv), and may set its own: nothing goes by its value alone. */
function judged(text, user, env) {
    const given = (0,_shell_index_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseCommand */ .r)(text, { user, env });
    if (Object.keys(env).length === 0)
        return given;
    const without = (0,_shell_index_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseCommand */ .r)(text, { user });
    const known = new Set(given.effects.map((effect) => JSON.stringify(effect)));
    const more = without.effects.filter((effect) => !known.has(JSON.stringify(effect)));
    const embedded = [...(given.embedded ?? []), ...(without.embedded ?? [])];
    return {
        ...given,
        effects: [...given.effects, ...more],
        ...(embedded.length > 0 ? { embedded: distinct(embedded) } : {}),
    };
}
const distinct = (embedded) => [
    ...new Map(embedded.map((each) => [JSON.stringify(each), each])).values(),
];
/** With the effects of the SQL in it; what is of no dialect that is known here is held. */
async function withSql(analysis, embedded, analyser, gone) {
    const effects = [...analysis.effects];
    const relations = new Set(analysis.relations);
    for (const { dialect, text, via } of embedded) {
        if (dialect !== 'postgres') {
            const detail = `its SQL is not analysed`;
            effects.push({ action: 'run', object: 'database', name: dialect, detail, via });
            continue;
        }
        const inner = await analyser.analyse(text, gone);
        for (const effect of inner.effects)
            effects.push({ ...effect, via: [...via, ...(effect.via ?? [])] });
        for (const relation of inner.relations)
            relations.add(relation);
    }
    return { ...analysis, effects, relations: [...relations] };
}


/***/ }),

/***/ 72199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hidesValues),
/* harmony export */   w: () => (/* binding */ withDownloads)
/* harmony export */ });
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36748);

/** Whether what commands show is masked, and files that leave past that must be looked at. */
const hidesValues = ({ detect, patterns = [] }) => detect.length > 0 || patterns.length > 0;
/** Files that a command gives to the client as bytes leave as they are: an effect of its own for each path that it reads. */
function withDownloads(line, analysis, masks) {
    if (!hidesValues(masks))
        return analysis;
    const transfer = (0,_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .transferOf */ .N)(line);
    if (!transfer || transfer.takes)
        return analysis;
    const leaving = analysis.effects.flatMap(({ action, name, recursive }) => (action === 'read' || action === 'expose') && name !== undefined
        ? [{ action: 'copy-out', object: 'path', name, ...(recursive && { recursive }) }]
        : []);
    const effects = leaving.length > 0 ? leaving : [{ action: 'copy-out', object: 'path' }];
    return { ...analysis, effects: [...analysis.effects, ...effects] };
}


/***/ }),

/***/ 36748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ transferOf)
});

;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/words.js
// A command line that is one program with its arguments, and nothing else: what its channel speaks is known then.
/** What a shell takes for more than a word. `~`, `*`, `?` and `[]` stay: they are expanded to names of files. */
const SPECIAL = /[;&|<>()$`\n\r!#{}]/;
/** The words, or undefined where a shell would do more than to start one program. */
function wordsOf(line) {
    const words = [];
    let word;
    for (let at = 0; at < line.length;) {
        const [text, next] = pieceOf(line, at);
        if (next === undefined)
            return undefined;
        if (text === undefined) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else
            word = (word ?? '') + text;
        at = next;
    }
    if (word !== undefined)
        words.push(word);
    return words;
}
/** A piece of a word and where the next begins; no text for a blank, no next for what is more than a word. */
function pieceOf(line, at) {
    const char = line[at] ?? '';
    if (char === ' ' || char === '\t')
        return [undefined, at + 1];
    if (char === "'") {
        const end = line.indexOf("'", at + 1);
        return [line.slice(at + 1, end), end < 0 ? undefined : end + 1];
    }
    if (char === '"')
        return doubled(line, at + 1);
    if (char === '\\') {
        const next = line[at + 1];
        return [next, next === undefined || next === '\n' ? undefined : at + 2];
    }
    return [char, SPECIAL.test(char) ? undefined : at + 1];
}
function doubled(line, from) {
    let text = '';
    for (let at = from; at < line.length; at++) {
        const char = line[at] ?? '';
        if (char === '"')
            return [text, at + 1];
        if (char === '$' || char === '`' || char === '!')
            return [text, undefined];
        if (char === '\\' && /[\\"]/.test(line[at + 1] ?? ''))
            text += line[++at];
        else
            text += char;
    }
    return [text, undefined];
}

;// CONCATENATED MODULE: ./lib/protocols/ssh/transfer/programs.js
// The programs that clients start on a host to move files, and what they are told.

/** The transfer that a command line starts; undefined for all that is not surely one. */
function transferOf(line) {
    const words = wordsOf(line);
    if (!words)
        return undefined;
    const [program = '', ...args] = withoutSudo(words);
    const name = program.slice(program.lastIndexOf('/') + 1);
    if (name === 'scp')
        return scpOf(args);
    if (name === 'rsync')
        return args[0] === '--server' ? { program: 'rsync', takes: !args.includes('--sender') } : undefined;
    if (name === 'sftp-server')
        return { program: 'sftp', takes: true };
    const git = name === 'git' ? `git-${args[0]}` : name;
    if (!/^git-(?:upload-pack|receive-pack|upload-archive)$/.test(git))
        return undefined;
    return { program: 'git', takes: git === 'git-receive-pack' };
}
/** `sudo -n rsync`, as `--rsync-path` has it; other options of sudo may do more. */
function withoutSudo(words) {
    if (words[0] !== 'sudo')
        return words;
    const user = words[1] === '-u' ? 3 : 1;
    return words.slice(words[user] === '-n' ? user + 1 : user);
}
function scpOf(args) {
    const given = new Set();
    let at = 0;
    for (; at < args.length; at++) {
        const arg = args[at] ?? '';
        if (arg === '--') {
            at++;
            break;
        }
        if (!/^-[a-zA-Z]+$/.test(arg))
            break;
        for (const letter of arg.slice(1))
            given.add(letter);
    }
    const paths = args.slice(at);
    const known = [...given].every((letter) => 'tfrpdvqCB346OTsA'.includes(letter));
    if (!known || given.has('t') === given.has('f') || paths.length !== 1)
        return undefined;
    return {
        program: 'scp',
        takes: given.has('t'),
        recursive: given.has('r'),
        preserves: given.has('p'),
        directory: given.has('d'),
        path: paths[0] ?? '',
    };
}


/***/ }),

/***/ 88457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   f7: () => (/* binding */ WORD),
/* harmony export */   qE: () => (/* binding */ isKnown),
/* harmony export */   qz: () => (/* binding */ MANY),
/* harmony export */   vs: () => (/* binding */ HOLE),
/* harmony export */   x4: () => (/* binding */ ANY),
/* harmony export */   xr: () => (/* binding */ ONE),
/* harmony export */   yZ: () => (/* binding */ HOME)
/* harmony export */ });
// Text of a command line may hold what is only known when it runs. Characters for private use stand for it: no text that is read has them.
/** Anything, of any length. */
const HOLE = '\ue000';
/** Any characters but a slash: `*`. */
const ANY = '\ue001';
/** One character: `?`, `[…]`. */
const ONE = '\ue002';
/** Some characters, of which none is a slash or blank: a number, a date. */
const WORD = '\ue003';
/** The home directory of the account that logged in, when it is not known. */
const HOME = '\ue004';
/** Told to who watches: any number of arguments. */
const MANY = '\ue005';
/** True when nothing of it is left open. */
const isKnown = (text) => !/[\ue000-\ue003]/.test(text);
/** As people write it. */
const shown = (text) => text
    .replaceAll(HOLE, '…')
    .replaceAll(ANY, '*')
    .replaceAll(ONE, '?')
    .replaceAll(WORD, '*')
    .replaceAll(HOME, '~');


/***/ }),

/***/ 45197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ analyseCommand)
});

// EXTERNAL MODULE: ./lib/shell/expand/marks.js
var marks = __webpack_require__(88457);
// EXTERNAL MODULE: ./lib/shell/paths.js
var paths = __webpack_require__(88906);
// EXTERNAL MODULE: ./lib/shell/places.js
var shell_places = __webpack_require__(196);
;// CONCATENATED MODULE: ./lib/shell/call.js



/** One program with its arguments, and the words in which programs tell what they do. */
class Call {
    name;
    args;
    scope;
    stdin;
    via;
    runner;
    /** What it gives to who reads its output. */
    outcome = {};
    constructor(name, args, where, runner) {
        this.name = name;
        this.args = args;
        this.scope = where.scope;
        this.stdin = where.stdin;
        this.via = where.via;
        this.runner = runner;
    }
    /** Texts of the arguments, with marks. */
    get texts() {
        return this.args.map(({ text }) => text);
    }
    effect(effect) {
        this.runner.findings.add(this.via.length === 0 ? effect : { ...effect, via: this.via });
    }
    /** It prints nothing. */
    silent() {
        this.outcome = { output: '' };
    }
    unknown(detail) {
        this.effect({ action: 'unknown', object: 'command', detail });
    }
    /** A program whose effect no table tells. */
    program(name) {
        this.effect({ action: 'run', object: 'program', name: (0,paths/* told */.Ev)(name) });
    }
    /** Its output goes to the client or into another command. */
    read(field, recursive = false) {
        const { text } = field;
        if (text === '-' || text === '')
            return;
        const { cwd } = this.scope;
        this.runner.findings.step();
        if (text.includes(marks/* HOLE */.vs))
            return this.unknown('which file is read is only known when it runs');
        if ((0,paths/* absolute */.ys)(text, cwd) === undefined && !this.scope.inside)
            return this.unknown('in which directory a file is read is only known when it runs');
        // A link on the way leads elsewhere.
        if (turnsBack(text))
            this.unknown('a path leads upwards behind a name, which may be a link');
        const secret = recursive ? (0,shell_places/* holdsSecrets */.YU)(text, cwd) : (0,shell_places/* isSecret */.$f)(text, cwd);
        this.effect({
            action: secret ? 'expose' : 'read',
            object: secret ? 'secret' : 'path',
            name: this.nameOf(text),
            ...(recursive ? { recursive } : {}),
        });
    }
    reads(fields) {
        for (const field of fields)
            this.read(field);
    }
    write(field, recursive = false) {
        this.change('write', field, recursive);
    }
    /** What was in the file is gone. */
    empty(field) {
        this.change('empty', field, false);
    }
    remove(field, recursive = false) {
        const place = recursive && (0,shell_places/* isRoot */.jX)(field.text, this.scope.cwd) ? { place: 'root' } : {};
        this.change('remove', field, recursive, place);
    }
    permit(field, recursive, detail) {
        this.change('permit', field, recursive, detail === undefined ? {} : { detail });
    }
    change(action, { text, many }, recursive, more = {}) {
        this.runner.findings.step();
        const place = many && !(0,marks/* isKnown */.qE)(text) ? 'unknown' : (0,shell_places/* placeOf */.$t)(text, this.scope.cwd);
        if (place === 'sink' && action !== 'remove')
            return;
        const name = this.nameOf(text);
        if (place === 'network')
            return this.effect({ action: 'send', object: 'host', name: hostOf(text) });
        if (place === 'device' && action !== 'permit')
            return this.effect({ action: 'write', object: 'disk', name });
        if (place === 'kernel')
            return this.effect({ action: 'write', object: 'kernel', name });
        this.effect({ action, object: 'path', name, place, ...(recursive ? { recursive } : {}), ...more });
    }
    /** Absolute where that is known; `…` for what is not. */
    nameOf(text) {
        return (0,paths/* told */.Ev)((0,paths/* absolute */.ys)(text, this.scope.cwd) ?? text);
    }
    /** Another program that this one starts. */
    inner(fields, step = this.name, where = {}) {
        const scope = (where.scope ?? this.scope).program();
        const via = [...this.via, step];
        this.outcome = this.runner.invoke(fields, { stdin: this.stdin, via, ...where, scope });
        return this.outcome;
    }
    /** A text that this program gives to a shell; `same`: to the very shell that it is part of. */
    script(text, step, more) {
        const { shells, same = false, ...where } = more;
        const args = Object.hasOwn(more, 'args') ? more.args : [];
        const own = where.scope ?? this.scope;
        const scope = same ? own : own.process();
        const via = [...this.via, step];
        this.outcome = this.runner.script(text, { stdin: this.stdin, via, tested: same, ...where, scope }, { shells, args });
        return this.outcome;
    }
}
/** `name/..` */
const turnsBack = (path) => {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    return parts.some((part, at) => part === '..' && at > 0 && parts[at - 1] !== '..');
};
const hostOf = (path) => (0,paths/* told */.Ev)(path.split('/')[3] ?? path);

;// CONCATENATED MODULE: ./lib/shell/computed.js
// Numbers that bash computes: names in them are computed from what these hold, and an index there may run commands.
/** `1`, `-1`, a number that is only known when it runs. */
const NUMBER = /^[\d\s\ue003+-]*$/;
/** Whether what a variable holds is more than a number. */
const isOdd = (value) => !NUMBER.test(value);
/** A text that is computed. `written`: it stands in the line, so its names are looked up. */
function computed(text, scope, written) {
    for (const [name] of text.matchAll(/[A-Za-z_]\w*/g))
        scope.evaluated.add(name);
    const odd = written ? /[[\]'"$`\ue000-\ue002]/.test(text) : isOdd(text);
    if (!odd)
        return;
    scope.evaluated.add('');
    scope.odd.add('');
}
/** `[[ a -eq b ]]` computes both sides; `-v` looks for an element. */
function compared(fields, scope) {
    fields.forEach(({ text }, at) => {
        const sides = /^-(?:eq|ne|lt|le|gt|ge)$/.test(text) ? [fields[at - 1], fields[at + 1]] : [];
        for (const side of sides)
            if (side)
                computed(side.text, scope, false);
        if (text === '-v')
            computed(fields[at + 1]?.text.replace(/^\w+$/, '') ?? '', scope, false);
        if (text === '=~')
            scope.set('BASH_REMATCH', '\ue000');
    });
}
/** Whether something is computed from more than numbers. */
const isRisky = ({ evaluated, odd }) => [...evaluated].some((name) => odd.has(name));

;// CONCATENATED MODULE: ./lib/shell/environment.js

/** Variables that make programs run other code, or look for it elsewhere. */
const DANGEROUS = /^(?:PATH|IFS|ENV|BASH_ENV|BASH_CMDS|BASH_ALIASES|ZDOTDIR|SHELL|SHELLOPTS|BASHOPTS|BASH_FUNC_.*|PS[0-4]|PROMPT_COMMAND|CDPATH|GLOBIGNORE|FPATH|FIGNORE|HOME|LD_.*|DYLD_.*|GCONV_PATH|GLIBC_TUNABLES|MALLOC_.*|LOCPATH|HOSTALIASES|RES_OPTIONS|NLSPATH|PYTHON.*|PERL.*|RUBY.*|NODE_OPTIONS|NODE_PATH|NODE_REPL.*|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|CLASSPATH|MAVEN_OPTS|GRADLE_OPTS|LUA_.*|PHPRC|PHP_INI.*|GIT_.*|SSH_.*|RSYNC_.*|TAR_OPTIONS|GZIP|XZ_.*|ZSTD_.*|PAGER|MANPAGER|SYSTEMD_PAGER|SYSTEMD_EDITOR|EDITOR|VISUAL|BROWSER|LESS.*|MORE|GREP_OPTIONS|POSIXLY_CORRECT|MAKEFLAGS|MAKEFILES|CC|CXX|SUDO_.*|DOCKER_HOST|DOCKER_CONTEXT|DOCKER_CONFIG|KUBECONFIG|PSQLRC|PGSERVICEFILE|PGSYSCONFDIR|PSQL_.*|PGPASSFILE|MYSQL_.*|OPENSSL_.*|CURL_HOME|WGETRC|http_proxy|https_proxy|all_proxy|HTTP_PROXY|HTTPS_PROXY|ALL_PROXY|TERMINFO.*|XDG_.*|VIM.*|EXINIT|TMPDIR|INPUTRC|HISTFILE.*|HISTSIZE|HISTCONTROL|ANSIBLE_.*|COMPOSE_.*|APT_CONFIG|DPKG_.*|SYSTEMD_.*|PIP_.*|GEM_.*|RIPGREP_CONFIG_PATH|PGOPTIONS|PGSERVICE|PGSSLKEY|PGSSLCERT|PS_FORMAT|PS_PERSONALITY|TOPRC|ZIP|ZIPOPT|UNZIP.*|TAPE|RSH|BZIP2?|SSLKEYLOGFILE|NETRC|KUBECTL_.*|KUBE_.*|HELM_.*|CONTAINERS?_.*|PODMAN_.*|STORAGE_.*|BUILDAH_.*|AWKPATH|AWKLIBPATH|GAWK_.*|KRB5.*|BASH_.*|RANDFILE|MAVEN_.*|COMPOSER_.*|YARN_.*|npm_config_.*|BUNDLE_.*|RAILS_.*_PRELOAD)$/;
const ORDINARY = /^(?:\/usr\/local\/sbin|\/usr\/local\/bin|\/usr\/sbin|\/usr\/bin|\/sbin|\/bin|\/snap\/bin)$/;
/** What a shell is told to keep in a variable. */
function environment(call, name, value) {
    if (!DANGEROUS.test(name))
        return;
    if (name === 'PATH' && ordinary(value))
        return;
    if (/^(?:HISTFILE|HISTSIZE|HISTCONTROL)/.test(name))
        return call.effect({ action: 'remove', object: 'history' });
    call.effect({ action: 'write', object: 'environment', name });
    if (name === 'PATH')
        call.scope.lost = true;
}
/** PATH itself, and places where only root installs programs. */
const ordinary = (value) => value.split(':').every((part) => (0,marks/* isKnown */.qE)(part) && ORDINARY.test(part));
/** Where programs are looked for when nobody says so. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

;// CONCATENATED MODULE: ./lib/shell/expand/scope.js


/** Values that double and double again are not followed. */
const LONGEST = 20_000;
/** What these are given is a number to bash. */
const COMPUTED = [
    'RANDOM',
    'SRANDOM',
    'SECONDS',
    'LINENO',
    'OPTIND',
    'HISTCMD',
    'EPOCHSECONDS',
    'BASHPID',
    'PPID',
    'UID',
    'EUID',
];
/** What a shell knows at one place of a command line. Values may hold marks. */
class Scope {
    variables;
    functions;
    /** Functions that were called, with those of every other scope. */
    called;
    /** Functions that may not be defined. */
    doubtful;
    /** What programs see of the variables. */
    exported;
    /** Names that are assigned in loops or functions: their value depends on what ran before. */
    restless;
    /** Names that were given more than a number, and those from which numbers are computed: with those of every other scope. */
    odd;
    evaluated;
    /** Within a container, whose directories nobody knows here. */
    inside = false;
    /** Absolute, or from HOME; undefined when it is not known. */
    cwd;
    /** `$1`, …; undefined when they are not known. */
    positional;
    /** `set -e`: what follows a failure does not run. */
    strict = false;
    /** Those that may read the text at hand. */
    shells = new Set();
    /** PATH or the like was changed: no name means what it usually does. */
    lost = false;
    constructor(from) {
        this.variables = from.variables ?? new Map();
        this.functions = from.functions ?? new Map();
        this.called = from.called ?? new Set();
        this.odd = from.odd ?? new Set();
        this.evaluated = from.evaluated ?? new Set(COMPUTED);
        this.doubtful = from.doubtful ?? new Set();
        this.exported = from.exported ?? new Set();
        this.restless = from.restless ?? new Set();
        this.cwd = from.cwd;
        this.positional = from.positional;
    }
    /** For a program, which no function of the shell can stand for. */
    program() {
        const scope = this.fork();
        scope.functions.clear();
        return scope;
    }
    /** For another shell, which knows of this one only what is exported. */
    process() {
        const scope = this.program();
        for (const name of this.variables.keys())
            if (!this.exported.has(name))
                scope.variables.set(name, marks/* HOLE */.vs);
        scope.variables.delete('IFS');
        scope.restless.clear();
        scope.strict = false;
        return scope;
    }
    fork() {
        const copy = new Scope({
            ...this,
            variables: new Map(this.variables),
            functions: new Map(this.functions),
            doubtful: new Set(this.doubtful),
            exported: new Set(this.exported),
            restless: new Set(this.restless),
        });
        copy.strict = this.strict;
        copy.lost = this.lost;
        copy.inside = this.inside;
        copy.shells = this.shells;
        return copy;
    }
    get(name) {
        return this.restless.has(name) ? marks/* HOLE */.vs : (this.variables.get(name) ?? marks/* HOLE */.vs);
    }
    set(name, value) {
        if (isOdd(value))
            this.odd.add(name);
        this.variables.set(name, value.length > LONGEST ? marks/* HOLE */.vs : value);
    }
    /** Either of the two may be what is there from here on. */
    merge(other) {
        for (const name of new Set([...this.variables.keys(), ...other.variables.keys()]))
            if (this.variables.get(name) !== other.variables.get(name))
                this.variables.set(name, marks/* HOLE */.vs);
        const before = new Set(this.functions.keys());
        for (const [name, bodies] of other.functions)
            this.functions.set(name, [...new Set([...(this.functions.get(name) ?? []), ...bodies])]);
        for (const name of new Set([...this.functions.keys(), ...other.functions.keys()]))
            if (!(before.has(name) && other.functions.has(name)))
                this.doubtful.add(name);
        for (const name of other.doubtful)
            this.doubtful.add(name);
        if (this.cwd !== other.cwd)
            this.cwd = undefined;
        if (this.positional !== other.positional)
            this.positional = undefined;
        this.strict &&= other.strict;
        this.lost ||= other.lost;
    }
}

;// CONCATENATED MODULE: ./lib/shell/findings.js
/** Beyond these a text is not analysed any further. */
const MOST_EFFECTS = 500;
const MOST_STEPS = 4000;
/** Thrown when a text asks for too much work. */
class Exhausted extends Error {
}
/** What was found so far, each fact once. */
class Findings {
    embedded = [];
    found = new Map();
    steps = 0;
    watch;
    /** `watch` is told every command that may run, with marks for what is not known. */
    constructor(watch) {
        this.watch = watch;
    }
    get effects() {
        return [...this.found.values()];
    }
    add(effect) {
        if (this.found.size >= MOST_EFFECTS)
            throw new Exhausted();
        const key = JSON.stringify(effect);
        if (!this.found.has(key))
            this.found.set(key, effect);
    }
    /** Counts the work; `argv` is a command that may run. */
    step(argv) {
        if (++this.steps > MOST_STEPS)
            throw new Exhausted();
        if (argv)
            this.watch?.(argv);
    }
}

;// CONCATENATED MODULE: ./lib/shell/syntax/reader.js
/** Thrown where the grammar ends. Its message holds nothing of the text. */
class Malformed extends Error {
}
/** Characters of a text, one after the other; `\` before a newline is never seen, as in every shell. */
class Reader {
    text;
    at = 0;
    depth = 0;
    /** Things that shells read in different ways. */
    doubts;
    shells;
    constructor(text, shells, doubts = new Set()) {
        this.text = text;
        this.shells = shells;
        this.doubts = doubts;
    }
    /** The next character; '' at the end. */
    peek() {
        while (this.text[this.at] === '\\' && this.text[this.at + 1] === '\n')
            this.at += 2;
        return this.text[this.at] ?? '';
    }
    next() {
        const char = this.peek();
        this.at += 1;
        return char;
    }
    /** The character as it stands, within single quotes and comments. */
    raw() {
        return this.text[this.at++] ?? '';
    }
    /** Whether the text goes on with this; continuation lines within it are skipped. */
    sees(expected) {
        const from = this.at;
        for (const char of expected)
            if (this.next() !== char) {
                this.at = from;
                return false;
            }
        this.at = from;
        return true;
    }
    /** Goes past it when it is there. */
    takes(expected) {
        const from = this.at;
        for (const char of expected)
            if (this.next() !== char) {
                this.at = from;
                return false;
            }
        return true;
    }
    ended() {
        return this.peek() === '';
    }
    /** One kind of shell reads what is here in a way of its own. */
    doubt(shell, what) {
        if (this.shells.has(shell))
            this.doubts.add(what);
    }
    /** A reader of a text within this one, with the same doubts. */
    within(text) {
        const inner = new Reader(text, this.shells, this.doubts);
        inner.depth = this.depth;
        return inner;
    }
    /** Runs what may nest, within bounds. */
    nested(parse) {
        if (++this.depth > 60)
            throw new Malformed('it is nested too deeply');
        const result = parse();
        this.depth -= 1;
        return result;
    }
}

;// CONCATENATED MODULE: ./lib/shell/expand/braces.js

/** Words that one with braces stands for: `a{b,c}` is `ab` and `ac`. Shells without braces see the word as it is. */
function braces(parts) {
    if (!parts.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{')))
        return [parts];
    const atoms = parts.flatMap((part) => part.kind === 'text' && !part.quoted ? [...part.text] : [part]);
    const budget = { left: 300 };
    return alternatives(atoms, budget).map(partsOf);
}
function alternatives(atoms, budget) {
    for (let at = 0; at < atoms.length; at++) {
        if (atoms[at] !== '{')
            continue;
        const found = choices(atoms, at);
        if (!found)
            continue;
        const before = atoms.slice(0, at);
        const after = alternatives(atoms.slice(found.end), budget);
        const results = [];
        for (const choice of found.choices)
            for (const middle of alternatives(choice, budget))
                for (const rest of after) {
                    if (--budget.left < 0)
                        throw new Malformed('its braces stand for too many words');
                    results.push([...before, ...middle, ...rest]);
                }
        return results;
    }
    return [[...atoms]];
}
function choices(atoms, from) {
    let depth = 0;
    let start = from + 1;
    const found = [];
    for (let at = from; at < atoms.length; at++) {
        const atom = atoms[at];
        if (atom === '{')
            depth += 1;
        else if (atom === ',' && depth === 1) {
            found.push(atoms.slice(start, at));
            start = at + 1;
        }
        else if (atom === '}' && --depth === 0) {
            const last = atoms.slice(start, at);
            if (found.length > 0)
                return { choices: [...found, last], end: at + 1 };
            const range = sequence(last);
            return range && { choices: range, end: at + 1 };
        }
    }
    return undefined;
}
/** `1..9`, `a..e`, `0..10..5` */
function sequence(atoms) {
    if (atoms.some((atom) => typeof atom !== 'string'))
        return undefined;
    const [, from, to, by] = /^(-?\d{1,9}|[A-Za-z])\.\.(-?\d{1,9}|[A-Za-z])(?:\.\.(-?\d{1,9}))?$/.exec(atoms.join('')) ?? [];
    if (from === undefined || to === undefined)
        return undefined;
    const letters = /[A-Za-z]/.test(from);
    if (letters !== /[A-Za-z]/.test(to))
        return undefined;
    const [first, last] = [from, to].map((end) => (letters ? (end.codePointAt(0) ?? 0) : Number(end)));
    const step = Math.abs(Number(by ?? 1)) || 1;
    const count = Math.floor(Math.abs(last - first) / step) + 1;
    if (count > 300)
        throw new Malformed('its braces stand for too many words');
    const width = /^-?0\d|^-?\d+$/.test(from) && /^-?0\d/.test(`${from} ${to}`) ? Math.max(from.length, to.length) : 0;
    return Array.from({ length: count }, (_, index) => {
        const value = first + Math.sign(last - first) * step * index;
        return [...(letters ? String.fromCodePoint(value) : String(value).padStart(width, '0'))];
    });
}
function partsOf(atoms) {
    const parts = [];
    for (const atom of atoms) {
        const last = parts.at(-1);
        if (typeof atom !== 'string')
            parts.push(atom);
        else if (last?.kind === 'text' && !last.quoted)
            parts[parts.length - 1] = { ...last, text: last.text + atom };
        else
            parts.push({ kind: 'text', text: atom, quoted: false });
    }
    return parts;
}

;// CONCATENATED MODULE: ./lib/shell/expand/words.js



/** The arguments that words stand for. `plain`: for a shell that knows no braces. */
const fieldsOf = (words, by, plain = false) => words.flatMap(({ parts }) => (plain ? [parts] : braces(parts)).flatMap((alternative) => new Splitter(by).fields(alternative)));
/** One text, without splitting and globs: values of variables, here-documents. */
function textOf(word, by) {
    const splitter = new Splitter(by);
    const pieces = tilde(word.parts, by.scope).map((part) => part.kind === 'text' ? part.text : splitter.value(part));
    return { text: pieces.join(''), download: splitter.download };
}
const SECRET = /pass(?!enger|ed|ing)|secret|token|credential|private|api_?key|access_?key|_key$|_dsn$|^database_url$|_pwd$/i;
class Splitter {
    by;
    found = [];
    current;
    download = false;
    constructor(by) {
        this.by = by;
    }
    fields(parts) {
        for (const part of tilde(parts, this.by.scope))
            this.add(part);
        this.end();
        return this.found.map((field) => (this.download ? { ...field, download: true } : field));
    }
    add(part) {
        if (part.kind === 'text')
            return this.append(part.text, part.quoted);
        if (part.kind === 'parameter' && '@*'.includes(part.name) && !part.operator)
            return this.parameters(part.quoted);
        const value = this.value(part);
        if (part.quoted || part.kind === 'process')
            return this.append(value);
        this.split(value);
    }
    /** The value of an expansion, with marks where it is not known. */
    value(part) {
        if (part.kind === 'arithmetic') {
            for (const inner of part.parts)
                computed(inner.kind === 'text' ? inner.text : this.value(inner), this.by.scope, inner.kind === 'text');
            return marks/* WORD */.f7;
        }
        if (part.kind === 'parameter')
            return this.parameter(part);
        const { output, download } = this.by.substitute(part.body, part.kind === 'process');
        this.download ||= download;
        if (part.kind === 'process')
            return `/dev/fd/${marks/* HOLE */.vs}`;
        return output === undefined ? marks/* HOLE */.vs : output.replace(/\n+$/, '');
    }
    parameter({ name, operator, operand }) {
        const other = operand ? textOf(operand, this.by) : undefined;
        this.download ||= other?.download ?? false;
        if (name === '?' || name === '#' || name === '$' || name === '!' || operator === 'length')
            return marks/* WORD */.f7;
        if (operator === '=' || operator === ':=')
            this.by.changed(name);
        if (operator === ':' && other)
            computed(other.text, this.by.scope, true);
        const value = this.named(name);
        if (!this.by.scope.variables.has(name) && SECRET.test(name))
            this.by.secret(name);
        if (operator === undefined)
            return value;
        // Whether it is set is only known when it holds something that is known.
        if (operator === ':-' || operator === '-')
            return value !== '' && !value.includes(marks/* HOLE */.vs) ? value : marks/* HOLE */.vs;
        return marks/* HOLE */.vs;
    }
    named(name) {
        const { positional } = this.by.scope;
        if (/^[1-9]\d*$/.test(name))
            return positional ? (positional[Number(name) - 1] ?? '') : marks/* HOLE */.vs;
        return /^[A-Za-z_]/.test(name) ? this.by.scope.get(name) : marks/* HOLE */.vs;
    }
    parameters(quoted) {
        const { positional } = this.by.scope;
        if (!positional) {
            this.append(marks/* HOLE */.vs);
            if (this.current)
                this.current.many = true;
            return;
        }
        positional.forEach((value, index) => {
            if (index > 0)
                this.end();
            if (quoted)
                this.append(value);
            else
                this.split(value);
        });
    }
    /** By blanks, as IFS has it where nobody changed it. */
    split(value) {
        if (this.by.scope.variables.has('IFS') || /[\ue000-\ue002]/.test(value)) {
            this.append(marks/* HOLE */.vs);
            if (this.current)
                this.current.many = true;
            return;
        }
        const words = value.split(/[ \t\n]+/);
        words.forEach((one, index) => {
            if (index > 0)
                this.end();
            if (one !== '')
                this.append(one, false);
        });
    }
    append(text, quoted = true) {
        const { text: before = '', quoted: signs = '', many = false } = this.current ?? {};
        this.current = { text: before + text, quoted: signs + (quoted ? 'q' : 'u').repeat(text.length), many };
    }
    end() {
        if (this.current)
            this.found.push({ text: globs(this.current.text, this.current.quoted), many: this.current.many });
        this.current = undefined;
    }
}
/** Patterns that are not quoted; `signs` has a `u` for each character that is not. */
function globs(text, signs) {
    if (!/[*?[]/.test(text))
        return text;
    let result = '';
    const last = text.lastIndexOf(']');
    for (let at = 0; at < text.length; at++) {
        const char = text[at] ?? '';
        if (signs[at] === 'q' || !'*?['.includes(char))
            result += char;
        else if (char === '*')
            result += marks/* ANY */.x4;
        else if (char === '?')
            result += marks/* ONE */.xr;
        else {
            const [simple] = /^\[[\w,.-]+\]/.exec(text.slice(at, at + 80)) ?? [];
            if (simple !== undefined && !signs.slice(at, at + simple.length).includes('q')) {
                result += marks/* ONE */.xr;
                at += simple.length - 1;
            }
            else if (last < at)
                result += char;
            else {
                // Classes, quotes and brackets within: anything up to the next slash.
                const slash = text.indexOf('/', text.indexOf(']', at));
                result += marks/* ANY */.x4;
                at = (slash === -1 ? text.length : slash) - 1;
            }
        }
    }
    return result;
}
/** `~` and `~name` at the beginning, unquoted. */
function tilde(parts, scope) {
    const [first, ...rest] = parts;
    if (first?.kind !== 'text' || first.quoted || !first.text.startsWith('~'))
        return parts;
    const [all, name = ''] = /^~([^/]*)/.exec(first.text) ?? [''];
    if (rest.length > 0 && all === first.text)
        return [{ ...first, text: marks/* HOLE */.vs, quoted: true }, ...rest];
    return [
        { ...first, text: directory(name, scope), quoted: true },
        { ...first, text: first.text.slice(all.length) },
        ...rest,
    ];
}
function directory(name, scope) {
    if (name === '')
        return scope.variables.get('HOME') ?? marks/* HOME */.yZ;
    if (name === '+')
        return scope.cwd ?? marks/* HOLE */.vs;
    if (name === 'root')
        return '/root';
    return /^[a-z_][a-z0-9_-]*$/.test(name) ? `/home/${name}` : marks/* HOLE */.vs;
}

;// CONCATENATED MODULE: ./lib/shell/options.js

/** The arguments of a program, told apart as getopt does. */
class Options {
    operands = [];
    /** An argument is only known when it runs, and may be an option. */
    open;
    given = new Map();
    /**
     * `valued` lists options that take a value as their own argument, or what is joined to them: `-o --output`.
     * `stop`: what follows the first operand belongs to another command.
     */
    constructor(args, valued = '', stop = false) {
        const takes = new Set(valued.split(/\s+/));
        let open = false;
        for (let at = 0; at < args.length; at++) {
            const field = args[at];
            const { text } = field;
            if (text === '--') {
                this.operands.push(...args.slice(at + 1));
                break;
            }
            if (field.many || isOpen(text))
                open = true;
            if (!text.startsWith('-') || text === '-') {
                this.operands.push(...(stop ? args.slice(at) : [field]));
                if (stop)
                    break;
            }
            else if (text.startsWith('--') || takes.has(text))
                at += this.whole(field, args[at + 1], takes);
            else
                at += this.letters(field, args[at + 1], takes);
        }
        this.open = open;
    }
    whole(field, following, takes) {
        const [name = '', value] = cut(field.text);
        if (value !== undefined)
            this.put(name, { ...field, text: value });
        else if (takes.has(name) && following) {
            this.put(name, following);
            return 1;
        }
        else {
            // An abbreviation may take what follows.
            const short = following !== undefined && [...takes].some((one) => name.length > 2 && one.startsWith(name));
            this.put(name, short ? following : undefined);
        }
        return 0;
    }
    letters(field, following, takes) {
        const letters = field.text.slice(1);
        for (let at = 0; at < letters.length; at++) {
            const name = `-${letters[at]}`;
            if (!takes.has(name)) {
                this.put(name);
                continue;
            }
            const rest = letters.slice(at + 1);
            if (rest === '' && following) {
                this.put(name, following);
                return 1;
            }
            this.put(name, { ...field, text: rest });
            return 0;
        }
        // `-name` of programs that have long options with one dash.
        this.put(field.text);
        return 0;
    }
    put(name, value) {
        const values = this.given.get(name) ?? [];
        if (value)
            values.push(value);
        this.given.set(name, values);
    }
    /** Whether one of these is there; long ones also when they are abbreviated. */
    has(...names) {
        return names.some((name) => this.given.has(name) || this.matching(name).length > 0);
    }
    /** Values of these options. */
    values(...names) {
        return names.flatMap((name) => [
            ...(this.given.get(name) ?? []),
            ...this.matching(name).flatMap((one) => this.given.get(one) ?? []),
        ]);
    }
    names() {
        return [...this.given.keys()];
    }
    matching(name) {
        if (!name.startsWith('--'))
            return [];
        return [...this.given.keys()].filter((one) => one.length > 2 && one.startsWith('--') && one !== name && name.startsWith(one));
    }
}
const isOpen = (text) => text.startsWith(marks/* HOLE */.vs) || text.startsWith(marks/* ANY */.x4) || text.startsWith(marks/* ONE */.xr) || text.startsWith(marks/* WORD */.f7);
function cut(text) {
    const at = text.indexOf('=');
    return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

;// CONCATENATED MODULE: ./lib/shell/programs/program.js


/** The same for several names. */
const each = (names, program) => Object.fromEntries(names
    .trim()
    .split(/\s+/)
    .map((name) => [name, program]));
/** Only tells something, or does nothing that stays. `writing` are options that it must not have. */
const harmless = (writing = '') => (call) => {
    const options = new Options(call.args);
    if (writing !== '' && (options.open || options.has(...writing.split(/\s+/))))
        call.unknown(`${call.name} has an option that writes or runs something`);
};
/** Reads files that it names. `first`: its first operand is a pattern unless one of `patterns` is there. */
const reads = (from = {}) => (call) => {
    const options = new Options(call.args, `${from.valued ?? ''} ${from.patterns ?? ''} ${from.files ?? ''}`);
    const skips = from.first && !options.has(...words(from.patterns)) && (0,marks/* isKnown */.qE)(options.operands[0]?.text ?? '');
    const own = skips ? options.operands.slice(1) : options.operands;
    const recursive = from.always === true || options.has(...words(from.recursive));
    if (from.writing && (options.open || options.has(...words(from.writing))))
        call.unknown(`${call.name} has an option that writes or runs something`);
    call.reads(options.values(...words(from.files)));
    for (const operand of own)
        call.read(operand, recursive);
    if (recursive && own.length === 0)
        call.read({ text: '.', many: false }, true);
};
const words = (text = '') => text.split(/\s+/).filter((word) => word !== '');
/** Values that are whole and known. */
const known = (field) => field && !field.many && (0,marks/* isKnown */.qE)(field.text) ? field.text : undefined;

;// CONCATENATED MODULE: ./lib/shell/programs/accounts.js



const ACCOUNTS = {
    ...each('apt apt-get aptitude', (call) => accounts_packages(call, /^(?:install|upgrade|full-upgrade|dist-upgrade|reinstall|build-dep|source|update)$/, /^(?:remove|purge|autoremove|autopurge)$/)),
    ...each('dnf yum zypper microdnf tdnf', (call) => accounts_packages(call, /^(?:install|in|update|upgrade|up|dup|localinstall|reinstall|downgrade|makecache|refresh|groupinstall|module)$/, /^(?:remove|erase|rm|autoremove|swap|groupremove)$/)),
    apk: (call) => accounts_packages(call, /^(?:add|upgrade|update|fix)$/, /^del$/),
    snap: (call) => accounts_packages(call, /^(?:install|refresh|revert|set|connect|enable)$/, /^(?:remove|disable)$/),
    flatpak: (call) => accounts_packages(call, /^(?:install|update|run)$/, /^(?:uninstall|remove)$/),
    brew: (call) => accounts_packages(call, /^(?:install|upgrade|update|reinstall|link)$/, /^(?:uninstall|remove|rm|cleanup)$/),
    ...each('dpkg rpm', (call) => {
        const texts = call.texts.join(' ');
        if (/(?:^| )(?:-[a-zA-Z]*[eP]\b|-r\b|--remove|--purge|--erase)/.test(texts))
            return put(call, 'remove');
        if (!/^(?:-[lLsSWVq]|--list|--status|--search|--listfiles|--get-selections|--print-architecture|-q[a-z]*|--query|--verify|--version|--compare-versions)/.test(texts))
            put(call, 'write');
    }),
    pacman: (call) => call.texts.some((text) => /^-[QF]/.test(text))
        ? undefined
        : put(call, call.texts.some((text) => /^-R/.test(text)) ? 'remove' : 'write'),
    ...each('pip pip3 pipx gem cpan cpanm luarocks easy_install', (call) => accounts_packages(call, /^(?:install|update|upgrade|download|wheel|setup|build|add|push)$/, /^(?:uninstall|remove|cleanup)$/)),
    ...each(`useradd adduser userdel deluser usermod groupadd addgroup groupdel delgroup groupmod passwd chpasswd chgpasswd gpasswd chage chsh chfn vipw vigr newusers visudo pwconv
    pwunconv grpconv grpunconv faillock pam-auth-update authconfig authselect realm ssh-copy-id kadmin kadmin.local ldapadd ldapmodify ldapdelete smbpasswd htpasswd update-alternatives`, account),
    crontab: (call) => {
        const options = new Options(call.args, '-u');
        if (options.has('-l'))
            return;
        call.effect({ action: options.has('-r') ? 'remove' : 'write', object: 'schedule' });
    },
    ...each('at batch atrm anacron', (call) => new Options(call.args, '-f -q -t').has('-l') && !call.args.some(({ many }) => many)
        ? undefined
        : call.effect({ action: call.name === 'atrm' ? 'remove' : 'write', object: 'schedule' })),
    atq: () => undefined,
    ...each('ssh-keygen', (call) => {
        const options = new Options(call.args, '-t -b -f -C -N -P -R -F -m -I -n -V -s');
        if (options.has('-l', '-F', '-y') && !options.has('-R'))
            return options.has('-y') ? call.reads(options.values('-f')) : undefined;
        for (const field of options.values('-f'))
            call.write(field);
        call.effect({ action: 'write', object: 'account', name: 'keys' });
    }),
};
function account(call) {
    if (call.name === 'passwd' && /^(?:-S|--status)$/.test(call.texts[0] ?? ''))
        return;
    if (call.name === 'update-alternatives' &&
        /^--(?:display|list|query|get-selections)/.test(call.texts[0] ?? ''))
        return;
    if (call.name === 'chage' && call.texts.includes('-l'))
        return;
    call.effect({
        action: /del$/.test(call.name) ? 'remove' : 'write',
        object: 'account',
        name: (0,paths/* told */.Ev)(new Options(call.args).operands.at(-1)?.text ?? ''),
    });
}
function accounts_packages(call, adds, takes) {
    const options = new Options(call.args, '-o -c -t -n --option --config-file --target-release --timeout --cache-dir --index-url -i -r --requirement');
    const [verb] = options.operands;
    // Options of apt may name hooks that run.
    if (options.open || options.has('-o', '-c', '--option', '--config-file'))
        call.unknown(`${call.name} has an option that may run something`);
    const text = verb?.text ?? '';
    if (takes.test(text))
        put(call, 'remove');
    else if (adds.test(text))
        put(call, 'write');
    else if (!/^(?:list|search|show|info|policy|depends|rdepends|check|check-update|history|freeze|outdated|config|--version|-V|help|repolist|provides|why|files|contents|env|)$/.test(text))
        call.unknown(`${call.name} is given a verb that is not known`);
}
function put(call, action) {
    const names = new Options(call.args).operands.slice(1).map(({ text }) => (0,paths/* told */.Ev)(text));
    for (const name of names.length > 0 ? names : [undefined])
        call.effect({ action, object: 'package', ...(name === undefined ? {} : { name }) });
}

;// CONCATENATED MODULE: ./lib/shell/programs/allowed.js
// Options that programs may have: those that the tables understand, or that change nothing but what is shown.

const COPY = 'archive force recursive verbose no-clobber update preserve no-preserve no-target-directory target-directory= remove-destination parents dereference no-dereference link symbolic-link sparse reflink backup suffix= strip-trailing-slashes one-file-system interactive no-target-directory help version mode= owner= group= directory preserve-timestamps compare strip symbolic relative physical logical';
const GREP = {
    letters: 'EFGPRUVZabchiHlLnoqrsTvwxyz0#',
    valued: 'ABCDefm',
    long: 'extended-regexp fixed-strings basic-regexp perl-regexp regexp= file= ignore-case no-ignore-case word-regexp line-regexp null-data no-messages invert-match version help max-count= byte-offset line-number line-buffered with-filename no-filename label= only-matching quiet silent binary-files= text recursive dereference-recursive include= exclude= exclude-from= exclude-dir= files-without-match files-with-matches count initial-tab null before-context= after-context= context= color colour binary',
};
const SQUEEZE = {
    letters: 'cdfhkKlLnNqrtvV#eszT',
    valued: 'S',
    long: 'stdout to-stdout decompress uncompress force help keep list quiet recursive test verbose version fast best no-name name threads extreme ultra long rm no-progress',
};
const SHOW = { letters: 'AbBcdefghHijklLmMnNopPqrRsStTuUvVwWxXyYzZ#', long: 'help version' };
const TABLE = {
    tar: {
        letters: 'cxtruAdzjJvkmphOPSUWwaZiloq0',
        valued: 'fCXTIFHNVKb',
        long: 'create extract get list append update diff file= directory= exclude= exclude-vcs exclude-from= files-from= gzip bzip2 xz zstd lzma auto-compress verbose strip-components= to-stdout absolute-names dereference no-same-owner no-same-permissions same-owner same-permissions preserve-permissions numeric-owner owner= group= mode= mtime= sort= format= warning= overwrite keep-old-files keep-newer-files skip-old-files no-recursion one-file-system remove-files totals wildcards anchored ignore-failed-read no-overwrite-dir touch xattrs acls selinux help version transform= xform= checkpoint overwrite-dir unlink-first recursive-unlink',
    },
    zip: {
        letters: 'rqv9jymuofTXDdeFAlS#',
        valued: 'xiPntb',
        long: 'recurse-paths quiet exclude= include= move junk-paths symlinks update freshen',
    },
    unzip: { letters: 'oqlntvpujaCLX', valued: 'dxP' },
    curl: {
        letters: 'fsSLvikIGJONgqZ#046aBjlnpRVhM',
        valued: 'odXHuAbcemTFxwtKDErCyYzQP',
        long: 'fail fail-with-body silent show-error location verbose include insecure head get remote-name remote-header-name remote-name-all output= data= data-raw= data-binary= data-urlencode= data-ascii= json= form= form-string= request= header= user= user-agent= cookie= cookie-jar= referer= max-time= connect-timeout= write-out= retry= retry-delay= retry-max-time= retry-connrefused retry-all-errors compressed ipv4 ipv6 http1.1 http2 tlsv1.2 tlsv1.3 no-progress-meter progress-bar no-buffer create-dirs output-dir= upload-file= url= url-query= variable= max-redirs= limit-rate= range= dump-header= cacert= capath= parallel fail-early no-keepalive config= stderr= trace= trace-ascii= libcurl= etag-save= etag-compare= hsts= version help globoff path-as-is continue-at= quote= mail-from=',
    },
    wget: {
        letters: 'qvcNSdbkpEHKLrmxnV46hFs',
        valued: 'OoaPtTUeiBQwARDl',
        long: 'quiet verbose no-verbose continue timestamping no-clobber output-document= output-file= append-output= directory-prefix= tries= timeout= connect-timeout= read-timeout= user-agent= header= post-data= post-file= body-data= body-file= method= execute= input-file= user= password= wait= waitretry= no-check-certificate show-progress progress= spider server-response no-cache content-on-error retry-connrefused retry-on-http-error= max-redirect= inet4-only inet6-only mirror recursive use-askpass config= no-proxy version help limit-rate= content-disposition trust-server-names',
    },
    wget2: { letters: 'qvcN', valued: 'OoPtTU', long: 'quiet output-document= spider tries= timeout= version' },
    scp: { letters: '346ABCOpqRrTvstdf', valued: 'clPiJSoDX' },
    grep: GREP,
    egrep: GREP,
    fgrep: GREP,
    zgrep: GREP,
    rg: {
        letters: 'FNSciHhlLnopqsuvwxUP0',
        valued: 'gtABCmeMjTf',
        long: 'fixed-strings ignore-case smart-case line-number no-heading count files-with-matches glob= type= context= color= max-count= version no-ignore hidden pre',
    },
    ...Object.fromEntries('gzip gunzip bzip2 bunzip2 xz unxz lz4 compress uncompress zcat bzcat xzcat'
        .split(' ')
        .map((name) => [name, SQUEEZE])),
    zstd: { ...SQUEEZE, valued: 'o' },
    unzstd: { ...SQUEEZE, valued: 'o' },
    zstdcat: { letters: 'qv', long: 'quiet' },
    lz4cat: { letters: 'qv', operands: /^[^-]/ },
    strings: {
        letters: 'afwd#',
        valued: 'nte',
        long: 'all bytes= radix= encoding= version help',
        operands: /^[^@\ue000-\ue003]/,
    },
    diff3: { letters: '', operands: /^[^-]/ },
    tree: {
        letters: 'adflshDCFipugiqNQrtUvxnSAJXcR',
        valued: 'LPIoH',
        long: 'dirsfirst filelimit= noreport du prune help version charset= sort= gitignore matchdirs ignore-case',
    },
    dmesg: {
        letters: 'THekrtuwWxLShVPd',
        valued: 'fls',
        long: 'human ctime time-format= level= facility= follow follow-new color nopager notime reltime raw kernel userspace decode show-delta help version since= until= json',
    },
    journalctl: {
        letters: 'afekrqxlmNVhbn#',
        valued: 'upotgSUFcsT',
        long: 'unit= user-unit= user system lines priority= output= output-fields= identifier= grep= since= until= boot follow no-tail no-pager all full no-full reverse quiet utc catalog dmesg disk-usage list-boots case-sensitive pager-end merge fields field= header verify version help no-hostname facility= this-boot machine=',
    },
    systemctl: {
        letters: 'alqifrTh0#',
        valued: 'tpnosHMP',
        long: 'type= state= property= lines= output= signal= host= machine= root= job-mode= kill-who= kill-whom= what= all full quiet no-pager no-legend plain no-block no-ask-password now force user system failed wait value recursive reverse after before dry-run runtime global show-types help version image= with-dependencies timestamp=',
    },
    'apt-cache': {
        letters: 'qnifh',
        long: 'quiet names-only full installed recurse no-all-versions help version',
    },
    apt: {
        letters: 'qyvhaudVm#',
        valued: 'otc',
        long: 'quiet yes assume-yes assume-no installed upgradable upgradeable manual-installed all-versions no-install-recommends no-install-suggests fix-broken only-upgrade reinstall purge auto-remove autoremove simulate dry-run option= target-release= config-file= allow-downgrades no-upgrade help version verbose',
    },
    'apt-get': {
        letters: 'qyvhaudVmsf#',
        valued: 'otc',
        long: 'quiet yes assume-yes assume-no no-install-recommends no-install-suggests fix-broken fix-missing only-upgrade reinstall purge auto-remove autoremove simulate dry-run option= target-release= config-file= allow-downgrades allow-releaseinfo-change no-upgrade help version download-only',
    },
    dnf: {
        letters: 'yqvhC',
        long: 'assumeyes quiet refresh installed available updates upgrades all showduplicates enabled version help',
        operands: /^(?!history$)/,
    },
    yum: {
        letters: 'yqvhC',
        long: 'assumeyes quiet refresh installed available updates upgrades all showduplicates enabled version help',
        operands: /^(?!history$)/,
    },
    rpm: {
        letters: 'qailfVpcdseUvhFR',
        long: 'last version requires provides changelog whatprovides install upgrade erase query verify all list',
    },
    rpmquery: { letters: 'ailfpcd' },
    dpkg: {
        letters: 'lLsSWVqirPECG',
        long: 'list status search listfiles get-selections print-architecture version help audit compare-versions verify purge remove install configure unpack force-confold force-confdef force-all',
    },
    pip: {
        letters: 'VhqvrUeI',
        long: 'version help quiet verbose outdated uptodate format= user local not-required files all no-deps upgrade requirement= no-cache-dir disable-pip-version-check',
        operands: /^(?!config$)/,
    },
    pip3: {
        letters: 'VhqvrUeI',
        long: 'version help quiet verbose outdated uptodate format= user local not-required files all no-deps upgrade requirement= no-cache-dir disable-pip-version-check',
        operands: /^(?!config$)/,
    },
    'ssh-keygen': { letters: 'lyBv', valued: 'fEFtbCNPR' },
    awk: { letters: '', valued: 'Fv', long: 'version field-separator= assign= re-interval posix', stop: true },
    sed: {
        letters: 'nErsuzi',
        valued: 'efl',
        long: 'quiet silent expression= file= regexp-extended in-place separate unbuffered null-data posix help version line-length= sandbox',
    },
    split: { letters: 'deux', valued: 'bnlaC', long: 'bytes= lines= number= suffix-length= verbose' },
    ...Object.fromEntries('cp mv ln install'
        .split(' ')
        .map((name) => [name, { letters: 'abfirRvnuTdLPHplsxDCcZ', valued: 'tSmog', long: COPY }])),
    patch: {
        letters: 'NRsEflutc#',
        valued: 'pid',
        long: 'forward reverse dry-run strip= input= directory= silent force batch verbose',
    },
    helm: {
        letters: 'Aqadh',
        valued: 'nolfm',
        long: 'namespace= all-namespaces output= filter= max= kube-context= version= values= set= set-string= install atomic wait timeout= create-namespace debug short all deployed failed pending dry-run reuse-values reset-values history-max= cleanup-on-fail force keep-history no-hooks description= revision= help',
    },
    ip: {
        letters: '460hrdsjop',
        long: 'json brief stats details oneline color human-readable',
        operands: /^[^\ue000-\ue003]/,
    },
    fuser: { letters: 'avkmuiS4', valued: 'n', long: 'all kill verbose', operands: /^[^\ue000-\ue003]/ },
    logger: { letters: 'isdeT', valued: 'tp', long: 'tag= priority= id stderr', operands: /./ },
    strace: { letters: 'fFcCtTrvqxydhVwikz', valued: 'eopsuEaP', stop: true },
    ltrace: { letters: 'fcS', valued: 'eopsu', stop: true },
    fakeroot: { letters: '', stop: true },
    setarch: { letters: '', stop: true },
    linux64: { letters: '', stop: true },
    lastlog: { letters: 'ah', valued: 'btu', long: 'before= time= user= help' },
    at: { letters: 'lmMvV', valued: 'fqt' },
    arp: { letters: 'anve' },
    blkid: { letters: 'pik', valued: 'so', long: 'match-tag= output= probe info' },
    findmnt: {
        letters: 'nrlaJPDRufT',
        valued: 'oStM',
        long: 'noheadings raw list json pairs df output= target= source= types= mountpoint= verify',
    },
    nft: { letters: 'anjshvy', operands: /^[\w.-]+$/ },
    tc: { letters: 'sdpjirg', operands: /^[\w:./-]+$/ },
    ipset: { letters: 'nt' },
    timedatectl: { letters: '', long: 'no-pager all value' },
    hostnamectl: { letters: '', long: 'static transient pretty no-pager' },
    loginctl: { letters: 'al', valued: 'p', long: 'no-pager no-legend all property= value' },
    localectl: { letters: '', long: 'no-pager' },
    iptables: {
        letters: 'LSnvxCIADRFXNPEZ',
        valued: 'tpsdijmcgo',
        long: 'list numeric verbose line-numbers table= list-rules dport= sport= ctstate= state= comment= check',
    },
    ip6tables: {
        letters: 'LSnvxCIADRFXNPEZ',
        valued: 'tpsdijmcgo',
        long: 'list numeric verbose line-numbers table= list-rules dport= sport= ctstate= state= comment= check',
    },
    nginx: { letters: 'tTqvVh', valued: 's', stop: true },
    caddy: { letters: '', long: 'version' },
    apachectl: { letters: 'tvVSlMk' },
    apache2ctl: { letters: 'tvVSlMk' },
    varnishd: { letters: 'V' },
    nc: { letters: 'zvnu46N', valued: 'wpXxsi' },
    ncat: { letters: 'zvnu46', valued: 'w' },
    netcat: { letters: 'zvnu46N', valued: 'w' },
    chmod: { letters: 'RcfvrwxX', long: 'recursive verbose changes quiet silent' },
    chown: {
        letters: 'RcfvhHLP',
        long: 'recursive verbose changes quiet silent no-dereference dereference from=',
    },
    psql: {
        letters: 'AtqXaebEHlnwWx1SszV0?',
        valued: 'cdfvoLFRTPhpU',
        long: 'command= dbname= file= set= variable= output= log-file= field-separator= record-separator= table-attr= pset= host= port= username= no-psqlrc quiet tuples-only no-align csv expanded single-transaction no-password password list version echo-all echo-queries echo-errors echo-hidden html no-readline single-line single-step',
        operands: /^(?!.*(?:options|passfile|service|ssl(?:key|cert)|require_auth)\s*=)/i,
    },
    ...Object.fromEntries('docker podman nerdctl'
        .split(' ')
        .map((name) => [
        name,
        { letters: 'Dv', valued: 'Hcl', long: 'debug version host= context= config= log-level=', stop: true },
    ])),
    kubectl: {
        letters: 'Awhitqpk',
        valued: 'nflocsR',
        long: 'namespace= context= kubeconfig= cluster= user= filename= selector= output= container= kustomize= server= tail= since= since-time= as= as-group= type= patch= replicas= timeout= token= image= field-selector= sort-by= all-namespaces watch follow previous timestamps prefix all-containers all no-headers show-labels recursive wait for= dry-run= record overwrite force prune grace-period= stdin tty client short raw= revision= to-revision= current-replicas= show-kind ignore-not-found watch-only limit-bytes= max-log-requests= containers help quiet local server-side field-manager= force-conflicts cascade= now',
    },
    oc: SHOW,
};
const ALIASES = {
    gtar: 'tar',
    bsdtar: 'tar',
    gawk: 'awk',
    mawk: 'awk',
    nawk: 'awk',
    'original-awk': 'awk',
    k: 'kubectl',
    ltar: 'tar',
};
/** Whether a program has an option that is not told of here. False for programs without a table. */
function unfamiliar(name, args) {
    const known = Object.hasOwn(TABLE, name) ? TABLE[name] : TABLE[ALIASES[name] ?? ''];
    if (!known)
        return false;
    const long = new Map((known.long ?? '').split(/\s+/).map((one) => [one.replace('=', ''), one.endsWith('=')]));
    for (let at = 0; at < args.length; at++) {
        const { text, many } = args[at];
        if (text === '--')
            return false;
        if (text === '-' || !text.startsWith('-')) {
            if (many && text.includes(marks/* HOLE */.vs) && known.operands)
                return true;
            if (known.operands && !known.operands.test(text))
                return true;
            if (known.stop)
                return false;
        }
        else if (text.startsWith('--')) {
            const [option = '', value] = text.slice(2).split(/=(.*)/s);
            const valued = long.get(option);
            if (valued === undefined)
                return true;
            if (valued && value === undefined)
                at += 1;
        }
        else {
            const taken = lettersOf(text.slice(1), known);
            if (taken === undefined)
                return true;
            at += taken;
        }
    }
    return false;
}
/** How many arguments behind it belong to it; undefined where a letter is not known. */
function lettersOf(letters, { letters: plain = '', valued = '' }) {
    for (let at = 0; at < letters.length; at++) {
        const letter = letters[at] ?? '';
        if (valued.includes(letter))
            return at === letters.length - 1 ? 1 : 0;
        if (!plain.includes(letter) && !(plain.includes('#') && /\d/.test(letter)))
            return undefined;
        // What is joined to it: a suffix.
        if (letter === 'i' && plain.includes('nErsuzi'))
            return /^[\w.~-]*$/.test(letters.slice(at + 1)) ? 0 : undefined;
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/shell/programs/archives.js


const ARCHIVES = {
    ...each('tar gtar bsdtar', tar),
    ...each('zip', (call) => {
        const options = new Options(call.args, '-b -n -O -P -t -x -i -TT --temp-path --suffixes');
        const [file, ...sources] = options.operands;
        if (options.open || options.has('-TT', '-T', '--unzip-command', '--test'))
            call.unknown('zip has an option that may run something');
        if (file)
            call.write(file);
        for (const source of sources)
            call.read(source, options.has('-r', '--recurse-paths'));
        if (options.has('-m', '--move'))
            for (const source of sources)
                call.remove(source, true);
    }),
    ...each('7z 7za unrar bsdcpio', (call) => call.program(call.name)),
    ...each('unzip', (call) => {
        const options = new Options(call.args, '-d -x -P');
        const [file] = options.operands;
        if (file)
            call.read(file);
        if (!options.has('-l', '-t', '-p', '-v', '-Z'))
            call.write(options.values('-d')[0] ?? { text: '.', many: false }, true);
    }),
    ...each('cpio ar', (call) => {
        call.write({ text: '.', many: false }, true);
        call.unknown(`which files ${call.name} reads and writes is only known when it runs`);
    }),
    ...each('git-upload-pack git-upload-archive', (call) => packed(call, (field) => call.read(field))),
    ...each('git-receive-pack', (call) => packed(call, (field) => call.write(field, true))),
    // Its operations come on the channel, where nobody would judge them.
    ...each('sftp-server internal-sftp', (call) => call.program(call.name)),
};
function packed(call, act) {
    const options = new Options(call.args, '--timeout');
    if (options.open || options.operands.length !== 1)
        return call.unknown('which repository it is about is only known when it runs');
    for (const operand of options.operands)
        act(operand);
}
const TAR = `-f -C -T -X -I -b -F -g -H -K -L -N -V --file --directory --files-from --exclude --exclude-from --use-compress-program --transform --xform --strip-components --owner --group --mode --mtime --newer --checkpoint --checkpoint-action --to-command --info-script --new-volume-script
  --rsh-command --rmt-command --listed-incremental --format --warning --blocking-factor --sort --suffix --backup --index-file --volno-file`;
function tar(call) {
    // The first argument may be letters without a dash.
    const [first, ...rest] = call.args;
    const bare = first && /^[a-zA-Z]+$/.test(first.text);
    const options = new Options(bare ? [{ ...first, text: `-${spread(first.text)}` }, ...reordered(first.text, rest)] : call.args, TAR);
    if (options.has('--version', '--help'))
        return;
    if (options.open ||
        options.has('-I', '-F', '-T', '--use-compress-program', '--checkpoint-action', '--to-command', '--info-script', '--new-volume-script', '--rsh-command', '--rmt-command', '--files-from'))
        call.unknown('tar has an option that may run something, or reads names from a file');
    const files = options.values('-f', '--file');
    if (options.values('-C', '--directory').length > 1)
        call.unknown('tar goes through several directories');
    const root = options.values('-C', '--directory')[0] ?? { text: '.', many: false };
    const below = (field) => field.text.startsWith('/') || root.text === '.' ? field : { ...field, text: `${root.text}/${field.text}` };
    if (files.some(({ text }) => /^[^/]+:/.test(text)))
        call.effect({ action: 'send', object: 'host', name: 'another host' });
    const [action] = ['-x', '-t', '-c', '-r', '-u', '-A', '-d'].filter((letter) => options.has(letter));
    const extracts = action === '-x' || options.has('--extract', '--get');
    if (extracts) {
        for (const file of files)
            call.read(file);
        if (options.has('-O', '--to-stdout'))
            return;
        if (options.has('-P', '--absolute-names', '--overwrite-dir', '--unlink-first', '--recursive-unlink'))
            call.unknown('tar writes wherever the archive says');
        return call.write(root, true);
    }
    if (action === '-t' || options.has('--list'))
        return call.reads(files);
    for (const operand of options.operands)
        call.read(below(operand), true);
    for (const file of files)
        if (file.text !== '-')
            call.write(file);
    if (options.has('--remove-files'))
        for (const operand of options.operands)
            call.remove(below(operand), true);
}
/** Letters that take values take them from the arguments behind, in order: they go last, each with its own. */
const spread = (letters) => [...letters].filter((letter) => !'fCTXIbFgHKLNV'.includes(letter)).join('') || 'v';
function reordered(letters, rest) {
    const valued = [...letters].filter((letter) => 'fCTXIbFgHKLNV'.includes(letter));
    const given = valued.flatMap((letter, at) => {
        const value = rest[at];
        return value ? [{ text: `-${letter}`, many: false }, value] : [];
    });
    return [...given, ...rest.slice(valued.length)];
}

;// CONCATENATED MODULE: ./lib/shell/programs/builtins.js






const BUILTINS = {
    cd,
    ...each('pushd popd', (call) => {
        call.scope.cwd = undefined;
        call.scope.set('PWD', marks/* HOLE */.vs);
        call.scope.set('OLDPWD', marks/* HOLE */.vs);
    }),
    ...each('export readonly declare typeset local setenv', declare),
    unset: (call) => {
        // A function that is gone leaves the program of its name.
        for (const { text } of call.args)
            call.scope.doubtful.add(text);
        indexed(call);
        for (const { text } of call.args) {
            if (/^HIST/.test(text))
                call.effect({ action: 'remove', object: 'history' });
            if (text.startsWith('-') || /^HIST/.test(text))
                continue;
            environment(call, text, '');
            call.scope.set(text, text === 'IFS' ? marks/* HOLE */.vs : '');
        }
    },
    set,
    shift: (call) => {
        const [field] = call.args;
        const by = field ? Number(known(field)) : 1;
        const { positional } = call.scope;
        call.scope.positional =
            Number.isInteger(by) && positional && by <= positional.length ? positional.slice(by) : undefined;
    },
    shopt: (call) => call.args.length > 0 ? call.unknown('it changes how the shell reads what follows') : undefined,
    ...each('setopt unsetopt emulate zmodload autoload bind complete compgen enable hash disown coproc zle zstyle', (call) => call.unknown('it changes how the shell reads what follows')),
    alias: (call) => call.texts.some((text) => text.includes('=') || !(0,marks/* isKnown */.qE)(text))
        ? call.unknown('it gives a command another meaning')
        : undefined,
    unalias: () => undefined,
    ...each('read mapfile readarray getopts let', (call) => {
        for (const name of ['REPLY', 'MAPFILE', 'OPTARG', 'OPTIND'])
            call.scope.set(name, marks/* HOLE */.vs);
        if (call.name === 'let')
            for (const { text } of call.args)
                computed(text, call.scope, true);
        for (const { text } of call.args) {
            // A name may be joined to its option: `-aname`.
            const [name] = /[A-Za-z_]\w*/.exec(text.replace(/^-\w/, '')) ?? [];
            if (text.startsWith('-'))
                for (let at = 2; at < text.length; at++)
                    call.scope.set(text.slice(at), marks/* HOLE */.vs);
            if (/\[|\$\(|`/.test(text) || !(0,marks/* isKnown */.qE)(text))
                call.unknown('what it evaluates is only known when it runs');
            if (name !== undefined && !text.startsWith('-')) {
                environment(call, name, marks/* HOLE */.vs);
                call.scope.set(name, marks/* HOLE */.vs);
            }
            if (/(?:mapfile|readarray)$/.test(call.name) && /^-[a-zA-Z]*C/.test(text))
                call.unknown('mapfile has an option that runs something');
        }
    }),
    history: (call) => {
        if (call.texts.some((text) => /^-[a-zA-Z]*[cdwran]/.test(text)))
            return call.effect({ action: 'remove', object: 'history' });
        call.effect({ action: 'expose', object: 'secret', name: 'the history of commands' });
    },
    fc: (call) => call.effect({ action: 'expose', object: 'secret', name: 'the history of commands' }),
    printenv: (call) => {
        const { operands } = new Options(call.args);
        const plain = operands.length > 0 &&
            operands.every(({ text }) => /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TERM|PWD|TZ)$/.test(text));
        if (!plain)
            call.effect({ action: 'expose', object: 'environment' });
    },
    ...each('showenv printargv', (call) => call.effect({ action: 'expose', object: 'environment' })),
    exit: (call) => call.silent(),
    ...each(': true false umask sync ulimit', (call) => call.silent()),
    wait: (call) => {
        indexed(call);
        call.silent();
    },
    jobs: (call) => call.texts.some((text) => !/^-[lnprs]+$|^%[\w+%-]*$|^\d+$/.test(text))
        ? call.unknown('an option of jobs runs something')
        : undefined,
    ...each('test [', (call) => {
        indexed(call);
    }),
};
/** An index of an array is computed, which may run what stands in it. */
function indexed(call) {
    if (call.texts.some((text, at) => /[A-Za-z_]\w*\[/.test(text) && (at > 0 || call.name !== '[')))
        call.unknown('an index of an array is computed when it runs');
    // A name that is known by then may hold one.
    const [last] = call.texts.filter((text) => text.includes(marks/* HOLE */.vs));
    if (last !== undefined && call.texts.includes('-v'))
        call.unknown('an index of an array is computed when it runs');
}
function cd(call) {
    call.outcome = { output: '' };
    const { operands } = new Options(call.args);
    const [target] = operands;
    const text = target ? target.text : call.scope.get('HOME');
    const known = (0,marks/* isKnown */.qE)(text) && text !== '-' && target?.many !== true && call.scope.variables.get('CDPATH') === undefined;
    call.scope.cwd = known ? (0,paths/* absolute */.ys)(text === '' ? '.' : text, call.scope.cwd) : undefined;
    call.scope.set('OLDPWD', marks/* HOLE */.vs);
    call.scope.set('PWD', call.scope.cwd ?? marks/* HOLE */.vs);
}
/** Without names they print what they have. */
function declare(call) {
    const names = call.args.filter(({ text }) => !/^[-+]/.test(text));
    const flags = call.texts.filter((text) => /^[-+]/.test(text)).join('');
    if (names.length === 0 && call.name !== 'local' && !/[fF]/.test(flags))
        call.effect({ action: 'expose', object: 'environment' });
    // Names of names, integers that are evaluated, values that change case.
    if (/[niluAaf]/.test(flags))
        call.unknown(`${call.name} has an option that changes what a value means`);
    for (const { text, many } of names) {
        if (call.name === 'export')
            call.scope.exported.add(text);
        const [, name, plus, value] = /^([A-Za-z_]\w*)(\+?)=([\s\S]*)$/.exec(text) ?? [];
        if (many || (name === undefined && !/^[A-Za-z_]\w*$/.test(text))) {
            call.unknown('which name is given a value is only known when it runs');
            for (const key of call.scope.variables.keys())
                call.scope.set(key, marks/* HOLE */.vs);
        }
        else if (name !== undefined && value !== undefined) {
            const whole = plus === '' ? value : marks/* HOLE */.vs;
            if (call.name === 'export' || /x/.test(flags))
                call.scope.exported.add(name);
            environment(call, name, whole);
            call.scope.set(name, whole);
        }
        else if (/p/.test(flags) && call.name !== 'export')
            call.effect({ action: 'expose', object: 'environment' });
    }
    call.outcome = names.length > 0 ? { output: '' } : {};
}
function set(call) {
    const [first, ...rest] = call.args;
    if (!first)
        return call.effect({ action: 'expose', object: 'environment' });
    call.outcome = { output: '' };
    if (first.text === '--') {
        const certain = rest.every(({ many }) => !many);
        call.scope.positional = certain ? rest.map(({ text }) => text) : undefined;
        return;
    }
    const texts = call.texts;
    if (/^[-+]o$/.test(first.text) && texts.length === 1)
        return;
    if (!texts.every((text, at) => /^[-+][euxfnvCbhHm]+o?$|^[-+]o$/.test(text) ||
        (/^(?:errexit|nounset|xtrace|pipefail|noclobber|verbose)$/.test(text) &&
            /o$/.test(texts[at - 1] ?? ''))))
        return call.unknown('it changes how the shell reads what follows');
    if (texts.some((text) => /^-[a-z]*e/.test(text)) || texts.includes('errexit'))
        call.scope.strict = !texts.some((text) => text.startsWith('+'));
}

;// CONCATENATED MODULE: ./lib/shell/programs/docker.js



const GLOBAL = '-H -c -l --host --context --config --log-level';
const RUN = `-a -c -e -h -l -m -p -u -v -w --add-host --annotation --attach --blkio-weight --cap-add --cap-drop --cgroup-parent --cgroupns --cidfile --cpu-shares --cpus --cpuset-cpus --device --dns --entrypoint --env --env-file --expose --gpus --group-add
  --health-cmd --hostname --init-path --ip --ipc --isolation --label --label-file --link --log-driver --log-opt --mac-address --memory --memory-swap --mount --name --net --network --network-alias --oom-score-adj --pid --pids-limit --platform --publish --pull --restart
  --runtime --security-opt --shm-size --stop-signal --stop-timeout --storage-opt --sysctl --tmpfs --ulimit --user --userns --uts --volume --volume-driver --volumes-from --workdir`;
function docker(call) {
    const options = new Options(call.args, GLOBAL, true);
    if (options.has('-H', '--host', '-c', '--context', '--config'))
        call.effect({ action: 'reach', object: 'shell', name: 'another docker' });
    if (options.open)
        call.unknown('what docker does is only known when it runs');
    const [first, ...others] = options.operands;
    if (!first)
        return;
    const grouped = /^(?:container|image|volume|network|system|builder|buildx|service|stack|swarm|node|secret|config|plugin|manifest|context|trust)$/.test(first.text);
    const verb = (grouped ? others[0]?.text : first.text) ?? 'help';
    const args = grouped ? others.slice(1) : others;
    if (first.text === 'compose')
        return compose(call, others);
    if (/^(?:swarm|plugin|context|trust|secret|config)$/.test(first.text) &&
        !/^(?:ls|list|help|show)$/.test(verb))
        return call.effect({ action: 'run', object: 'host-container', name: `docker ${first.text}` });
    verbOf(call, first.text, verb, args);
}
const TELLS = /^(?:ps|images|logs|top|stats|port|version|info|ls|list|history|search|events|diff|df|wait|help|--version|-v|tasks|config)$/;
function verbOf(call, group, verb, args) {
    if (TELLS.test(verb) && verb !== 'top')
        return;
    const { operands } = new Options(args, /^(?:stop|restart|kill)$/.test(verb) ? '-t -s --time --timeout --signal' : '');
    const name = (0,paths/* told */.Ev)(operands[0]?.text ?? '');
    if (verb === 'top' && args.slice(1).some(({ text, many }) => many || /e|[\ue000-\ue003]/i.test(text)))
        return call.effect({ action: 'expose', object: 'environment', name: `the container ${name}` });
    if (/^(?:update|scale|deploy)$/.test(verb) && /^(?:service|stack)$/.test(group)) {
        const given = new Options(args, '-c --compose-file --image').names();
        const plain = given.every((one) => /^(?:--(?:image|force|detach|quiet|with-registry-auth|prune|replicas|resolve-image|compose-file)|-[dqc])$/.test(one));
        const client = args.some(({ text }, at) => text === '-' && at > 0);
        if (!plain || client)
            return call.effect({ action: 'run', object: 'host-container', name });
    }
    if (verb === 'start' && new Options(args).has('-a', '-i', '--attach', '--interactive'))
        return call.effect({ action: 'run', object: 'shell' });
    if (verb === 'inspect')
        return call.effect({ action: 'expose', object: 'environment', name: `the container ${name}` });
    if (verb === 'run' || verb === 'create') {
        if (group === 'volume' || group === 'network')
            return call.effect({ action: 'start', object: 'container', name });
        return started(call, args);
    }
    if (verb === 'exec')
        return within(call, args);
    if (verb === 'cp')
        return copied(call, operands);
    if (verb === 'top')
        return;
    if (/^(?:start|restart|unpause|pull|tag|update|scale|deploy|rollback|load|rename|connect)$/.test(verb))
        return call.effect({ action: 'start', object: 'container', name });
    if (verb === 'build' || verb === 'bake')
        return call.effect({ action: 'run', object: 'container', name: 'a build' });
    if (verb === 'prune' &&
        group === 'image' &&
        !new Options(args).has('-a', '--all') &&
        !new Options(args).open)
        return call.effect({ action: 'stop', object: 'container', name: 'images' });
    if (verb === 'prune' || group === 'volume')
        return call.effect({ action: 'remove', object: 'volume', ...(name === '' ? {} : { name }) });
    if (verb === 'rm' && new Options(args).has('-v', '--volumes'))
        call.effect({ action: 'remove', object: 'volume', name });
    if (/^(?:rm|rmi|remove|stop|kill|pause|disconnect|leave)$/.test(verb)) {
        for (const operand of operands)
            call.effect({ action: 'stop', object: 'container', name: (0,paths/* told */.Ev)(operand.text) });
        return;
    }
    if (verb === 'login' || verb === 'logout')
        return call.effect({ action: 'start', object: 'container', name: 'a registry' });
    if (verb === 'push')
        return call.effect({ action: 'send', object: 'host', name });
    call.unknown('docker is given a verb that is not known');
}
/** Options that give a container the host. */
function started(call, args) {
    const options = new Options(args, RUN, true);
    const [image, ...command] = options.operands;
    const mounts = [...options.values('-v', '--volume', '--mount')].map(({ text }) => text);
    const free = options.open ||
        options.has('--privileged', '--cap-add', '--device', '--volumes-from', '--sysctl', '--cgroup-parent', '--runtime', '--gpus') ||
        options
            .values('--pid', '--net', '--network', '--ipc', '--uts', '--userns', '--cgroupns')
            .some(({ text }) => /^host|^container:|[\ue000-\ue003]/.test(text)) ||
        options.values('--security-opt').some(({ text }) => /unconfined|disable|label/.test(text)) ||
        mounts.some(hosting);
    if (free)
        return call.effect({ action: 'run', object: 'host-container', name: (0,paths/* told */.Ev)(image?.text ?? '') });
    call.effect({ action: 'run', object: 'container', name: (0,paths/* told */.Ev)(image?.text ?? '') });
    void command;
}
/** A mount of more than an application's own files. */
function hosting(text) {
    const source = /(?:^|,)(?:source|src)=([^,]*)/.exec(text)?.[1] ?? text.split(':')[0] ?? '';
    return (/[\ue000-\ue003]/.test(source) ||
        /docker\.sock|containerd\.sock|podman\.sock|\.\./.test(text) ||
        /^(?:\/|\ue004)\/?$/.test(source) ||
        /^\/(?:etc|root|home|var|usr|bin|sbin|lib|lib64|boot|proc|sys|dev|run|opt|srv|mnt|media|tmp)\/?$/.test(source) ||
        /^\/(?:etc|root|proc|sys|dev|boot|usr|run|var\/run|var\/lib|bin|sbin|lib)\//.test(source));
}
/** Its paths are those of the container. */
function within(call, args) {
    const options = new Options(args, '-e -u -w -n --env --env-file --user --workdir --detach-keys --index', true);
    const [name, ...command] = options.operands;
    if (options.has('--privileged') || options.open)
        call.effect({ action: 'run', object: 'host-container', name: (0,paths/* told */.Ev)(name?.text ?? '') });
    if (command.length === 0)
        return;
    const scope = call.scope.fork();
    const [directory] = options.values('-w', '--workdir');
    scope.cwd = directory?.text.startsWith('/') ? directory.text : undefined;
    scope.inside = directory === undefined;
    call.inner(command, 'container', { scope });
    // Programs of a container print what they like.
    call.outcome = {};
}
function copied(call, [from, to]) {
    const inside = (field) => /^[\w.-]+:/.test(field?.text ?? '');
    // Of a container, too: it comes out of it.
    if (from)
        call.read(inside(from) ? { ...from, text: from.text.replace(/^[^:]*:/, '') } : from, true);
    if (to && !inside(to) && to.text !== '-')
        call.write(to, true);
    if (to && inside(to))
        call.effect({ action: 'start', object: 'container', name: (0,paths/* told */.Ev)(to.text.split(':')[0] ?? '') });
}
const COMPOSE = /^(?:-[fp]|--(?:file|project-name|profile|env-file|project-directory|ansi|parallel|progress|compatibility|dry-run|verbose|version|no-ansi|help))$|^-[vh]$/;
function compose(call, args) {
    const options = new Options(args, '-f -p --file --project-name --profile --env-file --project-directory --ansi --parallel --progress', true);
    const [verb, ...rest] = options.operands;
    if (options.open || options.names().some((one) => !COMPOSE.test(one)))
        call.unknown('what docker compose does is only known when it runs');
    // What a project is made of comes from the client.
    if (options
        .values('-f', '--file')
        .some((file) => file.text === '-' ||
        !(0,marks/* isKnown */.qE)(file.text) ||
        /^\w+:|@/.test(file.text) ||
        file.text.startsWith('/dev/')))
        call.effect({ action: 'run', object: 'container', name: 'a project of the client' });
    const inner = new Options(rest, '-t --timeout --scale --tail -n --since --until --index');
    const text = verb?.text ?? '';
    const name = (0,paths/* told */.Ev)(inner.operands[0]?.text ?? 'the project');
    if (/^(?:ps|logs|images|top|port|version|ls|events|stats|)$/.test(text))
        return;
    if (text === 'config' || text === 'convert')
        return call.effect({ action: 'expose', object: 'environment', name: 'the project' });
    if (text === 'cp')
        return copied(call, inner.operands);
    if (text === 'exec')
        return within(call, rest);
    if (text === 'run')
        return call.effect({
            action: 'run',
            object: 'container',
            name: (0,paths/* told */.Ev)(new Options(rest, `${RUN} -T`, true).operands[0]?.text ?? ''),
        });
    if (/^(?:up|start|restart|pull|build|create|unpause|scale|wait|watch|cp)$/.test(text)) {
        if (inner.has('-V', '--renew-anon-volumes'))
            call.effect({ action: 'remove', object: 'volume', name });
        return call.effect({ action: 'start', object: 'container', name });
    }
    if (/^(?:down|rm)$/.test(text) && (inner.has('-v', '--volumes') || inner.open))
        call.effect({ action: 'remove', object: 'volume', name });
    if (/^(?:down|rm|stop|kill|pause)$/.test(text))
        return call.effect({ action: 'stop', object: 'container', name });
    call.unknown('docker compose is given a verb that is not known');
}

;// CONCATENATED MODULE: ./lib/shell/programs/kubectl.js



const KUBE = '-n -f -l -o -c -k -s --namespace --context --kubeconfig --cluster --user --filename --selector --output --container --kustomize --server --tail --since --as --as-group --type --patch -p --replicas --timeout --token --image --field-selector --sort-by';
function kubectl(call) {
    const args = call.name === 'k3s' && call.texts[0] === 'kubectl' ? call.args.slice(1) : call.args;
    const cut = args.findIndex(({ text }) => text === '--');
    const options = new Options(cut === -1 ? args : args.slice(0, cut), KUBE);
    if (options.open)
        call.unknown('what kubectl does is only known when it runs');
    // Its configuration may name a program that runs.
    if (options.has('--kubeconfig', '--token', '--server', '-s'))
        call.unknown('kubectl is told where its cluster is');
    const [verb, kind, name] = options.operands;
    const text = verb?.text ?? '';
    const what = (0,paths/* told */.Ev)([kind?.text, name?.text].filter((part) => part !== undefined).join(' '));
    if (/^(?:get|describe)$/.test(text)) {
        // Secrets, everything that is there, and documents as they are kept.
        if (!known(kind) ||
            /secret|^all$|configmap|^cm\b|\bcm\b|token|,/i.test(kind?.text ?? '') ||
            options.has('-f', '--raw', '-k'))
            call.effect({ action: 'expose', object: 'secret', name: what });
        return;
    }
    if (/^(?:logs|top|version|api-resources|api-versions|cluster-info|explain|diff|wait|events|auth|options|)$/.test(text) &&
        !/^(?:dump|reconcile)$/.test(kind?.text ?? ''))
        return;
    if (text === 'rollout' && /^(?:status|history)$/.test(kind?.text ?? ''))
        return;
    if (text === 'config')
        return /^(?:current-context|get-contexts|get-clusters)$/.test(kind?.text ?? '')
            ? undefined
            : call.effect({ action: 'expose', object: 'secret', name: 'the configuration of kubectl' });
    if (text === 'exec') {
        const command = cut === -1 ? [] : args.slice(cut + 1);
        if (command.length === 0)
            return call.effect({ action: 'run', object: 'shell' });
        const scope = call.scope.fork();
        scope.cwd = undefined;
        scope.inside = true;
        call.inner(command, 'container', { scope });
        call.outcome = {};
        return;
    }
    if (/^(?:attach|debug|run|port-forward|proxy|cp)$/.test(text))
        return call.effect({ action: 'run', object: 'host-container', name: `kubectl ${text}` });
    if (/^(?:delete|drain|evict|cordon|taint|replace)$/.test(text))
        return call.effect({ action: 'remove', object: 'cluster', name: what });
    if (/^(?:apply|create|set|scale|rollout|patch|label|annotate|autoscale|expose|edit|uncordon|certificate)$/.test(text)) {
        if (options.has('--prune', '--force') || options.values('--replicas').some((field) => field.text === '0'))
            call.effect({ action: 'remove', object: 'cluster', name: what });
        return call.effect({ action: 'write', object: 'cluster', name: what });
    }
    call.unknown('kubectl is given a verb that is not known');
}

;// CONCATENATED MODULE: ./lib/shell/programs/containers.js
// Containers and clusters.





const CONTAINERS = {
    ...each('docker podman nerdctl', docker),
    ...each('docker-compose podman-compose', (call) => compose(call, call.args)),
    ...each('kubectl oc k3s k', kubectl),
    helm: (call) => {
        const { operands } = new Options(call.args, '-n --namespace --kube-context -f --values --set --version --timeout', false);
        const [verb, name] = operands;
        const text = verb?.text ?? '';
        if (/^(?:list|ls|status|history|version|show|search|lint|env|repo|dependency|)$/.test(text))
            return;
        if (/^(?:get|template)$/.test(text))
            return call.effect({ action: 'expose', object: 'secret', name: 'a release of helm' });
        call.effect({
            action: /^(?:uninstall|delete|del|un)$/.test(text) ? 'remove' : 'write',
            object: 'cluster',
            name: (0,paths/* told */.Ev)(name?.text ?? ''),
        });
    },
    ...each('ctr crictl runc crun lxc lxc-attach incus virsh k3d kind minikube systemd-nspawn machinectl buildah kubeadm', (call) => /^(?:ps|list|ls|images|version|--version|info|status|dominfo|pods|stats)$/.test(call.texts[0] ?? '') &&
        call.args.length === 1
        ? undefined
        : call.effect({ action: 'run', object: 'host-container', name: call.name })),
};

;// CONCATENATED MODULE: ./lib/shell/programs/databases.js




const PSQL = '-c -d -f -v -o -L -F -R -T -P -h -p -U --command --dbname --file --set --variable --output --log-file --field-separator --record-separator --table-attr --pset --host --port --username';
const MYSQL = '-e -D -h -P -u -S --execute --database --host --port --user --socket --protocol --default-character-set --init-command --defaults-file --defaults-extra-file --tee --prompt --delimiter --max-allowed-packet';
const DATABASES = {
    psql,
    ...each('mysql mariadb mycli', mysql),
    ...each('sqlite3 sqlite', (call) => {
        const options = new Options(call.args, '-cmd -init -separator -nullvalue', false);
        const [file, ...texts] = options.operands;
        if (options.has('-init') || options.has('-c'))
            call.unknown('sqlite3 reads its commands from a file');
        if (file)
            call.write(file);
        sql(call, 'sqlite', texts, '.');
    }),
    dropdb: (call) => call.effect({
        action: 'drop',
        object: 'database',
        name: (0,paths/* told */.Ev)(new Options(call.args, '-h -p -U -O -T -D -E -l').operands.at(-1)?.text ?? ''),
    }),
    ...each('createdb createuser dropuser vacuumdb reindexdb clusterdb pg_restore pg_dump pg_dumpall pg_basebackup pg_ctl pg_ctlcluster pg_resetwal initdb pg_upgrade pg_rewind pg_createcluster pg_dropcluster', opaque),
    ...each('mysqldump mariadb-dump mysqladmin mariadb-admin mysqlimport mysqlcheck mysql_upgrade mysqlbinlog xtrabackup mariabackup', opaque),
    ...each('redis-cli mongo mongosh mongodump mongorestore cqlsh influx clickhouse-client clickhouse sqlcmd bcp rabbitmqctl rabbitmqadmin etcdctl consul vault nomad memcached-tool kafka-topics kafka-topics.sh ldapsearch sqlplus', opaque),
    ...each('pg_isready pg_lsclusters pg_config pg_controldata', () => undefined),
};
function opaque(call) {
    if (call.args.length === 1 && /^(?:--version|-V|--help|ping)$/.test(call.texts[0] ?? ''))
        return;
    const options = new Options(call.args, '-f --file -F -d -h -p -U -t -n -T -N');
    // -r of mysqldump, -f of pg_dump.
    if (/dump|basebackup/.test(call.name))
        for (const field of options.values('-f', '--file', '-D', '--pgdata', '-r', '--result-file'))
            call.write(field);
    call.effect({ action: 'run', object: 'database', name: call.name });
}
function psql(call) {
    const options = new Options(call.args, PSQL);
    if (call.args.length === 1 && options.has('--version', '-V', '-?', '-l', '--list'))
        return;
    for (const field of options.values('-o', '--output', '-L', '--log-file'))
        piped(call, field);
    if (options.open)
        call.unknown('what psql is given is only known when it runs');
    if (options.has('-f', '--file'))
        call.effect({ action: 'run', object: 'database', name: 'psql' });
    sql(call, 'postgres', options.values('-c', '--command'), '\\', options.has('-l', '--list', '-f', '--file'));
}
/** `-o '|command'` runs a command. */
function piped(call, field) {
    if (field.text.startsWith('|'))
        call.unknown('psql gives its output to a command');
    else
        call.write(field);
}
function mysql(call) {
    const options = new Options(call.args, MYSQL);
    if (call.args.length === 1 && options.has('--version', '-V'))
        return;
    if (options.open ||
        options.has('--defaults-file', '--defaults-extra-file', '--init-command', '--plugin-dir', '--pager', '--tee'))
        call.unknown('mysql has an option whose effect is not known');
    sql(call, 'mysql', options.values('-e', '--execute'), '\\');
}
/** Texts, or the input; `own` begins a command of the client itself, which may run programs. */
function sql(call, dialect, texts, own, other = false) {
    const fields = texts.map(({ text }) => text);
    const { stdin } = call;
    if (fields.length === 0) {
        if (other)
            return;
        if (stdin.text === undefined)
            return call.effect({ action: 'run', object: 'database', name: call.name });
        fields.push(stdin.text);
    }
    // Only PostgreSQL’s statements are judged so far.
    if (dialect !== 'postgres')
        call.effect({ action: 'run', object: 'database', name: call.name });
    for (const text of fields) {
        const safe = (0,marks/* isKnown */.qE)(text) && !text.includes(marks/* HOME */.yZ);
        if (!safe)
            call.unknown('the SQL that it sends is only known when it runs');
        else if (own === '.' ? /^\s*\./m.test(text) : text.includes(own) || (dialect === 'mysql' && commands(text)))
            call.unknown(`${call.name} is given a command of its own, or a text with a backslash`);
        else
            call.runner.findings.embedded.push({ dialect, text, via: [...call.via, call.name] });
    }
}
/** Words at the beginning of a line that mysql itself takes. */
const commands = (text) => /^\s*(?:system|source|tee|pager|edit|delimiter|connect|nopager|notee|print|prompt|rehash|status|use\s+`)\b/im.test(text);

;// CONCATENATED MODULE: ./lib/shell/shells.js
const ANY_SHELL = new Set(['bash', 'posix', 'zsh', 'fish', 'csh']);
const BASH = new Set(['bash']);
/** `sh` is dash on some hosts, bash or busybox on others. */
const SH = new Set(['bash', 'posix']);
const KNOWN = {
    sh: SH,
    bash: BASH,
    rbash: BASH,
    dash: SH,
    ash: SH,
    ksh: SH,
    ksh93: SH,
    mksh: SH,
    busybox: SH,
    zsh: new Set(['zsh']),
};
/** Kinds of shells that may read a line for an account with this login shell; undefined for those whose language is another. */
const shellsOf = (shell) => shell === undefined ? ANY_SHELL : KNOWN[shell.split('/').at(-1) ?? ''];

;// CONCATENATED MODULE: ./lib/shell/programs/interpreters.js




/** Options that load nothing. */
const PLAIN = /^(?:-[uBOsEIwTqn]+|--(?:no-warnings|enable-source-maps|trace-warnings|max-old-space-size|expose-gc))$/;
/** A language: options with a text that runs, with the name of a module, and others that take a value. */
const language = (code, valued = '', harmless = /^(?:-V|--version|-v|--help|-h)$/) => (call) => {
    const options = new Options(call.args, `${code} ${valued}`, true);
    if (call.args.length === 1 && harmless.test(call.texts[0] ?? ''))
        return;
    const texts = options.values(...code.split(' '));
    if (texts.some(({ download }) => download))
        return call.effect({ action: 'run', object: 'download' });
    const [file] = options.operands;
    if (texts.length > 0 || options.open || !file || file.text === '-')
        return interpreters_opaque(call);
    // What a guard allows is the file, not what is loaded before it.
    if (options.names().some((name) => !PLAIN.test(name)))
        interpreters_opaque(call);
    script(call, file);
};
function interpreters_opaque(call) {
    if (call.stdin.download)
        call.effect({ action: 'run', object: 'download' });
    else
        call.effect({ action: 'run', object: 'code', name: call.name });
}
/** A file of the host. */
function script(call, file) {
    if (file.download)
        return call.effect({ action: 'run', object: 'download' });
    const path = known(file);
    if (path === undefined)
        return call.unknown('which file it runs is only known when it runs');
    call.program(call.nameOf(path));
}
const INTERPRETERS = {
    ...each('sh bash rbash dash ash ksh ksh93 mksh zsh', shell),
    ...each('fish csh tcsh pwsh nu elvish xonsh rc es', (call) => {
        call.unknown('its language is none that is read here');
    }),
    ...each('python python2 python3 pypy pypy3 python3.9 python3.10 python3.11 python3.12 python3.13 python3.14', (call) => {
        const options = new Options(call.args, '-c -m -W -X --check-hash-based-pycs', true);
        const [module] = options.values('-m');
        if (module)
            return call.program(`${call.name} -m ${known(module) ?? '…'}`);
        const [file, task] = options.operands;
        if (file?.text.endsWith('manage.py') && task && known(task) && !options.has('-c') && !options.open)
            return call.program(`${call.nameOf(file.text)} ${task.text}`);
        language('-c', '-W -X -m')(call);
    }),
    ...each('perl perl5', language('-e -E', '-I -m -M -0 -i -F')),
    ...each('ruby jruby', language('-e', '-I -r -C')),
    ...each('irb pry ipython gdb erl iex ghci scala jshell sqlplus', interpreters_opaque),
    ...each('node nodejs deno bun tsx ts-node', language('-e -p --eval --print', '-r --require --import --loader')),
    php: (call) => {
        const options = new Options(call.args, '-r -d -c -f -B -R -E -F -z -S', true);
        const [file, task] = options.operands;
        if (file?.text.endsWith('artisan') && task && known(task) && !options.has('-r', '-d', '-c'))
            return call.program(`${call.nameOf(file.text)} ${task.text}`);
        language('-r -B -R -E', '-d -c -F -z -S')(call);
    },
    ...each('lua luajit tclsh wish expect guile R Rscript octave groovy julia elixir swift go java javac gcc cc g++ clang make.exe m4 bc dc ed ex vi vim nvim nano emacs pico less more man screen tmux', interpreters_opaque),
    ...each('awk gawk mawk nawk original-awk', awk),
    // Runners of a project's own tasks.
    ...each('npm yarn pnpm npx bunx make rake rails bundle bin/rails composer mvn gradle gradlew ant cargo just task invoke fab cap mix poetry pipenv uv alembic flyway liquibase dbmate goose sqitch knex prisma sequelize typeorm django-admin flask celery gunicorn uwsgi puma sidekiq drush wp artisan symfony console terraform tofu pulumi ansible-playbook ansible chef-client puppet salt-call', task),
};
const ELSEWHERE = /^-[CfIrd]|^--(?:prefix|script-shell|cwd|dir|directory|file|makefile|rakefile|require|eval|node-options|userconfig|globalconfig|working-dir|gemfile|include-dir|workspace-root|config)\b|^(?:SHELL|MAKEFLAGS|MAKEFILES|CC|CXX)=/;
/** `npm run build`, `make deploy`: the words up to the first option. */
function task(call) {
    const words = [];
    for (const field of call.args) {
        const text = known(field);
        if (text === undefined || !/^[A-Za-z0-9][\w:./@-]*$/.test(text) || words.length === 3)
            break;
        words.push(text);
    }
    if (call.args.length === 1 && /^(?:--version|-v|-V|version)$/.test(call.texts[0] ?? ''))
        return;
    // What a guard allows is a task of the project at hand, not of another one.
    const end = call.texts.indexOf('--');
    const own = end === -1 ? call.texts : call.texts.slice(0, end);
    if (own.some((text) => ELSEWHERE.test(text)))
        call.unknown(`${call.name} is told where its tasks are, or what runs them`);
    call.program([call.name, ...words].join(' '));
}
function shell(call) {
    const options = new Options(call.args, '-O +O -o +o --rcfile --init-file', true);
    const shells = shellsOf(call.name) ?? shellsOf('sh');
    const operands = options.operands;
    if (call.args.some(({ download }) => download))
        return call.effect({ action: 'run', object: 'download' });
    if (options.open || !shells)
        return call.unknown('what the shell is given is only known when it runs');
    if (call.args.length === 1 && options.has('--version', '--help'))
        return;
    if (options.has('-l', '--login', '-i', '--rcfile', '--init-file') && !options.has('-c'))
        call.effect({ action: 'run', object: 'shell' });
    if (operands[0]?.text.startsWith('+'))
        return call.unknown('an option of the shell is not understood');
    if (options.has('-c')) {
        const [text, , ...args] = operands;
        if (!text)
            return;
        if (text.download)
            return call.effect({ action: 'run', object: 'download' });
        const certain = args.every(({ many }) => !many);
        call.script(text.text, call.name, {
            shells,
            ...(certain ? { args: args.map((field) => field.text) } : { args: ['\ue000'] }),
        });
        return;
    }
    const [file] = operands;
    if (file && !options.has('-s')) {
        if (file.text !== '-' && file.text !== '/dev/stdin')
            return script(call, file);
    }
    standard(call, shells, operands);
}
/** Commands on the standard input. */
function standard(call, shells, args) {
    const { text, download, client } = call.stdin;
    if (download)
        return call.effect({ action: 'run', object: 'download' });
    if (text !== undefined && (0,marks/* isKnown */.qE)(text))
        return void call.script(text, call.name, {
            shells,
            args: args.map((field) => field.text),
            stdin: { client: false, download: false },
        });
    if (client)
        return call.effect({ action: 'run', object: 'shell' });
    call.unknown('what a shell reads on its input is only known when it runs');
}
/** Programs of awk can run others, and write files. */
function awk(call) {
    const options = new Options(call.args, '-F -v -f -e -i -l -o --field-separator --assign --file --source --include --load', true);
    const [first, ...rest] = options.operands;
    const texts = options.has('-e', '--source') ? options.values('-e', '--source') : [first];
    const file = options.has('-f', '--file', '-i', '--include', '-l', '--load', '-o', '--profile', '--debug', '-D');
    const opaqueText = texts.some((field) => {
        const text = known(field);
        return (text === undefined ||
            /system|getline|[|>@`]|printf?\s*>|close\s*\(|ENVIRON|SYMTAB|FUNCTAB|PROCINFO|FPAT|ARGV|[^\x20-\x7e\n\t]/.test(text
                .replaceAll(/>=/g, '')
                .replaceAll(/\|\|/g, '')
                .replace(/^[^{}"/]*(?=\{)/, '')
                .replaceAll(/\bif\s*\([^(){}"/]*\)/g, '')));
    });
    if (options.open || file || opaqueText)
        call.effect({ action: 'run', object: 'code', name: 'awk' });
    for (const operand of options.has('-e', '--source', '-f') ? options.operands : rest)
        if (!/^\w+=/.test(operand.text))
            call.read(operand);
}

;// CONCATENATED MODULE: ./lib/shell/programs/hosts.js


const LOCAL = /^(?:\w+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)(?::\d+)?(?:[/?#]|$)/;
function hosts_hostOf(field) {
    if (!field)
        return '';
    const { text } = field;
    if (!(0,marks/* isKnown */.qE)(text))
        return marks/* HOLE */.vs;
    if (LOCAL.test(text))
        return 'localhost';
    return text
        .replace(/^\w+:\/\//, '')
        .replace(/^[^@/]*@/, '')
        .replace(/[:/?#].*$/s, '');
}
function reach(call, field) {
    const name = hosts_hostOf(field);
    if (name.includes(marks/* HOLE */.vs) || (field && !(0,marks/* isKnown */.qE)(field.text)))
        call.unknown('what is asked of another host is only known when it runs');
    call.effect({ action: 'reach', object: 'host', name: (0,paths/* told */.Ev)(name) });
}

;// CONCATENATED MODULE: ./lib/shell/programs/fetching.js




const CURL = `-d -F -T -X -H -o -u -A -b -c -e -m -w -x -K -E -D -r -t -z -Y -y -C --data --data-raw --data-binary --data-urlencode --data-ascii --json --form --form-string --upload-file --request --header --output
  --user --user-agent --cookie --cookie-jar --referer --max-time --connect-timeout --write-out --proxy --config --cert --key --cacert --capath --dump-header --range --retry --retry-delay --retry-max-time --resolve --connect-to --unix-socket
  --interface --output-dir --limit-rate --url --netrc-file --proxy-header --stderr --trace --trace-ascii --etag-save --etag-compare --hsts --libcurl --max-redirs --url-query --variable --oauth2-bearer --cert-type --key-type --pass`;
function curl(call) {
    const options = new Options(call.args, CURL);
    call.outcome = { download: true };
    if (options.open || options.has('-K', '--config'))
        call.unknown('what curl does is only known when it runs');
    for (const field of options.values('-o', '--output', '-D', '--dump-header', '-c', '--cookie-jar', '--trace', '--trace-ascii', '--libcurl', '--stderr', '--hsts', '--etag-save', '--output-dir'))
        call.write(field);
    if (options.has('-O', '--remote-name', '-J', '--remote-name-all', '--remote-header-name'))
        call.write({ text: `./${marks/* HOLE */.vs}`, many: false });
    const urls = [...options.operands, ...options.values('--url')];
    const sends = options.has('-d', '-F', '-T', '--data', '--data-raw', '--data-binary', '--data-urlencode', '--data-ascii', '--json', '--form', '--form-string', '--upload-file', '--url-query', '--variable', '--mail-from', '-Q', '--quote');
    const method = options.values('-X', '--request')[0]?.text ?? 'GET';
    const secret = options.values('-d', '-F', '-T', '-H', '-E', '--data', '--data-binary', '--data-urlencode', '--json', '--form', '--upload-file', '--header', '--cert', '--key', '--cookie', '-b', '-u', '--user', '-A', '-e');
    if (secret.some(({ text }) => !(0,marks/* isKnown */.qE)(text)))
        call.unknown('what is sent to another host is only known when it runs');
    for (const { text } of options.values('-d', '-F', '--data', '--data-binary', '--data-urlencode', '--json', '--form')) {
        const [, file] = /[@<]([^;]+)/.exec(text) ?? [];
        if (file)
            call.read({ text: file, many: false });
    }
    for (const file of options.values('-T', '--upload-file'))
        call.read(file);
    if (options.values('-w', '--write-out').some(({ text }) => /^@|%output/.test(text) || !(0,marks/* isKnown */.qE)(text)))
        call.unknown('curl prints or writes what a file holds');
    for (const { text } of options.values('-H', '--header', '-b', '--cookie', '--proxy-header'))
        if (text.startsWith('@') || (!/[=:]/.test(text) && text !== '')) {
            call.read({ text: text.replace(/^@/, ''), many: false });
            call.effect({ action: 'send', object: 'host', name: (0,paths/* told */.Ev)(hosts_hostOf(urls[0])) });
        }
    if (urls.some(({ text }) => /[{}\\]|\[(?![0-9a-f]*:)|^\s/i.test(text)) ||
        options.values('-o', '--output').some(({ text }) => text.includes('#')))
        call.unknown('curl makes several addresses or names of one');
    if (options.has('-x', '--proxy', '--resolve', '--connect-to', '--unix-socket', '--netrc', '-n', '--netrc-file'))
        call.unknown('curl has an option that leads elsewhere');
    for (const url of urls)
        target(call, url, sends || !/^(?:GET|HEAD|OPTIONS)$/i.test(method));
}
function target(call, url, sends) {
    if (/^file:/i.test(url.text))
        return call.read({ ...url, text: url.text.replace(/^file:(?:\/\/[^/]*)?/i, '') });
    if (/^(?!https?:)\w+:\/\//i.test(url.text))
        call.effect({ action: 'send', object: 'host', name: (0,paths/* told */.Ev)(hosts_hostOf(url)) });
    if (sends)
        call.effect({ action: 'send', object: 'host', name: (0,paths/* told */.Ev)(hosts_hostOf(url)) });
    reach(call, url);
}
function wget(call) {
    const options = new Options(call.args, '-O -o -a -P -t -T -U -e -i -B -Q -w -A -R -D --output-document --output-file --append-output --directory-prefix --tries --timeout --user-agent --header --post-data --post-file --body-data --body-file --method --execute --input-file --user --password --wait --base');
    call.outcome = { download: true };
    if (options.open ||
        options.has('-e', '--execute', '-i', '--input-file', '--use-askpass', '--config', '-m', '--mirror', '-r', '--recursive'))
        call.unknown('what wget does is only known when it runs');
    const files = options.values('-O', '-o', '-a', '--output-document', '--output-file', '--append-output');
    for (const field of files)
        if (field.text !== '-')
            call.write(field);
    for (const field of options.values('-P', '--directory-prefix'))
        call.write(field, true);
    if (files.length === 0 && !options.has('--spider'))
        call.write({ text: `./${marks/* HOLE */.vs}`, many: false });
    for (const file of options.values('--post-file', '--body-file'))
        call.read(file);
    const sends = options.has('--post-data', '--post-file', '--body-data', '--body-file', '--method');
    for (const url of options.operands)
        target(call, url, sends);
}

;// CONCATENATED MODULE: ./lib/shell/programs/git.js




/** The directory that a clone of an address gets. */
const named = (address) => address && {
    ...address,
    text: address.text
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .replace(/^.*[/:]/, ''),
};
/** Commands that only tell, and that write in the working tree. */
const git_TELLS = /^(?:status|log|show|diff|rev-parse|describe|ls-files|ls-tree|ls-remote|rev-list|shortlog|blame|cat-file|for-each-ref|show-ref|name-rev|merge-base|symbolic-ref|var|version|--version|help|count-objects|check-ignore|whatchanged|reflog)$/;
const WRITES = /^(?:pull|fetch|clone|checkout|switch|restore|merge|rebase|add|commit|init|submodule|stash|tag|branch|cherry-pick|revert|apply|am|mv|remote|worktree|sparse-checkout|lfs|gc|pack-refs|update-server-info|bundle)$/;
/** What nobody finds again. */
const LOSES = /^(?:stash (?:drop|clear)|reflog (?:expire|delete)|worktree remove|remote (?:rm|remove)|bundle create)/;
function git(call) {
    const options = new Options(call.args, '-C -c --git-dir --work-tree --namespace --exec-path --config-env --super-prefix', true);
    const [verb, ...rest] = options.operands;
    const text = verb?.text ?? '';
    if (options.open || options.has('-c', '--exec-path', '--config-env', '--git-dir', '--work-tree'))
        call.unknown('git has an option that may run something');
    const inner = new Options(rest);
    if (inner.open ||
        inner.has('--upload-pack', '--receive-pack', '--exec', '-x', '--open-files-in-pager', '-O', '--ext-diff', '--output', '--template', '--config', '-c', '--textconv')) {
        if (!/^(?:checkout|switch|commit|branch|diff|log|show)$/.test(text) ||
            inner.open ||
            inner.has('--output', '--ext-diff', '--exec', '--upload-pack', '--textconv'))
            call.unknown('git has an option that may run something');
    }
    const [at] = options.values('-C');
    const root = at ?? { text: '.', many: false };
    if (/^(?:upload-pack|upload-archive)$/.test(text))
        return call.reads(rest);
    if (text === 'receive-pack') {
        for (const field of rest)
            call.write(field, true);
        return;
    }
    if (text === 'clean' ||
        text === 'reset' ||
        (text === 'checkout' && inner.has('-f', '--force')) ||
        text === 'rm')
        return call.change('remove', root, text === 'clean' || text === 'rm', { detail: 'changes' });
    if (text === 'push' || text === 'send-email')
        return call.effect({
            action: 'send',
            object: 'host',
            name: (0,paths/* told */.Ev)(hosts_hostOf(inner.operands[0]) || 'the remote'),
        });
    if (text === 'config')
        return inner.has('--get', '--list', '-l', '--get-all')
            ? undefined
            : call.effect({ action: 'write', object: 'path', name: call.nameOf('.git/config'), place: 'startup' });
    const names = inner.operands.map((field) => ({ ...field, text: field.text.replace(/^[^/:]*:(?=.)/, '') }));
    if (/^(?:show|cat-file|blame|log|diff|whatchanged|reflog|commit|ls-files|rev-list)$/.test(text)) {
        for (const name of names)
            if ((0,shell_places/* isSecret */.$f)(`${root.text}/${name.text}`, call.scope.cwd))
                call.read(name);
        // Files outside of the tree are compared as they are.
        if (text === 'diff')
            for (const { text: path } of inner.operands)
                if (/^(?:\/|~|\.\.)/.test(path))
                    call.read({ text: path, many: false });
    }
    if (inner
        .names()
        .some((name) => /^--(?:contents|output|filters|unsafe-paths|directory|separate-git-dir|edit|interactive|patch-file|pathspec-from-file)/.test(name) || name.startsWith('--conten')))
        call.unknown('git has an option that reads or writes elsewhere');
    if (/^(?:clone|fetch|pull|ls-remote)$/.test(text) && inner.has('-u') && text === 'clone')
        call.unknown('git has an option that may run something');
    if (LOSES.test([text, ...inner.operands.map((field) => field.text)].join(' ')) ||
        (/^(?:branch|tag)$/.test(text) && inner.has('-D', '-d', '--delete')) ||
        (text === 'switch' && inner.has('-f', '--force', '--discard-changes')))
        call.unknown('git drops what is recorded nowhere else');
    if ((text === 'commit' && !inner.has('-m', '--message', '-F', '--file', '-C', '--no-edit')) ||
        (/^(?:rebase|add)$/.test(text) &&
            inner.has('-i', '-e', '-p', '--interactive', '--edit', '--patch', '--edit-todo')))
        return call.effect({ action: 'run', object: 'code', name: 'an editor' });
    if (/^(?:commit|tag)$/.test(text))
        for (const file of new Options(rest, '-m -F --file -t').values('-F', '--file', '-t'))
            call.read(file);
    if (inner.has('--no-index'))
        for (const operand of inner.operands)
            call.read(operand, true);
    if (git_TELLS.test(text) || text === '')
        return;
    if (!WRITES.test(text))
        return call.unknown('git is given a verb that is not known');
    if (rest.some((field) => /^ext::|^-/.test(field.text) && /::/.test(field.text)))
        call.unknown('git is given an address that runs something');
    if (text === 'submodule' &&
        !/^(?:update|init|status|sync|add|summary)$/.test(inner.operands[0]?.text ?? 'status'))
        return call.unknown('git is given a verb that is not known');
    const given = new Options(rest, '-b -o -j --branch --origin --depth --jobs --reference --filter --server-option --shallow-since --shallow-exclude --recurse-submodules').operands;
    if (text === 'worktree' && given[0]?.text === 'add' && given[1])
        call.write(given[1], true);
    if (text === 'init' && given[0])
        call.write(given[0], true);
    const cloned = text === 'clone' ? (given[1] ?? named(given[0])) : undefined;
    call.change('write', cloned && !/:/.test(cloned.text) ? cloned : root, false, { detail: 'repository' });
}

;// CONCATENATED MODULE: ./lib/shell/programs/remote.js






function ssh(call) {
    if (/^(?:sshpass|autossh|mosh)$/.test(call.name))
        return call.effect({ action: 'reach', object: 'shell', name: 'another host' });
    const options = new Options(call.args, '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w', true);
    if (options.has('-V') || options.has('-Q'))
        return;
    const [host, ...words] = options.operands;
    if (options.open)
        call.unknown('what ssh does is only known when it runs');
    if (options.values('-o').some(({ text }) => /command|knownhosts|include|match|authsock|provider/i.test(text)))
        call.unknown('ssh has an option that runs something');
    if (options.has('-L', '-R', '-D', '-w', '-W'))
        call.effect({ action: 'send', object: 'host', name: (0,paths/* told */.Ev)(hosts_hostOf(host)) });
    call.effect({ action: 'reach', object: 'shell', name: (0,paths/* told */.Ev)(hosts_hostOf(host)) });
    if (words.length === 0)
        return call.effect({ action: 'run', object: 'shell' });
    const scope = call.scope.fork();
    scope.cwd = '\ue004';
    for (const name of ['HOME', 'USER', 'LOGNAME'])
        scope.variables.set(name, marks/* HOLE */.vs);
    if (words.some(({ many }) => many))
        call.unknown('what runs on another host is only known when it runs');
    else
        call.script(words.map(({ text }) => text).join(' '), 'ssh', { shells: ANY_SHELL, scope });
    // Another host prints what it likes.
    call.outcome = { download: true };
}
/** `-t` and `-f` are what the client's scp starts on the host. */
function scp(call) {
    const options = new Options(call.args, '-c -F -i -J -l -o -P -S -D -X');
    const recursive = options.has('-r');
    if (options.has('-t') || options.has('-f')) {
        if (options.open ||
            options.has('-S', '-o', '-D') ||
            options.operands.length !== 1 ||
            (options.has('-t') && options.has('-f')))
            call.unknown('an option of scp is not understood');
        for (const operand of options.operands) {
            if (options.has('-t'))
                call.write(operand, recursive);
            else
                call.read(operand, recursive);
        }
        return;
    }
    if (options.has('-S', '-o', '-D', '-F') || options.open)
        call.unknown('scp has an option that runs something');
    between(call, options.operands, recursive);
}
/** Files on their way between this host and others. */
function between(call, operands, recursive) {
    const target = operands.at(-1);
    for (const operand of operands) {
        const remote = /^[^/]+:/.test(operand.text);
        if (operand === target) {
            if (remote)
                call.effect({ action: 'send', object: 'host', name: (0,paths/* told */.Ev)(hosts_hostOf(operand)) });
            else
                call.write(operand, recursive);
        }
        else if (remote)
            reach(call, operand);
        else
            call.read(operand, recursive);
    }
}
const RSYNC = `-e -f -B -M -T --rsh --filter --exclude --include --exclude-from --include-from --files-from --rsync-path --backup-dir --suffix --temp-dir --compare-dest --copy-dest --link-dest --log-file --log-file-format
  --out-format --password-file --bwlimit --timeout --contimeout --port --chmod --chown --usermap --groupmap --partial-dir --max-delete --max-size --min-size --block-size --modify-window --info --debug --iconv --checksum-choice --compress-choice
  --compress-level --skip-compress --protocol --checksum-seed --remote-option --sockopts --address --stop-after --stop-at --write-batch --read-batch --only-write-batch --early-input --outbuf --copy-as --stderr --skip-compress --zl --zc --cc`;
/** Long options of a client that are understood. */
const CLIENT = /^--(?:(?:rsh|rsync-path|filter|exclude|include|exclude-from|include-from|files-from|backup-dir|suffix|temp-dir|compare-dest|copy-dest|link-dest|log-file|out-format|password-file|bwlimit|timeout|contimeout|port|chmod|chown|partial-dir|max-delete|max-size|min-size|info|compress-level|remote-option|delete(?:-\w+)?)(?:=.*)?|del|archive|recursive|verbose|compress|links|copy-links|safe-links|perms|times|owner|group|devices|specials|no-[\w-]+|update|checksum|dry-run|progress|stats|human-readable|itemize-changes|inplace|partial|existing|ignore-existing|size-only|numeric-ids|omit-dir-times|relative|dirs|whole-file|one-file-system|hard-links|acls|xattrs|executability|quiet|mkpath|cvs-exclude|force|ignore-errors|remove-source-files|prune-empty-dirs|delay-updates|backup|sparse|append|append-verify|fuzzy|ipv4|ipv6|version|help|$)$/;
/** As a client, or as the server that a client's rsync starts here: `rsync --server [--sender] OPTIONS . PATH…` */
function rsync(call) {
    const options = new Options(call.args, call.texts[0] === '--server' ? RSYNC.replace('-e -f -B -M -T', '') : RSYNC);
    if (call.args.length === 1 && options.has('--version'))
        return;
    if (options.open)
        call.unknown('what rsync does is only known when it runs');
    const server = call.texts[0] === '--server';
    // What is kept from the shell comes on the input instead.
    if (server &&
        call.texts.some((text) => /^-[^-e.]*s/.test(text) || /^--(?:secluded-args|protect-args|old-args)/.test(text)))
        call.unknown('what the server of rsync is to do comes on its input');
    if (!server && call.args.some(({ text }) => /^--/.test(text) && !CLIENT.test(text)))
        call.unknown('rsync has an option whose effect is not known here');
    // -e of a server tells its protocol and has no value of its own.
    if ((!server && options.has('-e', '--rsh', '--rsync-path', '-M', '--remote-option')) ||
        options.has('--daemon', '--config', '--dparam', '--early-input', '--copy-as'))
        call.unknown('rsync has an option that runs something');
    for (const field of options.values('--log-file', '--write-batch', '--only-write-batch', '--backup-dir', '--temp-dir', '--partial-dir'))
        call.write(field, true);
    for (const field of options.values('--files-from', '--exclude-from', '--include-from', '--password-file'))
        call.read(field);
    const recursive = server ? true : options.has('-r', '--recursive', '-a', '--archive');
    const gone = options.names().some((name) => /^--del/.test(name));
    if (!server) {
        const target = options.operands.at(-1);
        if (gone && target)
            call.effect({ action: 'remove', object: 'surplus', name: call.nameOf(target.text) });
        if (options.has('--remove-source-files', '--remove-sent-files'))
            for (const source of options.operands.slice(0, -1))
                call.remove(source, true);
        return between(call, options.operands, recursive);
    }
    const [dot, ...paths] = options.operands;
    if (dot?.text !== '.' || paths.length === 0)
        call.unknown('an option of rsync is not understood');
    const sender = options.has('--sender');
    for (const path of paths) {
        if (options.has('--remove-source-files', '--remove-sent-files') && sender)
            call.remove(path, true);
        if (sender)
            call.read(path, recursive);
        else
            call.write(path, recursive);
        if (gone && !sender)
            call.effect({
                action: 'remove',
                object: 'surplus',
                name: call.nameOf(path.text),
                place: (0,shell_places/* placeOf */.$t)(path.text, call.scope.cwd),
            });
    }
}

;// CONCATENATED MODULE: ./lib/shell/programs/network.js
// Other hosts: what is fetched, sent and run there.







const NETWORK = {
    curl: curl,
    ...each('wget wget2', wget),
    ...each('fetch aria2c axel lynx w3m links httpie http https xh ftp lftp tftp rclone aws gcloud gsutil az s3cmd s5cmd mc gh glab heroku flyctl doctl hcloud oc-mirror skopeo', (call) => {
        call.outcome = { download: true };
        call.program(call.name);
    }),
    ...each('nc ncat netcat socat telnet openssl-s_client', (call) => {
        const host = new Options(call.args, '-w -p -s -i -x -X -q').operands[0];
        if (call.name !== 'socat' &&
            call.texts.some((text) => /^-[a-zA-Z]*z/.test(text)) &&
            !call.texts.some((text) => /^-[a-zA-Z]*[ec]/.test(text)))
            return reach(call, host);
        call.outcome = { download: true };
        call.effect({ action: 'send', object: 'host', name: (0,paths/* told */.Ev)(host?.text ?? '') });
        if (call.texts.some((text) => /^-[a-zA-Z]*[ecl]|^--(?:exec|sh-exec|lua-exec)|exec:|system:|listen/i.test(text)))
            call.effect({ action: 'run', object: 'shell' });
    }),
    ...each('ssh autossh mosh sshpass dropbear dbclient plink', ssh),
    ...each('scp', scp),
    ...each('sftp', (call) => call.effect({
        action: 'send',
        object: 'host',
        name: (0,paths/* told */.Ev)(hosts_hostOf(new Options(call.args, '-b -i -o -P -F -J -l').operands[0])),
    })),
    rsync: rsync,
    ...each('mail mailx sendmail mutt msmtp swaks', (call) => call.effect({ action: 'send', object: 'host', name: 'mail' })),
    git: git,
    ...each('hg svn', (call) => call.program(call.name)),
    openssl: (call) => {
        const [verb] = call.texts;
        if (verb === 's_client') {
            call.outcome = { download: true };
            if ((call.stdin.text === undefined || call.stdin.text.trim() !== '') && call.stdin.empty !== true)
                call.effect({ action: 'send', object: 'host', name: 'what openssl connects to' });
            if (call.texts
                .slice(1)
                .some((text) => /^-/.test(text) &&
                !/^-(?:connect|servername|showcerts|brief|quiet|CAfile|CApath|verify\w*|tls1(?:_[123])?|alpn|starttls|status|prexit|[46])$/.test(text)))
                call.unknown('openssl has an option whose effect is not known here');
            return reach(call, new Options(call.args.slice(1), '-connect').values('-connect')[0]);
        }
        if (/^(?:version|x509|verify|dgst|rand|ciphers|list|asn1parse|crl|sha256|md5)$/.test(verb ?? '') &&
            !call.texts.some((text) => /^-(?:out|engine|provider|passin|signkey|inkey|writerand|sign|CAserial|CAkey)/.test(text))) {
            for (const field of new Options(call.args.slice(1), '-in').values('-in'))
                call.read(field);
            return;
        }
        call.effect({ action: 'run', object: 'code', name: 'openssl' });
    },
};

;// CONCATENATED MODULE: ./lib/shell/programs/reading.js




const STATUS = `pwd whoami id groups logname tty uname arch uptime w who users last lastb lastlog df  free vmstat iostat mpstat   lscpu lsblk lsmod
  lspci lsusb lsns nproc getconf locale sleep usleep basename dirname realpath readlink which whereis type test [ true false : expr seq factor yes
  stat ls dir vdir  namei  cksum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum sum  pgrep pidof pstree  netstat arp numfmt cal tput mountpoint findmnt blkid lsof ulimit umask times wait jobs bg fg
  dpkg-query rpmquery apt-cache lsb_release hostid runlevel pmap lslogins getfacl lsattr lscpu locate  return break continue exit`;
/** Queries over documents may also read the environment and other files. */
const query = (writing) => (call) => {
    reads({
        first: true,
        patterns: '-f --from-file',
        files: '-f --from-file',
        valued: '--indent --arg --argjson',
        writing,
    })(call);
    if (call.texts.some((text) => /env|eval|system|exec|\$ENV|\bload|\binclude\b|\bimport\b|input_filename/.test(text) ||
        text.includes(marks/* HOLE */.vs)))
        call.effect({ action: 'expose', object: 'environment' });
};
const READING = {
    ...each('du wc', harmless('--files0-from -X --exclude-from')),
    file: harmless('-f --files-from -m --magic-file -C --compile'),
    tree: harmless('-o'),
    ss: harmless('-D --diag -F --filter -K --kill'),
    sar: harmless('-o'),
    pidstat: harmless('-e'),
    ...each('host nslookup dig ping ping6 traceroute tracepath', (call) => {
        harmless('-f -k')(call);
        if (call.args.some(({ text, many }) => many || !(0,marks/* isKnown */.qE)(text)))
            call.unknown('what is asked of another host is only known when it runs');
    }),
    sync: () => undefined,
    getent: (call) => call.texts.some((text) => /shadow/.test(text) || !(0,marks/* isKnown */.qE)(text))
        ? call.effect({ action: 'expose', object: 'secret', name: 'passwords of accounts' })
        : undefined,
    ...each(STATUS, harmless()),
    ...each('tac nl rev od hexdump hd strings paste column expand unexpand fold fmt zcat bzcat xzcat zstdcat lz4cat cmp comm look', reads()),
    cat: (call) => {
        reads()(call);
        if (call.args.length === 0 || call.texts.join() === '-')
            call.outcome = { output: call.stdin.text, download: call.stdin.download };
    },
    ...each('head tail', reads({ valued: '-n -c --lines --bytes --pid -s' })),
    ...each('cut', reads({ valued: '-d -f -c -b --delimiter --fields' })),
    ...each('join', reads({ valued: '-1 -2 -t -o -e -a -v -j' })),
    ...each('diff sdiff diff3 zdiff', reads({
        valued: '-U -C -I -x -X',
        recursive: '-r --recursive',
        writing: '-o --output --to-file --from-file --diff-program',
    })),
    ...each('base32 md5 crc32', reads()),
    ...each('grep egrep fgrep zgrep', reads({
        first: true,
        patterns: '-e -f --regexp --file',
        files: '-f --file --exclude-from',
        valued: '-A -B -C -m -d -D --include --exclude --exclude-dir --max-count --context',
        recursive: '-r -R --recursive --dereference-recursive',
    })),
    rg: reads({
        first: true,
        patterns: '-e -f --regexp --file',
        files: '-f --file --exclude-from',
        valued: '-g -t -A -B -C -m',
        writing: '--pre',
        always: true,
    }),
    sort: reads({
        valued: '-k -t -S -T -o --key --field-separator',
        writing: '-o --output --compress-program --files0-from -T --temporary-directory',
    }),
    tr: harmless(),
    jq: query('-f --from-file --slurpfile --rawfile --args --jsonargs -L --library-path'),
    yq: query('-f --from-file -i --inplace -s --split-exp --split-exp-file'),
    uniq,
    date,
    hostname,
    ps,
    top: (call) => new Options(call.args).has('-b') ? undefined : call.effect({ action: 'run', object: 'shell' }),
    echo,
    printf,
    base64,
    journalctl,
    dmesg: harmless('-C --clear -c --read-clear -D -E -n --console-level --console-on --console-off'),
    pwd: (call) => output(call, call.scope.cwd),
};
const output = (call, text) => {
    if (text !== undefined && (0,marks/* isKnown */.qE)(text) && !text.includes(marks/* HOME */.yZ))
        call.outcome = { output: `${text}\n` };
};
/** The text, where all shells print it alike. */
function echo(call) {
    const texts = call.texts;
    const certain = call.args.every(({ many, text }) => !many && !/[\ue000-\ue003\\]/.test(text)) &&
        !/^-[neE]+$/.test(texts[0] ?? '');
    if (certain)
        call.outcome = { output: `${texts.join(' ')}\n` };
}
function printf(call) {
    const [format, ...rest] = call.args;
    const joined = /^-v([\s\S]+)/.exec(format?.text ?? '')?.[1];
    if (format?.text === '-v' || joined !== undefined) {
        const name = joined ?? known(rest[0]);
        if (name === undefined || !/^[A-Za-z_]\w*$/.test(name))
            return call.unknown('which name is given a value is only known when it runs');
        environment(call, name, marks/* HOLE */.vs);
        return call.scope.set(name, marks/* HOLE */.vs);
    }
    const text = known(format);
    if (text === undefined)
        return;
    if (rest.length === 0 && !/[%\\]/.test(text))
        call.outcome = { output: text };
    const only = known(rest[0]);
    if (only !== undefined && rest.length === 1 && /^%s(?:\\n)?$/.test(text))
        call.outcome = { output: `${only}${text === '%s' ? '' : '\n'}` };
}
/** What is decoded from known text is known. */
function base64(call) {
    const options = new Options(call.args, '-w --wrap');
    for (const operand of options.operands)
        call.read(operand);
    const { text } = call.stdin;
    if (!options.has('-d', '-D', '--decode') || options.operands.length > 0 || text === undefined)
        return;
    const decoded = Buffer.from(text.replaceAll(/\s/g, ''), 'base64');
    const plain = decoded.toString('utf8');
    if (Buffer.from(plain).equals(decoded))
        call.outcome = { output: plain };
}
/** A second operand is written. */
function uniq(call) {
    const { operands } = new Options(call.args, '-f -s -w');
    const [input, written] = operands;
    if (input)
        call.read(input);
    // A pattern may stand for both.
    if (written ?? (input && !(0,marks/* isKnown */.qE)(input.text)))
        call.write(written ?? input);
}
function date(call) {
    const options = new Options(call.args, '-d -r -f --date --reference --file');
    call.reads(options.values('-f', '--file'));
    if (options.has('-s', '--set') || options.operands.some(({ text }) => !text.startsWith('+')))
        return call.effect({ action: 'write', object: 'kernel', name: 'the clock' });
    // No slash and no blank: it can be part of a name.
    const [format] = options.operands;
    if (!format || /^\+[\w%:.-]*$/.test(format.text))
        call.outcome = format ? { output: marks/* WORD */.f7 } : {};
}
function hostname(call) {
    const options = new Options(call.args, '-F -b');
    if (options.operands.length > 0 || options.has('-F', '--file', '-b'))
        call.effect({ action: 'write', object: 'kernel', name: 'the name of the host' });
}
/** `e` shows the environment of programs. */
function ps(call) {
    const format = /^-[A-Za-z]*[opuUgGtCqsN]$|^--(?:format|sort|user|pid|ppid|group|tty)$/;
    const shows = call.texts.some((text, at) => /environ|[\ue000-\ue003]/i.test(text) ||
        /^-[a-zA-Z]*E/.test(text) ||
        (/^[a-zA-Z]*e[a-zA-Z]*$/.test(text) && !format.test(call.texts[at - 1] ?? '')));
    if (shows)
        call.effect({ action: 'expose', object: 'environment', name: 'other programs' });
}
function journalctl(call) {
    const options = new Options(call.args, '-u -p -o -t -g -S -U --unit --priority --output --since --until --grep --identifier --directory --file -D');
    const gone = options
        .names()
        .some((name) => /^--(?:vac|rot|fl|sy|rel|se|up|v)/.test(name) && !/^--(?:verify|version|since)$/.test(name));
    if (options.open || gone)
        call.effect({ action: 'remove', object: 'history' });
}

;// CONCATENATED MODULE: ./lib/shell/programs/services.js




const SERVICES = {
    systemctl,
    service: (call) => {
        const [name, verb] = call.args;
        // It looks for the script below /etc/init.d, from where `..` leads anywhere.
        if (!name || name.many || !/^[\w@.-]+$/.test(name.text))
            return call.unknown('which service it is about is not known');
        act(call, verb?.text ?? '', name ? [name] : []);
    },
    'rc-service': (call) => act(call, call.args[1]?.text ?? '', call.args.slice(0, 1)),
    'invoke-rc.d': (call) => act(call, call.args[1]?.text ?? '', call.args.slice(0, 1)),
    initctl: (call) => act(call, call.args[0]?.text ?? '', call.args.slice(1)),
    supervisorctl: (call) => {
        const { operands } = new Options(call.args, '-c -s -u -p', true);
        if (operands.length === 0)
            return call.effect({ action: 'run', object: 'shell' });
        act(call, operands[0]?.text ?? '', operands.slice(1));
    },
    pm2: (call) => {
        const [verb, ...rest] = call.args;
        const { operands } = new Options(rest, '--only --env --name -n --lines');
        const [name] = operands;
        // A name that is no process is a script or a command line.
        const project = /^(?:\S*\/)?(?:ecosystem|pm2|process|processes)(?:\.[\w-]+)*\.(?:[cm]?js|json|ya?ml)$/;
        const given = rest.some(({ text }) => text === '--' || /^--(?:interpreter|node-args|cron|cwd|watch|exec|update-env=)/.test(text));
        if (verb?.text === 'start' &&
            (given || !name || !(project.test(name.text) || /^(?:\d+|all)$/.test(name.text))))
            return call.program(`pm2 start ${name?.text ?? ''}`);
        act(call, verb?.text ?? '', name && project.test(name.text) ? [{ ...name, text: name.text.split('/').at(-1) ?? '' }] : operands);
    },
    monit: (call) => act(call, call.args[0]?.text ?? '', call.args.slice(1)),
    ...each('update-rc.d chkconfig rc-update systemd-enable', (call) => call.effect({ action: 'start', object: 'service', name: (0,paths/* told */.Ev)(call.args[0]?.text ?? '') })),
    ...each('shutdown reboot halt poweroff init telinit kexec rtcwake pm-suspend systemd-reboot', (call) => call.texts.some((text) => /^(?:-c|--help|--version)$/.test(text))
        ? undefined
        : call.effect({ action: 'stop', object: 'host' })),
    ...each('nginx apachectl apache2ctl haproxy varnishd caddy', server),
    kill,
    ...each('pkill killall killall5 skill slay xkill fuser', (call) => {
        if (call.name === 'fuser' && !call.texts.some((text) => /^-[^-]*k|^--k/.test(text)))
            return;
        call.effect({
            action: 'stop',
            object: 'process',
            name: (0,paths/* told */.Ev)(new Options(call.args, '-u -g -t -s').operands[0]?.text ?? 'every process'),
        });
    }),
    ...each('renice chrt taskset prlimit', (call) => call.effect({ action: 'write', object: 'process' })),
    ...each(`mkfs mke2fs mkswap fdisk sfdisk cfdisk gdisk sgdisk parted wipefs blkdiscard hdparm sdparm tune2fs resize2fs e2fsck fsck xfs_growfs xfs_repair debugfs dmsetup cryptsetup lvcreate lvremove
    lvextend lvreduce lvresize lvconvert vgcreate vgremove vgreduce vgextend pvcreate pvremove pvmove mdadm zpool zfs btrfs losetup swapoff swapon partprobe nvme badblocks dmraid multipath tcmu fstrim quotacheck
    mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.xfs mkfs.btrfs mkfs.vfat mkfs.fat mkfs.ntfs mkfs.f2fs newfs zerofree scrub`, (call) => disk(call)),
    ...each('mount umount pivot_root swapon eject', (call) => call.args.length === 0 || (call.args.length === 1 && call.texts[0] === '-l')
        ? undefined
        : call.effect({
            action: 'write',
            object: 'mount',
            name: (0,paths/* told */.Ev)(new Options(call.args, '-t -o').operands.at(-1)?.text ?? ''),
        })),
    sysctl: (call) => {
        const options = new Options(call.args, '-p -f -r');
        if (options.open ||
            options.has('-w', '--write', '-p', '--load', '--system', '-f') ||
            call.texts.some((text) => text.includes('=')))
            kernel(call);
    },
    ...each('modprobe insmod rmmod depmod kmod setenforce bpftool perf swaplabel hwclock timedatectl ntpdate localectl hostnamectl loginctl machinectl', (call) => {
        const verb = call.args[0]?.text ?? '';
        if (/^(?:status|list.*|show.*|)$/.test(verb) && /ctl$/.test(call.name))
            return;
        kernel(call);
    }),
    ...each('iptables ip6tables iptables-restore ip6tables-restore nft ufw firewall-cmd ipset ebtables arptables tc fail2ban-client pfctl', (call) => {
        const listing = call.texts.some((text) => /^(?:-L|-S|-nL|-vnL|-nvL|-Ln|--list.*|status|list|-C|--check|show|--state|--get.*|--query.*)$/.test(text));
        const changing = call.texts.some((text) => /^(?:-[ADIRFXNPEZ]|--(?!list|line|numeric|verbose|table|check|state|get|query|zone|permanent)[\w-]+|add|delete|flush|insert|replace|reset|enable|disable|allow|deny)$/.test(text));
        if (!listing || changing)
            call.effect({ action: 'write', object: 'firewall' });
    }),
    ip: (call) => {
        const { operands } = new Options(call.args, '-n -netns -b -batch -f', true);
        const verb = operands[1]?.text ?? 'show';
        if (operands[0]?.text === 'netns' && verb === 'exec')
            return void call.inner(operands.slice(3), 'ip netns exec');
        if (!/^(?:s|sh|sho|show|l|li|list|lst|ls|get|g)$/.test(verb))
            call.effect({ action: 'write', object: 'firewall' });
    },
    ...each('ifconfig route ethtool brctl nmcli ifup ifdown wg wg-quick dhclient resolvectl iw', (call) => call.args.length > 1 || /^if(?:up|down)|dhclient/.test(call.name)
        ? call.effect({ action: 'write', object: 'firewall' })
        : undefined),
};
const kernel = (call) => call.effect({ action: 'write', object: 'kernel' });
function disk(call) {
    const reading = /^(?:list|status|get|show|subvolume|-l|--list|--detail|--examine|-V|--version)$/;
    const [first] = call.texts;
    if (first !== undefined &&
        /^(?:fdisk|parted|zpool|zfs|mdadm|sfdisk|nvme|swapon|losetup)$/.test(call.name) &&
        reading.test(first))
        return;
    const { operands } = new Options(call.args, '-t -L -m -n');
    call.effect({ action: 'write', object: 'disk', name: (0,paths/* told */.Ev)(operands.at(-1)?.text ?? '') });
}
const services_TELLS = new Set(`status is-active is-enabled is-failed is-system-running list-units list-unit-files list-timers list-sockets list-dependencies list-jobs
  show get-default help avail tail logs ls list info summary version`.split(/\s+/));
const STARTS = new Set('start restart reload try-restart condrestart reload-or-restart try-reload-or-restart force-reload daemon-reload enable reenable unmask reset-failed update reread scale startOrReload startOrRestart startOrGracefulReload save'.split(/\s+/));
const STOPS = new Set('stop disable mask kill freeze clean remove delete unmonitor del revert'.split(/\s+/));
const POWER = new Set('reboot poweroff halt suspend hibernate kexec soft-reboot rescue emergency isolate exit switch-root default hybrid-sleep sleep'.split(/\s+/));
/** Servers that take their own signals as arguments. */
function server(call) {
    const options = new Options(call.args, '-c -s -f -k --config --adapter');
    const verb = options.values('-s', '-k')[0]?.text ?? call.texts[0] ?? '';
    if (options.has('-t', '-T', '-v', '-V', '--version') ||
        /^(?:configtest|validate|version|status)$/.test(verb))
        return;
    const object = 'service';
    if (/^(?:stop|quit|graceful-stop)$/.test(verb))
        return call.effect({ action: 'stop', object, name: call.name });
    if (/^(?:reload|reopen|graceful|restart)$/.test(verb))
        return call.effect({ action: 'start', object, name: call.name });
    call.program(call.name);
}
function systemctl(call) {
    const options = new Options(call.args, '-t -p -n -o -s -H -M --type --property --lines --output --signal --host --machine --state --kill-who --root --job-mode --what -P');
    const [verb, ...names] = options.operands;
    if (options.open)
        call.unknown('what systemctl does is only known when it runs');
    if (options.has('-H', '--host', '-M', '--machine', '--root', '--image'))
        call.effect({ action: 'reach', object: 'shell', name: 'another system' });
    const text = verb?.text ?? 'list-units';
    const shows = options.values('-p', '--property', '-P').map((field) => field.text);
    const telling = text === 'cat' ||
        (text === 'show' &&
            (shows.length === 0 ||
                shows.some((one) => !/^[A-Z]\w+(?:,[A-Z]\w+)*$/.test(one) || /Env|Pass|Cred|Exec/.test(one))));
    if (text === 'show-environment' || telling)
        return call.effect({ action: 'expose', object: 'environment', name: 'systemd' });
    if (/^(?:set-environment|import-environment|unset-environment|set-property|edit|link|set-default|preset|preset-all|log-level|bind|mount-image|add-wants|add-requires)$/.test(text))
        return call.effect({ action: 'write', object: 'path', name: 'units of systemd', place: 'startup' });
    act(call, text, names);
}
/** Units that stop the host, or open it. */
const HOST = /^(?:poweroff|reboot|halt|kexec|rescue|emergency|exit|shutdown|sleep|suspend|hibernate|hybrid-sleep|suspend-then-hibernate|ctrl-alt-del|soft-reboot|factory-reset|final|umount|runlevel[016]|initrd-.*)\.target$|^(?:systemd-(?:poweroff|reboot|halt|kexec|suspend|hibernate|hybrid-sleep|soft-reboot|exit)|debug-shell|emergency|rescue)(?:\.service)?$/;
function act(call, verb, names) {
    if (POWER.has(verb))
        return call.effect({ action: 'stop', object: 'host' });
    if (services_TELLS.has(verb) || verb === '')
        return;
    const action = STARTS.has(verb) ? 'start' : STOPS.has(verb) ? 'stop' : undefined;
    if (!action)
        return call.unknown(`${call.name} is given a verb that is not known`);
    if (names.some(({ text }) => HOST.test(text)))
        return call.effect({ action: 'stop', object: 'host' });
    if (names.some(({ text, many }) => many || !(0,marks/* isKnown */.qE)(text)))
        call.unknown('which service it is about is only known when it runs');
    if (names.length === 0)
        return call.effect({ action, object: 'service' });
    for (const name of names) {
        // A unit by its path comes from anywhere.
        if (name.text.includes('/'))
            call.effect({ action: 'write', object: 'path', name: call.nameOf(name.text), place: 'startup' });
        if (action === 'stop' &&
            /^(?:auditd|rsyslog|syslog|systemd-journald|falco|fail2ban|apparmor|osqueryd|wazuh.*|filebeat|fluent.*)(?:\.service)?$/.test(name.text))
            call.effect({ action: 'remove', object: 'history' });
        call.effect({ action, object: 'service', name: (0,paths/* told */.Ev)(name.text) });
    }
}
/** Signal 0 only asks. */
function kill(call) {
    const texts = call.texts;
    if (texts[0] === '-0' || texts[0] === '-l' || texts[0] === '-L' || (texts[0] === '-s' && texts[1] === '0'))
        return;
    const last = call.args.at(-1);
    call.effect({
        action: 'stop',
        object: 'process',
        name: known(last) === '1' || known(last) === '-1' ? 'every process' : (0,paths/* told */.Ev)(last?.text ?? ''),
    });
}

;// CONCATENATED MODULE: ./lib/shell/programs/becoming.js





function becomes(call, user) {
    call.effect({ action: 'become', object: 'account', name: (0,paths/* told */.Ev)(user?.text ?? 'root') });
}
/** As another account: its home and variables are not known here. */
function elsewhere({ scope }, cwd = scope.cwd) {
    const other = scope.fork();
    for (const name of ['HOME', 'USER', 'LOGNAME'])
        other.variables.set(name, marks/* HOLE */.vs);
    other.cwd = cwd;
    return other;
}
function command(call, fields, shell) {
    if (fields.length > 0)
        call.inner(fields, call.name, { scope: elsewhere(call) });
    else if (shell)
        call.effect({ action: 'run', object: 'shell' });
}
const SUDO = '-u -g -h -p -C -D -R -T -U -r -t --user --group --host --prompt --close-from --chdir --chroot --command-timeout --other-user --role --type';
function sudo(call) {
    const options = new Options(call.args, SUDO, true);
    if (options.open && !options.operands[0])
        return call.unknown('what sudo runs is only known when it runs');
    becomes(call, options.values('-u', '--user')[0]);
    if (options.has('-e', '--edit')) {
        for (const operand of options.operands)
            call.write(operand);
        call.effect({ action: 'run', object: 'code', name: 'an editor' });
    }
    if (options.has('-e', '--edit', '-l', '--list', '-v', '--validate', '-k', '--reset-timestamp', '-K', '-V') &&
        !options.has('-s', '-i')) {
        if (!options.has('-k') || options.operands.length === 0)
            return;
    }
    if (options.has('-R', '--chroot', '-h', '--host'))
        call.unknown('sudo runs it on another host, or within another root');
    const [directory] = options.values('-D', '--chdir');
    let { operands } = options;
    const scope = elsewhere(call, directory ? (0,paths/* absolute */.ys)(directory.text, call.scope.cwd) : call.scope.cwd);
    for (;;) {
        const [, name, value] = /^(\w+)=([\s\S]*)$/.exec(operands[0]?.text ?? '') ?? [];
        if (name === undefined || value === undefined)
            break;
        environment(call, name, value);
        scope.variables.set(name, value);
        scope.exported.add(name);
        operands = operands.slice(1);
    }
    const login = options.has('-i', '--login');
    if (operands.length === 0)
        return login || options.has('-s', '--shell') ? call.effect({ action: 'run', object: 'shell' }) : undefined;
    // -i and -s quote the words and give them to a shell: the same words come out.
    if ((login || options.has('-s', '--shell')) && operands.some(({ text }) => text.includes('$')))
        call.unknown('a shell behind sudo expands what stands there');
    if (login)
        scope.cwd = undefined;
    call.inner(operands, 'sudo', { scope });
}
function su(call) {
    const options = new Options(call.args, '-c -g -G -s -w -u --command --session-command --group --shell --user');
    const user = call.name === 'runuser' && options.has('-u', '--user')
        ? options.values('-u', '--user')[0]
        : options.operands.find(({ text }) => text !== '-');
    becomes(call, user);
    const scope = elsewhere(call, options.has('-l', '--login', '-') || call.texts.includes('-') ? undefined : call.scope.cwd);
    for (const shell of options.values('-s', '--shell'))
        if (!/^\/(?:usr\/)?bin\/(?:ba|da|z|k)?sh$/.test(shell.text))
            call.program(shell.text);
    const texts = options.values('-c', '--command', '--session-command');
    for (const text of texts)
        if (text.download)
            call.effect({ action: 'run', object: 'download' });
        else
            call.script(text.text, call.name, { shells: ANY_SHELL, scope });
    if (texts.length > 0)
        return;
    if (call.name === 'runuser' && options.has('-u', '--user') && options.operands.length > 0)
        return void call.inner(new Options(call.args, '-g -G -u --user --group', true).operands, call.name, {
            scope,
        });
    call.effect({ action: 'run', object: 'shell' });
}

;// CONCATENATED MODULE: ./lib/shell/programs/xargs.js


/** What it is given on its input becomes arguments. */
function xargs(call) {
    const options = new Options(call.args, '-a -d -E -I -L -n -P -s --arg-file --delimiter --replace --max-args --max-procs --max-lines --max-chars', true);
    for (const file of options.values('-a', '--arg-file'))
        call.read(file);
    const words = options.operands.length > 0 ? options.operands : [{ text: 'echo', many: false }];
    const [replace] = options.values('-I', '--replace');
    const more = given(call, options);
    if (replace || options.has('-i', '-I')) {
        const mark = replace?.text || '{}';
        for (const { text } of more)
            call.inner(words.map((word) => ({ ...word, text: word.text.replaceAll(mark, text) })), 'xargs');
    }
    else
        call.inner([...words, ...more], 'xargs');
    // It may run more than once, or not at all.
    call.outcome = {};
}
function given(call, options) {
    const { text } = call.stdin;
    const plain = text !== undefined &&
        !/["'\\]/.test(text) &&
        !options.has('-a', '--arg-file', '-0', '--null', '-d', '--delimiter', '-I');
    if (!plain || text === undefined)
        return [{ text: marks/* HOLE */.vs, many: true, ...(call.stdin.download ? { download: true } : {}) }];
    return text
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => ({ text: word, many: false }));
}

;// CONCATENATED MODULE: ./lib/shell/programs/wrappers.js







/** Runs what follows its options, and `skip` operands. */
const runs = (valued = '', skip = 0) => (call) => {
    const options = new Options(call.args, valued, true);
    const command = options.operands.slice(skip);
    const [first] = options.operands;
    if (first?.many)
        return call.unknown('which program runs is only known when it runs');
    if (command.length > 0)
        call.inner(command);
};
const WRAPPERS = {
    sudo: sudo,
    doas: (call) => {
        const options = new Options(call.args, '-u -C -a', true);
        becomes(call, options.values('-u')[0]);
        command(call, options.operands, options.has('-s'));
    },
    su: su,
    runuser: su,
    ...each('pkexec', (call) => {
        const options = new Options(call.args, '-u --user', true);
        becomes(call, options.values('-u', '--user')[0]);
        command(call, options.operands, true);
    }),
    env,
    nice: runs('-n --adjustment'),
    ionice: runs('-c -n -p --class --classdata --pid'),
    timeout: (call) => {
        const [time] = new Options(call.args, '-s -k --signal --kill-after', true).operands;
        if (!/^[\d.]+[smhd]?$/.test(time?.text ?? ''))
            call.unknown('how long it runs is not told first');
        runs('-s -k --signal --kill-after', 1)(call);
    },
    ...each('nohup setsid command builtin exec time unbuffer noglob nocorrect fakeroot catchsegv', (call) => {
        if (call.name === 'command' && /^-[vV]+$/.test(call.texts[0] ?? ''))
            return;
        if (/^(?:command|builtin)$/.test(call.name) &&
            INNER.test(new Options(call.args, '', true).operands[0]?.text ?? ''))
            call.unknown('it changes what the shell knows');
        if (call.name === 'time')
            for (const field of new Options(call.args, '-o -f --output --format', true).values('-o', '--output'))
                call.write(field);
        runs({ exec: '-a', time: '-o -f --output --format' }[call.name] ?? '')(call);
    }),
    stdbuf: runs('-i -o -e --input --output --error'),
    chronic: runs(),
    taskset: runs('', 1),
    chrt: runs('-T -P -D', 1),
    numactl: runs('-i -m -N -C --interleave --membind --cpunodebind --physcpubind'),
    cpulimit: runs('-l -p -e'),
    setarch: runs('', 1),
    linux64: runs(),
    flock: (call) => {
        const options = new Options(call.args, '-w -E --timeout --wait --conflict-exit-code', true);
        const [lock, ...rest] = options.operands;
        if (lock && !/^\d+$/.test(lock.text))
            call.change('write', lock, false, { detail: 'append' });
        const [first, text] = rest;
        if (first?.text === '-c' || first?.text === '--command')
            nested(call, text);
        else if (rest.length > 0)
            call.inner(rest);
    },
    ...each('chroot', (call) => away(call, new Options(call.args, '--userspec --groups', true).operands.slice(1))),
    ...each('unshare nsenter setpriv capsh', (call) => {
        if (call.name === 'capsh')
            return call.unknown('capsh runs what its options tell');
        away(call, new Options(call.args, '-t -S -G -w -r --target --setuid --setgid --root --wd --reuid --regid --groups --map-user --map-group', true).operands);
    }),
    ...each('systemd-run', (call) => {
        const options = new Options(call.args, '-p -u -E -H -M -d --unit --property --setenv --uid --gid --on-calendar --on-active --slice --working-directory --host --machine', true);
        if (options.names().some((name) => /^--(?:on|timer|path|socket)/.test(name)))
            call.effect({ action: 'write', object: 'schedule' });
        becomes(call, options.values('--uid')[0]);
        if (options.open ||
            options
                .names()
                .some((name) => !/^--(?:unit|scope|user|wait|pipe|quiet|collect|uid|gid|slice|no-block|on-.*|service-type|description)$|^-[uqPGS]$/.test(name)))
            call.unknown('systemd-run has an option that may run or open something');
        command(call, options.operands, options.has('-S', '--shell'));
    }),
    ...each('strace ltrace', (call) => {
        const options = new Options(call.args, '-e -o -p -s -u -E -a -P', true);
        for (const field of options.values('-o', '--output'))
            if (/^[|!]/.test(field.text))
                call.unknown('its output goes to a command');
            else
                call.write(field);
        if (options.has('-p', '--attach'))
            call.effect({ action: 'expose', object: 'environment', name: 'other programs' });
        command(call, options.operands, false);
    }),
    ...each('gdb ptrace gcore gdbserver', (call) => call.effect({ action: 'expose', object: 'environment', name: 'other programs' })),
    script: (call) => {
        const options = new Options(call.args, '-c -O -I -B -T --command');
        const [text] = options.values('-c', '--command');
        // Pagers and editors within a terminal take commands.
        call.unknown('it gives a program a terminal');
        if (text)
            nested(call, text);
        else
            call.effect({ action: 'run', object: 'shell' });
        for (const operand of options.operands)
            call.write(operand);
    },
    watch: (call) => {
        const options = new Options(call.args, '-n --interval', true);
        if (options.has('-x', '--exec'))
            call.inner(options.operands);
        else
            nested(call, joined(options.operands));
    },
    xargs: xargs,
    parallel: (call) => call.unknown('what parallel runs is only known when it runs'),
    busybox: applet,
    toybox: applet,
    eval: (call) => evaluate(call, joined(call.args)),
    trap: (call) => {
        const [text] = call.args;
        if (!text || text.text === '-' || text.text === '' || /^-[lp]$/.test(text.text))
            return;
        // It runs some day in this shell, whatever its variables hold then.
        const scope = call.scope.fork();
        forget(scope);
        call.script(text.text, 'trap', { shells: scope.shells, scope, args: undefined, same: true });
        const changed = scope.cwd !== undefined ||
            scope.positional !== undefined ||
            scope.functions.size !== call.scope.functions.size ||
            /\b(?:set|shift|unset|eval|cd|pushd|popd|alias|read|printf|export|local|declare|typeset|getopts)\b|=/.test(text.text);
        if (changed && !call.args.slice(1).every((field) => /^(?:EXIT|0)$/.test(field.text)))
            call.unknown('a trap changes what the shell knows');
    },
    ...each('source .', (call) => {
        const [file] = call.args;
        if (!file)
            return;
        if (file.download)
            return call.effect({ action: 'run', object: 'download' });
        const path = known(file);
        if (path === undefined)
            return call.unknown('which file a shell reads its commands from is only known when it runs');
        call.program(path.includes('/') ? call.nameOf(path) : path);
        // It may change everything that is known here.
        forget(call.scope);
    }),
};
/** What the shell itself does, and keeps. */
const INNER = /^(?:cd|pushd|popd|eval|export|declare|typeset|local|readonly|read|mapfile|readarray|getopts|printf|set|shift|unset|source|\.|let|trap|alias|exec|wait|command|builtin|jobs)$/;
function forget(scope) {
    for (const name of scope.variables.keys())
        scope.variables.set(name, marks/* HOLE */.vs);
    scope.cwd = undefined;
}
const joined = (fields) => ({
    text: fields.map(({ text, many }) => (many ? marks/* HOLE */.vs : text)).join(' '),
    many: false,
    ...(fields.some(({ download }) => download) ? { download: true } : {}),
});
/** A text that the program gives to `sh -c`. */
function nested(call, text) {
    if (text?.download)
        return call.effect({ action: 'run', object: 'download' });
    call.script(text?.text ?? '', call.name, { shells: SH });
}
/** In this very shell: what it assigns stays. */
function evaluate(call, text) {
    if (text.download)
        return call.effect({ action: 'run', object: 'download' });
    call.script(text.text, 'eval', {
        shells: call.scope.shells,
        scope: call.scope,
        args: call.scope.positional,
        same: true,
    });
    forget(call.scope);
}
/** Without a command it prints what it has. */
function env(call) {
    const options = new Options(call.args, '-u -C -S --unset --chdir --split-string --argv0 -a', true);
    const split = options.values('-S', '--split-string');
    if (split.length > 0) {
        const text = known(split[0]);
        // Its language has quotes and variables of its own.
        if (text === undefined || /["'\\$#]/.test(text))
            return call.unknown('env -S splits a text in its own way');
        const fields = text
            .split(/\s+/)
            .filter((word) => word !== '')
            .map((word) => ({ text: word, many: false }));
        return assigned(call, [...fields, ...options.operands], call.scope.cwd);
    }
    assigned(call, options.operands, options.has('-C', '--chdir') ? undefined : call.scope.cwd);
}
function assigned(call, fields, cwd) {
    const scope = call.scope.fork();
    scope.cwd = cwd;
    let rest = fields;
    for (;;) {
        const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(rest[0]?.text ?? '') ?? [];
        if (name === undefined || value === undefined)
            break;
        environment(call, name, value);
        scope.variables.set(name, value);
        scope.exported.add(name);
        rest = rest.slice(1);
    }
    if (rest[0]?.many)
        return call.unknown('which program runs is only known when it runs');
    if (rest.length === 0)
        call.effect({ action: 'expose', object: 'environment' });
    else
        call.inner(rest, 'env', { scope });
}
/** Another root or namespace: paths mean something else there. */
function away(call, fields) {
    call.unknown('it runs within another root or namespace');
    if (fields.length > 0)
        call.inner(fields);
    else
        call.effect({ action: 'run', object: 'shell' });
    call.outcome = {};
}
function applet(call) {
    const [first] = call.args;
    if (!first || /^--(?:list|help)/.test(first.text))
        return;
    if (first.text.startsWith('-'))
        return call.unknown(`${call.name} has an option that writes something`);
    call.inner([{ ...first, text: first.text.split('/').at(-1) ?? '' }, ...call.args.slice(1)]);
}

;// CONCATENATED MODULE: ./lib/shell/programs/find.js


const find_WRITES = new Set(['-fprint', '-fprint0', '-fls', '-fprintf']);
const RUNS = new Set(['-exec', '-execdir', '-ok', '-okdir']);
/** Walks directories; it may remove, write and run for what it finds. */
function find(call) {
    const { args } = call;
    if (call.texts.includes('--'))
        call.unknown('where find looks is written in an unusual way');
    const first = args.findIndex(({ text, many }, at) => (at > 0 || !many) && /^[-(!),]/.test(text) && !/^-[HLPDO]/.test(text));
    const end = first === -1 ? args.length : first;
    const paths = args.slice(0, end).filter(({ text }) => !/^-[HLPDO]/.test(text));
    const roots = paths.length > 0 ? paths : [{ text: '.', many: false }];
    const tests = args.slice(end);
    if (args.some(({ many, text }) => many || /^[\ue000-\ue003]/.test(text)))
        call.unknown('what find does is only known when it runs');
    const name = find_named(tests);
    for (let at = 0; at < tests.length; at++) {
        const { text } = tests[at];
        if (text === '-delete')
            for (const root of roots)
                call.remove(root, true);
        if (find_WRITES.has(text) && tests[at + 1])
            call.write(tests[at + 1]);
        if (text === '-files0-from')
            call.unknown('where find looks stands in a file');
        if (RUNS.has(text)) {
            const stop = endOf(tests, at + 1);
            if (stop === -1)
                call.unknown('-exec of find has no end');
            const command = tests.slice(at + 1, stop === -1 ? tests.length : stop);
            for (const root of roots)
                find_each(call, command, root, name, text.endsWith('dir'));
            at = stop === -1 ? tests.length : stop;
        }
    }
}
/** What files are called that all tests let through; anything where that is not plain. */
function find_named(tests) {
    const [only, another] = tests.flatMap(({ text }, at) => text === '-name' ? [tests[at + 1]?.text ?? marks/* ANY */.x4] : []);
    const plain = !another && !tests.some(({ text }) => /^(?:-o|-or|!|-not|,)$/.test(text));
    return only && plain && !/[[\\/]/.test(only) ? only.replaceAll('*', marks/* ANY */.x4).replaceAll('?', marks/* ONE */.xr) : marks/* ANY */.x4;
}
/** `{}` is any path below the root. */
function find_each(call, command, root, name, beside) {
    const below = root.text.includes(marks/* HOLE */.vs) ? marks/* HOLE */.vs : `${root.text.replace(/\/$/, '')}/${name}`;
    const fields = command.map((field) => ({
        ...field,
        text: field.text.replaceAll('{}', below === marks/* HOLE */.vs ? marks/* HOLE */.vs : below),
    }));
    // A name that begins with a dash cannot be: every path begins with the root.
    const before = call.runner.findings.effects.length;
    const scope = call.scope.fork();
    if (beside)
        scope.cwd = undefined;
    call.inner(fields, 'find -exec', { scope });
    if (command[0]?.text.includes('{}'))
        call.unknown('find runs what it finds');
    // What is read lies anywhere below the root.
    const reading = call.runner.findings.effects.slice(before).some((effect) => effect.action === 'read');
    const log = /\.(?:log|txt|out|err|html|css|js|gz)$/.test(name);
    if (reading &&
        !log &&
        command.some(({ text }) => text.includes('{}')) &&
        (0,shell_places/* holdsSecrets */.YU)(root.text, call.scope.cwd))
        call.effect({ action: 'expose', object: 'secret', name: call.nameOf(root.text) });
    // Removal of anything below is a removal of all of it.
    const program = command[0]?.text.split('/').at(-1) ?? '';
    if (/^(?:rm|unlink|shred|rmdir)$/.test(program) && command.some(({ text }) => text.includes('{}')))
        call.remove(root, true);
}
/** The `;` or `{} +` that ends a command; -1 where there is none. */
function endOf(tests, from) {
    for (let at = from; at < tests.length; at++) {
        const text = tests[at]?.text;
        if (text === ';' || (text === '+' && tests[at - 1]?.text === '{}'))
            return at;
    }
    return -1;
}

;// CONCATENATED MODULE: ./lib/shell/programs/sed.js


/** `s/…/…/gip`, `/…/d`, `1,5p`, …: scripts that only edit text. */
const ADDRESS = String.raw `(?:\d+(?:~\d+)?|\$|\/(?:[^/\\\n]|\\[^\n])*\/I?)`;
const COMMAND = String.raw `(?:[dDgGhHlnNpPqQxz=]|s([/|#,:@~!_])(?:(?!\1)[^\\\n]|\\[^\n])*\1(?:(?!\1)[^\\\n]|\\[^\n])*\1[gpiI0-9]*|y\/[^\/\n]*\/[^\/\n]*\/|[aic] ?\\?[^\n]*|\{|\})`;
const ONE = new RegExp(`^\\s*(?:${ADDRESS}(?:,\\s*\\+?${ADDRESS.replace('\\d+', '[~+]?\\d+')})?)?\\s*!?\\s*${COMMAND}\\s*(?:;|\\n|$)`);
/** Edits text; with -i the files, with `w`, `e` and `r` other files and programs. */
function sed(call) {
    const options = new Options(call.args, '-e -f -l -E --expression --file --line-length'.replace('-E ', ''));
    const scripts = options.values('-e', '--expression');
    const [first, ...rest] = options.operands;
    const own = scripts.length > 0 || options.has('-f', '--file') ? options.operands : rest;
    const texts = scripts.length > 0 ? scripts : options.has('-f', '--file') ? [] : [first];
    if (options.open || options.has('-f', '--file') || !texts.every((text) => edits(known(text))))
        call.effect({ action: 'run', object: 'code', name: 'sed' });
    // `-i` takes what is joined to it.
    const inPlace = options.has('--in-place') || call.texts.some((text) => /^-[a-zA-Z]*i/.test(text) && !/^-e/.test(text));
    for (const operand of own) {
        if (inPlace)
            call.write(operand);
        else
            call.read(operand);
    }
}
function edits(text) {
    if (text === undefined || text.length > 4000)
        return false;
    let rest = text;
    while (rest.trim() !== '') {
        const found = ONE.exec(rest);
        if (!found || found[0] === '')
            return false;
        rest = rest.slice(found[0].length);
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/shell/programs/writing.js







const WRITING = {
    rm,
    rmdir: (call) => every(call, '', (field) => call.remove(field)),
    unlink: (call) => every(call, '', (field) => call.remove(field)),
    shred: (call) => every(call, '-n -s --iterations --size --random-source', (field) => call.remove(field)),
    ...each('srm wipe', (call) => every(call, '', (field) => call.remove(field, true))),
    find: find,
    sed: sed,
    tee,
    touch: (call) => every(call, '-d -t -r --date --reference', (field) => call.change('write', field, false, { detail: 'append' })),
    mkdir: (call) => every(call, '-m --mode', (field) => call.change('write', field, false, { detail: 'directory' })),
    mkfifo: (call) => every(call, '-m --mode', (field) => call.write(field)),
    mknod: (call) => {
        const [file, ...kind] = new Options(call.args, '-m --mode').operands;
        if (kind[0]?.text !== 'p')
            call.effect({ action: 'write', object: 'disk', name: (0,paths/* told */.Ev)(file?.text ?? '') });
        if (file)
            call.write(file);
    },
    mktemp: (call) => every(call, '-p --tmpdir --suffix', (field) => call.write(field)),
    truncate: (call) => every(call, '-s -r --size --reference', (field) => call.empty(field)),
    fallocate: (call) => every(call, '-l -o --length --offset', (field) => call.empty(field)),
    split: (call) => {
        const options = new Options(call.args, '-b -l -n -a -C -t --bytes --lines --number --suffix-length');
        if (options.has('--filter'))
            call.unknown('split has an option that runs something');
        const [input, prefix] = options.operands;
        if (input)
            call.read(input);
        call.write({ text: `${prefix?.text ?? 'x'}${marks/* ANY */.x4}`, many: false });
    },
    dd,
    ...each('cp', copy),
    mv: move,
    install: copy,
    ln: writing_link,
    link: writing_link,
    // Its first operand may be a program in Perl.
    rename: (call) => call.effect({ action: 'run', object: 'code', name: 'rename' }),
    ...each('chmod chown chgrp setfacl chattr chcon setcap restorecon', permit),
    ...each('gzip gunzip bzip2 bunzip2 xz unxz zstd unzstd lz4 compress uncompress', (call) => {
        const options = new Options(call.args, '-S --suffix -o -T');
        for (const operand of options.operands) {
            if (!options.has('-t', '--test', '-l', '--list'))
                call.read(operand, options.has('-r', '--recursive'));
            if (!options.has('-c', '--stdout', '--to-stdout', '-l', '--list', '-t', '--test'))
                call.write(operand, options.has('-r', '--recursive'));
        }
        for (const value of options.values('-o'))
            call.write(value);
    }),
    patch: (call) => {
        const options = new Options(call.args, '-p -i -d -o --input --directory');
        call.write(options.operands[0] ?? { text: '.', many: false }, true);
        for (const value of options.values('-d', '--directory', '-o'))
            call.write(value, true);
    },
    logrotate: (call) => call.effect({ action: 'remove', object: 'history' }),
    logger: () => undefined,
    sponge: (call) => every(call, '', (field) => call.write(field)),
};
function every(call, valued, act) {
    const options = new Options(call.args, valued);
    for (const operand of options.operands)
        act(operand);
}
function rm(call) {
    const options = new Options(call.args);
    // A file whose name is `-r` may be what a pattern stands for.
    const recursive = options.has('-r', '-R', '--recursive') || options.open;
    for (const operand of options.operands)
        call.remove(operand, recursive);
    // Options hidden in what is not known.
    if (options.operands.length === 0 && options.open)
        call.unknown('what is removed is only known when it runs');
}
function tee(call) {
    const options = new Options(call.args);
    for (const operand of options.operands)
        call.change('write', operand, false, options.has('-a', '--append') ? { detail: 'append' } : {});
    call.outcome = { output: call.stdin.text, download: call.stdin.download };
}
function dd(call) {
    for (const field of call.args) {
        const [, key, value = ''] = /^(\w+)=([\s\S]*)$/.exec(field.text) ?? [];
        if (key === 'if')
            call.read({ ...field, text: value });
        else if (key === 'of')
            call.empty({ ...field, text: value });
        else if (key === undefined && !/^--(?:help|version)$/.test(field.text))
            call.unknown('an argument of dd is only known when it runs');
    }
}
/** Sources, and where they go. */
function parties(options) {
    const [target] = options.values('-t', '--target-directory');
    const { operands } = options;
    if (target)
        return { sources: operands, target: { ...target, text: `${target.text}/` } };
    return { sources: operands.slice(0, -1), target: operands.at(-1) ?? { text: '.', many: false } };
}
function copy(call) {
    const options = new Options(call.args, '-t -S --target-directory --suffix -m -o -g --mode --owner --group');
    if (call.name === 'install' && options.has('-d', '--directory')) {
        for (const operand of options.operands)
            call.change('write', operand, false, { detail: 'directory' });
        return;
    }
    if (options.has('--strip-program'))
        call.unknown('install has an option that runs something');
    const recursive = options.has('-r', '-R', '-a', '--recursive', '--archive');
    const { sources, target } = parties(options);
    for (const source of sources) {
        // What is copied can be read where it is then, unless its name tells what it is there, too.
        if (source.text === '/dev/null')
            continue;
        if (!recursive && !source.many && kept(call, source, target))
            continue;
        call.read(source, recursive);
    }
    const nothing = sources.length === 1 && sources[0]?.text === '/dev/null';
    if (nothing)
        call.empty(target);
    else
        for (const written of [target, ...arriving(call, sources, target)])
            call.write(written, recursive);
    const mode = options.values('-m', '--mode')[0]?.text;
    if (mode !== undefined && privileged(mode))
        call.permit(target, false, 'setuid');
}
/** A target that is a directory gets files of their names: told where these are worse than the directory. */
const arriving = (call, sources, target) => WORSE.has((0,shell_places/* placeOf */.$t)(target.text, call.scope.cwd))
    ? []
    : sources.flatMap(({ text, many }) => {
        const field = { text: `${target.text}/${text.replace(/\/+$/, '').split('/').at(-1)}`, many };
        return WORSE.has((0,shell_places/* placeOf */.$t)(field.text, call.scope.cwd)) ? [field] : [];
    });
const WORSE = new Set(['critical', 'startup', 'log']);
function move(call) {
    const options = new Options(call.args, '-t -S --target-directory --suffix');
    const { sources, target } = parties(options);
    // What is moved to where everything goes some day is gone.
    const gone = ['temporary', 'sink'].includes((0,shell_places/* placeOf */.$t)(target.text, call.scope.cwd));
    for (const source of sources) {
        if (gone && (0,shell_places/* placeOf */.$t)(source.text, call.scope.cwd) !== 'temporary')
            call.remove(source, true);
        else
            call.change('write', source, true, { detail: 'moved' });
    }
    disguised(call, sources, target);
    for (const written of [target, ...arriving(call, sources, target)])
        call.write(written);
}
/** A file of the application that is a secret before and after. */
function kept(call, source, target) {
    const { cwd } = call.scope;
    const places = [source, target].map(({ text }) => (0,shell_places/* placeOf */.$t)(text, cwd));
    return ((0,marks/* isKnown */.qE)(source.text + target.text) &&
        (0,paths/* absolute */.ys)(source.text, cwd) !== undefined &&
        places.every((place) => place === 'own') &&
        [source, target].every(({ text }) => /(?:^|\/)\.env[^/]*$/.test(text) && (0,shell_places/* isSecret */.$f)(text, cwd)));
}
/** A secret under a name that does not tell. */
function disguised(call, sources, target) {
    const { cwd } = call.scope;
    for (const source of sources) {
        const name = source.text.replace(/\/+$/, '').split('/').at(-1) ?? '';
        if (!(0,shell_places/* isSecret */.$f)(source.text, cwd))
            continue;
        const within = /(?:^|\/)\.{0,2}$/.test(target.text) ? `${target.text}/${name}` : target.text;
        if (!(0,shell_places/* isSecret */.$f)(within, cwd))
            call.read(source);
    }
}
/** Whoever writes to the link writes to what it leads to. */
function writing_link(call) {
    const options = new Options(call.args, '-t -S --target-directory --suffix');
    const { sources, target } = parties(options);
    call.write(options.operands.length === 1 ? { text: '.', many: false } : target);
    // Whoever reads the link reads what it leads to: from where it is, unless it is a hard link.
    const root = target.text.includes('/') ? target.text.replace(/\/[^/]*$/, '') : '.';
    for (const source of sources) {
        const from = source.text.startsWith('/') ? source : { ...source, text: `${root}/${source.text}` };
        for (const one of [source, from, { ...source, text: `${target.text}/${source.text}` }])
            disguised(call, [one], target);
    }
    for (const source of options.operands.length === 1 ? options.operands : sources)
        if (source.text.startsWith('/') || source.text.includes('..') || /[\ue000\ue004]/.test(source.text))
            call.change('write', source, false, { detail: 'linked' });
}
/** A mode that gives nobody else more than to read and run, and no setuid. */
const writing_PLAIN = /^0*[0145]?(?:[0-7][0-7][0145])$|^(?:[ugoa]*[-+=][rwxX]*)(?:,[ugoa]*[-+=][rwxX]*)*$/;
const privileged = (mode) => !writing_PLAIN.test(mode) ||
    /^0*[145][0-7]{3}$/.test(mode) ||
    /(?:^|,)(?:[ugoa]*[oa][ugoa]*)?[+=][rxX]*w/.test(mode);
function permit(call) {
    const options = new Options(call.args, '-m -x -M -X --modify --remove --reference --from');
    const recursive = options.has('-R', '-r', '--recursive');
    const own = options.has('-m', '-x', '--modify', '--reference', '-b')
        ? options.operands
        : options.operands.slice((0,marks/* isKnown */.qE)(options.operands[0]?.text ?? '') ? 1 : 0);
    // `-x` takes a permission away; anything else that begins with a dash is an option.
    const [first] = options.operands;
    const taken = call.texts.some((text) => /^-[rwxX]+$/.test(text) && !/^-[RcfvhHLP]+$/.test(text));
    const mode = taken ? '-x' : (first?.text ?? '');
    const detail = call.name === 'chmod'
        ? privileged(mode) || options.has('--reference')
            ? 'setuid'
            : undefined
        : call.name === 'setcap'
            ? 'setuid'
            : undefined;
    for (const operand of own)
        call.permit(operand, recursive, detail);
}

;// CONCATENATED MODULE: ./lib/shell/programs/index.js












const PROGRAMS = new Map([
    READING,
    WRITING,
    SERVICES,
    ACCOUNTS,
    INTERPRETERS,
    DATABASES,
    NETWORK,
    CONTAINERS,
    ARCHIVES,
    WRAPPERS,
    BUILTINS,
].flatMap((programs) => Object.entries(programs)));
/** Where only root installs programs. */
const STANDARD = /^\/(?:usr\/(?:local\/)?)?s?bin\/([^/]+)$|^\/usr\/lib(?:exec)?\/(?:openssh|git-core|ssh)\/([^/]+)$|^\/snap\/bin\/([^/]+)$/;
/** An option that nobody thought of may run or write anything. */
const guarded = (name, run) => (call) => {
    if (unfamiliar(name, call.args))
        call.unknown(`${name} has an option whose effect is not known here, or one that is cut short`);
    run(call);
};
/** The program that a name or path stands for; undefined for one that no table tells about. */
function programOf(text) {
    const name = text.includes('/')
        ? STANDARD.exec(text)
            ?.slice(1)
            .find((part) => part !== undefined)
        : text;
    const run = name === undefined ? undefined : PROGRAMS.get(name);
    return name !== undefined && run ? { name, run: guarded(name, run) } : undefined;
}

;// CONCATENATED MODULE: ./lib/shell/redirects.js


/** `nothing`: no command writes to what is opened. Files that redirections read and write; what stands on the input then, and whether the output goes elsewhere. */
function redirected(redirects, call, by, nothing = false) {
    let { stdin } = call;
    let output = 'kept';
    for (const { operator, target, descriptor } of redirects) {
        const { text, download } = textOf(target, by);
        const field = { text, many: false };
        if (operator === '<<' || operator === '<<<') {
            const body = operator === '<<<' ? `${text}\n` : text;
            stdin = {
                client: false,
                download,
                ...((0,marks/* isKnown */.qE)(body) && !body.includes('\ue004') ? { text: body } : {}),
            };
            continue;
        }
        if ((operator === '>&' || operator === '<&') && /^(?:\d+-?|-)$/.test(text)) {
            if (operator === '>&')
                output = 'mixed';
            continue;
        }
        if (text === '!')
            call.unknown('csh reads ! behind > in its own way');
        const globbed = target.parts.some((part) => !part.quoted && (part.kind === 'text' ? /[*?[{]/.test(part.text) : /[*?[]/.test(text)));
        if (globbed)
            call.unknown('which file a redirection names is only known when it runs');
        if (operator === '<' || operator === '<&') {
            call.read(field);
            if (/^\/dev\/(?:tcp|udp)\//.test(text))
                call.write(field);
            stdin = {
                client: false,
                empty: text === '/dev/null',
                download: download || text.startsWith('/dev/tcp/'),
            };
            continue;
        }
        if (operator === '<>')
            call.read(field);
        if (operator === '>>' || operator === '&>>')
            call.change('write', field, false, { detail: 'append' });
        else if (nothing)
            call.empty(field);
        else
            call.write(field);
        if (descriptor === undefined || descriptor === '1')
            output = output === 'mixed' ? output : 'file';
    }
    return { stdin, output };
}

;// CONCATENATED MODULE: ./lib/shell/restless.js
/** Builtins that give values to the names they are told. */
const SETTERS = new Set([
    'read',
    'export',
    'declare',
    'typeset',
    'local',
    'readonly',
    'printf',
    'getopts',
    'mapfile',
    'readarray',
    'unset',
    'let',
    'setenv',
    'set',
    'eval',
    'source',
    '.',
]);
/** Names that loops and functions of this command assign, and those that no text of it tells: their values depend on what ran before. */
function restless(command) {
    const names = new Set();
    visit(command, false, names);
    return names;
}
function visit(command, again, names) {
    switch (command.kind) {
        case 'simple': {
            if (!again)
                return;
            for (const { name } of command.assignments)
                names.add(name);
            if (SETTERS.has(literal(command.words[0])))
                for (const word of command.words.slice(1)) {
                    const [name] = /^[A-Za-z_]\w*/.exec(literal(word)) ?? [];
                    if (name !== undefined)
                        names.add(name);
                }
            return;
        }
        case 'pipeline':
            for (const one of command.commands)
                visit(one, again, names);
            return;
        case 'list':
            for (const { command: one } of command.items)
                visit(one, again, names);
            return;
        case 'if':
            for (const one of command.parts)
                visit(one, again, names);
            return;
        case 'loop':
            for (const one of command.parts)
                visit(one, true, names);
            return;
        case 'for':
            names.add(command.name);
            visit(command.body, true, names);
            return;
        case 'case':
            for (const one of command.bodies)
                visit(one, again, names);
            return;
        case 'function':
            visit(command.body, true, names);
            return;
        case 'test':
            return;
        default:
            visit(command.body, again, names);
    }
}
function literal(word) {
    const [part] = word?.parts ?? [];
    return part?.kind === 'text' ? part.text : '';
}

;// CONCATENATED MODULE: ./lib/shell/syntax/escapes.js

const LETTERS = {
    a: '\x07',
    b: '\b',
    e: '\x1b',
    E: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    "'": "'",
    '"': '"',
    '?': '?',
};
const ESCAPE = /\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([\s\S]))/g;
/** What `$'…'` stands for. Bytes above 127 and control characters make a character that nobody can compare. */
function ansi(body) {
    return body.replaceAll(ESCAPE, (all, hex, octal, short, long, letter) => {
        const digits = hex ?? short ?? long;
        if (digits !== undefined)
            return character(Number.parseInt(digits, 16));
        if (octal !== undefined)
            return character(Number.parseInt(octal, 8));
        const known = LETTERS[letter];
        if (known !== undefined)
            return known;
        if (letter === 'c' || letter === 'x' || letter === 'u' || letter === 'U')
            throw new Malformed("$'…' holds an escape that is not understood");
        return all;
    });
}
function character(code) {
    if (code > 126 || (code < 32 && ![9, 10, 13, 27].includes(code)))
        throw new Malformed("$'…' holds a byte that is no printable character");
    return String.fromCharCode(code);
}

;// CONCATENATED MODULE: ./lib/shell/syntax/words.js


/** Ends a word when it is not quoted. */
const META = ' \t\n|&;()<>';
/** The word that begins here; undefined when none does. */
function word(reader, inner) {
    const parts = [];
    const start = reader.at;
    for (;;) {
        const char = reader.peek();
        if (char === '' || (META.includes(char) && !processes(reader, char)))
            break;
        if (char === '<' || char === '>')
            parts.push(process(reader, inner));
        else
            parts.push(...piece(reader, inner, false, start));
    }
    return parts.length === 0 ? undefined : { parts: words_joined(parts) };
}
const processes = (reader, char) => (char === '<' || char === '>') && reader.sees(`${char}(`);
function process(reader, inner) {
    reader.next();
    reader.next();
    return { kind: 'process', quoted: true, body: reader.nested(() => inner(reader, ')')) };
}
/** One quoted run, expansion or character outside of quotes. */
function piece(reader, inner, operand, start) {
    const char = reader.peek();
    if (char === "'")
        return [single(reader)];
    if (char === '"')
        return words_double(reader, inner);
    if (char === '\\')
        return [escaped(reader)];
    if (char === '`')
        return [backquoted(reader, inner, false)];
    if (char === '$')
        return dollar(reader, inner, false);
    if (char === '!' && !operand)
        words_history(reader);
    if (char === '%' || char === '^' || char === '=')
        odd(reader, char, start);
    reader.next();
    return [{ kind: 'text', text: char, quoted: false }];
}
function words_history(reader) {
    const after = reader.text[reader.at + 1] ?? '';
    if (!/^[\s=(]?$/.test(after) && reader.text[reader.at - 1] !== '[')
        reader.doubt('csh', 'csh puts earlier commands in where ! stands');
}
function odd(reader, char, start) {
    if (char === '=' && reader.at === start)
        reader.doubt('zsh', 'zsh reads = before a name as the path of a program');
}
function single(reader) {
    reader.next();
    const from = reader.at;
    const end = reader.text.indexOf("'", from);
    if (end === -1)
        throw new Malformed('a quote is not closed');
    reader.at = end + 1;
    const text = reader.text.slice(from, end);
    if (/\\(?:\\|$)/.test(text))
        reader.doubt('fish', 'fish reads a backslash within single quotes');
    if (/![^\s=(]/.test(text))
        reader.doubt('csh', 'csh puts earlier commands in where ! stands');
    return { kind: 'text', text, quoted: true };
}
function escaped(reader) {
    reader.next();
    const char = reader.raw();
    if (char === '')
        throw new Malformed('it ends with a backslash');
    if (/[abcefnrtvxXuU0-7]/.test(char))
        reader.doubt('fish', 'fish reads a letter behind a backslash in its own way');
    return { kind: 'text', text: pair(reader, char), quoted: true };
}
/** The whole code point of a character that was taken. */
function pair(reader, char) {
    return /[\ud800-\udbff]/.test(char) ? char + reader.raw() : char;
}
function words_double(reader, inner) {
    reader.next();
    const parts = [];
    for (;;) {
        const char = reader.peek();
        if (char === '')
            throw new Malformed('a quote is not closed');
        if (char === '"')
            break;
        parts.push(...words_within(reader, inner));
    }
    reader.next();
    return parts.length > 0 ? parts : [{ kind: 'text', text: '', quoted: true }];
}
/** One expansion or character within double quotes, or in a here-document. */
function words_within(reader, inner, heredoc = false) {
    const char = reader.peek();
    if (char === '`')
        return [backquoted(reader, inner, true)];
    if (char === '$')
        return dollar(reader, inner, true);
    reader.next();
    if (char === '\\') {
        const after = reader.text[reader.at] ?? '';
        if (after !== '' && '$`\\"'.includes(after) && !(heredoc && after === '"')) {
            reader.at += 1;
            return [{ kind: 'text', text: after, quoted: true }];
        }
    }
    if (char === '!' && !heredoc && !/^[\s=("]?$/.test(reader.text[reader.at] ?? ''))
        reader.doubt('csh', 'csh puts earlier commands in where ! stands');
    return [{ kind: 'text', text: char, quoted: true }];
}
function dollar(reader, inner, quoted) {
    reader.next();
    const char = reader.peek();
    if (char === '(')
        return [substitution(reader, inner, quoted)];
    if (char === '{')
        return [braced(reader, inner, quoted)];
    if (!quoted && char === "'")
        return [dollarQuoted(reader)];
    // A translation of what is quoted: the text itself in the locales of servers.
    if (!quoted && char === '"')
        return words_double(reader, inner);
    if (char === '[')
        throw new Malformed('$[…] is read by some shells only');
    const name = parameter(reader, false);
    if (name !== '')
        return [{ kind: 'parameter', name, quoted }];
    return [{ kind: 'text', text: '$', quoted: true }];
}
/** The name of a parameter that stands here; '' when none does. */
function parameter(reader, braces) {
    const first = reader.peek();
    if (/[@*#?$!0-9-]/.test(first)) {
        if (!braces || !/[0-9]/.test(first))
            return reader.next();
        let digits = '';
        while (/[0-9]/.test(reader.peek()))
            digits += reader.next();
        return digits;
    }
    let name = '';
    while (/[A-Za-z0-9_]/.test(reader.peek()))
        name += reader.next();
    return name;
}
function dollarQuoted(reader) {
    reader.doubt('posix', "$'…' is read by some shells only");
    reader.next();
    const from = reader.at;
    for (let at = from; at < reader.text.length; at++) {
        if (reader.text[at] === '\\')
            at += 1;
        else if (reader.text[at] === "'") {
            const body = reader.text.slice(from, at);
            if (!only(reader, 'bash', 'zsh') && body.includes("\\'"))
                throw new Malformed("$'…' with \\' is read by some shells only");
            reader.at = at + 1;
            return { kind: 'text', text: ansi(body), quoted: true };
        }
    }
    throw new Malformed('a quote is not closed');
}
function substitution(reader, inner, quoted) {
    if (reader.sees('((')) {
        const arithmetic = attempt(reader, inner, quoted);
        if (arithmetic)
            return arithmetic;
        // bash tries commands then, and others do not.
        throw new Malformed('$(( is not closed by ))');
    }
    reader.next();
    return { kind: 'command', quoted, body: reader.nested(() => inner(reader, ')')) };
}
/** `$((…))`: only numbers, names, operators and expansions. */
function attempt(reader, inner, quoted) {
    reader.next();
    reader.next();
    const parts = [];
    let open = 0;
    for (;;) {
        const char = reader.peek();
        if (char === ')' && open === 0)
            return reader.takes('))') ? { kind: 'arithmetic', parts, quoted } : undefined;
        if (char === '$')
            parts.push(...dollar(reader, inner, true));
        else if (char === '`')
            parts.push(backquoted(reader, inner, true));
        else if (/[\w \t+\-*/%<>=!&|^~?:,()]/.test(char) && char !== '') {
            if (char === '(')
                open += 1;
            if (char === ')')
                open -= 1;
            parts.push({ kind: 'text', text: reader.next(), quoted: true });
        }
        else
            return undefined;
    }
}
function braced(reader, inner, quoted) {
    reader.next();
    if (reader.peek() === '!' && !reader.sees('!}'))
        throw new Malformed('a parameter is named by another one');
    // `${#x}` is a length, `${#}` a count.
    if (reader.peek() === '#' && !reader.sees('#}')) {
        reader.next();
        const name = parameter(reader, true);
        if (name === '' || !reader.takes('}'))
            throw new Malformed('an expansion of a parameter is not understood');
        return { kind: 'parameter', name, quoted, operator: 'length' };
    }
    const name = parameter(reader, true);
    if (name === '')
        throw new Malformed('an expansion of a parameter is not understood');
    if (reader.takes('}'))
        return { kind: 'parameter', name, quoted };
    const operator = operatorOf(reader);
    const operand = { parts: words_joined(reader.nested(() => operandOf(reader, inner, quoted))) };
    return { kind: 'parameter', name, quoted, operator, operand };
}
const OPERATORS = [
    ':-',
    ':=',
    ':+',
    ':?',
    '##',
    '%%',
    '//',
    '-',
    '=',
    '+',
    '?',
    '#',
    '%',
    '/',
    ':',
    '^^',
    '^',
    ',,',
    ',',
];
function operatorOf(reader) {
    const found = OPERATORS.find((operator) => reader.takes(operator));
    // Elements of arrays are evaluated, and `@P` runs what the value holds.
    if (found === undefined)
        throw new Malformed('an expansion of a parameter is not understood');
    return found;
}
function operandOf(reader, inner, quoted) {
    const parts = [];
    for (;;) {
        const char = reader.peek();
        if (char === '')
            throw new Malformed('an expansion of a parameter is not closed');
        if (char === '}')
            break;
        if (quoted && char !== '"') {
            // Quotes in quotes: shells end the outer ones at different places.
            if (char === "'")
                throw new Malformed('a quote within a quoted expansion is read by shells in different ways');
            if (char === '\\' && reader.text[reader.at + 1] === '}')
                throw new Malformed('\\} is read by shells in different ways');
            parts.push(...words_within(reader, inner));
        }
        else if (quoted)
            throw new Malformed('a quote within a quoted expansion is read by shells in different ways');
        else
            parts.push(...piece(reader, inner, true, reader.at));
    }
    reader.next();
    return parts;
}
/** Whether no other shell than these may read it. */
const only = ({ shells }, ...these) => [...shells].every((one) => these.includes(one));
/** The text between backquotes is unescaped first, and then parsed by itself. */
function backquoted(reader, inner, quoted) {
    reader.next();
    let text = '';
    for (;;) {
        const char = reader.raw();
        if (char === '')
            throw new Malformed('a backquote is not closed');
        if (char === '`')
            break;
        if (char !== '\\')
            text += char;
        else {
            const after = reader.raw();
            if (after === '"' && quoted)
                throw new Malformed('\\" within backquotes is read by shells in different ways');
            text += after === '`' || after === '\\' || after === '$' ? after : `\\${after}`;
        }
    }
    const body = reader.nested(() => inner(reader.within(text), '`'));
    return { kind: 'command', quoted, body };
}
/** Neighbours of one kind as one. */
function words_joined(parts) {
    const result = [];
    let text;
    const flush = () => {
        if (text)
            result.push({ kind: 'text', text: text.pieces.join(''), quoted: text.quoted });
        text = undefined;
    };
    for (const part of parts) {
        if (part.kind !== 'text') {
            flush();
            result.push(part);
        }
        else if (text?.quoted === part.quoted)
            text.pieces.push(part.text);
        else {
            flush();
            text = { quoted: part.quoted, pieces: [part.text] };
        }
    }
    flush();
    return result;
}

;// CONCATENATED MODULE: ./lib/shell/syntax/heredocs.js


/** Here-documents whose bodies begin on the next line. */
class Heredocs {
    reader;
    pending = [];
    constructor(reader) {
        this.reader = reader;
    }
    begin(grammar, tabs) {
        const delimiter = word(this.reader, grammar.inner);
        if (!delimiter)
            throw new Malformed('a here-document has no end');
        const target = { parts: [] };
        this.pending.push({ ...plain(delimiter), tabs, target, inner: grammar.inner });
        return { operator: '<<', target };
    }
    /** Reads the bodies; the reader is behind a newline. */
    read() {
        const pending = this.pending;
        this.pending = [];
        for (const document of pending) {
            const text = this.body(document);
            document.target.parts = document.quoted
                ? [{ kind: 'text', text, quoted: true }]
                : expanded(this.reader.within(text), document.inner);
        }
    }
    /** At the end of the text: a here-document that never began is empty. */
    finish() {
        if (this.pending.length > 0)
            throw new Malformed('a here-document has no body');
    }
    body({ delimiter, quoted, tabs }) {
        const lines = [];
        const { text } = this.reader;
        while (this.reader.at < text.length) {
            const found = text.indexOf('\n', this.reader.at);
            const end = found === -1 ? text.length : found;
            const written = text.slice(this.reader.at, end);
            const line = tabs ? written.replace(/^\t+/, '') : written;
            this.reader.at = Math.min(end + 1, text.length);
            if (line === delimiter)
                return lines.map((one) => `${one}\n`).join('');
            // Shells differ in whether the delimiter may stand behind a continued line.
            if (!quoted && /\\$/.test(line))
                throw new Malformed('a line of a here-document ends with a backslash');
            lines.push(line);
        }
        throw new Malformed('a here-document is not closed');
    }
}
function plain({ parts }) {
    let delimiter = '';
    for (const part of parts) {
        if (part.kind !== 'text')
            throw new Malformed('the end of a here-document is an expansion');
        delimiter += part.text;
    }
    return { delimiter, quoted: parts.some((part) => part.kind === 'text' && part.quoted) };
}
function expanded(reader, inner) {
    const parts = [];
    while (!reader.ended())
        parts.push(...words_within(reader, inner, true));
    return parts;
}

;// CONCATENATED MODULE: ./lib/shell/syntax/simple.js


/** A command of words, assignments and redirections, or a function that is defined. */
function simple(grammar, body) {
    const assignments = [];
    const words = [];
    const redirects = [];
    for (;;) {
        grammar.blanks();
        const redirect = redirectAt(grammar);
        if (redirect) {
            redirects.push(redirect);
            continue;
        }
        if (grammar.reader.peek() === '(' && words.length > 0)
            return definition(grammar, { kind: 'simple', assignments, words, redirects }, body);
        const found = word(grammar.reader, grammar.inner);
        if (!found)
            break;
        const assignment = words.length === 0 ? assignmentOf(found, grammar) : undefined;
        if (assignment)
            assignments.push(assignment);
        else
            words.push(found);
    }
    if (words.length === 0 && assignments.length === 0 && redirects.length === 0)
        throw new Malformed('a command is missing');
    return { kind: 'simple', assignments, words, redirects };
}
/** `name() body` */
function definition(grammar, { assignments, words, redirects }, body) {
    const [only] = words;
    const part = only?.parts.length === 1 ? only.parts[0] : undefined;
    const named = part?.kind === 'text' && !part.quoted && /^[A-Za-z_][\w.:-]*$/.test(part.text);
    if (words.length !== 1 || assignments.length > 0 || redirects.length > 0 || !named)
        throw new Malformed('a bracket is where none can be');
    grammar.reader.next();
    grammar.blanks();
    if (!grammar.reader.takes(')'))
        throw new Malformed('a bracket is where none can be');
    return { kind: 'function', name: part.text, body: body() };
}
function assignmentOf({ parts }, grammar) {
    const [first, ...rest] = parts;
    if (first?.kind !== 'text' || first.quoted)
        return undefined;
    const found = /^([A-Za-z_]\w*)(\[[^=]*\])?(\+?)=/.exec(first.text);
    if (!found)
        return undefined;
    const [all, name = '', element, plus] = found;
    // The index is computed, which may run what its names hold; some arrays say which programs names mean.
    if (element !== undefined)
        throw new Malformed('elements of arrays are given values by some shells only');
    const text = first.text.slice(all.length);
    if (text === '' && rest.length === 0 && grammar.reader.peek() === '(')
        throw new Malformed('arrays are read by some shells only');
    const own = text === '' ? [] : [{ ...first, text }];
    return { name, value: { parts: [...own, ...rest] }, partial: plus === '+' };
}
const simple_OPERATORS = ['&>>', '&>', '<<<', '<<-', '<<', '<>', '<&', '>>', '>&', '>|', '<', '>'];
/** A redirection that stands here, with the number or `{name}` before it. */
function redirectAt(grammar) {
    const { reader } = grammar;
    const from = reader.at;
    let descriptor = '';
    while (/[0-9]/.test(reader.peek()))
        descriptor += reader.next();
    const operator = reader.sees('<(') || reader.sees('>(') ? undefined : simple_OPERATORS.find((sign) => reader.takes(sign));
    if (operator === undefined) {
        reader.at = from;
        return undefined;
    }
    grammar.blanks();
    if (operator === '<<' || operator === '<<-')
        return grammar.heredocs.begin(grammar, operator === '<<-');
    const target = word(reader, grammar.inner);
    if (!target)
        throw new Malformed('a redirection names no file');
    return { operator, target, ...(descriptor === '' ? {} : { descriptor }) };
}

;// CONCATENATED MODULE: ./lib/shell/syntax/commands.js
// The grammar of commands: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_10




/** The whole text. Throws `Malformed` where a shell would, and where shells differ too much to tell. */
function parseCommands(text, shells) {
    const reader = new Reader(text, shells);
    const grammar = new Grammar(reader, new Heredocs(reader));
    const command = grammar.list([]);
    if (!reader.ended())
        throw new Malformed('a word or operator is where none can be');
    grammar.heredocs.finish();
    return { command, doubts: [...reader.doubts] };
}
/** Words that end a list. */
const CLOSING = new Set(['then', 'else', 'elif', 'fi', 'do', 'done', 'esac', '}']);
const COMPOUND = new Set(['if', 'while', 'until', 'for', 'case', '{', 'function', 'select', 'coproc', '[[']);
/** bash keeps here-documents of a substitution to itself, so each list has its own. */
class Grammar {
    reader;
    heredocs;
    constructor(reader, heredocs) {
        this.reader = reader;
        this.heredocs = heredocs;
    }
    /** Commands up to a word of `until`, a closing sign or the end. */
    list(until) {
        const items = [];
        let after = ';';
        for (;;) {
            this.lines();
            const char = this.reader.peek();
            if (char === '' || char === ')' || this.reader.sees(';;') || this.reader.sees(';&'))
                break;
            const reserved = this.reserved();
            if (reserved && CLOSING.has(reserved)) {
                if (!until.includes(reserved))
                    throw new Malformed('a word that ends a command is where none began');
                break;
            }
            const command = this.pipeline();
            const [following, background] = this.separator();
            items.push({ command, after, background });
            if (following === undefined)
                return done(items);
            after = following;
        }
        if (after !== ';')
            throw new Malformed('a command is missing behind an operator');
        return done(items);
    }
    /** What stands behind a command: the operator that joins the next one; undefined when nothing can follow. */
    separator() {
        this.blanks();
        const { reader } = this;
        if (reader.takes('&&'))
            return ['&&', false];
        if (reader.takes('||'))
            return ['||', false];
        if (reader.takes('&'))
            return [';', true];
        if (reader.sees(';;') || reader.sees(';&'))
            return [undefined, false];
        if (reader.takes(';'))
            return [';', false];
        return [reader.peek() === '\n' ? ';' : undefined, false];
    }
    pipeline() {
        const commands = [];
        const negated = this.prefixes();
        commands.push(this.command());
        for (;;) {
            this.blanks();
            if (this.reader.sees('||') || !this.reader.takes('|'))
                break;
            if (this.reader.peek() === '&')
                throw new Malformed('|& is read by some shells only');
            this.lines();
            commands.push(this.command());
        }
        const [first] = commands;
        const whole = commands.length === 1 && first ? first : { kind: 'pipeline', commands };
        // It went well when the command did not: like one that ran, or not.
        return negated ? { kind: 'if', parts: [whole], redirects: [] } : whole;
    }
    /** `!` and `time` before a command: whether there is a `!`. */
    prefixes() {
        let negated = false;
        for (;;) {
            this.blanks();
            const reserved = this.reserved();
            if (reserved !== '!' && reserved !== 'time')
                return negated;
            negated ||= reserved === '!';
            const from = this.reader.at;
            this.reader.takes(reserved);
            this.blanks();
            if (reserved === 'time' && (this.reader.sees('-p ') || this.reader.sees('-p\t'))) {
                this.reader.takes('-p');
                this.blanks();
            }
            // `time` is a word of the grammar only before a command: with options it is a program.
            if (reserved === 'time' && /^[-;&|)\n]?$/.test(this.reader.peek())) {
                this.reader.at = from;
                return negated;
            }
        }
    }
    command() {
        return this.reader.nested(() => {
            this.blanks();
            const { reader } = this;
            if (reader.sees('(('))
                throw new Malformed('(( is read by some shells as numbers, and by others as commands');
            if (reader.peek() === '(')
                return this.subshell();
            const reserved = this.reserved();
            if (reserved !== undefined && COMPOUND.has(reserved))
                return this.compound(reserved);
            if (reserved !== undefined && CLOSING.has(reserved))
                throw new Malformed('a word that ends a command is where none began');
            return simple(this, () => this.compoundBody());
        });
    }
    subshell() {
        this.reader.next();
        const body = this.list([]);
        this.expect(')');
        return { kind: 'subshell', body, redirects: this.redirects() };
    }
    compoundBody() {
        this.lines();
        const reserved = this.reserved();
        if (this.reader.peek() === '(')
            return this.subshell();
        if (reserved !== undefined && COMPOUND.has(reserved))
            return this.compound(reserved);
        throw new Malformed('a function has no body');
    }
    compound(reserved) {
        this.reader.takes(reserved);
        if (reserved === '{') {
            const body = this.list(['}']);
            this.closes('}');
            return { kind: 'group', body, redirects: this.redirects() };
        }
        if (reserved === 'if')
            return this.branches();
        if (reserved === 'while' || reserved === 'until') {
            const condition = this.list(['do']);
            this.closes('do');
            const body = this.list(['done']);
            this.closes('done');
            return { kind: 'loop', parts: [condition, body], redirects: this.redirects() };
        }
        if (reserved === 'for')
            return this.forLoop();
        if (reserved === 'case')
            return this.caseOf();
        if (reserved === '[[')
            return this.test();
        throw new Malformed(`${reserved} is read by some shells only`);
    }
    branches() {
        const parts = [this.list(['then'])];
        this.closes('then');
        for (;;) {
            parts.push(this.list(['elif', 'else', 'fi']));
            const reserved = this.reserved();
            if (reserved === undefined)
                throw new Malformed('if is not closed');
            this.closes(reserved);
            if (reserved === 'fi')
                return { kind: 'if', parts, redirects: this.redirects() };
            if (reserved === 'elif') {
                parts.push(this.list(['then']));
                this.closes('then');
            }
        }
    }
    forLoop() {
        this.blanks();
        const [name] = /^[A-Za-z_][A-Za-z0-9_]*/.exec(this.reader.text.slice(this.reader.at, this.reader.at + 200)) ?? [];
        if (name === undefined)
            throw new Malformed('for has no name');
        this.reader.at += name.length;
        this.lines();
        const words = this.reserved() === 'in' ? [] : undefined;
        if (words) {
            this.reader.takes('in');
            words.push(...this.words());
        }
        this.blanks();
        this.reader.takes(';');
        this.lines();
        // Some shells take braces for do and done.
        this.closes('do');
        const body = this.list(['done']);
        this.closes('done');
        return { kind: 'for', name, ...(words ? { words } : {}), body, redirects: this.redirects() };
    }
    caseOf() {
        const words = this.words(1);
        this.lines();
        this.closes('in');
        const bodies = [];
        for (;;) {
            this.lines();
            if (this.reserved() === 'esac')
                break;
            this.reader.takes('(');
            for (;;) {
                words.push(...this.words(1));
                this.blanks();
                if (!this.reader.takes('|'))
                    break;
            }
            this.expect(')');
            bodies.push(this.list(['esac']));
            this.lines();
            if (this.reserved() === 'esac')
                break;
            if (!this.reader.takes(';;&') && !this.reader.takes(';;') && !this.reader.takes(';&'))
                throw new Malformed('a branch of case is not closed');
        }
        this.closes('esac');
        return { kind: 'case', words, bodies, redirects: this.redirects() };
    }
    /** Other shells read `[[` as a program, and < and > within as redirections. */
    test() {
        const words = [];
        for (;;) {
            this.blanks();
            if (this.reserved() === ']]')
                break;
            const { reader } = this;
            if (!reader.takes('&&') && !reader.takes('||')) {
                const next = word(reader, this.inner);
                if (!next)
                    throw new Malformed('[[ is read by shells in different ways');
                words.push(next);
            }
            else
                reader.doubt('posix', '[[ with && or || is read by some shells only');
        }
        this.reader.takes(']]');
        return { kind: 'test', words, redirects: this.redirects() };
    }
    /** Words on this line. */
    words(most = Number.POSITIVE_INFINITY) {
        const words = [];
        while (words.length < most) {
            this.blanks();
            const next = word(this.reader, this.inner);
            if (!next)
                break;
            words.push(next);
        }
        if (words.length < most && most === 1)
            throw new Malformed('a word is missing');
        return words;
    }
    redirects() {
        const found = [];
        for (;;) {
            this.blanks();
            const redirect = redirectAt(this);
            if (!redirect)
                return found;
            found.push(redirect);
        }
    }
    /** Commands within `$(…)` or backquotes. */
    inner = (reader, until) => {
        const grammar = new Grammar(reader, new Heredocs(reader));
        const command = grammar.list([]);
        if (until === ')')
            grammar.expect(')');
        else if (!reader.ended())
            throw new Malformed('a word or operator is where none can be');
        grammar.heredocs.finish();
        return command;
    };
    /** A word of letters or signs that stands here by itself, unquoted. */
    reserved() {
        const from = this.reader.at;
        let found = '';
        while (found.length < 9 && !/^[\s|&;()<>]?$/.test(this.reader.peek()))
            found += this.reader.next();
        const ends = /^[\s|&;()<>]?$/.test(this.reader.peek());
        this.reader.at = from;
        return ends && found !== '' && /^(?:[a-z]+|[{}!]|\[\[|\]\])$/.test(found) ? found : undefined;
    }
    closes(reserved) {
        if (this.reserved() !== reserved)
            throw new Malformed('a command with several parts is not complete');
        this.reader.takes(reserved);
    }
    expect(sign) {
        this.lines();
        if (!this.reader.takes(sign))
            throw new Malformed('a bracket is not closed');
    }
    blanks() {
        while (this.reader.peek() === ' ' || this.reader.peek() === '\t')
            this.reader.next();
        if (this.reader.peek() === '#')
            while (this.reader.text[this.reader.at] !== undefined && this.reader.text[this.reader.at] !== '\n')
                this.reader.at += 1;
    }
    /** Blanks, comments and newlines. */
    lines() {
        for (;;) {
            this.blanks();
            if (this.reader.peek() !== '\n')
                return;
            this.reader.next();
            this.heredocs.read();
        }
    }
}
function done(items) {
    const [only] = items;
    return items.length === 1 && only && !only.background ? only.command : { kind: 'list', items };
}

;// CONCATENATED MODULE: ./lib/shell/interpreter.js










const NOTHING = {};
const DEEPEST = 24;
/** Commands that print nothing: what they are redirected to is emptied. */
const SILENT = /^(?:|:|true|cat \/dev\/null|echo -n|printf )$/;
/** Runs a command line without running it: every command that may run is looked at, with what is known of its arguments. */
class Interpreter {
    findings;
    depth = 0;
    constructor(findings) {
        this.findings = findings;
    }
    /** What a text does. A text that no shell reads is the effect `unknown text`. */
    script(text, where, shell) {
        const call = new Call('sh', [], where, this);
        if (!(0,marks/* isKnown */.qE)(text))
            return interpreter_done(call.unknown('the text that a shell is given is only known when it runs'));
        return this.deeper(call, () => {
            try {
                const { command, doubts } = parseCommands(text, shell.shells);
                for (const doubt of doubts)
                    call.unknown(doubt);
                for (const name of restless(command))
                    where.scope.restless.add(name);
                where.scope.positional = shell.args;
                where.scope.shells = shell.shells;
                const outcome = this.run(command, where);
                this.uncalled(where);
                return outcome;
            }
            catch (error) {
                if (!(error instanceof Malformed))
                    throw error;
                return interpreter_done(call.effect({ action: 'unknown', object: 'text', detail: error.message }));
            }
        });
    }
    /** Gives a variable a value. */
    set(call, name, value) {
        environment(call, name, value);
        call.scope.set(name, value);
    }
    deeper(call, run) {
        if (this.depth >= DEEPEST)
            return interpreter_done(call.unknown('it is nested too deeply'));
        this.depth += 1;
        try {
            return run();
        }
        finally {
            this.depth -= 1;
        }
    }
    /** Some shells call functions of certain names by themselves. */
    uncalled(where) {
        for (const bodies of [...where.scope.functions.values()])
            for (const body of bodies)
                if (!where.scope.called.has(body)) {
                    const scope = where.scope.fork();
                    scope.positional = undefined;
                    scope.called.add(body);
                    this.run(body, { ...where, scope });
                }
    }
    run(command, where) {
        this.findings.step();
        switch (command.kind) {
            case 'simple':
                return this.simple(command, where);
            case 'list':
                return this.list(command.items, where);
            case 'pipeline':
                return this.pipeline(command.commands, where);
            case 'function':
                where.scope.functions.set(command.name, [
                    ...(where.scope.functions.get(command.name) ?? []),
                    command.body,
                ]);
                return NOTHING;
            case 'test':
                return this.redirecting(command, where, false, () => {
                    compared(fieldsOf(command.words, this.expansion(where)), where.scope);
                    return NOTHING;
                });
            default:
                return this.redirecting(command, where, false, (inner) => this.compound(command, { ...inner, tested: true }));
        }
    }
    /** Within these a shell may go on after a failure even where it was told to stop. */
    compound(command, where) {
        const { scope } = where;
        switch (command.kind) {
            case 'group':
                return this.run(command.body, where);
            case 'subshell':
                return this.run(command.body, { ...where, scope: scope.fork() });
            case 'if':
                return this.branches(command.parts, where);
            case 'loop':
                return this.repeated(where, (inner) => {
                    for (const part of command.parts)
                        this.run(part, inner);
                });
            case 'for':
                return this.forEach(command, where);
            case 'case':
                fieldsOf(command.words, this.expansion(where));
                return this.either(command.bodies, where);
        }
    }
    /** Conditions and bodies in turn, and the last body for itself. */
    branches(parts, where) {
        const ends = [];
        parts.forEach((part, index) => {
            const condition = index % 2 === 0 && index < parts.length - 1;
            const scope = condition ? where.scope : where.scope.fork();
            this.run(part, { ...where, scope });
            if (!condition)
                ends.push(scope);
        });
        for (const end of ends)
            where.scope.merge(end);
        return NOTHING;
    }
    either(bodies, where) {
        const ends = bodies.map((body) => {
            const scope = where.scope.fork();
            this.run(body, { ...where, scope });
            return scope;
        });
        for (const end of ends)
            where.scope.merge(end);
        return NOTHING;
    }
    /** A second time when the directory is another after the first. */
    repeated(where, body) {
        const before = where.scope.cwd;
        const scope = where.scope.fork();
        body({ ...where, scope });
        if (scope.cwd !== before) {
            scope.cwd = undefined;
            body({ ...where, scope });
        }
        where.scope.merge(scope);
        return NOTHING;
    }
    forEach(command, where) {
        const { positional } = where.scope;
        const fields = command.words
            ? fieldsOf(command.words, this.expansion(where))
            : (positional?.map((text) => ({ text, many: false })) ?? [{ text: marks/* HOLE */.vs, many: true }]);
        const certain = fields.length <= 40 && fields.every(({ many, text }) => !many && !text.includes(marks/* HOLE */.vs));
        const values = certain ? fields.map(({ text }) => text) : [marks/* HOLE */.vs];
        return this.repeated(where, (inner) => {
            // The name of the loop changes only here, unless its body says so.
            if (!restless(command.body).has(command.name))
                inner.scope.restless.delete(command.name);
            for (const value of values) {
                inner.scope.set(command.name, value);
                this.run(command.body, inner);
            }
            inner.scope.restless.add(command.name);
        });
    }
    list(items, where) {
        const { scope } = where;
        const outputs = [];
        let download = false;
        // What is so when the last chain of && and || stopped after its first command.
        let short;
        for (const [index, { command, after }] of items.entries()) {
            const background = beside(items, index);
            // `cd … || exit`: what follows runs only when all of it went well.
            if (after === '||' && !background && ends(command) && !scope.functions.has('exit')) {
                short = undefined;
                continue;
            }
            if (after !== '&&' && short)
                scope.merge(short);
            if (after === ';')
                short = undefined;
            const before = scope.cwd;
            const inner = background ? scope.fork() : scope;
            const outcome = this.run(command, { ...where, scope: inner });
            if (after === ';') {
                short = scope.fork();
                // A directory that is not there stops nothing but what stands behind &&.
                const stops = scope.strict && !where.tested && (items[index + 1]?.after ?? ';') === ';';
                if (!stops)
                    short.cwd = before;
            }
            // What runs beside it may print before or after.
            const certain = !background && (after === ';' || outcome.output === '');
            outputs.push(certain ? outcome.output : undefined);
            download ||= outcome.download ?? false;
        }
        if (short && items.length > 1)
            this.settle(scope, short, items);
        const output = outputs.every((one) => one !== undefined) ? outputs.join('') : undefined;
        return { output, download };
    }
    /** A list of one chain is what its reader sees when all of it ran; another was possible, too. */
    settle(scope, short, items) {
        const { cwd } = scope;
        scope.merge(short);
        if (items.slice(1).every(({ after }) => after === '&&'))
            scope.cwd = cwd;
    }
    pipeline(commands, where) {
        let outcome = NOTHING;
        commands.forEach((command, index) => {
            const stdin = index === 0
                ? where.stdin
                : {
                    ...(outcome.output === undefined ? {} : { text: outcome.output }),
                    client: false,
                    download: outcome.download ?? false,
                };
            const before = outcome.download;
            const scope = where.scope.fork();
            outcome = this.run(command, { ...where, scope, stdin });
            // Some shells run the last one themselves.
            if (index === commands.length - 1 && scope.shells.has('zsh'))
                where.scope.merge(scope);
            // Programs in between hand it on.
            if (before)
                outcome = { ...outcome, download: true };
        });
        return outcome;
    }
    redirecting(command, where, nothing, run) {
        const { stdin, output } = redirected(command.redirects, new Call('', [], where, this), this.expansion(where), nothing);
        const outcome = run({ ...where, stdin });
        return output === 'kept' ? outcome : { ...outcome, output: output === 'file' ? '' : undefined };
    }
    simple(command, where) {
        const expansion = this.expansion(where);
        const words = fieldsOf(command.words, expansion);
        // Where a shell without braces may read it, what that would run counts, too.
        if (where.scope.shells.has('posix')) {
            const plain = fieldsOf(command.words, expansion, true);
            if (plain.length > 0 && JSON.stringify(plain) !== JSON.stringify(words))
                this.invoke(plain, { ...where, scope: where.scope.fork() });
        }
        const nothing = SILENT.test(words.map(({ text }) => text).join(' '));
        return this.redirecting(command, where, nothing, (inner) => {
            const values = command.assignments.map(({ name, value, partial }) => {
                const { text } = textOf(value, expansion);
                return { name, value: partial ? marks/* HOLE */.vs : text };
            });
            const call = new Call('', [], inner, this);
            if (words.length === 0) {
                for (const { name, value } of values)
                    this.set(call, name, value);
                return values.length > 0 ? { output: '' } : NOTHING;
            }
            if (values.length === 0)
                return this.invoke(words, inner);
            for (const { name, value } of values)
                environment(call, name, value);
            // Programs see them; and functions may keep them.
            const scope = inner.scope.fork();
            for (const { name, value } of values) {
                scope.set(name, value);
                scope.exported.add(name);
            }
            const outcome = this.invoke(words, { ...inner, scope });
            inner.scope.cwd = scope.cwd;
            if (inner.scope.functions.has(words[0]?.text ?? ''))
                inner.scope.merge(scope);
            return outcome;
        });
    }
    invoke(fields, where) {
        const [first, ...args] = fields;
        this.findings.step(fields.map(({ text, many }) => (many ? marks/* MANY */.qz : text)));
        const call = new Call('', args, where, this);
        if (!first)
            return NOTHING;
        if (first.many || !(0,marks/* isKnown */.qE)(first.text))
            return interpreter_done(call.unknown(first.download
                ? 'which program runs comes over the network'
                : 'which program runs is only known when it runs'));
        const bodies = where.scope.functions.get(first.text);
        if (bodies) {
            // Where it may be gone, or was not defined after all, the program of that name runs.
            const beside = where.scope.doubtful.has(first.text) || programOf(first.text) !== undefined;
            if (beside)
                this.program(first.text, { ...where, scope: where.scope.program() }, args);
            return this.function(bodies, args, where, call);
        }
        return this.program(first.text, where, args);
    }
    program(name, where, args) {
        const call = new Call('', args, where, this);
        if (where.scope.lost)
            call.unknown('where programs are looked for was changed');
        const found = programOf(name);
        if (!found)
            return interpreter_done(call.program(call.scope.cwd === undefined || !name.includes('/') ? name : call.nameOf(name)));
        return this.deeper(call, () => {
            const running = new Call(found.name, args, where, this);
            found.run(running);
            return running.outcome;
        });
    }
    function(bodies, args, where, call) {
        return this.deeper(call, () => {
            const { scope } = where;
            const before = scope.positional;
            const certain = args.every(({ many }) => !many);
            let outcome = NOTHING;
            for (const body of bodies) {
                scope.called.add(body);
                scope.positional = certain ? args.map(({ text }) => text) : undefined;
                outcome = this.run(body, { ...where, tested: true, via: [...where.via, 'function'] });
            }
            scope.positional = before;
            return bodies.length === 1 ? outcome : NOTHING;
        });
    }
    expansion(where) {
        return {
            scope: where.scope,
            changed: (name) => where.scope.restless.add(name),
            secret: (name) => new Call('', [], where, this).effect({ action: 'expose', object: 'environment', name }),
            substitute: (body, process) => {
                const via = [...where.via, 'substitution'];
                const scope = where.scope.fork();
                // bash does not stop there where it was told to.
                scope.strict = false;
                const outcome = this.run(body, { scope, stdin: where.stdin, via });
                return { output: process ? undefined : outcome.output, download: outcome.download ?? false };
            },
        };
    }
}
/** `a && b &`: all of a chain runs beside the rest. */
const beside = (items, from) => {
    const next = items.findIndex(({ after }, at) => at > from && after === ';');
    return items[(next === -1 ? items.length : next) - 1]?.background === true;
};
/** `exit`, `exit 1` */
function ends(command) {
    if (command.kind !== 'simple' || command.assignments.length + command.redirects.length > 0)
        return false;
    const texts = command.words.map(({ parts: [part, more] }) => part?.kind === 'text' && !more ? part.text : '');
    return /^exit(?: \d{1,3})?$/.test(texts.join(' '));
}
const interpreter_done = (_) => NOTHING;

;// CONCATENATED MODULE: ./lib/shell/index.js








/** A line that is longer cannot be run by Linux either (MAX_ARG_STRLEN). Bytes. */
const shell_LONGEST = 131_071;
/**
 * What a command line would do. Answers at once, never throws, in time that is bounded by the length of the text. What
 * cannot be analysed has an effect `unknown`: `text` where no shell would read it either, `command` for the rest.
 */
function analyseCommand(line, context = {}) {
    const findings = new Findings(context.watch);
    const refused = malformed(line);
    const unknown = (object, detail) => ({ action: 'unknown', object, detail });
    if (refused !== undefined)
        return analysis([unknown('text', refused)], findings, 1);
    try {
        run(line, context, findings);
        return analysis(findings.effects, findings, /^[ \t\n]*$/.test(line) ? 0 : 1);
    }
    catch (error) {
        const detail = error instanceof Exhausted ? 'it does too much to be judged' : 'it is nested too deeply';
        if (!(error instanceof Exhausted) && !(error instanceof RangeError))
            throw error;
        return analysis([...findings.effects, unknown('text', detail)], findings, 1);
    }
}
function run(line, context, findings) {
    const scope = new Scope({
        cwd: context.cwd ?? context.home ?? marks/* HOME */.yZ,
        positional: [],
        variables: variables(context),
        exported: new Set([...variables(context).keys(), ...Object.keys(context.env ?? {})]),
    });
    const stdin = { client: true, download: false };
    const where = { scope, stdin, via: [] };
    const interpreter = new Interpreter(findings);
    const call = new Call('', [], where, interpreter);
    const shells = shellsOf(context.shell);
    if (!shells)
        return call.unknown('the account’s login shell is none whose language is known');
    for (const [name, value] of Object.entries(context.env ?? {})) {
        const text = malformed(value) === undefined ? value : marks/* HOLE */.vs;
        if (!/^[A-Za-z_]\w*$/.test(name))
            call.unknown('a variable has a name that no shell gives it');
        interpreter.set(call, name, text);
    }
    if (/^[ \t\n]*$/.test(line))
        return call.effect({ action: 'run', object: 'shell' });
    interpreter.script(line, where, { shells, args: [] });
    if (isRisky(scope))
        call.unknown('a number is computed from what is only known when it runs');
}
function variables({ home, user, cwd }) {
    const known = new Map([
        ['HOME', home ?? marks/* HOME */.yZ],
        ['PATH', PATH],
        ['PWD', cwd ?? home ?? marks/* HOME */.yZ],
    ]);
    for (const name of user === undefined ? [] : ['USER', 'LOGNAME'])
        known.set(name, user ?? '');
    return known;
}
/** Characters that stand for something else here, or that people cannot see. */
const HIDDEN = /[[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]--[\t\n]]|[\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]/v;
const BLANKS = /[\p{Zs}--[ ]]/v;
function malformed(text) {
    if (text.length > shell_LONGEST || Buffer.byteLength(text) > shell_LONGEST)
        return 'it is longer than a host would run';
    if (text.includes('\0'))
        return 'it holds a NUL';
    if (!text.isWellFormed())
        return 'it is not valid Unicode';
    if (HIDDEN.test(text))
        return 'it holds control characters or others that nobody can see';
    return BLANKS.test(text) ? 'it holds blanks that no shell takes for blanks' : undefined;
}
const analysis = (effects, { embedded }, count) => ({
    effects,
    relations: [],
    count,
    changes: { schema: false, resolution: false },
    ...(embedded.length > 0 ? { embedded } : {}),
});


/***/ }),

/***/ 88906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ climbs),
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   qp: () => (/* binding */ patterns),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   ys: () => (/* binding */ absolute)
/* harmony export */ });
/* harmony import */ var _expand_marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88457);

/**
 * The path that a program will use, absolute or from HOME: `//` and `/./` taken out, `..` resolved as text does. Marks stay.
 * Undefined when it is not known where it begins.
 */
function absolute(path, cwd) {
    if (path.startsWith('/') || path === _expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOME */ .yZ || path.startsWith(`${_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOME */ .yZ}/`))
        return cleaned(path);
    if (cwd === undefined || path.startsWith(_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOLE */ .vs))
        return undefined;
    return cleaned(`${cwd}/${path}`);
}
function cleaned(path) {
    const parts = [];
    const [root, rest] = path.startsWith(_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOME */ .yZ) ? [_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOME */ .yZ, path.slice(1)] : ['', path];
    for (const part of rest.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            // Above the home directory there are other people's.
            if (parts.length === 0 && root === _expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOME */ .yZ)
                return '/home';
            parts.pop();
        }
        else
            parts.push(part);
    }
    return `${root}/${parts.join('/')}`.replace(/(.)\/$/, '$1');
}
/** Whether one of its parts leads upwards: a link on the way would lead elsewhere. Marks may stand for it. */
const climbs = (path) => path
    .split('/')
    .some((part) => part === '..' || (/^\.[.\ue000\ue001\ue002]*$/.test(part) && part !== '.') || part.includes(_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOLE */ .vs));
/** How a path is told to people and compared with a guard's patterns. */
const told = (path) => (0,_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(path);
/** From a text with blanks between them. */
function patterns(text) {
    const each = text
        .trim()
        .split(/\s+/)
        .map((one) => one.replace(/^~/, _expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOME */ .yZ));
    return { each: each.map(parts), whole: new RegExp(`^(?:${each.map(sourceOf).join('|')})$`, 'is') };
}
const sourceOf = (text) => text
    .replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&')
    .replaceAll(/\/\*\*$/g, '(?:/>)?')
    .replaceAll('**/', '(?:>/)?')
    .replaceAll('*', '[^/]*')
    .replaceAll('>', '.*');
/** A path, taken apart. */
const parts = (path) => path.split('/').filter((part, at) => part !== '' || at === 0);
/** Whether some path that it may stand for is one of these. */
const within = (path, { each, whole }) => {
    if ((0,_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .isKnown */ .qE)(path))
        return whole.test(path);
    const split = parts(path);
    return each.some((one) => overlaps(split, one, 0, 0));
};
function overlaps(path, by, at, to) {
    const part = path[at];
    const expected = by[to];
    if (expected === '**') {
        if (to === by.length - 1)
            return true;
        for (let next = at; next <= path.length; next++)
            if (overlaps(path, by, next, to + 1))
                return true;
        return false;
    }
    if (part === undefined || expected === undefined)
        return part === undefined && expected === undefined;
    // It may stand for several parts.
    if (part.includes(_expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HOLE */ .vs))
        return true;
    return named(part, expected) && overlaps(path, by, at + 1, to + 1);
}
/** Longer names are none; patterns of that length are not worth the time. */
const LONGEST = 255;
/** Whether a part with marks and one with `*` have a name in common. */
function named(part, expected) {
    if (/^[\ue001\ue002\ue003]/.test(part) && expected.startsWith('.'))
        return false;
    // Logs are read by patterns all day, and their names hold no word such as `secret`.
    if (/\.(?:log|txt|out|err|html|css|js|gz)$/.test(part))
        return expected.split('*').every((piece) => part.toLowerCase().includes(piece));
    return part.length > LONGEST || common(part, expected);
}
/** Two patterns with wildcards: reachable pairs of positions, one row at a time. */
function common(part, expected) {
    const lower = part.toLowerCase();
    let row = new Set([0]);
    for (let at = 0; at <= lower.length; at++) {
        row = stars(row, expected);
        const char = lower[at];
        if (char === undefined)
            break;
        const next = new Set();
        for (const to of row) {
            const other = expected[to];
            if (char === _expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .ANY */ .x4) {
                for (let any = to; any <= expected.length; any++)
                    next.add(any);
            }
            else if (char === _expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .WORD */ .f7) {
                // Numbers and dates spell no name of a file.
                for (let any = to; any <= expected.length; any++) {
                    next.add(any);
                    if (/[a-z]/i.test(expected[any] ?? ''))
                        break;
                }
            }
            else if (other === '*')
                next.add(to);
            else if (other !== undefined && (char === _expand_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .ONE */ .xr || char === other.toLowerCase()))
                next.add(to + 1);
        }
        row = next;
    }
    return stars(row, expected).has(expected.length);
}
/** A `*` may be nothing. */
function stars(row, expected) {
    const all = new Set(row);
    for (const to of [...row].sort((a, b) => a - b))
        for (let at = to; expected[at] === '*'; at++)
            all.add(at + 1);
    return all;
}


/***/ }),

/***/ 196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   YU: () => (/* binding */ holdsSecrets),
/* harmony export */   jX: () => (/* binding */ isRoot)
/* harmony export */ });
/* harmony import */ var _expand_marks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88457);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88906);


/** PATH_MAX of Linux. */
const LONGEST = 4096;
/** Files that decide who may do what, and how the host starts. */
const CRITICAL = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`/etc/passwd* /etc/shadow* /etc/group* /etc/gshadow* /etc/sudoers /etc/sudoers.d/** /etc/doas.conf /etc/fstab
  /etc/ssh/** /etc/pam.d/** /etc/pam.conf /etc/security/** /etc/ld.so.* /etc/ld.so.conf.d/** /etc/crypttab /etc/hosts.allow /etc/hosts.deny
  /etc/nsswitch.conf /etc/resolv.conf /etc/selinux/** /etc/apparmor.d/** /etc/audit/** /etc/polkit-1/** /boot/** **/.ssh/**
  /etc/environment /etc/subuid /etc/subgid /etc/machine-id /etc/inittab /etc/shells`);
/** What runs by itself later: at login, at start, on a schedule, when a program starts. */
const STARTUP = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`/etc/cron* /etc/cron*/** /var/spool/cron/** /var/spool/at/** /etc/anacrontab /etc/systemd/** /lib/systemd/**
  /usr/lib/systemd/** /usr/local/lib/systemd/** /run/systemd/** ~/.config/systemd/** **/.config/systemd/** /etc/init.d/** /etc/rc* /etc/rc*/**
  /etc/profile /etc/profile.d/** /etc/bash.bashrc /etc/bashrc /etc/zsh* /etc/zsh/** /etc/fish/** /etc/csh* /etc/skel/** /etc/xdg/autostart/**
  /etc/udev/** /etc/modules /etc/modules-load.d/** /etc/modprobe.d/** /etc/sysctl.conf /etc/sysctl.d/** /etc/update-motd.d/** /etc/logrotate.d/**
  /etc/apt/** /etc/yum.repos.d/** /etc/inetd.conf /etc/xinetd.d/** /etc/dhcp/** /etc/network/** /etc/NetworkManager/** /etc/ppp/**
  **/.bashrc **/.bash_profile **/.bash_login **/.bash_logout **/.bash_aliases **/.profile **/.zshrc **/.zshenv **/.zprofile **/.zlogin **/.zlogout **/.cshrc
  **/.tcshrc **/.login **/.logout **/.kshrc **/.mkshrc **/.inputrc **/.config/fish/** **/.config/autostart/** **/.forward **/.rhosts **/.shosts
  **/.gitconfig **/.config/git/** **/.vimrc **/.vim/** **/.exrc **/.emacs* **/.psqlrc **/.sqliterc **/.my.cnf **/.npmrc **/.pythonrc
  **/.git/hooks/** **/hooks/post-* **/hooks/pre-* **/hooks/update **/.git/config `);
/** What was done, and by whom. */
const LOGS = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`/var/log /var/log/** **/.*_history **/.history /run/log/** /run/utmp /var/run/utmp`);
const SYSTEM = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`/etc/** /usr/** /bin/** /sbin/** /lib/** /lib32/** /lib64/** /libx32/** /var/lib/** /var/mail/** /var/spool/** /var/run/** /run/**
  /var/cache/** /var/backups/** /snap/** /root/** /opt /srv /home/* /mnt/* /media/* /var/www /selinux/** /.* /vmlinuz* /initrd*`);
const HOMES = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)('~ /root /home/*');
const KERNEL = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)('/proc /proc/** /sys /sys/**');
const DEVICES = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)('/dev /dev/**');
const SINKS = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)('/dev/null /dev/stdout /dev/stderr /dev/stdin /dev/tty /dev/fd/* /proc/self/fd/*');
const TEMPORARY = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)('/tmp/** /var/tmp/** /dev/shm/** /run/user/** ~/.ansible/tmp/** **/.ansible/tmp/**');
/** Directories of the top level, whatever they are called. */
const TOP = new Set(['/', '~', '/home', '/root']);
/** Where a path lies, for somebody who writes there. Where it may be in several places, the worst of them. */
function placeOf(path, cwd) {
    const full = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .absolute */ .ys)(path, cwd);
    if (full === undefined)
        return 'unknown';
    if ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, SINKS) && (0,_expand_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnown */ .qE)(full))
        return 'sink';
    if (full.length > LONGEST || (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .climbs */ .BH)(path))
        return 'unknown';
    if (/^\/dev\/(?:tcp|udp)\//.test(full))
        return 'network';
    if ((0,_expand_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnown */ .qE)(full) && (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, TEMPORARY))
        return 'temporary';
    if (onlyTemporary(full))
        return 'temporary';
    if ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, CRITICAL))
        return 'critical';
    if ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, STARTUP))
        return 'startup';
    if ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, LOGS))
        return 'log';
    if ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, KERNEL))
        return 'kernel';
    // Whoever writes into a home directory as a whole may write what runs at the next login.
    if ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, HOMES))
        return 'system';
    if ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, DEVICES))
        return 'device';
    return (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, SYSTEM) || /^\/[^/]*$/.test(full) ? 'system' : 'own';
}
/** A pattern below a directory for what is temporary stays there. */
const onlyTemporary = (full) => /^(?:\/tmp|\/var\/tmp|\/dev\/shm|\ue004\/\.ansible\/tmp|\/(?:home\/[^/\ue000-\ue003]+|root)\/\.ansible\/tmp)\/[^/\ue000]/.test(full);
/** Whether the removal of all of this leaves nothing to work with. */
function isRoot(path, cwd) {
    const full = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .absolute */ .ys)(path, cwd);
    if (full === undefined)
        return false;
    if (full === '/tmp')
        return true;
    const [, parent = ''] = /^(.*)\/[.\ue001\ue002]*\ue001[.\ue001\ue002]*$/.exec(full) ?? [];
    const name = /\/[.\ue001\ue002]*\ue001[.\ue001\ue002]*$/.test(full) ? parent || '/' : full;
    const told = name.replace('\ue004', '~');
    return TOP.has(told) || /^\/[^/]+$/.test(told) ? !/^\/(?:tmp)$/.test(told) : /^\/home\/[^/]+$/.test(told);
}
/** Files that hold what nobody should print. */
const SECRETS = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`/etc/shadow* /etc/gshadow* **/.ssh/id_* **/.ssh/*_key **/.ssh/*.key /etc/ssh/ssh_host_*_key **/id_rsa* **/id_dsa* **/id_ecdsa* **/id_ed25519*
  **/.aws/** **/.pgpass **/pgpass.conf **/.my.cnf **/.mylogin.cnf **/.netrc **/_netrc **/.npmrc **/.yarnrc* **/.pypirc **/.gem/credentials **/.docker/config.json
  **/.dockercfg **/.kube/** /etc/kubernetes/** **/kubeconfig* /etc/rancher/** /var/lib/kubelet/** **/.git-credentials **/.vault-token **/.env **/.env.* **/*.env
  **/.envrc **/*.pem **/*.key **/*.p12 **/*.pfx **/*.jks **/*.keystore **/*.kdbx **/*.ppk **/*.keytab **/*.asc **/*.gpg **/.gnupg/** **/.*_history
  /proc/*/environ /proc/*/mem /proc/*/maps /proc/*/cmdline /proc/*/task/** /proc/*/fd/** /proc/*/root/** /proc/*/cwd/** /proc/kcore /proc/keys /dev/mem /dev/kmem /dev/vda* /dev/sd* /dev/nvme* /dev/dm-* /dev/mapper/*
  **/credentials **/credentials.* **/secrets.y*ml **/secrets.json **/*secret* **/*password* **/*passwd.* **/master.key **/*token* **/.config/gcloud/** **/.azure/**
  **/.config/gh/** **/.config/hub **/.config/rclone/** **/.s3cfg **/.boto **/.terraform.d/** **/*.tfstate* **/*.tfvars **/.htpasswd **/wp-config.php
  **/database.yml **/parameters.yml **/local_settings.py **/settings.local* **/application.properties /run/secrets/** /var/run/secrets/** /etc/ssl/private/** **/letsencrypt/live/**
  **/letsencrypt/archive/** **/vault*pass* **/.vault_pass* **/pg_hba.conf /etc/openvpn/** /etc/wireguard/** **/.password-store/** **/.config/op/** /etc/sudoers.d/**
  /etc/NetworkManager/system-connections/** /var/lib/cloud/** /var/log/cloud-init*.log **/.bash_profile **/.profile **/.bashrc **/.zshrc /etc/environment /etc/default/** /etc/environment.d/**
  **/.psql_history **/.mysql_history **/.rediscli_history **/.sqlite_history **/.python_history **/.node_repl_history **/.viminfo **/.lesshst **/shadow`);
/** Well-known files of the kind that hold nothing secret. */
const HARMLESS = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`**/*.pub **/fullchain.pem **/cert.pem **/chain.pem **/ca.pem **/ca.crt /etc/ssl/certs/** /usr/share/** **/.env.example **/.env.sample **/.env.dist **/.env.template`);
/** Devices and processes: all but what is known to be harmless. */
const PECULIAR = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)('/dev/** /proc/** /run/credentials/**');
const ORDINARY = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`/dev /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/stdin /dev/stdout /dev/stderr /dev/tty /dev/fd/* /dev/shm/** /dev/tcp/** /dev/udp/**
  /proc /proc/cpuinfo /proc/meminfo /proc/loadavg /proc/uptime /proc/version /proc/stat /proc/vmstat /proc/mounts /proc/swaps /proc/diskstats /proc/partitions /proc/filesystems
  /proc/modules /proc/interrupts /proc/net/** /proc/sys/** /proc/pressure/** /proc/*/status /proc/*/limits /proc/*/stat /proc/*/statm /proc/*/io /proc/*/mounts /proc/*/mountinfo
  /proc/*/cgroup /proc/*/oom_score /proc/*/oom_score_adj /proc/*/sched /proc/*/net/**`);
/** Whether a file may hold secrets. */
function isSecret(path, cwd) {
    const full = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .absolute */ .ys)(path, cwd);
    if (full !== undefined && (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, PECULIAR) && !((0,_expand_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnown */ .qE)(full) && (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, ORDINARY)))
        return true;
    // Without a place, its name is what is left to go by.
    // Links below /dev and /proc lead to other places than their names tell.
    if (path.length > LONGEST || ((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .climbs */ .BH)(path) && /(?:^|\/)(?:dev|proc|sys|run)\//.test(path)))
        return true;
    if (full !== undefined && (0,_expand_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnown */ .qE)(full) && (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, HARMLESS))
        return false;
    return (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full ?? `/${path}`, SECRETS);
}
const NESTS = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .patterns */ .qp)(`/ /etc /etc/ssh /etc/ssl /etc/ssl/private /home /home/* /root ~ /proc /proc/* /run /run/secrets /var /var/lib /dev /sys/kernel/security **/.ssh **/.aws **/.gnupg
  **/.kube **/.docker **/.azure **/.config **/.config/gcloud **/.config/gh **/.password-store /etc/kubernetes /var/lib/** /var/backups /var/backups/** /etc/letsencrypt /etc/letsencrypt/**`);
/** Whether a directory holds places of secrets that everybody knows. */
function holdsSecrets(path, cwd) {
    const full = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .absolute */ .ys)(path, cwd);
    if (full === undefined || (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .climbs */ .BH)(path) || isSecret(path, cwd))
        return true;
    return (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(full, NESTS);
}


/***/ })

};
