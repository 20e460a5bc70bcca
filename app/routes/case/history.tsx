import { useLoaderData } from '@remix-run/react'

import { strikeChange } from '~/domain/case/history/strike-change.server'
import { strikeWords } from '~/domain/held/strike-words.server'
import { guarded, notFound } from '~/http/guard.server'
import { officerAction } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { differentBodyPage, struckPage } from '~/http/respond.server'
import { historyFor } from '~/screens/case-history/facts.server'
import { strikeSchema } from '~/screens/case-history/page'
import { CaseHistoryScreen } from '~/screens/case-history/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('What was corrected: case')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const found = await historyFor(context, viewer, idFrom(params, 'caseId'))
  if (!found) throw notFound()
  return found
})

/** Strikes an old value out that should never have been typed. */
export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: () => strikeSchema, needs: 'either' },
    (caseId, { value: { changeId = '', place, row }, sent }) =>
      place === undefined || row === undefined
        ? strikeChange(context, viewer, { caseId, changeId }, sent)
        : strikeWords(context, viewer, { caseId, place, row }, sent),
    {
      done: caseId => ({ to: `/cases/${caseId}/history`, says: ['It is struck out'] }),
      refused: {
        different: (_form, _, caseId) => {
          throw differentBodyPage({ text: 'Open the page again', href: `/cases/${caseId}/history` })
        },
        struck: (_form, struck, caseId) => {
          throw struckPage(struck, { text: 'Open the page again', href: `/cases/${caseId}/history` })
        },
      },
    },
  )
})

export default function CaseHistory() {
  return <CaseHistoryScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
