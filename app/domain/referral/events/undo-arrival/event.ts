import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { whyField } from '../reason-why'
import { dayWords } from '../was-is'

const TOLD = {
  name: 'arrival_undone',
  subject: 'Referral {R}: the arrival was none',
  happened:
    'The provider has taken back that the person of referral {R} arrived. The place stands, and the person is expected.',
  toDo: 'Sign in to read why. Other referrals that closed with the arrival are parked again.',
} as const satisfies Message

const TOLD_HERE = {
  name: 'arrival_undone_here',
  subject: TOLD.subject,
  happened: 'A colleague has taken back that the person of referral {R} arrived. The place stands.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The provider takes back an arrival that was none (product.md, "Lifecycle"). Safe for the browser. */
export const undoArrival = {
  happened: 'Arrival undone',
  inHistory: ([arrivedOn]) => (arrivedOn ? [`Had been recorded for ${dayWords(arrivedOn)}`] : []),
  tells: [
    { to: 'referrer', message: TOLD, wholeTeam: true },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Undo the arrival',
      lede: 'For an arrival that was recorded by mistake. The place is accepted again and the room held for the days you promised; the person’s other referrals are parked again. The referrer is told why.',
      button: 'Undo the arrival',
      done: 'The arrival is undone: the place stands, and the referrer has been told why',
    },
    form: () => z.object({ note: whyField }),
    isWarning: true,
    isNeverFirst: true,
    whenOver:
      'Where the day of arrival is wrong, correct that. Where the person never came, phone the referrer, and record no departure: that would count as a stay',
    whenTaken:
      'Change first what claims the room, on your vacancies or among the service’s stays and voids that are over; a hold is changed on its own referral',
  },
} as const satisfies EventSpec
