import { z } from 'zod'
import { findPlace } from '~/domain/area/find-place'
import { authorities, prisons } from '~/domain/area/region'
import { LEAST_MILES, MOST_MILES, USUAL_MILES } from '~/domain/directory/search-query'
import { DELIVERED_IN, ROTL_NEEDS } from '~/domain/programme/programme'
import { pathwayCodes } from '~/domain/service/pathway'
import { SUPPORT_LEVELS } from '~/domain/service/service'
import { serviceKindCodes } from '~/domain/service/service-kind'

/** Of q. */
export const MOST_LETTERS = 200

const SIGNED_IN = 'Only for somebody who is signed in.'

/** What may be asked of the services: each parameter, what it takes, and what is said of anything else. */
export const SearchParameters = z
  .strictObject({
    q: z
      .string({ error: 'Give q once' })
      .max(MOST_LETTERS, `q must be ${MOST_LETTERS} characters or fewer`)
      .refine(words => !words.includes('\0'), 'q must be words')
      .meta({ description: 'Words, as people type them: “bed tonight newcastle”.' }),
    kind: anyOf(serviceKindCodes, 'The kind of service.'),
    pathway: anyOf(pathwayCodes, 'A resettlement pathway the service serves.'),
    authority: anyOf(codesOf(authorities), 'The ONS code of a local authority the service covers.'),
    for: anyOf(['women', 'men'], 'Services that take women, or that take men: alone, or both.'),
    'women-only': yes('Services for women only.'),
    children: yes('Services where children live too.'),
    couples: yes('Services that take couples.'),
    'from-prison': yes('Services that take people from prison.'),
    'complex-needs': yes('Services for people with complex needs.'),
    wheelchair: yes('Services with wheelchair access.'),
    support: anyOf(SUPPORT_LEVELS, 'How much support there is.'),
    'delivered-in': anyOf(DELIVERED_IN, 'Where a family programme is delivered.'),
    prison: anyOf(codesOf(prisons), 'The NOMIS code of a prison a family programme is delivered in.'),
    rotl: anyOf(ROTL_NEEDS, 'Whether a family programme needs release on temporary licence.'),
    'available-by': z.iso
      .date({ error: 'available-by must be one real date, such as 2026-12-24' })
      .meta({ description: `With a bedspace free on this day, today or later. ${SIGNED_IN}` }),
    confirmed: yes(`Services whose vacancies were confirmed recently. ${SIGNED_IN}`),
    near: z
      .string({ error: 'Give near once' })
      .max(60, 'near must be 60 characters or fewer')
      .refine(
        text => findPlace(text) !== null,
        'near must be a postcode, a town, a prison or an authority in the North East',
      )
      .meta({
        description: 'A postcode, a postcode district, a town, a prison or an authority of the region.',
      }),
    within: z
      .number({ error: 'within must be one number of miles, such as 15' })
      .min(LEAST_MILES, `within must be ${LEAST_MILES} mile or more`)
      .max(MOST_MILES, `within must be ${MOST_MILES} miles or fewer`)
      .meta({ description: `How many miles from the place of near; ${USUAL_MILES} where it is not given.` }),
    sort: z
      .enum(['fit', 'distance', 'available'], { error: 'sort must be one of fit, distance, available' })
      .meta({
        description: `The order: by distance where a place is given, else by fit. distance needs a place in near or in q, and not a whole area (an authority), within which nothing is nearer than another. available: ${SIGNED_IN}`,
      }),
    page: z
      .int({ error: 'page must be one whole number' })
      .min(1, 'page must be 1 or more')
      .max(5_000, 'page must be 5000 or fewer')
      .meta({ description: 'The page of the answer, from 1.' }),
  })
  .partial()

export type SearchParameters = z.infer<typeof SearchParameters>

/** What one parameter takes; undefined for a name that is none. */
export function parameterSchema(name: string): z.ZodType | undefined {
  const { shape } = SearchParameters
  return Object.hasOwn(shape, name) ? shape[name as keyof typeof shape].unwrap() : undefined
}

/** True for a parameter that may be given several times. */
export function isList(schema: z.ZodType): boolean {
  return schema instanceof z.ZodArray
}

/** One of the codes, or several by giving the parameter again: services with any of them. */
function anyOf<const Code extends string>(codes: readonly Code[], description: string) {
  const error = `must be one of ${codes.join(', ')}`
  return z.array(z.enum(codes, { error })).meta({ description: `${description} May be given several times.` })
}

function yes(description: string) {
  return z.literal('yes', { error: 'must be yes, once, or left out' }).meta({ description })
}

function codesOf(places: readonly { code: string }[]): readonly string[] {
  return places.map(({ code }) => code)
}
