import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { openPerson } from '~/domain/case/record/open-person.server'
import type { DomainContext } from '~/domain/context'
import { oneTapsFor, rowFor } from '~/domain/nomination/lifecycle'
import { LEFT_REASONS, reasonsOf, sideOf } from '~/domain/nomination/nomination'
import {
  findNomination,
  type Nomination,
  type NominationStep,
  stepsOf,
} from '~/domain/nomination/nominations.server'
import { openNominees } from '~/domain/nomination/nominees.server'
import { lastStanding, mayTakeBack } from '~/domain/nomination/take-step.server'
import { programmesOf } from '~/domain/programme/programme-queries.server'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { type RunChoice, runChoices } from './run-choices'
import {
  changedWords,
  justifiedRows,
  nomineeRows,
  placesWords,
  runTimeRows,
  runWords,
  standingWords,
  stepEntries,
} from './page'

/** A nomination as the viewer's side reads it; null for none of theirs. */
export async function nominationFor(app: DomainContext, viewer: SignedInViewer, id: string) {
  const today = londonDay(app.clock())
  const side = sideOf(viewer)
  return asViewer(app.db, viewer, async trx => {
    const found = await findNomination(trx, viewer, id)
    if (!found) return null
    const nominees = side === 'provider' ? await openNominees(trx, viewer, [id]) : null
    const steps = await stepsOf(trx, id)
    return {
      id,
      side,
      programme: { id: found.serviceId, name: found.serviceName },
      caseId: side === 'officer' ? found.caseId : null,
      standing: standingWords(found),
      changed: changedWords(found, side),
      rows: [
        ...(side === 'provider' ? nomineeRows(nominees?.get(id), today) : []),
        { key: 'Run', value: runWords(found, today) },
        ...runTimeRows(found),
        ...(found.capacity === null ? [] : [{ key: 'Places', value: placesWords(found) }]),
        ...justifiedRows(found),
      ],
      ...mayDo(viewer, found, steps, app.clock()),
      runs: await otherRuns(app, trx, viewer, found),
      said: { licence: found.licence, justification: found.justification },
      steps: stepEntries(steps),
      carried: { version: found.version, idempotencyKey: newIdempotencyKey() },
    }
  })
}

export type NominationPage = NonNullable<Awaited<ReturnType<typeof nominationFor>>>

/** What the lifecycle lets the viewer's side do where it stands. */
function mayDo(viewer: SignedInViewer, found: Nomination, steps: readonly NominationStep[], now: Date) {
  const side = sideOf(viewer)
  const reasons = reasonsOf(side).map(code => ({ value: code, text: LEFT_REASONS[code].words }))
  const asksLicence = found.rotl === 'possible' || found.rotl === 'required'
  return {
    taps: oneTapsFor(side, found, londonDay(now)).map(({ event, wording }) => ({ event, wording })),
    reasons: rowFor(side, found.state, 'leave') ? reasons : [],
    mayJustify: found.justification !== null && rowFor(side, found.state, 'justify') !== null,
    mayLicence: asksLicence && rowFor(side, found.state, 'licence') !== null,
    mayTakeBack: mayTakeBack(found, lastStanding(steps), side, now),
  }
}

/** The runs the viewer's side may change a nomination to, beside its own; none where it may not. */
async function otherRuns(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, serviceId, cohortId, state, justification }: Nomination,
): Promise<RunChoice[]> {
  if (cohortId === null || !rowFor(sideOf(viewer), state, 'change_run')) return []
  const today = londonDay(app.clock())
  const act = { action: 'nomination.read', subjectKind: 'case', subjectId: caseId } as const
  const person = await openPerson(app, trx, viewer, caseId, act)
  const programme = (await programmesOf(trx, [serviceId], today)).get(serviceId)
  if (!person || !programme) return []
  const isAgainst = justification !== null
  const { choices } = runChoices(programme, person.facts.release, today, { isAgainst })
  return choices.filter(({ value }) => value !== cohortId)
}
