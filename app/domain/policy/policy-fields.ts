import type { FUNDING_SOURCES, VIOLENCE_TARGETS } from '../eligibility/facts'
import type { LEVELS } from '../eligibility/levels'
import type { OnlyForGroup } from '../eligibility/only-for-groups'
import type { Policy } from '../eligibility/policy'

/** How an answer of a policy is given: in a form, in a cell of a file. */
type Kind = 'choice' | 'many' | 'number' | 'pounds' | 'text' | 'lines'

export interface PolicyField {
  kind: Kind
  /** What of the policy it states; 'notes' are the exclusions that fit no criterion. */
  part: keyof Policy | 'notes'
  /** As a file heads its column and the history names it. */
  label: string
  /** As a form asks it. */
  question: string
  hint?: string
  /** For 'choice' and 'many': the code and its words. */
  choices?: Readonly<Record<string, string>>
  /** For 'number': the least and the most that can be meant. */
  limits?: readonly [least: number, most: number]
  /** Goes with these answers of another field alone. */
  onlyWhen?: { field: string; is: readonly string[] }
  /** Cannot be left empty where it goes with the other answer. */
  isNeeded?: boolean
}

const YES_NO = { yes: 'Yes', no: 'No' }
const YES_CASE_NO = { yes: 'Yes', case_by_case: 'Case by case', no: 'No' }
const OFFENCE = {
  any: 'Yes, whatever the history',
  case_by_case: 'Case by case',
  never: 'Never with a conviction',
}
const LEVEL: Record<(typeof LEVELS)[number], string> = {
  low: 'Up to low',
  medium: 'Up to medium',
  high: 'Up to high',
  very_high: 'Up to very high',
}
const BELOW_THE_HIGHEST = ['low', 'medium', 'high']
const TARGETS: Record<(typeof VIOLENCE_TARGETS)[number], string> = {
  partner: 'A partner',
  family: 'Family',
  children: 'Children',
  staff: 'Staff',
  residents: 'Residents',
  strangers: 'Strangers',
}
const GROUPS: Record<OnlyForGroup | 'nobody', string> = {
  veterans: 'People who have served in the armed forces',
  care_leavers: 'Care leavers',
  in_recovery: 'People in recovery from drugs or alcohol',
  domestic_abuse: 'People who have been abused',
  mental_health: 'People living with mental ill health',
  learning_disability: 'People with a learning disability',
  nobody: 'No group in particular',
}
const FUNDING: Record<(typeof FUNDING_SOURCES)[number], string> = {
  housing_benefit: 'Housing Benefit or Universal Credit',
  own_money: 'Own money',
  council: 'The council',
  probation: 'Probation',
  none: 'No way to pay',
}
const AGE = [0, 120] as const

/**
 * Every answer a policy can state, in the order of its pages: the one list behind its forms, its file and its history. Blank is "not
 * stated", never "no". Safe for the browser.
 */
