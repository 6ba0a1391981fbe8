import type { Platform, Surroundings } from './platform.ts'

/** The first that recognises its environment; loaded when used. */
const PLATFORMS = {
  github: {
    detect: (env) => env.GITHUB_ACTIONS === 'true',
    open: async (surroundings) => (await import('./github/index.ts')).openGithub(surroundings),
  },
  gitlab: {
    detect: (env) => env.GITLAB_CI === 'true',
    open: async (surroundings) => (await import('./gitlab/index.ts')).openGitlab(surroundings),
  },
  generic: {
    detect: () => true,
    open: async (surroundings) => (await import('./generic/index.ts')).openGeneric(surroundings),
  },
} as const satisfies Record<
  string,
  { detect(env: NodeJS.ProcessEnv): boolean; open(surroundings: Surroundings): Promise<Platform> }
>

export async function openPlatform(surroundings: Surroundings): Promise<Platform> {
  const found = Object.values(PLATFORMS).find(({ detect }) => detect(surroundings.env)) ?? PLATFORMS.generic
  return found.open(surroundings)
}
