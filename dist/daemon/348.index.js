export const id = 348;
export const ids = [348];
export const modules = {

/***/ 1348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HANDLERS: () => (/* binding */ HANDLERS),
  analyseText: () => (/* binding */ analyseText),
  refused: () => (/* binding */ refused)
});

// EXTERNAL MODULE: ./lib/sql/bodies/holes.js
var bodies_holes = __webpack_require__(9198);
;// CONCATENATED MODULE: ./lib/sql/data/choices.js
// Every value that the grammar's enumerated fields may have, by field. A test compares it with the parser's own types: read
// the handlers of a field before a value is added here.
const CHOICES = {
    action: `ONCONFLICT_NONE ONCONFLICT_NOTHING ONCONFLICT_UPDATE AP_AddObjects AP_DropObjects AP_SetObjects`,
    behavior: `DROP_RESTRICT DROP_CASCADE`,
    boolop: `AND_EXPR OR_EXPR NOT_EXPR`,
    booltesttype: `IS_TRUE IS_NOT_TRUE IS_FALSE IS_NOT_FALSE IS_UNKNOWN IS_NOT_UNKNOWN`,
    btype: `JSON_BEHAVIOR_NULL JSON_BEHAVIOR_ERROR JSON_BEHAVIOR_EMPTY JSON_BEHAVIOR_TRUE JSON_BEHAVIOR_FALSE
    JSON_BEHAVIOR_UNKNOWN JSON_BEHAVIOR_EMPTY_ARRAY JSON_BEHAVIOR_EMPTY_OBJECT JSON_BEHAVIOR_DEFAULT`,
    coltype: `JTC_FOR_ORDINALITY JTC_REGULAR JTC_EXISTS JTC_FORMATTED JTC_NESTED`,
    commandType: `CMD_UNKNOWN CMD_SELECT CMD_UPDATE CMD_INSERT CMD_DELETE CMD_MERGE CMD_UTILITY CMD_NOTHING`,
    context: `COERCION_IMPLICIT COERCION_ASSIGNMENT COERCION_PLPGSQL COERCION_EXPLICIT`,
    contype: `CONSTR_NULL CONSTR_NOTNULL CONSTR_DEFAULT CONSTR_IDENTITY CONSTR_GENERATED CONSTR_CHECK CONSTR_PRIMARY
    CONSTR_UNIQUE CONSTR_EXCLUSION CONSTR_FOREIGN CONSTR_ATTR_DEFERRABLE CONSTR_ATTR_NOT_DEFERRABLE
    CONSTR_ATTR_DEFERRED CONSTR_ATTR_IMMEDIATE CONSTR_ATTR_ENFORCED CONSTR_ATTR_NOT_ENFORCED`,
    ctematerialized: `CTEMaterializeDefault CTEMaterializeAlways CTEMaterializeNever`,
    defaction: `DEFELEM_UNSPEC DEFELEM_SET DEFELEM_ADD DEFELEM_DROP`,
    direction: `FETCH_FORWARD FETCH_BACKWARD FETCH_ABSOLUTE FETCH_RELATIVE`,
    encoding: `JS_ENC_DEFAULT JS_ENC_UTF8 JS_ENC_UTF16 JS_ENC_UTF32`,
    event: `CMD_UNKNOWN CMD_SELECT CMD_UPDATE CMD_INSERT CMD_DELETE CMD_MERGE CMD_UTILITY CMD_NOTHING`,
    format_type: `JS_FORMAT_DEFAULT JS_FORMAT_JSON JS_FORMAT_JSONB`,
    funcformat: `COERCE_EXPLICIT_CALL COERCE_EXPLICIT_CAST COERCE_IMPLICIT_CAST COERCE_SQL_SYNTAX`,
    item_type: `JS_TYPE_ANY JS_TYPE_OBJECT JS_TYPE_ARRAY JS_TYPE_SCALAR`,
    jointype: `JOIN_INNER JOIN_LEFT JOIN_FULL JOIN_RIGHT JOIN_SEMI JOIN_ANTI JOIN_RIGHT_SEMI JOIN_RIGHT_ANTI
    JOIN_UNIQUE_OUTER JOIN_UNIQUE_INNER`,
    kind: `AEXPR_OP AEXPR_OP_ANY AEXPR_OP_ALL AEXPR_DISTINCT AEXPR_NOT_DISTINCT AEXPR_NULLIF AEXPR_IN AEXPR_LIKE
    AEXPR_ILIKE AEXPR_SIMILAR AEXPR_BETWEEN AEXPR_NOT_BETWEEN AEXPR_BETWEEN_SYM AEXPR_NOT_BETWEEN_SYM
    PARTITION_RANGE_DATUM_MINVALUE PARTITION_RANGE_DATUM_VALUE PARTITION_RANGE_DATUM_MAXVALUE GROUPING_SET_EMPTY
    GROUPING_SET_SIMPLE GROUPING_SET_ROLLUP GROUPING_SET_CUBE GROUPING_SET_SETS VAR_SET_VALUE VAR_SET_DEFAULT
    VAR_SET_CURRENT VAR_SET_MULTI VAR_RESET VAR_RESET_ALL OBJECT_ACCESS_METHOD OBJECT_AGGREGATE OBJECT_AMOP
    OBJECT_AMPROC OBJECT_ATTRIBUTE OBJECT_CAST OBJECT_COLUMN OBJECT_COLLATION OBJECT_CONVERSION OBJECT_DATABASE
    OBJECT_DEFAULT OBJECT_DEFACL OBJECT_DOMAIN OBJECT_DOMCONSTRAINT OBJECT_EVENT_TRIGGER OBJECT_EXTENSION
    OBJECT_FDW OBJECT_FOREIGN_SERVER OBJECT_FOREIGN_TABLE OBJECT_FUNCTION OBJECT_INDEX OBJECT_LANGUAGE
    OBJECT_LARGEOBJECT OBJECT_MATVIEW OBJECT_OPCLASS OBJECT_OPERATOR OBJECT_OPFAMILY OBJECT_PARAMETER_ACL
    OBJECT_POLICY OBJECT_PROCEDURE OBJECT_PUBLICATION OBJECT_PUBLICATION_NAMESPACE OBJECT_PUBLICATION_REL
    OBJECT_ROLE OBJECT_ROUTINE OBJECT_RULE OBJECT_SCHEMA OBJECT_SEQUENCE OBJECT_SUBSCRIPTION OBJECT_STATISTIC_EXT
    OBJECT_TABCONSTRAINT OBJECT_TABLE OBJECT_TABLESPACE OBJECT_TRANSFORM OBJECT_TRIGGER OBJECT_TSCONFIGURATION
    OBJECT_TSDICTIONARY OBJECT_TSPARSER OBJECT_TSTEMPLATE OBJECT_TYPE OBJECT_USER_MAPPING OBJECT_VIEW
    TRANS_STMT_BEGIN TRANS_STMT_START TRANS_STMT_COMMIT TRANS_STMT_ROLLBACK TRANS_STMT_SAVEPOINT
    TRANS_STMT_RELEASE TRANS_STMT_ROLLBACK_TO TRANS_STMT_PREPARE TRANS_STMT_COMMIT_PREPARED
    TRANS_STMT_ROLLBACK_PREPARED REINDEX_OBJECT_INDEX REINDEX_OBJECT_TABLE REINDEX_OBJECT_SCHEMA
    REINDEX_OBJECT_SYSTEM REINDEX_OBJECT_DATABASE ALTER_TSCONFIG_ADD_MAPPING
    ALTER_TSCONFIG_ALTER_MAPPING_FOR_TOKEN ALTER_TSCONFIG_REPLACE_DICT ALTER_TSCONFIG_REPLACE_DICT_FOR_TOKEN
    ALTER_TSCONFIG_DROP_MAPPING ALTER_SUBSCRIPTION_OPTIONS ALTER_SUBSCRIPTION_CONNECTION
    ALTER_SUBSCRIPTION_SET_PUBLICATION ALTER_SUBSCRIPTION_ADD_PUBLICATION ALTER_SUBSCRIPTION_DROP_PUBLICATION
    ALTER_SUBSCRIPTION_REFRESH ALTER_SUBSCRIPTION_ENABLED ALTER_SUBSCRIPTION_SKIP`,
    limitOption: `LIMIT_OPTION_DEFAULT LIMIT_OPTION_COUNT LIMIT_OPTION_WITH_TIES`,
    list_type: `FDW_IMPORT_SCHEMA_ALL FDW_IMPORT_SCHEMA_LIMIT_TO FDW_IMPORT_SCHEMA_EXCEPT`,
    matchKind: `MERGE_WHEN_MATCHED MERGE_WHEN_NOT_MATCHED_BY_SOURCE MERGE_WHEN_NOT_MATCHED_BY_TARGET`,
    mode: `FUNC_PARAM_IN FUNC_PARAM_OUT FUNC_PARAM_INOUT FUNC_PARAM_VARIADIC FUNC_PARAM_TABLE FUNC_PARAM_DEFAULT`,
    nulls_ordering: `SORTBY_NULLS_DEFAULT SORTBY_NULLS_FIRST SORTBY_NULLS_LAST`,
    nulltesttype: `IS_NULL IS_NOT_NULL`,
    objectType: `OBJECT_ACCESS_METHOD OBJECT_AGGREGATE OBJECT_AMOP OBJECT_AMPROC OBJECT_ATTRIBUTE OBJECT_CAST OBJECT_COLUMN
    OBJECT_COLLATION OBJECT_CONVERSION OBJECT_DATABASE OBJECT_DEFAULT OBJECT_DEFACL OBJECT_DOMAIN
    OBJECT_DOMCONSTRAINT OBJECT_EVENT_TRIGGER OBJECT_EXTENSION OBJECT_FDW OBJECT_FOREIGN_SERVER
    OBJECT_FOREIGN_TABLE OBJECT_FUNCTION OBJECT_INDEX OBJECT_LANGUAGE OBJECT_LARGEOBJECT OBJECT_MATVIEW
    OBJECT_OPCLASS OBJECT_OPERATOR OBJECT_OPFAMILY OBJECT_PARAMETER_ACL OBJECT_POLICY OBJECT_PROCEDURE
    OBJECT_PUBLICATION OBJECT_PUBLICATION_NAMESPACE OBJECT_PUBLICATION_REL OBJECT_ROLE OBJECT_ROUTINE OBJECT_RULE
    OBJECT_SCHEMA OBJECT_SEQUENCE OBJECT_SUBSCRIPTION OBJECT_STATISTIC_EXT OBJECT_TABCONSTRAINT OBJECT_TABLE
    OBJECT_TABLESPACE OBJECT_TRANSFORM OBJECT_TRIGGER OBJECT_TSCONFIGURATION OBJECT_TSDICTIONARY OBJECT_TSPARSER
    OBJECT_TSTEMPLATE OBJECT_TYPE OBJECT_USER_MAPPING OBJECT_VIEW`,
    objtype: `OBJECT_ACCESS_METHOD OBJECT_AGGREGATE OBJECT_AMOP OBJECT_AMPROC OBJECT_ATTRIBUTE OBJECT_CAST OBJECT_COLUMN
    OBJECT_COLLATION OBJECT_CONVERSION OBJECT_DATABASE OBJECT_DEFAULT OBJECT_DEFACL OBJECT_DOMAIN
    OBJECT_DOMCONSTRAINT OBJECT_EVENT_TRIGGER OBJECT_EXTENSION OBJECT_FDW OBJECT_FOREIGN_SERVER
    OBJECT_FOREIGN_TABLE OBJECT_FUNCTION OBJECT_INDEX OBJECT_LANGUAGE OBJECT_LARGEOBJECT OBJECT_MATVIEW
    OBJECT_OPCLASS OBJECT_OPERATOR OBJECT_OPFAMILY OBJECT_PARAMETER_ACL OBJECT_POLICY OBJECT_PROCEDURE
    OBJECT_PUBLICATION OBJECT_PUBLICATION_NAMESPACE OBJECT_PUBLICATION_REL OBJECT_ROLE OBJECT_ROUTINE OBJECT_RULE
    OBJECT_SCHEMA OBJECT_SEQUENCE OBJECT_SUBSCRIPTION OBJECT_STATISTIC_EXT OBJECT_TABCONSTRAINT OBJECT_TABLE
    OBJECT_TABLESPACE OBJECT_TRANSFORM OBJECT_TRIGGER OBJECT_TSCONFIGURATION OBJECT_TSDICTIONARY OBJECT_TSPARSER
    OBJECT_TSTEMPLATE OBJECT_TYPE OBJECT_USER_MAPPING OBJECT_VIEW`,
    onCommit: `ONCOMMIT_NOOP ONCOMMIT_PRESERVE_ROWS ONCOMMIT_DELETE_ROWS ONCOMMIT_DROP`,
    oncommit: `ONCOMMIT_NOOP ONCOMMIT_PRESERVE_ROWS ONCOMMIT_DELETE_ROWS ONCOMMIT_DROP`,
    op: `IS_GREATEST IS_LEAST SVFOP_CURRENT_DATE SVFOP_CURRENT_TIME SVFOP_CURRENT_TIME_N SVFOP_CURRENT_TIMESTAMP
    SVFOP_CURRENT_TIMESTAMP_N SVFOP_LOCALTIME SVFOP_LOCALTIME_N SVFOP_LOCALTIMESTAMP SVFOP_LOCALTIMESTAMP_N
    SVFOP_CURRENT_ROLE SVFOP_CURRENT_USER SVFOP_USER SVFOP_SESSION_USER SVFOP_CURRENT_CATALOG SVFOP_CURRENT_SCHEMA
    IS_XMLCONCAT IS_XMLELEMENT IS_XMLFOREST IS_XMLPARSE IS_XMLPI IS_XMLROOT IS_XMLSERIALIZE IS_DOCUMENT
    JSON_EXISTS_OP JSON_QUERY_OP JSON_VALUE_OP JSON_TABLE_OP SETOP_NONE SETOP_UNION SETOP_INTERSECT SETOP_EXCEPT`,
    option: `RETURNING_OPTION_OLD RETURNING_OPTION_NEW`,
    ordering: `SORTBY_DEFAULT SORTBY_ASC SORTBY_DESC SORTBY_USING`,
    override: `OVERRIDING_NOT_SET OVERRIDING_USER_VALUE OVERRIDING_SYSTEM_VALUE`,
    pubobjtype: `PUBLICATIONOBJ_TABLE PUBLICATIONOBJ_TABLES_IN_SCHEMA PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA
    PUBLICATIONOBJ_CONTINUATION`,
    quotes: `JS_QUOTES_UNSPEC JS_QUOTES_KEEP JS_QUOTES_OMIT`,
    relationType: `OBJECT_ACCESS_METHOD OBJECT_AGGREGATE OBJECT_AMOP OBJECT_AMPROC OBJECT_ATTRIBUTE OBJECT_CAST OBJECT_COLUMN
    OBJECT_COLLATION OBJECT_CONVERSION OBJECT_DATABASE OBJECT_DEFAULT OBJECT_DEFACL OBJECT_DOMAIN
    OBJECT_DOMCONSTRAINT OBJECT_EVENT_TRIGGER OBJECT_EXTENSION OBJECT_FDW OBJECT_FOREIGN_SERVER
    OBJECT_FOREIGN_TABLE OBJECT_FUNCTION OBJECT_INDEX OBJECT_LANGUAGE OBJECT_LARGEOBJECT OBJECT_MATVIEW
    OBJECT_OPCLASS OBJECT_OPERATOR OBJECT_OPFAMILY OBJECT_PARAMETER_ACL OBJECT_POLICY OBJECT_PROCEDURE
    OBJECT_PUBLICATION OBJECT_PUBLICATION_NAMESPACE OBJECT_PUBLICATION_REL OBJECT_ROLE OBJECT_ROUTINE OBJECT_RULE
    OBJECT_SCHEMA OBJECT_SEQUENCE OBJECT_SUBSCRIPTION OBJECT_STATISTIC_EXT OBJECT_TABCONSTRAINT OBJECT_TABLE
    OBJECT_TABLESPACE OBJECT_TRANSFORM OBJECT_TRIGGER OBJECT_TSCONFIGURATION OBJECT_TSDICTIONARY OBJECT_TSPARSER
    OBJECT_TSTEMPLATE OBJECT_TYPE OBJECT_USER_MAPPING OBJECT_VIEW`,
    removeType: `OBJECT_ACCESS_METHOD OBJECT_AGGREGATE OBJECT_AMOP OBJECT_AMPROC OBJECT_ATTRIBUTE OBJECT_CAST OBJECT_COLUMN
    OBJECT_COLLATION OBJECT_CONVERSION OBJECT_DATABASE OBJECT_DEFAULT OBJECT_DEFACL OBJECT_DOMAIN
    OBJECT_DOMCONSTRAINT OBJECT_EVENT_TRIGGER OBJECT_EXTENSION OBJECT_FDW OBJECT_FOREIGN_SERVER
    OBJECT_FOREIGN_TABLE OBJECT_FUNCTION OBJECT_INDEX OBJECT_LANGUAGE OBJECT_LARGEOBJECT OBJECT_MATVIEW
    OBJECT_OPCLASS OBJECT_OPERATOR OBJECT_OPFAMILY OBJECT_PARAMETER_ACL OBJECT_POLICY OBJECT_PROCEDURE
    OBJECT_PUBLICATION OBJECT_PUBLICATION_NAMESPACE OBJECT_PUBLICATION_REL OBJECT_ROLE OBJECT_ROUTINE OBJECT_RULE
    OBJECT_SCHEMA OBJECT_SEQUENCE OBJECT_SUBSCRIPTION OBJECT_STATISTIC_EXT OBJECT_TABCONSTRAINT OBJECT_TABLE
    OBJECT_TABLESPACE OBJECT_TRANSFORM OBJECT_TRIGGER OBJECT_TSCONFIGURATION OBJECT_TSDICTIONARY OBJECT_TSPARSER
    OBJECT_TSTEMPLATE OBJECT_TYPE OBJECT_USER_MAPPING OBJECT_VIEW`,
    renameType: `OBJECT_ACCESS_METHOD OBJECT_AGGREGATE OBJECT_AMOP OBJECT_AMPROC OBJECT_ATTRIBUTE OBJECT_CAST OBJECT_COLUMN
    OBJECT_COLLATION OBJECT_CONVERSION OBJECT_DATABASE OBJECT_DEFAULT OBJECT_DEFACL OBJECT_DOMAIN
    OBJECT_DOMCONSTRAINT OBJECT_EVENT_TRIGGER OBJECT_EXTENSION OBJECT_FDW OBJECT_FOREIGN_SERVER
    OBJECT_FOREIGN_TABLE OBJECT_FUNCTION OBJECT_INDEX OBJECT_LANGUAGE OBJECT_LARGEOBJECT OBJECT_MATVIEW
    OBJECT_OPCLASS OBJECT_OPERATOR OBJECT_OPFAMILY OBJECT_PARAMETER_ACL OBJECT_POLICY OBJECT_PROCEDURE
    OBJECT_PUBLICATION OBJECT_PUBLICATION_NAMESPACE OBJECT_PUBLICATION_REL OBJECT_ROLE OBJECT_ROUTINE OBJECT_RULE
    OBJECT_SCHEMA OBJECT_SEQUENCE OBJECT_SUBSCRIPTION OBJECT_STATISTIC_EXT OBJECT_TABCONSTRAINT OBJECT_TABLE
    OBJECT_TABLESPACE OBJECT_TRANSFORM OBJECT_TRIGGER OBJECT_TSCONFIGURATION OBJECT_TSDICTIONARY OBJECT_TSPARSER
    OBJECT_TSTEMPLATE OBJECT_TYPE OBJECT_USER_MAPPING OBJECT_VIEW`,
    roletype: `ROLESPEC_CSTRING ROLESPEC_CURRENT_ROLE ROLESPEC_CURRENT_USER ROLESPEC_SESSION_USER ROLESPEC_PUBLIC`,
    row_format: `COERCE_EXPLICIT_CALL COERCE_EXPLICIT_CAST COERCE_IMPLICIT_CAST COERCE_SQL_SYNTAX`,
    sortby_dir: `SORTBY_DEFAULT SORTBY_ASC SORTBY_DESC SORTBY_USING`,
    sortby_nulls: `SORTBY_NULLS_DEFAULT SORTBY_NULLS_FIRST SORTBY_NULLS_LAST`,
    stmt_type: `ROLESTMT_ROLE ROLESTMT_USER ROLESTMT_GROUP`,
    strategy: `PARTITION_STRATEGY_LIST PARTITION_STRATEGY_RANGE PARTITION_STRATEGY_HASH`,
    strength: `LCS_NONE LCS_FORKEYSHARE LCS_FORSHARE LCS_FORNOKEYUPDATE LCS_FORUPDATE`,
    subLinkType: `EXISTS_SUBLINK ALL_SUBLINK ANY_SUBLINK ROWCOMPARE_SUBLINK EXPR_SUBLINK MULTIEXPR_SUBLINK ARRAY_SUBLINK
    CTE_SUBLINK`,
    subtype: `AT_AddColumn AT_AddColumnToView AT_ColumnDefault AT_CookedColumnDefault AT_DropNotNull AT_SetNotNull
    AT_SetExpression AT_DropExpression AT_SetStatistics AT_SetOptions AT_ResetOptions AT_SetStorage
    AT_SetCompression AT_DropColumn AT_AddIndex AT_ReAddIndex AT_AddConstraint AT_ReAddConstraint
    AT_ReAddDomainConstraint AT_AlterConstraint AT_ValidateConstraint AT_AddIndexConstraint AT_DropConstraint
    AT_ReAddComment AT_AlterColumnType AT_AlterColumnGenericOptions AT_ChangeOwner AT_ClusterOn AT_DropCluster
    AT_SetLogged AT_SetUnLogged AT_DropOids AT_SetAccessMethod AT_SetTableSpace AT_SetRelOptions
    AT_ResetRelOptions AT_ReplaceRelOptions AT_EnableTrig AT_EnableAlwaysTrig AT_EnableReplicaTrig AT_DisableTrig
    AT_EnableTrigAll AT_DisableTrigAll AT_EnableTrigUser AT_DisableTrigUser AT_EnableRule AT_EnableAlwaysRule
    AT_EnableReplicaRule AT_DisableRule AT_AddInherit AT_DropInherit AT_AddOf AT_DropOf AT_ReplicaIdentity
    AT_EnableRowSecurity AT_DisableRowSecurity AT_ForceRowSecurity AT_NoForceRowSecurity AT_GenericOptions
    AT_AttachPartition AT_DetachPartition AT_DetachPartitionFinalize AT_AddIdentity AT_SetIdentity AT_DropIdentity
    AT_ReAddStatistics`,
    target: `DISCARD_ALL DISCARD_PLANS DISCARD_SEQUENCES DISCARD_TEMP`,
    targtype: `ACL_TARGET_OBJECT ACL_TARGET_ALL_IN_SCHEMA ACL_TARGET_DEFAULTS`,
    waitPolicy: `LockWaitBlock LockWaitSkip LockWaitError`,
    withCheckOption: `NO_CHECK_OPTION LOCAL_CHECK_OPTION CASCADED_CHECK_OPTION`,
    wrapper: `JSW_UNSPEC JSW_NONE JSW_CONDITIONAL JSW_UNCONDITIONAL`,
    xmloption: `XMLOPTION_DOCUMENT XMLOPTION_CONTENT`,
};

// EXTERNAL MODULE: ./lib/sql/tree.js
var sql_tree = __webpack_require__(4410);
;// CONCATENATED MODULE: ./lib/sql/choices.js


const KNOWN = new Map(Object.entries(CHOICES).map(([field, values]) => [field, new Set(values.split(/\s+/))]));
/** Bounds of partitions are told by a letter. */
const LETTERS = /^.$/;
/** Their handlers take a value that they do not know for the worst, and they are too many to be looked through twice. */
const CAREFUL = /^(?:Select|Insert|Update|Delete)Stmt$/;
/** Tells each value of the statement that is new, whichever node it stands in. */
function checkChoices(statement, c) {
    if (!CAREFUL.test((0,sql_tree/* tagOf */.cO)(statement) ?? ''))
        check(statement, c);
}
function check(node, c) {
    if (Array.isArray(node)) {
        for (const item of node)
            check(item, c);
        return;
    }
    if (node === null || typeof node !== 'object')
        return;
    for (const key in node) {
        const value = node[key];
        if (typeof value === 'object')
            check(value, c);
        else if (typeof value === 'string' && KNOWN.get(key)?.has(value) === false && !LETTERS.test(value))
            c.unknown('construct', `a ${key} of this kind is not known to this version`);
    }
}

// EXTERNAL MODULE: ./lib/sql/keys.js
var keys = __webpack_require__(3874);
// EXTERNAL MODULE: ./lib/sql/names.js
var names = __webpack_require__(7824);
// EXTERNAL MODULE: ./lib/sql/functions.js + 2 modules
var functions = __webpack_require__(4674);
;// CONCATENATED MODULE: ./lib/sql/outputs/depth.js
const MAX_DEPTH = 64;
const deeper = ({ level, work }) => ({ level: level + 1, work });
/** Every node below, with its tag. */
function visit(value, each) {
    if (Array.isArray(value))
        for (const item of value)
            visit(item, each);
    else if (value !== null && typeof value === 'object')
        for (const [key, child] of Object.entries(value)) {
            if (child !== null && typeof child === 'object')
                each(key, child);
            visit(child, each);
        }
}

;// CONCATENATED MODULE: ./lib/sql/taint.js

function renamed(outputs, labels) {
    if (labels.length === 0)
        return outputs;
    // How many columns a star stands for is not known, so neither is which one a label names.
    if (outputs.some(({ star }) => star))
        return [nameless({ ...union(outputs), star: true })];
    return outputs.map((output, index) => ({
        ...output,
        ...(labels[index] !== undefined && { name: labels[index] }),
    }));
}
/** All columns of something, under names that are not theirs. */
const nameless = (output) => ({ ...output, sources: [...output.sources, '*'] });
/** The server's label: https://www.postgresql.org/docs/18/queries-select-lists.html (FigureColname). */
function label(target) {
    if (target.name !== undefined)
        return target.name;
    let node = target.val;
    for (let cast = (0,sql_tree.as)(node, 'TypeCast'); cast; cast = (0,sql_tree.as)(node, 'TypeCast'))
        node = cast.arg;
    const call = (0,sql_tree.as)(node, 'FuncCall');
    return (0,sql_tree/* parts */.rT)((0,sql_tree.as)(node, 'ColumnRef')?.fields ?? call?.funcname).at(-1);
}
/** `*` of the items, `t.*` of one of them or of an outer query. */
function expanded(qualifier, items, scope = items) {
    if (qualifier.length === 0)
        return items.some((item) => item.merged) ? [star(items)] : items.flatMap(columnsOf);
    const named = ({ name }) => name === qualifier.at(-1);
    const chosen = items.some(named) ? items.filter(named) : scope.filter(named);
    return chosen.length === 0 ? [unknown()] : chosen.flatMap(columnsOf);
}
const columnsOf = (item) => item.outputs ?? [star([item])];
function star(items) {
    const all = items.map((item) => (item.renamed ? nameless(whole(item)) : whole(item)));
    return { ...union(all), star: true };
}
/** A whole row of the item. */
function whole(item) {
    if (item.outputs)
        return union(item.outputs);
    return { columns: ['*'], sources: [`${item.relation ?? item.name}.*`], opaque: false };
}
function union(outputs) {
    const foreign = outputs.some((output) => output.foreign);
    const made = [...new Set(outputs.flatMap((output) => output.made ?? []))];
    return {
        columns: [...new Set(outputs.flatMap((output) => output.columns))],
        sources: [...new Set(outputs.flatMap((output) => output.sources))],
        opaque: outputs.length > 0 && outputs.every((output) => output.opaque),
        ...(foreign && { foreign }),
        ...(made.length > 0 && { made }),
    };
}
function united(left, right) {
    const aligned = left.length === right.length &&
        left.every((output, index) => Boolean(output.star) === Boolean(right[index]?.star));
    if (!aligned)
        return [nameless({ ...union([...left, ...right]), star: true })];
    return left.map((output, index) => {
        const other = right[index] ?? output;
        return {
            // Names are those of the left side.
            ...union(output.star ? [output, nameless(other)] : [output, other]),
            ...(output.name !== undefined && { name: output.name }),
            ...(output.star && { star: true }),
        };
    });
}
const unknown = () => ({ columns: ['*'], sources: ['*'], opaque: false, star: true });
function referred(path, length, scope) {
    const [first = '', ...more] = path;
    const column = path.at(-1) ?? '';
    if (length > path.length)
        return orAll(scope.filter((item) => item.name === column).map(whole), scope);
    if (path.length === 1) {
        const row = scope.filter((item) => item.name === first).map(whole);
        return orAll([...row, ...scope.flatMap((item) => columnOf(item, first))], scope);
    }
    const owners = scope.filter((item) => item.name === path.at(-2) || item.name === first);
    if (owners.length === 0)
        return [
            { columns: [...new Set([first, ...more])], sources: [path.join('.')], opaque: false },
            ...scope.map(whole),
        ];
    const found = owners.flatMap((item) => columnOf(item, column).concat(path.length > 2 && item.name === first ? columnOf(item, more[0] ?? '') : []));
    return orAll(found, owners);
}
/** A name that is found nowhere, as the columns that SEARCH and CYCLE add, may be made of anything there. */
const orAll = (found, items) => found.length > 0 ? found : items.map(whole);
function columnOf(item, column) {
    if (item.outputs) {
        const exact = item.outputs.filter((output) => output.name === column && !output.star);
        return exact.length > 0
            ? exact
            : item.outputs
                .filter((output) => output.star || output.name === undefined)
                .map((output) => picked(output, column));
    }
    const relation = item.relation ?? item.name;
    return item.renamed
        ? [whole(item)]
        : [{ columns: [column], sources: [`${relation}.${column}`], opaque: false }];
}
/** One column of `*`: that of its name, unless names were changed. */
function picked(output, column) {
    if (!output.star || output.sources.includes('*'))
        return output;
    const sources = output.sources.map((source) => source.endsWith('.*') ? `${source.slice(0, -1)}${column}` : source);
    return { ...output, sources };
}

;// CONCATENATED MODULE: ./lib/sql/outputs/ctes.js



function withNames(clause, ctes, outer, depth) {
    const known = new Map(ctes);
    // All names are known inside all of them.
    if (clause?.recursive)
        for (const node of clause.ctes ?? [])
            known.set((0,sql_tree.as)(node, 'CommonTableExpr')?.ctename ?? '', [everything(clause.ctes, ctes)]);
    for (const node of clause?.ctes ?? []) {
        const cte = (0,sql_tree.as)(node, 'CommonTableExpr');
        if (!cte)
            continue;
        const name = cte.ctename ?? '';
        if (clause?.recursive)
            known.set(name, recursive(cte, known, outer, depth));
        else
            known.set(name, ctes_columnsOf(cte, known, outer, depth));
    }
    return known;
}
function ctes_columnsOf(cte, ctes, outer, depth) {
    const found = depth.work.query(cte.ctequery, ctes, outer, deeper(depth)) ?? [everything(cte.ctequery, ctes)];
    const outputs = renamed(found, (0,sql_tree/* parts */.rT)(cte.aliascolnames));
    // SEARCH and CYCLE add columns behind them.
    return cte.search_clause || cte.cycle_clause ? [...outputs, { ...union(outputs), star: true }] : outputs;
}
/** A recursive query sees itself: its first part, then what that makes of it, until nothing is added. */
function recursive(cte, ctes, outer, depth) {
    // Each level runs several rounds: deep ones are not worth it.
    if (depth.level > 4)
        return [everything(cte.ctequery, ctes)];
    const name = cte.ctename ?? '';
    const first = (0,sql_tree.as)(cte.ctequery, 'SelectStmt')?.larg;
    const start = first ? depth.work.query({ SelectStmt: first }, ctes, outer, deeper(depth)) : undefined;
    let before = start ? renamed(start, (0,sql_tree/* parts */.rT)(cte.aliascolnames)) : ctes_columnsOf(cte, ctes, outer, depth);
    for (let round = 0; round < 4; round++) {
        const after = ctes_columnsOf(cte, new Map([...ctes, [name, before]]), outer, depth);
        if (JSON.stringify(after) === JSON.stringify(before))
            return after;
        before = after;
    }
    return [everything(cte.ctequery, ctes)];
}
/** Any column of anything that is named inside. */
function everything(inside, ctes) {
    const sources = new Set(['*']);
    visit(inside, (tag, fields) => {
        if (tag !== 'RangeVar')
            return;
        const { schemaname, relname = '' } = fields;
        const cte = schemaname ? undefined : ctes.get(relname);
        for (const source of cte ? union(cte).sources : [`${(0,sql_tree/* relationName */.CJ)(fields)}.*`])
            sources.add(source);
    });
    return { columns: ['*'], sources: [...sources], opaque: false, star: true };
}

;// CONCATENATED MODULE: ./lib/sql/uses.js

/** Gathers names over all of a text, bodies and definitions too. */
class UsedNames {
    functions = new Set();
    operators = new Set();
    types = new Set();
    fields = new Set();
    assigned = new Set();
    models = new Set();
    /** Undefined when nothing was named. */
    get found() {
        const { functions, operators, types, fields, assigned, models } = this;
        const all = [functions, operators, types, fields, assigned, models];
        if (all.every(({ size }) => size === 0))
            return undefined;
        return {
            functions: [...functions],
            operators: [...operators],
            types: [...types],
            fields: [...fields],
            assigned: [...assigned],
            ...(models.size > 0 && { models: [...models] }),
        };
    }
    /** Goes through any part of a tree. */
    read(value) {
        if (Array.isArray(value)) {
            for (const item of value)
                if (item !== null && typeof item === 'object')
                    this.read(item);
            return;
        }
        const fields = value;
        for (const key in fields) {
            const child = fields[key];
            if (child === null || typeof child !== 'object' || SILENT.has(key))
                continue;
            READERS[key]?.(child, this);
            this.read(child);
        }
    }
    /** A type as PL/pgSQL has it: `z.d[]`, `"Z".d(3)`, `users.id%TYPE`. */
    readTypeText(text) {
        const found = [...text.replace(/\([^)]*\)|\[[^\]]*\]/g, '').matchAll(PART)].map(([, quoted, plain = '']) => (quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"')));
        // `boolean` is that of FOUND, in every body.
        if (found.length === 0 || found[0] === 'pg_catalog' || text === 'boolean')
            return;
        this.types.add(/%\s*type\s*$/i.test(text) ? `${(0,sql_tree/* dotted */.Bs)(found)}%type` : (0,sql_tree/* dotted */.Bs)(found));
    }
    addFunction(names) {
        if (names.length > 0)
            this.functions.add((0,sql_tree/* dotted */.Bs)(names));
    }
    addOperator(names) {
        const name = names.at(-1);
        if (name === undefined || names[0] === 'pg_catalog')
            return;
        this.operators.add(names.length > 1 ? `${(0,sql_tree/* dotted */.Bs)(names.slice(-2, -1))}.${name}` : name);
    }
}
/** A part of a dotted name; `%TYPE` and `SETOF` are none. */
const PART = /"((?:[^"]|"")+)"|(?<!%\s*)\b(?!setof\s)([\p{L}_][\p{L}\p{N}_$]*)/giu;
/** Nothing of interest is below. */
const SILENT = new Set(['String', 'A_Const', 'ParamRef', 'A_Star', 'Integer', 'RangeVar', 'SQLValueFunction']);
const nodes = (value) => (Array.isArray(value) ? value : []);
const type = ({ names, pct_type: ofColumn }, into) => {
    const found = (0,sql_tree/* parts */.rT)(nodes(names));
    if (found.length === 0 || found[0] === 'pg_catalog')
        return;
    into.types.add(ofColumn === true ? `${(0,sql_tree/* dotted */.Bs)(found)}%type` : (0,sql_tree/* dotted */.Bs)(found));
};
const call = ({ funcname }, into) => into.addFunction((0,sql_tree/* parts */.rT)(nodes(funcname)));
/** Last names of `l.killer`; `l.*` has none. */
const reference = ({ fields }, into) => {
    const list = nodes(fields);
    const last = (0,sql_tree/* parts */.rT)(list.slice(-1))[0];
    if (list.length > 1 && last !== undefined)
        into.fields.add((0,sql_tree/* dotted */.Bs)([last]));
};
/** `(expression).name` calls a function of that name, whatever the expression is. */
const selection = ({ indirection }, into) => {
    for (const name of (0,sql_tree/* parts */.rT)(nodes(indirection))) {
        into.fields.add((0,sql_tree/* dotted */.Bs)([name]));
        into.addFunction([name]);
    }
};
const assignment = ({ targetList }, into) => {
    for (const item of nodes(targetList)) {
        const name = item.ResTarget?.name;
        if (name !== undefined)
            into.assigned.add((0,sql_tree/* dotted */.Bs)([name]));
    }
};
const model = (relation, into) => {
    const name = (0,sql_tree/* relationName */.CJ)(relation);
    if (name !== '')
        into.models.add(name);
};
const parents = ({ inhRelations, ofTypename }, into) => {
    for (const item of nodes(inhRelations))
        model((0,sql_tree.as)(item, 'RangeVar'), into);
    // `CREATE TABLE q OF pair`: the columns of a type.
    const ofType = (0,sql_tree/* parts */.rT)(nodes(ofTypename?.names));
    if (ofType.length > 0)
        into.models.add((0,sql_tree/* dotted */.Bs)(ofType));
};
/** What the grammar makes of `BETWEEN`, `NULLIF`, `IN`, … is an operator by its plain name. */
const operation = ({ kind, name }, into) => {
    if (typeof kind === 'string' && kind.includes('BETWEEN'))
        for (const operator of ['>=', '<=', '<', '>'])
            into.addOperator([operator]);
    else
        into.addOperator((0,sql_tree/* parts */.rT)(nodes(name)));
};
const READERS = {
    FuncCall: call,
    funccall: call,
    CreateCastStmt: ({ func }, into) => {
        const { objname } = (func ?? {});
        into.addFunction((0,sql_tree/* parts */.rT)(nodes(objname)));
    },
    CreateTrigStmt: call,
    CreateEventTrigStmt: call,
    RangeTableSample: ({ method }, into) => into.addFunction((0,sql_tree/* parts */.rT)(nodes(method))),
    A_Expr: operation,
    SubLink: ({ subLinkType, operName }, into) => {
        if (operName !== undefined)
            into.addOperator((0,sql_tree/* parts */.rT)(nodes(operName)));
        else if (subLinkType === 'ANY_SUBLINK')
            into.addOperator(['=']);
    },
    SortBy: ({ useOp }, into) => into.addOperator((0,sql_tree/* parts */.rT)(nodes(useOp))),
    CaseExpr: ({ arg }, into) => {
        if (arg !== undefined)
            into.addOperator(['=']);
    },
    JoinExpr: ({ isNatural, usingClause }, into) => {
        if (isNatural === true || usingClause !== undefined)
            into.addOperator(['=']);
    },
    TypeName: type,
    typeName: type,
    argType: type,
    returnType: type,
    sourcetype: type,
    targettype: type,
    CreateStmt: parents,
    base: parents,
    TableLikeClause: ({ relation }, into) => model(relation, into),
    ColumnRef: reference,
    A_Indirection: selection,
    UpdateStmt: assignment,
    onConflictClause: assignment,
    MergeWhenClause: assignment,
};

