export interface LinedFactsProps {
  rows: ReadonlyArray<{ key: string; value: string; below?: string | null }>
}

/** Facts a line each, for reading down; a value in lower case gets its capital here; `below` is said of it in smaller print. */
export function LinedFacts({ rows }: LinedFactsProps) {
  return (
    <dl className="tg-lined">
      {rows.map(({ key, value, below }) => (
        <div key={key} className="tg-lined__row">
          <dt>{key}</dt>
          <dd>
            {value}
            {below && <span className="tg-lined__below">{below}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
