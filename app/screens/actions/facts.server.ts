import type { SignedInViewer } from '@db/viewer'
import { registerEntries, registerEntry } from '~/domain/action/entries.server'
import type { EntryKind, EntryVersion, RegisterEntry } from '~/domain/action/entry'
import { isGapPlace, isGapSubject } from '~/domain/action/gap'
import type { DomainContext } from '~/domain/context'
import { boxesOf } from '~/domain/time/boxes'
import { londonDay, relativeInstant } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { earlierWords } from './history'
import { entryLine, registerPage } from './page'

/** What the list of the register shows. */
export async function registerFor(app: DomainContext, viewer: SignedInViewer, isPast: boolean) {
  const entries = await registerEntries(app.db, viewer)
  return { ...registerPage(entries, londonDay(app.clock()), isPast), mayWrite: mayWrite(viewer) }
}

/** What an empty form starts from: the kind, and the gap, that the address names. */
export function newEntryFor(asked: URLSearchParams) {
  const [subject, place] = [asked.get('subject') ?? '', asked.get('place') ?? '']
  const kind: EntryKind = asked.get('kind') === 'concern' ? 'concern' : 'action'
  const start = {
    ...(isGapSubject(subject) && { subject }),
    ...(isGapPlace(place) && { place }),
    state: kind === 'action' ? 'to_start' : 'open',
  }
  return { kind, start, carried: { idempotencyKey: newIdempotencyKey() } }
}

/** What the page of one entry shows: how it stands, the form that corrects it, and what it said before. Null where there is none. */
export async function entryFor(app: DomainContext, viewer: SignedInViewer, id: string) {
  const found = await registerEntry(app.db, viewer, id)
  if (found === null) return null
  const { entry, earlier } = found
  const now = app.clock()
  return {
    kind: entry.kind,
    line: entryLine(entry, londonDay(now)),
    written: relativeInstant(entry.writtenAt, now),
    start: formStart(entry),
    mayWrite: mayWrite(viewer),
    earlier: earlier.map(version => earlierShown(version, now)),
    carried: { idempotencyKey: newIdempotencyKey(), version: entry.version },
  }
}

export type EntryFacts = NonNullable<Awaited<ReturnType<typeof entryFor>>>
export type NewEntryFacts = ReturnType<typeof newEntryFor>

function mayWrite({ role }: SignedInViewer): boolean {
  return role === 'commissioner' || role === 'administrator'
}

function formStart({ costPounds, dueOn, ...entry }: RegisterEntry): Record<string, unknown> {
  return {
    ...entry,
    costPounds: costPounds === null ? '' : String(costPounds),
    ...(dueOn && { dueOn: boxesOf(dueOn) }),
  }
}

function earlierShown(version: EntryVersion, now: Date) {
  return {
    version: version.version,
    at: version.writtenAt.toISOString(),
    when: relativeInstant(version.writtenAt, now),
    by: version.writtenBy,
    lines: earlierWords(version, now),
    strike: version.struckAt === null ? { idempotencyKey: newIdempotencyKey() } : null,
  }
}
