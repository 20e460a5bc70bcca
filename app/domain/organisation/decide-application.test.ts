import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer, asWorker } from '@db/viewer-transaction'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { accountSecrets } from '~/config/account-secrets'
import { oweDecision } from '../notification/tell-account.server'
import { sendMessage } from '../notification/send-message.server'
import { applicationOf, applyFor, findApplication } from './applications.server'
import { decideApplication, inviteApplicantAgain } from './decide-application.server'
import type { ApplicationAnswers } from './organisation-fields'

const secrets = accountSecrets(Buffer.alloc(32, 7))
const ANSWERS: ApplicationAnswers = {
  name: 'Hazel Trust',
  kind: 'provider',
  runs: 'Two houses in Gateshead',
  applicantName: 'Hazel Manager',
  applicantEmail: 'hazel@hazel.example',
}

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const editor = () => world.viewers.editor
const administrator = () => world.viewers.administrator

function apply(changes: Partial<ApplicationAnswers> = {}) {
  return applyFor({ ...world.app, secrets }, { ...ANSWERS, ...changes }, '192.0.2.1')
}

/** Applies, and gives the application. */
async function applied(changes: Partial<ApplicationAnswers> = {}) {
  expect(await apply(changes)).toEqual({ kind: 'kept' })
  const { id } = await world.database.owner
    .selectFrom('organisationApplication')
    .select('id')
    .where('name', '=', changes.name ?? ANSWERS.name)
    .executeTakeFirstOrThrow()
  return id
}

const APPROVED = { version: 1, decision: 'approved', reason: null, words: null } as const
const REFUSED = { version: 1, decision: 'refused', reason: 'not_here', words: 'Works in Kent' } as const

async function approved(viewer = editor(), changes: Partial<ApplicationAnswers> = {}) {
  const id = await applied(changes)
  const result = await decideApplication(world.app, viewer, { id, ...APPROVED }, form())
  if (!result.ok) throw new Error(result.reason)
  const application = await findApplication(world.app, viewer, id)
  return { id, invitationId: result.invitationId ?? '', organisationId: application?.organisationId ?? '' }
}

