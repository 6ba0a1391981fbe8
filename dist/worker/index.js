import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Fm: () => (/* binding */ analyseText)
});

// UNUSED EXPORTS: HANDLERS, refused

;// CONCATENATED MODULE: ./lib/sql/bodies/holes.js
const FIRST = 0xf0000;
const MOST = 200;
const MARK = /[\u{f0000}-\u{f00ff}]/gu;
/** The holes of one text. Each has a mark of its own, so that one that is lost on the way is noticed. */
class Holes {
    kinds = new Map();
    /** The text that stands for it; undefined when there are too many. */
    make(kind) {
        if (this.kinds.size >= MOST)
            return undefined;
        const mark = String.fromCodePoint(FIRST + this.kinds.size);
        this.kinds.set(mark, kind);
        return kind === 'literal' ? `'${mark}'` : `"${mark}"`;
    }
}
const marksOf = (text) => text.match(MARK) ?? [];
const hasHoles = (text) => marksOf(text).length > 0;
/** No hole touches what would make another token of it: a letter, a quote, the `&` of `U&"…"`. */
const WORD = '[\\w$\\u0080-\\uffff]|[\\u{10000}-\\u{efffd}]';
const ALONE = new RegExp(`(?<!${WORD}|[&'"])(["'])[\\u{f0000}-\\u{f00ff}]\\1(?!${WORD}|['"])`, 'gu');
/**
 * True when each hole stands where any identifier or literal leaves the statements what they are. False when one does
 * not, is part of another word, or was lost: in a comment, a quoted identifier may end the comment.
 */
