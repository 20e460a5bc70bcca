/** Why a run of a programme does not take place. Safe for the browser. */
export const CANCEL_REASONS = {
  too_few: 'Too few people for a run',
  staffing: 'Not enough staff',
  funding: 'Its money ended',
  prison: 'The prison cannot have it then',
  other: 'Another reason',
} as const
export type CancelReason = keyof typeof CANCEL_REASONS
