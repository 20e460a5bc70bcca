export interface LinedFactsProps {
  rows: ReadonlyArray<{ key: string; value: string }>
}

/** Facts a line each, for reading down; a value in lower case gets its capital here. */
export function LinedFacts({ rows }: LinedFactsProps) {
  return (
    <dl className="tg-lined">
      {rows.map(({ key, value }) => (
        <div key={key} className="tg-lined__row">
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
