export const id = 745;
export const ids = [745];
export const modules = {

/***/ 9745:
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
    const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync, scanSync } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 5008, 19));
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


/***/ })

};
