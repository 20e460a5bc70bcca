import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addService } from '../../factories/service'
import { ENTRY_NOW, type EntryStage, openEntryStage } from './entry-stage'

let stage: EntryStage

beforeAll(async () => {
  stage = await openEntryStage()
}, 300_000)
afterAll(() => stage?.close())

/** A complete entry, sent to the editors. Gives the address of its page. */
async function sentEntry(name: string, kind: string): Promise<string> {
  const { to } = await stage.send('manager', '/our-services/new', [
    ['name', name],
    ['kind', kind],
    ['summary', 'A place by day'],
    ['areas', 'E08000021'],
    ['staffedHours.answer', 'all'],
    ['isForWomenOrAbuse', 'no'],
  ])
  await stage.send('manager', `${to}/entry/where`, [
    ['areas', 'E08000021'],
    ['pathways', 'health'],
  ])
  await stage.send('manager', `${to}/entry/contact`, [
    ['phone', '0191 498 0303'],
    ['staffedHours.answer', 'all'],
    ['referralRoute', 'here'],
  ])
  await stage.database.owner
    .insertInto('servicePolicy')
    .values({ serviceId: to.split('/').at(-1) ?? '', criteria: JSON.stringify({ sex: 'women' }) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const sent = await stage.send('manager', to, [['intent', 'send']])
  expect(sent.status).toBe(303)
  return to
}

const approvalOf = (path: string) => path.replace('/our-services/', '/approvals/')
const publicOf = (path: string) => path.replace('/our-services/', '/services/')

describe('a first entry', () => {
  it('is sent back with words, mended, approved, and then seen by everybody', async () => {
    const path = await sentEntry('Alder Court', 'mentoring')
    expect((await stage.read('editor', '/approvals')).body).toContain('Alder Court')
    for (const who of ['manager', 'stranger', 'council', 'officer'] as const) {
      const decided = await stage.send(who, approvalOf(path), [
        ['decision', 'approved'],
        ['version', '4'],
      ])
      expect([who, decided.status]).toEqual([who, 404])
    }
    const wordless = await stage.send('editor', approvalOf(path), [['decision', 'sent_back']])
    expect(wordless.status).toBe(422)
    expect(wordless.body).toContain('Say what the provider has to mend')
    const back = [
      ['decision', 'sent_back'],
      ['words', 'Say who may come'],
    ]
    expect((await stage.send('editor', approvalOf(path), back)).status).toBe(303)
    const own = await stage.read('manager', path)
    expect(own.body).toContain('Sent back: Say who may come')
    expect(own.body).toContain('Send it to the editor')
    await stage.send('manager', path, [['intent', 'send']])
    expect((await stage.send('editor', approvalOf(path), [['decision', 'approved']])).status).toBe(303)
    // Approved is gone through: dated so, which the editor corrects and everybody reads.
    expect((await stage.read('nobody', publicOf(path))).body).toContain('Entry checked on 1 February 2027')
    const corrected = await stage.send('editor', `${path}/entry/checked`, [
      ...[
        ['assuredOn.day', '29'],
        ['assuredOn.month', '1'],
        ['assuredOn.year', '2027'],
      ],
    ])
    expect(corrected.status).toBe(303)
    expect((await stage.read('nobody', publicOf(path))).body).toContain('Entry checked on 29 January 2027')
    expect((await stage.read('manager', `${path}/history`)).body).toContain(
      'Entry checked on: 29 January 2027 (was 1 February 2027)',
    )
    expect((await stage.read('editor', '/approvals')).body).not.toContain('Alder Court')
  })

  it('for women only starts hidden, with its places, until an editor has decided with the provider', async () => {
    const path = await sentEntry('Birch House', 'supported_housing')
    await stage.send('manager', `${path}/sites/new`, [
      ['name', 'Main house'],
      ['address', '5 Birch Row'],
      ['postcode', 'NE4 5TG'],
    ])
    expect((await stage.send('editor', approvalOf(path), [['decision', 'approved']])).status).toBe(303)
    expect((await stage.read('officer', publicOf(path))).body).not.toContain('5 Birch Row')
    const id = path.split('/').at(-1) ?? ''
    const { owner } = stage.database
    expect(await owner.selectFrom('site').select('id').where('serviceId', '=', id).execute()).toEqual([])
    const history = await owner.selectFrom('recordChange').selectAll().where('serviceId', '=', id).execute()
    expect(JSON.stringify(history)).not.toContain('Birch Row')
    const shown = [
      ['decision', 'shown'],
      ['words', 'With the manager, by phone'],
    ]
    expect((await stage.send('editor', approvalOf(path), shown)).status).toBe(303)
    expect((await stage.read('officer', publicOf(path))).body).toContain('5 Birch Row')
    expect((await stage.read('manager', path)).body).toContain(
      'Places may be shown: With the manager, by phone',
    )
  })

  it('that becomes one for those who were abused, long after it was approved, hides its places then', async () => {
    const path = await sentEntry('Cedar Mentors', 'mentoring')
    await stage.send('manager', `${path}/sites/new`, [
      ['name', 'Office'],
      ['address', '7 Cedar Row'],
      ['postcode', 'NE4 5TG'],
    ])
    await stage.database.owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sex: 'mixed' }) })
      .where('serviceId', '=', path.split('/').at(-1) ?? '')
      .execute()
    await stage.send('editor', approvalOf(path), [['decision', 'approved']])
    expect((await stage.read('officer', publicOf(path))).body).toContain('7 Cedar Row')
    const saved = await stage.send('manager', `${path}/entry/where`, [
      ['areas', 'E08000021'],
      ['pathways', 'abuse'],
    ])
    expect(saved.status).toBe(303)
    expect((await stage.read('officer', publicOf(path))).body).not.toContain('7 Cedar Row')
  })
})

