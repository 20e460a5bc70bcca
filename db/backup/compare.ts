import type { Manifest, Measurement } from './manifest'

/** One thing that was compared: the same, other, other because the service went on, or not to be compared, and why. */
export interface Compared {
  outcome: 'same' | 'DIFFERENT' | 'since then' | 'not compared'
  what: string
}

export function isDifferent(lines: readonly Compared[]): boolean {
  return lines.some(({ outcome }) => outcome === 'DIFFERENT')
}

/** One line a comparison, for the terminal: counts, hashes and names of tables, and nothing of what stands in them. */
export function comparedLines(lines: readonly Compared[]): string[] {
  return lines.map(({ outcome, what }) => `${outcome.padEnd(12)}  ${what}`)
}

/** What a manifest says, against what a database was measured to hold. */
export function compareWith(
  manifest: Pick<Manifest, keyof Measurement | 'from'>,
  found: Measurement,
  foundMajor: number,
): Compared[] {
  return [
    ...compareTables(manifest, found),
    ...compareSequences(manifest, found),
    ...compareRights(manifest, found, { isSameMajor: manifest.from.major === foundMajor }),
  ]
}

function compareTables(said: Measurement, found: Measurement): Compared[] {
  const there = new Map(found.tables.map(table => [table.name, table]))
  const lines = said.tables.flatMap((table): Compared[] => {
    const other = there.get(table.name)
    if (!other) return [{ outcome: 'DIFFERENT', what: `${table.name}: is not there` }]
    const rows =
      other.rows === table.rows
        ? `${table.rows} rows`
        : `${other.rows} rows, and the backup says ${table.rows}`
    const isSame = other.rows === table.rows && other.checksum === table.checksum
    const lines: Compared[] = [
      {
        outcome: isSame ? 'same' : 'DIFFERENT',
        what: `${table.name}: ${rows}, checksum ${short(other.checksum)}`,
      },
    ]
    if (table.head !== null)
      lines.push({
        outcome: other.head === table.head ? 'same' : 'DIFFERENT',
        what: `${table.name}: head of the chain ${short(other.head ?? '')}`,
      })
    return lines
  })
  const more = found.tables.filter(({ name }) => !said.tables.some(table => table.name === name))
  return [
    ...lines,
    ...more.map(({ name }): Compared => ({ outcome: 'DIFFERENT', what: `${name}: is not in the backup` })),
  ]
}

function compareSequences(said: Measurement, found: Measurement): Compared[] {
  const there = new Map(found.sequences.map(({ name, last, isCalled }) => [name, `${last} ${isCalled}`]))
  return said.sequences.map(({ name, last, isCalled }) => ({
    outcome: there.get(name) === `${last} ${isCalled}` ? 'same' : 'DIFFERENT',
    what: `sequence ${name}: at ${last}`,
  }))
}

/** Said one by one where they differ; where they do not, how many there are. */
export function compareRights(
  said: Pick<Measurement, 'rights'>,
  found: Pick<Measurement, 'rights'>,
  { isSameMajor = true, where = '' } = {},
): Compared[] {
  const words = ({ what, how }: Measurement['rights'][number]) => (isSameMajor ? `${what} ${how}` : what)
  const [before, after] = [said.rights.map(words), found.rights.map(words)]
  const [had, has] = [new Set(before), new Set(after)]
  const lost = before.filter(right => !has.has(right))
  const gained = after.filter(right => !had.has(right))
  const policies = said.rights.filter(({ what }) => what.startsWith('policy ')).length
  const lines: Compared[] = [
    ...lost.map((right): Compared => ({ outcome: 'DIFFERENT', what: `missing: ${right}` })),
    ...gained.map((right): Compared => ({ outcome: 'DIFFERENT', what: `too much: ${right}` })),
  ]
  if (lines.length === 0)
    lines.push({
      outcome: 'same',
      what: `${policies} row policies, and ${said.rights.length - policies} grants and settings of row security${where}`,
    })
  if (!isSameMajor)
    lines.push({
      outcome: 'not compared',
      what: 'the words of the policies: another major version of PostgreSQL writes them in another way',
    })
  return lines
}

function short(hash: string): string {
  return hash.slice(0, 16)
}
