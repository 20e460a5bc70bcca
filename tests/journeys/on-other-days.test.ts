import { DAYS, walkOn } from './on-other-days'

/** One of the days; both are in on-other-days.long.test.ts. */
walkOn(DAYS.slice(0, 1))
