import { createHmac } from 'node:crypto'
import type { AccountSecrets } from './account-secrets.server'

/** The mark a form carries of the person it was drawn for: the same in every session of theirs, and it tells nobody who they are. */
export function drawnFor({ drawnFor: key }: Pick<AccountSecrets, 'drawnFor'>, personId: string): string {
  return createHmac('sha256', key).update(personId).digest('base64url')
}
