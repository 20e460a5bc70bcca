import { REFERRAL_LISTS } from '~/domain/referral/list/referral-groups'
import type { AskedList } from '~/domain/referral/list/referral-lists.server'
import { notFound } from './respond.server'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id in a route's address. @throws the page that is not there, when it is no id at all */
export function idFrom(params: Record<string, string | undefined>, name: string): string {
  const id = params[name]
  if (id === undefined || !UUID.test(id)) throw notFound()
  return id
}

/** The id an address asks for by `?name=`; null where it names none. */
export function askedId(request: Request, name: string): string | null {
  const id = new URL(request.url).searchParams.get(name)
  return id !== null && UUID.test(id) ? id : null
}

/** Which page of a long list an address asks for by `?page=`; the first where it asks for none that can be. */
export function pageFrom(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get('page'))
  return Number.isSafeInteger(page) && page >= 1 ? page : 1
}

/** The list an address asks for by `?state=` and `?page=`: what is open where it asks for none that is. */
export function listFrom(request: Request): AskedList {
  const state = new URL(request.url).searchParams.get('state')
  return { list: REFERRAL_LISTS.find(list => list === state) ?? 'open', page: pageFrom(request) }
}

const CASE_LISTS = ['open', 'due', 'closed'] as const

/** Which of the team's lists of cases an address asks for by `?state=`; the open ones where it asks for none that is. */
export function caseListFrom(request: Request): (typeof CASE_LISTS)[number] {
  const state = new URL(request.url).searchParams.get('state')
  return CASE_LISTS.find(list => list === state) ?? 'open'
}
