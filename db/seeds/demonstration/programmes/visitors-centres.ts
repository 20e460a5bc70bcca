import { DURHAM, NORTHUMBERLAND, STOCKTON } from '../area-codes'
import type { StaffedHours } from '../staffing'
import { fictionalPhone } from '../telephone'
import type { ProgrammeSketch } from './programme-sketch'

interface Centre {
  key: string
  prison: string
  name: string
  authority: string
  outcode: string
  provider: string
  isForWomen?: true
  takesRemand: boolean | null
  about: string
  hours: StaffedHours[]
  languages?: string[]
  wheelchair: boolean | null
}

const ALL_WEEK: StaffedHours[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }]
const FIVE_DAYS: StaffedHours[] = [{ days: [3, 4, 5, 6, 7], from: '12:30', to: '16:30' }]
const WEEKENDS: StaffedHours[] = [
  { days: [5], from: '13:00', to: '16:30' },
  { days: [6, 7], from: '09:00', to: '16:30' },
]

/** One at the gate of each of the seven prisons. */
const CENTRES: Centre[] = [
  {
    key: 'P31',
    prison: 'LNI',
    name: 'Visitors’ Centre Low Newton',
    authority: DURHAM,
    outcode: 'DH1',
    provider: 'Alderbeck Families',
    isForWomen: true,
    takesRemand: true,
    about:
      'Warm drinks, a play corner, lockers and somebody who has seen it all before. Tell us if it is your first visit: we walk you to the door. Nappies and baby milk are kept for those who forgot. The bus from Durham stops outside.',
    hours: FIVE_DAYS,
    languages: ['English', 'Polish'],
    wheelchair: true,
  },
  {
    key: 'P32',
    prison: 'DMI',
    name: 'Visitors’ Centre Durham',
    authority: DURHAM,
    outcode: 'DH1',
    provider: 'Beacon Staithe Hub',
    takesRemand: true,
    about:
      'Open every day, because most men here are on remand and may be visited daily. Help with booking, with the cost of travel, with property and with what to wear. Ten minutes on foot from the station, down a steep hill: ask for the taxi number.',
    hours: ALL_WEEK,
    languages: ['English', 'Polish', 'Romanian', 'Farsi'],
    wheelchair: true,
  },
  {
    key: 'P33',
    prison: 'FKI',
    name: 'Visitors’ Centre Frankland',
    authority: DURHAM,
    outcode: 'DH1',
    provider: 'Beacon Staithe Hub',
    takesRemand: false,
    about:
      'Families come from all over the country. Check the security rules with us before you set off, and ring if you are late. A family room for breaks, a microwave, and a list of places to stay the night.',
    hours: WEEKENDS,
    wheelchair: true,
  },
  {
    key: 'P34',
    prison: 'HHI',
    name: 'Visitors’ Centre Holme House',
    authority: STOCKTON,
    outcode: 'TS18',
    provider: 'Sandmartin Family Link',
    takesRemand: false,
    about:
      'Tea bar, toys, a family worker on duty and drug and alcohol advice for relatives on Thursdays. The visits bus from Stockton station is free with a booking. Level floor, accessible toilet, hearing loop.',
    hours: FIVE_DAYS,
    languages: ['English', 'British Sign Language'],
    wheelchair: true,
  },
  {
    key: 'P35',
    prison: 'KVI',
    name: 'Visitors’ Centre Kirklevington Grange',
    authority: STOCKTON,
    outcode: 'TS15',
    provider: 'Sandmartin Family Link',
    takesRemand: false,
    about:
      'A small, quiet centre. Most men here go out on licence, so we help families plan the first day out and the first night at home, and we lend car seats.',
    hours: WEEKENDS,
    wheelchair: null,
  },
  {
    key: 'P36',
    prison: 'NLI',
    name: 'Visitors’ Centre Northumberland',
    authority: NORTHUMBERLAND,
    outcode: 'NE65',
    provider: 'Alderbeck Families',
    takesRemand: false,
    about:
      'A long way from anywhere: we book the minibus, keep soup on, and will not turn you away because of traffic. Breastfeeding room, outdoor play, dogs may wait in the shade with a volunteer.',
    hours: FIVE_DAYS,
    wheelchair: true,
  },
  {
    key: 'P37',
    prison: 'DTI',
    name: 'Visitors’ Centre Deerbolt',
    authority: DURHAM,
    outcode: 'DL12',
    provider: 'Larkstile Young People’s Homes',
    takesRemand: null,
    about:
      'For mums, dads, girlfriends and little brothers of young men at Deerbolt. Help with the journey to Barnard Castle, a word with the wing if you are worried about him, and a youth worker on Saturdays.',
    hours: WEEKENDS,
    wheelchair: false,
  },
]

export const VISITORS_CENTRES: ProgrammeSketch[] = CENTRES.map((centre, index) => ({
  key: centre.key,
  name: centre.name,
  provider: centre.provider,
  kind: 'visitors_centre',
  type: 'visitors_centre',
  summary: `The centre for everybody who visits somebody at ${shortName(centre)}: information, a hot drink, toys and help with travel.`,
  about: centre.about,
  audience: `Families and friends of people at ${shortName(centre)}`,
  sex: 'mixed',
  deliveredIn: ['visits_hall'],
  prisons: [centre.prison],
  authorities: [centre.authority],
  audiences: audiencesOf(centre),
  takesRemand: centre.takesRemand,
  minimumStayWeeks: null,
  sessions: null,
  weeks: null,
  format: 'one_to_one',
  childContactClearance: false,
  rotl: 'not_needed',
  literacy: 'Forms are filled in with you',
  travel: 'Help with visits booking and the cost of travel',
  languages: centre.languages ?? ['English'],
  wheelchair: centre.wheelchair,
  funder: 'Prison family services contract (fictional)',
  fundingEndsIn: 420,
  fundingRenewal: null,
  costPerPlace: null,
  outcomes: 'Visits that go well, and families who come back',
  measure: 'Visitors welcomed; first-time visitors seen',
  cohorts: [],
  hours: centre.hours,
  phone: fictionalPhone(540 + index),
  site: { name: centre.name, outcode: centre.outcode },
  policy: { ageMin: null },
}))

function shortName({ name }: Centre): string {
  return name.replace('Visitors’ Centre ', '')
}

function audiencesOf({ isForWomen }: Centre): ProgrammeSketch['audiences'] {
  const parent = isForWomen ? 'mothers' : 'fathers'
  return [parent, 'partners', 'carers', 'children_under_5', 'children_5_to_11', 'children_12_to_17']
}
