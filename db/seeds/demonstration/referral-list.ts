import type { AgreedTier } from '~/domain/referral/referral'
import { accept, type Act, arrive, ask, book, decline, offer, take, wait } from './referral-steps'

/** One referral and what became of it. Days are counted back from now. */
export interface ReferralSketch {
  key: string
  /** The key of the case. */
  person: string
  archetypeId: string
  /** Who answers for the provider; null where nobody has yet. */
  answeredBy: string | null
  agreedTier: AgreedTier
  /** Said where the answer was not "eligible". */
  justification: string | null
  submittedDaysAgo: number
  steps: { daysAgo: number; act: Act }[]
}

const MARLPIT = 'worker.marlpit@example.org'
const QUERNSTONE = 'worker.quernstone@example.org'
const SALTPAN = 'worker.saltpan@example.org'
const A_FEW_HOURS = 0.15

export const REFERRALS: ReferralSketch[] = [
  {
    key: 'arrived today',
    person: 'settled',
    archetypeId: 'A01',
    answeredBy: MARLPIT,
    agreedTier: 3,
    justification: null,
    submittedDaysAgo: 21,
    steps: [
      { daysAgo: 20, act: take },
      { daysAgo: 16, act: offer('A01', 7, 26) },
      { daysAgo: 15.5, act: accept },
      { daysAgo: 0, act: arrive(26) },
    ],
  },
  {
    key: 'closed when she arrived',
    person: 'settled',
    archetypeId: 'A18',
    answeredBy: SALTPAN,
    agreedTier: 1,
    justification: 'One unknown answer, and a bed is needed whatever it is',
    submittedDaysAgo: 20.5,
    steps: [{ daysAgo: 19, act: take }],
  },
  {
    key: 'accepted, out next week',
    person: 'next week',
    archetypeId: 'A01',
    answeredBy: MARLPIT,
    agreedTier: 2,
    justification: null,
    submittedDaysAgo: 12,
    steps: [
      { daysAgo: 11, act: take },
      { daysAgo: 10, act: book('video', -8) },
      // Before any holiday that may stand between now and her release: an answer is due by the last working day before its week.
      { daysAgo: 7, act: offer('A01', 11, 26) },
      { daysAgo: 6.5, act: accept },
    ],
  },
  {
    key: 'information requested',
    person: 'recall',
    archetypeId: 'A01',
    answeredBy: MARLPIT,
    agreedTier: 3,
    justification: null,
    submittedDaysAgo: 2,
    steps: [
      {
        daysAgo: 1.5,
        act: ask(['risk_detail', 'licence_conditions'], 'Please add what probation says about contact.'),
      },
    ],
  },
  {
    key: 'under review',
    person: 'recall',
    archetypeId: 'A29',
    answeredBy: QUERNSTONE,
    agreedTier: 2,
    justification: 'She knows Middlesbrough and a flat of her own would suit her',
    submittedDaysAgo: 2,
    steps: [{ daysAgo: 1, act: take }],
  },
  {
    key: 'declined for arson',
    person: 'arson concern',
    archetypeId: 'A03',
    answeredBy: MARLPIT,
    agreedTier: 1,
    justification: 'A concern noted at fifteen, and nothing since',
    submittedDaysAgo: 6,
    steps: [{ daysAgo: 5, act: decline('risk.arson', 'Our insurer will not cover it at this house.') }],
  },
  {
    key: 'new this morning',
    person: 'arson concern',
    archetypeId: 'A01',
    answeredBy: null,
    agreedTier: 2,
    justification: null,
    submittedDaysAgo: A_FEW_HOURS,
    steps: [],
  },
  {
    key: 'waiting list',
    person: 'mother',
    archetypeId: 'A01',
    answeredBy: MARLPIT,
    agreedTier: 1,
    justification: 'Her son may stay with his grandmother for the first months',
    submittedDaysAgo: 6,
    steps: [
      { daysAgo: 5, act: take },
      { daysAgo: 4, act: wait },
    ],
  },
  {
    key: 'family flat',
    person: 'mother',
    archetypeId: 'A55',
    answeredBy: null,
    agreedTier: 1,
    justification: 'Low support is enough with her mother nearby',
    submittedDaysAgo: 1,
    steps: [],
  },
  {
    key: 'offered today',
    person: 'durham flat',
    archetypeId: 'A29',
    answeredBy: QUERNSTONE,
    agreedTier: 3,
    justification: null,
    submittedDaysAgo: 5,
    steps: [
      { daysAgo: 4, act: take },
      { daysAgo: A_FEW_HOURS, act: offer('A29', 5, 26) },
    ],
  },
  {
    key: 'second choice',
    person: 'durham flat',
    archetypeId: 'A27',
    answeredBy: null,
    agreedTier: 1,
    justification: null,
    submittedDaysAgo: 5,
    steps: [],
  },
  {
    key: 'assessment tomorrow',
    person: 'durham hostel',
    archetypeId: 'A18',
    answeredBy: SALTPAN,
    agreedTier: 2,
    justification: 'The licence is not written yet; everything else fits',
    submittedDaysAgo: 3,
    steps: [
      { daysAgo: 2, act: take },
      { daysAgo: 1, act: book('phone', 1) },
    ],
  },
  {
    key: 'nobody has answered',
    person: 'northumberland dog',
    archetypeId: 'A56',
    answeredBy: null,
    agreedTier: 1,
    justification: 'Sister can keep the dog for the first weeks',
    submittedDaysAgo: 7,
    steps: [],
  },
]
