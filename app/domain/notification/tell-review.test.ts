import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asWorker } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import { domainContext } from '@tests/factories/domain-context'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { reviewEntry } from '../entry/review-entry.server'
import { messagesTo } from './message-queries.server'
import { tellReview } from './tell-review.server'

const NOW = new Date('2027-02-01T09:00:00Z')
const SHOWN = { publicOrigin: 'https://throughgate.example', linkKey: Buffer.alloc(32) }

let database: TestDatabase
let provider: string
let manager: SignedInViewer
let stranger: SignedInViewer
let editor: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  const { owner } = database
  provider = await addOrganisation(owner, { kind: 'provider' })
  manager = await addAccount(owner, provider, 'provider_manager', 'm@review.example')
  const other = await addOrganisation(owner, { kind: 'provider' })
  stranger = await addAccount(owner, other, 'provider_manager', 'x@review.example')
  editor = await addAccount(
    owner,
    await addOrganisation(owner, { kind: 'region' }),
    'editor',
    'e@review.example',
  )
})
afterAll(() => database.drop())

/** An entry that waits, decided as an editor decides it, and the worker's job run twice. @returns its id */
async function decided(decision: 'approved' | 'sent_back' | 'looked_at', name: string): Promise<string> {
  const service = await addService(database.owner, { organisationId: provider, name })
  const set = { approvedAt: decision === 'looked_at' ? NOW : null, submittedAt: NOW }
  const { version } = await database.owner
    .updateTable('service')
    .set(set)
    .where('id', '=', service.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  const review = { serviceId: service.id, version, decision, words: 'Say who stays at night', through: 0 }
  const owed: Record<string, string>[] = []
  const app = domainContext(database, NOW)
  const jobs = {
    ...app.jobs,
    enqueue: (_trx: unknown, _name: string, job: Record<string, string> = {}) => {
      owed.push(job)
      return Promise.resolve(null)
    },
  }
  const request = { key: crypto.randomUUID(), fingerprint: name }
  expect(await reviewEntry({ ...app, jobs }, editor, review, request)).toMatchObject({
    ok: true,
  })
  expect(owed).toEqual([{ reviewedId: service.id, decision, decidedAt: NOW.toISOString() }])
  const telling = { serviceId: service.id, decision, decidedAt: NOW, sendsMail: false }
  const tell = () => asWorker(database.worker, trx => tellReview(trx, app.jobs, telling))
  expect([await tell(), await tell()]).toEqual([1, 0])
  return service.id
}

it('tells of rooms that an editor changed once an hour', async () => {
  const { id } = await addService(database.owner, { organisationId: provider, name: 'House of rooms' })
  const { jobs } = domainContext(database, NOW)
  const tell = (minutes: number) => {
    const decidedAt = new Date(NOW.getTime() + minutes * 60_000)
    const telling = { serviceId: id, decision: 'rooms_changed', decidedAt, sendsMail: false } as const
    return asWorker(database.worker, trx => tellReview(trx, jobs, telling))
  }
  expect([await tell(0), await tell(5), await tell(61)]).toEqual([1, 0, 1])
})

it.each(['run_added', 'run_changed', 'run_cancelled', 'run_restored'] as const)(
  'tells of a run by an editor, %s, once, and leads to the entry',
  async decision => {
    const { id } = await addService(database.owner, { organisationId: provider, name: `Course ${decision}` })
    const telling = { serviceId: id, decision, decidedAt: NOW, sendsMail: false }
    const { jobs } = domainContext(database, NOW)
    const tell = () => asWorker(database.worker, trx => tellReview(trx, jobs, telling))
    expect([await tell(), await tell()]).toEqual([1, 0])
    const [message] = (await readBy(manager)).filter(each => each.serviceId === id)
    expect(message?.text).toContain(`https://throughgate.example/our-services/${id}`)
    expect(message?.text).not.toContain('Course')
  },
)

async function readBy(viewer: SignedInViewer) {
  const { messages } = await messagesTo(database.app, viewer, SHOWN)
  return messages
}

it.each([
  ['sent_back', 'An entry of yours came back from the editor'],
  ['approved', 'An entry of yours is approved'],
  ['looked_at', 'An editor has written to you about an entry of yours'],
] as const)(
  'tells whose the entry is that it was %s, once, and leads to it without a word of it',
  async (decision, subject) => {
    const id = await decided(decision, `House ${decision}`)
    const [message] = (await readBy(manager)).filter(each => each.serviceId === id)
    expect(message?.subject).toBe(subject)
    expect(message?.text).toContain(`https://throughgate.example/our-services/${id}`)
    expect(message?.text).not.toMatch(/House|night/)
    expect(await readBy(stranger)).toEqual([])
  },
)
