import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { assuredOf, dutiesTold, holdsPlaces } from '~/domain/council/duties-told.server'
import { saidToBeWrong } from '~/domain/entry-note/notes.server'
import { listEntries } from '~/domain/entry/entry.server'
import { inboxFor } from '~/domain/referral/list/referral-lists.server'
import { londonDay } from '~/domain/time/calendar'
import { dutyLine, ownEntry } from './page'

/** A council's home: the releases it was told of, its own entries, and where it has places what waits there. */
export async function councilFor(app: DomainContext, viewer: SignedInViewer, page: number) {
  const today = londonDay(app.clock())
  const { duties, ...paging } = await dutiesTold(app, viewer, page)
  const { entries } = await listEntries(app, viewer, { words: '', page: 1 })
  const ids = entries.map(({ id }) => id)
  const { assured, wrong } = await asViewer(app.db, viewer, async trx => ({
    assured: await assuredOf(trx, ids),
    wrong: await saidToBeWrong(trx, viewer),
  }))
  const holds = await holdsPlaces(app, viewer)
  return {
    ...paging,
    duties: duties.map(each => dutyLine(each, today)),
    entries: entries.map(each => ownEntry(each, assured.get(each.id) ?? null, wrong.has(each.id))),
    newReferrals: holds ? (await inboxFor(app, viewer, { list: 'new', page: 1 })).total : null,
  }
}

export type CouncilPage = Awaited<ReturnType<typeof councilFor>>
