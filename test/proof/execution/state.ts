// What must still be there after a statement that was allowed, as rows of `kind, id, label, value`.
import type { Connection } from './connection.ts'

export interface Item {
  readonly kind: string
  readonly label: string
  readonly value: Readonly<Record<string, unknown>>
}

/** By kind and OID, so that a new name is a change of the same thing. */
export type State = ReadonlyMap<string, Item>

const OWN = 'oid >= 16384'

/** Temporary relations are left out: they are the session's own. */
const KINDS: readonly (readonly [kind: string, select: string])[] = [
  [
    'relation',
    `oid::text, relnamespace::regnamespace || '.' || relname, jsonb_build_object('name', relname, 'schema', relnamespace, 'owner', relowner, 'acl', relacl::text,
     'kind', relkind, 'persistence', relpersistence, 'row security', relrowsecurity, 'forced', relforcerowsecurity,
     'options', (SELECT array_agg(o) FROM unnest(reloptions) o WHERE o ~ 'security|check'), 'partition', relispartition,
     'filenode', CASE WHEN relkind IN ('r', 'm') THEN relfilenode END)
     FROM pg_class WHERE ${OWN} AND relkind NOT IN ('t', 'i', 'I') AND relpersistence <> 't'`,
  ],
  [
    'column',
    `attrelid || '.' || attnum, attrelid::regclass || '.' || attname, jsonb_build_object('name', attname, 'type', atttypid, 'acl', attacl::text)
     FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE attrelid >= 16384 AND attnum > 0 AND NOT attisdropped AND relkind NOT IN ('t', 'i', 'I', 'S') AND relpersistence <> 't'`,
  ],
  [
    'constraint',
    `o.oid::text, conname || ' on ' || conrelid::regclass, jsonb_build_object('name', conname, 'validated', convalidated, 'kind', contype)
     FROM pg_constraint o LEFT JOIN pg_class c ON c.oid = conrelid WHERE o.${OWN} AND contype <> 'n' AND relpersistence IS DISTINCT FROM 't'`,
  ],
  [
    'index',
    // REINDEX CONCURRENTLY makes another one of the same kind.
    `concat_ws('.', indrelid, indisunique, indkey, indclass, pg_get_expr(indexprs, indrelid), pg_get_expr(indpred, indrelid)), indexrelid::regclass::text, jsonb_build_object('valid', indisvalid)
     FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE indexrelid >= 16384 AND relpersistence <> 't' AND relnamespace <> 'pg_toast'::regnamespace`,
  ],
  [
    'function',
    `oid::text, oid::regprocedure::text, jsonb_build_object('name', proname, 'schema', pronamespace, 'owner', proowner, 'acl', proacl::text, 'definer', prosecdef,
     'settings', (SELECT array_agg(o) FROM unnest(proconfig) o WHERE o !~ '^search_path='))
     FROM pg_proc WHERE ${OWN}`,
  ],
  [
    'built-in',
    `'functions', 'functions', jsonb_build_object('sum', sum(hashtextextended(row(oid, proname, prosrc, proacl, prosecdef, prolang, pronamespace)::text, 0))) FROM pg_proc WHERE oid < 16384`,
  ],
  [
    'built-in',
    `'relations', 'relations', jsonb_build_object('sum', sum(hashtextextended(row(oid, relname, relowner, relacl, relnamespace)::text, 0))) FROM pg_class WHERE oid < 16384`,
  ],
  [
    'trigger',
    `t.oid::text, tgname || ' on ' || tgrelid::regclass, jsonb_build_object('name', tgname, 'firing', tgenabled) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relpersistence <> 't'`,
  ],
  [
    'rule',
    `r.oid::text, rulename || ' on ' || ev_class::regclass, jsonb_build_object('name', rulename, 'firing', ev_enabled) FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class
     WHERE r.${OWN} AND rulename <> '_RETURN' AND relpersistence <> 't'`,
  ],
  [
    'policy',
    `p.oid::text, polname || ' on ' || polrelid::regclass, jsonb_build_object('name', polname, 'for', polcmd, 'to', polroles::text, 'permissive', polpermissive,
     'using', pg_get_expr(polqual, polrelid), 'check', pg_get_expr(polwithcheck, polrelid)) FROM pg_policy p`,
  ],
  [
    'type',
    `oid::text, oid::regtype::text, jsonb_build_object('name', typname, 'schema', typnamespace, 'owner', typowner, 'acl', typacl::text) FROM pg_type
     WHERE ${OWN} AND typtype IN ('d', 'e', 'r', 'b') AND typelem = 0 AND typnamespace::regnamespace::text NOT LIKE 'pg_temp%'`,
  ],
  [
    'label',
    `oid::text, enumtypid::regtype || '.' || enumlabel, jsonb_build_object('name', enumlabel) FROM pg_enum`,
  ],
  [
    'schema',
    `oid::text, nspname, jsonb_build_object('name', nspname, 'owner', nspowner, 'acl', nspacl::text) FROM pg_namespace WHERE nspname !~ '^pg_(temp|toast)'`,
  ],
  ['role', `oid::text, rolname, to_jsonb(r) FROM pg_authid r WHERE @OURS@(rolname)`],
  [
    'membership',
    `roleid || '.' || member || '.' || grantor, roleid::regrole || ' to ' || member::regrole, to_jsonb(m) - 'oid' FROM pg_auth_members m WHERE @OURS@(roleid::regrole::text) OR @OURS@(member::regrole::text)`,
  ],
  [
    'stored setting',
    `setdatabase || '.' || setrole, setdatabase || '.' || setrole, jsonb_build_object('settings', setconfig) FROM pg_db_role_setting
     WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())) AND (setrole = 0 OR @OURS@(setrole::regrole::text))`,
  ],
  [
    'default privileges',
    `oid::text, defaclrole::regrole || ' ' || defaclobjtype::text, jsonb_build_object('acl', defaclacl::text) FROM pg_default_acl`,
  ],
  [
    'extension',
    `oid::text, extname, jsonb_build_object('owner', extowner, 'version', extversion, 'schema', extnamespace) FROM pg_extension`,
  ],
  [
    'event trigger',
    `oid::text, evtname, jsonb_build_object('name', evtname, 'firing', evtenabled, 'owner', evtowner) FROM pg_event_trigger`,
  ],
  ['publication', `oid::text, pubname, to_jsonb(p) - 'oid' FROM pg_publication p`],
  [
    'published',
    `oid::text, prrelid::regclass::text, jsonb_build_object('filter', prqual IS NULL) FROM pg_publication_rel`,
  ],
  ['server', `oid::text, srvname, to_jsonb(s) - 'oid' FROM pg_foreign_server s`],
  ['wrapper', `oid::text, fdwname, to_jsonb(w) - 'oid' FROM pg_foreign_data_wrapper w`],
  ['mapping', `oid::text, umserver::text, to_jsonb(u) - 'oid' FROM pg_user_mapping u`],
  ['language', `oid::text, lanname, to_jsonb(l) - 'oid' FROM pg_language l`],
  ['operator', `oid::text, oid::regoperator::text, to_jsonb(o) - 'oid' FROM pg_operator o WHERE ${OWN}`],
  ['operator class', `oid::text, opcname, to_jsonb(o) - 'oid' FROM pg_opclass o WHERE ${OWN}`],
  [
    'cast',
    `oid::text, castsource::regtype || ' as ' || casttarget::regtype, to_jsonb(c) - 'oid' FROM pg_cast c`,
  ],
  [
    'collation',
    `oid::text, collname, jsonb_build_object('name', collname, 'owner', collowner) FROM pg_collation WHERE ${OWN}`,
  ],
  [
    'statistics',
    `s.oid::text, stxname, jsonb_build_object('name', stxname, 'owner', stxowner) FROM pg_statistic_ext s JOIN pg_class c ON c.oid = stxrelid WHERE relpersistence <> 't'`,
  ],
  [
    'text search',
    `oid::text, cfgname, jsonb_build_object('name', cfgname, 'owner', cfgowner) FROM pg_ts_config`,
  ],
  ['text search', `oid::text, dictname, jsonb_build_object('name', dictname) FROM pg_ts_dict`],
  [
    'inheritance',
    `inhrelid || '.' || inhparent, inhrelid::regclass || ' of ' || inhparent::regclass, '{}'::jsonb FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE relpersistence <> 't' AND relkind NOT IN ('i', 'I')`,
  ],
  ['large object', `oid::text, oid::text, to_jsonb(l) - 'oid' FROM pg_largeobject_metadata l`],
  [
    'database',
    `oid::text, datname, jsonb_build_object('name', datname, 'owner', datdba, 'acl', datacl::text, 'limit', datconnlimit) FROM pg_database WHERE datname = current_database() OR datistemplate`,
  ],
  ['tablespace', `oid::text, spcname, to_jsonb(t) - 'oid' FROM pg_tablespace t`],
]

