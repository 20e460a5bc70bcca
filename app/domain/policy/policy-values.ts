import { Policy } from '../eligibility/policy'
import { readPence } from '../money/typed-amount'
import { readWhole } from '../words/whole-number'
import { POLICY_FIELD_NAMES, type PolicyFieldName } from './policy-fields'

/** A policy with the exclusions that fit no criterion. */
export interface WholePolicy {
  policy: Policy
  notes: readonly string[]
}

/** A policy as a form or a file holds it: a text a field, '' for "not stated"; a list of codes where many can be ticked. */
export type PolicyValues = Readonly<Record<PolicyFieldName, string | readonly string[]>>

/** Ticked for a list that is stated and has nobody in it. */
const NOBODY = 'nobody'

export function valuesOf({ policy, notes }: WholePolicy): PolicyValues {
  const { convictions, arson, violence, rosh, substances, children, pregnancy, access } = policy
  const lives = children?.rule === 'live_in' ? children : null
  const isAboveViolence = violence !== null && violence.highest !== 'very_high'
  return {
    sex: policy.sex ?? '',
    sexNote: policy.sexNote ?? '',
    onlyFor: policy.onlyFor?.length === 0 ? [NOBODY] : (policy.onlyFor ?? []),
    ageMin: text(policy.ageMin),
    ageMax: text(policy.ageMax),
    peopleFromPrison: policy.peopleFromPrison ?? '',
    convictions: convictions?.rule ?? '',
    convictionsMonths: convictions?.rule === 'none_within' ? text(convictions.months) : '',
    arson: arson?.rule ?? '',
    arsonYears: arson?.rule === 'after_years' ? text(arson.years) : '',
    sexualOffence: policy.sexualOffence ?? '',
    offencesAgainstChildren: policy.offencesAgainstChildren ?? '',
    domesticAbusePerpetrator: policy.domesticAbusePerpetrator ?? '',
    violence: violence?.highest ?? '',
    violenceAbove: isAboveViolence ? aboveOf(violence) : '',
    violenceYears: isAboveViolence && !violence.absolute ? text(violence.olderThanYears) : '',
    violenceTowards: violence?.notTowards ?? [],
    rosh: rosh?.highest ?? '',
    roshAbove: rosh && rosh.highest !== 'very_high' ? (rosh.absolute ? 'never' : 'discuss') : '',
    recovery: substances?.recovery ?? '',
    ost: substances?.ost ?? '',
    active: substances?.active ?? '',
    injecting: policy.injecting ?? '',
    children: children?.rule ?? '',
    childrenMost: text(lives?.most ?? null),
    childrenHighestAge: text(lives?.highestAge ?? null),
    boysHighestAge: text(lives?.boysHighestAge ?? null),
    pregnancy: pregnancy ? (pregnancy.toWeek === null ? 'any_week' : 'to_week') : '',
    pregnancyToWeek: text(pregnancy?.toWeek ?? null),
    couple: policy.couple ?? '',
    pets: policy.pets ?? '',
    wheelchair: access?.wheelchair ?? '',
    levelAccess: access?.levelAccess ?? '',
    lift: access?.lift ?? '',
    stairs: access?.stairs ?? '',
    localConnection: policy.localConnection ?? '',
    nrpf: policy.nrpf ?? '',
    funding: policy.funding ?? [],
    arrearsLimit: poundsText(policy.arrearsLimitPence),
    weeklyCharge: poundsText(policy.weeklyChargePence),
    curfew: policy.curfew ?? '',
    supportHours: text(policy.supportHoursPerWeek),
    notes: notes.join('\n'),
  }
}

