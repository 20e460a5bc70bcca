import { sql, type Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { PAGE_LENGTH, pageOf, type Paging } from '../../list/paging'
import type { StrikeOldResult } from '../../record-change/strike-old-words.server'
import { strikesUnread, type UNREAD_WHY } from './unread'

/** That old words are kept of a hidden place: never what they are. */
export interface KeptUnread {
  changeId: string
  place: string
  happenedAt: Date
  byRole: string | null
  isStruck: boolean
  /** Who struck words of that change out last, and why where that was done unread. */
  struck: { by: string; at: Date; why: string | null } | null
}

interface KeptRow extends Omit<KeptUnread, 'struck'> {
  struckAt: Date | null
  struckBy: string | null
  struckWhy: string | null
}

/** Which old words are kept of the hidden places of a service, the latest first; null for whoever may not strike them unread. */
export async function hiddenWordsKept(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { serviceId, page }: { serviceId: string; page: number },
): Promise<{ kept: KeptUnread[]; paging: Paging } | null> {
  if (!strikesUnread(viewer)) return null
  return asViewer(app.db, viewer, async trx => {
    const rows = await wordsKept(trx, serviceId)
    const paging = pageOf(page, rows.length)
    const kept = rows
      .slice(paging.first - 1, paging.first - 1 + PAGE_LENGTH)
      .map(({ struckAt, struckBy, struckWhy, ...row }) => ({
        ...row,
        struck: struckAt && { by: struckBy ?? '', at: struckAt, why: struckWhy },
      }))
    return { kept, paging }
  })
}

/** Strikes such words out, once for one form, wherever the history of their place has them; who did, when and why stays. */
export async function strikeUnread(
  app: DomainContext,
  viewer: SignedInViewer,
  {
    serviceId,
    words: { changeId, place },
    why,
  }: { serviceId: string; words: { changeId: string; place: string }; why: keyof typeof UNREAD_WHY },
  request: FormRequest,
): Promise<StrikeOldResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<StrikeOldResult> => {
      const words = (await wordsKept(trx, serviceId)).find(
        each => each.changeId === changeId && each.place === place,
      )
      if (!words) return { ok: false, reason: 'not_found' }
      if (words.isStruck)
        return {
          ok: false,
          reason: 'struck',
          by: words.struckBy ?? '',
          at: words.struckAt?.toISOString() ?? '',
        }
      await sql`select strike_hidden_unread(${changeId}, ${place}, ${why}, ${app.clock()})`.execute(trx)
      await recordAudit(trx, viewer, {
        action: 'hidden_place.strike_unread',
        ...{ subjectKind: 'service', subjectId: serviceId, detail: { place, why } },
      })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function wordsKept(trx: Transaction<DB>, serviceId: string): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    select kept.change_id, kept.place, kept.happened_at, kept.by_role, kept.is_struck,
      kept.struck_at, striker.name as struck_by, kept.struck_why
    from hidden_words_kept(${serviceId}) with ordinality
      kept(change_id, place, happened_at, by_role, is_struck, struck_at, striker_id, struck_why, nth)
    left join person striker on striker.id = kept.striker_id
    order by kept.nth`.execute(trx)
  return rows
}
