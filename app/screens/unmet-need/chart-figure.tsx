import { Bars } from '~/ui/chart/bars'
import { Chart } from '~/ui/chart/chart'
import { Stacks } from '~/ui/chart/stacks'
import { Trend } from '~/ui/chart/trend'
import { Table } from '~/ui/table'
import { NoteLink } from './note-link'
import type { ChartShown, Picture } from './chart-shown'

/** One chart of a page of figures. */
export function ChartFigure({ chart }: { chart: ChartShown }) {
  const { id, title, sentence, measure, picture, headings, rows } = chart
  return (
    <Chart
      id={id}
      title={title}
      sentence={
        <>
          {sentence} <NoteLink measure={measure} />
        </>
      }
      table={<Numbers caption={title} headings={headings} rows={rows} />}
    >
      <Drawing picture={picture} />
    </Chart>
  )
}

function Drawing({ picture }: { picture: Picture }) {
  if (picture.kind === 'bars') return <Bars bars={picture.bars} besideHeading={picture.besideHeading} />
  if (picture.kind === 'stacks') return <Stacks stacks={picture.stacks} />
  return <Trend trend={picture.trend} missing={picture.missing} />
}

/** Printed numbers as a table, the first column its row headers. */
export function Numbers({
  caption,
  headings,
  rows,
}: {
  caption: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      rowHeaders
      rows={rows}
      rowKey={row => row[0] ?? ''}
      columns={headings.map((heading, at) => ({
        heading,
        numeric: at > 0,
        cell: (row: readonly string[]) => row[at] ?? '',
      }))}
    />
  )
}
