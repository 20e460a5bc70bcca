export const HANDED_OVER =
  'The case has been handed over. Both teams are told, and the providers of its open referrals. Yours does not read it any more'

/** What the page says where nothing was handed over. */
export const NOT_HANDED_OVER = {
  no_such_prison: 'Choose the prison the person has moved to',
  open_there:
    'That prison has an open case with this number already. Ring its team, then close this case as transferred',
  stale: 'The case was changed after you opened this page. Look at it again, then hand it over',
} as const
