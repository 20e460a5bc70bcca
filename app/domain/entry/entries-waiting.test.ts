import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { entriesWaiting } from './entries-waiting.server'

const NOW = new Date('2027-02-01T09:00:00Z')

let database: TestDatabase
let provider: string
let worker: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  provider = await addOrganisation(database.owner, { kind: 'provider' })
  worker = await addMember(database.owner, provider, 'provider_worker')
})
afterAll(() => database.drop())

async function entry(name: string, set: object, organisationId = provider): Promise<string> {
  const { id } = await addService(database.owner, { organisationId, name })
  await database.owner.updateTable('service').set(set).where('id', '=', id).execute()
  return id
}

it('is nothing to whoever has no entry, or closed ones alone', async () => {
  const none = { hasAny: false, drafts: [], paused: [] }
  expect(await entriesWaiting({ db: database.app }, worker)).toEqual(none)
  await entry('Closed House', { archivedAt: NOW })
  expect(await entriesWaiting({ db: database.app }, worker)).toEqual(none)
})

it('is what was begun or came back, and what is paused, of one’s own alone', async () => {
  const other = await addOrganisation(database.owner, { kind: 'provider' })
  await entry('Another’s draft', { approvedAt: null }, other)
  await entry('Open House', { pausedAt: null })
  await entry('Waiting House', { approvedAt: null, submittedAt: NOW })
  const draft = await entry('Draft House', { approvedAt: null })
  const back = await entry('Returned House', { approvedAt: null })
  const editor = await addMember(
    database.owner,
    await addOrganisation(database.owner, { kind: 'region' }),
    'editor',
  )
  const review = { serviceId: back, decision: 'sent_back', words: 'Say the rent', through: 0 }
  await database.owner
    .insertInto('entryReview')
    .values({ id: newId(), ...review, byPerson: editor.personId, happenedAt: NOW })
    .execute()
  const pause = { pausedAt: NOW, pausedReason: 'full', pausedUntil: '2027-03-01' }
  const paused = await entry('Paused House', pause)
  expect(await entriesWaiting({ db: database.app }, worker)).toEqual({
    hasAny: true,
    drafts: [
      { id: draft, name: 'Draft House', isSentBack: false },
      { id: back, name: 'Returned House', isSentBack: true },
    ],
    paused: [{ id: paused, name: 'Paused House', words: 'Paused: full, until about 1 March 2027' }],
  })
})
