import { authorities, prisons } from '../area/region'
import {
  AUDIENCE_LABELS,
  DELIVERED_IN_LABELS,
  PROGRAMME_FORMAT_LABELS,
  PROGRAMME_TYPE_LABELS,
  ROTL_NEED_LABELS,
} from '../programme/programme'
import { pathwayCodes, pathwayLabel } from '../service/pathway'
import { REFERRAL_ROUTE_LABELS, SUPPORT_LEVEL_LABELS, YES_CASE_NO_LABELS } from '../service/service'
import { serviceKindCodes, serviceKindLabel } from '../service/service-kind'
import type { EntryField } from './field'

/**
 * Everything that is asked of an entry in the directory, by the pages on which it is asked: a column that people fill in is a row here, and
 * is drawn, read, saved and said in its history by that row. Safe for the browser.
 */

interface EntryPart {
  title: string
  /** Whose columns they are. */
  of: 'service' | 'programme'
  /** Asked of programmes alone. */
  onlyProgrammes?: true
  /** Asked of where somebody lives alone, and of what is no programme. */
  onlyPlaces?: true
  /** Said by editors alone. */
  onlyEditors?: true
  fields: readonly EntryField[]
}

const KINDS = Object.fromEntries(serviceKindCodes.map(code => [code, serviceKindLabel(code)]))
const PATHWAYS = Object.fromEntries(pathwayCodes.map(code => [code, pathwayLabel(code)]))
const AUTHORITIES = Object.fromEntries(authorities.map(({ code, name }) => [code, name]))
const PRISONS = Object.fromEntries(prisons.map(({ code, name }) => [code, name]))

const VISIBILITY = {
  public: 'Anybody: it stands in the public directory',
  professionals: 'Only those who are signed in',
}
const ROUTES = {
  here: 'Here, by prison resettlement teams',
  phone: REFERRAL_ROUTE_LABELS.phone,
  elsewhere: REFERRAL_ROUTE_LABELS.elsewhere,
}

