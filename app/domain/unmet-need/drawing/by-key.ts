/** Rows by a key, each made into what is wanted of it, in the order they came. */
export function byKey<Row, Made>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  make: (row: Row) => Made,
): ReadonlyMap<string, Made[]> {
  const found = new Map<string, Made[]>()
  for (const row of rows) {
    const those = found.get(keyOf(row)) ?? []
    those.push(make(row))
    found.set(keyOf(row), those)
  }
  return found
}
