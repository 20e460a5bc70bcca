import { fieldsOf } from '~/http/fields-of-schema'
import { isDay, londonDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, timeAndDay } from '~/domain/time/near-time'
import { type Carried, carriedBy } from '~/domain/referral/changes/carried'
import { type ChangeNotice, changeNotice, toBeTicked } from '~/domain/referral/changes/change-words'
import { releaseDayAt, releaseInWords } from '~/domain/referral/disclosure/release-shown'
import { eventOfPath, eventWords, type ScreenEvent, screenOf } from '~/domain/referral/events/registry'
import type { EventWords } from '~/domain/referral/events/event-spec'
import { NOT_HELD } from '~/domain/referral/events/take-back-yes/event'
import type { EventPageFacts } from './facts.server'
import type { Row } from '~/domain/referral/disclosure/tiers'
import { AS_BEFORE, LIFECYCLE } from '~/domain/referral/lifecycle'
import { refusedWords, type UndoingWords } from '~/screens/referral/undoing'
import { type ElsewhereNotice, elsewhereNotice } from '~/screens/referral/agreed-elsewhere'
import { promisedBehindWords } from '~/screens/vacancies/promised-behind'
import type { RoomChoices } from '~/screens/vacancies/room-choices'
import type { OfferChoice } from './offer-choices'
import { nightsWithoutBedWords } from '~/domain/referral/offer/nights-without-bed'
import { offerLede, offerRows } from './offer-rows'
import { AGREEMENT_WITHDRAWN } from '~/domain/referral/reasons'
import {
  AGREED_TIER_LABELS,
  isAskedAtTriage,
  REQUEST_ITEM_LABELS,
  type Side,
} from '~/domain/referral/referral'
import { isOpen, stateLabel } from '~/domain/referral/states'
import { pronounsFor, triageHeading } from '~/domain/referral/disclosure/triage'
import { boxesOf } from '~/domain/time/boxes'
import { labelOf } from '~/domain/words/codes'

/** The page of one event in words, and what its form holds at first. */
export interface EventPage {
  event: ScreenEvent
  words: EventWords
  side: Side
  referralId: string
  carried: Carried
  /** For an offer or a yes: what changed since, to be read first. */
  changed: ChangeNotice | null
  /** What must be ticked of it: 'I have read what changed'; null where nothing is unread. */
  toBeTicked: string | null
  /** False when the table does not let this viewer do it now. */
  isAllowed: boolean
  /** Why not, and what to do instead, where something was arranged since. */
  refused: UndoingWords[]
  /** How the referral stands: 'Under review'. */
  stands: string
  /** 'R-20931'. */
  reference: string
  /** What the form is about: 'R-20931 · Woman, 30–39 · Harebell Row'. */
  about: string
  /** The fields of its form, in their order. */
  fields: string[]
  values: Record<string, unknown>
  /** For an offer. */
  bedspaces: OfferChoice[]
  /** For another room. */
  rooms: RoomChoices
  /** The day of release where it is known, as exactly as the viewer may know it: 'on Mon 28 December'. */
  releaseDay: string | null
  /** True while that day is still to come. */
  isBeforeRelease: boolean
  /** For a yes: the offer, to be read to the person. */
  offered: Row[]
  /** For an answer: what the provider asked for, in whose words. */
  asked: { items: string[]; note: string | null; caseId: string | null } | null
  /** For a yes: the place it frees, to be ticked: 'She has an accepted place at …'. */
  freesOther: string | null
  /** To be ticked where she had taken back her agreement: 'I asked again, and she agrees to share: …'. */
  agreesAgain: string | null
  /** What must not be overlooked: nights without a bed, and who is promised the room somebody stays on in. */
  warning: string | null
  /** What is agreed with the same provider by other referrals; null where nothing is. */
  elsewhere: ElsewhereNotice | null
  /** Who reads what is written here in free words: 'Both sides read this'. */
  readBy: string
  pronoun: string
}