const POLICY_FIELDS = {
  sex: choice('sex', 'Sex', 'Who can live here?', {
    women: 'Women only',
    men: 'Men only',
    mixed: 'Women and men',
  }),
  sexNote: {
    kind: 'text',
    part: 'sexNote',
    label: 'Note on sex',
    question: 'Anything to add about that?',
    hint: 'For example: women on their own floor',
  },
  onlyFor: {
    kind: 'many',
    part: 'onlyFor',
    label: 'Only for',
    question: 'Is it kept for some people only?',
    hint: 'Any one of those you tick is enough',
    choices: GROUPS,
  },
  ageMin: number('ageMin', 'Youngest age', 'Youngest age you take', AGE),
  ageMax: number('ageMax', 'Oldest age', 'Oldest age you take', AGE),
  peopleFromPrison: choice(
    'peopleFromPrison',
    'People from prison',
    'Do you take people straight from prison?',
    YES_CASE_NO,
  ),
  convictions: choice('convictions', 'Convictions', 'Is there a limit on convictions?', {
    any: 'No limit',
    none_unspent: 'No unspent conviction',
    none_within: 'No conviction in the last months',
  }),
  convictionsMonths: {
    ...number('convictions', 'Months without conviction', 'How many months without a conviction?', [1, 240]),
    ...needed('convictions', 'none_within'),
  },
  arson: choice('arson', 'Arson', 'Do you take people with a history of arson?', {
    any: 'Yes, whatever the history',
    after_years: 'Some years after it',
    case_by_case: 'Case by case',
    never: 'Never with a conviction',
  }),
  arsonYears: {
    ...number('arson', 'Years after arson', 'How many years after it?', [1, 50]),
    ...needed('arson', 'after_years'),
  },
  sexualOffence: choice(
    'sexualOffence',
    'Sexual offence',
    'Do you take people with a history of sexual offences?',
    OFFENCE,
  ),
  offencesAgainstChildren: choice(
    'offencesAgainstChildren',
    'Offences against children',
    'Do you take people with a history of offences against children?',
    OFFENCE,
  ),
  domesticAbusePerpetrator: choice(
    'domesticAbusePerpetrator',
    'Domestic abuse towards others',
    'Do you take people with a history of domestic abuse towards others?',
    OFFENCE,
  ),
  violence: choice('violence', 'Violence', 'What is the highest band of violence you take?', LEVEL),
  violenceAbove: {
    ...choice('violence', 'Violence above that', 'And above that band?', {
      discuss: 'We talk it over',
      older: 'We take people if the last incident was years ago',
      never: 'We do not take people',
    }),
    onlyWhen: { field: 'violence', is: BELOW_THE_HIGHEST },
  },
  violenceYears: {
    ...number('violence', 'Years since violence', 'More than how many years ago?', [1, 50]),
    ...needed('violenceAbove', 'older'),
  },
  violenceTowards: {
    kind: 'many',
    part: 'violence',
    label: 'Violence talked over',
    question: 'Do you talk over violence towards some people, whatever its band?',
    hint: 'Leave all empty if not',
    choices: TARGETS,
    onlyWhen: { field: 'violence', is: [...BELOW_THE_HIGHEST, 'very_high'] },
  },
  rosh: choice(
    'rosh',
    'Risk of serious harm',
    'What is the highest risk of serious harm (RoSH) you take?',
    LEVEL,
  ),
  roshAbove: {
    ...choice('rosh', 'Risk of serious harm above that', 'And above that level?', {
      discuss: 'We talk it over',
      never: 'We do not take people',
    }),
    onlyWhen: { field: 'rosh', is: BELOW_THE_HIGHEST },
  },
  recovery: choice('substances', 'In recovery', 'Do you take people in recovery?', YES_NO),
  ost: choice('substances', 'On OST', 'Do you take people on opioid substitution treatment (OST)?', YES_NO),
  active: choice('substances', 'Active use', 'Do you take people who use drugs or drink heavily?', YES_NO),
  injecting: choice('injecting', 'Injecting', 'Do you take people who inject drugs?', YES_NO),
  children: choice('children', 'Children', 'Can children live here from the first night?', {
    live_in: 'Yes',
    case_by_case: 'Case by case',
    visits_only: 'No, but they can visit',
    none: 'No children at all',
  }),
  childrenMost: {
    ...number('children', 'Most children', 'How many children at most?', [1, 120]),
    onlyWhen: { field: 'children', is: ['live_in'] },
    hint: 'Of one parent. Leave empty where you state no limit',
  },
  childrenHighestAge: {
    ...number('children', 'Highest age of children', 'Highest age of a child', AGE),
    onlyWhen: { field: 'children', is: ['live_in'] },
    hint: 'That age included: for “under 8” enter 7',
  },
  boysHighestAge: {
    ...number('children', 'Highest age of boys', 'Highest age of a boy, if it is lower', AGE),
    onlyWhen: { field: 'children', is: ['live_in'] },
    hint: 'That age included',
  },
  pregnancy: choice('pregnancy', 'Pregnancy', 'Do you take women who are pregnant?', {
    any_week: 'Yes, at any week',
    to_week: 'Yes, up to a week of pregnancy',
  }),
  pregnancyToWeek: {
    ...number('pregnancy', 'Pregnancy to week', 'Up to which week?', [8, 42]),
    ...needed('pregnancy', 'to_week'),
  },
  couple: choice('couple', 'Couples', 'Do you take couples?', YES_CASE_NO),
  pets: choice('pets', 'Pets', 'Can a pet come too?', {
    yes: 'Yes',
    assistance_only: 'Assistance dogs only',
    no: 'No',
  }),
  wheelchair: choice('access', 'Wheelchair access', 'Can somebody who uses a wheelchair live here?', YES_NO),
  levelAccess: choice('access', 'Level access', 'Is the way in level?', YES_NO),
  lift: choice('access', 'Lift', 'Is there a lift?', YES_NO),
  stairs: choice('access', 'Stairs', 'Are there stairs that cannot be avoided?', YES_NO),
  localConnection: choice('localConnection', 'Local connection', 'Is a local connection needed?', {
    required: 'Yes',
    preferred: 'It helps, but is not needed',
    none: 'No',
    must_come_from_elsewhere: 'People must come from elsewhere',
  }),
  nrpf: choice(
    'nrpf',
    'No recourse to public funds',
    'Do you take people without recourse to public funds?',
    {
      accepts: 'Yes',
      funded_only: 'Only if somebody else pays',
      no: 'No',
    },
  ),
  funding: {
    kind: 'many',
    part: 'funding',
    label: 'Funding taken',
    question: 'How may the rent be paid?',
    hint: 'Tick all you take. Leave all empty where you state nothing',
    choices: FUNDING,
  },
  arrearsLimit: {
    kind: 'pounds',
    part: 'arrearsLimitPence',
    label: 'Highest arrears',
    question: 'Highest rent arrears you take, in pounds',
    hint: 'Enter 0 if you take nobody with arrears. Leave empty where you state no limit',
  },
  weeklyCharge: {
    kind: 'pounds',
    part: 'weeklyChargePence',
    label: 'Weekly charge',
    question: 'What people pay themselves each week, in pounds',
    hint: 'What no benefit covers. Enter 0 if there is nothing to pay',
  },
  curfew: choice('curfew', 'Curfew or tag', 'Do you take people on a curfew or tag?', YES_NO),
  supportHours: number(
    'supportHoursPerWeek',
    'Hours of support a week',
    'Hours of support each person gets a week',
    [0, 168],
  ),
  notes: {
    kind: 'lines',
    part: 'notes',
    label: 'Also said',
    question: 'Whom else do you not take, and what else should a referrer know?',
    hint: 'One a line, shown as you write it. Only what fits nothing asked on the other pages. Never about a person',
  },
} as const satisfies Record<string, PolicyField>

export type PolicyFieldName = keyof typeof POLICY_FIELDS

export const POLICY_FIELD_NAMES = Object.keys(POLICY_FIELDS) as readonly PolicyFieldName[]

export function policyField(name: PolicyFieldName): PolicyField {
  return POLICY_FIELDS[name]
}

function choice(
  part: keyof Policy,
  label: string,
  question: string,
  choices: Readonly<Record<string, string>>,
) {
  return { kind: 'choice', part, label, question, choices } as const
}

function number(part: keyof Policy, label: string, question: string, limits: readonly [number, number]) {
  return { kind: 'number', part, label, question, limits } as const
}

function needed(field: string, answer: string) {
  return { onlyWhen: { field, is: [answer] }, isNeeded: true } as const
}
