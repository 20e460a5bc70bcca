import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { fieldOf, formStateOf } from '~/ui/form/form-value'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'

export const FIND_FORM = 'find'

/** The box that finds a case of the team. It posts: what is typed is a person's, and enters no address. */
export function FindForm({ submission, typed }: { submission?: SubmissionResult<string[]>; typed?: string }) {
  const form = formStateOf(FIND_FORM, submission, { words: typed ?? '' })
  return (
    <PostForm id={form.formId} action="/cases/find" className="tg-find" noValidate>
      <TextInput
        {...fieldOf(form, 'words')}
        label="Find a case by name, prison number, CRN or reference"
        width={20}
        autoComplete="off"
        spellCheck={false}
      />
      <Button look="secondary">Find</Button>
    </PostForm>
  )
}
