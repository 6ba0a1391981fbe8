export const id = 685;
export const ids = [685];
export const modules = {

/***/ 7685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openReporter: () => (/* binding */ openReporter)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(3360);
// EXTERNAL MODULE: ./lib/client/outbound.js
var outbound = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/platforms/github/change.js
var github_change = __webpack_require__(352);
// EXTERNAL MODULE: ./lib/action/inputs.js
var inputs = __webpack_require__(1413);
;// CONCATENATED MODULE: ./lib/action/markdown.js
// Texts of strangers in GitHub's Markdown.
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** In one line, and no longer than so many characters. */
function shorten(text, most) {
    const folded = text.replace(/\s+/g, ' ').trim();
    const characters = [...folded];
    return characters.length > most ? `${characters.slice(0, most).join('')} …` : folded;
}
/** In an element where GitHub looks neither for people that are mentioned nor for references. */
const code = (text) => `<code>${inert(text)}</code>`;
/** Everything that Markdown or HTML could read as markup becomes a character reference; what a person cannot see becomes U+FFFD. */
function inert(text) {
    return text
        .toWellFormed()
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
        .replace(/[!-'*+./:-@[-`{-~]/g, (character) => `&#${character.codePointAt(0)};`);
}
/** The label alone when the address is none that a browser should follow. */
function markdown_link(url, label) {
    const parsed = url === undefined ? null : URL.parse(url);
    if (!parsed || !/^https?:$/.test(parsed.protocol))
        return label;
    return `<a href="${parsed.href.replaceAll('&', '&amp;').replaceAll('|', '%7C').replaceAll('`', '%60')}">${label}</a>`;
}

;// CONCATENATED MODULE: ./lib/action/report/text.js

const ROWS = 50;
/** GitHub takes 65,536 characters; what is around the rows needs some of them. */
const ROWS_BYTES = 50_000;
const MARGIN = 20;
const LONGEST_URL = 1000;
const CELL_CHARACTERS = 300;
/** Refused ones first; what was held and then refused is one of them. */
function rowsOf(refused, held, places) {
    const asked = new Map(held.map((each) => [each.seq, each]));
    const placed = (seq) => {
        const place = places.get(seq);
        return place ? { place } : {};
    };
    const refusals = refused.map(({ seq, rule, reason }) => {
        const outcome = decisionOf(asked.get(seq)) ?? 'refused';
        asked.delete(seq);
        return { rule, reason, outcome, refused: true, ...placed(seq) };
    });
    const others = [...asked.values()].map((each) => ({
        rule: each.rule,
        reason: each.reason,
        outcome: decisionOf(each) ?? '',
        refused: each.decision !== 'approved',
        ...placed(each.seq),
    }));
    return [...refusals, ...others];
}
function decisionOf(held) {
    if (!held)
        return undefined;
    const { decision, by } = held;
    if (decision === 'approved' || decision === 'denied')
        return `held, ${decision} by ${by}`;
    if (decision === 'expired')
        return 'held, nobody decided in time';
    return decision === 'withdrawn' ? 'held, withdrawn' : 'held, undecided';
}
/** True when somebody should look: nothing to see makes no noise. */
function isNotable({ totals, reason, problems }) {
    return totals.refused > 0 || totals.held > 0 || reason !== 'clean' || problems.length > 0;
}
function isFine({ totals, reason }) {
    return totals.refused === 0 && (reason === 'clean' || reason === 'expired');
}
/** In one line, without markup. */
function sessionTitle({ totals: { statements, refused, held } }) {
    const ran = refused > 0 ? `${refused} of ${statements} statements refused` : `${statements} statements, none refused`;
    return held > 0 ? `${ran}, ${held} held` : ran;
}
/** Markdown that GitHub takes as a comment or a check's summary. */
function sessionText(options) {
    const { closed } = options;
    const { totals, reason } = closed;
    const disorder = reason === 'clean' ? [] : [`> [!WARNING]\n> The session did not end in order: ${code(reason)}.`];
    return [
        heading(closed.targets),
        `${sessionTitle(closed)}; ${totals.masked} values masked on ${totals.connections} connections.`,
        ...disorder,
        ...statements(options),
        footer(options),
    ].join('\n\n');
}
/** Markdown, while nobody has decided. */
function pendingText(targets, pending, runUrl) {
    const { approvers, expiresAt, approvalUrl } = pending;
    const who = approvers ? `: ${code(shorten(approvers, CELL_CHARACTERS))}` : '';
    const job = markdown_link(runUrl, 'The job');
    return [
        heading(targets),
        `⏳ ${job} waits for a person to approve its session, until ${code(expiresAt)}${who}.`,
        markdown_link(approvalUrl, 'See the request and decide'),
    ].join('\n\n');
}
/** Markdown, from the approval to the end of the session. */
function approvedText(targets, runUrl) {
    return [heading(targets), `A person approved the session of ${markdown_link(runUrl, 'the job')}.`].join('\n\n');
}
/** Markdown, when the job ended without a session. */
function nothingText(targets, runUrl) {
    return [heading(targets), `No session was opened: see ${markdown_link(runUrl, 'the job')}.`].join('\n\n');
}
function heading(targets) {
    return `### Sluice: ${targets.length > 0 ? code(shorten(targets.join(', '), CELL_CHARACTERS)) : 'no target'}`;
}
function statements({ closed, rows, fileUrl }) {
    const lines = [];
    let bytes = 0;
    for (const { rule, reason, outcome, place } of rows.slice(0, ROWS)) {
        const cells = [rule, reason, outcome].map((text) => code(shorten(text, CELL_CHARACTERS)));
        cells.push(place ? placeCell(place, fileUrl(place)) : '');
        bytes += Buffer.byteLength(cells.join()) + MARGIN;
        if (bytes > ROWS_BYTES)
            break;
        lines.push(cells);
    }
    if (lines.length === 0)
        return [];
    const known = Math.max(rows.length, closed.totals.refused);
    const more = known - lines.length;
    return [
        table(['Rule', 'It would have done', 'What came of it', 'Where'], lines),
        ...(more > 0 ? [`… and ${more} more: the record has them all.`] : []),
    ];
}
function placeCell({ file, line }, url) {
    const place = code(`${shorten(file, CELL_CHARACTERS)}:${line}`);
    return url !== undefined && url.length <= LONGEST_URL ? markdown_link(url, place) : place;
}
function artifactPart({ id, name }, runUrl) {
    const url = runUrl && id !== undefined ? `${runUrl}/artifacts/${id}` : undefined;
    return `artifact ${markdown_link(url, code(shorten(name, CELL_CHARACTERS)))}`;
}
function footer({ closed, artifact, runUrl }) {
    const { seal, sessionUrl, session } = closed;
    const kept = seal?.kept === 'server' ? ', countersigned by the server' : '';
    return [
        sessionUrl ? markdown_link(sessionUrl, 'Session') : `Session ${code(shorten(session, 100))}`,
        ...(runUrl ? [markdown_link(runUrl, 'job')] : []),
        ...(artifact ? [artifactPart(artifact, runUrl)] : []),
        seal ? `record SHA-256 ${code(seal.sha256)}${kept}` : inert('the record has no seal'),
    ].join(' · ');
}

;// CONCATENATED MODULE: ./lib/action/report/index.js
// Tells the pull request or commit of the session, where the job's token may. Never fails the job, and never rejects.







/** Refusals that the job itself annotates: a check repeats none of them. */
const SHOWN_BY_JOB = 10;
/** Undefined where nothing is to be told. */
function openReporter(options) {
    const { env, platform } = options;
    if (platform.name !== 'github')
        return undefined;
    const { kind, token } = (0,inputs/* readReport */.tL)(env);
    const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = env;
    const change = (0,github_change/* changeOf */.C)(env);
    if (kind === 'none' || !change || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return undefined;
    platform.mask(token);
    return reporter(kind, { token, apiUrl, repository, fetch: options.fetch }, change, options);
}
function reporter(kind, access, change, options) {
    const { env, platform } = options;
    const { runUrl } = platform.facts;
    const targets = (0,inputs/* readTargets */.R0)(env);
    const marker = markerOf(env, options.step, targets);
    const tell = async (what) => {
        let told;
        try {
            (0,outbound/* useOutboundProxy */.s)(env);
            told = await what();
        }
        catch (error) {
            told = { result: 'failed', reason: (0,errors/* describe */.q0)(error) };
        }
        if (told.result === 'not allowed')
            (0,core/* debug */.Yz)(`no ${kind} on GitHub: ${told.reason}`);
        if (told.result === 'failed')
            platform.log(`There is no ${kind} on GitHub: ${told.reason}`);
    };
    const comment = (body, create) => tell(async () => {
        const { keepComment } = await __webpack_require__.e(/* import() */ 47).then(__webpack_require__.bind(__webpack_require__, 9047));
        return keepComment(access, change, { marker, body, create });
    });
    return {
        async pending(pending) {
            if (kind === 'comment')
                await comment(pendingText(targets, pending, runUrl), true);
        },
        async approved() {
            if (kind === 'comment')
                await comment(approvedText(targets, runUrl), false);
        },
        async nothing() {
            if (kind === 'comment')
                await comment(nothingText(targets, runUrl), false);
        },
        async session(session) {
            const told = { ...session, fileUrl: fileUrls(env, change), ...(runUrl ? { runUrl } : {}) };
            if (kind === 'comment')
                return comment(sessionText(told), isNotable(session.closed));
            await tell(async () => {
                const { writeCheck } = await __webpack_require__.e(/* import() */ 426).then(__webpack_require__.bind(__webpack_require__, 9426));
                return writeCheck(access, { ...checkOf(told), sha: change.sha });
            });
        },
    };
}
function checkOf(told) {
    const { closed, rows, runUrl } = told;
    const url = closed.sessionUrl ?? runUrl;
    return {
        name: `Sluice: ${closed.targets.join(', ')}`.slice(0, 100),
        ok: isFine(closed),
        title: sessionTitle(closed),
        summary: sessionText(told),
        annotations: rows.filter(({ refused }, index) => !refused || index >= SHOWN_BY_JOB).flatMap(annotationOf),
        ...(url && /^https?:/.test(url) ? { url } : {}),
    };
}
function annotationOf({ place, rule, reason, outcome, refused, }) {
    if (!place)
        return [];
    const message = `${rule}: ${reason} (${outcome})`.slice(0, 2000);
    const title = refused ? 'Sluice refused a statement' : 'Sluice held a statement';
    return [{ ...place, level: refused ? 'failure' : 'notice', title, message }];
}
/** One comment for each target of each step: another step's refusals are not overwritten by this one's. */
function markerOf(env, step, targets) {
    const { GITHUB_WORKFLOW = '', GITHUB_JOB = '' } = env;
    const text = JSON.stringify([GITHUB_WORKFLOW, GITHUB_JOB, step, [...targets].sort()]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}
function fileUrls(env, { sha }) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository } = env;
    return ({ file, line }) => {
        const path = file.split('/').map((part) => encodeURIComponent(part.toWellFormed()));
        return `${server}/${repository}/blob/${sha}/${path.join('/')}#L${line}`;
    };
}


/***/ }),

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ useOutboundProxy)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);


