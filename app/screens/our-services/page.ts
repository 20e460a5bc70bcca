import type { EntryListed } from '~/domain/entry/entry.server'
import { STANDING_LABELS, type Standing } from '~/domain/entry/standing'
import { serviceKindLabel } from '~/domain/service/service-kind'

export interface EntryLine {
  id: string
  name: string
  provider: string
  kind: string
  standing: Standing
  standingWords: string
  /** Null where nothing an editor asks for is missing. */
  missing: string | null
}

export function entryLine({ id, name, provider, kind, standing, missing }: EntryListed): EntryLine {
  return {
    ...{ id, name, provider, standing },
    kind: serviceKindLabel(kind),
    standingWords: STANDING_LABELS[standing],
    missing: missing === 0 ? null : `${missing} ${missing === 1 ? 'thing' : 'things'} missing`,
  }
}
