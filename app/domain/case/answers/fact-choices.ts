/** The answers people may choose between, with their words. Every question may be answered 'not known yet'. */

const NOT_KNOWN = 'Not known yet'
const NOT_SAID = 'Prefers not to say'

export const YES_NO = { yes: 'Yes', no: 'No', unknown: NOT_KNOWN }
export const YES_NO_NOT_SAID = { yes: 'Yes', no: 'No', prefer_not_to_say: NOT_SAID, unknown: NOT_KNOWN }
export const HISTORY = {
  none: 'None',
  concern: 'A concern, no conviction',
  conviction: 'A conviction',
  unknown: NOT_KNOWN,
}
export const VIOLENCE = {
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  very_high: 'Very high',
  unknown: NOT_KNOWN,
}
export const ROSH = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  very_high: 'Very high',
  not_assessed: 'Not assessed',
  unknown: NOT_KNOWN,
}
export const VIOLENCE_TARGET = {
  partner: 'A partner',
  family: 'Family',
  children: 'Children',
  staff: 'Staff',
  residents: 'Residents',
  strangers: 'Strangers',
}
export const CHILDREN_PLAN = {
  none: 'No children',
  elsewhere: 'Children, who stay with someone else',
  visits: 'Children will visit',
  live_in: 'Children will live with the person from the first night',
  undecided: 'Where the children will live is not decided',
  unknown: NOT_KNOWN,
}
export const CHILD_SEX = { girl: 'Girl', boy: 'Boy', unknown: NOT_KNOWN }
export const PETS = {
  none: 'No',
  assistance_dog: 'Assistance dog',
  dog: 'Dog',
  cat: 'Cat',
  other: 'Another animal',
  unknown: NOT_KNOWN,
}
export const SUPPORT_NEED = {
  low: 'Low: advice now and then',
  medium: 'Medium: support most weeks',
  high: 'High: support most days',
  unknown: NOT_KNOWN,
}
export const SUBSTANCES = {
  none: 'Does not use drugs, and alcohol is no problem',
  recovery: 'In recovery',
  ost: 'On opioid substitution treatment (OST)',
  active: 'Using drugs, or drinking heavily',
  unknown: NOT_KNOWN,
}
export const INJECTING = { none: 'Never', past: 'In the past', current: 'Now', unknown: NOT_KNOWN }
export const ACCESS_NEED = {
  wheelchair: 'Uses a wheelchair',
  level_access: 'Needs level access',
  lift: 'Needs a lift',
  no_stairs: 'Cannot use stairs',
}
export const NEAR_FEATURE = {
  school: 'A school',
  nursery: 'A nursery',
  park: 'A park',
  playground: 'A playground',
  leisure_centre: 'A leisure centre',
}
export const CONNECTION_GROUND = {
  lived_there: 'Lived there',
  family: 'Close family there',
  work: 'Work there',
  other: 'Another ground',
}
export const EXCLUSION_EXTENT = { whole: 'The whole area', part: 'Part of the area' }
export const FUNDING = {
  housing_benefit: 'Housing Benefit or Universal Credit',
  own_money: 'Own money',
  council: 'The council',
  probation: 'Probation',
  none: 'No way to pay',
  unknown: NOT_KNOWN,
}
export const ABUSE = {
  none: 'No',
  past: 'In the past',
  current: 'Now, or a danger now',
  prefer_not_to_say: NOT_SAID,
  unknown: NOT_KNOWN,
}
/** Whether there is a list at all: an empty one is an answer too. */
export const LIST_ANSWER = { some: 'Yes', none: 'No', unknown: NOT_KNOWN }
