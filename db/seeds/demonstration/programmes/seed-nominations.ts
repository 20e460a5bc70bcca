import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '~/domain/context'
import type { StepEvent } from '~/domain/nomination/lifecycle'
import { nominate } from '~/domain/nomination/nominate.server'
import { takeStep } from '~/domain/nomination/take-step.server'
import { DAY_MS } from '~/domain/time/calendar'
import { seedId } from '../../seed-id'
import type { SeededPerson } from '../cases/seed-cases'
import { accountViewer } from '../viewers'

interface Named {
  /** The key of the case. */
  person: string
  daysAgo: number
  steps: readonly StepEvent[]
}

/** Women of Low Newton named for a course of Marlpit’s, which begins in two weeks. */
const NAMED: readonly Named[] = [
  { person: 'mother', daysAgo: 6, steps: ['begin_checks', 'give_place'] },
  { person: 'remand', daysAgo: 2, steps: [] },
]
const PROGRAMME = 'P23'

/** Nominations in several states, as officers and provider would bring them there. */
export async function seedNominations(
  owner: Kysely<DB>,
  app: DomainContext,
  cases: Map<string, SeededPerson>,
): Promise<void> {
  const serviceId = seedId(`service:${PROGRAMME}`)
  const { id: cohortId } = await owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', serviceId)
    .orderBy('startsOn', 'desc')
    .executeTakeFirstOrThrow()
  for (const named of NAMED) await bring(app, cases, named, { serviceId, cohortId })
}

async function bring(
  app: DomainContext,
  cases: Map<string, SeededPerson>,
  { person, daysAgo, steps }: Named,
  wanted: { serviceId: string; cohortId: string },
): Promise<void> {
  const found = cases.get(person)
  if (!found) throw new Error(`There is no case “${person}”`)
  const at = { ...app, clock: () => new Date(app.clock().getTime() - daysAgo * DAY_MS) }
  const form = (what: string) => ({ key: seedId(`nomination form:${person} ${what}`), fingerprint: what })
  const input = { caseId: found.caseId, agreed: 'yes', ...wanted } as const
  const made = await nominate(at, found.officer, input, form('nominate'))
  if (!made.ok) throw new Error(`“${person}” was not nominated: ${made.reason}`)
  const provider = accountViewer('worker.marlpit@example.org')
  for (const [index, event] of steps.entries()) {
    const step = { nominationId: made.nominationId, version: index + 1, event, licence: null }
    const taken = await takeStep(at, provider, { ...step, leftReason: null }, form(event))
    if (!taken.ok) throw new Error(`“${person}” did not come to ${event}: ${taken.reason}`)
  }
}
