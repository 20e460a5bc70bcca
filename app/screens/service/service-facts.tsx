import type { ServicePage } from '~/screens/service/page'
import { LinedFacts } from './lined-facts'

/** Support, access and money of a service that is no programme. Money only where one lives there. */
export function ServiceFacts({ service }: { service: ServicePage }) {
  return (
    <div className="tg-pair">
      <section aria-labelledby="support">
        <h2 className="govuk-heading-m" id="support">
          Support and access
        </h2>
        <LinedFacts rows={service.support} />
      </section>
      {service.money.length > 0 && (
        <section aria-labelledby="money">
          <h2 className="govuk-heading-m" id="money">
            Money
          </h2>
          <LinedFacts rows={service.money} />
        </section>
      )}
    </div>
  )
}
