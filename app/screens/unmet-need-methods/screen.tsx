import { href } from '~/paths'
import { Numbers } from '~/screens/unmet-need/chart-figure'
import { NeedTabs } from '~/screens/unmet-need/need-tabs'
import { SummaryList } from '~/ui/summary-list'
import type { MethodsPage } from './page'

export const TITLE = 'How unmet need is counted'

const CONTENTS = [
  ['measures', 'What is counted'],
  ['disclosure', 'How no woman is given away'],
  ['tables', 'Everything that is published'],
  ['limits', 'What the figures cannot tell'],
  ['comparators', 'Official figures to compare with'],
] as const

/** The methods page: definitions, disclosure control, the closed list, known limits. */
export function MethodsScreen({ page }: { page: MethodsPage }) {
  return (
    <>
      <NeedTabs current="unmet-need/methods" />
      <h1 className="govuk-heading-l">{TITLE}</h1>
      <p className="tg-lede">
        The unit is a release to the community, from court and after recall too. Transfers, deportations and
        deaths are counted apart. A woman released twice is two releases and one woman: releases are printed,
        and how many women stand behind a number decides whether it is.
      </p>
      <ul className="govuk-list">
        {CONTENTS.map(([id, text]) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <Measures page={page} />
      <Disclosure page={page} />
      <Limits page={page} />
      <p className="govuk-body">
        <a className="govuk-link" href={href('unmet-need', {})}>
          The figures
        </a>
      </p>
    </>
  )
}

function Measures({ page }: { page: MethodsPage }) {
  return (
    <section aria-labelledby="measures">
      <h2 className="govuk-heading-m" id="measures">
        What is counted
      </h2>
      {page.measures.map(({ id, name, definition, lines }) => (
        <section key={id} aria-labelledby={id}>
          <h3 className="govuk-heading-s" id={id}>
            {id} {name}
          </h3>
          <p className="govuk-body">{definition}</p>
          <SummaryList rows={lines.map(([key, value]) => ({ key, value }))} />
        </section>
      ))}
    </section>
  )
}

function Disclosure({ page }: { page: MethodsPage }) {
  return (
    <section aria-labelledby="disclosure">
      <h2 className="govuk-heading-m" id="disclosure">
        How no woman is given away
      </h2>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        {page.steps.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ol>
      <h2 className="govuk-heading-m" id="tables">
        Everything that is published
      </h2>
      <Numbers caption="Tables that are published" headings={['Table', 'For', 'Counts']} rows={page.tables} />
    </section>
  )
}

function Limits({ page }: { page: MethodsPage }) {
  return (
    <section aria-labelledby="limits">
      <h2 className="govuk-heading-m" id="limits">
        What the figures cannot tell
      </h2>
      {page.limits.map(({ title, text }) => (
        <p className="govuk-body" key={title}>
          <strong>{title}.</strong> {text}
        </p>
      ))}
      <h2 className="govuk-heading-m" id="comparators">
        Official figures to compare with
      </h2>
      <Numbers
        caption="Official figures"
        headings={['Figure', 'Of', 'Share', 'Beside']}
        rows={page.comparators.map(({ name, of, percent, measure }) => [name, of, percent, measure])}
      />
    </section>
  )
}
