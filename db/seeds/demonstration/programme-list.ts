import type {
  Audience,
  DeliveredIn,
  ProgrammeFormat,
  ProgrammeType,
  RotlNeed,
} from '~/domain/programme/programme'
import type { ServiceKind } from '~/domain/service/service-kind'

/** One invented family or parenting programme. Days count from today; negative is in the past. */
export interface ProgrammeSketch {
  key: string
  name: string
  provider: string
  kind: ServiceKind
  type: ProgrammeType
  summary: string
  audience: string
  sex: 'women' | 'men' | 'mixed'
  deliveredIn: DeliveredIn[]
  prisons: string[]
  authorities: string[]
  audiences: Audience[]
  takesRemand: boolean | null
  minimumStayWeeks: number | null
  sessions: number
  weeks: number
  format: ProgrammeFormat
  childContactClearance: boolean
  rotl: RotlNeed
  funder: string
  fundingEndsIn: number
  fundingRenewal: string | null
  costPerPlace: number
  outcomes: string
  measure: string
  /** Days until it starts, capacity, places taken, people waiting. */
  cohorts: { startsIn: number; capacity: number; taken: number; waiting: number }[]
}

export const PROGRAMMES: ProgrammeSketch[] = [
  {
    key: 'P01',
    name: 'Mothers Together',
    provider: 'Alderbeck Families',
    kind: 'parenting_programme',
    type: 'parenting_course',
    summary:
      'A parenting course for mothers in Low Newton, finished before release. Four weeks, three times a week.',
    audience: 'Mothers held at Low Newton, remand included',
    sex: 'women',
    deliveredIn: ['prison'],
    prisons: ['LNI'],
    authorities: ['E06000047'],
    audiences: ['mothers', 'pregnant'],
    takesRemand: true,
    minimumStayWeeks: 4,
    sessions: 12,
    weeks: 4,
    format: 'group',
    childContactClearance: false,
    rotl: 'not_needed',
    funder: 'Tarnfold Charitable Fund (fictional)',
    fundingEndsIn: 150,
    fundingRenewal: 'Bid goes in next quarter',
    costPerPlace: 410,
    outcomes: 'More confidence as a mother; a plan for contact after release',
    measure: 'Parenting self-efficacy scale, first and last session',
    cohorts: [
      { startsIn: -21, capacity: 10, taken: 10, waiting: 3 },
      // Whoever leaves in five weeks can still be named for it, and finish, wherever weekends and holidays fall.
      { startsIn: 3, capacity: 10, taken: 6, waiting: 0 },
    ],
  },
  {
    key: 'P02',
    name: 'Story Time From Here',
    provider: 'Beacon Staithe Hub',
    kind: 'visitors_centre',
    type: 'recorded_stories',
    summary: 'A parent reads a bedtime story; the recording goes home to the child.',
    audience: 'Mothers and fathers at Low Newton and Durham',
    sex: 'mixed',
    deliveredIn: ['prison'],
    prisons: ['LNI', 'DMI'],
    authorities: ['E06000047'],
    audiences: ['mothers', 'fathers', 'children_under_5', 'children_5_to_11'],
    takesRemand: true,
    minimumStayWeeks: 2,
    sessions: 3,
    weeks: 3,
    format: 'one_to_one',
    childContactClearance: true,
    rotl: 'not_needed',
    funder: 'Pitwheel Lottery Community Fund (fictional)',
    fundingEndsIn: 64,
    fundingRenewal: 'Not renewed: another funder is being looked for',
    costPerPlace: 60,
    outcomes: 'Children hear from their parent each week',
    measure: 'Recordings sent; carers’ replies',
    cohorts: [{ startsIn: 7, capacity: 8, taken: 5, waiting: 0 }],
  },
  {
    key: 'P03',
    name: 'Family Days Low Newton',
    provider: 'Alderbeck Families',
    kind: 'visitors_centre',
    type: 'childrens_or_homework_visits',
    summary: 'Long visits where children and mothers play, eat and do homework together.',
    audience: 'Mothers at Low Newton and their children',
    sex: 'women',
    deliveredIn: ['visits_hall'],
    prisons: ['LNI'],
    authorities: ['E06000047'],
    audiences: ['mothers', 'carers', 'children_under_5', 'children_5_to_11', 'children_12_to_17'],
    takesRemand: true,
    minimumStayWeeks: null,
    sessions: 1,
    weeks: 1,
    format: 'group',
    childContactClearance: true,
    rotl: 'not_needed',
    funder: 'Prison family services contract (fictional)',
    fundingEndsIn: 420,
    fundingRenewal: null,
    costPerPlace: 35,
    outcomes: 'Children keep their bond with their mother',
    measure: 'Visits taken up; carers’ views',
    cohorts: [
      { startsIn: 12, capacity: 14, taken: 9, waiting: 0 },
      { startsIn: 40, capacity: 14, taken: 2, waiting: 0 },
    ],
  },
  {
    key: 'P04',
    name: 'Fathers Inside Out',
    provider: 'Stonecrop Resettlement',
    kind: 'parenting_programme',
    type: 'parenting_course',
    summary: 'A parenting course for fathers at Durham and Northumberland.',
    audience: 'Sentenced fathers',
    sex: 'men',
    deliveredIn: ['prison', 'video'],
    prisons: ['DMI', 'NLI'],
    authorities: ['E06000047', 'E06000057'],
    audiences: ['fathers', 'young_parents'],
    takesRemand: false,
    minimumStayWeeks: 8,
    sessions: 8,
    weeks: 8,
    format: 'group',
    childContactClearance: false,
    rotl: 'possible',
    funder: 'Emberwick Foundation (fictional)',
    fundingEndsIn: 310,
    fundingRenewal: 'Renewed each year',
    costPerPlace: 380,
    outcomes: 'Fathers take part in parenting after release',
    measure: 'Parenting questionnaire at start, end and 12 weeks',
    cohorts: [{ startsIn: 33, capacity: 12, taken: 12, waiting: 4 }],
  },
  {
    key: 'P05',
    name: 'Through the Gate Family Worker',
    provider: 'Beacon Staithe Hub',
    kind: 'family_support',
    type: 'family_support_worker',
    summary: 'One worker for a mother from twelve weeks before release to twelve weeks after.',
    audience: 'Mothers going home to Tees Valley or County Durham',
    sex: 'women',
    deliveredIn: ['prison', 'community', 'phone'],
    prisons: ['LNI'],
    authorities: ['E06000001', 'E06000002', 'E06000003', 'E06000004', 'E06000005', 'E06000047'],
    audiences: ['mothers', 'carers', 'parents_with_no_contact'],
    takesRemand: true,
    minimumStayWeeks: null,
    sessions: 24,
    weeks: 24,
    format: 'one_to_one',
    childContactClearance: false,
    rotl: 'possible',
    funder: 'Cleveland violence reduction grant (fictional)',
    fundingEndsIn: 85,
    fundingRenewal: 'Decision expected soon',
    costPerPlace: 1150,
    outcomes: 'Contact rebuilt where the court and social worker agree',
    measure: 'Family star, at start, release and 12 weeks',
    // Begun, or about to: it takes nobody any more.
    cohorts: [{ startsIn: -2, capacity: 6, taken: 4, waiting: 1 }],
  },
  {
    key: 'P06',
    name: 'Grandparents and Kin',
    provider: 'Fennimoor Foundation',
    kind: 'family_support',
    type: 'kinship_carers',
    summary: 'Advice and a monthly group for relatives who bring up a child while a parent is in prison.',
    audience: 'Kinship carers',
    sex: 'mixed',
    deliveredIn: ['community', 'phone'],
    prisons: [],
    authorities: ['E08000021', 'E08000037', 'E08000024', 'E08000022', 'E08000023', 'E06000057'],
    audiences: ['carers', 'children_5_to_11', 'children_12_to_17'],
    takesRemand: null,
    minimumStayWeeks: null,
    sessions: 10,
    weeks: 40,
    format: 'group',
    childContactClearance: false,
    rotl: 'not_needed',
    funder: 'Fennimoor Foundation (fictional)',
    fundingEndsIn: 700,
    fundingRenewal: null,
    costPerPlace: 220,
    outcomes: 'Carers feel less alone and know their rights',
    measure: 'Carers’ wellbeing scale',
    cohorts: [{ startsIn: 18, capacity: 12, taken: 7, waiting: 0 }],
  },
]

export const PROGRAMME_PROVIDERS = PROGRAMMES.map(programme => programme.provider)
