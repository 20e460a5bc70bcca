import { Link } from '@remix-run/react'

import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import type { ActionShown, FigureShown, IndicatorLine } from './indicator-line'
import type { ConcernLine } from './page'

const LIGHTS = {
  green: { tone: 'green', sign: '✓', word: 'Green' },
  amber: { tone: 'amber', sign: '~', word: 'Amber' },
  red: { tone: 'red', sign: '!', word: 'Red' },
  grey: { tone: 'dashed', sign: '?', word: 'Grey' },
} as const

const ARROWS = { better: '▲', worse: '▼', more: '+', less: '−', same: '=' } as const

/** Every indicator with its light, its direction, its tolerance, and who does what about it. */
export function ReportTable({ lines, mayRecord }: { lines: readonly IndicatorLine[]; mayRecord: boolean }) {
  return (
    <Table
      caption="Indicators"
      captionHidden
      stacks
      rows={lines}
      rowKey={line => line.code}
      rowHeaders
      columns={[
        { heading: 'Indicator', cell: line => line.name },
        { heading: 'Now', cell: line => <Figure {...line.now} /> },
        { heading: 'Before', cell: line => <Figure {...line.before} /> },
        { heading: 'Direction', cell: line => <Way {...line.direction} /> },
        { heading: 'Light', cell: line => <LightShown {...line} /> },
        { heading: 'Tolerance', cell: line => <Tolerance {...line} /> },
        {
          heading: 'Owner',
          cell: ({ actions }) => <Each actions={actions} say={action => action.owner} />,
        },
        { heading: 'Action', cell: line => <Actions {...line} mayRecord={mayRecord} /> },
        { heading: 'Due', cell: ({ actions }) => <Each actions={actions} say={dueWords} /> },
        { heading: 'Escalation', cell: line => line.escalation ?? 'None' },
      ]}
    />
  )
}

function Figure({ figure, of, when }: FigureShown) {
  return (
    <>
      <strong>{figure}</strong> <span className="tg-quiet">{of}</span>
      {when && <span className="tg-quiet"> ({when})</span>}
    </>
  )
}

function Way({ way, words, caution }: IndicatorLine['direction']) {
  return (
    <>
      {way && <span aria-hidden="true">{ARROWS[way]} </span>}
      {words}
      {caution && <span className="tg-quiet"> ({caution})</span>}
    </>
  )
}

/** The word and the sign say what the colour does. */
function LightShown({ light, because }: Pick<IndicatorLine, 'light' | 'because'>) {
  const { tone, sign, word } = LIGHTS[light ?? 'grey']
  return (
    <>
      <Tag tone={tone} sign={sign}>
        {word}
      </Tag>
      {because && <span className="tg-quiet"> {because}</span>}
    </>
  )
}

function Tolerance({ tolerance, thresholdHref, name }: IndicatorLine) {
  if (thresholdHref === null) return 'None: it is not rated'
  return (
    <Link className="govuk-link" to={thresholdHref}>
      {tolerance}
      <span className="govuk-visually-hidden">: threshold of {name}</span>
    </Link>
  )
}

function Actions({
  actions,
  addHref,
  name,
  mayRecord,
}: Pick<IndicatorLine, 'actions' | 'addHref' | 'name'> & { mayRecord: boolean }) {
  return (
    <>
      {actions.map(({ id, words }) => (
        <div key={id}>
          <Link className="govuk-link" to={`/actions/${id}`}>
            {words}
          </Link>
        </div>
      ))}
      {mayRecord && (
        <Link className="govuk-link tg-traffic__add" to={addHref}>
          Add an action<span className="govuk-visually-hidden"> for: {name}</span>
        </Link>
      )}
    </>
  )
}

function Each({ actions, say }: { actions: readonly ActionShown[]; say: (action: ActionShown) => string }) {
  return actions.length === 0 ? '–' : actions.map(action => <div key={action.id}>{say(action)}</div>)
}

function dueWords({ due, isOverdue }: ActionShown): string {
  return isOverdue ? `${due} (overdue)` : due
}

/** What is open of issues and risks, the most severe first. */
export function ConcernTable({ concerns }: { concerns: readonly ConcernLine[] }) {
  return (
    <Table
      caption="Issues and risks"
      captionHidden
      stacks
      rows={concerns}
      rowKey={concern => concern.id}
      rowHeaders
      columns={[
        {
          heading: 'Issue or risk',
          cell: ({ id, words }) => (
            <Link className="govuk-link" to={`/actions/${id}`}>
              {words}
            </Link>
          ),
        },
        { heading: 'Kind, severity', cell: ({ kind }) => kind },
        { heading: 'Where', cell: ({ place }) => place },
        { heading: 'Owner', cell: ({ owner }) => owner },
      ]}
    />
  )
}
