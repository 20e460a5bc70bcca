import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import { addOrganisation } from '@tests/factories/organisation'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { TEST_MASTER_KEY } from '@tests/support/server'
import { type AuditAsked, auditedPeople, auditForFile, readAudit } from './read-audit.server'
import { recordAudit } from './record-audit.server'

const ALL: AuditAsked = { reference: null, personId: null, kind: null, from: null, until: null }

let database: TestDatabase
let world: SmallWorld
let officer: SignedInViewer
let administrator: SignedInViewer
let editor: SignedInViewer
let caseId: string
let reference: string

beforeAll(async () => {
  database = await createTestDatabase()
  const { owner } = database
  world = await seedSmallWorld(owner, createKeyRing(TEST_MASTER_KEY), new Date('2027-02-01T10:00:00Z'))
  const region = await addOrganisation(owner, { kind: 'region' })
  administrator = await addAccount(owner, region, 'administrator', 'a@audit.example')
  editor = await addAccount(owner, region, 'editor', 'e@audit.example')
  officer = world.viewers.lowNewtonOfficer
  const found = await owner
    .selectFrom('personCase')
    .select(['id', 'reference'])
    .where('organisationId', '=', officer.organisationId)
    .executeTakeFirstOrThrow()
  caseId = found.id
  reference = found.reference
  await owner.deleteFrom('auditEntry').execute()
  await act(officer, 'case.read', caseId, '2027-01-31T23:59:00Z')
  await act(world.viewers.durhamOfficer, 'case.search', null, '2027-02-01T00:01:00Z')
})
afterAll(() => database.drop())

async function act(viewer: SignedInViewer, action: string, subjectId: string | null, at: string) {
  await asViewer(database.app, viewer, trx =>
    recordAudit(trx, viewer, { action, subjectKind: 'case', subjectId }),
  )
  await sql`update audit_entry set happened_at = ${at} where action = ${action}`.execute(database.owner)
}

const actions = async (asked: Partial<AuditAsked>, viewer = administrator) =>
  (await readAudit(database.app, viewer, { ...ALL, ...asked }, 1)).lines.map(line => line.action)

describe('the audit, read', () => {
  it('says who read this person, by the reference of the case, however it is written', async () => {
    const { lines } = await readAudit(
      database.app,
      administrator,
      { ...ALL, reference: ` ${reference.toLowerCase()} ` },
      1,
    )
    expect(lines).toMatchObject([
      { action: 'case.read', subjectName: reference, personId: officer.personId, role: 'officer' },
    ])
  })

  it('says what this person read, of what kind, and on which days of London', async () => {
    expect(await actions({ personId: officer.personId })).toEqual(['case.read'])
    expect(await actions({ kind: 'reads' })).toEqual(['case.read'])
    expect(await actions({ kind: 'referral' })).toEqual([])
    expect(await actions({ from: '2027-01-31', until: '2027-01-31' })).toEqual(['case.read'])
    expect(await actions({ from: '2027-02-01', until: '2027-02-01' })).toEqual(['case.search'])
  })

  it('writes down that it was read, and whose acts were asked for', async () => {
    await actions({ personId: officer.personId }, editor)
    const { rows } = await sql`
      select person_id, subject_id from audit_entry where action = 'audit.read' and person_id = ${editor.personId}`.execute(
      database.owner,
    )
    expect(rows).toEqual([{ personId: editor.personId, subjectId: officer.personId }])
  })

  it('comes as a file, whole', async () => {
    const { lines, isCut } = await auditForFile(database.app, administrator, { ...ALL, kind: 'case' })
    expect([lines.map(line => line.action), isCut]).toEqual([['case.search', 'case.read'], false])
  })

  it('answers nobody else, neither the lines nor the names to choose from', async () => {
    for (const viewer of [officer, world.viewers.firstManager, world.viewers.councilOfficer]) {
      expect(await actions({ kind: 'case' }, viewer)).toEqual([])
      expect(await actions({ reference }, viewer)).toEqual([])
      expect(await auditedPeople(database.app, viewer)).toEqual([])
    }
  })
})
