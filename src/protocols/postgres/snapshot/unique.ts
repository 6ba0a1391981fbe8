// Unique keys that tell how many rows a condition picks: see `Relation.unique`.
import { KEY_TYPES } from '../../../sql/catalogue/keys.ts'

const TYPES = KEY_TYPES.map((type) => `'pg_catalog.${type}'::pg_catalog.regtype`).join(', ')

/** Relation, and the columns of a key as JSON. `among`: which relations, of `i.indrelid`. */
export const uniqueKeys = (among: string): string => `
SELECT 'unique', i.indrelid, pg_catalog.json_agg(a.attname ORDER BY k.place)
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = x.relam AND m.amname = 'btree'
CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(i.indkey), pg_catalog.unnest(i.indclass), pg_catalog.unnest(i.indcollation))
  WITH ORDINALITY AS k(attribute, ordering, collating, place)
JOIN pg_catalog.pg_opclass o ON o.oid = k.ordering
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attribute
  AND a.atttypid IN (${TYPES}) AND a.attcollation = k.collating AND o.opcdefault AND o.oid < 16384
WHERE i.indisunique AND i.indisvalid AND i.indisready AND i.indislive AND i.indimmediate AND NOT i.indisexclusion
  AND i.indpred IS NULL AND i.indexprs IS NULL AND i.indrelid >= 16384 ${among}
GROUP BY i.indexrelid, i.indrelid HAVING pg_catalog.bool_and(a.attname IS NOT NULL)
ORDER BY i.indrelid, pg_catalog.json_agg(a.attname ORDER BY k.place)::text COLLATE pg_catalog."C"`
