import {
  DARLINGTON,
  DURHAM,
  GATESHEAD,
  HARTLEPOOL,
  MIDDLESBROUGH,
  NEWCASTLE,
  NORTH_TYNESIDE,
  NORTHUMBERLAND,
  REDCAR,
  SOUTH_TYNESIDE,
  STOCKTON,
  SUNDERLAND,
  TEES_VALLEY,
  TYNESIDE,
  WEAR_AND_DURHAM,
  WHOLE_REGION,
} from './area-codes'

/** What most of these have in common: adults, women and men, who come from prison. */
const OPEN = {
  sex: 'mixed',
  ageMin: 18,
  ageMax: null,
  children: 'no',
  couples: 'no',
  acceptsOffenders: 'yes',
  supportLevel: 'medium',
  staffing: 'office hours + on call',
  maxStayWeeks: 52,
  exclusions: [] as string[],
  note: '',
}

/** Nobody lives there. */
const NO_BEDS = {
  ...OPEN,
  capacity: 0,
  children: 'not stated',
  couples: 'not stated',
  staffing: 'office hours',
  maxStayWeeks: null,
  supportLevel: 'low',
}
const FOR_WOMEN = { ...NO_BEDS, sex: 'women', supportLevel: 'medium', type: "women's hub (no beds)" }
const BONDS = { ...NO_BEDS, children: 'yes', couples: 'yes', type: 'rent bond scheme' }
/** Support that comes to people, and a few flats to start in. */
const FLOATING = {
  ...OPEN,
  children: 'yes',
  couples: 'yes',
  acceptsOffenders: 'case by case',
  supportLevel: 'low',
  staffing: 'floating',
  maxStayWeeks: 26,
  type: 'dispersed supported tenancies',
}
const MENTORS = { ...NO_BEDS, type: 'mentoring' }

