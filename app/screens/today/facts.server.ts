import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { type Day, formatWholeDay, londonDay } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { type BoardWords, boardWords } from '~/screens/vacancies/board'
import { entriesWaiting } from '~/domain/entry/entries-waiting.server'
import { mayKeep } from '~/domain/entry/keeper'
import { openNotes } from '~/domain/entry-note/notes.server'
import { href } from '~/paths'
import { nominationsWaiting } from '~/domain/nomination/nominations.server'
import { ownBoards } from '~/domain/vacancy/own/own-boards.server'
import { type OverdueStay, overdueStaysFor } from '~/domain/referral/stay/overdue-stays.server'
import { arrivingFor } from '~/domain/referral/list/arriving.server'
import { arrivingLine, type ArrivingLine, inboxLine, type InboxLine } from '~/screens/inbox/page'
import { inboxFor, waitingForReferrer } from '~/domain/referral/list/referral-lists.server'

/** The first page of what is to be done, and how many more there are. */
interface Pressing {
  lines: InboxLine[]
  more: number
}

/** A provider's day: who leaves within hours, what to confirm, what is new, what waits for her, who is coming. */
export interface Today {
  /** 'Sunday 22 November'. */
  day: string
  /** Leave today or tomorrow, or left in the last days, whatever must be done: they stand in no other list but the arrivals. */
  out: Pressing
  toConfirm: BoardWords[]
  confirmed: BoardWords[]
  fresh: Pressing
  waiting: Pressing
  /** How many wait for somebody else. */
  elsewhere: number
  arriving: ArrivingLine[]
  /** Stays that should have ended some days ago. */
  stillThere: StillThereLine[]
  /** How many were nominated to programmes of theirs and wait for checks or a place. */
  nominated: number
  /** What waits in their own entries of the directory. */
  entries: EntryLine[]
}

/** A stay that should have ended: its room and where to say what became of it. */
export interface StillThereLine {
  to: string
  room: string
  words: string
}

/** One thing that waits in an entry: the name of a link and where it leads, and why. */
export interface EntryLine {
  to: string
  link: string
  words: string
}

/** Everything on a provider's page of today, the soonest due first. */
export async function todayFor(app: DomainContext, viewer: SignedInViewer): Promise<Today> {
  const now = app.clock()
  const { boards } = await ownBoards(app.db, viewer, now)
  const words = boards.map(board => boardWords(board, now))
  return {
    day: formatWholeDay(londonDay(now)),
    out: await outFor(app, viewer),
    toConfirm: words.filter(board => board.needsConfirming),
    confirmed: words.filter(board => !board.needsConfirming),
    fresh: await pressing(app, viewer, 'new'),
    waiting: await pressing(app, viewer, 'to_decide'),
    elsewhere: await waitingForReferrer(app, viewer),
    nominated: await nominationsWaiting(app.db, viewer),
    entries: await entryLines(app, viewer),
    stillThere: (await overdueStaysFor(app, viewer)).map(each => stillThereLine(each, londonDay(now))),
    arriving: (await arrivingFor(app, viewer)).map(each => arrivingLine(each, now)),
  }
}

function stillThereLine(stay: OverdueStay, today: Day): StillThereLine {
  const { referralId, claimId, bedspaceId, bedspaceName, serviceName, isToMove } = stay
  const away = isToMove
    ? href('vacancies/claims/:claimId', { claimId })
    : href('vacancies/:bedspaceId/stay', { bedspaceId })
  return {
    to: referralId === null ? away : href('referrals/:referralId', { referralId }),
    room: `${bedspaceName}, ${serviceName}`,
    words: stillThereWords(stay, today),
  }
}

function stillThereWords({ expectedOn, isToMove, since }: OverdueStay, today: Day): string {
  if (expectedOn === null) return `there since ${dayOrYear(since, today)}, and nobody knows for how long`
  const day = dayOrYear(expectedOn, today)
  return isToMove ? `was to move to another room on ${day}` : `was expected to leave on ${day}`
}

async function pressing(
  app: DomainContext,
  viewer: SignedInViewer,
  list: 'new' | 'to_decide',
): Promise<Pressing> {
  const { referrals, total } = await inboxFor(app, viewer, { list, page: 1 })
  return {
    lines: referrals.filter(({ isOut }) => !isOut).map(each => inboxLine(each, app.clock())),
    more: total - referrals.length,
  }
}

async function outFor(app: DomainContext, viewer: SignedInViewer): Promise<Pressing> {
  const { referrals, counts } = await inboxFor(app, viewer)
  const out = referrals.filter(({ isOut }) => isOut)
  const total = Object.values(counts).reduce((sum, each) => sum + each.out, 0)
  return { lines: out.map(each => inboxLine(each, app.clock())), more: total - out.length }
}

async function entryLines(app: DomainContext, viewer: SignedInViewer): Promise<EntryLine[]> {
  const { hasAny, drafts, paused } = await entriesWaiting(app, viewer)
  const asked = { serviceId: null, page: 1 }
  const { notes } = await asViewer(app.db, viewer, trx => openNotes(trx, viewer, asked))
  const keeps = mayKeep(viewer, viewer)
  const first = { to: href('our-services/new', {}), link: 'Add a service', words: 'you have none here yet' }
  return [
    ...(!hasAny && keeps ? [first] : []),
    ...notes.map(({ id, serviceName }) => ({
      to: href('entry-notes/:noteId', { noteId: id }),
      link: serviceName,
      words: 'somebody says that something is wrong with its entry',
    })),
    ...drafts.map(({ id, name, isSentBack }) => ({
      to: href('our-services/:serviceId', { serviceId: id }),
      link: name,
      words: isSentBack
        ? 'came back from the editor, who says what to mend: mend it and send it again'
        : 'a draft, in the directory once you have sent it and an editor has approved it',
    })),
    ...paused.map(({ id, name, words }) => ({
      // Who may not open it again finds it on the board.
      to: keeps
        ? href('our-services/:serviceId/standing', { serviceId: id })
        : `${href('vacancies', {})}#s-${id}`,
      link: name,
      words: `${words.charAt(0).toLowerCase()}${words.slice(1)}. It takes nobody new until ${keeps ? 'you open' : 'a manager of yours opens'} it again`,
    })),
  ]
}
