import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { type Day, londonDay } from '../time/calendar'
import type { StruckAlready } from '../words/struck'
import type { IndicatorCode } from './indicator'
import type { Bounds } from './threshold'
import { mayHere } from './thresholds.server'

/**
 * 'taken': another stands from that day. 'struck': it was struck already. 'past': it would hold from a day before today, and only an
 * administrator dates one back. 'held': another held on that day, and what it rated stays as it was. With who and when: of words that were struck out.
 */
export type ThresholdResult =
  | { ok: true }
  | { ok: false; reason: 'not_allowed' | 'not_found' | 'taken' | 'struck' | 'different' | 'past' | 'held' }
  | StruckAlready

export interface ThresholdFields extends Bounds {
  validFrom: Day
  why: string
}

type Act = (trx: Transaction<DB>, now: Date) => Promise<ThresholdResult>

/** Adds a dated row; with `corrects`, strikes the wrong one it stands for. Nothing that was is written over. */
export function setThreshold(
  app: DomainContext,
  viewer: SignedInViewer,
  { indicator, corrects, ...fields }: ThresholdFields & { indicator: IndicatorCode; corrects: string | null },
  request: FormRequest,
): Promise<ThresholdResult> {
  return act(app, viewer, request, async (trx, now) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`threshold ${indicator}`}, 0))`.execute(trx)
    if (corrects !== null) {
      const struck = await strike(trx, viewer, { id: corrects, indicator }, now)
      if (!struck.ok) return struck
    }
    const refused = await refusedFrom(trx, viewer, { indicator, corrects, from: fields.validFrom }, now)
    if (refused) return { ok: false, reason: refused }
    const row = { id: newId(), indicator, corrects, ...fields, setBy: viewer.personId, setAt: now }
    await trx.insertInto('indicatorThreshold').values(row).execute()
    return done(trx, viewer, 'threshold.set', row.id)
  })
}

/** Why a threshold may not hold from a day, or null: from the past on only where none held, so that no report is rated anew. */
async function refusedFrom(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { indicator, corrects, from }: { indicator: IndicatorCode; corrects: string | null; from: Day },
  now: Date,
): Promise<'taken' | 'past' | 'held' | null> {
  const rows = await trx
    .selectFrom('indicatorThreshold')
    .select(['id', 'validFrom', 'struckAt'])
    .where('indicator', '=', indicator)
    .execute()
  const standing = rows.filter(row => row.struckAt === null)
  if (standing.some(({ validFrom }) => validFrom === from)) return 'taken'
  const since = rows.find(({ id }) => id === corrects)?.validFrom ?? londonDay(now)
  if (from >= londonDay(now) || from >= since) return null
  if (viewer.role !== 'administrator') return 'past'
  return standing.some(({ validFrom }) => validFrom < from) ? 'held' : null
}

/** Strikes a row that was wrong: what held before it holds again. It stays in the history with who struck it and when. */
export function strikeThreshold(
  app: DomainContext,
  viewer: SignedInViewer,
  row: { id: string; indicator: IndicatorCode },
  request: FormRequest,
): Promise<ThresholdResult> {
  return act(app, viewer, request, (trx, now) => strike(trx, viewer, row, now))
}

/** Strikes the reason out of a row that is struck, for words that should never have been typed. */
export function strikeReason(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, indicator }: { id: string; indicator: IndicatorCode },
  request: FormRequest,
): Promise<ThresholdResult> {
  return act(app, viewer, request, async (trx, now) => {
    const { numUpdatedRows } = await trx
      .updateTable('indicatorThreshold')
      .set({ why: null, whyStruckBy: viewer.personId, whyStruckAt: now })
      .where('id', '=', id)
      .where('indicator', '=', indicator)
      .where('struckAt', 'is not', null)
      .where('why', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      return (await reasonStruck(trx, { id, indicator })) ?? { ok: false, reason: 'not_found' }
    return done(trx, viewer, 'threshold.strike_reason', id)
  })
}

async function reasonStruck(
  trx: Transaction<DB>,
  { id, indicator }: { id: string; indicator: IndicatorCode },
): Promise<StruckAlready | null> {
  const struck = await trx
    .selectFrom('indicatorThreshold as t')
    .innerJoin('person as p', 'p.id', 't.whyStruckBy')
    .select(['p.name as by', 't.whyStruckAt as at'])
    .where('t.id', '=', id)
    .where('t.indicator', '=', indicator)
    .executeTakeFirst()
  return struck?.at ? { ok: false, reason: 'struck', by: struck.by, at: struck.at.toISOString() } : null
}

async function act(app: DomainContext, viewer: SignedInViewer, request: FormRequest, run: Act) {
  return asViewer(app.db, viewer, async (trx): Promise<ThresholdResult> => {
    if (!(await mayHere(trx))) return { ok: false, reason: 'not_allowed' }
    const result = await once(trx, viewer, request, () => run(trx, app.clock()))
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

async function strike(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { id, indicator }: { id: string; indicator: IndicatorCode },
  now: Date,
): Promise<ThresholdResult> {
  const found = await trx
    .selectFrom('indicatorThreshold')
    .select('struckAt')
    .where('id', '=', id)
    .where('indicator', '=', indicator)
    .executeTakeFirst()
  if (!found) return { ok: false, reason: 'not_found' }
  const { numUpdatedRows } = await trx
    .updateTable('indicatorThreshold')
    .set({ struckBy: viewer.personId, struckAt: now })
    .where('id', '=', id)
    .where('struckAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return { ok: false, reason: 'struck' }
  return done(trx, viewer, 'threshold.strike', id)
}

async function done(trx: Transaction<DB>, viewer: SignedInViewer, action: string, subjectId: string) {
  await recordAudit(trx, viewer, { action, subjectKind: 'threshold', subjectId })
  return { ok: true } as const
}