;// CONCATENATED MODULE: ./lib/sql/making.js
// What an expression is made with, by names that may stand for code of the database.

/** `function count`, `operator +`, `type z.d`, `field total`: everything of the kind in any part of a tree. */
function codeIn(value) {
    if (value === null || typeof value !== 'object')
        return [];
    const names = new UsedNames();
    names.read(value);
    return [
        ...[...names.functions].map((name) => `function ${name}`),
        ...[...names.operators].map((name) => `operator ${name}`),
        ...[...names.types].map((name) => `type ${name}`),
        ...[...names.fields].map((name) => `field ${name}`),
    ];
}

;// CONCATENATED MODULE: ./lib/sql/outputs/expression.js





/** What the expression reads. Conditions count: `CASE WHEN ssn … ` tells about `ssn`. */
function carriedBy(value, ctes, scope, depth) {
    const { work } = depth;
    if (work.left <= 0)
        return unknown();
    const found = [];
    const cost = scope.reduce((sum, { outputs }) => sum + 1 + (outputs?.length ?? 0), 1);
    const search = (child) => {
        if (work.left <= 0)
            return;
        if (Array.isArray(child))
            for (const item of child)
                search(item);
        if (Array.isArray(child) || child === null || typeof child !== 'object')
            return;
        const node = child;
        const reference = (0,sql_tree.as)(node, 'ColumnRef');
        if (reference) {
            const read = referred((0,sql_tree/* parts */.rT)(reference.fields), reference.fields?.length ?? 0, scope);
            work.left -= read.reduce((sum, { sources }) => sum + sources.length, cost);
            found.push(...read);
        }
        else if ((0,sql_tree.as)(node, 'SubLink'))
            found.push(linked(node, ctes, scope, depth));
        else {
            const call = (0,sql_tree.as)(node, 'FuncCall');
            // A rank over a window tells which of two values is greater.
            const ranks = call?.over ?? call?.agg_within_group;
            if (call && !ranks && (0,functions/* isOpaque */.qp)((0,sql_tree/* parts */.rT)(call.funcname)))
                found.push({ columns: [], sources: [], opaque: true });
            else {
                if (call && (0,functions/* isForeign */.jq)((0,sql_tree/* parts */.rT)(call.funcname)))
                    found.push({ columns: [], sources: [], opaque: false, foreign: true });
                for (const item of Object.values(child))
                    search(item);
            }
        }
    };
    search(value);
    if (work.left <= 0)
        return unknown();
    const { opaque: all, made: before = [], ...rest } = union(found);
    const opaque = all && found.length > 0;
    if (!opaque && rest.sources.length > 0)
        return { ...rest, opaque };
    const made = [...before, ...codeIn(value)];
    return { ...rest, opaque, ...(made.length > 0 && { made }) };
}
function linked(node, ctes, scope, depth) {
    const link = (0,sql_tree.as)(node, 'SubLink');
    const select = (0,sql_tree.as)(link?.subselect, 'SelectStmt');
    if (link?.subLinkType === 'EXISTS_SUBLINK' && select)
        return depth.work.existing(select, ctes, scope, deeper(depth));
    const outputs = depth.work.query(link?.subselect, ctes, scope, deeper(depth)) ?? [unknown()];
    return union([carriedBy(link?.testexpr, ctes, scope, depth), ...outputs]);
}

;// CONCATENATED MODULE: ./lib/sql/outputs/items.js




/** LATERAL sees the items before it; without the word only functions do, and the others name none of them. */
function fromItems(clause, ctes, outer, depth) {
    const items = [];
    for (const node of clause ?? [])
        items.push(...itemsOf(node, ctes, (0,sql_tree.as)(node, 'RangeVar') ? [] : [...items, ...outer], depth));
    return items;
}
function itemsOf(node, ctes, outer, depth) {
    const relation = (0,sql_tree.as)(node, 'RangeVar');
    if (relation) {
        const name = relation.alias?.aliasname ?? relation.relname ?? '';
        const cte = relation.schemaname ? undefined : ctes.get(relation.relname ?? '');
        const labels = (0,sql_tree/* parts */.rT)(relation.alias?.colnames);
        if (cte)
            return [{ name, outputs: renamed(cte, labels) }];
        return [{ name, relation: (0,sql_tree/* relationName */.CJ)(relation), renamed: labels.length > 0 }];
    }
    const join = (0,sql_tree.as)(node, 'JoinExpr');
    if (join)
        return joined(join, ctes, outer, depth);
    const derived = (0,sql_tree.as)(node, 'RangeSubselect');
    if (derived) {
        const outputs = depth.work.query(derived.subquery, ctes, outer, deeper(depth)) ?? [unknown()];
        return [
            { name: derived.alias?.aliasname ?? '', outputs: renamed(outputs, (0,sql_tree/* parts */.rT)(derived.alias?.colnames)) },
        ];
    }
    const sample = (0,sql_tree.as)(node, 'RangeTableSample');
    if (sample?.relation)
        return itemsOf(sample.relation, ctes, outer, depth);
    const computed = (0,sql_tree.as)(node, 'RangeFunction') ?? (0,sql_tree.as)(node, 'RangeTableFunc') ?? (0,sql_tree.as)(node, 'JsonTable');
    return [
        {
            name: computed?.alias?.aliasname ?? functionName(node),
            outputs: [made({ ...carriedBy(node, ctes, outer, depth), star: true })],
        },
    ];
}
/** A function names its columns as it likes, also those of a row that it was given. */
const made = (output) => output.sources.some((source) => source.endsWith('.*')) ? nameless(output) : output;
/** A function in FROM without an alias goes by its own name. */
function functionName(node) {
    let found = '';
    visit(node, (tag, fields) => {
        if (tag === 'FuncCall' && found === '')
            found = (0,sql_tree/* parts */.rT)(fields.funcname).at(-1) ?? '';
    });
    return found;
}
function joined(join, ctes, outer, depth) {
    const left = join.larg ? itemsOf(join.larg, ctes, outer, deeper(depth)) : [];
    const right = join.rarg ? itemsOf(join.rarg, ctes, [...left, ...outer], deeper(depth)) : [];
    const items = [...left, ...right];
    const merged = Boolean(join.usingClause ?? join.isNatural);
    if (join.alias)
        return [{ name: join.alias.aliasname ?? '', outputs: renamed([star(items)], (0,sql_tree/* parts */.rT)(join.alias.colnames)) }];
    const using = join.join_using_alias?.aliasname;
    const all = using === undefined ? items : [...items, { name: using, outputs: [star(items)] }];
    return merged ? all.map((item) => ({ ...item, merged })) : all;
}

;// CONCATENATED MODULE: ./lib/sql/outputs/selected.js






const MAX_COLUMNS = 1664;
function selected(select, ctes, outer, depth) {
    const known = withNames(select.withClause, ctes, outer, depth);
    if (select.larg && select.rarg) {
        const left = selected(select.larg, known, outer, deeper(depth));
        const right = selected(select.rarg, known, outer, deeper(depth));
        return left && right ? united(left, right) : undefined;
    }
    const items = fromItems(select.fromClause, known, outer, depth);
    const scope = [...items, ...outer];
    const rows = (select.valuesLists ?? []).map((row) => ((0,sql_tree.as)(row, 'List')?.items ?? []).flatMap((value) => starred(value, known, items, scope, depth) ?? [carriedBy(value, known, scope, depth)]));
    if (rows.length > 0)
        return rows
            .reduce((all, row) => united(all, row), rows[0] ?? [])
            .map((output, index) => ({ ...output, name: `column${index + 1}` }));
    const windows = select.windowClause ? carriedBy(select.windowClause, known, scope, depth) : undefined;
    return targets(select.targetList, known, items, scope, depth, windows);
}
/** `windows`: what the WINDOW clause reads, for the calls that go over one of its names. */
function targets(list, ctes, items, scope, depth, windows) {
    const found = (list ?? []).flatMap((node) => {
        const target = (0,sql_tree.as)(node, 'ResTarget');
        const star = starred(target?.val, ctes, items, scope, depth);
        if (star)
            return star;
        const name = target ? label(target) : undefined;
        const carried = carriedBy(target?.val, ctes, scope, depth);
        const over = windows && /"over":/.test(JSON.stringify(target) ?? '');
        return [{ ...(over ? union([carried, windows]) : carried), ...(name !== undefined && { name }) }];
    });
    depth.work.left -= found.reduce((sum, { sources }) => sum + sources.length, found.length);
    // More than a result can have: the server refuses it, and nested queries would double it without end.
    return found.length > MAX_COLUMNS ? [{ ...union(found), star: true }] : found;
}
/** What `*`, `t.*`, `(composite).*` or `(f()).*` stands for; undefined for everything else. */
function starred(value, ctes, items, scope, depth) {
    const reference = (0,sql_tree.as)(value, 'ColumnRef');
    if (reference?.fields?.some((field) => (0,sql_tree.as)(field, 'A_Star')))
        return expanded((0,sql_tree/* parts */.rT)(reference.fields), items, scope);
    // How many columns a composite has, and what they are called, is not in the text.
    return (0,sql_tree.as)(value, 'A_Indirection')?.indirection?.some((step) => (0,sql_tree.as)(step, 'A_Star'))
        ? [nameless({ ...carriedBy(value, ctes, scope, depth), star: true })]
        : undefined;
}
/** Whether a row exists tells about what its conditions read. */
function existing(select, ctes, outer, depth) {
    if (depth.level > MAX_DEPTH || depth.work.left <= 0)
        return unknown();
    const known = withNames(select.withClause, ctes, outer, depth);
    if (select.larg && select.rarg)
        return union([select.larg, select.rarg].map((part) => existing(part, known, outer, deeper(depth))));
    const items = fromItems(select.fromClause, known, outer, depth);
    const scope = [...items, ...outer];
    const conditions = [select.valuesLists, select.whereClause, select.havingClause];
    return union([
        ...targets(select.targetList, known, items, scope, depth),
        carriedBy(conditions, known, scope, depth),
    ]);
}

;// CONCATENATED MODULE: ./lib/sql/outputs/returned.js







/** RETURNING: the row's own columns, and whatever the statement wrote into them. */
function returned(node, ctes, outer, depth) {
    const list = node.returningClause?.exprs;
    if (!list)
        return [];
    const known = withNames(node.withClause, ctes, outer, depth);
    const fields = node;
    const sources = [
        ...(fields.fromClause ?? []),
        ...(fields.usingClause ?? []),
        ...(fields.sourceRelation ? [fields.sourceRelation] : []),
    ];
    const target = itemsOf({ RangeVar: node.relation ?? {} }, new Map(), [], depth);
    const items = [...target, ...sources.flatMap((item) => itemsOf(item, known, outer, depth))];
    const aliases = [
        'old',
        'new',
        ...(node.returningClause?.options ?? []).flatMap((option) => (0,sql_tree.as)(option, 'ReturningOption')?.value ?? []),
    ];
    const rows = aliases.map((name) => ({ ...(target[0] ?? { name }), name }));
    const scope = [...items, ...rows, ...outer];
    const inserted = depth.work.query(fields.selectStmt, known, outer, deeper(depth)) ?? [];
    const clauses = (fields.mergeWhenClauses ?? []).flatMap((item) => (0,sql_tree.as)(item, 'MergeWhenClause') ?? []);
    const excluded = { name: 'excluded', outputs: [{ ...union(inserted), star: true }] };
    const set = [
        ...(fields.targetList ?? []),
        ...(fields.onConflictClause?.targetList ?? []),
        ...clauses.flatMap(({ targetList = [], values = [] }) => [...targetList, ...values]),
    ].map((item) => carriedBy((0,sql_tree.as)(item, 'ResTarget')?.val ?? item, known, [...scope, excluded], depth));
    const written = [...inserted, ...set].filter((output) => output.columns.length > 0 || output.foreign);
    return targets(list, known, items, scope, depth).map((output) => written.length === 0 || output.opaque
        ? output
        : { ...output, ...union([output, ...written]), ...(output.star && { star: true }) });
}

;// CONCATENATED MODULE: ./lib/sql/outputs.js









/** What one analysis may look at. */
const work = () => ({ left: 400_000, query, existing: existing });
/** The outputs of a statement; undefined when the text does not tell. */
function outputsOf(statement, left = work()) {
    const found = query(statement, new Map(), [], { level: 0, work: left });
    return left.left > 0 ? found : undefined;
}
function query(node, ctes, outer, depth) {
    if (depth.level > MAX_DEPTH || depth.work.left <= 0)
        return undefined;
    const select = (0,sql_tree.as)(node, 'SelectStmt');
    if (select)
        return selected(select, ctes, outer, depth);
    const written = (0,sql_tree.as)(node, 'InsertStmt') ?? (0,sql_tree.as)(node, 'UpdateStmt') ?? (0,sql_tree.as)(node, 'DeleteStmt') ?? (0,sql_tree.as)(node, 'MergeStmt');
    if (written)
        return returned(written, ctes, outer, depth);
    if ((0,sql_tree.as)(node, 'VariableShowStmt'))
        return [{ columns: [], sources: [], opaque: true }];
    // What COPY, or a later EXECUTE or FETCH, returns.
    const named = (0,sql_tree.as)(node, 'PrepareStmt')?.query ?? (0,sql_tree.as)(node, 'DeclareCursorStmt')?.query ?? (0,sql_tree.as)(node, 'CopyStmt')?.query;
    if (named)
        return query(named, ctes, outer, deeper(depth));
    const explained = (0,sql_tree.as)(node, 'ExplainStmt');
    if (explained)
        return [plan(explained)];
    return undefined;
}
/** A plan shows constants, and what code made of them while planning; never a value of a row. */
function plan(node) {
    let foreign = false;
    visit(node, (tag, fields) => {
        if (tag === 'FuncCall')
            foreign ||= (0,functions/* isForeign */.jq)((0,sql_tree/* parts */.rT)(fields.funcname));
    });
    return { name: 'QUERY PLAN', columns: [], sources: [], opaque: false, ...(foreign ? { foreign } : {}) };
}

