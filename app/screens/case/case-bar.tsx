import type { ReactNode } from 'react'

export interface CaseBarFact {
  label: string
  value: ReactNode
}

/** The case a page is about, so that the officer never has to remember it: release, household, wants, what is unknown. */
export function CaseBar({ facts }: { facts: readonly CaseBarFact[] }) {
  return (
    <section className="tg-case-bar" aria-label="The case">
      <dl>
        {facts.map(fact => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
