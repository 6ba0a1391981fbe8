export const id = 60;
export const ids = [60];
export const modules = {

/***/ 92060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SUMMARY_LIMIT: () => (/* binding */ SUMMARY_LIMIT),
  keepsArtifacts: () => (/* binding */ keepsArtifacts),
  openGithub: () => (/* binding */ openGithub)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 13 modules
var core = __webpack_require__(77094);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/platforms/github/id-token.js


const ATTEMPTS = 4;
const TIMEOUT_MS = 10_000;
const BACKOFF_MS = 500;
/**
 * Asks the runner for a token. Not `core.getIDToken`: that writes to standard output, which belongs to the results
 * of `sluice start`.
 */
async function requestIdToken(audience, { env, fetch }) {
    const url = env.ACTIONS_ID_TOKEN_REQUEST_URL;
    const bearer = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!url || !bearer)
        throw forbidden();
    let last = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const answer = await ask(`${url}&audience=${encodeURIComponent(audience)}`, bearer, fetch);
        if ('token' in answer)
            return answer.token;
        last = answer.problem;
        if (!answer.again)
            break;
        if (attempt < ATTEMPTS)
            await (0,promises_.setTimeout)(BACKOFF_MS * attempt);
    }
    throw new errors/* SluiceError */.ah('OIDC_UNAVAILABLE', `GitHub gave no OIDC token for audience ${audience}: ${last}`, {
        hint: 'Run the job again; see https://www.githubstatus.com if it stays so',
    });
}
async function ask(url, bearer, fetch) {
    try {
        const response = await fetch(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!response.ok)
            return {
                problem: `status ${response.status}`,
                again: response.status === 429 || response.status >= 500,
            };
        const { value } = (await response.json());
        if (typeof value === 'string' && value !== '')
            return { token: value };
        return { problem: 'an answer without a token', again: false };
    }
    catch (error) {
        const cause = error instanceof Error ? error.cause?.code : undefined;
        return { problem: cause ?? (error instanceof Error ? error.name : 'no answer'), again: true };
    }
}
function forbidden() {
    return new errors/* SluiceError */.ah('OIDC_UNAVAILABLE', 'GitHub gives this job no OIDC token', {
        hint: `Add to the job in the workflow file:

    permissions:
      id-token: write
      contents: read

A workflow that is called by another gets the permission from its caller; pull requests from forks never do`,
    });
}

;// CONCATENATED MODULE: ./lib/platforms/github/index.js



/** GitHub shows nothing at all of a summary that is larger. */
const SUMMARY_LIMIT = 1024 * 1024;
function openGithub(surroundings) {
    const { env, cwd } = surroundings;
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
    const runUrl = GITHUB_REPOSITORY && GITHUB_RUN_ID
        ? `${server}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
        : undefined;
    return {
        name: 'github',
        facts: {
            workspace: env.GITHUB_WORKSPACE ?? cwd,
            temp: env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(),
            artifacts: keepsArtifacts(server),
            ...(runUrl ? { runUrl } : {}),
        },
        idToken: (audience) => requestIdToken(audience, surroundings),
        mask: core/* setSecret */.Pq,
        exportVariable: core/* exportVariable */.dN,
        output: core/* setOutput */.uH,
        summary: async (markdown) => {
            await core/* summary */.z.addRaw(markdown, true).write();
        },
        annotate,
        group: core/* group */.Os,
        log: (line) => {
            process.stdout.write(line + external_node_os_.EOL);
        },
    };
}
/** The artifact service of today does not exist on GitHub Enterprise Server. */
function keepsArtifacts(server) {
    const host = URL.parse(server)?.hostname ?? '';
    return (host === 'github.com' || host.endsWith('.ghe.com') || host === 'localhost' || host.endsWith('.localhost'));
}
function annotate(level, message, place = {}) {
    const properties = {
        ...(place.title === undefined ? {} : { title: place.title }),
        ...(place.file === undefined ? {} : { file: place.file }),
        ...(place.line === undefined ? {} : { startLine: place.line }),
    };
    if (level === 'error')
        core/* error */.z3(message, properties);
    else if (level === 'warning')
        core/* warning */.$e(message, properties);
    else
        core/* notice */.lm(message, properties);
}


/***/ })

};
