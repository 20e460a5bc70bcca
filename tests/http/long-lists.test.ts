import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import type { SmallPerson } from '@db/seeds/small'
import { PersonFacts } from '~/domain/eligibility/facts'
import { messagesTo } from '~/domain/notification/message-queries.server'
import { insertCase } from '~/domain/person-case/insert-case.server'
import { addService } from '../factories/service'
import { ACCESS } from '../guards/access-table'
import { TEST_MASTER_KEY } from '../support/server'
import { type OfficerStage, openOfficerStage } from './officer-stage'

const MANY = 210
const NOW = new Date('2027-02-01T10:00:00Z')
const A_CASE = /href="\/cases\/([0-9a-f-]{36})"/g
const A_REFERRAL = /href="\/referrals\/([0-9a-f-]{36})"/g
const A_SERVICE = /href="\/services\/([0-9a-f-]{36})/g

interface List {
  address: string
  by: SmallPerson
  /** What a line leads to. */
  line: RegExp
  /** How many lines the world holds for whoever looks, small world included. */
  holds: number
}

/** 210 open cases and the one of the small world; 210 referrals of each kind; 210 services and the four of the small world. */
const LISTS: readonly List[] = [
  { address: '/cases', by: 'lowNewtonOfficer', line: A_CASE, holds: 211 },
  { address: '/cases?state=closed', by: 'lowNewtonOfficer', line: A_CASE, holds: 210 },
  { address: '/referrals', by: 'lowNewtonOfficer', line: A_REFERRAL, holds: 210 },
  { address: '/referrals?state=here', by: 'lowNewtonOfficer', line: A_REFERRAL, holds: 210 },
  { address: '/referrals?state=ended', by: 'lowNewtonOfficer', line: A_REFERRAL, holds: 210 },
  { address: '/inbox', by: 'firstWorker', line: A_REFERRAL, holds: 210 },
  { address: '/inbox?state=here', by: 'firstWorker', line: A_REFERRAL, holds: 210 },
  { address: '/inbox?state=ended', by: 'firstWorker', line: A_REFERRAL, holds: 210 },
  { address: '/services', by: 'lowNewtonOfficer', line: A_SERVICE, holds: 214 },
]

/** Addresses without a record of their own that list nothing which grows, or bound it with words; each says why. */
const NOT_LONG: Readonly<Record<string, string>> = {
  '/sign-in': 'a form',
  '/services/suggest': 'the first few names',
  '/supply': 'twelve authorities',
  '/supply.csv': 'twelve authorities',
  '/about': 'words',
  '/accessibility-statement': 'words',
  '/privacy': 'words',
  '/cases/new': 'a form',
  '/messages': 'asked of the query below: only the demonstration has the page',
  '/today': 'the first 50 of each, and how many more: below',
  '/vacancies': 'the bedspaces of one provider, which no act can do without',
}

let stage: OfficerStage
const cookies = new Map<SmallPerson, string>()
beforeAll(async () => {
  stage = await openOfficerStage()
  await fill(stage)
  for (const person of ['lowNewtonOfficer', 'firstWorker'] as const)
    cookies.set(person, await stage.signInAs(person))
}, 300_000)
afterAll(() => stage?.close())

it('knows every address that lists something', () => {
  const addresses = Object.values(ACCESS)
    .flat()
    .filter(({ get }) => Object.values(get).includes('page'))
    .flatMap(({ address }) => withoutRecord(address) ?? [])
  const known = [...LISTS.map(({ address }) => address.split('?')[0]), ...Object.keys(NOT_LONG)]
  expect(addresses.filter(address => !known.includes(address))).toEqual([])
})

describe('a list of more than 200', () => {
  it.each(LISTS)('$address is paged, with every line on one page and none cut', async list => {
    const pages = await walk(list)
    const lines = pages.flat()
    expect(new Set(lines).size).toBe(list.holds)
    expect(lines).toHaveLength(list.holds)
    expect(Math.max(...pages.map(page => page.length))).toBeLessThanOrEqual(50)
  })

  it('gives every message of one person in pages', async () => {
    const viewer = stage.world.viewers.firstWorker
    const read = (page: number) => messagesTo(stage.database.app, viewer, 'http://localhost:3000', page)
    const pages = await Promise.all([1, 2, 3, 4, 5].map(read))
    expect(pages.map(({ messages }) => messages.length)).toEqual([50, 50, 50, 50, 10])
    expect(new Set(pages.flatMap(({ messages }) => messages.map(({ id }) => id))).size).toBe(210)
  })

  it('says on today’s page how many more there are', async () => {
    const { body } = await stage.get('/today', cookies.get('firstWorker'))
    expect(idsIn(body, A_REFERRAL)).toHaveLength(50)
    expect(body).toContain('160 more in your referrals')
  })

  it('has what is new on the first page, though 210 arrived before it', async () => {
    const { body } = await stage.get('/inbox', cookies.get('firstWorker'))
    expect(body).toMatch(/New <span[^>]*>210<\/span>/)
    expect(body).toContain('Showing 1 to 50 of 210.')
    expect(body).not.toContain('Here now <span')
  })
})

