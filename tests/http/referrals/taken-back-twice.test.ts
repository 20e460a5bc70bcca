import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SmallPerson } from '@db/seeds/small'
import { addEntry, changeEntry } from '~/domain/action/write-entry.server'
import type { EntryFields } from '~/domain/action/entry'
import { createCase } from '~/domain/case/record/create-case.server'
import { correctPerson } from '~/domain/casework/correct-person.server'
import { answerOfficer } from '~/domain/nobody-fits/coordinate.server'
import { sendNobodyFits } from '~/domain/nobody-fits/send.server'
import { markArrived } from '~/domain/referral/events/arrive/act.server'
import { declineReferral } from '~/domain/referral/events/decline/act.server'
import { requestInformation } from '~/domain/referral/events/request-information/act.server'
import { addDays } from '~/domain/time/calendar'
import { editClaim } from '~/domain/vacancy/claims/change-claim.server'
import { markTaken } from '~/domain/vacancy/claims/take-bedspace.server'
import { accepted, anotherCase, form, offered, underReview } from '../../factories/referral-world'
import { addService } from '../../factories/service'
import { filled } from '../../support/forms/filled-form'
import { type DrawnForm, formsOn } from '../../support/forms/drawn-forms'
import { postFilled } from '../../support/forms/post-filled'
import { answerOf, NOW, openReferralStage, type ReferralStage, TODAY } from '../referral-stage'

/**
 * What was done by mistake is taken back in one tab, and then in another that was open before: that one says what became of it, who did it and
 * when, and changes nothing. One row for each kind of form that takes something back.
 */

let stage: ReferralStage
beforeAll(async () => {
  stage = await openReferralStage()
}, 240_000)
afterAll(() => stage.close())

interface Row {
  what: string
  who: SmallPerson
  /** Lays out what is to be taken back, and gives the page that has the form. */
  lay: () => Promise<string>
  /** Of the form: what its own button or hidden field says. */
  sends: Readonly<Record<string, string>>
  /** Said by the second tab. */
  said: RegExp
}

const WHEN = '1 February 2027, 10:00'
const PERSON = {
  dateOfBirth: '1991-04-03',
  sex: 'woman',
  homeAuthority: 'unknown',
} as const
const NO_RELEASE = {
  custodyStatus: 'sentenced',
  releaseConfidence: 'not_known',
  releaseOn: null,
  releaseType: 'unknown',
} as const
const SAID = { crn: null, openElsewhere: null, anotherPerson: null }
const ACTION: EntryFields = {
  ...{ subject: 'supply.women_only', place: 'E08000024', words: 'Commission six beds', owner: 'The region' },
  ...{ costPounds: null, dueOn: null, nature: null, severity: null, state: 'to_start' },
}
const NAMES: Partial<Record<SmallPerson, string>> = {
  lowNewtonOfficer: 'officer.lownewton',
  firstWorker: 'worker.first',
  secondWorker: 'worker.second',
  firstManager: 'manager.first',
}

const WHY = { note: 'Recorded for the wrong person' }

