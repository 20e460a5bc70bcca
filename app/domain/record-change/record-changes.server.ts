import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { RecordChange } from './change-words'

const MOST = 400

export interface RecordAsked {
  serviceId?: string
  organisationId?: string
  /** Of an organisation that asks, or asked, to join. */
  applicationId?: string
  /** Only what made a page of the entry stale: what is noted about it, its rooms, its policy and places given in its runs are left out. */
  onlyOfEntry?: boolean
  /** Only what came after this one. */
  after?: number
  most?: number
  /** From 1: those before it are left out. */
  first?: number
}

/** What was changed of a service, or of an organisation itself, the latest first; as far as the viewer may read it. */
export async function recordChanges(trx: Transaction<DB>, asked: RecordAsked): Promise<RecordChange[]> {
  const { most = MOST, first = 1 } = asked
  const rows = await changesOf(trx, asked)
    .leftJoin('person as p', 'p.id', 'c.byPerson')
    .leftJoin('person as striker', 'striker.id', 'c.struckBy')
    .select(['striker.name as struckBy', 'c.struckAt'])
    .select(['c.id', 'c.sequence', 'c.happenedAt', 'p.name as by', 'c.tableName as table'])
    .select(['c.operation', 'c.before', 'c.after', CALLED.as('called')])
    .orderBy('c.sequence', 'desc')
    .limit(most)
    .offset(first - 1)
    .execute()
  return rows.map(({ struckBy, struckAt, ...row }) =>
    changeOf({
      ...row,
      struck: struckAt ? [{ place: null, by: struckBy ?? '', at: struckAt, why: null }] : [],
    }),
  )
}

type Kept = Omit<RecordChange, 'operation' | 'before' | 'after'> & {
  operation: string
  before: unknown
  after: unknown
}

/** A change as its table keeps it, by its columns. */
export function changeOf(row: Kept): RecordChange {
  return {
    ...row,
    operation: row.operation as RecordChange['operation'],
    before: columnsOf(row.before),
    after: columnsOf(row.after),
  }
}

/** How many changes that would give in all. */
export async function countRecordChanges(trx: Transaction<DB>, asked: RecordAsked): Promise<number> {
  const { many } = await changesOf(trx, asked)
    .select(count => count.fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow()
  return Number(many)
}

function changesOf(
  trx: Transaction<DB>,
  { serviceId, organisationId, applicationId, onlyOfEntry = false, after = 0 }: RecordAsked,
) {
  return trx
    .selectFrom('recordChange as c')
    .$if(serviceId !== undefined, query => query.where('c.serviceId', '=', serviceId ?? ''))
    .$if(organisationId !== undefined, query =>
      query.where('c.organisationId', '=', organisationId ?? '').where('c.tableName', '=', 'organisation'),
    )
    .$if(applicationId !== undefined, query =>
      query.where('c.rowKey', '=', applicationId ?? '').where('c.tableName', '=', 'organisation_application'),
    )
    .$if(onlyOfEntry, query => query.where('c.tableName', 'in', OF_ENTRY).where(IS_SAVED))
    .where('c.sequence', '>', after)
}

/** Whose change is one of the version of the entry (`actOnEntry`); the others have versions of their own. */
const OF_ENTRY = [
  'service',
  'service_area',
  'service_pathway',
  'programme',
  'site',
  'cohort',
  'entry_review',
] as const

/** A run's places are counted anew with each nomination: nobody saved the run. */
const IS_SAVED = sql<boolean>`not (c.table_name = 'cohort' and c.operation = 'update'
  and c.after - array['taken', 'waiting'] = '{}'::jsonb)`

/** Of the rows of which a service has several, what each is called now; a run by its first day. */
const CALLED = sql<string | null>`case c.table_name
  when 'bedspace' then (select b.name from bedspace b where b.id::text = c.row_key)
  when 'site' then (select 'Site “' || s.name || '”' from site s where s.id::text = c.row_key)
  when 'cohort' then (select 'Run from ' || to_char(h.starts_on, 'FMDD FMMonth YYYY') from cohort h where h.id::text = c.row_key)
  end`

/** The trigger keeps rows as objects. */
function columnsOf(kept: unknown): Record<string, unknown> {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {}
}
