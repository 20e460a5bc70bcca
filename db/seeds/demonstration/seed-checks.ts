import type { DomainContext } from '~/domain/context'
import type { CheckAnswers, CheckKind } from '~/domain/outcome/checks'
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

const NEWCASTLE = 'E08000021'
const RECEIVED_DAYS_AGO = 42
const CHECKED_DAYS_AGO = 39

/** Which council was told of whom, how many days ago. */
const NOTICES: Readonly<Record<string, { council: typeof NEWCASTLE; daysAgo: number }>> = {
  'next week': { council: NEWCASTLE, daysAgo: 20 },
  'durham hostel': { council: NEWCASTLE, daysAgo: 13 },
}

/** Records reception checks, and councils that were told, as the officers of the cases would. */
export async function seedChecks(app: DomainContext, cases: Map<string, SeededPerson>): Promise<void> {
  const today = londonDay(app.clock())
  for (const [key, found] of Object.entries(RECEPTIONS))
    await record(app, cases, {
      ...{ key, kind: 'reception', daysAgo: CHECKED_DAYS_AGO },
      answers: {
        receivedOn: addDays(today, -RECEIVED_DAYS_AGO),
        hnia: 'done',
        hniaOn: addDays(today, -CHECKED_DAYS_AGO),
        ...found,
      } satisfies CheckAnswers<'reception'>,
    })
  for (const [key, { council, daysAgo }] of Object.entries(NOTICES))
    await record(app, cases, {
      ...{ key, kind: 'council_notice', daysAgo },
      answers: {
        ...{ told: 'told', council, toldOn: addDays(today, -daysAgo) },
        ...{ agreed: 'yes', chosen: 'yes', contactPassed: 'yes' },
      } satisfies CheckAnswers<'council_notice'>,
    })
}

interface Recorded {
  /** Of the case. */
  key: string
  kind: CheckKind
  daysAgo: number
  answers: CheckAnswers
}

async function record(
  app: DomainContext,
  cases: Map<string, SeededPerson>,
  { key, kind, daysAgo, answers }: Recorded,
): Promise<void> {
  const person = cases.get(key)
  if (!person) throw new Error(`There is no case “${key}”`)
  const then = new Date(app.clock().getTime() - daysAgo * DAY_MS)
  const recorded = await recordCheck(
    { ...app, clock: () => then },
    person.officer,
    { caseId: person.caseId, kind, version: 0 },
    { answers, because: null },
    { key: seedId(`${kind} form:${key}`), fingerprint: key },
  )
  if (!recorded.ok) throw new Error(`The ${kind} of “${key}” was not recorded: ${recorded.reason}`)
}
