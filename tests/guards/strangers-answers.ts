import { type AccessWorld } from './access-world'
import { type DrawnForm, kindOf } from '../support/forms/drawn-forms'
import { FOUR_WEEKS_MS } from '../support/forms/filled-form'

type Answers = Readonly<Record<string, string | null>>

/** Of every form: no second reasons beside the first. */
const OF_ALL: Answers = { others: null }

/** What a form is given that its boxes and lists do not tell, by its address: what goes together, and what a rule asks for. Null leaves it out. */
const OF_ONE: Readonly<Record<string, Answers>> = {
  '/account': { name: 'Another Name' },
  '/account/password': { password: 'another long passphrase of mine' },
  '/account/second-factor/:id': { name: 'Another phone' },
  '/people/:id': { role: 'provider_manager' },
  '/our-services/:id/entry/contact': {
    'staffedHours.answer': 'all',
    'staffedHours.rows[0].days': null,
    'staffedHours.rows[0].from': '',
    'staffedHours.rows[0].to': '',
    'staffedHours.rows[1].days': null,
    'staffedHours.rows[1].from': '',
    'staffedHours.rows[1].to': '',
  },
  '/unmet-need/thresholds/m3': { green: '1', amber: '2' },
  '/cases/:id/person': { name: 'Another Wren' },
  '/cases/:id/release-date': { releaseConfidence: 'likely' },
  '/cases/:id/status': { releaseConfidence: 'likely' },
  '/referrals/:id/change-agreement': { agreedTier: '2' },
  '/our-services/:id/rooms/beds': { beds: '2' },
  '/vacancies/:id/count': { free: '0', more: '', 'moreOn.day': '', 'moreOn.month': '', 'moreOn.year': '' },
}

/** The words of a file, of what is in the world. */
const FILES: Readonly<Record<string, (world: AccessWorld, day: Date) => string>> = {
  '/cases/release-list': (_world, day) =>
    `Prison number,Name,Release date,Sex\nZ9001AA,Wren,${day.toISOString().slice(0, 10)},F\n`,
  '/imports/services': ({ serviceId }) => `Service ID,Name of the service\n${serviceId},Another name\n`,
  '/imports/policies': ({ serviceId }) => `Service ID,Couples\n${serviceId},No\n`,
  '/imports/rooms': ({ hiddenServiceId, roomId }) =>
    `Service ID,Room ID,Name\n${hiddenServiceId},${roomId},Another name\n`,
}

/** Days that go together. */
const DAYS: Readonly<Record<string, (day: Date) => Answers>> = {
  '/our-services/:id/cohorts/new': day => ({
    ...parts('startsOn', day),
    ...parts('lastReferralOn', day),
    ...parts('endsOn', new Date(day.getTime() + FOUR_WEEKS_MS)),
  }),
  '/vacancies/:id/stay': day => ({
    answer: 'left',
    ...parts('day', new Date(day.getTime() - FOUR_WEEKS_MS)),
  }),
}

function parts(name: string, day: Date): Answers {
  const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

/** What a form is given in this world, on this day. */
export function answersTo(form: DrawnForm, world: AccessWorld, day: Date): Answers {
  const address = kindOf(form.action)
  const file = FILES[address]?.(world, day)
  return { ...OF_ALL, ...OF_ONE[address], ...DAYS[address]?.(day), ...(file !== undefined && { file }) }
}
