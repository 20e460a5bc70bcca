import { ENTRY_COLUMNS, ENTRY_ID, entryCellHint } from '~/domain/entry/entry-cells'
import type { ImportCode } from '~/domain/import/import-kinds'
import { cellHint, SERVICE_ID, SERVICE_NAME } from '~/domain/policy/policy-cells'
import {
  ROOM_COLUMNS,
  ROOM_FIELD_NAMES,
  ROOM_ID,
  ROOM_SERVICE,
  ROOM_SERVICE_ID,
} from '~/domain/vacancy/rooms/room-cells'
import { POLICY_FIELD_NAMES, policyField } from '~/domain/policy/policy-fields'

interface Column {
  heading: string
  may: string
}

/** What each column of a file may hold, in words. */
export const IMPORT_COLUMNS: Readonly<Record<ImportCode, readonly Column[]>> = {
  services: [
    { heading: ENTRY_ID, may: 'As it stands in the file you download. Needed' },
    ...ENTRY_COLUMNS.map(field => ({ heading: field.label, may: entryCellHint(field) })),
  ],
  policies: [
    { heading: SERVICE_ID, may: 'As it stands in the file you download. Needed' },
    { heading: SERVICE_NAME, may: 'To know the line by; it is not read' },
    ...POLICY_FIELD_NAMES.map(name => ({ heading: policyField(name).label, may: cellHint(name) })),
  ],
  rooms: [
    { heading: ROOM_SERVICE_ID, may: 'As it stands in the file you download. Needed' },
    { heading: ROOM_SERVICE, may: 'To know the line by; it is not read' },
    { heading: ROOM_ID, may: 'As it stands in the file you download; empty for a new room' },
    ...ROOM_FIELD_NAMES.map(name => ROOM_COLUMNS[name]).map(({ heading, may }) => ({ heading, may })),
  ],
}
