import { newId } from '@db/id'
import { ACCESS } from '../guards/access-table/access-table'
import { type AccessWorld, makeAccessWorld, MEMBERS, type Member } from '../guards/access-world'
import { eventPlaces } from '../guards/event-places'
import { createTestDatabase, type TestDatabase } from './database'
import { type DrawnForm, formsOn, kindOf, plain } from './forms/drawn-forms'
import { type RunningTestServer, startTestServer } from './server'

export interface WalkedSite {
  server: RunningTestServer
  database: TestDatabase
  world: AccessWorld
  /** Every page that somebody reached, one of each kind for each of them. */
  addresses: { by: Member | null; path: string }[]
  forms: DrawnForm[]
  cookieOf(by: Member | null): string
  close(): Promise<void>
}

/** Walks the built site from every address of the access table, as everybody in it, along every link to the site itself. */
export async function walkSite(): Promise<WalkedSite> {
  const database = await createTestDatabase()
  const world = await makeAccessWorld(database)
  // Somebody stays on the provider's bedspace: what becomes of the stay has a form of its own.
  const stay = { id: newId(), bedspaceId: world.bedspaceId, during: '[2026-01-01,)', kind: 'occupied' }
  await database.owner.insertInto('bedspaceClaim').values(stay).execute()
  const server = await startTestServer({ database })
  const cookies = new Map<Member | null, string>([[null, '']])
  for (const member of MEMBERS) cookies.set(member, await server.signIn(world.emailOf(member)))
  const cookieOf = (by: Member | null) => cookies.get(by) ?? ''

  // Pages that draw another form than most of their kind.
  const special = new Set([
    `/cases/${world.closedCaseId}`,
    `/cases/${world.idleCaseId}/close`,
    `/cases/${world.idleCaseId}/refer/${world.serviceId}`,
    `/cases/${world.idleCaseId}/nominate/${world.programmeId}`,
    `/cases/${world.caseId}/nominate/${world.programmeId}`,
  ])
  const addresses: WalkedSite['addresses'] = []
  const forms = new Map<string, DrawnForm>()
  for (const by of [null, ...MEMBERS]) {
    const waiting = [...special, ...startsOf(world)]
    const known = new Set<string>()
    const asked = new Set<string>()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const kind = kindOf(path)
      if (asked.has(path) || (known.has(kind) && !special.has(path))) continue
      asked.add(path)
      const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie: cookieOf(by) } })
      const page = await answer.text()
      if (answer.status !== 200) continue
      known.add(kind)
      addresses.push({ by, path })
      for (const form of formsOn(page, path, by)) if (!forms.has(form.kind)) forms.set(form.kind, form)
      waiting.push(...linksOn(page))
    }
  }
  for (const { by, address, prepare } of eventPlaces(database, world)) {
    await prepare()
    const answer = await fetch(server.url + address, { headers: { cookie: cookieOf(by) } })
    if (answer.status !== 200) throw new Error(`${by} asks for ${address}: ${answer.status}`)
    addresses.push({ by, path: address })
    for (const form of formsOn(await answer.text(), address, by))
      if (!forms.has(form.kind)) forms.set(form.kind, form)
  }
  await database.owner
    .updateTable('referral')
    .set({ state: 'submitted', resumeState: null, assessorId: null })
    .where('id', '=', world.referralId)
    .execute()
  const close = () => server.stop().then(() => database.drop())
  return { server, database, world, addresses, forms: [...forms.values()], cookieOf, close }
}

function startsOf(world: AccessWorld): string[] {
  return Object.values(ACCESS).flatMap(rows => rows.map(row => row.address(world)))
}

function linksOn(page: string): string[] {
  return [...page.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, href = '']) => plain(href))
}
