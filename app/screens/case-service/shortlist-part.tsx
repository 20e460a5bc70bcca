import { ShortlistButton } from '~/screens/case-search/shortlist-button'
import { NoteField } from '~/screens/case-shortlisted/note-field'
import { Actions, Button } from '~/ui/form/button'
import { formStateOf } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'

interface ShortlistPartProps {
  caseId: string
  id: string
  name: string
  listed: { note: string | null } | null
  /** This page. */
  back: string
  carried: { idempotencyKey: string }
}

/** Of the service's page: on the shortlist with its note, or the form that puts it there with one. */
export function ShortlistPart({ listed, carried, ...place }: ShortlistPartProps) {
  const { caseId, id, back } = place
  return (
    <section className="tg-card tg-screen-only" aria-labelledby="shortlist">
      <h2 className="tg-card__title" id="shortlist">
        {listed ? 'On the shortlist' : 'Shortlist'}
      </h2>
      {listed ? (
        <>
          {listed.note && <p className="govuk-body tg-typed">{listed.note}</p>}
          <Actions>
            <ShortlistButton {...place} isListed />
          </Actions>
        </>
      ) : (
        <PostForm action={`/cases/${caseId}/shortlist/${id}`} noValidate>
          <NoteField form={formStateOf('shortlist', null)} />
          <HiddenFields values={{ change: 'add', back, ...carried }} />
          <Button look="secondary">Add to shortlist</Button>
        </PostForm>
      )}
    </section>
  )
}
