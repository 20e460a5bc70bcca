import type { z } from 'zod'
import type { Policy } from '~/domain/eligibility/policy'
import type {
  Audience,
  DeliveredIn,
  ProgrammeFormat,
  ProgrammeType,
  RotlNeed,
} from '~/domain/programme/programme'
import type { Pathway } from '~/domain/service/pathway'
import type { ServiceKind } from '~/domain/service/service-kind'
import type { StaffedHours } from '../staffing'

/** One run. Days count from today; negative is in the past. */
interface CohortSketch {
  startsIn: number
  capacity: number
  taken: number
  waiting: number
  /** How many days before it starts the last referral can be made; three unless told, negative is after its start. */
  closes?: number
  /** 1 is Monday. */
  weekdays?: number[]
  timeOfDay?: string
  place?: string
}

/** One invented family or parenting programme. What is null or left out is not stated, as in a real directory. */
export interface ProgrammeSketch {
  key: string
  name: string
  provider: string
  kind: ServiceKind
  type: ProgrammeType
  summary: string
  /** What it says of itself beyond the summary. */
  about: string
  audience: string
  sex: 'women' | 'men' | 'mixed'
  deliveredIn: DeliveredIn[]
  prisons: string[]
  authorities: string[]
  audiences: Audience[]
  takesRemand: boolean | null
  minimumStayWeeks: number | null
  sessions: number | null
  weeks: number | null
  format: ProgrammeFormat
  childContactClearance: boolean | null
  rotl: RotlNeed | null
  rotlLicence?: string
  literacy?: string
  travel?: string
  funder: string | null
  fundingEndsIn: number | null
  fundingRenewal: string | null
  costPerPlace: number | null
  outcomes: string
  measure: string | null
  /** None where one joins at any time. */
  cohorts: CohortSketch[]
  /** People are nominated for it here; by telephone unless told. */
  route?: 'here'
  /** What it serves besides families. */
  alsoServes?: Pathway[]
  languages?: string[]
  wheelchair?: boolean | null
  /** Monday to Friday, nine to five, unless told. */
  hours?: StaffedHours[]
  phone?: string
  outOfHoursPhone?: string
  /** Where it can be visited: the middle of a postcode district. */
  site?: { name: string; outcode: string }
  /** Whom it takes, where that is more than adults of its sex who come from prison. */
  policy?: z.input<typeof Policy>
  notes?: string[]
}
