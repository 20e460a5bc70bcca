import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCESS } from './access-table/access-table'
import { openStrangersStage, type StrangersStage } from './strangers-stage'
import { oneOfEach, type Tried, tryForms } from './strangers-writes'

/** Saved in no table, or not in this world. */
const UNSAVED: Readonly<Record<string, string>> = {
  '/account/second-factor/app': 'A phone says its code',
  '/account/second-factor/key': 'A key answers it',
  '/administration/person': 'It is looked for by a number, and only the look-up is kept',
  '/cases/find': 'It is looked for, and nothing kept',
  '/approvals/:id/decisions/:id':
    'What was decided is said in other words, as a person would: decisions.test.ts',
  '/services/:id/something-is-wrong': 'The same was told of it today',
  '/organisations/:id': 'An organisation closes once its services have',
}

/** Whose forms are another's never, or are drawn by what this world does not have; tests of their own send them as strangers. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'routes/account/confirm-email': 'A link opens it: change-email.test.ts',
  'routes/account/email': 'Of one’s own alone: mended-sign-in.test.ts',
  'routes/account/new-password': 'A link opens it: own-account.test.ts',
  'routes/account/sessions': 'Of another session of one’s own: sessions.test.ts',
  'routes/administration/held': 'Of a person who was looked up: held-person.test.ts',
  'routes/case/carried': 'Of a woman who returns: settle-carried.test.ts',
  'routes/case/check-earlier': 'Of a check that was replaced: record-check.test.ts',
  'routes/case/history': 'Of a case that was corrected: case-corrections.test.ts',
  'routes/our-services/verify': 'A link opens it: reminder tests',
  'routes/our/hidden-history': 'Of a hidden place that was changed: hidden-history.test.ts',
  'routes/our/history': 'Of an entry that was corrected: strike-old-words.test.ts',
  'routes/our/service': 'Of a draft that is whole: entry-screens.test.ts',
  'routes/people/join': 'A link opens it: people.test.ts',
  'routes/people/people': 'Of who is invited, a list of its own: people.test.ts',
  'routes/queue/queue': 'Of a case that left the queue: correct-end.test.ts',
  'routes/referral': 'Of words that were written with it: strike-own-words.test.ts',
  'routes/sign-in/second-factor': 'Of a half session: half-session.test.ts',
}

let stage: StrangersStage
let tried: Tried[]
beforeAll(async () => {
  stage = await openStrangersStage()
  tried = await tryForms(stage, oneOfEach())
}, 600_000)
afterAll(() => stage?.close())

/** One stranger of each kind; all of them in strangers-writes.long.test.ts. */
describe('a well-formed form', () => {
  it('is found on the page of every route that takes one', () => {
    const taken = Object.entries(ACCESS).filter(([, rows]) =>
      rows.some(({ post }) => post && post.signedOut !== 'answered'),
    )
    const without = taken.map(([route]) => route).filter(route => !tried.some(each => each.route === route))
    expect(without.sort()).toEqual(Object.keys(NOT_HERE))
  })

  it('is saved where whoever it was drawn for sends it', () => {
    const unsaved = tried.filter(({ owner }) => owner.changed.length === 0)
    const unknown = unsaved.filter(({ form }) => !((form.split(' ')[0] ?? '') in UNSAVED))
    expect(unknown.map(({ form, owner }) => `${owner.status} ${form}`)).toEqual([])
  })

  it('changes nothing where a stranger sends it, who is answered as if there were no such page', () => {
    const wrong = tried.flatMap(({ form, strangers }) =>
      strangers
        .filter(({ expected, said, changed }) => said !== expected || changed.length > 0)
        .map(each => ({ form, ...each })),
    )
    expect(wrong).toEqual([])
  })
})
