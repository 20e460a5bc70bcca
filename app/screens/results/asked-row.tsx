import { ASKED_LABELS, type AskedFact, type AskedTopic, readsAlone } from '~/domain/service/asked-topics'
import { classNames } from '~/ui/class-names'

const SIGNS = { yes: '✓', no: '✕', ask: '?' }

export interface AskedRowProps {
  facts: readonly AskedFact[]
  /** What was searched for: coloured, which repeats what sign and word say. */
  sought?: readonly AskedTopic[]
}

/** What people ring to ask of a service: a row of small cells where there is room, a sentence on a phone. */
export function AskedRow({ facts, sought = [] }: AskedRowProps) {
  return (
    <dl className="tg-asked">
      {facts.map(fact => (
        <div key={fact.topic} className={classOf(fact, sought)}>
          <dt>{ASKED_LABELS[fact.topic]}</dt>
          <dd>
            {/* The sign stays on the line of its word. */}
            {fact.answer && <b aria-hidden="true">{`${SIGNS[fact.answer]}\u00a0`}</b>}
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function classOf(fact: AskedFact, sought: readonly AskedTopic[]): string | undefined {
  const isSought = fact.answer !== undefined && sought.includes(fact.topic)
  return (
    classNames(readsAlone(fact) && 'tg-asked__alone', isSought && `tg-asked__${fact.answer}`) || undefined
  )
}
