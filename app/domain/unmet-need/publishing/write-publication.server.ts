import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Publication } from '../published'
import { printedOf } from '../disclosure/secondary/printed-bounds'

/** Writes one version down, for good: the database refuses to change or take away any of it. */
export async function writePublication(trx: Transaction<DB>, publication: Publication): Promise<void> {
  const { period, version, because, isSynthetic, publishedAt, tables, leftOut } = publication
  const id = newId()
  const { code, kind: periodKind, startsOn, endsOn } = period
  await trx
    .insertInto('publication')
    .values({ id, period: code, periodKind, startsOn, endsOn, version, because, isSynthetic, publishedAt })
    .execute()
  const figures = Object.values(tables).flatMap(table =>
    Object.entries(table.cells).flatMap(([cell, printed]) =>
      printedOf(printed).map(({ unit, printed: { mark, value } }) => ({
        ...{ publicationId: id, tableId: table.id, cell },
        ...{ unit, mark, value },
      })),
    ),
  )
  if (figures.length > 0) await trx.insertInto('publishedFigure').values(figures).execute()
  const left = leftOut.map(tableId => ({ publicationId: id, tableId }))
  if (left.length > 0) await trx.insertInto('publicationLeftOut').values(left).execute()
}
