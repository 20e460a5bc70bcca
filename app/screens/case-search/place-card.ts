import { listed, inSentence } from '~/domain/words/english'
import type { DecidedAnswer } from '~/domain/eligibility/decision'
import type { Criterion, Outcome } from '~/domain/eligibility/decision'
import type { ProgrammeShown } from '~/domain/programme/programme-queries.server'
import { DAY_OPENS } from '~/domain/referral/disclosure/release-shown'
import type { ListedChange } from '~/domain/referral/changes/change-words'
import { isReferralState, stateLabel } from '~/domain/referral/states'
import { howItEnded } from '~/domain/referral/record/how-it-ended'
import { type DayWindow, daysBetween, formatDayLong, londonDay } from '~/domain/time/calendar'
import { authorityName } from '~/domain/area/region'
import { askedFacts } from '~/domain/service/asked-facts'
import type { AskedFact, AskedTopic } from '~/domain/service/asked-topics'
import { areaWords, insideSentence, milesWords } from '~/screens/results/result-in-words'
import type { ServiceVacancy } from '~/domain/service/service-vacancy.server'
import type { ReferralRoute } from '~/domain/service/service'
import { type VacancyInWords, vacancyInWords } from '~/screens/results/vacancy-in-words'
import type { CaseHit } from '~/domain/case-search/case-search'
import { type RunForCase, runForCase } from './run-for-case'

/** Why a service fits or not, a line. Prints carry no more than triage may read. */
export interface ReasonLine {
  fit: 'fits' | 'ask' | 'discuss' | 'does-not-fit'
  text: string
  onScreenOnly?: true
}

/** One decided service as the list of places shows it. */
export interface PlaceCard {
  id: string
  name: string
  /** 'Marlpit Women’s Project · Supported housing · Sunderland · 9 miles'. */
  about: string
  vacancy: VacancyInWords | null
  /** The same as paper says it; null where paper says no other. */
  vacancyOnPaper: VacancyInWords | null
  tags: string[]
  /** What people ring to ask. */
  facts: AskedFact[]
  /** Of a programme alone. */
  run: RunForCase | null
  reasons: ReasonLine[]
  /** Where it may put her that is to be avoided; on screen alone, and told to no provider. */
  avoidNote: string | null
  /** What is not named: '3 more to ask about, 2 more checks fit'. */
  alsoSaid: string
  phone: string | null
  staffed: string
  route: ReferralRoute
  /** On the shortlist of the case. */
  isListed: boolean
  /** The open referral of this case to it. */
  referral: { id: string; state: string; changed: ListedChange | null } | null
  /** The open nomination of this case for it: 'Nominated on 3 November 2026'. */
  nomination: { id: string; words: string } | null
  /** The last referral that ended, as 'Declined on 3 November 2026 (Arson)'. */
  before: { id: string; words: string } | null
}

const FIT: Partial<Record<Outcome, ReasonLine['fit']>> = {
  eligible: 'fits',
  discuss: 'discuss',
  not_eligible: 'does-not-fit',
}
/** Against first, then what is unknown, what to talk about, and what speaks for it. */
const ORDER: readonly ReasonLine['fit'][] = ['does-not-fit', 'ask', 'discuss', 'fits']
/** What fits is worth naming in this order: what most often shuts a door comes first. */
const TELLING: readonly Criterion[] = [
  'only_for',
  'people_from_prison',
  'children',
  'programme_audience',
  'programme_prison',
  'arson',
  'substances',
  'local_connection',
  'area_and_licence',
  'rosh',
  'couple',
  'age',
]
/** Said for her own day of release instead. */
const OF_A_RUN: readonly AskedTopic[] = ['run', 'refer-by']
const FITS_NAMED = 3
const AGAINST_NAMED = 4

