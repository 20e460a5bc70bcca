import { placeWords } from '~/domain/action/gap'
import { authorities, prisons } from '~/domain/area/region'
import {
  type FamilyProgramme,
  lossesOf,
  type ProgrammesBy,
  programmesByPlace,
  totalOf,
} from '~/domain/family-programmes/family-programmes'
import { PROGRAMME_TYPE_LABELS, ROTL_NEED_LABELS } from '~/domain/programme/programme'
import { FUNDING_ALERT_LABELS, fundingAlert } from '~/domain/programme/funding-end'
import { type Day, formatDayLong } from '~/domain/time/calendar'
import { labelOf } from '~/domain/words/codes'
import { listed } from '~/domain/words/english'

/** The report on family programmes in words. Safe for the browser. */

export interface ProgrammeLine {
  serviceId: string
  name: string
  about: string
  capacity: string
  taken: string
  waiting: string
  reach: string
  rotl: string
  funder: string
  fundingEnds: string
  /** 'Funding ends within 90 days'; null without an alert. */
  alert: string | null
}

export interface FamiliesPage {
  by: ProgrammesBy
  sentence: string
  losses: { place: string; name: string; sentences: string[] }[]
  places: { place: string; name: string; sentence: string; lines: ProgrammeLine[] }[]
}

/** The whole report: what the region has, what each prison loses, and the programmes by place. Takes today in London. */
export function familiesPage(
  programmes: readonly FamilyProgramme[],
  by: ProgrammesBy,
  today: Day,
): FamiliesPage {
  const codes = (by === 'prison' ? prisons : authorities).map(({ code }) => code)
  const inPrisons = programmesByPlace(
    programmes,
    'prison',
    prisons.map(({ code }) => code),
  )
  return {
    by,
    sentence: regionSentence(programmes, today),
    losses: inPrisons.map(({ place, programmes: there }) => ({
      place,
      name: placeWords(place),
      sentences: lossSentences(there, today),
    })),
    places: programmesByPlace(programmes, by, codes).map(({ place, programmes: there }) => ({
      place,
      name: placeWords(place),
      sentence: placesSentence(there),
      lines: there.map(each => programmeLine(each, today)),
    })),
  }
}

function regionSentence(programmes: readonly FamilyProgramme[], today: Day): string {
  const { within_90_days: soon, within_180_days: later, ended } = lossesOf(programmes, today)
  const ends = `Funding of ${soon.length} ends within 90 days and of ${later.length} more within 180; of ${ended.length} it has ended.`
  return `${placesSentence(programmes)} ${ends}`
}

/** '12 programmes: 96 places, 70 taken, 14 waiting; they reach 120 children.' What nobody states is said. */
function placesSentence(programmes: readonly FamilyProgramme[]): string {
  const count = programmes.length === 1 ? '1 programme' : `${programmes.length} programmes`
  const [capacity, reach] = [totalOf(programmes, 'capacity'), totalOf(programmes, 'reach')]
  if (programmes.length === 0) return 'No programme is listed.'
  if (capacity === null) return `${count}; none states its places.`
  const places = `${capacity} places in runs that have not ended, ${totalOf(programmes, 'taken')} taken, ${totalOf(programmes, 'waiting')} waiting`
  return `${count}: ${places}; ${reach === null ? 'none states how many children it reaches' : `they reach ${reach} children`}.`
}

/** What a prison loses, in a sentence for each limit; one that loses nothing says so. */
function lossSentences(programmes: readonly FamilyProgramme[], today: Day): string[] {
  const { ended, within_90_days: soon, within_180_days: later } = lossesOf(programmes, today)
  const sentences = [
    lossSentence('Funding has ended for', ended),
    lossSentence('Loses within 90 days', soon),
    lossSentence('Loses within 180 days', later),
  ].flatMap(each => each ?? [])
  const silent = programmes.filter(each => each.fundingEndsOn === null).length
  const unknown = silent === 0 ? [] : [`${silent} of ${programmes.length} do not state when funding ends.`]
  if (sentences.length > 0) return [...sentences, ...unknown]
  if (programmes.length === 0) return ['No programme is listed.']
  return ['Loses none that states when its funding ends.', ...unknown]
}

function lossSentence(words: string, programmes: readonly FamilyProgramme[]): string | null {
  if (programmes.length === 0) return null
  const each = programmes.map(({ name, capacity, fundingEndsOn }) => {
    const places = capacity === null ? '' : `, ${capacity} places`
    return `${name} (${fundingEndsOn === null ? '' : formatDayLong(fundingEndsOn)}${places})`
  })
  return `${words}: ${listed(each)}.`
}

function programmeLine(each: FamilyProgramme, today: Day): ProgrammeLine {
  const alert = fundingAlert(each.fundingEndsOn, today)
  const ends = each.fundingEndsOn === null ? 'Not stated' : formatDayLong(each.fundingEndsOn)
  return {
    serviceId: each.serviceId,
    name: each.name,
    about: `${labelOf(PROGRAMME_TYPE_LABELS, each.type)}. ${each.provider}`,
    capacity: stated(each.capacity),
    taken: stated(each.taken),
    waiting: stated(each.waiting),
    reach: reachWords(each),
    rotl: each.rotl === null ? 'Not stated' : labelOf(ROTL_NEED_LABELS, each.rotl),
    funder: each.funder ?? 'Not stated',
    fundingEnds: each.fundingRenewal === null ? ends : `${ends}. ${each.fundingRenewal}`,
    alert: alert && FUNDING_ALERT_LABELS[alert],
  }
}

function reachWords({ reach, reachNotStated }: FamilyProgramme): string {
  if (reach === null) return 'Not stated'
  return reachNotStated === 0 ? String(reach) : `${reach} or more`
}

function stated(many: number | null): string {
  return many === null ? 'Not stated' : String(many)
}
