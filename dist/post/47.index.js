export const id = 47;
export const ids = [47];
export const modules = {

/***/ 19766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withApi)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
// GitHub's API with the job's own token: loaded only when something is told there, and never a reason for a job to fail.

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 1500;
/** Does `work`, once more when GitHub fails. `work` says whether it told something. Never rejects. */
async function withApi(access, work) {
    const [owner = '', repo = ''] = access.repository.split('/');
    try {
        // Reads the event of the job when it is loaded.
        const { getOctokit } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
        const octokit = getOctokit(access.token, {
            baseUrl: access.apiUrl,
            request: { fetch: bounded(access) },
            log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
        });
        const attempt = async () => ({
            result: (await work(octokit, { owner, repo })) ? 'told' : 'nothing to tell',
        });
        return await attempt().catch(async (error) => {
            if (!passing(error))
                throw error;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(access.pauseMs ?? PAUSE_MS);
            return attempt();
        });
    }
    catch (error) {
        return outcomeOf(error);
    }
}
const quiet = () => { };
function bounded({ fetch, timeoutMs = TIMEOUT_MS }) {
    return (input, init) => fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
}
function passing(error) {
    const { status = 0 } = error;
    return status >= 500;
}
/** Without the API's own message: it may quote what was sent. */
function outcomeOf(error) {
    const { status, response, errors } = (error ?? {});
    if (errors) {
        const types = errors.map(({ type }) => type ?? 'an error').join(', ');
        const denied = errors.some(({ type }) => type === 'FORBIDDEN' || type === 'NOT_FOUND');
        return { result: denied ? 'not allowed' : 'failed', reason: `GitHub answers ${types.slice(0, 100)}` };
    }
    if (status === undefined)
        return { result: 'failed', reason: error instanceof Error ? error.name : 'it failed' };
    const headers = response?.headers ?? {};
    const limited = status === 429 || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
    if (limited)
        return { result: 'failed', reason: 'GitHub takes no more requests for now' };
    const reason = response ? `GitHub answers ${status}` : 'GitHub does not answer';
    return { result: [401, 403, 404].includes(status) ? 'not allowed' : 'failed', reason };
}


/***/ }),

/***/ 9047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepComment: () => (/* binding */ keepComment)
/* harmony export */ });
/* unused harmony export COMMENT_LIMIT */
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19766);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90352);
// One comment on a pull request that is kept up to date, instead of one for each run.


/** GitHub takes no longer comment: https://docs.github.com/graphql/reference/objects#issuecomment */
const COMMENT_LIMIT = 65_536;
/** Pages of a hundred comments that are looked through, the newest first. */
const PAGES = 10;
/** Never rejects. */
function keepComment(access, change, { marker, body, create }) {
    const hidden = `<!-- sluice ${marker} -->`;
    const text = `${hidden}\n${body}`;
    return (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .withApi */ .N)(access, async (octokit, repository) => {
        const number = await (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .findPullRequest */ ._)(octokit, repository, change);
        if (number === undefined)
            return false;
        const own = await findOwn(octokit, repository, number, hidden);
        if (own === undefined) {
            if (create)
                await octokit.rest.issues.createComment({ ...repository, issue_number: number, body: text });
            return create;
        }
        if (own.body !== text)
            await octokit.graphql(UPDATE, { id: own.id, text });
        return own.body !== text;
    });
}
/** Anybody can write the marker; a comment of somebody else is never taken for ours. */
async function findOwn(octokit, { owner, repo }, number, hidden) {
    let before = null;
    for (let pages = 0; pages < PAGES; pages++) {
        const page = await octokit.graphql(COMMENTS, { owner, repo, number, before });
        const comments = page.repository?.pullRequest?.comments;
        const found = comments?.nodes.findLast((each) => each.body.startsWith(hidden) && isOurs(each, page.viewer.login));
        if (found || !comments?.pageInfo.hasPreviousPage)
            return found;
        before = comments.pageInfo.startCursor;
    }
    return undefined;
}
/** An app is called `name[bot]` as a viewer and `name` as an author. */
function isOurs({ viewerDidAuthor, author }, viewer) {
    return viewerDidAuthor || (author?.__typename === 'Bot' && `${author.login}[bot]` === viewer);
}
const COMMENTS = `query ($owner: String!, $repo: String!, $number: Int!, $before: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      comments(last: 100, before: $before) {
        pageInfo { hasPreviousPage startCursor }
        nodes { id body viewerDidAuthor author { __typename login } }
      }
    }
  }
}`;
/** By the node's id: numbers of comments have outgrown GraphQL's integers. */
const UPDATE = `mutation ($id: ID!, $text: String!) {
  updateIssueComment(input: { id: $id, body: $text }) { issueComment { id } }
}`;


/***/ })

};
