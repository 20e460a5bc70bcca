/** What an event cannot do without; apply-event refuses it otherwise. */
export type Requirement =
  | 'agreement'
  | 'reason'
  | 'note'
  | 'items'
  | 'assessment'
  | 'bedspace'
  | 'agreement_answer'
  /** How much the person agrees to share. */
  | 'agreement_extent'
  | 'stay'
  | 'departure'
  /** A day put right, and the one it was. */
  | 'days'
  /** That what changed since it was referred has been read, where anything did. */
  | 'changes_read'
