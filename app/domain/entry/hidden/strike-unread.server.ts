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
  /** Which of the places of the service, as they were first entered. */
  site: Nth
  /** Which of the old words of that field of that place, the earliest first. */
  words: Nth
  /** Who chose just these to be struck out unread. Where others alike went with them stays unsaid, and so does what the managers struck. */
  struck: { by: string; at: Date; why: string } | null
}

interface Nth {
  nth: number
  of: number
}

interface KeptRow extends Pick<KeptUnread, 'changeId' | 'place' | 'happenedAt' | 'byRole'> {
  siteNth: number
  sites: number
  nth: number
  many: number
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
    const all = await wordsKept(trx, serviceId)
    const paging = pageOf(page, all.length)
    return { kept: all.slice(paging.first - 1, paging.first - 1 + PAGE_LENGTH), paging }
  })
}

/**
 * Strikes such words out, once for one form, wherever the hidden history of their place has them; who did, when and why stays. Whether there was
 * anything left to strike is not told, and the audit says what was chosen.
 */
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
      const find = async () =>
        (await wordsKept(trx, serviceId)).find(each => each.changeId === changeId && each.place === place)
      if (!(await find())) return { ok: false, reason: 'not_found' }
      const { rows } = await sql<{ answer: 'done' | 'struck' | null }>`
        select strike_hidden_unread(${changeId}, ${place}, ${why}, ${app.clock()}) as answer`.execute(trx)
      if (rows[0]?.answer === 'struck') return struckBefore(await find())
      if (rows[0]?.answer !== 'done') return { ok: false, reason: 'not_found' }
      await recordAudit(trx, viewer, {
        action: 'hidden_place.strike_unread',
        ...{ subjectKind: 'service', subjectId: serviceId, detail: { change: changeId, place, why } },
      })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

function struckBefore(words: KeptUnread | undefined): StrikeOldResult {
  const { by = '', at } = words?.struck ?? {}
  return { ok: false, reason: 'struck', by, at: at?.toISOString() ?? '' }
}

async function wordsKept(trx: Transaction<DB>, serviceId: string): Promise<KeptUnread[]> {
  const { rows } = await sql<KeptRow>`
    select kept.change_id, kept.place, kept.happened_at, kept.by_role, kept.site_nth, kept.sites, kept.nth, kept.many,
      kept.struck_at, striker.name as struck_by, kept.struck_why
    from hidden_words_kept(${serviceId}) with ordinality
      kept(change_id, place, happened_at, by_role, site_nth, sites, nth, many, striker_id, struck_at, struck_why, at)
    left join person striker on striker.id = kept.striker_id
    order by kept.at`.execute(trx)
  return rows.map(({ siteNth, sites, nth, many, struckAt, struckBy, struckWhy, ...row }) => ({
    ...{ ...row, site: { nth: siteNth, of: sites }, words: { nth, of: many } },
    struck: struckAt && { by: struckBy ?? '', at: struckAt, why: struckWhy ?? '' },
  }))
}
