import { isOfThisRelease } from '../../outcome/check-times'
import type { CheckAnswers, CheckKind } from '../../outcome/checks'
import type { Day } from '../../time/calendar'
import type { DrawnFrom, RecordedCheck } from './drawn-from'

/** What stands of a check, where it is of the release as that is now known; null where nothing does. */
export function standingCheck<Kind extends CheckKind>(
  { checks }: Pick<DrawnFrom, 'checks'>,
  kind: Kind,
  released: Day | null,
): CheckAnswers<Kind> | null {
  const stands = recordings({ checks }, kind).find(({ replacedBecause }) => replacedBecause === null)
  return stands && isOfThisRelease(stands, released) ? stands.answers : null
}

/** Every recording of a check, those that were replaced too. */
export function recordings<Kind extends CheckKind>(
  { checks }: Pick<DrawnFrom, 'checks'>,
  kind: Kind,
): RecordedCheck<Kind>[] {
  return checks.filter((each): each is RecordedCheck<Kind> => each.kind === kind)
}