const ROWS: readonly Row[] = [
  {
    what: 'a decision of an editor',
    who: 'editor',
    lay: async () => {
      const serviceId = await draft()
      await press('editor', `/approvals/${serviceId}`, { decision: 'approved' })
      const { id } = await owner()
        .selectFrom('entryReview')
        .select('id')
        .where('serviceId', '=', serviceId)
        .executeTakeFirstOrThrow()
      return `/approvals/${serviceId}/decisions/${id}`
    },
    sends: { intent: 'take_back' },
    said: new RegExp(`Taken back by Test editor, ${WHEN}`),
  },
  {
    what: 'an entry that was sent to the editors',
    who: 'firstManager',
    lay: async () => `/our-services/${await draft()}`,
    sends: { intent: 'take_back' },
    said: /The last change: Test manager\.first, 1 February 2027, \d\d:\d\d/,
  },
  {
    what: 'a note that an entry is wrong',
    who: 'lowNewtonOfficer',
    lay: async () => {
      const path = `/services/${stage.world.services.womensHouse}/something-is-wrong`
      await press('lowNewtonOfficer', path, { kind: 'contact' })
      const { id } = await owner().selectFrom('entryNote').select('id').executeTakeFirstOrThrow()
      return `/entry-notes/${id}`
    },
    sends: { intent: 'take_back' },
    said: new RegExp(`Taken back by Test officer.lownewton, ${WHEN}`),
  },
  {
    what: 'that somebody is away',
    who: 'firstWorker',
    lay: async () => {
      const { personId, organisationId } = stage.world.viewers.firstWorker
      const coveredBy = stage.world.viewers.firstManager.personId
      const days = { fromOn: TODAY, untilOn: addDays(TODAY, 4), saidAt: NOW }
      await owner()
        .insertInto('cover')
        .values({ id: newId(), personId, organisationId, coveredBy, ...days })
        .execute()
      return '/account/cover'
    },
    sends: { intent: 'take-back' },
    said: new RegExp(`You took it back: ${WHEN}`),
  },
  {
    what: 'an invitation',
    who: 'administrator',
    lay: async () => {
      const invited = { email: 'new@small.example.org', role: 'officer', invitedAt: NOW }
      const expiresAt = new Date(NOW.getTime() + 86_400_000)
      const { lowNewton: organisationId } = stage.world.organisations
      await owner()
        .insertInto('invitation')
        .values({ id: newId(), organisationId, expiresAt, invitedBy: null, ...invited })
        .execute()
      return '/people?state=invited'
    },
    sends: { intent: 'withdraw' },
    said: new RegExp(`withdrawn already, by Test administrator, ${WHEN}`),
  },
  {
    what: 'a row of a setting',
    who: 'administrator',
    lay: async () => {
      const setBy = stage.world.viewers.administrator.personId
      const row = { setting: 'limit_submitted', value: 2, why: 'As the board says' }
      await owner()
        .insertInto('settingValue')
        .values({ id: newId(), ...row, validFrom: addDays(TODAY, 3), setAt: NOW, setBy })
        .execute()
      return '/administration/settings/limit_submitted'
    },
    sends: { intent: 'strike' },
    said: new RegExp(`Struck[^<]*Test administrator`),
  },
  {
    what: 'a case in the queue of people nobody fits',
    who: 'lowNewtonOfficer',
    lay: async () => {
      const caseId = await anotherCase(stage.world)
      const { app, viewers } = stage.world
      const sent = await sendNobodyFits(app, viewers.lowNewtonOfficer, { caseId, agreed: 'yes' }, form())
      expect(sent).toEqual({ ok: true })
      return `/cases/${caseId}/nobody-fits`
    },
    sends: { change: 'take_back', why: 'taken_back' },
    said: new RegExp(`No longer needed: ${WHEN} \\(Test officer.lownewton\\)`),
  },
  {
    what: 'a planned move',
    who: 'firstWorker',
    lay: async () => {
      const { app, viewers, bedspaces } = stage.world
      const [here = '', there = ''] = bedspaces.womensHouse
      await markTaken(app, viewers.firstWorker, here, form())
      const move = { kind: 'move', bedspaceId: there, movedOn: addDays(TODAY, 9) } as const
      const wanted = { claimId: await claimOn(here), version: 1, edit: move }
      expect(await editClaim(app, viewers.firstWorker, wanted, form())).toMatchObject({ ok: true })
      return `/vacancies/claims/${await claimOn(there)}`
    },
    sends: { intent: 'take_back' },
    said: /Taken back[\s\S]*Test worker\.first/,
  },
  {
    what: 'a step of a nomination',
    who: 'firstWorker',
    lay: async () => {
      const path = `/nominations/${await nominated()}`
      await press('firstWorker', path, { event: 'begin_checks' })
      return path
    },
    sends: { event: 'take_back' },
    said: new RegExp(`taken back on ${WHEN} by Test worker.first`),
  },
  ofReferral('the end of a referral', 'firstWorker', 'undo-end', async () => {
    const { world } = stage
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    const reasons = { primary: 'needs.pet', others: [], note: null }
    ok(await declineReferral(world.app, world.viewers.firstWorker, { ...target, reasons }, form()))
    return target.referralId
  }),
  ofReferral('a question', 'firstWorker', 'take-back-question', async () => {
    const { world } = stage
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    const question = { ...target, items: ['health_needs'] as const, note: null }
    ok(await requestInformation(world.app, world.viewers.firstWorker, question, form()))
    return target.referralId
  }),
  ofReferral('an offer', 'secondWorker', 'take-back-offer', async () => {
    const { world } = stage
    return (await offered(world, 'hostel', await anotherCase(world), 0)).referralId
  }),
  ofReferral('a yes', 'lowNewtonOfficer', 'take-back-yes', async () => {
    const { world } = stage
    return (await accepted(world, 'womensHouse', await anotherCase(world), 2)).referralId
  }),
  ofReferral('an arrival', 'firstWorker', 'undo-arrival', async () => {
    const { world } = stage
    const target = await accepted(world, 'refuge', await anotherCase(world), 0)
    const stay = {
      arrivedOn: TODAY,
      expectedDepartureOn: addDays(TODAY, 84),
      releasedEarly: true,
      note: null,
    }
    ok(await markArrived(world.app, world.viewers.firstWorker, { ...target, ...stay }, form()))
    return target.referralId
  }),
  ofReferral('a place', 'secondWorker', 'take-back-place', async () => {
    const { world } = stage
    return (await accepted(world, 'hostel', await anotherCase(world), 1)).referralId
  }),
]