/** The lines of each page, from the first through every "next". */
async function walk({ address, by, line }: List): Promise<string[][]> {
  const pages: string[][] = []
  for (let next: string | undefined = address; next !== undefined && pages.length < 50;) {
    const { status, body } = await stage.get(next, cookies.get(by))
    expect(status).toBe(200)
    pages.push(idsIn(body, line))
    next = /<a[^>]*href="([^"]*)"[^>]*rel="next"|<a[^>]*rel="next"[^>]*href="([^"]*)"/
      .exec(body)
      ?.slice(1)
      .find(Boolean)
      ?.replaceAll('&amp;', '&')
  }
  return pages
}

function idsIn(body: string, line: RegExp): string[] {
  return [...new Set([...body.matchAll(line)].map(([, id]) => id ?? ''))]
}

/** A record of any kind, with whatever it holds. */
const NAMED: unknown = new Proxy(() => NAMED, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => ':id' : NAMED),
})

/** The path of an address that needs no record, or null. */
function withoutRecord(address: (world: never) => string): string | null {
  const named = new Proxy({}, { get: () => NAMED }) as never
  const path = address(named).split('?')[0] ?? ''
  return path.includes(':id') || /[0-9a-f]{8}-/.test(path) || path === '/' ? null : path
}

async function fill({ world, database }: OfficerStage): Promise<void> {
  const { owner } = database
  await cases(world, database, 'closed')
  const open = await cases(world, database, 'open')
  await referrals(stage, 'womensHouse', open, 'submitted')
  await referrals(stage, 'refuge', open, 'arrived')
  await referrals(stage, 'womensHouse', open, 'declined')
  const { organisationId } = world.viewers.secondWorker
  for (let count = 0; count < MANY; count += 1)
    await addService(owner, { organisationId, policy: {}, bedspaces: 0 })
  await stage.reindex()
}

type World = OfficerStage['world']
type Database = OfficerStage['database']

async function cases(world: World, { owner }: Database, standing: 'open' | 'closed'): Promise<string[]> {
  const { organisationId, personId: createdBy } = world.viewers.lowNewtonOfficer
  const keys = createKeyRing(TEST_MASTER_KEY)
  const ids = Array.from({ length: MANY }, newId)
  await owner.transaction().execute(async trx => {
    for (const [index, id] of ids.entries())
      await insertCase(
        trx,
        keys,
        {
          id,
          identity: {
            prisonNumber: `T${String(index).padStart(4, '0')}QA`,
            name: 'Wren Siskin',
            dateOfBirth: '1991-02-03',
            crn: null,
          },
          columns: {
            organisationId,
            prisonCode: 'LNI',
            sex: 'woman',
            custodyStatus: 'sentenced',
            releaseOn: '2027-03-08',
            releaseConfidence: 'firm',
            releaseType: 'automatic',
            homeAuthority: 'E08000021',
            createdBy,
          },
          facts: PersonFacts.parse({}),
        },
        NOW,
      )
  })
  if (standing === 'closed') {
    await owner.updateTable('personCase').set({ closedAt: NOW }).where('id', 'in', ids).execute()
    await owner.updateTable('caseIdentity').set({ open: false }).where('caseId', 'in', ids).execute()
    const closing = { reason: 'housed', closedBy: createdBy, closedAt: NOW }
    const rows = ids.map(caseId => ({ id: newId(), caseId, ...closing }))
    await owner.insertInto('caseClosing').values(rows).execute()
  }
  return ids
}

async function referrals(
  { world, database: { owner } }: OfficerStage,
  service: 'womensHouse' | 'refuge',
  caseIds: string[],
  state: string,
): Promise<void> {
  const { lowNewtonOfficer: officer, firstWorker } = world.viewers
  const sent = caseIds.map((caseId, index) => ({ id: newId(), caseId, reference: `R-${state}-${index}` }))
  const isEnded = state === 'declined'
  await owner.transaction().execute(async trx => {
    await trx
      .insertInto('referralParty')
      .values(
        sent.flatMap(({ id: referralId, caseId }) => [
          { referralId, caseId, organisationId: officer.organisationId, side: 'referrer' },
          { referralId, caseId, organisationId: firstWorker.organisationId, side: 'provider' },
        ]),
      )
      .execute()
    await trx
      .insertInto('referral')
      .values(
        sent.map(row => ({
          ...row,
          serviceId: world.services[service],
          referrerOrganisationId: officer.organisationId,
          providerOrganisationId: firstWorker.organisationId,
          state,
          createdBy: officer.personId,
          createdAt: NOW,
          submittedAt: NOW,
          stateChangedAt: NOW,
          // Those who arrived are due long before those who are new: they may not stand first for it.
          dueAt: state === 'arrived' ? new Date('2026-12-01T17:00:00Z') : new Date('2027-02-02T17:00:00Z'),
          closedAt: isEnded ? NOW : null,
          eligibilityOutcome: 'eligible',
          agreedTier: 1,
        })),
      )
      .execute()
    if (state !== 'submitted') return
    await trx
      .insertInto('message')
      .values(
        sent.map(({ id: referralId }) => ({
          id: newId(),
          personId: firstWorker.personId,
          template: 'referral_submitted',
          referralId,
          createdAt: NOW,
        })),
      )
      .execute()
  })
}
