import { Link } from '@remix-run/react'

import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import type { EntryLine } from './page'

/** How an entry stands: its sign and words say what its colour does. */
export function Standing({
  standing,
  isOverdue,
  isDone,
}: Pick<EntryLine, 'standing' | 'isOverdue' | 'isDone'>) {
  if (isOverdue)
    return (
      <Tag tone="red" sign="!">
        {standing}
      </Tag>
    )
  return isDone ? (
    <Tag tone="green" sign="✓">
      {standing}
    </Tag>
  ) : (
    <Tag>{standing}</Tag>
  )
}

const GAP = {
  heading: 'Gap',
  cell: (line: EntryLine) => (
    <>
      {line.subject}
      <br />
      <span className="tg-quiet">{line.place}</span>
    </>
  ),
}

function wordsColumn(heading: string) {
  return {
    heading,
    cell: (line: EntryLine) => (
      <Link className="govuk-link" to={`/actions/${line.id}`}>
        {line.words}
      </Link>
    ),
  }
}

const OWNER = { heading: 'Owner', cell: (line: EntryLine) => line.owner }
const STANDING = { heading: 'How it stands', cell: (line: EntryLine) => <Standing {...line} /> }

/** Actions, those due first before the others. */
export function ActionTable({ lines }: { lines: readonly EntryLine[] }) {
  return (
    <Table
      caption="Actions"
      columns={[
        wordsColumn('Action'),
        GAP,
        OWNER,
        { heading: 'Cost', cell: line => line.cost, numeric: true },
        { heading: 'Due', cell: line => line.due },
        STANDING,
      ]}
      rows={lines}
      rowKey={line => line.id}
      rowHeaders
      stacks
    />
  )
}

/** Issues and risks, the most severe first. */
export function ConcernTable({ lines }: { lines: readonly EntryLine[] }) {
  return (
    <Table
      caption="Issues and risks"
      columns={[
        wordsColumn('Issue or risk'),
        { heading: 'Kind', cell: line => line.nature },
        GAP,
        { heading: 'Severity', cell: line => line.severity },
        OWNER,
        STANDING,
      ]}
      rows={lines}
      rowKey={line => line.id}
      rowHeaders
      stacks
    />
  )
}