function harmless(text, statements, kinds) {
    const marks = marksOf(text);
    const alone = text.match(ALONE)?.length ?? 0;
    if (alone !== marks.length || new Set(marks).size !== marks.length)
        return false;
    const found = new Set();
    return fits(statements, [], 1, { kinds, found }) && found.size === marks.length;
}
/** Nodes that only hold a word or a list say nothing of the place. */
const WRAPPERS = new Set(['String', 'List', 'items', 'stmt', 'RawStmt']);
function fits(value, path, count, holes) {
    if (typeof value === 'string') {
        if (!hasHoles(value))
            return true;
        const kind = holes.kinds.get(value);
        holes.found.add(value);
        return kind !== undefined && may(kind, path, count);
    }
    if (Array.isArray(value))
        return value.every((item) => fits(item, path, value.length, holes));
    if (value === null || typeof value !== 'object')
        return true;
    return Object.entries(value).every(([key, child]) => {
        if (WRAPPERS.has(key) || (key === 'sval' && typeof child === 'string'))
            return fits(child, path, count, holes);
        return fits(child, [...path, nameOf(key, child)], 1, holes);
    });
}
/** Calls whose argument is a name or a key, and no more. */
const CALM = /^\{"funcname":\[(?:\{"String":\{"sval":"pg_catalog"\}\},)?\{"String":\{"sval":"(?:nextval|currval|current_setting)"\}\}\]/;
/** A RENAME and a SET SCHEMA of what is no relation is another statement: of a role, a function, a schema. */
function nameOf(key, child) {
    if (key === 'FuncCall' && CALM.test(JSON.stringify(child)))
        return 'CalmCall';
    const relation = child?.relation;
    return /^(?:RenameStmt|AlterObjectSchemaStmt)$/.test(key) && !relation ? 'OtherStmt' : key;
}
/** Statements that do the same to whatever object of their kind they are given. */
const STATEMENTS = new Set(`AlterTableStmt IndexStmt DropStmt TruncateStmt RenameStmt CommentStmt GrantStmt CreateTrigStmt CreatePolicyStmt AlterPolicyStmt
  CreateStmt CreateSeqStmt AlterSeqStmt AlterObjectSchemaStmt ReindexStmt ClusterStmt RefreshMatViewStmt LockStmt CreateSchemaStmt
  VacuumStmt`.split(/\s+/));
/** The relation of a statement, in the fields that hold one. */
const RELATION = /\/(?:relation|table|sequence|pktable|name|RangeVar)\/(?:relname|schemaname)$/;
/** Other names, by node and field. */
const NAME = /\/(?:AlterTableCmd\/name|ColumnDef\/colname|IndexElem\/name|Constraint\/(?:conname|indexname|keys|fk_attrs|pk_attrs|including)|newowner\/rolename|DefElem\/owned_by|PartitionElem\/name)$/;
/** Those of the statement itself. */
const OWN = /^(?:IndexStmt\/idxname|RenameStmt\/(?:subname|newname)|AlterObjectSchemaStmt\/newschema|CreateSchemaStmt\/schemaname|(?:Create|Alter)PolicyStmt\/policy_name|CreateTrigStmt\/(?:trigname|columns)|(?:CommentStmt\/object|DropStmt\/objects|GrantStmt\/objects))$/;
/** Functions and types: with a schema in front, those of the system could be meant. */
const PLAIN = /^(?:DropStmt|GrantStmt|CommentStmt)\/objects?\/(?:ObjectWithArgs\/objname|TypeName\/names)$/;
function may(kind, path, count) {
    const at = path.join('/');
    // What is read decides where values go.
    if (!STATEMENTS.has(path[0] ?? '') || path.includes('SelectStmt'))
        return false;
    if (kind === 'literal')
        return at === 'CommentStmt/comment' || (/\/A_Const\/sval$/.test(at) && !path.includes('FuncCall'));
    // It may bring a schema along: only where a relation's name stands alone.
    if (kind === 'relation')
        return /\/relname$/.test(at) || (at === 'DropStmt/objects' && count === 1);
    // `t.name` may call a function of that name.
    if (/\/ColumnRef\/fields$/.test(at))
        return count === 1;
    return RELATION.test(at) || NAME.test(at) || OWN.test(at) || (PLAIN.test(at) && count === 1);
}
/** The analysis with `*` in the place of each name that comes at run time. Values on their way may then be any. */
function shown(analysis) {
    const star = (value) => JSON.parse(JSON.stringify(value), (_, part) => typeof part === 'string' ? part.replace(MARK, '*') : part);
    const { flows, ...rest } = analysis;
    return { ...star(rest), ...(flows && { flows: flows.map(anywhere) }) };
}
const anywhere = (flow) => hasHoles(JSON.stringify(flow)) ? { sources: ['*'], place: 'a relation that is named at run time' } : flow;

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

;// CONCATENATED MODULE: ./lib/sql/tree.js
/** The fields of `node` when it has this tag. */
function as(node, tag) {
    return node === undefined ? undefined : node[tag];
}
/** The node's tag; undefined for the empty node. */
function tagOf(node) {
    return node === undefined ? undefined : Object.keys(node)[0];
}
/** The parts of a dotted name: `String` nodes, or one `List` or `TypeName` of them. */
function parts(names) {
    if (names === undefined)
        return [];
    if (!Array.isArray(names)) {
        const single = names;
        const type = as(single, 'TypeName');
        const function_ = as(single, 'ObjectWithArgs');
        const text = as(single, 'String');
        if (text)
            return [text.sval ?? ''];
        return parts(type?.names ?? function_?.objname ?? as(single, 'List')?.items ?? []);
    }
    return names.flatMap((name) => {
        const text = as(name, 'String');
        return text ? [text.sval ?? ''] : [];
    });
}
// A part that holds a dot or a wildcard must not read as two parts or as a pattern.
const tree_PLAIN = /^[^\s."*]+$/;
/** A folded dotted name; parts that would be ambiguous are quoted as in SQL. */
function dotted(names) {
    return names.map((name) => (tree_PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`)).join('.');
}
/** `schema.name` as written; the database's own name in front says nothing and is left out. */
function relationName(relation) {
    if (!relation)
        return '';
    const name = relation.relname ?? '';
    return dotted(relation.schemaname ? [relation.schemaname, name] : [name]);
}
/** Lower-case text of an option's argument: `String`, `Integer`, `Boolean`, `TypeName` or a constant; undefined when it has none. */
function optionText(node) {
    if (node === undefined)
        return undefined;
    const text = as(node, 'String');
    if (text)
        return (text.sval ?? '').toLowerCase();
    const integer = as(node, 'Integer');
    if (integer)
        return String(integer.ival ?? 0);
    const boolean = as(node, 'Boolean');
    if (boolean)
        return String(boolean.boolval ?? false);
    const type = as(node, 'TypeName');
    if (type)
        return parts(type.names).at(-1)?.toLowerCase();
    const constant = as(node, 'A_Const');
    if (!constant)
        return undefined;
    if (constant.sval)
        return (constant.sval.sval ?? '').toLowerCase();
    if (constant.ival)
        return String(constant.ival.ival ?? 0);
    if (constant.boolval)
        return String(constant.boolval.boolval ?? false);
    return constant.fval?.fval;
}
/** The named option's argument text; `''` when it stands without an argument; undefined when it is absent. The last one wins. */
function tree_option(options, name) {
    let found;
    for (const node of options ?? []) {
        const element = as(node, 'DefElem');
        if (element?.defname === name)
            found = optionText(element.arg) ?? '';
    }
    return found;
}
const OFF = new Set(['false', 'off', 'no', '0']);
/** True when a boolean option is given and not switched off everywhere it is given. */
function enabled(options, name) {
    return (options ?? []).some((node) => {
        const element = as(node, 'DefElem');
        return element?.defname === name && !OFF.has(optionText(element.arg) ?? 'true');
    });
}
/** The expression without its place in the text, to compare two. */
function shape(node) {
    return (JSON.stringify(node, (key, value) => (/location$|^rexpr_list_/.test(key) ? undefined : value)) ??
        '');
}

;// CONCATENATED MODULE: ./lib/sql/choices.js


const KNOWN = new Map(Object.entries(CHOICES).map(([field, values]) => [field, new Set(values.split(/\s+/))]));
/** Bounds of partitions are told by a letter. */
const LETTERS = /^.$/;
/** Their handlers take a value that they do not know for the worst, and they are too many to be looked through twice. */
const CAREFUL = /^(?:Select|Insert|Update|Delete)Stmt$/;
/** Tells each value of the statement that is new, whichever node it stands in. */
function checkChoices(statement, c) {
    if (!CAREFUL.test(tagOf(statement) ?? ''))
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

;// CONCATENATED MODULE: ./lib/sql/texts.js
// Built-in functions of text, as far as they give the same here and on a server of any encoding and locale.
/** The result of a call with constant arguments; undefined when it is not one of these functions, or may differ. */
function computeText(name, values) {
    if (name === 'concat')
        return values.every(isText) ? values.map((value) => value ?? '').join('') : undefined;
    const compute = FUNCTIONS[name];
    if (!compute)
        return undefined;
    if (values.includes(null))
        return null;
    if (name === 'chr')
        return typeof values[0] === 'number' ? ascii(values[0]) : undefined;
    return values.every((value) => typeof value === 'string') ? compute(...values) : undefined;
}
const isText = (value) => value === null || typeof value === 'string';
/** Other letters have the case that the locale gives them. */
const plain = (text) => text !== undefined && /^[\0-\x7f]*$/.test(text);
const FUNCTIONS = {
    chr: () => undefined,
    lower: (text) => (plain(text) ? text.toLowerCase() : undefined),
    upper: (text) => (plain(text) ? text.toUpperCase() : undefined),
    btrim: (text, ...more) => (more.length === 0 ? text?.replace(/^ +| +$/g, '') : undefined),
    reverse: (text) => (plain(text) ? [...text].reverse().join('') : undefined),
    replace: (text, from, to) => (from && to !== undefined ? text?.replaceAll(from, () => to) : undefined),
};
const ascii = (code) => code > 0 && code < 0x80 ? String.fromCharCode(code) : undefined;

;// CONCATENATED MODULE: ./lib/sql/values.js
// Values of constants, compared and computed as the server does, wherever it runs. Undefined where that may differ.
/** Equality that takes two nulls as equal. */
function same(left, right) {
    if (left === null || right === null)
        return left === right;
    const equal = binary('=', left, right);
    return typeof equal === 'boolean' ? equal : undefined;
}
const not = (value) => value === undefined ? undefined : !value;
function binary(name, left, right) {
    if (name === '||')
        return typeof left === 'string' && typeof right === 'string' ? left + right : undefined;
    // An untyped literal takes the other side's type.
    const [a, b] = typeof left === typeof right
        ? [left, right]
        : typeof left === 'number' || typeof right === 'number'
            ? [whole(left), whole(right)]
            : [convert(left, 'bool'), convert(right, 'bool')];
    if (a === undefined || b === undefined)
        return undefined;
    switch (name) {
        case '=':
            return a === b;
        case '<>':
        case '!=':
            return a !== b;
    }
    if (typeof a === 'number' && typeof b === 'number')
        return arithmetic(name, a, b);
    // The order of texts depends on the collation.
    return undefined;
}
/** An untyped literal beside a number. */
const whole = (value) => typeof value === 'number' || /^[+-]?\d+$/.test(String(value)) ? exact(Number(value)) : undefined;
function arithmetic(name, a, b) {
    switch (name) {
        case '<':
            return a < b;
        case '<=':
            return a <= b;
        case '>':
            return a > b;
        case '>=':
            return a >= b;
        case '+':
            return exact(a + b);
        case '-':
            return exact(a - b);
        case '*':
            return exact(a * b);
        default:
            return undefined;
    }
}
/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
const exact = (number) => Number.isSafeInteger(number) ? number : undefined;
const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i;
const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i;
function convert(value, type) {
    if (value === undefined || value === null)
        return value;
    if (type === 'bool') {
        if (typeof value === 'boolean')
            return value;
        if (typeof value === 'number')
            return value !== 0;
        const text = value.trim();
        return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined;
    }
    if (/^(int[248]|numeric|float8)$/.test(type))
        return exact(Number(value));
    // A number keeps its digits behind the point, which are gone here.
    return /^(text|varchar)$/.test(type) && typeof value !== 'number' ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./lib/sql/constants.js



/** The value of a constant expression; undefined when it is none, or none that we fold. */
function fold(node) {
    if (node === undefined)
        return undefined;
    const constant = as(node, 'A_Const');
    if (constant)
        return literal(constant);
    const cast = as(node, 'TypeCast');
    if (cast) {
        // A length cuts the value; an array is another type.
        const plain = !cast.typeName?.typmods && !cast.typeName?.arrayBounds;
        return plain ? convert(fold(cast.arg), parts(cast.typeName?.names).at(-1) ?? '') : undefined;
    }
    const bool = as(node, 'BoolExpr');
    if (bool)
        return logic(bool);
    const operation = as(node, 'A_Expr');
    if (operation)
        return operate(operation);
    const choice = as(node, 'CaseExpr');
    if (choice)
        return choose(choice);
    const call = as(node, 'FuncCall');
    if (call)
        return compute(call);
    const test = as(node, 'NullTest');
    if (test) {
        const value = fold(test.arg);
        return value === undefined ? undefined : (value === null) === (test.nulltesttype === 'IS_NULL');
    }
    const truth = as(node, 'BooleanTest');
    if (truth)
        return truthTest(truthOf(truth.arg), truth.booltesttype);
    const list = as(node, 'CoalesceExpr');
    if (list)
        return coalesce(list.args ?? []);
    return subselect(node);
}
/** The value of a condition: an untyped literal is read as a boolean. */
function truthOf(node) {
    const value = fold(node);
    if (value === undefined || value === null || typeof value === 'boolean')
        return value;
    const read = typeof value === 'string' ? convert(value, 'bool') : undefined;
    return typeof read === 'boolean' ? read : undefined;
}
function literal(constant) {
    if (constant.isnull)
        return null;
    if (constant.boolval)
        return constant.boolval.boolval ?? false;
    if (constant.ival)
        return constant.ival.ival ?? 0;
    if (constant.fval)
        return exact(Number(constant.fval.fval ?? 'NaN'));
    if (constant.sval)
        return constant.sval.sval ?? '';
    return undefined;
}
function logic({ boolop, args = [] }) {
    const values = args.map(truthOf);
    if (boolop === 'NOT_EXPR') {
        const value = values[0];
        return typeof value === 'boolean' ? !value : value;
    }
    const decisive = boolop === 'OR_EXPR';
    if (values.includes(decisive))
        return decisive;
    if (values.includes(undefined))
        return undefined;
    return values.includes(null) ? null : !decisive;
}
function operate(node) {
    const names = parts(node.name);
    const name = names.at(-1) ?? '';
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return undefined;
    if (node.kind === 'AEXPR_IN')
        return member(node, name);
    const left = fold(node.lexpr);
    if (node.kind === 'AEXPR_BETWEEN')
        return between(left, as(node.rexpr, 'List')?.items ?? []);
    const right = fold(node.rexpr);
    if (right === undefined)
        return undefined;
    if (node.lexpr === undefined)
        return typeof right === 'number' ? (name === '-' ? -right : right) : undefined;
    if (left === undefined)
        return undefined;
    if (node.kind === 'AEXPR_DISTINCT')
        return not(same(left, right));
    if (node.kind === 'AEXPR_NOT_DISTINCT')
        return same(left, right);
    if (node.kind === 'AEXPR_NULLIF') {
        const equal = same(left, right);
        return equal === undefined ? undefined : equal ? null : left;
    }
    if (left === null || right === null)
        return null;
    if (node.kind === 'AEXPR_LIKE' || node.kind === 'AEXPR_ILIKE')
        return like(node, name, left, right);
    return node.kind === 'AEXPR_OP' ? binary(name, left, right) : undefined;
}
function member(node, name) {
    const left = fold(node.lexpr);
    if (left === undefined || left === null)
        return left;
    const items = (as(node.rexpr, 'List')?.items ?? []).map(fold);
    if (items.some((item) => item !== undefined && item !== null && binary('=', left, item) === true))
        return name === '=';
    return items.every((item) => item !== undefined && item !== null) ? name !== '=' : undefined;
}
function between(value, bounds) {
    const [low, high] = bounds.map(fold);
    if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number')
        return undefined;
    return low <= value && value <= high;
}
function like(node, name, text, pattern) {
    const wildcard = /^%+$/.test(String(pattern));
    const plain = !/[%_\\]/.test(String(pattern));
    const negated = name.startsWith('!');
    if (wildcard)
        return !negated;
    if (plain && node.kind === 'AEXPR_LIKE')
        return (text === pattern) !== negated;
    return undefined;
}
function choose({ arg, args = [], defresult }) {
    const subject = arg === undefined ? undefined : fold(arg);
    if (arg !== undefined && subject === undefined)
        return undefined;
    for (const node of args) {
        const when = as(node, 'CaseWhen');
        const condition = arg === undefined ? truthOf(when?.expr) : fold(when?.expr);
        if (condition === undefined)
            return undefined;
        const met = arg === undefined ? condition === true : equals(condition, subject);
        if (met === undefined)
            return undefined;
        if (met)
            return fold(when?.result);
    }
    return defresult === undefined ? null : fold(defresult);
}
/** CASE's own comparison: null equals nothing. */
function equals(left, right) {
    return left === null || right === null || right === undefined ? false : same(left, right);
}
function coalesce(args) {
    for (const arg of args) {
        const value = fold(arg);
        if (value !== null)
            return value;
    }
    return null;
}
function truthTest(value, test) {
    if (value === undefined)
        return undefined;
    const negated = test?.includes('_NOT_') ?? false;
    const wanted = test?.endsWith('TRUE') ? true : test?.endsWith('FALSE') ? false : null;
    return (value === wanted) !== negated;
}
function compute({ funcname, args = [] }) {
    const names = parts(funcname);
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return undefined;
    const values = [];
    for (const arg of args) {
        const value = fold(arg);
        if (value === undefined)
            return undefined;
        values.push(value);
    }
    return computeText(names.at(-1) ?? '', values);
}
/** `(SELECT constant)` and `EXISTS (SELECT … )` without FROM and WHERE. */
function subselect(node) {
    const link = as(node, 'SubLink');
    const select = as(link?.subselect, 'SelectStmt');
    if (!link || !select || select.fromClause || select.whereClause || select.limitCount || select.limitOffset)
        return undefined;
    if (select.havingClause || select.op !== 'SETOP_NONE' || select.withClause)
        return undefined;
    if (link.subLinkType === 'EXISTS_SUBLINK')
        return true;
    if (link.subLinkType !== 'EXPR_SUBLINK')
        return undefined;
    const only = select.targetList?.length === 1 ? as(select.targetList[0], 'ResTarget') : undefined;
    return fold(only?.val);
}

;// CONCATENATED MODULE: ./lib/sql/data/functions.js
// Names of the functions in pg_catalog; an overloaded name is volatile when one of them is.
// Generated by scripts/builtin-functions.ts; do not edit.
const STEADY = `
abbrev abs aclcontains acldefault aclexplode aclinsert aclitemeq aclitemin aclitemout aclremove acos
acosd acosh age any_in any_out any_value any_value_transfn anyarray_in anyarray_out anyarray_recv
anyarray_send anycompatible_in anycompatible_out anycompatiblearray_in anycompatiblearray_out
anycompatiblearray_recv anycompatiblearray_send anycompatiblemultirange_in
anycompatiblemultirange_out anycompatiblenonarray_in anycompatiblenonarray_out anycompatiblerange_in
anycompatiblerange_out anyelement_in anyelement_out anyenum_in anyenum_out anymultirange_in
anymultirange_out anynonarray_in anynonarray_out anyrange_in anyrange_out anytextcat area areajoinsel
areasel array_agg array_agg_array_combine array_agg_array_deserialize array_agg_array_finalfn
array_agg_array_serialize array_agg_array_transfn array_agg_combine array_agg_deserialize
array_agg_finalfn array_agg_serialize array_agg_transfn array_append array_append_support array_cat
array_dims array_eq array_fill array_ge array_gt array_in array_larger array_le array_length
array_lower array_lt array_ndims array_ne array_out array_position array_positions array_prepend
array_prepend_support array_recv array_remove array_replace array_reverse array_send array_smaller
array_sort array_subscript_handler array_subscript_handler_support array_to_json array_to_string
array_to_tsvector array_typanalyze array_unnest_support array_upper arraycontained arraycontains
arraycontjoinsel arraycontsel arrayoverlap ascii asin asind asinh atan atan2 atan2d atand atanh avg
big5_to_euc_tw big5_to_mic big5_to_utf8 bit bit_and bit_count bit_in bit_length bit_or bit_out
bit_recv bit_send bit_xor bitand bitcat bitcmp biteq bitge bitgt bitle bitlt bitne bitnot bitor
bitshiftleft bitshiftright bittypmodin bittypmodout bitxor bool bool_accum bool_accum_inv
bool_alltrue bool_and bool_anytrue bool_or booland_statefunc booleq boolge boolgt boolin boolle
boollt boolne boolor_statefunc boolout boolrecv boolsend bound_box box box_above box_above_eq box_add
box_below box_below_eq box_center box_contain box_contain_pt box_contained box_distance box_div
box_eq box_ge box_gt box_in box_intersect box_le box_left box_lt box_mul box_out box_overabove
box_overbelow box_overlap box_overleft box_overright box_recv box_right box_same box_send box_sub
bpchar bpchar_larger bpchar_pattern_ge bpchar_pattern_gt bpchar_pattern_le bpchar_pattern_lt
bpchar_smaller bpchar_sortsupport bpcharcmp bpchareq bpcharge bpchargt bpchariclike bpcharicnlike
bpcharicregexeq bpcharicregexne bpcharin bpcharle bpcharlike bpcharlt bpcharne bpcharnlike bpcharout
bpcharrecv bpcharregexeq bpcharregexne bpcharsend bpchartypmodin bpchartypmodout brin_bloom_add_value
brin_bloom_consistent brin_bloom_opcinfo brin_bloom_options brin_bloom_summary_in
brin_bloom_summary_out brin_bloom_summary_recv brin_bloom_summary_send brin_bloom_union
brin_inclusion_add_value brin_inclusion_consistent brin_inclusion_opcinfo brin_inclusion_union
brin_minmax_add_value brin_minmax_consistent brin_minmax_multi_add_value brin_minmax_multi_consistent
brin_minmax_multi_distance_date brin_minmax_multi_distance_float4 brin_minmax_multi_distance_float8
brin_minmax_multi_distance_inet brin_minmax_multi_distance_int2 brin_minmax_multi_distance_int4
brin_minmax_multi_distance_int8 brin_minmax_multi_distance_interval
brin_minmax_multi_distance_macaddr brin_minmax_multi_distance_macaddr8
brin_minmax_multi_distance_numeric brin_minmax_multi_distance_pg_lsn brin_minmax_multi_distance_tid
brin_minmax_multi_distance_time brin_minmax_multi_distance_timestamp
brin_minmax_multi_distance_timetz brin_minmax_multi_distance_uuid brin_minmax_multi_opcinfo
brin_minmax_multi_options brin_minmax_multi_summary_in brin_minmax_multi_summary_out
brin_minmax_multi_summary_recv brin_minmax_multi_summary_send brin_minmax_multi_union
brin_minmax_opcinfo brin_minmax_union broadcast btarraycmp btboolcmp btboolskipsupport
btbpchar_pattern_cmp btbpchar_pattern_sortsupport btcharcmp btcharskipsupport btequalimage
btfloat48cmp btfloat4cmp btfloat4sortsupport btfloat84cmp btfloat8cmp btfloat8sortsupport btint24cmp
btint28cmp btint2cmp btint2skipsupport btint2sortsupport btint42cmp btint48cmp btint4cmp
btint4skipsupport btint4sortsupport btint82cmp btint84cmp btint8cmp btint8skipsupport
btint8sortsupport btnamecmp btnamesortsupport btnametextcmp btoidcmp btoidskipsupport
btoidsortsupport btoidvectorcmp btrecordcmp btrecordimagecmp btrim bttext_pattern_cmp
bttext_pattern_sortsupport bttextcmp bttextnamecmp bttextsortsupport bttidcmp btvarstrequalimage
bytea bytea_larger bytea_smaller bytea_sortsupport bytea_string_agg_finalfn bytea_string_agg_transfn
byteacat byteacmp byteaeq byteage byteagt byteain byteale bytealike bytealt byteane byteanlike
byteaout bytearecv byteasend cardinality casefold cash_cmp cash_div_cash cash_div_flt4 cash_div_flt8
cash_div_int2 cash_div_int4 cash_div_int8 cash_eq cash_ge cash_gt cash_in cash_le cash_lt cash_mi
cash_mul_flt4 cash_mul_flt8 cash_mul_int2 cash_mul_int4 cash_mul_int8 cash_ne cash_out cash_pl
cash_recv cash_send cash_words cashlarger cashsmaller cbrt ceil ceiling center char char_length
character_length chareq charge chargt charin charle charlt charne charout charrecv charsend chr cideq
cidin cidout cidr cidr_in cidr_out cidr_recv cidr_send cidrecv cidsend circle circle_above
circle_add_pt circle_below circle_center circle_contain circle_contain_pt circle_contained
circle_distance circle_div_pt circle_eq circle_ge circle_gt circle_in circle_le circle_left circle_lt
circle_mul_pt circle_ne circle_out circle_overabove circle_overbelow circle_overlap circle_overleft
circle_overright circle_recv circle_right circle_same circle_send circle_sub_pt close_ls close_lseg
close_pb close_pl close_ps close_sb col_description concat concat_ws contjoinsel contsel convert
convert_from convert_to corr cos cosd cosh cot cotd count covar_pop covar_samp crc32 crc32c
cstring_in cstring_out cstring_recv cstring_send cume_dist cume_dist_final current_database
current_schema current_schemas current_setting current_user database_to_xml
database_to_xml_and_xmlschema database_to_xmlschema date date_add date_bin date_cmp
date_cmp_timestamp date_cmp_timestamptz date_eq date_eq_timestamp date_eq_timestamptz date_ge
date_ge_timestamp date_ge_timestamptz date_gt date_gt_timestamp date_gt_timestamptz date_in
date_larger date_le date_le_timestamp date_le_timestamptz date_lt date_lt_timestamp
date_lt_timestamptz date_mi date_mi_interval date_mii date_ne date_ne_timestamp date_ne_timestamptz
date_out date_part date_pl_interval date_pli date_recv date_send date_skipsupport date_smaller
date_sortsupport date_subtract date_trunc datemultirange daterange daterange_canonical
daterange_subdiff datetime_pl datetimetz_pl dcbrt decode degrees dense_rank dense_rank_final dexp
diagonal diameter dispell_init dispell_lexize dist_bp dist_bs dist_cpoint dist_cpoly dist_lp dist_ls
dist_pathp dist_pb dist_pc dist_pl dist_polyc dist_polyp dist_ppath dist_ppoly dist_ps dist_sb
dist_sl dist_sp div dlog1 dlog10 domain_in domain_recv dpow dround dsimple_init dsimple_lexize dsqrt
dsynonym_init dsynonym_lexize dtrunc elem_contained_by_multirange elem_contained_by_range
elem_contained_by_range_support encode enum_cmp enum_eq enum_first enum_ge enum_gt enum_in
enum_larger enum_last enum_le enum_lt enum_ne enum_out enum_range enum_recv enum_send enum_smaller
eqjoinsel eqsel erf erfc euc_cn_to_mic euc_cn_to_utf8 euc_jis_2004_to_shift_jis_2004
euc_jis_2004_to_utf8 euc_jp_to_mic euc_jp_to_sjis euc_jp_to_utf8 euc_kr_to_mic euc_kr_to_utf8
euc_tw_to_big5 euc_tw_to_mic euc_tw_to_utf8 event_trigger_in event_trigger_out every exp extract
factorial family fdw_handler_in fdw_handler_out first_value float4 float48div float48eq float48ge
float48gt float48le float48lt float48mi float48mul float48ne float48pl float4_accum float4abs
float4div float4eq float4ge float4gt float4in float4larger float4le float4lt float4mi float4mul
float4ne float4out float4pl float4recv float4send float4smaller float4um float4up float8 float84div
float84eq float84ge float84gt float84le float84lt float84mi float84mul float84ne float84pl
float8_accum float8_avg float8_combine float8_corr float8_covar_pop float8_covar_samp
float8_regr_accum float8_regr_avgx float8_regr_avgy float8_regr_combine float8_regr_intercept
float8_regr_r2 float8_regr_slope float8_regr_sxx float8_regr_sxy float8_regr_syy float8_stddev_pop
float8_stddev_samp float8_var_pop float8_var_samp float8abs float8div float8eq float8ge float8gt
float8in float8larger float8le float8lt float8mi float8mul float8ne float8out float8pl float8recv
float8send float8smaller float8um float8up floor flt4_mul_cash flt8_mul_cash fmgr_c_validator
fmgr_internal_validator fmgr_sql_validator format format_type gamma gb18030_to_utf8 gbk_to_utf8 gcd
generate_series generate_series_int4_support generate_series_int8_support
generate_series_numeric_support generate_series_timestamp_support generate_subscripts get_bit
get_byte get_current_ts_config getdatabaseencoding getpgusername gin_cmp_prefix gin_cmp_tslexeme
gin_compare_jsonb gin_consistent_jsonb gin_consistent_jsonb_path gin_extract_jsonb
gin_extract_jsonb_path gin_extract_jsonb_query gin_extract_jsonb_query_path gin_extract_tsquery
gin_extract_tsvector gin_triconsistent_jsonb gin_triconsistent_jsonb_path gin_tsquery_consistent
gin_tsquery_triconsistent ginarrayconsistent ginarrayextract ginarraytriconsistent
ginqueryarrayextract gist_box_consistent gist_box_distance gist_box_penalty gist_box_picksplit
gist_box_same gist_box_union gist_circle_compress gist_circle_consistent gist_circle_distance
gist_point_compress gist_point_consistent gist_point_distance gist_point_fetch gist_point_sortsupport
gist_poly_compress gist_poly_consistent gist_poly_distance gist_translate_cmptype_common
gtsquery_compress gtsquery_consistent gtsquery_penalty gtsquery_picksplit gtsquery_same
gtsquery_union gtsvector_compress gtsvector_consistent gtsvector_decompress gtsvector_options
gtsvector_penalty gtsvector_picksplit gtsvector_same gtsvector_union gtsvectorin gtsvectorout
has_any_column_privilege has_column_privilege has_database_privilege
has_foreign_data_wrapper_privilege has_function_privilege has_language_privilege
has_largeobject_privilege has_parameter_privilege has_schema_privilege has_sequence_privilege
has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege hash_aclitem
hash_aclitem_extended hash_array hash_array_extended hash_multirange hash_multirange_extended
hash_numeric hash_numeric_extended hash_range hash_range_extended hash_record hash_record_extended
hashbool hashboolextended hashbpchar hashbpcharextended hashbytea hashbyteaextended hashchar
hashcharextended hashcid hashcidextended hashdate hashdateextended hashenum hashenumextended
hashfloat4 hashfloat4extended hashfloat8 hashfloat8extended hashinet hashinetextended hashint2
hashint2extended hashint4 hashint4extended hashint8 hashint8extended hashmacaddr hashmacaddr8
hashmacaddr8extended hashmacaddrextended hashname hashnameextended hashoid hashoidextended
hashoidvector hashoidvectorextended hashtext hashtextextended hashtid hashtidextended hashvarlena
hashvarlenaextended hashxid hashxid8 hashxid8extended hashxidextended height host hostmask
iclikejoinsel iclikesel icnlikejoinsel icnlikesel icregexeqjoinsel icregexeqsel icregexnejoinsel
icregexnesel icu_unicode_version in_range index_am_handler_in index_am_handler_out inet_client_addr
inet_client_port inet_gist_compress inet_gist_consistent inet_gist_fetch inet_gist_penalty
inet_gist_picksplit inet_gist_same inet_gist_union inet_in inet_merge inet_out inet_recv
inet_same_family inet_send inet_server_addr inet_server_port inet_spg_choose inet_spg_config
inet_spg_inner_consistent inet_spg_leaf_consistent inet_spg_picksplit inetand inetmi inetmi_int8
inetnot inetor inetpl initcap int2 int24div int24eq int24ge int24gt int24le int24lt int24mi int24mul
int24ne int24pl int28div int28eq int28ge int28gt int28le int28lt int28mi int28mul int28ne int28pl
int2_accum int2_accum_inv int2_avg_accum int2_avg_accum_inv int2_mul_cash int2_sum int2abs int2and
int2div int2eq int2ge int2gt int2in int2int4_sum int2larger int2le int2lt int2mi int2mod int2mul
int2ne int2not int2or int2out int2pl int2recv int2send int2shl int2shr int2smaller int2um int2up
int2vectorin int2vectorout int2vectorrecv int2vectorsend int2xor int4 int42div int42eq int42ge
int42gt int42le int42lt int42mi int42mul int42ne int42pl int48div int48eq int48ge int48gt int48le
int48lt int48mi int48mul int48ne int48pl int4_accum int4_accum_inv int4_avg_accum int4_avg_accum_inv
int4_avg_combine int4_mul_cash int4_sum int4abs int4and int4div int4eq int4ge int4gt int4in int4inc
int4larger int4le int4lt int4mi int4mod int4mul int4multirange int4ne int4not int4or int4out int4pl
int4range int4range_canonical int4range_subdiff int4recv int4send int4shl int4shr int4smaller int4um
int4up int4xor int8 int82div int82eq int82ge int82gt int82le int82lt int82mi int82mul int82ne int82pl
int84div int84eq int84ge int84gt int84le int84lt int84mi int84mul int84ne int84pl int8_accum
int8_accum_inv int8_avg int8_avg_accum int8_avg_accum_inv int8_avg_combine int8_avg_deserialize
int8_avg_serialize int8_mul_cash int8_sum int8abs int8and int8dec int8dec_any int8div int8eq int8ge
int8gt int8in int8inc int8inc_any int8inc_float8_float8 int8inc_support int8larger int8le int8lt
int8mi int8mod int8mul int8multirange int8ne int8not int8or int8out int8pl int8pl_inet int8range
int8range_canonical int8range_subdiff int8recv int8send int8shl int8shr int8smaller int8um int8up
int8xor integer_pl_date inter_lb inter_sb inter_sl internal_in internal_out interval interval_avg
interval_avg_accum interval_avg_accum_inv interval_avg_combine interval_avg_deserialize
interval_avg_serialize interval_cmp interval_div interval_eq interval_ge interval_gt interval_hash
interval_hash_extended interval_in interval_larger interval_le interval_lt interval_mi interval_mul
interval_ne interval_out interval_pl interval_pl_date interval_pl_time interval_pl_timestamp
interval_pl_timestamptz interval_pl_timetz interval_recv interval_send interval_smaller interval_sum
interval_support interval_um intervaltypmodin intervaltypmodout is_normalized isclosed isempty
isfinite ishorizontal iso8859_1_to_utf8 iso8859_to_utf8 iso_to_koi8r iso_to_mic iso_to_win1251
iso_to_win866 isopen isparallel isperp isvertical johab_to_utf8 json_agg json_agg_finalfn
json_agg_strict json_agg_strict_transfn json_agg_transfn json_array_element json_array_element_text
json_array_elements json_array_elements_text json_array_length json_build_array json_build_object
json_each json_each_text json_extract_path json_extract_path_text json_in json_object json_object_agg
json_object_agg_finalfn json_object_agg_strict json_object_agg_strict_transfn json_object_agg_transfn
json_object_agg_unique json_object_agg_unique_strict json_object_agg_unique_strict_transfn
json_object_agg_unique_transfn json_object_field json_object_field_text json_object_keys json_out
json_populate_record json_populate_recordset json_recv json_send json_strip_nulls json_to_record
json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_agg_finalfn jsonb_agg_strict
jsonb_agg_strict_transfn jsonb_agg_transfn jsonb_array_element jsonb_array_element_text
jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array
jsonb_build_object jsonb_cmp jsonb_concat jsonb_contained jsonb_contains jsonb_delete
jsonb_delete_path jsonb_each jsonb_each_text jsonb_eq jsonb_exists jsonb_exists_all jsonb_exists_any
jsonb_extract_path jsonb_extract_path_text jsonb_ge jsonb_gt jsonb_hash jsonb_hash_extended jsonb_in
jsonb_insert jsonb_le jsonb_lt jsonb_ne jsonb_object jsonb_object_agg jsonb_object_agg_finalfn
jsonb_object_agg_strict jsonb_object_agg_strict_transfn jsonb_object_agg_transfn
jsonb_object_agg_unique jsonb_object_agg_unique_strict jsonb_object_agg_unique_strict_transfn
jsonb_object_agg_unique_transfn jsonb_object_field jsonb_object_field_text jsonb_object_keys
jsonb_out jsonb_path_exists jsonb_path_exists_opr jsonb_path_exists_tz jsonb_path_match
jsonb_path_match_opr jsonb_path_match_tz jsonb_path_query jsonb_path_query_array
jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset jsonb_pretty jsonb_recv
jsonb_send jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_subscript_handler jsonb_to_record
jsonb_to_recordset jsonb_to_tsvector jsonb_typeof jsonpath_in jsonpath_out jsonpath_recv
jsonpath_send justify_days justify_hours justify_interval koi8r_to_iso koi8r_to_mic koi8r_to_utf8
koi8r_to_win1251 koi8r_to_win866 koi8u_to_utf8 lag language_handler_in language_handler_out
last_value latin1_to_mic latin2_to_mic latin2_to_win1250 latin3_to_mic latin4_to_mic lcm lead left
length lgamma like like_escape likejoinsel likesel line line_distance line_eq line_horizontal line_in
line_interpt line_intersect line_out line_parallel line_perp line_recv line_send line_vertical ln log
log10 lower lower_inc lower_inf lpad lseg lseg_center lseg_distance lseg_eq lseg_ge lseg_gt
lseg_horizontal lseg_in lseg_interpt lseg_intersect lseg_le lseg_length lseg_lt lseg_ne lseg_out
lseg_parallel lseg_perp lseg_recv lseg_send lseg_vertical ltrim macaddr macaddr8 macaddr8_and
macaddr8_cmp macaddr8_eq macaddr8_ge macaddr8_gt macaddr8_in macaddr8_le macaddr8_lt macaddr8_ne
macaddr8_not macaddr8_or macaddr8_out macaddr8_recv macaddr8_send macaddr8_set7bit macaddr_and
macaddr_cmp macaddr_eq macaddr_ge macaddr_gt macaddr_in macaddr_le macaddr_lt macaddr_ne macaddr_not
macaddr_or macaddr_out macaddr_recv macaddr_send macaddr_sortsupport make_date make_interval
make_time make_timestamp make_timestamptz makeaclitem masklen matchingjoinsel matchingsel max md5
mic_to_big5 mic_to_euc_cn mic_to_euc_jp mic_to_euc_kr mic_to_euc_tw mic_to_iso mic_to_koi8r
mic_to_latin1 mic_to_latin2 mic_to_latin3 mic_to_latin4 mic_to_sjis mic_to_win1250 mic_to_win1251
mic_to_win866 min min_scale mod mode mode_final money mul_d_interval multirange
multirange_adjacent_multirange multirange_adjacent_range multirange_after_multirange
multirange_after_range multirange_agg_finalfn multirange_agg_transfn multirange_before_multirange
multirange_before_range multirange_cmp multirange_contained_by_multirange
multirange_contained_by_range multirange_contains_elem multirange_contains_multirange
multirange_contains_range multirange_eq multirange_ge multirange_gist_compress
multirange_gist_consistent multirange_gt multirange_in multirange_intersect
multirange_intersect_agg_transfn multirange_le multirange_lt multirange_minus multirange_ne
multirange_out multirange_overlaps_multirange multirange_overlaps_range
multirange_overleft_multirange multirange_overleft_range multirange_overright_multirange
multirange_overright_range multirange_recv multirange_send multirange_typanalyze multirange_union
multirangesel mxid_age name nameconcatoid nameeq nameeqtext namege namegetext namegt namegttext
nameiclike nameicnlike nameicregexeq nameicregexne namein namele nameletext namelike namelt
namelttext namene namenetext namenlike nameout namerecv nameregexeq nameregexne namesend neqjoinsel
neqsel netmask network network_cmp network_eq network_ge network_gt network_larger network_le
network_lt network_ne network_overlap network_smaller network_sortsupport network_sub network_subeq
network_subset_support network_sup network_supeq networkjoinsel networksel nlikejoinsel nlikesel
normalize notlike now npoints nth_value ntile num_nonnulls num_nulls numeric numeric_abs
numeric_accum numeric_accum_inv numeric_add numeric_avg numeric_avg_accum numeric_avg_combine
numeric_avg_deserialize numeric_avg_serialize numeric_cmp numeric_combine numeric_deserialize
numeric_div numeric_div_trunc numeric_eq numeric_exp numeric_ge numeric_gt numeric_in numeric_inc
numeric_larger numeric_le numeric_ln numeric_log numeric_lt numeric_mod numeric_mul numeric_ne
numeric_out numeric_pl_pg_lsn numeric_poly_avg numeric_poly_combine numeric_poly_deserialize
numeric_poly_serialize numeric_poly_stddev_pop numeric_poly_stddev_samp numeric_poly_sum
numeric_poly_var_pop numeric_poly_var_samp numeric_power numeric_recv numeric_send numeric_serialize
numeric_smaller numeric_sortsupport numeric_sqrt numeric_stddev_pop numeric_stddev_samp numeric_sub
numeric_sum numeric_support numeric_uminus numeric_uplus numeric_var_pop numeric_var_samp
numerictypmodin numerictypmodout nummultirange numnode numrange numrange_subdiff obj_description
octet_length oid oideq oidge oidgt oidin oidlarger oidle oidlt oidne oidout oidrecv oidsend
oidsmaller oidvectoreq oidvectorge oidvectorgt oidvectorin oidvectorle oidvectorlt oidvectorne
oidvectorout oidvectorrecv oidvectorsend oidvectortypes on_pb on_pl on_ppath on_ps on_sb on_sl
ordered_set_transition ordered_set_transition_multi overlaps overlay parse_ident path path_add
path_add_pt path_contain_pt path_distance path_div_pt path_in path_inter path_length path_mul_pt
path_n_eq path_n_ge path_n_gt path_n_le path_n_lt path_npoints path_out path_recv path_send
path_sub_pt pclose percent_rank percent_rank_final percentile_cont percentile_cont_float8_final
percentile_cont_float8_multi_final percentile_cont_interval_final
percentile_cont_interval_multi_final percentile_disc percentile_disc_final
percentile_disc_multi_final pg_available_extension_versions pg_available_extensions pg_backend_pid
pg_basetype pg_char_to_encoding pg_client_encoding pg_collation_for pg_collation_is_visible
pg_column_compression pg_column_is_updatable pg_column_size pg_column_toast_chunk_id
pg_conf_load_time pg_config pg_conversion_is_visible pg_current_snapshot pg_current_xact_id
pg_current_xact_id_if_assigned pg_cursor pg_ddl_command_in pg_ddl_command_out pg_ddl_command_recv
pg_ddl_command_send pg_dependencies_in pg_dependencies_out pg_dependencies_recv pg_dependencies_send
pg_describe_object pg_encoding_max_length pg_encoding_to_char pg_event_trigger_ddl_commands
pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
pg_event_trigger_table_rewrite_reason pg_extension_update_paths pg_filenode_relation
pg_function_is_visible pg_get_acl pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr
pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef pg_get_keywords
pg_get_object_address pg_get_partition_constraintdef pg_get_partkeydef pg_get_publication_tables
pg_get_replica_identity_index pg_get_replication_slots pg_get_ruledef pg_get_serial_sequence
pg_get_statisticsobjdef pg_get_statisticsobjdef_columns pg_get_statisticsobjdef_expressions
pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_has_role pg_identify_object
pg_identify_object_as_address pg_index_column_has_property pg_index_has_property
pg_indexam_has_property pg_indexam_progress_phasename pg_input_error_info pg_input_is_valid
pg_is_other_temp_schema pg_listening_channels pg_lsn pg_lsn_cmp pg_lsn_eq pg_lsn_ge pg_lsn_gt
pg_lsn_hash pg_lsn_hash_extended pg_lsn_in pg_lsn_larger pg_lsn_le pg_lsn_lt pg_lsn_mi pg_lsn_mii
pg_lsn_ne pg_lsn_out pg_lsn_pli pg_lsn_recv pg_lsn_send pg_lsn_smaller pg_mcv_list_in
pg_mcv_list_items pg_mcv_list_out pg_mcv_list_recv pg_mcv_list_send pg_my_temp_schema pg_ndistinct_in
pg_ndistinct_out pg_ndistinct_recv pg_ndistinct_send pg_node_tree_in pg_node_tree_out
pg_node_tree_recv pg_node_tree_send pg_numa_available pg_opclass_is_visible pg_operator_is_visible
pg_opfamily_is_visible pg_options_to_table pg_partition_root pg_postmaster_start_time
pg_prepared_statement pg_relation_filenode pg_relation_filepath pg_relation_is_publishable
pg_relation_is_updatable pg_replication_origin_oid pg_sequence_parameters pg_settings_get_flags
pg_show_all_settings pg_size_bytes pg_size_pretty pg_snapshot_in pg_snapshot_out pg_snapshot_recv
pg_snapshot_send pg_snapshot_xip pg_snapshot_xmax pg_snapshot_xmin pg_split_walfile_name
pg_stat_get_activity pg_stat_get_analyze_count pg_stat_get_archiver pg_stat_get_autoanalyze_count
pg_stat_get_autovacuum_count pg_stat_get_backend_activity pg_stat_get_backend_activity_start
pg_stat_get_backend_client_addr pg_stat_get_backend_client_port pg_stat_get_backend_dbid
pg_stat_get_backend_idset pg_stat_get_backend_pid pg_stat_get_backend_start
pg_stat_get_backend_subxact pg_stat_get_backend_userid pg_stat_get_backend_wait_event
pg_stat_get_backend_wait_event_type pg_stat_get_backend_xact_start
pg_stat_get_bgwriter_buf_written_clean pg_stat_get_bgwriter_maxwritten_clean
pg_stat_get_bgwriter_stat_reset_time pg_stat_get_blocks_fetched pg_stat_get_blocks_hit
pg_stat_get_buf_alloc pg_stat_get_checkpointer_buffers_written pg_stat_get_checkpointer_num_performed
pg_stat_get_checkpointer_num_requested pg_stat_get_checkpointer_num_timed
pg_stat_get_checkpointer_restartpoints_performed pg_stat_get_checkpointer_restartpoints_requested
pg_stat_get_checkpointer_restartpoints_timed pg_stat_get_checkpointer_slru_written
pg_stat_get_checkpointer_stat_reset_time pg_stat_get_checkpointer_sync_time
pg_stat_get_checkpointer_write_time pg_stat_get_db_active_time pg_stat_get_db_blk_read_time
pg_stat_get_db_blk_write_time pg_stat_get_db_blocks_fetched pg_stat_get_db_blocks_hit
pg_stat_get_db_checksum_failures pg_stat_get_db_checksum_last_failure pg_stat_get_db_conflict_all
pg_stat_get_db_conflict_bufferpin pg_stat_get_db_conflict_lock pg_stat_get_db_conflict_logicalslot
pg_stat_get_db_conflict_snapshot pg_stat_get_db_conflict_startup_deadlock
pg_stat_get_db_conflict_tablespace pg_stat_get_db_deadlocks pg_stat_get_db_idle_in_transaction_time
pg_stat_get_db_numbackends pg_stat_get_db_parallel_workers_launched
pg_stat_get_db_parallel_workers_to_launch pg_stat_get_db_session_time pg_stat_get_db_sessions
pg_stat_get_db_sessions_abandoned pg_stat_get_db_sessions_fatal pg_stat_get_db_sessions_killed
pg_stat_get_db_stat_reset_time pg_stat_get_db_temp_bytes pg_stat_get_db_temp_files
pg_stat_get_db_tuples_deleted pg_stat_get_db_tuples_fetched pg_stat_get_db_tuples_inserted
pg_stat_get_db_tuples_returned pg_stat_get_db_tuples_updated pg_stat_get_db_xact_commit
pg_stat_get_db_xact_rollback pg_stat_get_dead_tuples pg_stat_get_function_calls
pg_stat_get_function_self_time pg_stat_get_function_total_time pg_stat_get_ins_since_vacuum
pg_stat_get_last_analyze_time pg_stat_get_last_autoanalyze_time pg_stat_get_last_autovacuum_time
pg_stat_get_last_vacuum_time pg_stat_get_lastscan pg_stat_get_live_tuples
pg_stat_get_mod_since_analyze pg_stat_get_numscans pg_stat_get_progress_info
pg_stat_get_replication_slot pg_stat_get_slru pg_stat_get_snapshot_timestamp pg_stat_get_subscription
pg_stat_get_subscription_stats pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time
pg_stat_get_total_autovacuum_time pg_stat_get_total_vacuum_time pg_stat_get_tuples_deleted
pg_stat_get_tuples_fetched pg_stat_get_tuples_hot_updated pg_stat_get_tuples_inserted
pg_stat_get_tuples_newpage_updated pg_stat_get_tuples_returned pg_stat_get_tuples_updated
pg_stat_get_vacuum_count pg_stat_get_wal pg_stat_get_wal_receiver pg_stat_get_wal_senders
pg_statistics_obj_is_visible pg_table_is_visible pg_tablespace_databases pg_tablespace_location
pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names pg_trigger_depth
pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible pg_ts_template_is_visible
pg_type_is_visible pg_typeof pg_visible_in_snapshot pg_wal_lsn_diff pg_walfile_name
pg_walfile_name_offset phraseto_tsquery pi plainto_tsquery point point_above point_add point_below
point_distance point_div point_eq point_horiz point_in point_left point_mul point_ne point_out
point_recv point_right point_send point_sub point_vert poly_above poly_below poly_center poly_contain
poly_contain_pt poly_contained poly_distance poly_in poly_left poly_npoints poly_out poly_overabove
poly_overbelow poly_overlap poly_overleft poly_overright poly_recv poly_right poly_same poly_send
polygon popen position positionjoinsel positionsel postgresql_fdw_validator pow power prefixjoinsel
prefixsel prsd_end prsd_headline prsd_lextype prsd_nexttoken prsd_start pt_contained_circle
pt_contained_poly querytree quote_ident quote_literal quote_nullable radians radius range_adjacent
range_adjacent_multirange range_after range_after_multirange range_agg range_agg_finalfn
range_agg_transfn range_before range_before_multirange range_cmp range_contained_by
range_contained_by_multirange range_contains range_contains_elem range_contains_elem_support
range_contains_multirange range_eq range_ge range_gist_consistent range_gist_penalty
range_gist_picksplit range_gist_same range_gist_union range_gt range_in range_intersect
range_intersect_agg range_intersect_agg_transfn range_le range_lt range_merge range_minus range_ne
range_out range_overlaps range_overlaps_multirange range_overleft range_overleft_multirange
range_overright range_overright_multirange range_recv range_send range_sortsupport range_typanalyze
range_union rangesel rank rank_final raw_array_subscript_handler record_eq record_ge record_gt
record_image_eq record_image_ge record_image_gt record_image_le record_image_lt record_image_ne
record_in record_larger record_le record_lt record_ne record_out record_recv record_send
record_smaller regclass regclassin regclassout regclassrecv regclasssend regcollationin
regcollationout regcollationrecv regcollationsend regconfigin regconfigout regconfigrecv
regconfigsend regdictionaryin regdictionaryout regdictionaryrecv regdictionarysend regexeqjoinsel
regexeqsel regexnejoinsel regexnesel regexp_count regexp_instr regexp_like regexp_match
regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr
regnamespacein regnamespaceout regnamespacerecv regnamespacesend regoperatorin regoperatorout
regoperatorrecv regoperatorsend regoperin regoperout regoperrecv regopersend regprocedurein
regprocedureout regprocedurerecv regproceduresend regprocin regprocout regprocrecv regprocsend
regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy regrolein
regroleout regrolerecv regrolesend regtypein regtypeout regtyperecv regtypesend repeat replace
reverse right round row_number row_security_active row_to_json rpad rtrim satisfies_hash_partition
scalargejoinsel scalargesel scalargtjoinsel scalargtsel scalarlejoinsel scalarlesel scalarltjoinsel
scalarltsel scale schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema session_user set_bit
set_byte set_masklen setweight sha224 sha256 sha384 sha512 shell_in shell_out
shift_jis_2004_to_euc_jis_2004 shift_jis_2004_to_utf8 shobj_description sign similar_escape
similar_to_escape sin sind sinh sjis_to_euc_jp sjis_to_mic sjis_to_utf8 slope spg_bbox_quad_config
spg_box_quad_choose spg_box_quad_config spg_box_quad_inner_consistent spg_box_quad_leaf_consistent
spg_box_quad_picksplit spg_kd_choose spg_kd_config spg_kd_inner_consistent spg_kd_picksplit
spg_poly_quad_compress spg_quad_choose spg_quad_config spg_quad_inner_consistent
spg_quad_leaf_consistent spg_quad_picksplit spg_range_quad_choose spg_range_quad_config
spg_range_quad_inner_consistent spg_range_quad_leaf_consistent spg_range_quad_picksplit
spg_text_choose spg_text_config spg_text_inner_consistent spg_text_leaf_consistent spg_text_picksplit
split_part sqrt starts_with statement_timestamp stddev stddev_pop stddev_samp string_agg
string_agg_combine string_agg_deserialize string_agg_finalfn string_agg_serialize string_agg_transfn
string_to_array string_to_table strip strpos substr substring sum system_user table_am_handler_in
table_am_handler_out table_to_xml table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh text
text_ge text_gt text_larger text_le text_lt text_pattern_ge text_pattern_gt text_pattern_le
text_pattern_lt text_smaller text_starts_with_support textanycat textcat texteq texteqname textgename
textgtname texticlike texticlike_support texticnlike texticregexeq texticregexeq_support
texticregexne textin textlen textlename textlike textlike_support textltname textne textnename
textnlike textout textrecv textregexeq textregexeq_support textregexne textsend thesaurus_init
thesaurus_lexize tideq tidge tidgt tidin tidlarger tidle tidlt tidne tidout tidrecv tidsend
tidsmaller time time_cmp time_eq time_ge time_gt time_hash time_hash_extended time_in time_larger
time_le time_lt time_mi_interval time_mi_time time_ne time_out time_pl_interval time_recv time_send
time_smaller time_support timedate_pl timestamp timestamp_cmp timestamp_cmp_date
timestamp_cmp_timestamptz timestamp_eq timestamp_eq_date timestamp_eq_timestamptz timestamp_ge
timestamp_ge_date timestamp_ge_timestamptz timestamp_gt timestamp_gt_date timestamp_gt_timestamptz
timestamp_hash timestamp_hash_extended timestamp_in timestamp_larger timestamp_le timestamp_le_date
timestamp_le_timestamptz timestamp_lt timestamp_lt_date timestamp_lt_timestamptz timestamp_mi
timestamp_mi_interval timestamp_ne timestamp_ne_date timestamp_ne_timestamptz timestamp_out
timestamp_pl_interval timestamp_recv timestamp_send timestamp_skipsupport timestamp_smaller
timestamp_sortsupport timestamp_support timestamptypmodin timestamptypmodout timestamptz
timestamptz_cmp timestamptz_cmp_date timestamptz_cmp_timestamp timestamptz_eq timestamptz_eq_date
timestamptz_eq_timestamp timestamptz_ge timestamptz_ge_date timestamptz_ge_timestamp timestamptz_gt
timestamptz_gt_date timestamptz_gt_timestamp timestamptz_hash timestamptz_hash_extended
timestamptz_in timestamptz_larger timestamptz_le timestamptz_le_date timestamptz_le_timestamp
timestamptz_lt timestamptz_lt_date timestamptz_lt_timestamp timestamptz_mi timestamptz_mi_interval
timestamptz_ne timestamptz_ne_date timestamptz_ne_timestamp timestamptz_out timestamptz_pl_interval
timestamptz_recv timestamptz_send timestamptz_smaller timestamptztypmodin timestamptztypmodout
timetypmodin timetypmodout timetz timetz_cmp timetz_eq timetz_ge timetz_gt timetz_hash
timetz_hash_extended timetz_in timetz_larger timetz_le timetz_lt timetz_mi_interval timetz_ne
timetz_out timetz_pl_interval timetz_recv timetz_send timetz_smaller timetzdate_pl timetztypmodin
timetztypmodout timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector transaction_timestamp
translate trigger_in trigger_out trim_array trim_scale trunc ts_debug ts_delete ts_filter ts_headline
ts_lexize ts_match_qv ts_match_tq ts_match_tt ts_match_vq ts_parse ts_rank ts_rank_cd ts_token_type
ts_typanalyze tsm_handler_in tsm_handler_out tsmatchjoinsel tsmatchsel tsmultirange tsq_mcontained
tsq_mcontains tsquery_and tsquery_cmp tsquery_eq tsquery_ge tsquery_gt tsquery_le tsquery_lt
tsquery_ne tsquery_not tsquery_or tsquery_phrase tsqueryin tsqueryout tsqueryrecv tsquerysend tsrange
tsrange_subdiff tstzmultirange tstzrange tstzrange_subdiff tsvector_cmp tsvector_concat tsvector_eq
tsvector_ge tsvector_gt tsvector_le tsvector_lt tsvector_ne tsvector_to_array tsvectorin tsvectorout
tsvectorrecv tsvectorsend txid_current txid_current_if_assigned txid_current_snapshot
txid_snapshot_in txid_snapshot_out txid_snapshot_recv txid_snapshot_send txid_snapshot_xip
txid_snapshot_xmax txid_snapshot_xmin txid_visible_in_snapshot uhc_to_utf8 unicode_assigned
unicode_version unistr unknownin unknownout unknownrecv unknownsend unnest upper upper_inc upper_inf
utf8_to_big5 utf8_to_euc_cn utf8_to_euc_jis_2004 utf8_to_euc_jp utf8_to_euc_kr utf8_to_euc_tw
utf8_to_gb18030 utf8_to_gbk utf8_to_iso8859 utf8_to_iso8859_1 utf8_to_johab utf8_to_koi8r
utf8_to_koi8u utf8_to_shift_jis_2004 utf8_to_sjis utf8_to_uhc utf8_to_win uuid_cmp uuid_eq
uuid_extract_timestamp uuid_extract_version uuid_ge uuid_gt uuid_hash uuid_hash_extended uuid_in
uuid_le uuid_lt uuid_ne uuid_out uuid_recv uuid_send uuid_skipsupport uuid_sortsupport var_pop
var_samp varbit varbit_in varbit_out varbit_recv varbit_send varbit_support varbitcmp varbiteq
varbitge varbitgt varbitle varbitlt varbitne varbittypmodin varbittypmodout varchar varchar_support
varcharin varcharout varcharrecv varcharsend varchartypmodin varchartypmodout variance version
void_in void_out void_recv void_send websearch_to_tsquery width width_bucket win1250_to_latin2
win1250_to_mic win1251_to_iso win1251_to_koi8r win1251_to_mic win1251_to_win866 win866_to_iso
win866_to_koi8r win866_to_mic win866_to_win1251 win_to_utf8 window_cume_dist_support
window_dense_rank_support window_ntile_support window_percent_rank_support window_rank_support
window_row_number_support xid xid8_larger xid8_smaller xid8cmp xid8eq xid8ge xid8gt xid8in xid8le
xid8lt xid8ne xid8out xid8recv xid8send xideq xideqint4 xidin xidneq xidneqint4 xidout xidrecv
xidsend xml xml_in xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xml_out
xml_recv xml_send xmlagg xmlcomment xmlconcat2 xmlexists xmltext xmlvalidate xpath xpath_exists
`;
const VOLATILE = `
RI_FKey_cascade_del RI_FKey_cascade_upd RI_FKey_check_ins RI_FKey_check_upd RI_FKey_noaction_del
RI_FKey_noaction_upd RI_FKey_restrict_del RI_FKey_restrict_upd RI_FKey_setdefault_del
RI_FKey_setdefault_upd RI_FKey_setnull_del RI_FKey_setnull_upd amvalidate array_sample array_shuffle
bernoulli binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension
binary_upgrade_logical_slot_has_caught_up binary_upgrade_replorigin_advance
binary_upgrade_set_missing_value binary_upgrade_set_next_array_pg_type_oid
binary_upgrade_set_next_heap_pg_class_oid binary_upgrade_set_next_heap_relfilenode
binary_upgrade_set_next_index_pg_class_oid binary_upgrade_set_next_index_relfilenode
binary_upgrade_set_next_multirange_array_pg_type_oid binary_upgrade_set_next_multirange_pg_type_oid
binary_upgrade_set_next_pg_authid_oid binary_upgrade_set_next_pg_enum_oid
binary_upgrade_set_next_pg_tablespace_oid binary_upgrade_set_next_pg_type_oid
binary_upgrade_set_next_toast_pg_class_oid binary_upgrade_set_next_toast_relfilenode
binary_upgrade_set_record_init_privs brin_desummarize_range brin_summarize_new_values
brin_summarize_range brinhandler bthandler clock_timestamp current_query currtid2 currval
cursor_to_xml cursor_to_xmlschema dsnowball_init dsnowball_lexize gen_random_uuid
gin_clean_pending_list ginhandler gisthandler hashhandler heap_tableam_handler lastval lo_close
lo_creat lo_create lo_export lo_from_bytea lo_get lo_import lo_lseek lo_lseek64 lo_open lo_put
lo_tell lo_tell64 lo_truncate lo_truncate64 lo_unlink loread lowrite nextval pg_advisory_lock
pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared
pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_available_wal_summaries pg_backup_start
pg_backup_stop pg_blocking_pids pg_cancel_backend pg_clear_attribute_stats pg_clear_relation_stats
pg_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery
pg_control_system pg_copy_logical_replication_slot pg_copy_physical_replication_slot
pg_create_logical_replication_slot pg_create_physical_replication_slot pg_create_restore_point
pg_current_logfile pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
pg_database_collation_actual_version pg_database_size pg_drop_replication_slot pg_export_snapshot
pg_extension_config_dump pg_get_aios pg_get_backend_memory_contexts pg_get_loaded_modules
pg_get_multixact_members pg_get_sequence_data pg_get_shmem_allocations pg_get_shmem_allocations_numa
pg_get_wait_events pg_get_wal_replay_pause_state pg_get_wal_resource_managers
pg_get_wal_summarizer_state pg_hba_file_rules pg_ident_file_mappings pg_import_system_collations
pg_indexes_size pg_is_in_recovery pg_is_wal_replay_paused pg_isolation_test_session_is_blocked
pg_jit_available pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn
pg_last_xact_replay_timestamp pg_lock_status pg_log_backend_memory_contexts pg_log_standby_snapshot
pg_logical_emit_message pg_logical_slot_get_binary_changes pg_logical_slot_get_changes
pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes pg_ls_archive_statusdir pg_ls_dir
pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir
pg_ls_tmpdir pg_ls_waldir pg_nextoid pg_notification_queue_usage pg_notify pg_partition_ancestors
pg_partition_tree pg_prepared_xact pg_promote pg_read_binary_file pg_read_file pg_relation_size
pg_reload_conf pg_replication_origin_advance pg_replication_origin_create pg_replication_origin_drop
pg_replication_origin_progress pg_replication_origin_session_is_setup
pg_replication_origin_session_progress pg_replication_origin_session_reset
pg_replication_origin_session_setup pg_replication_origin_xact_reset pg_replication_origin_xact_setup
pg_replication_slot_advance pg_restore_attribute_stats pg_restore_relation_stats pg_rotate_logfile
pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_show_all_file_settings
pg_show_replication_origin_status pg_sleep pg_sleep_for pg_sleep_until pg_stat_clear_snapshot
pg_stat_file pg_stat_force_next_flush pg_stat_get_backend_io pg_stat_get_backend_wal pg_stat_get_io
pg_stat_get_recovery_prefetch pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit
pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time
pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted
pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated pg_stat_get_xact_tuples_inserted
pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned
pg_stat_get_xact_tuples_updated pg_stat_have_stats pg_stat_reset pg_stat_reset_backend_stats
pg_stat_reset_replication_slot pg_stat_reset_shared pg_stat_reset_single_function_counters
pg_stat_reset_single_table_counters pg_stat_reset_slru pg_stat_reset_subscription_stats
pg_stop_making_pinned_objects pg_switch_wal pg_sync_replication_slots pg_table_size
pg_tablespace_size pg_terminate_backend pg_total_relation_size pg_try_advisory_lock
pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared
pg_wal_replay_pause pg_wal_replay_resume pg_wal_summary_contents pg_xact_commit_timestamp
pg_xact_commit_timestamp_origin pg_xact_status plpgsql_call_handler plpgsql_inline_handler
plpgsql_validator query_to_xml query_to_xml_and_xmlschema query_to_xmlschema random random_normal
set_config setseed setval spghandler suppress_redundant_updates_trigger system timeofday ts_rewrite
ts_stat tsvector_update_trigger tsvector_update_trigger_column txid_status unique_key_recheck uuidv4
uuidv7
`;

;// CONCATENATED MODULE: ./lib/sql/data/settings.js
// Settings that any role may change in its own session.
// Generated by scripts/builtin-functions.ts; do not edit.
const USER_SETTINGS = `
application_name array_nulls backend_flush_after backslash_quote bytea_output check_function_bodies
client_connection_check_interval client_encoding client_min_messages commit_siblings
constraint_exclusion cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost createrole_self_grant
cursor_tuple_fraction datestyle debug_logical_replication_streaming debug_parallel_query
debug_pretty_print debug_print_parse debug_print_plan debug_print_rewritten default_statistics_target
default_table_access_method default_tablespace default_text_search_config default_toast_compression
default_transaction_deferrable default_transaction_isolation default_transaction_read_only
effective_cache_size effective_io_concurrency enable_async_append enable_bitmapscan
enable_distinct_reordering enable_gathermerge enable_group_by_reordering enable_hashagg
enable_hashjoin enable_incremental_sort enable_indexonlyscan enable_indexscan enable_material
enable_memoize enable_mergejoin enable_nestloop enable_parallel_append enable_parallel_hash
enable_partition_pruning enable_partitionwise_aggregate enable_partitionwise_join
enable_presorted_aggregate enable_self_join_elimination enable_seqscan enable_sort enable_tidscan
escape_string_warning exit_on_error extra_float_digits file_copy_method from_collapse_limit geqo
geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias geqo_threshold
gin_fuzzy_search_limit gin_pending_list_limit hash_mem_multiplier icu_validation_level
idle_in_transaction_session_timeout idle_session_timeout intervalstyle io_combine_limit jit
jit_above_cost jit_expressions jit_inline_above_cost jit_optimize_above_cost jit_tuple_deforming
join_collapse_limit lc_monetary lc_numeric lc_time local_preload_libraries lock_timeout
log_parameter_max_length_on_error logical_decoding_work_mem maintenance_io_concurrency
maintenance_work_mem max_parallel_maintenance_workers max_parallel_workers
max_parallel_workers_per_gather md5_password_warnings min_parallel_index_scan_size
min_parallel_table_scan_size parallel_leader_participation parallel_setup_cost parallel_tuple_cost
password_encryption plan_cache_mode quote_all_identifiers random_page_cost recursive_worktable_factor
restrict_nonsystem_relation_kind row_security scram_iterations search_path seq_page_cost
standard_conforming_strings statement_timeout stats_fetch_consistency synchronize_seqscans
synchronous_commit tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval tcp_user_timeout
temp_buffers temp_tablespaces timezone timezone_abbreviations trace_notify trace_sort
transaction_deferrable transaction_isolation transaction_read_only transaction_timeout
transform_null_equals vacuum_buffer_usage_limit vacuum_cost_delay vacuum_cost_limit
vacuum_cost_page_dirty vacuum_cost_page_hit vacuum_cost_page_miss vacuum_failsafe_age
vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age
vacuum_truncate wal_sender_timeout wal_skip_threshold work_mem xmlbinary xmloption
`;

;// CONCATENATED MODULE: ./lib/sql/settings.js

const USER = new Set(USER_SETTINGS.trim().split(/\s+/));
const KINDS = {
    client_encoding: 'text',
    standard_conforming_strings: 'text',
    backslash_quote: 'text',
    role: 'identity',
    session_authorization: 'identity',
    row_security: 'protection',
    session_replication_role: 'protection',
    allow_system_table_mods: 'protection',
    event_triggers: 'protection',
    ignore_system_indexes: 'protection',
    ignore_checksum_failure: 'protection',
    zero_damaged_pages: 'protection',
    lo_compat_privileges: 'protection',
    restrict_nonsystem_relation_kind: 'protection',
    default_transaction_read_only: 'protection',
    transaction_read_only: 'protection',
    transform_null_equals: 'protection',
    local_preload_libraries: 'code',
    session_preload_libraries: 'code',
    dynamic_library_path: 'code',
    extension_control_path: 'code',
    check_function_bodies: 'code',
    search_path: 'names',
    statement_timeout: 'limit',
    lock_timeout: 'limit',
    transaction_timeout: 'limit',
    idle_in_transaction_session_timeout: 'limit',
    idle_session_timeout: 'limit',
};
/** Values that leave things as a session has them, or make them stricter. */
const SAFE = {
    client_encoding: /^'?(utf-?8|unicode)'?$/i,
    standard_conforming_strings: /^(on|true|yes|1)$/i,
    backslash_quote: /^(safe_encoding|off|false|no|0)$/i,
    row_security: /^(on|true|yes|1)$/i,
    session_replication_role: /^origin$/i,
    event_triggers: /^(on|true|yes|1)$/i,
    default_transaction_read_only: /^(on|true|yes|1)$/i,
    transaction_read_only: /^(on|true|yes|1)$/i,
    transform_null_equals: /^(off|false|no|0)$/i,
    allow_system_table_mods: /^(off|false|no|0)$/i,
    restrict_nonsystem_relation_kind: /^view, ?foreign-table$/i,
    check_function_bodies: /^(on|true|yes|1)$/i,
};
// Dotted names are the application's own, unless an extension watches them.
const WATCHED = /^(pgaudit|auto_explain|sepgsql|anon|pg_tle|plv8|plpython|plperl|pltcl|set_user|supautils|cron)\./;
function settingKind(name) {
    const folded = name.toLowerCase();
    const kind = KINDS[folded];
    if (kind)
        return kind;
    if (folded.includes('.'))
        return WATCHED.test(folded) ? 'audit' : 'plain';
    return USER.has(folded) || folded === 'timezone' ? 'plain' : 'audit';
}
/** `values` as written; undefined for RESET, DEFAULT and what is computed. Values never enter the effect. */
function settingEffect(name, values) {
    const folded = name.toLowerCase();
    const value = values?.length === 1 ? (values[0] ?? '').trim() : undefined;
    const safe = value !== undefined && (SAFE[folded]?.test(value) ?? false);
    // A temporary table hides the permanent one of its name only while pg_temp comes first.
    const named = folded === 'search_path' && (values?.some((item) => /pg_temp/i.test(item)) ?? false);
    const off = settingKind(folded) === 'limit' && value !== undefined && /^0+\s*[a-z]*$/i.test(value);
    return {
        action: 'set',
        object: settingKind(folded) === 'identity' ? 'identity' : 'setting',
        name: folded,
        ...(safe && { detail: 'to its safe value' }),
        ...(off && { detail: 'switched off' }),
        ...(named && { detail: 'names pg_temp' }),
    };
}
/** True when later names may mean other things. */
function movesNames(name) {
    const kind = settingKind(name);
    return kind === 'names' || kind === 'identity' || kind === 'text' || name.toLowerCase() === 'row_security';
}
/** After it, a name without its schema may mean another thing. What a definition would do, nobody did. */
const movesOthers = ({ action, name, via }) => action === 'set' && via?.[0] !== 'definition' && movesNames(name ?? 'all');

;// CONCATENATED MODULE: ./lib/sql/functions.js




const words = (text) => text.trim().split(/\s+/);
const STEADY_NAMES = new Set(words(STEADY));
const VOLATILE_NAMES = new Set(words(VOLATILE));
/** Volatile, yet nothing is lost by calling them: clocks, randomness, sizes, positions, advisory locks. */
const HARMLESS = new RegExp(`^(${[
    'array_sample|array_shuffle|bernoulli|system|clock_timestamp|timeofday|current_query|currtid2|currval|lastval|nextval',
    'gen_random_uuid|uuidv4|uuidv7|random|random_normal|setseed|txid_status|unique_key_recheck|suppress_redundant_updates_trigger',
    'tsvector_update_trigger|tsvector_update_trigger_column|brin_summarize_new_values|brin_summarize_range|gin_clean_pending_list',
    'pg_(try_)?advisory_(xact_)?(un)?lock(_shared|_all)?|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_lock_status',
    'pg_(database_)?collation_actual_version|pg_current_wal_\\w+|pg_last_\\w+|pg_is_\\w+|pg_get_wal_replay_pause_state',
    'pg_(database|indexes|relation|table|tablespace|total_relation)_size|pg_export_snapshot|pg_jit_available',
    'pg_notification_queue_usage|pg_partition_(ancestors|tree)|pg_sequence_last_value|pg_get_sequence_data',
    'pg_stat_(clear_snapshot|force_next_flush|have_stats|get_(xact_\\w+|io|backend_io|backend_wal|recovery_prefetch))',
    'pg_xact_\\w+|pg_prepared_xact|pg_get_multixact_members|pg_control_\\w+|pg_available_wal_summaries|pg_get_wait_events',
].join('|')})$`);
/** Kinds of harm, first match wins. Names of extensions' functions are matched in any schema. */
const HARMFUL = [
    [
        'server-file',
        /^(pg_read_(binary_)?file|pg_ls_\w+|pg_stat_file|pg_current_logfile|pg_file_(write|read|rename|unlink|sync|length)|pg_logdir_ls|pg_hba_file_rules|pg_ident_file_mappings|pg_show_all_file_settings|pg_config|pg_read_server_files|lo_import(_with_oid)?|lo_export)$/,
    ],
    ['remote', /^(dblink\w*|postgres_fdw_\w+|http(_get|_post|_put|_delete|_patch|_head)?|net_http_\w+)$/],
    [
        'sql-text',
        /^((query|table|cursor|schema|database)_to_xml(schema|_and_xmlschema)?|ts_stat|ts_rewrite|xpath_table|crosstab\w*|connectby|exec|execute|run_command_on_\w+|cron_schedule\w*)$/,
    ],
    ['large-object', /^(lo_\w+|loread|lowrite)$/],
    [
        'replication',
        /^(pg_logical_\w+|pg_replication_\w+|pg_(create|copy)_(logical|physical)_\w+|pg_(create|copy)_(logical|physical)_replication_slot|pg_drop_replication_slot|pg_show_replication_origin_status|pg_sync_replication_slots|pg_wal_summary_contents|pg_get_wal_records_info\w*)$/,
    ],
    ['sleep', /^pg_sleep(_for|_until)?$/],
    ['sequence', /^setval$/],
    [
        'values',
        /^(pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items|pg_stat_statements|pg_show_all_settings_file|heap_page_items|get_raw_page|tuple_data_split|pg_prepared_statement|pg_cursor)$/,
    ],
    [
        'administration',
        /^(pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_promote|binary_upgrade_\w+|pg_stat_reset\w*|pg_stat_statements_reset|pg_backup_\w+|pg_(start|stop)_backup|pg_extension_config_dump)$/,
    ],
];
/** Of extensions that compute only; trusted by name when unqualified or in the usual schemas. */
const EXTENSIONS = /^(uuid_generate_v[1345](mc)?|uuid_nil|uuid_ns_\w+|digest|hmac|crypt|gen_salt|gen_random_bytes|encrypt(_iv)?|decrypt(_iv)?|pgp_\w+|armor|dearmor|similarity|word_similarity|strict_word_similarity|show_trgm|unaccent|levenshtein\w*|soundex|metaphone|dmetaphone\w*|citext|hstore(_to_\w+)?|st_\w+|time_bucket|cosine_distance|l2_distance|inner_product)$/;
/** The effect of one call; undefined when it only computes. */
function callEffect(call) {
    return effectOfName(parts(call.funcname), call.args);
}
/** The same for a function that is named without a call: a trigger's, an aggregate's. */
function effectOfName(names, args) {
    const name = names.at(-1) ?? '';
    const schema = names.length > 1 ? names.at(-2) : undefined;
    const builtIn = schema === undefined || schema === 'pg_catalog' || schema === 'information_schema';
    const full = dotted(builtIn ? [name] : names);
    for (const [object, pattern] of HARMFUL)
        if (pattern.test(name))
            return { action: 'call', object, name: full };
    if (!builtIn)
        return extension(schema, name) ? undefined : { action: 'call', object: 'function', name: full };
    if (name === 'set_config')
        return setConfig(args);
    if (name === 'pg_notify')
        return { action: 'notify', object: 'channel' };
    if (schema === 'information_schema')
        return undefined;
    if (VOLATILE_NAMES.has(name))
        return HARMLESS.test(name) ? undefined : { action: 'call', object: 'administration', name: full };
    if (STEADY_NAMES.has(name) || extension(schema, name))
        return undefined;
    return { action: 'call', object: 'function', name: full };
}
const extension = (schema, name) => (schema === undefined || schema === 'public' || schema === 'extensions') && EXTENSIONS.test(name);
function setConfig(args) {
    const name = fold(args?.[0]);
    if (typeof name !== 'string')
        return { action: 'unknown', object: 'setting', detail: 'set_config with a name that is computed' };
    const value = fold(args?.[1]);
    return settingEffect(name, value === undefined || value === null ? undefined : [String(value)]);
}
/** True when the value may differ from row to row, so that a default made of it rewrites the table. */
function isVolatile(names) {
    const name = names.at(-1) ?? '';
    return VOLATILE_NAMES.has(name) || !STEADY_NAMES.has(name);
}
/** True for functions whose result says nothing about the values they were given. */
function isOpaque(names) {
    return (names.length === 1 || names[0] === 'pg_catalog') && OPAQUE.has(names.at(-1) ?? '');
}
const OPAQUE = new Set([
    'count',
    'row_number',
    'rank',
    'dense_rank',
    'percent_rank',
    'cume_dist',
    'ntile',
    'pg_typeof',
    'num_nonnulls',
    'num_nulls',
]);
/** True when the function may return anything, whatever its arguments are. */
function isForeign(names) {
    const name = names.at(-1) ?? '';
    const builtIn = names.length === 1 || names[0] === 'pg_catalog';
    return !builtIn || !(STEADY_NAMES.has(name) || VOLATILE_NAMES.has(name)) || READS.test(name);
}
/** Built-in functions that read rows by themselves, or what others have sent. */
const READS = new RegExp([
    '^(query|table|cursor|schema|database)_to_xml',
    '^(ts_stat|ts_rewrite|pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items)$',
    '^(pg_prepared_statement|pg_cursor|lo_get|loread|pg_read_(binary_)?file|pg_logical_slot_(get|peek)_(binary_)?changes)$',
].join('|'));

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
    for (let cast = as(node, 'TypeCast'); cast; cast = as(node, 'TypeCast'))
        node = cast.arg;
    const call = as(node, 'FuncCall');
    return parts(as(node, 'ColumnRef')?.fields ?? call?.funcname).at(-1);
}
function expanded(qualifier, items) {
    const chosen = qualifier.length === 0 ? items : items.filter((item) => item.name === qualifier.at(-1));
    if (items.some((item) => item.merged) && qualifier.length === 0)
        return [star(chosen)];
    return chosen.flatMap((item) => item.outputs ?? [star([item])]);
}
function star(items) {
    const all = items.map((item) => (item.renamed ? nameless(taint_whole(item)) : taint_whole(item)));
    return { ...union(all), star: true };
}
/** A whole row of the item. */
function taint_whole(item) {
    if (item.outputs)
        return union(item.outputs);
    return { columns: ['*'], sources: [`${item.relation ?? item.name}.*`], opaque: false };
}
function union(outputs) {
    const foreign = outputs.some((output) => output.foreign);
    return {
        columns: [...new Set(outputs.flatMap((output) => output.columns))],
        sources: [...new Set(outputs.flatMap((output) => output.sources))],
        opaque: outputs.length > 0 && outputs.every((output) => output.opaque),
        ...(foreign && { foreign }),
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
        return orAll(scope.filter((item) => item.name === column).map(taint_whole), scope);
    if (path.length === 1) {
        const row = scope.filter((item) => item.name === first).map(taint_whole);
        return orAll([...row, ...scope.flatMap((item) => columnOf(item, first))], scope);
    }
    const owners = scope.filter((item) => item.name === path.at(-2) || item.name === first);
    if (owners.length === 0)
        return [
            { columns: [...new Set([first, ...more])], sources: [path.join('.')], opaque: false },
            ...scope.map(taint_whole),
        ];
    const found = owners.flatMap((item) => columnOf(item, column).concat(path.length > 2 && item.name === first ? columnOf(item, more[0] ?? '') : []));
    return orAll(found, owners);
}
/** A name that is found nowhere, as the columns that SEARCH and CYCLE add, may be made of anything there. */
const orAll = (found, items) => found.length > 0 ? found : items.map(taint_whole);
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
        ? [taint_whole(item)]
        : [{ columns: [column], sources: [`${relation}.${column}`], opaque: false }];
}
/** One column of `*`: that of its name, unless names were changed. */
function picked(output, column) {
    if (!output.star || output.sources.includes('*'))
        return output;
    const sources = output.sources.map((source) => source.endsWith('.*') ? `${source.slice(0, -1)}${column}` : source);
    return { ...output, sources };
}

;// CONCATENATED MODULE: ./lib/sql/outputs.js



const MAX_DEPTH = 64;
const MAX_COLUMNS = 1664;
const work = () => ({ left: 400_000 });
const deeper = ({ level, work }) => ({ level: level + 1, work });
/** The outputs of a statement; undefined when the text does not tell. */
function outputsOf(statement, left = work()) {
    const found = query(statement, new Map(), [], { level: 0, work: left });
    return left.left > 0 ? found : undefined;
}
function query(node, ctes, outer, depth) {
    if (depth.level > MAX_DEPTH || depth.work.left <= 0)
        return undefined;
    const select = as(node, 'SelectStmt');
    if (select)
        return selected(select, ctes, outer, depth);
    const written = as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt') ?? as(node, 'MergeStmt');
    if (written)
        return returned(written, ctes, outer, depth);
    if (as(node, 'VariableShowStmt'))
        return [{ columns: [], sources: [], opaque: true }];
    // What COPY, or a later EXECUTE or FETCH, returns.
    const named = as(node, 'PrepareStmt')?.query ?? as(node, 'DeclareCursorStmt')?.query ?? as(node, 'CopyStmt')?.query;
    if (named)
        return query(named, ctes, outer, deeper(depth));
    const explained = as(node, 'ExplainStmt');
    if (explained)
        return [plan(explained)];
    return undefined;
}
/** A plan shows constants, and what code made of them while planning; never a value of a row. */
function plan(node) {
    let foreign = false;
    visit(node, (tag, fields) => {
        if (tag === 'FuncCall')
            foreign ||= isForeign(parts(fields.funcname));
    });
    return { name: 'QUERY PLAN', columns: [], sources: [], opaque: false, ...(foreign ? { foreign } : {}) };
}
function withNames(clause, ctes, outer, depth) {
    const known = new Map(ctes);
    // All names are known inside all of them.
    if (clause?.recursive)
        for (const node of clause.ctes ?? [])
            known.set(as(node, 'CommonTableExpr')?.ctename ?? '', [everything(clause.ctes, ctes)]);
    for (const node of clause?.ctes ?? []) {
        const cte = as(node, 'CommonTableExpr');
        if (!cte)
            continue;
        const name = cte.ctename ?? '';
        if (clause?.recursive)
            known.set(name, recursive(cte, known, outer, depth));
        else
            known.set(name, columnsOf(cte, known, outer, depth));
    }
    return known;
}
function columnsOf(cte, ctes, outer, depth) {
    return renamed(query(cte.ctequery, ctes, outer, deeper(depth)) ?? [everything(cte.ctequery, ctes)], names(cte.aliascolnames));
}
/** A recursive query sees itself: its first part, then what that makes of it, until nothing is added. */
function recursive(cte, ctes, outer, depth) {
    // Each level runs several rounds: deep ones are not worth it.
    if (depth.level > 4)
        return [everything(cte.ctequery, ctes)];
    const name = cte.ctename ?? '';
    const first = as(cte.ctequery, 'SelectStmt')?.larg;
    const start = first ? query({ SelectStmt: first }, ctes, outer, deeper(depth)) : undefined;
    let before = start ? renamed(start, names(cte.aliascolnames)) : columnsOf(cte, ctes, outer, depth);
    for (let round = 0; round < 4; round++) {
        const after = columnsOf(cte, new Map([...ctes, [name, before]]), outer, depth);
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
        for (const source of cte ? union(cte).sources : [`${relationName(fields)}.*`])
            sources.add(source);
    });
    return { columns: ['*'], sources: [...sources], opaque: false, star: true };
}
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
const names = (nodes) => parts(nodes);
function selected(select, ctes, outer, depth) {
    const known = withNames(select.withClause, ctes, outer, depth);
    if (select.larg && select.rarg) {
        const left = selected(select.larg, known, outer, deeper(depth));
        const right = selected(select.rarg, known, outer, deeper(depth));
        return left && right ? united(left, right) : undefined;
    }
    const items = fromItems(select.fromClause, known, outer, depth);
    const scope = [...items, ...outer];
    const rows = (select.valuesLists ?? []).map((row) => (as(row, 'List')?.items ?? []).map((value) => carriedBy(value, known, scope, depth)));
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
        const target = as(node, 'ResTarget');
        const reference = as(target?.val, 'ColumnRef');
        const star = reference?.fields?.some((field) => as(field, 'A_Star')) ?? false;
        if (star)
            return expanded(parts(reference?.fields), items);
        const name = target ? label(target) : undefined;
        const carried = carriedBy(target?.val, ctes, scope, depth);
        const over = windows && /"over":/.test(JSON.stringify(target) ?? '');
        return [{ ...(over ? union([carried, windows]) : carried), ...(name !== undefined && { name }) }];
    });
    depth.work.left -= found.reduce((sum, { sources }) => sum + sources.length, found.length);
    // More than a result can have: the server refuses it, and nested queries would double it without end.
    return found.length > MAX_COLUMNS ? [{ ...union(found), star: true }] : found;
}
/** LATERAL sees the items before it; without the word only functions do, and the others name none of them. */
function fromItems(clause, ctes, outer, depth) {
    const items = [];
    for (const node of clause ?? [])
        items.push(...itemsOf(node, ctes, as(node, 'RangeVar') ? [] : [...items, ...outer], depth));
    return items;
}
function itemsOf(node, ctes, outer, depth) {
    const relation = as(node, 'RangeVar');
    if (relation) {
        const name = relation.alias?.aliasname ?? relation.relname ?? '';
        const cte = relation.schemaname ? undefined : ctes.get(relation.relname ?? '');
        const labels = names(relation.alias?.colnames);
        if (cte)
            return [{ name, outputs: renamed(cte, labels) }];
        return [{ name, relation: relationName(relation), renamed: labels.length > 0 }];
    }
    const join = as(node, 'JoinExpr');
    if (join)
        return joined(join, ctes, outer, depth);
    const derived = as(node, 'RangeSubselect');
    if (derived) {
        const outputs = query(derived.subquery, ctes, outer, deeper(depth)) ?? [unknown()];
        return [
            { name: derived.alias?.aliasname ?? '', outputs: renamed(outputs, names(derived.alias?.colnames)) },
        ];
    }
    const sample = as(node, 'RangeTableSample');
    if (sample?.relation)
        return itemsOf(sample.relation, ctes, outer, depth);
    const computed = as(node, 'RangeFunction') ?? as(node, 'RangeTableFunc') ?? as(node, 'JsonTable');
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
            found = parts(fields.funcname).at(-1) ?? '';
    });
    return found;
}
function joined(join, ctes, outer, depth) {
    const left = join.larg ? itemsOf(join.larg, ctes, outer, deeper(depth)) : [];
    const right = join.rarg ? itemsOf(join.rarg, ctes, [...left, ...outer], deeper(depth)) : [];
    const items = [...left, ...right];
    const merged = Boolean(join.usingClause ?? join.isNatural);
    if (join.alias)
        return [{ name: join.alias.aliasname ?? '', outputs: renamed([star(items)], names(join.alias.colnames)) }];
    const using = join.join_using_alias?.aliasname;
    const all = using === undefined ? items : [...items, { name: using, outputs: [star(items)] }];
    return merged ? all.map((item) => ({ ...item, merged })) : all;
}
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
        const reference = as(node, 'ColumnRef');
        if (reference) {
            const read = referred(parts(reference.fields), reference.fields?.length ?? 0, scope);
            work.left -= read.reduce((sum, { sources }) => sum + sources.length, cost);
            found.push(...read);
        }
        else if (as(node, 'SubLink'))
            found.push(linked(node, ctes, scope, depth));
        else {
            const call = as(node, 'FuncCall');
            // A rank over a window tells which of two values is greater.
            const ranks = call?.over ?? call?.agg_within_group;
            if (call && !ranks && isOpaque(parts(call.funcname)))
                found.push({ columns: [], sources: [], opaque: true });
            else {
                if (call && isForeign(parts(call.funcname)))
                    found.push({ columns: [], sources: [], opaque: false, foreign: true });
                for (const item of Object.values(child))
                    search(item);
            }
        }
    };
    search(value);
    if (work.left <= 0)
        return unknown();
    const { opaque, ...rest } = union(found);
    return { ...rest, opaque: opaque && found.length > 0 };
}
function linked(node, ctes, scope, depth) {
    const link = as(node, 'SubLink');
    const select = as(link?.subselect, 'SelectStmt');
    if (link?.subLinkType === 'EXISTS_SUBLINK' && select)
        return existing(select, ctes, scope, deeper(depth));
    const outputs = query(link?.subselect, ctes, scope, deeper(depth)) ?? [unknown()];
    return union([carriedBy(link?.testexpr, ctes, scope, depth), ...outputs]);
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
        ...(node.returningClause?.options ?? []).flatMap((option) => as(option, 'ReturningOption')?.value ?? []),
    ];
    const rows = aliases.map((name) => ({ ...(target[0] ?? { name }), name }));
    const scope = [...items, ...rows, ...outer];
    const inserted = query(fields.selectStmt, known, outer, deeper(depth)) ?? [];
    const clauses = (fields.mergeWhenClauses ?? []).flatMap((item) => as(item, 'MergeWhenClause') ?? []);
    const excluded = { name: 'excluded', outputs: [{ ...union(inserted), star: true }] };
    const set = [
        ...(fields.targetList ?? []),
        ...(fields.onConflictClause?.targetList ?? []),
        ...clauses.flatMap(({ targetList = [], values = [] }) => [...targetList, ...values]),
    ].map((item) => carriedBy(as(item, 'ResTarget')?.val ?? item, known, [...scope, excluded], depth));
    const written = [...inserted, ...set].filter((output) => output.columns.length > 0 || output.foreign);
    return targets(list, known, items, scope, depth).map((output) => written.length === 0 || output.opaque
        ? output
        : { ...output, ...union([output, ...written]), ...(output.star && { star: true }) });
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
        this.types.add(/%\s*type\s*$/i.test(text) ? `${dotted(found)}%type` : dotted(found));
    }
    addFunction(names) {
        if (names.length > 0)
            this.functions.add(dotted(names));
    }
    addOperator(names) {
        const name = names.at(-1);
        if (name === undefined || names[0] === 'pg_catalog')
            return;
        this.operators.add(names.length > 1 ? `${dotted(names.slice(-2, -1))}.${name}` : name);
    }
}
/** A part of a dotted name; `%TYPE` and `SETOF` are none. */
const PART = /"((?:[^"]|"")+)"|(?<!%\s*)\b(?!setof\s)([\p{L}_][\p{L}\p{N}_$]*)/giu;
/** Nothing of interest is below. */
const SILENT = new Set(['String', 'A_Const', 'ParamRef', 'A_Star', 'Integer', 'RangeVar', 'SQLValueFunction']);
const nodes = (value) => (Array.isArray(value) ? value : []);
const type = ({ names, pct_type: ofColumn }, into) => {
    const found = parts(nodes(names));
    if (found.length === 0 || found[0] === 'pg_catalog')
        return;
    into.types.add(ofColumn === true ? `${dotted(found)}%type` : dotted(found));
};
const call = ({ funcname }, into) => into.addFunction(parts(nodes(funcname)));
/** Last names of `l.killer`; `l.*` has none. */
const reference = ({ fields }, into) => {
    const list = nodes(fields);
    const last = parts(list.slice(-1))[0];
    if (list.length > 1 && last !== undefined)
        into.fields.add(dotted([last]));
};
/** `(expression).name` calls a function of that name, whatever the expression is. */
const selection = ({ indirection }, into) => {
    for (const name of parts(nodes(indirection))) {
        into.fields.add(dotted([name]));
        into.addFunction([name]);
    }
};
const assignment = ({ targetList }, into) => {
    for (const item of nodes(targetList)) {
        const name = item.ResTarget?.name;
        if (name !== undefined)
            into.assigned.add(dotted([name]));
    }
};
const model = (relation, into) => {
    const name = relationName(relation);
    if (name !== '')
        into.models.add(name);
};
const parents = ({ inhRelations }, into) => {
    for (const item of nodes(inhRelations))
        model(as(item, 'RangeVar'), into);
};
/** What the grammar makes of `BETWEEN`, `NULLIF`, `IN`, … is an operator by its plain name. */
const operation = ({ kind, name }, into) => {
    if (typeof kind === 'string' && kind.includes('BETWEEN'))
        for (const operator of ['>=', '<=', '<', '>'])
            into.addOperator([operator]);
    else
        into.addOperator(parts(nodes(name)));
};
const READERS = {
    FuncCall: call,
    funccall: call,
    CreateCastStmt: ({ func }, into) => {
        const { objname } = (func ?? {});
        into.addFunction(parts(nodes(objname)));
    },
    CreateTrigStmt: call,
    CreateEventTrigStmt: call,
    RangeTableSample: ({ method }, into) => into.addFunction(parts(nodes(method))),
    A_Expr: operation,
    SubLink: ({ subLinkType, operName }, into) => {
        if (operName !== undefined)
            into.addOperator(parts(nodes(operName)));
        else if (subLinkType === 'ANY_SUBLINK')
            into.addOperator(['=']);
    },
    SortBy: ({ useOp }, into) => into.addOperator(parts(nodes(useOp))),
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
        const before = this.making;
        this.making = callable ? name : undefined;
        try {
            work();
        }
        finally {
            this.making = before;
        }
        if (!callable)
            return;
        this.#made.add(lastOf(name));
        // It calls itself, or a call of this text comes before it.
        if (calls.has(name))
            this.#names.functions.add(name);
    }
    /** Notes what such a body changes by key. `key` stands for the effect. */
    note({ action, rows }, key) {
        if (this.making !== undefined && KEYED.has(action) && rows === 'some')
            this.#keyed.add(key);
    }
    /** The effects, where a key in a function that is called for many rows picks an unknown number of them. */
    spread(effects) {
        if (this.#keyed.size === 0 || !this.callsMade)
            return [...effects.values()];
        return [...effects].map(([key, effect]) => this.#keyed.has(key) ? { ...effect, rows: 'unknown' } : effect);
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
            if (as(value, 'SubLink'))
                return;
            const names = parts(as(value, 'FuncCall')?.funcname);
            if (names.length > 0) {
                many ||= SETS.test(names.at(-1) ?? '');
                if (isForeign(names))
                    calls.push(dotted(names));
            }
            for (const item of Object.values(value))
                visit(item);
        }
    };
    visit([select.targetList, select.sortClause, select.groupClause]);
    return { many, calls };
}
/** What returns a trigger cannot be called. */
const returnsTrigger = (type) => /^(event_)?trigger$/.test(parts(type?.names).at(-1) ?? '');
/** A FROM item that is asked once, when it is the only one. */
const askedOnce = (items) => items.length === 1 && ['RangeVar', 'RangeSubselect', 'RangeFunction'].some((tag) => tag in (items[0] ?? {}));

;// CONCATENATED MODULE: ./lib/sql/collector.js




const LATER = new Set(['function', 'rule', 'view', 'prepare', 'trigger', 'do', 'execute']);
/** Gathers the facts of one text while its tree is walked. */
class Collector {
    parser;
    handlers;
    known = {
        temporary: new Set(),
        untilCommit: new Set(),
        created: new Set(),
        prepared: new Set(),
        functions: new Set(),
        columns: new Set(),
    };
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
    /** Columns that conditions and orders read. */
    compares = new Set();
    /** Where following these starts. */
    compared = { level: 0, work: work() };
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
    schemaChanged = false;
    resolutionChanged = false;
    /** Bodies inside bodies; bounded so that text in text cannot recurse without end. */
    depth = 0;
    #effects = new Map();
    #relations = new Set();
    #via = [];
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
    add(effect) {
        const full = this.#via.length === 0 ? effect : { ...effect, via: [...this.#via, ...(effect.via ?? [])] };
        const key = JSON.stringify(full);
        this.#effects.set(key, full);
        this.repeats.note(full, key);
        if (effect.action === 'unknown' || (effect.action === 'call' && effect.object === 'function'))
            this.opaque++;
    }
    /** Adds an effect that `apart` gave back; its `via` is complete. */
    restore(effect) {
        this.#effects.set(JSON.stringify(effect), effect);
    }
    /** An effect on a relation; says by itself when only a temporary one is touched. */
    on(action, object, relation, more = {}) {
        const name = this.mention(relation);
        const temporary = this.isTemporary(relation);
        this.add({ action, object, name, ...more, ...(temporary && { temporary }) });
    }
    unknown(object, detail) {
        this.add({ action: 'unknown', object, detail });
    }
    /** Notes the relation's name and returns it. */
    mention(relation) {
        const name = relationName(relation);
        if (name)
            this.#relations.add(name);
        return name;
    }
    mentionName(name) {
        this.#relations.add(name);
    }
    /** Where the statement that is walked stands. */
    get place() {
        return { repeated: this.loops > 0, body: this.held !== undefined };
    }
    /** True unless it is `pg_temp.x` of which this text does not tell that it is a table: a view passes changes on. */
    isOwn(relation) {
        return relation.schemaname !== 'pg_temp' || this.#knownTemporary(dotted([relation.relname ?? '']));
    }
    /** Functions that this text made may be gone: all of them, or those of this name. */
    forgetFunctions(name) {
        for (const known of this.known.functions)
            if (name === undefined || known === dotted([name]) || known.endsWith(`.${dotted([name])}`))
                this.known.functions.delete(known);
    }
    /** A table of this name, or of any, may be another one than this text made. */
    forgetTables(name) {
        const last = name === undefined ? undefined : dotted([name]);
        for (const known of this.known.created)
            if (last === undefined || known === last || known.endsWith(`.${last}`))
                this.known.created.delete(known);
    }
    isTemporary(relation) {
        if (!relation)
            return false;
        if (relation.schemaname)
            return relation.schemaname === 'pg_temp';
        return relation.relpersistence === 't' || this.#knownTemporary(relationName(relation));
    }
    isTemporaryName(names) {
        if (names.length > 1)
            return names.at(-2) === 'pg_temp';
        return names[0] !== undefined && this.#knownTemporary(dotted(names));
    }
    /** What runs later, or in a loop, may find the temporary table gone and the permanent one of that name in its place. */
    #knownTemporary(name) {
        return this.known.temporary.has(name) && !this.#via.some((step) => LATER.has(step));
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
var sql_parser = __nccwpck_require__(745);
;// CONCATENATED MODULE: ./lib/sql/copies.js


/** Undefined for every other statement. `text` is the statement's own text. */
function copyOf(parser, statement, text) {
    const copy = as(statement, 'CopyStmt');
    if (!copy || copy.is_from || copy.filename || copy.is_program)
        return undefined;
    const named = tree_option(copy.options, 'format') ?? 'text';
    const format = named === 'csv' || named === 'binary' ? named : 'text';
    const quote = copies_literal(copy, 'quote') ?? '"';
    const query = copy.query ? innerQuery(parser, text, copy.query) : undefined;
    return {
        ...(copy.relation && { relation: relationName(copy.relation) }),
        columns: parts(copy.attlist),
        ...(query !== undefined && { query }),
        format,
        delimiter: copies_literal(copy, 'delimiter') ?? (format === 'csv' ? ',' : '\t'),
        quote,
        escape: copies_literal(copy, 'escape') ?? quote,
        null: copies_literal(copy, 'null') ?? (format === 'csv' ? '' : '\\N'),
        header: enabled(copy.options, 'header'),
    };
}
/** An option's text as written: its case matters. */
function copies_literal(copy, name) {
    const element = (copy.options ?? [])
        .map((node) => as(node, 'DefElem'))
        .findLast((found) => found?.defname === name);
    const value = as(element?.arg, 'String');
    return value ? (value.sval ?? '') : undefined;
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
        return copies_same(parser, query, wanted) ? query : undefined;
    }
    return undefined;
}
function copies_same(parser, query, wanted) {
    try {
        const statements = parser.parse(query);
        return statements.length === 1 && shape(statements[0]?.stmt) === shape(wanted);
    }
    catch (error) {
        if (error instanceof sql_parser/* SyntaxFailure */.CM)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/sql/columns.js


const SYSTEM = new Set(['tableoid', 'xmin', 'xmax', 'cmin', 'cmax']);
function isSystem(node, target) {
    const names = parts(as(node, 'ColumnRef')?.fields);
    const qualified = names.length < 2 || names.at(-2) === alias(target.relation);
    return qualified && (SYSTEM.has(names.at(-1) ?? '') || names.at(-1) === 'ctid');
}
const LOSSLESS = new Set([
    'text',
    'int4',
    'int8',
    'int2',
    'uuid',
    'numeric',
    'varchar',
    'date',
    'timestamp',
    'timestamptz',
    'bigint',
]);
const FOLDING = new Set(['lower', 'upper', 'btrim']);
/** A column of the target, perhaps behind a cast or `lower()` that keeps values apart. Unqualified only where nothing else is joined. */
function isTargetColumn(node, target) {
    const cast = as(node, 'TypeCast');
    if (cast) {
        const keeps = !cast.typeName?.typmods && LOSSLESS.has(parts(cast.typeName?.names).at(-1) ?? '');
        return keeps && isTargetColumn(cast.arg, target);
    }
    const call = as(node, 'FuncCall');
    if (call)
        return (call.args?.length === 1 &&
            FOLDING.has(parts(call.funcname).join('.')) &&
            isTargetColumn(call.args[0], target));
    const names = parts(as(node, 'ColumnRef')?.fields);
    const column = names.at(-1);
    if (column === undefined ||
        SYSTEM.has(column) ||
        names.length !== (as(node, 'ColumnRef')?.fields?.length ?? 0))
        return false;
    return names.length === 1 ? target.others.length === 0 : names.at(-2) === alias(target.relation);
}
/** A constant other than NULL and booleans' like, a parameter, or a function of the moment: no column in it. */
function isValue(node) {
    const bare = uncast(node);
    if (bare === undefined)
        return false;
    if (as(bare, 'ParamRef') || as(bare, 'SQLValueFunction'))
        return true;
    const constant = as(bare, 'A_Const');
    if (constant)
        return !constant.isnull;
    const value = fold(bare);
    return value !== undefined && value !== null;
}
function uncast(node) {
    const cast = as(node, 'TypeCast');
    return cast ? uncast(cast.arg) : node;
}
/** True when a column that may be the target's is read anywhere in the expression. System columns pick nothing. */
function mentions(node, target) {
    return references(node).some((names) => {
        const column = names.at(-1);
        if (column !== undefined && SYSTEM.has(column))
            return false;
        if (names.length > 1)
            return names.at(-2) === alias(target.relation);
        return target.others.length === 0 || column !== undefined;
    });
}
/** The names of every column reference below. */
function references(value) {
    const found = [];
    const visit = (child) => {
        if (Array.isArray(child))
            for (const item of child)
                visit(item);
        else if (child !== null && typeof child === 'object') {
            const reference = child.ColumnRef;
            if (reference)
                found.push(parts(reference.fields));
            else
                for (const item of Object.values(child))
                    visit(item);
        }
    };
    visit(value);
    return found;
}
const alias = (relation) => relation.alias?.aliasname ?? relation.relname ?? '';
/** The relations, subqueries and functions of a FROM item, joins taken apart. */
function leaves(item) {
    const join = as(item, 'JoinExpr');
    if (!join)
        return [item];
    return [join.larg, join.rarg].flatMap((side) => (side === undefined ? [] : leaves(side)));
}
/** The name by which the other clauses know a FROM item. */
function itemName(item) {
    const relation = as(item, 'RangeVar');
    if (relation)
        return alias(relation);
    return ((as(item, 'RangeSubselect') ?? as(item, 'RangeFunction') ?? as(item, 'RangeTableFunc'))?.alias
        ?.aliasname ?? '');
}
/** Names may differ in how they are qualified and still mean one table: then they are taken as one. */
function sameTable(a, b) {
    if (a.relname !== b.relname)
        return false;
    return !a.schemaname || !b.schemaname || relationName(a) === relationName(b);
}

;// CONCATENATED MODULE: ./lib/sql/compares.js



/** Runs `work` with the query's relations in scope for the queries inside, and notes what its conditions compare. */
function comparing(select, c, work) {
    const from = select.fromClause ?? [];
    const orders = (select.sortClause ?? []).map((item) => as(item, 'SortBy')?.node);
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
    const operation = as(term, 'A_Expr');
    const sides = [operation?.lexpr, operation?.rexpr];
    if (operation && isEquality(operation) && sides.every((side) => as(side, 'ColumnRef'))) {
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
const isEquality = ({ kind, name }) => kind === 'AEXPR_OP' && parts(name).join('.') === '=';
const columns = (sources) => [...new Set(sources.map((source) => source.slice(source.lastIndexOf('.') + 1)))].join();
/** The single conditions of a clause; those that tell nothing of a value are left out. */
function terms(clause) {
    if (clause === undefined)
        return [];
    if (Array.isArray(clause))
        return clause.flatMap((item) => terms(item));
    const node = clause;
    const joined = as(node, 'BoolExpr');
    if (joined)
        return terms(joined.args);
    const test = as(node, 'NullTest');
    if (test && as(test.arg, 'ColumnRef'))
        return [];
    return [node];
}
/** ON of all joins. */
function joins(item) {
    const join = as(item, 'JoinExpr');
    return join ? [join.quals, ...[join.larg, join.rarg].flatMap((side) => (side ? joins(side) : []))] : [];
}
/** ORDER BY 2 stands for the second column. */
function place(order, { targetList = [] }) {
    const number = as(order, 'A_Const')?.ival?.ival;
    return number === undefined ? order : as(targetList[number - 1], 'ResTarget')?.val;
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
            if (call && isOpaque(parts(call.funcname)))
                found.push(...(call.args ?? []).filter((argument) => !as(argument, 'ColumnRef')));
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
            c.held.add(source);
}
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
const held_OWN = /^\s*new\s*\.\s*("(?:[^"]|"")+"|[\w$\u0080-\uffff]+)\s*$/iu;
const held_WORD = /[\p{L}_][\p{L}\p{N}_$]*/gu;
/** `NEW.column := value`: the trigger changes the row that is written. */
function assignedFlow(target, value, variables, c) {
    const [, name = ''] = held_OWN.exec(target) ?? [];
    if (name === '')
        return;
    const column = columnsOfRow(`new.${name}`)[0] ?? '';
    const others = value.text.replace(ROW, '').match(held_WORD) ?? [];
    const held = others.some((word) => variables.has(word.toLowerCase())) ? [HELD] : [];
    const sources = [...new Set([...columnsOfRow(value.text), ...held_returned(value.statement, c), ...held])];
    c.flow({
        column,
        place: 'another column of the row',
        sources: sources.filter((source) => source !== column),
    });
}

;// CONCATENATED MODULE: ./lib/sql/flows.js




/** `INSERT` of a query or of values, and what its ON CONFLICT writes. */
function insertFlows(node, c) {
    const source = as(node.selectStmt, 'SelectStmt');
    const ctes = flows_visible(c);
    const constant = source?.valuesLists && !carries(carriedBy(source.valuesLists, ctes, [], c.start), c, source);
    const outputs = constant || !node.selectStmt ? [] : (query(node.selectStmt, ctes, [], c.start) ?? [ANYTHING]);
    put(outputs, { relation: node.relation, columns: flows_targets(node.cols), positional: true }, c);
    const excluded = {
        name: 'excluded',
        outputs: outputs.length > 0 ? [{ ...union(outputs), star: true }] : [],
    };
    const scope = [...own(node.relation, c), excluded];
    for (const item of node.onConflictClause?.targetList ?? [])
        flows_assign(item, node.relation, ctes, scope, c);
}
function updateFlows(node, c) {
    const ctes = flows_visible(c);
    const scope = [...own(node.relation, c), ...flows_joined(node.fromClause, ctes, c)];
    for (const item of node.targetList ?? [])
        flows_assign(item, node.relation, ctes, scope, c);
}
function mergeFlows(node, c) {
    const ctes = flows_visible(c);
    const scope = [
        ...own(node.relation, c),
        ...flows_joined(node.sourceRelation ? [node.sourceRelation] : [], ctes, c),
    ];
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = as(item, 'MergeWhenClause');
        if (clause?.commandType === 'CMD_UPDATE')
            for (const target of clause.targetList ?? [])
                flows_assign(target, node.relation, ctes, scope, c);
        if (clause?.commandType !== 'CMD_INSERT')
            continue;
        const outputs = (clause.values ?? []).map((value) => carriedBy(value, ctes, scope, c.start));
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
    record(output, { ...flows_place(relation), ...(column !== undefined && { column }) }, c, value);
}
/** DEFAULT and GENERATED of a column. */
function storedFlows(definition, relation, c) {
    for (const item of definition?.constraints ?? []) {
        const constraint = as(item, 'Constraint');
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
        c.flow({ sources: [`${relationName(source.relation)}.*`], place: out });
    for (const output of outputs)
        record(output, { place: out }, c, source.query);
}
/** The built-in trigger function that copies words of columns into another. */
function triggerFlow(names, args, relation, c) {
    if (!/^tsvector_update_trigger(_column)?$/.test(names.at(-1) ?? ''))
        return;
    const [column = '', , ...read] = args;
    c.flow({ ...flows_place(relation), column, sources: read.map((name) => `${relationName(relation)}.${name}`) });
}
/** RULE actions see the row as `new` and `old`. */
function withRow(relation, work, c) {
    const before = c.flows.length;
    work();
    const name = relationName(relation);
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
const flows_targets = (list) => (list ?? []).map((item) => as(item, 'ResTarget')?.name ?? '');
function flows_assign(item, relation, ctes, scope, c) {
    const target = as(item, 'ResTarget');
    const output = carriedBy(target?.val, ctes, scope, c.start);
    const column = target?.name === undefined ? {} : { column: target.name };
    const same = isPlain(target?.val) ? { same: true } : {};
    record(output, { ...flows_place(relation), ...column, ...same }, c, target?.val);
}
function put(outputs, target, c) {
    const { relation, columns, positional, view } = target;
    const known = outputs.every(({ star }) => !star);
    const to = { ...flows_place(relation), ...(view && { view }) };
    outputs.forEach((output, index) => {
        const listed = known ? columns[index] : undefined;
        const label = positional || columns.length > 0 ? undefined : output.name;
        const column = listed ?? (output.star ? undefined : label);
        const named = output.star && columns.length === 0 && (!positional || onlyFrom(output, relation, outputs));
        record(output, { ...to, ...(column && { column }), ...(named && { named }) }, c, true);
    });
}
/** `INSERT INTO t SELECT * FROM t`: each column into itself. */
const onlyFrom = (output, relation, all) => all.length === 1 && output.sources.length === 1 && output.sources[0] === `${relationName(relation)}.*`;
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
    const call = as(value, 'FuncCall');
    if (call) {
        const names = parts(call.funcname).filter((name) => name !== 'pg_catalog');
        return (names.length === 1 &&
            call.args?.length === 1 &&
            /^(lower|upper|btrim)$/.test(names[0] ?? '') &&
            isPlain(call.args[0]));
    }
    return as(value, 'ColumnRef') !== undefined;
}
function flows_place(relation) {
    const name = relationName(relation);
    const temporary = relation?.relpersistence === 't' && !relation.schemaname;
    return { relation: temporary ? `pg_temp.${name}` : name };
}

;// CONCATENATED MODULE: ./lib/sql/locks.js

/** Weakest first, by the server's number. */
const MODES = [
    '',
    'ACCESS SHARE',
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
];
/** ALTER TABLE and its kin; a subcommand that is not here takes ACCESS EXCLUSIVE. */
const ALTER = {
    AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
    AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
    AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
    AT_ValidateConstraint: 'SHARE UPDATE EXCLUSIVE',
    AT_AttachPartition: 'SHARE UPDATE EXCLUSIVE',
    AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
    AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
    AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
};
/** Other statements, by what they do to which kind of object. What is not here and needs a lock takes ACCESS EXCLUSIVE. */
const OTHERS = {
    analyze: 'SHARE UPDATE EXCLUSIVE',
    vacuum: 'SHARE UPDATE EXCLUSIVE',
    concurrently: 'SHARE UPDATE EXCLUSIVE',
    comment: 'SHARE UPDATE EXCLUSIVE',
    publish: 'SHARE UPDATE EXCLUSIVE',
    statistics: 'SHARE UPDATE EXCLUSIVE',
    inherited: 'SHARE UPDATE EXCLUSIVE',
    'rename index': 'SHARE UPDATE EXCLUSIVE',
    'create index': 'SHARE',
    'alter domain': 'SHARE',
    'create trigger': 'SHARE ROW EXCLUSIVE',
    'foreign key': 'SHARE ROW EXCLUSIVE',
    'alter sequence': 'SHARE ROW EXCLUSIVE',
    'refresh concurrently': 'EXCLUSIVE',
    'row lock': 'ROW SHARE',
};
const EXCLUSIVE = 'ACCESS EXCLUSIVE';
const lockOf = (what) => OTHERS[what];
/** Options of tables, indexes and columns that only guide later work; for all others the server waits until nobody reads. */
const locks_CALM = /^(?:fillfactor|parallel_workers|toast_tuple_target|vacuum_\w+|log_autovacuum_\w+|autovacuum_\w+|deduplicate_items|n_distinct(?:_inherited)?)$/;
/** The lock on the relation that is altered. */
function alterLock({ subtype = 'AT_AddColumn', def }) {
    if (/^AT_(?:Set|Reset|Replace)RelOptions$/.test(subtype)) {
        const names = (as(def, 'List')?.items ?? []).map((item) => as(item, 'DefElem')?.defname ?? '');
        return names.every((name) => locks_CALM.test(name)) ? 'SHARE UPDATE EXCLUSIVE' : EXCLUSIVE;
    }
    if (subtype === 'AT_AddConstraint' && as(def, 'Constraint')?.contype === 'CONSTR_FOREIGN')
        return OTHERS['foreign key'];
    if (subtype === 'AT_DetachPartition' && as(def, 'PartitionCmd')?.concurrent)
        return OTHERS.concurrently;
    return ALTER[subtype] ?? EXCLUSIVE;
}

;// CONCATENATED MODULE: ./lib/sql/subqueries.js



/** The most rows that LIMIT may let through and still pick a few. */
const BATCH = 10_000;
function subqueries_withNames(query, scope) {
    const ctes = (query.withClause?.ctes ?? []).flatMap((node) => as(node, 'CommonTableExpr') ?? []);
    return ctes.length === 0
        ? scope
        : new Map([...scope, ...ctes.map((cte) => [cte.ctename ?? '', cte])]);
}
/**
 * True when the query's values may be the very columns that are tested: an unqualified name that the inner tables lack
 * means the outer one, so `id IN (SELECT id FROM t)` may be `id = id`. Conditions make no values.
 */
function mayBeOuter(query, tested, target, depth) {
    if (depth > 8)
        return true;
    const below = (nested) => nested !== undefined && mayBeOuter(nested, tested, target, depth + 1);
    const named = (value) => references(value).some((names) => names.length === 1 && tested.has(names[0] ?? ''));
    const items = (query.fromClause ?? []).flatMap(leaves);
    const ctes = (query.withClause?.ctes ?? []).map((node) => as(as(node, 'CommonTableExpr')?.ctequery, 'SelectStmt'));
    const own = items.some((item) => isVery(as(item, 'RangeVar'), query, target));
    return (below(query.larg) ||
        below(query.rarg) ||
        ctes.some(below) ||
        named(query.valuesLists) ||
        (!own && named(query.targetList)) ||
        items.some((item) => {
            const derived = as(item, 'RangeSubselect');
            return derived ? below(as(derived.subquery, 'SelectStmt')) : !as(item, 'RangeVar') && named(item);
        }));
}
/** The same table by the same name, so it has every column of the target. */
function isVery(relation, query, target) {
    if (!relation || relation.alias?.colnames || relationName(relation) !== relationName(target.relation))
        return false;
    return Boolean(relation.schemaname) || !subqueries_withNames(query, target.scope).has(relation.relname ?? '');
}
const GENERATORS = /^(generate_\w+|row_number|rank|dense_rank|ntile)$/;
/** True when the query makes values up, as many as it likes. */
function generates({ targetList = [] }) {
    let found = false;
    const visit = (value) => {
        if (Array.isArray(value))
            for (const item of value)
                visit(item);
        else if (value !== null && typeof value === 'object') {
            const call = as(value, 'FuncCall');
            found ||=
                call !== undefined && (call.over !== undefined || GENERATORS.test(parts(call.funcname).at(-1) ?? ''));
            found ||= as(value, 'SubLink') !== undefined;
            if (!found)
                for (const item of Object.values(value))
                    visit(item);
        }
    };
    visit(targetList);
    return found;
}
/** A LIMIT that lets a few rows through, whichever they are. */
function isBatch({ limitCount, limitOption }) {
    const limit = fold(limitCount);
    return typeof limit === 'number' && limit <= BATCH && limitOption !== 'LIMIT_OPTION_WITH_TIES';
}
/** A reference qualified with the target's own name inside a subquery: it is correlated. */
function mentionsOutside(query, target) {
    return references(query).some((names) => names.length > 1 && names.at(-2) === alias(target.relation));
}

;// CONCATENATED MODULE: ./lib/sql/tautologies.js



/** The arguments of OR, and of OR inside of it. */
const alternatives = (args) => args.flatMap((arg) => {
    const bool = as(arg, 'BoolExpr');
    return bool?.boolop === 'OR_EXPR' ? alternatives(bool.args ?? []) : [arg];
});
/** `a IS NULL OR a IS NOT NULL`, `p OR NOT p`. */
function complementary(args) {
    const plain = new Set();
    const negated = new Set();
    for (const arg of args) {
        const test = as(arg, 'NullTest');
        const bool = as(arg, 'BoolExpr');
        if (test)
            (test.nulltesttype === 'IS_NULL' ? plain : negated).add(`null ${shape(test.arg)}`);
        else if (bool?.boolop === 'NOT_EXPR')
            negated.add(shape(bool.args?.[0]));
        else
            plain.add(shape(arg));
    }
    return [...plain].some((text) => negated.has(text));
}
const TRUTHS = [/^(t|tr|tru|true|y|ye|yes|on|1)$/i, /^(f|fa|fal|fals|false|n|no|of|off|0)$/i];
/** Constants that a boolean column may be compared with, so that every row has one of them. */
function bothTruths(values) {
    const texts = values.flatMap((value) => {
        const constant = fold(value) ?? fold(uncast(value));
        return typeof constant === 'string' || typeof constant === 'boolean' ? [String(constant).trim()] : [];
    });
    const words = texts.flatMap((text) => (/^\{.*\}$/s.test(text) ? text.split(/[{},"\s]+/) : [text]));
    return TRUTHS.every((truth) => words.some((word) => truth.test(word)));
}

;// CONCATENATED MODULE: ./lib/sql/predicate.js





function targetOf(relation, others, scope, place = {}, conditions = []) {
    return {
        relation,
        others,
        scope,
        budget: { left: 200 },
        place,
        conditions: conditionsOf(others, conditions),
    };
}
/** What must hold for the rows of these FROM items. An outer join keeps rows for which its condition does not. */
function conditionsOf(items, also) {
    const found = also.flatMap((node) => node ?? []);
    for (const item of items) {
        const join = as(item, 'JoinExpr');
        if (!join || (join.jointype ?? 'JOIN_INNER') !== 'JOIN_INNER')
            continue;
        const sides = [join.larg, join.rarg].flatMap((side) => side ?? []);
        found.push(...conditionsOf(sides, [join.quals]));
    }
    return found;
}
/** The `rows` fact of a DELETE or UPDATE. */
function rowsOf(where, target) {
    return rowsOfAll([where], target);
}
/** The same where several conditions hold. */
function rowsOfAll(conditions, target) {
    const found = conditions.map((node) => (node === undefined ? 'always' : selectivity(node, target)));
    return ROWS[found.reduce(narrower, 'always')];
}
const ROWS = { never: 'none', selective: 'some', weak: 'unknown', free: 'all', always: 'all' };
const ORDER = ['never', 'selective', 'weak', 'free', 'always'];
const narrower = (a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);
const wider = (a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a);
function selectivity(node, target) {
    const value = truthOf(node);
    if (value !== undefined)
        return value === true ? 'always' : 'never';
    const bool = as(node, 'BoolExpr');
    if (bool)
        return combine(bool, target);
    const operation = as(node, 'A_Expr');
    if (operation)
        return compare(operation, node, target);
    const link = as(node, 'SubLink');
    if (link)
        return nested(link, target);
    if (as(node, 'CurrentOfExpr'))
        return 'weak';
    const test = as(node, 'NullTest');
    if (test && isSystem(test.arg, target))
        return test.nulltesttype === 'IS_NULL' ? 'never' : 'always';
    return mentions(node, target) ? 'weak' : 'free';
}
function combine({ boolop, args = [] }, target) {
    const found = args.map((arg) => selectivity(arg, target));
    if (boolop === 'AND_EXPR')
        return found.reduce(narrower, 'always');
    if (boolop === 'OR_EXPR') {
        if (complementary(args))
            return 'always';
        const either = bothTruths(alternatives(args).map((arg) => as(arg, 'A_Expr')?.rexpr));
        return found.reduce(wider, either ? 'weak' : 'never');
    }
    return NEGATED[found[0] ?? 'weak'];
}
const NEGATED = { never: 'always', selective: 'weak', weak: 'weak', free: 'free', always: 'never' };
function compare(node, whole, target) {
    const names = parts(node.name);
    const fallback = mentions(whole, target) ? 'weak' : 'free';
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return fallback;
    const name = names.at(-1);
    if (node.kind === 'AEXPR_LIKE' || node.kind === 'AEXPR_ILIKE') {
        const all = /^%+$/.test(String(fold(node.rexpr) ?? ''));
        return all && !name?.startsWith('!') && fallback === 'weak' ? 'always' : fallback;
    }
    if (node.kind === 'AEXPR_NOT_DISTINCT' && shape(node.lexpr) === shape(node.rexpr))
        return 'always';
    const reflexive = node.kind === 'AEXPR_OP' && (name === '=' || name === '>=' || name === '<=');
    if (reflexive && shape(node.lexpr) === shape(node.rexpr))
        return 'always';
    if (name !== '=')
        return fallback;
    if (node.kind === 'AEXPR_IN')
        return listed(node, target) ? 'selective' : fallback;
    if (node.kind === 'AEXPR_OP_ANY')
        return anyOf(node, target) ?? fallback;
    if (node.kind !== 'AEXPR_OP' && node.kind !== 'AEXPR_NOT_DISTINCT')
        return fallback;
    return equality(node.lexpr, node.rexpr, target) ?? equality(node.rexpr, node.lexpr, target) ?? fallback;
}
/** `column IN (constants)`. */
function listed(node, target) {
    const items = as(node.rexpr, 'List')?.items ?? [];
    return isTargetColumn(node.lexpr, target) && picks(items, target);
}
/** Values that pick rows: a boolean picks about any share of them. */
function picks(values, target) {
    return values.every((value) => isPicking(value, target)) && !bothTruths(values);
}
function isPicking(value, { place }) {
    if (place.repeated && holdsParameter(value))
        return false;
    return isValue(value) && typeof fold(value) !== 'boolean';
}
const holdsParameter = (value) => (JSON.stringify(value) ?? '').includes('"ParamRef":');
/** `column = ANY (array)`: a constant, a parameter, or the result of a query. */
function anyOf(node, target) {
    if (!isTargetColumn(node.lexpr, target))
        return undefined;
    const array = as(uncast(node.rexpr), 'SubLink');
    if (array?.subLinkType === 'ARRAY_SUBLINK')
        return fromQuery([node.lexpr], array.subselect, target);
    const items = as(uncast(node.rexpr), 'A_ArrayExpr');
    if (items)
        return picks(items.elements ?? [], target) ? 'selective' : undefined;
    if (target.place.body && holdsParameter(node.rexpr))
        return undefined;
    return picks([uncast(node.rexpr)], target) ? 'selective' : undefined;
}
function equality(column, other, target) {
    if (!isTargetColumn(column, target) || other === undefined)
        return undefined;
    if (isPicking(other, target) || isPicking(uncast(other), target))
        return typeof fold(other) === 'boolean' ? 'weak' : 'selective';
    const reference = as(uncast(other), 'ColumnRef');
    if (reference)
        return predicate_joined(reference, target);
    const link = as(uncast(other), 'SubLink');
    return link?.subLinkType === 'EXPR_SUBLINK' ? fromQuery([column], link.subselect, target) : undefined;
}
/** `target.column = other.column`. */
function predicate_joined(reference, target) {
    const names = parts(reference.fields);
    const qualifier = names.length > 1 ? names.at(-2) : undefined;
    if (qualifier === undefined || qualifier === alias(target.relation))
        return undefined;
    const item = target.others.flatMap(leaves).find((leaf) => itemName(leaf) === qualifier);
    return item === undefined ? undefined : predicate_picked(item, target);
}
/** The rows of the target that a join with this FROM item picks: as many as the item has that meet the conditions. */
function predicate_picked(item, target) {
    const name = itemName(item);
    if (target.asked?.has(name))
        return 'free';
    const found = sourceOf(item, target, 0);
    if (found === 'selective' || found === 'never' || target.budget.left-- <= 0)
        return found;
    const own = { RangeVar: target.relation };
    const others = [own, ...target.others.flatMap(leaves).filter((leaf) => leaf !== item)];
    const relation = as(item, 'RangeVar') ?? { relname: name };
    const asked = new Set([...(target.asked ?? []), alias(target.relation)]);
    return narrower(found, met({ ...target, relation, others, asked }));
}
/** The rows that meet all of the conditions. */
const met = (target) => target.conditions.map((condition) => selectivity(condition, target)).reduce(narrower, 'always');
/** The rows of the target that a join with this FROM item picks, whatever else is said of the item. */
function sourceOf(item, target, depth) {
    const relation = as(item, 'RangeVar');
    if (relation)
        return relationSource(relation, target, depth);
    const query = as(as(item, 'RangeSubselect')?.subquery, 'SelectStmt');
    return query ? querySource(query, target, depth) : 'weak';
}
function relationSource(relation, target, depth) {
    const cte = relation.schemaname ? undefined : target.scope.get(relation.relname ?? '');
    const query = as(cte?.ctequery, 'SelectStmt');
    if (query && depth < 8)
        return querySource(query, target, depth + 1);
    if (cte)
        return 'weak';
    return sameTable(relation, target.relation) ? 'free' : 'weak';
}
/** The rows that a query may return, as values to pick the target's rows by. */
function querySource(query, target, depth) {
    const found = valuesOf(query, target, depth);
    const made = generates(query) || (target.place.repeated && holdsParameter(query.targetList));
    return made ? wider(found, 'weak') : found;
}
function valuesOf(query, target, depth) {
    if (depth > 8 || target.budget.left-- <= 0)
        return 'weak';
    if (isBatch(query) && !target.place.repeated)
        return 'selective';
    if (query.larg && query.rarg)
        return wider(querySource(query.larg, target, depth + 1), querySource(query.rarg, target, depth + 1));
    if (query.valuesLists) {
        const values = query.valuesLists.flatMap((row) => as(row, 'List')?.items ?? []);
        const open = target.place.repeated && values.some(holdsParameter);
        return open || bothTruths(values) ? 'weak' : 'selective';
    }
    const items = (query.fromClause ?? []).flatMap(leaves);
    if (items.length === 0)
        return 'weak';
    const scope = subqueries_withNames(query, target.scope);
    const conditions = conditionsOf(query.fromClause ?? [], [query.whereClause]);
    const rows = (item) => {
        const found = sourceOf(item, { ...target, scope }, depth + 1);
        const relation = as(item, 'RangeVar') ?? { relname: itemName(item) };
        const others = items.filter((other) => other !== item);
        return narrower(found, met({ ...target, relation, others, scope, conditions, asked: new Set() }));
    };
    return items.map(rows).reduce(wider, 'never');
}
/** `column IN (query)` and `column = (query)`. */
function fromQuery(columns, subselect, target) {
    const query = as(subselect, 'SelectStmt');
    if (!query)
        return 'weak';
    const found = querySource(query, target, 0);
    if (found !== 'selective')
        return found;
    const tested = new Set(columns.flatMap((column) => references(column).map((names) => names.at(-1) ?? '')));
    if (mayBeOuter(query, new Set([...tested, alias(target.relation)]), target, 0))
        return 'weak';
    return mentionsOutside(query, target) ? 'weak' : 'selective';
}
function nested(link, target) {
    if (link.subLinkType === 'ANY_SUBLINK' &&
        (link.operName === undefined || parts(link.operName).at(-1) === '=')) {
        const row = as(link.testexpr, 'RowExpr');
        const columns = row ? (row.args ?? []) : [link.testexpr];
        if (columns.every((column) => isTargetColumn(column, target)))
            return fromQuery(columns, link.subselect, target);
    }
    const query = as(link.subselect, 'SelectStmt');
    if (link.subLinkType === 'EXISTS_SUBLINK' && query)
        return exists(query, target);
    return mentions({ SubLink: link }, target) ? 'weak' : 'free';
}
/** EXISTS picks rows when it is correlated with the target by an equality. */
function exists(query, target) {
    const name = alias(target.relation);
    const correlated = references(query).some((names) => names.length > 1 && names.at(-2) === name);
    if (!correlated)
        return references(query).some((names) => names.length === 1) && query.whereClause ? 'weak' : 'free';
    const items = query.fromClause ?? [];
    if (items.flatMap(leaves).some((item) => itemName(item) === name))
        return 'free';
    if (query.whereClause === undefined)
        return 'weak';
    const { targetList: _list, whereClause: _where, ...sources } = query;
    const tested = references(query).flatMap((names) => (names.at(-2) === name ? (names.at(-1) ?? []) : []));
    if (mentionsOutside(sources, target) || mayBeOuter(sources, new Set([...tested, name]), target, 0))
        return 'weak';
    // Seen from inside, the inner tables are the other side of the join.
    return narrower('weak', selectivity(query.whereClause, {
        ...target,
        others: items,
        conditions: conditionsOf(items, [query.whereClause]),
        scope: subqueries_withNames(query, target.scope),
    }));
}

;// CONCATENATED MODULE: ./lib/sql/sinks.js



const SINKS = /^(pg_notify|set_config|setseed|pg_(?:try_)?advisory_\w*lock\w*|lo_from_bytea|lo_put|lowrite|pg_file_write|pg_logical_emit_message|dblink\w*|http\w*|net_http_\w+)$/;
/** A call that hands its arguments to somebody who is not the client. */
function sinkFlow(call, c) {
    const name = parts(call.funcname).at(-1) ?? '';
    if (!SINKS.test(name) || !varies(call.args))
        return;
    const place = `${name}()`;
    if (c.held)
        c.flow({ place, sources: [HELD] });
    else if (c.depth > 0)
        c.flow({ place, sources: c.relations.map((relation) => `${relation}.*`) });
    else
        c.sinks.add(place);
}
/** What the calls of the text were handed: any column that it names, of any relation that it names. */
function sunkFlows(statements, c) {
    if (c.sinks.size === 0)
        return;
    const text = JSON.stringify(statements);
    const relations = new Set([...c.relations.map((name) => name.split('.').at(-1) ?? ''), ...aliases(text)]);
    const columns = new Set(references(statements).map((names) => names.at(-1) ?? '*'));
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
        const names = parts(node.name);
        if (names.length > 1 && names[0] !== 'pg_catalog')
            c.add({ action: 'call', object: 'function', name: dotted(names) });
        walk([node.lexpr, node.rexpr], c);
    },
    RangeTableSample(node, c) {
        const effect = effectOfName(parts(node.method));
        if (effect)
            c.add(effect);
        walk([node.relation, node.args, node.repeatable], c);
    },
    A_Indirection(node, c) {
        // `(expression).name` calls the function of that name; a name that is not built in is most likely a field.
        for (const name of parts(node.indirection)) {
            const effect = effectOfName([name]);
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
                lock: c.known.created.has(c.mention(node.pktable)) ? 'none' : lockOf('foreign key'),
                detail: 'referenced by a foreign key',
            });
        const { pktable: _table, ...rest } = node;
        walk(rest, c);
    },
    LockingClause(_, c) {
        c.add({ action: 'lock', object: 'row', lock: lockOf('row lock') });
    },
};
function readCall(call, c) {
    const effect = callEffect(call);
    const defined = effect?.object === 'function' && !call.args && c.known.functions.has(effect.name ?? '');
    if (effect && !defined) {
        if (effect.action === 'set') {
            c.resolutionChanged = true;
            c.known.temporary.clear();
            c.known.created.clear();
            c.forgetFunctions();
        }
        c.add(effect);
    }
    sinkFlow(call, c);
    walk([call.args, call.agg_order, call.agg_filter, call.over], c);
}
/** Views and tables whose rows carry other people's values, secrets or statements. */
const VALUES = new Set(`pg_authid pg_shadow pg_user_mapping pg_user_mappings pg_statistic pg_stats pg_stats_ext pg_stats_ext_exprs pg_statistic_ext_data
  pg_stat_activity pg_largeobject pg_hba_file_rules pg_ident_file_mappings pg_file_settings pg_stat_statements pg_subscription pg_stat_gssapi
  pg_prepared_statements pg_cursors user_mapping_options pg_replication_origin_status`.split(/\s+/));
/** A relation in FROM. */
function readRelation(relation, c) {
    const name = relation.relname ?? '';
    if (!relation.schemaname && c.scope.has(name))
        return;
    if (c.repeats.on)
        c.repeats.relation(dotted(relation.schemaname ? [relation.schemaname, name] : [name]));
    const system = !relation.schemaname || /^(pg_catalog|information_schema)$/.test(relation.schemaname);
    const extension = name === 'pg_stat_statements';
    const values = VALUES.has(name) && !(name === 'pg_subscription' && c.counting);
    c.on('read', (system || extension) && values ? 'catalog-values' : 'table', relation);
}
/** Walks `work` with the clause's names visible, and the queries behind them first. */
function withCtes(clause, c, work) {
    const ctes = (clause?.ctes ?? []).flatMap((node) => as(node, 'CommonTableExpr') ?? []);
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
    if (many || !givesFew(select, c))
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
function givesFew({ fromClause = [], whereClause }, c) {
    const relation = as(fromClause[0], 'RangeVar');
    if (fromClause.length === 0)
        return true;
    if (fromClause.length > 1 || !relation || c.scope.has(relation.relname ?? '') || !whereClause)
        return false;
    const found = rowsOf(whereClause, targetOf(relation, [], c.scope, c.place, [whereClause]));
    return found === 'some' || found === 'none';
}
/** True when the query gives more rows than were written down. */
function givesMany(source, c) {
    const select = as(source, 'SelectStmt');
    if (!select || select.valuesLists)
        return false;
    if (select.larg || select.rarg)
        return [select.larg, select.rarg].some((side) => side && givesMany({ SelectStmt: side }, c));
    return givesRows(select).many || givesRows(select).calls.length > 0 || !givesFew(select, c);
}
/** `SELECT count(*) FROM pg_subscription`, as pg_dump asks: nothing of the connection strings is read. */
function counts({ targetList = [], fromClause = [], ...rest }) {
    const call = as(as(targetList[0], 'ResTarget')?.val, 'FuncCall');
    const relation = as(fromClause[0], 'RangeVar');
    const only = targetList.length === 1 && fromClause.length === 1 && !relation?.alias?.colnames;
    const named = references(rest).map((names) => names.at(-1));
    return (Boolean(only && call?.agg_star) &&
        named.every((name) => name === 'subdbid' || name === 'oid' || name === 'datname'));
}
/** `SELECT set_config(name, …) FROM pg_settings WHERE name = '…'`, as pg_dump sets what may be missing: that name in the call. */
function oneSetting({ targetList = [], fromClause = [], whereClause }) {
    const call = as(as(targetList[0], 'ResTarget')?.val, 'FuncCall');
    const [setting, ...others] = call?.args ?? [];
    const relation = as(fromClause[0], 'RangeVar');
    const test = as(whereClause, 'A_Expr');
    const isName = (node) => {
        const fields = parts(as(node, 'ColumnRef')?.fields);
        return fields.length === 1 && fields[0] === 'name';
    };
    const plain = targetList.length === 1 && fromClause.length === 1 && parts(call?.funcname).at(-1) === 'set_config';
    if (!plain || relation?.relname !== 'pg_settings' || !isName(setting) || !isName(test?.lexpr))
        return {};
    if (test?.kind !== 'AEXPR_OP' ||
        parts(test.name).join('.') !== '=' ||
        !test.rexpr ||
        !as(test.rexpr, 'A_Const'))
        return {};
    const named = { FuncCall: { ...call, args: [test.rexpr, ...others] } };
    return { targetList: [{ ResTarget: { val: named } }] };
}
/** Remembers a relation that this text made, when it surely exists afterwards. */
function created(relation, c, dropsOnCommit) {
    const name = relation.relname ?? '';
    const temporary = relation.relpersistence === 't' || relation.schemaname === 'pg_temp';
    if (temporary && !c.resolutionChanged) {
        c.known.temporary.add(dotted([name]));
        if (dropsOnCommit)
            c.known.untilCommit.add(dotted([name]));
    }
}

;// CONCATENATED MODULE: ./lib/sql/slices.js
/** Each statement's own text. The parser counts bytes of UTF-8; a length of 0 means "to the end". */
function statementTexts(text, statements) {
    if (statements.length === 1)
        return [text];
    const bytes = Buffer.from(text);
    return statements.map(({ stmt_location: start = 0, stmt_len: length = 0 }) => bytes.toString('utf8', start, length === 0 ? bytes.length : start + length));
}

;// CONCATENATED MODULE: ./lib/sql/statements/add.js


/** ADD COLUMN: some defaults are written into every row, and some constraints read them all. */
function addColumn(definition, add) {
    const column = definition?.colname;
    const named = column ? { column } : {};
    add('create', 'column', {
        ...named,
        ...(isRequired(definition) && { detail: 'NOT NULL without a default' }),
    });
    const type = parts(definition?.typeName?.names).at(-1) ?? '';
    if (SERIAL.test(type))
        add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' });
    for (const item of definition?.constraints ?? []) {
        const constraint = as(item, 'Constraint');
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
    const kinds = (definition?.constraints ?? []).map((item) => as(item, 'Constraint')?.contype ?? '');
    if (SERIAL.test(parts(definition?.typeName?.names).at(-1) ?? ''))
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
    const call = as(value, 'FuncCall');
    if (call && isVolatile(parts(call.funcname)))
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
    AT_EnableTrig: ['alter', 'trigger'],
    AT_EnableTrigAll: ['alter', 'trigger'],
    AT_EnableTrigUser: ['alter', 'trigger'],
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
        c.add({ action: 'drop', object: 'database', name: dotted([node.dbname ?? '']), rows: 'all' });
    },
    DropTableSpaceStmt(node, c) {
        c.add({ action: 'drop', object: 'tablespace', name: dotted([node.tablespacename ?? '']) });
    },
    DropSubscriptionStmt(node, c) {
        c.add({
            action: 'drop',
            object: 'subscription',
            name: dotted([node.subname ?? '']),
            ...cascade(node.behavior),
        });
    },
    DropUserMappingStmt(node, c) {
        c.add({ action: 'drop', object: 'user-mapping', name: dotted([node.servername ?? '']) });
    },
};
/** `OBJECT_FOREIGN_TABLE` → `foreign-table`. */
function objectKind(type) {
    const kind = (type ?? 'OBJECT_UNKNOWN').slice('OBJECT_'.length).toLowerCase().replaceAll('_', '-');
    return drop_KINDS[kind] ?? kind;
}
const drop_KINDS = {
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
        const names = parts(item);
        const own = ON_RELATION.has(object);
        const name = dotted(own ? names.slice(0, -1) : names);
        const temporary = RELATIONS.has(object) && c.isTemporaryName(names);
        if (RELATIONS.has(object) || own)
            c.mentionName(name);
        c.add({
            action: 'drop',
            object: drop_isSystem(names) ? 'catalog' : object,
            ...(name && { name }),
            ...(own && { column: dotted(names.slice(-1)) }),
            ...(STORES.has(object) && { rows: 'all' }),
            ...cascade(node.behavior),
            ...(temporary && { temporary }),
            ...((RELATIONS.has(object) || own) && { lock: node.concurrent ? lockOf('concurrently') : EXCLUSIVE }),
            ...(object === 'statistic-ext' && { lock: lockOf('statistics') }),
        });
        // A second DROP of the same name means the permanent one.
        if (RELATIONS.has(object))
            c.known.temporary.delete(dotted(names.slice(-1)));
        c.known.created.delete(name);
        if (object === 'function' || object === 'aggregate')
            c.forgetFunctions(names.at(-1));
        else if (OWNERS.has(object))
            c.forgetFunctions();
        walk(arguments_(item), c);
    }
}
/** Types in an argument list may be anything; they are walked for completeness. */
const arguments_ = (item) => as(item, 'ObjectWithArgs')?.objargs;
const drop_isSystem = (names) => names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '');

;// CONCATENATED MODULE: ./lib/sql/statements/new-columns.js

const key = (relation, column) => `${relationName(relation)} ${column ?? ''}`;
/** Notes a column that was certainly not there before: without IF NOT EXISTS it would be an error. */
function noteColumn(command, node, c) {
    const column = as(command.def, 'ColumnDef')?.colname;
    if (command.subtype === 'AT_AddColumn' && c.topLevel && !command.missing_ok && node.relation)
        c.known.columns.add(key(node.relation, column));
    // The rows of another table answer to this name, with what they have in a column of that name.
    if (/^AT_(AddInherit|AttachPartition|AddOf)$/.test(command.subtype ?? ''))
        c.known.columns.clear();
}
/** True when every column that it assigns is new. */
function fillsNew({ relation, targetList = [] }, c) {
    if (!c.topLevel || targetList.length === 0)
        return false;
    return targetList.every((item) => {
        const target = as(item, 'ResTarget');
        return target?.name !== undefined && c.known.columns.has(key(relation, target.name));
    });
}
/** Statements after which a name of a table or column surely means what it meant before. */
function keepsNames(statement) {
    const setting = as(statement, 'VariableSetStmt');
    if (setting)
        return /^(lock|statement|idle_in_transaction_session)_timeout$/.test(setting.name ?? '');
    const transaction = as(statement, 'TransactionStmt');
    if (transaction)
        return /^TRANS_STMT_(BEGIN|START|COMMIT)$/.test(transaction.kind ?? '');
    return ['AlterTableStmt', 'UpdateStmt', 'IndexStmt', 'CommentStmt'].some((kind) => statement !== undefined && kind in statement);
}

;// CONCATENATED MODULE: ./lib/sql/statements/retype.js


/** True when the new values are more than the old ones in another form. */
function overwrites(definition, column) {
    const type = definition?.typeName;
    const first = parts(type?.names);
    if (first.length === 1 && first[0] === 'char')
        return true;
    return definition?.raw_default !== undefined && !isForm(definition.raw_default, column, true);
}
/** Types that cut or round what is assigned to them without an error. What numbers and times with a precision lose, the old type tells. */
const NARROW = /^(date|time|timetz|float4|name)$/;
const CUT = /^(bpchar|varchar|char|bit|varbit)$/;
/** True when the new type keeps less of a value than others do, whatever the old one was. */
function narrows(definition) {
    const type = definition?.typeName;
    if (NARROW.test(parts(type?.names).at(-1) ?? '') && !type?.arrayBounds)
        return true;
    const cast = as(definition?.raw_default, 'TypeCast')?.typeName;
    // A cast that is written out cuts at the length; an assignment is an error.
    return CUT.test(parts(cast?.names).at(-1) ?? '') && (cast?.typmods?.length ?? 0) > 0;
}
/** The type that values get which are taken over as they are, or cast to it; undefined for other values. */
function newType(definition, column) {
    const type = written(definition?.typeName);
    const using = definition?.raw_default;
    if (!type || using === undefined || isColumn(using, column))
        return type && { ...type, cast: false };
    const cast = as(using, 'TypeCast');
    const to = written(cast?.typeName);
    if (!to || to.type !== type.type || !isColumn(cast?.arg, column))
        return undefined;
    // Without its length, the cast changes nothing that the assignment would not.
    if (to.modifier === undefined)
        return { ...type, cast: false };
    return to.modifier === type.modifier ? { ...type, cast: true } : undefined;
}
const isColumn = (node, column) => parts(as(node, 'ColumnRef')?.fields).at(-1) === column;
/** `varchar`, `10,2`; undefined for what is no constant. */
function written(type) {
    const names = parts(type?.names);
    const own = names[0] === 'pg_catalog' ? names.slice(1) : names;
    const modifiers = (type?.typmods ?? []).map((node) => fold(node));
    if (own.length === 0 || modifiers.some((each) => typeof each !== 'number'))
        return undefined;
    const modifier = modifiers.join(',');
    return { type: dotted(own), ...(modifier !== '' && { modifier }) };
}
const FORMS = /^(timezone|to_timestamp|to_jsonb?|array_to_json|array_to_string|string_to_array|nullif)$/;
/** Types that keep little of what was cast to them. */
const SHORT = /^(char|bool|name|date|time|timetz|int2)$/;
function isForm(node, column, outermost) {
    const below = (inner) => isForm(inner, column, false);
    const cast = as(node, 'TypeCast');
    if (cast)
        return keepsForm(cast.typeName, outermost) && below(cast.arg);
    const call = as(node, 'FuncCall');
    if (call) {
        const values = (call.args ?? []).filter((arg) => fold(arg) === undefined);
        return FORMS.test(parts(call.funcname).at(-1) ?? '') && values.length === 1 && below(values[0]);
    }
    const operation = as(node, 'A_Expr');
    if (operation?.kind === 'AEXPR_NULLIF')
        return below(operation.lexpr) && fold(operation.rexpr) !== undefined;
    const elements = as(node, 'A_ArrayExpr')?.elements;
    if (elements)
        return elements.length === 1 && below(elements[0]);
    const collated = as(node, 'CollateClause');
    if (collated)
        return below(collated.arg);
    const names = parts(as(node, 'ColumnRef')?.fields);
    return names.length > 0 && names.at(-1) === column;
}
/** A length cuts the values: one that leaves a letter or two keeps no form. */
function keepsForm(type, outermost) {
    const name = parts(type?.names).at(-1) ?? '';
    const length = fold(type?.typmods?.[0]);
    const cut = CUT.test(name) && (name === 'char' || typeof length === 'number');
    if (cut)
        return outermost && name !== 'char' && typeof length === 'number' && length > 2;
    return outermost || (!SHORT.test(name) && !type?.typmods);
}

;// CONCATENATED MODULE: ./lib/sql/statements/alter.js









const ALTERS = {
    AlterTableStmt: alterTable,
    AlterObjectDependsStmt(node, c) {
        const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object));
        c.add({ action: 'alter', object: objectKind(node.objectType), name });
    },
    AlterDomainStmt(node, c) {
        const name = dotted(parts(node.typeName));
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
                lock: lockOf('alter domain'),
                ...notValid(as(node.def, 'Constraint')),
            });
        else
            c.add({ action: 'alter', object: 'domain', name });
        walk(node.def, c);
    },
    AlterTableMoveAllStmt(node, c) {
        c.add({
            action: 'rewrite',
            object: 'tablespace',
            name: dotted([node.orig_tablespacename ?? '']),
            lock: EXCLUSIVE,
        });
    },
};
const alter_cascade = (behavior) => behavior === 'DROP_CASCADE' ? { cascade: true } : {};
function alterTable(node, c) {
    c.schemaChanged = true;
    const kind = objectKind(node.objtype);
    for (const item of node.cmds ?? []) {
        const command = as(item, 'AlterTableCmd');
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
    const definition = as(command.def, 'ColumnDef');
    const subtype = command.subtype ?? '';
    if (subtype === 'AT_AlterColumnType')
        columnFlow(definition?.raw_default, node.relation, command.name, c);
    if (subtype === 'AT_SetExpression' || subtype === 'AT_ColumnDefault')
        columnFlow(command.def, node.relation, command.name, c);
    if (subtype === 'AT_AddColumn')
        storedFlows(definition, node.relation, c);
    const name = relationName(node.relation);
    if (/^AT_DetachPartition/.test(subtype))
        renamedFlow(name, partitionName(command, c), c);
    const parent = as(command.def, 'RangeVar');
    if (parent && subtype === 'AT_AddInherit')
        c.on('alter', 'table', parent, { lock: lockOf('inherited') });
    if (parent && subtype === 'AT_DropInherit')
        renamedFlow(relationName(parent), name, c);
}
/** What a change of type makes of the values. */
function retyped(definition, column, relation, add, c) {
    if (overwrites(definition, column)) {
        add('update', 'table', { rows: 'all', detail: 'USING' });
        return;
    }
    const type = newType(definition, column);
    if (type)
        c.retypes.push({ relation: relationName(relation), column, ...type });
    if (narrows(definition))
        add('update', 'column', { rows: 'all', detail: 'a type that keeps less' });
}
function alterOne(command, node, kind, c) {
    const column = command.name;
    const add = (action, object, more = {}) => c.on(action, object, node.relation, {
        ...(column && { column }),
        ...more,
        lock: isNew(node, c) ? 'none' : alterLock(command),
    });
    const subtype = command.subtype ?? '';
    const simple = SIMPLE[subtype];
    if (simple) {
        add(simple[0], simple[1] === '' ? kind : simple[1], simple[2]);
        if (subtype === 'AT_AlterColumnType' && !isNew(node, c))
            retyped(as(command.def, 'ColumnDef'), column ?? '', node.relation, add, c);
        return;
    }
    switch (subtype) {
        case 'AT_AddColumn':
            addColumn(as(command.def, 'ColumnDef'), add);
            break;
        case 'AT_DropColumn':
            add('drop', 'column', { rows: 'all', ...alter_cascade(command.behavior) });
            break;
        case 'AT_DropConstraint':
            add('drop', 'constraint', alter_cascade(command.behavior));
            break;
        case 'AT_AddConstraint':
            addConstraint(as(command.def, 'Constraint'), add);
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
/** Nobody else can wait for the lock on a table that this text made. */
const isNew = (node, c) => c.known.created.has(c.mention(node.relation));
function attach(command, kind, add, c) {
    const relation = as(command.def, 'PartitionCmd')?.name;
    add('alter', 'table');
    const lock = relation && c.known.created.has(c.mention(relation)) ? 'none' : EXCLUSIVE;
    if (!relation)
        return;
    c.on('alter', kind === 'index' ? kind : 'partition', relation, { lock });
    if (kind !== 'index')
        c.on('scan', 'partition', relation, { lock });
}
const partitionName = (command, c) => c.mention(as(command.def, 'PartitionCmd')?.name);
/** Whose rights a view runs with, and whether it hides rows. */
function touchesSecurity(definition) {
    const options = as(definition, 'List')?.items;
    return ['security_invoker', 'security_barrier'].some((name) => tree_option(options, name) !== undefined);
}

;// CONCATENATED MODULE: ./lib/sql/bodies/tree.js
// The tree of a PL/pgSQL body as the parser gives it: `{ PLpgSQL_stmt_if: { cond: { PLpgSQL_expr: … } } }`.
const expressionOf = (value) => value?.PLpgSQL_expr;
/** `around` is told when it goes into a node, and out of it. */
function tree_visit(value, each, around) {
    if (Array.isArray(value)) {
        for (const item of value)
            tree_visit(item, each, around);
        return;
    }
    if (value === null || typeof value !== 'object')
        return;
    for (const [key, child] of Object.entries(value)) {
        around?.(key, 1);
        if (key.startsWith('PLpgSQL_'))
            each(key, child);
        tree_visit(child, each, around);
        around?.(key, -1);
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
// Where the variables of a PL/pgSQL body get their values from.

function sourcesIn(tree) {
    const { variables, numbered } = declared(tree);
    let lost = false;
    const give = (name, source) => {
        const found = variables.get(name.toLowerCase());
        if (found)
            found.given.push(source);
        // A field of a record or an element of an array: it is not told apart from the whole.
        else if (name !== '')
            variables.set(name.toLowerCase(), { initial: undefined, given: [source], type: '', foreign: true });
    };
    tree_visit(tree, (tag, fields) => {
        if (UNTRACED.has(tag))
            lost = true;
        else if (tag === 'PLpgSQL_stmt_assign') {
            const from = expressionOf(fields.expr);
            const target = assigned(from);
            give(numbered[Number(fields.varno ?? 0)] ?? '', target.whole && from ? { from } : undefined);
            if (target.name !== numbered[Number(fields.varno ?? 0)])
                give(target.name, undefined);
        }
        else
            filled(tag, fields, give);
    });
    return { variables, lost };
}
function declared(tree) {
    const variables = new Map();
    const numbered = [];
    tree_visit(tree, (tag, fields) => {
        if (tag !== 'PLpgSQL_function')
            return;
        for (const datum of (fields.datums ?? [])) {
            const [kind, body] = Object.entries(datum)[0] ?? ['', {}];
            const record = (numbered[Number(body.recparentno ?? -1)] ?? '').toLowerCase();
            const name = kind === 'PLpgSQL_recfield' ? record : String(body.refname ?? '').toLowerCase();
            numbered.push(name);
            if (kind === 'PLpgSQL_recfield' || kind === 'PLpgSQL_row' || name === '')
                continue;
            const type = body.datatype?.PLpgSQL_type
                ?.typname;
            variables.set(name, {
                initial: expressionOf(body.default_val),
                given: [],
                type: kind === 'PLpgSQL_rec' ? 'record' : (type ?? ''),
                // Arguments have no line.
                foreign: body.lineno === undefined || variables.has(name),
            });
        }
    });
    return { variables, numbered };
}
/** Statements that fill variables by number only, or out of sight. */
const UNTRACED = new Set(['PLpgSQL_stmt_foreach_a', 'PLpgSQL_stmt_getdiag', 'PLpgSQL_stmt_call']);
/** The variable that an assignment names, and whether it is all of it that is given. */
function assigned(expression) {
    const target = (ASSIGNMENT.exec(expression?.query ?? '')?.[1] ?? '').trim();
    const whole = /^(?:"[^"]*"|[\w$\u0080-\uffff]+)$/.test(target);
    return { name: target.replace(/^"|"$/g, '').toLowerCase(), whole };
}
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

;// CONCATENATED MODULE: ./lib/sql/bodies/substitute.js

/** The tree with variables in place of columns: their text where it is constant, else a parameter. */
function substitute(node, variables) {
    if (variables.size === 0 || node === undefined)
        return node;
    return replace(node, variables);
}
function replace(value, variables) {
    if (Array.isArray(value))
        return value.map((item) => replace(item, variables));
    if (value === null || typeof value !== 'object')
        return value;
    if (tagOf(value) === 'ColumnRef')
        return variable(value.ColumnRef, variables) ?? value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, variables)]));
}
function variable(reference, variables) {
    const names = parts(reference.fields);
    const text = names[0] === undefined ? undefined : variables.get(names[0]);
    if (text === undefined)
        return undefined;
    if (names.length > 1 || text === null)
        return { ParamRef: { number: 0 } };
    return { A_Const: { sval: { sval: text } } };
}

;// CONCATENATED MODULE: ./lib/sql/bodies/texts.js




/** Alternatives multiply: more than these are not followed. */
const texts_MOST = 16;
function textsOf(node, names, holes) {
    if (node === undefined)
        return undefined;
    const constant = fold(node);
    if (constant === null)
        return undefined;
    if (typeof constant === 'string')
        return [constant];
    const whole = as(node, 'A_Const')?.ival;
    if (whole)
        return [String(whole.ival ?? 0)];
    const reference = as(node, 'ColumnRef');
    if (reference) {
        const texts = names.get(parts(reference.fields).join('.'));
        return texts === 'relation' ? hole(holes, texts) : texts;
    }
    const cast = as(node, 'TypeCast');
    if (cast)
        return castTexts(cast, names, holes);
    const operation = as(node, 'A_Expr');
    if (operation)
        return texts_joined(operation, names, holes);
    const choice = as(node, 'CaseExpr');
    if (choice)
        return chosen(choice, names, holes);
    const call = as(node, 'FuncCall');
    if (call)
        return callTexts(call, names, holes);
    const link = as(node, 'SubLink');
    if (link?.subLinkType !== 'EXPR_SUBLINK')
        return undefined;
    const outputs = outputsOfQuery(link.subselect, names, holes);
    return outputs?.length === 1 ? texts_union([[''], outputs[0]?.texts]) : undefined;
}
/** The texts of each output of a plain SELECT; undefined for other queries. */
function outputsOfQuery(query, names, holes) {
    const select = as(query, 'SelectStmt');
    if (!select?.targetList || select.valuesLists || select.larg)
        return undefined;
    // A column may have the name of a variable.
    const visible = select.fromClause ? new Map() : names;
    const outputs = select.targetList.map((item) => as(item, 'ResTarget'));
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
function castTexts({ arg, typeName }, names, holes) {
    const type = parts(typeName?.names);
    if (!texts_isSystem(type) || typeName?.arrayBounds || typeName?.typmods)
        return undefined;
    if (type.at(-1) === 'regclass')
        return hole(holes, 'relation');
    return /^(?:text|varchar)$/.test(type.at(-1) ?? '') ? textsOf(arg, names, holes) : undefined;
}
function texts_joined({ kind, name, lexpr, rexpr }, names, holes) {
    if (kind !== 'AEXPR_OP' || !texts_isSystem(parts(name)) || parts(name).at(-1) !== '||')
        return undefined;
    return product([textsOf(lexpr, names, holes), textsOf(rexpr, names, holes)]);
}
/** Both sides of a condition that only the moment decides. */
function chosen({ args = [], defresult }, names, holes) {
    // Without ELSE it is NULL, which concat() and format() leave out.
    const results = [...args.map((arg) => as(arg, 'CaseWhen')?.result), defresult];
    return texts_union(results.map((result) => result === undefined || fold(result) === null ? [''] : textsOf(result, names, holes)));
}
function callTexts({ funcname, args = [], ...call }, names, holes) {
    const name = parts(funcname);
    if (!texts_isSystem(name) || call.over || call.func_variadic || call.agg_distinct || call.agg_order)
        return undefined;
    switch (name.at(-1)) {
        case 'quote_ident':
            return argument('I', args[0], names, holes);
        case 'quote_literal':
        case 'quote_nullable':
            return argument('L', args[0], names, holes);
        case 'concat':
            return product(args.map((arg) => textsOf(arg, names, holes)));
        case 'format':
            return formatted(args, names, holes);
        default:
            return undefined;
    }
}
const hole = (holes, kind) => {
    const text = holes.make(kind);
    return text === undefined ? undefined : [text];
};
/** format(): `%I` and `%L` are one identifier and one literal whatever they are given; `%s` must be known. */
function formatted([template, ...args], names, holes) {
    const known = textsOf(template, names, holes);
    if (known?.length !== 1 || known[0] === undefined || hasHoles(known[0]))
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
    return product([...pieces, [known[0].slice(at)]]);
}
function argument(kind, value, names, holes) {
    if (value === undefined || !'sIL'.includes(kind) || kind === '')
        return undefined;
    if (kind === 's')
        return textsOf(value, names, holes);
    const constant = fold(value);
    if (typeof constant !== 'string')
        return hole(holes, kind === 'I' ? 'identifier' : 'literal');
    const quote = kind === 'I' ? '"' : "'";
    return [`${quote}${constant.replaceAll(quote, quote + quote)}${quote}`];
}
function product(pieces) {
    let all = [''];
    for (const piece of pieces) {
        if (piece === undefined)
            return undefined;
        all = all.flatMap((text) => piece.map((more) => text + more));
        if (all.length > texts_MOST)
            return undefined;
    }
    return all;
}
function texts_union(pieces) {
    const all = pieces.flatMap((piece) => piece ?? []);
    return pieces.includes(undefined) || all.length > texts_MOST ? undefined : all;
}

;// CONCATENATED MODULE: ./lib/sql/bodies/assigned.js







/** `text` is the whole CREATE FUNCTION or DO statement. */
function assignedIn(tree, text, c, holes) {
    const { variables, lost } = sourcesIn(tree);
    // With `#variable_conflict use_column` a column of that name is meant.
    if (/#\s*variable_conflict/i.test(text))
        return { constants: new Map(), names: new Map() };
    // An alias is a second name.
    const usable = !lost && !/\balias\s+for\b/i.test(text);
    const constants = new Map();
    const names = new Map();
    const known = { constants, names };
    for (const [name, { initial, given, type, foreign }] of variables) {
        const fixed = usable && !foreign && initial && given.length === 0;
        constants.set(name, fixed ? (constantOf(initial, c, constants) ?? null) : null);
        if (type === 'regclass')
            names.set(name, 'relation');
        else if (!usable || foreign)
            names.set(name, undefined);
        else if (type === 'record')
            for (const [field, texts] of fieldsOf(given, c, known, holes))
                names.set(`${name}.${field}`, texts);
        else {
            const all = initial ? [{ from: initial }, ...given] : given;
            const texts = texts_union(all.map((source) => textsFrom(source, c, known, holes)));
            names.set(name, texts && [...new Set(initial ? texts : ['', ...texts])]);
        }
    }
    return known;
}
/** Every text that the expression may give; undefined when that is only known at run time. */
function textsOfExpression(found, c, { names }, holes) {
    const outputs = outputsOfQuery(parsed(found, c), names, holes);
    return outputs?.length === 1 ? outputs[0]?.texts : undefined;
}
function constantOf(found, c, constants) {
    const select = as(parsed(found, c), 'SelectStmt');
    const fixed = new Map([...constants].filter(([, text]) => text !== null));
    const value = fold(substitute(as(select?.targetList?.[0], 'ResTarget')?.val, fixed));
    return typeof value === 'string' ? value : undefined;
}
function textsFrom(source, c, known, holes) {
    if (source === undefined)
        return undefined;
    if (source.output === undefined)
        return textsOfExpression(source.from, c, known, holes);
    const output = outputsOfQuery(parsed(source.from, c), known.names, holes)?.[source.output];
    return output?.texts;
}
/** A field has the texts of the outputs of that name in every query that the record is filled from. */
function fieldsOf(given, c, known, holes) {
    const queries = given.map((source) => source && outputsOfQuery(parsed(source.from, c), known.names, holes));
    const fields = new Map();
    for (const name of new Set(queries.flatMap((outputs) => (outputs ?? []).flatMap((output) => output.name ?? []))))
        fields.set(name, texts_union([[''], ...queries.map((outputs) => outputs?.findLast((output) => output.name === name)?.texts)]));
    return fields;
}
function parsed(found, c) {
    try {
        return c.parser.parse(statementOf(found))[0]?.stmt;
    }
    catch (error) {
        if (error instanceof sql_parser/* SyntaxFailure */.CM)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/sql/bodies/text.js







const text_MAX_DEPTH = 8;
/** Walks every statement of `text`. Temporary tables it makes are not taken as surely there. */
function sqlBody(text, c, variables) {
    text_deeper(c, 'a body', () => walkAll(text, c.parser.parse(text), c, variables));
}
/** The same for a text that EXECUTE is given: one with holes that stand in the wrong places is `unknown`. */
function executed(text, c, holes) {
    text_deeper(c, 'a body', () => {
        const statements = c.parser.parse(text);
        if (!hasHoles(text))
            walkAll(text, statements, c);
        else if (harmless(text, statements, holes.kinds))
            template(text, statements, c);
        else
            c.unknown('code', 'EXECUTE of a text that is only known when it runs');
    });
}
/** Whichever object is meant, what this text made may be gone or be another. */
function template(text, statements, c) {
    c.templated = true;
    walkAll(text, statements, c);
    c.known.temporary.clear();
    c.known.created.clear();
    c.forgetFunctions();
}
function walkAll(text, statements, c, variables) {
    const texts = statementTexts(text, statements);
    statements.forEach((statement, index) => {
        const before = c.source;
        c.source = texts[index] ?? '';
        hold(statement.stmt, c);
        c.uses.read(statement.stmt);
        checkChoices(statement.stmt, c);
        walkStatement(variables ? substitute(statement.stmt, variables) : statement.stmt, c);
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
        if (!(error instanceof sql_parser/* SyntaxFailure */.CM))
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
        const holes = new Holes();
        const variables = assignedIn(tree, text, c, holes);
        const each = (tag, fields) => {
            if (!NODES.has(tag))
                c.unknown('construct', `${tag} is not known to this version`);
            if (tag === 'PLpgSQL_type')
                c.uses.readTypeText(String(fields.typname ?? ''));
            if (tag === 'PLpgSQL_expr')
                expression(fields, c, variables.constants);
            for (const key of DYNAMIC[tag] ?? [])
                dynamic(fields[key], c, variables, holes);
        };
        const loops = (tag, by) => {
            if (LOOP.test(tag))
                c.loops += by;
        };
        withVariables(() => tree_visit(tree, each, loops), c);
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
function expression(found, c, variables) {
    if (found.parseMode === 1)
        return;
    holdRow(found.query, c);
    sqlBody(statementOf(found), c, variables);
    const [, target = '', text = ''] = (found.parseMode ?? 0) < 3 ? [] : (ASSIGNMENT.exec(found.query) ?? []);
    if (target)
        assignedFlow(target, { text, statement: c.parser.parse(`SELECT ${text}`)[0]?.stmt }, variables, c);
}
function dynamic(value, c, variables, holes) {
    const found = expressionOf(value);
    if (!found)
        return;
    const texts = textsOfExpression(found, c, variables, holes);
    c.within('execute', () => {
        if (texts === undefined)
            c.unknown('code', 'EXECUTE of a text that is only known when it runs');
        else
            for (const text of texts)
                executed(text, c, holes);
    });
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
        const given = SECURITY.filter((name) => tree_option(node.options, name) !== undefined);
        const off = given.some((name) => /^(false|off|no|0)$/.test(tree_option(node.options, name) ?? ''));
        const detail = ['or replaces it', ...given].join(' with ');
        c.on('create', 'view', node.view, { ...(node.replace && { lock: EXCLUSIVE, detail }) });
        if (node.replace && off)
            c.on('alter', 'security-option', node.view);
        createFlows(node.query, node.view, parts(node.aliases), c, true);
        c.within('view', () => walk(node.query, c));
    },
    RefreshMatViewStmt(node, c) {
        c.on('maintain', 'materialized-view', node.relation, {
            lock: node.concurrent ? lockOf('refresh concurrently') : EXCLUSIVE,
            ...(node.skipData && { rows: 'all', detail: 'WITH NO DATA' }),
        });
    },
    IndexStmt: createIndex,
    CreateSeqStmt(node, c) {
        c.on('create', 'sequence', node.sequence);
    },
    AlterSeqStmt(node, c) {
        const collides = ['restart', 'increment', 'minvalue', 'maxvalue', 'cycle', 'start'].some((name) => tree_option(node.options, name) !== undefined);
        c.on('alter', 'sequence', node.sequence, {
            lock: lockOf('alter sequence'),
            ...(collides && { detail: 'its next values' }),
        });
    },
    CreateSchemaStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: 'create',
            object: 'schema',
            name: dotted([node.schemaname ?? node.authrole?.rolename ?? '']),
        });
        if (node.authrole)
            c.add({ action: 'grant', object: 'schema', detail: 'owned by another role' });
        walk(node.schemaElts, c);
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
        const runs = ['canonical', 'subtype_diff'].some((name) => tree_option(node.params, name) !== undefined);
        c.add(create_made(runs ? 'operator' : 'type', node.typeName));
    },
    AlterEnumStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: node.oldVal === undefined ? 'alter' : 'rename',
            object: 'type',
            name: dotted(parts(node.typeName)),
            ...(node.oldVal !== undefined && { detail: 'a value of it' }),
        });
    },
    AlterTypeStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: dotted(parts(node.typeName)) }),
    CreateStatsStmt(node, c) {
        c.add({ ...create_made('statistics', node.defnames), lock: lockOf('statistics') });
        walk([node.exprs, node.relations], c);
    },
    AlterStatsStmt: (node, c) => c.add({ action: 'alter', object: 'statistics', name: dotted(parts(node.defnames)) }),
    CommentStmt(node, c) {
        const object = objectKind(node.objtype);
        c.add({
            action: 'comment',
            object,
            name: dotted(parts(node.object)),
            ...(ON_RELATIONS.has(object) && { lock: lockOf('comment') }),
        });
    },
    DefineStmt(node, c) {
        const object = objectKind(node.kind);
        const plain = object === 'collation' || (node.kind === 'OBJECT_TYPE' && !node.definition);
        const search = node.kind === 'OBJECT_TSDICTIONARY' || node.kind === 'OBJECT_TSCONFIGURATION';
        c.add(create_made(plain || search ? object : object === 'aggregate' ? 'aggregate' : 'operator', node.defnames));
    },
    AlterTSDictionaryStmt: (node, c) => c.add({ action: 'alter', object: 'text-search', name: dotted(parts(node.dictname)) }),
    AlterTSConfigurationStmt: (node, c) => c.add({ action: 'alter', object: 'text-search', name: dotted(parts(node.cfgname)) }),
    AlterCollationStmt: (node, c) => c.add({ action: 'alter', object: 'collation', name: dotted(parts(node.collname)) }),
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
    return { action: 'create', object: create_isSystem(parts(names)) ? 'catalog' : object, name: dotted(parts(names)) };
}
const create_isSystem = (names) => names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '');
function createTable(node, object, c) {
    c.schemaChanged = true;
    const system = create_isSystem([node.relation?.schemaname ?? '', '']);
    c.on('create', system ? 'catalog' : object, node.relation);
    // A foreign table passes changes on, whatever schema it is in.
    if (object === 'table')
        remember(node.relation, c, node.oncommit === 'ONCOMMIT_DROP', node.if_not_exists ?? false);
    for (const item of node.tableElts ?? [])
        storedFlows(as(item, 'ColumnDef'), node.relation, c);
    walk([node.tableElts, node.constraints, node.partbound, node.partspec], c);
    for (const parent of node.inhRelations ?? [])
        c.on('alter', 'table', as(parent, 'RangeVar'), { lock: node.partbound ? EXCLUSIVE : lockOf('inherited') });
}
/** IF NOT EXISTS may have made nothing: then an old table of that name is meant. */
function remember(relation, c, dropsOnCommit, maybe) {
    if (!relation || !c.topLevel)
        return;
    created(relation, c, dropsOnCommit);
    if (!maybe)
        c.known.created.add(c.mention(relation));
}
function createAs(node, c) {
    c.schemaChanged = true;
    const relation = node.into?.rel;
    c.on('create', node.objtype === 'OBJECT_MATVIEW' ? 'materialized-view' : 'table', relation);
    const shown = node.objtype === 'OBJECT_MATVIEW';
    createFlows(node.query, relation, parts(node.into?.colNames), c, shown);
    c.within('create-as', () => walk(node.query, c));
    remember(relation, c, node.into?.onCommit === 'ONCOMMIT_DROP', node.if_not_exists ?? false);
}
function createIndex(node, c) {
    c.schemaChanged = true;
    const name = c.mention(node.relation);
    c.on('create', 'index', node.relation, {
        ...(node.idxname && { column: node.idxname }),
        lock: c.known.created.has(name) ? 'none' : lockOf(node.concurrent ? 'concurrently' : 'create index'),
    });
    walk([node.indexParams, node.indexIncludingParams, node.whereClause], c);
}

