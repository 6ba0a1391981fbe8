import { EOL, tmpdir } from 'node:os'
import * as core from '@actions/core'
import type { Level, Place, Platform, Surroundings } from '../platform.ts'
import { requestIdToken } from './id-token.ts'

/** GitHub shows nothing at all of a summary that is larger. */
export const SUMMARY_LIMIT = 1024 * 1024

export function openGithub(surroundings: Surroundings): Platform {
  const { env, cwd } = surroundings
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY, GITHUB_RUN_ID } = env
  const runUrl =
    GITHUB_REPOSITORY && GITHUB_RUN_ID
      ? `${server}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
      : undefined
  return {
    name: 'github',
    facts: {
      workspace: env.GITHUB_WORKSPACE ?? cwd,
      temp: env.RUNNER_TEMP ?? tmpdir(),
      artifacts: keepsArtifacts(server),
      ...(runUrl ? { runUrl } : {}),
    },
    idToken: (audience) => requestIdToken(audience, surroundings),
    mask: core.setSecret,
    exportVariable: core.exportVariable,
    output: core.setOutput,
    summary: async (markdown) => {
      await core.summary.addRaw(markdown, true).write()
    },
    annotate,
    group: core.group,
    log: (line) => {
      process.stdout.write(line + EOL)
    },
  }
}

/** The artifact service of today does not exist on GitHub Enterprise Server. */
export function keepsArtifacts(server: string): boolean {
  const host = URL.parse(server)?.hostname ?? ''
  return (
    host === 'github.com' || host.endsWith('.ghe.com') || host === 'localhost' || host.endsWith('.localhost')
  )
}

function annotate(level: Level, message: string, place: Place = {}): void {
  const properties = {
    ...(place.title === undefined ? {} : { title: place.title }),
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { startLine: place.line }),
  }
  if (level === 'error') core.error(message, properties)
  else if (level === 'warning') core.warning(message, properties)
  else core.notice(message, properties)
}
