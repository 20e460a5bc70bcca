import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { registerEntries } from '~/domain/action/entries.server'
import { isOverdue } from '~/domain/action/entry'
import type { Role } from '~/domain/account/account'
import type { DomainContext } from '~/domain/context'
import { countOpenNotes } from '~/domain/entry-note/notes.server'
import { waitingEntries } from '~/domain/entry/reviews.server'
import { familyProgrammes } from '~/domain/family-programmes/family-programmes.server'
import { fundingAlert } from '~/domain/programme/funding-end'
import { openApplications } from '~/domain/organisation/applications.server'
import { londonDay } from '~/domain/time/calendar'
import { silentServices } from '~/domain/vacancy/freshness/silent-services.server'
import { ROOMS, type Room, type Waiting, WAITING, type WaitingKind } from './page'

/** An administrator's or an editor's home: what waits for them, and where everything is kept. */
export async function administrationFor(app: DomainContext, viewer: SignedInViewer) {
  const counts = await countsFor(app, viewer)
  const waiting = (Object.keys(WAITING) as WaitingKind[]).flatMap((kind): Waiting[] => {
    const count = counts[kind]
    return count > 0 ? [{ kind, count, ...WAITING[kind] }] : []
  })
  return { waiting, rooms: ROOMS.filter(room => isFor(room, viewer.role)) }
}

export type AdministrationPage = Awaited<ReturnType<typeof administrationFor>>

async function countsFor(app: DomainContext, viewer: SignedInViewer): Promise<Record<WaitingKind, number>> {
  const now = app.clock()
  const today = londonDay(now)
  const [applications, waiting, silent, entries, programmes, notes] = await Promise.all([
    openApplications(app, viewer),
    waitingEntries(app, viewer),
    silentServices(app.db, viewer, now),
    registerEntries(app.db, viewer),
    familyProgrammes(app.db, viewer, today),
    asViewer(app.db, viewer, trx => countOpenNotes(trx, viewer, null)),
  ])
  return {
    approvals: applications.length + waiting.length,
    notes,
    silent: silent.length,
    overdue: entries.filter(entry => isOverdue(entry, today)).length,
    funding: programmes.filter(each => fundingAlert(each.fundingEndsOn, today) !== null).length,
  }
}

function isFor({ roles }: Room, role: Role): boolean {
  return roles === undefined || roles.includes(role)
}
