import { z } from 'zod'
import { codesOf } from '../words/codes'

/** The queue of people nobody fits: what is asked of the officer, and how the coordinator may answer. Safe for the browser. */

export const AGREED_LABELS = {
  yes: 'Yes, the coordinator may read it',
  no: 'No',
}

/** How an entry ended; the first three are the coordinator’s to say. */
export const ENDED_LABELS = {
  place_found: 'A place was found',
  referred_elsewhere: 'Passed on to somebody who can help',
  nothing_found: 'Nothing was found',
  agreement_withdrawn: 'The person took back the agreement',
  taken_back: 'No longer needed',
  asked_again: 'Asked again',
  case_closed: 'The case was closed',
}
export type EndedAs = keyof typeof ENDED_LABELS

/** How the coordinator ends it. */
export const COORDINATOR_ENDS = {
  place_found: ENDED_LABELS.place_found,
  referred_elsewhere: ENDED_LABELS.referred_elsewhere,
  nothing_found: ENDED_LABELS.nothing_found,
}

export const OUTCOME_LABELS = {
  still_looking: 'Keep it in the queue: I am still looking',
  ...COORDINATOR_ENDS,
}

export const TAKE_BACK_LABELS = {
  agreement_withdrawn: ENDED_LABELS.agreement_withdrawn,
  taken_back: 'The coordinator is no longer needed',
}

export const ANSWER_LIMIT = 500

/** A place that is not named in the queue: what it is called there. */
export const HIDDEN_PLACES = {
  refuge: 'A refuge',
  confidential: 'A place that is kept confidential',
}

/** The categories of reasons that the queue names; of any other the state of the referral says enough. */
export const TRIED_CATEGORIES = {
  capacity: 'Capacity',
  needs: 'Needs',
  risk: 'Risk',
  eligibility: 'Eligibility',
  process: 'Process',
  person: 'The person',
}
type TriedCategory = keyof typeof TRIED_CATEGORIES

/** The category of a stored reason as the queue keeps it: its reason alone can tell what triage may not know. */
export function triedCategory(reason: string | null): TriedCategory | null {
  const [category] = reason?.split('.') ?? []
  return codesOf(TRIED_CATEGORIES).find(each => each === category) ?? null
}

/**
 * What had been tried when it was put down: ids, codes, days and counts, as `nobody_fits.tried` keeps them. It is kept as the
 * coordinator may read it: of a hidden place neither which it was nor why it came to nothing.
 */
export const Tried = z.object({
  referrals: z.array(
    z.object({
      hidden: z.enum(codesOf(HIDDEN_PLACES)).nullable(),
      serviceId: z.string().nullable(),
      state: z.string(),
      category: z.string().nullable(),
    }),
  ),
  /** Searches for the case that count as evidence, the day of the last, and how its services came out. */
  searches: z.number(),
  lastSearchedOn: z.string().nullable(),
  lastCounts: z.record(z.string(), z.number()).nullable(),
})
export type Tried = z.infer<typeof Tried>

/** A referral that was tried, named as far as it may be. */
interface TriedReferral {
  serviceName: string
  state: string
  category: string | null
}

/** What was said before of how an entry ended, and who said it anew. */
export interface EndSaid {
  was: EndedAs
  by: string
  at: Date
}

/** An entry as its readers see it. */
export interface NobodyFits {
  id: string
  caseId: string
  agreed: 'yes' | 'no'
  tried: Omit<Tried, 'referrals'> & { referrals: TriedReferral[] }
  recordedAt: Date
  recordedBy: string
  taken: { at: Date; by: string } | null
  /** By whom: null where nobody did it, as where a case was deleted. */
  ended: { at: Date; by: string | null; as: EndedAs; was: EndSaid[] } | null
  /** What the coordinator wrote, the latest first. */
  answers: { id: string; words: string | null; at: Date; by: string }[]
}

/** Which places the tick is about: it holds for no other, and for none that stands otherwise by now. */
export function placesSaid(places: readonly { id: string; state: string }[]): string {
  return places.map(({ id, state }) => `${id} ${state}`).join(', ')
}

/** Which entry is meant, and how the page said that it ended. */
const ended = { entryId: z.uuid().catch(''), shown: z.string().max(40).catch('') }

/** Reads the officer's form: what the person said, that it is taken back, or why it was, said anew. */
export const nobodyFitsSchema = z.object({
  change: z.enum(['send', 'take_back', 'correct'], { error: 'Choose what to do' }),
  agreed: z.enum(codesOf(AGREED_LABELS)).nullable().default(null),
  why: z.enum(codesOf(TAKE_BACK_LABELS)).nullable().default(null),
  sureOf: z.string().max(4000).nullable().default(null).catch(null),
  ...ended,
})

/** Reads the coordinator's form that says anew how a case left the queue. */
export const endSchema = z.object({
  why: z.enum(codesOf(COORDINATOR_ENDS), { error: 'Choose how it ended' }),
  ...ended,
})

/** Reads the form that strikes out what was answered of a case that left the queue. */
export const leftAnswerSchema = z.object({ change: z.literal('strike'), row: z.uuid() })

/** Reads the coordinator's form: to take it, an answer with what becomes of it, or which answer is struck out. */
export const coordinatorSchema = z
  .object({
    change: z.enum(['take', 'answer', 'strike'], { error: 'Choose what to do' }),
    row: z.uuid().nullable().default(null).catch(null),
    outcome: z.enum(codesOf(OUTCOME_LABELS)).nullable().default(null),
    note: z
      .string()
      .max(ANSWER_LIMIT, `What you write must be ${ANSWER_LIMIT} characters or fewer`)
      .nullable()
      .default(null),
  })
  .refine(({ change, outcome }) => change !== 'answer' || outcome !== null, {
    path: ['outcome'],
    error: 'Choose what becomes of it',
  })
  .refine(({ change, note }) => change !== 'answer' || note !== null, {
    path: ['note'],
    error: 'Write what the officer should know',
  })
  .refine(({ change, row }) => change !== 'strike' || row !== null, {
    path: ['change'],
    error: 'Choose what to strike out',
  })
