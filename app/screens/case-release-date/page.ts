/** What the form that moves a release date says where it was not moved. */
export const NOT_MOVED = {
  unchanged: 'This is the release date already recorded. Change it, or go back',
  stale: 'The release was changed after you opened this page: compare both versions',
} as const
