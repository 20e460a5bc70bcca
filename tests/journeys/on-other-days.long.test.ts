import { DAYS, walkOn } from './on-other-days'

walkOn(DAYS)
