import type { CaseKey, KeyRing } from '@db/encryption/key-ring'
import type { Day } from '../../time/calendar'

/** Who the person is, opened. Never in an address, a title, a log or an index. */
export interface CaseIdentity {
  prisonNumber: string
  name: string
  dateOfBirth: Day
  crn: string | null
}

type Sealed = { [Field in keyof CaseIdentity]: null extends CaseIdentity[Field] ? Buffer | null : Buffer }

/** Where sealed text of a case lies. The case's own key seals it, so the key's id is the case's. */
export function placeInCase(table: string, row: string, column: string, caseId: string) {
  return { table, row, column, keyId: caseId }
}

/** The identity as case_identity keeps it. */
export function sealIdentity(keys: KeyRing, key: CaseKey, caseId: string, identity: CaseIdentity): Sealed {
  const seal = (column: string, text: string) => keys.encrypt(key, identityPlace(caseId, column), text)
  return {
    prisonNumber: seal('prison_number', identity.prisonNumber),
    name: seal('name', identity.name),
    dateOfBirth: seal('date_of_birth', identity.dateOfBirth),
    crn: identity.crn === null ? null : seal('crn', identity.crn),
  }
}

/** Opens what `sealIdentity` made. @throws Error when a value was changed or moved, or under another master key */
export function openIdentity(
  keys: KeyRing,
  caseId: string,
  wrappedKey: Buffer,
  sealed: Sealed,
): CaseIdentity {
  const key = keys.unwrap(wrappedKey, caseId)
  const open = (column: string, bytes: Buffer) => keys.decrypt(key, identityPlace(caseId, column), bytes)
  return {
    prisonNumber: open('prison_number', sealed.prisonNumber),
    name: open('name', sealed.name),
    dateOfBirth: open('date_of_birth', sealed.dateOfBirth),
    crn: sealed.crn === null ? null : open('crn', sealed.crn),
  }
}

function identityPlace(caseId: string, column: string) {
  return placeInCase('case_identity', caseId, column, caseId)
}
