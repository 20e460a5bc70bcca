import type { DB } from '@db/schema'

/** A column of the database that a role of the service may write. */
export interface WritableColumn {
  table: string
  column: string
  /** As PostgreSQL calls it: 'uuid', 'timestamp with time zone'. */
  type: string
  /** Part of the primary key, or of a foreign one. */
  isKey: boolean
}

/** Kinds of columns that nobody fills in, known by what the database says of them: a new column of the kind belongs to it by itself. */
export const UNTYPED_KINDS: readonly { why: string; is: (column: WritableColumn) => boolean }[] = [
  {
    why: 'An id that the service makes, or the row that this one hangs on',
    is: ({ type, isKey }) => type === 'uuid' && isKey,
  },
  {
    why: 'An instant: when something was done or is over, by the clock',
    is: ({ type }) => type === 'timestamp with time zone',
  },
  {
    why: 'Counts how often a row was written',
    is: ({ column }) => /version$/i.test(column) || column === 'sequence',
  },
]

/** Tables that hold what was done, by whom, and who may read what: the service writes them as it does something else. */
export const TRACES: readonly (keyof DB)[] = [
  'auditEntry',
  'caseChange',
  'nominationStep',
  'referralChange',
  'referralChangeDetail',
  'referralChangeFact',
  'referralHistory',
  'releaseDateChange',
  // Who may read a case, a referral, and which claim is whose.
  'caseReader',
  'referralClaim',
  'referralParty',
  // What was decided, and searched for, as it stood then.
  'caseSearch',
  'referralDecision',
  'referrerDecision',
  // Forms that were sent, sessions, links and tries.
  'confirmationLink',
  'emailChange',
  'idempotencyKey',
  'keptForm',
  'passwordReset',
  'recoveryCode',
  'session',
  'throttle',
]

type ColumnsOf = { [Table in keyof DB]?: readonly (keyof DB[Table] & string)[] }

/** Single columns nobody fills in, by why. */
export const UNTYPED_COLUMNS: readonly { why: string; columns: ColumnsOf }[] = [
  {
    why: 'Where something stands: its lifecycle moves it, and undoes what it did',
    columns: {
      bedspaceClaim: ['active'],
      caseCarried: ['settledAs'],
      caseIdentity: ['open'],
      nomination: ['state'],
      offer: ['ending'],
      referral: ['state', 'resumeState', 'detailsDeletedOn'],
      releaseListEntry: ['removedBecause'],
    },
  },
  {
    why: 'Worked out from what was typed, and again when that is corrected',
    columns: {
      bedspaceClaim: ['mustEnd', 'outstays', 'beforeMove'],
      caseCarried: ['value'],
      caseIdentity: ['prisonNumberHash'],
      caseNameMark: ['mark'],
      caseShortlist: ['groupThen', 'vacancyThen'],
      caseTopic: ['topic'],
      confidentialSite: ['lat', 'lng', 'serviceConfidential'],
      entryReview: ['checkedBefore', 'through'],
      nobodyFits: ['tried'],
      outcomeCheck: ['kind'],
      personCase: ['reference', 'prisonCode'],
      referral: ['reference', 'eligibilityOutcome'],
      referralNote: ['tier'],
      releaseListEntry: ['prisonNumberHash'],
      site: ['lat', 'lng'],
    },
  },
  {
    why: 'Chosen once, and all else of the row hangs on it: a wrong one is ended and made anew',
    columns: {
      organisation: ['kind'],
      registerEntry: ['kind'],
    },
  },
  {
    why: 'Written by nobody, and read by the release before this one: it goes with the next',
    columns: { caseCustody: ['receivedOn'] },
  },
  {
    why: 'A secret of a device or of the service',
    columns: {
      caseKey: ['wrappedKey'],
      secondFactor: ['kind', 'secret', 'credentialId', 'publicKey', 'counter', 'lastStep', 'transports'],
    },
  },
]
