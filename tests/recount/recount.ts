import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { asStatistician } from '@db/viewer-transaction'
import { countTables } from '~/domain/unmet-need/counting/count-tables'
import type { Period } from '~/domain/unmet-need/period'
import { type TableId, tableSpec } from '~/domain/unmet-need/publishable-tables'
import { readWorld } from '~/domain/unmet-need/publishing/read-world.server'
import type { TestDatabase } from '../support/database'
import { BANK_HOLIDAYS } from './bank-holidays'

interface Cell {
  cell: string
  women: number
  count: number
}

const FOLDER = import.meta.dirname

/** Every table in plain SQL, written from the definitions and apart from the code: $1 and $2 are the first and the last day. */
export const RECOUNTS: ReadonlyMap<TableId, string> = new Map(
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.sql'))
    .map(name => [basename(name, '.sql') as TableId, readFileSync(join(FOLDER, name), 'utf8')]),
)

/** What the code and the SQL count otherwise, of the rows as they stand: "table cell: women / count, women / count by the SQL". */
export async function disagreements(
  database: TestDatabase,
  periods: readonly Period[],
): Promise<{ found: string[]; compared: number }> {
  const world = await asStatistician(database.worker, async trx => (await readWorld(trx)).world)
  const found: string[] = []
  let compared = 0
  for (const period of periods) {
    const tables = new Map(countTables(world, period).map(({ id, cells }) => [id, cells]))
    for (const [id, text] of RECOUNTS) {
      if (!tableSpec(id).periods.includes(period.kind)) continue
      const [code, recount] = [
        inhabited(tables.get(id) ?? []),
        inhabited(await recounted(database, text, period)),
      ]
      compared += recount.size
      for (const cell of new Set([...code.keys(), ...recount.keys()])) {
        const [one, other] = [code.get(cell) ?? '0 / 0', recount.get(cell) ?? '0 / 0']
        if (one !== other) found.push(`${period.code} ${id} ${cell}: ${one}, ${other} by the SQL`)
      }
    }
  }
  return { found, compared }
}

async function recounted(
  { owner }: TestDatabase,
  text: string,
  { startsOn, endsOn }: Period,
): Promise<Cell[]> {
  const values = [startsOn, endsOn, ...(text.includes('$3') ? [BANK_HOLIDAYS] : [])]
  return (await owner.executeQuery<Cell>(CompiledQuery.raw(text, values))).rows
}

function inhabited(cells: readonly Cell[]): Map<string, string> {
  return new Map(
    cells
      .filter(({ women, count }) => women > 0 || count > 0)
      .map(({ cell, women, count }) => [cell, `${women} / ${count}`]),
  )
}