;// CONCATENATED MODULE: ./lib/sql/statements/session.js




const SESSION = {
    VariableSetStmt: set,
    VariableShowStmt() { },
    DiscardStmt(node, c) {
        const target = (node.target ?? 'DISCARD_ALL').slice('DISCARD_'.length).toLowerCase();
        c.add({ action: 'set', object: 'session', name: target });
        if (target === 'all' || target === 'temp')
            c.known.temporary.clear();
        if (target === 'all')
            c.known.prepared.clear();
        c.resolutionChanged ||= target === 'all' || target === 'temp';
    },
    ConstraintsSetStmt(node, c) {
        c.add({ action: 'transaction', object: 'constraints', ...(node.deferred && { detail: 'deferred' }) });
    },
    TransactionStmt: transaction,
    DeclareCursorStmt(node, c) {
        c.add({ action: 'cursor', object: 'cursor', name: dotted([node.portalname ?? '']) });
        c.within('cursor', () => walk(node.query, c));
    },
    FetchStmt(node, c) {
        c.add({ action: 'cursor', object: 'fetch', name: dotted([node.portalname ?? '']) });
    },
    ClosePortalStmt(node, c) {
        c.add({ action: 'cursor', object: 'close', name: dotted([node.portalname ?? '']) });
    },
    PrepareStmt(node, c) {
        const name = dotted([node.name ?? '']);
        c.add({ action: 'prepare', object: 'statement', name });
        if (c.topLevel)
            c.known.prepared.add(name);
        c.within('prepare', () => walk(node.query, c));
    },
    ExecuteStmt(node, c) {
        const name = dotted([node.name ?? '']);
        const known = c.known.prepared.has(name);
        c.add({ action: 'execute', object: 'prepared', name, ...(known && { detail: 'prepared by this text' }) });
        walk(node.params, c);
    },
    DeallocateStmt(node, c) {
        const name = dotted([node.name ?? '']);
        c.add({ action: 'prepare', object: 'deallocate', name: node.name ? name : 'all' });
        if (node.name)
            c.known.prepared.delete(name);
        else
            c.known.prepared.clear();
    },
    NotifyStmt(node, c) {
        c.add({ action: 'notify', object: 'channel', name: dotted([node.conditionname ?? '']) });
    },
    ListenStmt(node, c) {
        c.add({ action: 'notify', object: 'listen', name: dotted([node.conditionname ?? '']) });
    },
    UnlistenStmt(node, c) {
        c.add({ action: 'notify', object: 'unlisten', name: dotted([node.conditionname ?? '*']) });
    },
};
/** The values of a SET as text; undefined when one is not a constant. */
function session_valuesOf(node) {
    const values = (node.args ?? []).map((arg) => fold(arg));
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
        const effect = settingEffect(name, node.kind === 'VAR_SET_VALUE' ? session_valuesOf(node) : undefined);
        c.add(back ? { ...effect, detail: 'to its default' } : effect);
        if (movesNames(name))
            forgetNames(c);
    }
}
/** What this text made may be found no more, and others of the same names instead. */
function forgetNames(c) {
    c.resolutionChanged = true;
    c.known.temporary.clear();
    c.known.created.clear();
    c.forgetFunctions();
}
/** READ WRITE among the modes of BEGIN and SET TRANSACTION. */
function modes(options, c, setting) {
    for (const node of options ?? []) {
        const element = as(node, 'DefElem');
        if (element?.defname !== 'transaction_read_only')
            continue;
        c.add(settingEffect(setting, [optionText(element.arg) ?? '']));
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
        c.known.temporary.clear();
        c.known.created.clear();
        c.known.prepared.clear();
        c.known.functions.clear();
    }
    if (kind === 'TRANS_STMT_COMMIT')
        for (const name of c.known.untilCommit)
            c.known.temporary.delete(name);
}

