import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { statedPolicy } from '~/domain/service/service-policy.server'
import type { JudgedService } from './property'

export interface DirectoryEntry extends JudgedService {
  visibility: string
}

/** Every service by its id, read past the index and everything that fills it. */
export async function judgedServices(owner: Kysely<DB>): Promise<Map<string, DirectoryEntry>> {
  const [services, areas, pathways] = [
    await serviceRows(owner),
    await owner.selectFrom('serviceArea').select(['serviceId', 'authorityCode as code']).execute(),
    await owner.selectFrom('servicePathway').select(['serviceId', 'pathway as code']).execute(),
  ]
  return new Map(
    services.map(row => [
      row.id,
      {
        ...row,
        languages: row.languages ?? [],
        authorities: codesOf(areas, row.id),
        pathways: codesOf(pathways, row.id),
        outOfHours: row.outOfHoursPhone !== null,
        policy: statedPolicy({ ...row, serviceId: row.id }).policy,
        programme: { type: row.type, prisons: row.prisonCodes ?? [], audiences: row.audiences ?? [] },
      },
    ]),
  )
}

function serviceRows(owner: Kysely<DB>) {
  return owner
    .selectFrom('service as s')
    .innerJoin('organisation as o', 'o.id', 's.organisationId')
    .leftJoin('servicePolicy as p', 'p.serviceId', 's.id')
    .leftJoin('programme as g', 'g.serviceId', 's.id')
    .select(['s.id', 's.name', 'o.name as provider', 's.kind', 's.visibility', 's.languages', 's.wheelchair'])
    .select(['s.complexNeeds', 's.staffing', 's.outOfHoursPhone', 'p.criteria', 'p.verifiedAt'])
    .select(['g.type', 'g.prisonCodes', 'g.audiences'])
    .execute()
}

function codesOf(rows: readonly { serviceId: string; code: string }[], id: string): string[] {
  return rows.filter(row => row.serviceId === id).map(row => row.code)
}
