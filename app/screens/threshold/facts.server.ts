import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { boxesOf } from '~/domain/time/boxes'
import { addMonths, type Day, formatDayLong, londonDay, relativeInstant } from '~/domain/time/calendar'
import { findIndicator, type Indicator } from '~/domain/traffic-light/indicator'
import { isDatedBack, type Threshold, thresholdOn, toleranceWords } from '~/domain/traffic-light/threshold'
import { maySetThresholds, readThresholds } from '~/domain/traffic-light/thresholds.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { href } from '~/paths'

/** So far an administrator may date one back: no figure is published of an earlier day. */
const YEARS_BACK = 10

/** An indicator that is rated, by the code of an address; null for any other. */
export function ratedIndicator(code: string | undefined): Indicator | null {
  const indicator = findIndicator(code ?? '')
  return indicator?.better ? indicator : null
}

/** What the page of one indicator's thresholds shows. @param corrects the row its form corrects, by the address */
export async function thresholdFacts(
  app: DomainContext,
  viewer: SignedInViewer,
  indicator: Indicator,
  corrects: string | null,
) {
  const { code, name, better } = indicator
  const now = app.clock()
  const all = await readThresholds(app.db, viewer)
  const rows = all.filter(row => row.indicator === code)
  const wrong = rows.find(row => row.id === corrects && row.struckAt === null) ?? null
  const standing = thresholdOn(rows, code, londonDay(now))
  return {
    name,
    isLess: better === 'lower',
    standing: standing && toleranceWords(standing, better),
    rows: rows.map(row => rowShown(row, indicator, now)),
    corrects: wrong && toleranceWords(wrong, better),
    start: wrong ? formStart(wrong) : {},
    mayDateBack: mayDateBack(viewer),
    maySet: await maySetThresholds(app.db, viewer),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type ThresholdPage = Awaited<ReturnType<typeof thresholdFacts>>
export type RowShown = ThresholdPage['rows'][number]

/**
 * From when on a form may let a threshold hold: for an administrator, who may date a first one back, some years ago; else the day the row that is
 * corrected held from. Undefined where neither is: from today.
 */
export async function earliestFrom(
  app: DomainContext,
  viewer: SignedInViewer,
  corrects: string | null,
  today: Day,
): Promise<Day | undefined> {
  if (mayDateBack(viewer)) return addMonths(today, -12 * YEARS_BACK)
  if (corrects === null) return undefined
  const rows = await readThresholds(app.db, viewer)
  return rows.find(row => row.id === corrects)?.validFrom
}

function mayDateBack({ role }: SignedInViewer): boolean {
  return role === 'administrator'
}

function rowShown(row: Threshold, { code, better }: Indicator, now: Date) {
  const { id, why, setBy, setAt, validFrom, corrects, struckBy, struckAt, whyStruckBy, whyStruckAt } = row
  return {
    id,
    words: toleranceWords(row, better),
    from:
      setBy === null
        ? 'The beginning'
        : `${formatDayLong(validFrom)}${isDatedBack(row) ? ', dated back' : ''}`,
    why: why ?? `Words struck out by ${whyStruckBy}, ${whyStruckAt && relativeInstant(whyStruckAt, now)}`,
    by: setBy === null ? 'Came with the service' : `${setBy}, ${relativeInstant(setAt, now)}`,
    isCorrection: corrects !== null,
    struck: struckAt && `Struck as wrong by ${struckBy}, ${relativeInstant(struckAt, now)}`,
    correctHref: `${href('unmet-need/thresholds/:indicator', { indicator: code })}?correct=${id}`,
    mayStrikeWords: struckAt !== null && why !== null,
    key: newIdempotencyKey(),
  }
}

function formStart({ green, amber, validFrom }: Threshold): Record<string, unknown> {
  return { green: String(green), amber: String(amber), validFrom: boxesOf(validFrom) }
}
