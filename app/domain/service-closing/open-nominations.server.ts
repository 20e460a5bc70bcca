import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { NOMINATION_STATES } from '../nomination/nomination'
import { nominationsAt } from '../nomination/nominations.server'
import { londonDay } from '../time/calendar'
import { dayOrYear } from '../time/near-time'

/** A nomination that is open at a service, without the person. */
export interface OpenNomination {
  nominationId: string
  version: number
  /** 'Nominated on Mon 11 January'. */
  title: string
  /** 'Checks. Run from Mon 8 February'. */
  stands: string
}

/** The open nominations at a service, for the provider that would close it; none for anybody else. */
export function openNominationsAt(
  app: Pick<DomainContext, 'db' | 'clock'>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<OpenNomination[]> {
  return asViewer(app.db, viewer, async trx => {
    const today = londonDay(app.clock())
    return (await nominationsAt(trx, viewer, serviceId)).map(found => ({
      nominationId: found.id,
      version: found.version,
      title: `Nominated on ${dayOrYear(londonDay(found.nominatedAt), today)}`,
      stands: [
        NOMINATION_STATES[found.state],
        found.startsOn === null ? 'No run' : `Run from ${dayOrYear(found.startsOn, today)}`,
      ].join('. '),
    }))
  })
}
