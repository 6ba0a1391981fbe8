export const id = 302;
export const ids = [302];
export const modules = {

/***/ 91302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HANDLERS: () => (/* binding */ HANDLERS),
  analyseText: () => (/* binding */ analyseText),
  refused: () => (/* binding */ refused)
});

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

// EXTERNAL MODULE: ./lib/sql/tree.js
var tree = __webpack_require__(14410);
;// CONCATENATED MODULE: ./lib/sql/choices.js


const KNOWN = new Map(Object.entries(CHOICES).map(([field, values]) => [field, new Set(values.split(/\s+/))]));
/** Bounds of partitions are told by a letter. */
const LETTERS = /^.$/;
/** Their handlers take a value that they do not know for the worst, and they are too many to be looked through twice. */
const CAREFUL = /^(?:Select|Insert|Update|Delete)Stmt$/;
/** Tells each value of the statement that is new, whichever node it stands in. */
function checkChoices(statement, c) {
    if (!CAREFUL.test((0,tree/* tagOf */.cO)(statement) ?? ''))
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

// EXTERNAL MODULE: ./lib/sql/functions.js + 1 modules
var functions = __webpack_require__(70982);
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
    for (let cast = (0,tree.as)(node, 'TypeCast'); cast; cast = (0,tree.as)(node, 'TypeCast'))
        node = cast.arg;
    const call = (0,tree.as)(node, 'FuncCall');
    return (0,tree/* parts */.rT)((0,tree.as)(node, 'ColumnRef')?.fields ?? call?.funcname).at(-1);
}
function expanded(qualifier, items) {
    const chosen = qualifier.length === 0 ? items : items.filter((item) => item.name === qualifier.at(-1));
    if (items.some((item) => item.merged) && qualifier.length === 0)
        return [star(chosen)];
    return chosen.flatMap((item) => item.outputs ?? [star([item])]);
}
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
    const select = (0,tree.as)(node, 'SelectStmt');
    if (select)
        return selected(select, ctes, outer, depth);
    const written = (0,tree.as)(node, 'InsertStmt') ?? (0,tree.as)(node, 'UpdateStmt') ?? (0,tree.as)(node, 'DeleteStmt') ?? (0,tree.as)(node, 'MergeStmt');
    if (written)
        return returned(written, ctes, outer, depth);
    if ((0,tree.as)(node, 'VariableShowStmt'))
        return [{ columns: [], sources: [], opaque: true }];
    // What COPY, or a later EXECUTE or FETCH, returns.
    const named = (0,tree.as)(node, 'PrepareStmt')?.query ?? (0,tree.as)(node, 'DeclareCursorStmt')?.query ?? (0,tree.as)(node, 'CopyStmt')?.query;
    if (named)
        return query(named, ctes, outer, deeper(depth));
    const explained = (0,tree.as)(node, 'ExplainStmt');
    if (explained)
        return [plan(explained)];
    return undefined;
}
/** A plan shows constants, and what code made of them while planning; never a value of a row. */
function plan(node) {
    let foreign = false;
    visit(node, (tag, fields) => {
        if (tag === 'FuncCall')
            foreign ||= (0,functions/* isForeign */.jq)((0,tree/* parts */.rT)(fields.funcname));
    });
    return { name: 'QUERY PLAN', columns: [], sources: [], opaque: false, ...(foreign ? { foreign } : {}) };
}
function withNames(clause, ctes, outer, depth) {
    const known = new Map(ctes);
    // All names are known inside all of them.
    if (clause?.recursive)
        for (const node of clause.ctes ?? [])
            known.set((0,tree.as)(node, 'CommonTableExpr')?.ctename ?? '', [everything(clause.ctes, ctes)]);
    for (const node of clause?.ctes ?? []) {
        const cte = (0,tree.as)(node, 'CommonTableExpr');
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
    const first = (0,tree.as)(cte.ctequery, 'SelectStmt')?.larg;
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
        for (const source of cte ? union(cte).sources : [`${(0,tree/* relationName */.CJ)(fields)}.*`])
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
const names = (nodes) => (0,tree/* parts */.rT)(nodes);
function selected(select, ctes, outer, depth) {
    const known = withNames(select.withClause, ctes, outer, depth);
    if (select.larg && select.rarg) {
        const left = selected(select.larg, known, outer, deeper(depth));
        const right = selected(select.rarg, known, outer, deeper(depth));
        return left && right ? united(left, right) : undefined;
    }
    const items = fromItems(select.fromClause, known, outer, depth);
    const scope = [...items, ...outer];
    const rows = (select.valuesLists ?? []).map((row) => ((0,tree.as)(row, 'List')?.items ?? []).map((value) => carriedBy(value, known, scope, depth)));
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
        const target = (0,tree.as)(node, 'ResTarget');
        const reference = (0,tree.as)(target?.val, 'ColumnRef');
        const star = reference?.fields?.some((field) => (0,tree.as)(field, 'A_Star')) ?? false;
        if (star)
            return expanded((0,tree/* parts */.rT)(reference?.fields), items);
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
        items.push(...itemsOf(node, ctes, (0,tree.as)(node, 'RangeVar') ? [] : [...items, ...outer], depth));
    return items;
}
function itemsOf(node, ctes, outer, depth) {
    const relation = (0,tree.as)(node, 'RangeVar');
    if (relation) {
        const name = relation.alias?.aliasname ?? relation.relname ?? '';
        const cte = relation.schemaname ? undefined : ctes.get(relation.relname ?? '');
        const labels = names(relation.alias?.colnames);
        if (cte)
            return [{ name, outputs: renamed(cte, labels) }];
        return [{ name, relation: (0,tree/* relationName */.CJ)(relation), renamed: labels.length > 0 }];
    }
    const join = (0,tree.as)(node, 'JoinExpr');
    if (join)
        return joined(join, ctes, outer, depth);
    const derived = (0,tree.as)(node, 'RangeSubselect');
    if (derived) {
        const outputs = query(derived.subquery, ctes, outer, deeper(depth)) ?? [unknown()];
        return [
            { name: derived.alias?.aliasname ?? '', outputs: renamed(outputs, names(derived.alias?.colnames)) },
        ];
    }
    const sample = (0,tree.as)(node, 'RangeTableSample');
    if (sample?.relation)
        return itemsOf(sample.relation, ctes, outer, depth);
    const computed = (0,tree.as)(node, 'RangeFunction') ?? (0,tree.as)(node, 'RangeTableFunc') ?? (0,tree.as)(node, 'JsonTable');
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
            found = (0,tree/* parts */.rT)(fields.funcname).at(-1) ?? '';
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
        const reference = (0,tree.as)(node, 'ColumnRef');
        if (reference) {
            const read = referred((0,tree/* parts */.rT)(reference.fields), reference.fields?.length ?? 0, scope);
            work.left -= read.reduce((sum, { sources }) => sum + sources.length, cost);
            found.push(...read);
        }
        else if ((0,tree.as)(node, 'SubLink'))
            found.push(linked(node, ctes, scope, depth));
        else {
            const call = (0,tree.as)(node, 'FuncCall');
            // A rank over a window tells which of two values is greater.
            const ranks = call?.over ?? call?.agg_within_group;
            if (call && !ranks && (0,functions/* isOpaque */.qp)((0,tree/* parts */.rT)(call.funcname)))
                found.push({ columns: [], sources: [], opaque: true });
            else {
                if (call && (0,functions/* isForeign */.jq)((0,tree/* parts */.rT)(call.funcname)))
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
    const link = (0,tree.as)(node, 'SubLink');
    const select = (0,tree.as)(link?.subselect, 'SelectStmt');
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
        ...(node.returningClause?.options ?? []).flatMap((option) => (0,tree.as)(option, 'ReturningOption')?.value ?? []),
    ];
    const rows = aliases.map((name) => ({ ...(target[0] ?? { name }), name }));
    const scope = [...items, ...rows, ...outer];
    const inserted = query(fields.selectStmt, known, outer, deeper(depth)) ?? [];
    const clauses = (fields.mergeWhenClauses ?? []).flatMap((item) => (0,tree.as)(item, 'MergeWhenClause') ?? []);
    const excluded = { name: 'excluded', outputs: [{ ...union(inserted), star: true }] };
    const set = [
        ...(fields.targetList ?? []),
        ...(fields.onConflictClause?.targetList ?? []),
        ...clauses.flatMap(({ targetList = [], values = [] }) => [...targetList, ...values]),
    ].map((item) => carriedBy((0,tree.as)(item, 'ResTarget')?.val ?? item, known, [...scope, excluded], depth));
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
        this.types.add(/%\s*type\s*$/i.test(text) ? `${(0,tree/* dotted */.Bs)(found)}%type` : (0,tree/* dotted */.Bs)(found));
    }
    addFunction(names) {
        if (names.length > 0)
            this.functions.add((0,tree/* dotted */.Bs)(names));
    }
    addOperator(names) {
        const name = names.at(-1);
        if (name === undefined || names[0] === 'pg_catalog')
            return;
        this.operators.add(names.length > 1 ? `${(0,tree/* dotted */.Bs)(names.slice(-2, -1))}.${name}` : name);
    }
}
/** A part of a dotted name; `%TYPE` and `SETOF` are none. */
const PART = /"((?:[^"]|"")+)"|(?<!%\s*)\b(?!setof\s)([\p{L}_][\p{L}\p{N}_$]*)/giu;
/** Nothing of interest is below. */
const SILENT = new Set(['String', 'A_Const', 'ParamRef', 'A_Star', 'Integer', 'RangeVar', 'SQLValueFunction']);
const nodes = (value) => (Array.isArray(value) ? value : []);
const type = ({ names, pct_type: ofColumn }, into) => {
    const found = (0,tree/* parts */.rT)(nodes(names));
    if (found.length === 0 || found[0] === 'pg_catalog')
        return;
    into.types.add(ofColumn === true ? `${(0,tree/* dotted */.Bs)(found)}%type` : (0,tree/* dotted */.Bs)(found));
};
const call = ({ funcname }, into) => into.addFunction((0,tree/* parts */.rT)(nodes(funcname)));
/** Last names of `l.killer`; `l.*` has none. */
const reference = ({ fields }, into) => {
    const list = nodes(fields);
    const last = (0,tree/* parts */.rT)(list.slice(-1))[0];
    if (list.length > 1 && last !== undefined)
        into.fields.add((0,tree/* dotted */.Bs)([last]));
};
/** `(expression).name` calls a function of that name, whatever the expression is. */
const selection = ({ indirection }, into) => {
    for (const name of (0,tree/* parts */.rT)(nodes(indirection))) {
        into.fields.add((0,tree/* dotted */.Bs)([name]));
        into.addFunction([name]);
    }
};
const assignment = ({ targetList }, into) => {
    for (const item of nodes(targetList)) {
        const name = item.ResTarget?.name;
        if (name !== undefined)
            into.assigned.add((0,tree/* dotted */.Bs)([name]));
    }
};
const model = (relation, into) => {
    const name = (0,tree/* relationName */.CJ)(relation);
    if (name !== '')
        into.models.add(name);
};
const parents = ({ inhRelations }, into) => {
    for (const item of nodes(inhRelations))
        model((0,tree.as)(item, 'RangeVar'), into);
};
/** What the grammar makes of `BETWEEN`, `NULLIF`, `IN`, … is an operator by its plain name. */
const operation = ({ kind, name }, into) => {
    if (typeof kind === 'string' && kind.includes('BETWEEN'))
        for (const operator of ['>=', '<=', '<', '>'])
            into.addOperator([operator]);
    else
        into.addOperator((0,tree/* parts */.rT)(nodes(name)));
};
const READERS = {
    FuncCall: call,
    funccall: call,
    CreateCastStmt: ({ func }, into) => {
        const { objname } = (func ?? {});
        into.addFunction((0,tree/* parts */.rT)(nodes(objname)));
    },
    CreateTrigStmt: call,
    CreateEventTrigStmt: call,
    RangeTableSample: ({ method }, into) => into.addFunction((0,tree/* parts */.rT)(nodes(method))),
    A_Expr: operation,
    SubLink: ({ subLinkType, operName }, into) => {
        if (operName !== undefined)
            into.addOperator((0,tree/* parts */.rT)(nodes(operName)));
        else if (subLinkType === 'ANY_SUBLINK')
            into.addOperator(['=']);
    },
    SortBy: ({ useOp }, into) => into.addOperator((0,tree/* parts */.rT)(nodes(useOp))),
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
            if ((0,tree.as)(value, 'SubLink'))
                return;
            const names = (0,tree/* parts */.rT)((0,tree.as)(value, 'FuncCall')?.funcname);
            if (names.length > 0) {
                many ||= SETS.test(names.at(-1) ?? '');
                if ((0,functions/* isForeign */.jq)(names))
                    calls.push((0,tree/* dotted */.Bs)(names));
            }
            for (const item of Object.values(value))
                visit(item);
        }
    };
    visit([select.targetList, select.sortClause, select.groupClause]);
    return { many, calls };
}
/** What returns a trigger cannot be called. */
const returnsTrigger = (type) => /^(event_)?trigger$/.test((0,tree/* parts */.rT)(type?.names).at(-1) ?? '');
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
        const name = (0,tree/* relationName */.CJ)(relation);
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
        return relation.schemaname !== 'pg_temp' || this.#knownTemporary((0,tree/* dotted */.Bs)([relation.relname ?? '']));
    }
    /** Functions that this text made may be gone: all of them, or those of this name. */
    forgetFunctions(name) {
        for (const known of this.known.functions)
            if (name === undefined || known === (0,tree/* dotted */.Bs)([name]) || known.endsWith(`.${(0,tree/* dotted */.Bs)([name])}`))
                this.known.functions.delete(known);
    }
    /** A table of this name, or of any, may be another one than this text made. */
    forgetTables(name) {
        const last = name === undefined ? undefined : (0,tree/* dotted */.Bs)([name]);
        for (const known of this.known.created)
            if (last === undefined || known === last || known.endsWith(`.${last}`))
                this.known.created.delete(known);
    }
    isTemporary(relation) {
        if (!relation)
            return false;
        if (relation.schemaname)
            return relation.schemaname === 'pg_temp';
        return relation.relpersistence === 't' || this.#knownTemporary((0,tree/* relationName */.CJ)(relation));
    }
    isTemporaryName(names) {
        if (names.length > 1)
            return names.at(-2) === 'pg_temp';
        return names[0] !== undefined && this.#knownTemporary((0,tree/* dotted */.Bs)(names));
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
var sql_parser = __webpack_require__(29745);
;// CONCATENATED MODULE: ./lib/sql/copies.js


/** Undefined for every other statement. `text` is the statement's own text. */
function copyOf(parser, statement, text) {
    const copy = (0,tree.as)(statement, 'CopyStmt');
    if (!copy || copy.is_from || copy.filename || copy.is_program)
        return undefined;
    const named = (0,tree/* option */.uK)(copy.options, 'format') ?? 'text';
    const format = named === 'csv' || named === 'binary' ? named : 'text';
    const quote = literal(copy, 'quote') ?? '"';
    const query = copy.query ? innerQuery(parser, text, copy.query) : undefined;
    return {
        ...(copy.relation && { relation: (0,tree/* relationName */.CJ)(copy.relation) }),
        columns: (0,tree/* parts */.rT)(copy.attlist),
        ...(query !== undefined && { query }),
        format,
        delimiter: literal(copy, 'delimiter') ?? (format === 'csv' ? ',' : '\t'),
        quote,
        escape: literal(copy, 'escape') ?? quote,
        null: literal(copy, 'null') ?? (format === 'csv' ? '' : '\\N'),
        header: (0,tree/* enabled */.Sn)(copy.options, 'header'),
    };
}
/** An option's text as written: its case matters. */
function literal(copy, name) {
    const element = (copy.options ?? [])
        .map((node) => (0,tree.as)(node, 'DefElem'))
        .findLast((found) => found?.defname === name);
    const value = (0,tree.as)(element?.arg, 'String');
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
        return same(parser, query, wanted) ? query : undefined;
    }
    return undefined;
}
function same(parser, query, wanted) {
    try {
        const statements = parser.parse(query);
        return statements.length === 1 && (0,tree/* shape */.cW)(statements[0]?.stmt) === (0,tree/* shape */.cW)(wanted);
    }
    catch (error) {
        if (error instanceof sql_parser.SyntaxFailure)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/sql/constants.js + 2 modules
var sql_constants = __webpack_require__(51098);
;// CONCATENATED MODULE: ./lib/sql/columns.js


const SYSTEM = new Set(['tableoid', 'xmin', 'xmax', 'cmin', 'cmax']);
function isSystem(node, target) {
    const names = (0,tree/* parts */.rT)((0,tree.as)(node, 'ColumnRef')?.fields);
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
    const cast = (0,tree.as)(node, 'TypeCast');
    if (cast) {
        const keeps = !cast.typeName?.typmods && LOSSLESS.has((0,tree/* parts */.rT)(cast.typeName?.names).at(-1) ?? '');
        return keeps && isTargetColumn(cast.arg, target);
    }
    const call = (0,tree.as)(node, 'FuncCall');
    if (call)
        return (call.args?.length === 1 &&
            FOLDING.has((0,tree/* parts */.rT)(call.funcname).join('.')) &&
            isTargetColumn(call.args[0], target));
    const names = (0,tree/* parts */.rT)((0,tree.as)(node, 'ColumnRef')?.fields);
    const column = names.at(-1);
    if (column === undefined ||
        SYSTEM.has(column) ||
        names.length !== ((0,tree.as)(node, 'ColumnRef')?.fields?.length ?? 0))
        return false;
    return names.length === 1 ? target.others.length === 0 : names.at(-2) === alias(target.relation);
}
/** A constant other than NULL and booleans' like, a parameter, or a function of the moment: no column in it. */
function isValue(node) {
    const bare = uncast(node);
    if (bare === undefined)
        return false;
    if ((0,tree.as)(bare, 'ParamRef') || (0,tree.as)(bare, 'SQLValueFunction'))
        return true;
    const constant = (0,tree.as)(bare, 'A_Const');
    if (constant)
        return !constant.isnull;
    const value = (0,sql_constants/* fold */.A)(bare);
    return value !== undefined && value !== null;
}
function uncast(node) {
    const cast = (0,tree.as)(node, 'TypeCast');
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
                found.push((0,tree/* parts */.rT)(reference.fields));
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
    const join = (0,tree.as)(item, 'JoinExpr');
    if (!join)
        return [item];
    return [join.larg, join.rarg].flatMap((side) => (side === undefined ? [] : leaves(side)));
}
/** The name by which the other clauses know a FROM item. */
function itemName(item) {
    const relation = (0,tree.as)(item, 'RangeVar');
    if (relation)
        return alias(relation);
    return (((0,tree.as)(item, 'RangeSubselect') ?? (0,tree.as)(item, 'RangeFunction') ?? (0,tree.as)(item, 'RangeTableFunc'))?.alias
        ?.aliasname ?? '');
}
/** Names may differ in how they are qualified and still mean one table: then they are taken as one. */
function sameTable(a, b) {
    if (a.relname !== b.relname)
        return false;
    return !a.schemaname || !b.schemaname || (0,tree/* relationName */.CJ)(a) === (0,tree/* relationName */.CJ)(b);
}

;// CONCATENATED MODULE: ./lib/sql/compares.js



/** Runs `work` with the query's relations in scope for the queries inside, and notes what its conditions compare. */
function comparing(select, c, work) {
    const from = select.fromClause ?? [];
    const orders = (select.sortClause ?? []).map((item) => (0,tree.as)(item, 'SortBy')?.node);
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
    const operation = (0,tree.as)(term, 'A_Expr');
    const sides = [operation?.lexpr, operation?.rexpr];
    if (operation && isEquality(operation) && sides.every((side) => (0,tree.as)(side, 'ColumnRef'))) {
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
const isEquality = ({ kind, name }) => kind === 'AEXPR_OP' && (0,tree/* parts */.rT)(name).join('.') === '=';
const columns = (sources) => [...new Set(sources.map((source) => source.slice(source.lastIndexOf('.') + 1)))].join();
/** The single conditions of a clause; those that tell nothing of a value are left out. */
function terms(clause) {
    if (clause === undefined)
        return [];
    if (Array.isArray(clause))
        return clause.flatMap((item) => terms(item));
    const node = clause;
    const joined = (0,tree.as)(node, 'BoolExpr');
    if (joined)
        return terms(joined.args);
    const test = (0,tree.as)(node, 'NullTest');
    if (test && (0,tree.as)(test.arg, 'ColumnRef'))
        return [];
    return [node];
}
/** ON of all joins. */
function joins(item) {
    const join = (0,tree.as)(item, 'JoinExpr');
    return join ? [join.quals, ...[join.larg, join.rarg].flatMap((side) => (side ? joins(side) : []))] : [];
}
/** ORDER BY 2 stands for the second column. */
function place(order, { targetList = [] }) {
    const number = (0,tree.as)(order, 'A_Const')?.ival?.ival;
    return number === undefined ? order : (0,tree.as)(targetList[number - 1], 'ResTarget')?.val;
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
            if (call && (0,functions/* isOpaque */.qp)((0,tree/* parts */.rT)(call.funcname)))
                found.push(...(call.args ?? []).filter((argument) => !(0,tree.as)(argument, 'ColumnRef')));
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
    const source = (0,tree.as)(node.selectStmt, 'SelectStmt');
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
        const clause = (0,tree.as)(item, 'MergeWhenClause');
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
        const constraint = (0,tree.as)(item, 'Constraint');
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
        c.flow({ sources: [`${(0,tree/* relationName */.CJ)(source.relation)}.*`], place: out });
    for (const output of outputs)
        record(output, { place: out }, c, source.query);
}
/** The built-in trigger function that copies words of columns into another. */
function triggerFlow(names, args, relation, c) {
    if (!/^tsvector_update_trigger(_column)?$/.test(names.at(-1) ?? ''))
        return;
    const [column = '', , ...read] = args;
    c.flow({ ...flows_place(relation), column, sources: read.map((name) => `${(0,tree/* relationName */.CJ)(relation)}.${name}`) });
}
/** RULE actions see the row as `new` and `old`. */
function withRow(relation, work, c) {
    const before = c.flows.length;
    work();
    const name = (0,tree/* relationName */.CJ)(relation);
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
const flows_targets = (list) => (list ?? []).map((item) => (0,tree.as)(item, 'ResTarget')?.name ?? '');
function flows_assign(item, relation, ctes, scope, c) {
    const target = (0,tree.as)(item, 'ResTarget');
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
const onlyFrom = (output, relation, all) => all.length === 1 && output.sources.length === 1 && output.sources[0] === `${(0,tree/* relationName */.CJ)(relation)}.*`;
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
    const call = (0,tree.as)(value, 'FuncCall');
    if (call) {
        const names = (0,tree/* parts */.rT)(call.funcname).filter((name) => name !== 'pg_catalog');
        return (names.length === 1 &&
            call.args?.length === 1 &&
            /^(lower|upper|btrim)$/.test(names[0] ?? '') &&
            isPlain(call.args[0]));
    }
    return (0,tree.as)(value, 'ColumnRef') !== undefined;
}
function flows_place(relation) {
    const name = (0,tree/* relationName */.CJ)(relation);
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
        const names = ((0,tree.as)(def, 'List')?.items ?? []).map((item) => (0,tree.as)(item, 'DefElem')?.defname ?? '');
        return names.every((name) => locks_CALM.test(name)) ? 'SHARE UPDATE EXCLUSIVE' : EXCLUSIVE;
    }
    if (subtype === 'AT_AddConstraint' && (0,tree.as)(def, 'Constraint')?.contype === 'CONSTR_FOREIGN')
        return OTHERS['foreign key'];
    if (subtype === 'AT_DetachPartition' && (0,tree.as)(def, 'PartitionCmd')?.concurrent)
        return OTHERS.concurrently;
    return ALTER[subtype] ?? EXCLUSIVE;
}

;// CONCATENATED MODULE: ./lib/sql/subqueries.js



/** The most rows that LIMIT may let through and still pick a few. */
const BATCH = 10_000;
function subqueries_withNames(query, scope) {
    const ctes = (query.withClause?.ctes ?? []).flatMap((node) => (0,tree.as)(node, 'CommonTableExpr') ?? []);
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
    const ctes = (query.withClause?.ctes ?? []).map((node) => (0,tree.as)((0,tree.as)(node, 'CommonTableExpr')?.ctequery, 'SelectStmt'));
    const own = items.some((item) => isVery((0,tree.as)(item, 'RangeVar'), query, target));
    return (below(query.larg) ||
        below(query.rarg) ||
        ctes.some(below) ||
        named(query.valuesLists) ||
        (!own && named(query.targetList)) ||
        items.some((item) => {
            const derived = (0,tree.as)(item, 'RangeSubselect');
            return derived ? below((0,tree.as)(derived.subquery, 'SelectStmt')) : !(0,tree.as)(item, 'RangeVar') && named(item);
        }));
}
/** The same table by the same name, so it has every column of the target. */
function isVery(relation, query, target) {
    if (!relation || relation.alias?.colnames || (0,tree/* relationName */.CJ)(relation) !== (0,tree/* relationName */.CJ)(target.relation))
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
            const call = (0,tree.as)(value, 'FuncCall');
            found ||=
                call !== undefined && (call.over !== undefined || GENERATORS.test((0,tree/* parts */.rT)(call.funcname).at(-1) ?? ''));
            found ||= (0,tree.as)(value, 'SubLink') !== undefined;
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
    const limit = (0,sql_constants/* fold */.A)(limitCount);
    return typeof limit === 'number' && limit <= BATCH && limitOption !== 'LIMIT_OPTION_WITH_TIES';
}
/** A reference qualified with the target's own name inside a subquery: it is correlated. */
function mentionsOutside(query, target) {
    return references(query).some((names) => names.length > 1 && names.at(-2) === alias(target.relation));
}

;// CONCATENATED MODULE: ./lib/sql/tautologies.js



/** The arguments of OR, and of OR inside of it. */
const alternatives = (args) => args.flatMap((arg) => {
    const bool = (0,tree.as)(arg, 'BoolExpr');
    return bool?.boolop === 'OR_EXPR' ? alternatives(bool.args ?? []) : [arg];
});
/** `a IS NULL OR a IS NOT NULL`, `p OR NOT p`. */
function complementary(args) {
    const plain = new Set();
    const negated = new Set();
    for (const arg of args) {
        const test = (0,tree.as)(arg, 'NullTest');
        const bool = (0,tree.as)(arg, 'BoolExpr');
        if (test)
            (test.nulltesttype === 'IS_NULL' ? plain : negated).add(`null ${(0,tree/* shape */.cW)(test.arg)}`);
        else if (bool?.boolop === 'NOT_EXPR')
            negated.add((0,tree/* shape */.cW)(bool.args?.[0]));
        else
            plain.add((0,tree/* shape */.cW)(arg));
    }
    return [...plain].some((text) => negated.has(text));
}
const TRUTHS = [/^(t|tr|tru|true|y|ye|yes|on|1)$/i, /^(f|fa|fal|fals|false|n|no|of|off|0)$/i];
/** Constants that a boolean column may be compared with, so that every row has one of them. */
function bothTruths(values) {
    const texts = values.flatMap((value) => {
        const constant = (0,sql_constants/* fold */.A)(value) ?? (0,sql_constants/* fold */.A)(uncast(value));
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
        const join = (0,tree.as)(item, 'JoinExpr');
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
    const value = (0,sql_constants/* truthOf */.D)(node);
    if (value !== undefined)
        return value === true ? 'always' : 'never';
    const bool = (0,tree.as)(node, 'BoolExpr');
    if (bool)
        return combine(bool, target);
    const operation = (0,tree.as)(node, 'A_Expr');
    if (operation)
        return compare(operation, node, target);
    const link = (0,tree.as)(node, 'SubLink');
    if (link)
        return nested(link, target);
    if ((0,tree.as)(node, 'CurrentOfExpr'))
        return 'weak';
    const test = (0,tree.as)(node, 'NullTest');
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
        const either = bothTruths(alternatives(args).map((arg) => (0,tree.as)(arg, 'A_Expr')?.rexpr));
        return found.reduce(wider, either ? 'weak' : 'never');
    }
    return NEGATED[found[0] ?? 'weak'];
}
const NEGATED = { never: 'always', selective: 'weak', weak: 'weak', free: 'free', always: 'never' };
function compare(node, whole, target) {
    const names = (0,tree/* parts */.rT)(node.name);
    const fallback = mentions(whole, target) ? 'weak' : 'free';
    if (names.length > 1 && names[0] !== 'pg_catalog')
        return fallback;
    const name = names.at(-1);
    if (node.kind === 'AEXPR_LIKE' || node.kind === 'AEXPR_ILIKE') {
        const all = /^%+$/.test(String((0,sql_constants/* fold */.A)(node.rexpr) ?? ''));
        return all && !name?.startsWith('!') && fallback === 'weak' ? 'always' : fallback;
    }
    if (node.kind === 'AEXPR_NOT_DISTINCT' && (0,tree/* shape */.cW)(node.lexpr) === (0,tree/* shape */.cW)(node.rexpr))
        return 'always';
    const reflexive = node.kind === 'AEXPR_OP' && (name === '=' || name === '>=' || name === '<=');
    if (reflexive && (0,tree/* shape */.cW)(node.lexpr) === (0,tree/* shape */.cW)(node.rexpr))
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
    const items = (0,tree.as)(node.rexpr, 'List')?.items ?? [];
    return isTargetColumn(node.lexpr, target) && picks(items, target);
}
/** Values that pick rows: a boolean picks about any share of them. */
function picks(values, target) {
    return values.every((value) => isPicking(value, target)) && !bothTruths(values);
}
function isPicking(value, { place }) {
    if (place.repeated && holdsParameter(value))
        return false;
    return isValue(value) && typeof (0,sql_constants/* fold */.A)(value) !== 'boolean';
}
const holdsParameter = (value) => (JSON.stringify(value) ?? '').includes('"ParamRef":');
/** `column = ANY (array)`: a constant, a parameter, or the result of a query. */
function anyOf(node, target) {
    if (!isTargetColumn(node.lexpr, target))
        return undefined;
    const array = (0,tree.as)(uncast(node.rexpr), 'SubLink');
    if (array?.subLinkType === 'ARRAY_SUBLINK')
        return fromQuery([node.lexpr], array.subselect, target);
    const items = (0,tree.as)(uncast(node.rexpr), 'A_ArrayExpr');
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
        return typeof (0,sql_constants/* fold */.A)(other) === 'boolean' ? 'weak' : 'selective';
    const reference = (0,tree.as)(uncast(other), 'ColumnRef');
    if (reference)
        return predicate_joined(reference, target);
    const link = (0,tree.as)(uncast(other), 'SubLink');
    return link?.subLinkType === 'EXPR_SUBLINK' ? fromQuery([column], link.subselect, target) : undefined;
}
/** `target.column = other.column`. */
function predicate_joined(reference, target) {
    const names = (0,tree/* parts */.rT)(reference.fields);
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
    const relation = (0,tree.as)(item, 'RangeVar') ?? { relname: name };
    const asked = new Set([...(target.asked ?? []), alias(target.relation)]);
    return narrower(found, met({ ...target, relation, others, asked }));
}
/** The rows that meet all of the conditions. */
const met = (target) => target.conditions.map((condition) => selectivity(condition, target)).reduce(narrower, 'always');
/** The rows of the target that a join with this FROM item picks, whatever else is said of the item. */
function sourceOf(item, target, depth) {
    const relation = (0,tree.as)(item, 'RangeVar');
    if (relation)
        return relationSource(relation, target, depth);
    const query = (0,tree.as)((0,tree.as)(item, 'RangeSubselect')?.subquery, 'SelectStmt');
    return query ? querySource(query, target, depth) : 'weak';
}
function relationSource(relation, target, depth) {
    const cte = relation.schemaname ? undefined : target.scope.get(relation.relname ?? '');
    const query = (0,tree.as)(cte?.ctequery, 'SelectStmt');
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
        const values = query.valuesLists.flatMap((row) => (0,tree.as)(row, 'List')?.items ?? []);
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
        const relation = (0,tree.as)(item, 'RangeVar') ?? { relname: itemName(item) };
        const others = items.filter((other) => other !== item);
        return narrower(found, met({ ...target, relation, others, scope, conditions, asked: new Set() }));
    };
    return items.map(rows).reduce(wider, 'never');
}
/** `column IN (query)` and `column = (query)`. */
function fromQuery(columns, subselect, target) {
    const query = (0,tree.as)(subselect, 'SelectStmt');
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
        (link.operName === undefined || (0,tree/* parts */.rT)(link.operName).at(-1) === '=')) {
        const row = (0,tree.as)(link.testexpr, 'RowExpr');
        const columns = row ? (row.args ?? []) : [link.testexpr];
        if (columns.every((column) => isTargetColumn(column, target)))
            return fromQuery(columns, link.subselect, target);
    }
    const query = (0,tree.as)(link.subselect, 'SelectStmt');
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
    const name = (0,tree/* parts */.rT)(call.funcname).at(-1) ?? '';
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
        const names = (0,tree/* parts */.rT)(node.name);
        if (names.length > 1 && names[0] !== 'pg_catalog')
            c.add({ action: 'call', object: 'function', name: (0,tree/* dotted */.Bs)(names) });
        walk([node.lexpr, node.rexpr], c);
    },
    RangeTableSample(node, c) {
        const effect = (0,functions/* effectOfName */.Oh)((0,tree/* parts */.rT)(node.method));
        if (effect)
            c.add(effect);
        walk([node.relation, node.args, node.repeatable], c);
    },
    A_Indirection(node, c) {
        // `(expression).name` calls the function of that name; a name that is not built in is most likely a field.
        for (const name of (0,tree/* parts */.rT)(node.indirection)) {
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
    const effect = (0,functions/* callEffect */.Co)(call);
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
        c.repeats.relation((0,tree/* dotted */.Bs)(relation.schemaname ? [relation.schemaname, name] : [name]));
    const system = !relation.schemaname || /^(pg_catalog|information_schema)$/.test(relation.schemaname);
    const extension = name === 'pg_stat_statements';
    const values = VALUES.has(name) && !(name === 'pg_subscription' && c.counting);
    c.on('read', (system || extension) && values ? 'catalog-values' : 'table', relation);
}
/** Walks `work` with the clause's names visible, and the queries behind them first. */
function withCtes(clause, c, work) {
    const ctes = (clause?.ctes ?? []).flatMap((node) => (0,tree.as)(node, 'CommonTableExpr') ?? []);
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
    const relation = (0,tree.as)(fromClause[0], 'RangeVar');
    if (fromClause.length === 0)
        return true;
    if (fromClause.length > 1 || !relation || c.scope.has(relation.relname ?? '') || !whereClause)
        return false;
    const found = rowsOf(whereClause, targetOf(relation, [], c.scope, c.place, [whereClause]));
    return found === 'some' || found === 'none';
}
/** True when the query gives more rows than were written down. */
function givesMany(source, c) {
    const select = (0,tree.as)(source, 'SelectStmt');
    if (!select || select.valuesLists)
        return false;
    if (select.larg || select.rarg)
        return [select.larg, select.rarg].some((side) => side && givesMany({ SelectStmt: side }, c));
    return givesRows(select).many || givesRows(select).calls.length > 0 || !givesFew(select, c);
}
/** `SELECT count(*) FROM pg_subscription`, as pg_dump asks: nothing of the connection strings is read. */
function counts({ targetList = [], fromClause = [], ...rest }) {
    const call = (0,tree.as)((0,tree.as)(targetList[0], 'ResTarget')?.val, 'FuncCall');
    const relation = (0,tree.as)(fromClause[0], 'RangeVar');
    const only = targetList.length === 1 && fromClause.length === 1 && !relation?.alias?.colnames;
    const named = references(rest).map((names) => names.at(-1));
    return (Boolean(only && call?.agg_star) &&
        named.every((name) => name === 'subdbid' || name === 'oid' || name === 'datname'));
}
/** `SELECT set_config(name, …) FROM pg_settings WHERE name = '…'`, as pg_dump sets what may be missing: that name in the call. */
function oneSetting({ targetList = [], fromClause = [], whereClause }) {
    const call = (0,tree.as)((0,tree.as)(targetList[0], 'ResTarget')?.val, 'FuncCall');
    const [setting, ...others] = call?.args ?? [];
    const relation = (0,tree.as)(fromClause[0], 'RangeVar');
    const test = (0,tree.as)(whereClause, 'A_Expr');
    const isName = (node) => {
        const fields = (0,tree/* parts */.rT)((0,tree.as)(node, 'ColumnRef')?.fields);
        return fields.length === 1 && fields[0] === 'name';
    };
    const plain = targetList.length === 1 && fromClause.length === 1 && (0,tree/* parts */.rT)(call?.funcname).at(-1) === 'set_config';
    if (!plain || relation?.relname !== 'pg_settings' || !isName(setting) || !isName(test?.lexpr))
        return {};
    if (test?.kind !== 'AEXPR_OP' ||
        (0,tree/* parts */.rT)(test.name).join('.') !== '=' ||
        !test.rexpr ||
        !(0,tree.as)(test.rexpr, 'A_Const'))
        return {};
    const named = { FuncCall: { ...call, args: [test.rexpr, ...others] } };
    return { targetList: [{ ResTarget: { val: named } }] };
}
/** Remembers a relation that this text made, when it surely exists afterwards. */
function created(relation, c, dropsOnCommit) {
    const name = relation.relname ?? '';
    const temporary = relation.relpersistence === 't' || relation.schemaname === 'pg_temp';
    if (temporary && !c.resolutionChanged) {
        c.known.temporary.add((0,tree/* dotted */.Bs)([name]));
        if (dropsOnCommit)
            c.known.untilCommit.add((0,tree/* dotted */.Bs)([name]));
    }
}

// EXTERNAL MODULE: ./lib/sql/slices.js
var slices = __webpack_require__(40581);
;// CONCATENATED MODULE: ./lib/sql/statements/add.js


/** ADD COLUMN: some defaults are written into every row, and some constraints read them all. */
function addColumn(definition, add) {
    const column = definition?.colname;
    const named = column ? { column } : {};
    add('create', 'column', {
        ...named,
        ...(isRequired(definition) && { detail: 'NOT NULL without a default' }),
    });
    const type = (0,tree/* parts */.rT)(definition?.typeName?.names).at(-1) ?? '';
    if (SERIAL.test(type))
        add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' });
    for (const item of definition?.constraints ?? []) {
        const constraint = (0,tree.as)(item, 'Constraint');
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
    const kinds = (definition?.constraints ?? []).map((item) => (0,tree.as)(item, 'Constraint')?.contype ?? '');
    if (SERIAL.test((0,tree/* parts */.rT)(definition?.typeName?.names).at(-1) ?? ''))
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
    const call = (0,tree.as)(value, 'FuncCall');
    if (call && (0,functions/* isVolatile */.V8)((0,tree/* parts */.rT)(call.funcname)))
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
        c.add({ action: 'drop', object: 'database', name: (0,tree/* dotted */.Bs)([node.dbname ?? '']), rows: 'all' });
    },
    DropTableSpaceStmt(node, c) {
        c.add({ action: 'drop', object: 'tablespace', name: (0,tree/* dotted */.Bs)([node.tablespacename ?? '']) });
    },
    DropSubscriptionStmt(node, c) {
        c.add({
            action: 'drop',
            object: 'subscription',
            name: (0,tree/* dotted */.Bs)([node.subname ?? '']),
            ...cascade(node.behavior),
        });
    },
    DropUserMappingStmt(node, c) {
        c.add({ action: 'drop', object: 'user-mapping', name: (0,tree/* dotted */.Bs)([node.servername ?? '']) });
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
        const names = (0,tree/* parts */.rT)(item);
        const own = ON_RELATION.has(object);
        const name = (0,tree/* dotted */.Bs)(own ? names.slice(0, -1) : names);
        const temporary = RELATIONS.has(object) && c.isTemporaryName(names);
        if (RELATIONS.has(object) || own)
            c.mentionName(name);
        c.add({
            action: 'drop',
            object: drop_isSystem(names) ? 'catalog' : object,
            ...(name && { name }),
            ...(own && { column: (0,tree/* dotted */.Bs)(names.slice(-1)) }),
            ...(STORES.has(object) && { rows: 'all' }),
            ...cascade(node.behavior),
            ...(temporary && { temporary }),
            ...((RELATIONS.has(object) || own) && { lock: node.concurrent ? lockOf('concurrently') : EXCLUSIVE }),
            ...(object === 'statistic-ext' && { lock: lockOf('statistics') }),
        });
        // A second DROP of the same name means the permanent one.
        if (RELATIONS.has(object))
            c.known.temporary.delete((0,tree/* dotted */.Bs)(names.slice(-1)));
        c.known.created.delete(name);
        if (object === 'function' || object === 'aggregate')
            c.forgetFunctions(names.at(-1));
        else if (OWNERS.has(object))
            c.forgetFunctions();
        walk(arguments_(item), c);
    }
}
/** Types in an argument list may be anything; they are walked for completeness. */
const arguments_ = (item) => (0,tree.as)(item, 'ObjectWithArgs')?.objargs;
const drop_isSystem = (names) => names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '');

;// CONCATENATED MODULE: ./lib/sql/statements/new-columns.js

const key = (relation, column) => `${(0,tree/* relationName */.CJ)(relation)} ${column ?? ''}`;
/** Notes a column that was certainly not there before: without IF NOT EXISTS it would be an error. */
function noteColumn(command, node, c) {
    const column = (0,tree.as)(command.def, 'ColumnDef')?.colname;
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
        const target = (0,tree.as)(item, 'ResTarget');
        return target?.name !== undefined && c.known.columns.has(key(relation, target.name));
    });
}
/** Statements after which a name of a table or column surely means what it meant before. */
function keepsNames(statement) {
    const setting = (0,tree.as)(statement, 'VariableSetStmt');
    if (setting)
        return /^(lock|statement|idle_in_transaction_session)_timeout$/.test(setting.name ?? '');
    const transaction = (0,tree.as)(statement, 'TransactionStmt');
    if (transaction)
        return /^TRANS_STMT_(BEGIN|START|COMMIT)$/.test(transaction.kind ?? '');
    return ['AlterTableStmt', 'UpdateStmt', 'IndexStmt', 'CommentStmt'].some((kind) => statement !== undefined && kind in statement);
}

;// CONCATENATED MODULE: ./lib/sql/statements/retype.js


/** True when the new values are more than the old ones in another form. */
function overwrites(definition, column) {
    const type = definition?.typeName;
    const first = (0,tree/* parts */.rT)(type?.names);
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
    if (NARROW.test((0,tree/* parts */.rT)(type?.names).at(-1) ?? '') && !type?.arrayBounds)
        return true;
    const cast = (0,tree.as)(definition?.raw_default, 'TypeCast')?.typeName;
    // A cast that is written out cuts at the length; an assignment is an error.
    return CUT.test((0,tree/* parts */.rT)(cast?.names).at(-1) ?? '') && (cast?.typmods?.length ?? 0) > 0;
}
/** The type that values get which are taken over as they are, or cast to it; undefined for other values. */
function newType(definition, column) {
    const type = written(definition?.typeName);
    const using = definition?.raw_default;
    if (!type || using === undefined || isColumn(using, column))
        return type && { ...type, cast: false };
    const cast = (0,tree.as)(using, 'TypeCast');
    const to = written(cast?.typeName);
    if (!to || to.type !== type.type || !isColumn(cast?.arg, column))
        return undefined;
    // Without its length, the cast changes nothing that the assignment would not.
    if (to.modifier === undefined)
        return { ...type, cast: false };
    return to.modifier === type.modifier ? { ...type, cast: true } : undefined;
}
const isColumn = (node, column) => (0,tree/* parts */.rT)((0,tree.as)(node, 'ColumnRef')?.fields).at(-1) === column;
/** `varchar`, `10,2`; undefined for what is no constant. */
function written(type) {
    const names = (0,tree/* parts */.rT)(type?.names);
    const own = names[0] === 'pg_catalog' ? names.slice(1) : names;
    const modifiers = (type?.typmods ?? []).map((node) => (0,sql_constants/* fold */.A)(node));
    if (own.length === 0 || modifiers.some((each) => typeof each !== 'number'))
        return undefined;
    const modifier = modifiers.join(',');
    return { type: (0,tree/* dotted */.Bs)(own), ...(modifier !== '' && { modifier }) };
}
const FORMS = /^(timezone|to_timestamp|to_jsonb?|array_to_json|array_to_string|string_to_array|nullif)$/;
/** Types that keep little of what was cast to them. */
const SHORT = /^(char|bool|name|date|time|timetz|int2)$/;
function isForm(node, column, outermost) {
    const below = (inner) => isForm(inner, column, false);
    const cast = (0,tree.as)(node, 'TypeCast');
    if (cast)
        return keepsForm(cast.typeName, outermost) && below(cast.arg);
    const call = (0,tree.as)(node, 'FuncCall');
    if (call) {
        const values = (call.args ?? []).filter((arg) => (0,sql_constants/* fold */.A)(arg) === undefined);
        return FORMS.test((0,tree/* parts */.rT)(call.funcname).at(-1) ?? '') && values.length === 1 && below(values[0]);
    }
    const operation = (0,tree.as)(node, 'A_Expr');
    if (operation?.kind === 'AEXPR_NULLIF')
        return below(operation.lexpr) && (0,sql_constants/* fold */.A)(operation.rexpr) !== undefined;
    const elements = (0,tree.as)(node, 'A_ArrayExpr')?.elements;
    if (elements)
        return elements.length === 1 && below(elements[0]);
    const collated = (0,tree.as)(node, 'CollateClause');
    if (collated)
        return below(collated.arg);
    const names = (0,tree/* parts */.rT)((0,tree.as)(node, 'ColumnRef')?.fields);
    return names.length > 0 && names.at(-1) === column;
}
/** A length cuts the values: one that leaves a letter or two keeps no form. */
function keepsForm(type, outermost) {
    const name = (0,tree/* parts */.rT)(type?.names).at(-1) ?? '';
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
        const name = node.relation ? c.mention(node.relation) : (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.object));
        c.add({ action: 'alter', object: objectKind(node.objectType), name });
    },
    AlterDomainStmt(node, c) {
        const name = (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.typeName));
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
                ...notValid((0,tree.as)(node.def, 'Constraint')),
            });
        else
            c.add({ action: 'alter', object: 'domain', name });
        walk(node.def, c);
    },
    AlterTableMoveAllStmt(node, c) {
        c.add({
            action: 'rewrite',
            object: 'tablespace',
            name: (0,tree/* dotted */.Bs)([node.orig_tablespacename ?? '']),
            lock: EXCLUSIVE,
        });
    },
};
const alter_cascade = (behavior) => behavior === 'DROP_CASCADE' ? { cascade: true } : {};
function alterTable(node, c) {
    c.schemaChanged = true;
    const kind = objectKind(node.objtype);
    for (const item of node.cmds ?? []) {
        const command = (0,tree.as)(item, 'AlterTableCmd');
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
    const definition = (0,tree.as)(command.def, 'ColumnDef');
    const subtype = command.subtype ?? '';
    if (subtype === 'AT_AlterColumnType')
        columnFlow(definition?.raw_default, node.relation, command.name, c);
    if (subtype === 'AT_SetExpression' || subtype === 'AT_ColumnDefault')
        columnFlow(command.def, node.relation, command.name, c);
    if (subtype === 'AT_AddColumn')
        storedFlows(definition, node.relation, c);
    const name = (0,tree/* relationName */.CJ)(node.relation);
    if (/^AT_DetachPartition/.test(subtype))
        renamedFlow(name, partitionName(command, c), c);
    const parent = (0,tree.as)(command.def, 'RangeVar');
    if (parent && subtype === 'AT_AddInherit')
        c.on('alter', 'table', parent, { lock: lockOf('inherited') });
    if (parent && subtype === 'AT_DropInherit')
        renamedFlow((0,tree/* relationName */.CJ)(parent), name, c);
}
/** What a change of type makes of the values. */
function retyped(definition, column, relation, add, c) {
    if (overwrites(definition, column)) {
        add('update', 'table', { rows: 'all', detail: 'USING' });
        return;
    }
    const type = newType(definition, column);
    if (type)
        c.retypes.push({ relation: (0,tree/* relationName */.CJ)(relation), column, ...type });
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
            retyped((0,tree.as)(command.def, 'ColumnDef'), column ?? '', node.relation, add, c);
        return;
    }
    switch (subtype) {
        case 'AT_AddColumn':
            addColumn((0,tree.as)(command.def, 'ColumnDef'), add);
            break;
        case 'AT_DropColumn':
            add('drop', 'column', { rows: 'all', ...alter_cascade(command.behavior) });
            break;
        case 'AT_DropConstraint':
            add('drop', 'constraint', alter_cascade(command.behavior));
            break;
        case 'AT_AddConstraint':
            addConstraint((0,tree.as)(command.def, 'Constraint'), add);
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
    const relation = (0,tree.as)(command.def, 'PartitionCmd')?.name;
    add('alter', 'table');
    const lock = relation && c.known.created.has(c.mention(relation)) ? 'none' : EXCLUSIVE;
    if (!relation)
        return;
    c.on('alter', kind === 'index' ? kind : 'partition', relation, { lock });
    if (kind !== 'index')
        c.on('scan', 'partition', relation, { lock });
}
const partitionName = (command, c) => c.mention((0,tree.as)(command.def, 'PartitionCmd')?.name);
/** Whose rights a view runs with, and whether it hides rows. */
function touchesSecurity(definition) {
    const options = (0,tree.as)(definition, 'List')?.items;
    return ['security_invoker', 'security_barrier'].some((name) => (0,tree/* option */.uK)(options, name) !== undefined);
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
    if ((0,tree/* tagOf */.cO)(value) === 'ColumnRef')
        return variable(value.ColumnRef, variables) ?? value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, variables)]));
}
function variable(reference, variables) {
    const names = (0,tree/* parts */.rT)(reference.fields);
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
    const constant = (0,sql_constants/* fold */.A)(node);
    if (constant === null)
        return undefined;
    if (typeof constant === 'string')
        return [constant];
    const whole = (0,tree.as)(node, 'A_Const')?.ival;
    if (whole)
        return [String(whole.ival ?? 0)];
    const reference = (0,tree.as)(node, 'ColumnRef');
    if (reference) {
        const texts = names.get((0,tree/* parts */.rT)(reference.fields).join('.'));
        return texts === 'relation' ? hole(holes, texts) : texts;
    }
    const cast = (0,tree.as)(node, 'TypeCast');
    if (cast)
        return castTexts(cast, names, holes);
    const operation = (0,tree.as)(node, 'A_Expr');
    if (operation)
        return texts_joined(operation, names, holes);
    const choice = (0,tree.as)(node, 'CaseExpr');
    if (choice)
        return chosen(choice, names, holes);
    const call = (0,tree.as)(node, 'FuncCall');
    if (call)
        return callTexts(call, names, holes);
    const link = (0,tree.as)(node, 'SubLink');
    if (link?.subLinkType !== 'EXPR_SUBLINK')
        return undefined;
    const outputs = outputsOfQuery(link.subselect, names, holes);
    return outputs?.length === 1 ? texts_union([[''], outputs[0]?.texts]) : undefined;
}
/** The texts of each output of a plain SELECT; undefined for other queries. */
function outputsOfQuery(query, names, holes) {
    const select = (0,tree.as)(query, 'SelectStmt');
    if (!select?.targetList || select.valuesLists || select.larg)
        return undefined;
    // A column may have the name of a variable.
    const visible = select.fromClause ? new Map() : names;
    const outputs = select.targetList.map((item) => (0,tree.as)(item, 'ResTarget'));
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
    const type = (0,tree/* parts */.rT)(typeName?.names);
    if (!texts_isSystem(type) || typeName?.arrayBounds || typeName?.typmods)
        return undefined;
    if (type.at(-1) === 'regclass')
        return hole(holes, 'relation');
    return /^(?:text|varchar)$/.test(type.at(-1) ?? '') ? textsOf(arg, names, holes) : undefined;
}
function texts_joined({ kind, name, lexpr, rexpr }, names, holes) {
    if (kind !== 'AEXPR_OP' || !texts_isSystem((0,tree/* parts */.rT)(name)) || (0,tree/* parts */.rT)(name).at(-1) !== '||')
        return undefined;
    return product([textsOf(lexpr, names, holes), textsOf(rexpr, names, holes)]);
}
/** Both sides of a condition that only the moment decides. */
function chosen({ args = [], defresult }, names, holes) {
    // Without ELSE it is NULL, which concat() and format() leave out.
    const results = [...args.map((arg) => (0,tree.as)(arg, 'CaseWhen')?.result), defresult];
    return texts_union(results.map((result) => result === undefined || (0,sql_constants/* fold */.A)(result) === null ? [''] : textsOf(result, names, holes)));
}
function callTexts({ funcname, args = [], ...call }, names, holes) {
    const name = (0,tree/* parts */.rT)(funcname);
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
    const constant = (0,sql_constants/* fold */.A)(value);
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
    const select = (0,tree.as)(parsed(found, c), 'SelectStmt');
    const fixed = new Map([...constants].filter(([, text]) => text !== null));
    const value = (0,sql_constants/* fold */.A)(substitute((0,tree.as)(select?.targetList?.[0], 'ResTarget')?.val, fixed));
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
        if (error instanceof sql_parser.SyntaxFailure)
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
    const texts = (0,slices/* statementTexts */.o)(text, statements);
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

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __webpack_require__(35966);
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
        const given = SECURITY.filter((name) => (0,tree/* option */.uK)(node.options, name) !== undefined);
        const off = given.some((name) => /^(false|off|no|0)$/.test((0,tree/* option */.uK)(node.options, name) ?? ''));
        const detail = ['or replaces it', ...given].join(' with ');
        c.on('create', 'view', node.view, { ...(node.replace && { lock: EXCLUSIVE, detail }) });
        if (node.replace && off)
            c.on('alter', 'security-option', node.view);
        createFlows(node.query, node.view, (0,tree/* parts */.rT)(node.aliases), c, true);
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
        const collides = ['restart', 'increment', 'minvalue', 'maxvalue', 'cycle', 'start'].some((name) => (0,tree/* option */.uK)(node.options, name) !== undefined);
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
            name: (0,tree/* dotted */.Bs)([node.schemaname ?? node.authrole?.rolename ?? '']),
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
        const runs = ['canonical', 'subtype_diff'].some((name) => (0,tree/* option */.uK)(node.params, name) !== undefined);
        c.add(create_made(runs ? 'operator' : 'type', node.typeName));
    },
    AlterEnumStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: node.oldVal === undefined ? 'alter' : 'rename',
            object: 'type',
            name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.typeName)),
            ...(node.oldVal !== undefined && { detail: 'a value of it' }),
        });
    },
    AlterTypeStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.typeName)) }),
    CreateStatsStmt(node, c) {
        c.add({ ...create_made('statistics', node.defnames), lock: lockOf('statistics') });
        walk([node.exprs, node.relations], c);
    },
    AlterStatsStmt: (node, c) => c.add({ action: 'alter', object: 'statistics', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.defnames)) }),
    CommentStmt(node, c) {
        const object = objectKind(node.objtype);
        c.add({
            action: 'comment',
            object,
            name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.object)),
            ...(ON_RELATIONS.has(object) && { lock: lockOf('comment') }),
        });
    },
    DefineStmt(node, c) {
        const object = objectKind(node.kind);
        const plain = object === 'collation' || (node.kind === 'OBJECT_TYPE' && !node.definition);
        const search = node.kind === 'OBJECT_TSDICTIONARY' || node.kind === 'OBJECT_TSCONFIGURATION';
        c.add(create_made(plain || search ? object : object === 'aggregate' ? 'aggregate' : 'operator', node.defnames));
    },
    AlterTSDictionaryStmt: (node, c) => c.add({ action: 'alter', object: 'text-search', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.dictname)) }),
    AlterTSConfigurationStmt: (node, c) => c.add({ action: 'alter', object: 'text-search', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.cfgname)) }),
    AlterCollationStmt: (node, c) => c.add({ action: 'alter', object: 'collation', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.collname)) }),
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
    return { action: 'create', object: create_isSystem((0,tree/* parts */.rT)(names)) ? 'catalog' : object, name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(names)) };
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
        storedFlows((0,tree.as)(item, 'ColumnDef'), node.relation, c);
    walk([node.tableElts, node.constraints, node.partbound, node.partspec], c);
    for (const parent of node.inhRelations ?? [])
        c.on('alter', 'table', (0,tree.as)(parent, 'RangeVar'), { lock: node.partbound ? EXCLUSIVE : lockOf('inherited') });
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
    createFlows(node.query, relation, (0,tree/* parts */.rT)(node.into?.colNames), c, shown);
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
        c.add({ action: 'cursor', object: 'cursor', name: (0,tree/* dotted */.Bs)([node.portalname ?? '']) });
        c.within('cursor', () => walk(node.query, c));
    },
    FetchStmt(node, c) {
        c.add({ action: 'cursor', object: 'fetch', name: (0,tree/* dotted */.Bs)([node.portalname ?? '']) });
    },
    ClosePortalStmt(node, c) {
        c.add({ action: 'cursor', object: 'close', name: (0,tree/* dotted */.Bs)([node.portalname ?? '']) });
    },
    PrepareStmt(node, c) {
        const name = (0,tree/* dotted */.Bs)([node.name ?? '']);
        c.add({ action: 'prepare', object: 'statement', name });
        if (c.topLevel)
            c.known.prepared.add(name);
        c.within('prepare', () => walk(node.query, c));
    },
    ExecuteStmt(node, c) {
        const name = (0,tree/* dotted */.Bs)([node.name ?? '']);
        const known = c.known.prepared.has(name);
        c.add({ action: 'execute', object: 'prepared', name, ...(known && { detail: 'prepared by this text' }) });
        walk(node.params, c);
    },
    DeallocateStmt(node, c) {
        const name = (0,tree/* dotted */.Bs)([node.name ?? '']);
        c.add({ action: 'prepare', object: 'deallocate', name: node.name ? name : 'all' });
        if (node.name)
            c.known.prepared.delete(name);
        else
            c.known.prepared.clear();
    },
    NotifyStmt(node, c) {
        c.add({ action: 'notify', object: 'channel', name: (0,tree/* dotted */.Bs)([node.conditionname ?? '']) });
    },
    ListenStmt(node, c) {
        c.add({ action: 'notify', object: 'listen', name: (0,tree/* dotted */.Bs)([node.conditionname ?? '']) });
    },
    UnlistenStmt(node, c) {
        c.add({ action: 'notify', object: 'unlisten', name: (0,tree/* dotted */.Bs)([node.conditionname ?? '*']) });
    },
};
/** The values of a SET as text; undefined when one is not a constant. */
function session_valuesOf(node) {
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
        const effect = (0,settings/* settingEffect */.OR)(name, node.kind === 'VAR_SET_VALUE' ? session_valuesOf(node) : undefined);
        c.add(back ? { ...effect, detail: 'to its default' } : effect);
        if ((0,settings/* movesNames */.zE)(name))
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
        const element = (0,tree.as)(node, 'DefElem');
        if (element?.defname !== 'transaction_read_only')
            continue;
        c.add((0,settings/* settingEffect */.OR)(setting, [(0,tree/* optionText */.re)(element.arg) ?? '']));
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
        const name = (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.func?.objname));
        c.add({ action: 'alter', object: 'function', name });
        options(node.actions, name, c);
    },
    CreateTrigStmt(node, c) {
        c.on('create', 'trigger', node.relation, {
            lock: lockOf('create trigger'),
            ...(node.trigname && { column: node.trigname }),
        });
        c.within('trigger', () => named(node.funcname, c));
        triggerFlow((0,tree/* parts */.rT)(node.funcname), (0,tree/* parts */.rT)(node.args), node.relation, c);
        walk(node.whenClause, c);
    },
    CreateEventTrigStmt: (node, c) => c.add({ action: 'create', object: 'event-trigger', name: (0,tree/* dotted */.Bs)([node.trigname ?? '']) }),
    AlterEventTrigStmt(node, c) {
        c.add({
            action: 'alter',
            object: 'event-trigger',
            name: (0,tree/* dotted */.Bs)([node.trigname ?? '']),
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
    CreateConversionStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.conversion_name)) }),
    CreateOpClassStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.opclassname)) }),
    CreateOpFamilyStmt: (node, c) => c.add({ action: 'create', object: 'operator', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.opfamilyname)) }),
    AlterOpFamilyStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.opfamilyname)) }),
    AlterOperatorStmt: (node, c) => c.add({ action: 'alter', object: 'operator', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.opername?.objname)) }),
    CreateExtensionStmt(node, c) {
        c.schemaChanged = true;
        c.add({
            action: 'create',
            object: 'extension',
            name: (0,tree/* dotted */.Bs)([node.extname ?? '']),
            ...((0,tree/* enabled */.Sn)(node.options, 'cascade') && { cascade: true }),
        });
    },
    AlterExtensionStmt: (node, c) => c.add({ action: 'alter', object: 'extension', name: (0,tree/* dotted */.Bs)([node.extname ?? '']) }),
    AlterExtensionContentsStmt: (node, c) => c.add({
        action: 'alter',
        object: 'extension',
        name: (0,tree/* dotted */.Bs)([node.extname ?? '']),
        detail: objectKind(node.objtype),
    }),
    CreatePLangStmt: (node, c) => c.add({ action: 'create', object: 'language', name: (0,tree/* dotted */.Bs)([node.plname ?? '']) }),
    CreateAmStmt: (node, c) => c.add({
        action: 'create',
        object: 'language',
        name: (0,tree/* dotted */.Bs)([node.amname ?? '']),
        detail: 'access method',
    }),
    LoadStmt: (_, c) => c.add({ action: 'load', object: 'library' }),
};
function named(names, c) {
    const effect = (0,functions/* effectOfName */.Oh)((0,tree/* parts */.rT)(names));
    if (effect && !c.known.functions.has(effect.name ?? ''))
        c.add(effect);
}
const textOf = (node) => {
    const list = (0,tree.as)(node, 'List');
    if (list)
        return (0,tree/* parts */.rT)(list.items);
    const text = (0,tree.as)(node, 'String');
    return text ? [text.sval ?? ''] : [];
};
const code_argument = (items, name) => (items ?? []).map((item) => (0,tree.as)(item, 'DefElem')).findLast((element) => element?.defname === name)?.arg;
function runBlock(node, c) {
    const language = (0,tree/* option */.uK)(node.args, 'language') ?? 'plpgsql';
    c.add({ action: 'execute', object: 'block', name: language });
    const text = textOf(code_argument(node.args, 'as'))[0];
    c.schemaChanged = true;
    c.resolutionChanged = true;
    c.within('do', () => {
        if (language !== 'plpgsql')
            c.unknown('code', `a block in ${(0,tree/* dotted */.Bs)([language])} cannot be analysed`);
        else if (text !== undefined)
            plpgsqlBody(c.source, c);
    });
}
/** What dynamic SQL is put together with: an overload for another type would be called, and this would be told wrong. */
const FOLDED = /^(?:format|quote_(?:ident|literal|nullable)|concat|lower|upper|btrim|chr|reverse|replace|nextval|current_setting)$/;
function createFunction(node, c) {
    const names = (0,tree/* parts */.rT)(node.funcname);
    const name = (0,tree/* dotted */.Bs)(names);
    const language = node.sql_body ? 'sql' : ((0,tree/* option */.uK)(node.options, 'language') ?? 'sql');
    c.schemaChanged = true;
    c.add({
        action: 'create',
        object: create_isSystem(names) ? 'catalog' : 'function',
        name,
        ...(node.replace && { detail: 'or replaces it' }),
    });
    if (FOLDED.test(names.at(-1) ?? ''))
        c.unknown('code', `a function of the name ${(0,tree/* dotted */.Bs)(names.slice(-1))} may be called in place of PostgreSQL's own`);
    options(node.options, name, c);
    walk(node.parameters, c);
    const before = c.opaque;
    c.repeats.body(name, !returnsTrigger(node.returnType), c.uses.functions, () => c.within('function', () => body(node, language, c)));
    const known = c.topLevel && c.opaque === before;
    const inputs = (node.parameters ?? []).filter((item) => (0,tree.as)(item, 'FunctionParameter')?.mode !== 'FUNC_PARAM_TABLE');
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
        c.add({ action: 'load', object: 'foreign-code', name: (0,tree/* dotted */.Bs)([language]) });
}
/** SECURITY DEFINER, SET and SUPPORT of a function. */
function options(items, name, c) {
    if ((0,tree/* option */.uK)(items, 'security') === 'true')
        c.add({ action: 'alter', object: 'security-definer', name });
    if ((0,tree/* option */.uK)(items, 'support') !== undefined || (0,tree/* option */.uK)(items, 'leakproof') === 'true')
        c.add({ action: 'create', object: 'operator', name });
    for (const item of items ?? []) {
        const set = (0,tree.as)((0,tree.as)(item, 'DefElem')?.arg, 'VariableSetStmt');
        if (!set)
            continue;
        const effect = (0,settings/* settingEffect */.OR)(set.name ?? 'all', set.kind === 'VAR_SET_VALUE' ? session_valuesOf(set) : undefined);
        // A fixed search_path is what careful authors give a SECURITY DEFINER function.
        if (set.name !== undefined && (0,settings/* movesNames */.zE)(set.name) && effect.name === 'search_path')
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
            c.on('truncate', 'table', (0,tree.as)(item, 'RangeVar'), {
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
            c.repeats.relation((0,tree/* relationName */.CJ)(node.relation));
        if (many)
            walkMany(rest, c);
        else
            walk(rest, c);
    });
}
/** The rows that ON CONFLICT changes: as many as come in, and only those that the client wrote down are a few. */
function conflicting(source) {
    const select = (0,tree.as)(source, 'SelectStmt');
    if (!select || select.valuesLists)
        return 'some';
    const given = (select.fromClause ?? []).every((item) => (0,tree.as)(item, 'RangeFunction') !== undefined && !/"(?:SubLink|ColumnRef)":/.test(JSON.stringify(item)));
    return given && !select.larg && !generates(select) && !generates({ targetList: select.fromClause ?? [] })
        ? 'some'
        : 'unknown';
}
function merge(node, c) {
    withCtes(node.withClause, c, () => {
        mergeFlows(node, c);
        // Also where no clause changes anything: a view may call functions.
        c.on('read', 'table', node.relation);
        const clauses = (node.mergeWhenClauses ?? []).map((item) => (0,tree.as)(item, 'MergeWhenClause')?.condition);
        const sources = node.sourceRelation ? [node.sourceRelation] : [];
        c.repeats.relation((0,tree/* relationName */.CJ)(node.relation));
        compared(rows_picked(node.relation, sources), [node.joinCondition, ...clauses], c, () => branches(node, c));
    });
}
function branches(node, c) {
    for (const item of node.mergeWhenClauses ?? []) {
        const clause = (0,tree.as)(item, 'MergeWhenClause');
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
    if (!relation || (0,sql_constants/* fold */.A)(clause.condition) === false)
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
        const full = (0,tree/* enabled */.Sn)(node.options, 'full');
        const action = full ? 'rewrite' : 'maintain';
        const object = node.is_vacuumcmd ? 'vacuum' : 'analyze';
        const relations = (node.rels ?? []).map((item) => (0,tree.as)(item, 'VacuumRelation')?.relation);
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
        const concurrently = (0,tree/* enabled */.Sn)(node.params, 'concurrently');
        const object = `reindex-${(node.kind ?? '').slice('REINDEX_OBJECT_'.length).toLowerCase()}`;
        const more = { lock: concurrently ? lockOf('concurrently') : EXCLUSIVE };
        if (node.relation)
            c.on('maintain', object, node.relation, more);
        else
            c.add({ action: 'maintain', object, ...(node.name && { name: (0,tree/* dotted */.Bs)([node.name]) }), ...more });
        if ((0,tree/* option */.uK)(node.params, 'tablespace') !== undefined)
            c.add({ action: 'move', object: 'index' });
    },
    ExplainStmt: explain,
    CheckPointStmt: (_, c) => c.add({ action: 'maintain', object: 'server', detail: 'CHECKPOINT' }),
};
function lock(node, c) {
    for (const item of node.relations ?? [])
        c.on('lock', 'table', (0,tree.as)(item, 'RangeVar'), { lock: MODES[node.mode ?? 8] || EXCLUSIVE });
}
/** Without ANALYZE nothing runs, but planning reads, and evaluates functions that call themselves stable. */
const PLANNED = new Set(['read', 'call', 'set', 'unknown', 'execute']);
function explain(node, c) {
    const runs = (0,tree/* enabled */.Sn)(node.options, 'analyze');
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
        const name = node.relation ? c.mention(node.relation) : (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.object));
        if (node.relation)
            renamedFlow(name, (0,tree/* dotted */.Bs)([node.newschema ?? '', node.relation.relname ?? '']), c);
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
const to = (names) => `to ${(0,tree/* dotted */.Bs)(names.filter(Boolean))}`;
function rename(node, c) {
    const object = objectKind(node.renameType);
    const relation = c.mention(node.relation);
    const name = relation || (0,tree/* dotted */.Bs)(node.subname && !node.object ? [node.subname] : (0,tree/* parts */.rT)(node.object));
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
        c.known.temporary.delete((0,tree/* dotted */.Bs)([node.relation?.relname ?? '']));
}
function renameFlows(node, object, relation, c) {
    const to = node.newname ?? '';
    if (object === 'column')
        c.flow({ relation, column: to, sources: [`${relation}.${node.subname ?? ''}`], same: true });
    else if (object !== 'schema' && GIVEN.test(object))
        renamedFlow(relation, (0,tree/* dotted */.Bs)([...(node.relation?.schemaname ? [node.relation.schemaname] : []), to]), c);
    else if (object === 'schema')
        c.flow({ relation: `${(0,tree/* dotted */.Bs)([to])}.*`, sources: [`${(0,tree/* dotted */.Bs)([node.subname ?? ''])}.*.*`], named: true });
}

;// CONCATENATED MODULE: ./lib/sql/statements/roles.js






const ROLES = {
    GrantStmt(node, c) {
        const object = node.targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? 'all-in-schema' : objectKind(node.objtype);
        const wide = (node.grantees ?? []).some((role) => (0,tree.as)(role, 'RoleSpec')?.roletype === 'ROLESPEC_PUBLIC');
        const names = (node.objects ?? []).map((item) => {
            const relation = (0,tree.as)(item, 'RangeVar');
            return relation ? c.mention(relation) : (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(item));
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
            const name = (0,tree.as)(role, 'AccessPriv')?.priv_name ?? '';
            const action = node.is_grant ? 'grant' : 'revoke';
            c.add({ action, object: /^pg_/.test(name) ? 'predefined-role' : 'role', name: (0,tree/* dotted */.Bs)([name]) });
        }
    },
    CreateRoleStmt(node, c) {
        const detail = powers(node.options);
        c.add({ action: 'create', object: 'role', name: (0,tree/* dotted */.Bs)([node.role ?? '']), ...(detail && { detail }) });
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
        const name = node.relation ? c.mention(node.relation) : (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.object));
        c.add({ action: 'own', object: objectKind(node.objectType), ...(name && { name }) });
    },
    ReassignOwnedStmt(node, c) {
        for (const role of node.roles ?? [])
            c.add({ action: 'own', object: 'owned', name: roleName(role) });
    },
    SecLabelStmt(node, c) {
        c.add({ action: 'alter', object: 'security-label', name: (0,tree/* dotted */.Bs)((0,tree/* parts */.rT)(node.object)) });
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
        const element = (0,tree.as)(node, 'DefElem');
        const name = element?.defname ?? '';
        return POWERS.has(name) && (0,tree/* optionText */.re)(element?.arg) !== 'false'
            ? [name.replace('isreplication', 'replication')]
            : [];
    });
    return given.length > 0 ? `with ${given.join(', ')}` : '';
}
function storedSetting(object, set, c) {
    const name = set?.kind === 'VAR_RESET_ALL' ? 'all' : (set?.name ?? '');
    const { detail } = (0,settings/* settingEffect */.OR)(name, set?.kind === 'VAR_SET_VALUE' ? session_valuesOf(set) : undefined);
    c.add({ action: 'alter', object, name: name.toLowerCase(), ...(detail && { detail }) });
}
function specName(role) {
    if (role?.rolename)
        return (0,tree/* dotted */.Bs)([role.rolename]);
    return (role?.roletype ?? '').slice('ROLESPEC_'.length).toLowerCase();
}
function roleName(node) {
    return specName((0,tree.as)(node, 'RoleSpec'));
}

