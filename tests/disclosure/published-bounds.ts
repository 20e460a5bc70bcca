import loadHighs from 'highs'
import { authorities } from '~/domain/area/region'
import type { Publication, PublishedValue } from '~/domain/unmet-need/published'
import { PUBLISHABLE_TABLES, type TableId, type TableSpec } from '~/domain/unmet-need/publishable-tables'

/**
 * What somebody finds out who reads everything published, all versions and periods, with a solver and nothing else: written
 * apart from the code that hides, so that a sum it forgot is found here.
 */

/**
 * How many there are now, by "2025-26 releases need count". Somebody who reads several versions is taken to know which printed numbers were
 * corrected since, and that all others stayed: more than can be known.
 */
export type CountedNow = ReadonlyMap<string, number>

export interface HiddenCell {
  name: string
  /** The smallest and largest value that stands against nothing published; most may be infinite. */
  least: number
  most: number
}

interface Column {
  name: string
  least: number
  most: number
}
interface Row {
  terms: [column: number, factor: number][]
  least: number
  most: number
}
interface Model {
  columns: Column[]
  rows: Row[]
  at: Map<string, number>
  hidden: Set<number>
  /** Numbers that a version of before, or of now, says wrongly: what older ones say of them is of another number. */
  corrected: Set<string>
}

const highs = await loadHighs()
const SPECS: Record<string, TableSpec> = PUBLISHABLE_TABLES
const POLICE = new Map(
  authorities.map(each => [each.code, each.policeForce.replace(/ .*/, '').toLowerCase()] as const),
)
const WITHIN = [
  ['first_night', 'first_night_all'],
  ['secured_by_authority', 'need_by_authority'],
  ['unmet_by_authority', 'need_by_authority'],
  ['unmet_by_police_area', 'need_by_police_area'],
  ['secured_by_police_area', 'need_by_police_area'],
] as const
/** What the definitions of several tables say of the same women: "a + b = c", "a <= b". */
const SAID_TWICE = [
  'funnel.moved_in = route.approved_route',
  'funnel.referred + referred.not_referred = referred.total',
  'timeliness.not_referred = referred.not_referred',
  'suitable.total = safe.total',
  'family_path.nominated <= family_path.could_be_reached',
  'family_path.started <= family_path.nominated',
  'family_path.run_over <= family_path.started',
  'family_path.completed <= family_path.run_over',
  'family_rotl.total <= family_path.nominated',
  'coverage.answered <= releases.need + releases.no_need',
  'coverage.not_answered <= releases.not_asked',
  'referred.some_successful <= funnel.accepted',
  'first_night_all.housed <= suitable.total',
  'decision_limits.total <= referral_outcomes.total',
  'reasons.total <= referral_outcomes.total',
]

/** Every hidden cell, with the bounds a solver finds; only those with fewer than `values` possible whole values. */
export function leaks(publications: readonly Publication[], now: CountedNow, values = 3): HiddenCell[] {
  return solve(modelOf(publications, now), values)
}

export function hiddenCells(publications: readonly Publication[], now: CountedNow): number {
  return modelOf(publications, now).hidden.size
}

function modelOf(publications: readonly Publication[], now: CountedNow): Model {
  const model: Model = { columns: [], rows: [], at: new Map(), hidden: new Set(), corrected: new Set() }
  const newestFirst = [...publications].reverse()
  newestFirst.forEach(each => addPrinted(model, each, now))
  const kinds = new Map(publications.map(({ period }) => [period.code, period]))
  for (const period of kinds.values()) addPeriodRows(model, period.code)
  for (const whole of kinds.values()) {
    const part = { pool: 'year', year: 'quarter', quarter: '' }[whole.kind]
    const parts = [...kinds.values()].filter(
      each => each.kind === part && each.startsOn >= whole.startsOn && each.endsOn <= whole.endsOn,
    )
    if (parts.length > 0)
      addNestRows(
        model,
        whole.code,
        parts.map(({ code }) => code),
      )
  }
  return model
}

function column(model: Model, name: string): number {
  const found = model.at.get(name)
  if (found !== undefined) return found
  model.at.set(name, model.columns.length)
  return model.columns.push({ name, least: 0, most: Infinity }) - 1
}

/** 0–4, to the nearest 5, or more than "fewer than 5". */
function rangeOf({ mark, value }: PublishedValue): [number, number] {
  if (mark === 'few') return [0, 4]
  return mark === 'hidden' ? [5, Infinity] : [Math.max(5, (value ?? 0) - 2), (value ?? 0) + 2]
}

