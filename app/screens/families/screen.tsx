import { Link } from '@remix-run/react'

import { PrintLink } from '~/ui/page/print-link'
import { Table } from '~/ui/table'
import { Tabs } from '~/ui/tabs'
import { Tag } from '~/ui/tag'
import type { ReachFigures } from './figures.server'
import type { FamiliesPage, ProgrammeLine } from './page'
import { Reach } from './reach'

interface FamiliesProps extends FamiliesPage {
  asOf: string
  reach: ReachFigures | null
}

/** The report on family programmes: what each prison loses, and what there is by place. */
export function FamiliesScreen({ by, sentence, asOf, losses, places, reach }: FamiliesProps) {
  return (
    <>
      <PrintLink />
      <h1 className="govuk-heading-l">Family programmes</h1>
      <p className="tg-lede">
        <strong className="tg-strong">{sentence}</strong> As the directory stood on {asOf}.
      </p>
      <h2 className="govuk-heading-m">Which prisons lose what</h2>
      <Losses losses={losses} />
      <Reach reach={reach} />
      <Tabs
        label="Programmes by"
        tabs={[
          { to: '/families', text: 'By prison', current: by === 'prison' },
          { to: '/families?by=authority', text: 'By authority', current: by === 'authority' },
        ]}
      />
      {places.map(({ place, name, sentence: about, lines }) => (
        <section key={place} aria-labelledby={`place-${place}`}>
          <h2 className="govuk-heading-m" id={`place-${place}`}>
            {name}
          </h2>
          <p className="govuk-body">{about}</p>
          {lines.length > 0 && <ProgrammeTable name={name} lines={lines} />}
        </section>
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href="/families.csv" download>
          Download all programmes (CSV)
        </a>
      </p>
      <p className="tg-quiet">
        What there is follows from what providers state in the directory, whom it reaches from published
        figures alone. A programme counts in every prison and authority it serves, so places must not be added
        up. “Children reached” is as its provider states it.
      </p>
    </>
  )
}

function Losses({ losses }: Pick<FamiliesPage, 'losses'>) {
  return (
    <dl className="tg-facts">
      {losses.flatMap(({ place, name, sentences }) => [
        <dt key={`${place} name`}>{name}</dt>,
        <dd key={place}>{sentences.join(' ')}</dd>,
      ])}
    </dl>
  )
}

function ProgrammeTable({ name, lines }: { name: string; lines: readonly ProgrammeLine[] }) {
  return (
    <Table
      caption={`Programmes, ${name}`}
      captionHidden
      columns={[
        { heading: 'Programme', cell: programmeCell },
        { heading: 'Places', cell: line => line.capacity, numeric: true },
        { heading: 'Taken', cell: line => line.taken, numeric: true },
        { heading: 'Waiting', cell: line => line.waiting, numeric: true },
        { heading: 'Children reached', cell: line => line.reach, numeric: true },
        { heading: 'ROTL', cell: line => line.rotl },
        { heading: 'Funder', cell: line => line.funder },
        { heading: 'Funding ends', cell: fundingCell },
      ]}
      rows={lines}
      rowKey={line => line.serviceId}
      rowHeaders
      stacks
    />
  )
}

function programmeCell(line: ProgrammeLine) {
  return (
    <>
      <Link className="govuk-link" to={`/services/${line.serviceId}`}>
        {line.name}
      </Link>
      <br />
      <span className="tg-quiet">{line.about}</span>
    </>
  )
}

function fundingCell({ fundingEnds, alert }: ProgrammeLine) {
  return (
    <>
      {fundingEnds}
      {alert && (
        <>
          <br />
          <Tag tone="amber" sign="!">
            {alert}
          </Tag>
        </>
      )}
    </>
  )
}