// EXTERNAL MODULE: ./lib/sql/predicates/made.js
var predicates_made = __webpack_require__(2882);
;// CONCATENATED MODULE: ./lib/sql/prepared.js
/** The name of a text with holes. */
const ANY = '*';
/** What the text prepares under any name, and how it is run. */
class PreparedQueries {
    #queries = new Map();
    /** Run with values that nobody knows, or any number of times. */
    #open = new Set();
    #batches = new Set();
    /** Characters of trees that may still be walked again: a text can run one statement over and over. */
    #left = 5_000_000;
    prepare(name, query) {
        this.#queries.set(name, [...(this.#queries.get(name) ?? []), query]);
    }
    /** Also one that comes later in the text: code may run it then. */
    opened(name) {
        this.#open.add(name);
    }
    isOpen(name) {
        return this.#open.has(name) || this.#open.has(ANY);
    }
    /** All that may have that name: what a text takes away, code of it may have put there again. Undefined when it is too much. */
    queries(name) {
        const found = name === ANY ? [...this.#queries.values()].flat() : (this.#queries.get(name) ?? []);
        this.#left -= JSON.stringify(found).length;
        return this.#left < 0 ? undefined : found;
    }
    /** True when a batch of that name ran before: one after the other, batches add up. */
    again(name) {
        if (!(this.#queries.get(name) ?? []).some((query) => JSON.stringify(query).includes('"limitCount":')))
            return false;
        const before = this.#batches.has(name);
        this.#batches.add(name);
        return before;
    }
}

;// CONCATENATED MODULE: ./lib/sql/probes/expression.js

function expression(value, around, notes) {
    if (Array.isArray(value)) {
        for (const item of value)
            expression(item, around, notes);
        return;
    }
    if (value === null || typeof value !== 'object')
        return;
    const node = value;
    const call = (0,sql_tree.as)(node, 'FuncCall');
    const link = (0,sql_tree.as)(node, 'SubLink');
    const tested = (0,sql_tree.as)(node, 'NullTest')?.arg;
    if ((0,sql_tree.as)(node, 'ColumnRef'))
        notes.reference(node, around);
    else if (tested && (0,sql_tree.as)(tested, 'ColumnRef'))
        nullness(tested, around, notes);
    else if (call)
        called(call, around, notes);
    else if (link) {
        expression(link.testexpr, around, notes);
        notes.query(link.subselect, around, link.subLinkType === 'EXISTS_SUBLINK', notes);
    }
    else if (isQuery(node))
        notes.query(node, around, false, notes);
    else
        for (const child of Object.values(node))
            expression(child, around, notes);
}
function called(call, around, notes) {
    const { args = [], agg_order: order, agg_filter: filter, over } = call;
    notes.call((0,sql_tree/* parts */.rT)(call.funcname));
    const counted = isCount(call) ? args[0] : undefined;
    if (counted)
        notes.trust(notes.carried(counted, around));
    else
        expression(args, around, notes);
    expression([order, filter, over], around, notes);
}
/** `count(column)` only tells which are NULL. */
function isCount({ funcname, args = [], agg_distinct: distinct, agg_order: order }) {
    const names = (0,sql_tree/* parts */.rT)(funcname);
    const builtIn = names.length === 1 || names[0] === 'pg_catalog';
    return (builtIn &&
        names.at(-1) === 'count' &&
        args.length === 1 &&
        (0,sql_tree.as)(args[0], 'ColumnRef') !== undefined &&
        !distinct &&
        !order);
}
/** Whether it is NULL may be asked of columns, not of what functions of the database return. */
function nullness(node, around, notes) {
    notes.trust(notes.carried(node, around));
}
const isQuery = (node) => (0,sql_tree.as)(node, 'SelectStmt') !== undefined || isChange(node);
const isChange = (node) => Boolean((0,sql_tree.as)(node, 'InsertStmt') ?? (0,sql_tree.as)(node, 'UpdateStmt') ?? (0,sql_tree.as)(node, 'DeleteStmt') ?? (0,sql_tree.as)(node, 'MergeStmt'));

;// CONCATENATED MODULE: ./lib/sql/probes/traces.js

const FUNCTIONS = /^pg_(?:current_wal_\w*lsn|walfile_name\w*|switch_wal|logical_emit_message|create_restore_point|last_wal_\w+|control_\w+|backup_st\w+|get_wal_\w+|ls_waldir|stat_get_(?:backend_)?(?:wal|io)\w*|stat_get_xact_\w+|stat_get_replication_slot\w*|get_replication_slots)$/;
const VIEWS = /^pg_(?:stat_wal\w*|stat_io|stat_replication\w*|replication_slots|stat_subscription\w*|stat_xact_\w+|stat_statements|wal_summaries)$/;
/** True for functions that read them. */
const readsTraces = (names) => FUNCTIONS.test(names.at(-1) ?? '');
/** The same of views. */
const showsTraces = ({ schemaname, relname = '' }) => VIEWS.test(relname) &&
    (schemaname === undefined || schemaname === 'pg_catalog' || relname === 'pg_stat_statements');
/** EXPLAIN (ANALYZE, WAL) tells the size of the log. */
const explainsTraces = ({ options }) => (0,sql_tree/* enabled */.Sn)(options, 'wal');

;// CONCATENATED MODULE: ./lib/sql/probes/notes.js





const NOWHERE = { ctes: new Map(), scope: [] };
/** Stands for what functions of the database return. */
const CALLED = '()';
/** Built-in functions of one argument that take a whole row: `p.to_jsonb` is `to_jsonb(p)`. */
const OF_ROWS = new Set(`any_value array_agg array_position bool cardinality concat count first_value format hash_array hash_record json_agg
  json_agg_strict json_build_array json_build_object jsonb_agg jsonb_agg_strict jsonb_build_array jsonb_build_object last_value
  max min mode num_nonnulls num_nulls pg_collation_for pg_column_compression pg_column_size pg_column_toast_chunk_id pg_typeof
  quote_literal quote_nullable record_out record_send row_to_json to_json to_jsonb text varchar json_array json_object
  hash_record_extended record_image_eq unnest`.split(/\s+/));
class Notes {
    /** Looks at a query, also one that changes rows. */
    query;
    probed = new Set();
    /** Given to built-in functions that cannot fail, as long as it is these that are called. */
    trusted = new Set();
    depth = { level: 0, work: work() };
    /** Inside of a body: names that nothing in sight has are its variables. */
    body = false;
    /** The server will tell what its log takes up. */
    traced = false;
    constructor(query) {
        this.query = query;
    }
    get found() {
        return {
            ...(this.probed.size > 0 && { probes: [...this.probed] }),
            ...(this.trusted.size > 0 && { trusts: [...this.trusted] }),
        };
    }
    /** What a reference, or any expression, is made of. */
    carried(value, { ctes, scope }) {
        return carriedBy(value, ctes, scope, this.depth);
    }
    reference(node, around) {
        const fields = (0,sql_tree.as)(node, 'ColumnRef')?.fields ?? [];
        const path = (0,sql_tree/* parts */.rT)(fields);
        if (this.body) {
            if (isRow(path[0]))
                this.source(path.length > 1 ? (path[1] ?? '*') : '*');
            const [first, table] = [path[0], path.at(fields.length > path.length ? -1 : -2)];
            const known = around.scope.some(({ name }) => name === first || name === table);
            if (fields.length > 1 && !known) {
                this.#anywhere(path.at(-1) ?? '', around);
                return;
            }
        }
        this.add(this.carried(node, around));
    }
    /** Of a variable, most likely; else of an item that is not in sight. */
    #anywhere(column, { scope }) {
        for (const item of scope)
            for (const output of columnOf(item, column))
                this.add(output);
    }
    add({ sources, foreign }) {
        // `*` beside others only says that names were changed on the way.
        for (const source of sources)
            if (source !== '*' || sources.length === 1)
                this.source(source);
        if (foreign)
            this.source(CALLED);
    }
    source(source) {
        this.probed.add(source);
        const dot = source.lastIndexOf('.');
        if (dot > 0 && OF_ROWS.has(source.slice(dot + 1)))
            this.probed.add(`${source.slice(0, dot)}.*`);
    }
    /** A function that the text calls. */
    call(names) {
        if ((0,functions/* isForeign */.jq)(names))
            this.source(CALLED);
        this.reads(names);
    }
    /** It may run a text, or read a table, that it is told. */
    reads(names) {
        if (READING.test(names.at(-1) ?? '') || readsTraces(names))
            this.source('*');
    }
    trust({ sources, foreign }) {
        for (const source of sources)
            this.trusted.add(source);
        if (foreign)
            this.source(CALLED);
    }
}
const READING = /^(?:(?:query|table|cursor|schema|database)_to_xml|ts_stat|ts_rewrite)/;
/** The row of a trigger, whose table a body does not name. */
const isRow = (name) => name === 'new' || name === 'old';

;// CONCATENATED MODULE: ./lib/sql/probes/names.js


function namesOf(targets) {
    const known = new Map();
    /** May have any name. */
    const others = [];
    const stars = targets.some((target) => isStar((0,sql_tree.as)(target, 'ResTarget')?.val));
    for (const target of targets) {
        const name = nameOf(target);
        if (name === undefined)
            others.push(target);
        else if (name !== '')
            known.set(name, [...(known.get(name) ?? []), target]);
    }
    const meant = (item) => {
        const sets = (0,sql_tree.as)(item, 'GroupingSet')?.content ?? (0,sql_tree.as)(item, 'RowExpr')?.args;
        if (sets)
            return sets.flatMap(meant);
        const place = (0,sql_tree.as)(item, 'A_Const')?.ival;
        if (place)
            return stars ? targets : targets.slice((place.ival ?? 0) - 1, place.ival ?? 0);
        const path = (0,sql_tree/* parts */.rT)((0,sql_tree.as)(item, 'ColumnRef')?.fields);
        return path.length === 1 ? [...(known.get(path[0] ?? '') ?? []), ...others] : [];
    };
    return { meant };
}
/** The server's name of an output column; empty for those that no name finds, undefined when it is not known. */
function nameOf(target) {
    const written = (0,sql_tree.as)(target, 'ResTarget');
    // A star's columns are found by their own names.
    if (!written || isStar(written.val))
        return '';
    const known = label(written);
    if (known !== undefined)
        return known;
    const link = (0,sql_tree.as)(written.val, 'SubLink');
    // Other columns without a name of their own are computed, and count where they stand.
    if (!link)
        return (0,sql_tree.as)(written.val, 'CoalesceExpr') ? 'coalesce' : '';
    const [first] = (0,sql_tree.as)(link.subselect, 'SelectStmt')?.targetList ?? [];
    return first && !isStar((0,sql_tree.as)(first, 'ResTarget')?.val) ? nameOf(first) : undefined;
}
const isStar = (node) => (0,sql_tree.as)(node, 'ColumnRef')?.fields?.some((field) => (0,sql_tree.as)(field, 'A_Star')) ?? false;

;// CONCATENATED MODULE: ./lib/sql/probes/plain.js



/** Never fail, for any text. */
const TOTAL = /^(?:lower|upper|length)$/;
/** An output column that is only shown. */
function shown(node, around, notes) {
    const link = (0,sql_tree.as)(node, 'SubLink');
    const call = (0,sql_tree.as)(node, 'FuncCall');
    const [argument, ...more] = call?.args ?? [];
    const names = (0,sql_tree/* parts */.rT)(call?.funcname);
    const builtIn = names.length === 1 || names[0] === 'pg_catalog';
    const fields = (0,sql_tree.as)(node, 'ColumnRef')?.fields;
    if (fields)
        named(node, fields, around, notes);
    if (fields || isDefaulted(node))
        return;
    if (link?.subLinkType === 'EXPR_SUBLINK')
        notes.query(link.subselect, around, true, notes);
    else if (call &&
        (0,sql_tree.as)(argument, 'ColumnRef') &&
        more.length === 0 &&
        builtIn &&
        TOTAL.test(names.at(-1) ?? ''))
        notes.trust(notes.carried(argument, around));
    else if (call && (0,functions/* isForeign */.jq)(names) && !call.over && !call.agg_filter) {
        // What it returns is masked; what it is given counts.
        notes.reads(names);
        expression(call.args, around, notes);
    }
    else
        expression(node, around, notes);
}
/** `p.name` is a column, or a function of the row. */
function named(node, fields, around, notes) {
    const star = fields.some((field) => (0,sql_tree.as)(field, 'A_Star'));
    if (fields.length < 2 || star)
        return;
    for (const source of notes.carried(node, around).sources)
        notes.trusted.add(source);
}
/** `coalesce(column, 'text')`: the constant takes the column's type, so nothing is cast. */
function isDefaulted(node) {
    const args = (0,sql_tree.as)(node, 'CoalesceExpr')?.args ?? [];
    const constants = args.filter((arg) => (0,sql_tree.as)(arg, 'A_Const')?.sval ?? (0,sql_tree.as)(arg, 'A_Const')?.isnull);
    return args.length > 0 && (0,sql_tree.as)(args[0], 'ColumnRef') !== undefined && constants.length === args.length - 1;
}

;// CONCATENATED MODULE: ./lib/sql/probes/query.js







function query_selected(select, around, passes, notes) {
    const ctes = withs(select.withClause, around, notes);
    const outside = { ctes, scope: around.scope };
    const { larg, rarg, fromClause = [], targetList = [], valuesLists } = select;
    if (larg && rarg) {
        for (const side of [larg, rarg])
            query_selected(side, outside, false, notes);
        expression([select.sortClause, select.limitCount, select.limitOffset], outside, notes);
        return;
    }
    const items = fromItems(fromClause, ctes, around.scope, notes.depth);
    const inside = { ctes, scope: [...items, ...around.scope] };
    for (const item of fromClause)
        from(item, inside, notes);
    expression(valuesLists, inside, notes);
    for (const target of targetList)
        if (passes)
            shown((0,sql_tree.as)(target, 'ResTarget')?.val, inside, notes);
        else
            column(target, items, inside, notes);
    const { distinctClause = [], groupClause = [], sortClause = [] } = select;
    // DISTINCT without ON is a list of one empty node.
    const distinct = distinctClause.filter((item) => Object.keys(item).length > 0);
    if (distinct.length < distinctClause.length)
        for (const target of targetList)
            column(target, items, inside, notes);
    const places = [...distinct, ...groupClause, ...sortClause.map((sort) => (0,sql_tree.as)(sort, 'SortBy')?.node)];
    const named = places.length > 0 ? namesOf(targetList) : undefined;
    for (const place of named ? places : []) {
        for (const target of named?.meant(place) ?? [])
            column(target, items, inside, notes);
        expression(place, inside, notes);
    }
    expression([select.whereClause, select.havingClause, select.windowClause, select.limitCount, select.limitOffset], inside, notes);
}
/** Names of WITH; without RECURSIVE a query sees only those before it. */
function withs(clause, { ctes, scope }, notes) {
    if (!clause)
        return ctes;
    const all = withNames(clause, ctes, scope, notes.depth);
    let known = ctes;
    for (const node of clause.ctes ?? []) {
        const cte = (0,sql_tree.as)(node, 'CommonTableExpr');
        if (!cte)
            continue;
        notes.query(cte.ctequery, { ctes: clause.recursive ? all : known, scope }, true, notes);
        known = clause.recursive ? all : withNames({ ctes: [node] }, known, scope, notes.depth);
        if (cte.search_clause || cte.cycle_clause)
            searched(cte, { ctes: known, scope }, notes);
    }
    return known;
}
/** SEARCH and CYCLE compare columns of the query that they follow. */
function searched(cte, { ctes }, notes) {
    for (const output of ctes.get(cte.ctename ?? '') ?? [unknown()])
        notes.add(output);
}
/** `around` may hold items that come later in FROM: their names are taken as seen. */
function from(node, around, notes) {
    const join = (0,sql_tree.as)(node, 'JoinExpr');
    const derived = (0,sql_tree.as)(node, 'RangeSubselect');
    const sample = (0,sql_tree.as)(node, 'RangeTableSample');
    const functions = (0,sql_tree.as)(node, 'RangeFunction');
    const relation = (0,sql_tree.as)(node, 'RangeVar');
    if (join)
        query_joined(join, around, notes);
    else if (derived)
        notes.query(derived.subquery, around, true, notes);
    else if (sample) {
        if (sample.relation)
            from(sample.relation, around, notes);
        expression([sample.args, sample.repeatable], around, notes);
    }
    else if (functions)
        // The call itself shows its rows; later references find them.
        for (const item of functions.functions ?? [])
            for (const call of (0,sql_tree.as)(item, 'List')?.items ?? [item])
                query_called(call, around, notes);
    else if (relation) {
        if (showsTraces(relation))
            notes.source('*');
    }
    else
        expression(node, around, notes);
}
function query_called(node, around, notes) {
    const call = (0,sql_tree.as)(node, 'FuncCall');
    if (call)
        notes.reads((0,sql_tree/* parts */.rT)(call.funcname));
    expression(call ? call.args : node, around, notes);
}
function query_joined(join, around, notes) {
    const { larg, rarg, quals, usingClause, isNatural } = join;
    for (const side of [larg, rarg])
        if (side)
            from(side, around, notes);
    const sides = [larg, rarg].map((side) => side ? itemsOf(side, around.ctes, around.scope, notes.depth) : []);
    // An alias of the join hides their names from all but its own condition.
    const scope = join.alias ? [...sides.flat(), ...around.scope] : around.scope;
    expression(quals, { ctes: around.ctes, scope }, notes);
    if (!usingClause && !isNatural)
        return;
    const names = usingClause ? (0,sql_tree/* parts */.rT)(usingClause) : common(sides);
    for (const items of sides)
        for (const name of names ?? [])
            for (const item of items)
                for (const output of columnOf(item, name))
                    notes.add(output);
    if (names === undefined)
        for (const output of expanded([], sides.flat()))
            notes.add(output);
}
/** Names that both sides may have, as far as they are listed; undefined when neither side is. */
function common(sides) {
    const [left, right] = sides.map(listed);
    return left && right ? left.filter((name) => right.includes(name)) : (left ?? right);
}
function listed(items) {
    const outputs = items.flatMap((item) => item.outputs ?? [undefined]);
    const names = outputs.map((output) => (output?.star ? undefined : output?.name));
    return names.every((name) => name !== undefined) ? names : undefined;
}
/** An output column that is more than shown: all that it is made of. */
function column(target, items, around, notes) {
    const value = (0,sql_tree.as)(target, 'ResTarget')?.val;
    const fields = (0,sql_tree.as)(value, 'ColumnRef')?.fields;
    if (isStar(value))
        for (const output of expanded((0,sql_tree/* parts */.rT)(fields), items))
            notes.add(output);
    else
        expression(value ?? target, around, notes);
}
/** The outputs of a query as others see them. */
const query_columnsOf = (node, { ctes, scope }, notes) => query(node, ctes, scope, notes.depth);

;// CONCATENATED MODULE: ./lib/sql/probes/rows.js






/** `passes`: RETURNING is shown, or found again by name. */
function changing(node, around, passes, notes) {
    const insert = (0,sql_tree.as)(node, 'InsertStmt');
    const update = (0,sql_tree.as)(node, 'UpdateStmt');
    const remove = (0,sql_tree.as)(node, 'DeleteStmt');
    const merge = (0,sql_tree.as)(node, 'MergeStmt');
    const written = insert ?? update ?? remove ?? merge;
    const ctes = withs(written?.withClause, around, notes);
    const outside = { ctes, scope: around.scope };
    const own = ownItems(written?.relation, notes);
    const others = update?.fromClause ?? remove?.usingClause ?? (merge?.sourceRelation ? [merge.sourceRelation] : []);
    const items = [...own, ...fromItems(others, ctes, around.scope, notes.depth)];
    const inside = { ctes, scope: [...items, ...around.scope] };
    for (const item of others)
        from(item, inside, notes);
    if (insert)
        inserted(insert, own, outside, notes);
    if (merge)
        merged(merge, inside, notes);
    expression([update?.targetList, update?.whereClause, remove?.whereClause], inside, notes);
    if (notes.traced)
        for (const name of assigned(node))
            notes.source(`${(0,sql_tree/* relationName */.CJ)(written?.relation)}.${name}`);
    returning(written?.returningClause, own, inside, passes, notes);
}
/** Columns of rows that are there already. */
function assigned(node) {
    const lists = [
        (0,sql_tree.as)(node, 'UpdateStmt')?.targetList,
        (0,sql_tree.as)(node, 'InsertStmt')?.onConflictClause?.targetList,
        ...((0,sql_tree.as)(node, 'MergeStmt')?.mergeWhenClauses ?? []).map((item) => (0,sql_tree.as)(item, 'MergeWhenClause')?.targetList),
    ];
    return lists.flatMap((list) => (list ?? []).map((item) => (0,sql_tree/* dotted */.Bs)([(0,sql_tree.as)(item, 'ResTarget')?.name ?? '*'])));
}
const ownItems = (relation, notes) => relation ? itemsOf({ RangeVar: relation }, new Map(), [], notes.depth) : [];
function inserted(node, own, outside, notes) {
    expression(node.cols, outside, notes);
    notes.query(node.selectStmt, outside, false, notes);
    const conflict = node.onConflictClause;
    if (!conflict)
        return;
    const written = query_columnsOf(node.selectStmt, outside, notes) ?? [];
    const excluded = {
        name: 'excluded',
        outputs: written.length > 0 ? [{ ...union(written), star: true }] : [],
    };
    const scope = [...own, excluded, ...outside.scope];
    arbiters(conflict, (0,sql_tree/* relationName */.CJ)(node.relation), notes);
    expression([conflict.targetList, conflict.whereClause, conflict.infer?.whereClause, conflict.infer?.indexElems], { ctes: outside.ctes, scope }, notes);
}
/** ON CONFLICT (column) asks whether somebody has the value. */
function arbiters({ infer }, relation, notes) {
    for (const item of infer?.indexElems ?? []) {
        const name = (0,sql_tree.as)(item, 'IndexElem')?.name;
        if (name !== undefined)
            notes.source(`${relation}.${name}`);
    }
}
function merged(node, inside, notes) {
    expression(node.joinCondition, inside, notes);
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = (0,sql_tree.as)(item, 'MergeWhenClause');
        expression([clause?.condition, clause?.targetList, clause?.values], inside, notes);
    }
}
function returning(clause, own, { ctes, scope }, passes, notes) {
    const aliases = (clause?.options ?? []).flatMap((option) => (0,sql_tree.as)(option, 'ReturningOption')?.value ?? []);
    const rows = ['old', 'new', ...aliases].map((name) => ({ ...(own[0] ?? { name }), name }));
    const inside = { ctes, scope: [...scope.slice(0, own.length), ...rows, ...scope.slice(own.length)] };
    for (const target of clause?.exprs ?? [])
        if (passes)
            shown((0,sql_tree.as)(target, 'ResTarget')?.val, inside, notes);
        else
            column(target, inside.scope, inside, notes);
}

;// CONCATENATED MODULE: ./lib/sql/probes/queries.js





const startNotes = () => new Notes(queries_query);
function queries_query(node, around, passes, notes) {
    const select = (0,sql_tree.as)(node, 'SelectStmt');
    if (select)
        query_selected(select, around, passes, notes);
    else if (node && isChange(node))
        changing(node, around, passes, notes);
    else
        expression(node, around, notes);
}

;// CONCATENATED MODULE: ./lib/sql/repeats.js



/** Gathers names over all of a text. */
class Repeats {
    /** What is walked is evaluated many times. */
    on = false;
    /** Inside of the body of a function that a text may call, which one. */
    making;
    #names = new UsedNames();
    #relations = new Set();
    #made = new Set();
    #keyed = new Set();
    /** The same in bodies of trigger functions. */
    #fired = new Set();
    #fires = false;
    /** Relations that rows come to, by last name, and whether any number of rows of one are changed: in bodies, and outside. */
    #written = { inside: new Set(), outside: new Set() };
    #changed = { inside: false, outside: false };
    /** Something outside of bodies may set them off. */
    #ran = false;
    #beside = new Set();
    /** Runs `work`, which walks `value`; all that is named there is evaluated many times. */
    within(value, work) {
        if (this.on) {
            work();
            return;
        }
        this.#names.read([value]);
        this.on = true;
        try {
            work();
        }
        finally {
            this.on = false;
        }
    }
    /** Another text, or statement, is walked where `value` was not part of what is evaluated many times. */
    also(value) {
        if (this.on)
            this.#names.read([value]);
    }
    /** Rows of a relation come one after the other, each with its defaults, checks and triggers. */
    relation(name) {
        if (name)
            this.#relations.add(name);
    }
    /** Functions that are called next to each other: one that returns a set repeats the others. */
    beside(calls) {
        if (calls.length > 1)
            for (const name of calls)
                this.#beside.add(name);
    }
    /** `work` walks the body of a function that this text makes. */
    body(name, callable, calls, work) {
        const before = { making: this.making, fires: this.#fires };
        this.making = callable ? name : undefined;
        this.#fires = !callable;
        try {
            work();
        }
        finally {
            this.making = before.making;
            this.#fires = before.fires;
        }
        if (!callable)
            return;
        this.#made.add(lastOf(name));
        // It calls itself, or a call of this text comes before it.
        if (calls.has(name))
            this.#names.functions.add(name);
    }
    /** Notes what such a body changes by key. `key` stands for the effect. */
    note({ action, rows = 'unknown', name = '' }, key) {
        if (this.making !== undefined && KEYED.has(action) && rows === 'some')
            this.#keyed.add(key);
        if (this.#fires && action === 'delete' && rows === 'some')
            this.#fired.add(key);
        const where = this.making !== undefined || this.#fires ? 'inside' : 'outside';
        if (action === 'insert')
            this.#written[where].add(lastOf(name));
        const many = this.on || rows === 'unknown' || rows === 'all';
        if (action === 'copy-in' || (KEYED.has(action) && many))
            this.#changed[where] = true;
        if (RUNS.has(action))
            this.ran();
    }
    /** Outside of bodies something runs. */
    ran() {
        this.#ran ||= this.making === undefined && !this.#fires;
    }
    /** Rows that set off triggers come one after the other: which triggers a relation has, the text does not tell. */
    get #fills() {
        const { inside, outside } = this.#written;
        const written = (name) => outside.has(name) || (this.#ran && inside.has(name));
        const changed = this.#changed.outside || (this.#ran && this.#changed.inside);
        return changed || [...this.#relations].some((name) => written(lastOf(name)));
    }
    /** The effects, where a key in a function that is called for many rows picks an unknown number of them. */
    spread(effects) {
        const keyed = this.callsMade ? this.#keyed : NONE;
        const fired = this.#fills ? this.#fired : NONE;
        if (keyed.size + fired.size === 0)
            return [...effects.values()];
        return [...effects].map(([key, effect]) => keyed.has(key) || fired.has(key) ? { ...effect, rows: 'unknown' } : effect);
    }
    /** A function that this text makes is called for many rows. */
    get callsMade() {
        return this.names.some((name) => this.#made.has(lastOf(name)));
    }
    /** Functions, operators, types, fields and relations. */
    get names() {
        const { functions, operators, types, fields } = this.#names;
        return [...new Set([...functions, ...operators, ...types, ...fields, ...this.#relations])];
    }
    /** For `Uses`. What a function of the text calls for many rows is called so too: `all` names. */
    found(all) {
        const names = all && this.callsMade
            ? [...this.names, ...all.functions, ...all.operators, ...all.types, ...all.fields]
            : this.names;
        return {
            ...(names.length > 0 && { many: names }),
            ...(this.#beside.size > 0 && { beside: [...this.#beside] }),
        };
    }
}
const NONE = new Set();
const RUNS = new Set(['insert', 'update', 'delete', 'copy-in', 'call', 'execute']);
const KEYED = new Set(['update', 'delete']);
const lastOf = (name) => name.slice(name.lastIndexOf('.') + 1);
/** Built-in functions that return sets. */
const SETS = /^(generate_\w+|unnest|aclexplode|regexp_(matches|split_to_table)|string_to_table|jsonb?_(array_elements|each|object_keys|path_query|populate_recordset|to_recordset)\w*|_pg_\w+|pg_\w+|ts_(parse|stat|token_type|debug))$/;
/** How often a query without FROM gives a row: `SELECT f(unnest('{1,2}'::int[]))`. */
function givesRows(select) {
    const calls = [];
    let many = false;
    const visit = (value) => {
        if (Array.isArray(value))
            for (const item of value)
                visit(item);
        else if (value !== null && typeof value === 'object') {
            if ((0,sql_tree.as)(value, 'SubLink'))
                return;
            const names = (0,sql_tree/* parts */.rT)((0,sql_tree.as)(value, 'FuncCall')?.funcname);
            if (names.length > 0) {
                many ||= SETS.test(names.at(-1) ?? '');
                if ((0,functions/* isForeign */.jq)(names))
                    calls.push((0,sql_tree/* dotted */.Bs)(names));
            }
            for (const item of Object.values(value))
                visit(item);
        }
    };
    visit([select.targetList, select.sortClause, select.groupClause]);
    return { many, calls };
}
/** What returns a trigger cannot be called. */
const returnsTrigger = (type) => /^(event_)?trigger$/.test((0,sql_tree/* parts */.rT)(type?.names).at(-1) ?? '');
/** A FROM item that is asked once, when it is the only one. */
const askedOnce = (items) => items.length === 1 && ['RangeVar', 'RangeSubselect', 'RangeFunction'].some((tag) => tag in (items[0] ?? {}));

;// CONCATENATED MODULE: ./lib/sql/collector.js









const CHANGING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach']);
/** What runs later, or not at all. */
const LATER = new Set(['function', 'rule', 'view', 'prepare', 'trigger', 'cursor']);
/** What runs in a loop, or after something that is not seen. */
const CODE = new Set(['do', 'execute']);
const isPicked = ({ action, rows }) => (action === 'update' || action === 'delete') && (rows === 'some' || rows === 'one');
/** Gathers the facts of one text while its tree is walked. */
class Collector {
    parser;
    handlers;
    known = { prepared: new Set(), functions: new Set() };
    /** What this text made at top level. */
    names = new names/* Names */.f();
    prepared = new PreparedQueries();
    scope = new Map();
    /** The WITH clauses of that scope, outermost first, as far as they are visible. */
    withs = [];
    /** What may stand for code of the database. */
    uses = new UsedNames();
    /** What is evaluated many times. */
    repeats = new Repeats();
    /** Where values go. */
    flows = [];
    /** Columns that get another type. */
    retypes = [];
    /** What this text made or filled. */
    made = new predicates_made/* MadeNames */.Y();
    /** What must be so for its keys to pick few rows. */
    relies = [];
    /** Foreign keys of tables that were there before. */
    keys = [];
    /** Columns that conditions and orders read. */
    compares = new Set();
    /** Where following these starts. */
    compared = { level: 0, work: work() };
    /** Columns that more is done with than to show them. */
    probes = startNotes();
    /** FROM items of the queries around the one that is walked, innermost first. */
    surroundings = [];
    /** What it is called where functions of the text take values out of the tables. */
    sinks = new Set();
    /** What a PL/pgSQL body has read so far: its variables may hold any of it. Undefined outside of one. */
    held;
    /** Inside of a query that only counts rows. */
    counting = false;
    /** Loops around what is walked. */
    loops = 0;
    /** Where following the columns of this text starts. */
    start = { level: 0, work: work() };
    /** The text of the statement that is walked. */
    source = '';
    /** How often something came up whose effect the text does not tell; it grows also when the effect itself is a repetition. */
    opaque = 0;
    /** Names that only come at run time were walked; see bodies/holes.ts. */
    templated = false;
    /** CALL, or a block that may commit, was walked. */
    commits = false;
    schemaChanged = false;
    resolutionChanged = false;
    /** Bodies inside bodies; bounded so that text in text cannot recurse without end. */
    depth = 0;
    #effects = new Map();
    /** What goes along with it, by foreign keys. */
    #along = new Set();
    #relations = new Set();
    #via = [];
    #open = false;
    constructor(parser, handlers) {
        this.parser = parser;
        this.handlers = handlers;
    }
    get effects() {
        return [...this.#effects.values()];
    }
    /** All of them, once the text is walked. */
    get told() {
        return this.repeats.spread(this.#effects);
    }
    get relations() {
        return [...this.#relations];
    }
    /** True for a statement of the text itself, not one inside another. */
    get topLevel() {
        return this.#via.length === 0;
    }
    /** Runs where it stands, once. */
    get isDirect() {
        return this.loops === 0 && this.#via.every((step) => step === 'explain' || step === 'create-as');
    }
    /** `work` walks what runs with values that nobody knows, or any number of times. */
    openly(work) {
        const before = this.#open;
        this.#open = true;
        this.loops++;
        try {
            work();
        }
        finally {
            this.loops--;
            this.#open = before;
        }
    }
    add(told) {
        const effect = this.#open && isPicked(told) ? { ...told, rows: 'unknown' } : told;
        const full = this.#via.length === 0 ? effect : { ...effect, via: [...this.#via, ...(effect.via ?? [])] };
        const key = JSON.stringify(full);
        this.#effects.set(key, full);
        this.repeats.note(full, key);
        this.names.sees(full, this.#later);
        // Also a domain, a cast or an operator is found by its name from here on, with the code behind it.
        if (CHANGING.has(effect.action))
            this.schemaChanged = true;
        this.made.sees(full);
        if (effect.action === 'unknown' || (effect.action === 'call' && effect.object === 'function'))
            this.opaque++;
        if (this.keys.length > 0)
            this.#takeAlong(full);
    }
    /** A foreign key is made; what bodies do may run later. */
    refer(key) {
        this.keys.push(key);
        for (const effect of this.effects)
            if (effect.via?.some((step) => LATER.has(step)))
                this.#takeAlong(effect);
    }
    #takeAlong(effect) {
        const behind = (name) => (0,keys/* namesBehind */.H0)(name, this.flows);
        for (const more of (0,keys/* takenAlong */.zz)(effect, this.keys, [...this.uses.assigned], behind)) {
            const which = `${more.action} ${more.name}`;
            if (this.#along.has(which))
                continue;
            this.#along.add(which);
            this.#effects.set(JSON.stringify(more), more);
            this.#takeAlong(more);
        }
    }
    /** Adds an effect that `apart` gave back; its `via` is complete. */
    restore(effect) {
        this.#effects.set(JSON.stringify(effect), effect);
    }
    /** An effect on a relation; says by itself when only a temporary or a new one is touched. */
    on(action, object, relation, more = {}) {
        const name = this.mention(relation);
        const effect = { action, object, name, ...more };
        const temporary = this.isTemporary(relation) || this.isFresh(effect);
        this.add(temporary ? { ...effect, temporary } : effect);
    }
    rely(on) {
        const key = JSON.stringify(on);
        if (!this.relies.some((each) => JSON.stringify(each) === key))
            this.relies.push(on);
    }
    unknown(object, detail) {
        this.add({ action: 'unknown', object, detail });
    }
    /** Notes the relation's name and returns it. */
    mention(relation) {
        const name = (0,sql_tree/* relationName */.CJ)(relation);
        if (name)
            this.#relations.add(name);
        return name;
    }
    mentionName(name) {
        this.#relations.add(name);
    }
    /** Where the statement that is walked stands. */
    get place() {
        return { repeated: this.loops > 0, body: this.held !== undefined || this.#via.includes('function') };
    }
    /** True unless it is `pg_temp.x` of which this text does not tell that it is a table: a view passes changes on. */
    isOwn(relation) {
        return relation.schemaname !== 'pg_temp' || this.#knownTemporary((0,sql_tree/* dotted */.Bs)([relation.relname ?? '']));
    }
    /** Functions that this text made may be gone: all of them, or those of this name. */
    forgetFunctions(name) {
        for (const known of this.known.functions)
            if (name === undefined || known === (0,sql_tree/* dotted */.Bs)([name]) || known.endsWith(`.${(0,sql_tree/* dotted */.Bs)([name])}`))
                this.known.functions.delete(known);
    }
    isTemporary(relation) {
        if (!relation)
            return false;
        if (relation.schemaname)
            return relation.schemaname === 'pg_temp';
        return relation.relpersistence === 't' || this.#knownTemporary((0,sql_tree/* relationName */.CJ)(relation));
    }
    isTemporaryName(names) {
        if (names.length > 1)
            return names.at(-2) === 'pg_temp';
        return names[0] !== undefined && this.#knownTemporary((0,sql_tree/* dotted */.Bs)(names));
    }
    /** A table that this text made: nobody else waits for it, and none of its rows is older. */
    isNew(relation) {
        if (!relation || !this.#certain)
            return false;
        if ((relation.schemaname ?? 'pg_temp') === 'pg_temp' &&
            this.#knownTemporary((0,sql_tree/* dotted */.Bs)([relation.relname ?? ''])))
            return true;
        return this.names.isTable((0,sql_tree/* relationName */.CJ)(relation));
    }
    /** Nothing that was there before goes with it. */
    isFresh(effect) {
        return this.topLevel && effect.cascade !== true && this.names.isFresh(effect.name ?? '', effect);
    }
    #knownTemporary(name) {
        return this.#certain && this.names.isTemporary(name);
    }
    /** What runs later, or in a loop, may find that a name means something else by then. */
    get #certain() {
        return !this.#via.some((step) => LATER.has(step) || CODE.has(step));
    }
    get #later() {
        return this.#via.some((step) => LATER.has(step));
    }
    /** Effects added by `work` carry `step` in `via`. */
    within(step, work) {
        const before = this.#via;
        this.#via = [...before, step];
        try {
            work();
        }
        finally {
            this.#via = before;
        }
    }
    /** Runs `work` with these common table expressions visible. */
    scoped(ctes, recursive, work) {
        const before = this.scope;
        const { withs } = this;
        if (ctes.length > 0) {
            this.scope = new Map([...before, ...ctes.map((cte) => [cte.ctename ?? '', cte])]);
            this.withs = [...withs, { ctes: ctes.map((cte) => ({ CommonTableExpr: cte })), recursive }];
        }
        try {
            work();
        }
        finally {
            this.scope = before;
            this.withs = withs;
        }
    }
    flow(flow) {
        if (flow.sources.length > 0)
            this.flows.push(flow);
    }
    /** What `work` adds, without adding it. */
    apart(work) {
        const before = new Map(this.#effects);
        const flows = this.flows.length;
        this.#effects.clear();
        try {
            work();
            return this.effects;
        }
        finally {
            this.flows.length = flows;
            this.#effects.clear();
            for (const [key, effect] of before)
                this.#effects.set(key, effect);
        }
    }
}

// EXTERNAL MODULE: ./lib/sql/parser.js
var sql_parser = __webpack_require__(9745);
;// CONCATENATED MODULE: ./lib/sql/copies.js


/** Undefined for every other statement. `text` is the statement's own text. */
function copyOf(parser, statement, text) {
    const copy = (0,sql_tree.as)(statement, 'CopyStmt');
    if (!copy || copy.is_from || copy.filename || copy.is_program)
        return undefined;
    const named = (0,sql_tree/* option */.uK)(copy.options, 'format') ?? 'text';
    const format = named === 'csv' || named === 'binary' ? named : 'text';
    const quote = literal(copy, 'quote') ?? '"';
    const query = copy.query ? innerQuery(parser, text, copy.query) : undefined;
    const encoding = literal(copy, 'encoding');
    const unclear = unclearOptions(copy);
    return {
        ...(copy.relation && { relation: (0,sql_tree/* relationName */.CJ)(copy.relation) }),
        columns: (0,sql_tree/* parts */.rT)(copy.attlist),
        ...(query !== undefined && { query }),
        format,
        delimiter: literal(copy, 'delimiter') ?? (format === 'csv' ? ',' : '\t'),
        quote,
        escape: literal(copy, 'escape') ?? quote,
        null: literal(copy, 'null') ?? (format === 'csv' ? '' : '\\N'),
        header: header(copy) === true,
        ...(encoding !== undefined && { encoding }),
        ...(unclear.length > 0 && { unclear }),
    };
}
const copies_elements = (copy) => (copy.options ?? []).flatMap((node) => (0,sql_tree.as)(node, 'DefElem') ?? []);
/** An option's text as written: its case matters. */
function literal(copy, name) {
    const value = (0,sql_tree.as)(copies_elements(copy).findLast(({ defname }) => defname === name)?.arg, 'String');
    return value ? (value.sval ?? '') : undefined;
}
/** Undefined for a value that is neither. */
function header(copy) {
    const element = copies_elements(copy).findLast(({ defname }) => defname === 'header');
    if (!element)
        return false;
    const value = element.arg === undefined ? 'true' : (0,sql_tree/* optionText */.re)(element.arg);
    if (value === 'true' || value === 'on' || value === '1')
        return true;
    return value === 'false' || value === 'off' || value === '0' ? false : undefined;
}
/** Options that shape the bytes and are not given as one string, given twice, or not known. */
function unclearOptions(copy) {
    const seen = new Set();
    return copies_elements(copy).flatMap(({ defname = '', arg }) => {
        const twice = seen.has(defname);
        seen.add(defname);
        const text = (0,sql_tree.as)(arg, 'String') !== undefined;
        switch (defname) {
            case 'format':
                return twice || !/^(text|csv|binary)$/.test((0,sql_tree.as)(arg, 'String')?.sval ?? '') ? [defname] : [];
            case 'delimiter':
            case 'null':
            case 'quote':
            case 'escape':
            case 'encoding':
                return twice || !text ? [defname] : [];
            case 'header':
                return twice || header(copy) === undefined ? [defname] : [];
            case 'force_quote':
                return [];
            default:
                return [defname];
        }
    });
}
const TOKEN = /[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n\r]*|\/\*[\s\S]*?\*\/|(\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?\1|[()]/g;
/** The text between the parentheses of `COPY (query) TO`, when it is surely the query that was parsed. */
function innerQuery(parser, text, wanted) {
    let depth = 0;
    let start = 0;
    for (const found of text.matchAll(TOKEN)) {
        if (found[0] === '(' && depth++ === 0)
            start = found.index + 1;
        if (found[0] !== ')' || --depth !== 0)
            continue;
        const query = text.slice(start, found.index).trim();
        return same(parser, query, wanted) ? query : undefined;
    }
    return undefined;
}
function same(parser, query, wanted) {
    try {
        const statements = parser.parse(query);
        return statements.length === 1 && (0,sql_tree/* shape */.cW)(statements[0]?.stmt) === (0,sql_tree/* shape */.cW)(wanted);
    }
    catch (error) {
        if (error instanceof sql_parser.SyntaxFailure)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/sql/columns.js
var sql_columns = __webpack_require__(3847);
;// CONCATENATED MODULE: ./lib/sql/predicates/names.js

/** The names after this WITH. Without RECURSIVE a query sees only those before it. */
function namesWith(clause, outer, around) {
    const ctes = (clause?.ctes ?? []).flatMap((node) => (0,sql_tree.as)(node, 'CommonTableExpr') ?? []);
    if (ctes.length === 0)
        return outer;
    if (clause?.recursive) {
        const all = new Map(outer);
        for (const cte of ctes)
            all.set(cte.ctename ?? '', { cte, visible: all, around });
        return all;
    }
    let names = outer;
    for (const cte of ctes)
        names = new Map([...names, [cte.ctename ?? '', { cte, visible: names, around }]]);
    return names;
}
const CATALOG = /^(pg_catalog|information_schema|pg_toast)$/;
/** True for relations of the system, also unqualified: `pg_catalog` is searched first. */
function isCatalog(relation) {
    if (relation?.schemaname)
        return CATALOG.test(relation.schemaname);
    return /^pg_/.test(relation?.relname ?? '');
}
/** True when it names a relation of the database whose rows this text did not write. */
function isStored(relation, names, made) {
    if (!relation || isCatalog(relation))
        return false;
    if (!relation.schemaname && names.has(relation.relname ?? ''))
        return false;
    return !made.relations.has(relation.relname ?? '');
}
/** A name that a query reads, so a CTE of that name that is read in itself gives rows over and over. */
function readsItself({ ctename, ctequery }) {
    let found = false;
    const visit = (value) => {
        if (Array.isArray(value))
            for (const item of value)
                visit(item);
        else if (value !== null && typeof value === 'object') {
            const relation = (0,sql_tree.as)(value, 'RangeVar');
            found ||= relation !== undefined && !relation.schemaname && relation.relname === ctename;
            if (!found)
                for (const item of Object.values(value))
                    visit(item);
        }
    };
    visit(ctequery);
    return found;
}
/** What an output column is called, as far as the text gives it a name. */
const labelOf = ({ name, val }) => name ?? (0,sql_tree.as)((0,sql_tree.as)(val, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
/** What the columns of a query are called; undefined where the text does not name all of them. */
function labelsOf(query) {
    const labels = (query?.targetList ?? []).map((item) => {
        const target = (0,sql_tree.as)(item, 'ResTarget');
        return target && labelOf(target);
    });
    return labels.length > 0 && labels.every((label) => label !== undefined) ? new Set(labels) : undefined;
}

;// CONCATENATED MODULE: ./lib/sql/predicates/closed.js




/** `around` are the FROM items of the queries around it. */
function isClosed(query, around, names) {
    return closedQuery(query, around, { names, aliases: new Set(), bound: around.length === 0, depth: 0 });
}
function closedQuery(query, around, level) {
    if (level.depth > 8)
        return false;
    const { withClause, fromClause = [], larg, rarg, ...rest } = query;
    const names = namesWith(withClause, level.names, around);
    const items = fromClause.flatMap(sql_columns/* leaves */.FQ);
    const inner = {
        names,
        aliases: new Set([...level.aliases, ...items.map(sql_columns/* itemName */.TJ)]),
        bound: level.bound || binds(items, around, names),
        depth: level.depth + 1,
    };
    const below = { ...level, names, depth: level.depth + 1 };
    return ([larg, rarg].every((side) => side === undefined || closedQuery(side, around, below)) &&
        (withClause?.ctes ?? []).every((node) => {
            const body = (0,sql_tree.as)((0,sql_tree.as)(node, 'CommonTableExpr')?.ctequery, 'SelectStmt');
            return body !== undefined && closedQuery(body, around, below);
        }) &&
        items.every((item) => closedItem(item, around, below)) &&
        // Conditions of joins stand between the items.
        closedValue([rest, fromClause.map(joinsOnly)], around, inner));
}
const joinsOnly = (item) => {
    const join = (0,sql_tree.as)(item, 'JoinExpr');
    return join && [join.quals, ...[join.larg, join.rarg].map((side) => side && joinsOnly(side))];
};
/** Items do not see each other: what is LATERAL has other rows for each row of another. */
function closedItem(item, around, level) {
    if ((0,sql_tree.as)(item, 'RangeVar'))
        return true;
    const query = (0,sql_tree.as)((0,sql_tree.as)(item, 'RangeSubselect')?.subquery, 'SelectStmt');
    if (query)
        return closedQuery(query, around, level);
    const call = (0,sql_tree.as)(item, 'RangeFunction');
    return call !== undefined && closedValue(call.functions, around, level);
}
function closedValue(value, around, level) {
    if (Array.isArray(value))
        return value.every((item) => closedValue(item, around, level));
    if (value === null || typeof value !== 'object')
        return true;
    const node = value;
    const reference = (0,sql_tree.as)(node, 'ColumnRef');
    if (reference)
        return isOwn(reference, level);
    const call = (0,sql_tree.as)(node, 'FuncCall');
    if (call && !isSteady(call))
        return false;
    const query = (0,sql_tree.as)(node, 'SelectStmt');
    if (query)
        return closedQuery(query, around, level);
    return Object.values(value).every((item) => closedValue(item, around, level));
}
function isOwn({ fields = [] }, { aliases, bound }) {
    const names = (0,sql_tree/* parts */.rT)(fields);
    if (fields.length === 1)
        return names.length === 0 || bound;
    return fields.length === 2 && aliases.has(names[0] ?? '');
}
/** A built-in function that gives the same for the same. */
const isSteady = ({ funcname }) => {
    const names = (0,sql_tree/* parts */.rT)(funcname);
    return (names.length === 1 || names[0] === 'pg_catalog') && !(0,functions/* isVolatile */.V8)(names);
};
/** True when every table around is one of the items by the same name, so that these have all columns an outer one has. */
function binds(items, around, names) {
    const own = items.flatMap((item) => (0,sql_tree.as)(item, 'RangeVar') ?? []);
    return around.flatMap(sql_columns/* leaves */.FQ).every((outer) => {
        const relation = (0,sql_tree.as)(outer, 'RangeVar');
        return relation !== undefined && own.some((item) => isVery(item, relation, names));
    });
}
const isVery = (relation, outer, names) => !relation.alias?.colnames &&
    (0,sql_tree/* relationName */.CJ)(relation) === (0,sql_tree/* relationName */.CJ)(outer) &&
    (Boolean(relation.schemaname) || !names.has(relation.relname ?? ''));

// EXTERNAL MODULE: ./lib/sql/predicates/picking.js
var picking = __webpack_require__(9344);
;// CONCATENATED MODULE: ./lib/sql/predicates/computed.js






const LISTS = /^(unnest|jsonb?_(to_recordset|populate_recordset|array_elements|array_elements_text|each|each_text)|string_to_table)$/;
/** A function that gives the rows which the client wrote down or sent: it takes nothing but constants and parameters. */
function isGiven({ funcname, args = [], ...rest }) {
    const names = (0,sql_tree/* parts */.rT)(funcname);
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return false;
    if (!LISTS.test(names.at(-1) ?? '') || rest.over)
        return false;
    return args.every(isWritten);
}
function isWritten(value) {
    const bare = (0,sql_columns/* uncast */.P7)(value);
    if (bare === undefined)
        return false;
    const items = (0,sql_tree.as)(bare, 'A_ArrayExpr');
    if (items)
        return (items.elements ?? []).every(isWritten);
    return (0,sql_tree.as)(bare, 'ParamRef') !== undefined || (0,sql_tree.as)(bare, 'A_Const') !== undefined;
}
/** Expressions that give one value, and few of them for few rows. */
const COMPUTED = new Set('TypeCast A_Expr CoalesceExpr CaseExpr CaseWhen MinMaxExpr BoolExpr NullTest BooleanTest SQLValueFunction CollateClause List'.split(' '));
const computed_SETS = new Set(`aclexplode generate_series generate_subscripts json_array_elements json_array_elements_text json_each json_each_text json_object_keys
  json_populate_recordset json_to_recordset jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_keys
  jsonb_path_query jsonb_path_query_tz jsonb_populate_recordset jsonb_to_recordset regexp_matches regexp_split_to_table string_to_table
  ts_debug ts_parse ts_stat ts_token_type txid_snapshot_xip unnest`.split(/\s+/));
/** Those of the server's own, which a query that removes rows has no need of, may return sets, too. */
const returnsSet = (name) => computed_SETS.has(name) || name.startsWith('pg_');
const LEAVES = new Set(['A_Const', 'ParamRef', 'ColumnRef', 'String']);
/** True for an expression over columns and constants that gives one value for each row, the same for the same row. */
function isComputed(node) {
    if (node === undefined)
        return true;
    const call = (0,sql_tree.as)(node, 'FuncCall');
    if (call) {
        const plain = isSteady(call) && !returnsSet((0,sql_tree/* parts */.rT)(call.funcname).at(-1) ?? '') && !call.over;
        return plain && (call.args ?? []).every(isComputed);
    }
    const [tag] = Object.keys(node);
    if (tag !== undefined && LEAVES.has(tag))
        return true;
    if (tag === undefined || !COMPUTED.has(tag))
        return false;
    return Object.values(Object.values(node)[0]).every((field) => Array.isArray(field)
        ? field.every((item) => isComputed(item))
        : !isNode(field) || isComputed(field));
}
const isNode = (value) => value !== null && typeof value === 'object' && /^[A-Z]/.test(Object.keys(value)[0] ?? '');
/** Operators whose result is no boolean. */
const VALUES = new Set('+ - * / % || -> ->> #> #>> & | # << >>'.split(' '));
/** Functions whose result is no boolean. */
const PLAIN = /^(max|min|sum|avg|count|lower|upper|btrim|abs|length|substr|substring|concat|date_trunc|now)$/;
/** An expression that may give a boolean, as far as its text tells. */
function mayBeTruth(node) {
    if (node === undefined || (0,sql_tree.as)(node, 'ColumnRef') || (0,sql_tree.as)(node, 'ParamRef') || (0,sql_tree.as)(node, 'SQLValueFunction'))
        return false;
    const constant = (0,sql_tree.as)(node, 'A_Const');
    if (constant)
        return constant.boolval !== undefined || (0,picking/* isBoolean */.Lm)(constant.sval?.sval ?? '');
    const cast = (0,sql_tree.as)(node, 'TypeCast');
    if (cast)
        return (0,sql_tree/* parts */.rT)(cast.typeName?.names).at(-1) === 'bool';
    const operation = (0,sql_tree.as)(node, 'A_Expr');
    if (operation)
        return operation.kind !== 'AEXPR_OP' || !VALUES.has((0,sql_tree/* parts */.rT)(operation.name).at(-1) ?? '');
    const call = (0,sql_tree.as)(node, 'FuncCall');
    if (call)
        return !PLAIN.test((0,sql_tree/* parts */.rT)(call.funcname).at(-1) ?? '');
    const choice = (0,sql_tree.as)(node, 'CaseExpr');
    const results = choice && [
        choice.defresult,
        ...(choice.args ?? []).map((each) => (0,sql_tree.as)(each, 'CaseWhen')?.result),
    ];
    const values = results ?? (0,sql_tree.as)(node, 'CoalesceExpr')?.args ?? (0,sql_tree.as)(node, 'MinMaxExpr')?.args;
    return values ? values.some(mayBeTruth) : true;
}
/** Half of the rows may have what such a query gives. With the column's name and no star, only that is looked at. */
function givesTruths(query, column) {
    const sides = [query.larg, query.rarg].flatMap((side) => side ?? []);
    if (sides.length > 0)
        return sides.some((side) => givesTruths(side));
    const named = column !== undefined && labelsOf(query)?.has(column);
    const values = (query.targetList ?? []).flatMap((item) => {
        const target = (0,sql_tree.as)(item, 'ResTarget');
        return named && target && labelOf(target) !== column ? [] : (target?.val ?? []);
    });
    return [...values, ...(query.valuesLists ?? []).flatMap((row) => (0,sql_tree.as)(row, 'List')?.items ?? [])].some(mayBeTruth);
}
/** No more rows by what is in the target list than the client wrote down or sent. */
function addsNoRows(value) {
    if (Array.isArray(value))
        return value.every(addsNoRows);
    if (value === null || typeof value !== 'object')
        return true;
    if ((0,sql_tree.as)(value, 'SubLink'))
        return true;
    const call = (0,sql_tree.as)(value, 'FuncCall');
    if (call && !isGiven(call)) {
        const names = (0,sql_tree/* parts */.rT)(call.funcname);
        const name = names.at(-1) ?? '';
        if (((0,functions/* isForeign */.jq)(names) && (0,functions/* effectOfName */.Oh)(names)) || returnsSet(name))
            return false;
    }
    return Object.values(value).every(addsNoRows);
}

;// CONCATENATED MODULE: ./lib/sql/pins.js



/** Of the only statement of a text; undefined when it is none of these, or compares nothing. */
function pinsOf(stmt) {
    const insert = (0,sql_tree.as)(stmt, 'InsertStmt');
    if (insert)
        return proposed(stmt);
    const update = (0,sql_tree.as)(stmt, 'UpdateStmt');
    const { relation, whereClause } = update ?? (0,sql_tree.as)(stmt, 'DeleteStmt') ?? {};
    const others = update?.fromClause ?? (0,sql_tree.as)(stmt, 'DeleteStmt')?.usingClause ?? [];
    if (!relation || !whereClause || others.length > 0)
        return undefined;
    const columns = conditions(whereClause).flatMap((node) => pinned(node, relation));
    if (columns.length === 0)
        return undefined;
    const shared = columns.some(({ types }) => types.some((type) => type.startsWith('$'))) ? repeated(stmt) : [];
    return { relation: (0,sql_tree/* relationName */.CJ)(relation), columns, ...(shared.length > 0 && { shared }) };
}
/** ON CONFLICT changes one row at most for each that is written down. */
function proposed(stmt) {
    const { relation, selectStmt, onConflictClause } = (0,sql_tree.as)(stmt, 'InsertStmt') ?? {};
    if (!relation || onConflictClause?.action !== 'ONCONFLICT_UPDATE')
        return undefined;
    const rows = (0,sql_tree.as)(selectStmt, 'SelectStmt')?.valuesLists;
    if (!rows || !addsNoRows(rows))
        return undefined;
    return { relation: (0,sql_tree/* relationName */.CJ)(relation), columns: [], rows: rows.length };
}
/** All of them hold. */
function conditions(node) {
    const { boolop, args = [] } = (0,sql_tree.as)(node, 'BoolExpr') ?? {};
    return boolop === 'AND_EXPR' ? args.flatMap(conditions) : [node];
}
function pinned(node, relation) {
    const expression = (0,sql_tree.as)(node, 'A_Expr');
    if (!expression || !/^(pg_catalog\.)?=$/.test((0,sql_tree/* parts */.rT)(expression.name).join('.')))
        return [];
    const { kind, lexpr, rexpr } = expression;
    if (kind === 'AEXPR_IN')
        return pins_listed(expression, relation);
    if (kind !== 'AEXPR_OP')
        return [];
    const [columns, values] = [(0,sql_tree.as)(lexpr, 'RowExpr')?.args, (0,sql_tree.as)(rexpr, 'RowExpr')?.args];
    if (columns && columns.length === values?.length)
        return columns.flatMap((column, index) => equal(column, values[index], relation));
    return [...equal(lexpr, rexpr, relation), ...equal(rexpr, lexpr, relation)];
}
function equal(left, right, relation) {
    const column = pins_columnOf(left, relation);
    const type = typeOf(right);
    return column === undefined || type === undefined ? [] : [{ column, values: 1, types: [type] }];
}
function pins_listed({ lexpr, rexpr }, relation) {
    const column = pins_columnOf(lexpr, relation);
    const items = (0,sql_tree.as)(rexpr, 'List')?.items ?? [];
    const types = items.flatMap((item) => typeOf(item) ?? []);
    if (column === undefined || types.length === 0 || types.length < items.length)
        return [];
    return [{ column, values: items.length, types: [...new Set(types)] }];
}
/** A column as it is: a cast or a function may make several values one. */
function pins_columnOf(node, relation) {
    const fields = (0,sql_tree.as)(node, 'ColumnRef')?.fields ?? [];
    const names = (0,sql_tree/* parts */.rT)(fields);
    if (names.length !== fields.length || names.length > 2 || relation.alias?.colnames)
        return undefined;
    return names.length === 2 && names[0] !== (0,sql_columns/* alias */.nK)(relation) ? undefined : names.at(-1);
}
/** See `Pin.types`; undefined for what is no value, NULL, or compared in an order of its own. */
function typeOf(node) {
    const constant = (0,sql_tree.as)(node, 'A_Const');
    if (constant?.sval)
        return 'unknown';
    if (constant)
        return constant.ival || constant.fval ? 'number' : undefined;
    const parameter = (0,sql_tree.as)(node, 'ParamRef');
    if (parameter)
        return parameter.number ? `$${parameter.number}` : undefined;
    const { arg, typeName } = (0,sql_tree.as)(node, 'TypeCast') ?? {};
    if (!typeName || typeName.arrayBounds || typeName.setof || typeName.pct_type)
        return undefined;
    const names = (0,sql_tree/* parts */.rT)(typeName.names);
    const plain = (0,sql_tree.as)(arg, 'A_Const') ?? (0,sql_tree.as)(arg, 'ParamRef');
    if (!plain || !typeOf(arg) || (names.length > 1 && names[0] !== 'pg_catalog'))
        return undefined;
    return names.at(-1);
}
/** Numbers of parameters that stand in more than one place: another one may give it its type. */
function repeated(stmt) {
    const seen = new Set();
    const found = new Set();
    for (const [, digits] of JSON.stringify(stmt).matchAll(/"ParamRef":\{"number":(\d+)/g)) {
        const number = Number(digits);
        if (seen.has(number))
            found.add(number);
        seen.add(number);
    }
    return [...found];
}

;// CONCATENATED MODULE: ./lib/sql/probes/definitions.js



/** What is not here is an expression over the relations that it names. */
const DEFINITIONS = {
    CreateStmt: table,
    AlterTableStmt: altered,
    CreateTrigStmt: trigger,
    CreateFunctionStmt: routine,
    ClusterStmt: (node, _, notes) => notes.source(rowsOf(node.relation)),
    RuleStmt: rule,
    AlterDomainStmt: (node, around, notes) => {
        // Which columns have the domain, the text does not tell.
        if (node.def && (0,sql_tree.as)(node.def, 'Constraint'))
            notes.source('*');
        expression(node.def, around, notes);
    },
};
function defining(statement, around, notes) {
    for (const [tag, fields] of Object.entries(statement)) {
        const definition = Object.hasOwn(DEFINITIONS, tag) ? DEFINITIONS[tag] : undefined;
        if (definition)
            definition(fields, around, notes);
        else
            over(fields, relationsIn(fields), around, notes);
    }
}
const rowsOf = (relation) => (relation ? `${(0,sql_tree/* relationName */.CJ)(relation)}.*` : '*');
/** An expression over the rows of these relations, and names of their columns. */
function over(value, relations, around, notes) {
    const items = relations.flatMap((relation) => ownItems(relation, notes));
    const rows = ['new', 'old'].map((name) => ({ ...(items[0] ?? { name }), name }));
    expression(value, { ctes: around.ctes, scope: [...items, ...rows, ...around.scope] }, notes);
    const named = relations.map(sql_tree/* relationName */.CJ);
    definitions_keys(value, named, notes);
}
/** Columns that indexes, statistics, partitions and constraints name outside of expressions. */
function definitions_keys(value, relations, notes) {
    if (Array.isArray(value))
        for (const item of value)
            definitions_keys(item, relations, notes);
    else if (value !== null && typeof value === 'object') {
        const node = value;
        const element = (0,sql_tree.as)(node, 'IndexElem') ?? (0,sql_tree.as)(node, 'StatsElem') ?? (0,sql_tree.as)(node, 'PartitionElem');
        const constraint = (0,sql_tree.as)(node, 'Constraint');
        const own = [element?.name ?? [], (0,sql_tree/* parts */.rT)(constraint?.keys), (0,sql_tree/* parts */.rT)(constraint?.fk_attrs)].flat();
        for (const relation of relations)
            for (const name of own)
                notes.source(`${relation}.${(0,sql_tree/* dotted */.Bs)([name])}`);
        if (constraint)
            definitions_referred(constraint, notes);
        for (const child of Object.values(node))
            definitions_keys(child, relations, notes);
    }
}
/** A foreign key asks whether the other table has the value. */
function definitions_referred({ pktable, pk_attrs: columns }, notes) {
    for (const name of (0,sql_tree/* parts */.rT)(columns))
        notes.source(`${(0,sql_tree/* relationName */.CJ)(pktable)}.${(0,sql_tree/* dotted */.Bs)([name])}`);
}
function relationsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(relationsIn);
    if (value === null || typeof value !== 'object')
        return [];
    if ('relname' in value)
        return [value];
    return Object.values(value).flatMap(relationsIn);
}
/** Nothing is in a new table yet, but other tables may be asked; a new partition is given rows that are there. */
function table(node, around, notes) {
    if (!node.partbound) {
        definitions_keys([node.tableElts, node.constraints], [], notes);
        return;
    }
    const parents = (node.inhRelations ?? []).flatMap((item) => (0,sql_tree.as)(item, 'RangeVar') ?? []);
    const relations = [...parents, ...(node.relation ? [node.relation] : [])];
    over([node.tableElts, node.constraints], relations, around, notes);
}
function altered(node, around, notes) {
    const { relation } = node;
    const own = relation ? [relation] : [];
    for (const item of node.cmds ?? []) {
        const command = (0,sql_tree.as)(item, 'AlterTableCmd');
        if (!command)
            continue;
        over(command.def, own, around, notes);
        const column = command.name === undefined ? '*' : (0,sql_tree/* dotted */.Bs)([command.name]);
        if (CHECKED.has(command.subtype ?? ''))
            notes.source(`${(0,sql_tree/* relationName */.CJ)(relation)}.${column}`);
        // The column's own constraints do not name it.
        const added = (0,sql_tree.as)(command.def, 'ColumnDef');
        if (added?.constraints && command.subtype === 'AT_AddColumn' && added.colname)
            over(added.constraints, own, around, notes);
        if (command.subtype === 'AT_AttachPartition')
            for (const each of [relation, (0,sql_tree.as)(command.def, 'PartitionCmd')?.name])
                notes.source(rowsOf(each));
        const constraint = (0,sql_tree.as)(command.def, 'Constraint');
        if (constraint)
            byIndex(constraint, relation, notes);
    }
}
/** All values of the column are looked at. */
const CHECKED = new Set(['AT_AlterColumnType', 'AT_SetExpression']);
/** UNIQUE USING INDEX does not say of which columns. */
function byIndex({ indexname, contype, keys: named }, relation, notes) {
    if (indexname !== undefined && !named && /UNIQUE|PRIMARY/.test(contype ?? ''))
        notes.source(rowsOf(relation));
}
/** A trigger sees the rows, whatever its function is. */
function trigger(node, around, notes) {
    if (!node.isconstraint || node.funcname)
        notes.source(rowsOf(node.relation));
    over(node.whenClause, node.relation ? [node.relation] : [], around, notes);
}
function rule(node, around, notes) {
    const items = ownItems(node.relation, notes);
    const rows = ['new', 'old'].map((name) => ({ ...(items[0] ?? { name }), name }));
    const inside = { ctes: around.ctes, scope: [...items, ...rows] };
    expression(node.whereClause, inside, notes);
    // `ON SELECT` is how views were made once: its columns are those of the view.
    for (const action of node.actions ?? [])
        for (const each of (0,sql_tree.as)(action, 'List')?.items ?? [action])
            notes.query(each, inside, false, notes);
}
/** A body that is a text comes by itself. */
function routine(node, around, notes) {
    const { body } = notes;
    expression(node.parameters, around, notes);
    notes.body = true;
    for (const part of statementsIn(node.sql_body))
        notes.query(part, around, false, notes);
    notes.body = body;
}
/** BEGIN ATOMIC holds lists of lists of statements; RETURN an expression. */
function statementsIn(value) {
    if (value === undefined)
        return [];
    const list = (0,sql_tree.as)(value, 'List');
    if (list)
        return (list.items ?? []).flatMap(statementsIn);
    const returned = (0,sql_tree.as)(value, 'ReturnStmt')?.returnval;
    return [returned ?? value];
}

;// CONCATENATED MODULE: ./lib/sql/probes/index.js





/** Notes the columns of one statement; `body`: it runs inside of code, where nothing is shown to anybody. */
function probe(statement, c, body) {
    if (!statement)
        return;
    const { probes } = c;
    const before = probes.body;
    probes.body = body;
    one(statement, c, !body);
    probes.body = before;
    probes.traced = false;
}
function one(statement, c, shows) {
    const { probes } = c;
    const copied = (0,sql_tree.as)(statement, 'CopyStmt');
    const nested = (0,sql_tree.as)(statement, 'PrepareStmt')?.query ??
        (0,sql_tree.as)(statement, 'DeclareCursorStmt')?.query ??
        (0,sql_tree.as)(statement, 'ExplainStmt')?.query ??
        (0,sql_tree.as)(statement, 'ViewStmt')?.query ??
        copied?.query;
    const kept = (0,sql_tree.as)(statement, 'CreateTableAsStmt')?.query;
    const explained = (0,sql_tree.as)(statement, 'ExplainStmt');
    probes.traced ||= explained !== undefined && explainsTraces(explained);
    // What was prepared is not seen here.
    if (probes.traced && (0,sql_tree.as)(statement, 'ExecuteStmt'))
        probes.source('*');
    if (nested)
        one(nested, c, shows);
    // Statistics of a copy tell about single values.
    else if (kept)
        one(kept, c, false);
    else if ((0,sql_tree.as)(statement, 'SelectStmt')?.intoClause)
        probes.query(statement, NOWHERE, false, probes);
    else if (copied)
        defining(statement, NOWHERE, probes);
    else if (isQuery(statement))
        probes.query(statement, NOWHERE, shows, probes);
    else if ((0,sql_tree.as)(statement, 'CallStmt'))
        expression((0,sql_tree.as)(statement, 'CallStmt')?.funccall?.args, NOWHERE, probes);
    else
        defining(statement, NOWHERE, probes);
}

;// CONCATENATED MODULE: ./lib/sql/compares.js



/** Runs `work` with the query's relations in scope for the queries inside, and notes what its conditions compare. */
function comparing(select, c, work) {
    const from = select.fromClause ?? [];
    const orders = (select.sortClause ?? []).map((item) => (0,sql_tree.as)(item, 'SortBy')?.node);
    const clauses = [
        select.whereClause,
        select.havingClause,
        ...from.flatMap(joins),
        ...orders.map((order) => place(order, select)),
        ...tests(select.targetList),
    ];
    compared(from, clauses, c, work);
}
/** The same for the rows that UPDATE, DELETE or MERGE picks. */
function compared(from, clauses, c, work) {
    const read = clauses.flatMap((clause) => terms(clause));
    const before = c.surroundings;
    const nested = from.length > 0 && before.length < MAX_NESTED;
    if (read.length > 0 || nested) {
        const ctes = visible(c);
        const scope = [...fromItems(from, ctes, before, c.compared), ...before];
        for (const term of read)
            note(term, ctes, scope, c);
        if (nested)
            c.surroundings = scope;
    }
    work();
    c.surroundings = before;
}
/** Items around a query that its conditions may name. */
const MAX_NESTED = 64;
function note(term, ctes, scope, c) {
    const operation = (0,sql_tree.as)(term, 'A_Expr');
    const sides = [operation?.lexpr, operation?.rexpr];
    if (operation && isEquality(operation) && sides.every((side) => (0,sql_tree.as)(side, 'ColumnRef'))) {
        // Rows that belong together, by columns of one name: no value is a guess.
        const [left, right] = sides.map((side) => columns(carriedBy(side, ctes, scope, c.compared).sources));
        if (left !== '' && left === right)
            return;
    }
    const { sources } = carriedBy(term, ctes, scope, c.compared);
    // `*` beside others only says that names were changed on the way.
    for (const source of sources)
        if (source !== '*' || sources.length === 1)
            c.compares.add(source);
}
const isEquality = ({ kind, name }) => kind === 'AEXPR_OP' && (0,sql_tree/* parts */.rT)(name).join('.') === '=';
const columns = (sources) => [...new Set(sources.map((source) => source.slice(source.lastIndexOf('.') + 1)))].join();
/** The single conditions of a clause; those that tell nothing of a value are left out. */
function terms(clause) {
    if (clause === undefined)
        return [];
    if (Array.isArray(clause))
        return clause.flatMap((item) => terms(item));
    const node = clause;
    const joined = (0,sql_tree.as)(node, 'BoolExpr');
    if (joined)
        return terms(joined.args);
    const test = (0,sql_tree.as)(node, 'NullTest');
    if (test && (0,sql_tree.as)(test.arg, 'ColumnRef'))
        return [];
    return [node];
}
/** ON of all joins. */
function joins(item) {
    const join = (0,sql_tree.as)(item, 'JoinExpr');
    return join ? [join.quals, ...[join.larg, join.rarg].flatMap((side) => (side ? joins(side) : []))] : [];
}
/** ORDER BY 2 stands for the second column. */
function place(order, { targetList = [] }) {
    const number = (0,sql_tree.as)(order, 'A_Const')?.ival?.ival;
    return number === undefined ? order : (0,sql_tree.as)(targetList[number - 1], 'ResTarget')?.val;
}
/** Conditions within what is counted: `count(*) FILTER (WHERE …)`, `count(CASE …)`. Other outputs are masked by what they read. */
function tests(value) {
    const found = [];
    const visit = (child) => {
        if (Array.isArray(child))
            for (const item of child)
                visit(item);
        else if (child !== null && typeof child === 'object') {
            const call = child.FuncCall;
            if (call?.agg_filter)
                found.push(call.agg_filter);
            if (call && (0,functions/* isOpaque */.qp)((0,sql_tree/* parts */.rT)(call.funcname)))
                found.push(...(call.args ?? []).filter((argument) => !(0,sql_tree.as)(argument, 'ColumnRef')));
            if (!('SubLink' in child))
                for (const item of Object.values(child))
                    visit(item);
        }
    };
    visit(value);
    return found;
}
function visible(c) {
    let known = new Map();
    for (const clause of c.withs)
        known = withNames(clause, known, [], c.compared);
    return known;
}

;// CONCATENATED MODULE: ./lib/sql/bodies/held.js

/** Stands for what the variables of the body may hold until all of it was read. */
const HELD = '$';
const VARIES = /"(?:ColumnRef|ParamRef|SubLink)":/;
/** True for what is not constant, and may be a variable in a body. */
const varies = (value) => value === true || VARIES.test(JSON.stringify(value) ?? '');
/** Walks a PL/pgSQL body, whose variables may hold whatever any part of it reads. */
function withVariables(work, c) {
    const { held } = c;
    const before = c.flows.length;
    c.held = new Set(held);
    work();
    for (let at = before; at < c.flows.length; at++) {
        const flow = c.flows[at];
        if (flow.sources.includes(HELD))
            c.flows[at] = {
                ...flow,
                sources: [...new Set([...flow.sources.filter((source) => source !== HELD), ...c.held])],
            };
    }
    if (held)
        for (const source of c.held)
            held.add(source);
    const kept = c.flows.splice(before).filter(({ sources }) => sources.length > 0);
    c.flows.push(...kept);
    c.held = held;
}
/** What the statement returns may be put into variables. */
function hold(statement, c) {
    if (c.held)
        for (const source of held_returned(statement, c))
            if (!NAMES.test(source))
                c.held.add(source);
}
/** All columns of what tells names of objects alone, as loops over tables read it. */
const NAMES = /^(?:(?:pg_catalog\.)?pg_(?:attribute|class|constraint|enum|extension|index|indexes|inherits|matviews|namespace|sequences|tables|type|views)|information_schema\.(?:columns|constraint_column_usage|key_column_usage|schemata|sequences|table_constraints|tables|views))\.\*$/;
function held_returned(statement, c) {
    const found = outputsOf(statement, c.start.work) ?? [];
    if (c.start.work.left <= 0)
        return ['*'];
    return found.flatMap(({ foreign, sources }) => (foreign ? ['*', ...sources] : sources));
}
const ROW = /\b(?:new|old)\b(?:\s*\.\s*("(?:[^"]|"")+"|\*|[\w$\u0080-\uffff]+))?/giu;
/** Columns of NEW and OLD, by name alone: the body does not say of which table. */
function holdRow(expression, c) {
    for (const column of columnsOfRow(expression))
        c.held?.add(column);
}
const columnsOfRow = (expression) => [...expression.matchAll(ROW)].map(([, column = '*']) => column.startsWith('"') ? column.slice(1, -1).replaceAll('""', '"') : column.toLowerCase());
const OWN = /^\s*new\s*\.\s*("(?:[^"]|"")+"|[\w$\u0080-\uffff]+)\s*$/iu;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/gu;
/** `NEW.column := value`: the trigger changes the row that is written. */
function assignedFlow(target, value, variables, c) {
    const [, name = ''] = OWN.exec(target) ?? [];
    if (name === '')
        return;
    const column = columnsOfRow(`new.${name}`)[0] ?? '';
    const others = value.text.replace(ROW, '').match(WORD) ?? [];
    const held = others.some((word) => variables.has(word.toLowerCase())) ? [HELD] : [];
    const sources = [...new Set([...columnsOfRow(value.text), ...held_returned(value.statement, c), ...held])];
    c.flow({
        column,
        place: 'another column of the row',
        sources: sources.filter((source) => source !== column),
    });
}

;// CONCATENATED MODULE: ./lib/sql/written.js



function written_assign(item, relation, ctes, scope, c) {
    const target = (0,sql_tree.as)(item, 'ResTarget');
    const output = carriedBy(target?.val, ctes, scope, c.start);
    const column = target?.name === undefined ? {} : { column: target.name };
    const same = isPlain(target?.val) ? { same: true } : {};
    record(output, { ...written_place(relation), ...column, ...same }, c, target?.val);
}
function put(outputs, target, c) {
    const { relation, columns, positional, ownRows = false, view } = target;
    const known = outputs.every(({ star }) => !star);
    const to = { ...written_place(relation), ...(view && { view }) };
    outputs.forEach((output, index) => {
        const listed = known ? columns[index] : undefined;
        const label = positional || columns.length > 0 ? undefined : output.name;
        const column = listed ?? (output.star ? undefined : label);
        // Somewhere under `*` a column may have been given another name.
        const keptNames = output.star && !output.sources.includes('*');
        const named = keptNames && columns.length === 0 && (!positional || ownRows);
        record(output, { ...to, ...(column && { column }), ...(named && { named }) }, c, true);
    });
}
/** `INSERT INTO t SELECT * FROM t`, or TABLE t: each column into itself. A join may give them in another order. */
function ownRows(source, relation, ctes) {
    if (!source?.targetList || source.larg || source.withClause || source.valuesLists)
        return false;
    const [from, ...others] = source.fromClause ?? [];
    const read = (0,sql_tree.as)(from, 'RangeVar');
    if (!read || others.length > 0 || read.alias?.colnames || !relation)
        return false;
    if (!read.schemaname && ctes.has(read.relname ?? ''))
        return false;
    const fields = (0,sql_tree.as)((0,sql_tree.as)(source.targetList[0], 'ResTarget')?.val, 'ColumnRef')?.fields;
    const star = source.targetList.length === 1 && fields?.length === 1 && (0,sql_tree.as)(fields[0], 'A_Star') !== undefined;
    return star && (0,sql_tree/* relationName */.CJ)(read) === (0,sql_tree/* relationName */.CJ)(relation);
}
/** In a PL/pgSQL body whatever is not a constant may be a variable. */
function record(output, to, c, value) {
    if (!carries(output, c, value))
        return;
    const sources = new Set(to.view ? output.sources.filter((source) => source !== '*') : output.sources);
    if (output.foreign)
        sources.add('*');
    if (c.held && varies(value))
        sources.add(HELD);
    c.flow({ ...to, sources: [...sources] });
}
const carries = (output, c, value) => output.sources.length > 0 || output.foreign === true || (c.held !== undefined && varies(value));
/** The column itself, perhaps in another case or trimmed. */
function isPlain(value) {
    const call = (0,sql_tree.as)(value, 'FuncCall');
    if (call) {
        const names = (0,sql_tree/* parts */.rT)(call.funcname).filter((name) => name !== 'pg_catalog');
        return (names.length === 1 &&
            call.args?.length === 1 &&
            /^(lower|upper|btrim)$/.test(names[0] ?? '') &&
            isPlain(call.args[0]));
    }
    return (0,sql_tree.as)(value, 'ColumnRef') !== undefined;
}
function written_place(relation) {
    const name = (0,sql_tree/* relationName */.CJ)(relation);
    const temporary = relation?.relpersistence === 't' && !relation.schemaname;
    return { relation: temporary ? `pg_temp.${name}` : name };
}

;// CONCATENATED MODULE: ./lib/sql/flows.js




/** `INSERT` of a query or of values, and what its ON CONFLICT writes. */
function insertFlows(node, c) {
    const source = (0,sql_tree.as)(node.selectStmt, 'SelectStmt');
    const ctes = flows_visible(c);
    const constant = source?.valuesLists && !carries(carriedBy(source.valuesLists, ctes, [], c.start), c, source);
    const outputs = constant || !node.selectStmt ? [] : (query(node.selectStmt, ctes, [], c.start) ?? [ANYTHING]);
    const into = { relation: node.relation, columns: flows_targets(node.cols), positional: true };
    put(outputs, { ...into, ownRows: ownRows(source, node.relation, ctes) }, c);
    const excluded = {
        name: 'excluded',
        outputs: outputs.length > 0 ? [{ ...union(outputs), star: true }] : [],
    };
    const scope = [...own(node.relation, c), excluded];
    for (const item of node.onConflictClause?.targetList ?? [])
        written_assign(item, node.relation, ctes, scope, c);
}
function updateFlows(node, c) {
    const ctes = flows_visible(c);
    const scope = [...own(node.relation, c), ...flows_joined(node.fromClause, ctes, c)];
    for (const item of node.targetList ?? [])
        written_assign(item, node.relation, ctes, scope, c);
}
function mergeFlows(node, c) {
    const ctes = flows_visible(c);
    const scope = [
        ...own(node.relation, c),
        ...flows_joined(node.sourceRelation ? [node.sourceRelation] : [], ctes, c),
    ];
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = (0,sql_tree.as)(item, 'MergeWhenClause');
        if (clause?.commandType === 'CMD_UPDATE')
            for (const target of clause.targetList ?? [])
                written_assign(target, node.relation, ctes, scope, c);
        if (clause?.commandType !== 'CMD_INSERT')
            continue;
        const outputs = (clause.values ?? []).flatMap((value) => starred(value, ctes, scope, scope, c.start) ?? [carriedBy(value, ctes, scope, c.start)]);
        put(outputs, { relation: node.relation, columns: flows_targets(clause.targetList), positional: true }, c);
    }
}
/** CREATE TABLE AS, SELECT INTO and views. A view is read through, so only what nobody can see through counts. */
function createFlows(source, relation, columns, c, view = false) {
    const outputs = query(source, flows_visible(c), [], c.start) ?? [ANYTHING];
    put(outputs, { relation, columns, positional: false, ...(view && { view }) }, c);
}
/** An expression that is stored in a column of the same table: USING, GENERATED. */
function columnFlow(value, relation, column, c) {
    if (!value)
        return;
    const output = carriedBy(value, new Map(), own(relation, c), c.start);
    record(output, { ...written_place(relation), ...(column !== undefined && { column }) }, c, value);
}
/** DEFAULT and GENERATED of a column. */
function storedFlows(definition, relation, c) {
    for (const item of definition?.constraints ?? []) {
        const constraint = (0,sql_tree.as)(item, 'Constraint');
        if (/^CONSTR_(DEFAULT|GENERATED)$/.test(constraint?.contype ?? ''))
            columnFlow(constraint?.raw_expr, relation, definition?.colname, c);
    }
}
/** The same columns under another name of their table. */
function renamedFlow(from, to, c) {
    c.flow({ relation: to, sources: [`${from}.*`], named: true });
}
/** A query or table whose rows leave by another way than the result. */
function leavingFlow(source, out, c) {
    const outputs = source.query ? (query(source.query, flows_visible(c), [], c.start) ?? [ANYTHING]) : [];
    if (source.relation)
        c.flow({ sources: [`${(0,sql_tree/* relationName */.CJ)(source.relation)}.*`], place: out });
    for (const output of outputs)
        record(output, { place: out }, c, source.query);
}
/** The built-in trigger function that copies words of columns into another. */
function triggerFlow(names, args, relation, c) {
    if (!/^tsvector_update_trigger(_column)?$/.test(names.at(-1) ?? ''))
        return;
    const [column = '', , ...read] = args;
    c.flow({ ...written_place(relation), column, sources: read.map((name) => `${(0,sql_tree/* relationName */.CJ)(relation)}.${name}`) });
}
/** RULE actions see the row as `new` and `old`. */
function withRow(relation, work, c) {
    const before = c.flows.length;
    work();
    const name = (0,sql_tree/* relationName */.CJ)(relation);
    for (let at = before; at < c.flows.length; at++) {
        const flow = c.flows[at];
        c.flows[at] = {
            ...flow,
            sources: flow.sources.map((source) => source.replace(/^(?:new|old)\./, `${name}.`)),
        };
    }
}
const ANYTHING = { columns: ['*'], sources: ['*'], opaque: false, star: true };
/** Common table expressions as the statement sees them. */
function flows_visible(c) {
    let known = new Map();
    for (const clause of c.withs)
        known = withNames(clause, known, [], c.start);
    return known;
}
const own = (relation, c) => relation ? itemsOf({ RangeVar: relation }, new Map(), [], c.start) : [];
function flows_joined(clause, ctes, c) {
    return (clause ?? []).flatMap((node) => itemsOf(node, ctes, [], c.start));
}
const flows_targets = (list) => (list ?? []).map((item) => (0,sql_tree.as)(item, 'ResTarget')?.name ?? '');

// EXTERNAL MODULE: ./lib/sql/locks.js
var locks = __webpack_require__(8876);
// EXTERNAL MODULE: ./lib/sql/constants.js + 1 modules
var sql_constants = __webpack_require__(2715);
;// CONCATENATED MODULE: ./lib/sql/predicates/scale.js
const ORDER = ['never', 'selective', 'weak', 'free', 'always'];
const isNarrower = (a, b) => ORDER.indexOf(a) < ORDER.indexOf(b);
const narrower = (a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);
const wider = (a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a);

;// CONCATENATED MODULE: ./lib/sql/predicates/target.js


function targetOf(relation, others, context, conditions = []) {
    const { withs, place, made } = context;
    return {
        changed: relation,
        relation,
        others,
        context: { withs, place, made, rely: (on) => context.rely(on) },
        names: context.withs.reduce((names, clause) => namesWith(clause, names, []), new Map()),
        around: [],
        budget: { left: 200 },
        conditions: conditionsOf(others, conditions),
    };
}
/**
 * What must hold for the rows of these FROM items. An outer join keeps rows for which its condition does not, and a join
 * with a name hides what it is made of.
 */
function conditionsOf(items, also) {
    const found = also.flatMap((node) => node ?? []);
    for (const item of items) {
        const join = (0,sql_tree.as)(item, 'JoinExpr');
        if (!join || join.alias || (join.jointype ?? 'JOIN_INNER') !== 'JOIN_INNER')
            continue;
        const sides = [join.larg, join.rarg].flatMap((side) => side ?? []);
        found.push(...conditionsOf(sides, [join.quals]));
    }
    return found;
}
/** What a subquery in a condition of the target sees around it. */
const insideOf = ({ around, relation, others }) => [
    ...around,
    { RangeVar: relation },
    ...others,
];

;// CONCATENATED MODULE: ./lib/sql/predicates/exists.js





/** `selectivity` tells what the inner condition picks. */
function exists(query, target, selectivity) {
    const name = (0,sql_columns/* alias */.nK)(target.relation);
    const items = query.fromClause ?? [];
    const named = (0,sql_columns/* references */.Ft)(query);
    const correlated = named.some((names) => names.length > 1 && names.at(-2) === name);
    if (!correlated)
        return query.whereClause && named.some((names) => names.length === 1) ? 'weak' : 'free';
    if (items.flatMap(sql_columns/* leaves */.FQ).some((item) => (0,sql_columns/* itemName */.TJ)(item) === name))
        return 'free';
    if (alwaysGivesRow(query))
        return 'free';
    if (query.whereClause === undefined)
        return 'weak';
    const inside = {
        ...target,
        // Seen from inside, the inner tables are the other side of the join.
        others: items,
        conditions: conditionsOf(items, [query.whereClause]),
        names: namesWith(query.withClause, target.names, [...target.around, { RangeVar: target.relation }]),
        around: [...target.around, { RangeVar: target.relation }, ...target.others],
    };
    return narrower('weak', selectivity(query.whereClause, inside));
}
/** Without GROUP BY an aggregate gives a row of nothing at all, and so does HAVING. */
function alwaysGivesRow({ targetList = [], groupClause, havingClause, sortClause, distinctClause, }) {
    if (groupClause && !groupClause.some((node) => (0,sql_tree.as)(node, 'GroupingSet')))
        return false;
    if (groupClause || havingClause)
        return true;
    return ![...targetList, ...(sortClause ?? []), ...(distinctClause ?? [])].every(exists_isPlain);
}
/** No aggregate, not even as `t.count`, which is `count(t)`. */
function exists_isPlain(node) {
    const inner = (0,sql_tree.as)(node, 'ResTarget')?.val ?? (0,sql_tree.as)(node, 'SortBy')?.node ?? (0,sql_tree.as)(node, 'TypeCast')?.arg;
    if (inner)
        return exists_isPlain(inner);
    const reference = (0,sql_tree.as)(node, 'ColumnRef');
    if (reference)
        return !AGGREGATES.has((0,sql_tree/* parts */.rT)(reference.fields).at(-1) ?? '');
    return ((0,sql_tree.as)(node, 'A_Const') !== undefined || (0,sql_tree.as)(node, 'ParamRef') !== undefined || Object.keys(node).length === 0);
}
/** Built-in ones that take a row. */
const AGGREGATES = new Set('any_value array_agg count json_agg json_agg_strict jsonb_agg jsonb_agg_strict max min mode'.split(' '));

;// CONCATENATED MODULE: ./lib/sql/predicates/outputs.js






/** True when the values are columns of the items, which have few rows by these conditions. */
function givesFew(query, items, conditions, target, { tested }) {
    const { around, names } = target;
    const aliases = new Set(items.map(sql_columns/* itemName */.TJ));
    const bound = binds(items, around, names);
    const outputs = (query.targetList ?? []).map((item) => (0,sql_tree.as)(item, 'ResTarget')?.val);
    return outputs.every((value) => {
        const reference = (0,sql_tree.as)(value, 'ColumnRef');
        if (!reference)
            return (isOneStored(items, target) &&
                isClosed(query, around, names) &&
                isComputed(value) &&
                !mayBeTruth(value));
        const { fields = [] } = reference;
        const [first] = (0,sql_tree/* parts */.rT)(fields);
        if (fields.length === 1)
            return first === undefined || bound || outputs_isOwn(first, items[0], items, conditions, target, tested);
        return fields.length === 2 && first !== undefined && aliases.has(first);
    });
}
/** Computed from the rows of one table there are as many values as rows. */
const isOneStored = (items, { names, context }) => items.length === 1 && isStored((0,sql_tree.as)(items[0], 'RangeVar'), names, context.made);
/** An unqualified name that is most likely the item's: the catalogue tells whether it is. */
function outputs_isOwn(name, item, items, conditions, { names, around, context }, tested) {
    if (items.length !== 1 || item === undefined)
        return false;
    const relation = (0,sql_tree.as)(item, 'RangeVar');
    const labels = derivedLabels(item, names);
    if (labels)
        return labels.has(name);
    if (!relation || relation.alias?.colnames || !isStored(relation, names, context.made))
        return false;
    // Whichever table has it, it has that value.
    if (context.made.columns.has(name))
        return false;
    if (conditions.some((condition) => pins(condition, name, context.place)))
        return true;
    if (tested.has(name) || around.some((outer) => (0,sql_columns/* itemName */.TJ)(outer) === name))
        return false;
    context.rely({ relation: (0,sql_tree/* relationName */.CJ)(relation), column: name });
    return true;
}
/** The columns of a derived table; undefined when it is none, or its text does not name them. */
function derivedLabels(item, names) {
    const relation = (0,sql_tree.as)(item, 'RangeVar');
    const cte = relation && !relation.schemaname ? names.get(relation.relname ?? '')?.cte : undefined;
    const derived = (0,sql_tree.as)(item, 'RangeSubselect');
    if (!cte && !derived)
        return undefined;
    const given = [relation?.alias?.colnames, cte?.aliascolnames, derived?.alias?.colnames].find((columns) => columns && columns.length > 0);
    if (given)
        return new Set(given.flatMap((column) => (0,sql_tree/* parts */.rT)(column)));
    return labelsOf((0,sql_tree.as)(cte?.ctequery ?? derived?.subquery, 'SelectStmt')) ?? new Set();
}
/** `name = constant`, as a condition that must hold. */
function pins(condition, name, place) {
    const bool = (0,sql_tree.as)(condition, 'BoolExpr');
    if (bool?.boolop === 'AND_EXPR')
        return (bool.args ?? []).some((arg) => pins(arg, name, place));
    const { kind, name: operator, lexpr, rexpr } = (0,sql_tree.as)(condition, 'A_Expr') ?? {};
    if ((kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN') || (0,sql_tree/* parts */.rT)(operator).join('.') !== '=')
        return false;
    return isColumn(lexpr, name) && (0,picking/* picks */.hI)((0,sql_tree.as)(rexpr, 'List')?.items ?? [rexpr], place);
}
const isColumn = (node, name) => {
    const fields = (0,sql_tree.as)(node, 'ColumnRef')?.fields ?? [];
    return fields.length === 1 && (0,sql_tree/* parts */.rT)(fields)[0] === name;
};

;// CONCATENATED MODULE: ./lib/sql/predicates/sources.js










/** The most rows that LIMIT may let through and still pick a few. */
const BATCH = 10_000;
/** A LIMIT that lets a few rows through, whichever they are. */
function isBatch({ limitCount, limitOption }) {
    const limit = (0,sql_constants/* fold */.A)(limitCount);
    return typeof limit === 'number' && limit <= BATCH && limitOption !== 'LIMIT_OPTION_WITH_TIES';
}
/** The rows of the target that a join with a column of this FROM item picks. */
function sources_picked(item, column, target) {
    const name = (0,sql_columns/* itemName */.TJ)(item);
    if (target.asked?.has(name))
        return 'free';
    if (target.budget.left-- <= 0)
        return 'weak';
    const own = { RangeVar: target.relation };
    const others = [own, ...target.others.flatMap(sql_columns/* leaves */.FQ).filter((leaf) => leaf !== item)];
    const asked = new Set([...(target.asked ?? []), (0,sql_columns/* alias */.nK)(target.relation)]);
    return rowsOfItem(item, column, { ...target, relation: (0,sql_tree.as)(item, 'RangeVar') ?? { relname: name }, others, asked }, 0);
}
/** `target` looks at the item as the table whose rows are picked. */
function rowsOfItem(item, column, target, depth) {
    const relation = (0,sql_tree.as)(item, 'RangeVar');
    const cte = relation && !relation.schemaname ? target.names.get(relation.relname ?? '') : undefined;
    if (cte)
        return rowsOfCte(cte, relation, column, target, depth);
    if (relation)
        return rowsOfTable(relation, column, target);
    const derived = (0,sql_tree.as)(item, 'RangeSubselect');
    const query = (0,sql_tree.as)(derived?.subquery, 'SelectStmt');
    if (query) {
        const around = derived?.lateral ? insideOf(target) : target.around;
        const given = (derived?.alias?.colnames ?? []).map((name) => (0,sql_tree/* parts */.rT)(name)[0]);
        const index = indexOf(column, given);
        const named = given.length === 0 ? column : undefined;
        return querySource(query, { ...target, around }, { tested: NOTHING, index, column: named }, depth + 1);
    }
    const { functions = [], ordinality } = (0,sql_tree.as)(item, 'RangeFunction') ?? {};
    const { repeated, body } = target.context.place;
    // In a body the array may come from a query.
    const open = repeated || ordinality || (body && (0,picking/* holdsParameter */.WQ)(functions));
    return functions.length > 0 && !open && listsGiven(functions) ? 'selective' : 'weak';
}
const NOTHING = new Set();
const listsGiven = (functions) => functions.every((node) => {
    const call = (0,sql_tree.as)((0,sql_tree.as)(node, 'List')?.items?.[0], 'FuncCall');
    return call !== undefined && isGiven(call);
});
function rowsOfTable(relation, column, target) {
    const { context, names } = target;
    const base = (0,sql_columns/* sameTable */.lY)(relation, target.changed) ? 'free' : 'weak';
    if (context.place.repeated || !isStored(relation, names, context.made))
        return base;
    const found = narrower(base, target.met(target));
    if (found === 'selective')
        context.rely({
            relation: (0,sql_tree/* relationName */.CJ)(relation),
            ...(column !== undefined && !relation.alias?.colnames && { column }),
        });
    return found;
}
function rowsOfCte({ cte, visible, around }, relation, column, target, depth) {
    const query = (0,sql_tree.as)(cte.ctequery, 'SelectStmt');
    if (!query || readsItself(cte))
        return 'weak';
    const labels = [relation?.alias?.colnames, cte.aliascolnames].find((names) => names && names.length > 0) ?? [];
    const index = indexOf(column, labels.map((name) => (0,sql_tree/* parts */.rT)(name)[0]));
    const named = labels.length === 0 ? column : undefined;
    return querySource(query, { ...target, names: visible, around }, { tested: NOTHING, index, column: named }, depth + 1);
}
/** Where a column stands; undefined when the text does not tell. */
function indexOf(column, names) {
    if (column === undefined)
        return undefined;
    const index = names.indexOf(column);
    const numbered = /^column([1-9]\d*)$/.exec(column);
    return index >= 0 ? index : numbered && names.length === 0 ? Number(numbered[1]) - 1 : undefined;
}
/** The values that a query may give. `target` is what stands around it; only its `around` may be named inside. */
function querySource(query, target, asked, depth) {
    if (depth > 8 || target.budget.left-- <= 0)
        return 'weak';
    const { context, around } = target;
    const { repeated } = context.place;
    if (isBatch(query) && !repeated && isClosed(query, around, target.names))
        return givesTruths(query, asked.column) ? 'weak' : 'selective';
    const names = namesWith(query.withClause, target.names, around);
    const inner = { ...target, names };
    if (query.larg && query.rarg)
        return wider(querySource(query.larg, inner, asked, depth + 1), querySource(query.rarg, inner, asked, depth + 1));
    if (query.valuesLists)
        return sources_listed(query, asked, target);
    const items = (query.fromClause ?? []).flatMap(sql_columns/* leaves */.FQ);
    if (items.length === 0)
        return written(query, target);
    if (query.groupClause?.some((node) => (0,sql_tree.as)(node, 'GroupingSet')))
        return 'weak';
    const conditions = conditionsOf(query.fromClause ?? [], [query.whereClause]);
    const found = items.map((item) => {
        const others = items.filter((other) => other !== item);
        const relation = (0,sql_tree.as)(item, 'RangeVar') ?? { relname: (0,sql_columns/* itemName */.TJ)(item) };
        const { asked: _asked, ...rest } = inner;
        return rowsOfItem(item, undefined, { ...rest, relation, others, conditions }, depth + 1);
    });
    const rows = found.reduce(wider, 'never');
    if (rows !== 'never' && rows !== 'selective')
        return rows;
    return givesFew(query, items, conditions, inner, asked) && !(repeated && (0,picking/* holdsParameter */.WQ)(query.targetList))
        ? 'selective'
        : 'weak';
}
/** VALUES: as many rows as are written down, if nothing in them comes from outside. */
function sources_listed(query, { index }, { around, context, names }) {
    const rows = (query.valuesLists ?? []).map((row) => (0,sql_tree.as)(row, 'List')?.items ?? []);
    const tested = index === undefined ? rows.flat() : rows.map((row) => row[index]);
    // It has no columns that a name could mean.
    const outside = around.length === 0 ? [{ RangeSubselect: {} }] : around;
    const plain = isClosed(query, outside, names) && rows.flat().every(isComputed);
    return plain && (0,picking/* picks */.hI)(tested, context.place) ? 'selective' : 'weak';
}
/** A query without FROM: one row of constants. */
function written({ targetList = [] }, { context }) {
    return (0,picking/* picks */.hI)(targetList.map((item) => (0,sql_tree.as)(item, 'ResTarget')?.val), context.place)
        ? 'selective'
        : 'weak';
}
/** `column IN (query)`, `column = (query)`, `column = ANY (ARRAY(query))`. */
function fromQuery(columns, subselect, target) {
    const query = (0,sql_tree.as)(subselect, 'SelectStmt');
    if (!query)
        return 'weak';
    const tested = new Set(columns.map((column) => (0,sql_tree/* parts */.rT)((0,sql_tree.as)(column, 'ColumnRef')?.fields).at(-1) ?? ''));
    const asked = { tested, ...(columns.length === 1 && { index: 0 }) };
    return querySource(query, { ...target, around: insideOf(target) }, asked, 0);
}

// EXTERNAL MODULE: ./lib/sql/predicates/tautologies.js
var tautologies = __webpack_require__(1461);
;// CONCATENATED MODULE: ./lib/sql/predicates/selectivity.js









/** For the sources of values, which have conditions of their own. */
const asking = (target) => ({ ...target, met });
/** The rows that meet all conditions of the target. */
const met = (target) => narrowest(target.conditions, target);
/** The rows for which all of these hold. It relies on what the condition does that picks the fewest, and on nothing else. */
function narrowest(conditions, target) {
    let best;
    for (const condition of conditions) {
        const relied = [];
        const context = { ...target.context, rely: (on) => void relied.push(on) };
        const found = selectivity(condition, { ...target, context });
        const better = !best || isNarrower(found, best.found);
        if (better)
            best = { found, relied };
        else if (best && found === best.found)
            best = { found, relied: fewer(best.relied, relied) };
    }
    for (const each of best?.relied ?? [])
        target.context.rely(each);
    return best?.found ?? 'always';
}
/** Either of two is enough. */
function fewer(a, b) {
    const [one, other] = [a[0], b[0]];
    const both = a.length === 1 && b.length === 1 && one?.own && other?.own && one.relation === other.relation;
    if (both)
        return [{ relation: one.relation, own: [...one.own, ...other.own] }];
    const weight = (list) => list.reduce((sum, { own }) => sum + (own ? 1 : 10), 0);
    return weight(b) < weight(a) ? b : a;
}
function selectivity(node, target) {
    const value = (0,sql_constants/* truthOf */.D)(node);
    if (value !== undefined)
        return value === true ? 'always' : 'never';
    const bool = (0,sql_tree.as)(node, 'BoolExpr');
    if (bool)
        return combine(bool, node, target);
    const operation = (0,sql_tree.as)(node, 'A_Expr');
    if (operation)
        return compare(operation, target) ?? undecided(node, target);
    const link = (0,sql_tree.as)(node, 'SubLink');
    if (link)
        return nested(link, target) ?? undecided(node, target);
    if ((0,sql_tree.as)(node, 'CurrentOfExpr'))
        return 'weak';
    const test = (0,sql_tree.as)(node, 'NullTest');
    const column = (0,sql_tree/* parts */.rT)((0,sql_tree.as)(test?.arg, 'ColumnRef')?.fields).at(-1);
    if (test?.nulltesttype === 'IS_NOT_NULL' && column === 'ctid')
        return 'always';
    return undecided(node, target);
}
const undecided = (node, target) => ((0,sql_columns/* mentions */.wy)(node, target) ? 'weak' : 'free');
function combine({ boolop, args = [] }, whole, target) {
    // What NOT is made of is no bound: few rows less are nearly all, and what is always true may be NULL.
    if (boolop === 'NOT_EXPR')
        return undecided(whole, target);
    if (boolop === 'AND_EXPR')
        return narrowest(args, target);
    const found = args.map((arg) => selectivity(arg, target));
    if ((0,tautologies/* complementary */.dO)(args))
        return 'always';
    const either = (0,tautologies/* bothTruths */.k1)((0,tautologies/* alternatives */.Vo)(args).map((arg) => (0,sql_tree.as)(arg, 'A_Expr')?.rexpr));
    return found.reduce(wider, either ? 'weak' : 'never');
}
/** Undefined where it shows nothing. */
function compare(node, target) {
    const { kind, lexpr, rexpr } = node;
    const name = (0,sql_tree/* parts */.rT)(node.name)
        .join('.')
        .replace(/^pg_catalog\./, '');
    if (kind === 'AEXPR_LIKE' || kind === 'AEXPR_ILIKE')
        return /^%+$/.test(String((0,sql_constants/* fold */.A)(rexpr) ?? '')) &&
            !name.startsWith('!') &&
            (0,sql_columns/* mentions */.wy)({ A_Expr: node }, target)
            ? 'always'
            : undefined;
    const reflexive = kind === 'AEXPR_NOT_DISTINCT' || (kind === 'AEXPR_OP' && /^[=><]?=$/.test(name));
    if (reflexive && (0,sql_tree/* shape */.cW)(lexpr) === (0,sql_tree/* shape */.cW)(rexpr))
        return 'always';
    if (name !== '=')
        return undefined;
    if (kind === 'AEXPR_IN')
        return selectivity_listed(node, target);
    if (kind === 'AEXPR_OP_ANY')
        return anyOf(node, target);
    if (kind === 'AEXPR_OP')
        return rowwise(lexpr, rexpr, target) ?? selectivity_equal(lexpr, rexpr, target);
    // All but a constant may be NULL, which most rows may have.
    if (kind === 'AEXPR_NOT_DISTINCT' && (0,sql_constants/* fold */.A)(lexpr) === undefined && (0,sql_constants/* fold */.A)(rexpr) === undefined)
        return undefined;
    if (kind === 'AEXPR_NOT_DISTINCT')
        return selectivity_equal(lexpr, rexpr, target);
    return undefined;
}
const selectivity_equal = (left, right, target) => equality(left, right, target) ?? equality(right, left, target);
/** `(a, b) = (1, 2)`: both hold. */
function rowwise(left, right, target) {
    const columns = (0,sql_tree.as)(left, 'RowExpr')?.args;
    const values = (0,sql_tree.as)(right, 'RowExpr')?.args;
    if (!columns || columns.length !== values?.length)
        return undefined;
    return columns
        .map((column, index) => selectivity_equal(column, values[index], target) ?? 'weak')
        .reduce(narrower, 'weak');
}
/** `column IN (constants)`, `(a, b) IN ((1, 2), (3, 4))`. */
function selectivity_listed({ lexpr, rexpr }, target) {
    const items = (0,sql_tree.as)(rexpr, 'List')?.items ?? [];
    if ((0,sql_tree.as)(lexpr, 'RowExpr')) {
        const found = items.map((item) => rowwise(lexpr, item, target) ?? 'weak');
        return found.length > 0 ? found.reduce(wider) : undefined;
    }
    return selectivity_isColumn(lexpr, target) && (0,picking/* picks */.hI)(items, target.context.place) ? 'selective' : undefined;
}
/** `column = ANY (array)`: a constant, a parameter, or the result of a query. */
function anyOf({ lexpr, rexpr }, target) {
    const { place } = target.context;
    if (!selectivity_isColumn(lexpr, target))
        return undefined;
    const array = (0,sql_tree.as)((0,sql_columns/* uncast */.P7)(rexpr), 'SubLink');
    if (array?.subLinkType === 'ARRAY_SUBLINK')
        return fromQuery([lexpr], array.subselect, asking(target));
    const items = (0,sql_tree.as)((0,sql_columns/* uncast */.P7)(rexpr), 'A_ArrayExpr');
    if (items)
        return (0,picking/* picks */.hI)(items.elements ?? [], place) ? 'selective' : undefined;
    if (place.body && (0,picking/* holdsParameter */.WQ)(rexpr))
        return undefined;
    return (0,picking/* picksAny */.Jm)((0,sql_columns/* uncast */.P7)(rexpr), place) ? 'selective' : undefined;
}
function equality(column, other, target) {
    if (!selectivity_isColumn(column, target) || other === undefined)
        return undefined;
    if ((0,picking/* picks */.hI)([other], target.context.place))
        return 'selective';
    const reference = (0,sql_tree.as)((0,sql_columns/* uncast */.P7)(other), 'ColumnRef');
    if (reference)
        return selectivity_joined(reference, target);
    const link = (0,sql_tree.as)((0,sql_columns/* uncast */.P7)(other), 'SubLink');
    return link?.subLinkType === 'EXPR_SUBLINK'
        ? fromQuery([column], link.subselect, asking(target))
        : undefined;
}
/** `target.column = other.column`. */
function selectivity_joined({ fields = [] }, target) {
    const [qualifier, column] = (0,sql_tree/* parts */.rT)(fields);
    if (fields.length !== 2 || qualifier === undefined || column === undefined)
        return undefined;
    if (qualifier === (0,sql_columns/* alias */.nK)(target.relation))
        return undefined;
    const items = target.others.flatMap(sql_columns/* leaves */.FQ).filter((leaf) => (0,sql_columns/* itemName */.TJ)(leaf) === qualifier);
    const [item] = items;
    return item === undefined || items.length > 1 ? undefined : sources_picked(item, column, asking(target));
}
function nested(link, target) {
    const operator = (0,sql_tree/* parts */.rT)(link.operName);
    if (link.subLinkType === 'ANY_SUBLINK' && (operator.length === 0 || operator.join('.') === '=')) {
        const columns = (0,sql_tree.as)(link.testexpr, 'RowExpr')?.args ?? [link.testexpr];
        if (columns.every((column) => selectivity_isColumn(column, target)))
            return fromQuery(columns, link.subselect, asking(target));
    }
    const query = (0,sql_tree.as)(link.subselect, 'SelectStmt');
    return link.subLinkType === 'EXISTS_SUBLINK' && query ? exists(query, target, selectivity) : undefined;
}
/**
 * A column of the target that this text did not give its values to. Unqualified inside of a subquery it may be one of a
 * table around it, which then has that value.
 */
function selectivity_isColumn(node, target) {
    const { context, names, around, relation } = target;
    if (!(0,sql_columns/* isTargetColumn */.Wj)(node, target))
        return false;
    const fields = fieldsOf(node);
    if (context.made.columns.has(fields.at(-1) ?? ''))
        return false;
    if (context.made.views.has(relation.relname ?? ''))
        return false;
    const stored = fields.length > 1 ||
        around.flatMap(sql_columns/* leaves */.FQ).every((item) => isStored((0,sql_tree.as)(item, 'RangeVar'), names, context.made));
    if (stored)
        context.rely({ relation: (0,sql_tree/* relationName */.CJ)(relation), own: [fields.at(-1) ?? ''] });
    return stored;
}
function fieldsOf(node) {
    const inner = (0,sql_tree.as)(node, 'TypeCast')?.arg ?? (0,sql_tree.as)(node, 'FuncCall')?.args?.[0];
    return inner ? fieldsOf(inner) : (0,sql_tree/* parts */.rT)((0,sql_tree.as)(node, 'ColumnRef')?.fields);
}

;// CONCATENATED MODULE: ./lib/sql/predicates/rows.js

const ROWS = { never: 'none', selective: 'some', weak: 'unknown', free: 'all', always: 'all' };
/** The `rows` fact of a DELETE or UPDATE. */
function rows_rowsOf(where, target) {
    return rowsOfAll([where], target);
}
/** The same where several conditions hold. */
function rowsOfAll(conditions, target) {
    return ROWS[narrowest(conditions.flatMap((node) => node ?? []), target)];
}

;// CONCATENATED MODULE: ./lib/sql/sinks.js




/** Harmless, yet what they are given can be read elsewhere: in `pg_locks`, from `random()`. */
const KEEPS = /^(setseed|pg_(?:try_)?advisory_\w*lock\w*|dblink\w*|http\w*|net_http_\w+)$/;
/** A call that hands its arguments to somebody who is not the client. */
function sinkFlow(call, c) {
    const name = (0,sql_tree/* parts */.rT)(call.funcname).at(-1) ?? '';
    if (!varies(call.args) || !(KEEPS.test(name) || changesSomething(call)))
        return;
    const place = `${name}()`;
    if (c.held)
        c.flow({ place, sources: [HELD] });
    else if (c.depth > 0)
        c.flow({ place, sources: c.relations.map((relation) => `${relation}.*`) });
    else
        c.sinks.add(place);
}
/** Whatever a built-in function changes or sets off may show what it was given. What others do, the catalogue tells. */
function changesSomething(call) {
    const effect = (0,functions/* callEffect */.Co)(call);
    return effect !== undefined && effect.object !== 'function';
}
/** What the calls of the text were handed: any column that it names, of any relation that it names. */
function sunkFlows(statements, c) {
    if (c.sinks.size === 0)
        return;
    const text = JSON.stringify(statements);
    const relations = new Set([...c.relations.map((name) => name.split('.').at(-1) ?? ''), ...aliases(text)]);
    const columns = new Set((0,sql_columns/* references */.Ft)(statements).map((names) => names.at(-1) ?? '*'));
    const rows = /"(?:A_Star|colnames|aliascolnames)":/.test(text) || [...columns].some((name) => relations.has(name));
    const named = rows ? ['*'] : [...columns];
    const sources = c.relations.flatMap((relation) => named.map((column) => `${relation}.${column}`));
    for (const place of c.sinks)
        c.flow({ place, sources });
}
const aliases = (text) => [...text.matchAll(/"(?:aliasname|ctename)":"([^"]*)"/g)].map(([, name = '']) => name);

;// CONCATENATED MODULE: ./lib/sql/walk.js
/** Say nothing by themselves; what is inside them is walked. */
const PASSIVE = new Set(`Integer Float Boolean String BitString List OidList IntList A_Const Alias TypeName ColumnRef ParamRef TypeCast CollateClause RoleSpec
  A_Star A_Indices A_Indirection A_ArrayExpr ResTarget MultiAssignRef SortBy WindowDef RangeSubselect RangeFunction RangeTableFunc
  RangeTableFuncCol ColumnDef IndexElem StatsElem DefElem XmlSerialize PartitionElem PartitionSpec PartitionBoundSpec
  PartitionRangeDatum PartitionCmd GroupingSet WithClause InferClause OnConflictClause CTESearchClause CTECycleClause CommonTableExpr
  MergeWhenClause ReturningOption ReturningClause TriggerTransition JsonOutput JsonArgument JsonFuncExpr JsonTablePathSpec JsonTable
  JsonTableColumn JsonKeyValue JsonParseExpr JsonScalarExpr JsonSerializeExpr JsonObjectConstructor JsonArrayConstructor
  JsonArrayQueryConstructor JsonAggConstructor JsonObjectAgg JsonArrayAgg JsonFormat JsonReturning JsonValueExpr JsonIsPredicate
  JsonBehavior JsonTablePath GroupingFunc MergeSupportFunc NamedArgExpr BoolExpr SubLink CaseExpr CaseWhen RowExpr CoalesceExpr
  MinMaxExpr SQLValueFunction XmlExpr NullTest BooleanTest SetToDefault CurrentOfExpr JoinExpr IntoClause AccessPriv ObjectWithArgs
  FunctionParameter VacuumRelation PublicationTable PublicationObjSpec AlterTableCmd ATAlterConstraint ReplicaIdentityStmt
  CreateOpClassItem RawStmt ReturnStmt PLAssignStmt`.split(/\s+/));
function walk(value, c) {
    if (Array.isArray(value)) {
        for (const item of value)
            walk(item, c);
        return;
    }
    if (value === null || typeof value !== 'object')
        return;
    for (const [key, child] of Object.entries(value)) {
        if (child === null || typeof child !== 'object')
            continue;
        const first = key.charCodeAt(0);
        if (first < 65 || first > 90)
            walk(child, c);
        else
            dispatch(key, child, c);
    }
}
/** Walks what is evaluated once for each row. */
function walkMany(value, c) {
    c.repeats.within(value, () => walk(value, c));
}
/** Statements that say by themselves what they evaluate many times; others make it so for the rows that come. */
const ONCE = /^(Select|Insert|Update|Delete|Merge|Call|Do|Explain|Prepare|Execute|DeclareCursor|Copy|CreateTableAs|CreateFunction|Transaction|VariableSet|Return|PLAssign)Stmt$/;
/** A statement of a text or of a body. */
function walkStatement(stmt, c) {
    const once = c.loops === 0 && Object.keys(stmt ?? {}).every((tag) => ONCE.test(tag));
    if (once)
        walk(stmt, c);
    else
        walkMany(stmt, c);
}
function dispatch(tag, fields, c) {
    const handler = c.handlers[tag];
    if (handler)
        handler(fields, c);
    else {
        if (!PASSIVE.has(tag))
            c.unknown('construct', `${tag} is not known to this version`);
        walk(fields, c);
    }
}

;// CONCATENATED MODULE: ./lib/sql/queries.js











/** Parts of statements and expressions that have an effect by themselves. */
const EXPRESSIONS = {
    FuncCall: readCall,
    RangeVar: readRelation,
    SelectStmt: readSelect,
    A_Expr(node, c) {
        const names = (0,sql_tree/* parts */.rT)(node.name);
        if (names.length > 1 && names[0] !== 'pg_catalog')
            c.add({ action: 'call', object: 'function', name: (0,sql_tree/* dotted */.Bs)(names) });
        walk([node.lexpr, node.rexpr], c);
    },
    RangeTableSample(node, c) {
        const effect = (0,functions/* effectOfName */.Oh)((0,sql_tree/* parts */.rT)(node.method));
        if (effect)
            c.add(effect);
        walk([node.relation, node.args, node.repeatable], c);
    },
    A_Indirection(node, c) {
        // `(expression).name` calls the function of that name; a name that is not built in is most likely a field.
        for (const name of (0,sql_tree/* parts */.rT)(node.indirection)) {
            const effect = (0,functions/* effectOfName */.Oh)([name]);
            if (effect && effect.object !== 'function')
                c.add(effect);
        }
        walk([node.arg, node.indirection], c);
    },
    TableLikeClause(node, c) {
        c.mention(node.relation);
    },
    Constraint(node, c) {
        if (node.pktable)
            c.on('alter', 'table', node.pktable, {
                lock: c.isNew(node.pktable) ? 'none' : (0,locks/* lockOf */.Vx)('foreign key'),
                detail: 'referenced by a foreign key',
            });
        const { pktable: _table, ...rest } = node;
        walk(rest, c);
    },
    LockingClause(_, c) {
        c.add({ action: 'lock', object: 'row', lock: (0,locks/* lockOf */.Vx)('row lock') });
    },
};
function readCall(call, c) {
    const effect = (0,functions/* callEffect */.Co)(call);
    const defined = effect?.object === 'function' && !call.args && c.known.functions.has(effect.name ?? '');
    if (defined)
        c.repeats.ran();
    if (effect && !defined) {
        if (effect.action === 'set') {
            c.resolutionChanged = true;
            c.names.forget();
            c.forgetFunctions();
        }
        c.add(effect);
    }
    sinkFlow(call, c);
    walk([call.args, call.agg_order, call.agg_filter, call.over], c);
}
/** Views and tables whose rows carry other people's values, secrets or statements. */
const queries_VALUES = new Set(`pg_authid pg_shadow pg_user_mapping pg_user_mappings pg_statistic pg_stats pg_stats_ext pg_stats_ext_exprs pg_statistic_ext_data
  pg_stat_activity pg_largeobject pg_hba_file_rules pg_ident_file_mappings pg_file_settings pg_stat_statements pg_subscription pg_stat_gssapi
  pg_prepared_statements pg_cursors user_mapping_options pg_replication_origin_status`.split(/\s+/));
/** A relation in FROM. */
function readRelation(relation, c) {
    const name = relation.relname ?? '';
    if (!relation.schemaname && c.scope.has(name))
        return;
    if (c.repeats.on)
        c.repeats.relation((0,sql_tree/* dotted */.Bs)(relation.schemaname ? [relation.schemaname, name] : [name]));
    const values = showsValues(relation) && !(name === 'pg_subscription' && c.counting);
    c.on('read', values ? 'catalog-values' : 'table', relation);
}
/** True when it is one of the server's that show more than names. */
function showsValues({ schemaname, relname = '' }) {
    const system = !schemaname || /^(pg_catalog|information_schema)$/.test(schemaname);
    return (system || relname === 'pg_stat_statements') && queries_VALUES.has(relname);
}
/** Walks `work` with the clause's names visible, and the queries behind them first. */
function withCtes(clause, c, work) {
    const ctes = (clause?.ctes ?? []).flatMap((node) => (0,sql_tree.as)(node, 'CommonTableExpr') ?? []);
    if (clause?.recursive) {
        c.scoped(ctes, true, () => {
            for (const cte of ctes)
                c.within('with', () => walk(cte.ctequery, c));
            work();
        });
        return;
    }
    // Without RECURSIVE a query sees only those before it.
    const step = (index) => {
        const cte = ctes[index];
        if (cte) {
            c.within('with', () => walk(cte.ctequery, c));
            c.scoped([cte], false, () => step(index + 1));
        }
        else
            work();
    };
    step(0);
}
function readSelect(select, c) {
    withCtes(select.withClause, c, () => {
        if (select.larg)
            readSelect(select.larg, c);
        if (select.rarg)
            readSelect(select.rarg, c);
        const { withClause: _with, larg: _left, rarg: _right, intoClause, ...rest } = select;
        const { counting } = c;
        c.counting = counts(select);
        comparing(select, c, () => readParts({ ...rest, ...oneSetting(select) }, c));
        c.counting = counting;
        if (intoClause?.rel) {
            c.schemaChanged = true;
            c.on('create', 'table', intoClause.rel);
            createFlows({ SelectStmt: select }, intoClause.rel, [], c);
            if (c.topLevel)
                created(intoClause.rel, c, false);
        }
    });
}
/** What is in FROM once, and the rest for each row of it. */
function readParts(select, c) {
    const { fromClause = [], limitCount, limitOffset, targetList, ...rest } = select;
    const joined = fromClause.length > 0 && !askedOnce(fromClause);
    const { many, calls } = givesRows(select);
    if (fromClause.length === 0)
        c.repeats.beside(calls);
    if (many || !queries_givesFew(select, c))
        walkMany(targetList, c);
    else
        walk(targetList, c);
    if (joined)
        walkMany(fromClause, c);
    else
        walk(fromClause, c);
    if (fromClause.length > 0 || many)
        walkMany(rest, c);
    else
        walk(rest, c);
    walk([limitCount, limitOffset], c);
}
/** No FROM, or the rows of one table by key. */
function queries_givesFew({ fromClause = [], whereClause }, c) {
    const relation = (0,sql_tree.as)(fromClause[0], 'RangeVar');
    if (fromClause.length === 0)
        return true;
    if (fromClause.length > 1 || !relation || c.scope.has(relation.relname ?? '') || !whereClause)
        return false;
    const found = rows_rowsOf(whereClause, targetOf(relation, [], c, [whereClause]));
    return found === 'some' || found === 'none';
}
/** True when the query gives more rows than were written down. */
function givesMany(source, c) {
    const select = (0,sql_tree.as)(source, 'SelectStmt');
    if (!select || select.valuesLists)
        return false;
    if (select.larg || select.rarg)
        return [select.larg, select.rarg].some((side) => side && givesMany({ SelectStmt: side }, c));
    return givesRows(select).many || givesRows(select).calls.length > 0 || !queries_givesFew(select, c);
}
/** `SELECT count(*) FROM pg_subscription`, as pg_dump asks: nothing of the connection strings is read. */
function counts({ targetList = [], fromClause = [], ...rest }) {
    const call = (0,sql_tree.as)((0,sql_tree.as)(targetList[0], 'ResTarget')?.val, 'FuncCall');
    const relation = (0,sql_tree.as)(fromClause[0], 'RangeVar');
    const only = targetList.length === 1 && fromClause.length === 1 && !relation?.alias?.colnames;
    const named = (0,sql_columns/* references */.Ft)(rest).map((names) => names.at(-1));
    return (Boolean(only && call?.agg_star) &&
        named.every((name) => name === 'subdbid' || name === 'oid' || name === 'datname'));
}
/** `SELECT set_config(name, …) FROM pg_settings WHERE name = '…'`, as pg_dump sets what may be missing: that name in the call. */
function oneSetting({ targetList = [], fromClause = [], whereClause }) {
    const call = (0,sql_tree.as)((0,sql_tree.as)(targetList[0], 'ResTarget')?.val, 'FuncCall');
    const [setting, ...others] = call?.args ?? [];
    const relation = (0,sql_tree.as)(fromClause[0], 'RangeVar');
    const test = (0,sql_tree.as)(whereClause, 'A_Expr');
    const isName = (node) => {
        const fields = (0,sql_tree/* parts */.rT)((0,sql_tree.as)(node, 'ColumnRef')?.fields);
        return fields.length === 1 && fields[0] === 'name';
    };
    const plain = targetList.length === 1 && fromClause.length === 1 && (0,sql_tree/* parts */.rT)(call?.funcname).at(-1) === 'set_config';
    if (!plain || relation?.relname !== 'pg_settings' || !isName(setting) || !isName(test?.lexpr))
        return {};
    if (test?.kind !== 'AEXPR_OP' ||
        (0,sql_tree/* parts */.rT)(test.name).join('.') !== '=' ||
        !test.rexpr ||
        !(0,sql_tree.as)(test.rexpr, 'A_Const'))
        return {};
    const named = { FuncCall: { ...call, args: [test.rexpr, ...others] } };
    return { targetList: [{ ResTarget: { val: named } }] };
}
/** Remembers a relation that this text made, when it surely exists afterwards. */
function created(relation, c, dropsOnCommit) {
    if (isTemporary(relation) && !c.resolutionChanged)
        c.names.addTemporary((0,sql_tree/* dotted */.Bs)([relation.relname ?? '']), dropsOnCommit);
}
const isTemporary = ({ relpersistence, schemaname }) => relpersistence === 't' || schemaname === 'pg_temp';

// EXTERNAL MODULE: ./lib/sql/slices.js
var slices = __webpack_require__(581);
;// CONCATENATED MODULE: ./lib/sql/statements/hidden.js
/** What is there after it was made, and runs nothing. */
const hidden_LATER = new Set(['function', 'view', 'rule', 'trigger', 'prepare', 'cursor']);
const hidden_RUNS = new Set(['read', 'insert', 'update', 'delete', 'copy-in', 'copy-out', 'call']);
/** True when the text also runs what may use them. */
const usesHidden = (effects) => effects.some(makesHidden) &&
    effects.some(({ action, via = [] }) => hidden_RUNS.has(action) && !via.some((step) => hidden_LATER.has(step)));
const makesHidden = ({ action, object }) => action === 'create' && object === 'operator';

;// CONCATENATED MODULE: ./lib/sql/statements/add.js


/** ADD COLUMN: some defaults are written into every row, and some constraints read them all. */
function addColumn(definition, add) {
    const column = definition?.colname;
    const named = column ? { column } : {};
    add('create', 'column', {
        ...named,
        ...(isRequired(definition) && { detail: 'NOT NULL without a default' }),
    });
    const type = (0,sql_tree/* parts */.rT)(definition?.typeName?.names).at(-1) ?? '';
    if (SERIAL.test(type))
        add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' });
    for (const item of definition?.constraints ?? []) {
        const constraint = (0,sql_tree.as)(item, 'Constraint');
        if (constraint?.contype === 'CONSTR_DEFAULT' && callsVolatile(constraint.raw_expr))
            add('rewrite', 'column', { ...named, detail: 'the default differs from row to row' });
        else if (constraint?.contype === 'CONSTR_IDENTITY')
            add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' });
        else if (constraint?.contype === 'CONSTR_GENERATED' && constraint.generated_kind !== 'v')
            add('rewrite', 'column', { ...named, detail: 'a stored generated column' });
        else if (constraint && /CHECK|PRIMARY|UNIQUE|EXCLUSION/.test(constraint.contype ?? ''))
            add('scan', 'constraint', { ...named, ...indexed(constraint), ...notValid(constraint) });
    }
}
const SERIAL = /^(small|big)?serial\d?$/;
const FILLS = /^CONSTR_(DEFAULT|IDENTITY|GENERATED)$/;
/** No row that is there already has a value for it. */
function isRequired(definition) {
    const kinds = (definition?.constraints ?? []).map((item) => (0,sql_tree.as)(item, 'Constraint')?.contype ?? '');
    if (SERIAL.test((0,sql_tree/* parts */.rT)(definition?.typeName?.names).at(-1) ?? ''))
        return false;
    return kinds.some((kind) => /NOTNULL|PRIMARY/.test(kind)) && !kinds.some((kind) => FILLS.test(kind));
}
/** Constraints that build an index. */
const INDEXED = {
    CONSTR_PRIMARY: 'PRIMARY KEY',
    CONSTR_UNIQUE: 'UNIQUE',
    CONSTR_EXCLUSION: 'EXCLUDE',
};
function indexed(constraint) {
    const detail = INDEXED[constraint?.contype ?? ''];
    return detail === undefined ? {} : { detail };
}
function callsVolatile(value) {
    if (Array.isArray(value))
        return value.some(callsVolatile);
    if (value === null || typeof value !== 'object')
        return false;
    const call = (0,sql_tree.as)(value, 'FuncCall');
    if (call && (0,functions/* isVolatile */.V8)((0,sql_tree/* parts */.rT)(call.funcname)))
        return true;
    return Object.values(value).some(callsVolatile);
}
function addConstraint(constraint, add) {
    const column = constraint?.conname;
    const named = column ? { column } : {};
    const takesIndex = constraint?.contype === 'CONSTR_PRIMARY' && constraint.indexname !== undefined;
    add('create', 'constraint', { ...named, ...(takesIndex && { detail: 'PRIMARY KEY USING INDEX' }) });
    const foreign = constraint?.contype === 'CONSTR_FOREIGN';
    // USING INDEX takes over an index that is there already.
    if (!constraint?.indexname)
        add('scan', foreign ? 'foreign-key' : 'constraint', {
            ...named,
            ...indexed(constraint),
            ...notValid(constraint),
        });
}
const notValid = (constraint) => constraint?.skip_validation || constraint?.is_enforced === false ? { detail: 'NOT VALID' } : {};

;// CONCATENATED MODULE: ./lib/sql/statements/alter-commands.js
/** Subcommands whose effect needs no more than the name; `''` stands for the statement's own kind. */
const SIMPLE = {
    AT_AddColumnToView: ['alter', ''],
    AT_ColumnDefault: ['alter', 'default'],
    AT_CookedColumnDefault: ['alter', 'default'],
    AT_DropNotNull: ['alter', 'column', { detail: 'DROP NOT NULL' }],
    AT_SetNotNull: ['scan', 'column', { detail: 'SET NOT NULL' }],
    AT_SetExpression: ['rewrite', 'column'],
    AT_DropExpression: ['alter', 'column'],
    AT_SetStatistics: ['alter', 'column'],
    AT_SetOptions: ['alter', 'column'],
    AT_ResetOptions: ['alter', 'column'],
    AT_SetStorage: ['alter', 'column'],
    AT_SetCompression: ['alter', 'column'],
    AT_AlterConstraint: ['alter', 'constraint'],
    AT_ValidateConstraint: ['scan', 'constraint'],
    AT_AlterColumnType: ['rewrite', 'column', { detail: 'TYPE' }],
    AT_AlterColumnGenericOptions: ['alter', 'foreign-options'],
    AT_ChangeOwner: ['own', ''],
    AT_ClusterOn: ['alter', ''],
    AT_DropCluster: ['alter', ''],
    AT_SetLogged: ['rewrite', '', { detail: 'SET LOGGED' }],
    AT_SetUnLogged: ['rewrite', '', { detail: 'SET UNLOGGED' }],
    AT_DropOids: ['alter', ''],
    AT_SetAccessMethod: ['rewrite', '', { detail: 'SET ACCESS METHOD' }],
    AT_SetTableSpace: ['rewrite', '', { detail: 'SET TABLESPACE' }],
    AT_EnableTrig: ['alter', 'trigger', { detail: 'switched on' }],
    AT_EnableTrigAll: ['alter', 'trigger', { detail: 'switched on' }],
    AT_EnableTrigUser: ['alter', 'trigger', { detail: 'switched on' }],
    AT_EnableAlwaysTrig: ['alter', 'trigger-firing'],
    AT_EnableReplicaTrig: ['alter', 'trigger-firing'],
    AT_DisableTrig: ['alter', 'trigger-firing', { detail: 'disabled' }],
    AT_DisableTrigAll: ['alter', 'trigger-firing', { detail: 'disabled, foreign keys too' }],
    AT_DisableTrigUser: ['alter', 'trigger-firing', { detail: 'disabled' }],
    AT_EnableRule: ['alter', 'rule'],
    AT_EnableAlwaysRule: ['alter', 'rule'],
    AT_EnableReplicaRule: ['alter', 'rule'],
    AT_DisableRule: ['alter', 'rule'],
    AT_AddInherit: ['alter', 'inheritance'],
    AT_DropInherit: ['detach', 'inheritance'],
    AT_AddOf: ['alter', ''],
    AT_DropOf: ['alter', ''],
    AT_ReplicaIdentity: ['alter', 'replica-identity'],
    AT_EnableRowSecurity: ['alter', ''],
    AT_ForceRowSecurity: ['alter', ''],
    AT_DisableRowSecurity: ['alter', 'row-security', { detail: 'disabled' }],
    AT_NoForceRowSecurity: ['alter', 'row-security', { detail: 'not forced on the owner' }],
    AT_GenericOptions: ['alter', 'foreign-options'],
    AT_AddIdentity: ['alter', 'column'],
    AT_SetIdentity: ['alter', 'sequence', { detail: 'identity' }],
    AT_DropIdentity: ['drop', 'sequence', { detail: 'identity' }],
};

;// CONCATENATED MODULE: ./lib/sql/statements/drop.js



const DROPS = {
    DropStmt: drop,
    DropdbStmt(node, c) {
        c.add({ action: 'drop', object: 'database', name: (0,sql_tree/* dotted */.Bs)([node.dbname ?? '']), rows: 'all' });
    },
    DropTableSpaceStmt(node, c) {
        c.add({ action: 'drop', object: 'tablespace', name: (0,sql_tree/* dotted */.Bs)([node.tablespacename ?? '']) });
    },
    DropSubscriptionStmt(node, c) {
        c.add({
            action: 'drop',
            object: 'subscription',
            name: (0,sql_tree/* dotted */.Bs)([node.subname ?? '']),
            ...cascade(node.behavior),
        });
    },
    DropUserMappingStmt(node, c) {
        c.add({ action: 'drop', object: 'user-mapping', name: (0,sql_tree/* dotted */.Bs)([node.servername ?? '']) });
    },
};
/** `OBJECT_FOREIGN_TABLE` → `foreign-table`. */
function objectKind(type) {
    const kind = (type ?? 'OBJECT_UNKNOWN').slice('OBJECT_'.length).toLowerCase().replaceAll('_', '-');
    return KINDS[kind] ?? kind;
}
const KINDS = {
    matview: 'materialized-view',
    fdw: 'foreign-data-wrapper',
    'foreign-server': 'server',
    tabconstraint: 'constraint',
    domconstraint: 'constraint',
    largeobject: 'large-object',
    procedure: 'function',
    routine: 'function',
    tsconfiguration: 'text-search',
    tsdictionary: 'text-search',
    tsparser: 'text-search',
    tstemplate: 'text-search',
};
/** Kinds that hold rows. */
const STORES = new Set(['table', 'foreign-table', 'schema', 'database']);
/** Kinds that take functions with them. */
const OWNERS = new Set(['schema', 'extension', 'language', 'type']);
const ON_RELATION = new Set(['policy', 'trigger', 'rule']);
const RELATIONS = new Set(['table', 'foreign-table', 'view', 'materialized-view', 'sequence', 'index']);
const cascade = (behavior) => behavior === 'DROP_CASCADE' ? { cascade: true } : {};
function drop(node, c) {
    const object = objectKind(node.removeType);
    c.schemaChanged = true;
    for (const item of node.objects ?? []) {
        const names = (0,sql_tree/* parts */.rT)(item);
        const own = ON_RELATION.has(object);
        const name = (0,sql_tree/* dotted */.Bs)(own ? names.slice(0, -1) : names);
        const fresh = object === 'table' && c.isFresh({ action: 'drop', object, name, ...cascade(node.behavior) });
        const temporary = fresh || (RELATIONS.has(object) && c.isTemporaryName(names));
        if (RELATIONS.has(object) || own)
            c.mentionName(name);
        c.add({
            action: 'drop',
            object: isSystem(names) ? 'catalog' : object,
            ...(name && { name }),
            ...(own && { column: (0,sql_tree/* dotted */.Bs)(names.slice(-1)) }),
            ...(STORES.has(object) && { rows: 'all' }),
            ...cascade(node.behavior),
            ...(temporary && { temporary }),
            ...((RELATIONS.has(object) || own) && { lock: node.concurrent ? (0,locks/* lockOf */.Vx)('concurrently') : locks/* EXCLUSIVE */.PC }),
            ...(object === 'statistic-ext' && { lock: (0,locks/* lockOf */.Vx)('statistics') }),
        });
        if (object === 'function' || object === 'aggregate')
            c.forgetFunctions(names.at(-1));
        else if (OWNERS.has(object))
            c.forgetFunctions();
        walk(arguments_(item), c);
    }
}
/** Types in an argument list may be anything; they are walked for completeness. */
const arguments_ = (item) => (0,sql_tree.as)(item, 'ObjectWithArgs')?.objargs;
const isSystem = (names) => names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '');

;// CONCATENATED MODULE: ./lib/sql/statements/extension.js
function member(name, extension, c) {
    c.mentionName(name);
    c.add({ action: 'alter', object: 'extension-member', name, detail: `of extension ${extension}` });
}

;// CONCATENATED MODULE: ./lib/sql/statements/new-columns.js

/** Notes a column that was certainly not there before: without IF NOT EXISTS it would be an error. */
function noteColumn(command, node, c) {
    const column = (0,sql_tree.as)(command.def, 'ColumnDef')?.colname ?? '';
    if (command.subtype === 'AT_AddColumn' &&
        c.topLevel &&
        !command.missing_ok &&
        !c.isTemporary(node.relation))
        c.names.addColumn((0,sql_tree/* relationName */.CJ)(node.relation), column);
    // The rows of another table answer to this name, with what they have in a column of that name.
    if (/^AT_(AddInherit|AttachPartition|AddOf)$/.test(command.subtype ?? ''))
        c.names.forgetColumns();
}
/** True when every column that it assigns is new. */
function fillsNew({ relation, targetList = [] }, c) {
    const columns = targetList.map((item) => (0,sql_tree.as)(item, 'ResTarget')?.name ?? '');
    return c.topLevel && c.names.hasColumns((0,sql_tree/* relationName */.CJ)(relation), columns);
}
/** Statements after which a name of a table or column surely means what it meant before. */
function keepsNames(statement) {
    const setting = (0,sql_tree.as)(statement, 'VariableSetStmt');
    if (setting)
        return /^(lock|statement|idle_in_transaction_session)_timeout$/.test(setting.name ?? '');
    const transaction = (0,sql_tree.as)(statement, 'TransactionStmt');
    if (transaction)
        return /^TRANS_STMT_(BEGIN|START)$/.test(transaction.kind ?? '');
    return ['AlterTableStmt', 'UpdateStmt', 'IndexStmt', 'CommentStmt'].some((kind) => statement !== undefined && kind in statement);
}
/** Statements that only define or describe: nothing runs that was defined before. */
function isQuiet(statement) {
    const index = (0,sql_tree.as)(statement, 'IndexStmt');
    if (index)
        return !index.whereClause && (index.indexParams ?? []).every((item) => (0,sql_tree.as)(item, 'IndexElem')?.name);
    return QUIET.some((kind) => statement !== undefined && kind in statement);
}
const QUIET = [
    'CreateStmt',
    'CreateSeqStmt',
    'CreateFunctionStmt',
    'CreateTrigStmt',
    'CreateEnumStmt',
    'CompositeTypeStmt',
    'ViewStmt',
    'CommentStmt',
    'GrantStmt',
];

;// CONCATENATED MODULE: ./lib/sql/statements/retype.js


/** True when the new values are more than the old ones in another form. */
function overwrites(definition, column) {
    const type = definition?.typeName;
    const first = (0,sql_tree/* parts */.rT)(type?.names);
    if (first.length === 1 && first[0] === 'char')
        return true;
    return definition?.raw_default !== undefined && !isForm(definition.raw_default, column, true);
}
/** Types that cut or round what is assigned to them without an error. What numbers and times with a precision lose, the old type tells. */
const NARROW = /^(date|time|timetz|float4|name|money|cidr)$/;
const CUT = /^(bpchar|varchar|char|bit|varbit)$/;
/** `interval(3)` has all its fields. */
const ALL_FIELDS = 32767;
/** True when the new type keeps less of a value than others do, whatever the old one was. */
function narrows(definition) {
    const type = definition?.typeName;
    const name = (0,sql_tree/* parts */.rT)(type?.names).at(-1) ?? '';
    // Only what is a boolean already is taken without a cast.
    if (NARROW.test(name) || (name === 'bool' && definition?.raw_default !== undefined))
        return true;
    if (name === 'interval' && type?.typmods && (0,sql_constants/* fold */.A)(type.typmods[0]) !== ALL_FIELDS)
        return true;
    const cast = (0,sql_tree.as)(definition?.raw_default, 'TypeCast')?.typeName;
    // A cast that is written out cuts at the length; an assignment is an error.
    if (CUT.test((0,sql_tree/* parts */.rT)(cast?.names).at(-1) ?? '') && (cast?.typmods?.length ?? 0) > 0)
        return true;
    return onTheWay(definition?.raw_default, retype_written(type));
}
/** They hold every value of the types that are cast to them, or fail. */
const WIDE = /^(text|varchar|jsonb?|numeric)$/;
const WHOLE = /^int[248]$/;
/** It is made a number first, so that a whole one is rounded: a text with fractions would be an error. */
function hasFractions(node) {
    const cast = (0,sql_tree.as)(node, 'TypeCast');
    const made = cast ? cast.typeName?.names : (0,sql_tree.as)(node, 'FuncCall')?.funcname;
    return /^(numeric|float[48]|jsonb?|to_jsonb?)$/.test((0,sql_tree/* parts */.rT)(made).at(-1) ?? '');
}
/** Of a moment, all of its day. */
const WHOLE_DAY = [/Y/i, /MM|MON|DDD|J/i, /D|J/i];
/** True when USING casts the values to a type that may keep less than the new one. */
function onTheWay(node, to, above = '') {
    const cast = (0,sql_tree.as)(node, 'TypeCast');
    if (cast) {
        const type = retype_written(cast.typeName);
        const same = type !== undefined && type.type === to?.type && (type.modifier ?? to.modifier) === to.modifier;
        const wide = type?.modifier === undefined && WIDE.test(type?.type ?? '');
        // Whole numbers have no fractions of a second.
        const seconds = above === 'to_timestamp' && type?.type === 'float8';
        if (type && WHOLE.test(type.type) && hasFractions(cast.arg))
            return true;
        return (!same && !wide && !seconds) || onTheWay(cast.arg, to, above);
    }
    const call = (0,sql_tree.as)(node, 'FuncCall');
    const name = (0,sql_tree/* parts */.rT)(call?.funcname).at(-1) ?? '';
    if (call && name === 'to_timestamp' && call.args?.length === 2 && !readsDay((0,sql_constants/* fold */.A)(call.args[1])))
        return true;
    const below = [...(call?.args ?? []), ...((0,sql_tree.as)(node, 'A_ArrayExpr')?.elements ?? [])];
    const inner = (0,sql_tree.as)(node, 'CollateClause')?.arg ?? (0,sql_tree.as)(node, 'A_Expr')?.lexpr;
    return [...below, ...(inner ? [inner] : [])].some((each) => (0,sql_constants/* fold */.A)(each) === undefined && onTheWay(each, to, name));
}
const readsDay = (format) => typeof format === 'string' && WHOLE_DAY.every((part) => part.test(format));
/** The type that values get which are taken over as they are, or cast to it; undefined for other values. */
function newType(definition, column) {
    const type = retype_written(definition?.typeName);
    const elements = (0,sql_tree.as)(definition?.raw_default, 'A_ArrayExpr')?.elements;
    const using = elements?.length === 1 ? elements[0] : definition?.raw_default;
    if (!type || using === undefined || retype_isColumn(using, column))
        return type && { ...type, cast: false };
    const cast = (0,sql_tree.as)(using, 'TypeCast');
    const to = retype_written(cast?.typeName);
    const seconds = secondsOf(using, column);
    if (seconds)
        return { ...seconds, cast: true };
    if (!to || to.type !== type.type || !retype_isColumn(cast?.arg, column))
        return undefined;
    // Without its length, the cast changes nothing that the assignment would not.
    if (to.modifier === undefined)
        return { ...type, cast: false };
    return to.modifier === type.modifier ? { ...type, cast: true } : undefined;
}
/** `to_timestamp(column::bigint)`: what is lost is lost by the cast. */
function secondsOf(using, column) {
    const { funcname, args = [] } = (0,sql_tree.as)(using, 'FuncCall') ?? {};
    const cast = (0,sql_tree.as)(args[0], 'TypeCast');
    if ((0,sql_tree/* parts */.rT)(funcname).at(-1) !== 'to_timestamp' || args.length !== 1 || !retype_isColumn(cast?.arg, column))
        return undefined;
    const type = retype_written(cast?.typeName);
    return type && WHOLE.test(type.type) ? type : undefined;
}
const retype_isColumn = (node, column) => column !== undefined && (0,sql_tree/* parts */.rT)((0,sql_tree.as)(node, 'ColumnRef')?.fields).at(-1) === column;
/** `varchar`, `10,2`; undefined for what is no constant. */
function retype_written(type) {
    const names = (0,sql_tree/* parts */.rT)(type?.names);
    const own = names[0] === 'pg_catalog' ? names.slice(1) : names;
    const modifiers = (type?.typmods ?? []).map((node) => (0,sql_constants/* fold */.A)(node));
    if (own.length === 0 || modifiers.some((each) => typeof each !== 'number'))
        return undefined;
    const modifier = modifiers.join(',');
    return { type: (0,sql_tree/* dotted */.Bs)(own), ...(modifier !== '' && { modifier }) };
}
const FORMS = /^(timezone|to_timestamp|to_jsonb?|array_to_json|array_to_string|string_to_array|nullif)$/;
const SEPARATES = /^(array_to_string|string_to_array)$/;
/** Types that keep little of what was cast to them. */
const SHORT = /^(char|bool|name|date|time|timetz|int2)$/;
function isForm(node, column, outermost) {
    const below = (inner) => isForm(inner, column, false);
    const cast = (0,sql_tree.as)(node, 'TypeCast');
    if (cast)
        return keepsForm(cast.typeName, outermost) && below(cast.arg);
    const call = (0,sql_tree.as)(node, 'FuncCall');
    if (call) {
        const name = (0,sql_tree/* parts */.rT)(call.funcname).at(-1) ?? '';
        const constants = (call.args ?? []).map((arg) => (0,sql_constants/* fold */.A)(arg));
        const values = (call.args ?? []).filter((arg) => (0,sql_constants/* fold */.A)(arg) === undefined);
        // With NULL they give NULL, or single letters; without a separator nobody finds the elements again.
        if (constants.some((each) => each === null || (each === '' && SEPARATES.test(name))))
            return false;
        return FORMS.test(name) && values.length === 1 && below(values[0]);
    }
    const operation = (0,sql_tree.as)(node, 'A_Expr');
    if (operation?.kind === 'AEXPR_NULLIF')
        return below(operation.lexpr) && (0,sql_constants/* fold */.A)(operation.rexpr) !== undefined;
    const elements = (0,sql_tree.as)(node, 'A_ArrayExpr')?.elements;
    if (elements)
        return elements.length === 1 && below(elements[0]);
    const collated = (0,sql_tree.as)(node, 'CollateClause');
    if (collated)
        return below(collated.arg);
    return retype_isColumn(node, column) || isSwitch(node, column);
}
/** `CASE WHEN active THEN 1 ELSE 0 END`: one value for true, and another. */
function isSwitch(node, column) {
    const { arg, args = [], defresult } = (0,sql_tree.as)(node, 'CaseExpr') ?? {};
    const [only, ...others] = args.map((each) => (0,sql_tree.as)(each, 'CaseWhen'));
    if (!only || arg || others.length > 0 || !retype_isColumn(only.expr, column))
        return false;
    const [yes, no] = [(0,sql_constants/* fold */.A)(only.result), (0,sql_constants/* fold */.A)(defresult)];
    return yes !== undefined && no !== undefined && yes !== null && no !== null && yes !== no;
}
/** A length cuts the values: one that leaves a letter or two keeps no form. */
function keepsForm(type, outermost) {
    const name = (0,sql_tree/* parts */.rT)(type?.names).at(-1) ?? '';
    const length = (0,sql_constants/* fold */.A)(type?.typmods?.[0]);
    const cut = CUT.test(name) && (name === 'char' || typeof length === 'number');
    if (cut)
        return outermost && name !== 'char' && typeof length === 'number' && length > 2;
    return outermost || (!SHORT.test(name) && !type?.typmods);
}

;// CONCATENATED MODULE: ./lib/sql/statements/alter.js











const ALTERS = {
    AlterTableStmt: alterTable,
    AlterObjectDependsStmt(node, c) {
        const name = node.relation ? c.mention(node.relation) : (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.object));
        c.add({ action: 'alter', object: objectKind(node.objectType), name });
        if (!node.remove)
            member(name, (0,sql_tree/* dotted */.Bs)([node.extname?.sval ?? '']), c);
    },
    AlterDomainStmt(node, c) {
        const name = (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.typeName));
        const subtype = node.subtype ?? '';
        c.schemaChanged = true;
        // T default, N drop not null, O set not null, C add constraint, X drop constraint, V validate
        if (subtype === 'X' || subtype === 'N')
            c.add({
                action: 'drop',
                object: 'constraint',
                name,
                ...(node.name && { column: node.name }),
                ...alter_cascade(node.behavior),
            });
        else if (subtype === 'C' || subtype === 'O')
            c.add({
                action: 'scan',
                object: 'domain',
                name,
                lock: (0,locks/* lockOf */.Vx)('alter domain'),
                ...notValid((0,sql_tree.as)(node.def, 'Constraint')),
            });
        else
            c.add({ action: 'alter', object: 'domain', name });
        walk(node.def, c);
    },
    AlterTableMoveAllStmt(node, c) {
        c.add({
            action: 'rewrite',
            object: 'tablespace',
            name: (0,sql_tree/* dotted */.Bs)([node.orig_tablespacename ?? '']),
            lock: locks/* EXCLUSIVE */.PC,
        });
    },
};
const alter_cascade = (behavior) => behavior === 'DROP_CASCADE' ? { cascade: true } : {};
function alterTable(node, c) {
    c.schemaChanged = true;
    const kind = objectKind(node.objtype);
    for (const item of node.cmds ?? []) {
        const command = (0,sql_tree.as)(item, 'AlterTableCmd');
        if (command) {
            alterOne(command, node, kind, c);
            alterFlows(command, node, c);
            noteColumn(command, node, c);
        }
        walk(command?.def, c);
    }
}
/** A type made of another column, a generated column, a partition that goes its own way. */
function alterFlows(command, node, c) {
    const definition = (0,sql_tree.as)(command.def, 'ColumnDef');
    const subtype = command.subtype ?? '';
    if (subtype === 'AT_AlterColumnType')
        columnFlow(definition?.raw_default, node.relation, command.name, c);
    if (subtype === 'AT_SetExpression' || subtype === 'AT_ColumnDefault')
        columnFlow(command.def, node.relation, command.name, c);
    if (subtype === 'AT_AddColumn')
        storedFlows(definition, node.relation, c);
    const name = (0,sql_tree/* relationName */.CJ)(node.relation);
    if (/^AT_DetachPartition/.test(subtype))
        renamedFlow(name, partitionName(command, c), c);
    const parent = (0,sql_tree.as)(command.def, 'RangeVar');
    if (parent && subtype === 'AT_AddInherit')
        c.on('alter', 'table', parent, { lock: (0,locks/* lockOf */.Vx)('inherited') });
    if (parent && subtype === 'AT_DropInherit')
        renamedFlow((0,sql_tree/* relationName */.CJ)(parent), name, c);
}
/** What a change of type makes of the values. */
function retyped(definition, column, relation, add, c) {
    if (overwrites(definition, column)) {
        add('update', 'table', { rows: 'all', detail: 'USING' });
        return;
    }
    const type = newType(definition, column);
    if (type)
        c.retypes.push({ relation: (0,sql_tree/* relationName */.CJ)(relation), column, ...type });
    if (narrows(definition))
        add('update', 'column', { rows: 'all', detail: 'a type that keeps less' });
}
function alterOne(command, node, kind, c) {
    const column = command.name;
    const add = (action, object, more = {}) => c.on(action, object, node.relation, {
        ...(column && { column }),
        ...more,
        lock: isNew(node, c) ? 'none' : (0,locks/* alterLock */.u8)(command),
    });
    const subtype = command.subtype ?? '';
    const simple = SIMPLE[subtype];
    if (subtype === 'AT_AlterConstraint')
        enforcing((0,sql_tree.as)(command.def, 'ATAlterConstraint'), add);
    if (simple) {
        add(simple[0], simple[1] === '' ? kind : simple[1], simple[2]);
        if (subtype === 'AT_AlterColumnType' && !isNew(node, c))
            retyped((0,sql_tree.as)(command.def, 'ColumnDef'), column ?? '', node.relation, add, c);
        return;
    }
    switch (subtype) {
        case 'AT_AddColumn':
            addColumn((0,sql_tree.as)(command.def, 'ColumnDef'), add);
            for (const item of (0,sql_tree.as)(command.def, 'ColumnDef')?.constraints ?? [])
                (0,keys/* noteKey */.Ef)((0,sql_tree.as)(item, 'Constraint'), node.relation, c, { column: (0,sql_tree.as)(command.def, 'ColumnDef')?.colname });
            break;
        case 'AT_DropColumn':
            add('drop', 'column', { rows: 'all', ...alter_cascade(command.behavior) });
            break;
        case 'AT_DropConstraint':
            add('drop', 'constraint', alter_cascade(command.behavior));
            break;
        case 'AT_AddConstraint':
            addConstraint((0,sql_tree.as)(command.def, 'Constraint'), add);
            (0,keys/* noteKey */.Ef)((0,sql_tree.as)(command.def, 'Constraint'), node.relation, c);
            break;
        case 'AT_AttachPartition':
            attach(command, kind, add, c);
            break;
        case 'AT_DetachPartition':
        case 'AT_DetachPartitionFinalize':
            add('alter', 'table');
            add('detach', 'partition', { name: partitionName(command, c) });
            break;
        case 'AT_SetRelOptions':
        case 'AT_ResetRelOptions':
        case 'AT_ReplaceRelOptions':
            add('alter', touchesSecurity(command.def) ? 'security-option' : kind);
            break;
        default:
            c.unknown('construct', `ALTER TABLE ${subtype} is not known to this version`);
            break;
    }
}
/** A constraint that is not enforced is none; one that is enforced again reads all rows. */
function enforcing(constraint, add) {
    if (!constraint?.alterEnforceability)
        return;
    const column = constraint.conname === undefined ? {} : { column: constraint.conname };
    if (constraint.is_enforced)
        add('scan', 'foreign-key', column);
    else
        add('drop', 'constraint', { ...column, detail: 'NOT ENFORCED' });
}
/** Nobody else can wait for the lock on a table that this text made. */
const isNew = (node, c) => c.isNew(node.relation);
function attach(command, kind, add, c) {
    const relation = (0,sql_tree.as)(command.def, 'PartitionCmd')?.name;
    add('alter', 'table');
    const lock = c.isNew(relation) ? 'none' : locks/* EXCLUSIVE */.PC;
    if (!relation)
        return;
    c.on('alter', kind === 'index' ? kind : 'partition', relation, { lock });
    if (kind !== 'index')
        c.on('scan', 'partition', relation, { lock });
}
const partitionName = (command, c) => c.mention((0,sql_tree.as)(command.def, 'PartitionCmd')?.name);
/** Whose rights a view runs with, and whether it hides rows. */
function touchesSecurity(definition) {
    const options = (0,sql_tree.as)(definition, 'List')?.items;
    return ['security_invoker', 'security_barrier'].some((name) => (0,sql_tree/* option */.uK)(options, name) !== undefined);
}

;// CONCATENATED MODULE: ./lib/sql/bodies/tree.js
// The tree of a PL/pgSQL body as the parser gives it: `{ PLpgSQL_stmt_if: { cond: { PLpgSQL_expr: … } } }`.
const expressionOf = (value) => value?.PLpgSQL_expr;
/** `around` is told when it goes into a node (1), and out of it (-1). */
function tree_visit(value, each, around) {
    if (Array.isArray(value)) {
        for (const item of value)
            tree_visit(item, each, around);
        return;
    }
    if (value === null || typeof value !== 'object')
        return;
    for (const [key, child] of Object.entries(value)) {
        around?.(key, 1, child);
        if (key.startsWith('PLpgSQL_'))
            each(key, child);
        tree_visit(child, each, around);
        around?.(key, -1, child);
    }
}
/** `target := value` and `target = value`, taken apart outside of quotes and brackets. */
const ASSIGNMENT = /^((?:"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^\]]*\])*\]|[^"[=:])*?)\s*:?=(.*)$/s;
/** An expression as a statement that can be parsed. */
function statementOf({ query, parseMode }) {
    if (parseMode === undefined || parseMode === 0)
        return query;
    if (parseMode < 3)
        return `SELECT ${query}`;
    const [, target = '', value = query] = ASSIGNMENT.exec(query) ?? [];
    return target.includes('[') ? `SELECT ${target}, ${value}` : `SELECT ${value}`;
}
/** Every node of a body; statements that are run are looked at in plpgsql.ts, what they fill in sources.ts. */
const NODES = new Set(`function type var rec recfield row alias expr condition exception exception_block diag_item raise_option case_when if_elsif
  stmt_assert stmt_assign stmt_block stmt_call stmt_case stmt_close stmt_commit stmt_dynexecute stmt_dynfors stmt_execsql stmt_exit
  stmt_fetch stmt_forc stmt_foreach_a stmt_fori stmt_fors stmt_getdiag stmt_if stmt_loop stmt_open stmt_perform stmt_raise
  stmt_return stmt_return_next stmt_return_query stmt_rollback stmt_while`
    .split(/\s+/)
    .map((name) => `PLpgSQL_${name}`));

;// CONCATENATED MODULE: ./lib/sql/bodies/sources.js
// The variables of a PL/pgSQL body, and where they get their values from.

/** `text` is the whole CREATE FUNCTION or DO statement. */
function sourcesIn(tree, text) {
    const { variables, numbered, aliased } = declared(tree);
    let lost = aliased;
    const give = (name, source) => {
        const found = variables.get(name);
        // Else a field of a record or an element of an array: its variable was given what nobody follows.
        if (found)
            found.given.push(source);
    };
    tree_visit(tree, (tag, fields) => {
        if (UNTRACED.has(tag))
            lost = true;
        else if (tag === 'PLpgSQL_stmt_assign') {
            const from = expressionOf(fields.expr);
            give(numbered[Number(fields.varno ?? 0)] ?? '', from && isWhole(from) ? { from } : undefined);
        }
        else
            filled(tag, fields, give);
    });
    return { variables, lost, columnsFirst: /variable_conflict/i.test(text) };
}
function declared(tree) {
    const variables = new Map();
    const numbered = [];
    let aliased = false;
    const loops = loopsIn(tree);
    tree_visit(tree, (tag, fields) => {
        if (tag !== 'PLpgSQL_function')
            return;
        const datums = (fields.datums ?? []).map((datum) => Object.entries(datum)[0] ?? ['', {}]);
        const inCursors = cursorArguments(datums);
        for (const [number, [kind, body]] of datums.entries()) {
            const record = numbered[Number(body.recparentno ?? 0)] ?? '';
            const name = kind === 'PLpgSQL_recfield' ? record : (body.refname ?? '');
            numbered.push(name);
            if (kind === 'PLpgSQL_recfield' || kind === 'PLpgSQL_row' || name === '')
                continue;
            const loop = loops.get(whichOf(body)) ?? 0;
            const several = datums.filter(([, other]) => whichOf(other) === whichOf(body)).length > loop;
            const place = inCursors.has(number)
                ? 'cursor'
                : loop === 0
                    ? placeOf(body)
                    : several
                        ? 'unsure'
                        : 'loop';
            add(variables, name, kindOf(kind, body), place, body);
        }
        for (const item of (fields.aliases ?? [])) {
            aliased = true;
            const { name = '', lineno } = item.PLpgSQL_alias ?? {};
            add(variables, String(name), 'mixed', Number(lineno ?? 0), {});
        }
    });
    return { variables, numbered, aliased };
}
function add(variables, name, kind, place, body) {
    const before = variables.get(name);
    if (before) {
        before.places.push(place);
        before.own = false;
        if (before.kind !== kind)
            before.kind = 'mixed';
        return;
    }
    variables.set(name, {
        initial: expressionOf(body.default_val),
        given: [],
        type: sources_typeOf(body),
        kind,
        places: [place],
        own: typeof place === 'number' && kind !== 'mixed',
    });
}
const sources_typeOf = ({ datatype }) => datatype?.PLpgSQL_type?.typname ?? '';
/** The parser takes every type that it does not know for one with fields; NEW and OLD have none. */
function kindOf(kind, body) {
    if (kind !== 'PLpgSQL_rec')
        return 'scalar';
    return body.datatype === undefined || sources_typeOf(body) === 'record' ? 'record' : 'mixed';
}
const whichOf = ({ lineno, refname }) => `${lineno} ${refname}`;
/** How many loops have a variable of that name on that line. */
function loopsIn(tree) {
    const loops = new Map();
    tree_visit(tree, (tag, fields) => {
        const { PLpgSQL_var: variable } = (fields.var ?? {});
        if (tag !== 'PLpgSQL_stmt_fori' || !variable)
            return;
        loops.set(whichOf(variable), (loops.get(whichOf(variable)) ?? 0) + 1);
    });
    return loops;
}
/** Arguments, NEW and OLD, and what every body has, have no line; a handler has these two. */
function placeOf({ refname = '', lineno }) {
    if (refname === 'sqlstate' || refname === 'sqlerrm')
        return 'handler';
    return lineno === undefined || lineno <= 0 ? 'everywhere' : lineno;
}
/** Numbers of the variables that only the query of a cursor sees. */
function cursorArguments(datums) {
    const rows = datums.flatMap(([, { cursor_explicit_argrow: row }]) => (typeof row === 'number' ? [row] : []));
    const fields = rows.flatMap((row) => (datums[row]?.[1].fields ?? []));
    return new Set(fields.map(({ varno = 0 }) => varno));
}
/** Statements that fill variables by number only, or out of sight. */
const UNTRACED = new Set(['PLpgSQL_stmt_foreach_a', 'PLpgSQL_stmt_getdiag', 'PLpgSQL_stmt_call']);
/** It is all of the variable that is given. */
const isWhole = ({ query }) => /^(?:"[^"]*"|[\w$\u0080-\uffff]+)$/.test((ASSIGNMENT.exec(query)?.[1] ?? '').trim());
/** Queries whose output is known by name and position. */
const QUERIES = {
    PLpgSQL_stmt_fors: 'query',
    PLpgSQL_stmt_execsql: 'sqlstmt',
};
/** INTO and FOR: a record gets all outputs, a list of variables each its own. */
function filled(tag, fields, give) {
    const from = expressionOf(fields[QUERIES[tag] ?? '']);
    for (const key of ['target', 'var', 'row', 'rec']) {
        const [kind, variable] = Object.entries((fields[key] ?? {}))[0] ?? [
            '',
        ];
        if (kind === 'PLpgSQL_row') {
            const names = (variable?.fields ?? []);
            for (const [output, { name = '' }] of names.entries())
                give(name, from && { from, output });
        }
        else if (variable?.refname !== undefined)
            give(String(variable.refname), kind === 'PLpgSQL_rec' && from ? { from } : undefined);
    }
}

;// CONCATENATED MODULE: ./lib/sql/bodies/parameters.js

const isBooleanType = (type) => (0,sql_tree/* parts */.rT)(type).at(-1) === 'bool';
/** A value of that kind which nobody knows. */
const TRUTH = {
    TypeCast: { arg: { ParamRef: { number: 0 } }, typeName: { names: [{ String: { sval: 'bool' } }] } },
};
/** `types` are TypeNames, in the order of the parameters. */
function substituteParameters(node, types) {
    if (!types.some(isBooleanType))
        return node;
    return replace(node, types);
}
function replace(value, types) {
    if (Array.isArray(value))
        return value.map((item) => replace(item, types));
    if (value === null || typeof value !== 'object')
        return value;
    if ((0,sql_tree/* tagOf */.cO)(value) === 'ParamRef') {
        const { number = 0 } = value.ParamRef;
        return isBooleanType(types[number - 1]) ? TRUTH : value;
    }
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, types)]));
}

;// CONCATENATED MODULE: ./lib/sql/bodies/substitute.js


/** The tree with variables in place of columns: their text where it is constant, else a parameter. */
function substitute(node, lookup) {
    let words;
    return substitute_replace(node, (names, dotted) => {
        const meaning = lookup(names, dotted);
        if (meaning !== 'field')
            return meaning;
        words ??= wordsOf(node, new Set());
        return words.has(names[0] ?? '') ? 'either' : 'variable';
    });
}
/** All words but those of references: names of relations, aliases and functions are among them. */
function wordsOf(value, into) {
    if (typeof value === 'string')
        into.add(value);
    else if (Array.isArray(value))
        for (const item of value)
            wordsOf(item, into);
    else if (value !== null && typeof value === 'object' && (0,sql_tree/* tagOf */.cO)(value) !== 'ColumnRef')
        for (const item of Object.values(value))
            wordsOf(item, into);
    return into;
}
function substitute_replace(value, lookup) {
    if (Array.isArray(value))
        return value.map((item) => substitute_replace(item, lookup));
    if (value === null || typeof value !== 'object')
        return value;
    if ((0,sql_tree/* tagOf */.cO)(value) === 'ColumnRef')
        return variable(value, lookup);
    if ((0,sql_tree/* tagOf */.cO)(value) === 'ParamRef') {
        const { number = 0 } = value.ParamRef;
        return lookup([`$${number}`], false) === 'truth' ? TRUTH : value;
    }
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, substitute_replace(child, lookup)]));
}
const PARAMETER = { ParamRef: { number: 0 } };
function variable(node, lookup) {
    const { fields = [] } = node.ColumnRef;
    const meaning = lookup((0,sql_tree/* parts */.rT)(fields), fields.length > 1);
    switch (meaning) {
        case 'column':
            return node;
        case 'variable':
            return PARAMETER;
        case 'truth':
            return TRUTH;
        case 'either':
        case 'field':
            // Neither picks rows as a column does, nor as a value.
            return { CoalesceExpr: { args: [node, PARAMETER] } };
        default:
            return { A_Const: { sval: { sval: meaning.text } } };
    }
}

;// CONCATENATED MODULE: ./lib/sql/bodies/texts.js




/** Alternatives multiply: more than these are not followed. */
const MOST = 16;
/** NULL: concat() and format() leave it out, `||` makes it of all of the text. No text holds this character. */
const texts_NOTHING = '\0';
/** Stands in a text where NULL was left out. */
const LEFT_OUT = '\0-';
/** Any part of a quoted name may hold a dot. */
const keyOf = (...names) => names.join('\0');
function textsOf(node, names, holes) {
    if (node === undefined)
        return undefined;
    const constant = isText(node) ? (0,sql_constants/* fold */.A)(node) : undefined;
    if (constant === null)
        return [texts_NOTHING];
    if (typeof constant === 'string')
        return [constant];
    const whole = (0,sql_tree.as)(node, 'A_Const')?.ival;
    if (whole)
        return [String(whole.ival ?? 0)];
    const reference = (0,sql_tree.as)(node, 'ColumnRef');
    if (reference) {
        const texts = names.get(keyOf(...(0,sql_tree/* parts */.rT)(reference.fields)));
        return texts === 'relation' ? orNothing(hole(holes, texts)) : texts;
    }
    const cast = (0,sql_tree.as)(node, 'TypeCast');
    if (cast)
        return castTexts(cast, names, holes);
    const operation = (0,sql_tree.as)(node, 'A_Expr');
    if (operation)
        return texts_joined(operation, names, holes);
    const choice = (0,sql_tree.as)(node, 'CaseExpr');
    if (choice)
        return chosen(choice, names, holes);
    const call = (0,sql_tree.as)(node, 'FuncCall');
    if (call)
        return callTexts(call, names, holes);
    const link = (0,sql_tree.as)(node, 'SubLink');
    if (link?.subLinkType !== 'EXPR_SUBLINK')
        return undefined;
    const outputs = outputsOfQuery(link.subselect, names, holes);
    return outputs?.length === 1 ? orNothing(outputs[0]?.texts) : undefined;
}
const OTHER_TYPE = /"TypeCast":|"CollateClause":/;
/** `char` loses blanks at its end, `name` what is behind 63 bytes, also where only NULL is cast to them. */
function isText(value) {
    if (!OTHER_TYPE.test(JSON.stringify(value) ?? ''))
        return true;
    if (Array.isArray(value))
        return value.every(isText);
    if (value === null || typeof value !== 'object')
        return true;
    const cast = (0,sql_tree.as)(value, 'TypeCast');
    if (cast && !isPlainText(cast))
        return false;
    return !(0,sql_tree.as)(value, 'CollateClause') && Object.values(value).every(isText);
}
function isPlainText({ typeName }) {
    const type = (0,sql_tree/* parts */.rT)(typeName?.names);
    if (!texts_isSystem(type) || typeName?.arrayBounds || typeName?.typmods)
        return false;
    return /^(?:text|varchar)$/.test(type.at(-1) ?? '');
}
/** The texts of each output of a plain SELECT; undefined for other queries. */
function outputsOfQuery(query, names, holes) {
    const select = (0,sql_tree.as)(query, 'SelectStmt');
    if (!select?.targetList || select.valuesLists || select.larg)
        return undefined;
    // A column may have the name of a variable.
    const visible = select.fromClause ? new Map() : names;
    const outputs = select.targetList.map((item) => (0,sql_tree.as)(item, 'ResTarget'));
    // `*` moves those behind it.
    if (outputs.some((output) => /"A_Star":/.test(JSON.stringify(output?.val))))
        return undefined;
    return outputs.map((output) => ({
        name: output && label(output),
        texts: textsOf(output?.val, visible, holes),
    }));
}
const texts_isSystem = (names) => names.length === 1 || names[0] === 'pg_catalog';
/** `x::regclass` is written as a name that needs no more quotes. */
function castTexts(cast, names, holes) {
    if (isPlainText(cast))
        return textsOf(cast.arg, names, holes);
    const { names: type, arrayBounds } = cast.typeName ?? {};
    return texts_isSystem((0,sql_tree/* parts */.rT)(type)) && (0,sql_tree/* parts */.rT)(type).at(-1) === 'regclass' && !arrayBounds
        ? orNothing(hole(holes, 'relation'))
        : undefined;
}
function texts_joined({ kind, name, lexpr, rexpr }, names, holes) {
    if (kind !== 'AEXPR_OP' || !texts_isSystem((0,sql_tree/* parts */.rT)(name)) || (0,sql_tree/* parts */.rT)(name).at(-1) !== '||')
        return undefined;
    const sides = [textsOf(lexpr, names, holes), textsOf(rexpr, names, holes)];
    const all = product(sides.map((texts) => texts?.filter((text) => text !== texts_NOTHING)));
    return sides.some((texts) => texts?.includes(texts_NOTHING)) ? orNothing(all) : all;
}
/** Both sides of a condition that only the moment decides. */
function chosen({ args = [], defresult }, names, holes) {
    // Without ELSE it is NULL.
    const results = [...args.map((arg) => (0,sql_tree.as)(arg, 'CaseWhen')?.result), defresult];
    return texts_union(results.map((result) => (result === undefined ? [texts_NOTHING] : textsOf(result, names, holes))));
}
function callTexts({ funcname, args = [], ...call }, names, holes) {
    const name = (0,sql_tree/* parts */.rT)(funcname);
    if (!texts_isSystem(name) || call.over || call.func_variadic || call.agg_distinct || call.agg_order)
        return undefined;
    switch (name.at(-1)) {
        case 'quote_ident':
            return orNothing(argument('I', args[0], names, holes));
        case 'quote_literal':
            return orNothing(argument('L', args[0], names, holes));
        case 'quote_nullable':
            return argument('L', args[0], names, holes);
        case 'concat':
            return leavingOut(args.map((arg) => textsOf(arg, names, holes)));
        case 'format':
            return formatted(args, names, holes);
        default:
            return undefined;
    }
}
const orNothing = (texts) => texts && [...new Set([texts_NOTHING, ...texts])];
const hole = (holes, kind) => {
    const text = holes.make(kind);
    return text === undefined ? undefined : [text];
};
/** format(): `%I` and `%L` are one identifier and one literal whatever they are given; `%s` must be known. */
function formatted([template, ...args], names, holes) {
    const known = textsOf(template, names, holes);
    if (known?.length !== 1 || known[0] === undefined || known[0].includes(texts_NOTHING) || (0,bodies_holes/* hasHoles */.eB)(known[0]))
        return undefined;
    let next = 0;
    let at = 0;
    const pieces = [];
    for (const found of known[0].matchAll(/%(?:(\d+)\$)?(.)?/gs)) {
        pieces.push([known[0].slice(at, found.index)]);
        at = found.index + found[0].length;
        if (found[0] === '%%') {
            pieces.push(['%']);
            continue;
        }
        if (found[1] !== undefined)
            next = Number(found[1]) - 1;
        pieces.push(argument(found[2] ?? '', args[next++], names, holes));
    }
    return leavingOut([...pieces, [known[0].slice(at)]]);
}
function argument(kind, value, names, holes) {
    if (value === undefined || !'sIL'.includes(kind) || kind === '')
        return undefined;
    if (kind === 's')
        return textsOf(value, names, holes);
    const constant = (0,sql_constants/* fold */.A)(value);
    if (typeof constant !== 'string')
        return hole(holes, kind === 'I' ? 'identifier' : 'literal');
    const quote = kind === 'I' ? '"' : "'";
    return [`${quote}${constant.replaceAll(quote, quote + quote)}${quote}`];
}
function leavingOut(pieces) {
    return product(pieces.map((piece) => piece?.map((text) => (text === texts_NOTHING ? LEFT_OUT : text))));
}
function product(pieces) {
    let all = [''];
    for (const piece of pieces) {
        if (piece === undefined)
            return undefined;
        all = all.flatMap((text) => piece.map((more) => text + more));
        if (all.length > MOST)
            return undefined;
    }
    return all;
}
function texts_union(pieces) {
    const all = pieces.flatMap((piece) => piece ?? []);
    return pieces.includes(undefined) || all.length > MOST ? undefined : all;
}

;// CONCATENATED MODULE: ./lib/sql/bodies/assigned.js







function assignedIn(tree, { text, labels, defaults }, c, holes) {
    const sources = sourcesIn(tree, text);
    const names = new Map();
    const known = { sources, names };
    if (sources.columnsFirst)
        return known;
    const collated = /\bcollate\b/i.test(text);
    for (const [name, variable] of sources.variables) {
        const { initial, given, type, own, kind, places } = variable;
        const followed = own && !sources.lost;
        const textual = kind === 'scalar' && TEXT.test(type);
        if (followed && textual && initial && given.length === 0 && !collated) {
            const constant = constantOf(initial, c, sources);
            if (constant !== undefined)
                variable.constant = constant;
        }
        if (type === 'regclass' && places.length === 1)
            names.set(keyOf(name), 'relation');
        else if (followed && type === 'record' && defaults && !defaults.has(name) && !labels.has(name))
            for (const [field, texts] of assigned_fieldsOf(given, c, known, holes))
                names.set(keyOf(name, field), texts);
        else if (followed && textual) {
            const all = initial ? [{ from: initial }, ...given] : given;
            const texts = texts_union(all.map((source) => textsFrom(source, c, known, holes)));
            names.set(keyOf(name), texts && [...new Set(initial ? texts : [texts_NOTHING, ...texts])]);
        }
    }
    return known;
}
/** Types that take a text as it is. Others cut it, or write it in their own way. */
const TEXT = /^\s*(?:pg_catalog\s*\.\s*)?(?:text|varchar|character\s+varying|"text"|"varchar")\s*$/i;
/** Every text that the expression may give; undefined when that is only known at run time. */
function textsOfExpression(found, c, { names }, holes) {
    const outputs = outputsOfQuery(parsed(found, c), names, holes);
    return outputs?.length === 1 ? outputs[0]?.texts : undefined;
}
function constantOf(found, c, { variables }) {
    const select = (0,sql_tree.as)(parsed(found, c), 'SelectStmt');
    const fixed = ([name = ''], dotted) => {
        const text = dotted ? undefined : variables.get(name)?.constant;
        return text === undefined ? 'column' : { text };
    };
    const value = (0,sql_tree.as)(select?.targetList?.[0], 'ResTarget')?.val;
    const texts = textsOf(value && substitute(value, fixed), new Map(), new bodies_holes/* Holes */.GS());
    const [text = texts_NOTHING, ...others] = texts ?? [];
    return others.length === 0 && !text.includes(texts_NOTHING) && !(0,bodies_holes/* hasHoles */.eB)(text) ? text : undefined;
}
function textsFrom(source, c, known, holes) {
    if (source === undefined)
        return undefined;
    if (source.output === undefined)
        return textsOfExpression(source.from, c, known, holes);
    // A query without rows gives NULL.
    const texts = outputsOfQuery(parsed(source.from, c), known.names, holes)?.[source.output]?.texts;
    return texts && [...new Set([texts_NOTHING, ...texts])];
}
/** A field has the texts of the output of that name in every query that the record is filled from. */
function assigned_fieldsOf(given, c, known, holes) {
    const queries = given.map((source) => source && recordOf(source.from, c, known, holes));
    const fields = new Map();
    for (const name of new Set(queries.flatMap((outputs) => [...(outputs?.keys() ?? [])])))
        fields.set(name, texts_union([[texts_NOTHING], ...queries.map((outputs) => outputs?.get(name))]));
    return fields;
}
/** The outputs by name, as long as every one has another that stands there. */
function recordOf(from, c, known, holes) {
    // An assigned value has the fields of its own type.
    if ((from.parseMode ?? 0) !== 0)
        return undefined;
    const outputs = outputsOfQuery(parsed(from, c), known.names, holes) ?? [];
    const named = new Map(outputs.flatMap(({ name, texts }) => (name === undefined ? [] : [[name, texts]])));
    return named.size === outputs.length ? named : undefined;
}
function parsed(found, c) {
    try {
        return c.parser.parse(statementOf(found))[0]?.stmt;
    }
    catch (error) {
        if (error instanceof sql_parser.SyntaxFailure)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/sql/bodies/defaults.js


/** The expressions, by variable; undefined when one may have been missed. */
function leftOut(tree, statement, parser) {
    const records = declaredRecords(tree);
    const found = new Map();
    const body = bodyOf(statement);
    if (records.length === 0)
        return found;
    if (body === undefined)
        return undefined;
    const seen = new Map();
    const words = parser.words(body);
    words.forEach((word, at) => {
        const name = folded(word);
        if (!records.includes(name) || !DECLARES.test(words[at - 1] ?? '') || GIVES.test(words[at + 1] ?? ''))
            return;
        seen.set(name, (seen.get(name) ?? 0) + 1);
        const query = defaultIn(words, at + 1);
        if (query !== undefined)
            found.set(name, [...(found.get(name) ?? []), { query, parseMode: 2 }]);
    });
    const each = new Set(records);
    const all = [...each].every((name) => seen.get(name) === records.filter((other) => other === name).length);
    return all ? found : undefined;
}
function declaredRecords(tree) {
    const names = [];
    tree_visit(tree, (tag, fields) => {
        if (tag !== 'PLpgSQL_function')
            return;
        for (const datum of (fields.datums ?? [])) {
            const { refname, lineno } = datum.PLpgSQL_rec ?? {};
            if (typeof refname === 'string' && Number(lineno ?? 0) > 0)
                names.push(refname);
        }
    });
    return names;
}
/** What stands before a declaration. */
const DECLARES = /^(?:;|declare)$/i;
/** What stands behind a name that is given a value by a statement. */
const GIVES = /^(?::=|=|\.|\[)$/;
const DEFAULT = /^(?::=|=|default)$/i;
/** The server folds these letters alone. */
const folded = (word) => word.startsWith('"')
    ? word.slice(1, -1).replaceAll('""', '"')
    : word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
/** The expression of the declaration whose type begins there. */
function defaultIn(words, from) {
    let depth = 0;
    let begin;
    for (let at = from; at < words.length; at++) {
        const word = words[at] ?? '';
        if (/^[([]$/.test(word))
            depth++;
        else if (/^[)\]]$/.test(word))
            depth--;
        else if (depth === 0 && word === ';')
            return begin === undefined ? undefined : words.slice(begin, at).join('\n');
        else if (depth === 0 && DEFAULT.test(word))
            begin ??= at + 1;
    }
    return undefined;
}
/** The text of the body in a DO or CREATE FUNCTION. */
function bodyOf(statement) {
    const items = (0,sql_tree.as)(statement, 'DoStmt')?.args ?? (0,sql_tree.as)(statement, 'CreateFunctionStmt')?.options ?? [];
    const bodies = items.flatMap((item) => {
        const element = (0,sql_tree.as)(item, 'DefElem');
        if (element?.defname !== 'as')
            return [];
        return [(0,sql_tree.as)(element.arg, 'String') ?? (0,sql_tree.as)((0,sql_tree.as)(element.arg, 'List')?.items?.[0], 'String')];
    });
    return bodies.at(-1)?.sval;
}

;// CONCATENATED MODULE: ./lib/sql/bodies/scopes.js


/** Follows a walk over the body. */
class Scopes {
    #variables;
    /** A column may win over a variable. */
    #columnsFirst;
    #labels;
    #truths;
    #everywhere = new Set();
    #unsure = new Set();
    #declared = new Map();
    #visible = new Map();
    /** `truths`: parameters that are booleans. */
    constructor(tree, labels, { variables, columnsFirst }, truths) {
        this.#truths = truths;
        this.#variables = variables;
        this.#labels = labels;
        this.#columnsFirst = columnsFirst;
        const blocks = [];
        tree_visit(tree, (tag, fields) => {
            if (tag === 'PLpgSQL_stmt_block' && Number(fields.lineno) > 0)
                blocks.push({ tag, fields });
            if (tag === 'PLpgSQL_stmt_fori')
                this.#declare(fields, loopVariable(fields));
        });
        for (const [name, { places }] of variables)
            for (const place of places) {
                if (place === 'everywhere')
                    this.#everywhere.add(name);
                else if (place === 'unsure')
                    this.#unsure.add(name);
                else if (typeof place === 'number') {
                    const found = blocksOf(place, blocks);
                    const block = found.length === 1 ? found[0] : undefined;
                    if (block)
                        this.#declare(block.fields, name);
                    else
                        this.#unsure.add(name);
                }
            }
    }
    #declare(where, name) {
        this.#declared.set(where, [...(this.#declared.get(where) ?? []), name]);
    }
    /** Tells of every node that the walk enters (1) and leaves (-1). */
    around(tag, fields, by) {
        if (fields === null || typeof fields !== 'object')
            return;
        const names = tag === 'PLpgSQL_exception_block' ? ['sqlstate', 'sqlerrm'] : this.#declared.get(fields);
        for (const name of names ?? [])
            this.#visible.set(name, (this.#visible.get(name) ?? 0) + by);
    }
    /** What a reference means at this place. */
    lookup = (names, dotted) => {
        const [name = ''] = names;
        if (this.#truths.has(name))
            return 'truth';
        const found = this.#variables.get(name);
        if (dotted && this.#labels.has(name))
            return 'either';
        if (!found)
            return 'column';
        // `i.id` is a column when `i` has no fields.
        if (dotted && found.kind === 'scalar')
            return 'column';
        if (this.#columnsFirst)
            return 'either';
        const visible = this.#everywhere.has(name) || (this.#visible.get(name) ?? 0) > 0;
        if (visible && dotted && found.kind === 'mixed')
            return 'field';
        if (visible && found.constant !== undefined && !dotted)
            return { text: found.constant };
        if (visible)
            return BOOLEAN.test(found.type) && !dotted ? 'truth' : 'variable';
        return this.#unsure.has(name) ? 'either' : 'column';
    };
}
const BOOLEAN = /^\s*(?:pg_catalog\s*\.\s*)?"?bool(?:ean)?"?\s*$/i;
/** `$1` and so on of a function, where they are booleans. */
function truthsOf(statement) {
    const given = ((0,sql_tree.as)(statement, 'CreateFunctionStmt')?.parameters ?? []).flatMap((item) => {
        const parameter = (0,sql_tree.as)(item, 'FunctionParameter');
        const mode = parameter?.mode ?? 'FUNC_PARAM_DEFAULT';
        return parameter && mode !== 'FUNC_PARAM_TABLE' && mode !== 'FUNC_PARAM_OUT' ? [parameter] : [];
    });
    return new Set(given.flatMap(({ argType }, at) => ((0,sql_tree/* parts */.rT)(argType?.names).at(-1) === 'bool' ? [`$${at + 1}`] : [])));
}
const loopVariable = ({ var: variable }) => String(variable?.PLpgSQL_var?.refname ?? '');
/** Blocks that the line may be in the declarations of: behind the BEGIN before it. */
function blocksOf(line, blocks) {
    const begins = blocks.map(({ fields }) => Number(fields.lineno));
    return blocks.filter((_, at) => line <= (begins[at] ?? 0) && (begins[at - 1] ?? 0) <= line);
}
/** Labels of blocks and loops, and the function's name: `label.variable` is the variable. */
function labelsIn(tree, statement) {
    const labels = new Set((0,sql_tree/* parts */.rT)((0,sql_tree.as)(statement, 'CreateFunctionStmt')?.funcname).slice(-1));
    tree_visit(tree, (_, { label }) => {
        if (typeof label === 'string')
            labels.add(label);
    });
    return labels;
}
/** In a SQL function a column wins over the argument of its name; which there are, the text does not tell. */
function argumentsOf(statement) {
    const { funcname, parameters = [] } = (0,sql_tree.as)(statement, 'CreateFunctionStmt') ?? {};
    const own = (0,sql_tree/* parts */.rT)(funcname).at(-1);
    const truths = truthsOf(statement);
    const names = new Set(parameters.flatMap((item) => (0,sql_tree.as)(item, 'FunctionParameter')?.name ?? []));
    return ([name = ''], dotted) => {
        if (truths.has(name))
            return 'truth';
        return names.has(name) || (dotted && name === own) ? 'either' : 'column';
    };
}

;// CONCATENATED MODULE: ./lib/sql/bodies/text.js








const text_MAX_DEPTH = 8;
/** Walks every statement of `text`. Temporary tables it makes are not taken as surely there. */
function sqlBody(text, c, variables) {
    text_deeper(c, 'a body', () => walkAll(text, c.parser.parse(text), c, variables));
}
/** The same for a text that EXECUTE is given: one with holes that stand in the wrong places is `unknown`. */
function executed(text, c, holes, parameters) {
    text_deeper(c, 'a body', () => {
        const statements = c.parser.parse(text);
        if (!(0,bodies_holes/* hasHoles */.eB)(text))
            walkAll(text, statements, c, parameters);
        else if ((0,bodies_holes/* harmless */.Is)(text, statements, holes.kinds)) {
            template(text, statements, c, parameters);
            if (holes.carry(text))
                c.flow({ place: 'a name, default or comment of the catalogue', sources: [HELD] });
        }
        else
            c.unknown('code', 'EXECUTE of a text that is only known when it runs');
    });
}
/** Whichever object is meant, what this text made may be gone or be another. */
function template(text, statements, c, parameters) {
    c.templated = true;
    walkAll(text, statements, c, parameters);
    c.names.forget();
    c.forgetFunctions();
}
function walkAll(text, statements, c, variables) {
    const texts = (0,slices/* statementTexts */.o)(text, statements);
    statements.forEach((statement, index) => {
        const before = c.source;
        c.source = texts[index] ?? '';
        const meant = variables ? substitute(statement.stmt, variables) : statement.stmt;
        hold(meant, c);
        c.repeats.also(statement.stmt);
        c.uses.read(statement.stmt);
        checkChoices(statement.stmt, c);
        probe(statement.stmt, c, true);
        walkStatement(meant, c);
        c.source = before;
    });
}
/** Runs `work` one level down; text that does not parse, or nests without end, is `unknown`. */
function text_deeper(c, what, work) {
    if (c.depth >= text_MAX_DEPTH) {
        c.unknown('code', `${what} is nested too deeply to be analysed`);
        return;
    }
    c.depth++;
    try {
        work();
    }
    catch (error) {
        if (!(error instanceof sql_parser.SyntaxFailure))
            throw error;
        c.unknown('code', `${what} does not parse`);
    }
    finally {
        c.depth--;
    }
}

;// CONCATENATED MODULE: ./lib/sql/bodies/plpgsql.js












/** `text` is the whole CREATE FUNCTION or DO statement. */
function plpgsqlBody(text, c) {
    text_deeper(c, 'a PL/pgSQL body', () => {
        const tree = c.parser.body(text);
        const statement = c.parser.parse(text)[0]?.stmt;
        const labels = labelsIn(tree, statement);
        const defaults = leftOut(tree, statement, c.parser);
        const holes = new bodies_holes/* Holes */.GS();
        const variables = assignedIn(tree, { text, labels, defaults }, c, holes);
        const scopes = new Scopes(tree, labels, variables.sources, truthsOf(statement));
        const each = (tag, fields) => {
            if (!NODES.has(tag))
                c.unknown('construct', `${tag} is not known to this version`);
            if (tag === 'PLpgSQL_type')
                c.uses.readTypeText(String(fields.typname ?? ''));
            if (tag === 'PLpgSQL_expr')
                plpgsql_expression(fields, c, variables, scopes.lookup);
            for (const key of DYNAMIC[tag] ?? []) {
                const given = { names: variables, truths: truthsGiven(fields.params, c, scopes.lookup) };
                dynamic(fields[key], c, given, holes);
            }
        };
        const around = (tag, by, fields) => {
            if (LOOP.test(tag))
                c.loops += by;
            scopes.around(tag, fields, by);
        };
        withVariables(() => {
            for (const given of defaults?.values() ?? [])
                for (const found of given)
                    plpgsql_expression(found, c, variables, scopes.lookup);
            tree_visit(tree, each, around);
        }, c);
        if (!defaults)
            c.unknown('code', 'a declaration that the parser does not tell');
    });
}
/** Where PL/pgSQL runs a text that it computes. */
const DYNAMIC = {
    PLpgSQL_stmt_dynexecute: ['query'],
    PLpgSQL_stmt_dynfors: ['query'],
    PLpgSQL_stmt_return_query: ['dynquery'],
    PLpgSQL_stmt_open: ['dynquery'],
};
const LOOP = /^PLpgSQL_stmt_(?:loop|while|fori|fors|forc|foreach_a|dynfors)$/;
function plpgsql_expression(found, c, { sources }, lookup) {
    if (found.parseMode === 1)
        return;
    holdRow(found.query, c);
    sqlBody(statementOf(found), c, lookup);
    const [, target = '', text = ''] = (found.parseMode ?? 0) < 3 ? [] : (ASSIGNMENT.exec(found.query) ?? []);
    if (target)
        assignedFlow(target, { text, statement: c.parser.parse(`SELECT ${text}`)[0]?.stmt }, sources.variables, c);
}
function truthsGiven(params, c, lookup) {
    const found = new Set();
    for (const [at, each] of (Array.isArray(params) ? params : []).entries()) {
        const given = expressionOf(each);
        const select = given && (0,sql_tree.as)(c.parser.parse(statementOf(given))[0]?.stmt, 'SelectStmt');
        const value = (0,sql_tree.as)(substitute(select?.targetList?.[0], lookup), 'ResTarget')?.val;
        if (value && !(0,sql_tree.as)(value, 'FuncCall') && mayBeTruth(value))
            found.add(`$${at + 1}`);
    }
    return found;
}
function dynamic(value, c, { names: variables, truths }, holes) {
    const found = expressionOf(value);
    if (!found)
        return;
    const texts = textsOfExpression(found, c, variables, holes);
    c.within('execute', () => {
        if (texts === undefined)
            c.unknown('code', 'EXECUTE of a text that is only known when it runs');
        else
            for (const text of runnable(texts, c))
                executed(text, c, holes, ([name = '']) => (truths.has(name) ? 'truth' : 'column'));
    });
}
/** What the server would run: NULL, and what makes no statement where NULL is left out of it, is an error. */
function runnable(texts, c) {
    const sure = texts.some((text) => !text.includes(texts_NOTHING) && parses(text, c));
    const left = texts.filter((text) => text !== texts_NOTHING).map((text) => text.replaceAll(LEFT_OUT, ''));
    return [...new Set(left)].filter((text) => texts.includes(text) || !sure || parses(text, c));
}
function parses(text, c) {
    try {
        return c.parser.parse(text).length > 0;
    }
    catch (error) {
        if (error instanceof sql_parser.SyntaxFailure)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __webpack_require__(5966);
// EXTERNAL MODULE: ./lib/sql/reach.js
var reach = __webpack_require__(7627);
;// CONCATENATED MODULE: ./lib/sql/statements/blanket.js


/** True when every row gets the same values, and only ranges, IS NOT NULL and joins say which rows. */
function isBlanket({ targetList = [], whereClause }, body) {
    const isConstant = (node) => (0,sql_constants/* fold */.A)(node) !== undefined ||
        (!body && (0,sql_tree.as)(node, 'ParamRef') !== undefined) ||
        (0,sql_tree.as)(node, 'SetToDefault') !== undefined;
    const isWide = (node) => {
        const bool = (0,sql_tree.as)(node, 'BoolExpr');
        if (bool)
            return (bool.args ?? []).every(bool.boolop === 'NOT_EXPR' ? isTest : isWide);
        const test = (0,sql_tree.as)(node, 'NullTest');
        if (test)
            return test.nulltesttype === 'IS_NOT_NULL' && blanket_isColumn(test.arg);
        const truth = (0,sql_tree.as)(node, 'BooleanTest');
        if (truth)
            return isWide(truth.arg);
        const operation = (0,sql_tree.as)(node, 'A_Expr');
        if (!operation)
            return isConstant(node);
        const sides = [operation.lexpr, operation.rexpr];
        // In a body, a name may be that of an argument.
        if (sides.every(blanket_isColumn))
            return !body;
        const picks = operation.kind !== 'AEXPR_DISTINCT' && EQUAL.test((0,sql_tree/* parts */.rT)(operation.name).at(-1) ?? '');
        return isTest(node) && !picks;
    };
    /** A column beside a constant. */
    const isTest = (node) => {
        const operation = (0,sql_tree.as)(node, 'A_Expr');
        if (!operation)
            return isWide(node);
        const sides = [operation.lexpr, operation.rexpr].flatMap((side) => (0,sql_tree.as)(side, 'List')?.items ?? side ?? []);
        return (sides.some(blanket_isColumn) && sides.every((side) => blanket_isColumn(side) || (isConstant(side) && !isDate(side))));
    };
    const values = targetList.map((item) => (0,sql_tree.as)(item, 'ResTarget')?.val);
    return values.length > 0 && values.every(isConstant) && isWide(whereClause) && !isBounded(whereClause);
}
/** `id BETWEEN 1 AND 1000`, `id >= 1 AND id < 1000`: a batch. */
function isBounded(where) {
    const bool = (0,sql_tree.as)(where, 'BoolExpr');
    const all = bool?.boolop === 'AND_EXPR' ? (bool.args ?? []) : [where];
    const below = new Set();
    const above = new Set();
    for (const each of all) {
        const { kind, name, lexpr, rexpr } = (0,sql_tree.as)(each, 'A_Expr') ?? {};
        if (kind === 'AEXPR_BETWEEN')
            return true;
        const [left, right] = [lexpr, rexpr].map((side) => (0,sql_tree/* parts */.rT)((0,sql_tree.as)(side, 'ColumnRef')?.fields).at(-1));
        const column = left ?? right;
        if (column === undefined || (left !== undefined && right !== undefined))
            continue;
        const sign = (0,sql_tree/* parts */.rT)(name).at(-1);
        if (sign === '<' || sign === '<=')
            (left === undefined ? above : below).add(column);
        if (sign === '>' || sign === '>=')
            (left === undefined ? below : above).add(column);
    }
    return [...below].some((column) => above.has(column));
}
/** What is older than a day is picked by what it is; many rows of it are another matter. */
const isDate = (node) => /^\d{4}-\d\d?(-|$)/.test(String((0,sql_constants/* fold */.A)(node) ?? ''));
const EQUAL = /^(=|~~\*?|~\*?|@>|<@|\?|&&)$/;
/** A column, or what is computed of one. */
function blanket_isColumn(node) {
    const text = JSON.stringify(node) ?? '';
    return text.includes('"ColumnRef":') && !text.includes('"SubLink":');
}

;// CONCATENATED MODULE: ./lib/sql/statements/limits.js


/** Fewer are taken from a queue again and again. */
const FEW = 100;
/** The largest LIMIT without a condition in `parts`, nothing when there is none, or `where` tests something else. */
function limited(rows, where, parts) {
    if (rows !== 'some' || !conjuncts(where).every(limits_joins))
        return {};
    const limits = parts.flatMap(limitsIn).filter((limit) => limit > FEW);
    return limits.length === 0 ? {} : { most: Math.max(...limits) };
}
function conjuncts(where) {
    const bool = (0,sql_tree.as)(where, 'BoolExpr');
    if (bool?.boolop === 'AND_EXPR')
        return (bool.args ?? []).flatMap(conjuncts);
    return where ? [where] : [];
}
/** A subquery, or two columns that are the same. */
function limits_joins(node) {
    const { lexpr, rexpr } = (0,sql_tree.as)(node, 'A_Expr') ?? {};
    const wanted = [lexpr, rexpr].every((side) => side && 'ColumnRef' in side);
    const array = rexpr && JSON.stringify(rexpr).includes('"SubLink":');
    return (0,sql_tree.as)(node, 'SubLink') !== undefined || wanted || array === true;
}
function limitsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(limitsIn);
    if (value === null || typeof value !== 'object')
        return [];
    const below = Object.values(value).flatMap(limitsIn);
    const { limitCount, whereClause, fromClause } = value;
    const limit = whereClause === undefined && fromClause?.length === 1 ? (0,sql_constants/* fold */.A)(limitCount) : undefined;
    return typeof limit === 'number' ? [limit, ...below] : below;
}

;// CONCATENATED MODULE: ./lib/sql/statements/rows.js















const rows_ROWS = {
    InsertStmt: insert,
    DeleteStmt(node, c) {
        withCtes(node.withClause, c, () => {
            const others = node.usingClause ?? [];
            const found = rows(node.whereClause, node.relation, others, c);
            change('delete', node.relation, found, c, limited(found, node.whereClause, [node]));
            compared(rows_picked(node.relation, others), [node.whereClause, ...others.flatMap(joins)], c, () => rows_changing({ found, others, where: node.whereClause, returning: node.returningClause }, c));
        });
    },
    UpdateStmt(node, c) {
        withCtes(node.withClause, c, () => {
            const others = node.fromClause ?? [];
            updateFlows(node, c);
            const found = rows(node.whereClause, node.relation, others, c);
            const blanket = isBlanket(node, c.held !== undefined || !c.topLevel) && { blanket: true };
            change('update', node.relation, found, c, fillsNew(node, c)
                ? { detail: 'new columns' }
                : { ...blanket, ...limited(found, node.whereClause, [node]) });
            compared(rows_picked(node.relation, others), [node.whereClause, ...others.flatMap(joins)], c, () => rows_changing({ found, others, where: node.whereClause, set: node.targetList, returning: node.returningClause }, c));
        });
    },
    MergeStmt: merge,
    TruncateStmt(node, c) {
        for (const item of node.relations ?? [])
            c.on('truncate', 'table', (0,sql_tree.as)(item, 'RangeVar'), {
                rows: 'all',
                lock: locks/* EXCLUSIVE */.PC,
                ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
            });
    },
};
/** Which rows it is, is asked of any number of them. */
function rows_changing({ found, others, where, set, returning }, c) {
    const each = found === 'some' || found === 'none' ? walk : walkMany;
    each(set, c);
    walkMany([others, where], c);
    each(returning, c);
}

function change(action, relation, found, c, told = {}) {
    const more = { ...(found !== undefined && { rows: found }), ...told };
    const object = isCatalog(relation) ? 'catalog' : 'table';
    if (relation && isCatalog(relation) === false && !c.isOwn(relation))
        c.add({ action, object, name: c.mention(relation), ...more });
    else
        c.on(action, object, relation, more);
}
function rows(where, relation, others, c) {
    return relation ? rows_rowsOf(where, targetOf(relation, others, c, [where])) : 'unknown';
}
function insert(node, c) {
    withCtes(node.withClause, c, () => {
        insertFlows(node, c);
        change('insert', node.relation, undefined, c);
        const conflict = node.onConflictClause;
        if (conflict?.action === 'ONCONFLICT_UPDATE')
            c.within('on-conflict', () => change('update', node.relation, c.loops > 0 ? 'unknown' : conflicting(node.selectStmt, c), c));
        const conflicts = [conflict?.whereClause, conflict?.infer?.whereClause];
        if (conflict)
            compared(rows_picked(node.relation, []), conflicts, c, () => { });
        walk([node.selectStmt, conflict?.infer], c);
        const rest = [node.cols, conflict?.targetList, conflict?.whereClause, node.returningClause];
        const many = c.repeats.on || givesMany(node.selectStmt, c);
        if (many)
            c.repeats.relation((0,sql_tree/* relationName */.CJ)(node.relation));
        if (many)
            walkMany(rest, c);
        else
            walk(rest, c);
    });
}
/** The rows that ON CONFLICT changes: as many as come in, and only those that the client wrote down or sends are a few. */
function conflicting(source, { place }) {
    const select = (0,sql_tree.as)(source, 'SelectStmt');
    if (!select)
        return 'some';
    // A single row of VALUES may hold functions that return sets.
    if (select.valuesLists)
        return addsNoRows(select.valuesLists) ? 'some' : 'unknown';
    if (select.larg || select.groupClause)
        return 'unknown';
    // An array of a body may come from a query.
    if (place.body && (0,picking/* holdsParameter */.WQ)(select))
        return 'unknown';
    const given = (select.fromClause ?? []).every((item) => {
        const { functions = [], ordinality } = (0,sql_tree.as)(item, 'RangeFunction') ?? {};
        return !ordinality && functions.length === 1 && functions.every(givesWritten);
    });
    return given && addsNoRows([select.targetList, select.sortClause]) ? 'some' : 'unknown';
}
/** A function of FROM, with its column definitions. */
const givesWritten = (node) => {
    const call = (0,sql_tree.as)((0,sql_tree.as)(node, 'List')?.items?.[0], 'FuncCall');
    return call !== undefined && isGiven(call);
};
function merge(node, c) {
    withCtes(node.withClause, c, () => {
        mergeFlows(node, c);
        // Also where no clause changes anything: a view may call functions.
        c.on('read', 'table', node.relation);
        const clauses = (node.mergeWhenClauses ?? []).map((item) => (0,sql_tree.as)(item, 'MergeWhenClause')?.condition);
        const sources = node.sourceRelation ? [node.sourceRelation] : [];
        c.repeats.relation((0,sql_tree/* relationName */.CJ)(node.relation));
        compared(rows_picked(node.relation, sources), [node.joinCondition, ...clauses], c, () => branches(node, c));
    });
}
const MATCHED = { CMD_UPDATE: 'update', CMD_DELETE: 'delete' };
function branches(node, c) {
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = (0,sql_tree.as)(item, 'MergeWhenClause');
        if (!clause)
            continue;
        if (clause.commandType === 'CMD_INSERT')
            change('insert', node.relation, undefined, c);
        const action = MATCHED[clause.commandType ?? ''];
        if (action) {
            const found = rows_merged(node, clause, c);
            const most = limited(found, clause.condition, [node.withClause, node.sourceRelation, clause.condition]);
            change(action, node.relation, found, c, most);
        }
        walkMany([clause.condition, clause.targetList, clause.values], c);
    }
    walkMany([node.sourceRelation, node.joinCondition, node.returningClause], c);
}
const rows_picked = (relation, others) => relation ? [{ RangeVar: relation }, ...others] : others;
/** Matched rows are those of the join; `NOT MATCHED BY SOURCE` are all the others. */
function rows_merged(node, clause, c) {
    const { relation, joinCondition } = node;
    if (!relation || (0,sql_constants/* fold */.A)(clause.condition) === false)
        return relation ? 'none' : 'unknown';
    const others = node.sourceRelation ? [node.sourceRelation] : [];
    const condition = clause.condition;
    if (clause.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE')
        return rows_rowsOf(condition, targetOf(relation, [], c, [condition]));
    const target = targetOf(relation, others, c, [joinCondition, condition]);
    return rowsOfAll([joinCondition, condition], target);
}

;// CONCATENATED MODULE: ./lib/sql/statements/create.js









/** Options of views that decide who sees which rows. */
const SECURITY = ['security_invoker', 'security_barrier'];
const CREATES = {
    CreateStmt: (node, c) => createTable(node, 'table', c),
    CreateForeignTableStmt(node, c) {
        if (node.base)
            createTable(node.base, 'foreign-table', c);
    },
    CreateTableAsStmt: createAs,
    ViewStmt(node, c) {
        c.schemaChanged = true;
        const given = SECURITY.filter((name) => (0,sql_tree/* option */.uK)(node.options, name) !== undefined);
        const off = given.some((name) => /^(false|off|no|0)$/.test((0,sql_tree/* option */.uK)(node.options, name) ?? ''));
        const detail = ['or replaces it', ...given].join(' with ');
        c.on('create', 'view', node.view, { ...(node.replace && { lock: locks/* EXCLUSIVE */.PC, detail }) });
        if (node.replace && off)
            c.on('alter', 'security-option', node.view);
        if (showsServer(node))
            c.on('create', 'catalog-view', node.view);
        createFlows(node.query, node.view, (0,sql_tree/* parts */.rT)(node.aliases), c, true);
        c.within('view', () => walk(node.query, c));
    },
    RefreshMatViewStmt(node, c) {
        c.on('maintain', 'materialized-view', node.relation, {
            lock: node.concurrent ? (0,locks/* lockOf */.Vx)('refresh concurrently') : locks/* EXCLUSIVE */.PC,
            ...(node.skipData && { rows: 'all', detail: 'WITH NO DATA' }),
        });
    },
    IndexStmt: createIndex,
    CreateSeqStmt(node, c) {
        c.on('create', 'sequence', node.sequence);
    },
    AlterSeqStmt(node, c) {
        const collides = ['restart', 'increment', 'minvalue', 'maxvalue', 'cycle', 'start'].some((name) => (0,sql_tree/* option */.uK)(node.options, name) !== undefined);
        c.on('alter', 'sequence', node.sequence, {
            lock: (0,locks/* lockOf */.Vx)('alter sequence'),
            ...(collides && { detail: 'its next values' }),
        });
        const owner = node.options?.flatMap((item) => {
            const { defname, arg } = (0,sql_tree.as)(item, 'DefElem') ?? {};
            return defname === 'owned_by' ? [(0,sql_tree/* parts */.rT)(arg).slice(0, -1)] : [];
        })[0];
        // NONE has no table.
        if (owner?.length)
            c.on('alter', 'sequence', node.sequence, { detail: `${reach/* OWNED_BY */.SL}${(0,sql_tree/* dotted */.Bs)(owner)}` });
    },
    CreateSchemaStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: 'create',
            object: 'schema',
            name: (0,sql_tree/* dotted */.Bs)([node.schemaname ?? node.authrole?.rolename ?? '']),
        });
        if (node.authrole)
            c.add({ action: 'grant', object: 'schema', detail: 'owned by another role' });
        walk(node.schemaElts, c);
        // What they name without a schema is in this one.
        if (node.schemaElts)
            c.names.forget();
    },
    CreateDomainStmt(node, c) {
        c.add(create_made('domain', node.domainname));
        walk(node.constraints, c);
    },
    CompositeTypeStmt(node, c) {
        c.on('create', 'type', node.typevar);
    },
    CreateEnumStmt: (node, c) => c.add(create_made('type', node.typeName)),
    CreateRangeStmt(node, c) {
        const runs = ['canonical', 'subtype_diff'].some((name) => (0,sql_tree/* option */.uK)(node.params, name) !== undefined);
        c.add(create_made(runs ? 'operator' : 'type', node.typeName));
    },
    AlterEnumStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: node.oldVal === undefined ? 'alter' : 'rename',
            object: 'type',
            name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.typeName)),
            ...(node.oldVal !== undefined && { detail: 'a value of it' }),
        });
    },
    AlterTypeStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.typeName)) }),
    CreateStatsStmt(node, c) {
        c.add({ ...create_made('statistics', node.defnames), lock: (0,locks/* lockOf */.Vx)('statistics') });
        walk([node.exprs, node.relations], c);
    },
    AlterStatsStmt: (node, c) => c.add({ action: 'alter', object: 'statistics', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.defnames)) }),
    CommentStmt(node, c) {
        const object = objectKind(node.objtype);
        c.add({
            action: 'comment',
            object,
            name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.object)),
            ...(ON_RELATIONS.has(object) && { lock: (0,locks/* lockOf */.Vx)('comment') }),
        });
    },
    DefineStmt(node, c) {
        const object = objectKind(node.kind);
        const plain = object === 'collation' || (node.kind === 'OBJECT_TYPE' && !node.definition);
        const search = node.kind === 'OBJECT_TSDICTIONARY' || node.kind === 'OBJECT_TSCONFIGURATION';
        c.add(create_made(plain || search ? object : object === 'aggregate' ? 'aggregate' : 'operator', node.defnames));
    },
    AlterTSDictionaryStmt: (node, c) => c.add({ action: 'alter', object: 'text-search', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.dictname)) }),
    AlterTSConfigurationStmt: (node, c) => c.add({ action: 'alter', object: 'text-search', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.cfgname)) }),
    AlterCollationStmt: (node, c) => c.add({ action: 'alter', object: 'collation', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.collname)) }),
};
const ON_RELATIONS = new Set([
    'table',
    'column',
    'view',
    'materialized-view',
    'foreign-table',
    'index',
    'sequence',
]);
function create_made(object, names) {
    return { action: 'create', object: create_isSystem((0,sql_tree/* parts */.rT)(names)) ? 'catalog' : object, name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(names)) };
}
const create_isSystem = (names) => names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '');
/** Who changes rows of this view changes settings, or the catalogue by a name that is gone with the connection. */
function showsServer({ query, view }) {
    const from = (0,sql_tree.as)(query, 'SelectStmt')?.fromClause ?? [];
    const base = from.length === 1 ? (0,sql_tree.as)(from[0], 'RangeVar') : undefined;
    return isCatalog(base) && (base?.relname === 'pg_settings' || view?.relpersistence === 't');
}
function createTable(node, object, c) {
    c.schemaChanged = true;
    const system = create_isSystem([node.relation?.schemaname ?? '', '']);
    c.on('create', system ? 'catalog' : object, node.relation);
    // A foreign table passes changes on, whatever schema it is in.
    if (object === 'table')
        remember(node.relation, c, {
            ends: node.oncommit === 'ONCOMMIT_DROP',
            maybe: node.if_not_exists ?? false,
            alike: (node.tableElts ?? []).some((item) => (0,sql_tree.as)(item, 'TableLikeClause')) || node.ofTypename !== undefined,
            joined: (node.inhRelations ?? []).length > 0,
        });
    for (const item of node.tableElts ?? []) {
        const column = (0,sql_tree.as)(item, 'ColumnDef');
        storedFlows(column, node.relation, c);
        (0,keys/* noteKey */.Ef)((0,sql_tree.as)(item, 'Constraint'), node.relation, c, { made: true });
        for (const constraint of column?.constraints ?? [])
            (0,keys/* noteKey */.Ef)((0,sql_tree.as)(constraint, 'Constraint'), node.relation, c, { column: column?.colname, made: true });
    }
    walk([node.tableElts, node.constraints, node.partbound, node.partspec], c);
    for (const parent of node.inhRelations ?? [])
        c.on('alter', 'table', (0,sql_tree.as)(parent, 'RangeVar'), { lock: node.partbound ? locks/* EXCLUSIVE */.PC : (0,locks/* lockOf */.Vx)('inherited') });
}
function remember(relation, c, made) {
    if (!relation || !c.topLevel)
        return;
    const { ends, maybe, alike = false, joined = false } = made;
    if (isTemporary(relation)) {
        if (!joined)
            created(relation, c, ends);
    }
    else if (!maybe)
        c.names.addTable(c.mention(relation), { fresh: !joined, alike });
}
function createAs(node, c) {
    c.schemaChanged = true;
    const relation = node.into?.rel;
    c.on('create', node.objtype === 'OBJECT_MATVIEW' ? 'materialized-view' : 'table', relation);
    const shown = node.objtype === 'OBJECT_MATVIEW';
    createFlows(node.query, relation, (0,sql_tree/* parts */.rT)(node.into?.colNames), c, shown);
    c.within('create-as', () => walk(node.query, c));
    if (node.objtype !== 'OBJECT_MATVIEW')
        remember(relation, c, {
            ends: node.into?.onCommit === 'ONCOMMIT_DROP',
            maybe: node.if_not_exists ?? false,
        });
}
function createIndex(node, c) {
    c.schemaChanged = true;
    c.on('create', 'index', node.relation, {
        ...(node.idxname && { column: node.idxname }),
        lock: c.isNew(node.relation) ? 'none' : (0,locks/* lockOf */.Vx)(node.concurrent ? 'concurrently' : 'create index'),
    });
    walk([node.indexParams, node.indexIncludingParams, node.whereClause], c);
}