/** A decided service in words, for a page drawn at `now`; `release` is when she leaves, null for not known. */
export function placeCard(
  hit: CaseHit,
  programme: ProgrammeShown | null,
  now: Date,
  release: DayWindow | null = null,
): PlaceCard {
  const today = londonDay(now)
  const lines = reasonLines(hit.decision.answers)
  const against = lines.filter(line => line.fit !== 'fits')
  const fits = lines.filter(line => line.fit === 'fits')
  const named = Math.max(1, FITS_NAMED - against.length)
  const { id, name, phone, staffed, referralRoute, referral, endedReferral: ended } = hit
  const endedWords = ended && howItEnded(ended)
  return {
    id,
    name,
    about: aboutLine(hit),
    vacancy: hit.vacancy && vacancyInWords(hit.vacancy, now),
    vacancyOnPaper: hit.vacancy && vacancyOnPaper(hit.vacancy, now),
    tags: [...(hit.paused === null ? [] : [hit.paused]), ...(hit.isPreferredArea ? ['preferred area'] : [])],
    facts: askedFacts(hit.asked, today).filter(({ topic }) => !(programme && OF_A_RUN.includes(topic))),
    run: programme && runForCase(programme, release, today),
    reasons: [...against.slice(0, AGAINST_NAMED), ...fits.slice(0, named)],
    alsoSaid: alsoSaid(Math.max(0, against.length - AGAINST_NAMED), Math.max(0, fits.length - named)),
    avoidNote: avoidNote(hit.avoidedIn),
    phone,
    staffed: insideSentence(staffed),
    route: referralRoute,
    isListed: hit.isListed,
    referral: referral && { id: referral.id, state: stateWords(referral.state), changed: referral.changed },
    nomination: hit.nomination && {
      id: hit.nomination.id,
      words: nominatedWords(hit.nomination.nominatedAt),
    },
    before: ended && endedWords ? { id: ended.id, words: endedWords } : null,
  }
}

/**
 * Paper carries what triage may read, which is the week of a release until some days before it: what is free is then said of today,
 * and not of her day. Null where her day may be read.
 */
function vacancyOnPaper(vacancy: ServiceVacancy, now: Date): VacancyInWords | null {
  const { countedOn, freeNow: free, expected } = vacancy
  if (countedOn === null || daysBetween(londonDay(now), countedOn) <= DAY_OPENS) return null
  const today = { ...vacancy, free, countedOn: null, limited: null }
  return vacancyInWords({ ...today, expected: expected?.on === countedOn ? null : expected }, now)
}

/** For the officer: a service that covers an area to avoid and others. */
export function avoidNote(avoidedIn: readonly string[]): string | null {
  if (avoidedIn.length === 0) return null
  return `It also has places in ${listed(avoidedIn.map(authorityName))}, to be avoided: agree another area first`
}

function alsoSaid(against: number, fit: number): string {
  const parts = [
    against > 0 && `${against} more against, unknown or to discuss`,
    fit > 0 && (fit === 1 ? '1 more check fits' : `${fit} more checks fit`),
  ]
  return parts.filter(Boolean).join('; ')
}

/** Every answer that applies, against first. */
export function reasonLines(answers: readonly DecidedAnswer[]): ReasonLine[] {
  const lines = answers.flatMap(answer => {
    const fit = answer.missing.length > 0 && answer.outcome === 'discuss' ? 'ask' : FIT[answer.outcome]
    if (!fit || answer.reason === null) return []
    return [{ fit, text: answer.reason, tier: answer.tier, place: placeOf(answer.criterion) }]
  })
  lines.sort((a, b) => ORDER.indexOf(a.fit) - ORDER.indexOf(b.fit) || a.place - b.place)
  return lines.map(({ fit, text, tier }) => ({ fit, text, ...(tier > 1 && { onScreenOnly: true }) }))
}

function placeOf(criterion: Criterion): number {
  const place = TELLING.indexOf(criterion)
  return place === -1 ? TELLING.length : place
}

function aboutLine({ provider, kindLabel, authorityNames, distanceMiles }: CaseHit): string {
  const parts = [
    provider,
    kindLabel,
    areaWords(authorityNames),
    distanceMiles === null ? null : milesWords(distanceMiles),
  ]
  return parts.filter(part => part !== null).join(' · ')
}

function stateWords(state: string): string {
  return isReferralState(state) ? inSentence(stateLabel(state)) : state
}

/** 'Nominated on 3 November 2026' */
export function nominatedWords(at: Date): string {
  return `Nominated on ${formatDayLong(londonDay(at))}`
}
