import { addDays, addMonths, type Day } from './calendar'
import { closed, farOff, said, type SpanTable, yearsOn } from './span'

/** Dates of a person and of how they leave prison: birth, release, hearing, risk, pregnancy, past years. Safe for the browser. */

const OLDEST = 110

export const CASE_SPANS = {
  birth: {
    name: 'date of birth',
    example: '28 3 1992',
    from: {
      day: ({ today }) => addDays(addMonths(today, -12 * (OLDEST + 1)), 1),
      say: `Check the year of birth: it makes the person over ${OLDEST}`,
    },
    until: { day: ({ today }) => addDays(today, -1), say: 'The date of birth must be in the past' },
  },
  release: {
    name: 'release date',
    example: '28 12 2026',
    from: {
      day: ({ today }) => addDays(today, -28),
      say: 'The release date must be within the last 28 days, or later',
    },
    until: {
      day: yearsOn(10),
      say: 'The release date must be within the next 10 years. Where it is later, choose not known yet',
    },
    asks: [
      (day, { today }) => (day < today ? `${said(day)} is in the past: has the person left prison?` : null),
      closed('when hardly anybody is released'),
      farOff(24, 'more than 2 years away'),
    ],
  },
  hearing: {
    name: 'day of the hearing',
    example: '28 3 2027',
    from: { day: ({ today }) => today, say: 'The day of the hearing must be today or later' },
    until: { day: yearsOn(2), say: 'The day of the hearing must be within the next 2 years' },
    asks: [closed('when most courts do not sit')],
  },
  riskAssessed: {
    name: 'day of the assessment',
    example: '28 3 2026',
    from: { day: yearsOn(-20), say: 'The day of the assessment must be within the last 20 years' },
    until: { day: ({ today }) => today, say: 'The day of the assessment must be today or earlier' },
  },
  statusSince: {
    name: 'day of the change',
    example: '3 11 2026',
    from: { day: yearsOn(-20), say: 'The day of the change must be within the last 20 years' },
    until: { day: ({ today }) => today, say: 'The day of the change must be today or earlier' },
  },
  received: {
    name: 'day of reception',
    example: '3 11 2026',
    from: { day: yearsOn(-60), say: 'The day of reception must be within the last 60 years' },
    until: { day: ({ today }) => today, say: 'The day of reception must be today or earlier' },
  },
  housingAssessed: {
    name: 'day of the housing assessment',
    example: '6 11 2026',
    from: { day: yearsOn(-60), say: 'The day of the housing assessment must be within the last 60 years' },
    until: { day: ({ today }) => today, say: 'The day of the housing assessment must be today or earlier' },
  },
  councilTold: {
    name: 'day the council was told',
    example: '6 11 2026',
    from: { day: yearsOn(-2), say: 'The day the council was told must be within the last 2 years' },
    until: { day: ({ today }) => today, say: 'The day the council was told must be today or earlier' },
  },
  /** Months and years, read as their first day. */
  due: {
    name: 'month the baby is due',
    example: '3 2027',
    from: { day: ({ today }) => firstOfMonth(today, -1), say: 'The baby must be due this month or later' },
    until: { day: ({ today }) => firstOfMonth(today, 10), say: 'The baby must be due within 10 months' },
  },
  lastConviction: {
    name: 'month of the last conviction',
    example: '3 2026',
    from: { day: yearsOn(-90), say: 'Check the year of the last conviction: it is more than 90 years ago' },
    until: { day: ({ today }) => today, say: 'The last conviction must be this month or earlier' },
  },
  pastYear: {
    name: 'year',
    example: '2019',
    from: { day: ({ today }) => firstOfYear(today, -90), say: 'The year must be within the last 90 years' },
    until: { day: ({ today }) => today, say: 'The year must be this year or earlier' },
  },
} as const satisfies SpanTable

function firstOfMonth(today: Day, months: number): Day {
  return `${addMonths(today, months).slice(0, 7)}-01`
}

function firstOfYear(today: Day, years: number): Day {
  return `${addMonths(today, years * 12).slice(0, 4)}-01-01`
}