/** Words that one tab struck out: the other comes too late. One row for every form that strikes words out of a record of its own. */
const STRIKES: readonly Row[] = [
  ofStrike('what a case said before', 'lowNewtonOfficer', {}, async () => {
    const { app, viewers } = stage.world
    const person = { ...PERSON, prisonNumber: 'G1201AB', name: 'Ann Typed' }
    const made = await createCase(app, viewers.lowNewtonOfficer, { ...person, ...NO_RELEASE }, form())
    if (!made.ok) throw new Error(made.reason)
    const change = { person: { ...person, name: 'Ann Marsh', ...SAID }, passOn: {} }
    const version = { caseId: made.caseId, version: 1 }
    ok(await correctPerson(app, viewers.lowNewtonOfficer, { ...version, ...change }, form()))
    return `/cases/${made.caseId}/history`
  }),
  ofStrike('words with a referral', 'secondWorker', { place: 'referral_note' }, async () => {
    return `/referrals/${(await declinedWithWords()).referralId}`
  }),
  ofStrike('what is held on a person', 'administrator', { place: 'referral_note' }, async () => {
    return `/administration/person/${(await declinedWithWords()).caseId}`
  }),
  ofStrike('an answer to a case in the queue', 'coordinator', { change: 'strike' }, async () => {
    return `/queue/${await answered('still_looking')}`
  }),
  ofStrike('an answer to a case that left the queue', 'coordinator', { change: 'strike' }, async () => {
    await answered('nothing_found')
    return '/queue'
  }),
  ofStrike('what an entry said before', 'firstManager', { intent: 'strike' }, async () => {
    const id = await draft()
    await owner().updateTable('service').set({ name: 'Elm Lodge' }).where('id', '=', id).execute()
    return `/our-services/${id}/history`
  }),
  ofStrike('an earlier wording in the register', 'commissioner', { intent: 'strike' }, async () => {
    const { app, viewers } = stage.world
    const added = await addEntry(app, viewers.commissioner, { ...ACTION, kind: 'action' }, form())
    if (!added.ok) throw new Error(added.reason)
    const again = { ...ACTION, words: 'Commission four beds', entryId: added.entryId, version: 1 }
    ok(await changeEntry(app, viewers.commissioner, again, form()))
    return `/actions/${added.entryId}`
  }),
]

describe('what was taken back already', () => {
  it.each([...ROWS, ...STRIKES])('says so to a second tab: $what', async ({ who, lay, sends, said }) => {
    const path = await lay()
    const [first, second] = [await formOf(who, path, sends), await formOf(who, path, sends)]
    expect((await send(who, first, sends)).status).toBe(303)
    const before = await written()
    const again = await send(who, second, sends)
    expect([again.status, said.exec(plainText(again.text))?.[0] ?? plainText(again.text)]).toEqual([
      409,
      expect.stringMatching(said),
    ])
    expect(await written()).toBe(before)
  })

  it('says so of the last act on a board, by whom and when', async () => {
    const { app, viewers, bedspaces } = stage.world
    const done = await markTaken(app, viewers.secondWorker, bedspaces.flats[0] ?? '', form())
    if (!done.ok || !done.act) throw new Error('Nothing was done')
    const tap = () => ({
      intent: 'take_back',
      act: done.act ?? '',
      backTo: 'vacancies',
      idempotencyKey: crypto.randomUUID(),
    })
    expect((await posted('secondWorker', '/vacancies', tap())).status).toBe(303)
    const again = await posted('secondWorker', '/vacancies', tap())
    expect(again.status).toBe(409)
    expect(again.text).toContain(`taken back or changed since, by Test worker.second, `)
  })
})

function ofStrike(
  what: string,
  who: SmallPerson,
  sends: Readonly<Record<string, string>>,
  lay: () => Promise<string>,
): Row {
  const name = NAMES[who] ?? who
  return {
    what: `words struck out: ${what}`,
    who,
    lay,
    sends,
    said: new RegExp(`Test ${name} struck them out: ${WHEN}`),
  }
}