const LOOPBACK = '127.0.0.1,localhost,::1,[::1]';
/**
 * Sends this process's outgoing requests through the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY),
 * except those to this machine. `fetch` would ignore it otherwise. Returns how to undo it; does
 * nothing without a proxy. Throws `SluiceError` CONFIG_INVALID on a Node that cannot.
 */
function useOutboundProxy(env) {
    const https = env.https_proxy ?? env.HTTPS_PROXY;
    const plain = env.http_proxy ?? env.HTTP_PROXY;
    if (!https && !plain)
        return () => { };
    if (typeof node_http__WEBPACK_IMPORTED_MODULE_0__.setGlobalProxyFromEnv !== 'function')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', `Node ${process.versions.node} cannot use the outbound proxy`, {
            hint: 'Run on Node 24.14 or newer, or let this machine reach the server directly',
        });
    const except = env.no_proxy ?? env.NO_PROXY;
    return node_http__WEBPACK_IMPORTED_MODULE_0__.setGlobalProxyFromEnv({
        ...(https ? { HTTPS_PROXY: https } : {}),
        ...(plain ? { HTTP_PROXY: plain } : {}),
        NO_PROXY: except ? `${except},${LOOPBACK}` : LOOPBACK,
    });
}


/***/ }),

/***/ 352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ changeOf),
/* harmony export */   _: () => (/* binding */ findPullRequest)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
// What the job is about: its pull request, and the commit that checks are shown at.

