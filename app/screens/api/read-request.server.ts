import { z } from 'zod'
import { findPlace } from '~/domain/area/find-place'
import { readQuery } from '~/domain/directory/reading/read-query.server'
import { type DirectoryQuery, EMPTY_QUERY, FACET_PARAMS, USUAL_MILES } from '~/domain/directory/search-query'
import type { Day } from '~/domain/time/calendar'
import { writtenDay } from '~/domain/time/day-field'
import { isList, MOST_LETTERS, parameterSchema, SearchParameters } from './parameters'
import type { SearchProblem } from './answer-schema'

type Errors = SearchProblem['errors']
type Read = { ok: true; query: DirectoryQuery } | { ok: false; errors: Errors }

/** More is told to nobody: an address of a thousand wrong names is no search. */
const MOST_ERRORS = 20

const NUMBER = /^\d{1,6}(\.\d{1,6})?$/

/**
 * Reads a search from an address, or says everything that is wrong with it, parameter by parameter. `today` is the day it
 * is in London; somebody signed out may not ask for vacancies.
 */
export function readRequest(params: URLSearchParams, isPublic: boolean, today: Day): Read {
  const read = SearchParameters.safeParse(asGiven(params))
  const errors = [
    ...(read.error?.issues ?? []).flatMap(saidOf),
    ...(isPublic ? forProfessionals(params) : []),
    ...withoutPlace(params, today),
  ]
  const late = errors.length === 0 && read.success ? outOfSpan(read.data, today) : []
  const said = [...errors, ...late].slice(0, MOST_ERRORS)
  return read.success && said.length === 0
    ? { ok: true, query: queryOf(read.data) }
    : { ok: false, errors: said }
}

/** Each parameter as its schema takes it: a list where it may be given again, a number where it looks like one. */
function asGiven(params: URLSearchParams): Record<string, unknown> {
  const names = [...new Set(params.keys())]
  return Object.fromEntries(names.map(name => [name, valueOf(name, params.getAll(name))]))
}

function valueOf(name: string, values: string[]): unknown {
  const schema = parameterSchema(name)
  if (values.length > 1 || (schema && isList(schema))) return values
  const [value = ''] = values
  return schema instanceof z.ZodNumber && NUMBER.test(value) ? Number(value) : value
}

function saidOf(issue: z.core.$ZodIssue): Errors {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(parameter => ({ parameter, message: 'There is no such parameter' }))
  const parameter = String(issue.path[0])
  const { message } = issue
  return [{ parameter, message: message.startsWith(parameter) ? message : `${parameter} ${message}` }]
}

function forProfessionals(params: URLSearchParams): Errors {
  const names = ['available-by', 'confirmed'].filter(name => params.has(name))
  return [...names, ...(params.get('sort') === 'available' ? ['sort'] : [])].map(parameter => ({
    parameter,
    message: `${parameter === 'sort' ? 'sort=available' : parameter} is for somebody who is signed in`,
  }))
}

function withoutPlace(params: URLSearchParams, today: Day): Errors {
  const isSorted = params.get('sort') === 'distance'
  const isArea = findPlace(params.get('near') ?? '')?.isArea ?? false
  if (params.has('near'))
    return isSorted && isArea
      ? [{ parameter: 'sort', message: 'sort=distance needs a place: near is a whole area' }]
      : []
  const isFar = isSorted && !namesPlace(params.get('q') ?? '', today)
  return [
    ...(params.has('within') ? [{ parameter: 'within', message: 'within needs near' }] : []),
    ...(isFar
      ? [{ parameter: 'sort', message: 'sort=distance needs near, or a place in q, that is no whole area' }]
      : []),
  ]
}

function namesPlace(words: string, today: Day): boolean {
  return readQuery(words.slice(0, MOST_LETTERS), 'public', USUAL_MILES, today).parts.some(
    part => part.near !== null,
  )
}

function outOfSpan({ 'available-by': day }: SearchParameters, today: Day): Errors {
  const read = day === undefined ? null : writtenDay('availableBy', { today }).safeParse(day)
  return (read?.error?.issues ?? []).map(({ message }) => ({ parameter: 'available-by', message }))
}

function queryOf(asked: SearchParameters): DirectoryQuery {
  const { near: text, within: miles = USUAL_MILES } = asked
  const near = text === undefined ? null : { text, miles, place: findPlace(text) }
  return {
    ...EMPTY_QUERY,
    words: (asked.q ?? '').trim().replace(/\s+/g, ' '),
    facets: facetsOf(asked),
    vacancy: asked['available-by'] === undefined ? null : { by: asked['available-by'] },
    confirmedRecently: asked.confirmed === 'yes',
    near,
    sort: asked.sort ?? null,
    page: asked.page ?? 1,
  }
}

function facetsOf(asked: SearchParameters): DirectoryQuery['facets'] {
  const given: Readonly<Record<string, unknown>> = asked
  return Object.fromEntries(
    Object.entries(FACET_PARAMS)
      .filter(([, name]) => given[name] !== undefined)
      .map(([facet, name]) => [facet, [given[name]].flat()]),
  )
}
