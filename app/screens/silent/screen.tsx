import { EmptyState } from '~/ui/card'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PrintLink } from '~/ui/page/print-link'
import { PhoneLink } from '~/ui/phone-link'
import { Table } from '~/ui/table'
import type { SilentPage } from './facts.server'

/** Services nobody has heard of: what is not known, for how long, and whom to ring. */
export function SilentScreen({ lines }: SilentPage) {
  return (
    <>
      <BackLink to="/administration">Administration</BackLink>
      <PrintLink />
      <h1 className="govuk-heading-l">Silent services</h1>
      <p className="tg-lede">
        Officers read “not confirmed: ring” for these, and they count as no supply. Reminders went to the
        team’s address; ring those that stay silent.
      </p>
      {lines.length === 0 ? (
        <EmptyState title="Every service is confirmed and verified">
          <p className="govuk-body">
            A service comes here once its vacancies are not confirmed any more, or its policy was not verified
            for 90 days.
          </p>
        </EmptyState>
      ) : (
        <Table
          caption={
            lines.length === 1 ? '1 silent service' : `${lines.length} silent services, silent longest first`
          }
          rows={lines}
          rowKey={({ id }) => id}
          rowHeaders
          stacks
          columns={[
            {
              heading: 'Service',
              cell: ({ id, name, provider }) => (
                <>
                  <a className="govuk-link" href={`/services/${id}`}>
                    {name}
                  </a>
                  <br />
                  <span className="tg-quiet">{provider}</span>
                </>
              ),
            },
            { heading: 'Vacancies', cell: ({ vacancies }) => vacancies ?? 'Confirmed' },
            { heading: 'Policy', cell: ({ policy }) => policy ?? 'Verified' },
            {
              heading: 'Ring',
              cell: ({ phone }) => (phone ? <PhoneLink number={phone} /> : 'No number stated'),
            },
          ]}
        />
      )}
    </>
  )
}