;// CONCATENATED MODULE: ./lib/sql/statements/prepare.js







const PREPARED = {
    PrepareStmt: prepare,
    ExecuteStmt: execute,
    DeallocateStmt(node, c) {
        const name = (0,sql_tree/* dotted */.Bs)([node.name ?? '']);
        c.add({ action: 'prepare', object: 'deallocate', name: node.name ? name : 'all' });
        if (node.name)
            c.known.prepared.delete(name);
        else
            c.known.prepared.clear();
    },
};
function prepare(node, c) {
    const name = (0,sql_tree/* dotted */.Bs)([node.name ?? '']);
    c.add({ action: 'prepare', object: 'statement', name });
    if (c.topLevel)
        c.known.prepared.add(name);
    const query = substituteParameters(node.query, node.argtypes ?? []);
    if (query === undefined)
        return;
    c.prepared.prepare(c.templated ? ANY : name, query);
    c.within('prepare', () => walk(query, c));
    if (c.prepared.isOpen(name))
        run(query, true, c);
}
function execute(node, c) {
    const name = (0,sql_tree/* dotted */.Bs)([node.name ?? '']);
    const known = c.known.prepared.has(name);
    const which = c.templated ? ANY : name;
    const again = c.prepared.again(which);
    const open = c.templated || !c.isDirect || again || !(node.params ?? []).every(prepare_isGiven);
    c.add({
        action: 'execute',
        object: 'prepared',
        name,
        ...(known && { detail: 'prepared by this text' }),
        ...(open && { rows: 'unknown' }),
    });
    walk(node.params, c);
    if (open)
        c.prepared.opened(which);
    const queries = [...new Set([which, ANY])].map((each) => c.prepared.queries(each));
    for (const query of queries.flatMap((found) => found ?? []))
        run(query, open, c);
    if (queries.includes(undefined))
        c.unknown('code', 'EXECUTE more often than is followed');
}
/** `open`: with values that nobody knows, or any number of times. */
function run(query, open, c) {
    if (open)
        c.repeats.also(query);
    c.within('prepare', () => {
        if (open)
            c.openly(() => walkMany(query, c));
        else
            walk(query, c);
    });
}
const TYPES = /^(int[248]|float[48]|numeric|text|varchar|bpchar|name|uuid|date|timestamp|timestamptz|time|timetz|interval|jsonb?|bytea|oid|inet)$/;
/** Written down, or sent by the client: one value, and neither NULL nor a boolean, which many rows may have. */
function prepare_isGiven(value) {
    const cast = (0,sql_tree.as)(value, 'TypeCast');
    if (cast) {
        const names = (0,sql_tree/* parts */.rT)(cast.typeName?.names);
        const own = names.length === 1 || names[0] === 'pg_catalog';
        return own && TYPES.test(names.at(-1) ?? '') && cast.arg !== undefined && prepare_isGiven(cast.arg);
    }
    if ((0,sql_tree.as)(value, 'ParamRef') || (0,sql_tree.as)(value, 'SQLValueFunction'))
        return true;
    const items = (0,sql_tree.as)(value, 'A_ArrayExpr');
    if (items)
        return (items.elements ?? []).every(prepare_isGiven);
    const constant = (0,sql_constants/* fold */.A)(value) ?? ((0,sql_tree.as)((0,sql_columns/* uncast */.P7)(value), 'A_Const')?.isnull ? null : (0,sql_constants/* fold */.A)((0,sql_columns/* uncast */.P7)(value)));
    if (constant === undefined || constant === null || typeof constant === 'boolean')
        return false;
    return !(typeof constant === 'string' && (0,picking/* isBoolean */.Lm)(constant));
}

