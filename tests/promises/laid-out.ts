import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import { seedDemonstration } from '@db/seeds/demonstration/seed-demonstration'
import { accountViewer } from '@db/seeds/demonstration/viewers'
import { contentsOf } from '@db/seeds/seeded-database'
import { asViewer } from '@db/viewer-transaction'
import { supplyFor } from '~/domain/supply/queries.server'
import { createTestDatabase, setDatabaseClock, type TestDatabase } from '@tests/support/database'
import { firstOpen, isOpen, plus } from './hand-calendar'

/** The demonstration laid out on a day at nine in the morning, in a database whose own clock stands there too. */
export async function layOutOn(day: string): Promise<TestDatabase> {
  const now = new Date(`${day}T09:00:00Z`)
  const database = await createTestDatabase()
  await setDatabaseClock(database, now)
  const keys = createKeyRing(randomBytes(32))
  await seedDemonstration(database.owner, {
    db: database.app,
    jobs: createJobQueue(),
    keys,
    clock: () => now,
  })
  return database
}

/** What README, journeys and screenshots promise of the demonstration, asked of the database itself. */
export const PROMISES: Record<string, (database: TestDatabase, day: string) => Promise<void>> = {
  'is known for what it is': async ({ urls }, day) => {
    const laidOutAt = new Date(`${day}T09:00:00Z`)
    expect(await contentsOf(urls.owner)).toEqual({ kind: 'demonstration', laidOutAt })
  },

  'owes a notice for each act': async ({ owner }) => {
    const history = await owner.selectFrom('referralHistory').select('id').execute()
    expect(history.length).toBeGreaterThan(25)
  },

  'shows each prison its own cases': async ({ app }) => {
    const count = (email: string) =>
      asViewer(app, accountViewer(email), trx => trx.selectFrom('personCase').select('id').execute())
    expect(await count('officer.lownewton@example.org')).toHaveLength(7)
    expect(await count('officer2.lownewton@example.org')).toHaveLength(7)
    expect(await count('officer.durham@example.org')).toHaveLength(3)
    expect(await count('officer.northumberland@example.org')).toHaveLength(2)
  },

  'has told Newcastle of two releases, which its housing options read': async ({ app }) => {
    const told = (email: string) =>
      asViewer(app, accountViewer(email), trx =>
        sql<{ team: string }>`select team from duties_told_here() order by team`.execute(trx),
      )
    const { rows } = await told('council.newcastle@example.org')
    expect(rows.map(({ team }) => team)).toEqual(['HMP & YOI Durham', 'HMP & YOI Low Newton'])
  },

  'has a woman who leaves Low Newton in five weeks, referred nowhere': async ({ app }, day) => {
    const rows = await asViewer(app, accountViewer('officer.lownewton@example.org'), trx =>
      trx
        .selectFrom('personCase')
        .leftJoin('readableRelease', 'readableRelease.caseId', 'personCase.id')
        .leftJoin('referral', 'referral.caseId', 'personCase.id')
        .select('readableRelease.releaseOn')
        .where('releaseConfidence', '=', 'firm')
        .where('referral.id', 'is', null)
        .execute(),
    )
    expect(rows.map(row => row.releaseOn)).toEqual([firstOpen(plus(day, 35))])
  },

  'has referrals in many states': async ({ owner }) => {
    const rows = await owner.selectFrom('referral').select('state').distinct().orderBy('state').execute()
    expect(rows.map(row => row.state)).toEqual([
      ...['accepted', 'arrived', 'assessment_booked', 'declined', 'information_requested', 'offered'],
      ...['placed_elsewhere', 'submitted', 'under_review', 'waiting_list'],
    ])
  },

  'takes nominations to seven programmes, of women’s and of men’s prisons, and has somebody in every state':
    async ({ owner }) => {
      const programmes = await owner
        .selectFrom('service as s')
        .innerJoin('programme as p', 'p.serviceId', 's.id')
        .select('p.prisonCodes')
        .where('s.referralRoute', '=', 'here')
        .execute()
      expect(programmes).toHaveLength(7)
      const prisons = new Set(programmes.flatMap(({ prisonCodes }) => prisonCodes))
      expect([...prisons].sort()).toEqual(['DMI', 'HHI', 'LNI', 'NLI'])
      const rows = await owner
        .selectFrom('nomination as n')
        .innerJoin('personCase as c', 'c.id', 'n.caseId')
        .select(['n.state', 'c.sex'])
        .orderBy('n.state')
        .orderBy('c.sex')
        .execute()
      expect(rows.map(({ state, sex }) => `${sex} ${state}`)).toEqual([
        ...[
          'woman completed',
          'woman left',
          'woman nominated',
          'woman nominated',
          'man place',
          'woman place',
        ],
        ...['man started', 'woman started', 'woman started', 'man waiting'],
      ])
      const over = await owner.selectFrom('cohort').select('id').whereRef('taken', '>', 'capacity').execute()
      expect(over).toEqual([])
    },

  'has two rooms of Marlpit House free on the day she leaves, and today the one promised for next week too':
    async (database, day) => {
      expect(await roomsFree(database, day)).toEqual(['Room 4', 'Room 9', 'Room 11'])
      expect(await roomsFree(database, firstOpen(plus(day, 35)))).toEqual(['Room 4', 'Room 9'])
    },

  'offers every bed from the day of release': async ({ owner }) => {
    const rows = await owner
      .selectFrom('offer')
      .innerJoin('personCase', 'personCase.id', 'offer.caseId')
      .select(['offer.fromOn', 'personCase.releaseOn'])
      .execute()
    expect(rows).toHaveLength(3)
    expect(rows.filter(row => row.fromOn !== row.releaseOn)).toEqual([])
  },

  'has a woman who arrived today, on the day she was released': async ({ owner }, day) => {
    const rows = await owner
      .selectFrom('placement')
      .innerJoin('personCase', 'personCase.id', 'placement.caseId')
      .select(['placement.arrivedOn', 'personCase.releaseOn'])
      .execute()
    expect(rows).toEqual([{ arrivedOn: day, releaseOn: day }])
  },

  'assesses nobody on a day nobody works': async ({ owner }) => {
    const { rows } = await sql<{ day: string; time: string }>`
      select (assessment_at at time zone 'Europe/London')::date::text as day,
        to_char(assessment_at at time zone 'Europe/London', 'HH24:MI') as time
      from referral where assessment_at is not null`.execute(owner)
    expect(rows).toHaveLength(2)
    expect(rows.filter(({ day, time }) => !isOpen(day) || time !== '14:00')).toEqual([])
  },

  'has women-only supported housing in 4 of 12 authorities': async ({ app, owner }, day) => {
    const { rows } = await sql<{ authorities: number }>`
      select count(distinct a.authority_code)::int as authorities from service s
      join service_area a on a.service_id = s.id join service_policy p on p.service_id = s.id
      where s.kind = 'supported_housing' and p.criteria ->> 'sex' = 'women'`.execute(owner)
    expect(rows).toEqual([{ authorities: 4 }])
    const commissioner = accountViewer('commissioner@example.org')
    const supply = await supplyFor(app, commissioner, new Date(`${day}T09:00:00Z`))
    expect(supply.sentence).toContain('4 of 12 authorities have women-only supported housing.')
    expect(supply.rows).toHaveLength(12)
  },

  'has funding that ends within 90 and within 180 days': async ({ owner }, day) => {
    const { rows } = await sql<{ days: number }>`
      select funding_ends_on - ${day}::date as days from programme
      where funding_ends_on <= ${day}::date + 180 order by 1`.execute(owner)
    expect(rows.map(row => row.days)).toEqual([28, 45, 57, 64, 78, 85, 110, 118, 132, 145, 150, 165, 176])
  },

  'closes a referral whose reading ends 28 days from this very day': async ({ owner }, day) => {
    const { rows } = await sql<{ day: string }>`
      select distinct (p.until at time zone 'Europe/London')::date::text as day from referral_party p
      where p.until < 'infinity'`.execute(owner)
    expect(rows).toEqual([{ day: plus(day, 28) }])
  },
}

async function roomsFree({ owner }: TestDatabase, day: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select b.name from bedspace b join service s on s.id = b.service_id
    where s.name = 'Marlpit House' and not exists (
      select from bedspace_claim c where c.bedspace_id = b.id and c.active and c.during @> ${day}::date)
    order by b.position`.execute(owner)
  return rows.map(row => row.name)
}
