import type { Kysely, Selectable, Transaction } from 'kysely'
import type { DB, Publication as PublicationRow } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { type Period, readPeriod } from '../period'
import type { TableId } from '../publishable-tables'
import type {
  Publication,
  PublishedBecause,
  PublishedCell,
  PublishedMark,
  PublishedValue,
} from '../published'

/** What a list of publications says of each. */
export type PublicationLine = Pick<
  Publication,
  'period' | 'version' | 'publishedAt' | 'isSynthetic' | 'because'
>

type Row = Selectable<PublicationRow>

/** Every version of every period, the latest published first; of one moment the latest period first, a pool before its year before its quarter. */
export async function listPublications(db: Kysely<DB>, viewer: SignedInViewer): Promise<PublicationLine[]> {
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('publication')
      .selectAll()
      .orderBy('publishedAt', 'desc')
      .orderBy('endsOn', 'desc')
      .orderBy('startsOn')
      .orderBy('version', 'desc')
      .execute(),
  )
  return rows.map(lineOf)
}

/** One version of a period as it was published; the latest where `version` is null. Null where it was not published. */
export async function readPublication(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  periodCode: string,
  version: number | null,
): Promise<Publication | null> {
  return asViewer(db, viewer, async trx => {
    const row = await trx
      .selectFrom('publication')
      .selectAll()
      .where('period', '=', periodCode)
      .$if(version !== null, query => query.where('version', '=', version ?? 0))
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    const [read] = row ? await withFigures(trx, [row]) : []
    return read ?? null
  })
}

/** Several versions at once, those that are there. */
export async function readPublications(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  wanted: readonly Pick<PublicationLine, 'period' | 'version'>[],
): Promise<Publication[]> {
  if (wanted.length === 0) return []
  return asViewer(db, viewer, async trx => {
    const rows = await trx
      .selectFrom('publication')
      .selectAll()
      .where(({ eb, or }) =>
        or(wanted.map(each => eb('period', '=', each.period.code).and('version', '=', each.version))),
      )
      .execute()
    return withFigures(trx, rows)
  })
}

/** Everything published so far, as whoever has `trx` may read it, the oldest first. */
export async function allPublications(trx: Transaction<DB>): Promise<Publication[]> {
  const rows = await trx
    .selectFrom('publication')
    .selectAll()
    .orderBy('publishedAt')
    .orderBy('version')
    .execute()
  return withFigures(trx, rows)
}

async function withFigures(trx: Transaction<DB>, rows: readonly Row[]): Promise<Publication[]> {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const figures = await trx
    .selectFrom('publishedFigure')
    .select(['publicationId', 'tableId', 'cell', 'unit', 'mark', 'value'])
    .where('publicationId', 'in', ids)
    .orderBy('tableId')
    .execute()
  const leftOut = await trx
    .selectFrom('publicationLeftOut')
    .select(['publicationId', 'tableId'])
    .where('publicationId', 'in', ids)
    .orderBy('tableId')
    .execute()
  return rows.map(row => ({
    ...lineOf(row),
    tables: tablesOf(figures.filter(figure => figure.publicationId === row.id)),
    leftOut: leftOut.filter(each => each.publicationId === row.id).map(each => each.tableId as TableId),
  }))
}

interface Figure {
  tableId: string
  cell: string
  unit: string
  mark: string
  value: number | null
}

/** The database holds a count of every cell that is published, and the women of some. */
function tablesOf(figures: readonly Figure[]): Publication['tables'] {
  const tables: Partial<Record<string, { id: TableId; cells: Record<string, PublishedCell> }>> = {}
  for (const figure of figures.filter(({ unit }) => unit === 'count')) {
    const table = (tables[figure.tableId] ??= { id: figure.tableId as TableId, cells: {} })
    table.cells[figure.cell] = { women: null, count: valueOf(figure) }
  }
  for (const figure of figures.filter(({ unit }) => unit === 'women')) {
    const cell = tables[figure.tableId]?.cells[figure.cell]
    if (cell) cell.women = valueOf(figure)
  }
  return tables
}

function valueOf({ mark, value }: Figure): PublishedValue {
  return { mark: mark as PublishedMark, value }
}

function lineOf(row: Row): PublicationLine {
  return {
    period: periodOf(row.period),
    version: row.version,
    publishedAt: row.publishedAt,
    isSynthetic: row.isSynthetic,
    because: row.because as PublishedBecause,
  }
}

function periodOf(code: string): Period {
  const period = readPeriod(code)
  if (!period) throw new Error(`Published for a period that is none: ${code}`)
  return period
}
