/** What may be asked for: everything, or one kind of act, by the beginning of its code. */
export const AUDIT_KINDS = {
  reads: {
    words: 'Reading a person',
    actions: ['case.read', 'case.list', 'referral.read', 'referral.list', 'nomination.read'],
  },
  case: { words: 'Cases', starts: 'case.' },
  referral: { words: 'Referrals', starts: 'referral.' },
  service: { words: 'Services and vacancies', starts: 'service.' },
  session: { words: 'Signing in and out', starts: 'session.' },
  people: { words: 'People and access', starts: 'person.' },
} as const satisfies Record<string, { words: string; actions?: readonly string[]; starts?: string }>

export type AuditKind = keyof typeof AUDIT_KINDS
