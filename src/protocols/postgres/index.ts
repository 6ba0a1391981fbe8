import { randomBytes } from 'node:crypto'
import { SluiceError } from '../../core/errors.ts'
import type { Guard } from '../../core/grant.ts'
import type { Snapshot } from '../../sql/catalogue/snapshot.ts'
import type { Protocol, Target, TargetOptions } from '../protocol.ts'
import { Blocking } from './blocking.ts'
import { CancelKeys } from './cancel.ts'
import { Catalogue } from './catalogue.ts'
import type { LocalLogin } from './client-login.ts'
import { serve } from './connection.ts'
import { TERMINATE } from './deny.ts'
import { Drift } from './drift.ts'
import { Estimates } from './estimates.ts'
import { Inspector } from './inspect.ts'
import { Plans } from './plan.ts'
import { createVerifier } from './scram.ts'
import type { Shared } from './shared.ts'
import { Side } from './side.ts'
import { sizeOf } from './sizes.ts'
import { loadSnapshot, SnapshotReader } from './snapshot/load.ts'
import { upstreamSettings } from './startup.ts'
import { Stored } from './stored.ts'
import { upstreamLogin } from './upstream-login.ts'

const UPSTREAM_LOGIN_MS = 15_000
const CLIENT_LOGIN_MS = 10_000

export const postgres: Protocol = { name: 'postgres', defaultPort: 5432, open, snapshot }

function open(options: TargetOptions): Target {
  const { terms, dial, masking, analyser } = options
  const derived = new Map<string, Buffer>()
  const login = (settings: ReadonlyMap<string, string>) =>
    upstreamLogin({ terms, dial, settings, keys: derived, timeout: UPSTREAM_LOGIN_MS })
  const own = () => login(upstreamSettings({ settings: OWN_SETTINGS }, {}))
  const side = new Side(own)
  const now = () => performance.now()
  const catalogue = new Catalogue(side, now)
  const reader = new SnapshotReader(side, Date.now)
  const stored = new Stored({ load: (whole) => reader.read({ whole }), analyser, now })
  const estimates = new Estimates(side, stored, now, fewestOf(terms.guard))
  const shared: Shared = {
    terms,
    analyser,
    masking,
    inspector: new Inspector(),
    plans: new Plans(masking, catalogue, terms.masks.columns),
    drift: new Drift(now),
    stored,
    blocking: new Blocking(side),
    countsRows: terms.guard.thresholds?.rows !== undefined,
    readOnly: terms.guard.mode === 'enforce' && terms.guard.rules.write === 'block',
    code: { opensCursors: false },
    now,
  }
  const surroundings = {
    shared,
    dial,
    login,
    local: localLogin(options),
    keys: new CancelKeys(),
    loginTimeout: CLIENT_LOGIN_MS,
  }
  return {
    masking,
    views() {
      const { plans } = shared
      return plans.ready()?.then(() => plans.behind) ?? plans.behind
    },
    flows: (analysis) => shared.plans.flows(analysis),
    disguises: (uses) => shared.plans.disguises(uses),
    estimate: (statement, effects, connection) => estimates.of(statement, effects, connection),
    atMost: (effects) => estimates.atMost(effects),
    rows: (name) => estimates.most(name),
    size: (name) => sizeOf(stored.relations(name, false)),
    code: (text) => stored.code(text),
    deepen: (analysis, connection) => stored.deepen(analysis, connection),
    serve: (client, gate) => serve(client, gate, surroundings),
    async check() {
      const upstream = await own()
      upstream.inlet.socket.end(TERMINATE)
    },
    async close() {
      side.close()
    },
  }
}

async function snapshot(options: Pick<TargetOptions, 'terms' | 'dial'>, now: number): Promise<Snapshot> {
  const settings = upstreamSettings({ settings: OWN_SETTINGS }, {})
  const side = new Side(() =>
    upstreamLogin({ ...options, settings, keys: new Map(), timeout: UPSTREAM_LOGIN_MS }),
  )
  try {
    return await loadSnapshot(side, now)
  } catch (error) {
    if (error instanceof SluiceError) throw error
    const reason = error instanceof Error ? error.message : 'no reason given'
    throw new SluiceError('UPSTREAM_REFUSED', `Target ${options.terms.name}: ${reason}`, {
      hint: 'Try again when no schema change is running.',
    })
  } finally {
    side.close()
  }
}

/** The fewest rows that the guard tells apart from more. */
const fewestOf = ({ thresholds, allow }: Guard): number =>
  Math.min(
    ...[thresholds?.rows, ...allow.map(({ rows }) => rows)].map((rows) => rows ?? Number.POSITIVE_INFINITY),
  )

const OWN_SETTINGS = new Map([['application_name', 'sluice']])

function localLogin({ terms, local }: TargetOptions): LocalLogin {
  const password = local.password.reveal()
  return {
    user: local.user,
    password,
    method: local.cleartext ? 'password' : 'scram-sha-256',
    verifier: createVerifier(password, randomBytes(16)),
    database: terms.database,
    target: terms.name,
  }
}
