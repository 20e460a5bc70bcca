import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { personSchema } from '~/domain/case/record/person-form'
import { correctPerson } from '~/domain/casework/correct-person.server'
import { guarded } from '~/http/guard.server'
import { comparing, officerAction, onOpenCase, saying, sentBefore } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { CASE_DONE, savedWords } from '~/screens/case/page'
import { askingWhoIsTold } from '~/screens/case-answers/asking.server'
import type { Existing } from '~/screens/case-new/existing-case'
import { ALREADY_OPEN, ANOTHER_NUMBER, elsewhereWords } from '~/screens/case-new/page'
import { basicsFor } from '~/screens/case-person/facts.server'
import { NOT_CORRECTED, personLines } from '~/screens/case-person/page'
import { CasePersonScreen } from '~/screens/case-person/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Correct the person: case')

export const loader = guarded('officer', args => onOpenCase(args, basicsFor))

export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: personSchema, lines: form => (form.ok ? personLines(form.value) : form.typed) },
    (caseId, { value: person, version, passOn, sent }) =>
      correctPerson(context, viewer, { caseId, version: version ?? 0, person, passOn }, sent),
    {
      done: (caseId, { affected }) => ({
        to: `/cases/${caseId}`,
        says: savedWords(CASE_DONE.corrected, affected),
      }),
      refused: {
        unchanged: saying('name', NOT_CORRECTED.unchanged),
        stale: form => comparing(form, NOT_CORRECTED.stale),
        already_open: (form, { caseId }) =>
          besideOpen(form.refuse('prisonNumber', ALREADY_OPEN, 409), { caseId, isSure: true }),
        another_number: (form, { caseId }) =>
          besideOpen(form.refuse('anotherPerson', ANOTHER_NUMBER, 409), { caseId, isSure: false }),
        open_elsewhere: (form, { prison }) => form.refuse('openElsewhere', elsewhereWords(prison)),
        too_young: (form, { problem }) => form.refuse('dateOfBirth.year', problem),
        pass_on_unanswered: (form, refusal) => askingWhoIsTold(form, refusal),
        different: sentBefore,
      },
    },
  )
})

/** The form as it came, beside the other open case. */
function besideOpen<Submission>(refused: { data: { submission: Submission } }, existing: Existing) {
  return data({ submission: refused.data.submission, existing }, { status: 409 })
}

export default function CasePerson() {
  return <CasePersonScreen {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}

export { RefusalBoundary as ErrorBoundary }
