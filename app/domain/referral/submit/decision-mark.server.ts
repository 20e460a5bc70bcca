import { createHash } from 'node:crypto'
import type { Decision } from '../../eligibility/decision'

/** A short mark of a decision: a form carries it, so that what is stored with a referral is what its officer was shown. */
export function decisionMark(decision: Decision): string {
  return createHash('sha256').update(JSON.stringify(decision)).digest('base64url').slice(0, 16)
}
