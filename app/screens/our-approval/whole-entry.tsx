import { TopicCard } from '~/screens/our-services-policy/topic-card'
import { SummaryList } from '~/ui/summary-list'
import { WarningText } from '~/ui/warning-text'
import type { Approval } from './facts.server'
import type { WholeEntry } from './whole-entry.server'

/** All that an approval publishes, as it would stand. */
export function WholeEntrySections({
  parts,
  provider,
  whole,
}: Pick<Approval, 'parts' | 'provider' | 'whole'>) {
  return (
    <>
      {parts.map(part => (
        <section key={part.title} aria-label={part.title}>
          <h2 className="govuk-heading-m">{part.title}</h2>
          <SummaryList rows={part.rows} />
        </section>
      ))}
      <Policy policy={whole.policy} />
      <Listed title="Rooms and beds" none="None is entered." rows={whole.rooms} />
      <Listed title="Runs to come" none="None is entered." rows={whole.runs} />
      <Places places={whole.places} provider={provider} />
    </>
  )
}

function Policy({ policy }: Pick<WholeEntry, 'policy'>) {
  if (policy === null) return null
  return (
    <section aria-labelledby="policy">
      <h2 className="govuk-heading-m" id="policy">
        Whom it takes: its policy
      </h2>
      {policy.statesNothing ? (
        <p className="govuk-body">
          No rule is stated: for everybody who is referred the answer would be to ring and ask.
        </p>
      ) : (
        <p className="govuk-body">{policy.verified.words}. What is not stated is left out.</p>
      )}
      {policy.topics
        .filter(({ rows }) => rows.some(({ value }) => value !== null))
        .map(topic => (
          <TopicCard key={topic.topic} {...topic} serviceId={policy.serviceId} mayState={false} />
        ))}
    </section>
  )
}

function Listed({
  title,
  none,
  rows,
}: {
  title: string
  none: string
  rows: readonly { key: string; value: string }[] | null
}) {
  if (rows === null) return null
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      {rows.length === 0 ? <p className="govuk-body">{none}</p> : <SummaryList rows={rows} />}
    </section>
  )
}

/** Where it is; of hidden places that there are some, and by whose grant they can be seen. */
export function Places({ places, provider }: Pick<WholeEntry, 'places'> & { provider: string }) {
  if (places.hidden !== null)
    return (
      <section aria-label="Hidden places">
        <h2 className="govuk-heading-m">Hidden places</h2>
        <p className="govuk-body">
          {HOW_MANY[places.hidden] ?? `${places.hidden} places are entered, and hidden`}. Where they are is
          read by those alone who keep this entry for {provider}: no editor and no list sees it. To check it,
          ask them.
        </p>
      </section>
    )
  return (
    <section aria-label="Places">
      <h2 className="govuk-heading-m">Places</h2>
      {places.hidesByApproval && (
        <WarningText>
          By what the entry says, its places are hidden once it is approved, until you have decided with the
          provider.
        </WarningText>
      )}
      {places.rows.length === 0 ? (
        <p className="govuk-body">None is entered.</p>
      ) : (
        <SummaryList rows={places.rows} />
      )}
    </section>
  )
}

const HOW_MANY: Readonly<Record<number, string>> = {
  0: 'No place is entered yet, and any that is entered is hidden',
  1: 'One place is entered, and hidden',
}
