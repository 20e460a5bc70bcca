import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { londonDay } from '~/domain/time/calendar'
import { insertAccounts } from '../insert-accounts'
import { ARCHETYPES, coveredBy } from './archetypes'
import { bedspaceRows, claimRows } from './bedspaces'
import { confirmationRows } from './confirmations'
import { councilAreaRows, councilPathwayRows, councilServiceRows } from './councils'
import { organisationRows } from './organisations'
import { policyRows } from './policies'
import {
  cohortRows,
  programmeAreaRows,
  programmePathwayRows,
  programmePolicyRows,
  programmeRows,
  programmeServiceRows,
} from './programmes/programme-rows'
import { serviceId, serviceRows } from './service-rows'
import { serviceType } from './service-types'
import { confidentialSiteRows, siteRows } from './sites'
import { demonstrationAccounts } from './viewers'

/** Organisations, accounts, services, whom they take, and what is free: everything but people leaving prison. */
export async function seedDirectory(owner: Kysely<DB>, passwordHash: string, now: Date): Promise<void> {
  await owner.insertInto('organisation').values(organisationRows()).execute()
  await insertAccounts(owner, demonstrationAccounts(), passwordHash, now)
  await seedServices(owner, now)
  await seedProgrammes(owner, now)
  await seedBeds(owner, now)
}

async function seedServices(owner: Kysely<DB>, now: Date): Promise<void> {
  await owner
    .insertInto('service')
    .values(serviceRows(londonDay(now)))
    .execute()
  await owner.insertInto('service').values(councilServiceRows()).execute()
  await owner
    .insertInto('service')
    .values(programmeServiceRows(londonDay(now)))
    .execute()
  const areas = ARCHETYPES.flatMap(archetype =>
    coveredBy(archetype).map(authorityCode => ({ serviceId: serviceId(archetype.id), authorityCode })),
  )
  await owner
    .insertInto('serviceArea')
    .values([...areas, ...councilAreaRows(), ...programmeAreaRows()])
    .execute()
  const pathways = ARCHETYPES.flatMap(({ id, type }) =>
    serviceType(type).pathways.map(pathway => ({ serviceId: serviceId(id), pathway })),
  )
  await owner
    .insertInto('servicePathway')
    .values([...pathways, ...councilPathwayRows(), ...programmePathwayRows()])
    .execute()
  await owner
    .insertInto('servicePolicy')
    .values([...policyRows(now), ...programmePolicyRows(now)])
    .execute()
  await owner.insertInto('site').values(siteRows()).execute()
  await owner.insertInto('confidentialSite').values(confidentialSiteRows()).execute()
}

async function seedProgrammes(owner: Kysely<DB>, now: Date): Promise<void> {
  await owner
    .insertInto('programme')
    .values(programmeRows(londonDay(now)))
    .execute()
  await owner
    .insertInto('cohort')
    .values(cohortRows(londonDay(now)))
    .execute()
}

async function seedBeds(owner: Kysely<DB>, now: Date): Promise<void> {
  await owner.insertInto('bedspace').values(bedspaceRows()).execute()
  await owner
    .insertInto('bedspaceClaim')
    .values(claimRows(londonDay(now)))
    .execute()
  await owner.insertInto('serviceVacancy').values(confirmationRows(now)).execute()
}
