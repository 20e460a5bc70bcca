import type { Standing } from './standing-changes'

/** What the form of an event carries: the versions of what it was drawn from, no more of the case than that. */
export interface Carried {
  version: number
  /** Absent once the case may not be read any more. */
  releaseVersion?: number
  changes: number
}

/** The versions of a referral, of the release date and of the answers, as its page was drawn. Safe for the browser. */
export function carriedBy(referral: {
  version: number
  releaseVersion: number | null
  standing: Standing
}): Carried {
  const { version, releaseVersion, standing } = referral
  return { version, ...(releaseVersion !== null && { releaseVersion }), changes: standing.seen }
}

/** True where the release date has moved, or an answer has changed, since a form was drawn. */
export function isOfAnotherDay(
  seen: { releaseVersion: number; changes: number },
  now: { releaseVersion?: number | null; changes: number },
): boolean {
  const isMoved = now.releaseVersion != null && seen.releaseVersion !== now.releaseVersion
  return isMoved || seen.changes !== now.changes
}
