import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import type { Entry } from '~/domain/entry/entry.server'
import { hiddenPlacesEntered, hidesByApproval } from '~/domain/entry/hidden/hide-when-due.server'
import { sitesOf } from '~/domain/entry/sites.server'
import { weeklyMoney } from '~/domain/money/money'
import { keptPolicy } from '~/domain/policy/kept-policy.server'
import { runsIn } from '~/domain/run/runs.server'
import { londonDay } from '~/domain/time/calendar'
import { COUNT_GROUP_LABELS, groupOf, groupsOf } from '~/domain/vacancy/count/count-group'
import { type Room, roomsOf } from '~/domain/vacancy/rooms/own-rooms.server'
import { roomLine } from '~/domain/vacancy/rooms/room'
import { isOver, runLine } from '~/screens/our-cohorts/page'
import { policyPage } from '~/screens/our-services-policy/page'

/** Beside the answers of an entry, all else that approving it publishes: whom it takes, its rooms, its runs, and its places or that they are hidden. */
export async function wholeEntryOf(app: DomainContext, viewer: SignedInViewer, entry: Entry) {
  const now = app.clock()
  const policy = await keptPolicy(app.db, viewer, entry.id)
  const sites = await sitesOf(app, viewer, entry)
  const { rooms, runs, hidden } = await asViewer(app.db, viewer, async trx => ({
    rooms: (await roomsOf(trx, entry.id)).filter(room => room.retiredAt === null),
    runs: await runsIn(trx, entry.id),
    hidden: await hiddenOf(trx, entry),
  }))
  const today = londonDay(now)
  return {
    policy: policy && policyPage(policy, null, [], now),
    rooms: entry.isPlace || rooms.length > 0 ? roomRows(rooms) : null,
    runs: entry.isProgramme
      ? runs.filter(run => !isOver(run, today)).map(run => runRow(runLine(run, entry.standing, today)))
      : null,
    places: { ...hidden, rows: sites.map(site => ({ key: site.name, value: site.where || 'Not stated' })) },
  }
}

export type WholeEntry = Awaited<ReturnType<typeof wholeEntryOf>>

/** How many are hidden; null where they are shown. And whether they would be by the approval. */
async function hiddenOf(trx: Transaction<DB>, { id, confidential }: Entry) {
  return {
    hidden: confidential ? ((await hiddenPlacesEntered(trx, id)) ?? 0) : null,
    hidesByApproval: await hidesByApproval(trx, id),
  }
}

/** A line a room; of a count one for each group of its beds. */
function roomRows(rooms: readonly Room[]) {
  if (rooms.some(({ named }) => named)) return rooms.map(room => ({ key: room.name, value: roomWords(room) }))
  return groupsOf(rooms).map(group => ({
    key: COUNT_GROUP_LABELS[group],
    value: `${rooms.filter(room => groupOf(room) === group).length}, kept as a count`,
  }))
}

function roomWords(room: Room): string {
  const { serviceChargeWeeklyPence: charge, note } = room
  return [roomLine(room), ...(charge === null ? [] : [`service charge ${weeklyMoney(charge)}`]), note]
    .filter(Boolean)
    .join(', ')
}

function runRow({ dates, facts, standingWords }: ReturnType<typeof runLine>) {
  return { key: dates, value: [...facts, standingWords].join('. ') }
}
