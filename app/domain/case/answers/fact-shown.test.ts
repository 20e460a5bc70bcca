import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../../eligibility/facts'
import { topicFormValue } from './fact-form-value'
import { shownAnswer } from './fact-shown'
import { TOPIC_CODES, TOPICS } from './fact-topics'
import { topicSchema } from './facts-form'

const facts = PersonFacts.parse({
  childrenPlan: 'live_in',
  children: [{ age: { min: 3, max: 3 }, sex: 'boy' }],
  pregnancy: 'yes',
  dueMonth: '2027-03',
  accessNeeds: [],
  arson: 'conviction',
  arsonYear: 2019,
  rosh: 'medium',
  roshAssessedOn: '2026-09-01',
  arrearsPence: 25050,
  localConnection: [{ authority: 'E08000024', ground: 'family' }],
  licenceExclusions: [{ authority: 'E08000021', extent: 'part' }],
  preferredAuthorities: ['E08000024', 'E08000023'],
  avoid: { authorities: ['E08000021'], serviceIds: [] },
})

describe('an answer in a summary list', () => {
  it.each([
    ['household', 'children', 'Boy, 3'],
    ['household', 'dueMonth', 'March 2027'],
    ['household', 'couple', 'Not known yet'],
    ['needs', 'accessNeeds', 'None'],
    ['risk', 'arsonYear', '2019'],
    ['risk', 'roshAssessedOn', '1 September 2026'],
    ['risk', 'violenceTargets', 'Not known yet'],
    ['money', 'arrearsPence', '£250.50'],
    ['areas', 'localConnection', 'Sunderland: close family there'],
    ['areas', 'licenceExclusions', 'Newcastle upon Tyne: part of the area'],
    ['areas', 'preferredAuthorities', 'Sunderland, South Tyneside'],
    ['safety', 'avoid', 'Newcastle upon Tyne'],
  ] as const)('of %s, %s: %s', (topic, field, words) => {
    const question = TOPICS[topic].questions.find(each => each.field === field)
    expect(question && shownAnswer(question, facts)).toBe(words)
  })
})

describe('a form filled with what is kept', () => {
  it.each(TOPIC_CODES)('changes nothing when %s is sent back as it is', topic => {
    const form = new FormData()
    fill(form, '', topicFormValue(topic, facts))
    const submission = parseWithZod(form, { schema: topicSchema(topic, '2026-11-22') })
    const kept = Object.fromEntries(TOPICS[topic].questions.map(({ field }) => [field, facts[field]]))
    expect(submission.status === 'success' ? submission.value : submission.error).toEqual(kept)
  })
})

/** Writes a form's values as a browser sends them. */
function fill(form: FormData, name: string, value: unknown): void {
  if (typeof value === 'boolean') {
    if (value) form.append(name, 'on')
  } else if (Array.isArray(value)) {
    value.forEach((each, index) => fill(form, typeof each === 'object' ? `${name}[${index}]` : name, each))
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) fill(form, name === '' ? key : `${name}.${key}`, each)
  } else {
    form.append(name, String(value))
  }
}

describe('answers to questions', () => {
  const questions = TOPIC_CODES.flatMap(topic => TOPICS[topic].questions)
  const nobodyAsked = PersonFacts.parse({})

  it.each(questions.map(question => [question.question, question] as const))(
    '“%s” is never answered where nobody asked',
    (_, question) => {
      const unasked = question.kind === 'flag' ? ['No'] : ['Not known yet', 'Not asked yet', 'None chosen']
      expect(unasked).toContain(shownAnswer(question, nobodyAsked))
    },
  )

  it.each(
    questions
      .filter(({ question, choices }) => choices && /^(Is|Has|Does|Will|Can) /.test(question))
      .map(({ question, choices }) => [question, choices ?? {}] as const),
  )('“%s” is answered yes or no, never none', (_, choices) => {
    expect(Object.values(choices)).not.toContain('None')
  })

  it('say that nothing is to be avoided only once somebody asked', () => {
    const avoid = questions.find(({ kind }) => kind === 'avoid')
    if (!avoid) throw new Error('No question about what to avoid')
    const asked = PersonFacts.parse({ avoid: { authorities: [], serviceIds: [] } })
    expect([shownAnswer(avoid, nobodyAsked), shownAnswer(avoid, asked)]).toEqual(['Not asked yet', 'None'])
  })
})
