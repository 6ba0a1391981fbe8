export const id = 708;
export const ids = [708];
export const modules = {

/***/ 33708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ policy_schema_command)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/policy/schema/index.js + 7 modules
var policy_schema = __webpack_require__(22221);
;// CONCATENATED MODULE: ./lib/policy/schema/reference.js
// The policy file's reference, written from the schema so that it cannot be out of date.

/** Markdown: a heading and a table for each section. */
function reference() {
    const schema = (0,policy_schema/* jsonSchema */.O)();
    const sections = Object.entries(object(schema.properties)).map(([name, node]) => {
        const rows = rowsOf(object(node), name, isRequired(schema, name));
        const table = rows.map((row) => `| \`${row.key}\` | ${row.kind} | ${row.required ? 'yes' : ''} | ${row.description} |`);
        return [
            `## ${name}`,
            '',
            '| key | value | required | meaning |',
            '| --- | --- | --- | --- |',
            ...table,
            '',
        ].join('\n');
    });
    return sections.join('\n');
}
function rowsOf(node, key, required) {
    const own = { key, kind: kindOf(node), required, description: cell(String(node.description ?? '')) };
    const rows = [own];
    for (const [name, child] of Object.entries(object(node.properties)))
        rows.push(...rowsOf(object(child), `${key}.${name}`, isRequired(node, name)));
    if (isObject(node.additionalProperties))
        rows.push(...rowsOf(node.additionalProperties, `${key}.NAME`, false));
    if (isObject(node.items))
        rows.push(...rowsOf(node.items, `${key}[]`, false));
    for (const branch of branches(node))
        rows.push(...rowsOf(branch, key, required).slice(isObject(branch.properties) ? 0 : 1));
    return distinct(rows).filter((row) => row.description !== '' || row === own);
}
/** Alternatives share keys, as both kinds of credential have a `provider`: one row each way of saying it. */
function distinct(rows) {
    return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
function kindOf(node) {
    if (node.const !== undefined)
        return `\`${String(node.const)}\``;
    if (Array.isArray(node.enum))
        return node.enum.map((value) => `\`${String(value)}\``).join(', ');
    const inner = branches(node);
    if (inner.length > 0)
        return [...new Set(inner.map(kindOf))].join(' or ');
    if (node.type === 'array')
        return 'list';
    if (node.type === 'object')
        return 'map';
    return { string: 'text', integer: 'number', boolean: 'true or false' }[String(node.type)] ?? '';
}
function branches(node) {
    return [node.oneOf, node.anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
}
const isRequired = (node, name) => Array.isArray(node.required) && node.required.includes(name);
const cell = (text) => text.replaceAll('|', '\\|');
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value) => (isObject(value) ? value : {});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
;// CONCATENATED MODULE: ./lib/cli/commands/policy-schema.js




const policy_schema_command = {
    summary: 'print the JSON Schema of the policy file, for editors',
    help: `Usage: sluice policy schema [--markdown]

Prints the JSON Schema (2020-12) of sluice.yml. An editor with the YAML language server uses it when the
file begins with:
  # yaml-language-server: $schema=./sluice.schema.json

Options
  --markdown   print tables of every key instead, for people

Example
  sluice policy schema > sluice.schema.json
`,
    async run(args, io) {
        const [option, ...rest] = args;
        if (rest.length > 0 || (option !== undefined && option !== '--markdown'))
            throw new errors/* SluiceError */.ah('CONFIG_INVALID', 'sluice policy schema takes no other argument than --markdown', {
                hint: 'Redirect its output: sluice policy schema > sluice.schema.json',
            });
        io.out(option === '--markdown' ? reference() : `${JSON.stringify((0,policy_schema/* jsonSchema */.O)(), null, 2)}\n`);
        return command/* EXIT */.d.ok;
    },
};


/***/ })

};