async function declinedWithWords() {
  const { world } = stage
  const caseId = await anotherCase(world)
  const target = await underReview(world, 'hostel', caseId)
  const reasons = { primary: 'needs.pet', others: [], note: 'Her cousin lives here' }
  ok(await declineReferral(world.app, world.viewers.secondWorker, { ...target, reasons }, form()))
  return { caseId, referralId: target.referralId }
}

async function answered(outcome: 'still_looking' | 'nothing_found'): Promise<string> {
  const { app, viewers } = stage.world
  const caseId = await anotherCase(stage.world)
  const sent = await sendNobodyFits(app, viewers.lowNewtonOfficer, { caseId, agreed: 'yes' }, form())
  expect(sent).toEqual({ ok: true })
  const answer = { caseId, outcome, note: 'Her brother rang' }
  expect(await answerOfficer(app, viewers.coordinator, answer, form())).toMatchObject({ ok: true })
  return caseId
}

function ofReferral(what: string, who: SmallPerson, event: string, lay: () => Promise<string>): Row {
  return {
    ...{ what, who, sends: WHY },
    lay: async () => `/referrals/${await lay()}/${event}`,
    said: new RegExp(`Meanwhile, at 10:00[^<]*by Test ${NAMES[who] ?? who}`),
  }
}

function ok(result: { ok: boolean }): void {
  expect(result).toMatchObject({ ok: true })
}

const owner = () => stage.world.database.owner

/** How many rows of history there are, of whatever kind. */
async function written(): Promise<string> {
  const count = async (table: 'recordChange' | 'claimChange' | 'referralHistory' | 'nominationStep') => {
    const { many } = await owner()
      .selectFrom(table)
      .select(each => each.fn.countAll<string>().as('many'))
      .executeTakeFirstOrThrow()
    return many
  }
  const counts = [
    await count('recordChange'),
    await count('claimChange'),
    await count('referralHistory'),
    await count('nominationStep'),
  ]
  return counts.join(' ')
}

async function draft(): Promise<string> {
  const { id } = await addService(owner(), {
    organisationId: stage.world.organisations.firstProvider,
    name: 'Elm House',
    authorities: ['E08000021'],
    policy: {},
  })
  await owner()
    .updateTable('service')
    .set({ approvedAt: null, submittedAt: NOW })
    .where('id', '=', id)
    .execute()
  return id
}

async function nominated(): Promise<string> {
  const { id: serviceId } = await addService(owner(), {
    organisationId: stage.world.organisations.firstProvider,
    name: 'First Steps',
    kind: 'parenting_programme',
    authorities: ['E08000021'],
    programme: {},
  })
  const id = newId()
  const caseId = await anotherCase(stage.world)
  const nominatedBy = stage.world.viewers.lowNewtonOfficer.personId
  const at = { nominatedBy, nominatedAt: NOW, stateChangedAt: NOW }
  await owner()
    .insertInto('nomination')
    .values({ id, caseId, serviceId, agreed: 'yes', state: 'nominated', ...at })
    .execute()
  return id
}

async function claimOn(bedspaceId: string): Promise<string> {
  const { id } = await owner()
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  return id
}

type Sends = Row['sends']

/** The form of a page that sends this. */
async function formOf(who: SmallPerson, path: string, sends: Sends): Promise<DrawnForm> {
  const cookie = await stage.cookieOf(who)
  const page = await answerOf(await fetch(stage.server.url + path, { headers: { cookie } }))
  const found = formsOn(page.text, path, null).find(
    ({ action, controls }) =>
      Object.entries(sends).every(([name, value]) =>
        controls.some(each => each.name === name && (each.type === 'textarea' || each.value === value)),
      ) && !action.endsWith('/sign-out'),
  )
  expect(found, `${path}: ${plainText(page.text)}`).toBeDefined()
  return found!
}

async function send(who: SmallPerson, drawn: DrawnForm, answers: Sends) {
  const fields = filled(drawn, { day: addedDay(14), answers: { others: null, ...answers } })
  return answerOf(await postFilled(stage.server.url + drawn.action, drawn, fields, await stage.cookieOf(who)))
}

async function press(who: SmallPerson, path: string, sends: Sends): Promise<void> {
  const answer = await send(who, await formOf(who, path, sends), sends)
  expect([path, answer.status]).toEqual([path, 303])
}

async function posted(who: SmallPerson, path: string, fields: Record<string, string>) {
  const cookie = await stage.cookieOf(who)
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams(fields)
  return answerOf(await fetch(stage.server.url + path, { method: 'POST', redirect: 'manual', headers, body }))
}

function addedDay(days: number): Date {
  return new Date(NOW.getTime() + days * 86_400_000)
}

function plainText(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}
