import type { FactorKind } from '~/domain/account/second-factor/factor'
import { formatInstant } from '~/domain/time/calendar'

export const KIND_WORDS: Readonly<Record<FactorKind, string>> = {
  app: 'Authenticator app',
  key: 'Security key or passkey',
}

/** 'Last used 22 November 2026, 10:00', or that it never was. */
export function lastUsed(at: Date | null): string {
  return at === null ? 'Not used since' : `Last used ${formatInstant(at)}`
}