/** Services beside the sixty of services.json: kinds of which the region would else have one, and those without beds. */
export const MORE_ARCHETYPES = [
  {
    ...OPEN,
    ...at('B01', 'young parents unit', 'Alderbeck Families', [MIDDLESBROUGH]),
    capacity: 6,
    ageMin: 16,
    ageMax: 25,
    children: 'yes (one or two)',
    couples: 'yes',
    acceptsOffenders: 'case by case',
    exclusions: ['arson', 'sexual offences', 'offences against children'],
  },
  {
    ...OPEN,
    ...at('B02', 'young people shared house', 'Larkstile Young People’s Homes', [NORTH_TYNESIDE]),
    capacity: 5,
    ageMin: 16,
    ageMax: 21,
    acceptsOffenders: 'case by case',
    supportLevel: 'low',
    staffing: 'floating',
    exclusions: ['arson', 'sexual offences'],
  },
  {
    ...OPEN,
    ...at('B03', 'care leavers flats', 'Larkstile Young People’s Homes', [SUNDERLAND]),
    capacity: 5,
    ageMax: 25,
    exclusions: ['arson'],
  },
  {
    ...OPEN,
    ...at('B04', 'abstinence recovery house', 'Thistlecote Recovery', [DURHAM]),
    capacity: 7,
    sex: 'women',
    exclusions: ['current use of drugs or alcohol', 'arson'],
  },
  {
    ...OPEN,
    ...at('B05', 'direct-access hostel', 'Saltpan Lane Homes', [NORTHUMBERLAND]),
    capacity: 8,
    staffing: '24 hours',
    maxStayWeeks: 12,
    exclusions: ['arson', 'sexual offences', 'offences against children'],
  },
  {
    ...OPEN,
    ...at('B06', 'direct-access hostel', 'Cinderbank Housing', [SOUTH_TYNESIDE]),
    capacity: 10,
    supportLevel: 'high',
    staffing: '24 hours',
    maxStayWeeks: 26,
    exclusions: ['arson', 'offences against children'],
  },
  {
    ...OPEN,
    ...at('B07', 'veterans flats', "Kestrelfield Veterans' Homes", [STOCKTON]),
    capacity: 6,
    couples: 'yes',
    staffing: 'office hours',
    exclusions: ['sexual offences', 'offences against children'],
  },
  {
    ...OPEN,
    ...at('B08', 'housing first', 'Fennimoor Foundation', [MIDDLESBROUGH, REDCAR]),
    capacity: 8,
    children: 'case by case',
    couples: 'yes',
    supportLevel: 'high',
    staffing: 'intensive floating, no end date',
    maxStayWeeks: null,
    exclusions: ['none fixed (each case on its risk assessment)'],
  },
  {
    ...OPEN,
    ...at('B09', 'dispersed supported tenancies', 'Plover Stair Tenancies', [DURHAM]),
    capacity: 10,
    couples: 'yes',
    acceptsOffenders: 'case by case',
    supportLevel: 'low',
    staffing: 'floating',
    exclusions: ['arson', 'sexual offences'],
  },
  {
    ...OPEN,
    ...at('B10', 'young people foyer', 'Larkstile Young People’s Homes', [NEWCASTLE]),
    capacity: 12,
    ageMin: 16,
    ageMax: 25,
    acceptsOffenders: 'case by case',
    staffing: '24 hours',
    maxStayWeeks: 104,
    exclusions: ['arson', 'sexual offences', 'serious violence in last 2 years'],
  },
  {
    ...OPEN,
    ...at('B11', 'offender supported housing', 'Emberwick Housing', [HARTLEPOOL]),
    capacity: 6,
    exclusions: ['arson', 'sexual offences', 'offences against children'],
  },
  {
    ...OPEN,
    ...at('B12', 'assessment hub', 'Millrace Nights', [REDCAR]),
    capacity: 4,
    supportLevel: 'high',
    staffing: '24 hours',
    maxStayWeeks: 4,
    exclusions: ['sexual offences', 'offences against children'],
  },
  {
    ...OPEN,
    ...at('B13', 'dispersed supported tenancies', 'Cinderbank Housing', [SUNDERLAND]),
    capacity: 8,
    children: 'yes',
    couples: 'yes',
    acceptsOffenders: 'case by case',
    supportLevel: 'low',
    staffing: 'floating',
    exclusions: ['arson'],
  },
  {
    ...OPEN,
    ...at('B14', 'direct-access hostel', 'Saltpan Lane Homes', [NORTH_TYNESIDE]),
    capacity: 6,
    staffing: '24 hours',
    maxStayWeeks: 12,
    exclusions: ['arson', 'sexual offences', 'offences against children'],
  },
  { ...FLOATING, ...of('C01', 'Gannet Steps Outreach', TYNESIDE), capacity: 4 },
  { ...FLOATING, ...of('C02', 'Plover Stair Tenancies', [DURHAM, DARLINGTON]), capacity: 4 },
  { ...FLOATING, ...of('C03', 'Plover Stair Tenancies', TEES_VALLEY), capacity: 6, acceptsOffenders: 'yes' },
  { ...BONDS, ...of('C04', 'Wharfstone Lettings Support', [...TYNESIDE, SUNDERLAND]) },
  { ...BONDS, ...of('C05', 'Wharfstone Lettings Support', [DURHAM, DARLINGTON, NORTHUMBERLAND]) },
  { ...FOR_WOMEN, ...of('C06', "Marlpit Women's Project", [NEWCASTLE, GATESHEAD]) },
  { ...FOR_WOMEN, ...of('C07', 'Beacon Staithe Hub', [SUNDERLAND, SOUTH_TYNESIDE]) },
  { ...FOR_WOMEN, ...of('C08', 'Curlewgate Support', [DURHAM, DARLINGTON]) },
  { ...FOR_WOMEN, ...of('C09', 'Beacon Staithe Hub', [MIDDLESBROUGH, REDCAR]) },
  { ...FOR_WOMEN, ...of('C10', 'Pitwheel Housing Collective', [NORTHUMBERLAND, NORTH_TYNESIDE]) },
  { ...MENTORS, ...of('C11', 'Rushlight Mentoring', WHOLE_REGION), sex: 'women' },
  { ...MENTORS, ...of('C12', 'Rushlight Mentoring', WHOLE_REGION), sex: 'men' },
  {
    ...MENTORS,
    ...of('C13', 'Rushlight Mentoring', [...WEAR_AND_DURHAM, ...TEES_VALLEY]),
    sex: 'men',
    ageMax: 25,
  },
  { ...MENTORS, ...of('C14', 'Stonecrop Resettlement', TYNESIDE) },
]

function at(id: string, type: string, provider: string, covers: string[]) {
  return { ...of(id, provider, covers), type }
}

function of(id: string, provider: string, covers: string[]) {
  return { id, provider, authority: covers[0] ?? '', covers }
}
