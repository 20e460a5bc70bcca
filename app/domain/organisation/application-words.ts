import { authorityName } from '../area/region'
import type { TableWords } from '../record-change/change-words'
import { refusalWords } from './refusal-reasons'

const NOT_STATED = 'Not stated'
const asTyped = (kept: unknown) => (typeof kept === 'string' && kept !== '' ? kept : NOT_STATED)
const KINDS: Readonly<Record<string, string>> = { provider: 'A provider', council: 'A council' }
const DECISIONS: Readonly<Record<string, string>> = { approved: 'Approved', refused: 'Refused' }

/** How the history of an application is said: what it says, and how it was decided. */
export const APPLICATION_WORDS: TableWords = {
  row: () => 'The application',
  words: {
    ...{ name: 'Name', runs: 'What it runs', words: 'Kept with the decision' },
    ...{ applicant_name: 'Who applied', applicant_email: 'Email', applicant_phone: 'Phone' },
  },
  columns: {
    name: { label: 'Name', say: asTyped },
    kind: { label: 'What it is', say: kept => KINDS[asTyped(kept)] ?? NOT_STATED },
    authority_code: {
      label: 'Authority',
      say: kept => (typeof kept === 'string' ? authorityName(kept) : NOT_STATED),
    },
    runs: { label: 'What it runs', say: asTyped },
    applicant_name: { label: 'Who applied', say: asTyped },
    applicant_email: { label: 'Email', say: asTyped },
    applicant_phone: { label: 'Phone', say: asTyped },
    decision: { label: 'Decision', say: kept => DECISIONS[asTyped(kept)] ?? 'Not decided' },
    reason: { label: 'Reason told', say: kept => refusalWords(asTyped(kept)) ?? NOT_STATED },
    words: { label: 'Kept with the decision', say: asTyped },
  },
}
