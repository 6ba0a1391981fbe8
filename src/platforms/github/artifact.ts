// Loaded by `post` alone: the artifact client is megabytes.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'

export interface Uploaded {
  readonly name: string
  readonly id: number | undefined
  /** Of the ZIP, hex. */
  readonly sha256: string | undefined
  readonly size: number | undefined
}

/** Uploads the files of a record's directory. */
export async function uploadRecord(name: string, dir: string): Promise<Uploaded> {
  const files = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && RECORD_FILE.test(entry.name))
    .map((entry) => join(dir, entry.name))
  const { id, digest, size } = await new DefaultArtifactClient().uploadArtifact(name, files, dir, {
    compressionLevel: 6,
  })
  return { name, id, sha256: digest, size }
}

const RECORD_FILE = /\.(jsonl|json|html|cast)$/

/** What the service accepts as a name: `sluice-session-orders-prod-<id>`. */
export function artifactName(targets: readonly string[], session: string): string {
  const safe = (text: string) => text.replace(/[^\w.+-]/g, '-')
  return safe(`sluice-session-${targets.join('+').slice(0, 120)}-${session}`)
}
