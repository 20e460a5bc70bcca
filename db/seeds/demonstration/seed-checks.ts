import type { DomainContext } from '~/domain/context'
import type { CheckAnswers } from '~/domain/outcome/checks'
import { recordCheck } from '~/domain/outcome/record-check.server'
import { addDays, DAY_MS, londonDay } from '~/domain/time/calendar'
import { seedId } from '../seed-id'
import type { SeededPerson } from './cases/seed-cases'

type Found = Pick<CheckAnswers<'reception'>, 'housing' | 'home' | 'arrears' | 'benefit'>

const NOTHING_LEFT: Found = { housing: 'nowhere', home: 'none', arrears: 'no', benefit: 'no' }
const GIVEN_UP: Found = { housing: 'nowhere', home: 'close', arrears: 'yes', benefit: 'unknown' }
const WITH_FRIENDS: Found = { housing: 'under_12_weeks', home: 'none', arrears: 'unknown', benefit: 'no' }

/** What reception checks found, by the key of the case. Of the others none is recorded: they stand in the list of what is due. */
const RECEPTIONS: Readonly<Record<string, Found>> = {
  'five weeks': NOTHING_LEFT,
  mother: GIVEN_UP,
  'next week': WITH_FRIENDS,
  'arson concern': NOTHING_LEFT,
  settled: NOTHING_LEFT,
  'durham flat': GIVEN_UP,
  'northumberland dog': WITH_FRIENDS,
}

const RECEIVED_DAYS_AGO = 42
const CHECKED_DAYS_AGO = 39

/** Records reception checks, as the officers of the cases would. */
export async function seedChecks(app: DomainContext, cases: Map<string, SeededPerson>): Promise<void> {
  const today = londonDay(app.clock())
  for (const [key, found] of Object.entries(RECEPTIONS)) {
    const person = cases.get(key)
    if (!person) throw new Error(`There is no case “${key}”`)
    const answers: CheckAnswers<'reception'> = {
      receivedOn: addDays(today, -RECEIVED_DAYS_AGO),
      hnia: 'done',
      hniaOn: addDays(today, -CHECKED_DAYS_AGO),
      ...found,
    }
    const then = new Date(app.clock().getTime() - CHECKED_DAYS_AGO * DAY_MS)
    const form = { key: seedId(`check form:${key}`), fingerprint: key }
    const recorded = await recordCheck(
      { ...app, clock: () => then },
      person.officer,
      { caseId: person.caseId, kind: 'reception', version: 0 },
      { answers, because: null },
      form,
    )
    if (!recorded.ok) throw new Error(`The reception check of “${key}” was not recorded: ${recorded.reason}`)
  }
}
