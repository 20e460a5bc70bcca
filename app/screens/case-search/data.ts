import { FACT_LABELS } from '~/domain/eligibility/fact-labels'
import type { FactField, PersonFacts } from '~/domain/eligibility/facts'
import type { ProgrammeShown } from '~/domain/programme/programme-queries.server'
import { type Day, londonDay } from '~/domain/time/calendar'
import {
  type AnswersToGive,
  type CaseSearchQuery,
  type CaseSearchResult,
  wantsBed,
  type WouldBring,
} from '~/domain/case-search/case-search'
import { hasNearest } from '~/domain/directory/search-query'
import { TOPIC_CODES, TOPICS } from '~/domain/case/answers/fact-topics'
import { topicOf } from '~/domain/case/answers/missing-answers'
import { firstBecause } from './first-because'
import {
  councilsShown,
  type ElsewhereList,
  type ElsewhereShown,
  type NothingFits,
  nothingFits,
} from './nothing-fits'
import { type ReadingShown, readingShown } from '~/screens/results/reading-shown'
import { type PlaceCard, placeCard } from './place-card'
import { toCaseParams } from './query-address'
import { inSentence } from '~/domain/words/english'

/** What a search for a case found, as it is sent to the page. */
export interface PlacesData extends Pick<
  CaseSearchResult,
  'byAuthority' | 'counts' | 'placesToLive' | 'total' | 'page' | 'pages' | 'facets' | 'vacancies' | 'degraded'
> {
  caseId: string
  query: CaseSearchQuery
  /** How the words were read, and how far what was checked matches them. */
  read: ReadingShown
  /** A place is named, in the box or in the words, of which one is the nearest. */
  hasNearest: boolean
  /** A bed is searched for, and courses are told apart from places to live. */
  wantsBed: boolean
  /** Whether what to avoid is left out already, or where to ask for it. */
  avoid: AvoidNote
  today: Day
  releaseOn: Day | null
  places: PlaceCard[]
  /** Why the first of them is the first; null where the order says so itself. */
  firstBecause: string | null
  /** '2 answers would decide 4 more services', or null. */
  answersWouldDecide: string | null
  /** On the tab of what waits for them: the answers, topic by topic, each topic where it is answered. */
  answers: AnswersOfTopic[]
  /** On the tab of what has to be talked about: the councils, which nobody has to be decided for. */
  councils: ElsewhereList | null
  /** On the tab of what fits, where nothing does. */
  nothingFits: NothingFits | null
  /** And what one answer, or one filter taken away, would bring. */
  wouldBring: { to: string; text: string }[]
}

export interface AvoidNote {
  text: string
  /** Null once somebody asked. */
  ask: { text: string; to: string } | null
}

interface AnswersOfTopic {
  /** 'Risk'. */
  title: string
  /** 'Arson, curfew or tag'. */
  asked: string
  to: string
}

interface Found {
  caseId: string
  releaseOn: Day | null
  avoid: PersonFacts['avoid']
  release: PersonFacts['release']
  query: CaseSearchQuery
  result: CaseSearchResult
  programmes: ReadonlyMap<string, ProgrammeShown>
  now: Date
}

/** Facts of the case itself: they are given where the release date is moved. */
const WITH_RELEASE: readonly FactField[] = ['release', 'ageAtRelease']

/** What was found, in words where they need the rules. */
export function placesData(found: Found): PlacesData {
  const { caseId, releaseOn, query, result, now } = found
  const { counts, placesToLive, total, page, pages, facets, vacancies, degraded, answersToGive, whatElse } =
    result
  return {
    caseId,
    query,
    read: readingShown(result.reading, result.step, total),
    hasNearest: hasNearest(query, result.reading),
    wantsBed: wantsBed(query, result.reading),
    avoid: avoidNote(caseId, found.avoid),
    today: londonDay(now),
    releaseOn,
    counts,
    byAuthority: result.byAuthority,
    placesToLive,
    total,
    page,
    pages,
    facets,
    vacancies,
    degraded,
    places: placeCards(result, found),
    firstBecause: firstBecause(result, now),
    answersWouldDecide: wouldDecide(answersToGive),
    answers: query.group === 'eligible_once_answered' ? answersByTopic(caseId, answersToGive.fields) : [],
    councils: query.group === 'discuss' ? discussedCouncils(result) : null,
    nothingFits: query.group === 'eligible' && whatElse ? nothingFits(query, result, whatElse) : null,
    wouldBring: wouldBring(caseId, result.wouldBring),
  }
}

