import { Link } from '@remix-run/react'

import type { QueueLine, ReferralStanding } from '~/screens/cases/page'
import { classNames } from '~/ui/class-names'
import { Tag, type TagProps, TagList } from '~/ui/tag'

const LOOK: Record<ReferralStanding['tone'], Pick<TagProps, 'tone' | 'sign'>> = {
  settled: { tone: 'green', sign: '✓' },
  answer: { tone: 'blue', sign: '→' },
  waiting: {},
  none: {},
  'none-late': { tone: 'amber', sign: '!' },
}

const COLUMNS = ['Person', 'To release', 'Release day', 'Missing', 'Referrals', 'Next'] as const

export interface CaseQueueProps {
  title: string
  lines: readonly QueueLine[]
  /** The first group of the page shows the headings for all; columns stand under each other. */
  isFirst: boolean
}

/**
 * One group of the queue. On a narrow screen each row stands as a card with its headings said beside; the roles keep it
 * a table there for those who hear it.
 */
export function CaseQueue({ title, lines, isFirst }: CaseQueueProps) {
  return (
    <table
      className={classNames('govuk-table tg-queue', !isFirst && 'tg-queue--continued')}
      role="table"
      aria-label={title}
    >
      <colgroup>
        {COLUMNS.map(column => (
          <col key={column} />
        ))}
      </colgroup>
      <thead className="tg-queue__head" role="rowgroup">
        <tr role="row">
          {COLUMNS.map(column => (
            <th key={column} scope="col" role="columnheader" className="govuk-table__header">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(line => (
          <QueueRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function QueueRow({ line }: { line: QueueLine }) {
  return (
    <tr role="row" className="tg-queue__row">
      <th scope="row" role="rowheader" className="govuk-table__header tg-queue__person">
        <Link className="govuk-link" to={`/cases/${line.id}`}>
          {line.name}
        </Link>{' '}
        <span className="tg-queue__number">{line.prisonNumber}</span>
      </th>
      <td role="cell" className="govuk-table__cell tg-queue__days">
        {line.days}
      </td>
      <td role="cell" className="govuk-table__cell">
        {line.release}
      </td>
      <td role="cell" className="govuk-table__cell" data-heading="Missing">
        <Missing line={line} />
      </td>
      <td role="cell" className="govuk-table__cell" data-heading="Referrals">
        <TagList>
          {line.referrals.map(({ tone, text }) => (
            <Tag key={text} {...LOOK[tone]}>
              {text}
            </Tag>
          ))}
        </TagList>
      </td>
      <td role="cell" className="govuk-table__cell tg-queue__next" data-heading="Next">
        <Next line={line} />
      </td>
    </tr>
  )
}

function Next({ line }: { line: QueueLine }) {
  if (line.next.length === 0) return <>Nothing</>
  return (
    <ul className="govuk-list tg-queue__steps">
      {line.next.map(step => (
        <li key={step.text}>
          <Step step={step} name={line.name} />
          {step.stands && <span className="tg-quiet"> {step.stands}</span>}
        </li>
      ))}
    </ul>
  )
}

function Step({ step: { text, to, about }, name }: { step: QueueLine['next'][number]; name: string }) {
  if (to === null) return <>{text}</>
  return (
    <Link className="govuk-link" to={to}>
      {text}
      <span className="govuk-visually-hidden">
        {' '}
        {about} {name}
      </span>
    </Link>
  )
}

function Missing({ line }: { line: QueueLine }) {
  if (line.missing === 0) return <>Nothing</>
  return (
    <Link className="govuk-link" to={`/cases/${line.id}#missing`}>
      {line.missing} {line.missing === 1 ? 'answer' : 'answers'}
      <span className="govuk-visually-hidden"> missing for {line.name}</span>
    </Link>
  )
}
