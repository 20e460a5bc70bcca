import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { type Entry, findEntry } from '~/domain/entry/entry.server'
import { isEditor } from '~/domain/entry/keeper'
import { entryPart, isAskedOf } from '~/domain/entry/parts'
import { sayField, typedField } from '~/domain/entry/say-field'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

type Part = NonNullable<ReturnType<typeof entryPart>>

/** The part an address names, where the viewer may change it of this entry; null for every other. */
export async function partOfEntry(
  app: DomainContext,
  viewer: SignedInViewer,
  serviceId: string,
  name: string | undefined,
): Promise<{ entry: Entry; part: Part } | null> {
  const part = entryPart(name)
  if (part === null) return null
  const entry = await findEntry(app, viewer, serviceId)
  if (!entry?.mayChange) return null
  if (part.onlyEditors && !isEditor(viewer)) return null
  return isAskedOf(part, entry) ? { entry, part } : null
}

/** What the page of one part shows: its questions, what they start from, and what is kept now. */
export function partPage({ entry, part }: { entry: Entry; part: Part }) {
  return {
    serviceId: entry.id,
    name: entry.name,
    part: part.name,
    title: part.title,
    start: Object.fromEntries(
      part.fields.map(field => [field.name, typedField(field, entry.kept[field.name])]),
    ),
    /** For whoever was overtaken: beside what was typed stands what was saved meanwhile. */
    now: part.fields.map(field => ({ key: field.label, value: sayField(field, entry.kept[field.name]) })),
    carried: { idempotencyKey: newIdempotencyKey(), version: entry.version },
  }
}

export type PartPage = ReturnType<typeof partPage>
