import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { FacetCounts } from '@search/facet'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { EMPTY_QUERY } from '~/domain/directory/search-query'
import { searchDirectory } from '~/domain/directory/search-directory.server'
import { allDocuments } from '~/domain/index/service-document.server'
import { AUDIENCES, DELIVERED_IN, PROGRAMME_TYPE_LABELS, ROTL_NEEDS } from '~/domain/programme/programme'
import { pathwayCodes } from '~/domain/service/pathway'
import { serviceKindCodes } from '~/domain/service/service-kind'
import { authorities, prisons } from '~/domain/area/region'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { seedDirectory } from './seed-directory'

/** What somebody signed out finds by a filter alone: of nothing the product names is there none. */

const NOW = new Date('2026-11-22T09:00:00Z')
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
let database: TestDatabase
let found: FacetCounts

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  await seedDirectory(database.owner, 'not a hash', NOW)
  const inside = createInsideEngine()
  const search = createSearchService({ inside, log: SILENT, clock: () => NOW })
  await inside.rebuild(allDocuments(database.app, () => NOW))
  const app = { db: database.app, search, clock: () => NOW }
  found = (await searchDirectory(app, { kind: 'public' }, EMPTY_QUERY)).facets
})
afterAll(() => database.drop())

/** At least so many of each; a code that stands in no line must have one. */
const LEAST = {
  kind: {
    supported_housing: 15,
    refuge: 11,
    emergency: 14,
    young_people: 8,
    young_parents: 2,
    approved_premises: 8,
    recovery_house: 3,
    dispersed: 7,
    housing_first: 2,
    bond_scheme: 3,
    council_housing_options: 12,
    womens_centre: 6,
    family_support: 10,
    parenting_programme: 8,
    visitors_centre: 12,
    mentoring: 6,
  },
  pathway: {
    ...{ accommodation: 75, families: 45, finance: 30, health: 25, abuse: 20, drugs_alcohol: 15 },
    ...{ employment: 15, attitudes: 12, prostitution: 6 },
  },
  authority: Object.fromEntries(authorities.map(({ code }) => [code, 12])),
  deliveredIn: { prison: 15, community: 14, phone: 10, video: 6, visits_hall: 10 },
  prison: { LNI: 10, DMI: 5, HHI: 5, NLI: 5, DTI: 4, FKI: 2, KVI: 2 },
  rotl: { possible: 5 },
} satisfies Partial<Record<keyof FacetCounts, Record<string, number>>>

const CODES: Record<keyof typeof LEAST, readonly string[]> = {
  kind: serviceKindCodes,
  pathway: pathwayCodes,
  authority: authorities.map(({ code }) => code),
  deliveredIn: DELIVERED_IN,
  prison: prisons.map(({ code }) => code),
  rotl: ROTL_NEEDS,
}

describe('a filter with no words finds', () => {
  it.each(Object.keys(LEAST) as (keyof typeof LEAST)[])('something for every %s', facet => {
    const least: Record<string, number> = LEAST[facet]
    expect(CODES[facet].length).toBeGreaterThanOrEqual(3)
    const short = CODES[facet].filter(code => (found[facet][code] ?? 0) < (least[code] ?? 1))
    expect(short.map(code => `${code}: ${found[facet][code] ?? 0}`)).toEqual([])
  })

  it('women-only, children, couples, from prison, complex needs, wheelchair and each level of support', () => {
    expect(found.womenOnly.yes).toBeGreaterThanOrEqual(20)
    expect(found.takesChildren.yes).toBeGreaterThanOrEqual(15)
    expect(found.takesCouples.yes).toBeGreaterThanOrEqual(8)
    expect(found.acceptsPeopleFromPrison.yes).toBeGreaterThanOrEqual(60)
    expect(found.complexNeeds.yes).toBeGreaterThanOrEqual(10)
    expect(found.wheelchair.yes).toBeGreaterThanOrEqual(30)
    expect(Object.values(found.supportLevel).every(count => count >= 8)).toBe(true)
  })
})

