import type { SignedInViewer } from '@db/viewer'
import { addAccount } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { addService } from '../../factories/service'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../../support/server'

export const ENTRY_NOW = new Date('2027-02-01T10:00:00Z')

const PEOPLE = ['manager', 'worker', 'stranger', 'council', 'officer', 'editor', 'administrator'] as const
type EntryPerson = (typeof PEOPLE)[number]

/** Two providers, a council, a prison and the region's editors over the built server. */
export interface EntryStage {
  database: TestDatabase
  server: RunningTestServer
  organisationId: string
  viewers: Record<EntryPerson, SignedInViewer>
  /** An approved programme and an approved house of the manager's. */
  programmeId: string
  houseId: string
  read(who: EntryPerson | 'nobody', path: string): Promise<{ status: number; body: string }>
  /** The form of `path` sent as its page draws it: with its key and version, and these answers. */
  send(
    who: EntryPerson,
    path: string,
    fields: string[][],
  ): Promise<{ status: number; body: string; to: string }>
  /** A form that somebody signed out sends. */
  sendAsNobody(path: string, fields: Record<string, string>): Promise<{ status: number; body: string }>
  close(): Promise<void>
}

export async function openEntryStage(): Promise<EntryStage> {
  const database = await createTestDatabase(ENTRY_NOW)
  const { owner } = database
  const organisationId = await addOrganisation(owner, { name: 'Marl Trust', kind: 'provider' })
  const organisations: Record<EntryPerson, string> = {
    manager: organisationId,
    worker: organisationId,
    stranger: await addOrganisation(owner, { name: 'Other Trust', kind: 'provider' }),
    council: await addOrganisation(owner, { kind: 'council', authorityCode: 'E08000021' }),
    officer: await addOrganisation(owner, { prisonCode: 'LNI' }),
    ...(await regionOf(database)),
  }
  const viewers = {} as Record<EntryPerson, SignedInViewer>
  for (const who of PEOPLE)
    viewers[who] = await addAccount(owner, organisations[who], ROLES[who], `${who}@entries.example`)
  const programme = await addService(owner, {
    organisationId,
    name: 'First Steps',
    kind: 'parenting_programme',
    authorities: ['E08000021'],
    programme: {},
  })
  const house = await addService(owner, { organisationId, name: 'Marl House', authorities: ['E08000021'] })
  const server = await startTestServer({ database, now: () => ENTRY_NOW })
  const cookies = new Map<string, string>()
  for (const who of PEOPLE) cookies.set(who, await server.signIn(`${who}@entries.example`))
  const cookieOf = (who: string) => cookies.get(who) ?? ''

  async function read(who: EntryPerson | 'nobody', path: string) {
    const answer = await fetch(server.url + path, {
      headers: { cookie: cookieOf(who) },
      redirect: 'manual',
    })
    return { status: answer.status, body: (await answer.text()).replaceAll('<!-- -->', '') }
  }

  async function send(who: EntryPerson, path: string, fields: string[][]) {
    const { body: page } = await read(who, path)
    const carried = ['version', 'through'].flatMap(name => {
      const drawn = new RegExp(`name="${name}" value="(\\d+)"`).exec(page)?.[1]
      return drawn === undefined || fields.some(([given]) => given === name) ? [] : [[name, drawn]]
    })
    const form = [['idempotencyKey', crypto.randomUUID()], ...carried, ...fields]
    const answer = await postForm(server.url + path, form, { cookie: cookieOf(who) })
    const body = (await answer.text()).replaceAll('<!-- -->', '')
    return { status: answer.status, body, to: answer.headers.get('location') ?? '' }
  }

  return {
    ...{ database, server, organisationId, viewers, read, send },
    programmeId: programme.id,
    async sendAsNobody(path, fields) {
      const answer = await postForm(server.url + path, fields)
      return { status: answer.status, body: await answer.text() }
    },
    houseId: house.id,
    async close() {
      await server.stop()
      await database.drop()
    },
  }
}

const ROLES = {
  manager: 'provider_manager',
  worker: 'provider_worker',
  stranger: 'provider_manager',
  council: 'council_officer',
  officer: 'officer',
  editor: 'editor',
  administrator: 'administrator',
} as const

async function regionOf({ owner }: TestDatabase) {
  const region = await addOrganisation(owner, { kind: 'region' })
  return { editor: region, administrator: region }
}
