import { BackLink } from '~/ui/page/breadcrumbs'
import { Table } from '~/ui/table'
import type { SettingsPage } from './facts.server'

/** The dated settings of the region. */
export function SettingsScreen({ lines }: SettingsPage) {
  return (
    <>
      <BackLink to="/administration">Administration</BackLink>
      <h1 className="govuk-heading-l">Settings</h1>
      <p className="tg-lede">
        Limits of the referral’s steps. A new one holds from its day on: what was due before stays as it was
        told.
      </p>
      <Table
        caption="Time limits"
        rows={lines}
        rowKey={({ setting }) => setting}
        rowHeaders
        columns={[
          {
            heading: 'Step',
            cell: ({ name, about, href: to }) => (
              <>
                <a className="govuk-link" href={to}>
                  {name}
                </a>
                <br />
                <span className="tg-quiet">{about}</span>
              </>
            ),
          },
          { heading: 'Holds today', cell: ({ now, since }) => `${now}, ${since}` },
          { heading: 'Then', cell: ({ next }) => next ?? 'No change is set' },
        ]}
      />
    </>
  )
}
