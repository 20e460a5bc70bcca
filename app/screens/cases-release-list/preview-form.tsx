import { Link } from '@remix-run/react'

import { DATE_CHANGE_CAUSE_LABELS } from '~/domain/case/record/person-case'
import { Actions, Button } from '~/ui/form/button'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { optionsOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Select } from '~/ui/form/select'
import type { ListAnswer } from './act.server'
import type { Preview } from './page'

interface PreviewFormProps {
  answer: ListAnswer
  preview: Preview
}

/** What a list would change, a tick a change. */
export function PreviewForm({ answer, preview }: PreviewFormProps) {
  const { groups, unchanged, women, men, more } = preview
  return (
    <>
      <p className="tg-lede">
        {women} {women === 1 ? 'woman' : 'women'} and {men} {men === 1 ? 'man' : 'men'} on the list.{' '}
        {unchanged} unchanged.
      </p>
      {groups.length === 0 ? (
        <p className="govuk-body">The list changes nothing.</p>
      ) : (
        <PostForm id="ticks" tabIndex={-1} noValidate>
          {groups.map(({ kind, title, lines }) => (
            <div key={kind} className="govuk-form-group">
              <fieldset className="govuk-fieldset">
                <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
                  {title}: {lines.length}
                </legend>
                <div className="govuk-checkboxes govuk-checkboxes--small">
                  {lines.map(line => (
                    <ChangeTick key={line.key} line={line} isTicked={answer.ticked.includes(line.key)} />
                  ))}
                </div>
              </fieldset>
            </div>
          ))}
          {more > 0 && (
            <p className="govuk-body">{more} changes more: send the file again once these are taken over.</p>
          )}
          <Select
            id="ticks-cause"
            name="cause"
            label="Why did days move?"
            options={optionsOf(DATE_CHANGE_CAUSE_LABELS)}
            defaultValue={answer.cause}
          />
          <HiddenFields
            values={{ change: 'apply', people: preview.people, idempotencyKey: answer.idempotencyKey }}
          />
          <Actions>
            <Button>Take over what is ticked</Button>
            <a className="govuk-link" href="/cases/release-list">
              Send another file
            </a>
          </Actions>
        </PostForm>
      )}
    </>
  )
}

function ChangeTick({
  line: { key, who, what, caseId, note },
  isTicked,
}: {
  line: Preview['groups'][number]['lines'][number]
  isTicked: boolean
}) {
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={`tick-${key}`}
        name="tick"
        type="checkbox"
        value={key}
        defaultChecked={isTicked}
        aria-describedby={`tick-${key}-hint`}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={`tick-${key}`}>
        {who}: {what}
      </label>
      <div id={`tick-${key}-hint`} className="govuk-hint govuk-checkboxes__hint">
        {note}{' '}
        {caseId && (
          <Link className="govuk-link" to={`/cases/${caseId}`}>
            Open the case<span className="govuk-visually-hidden"> of {who}</span>
          </Link>
        )}
      </div>
    </div>
  )
}
