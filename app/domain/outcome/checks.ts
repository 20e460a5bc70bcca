import { z } from 'zod'
import { authorities } from '../area/region'
import { codesOf } from '../words/codes'

/**
 * What is recorded of every release from its first day, because it cannot be made up later (product.md, "Reports"): one check each, kept in
 * `outcome_check.answers` as codes and days. 'unknown' is an answer everywhere, and never a "no". Safe for the browser.
 */

export const YES_NO_UNKNOWN = { yes: 'Yes', no: 'No', unknown: 'Not known' }

export const HNIA_LABELS = { done: 'Yes', not_yet: 'Not yet', unknown: 'Not known' }

export const HOUSING_LABELS = {
  nowhere: 'Nowhere to live',
  under_12_weeks: 'A place for less than 12 weeks',
  place: 'A place for 12 weeks or longer',
  unknown: 'Not known',
}

export const HOME_LABELS = {
  keep: 'A home to keep',
  transfer: 'A home to transfer to somebody else',
  close: 'A home to give up',
  none: 'No home',
  unknown: 'Not known',
}

/** By which way a place was found. The first is a referral made here. */
export const ROUTE_LABELS = {
  approved_route: 'A referral made here',
  council: 'The council',
  cas: 'CAS1, CAS2 or CAS3',
  own_home: 'Their own home',
  family: 'Family or friends',
  other: 'Another way',
  unknown: 'Not known',
}

export const FIRST_NIGHT_LABELS = {
  housed: 'Yes, under a roof',
  not_housed: 'No, nowhere to stay',
  unknown: 'Not known',
}

export const DAY_91_LABELS = {
  settled: 'In settled housing',
  not_settled: 'Not in settled housing',
  custody: 'Back in prison',
  died: 'Died',
  deported: 'Deported',
  unknown: 'Not known',
}

export const COUNCIL_NOTICE_LABELS = {
  told: 'Yes, a council was told',
  not_told: 'No, not told',
  she_said_no: 'No, the person said no',
  unknown: 'Not known',
}

export const COUNCILS = [...authorities.map(({ code }) => code), 'outside', 'unknown'] as const

const day = z.iso.date().nullable()
const yesNo = z.enum(codesOf(YES_NO_UNKNOWN))
const council = z.enum(COUNCILS)
const route = z.enum(codesOf(ROUTE_LABELS))

/** What each check keeps. What follows from another answer only (a route without a place) is null where that is not so. */
export const CHECK_ANSWERS = {
  /** The housing needs initial assessment (HNIA), and what it found. */
  reception: z.object({
    receivedOn: day,
    hnia: z.enum(codesOf(HNIA_LABELS)),
    hniaOn: day,
    housing: z.enum(codesOf(HOUSING_LABELS)),
    home: z.enum(codesOf(HOME_LABELS)),
    arrears: yesNo,
    benefit: yesNo,
  }),
  /** Who was told of the release, with what the person said to it. */
  council_notice: z.object({
    told: z.enum(codesOf(COUNCIL_NOTICE_LABELS)),
    council: council.nullable(),
    toldOn: day,
    agreed: z.literal('yes').nullable(),
    chosen: z.literal('yes').nullable(),
    contactPassed: z.literal('yes').nullable(),
  }),
  /** An approved place at midnight before the release. */
  night_before: z.object({ secured: yesNo, route: route.nullable() }),
  first_night: z.object({
    housed: z.enum(codesOf(FIRST_NIGHT_LABELS)),
    route: route.nullable(),
    /** One of the 12 authorities, outside of them, or not known. */
    where: council.nullable(),
    /** As the person says. A stay with family counts as housed only where this is yes. */
    safe: yesNo.nullable(),
    suitable: yesNo.nullable(),
  }),
  day_91: z.object({ settled: z.enum(codesOf(DAY_91_LABELS)) }),
} as const satisfies Record<string, z.ZodObject>

export type CheckKind = keyof typeof CHECK_ANSWERS
/** In the order in which they come. */
export const CHECK_KINDS = Object.keys(CHECK_ANSWERS) as CheckKind[]

export type CheckAnswers<Kind extends CheckKind = CheckKind> = z.output<(typeof CHECK_ANSWERS)[Kind]>

/** Reads `outcome_check.answers`. @throws ZodError for what no release of ours has kept */
export function readAnswers<Kind extends CheckKind>(kind: Kind, kept: unknown): CheckAnswers<Kind> {
  return CHECK_ANSWERS[kind].parse(kept) as CheckAnswers<Kind>
}

/** True for the name of a check. */
export function isCheckKind(text: string): text is CheckKind {
  return Object.hasOwn(CHECK_ANSWERS, text)
}
