import type { ProfessionalPart } from '~/screens/service/page'
import { Tag } from '~/ui/tag'
import { LinedFacts } from './lined-facts'

/** Whom a service takes, criterion by criterion, in its own words, with its notes and how far it may be trusted. */
export function ServicePolicy({ policy, policyNotes, verified }: ProfessionalPart) {
  const stated = policy.flatMap(({ title, value }) => (value === null ? [] : [{ key: title, value }]))
  const notStated = policy.filter(criterion => criterion.value === null)
  return (
    <section aria-labelledby="policy">
      <h2 className="govuk-heading-m" id="policy">
        Policy, criterion by criterion
      </h2>
      <p className="govuk-body">
        <Verified {...verified} />
      </p>
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
