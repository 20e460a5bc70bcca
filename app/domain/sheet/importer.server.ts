import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { csvText } from './csv'
import { readSheet } from './read-sheet'
import type { SheetLine, SheetPlan, SheetRow, SheetWrong } from './sheet'

/** Who asks, in whose transaction, and when. */
export interface SheetWork {
  trx: Transaction<DB>
  viewer: SignedInViewer
  now: Date
}

/** What one kind of record needs to come in and go out by file. */
interface Definition<Step> {
  headings: readonly string[]
  /** The column without which no line can be told apart; null where a line needs none. */
  key: string | null
  /** What is kept now, a line each, in the order of the headings. */
  lines: (work: SheetWork) => Promise<string[][]>
  /** What is wrong with the cells themselves: looked at before anybody waits for the database. */
  check?: (rows: readonly SheetRow[]) => SheetWrong[]
  /** What the lines of a file would change. What it looked at stays as it is until the transaction ends. */
  plan: (work: SheetWork, rows: readonly SheetRow[]) => Promise<SheetPlan<Step>>
  apply: (work: SheetWork, steps: readonly Step[]) => Promise<void>
}

export type Previewed = { ok: true; lines: SheetLine[]; seen: string } | { ok: false; wrong: SheetWrong[] }

/** A file whose cells make sense, ready to be compared with what is kept. */
type CheckedFile = { ok: true; rows: SheetRow[] } | { ok: false; wrong: SheetWrong[] }

export interface Importer {
  headings: readonly string[]
  /** The file of what is kept, in the very shape that comes in. */
  file: (work: SheetWork) => Promise<string>
  read: (text: string) => CheckedFile
  /** What a file would change; nothing is written. `seen` stands for it. */
  preview: (work: SheetWork, rows: readonly SheetRow[]) => Promise<Previewed>
  /** Does all of it where it still is what was `seen`. */
  apply: (
    work: SheetWork,
    rows: readonly SheetRow[],
    seen: string,
  ) => Promise<Previewed & { isApplied?: boolean }>
}

export function importer<Step>(definition: Definition<Step>): Importer {
  const { headings, key, lines, check, plan, apply } = definition
  return {
    headings,
    file: async work => csvText([headings, ...(await lines(work))]),
    read(text) {
      const read = readSheet(text, headings, key)
      const wrong = read.ok ? (check?.(read.rows) ?? []) : []
      return wrong.length > 0 ? { ok: false, wrong } : read
    },
    preview: async (work, rows) => shown(await plan(work, rows)),
    async apply(work, rows, seen) {
      const found = await plan(work, rows)
      const preview = shown(found)
      if (!found.ok || !preview.ok || preview.seen !== seen) return preview
      await apply(
        work,
        found.lines.filter(({ isNew, changes }) => isNew || changes.length > 0).map(({ step }) => step),
      )
      return { ...preview, isApplied: true }
    },
  }
}

function shown<Step>(plan: SheetPlan<Step>): Previewed {
  if (!plan.ok) return plan
  const lines = plan.lines.map(({ line, name, isNew, changes, remarks }) => ({
    line,
    name,
    isNew,
    changes,
    remarks,
  }))
  return { ok: true, lines, seen: createHash('sha256').update(JSON.stringify(lines)).digest('base64url') }
}
