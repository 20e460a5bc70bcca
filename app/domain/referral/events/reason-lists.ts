import type { Reason, ReportingMeaning } from '../reasons'
import { EVENT_NAMES, specOf } from './registry'

/** Every reason of every event that asks for one. Safe for the browser. */
const byCode: ReadonlyMap<string, Reason> = new Map(
  EVENT_NAMES.flatMap(event => specOf(event).reasons ?? []).map(reason => [reason.code, reason]),
)

/** The words of a stored reason; an unknown code is shown as it is. */
export function reasonLabel(code: string): string {
  return byCode.get(code)?.label ?? code
}

/** What a stored reason means for reporting, or null for an unknown code. Person and "too late" are settled by the report. */
export function reasonMeaning(code: string): ReportingMeaning | null {
  return byCode.get(code)?.meaning ?? null
}

/** Unmet need where nothing else was found for her, else a matter of process (product.md, "Reasons are"). */
export const TOO_LATE = 'process.too_late'

/** The codes of every reason to decline or refuse that means unmet need, or may: those of the person and "too late" are settled by the report. */
export const UNMET_REASONS: readonly string[] = (['decline', 'refuse'] as const)
  .flatMap(event => specOf(event).reasons ?? [])
  .filter(reason => reason.meaning === 'U' || reason.code === TOO_LATE)
  .map(reason => reason.code)
