import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { form } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { DomainContext } from '../context'
import { IMPORT_CODES, type ImportCode } from './import-kinds'
import { applyImport, exportFile, previewImport } from './imports.server'

let database: TestDatabase
let app: DomainContext
let manager: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  app = domainContext(database, new Date('2027-02-01T09:00:00Z'))
  const provider = await addOrganisation(database.owner, { kind: 'provider' })
  manager = await addMember(database.owner, provider, 'provider_manager')
  const made = {
    organisationId: provider,
    name: 'The house',
    authorities: ['E08000021'],
    policy: { sex: 'mixed' },
  }
  await addService(database.owner, { ...made, bedspaces: 1 })
})
afterAll(() => database.drop())

/** Which cell of the line that comes in again says something else, and in which column the fault stands. */
const AGAIN: Record<ImportCode, { from: string; to: string; column: string }> = {
  services: { from: 'The house', to: 'The new house', column: 'Service ID' },
  policies: { from: 'Women and men', to: 'Men only', column: 'Service ID' },
  rooms: { from: 'Room 1', to: 'Attic', column: 'Room ID' },
}

describe.each(IMPORT_CODES)('a file of %s with one of them on two lines', what => {
  it('is refused at the second line, and changes nothing', async () => {
    const { from, to, column } = AGAIN[what]
    const text = (await exportFile(app, manager, what)) ?? ''
    const [head = '', line = ''] = text.split('\r\n')
    expect(line).toContain(from)
    const sent = { what, text: [head, line, line.replace(from, to).toUpperCase(), ''].join('\r\n') }
    const preview = await previewImport(app, manager, sent)
    if (preview?.ok !== false) throw new Error('not refused')
    expect(preview.wrong).toContainEqual({ line: 3, column, say: 'It stands on line 2 already' })
    expect(await applyImport(app, manager, { ...sent, seen: '' }, form())).toMatchObject({
      reason: 'shown_anew',
    })
    expect(await exportFile(app, manager, what)).toBe(text)
  })
})
