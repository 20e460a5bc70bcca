import { searchQuery, type SearchQuery } from '@search/search-query'
import { londonDay } from '~/domain/time/calendar'

type Asked = Omit<Parameters<typeof searchQuery>[0], 'audience' | 'now' | 'today'>

/** What people look for, by kind; a space at the end says that a word is whole. */
const ASKED = {
  'one-word': words(
    'refuge hostel women recovery sunderland supported gateshead marlgate durham emergency housing children',
    ' ',
  ),
  typo: words(
    'suported recovry sunderlnd gatehsead hosing marlgaet durhm emergancy accomodation childern newcaslte refgue',
    ' ',
  ),
  prefix: words('sun mar re hous supp wo gate chil emer reco ash qu'),
  'filter-facets': [
    { facets: { womenOnly: ['yes'] } },
    { facets: { kind: ['supported_housing'] } },
    { facets: { authority: ['E08000021', 'E08000024'] } },
    { facets: { takesChildren: ['yes', 'case_by_case'] } },
    { facets: { kind: ['supported_housing'], authority: ['E08000021'] }, vacancy: 'now' as const },
    { facets: { womenOnly: ['yes'], takesChildren: ['yes'] } },
    { facets: { acceptsPeopleFromPrison: ['yes'], supportLevel: ['high', 'medium'] } },
    { facets: { kind: ['refuge', 'emergency'] } },
    { facets: { takesCouples: ['yes'] } },
    { facets: { wheelchair: ['yes'], authority: ['E06000047'] } },
  ],
  near: [
    [54.97, -1.61],
    [54.78, -1.57],
    [54.91, -1.38],
    [54.57, -1.23],
    [54.52, -1.55],
    [55.02, -1.45],
    [54.69, -1.21],
    [55.17, -1.69],
  ].map(([lat = 0, lng = 0], at) => ({ near: { lat, lng, miles: 5 + at * 2 }, sort: 'distance' as const })),
  sentence: [
    'somewhere for a woman with children in sunderland ',
    'supported housing for men leaving prison in durham ',
    'a place to live for a mother and her baby ',
    'hostel in newcastle for somebody on methadone ',
    'help with drugs and alcohol in middlesbrough ',
    'emergency bed tonight in gateshead ',
    'womens refuge in north tyneside ',
    'recovery house for people who do not drink ',
  ].map(text => ({ words: text })),
} satisfies Record<string, Asked[]>

export type Kind = keyof typeof ASKED

/** The kinds of search that are measured, each with its searches: one page of twenty with every facet counted. */
export function searchesByKind(now: Date): [Kind, SearchQuery[]][] {
  const as = { audience: 'professional', now, today: londonDay(now) } as const
  const asked: [Kind, Asked[]][] = Object.entries(ASKED).map(([kind, each]) => [kind as Kind, each])
  return asked.map(([kind, each]) => [kind, each.map(one => searchQuery({ ...one, ...as }))])
}

/** The words of all of them, as somebody types them into the box. */
export function wordsAsTyped(): string[] {
  return Object.values<Asked[]>(ASKED).flatMap(each => each.flatMap(one => one.words?.trim() ?? []))
}

function words(text: string, end = ''): Asked[] {
  return text.split(' ').map(word => ({ words: word + end }))
}
