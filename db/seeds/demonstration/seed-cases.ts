import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { PersonFacts } from '~/domain/eligibility/facts'
import { splitFacts } from '~/domain/eligibility/facts-by-tier'
import { createCase } from '~/domain/person-case/create-case.server'
import { derivedFacts } from '~/domain/person-case/derived-facts'
import type { NewCase } from '~/domain/person-case/person-case-form'
import { addDays, type Day, isoWeekday, londonDay } from '~/domain/region/calendar'
import { seedId } from '../seed-id'
import { CASES } from './case-list'
import type { CaseSketch } from './case-sketch'
import { accountViewer } from './viewers'

const RISK_ASSESSED_DAYS_AGO = 30

/** Opens the cases as their officers would, and answers what is known. Gives the id of each by its key. */
export async function seedCases(owner: Kysely<DB>, app: DomainContext): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const sketch of CASES) ids.set(sketch.key, await openCase(owner, app, sketch))
  return ids
}

async function openCase(owner: Kysely<DB>, app: DomainContext, sketch: CaseSketch): Promise<string> {
  const today = londonDay(app.clock())
  const officer: SignedInViewer = accountViewer(sketch.officer)
  const input = newCase(sketch, today)
  const made = await createCase(app, officer, input, {
    key: seedId(`case form:${sketch.key}`),
    fingerprint: sketch.key,
  })
  if (!made.ok) throw new Error(`The case “${sketch.key}” could not be opened: ${made.reason}`)
  await answer(owner, made.caseId, factsOf(sketch, input, today))
  return made.caseId
}

function newCase(sketch: CaseSketch, today: Day): NewCase {
  return {
    prisonNumber: sketch.prisonNumber,
    name: sketch.name,
    dateOfBirth: sketch.born,
    sex: sketch.sex,
    custodyStatus: sketch.custodyStatus,
    releaseConfidence: sketch.releaseConfidence,
    releaseOn: sketch.releaseIn === null ? null : onAWeekday(addDays(today, sketch.releaseIn), today),
    releaseType: sketch.releaseType,
    homeAuthority: sketch.home,
  }
}

/** Nobody is released at a weekend: the Monday after, unless that is today's world, which must hold a release today. */
function onAWeekday(day: Day, today: Day): Day {
  const weekday = isoWeekday(day)
  return day === today || weekday <= 5 ? day : addDays(day, 8 - weekday)
}

function factsOf(sketch: CaseSketch, input: NewCase, today: Day): PersonFacts {
  const isAssessed = sketch.facts.rosh !== undefined && sketch.facts.rosh !== 'not_assessed'
  return PersonFacts.parse({
    roshAssessedOn: isAssessed ? addDays(today, -RISK_ASSESSED_DAYS_AGO) : null,
    ...sketch.facts,
    ...derivedFacts(input, sketch.born, today),
  })
}

async function answer(owner: Kysely<DB>, caseId: string, facts: PersonFacts): Promise<void> {
  const { triage, need, safety } = splitFacts(facts)
  await owner
    .updateTable('caseTriage')
    .set({ facts: JSON.stringify(triage) })
    .where('caseId', '=', caseId)
    .execute()
  await owner
    .updateTable('caseNeeds')
    .set({ facts: JSON.stringify(need) })
    .where('caseId', '=', caseId)
    .execute()
  await owner
    .updateTable('caseSafety')
    .set({ facts: JSON.stringify(safety) })
    .where('caseId', '=', caseId)
    .execute()
}
