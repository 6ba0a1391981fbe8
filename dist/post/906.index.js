export const id = 906;
export const ids = [906];
export const modules = {

/***/ 24906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   artifactName: () => (/* binding */ artifactName),
/* harmony export */   uploadRecord: () => (/* binding */ uploadRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97356);
// Loaded by `post` alone: the artifact client is megabytes.



/** Uploads the files of a record's directory. */
async function uploadRecord(name, dir) {
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(dir, { withFileTypes: true })
        .filter((entry) => entry.isFile() && RECORD_FILE.test(entry.name))
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, entry.name));
    const { id, digest, size } = await new _actions_artifact__WEBPACK_IMPORTED_MODULE_2__/* .DefaultArtifactClient */ .t9().uploadArtifact(name, files, dir, {
        compressionLevel: 6,
    });
    return { name, id, sha256: digest, size };
}
const RECORD_FILE = /\.(jsonl|json|html|cast)$/;
/** What the service accepts as a name: `sluice-session-orders-prod-<id>`. */
function artifactName(targets, session) {
    const safe = (text) => text.replace(/[^\w.+-]/g, '-');
    return safe(`sluice-session-${targets.join('+').slice(0, 120)}-${session}`);
}


/***/ })

};
