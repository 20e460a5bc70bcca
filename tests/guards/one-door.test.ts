import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files'

const DOOR = 'app/domain/case/record/open-person.server.ts'
/** What opens an identity or reads the facts of a case, and the files that may: where it is made, and the door. */
const OPENERS = /\b(loadCases?|readCase|selectFacts|selectIdentities|selectTriage|openIdentity)\(/
const BEHIND_THE_DOOR = [
  'app/domain/case/record/case-identity.server.ts',
  'app/domain/case/record/case-row.server.ts',
  DOOR,
]
/** The tables that hold a person, and the views that leave out what she does not agree to pass on. */
const TABLES =
  /(selectFrom|[jJ]oin)\(\s*'(case(Identity|Custody|Needs|Safety|Triage)|readable(Triage|Needs|Safety))\b/
/** Each looks up by the hash of a prison number, or the versions alone, and opens nothing. */
const LOOKS_UP = [
  'app/domain/case/closing/closed-cases.server.ts',
  'app/domain/case/find/find-cases.server.ts',
  'app/domain/case/record/create-case.server.ts',
  'app/domain/case/record/same-person.server.ts',
  'app/domain/referral/changes/note-changes.server.ts',
  // Whether somebody on a release list has a case: by the keyed hash of a number, and no name is opened.
  'app/domain/release-list/apply-list.server.ts',
  // Under a role that may read the keyed hash of a number alone, to know the same woman again.
  'app/domain/unmet-need/drawing/read-cases.server.ts',
  'app/domain/unmet-need/drawing/read-parents.server.ts',
]
/** Uses of a case that show nobody to anybody: each is an act with a row of its own, or compares words. */
const UNSEEN = /\b(personForAct|factsToDecide|identityToCompare)\(/
const WITHOUT_BEING_SHOWN = [
  'app/domain/case/find/mark-names.server.ts',
  'app/domain/case/record/same-person.server.ts',
  'app/domain/casework/change-basics.server.ts',
  'app/domain/casework/correct-person.server.ts',
  'app/domain/casework/hand-over.server.ts',
  'app/domain/casework/move-release-date.server.ts',
  'app/domain/casework/reopen-case.server.ts',
  'app/domain/casework/update-facts.server.ts',
  'app/domain/nomination/nominate.server.ts',
  'app/domain/nomination/take-step.server.ts',
  'app/domain/referral/changes/decide-again.server.ts',
  'app/domain/referral/submit/submit-referral.server.ts',
  'app/domain/referral/submit/words-for-triage.server.ts',
  'app/domain/release-list/apply-list.server.ts',
  'app/domain/shortlist/change-shortlist.server.ts',
  'app/domain/unmet-need/own-match/match-women.server.ts',
]

const product = sourceFiles().filter(({ path }) => path.startsWith('app/') && !/\.test\.tsx?$/.test(path))

function filesWith(pattern: RegExp): string[] {
  return product.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

/** What gives an administrator everything held on one person, and the files that ask for it; each leaves its row. */
const HELD = /\b(held_on_case|key_of_case|cases_of_person)\(/
const ON_REQUEST = ['app/domain/held/held-person.server.ts', 'app/domain/held/strike-words.server.ts']

describe('the one door to a person', () => {
  it('has one other, for an administrator who is asked for everything held', () => {
    expect(filesWith(HELD).sort()).toEqual(ON_REQUEST)
  })

  it('alone opens an identity or reads the facts of a case', () => {
    expect(filesWith(OPENERS).sort()).toEqual([...BEHIND_THE_DOOR].sort())
  })

  it('alone asks the tables that hold a person', () => {
    const others = filesWith(TABLES).filter(path => !BEHIND_THE_DOOR.includes(path))
    expect(others.sort()).toEqual(LOOKS_UP)
  })

  it('has one hand that writes who a case is of, so that hash and marks follow the name', () => {
    expect(filesWith(/(insertInto|updateTable)\('case(Identity|NameMark)'\)/).sort()).toEqual([
      'app/domain/case/record/write-identity.server.ts',
      // Whether a case is open, and nothing of who it is of.
      'app/domain/casework/close-case.server.ts',
    ])
  })

  it('is passed without a row by acts that leave one of their own, and by nothing else', () => {
    expect(
      filesWith(UNSEEN)
        .filter(path => path !== DOOR)
        .sort(),
    ).toEqual(WITHOUT_BEING_SHOWN)
  })
})
