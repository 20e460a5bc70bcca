import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Criterion } from '../../eligibility/decision'
import { RULES } from '../../eligibility/rules'
import { isHousing } from '../../service/service-kind'
import { policiesOf } from '../../service/service-policy.server'
import { type Publication, publishedCell, type PublishedValue } from '../published'
import { statedCode } from '../stated-criteria'
import { listPublications, readPublication } from './read-publications.server'

/** What was published of one criterion, stated as this service states it. */
interface CriterionTurning {
  criterion: Criterion
  /** Women, to the nearest 5. Null: not published for that quarter. */
  women: PublishedValue | null
}

/** Who the stated criteria of a service turn away, from one published quarter. */
export interface ServiceTurning extends Pick<Publication, 'period' | 'version' | 'isSynthetic'> {
  criteria: CriterionTurning[]
}

/**
 * Who is turned away by what a place to live states, for members of the organisation that runs it: of the whole region, from the latest quarter that is
 * published, and by the policy as it is kept, never by one that is not saved. It counts nobody.
 * @returns null for everybody else, for a service nobody lives in, and before a quarter is published
 */
export async function serviceTurning(
  db: Kysely<DB>,
  viewer: Viewer,
  service: { id: string; kind: string; organisationId: string },
): Promise<ServiceTurning | null> {
  if (viewer.kind !== 'member' || viewer.organisationId !== service.organisationId) return null
  if (!isHousing(service.kind)) return null
  const stated = (await asViewer(db, viewer, trx => policiesOf(trx, [service.id]))).get(service.id)
  const quarters = (await listPublications(db, viewer)).filter(({ period }) => period.kind === 'quarter')
  const [latest] = quarters.sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn))
  const publication = latest && (await readPublication(db, viewer, latest.period.code, null))
  if (!stated || !publication) return null
  const { period, version, isSynthetic } = publication
  const criteria = RULES.flatMap(({ criterion }) => {
    const code = statedCode(stated.policy, criterion)
    if (code === null) return []
    return [{ criterion, women: publishedCell(publication, 'turned_away', code)?.women ?? null }]
  })
  return { period, version, isSynthetic, criteria }
}
