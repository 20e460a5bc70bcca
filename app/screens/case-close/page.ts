/** What the form that closes a case says where it cannot. */
export const NOT_CLOSED = {
  stale: 'The release of this case changed while you had this page open. Look at it again, then close it',
  checks_missing: 'Record what is missing, or tick that it is not known',
  referrals_open: 'The case is not closed: a referral of it is open',
} as const
