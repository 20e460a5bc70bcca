import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { isScreenEvent, pathOfEvent } from '~/domain/referral/events/registry'
import { LIFECYCLE } from '~/domain/referral/lifecycle'
import { ACCESS } from '../guards/access-table/access-table'
import { type AccessWorld, makeAccessWorld, MEMBERS, type Member } from '../guards/access-world'
import { createTestDatabase, type TestDatabase } from './database'
import { type RunningTestServer, startTestServer } from './server'

/** A form as a page of the site draws it. */
export interface DrawnForm {
  by: Member | null
  /** Where it is sent, and the same with ids left out: what tells one form from another. */
  action: string
  kind: string
  /** Its fields as they would be sent, and every name in it, ticked or not. */
  sent: [name: string, value: string][]
  names: string[]
}

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

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

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
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const kind = kindOf(path)
      if (known.has(kind) && !special.has(path)) continue
      const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie: cookieOf(by) } })
      const page = await answer.text()
      if (answer.status !== 200) continue
      known.add(kind)
      addresses.push({ by, path })
      for (const form of formsOn(page, path, by)) if (!forms.has(form.kind)) forms.set(form.kind, form)
      waiting.push(...linksOn(page))
    }
  }
  for await (const { by, path, page } of eventPages(server, database, world, cookieOf)) {
    addresses.push({ by, path })
    for (const form of formsOn(page, path, by)) if (!forms.has(form.kind)) forms.set(form.kind, form)
  }
  const close = () => server.stop().then(() => database.drop())
  return { server, database, world, addresses, forms: [...forms.values()], cookieOf, close }
}

/** The page of every event of the lifecycle, to the side that makes it happen, with the referral put where the table allows it. */
async function* eventPages(
  { url }: RunningTestServer,
  { owner }: TestDatabase,
  { referralId, members }: AccessWorld,
  cookieOf: WalkedSite['cookieOf'],
): AsyncGenerator<{ by: Member; path: string; page: string }> {
  const stand = (state: string, resumeState: string | null, assessorId: string | null) =>
    owner
      .updateTable('referral')
      .set({ state, resumeState, assessorId })
      .where('id', '=', referralId)
      .execute()
  for (const { from, event, by: side } of LIFECYCLE) {
    if (!isScreenEvent(event)) continue
    await stand(from, 'accepted', members.worker.personId)
    const by = side === 'referrer' ? 'officer' : 'manager'
    if (event === 'undo_end') await endedBy(owner, referralId, { by: members[by], state: from })
    const path = `/referrals/${referralId}/${pathOfEvent(event)}`
    const answer = await fetch(url + path, { headers: { cookie: cookieOf(by) } })
    if (answer.status !== 200) throw new Error(`${by} asks for ${event} in ${from}: ${answer.status}`)
    yield { by, path, page: await answer.text() }
  }
  await stand('submitted', null, null)
}

/** A line of history that says who brought a referral to the state it is in. */
async function endedBy(
  owner: TestDatabase['owner'],
  referralId: string,
  { by, state }: { by: SignedInViewer; state: string },
): Promise<void> {
  const { caseId } = await owner
    .selectFrom('referral')
    .select('caseId')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('referralHistory')
    .values({
      ...{ id: newId(), referralId, caseId, happenedAt: new Date(), event: 'decline' },
      ...{ fromState: 'under_review', toState: state, byRole: by.role, byPerson: by.personId },
    })
    .execute()
}

function startsOf(world: AccessWorld): string[] {
  return Object.values(ACCESS).flatMap(rows => rows.map(row => row.address(world)))
}

/** '/cases/0b6f…/answers/money?then=next' → '/cases/:id/answers/money' */
function kindOf(path: string): string {
  return (path.split('?')[0] ?? '').replaceAll(ID, ':id')
}

function linksOn(page: string): string[] {
  return [...page.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, href = '']) => plain(href))
}

function formsOn(page: string, path: string, by: Member | null): DrawnForm[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head = '']) => /method="post"/i.test(head))
    .map(([, head = '', body = '']) => {
      const given = plain(/action="([^"]*)"/.exec(head)?.[1] ?? '')
      const action = given === '' || given.startsWith('?') ? path.split('?')[0] + given : given
      const sent = fieldsOf(body)
      const names = [...new Set([...body.matchAll(/\bname="([^"]*)"/g)].map(([, name = '']) => name))]
      return { by, action, kind: `${kindOf(action)} ${names.sort().join(' ')}`, sent, names }
    })
}

/** What a browser would send of a form nobody has touched. */
function fieldsOf(body: string): [string, string][] {
  const inputs = [...body.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const isUnticked = /type="(checkbox|radio)"/.test(tag) && !/\bchecked\b/.test(tag)
    const name = attribute(tag, 'name')
    return isUnticked || name === '' ? [] : [[name, attribute(tag, 'value')]]
  })
  const areas = [...body.matchAll(/<textarea\b[^>]*name="([^"]*)"[^>]*>([^<]*)/g)]
  return [...inputs, ...areas.map(([, name = '', text = '']): [string, string] => [name, plain(text)])]
}

function attribute(tag: string, name: string): string {
  return plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function plain(html: string): string {
  return html
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}
