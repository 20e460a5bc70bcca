import type { Decision } from '~/domain/eligibility/decision'
import { type Day, formatDay, londonDay } from '~/domain/time/calendar'
import { dayOrYear, nearDay, timeAndDay } from '~/domain/time/near-time'
import { prisonName } from '~/domain/area/region'
import { arrivalRows } from './arrival'
import { type BedspaceThen, bedspacesThen, noneFreeWords } from './bedspaces-then'
import { detailsDeletedWords } from '~/screens/retention/words'
import { type DueNotice, dueNotice } from '~/screens/referral-lists/due'
import { dueThere } from '~/screens/referral-lists/due-there'
import { type ChangeNotice, changeNotice } from '~/domain/referral/changes/change-words'
import { type Carried, carriedBy } from '~/domain/referral/changes/carried'
import { decisionSince } from '~/domain/referral/changes/standing-changes'
import { type FitRow, fitRows, fitSummary } from './fit'
import { dueTold } from '~/domain/referral/disclosure/due-told'
import {
  firstDayTold,
  lastDayRead,
  releaseDayAt,
  releaseLine,
} from '~/domain/referral/disclosure/release-shown'
import { glanceRows, openedSections, type OpenedSection } from '~/domain/referral/disclosure/sections'
import { type DisclosedPerson, type Row, WITHHELD } from '~/domain/referral/disclosure/tiers'
import { releasedEarly } from '~/domain/referral/stay/released-early'
import { historyEntries } from './history-entries'
import type { HistoryWords } from './history-line'
import { type ButtonFacts, noShowFrom, type ReferralButton, referralButtons } from './buttons'
import { nightsWithoutBedWords } from '~/domain/referral/offer/nights-without-bed'
import { type Side } from '~/domain/referral/referral'
import { isAt, isOpen, type ReferralState, stateLabel } from '~/domain/referral/states'
import type { ReferralPageFacts } from './facts.server'
import type { ReferralView } from '~/domain/referral/record/referral-queries.server'
import { conflictWarning, standingRows } from './standing'
import { type UndoingWords, undoingWords } from './undoing'
import { pronounsFor, triageHeading } from '~/domain/referral/disclosure/triage'

/** A referral's own page in words, the same page for both sides. What the viewer may not read is not among them. */
export interface ReferralScreen {
  id: string
  reference: string
  version: number
  side: Side
  state: ReferralState
  stateLabel: string
  heading: string
  about: string
  due: DueNotice | null
  warning: string | null
  buttons: ReferralButton[]
  noShowFrom: string | null
  /** Until when what was recorded can be undone, or why it cannot and what to do instead. */
  undoing: UndoingWords[]
  /** `isSettled` once there is nothing left to decide; `isOfThatDay` where something is withheld that has changed since. */
  fit: {
    title: string
    summary: string
    asOf: string
    rows: FitRow[]
    isSettled: boolean
    isOfThatDay: boolean
  }
  /** What changed since it was referred, as far as the viewer may read it. */
  changed: ChangeNotice | null
  /** What a form on the page was drawn from. */
  carried: Carried
  /** What the officer wrote with the referral: a reason where the answer was not that the person fits. */
  said: { title: string; words: string } | null
  glance: Row[]
  standing: Row[]
  opened: OpenedSection[]
  openedNote: string | null
  arrival: Row[]
  /** What the provider has on the day of release, or today where that is not known. */
  bedspaces: { day: string; rows: BedspaceThen[]; none: string } | null
  /** Other referrals of the case to reopen, now that no accepted place is left. */
  reopenable: { id: string; serviceName: string }[]
  history: HistoryWords[]
  /** The referrer's own case; null for the provider. */
  caseLink: { id: string; text: string } | null
  /** 'Details deleted on 3 March 2028'; null while they are kept. */
  detailsDeleted: string | null
  contact: { name: string; phone: string | null }
  serviceId: string
}

const SAID: Record<Side, { fits: string; refersAllTheSame: string }> = {
  provider: { fits: 'What the officer adds', refersAllTheSame: 'Why the officer refers all the same' },
  referrer: { fits: 'What you added', refersAllTheSame: 'Why you referred all the same' },
}

function saidWith({ justification, decision, side }: ReferralView): ReferralScreen['said'] {
  if (justification === null) return null
  const title = SAID[side][decision.outcome === 'eligible' ? 'fits' : 'refersAllTheSame']
  return { title, words: justification }
}

