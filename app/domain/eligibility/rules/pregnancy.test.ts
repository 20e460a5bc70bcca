import { decides } from '@tests/support/rule-rows'
import { pregnancyRule } from './pregnancy'

const toWeek34 = { pregnancy: { toWeek: 34 } }
const out = (day: string) => ({ release: { from: day, to: day } })
const pregnant = { sex: 'female', pregnancy: 'yes' } as const

decides(pregnancyRule, {
  'well before the limit': {
    facts: { ...pregnant, dueMonth: '2027-06', ...out('2026-12-28') },
    policy: toWeek34,
    outcome: 'eligible',
    reason: 'About week 13 to 17 at release: they take women to week 34',
    tier: 2,
  },
  'past the limit at release': {
    facts: { ...pregnant, dueMonth: '2027-01', ...out('2026-12-28') },
    policy: toWeek34,
    outcome: 'not_eligible',
    reason: 'About week 35 to 39 at release: past their limit of week 34',
    tier: 2,
  },
  'approaching the limit': {
    facts: { ...pregnant, dueMonth: '2027-02', ...out('2026-12-28') },
    policy: toWeek34,
    outcome: 'discuss',
    reason: 'About week 31 to 35 at release: close to their limit of week 34',
  },
  'baby due before release': {
    facts: { ...pregnant, dueMonth: '2026-11', ...out('2026-12-28') },
    policy: toWeek34,
    outcome: 'discuss',
    reason: 'The baby is due before release: answer for the baby under children',
  },
  'due month and release date not known': {
    facts: pregnant,
    policy: toWeek34,
    outcome: 'discuss',
    missing: ['dueMonth', 'release'],
  },
  'release date not known': {
    facts: { ...pregnant, dueMonth: '2027-07' },
    policy: toWeek34,
    outcome: 'discuss',
    missing: ['release'],
  },
  'release date not known, already close to the limit': {
    facts: { ...pregnant, dueMonth: '2027-01' },
    policy: toWeek34,
    outcome: 'discuss',
  },
  'not known': { facts: { sex: 'female' }, policy: toWeek34, outcome: 'discuss', missing: ['pregnancy'] },
  'accepted at any week needs no fact': {
    facts: { sex: 'female' },
    policy: { pregnancy: { toWeek: null } },
    outcome: 'eligible',
  },
  'not stated and pregnant': { facts: pregnant, outcome: 'discuss' },
  'not pregnant': { facts: { sex: 'female', pregnancy: 'no' }, policy: toWeek34, outcome: 'not_applicable' },
  'a man': { facts: { sex: 'male' }, policy: toWeek34, outcome: 'not_applicable' },
})