;// CONCATENATED MODULE: ./lib/sql/statements/code.js












const CODE = {
    DoStmt: runBlock,
    CallStmt(node, c) {
        walk({ FuncCall: node.funccall }, c);
    },
    CreateFunctionStmt: createFunction,
    AlterFunctionStmt(node, c) {
        const name = dotted(parts(node.func?.objname));
        c.add({ action: 'alter', object: 'function', name });
        options(node.actions, name, c);
    },
    CreateTrigStmt(node, c) {
        c.on('create', 'trigger', node.relation, {
            lock: lockOf('create trigger'),
            ...(node.trigname && { column: node.trigname }),
        });
        c.within('trigger', () => named(node.funcname, c));
        triggerFlow(parts(node.funcname), parts(node.args), node.relation, c);
        walk(node.whenClause, c);
    },
    CreateEventTrigStmt: (node, c) => c.add({ action: 'create', object: 'event-trigger', name: dotted([node.trigname ?? '']) }),
    AlterEventTrigStmt(node, c) {
        c.add({
            action: 'alter',
            object: 'event-trigger',
            name: dotted([node.trigname ?? '']),
            ...(node.tgenabled === 'D' && { detail: 'disabled' }),
        });
    },
    RuleStmt(node, c) {
        c.schemaChanged = true;
        c.on('create', 'rule', node.relation, {
            ...(node.rulename && { column: node.rulename }),
            lock: EXCLUSIVE,
        });
        withRow(node.relation, () => c.within('rule', () => walk([node.whereClause, node.actions], c)), c);
    },
    CreateCastStmt: (_, c) => c.add({ action: 'create', object: 'operator', name: 'cast' }),
    CreateTransformStmt: (_, c) => c.add({ action: 'create', object: 'operator', name: 'transform' }),
    CreateConversionStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: dotted(parts(node.conversion_name)) }),
    CreateOpClassStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: dotted(parts(node.opclassname)) }),
    CreateOpFamilyStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: dotted(parts(node.opfamilyname)) }),
    AlterOpFamilyStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: dotted(parts(node.opfamilyname)) }),
    AlterOperatorStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: dotted(parts(node.opername?.objname)) }),
    CreateExtensionStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: 'create',
            object: 'extension',
            name: dotted([node.extname ?? '']),
            ...(enabled(node.options, 'cascade') && { cascade: true }),
        });
    },
    AlterExtensionStmt: (node, c) => c.add({ action: 'alter', object: 'extension', name: dotted([node.extname ?? '']) }),
    AlterExtensionContentsStmt: (node, c) => c.add({
        action: 'alter',
        object: 'extension',
        name: dotted([node.extname ?? '']),
        detail: objectKind(node.objtype),
    }),
    CreatePLangStmt: (node, c) => c.add({ action: 'create', object: 'language', name: dotted([node.plname ?? '']) }),
    CreateAmStmt: (node, c) => c.add({
        action: 'create',
        object: 'language',
        name: dotted([node.amname ?? '']),
        detail: 'access method',
    }),
    LoadStmt: (_, c) => c.add({ action: 'load', object: 'library' }),
};
function named(names, c) {
    const effect = effectOfName(parts(names));
    if (effect && !c.known.functions.has(effect.name ?? ''))
        c.add(effect);
}
const textOf = (node) => {
    const list = as(node, 'List');
    if (list)
        return parts(list.items);
    const text = as(node, 'String');
    return text ? [text.sval ?? ''] : [];
};
const code_argument = (items, name) => (items ?? []).map((item) => as(item, 'DefElem')).findLast((element) => element?.defname === name)?.arg;
function runBlock(node, c) {
    const language = tree_option(node.args, 'language') ?? 'plpgsql';
    c.add({ action: 'execute', object: 'block', name: language });
    const text = textOf(code_argument(node.args, 'as'))[0];
    c.schemaChanged = true;
    c.resolutionChanged = true;
    c.within('do', () => {
        if (language !== 'plpgsql')
            c.unknown('code', `a block in ${dotted([language])} cannot be analysed`);
        else if (text !== undefined)
            plpgsqlBody(c.source, c);
    });
}
/** What dynamic SQL is put together with: an overload for another type would be called, and this would be told wrong. */
const FOLDED = /^(?:format|quote_(?:ident|literal|nullable)|concat|lower|upper|btrim|chr|reverse|replace|nextval|current_setting)$/;
function createFunction(node, c) {
    const names = parts(node.funcname);
    const name = dotted(names);
    const language = node.sql_body ? 'sql' : (tree_option(node.options, 'language') ?? 'sql');
    c.schemaChanged = true;
    c.add({
        action: 'create',
        object: create_isSystem(names) ? 'catalog' : 'function',
        name,
        ...(node.replace && { detail: 'or replaces it' }),
    });
    if (FOLDED.test(names.at(-1) ?? ''))
        c.unknown('code', `a function of the name ${dotted(names.slice(-1))} may be called in place of PostgreSQL's own`);
    options(node.options, name, c);
    walk(node.parameters, c);
    const before = c.opaque;
    c.repeats.body(name, !returnsTrigger(node.returnType), c.uses.functions, () => c.within('function', () => body(node, language, c)));
    const known = c.topLevel && c.opaque === before;
    const inputs = (node.parameters ?? []).filter((item) => as(item, 'FunctionParameter')?.mode !== 'FUNC_PARAM_TABLE');
    if (known && inputs.length === 0)
        c.known.functions.add(name);
}
function body(node, language, c) {
    const text = textOf(code_argument(node.options, 'as'));
    if (node.sql_body)
        walk(node.sql_body, c);
    else if (language === 'sql')
        sqlBody(text[0] ?? '', c);
    else if (language === 'plpgsql')
        plpgsqlBody(c.source, c);
    else if (language === 'c' || language === 'internal')
        c.add({ action: 'load', object: 'native-code', name: language });
    else
        c.add({ action: 'load', object: 'foreign-code', name: dotted([language]) });
}
/** SECURITY DEFINER, SET and SUPPORT of a function. */
function options(items, name, c) {
    if (tree_option(items, 'security') === 'true')
        c.add({ action: 'alter', object: 'security-definer', name });
    if (tree_option(items, 'support') !== undefined || tree_option(items, 'leakproof') === 'true')
        c.add({ action: 'create', object: 'operator', name });
    for (const item of items ?? []) {
        const set = as(as(item, 'DefElem')?.arg, 'VariableSetStmt');
        if (!set)
            continue;
        const effect = settingEffect(set.name ?? 'all', set.kind === 'VAR_SET_VALUE' ? session_valuesOf(set) : undefined);
        // A fixed search_path is what careful authors give a SECURITY DEFINER function.
        if (set.name !== undefined && movesNames(set.name) && effect.name === 'search_path')
            continue;
        c.add({ ...effect, via: ['function'] });
    }
}

