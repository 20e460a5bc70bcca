import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { PassOn } from '../case/answers/pass-on'
import type { CaseIdentity } from '../case/record/case-identity.server'
import { ageProblem } from '../case/record/case-form'
import {
  alikeUnsaid,
  auditShown,
  type AlreadyOpen,
  type AnotherNumber,
  isOpenTwice,
  openCaseOf,
  type OpenElsewhere,
  openUnderNumber,
} from '../case/record/create-case.server'
import { personForAct } from '../case/record/open-person.server'
import type { PersonCorrected } from '../case/record/person-form'
import type { DomainContext } from '../context'
import { londonDay } from '../time/calendar'
import { changeBasics, type ChangedBasics } from './change-basics.server'

export interface PersonCorrection {
  caseId: string
  /** The version of the case the page was drawn from. */
  version: number
  person: PersonCorrected
  passOn: PassOn
}

type Corrected =
  | ChangedBasics
  | AlreadyOpen
  | OpenElsewhere
  | AnotherNumber
  | { ok: false; reason: 'too_young'; problem: string }

export type CorrectPersonResult = Corrected | { ok: false; reason: 'different' }

/**
 * Corrects who a case of the viewer's team is of, once for one form. The hash of the number and the marks of the name follow it.
 * 'already_open' where the team has an open case of the number, 'open_elsewhere' where another prison has and nobody said it was rung,
 * 'another_number' where the team's other open case has this name and date of birth and nobody said it is somebody else's.
 */
export async function correctPerson(
  app: DomainContext,
  viewer: SignedInViewer,
  correction: PersonCorrection,
  request: FormRequest,
): Promise<CorrectPersonResult> {
  try {
    return await asViewer(app.db, viewer, async trx => {
      const done = await once(trx, viewer, request, () => correctWithin(app, trx, viewer, correction))
      await auditShown(trx, viewer, done)
      return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
    })
  } catch (error) {
    if (!isOpenTwice(error)) throw error
    const { prisonNumber } = correction.person
    return asViewer(app.db, viewer, trx => openCaseOf(app, trx, viewer, prisonNumber, error))
  }
}

async function correctWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { person, ...seen }: PersonCorrection,
): Promise<Corrected> {
  const { openElsewhere: _rung, anotherPerson: _other, ...change } = person
  const before = await personForAct(app, trx, seen.caseId)
  if (before?.identity && before.organisationId === viewer.organisationId && !before.closedAt) {
    const open = await standsAgainst(app, trx, viewer, { caseId: seen.caseId, person, was: before.identity })
    if (open) return open
    const problem = ageProblem(change.dateOfBirth, before.releaseOn ?? londonDay(app.clock()))
    if (problem) return { ok: false, reason: 'too_young', problem }
  }
  return changeBasics(app, trx, viewer, { ...seen, change, audit: { action: 'case.correct_person' } })
}

/** Another open case that may be of the same person, once the number, the name or the date of birth is what it was corrected to. */
async function standsAgainst(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, person, was }: { caseId: string; person: PersonCorrected; was: CaseIdentity },
): Promise<AlreadyOpen | OpenElsewhere | AnotherNumber | null> {
  const isRenumbered = person.prisonNumber !== was.prisonNumber
  const open = isRenumbered ? await openUnderNumber(app, trx, viewer, person) : null
  const isAnother = isRenumbered || person.name !== was.name || person.dateOfBirth !== was.dateOfBirth
  return open ?? (isAnother ? alikeUnsaid(app, trx, viewer, person, caseId) : null)
}
