import { Client } from 'pg'
import { searchableTexts, type ServiceDocument } from '@search/document'
import { facets, facetValues, selectedFacets } from '@search/facet'
import type { SearchQuery } from '@search/search-query'
import type { Contender } from './contender'

const SCHEMA = `
  create extension if not exists pg_trgm;
  create temp table listed (id uuid primary key, name text, texts text, words tsvector, facets text[], lat float8, lng float8, free_since float8);
`
const INDEXES = `
  create index on listed using gin (words);
  create index on listed using gin (texts gin_trgm_ops);
  create index on listed using gin (facets);
  analyze listed;
`
const BATCH = 500

/** PostgreSQL's full text search with pg_trgm for slips, over the same texts; facets counted by a second statement. */
export async function postgresText(url: string, documents: readonly ServiceDocument[]): Promise<Contender> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(SCHEMA)
  for (let start = 0; start < documents.length; start += BATCH)
    await client.query(INSERT, [JSON.stringify(documents.slice(start, start + BATCH).map(asRow))])
  await client.query(INDEXES)
  return {
    name: 'postgresql',
    search: query => found(client, query),
    stop: () => client.end(),
  }
}

const INSERT = `insert into listed
  select id, name, texts, to_tsvector('english', texts), facets, lat, lng, free_since
  from json_to_recordset($1) as row (id uuid, name text, texts text, facets text[], lat float8, lng float8, free_since float8)`

function asRow(service: ServiceDocument) {
  return {
    id: service.id,
    name: service.name,
    texts: searchableTexts(service).join('. '),
    facets: facets.flatMap(facet => facetValues(service, facet).map(value => `${facet}:${value}`)),
    lat: service.position?.lat ?? null,
    lng: service.position?.lng ?? null,
    free_since: service.freeSince,
  }
}

async function found(client: Client, query: SearchQuery): Promise<number> {
  const { condition, order, values } = statementOf(query)
  const counted = await client.query<{ facet: string; services: number }>(
    `select facet, count(*)::int as services from listed, unnest(facets) facet where ${condition} group by 1`,
    values,
  )
  const page = await client.query<{ total: number }>(
    `select id, name, count(*) over ()::int as total from listed where ${condition} order by ${order}, name limit 20`,
    values,
  )
  return counted.rows.length === 0 ? 0 : (page.rows[0]?.total ?? 0)
}

/** All words, the last perhaps as a beginning; a lone word that stands nowhere is looked for by its likeness. */
function statementOf(query: SearchQuery) {
  const values: unknown[] = []
  const put = (value: unknown) => `$${values.push(value)}`
  const conditions = ['true']
  let order = 'free_since nulls last'
  const typed = query.words.trim()
  if (typed !== '') {
    const asTyped = query.words.endsWith(' ')
      ? `plainto_tsquery('english', ${put(typed)})`
      : `to_tsquery('simple', ${put(`${typed}:*`)})`
    const like = typed.includes(' ') ? 'false' : `${put(typed)} <% texts`
    conditions.push(`(words @@ ${asTyped} or ${like})`)
    order = `ts_rank(words, ${asTyped}) desc`
  }
  for (const facet of selectedFacets(query.facets))
    conditions.push(`facets && ${put((query.facets[facet] ?? []).map(value => `${facet}:${value}`))}::text[]`)
  if (query.near) {
    const miles = milesTo(put(query.near.lat), put(query.near.lng))
    conditions.push(`${miles} <= ${put(query.near.miles)}`)
    order = miles
  }
  return { condition: conditions.join(' and '), order, values }
}

function milesTo(lat: string, lng: string): string {
  return `7917.5 * asin(sqrt(sin(radians(lat - ${lat}::float8) / 2) ^ 2
    + cos(radians(${lat}::float8)) * cos(radians(lat)) * sin(radians(lng - ${lng}::float8) / 2) ^ 2))`
}
