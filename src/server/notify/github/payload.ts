// https://docs.github.com/webhooks/webhook-events-and-payloads#deployment_protection_rule
import { z } from 'zod'

const id = z.int().positive()
const login = z.object({ login: z.string().min(1).max(100) })

const requested = z.object({
  environment: z.string().min(1).max(255),
  event: z.string().max(100).optional(),
  deployment_callback_url: z.string().max(2048),
  deployment: z.object({
    id,
    sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    ref: z.string().max(1024),
    creator: login.nullish(),
  }),
  repository: z.object({ id, full_name: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/) }),
  installation: z.object({ id }),
  sender: login,
})

/** A deployment that waits for an answer. Names are whatever somebody with write access chose. */
export interface Requested {
  readonly repository: { readonly id: string; readonly owner: string; readonly name: string }
  readonly environment: string
  readonly run: number
  readonly deployment: number
  readonly installation: number
  readonly sha: string
  readonly ref: string
  /** What set the workflow off. */
  readonly event: string
  /** Who set it off, and whoever GitHub names as the deployment's maker. */
  readonly actor: string
  readonly creator: string | undefined
}

/** Undefined when it has not this form, or wants its answer anywhere but at `apiUrl` for this repository. */
export function requestedFrom(json: unknown, apiUrl: string): Requested | undefined {
  const parsed = requested.safeParse(json)
  if (!parsed.success) return undefined
  const { repository, environment, event, deployment, installation, sender } = parsed.data
  const base = `${apiUrl}/repos/${repository.full_name}/actions/runs/`
  const callback = parsed.data.deployment_callback_url
  if (callback.slice(0, base.length).toLowerCase() !== base.toLowerCase()) return undefined
  const [, run] = /^([1-9]\d{0,15})\/deployment_protection_rule$/.exec(callback.slice(base.length)) ?? []
  const [owner = '', name = ''] = repository.full_name.split('/')
  if (run === undefined || [owner, name].some((part) => /^\.+$/.test(part))) return undefined
  return {
    repository: { id: String(repository.id), owner, name },
    environment,
    run: Number(run),
    deployment: deployment.id,
    installation: installation.id,
    sha: deployment.sha,
    ref: deployment.ref,
    event: event ?? '',
    actor: sender.login,
    creator: deployment.creator?.login,
  }
}
