import { has, type JudgedService, type Property } from './property'
import type { TypedQuery } from './typed-query'

/** As many as are seen without turning a page over. */
const LOOKED_AT = 5

/** What is wrong with what was shown for a query, in words; nothing where it is what a person who knows would show. */
export function judge(row: TypedQuery, shown: readonly JudgedService[]): string[] {
  const five = shown.slice(0, LOOKED_AT)
  if (five.length === 0) return ['nothing was shown']
  return [
    ...amiss('the first has not', row.first ? [row.first] : [], five.slice(0, 1), count => count === 1),
    ...amiss('none has', row.some, five, count => count > 0),
    ...amiss('too few have', row.most, five, count => count * 2 > five.length),
    ...amiss('not all have', row.all, five, count => count === five.length),
    ...amiss('one has', row.none, five, count => count === 0),
  ]
}

function amiss(
  words: string,
  properties: readonly Property[] | undefined,
  five: readonly JudgedService[],
  isEnough: (count: number) => boolean,
): string[] {
  return (properties ?? [])
    .filter(property => !isEnough(five.filter(service => has(service, property)).length))
    .map(property => `${words} ${JSON.stringify(property)}`)
}
