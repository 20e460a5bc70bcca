import type { ReactNode } from 'react'

import { Button, type ButtonLook } from './button'
import { HiddenFields, type HiddenValues } from './hidden-fields'
import { PostForm } from './post-form'

export interface PostButtonProps {
  /** Where to post; left out, this page. */
  action?: string
  /** Hidden fields: idempotencyKey, version, intent … */
  values?: HiddenValues
  look?: ButtonLook
  about?: string
  children: ReactNode
}

/** A whole form that is one button: one tap, one post, no JavaScript. */
export function PostButton({ action, values = {}, look, about, children }: PostButtonProps) {
  return (
    <PostForm action={action} className="tg-post">
      <HiddenFields values={values} />
      <Button look={look} about={about}>
        {children}
      </Button>
    </PostForm>
  )
}
