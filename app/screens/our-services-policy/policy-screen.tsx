import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { StrikeInHistory } from '~/screens/record-history/strike-in-history'
import { ActionCard } from '~/ui/card'
import { PostButton } from '~/ui/form/post-button'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Tag } from '~/ui/tag'
import { WarningText } from '~/ui/warning-text'
import type { PolicyFacts } from './facts.server'
import { TurnedAwayNote } from './turned-away-note'
import { TopicCard } from './topic-card'

/** The whole policy of one service, topic by topic, and the one button that says it is still right. */
export function PolicyScreen(page: PolicyFacts) {
  const { serviceId, name, topics, isUnreadable, mayState } = page
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services/:serviceId', { serviceId })}>Back to the entry</BackLink>
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">Policy: whom you take</h1>
        {isUnreadable && (
          <WarningText>
            What is kept of this policy cannot be read, so referrers see nothing of it as stated. State each
            topic again.
          </WarningText>
        )}
        <Standing {...page} />
        {topics.some(({ rows }) => rows.some(row => row.turnedAway !== null)) && <TurnedAwayNote />}
        {topics.map(topic => (
          <TopicCard key={topic.topic} {...topic} serviceId={serviceId} mayState={mayState} />
        ))}
        {mayState && (
          <p className="govuk-body">
            <Link className="govuk-link" to={href('imports', {})}>
              Policies by file, in and out
            </Link>
          </p>
        )}
        <History {...page} />
      </div>
    </div>
  )
}

function Standing({ verified, mayState, statesNothing, carried }: PolicyFacts) {
  return (
    <ActionCard title="Is all of it still right?" isPrinted>
      <p className="govuk-body">
        {verified.isCurrent ? (
          <Tag tone="green" sign="✓">
            {verified.words}
          </Tag>
        ) : (
          <>
            <Tag tone="dashed" sign="!">
              not verified
            </Tag>{' '}
            {verified.words}
          </>
        )}
      </p>
      <p className="govuk-body">
        90 days after it was last verified, every referrer is told to ask before they rely on it. What is not
        stated is never read as a no: they ring to ask.
      </p>
      {mayState && statesNothing && (
        <p className="govuk-body">
          Nothing is stated yet, so there is nothing to verify. State whom you take below, then verify it.
        </p>
      )}
      {mayState && !statesNothing && <PostButton values={carried}>Still right: verify</PostButton>}
    </ActionCard>
  )
}

function History({ history, serviceId, mayState }: Pick<PolicyFacts, 'history' | 'serviceId' | 'mayState'>) {
  if (history.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        What it said before
      </h2>
      <HistoryTable
        caption="Changes of this policy, the latest first"
        entries={history.map(({ lines, ...entry }) => ({
          ...entry,
          what: lines.map(line => <div key={line}>{line}</div>),
        }))}
      />
      {mayState && <StrikeInHistory serviceId={serviceId} />}
    </section>
  )
}
