import { programmeFacts } from './programme-rows'
import { type CohortRow, cohortRows } from './cohort-rows'
import { FUNDING_ALERT_LABELS } from '~/domain/programme/funding-end'
import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { onceMoney, weeklyMoney } from '~/domain/money/money'
import {
  REFERRAL_ROUTE_LABELS,
  type ReferralRoute,
  SUPPORT_LEVEL_LABELS,
  type SupportLevel,
  yesNoOrBlank,
} from '~/domain/service/service'
import { askedFacts, checkedWords } from '~/domain/service/asked-facts'
import type { AskedFact } from '~/domain/service/asked-topics'
import { isHousing } from '~/domain/service/service-kind'
import type { ForProfessionals, ServiceDetail } from '~/domain/service/service-queries.server'
import type { ServiceTurning } from '~/domain/unmet-need/publishing/turned-away.server'
import { type VacancyInWords, vacancyInWords } from '~/screens/results/vacancy-in-words'
import { turnedAwayLines } from './turned-away'

interface Fact {
  key: string
  value: string
}

/** What only those who are signed in are shown. */
export interface ProfessionalPart {
  /** Null for a service that keeps no bedspaces. */
  vacancy: (VacancyInWords & { beds: string }) | null
  /** Criterion by criterion, in the order of the table of rules; `value` is null for "not stated". */
  policy: { title: string; value: string | null; turnedAway: string | null }[]
  policyNotes: readonly string[]
  verified: { words: string; isCurrent: boolean }
  fundingAlert: string | null
}

export interface ServicePage {
  id: string
  name: string
  provider: string
  kind: string
  description: string
  isForProfessionalsOnly: boolean
  /** 'Paused: full'; null where it takes people. */
  paused: string | null
  /** What people ring to ask, and when it was checked. */
  facts: AskedFact[]
  /** The day it was drawn. */
  drawnOn: string
  checked: string
  phone: string | null
  staffed: string
  outOfHoursPhone: string | null
  email: string | null
  referral: { words: string; reason: string | null; isHere: boolean }
  audience: string | null
  pathways: readonly string[]
  areaNames: readonly string[]
  isConfidential: boolean
  sites: { name: string; address: string }[]
  support: Fact[]
  /** Nothing for a service nobody lives in. */
  money: Fact[]
  programme: Fact[]
  cohorts: CohortRow[]
  assured: string | null
  professional: ProfessionalPart | null
}

const NOT_STATED = 'Not stated'
/** Said where the provider does not say how: nobody is sent on to a page that knows no more. */
const HOW_ELSE: Readonly<Record<ReferralRoute, string | null>> = {
  here: null,
  phone: null,
  elsewhere: 'They do not say how: ring to ask',
}
/** What stands near is a fact of the place, and is not kept: it says nothing of whom a service takes. */
const NOT_OF_POLICY = 'Nearby'

/**
 * A service's own page in words. Blank is 'Not stated', never 'no'. A confidential service shows the areas it covers and no site.
 * @param turning who its criteria turn away, for those who run it; null for all others
 */
export function servicePage(service: ServiceDetail, turning: ServiceTurning | null, now: Date): ServicePage {
  const { id, name, provider, phone, staffed, outOfHoursPhone, email } = service
  const { programme, forProfessionals } = service
  const today = londonDay(now)
  return {
    id,
    name,
    provider,
    kind: service.kindLabel,
    description: service.description || service.summary,
    paused: service.paused,
    isForProfessionalsOnly: service.visibility === 'professionals',
    drawnOn: formatDayLong(today),
    facts: askedFacts(service.asked, today, ['wheelchair', 'languages']),
    checked: checkedWords(service.asked, today),
    phone,
    staffed,
    outOfHoursPhone,
    email,
    referral: {
      words: REFERRAL_ROUTE_LABELS[service.referralRoute],
      reason: service.referralRouteReason ?? HOW_ELSE[service.referralRoute],
      isHere: service.referralRoute === 'here',
    },
    audience: service.audience,
    pathways: service.pathways.map(pathway => pathway.label),
    areaNames: service.authorityNames,
    isConfidential: service.confidential,
    sites: service.confidential ? [] : service.sites.map(siteShown),
    support: supportFacts(service),
    money: isHousing(service.kind) ? moneyFacts(service) : [],
    programme: programme ? programmeFacts(programme, forProfessionals !== null) : [],
    cohorts: programme ? cohortRows(programme.cohorts, today) : [],
    assured: service.assuredOn && formatDayLong(service.assuredOn),
    professional: forProfessionals && professionalPart(service, forProfessionals, turning, now),
  }
}

