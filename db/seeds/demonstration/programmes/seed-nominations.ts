import type { DomainContext } from '~/domain/context'
import { type NewNomination, nominate } from '~/domain/nomination/nominate.server'
import { takeStep } from '~/domain/nomination/take-step.server'
import { DAY_MS } from '~/domain/time/calendar'
import { seedId } from '../../seed-id'
import type { SeededPerson } from '../cases/seed-cases'
import { accountViewer } from '../viewers'
import { NOMINATIONS, type NominationSketch } from './nomination-list'

/** Nominations in every state, as officers and providers would bring them there, each step on its day. */
export async function seedNominations(
  app: DomainContext,
  cases: ReadonlyMap<string, SeededPerson>,
): Promise<void> {
  for (const sketch of NOMINATIONS) await bring(app, cases, sketch)
}

async function bring(
  app: DomainContext,
  cases: ReadonlyMap<string, SeededPerson>,
  { person, programme, startsIn, daysAgo, justification, provider, steps }: NominationSketch,
): Promise<void> {
  const found = cases.get(person)
  if (!found) throw new Error(`There is no case “${person}”`)
  const what = `${person} for ${programme}`
  const on = (ago: number) => ({ ...app, clock: () => new Date(app.clock().getTime() - ago * DAY_MS) })
  const form = (part: string) => ({ key: seedId(`nomination form:${what} ${part}`), fingerprint: part })
  const wanted: NewNomination = {
    caseId: found.caseId,
    serviceId: seedId(`service:${programme}`),
    cohortId: startsIn === null ? null : seedId(`cohort:${programme}:${startsIn}`),
    agreed: 'yes',
    justification: justification ?? null,
  }
  const made = await nominate(on(daysAgo), found.officer, wanted, form('nominate'))
  if (!made.ok) throw new Error(`“${what}” was not nominated: ${made.reason}`)
  for (const [index, step] of steps.entries()) {
    const { event, leftReason = null, licence = null } = step
    const next = { nominationId: made.nominationId, version: index + 1, event, leftReason, licence }
    const taken = await takeStep(on(step.daysAgo), accountViewer(provider), next, form(event))
    if (!taken.ok) throw new Error(`“${what}” did not come to ${event}: ${taken.reason}`)
  }
}