/** The policy that values say. They are checked before: see `wrongValues`. @throws where they were not */
export function policyOf(values: PolicyValues): WholePolicy {
  const one = (name: PolicyFieldName) => oneOf(values[name])
  const whole = (name: PolicyFieldName) => (one(name) === null ? null : readWhole(one(name) ?? ''))
  const groups = listOf(values.onlyFor)
  const policy = Policy.parse({
    sex: one('sex'),
    sexNote: one('sexNote'),
    onlyFor: groups.length === 0 ? null : groups.filter(group => group !== NOBODY),
    ageMin: whole('ageMin'),
    ageMax: whole('ageMax'),
    peopleFromPrison: one('peopleFromPrison'),
    convictions: ruled(one('convictions'), { months: whole('convictionsMonths') }),
    arson: ruled(one('arson'), { years: whole('arsonYears') }),
    sexualOffence: one('sexualOffence'),
    offencesAgainstChildren: one('offencesAgainstChildren'),
    domesticAbusePerpetrator: one('domesticAbusePerpetrator'),
    violence: one('violence') && {
      highest: one('violence'),
      absolute: one('violenceAbove') === 'never',
      olderThanYears: whole('violenceYears'),
      notTowards: listOf(values.violenceTowards),
    },
    rosh: one('rosh') && { highest: one('rosh'), absolute: one('roshAbove') === 'never' },
    substances: unlessBlank({ recovery: one('recovery'), ost: one('ost'), active: one('active') }),
    injecting: one('injecting'),
    children: ruled(one('children'), {
      most: whole('childrenMost'),
      highestAge: whole('childrenHighestAge'),
      boysHighestAge: whole('boysHighestAge'),
    }),
    pregnancy: one('pregnancy') && { toWeek: whole('pregnancyToWeek') },
    couple: one('couple'),
    pets: one('pets'),
    access: unlessBlank({
      wheelchair: one('wheelchair'),
      levelAccess: one('levelAccess'),
      lift: one('lift'),
      stairs: one('stairs'),
    }),
    localConnection: one('localConnection'),
    nrpf: one('nrpf'),
    funding: listOf(values.funding).length === 0 ? null : listOf(values.funding),
    arrearsLimitPence: penceOf(one('arrearsLimit')),
    weeklyChargePence: penceOf(one('weeklyCharge')),
    curfew: one('curfew'),
    supportHoursPerWeek: whole('supportHours'),
  })
  return { policy, notes: linesOf(values.notes) }
}

/** Whether no rule of a policy is stated: a note on a rule, and notes that fit none, are no rule. */
export function statesNothing({ policy }: Pick<WholePolicy, 'policy'>): boolean {
  return Object.entries(policy).every(([part, stated]) => stated === null || part === 'sexNote')
}

/** The fields in which two policies differ, in the order of the pages. */
export function changedFields(one: PolicyValues, other: PolicyValues): PolicyFieldName[] {
  return POLICY_FIELD_NAMES.filter(name => !isSame(one[name], other[name]))
}

/** The lines of a text, without what is blank. */
export function linesOf(value: string | readonly string[]): string[] {
  const lines = typeof value === 'string' ? value.split('\n') : value
  return lines.map(line => line.trim()).filter(line => line !== '')
}

/** The codes that are ticked. */
export function listOf(value: string | readonly string[]): readonly string[] {
  if (typeof value !== 'string') return value
  return value === '' ? [] : [value]
}

/** '£1,250.50' or '1250.5' in pence; null for none, NaN for what is no amount. */
export function penceOf(typed: string | null): number | null {
  if (typed === null || typed === '') return null
  return readPence(typed) ?? Number.NaN
}

function isSame(one: string | readonly string[], other: string | readonly string[]): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one === other
  return [...listOf(one)].sort().join() === [...listOf(other)].sort().join()
}

function aboveOf({ absolute, olderThanYears }: NonNullable<Policy['violence']>): string {
  if (absolute) return 'never'
  return olderThanYears === null ? 'discuss' : 'older'
}

function ruled(rule: string | null, limits: object) {
  return rule === null ? null : { rule, ...limits }
}

function unlessBlank(parts: Readonly<Record<string, string | null>>) {
  return Object.values(parts).every(part => part === null) ? null : parts
}

function oneOf(value: string | readonly string[]): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function text(value: number | null): string {
  return value === null ? '' : String(value)
}

function poundsText(pence: number | null): string {
  if (pence === null) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}
