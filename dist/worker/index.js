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

/***/ 946:
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
    /** True when a hole may bring any value: a relation's name is that of a relation which is there. */
    carry(text) {
        return marksOf(text).some((mark) => this.kinds.get(mark) !== 'relation');
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

;// CONCATENATED MODULE: ./lib/sql/catalogue/names.js
// Names as effects write them (`"x".y`), looked up as the server would.
const PART = /"((?:[^"]|"")*)"|[^."]+/g;
/** The parts of a name that `dotted` put together. */
function partsOf(name) {
    if (!name.includes('"'))
        return name.split('.');
    return [...name.matchAll(PART)].map(([part, quoted]) => quoted?.replaceAll('""', '"') ?? part);
}
const NONE = (/* unused pure expression or super */ null && ([]));
/** What a schema holds, by name. */
class Names {
    #byName = new Map();
    constructor(items) {
        for (const item of items) {
            const same = this.#byName.get(item.name);
            if (same)
                same.push(item);
            else
                this.#byName.set(item.name, [item]);
        }
    }
    /** Those of a name with its schema; none for a name without. */
    exact(name) {
        return this.all(name, NONE);
    }
    /** Everything that a call by this name may reach. */
    all(name, scope) {
        const [found, schema] = this.#named(name);
        if (found.length === 0)
            return NONE;
        if (schema !== undefined)
            return found.filter((item) => item.schema === schema);
        return scope ? found.filter((item) => scope.includes(item.schema)) : found;
    }
    /** What the name means: the first of the scope. */
    first(name, scope) {
        const found = this.all(name, scope);
        if (!scope || found.length < 2)
            return found;
        for (const schema of scope) {
            const here = found.filter((item) => item.schema === schema);
            if (here.length > 0)
                return here;
        }
        return found;
    }
    #named(name) {
        const plain = this.#byName.get(name);
        if (plain && !name.includes('.'))
            return [plain, undefined];
        const parts = partsOf(name);
        return [this.#byName.get(parts.at(-1) ?? '') ?? NONE, parts.at(-2)];
    }
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

;// CONCATENATED MODULE: ./lib/sql/keys.js




const CHANGES = /^[cnd]$/;
const CASCADES = 'c';
/** What the constraint refers to; undefined for others. `column`: the one that it stands at. */
function keyOf(constraint, relation, column) {
    if (constraint?.contype !== 'CONSTR_FOREIGN')
        return undefined;
    const listed = parts(constraint.fk_attrs);
    const referred = parts(constraint.pk_attrs);
    return {
        relation,
        columns: listed.length > 0 || column === undefined ? listed : [column],
        refers: relationName(constraint.pktable),
        ...(referred.length > 0 && { referred }),
        onDelete: CHANGES.test(constraint.fk_del_action ?? ''),
        onUpdate: CHANGES.test(constraint.fk_upd_action ?? ''),
    };
}
/** `made`: the same statement makes the table. Rows of a table that the text has made are no older than the key. */
function noteKey(constraint, relation, c, { column, made = false } = {}) {
    const name = c.mention(relation);
    const key = keyOf(constraint, name, column);
    if (!key)
        return;
    if (constraint?.fk_upd_action === CASCADES)
        carried(key, relation, c);
    if (made || c.isTemporary(relation) || (c.topLevel && c.isNew(relation)))
        return;
    const actions = [...(key.onDelete ? ['ON DELETE'] : []), ...(key.onUpdate ? ['ON UPDATE'] : [])];
    const column_ = constraint?.conname ?? column;
    c.on('create', 'foreign-key', relation, {
        ...(column_ !== undefined && { column: column_ }),
        detail: [`to ${key.refers}`, ...actions].join(', '),
        lock: lockOf('foreign key'),
    });
    c.refer(key);
}
/** A key that changes is written down in the column that refers to it. */
function carried({ columns, refers, referred }, relation, c) {
    const own = relationName(relation);
    const name = relation?.relpersistence === 't' && !relation.schemaname ? `pg_temp.${own}` : own;
    columns.forEach((column, index) => {
        c.flow({ relation: name, column, sources: [`${refers}.${referred?.[index] ?? '*'}`], same: true });
    });
}
const CHANGED = new Set(['table', 'cascade']);
/** What the keys take along with the effect. `assigned`: columns that an UPDATE may change; undefined for any. */
function takenAlong({ action, object, name, rows, cascade, temporary, via = [] }, keys, assigned, behind) {
    if (name === undefined || rows === 'none' || temporary || !CHANGED.has(object))
        return [];
    const touched = keys.filter((key) => {
        if (action === 'delete')
            return key.onDelete;
        if (action === 'truncate')
            return cascade === true;
        return action === 'update' && key.onUpdate && changes(key, object === 'cascade' ? undefined : assigned);
    });
    if (touched.length === 0)
        return [];
    const names = behind(name);
    return touched
        .filter(({ refers }) => isOpen(refers) || isOpen(name) || names.has(lastPart(refers)))
        .map(({ relation }) => ({
        action: action,
        object: 'cascade',
        name: relation,
        rows: 'unknown',
        detail: 'a foreign key that this transaction makes',
        stored: true,
        via: [...via, 'cascade'],
    }));
}
const changes = ({ referred }, assigned) => !assigned || !referred || referred.some((column) => assigned.includes(dotted([column])));
/** Which table it is comes at run time. */
const isOpen = (name) => name.includes('*') || hasHoles(name);
const lastPart = (name) => dotted([partsOf(name).at(-1) ?? '']);
/** The name, without schema, and what it shows or was called before. */
function namesBehind(name, flows) {
    const found = new Set([lastPart(name)]);
    for (const each of found)
        for (const { relation, sources, view, named } of flows)
            if ((view || named) && relation !== undefined && lastPart(relation) === each)
                for (const source of sources)
                    found.add(dotted([partsOf(source).at(-2) ?? '']));
    return found;
}

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
    // What a name in a body means.
    'plpgsql.variable_conflict': 'text',
    role: 'identity',
    session_authorization: 'identity',
    row_security: 'protection',
    // By its counters it is known how many rows a transaction changed.
    track_counts: 'protection',
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
    'plpgsql.variable_conflict': /^error$/i,
    row_security: /^(on|true|yes|1)$/i,
    track_counts: /^(on|true|yes|1)$/i,
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

;// CONCATENATED MODULE: ./lib/sql/reach.js



const reach_NONE = { taken: [], hung: [] };
const words = (text) => new Set(text.trim().split(/\s+/));
/** What one namespace holds. ALTER INDEX renames tables too. */
const RELATIONS = words('table view materialized-view foreign-table sequence index type');
/** A relation goes with one of these only by CASCADE. */
const PARTS = words(`column constraint foreign-key default trigger policy rule function aggregate operator domain statistics statistic-ext collation
  text-search publication role row-security replica-identity foreign-options security-option security-definer
  security-label trigger-firing`);
const ROWS = words('table column cascade');
const RIGHTS = words(`${[...RELATIONS].join(' ')} column function domain default language large-object`);
/** Triggers and rules run where the rows of their table change. */
const HOOKS = words('trigger trigger-firing rule');
/** The table takes the sequence along from here on. */
const OWNED_BY = 'owned by ';
const of = (objects) => (effect) => objects.has(effect.object) ? reach_NONE : 'all';
const calm = () => reach_NONE;
const REACH = {
    read: calm,
    'copy-in': calm,
    'copy-out': calm,
    lock: calm,
    scan: calm,
    rewrite: calm,
    maintain: calm,
    notify: calm,
    comment: calm,
    explain: calm,
    cursor: calm,
    expose: calm,
    prepare: calm,
    // Rows of the catalogue are names and settings.
    insert: of(ROWS),
    update: of(ROWS),
    delete: of(ROWS),
    truncate: of(ROWS),
    grant: of(RIGHTS),
    revoke: of(RIGHTS),
    own: of(RIGHTS),
    execute: of(words('block')),
    call: of(words('sequence sleep')),
    set: ({ object, name = '' }) => (object === 'setting' && !movesNames(name) ? reach_NONE : 'all'),
    create({ object, name = '', cascade }) {
        if (cascade)
            return 'all';
        if (object === 'schema' || object === 'index')
            return reach_NONE;
        if (!RELATIONS.has(object))
            return parted(object, name);
        // A view passes changes on, whatever else has its name.
        return { taken: [reach_lastPart(name)], hung: /view|foreign/.test(object) ? [reach_lastPart(name)] : [] };
    },
    alter({ object, name = '', detail }) {
        if (detail === FOREIGN_KEY)
            return { taken: [], hung: [reach_lastPart(name)] };
        return RELATIONS.has(object) ? reach_NONE : parted(object, name);
    },
    rename: renamed,
    move: renamed,
    drop({ object, name = '', cascade }) {
        if (cascade)
            return 'all';
        return RELATIONS.has(object) ? { taken: [reach_lastPart(name)], hung: [] } : parted(object, '');
    },
    transaction({ object, detail = '' }) {
        if (object !== 'transaction')
            return /^(mode|constraints|commit)$/.test(object) ? reach_NONE : 'all';
        return /^(begin|start|savepoint|release|commit)$/.test(detail) ? reach_NONE : 'all';
    },
};
/** What the effect of an UPDATE says that fills only columns which nobody has filled before. */
const NEW_COLUMNS = 'new columns';
/** What the catalogue says of a column that a child table has already. */
const MERGED = 'merged with the column of a child';
/** A row of another table refers to it. */
const FOREIGN_KEY = 'referenced by a foreign key';
function reachOf(effect) {
    // Any name may be meant.
    if (MOVES.has(effect.action) && effect.name?.includes('*'))
        return 'all';
    return REACH[effect.action]?.(effect) ?? 'all';
}
const MOVES = words('create alter rename move drop');
/** The old name, and the one that it goes by next. */
function renamed({ object, name = '', detail = '', cascade }) {
    if (cascade)
        return 'all';
    if (!RELATIONS.has(object))
        return parted(object, '');
    const given = detail.startsWith('to ') ? [reach_lastPart(detail.slice('to '.length))] : [];
    return { taken: [reach_lastPart(name), ...given], hung: [] };
}
/** `name`: of the relation that it is made on. */
function parted(object, name) {
    if (!PARTS.has(object))
        return 'all';
    return name !== '' && HOOKS.has(object) ? { taken: [], hung: [reach_lastPart(name)] } : reach_NONE;
}
/** Code comes along with the rows of that table from here on, or may. */
const hooks = ({ action, object }) => (action === 'create' || action === 'alter') && HOOKS.has(object);
/** `items` of `public.items`. */
const reach_lastPart = (name) => dotted([partsOf(name).at(-1) ?? '']);

;// CONCATENATED MODULE: ./lib/sql/names.js

const KEPT = 2000;
const TAKES = new Set(['delete', 'truncate', 'drop']);
const JOINS = new Set(['inheritance', 'partition']);
const LOST = new Set(['table', 'column']);
class names_Names {
    /** By the last part of the name; whether it ends with the transaction. */
    #temporary = new Map();
    /** Tables that others do not use yet, as written. */
    #tables = new Map();
    /** Columns that were not there before, by table as written. */
    #columns = new Map();
    /** Names that a view has, or a table with code behind it: no matter what else is called so. */
    #veiled = new Set();
    /** Names of tables whose rows take others along. */
    #referred = new Set();
    /** Names of tables that take along what was there before: sequences. */
    #owners = new Set();
    /** Code that may come along with the rows of any table was made. */
    #hooked = false;
    /** Code that moves names was made, and runs when something sets it off. */
    #clouded = false;
    /** Code that moves names was set off, and may run once more: a trigger that waits for the end. */
    #shut = false;
    /** The search path may come back at the end of the transaction. */
    #moved = false;
    get any() {
        return this.#temporary.size + this.#tables.size + this.#columns.size > 0;
    }
    get clouded() {
        return this.#clouded;
    }
    /** Temporary tables that stay when the transaction has ended. */
    get lasting() {
        return [...this.#temporary].flatMap(([name, ends]) => (ends ? [] : name));
    }
    get tables() {
        return [...this.#tables.keys()];
    }
    /** By the last part of its name. */
    isTemporary(name) {
        return this.#temporary.has(name);
    }
    /** A view, or code, may be behind that name. */
    isVeiled(last) {
        return this.#veiled.has(last);
    }
    isTable(name) {
        return this.#tables.has(name);
    }
    /** What this does to the table takes nothing away that was there before the transaction. */
    isFresh(name, { action, object }) {
        const made = this.#tables.get(name);
        const last = reach_lastPart(name);
        if (!made?.fresh || this.#referred.has(last))
            return false;
        if (this.#veiled.has(last) || this.#temporary.has(last))
            return false;
        if (this.#owners.has(last) && (action === 'drop' || action === 'truncate'))
            return false;
        return TAKES.has(action) || (action === 'update' && object === 'table' && made.alike !== true);
    }
    /** All of the columns are new. */
    hasColumns(table, columns) {
        const known = this.#columns.get(table);
        return known !== undefined && columns.length > 0 && columns.every((column) => known.has(column));
    }
    /** A temporary table that is surely there. `ends`: with the transaction. */
    addTemporary(name, ends) {
        if (this.#shut || this.#clouded || this.#veiled.has(name))
            return;
        this.#bound();
        this.#temporary.set(name, ends);
    }
    /** A table that was surely not there before; not a temporary one. */
    addTable(name, made) {
        const last = reach_lastPart(name);
        if (this.#shut || /^"?pg_/.test(last))
            return;
        this.#bound();
        this.#tables.set(name, { ...made, fresh: made.fresh && !this.#clouded });
    }
    /** A column that was surely not there before. */
    addColumn(table, column) {
        const last = reach_lastPart(table);
        if (this.#shut || this.#hooked || this.#veiled.has(last) || this.#temporary.has(last))
            return;
        this.#bound();
        this.#columns.set(table, (this.#columns.get(table) ?? new Set()).add(column));
    }
    /**
     * It happens, or happens `later` when something sets it off. True when a name may mean something else now.
     * To be called before what it makes is added.
     */
    sees(effect, later = false) {
        const { action, object, name = '', detail } = effect;
        const reach = reachOf(effect);
        if (hooks(effect))
            this.#hook(reach_lastPart(name), later);
        if (detail === FOREIGN_KEY)
            this.#referred.add(reach_lastPart(name));
        if (detail?.startsWith(OWNED_BY))
            this.#owners.add(reach_lastPart(detail.slice(OWNED_BY.length)));
        // Children come along with their parents, and with what they have in a column that is new there.
        if (action === 'alter' && JOINS.has(object))
            this.hook();
        if (later) {
            this.#clouded ||= reach === 'all' || (reach.taken.length > 0 && action !== 'create');
            if (reach !== 'all' && detail !== FOREIGN_KEY)
                for (const last of reach.hung)
                    this.#veil(last);
            return false;
        }
        if (action === 'set' && reach === 'all')
            this.#moved = true;
        if (TAKES.has(action) && LOST.has(object) && !effect.temporary)
            this.#loses();
        if (object === 'column' && (action === 'rename' || action === 'drop'))
            this.#forgetColumns(reach_lastPart(name));
        if (reach === 'all')
            this.forget();
        else {
            for (const last of reach.taken)
                this.#leaves(last);
            for (const last of reach.hung)
                if (detail !== FOREIGN_KEY)
                    this.#veil(last);
        }
        if (action === 'transaction' && (object === 'commit' || detail === 'commit'))
            this.#commits();
        return reach === 'all' || (reach.taken.length > 0 && action !== 'create');
    }
    /** A function that triggers may call already is another one now. */
    hook() {
        this.#hooked = true;
        this.#columns.clear();
    }
    /** Nothing is certain until the transaction is over. */
    shut() {
        this.#shut = true;
        this.forget();
    }
    /** What was made is told with what sets it off. */
    shown() {
        this.#clouded = false;
    }
    /** Nothing is open: what is there is there for all, and nothing of it waits to run. */
    idle() {
        this.#hooked = false;
        this.#clouded = false;
        this.#shut = false;
        this.#loses();
        this.#columns.clear();
    }
    /** Any name may mean anything. */
    forget() {
        this.#temporary.clear();
        this.#tables.clear();
        this.#columns.clear();
    }
    forgetColumns() {
        this.#columns.clear();
    }
    /** The transaction ends with what it has done. Others may fill columns and tables from here on. */
    #commits() {
        if (this.#moved || this.#clouded)
            this.forget();
        this.#moved = false;
        // Children go with their parents.
        if ([...this.#temporary.values()].some(Boolean))
            this.#temporary.clear();
        this.#loses();
        this.#columns.clear();
    }
    /** What was made here may hold the only copy of rows that went away, or others fill it. */
    #loses() {
        for (const [name, made] of this.#tables)
            this.#tables.set(name, { ...made, fresh: false });
    }
    /** Another relation may have the name now, also when it is written with its schema. */
    #leaves(last) {
        this.#temporary.delete(last);
        this.#forgetColumns(last);
        for (const table of this.#tables.keys())
            if (reach_lastPart(table) === last)
                this.#tables.delete(table);
    }
    #veil(last) {
        this.#veiled.add(last);
        this.#temporary.delete(last);
        this.#forgetColumns(last);
    }
    #forgetColumns(last) {
        for (const table of this.#columns.keys())
            if (reach_lastPart(table) === last)
                this.#columns.delete(table);
    }
    /** A table of our own is no other's child, so its triggers are its own matter. */
    #hook(last, later) {
        if (later || !this.tables.some((table) => reach_lastPart(table) === last))
            this.hook();
        else
            this.#forgetColumns(last);
    }
    #bound() {
        if (this.#temporary.size + this.#tables.size + this.#columns.size > KEPT)
            this.forget();
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
/** The letter I has another partner in Turkish. */
const cased = (text) => plain(text) && !/i/i.test(text);
const FUNCTIONS = {
    chr: () => undefined,
    lower: (text) => (cased(text) ? text.toLowerCase() : undefined),
    upper: (text) => (cased(text) ? text.toUpperCase() : undefined),
    btrim: (text, ...more) => (more.length === 0 ? text?.replace(/^ +| +$/g, '') : undefined),
    reverse: (text) => (plain(text) ? [...text].reverse().join('') : undefined),
    replace: (text, from, to) => (from && to !== undefined ? text?.replaceAll(from, () => to) : undefined),
};
const ascii = (code) => code > 0 && code < 0x80 ? String.fromCharCode(code) : undefined;

;// CONCATENATED MODULE: ./lib/sql/values.js
// Values of constants with what the server takes them for, compared and computed as it does, wherever it runs.
// Undefined where that may differ.
const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i;
const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i;
/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
const exact = (number) => Number.isSafeInteger(number) ? number : undefined;
/** As the server reads a whole number: more digits might be rounded here. */
const whole = (text) => /^[ \t\n\r\f\v]*[+-]?\d{1,15}[ \t\n\r\f\v]*$/.test(text) ? exact(Number(text)) : undefined;
const made = (kind, value) => value === undefined ? undefined : { kind, value };
const TYPES = {
    bool: 'bool',
    int2: 'number',
    int4: 'number',
    int8: 'number',
    numeric: 'number',
    float8: 'number',
    text: 'text',
    varchar: 'varchar',
};
/** A cast to a type of pg_catalog, without a length. */
function cast(from, type) {
    const kind = TYPES[type];
    return from && kind ? convert(from, kind) : undefined;
}
function convert({ value, kind: from }, kind) {
    if (value === null || from === kind)
        return { kind, value };
    if (kind === 'bool')
        return made(kind, truth(value));
    if (kind === 'number')
        return made(kind, typeof value === 'string' ? whole(value) : value === true ? 1 : value === false ? 0 : undefined);
    // A number keeps its digits behind the point, which are gone here.
    return typeof value === 'number' ? undefined : { kind, value: String(value) };
}
function truth(value) {
    if (typeof value !== 'string')
        return typeof value === 'boolean' ? value : value !== 0;
    const text = value.trim();
    return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined;
}
/** All of them as the type that they have in common, as in IN, CASE and COALESCE. */
function unify(values) {
    const kinds = new Set(values.map(({ kind }) => kind).filter((kind) => kind !== 'unknown'));
    if (kinds.size > 1 || kinds.has('varchar'))
        return undefined;
    const [kind = 'text'] = kinds;
    const found = values.flatMap((value) => (value.kind === kind ? value : (convert(value, kind) ?? [])));
    return found.length === values.length ? found : undefined;
}
/** Equality that takes two nulls as equal: IS NOT DISTINCT FROM. */
function same(left, right) {
    if (left.value === null || right.value === null)
        return left.value === right.value;
    const equal = binary('=', left, right)?.value;
    return typeof equal === 'boolean' ? equal : undefined;
}
/** An operator of pg_catalog. */
function binary(name, left, right) {
    const operands = OPERATORS.has(name) ? unify([left, right]) : undefined;
    const [a, b] = operands ?? [];
    if (!a || !b)
        return undefined;
    if (a.value === null || b.value === null)
        return { kind: resultOf(name, a.kind), value: null };
    if (name === '||')
        return a.kind === 'text' ? { kind: 'text', value: `${a.value}${b.value}` } : undefined;
    if (name === '=' || name === '<>') {
        const equal = equality(a.value, b.value);
        return equal === undefined ? undefined : { kind: 'bool', value: equal === (name === '=') };
    }
    // The order of texts depends on the collation.
    if (typeof a.value !== 'number' || typeof b.value !== 'number')
        return undefined;
    const value = arithmetic(name, a.value, b.value);
    return made(typeof value === 'boolean' ? 'bool' : 'number', value);
}
const OPERATORS = new Set(['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '||']);
const resultOf = (name, kind) => (/^(\+|-|\*|\|\|)$/.test(name) ? kind : 'bool');
const isAscii = (value) => typeof value !== 'string' || /^[\0-\x7f]*$/.test(value);
/** Other characters may become the same on their way into the encoding of the server. */
const equality = (a, b) => a === b ? true : isAscii(a) && isAscii(b) ? false : undefined;
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
/** A sign; other operators in front compute something else. */
const signed = (name, { kind, value }) => kind === 'number' && typeof value === 'number' && (name === '-' || name === '+')
    ? { kind, value: name === '-' ? -value : value }
    : undefined;
/** NULLIF */
function differing(left, right) {
    const [a, b] = unify([left, right]) ?? [];
    const equal = a && b && same(a, b);
    return equal === undefined ? undefined : equal ? { kind: a?.kind ?? 'text', value: null } : a;
}
/** LIKE; `plain` when it is not ILIKE. */
function like(text, pattern, { negated, plain }) {
    if (typeof text !== 'string' || typeof pattern !== 'string')
        return undefined;
    if (/^%+$/.test(pattern))
        return !negated;
    return plain && !/[%_\\]|[^\0-\x7f]/.test(pattern + text) ? (text === pattern) !== negated : undefined;
}
/** IS TRUE and its like. */
function truthTest(value, test) {
    if (value === undefined)
        return undefined;
    const negated = test?.includes('_NOT_') ?? false;
    const wanted = test?.endsWith('TRUE') ? true : test?.endsWith('FALSE') ? false : null;
    return (value === wanted) !== negated;
}

;// CONCATENATED MODULE: ./lib/sql/constants.js



/** The value of a constant expression; undefined when it is none, or none that we fold. */
function fold(node) {
    return typed(node)?.value;
}
/** The value of a condition: an untyped literal is read as a boolean. */
function truthOf(node) {
    const found = typed(node);
    if (found?.kind !== 'unknown' && found?.kind !== 'bool')
        return undefined;
    const value = convert(found, 'bool')?.value;
    return typeof value === 'boolean' || value === null ? value : undefined;
}
const bool = (value) => value === undefined ? undefined : { kind: 'bool', value };
function typed(node) {
    if (node === undefined)
        return undefined;
    const constant = as(node, 'A_Const');
    if (constant)
        return literal(constant);
    const casting = as(node, 'TypeCast');
    if (casting)
        return castTo(casting);
    const logical = as(node, 'BoolExpr');
    if (logical)
        return bool(logic(logical));
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
        const found = typed(test.arg);
        return found && bool((found.value === null) === (test.nulltesttype === 'IS_NULL'));
    }
    const truth = as(node, 'BooleanTest');
    if (truth)
        return bool(truthTest(truthOf(truth.arg), truth.booltesttype));
    const list = as(node, 'CoalesceExpr');
    if (list) {
        const values = allTyped(list.args);
        return values?.find(({ value }) => value !== null) ?? values?.[0];
    }
    return subselect(node);
}
/** All of them, as their common type. */
function allTyped(nodes = []) {
    const values = nodes.flatMap((node) => typed(node) ?? []);
    return values.length === nodes.length ? unify(values) : undefined;
}
function literal(constant) {
    if (constant.isnull)
        return { kind: 'unknown', value: null };
    if (constant.boolval)
        return { kind: 'bool', value: constant.boolval.boolval ?? false };
    if (constant.ival)
        return { kind: 'number', value: constant.ival.ival ?? 0 };
    if (constant.sval)
        return { kind: 'unknown', value: constant.sval.sval ?? '' };
    const text = constant.fval?.fval ?? '';
    const value = /^\d{1,15}$/.test(text) ? exact(Number(text)) : undefined;
    return value === undefined ? undefined : { kind: 'number', value };
}
/** A length cuts the value; an array is another type, and so is one of a user by the same name. */
function castTo({ arg, typeName }) {
    const names = parts(typeName?.names);
    if (!isBuiltIn(names) || typeName?.typmods || typeName?.arrayBounds || typeName?.setof)
        return undefined;
    return cast(typed(arg), names.at(-1) ?? '');
}
const isBuiltIn = (names) => names.length === 1 || (names.length === 2 && names[0] === 'pg_catalog');
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
    if (!isBuiltIn(names))
        return undefined;
    if (node.kind === 'AEXPR_IN')
        return bool(member(node, name));
    if (node.kind === 'AEXPR_BETWEEN')
        return bool(between(node));
    const right = typed(node.rexpr);
    if (right === undefined)
        return undefined;
    if (node.lexpr === undefined)
        return node.kind === 'AEXPR_OP' ? signed(name, right) : undefined;
    const left = typed(node.lexpr);
    if (left === undefined)
        return undefined;
    switch (node.kind) {
        case 'AEXPR_OP':
            return binary(name, left, right);
        case 'AEXPR_DISTINCT':
        case 'AEXPR_NOT_DISTINCT': {
            const equal = same(left, right);
            return equal === undefined ? undefined : bool(equal === (node.kind === 'AEXPR_NOT_DISTINCT'));
        }
        case 'AEXPR_NULLIF':
            return differing(left, right);
        case 'AEXPR_LIKE':
        case 'AEXPR_ILIKE':
            return bool(like(left.value, right.value, {
                negated: name.startsWith('!'),
                plain: node.kind === 'AEXPR_LIKE',
            }));
        default:
            return undefined;
    }
}
function member(node, name) {
    const items = as(node.rexpr, 'List')?.items ?? [];
    const [left, ...values] = allTyped([node.lexpr, ...items]) ?? [];
    if (!left || values.length === 0 || (name !== '=' && name !== '<>'))
        return undefined;
    if (left.value === null)
        return null;
    const equal = values.map((value) => (value.value === null ? null : same(left, value)));
    if (equal.includes(true))
        return name === '=';
    if (equal.includes(undefined))
        return undefined;
    return equal.includes(null) ? null : name !== '=';
}
function between(node) {
    const [value, low, high] = [node.lexpr, ...(as(node.rexpr, 'List')?.items ?? [])].map((each) => fold(each));
    if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number')
        return undefined;
    return low <= value && value <= high;
}
function choose({ arg, args = [], defresult }) {
    const cases = args.flatMap((node) => as(node, 'CaseWhen') ?? []);
    const results = allTyped([...cases.map(({ result }) => result), ...(defresult ? [defresult] : [])]);
    const found = arg === undefined ? undefined : typed(arg);
    // An untyped subject is a text, whatever it is compared with.
    const subject = found?.kind === 'unknown' ? convert(found, 'text') : found;
    if (!results || (arg !== undefined && subject === undefined))
        return undefined;
    for (const [index, { expr }] of cases.entries()) {
        const met = subject === undefined ? truthOf(expr) : equals(subject, typed(expr));
        if (met === undefined)
            return undefined;
        if (met)
            return results[index];
    }
    return defresult ? results.at(-1) : { kind: results[0]?.kind ?? 'text', value: null };
}
/** CASE's own comparison: null equals nothing. */
function equals(left, right) {
    if (right === undefined)
        return undefined;
    return left.value === null || right.value === null ? false : same(left, right);
}
/** With other arguments it may be another function of that name. */
function compute(call) {
    const { funcname, args = [], funcformat: _format, location: _location, ...rest } = call;
    const names = parts(funcname);
    if (!isBuiltIn(names) || Object.keys(rest).length > 0)
        return undefined;
    const values = args.flatMap((arg) => typed(arg) ?? []);
    if (values.length < args.length || values.some(({ kind }) => kind === 'varchar'))
        return undefined;
    const value = computeText(names.at(-1) ?? '', values.map((each) => each.value));
    return value === undefined ? undefined : { kind: 'text', value };
}
/** `(SELECT constant)` and `EXISTS (SELECT constants)`: nothing else in it, so it is one row. */
function subselect(node) {
    const link = as(node, 'SubLink');
    const select = as(link?.subselect, 'SelectStmt');
    if (!link || !select)
        return undefined;
    const { targetList = [], limitOption, op, ...rest } = select;
    if (Object.keys(rest).length > 0 || op !== 'SETOP_NONE' || limitOption !== 'LIMIT_OPTION_DEFAULT')
        return undefined;
    const values = targetList.flatMap((item) => typed(as(item, 'ResTarget')?.val) ?? []);
    if (values.length < targetList.length)
        return undefined;
    if (link.subLinkType === 'EXISTS_SUBLINK')
        return bool(true);
    const [only] = values;
    if (link.subLinkType !== 'EXPR_SUBLINK' || !only || values.length > 1)
        return undefined;
    return only.kind === 'unknown' ? convert(only, 'text') : only;
}

;// CONCATENATED MODULE: ./lib/sql/data/extensions.js
// Names of functions of extensions that only compute. Another function may have such a name: the catalogue tells.
/** Of citext, fuzzystrmatch, hstore, pgcrypto, pg_trgm, timescaledb, unaccent, uuid-ossp and vector. */
const COMPUTING = `
armor citext cosine_distance crypt dearmor decrypt decrypt_iv digest dmetaphone dmetaphone_alt
encrypt encrypt_iv gen_random_bytes gen_salt hmac hstore hstore_to_array hstore_to_json
hstore_to_json_loose hstore_to_jsonb hstore_to_jsonb_loose hstore_to_matrix inner_product l2_distance
levenshtein levenshtein_less_equal metaphone pgp_armor_headers pgp_key_id pgp_pub_decrypt
pgp_pub_decrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_decrypt pgp_sym_decrypt_bytea
pgp_sym_encrypt pgp_sym_encrypt_bytea show_trgm similarity soundex strict_word_similarity time_bucket
unaccent uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5
uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500 word_similarity
`;
/**
 * Of PostGIS 3.3, without rasters, topologies and what runs a text that it is given:
 * `grep -oiE 'create (or replace )?(function|aggregate) st_\\w+' postgis--3.3.2.sql`.
 */
const POSTGIS = `
st_3dclosestpoint st_3ddfullywithin st_3ddistance st_3ddwithin st_3dextent st_3dintersects
st_3dlength st_3dlineinterpolatepoint st_3dlongestline st_3dmakebox st_3dmaxdistance st_3dperimeter
st_3dshortestline st_addmeasure st_addpoint st_affine st_angle st_area st_area2d st_asbinary
st_asencodedpolyline st_asewkb st_asewkt st_asflatgeobuf st_asgeobuf st_asgeojson st_asgml
st_ashexewkb st_askml st_aslatlontext st_asmarc21 st_asmvt st_asmvtgeom st_assvg st_astext st_astwkb
st_asx3d st_azimuth st_bdmpolyfromtext st_bdpolyfromtext st_boundary st_boundingdiagonal
st_box2dfromgeohash st_buffer st_buildarea st_centroid st_chaikinsmoothing st_cleangeometry
st_clipbybox2d st_closestpoint st_closestpointofapproach st_clusterdbscan st_clusterintersecting
st_clusterkmeans st_clusterwithin st_collect st_collectionextract st_collectionhomogenize
st_combinebbox st_concavehull st_contains st_containsproperly st_convexhull st_coorddim st_coveredby
st_covers st_cpawithin st_crosses st_curvetoline st_delaunaytriangles st_dfullywithin st_difference
st_dimension st_disjoint st_distance st_distancecpa st_distancesphere st_distancespheroid st_dump
st_dumppoints st_dumprings st_dumpsegments st_dwithin st_endpoint st_envelope st_equals
st_estimatedextent st_expand st_extent st_exteriorring st_filterbym st_flipcoordinates st_force2d
st_force3d st_force3dm st_force3dz st_force4d st_forcecollection st_forcecurve st_forcepolygonccw
st_forcepolygoncw st_forcerhr st_forcesfs st_frechetdistance st_fromflatgeobuf st_generatepoints
st_geogfromtext st_geogfromwkb st_geographyfromtext st_geohash st_geomcollfromtext st_geomcollfromwkb
st_geometricmedian st_geometryfromtext st_geometryn st_geometrytype st_geomfromewkb st_geomfromewkt
st_geomfromgeohash st_geomfromgeojson st_geomfromgml st_geomfromkml st_geomfrommarc21 st_geomfromtext
st_geomfromtwkb st_geomfromwkb st_gmltosql st_hasarc st_hausdorffdistance st_hexagon st_hexagongrid
st_interiorringn st_interpolatepoint st_intersection st_intersects st_isclosed st_iscollection
st_isempty st_ispolygonccw st_ispolygoncw st_isring st_issimple st_isvalid st_isvaliddetail
st_isvalidreason st_isvalidtrajectory st_length st_length2d st_length2dspheroid st_lengthspheroid
st_letters st_linecrossingdirection st_linefromencodedpolyline st_linefrommultipoint st_linefromtext
st_linefromwkb st_lineinterpolatepoint st_lineinterpolatepoints st_linelocatepoint st_linemerge
st_linestringfromwkb st_linesubstring st_linetocurve st_locatealong st_locatebetween
st_locatebetweenelevations st_longestline st_m st_makebox2d st_makeenvelope st_makeline st_makepoint
st_makepointm st_makepolygon st_makevalid st_maxdistance st_maximuminscribedcircle st_memcollect
st_memsize st_memunion st_minimumboundingcircle st_minimumboundingradius st_minimumclearance
st_minimumclearanceline st_mlinefromtext st_mlinefromwkb st_mpointfromtext st_mpointfromwkb
st_mpolyfromtext st_mpolyfromwkb st_multi st_multilinefromwkb st_multilinestringfromtext
st_multipointfromtext st_multipointfromwkb st_multipolyfromwkb st_multipolygonfromtext st_ndims
st_node st_normalize st_npoints st_nrings st_numgeometries st_numinteriorring st_numinteriorrings
st_numpatches st_numpoints st_offsetcurve st_orderingequals st_orientedenvelope st_overlaps st_patchn
st_perimeter st_perimeter2d st_point st_pointfromgeohash st_pointfromtext st_pointfromwkb
st_pointinsidecircle st_pointm st_pointn st_pointonsurface st_points st_pointz st_pointzm
st_polyfromtext st_polyfromwkb st_polygon st_polygonfromtext st_polygonfromwkb st_polygonize
st_project st_quantizecoordinates st_reduceprecision st_relate st_relatematch st_removepoint
st_removerepeatedpoints st_reverse st_rotate st_rotatex st_rotatey st_rotatez st_scale st_scroll
st_segmentize st_seteffectivearea st_setpoint st_setsrid st_sharedpaths st_shiftlongitude
st_shortestline st_simplify st_simplifypolygonhull st_simplifypreservetopology st_simplifyvw st_snap
st_snaptogrid st_split st_square st_squaregrid st_srid st_startpoint st_subdivide st_summary
st_swapordinates st_symdifference st_symmetricdifference st_tileenvelope st_touches st_transform
st_translate st_transscale st_triangulatepolygon st_unaryunion st_union st_voronoilines
st_voronoipolygons st_within st_wkbtosql st_wkttosql st_wrapx st_x st_xmax st_xmin st_y st_ymax
st_ymin st_z st_zmax st_zmflag st_zmin
`;

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

;// CONCATENATED MODULE: ./lib/sql/functions.js





const functions_words = (text) => text.trim().split(/\s+/);
const STEADY_NAMES = new Set(functions_words(STEADY));
const VOLATILE_NAMES = new Set(functions_words(VOLATILE));
/** Volatile, yet nothing is lost by calling them: clocks, randomness, sizes, positions. */
const HARMLESS = new RegExp(`^(${[
    'array_sample|array_shuffle|bernoulli|system|clock_timestamp|timeofday|current_query|currtid2|currval|lastval|nextval',
    'gen_random_uuid|uuidv4|uuidv7|random|random_normal|setseed|txid_status|unique_key_recheck|suppress_redundant_updates_trigger',
    'tsvector_update_trigger|tsvector_update_trigger_column|brin_summarize_new_values|brin_summarize_range|gin_clean_pending_list',
    'pg_advisory_unlock(_shared|_all)?|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_lock_status',
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
/** Others wait for them, also tools that are about to migrate. */
const ADVISORY = /^pg_(try_)?advisory_(xact_)?lock(_shared)?$/;
/** Of extensions that compute only; trusted by name when unqualified or in the usual schemas. */
const EXTENSIONS = new Set([...functions_words(COMPUTING), ...functions_words(POSTGIS)]);
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
    if (ADVISORY.test(name))
        return { action: 'lock', object: 'advisory', name: full };
    if (schema === 'information_schema')
        return undefined;
    if (VOLATILE_NAMES.has(name))
        return HARMLESS.test(name) ? undefined : { action: 'call', object: 'administration', name: full };
    if (STEADY_NAMES.has(name) || extension(schema, name))
        return undefined;
    return { action: 'call', object: 'function', name: full };
}
const extension = (schema, name) => (schema === undefined || schema === 'public' || schema === 'extensions') && EXTENSIONS.has(name);
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

function taint_renamed(outputs, labels) {
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

;// CONCATENATED MODULE: ./lib/sql/outputs/ctes.js



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
            known.set(name, ctes_columnsOf(cte, known, outer, depth));
    }
    return known;
}
function ctes_columnsOf(cte, ctes, outer, depth) {
    const found = depth.work.query(cte.ctequery, ctes, outer, deeper(depth)) ?? [everything(cte.ctequery, ctes)];
    const outputs = taint_renamed(found, parts(cte.aliascolnames));
    // SEARCH and CYCLE add columns behind them.
    return cte.search_clause || cte.cycle_clause ? [...outputs, { ...union(outputs), star: true }] : outputs;
}
/** A recursive query sees itself: its first part, then what that makes of it, until nothing is added. */
function recursive(cte, ctes, outer, depth) {
    // Each level runs several rounds: deep ones are not worth it.
    if (depth.level > 4)
        return [everything(cte.ctequery, ctes)];
    const name = cte.ctename ?? '';
    const first = as(cte.ctequery, 'SelectStmt')?.larg;
    const start = first ? depth.work.query({ SelectStmt: first }, ctes, outer, deeper(depth)) : undefined;
    let before = start ? taint_renamed(start, parts(cte.aliascolnames)) : ctes_columnsOf(cte, ctes, outer, depth);
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
        for (const source of cte ? union(cte).sources : [`${relationName(fields)}.*`])
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
        const found = [...text.replace(/\([^)]*\)|\[[^\]]*\]/g, '').matchAll(uses_PART)].map(([, quoted, plain = '']) => (quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"')));
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
const uses_PART = /"((?:[^"]|"")+)"|(?<!%\s*)\b(?!setof\s)([\p{L}_][\p{L}\p{N}_$]*)/giu;
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
const parents = ({ inhRelations, ofTypename }, into) => {
    for (const item of nodes(inhRelations))
        model(as(item, 'RangeVar'), into);
    // `CREATE TABLE q OF pair`: the columns of a type.
    const ofType = parts(nodes(ofTypename?.names));
    if (ofType.length > 0)
        into.models.add(dotted(ofType));
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
    const { opaque: all, made: before = [], ...rest } = union(found);
    const opaque = all && found.length > 0;
    if (!opaque && rest.sources.length > 0)
        return { ...rest, opaque };
    const made = [...before, ...codeIn(value)];
    return { ...rest, opaque, ...(made.length > 0 && { made }) };
}
function linked(node, ctes, scope, depth) {
    const link = as(node, 'SubLink');
    const select = as(link?.subselect, 'SelectStmt');
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
        items.push(...itemsOf(node, ctes, as(node, 'RangeVar') ? [] : [...items, ...outer], depth));
    return items;
}
function itemsOf(node, ctes, outer, depth) {
    const relation = as(node, 'RangeVar');
    if (relation) {
        const name = relation.alias?.aliasname ?? relation.relname ?? '';
        const cte = relation.schemaname ? undefined : ctes.get(relation.relname ?? '');
        const labels = parts(relation.alias?.colnames);
        if (cte)
            return [{ name, outputs: taint_renamed(cte, labels) }];
        return [{ name, relation: relationName(relation), renamed: labels.length > 0 }];
    }
    const join = as(node, 'JoinExpr');
    if (join)
        return joined(join, ctes, outer, depth);
    const derived = as(node, 'RangeSubselect');
    if (derived) {
        const outputs = depth.work.query(derived.subquery, ctes, outer, deeper(depth)) ?? [unknown()];
        return [
            { name: derived.alias?.aliasname ?? '', outputs: taint_renamed(outputs, parts(derived.alias?.colnames)) },
        ];
    }
    const sample = as(node, 'RangeTableSample');
    if (sample?.relation)
        return itemsOf(sample.relation, ctes, outer, depth);
    const computed = as(node, 'RangeFunction') ?? as(node, 'RangeTableFunc') ?? as(node, 'JsonTable');
    return [
        {
            name: computed?.alias?.aliasname ?? functionName(node),
            outputs: [items_made({ ...carriedBy(node, ctes, outer, depth), star: true })],
        },
    ];
}
/** A function names its columns as it likes, also those of a row that it was given. */
const items_made = (output) => output.sources.some((source) => source.endsWith('.*')) ? nameless(output) : output;
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
        return [{ name: join.alias.aliasname ?? '', outputs: taint_renamed([star(items)], parts(join.alias.colnames)) }];
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
    const rows = (select.valuesLists ?? []).map((row) => (as(row, 'List')?.items ?? []).flatMap((value) => starred(value, known, items, scope, depth) ?? [carriedBy(value, known, scope, depth)]));
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
    const reference = as(value, 'ColumnRef');
    if (reference?.fields?.some((field) => as(field, 'A_Star')))
        return expanded(parts(reference.fields), items, scope);
    // How many columns a composite has, and what they are called, is not in the text.
    return as(value, 'A_Indirection')?.indirection?.some((step) => as(step, 'A_Star'))
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
        ...(node.returningClause?.options ?? []).flatMap((option) => as(option, 'ReturningOption')?.value ?? []),
    ];
    const rows = aliases.map((name) => ({ ...(target[0] ?? { name }), name }));
    const scope = [...items, ...rows, ...outer];
    const inserted = depth.work.query(fields.selectStmt, known, outer, deeper(depth)) ?? [];
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

;// CONCATENATED MODULE: ./lib/sql/predicates/made.js
/** Rows come to a relation, or get other values. */
const FILLS = new Set(['insert', 'copy-in', 'update']);
const made_RELATIONS = new Set(['table', 'view', 'materialized-view', 'foreign-table']);
class MadeNames {
    columns = new Set();
    relations = new Set();
    views = new Set();
    sees({ action, object, name = '', column, detail }) {
        const last = lastOf(name);
        if (FILLS.has(action) || (action === 'alter' && /inherit|partition/.test(object)))
            this.relations.add(last);
        if (action === 'create' && made_RELATIONS.has(object))
            this.relations.add(last);
        if (action === 'create' && object === 'view')
            this.views.add(last);
        if (action === 'create' && object === 'column' && column !== undefined)
            this.columns.add(column);
        if ((action === 'rename' || action === 'move') && detail?.startsWith('to ')) {
            const given = lastOf(detail.slice(3));
            this.relations.add(given);
            if (this.views.has(last))
                this.views.add(given);
        }
    }
}
/** The last part of a dotted name, as it is without quotes. */
const lastOf = (name) => {
    const part = /("(?:[^"]|"")*"|[^."]*)$/.exec(name)?.[0] ?? '';
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
};

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
    const call = as(node, 'FuncCall');
    const link = as(node, 'SubLink');
    const tested = as(node, 'NullTest')?.arg;
    if (as(node, 'ColumnRef'))
        notes.reference(node, around);
    else if (tested && as(tested, 'ColumnRef'))
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
    notes.call(parts(call.funcname));
    const counted = isCount(call) ? args[0] : undefined;
    if (counted)
        notes.trust(notes.carried(counted, around));
    else
        expression(args, around, notes);
    expression([order, filter, over], around, notes);
}
/** `count(column)` only tells which are NULL. */
function isCount({ funcname, args = [], agg_distinct: distinct, agg_order: order }) {
    const names = parts(funcname);
    const builtIn = names.length === 1 || names[0] === 'pg_catalog';
    return (builtIn &&
        names.at(-1) === 'count' &&
        args.length === 1 &&
        as(args[0], 'ColumnRef') !== undefined &&
        !distinct &&
        !order);
}
/** Whether it is NULL may be asked of columns, not of what functions of the database return. */
function nullness(node, around, notes) {
    notes.trust(notes.carried(node, around));
}
const isQuery = (node) => as(node, 'SelectStmt') !== undefined || isChange(node);
const isChange = (node) => Boolean(as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt') ?? as(node, 'MergeStmt'));

;// CONCATENATED MODULE: ./lib/sql/probes/traces.js

const traces_FUNCTIONS = /^pg_(?:current_wal_\w*lsn|walfile_name\w*|switch_wal|logical_emit_message|create_restore_point|last_wal_\w+|control_\w+|backup_st\w+|get_wal_\w+|ls_waldir|stat_get_(?:backend_)?(?:wal|io)\w*|stat_get_xact_\w+|stat_get_replication_slot\w*|get_replication_slots)$/;
const VIEWS = /^pg_(?:stat_wal\w*|stat_io|stat_replication\w*|replication_slots|stat_subscription\w*|stat_xact_\w+|stat_statements|wal_summaries)$/;
/** True for functions that read them. */
const readsTraces = (names) => traces_FUNCTIONS.test(names.at(-1) ?? '');
/** The same of views. */
const showsTraces = ({ schemaname, relname = '' }) => VIEWS.test(relname) &&
    (schemaname === undefined || schemaname === 'pg_catalog' || relname === 'pg_stat_statements');
/** EXPLAIN (ANALYZE, WAL) tells the size of the log. */
const explainsTraces = ({ options }) => enabled(options, 'wal');

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
        const fields = as(node, 'ColumnRef')?.fields ?? [];
        const path = parts(fields);
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
        if (isForeign(names))
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
    const stars = targets.some((target) => isStar(as(target, 'ResTarget')?.val));
    for (const target of targets) {
        const name = names_nameOf(target);
        if (name === undefined)
            others.push(target);
        else if (name !== '')
            known.set(name, [...(known.get(name) ?? []), target]);
    }
    const meant = (item) => {
        const sets = as(item, 'GroupingSet')?.content ?? as(item, 'RowExpr')?.args;
        if (sets)
            return sets.flatMap(meant);
        const place = as(item, 'A_Const')?.ival;
        if (place)
            return stars ? targets : targets.slice((place.ival ?? 0) - 1, place.ival ?? 0);
        const path = parts(as(item, 'ColumnRef')?.fields);
        return path.length === 1 ? [...(known.get(path[0] ?? '') ?? []), ...others] : [];
    };
    return { meant };
}
/** The server's name of an output column; empty for those that no name finds, undefined when it is not known. */
function names_nameOf(target) {
    const written = as(target, 'ResTarget');
    // A star's columns are found by their own names.
    if (!written || isStar(written.val))
        return '';
    const known = label(written);
    if (known !== undefined)
        return known;
    const link = as(written.val, 'SubLink');
    // Other columns without a name of their own are computed, and count where they stand.
    if (!link)
        return as(written.val, 'CoalesceExpr') ? 'coalesce' : '';
    const [first] = as(link.subselect, 'SelectStmt')?.targetList ?? [];
    return first && !isStar(as(first, 'ResTarget')?.val) ? names_nameOf(first) : undefined;
}
const isStar = (node) => as(node, 'ColumnRef')?.fields?.some((field) => as(field, 'A_Star')) ?? false;

;// CONCATENATED MODULE: ./lib/sql/probes/plain.js



/** Never fail, for any text. */
const TOTAL = /^(?:lower|upper|length)$/;
/** An output column that is only shown. */
function plain_shown(node, around, notes) {
    const link = as(node, 'SubLink');
    const call = as(node, 'FuncCall');
    const [argument, ...more] = call?.args ?? [];
    const names = parts(call?.funcname);
    const builtIn = names.length === 1 || names[0] === 'pg_catalog';
    const fields = as(node, 'ColumnRef')?.fields;
    if (fields)
        named(node, fields, around, notes);
    if (fields || isDefaulted(node))
        return;
    if (link?.subLinkType === 'EXPR_SUBLINK')
        notes.query(link.subselect, around, true, notes);
    else if (call &&
        as(argument, 'ColumnRef') &&
        more.length === 0 &&
        builtIn &&
        TOTAL.test(names.at(-1) ?? ''))
        notes.trust(notes.carried(argument, around));
    else if (call && isForeign(names) && !call.over && !call.agg_filter) {
        // What it returns is masked; what it is given counts.
        notes.reads(names);
        expression(call.args, around, notes);
    }
    else
        expression(node, around, notes);
}
/** `p.name` is a column, or a function of the row. */
function named(node, fields, around, notes) {
    const star = fields.some((field) => as(field, 'A_Star'));
    if (fields.length < 2 || star)
        return;
    for (const source of notes.carried(node, around).sources)
        notes.trusted.add(source);
}
/** `coalesce(column, 'text')`: the constant takes the column's type, so nothing is cast. */
function isDefaulted(node) {
    const args = as(node, 'CoalesceExpr')?.args ?? [];
    const constants = args.filter((arg) => as(arg, 'A_Const')?.sval ?? as(arg, 'A_Const')?.isnull);
    return args.length > 0 && as(args[0], 'ColumnRef') !== undefined && constants.length === args.length - 1;
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
            plain_shown(as(target, 'ResTarget')?.val, inside, notes);
        else
            column(target, items, inside, notes);
    const { distinctClause = [], groupClause = [], sortClause = [] } = select;
    // DISTINCT without ON is a list of one empty node.
    const distinct = distinctClause.filter((item) => Object.keys(item).length > 0);
    if (distinct.length < distinctClause.length)
        for (const target of targetList)
            column(target, items, inside, notes);
    const places = [...distinct, ...groupClause, ...sortClause.map((sort) => as(sort, 'SortBy')?.node)];
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
        const cte = as(node, 'CommonTableExpr');
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
    const join = as(node, 'JoinExpr');
    const derived = as(node, 'RangeSubselect');
    const sample = as(node, 'RangeTableSample');
    const functions = as(node, 'RangeFunction');
    const relation = as(node, 'RangeVar');
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
            for (const call of as(item, 'List')?.items ?? [item])
                query_called(call, around, notes);
    else if (relation) {
        if (showsTraces(relation))
            notes.source('*');
    }
    else
        expression(node, around, notes);
}
function query_called(node, around, notes) {
    const call = as(node, 'FuncCall');
    if (call)
        notes.reads(parts(call.funcname));
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
    const names = usingClause ? parts(usingClause) : common(sides);
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
    const value = as(target, 'ResTarget')?.val;
    const fields = as(value, 'ColumnRef')?.fields;
    if (isStar(value))
        for (const output of expanded(parts(fields), items))
            notes.add(output);
    else
        expression(value ?? target, around, notes);
}
/** The outputs of a query as others see them. */
const query_columnsOf = (node, { ctes, scope }, notes) => query(node, ctes, scope, notes.depth);

;// CONCATENATED MODULE: ./lib/sql/probes/rows.js






/** `passes`: RETURNING is shown, or found again by name. */
function changing(node, around, passes, notes) {
    const insert = as(node, 'InsertStmt');
    const update = as(node, 'UpdateStmt');
    const remove = as(node, 'DeleteStmt');
    const merge = as(node, 'MergeStmt');
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
            notes.source(`${relationName(written?.relation)}.${name}`);
    returning(written?.returningClause, own, inside, passes, notes);
}
/** Columns of rows that are there already. */
function assigned(node) {
    const lists = [
        as(node, 'UpdateStmt')?.targetList,
        as(node, 'InsertStmt')?.onConflictClause?.targetList,
        ...(as(node, 'MergeStmt')?.mergeWhenClauses ?? []).map((item) => as(item, 'MergeWhenClause')?.targetList),
    ];
    return lists.flatMap((list) => (list ?? []).map((item) => dotted([as(item, 'ResTarget')?.name ?? '*'])));
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
    arbiters(conflict, relationName(node.relation), notes);
    expression([conflict.targetList, conflict.whereClause, conflict.infer?.whereClause, conflict.infer?.indexElems], { ctes: outside.ctes, scope }, notes);
}
/** ON CONFLICT (column) asks whether somebody has the value. */
function arbiters({ infer }, relation, notes) {
    for (const item of infer?.indexElems ?? []) {
        const name = as(item, 'IndexElem')?.name;
        if (name !== undefined)
            notes.source(`${relation}.${name}`);
    }
}
function merged(node, inside, notes) {
    expression(node.joinCondition, inside, notes);
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = as(item, 'MergeWhenClause');
        expression([clause?.condition, clause?.targetList, clause?.values], inside, notes);
    }
}
function returning(clause, own, { ctes, scope }, passes, notes) {
    const aliases = (clause?.options ?? []).flatMap((option) => as(option, 'ReturningOption')?.value ?? []);
    const rows = ['old', 'new', ...aliases].map((name) => ({ ...(own[0] ?? { name }), name }));
    const inside = { ctes, scope: [...scope.slice(0, own.length), ...rows, ...scope.slice(own.length)] };
    for (const target of clause?.exprs ?? [])
        if (passes)
            plain_shown(as(target, 'ResTarget')?.val, inside, notes);
        else
            column(target, inside.scope, inside, notes);
}

;// CONCATENATED MODULE: ./lib/sql/probes/queries.js





const startNotes = () => new Notes(queries_query);
function queries_query(node, around, passes, notes) {
    const select = as(node, 'SelectStmt');
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
        this.#made.add(repeats_lastOf(name));
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
            this.#written[where].add(repeats_lastOf(name));
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
        return changed || [...this.#relations].some((name) => written(repeats_lastOf(name)));
    }
    /** The effects, where a key in a function that is called for many rows picks an unknown number of them. */
    spread(effects) {
        const keyed = this.callsMade ? this.#keyed : repeats_NONE;
        const fired = this.#fills ? this.#fired : repeats_NONE;
        if (keyed.size + fired.size === 0)
            return [...effects.values()];
        return [...effects].map(([key, effect]) => keyed.has(key) || fired.has(key) ? { ...effect, rows: 'unknown' } : effect);
    }
    /** A function that this text makes is called for many rows. */
    get callsMade() {
        return this.names.some((name) => this.#made.has(repeats_lastOf(name)));
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
const repeats_NONE = new Set();
const RUNS = new Set(['insert', 'update', 'delete', 'copy-in', 'call', 'execute']);
const KEYED = new Set(['update', 'delete']);
const repeats_lastOf = (name) => name.slice(name.lastIndexOf('.') + 1);
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
    names = new names_Names();
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
    made = new MadeNames();
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
        const behind = (name) => namesBehind(name, this.flows);
        for (const more of takenAlong(effect, this.keys, [...this.uses.assigned], behind)) {
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
        return { repeated: this.loops > 0, body: this.held !== undefined || this.#via.includes('function') };
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
    /** A table that this text made: nobody else waits for it, and none of its rows is older. */
    isNew(relation) {
        if (!relation || !this.#certain)
            return false;
        if ((relation.schemaname ?? 'pg_temp') === 'pg_temp' &&
            this.#knownTemporary(dotted([relation.relname ?? ''])))
            return true;
        return this.names.isTable(relationName(relation));
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
    const encoding = copies_literal(copy, 'encoding');
    const unclear = unclearOptions(copy);
    return {
        ...(copy.relation && { relation: relationName(copy.relation) }),
        columns: parts(copy.attlist),
        ...(query !== undefined && { query }),
        format,
        delimiter: copies_literal(copy, 'delimiter') ?? (format === 'csv' ? ',' : '\t'),
        quote,
        escape: copies_literal(copy, 'escape') ?? quote,
        null: copies_literal(copy, 'null') ?? (format === 'csv' ? '' : '\\N'),
        header: header(copy) === true,
        ...(encoding !== undefined && { encoding }),
        ...(unclear.length > 0 && { unclear }),
    };
}
const copies_elements = (copy) => (copy.options ?? []).flatMap((node) => as(node, 'DefElem') ?? []);
/** An option's text as written: its case matters. */
function copies_literal(copy, name) {
    const value = as(copies_elements(copy).findLast(({ defname }) => defname === name)?.arg, 'String');
    return value ? (value.sval ?? '') : undefined;
}
/** Undefined for a value that is neither. */
function header(copy) {
    const element = copies_elements(copy).findLast(({ defname }) => defname === 'header');
    if (!element)
        return false;
    const value = element.arg === undefined ? 'true' : optionText(element.arg);
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
        const text = as(arg, 'String') !== undefined;
        switch (defname) {
            case 'format':
                return twice || !/^(text|csv|binary)$/.test(as(arg, 'String')?.sval ?? '') ? [defname] : [];
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
/** Whatever the column's type is, other values are other texts. */
const LOSSLESS = new Set(['text', 'varchar', 'uuid', 'numeric']);
const FOLDING = new Set(['lower', 'upper', 'btrim']);
/** A column of the target, perhaps behind a cast or `lower()` that keeps values apart. Unqualified only where nothing else is joined. */
function isTargetColumn(node, target) {
    const cast = as(node, 'TypeCast');
    if (cast) {
        const plain = !cast.typeName?.typmods && !cast.typeName?.arrayBounds;
        const names = parts(cast.typeName?.names);
        const builtIn = names.length === 1 || names[0] === 'pg_catalog';
        return plain && builtIn && LOSSLESS.has(names.at(-1) ?? '') && isTargetColumn(cast.arg, target);
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
/** The relations, subqueries and functions of a FROM item; joins are taken apart, but for those with a name. */
function leaves(item) {
    const join = as(item, 'JoinExpr');
    if (!join || join.alias)
        return [item];
    return [join.larg, join.rarg].flatMap((side) => (side === undefined ? [] : leaves(side)));
}
/** The name by which the other clauses know a FROM item. */
function itemName(item) {
    const relation = as(item, 'RangeVar');
    if (relation)
        return alias(relation);
    return ((as(item, 'RangeSubselect') ??
        as(item, 'RangeFunction') ??
        as(item, 'RangeTableFunc') ??
        as(item, 'JoinExpr'))?.alias?.aliasname ?? '');
}
/** Names may differ in how they are qualified and still mean one table: then they are taken as one. */
function sameTable(a, b) {
    if (a.relname !== b.relname)
        return false;
    return !a.schemaname || !b.schemaname || relationName(a) === relationName(b);
}

;// CONCATENATED MODULE: ./lib/sql/predicates/names.js

/** The names after this WITH. Without RECURSIVE a query sees only those before it. */
function namesWith(clause, outer, around) {
    const ctes = (clause?.ctes ?? []).flatMap((node) => as(node, 'CommonTableExpr') ?? []);
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
            const relation = as(value, 'RangeVar');
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
const labelOf = ({ name, val }) => name ?? as(as(val, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
/** What the columns of a query are called; undefined where the text does not name all of them. */
function labelsOf(query) {
    const labels = (query?.targetList ?? []).map((item) => {
        const target = as(item, 'ResTarget');
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
    const items = fromClause.flatMap(leaves);
    const inner = {
        names,
        aliases: new Set([...level.aliases, ...items.map(itemName)]),
        bound: level.bound || binds(items, around, names),
        depth: level.depth + 1,
    };
    const below = { ...level, names, depth: level.depth + 1 };
    return ([larg, rarg].every((side) => side === undefined || closedQuery(side, around, below)) &&
        (withClause?.ctes ?? []).every((node) => {
            const body = as(as(node, 'CommonTableExpr')?.ctequery, 'SelectStmt');
            return body !== undefined && closedQuery(body, around, below);
        }) &&
        items.every((item) => closedItem(item, around, below)) &&
        // Conditions of joins stand between the items.
        closedValue([rest, fromClause.map(joinsOnly)], around, inner));
}
const joinsOnly = (item) => {
    const join = as(item, 'JoinExpr');
    return join && [join.quals, ...[join.larg, join.rarg].map((side) => side && joinsOnly(side))];
};
/** Items do not see each other: what is LATERAL has other rows for each row of another. */
function closedItem(item, around, level) {
    if (as(item, 'RangeVar'))
        return true;
    const query = as(as(item, 'RangeSubselect')?.subquery, 'SelectStmt');
    if (query)
        return closedQuery(query, around, level);
    const call = as(item, 'RangeFunction');
    return call !== undefined && closedValue(call.functions, around, level);
}
function closedValue(value, around, level) {
    if (Array.isArray(value))
        return value.every((item) => closedValue(item, around, level));
    if (value === null || typeof value !== 'object')
        return true;
    const node = value;
    const reference = as(node, 'ColumnRef');
    if (reference)
        return isOwn(reference, level);
    const call = as(node, 'FuncCall');
    if (call && !isSteady(call))
        return false;
    const query = as(node, 'SelectStmt');
    if (query)
        return closedQuery(query, around, level);
    return Object.values(value).every((item) => closedValue(item, around, level));
}
function isOwn({ fields = [] }, { aliases, bound }) {
    const names = parts(fields);
    if (fields.length === 1)
        return names.length === 0 || bound;
    return fields.length === 2 && aliases.has(names[0] ?? '');
}
/** A built-in function that gives the same for the same. */
const isSteady = ({ funcname }) => {
    const names = parts(funcname);
    return (names.length === 1 || names[0] === 'pg_catalog') && !isVolatile(names);
};
/** True when every table around is one of the items by the same name, so that these have all columns an outer one has. */
function binds(items, around, names) {
    const own = items.flatMap((item) => as(item, 'RangeVar') ?? []);
    return around.flatMap(leaves).every((outer) => {
        const relation = as(outer, 'RangeVar');
        return relation !== undefined && own.some((item) => isVery(item, relation, names));
    });
}
const isVery = (relation, outer, names) => !relation.alias?.colnames &&
    relationName(relation) === relationName(outer) &&
    (Boolean(relation.schemaname) || !names.has(relation.relname ?? ''));

;// CONCATENATED MODULE: ./lib/sql/predicates/tautologies.js




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
const TRUTHS = [TRUE, FALSE];
/** Constants that a boolean column may be compared with, so that every row has one of them. */
function bothTruths(values) {
    const texts = values.flatMap((value) => {
        const constant = fold(value) ?? fold(uncast(value));
        return typeof constant === 'string' || typeof constant === 'boolean' ? [String(constant).trim()] : [];
    });
    const words = texts.flatMap((text) => (/^\{.*\}$/s.test(text) ? text.split(/[{},"\s]+/) : [text]));
    return TRUTHS.every((truth) => words.some((word) => truth.test(word)));
}

;// CONCATENATED MODULE: ./lib/sql/predicates/picking.js





/** Values that pick few rows. A boolean picks about any share of them, also one that is written as a text. */
function picks(values, place) {
    if (!values.every((value) => isPicking(value, place)))
        return false;
    const texts = values.flatMap(textOf);
    return !(texts.length > 0 && texts.every(isBoolean)) && !(values.length > 1 && bothTruths(values));
}
/** `column = ANY (array)` */
function picksAny(array, place) {
    if (!isPicking(array, place))
        return false;
    const elements = textOf(array).flatMap((text) => text.split(/[{},"\s]+/).filter(Boolean));
    return !(elements.length > 0 && elements.every(isBoolean)) && !bothTruths([array]);
}
/** A constant, a parameter, who or when it is: no column in it. */
function isPicking(value, place) {
    if (value === undefined || isTruth(value))
        return false;
    if (place.repeated && holdsParameter(value))
        return false;
    const bare = uncast(value);
    if (bare === undefined)
        return false;
    if (as(bare, 'ParamRef') || as(bare, 'SQLValueFunction'))
        return true;
    const constant = as(bare, 'A_Const');
    if (constant)
        return !constant.isnull && fold(value) !== null;
    const found = fold(bare);
    return found !== undefined && found !== null && typeof found !== 'boolean';
}
const holdsParameter = (value) => (JSON.stringify(value) ?? '').includes('"ParamRef":');
/** A boolean, or what is cast to one on the way. */
function isTruth(value) {
    if (typeof fold(value) === 'boolean')
        return true;
    const cast = as(value, 'TypeCast');
    if (!cast)
        return typeof fold(value) === 'boolean';
    return parts(cast.typeName?.names).at(-1) === 'bool' || (cast.arg !== undefined && isTruth(cast.arg));
}
const textOf = (value) => {
    const constant = fold(value) ?? fold(uncast(value));
    return typeof constant === 'string' ? [constant] : [];
};
/** As a boolean is written. `1` and `0` are numbers more often. */
function isBoolean(text) {
    const bare = text.trim();
    return !/^[01]$/.test(bare) && (TRUE.test(bare) || FALSE.test(bare));
}

;// CONCATENATED MODULE: ./lib/sql/predicates/computed.js






const LISTS = /^(unnest|jsonb?_(to_recordset|populate_recordset|array_elements|array_elements_text|each|each_text)|string_to_table)$/;
/** A function that gives the rows which the client wrote down or sent: it takes nothing but constants and parameters. */
function isGiven({ funcname, args = [], ...rest }) {
    const names = parts(funcname);
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return false;
    if (!LISTS.test(names.at(-1) ?? '') || rest.over)
        return false;
    return args.every(isWritten);
}
function isWritten(value) {
    const bare = uncast(value);
    if (bare === undefined)
        return false;
    const items = as(bare, 'A_ArrayExpr');
    if (items)
        return (items.elements ?? []).every(isWritten);
    return as(bare, 'ParamRef') !== undefined || as(bare, 'A_Const') !== undefined;
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
    const call = as(node, 'FuncCall');
    if (call) {
        const plain = isSteady(call) && !returnsSet(parts(call.funcname).at(-1) ?? '') && !call.over;
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
const computed_PLAIN = /^(max|min|sum|avg|count|lower|upper|btrim|abs|length|substr|substring|concat|date_trunc|now)$/;
/** An expression that may give a boolean, as far as its text tells. */
function mayBeTruth(node) {
    if (node === undefined || as(node, 'ColumnRef') || as(node, 'ParamRef') || as(node, 'SQLValueFunction'))
        return false;
    const constant = as(node, 'A_Const');
    if (constant)
        return constant.boolval !== undefined || isBoolean(constant.sval?.sval ?? '');
    const cast = as(node, 'TypeCast');
    if (cast)
        return parts(cast.typeName?.names).at(-1) === 'bool';
    const operation = as(node, 'A_Expr');
    if (operation)
        return operation.kind !== 'AEXPR_OP' || !VALUES.has(parts(operation.name).at(-1) ?? '');
    const call = as(node, 'FuncCall');
    if (call)
        return !computed_PLAIN.test(parts(call.funcname).at(-1) ?? '');
    const choice = as(node, 'CaseExpr');
    const results = choice && [
        choice.defresult,
        ...(choice.args ?? []).map((each) => as(each, 'CaseWhen')?.result),
    ];
    const values = results ?? as(node, 'CoalesceExpr')?.args ?? as(node, 'MinMaxExpr')?.args;
    return values ? values.some(mayBeTruth) : true;
}
/** Half of the rows may have what such a query gives. With the column's name and no star, only that is looked at. */
function givesTruths(query, column) {
    const sides = [query.larg, query.rarg].flatMap((side) => side ?? []);
    if (sides.length > 0)
        return sides.some((side) => givesTruths(side));
    const named = column !== undefined && labelsOf(query)?.has(column);
    const values = (query.targetList ?? []).flatMap((item) => {
        const target = as(item, 'ResTarget');
        return named && target && labelOf(target) !== column ? [] : (target?.val ?? []);
    });
    return [...values, ...(query.valuesLists ?? []).flatMap((row) => as(row, 'List')?.items ?? [])].some(mayBeTruth);
}
/** No more rows by what is in the target list than the client wrote down or sent. */
function addsNoRows(value) {
    if (Array.isArray(value))
        return value.every(addsNoRows);
    if (value === null || typeof value !== 'object')
        return true;
    if (as(value, 'SubLink'))
        return true;
    const call = as(value, 'FuncCall');
    if (call && !isGiven(call)) {
        const names = parts(call.funcname);
        const name = names.at(-1) ?? '';
        if ((isForeign(names) && effectOfName(names)) || returnsSet(name))
            return false;
    }
    return Object.values(value).every(addsNoRows);
}

;// CONCATENATED MODULE: ./lib/sql/pins.js



/** Of the only statement of a text; undefined when it is none of these, or compares nothing. */
function pinsOf(stmt) {
    const insert = as(stmt, 'InsertStmt');
    if (insert)
        return proposed(stmt);
    const update = as(stmt, 'UpdateStmt');
    const { relation, whereClause } = update ?? as(stmt, 'DeleteStmt') ?? {};
    const others = update?.fromClause ?? as(stmt, 'DeleteStmt')?.usingClause ?? [];
    if (!relation || !whereClause || others.length > 0)
        return undefined;
    const columns = conditions(whereClause).flatMap((node) => pinned(node, relation));
    if (columns.length === 0)
        return undefined;
    const shared = columns.some(({ types }) => types.some((type) => type.startsWith('$'))) ? repeated(stmt) : [];
    return { relation: relationName(relation), columns, ...(shared.length > 0 && { shared }) };
}
/** ON CONFLICT changes one row at most for each that is written down. */
function proposed(stmt) {
    const { relation, selectStmt, onConflictClause } = as(stmt, 'InsertStmt') ?? {};
    if (!relation || onConflictClause?.action !== 'ONCONFLICT_UPDATE')
        return undefined;
    const rows = as(selectStmt, 'SelectStmt')?.valuesLists;
    if (!rows || !addsNoRows(rows))
        return undefined;
    return { relation: relationName(relation), columns: [], rows: rows.length };
}
/** All of them hold. */
function conditions(node) {
    const { boolop, args = [] } = as(node, 'BoolExpr') ?? {};
    return boolop === 'AND_EXPR' ? args.flatMap(conditions) : [node];
}
function pinned(node, relation) {
    const expression = as(node, 'A_Expr');
    if (!expression || !/^(pg_catalog\.)?=$/.test(parts(expression.name).join('.')))
        return [];
    const { kind, lexpr, rexpr } = expression;
    if (kind === 'AEXPR_IN')
        return pins_listed(expression, relation);
    if (kind !== 'AEXPR_OP')
        return [];
    const [columns, values] = [as(lexpr, 'RowExpr')?.args, as(rexpr, 'RowExpr')?.args];
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
    const items = as(rexpr, 'List')?.items ?? [];
    const types = items.flatMap((item) => typeOf(item) ?? []);
    if (column === undefined || types.length === 0 || types.length < items.length)
        return [];
    return [{ column, values: items.length, types: [...new Set(types)] }];
}
/** A column as it is: a cast or a function may make several values one. */
function pins_columnOf(node, relation) {
    const fields = as(node, 'ColumnRef')?.fields ?? [];
    const names = parts(fields);
    if (names.length !== fields.length || names.length > 2 || relation.alias?.colnames)
        return undefined;
    return names.length === 2 && names[0] !== alias(relation) ? undefined : names.at(-1);
}
/** See `Pin.types`; undefined for what is no value, NULL, or compared in an order of its own. */
function typeOf(node) {
    const constant = as(node, 'A_Const');
    if (constant?.sval)
        return 'unknown';
    if (constant)
        return constant.ival || constant.fval ? 'number' : undefined;
    const parameter = as(node, 'ParamRef');
    if (parameter)
        return parameter.number ? `$${parameter.number}` : undefined;
    const { arg, typeName } = as(node, 'TypeCast') ?? {};
    if (!typeName || typeName.arrayBounds || typeName.setof || typeName.pct_type)
        return undefined;
    const names = parts(typeName.names);
    const plain = as(arg, 'A_Const') ?? as(arg, 'ParamRef');
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
        if (node.def && as(node.def, 'Constraint'))
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
const rowsOf = (relation) => (relation ? `${relationName(relation)}.*` : '*');
/** An expression over the rows of these relations, and names of their columns. */
function over(value, relations, around, notes) {
    const items = relations.flatMap((relation) => ownItems(relation, notes));
    const rows = ['new', 'old'].map((name) => ({ ...(items[0] ?? { name }), name }));
    expression(value, { ctes: around.ctes, scope: [...items, ...rows, ...around.scope] }, notes);
    const named = relations.map(relationName);
    keys(value, named, notes);
}
/** Columns that indexes, statistics, partitions and constraints name outside of expressions. */
function keys(value, relations, notes) {
    if (Array.isArray(value))
        for (const item of value)
            keys(item, relations, notes);
    else if (value !== null && typeof value === 'object') {
        const node = value;
        const element = as(node, 'IndexElem') ?? as(node, 'StatsElem') ?? as(node, 'PartitionElem');
        const constraint = as(node, 'Constraint');
        const own = [element?.name ?? [], parts(constraint?.keys), parts(constraint?.fk_attrs)].flat();
        for (const relation of relations)
            for (const name of own)
                notes.source(`${relation}.${dotted([name])}`);
        if (constraint)
            definitions_referred(constraint, notes);
        for (const child of Object.values(node))
            keys(child, relations, notes);
    }
}
/** A foreign key asks whether the other table has the value. */
function definitions_referred({ pktable, pk_attrs: columns }, notes) {
    for (const name of parts(columns))
        notes.source(`${relationName(pktable)}.${dotted([name])}`);
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
        keys([node.tableElts, node.constraints], [], notes);
        return;
    }
    const parents = (node.inhRelations ?? []).flatMap((item) => as(item, 'RangeVar') ?? []);
    const relations = [...parents, ...(node.relation ? [node.relation] : [])];
    over([node.tableElts, node.constraints], relations, around, notes);
}
function altered(node, around, notes) {
    const { relation } = node;
    const own = relation ? [relation] : [];
    for (const item of node.cmds ?? []) {
        const command = as(item, 'AlterTableCmd');
        if (!command)
            continue;
        over(command.def, own, around, notes);
        const column = command.name === undefined ? '*' : dotted([command.name]);
        if (CHECKED.has(command.subtype ?? ''))
            notes.source(`${relationName(relation)}.${column}`);
        // The column's own constraints do not name it.
        const added = as(command.def, 'ColumnDef');
        if (added?.constraints && command.subtype === 'AT_AddColumn' && added.colname)
            over(added.constraints, own, around, notes);
        if (command.subtype === 'AT_AttachPartition')
            for (const each of [relation, as(command.def, 'PartitionCmd')?.name])
                notes.source(rowsOf(each));
        const constraint = as(command.def, 'Constraint');
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
        for (const each of as(action, 'List')?.items ?? [action])
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
    const list = as(value, 'List');
    if (list)
        return (list.items ?? []).flatMap(statementsIn);
    const returned = as(value, 'ReturnStmt')?.returnval;
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
    const copied = as(statement, 'CopyStmt');
    const nested = as(statement, 'PrepareStmt')?.query ??
        as(statement, 'DeclareCursorStmt')?.query ??
        as(statement, 'ExplainStmt')?.query ??
        as(statement, 'ViewStmt')?.query ??
        copied?.query;
    const kept = as(statement, 'CreateTableAsStmt')?.query;
    const explained = as(statement, 'ExplainStmt');
    probes.traced ||= explained !== undefined && explainsTraces(explained);
    // What was prepared is not seen here.
    if (probes.traced && as(statement, 'ExecuteStmt'))
        probes.source('*');
    if (nested)
        one(nested, c, shows);
    // Statistics of a copy tell about single values.
    else if (kept)
        one(kept, c, false);
    else if (as(statement, 'SelectStmt')?.intoClause)
        probes.query(statement, NOWHERE, false, probes);
    else if (copied)
        defining(statement, NOWHERE, probes);
    else if (isQuery(statement))
        probes.query(statement, NOWHERE, shows, probes);
    else if (as(statement, 'CallStmt'))
        expression(as(statement, 'CallStmt')?.funccall?.args, NOWHERE, probes);
    else
        defining(statement, NOWHERE, probes);
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

;// CONCATENATED MODULE: ./lib/sql/written.js



function written_assign(item, relation, ctes, scope, c) {
    const target = as(item, 'ResTarget');
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
    const read = as(from, 'RangeVar');
    if (!read || others.length > 0 || read.alias?.colnames || !relation)
        return false;
    if (!read.schemaname && ctes.has(read.relname ?? ''))
        return false;
    const fields = as(as(source.targetList[0], 'ResTarget')?.val, 'ColumnRef')?.fields;
    const star = source.targetList.length === 1 && fields?.length === 1 && as(fields[0], 'A_Star') !== undefined;
    return star && relationName(read) === relationName(relation);
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
function written_place(relation) {
    const name = relationName(relation);
    const temporary = relation?.relpersistence === 't' && !relation.schemaname;
    return { relation: temporary ? `pg_temp.${name}` : name };
}

;// CONCATENATED MODULE: ./lib/sql/flows.js




/** `INSERT` of a query or of values, and what its ON CONFLICT writes. */
function insertFlows(node, c) {
    const source = as(node.selectStmt, 'SelectStmt');
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
        const clause = as(item, 'MergeWhenClause');
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
    c.flow({ ...written_place(relation), column, sources: read.map((name) => `${relationName(relation)}.${name}`) });
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
        const join = as(item, 'JoinExpr');
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
    const name = alias(target.relation);
    const items = query.fromClause ?? [];
    const named = references(query);
    const correlated = named.some((names) => names.length > 1 && names.at(-2) === name);
    if (!correlated)
        return query.whereClause && named.some((names) => names.length === 1) ? 'weak' : 'free';
    if (items.flatMap(leaves).some((item) => itemName(item) === name))
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
    if (groupClause && !groupClause.some((node) => as(node, 'GroupingSet')))
        return false;
    if (groupClause || havingClause)
        return true;
    return ![...targetList, ...(sortClause ?? []), ...(distinctClause ?? [])].every(exists_isPlain);
}
/** No aggregate, not even as `t.count`, which is `count(t)`. */
function exists_isPlain(node) {
    const inner = as(node, 'ResTarget')?.val ?? as(node, 'SortBy')?.node ?? as(node, 'TypeCast')?.arg;
    if (inner)
        return exists_isPlain(inner);
    const reference = as(node, 'ColumnRef');
    if (reference)
        return !AGGREGATES.has(parts(reference.fields).at(-1) ?? '');
    return (as(node, 'A_Const') !== undefined || as(node, 'ParamRef') !== undefined || Object.keys(node).length === 0);
}
/** Built-in ones that take a row. */
const AGGREGATES = new Set('any_value array_agg count json_agg json_agg_strict jsonb_agg jsonb_agg_strict max min mode'.split(' '));

;// CONCATENATED MODULE: ./lib/sql/predicates/outputs.js






/** True when the values are columns of the items, which have few rows by these conditions. */
function givesFew(query, items, conditions, target, { tested }) {
    const { around, names } = target;
    const aliases = new Set(items.map(itemName));
    const bound = binds(items, around, names);
    const outputs = (query.targetList ?? []).map((item) => as(item, 'ResTarget')?.val);
    return outputs.every((value) => {
        const reference = as(value, 'ColumnRef');
        if (!reference)
            return (isOneStored(items, target) &&
                isClosed(query, around, names) &&
                isComputed(value) &&
                !mayBeTruth(value));
        const { fields = [] } = reference;
        const [first] = parts(fields);
        if (fields.length === 1)
            return first === undefined || bound || outputs_isOwn(first, items[0], items, conditions, target, tested);
        return fields.length === 2 && first !== undefined && aliases.has(first);
    });
}
/** Computed from the rows of one table there are as many values as rows. */
const isOneStored = (items, { names, context }) => items.length === 1 && isStored(as(items[0], 'RangeVar'), names, context.made);
/** An unqualified name that is most likely the item's: the catalogue tells whether it is. */
function outputs_isOwn(name, item, items, conditions, { names, around, context }, tested) {
    if (items.length !== 1 || item === undefined)
        return false;
    const relation = as(item, 'RangeVar');
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
    if (tested.has(name) || around.some((outer) => itemName(outer) === name))
        return false;
    context.rely({ relation: relationName(relation), column: name });
    return true;
}
/** The columns of a derived table; undefined when it is none, or its text does not name them. */
function derivedLabels(item, names) {
    const relation = as(item, 'RangeVar');
    const cte = relation && !relation.schemaname ? names.get(relation.relname ?? '')?.cte : undefined;
    const derived = as(item, 'RangeSubselect');
    if (!cte && !derived)
        return undefined;
    const given = [relation?.alias?.colnames, cte?.aliascolnames, derived?.alias?.colnames].find((columns) => columns && columns.length > 0);
    if (given)
        return new Set(given.flatMap((column) => parts(column)));
    return labelsOf(as(cte?.ctequery ?? derived?.subquery, 'SelectStmt')) ?? new Set();
}
/** `name = constant`, as a condition that must hold. */
function pins(condition, name, place) {
    const bool = as(condition, 'BoolExpr');
    if (bool?.boolop === 'AND_EXPR')
        return (bool.args ?? []).some((arg) => pins(arg, name, place));
    const { kind, name: operator, lexpr, rexpr } = as(condition, 'A_Expr') ?? {};
    if ((kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN') || parts(operator).join('.') !== '=')
        return false;
    return isColumn(lexpr, name) && picks(as(rexpr, 'List')?.items ?? [rexpr], place);
}
const isColumn = (node, name) => {
    const fields = as(node, 'ColumnRef')?.fields ?? [];
    return fields.length === 1 && parts(fields)[0] === name;
};

;// CONCATENATED MODULE: ./lib/sql/predicates/sources.js










/** The most rows that LIMIT may let through and still pick a few. */
const BATCH = 10_000;
/** A LIMIT that lets a few rows through, whichever they are. */
function isBatch({ limitCount, limitOption }) {
    const limit = fold(limitCount);
    return typeof limit === 'number' && limit <= BATCH && limitOption !== 'LIMIT_OPTION_WITH_TIES';
}
/** The rows of the target that a join with a column of this FROM item picks. */
function sources_picked(item, column, target) {
    const name = itemName(item);
    if (target.asked?.has(name))
        return 'free';
    if (target.budget.left-- <= 0)
        return 'weak';
    const own = { RangeVar: target.relation };
    const others = [own, ...target.others.flatMap(leaves).filter((leaf) => leaf !== item)];
    const asked = new Set([...(target.asked ?? []), alias(target.relation)]);
    return rowsOfItem(item, column, { ...target, relation: as(item, 'RangeVar') ?? { relname: name }, others, asked }, 0);
}
/** `target` looks at the item as the table whose rows are picked. */
function rowsOfItem(item, column, target, depth) {
    const relation = as(item, 'RangeVar');
    const cte = relation && !relation.schemaname ? target.names.get(relation.relname ?? '') : undefined;
    if (cte)
        return rowsOfCte(cte, relation, column, target, depth);
    if (relation)
        return rowsOfTable(relation, column, target);
    const derived = as(item, 'RangeSubselect');
    const query = as(derived?.subquery, 'SelectStmt');
    if (query) {
        const around = derived?.lateral ? insideOf(target) : target.around;
        const given = (derived?.alias?.colnames ?? []).map((name) => parts(name)[0]);
        const index = indexOf(column, given);
        const named = given.length === 0 ? column : undefined;
        return querySource(query, { ...target, around }, { tested: NOTHING, index, column: named }, depth + 1);
    }
    const { functions = [], ordinality } = as(item, 'RangeFunction') ?? {};
    const { repeated, body } = target.context.place;
    // In a body the array may come from a query.
    const open = repeated || ordinality || (body && holdsParameter(functions));
    return functions.length > 0 && !open && listsGiven(functions) ? 'selective' : 'weak';
}
const NOTHING = new Set();
const listsGiven = (functions) => functions.every((node) => {
    const call = as(as(node, 'List')?.items?.[0], 'FuncCall');
    return call !== undefined && isGiven(call);
});
function rowsOfTable(relation, column, target) {
    const { context, names } = target;
    const base = sameTable(relation, target.changed) ? 'free' : 'weak';
    if (context.place.repeated || !isStored(relation, names, context.made))
        return base;
    const found = narrower(base, target.met(target));
    if (found === 'selective')
        context.rely({
            relation: relationName(relation),
            ...(column !== undefined && !relation.alias?.colnames && { column }),
        });
    return found;
}
function rowsOfCte({ cte, visible, around }, relation, column, target, depth) {
    const query = as(cte.ctequery, 'SelectStmt');
    if (!query || readsItself(cte))
        return 'weak';
    const labels = [relation?.alias?.colnames, cte.aliascolnames].find((names) => names && names.length > 0) ?? [];
    const index = indexOf(column, labels.map((name) => parts(name)[0]));
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
    const items = (query.fromClause ?? []).flatMap(leaves);
    if (items.length === 0)
        return written(query, target);
    if (query.groupClause?.some((node) => as(node, 'GroupingSet')))
        return 'weak';
    const conditions = conditionsOf(query.fromClause ?? [], [query.whereClause]);
    const found = items.map((item) => {
        const others = items.filter((other) => other !== item);
        const relation = as(item, 'RangeVar') ?? { relname: itemName(item) };
        const { asked: _asked, ...rest } = inner;
        return rowsOfItem(item, undefined, { ...rest, relation, others, conditions }, depth + 1);
    });
    const rows = found.reduce(wider, 'never');
    if (rows !== 'never' && rows !== 'selective')
        return rows;
    return givesFew(query, items, conditions, inner, asked) && !(repeated && holdsParameter(query.targetList))
        ? 'selective'
        : 'weak';
}
/** VALUES: as many rows as are written down, if nothing in them comes from outside. */
function sources_listed(query, { index }, { around, context, names }) {
    const rows = (query.valuesLists ?? []).map((row) => as(row, 'List')?.items ?? []);
    const tested = index === undefined ? rows.flat() : rows.map((row) => row[index]);
    // It has no columns that a name could mean.
    const outside = around.length === 0 ? [{ RangeSubselect: {} }] : around;
    const plain = isClosed(query, outside, names) && rows.flat().every(isComputed);
    return plain && picks(tested, context.place) ? 'selective' : 'weak';
}
/** A query without FROM: one row of constants. */
function written({ targetList = [] }, { context }) {
    return picks(targetList.map((item) => as(item, 'ResTarget')?.val), context.place)
        ? 'selective'
        : 'weak';
}
/** `column IN (query)`, `column = (query)`, `column = ANY (ARRAY(query))`. */
function fromQuery(columns, subselect, target) {
    const query = as(subselect, 'SelectStmt');
    if (!query)
        return 'weak';
    const tested = new Set(columns.map((column) => parts(as(column, 'ColumnRef')?.fields).at(-1) ?? ''));
    const asked = { tested, ...(columns.length === 1 && { index: 0 }) };
    return querySource(query, { ...target, around: insideOf(target) }, asked, 0);
}

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
    const value = truthOf(node);
    if (value !== undefined)
        return value === true ? 'always' : 'never';
    const bool = as(node, 'BoolExpr');
    if (bool)
        return combine(bool, node, target);
    const operation = as(node, 'A_Expr');
    if (operation)
        return compare(operation, target) ?? undecided(node, target);
    const link = as(node, 'SubLink');
    if (link)
        return nested(link, target) ?? undecided(node, target);
    if (as(node, 'CurrentOfExpr'))
        return 'weak';
    const test = as(node, 'NullTest');
    const column = parts(as(test?.arg, 'ColumnRef')?.fields).at(-1);
    if (test?.nulltesttype === 'IS_NOT_NULL' && column === 'ctid')
        return 'always';
    return undecided(node, target);
}
const undecided = (node, target) => (mentions(node, target) ? 'weak' : 'free');
function combine({ boolop, args = [] }, whole, target) {
    // What NOT is made of is no bound: few rows less are nearly all, and what is always true may be NULL.
    if (boolop === 'NOT_EXPR')
        return undecided(whole, target);
    if (boolop === 'AND_EXPR')
        return narrowest(args, target);
    const found = args.map((arg) => selectivity(arg, target));
    if (complementary(args))
        return 'always';
    const either = bothTruths(alternatives(args).map((arg) => as(arg, 'A_Expr')?.rexpr));
    return found.reduce(wider, either ? 'weak' : 'never');
}
/** Undefined where it shows nothing. */
function compare(node, target) {
    const { kind, lexpr, rexpr } = node;
    const name = parts(node.name)
        .join('.')
        .replace(/^pg_catalog\./, '');
    if (kind === 'AEXPR_LIKE' || kind === 'AEXPR_ILIKE')
        return /^%+$/.test(String(fold(rexpr) ?? '')) &&
            !name.startsWith('!') &&
            mentions({ A_Expr: node }, target)
            ? 'always'
            : undefined;
    const reflexive = kind === 'AEXPR_NOT_DISTINCT' || (kind === 'AEXPR_OP' && /^[=><]?=$/.test(name));
    if (reflexive && shape(lexpr) === shape(rexpr))
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
    if (kind === 'AEXPR_NOT_DISTINCT' && fold(lexpr) === undefined && fold(rexpr) === undefined)
        return undefined;
    if (kind === 'AEXPR_NOT_DISTINCT')
        return selectivity_equal(lexpr, rexpr, target);
    return undefined;
}
const selectivity_equal = (left, right, target) => selectivity_equality(left, right, target) ?? selectivity_equality(right, left, target);
/** `(a, b) = (1, 2)`: both hold. */
function rowwise(left, right, target) {
    const columns = as(left, 'RowExpr')?.args;
    const values = as(right, 'RowExpr')?.args;
    if (!columns || columns.length !== values?.length)
        return undefined;
    return columns
        .map((column, index) => selectivity_equal(column, values[index], target) ?? 'weak')
        .reduce(narrower, 'weak');
}
/** `column IN (constants)`, `(a, b) IN ((1, 2), (3, 4))`. */
function selectivity_listed({ lexpr, rexpr }, target) {
    const items = as(rexpr, 'List')?.items ?? [];
    if (as(lexpr, 'RowExpr')) {
        const found = items.map((item) => rowwise(lexpr, item, target) ?? 'weak');
        return found.length > 0 ? found.reduce(wider) : undefined;
    }
    return selectivity_isColumn(lexpr, target) && picks(items, target.context.place) ? 'selective' : undefined;
}
/** `column = ANY (array)`: a constant, a parameter, or the result of a query. */
function anyOf({ lexpr, rexpr }, target) {
    const { place } = target.context;
    if (!selectivity_isColumn(lexpr, target))
        return undefined;
    const array = as(uncast(rexpr), 'SubLink');
    if (array?.subLinkType === 'ARRAY_SUBLINK')
        return fromQuery([lexpr], array.subselect, asking(target));
    const items = as(uncast(rexpr), 'A_ArrayExpr');
    if (items)
        return picks(items.elements ?? [], place) ? 'selective' : undefined;
    if (place.body && holdsParameter(rexpr))
        return undefined;
    return picksAny(uncast(rexpr), place) ? 'selective' : undefined;
}
function selectivity_equality(column, other, target) {
    if (!selectivity_isColumn(column, target) || other === undefined)
        return undefined;
    if (picks([other], target.context.place))
        return 'selective';
    const reference = as(uncast(other), 'ColumnRef');
    if (reference)
        return selectivity_joined(reference, target);
    const link = as(uncast(other), 'SubLink');
    return link?.subLinkType === 'EXPR_SUBLINK'
        ? fromQuery([column], link.subselect, asking(target))
        : undefined;
}
/** `target.column = other.column`. */
function selectivity_joined({ fields = [] }, target) {
    const [qualifier, column] = parts(fields);
    if (fields.length !== 2 || qualifier === undefined || column === undefined)
        return undefined;
    if (qualifier === alias(target.relation))
        return undefined;
    const items = target.others.flatMap(leaves).filter((leaf) => itemName(leaf) === qualifier);
    const [item] = items;
    return item === undefined || items.length > 1 ? undefined : sources_picked(item, column, asking(target));
}
function nested(link, target) {
    const operator = parts(link.operName);
    if (link.subLinkType === 'ANY_SUBLINK' && (operator.length === 0 || operator.join('.') === '=')) {
        const columns = as(link.testexpr, 'RowExpr')?.args ?? [link.testexpr];
        if (columns.every((column) => selectivity_isColumn(column, target)))
            return fromQuery(columns, link.subselect, asking(target));
    }
    const query = as(link.subselect, 'SelectStmt');
    return link.subLinkType === 'EXISTS_SUBLINK' && query ? exists(query, target, selectivity) : undefined;
}
/**
 * A column of the target that this text did not give its values to. Unqualified inside of a subquery it may be one of a
 * table around it, which then has that value.
 */
function selectivity_isColumn(node, target) {
    const { context, names, around, relation } = target;
    if (!isTargetColumn(node, target))
        return false;
    const fields = fieldsOf(node);
    if (context.made.columns.has(fields.at(-1) ?? ''))
        return false;
    if (context.made.views.has(relation.relname ?? ''))
        return false;
    const stored = fields.length > 1 ||
        around.flatMap(leaves).every((item) => isStored(as(item, 'RangeVar'), names, context.made));
    if (stored)
        context.rely({ relation: relationName(relation), own: [fields.at(-1) ?? ''] });
    return stored;
}
function fieldsOf(node) {
    const inner = as(node, 'TypeCast')?.arg ?? as(node, 'FuncCall')?.args?.[0];
    return inner ? fieldsOf(inner) : parts(as(node, 'ColumnRef')?.fields);
}

;// CONCATENATED MODULE: ./lib/sql/predicates/rows.js

const rows_ROWS = { never: 'none', selective: 'some', weak: 'unknown', free: 'all', always: 'all' };
/** The `rows` fact of a DELETE or UPDATE. */
function rows_rowsOf(where, target) {
    return rowsOfAll([where], target);
}
/** The same where several conditions hold. */
function rowsOfAll(conditions, target) {
    return rows_ROWS[narrowest(conditions.flatMap((node) => node ?? []), target)];
}

;// CONCATENATED MODULE: ./lib/sql/sinks.js




/** Harmless, yet what they are given can be read elsewhere: in `pg_locks`, from `random()`. */
const KEEPS = /^(setseed|pg_(?:try_)?advisory_\w*lock\w*|dblink\w*|http\w*|net_http_\w+)$/;
/** A call that hands its arguments to somebody who is not the client. */
function sinkFlow(call, c) {
    const name = parts(call.funcname).at(-1) ?? '';
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
    const effect = callEffect(call);
    return effect !== undefined && effect.object !== 'function';
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
                lock: c.isNew(node.pktable) ? 'none' : lockOf('foreign key'),
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
        c.repeats.relation(dotted(relation.schemaname ? [relation.schemaname, name] : [name]));
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
    const relation = as(fromClause[0], 'RangeVar');
    if (fromClause.length === 0)
        return true;
    if (fromClause.length > 1 || !relation || c.scope.has(relation.relname ?? '') || !whereClause)
        return false;
    const found = rows_rowsOf(whereClause, targetOf(relation, [], c, [whereClause]));
    return found === 'some' || found === 'none';
}
/** True when the query gives more rows than were written down. */
function givesMany(source, c) {
    const select = as(source, 'SelectStmt');
    if (!select || select.valuesLists)
        return false;
    if (select.larg || select.rarg)
        return [select.larg, select.rarg].some((side) => side && givesMany({ SelectStmt: side }, c));
    return givesRows(select).many || givesRows(select).calls.length > 0 || !queries_givesFew(select, c);
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
    if (isTemporary(relation) && !c.resolutionChanged)
        c.names.addTemporary(dotted([relation.relname ?? '']), dropsOnCommit);
}
const isTemporary = ({ relpersistence, schemaname }) => relpersistence === 't' || schemaname === 'pg_temp';

;// CONCATENATED MODULE: ./lib/sql/slices.js
/** Each statement's own text. The parser counts bytes of UTF-8; a length of 0 means "to the end". */
function statementTexts(text, statements) {
    if (statements.length === 1)
        return [text];
    const bytes = Buffer.from(text);
    return statements.map(({ stmt_location: start = 0, stmt_len: length = 0 }) => bytes.toString('utf8', start, length === 0 ? bytes.length : start + length));
}

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
const add_FILLS = /^CONSTR_(DEFAULT|IDENTITY|GENERATED)$/;
/** No row that is there already has a value for it. */
function isRequired(definition) {
    const kinds = (definition?.constraints ?? []).map((item) => as(item, 'Constraint')?.contype ?? '');
    if (SERIAL.test(parts(definition?.typeName?.names).at(-1) ?? ''))
        return false;
    return kinds.some((kind) => /NOTNULL|PRIMARY/.test(kind)) && !kinds.some((kind) => add_FILLS.test(kind));
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
const drop_RELATIONS = new Set(['table', 'foreign-table', 'view', 'materialized-view', 'sequence', 'index']);
const cascade = (behavior) => behavior === 'DROP_CASCADE' ? { cascade: true } : {};
function drop(node, c) {
    const object = objectKind(node.removeType);
    c.schemaChanged = true;
    for (const item of node.objects ?? []) {
        const names = parts(item);
        const own = ON_RELATION.has(object);
        const name = dotted(own ? names.slice(0, -1) : names);
        const fresh = object === 'table' && c.isFresh({ action: 'drop', object, name, ...cascade(node.behavior) });
        const temporary = fresh || (drop_RELATIONS.has(object) && c.isTemporaryName(names));
        if (drop_RELATIONS.has(object) || own)
            c.mentionName(name);
        c.add({
            action: 'drop',
            object: isSystem(names) ? 'catalog' : object,
            ...(name && { name }),
            ...(own && { column: dotted(names.slice(-1)) }),
            ...(STORES.has(object) && { rows: 'all' }),
            ...cascade(node.behavior),
            ...(temporary && { temporary }),
            ...((drop_RELATIONS.has(object) || own) && { lock: node.concurrent ? lockOf('concurrently') : EXCLUSIVE }),
            ...(object === 'statistic-ext' && { lock: lockOf('statistics') }),
        });
        if (object === 'function' || object === 'aggregate')
            c.forgetFunctions(names.at(-1));
        else if (OWNERS.has(object))
            c.forgetFunctions();
        walk(arguments_(item), c);
    }
}
/** Types in an argument list may be anything; they are walked for completeness. */
const arguments_ = (item) => as(item, 'ObjectWithArgs')?.objargs;
const isSystem = (names) => names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '');

;// CONCATENATED MODULE: ./lib/sql/statements/extension.js
function extension_member(name, extension, c) {
    c.mentionName(name);
    c.add({ action: 'alter', object: 'extension-member', name, detail: `of extension ${extension}` });
}

;// CONCATENATED MODULE: ./lib/sql/statements/new-columns.js

/** Notes a column that was certainly not there before: without IF NOT EXISTS it would be an error. */
function noteColumn(command, node, c) {
    const column = as(command.def, 'ColumnDef')?.colname ?? '';
    if (command.subtype === 'AT_AddColumn' &&
        c.topLevel &&
        !command.missing_ok &&
        !c.isTemporary(node.relation))
        c.names.addColumn(relationName(node.relation), column);
    // The rows of another table answer to this name, with what they have in a column of that name.
    if (/^AT_(AddInherit|AttachPartition|AddOf)$/.test(command.subtype ?? ''))
        c.names.forgetColumns();
}
/** True when every column that it assigns is new. */
function fillsNew({ relation, targetList = [] }, c) {
    const columns = targetList.map((item) => as(item, 'ResTarget')?.name ?? '');
    return c.topLevel && c.names.hasColumns(relationName(relation), columns);
}
/** Statements after which a name of a table or column surely means what it meant before. */
function keepsNames(statement) {
    const setting = as(statement, 'VariableSetStmt');
    if (setting)
        return /^(lock|statement|idle_in_transaction_session)_timeout$/.test(setting.name ?? '');
    const transaction = as(statement, 'TransactionStmt');
    if (transaction)
        return /^TRANS_STMT_(BEGIN|START)$/.test(transaction.kind ?? '');
    return ['AlterTableStmt', 'UpdateStmt', 'IndexStmt', 'CommentStmt'].some((kind) => statement !== undefined && kind in statement);
}
/** Statements that only define or describe: nothing runs that was defined before. */
function isQuiet(statement) {
    const index = as(statement, 'IndexStmt');
    if (index)
        return !index.whereClause && (index.indexParams ?? []).every((item) => as(item, 'IndexElem')?.name);
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
    const first = parts(type?.names);
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
    const name = parts(type?.names).at(-1) ?? '';
    // Only what is a boolean already is taken without a cast.
    if (NARROW.test(name) || (name === 'bool' && definition?.raw_default !== undefined))
        return true;
    if (name === 'interval' && type?.typmods && fold(type.typmods[0]) !== ALL_FIELDS)
        return true;
    const cast = as(definition?.raw_default, 'TypeCast')?.typeName;
    // A cast that is written out cuts at the length; an assignment is an error.
    if (CUT.test(parts(cast?.names).at(-1) ?? '') && (cast?.typmods?.length ?? 0) > 0)
        return true;
    return onTheWay(definition?.raw_default, retype_written(type));
}
/** They hold every value of the types that are cast to them, or fail. */
const WIDE = /^(text|varchar|jsonb?|numeric)$/;
const WHOLE = /^int[248]$/;
/** It is made a number first, so that a whole one is rounded: a text with fractions would be an error. */
function hasFractions(node) {
    const cast = as(node, 'TypeCast');
    const made = cast ? cast.typeName?.names : as(node, 'FuncCall')?.funcname;
    return /^(numeric|float[48]|jsonb?|to_jsonb?)$/.test(parts(made).at(-1) ?? '');
}
/** Of a moment, all of its day. */
const WHOLE_DAY = [/Y/i, /MM|MON|DDD|J/i, /D|J/i];
/** True when USING casts the values to a type that may keep less than the new one. */
function onTheWay(node, to, above = '') {
    const cast = as(node, 'TypeCast');
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
    const call = as(node, 'FuncCall');
    const name = parts(call?.funcname).at(-1) ?? '';
    if (call && name === 'to_timestamp' && call.args?.length === 2 && !readsDay(fold(call.args[1])))
        return true;
    const below = [...(call?.args ?? []), ...(as(node, 'A_ArrayExpr')?.elements ?? [])];
    const inner = as(node, 'CollateClause')?.arg ?? as(node, 'A_Expr')?.lexpr;
    return [...below, ...(inner ? [inner] : [])].some((each) => fold(each) === undefined && onTheWay(each, to, name));
}
const readsDay = (format) => typeof format === 'string' && WHOLE_DAY.every((part) => part.test(format));
/** The type that values get which are taken over as they are, or cast to it; undefined for other values. */
function newType(definition, column) {
    const type = retype_written(definition?.typeName);
    const elements = as(definition?.raw_default, 'A_ArrayExpr')?.elements;
    const using = elements?.length === 1 ? elements[0] : definition?.raw_default;
    if (!type || using === undefined || retype_isColumn(using, column))
        return type && { ...type, cast: false };
    const cast = as(using, 'TypeCast');
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
    const { funcname, args = [] } = as(using, 'FuncCall') ?? {};
    const cast = as(args[0], 'TypeCast');
    if (parts(funcname).at(-1) !== 'to_timestamp' || args.length !== 1 || !retype_isColumn(cast?.arg, column))
        return undefined;
    const type = retype_written(cast?.typeName);
    return type && WHOLE.test(type.type) ? type : undefined;
}
const retype_isColumn = (node, column) => column !== undefined && parts(as(node, 'ColumnRef')?.fields).at(-1) === column;
/** `varchar`, `10,2`; undefined for what is no constant. */
function retype_written(type) {
    const names = parts(type?.names);
    const own = names[0] === 'pg_catalog' ? names.slice(1) : names;
    const modifiers = (type?.typmods ?? []).map((node) => fold(node));
    if (own.length === 0 || modifiers.some((each) => typeof each !== 'number'))
        return undefined;
    const modifier = modifiers.join(',');
    return { type: dotted(own), ...(modifier !== '' && { modifier }) };
}
const FORMS = /^(timezone|to_timestamp|to_jsonb?|array_to_json|array_to_string|string_to_array|nullif)$/;
const SEPARATES = /^(array_to_string|string_to_array)$/;
/** Types that keep little of what was cast to them. */
const SHORT = /^(char|bool|name|date|time|timetz|int2)$/;
function isForm(node, column, outermost) {
    const below = (inner) => isForm(inner, column, false);
    const cast = as(node, 'TypeCast');
    if (cast)
        return keepsForm(cast.typeName, outermost) && below(cast.arg);
    const call = as(node, 'FuncCall');
    if (call) {
        const name = parts(call.funcname).at(-1) ?? '';
        const constants = (call.args ?? []).map((arg) => fold(arg));
        const values = (call.args ?? []).filter((arg) => fold(arg) === undefined);
        // With NULL they give NULL, or single letters; without a separator nobody finds the elements again.
        if (constants.some((each) => each === null || (each === '' && SEPARATES.test(name))))
            return false;
        return FORMS.test(name) && values.length === 1 && below(values[0]);
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
    return retype_isColumn(node, column) || isSwitch(node, column);
}
/** `CASE WHEN active THEN 1 ELSE 0 END`: one value for true, and another. */
function isSwitch(node, column) {
    const { arg, args = [], defresult } = as(node, 'CaseExpr') ?? {};
    const [only, ...others] = args.map((each) => as(each, 'CaseWhen'));
    if (!only || arg || others.length > 0 || !retype_isColumn(only.expr, column))
        return false;
    const [yes, no] = [fold(only.result), fold(defresult)];
    return yes !== undefined && no !== undefined && yes !== null && no !== null && yes !== no;
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
        if (!node.remove)
            extension_member(name, dotted([node.extname?.sval ?? '']), c);
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
    if (subtype === 'AT_AlterConstraint')
        enforcing(as(command.def, 'ATAlterConstraint'), add);
    if (simple) {
        add(simple[0], simple[1] === '' ? kind : simple[1], simple[2]);
        if (subtype === 'AT_AlterColumnType' && !isNew(node, c))
            retyped(as(command.def, 'ColumnDef'), column ?? '', node.relation, add, c);
        return;
    }
    switch (subtype) {
        case 'AT_AddColumn':
            addColumn(as(command.def, 'ColumnDef'), add);
            for (const item of as(command.def, 'ColumnDef')?.constraints ?? [])
                noteKey(as(item, 'Constraint'), node.relation, c, { column: as(command.def, 'ColumnDef')?.colname });
            break;
        case 'AT_DropColumn':
            add('drop', 'column', { rows: 'all', ...alter_cascade(command.behavior) });
            break;
        case 'AT_DropConstraint':
            add('drop', 'constraint', alter_cascade(command.behavior));
            break;
        case 'AT_AddConstraint':
            addConstraint(as(command.def, 'Constraint'), add);
            noteKey(as(command.def, 'Constraint'), node.relation, c);
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
    const relation = as(command.def, 'PartitionCmd')?.name;
    add('alter', 'table');
    const lock = c.isNew(relation) ? 'none' : EXCLUSIVE;
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

const isBooleanType = (type) => parts(type).at(-1) === 'bool';
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
    if (tagOf(value) === 'ParamRef') {
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
    else if (value !== null && typeof value === 'object' && tagOf(value) !== 'ColumnRef')
        for (const item of Object.values(value))
            wordsOf(item, into);
    return into;
}
function substitute_replace(value, lookup) {
    if (Array.isArray(value))
        return value.map((item) => substitute_replace(item, lookup));
    if (value === null || typeof value !== 'object')
        return value;
    if (tagOf(value) === 'ColumnRef')
        return variable(value, lookup);
    if (tagOf(value) === 'ParamRef') {
        const { number = 0 } = value.ParamRef;
        return lookup([`$${number}`], false) === 'truth' ? TRUTH : value;
    }
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, substitute_replace(child, lookup)]));
}
const PARAMETER = { ParamRef: { number: 0 } };
function variable(node, lookup) {
    const { fields = [] } = node.ColumnRef;
    const meaning = lookup(parts(fields), fields.length > 1);
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
const texts_MOST = 16;
/** NULL: concat() and format() leave it out, `||` makes it of all of the text. No text holds this character. */
const texts_NOTHING = '\0';
/** Stands in a text where NULL was left out. */
const LEFT_OUT = '\0-';
/** Any part of a quoted name may hold a dot. */
const texts_keyOf = (...names) => names.join('\0');
function textsOf(node, names, holes) {
    if (node === undefined)
        return undefined;
    const constant = texts_isText(node) ? fold(node) : undefined;
    if (constant === null)
        return [texts_NOTHING];
    if (typeof constant === 'string')
        return [constant];
    const whole = as(node, 'A_Const')?.ival;
    if (whole)
        return [String(whole.ival ?? 0)];
    const reference = as(node, 'ColumnRef');
    if (reference) {
        const texts = names.get(texts_keyOf(...parts(reference.fields)));
        return texts === 'relation' ? orNothing(hole(holes, texts)) : texts;
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
    return outputs?.length === 1 ? orNothing(outputs[0]?.texts) : undefined;
}
const OTHER_TYPE = /"TypeCast":|"CollateClause":/;
/** `char` loses blanks at its end, `name` what is behind 63 bytes, also where only NULL is cast to them. */
function texts_isText(value) {
    if (!OTHER_TYPE.test(JSON.stringify(value) ?? ''))
        return true;
    if (Array.isArray(value))
        return value.every(texts_isText);
    if (value === null || typeof value !== 'object')
        return true;
    const cast = as(value, 'TypeCast');
    if (cast && !isPlainText(cast))
        return false;
    return !as(value, 'CollateClause') && Object.values(value).every(texts_isText);
}
function isPlainText({ typeName }) {
    const type = parts(typeName?.names);
    if (!texts_isSystem(type) || typeName?.arrayBounds || typeName?.typmods)
        return false;
    return /^(?:text|varchar)$/.test(type.at(-1) ?? '');
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
function castTexts(cast, names, holes) {
    if (isPlainText(cast))
        return textsOf(cast.arg, names, holes);
    const { names: type, arrayBounds } = cast.typeName ?? {};
    return texts_isSystem(parts(type)) && parts(type).at(-1) === 'regclass' && !arrayBounds
        ? orNothing(hole(holes, 'relation'))
        : undefined;
}
function texts_joined({ kind, name, lexpr, rexpr }, names, holes) {
    if (kind !== 'AEXPR_OP' || !texts_isSystem(parts(name)) || parts(name).at(-1) !== '||')
        return undefined;
    const sides = [textsOf(lexpr, names, holes), textsOf(rexpr, names, holes)];
    const all = product(sides.map((texts) => texts?.filter((text) => text !== texts_NOTHING)));
    return sides.some((texts) => texts?.includes(texts_NOTHING)) ? orNothing(all) : all;
}
/** Both sides of a condition that only the moment decides. */
function chosen({ args = [], defresult }, names, holes) {
    // Without ELSE it is NULL.
    const results = [...args.map((arg) => as(arg, 'CaseWhen')?.result), defresult];
    return texts_union(results.map((result) => (result === undefined ? [texts_NOTHING] : textsOf(result, names, holes))));
}
function callTexts({ funcname, args = [], ...call }, names, holes) {
    const name = parts(funcname);
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
    if (known?.length !== 1 || known[0] === undefined || known[0].includes(texts_NOTHING) || hasHoles(known[0]))
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
    const constant = fold(value);
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
            names.set(texts_keyOf(name), 'relation');
        else if (followed && type === 'record' && defaults && !defaults.has(name) && !labels.has(name))
            for (const [field, texts] of assigned_fieldsOf(given, c, known, holes))
                names.set(texts_keyOf(name, field), texts);
        else if (followed && textual) {
            const all = initial ? [{ from: initial }, ...given] : given;
            const texts = texts_union(all.map((source) => textsFrom(source, c, known, holes)));
            names.set(texts_keyOf(name), texts && [...new Set(initial ? texts : [texts_NOTHING, ...texts])]);
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
    const select = as(parsed(found, c), 'SelectStmt');
    const fixed = ([name = ''], dotted) => {
        const text = dotted ? undefined : variables.get(name)?.constant;
        return text === undefined ? 'column' : { text };
    };
    const value = as(select?.targetList?.[0], 'ResTarget')?.val;
    const texts = textsOf(value && substitute(value, fixed), new Map(), new Holes());
    const [text = texts_NOTHING, ...others] = texts ?? [];
    return others.length === 0 && !text.includes(texts_NOTHING) && !hasHoles(text) ? text : undefined;
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
        if (error instanceof sql_parser/* SyntaxFailure */.CM)
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
    const items = as(statement, 'DoStmt')?.args ?? as(statement, 'CreateFunctionStmt')?.options ?? [];
    const bodies = items.flatMap((item) => {
        const element = as(item, 'DefElem');
        if (element?.defname !== 'as')
            return [];
        return [as(element.arg, 'String') ?? as(as(element.arg, 'List')?.items?.[0], 'String')];
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
    const given = (as(statement, 'CreateFunctionStmt')?.parameters ?? []).flatMap((item) => {
        const parameter = as(item, 'FunctionParameter');
        const mode = parameter?.mode ?? 'FUNC_PARAM_DEFAULT';
        return parameter && mode !== 'FUNC_PARAM_TABLE' && mode !== 'FUNC_PARAM_OUT' ? [parameter] : [];
    });
    return new Set(given.flatMap(({ argType }, at) => (parts(argType?.names).at(-1) === 'bool' ? [`$${at + 1}`] : [])));
}
const loopVariable = ({ var: variable }) => String(variable?.PLpgSQL_var?.refname ?? '');
/** Blocks that the line may be in the declarations of: behind the BEGIN before it. */
function blocksOf(line, blocks) {
    const begins = blocks.map(({ fields }) => Number(fields.lineno));
    return blocks.filter((_, at) => line <= (begins[at] ?? 0) && (begins[at - 1] ?? 0) <= line);
}
/** Labels of blocks and loops, and the function's name: `label.variable` is the variable. */
function labelsIn(tree, statement) {
    const labels = new Set(parts(as(statement, 'CreateFunctionStmt')?.funcname).slice(-1));
    tree_visit(tree, (_, { label }) => {
        if (typeof label === 'string')
            labels.add(label);
    });
    return labels;
}
/** In a SQL function a column wins over the argument of its name; which there are, the text does not tell. */
function argumentsOf(statement) {
    const { funcname, parameters = [] } = as(statement, 'CreateFunctionStmt') ?? {};
    const own = parts(funcname).at(-1);
    const truths = truthsOf(statement);
    const names = new Set(parameters.flatMap((item) => as(item, 'FunctionParameter')?.name ?? []));
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
        if (!hasHoles(text))
            walkAll(text, statements, c, parameters);
        else if (harmless(text, statements, holes.kinds)) {
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
    const texts = statementTexts(text, statements);
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
        const statement = c.parser.parse(text)[0]?.stmt;
        const labels = labelsIn(tree, statement);
        const defaults = leftOut(tree, statement, c.parser);
        const holes = new Holes();
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
        const select = given && as(c.parser.parse(statementOf(given))[0]?.stmt, 'SelectStmt');
        const value = as(substitute(select?.targetList?.[0], lookup), 'ResTarget')?.val;
        if (value && !as(value, 'FuncCall') && mayBeTruth(value))
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
        if (error instanceof sql_parser/* SyntaxFailure */.CM)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/sql/statements/blanket.js


/** True when every row gets the same values, and only ranges, IS NOT NULL and joins say which rows. */
function isBlanket({ targetList = [], whereClause }, body) {
    const isConstant = (node) => fold(node) !== undefined ||
        (!body && as(node, 'ParamRef') !== undefined) ||
        as(node, 'SetToDefault') !== undefined;
    const isWide = (node) => {
        const bool = as(node, 'BoolExpr');
        if (bool)
            return (bool.args ?? []).every(bool.boolop === 'NOT_EXPR' ? isTest : isWide);
        const test = as(node, 'NullTest');
        if (test)
            return test.nulltesttype === 'IS_NOT_NULL' && blanket_isColumn(test.arg);
        const truth = as(node, 'BooleanTest');
        if (truth)
            return isWide(truth.arg);
        const operation = as(node, 'A_Expr');
        if (!operation)
            return isConstant(node);
        const sides = [operation.lexpr, operation.rexpr];
        // In a body, a name may be that of an argument.
        if (sides.every(blanket_isColumn))
            return !body;
        const picks = operation.kind !== 'AEXPR_DISTINCT' && EQUAL.test(parts(operation.name).at(-1) ?? '');
        return isTest(node) && !picks;
    };
    /** A column beside a constant. */
    const isTest = (node) => {
        const operation = as(node, 'A_Expr');
        if (!operation)
            return isWide(node);
        const sides = [operation.lexpr, operation.rexpr].flatMap((side) => as(side, 'List')?.items ?? side ?? []);
        return (sides.some(blanket_isColumn) && sides.every((side) => blanket_isColumn(side) || (isConstant(side) && !isDate(side))));
    };
    const values = targetList.map((item) => as(item, 'ResTarget')?.val);
    return values.length > 0 && values.every(isConstant) && isWide(whereClause) && !isBounded(whereClause);
}
/** `id BETWEEN 1 AND 1000`, `id >= 1 AND id < 1000`: a batch. */
function isBounded(where) {
    const bool = as(where, 'BoolExpr');
    const all = bool?.boolop === 'AND_EXPR' ? (bool.args ?? []) : [where];
    const below = new Set();
    const above = new Set();
    for (const each of all) {
        const { kind, name, lexpr, rexpr } = as(each, 'A_Expr') ?? {};
        if (kind === 'AEXPR_BETWEEN')
            return true;
        const [left, right] = [lexpr, rexpr].map((side) => parts(as(side, 'ColumnRef')?.fields).at(-1));
        const column = left ?? right;
        if (column === undefined || (left !== undefined && right !== undefined))
            continue;
        const sign = parts(name).at(-1);
        if (sign === '<' || sign === '<=')
            (left === undefined ? above : below).add(column);
        if (sign === '>' || sign === '>=')
            (left === undefined ? below : above).add(column);
    }
    return [...below].some((column) => above.has(column));
}
/** What is older than a day is picked by what it is; many rows of it are another matter. */
const isDate = (node) => /^\d{4}-\d\d?(-|$)/.test(String(fold(node) ?? ''));
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
    const bool = as(where, 'BoolExpr');
    if (bool?.boolop === 'AND_EXPR')
        return (bool.args ?? []).flatMap(conjuncts);
    return where ? [where] : [];
}
/** A subquery, or two columns that are the same. */
function limits_joins(node) {
    const { lexpr, rexpr } = as(node, 'A_Expr') ?? {};
    const wanted = [lexpr, rexpr].every((side) => side && 'ColumnRef' in side);
    const array = rexpr && JSON.stringify(rexpr).includes('"SubLink":');
    return as(node, 'SubLink') !== undefined || wanted || array === true;
}
function limitsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(limitsIn);
    if (value === null || typeof value !== 'object')
        return [];
    const below = Object.values(value).flatMap(limitsIn);
    const { limitCount, whereClause, fromClause } = value;
    const limit = whereClause === undefined && fromClause?.length === 1 ? fold(limitCount) : undefined;
    return typeof limit === 'number' ? [limit, ...below] : below;
}

;// CONCATENATED MODULE: ./lib/sql/statements/rows.js















const statements_rows_ROWS = {
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
            c.on('truncate', 'table', as(item, 'RangeVar'), {
                rows: 'all',
                lock: EXCLUSIVE,
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
            c.repeats.relation(relationName(node.relation));
        if (many)
            walkMany(rest, c);
        else
            walk(rest, c);
    });
}
/** The rows that ON CONFLICT changes: as many as come in, and only those that the client wrote down or sends are a few. */
function conflicting(source, { place }) {
    const select = as(source, 'SelectStmt');
    if (!select)
        return 'some';
    // A single row of VALUES may hold functions that return sets.
    if (select.valuesLists)
        return addsNoRows(select.valuesLists) ? 'some' : 'unknown';
    if (select.larg || select.groupClause)
        return 'unknown';
    // An array of a body may come from a query.
    if (place.body && holdsParameter(select))
        return 'unknown';
    const given = (select.fromClause ?? []).every((item) => {
        const { functions = [], ordinality } = as(item, 'RangeFunction') ?? {};
        return !ordinality && functions.length === 1 && functions.every(givesWritten);
    });
    return given && addsNoRows([select.targetList, select.sortClause]) ? 'some' : 'unknown';
}
/** A function of FROM, with its column definitions. */
const givesWritten = (node) => {
    const call = as(as(node, 'List')?.items?.[0], 'FuncCall');
    return call !== undefined && isGiven(call);
};
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
const MATCHED = { CMD_UPDATE: 'update', CMD_DELETE: 'delete' };
function branches(node, c) {
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = as(item, 'MergeWhenClause');
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
    if (!relation || fold(clause.condition) === false)
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
        const given = SECURITY.filter((name) => tree_option(node.options, name) !== undefined);
        const off = given.some((name) => /^(false|off|no|0)$/.test(tree_option(node.options, name) ?? ''));
        const detail = ['or replaces it', ...given].join(' with ');
        c.on('create', 'view', node.view, { ...(node.replace && { lock: EXCLUSIVE, detail }) });
        if (node.replace && off)
            c.on('alter', 'security-option', node.view);
        if (showsServer(node))
            c.on('create', 'catalog-view', node.view);
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
        const owner = node.options?.flatMap((item) => {
            const { defname, arg } = as(item, 'DefElem') ?? {};
            return defname === 'owned_by' ? [parts(arg).slice(0, -1)] : [];
        })[0];
        // NONE has no table.
        if (owner?.length)
            c.on('alter', 'sequence', node.sequence, { detail: `${OWNED_BY}${dotted(owner)}` });
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
/** Who changes rows of this view changes settings, or the catalogue by a name that is gone with the connection. */
function showsServer({ query, view }) {
    const from = as(query, 'SelectStmt')?.fromClause ?? [];
    const base = from.length === 1 ? as(from[0], 'RangeVar') : undefined;
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
            alike: (node.tableElts ?? []).some((item) => as(item, 'TableLikeClause')) || node.ofTypename !== undefined,
            joined: (node.inhRelations ?? []).length > 0,
        });
    for (const item of node.tableElts ?? []) {
        const column = as(item, 'ColumnDef');
        storedFlows(column, node.relation, c);
        noteKey(as(item, 'Constraint'), node.relation, c, { made: true });
        for (const constraint of column?.constraints ?? [])
            noteKey(as(constraint, 'Constraint'), node.relation, c, { column: column?.colname, made: true });
    }
    walk([node.tableElts, node.constraints, node.partbound, node.partspec], c);
    for (const parent of node.inhRelations ?? [])
        c.on('alter', 'table', as(parent, 'RangeVar'), { lock: node.partbound ? EXCLUSIVE : lockOf('inherited') });
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
    createFlows(node.query, relation, parts(node.into?.colNames), c, shown);
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
        lock: c.isNew(node.relation) ? 'none' : lockOf(node.concurrent ? 'concurrently' : 'create index'),
    });
    walk([node.indexParams, node.indexIncludingParams, node.whereClause], c);
}

;// CONCATENATED MODULE: ./lib/sql/statements/prepare.js







const PREPARED = {
    PrepareStmt: prepare,
    ExecuteStmt: execute,
    DeallocateStmt(node, c) {
        const name = dotted([node.name ?? '']);
        c.add({ action: 'prepare', object: 'deallocate', name: node.name ? name : 'all' });
        if (node.name)
            c.known.prepared.delete(name);
        else
            c.known.prepared.clear();
    },
};
function prepare(node, c) {
    const name = dotted([node.name ?? '']);
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
    const name = dotted([node.name ?? '']);
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
const prepare_TYPES = /^(int[248]|float[48]|numeric|text|varchar|bpchar|name|uuid|date|timestamp|timestamptz|time|timetz|interval|jsonb?|bytea|oid|inet)$/;
/** Written down, or sent by the client: one value, and neither NULL nor a boolean, which many rows may have. */
function prepare_isGiven(value) {
    const cast = as(value, 'TypeCast');
    if (cast) {
        const names = parts(cast.typeName?.names);
        const own = names.length === 1 || names[0] === 'pg_catalog';
        return own && prepare_TYPES.test(names.at(-1) ?? '') && cast.arg !== undefined && prepare_isGiven(cast.arg);
    }
    if (as(value, 'ParamRef') || as(value, 'SQLValueFunction'))
        return true;
    const items = as(value, 'A_ArrayExpr');
    if (items)
        return (items.elements ?? []).every(prepare_isGiven);
    const constant = fold(value) ?? (as(uncast(value), 'A_Const')?.isnull ? null : fold(uncast(value)));
    if (constant === undefined || constant === null || typeof constant === 'boolean')
        return false;
    return !(typeof constant === 'string' && isBoolean(constant));
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
        c.add({ action: 'cursor', object: 'cursor', name: dotted([node.portalname ?? '']) });
        c.within('cursor', () => walk(node.query, c));
    },
    FetchStmt(node, c) {
        c.add({ action: 'cursor', object: 'fetch', name: dotted([node.portalname ?? '']) });
    },
    ClosePortalStmt(node, c) {
        c.add({ action: 'cursor', object: 'close', name: dotted([node.portalname ?? '']) });
    },
    ...PREPARED,
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
function valuesOf(node) {
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
        const effect = settingEffect(name, node.kind === 'VAR_SET_VALUE' ? valuesOf(node) : undefined);
        c.add(back ? { ...effect, detail: 'to its default' } : effect);
        if (movesNames(name))
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
        const name = dotted(parts(node.func?.objname));
        c.add({ action: 'alter', object: 'function', name });
        options(node.actions, name, c);
    },
    CreateTrigStmt(node, c) {
        c.on('create', 'trigger', node.relation, {
            lock: lockOf('create trigger'),
            ...(node.trigname && { column: node.trigname }),
        });
        c.within('trigger', () => code_named(node.funcname, c));
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
    AlterExtensionContentsStmt(node, c) {
        const name = dotted([node.extname ?? '']);
        c.add({ action: 'alter', object: 'extension', name, detail: objectKind(node.objtype) });
        if (node.action !== code_DROPS)
            extension_member(dotted(parts(node.object)), name, c);
    },
    CreatePLangStmt: (node, c) => c.add({ action: 'create', object: 'language', name: dotted([node.plname ?? '']) }),
    CreateAmStmt: (node, c) => c.add({
        action: 'create',
        object: 'language',
        name: dotted([node.amname ?? '']),
        detail: 'access method',
    }),
    LoadStmt: (_, c) => c.add({ action: 'load', object: 'library' }),
};
const code_DROPS = -1;
function code_named(names, c) {
    const effect = effectOfName(parts(names));
    if (effect && !c.known.functions.has(effect.name ?? ''))
        c.add(effect);
}
const code_textOf = (node) => {
    const list = as(node, 'List');
    if (list)
        return parts(list.items);
    const text = as(node, 'String');
    return text ? [text.sval ?? ''] : [];
};
const code_argument = (items, name) => (items ?? []).map((item) => as(item, 'DefElem')).findLast((element) => element?.defname === name)?.arg;
/** Words of a block that may end a transaction, itself or by what it runs. */
const COMMITS = /\b(?:commit|rollback|call|execute)\b/i;
function runBlock(node, c) {
    const language = tree_option(node.args, 'language') ?? 'plpgsql';
    c.add({ action: 'execute', object: 'block', name: language });
    const text = code_textOf(code_argument(node.args, 'as'))[0];
    c.commits ||= c.topLevel && (language !== 'plpgsql' || COMMITS.test(text ?? ''));
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
    if (node.replace && returnsTrigger(node.returnType))
        c.names.hook();
}
function body(node, language, c) {
    const text = code_textOf(code_argument(node.options, 'as'));
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
        const effect = settingEffect(set.name ?? 'all', set.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined);
        // A fixed search_path is what careful authors give a SECURITY DEFINER function.
        if (set.name !== undefined && movesNames(set.name) && effect.name === 'search_path')
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
/** What stands behind the new name is code. */
const rename_CODE = /^(function|aggregate|type|domain)$/;
const to = (names) => `to ${dotted(names.filter(Boolean))}`;
function rename(node, c) {
    const object = objectKind(node.renameType);
    const relation = c.mention(node.relation);
    const name = relation || dotted(node.subname && !node.object ? [node.subname] : parts(node.object));
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
        ...(node.relation && { lock: object === 'index' ? lockOf('rename index') : EXCLUSIVE }),
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
    const { detail } = settingEffect(name, set?.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined);
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
    ...statements_rows_ROWS,
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















const HANDLERS = { ...EXPRESSIONS, ...statements_STATEMENTS };
const NO_USES = { functions: [], operators: [], types: [], fields: [], assigned: [] };
/** Throws only when the parser instance is spoilt (`isSpoilt`). */
function analyseText(parser, text) {
    try {
        const statements = parser.parse(text);
        const c = new Collector(parser, HANDLERS);
        // A file of many statements may ask for more than one statement.
        c.start.work.left += 4 * text.length;
        c.probes.depth.work.left += 4 * text.length;
        const texts = statementTexts(text, statements);
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
        return c.templated ? shown(analysis) : analysis;
    }
    catch (error) {
        if (error instanceof sql_parser/* SyntaxFailure */.CM)
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
    const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync, scanSync } = await __nccwpck_require__.e(/* import() */ 627).then(__nccwpck_require__.t.bind(__nccwpck_require__, 627, 19));
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


/***/ }),

/***/ 232:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(919);
/* harmony import */ var _analyse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(946);
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