const QUERY = `SELECT * FROM (${KINDS.map(([kind, select]) => `(SELECT '${kind}', ${select})`).join('\nUNION ALL\n')}) s (kind, id, label, value)`

/** Roles are the server's, where other tests have theirs: `ours` is how the names of those begin that count. */
export async function readState(connection: Connection, ours = 'regress'): Promise<State> {
  const state = new Map<string, Item>()
  const query = QUERY.replaceAll(/@OURS@\((.*?)\)/g, `($1 ~ '^(pg_|postgres|made|${ours})')`)
  for (const { kind, id, label, value } of await connection.rows(query))
    state.set(`${kind} ${id}`, { kind: kind ?? '', label: label ?? '', value: JSON.parse(value ?? '{}') })
  return state
}

/** What is there from now on and gives somebody more than before. */
const GIVES = new Set([
  'membership',
  'stored setting',
  'default privileges',
  'mapping',
  'event trigger',
  'rule',
  'wrapper',
  'language',
])

/** Things that nobody finds by their name. */
const NAMELESS = new Set(['trigger', 'constraint', 'policy', 'statistics', 'rule'])

/** Changes by which nothing goes: a validated constraint, a trigger switched on, row security switched on. */
const BETTER: Readonly<Record<string, (from: unknown, to: unknown) => boolean>> = {
  validated: (from) => from === false,
  valid: (from) => from === false,
  'row security': (from) => from === false,
  forced: (from) => from === false,
  definer: (from) => from === true,
  firing: (_, to) => to === 'O' || to === 'A',
  filenode: () => true,
}

