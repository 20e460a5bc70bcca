import type { Criterion } from '../eligibility/decision'
import type { LEVELS } from '../eligibility/levels'
import type { OnlyForGroup } from '../eligibility/only-for-groups'
import type { Policy } from '../eligibility/policy'

interface Stated {
  criterion: Criterion
  label: string
  isStatedBy: (policy: Policy) => boolean
}

/**
 * The closed list of what is stated of whom a place takes and can say no by itself, by code `criterion.value`: each exactly as it stands, for a
 * limit of another number turns others away, and what is stated otherwise is not counted. Sex, the areas of her licence and offences against
 * children are left out: no service is asked to change them. Access, money, support and arson after some years say no to nobody. Of children
 * who live there, limits are too many to count each. Safe for the browser.
 */
export const STATED_CRITERIA = {
  'people_from_prison.no': {
    criterion: 'people_from_prison',
    label: 'Nobody from prison',
    isStatedBy: ({ peopleFromPrison }) => peopleFromPrison === 'no',
  },
  'convictions.none_unspent': {
    criterion: 'convictions',
    label: 'No unspent conviction',
    isStatedBy: ({ convictions }) => convictions?.rule === 'none_unspent',
  },
  'convictions.none_in_6_months': noConvictionIn(6),
  'convictions.none_in_12_months': noConvictionIn(12),
  'convictions.none_in_24_months': noConvictionIn(24),
  'arson.never': {
    criterion: 'arson',
    label: 'Arson: never',
    isStatedBy: ({ arson }) => arson?.rule === 'never',
  },
  'sexual_offence.never': {
    criterion: 'sexual_offence',
    label: 'Sexual offences: never',
    isStatedBy: ({ sexualOffence }) => sexualOffence === 'never',
  },
  'domestic_abuse_perpetrator.never': {
    criterion: 'domestic_abuse_perpetrator',
    label: 'Domestic abuse as perpetrator: never',
    isStatedBy: ({ domesticAbusePerpetrator }) => domesticAbusePerpetrator === 'never',
  },
  'violence.low': noMoreViolenceThan('low'),
  'violence.medium': noMoreViolenceThan('medium'),
  'violence.high': noMoreViolenceThan('high'),
  'rosh.low': noMoreHarmThan('low'),
  'rosh.medium': noMoreHarmThan('medium'),
  'rosh.high': noMoreHarmThan('high'),
  'substances.no_active': noUse(['active'], 'No active use of drugs or alcohol'),
  'substances.no_active_ost': noUse(['ost', 'active'], 'No active use and no OST'),
  'substances.none': noUse(['recovery', 'ost', 'active'], 'No use, OST or recovery'),
  'injecting.no': {
    criterion: 'injecting',
    label: 'Nobody who injects',
    isStatedBy: ({ injecting }) => injecting === 'no',
  },
  'nrpf.no': {
    criterion: 'nrpf',
    label: 'Nobody without recourse to public funds',
    isStatedBy: ({ nrpf }) => nrpf === 'no',
  },
  'children.none': {
    criterion: 'children',
    label: 'No children',
    isStatedBy: ({ children }) => children?.rule === 'none',
  },
  'children.visits_only': {
    criterion: 'children',
    label: 'Children for visits only',
    isStatedBy: ({ children }) => children?.rule === 'visits_only',
  },
  'pregnancy.to_week_30': {
    criterion: 'pregnancy',
    label: 'Pregnancy to week 30',
    isStatedBy: ({ pregnancy }) => pregnancy?.toWeek === 30,
  },
  'couple.no': { criterion: 'couple', label: 'No couples', isStatedBy: ({ couple }) => couple === 'no' },
  'pets.no': { criterion: 'pets', label: 'No pets', isStatedBy: ({ pets }) => pets === 'no' },
  'pets.assistance_only': {
    criterion: 'pets',
    label: 'Assistance dogs only',
    isStatedBy: ({ pets }) => pets === 'assistance_only',
  },
  'local_connection.required': {
    criterion: 'local_connection',
    label: 'A local connection',
    isStatedBy: ({ localConnection }) => localConnection === 'required',
  },
  'local_connection.elsewhere': {
    criterion: 'local_connection',
    label: 'Only from elsewhere',
    isStatedBy: ({ localConnection }) => localConnection === 'must_come_from_elsewhere',
  },
  'only_for.veterans': onlyFor('veterans', 'Only who served in the armed forces'),
  'only_for.care_leavers': onlyFor('care_leavers', 'Only care leavers'),
  'only_for.in_recovery': onlyFor('in_recovery', 'Only who is in recovery'),
  'only_for.domestic_abuse': onlyFor('domestic_abuse', 'Only who has been abused'),
  'only_for.mental_health': onlyFor('mental_health', 'Only who lives with mental ill health'),
  'only_for.learning_disability': onlyFor('learning_disability', 'Only who has a learning disability'),
  'age.16_to_21': aged(16, 21),
  'age.16_to_25': aged(16, 25),
  'age.18_to_25': aged(18, 25),
  'curfew.no': {
    criterion: 'curfew',
    label: 'No tag or curfew',
    isStatedBy: ({ curfew }) => curfew === 'no',
  },
} as const satisfies Record<string, Stated>

export type StatedCode = keyof typeof STATED_CRITERIA

export const STATED_CODES = Object.keys(STATED_CRITERIA) as readonly StatedCode[]

export const STATED_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  STATED_CODES.map(code => [code, STATED_CRITERIA[code].label]),
)

/** The code of what a policy states of a criterion; null where it states nothing that is on the list. */
export function statedCode(policy: Policy, criterion: Criterion): StatedCode | null {
  const isIt = (code: StatedCode) =>
    STATED_CRITERIA[code].criterion === criterion && STATED_CRITERIA[code].isStatedBy(policy)
  return STATED_CODES.find(isIt) ?? null
}

function noConvictionIn(months: number): Stated {
  return {
    criterion: 'convictions',
    label: `No conviction in the last ${months} months`,
    isStatedBy: ({ convictions }) => convictions?.rule === 'none_within' && convictions.months === months,
  }
}

type Level = Exclude<(typeof LEVELS)[number], 'very_high'>

function noMoreViolenceThan(highest: Level): Stated {
  return {
    criterion: 'violence',
    label: `Violence up to ${highest}, no higher`,
    isStatedBy: ({ violence }) => violence?.highest === highest && violence.absolute,
  }
}

function noMoreHarmThan(highest: Level): Stated {
  return {
    criterion: 'rosh',
    label: `Risk of serious harm up to ${highest}, no higher`,
    isStatedBy: ({ rosh }) => rosh?.highest === highest && rosh.absolute,
  }
}

const USES = ['recovery', 'ost', 'active'] as const

/** Refused are these uses, and no other. */
function noUse(refused: readonly (typeof USES)[number][], label: string): Stated {
  return {
    criterion: 'substances',
    label,
    isStatedBy: ({ substances }) =>
      substances !== null && USES.every(use => (substances[use] === 'no') === refused.includes(use)),
  }
}

function onlyFor(group: OnlyForGroup, label: string): Stated {
  return {
    criterion: 'only_for',
    label,
    isStatedBy: policy => policy.onlyFor?.length === 1 && policy.onlyFor[0] === group,
  }
}

function aged(from: number, to: number): Stated {
  return {
    criterion: 'age',
    label: `Aged ${from} to ${to}`,
    isStatedBy: ({ ageMin, ageMax }) => ageMin === from && ageMax === to,
  }
}
