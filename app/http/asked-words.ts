import type { AskedList } from '~/domain/list/paging'

const MOST = 100

/** What `?q=` and `?page=` of an address ask for. */
export function askedWords(request: Request): AskedList {
  const asked = new URL(request.url).searchParams
  const page = Number(asked.get('page'))
  return {
    // PostgreSQL keeps no null character, and asks for none.
    words: (asked.get('q') ?? '').replaceAll('\0', '').trim().slice(0, MOST),
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
  }
}