;// CONCATENATED MODULE: ./lib/sql/statements/session.js





const SESSION = {
    VariableSetStmt: set,
    VariableShowStmt() { },
    DiscardStmt(node, c) {
        const target = (node.target ?? 'DISCARD_ALL').slice('DISCARD_'.length).toLowerCase();
        c.add({ action: 'set', object: 'session', name: target });
        if (target === 'all')
            c.known.prepared.clear();
        c.resolutionChanged ||= target === 'all' || target === 'temp';
    },
    ConstraintsSetStmt(node, c) {
        c.add({ action: 'transaction', object: 'constraints', ...(node.deferred && { detail: 'deferred' }) });
    },
    TransactionStmt: transaction,
    DeclareCursorStmt(node, c) {
        c.add({ action: 'cursor', object: 'cursor', name: (0,sql_tree/* dotted */.Bs)([node.portalname ?? '']) });
        c.within('cursor', () => walk(node.query, c));
    },
    FetchStmt(node, c) {
        c.add({ action: 'cursor', object: 'fetch', name: (0,sql_tree/* dotted */.Bs)([node.portalname ?? '']) });
    },
    ClosePortalStmt(node, c) {
        c.add({ action: 'cursor', object: 'close', name: (0,sql_tree/* dotted */.Bs)([node.portalname ?? '']) });
    },
    ...PREPARED,
    NotifyStmt(node, c) {
        c.add({ action: 'notify', object: 'channel', name: (0,sql_tree/* dotted */.Bs)([node.conditionname ?? '']) });
    },
    ListenStmt(node, c) {
        c.add({ action: 'notify', object: 'listen', name: (0,sql_tree/* dotted */.Bs)([node.conditionname ?? '']) });
    },
    UnlistenStmt(node, c) {
        c.add({ action: 'notify', object: 'unlisten', name: (0,sql_tree/* dotted */.Bs)([node.conditionname ?? '*']) });
    },
};
/** The values of a SET as text; undefined when one is not a constant. */
function valuesOf(node) {
    const values = (node.args ?? []).map((arg) => (0,sql_constants/* fold */.A)(arg));
    return values.every((value) => value !== undefined && value !== null) ? values.map(String) : undefined;
}
function set(node, c) {
    const name = node.name ?? '';
    if (node.kind === 'VAR_RESET_ALL') {
        c.add({ action: 'set', object: 'session', name: 'all' });
        forgetNames(c);
    }
    else if (node.kind === 'VAR_SET_MULTI') {
        modes(node.args, c, name === 'SESSION CHARACTERISTICS' ? 'default_transaction_read_only' : 'transaction_read_only');
        c.add({ action: 'transaction', object: 'mode' });
    }
    else {
        const back = node.kind === 'VAR_RESET' || node.kind === 'VAR_SET_DEFAULT';
        const effect = (0,settings/* settingEffect */.OR)(name, node.kind === 'VAR_SET_VALUE' ? valuesOf(node) : undefined);
        c.add(back ? { ...effect, detail: 'to its default' } : effect);
        if ((0,settings/* movesNames */.zE)(name))
            forgetNames(c);
    }
}
/** What this text made may be found no more, and others of the same names instead. */
function forgetNames(c) {
    c.resolutionChanged = true;
    c.names.forget();
    c.forgetFunctions();
}
/** READ WRITE among the modes of BEGIN and SET TRANSACTION. */
function modes(options, c, setting) {
    for (const node of options ?? []) {
        const element = (0,sql_tree.as)(node, 'DefElem');
        if (element?.defname !== 'transaction_read_only')
            continue;
        c.add((0,settings/* settingEffect */.OR)(setting, [(0,sql_tree/* optionText */.re)(element.arg) ?? '']));
    }
}
const session_KINDS = {
    TRANS_STMT_PREPARE: 'two-phase',
    TRANS_STMT_COMMIT_PREPARED: 'two-phase',
    TRANS_STMT_ROLLBACK_PREPARED: 'two-phase',
};
function transaction(node, c) {
    const kind = node.kind ?? '';
    const detail = kind.slice('TRANS_STMT_'.length).toLowerCase().replaceAll('_', ' ');
    c.add({ action: 'transaction', object: session_KINDS[kind] ?? 'transaction', detail });
    modes(node.options, c, 'transaction_read_only');
    // What was made since may be gone, and the permanent table of that name is meant again.
    if (kind.startsWith('TRANS_STMT_ROLLBACK') || kind === 'TRANS_STMT_PREPARE') {
        c.known.prepared.clear();
        c.known.functions.clear();
    }
}