/** Puts an event's page into words. */
export function eventPage(event: ScreenEvent, facts: EventPageFacts, now: Date): EventPage {
  const { referral, isAllowed, offer, price } = facts
  const { shows } = screenOf(event)
  const row = referral.buttons.find(each => each.event === event)
  const words = {
    ...eventWords(event, row?.to, referral.state, turnsOut(event, facts)),
    ...(row?.where === 'move_planned' && screenOf(event).wordsPlanned),
  }
  const { id, reference, side, serviceName, person, releaseOn, tier } = referral
  const asksToRead = LIFECYCLE.some(row => row.event === event && row.requires.includes('changes_read'))
  const today = londonDay(now)
  const who =
    side === 'referrer'
      ? (person?.identity?.name ?? referral.caseReference)
      : triageHeading(person?.facts ?? null)
  return {
    event,
    words: offer ? { ...words, lede: offerLede(offer.holdDays) } : heldWords(words, facts, now),
    side,
    referralId: id,
    carried: carriedBy(referral),
    changed: asksToRead ? changeNotice(referral.standing, referral, now) : null,
    toBeTicked: asksToRead ? toBeTicked(referral.standing) : null,
    isAllowed,
    refused: refusedWords({ ...referral, refused: facts.refused }, now),
    stands: stateLabel(referral.state),
    reference,
    about: [reference, who, serviceName].filter(Boolean).join(' · '),
    fields: fieldsOf(screenOf(event).form({ now, today })),
    values: startValues(event, facts, today),
    bedspaces: offer?.choices ?? [],
    rooms: facts.rooms,
    releaseDay: releaseInWords(referral, tier, today),
    isBeforeRelease: releaseOn !== null && today < releaseOn,
    offered:
      referral.offer && price
        ? offerRows(referral.offer, price, releaseDayAt(tier, referral, today), now)
        : [],
    agreesAgain: event === 'undo_end' ? agreesAgainWords(referral) : null,
    freesOther: facts.accepted && freesOtherWords(facts, today),
    warning: warningOf(event, facts, today),
    elsewhere: elsewhereNotice(event, facts.agreedElsewhere),
    asked: shows === 'question' ? askedOf(facts) : null,
    readBy: readBy(event, referral),
    pronoun: pronounsFor(person?.facts.sex ?? 'unknown').they,
  }
}

/** Until when the bedspace is held once a yes is taken back. */
function heldWords(words: EventWords, { heldThen }: EventPageFacts, now: Date): EventWords {
  if (heldThen === null) return words
  return {
    ...words,
    lede: `${words.lede} The bedspace stays held until ${timeAndDay(heldThen, now)}, as it was with the offer.`,
  }
}

/** How it is to turn out, as its history will say. */
function turnsOut(event: ScreenEvent, { isAllowed, heldThen }: EventPageFacts): string[] {
  return event === 'take_back_yes' && isAllowed && heldThen === null ? [NOT_HELD] : []
}

/** What must not be overlooked: nights without a bed, and who is promised the room somebody stays on in. */
function warningOf(event: ScreenEvent, facts: EventPageFacts, today: Day): string | null {
  const { referral, promised } = facts
  if (promised) return promisedBehindWords(promised, today)
  if (screenOf(event).shows !== 'offer') return null
  const releaseOn = releaseDayAt(referral.tier, referral, today)
  return nightsWithoutBedWords(releaseOn, referral.offer?.fromOn ?? null, today)
}

/** See `tierOfEventWords`: the same in words. */
function readBy(event: ScreenEvent, referral: EventPageFacts['referral']): string {
  if (referral.side === 'provider') return `Both sides read this, at triage too: ${NAMES_NOBODY}`
  if (event === 'change_agreement')
    return `Read at triage where triage alone is agreed from now on, else by whoever takes the referral to assess: ${NAMES_NOBODY}`
  if (endsIt(event, referral)) return 'Your team reads this; the provider reads the reasons alone'
  const isAnswer = screenOf(event).shows === 'question' && isAskedAtTriage(referral)
  return isAnswer || referral.agreedTier === 1
    ? `The provider reads this at triage: ${NAMES_NOBODY}`
    : 'The provider reads this once the referral is taken to assess'
}

