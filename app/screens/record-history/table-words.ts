import { ENTRY_WORDS } from '~/domain/entry/change-words'
import { NOTE_HISTORY } from '~/domain/entry-note/note-history'
import { APPLICATION_WORDS } from '~/domain/organisation/application-words'
import { ORGANISATION_WORDS } from '~/domain/organisation/organisation-fields'
import { POLICY_WORDS } from '~/domain/policy/policy-words'
import { ROOM_HISTORY } from '~/domain/vacancy/rooms/room'
import type { TableWords } from '~/domain/record-change/change-words'

/** How what was changed is said, by the table that keeps it. Whoever keeps a table adds its row. Safe for the browser. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  ...ENTRY_WORDS,
  service_policy: POLICY_WORDS,
  bedspace: ROOM_HISTORY,
  entry_note: NOTE_HISTORY,
  organisation: ORGANISATION_WORDS,
  organisation_application: APPLICATION_WORDS,
}
