import { newId } from '@db/id'
import { drawnFor } from '~/domain/account/drawn-for.server'
import { addAccount } from '../factories/account'
import { createTestDatabase, type TestDatabase } from '../support/database'
import type { DrawnForm } from '../support/forms/drawn-forms'
import { type KeptRows, keepRows } from '../support/kept-rows'
import { postFilled } from '../support/forms/post-filled'
import { type RunningTestServer, startTestServer } from '../support/server'
import { type AccessWorld, makeAccessWorld, type Member, MEMBERS } from './access-world'

/** The built service over the world of the access table, whose rows are put back after each form. */
export interface StrangersStage {
  database: TestDatabase
  server: RunningTestServer
  world: AccessWorld
  kept: KeptRows
  cookies: ReadonlyMap<Sender, string>
  close(): Promise<void>
}

/** A member, or somebody of the same organisation and role whose access has ended since signing in. */
export type Sender = Member | `ended ${Member}`

/** Whose page is asked for its forms: one of each role. */
export const OWNERS: readonly Member[] = MEMBERS.filter(
  name => !['colleague', 'otherOfficer', 'otherProvider'].includes(name),
)

/** What is sent of a form. */
export type Body = [name: string, value: string][]

export async function openStrangersStage(): Promise<StrangersStage> {
  const database = await createTestDatabase()
  const world = await makeAccessWorld(database)
  const server = await startTestServer({ database })
  const cookies = new Map<Sender, string>()
  for (const member of MEMBERS) cookies.set(member, await server.signIn(world.emailOf(member)))
  for (const member of OWNERS)
    cookies.set(`ended ${member}`, await endedLike(database, server, world.members[member]))
  const kept = await keepRows(database)
  const close = async () => {
    await server.stop()
    await kept.close()
    await database.drop()
  }
  return { database, server, world, kept, cookies, close }
}

async function endedLike(
  { owner }: TestDatabase,
  server: RunningTestServer,
  { organisationId, role }: AccessWorld['members'][Member],
): Promise<string> {
  const email = `${newId()}@ended.example`
  const { membershipId } = await addAccount(owner, organisationId, role, email)
  const cookie = await server.signIn(email)
  await owner.updateTable('membership').set({ endedAt: new Date() }).where('id', '=', membershipId).execute()
  return cookie
}

/** Sends a form, drawn for whoever sends it; for whose access has ended, drawn for nobody. */
export async function send(
  { server, cookies, world }: StrangersStage,
  form: DrawnForm,
  body: Body,
  who: Sender,
) {
  const isMember = MEMBERS.some(name => name === who)
  const mark: Body = isMember
    ? [['drawnFor', drawnFor(server.app.secrets, world.members[who as Member].personId)]]
    : []
  const fields = [...body.filter(([name]) => name !== 'drawnFor'), ...mark]
  const answer = await postFilled(server.url + form.action, form, fields, cookies.get(who) ?? '')
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}

/** A page, as somebody is answered. */
export async function ask({ server, cookies }: StrangersStage, address: string, who: Member) {
  const headers = { cookie: cookies.get(who) ?? '' }
  const answer = await fetch(server.url + address, { redirect: 'manual', headers })
  return { status: answer.status, text: await answer.text() }
}
