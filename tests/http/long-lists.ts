import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import type { SmallPerson } from '@db/seeds/small'
import { PersonFacts } from '~/domain/eligibility/facts'
import { messagesTo } from '~/domain/notification/message-queries.server'
import { insertCase } from '~/domain/case/record/insert-case.server'
import { addInvitation, addMember, addOrganisation } from '../factories/organisation'
import { addService } from '../factories/service'
import { ACCESS } from '../guards/access-table/access-table'
import { TEST_MASTER_KEY } from '../support/server'
import { type OfficerStage, openOfficerStage } from './officer-stage'

const NOW = new Date('2027-02-01T10:00:00Z')
const A_CASE = /href="\/cases\/([0-9a-f-]{36})"/g
const A_REFERRAL = /href="\/referrals\/([0-9a-f-]{36})"/g
const AN_ENTRY = /href="\/our-services\/([0-9a-f-]{36})"/g
const AN_ORGANISATION = /href="\/organisations\/([0-9a-f-]{36})"/g
const A_PERSON = /href="\/people\/([0-9a-f-]{36})"/g
const AN_INVITATION = /name="invitationId" value="([0-9a-f-]{36})"/g
const A_SERVICE = /href="\/services\/([0-9a-f-]{36})/g

interface List {
  address: string
  by: SmallPerson
  /** What a line leads to. */
  line: RegExp
  /** How many lines the world holds for whoever looks, small world included. */
  holds: 'many' | 'withCase' | 'withServices' | 'withOrganisations' | 'withPeople'
}

/** How many of each kind there are, and what the pages of them hold. */
export interface LongLists {
  many: number
  /** Of what the small world holds besides: one open case and four services. */
  withCase: number
  withServices: number
  /** Of the small world’s, which has seven organisations and twelve people. */
  withOrganisations: number
  withPeople: number
  /** The messages of one person, page by page. */
  messages: readonly number[]
  /** What today’s page leaves to the list. */
  more: number
}

const LISTS: readonly List[] = [
  { address: '/cases', by: 'lowNewtonOfficer', line: A_CASE, holds: 'withCase' },
  { address: '/cases?state=closed', by: 'lowNewtonOfficer', line: A_CASE, holds: 'many' },
  { address: '/referrals', by: 'lowNewtonOfficer', line: A_REFERRAL, holds: 'many' },
  { address: '/referrals?state=here', by: 'lowNewtonOfficer', line: A_REFERRAL, holds: 'many' },
  { address: '/referrals?state=ended', by: 'lowNewtonOfficer', line: A_REFERRAL, holds: 'many' },
  { address: '/inbox', by: 'firstWorker', line: A_REFERRAL, holds: 'many' },
  { address: '/inbox?state=here', by: 'firstWorker', line: A_REFERRAL, holds: 'many' },
  { address: '/inbox?state=ended', by: 'firstWorker', line: A_REFERRAL, holds: 'many' },
  { address: '/services', by: 'lowNewtonOfficer', line: A_SERVICE, holds: 'withServices' },
  { address: '/our-services', by: 'editor', line: AN_ENTRY, holds: 'withServices' },
  { address: '/our-services?q=Marten', by: 'administrator', line: AN_ENTRY, holds: 'many' },
  { address: '/organisations', by: 'editor', line: AN_ORGANISATION, holds: 'withOrganisations' },
  { address: '/organisations?q=marten', by: 'editor', line: AN_ORGANISATION, holds: 'many' },
  { address: '/people', by: 'administrator', line: A_PERSON, holds: 'withPeople' },
  { address: '/people?state=invited', by: 'administrator', line: AN_INVITATION, holds: 'many' },
  { address: '/people?state=invited&q=MARTEN', by: 'administrator', line: AN_INVITATION, holds: 'many' },
  { address: '/people?q=MARTEN', by: 'administrator', line: A_PERSON, holds: 'many' },
]

