import type { ProfessionalPart } from '~/domain/service/service-page'
import { Tag } from '../tag'

/** Whom a service takes, criterion by criterion, in its own words, with its notes and who may trust it how far. */
export function ServicePolicy({ policy, policyNotes, verified }: ProfessionalPart) {
  const stated = policy.filter(criterion => criterion.value !== null)
  const notStated = policy.filter(criterion => criterion.value === null)
  return (
    <section aria-labelledby="policy">
      <h2 className="govuk-heading-m" id="policy">
        Whom it takes
      </h2>
      <p className="govuk-body">
        {verified.isCurrent ? (
          <Tag tone="green" sign="✓">
            Policy verified
          </Tag>
        ) : (
          <Tag tone="dashed" sign="!">
            Policy not verified
          </Tag>
        )}{' '}
        {verified.words}
      </p>
      {stated.length > 0 && (
        <dl className="tg-facts tg-facts--lined">
          {stated.map(({ title, value }) => (
            <div key={title} className="tg-facts__row">
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {notStated.length > 0 && (
        <p className="govuk-body">
          <strong>Not stated</strong>, which is not a no:{' '}
          {notStated.map(({ title }) => title.toLowerCase().replace(/\brosh\b/, 'RoSH')).join(', ')}.
        </p>
      )}
      {policyNotes.length > 0 && (
        <>
          <h3 className="govuk-heading-s">What else keeps people out</h3>
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
