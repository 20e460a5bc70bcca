import { z } from 'zod'
import { FACET_PARAMS } from '~/domain/directory/search-query'

const count = z.int().nonnegative()
const counted = z.enum([...Object.values(FACET_PARAMS), 'confirmed'])

/** How one piece of what was typed was read. */
const ReadPiece = z.strictObject({
  kind: z
    .enum(['place', 'fact', 'words'])
    .describe(
      'A place searched near, a fact of the services, or words looked for in what they say of themselves.',
    ),
  text: z.string().describe('As it was typed.'),
  label: z.string().describe('As it was read.'),
  state: z
    .enum(['matched', 'not_matched', 'ring_to_ask'])
    .describe('not_matched: given up, so that something is found. ring_to_ask: only the provider can say.'),
})

const Vacancy = z
  .strictObject({
    state: z
      .enum(['confirmed', 'check_first', 'not_confirmed'])
      .describe('How far the numbers can be trusted.'),
    confirmedAt: z.iso.datetime().nullable(),
    addedSince: count
      .nullable()
      .describe('Bedspaces added after that, of which nothing was confirmed; null where nobody has lately.'),
    freeNow: count.nullable().describe('Bedspaces free today; null where nobody has confirmed that lately.'),
    on: z.iso.date().nullable().describe('The day of available-by where it is later than today, else null.'),
    freeOn: count.nullable().describe('Bedspaces free on that day; null without one, or not confirmed.'),
    expected: z
      .strictObject({ on: z.iso.date(), count, isAbout: z.boolean() })
      .nullable()
      .describe(
        'A forecast of how many more come free; isAbout where it hangs on somebody leaving. Never counted as free.',
      ),
  })
  .describe('What a service has free. Only for somebody who is signed in.')

const Service = z.strictObject({
  id: z.uuid(),
  slug: z.string().describe('A readable name that no other service has.'),
  url: z.string().describe('The address of the service’s page on this site.'),
  name: z.string(),
  provider: z.string(),
  kind: z.string().describe('A code of the parameter kind.'),
  authorities: z.array(z.string()).describe('ONS codes of those it covers.'),
  position: z
    .strictObject({ lat: z.number(), lng: z.number() })
    .optional()
    .describe(
      'In degrees. Absent where the service shows no place: it is placed by the authorities it covers.',
    ),
  distanceMiles: z
    .number()
    .nonnegative()
    .nullable()
    .describe('From the place searched near; null where there is none, or the service shows no place.'),
  vacancy: Vacancy.nullable()
    .optional()
    .describe('Absent for somebody signed out; null for a service that keeps no bedspaces.'),
})

/** What is answered to a search of the services. */
export const SearchAnswer = z.strictObject({
  total: count.describe('How many services were found, on all pages.'),
  page: count,
  pageSize: count,
  read: z.array(ReadPiece).describe('How q was read, piece by piece.'),
  results: z.array(Service),
  facets: z
    .partialRecord(counted, z.record(z.string(), count))
    .describe(
      'For each parameter of a fact: how many services each value would leave, the others as they are.',
    ),
})

export type SearchAnswer = z.infer<typeof SearchAnswer>

/** What is answered where the search makes no sense as it was sent: everything that was wrong with it. */
export const SearchProblem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  errors: z.array(z.strictObject({ parameter: z.string(), message: z.string() })),
})

export type SearchProblem = z.infer<typeof SearchProblem>
