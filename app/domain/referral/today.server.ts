import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { formatDayLong, isoWeekday, londonDay, type Day } from '../region/calendar'
import { type BoardWords, boardWords } from '../vacancy/board-words'
import { ownBoards } from '../vacancy/own-boards.server'
import { arrivingFor } from './arriving.server'
import { arrivingLine, type ArrivingLine, inboxLine, type InboxLine } from './provider-lists'
import { inboxFor } from './referral-lists.server'

/** A provider's day: what to confirm, what is new, what waits for her, who is coming. */
export interface Today {
  /** 'Sunday 22 November'. */
  day: string
  toConfirm: BoardWords[]
  confirmed: BoardWords[]
  fresh: InboxLine[]
  waiting: InboxLine[]
  /** How many wait for somebody else. */
  elsewhere: number
  arriving: ArrivingLine[]
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** They wait for the day itself, which 'arriving' shows, or for the end of the stay. */
const WAIT_FOR_THE_DAY = ['accepted', 'arrived']

/** Everything on a provider's page of today, the soonest due first. */
export async function todayFor(app: DomainContext, viewer: SignedInViewer): Promise<Today> {
  const now = app.clock()
  const { boards } = await ownBoards(app.db, viewer, now)
  const inbox = await inboxFor(app, viewer)
  const words = boards.map(board => boardWords(board, now))
  const mine = inbox.filter(
    ({ actsNext, state }) => actsNext === 'provider' && !WAIT_FOR_THE_DAY.includes(state),
  )
  return {
    day: weekdayAndDay(londonDay(now)),
    toConfirm: words.filter(board => board.needsConfirming),
    confirmed: words.filter(board => !board.needsConfirming),
    fresh: mine.filter(({ state }) => state === 'submitted').map(each => inboxLine(each, now)),
    waiting: mine.filter(({ state }) => state !== 'submitted').map(each => inboxLine(each, now)),
    elsewhere: inbox.filter(({ actsNext }) => actsNext === 'referrer').length,
    arriving: (await arrivingFor(app, viewer)).map(each => arrivingLine(each, now)),
  }
}

function weekdayAndDay(day: Day): string {
  return `${WEEKDAYS[isoWeekday(day) - 1]} ${formatDayLong(day).replace(/ \d{4}$/, '')}`
}