;// CONCATENATED MODULE: ./lib/sql/statements/rows.js










const rows_ROWS = {
    InsertStmt: insert,
    DeleteStmt(node, c) {
        withCtes(node.withClause, c, () => {
            const others = node.usingClause ?? [];
            const found = rows(node.whereClause, node.relation, others, c);
            change('delete', node.relation, found, c);
            compared(rows_picked(node.relation, others), [node.whereClause, ...others.flatMap(joins)], c, () => changing({ found, others, where: node.whereClause, returning: node.returningClause }, c));
        });
    },
    UpdateStmt(node, c) {
        withCtes(node.withClause, c, () => {
            const others = node.fromClause ?? [];
            updateFlows(node, c);
            const found = rows(node.whereClause, node.relation, others, c);
            change('update', node.relation, found, c, fillsNew(node, c) ? { detail: 'new columns' } : {});
            compared(rows_picked(node.relation, others), [node.whereClause, ...others.flatMap(joins)], c, () => changing({ found, others, where: node.whereClause, set: node.targetList, returning: node.returningClause }, c));
        });
    },
    MergeStmt: merge,
    TruncateStmt(node, c) {
        for (const item of node.relations ?? [])
            c.on('truncate', 'table', as(item, 'RangeVar'), {
                rows: 'all',
                lock: EXCLUSIVE,
                ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
            });
    },
};
/** Which rows it is, is asked of any number of them. */
function changing({ found, others, where, set, returning }, c) {
    const each = found === 'some' || found === 'none' ? walk : walkMany;
    each(set, c);
    walkMany([others, where], c);
    each(returning, c);
}
const CATALOG = /^(pg_catalog|information_schema|pg_toast)$/;
/** True for relations of the system, also unqualified: `pg_catalog` is searched first. */
function isCatalog(relation) {
    if (relation?.schemaname)
        return CATALOG.test(relation.schemaname);
    return /^pg_/.test(relation?.relname ?? '');
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
    return relation ? rowsOf(where, targetOf(relation, others, c.scope, c.place, [where])) : 'unknown';
}
function insert(node, c) {
    withCtes(node.withClause, c, () => {
        insertFlows(node, c);
        change('insert', node.relation, undefined, c);
        const conflict = node.onConflictClause;
        if (conflict?.action === 'ONCONFLICT_UPDATE')
            c.within('on-conflict', () => change('update', node.relation, c.loops > 0 ? 'unknown' : conflicting(node.selectStmt), c));
        const conflicts = [conflict?.whereClause, conflict?.infer?.whereClause];
        if (conflict)
            compared(rows_picked(node.relation, []), conflicts, c, () => { });
        walk([node.selectStmt, conflict?.infer], c);
        const rest = [node.cols, conflict?.targetList, conflict?.whereClause, node.returningClause];
        const many = c.repeats.on || givesMany(node.selectStmt, c);
        if (many)
            c.repeats.relation(relationName(node.relation));
        if (many)
            walkMany(rest, c);
        else
            walk(rest, c);
    });
}
/** The rows that ON CONFLICT changes: as many as come in, and only those that the client wrote down are a few. */
function conflicting(source) {
    const select = as(source, 'SelectStmt');
    if (!select || select.valuesLists)
        return 'some';
    const given = (select.fromClause ?? []).every((item) => as(item, 'RangeFunction') !== undefined && !/"(?:SubLink|ColumnRef)":/.test(JSON.stringify(item)));
    return given && !select.larg && !generates(select) && !generates({ targetList: select.fromClause ?? [] })
        ? 'some'
        : 'unknown';
}
function merge(node, c) {
    withCtes(node.withClause, c, () => {
        mergeFlows(node, c);
        // Also where no clause changes anything: a view may call functions.
        c.on('read', 'table', node.relation);
        const clauses = (node.mergeWhenClauses ?? []).map((item) => as(item, 'MergeWhenClause')?.condition);
        const sources = node.sourceRelation ? [node.sourceRelation] : [];
        c.repeats.relation(relationName(node.relation));
        compared(rows_picked(node.relation, sources), [node.joinCondition, ...clauses], c, () => branches(node, c));
    });
}
function branches(node, c) {
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = as(item, 'MergeWhenClause');
        if (!clause)
            continue;
        if (clause.commandType === 'CMD_INSERT')
            change('insert', node.relation, undefined, c);
        if (clause.commandType === 'CMD_UPDATE')
            change('update', node.relation, merged(node, clause, c), c);
        if (clause.commandType === 'CMD_DELETE')
            change('delete', node.relation, merged(node, clause, c), c);
        walkMany([clause.condition, clause.targetList, clause.values], c);
    }
    walkMany([node.sourceRelation, node.joinCondition, node.returningClause], c);
}
const rows_picked = (relation, others) => relation ? [{ RangeVar: relation }, ...others] : others;
/** Matched rows are those of the join; `NOT MATCHED BY SOURCE` are all the others. */
function merged(node, clause, { scope, place }) {
    const { relation, joinCondition } = node;
    if (!relation || fold(clause.condition) === false)
        return relation ? 'none' : 'unknown';
    const others = node.sourceRelation ? [node.sourceRelation] : [];
    const condition = clause.condition;
    if (clause.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE')
        return rowsOf(condition, targetOf(relation, [], scope, place, [condition]));
    const target = targetOf(relation, others, scope, place, [joinCondition, condition]);
    return rowsOfAll([joinCondition, condition], target);
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
        const full = enabled(node.options, 'full');
        const action = full ? 'rewrite' : 'maintain';
        const object = node.is_vacuumcmd ? 'vacuum' : 'analyze';
        const relations = (node.rels ?? []).map((item) => as(item, 'VacuumRelation')?.relation);
        for (const relation of relations)
            c.on(action, object, relation, full ? { lock: EXCLUSIVE, detail: 'VACUUM FULL' } : { lock: lockOf(object) });
        if (relations.length === 0)
            c.add({
                action,
                object,
                lock: full ? EXCLUSIVE : lockOf(object),
                detail: full ? 'VACUUM FULL of every table' : 'every table',
            });
    },
    ClusterStmt(node, c) {
        if (node.relation)
            c.on('rewrite', 'table', node.relation, { lock: EXCLUSIVE, detail: 'CLUSTER' });
        else
            c.add({
                action: 'rewrite',
                object: 'table',
                lock: EXCLUSIVE,
                detail: 'CLUSTER of every clustered table',
            });
    },
    ReindexStmt(node, c) {
        const concurrently = enabled(node.params, 'concurrently');
        const object = `reindex-${(node.kind ?? '').slice('REINDEX_OBJECT_'.length).toLowerCase()}`;
        const more = { lock: concurrently ? lockOf('concurrently') : EXCLUSIVE };
        if (node.relation)
            c.on('maintain', object, node.relation, more);
        else
            c.add({ action: 'maintain', object, ...(node.name && { name: dotted([node.name]) }), ...more });
        if (tree_option(node.params, 'tablespace') !== undefined)
            c.add({ action: 'move', object: 'index' });
    },
    ExplainStmt: explain,
    CheckPointStmt: (_, c) => c.add({ action: 'maintain', object: 'server', detail: 'CHECKPOINT' }),
};
function lock(node, c) {
    for (const item of node.relations ?? [])
        c.on('lock', 'table', as(item, 'RangeVar'), { lock: MODES[node.mode ?? 8] || EXCLUSIVE });
}
/** Without ANALYZE nothing runs, but planning reads, and evaluates functions that call themselves stable. */
const PLANNED = new Set(['read', 'call', 'set', 'unknown', 'execute']);
function explain(node, c) {
    const runs = enabled(node.options, 'analyze');
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
        const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object));
        if (node.relation)
            renamedFlow(name, dotted([node.newschema ?? '', node.relation.relname ?? '']), c);
        c.schemaChanged = true;
        if (!node.relation)
            c.forgetFunctions();
        c.forgetTables(node.relation?.relname);
        c.add({
            action: 'move',
            object,
            name,
            ...(node.relation && { lock: EXCLUSIVE }),
            ...(node.relation && { detail: to([node.newschema ?? '', node.relation.relname ?? '']) }),
            ...(c.isTemporary(node.relation) && { temporary: true }),
        });
    },
};
/** What is found under its new name afterwards. ALTER INDEX renames tables, too. */
const GIVEN = /^(table|foreign-table|view|materialized-view|index|schema)$/;
const to = (names) => `to ${dotted(names.filter(Boolean))}`;
function rename(node, c) {
    const object = objectKind(node.renameType);
    const relation = c.mention(node.relation);
    const name = relation || dotted(node.subname && !node.object ? [node.subname] : parts(node.object));
    const temporary = c.isTemporary(node.relation);
    renameFlows(node, object, relation, c);
    if (!relation)
        c.forgetFunctions();
    // What is found under the old name next is another table.
    if (GIVEN.test(object))
        c.forgetTables(object === 'schema' ? undefined : node.relation?.relname);
    c.schemaChanged = true;
    c.add({
        action: 'rename',
        object,
        ...(name && { name }),
        ...(relation && node.subname && { column: node.subname }),
        ...(GIVEN.test(object) && { detail: to([node.relation?.schemaname ?? '', node.newname ?? '']) }),
        ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
        ...(node.relation && { lock: object === 'index' ? lockOf('rename index') : EXCLUSIVE }),
        ...(temporary && { temporary }),
    });
    if (temporary && object === 'table')
        c.known.temporary.delete(dotted([node.relation?.relname ?? '']));
}
function renameFlows(node, object, relation, c) {
    const to = node.newname ?? '';
    if (object === 'column')
        c.flow({ relation, column: to, sources: [`${relation}.${node.subname ?? ''}`], same: true });
    else if (object !== 'schema' && GIVEN.test(object))
        renamedFlow(relation, dotted([...(node.relation?.schemaname ? [node.relation.schemaname] : []), to]), c);
    else if (object === 'schema')
        c.flow({ relation: `${dotted([to])}.*`, sources: [`${dotted([node.subname ?? ''])}.*.*`], named: true });
}

