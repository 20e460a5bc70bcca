import { authorities, authorityName, findAuthority, findPrison, prisonName, prisons } from '../area/region'
import { pathwayCodes, pathwayLabel } from '../service/pathway'

/** What a gap is in, and where. Safe for the browser. */

/** Kinds of supply that an authority may lack (product.md, "Coverage matrix"). */
const SUPPLY = {
  women_only: 'Women-only supported housing',
  women_only_from_prison: 'Women-only and accepts people from prison',
  refuge: 'Refuge and safe accommodation',
  from_prison: 'Accepts people from prison',
  complex_needs: 'Complex needs',
  with_children: 'With children',
  couples: 'Couples',
}

/** What a report measures (product.md, "Reports"). */
const MEASURES = {
  m0: 'Coverage of the housing question',
  m1: 'Women with nowhere to live',
  m2: 'A place secured before release',
  m3: 'Not housed on the first night',
  m4: 'Referrals that did not succeed',
  m5: 'Barriers',
  m6: 'No option found',
  m7: 'Housed on the first night',
  m8: 'Settled at day 91',
  m9: 'Timeliness of referrals and decisions',
  m10: 'Fresh bed-nights',
  m11: 'Placed outside every preferred authority',
  m12: 'Places not taken up, or broken early',
  hnia: 'Housing needs assessed within 4 days',
  notice: 'Councils told of a release',
  stale_vacancies: 'Vacancies nobody has confirmed of late',
  decisions_in_limits: 'Decisions inside their limits',
  family_programmes: 'Family programmes',
}

const KINDS = { pathway: 'Pathway', supply: 'Supply', measure: 'Measure' } as const
type SubjectKind = keyof typeof KINDS

function rows(kind: SubjectKind, labels: ReadonlyArray<readonly [string, string]>) {
  return labels.map(([code, label]) => ({ code: `${kind}.${code}`, kind: KINDS[kind], label }))
}

/** Everything a gap can be in: 'pathway.families', 'supply.women_only', 'measure.m3'. */
export const GAP_SUBJECTS = [
  ...rows(
    'pathway',
    pathwayCodes.map(code => [code, pathwayLabel(code)]),
  ),
  ...rows('supply', Object.entries(SUPPLY)),
  ...rows('measure', Object.entries(MEASURES)),
]

const REGION = 'region'

/** Everywhere a gap can be: the region, an authority by its ONS code, a prison by its NOMIS code. */
export const GAP_PLACES = [REGION, ...authorities.map(({ code }) => code), ...prisons.map(({ code }) => code)]

/** 'Pathway: Families and children'; a subject that is none any more is shown as it is. */
export function subjectWords(subject: string): string {
  const found = GAP_SUBJECTS.find(({ code }) => code === subject)
  return found ? `${found.kind}: ${found.label}` : subject
}

/** 'The whole region', 'Sunderland', 'HMP & YOI Low Newton'; a place that is none any more is shown as it is. */
export function placeWords(place: string): string {
  if (place === REGION) return 'The whole region'
  if (findAuthority(place)) return authorityName(place)
  return findPrison(place) ? prisonName(place) : place
}

export function isGapSubject(text: string): boolean {
  return GAP_SUBJECTS.some(({ code }) => code === text)
}

export function isGapPlace(text: string): boolean {
  return GAP_PLACES.includes(text)
}
