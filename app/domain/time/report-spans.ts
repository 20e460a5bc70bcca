import { farOff, type SpanTable, yearsOn } from './span'

/** Dates of reports: when an action is due, from when on a threshold holds. Safe for the browser. */

export const REPORT_SPANS = {
  actionDue: {
    name: 'day it is due',
    example: '28 3 2027',
    from: { day: yearsOn(-3), say: 'The day it is due must be within the last 3 years, or later' },
    until: { day: yearsOn(10), say: 'The day it is due must be within the next 10 years' },
    asks: [farOff(36, 'more than 3 years away')],
  },
  thresholdFrom: {
    name: 'day it holds from',
    example: '1 4 2027',
    from: {
      day: ({ today, since = today }) => (since < today ? since : today),
      say: 'A threshold holds from today or later, for earlier reports stay as they are. To mend a wrong one, correct it. An administrator may date a first one back, by 10 years at most',
    },
    until: { day: yearsOn(2), say: 'The day it holds from must be within the next 2 years' },
  },
  settingFrom: {
    name: 'day it holds from',
    example: '1 4 2027',
    from: {
      day: ({ today }) => today,
      say: 'A setting holds from today or later: what was worked out before stays as it was',
    },
    until: { day: yearsOn(2), say: 'The day it holds from must be within the next 2 years' },
  },
} as const satisfies SpanTable