function siteShown({ name, address, town, outcode }: ServiceDetail['sites'][number]) {
  return { name, address: [address, town, outcode].filter(Boolean).join(', ') }
}

function supportFacts(service: ServiceDetail): Fact[] {
  const { supportLevel, staffing, latestArrival, maxStayWeeks, languages, wheelchair } = service
  return [
    { key: 'Support', value: SUPPORT_LEVEL_LABELS[supportLevel as SupportLevel] ?? NOT_STATED },
    { key: 'Staffing', value: staffing ?? NOT_STATED },
    ...(isHousing(service.kind)
      ? [
          { key: 'Latest arrival', value: latestArrival?.slice(0, 5) ?? NOT_STATED },
          { key: 'Longest stay', value: maxStayWeeks === null ? NOT_STATED : `${maxStayWeeks} weeks` },
        ]
      : []),
    { key: 'Wheelchair access', value: yesNoOrBlank(wheelchair) },
    { key: 'Languages', value: languages?.join(', ') || NOT_STATED },
  ]
}

function moneyFacts(service: ServiceDetail): Fact[] {
  const { paymentNote } = service
  return [
    { key: 'Rent', value: weeklyMoney(service.rentWeeklyPence) },
    { key: 'Service charge', value: weeklyMoney(service.serviceChargeWeeklyPence) },
    { key: 'Deposit', value: onceMoney(service.depositPence) },
    { key: 'First week', value: onceMoney(service.firstWeekChargePence) },
    ...(paymentNote ? [{ key: 'How it is paid', value: paymentNote }] : []),
  ]
}

function professionalPart(
  { programme }: ServiceDetail,
  { vacancy, policy, policyNotes, policyVerifiedAt, isPolicyVerified }: ForProfessionals,
  turning: ServiceTurning | null,
  now: Date,
): ProfessionalPart {
  const alert = programme?.fundingAlert ?? null
  const endsOn = programme?.fundingEndsOn ?? null
  const lines = turnedAwayLines(turning)
  return {
    vacancy: vacancy && { ...vacancyInWords(vacancy, now), beds: bedsWords(vacancy) },
    policy: policy
      .map(({ criterion, words }) => ({ ...criterionShown(words), turnedAway: lines[criterion] ?? null }))
      .filter(({ title }) => title !== NOT_OF_POLICY),
    policyNotes,
    verified: { words: verifiedWords(policyVerifiedAt, isPolicyVerified), isCurrent: isPolicyVerified },
    fundingAlert: alert && endsOn && `${FUNDING_ALERT_LABELS[alert]}: ${formatDayLong(endsOn)}`,
  }
}

/** 'Arson: case by case' in two. */
function criterionShown(stated: string): { title: string; value: string | null } {
  const [title = '', ...rest] = stated.split(': ')
  const value = rest.join(': ')
  return { title, value: value === 'not stated' ? null : value }
}

function verifiedWords(verifiedAt: Date | null, isCurrent: boolean): string {
  if (verifiedAt === null) return 'Nobody has verified this policy: discuss it with the provider.'
  const day = formatDayLong(londonDay(verifiedAt))
  return isCurrent
    ? `verified on ${day}`
    : `Last verified on ${day}, more than 90 days ago: discuss it with the provider.`
}

function bedsWords({ total, voids }: NonNullable<ForProfessionals['vacancy']>): string {
  const beds = total === 1 ? '1 bedspace' : `${total} bedspaces`
  return voids === 0 ? beds : `${beds}, ${voids} of them void`
}
