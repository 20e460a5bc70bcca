import { sql, type Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asKeeperOfPlaces, asViewer } from '@db/viewer-transaction'
import { type AuditedAct, recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { TableWords } from './change-words'
import type { StruckAlready } from '../words/struck'
import { columnOfPlace, isStruckAt } from './old-words'

/** 'stands': they are what the record says now. 'struck': somebody was first. */
export type StrikeOldResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'different' | 'stands' } | StruckAlready

interface Struck {
  changeId: string
  place: string
  /** The record whose history it is. */
  of: RecordOf
}

/** `hiddenOf`: the hidden places of a service, whose history lies behind their grant. */
export type RecordOf =
  { serviceId: string } | { hiddenOf: string } | { organisationId: string } | { applicationId: string }

type Answer = 'done' | 'stands' | null

/**
 * Strikes old words out of the history of an entry, an organisation or an application, once for one form: they go for good from every wording that is
 * kept of the row, and who struck them and when stays. Which places hold words is for `tables` to say; who may, for the database.
 */
export async function strikeOldWords(
  app: DomainContext,
  viewer: SignedInViewer,
  { changeId, place, of }: Struck,
  tables: Readonly<Record<string, TableWords>>,
  request: FormRequest,
): Promise<StrikeOldResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<StrikeOldResult> => {
      const change = await ('hiddenOf' in of
        ? hiddenChange(trx, { changeId, place })
        : openChange(trx, changeId))
      if (!change || !isOf(change, of)) return { ok: false, reason: 'not_found' }
      if (!Object.hasOwn(tables[change.tableName]?.words ?? {}, columnOfPlace(place)))
        return { ok: false, reason: 'not_found' }
      const asked = { changeId, place, at: app.clock() }
      const answer = 'hiddenOf' in of ? await strikeHidden(trx, asked) : await strikeOpen(trx, asked)
      if (answer === null && isStruckAt(change.before, place)) return struckBefore(trx, change)
      if (answer !== 'done') return { ok: false, reason: answer ?? 'not_found' }
      await recordAudit(trx, viewer, {
        action: 'hiddenOf' in of ? 'hidden_place.strike' : 'entry.strike',
        ...subjectOf(of),
        detail: { table: change.tableName, place: columnOfPlace(place) },
      })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function openChange(trx: Transaction<DB>, changeId: string): Promise<Whose | undefined> {
  return trx
    .selectFrom('recordChange')
    .select(['tableName', 'rowKey', 'serviceId', 'organisationId', 'before', 'struckBy', 'struckAt'])
    .where('id', '=', changeId)
    .executeTakeFirst()
}

async function hiddenChange(
  trx: Transaction<DB>,
  { changeId, place }: Pick<Struck, 'changeId' | 'place'>,
): Promise<Whose | null> {
  const [change, strike] = await asKeeperOfPlaces(trx, async keeper => [
    await keeper
      .selectFrom('confidentialSiteChange')
      .select(['rowKey', 'serviceId', 'before'])
      .where('id', '=', changeId)
      .executeTakeFirst(),
    await lastStrike(keeper, { changeId, place }),
  ])
  if (!change) return null
  return {
    ...{ ...change, tableName: 'confidential_site', organisationId: null },
    ...{ struckBy: strike?.struckBy ?? null, struckAt: strike?.struckAt ?? null },
  }
}

/** The last strike of those words; of which words one was that is older than that is not kept. */
async function lastStrike(keeper: Transaction<DB>, { changeId, place }: Pick<Struck, 'changeId' | 'place'>) {
  return keeper
    .selectFrom('hiddenStrike')
    .select(['struckBy', 'struckAt'])
    .where('changeId', '=', changeId)
    .where(strike => strike.or([strike('place', '=', place), strike('place', 'is', null)]))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface Asked {
  changeId: string
  place: string
  at: Date
}

async function strikeOpen(trx: Transaction<DB>, { changeId, place, at }: Asked): Promise<Answer> {
  const { rows } = await sql<{ done: Answer }>`
    select strike_old_words(${changeId}, ${place.split('.')}::text[], ${at}) as done`.execute(trx)
  return rows[0]?.done ?? null
}

async function strikeHidden(trx: Transaction<DB>, { changeId, place, at }: Asked): Promise<Answer> {
  const { rows } = await asKeeperOfPlaces(trx, keeper =>
    sql<{ done: Answer }>`select strike_hidden_words(${changeId}, ${place}, ${at}) as done`.execute(keeper),
  )
  return rows[0]?.done ?? null
}

interface Whose {
  tableName: string
  rowKey: string
  serviceId: string | null
  organisationId: string | null
  before: unknown
  struckBy: string | null
  struckAt: Date | null
}

/** Who struck words of a change out, and when. */
async function struckBefore(trx: Transaction<DB>, { struckBy, struckAt }: Whose): Promise<StrikeOldResult> {
  const by =
    struckBy === null
      ? null
      : await trx.selectFrom('person').select('name').where('id', '=', struckBy).executeTakeFirst()
  return struckAt === null
    ? { ok: false, reason: 'not_found' }
    : { ok: false, reason: 'struck', by: by?.name ?? '', at: struckAt.toISOString() }
}

function isOf({ tableName, rowKey, serviceId, organisationId }: Whose, of: RecordOf): boolean {
  if ('hiddenOf' in of) return serviceId === of.hiddenOf
  if ('serviceId' in of) return serviceId === of.serviceId
  if ('organisationId' in of) return tableName === 'organisation' && organisationId === of.organisationId
  return tableName === 'organisation_application' && rowKey === of.applicationId
}

function subjectOf(of: RecordOf): Pick<AuditedAct, 'subjectKind' | 'subjectId'> {
  if ('serviceId' in of) return { subjectKind: 'service', subjectId: of.serviceId }
  if ('hiddenOf' in of) return { subjectKind: 'service', subjectId: of.hiddenOf }
  if ('organisationId' in of) return { subjectKind: 'organisation', subjectId: of.organisationId }
  return { subjectKind: 'application', subjectId: of.applicationId }
}