/** Undefined when the job's environment does not say. https://docs.github.com/webhooks/webhook-events-and-payloads */
function changeOf(env) {
    const { GITHUB_EVENT_NAME: event = '', GITHUB_SHA: sha = '', GITHUB_EVENT_PATH: path } = env;
    const payload = path ? readJson(path) : {};
    const request = member(payload, 'pull_request');
    const issue = member(payload, 'issue');
    // A comment on a pull request is one on an issue.
    const number = request.number ?? (issue.pull_request ? issue.number : undefined);
    const head = member(request, 'head').sha;
    const commit = typeof head === 'string' ? head : sha;
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
        return undefined;
    return { event, sha: commit, ...(isNumber(number) ? { pullRequest: number } : {}) };
}
/**
 * The pull request that the job is about: that of its event, or, for a push, the one whose head this commit is or
 * that it merged. Others that happen to hold the commit are not meant.
 */
async function findPullRequest(octokit, repository, { event, pullRequest, sha }) {
    if (pullRequest !== undefined || event !== 'push')
        return pullRequest;
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        ...repository,
        commit_sha: sha,
        per_page: 100,
    });
    // Anybody may open one from a fork whose head is a commit of this repository.
    const own = `${repository.owner}/${repository.repo}`.toLowerCase();
    const isOwn = (full) => full?.toLowerCase() === own;
    const meant = data.filter(({ state, head, merged_at, merge_commit_sha }) => state === 'open'
        ? head.sha === sha && isOwn(head.repo?.full_name)
        : merged_at !== null && merge_commit_sha === sha);
    return meant.map(({ number }) => number).sort((a, b) => a - b)[0];
}
function readJson(path) {
    try {
        return asObject(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch {
        return {};
    }
}
const member = (json, name) => asObject(json[name]);
const asObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const isNumber = (value) => Number.isSafeInteger(value) && Number(value) > 0;


/***/ })

};
