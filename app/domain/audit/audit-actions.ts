/** What may be asked for: everything, or one kind of act, by the beginnings of its codes. */
export const AUDIT_KINDS = {
  reads: {
    words: 'Reading a person',
    starts: [
      'case.read',
      'case.list',
      'case.find',
      'case.export',
      'person.look_up',
      'referral.read',
      'referral.list',
      'nomination.read',
    ],
  },
  case: { words: 'Cases', starts: ['case.', 'release_list.'] },
  referral: { words: 'Referrals and nominations', starts: ['referral.', 'nomination.'] },
  service: {
    words: 'Services, policies and vacancies',
    starts: ['service.', 'entry.', 'entry_note.', 'run.', 'hidden_place.', 'import.'],
  },
  session: { words: 'Signing in and out', starts: ['session.', 'password.', 'second-factor.'] },
  people: {
    words: 'People, access and organisations',
    starts: ['person.', 'invitation.', 'membership.', 'cover.', 'organisation.'],
  },
  region: { words: 'Settings and the register', starts: ['setting.', 'threshold.', 'register.', 'audit.'] },
} as const satisfies Record<string, { words: string; starts: readonly string[] }>

export type AuditKind = keyof typeof AUDIT_KINDS
