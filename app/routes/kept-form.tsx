import { useLoaderData } from '@remix-run/react'

import { findKeptForm } from '~/domain/account/kept-form.server'
import { keptReference } from '~/domain/account/kept-form-about.server'
import { keptLines, keptPage } from '~/screens/kept-form/page'
import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { Button } from '~/ui/form/button'
import { pageTitle } from '~/ui/page/page-title'
import { PostForm } from '~/ui/form/post-form'
import { SummaryList } from '~/ui/summary-list'
import { WarningText } from '~/ui/warning-text'

export { links } from '~/styles/work'

export const meta = () => pageTitle('What you typed')

export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const form = await findKeptForm(context, viewer, idFrom(params, 'formId'))
  if (!form) throw notFound()
  const reference = await keptReference(context.db, viewer, form.path)
  const about = [keptPage(form.path), reference].filter(each => each !== null).join(', ')
  return { ...form, about, lines: keptLines(form.fields, form.path), idempotencyKey: newIdempotencyKey() }
})

/** What somebody typed before their session ran out, to read again. It is sent when they say so, not before. */
export default function KeptForm() {
  const { path, fields, about, lines, idempotencyKey } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">What you typed has been kept</h1>
        <WarningText>It has not been sent. Your session ended before it arrived.</WarningText>
        {about !== '' && <h2 className="govuk-heading-m">{about}</h2>}
        <SummaryList rows={lines} />
        <PostForm action={path}>
          {fields.map(([name, value], position) => (
            <input key={`${position} ${name}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Button>Send it now</Button>
        </PostForm>
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
