import { startBarePage, startService } from './child-server'
import { atLeast, atMost, type Figure } from './figure'
import type { Ground } from './ground'
import { type Load, load } from './load'
import { alternate, type Compared, median, medianRatio } from './measure'

/** Who looks at the search page, and where: 20 hits with facets, vacancies and the drawn map. */
export const SEARCHER = 'officer.lownewton@example.org'
export const SEARCH_PAGE = '/services'

/** The same with a word typed: never answered from memory. */
const TYPED_PAGE = `${SEARCH_PAGE}?q=women`

/** A page of the built service with its frame, headers and session, and nothing read for it. */
const LIGHT_PAGE = '/about'
/** A light page is asked more often, to be measured as long. */
const REQUESTS = { search: 100, light: 300, bare: 600 }

/** The search page against the least Remix can serve, and against a light page of the service itself. */
export async function benchPages(ground: Ground): Promise<Figure[]> {
  return ground.withDemonstration(async database => {
    const service = await startService(database)
    const bare = await startBarePage()
    try {
      const cookie = await service.signIn(SEARCHER)
      const search = () => load(service.url + SEARCH_PAGE, REQUESTS.search, cookie)
      const againstBare = await alternate(search, () => load(bare.url, REQUESTS.bare))
      const typedAgainstBare = await alternate(
        () => load(service.url + TYPED_PAGE, REQUESTS.search, cookie),
        () => load(bare.url, REQUESTS.bare),
      )
      const againstLight = await alternate(search, () =>
        load(service.url + LIGHT_PAGE, REQUESTS.light, cookie),
      )
      const publicAgainstBare = await alternate(
        () => load(service.url + SEARCH_PAGE, REQUESTS.light),
        () => load(bare.url, REQUESTS.bare),
      )
      const all = [againstBare, typedAgainstBare, againstLight, publicAgainstBare]
      return [
        ...figures(againstBare, againstLight),
        ...typedFigures(typedAgainstBare),
        publicFigure(publicAgainstBare),
        failuresIn(all.flatMap(({ a, b }) => [...a, ...b])),
      ]
    } finally {
      await Promise.all([service.stop(), bare.stop()])
    }
  })
}

function figures(againstBare: Compared<Load>, againstLight: Compared<Load>): Figure[] {
  const note = `search ${described(againstBare.a)}, bare Remix ${described(againstBare.b)}`
  const lightNote = `search ${described(againstLight.a)}, ${LIGHT_PAGE} ${described(againstLight.b)}`
  const throughput = (compared: Compared<Load>) => medianRatio(compared, each => each.perSecond)
  const p95 = (compared: Compared<Load>) => medianRatio(compared, each => each.p95)
  return [
    { id: 'pages-throughput', value: throughput(againstBare), bar: atLeast(0.25), note },
    { id: 'pages-p95', value: p95(againstBare), bar: atMost(4), note },
    { id: 'pages-throughput-light-page', value: throughput(againstLight), bar: null, note: lightNote },
    { id: 'pages-p95-light-page', value: p95(againstLight), bar: null, note: lightNote },
  ]
}

/** The search page drawn anew for each request: what somebody waits for who asks something else every time. */
function typedFigures(compared: Compared<Load>): Figure[] {
  const note = `typed search ${described(compared.a)}, bare Remix ${described(compared.b)}`
  return [
    {
      id: 'pages-throughput-typed',
      value: medianRatio(compared, each => each.perSecond),
      bar: null,
      note,
    },
    { id: 'pages-p95-typed', value: medianRatio(compared, each => each.p95), bar: null, note },
  ]
}

/** The search page signed out, where the service answers from memory what it has just answered. */
function publicFigure(compared: Compared<Load>): Figure {
  return {
    id: 'pages-throughput-public',
    value: medianRatio(compared, each => each.perSecond),
    bar: atLeast(0.4),
    note: `search signed out ${described(compared.a)}, bare Remix ${described(compared.b)}`,
  }
}

function described(loads: readonly Load[]): string {
  const perSecond = median(loads.map(each => each.perSecond))
  const p95 = median(loads.map(each => each.p95))
  return `${perSecond.toFixed(0)}/s p95 ${p95.toFixed(1)} ms`
}

/** An answer that failed may have been a quick one: with any, the other figures say little. */
function failuresIn(loads: readonly Load[]): Figure {
  const value = loads.reduce((sum, each) => sum + each.failures, 0)
  return {
    id: 'pages-failures',
    value,
    bar: atMost(0),
    note: 'answers other than 2xx while pages were measured',
  }
}
