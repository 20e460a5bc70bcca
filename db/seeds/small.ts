import type { Kysely } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { Role, SignedInViewer } from '@db/viewer'
import { hashPassword } from '~/domain/account/hash-password.server'
import { type SeededAccount, insertAccounts, viewerFor } from './insert-accounts'
import { seedId } from './seed-id'
import { insertSmallCases, SMALL_CASES } from './small-cases'
import { CANARY, insertSmallServices, SMALL_SERVICES, smallBedspaces } from './small-services'

/** The password of every account of the small world. */
const SMALL_WORLD_PASSWORD = 'a password for tests alone'

const SMALL_ORGANISATIONS = {
  lowNewton: seedId('small organisation:Low Newton'),
  durham: seedId('small organisation:Durham'),
  firstProvider: seedId('small organisation:first provider'),
  secondProvider: seedId('small organisation:second provider'),
  council: seedId('small organisation:council'),
  commissioner: seedId('small organisation:commissioner'),
  region: seedId('small organisation:region'),
} as const

const ACCOUNTS = {
  lowNewtonOfficer: account('officer.lownewton', 'lowNewton', 'officer'),
  lowNewtonColleague: account('colleague.lownewton', 'lowNewton', 'officer'),
  durhamOfficer: account('officer.durham', 'durham', 'officer'),
  firstWorker: account('worker.first', 'firstProvider', 'provider_worker'),
  firstManager: account('manager.first', 'firstProvider', 'provider_manager'),
  secondWorker: account('worker.second', 'secondProvider', 'provider_worker'),
  secondManager: account('manager.second', 'secondProvider', 'provider_manager'),
  councilOfficer: account('officer.council', 'council', 'council_officer'),
  commissioner: account('commissioner', 'commissioner', 'commissioner'),
  editor: account('editor', 'region', 'editor'),
  administrator: account('administrator', 'region', 'administrator'),
  coordinator: account('coordinator', 'region', 'coordinator'),
}

export type SmallPerson = keyof typeof ACCOUNTS

/** Two prisons, two providers and everybody else who may look, four services, two cases; what tests start from. */
export interface SmallWorld {
  password: string
  organisations: typeof SMALL_ORGANISATIONS
  viewers: Record<SmallPerson, SignedInViewer>
  emails: Record<SmallPerson, string>
  /** Larch House (women only) and Larch Refuge are the first provider's; Rowan Hostel and Rowan Flats the second's. */
  services: typeof SMALL_SERVICES
  bedspaces: Record<keyof typeof SMALL_SERVICES, string[]>
  /** A woman at Low Newton and a man at Durham, both out in 35 days, of whom no risk is recorded. */
  cases: typeof SMALL_CASES
  /** Where the refuge is: nothing of it may reach anybody outside its provider. */
  canary: typeof CANARY
}

/**
 * Fills an empty, migrated database with the small world, dated from `now`. The ids are the same every time.
 * @param owner throughgate_owner
 */
export async function seedSmallWorld(owner: Kysely<DB>, keys: KeyRing, now: Date): Promise<SmallWorld> {
  await owner.insertInto('organisation').values(organisationRows()).execute()
  await insertAccounts(owner, Object.values(ACCOUNTS), await hashPassword(SMALL_WORLD_PASSWORD), now)
  const { firstProvider: first, secondProvider: second } = SMALL_ORGANISATIONS
  await insertSmallServices(owner, { first, second }, now)
  const viewers = eachPerson(viewerFor)
  await insertSmallCases(
    owner,
    keys,
    { lowNewton: viewers.lowNewtonOfficer, durham: viewers.durhamOfficer },
    now,
  )
  return {
    password: SMALL_WORLD_PASSWORD,
    organisations: SMALL_ORGANISATIONS,
    viewers,
    emails: eachPerson(({ email }) => email),
    services: SMALL_SERVICES,
    bedspaces: {
      womensHouse: smallBedspaces('womensHouse'),
      refuge: smallBedspaces('refuge'),
      hostel: smallBedspaces('hostel'),
      flats: smallBedspaces('flats'),
    },
    cases: SMALL_CASES,
    canary: CANARY,
  }
}

function organisationRows() {
  const { lowNewton, durham, firstProvider, secondProvider, council, commissioner, region } =
    SMALL_ORGANISATIONS
  return [
    {
      id: lowNewton,
      name: 'HMP & YOI Low Newton',
      kind: 'prison',
      prisonCode: 'LNI',
      authorityCode: 'E06000047',
    },
    { id: durham, name: 'HMP & YOI Durham', kind: 'prison', prisonCode: 'DMI', authorityCode: 'E06000047' },
    { id: firstProvider, name: 'Larch Women (fictional)', kind: 'provider' },
    { id: secondProvider, name: 'Rowan Homes (fictional)', kind: 'provider' },
    { id: council, name: 'Newcastle upon Tyne housing options', kind: 'council', authorityCode: 'E08000021' },
    { id: commissioner, name: 'North East commissioners', kind: 'commissioner' },
    { id: region, name: 'Throughgate regional team', kind: 'region' },
  ]
}

function account(mailbox: string, organisation: keyof typeof SMALL_ORGANISATIONS, role: Role): SeededAccount {
  const email = `${mailbox}@small.example.org`
  return { email, name: `Test ${mailbox}`, organisationId: SMALL_ORGANISATIONS[organisation], role }
}

function eachPerson<Value>(make: (account: SeededAccount) => Value): Record<SmallPerson, Value> {
  return {
    lowNewtonOfficer: make(ACCOUNTS.lowNewtonOfficer),
    lowNewtonColleague: make(ACCOUNTS.lowNewtonColleague),
    durhamOfficer: make(ACCOUNTS.durhamOfficer),
    firstWorker: make(ACCOUNTS.firstWorker),
    firstManager: make(ACCOUNTS.firstManager),
    secondWorker: make(ACCOUNTS.secondWorker),
    secondManager: make(ACCOUNTS.secondManager),
    councilOfficer: make(ACCOUNTS.councilOfficer),
    commissioner: make(ACCOUNTS.commissioner),
    editor: make(ACCOUNTS.editor),
    administrator: make(ACCOUNTS.administrator),
    coordinator: make(ACCOUNTS.coordinator),
  }
}