;// CONCATENATED MODULE: ./lib/sql/statements/roles.js






const ROLES = {
    GrantStmt(node, c) {
        const object = node.targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? 'all-in-schema' : objectKind(node.objtype);
        const wide = (node.grantees ?? []).some((role) => as(role, 'RoleSpec')?.roletype === 'ROLESPEC_PUBLIC');
        const names = (node.objects ?? []).map((item) => {
            const relation = as(item, 'RangeVar');
            return relation ? c.mention(relation) : dotted(parts(item));
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
            const name = as(role, 'AccessPriv')?.priv_name ?? '';
            const action = node.is_grant ? 'grant' : 'revoke';
            c.add({ action, object: /^pg_/.test(name) ? 'predefined-role' : 'role', name: dotted([name]) });
        }
    },
    CreateRoleStmt(node, c) {
        const detail = powers(node.options);
        c.add({ action: 'create', object: 'role', name: dotted([node.role ?? '']), ...(detail && { detail }) });
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
        const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object));
        c.add({ action: 'own', object: objectKind(node.objectType), ...(name && { name }) });
    },
    ReassignOwnedStmt(node, c) {
        for (const role of node.roles ?? [])
            c.add({ action: 'own', object: 'owned', name: roleName(role) });
    },
    SecLabelStmt(node, c) {
        c.add({ action: 'alter', object: 'security-label', name: dotted(parts(node.object)) });
    },
    CreatePolicyStmt(node, c) {
        c.on('create', 'policy', node.table, { lock: EXCLUSIVE });
        walk([node.qual, node.with_check], c);
    },
    AlterPolicyStmt(node, c) {
        c.on('alter', 'policy', node.table, { lock: EXCLUSIVE });
        walk([node.qual, node.with_check], c);
    },
};
const POWERS = new Set(['superuser', 'createrole', 'createdb', 'isreplication', 'bypassrls']);
/** The strong attributes a role is given. */
function powers(options) {
    const given = (options ?? []).flatMap((node) => {
        const element = as(node, 'DefElem');
        const name = element?.defname ?? '';
        return POWERS.has(name) && optionText(element?.arg) !== 'false'
            ? [name.replace('isreplication', 'replication')]
            : [];
    });
    return given.length > 0 ? `with ${given.join(', ')}` : '';
}
function storedSetting(object, set, c) {
    const name = set?.kind === 'VAR_RESET_ALL' ? 'all' : (set?.name ?? '');
    const { detail } = settingEffect(name, set?.kind === 'VAR_SET_VALUE' ? session_valuesOf(set) : undefined);
    c.add({ action: 'alter', object, name: name.toLowerCase(), ...(detail && { detail }) });
}
function specName(role) {
    if (role?.rolename)
        return dotted([role.rolename]);
    return (role?.roletype ?? '').slice('ROLESPEC_'.length).toLowerCase();
}
function roleName(node) {
    return specName(as(node, 'RoleSpec'));
}

