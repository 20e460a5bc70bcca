import { placeWords } from '~/domain/action/gap'
import type { FamilyProgramme } from '~/domain/family-programmes/family-programmes'
import { FUNDING_ALERT_LABELS, fundingAlert } from '~/domain/programme/funding-end'
import { PROGRAMME_TYPE_LABELS, ROTL_NEED_LABELS } from '~/domain/programme/programme'
import { csvText, type CsvValue } from '~/domain/sheet/csv'
import type { Day } from '~/domain/time/calendar'
import { labelOf } from '~/domain/words/codes'

const HEADINGS = [
  'Read on',
  'Programme',
  'Provider',
  'Type',
  'Prisons',
  'Authorities',
  'Capacity of runs that have not ended',
  'Places taken',
  'Waiting',
  'Children reached, where stated',
  'Runs that do not state it',
  'ROTL',
  'Funder',
  'Funding ends',
  'Alert',
]

/** Family programmes as a file, a line each; empty where nothing is stated. */
export function familiesCsv(programmes: readonly FamilyProgramme[], today: Day): string {
  const lines = programmes.map((each): CsvValue[] => {
    const alert = fundingAlert(each.fundingEndsOn, today)
    return [
      today,
      each.name,
      each.provider,
      labelOf(PROGRAMME_TYPE_LABELS, each.type),
      each.prisons.map(placeWords).join('; '),
      each.authorities.map(placeWords).join('; '),
      ...[each.capacity, each.taken, each.waiting, each.reach, each.reachNotStated],
      each.rotl && labelOf(ROTL_NEED_LABELS, each.rotl),
      each.funder,
      each.fundingEndsOn,
      alert && FUNDING_ALERT_LABELS[alert],
    ]
  })
  return csvText([HEADINGS, ...lines])
}
