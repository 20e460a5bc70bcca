import type { Day } from '../time/calendar'
import { codesOf } from '../words/codes'
import { inSentence } from '../words/english'

/** The words of vacancies: bedspaces, and the claims on them over dates. Safe for the browser. */

export const BEDSPACE_TYPE_LABELS = {
  self_contained: 'Self-contained',
  shared: 'Shared',
  family: 'Family',
  couple: 'Couple',
}
export const BEDSPACE_TYPES = codesOf(BEDSPACE_TYPE_LABELS)
export type BedspaceType = keyof typeof BEDSPACE_TYPE_LABELS

export const BEDSPACE_SEX_LABELS = { women: 'Women', men: 'Men', mixed: 'Women and men' }
export const BEDSPACE_SEXES = codesOf(BEDSPACE_SEX_LABELS)
export type BedspaceSex = keyof typeof BEDSPACE_SEX_LABELS

/** 'Room 2, shared': what an offer is of, the same words for both sides. */
export function roomWords({
  bedspaceName,
  bedspaceType,
}: {
  bedspaceName: string
  bedspaceType: string
}): string {
  const type = BEDSPACE_TYPES.find(each => each === bedspaceType)
  return type ? `${bedspaceName}, ${inSentence(BEDSPACE_TYPE_LABELS[type])}` : bedspaceName
}

const CLAIM_KINDS = ['void', 'hold', 'occupied', 'turnaround'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]
/** Why a bedspace cannot be used between two days, as a provider says it. */
export const VOID_CHOICES = {
  repair: 'Repair',
  damage: 'Damage',
  deep_clean: 'Deep clean',
  furniture: 'Furniture',
  incident: 'Incident',
  staffing: 'Not enough staff',
  handback: 'Handed back to the landlord',
}
/** And of one that closes: a void without an end, so that nobody is promised it any more. */
export const VOID_REASON_LABELS = { ...VOID_CHOICES, closing: 'Closes for good' }
export type VoidReason = keyof typeof VOID_REASON_LABELS
export const VOID_REASONS = codesOf(VOID_CHOICES)

/** When somebody is expected to leave: a forecast, unless the provider is sure of it. */
export interface Leaving {
  on: Day
  isSure: boolean
  /** Nobody said so: what follows is promised, so that the stay must end by then. */
  mustEnd?: boolean
  /** The stay is to go on in another room from that day on, and nobody has recorded that it does. */
  isMove?: boolean
}

/**
 * One claim on a bedspace over half-open days: `from` is claimed, `until` is not; null is until further notice. A stay has no
 * `until` before its departure is recorded, whatever day is expected.
 */
export interface Claim {
  kind: ClaimKind
  from: Day
  until: Day | null
  voidReason: VoidReason | null
  /** A hold stands until this instant unless it is accepted before; null does not lapse. */
  lapsesAt: Date | null
  /** Of a stay that goes on, where a day is expected. */
  leaves: Leaving | null
  /** Of a hold, where the reader knows it: the last day of the stay, on which the turnaround begins that is claimed with it. */
  lastOn?: Day | null
}

/** What their list is called, and every link to it. */
export const PAST_TITLE = 'Stays and voids that are over'

/** True when the text is one of the kinds of claim. */
export function isClaimKind(text: string): text is ClaimKind {
  return CLAIM_KINDS.some(kind => kind === text)
}