;// CONCATENATED MODULE: ./lib/sql/statements/server.js



const SERVER = {
    CreatedbStmt: (node, c) => c.add({ action: 'create', object: 'database', name: dotted([node.dbname ?? '']) }),
    AlterDatabaseStmt: (node, c) => c.add({ action: 'alter', object: 'database', name: dotted([node.dbname ?? '']) }),
    AlterDatabaseRefreshCollStmt: (node, c) => c.add({ action: 'alter', object: 'database', name: dotted([node.dbname ?? '']) }),
    CreateTableSpaceStmt: (node, c) => c.add({ action: 'create', object: 'tablespace', name: dotted([node.tablespacename ?? '']) }),
    AlterTableSpaceOptionsStmt: (node, c) => c.add({ action: 'alter', object: 'tablespace', name: dotted([node.tablespacename ?? '']) }),
    CreateFdwStmt: (node, c) => c.add({ action: 'create', object: 'foreign-data-wrapper', name: dotted([node.fdwname ?? '']) }),
    AlterFdwStmt: (node, c) => c.add({ action: 'alter', object: 'foreign-data-wrapper', name: dotted([node.fdwname ?? '']) }),
    CreateForeignServerStmt: (node, c) => c.add({ action: 'create', object: 'server', name: dotted([node.servername ?? '']) }),
    AlterForeignServerStmt: (node, c) => c.add({ action: 'alter', object: 'server', name: dotted([node.servername ?? '']) }),
    CreateUserMappingStmt: (node, c) => c.add({ action: 'create', object: 'user-mapping', name: dotted([node.servername ?? '']) }),
    AlterUserMappingStmt: (node, c) => c.add({ action: 'alter', object: 'user-mapping', name: dotted([node.servername ?? '']) }),
    ImportForeignSchemaStmt(node, c) {
        c.schemaChanged = true;
        c.add({ action: 'create', object: 'foreign-schema', name: dotted([node.local_schema ?? '']) });
    },
    CreatePublicationStmt(node, c) {
        c.add({
            action: 'create',
            object: 'publication',
            name: dotted([node.pubname ?? '']),
            ...(node.pubobjects && { lock: lockOf('publish') }),
            ...(node.for_all_tables && { detail: 'of all tables' }),
        });
        published(node.pubobjects, c);
    },
    AlterPublicationStmt(node, c) {
        c.add({
            action: 'alter',
            object: 'publication',
            name: dotted([node.pubname ?? '']),
            ...(node.pubobjects && { lock: lockOf('publish') }),
        });
        published(node.pubobjects, c);
    },
    CreateSubscriptionStmt: (node, c) => c.add({ action: 'create', object: 'subscription', name: dotted([node.subname ?? '']) }),
    AlterSubscriptionStmt: (node, c) => c.add({ action: 'alter', object: 'subscription', name: dotted([node.subname ?? '']) }),
};
function published(objects, c) {
    for (const item of objects ?? []) {
        const table = as(item, 'PublicationObjSpec')?.pubtable;
        c.mention(table?.relation);
        walk(table?.whereClause, c);
    }
}

