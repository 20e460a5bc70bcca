import { Breadcrumbs } from '~/ui/page/breadcrumbs'
import { ErrorSummary } from '~/ui/form/error-summary'
import { PhoneLink } from '~/ui/phone-link'
import { PrintLink } from '~/ui/page/print-link'
import type { ServiceShown, SupplyCellPage } from './page'

/** What is behind one cell of supply: the answer, the services that make it, whom to ask, and what else there is. */
export function SupplyCellScreen(page: SupplyCellPage) {
  const { title, asked, stands, outcome, sign, words, beds, dates, back, services, others, problems } = page
  return (
    <>
      <Breadcrumbs crumbs={[{ text: 'Supply', to: back }, { text: title }]} />
      <ErrorSummary items={problems.map(text => ({ text }))} />
      <PrintLink />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="tg-lede">
        Asked: {asked}. {stands}
      </p>
      <p className={`tg-supply-answer tg-coverage__cell--${outcome}`}>
        <strong>
          <span aria-hidden="true">{sign} </span>
          {words}
        </strong>
        {[beds, dates]
          .filter(text => text !== '')
          .map(text => (
            <span key={text} className="tg-supply-answer__detail">
              {text}
            </span>
          ))}
      </p>
      {services.length > 0 && <ServiceList title="The services behind it" services={services} />}
      <WhatNext {...page} />
      {others.length > 0 && (
        <details className="govuk-details" open={services.length === 0}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Other housing of the area, which is another kind of place ({others.length})
            </span>
          </summary>
          <ServiceList title="Another kind of place" services={others} />
        </details>
      )}
    </>
  )
}

function ServiceList({ title, services }: { title: string; services: readonly ServiceShown[] }) {
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      <div className="tg-supply-services">
        {services.map(service => (
          <ServiceBehind key={service.id} {...service} />
        ))}
      </div>
    </section>
  )
}

function ServiceBehind({ name, href, about, outcome, sign, words, why, facts, phone }: ServiceShown) {
  return (
    <article className="tg-supply-service">
      <h3 className="govuk-heading-s">
        {href === null ? (
          `${name} (no longer listed)`
        ) : (
          <a className="govuk-link" href={href}>
            {name}
          </a>
        )}
      </h3>
      <p className="tg-supply-service__about">{about}</p>
      <p className="tg-supply-service__answer">
        <span className={`tg-coverage-key__answer tg-coverage__cell--${outcome}`}>
          <span aria-hidden="true">{sign} </span>
          {words}
        </span>{' '}
        {why}
      </p>
      <dl className="tg-facts">
        {facts.flatMap(fact => [
          <dt key={`${fact.term} term`}>{fact.term}</dt>,
          <dd key={fact.term}>{fact.words}</dd>,
        ])}
        <dt>Ask</dt>
        <dd>
          {phone === null ? 'No telephone number is listed' : <PhoneLink number={phone} about={name} />}
        </dd>
      </dl>
    </article>
  )
}

/** Who can change the answer, and where she may go meanwhile. */
function WhatNext({ outcome, elsewhere, here, councils }: SupplyCellPage) {
  return (
    <section aria-labelledby="what-next">
      <h2 className="govuk-heading-m" id="what-next">
        {outcome === 'none' || outcome === 'does_not_take' ? 'What else there is' : 'Whom to ask'}
      </h2>
      {(outcome === 'not_confirmed' || outcome === 'stale') && (
        <p className="govuk-body">
          The directory’s editors ask a provider what it has not said or verified, and enter its answer: tell
          them which service. Its own telephone number stands beside it.
        </p>
      )}
      <Leads title="The same in other areas" leads={elsewhere} />
      <Leads title="Here, asked otherwise" leads={here} />
      <h3 className="govuk-heading-s">The council’s housing options</h3>
      {councils.length === 0 && <p className="govuk-body">None is listed for this area.</p>}
      <ul className="govuk-list">
        {councils.map(({ name, phone, outOfHoursPhone, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {name}
            </a>
            {phone && (
              <>
                : <PhoneLink number={phone} about={name} />
              </>
            )}
            {outOfHoursPhone && (
              <>
                , out of hours <PhoneLink number={outOfHoursPhone} about={`${name} out of hours`} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Leads({ title, leads }: { title: string; leads: SupplyCellPage['here'] }) {
  if (leads.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      <ul className="govuk-list">
        {leads.map(({ text, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