describe('what an editor decides on', () => {
  it('is all that an approval publishes: the rules, the rooms, the money, and that places are hidden and from whom', async () => {
    const path = await sentEntry('Dove House', 'supported_housing')
    const id = path.split('/').at(-1) ?? ''
    const { owner } = stage.database
    // Not by a form of the entry: the first that is saved hides what its policy makes due.
    await owner.updateTable('service').set({ rentWeeklyPence: 14_800 }).where('id', '=', id).execute()
    const criteria = JSON.stringify({ sex: 'women', ageMin: 21 })
    await owner.updateTable('servicePolicy').set({ criteria }).where('serviceId', '=', id).execute()
    await owner
      .insertInto('bedspace')
      .values({
        ...{ id: crypto.randomUUID(), serviceId: id, name: 'Room 7' },
        ...{ type: 'shared', sex: 'women', rentWeeklyPence: 9_000, note: 'Second floor' },
      })
      .execute()
    await stage.send('manager', `${path}/sites/new`, [
      ['name', 'Main house'],
      ['address', '5 Dove Row'],
      ['postcode', 'NE4 5TG'],
    ])
    const shown = (await stage.read('editor', approvalOf(path))).body
    for (const words of ['£148 a week', '>Women<', '21', 'Room 7', 'Shared, women, £90 a week, Second floor'])
      expect(shown).toContain(words)
    expect(shown).toContain('its places are hidden once it is approved')
    expect(shown).toContain('5 Dove Row')

    const refuge = await sentEntry('Egret House', 'refuge')
    const none = (await stage.read('editor', approvalOf(refuge))).body
    expect(none).toContain('No place is entered yet, and any that is entered is hidden')
    await stage.send('manager', `${refuge}/sites/new`, [
      ['name', 'Behind the mill'],
      ['address', '7 Egret Lane'],
      ['postcode', 'NE4 5TG'],
    ])
    const hidden = (await stage.read('editor', approvalOf(refuge))).body
    expect(hidden).toContain('One place is entered, and hidden. Where they are is read by those alone')
    expect(hidden).toContain('who keep this entry for Marl Trust')
    expect(hidden).not.toMatch(/Egret Lane|Behind the mill/)
  })

  it('says that no rule is stated, and such a policy is not verified; the first verifying stands in the history', async () => {
    const path = await sentEntry('Fern House', 'mentoring')
    const { owner } = stage.database
    const serviceId = path.split('/').at(-1) ?? ''
    await owner.deleteFrom('servicePolicy').where('serviceId', '=', serviceId).execute()
    expect((await stage.read('manager', `${path}/policy`)).body).toContain('so there is nothing to verify')
    const bare = await stage.send('manager', `${path}/policy`, [['version', '0']])
    expect(bare.status).toBe(409)
    expect(bare.body).toContain('State whom you take on at least one page of the policy')
    const blank = await stage.send('manager', `${path}/policy/age`, [['verifiesAll', 'yes']])
    expect(blank.status).toBe(422)
    expect(blank.body).toContain('href="#policy-verifiesAll"')
    const stated = [
      ['ageMin', '30'],
      ['verifiesAll', 'yes'],
    ]
    expect((await stage.send('manager', `${path}/policy/age`, stated)).status).toBe(303)
    const history = (await stage.read('manager', `${path}/history`)).body
    expect(history).toContain('Policy, Youngest age: 30 (was not stated)')
    expect(history).toContain('The whole policy was verified')
  })
})

