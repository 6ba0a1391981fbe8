export const id = 989;
export const ids = [989];
export const modules = {

/***/ 7989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadTo: () => (/* binding */ uploadTo)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/recording/shapes.js
const isText = (value) => typeof value === 'string' && value.length <= 200;
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTime = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
/** A session's id: part of paths, so nothing else than these characters. */
function isSessionId(value) {
    return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(value);
}
function isChunkHeader(value) {
    return has(value, { sid: isText, seq: isCount, off: isCount, len: isCount, sha256: isHash, prev: isHash });
}
function isChunkReceipt(value) {
    return has(value, { sid: isText, seq: isCount, head: isHash, t: isTime });
}
function isSealBody(value) {
    return has(value, {
        sid: isText,
        n: isCount,
        bytes: isCount,
        head: isHash,
        sha256: isHash,
        reason: isText,
    });
}
function isSealReceipt(value) {
    return has(value, { sid: isText, seal: isHash, t: isTime }, { key: isText });
}
function isChunkLine(value) {
    const isMarks = (marks) => typeof marks === 'string';
    return has(value, { header: isChunkHeader, key: isText, marks: isMarks, signature: isText });
}
function isReceiptLine(value) {
    return has(value, { key: isText, receipt: isChunkReceipt, signature: isText });
}
function isSealFile(value) {
    const required = {
        v: (v) => v === 1,
        kept: (kept) => kept === 'server' || kept === 'local',
        seal: isSealBody,
    };
    const optional = { signature: isText, key: isText, server_key: isText, receipt: isSealReceipt };
    return has(value, required, { ...optional, countersignature: isText });
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function has(value, required, optional = {}) {
    if (!isRecord(value))
        return false;
    for (const [name, check] of Object.entries(required))
        if (!Object.hasOwn(value, name) || !check(value[name]))
            return false;
    for (const name of Object.keys(value)) {
        if (Object.hasOwn(required, name))
            continue;
        const check = Object.hasOwn(optional, name) ? optional[name] : undefined;
        if (!check?.(value[name]))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/client/records.js


/** Brings the session's record to the server that gave the grant. Throws when the terms name no key for its receipts. */
function uploadTo(grant, { session, serverKey }) {
    if (serverKey === undefined)
        throw new errors/* SluiceError */.ah('RECORD_FAILED', 'the server’s terms hold no key for its receipts', {
            hint: 'This program and the server may be of different versions: use the same release',
        });
    const path = `/v1/sessions/${encodeURIComponent(session)}`;
    return {
        serverKey,
        async chunk({ header, signature, body }) {
            const answer = await grant.call(`${path}/chunks`, { header, signature, body: body.toString() });
            if (isRecord(answer) && isChunkReceipt(answer.receipt) && typeof answer.signature === 'string')
                return { receipt: answer.receipt, signature: answer.signature };
            return conflict(answer);
        },
        async seal(seal) {
            const answer = await grant.call(`${path}/seal`, seal);
            if (isRecord(answer) && isSealReceipt(answer.receipt) && typeof answer.countersignature === 'string')
                return { receipt: answer.receipt, countersignature: answer.countersignature };
            return conflict(answer);
        },
    };
}
function conflict(answer) {
    if (isRecord(answer)) {
        const { error_description: text, next, off, sealed } = answer;
        if (Number.isSafeInteger(next) && Number.isSafeInteger(off))
            return {
                conflict: typeof text === 'string' ? text : 'the record is elsewhere',
                next: next,
                off: off,
                sealed: sealed === true,
            };
    }
    throw new errors/* SluiceError */.ah('RECORD_FAILED', 'the server answered a record chunk with something else', {
        hint: 'Check that the server’s URL leads to `sluice server` and not to a proxy’s page',
    });
}


/***/ })

};
