import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { sayField, typedField } from '~/domain/entry/say-field'
import { runFields } from '~/domain/run/run-form'
import { isProgrammeStated, type Run, runIn } from '~/domain/run/runs.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { runDates } from '~/screens/our-cohorts/page'

export interface RunAsked {
  serviceId: string
  /** Null for a new one. */
  runId: string | null
}

/** The entry an address names and its run, where the viewer keeps it; null for every other. */
export async function keptRun(app: DomainContext, viewer: SignedInViewer, { serviceId, runId }: RunAsked) {
  const entry = await findEntry(app, viewer, serviceId)
  if (!entry?.mayChange || !entry.isProgramme) return null
  const { run, isStated } = await asViewer(app.db, viewer, async trx => ({
    run: runId === null ? null : await runIn(trx, serviceId, runId),
    isStated: await isProgrammeStated(trx, serviceId),
  }))
  return run === undefined || !isStated ? null : { entry, run }
}

/** What the page of one run shows; null where there is none that the viewer keeps. */
export async function cohortFor(app: DomainContext, viewer: SignedInViewer, asked: RunAsked) {
  const found = await keptRun(app, viewer, asked)
  if (found === null) return null
  const { entry, run } = found
  const kept = run === null ? {} : keptOf(run)
  const fields = runFields(entry)
  return {
    ...{ serviceId: entry.id, name: entry.name, runId: asked.runId },
    dates: run && runDates(run),
    isOff: run !== null && run.cancelledAt !== null,
    givenHere: run === null ? 0 : run.here.places,
    named: run === null ? 0 : run.here.named,
    hidesPlace: entry.confidential,
    start: Object.fromEntries(fields.map(field => [field.name, typedField(field, kept[field.name])])),
    /** For whoever was overtaken: beside what was typed stands what was saved meanwhile. */
    now: fields.map(field => ({ key: field.label, value: sayField(field, kept[field.name]) })),
    carried: { idempotencyKey: newIdempotencyKey(), version: entry.version },
  }
}

export type CohortPage = NonNullable<Awaited<ReturnType<typeof cohortFor>>>

/** A run by the names of its questions: what came another way is what is not counted here. */
function keptOf({ here, ...run }: Run): Record<string, unknown> {
  return {
    ...run,
    takenElsewhere: Math.max(run.taken - here.places, 0),
    waitingElsewhere: Math.max(run.waiting - here.waits, 0),
  }
}
