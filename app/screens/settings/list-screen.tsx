import { INDICATORS } from '~/domain/traffic-light/indicator'
import { href } from '~/paths'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Table } from '~/ui/table'
import type { SettingsPage } from './facts.server'

/** The dated settings of the region. */
export function SettingsScreen({ groups }: SettingsPage) {
  return (
    <>
      <BackLink to="/administration">Administration</BackLink>
      <h1 className="govuk-heading-l">Settings</h1>
      <p className="tg-lede">
        A new one holds from its day on. What was due before stays as it was told; what is kept goes by the
        setting of the day.
      </p>
      {groups.map(({ caption, heading, lines }) => (
        <Lines key={caption} caption={caption} heading={heading} lines={lines} />
      ))}
      <p className="govuk-body">
        The thresholds of the{' '}
        <a className="govuk-link" href={href('unmet-need/traffic-light', {})}>
          traffic-light report
        </a>{' '}
        are set on the page of each indicator:
      </p>
      <ul className="govuk-list">
        {INDICATORS.map(({ code, name }) => (
          <li key={code}>
            <a className="govuk-link" href={href('unmet-need/thresholds/:indicator', { indicator: code })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Lines({ caption, heading, lines }: SettingsPage['groups'][number]) {
  return (
    <Table
      caption={caption}
      stacks
      rows={lines}
      rowKey={({ setting }) => setting}
      rowHeaders
      columns={[
        {
          heading,
          cell: ({ name, about, href: to }) => (
            <>
              <a className="govuk-link" href={to}>
                {name}
              </a>
              <div className="tg-quiet">{about}</div>
            </>
          ),
        },
        { heading: 'Holds today', cell: ({ now, since }) => `${now}, ${since}` },
        { heading: 'Then', cell: ({ next }) => next ?? 'No change is set' },
      ]}
    />
  )
}
