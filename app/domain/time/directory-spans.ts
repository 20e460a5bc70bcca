import { addDays } from './calendar'
import { farOff, type SpanTable, yearsOn } from './span'

/** Dates of a service: when a bedspace is void, since when a fact is known, by when a vacancy is wanted. Safe for the browser. */

export const DIRECTORY_SPANS = {
  voidFrom: {
    name: 'first day',
    example: '28 3 2027',
    from: {
      day: ({ today }) => addDays(today, -31),
      say: 'The first day must be within the last month, or later',
    },
    until: { day: yearsOn(1), say: 'The first day must be within the next year' },
  },
  voidUntil: {
    name: 'day it is free again',
    example: '4 4 2027',
    from: {
      day: ({ today }) => addDays(today, -30),
      say: 'The day it is free again must be within the last month, or later',
    },
    until: {
      day: yearsOn(3),
      say: 'The day it is free again must be within the next 3 years. Leave it empty if nobody knows yet',
    },
    asks: [farOff(12, 'more than a year away')],
  },
  /** Of somebody who works here and is away. */
  coverFrom: {
    name: 'first day away',
    example: '4 12 2026',
    from: {
      day: ({ today }) => addDays(today, -31),
      say: 'The first day away must be within the last month, or later',
    },
    until: { day: yearsOn(1), say: 'The first day away must be within the next year' },
  },
  coverUntil: {
    name: 'last day away',
    example: '11 12 2026',
    from: { day: ({ today }) => today, say: 'The last day away must be today or later' },
    until: { day: yearsOn(2), say: 'The last day away must be within the next 2 years' },
  },
  roomCloses: {
    name: 'day the room closes',
    example: '4 4 2027',
    from: { day: ({ today }) => today, say: 'The day the room closes must be today or later' },
    until: { day: yearsOn(2), say: 'The day the room closes must be within the next 2 years' },
    asks: [farOff(12, 'more than a year away')],
  },
  /** Of a claim that is corrected, long past ones too. */
  claimFrom: {
    name: 'first day',
    example: '28 3 2027',
    from: { day: yearsOn(-5), say: 'The first day must be within the last 5 years, or later' },
    until: { day: yearsOn(1), say: 'The first day must be within the next year' },
  },
  claimUntil: {
    name: 'day it is free again',
    example: '4 4 2027',
    from: { day: yearsOn(-5), say: 'The day it is free again must be within the last 5 years, or later' },
    until: {
      day: yearsOn(3),
      say: 'The day it is free again must be within the next 3 years. Leave it empty if nobody knows yet',
    },
    asks: [farOff(12, 'more than a year away')],
  },
  /** Since when somebody is in a room: never later than today. */
  staySince: {
    name: 'day',
    example: '28 3 2026',
    from: { day: yearsOn(-5), say: 'The day must be within the last 5 years' },
    until: { day: ({ today }) => today, say: 'The day must be today or earlier' },
  },
  /** Of a stay that goes on in another room: 'to Room 2 on 4 December'. */
  stayMoved: {
    name: 'day of the move',
    example: '4 12 2026',
    from: { day: yearsOn(-5), say: 'The day of the move must be within the last 5 years' },
    until: { day: yearsOn(1), say: 'The day of the move must be within the next 12 months' },
    asks: [farOff(3, 'more than 3 months away')],
  },
  /** 'And 1 more from 4 December.' */
  countMore: {
    name: 'day they are free from',
    example: '4 12 2026',
    from: { day: ({ today }) => addDays(today, 1), say: 'The day they are free from must be after today' },
    until: { day: yearsOn(1), say: 'The day they are free from must be within the next 12 months' },
  },
  policyVerified: {
    name: 'day the policy was checked',
    example: '28 3 2026',
    from: { day: yearsOn(-5), say: 'The day the policy was checked must be within the last 5 years' },
    until: { day: ({ today }) => today, say: 'The day the policy was checked must be today or earlier' },
  },
  /** Since when a fact of the directory is known: 'known since'. */
  knownSince: {
    name: 'day it is known since',
    example: '28 3 2026',
    from: { day: yearsOn(-20), say: 'The day it is known since must be within the last 20 years' },
    until: { day: ({ today }) => today, say: 'The day it is known since must be today or earlier' },
  },
  /** Of a programme: when its money begins and ends. */
  fundingStarts: {
    name: 'day funding starts',
    example: '1 4 2026',
    from: { day: yearsOn(-20), say: 'The day funding starts must be within the last 20 years, or later' },
    until: { day: yearsOn(10), say: 'The day funding starts must be within the next 10 years' },
  },
  fundingEnds: {
    name: 'day funding ends',
    example: '31 3 2027',
    from: { day: yearsOn(-20), say: 'The day funding ends must be within the last 20 years, or later' },
    until: { day: yearsOn(20), say: 'The day funding ends must be within the next 20 years' },
  },
  entryChecked: {
    name: 'day the entry was checked',
    example: '28 3 2026',
    from: { day: yearsOn(-20), say: 'The day the entry was checked must be within the last 20 years' },
    until: { day: ({ today }) => today, say: 'The day the entry was checked must be today or earlier' },
  },
  runStarts: {
    name: 'first day of the run',
    example: '28 3 2027',
    from: { day: yearsOn(-3), say: 'The first day of the run must be within the last 3 years, or later' },
    until: { day: yearsOn(3), say: 'The first day of the run must be within the next 3 years' },
  },
  runEnds: {
    name: 'last day of the run',
    example: '28 6 2027',
    from: { day: yearsOn(-3), say: 'The last day of the run must be within the last 3 years, or later' },
    until: { day: yearsOn(5), say: 'The last day of the run must be within the next 5 years' },
  },
  runReferBy: {
    name: 'last day to refer',
    example: '14 3 2027',
    from: { day: yearsOn(-3), say: 'The last day to refer must be within the last 3 years, or later' },
    until: { day: yearsOn(5), say: 'The last day to refer must be within the next 5 years' },
  },
  pausedUntil: {
    name: 'day it opens again',
    example: '4 1 2027',
    from: { day: ({ today }) => addDays(today, 1), say: 'The day it opens again must be after today' },
    until: {
      day: yearsOn(3),
      say: 'The day it opens again must be within the next 3 years. Leave it empty if nobody knows yet',
    },
  },
  /** In the address of supply: what is free is asked for as far ahead as releases are prepared. */
  supplyOn: {
    name: 'day a bed is wanted',
    example: '28 12 2026',
    from: { day: ({ today }) => today, say: 'The day a bed is wanted must be today or later' },
    until: {
      day: ({ today }) => addDays(today, 84),
      say: 'The day a bed is wanted must be within the next 12 weeks',
    },
  },
  supplyRead: {
    name: 'day of an earlier reading',
    example: '28 3 2026',
    from: { day: yearsOn(-20), say: 'The day of an earlier reading must be within the last 20 years' },
    until: { day: ({ today }) => today, say: 'The day of an earlier reading must be today or earlier' },
  },
  /** In the address of the audit, which is kept for 6 years. */
  auditDay: {
    name: 'day',
    example: '28 3 2026',
    from: { day: yearsOn(-7), say: 'The audit goes back 6 years: the day must be later' },
    until: { day: ({ today }) => today, say: 'The day must be today or earlier' },
  },
  /** In the address of a search. */
  availableBy: {
    name: 'date a vacancy is needed by',
    example: '28 12 2026',
    from: { day: ({ today }) => today, say: 'The date a vacancy is needed by must be today or later' },
    until: { day: yearsOn(2), say: 'The date a vacancy is needed by must be within the next 2 years' },
  },
} as const satisfies SpanTable
