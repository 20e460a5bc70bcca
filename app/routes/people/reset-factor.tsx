import { useLoaderData } from '@remix-run/react'

import { resetFactors, resetSubject } from '~/domain/account/second-factor/reset-factors.server'
import { type GuardedArgs, guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { idFrom } from '~/http/params.server'
import { href } from '~/paths'
import { ResetScreen } from '~/screens/people-second-factor/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Reset second factor')

async function subjectOf({ context, viewer, params }: GuardedArgs<'administrator'>) {
  const subject = await resetSubject(context, viewer, idFrom(params, 'membershipId'))
  if (!subject) throw notFound()
  const { membershipId = '' } = params
  return { ...subject, membershipId, isSelf: subject.personId === viewer.personId }
}

export const loader = guarded('administrator', subjectOf)

export const action = guarded('administrator', async args => {
  const { context, viewer, params } = args
  const subject = await subjectOf(args)
  if (subject.isSelf) throw notFound()
  await resetFactors(context, viewer, subject)
  const membershipId = idFrom(params, 'membershipId')
  const person = href('people/:membershipId', { membershipId })
  return redirectSaying(context, person, 'The second factor is reset')
})

export default function ResetFactor() {
  return <ResetScreen {...useLoaderData<typeof loader>()} />
}