/** Addresses without a record of their own that list nothing which grows, or bound it with words; each says why. */
const NOT_LONG: Readonly<Record<string, string>> = {
  '/sign-in': 'a form',
  '/services/suggest': 'the first few names',
  '/supply': 'twelve authorities',
  '/supply.csv': 'twelve authorities',
  '/unmet-need': 'a closed list of tables',
  '/unmet-need/methods': 'words',
  '/supply/E08000021/refuge': 'the housing of one authority',
  '/unmet-need/authorities/E08000024': 'a closed list of tables',
  '/pathways': 'nine pathways by twelve authorities or seven prisons',
  '/pathways.csv': 'the same as a file',
  '/families': 'the programmes of seven prisons, whole for a print',
  '/families.csv': 'the same as a file',
  '/actions': 'what is open of one region’s register, whole for a meeting',
  '/actions.csv': 'the same as a file',
  '/actions/new': 'a form',
  '/cases/release-list': 'a form, and what a file would change, at most 1,000 lines',
  '/cases/release-list/sample.csv': 'four lines',
  '/unmet-need/traffic-light': 'sixteen indicators',
  '/unmet-need/thresholds/m3': 'the thresholds of one indicator: one a year or fewer',
  '/unmet-need/thresholds/m1': 'the same, of one that has none',
  '/nominations': 'those who were nominated to one provider’s programmes, by run',
  '/queue': 'those who wait: each must be seen, and none on a second page; those who left it in pages of 50',
  '/account': 'one’s own',
  '/account/cover': 'one’s own, past ones with those to come',
  '/account/password': 'a form',
  '/account/second-factor': 'one’s own factors',
  '/account/second-factor/app': 'a form',
  '/account/second-factor/key': 'a form',
  '/account/second-factor/recovery-codes': 'ten codes',
  '/account/sessions': 'where one person is signed in',
  '/reset-password': 'a form',
  '/administration': 'a count of each kind',
  '/administration/audit': 'pages of 50, walked in its own test',
  '/administration/audit.csv': 'the latest 10,000, and says so',
  '/administration/person': 'the cases of one person',
  '/administration/settings': 'a closed list',
  '/administration/settings/limit_submitted': 'the rows of one limit: few a year',
  '/administration/silent': 'those that stay silent, each of which must be rung',
  '/approvals': 'what waits for an editor: each must be seen',
  '/cases/find': 'the answer to a form, at most a screenful',
  '/exports/policies.csv': 'one organisation’s as a file',
  '/exports/rooms.csv': 'the same',
  '/imports': 'three kinds of file',
  '/imports/policies': 'a form',
  '/imports/policies/template.csv': 'one line',
  '/imports/rooms': 'a form',
  '/imports/services': 'a form',
  '/occupancy': 'the bedspaces of one provider',
  '/organisations/apply': 'a form',
  '/organisations/new': 'a form',
  '/our-services/new': 'a form',
  '/account/email': 'a form',
  '/council': 'pages of 50, asked of its query',
  '/people/invite': 'a form',
  '/about': 'words',
  '/family': 'words',
  '/helplines': 'seven numbers',
  '/professionals': 'words',
  '/services/count': 'one number',
  '/services/pins': 'all of them, for the map',
  '/api/v1/services': 'the page of the directory, for a program',
  '/api/v1/openapi.json': 'words',
  '/accessibility-statement': 'words',
  '/privacy': 'words',
  '/cases/new': 'a form',
  '/messages': 'asked of the query below: only the demonstration has the page',
  '/today': 'the first 50 of each, and how many more: below',
  '/vacancies': 'the bedspaces of one provider, which no act can do without',
}

/** Walks every list of the service over more than a page of each kind. */
export function walkLongLists({ many, messages: perPage, more, ...counts }: LongLists): void {
  let stage: OfficerStage
  const cookies = new Map<SmallPerson, string>()
  beforeAll(async () => {
    stage = await openOfficerStage()
    await fill(stage, many)
    for (const person of ['lowNewtonOfficer', 'firstWorker', 'editor', 'administrator'] as const)
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

  describe(`a list of more than ${many}`, () => {
    it.each(LISTS)('$address is paged, with every line on one page and none cut', async list => {
      const pages = await walk(stage, list, cookies.get(list.by))
      const lines = pages.flat()
      const holds = { many, ...counts }[list.holds]
      expect(new Set(lines).size).toBe(holds)
      expect(lines).toHaveLength(holds)
      expect(Math.max(...pages.map(page => page.length))).toBeLessThanOrEqual(50)
    })

    it('gives every message of one person in pages', async () => {
      const viewer = stage.world.viewers.firstWorker
      const read = (page: number) =>
        messagesTo(
          stage.database.app,
          viewer,
          { publicOrigin: 'http://localhost:3000', linkKey: Buffer.alloc(32) },
          page,
        )
      const pages = await Promise.all(perPage.map((_, index) => read(index + 1)))
      expect(pages.map(({ messages }) => messages.length)).toEqual(perPage)
      expect(new Set(pages.flatMap(({ messages }) => messages.map(({ id }) => id))).size).toBe(many)
    })

    it('says on today’s page how many more there are', async () => {
      const { body } = await stage.get('/today', cookies.get('firstWorker'))
      expect(idsIn(body, A_REFERRAL)).toHaveLength(50)
      expect(body).toContain(`${more} more in your referrals`)
    })

    it('has what is new on the first page, though as many arrived before it', async () => {
      const { body } = await stage.get('/inbox', cookies.get('firstWorker'))
      expect(body).toMatch(new RegExp(`New <span[^>]*>${many}</span>`))
      expect(body).toContain(`Showing 1 to 50 of ${many}.`)
      expect(body).not.toContain('Here now <span')
    })
  })
}

/** The lines of each page, from the first through every "next". */
async function walk(
  stage: OfficerStage,
  { address, line }: List,
  cookie: string | undefined,
): Promise<string[][]> {
  const pages: string[][] = []
  for (let next: string | undefined = address; next !== undefined && pages.length < 50;) {
    const { status, body } = await stage.get(next, cookie)
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

async function fill(stage: OfficerStage, many: number): Promise<void> {
  const { world, database } = stage
  await cases(world, database, 'closed', many)
  const open = await cases(world, database, 'open', many)
  await referrals(stage, 'womensHouse', open, 'submitted')
  await referrals(stage, 'refuge', open, 'arrived')
  await referrals(stage, 'womensHouse', open, 'declined')
  for (let count = 0; count < many; count += 1) {
    const kept = { kind: 'provider', name: `Marten ${count}` } as const
    const organisationId = await addOrganisation(database.owner, kept)
    await addMember(database.owner, organisationId, 'provider_manager')
    await addInvitation(database.owner, organisationId, `invited.${count}@marten.example`, NOW)
    await addService(database.owner, { organisationId, policy: {}, bedspaces: 0 })
  }
  await stage.reindex()
}

type World = OfficerStage['world']
type Database = OfficerStage['database']

async function cases(
  world: World,
  { owner }: Database,
  standing: 'open' | 'closed',
  many: number,
): Promise<string[]> {
  const { organisationId, personId: createdBy } = world.viewers.lowNewtonOfficer
  const keys = createKeyRing(TEST_MASTER_KEY)
  const ids = Array.from({ length: many }, newId)
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