describe('what people ask of a service', () => {
  /** How many services say each of something; `said` gives a row for each. */
  async function saying(said: string): Promise<Record<string, number>> {
    const { rows } = await sql<{ code: string; services: number }>`
      select said.code, count(distinct s.id)::int as services from service s
      left join service_policy p on p.service_id = s.id
      cross join lateral (${sql.raw(said)}) as said (code) where said.code is not null group by 1`.execute(
      database.owner,
    )
    return Object.fromEntries(rows.map(({ code, services }) => [code, services]))
  }
  function short(counts: Record<string, number>, least: Record<string, number>): string[] {
    return Object.entries(least)
      .filter(([code, many]) => (counts[code] ?? 0) < many)
      .map(([code]) => `${code}: ${counts[code] ?? 0}`)
  }

  it.each<[string, string, Record<string, number>]>([
    [
      'languages',
      'select unnest(s.languages)',
      {
        ...{ Polish: 25, Arabic: 18, Farsi: 18, Romanian: 8, Urdu: 10, Kurdish: 5 },
        'British Sign Language': 6,
      },
    ],
    ['pets', `select p.criteria ->> 'pets'`, { yes: 12, assistance_only: 15, no: 10 }],
    ['couples', `select p.criteria ->> 'couple'`, { yes: 10, no: 25 }],
    ['no recourse to public funds', `select p.criteria ->> 'nrpf'`, { accepts: 2, funded_only: 6, no: 15 }],
    ['a script', `select p.criteria -> 'substances' ->> 'ost'`, { yes: 30 }],
    ['curfew or tag', `select p.criteria ->> 'curfew'`, { yes: 10, no: 10 }],
    ['a lift', `select p.criteria -> 'access' ->> 'lift'`, { yes: 3, no: 20 }],
    [
      'rooms',
      'select type from bedspace b where b.service_id = s.id',
      { shared: 25, self_contained: 25, family: 12 },
    ],
    [
      'whom it is kept for',
      `select jsonb_array_elements_text(p.criteria -> 'onlyFor') where jsonb_typeof(p.criteria -> 'onlyFor') = 'array'`,
      {
        ...{ veterans: 2, care_leavers: 2, in_recovery: 3, domestic_abuse: 11, mental_health: 2 },
        learning_disability: 1,
      },
    ],
  ])('is answered, and not by all alike: %s', async (_, said, least) => {
    expect(short(await saying(said), least)).toEqual([])
  })

  it('is left open by some: a blank is “not stated”', async () => {
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from service_policy where criteria ->> 'pets' is null`.execute(
      database.owner,
    )
    expect(rows[0]?.open).toBeGreaterThanOrEqual(20)
  })

  it('promises a room of one’s own in words where its beds say so alone', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct s.name from service s join bedspace b on b.service_id = s.id and b.type = 'shared'
      where s.summary || ' ' || s.description ~* '\\m(own|single|private) rooms?\\M'`.execute(database.owner)
    expect(rows).toEqual([])
  })

  it('has somebody to ring at night in every authority: the council, and a place that is open', async () => {
    const { rows } = await sql<{ kind: string; authorities: number }>`
      select s.kind, count(distinct a.authority_code)::int as authorities from service s
      join service_area a on a.service_id = s.id
      where s.kind in ('council_housing_options', 'emergency') and s.visibility = 'public'
        and s.out_of_hours_phone is not null group by 1 order by 1`.execute(database.owner)
    expect(rows).toEqual([
      { kind: 'council_housing_options', authorities: 12 },
      { kind: 'emergency', authorities: 12 },
    ])
  })

  it('is told by every service in words of its own', async () => {
    const { rows } = await sql<{ name: string; summary: string; description: string; kind: string }>`
      select name, summary, description, kind from service`.execute(database.owner)
    expect(new Set(rows.map(row => row.summary)).size).toBe(rows.length)
    expect(rows.filter(row => row.summary.length < 40 || row.summary.length > 220)).toEqual([])
    expect(rows.filter(row => !row.description.includes('fictional')).map(row => row.name)).toEqual([])
  })
})

describe('the programmes', () => {
  async function counted(what: string): Promise<Record<string, number>> {
    const { rows } = await sql<{ code: string; services: number }>`
      select ${sql.raw(what)} as code, count(*)::int as services from programme group by 1`.execute(
      database.owner,
    )
    return Object.fromEntries(rows.map(({ code, services }) => [code, services]))
  }

  it('are of every type', async () => {
    const types = await counted('type')
    expect(Object.keys(PROGRAMME_TYPE_LABELS).filter(type => (types[type] ?? 0) < 2)).toEqual([])
    expect(types).toMatchObject({ visitors_centre: 7, parenting_course: 6, kinship_carers: 2 })
  })

  it('are for every audience', async () => {
    const audiences = await counted('unnest(audiences)')
    expect(AUDIENCES.filter(audience => (audiences[audience] ?? 0) < 4)).toEqual([])
  })

  it('take people on remand, do not, and leave it open', async () => {
    const remand = await counted('takes_remand')
    expect([remand.true, remand.false, remand.null].every(count => count !== undefined && count >= 5)).toBe(
      true,
    )
  })

  it('are in every state a run can be in', async () => {
    const { rows } = await sql<{ state: string }>`
      select distinct case
        when c.id is null then 'joined at any time'
        when c.starts_on < date '2026-11-22' then 'begun'
        when c.last_referral_on < date '2026-11-22' then 'too late to refer'
        when c.taken = c.capacity then 'full'
        when c.starts_on > date '2026-12-27' then 'in five weeks or later'
        else 'open' end as state
      from programme p left join cohort c on c.service_id = p.service_id order by 1`.execute(database.owner)
    expect(rows.map(row => row.state)).toEqual([
      ...['begun', 'full', 'in five weeks or later', 'joined at any time', 'open', 'too late to refer'],
    ])
  })

  it('name funders that differ, whose money ends at different times', async () => {
    const { rows } = await sql`
      select count(distinct funder)::int as funders,
        count(*) filter (where funding_ends_on <= date '2027-02-20')::int as "in90",
        count(*) filter (where funding_ends_on > date '2027-02-20' and funding_ends_on <= date '2027-05-21')::int as "in180",
        count(*) filter (where funding_ends_on > date '2027-05-21')::int as later,
        count(*) filter (where funder is null)::int as "notStated" from programme`.execute(database.owner)
    expect(rows).toEqual([{ funders: 6, in90: 6, in180: 7, later: 25, notStated: 1 }])
  })
})

describe('a number of the demonstration', () => {
  it('reaches nobody', async () => {
    const { rows } = await sql<{ phone: string }>`
      select phone from service union select out_of_hours_phone from service union select phone from organisation`.execute(
      database.owner,
    )
    const numbers = rows.map(row => row.phone).filter(phone => phone !== null)
    expect(numbers.length).toBeGreaterThan(150)
    const KEPT_FOR_DRAMA = /^(0191 498 0\d{3}|07700 900\d{3}|0808 157 0\d{3})$/
    expect(numbers.filter(phone => !KEPT_FOR_DRAMA.test(phone))).toEqual([])
  })
})
