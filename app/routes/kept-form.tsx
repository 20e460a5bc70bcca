import { useLoaderData } from '@remix-run/react'

import { findKeptForm } from '~/domain/account/kept-form.server'
import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { SummaryList } from '~/ui/summary-list'
import { WarningText } from '~/ui/warning-text'

export { links } from '~/styles/work'

export const meta = () => pageTitle('What you typed')

export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const form = await findKeptForm(context, viewer, idFrom(params, 'formId'))
  if (!form) throw notFound()
  return { ...form, idempotencyKey: newIdempotencyKey() }
})

/** What somebody typed before their session ran out, to read again. It is sent when they say so, not before. */
export default function KeptForm() {
  const { path, fields, idempotencyKey } = useLoaderData<typeof loader>()
  const readable = fields.filter(([name, value]) => value !== '' && !CARRIED.test(name) && !ID.test(value))
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">What you typed has been kept</h1>
        <WarningText>It has not been sent. Your session ended before it arrived.</WarningText>
        <SummaryList rows={readable.map(([name, value]) => ({ key: inWords(name), value }))} />
        <form method="post" action={path}>
          {fields.map(([name, value], position) => (
            <input key={`${position} ${name}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Button>Send it now</Button>
        </form>
        <p className="govuk-body">
          <a className="govuk-link" href={path}>
            Open the page again instead
          </a>
          , and type it afresh. What is kept here goes after an hour.
        </p>
      </div>
    </div>
  )
}

/** Fields a page carries for itself. */
const CARRIED = /^(version|intent|step)$/
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** 'releaseDate.day' → 'Release date day' */
function inWords(name: string): string {
  const words = name
    .replace(/[.[\]_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
