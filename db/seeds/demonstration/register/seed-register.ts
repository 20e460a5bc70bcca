import { addEntry, changeEntry } from '~/domain/action/write-entry.server'
import type { EntryFields } from '~/domain/action/entry'
import type { DomainContext } from '~/domain/context'
import { addDays, DAY_MS, londonDay } from '~/domain/time/calendar'
import { seedId } from '../../seed-id'
import { REGISTER, type RegisterSketch } from './register-list'
import { accountViewer } from '../viewers'

/** Fills the register as the region's commissioner would have: recorded some weeks ago, some of it changed since. */
export async function seedRegister(app: DomainContext): Promise<void> {
  for (const [index, sketch] of REGISTER.entries()) await record(app, sketch, index)
}

async function record(app: DomainContext, sketch: RegisterSketch, index: number): Promise<void> {
  const viewer = accountViewer('commissioner@example.org')
  const { daysAgo, before, ...entry } = sketch
  const fields = fieldsOf(app, entry)
  const at = (days: number) => ({
    ...app,
    clock: () => new Date(app.clock().getTime() - days * DAY_MS),
  })
  const form = (step: string) => ({ key: seedId(`register:${index} ${step}`), fingerprint: step })
  const added = await addEntry(
    at(daysAgo),
    viewer,
    { ...fields, ...before, kind: fields.nature === null ? 'action' : 'concern' },
    form('add'),
  )
  if (!added.ok) throw new Error(`“${entry.words}” was not recorded: ${added.reason}`)
  if (!before) return
  const change = { ...fields, entryId: added.entryId, version: 1 }
  const changed = await changeEntry(at(Math.ceil(daysAgo / 3)), viewer, change, form('change'))
  if (!changed.ok) throw new Error(`“${entry.words}” was not changed: ${changed.reason}`)
}

function fieldsOf(
  app: DomainContext,
  { dueIn, ...entry }: Omit<RegisterSketch, 'daysAgo' | 'before'>,
): EntryFields {
  const today = londonDay(app.clock())
  return {
    costPounds: null,
    nature: null,
    severity: null,
    ...entry,
    dueOn: dueIn === undefined ? null : addDays(today, dueIn),
  }
}