export const ENTRY_PARTS = {
  basics: {
    title: 'What it is',
    of: 'service',
    fields: [
      { name: 'name', label: 'Name of the service', kind: 'line', most: 120, missing: 'Enter its name' },
      {
        name: 'kind',
        label: 'Kind',
        kind: 'one',
        choices: KINDS,
        missing: 'Choose what kind of service it is',
      },
      {
        name: 'summary',
        label: 'In one sentence',
        hint: 'Shown in lists. Name no address of a hidden place, here or below',
        kind: 'lines',
        most: 240,
        missing: 'Say in one sentence what it is',
      },
      { name: 'description', label: 'Description', kind: 'lines', most: 4000, blank: '' },
      {
        name: 'audience',
        label: 'Whom it is for, in your words',
        hint: 'Whom you take is asked as policy, criterion by criterion',
        kind: 'lines',
        most: 400,
      },
      {
        name: 'visibility',
        label: 'Who may see the entry?',
        kind: 'one',
        choices: VISIBILITY,
        missing: 'Choose who may see it',
      },
    ],
  },
  where: {
    title: 'Areas and pathways',
    of: 'service',
    fields: [
      {
        name: 'areas',
        label: 'Areas it covers',
        kind: 'several',
        choices: AUTHORITIES,
        missing: 'Tick at least one area',
      },
      { name: 'pathways', label: 'Pathways it serves', kind: 'several', choices: PATHWAYS },
    ],
  },
  contact: {
    title: 'Contact and referring',
    of: 'service',
    fields: [
      { name: 'phone', label: 'Phone', kind: 'line', type: 'tel', most: 40 },
      { name: 'outOfHoursPhone', label: 'Phone out of hours', kind: 'line', type: 'tel', most: 40 },
      { name: 'email', label: 'Email', kind: 'line', type: 'email', most: 200 },
      {
        name: 'staffedHours',
        label: 'When is somebody there to answer?',
        hint: 'Vacancies of refuges and direct access are trusted by these hours',
        kind: 'hours',
      },
      {
        name: 'referralRoute',
        label: 'How is somebody referred?',
        kind: 'one',
        hint: 'Referrals that are open here go on here, whatever you choose: it is for new ones',
        choices: ROUTES,
        missing: 'Choose how somebody is referred',
      },
      {
        name: 'referralRouteReason',
        label: 'If not here: how, and why',
        hint: 'Such as “By the council’s single front door, on 0191 498 0000”',
        kind: 'lines',
        most: 400,
        neededBy: {
          ...{ name: 'referralRoute', is: 'elsewhere' },
          say: 'Say how somebody is referred, and why it is not done here: prisons read these words',
        },
      },
    ],
  },
  support: {
    title: 'Support and access',
    of: 'service',
    fields: [
      { name: 'supportLevel', label: 'Support', kind: 'one', choices: SUPPORT_LEVEL_LABELS },
      {
        name: 'staffing',
        label: 'Staffing',
        hint: 'Such as “Staff on site day and night”',
        kind: 'lines',
        most: 240,
      },
      { name: 'complexNeeds', label: 'Complex needs', kind: 'one', choices: YES_CASE_NO_LABELS },
      { name: 'wheelchair', label: 'Wheelchair access', kind: 'yes-no' },
      {
        name: 'languages',
        label: 'Languages spoken',
        hint: 'With commas between them: Polish, Arabic',
        kind: 'list',
        most: 240,
      },
    ],
  },
  money: {
    title: 'Money',
    of: 'service',
    onlyPlaces: true,
    fields: [
      { name: 'rentWeeklyPence', label: 'Rent', kind: 'pounds', per: 'week' },
      {
        name: 'serviceChargeWeeklyPence',
        label: 'Service charge',
        hint: 'What a resident pays and no benefit covers',
        kind: 'pounds',
        per: 'week',
      },
      { name: 'depositPence', label: 'Deposit', kind: 'pounds' },
      { name: 'firstWeekChargePence', label: 'To pay in the first week', kind: 'pounds' },
      { name: 'paymentNote', label: 'How each is paid', kind: 'lines', most: 400 },
    ],
  },
  stay: {
    title: 'Arriving and staying',
    of: 'service',
    onlyPlaces: true,
    fields: [
      { name: 'latestArrival', label: 'Latest arrival', kind: 'clock' },
      { name: 'maxStayWeeks', label: 'Longest stay', kind: 'number', from: 1, to: 520, unit: 'weeks' },
      {
        name: 'holdDays',
        blank: 'As long as the offer lasts',
        label: 'Days before release for which a bed can be held',
        hint: 'Empty: as long as the offer lasts. 0: nothing is held before release',
        kind: 'number',
        from: 0,
        to: 365,
        unit: 'days',
      },
      {
        name: 'offerWorkingDays',
        label: 'Working days an offer lasts',
        kind: 'number',
        from: 1,
        to: 10,
        unit: 'working days',
        missing: 'Enter how many working days an offer lasts',
      },
      {
        name: 'turnaroundWorkingDays',
        label: 'Working days to make a room ready after a departure',
        hint: 'With 2, a room left on a Monday is ready on the second working day after, the Wednesday; with 0, on the same day',
        kind: 'number',
        from: 0,
        to: 20,
        unit: 'working days',
        missing: 'Enter how many working days a room takes to make ready',
      },
    ],
  },
  programme: {
    title: 'The programme',
    of: 'programme',
    onlyProgrammes: true,
    fields: [
      {
        name: 'type',
        label: 'Type',
        kind: 'one',
        choices: PROGRAMME_TYPE_LABELS,
        missing: 'Choose what type of programme it is',
      },
      { name: 'deliveredIn', label: 'Where it is given', kind: 'several', choices: DELIVERED_IN_LABELS },
      { name: 'prisonCodes', label: 'Prisons', kind: 'several', choices: PRISONS },
      { name: 'audiences', label: 'Whom it is for', kind: 'several', choices: AUDIENCE_LABELS },
      { name: 'takesRemand', label: 'Takes people on remand', kind: 'yes-no' },
      { name: 'minimumStayWeeks', label: 'Shortest stay', kind: 'number', from: 1, to: 104, unit: 'weeks' },
      { name: 'sessions', label: 'Sessions', kind: 'number', from: 1, to: 200, unit: 'sessions' },
      { name: 'weeks', label: 'Over how long', kind: 'number', from: 1, to: 104, unit: 'weeks' },
      { name: 'format', label: 'In a group or one to one', kind: 'one', choices: PROGRAMME_FORMAT_LABELS },
      { name: 'languageAndLiteracy', label: 'Language and literacy', kind: 'lines', most: 240 },
      { name: 'childContactClearance', label: 'Needs clearance for child contact', kind: 'yes-no' },
      { name: 'rotl', label: 'Release on temporary licence', kind: 'one', choices: ROTL_NEED_LABELS },
      { name: 'rotlLicence', label: 'Which licence', kind: 'line', most: 120 },
      { name: 'travelAndCreche', label: 'Travel and crèche', kind: 'lines', most: 240 },
    ],
  },
  funding: {
    title: 'Funding and outcomes',
    of: 'programme',
    onlyProgrammes: true,
    fields: [
      { name: 'funder', label: 'Funder', kind: 'line', most: 120 },
      { name: 'fundingStartsOn', label: 'Funding starts', kind: 'day', span: 'fundingStarts' },
      { name: 'fundingEndsOn', label: 'Funding ends', kind: 'day', span: 'fundingEnds' },
      { name: 'fundingRenewal', label: 'Renewal', kind: 'lines', most: 240 },
      { name: 'costPerPlacePence', label: 'Cost of a place', kind: 'pounds' },
      { name: 'intendedOutcomes', label: 'What it is meant to bring', kind: 'lines', most: 400 },
      { name: 'outcomeMeasure', label: 'How that is measured', kind: 'lines', most: 240 },
    ],
  },
  checked: {
    title: 'Checked by an editor',
    of: 'service',
    onlyEditors: true,
    fields: [{ name: 'assuredOn', label: 'Entry checked on', kind: 'day', span: 'entryChecked' }],
  },
} as const satisfies Record<string, EntryPart>

export type PartName = keyof typeof ENTRY_PARTS

/** A part by the name an address has for it; null for none. */
export function entryPart(name: string | undefined): (EntryPart & { name: PartName }) | null {
  if (name === undefined || !Object.hasOwn(ENTRY_PARTS, name)) return null
  const part = name as PartName
  return { ...ENTRY_PARTS[part], name: part }
}

export interface AskedOf {
  isProgramme: boolean
  /** False of a programme that nobody lives in: it has no rent and no beds to ask of. */
  isPlace: boolean
}

/** Whether a part is asked of an entry. */
export function isAskedOf(part: EntryPart, { isProgramme, isPlace }: AskedOf): boolean {
  return (isProgramme || !part.onlyProgrammes) && (isPlace || !part.onlyPlaces)
}

/** The parts that are asked of an entry, in their order. */
export function partsOf(entry: AskedOf): (EntryPart & { name: PartName })[] {
  return Object.keys(ENTRY_PARTS)
    .flatMap(name => entryPart(name) ?? [])
    .filter(part => isAskedOf(part, entry))
}