;// CONCATENATED MODULE: ./lib/sql/statements/server.js



const SERVER = {
    CreatedbStmt: (node, c) => c.add({ action: 'create', object: 'database', name: (0,tree/* dotted */.Bs)([node.dbname ?? '']) }),
    AlterDatabaseStmt: (node, c) => c.add({ action: 'alter', object: 'database', name: (0,tree/* dotted */.Bs)([node.dbname ?? '']) }),
    AlterDatabaseRefreshCollStmt: (node, c) => c.add({ action: 'alter', object: 'database', name: (0,tree/* dotted */.Bs)([node.dbname ?? '']) }),
    CreateTableSpaceStmt: (node, c) => c.add({ action: 'create', object: 'tablespace', name: (0,tree/* dotted */.Bs)([node.tablespacename ?? '']) }),
    AlterTableSpaceOptionsStmt: (node, c) => c.add({ action: 'alter', object: 'tablespace', name: (0,tree/* dotted */.Bs)([node.tablespacename ?? '']) }),
    CreateFdwStmt: (node, c) => c.add({ action: 'create', object: 'foreign-data-wrapper', name: (0,tree/* dotted */.Bs)([node.fdwname ?? '']) }),
    AlterFdwStmt: (node, c) => c.add({ action: 'alter', object: 'foreign-data-wrapper', name: (0,tree/* dotted */.Bs)([node.fdwname ?? '']) }),
    CreateForeignServerStmt: (node, c) => c.add({ action: 'create', object: 'server', name: (0,tree/* dotted */.Bs)([node.servername ?? '']) }),
    AlterForeignServerStmt: (node, c) => c.add({ action: 'alter', object: 'server', name: (0,tree/* dotted */.Bs)([node.servername ?? '']) }),
    CreateUserMappingStmt: (node, c) => c.add({ action: 'create', object: 'user-mapping', name: (0,tree/* dotted */.Bs)([node.servername ?? '']) }),
    AlterUserMappingStmt: (node, c) => c.add({ action: 'alter', object: 'user-mapping', name: (0,tree/* dotted */.Bs)([node.servername ?? '']) }),
    ImportForeignSchemaStmt(node, c) {
        c.schemaChanged = true;
        c.add({ action: 'create', object: 'foreign-schema', name: (0,tree/* dotted */.Bs)([node.local_schema ?? '']) });
    },
    CreatePublicationStmt(node, c) {
        c.add({
            action: 'create',
            object: 'publication',
            name: (0,tree/* dotted */.Bs)([node.pubname ?? '']),
            ...(node.pubobjects && { lock: lockOf('publish') }),
            ...(node.for_all_tables && { detail: 'of all tables' }),
        });
        published(node.pubobjects, c);
    },
    AlterPublicationStmt(node, c) {
        c.add({
            action: 'alter',
            object: 'publication',
            name: (0,tree/* dotted */.Bs)([node.pubname ?? '']),
            ...(node.pubobjects && { lock: lockOf('publish') }),
        });
        published(node.pubobjects, c);
    },
    CreateSubscriptionStmt: (node, c) => c.add({ action: 'create', object: 'subscription', name: (0,tree/* dotted */.Bs)([node.subname ?? '']) }),
    AlterSubscriptionStmt: (node, c) => c.add({ action: 'alter', object: 'subscription', name: (0,tree/* dotted */.Bs)([node.subname ?? '']) }),
};
function published(objects, c) {
    for (const item of objects ?? []) {
        const table = (0,tree.as)(item, 'PublicationObjSpec')?.pubtable;
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
        const texts = (0,slices/* statementTexts */.o)(text, statements);
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
        if (error instanceof sql_parser.SyntaxFailure)
            return refused('syntax', error.message);
        throw error;
    }
}
/** The analysis of a text that cannot be analysed. */
function refused(object, detail) {
    const effects = [{ action: 'unknown', object, detail }];
    return { effects, relations: [], count: 1, changes: { schema: true, resolution: true } };
}


/***/ })

};