function addPrinted(model: Model, { period, version, tables }: Publication, now: CountedNow): void {
  for (const { id, cells } of Object.values(tables)) {
    const spec = SPECS[id]
    if (!spec || spec.isSupply || spec.counts === 'days') continue
    const own = new Set<string>()
    for (const [cell, printed] of Object.entries(cells))
      for (const unit of ['count', 'women'] as const) {
        const value = printed[unit]
        if (!value) continue
        const name = `${period.code} ${id} ${cell} ${unit}`
        const at = column(model, name)
        const [least, most] = rangeOf(value)
        const isNow = now.get(name) ?? NaN
        const known = model.columns[at]
        if (!(isNow >= least && isNow <= most)) model.corrected.add(name)
        if (model.corrected.has(name)) {
          if (unit === 'count') own.add(cell)
          continue
        }
        if (!known) continue
        known.least = Math.max(known.least, least)
        known.most = Math.min(known.most, most)
        if (value.mark !== 'count') model.hidden.add(at)
      }
    if (own.size > 0 && spec.adds === 'parts')
      addOldSum(model, `${period.code} ${id}`, { version, own, cells }, now)
  }
}

/**
 * A version of before in which something was corrected since: its total, and what was corrected, are numbers of their own. Where those alone
 * cannot have made up the old total, something that looks unchanged was corrected too, and the old sum is none of numbers of now.
 */
function addOldSum(
  model: Model,
  table: string,
  old: { version: number; own: Set<string>; cells: Readonly<Record<string, { count: PublishedValue }>> },
  now: CountedNow,
): void {
  const parts = Object.entries(old.cells).filter(([cell]) => cell !== 'total')
  const ranges = parts.map(([cell, { count }]): [number, number] => {
    const isNow = now.get(`${table} ${cell} count`) ?? 0
    return old.own.has(cell) ? rangeOf(count) : [isNow, isNow]
  })
  const sum = (end: 0 | 1) => ranges.reduce((so, range) => so + range[end], 0)
  const total = old.cells.total && rangeOf(old.cells.total.count)
  if (!total || sum(0) > total[1] || sum(1) < total[0]) return
  const terms = Object.entries(old.cells).map(([cell, { count }]): [number, number] => {
    const isOwn = cell === 'total' || old.own.has(cell)
    const at = column(model, isOwn ? `${table} ${cell} v${old.version}` : `${table} ${cell} count`)
    const known = model.columns[at]
    if (isOwn && known) [known.least, known.most] = rangeOf(count)
    return [at, cell === 'total' ? -1 : 1]
  })
  model.rows.push({ terms, least: 0, most: 0 })
}

function addSaidTwice(model: Model, period: string, is: (name: string) => boolean): void {
  for (const said of SAID_TWICE) {
    const sides = said
      .split(/ <?= /)
      .map(side => side.split(' + ').map(cell => `${period} ${cell.replace('.', ' ')} count`))
    const [left = [], right = []] = sides
    if (![...left, ...right].every(is)) continue
    const at = (names: string[]) => names.map(name => column(model, name))
    if (said.includes('<=')) atMost(model, at(left), at(right))
    else equal(model, at(left), at(right))
  }
}

function addPeriodRows(model: Model, period: string): void {
  addSaidTwice(model, period, name => model.at.has(name))
  const cellsOf = (id: string, unit: string) =>
    [...model.at.keys()].flatMap(name => {
      const [code, table, cell, of] = name.split(' ')
      return code === period && table === id && of === unit ? [cell ?? ''] : []
    })
  for (const [id, spec] of Object.entries(SPECS))
    for (const unit of ['count', 'women']) {
      const cells = cellsOf(id, unit)
      if (cells.length === 0) continue
      const name = (cell: string, table = id) => column(model, `${period} ${table} ${cell} ${unit}`)
      const parts = cells.filter(cell => cell !== 'total').map(cell => name(cell))
      if (unit === 'count' && spec.adds === 'parts') equal(model, parts, [name('total')])
      else parts.forEach(part => atMost(model, [part], [name('total')]))
      if (unit === 'women' && spec.adds === 'parts') atMost(model, [name('total')], parts)
      if (unit === 'women')
        cells.forEach(cell => atMost(model, [name(cell)], [column(model, `${period} ${id} ${cell} count`)]))
      if (spec.partOf) equal(model, [name('total')], [name(spec.partOf.cell, spec.partOf.table)])
      for (const [inner, outer] of WITHIN)
        if (inner === id && unit === 'count')
          cells.forEach(cell => atMost(model, [name(cell)], [name(cell, outer)]))
      const areas = id.replace('_by_authority', '_by_police_area')
      if (areas !== id && Object.hasOwn(SPECS, areas))
        for (const area of [...new Set(POLICE.values()), 'outside', 'unknown'])
          equal(
            model,
            cells.filter(cell => (POLICE.get(cell) ?? cell) === area).map(cell => name(cell)),
            [name(area, areas)],
          )
    }
}

