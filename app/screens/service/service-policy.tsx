import type { ProfessionalPart } from '~/screens/service/page'
import { href } from '~/paths'
import { Tag } from '~/ui/tag'
import { LinedFacts } from './lined-facts'

/** Whom a service takes, criterion by criterion, in its own words, with its notes and how far it may be trusted. */
export function ServicePolicy({ policy, policyNotes, verified }: ProfessionalPart) {
  const stated = policy.flatMap(({ title, value, turnedAway }) =>
    value === null ? [] : [{ key: title, value, below: turnedAway }],
  )
  const isCounted = stated.some(({ below }) => below !== null)
  const notStated = policy.filter(criterion => criterion.value === null)
  return (
    <section aria-labelledby="policy">
      <h2 className="govuk-heading-m" id="policy">
        Policy, criterion by criterion
      </h2>
      <p className="govuk-body">
        <Verified {...verified} />
      </p>
      {isCounted && <WhoIsTurnedAway />}
      {stated.length > 0 && <LinedFacts rows={stated} />}
      {notStated.length > 0 && (
        <p className="govuk-body">
          <strong>Not stated</strong>, which is not a no: {notStated.map(({ title }) => title).join(' · ')}
        </p>
      )}
      {policyNotes.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Also said of whom they take, in the provider’s words</h3>
          <ul className="govuk-list govuk-list--bullet">
            {policyNotes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** For those who run it alone. */
function WhoIsTurnedAway() {
  return (
    <p className="govuk-body">
      Beside a criterion that can say no, only those who run this service read who it turns away. It is
      counted of every place to live in the region that states the same, and not of this one:{' '}
      <a className="govuk-link" href={`${href('unmet-need/methods', {})}#limits`}>
        how it is counted
      </a>
      .
    </p>
  )
}

function Verified({ words, isCurrent }: ProfessionalPart['verified']) {
  if (isCurrent) {
    return (
      <Tag tone="green" sign="✓">
        {words}
      </Tag>
    )
  }
  return (
    <>
      <Tag tone="dashed" sign="!">
        not verified
      </Tag>{' '}
      {words}
    </>
  )
}
