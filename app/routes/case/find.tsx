import { useActionData } from '@remix-run/react'

import { findCases } from '~/domain/case/find/find-cases.server'
import { findSchema } from '~/domain/case/find/find-form'
import { guarded } from '~/http/guard.server'
import { parseForm } from '~/http/parse-form.server'
import { foundWords } from '~/screens/cases-find/page'
import { CasesFindScreen } from '~/screens/cases-find/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Find a case')

export const loader = guarded('officer', () => null)

/** What was found is the answer to the form itself: a name enters no address. */
export const action = guarded('officer', async ({ request, context, viewer }) => {
  const form = await parseForm(request, findSchema)
  if (!form.ok) return form.reply
  const { words } = form.value
  return { found: foundWords(await findCases(context, viewer, words)), typed: words }
})

export default function CasesFind() {
  return <CasesFindScreen sent={useActionData<typeof action>()} />
}