describe('an approved entry', () => {
  it('is live at once when it is changed, and stands in the list until an editor has looked', async () => {
    const contact = `/our-services/${stage.houseId}/entry/contact`
    const phone = [
      ['phone', '0191 498 0909'],
      ['staffedHours.answer', 'all'],
      ['referralRoute', 'here'],
    ]
    expect((await stage.send('manager', contact, phone)).status).toBe(303)
    expect((await stage.read('nobody', `/services/${stage.houseId}`)).body).toContain('0191 498 0909')
    expect((await stage.read('editor', '/approvals')).body).toContain('Marl House')
    const page = await stage.read('editor', `/approvals/${stage.houseId}`)
    expect(page.body).toContain('Phone: 0191 498 0909 (was Not stated)')
    const through = /name="through" value="(\d+)"/.exec(page.body)?.[1] ?? ''
    const looked = [
      ['decision', 'looked_at'],
      ['through', through],
    ]
    expect((await stage.send('editor', `/approvals/${stage.houseId}`, looked)).status).toBe(303)
    expect((await stage.read('manager', `/our-services/${stage.houseId}`)).body).toMatch(
      /Entry checked on<\/dt>\s*<dd[^>]*>1 February 2027/,
    )
    expect((await stage.read('editor', '/approvals')).body).not.toContain('Marl House')
  })
})

