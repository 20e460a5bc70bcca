import { useActionData } from '@remix-run/react'

import { findPerson } from '~/domain/held/held-person.server'
import { personFormSchema } from '~/domain/held/person-form'
import { guarded } from '~/http/guard.server'
import { parseForm } from '~/http/parse-form.server'
import { personFound } from '~/screens/administration-person/page'
import { AdministrationPersonScreen } from '~/screens/administration-person/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Everything held on one person')

export const loader = guarded('administrator', () => null)

/** What was found is the answer to the form itself: a number enters no address. */
export const action = guarded('administrator', async ({ request, context, viewer }) => {
  const form = await parseForm(request, personFormSchema)
  if (!form.ok) return form.reply
  const { number } = form.value
  return { found: personFound(await findPerson(context, viewer, number)), typed: number }
})

export default function AdministrationPerson() {
  return <AdministrationPersonScreen sent={useActionData<typeof action>()} />
}
