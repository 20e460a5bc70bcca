/** What the page that corrects a closing says where nothing was corrected. */
export const NOT_CORRECTED = {
  unchanged: 'This is the reason already recorded. Change what is wrong, or go back',
  stale: 'The case was changed after you opened this page. Look at it again, then correct it',
  somebody_lives_there:
    'The person lives in a place she was referred to, so the case was not opened by mistake. Choose another reason',
} as const
