import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { askedParams } from './asked'
import type { AuditPage } from './facts.server'

/** Who read this person, what did this person read: every read and every change, the latest first. */
export function AuditScreen({ page }: { page: AuditPage }) {
  const { problems, lines, isNothing, words, paging, typed, fileHref } = page
  return (
    <>
      <BackLink to="/administration">Administration</BackLink>
      <ErrorSummary items={problems.map(({ field, message }) => ({ fieldId: field, text: message }))} />
      <h1 className="govuk-heading-l">Audit</h1>
      <p className="tg-lede">
        Every time somebody reads a person, and every change. A person in prison stands here by reference
        alone. That you read this is written down as well.
      </p>
      <AuditForm page={page} />
      {isNothing && (
        <p className="govuk-body">
          Nothing of that kind is written down. Ask for more days, or for everybody.
        </p>
      )}
      {lines.length > 0 && (
        <>
          {words && <p className="govuk-body">{words}</p>}
          <Lines lines={lines} />
          <p className="govuk-body">
            <a className="govuk-link" href={fileHref} download>
              Download what was found (CSV)
            </a>
          </p>
        </>
      )}
      {paging && (
        <Pagination
          label="Audit"
          {...paging}
          hrefOf={each => `/administration/audit${askedParams(typed, each)}`}
        />
      )}
    </>
  )
}

function AuditForm({ page: { typed, problems, people, kinds } }: { page: AuditPage }) {
  const errorsOf = (field: string) => problems.filter(each => each.field === field).map(each => each.message)
  return (
    <form method="get" action="/administration/audit" className="tg-asked">
      <TextInput
        id="reference"
        name="reference"
        label="A case or a referral"
        hint="Its reference, such as C-1024: who read this person"
        width={10}
        defaultValue={typed.reference}
        errors={errorsOf('reference')}
      />
      <Select
        id="person"
        name="person"
        label="A colleague"
        hint="What this person read and did"
        options={people}
        emptyText="Everybody"
        defaultValue={typed.person}
      />
      <Select
        id="kind"
        name="kind"
        label="What was done"
        options={kinds}
        emptyText="Everything"
        defaultValue={typed.kind}
      />
      <TextInput
        id="from"
        name="from"
        label="From"
        hint="Such as 28 3 2026"
        width={10}
        defaultValue={typed.from}
        errors={errorsOf('from')}
      />
      <TextInput
        id="until"
        name="until"
        label="To"
        hint="That day included"
        width={10}
        defaultValue={typed.until}
        errors={errorsOf('until')}
      />
      <Button>Show</Button>
    </form>
  )
}

function Lines({ lines }: Pick<AuditPage, 'lines'>) {
  return (
    <Table
      caption="What was read and done"
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      rowHeaders
      stacks
      columns={[
        { heading: 'Did', cell: ({ did, what }) => (what ? `${did}: ${what}` : did) },
        { heading: 'When', cell: ({ at, when }) => <time dateTime={at}>{when}</time> },
        {
          heading: 'Who',
          cell: ({ who, personHref }) =>
            personHref ? (
              <a className="govuk-link" href={personHref}>
                {who}
              </a>
            ) : (
              who
            ),
        },
        { heading: 'For', cell: ({ organisation }) => organisation ?? '' },
      ]}
    />
  )
}
