import { ACCOUNT } from './account'
import { CASES } from './cases'
import { ENTRIES } from './entries'
import { POLICIES } from './policies'
import { PUBLIC } from './public'
import { REFERRALS } from './referrals'
import { REPORTS } from './reports'
import { VACANCIES } from './vacancies'
import type { AccessTable } from './access-rows'

/** Every route of the built server, by its id. A route that is missing here fails the test. */
export const ACCESS: AccessTable = {
  ...ACCOUNT,
  ...PUBLIC,
  ...ENTRIES,
  ...REPORTS,
  ...CASES,
  ...REFERRALS,
  ...POLICIES,
  ...VACANCIES,
}
