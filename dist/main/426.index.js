export const id = 426;
export const ids = [426];
export const modules = {

/***/ 9766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withApi)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
// GitHub's API with the job's own token: loaded only when something is told there, and never a reason for a job to fail.

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 1500;
/** Does `work`, once more when GitHub fails. `work` says whether it told something. Never rejects. */
async function withApi(access, work) {
    const [owner = '', repo = ''] = access.repository.split('/');
    try {
        // Reads the event of the job when it is loaded.
        const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
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

/***/ 9426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeCheck: () => (/* binding */ writeCheck)
/* harmony export */ });
/* unused harmony export CHECK_LIMITS */
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9766);
// A check run at the job's commit. One of the same name that is newer takes the older one's place.

/** https://docs.github.com/rest/checks/runs#create-a-check-run */
const CHECK_LIMITS = { summary: 65_535, annotations: 50, title: 255 };
/** Never rejects. */
function writeCheck(access, check) {
    return (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .withApi */ .N)(access, async (octokit, repository) => {
        await octokit.rest.checks.create({
            ...repository,
            name: check.name,
            head_sha: check.sha,
            status: 'completed',
            conclusion: check.ok ? 'success' : 'failure',
            ...(check.url ? { details_url: check.url } : {}),
            output: {
                title: check.title,
                summary: check.summary,
                annotations: check.annotations
                    .slice(0, CHECK_LIMITS.annotations)
                    .map(({ file, line, level, title, message }) => ({
                    path: file,
                    start_line: line,
                    end_line: line,
                    annotation_level: level,
                    title,
                    message,
                })),
            },
        });
        return true;
    });
}


/***/ })

};