/** What went or was taken over between the two, in words. */
export function losses(before: State, after: State): string[] {
  const found: string[] = []
  for (const [id, { kind, label, value }] of before) {
    const now = after.get(id)
    if (!now) found.push(`${kind} ${label} is gone`)
    else
      for (const [name, was] of Object.entries(value)) {
        const is = now.value[name]
        if (name === 'name' && (NAMELESS.has(kind) || value.kind === 'S')) continue
        if (JSON.stringify(was) !== JSON.stringify(is) && !BETTER[name]?.(was, is))
          found.push(`${kind} ${label} has another ${name}`)
      }
  }
  for (const [id, { kind, label, value }] of after)
    if (!before.has(id) && (GIVES.has(kind) || (kind === 'role' && isPowerful(value))))
      found.push(`${kind} ${label} is new`)
  return found
}

const isPowerful = (role: Item['value']): boolean =>
  ['rolsuper', 'rolcreaterole', 'rolcreatedb', 'rolreplication', 'rolbypassrls'].some(
    (name) => role[name] === true,
  )

/** Relations whose rows are stored anew. */
export const rewritten = (before: State, after: State): string[] =>
  [...before].flatMap(([id, { kind, label, value }]) => {
    const now = after.get(id)
    return kind === 'relation' && now && now.value.filenode !== value.filenode ? [label] : []
  })

/** True when nothing at all is another. */
export const same = (before: State, after: State): boolean =>
  before.size === after.size &&
  [...before].every(([id, { value }]) => JSON.stringify(value) === JSON.stringify(after.get(id)?.value))
