import type { z } from 'zod'
import { recordAudit } from '../audit/record-audit.server'
import { isAnyOf } from '../list/ids-given.server'
import { importer, type SheetWork } from '../sheet/importer.server'
import { saidTwice } from '../sheet/read-sheet'
import type { SheetPlan, SheetRow, SheetWrong } from '../sheet/sheet'
import { type Day, londonDay } from '../time/calendar'
import type { EntryField } from './field'
import { type Entry, entryIn } from './entry.server'
import { cellOf, ENTRY_COLUMNS, ENTRY_HEADINGS, ENTRY_ID, entryCellHint, typedOfCell } from './entry-cells'
import { entryForm, wordsOwed } from './read-field'
import { sayField } from './say-field'
import { saveAnswers } from './save-part.server'

/** The entries the viewer keeps by file, a line each. A new one is begun on its page, where it is asked what makes it hidden. */
export const entrySheet = importer<EntryStep>({
  headings: ENTRY_HEADINGS,
  key: ENTRY_ID,
  async lines(work) {
    const entries = await keptEntries(work)
    return entries.map(({ id, kept }) => [id, ...ENTRY_COLUMNS.map(field => cellOf(field, kept[field.name]))])
  },
  plan: planEntries,
  async apply({ trx, viewer }, steps) {
    for (const { entry, values } of steps) {
      await saveAnswers(trx, entry.id, values)
      const written = { version: entry.version + 1 }
      await trx.updateTable('service').set(written).where('id', '=', entry.id).execute()
      const act = { action: 'entry.change', subjectKind: 'service', subjectId: entry.id } as const
      await recordAudit(trx, viewer, { ...act, detail: { part: 'file' } })
    }
  },
})

interface EntryStep {
  entry: Entry
  /** The answers that change. */
  values: Readonly<Record<string, unknown>>
}

type Line = Extract<SheetPlan<EntryStep>, { ok: true }>['lines'][number]

/** Those the viewer may change, by name; of these alone where `ids` is given, and then nobody else changes them until the transaction ends. */
async function keptEntries({ trx, viewer }: SheetWork, ids?: readonly string[]): Promise<Entry[]> {
  if (ids)
    await trx.selectFrom('service').select('id').where(isAnyOf('id', ids)).orderBy('id').forUpdate().execute()
  const rows = await trx
    .selectFrom('service')
    .select('id')
    .$if(ids !== undefined, query => query.where(isAnyOf('id', ids ?? [])))
    .where('archivedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const entries: Entry[] = []
  for (const { id } of rows) {
    const entry = await entryIn(trx, viewer, id)
    if (entry?.mayChange) entries.push(entry)
  }
  return entries
}

async function planEntries(work: SheetWork, rows: readonly SheetRow[]): Promise<SheetPlan<EntryStep>> {
  const ids = rows.map(({ cells }) => cells[ENTRY_ID] ?? '').filter(id => UUID.test(id))
  const entries = new Map((await keptEntries(work, ids)).map(entry => [entry.id, entry]))
  const today = londonDay(work.now)
  const planned = rows.map(row =>
    planLine(row, entries.get((row.cells[ENTRY_ID] ?? '').toLowerCase()), today),
  )
  const wrong = [...planned.flatMap(each => each.wrong ?? []), ...saidTwice(rows, ENTRY_ID)]
  if (wrong.length > 0) return { ok: false, wrong: wrong.sort((one, other) => one.line - other.line) }
  return { ok: true, lines: planned.flatMap(each => each.line ?? []) }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function planLine(
  { line, cells }: SheetRow,
  entry: Entry | undefined,
  today: Day,
): { wrong?: SheetWrong[]; line?: Line } {
  if (!entry) {
    const say = 'No entry of yours has this ID. Download your services, and take it from there'
    return { wrong: [{ line, column: ENTRY_ID, say }] }
  }
  const fields = ENTRY_COLUMNS.filter(({ label }) => cells[label] !== undefined)
  const typed = fields.map(field => [field.name, typedOfCell(field, cells[field.label] ?? '')])
  const read = entryForm(fields, today).safeParse(Object.fromEntries(typed))
  if (!read.success) return { wrong: wrongCells(line, read.error) }
  const values: Readonly<Record<string, unknown>> = read.data
  const changed = fields.filter(field => said(field, entry.kept) !== said(field, values))
  const owed = wordsOwed(ENTRY_COLUMNS, { ...entry.kept, ...values }).filter(({ field }) =>
    asksAnew(field, changed),
  )
  if (owed.length > 0) return { wrong: owed.map(({ field, say }) => ({ line, column: field.label, say })) }
  return {
    line: {
      line,
      name: entry.name,
      isNew: false,
      changes: changed.map(field => ({
        label: field.label,
        from: said(field, entry.kept),
        to: said(field, values),
      })),
      remarks: [],
      step: { entry, values: Object.fromEntries(changed.map(({ name }) => [name, values[name]])) },
    },
  }
}

/** Whether a line changes the words themselves, or the answer that asks for them: an old fault stops no file. */
function asksAnew(field: EntryField, changed: readonly EntryField[]): boolean {
  const by = field.kind === 'lines' ? field.neededBy?.name : undefined
  return changed.some(({ name }) => name === field.name || name === by)
}

/** As it is said, whatever the order of a list. */
function said(field: (typeof ENTRY_COLUMNS)[number], from: Readonly<Record<string, unknown>>): string {
  const value = from[field.name]
  return sayField(
    field,
    Array.isArray(value) && field.kind === 'several' ? [...(value as unknown[])].sort() : value,
  )
}

function wrongCells(line: number, { issues }: z.ZodError): SheetWrong[] {
  return issues.map(({ path, code, message }) => {
    const field = ENTRY_COLUMNS.find(({ name }) => name === path[0])
    const isNoChoice = field !== undefined && (code === 'invalid_value' || code === 'invalid_union')
    const say = isNoChoice ? `It may hold: ${entryCellHint(field)}` : message
    return { line, column: field?.label ?? null, say }
  })
}