/** What is said of the areas and services to avoid: nobody can be kept from a place that nobody asked about. */
export function avoidNote(caseId: string, avoid: PersonFacts['avoid']): AvoidNote {
  if (avoid !== null) return { text: 'Areas and services to avoid are already left out.', ask: null }
  const to = `/cases/${caseId}/answers/safety?then=search#answers-avoid`
  return { text: 'Areas and services to avoid: not asked yet.', ask: { text: 'Ask now', to } }
}

/** On a tab of what has to be talked about anyway, what about is left out. */
function discussedCouncils(result: CaseSearchResult): PlacesData['councils'] {
  const { services, more, ...shown } = councilsShown(result)
  const plain = (all: readonly ElsewhereShown[]) => all.map(each => ({ ...each, toDiscuss: null }))
  if (services.length === 0 && more === null) return null
  return { ...shown, services: plain(services), more: more && { ...more, services: plain(more.services) } }
}

/** 'Answering ‘arson’ would decide 4 more services', where it is answered; 'Without ‘wheelchair’ 6 services fit'. */
function wouldBring(caseId: string, { answers, filters }: WouldBring): PlacesData['wouldBring'] {
  return [
    ...answers.map(({ field, services }) => ({
      to: answerAddress(caseId, field),
      text: `Answering ‘${inSentence(FACT_LABELS[field])}’ alone would decide ${counted(services, 'more ')}`,
    })),
    ...filters.map(({ text, without, services }) => ({
      to: `?${toCaseParams(without).toString()}`,
      text: `Taking away ${text.startsWith('“') ? text : `‘${text}’`} brings ${counted(services)} that ${services === 1 ? 'fits' : 'fit'}`,
    })),
  ]
}

function counted(services: number, more = ''): string {
  return services === 1 ? `1 ${more}service` : `${services} ${more}services`
}

/** Where a fact is answered: those of the case itself where its release date is moved. */
function answerAddress(caseId: string, field: FactField): string {
  if (WITH_RELEASE.includes(field)) return `/cases/${caseId}/release-date`
  return `/cases/${caseId}/answers/${topicOf(field)}?then=search#answers-${field}`
}

function placeCards({ hits }: CaseSearchResult, { programmes, now, release }: Found): PlaceCard[] {
  return hits.map(hit => placeCard(hit, programmes.get(hit.id) ?? null, now, release))
}

function wouldDecide({ fields, services }: AnswersToGive): string | null {
  if (services === 0) return null
  const answers = fields.length === 1 ? '1 answer' : `${fields.length} answers`
  return `${answers} would decide ${services === 1 ? '1 more service' : `${services} more services`}`
}

function answersByTopic(caseId: string, fields: readonly FactField[]): AnswersOfTopic[] {
  const topics = TOPIC_CODES.map(topic => {
    const asked = fields.filter(field => topicOf(field) === topic)
    const [first] = asked
    return { title: TOPICS[topic].title, asked: labels(asked), to: first ? answerAddress(caseId, first) : '' }
  })
  const release = fields.filter(field => WITH_RELEASE.includes(field))
  const date = { title: 'Release date', asked: labels(release), to: `/cases/${caseId}/release-date` }
  return [...topics, date].filter(({ asked }) => asked !== '')
}

function labels(fields: readonly FactField[]): string {
  return fields.map(field => FACT_LABELS[field]).join(', ')
}
