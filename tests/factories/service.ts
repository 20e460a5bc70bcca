import type { Insertable, Kysely } from 'kysely'
import { newId } from '@db/id'
import type { Cohort, DB, Programme, Service, Site } from '@db/schema'

interface ServiceFields extends Partial<Insertable<Service>> {
  organisationId: string
  authorities?: readonly string[]
  pathways?: readonly string[]
  /** What service_policy.criteria holds; no policy row when left out. */
  policy?: object
  policyNotes?: string[]
  verifiedAt?: Date
  site?: Partial<Insertable<Site>>
  confirmedAt?: Date
  /** How many bedspaces, all of them free. */
  bedspaces?: number
  programme?: Partial<Insertable<Programme>>
  cohorts?: readonly Omit<Insertable<Cohort>, 'id' | 'serviceId'>[]
}

/** Adds a service with what hangs on it. Gives its id and its bedspaces' ids. Takes the owner's connection. */
export async function addService(
  owner: Kysely<DB>,
  fields: ServiceFields,
): Promise<{ id: string; bedspaceIds: string[] }> {
  const {
    authorities,
    pathways,
    policy,
    policyNotes,
    verifiedAt,
    site,
    confirmedAt,
    bedspaces,
    programme,
    cohorts,
    ...row
  } = fields
  const id = row.id ?? newId()
  await owner
    .insertInto('service')
    .values({
      name: `Service ${id.slice(0, 4)}`,
      kind: 'supported_housing',
      summary: 'A place to live',
      ...row,
      id,
    })
    .execute()
  for (const authorityCode of authorities ?? []) {
    await owner.insertInto('serviceArea').values({ serviceId: id, authorityCode }).execute()
  }
  for (const pathway of pathways ?? []) {
    await owner.insertInto('servicePathway').values({ serviceId: id, pathway }).execute()
  }
  if (policy) {
    const criteria = JSON.stringify(policy)
    await owner
      .insertInto('servicePolicy')
      .values({ serviceId: id, criteria, notes: policyNotes ?? [], verifiedAt: verifiedAt ?? null })
      .execute()
  }
  if (site)
    await owner
      .insertInto('site')
      .values({ id: newId(), serviceId: id, name: 'House', ...site })
      .execute()
  if (confirmedAt) await owner.insertInto('serviceVacancy').values({ serviceId: id, confirmedAt }).execute()
  await addProgramme(owner, id, programme, cohorts ?? [])
  return { id, bedspaceIds: await addBedspaces(owner, id, bedspaces ?? 0) }
}

async function addProgramme(
  owner: Kysely<DB>,
  serviceId: string,
  programme: ServiceFields['programme'],
  cohorts: NonNullable<ServiceFields['cohorts']>,
): Promise<void> {
  if (!programme) return
  await owner
    .insertInto('programme')
    .values({ type: 'parenting_course', ...programme, serviceId })
    .execute()
  for (const cohort of cohorts) {
    await owner
      .insertInto('cohort')
      .values({ id: newId(), serviceId, ...cohort })
      .execute()
  }
}

async function addBedspaces(owner: Kysely<DB>, serviceId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  for (const [position, id] of ids.entries()) {
    await owner
      .insertInto('bedspace')
      .values({ id, serviceId, name: `Room ${position + 1}`, type: 'self_contained', position })
      .execute()
  }
  return ids
}
