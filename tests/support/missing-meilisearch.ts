import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Test files run in processes of their own, so what they could not do is noted in a file until the run ends. */
const NOTES = resolve(import.meta.dirname, '../../.cache/meilisearch/skipped.txt')

/** Notes that a suite was skipped for want of a Meilisearch. */
export function noteMissingMeilisearch(suite: string, reason: string): void {
  mkdirSync(dirname(NOTES), { recursive: true })
  appendFileSync(NOTES, `${suite}: ${reason}\n`)
}

/** Vitest's global set-up: forgets old notes, and says after the last test what was skipped. */
export default function setup(): () => void {
  rmSync(NOTES, { force: true })
  return () => {
    const notes = readNotes()
    if (notes !== '') console.log(`\nSKIPPED: no Meilisearch\n${notes}`)
    rmSync(NOTES, { force: true })
  }
}

function readNotes(): string {
  try {
    return readFileSync(NOTES, 'utf8')
  } catch {
    return ''
  }
}
