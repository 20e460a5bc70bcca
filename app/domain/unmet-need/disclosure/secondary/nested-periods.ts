import type { Period } from '../../period'
import { addRule, findNumber, type Numbers } from './numbers'

/** How many periods of the next smaller kind make one up. */
const PARTS = { pool: { kind: 'year', many: 3 }, year: { kind: 'quarter', many: 4 } } as const

/** Adds that quarters add up to their year and years to their pool, cell by cell: women only at most, for one may come back. */
export function addNests(numbers: Numbers, periods: readonly Period[]): void {
  for (const whole of periods) {
    if (whole.kind === 'quarter') continue
    const { kind, many } = PARTS[whole.kind]
    const parts = periods.filter(each => each.kind === kind && isWithin(each, whole))
    numbers.places.forEach((place, total) => {
      if (place.period !== whole.code || findNumber(numbers, place) !== total) return
      const at = parts
        .map(part => findNumber(numbers, { ...place, period: part.code }))
        .filter(found => found !== undefined)
      const addsUp = at.length === many && place.unit === 'count'
      if (place.unit === 'count' && at.length > 0)
        addRule(numbers, at, [total], addsUp ? 'zero' : 'at_most_zero')
      if (place.unit === 'women') {
        at.forEach(part => addRule(numbers, [part], [total], 'at_most_zero'))
        if (at.length === many) addRule(numbers, [total], at, 'at_most_zero')
      }
    })
  }
}

/** The period and every other that can be reached from it by adding periods up. */
export function reachedFrom(period: Period, others: readonly Period[]): Period[] {
  const reached = [period]
  for (const each of reached)
    for (const other of others)
      if (
        !reached.some(({ code }) => code === other.code) &&
        (isWithin(each, other) || isWithin(other, each))
      )
        reached.push(other)
  return reached
}

function isWithin(part: Period, whole: Period): boolean {
  return part.startsOn >= whole.startsOn && part.endsOn <= whole.endsOn
}