describe('an organisation', () => {
  it('applies signed out, is approved, and whoever applied is invited', async () => {
    const answers = {
      name: 'Hazel Trust',
      kind: 'provider',
      runs: 'Two houses in Gateshead',
      applicantName: 'Hazel Manager',
      applicantEmail: 'hazel@hazel.example',
    }
    const applied = await stage.sendAsNobody('/organisations/apply', answers)
    expect(applied.status).toBe(303)
    const empty = await stage.sendAsNobody('/organisations/apply', { ...answers, name: '' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Two houses in Gateshead')
    const list = await stage.read('administrator', '/approvals')
    const path = /href="(\/organisations\/applications\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? ''
    for (const who of ['manager', 'stranger', 'council', 'officer'] as const)
      expect(
        (
          await stage.send(who, path, [
            ['version', '1'],
            ['decision', 'approved'],
          ])
        ).status,
      ).toBe(404)
    const unsaid = await stage.send('editor', path, [['decision', 'refused']])
    expect(unsaid.status).toBe(422)
    expect(unsaid.body).toContain('Choose why it is refused')
    expect((await stage.send('editor', path, [['decision', 'approved']])).status).toBe(303)
    const { body: decided } = await stage.read('editor', path)
    for (const kept of ['hazel@hazel.example', 'Hazel Manager', 'Approved', 'Invite them again'])
      expect(decided).toContain(kept)
    const invited = await stage.database.owner
      .selectFrom('invitation')
      .select(['email', 'role'])
      .where('email', '=', 'hazel@hazel.example')
      .execute()
    expect(invited).toEqual([{ email: 'hazel@hazel.example', role: 'provider_manager' }])
    expect((await stage.read('administrator', '/organisations')).body).toContain('Hazel Trust')
    // Of a name that the public directory does not show nobody signed out is told.
    const organisation = await stage.database.owner
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', 'Hazel Trust')
      .executeTakeFirstOrThrow()
    await addService(stage.database.owner, { organisationId: organisation.id, name: 'Hazel House' })
    const twice = await stage.sendAsNobody('/organisations/apply', { ...answers, name: 'HAZEL-trust' })
    expect(twice.status).toBe(422)
    expect(twice.body).toContain('An organisation of this name is here already: Hazel Trust')
    const ticked = { ...answers, name: 'HAZEL-trust', sameName: 'hazeltrust' }
    expect((await stage.sendAsNobody('/organisations/apply', ticked)).status).toBe(303)
    const prior = [
      ['name', 'hazel trust'],
      ['kind', 'provider'],
    ]
    expect((await stage.send('editor', '/organisations/new', prior)).body).toContain('value="hazeltrust"')
    const another = await stage.send('editor', '/organisations/new', [...prior, ['sameName', 'hazeltrust']])
    expect(another.status).toBe(303)
  })

  it('is corrected by an editor, with what it said in its history', async () => {
    const answers = {
      ...{ name: 'Rowen Trust', kind: 'provider', runs: 'A house', applicantName: 'Ro' },
      ...{ applicantEmail: 'ro@rowen.example', applicantPhone: '0191 498 0000' },
    }
    expect((await stage.sendAsNobody('/organisations/apply', answers)).status).toBe(303)
    const { id } = await stage.database.owner
      .selectFrom('organisationApplication')
      .select('id')
      .where('name', '=', 'Rowen Trust')
      .executeTakeFirstOrThrow()
    const path = `/organisations/applications/${id}`
    const typed = [
      ['intent', 'correct'],
      ['name', 'Rowan Trust'],
      ['kind', 'council'],
      ['authorityCode', 'E08000021'],
      ['runs', 'Two houses'],
      ['applicantName', 'Rowan'],
      ['applicantEmail', 'rowan@rowan.example'],
      ['applicantPhone', '0191 498 0111'],
      ['words', 'Rang them'],
    ]
    const wrong = await stage.send('editor', path, [...typed.slice(0, 5), ['applicantEmail', 'no address']])
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="no address"')
    for (const who of ['manager', 'stranger', 'officer'] as const)
      expect((await stage.send(who, path, [['version', '1'], ...typed])).status).toBe(404)
    expect((await stage.send('editor', path, typed)).status).toBe(303)
    const { body } = await stage.read('editor', path)
    for (const line of [
      'Name: Rowan Trust (was Rowen Trust)',
      'What it is: A council (was A provider)',
      'Authority: Newcastle upon Tyne (was Not stated)',
      'What it runs: Two houses (was A house)',
      'Who applied: Rowan (was Ro)',
      'Email: rowan@rowan.example (was ro@rowen.example)',
      'Phone: 0191 498 0111 (was 0191 498 0000)',
      'Kept with the decision: Rang them (was Not stated)',
    ])
      expect(body).toContain(line)
    expect((await stage.send('editor', path, [['version', '1'], ...typed])).status).toBe(409)
  })

  it('is kept by its own manager, and its old answers stand in its history', async () => {
    const path = `/organisations/${stage.organisationId}`
    const typed = [
      ['name', 'Marl Trust North'],
      ['phone', '0191 498 0404'],
      ['teamEmail', 'team@marl.example'],
      ['lawfulBasis', 'Public task'],
    ]
    expect((await stage.send('stranger', path, [['version', '1'], ...typed])).status).toBe(404)
    expect((await stage.send('worker', path, [['version', '1'], ...typed])).status).toBe(404)
    expect((await stage.send('manager', path, typed)).status).toBe(303)
    const { body } = await stage.read('manager', path)
    for (const line of [
      'Name: Marl Trust North (was Marl Trust)',
      'Phone: 0191 498 0404 (was Not stated)',
      'Address of the whole team: team@marl.example (was Not stated)',
      'Lawful basis: Public task (was Not stated)',
    ])
      expect(body).toContain(line)
    expect((await stage.send('manager', path, [['version', '1'], ...typed])).status).toBe(409)
    expect((await stage.send('editor', path, [['intent', 'close']])).status).toBe(409)
  })

  it('is made by an administrator: a council needs its authority, a prison its prison', async () => {
    const prison = [
      ['name', 'Durham team'],
      ['kind', 'prison'],
    ]
    const refused = await stage.send('administrator', '/organisations/new', prison)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Choose the prison')
    const made = await stage.send('administrator', '/organisations/new', [...prison, ['prisonCode', 'DMI']])
    expect(made.status).toBe(303)
    expect((await stage.send('administrator', made.to, [['intent', 'close']])).status).toBe(303)
    expect((await stage.read('administrator', made.to)).body).toContain('Open it again')
  })
})

describe('a service', () => {
  const path = () => `/our-services/${stage.houseId}/standing`

  it('is paused: it says so to everybody, and has no bed to offer', async () => {
    const { owner } = stage.database
    await owner
      .insertInto('bedspace')
      .values({ id: crypto.randomUUID(), serviceId: stage.houseId, name: 'Room 1', type: 'self_contained' })
      .execute()
    await owner
      .insertInto('serviceVacancy')
      .values({ serviceId: stage.houseId, confirmedAt: ENTRY_NOW })
      .onConflict(conflict => conflict.column('serviceId').doUpdateSet({ confirmedAt: ENTRY_NOW }))
      .execute()
    const page = `/services/${stage.houseId}`
    expect((await stage.read('officer', page)).body).toContain('1 bedspace')
    const pause = [
      ['intent', 'pause'],
      ['pausedReason', 'refurbishment'],
      ['pausedUntil.day', '4'],
      ['pausedUntil.month', '3'],
      ['pausedUntil.year', '2027'],
      ['pausedNote', 'New roof'],
    ]
    for (const who of ['worker', 'stranger', 'council', 'officer'] as const)
      expect((await stage.send(who, path(), [['version', '1'], ...pause])).status).toBe(404)
    expect((await stage.send('manager', path(), pause.slice(0, 1))).status).toBe(422)
    expect((await stage.send('manager', path(), pause)).status).toBe(303)
    for (const who of ['nobody', 'officer'] as const)
      expect((await stage.read(who, page)).body).toContain(
        'Paused: being refurbished, until about 4 March 2027',
      )
    expect((await stage.read('officer', page)).body).not.toContain('1 bedspace')
    expect((await stage.read('nobody', page)).body).not.toContain('New roof')
    expect((await stage.send('manager', path(), [['intent', 'open']])).status).toBe(303)
    expect((await stage.read('officer', page)).body).toContain('1 bedspace')
    const { body } = await stage.read('manager', `/our-services/${stage.houseId}/history`)
    for (const line of ['Paused: being refurbished', 'About the pause: New roof', 'Open again'])
      expect(body).toContain(line)
  })

  it('is closed: it leaves the directory, and can be opened again', async () => {
    expect((await stage.send('manager', path(), [['intent', 'close']])).status).toBe(303)
    const gone = await stage.read('nobody', `/services/${stage.houseId}`)
    expect(gone.status).toBe(410)
    expect(gone.body).toContain('Marl House closed on 1 February 2027')
    expect(gone.body).toContain('href="/services"')
    // What hides its places was never there for anybody who is not told of it.
    const absent = await stage.read('nobody', `/services/${crypto.randomUUID()}`)
    const hide = (confidential: boolean) =>
      stage.database.owner
        .updateTable('service')
        .set({ confidential })
        .where('id', '=', stage.houseId)
        .execute()
    await hide(true)
    expect(await stage.read('nobody', `/services/${stage.houseId}`)).toEqual(absent)
    await hide(false)
    expect(
      (
        await stage.send('manager', path(), [
          ['intent', 'pause'],
          ['pausedReason', 'full'],
        ])
      ).status,
    ).toBe(409)
    expect((await stage.send('manager', path(), [['intent', 'open']])).status).toBe(303)
    expect((await stage.read('nobody', `/services/${stage.houseId}`)).status).toBe(200)
  })
})
