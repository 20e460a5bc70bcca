import { useLoaderData } from '@remix-run/react'

import { findKeptForm } from '~/domain/kept-form/kept-form.server'
import { keptReference, keptReferrals } from '~/domain/kept-form/kept-form-about.server'
import { keptLines, keptPage, referralsAskedOf } from '~/screens/kept-form/page'
import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { KeptFormScreen } from '~/screens/kept-form/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('What you typed')

export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const form = await findKeptForm(context, viewer, idFrom(params, 'formId'))
  if (!form) throw notFound()
  const reference = await keptReference(context.db, viewer, form.path)
  const about = [keptPage(form.path), reference].filter(each => each !== null).join(', ')
  const referrals = await keptReferrals(context.db, viewer, referralsAskedOf(form.fields))
  const lines = keptLines(form.fields, form.path, referrals)
  return { ...form, about, lines, idempotencyKey: newIdempotencyKey() }
})

export default function KeptForm() {
  return <KeptFormScreen {...useLoaderData<typeof loader>()} />
}