function addNestRows(model: Model, whole: string, parts: readonly string[]): void {
  const names = [...model.at.keys()].filter(name => name.startsWith(`${whole} `) && !/ v\d+$/.test(name))
  for (const name of names) {
    const [, table = '', cell, unit] = name.split(' ')
    const kind = whole.endsWith('-q') ? null : parts[0]?.includes('-q') ? 'quarter' : 'year'
    if (!kind || !(SPECS[table as TableId]?.periods ?? []).includes(kind)) continue
    const at = parts.map(part => column(model, `${part} ${table} ${cell} ${unit}`))
    const isWhole = parts.length === (kind === 'quarter' ? 4 : 3)
    const total = [column(model, name)]
    if (unit === 'women') at.forEach(part => atMost(model, [part], total))
    else atMost(model, at, total)
    if (isWhole) atMost(model, total, at)
  }
}

function equal(model: Model, left: readonly number[], right: readonly number[]): void {
  if (left.length > 0) model.rows.push({ terms: terms(left, right), least: 0, most: 0 })
}

function atMost(model: Model, left: readonly number[], right: readonly number[]): void {
  model.rows.push({ terms: terms(left, right), least: -Infinity, most: 0 })
}

function terms(left: readonly number[], right: readonly number[]): [number, number][] {
  return [...left.map((at): [number, number] => [at, 1]), ...right.map((at): [number, number] => [at, -1])]
}

const NEARLY = 1e-6

function solve({ columns, rows, hidden }: Model, values: number): HiddenCell[] {
  const model = highs.createModel()
  try {
    model.options.set({ output_flag: false })
    columns.forEach(({ least, most }) => model.addVar(least, Math.min(most, highs.infinity)))
    for (const { terms: of, least, most } of rows)
      model.addRow(Math.max(least, -highs.infinity), Math.min(most, highs.infinity), {
        indices: of.map(([at]) => at),
        values: of.map(([, factor]) => factor),
      })
    const seen = new Map([...hidden].map(at => [at, { least: Infinity, most: -Infinity }]))
    let last: ReadonlyMap<number, number> = new Map()
    /** Each solution is a way in which everything could be, and shows a value of every cell. */
    const look = (costs: ReadonlyMap<number, number>) => {
      for (const at of last.keys()) model.changeColCost(at, 0)
      for (const [at, cost] of costs) model.changeColCost(at, cost)
      last = costs
      model.run()
      const status = model.getModelStatus()
      if (status === highs.constants.modelStatus.unbounded) return false
      if (status !== highs.constants.modelStatus.optimal) throw new Error(`The solver says ${status}`)
      const { colValue } = model.getSolution()
      for (const [at, range] of seen) {
        range.least = Math.min(range.least, colValue[at] ?? 0)
        range.most = Math.max(range.most, colValue[at] ?? 0)
      }
      return true
    }
    const possible = (at: number) => {
      const range = seen.get(at) ?? { least: 0, most: 0 }
      return Math.floor(range.most + NEARLY) - Math.ceil(range.least - NEARLY) + 1
    }
    const open = () => [...hidden].filter(at => possible(at) < values)
    look(new Map())
    for (const way of [1, -1]) look(new Map(open().map(at => [at, columns[at]?.most === Infinity ? 1 : way])))
    for (const at of open()) {
      look(new Map([[at, 1]]))
      if (possible(at) >= values) continue
      if (!look(new Map([[at, -1]]))) seen.set(at, { least: 0, most: Infinity })
    }
    return open().map(at => ({
      name: columns[at]?.name ?? '',
      ...(seen.get(at) ?? { least: 0, most: 0 }),
    }))
  } finally {
    model.dispose()
  }
}
