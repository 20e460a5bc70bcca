import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { PersonFacts } from '~/domain/eligibility/facts'
import { createCase } from '~/domain/case/record/create-case.server'
import { derivedFacts } from '~/domain/case/record/derived-facts'
import type { NewCase } from '~/domain/case/record/case-form'
import { writeFacts } from '~/domain/case/answers/write-facts.server'
import { DAY_MS, addDays, type Day, londonDay } from '~/domain/time/calendar'
import { seedId } from '../../seed-id'
import { CASES } from './case-list'
import type { CaseSketch } from './case-sketch'
import { openDay } from '../open-day'
import { accountViewer } from '../viewers'

const RISK_ASSESSED_DAYS_AGO = 30
const OPENED_DAYS_AGO = 40

export interface SeededPerson {
  caseId: string
  officer: SignedInViewer
  releaseOn: Day | null
  facts: PersonFacts
}

/** Opens the cases as their officers would, and answers what is known. Gives each by its key. */
export async function seedCases(owner: Kysely<DB>, app: DomainContext): Promise<Map<string, SeededPerson>> {
  const cases = new Map<string, SeededPerson>()
  for (const sketch of CASES) cases.set(sketch.key, await openCase(owner, app, sketch))
  return cases
}

async function openCase(owner: Kysely<DB>, app: DomainContext, sketch: CaseSketch): Promise<SeededPerson> {
  const today = londonDay(app.clock())
  const officer = accountViewer(sketch.officer)
  const input = newCase(sketch, today)
  const openedAt = new Date(app.clock().getTime() - OPENED_DAYS_AGO * DAY_MS)
  const form = { key: seedId(`case form:${sketch.key}`), fingerprint: sketch.key }
  const made = await createCase({ ...app, clock: () => openedAt }, officer, input, form)
  if (!made.ok) throw new Error(`The case “${sketch.key}” could not be opened: ${made.reason}`)
  const facts = factsOf(sketch, today)
  await owner.transaction().execute(trx => writeFacts(trx, made.caseId, facts))
  return { caseId: made.caseId, officer, releaseOn: input.releaseOn, facts }
}

function newCase(sketch: CaseSketch, today: Day): NewCase {
  return {
    prisonNumber: sketch.prisonNumber,
    name: sketch.name,
    dateOfBirth: sketch.born,
    sex: sketch.sex,
    custodyStatus: sketch.custodyStatus,
    releaseConfidence: sketch.releaseConfidence,
    releaseOn: releaseDay(sketch, today),
    releaseType: sketch.releaseType,
    homeAuthority: sketch.home,
  }
}

/** Nobody is released on a day nobody works, but for the one whom the world must show released today. */
export function releaseDay({ releaseIn }: CaseSketch, today: Day): Day | null {
  if (releaseIn === null) return null
  return releaseIn === 0 ? today : openDay(today, releaseIn)
}

/** What is known of one of these people on a day. */
export function factsOf(sketch: CaseSketch, today: Day): PersonFacts {
  const isAssessed = sketch.facts.rosh !== undefined && sketch.facts.rosh !== 'not_assessed'
  return PersonFacts.parse({
    roshAssessedOn: isAssessed ? addDays(today, -RISK_ASSESSED_DAYS_AGO) : null,
    ...sketch.facts,
    ...derivedFacts(newCase(sketch, today), sketch.born, today),
  })
}
