import type { AskedList } from '~/domain/list/paging'
import { keepable } from './unkeepable'

const MOST = 100

/** What `?q=` and `?page=` of an address ask for. */
export function askedWords(request: Request): AskedList {
  const asked = new URL(request.url).searchParams
  const page = Number(asked.get('page'))
  return {
    words: keepable(asked.get('q') ?? '').slice(0, MOST),
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
  }
}
