import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { oneTapsFor } from '~/domain/nomination/lifecycle'
import {
  countNominations,
  listNominations,
  type Nomination,
  type NominationList,
} from '~/domain/nomination/nominations.server'
import { type Nominee, openNominees } from '~/domain/nomination/nominees.server'
import { prisonName } from '~/domain/area/region'
import { PAGE_LENGTH, pageOf, type Paging } from '~/domain/list/paging'
import { triageHeading } from '~/domain/referral/disclosure/triage'
import { releaseLine } from '~/domain/referral/disclosure/release-shown'
import { type Day, londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { changedWords, placesWords, runWords, standingWords } from '~/screens/nomination/page'

export interface NominationLine {
  id: string
  who: string
  facts: string[]
  standing: string
  changed: string | null
  taps: { event: string; wording: string }[]
  carried: { version: number; idempotencyKey: string }
}

interface RunOfNominations {
  key: string
  serviceId: string
  programme: string
  run: string
  places: string | null
  lines: NominationLine[]
}

export interface NominationsPage {
  list: NominationList
  counts: Record<NominationList, number>
  paging: Paging
  runs: RunOfNominations[]
}

/** A page of the nominations of the provider's programmes, run by run: what is open, or apart what has ended. */
export async function nominationsFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { list, page }: { list: NominationList; page: number } = { list: 'open', page: 1 },
): Promise<NominationsPage> {
  const today = londonDay(app.clock())
  return asViewer(app.db, viewer, async trx => {
    const counts = await countNominations(trx, viewer)
    const paging = pageOf(page, counts[list])
    const span = { list, offset: paging.first - 1, limit: PAGE_LENGTH }
    const all = await listNominations(trx, viewer, span)
    const people = await openNominees(
      trx,
      viewer,
      all.map(({ id }) => id),
    )
    const keys = [...new Set(all.map(runOf))]
    const runs = keys.map(key => {
      const nominations = all.filter(each => runOf(each) === key)
      const [first] = nominations
      const lines = nominations.map(each => lineOf(each, people.get(each.id), today))
      return {
        key,
        serviceId: first!.serviceId,
        programme: first!.serviceName,
        run: runWords(first!, today),
        places: placesWords(first!),
        lines,
      }
    })
    return { list, counts, paging, runs }
  })
}

/** The run, or the programme that has none. */
function runOf({ cohortId, serviceId }: Nomination): string {
  return cohortId ?? serviceId
}

function lineOf(each: Nomination, nominee: Nominee | undefined, today: Day): NominationLine {
  return {
    id: each.id,
    who: nominee ? `${triageHeading(nominee.facts)}, ${nominee.reference}` : 'No longer readable',
    facts: nominee ? [prisonName(nominee.prisonCode), releaseLine(nominee, 1, today)] : [],
    standing: standingWords(each),
    changed: changedWords(each, 'provider'),
    taps: oneTapsFor('provider', each, today).map(({ event, wording }) => ({ event, wording })),
    carried: { version: each.version, idempotencyKey: newIdempotencyKey() },
  }
}