;// CONCATENATED MODULE: ./lib/sql/statements/code.js















const code_CODE = {
    DoStmt: runBlock,
    CallStmt(node, c) {
        c.commits ||= c.topLevel;
        walk({ FuncCall: node.funccall }, c);
    },
    CreateFunctionStmt: createFunction,
    AlterFunctionStmt(node, c) {
        const name = (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.func?.objname));
        c.add({ action: 'alter', object: 'function', name });
        options(node.actions, name, c);
    },
    CreateTrigStmt(node, c) {
        c.on('create', 'trigger', node.relation, {
            lock: (0,locks/* lockOf */.Vx)('create trigger'),
            ...(node.trigname && { column: node.trigname }),
        });
        c.within('trigger', () => code_named(node.funcname, c));
        triggerFlow((0,sql_tree/* parts */.rT)(node.funcname), (0,sql_tree/* parts */.rT)(node.args), node.relation, c);
        walk(node.whenClause, c);
    },
    CreateEventTrigStmt: (node, c) => c.add({ action: 'create', object: 'event-trigger', name: (0,sql_tree/* dotted */.Bs)([node.trigname ?? '']) }),
    AlterEventTrigStmt(node, c) {
        c.add({
            action: 'alter',
            object: 'event-trigger',
            name: (0,sql_tree/* dotted */.Bs)([node.trigname ?? '']),
            ...(node.tgenabled === 'D' && { detail: 'disabled' }),
        });
    },
    RuleStmt(node, c) {
        c.schemaChanged = true;
        c.on('create', 'rule', node.relation, {
            ...(node.rulename && { column: node.rulename }),
            lock: locks/* EXCLUSIVE */.PC,
        });
        withRow(node.relation, () => c.within('rule', () => walk([node.whereClause, node.actions], c)), c);
    },
    CreateCastStmt: (_, c) => c.add({ action: 'create', object: 'operator', name: 'cast' }),
    CreateTransformStmt: (_, c) => c.add({ action: 'create', object: 'operator', name: 'transform' }),
    CreateConversionStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.conversion_name)) }),
    CreateOpClassStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.opclassname)) }),
    CreateOpFamilyStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.opfamilyname)) }),
    AlterOpFamilyStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.opfamilyname)) }),
    AlterOperatorStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.opername?.objname)) }),
    CreateExtensionStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: 'create',
            object: 'extension',
            name: (0,sql_tree/* dotted */.Bs)([node.extname ?? '']),
            ...((0,sql_tree/* enabled */.Sn)(node.options, 'cascade') && { cascade: true }),
        });
    },
    AlterExtensionStmt: (node, c) => c.add({ action: 'alter', object: 'extension', name: (0,sql_tree/* dotted */.Bs)([node.extname ?? '']) }),
    AlterExtensionContentsStmt(node, c) {
        const name = (0,sql_tree/* dotted */.Bs)([node.extname ?? '']);
        c.add({ action: 'alter', object: 'extension', name, detail: objectKind(node.objtype) });
        if (node.action !== code_DROPS)
            member((0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.object)), name, c);
    },
    CreatePLangStmt: (node, c) => c.add({ action: 'create', object: 'language', name: (0,sql_tree/* dotted */.Bs)([node.plname ?? '']) }),
    CreateAmStmt: (node, c) => c.add({
        action: 'create',
        object: 'language',
        name: (0,sql_tree/* dotted */.Bs)([node.amname ?? '']),
        detail: 'access method',
    }),
    LoadStmt: (_, c) => c.add({ action: 'load', object: 'library' }),
};
const code_DROPS = -1;
function code_named(names, c) {
    const effect = (0,functions/* effectOfName */.Oh)((0,sql_tree/* parts */.rT)(names));
    if (effect && !c.known.functions.has(effect.name ?? ''))
        c.add(effect);
}
const textOf = (node) => {
    const list = (0,sql_tree.as)(node, 'List');
    if (list)
        return (0,sql_tree/* parts */.rT)(list.items);
    const text = (0,sql_tree.as)(node, 'String');
    return text ? [text.sval ?? ''] : [];
};
const code_argument = (items, name) => (items ?? []).map((item) => (0,sql_tree.as)(item, 'DefElem')).findLast((element) => element?.defname === name)?.arg;
/** Words of a block that may end a transaction, itself or by what it runs. */
const COMMITS = /\b(?:commit|rollback|call|execute)\b/i;
function runBlock(node, c) {
    const language = (0,sql_tree/* option */.uK)(node.args, 'language') ?? 'plpgsql';
    c.add({ action: 'execute', object: 'block', name: language });
    const text = textOf(code_argument(node.args, 'as'))[0];
    c.commits ||= c.topLevel && (language !== 'plpgsql' || COMMITS.test(text ?? ''));
    c.schemaChanged = true;
    c.resolutionChanged = true;
    c.within('do', () => {
        if (language !== 'plpgsql')
            c.unknown('code', `a block in ${(0,sql_tree/* dotted */.Bs)([language])} cannot be analysed`);
        else if (text !== undefined)
            plpgsqlBody(c.source, c);
    });
}
/** What dynamic SQL is put together with: an overload for another type would be called, and this would be told wrong. */
const FOLDED = /^(?:format|quote_(?:ident|literal|nullable)|concat|lower|upper|btrim|chr|reverse|replace|nextval|current_setting)$/;
function createFunction(node, c) {
    const names = (0,sql_tree/* parts */.rT)(node.funcname);
    const name = (0,sql_tree/* dotted */.Bs)(names);
    const language = node.sql_body ? 'sql' : ((0,sql_tree/* option */.uK)(node.options, 'language') ?? 'sql');
    c.schemaChanged = true;
    c.add({
        action: 'create',
        object: create_isSystem(names) ? 'catalog' : 'function',
        name,
        ...(node.replace && { detail: 'or replaces it' }),
    });
    if (FOLDED.test(names.at(-1) ?? ''))
        c.unknown('code', `a function of the name ${(0,sql_tree/* dotted */.Bs)(names.slice(-1))} may be called in place of PostgreSQL's own`);
    options(node.options, name, c);
    walk(node.parameters, c);
    const before = c.opaque;
    c.repeats.body(name, !returnsTrigger(node.returnType), c.uses.functions, () => c.within('function', () => body(node, language, c)));
    const known = c.topLevel && c.opaque === before;
    const inputs = (node.parameters ?? []).filter((item) => (0,sql_tree.as)(item, 'FunctionParameter')?.mode !== 'FUNC_PARAM_TABLE');
    if (known && inputs.length === 0)
        c.known.functions.add(name);
    if (node.replace && returnsTrigger(node.returnType))
        c.names.hook();
}
function body(node, language, c) {
    const text = textOf(code_argument(node.options, 'as'));
    const named = argumentsOf({ CreateFunctionStmt: node });
    if (node.sql_body)
        walk(substitute(node.sql_body, named), c);
    else if (language === 'sql')
        sqlBody(text[0] ?? '', c, named);
    else if (language === 'plpgsql')
        plpgsqlBody(c.source, c);
    else if (language === 'c' || language === 'internal')
        c.add({ action: 'load', object: 'native-code', name: language });
    else
        c.add({ action: 'load', object: 'foreign-code', name: (0,sql_tree/* dotted */.Bs)([language]) });
}
/** SECURITY DEFINER, SET and SUPPORT of a function. */
function options(items, name, c) {
    if ((0,sql_tree/* option */.uK)(items, 'security') === 'true')
        c.add({ action: 'alter', object: 'security-definer', name });
    if ((0,sql_tree/* option */.uK)(items, 'support') !== undefined || (0,sql_tree/* option */.uK)(items, 'leakproof') === 'true')
        c.add({ action: 'create', object: 'operator', name });
    for (const item of items ?? []) {
        const set = (0,sql_tree.as)((0,sql_tree.as)(item, 'DefElem')?.arg, 'VariableSetStmt');
        if (!set)
            continue;
        const effect = (0,settings/* settingEffect */.OR)(set.name ?? 'all', set.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined);
        // A fixed search_path is what careful authors give a SECURITY DEFINER function.
        if (set.name !== undefined && (0,settings/* movesNames */.zE)(set.name) && effect.name === 'search_path')
            continue;
        c.add({ ...effect, via: ['function'] });
    }
}

