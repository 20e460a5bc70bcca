import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asKeeperOfPlaces, asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { PAGE_LENGTH, pageOf, type Paging } from '../../list/paging'
import type { RecordChange, WordsStruck } from '../../record-change/change-words'
import { changeOf } from '../../record-change/record-changes.server'
import type { Entry } from '../entry.server'
import { holdsHidden } from '../keeper'

/**
 * What was changed of the hidden places of an entry, those that were taken out or are shown by now as well, the latest first; null for whoever
 * does not hold their grant. Reading it leaves the trace that reading such a place leaves.
 */
export async function hiddenHistory(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { entry, page }: { entry: Entry; page: number },
): Promise<{ changes: RecordChange[]; paging: Paging } | null> {
  if (!holdsHidden(viewer, entry)) return null
  return asViewer(app.db, viewer, async trx => {
    await recordAudit(trx, viewer, {
      ...{ action: 'hidden_place.read', subjectKind: 'service', subjectId: entry.id },
    })
    const { rows, strikes, paging } = await asKeeperOfPlaces(trx, async keeper => {
      const { many } = await ofService(keeper, entry.id)
        .select(count => count.fn.countAll<string>().as('many'))
        .executeTakeFirstOrThrow()
      const pages = pageOf(page, Number(many))
      const found = await changesOf(keeper, entry.id, pages)
      return { rows: found, strikes: await strikesOf(keeper, found), paging: pages }
    })
    const names = await namesOf(
      trx,
      [...rows, ...strikes].flatMap(({ byPerson }) => byPerson ?? []),
    )
    const shown = await shownNow(trx, entry.id)
    const changes = rows.map(({ byPerson, rowKey, ...row }) =>
      changeOf({
        ...{ ...row, called: row.called ?? shown.get(rowKey) ?? null, table: 'confidential_site' },
        ...{ by: names.get(byPerson ?? '') ?? null, struck: strikesIn(row.id, strikes, names) },
      }),
    )
    return { changes, paging }
  })
}

/** What a place is called now, while it is hidden. */
const CALLED = sql<
  string | null
>`(select 'Site “' || s.name || '”' from confidential_site s where s.id::text = c.row_key)`

async function changesOf(keeper: Transaction<DB>, serviceId: string, { first }: Paging) {
  return (
    ofService(keeper, serviceId)
      .select(['c.id', 'c.rowKey', 'c.sequence', 'c.happenedAt', 'c.byPerson'])
      .select(['c.operation', 'c.before', 'c.after', CALLED.as('called')])
      // What was kept of a place before it was hidden came here later than it happened.
      .orderBy('c.happenedAt', 'desc')
      .orderBy('c.sequence', 'desc')
      .limit(PAGE_LENGTH)
      .offset(first - 1)
      .execute()
  )
}

type Strike = Omit<WordsStruck, 'by'> & { changeId: string; byPerson: string }

/** Who struck words out of these changes, the first one first. */
async function strikesOf(keeper: Transaction<DB>, changes: readonly { id: string }[]): Promise<Strike[]> {
  if (changes.length === 0) return []
  const ids = changes.map(({ id }) => id)
  return keeper
    .selectFrom('hiddenStrike')
    .select(['changeId', 'place', 'struckBy as byPerson', 'struckAt as at', 'why'])
    .where('changeId', 'in', ids)
    .orderBy('sequence')
    .execute()
}

function strikesIn(id: string, strikes: readonly Strike[], names: Map<string, string>): WordsStruck[] {
  return strikes
    .filter(({ changeId }) => changeId === id)
    .map(({ place, byPerson, at, why }) => ({ place, by: names.get(byPerson) ?? '', at, why }))
}

/** What the places are called that are shown by now, by their key in the history: that of a hidden one names those that were hidden, too. */
async function shownNow(trx: Transaction<DB>, serviceId: string): Promise<Map<string, string>> {
  const sites = await trx
    .selectFrom('site')
    .select(['id', 'name'])
    .where('serviceId', '=', serviceId)
    .execute()
  return new Map(sites.map(({ id, name }) => [id, `Site “${name}”`]))
}

function ofService(keeper: Transaction<DB>, serviceId: string) {
  return keeper.selectFrom('confidentialSiteChange as c').where('c.serviceId', '=', serviceId)
}

/** These people, as far as the viewer knows them: the grant of hidden places knows none. */
async function namesOf(trx: Transaction<DB>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}