function invitationOf(id: string) {
  return world.database.owner
    .selectFrom('invitation')
    .select(['email', 'role', 'organisationId', 'withdrawnAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

describe('an application that is approved', () => {
  it('invites whoever applied, by an editor or an administrator, and still says who that was', async () => {
    for (const [viewer, email] of [
      [editor(), 'one@hazel.example'],
      [administrator(), 'two@hazel.example'],
    ] as const) {
      const name = `Trust of ${email}`
      const { invitationId, organisationId } = await approved(viewer, { name, applicantEmail: email })
      expect(await invitationOf(invitationId)).toEqual({
        ...{ email, role: 'provider_manager', organisationId, withdrawnAt: null },
      })
      expect(await applicationOf(world.app, viewer, organisationId)).toMatchObject({
        ...{ applicantName: 'Hazel Manager', applicantEmail: email, decision: 'approved' },
      })
    }
  })

  it('invites a council’s officer to a council', async () => {
    const council = { kind: 'council', authorityCode: 'E08000021', name: 'A council' } as const
    const { invitationId } = await approved(editor(), { ...council, applicantEmail: 'c@hazel.example' })
    expect(await invitationOf(invitationId)).toMatchObject({ role: 'council_officer' })
  })

  it('invites them again until somebody has joined', async () => {
    const made = await approved(editor(), { name: 'Again Trust', applicantEmail: 'again@hazel.example' })
    const again = await inviteApplicantAgain(world.app, editor(), made.id, form())
    expect(again).toMatchObject({ ok: true })
    expect((await invitationOf(made.invitationId)).withdrawnAt).not.toBeNull()
    const member = { personId: world.viewers.firstManager.personId, role: 'provider_manager' }
    await world.database.owner
      .insertInto('membership')
      .values({ id: newId(), organisationId: made.organisationId, ...member })
      .execute()
    expect(await inviteApplicantAgain(world.app, editor(), made.id, form())).toEqual({
      ...{ ok: false, reason: 'joined' },
    })
  })

  it('lets an editor invite nobody else, on the database itself', async () => {
    const { organisationId } = await approved(editor(), { name: 'Lone Trust', applicantEmail: 'l@l.example' })
    const elsewhere = world.viewers.firstManager.organisationId
    const insert = (email: string, organisation: string, role: string) =>
      asViewer(world.app.db, editor(), trx =>
        sql`insert into invitation (id, email, organisation_id, role, invited_by, invited_at, expires_at)
          values (${newId()}, ${email}, ${organisation}, ${role}, ${editor().personId}, now(), now())`.execute(
          trx,
        ),
      )
    for (const [email, organisation, role] of [
      ['other@l.example', organisationId, 'provider_manager'],
      ['l@l.example', organisationId, 'provider_worker'],
      ['l@l.example', elsewhere, 'provider_manager'],
      ['l@l.example', editor().organisationId, 'administrator'],
    ] as const)
      await expect(insert(email, organisation, role), `${email} ${role}`).rejects.toThrow(
        /row-level security/,
      )
    const seen = await asViewer(world.app.db, editor(), trx =>
      trx.selectFrom('invitation').select('email').where('organisationId', '=', elsewhere).execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('an application that is refused', () => {
  it('is told to whoever applied once, in fixed words alone, and is decided again', async () => {
    const id = await applied({ name: 'Far Trust', applicantEmail: 'far@far.example' })
    expect(await decideApplication(world.app, editor(), { id, ...REFUSED }, form())).toEqual({
      ...{ ok: true, invitationId: null },
    })
    const messageId = newId()
    const owing = { sendsMail: true, now: world.app.clock() }
    for (let time = 0; time < 2; time += 1)
      await asWorker(world.database.worker, trx =>
        oweDecision(trx, world.app.jobs, { id: messageId, applicationId: id }, owing),
      )
    const letters: { to: string; subject: string; text: string }[] = []
    const mailer = {
      send: (letter: (typeof letters)[number]) => {
        letters.push(letter)
        return Promise.resolve('sent' as const)
      },
      close: () => undefined,
    }
    const settings = { publicOrigin: 'http://x', linkKey: secrets.link, clock: world.app.clock }
    for (let time = 0; time < 2; time += 1)
      await sendMessage(world.database.worker, mailer, settings, messageId)
    expect(letters.map(({ to, subject, text }) => ({ to, subject, text }))).toEqual([
      {
        to: 'far@far.example',
        subject: 'Your application for Far Trust to join Throughgate',
        text:
          'You asked for Far Trust to join Throughgate. An editor of the region has decided that it does not join now.\n\n' +
          'It works in none of the 12 authorities and 7 prisons of North East England.\n\n' +
          'If something has changed, or we have misread what you wrote, apply again.\n\n' +
          'Throughgate. Please do not reply to this message.\n',
      },
    ])
    expect(await decideApplication(world.app, editor(), { id, ...APPROVED }, form())).toEqual({
      ...{ ok: false, reason: 'stale' },
    })
    expect(
      await decideApplication(world.app, editor(), { id, ...APPROVED, version: 2 }, form()),
    ).toMatchObject({ ok: true })
  })
})

describe('a name that is here already', () => {
  it('is asked about, however it is written, until somebody says that it is another', async () => {
    const { organisationId } = await approved(editor(), {
      name: 'Larch & Elm',
      applicantEmail: 'elm@elm.example',
    })
    await addService(world.database.owner, { organisationId, name: 'Elm House' })
    const name = 'LARCH and Elm.'
    expect(await apply({ name })).toEqual({ kind: 'same_name', names: ['Larch & Elm'] })
    expect(await apply({ name, sameName: 'something' })).toMatchObject({ kind: 'same_name' })
    expect(await apply({ name, sameName: 'larchandelm' })).toEqual({ kind: 'kept' })
  })

  it('is told to nobody signed out where the public directory does not show it, and to the editor all the same', async () => {
    const { organisationId } = await approved(editor(), {
      name: 'Quiet Refuge',
      applicantEmail: 'quiet@quiet.example',
    })
    const { owner } = world.database
    await addService(owner, { organisationId, name: 'Quiet House', visibility: 'professionals' })
    await addService(owner, { organisationId, name: 'Draft House', approvedAt: null })
    await addService(owner, { organisationId, name: 'Old House', archivedAt: new Date() })
    const name = 'QUIET refuge'
    const id = await applied({ name })
    expect((await findApplication(world.app, editor(), id))?.names).toEqual(['Quiet Refuge'])
  })
})
