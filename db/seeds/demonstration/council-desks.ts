import { OFFICE, type StaffedHours } from './staffing'

/** How one council’s housing advice differs from the next. All of it invented. */
interface CouncilDesk {
  /** The district of its desk. */
  outcode: string
  hours: StaffedHours[]
  languages: string[]
  /** A sentence of its own. */
  own: string
}

const EARLY: StaffedHours[] = [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' }]
const SHORT_FRIDAY: StaffedHours[] = [
  { days: [1, 2, 3, 4], from: '08:30', to: '17:00' },
  { days: [5], from: '08:30', to: '16:00' },
]

const COUNCIL_DESKS: Readonly<Record<string, CouncilDesk>> = {
  E06000001: desk('TS24', 'A prison leavers’ worker visits Holme House on Tuesdays.', EARLY),
  E06000002: desk('TS1', 'The desk shares a floor with probation and a benefits adviser.', OFFICE, [
    'Urdu',
    'Arabic',
    'Farsi',
  ]),
  E06000003: desk('TS10', 'There is a desk in Redcar and, by appointment, one in Guisborough.', SHORT_FRIDAY),
  E06000004: desk('TS18', 'Families and women fleeing violence are seen in a room of their own.', OFFICE, [
    'Farsi',
    'Kurdish',
  ]),
  E06000005: desk('DL1', 'The town hall desk is five minutes from the bus.', EARLY),
  E06000047: desk(
    'DH1',
    'A team for people in custody deals with Durham, Frankland, Low Newton and Deerbolt.',
    SHORT_FRIDAY,
    ['Polish'],
  ),
  E06000057: desk('NE61', 'Advisers travel to Ashington, Blyth, Alnwick, Hexham and Berwick.', SHORT_FRIDAY),
  E08000021: desk(
    'NE1',
    'Open to callers in the city library; interpreters are booked the same day.',
    OFFICE,
    ['Polish', 'Arabic', 'Farsi', 'Bengali'],
  ),
  E08000022: desk('NE27', 'Advice by video for people in prison, if the prison books it.', EARLY),
  E08000023: desk('NE33', 'A tenancy worker sees people in the first weeks of a new home.', OFFICE, [
    'Arabic',
  ]),
  E08000024: desk('SR1', 'A women’s worker is at the desk on Wednesdays.', SHORT_FRIDAY, ['Bengali']),
  E08000037: desk('NE8', 'British Sign Language by video on any weekday.', OFFICE, ['British Sign Language']),
}

/** A council’s desk. @throws Error for an authority that has none */
export function deskOf(authorityCode: string): CouncilDesk {
  const found = COUNCIL_DESKS[authorityCode]
  if (!found) throw new Error(`No housing advice desk is described for ${authorityCode}`)
  return found
}

function desk(outcode: string, own: string, hours: StaffedHours[], others: string[] = []): CouncilDesk {
  return { outcode, own, hours, languages: ['English', ...others] }
}