/** As the table has it for this referral; where it allows the event no more, as for any. */
function endsIt(event: ScreenEvent, { buttons }: EventPageFacts['referral']): boolean {
  const now = buttons.filter(row => row.event === event)
  const rows = now.length > 0 ? now : LIFECYCLE.filter(row => row.event === event)
  return rows.some(row => row.to !== 'where_it_was' && row.to !== AS_BEFORE && !isOpen(row.to))
}

const NAMES_NOBODY = 'write nothing that tells who the person is'

/** The title of an event's page as its address names it; without its page where there is none to show. */
export function eventTitle(
  path: string | undefined,
  page?: Pick<EventPage, 'isAllowed' | 'reference' | 'words'>,
): string {
  const event = eventOfPath(path)
  if (!event) return 'Referral'
  const title = page?.isAllowed === false ? notNowTitle(event) : (page?.words ?? screenOf(event).words).title
  return page ? `${title} – ${page.reference}` : title
}

/** The heading of an event's page where the table does not let this viewer do it now. */
function notNowTitle(event: ScreenEvent): string {
  return `“${screenOf(event).words.title}” cannot be done now`
}

/** What that page says: how the referral stands, and where to see what can be done. */
export function notNowWords({
  event,
  stands,
  refused,
  referralId,
}: Pick<EventPage, 'event' | 'stands' | 'refused' | 'referralId'>) {
  return {
    title: notNowTitle(event),
    paragraphs: [
      ...refused.map(({ text }) => text),
      `The referral stands at: ${stands}.`,
      'Its page shows what can be done from here.',
    ],
    link: { text: 'See the referral as it stands now', href: `/referrals/${referralId}` },
  }
}

function startValues(
  event: ScreenEvent,
  { referral, offer }: EventPageFacts,
  today: Day,
): Record<string, unknown> {
  const firstNight = offer?.fromOn ?? referral.offer?.fromOn ?? null
  const lastNight = offer?.untilOn ?? referral.offer?.untilOn ?? null
  const stay = referral.placement
  const start = screenOf(event).start?.({
    ...{ today, firstNight, lastNight, agreedTier: referral.agreedTier },
    arrivedOn: stay?.arrivedOn ?? null,
    departedOn: stay?.departedOn ?? null,
    leavesOn: stay?.expectedDepartureOn ?? null,
    departure: stay?.departure ?? null,
    isSure: stay?.isSure ?? false,
    movesOn: stay?.move?.on ?? null,
    movesTo: stay?.move?.bedspaceId ?? null,
  })
  const held = Object.entries(start ?? {})
  return Object.fromEntries(
    held.flatMap(([name, value]) => (value === null ? [] : [[name, isDay(value) ? boxesOf(value) : value]])),
  )
}

/** A withdrawn agreement is taken up only with a new one, to what was agreed before. */
function agreesAgainWords({
  person,
  primaryReason,
  otherReasons,
  agreedTier,
}: EventPageFacts['referral']): string | null {
  if (![primaryReason, ...otherReasons].includes(AGREEMENT_WITHDRAWN)) return null
  const { they } = pronounsFor(person?.facts.sex ?? 'unknown')
  return `I asked again, and ${they} ${they === 'they' ? 'agree' : 'agrees'} to share this: ${AGREED_TIER_LABELS[agreedTier]}`
}

function freesOtherWords({ accepted, referral }: EventPageFacts, today: Day): string {
  const { They, have } = WHO_HAS[referral.person?.facts.sex ?? 'unknown']
  const from = accepted ? ` at ${accepted.serviceName} from ${dayOrYear(accepted.fromOn, today)}` : ''
  return `${They} ${have} an accepted place${from}. A yes here frees it`
}

const WHO_HAS = {
  female: { They: 'She', have: 'has' },
  male: { They: 'He', have: 'has' },
  unknown: { They: 'They', have: 'have' },
}

function askedOf({ referral }: EventPageFacts): EventPage['asked'] {
  const line = referral.history.find(each => each.event === 'request_information')
  return {
    items: referral.requestedItems.map(item => labelOf(REQUEST_ITEM_LABELS, item)),
    note: line?.note ?? null,
    caseId: referral.side === 'referrer' ? referral.caseId : null,
  }
}
