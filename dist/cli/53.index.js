export const id = 53;
export const ids = [53];
export const modules = {

/***/ 28053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HANDLERS: () => (/* binding */ HANDLERS),
  analyseText: () => (/* binding */ analyseText),
  refused: () => (/* binding */ refused)
});

;// CONCATENATED MODULE: ./lib/sql/texts.js
// Built-in functions that build text: what dynamic SQL is put together with.
/** The result of a call with constant arguments; undefined when it is not one of these functions. */
function computeText(name, values) {
    const texts = values.map((value) => (value === null ? '' : String(value)));
    switch (name) {
        case 'concat':
            return texts.join('');
        case 'lower':
            return texts[0]?.toLowerCase();
        case 'upper':
            return texts[0]?.toUpperCase();
        case 'btrim':
            return texts.length === 1 ? texts[0]?.trim() : undefined;
        case 'chr':
            return typeof values[0] === 'number' && values[0] > 0 && values[0] < 0x110000
                ? String.fromCodePoint(values[0])
                : undefined;
        case 'reverse':
            return [...(texts[0] ?? '')].reverse().join('');
        case 'replace':
            return texts.length === 3 && texts[1]
                ? (texts[0] ?? '').replaceAll(texts[1], texts[2] ?? '')
                : undefined;
        case 'quote_ident':
            return /^[a-z_][a-z0-9_]*$/.test(texts[0] ?? '')
                ? texts[0]
                : `"${(texts[0] ?? '').replaceAll('"', '""')}"`;
        case 'quote_literal':
            return `'${(texts[0] ?? '').replaceAll("'", "''")}'`;
        case 'format':
            return format(texts[0] ?? '', texts.slice(1));
        default:
            return undefined;
    }
}
function format(template, values) {
    let next = 0;
    let bad = false;
    const text = template.replace(/%(.)/gs, (_, kind) => {
        if (kind === '%')
            return '%';
        const value = values[next++];
        if (value === undefined || !'sIL'.includes(kind)) {
            bad = true;
            return '';
        }
        if (kind === 's')
            return value;
        const quote = kind === 'I' ? '"' : "'";
        return `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;
    });
    return bad ? undefined : text;
}

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
const PLAIN = /^[^\s."*]+$/;
/** A folded dotted name; parts that would be ambiguous are quoted as in SQL. */
function dotted(names) {
    return names.map((name) => (PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`)).join('.');
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
        return truthTest(fold(truth.arg), truth.booltesttype);
    const list = as(node, 'CoalesceExpr');
    if (list)
        return coalesce(list.args ?? []);
    return subselect(node);
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
/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
const exact = (number) => (Number.isSafeInteger(number) ? number : undefined);
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
    if (/^(int[248]|numeric|float[48])$/.test(type)) {
        return exact(Number(value));
    }
    return /^(text|varchar)$/.test(type) ? String(value) : undefined;
}
function logic({ boolop, args = [] }) {
    const values = args.map(fold);
    if (boolop === 'NOT_EXPR') {
        const value = values[0];
        return typeof value === 'boolean' ? !value : value === null ? null : undefined;
    }
    const decisive = boolop === 'OR_EXPR';
    if (values.includes(decisive))
        return decisive;
    if (values.some((value) => value !== null && typeof value !== 'boolean'))
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
/** Equality that takes two nulls as equal. */
function same(left, right) {
    if (left === null || right === null)
        return left === right;
    const equal = binary('=', left, right);
    return typeof equal === 'boolean' ? equal : undefined;
}
const not = (value) => (value === undefined ? undefined : !value);
function binary(name, left, right) {
    if (name === '||')
        return `${left}${right}`;
    // An untyped literal takes the other side's type.
    const [a, b] = typeof left === typeof right
        ? [left, right]
        : typeof left === 'number' || typeof right === 'number'
            ? [Number(left), Number(right)]
            : [String(left), String(right)];
    if (typeof a === 'number' && Number.isNaN(a))
        return undefined;
    if (typeof b === 'number' && Number.isNaN(b))
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
        const condition = fold(when?.expr);
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

// EXTERNAL MODULE: ./lib/sql/settings.js + 1 modules
var settings = __webpack_require__(35966);
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
    return (0,settings/* settingEffect */.OR)(name, value === undefined || value === null ? undefined : [String(value)]);
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
    return !builtIn || !(STEADY_NAMES.has(name) || VOLATILE_NAMES.has(name));
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
    const select = as(node, 'SelectStmt');
    if (select)
        return selected(select, ctes, outer, depth);
    const written = as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt') ?? as(node, 'MergeStmt');
    if (written)
        return returned(written, ctes, outer, depth);
    if (as(node, 'VariableShowStmt'))
        return [{ columns: [], sources: [], opaque: true }];
    if (as(node, 'ExplainStmt'))
        return [{ name: 'QUERY PLAN', columns: ['*'], sources: ['*'], opaque: false }];
    return undefined;
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
    return targets(select.targetList, known, items, scope, depth);
}
function targets(list, ctes, items, scope, depth) {
    const found = (list ?? []).flatMap((node) => {
        const target = as(node, 'ResTarget');
        const reference = as(target?.val, 'ColumnRef');
        const star = reference?.fields?.some((field) => as(field, 'A_Star')) ?? false;
        if (star)
            return expanded(parts(reference?.fields), items);
        const name = target ? label(target) : undefined;
        return [{ ...carriedBy(target?.val, ctes, scope, depth), ...(name !== undefined && { name }) }];
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
            if (call && isOpaque(parts(call.funcname)))
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
    };
    scope = new Map();
    /** The WITH clauses of that scope, outermost first, as far as they are visible. */
    withs = [];
    /** Where values go. */
    flows = [];
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
    get relations() {
        return [...this.#relations];
    }
    /** True for a statement of the text itself, not one inside another. */
    get topLevel() {
        return this.#via.length === 0;
    }
    add(effect) {
        const full = this.#via.length === 0 ? effect : { ...effect, via: [...this.#via, ...(effect.via ?? [])] };
        this.#effects.set(JSON.stringify(full), full);
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
var sql_parser = __webpack_require__(29745);
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
        if (error instanceof sql_parser.SyntaxFailure)
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

;// CONCATENATED MODULE: ./lib/sql/variables.js

/** Stands for what the variables of the body may hold until all of it was read. */
const HELD = '$';
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
        for (const source of variables_returned(statement, c))
            c.held.add(source);
}
function variables_returned(statement, c) {
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
    const sources = [...new Set([...columnsOfRow(value.text), ...variables_returned(value.statement, c), ...held])];
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
    const ctes = visible(c);
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
    const ctes = visible(c);
    const scope = [...own(node.relation, c), ...flows_joined(node.fromClause, ctes, c)];
    for (const item of node.targetList ?? [])
        flows_assign(item, node.relation, ctes, scope, c);
}
function mergeFlows(node, c) {
    const ctes = visible(c);
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
    const outputs = query(source, visible(c), [], c.start) ?? [ANYTHING];
    put(outputs, { relation, columns, positional: false, ...(view && { view }) }, c);
}
/** An expression that is stored in a column of the same table: USING, GENERATED. */
function columnFlow(value, relation, column, c) {
    if (!value)
        return;
    const output = carriedBy(value, new Map(), own(relation, c), c.start);
    record(output, { ...place(relation), ...(column !== undefined && { column }) }, c, value);
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
    const outputs = source.query ? (query(source.query, visible(c), [], c.start) ?? [ANYTHING]) : [];
    if (source.relation)
        c.flow({ sources: [`${relationName(source.relation)}.*`], place: out });
    for (const output of outputs)
        record(output, { place: out }, c, source.query);
}
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
/** The built-in trigger function that copies words of columns into another. */
function triggerFlow(names, args, relation, c) {
    if (!/^tsvector_update_trigger(_column)?$/.test(names.at(-1) ?? ''))
        return;
    const [column = '', , ...read] = args;
    c.flow({ ...place(relation), column, sources: read.map((name) => `${relationName(relation)}.${name}`) });
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
function visible(c) {
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
    record(output, { ...place(relation), ...column, ...same }, c, target?.val);
}
function put(outputs, target, c) {
    const { relation, columns, positional, view } = target;
    const known = outputs.every(({ star }) => !star);
    const to = { ...place(relation), ...(view && { view }) };
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
const VARIES = /"(?:ColumnRef|ParamRef|SubLink)":/;
const varies = (value) => value === true || VARIES.test(JSON.stringify(value) ?? '');
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
function place(relation) {
    const name = relationName(relation);
    const temporary = relation?.relpersistence === 't' && !relation.schemaname;
    return { relation: temporary ? `pg_temp.${name}` : name };
}

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
    TableLikeClause(node, c) {
        c.mention(node.relation);
    },
    Constraint(node, c) {
        c.mention(node.pktable);
        const { pktable: _table, ...rest } = node;
        walk(rest, c);
    },
    LockingClause(_, c) {
        c.add({ action: 'lock', object: 'row', lock: 'ROW SHARE' });
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
        walk({ ...rest, ...oneSetting(select) }, c);
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

// EXTERNAL MODULE: ./lib/sql/slices.js
var slices = __webpack_require__(40581);
;// CONCATENATED MODULE: ./lib/sql/statements/alter-commands.js
/** Subcommands whose effect needs no more than the name; `''` stands for the statement's own kind. */
const SIMPLE = {
    AT_AddColumnToView: ['alter', ''],
    AT_ColumnDefault: ['alter', 'default'],
    AT_CookedColumnDefault: ['alter', 'default'],
    AT_DropNotNull: ['alter', 'column'],
    AT_SetNotNull: ['scan', 'column', { detail: 'SET NOT NULL' }],
    AT_SetExpression: ['rewrite', 'column'],
    AT_DropExpression: ['alter', 'column'],
    AT_SetStatistics: ['alter', 'column', { lock: 'SHARE UPDATE EXCLUSIVE' }],
    AT_SetOptions: ['alter', 'column', { lock: 'SHARE UPDATE EXCLUSIVE' }],
    AT_ResetOptions: ['alter', 'column', { lock: 'SHARE UPDATE EXCLUSIVE' }],
    AT_SetStorage: ['alter', 'column'],
    AT_SetCompression: ['alter', 'column'],
    AT_AlterConstraint: ['alter', 'constraint'],
    AT_ValidateConstraint: ['scan', 'constraint', { lock: 'SHARE UPDATE EXCLUSIVE' }],
    AT_AlterColumnType: ['rewrite', 'column', { detail: 'TYPE' }],
    AT_AlterColumnGenericOptions: ['alter', 'foreign-options'],
    AT_ChangeOwner: ['own', ''],
    AT_ClusterOn: ['alter', '', { lock: 'SHARE UPDATE EXCLUSIVE' }],
    AT_DropCluster: ['alter', '', { lock: 'SHARE UPDATE EXCLUSIVE' }],
    AT_SetLogged: ['rewrite', '', { detail: 'SET LOGGED' }],
    AT_SetUnLogged: ['rewrite', '', { detail: 'SET UNLOGGED' }],
    AT_DropOids: ['alter', ''],
    AT_SetAccessMethod: ['rewrite', '', { detail: 'SET ACCESS METHOD' }],
    AT_SetTableSpace: ['rewrite', '', { detail: 'SET TABLESPACE' }],
    AT_EnableTrig: ['alter', 'trigger', { lock: 'SHARE ROW EXCLUSIVE' }],
    AT_EnableTrigAll: ['alter', 'trigger', { lock: 'SHARE ROW EXCLUSIVE' }],
    AT_EnableTrigUser: ['alter', 'trigger', { lock: 'SHARE ROW EXCLUSIVE' }],
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
    AT_DropIdentity: ['alter', 'default'],
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
            ...(object === 'index' && !node.concurrent && { lock: 'ACCESS EXCLUSIVE' }),
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

;// CONCATENATED MODULE: ./lib/sql/statements/retype.js


/** True when the new values are more than the old ones in another form. */
function overwrites(definition, column) {
    const type = definition?.typeName;
    const first = parts(type?.names);
    if (first.length === 1 && first[0] === 'char')
        return true;
    return definition?.raw_default !== undefined && !isForm(definition.raw_default, column, true);
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
    const cut = /^(bpchar|varchar|char|bit|varbit)$/.test(name) && (name === 'char' || typeof length === 'number');
    if (cut)
        return outermost && name !== 'char' && typeof length === 'number' && length > 2;
    return outermost || (!SHORT.test(name) && !type?.typmods);
}

;// CONCATENATED MODULE: ./lib/sql/statements/alter.js







const EXCLUSIVE = 'ACCESS EXCLUSIVE';
const ALTERS = {
    AlterTableStmt: alterTable,
    RenameStmt: rename,
    AlterObjectSchemaStmt(node, c) {
        const object = objectKind(node.objectType);
        const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object));
        if (node.relation)
            renamedFlow(name, dotted([node.newschema ?? '', node.relation.relname ?? '']), c);
        c.schemaChanged = true;
        if (!node.relation)
            c.forgetFunctions();
        c.add({ action: 'move', object, name, ...(c.isTemporary(node.relation) && { temporary: true }) });
    },
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
            c.add({ action: 'scan', object: 'domain', name, ...notValid(as(node.def, 'Constraint')) });
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
const notValid = (constraint) => constraint?.skip_validation || constraint?.is_enforced === false ? { detail: 'NOT VALID' } : {};
function alterTable(node, c) {
    c.schemaChanged = true;
    const kind = objectKind(node.objtype);
    for (const item of node.cmds ?? []) {
        const command = as(item, 'AlterTableCmd');
        if (command) {
            alterOne(command, node, kind, c);
            alterFlows(command, node, c);
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
    const parent = subtype === 'AT_DropInherit' ? as(command.def, 'RangeVar') : undefined;
    if (parent)
        renamedFlow(relationName(parent), name, c);
}
function alterOne(command, node, kind, c) {
    const column = command.name;
    const add = (action, object, more = {}) => c.on(action, object, node.relation, {
        ...(column && { column }),
        ...more,
        ...(isNew(node, c) && { lock: 'none' }),
    });
    const subtype = command.subtype ?? '';
    const simple = SIMPLE[subtype];
    if (simple) {
        add(simple[0], simple[1] === '' ? kind : simple[1], { lock: EXCLUSIVE, ...simple[2] });
        if (subtype === 'AT_AlterColumnType' &&
            !isNew(node, c) &&
            overwrites(as(command.def, 'ColumnDef'), column))
            add('update', 'table', { rows: 'all', detail: 'USING' });
        return;
    }
    switch (subtype) {
        case 'AT_AddColumn':
            addColumn(as(command.def, 'ColumnDef'), add);
            break;
        case 'AT_DropColumn':
            add('drop', 'column', { rows: 'all', lock: EXCLUSIVE, ...alter_cascade(command.behavior) });
            break;
        case 'AT_DropConstraint':
            add('drop', 'constraint', { lock: EXCLUSIVE, ...alter_cascade(command.behavior) });
            break;
        case 'AT_AddConstraint':
            addConstraint(as(command.def, 'Constraint'), add);
            break;
        case 'AT_AttachPartition':
            attach(command, kind, add, c);
            break;
        case 'AT_DetachPartition':
        case 'AT_DetachPartitionFinalize':
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
function addColumn(definition, add) {
    const column = definition?.colname;
    const named = { ...(column && { column }), lock: EXCLUSIVE };
    add('create', 'column', named);
    const type = parts(definition?.typeName?.names).at(-1) ?? '';
    if (/^(small|big)?serial\d?$/.test(type))
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
            add('scan', 'constraint', { ...named, ...notValid(constraint) });
    }
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
    add('create', 'constraint', named);
    const foreign = constraint?.contype === 'CONSTR_FOREIGN';
    const lock = foreign ? 'SHARE ROW EXCLUSIVE' : EXCLUSIVE;
    // USING INDEX takes over an index that is there already.
    if (!constraint?.indexname)
        add('scan', foreign ? 'foreign-key' : 'constraint', { ...named, lock, ...notValid(constraint) });
}
function attach(command, kind, add, c) {
    const relation = as(command.def, 'PartitionCmd')?.name;
    add('alter', 'table', { lock: 'SHARE UPDATE EXCLUSIVE' });
    const lock = relation && c.known.created.has(c.mention(relation)) ? 'none' : EXCLUSIVE;
    if (relation)
        c.on('alter', kind === 'index' ? kind : 'partition', relation, { lock });
}
const partitionName = (command, c) => c.mention(as(command.def, 'PartitionCmd')?.name);
/** Whose rights a view runs with, and whether it hides rows. */
function touchesSecurity(definition) {
    const options = as(definition, 'List')?.items;
    return ['security_invoker', 'security_barrier'].some((name) => tree_option(options, name) !== undefined);
}
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
        ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
        ...(temporary && { temporary }),
    });
    if (temporary && object === 'table')
        c.known.temporary.delete(dotted([node.relation?.relname ?? '']));
}
function renameFlows(node, object, relation, c) {
    const to = node.newname ?? '';
    if (object === 'column')
        c.flow({ relation, column: to, sources: [`${relation}.${node.subname ?? ''}`], same: true });
    else if (/^(table|foreign-table|view|materialized-view)$/.test(object))
        renamedFlow(relation, dotted([...(node.relation?.schemaname ? [node.relation.schemaname] : []), to]), c);
    else if (object === 'schema')
        c.flow({ relation: `${dotted([to])}.*`, sources: [`${dotted([node.subname ?? ''])}.*.*`], named: true });
}

;// CONCATENATED MODULE: ./lib/sql/bodies.js






const bodies_MAX_DEPTH = 8;
/** Walks every statement of `text`. Temporary tables it makes are not taken as surely there. */
function sqlBody(text, c, variables) {
    bodies_deeper(c, 'a body', () => {
        const statements = c.parser.parse(text);
        const texts = (0,slices/* statementTexts */.o)(text, statements);
        statements.forEach((statement, index) => {
            const before = c.source;
            c.source = texts[index] ?? '';
            hold(statement.stmt, c);
            walk(variables ? substitute(statement.stmt, variables) : statement.stmt, c);
            c.source = before;
        });
    });
}
/** Runs `work` one level down; text that does not parse, or nests without end, is `unknown`. */
function bodies_deeper(c, what, work) {
    if (c.depth >= bodies_MAX_DEPTH) {
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
/** `text` is the whole CREATE FUNCTION or DO statement. */
function plpgsqlBody(text, c) {
    bodies_deeper(c, 'a PL/pgSQL body', () => {
        const tree = c.parser.body(text);
        const ambiguous = /#\s*variable_conflict/i.test(text);
        const variables = ambiguous ? new Map() : constants(tree, text, c);
        const each = (tag, fields) => {
            if (tag === 'PLpgSQL_expr')
                expression(fields, c, variables);
            for (const key of DYNAMIC[tag] ?? [])
                dynamic(fields[key], c, variables);
        };
        const loops = (tag, by) => {
            if (LOOP.test(tag))
                c.loops += by;
        };
        withVariables(() => bodies_visit(tree, each, loops), c);
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
/** `around` is told when it goes into a node, and out of it. */
function bodies_visit(value, each, around) {
    if (Array.isArray(value)) {
        for (const item of value)
            bodies_visit(item, each, around);
        return;
    }
    if (value === null || typeof value !== 'object')
        return;
    for (const [key, child] of Object.entries(value)) {
        around?.(key, 1);
        if (key.startsWith('PLpgSQL_'))
            each(key, child);
        bodies_visit(child, each, around);
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
function expression(found, c, variables) {
    if (found.parseMode === 1)
        return;
    holdRow(found.query, c);
    sqlBody(statementOf(found), c, variables);
    const [, target = '', text = ''] = (found.parseMode ?? 0) < 3 ? [] : (ASSIGNMENT.exec(found.query) ?? []);
    if (target)
        assignedFlow(target, { text, statement: c.parser.parse(`SELECT ${text}`)[0]?.stmt }, variables, c);
}
function dynamic(value, c, variables) {
    const found = value?.PLpgSQL_expr;
    if (!found)
        return;
    const text = constantText(found, c, variables);
    c.within('execute', () => {
        if (text === undefined)
            c.unknown('code', 'EXECUTE of a text that is only known when it runs');
        else
            sqlBody(text, c, undefined);
    });
}
function constantText(found, c, variables) {
    try {
        const select = as(c.parser.parse(statementOf(found))[0]?.stmt, 'SelectStmt');
        const known = new Map([...variables].filter(([, text]) => text !== null));
        const value = fold(substitute(as(select?.targetList?.[0], 'ResTarget')?.val, known));
        return typeof value === 'string' ? value : undefined;
    }
    catch (error) {
        if (error instanceof sql_parser.SyntaxFailure)
            return undefined;
        throw error;
    }
}
/** A variable has a constant text when it is given one value in the whole body, and that value folds. */
function constants(tree, text, c) {
    const given = new Map();
    const numbered = [];
    const give = (name, ...more) => {
        const values = given.get(name);
        if (values)
            values.push(...more);
        else
            given.set(name, more);
    };
    bodies_visit(tree, (tag, fields) => {
        if (tag !== 'PLpgSQL_function')
            return;
        for (const datum of (fields.datums ?? [])) {
            const [kind, body] = Object.entries(datum)[0] ?? ['', {}];
            const name = String(body.refname ?? '').toLowerCase();
            numbered.push(name);
            if (name === '')
                continue;
            const value = body.default_val?.PLpgSQL_expr;
            give(name, ...(value ? [value] : kind === 'PLpgSQL_var' ? [] : [null]));
        }
    });
    let certain = !/\balias\s+for\b/i.test(text);
    bodies_visit(tree, (tag, fields) => {
        if (UNTRACED.has(tag))
            certain = false;
        if (tag === 'PLpgSQL_stmt_assign') {
            const value = fields.expr?.PLpgSQL_expr;
            const names = new Set([numbered[Number(fields.varno ?? 0)] ?? '', assigned(value)]);
            for (const name of names)
                give(name, value ?? null);
        }
        else
            for (const name of bodies_targets(tag, fields))
                give(name, null);
    });
    const found = new Map();
    for (const [name, values] of given) {
        const only = certain && values.length === 1 ? values[0] : undefined;
        found.set(name, only ? (constantText(only, c, found) ?? null) : null);
    }
    return found;
}
/** Statements that fill variables by number only, or out of sight. */
const UNTRACED = new Set(['PLpgSQL_stmt_foreach_a', 'PLpgSQL_stmt_getdiag', 'PLpgSQL_stmt_call']);
/** The variable that an assignment names. */
function assigned(expression) {
    const target = ASSIGNMENT.exec(expression?.query ?? '')?.[1] ?? '';
    return target.trim().replace(/^"|"$/g, '').toLowerCase();
}
/** Variables that a statement fills: INTO and FOR. */
function bodies_targets(tag, fields) {
    const names = [];
    if (tag === 'PLpgSQL_row')
        for (const field of (fields.fields ?? []))
            names.push(String(field.name ?? ''));
    for (const key of ['target', 'var', 'row']) {
        const variable = Object.values((fields[key] ?? {}))[0];
        if (variable?.refname !== undefined)
            names.push(String(variable.refname));
    }
    return names.map((name) => name.toLowerCase());
}
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

;// CONCATENATED MODULE: ./lib/sql/statements/create.js





const CREATES = {
    CreateStmt: (node, c) => createTable(node, 'table', c),
    CreateForeignTableStmt(node, c) {
        if (node.base)
            createTable(node.base, 'foreign-table', c);
    },
    CreateTableAsStmt: createAs,
    ViewStmt(node, c) {
        c.schemaChanged = true;
        c.on('create', 'view', node.view, { ...(node.replace && { detail: 'or replaces it' }) });
        createFlows(node.query, node.view, parts(node.aliases), c, true);
        c.within('view', () => walk(node.query, c));
    },
    RefreshMatViewStmt(node, c) {
        c.on('maintain', 'materialized-view', node.relation, {
            lock: node.concurrent ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE',
            ...(node.skipData && { rows: 'all', detail: 'WITH NO DATA' }),
        });
    },
    IndexStmt: createIndex,
    CreateSeqStmt(node, c) {
        c.on('create', 'sequence', node.sequence);
    },
    AlterSeqStmt(node, c) {
        const collides = ['restart', 'increment', 'minvalue', 'maxvalue', 'cycle', 'start'].some((name) => tree_option(node.options, name) !== undefined);
        c.on('alter', 'sequence', node.sequence, collides ? { detail: 'its next values' } : {});
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
        c.add(create_made('statistics', node.defnames));
        walk([node.exprs, node.relations], c);
    },
    AlterStatsStmt: (node, c) => c.add({ action: 'alter', object: 'statistics', name: dotted(parts(node.defnames)) }),
    CommentStmt(node, c) {
        c.add({ action: 'comment', object: objectKind(node.objtype), name: dotted(parts(node.object)) });
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
        c.on('alter', 'table', as(parent, 'RangeVar'), { lock: 'SHARE UPDATE EXCLUSIVE' });
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
    const calm = node.concurrent || c.known.created.has(name);
    c.on('create', 'index', node.relation, {
        ...(node.idxname && { column: node.idxname }),
        lock: c.known.created.has(name) ? 'none' : calm ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE',
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
function valuesOf(node) {
    const values = (node.args ?? []).map((arg) => fold(arg));
    return values.every((value) => value !== undefined && value !== null) ? values.map(String) : undefined;
}
function set(node, c) {
    const name = node.name ?? '';
    if (node.kind === 'VAR_RESET_ALL') {
        c.add({ action: 'set', object: 'session', name: 'all' });
        c.resolutionChanged = true;
    }
    else if (node.kind === 'VAR_SET_MULTI') {
        modes(node.args, c, name === 'SESSION CHARACTERISTICS' ? 'default_transaction_read_only' : 'transaction_read_only');
        c.add({ action: 'transaction', object: 'mode' });
    }
    else {
        const back = node.kind === 'VAR_RESET' || node.kind === 'VAR_SET_DEFAULT';
        const effect = (0,settings/* settingEffect */.OR)(name, node.kind === 'VAR_SET_VALUE' ? valuesOf(node) : undefined);
        c.add(back ? { ...effect, detail: 'to its default' } : effect);
        if ((0,settings/* movesNames */.zE)(name)) {
            c.resolutionChanged = true;
            c.known.temporary.clear();
            c.known.created.clear();
            c.forgetFunctions();
        }
    }
}
/** READ WRITE among the modes of BEGIN and SET TRANSACTION. */
function modes(options, c, setting) {
    for (const node of options ?? []) {
        const element = as(node, 'DefElem');
        if (element?.defname !== 'transaction_read_only')
            continue;
        c.add((0,settings/* settingEffect */.OR)(setting, [optionText(element.arg) ?? '']));
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
            lock: 'SHARE ROW EXCLUSIVE',
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
        c.on('create', 'rule', node.relation, { ...(node.rulename && { column: node.rulename }) });
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
const argument = (items, name) => (items ?? []).map((item) => as(item, 'DefElem')).findLast((element) => element?.defname === name)?.arg;
function runBlock(node, c) {
    const language = tree_option(node.args, 'language') ?? 'plpgsql';
    c.add({ action: 'execute', object: 'block', name: language });
    const text = textOf(argument(node.args, 'as'))[0];
    c.schemaChanged = true;
    c.resolutionChanged = true;
    c.within('do', () => {
        if (language !== 'plpgsql')
            c.unknown('code', `a block in ${dotted([language])} cannot be analysed`);
        else if (text !== undefined)
            plpgsqlBody(c.source, c);
    });
}
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
    options(node.options, name, c);
    walk(node.parameters, c);
    const before = c.effects.length;
    c.within('function', () => body(node, language, c));
    const known = c.topLevel && !c.effects.slice(before).some((effect) => effect.action === 'unknown');
    const inputs = (node.parameters ?? []).filter((item) => as(item, 'FunctionParameter')?.mode !== 'FUNC_PARAM_TABLE');
    if (known && inputs.length === 0)
        c.known.functions.add(name);
}
function body(node, language, c) {
    const text = textOf(argument(node.options, 'as'));
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
        const effect = (0,settings/* settingEffect */.OR)(set.name ?? 'all', set.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined);
        // A fixed search_path is what careful authors give a SECURITY DEFINER function.
        if (set.name !== undefined && (0,settings/* movesNames */.zE)(set.name) && effect.name === 'search_path')
            continue;
        c.add({ ...effect, via: ['function'] });
    }
}

;// CONCATENATED MODULE: ./lib/sql/predicate.js



/** The most rows that LIMIT may let through and still pick a few. */
const BATCH = 10_000;
function targetOf(relation, others, scope, place = {}) {
    return { relation, others, scope, budget: { left: 200 }, place };
}
/** The `rows` fact of a DELETE or UPDATE. */
function rowsOf(where, target) {
    const found = where === undefined ? 'always' : selectivity(where, target);
    return ROWS[found];
}
const ROWS = { never: 'none', selective: 'some', weak: 'unknown', free: 'all', always: 'all' };
const ORDER = ['never', 'selective', 'weak', 'free', 'always'];
const narrower = (a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);
const wider = (a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a);
function selectivity(node, target) {
    const value = fold(node);
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
/** The arguments of OR, and of OR inside of it. */
const alternatives = (args) => args.flatMap((arg) => {
    const bool = as(arg, 'BoolExpr');
    return bool?.boolop === 'OR_EXPR' ? alternatives(bool.args ?? []) : [arg];
});
const NEGATED = { never: 'always', selective: 'weak', weak: 'weak', free: 'free', always: 'never' };
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
    return item === undefined ? undefined : sourceOf(item, target, 0);
}
/** The rows of the target that a join with this FROM item picks. */
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
    return sameTable(relation, target.relation) ? 'free' : 'selective';
}
/** The rows that a query over the same table may return; a query over others is a list of values. */
function querySource(query, target, depth) {
    const found = predicate_valuesOf(query, target, depth);
    const made = generates(query) || (target.place.repeated && holdsParameter(query.targetList));
    return made ? wider(found, 'weak') : found;
}
function predicate_valuesOf(query, target, depth) {
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
    const scope = predicate_withNames(query, target.scope);
    const found = items.map((item) => sourceOf(item, { ...target, scope }, depth + 1)).reduce(wider, 'never');
    if (found === 'selective' || query.whereClause === undefined)
        return found;
    const own = items
        .map((item) => as(item, 'RangeVar'))
        .find((relation) => relation && sameTable(relation, target.relation));
    if (!own)
        return narrower(found, 'weak');
    const others = items.filter((item) => as(item, 'RangeVar') !== own);
    return narrower(found, selectivity(query.whereClause, { ...target, relation: own, others, scope }));
}
function predicate_withNames(query, scope) {
    const ctes = (query.withClause?.ctes ?? []).flatMap((node) => as(node, 'CommonTableExpr') ?? []);
    return ctes.length === 0
        ? scope
        : new Map([...scope, ...ctes.map((cte) => [cte.ctename ?? '', cte])]);
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
    return Boolean(relation.schemaname) || !predicate_withNames(query, target.scope).has(relation.relname ?? '');
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
    return narrower('weak', selectivity(query.whereClause, { ...target, others: items, scope: predicate_withNames(query, target.scope) }));
}

;// CONCATENATED MODULE: ./lib/sql/statements/rows.js






const rows_ROWS = {
    InsertStmt: insert,
    DeleteStmt(node, c) {
        withCtes(node.withClause, c, () => {
            const others = node.usingClause ?? [];
            change('delete', node.relation, rows(node.whereClause, node.relation, others, c), c);
            walk([others, node.whereClause, node.returningClause], c);
        });
    },
    UpdateStmt(node, c) {
        withCtes(node.withClause, c, () => {
            const others = node.fromClause ?? [];
            updateFlows(node, c);
            change('update', node.relation, rows(node.whereClause, node.relation, others, c), c);
            walk([node.targetList, others, node.whereClause, node.returningClause], c);
        });
    },
    MergeStmt: merge,
    TruncateStmt(node, c) {
        for (const item of node.relations ?? [])
            c.on('truncate', 'table', as(item, 'RangeVar'), {
                rows: 'all',
                lock: 'ACCESS EXCLUSIVE',
                ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
            });
    },
};
const CATALOG = /^(pg_catalog|information_schema|pg_toast)$/;
/** True for relations of the system, also unqualified: `pg_catalog` is searched first. */
function isCatalog(relation) {
    if (relation?.schemaname)
        return CATALOG.test(relation.schemaname);
    return /^pg_/.test(relation?.relname ?? '');
}
function change(action, relation, found, c) {
    const more = found === undefined ? {} : { rows: found };
    const object = isCatalog(relation) ? 'catalog' : 'table';
    if (relation && isCatalog(relation) === false && !c.isOwn(relation))
        c.add({ action, object, name: c.mention(relation), ...more });
    else
        c.on(action, object, relation, more);
}
function rows(where, relation, others, c) {
    return relation ? rowsOf(where, targetOf(relation, others, c.scope, c.place)) : 'unknown';
}
function insert(node, c) {
    withCtes(node.withClause, c, () => {
        insertFlows(node, c);
        change('insert', node.relation, undefined, c);
        const conflict = node.onConflictClause;
        if (conflict?.action === 'ONCONFLICT_UPDATE')
            c.within('on-conflict', () => change('update', node.relation, c.loops > 0 ? 'unknown' : conflicting(node.selectStmt), c));
        walk([
            node.cols,
            node.selectStmt,
            conflict?.infer,
            conflict?.targetList,
            conflict?.whereClause,
            node.returningClause,
        ], c);
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
            walk([clause.condition, clause.targetList, clause.values], c);
        }
        walk([node.sourceRelation, node.joinCondition, node.returningClause], c);
    });
}
/** Matched rows are those of the join; `NOT MATCHED BY SOURCE` are all the others. */
function merged(node, clause, { scope, place }) {
    const { relation, joinCondition } = node;
    if (!relation || fold(clause.condition) === false)
        return relation ? 'none' : 'unknown';
    const others = node.sourceRelation ? [node.sourceRelation] : [];
    const condition = clause.condition;
    if (clause.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE')
        return rowsOf(condition, targetOf(relation, [], scope, place));
    const join = joinCondition ? selectivity(joinCondition, targetOf(relation, others, scope, place)) : 'always';
    if (join === 'selective')
        return 'some';
    return rowsOf(condition, targetOf(relation, others, scope, place));
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


/** Lock modes by number: https://www.postgresql.org/docs/18/explicit-locking.html */
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
const MAINTENANCE = {
    LockStmt: lock,
    VacuumStmt(node, c) {
        const full = enabled(node.options, 'full');
        const action = full ? 'rewrite' : 'maintain';
        const object = node.is_vacuumcmd ? 'vacuum' : 'analyze';
        const relations = (node.rels ?? []).map((item) => as(item, 'VacuumRelation')?.relation);
        for (const relation of relations)
            c.on(action, object, relation, full ? { lock: 'ACCESS EXCLUSIVE', detail: 'VACUUM FULL' } : {});
        if (relations.length === 0)
            c.add({ action, object, detail: full ? 'VACUUM FULL of every table' : 'every table' });
    },
    ClusterStmt(node, c) {
        if (node.relation)
            c.on('rewrite', 'table', node.relation, { lock: 'ACCESS EXCLUSIVE', detail: 'CLUSTER' });
        else
            c.add({
                action: 'rewrite',
                object: 'table',
                lock: 'ACCESS EXCLUSIVE',
                detail: 'CLUSTER of every clustered table',
            });
    },
    ReindexStmt(node, c) {
        const concurrently = enabled(node.params, 'concurrently');
        const object = `reindex-${(node.kind ?? '').slice('REINDEX_OBJECT_'.length).toLowerCase()}`;
        const more = { lock: concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE' };
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
        c.on('lock', 'table', as(item, 'RangeVar'), { lock: MODES[node.mode ?? 8] ?? 'ACCESS EXCLUSIVE' });
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
        c.on('create', 'policy', node.table);
        walk([node.qual, node.with_check], c);
    },
    AlterPolicyStmt(node, c) {
        c.on('alter', 'policy', node.table);
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
    const { detail } = (0,settings/* settingEffect */.OR)(name, set?.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined);
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
            ...(node.for_all_tables && { detail: 'of all tables' }),
        });
        published(node.pubobjects, c);
    },
    AlterPublicationStmt(node, c) {
        c.add({ action: 'alter', object: 'publication', name: dotted([node.pubname ?? '']) });
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
const STATEMENTS = {
    ...rows_ROWS,
    ...DROPS,
    ...ALTERS,
    ...CREATES,
    ...CODE,
    ...ROLES,
    ...SESSION,
    ...MAINTENANCE,
    ...SERVER,
    ...COPY,
};

;// CONCATENATED MODULE: ./lib/sql/analyse.js









const HANDLERS = { ...EXPRESSIONS, ...STATEMENTS };
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
            walk(stmt, c);
        });
        sunkFlows(statements, c);
        const last = statements.at(-1)?.stmt;
        const outputs = outputsOf(last);
        const copy = copyOf(parser, last, texts.at(-1) ?? '');
        const temporary = [...c.known.temporary].filter((name) => !c.known.untilCommit.has(name));
        return {
            effects: c.effects,
            relations: c.relations,
            count: statements.length,
            ...(outputs && { outputs }),
            changes: {
                schema: c.schemaChanged,
                resolution: c.resolutionChanged,
                ...(temporary.length > 0 && { temporary }),
            },
            ...(copy && { copy }),
            ...(c.flows.length > 0 && { flows: c.flows }),
        };
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
