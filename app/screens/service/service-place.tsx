import type { ServicePage } from '~/screens/service/page'

/** Where a service is, as far as that is shown, and the areas it covers. */
export function ServicePlace({ service }: { service: ServicePage }) {
  const { isConfidential, sites, areaNames } = service
  return (
    <section aria-labelledby="where">
      <h2 className="govuk-heading-m" id="where">
        Where
      </h2>
      {isConfidential && (
        <p className="govuk-inset-text">
          The address is confidential. What is shown here is the area the service covers, not where it is.
        </p>
      )}
      {sites.length > 0 && (
        <ul className="govuk-list">
          {sites.map(site => (
            <li key={`${site.name} ${site.address}`}>
              <strong>{site.name}</strong>
              {site.address && `, ${site.address}`}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        {areaNames.length === 0 ? 'Areas covered: not stated.' : `Areas covered: ${areaNames.join(', ')}.`}
      </p>
    </section>
  )
}
