import { importer, type SheetWork } from '../sheet/importer.server'
import { saidTwice } from '../sheet/read-sheet'
import type { SheetPlan, SheetRow, SheetWrong } from '../sheet/sheet'
import { contradictionsIn } from './contradictions'
import { keptPolicies, type KeptPolicy, policiesToWrite } from './kept-policy.server'
import { cellsOfPolicy, POLICY_HEADINGS, SERVICE_ID, valuesOfRow } from './policy-cells'
import { policyChanges } from './policy-changes'
import { policyField, type PolicyFieldName } from './policy-fields'
import { changedFields, policyOf, valuesOf, type WholePolicy } from './policy-values'
import { writePolicy } from './state-policy.server'
import { wrongValue, wrongValues } from './wrong-values'

/** Policies by file: those the viewer may state, a line each, after the name of the service. */
export const policySheet = importer<PolicyStep>({
  headings: POLICY_HEADINGS,
  key: SERVICE_ID,
  async lines({ trx, viewer }) {
    const all = await keptPolicies(trx, viewer)
    const mine = all.filter(({ mayState }) => mayState)
    return mine.map(kept => [kept.service.id, kept.service.name, ...cellsOfPolicy(valuesOf(kept))])
  },
  check: rows => rows.flatMap(wrongCells),
  plan: planPolicies,
  async apply({ trx, viewer }, steps) {
    for (const { kept, whole } of steps) await writePolicy(trx, viewer, kept, { whole, verifiedAt: null })
  },
})

interface PolicyStep {
  kept: KeptPolicy
  whole: WholePolicy
}

async function planPolicies(
  { trx, viewer }: SheetWork,
  rows: readonly SheetRow[],
): Promise<SheetPlan<PolicyStep>> {
  const planned: ReturnType<typeof planLine>[] = []
  for (const some of batches(rows)) {
    const ids = some.map(idOf).filter(id => UUID.test(id))
    const sexOf = new Map(some.map(row => [idOf(row), valuesOfRow(row).sex]))
    const held = await policiesToWrite(trx, viewer, ids, mine =>
      mine.filter(({ service, policy }) => comesToTake(sexOf.get(service.id), policy.sex)),
    )
    const kept = new Map(held.map(each => [each.service.id, each]))
    planned.push(...some.map(row => planLine(row, kept.get(idOf(row)))))
  }
  const wrong = [...planned.flatMap(each => each.wrong ?? []), ...saidTwice(rows, SERVICE_ID)]
  if (wrong.length > 0) return { ok: false, wrong: wrong.sort((one, other) => one.line - other.line) }
  return { ok: true, lines: planned.flatMap(({ planned: line }) => line ?? []) }
}

function idOf({ cells }: SheetRow): string {
  return (cells[SERVICE_ID] ?? '').toLowerCase()
}

/** Whether a line makes a policy one of one sex alone that was not of it. */
function comesToTake(typed: unknown, kept: string | null): boolean {
  return (typed === 'women' || typed === 'men') && typed !== kept
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** So many at a time: a transaction that asks nothing for long is ended by the database. */
const BATCH = 500

function batches(rows: readonly SheetRow[]): SheetRow[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
    rows.slice(at * BATCH, (at + 1) * BATCH),
  )
}

/** What no policy can hold, whatever else it states. */
function wrongCells(row: SheetRow): SheetWrong[] {
  const typed = valuesOfRow(row)
  return (Object.keys(typed) as PolicyFieldName[]).flatMap(name => {
    const say = wrongValue(name, typed[name] ?? '')
    return say === null ? [] : [at(row.line, name, say)]
  })
}

type Line = Extract<SheetPlan<PolicyStep>, { ok: true }>['lines'][number]

function planLine(row: SheetRow, kept: KeptPolicy | undefined): { wrong?: SheetWrong[]; planned?: Line } {
  const { line } = row
  if (!kept?.mayState) {
    const say = 'No service of yours has this ID. Download your policies, and take it from there'
    return { wrong: [{ line, column: SERVICE_ID, say }] }
  }
  const before = valuesOf(kept)
  const typed = valuesOfRow(row)
  const values = { ...before, ...typed }
  const names = Object.keys(typed) as PolicyFieldName[]
  const wrong = Object.entries(wrongValues(values, names)).map(([name, say]) =>
    at(line, name as PolicyFieldName, say),
  )
  if (wrong.length > 0) return { wrong }
  const whole = policyOf(values)
  const against = contradictionsIn(whole.policy, changedFields(before, valuesOf(whole)), kept)
  const refused = against.filter(({ mayBe }) => mayBe === undefined)
  if (refused.length > 0) return { wrong: refused.map(({ fields, say }) => at(line, fields[0]!, say)) }
  return {
    planned: {
      line,
      name: kept.service.name,
      isNew: false,
      changes: policyChanges(before, valuesOf(whole)),
      remarks: against.map(({ say }) => say),
      step: { kept, whole },
    },
  }
}

function at(line: number, name: PolicyFieldName, say: string): SheetWrong {
  return { line, column: policyField(name).label, say }
}