;// CONCATENATED MODULE: ./lib/sql/statements/copy.js




const COPY = { CopyStmt: copy };
function copy(node, c) {
    const action = node.is_from ? 'copy-in' : 'copy-out';
    if (node.is_program)
        c.add({ action: 'execute', object: 'program' });
    else if (node.filename)
        c.add({ action, object: 'file' });
    if (node.relation) {
        const object = isCatalog(node.relation) ? 'catalog' : 'table';
        c.on(action, object, node.relation, node.is_from ? {} : { rows: 'all' });
        if (!node.is_from && showsValues(node.relation))
            c.on('read', 'catalog-values', node.relation);
    }
    else
        c.add({ action, object: 'query', rows: 'unknown' });
    if (!node.is_from && (node.is_program || node.filename)) {
        const { query, relation } = node;
        leavingFlow({ ...(query && { query }), ...(relation && { relation }) }, 'a file or program of the server', c);
    }
    walk(node.whereClause, c);
    c.within('copy', () => walk(node.query, c));
}

;// CONCATENATED MODULE: ./lib/sql/statements/maintenance.js



const MAINTENANCE = {
    LockStmt: lock,
    VacuumStmt(node, c) {
        const full = (0,sql_tree/* enabled */.Sn)(node.options, 'full');
        const action = full ? 'rewrite' : 'maintain';
        const object = node.is_vacuumcmd ? 'vacuum' : 'analyze';
        const relations = (node.rels ?? []).map((item) => (0,sql_tree.as)(item, 'VacuumRelation')?.relation);
        for (const relation of relations)
            c.on(action, object, relation, full ? { lock: locks/* EXCLUSIVE */.PC, detail: 'VACUUM FULL' } : { lock: (0,locks/* lockOf */.Vx)(object) });
        if (relations.length === 0)
            c.add({
                action,
                object,
                lock: full ? locks/* EXCLUSIVE */.PC : (0,locks/* lockOf */.Vx)(object),
                detail: full ? 'VACUUM FULL of every table' : 'every table',
            });
    },
    ClusterStmt(node, c) {
        if (node.relation)
            c.on('rewrite', 'table', node.relation, { lock: locks/* EXCLUSIVE */.PC, detail: 'CLUSTER' });
        else
            c.add({
                action: 'rewrite',
                object: 'table',
                lock: locks/* EXCLUSIVE */.PC,
                detail: 'CLUSTER of every clustered table',
            });
    },
    ReindexStmt(node, c) {
        const concurrently = (0,sql_tree/* enabled */.Sn)(node.params, 'concurrently');
        const object = `reindex-${(node.kind ?? '').slice('REINDEX_OBJECT_'.length).toLowerCase()}`;
        const more = { lock: concurrently ? (0,locks/* lockOf */.Vx)('concurrently') : locks/* EXCLUSIVE */.PC };
        if (node.relation)
            c.on('maintain', object, node.relation, more);
        else
            c.add({ action: 'maintain', object, ...(node.name && { name: (0,sql_tree/* dotted */.Bs)([node.name]) }), ...more });
        if ((0,sql_tree/* option */.uK)(node.params, 'tablespace') !== undefined)
            c.add({ action: 'move', object: 'index' });
    },
    ExplainStmt: explain,
    CheckPointStmt: (_, c) => c.add({ action: 'maintain', object: 'server', detail: 'CHECKPOINT' }),
};
function lock(node, c) {
    for (const item of node.relations ?? [])
        c.on('lock', 'table', (0,sql_tree.as)(item, 'RangeVar'), { lock: locks/* MODES */.FN[node.mode ?? 8] || locks/* EXCLUSIVE */.PC });
}
/** Without ANALYZE nothing runs, but planning reads, and evaluates functions that call themselves stable. */
const PLANNED = new Set(['read', 'call', 'set', 'unknown', 'execute']);
function explain(node, c) {
    const runs = (0,sql_tree/* enabled */.Sn)(node.options, 'analyze');
    c.add({ action: 'explain', object: 'statement', ...(runs && { detail: 'ANALYZE runs it' }) });
    const inside = () => c.within('explain', () => walk(node.query, c));
    if (runs)
        inside();
    else
        for (const effect of c.apart(inside))
            if (PLANNED.has(effect.action))
                c.restore(effect);
}

