import { createContext, type FormHTMLAttributes, useContext } from 'react'

/** The field that says for whom a form was drawn. */
export const DRAWN_FOR = 'drawnFor'

const DrawnForContext = createContext<string | null>(null)

/** Gives the forms of a page the mark of who is signed in; null for nobody. */
export const DrawnForProvider = DrawnForContext.Provider

/**
 * Every form that is posted. It says for whom it was drawn: sent after somebody else has signed in on the same browser, it is
 * refused before any route runs (app/server/web/refuse-anothers-form.ts).
 */
export function PostForm({ children, ...attributes }: FormHTMLAttributes<HTMLFormElement>) {
  const drawnFor = useContext(DrawnForContext)
  return (
    <form method="post" {...attributes}>
      {drawnFor !== null && <input type="hidden" name={DRAWN_FOR} value={drawnFor} />}
      {children}
    </form>
  )
}
