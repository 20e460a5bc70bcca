import type { Day } from '../time/calendar'

/** The words of vacancies: bedspaces, and the claims on them over dates. Safe for the browser. */

const BEDSPACE_TYPES = ['self_contained', 'shared', 'family', 'couple'] as const
export type BedspaceType = (typeof BEDSPACE_TYPES)[number]
export const BEDSPACE_TYPE_LABELS: Record<BedspaceType, string> = {
  self_contained: 'Self-contained',
  shared: 'Shared',
  family: 'Family',
  couple: 'Couple',
}

/** 'Room 2, shared': what an offer is of, the same words for both sides. */
export function roomWords({
  bedspaceName,
  bedspaceType,
}: {
  bedspaceName: string
  bedspaceType: string
}): string {
  const type = BEDSPACE_TYPES.find(each => each === bedspaceType)
  return type ? `${bedspaceName}, ${BEDSPACE_TYPE_LABELS[type].toLowerCase()}` : bedspaceName
}

const CLAIM_KINDS = ['void', 'hold', 'occupied', 'turnaround'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]
export const VOID_REASONS = [
  'repair',
  'damage',
  'deep_clean',
  'furniture',
  'incident',
  'staffing',
  'handback',
] as const
export type VoidReason = (typeof VOID_REASONS)[number]
export const VOID_REASON_LABELS: Record<VoidReason, string> = {
  repair: 'Repair',
  damage: 'Damage',
  deep_clean: 'Deep clean',
  furniture: 'Furniture',
  incident: 'Incident',
  staffing: 'Not enough staff',
  handback: 'Handed back to the landlord',
}

/** When somebody is expected to leave: a forecast, unless the provider is sure of it. */
export interface Leaving {
  on: Day
  isSure: boolean
  /** Nobody said so: what follows is promised, so that the stay must end by then. */
  mustEnd?: boolean
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

/** True when the text is one of the reasons for a void. */
export function isVoidReason(text: string): text is VoidReason {
  return VOID_REASONS.some(reason => reason === text)
}

/** True when the text is one of the kinds of claim. */
export function isClaimKind(text: string): text is ClaimKind {
  return CLAIM_KINDS.some(kind => kind === text)
}

/** True when the text is one of the types of bedspace. */
export function isBedspaceType(text: string): text is BedspaceType {
  return BEDSPACE_TYPES.some(type => type === text)
}
