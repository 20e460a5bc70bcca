/** Why a factor was not removed. */
export const LAST_ONE =
  'This is the only one you have: without it the password would be all that is asked for. Add another one first, then remove this'
