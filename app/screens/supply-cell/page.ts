import { authorityName } from '~/domain/area/region'
import type { SupplyAnswer, SupplyOutcome } from '~/domain/supply/cell'
import { askedInWords } from '~/domain/supply/columns'
import type { WhomToAsk } from '~/domain/supply/whom-to-ask.server'
import { serviceKindLabel } from '~/domain/service/service-kind'
import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { addedSinceWords } from '~/domain/vacancy/freshness/added-since'
import { listed } from '~/domain/words/english'
import { href } from '~/paths'
import { bedsWords, counted, datesWords, outcomeWords, SUPPLY_SIGNS } from '~/screens/supply/cell-words'
import { cellIn, columnsOf, standsWords } from '~/screens/supply/page'
import { questionOf, soughtParams } from '~/screens/supply/sought'
import type { SupplyCellFacts } from './facts.server'
import { policyAnswers, whyWords } from './why'

interface AnswerShown {
  outcome: SupplyOutcome
  sign: string
  words: string
}

export interface ServiceShown extends AnswerShown {
  id: string
  name: string
  /** Null where it has left the directory since. */
  href: string | null
  about: string
  why: string
  facts: { term: string; words: string }[]
  phone: string | null
}

interface Lead {
  text: string
  href: string
}

export interface SupplyCellPage extends AnswerShown {
  title: string
  asked: string
  stands: string
  beds: string
  dates: string
  back: string
  /** Those that are such a place, or may be; the best answers first. */
  services: ServiceShown[]
  /** The other housing of the authority, which is another kind of place. */
  others: ServiceShown[]
  /** Where else she is taken, and what else there is here; nothing where the answer is yes. */
  elsewhere: Lead[]
  here: Lead[]
  councils: { name: string; phone: string | null; outOfHoursPhone: string | null; href: string }[]
  problems: readonly string[]
}

const ORDER: readonly SupplyOutcome[] = [
  'yes',
  'case_by_case',
  'stale',
  'not_confirmed',
  'does_not_take',
  'none',
]
const TAKEN: readonly SupplyOutcome[] = ['yes', 'case_by_case']

/** What is behind a cell in words: services, their policies and whom to ask. Of a hidden site nothing but the authorities covered. */
export function supplyCellPage(facts: SupplyCellFacts): SupplyCellPage {
  const { authorityCode, column, sought, report, councils } = facts
  const name = authorityName(authorityCode)
  const row = report.rows.find(each => each.authorityCode === authorityCode)
  if (!row) throw new Error(`No row of ${authorityCode}`)
  const cell = cellIn(row, column.id)
  const shown = servicesShown(facts)
  return {
    title: `${name}: ${column.label}`,
    asked: askedInWords(column.asked),
    stands: standsWords(report),
    ...{ outcome: cell.outcome, sign: SUPPLY_SIGNS[cell.outcome] },
    words: outcomeWords(cell.outcome, column.asked),
    beds: bedsWords(cell),
    dates: datesWords(cell, londonDay(report.asOf)),
    back: `/supply${soughtParams(sought)}`,
    services: shown.filter(each => each.outcome !== 'none'),
    others: shown.filter(each => each.outcome === 'none'),
    ...leadsOn(facts, cell.outcome),
    councils: councils.map(council => ({ ...council, href: servicePath(council) })),
    problems: facts.problems.map(({ message }) => message),
  }
}

function servicesShown({ answers, column, contacts }: SupplyCellFacts): ServiceShown[] {
  return [...answers]
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
    .flatMap(answer => {
      const contact = contacts.get(answer.service.id)
      return contact ? [serviceShown(answer, column, contact)] : []
    })
}

function serviceShown(
  answer: SupplyAnswer,
  { asked }: SupplyCellFacts['column'],
  contact: WhomToAsk,
): ServiceShown {
  const { service, outcome } = answer
  return {
    ...{ id: service.id, name: contact.name, phone: contact.phone, outcome },
    href: contact.isGone ? null : servicePath(contact),
    about: `${contact.provider}. ${serviceKindLabel(service.kind)}.`,
    sign: SUPPLY_SIGNS[outcome],
    words: outcome === 'none' ? 'another kind of place' : outcomeWords(outcome, asked),
    why: whyWords(answer, asked),
    facts: [
      ...policyAnswers(service, asked),
      { term: 'Policy verified', words: dayOr(service.policyVerifiedAt, 'Never') },
      ...bedFacts(answer),
      { term: 'Covers', words: listed(service.authorities.map(authorityName)) },
    ],
  }
}

/** The beds of a confidential service are counted nowhere. */
function bedFacts({ service }: SupplyAnswer): { term: string; words: string }[] {
  const {
    isConfidential,
    beds,
    free,
    isVacancyConfirmed,
    vacancyConfirmedAt,
    isPaused,
    addedSince = 0,
  } = service
  if (isConfidential || beds === null)
    return [{ term: 'Beds', words: 'Not shown: where it is is confidential' }]
  if (beds === 0) return []
  if (isPaused)
    return [{ term: 'Beds', words: `${counted(beds, 'bed')}. Paused: none of them is offered to anybody` }]
  const unknown = addedSince === 0 ? '' : `, ${addedSince} not confirmed`
  const words = isVacancyConfirmed
    ? `${counted(beds, 'bed')}, ${free} free${unknown}`
    : `${counted(beds, 'bed')} not confirmed`
  return [
    { term: 'Beds', words },
    {
      term: 'Beds confirmed',
      words: [dayOr(vacancyConfirmedAt, 'Never'), addedSinceWords(addedSince)].filter(Boolean).join('; '),
    },
  ]
}

/** Where the answer is not yes: the same elsewhere, and what else there is here. */
function leadsOn({ authorityCode, column, sought, report }: SupplyCellFacts, outcome: SupplyOutcome) {
  if (outcome === 'yes') return { elsewhere: [], here: [] }
  const params = soughtParams({ ...sought, area: null, showsDates: false })
  const lead = (code: string, id: string, text: string): Lead => ({
    text,
    href: href('supply/:authorityCode/:column', { authorityCode: code, column: id }) + params,
  })
  const elsewhere = report.rows.flatMap(row => {
    const cell = cellIn(row, column.id)
    const isTaken = row.authorityCode !== authorityCode && TAKEN.includes(cell.outcome)
    const words = `${authorityName(row.authorityCode)}: ${outcomeWords(cell.outcome, column.asked)}, ${bedsWords(cell)}`
    return isTaken ? [lead(row.authorityCode, column.id, words)] : []
  })
  const own = report.rows.find(row => row.authorityCode === authorityCode)
  const here = columnsOf(questionOf(sought)).flatMap(({ id, label, asked }) => {
    const cell = own && cellIn(own, id)
    if (!cell || id === column.id || !TAKEN.includes(cell.outcome)) return []
    return [lead(authorityCode, id, `${label}: ${outcomeWords(cell.outcome, asked)}, ${bedsWords(cell)}`)]
  })
  return { elsewhere, here }
}

function servicePath({ id }: { id: string }): string {
  return href('services/:serviceId', { serviceId: id })
}

function dayOr(instant: Date | null, otherwise: string): string {
  return instant === null ? otherwise : formatDayLong(londonDay(instant))
}