;// CONCATENATED MODULE: ./lib/sql/statements/rename.js




const RENAMES = {
    RenameStmt: rename,
    AlterObjectSchemaStmt(node, c) {
        const object = objectKind(node.objectType);
        const name = node.relation ? c.mention(node.relation) : (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.object));
        if (node.relation)
            renamedFlow(name, (0,sql_tree/* dotted */.Bs)([node.newschema ?? '', node.relation.relname ?? '']), c);
        c.schemaChanged = true;
        if (!node.relation)
            c.forgetFunctions();
        c.add({
            action: 'move',
            object,
            name,
            ...(node.relation && { lock: locks/* EXCLUSIVE */.PC }),
            ...(node.relation && { detail: to([node.newschema ?? '', node.relation.relname ?? '']) }),
            ...(c.isTemporary(node.relation) && { temporary: true }),
        });
    },
};
/** What is found under its new name afterwards. ALTER INDEX renames tables, too. */
const GIVEN = /^(table|foreign-table|view|materialized-view|index|schema)$/;
/** What stands behind the new name is code. */
const rename_CODE = /^(function|aggregate|type|domain)$/;
const to = (names) => `to ${(0,sql_tree/* dotted */.Bs)(names.filter(Boolean))}`;
function rename(node, c) {
    const object = objectKind(node.renameType);
    const relation = c.mention(node.relation);
    const name = relation || (0,sql_tree/* dotted */.Bs)(node.subname && !node.object ? [node.subname] : (0,sql_tree/* parts */.rT)(node.object));
    const temporary = c.isTemporary(node.relation);
    renameFlows(node, object, relation, c);
    if (!relation)
        c.forgetFunctions();
    c.schemaChanged = true;
    c.add({
        action: 'rename',
        object,
        ...(name && { name }),
        ...(relation && node.subname && { column: node.subname }),
        ...((GIVEN.test(object) || rename_CODE.test(object)) && {
            detail: to([node.relation?.schemaname ?? '', node.newname ?? '']),
        }),
        ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
        ...(node.relation && { lock: object === 'index' ? (0,locks/* lockOf */.Vx)('rename index') : locks/* EXCLUSIVE */.PC }),
        ...(temporary && { temporary }),
    });
}
function renameFlows(node, object, relation, c) {
    const to = node.newname ?? '';
    if (object === 'column' || object === 'attribute')
        c.made.columns.add(to);
    if (object === 'column')
        c.flow({ relation, column: to, sources: [`${relation}.${node.subname ?? ''}`], same: true });
    else if (object !== 'schema' && GIVEN.test(object))
        renamedFlow(relation, (0,sql_tree/* dotted */.Bs)([...(node.relation?.schemaname ? [node.relation.schemaname] : []), to]), c);
    else if (object === 'schema')
        c.flow({ relation: `${(0,sql_tree/* dotted */.Bs)([to])}.*`, sources: [`${(0,sql_tree/* dotted */.Bs)([node.subname ?? ''])}.*.*`], named: true });
}

;// CONCATENATED MODULE: ./lib/sql/statements/roles.js






const ROLES = {
    GrantStmt(node, c) {
        const object = node.targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? 'all-in-schema' : objectKind(node.objtype);
        const wide = (node.grantees ?? []).some((role) => (0,sql_tree.as)(role, 'RoleSpec')?.roletype === 'ROLESPEC_PUBLIC');
        const names = (node.objects ?? []).map((item) => {
            const relation = (0,sql_tree.as)(item, 'RangeVar');
            return relation ? c.mention(relation) : (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(item));
        });
        for (const name of names.length > 0 ? names : [undefined])
            c.add({
                action: node.is_grant ? 'grant' : 'revoke',
                object,
                ...(name && { name }),
                ...(wide && node.is_grant && { detail: 'to every role' }),
            });
    },
    AlterDefaultPrivilegesStmt(node, c) {
        c.add({ action: node.action?.is_grant ? 'grant' : 'revoke', object: 'default' });
    },
    GrantRoleStmt(node, c) {
        for (const role of node.granted_roles ?? []) {
            const name = (0,sql_tree.as)(role, 'AccessPriv')?.priv_name ?? '';
            const action = node.is_grant ? 'grant' : 'revoke';
            c.add({ action, object: /^pg_/.test(name) ? 'predefined-role' : 'role', name: (0,sql_tree/* dotted */.Bs)([name]) });
        }
    },
    CreateRoleStmt(node, c) {
        const detail = powers(node.options);
        c.add({ action: 'create', object: 'role', name: (0,sql_tree/* dotted */.Bs)([node.role ?? '']), ...(detail && { detail }) });
    },
    AlterRoleStmt(node, c) {
        const detail = powers(node.options);
        c.add({ action: 'alter', object: 'role', name: specName(node.role), ...(detail && { detail }) });
    },
    DropRoleStmt(node, c) {
        for (const role of node.roles ?? [])
            c.add({ action: 'drop', object: 'role', name: roleName(role) });
    },
    DropOwnedStmt(node, c) {
        for (const role of node.roles ?? [])
            c.add({ action: 'drop', object: 'owned', name: roleName(role), rows: 'all', ...cascade(node.behavior) });
        c.schemaChanged = true;
    },
    AlterRoleSetStmt(node, c) {
        storedSetting('role-setting', node.setstmt, c);
    },
    AlterDatabaseSetStmt(node, c) {
        storedSetting('database-setting', node.setstmt, c);
    },
    AlterSystemStmt(node, c) {
        storedSetting('system-setting', node.setstmt, c);
    },
    AlterOwnerStmt(node, c) {
        const name = node.relation ? c.mention(node.relation) : (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.object));
        c.add({ action: 'own', object: objectKind(node.objectType), ...(name && { name }) });
    },
    ReassignOwnedStmt(node, c) {
        for (const role of node.roles ?? [])
            c.add({ action: 'own', object: 'owned', name: roleName(role) });
    },
    SecLabelStmt(node, c) {
        c.add({ action: 'alter', object: 'security-label', name: (0,sql_tree/* dotted */.Bs)((0,sql_tree/* parts */.rT)(node.object)) });
    },
    CreatePolicyStmt(node, c) {
        c.on('create', 'policy', node.table, { lock: locks/* EXCLUSIVE */.PC });
        walk([node.qual, node.with_check], c);
    },
    AlterPolicyStmt(node, c) {
        c.on('alter', 'policy', node.table, { lock: locks/* EXCLUSIVE */.PC });
        walk([node.qual, node.with_check], c);
    },
};
const POWERS = new Set(['superuser', 'createrole', 'createdb', 'isreplication', 'bypassrls']);
/** The strong attributes a role is given. */
function powers(options) {
    const given = (options ?? []).flatMap((node) => {
        const element = (0,sql_tree.as)(node, 'DefElem');
        const name = element?.defname ?? '';
        return POWERS.has(name) && (0,sql_tree/* optionText */.re)(element?.arg) !== 'false'
            ? [name.replace('isreplication', 'replication')]
            : [];
    });
    return given.length > 0 ? `with ${given.join(', ')}` : '';
}
function storedSetting(object, set, c) {
    const name = set?.kind === 'VAR_RESET_ALL' ? 'all' : (set?.name ?? '');
    const { detail } = (0,settings/* settingEffect */.OR)(name, set?.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined);
    c.add({ action: 'alter', object, name: name.toLowerCase(), ...(detail && { detail }) });
}
function specName(role) {
    if (role?.rolename)
        return (0,sql_tree/* dotted */.Bs)([role.rolename]);
    return (role?.roletype ?? '').slice('ROLESPEC_'.length).toLowerCase();
}
function roleName(node) {
    return specName((0,sql_tree.as)(node, 'RoleSpec'));
}

;// CONCATENATED MODULE: ./lib/sql/statements/server.js



const SERVER = {
    CreatedbStmt: (node, c) => c.add({ action: 'create', object: 'database', name: (0,sql_tree/* dotted */.Bs)([node.dbname ?? '']) }),
    AlterDatabaseStmt: (node, c) => c.add({ action: 'alter', object: 'database', name: (0,sql_tree/* dotted */.Bs)([node.dbname ?? '']) }),
    AlterDatabaseRefreshCollStmt: (node, c) => c.add({ action: 'alter', object: 'database', name: (0,sql_tree/* dotted */.Bs)([node.dbname ?? '']) }),
    CreateTableSpaceStmt: (node, c) => c.add({ action: 'create', object: 'tablespace', name: (0,sql_tree/* dotted */.Bs)([node.tablespacename ?? '']) }),
    AlterTableSpaceOptionsStmt: (node, c) => c.add({ action: 'alter', object: 'tablespace', name: (0,sql_tree/* dotted */.Bs)([node.tablespacename ?? '']) }),
    CreateFdwStmt: (node, c) => c.add({ action: 'create', object: 'foreign-data-wrapper', name: (0,sql_tree/* dotted */.Bs)([node.fdwname ?? '']) }),
    AlterFdwStmt: (node, c) => c.add({ action: 'alter', object: 'foreign-data-wrapper', name: (0,sql_tree/* dotted */.Bs)([node.fdwname ?? '']) }),
    CreateForeignServerStmt: (node, c) => c.add({ action: 'create', object: 'server', name: (0,sql_tree/* dotted */.Bs)([node.servername ?? '']) }),
    AlterForeignServerStmt: (node, c) => c.add({ action: 'alter', object: 'server', name: (0,sql_tree/* dotted */.Bs)([node.servername ?? '']) }),
    CreateUserMappingStmt: (node, c) => c.add({ action: 'create', object: 'user-mapping', name: (0,sql_tree/* dotted */.Bs)([node.servername ?? '']) }),
    AlterUserMappingStmt: (node, c) => c.add({ action: 'alter', object: 'user-mapping', name: (0,sql_tree/* dotted */.Bs)([node.servername ?? '']) }),
    ImportForeignSchemaStmt(node, c) {
        c.schemaChanged = true;
        c.add({ action: 'create', object: 'foreign-schema', name: (0,sql_tree/* dotted */.Bs)([node.local_schema ?? '']) });
    },
    CreatePublicationStmt(node, c) {
        c.add({
            action: 'create',
            object: 'publication',
            name: (0,sql_tree/* dotted */.Bs)([node.pubname ?? '']),
            ...(node.pubobjects && { lock: (0,locks/* lockOf */.Vx)('publish') }),
            ...(node.for_all_tables && { detail: 'of all tables' }),
        });
        published(node.pubobjects, c);
    },
    AlterPublicationStmt(node, c) {
        c.add({
            action: 'alter',
            object: 'publication',
            name: (0,sql_tree/* dotted */.Bs)([node.pubname ?? '']),
            ...(node.pubobjects && { lock: (0,locks/* lockOf */.Vx)('publish') }),
        });
        published(node.pubobjects, c);
    },
    CreateSubscriptionStmt: (node, c) => c.add({ action: 'create', object: 'subscription', name: (0,sql_tree/* dotted */.Bs)([node.subname ?? '']) }),
    AlterSubscriptionStmt: (node, c) => c.add({ action: 'alter', object: 'subscription', name: (0,sql_tree/* dotted */.Bs)([node.subname ?? '']) }),
};
function published(objects, c) {
    for (const item of objects ?? []) {
        const table = (0,sql_tree.as)(item, 'PublicationObjSpec')?.pubtable;
        c.mention(table?.relation);
        walk(table?.whereClause, c);
    }
}

;// CONCATENATED MODULE: ./lib/sql/statements/index.js











/** A handler for every statement of the grammar. */
const STATEMENTS = {
    ...rows_ROWS,
    ...DROPS,
    ...ALTERS,
    ...RENAMES,
    ...CREATES,
    ...code_CODE,
    ...ROLES,
    ...SESSION,
    ...MAINTENANCE,
    ...SERVER,
    ...COPY,
};

;// CONCATENATED MODULE: ./lib/sql/analyse.js















const HANDLERS = { ...EXPRESSIONS, ...STATEMENTS };
const NO_USES = { functions: [], operators: [], types: [], fields: [], assigned: [] };
/** Throws only when the parser instance is spoilt (`isSpoilt`). */
function analyseText(parser, text) {
    try {
        const statements = parser.parse(text);
        const c = new Collector(parser, HANDLERS);
        // A file of many statements may ask for more than one statement.
        c.start.work.left += 4 * text.length;
        c.probes.depth.work.left += 4 * text.length;
        const texts = (0,slices/* statementTexts */.o)(text, statements);
        statements.forEach(({ stmt }, index) => {
            c.source = texts[index] ?? '';
            c.uses.read(stmt);
            checkChoices(stmt, c);
            if (!keepsNames(stmt))
                c.names.forgetColumns();
            if (c.names.clouded && !isQuiet(stmt))
                c.names.forget();
            walkStatement(stmt, c);
            probe(stmt, c, false);
        });
        sunkFlows(statements, c);
        if (usesHidden(c.effects))
            c.unknown('code', 'an operator, a cast or a type that this text makes may be meant by what it runs');
        const last = statements.at(-1)?.stmt;
        const outputs = outputsOf(last);
        const copy = copyOf(parser, last, texts.at(-1) ?? '');
        const used = c.uses.found;
        const repeated = c.repeats.found(used);
        const uses = used || repeated.many ? { ...(used ?? NO_USES), ...repeated } : undefined;
        const pins = statements.length === 1 ? pinsOf(last) : undefined;
        const { tables: created, lasting: temporary } = c.names;
        const analysis = {
            effects: c.told,
            relations: c.relations,
            count: statements.length,
            ...(outputs && { outputs }),
            ...(c.commits && { commits: true }),
            ...(statements.every(({ stmt }) => isDefinition(stmt)) && { defines: true }),
            changes: {
                schema: c.schemaChanged,
                resolution: c.resolutionChanged,
                ...(temporary.length > 0 && { temporary }),
                ...(created.length > 0 && { created }),
            },
            ...(copy && { copy }),
            ...(c.flows.length > 0 && { flows: c.flows }),
            ...(c.retypes.length > 0 && { retypes: c.retypes }),
            ...(uses && { uses }),
            ...(c.keys.length > 0 && { keys: c.keys }),
            ...(c.relies.length > 0 && { relies: c.relies }),
            ...(pins && { pins }),
            ...(c.compares.size > 0 && { compares: [...c.compares] }),
            ...c.probes.found,
        };
        return c.templated ? (0,bodies_holes/* shown */.SP)(analysis) : analysis;
    }
    catch (error) {
        if (error instanceof sql_parser.SyntaxFailure)
            return refused('syntax', error.message);
        throw error;
    }
}
const analyse_DEFINITIONS = /^(CreateFunction|View|Rule|CreateTrig|AlterFunction|Drop|Comment|Grant|GrantRole|Transaction)Stmt$/;
const isDefinition = (statement) => Object.keys(statement ?? {}).every((tag) => analyse_DEFINITIONS.test(tag));
/** The analysis of a text that cannot be analysed. */
function refused(object, detail) {
    const effects = [{ action: 'unknown', object, detail }];
    return { effects, relations: [], count: 1, commits: true, changes: { schema: true, resolution: true } };
}


/***/ })

};
