import { z } from 'zod'
import { SearchAnswer, SearchProblem } from './answer-schema'
import { SearchParameters } from './parameters'

/** The OpenAPI 3.1 document of what programs may ask, made from the schemas that read a search and shape its answer. */
export function openApiDocument(origin: string, sessionCookie: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Throughgate: the directory',
      version: '1',
      description:
        'Supported housing and family support in North East England. Without a session it answers what anybody may know; ' +
        'with the cookie of somebody who is signed in, vacancies too. A service whose place is confidential has no position.',
    },
    servers: [{ url: origin }],
    paths: { '/api/v1/services': { get: search() } },
    components: {
      schemas: schemas(),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
    },
  }
}

function search() {
  return {
    operationId: 'searchServices',
    summary: 'Search the services of the directory',
    security: [{}, { session: [] }],
    parameters: parameters(),
    responses: {
      200: answered('What was found.', 'application/json', 'SearchAnswer'),
      304: { description: 'Nothing has changed since the answer that If-None-Match names.' },
      422: answered(
        'Everything that was wrong with the search.',
        'application/problem+json',
        'SearchProblem',
      ),
      503: answered(
        'The records cannot be reached just now: ask again after Retry-After seconds.',
        'application/problem+json',
        'SearchProblem',
      ),
    },
  }
}

function parameters() {
  const { properties = {} } = z.toJSONSchema(SearchParameters, { io: 'input' })
  return Object.entries(properties).map(([name, described]) => {
    const { description, ...schema } = typeof described === 'boolean' ? {} : described
    return { name, in: 'query', required: false, description, schema, style: 'form', explode: true }
  })
}

function answered(description: string, type: string, schema: string) {
  return { description, content: { [type]: { schema: { $ref: reference(schema) } } } }
}

/** Every schema that has a name, under that name. */
function schemas() {
  const named = z.registry<{ id: string }>()
  named.add(SearchAnswer, { id: 'SearchAnswer' }).add(SearchProblem, { id: 'SearchProblem' })
  return z.toJSONSchema(named, { uri: reference }).schemas
}

function reference(name: string): string {
  return `#/components/schemas/${name}`
}
