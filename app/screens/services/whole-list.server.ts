import type { Viewer } from '@db/viewer'
import { PAGE_SIZE } from '~/domain/directory/engine-query.server'
import { directoryAnswerFor } from './facts.server'
import type { DirectoryAnswer } from './page'

/** The most services one paper holds; the page says how many it left out. */
const MOST = 200

/** A search with all that it finds, up to 200, on one page: to be printed. */
export async function wholeListFor(
  app: Parameters<typeof directoryAnswerFor>[0],
  viewer: Viewer,
  params: URLSearchParams,
): Promise<DirectoryAnswer> {
  const onPage = (page: number) => {
    const asked = new URLSearchParams(params)
    asked.set('page', String(page))
    return directoryAnswerFor(app, viewer, asked)
  }
  const first = await onPage(1)
  const results = [...first.results]
  for (let page = 2; page <= Math.min(first.pages, MOST / PAGE_SIZE); page += 1)
    results.push(...(await onPage(page)).results)
  return { ...first, results, pages: 1 }
}

/** 'services 21 to 40 of 110': what of a search a page holds; null where that is all of it. */
export function partShown({ query, total, results }: DirectoryAnswer): string | null {
  const before = (query.page - 1) * PAGE_SIZE
  if (results.length >= total) return null
  return `services ${before + 1} to ${before + results.length} of ${total}`
}
