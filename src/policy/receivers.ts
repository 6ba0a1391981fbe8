// Who is told of requests, and whose deployments wait here: from the file's form to the configuration's.
import type { GithubConfig, NotifyConfig, Reference } from './config.ts'
import type { File } from './schema/index.ts'

type Server = NonNullable<File['server']>
type Near = (path: string) => string

/** A file's path starts at the policy file's directory. */
export function absoluteReference(reference: Reference, near: Near): Reference {
  return reference.startsWith('file:') ? `file:${near(reference.slice('file:'.length))}` : reference
}

export function notifyOf(receiver: NonNullable<Server['notify']>[number], near: Near): NotifyConfig {
  const { name, url, preset, secret, on, targets, statement } = receiver
  return {
    name,
    url: absoluteReference(url, near),
    preset: preset ?? 'json',
    ...(secret === undefined ? {} : { secret: absoluteReference(secret, near) }),
    on: on ?? ['asked', 'decided', 'expired'],
    ...(targets === undefined ? {} : { targets }),
    statement: statement ?? false,
  }
}

export function githubOf(github: NonNullable<Server['github']>, near: Near): GithubConfig {
  return {
    appId: github.app_id,
    privateKey: absoluteReference(github.private_key, near),
    webhookSecret: absoluteReference(github.webhook_secret, near),
    apiUrl: new URL(github.api_url ?? 'https://api.github.com').href.replace(/\/+$/, ''),
    environments: github.environments.map(({ repository_id, environment, by, min, timeout }) => ({
      repositoryId: repository_id,
      environment,
      by,
      min: min ?? 1,
      timeout: timeout ?? 3600_000,
    })),
  }
}