;// CONCATENATED MODULE: ./lib/sql/statements/index.js











/** A handler for every statement of the grammar. */
const statements_STATEMENTS = {
    ...rows_ROWS,
    ...DROPS,
    ...ALTERS,
    ...RENAMES,
    ...CREATES,
    ...CODE,
    ...ROLES,
    ...SESSION,
    ...MAINTENANCE,
    ...SERVER,
    ...COPY,
};

;// CONCATENATED MODULE: ./lib/sql/analyse.js












const HANDLERS = { ...EXPRESSIONS, ...statements_STATEMENTS };
const NO_USES = { functions: [], operators: [], types: [], fields: [], assigned: [] };
/** Throws only when the parser instance is spoilt (`isSpoilt`). */
function analyseText(parser, text) {
    try {
        const statements = parser.parse(text);
        const c = new Collector(parser, HANDLERS);
        // A file of many statements may ask for more than one statement.
        c.start.work.left += 4 * text.length;
        const texts = statementTexts(text, statements);
        statements.forEach(({ stmt }, index) => {
            c.source = texts[index] ?? '';
            c.uses.read(stmt);
            checkChoices(stmt, c);
            if (!keepsNames(stmt))
                c.known.columns.clear();
            walkStatement(stmt, c);
        });
        sunkFlows(statements, c);
        const last = statements.at(-1)?.stmt;
        const outputs = outputsOf(last);
        const copy = copyOf(parser, last, texts.at(-1) ?? '');
        const used = c.uses.found;
        const repeated = c.repeats.found(used);
        const uses = used || repeated.many ? { ...(used ?? NO_USES), ...repeated } : undefined;
        const created = [...c.known.created].filter((name) => !c.known.temporary.has(name));
        const temporary = [...c.known.temporary].filter((name) => !c.known.untilCommit.has(name));
        const analysis = {
            effects: c.told,
            relations: c.relations,
            count: statements.length,
            ...(outputs && { outputs }),
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
            ...(c.compares.size > 0 && { compares: [...c.compares] }),
        };
        return c.templated ? shown(analysis) : analysis;
    }
    catch (error) {
        if (error instanceof sql_parser/* SyntaxFailure */.CM)
            return refused('syntax', error.message);
        throw error;
    }
}
/** The analysis of a text that cannot be analysed. */
function refused(object, detail) {
    const effects = [{ action: 'unknown', object, detail }];
    return { effects, relations: [], count: 1, changes: { schema: true, resolution: true } };
}


/***/ }),

/***/ 745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ SyntaxFailure),
/* harmony export */   qd: () => (/* binding */ loadParser)
/* harmony export */ });
/* unused harmony export isSpoilt */
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
    const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync } = await __nccwpck_require__.e(/* import() */ 627).then(__nccwpck_require__.t.bind(__nccwpck_require__, 627, 19));
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
    };
}
/** True when the error is the instance's, not the text's: it must not be used again. */
function isSpoilt(error) {
    return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
}


/***/ }),

/***/ 232:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(919);
/* harmony import */ var _analyse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(745);
// Entry of the parser thread: texts in, analyses out. Its owner ends it after an error that spoils the parser.



const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort;
if (!port)
    throw new Error('sql/worker runs as a worker thread only');
const parser = await (0,_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .loadParser */ .qd)();
port.on('message', (text) => {
    try {
        port.postMessage({ analysis: (0,_analyse_js__WEBPACK_IMPORTED_MODULE_1__/* .analyseText */ .Fm)(parser, text) });
    }
    catch {
        port.postMessage({ spoilt: true });
    }
});
port.postMessage({ ready: true });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(232);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
