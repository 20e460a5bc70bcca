import { z } from 'zod'

const code = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const threeWay = z.enum(['yes', 'case_by_case', 'no']).nullable()
const seconds = z.number().int().nonnegative().nullable()
const day = z.number().int().nonnegative()

/**
 * The version of what documents say. Raise it by one with every release that makes another document of the same service: a
 * field more or less, a tag called otherwise, other everyday words. An index filled by another version is then not asked
 * until it is built again.
 */
export const DOCUMENT_VERSION = 1

/**
 * What the index knows of a service, and all it may show. It carries no time-dependent answer: days and instants are
 * compared when a search is made, so that time passing needs no write.
 *
 * - `freeSince`: from this instant on (epoch seconds; 0 long since) a bedspace is empty that nothing claims later.
 * - `freeOn`: days on which a bedspace with a later claim is free, each with the instant from which that is so, as one
 *   number (`dayAndInstant`). Both are empty for a service that keeps no bedspaces.
 * - `expectedDays`: days since 1970 from which a bedspace is expected free: forecasts, which order and never filter.
 * - `freshUntil`, `checkUntil`: until when the vacancies count as confirmed, and as "check first" (epoch seconds).
 * - `position`: null whenever the site is confidential. Nothing here is ever derived from a confidential site.
 * - `everydayNames`: what people call such a service, `helpsWith`: its pathways and facts in everyday words.
 * - `policyWords`: what the policy says of risk and need, for professionals alone.
 * - `facts`: tags such as `pets:yes` that a search may ask for; `professionalFacts` those only professionals may.
 * - `forEverybody`: kept for no group in particular.
 */
const serviceDocumentSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1),
  provider: z.string(),
  kind: code,
  kindLabel: z.string(),
  everydayNames: z.string(),
  helpsWith: z.string(),
  summary: z.string(),
  forWhom: z.string(),
  languagesAndAccess: z.string(),
  description: z.string(),
  policyWords: z.string(),
  pathways: z.array(code),
  authorities: z.array(code),
  authorityNames: z.array(z.string()),
  sex: z.enum(['women', 'men', 'mixed']).nullable(),
  womenOnly: z.boolean(),
  takesChildren: threeWay,
  takesCouples: threeWay,
  acceptsPeopleFromPrison: threeWay,
  complexNeeds: z.boolean().nullable(),
  wheelchair: z.boolean().nullable(),
  supportLevel: z.enum(['low', 'medium', 'high']).nullable(),
  deliveredIn: z.array(code),
  prisons: z.array(code),
  prisonNames: z.array(z.string()),
  rotl: z.enum(['not_needed', 'possible', 'required']).nullable(),
  visibility: z.enum(['public', 'professionals']),
  position: z
    .strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
    .nullable(),
  town: z.string().nullable(),
  freeSince: seconds,
  freeOn: z.array(z.number().int().nonnegative()),
  expectedDays: z.array(day),
  freshUntil: seconds,
  checkUntil: seconds,
  policyVerifiedAt: seconds,
  facts: z.array(z.string()),
  professionalFacts: z.array(z.string()),
  forEverybody: z.boolean(),
})

export type ServiceDocument = z.infer<typeof serviceDocumentSchema>

/** Epoch seconds of any instant this side of the year 2286 are below it; with a day before them they are a safe integer. */
const INSTANTS = 10_000_000_000

/** A day (since 1970) and an instant (epoch seconds) as one number: of one day, the later the instant the larger. */
export function dayAndInstant(day: number, seconds: number): number {
  return day * INSTANTS + seconds
}

/** The day of such a number. */
export function dayOf(number: number): number {
  return Math.floor(number / INSTANTS)
}

/** The document, checked. Throws a Zod error that names the field when it breaks the shape. */
export function parseServiceDocument(value: unknown): ServiceDocument {
  return serviceDocumentSchema.parse(value)
}

/** How many of the texts somebody signed out may search: all but the policy's. */
export const PUBLIC_TEXTS = 8

/**
 * The texts words are looked for in, the weightiest first (search.md, "How a query is read"). Both engines search exactly
 * these, and rank by this order; the last is for professionals.
 */
export function searchableTexts(document: ServiceDocument): readonly string[] {
  const kindAndArea = [
    document.kindLabel,
    document.everydayNames,
    ...document.authorityNames,
    ...(document.town === null ? [] : [document.town]),
    ...document.prisonNames,
    ...(document.womenOnly ? ['Women only'] : []),
  ].filter(text => text !== '')
  return [
    document.name,
    document.provider,
    kindAndArea.join('. '),
    document.helpsWith,
    document.summary,
    document.forWhom,
    document.languagesAndAccess,
    document.description,
    document.policyWords,
  ]
}
