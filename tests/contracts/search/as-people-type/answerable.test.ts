import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedDirectory } from '@db/seeds/demonstration/seed-directory'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { NOW } from '../make-document'
import { HELD_OUT } from './held-out'
import { type DirectoryEntry, judgedServices } from './judged-services'
import { AS_PEOPLE_TYPE } from './lists'
import { has, type Property } from './property'
import { AUDIENCE_OF, type TypedQuery } from './typed-query'

let database: TestDatabase
let services: DirectoryEntry[]

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDirectory(database.owner, 'not a hash', NOW)
  services = [...(await judgedServices(database.owner)).values()]
})
afterAll(() => database.drop())

it('asks for nothing that the demonstration has not', () => {
  const impossible = [...AS_PEOPLE_TYPE, ...HELD_OUT].flatMap(row =>
    wishes(row).flatMap(wish => (inDirectory(row, wish) ? [] : [`${row.typed}: ${JSON.stringify(wish)}`])),
  )
  expect(impossible).toEqual([])
})

/** Each thing a row wants at least one service to have. */
function wishes({ first, some = [], most = [], all = [] }: TypedQuery): Property[] {
  return [...(first ? [first] : []), ...some, ...most, ...all]
}

/** True when a service the typist may see is what is wished for, and nothing that must not be shown. */
function inDirectory({ by, none = [], all = [] }: TypedQuery, wish: Property): boolean {
  return services
    .filter(({ visibility }) => visibility === 'public' || AUDIENCE_OF[by] === 'professional')
    .filter(service => !none.some(each => has(service, each)) && all.every(each => has(service, each)))
    .some(service => has(service, wish))
}