/** Puts a referral into words for one viewer at one moment. */
export function referralScreen(facts: ReferralPageFacts, viewerId: string, now: Date): ReferralScreen {
  const { referral, refused, arrival } = facts
  const { id, reference, version, side, state, serviceId, offer } = referral
  const buttons: ButtonFacts = { ...referral, refused, viewerId }
  const noShow = noShowFrom(buttons, now)
  const isExpected = isAt(state, 'place', 'moved') && offer?.endedAt !== null
  return {
    id,
    reference,
    version,
    side,
    state,
    stateLabel: stateLabel(state),
    ...headings(referral, londonDay(now)),
    due: dueOf(facts, now),
    warning: warningOf(facts, londonDay(now)),
    buttons: referralButtons(buttons, now),
    noShowFrom: noShow && referral.releaseUntil === null ? timeAndDay(noShow, now) : null,
    undoing: undoingWords({ ...referral, refused }, now),
    fit: fitOf(referral, londonDay(now)),
    changed: isOpen(state) ? changeNotice(referral.standing, referral, now) : null,
    carried: carriedBy(referral),
    said: saidWith(referral),
    standing: standingRows(referral, now),
    ...told(referral, londonDay(now)),
    openedNote: side === 'provider' ? openedNote(referral, viewerId) : null,
    arrival: isExpected ? arrivalRows(arrival, offer, referral.servicePhone) : [],
    bedspaces: bedspacesFor(facts, now),
    reopenable: facts.reopenable.filter(other => other.id !== id),
    history: historyEntries(referral, now),
    caseLink: caseLink(referral),
    detailsDeleted: detailsDeletedWords(referral.detailsDeletedOn),
    contact: contactOf(referral),
    serviceId,
  }
}

function dueOf({ referral, reopenable, arrival }: ReferralPageFacts, now: Date): ReferralScreen['due'] {
  const { side, tier } = referral
  const dueAt = side === 'referrer' ? dueThere(referral, now) : dueTold(tier, referral, now)
  const isReopenable = reopenable.some(({ id }) => id === referral.id)
  const facts = {
    ...referral,
    isReopenable,
    dueAt,
    ring: contactOf(referral),
    outOfHoursPhone: arrival.outOfHoursPhone,
  }
  return dueNotice({ ...facts, releaseOn: lastDayRead(referral) }, now)
}

/** A bed taken on some of the days, and nights without one; a place to be reconfirmed gets its first night anew. */
function warningOf({ referral, refused }: ReferralPageFacts, today: Day): string | null {
  const buttons = referral.buttons.filter(({ event }) => !refused[event])
  const { state, tier, offer } = referral
  const isFixed = isAt(state, 'offer', 'place')
  const fromOn = isFixed && offer ? offer.fromOn : null
  const nights = nightsWithoutBedWords(releaseDayAt(tier, referral, today), fromOn, today)
  return [conflictWarning({ ...referral, buttons }), nights].filter(Boolean).join(' ') || null
}

/** What the provider reads of the person; the referrer has the case for it. */
function told(referral: ReferralView, today: Day): Pick<ReferralScreen, 'glance' | 'opened'> {
  const { side, person, reference, tier, withheld } = referral
  if (side === 'referrer' || person === null) return { glance: [], opened: [] }
  const withheldWords = toldByPhone(referral, today) ?? WITHHELD
  const disclosed: DisclosedPerson = { ...person, reference, withheld, withheldWords }
  const early = earlyOf(referral, today)
  return {
    glance: glanceRows(disclosed, tier, today).map(row =>
      early !== null && row.key === 'Release' ? { ...row, value: early } : row,
    ),
    opened: openedSections(disclosed, tier, today),
  }
}

/** 'You were told by phone on Thu 26 November' once the provider has rung of all that is withheld; null while it has not. */
function toldByPhone({ standing, withheld }: ReferralView, today: Day): string | null {
  const { rungAt } = standing
  if (rungAt === null || withheld.some(field => !standing.withheld.includes(field))) return null
  return `You were told by phone on ${dayOrYear(londonDay(rungAt), today)}`
}

/** How the person fits now: worked out anew for the referrer, and for the provider the record with what he may read since. */
function fitOf(referral: ReferralView, today: Day): ReferralScreen['fit'] {
  const { decision, live, rules, standing, state, withheld } = referral
  const { changes, somethingToTell } = standing
  const isOfThatDay = somethingToTell || withheld.length > 0
  const shown = live ?? decisionSince(decision, changes, rules)
  const rows = fitRows(shown, { then: decision, isOfThatDay })
  return {
    title: fitTitle(referral),
    summary: fitSummary(rows),
    asOf: isOfThatDay ? asOfThatDay(referral, today) : asOf(referral, shown),
    rows,
    isSettled: isSettled(state),
    isOfThatDay,
  }
}

