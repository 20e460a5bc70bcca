import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { addAccount } from '@tests/factories/account'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { silentServices } from './silent-services.server'

const NOW = new Date('2027-02-01T10:00:00Z')
const TODAY = { confirmedAt: NOW, verifiedAt: NOW, policy: {}, bedspaces: 1 }

let database: TestDatabase
let administrator: SignedInViewer
let provider: string

beforeAll(async () => {
  database = await createTestDatabase()
  administrator = await addAccount(
    database.owner,
    await addOrganisation(database.owner, { kind: 'region' }),
    'administrator',
    'a@silent.example',
  )
  provider = await addOrganisation(database.owner, { kind: 'provider', phone: '0191 498 0001' })
  const add = (name: string, more: object) =>
    addService(database.owner, { ...TODAY, organisationId: provider, name, ...more })
  await add('Confirmed', {})
  await add('Check first', { confirmedAt: new Date('2027-01-20T10:00:00Z') })
  await add('Not confirmed', { confirmedAt: new Date('2027-01-18T09:59:00Z') })
  await add('Never confirmed', { confirmedAt: undefined, verifiedAt: undefined, policy: undefined })
  await add('Policy of 90 days', { verifiedAt: new Date('2026-11-03T10:00:00Z') })
  await add('Policy too old', { verifiedAt: new Date('2026-11-03T09:59:00Z') })
  await add('No beds', { confirmedAt: undefined, bedspaces: 0 })
  await add('Closed', { confirmedAt: undefined, archivedAt: NOW })
  await add('Paused', { confirmedAt: undefined, pausedAt: NOW, pausedReason: 'full' })
  await add('Waiting for an editor', { confirmedAt: undefined, approvedAt: null })
  await add('Referred elsewhere', { confirmedAt: undefined, referralRoute: 'elsewhere' })
})
afterAll(() => database.drop())

describe('silent services', () => {
  it('are those open to referrals that nobody confirms or verifies any more, silent longest first', async () => {
    const silent = await silentServices(database.app, administrator, NOW)
    expect(
      silent.map(({ name, vacancies, isPolicyVerified }) => [name, vacancies, isPolicyVerified]),
    ).toEqual([
      ['Never confirmed', 'not_confirmed', false],
      ['Not confirmed', 'not_confirmed', true],
      ['Policy too old', 'confirmed', false],
    ])
  })

  it('say whom to ring: the service, else its organisation', async () => {
    const [first] = await silentServices(database.app, administrator, NOW)
    expect(first?.phone).toBe('0191 498 0001')
  })
})
