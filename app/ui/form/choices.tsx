import type { ReactNode } from 'react'

import { FieldError, type FieldProps, FormGroup, Hint, describedBy } from './form-group'
import { Fieldset } from './fieldset'

export interface Choice {
  value: string
  text: string
  hint?: string
  /** 'or' before the last choice: 'Not known yet', 'Prefer not to say'. */
  dividedBy?: string
  /** Asked with this choice. Always in sight, so that it works without JavaScript; say 'if so' in its label. */
  follows?: ReactNode
}

export interface ChoicesProps extends FieldProps {
  legend: string
  isPageHeading?: boolean
  choices: readonly Choice[]
  inline?: boolean
  small?: boolean
}

interface ChoiceListProps extends ChoicesProps {
  kind: 'radio' | 'checkbox'
  isChosen: (value: string) => boolean
}

const CLASSES = { radio: 'govuk-radios', checkbox: 'govuk-checkboxes' } as const

/** The list of radios or checkboxes under its legend. The first control carries the field's id, for the error summary. */
export function ChoiceList(props: ChoiceListProps) {
  const { id, kind, legend, isPageHeading, hint, errors, choices, inline, small } = props
  const base = CLASSES[kind]
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} isPageHeading={isPageHeading} describedBy={describedBy(props)}>
        {hint != null && <Hint id={id}>{hint}</Hint>}
        <FieldError id={id} errors={errors} />
        <div className={`${base}${inline ? ` ${base}--inline` : ''}${small ? ` ${base}--small` : ''}`}>
          {choices.map((choice, index) => (
            <ChoiceItem
              key={choice.value}
              {...props}
              choice={choice}
              itemId={index ? `${id}-${index + 1}` : id}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

function ChoiceItem({
  kind,
  name,
  choice,
  itemId,
  isChosen,
}: ChoiceListProps & { choice: Choice; itemId: string }) {
  const base = CLASSES[kind]
  return (
    <>
      {choice.dividedBy && <div className={`${base}__divider`}>{choice.dividedBy}</div>}
      <div className={`${base}__item`}>
        <input
          className={`${base}__input`}
          id={itemId}
          name={name}
          type={kind}
          value={choice.value}
          defaultChecked={isChosen(choice.value)}
          aria-describedby={choice.hint ? `${itemId}-item-hint` : undefined}
        />
        <label className={`govuk-label ${base}__label`} htmlFor={itemId}>
          {choice.text}
        </label>
        {choice.hint && (
          <div id={`${itemId}-item-hint`} className={`govuk-hint ${base}__hint`}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.follows && <div className={`${base}__conditional`}>{choice.follows}</div>}
    </>
  )
}
