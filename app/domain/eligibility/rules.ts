import type { Rule } from './rule'
import { accessRule } from './rules/access'
import { ageRule } from './rules/age'
import { areaAndLicenceRule } from './rules/area-and-licence'
import { arsonRule } from './rules/arson'
import { childrenRule } from './rules/children'
import { convictionsRule } from './rules/convictions'
import { coupleRule } from './rules/couple'
import { curfewRule } from './rules/curfew'
import { domesticAbusePerpetratorRule } from './rules/domestic-abuse-perpetrator'
import { injectingRule } from './rules/injecting'
import { localConnectionRule } from './rules/local-connection'
import { moneyRule } from './rules/money'
import { nrpfRule } from './rules/nrpf'
import { offencesAgainstChildrenRule } from './rules/offences-against-children'
import { onlyForRule } from './rules/only-for'
import { peopleFromPrisonRule } from './rules/people-from-prison'
import { petsRule } from './rules/pets'
import { pregnancyRule } from './rules/pregnancy'
import { roshRule } from './rules/rosh'
import { sexRule } from './rules/sex'
import { sexualOffenceRule } from './rules/sexual-offence'
import { substancesRule } from './rules/substances'
import { supportLevelRule } from './rules/support-level'
import { violenceRule } from './rules/violence'

/** Every criterion, in the order of the table in product.md; decisions, filters and policy pages all come from it. */
export const RULES: readonly Rule[] = [
  sexRule,
  ageRule,
  peopleFromPrisonRule,
  convictionsRule,
  arsonRule,
  sexualOffenceRule,
  offencesAgainstChildrenRule,
  domesticAbusePerpetratorRule,
  violenceRule,
  roshRule,
  substancesRule,
  injectingRule,
  nrpfRule,
  childrenRule,
  pregnancyRule,
  coupleRule,
  petsRule,
  accessRule,
  localConnectionRule,
  areaAndLicenceRule,
  onlyForRule,
  moneyRule,
  curfewRule,
  supportLevelRule,
]
