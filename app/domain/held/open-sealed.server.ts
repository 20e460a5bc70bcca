import type { CaseKey, KeyRing } from '@db/encryption/key-ring'
import { placeInCase } from '../case/record/case-identity.server'
import type { HeldRow } from './held-fields'

const BYTES = /^\\x([0-9a-f]*)$/

/** What stands for bytes that nobody can read: a keyed hash, a mark, a key. */
const KEPT_BACK = 'A mark made with a key, from which nothing can be read'

/** A row with what is sealed in it opened. What is no words of the case, but a mark or a key, is said to be that. */
export function openSealed(
  keys: KeyRing,
  key: CaseKey | null,
  { caseId, table }: { caseId: string; table: string },
  row: HeldRow,
): HeldRow {
  const id = typeof row.id === 'string' ? row.id : caseId
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const bytes = typeof value === 'string' ? BYTES.exec(value)?.[1] : undefined
      if (bytes === undefined) return [column, value]
      const place = placeInCase(table, id, column, caseId)
      return [column, key ? opened(keys, key, place, Buffer.from(bytes, 'hex')) : KEPT_BACK]
    }),
  )
}

function opened(keys: KeyRing, key: CaseKey, place: ReturnType<typeof placeInCase>, bytes: Buffer): string {
  try {
    return keys.decrypt(key, place, bytes)
  } catch {
    return KEPT_BACK
  }
}