function asOf({ live, decision, standing }: ReferralView, shown: Decision): string {
  return live ? 'as it is now' : asOfProvider(decision, shown, standing.changes.length > 0)
}

/** To a provider, once for the whole table: something has changed that it may not say. */
function asOfThatDay(referral: ReferralView, today: Day): string {
  const but = referral.standing.changes.length > 0 ? ', but for what is marked as changed since' : ''
  return `as of the day it was referred${but}. ${toldByPhone(referral, today) ?? WITHHELD}`
}

function asOfProvider(then: Decision, now: Decision, isChanged: boolean): string {
  if (isChanged) return 'with what changed since it was referred'
  const isRewritten = now.answers.some(({ policy }, at) => policy !== then.answers[at]?.policy)
  return isRewritten
    ? 'as shown when it was referred, beside your policy as it is now'
    : 'as shown when it was referred'
}

/** Once she has come, the day the case names is no longer one to come. */
function earlyOf({ placement, ...referral }: ReferralView, today: Day): string | null {
  return releasedEarly(placement?.arrivedOn ?? null, referral, today)
}

function headings(referral: ReferralView, today: Day) {
  const { side, person, serviceName, providerName, referrerName, tier } = referral
  const early = earlyOf(referral, today)
  if (side === 'referrer')
    return { heading: serviceName, about: [providerName, early].filter(Boolean).join(' · ') }
  const from = person ? prisonName(person.prisonCode) : referrerName
  return {
    heading: triageHeading(person?.facts ?? null),
    about: [
      `For ${serviceName}`,
      ...(person ? [early ?? releaseLine(person, tier, today)] : []),
      `from ${from}`,
    ].join(' · '),
  }
}

function isSettled(state: ReferralState): boolean {
  return !isAt(state, 'before_offer')
}

function fitTitle({ side, person }: ReferralView): string {
  const { fits } = pronounsFor(person?.facts.sex ?? 'unknown')
  return side === 'provider' ? `How ${fits} your policy` : `How ${fits} their policy`
}

function caseLink({ side, caseId, caseReference, person }: ReferralView): ReferralScreen['caseLink'] {
  if (side !== 'referrer') return null
  return { id: caseId, text: person?.identity?.name ?? caseReference ?? 'The case' }
}

function contactOf(referral: ReferralView): ReferralScreen['contact'] {
  return referral.side === 'referrer'
    ? { name: referral.serviceName, phone: referral.servicePhone }
    : { name: referrerWords(referral), phone: referral.referrerPhone }
}

/** Who wrote it, of which team; of a referral that was handed over the team alone, for its author is of another. */
function referrerWords(referral: ReferralView): string {
  const { referrerName, history } = referral
  const isHandedOver = history.some(({ event }) => event === 'handed_over')
  return isHandedOver ? referrerName : `${authorWords(referral)}, ${referrerName}`
}

/** The author, and whom to ask while they are away. */
function authorWords({ createdByName, authorAway }: ReferralView): string {
  return authorAway === null
    ? createdByName
    : `${createdByName} (away until ${formatDay(authorAway.untilOn)}, ask ${authorAway.ask})`
}

/** Who can read name, conditions and detail, in one line. */
function openedNote(referral: ReferralView, viewerId: string): string | null {
  const { state, agreedTier, assessorId, assessorName, tier } = referral
  if (!isOpen(state)) return 'The referral has ended: name, conditions and detail can no longer be read here.'
  if (agreedTier < 2 && tier === 1)
    return 'The person agreed to triage only: name and detail are not shared here. Phone the referrer to talk it through.'
  if (agreedTier < 2)
    return 'For this referral the person agreed to triage only: more is read by another referral to you.'
  if (assessorId === null)
    return 'Name, conditions and detail open to the named assessor, that is to whoever takes this to assess.'
  if (tier > 1) return null
  return assessorId === viewerId
    ? null
    : `Name, conditions and detail are open to ${assessorName ?? 'a colleague'}, the named assessor, and to your managers.`
}

function bedspacesFor({ referral, bedspaces }: ReferralPageFacts, now: Date): ReferralScreen['bedspaces'] {
  if (bedspaces.length === 0 || !isOpen(referral.state) || referral.placement) return null
  const today = londonDay(now)
  const told = firstDayTold(referral, referral.tier, today)
  const day = told === null || told < today ? today : told
  const when = nearDay(day, today)
  const rows = bedspacesThen(bedspaces, { today, day })
  return { day: when.charAt(0).toUpperCase() + when.slice(1), rows, none: noneFreeWords(rows, today) }
}
