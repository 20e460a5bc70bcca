import { z } from 'zod'
import { dayOf, parseServiceDocument, searchableTexts, type ServiceDocument } from '../document'
import { facets, facetValues, type Facet } from '../facet'
import { tagsOf } from '../fact-tags'
import { SEARCHED } from './index-settings'

const DAY_SECONDS = 86_400

/** What Meilisearch holds of a service: the texts searched, the facts as facets, the days, and the point. */
export type MeilisearchRecord = Record<Facet, string[]> &
  Record<(typeof SEARCHED)[number], string> & {
    id: string
    visibility: string
    facts: string[]
    professionalFacts: string[]
    forEverybody: boolean
    placed: boolean
    _geo: { lat: number; lng: number } | null
    freeSince: number | null
    freeOn: number[]
    expectedDays: number[]
    firstFreeDay: number | null
    freshUntil: number | null
    checkUntil: number | null
    policyVerifiedAt: number | null
  }

/** The record of a document. Throws a Zod error on one that breaks the shape: one bad point would fail a whole batch. */
export function toRecord(value: ServiceDocument): MeilisearchRecord {
  const document = parseServiceDocument(value)
  const texts = searchableTexts(document)
  const searched = Object.fromEntries(SEARCHED.map((name, number) => [name, texts[number] ?? ''])) as Record<
    (typeof SEARCHED)[number],
    string
  >
  const { id, visibility, forEverybody, freshUntil, checkUntil, policyVerifiedAt } = document
  const { freeSince, freeOn, expectedDays } = document
  const ticks = Object.fromEntries(facets.map(facet => [facet, [...facetValues(document, facet)]])) as Record<
    Facet,
    string[]
  >
  const days = [
    ...freeOn.map(dayOf),
    ...(freeSince === null ? [] : [Math.floor(freeSince / DAY_SECONDS)]),
    ...expectedDays,
  ]
  return {
    ...ticks,
    ...searched,
    ...{ id, visibility, forEverybody },
    ...{ facts: tagsOf(document, 'public'), professionalFacts: document.professionalFacts },
    ...{ placed: document.position !== null, _geo: document.position },
    ...{ freeSince, freeOn, expectedDays, firstFreeDay: days.length === 0 ? null : Math.min(...days) },
    ...{ freshUntil, checkUntil, policyVerifiedAt },
  }
}

const score = z.object({ score: z.number() }).optional()

/** A hit as Meilisearch returns it for our queries; the edge where its JSON is checked. */
export const foundRecordSchema = z.object({
  id: z.string(),
  name: z.string(),
  _geo: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  freeSince: z.number().nullable(),
  freeOn: z.array(z.number()),
  expectedDays: z.array(z.number()),
  freshUntil: z.number().nullable(),
  checkUntil: z.number().nullable(),
  policyVerifiedAt: z.number().nullable(),
  forEverybody: z.boolean(),
  facts: z.array(z.string()).optional(),
  professionalFacts: z.array(z.string()).optional(),
  _formatted: z.object({ name: z.string().optional(), summary: z.string().optional() }).optional(),
  _rankingScoreDetails: z
    .object({
      typo: z.object({ typoCount: z.number() }).optional(),
      proximity: score,
      attribute: z.object({ attributeRankingOrderScore: z.number() }).optional(),
      exactness: score,
    })
    .optional(),
})

export type FoundRecord = z.infer<typeof foundRecordSchema>
export const RETRIEVED = [
  'id',
  'name',
  '_geo',
  'freeSince',
  'freeOn',
  'expectedDays',
  'freshUntil',
  'checkUntil',
  'policyVerifiedAt',
  'forEverybody',
]
