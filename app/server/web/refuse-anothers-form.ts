import type { RequestHandler, Response } from 'express'
import type { AccountSecrets } from '~/domain/account/account-secrets.server'
import { drawnFor } from '~/domain/account/drawn-for.server'
import { DRAWN_FOR } from '~/ui/form/post-form'
import { anothersForm } from '~/ui/page/refusals'
import { sendPlainPage } from './plain-page'

/**
 * Refuses a form that was drawn for somebody else than who is signed in now: two people share a browser, and the window of the
 * first was left open. Nothing is done, and nothing of what was typed is shown: it may be another team's. Nor is it kept for the
 * second where their session has ended. A form without the mark was drawn for nobody.
 */
export function refuseAnothersForm(secrets: AccountSecrets): RequestHandler {
  return (_request, response, next) => {
    const { form, viewer, session, endedSession } = response.locals
    const marks = marksIn(form)
    const isOf = (personId: string) => marks.every(mark => mark === drawnFor(secrets, personId))
    if (viewer.kind === 'member' && session && !isOf(viewer.personId))
      return sendPlainPage(response, 409, anothersForm(session))
    // Who gave a password alone may hold no form of that person: without a mark nothing is kept for them.
    const isNobodys = endedSession?.how === 'half' && marks.length === 0
    if (endedSession && (isNobodys || !isOf(endedSession.personId))) response.locals.endedSession = null
    next()
  }
}

function marksIn(form: Response['locals']['form']): string[] {
  return form === null ? [] : new URLSearchParams(form.toString()).getAll(DRAWN_FOR)
}
