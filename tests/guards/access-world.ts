import { createKeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import { createJobQueue } from '@db/jobs'
import { addEntry } from '~/domain/action/write-entry.server'
import { closeCase } from '~/domain/casework/close-case.server'
import { insertCase } from '~/domain/case/record/insert-case.server'
import { findCaseFor } from '~/screens/case/facts.server'
import type { SignedInViewer } from '@db/viewer'
import { PersonFacts } from '~/domain/eligibility/facts'
import { nominate } from '~/domain/nomination/nominate.server'
import { signLink } from '~/domain/account/signed-link.server'
import { accountSecrets } from '~/config/account-secrets'
import { invite } from '~/domain/people/invite.server'
import { sendNobodyFits } from '~/domain/nobody-fits/send.server'
import { tellNote } from '~/domain/entry-note/tell-note.server'
import { submitReferral } from '~/domain/referral/submit/submit-referral.server'
import { addAccount } from '../factories/account'
import { addOrganisation } from '../factories/organisation'
import { addService } from '../factories/service'
import type { TestDatabase } from '../support/database'
import { withAppFactor } from '../support/sign-in'
import { TEST_MASTER_KEY } from '../support/server'

/** Everyone who asks, in the access table. Two prisons, two providers, and one of each other kind. */
export const MEMBERS = [
  'officer',
  'colleague',
  'otherOfficer',
  'worker',
  'manager',
  'otherProvider',
  'council',
  'commissioner',
  'editor',
  'administrator',
  'coordinator',
] as const

export type Member = (typeof MEMBERS)[number]
export type Asker = Member | 'signedOut'

/** A service that takes referrals, and what hangs on it. */
interface ReferredService {
  serviceId: string
  /** Its only bedspace, which has no name: the service keeps a count. */
  bedspaceId: string
  /** A new referral of the case to it. */
  referralId: string
}

/** The service is worker’s and manager’s. */
export interface AccessWorld extends ReferredService {
  members: Record<Member, SignedInViewer>
  emailOf: (member: Member) => string
  /** A case of the team of officer and colleague. */
  caseId: string
  /** Two more of that team: one with no referral, one that was closed. */
  idleCaseId: string
  closedCaseId: string
  /** The same for the council’s own service. */
  ofCouncil: ReferredService
  /** A programme of worker’s and manager’s, and a nomination of the case for it. */
  programmeId: string
  nominationId: string
  /** Another programme of theirs, and its only run. */
  runs: { serviceId: string; cohortId: string }
  /** What the officer told of worker’s and manager’s service. */
  noteId: string
  /** What an editor decided of that service. */
  reviewId: string
  /** An action of the register. */
  entryId: string
  /** The link of an invitation of somebody new to the provider. */
  invitationToken: string
  /** Somebody else of the officer’s team, who asks for nothing. */
  silentMembershipId: string
  /** The officer’s own second factor. */
  factorId: string
  /** A service shown to professionals only. */
  hiddenServiceId: string
  /** Its only room, which has a name. */
  roomId: string
  /** A void of it. */
  claimId: string
}

/** Lays out the organisations and people of the access table. */
export async function makeAccessWorld(database: TestDatabase): Promise<AccessWorld> {
  const { owner } = database
  const lowNewton = await addOrganisation(owner, { name: 'Prison one', prisonCode: 'LNI' })
  const durham = await addOrganisation(owner, { name: 'Prison two', prisonCode: 'DMI' })
  const provider = await addOrganisation(owner, { name: 'Provider one', kind: 'provider' })
  const otherProvider = await addOrganisation(owner, { name: 'Provider two', kind: 'provider' })
  const council = await addOrganisation(owner, { kind: 'council', authorityCode: 'E08000021' })
  const commissioner = await addOrganisation(owner, { kind: 'commissioner' })
  const region = await addOrganisation(owner, { kind: 'region' })
  const emailOf = (member: Member) => `${member.toLowerCase()}@access.example`
  const members = {
    officer: await addAccount(owner, lowNewton, 'officer', emailOf('officer')),
    colleague: await addAccount(owner, lowNewton, 'officer', emailOf('colleague')),
    otherOfficer: await addAccount(owner, durham, 'officer', emailOf('otherOfficer')),
    worker: await addAccount(owner, provider, 'provider_worker', emailOf('worker')),
    manager: await addAccount(owner, provider, 'provider_manager', emailOf('manager')),
    otherProvider: await addAccount(owner, otherProvider, 'provider_manager', emailOf('otherProvider')),
    council: await addAccount(owner, council, 'council_officer', emailOf('council')),
    commissioner: await addAccount(owner, commissioner, 'commissioner', emailOf('commissioner')),
    editor: await addAccount(owner, region, 'editor', emailOf('editor')),
    administrator: await addAccount(owner, region, 'administrator', emailOf('administrator')),
    coordinator: await addAccount(owner, region, 'coordinator', emailOf('coordinator')),
  }
  const hidden = { organisationId: provider, visibility: 'professionals', bedspaces: 1 }
  const { id: hiddenServiceId, bedspaceIds } = await addService(owner, hidden)
  const claimId = newId()
  const repair = { id: claimId, kind: 'void', voidReason: 'repair', during: '[2027-01-04,2027-01-09)' }
  await owner
    .insertInto('bedspaceClaim')
    .values({ ...repair, bedspaceId: bedspaceIds[0] ?? '' })
    .execute()
  const entryId = await addAction(database, members.commissioner)
  const caseId = await addCase(owner, members.officer)
  const idleCaseId = await addCase(owner, members.officer, { prisonNumber: 'Z5002AC', name: 'Idle Wren' })
  const closedCaseId = await addCase(owner, members.officer, { prisonNumber: 'Z5003AC', name: 'Gone Wren' })
  await close(database, members.officer, closedCaseId)
  await sendToCoordinator(database, members.officer, caseId)
  const { id: programmeId } = await addService(owner, {
    organisationId: provider,
    kind: 'parenting_programme',
    policy: {},
    programme: { deliveredIn: ['community'], prisonCodes: ['LNI'] },
  })
  const nominationId = await nominated(database, members.officer, { caseId, serviceId: programmeId })
  const runs = await programmeWithRun(database, provider)
  const ofProvider = await referredService(database, provider, members.officer, caseId)
  const ofCouncil = await referredService(database, council, members.officer, caseId)
  const invitationToken = await invited(database, members.manager)
  return {
    members,
    emailOf,
    caseId,
    idleCaseId,
    closedCaseId,
    ...ofProvider,
    ofCouncil,
    hiddenServiceId,
    roomId: bedspaceIds[0] ?? '',
    claimId,
    invitationToken,
    programmeId,
    nominationId,
    runs,
    noteId: await noted(database, members.officer, ofProvider.serviceId),
    reviewId: await reviewed(database, members.editor, ofProvider.serviceId),
    entryId,
    silentMembershipId: (await addAccount(owner, lowNewton, 'officer', 'silent@access.example')).membershipId,
    factorId: await withAppFactor(owner, members.officer.personId),
  }
}

async function invited({ app: db }: TestDatabase, manager: SignedInViewer): Promise<string> {
  const { organisationId } = manager
  const somebody = { email: 'new@access.example', organisationId, role: 'provider_worker' } as const
  const sent = await invite(domainOf(db), manager, somebody, { key: newId(), fingerprint: '' })
  if (!sent.ok) throw new Error(`The invitation of the access world was refused: ${sent.reason}`)
  return signLink(accountSecrets(TEST_MASTER_KEY).link, 'invitation', sent.invitationId)
}

async function referredService(
  database: TestDatabase,
  organisationId: string,
  officer: SignedInViewer,
  caseId: string,
): Promise<ReferredService> {
  const { owner } = database
  const { id: serviceId } = await addService(owner, { organisationId, policy: { curfew: 'yes' } })
  const bedspaceId = newId()
  await owner
    .insertInto('bedspace')
    .values({ id: bedspaceId, serviceId, name: 'Bedspace 1', named: false, type: 'shared' })
    .execute()
  return { serviceId, bedspaceId, referralId: await refer(database, officer, { caseId, serviceId }) }
}

async function refer(
  { app: db }: TestDatabase,
  officer: SignedInViewer,
  wanted: { caseId: string; serviceId: string },
): Promise<string> {
  const app = domainOf(db)
  const decision = { outcome: 'eligible', answers: [], missing: [] } as const
  const input = { ...wanted, agreed: true, agreedTier: 1, decision, justification: null } as const
  const made = await submitReferral(app, officer, input, { key: newId(), fingerprint: '' })
  if (!made.ok) throw new Error(`The referral of the access world was refused: ${made.reason}`)
  return made.referralId
}

async function close({ app: db }: TestDatabase, officer: SignedInViewer, caseId: string): Promise<void> {
  const found = await findCaseFor(domainOf(db), officer, caseId)
  const closing = { reason: 'transferred', note: null, notKnown: 'yes' } as const
  const request = { key: newId(), fingerprint: '' }
  const closed = await closeCase(
    domainOf(db),
    officer,
    { caseId, version: found?.version ?? 0 },
    closing,
    request,
  )
  if (!closed.ok) throw new Error(`The case of the access world was not closed: ${closed.reason}`)
}

async function addAction({ app: db }: TestDatabase, commissioner: SignedInViewer): Promise<string> {
  const action = { kind: 'action', subject: 'supply.couples', place: 'region', state: 'to_start' } as const
  const said = { words: 'Ask every provider', owner: 'The region', costPounds: 0, dueOn: '2027-01-31' }
  const entry = { ...action, ...said, nature: null, severity: null }
  const added = await addEntry(domainOf(db), commissioner, entry, { key: newId(), fingerprint: '' })
  if (!added.ok) throw new Error(`The action of the access world was refused: ${added.reason}`)
  return added.entryId
}

/** With the person's agreement: her coordinator reads the case of the table, and of the others none. */
async function sendToCoordinator(
  { app: db }: TestDatabase,
  officer: SignedInViewer,
  caseId: string,
): Promise<void> {
  const request = { key: newId(), fingerprint: '' }
  const sent = await sendNobodyFits(domainOf(db), officer, { caseId, agreed: 'yes' }, request)
  if (!sent.ok) throw new Error(`The case of the access world was not sent: ${sent.reason}`)
}

async function nominated(
  { app: db }: TestDatabase,
  officer: SignedInViewer,
  wanted: { caseId: string; serviceId: string },
): Promise<string> {
  const request = { key: newId(), fingerprint: '' }
  const made = await nominate(domainOf(db), officer, { ...wanted, cohortId: null, agreed: 'yes' }, request)
  if (!made.ok) throw new Error(`The nomination of the access world was refused: ${made.reason}`)
  return made.nominationId
}

async function noted({ app: db }: TestDatabase, officer: SignedInViewer, serviceId: string): Promise<string> {
  const request = { key: newId(), fingerprint: '' }
  const told = await tellNote(domainOf(db), officer, { serviceId, kind: 'contact', words: null }, request)
  if (!told.ok) throw new Error(`The note of the access world was refused: ${told.reason}`)
  return told.noteId
}

async function reviewed({ owner }: TestDatabase, editor: SignedInViewer, serviceId: string): Promise<string> {
  const decision = { decision: 'looked_at', words: 'Say who may come', checkedBefore: '2026-11-30' }
  const made = { id: newId(), serviceId, byPerson: editor.personId, happenedAt: new Date() }
  await owner
    .insertInto('entryReview')
    .values({ ...made, ...decision })
    .execute()
  return made.id
}

async function programmeWithRun(
  { owner }: TestDatabase,
  organisationId: string,
): Promise<AccessWorld['runs']> {
  const run = { startsOn: '2027-03-01', endsOn: '2027-04-02', lastReferralOn: '2027-02-26', capacity: 8 }
  const { id: serviceId } = await addService(owner, {
    ...{ organisationId, kind: 'parenting_programme', policy: {}, cohorts: [run] },
    programme: { deliveredIn: ['community'], prisonCodes: ['LNI'] },
  })
  const { id: cohortId } = await owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', serviceId)
    .executeTakeFirstOrThrow()
  return { serviceId, cohortId }
}

function domainOf(db: TestDatabase['app']) {
  return { db, jobs: createJobQueue(), keys: createKeyRing(TEST_MASTER_KEY), clock: () => new Date() }
}

/** A person of whom nothing is known but who she is. */
async function addCase(
  owner: TestDatabase['owner'],
  officer: SignedInViewer,
  who = { prisonNumber: 'Z5001AC', name: 'Access Wren' },
): Promise<string> {
  const id = newId()
  const columns = {
    organisationId: officer.organisationId,
    prisonCode: 'LNI',
    sex: 'woman',
    custodyStatus: 'sentenced',
    releaseOn: null,
    releaseConfidence: 'not_known',
    releaseType: null,
    homeAuthority: 'unknown',
    createdBy: officer.personId,
  } as const
  const identity = { ...who, dateOfBirth: '1990-06-15', crn: null }
  const made = { id, identity, columns, facts: PersonFacts.parse({}) }
  const keys = createKeyRing(TEST_MASTER_KEY)
  await owner.transaction().execute(trx => insertCase(trx, keys, made, new Date()))
  return id
}
