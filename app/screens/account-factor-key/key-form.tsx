import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'

import { Button } from '~/ui/form/button'
import { PostForm } from '~/ui/form/post-form'
import { whyNot } from './page'

export interface KeyFormProps {
  id: string
  /** Asks the browser, which asks the person; what it answers is sent with the form. */
  ask: () => Promise<unknown>
  button: string
  /** Where else to turn, without a script or without a browser that can. */
  instead: ReactNode
  children?: ReactNode
}

/** A form that sends what a security key or passkey answers. Browsers ask for one by script alone. */
export function KeyForm({ id, ask, button, instead, children }: KeyFormProps) {
  const answer = useRef<HTMLInputElement>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const isAble = useAble()
  async function askFirst(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setFailure(null)
    try {
      const given = JSON.stringify(await ask())
      if (answer.current) answer.current.value = given
      form.submit()
    } catch (error) {
      setFailure(whyNot(error))
    }
  }
  if (isAble === false) return <NotAble instead={instead} />
  return (
    <>
      <noscript>
        <NotAble instead={instead} />
      </noscript>
      <div role="status" className="govuk-body">
        {failure !== null && <p className="govuk-error-message">{failure}</p>}
      </div>
      <PostForm id={id} noValidate onSubmit={event => void askFirst(event)} hidden={isAble === null}>
        {children}
        <input type="hidden" name="response" ref={answer} />
        <Button>{button}</Button>
      </PostForm>
    </>
  )
}

/** Null until a script runs. */
function useAble(): boolean | null {
  const [isAble, setAble] = useState<boolean | null>(null)
  useEffect(() => setAble('PublicKeyCredential' in window), [])
  return isAble
}

function NotAble({ instead }: Pick<KeyFormProps, 'instead'>) {
  return (
    <>
      <p className="govuk-body">
        A security key or passkey can be asked for only by a browser that knows them, with JavaScript switched
        on.
      </p>
      {instead}
    </>
  )
}
