import type { AppLoadContext } from '@remix-run/node'
import type { Viewer } from '@db/viewer'
import { browserFamily } from '~/domain/account/browser-family'
import { join, type JoinResult, type OpenedInvitation, openInvitation } from '~/domain/people/join.server'
import { joinKnownSchema, joinSchema, joinSelfSchema } from '~/domain/people/people-forms'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { notFound, refusalPage } from '~/http/respond.server'
import { sessionCookie } from '~/http/session-cookie'
import { startPageFor } from '~/screens/navigation'
import { isOver, JOIN_THROTTLED, OTHER, OVER, PASSWORD_WRONG } from './page'

const SCHEMAS = { new: joinSchema, known: joinKnownSchema, self: joinSelfSchema, other: joinSelfSchema }

/** An invitation that lets somebody in. @throws the page that is not there, or the one that says why it lets nobody in */
export async function openFor(
  context: AppLoadContext,
  viewer: Viewer,
  token: string,
): Promise<OpenedInvitation> {
  const invitation = await openInvitation(context, viewer, token)
  if (invitation === null) throw notFound()
  if (invitation.standing !== 'open') throw overPage(invitation.standing)
  return invitation
}

/** Joins as the form says, and leads the new session to its first page. */
export async function joinFor(context: AppLoadContext, viewer: Viewer, token: string, request: Request) {
  const { joiner } = await openFor(context, viewer, token)
  const form = await parseForm(request, SCHEMAS[joiner], { secretFields: ['password'] })
  if (!form.ok) return form.reply
  const asksFactor = joiner !== 'self' && !context.config.demonstration
  const input = {
    ...{ name: '', password: '' },
    ...form.value,
    address: context.clientAddress,
    browser: browserFamily(request.headers.get('user-agent')),
    previousSessionId: context.session?.id ?? context.halfSession?.id ?? null,
    secondFactor: asksFactor ? ('wanted' as const) : ('given' as const),
  }
  const result = await join(context, viewer, token, input)
  if (!result.ok) return refused(form, result)
  const { sessionId: id, organisationName } = result
  const answer = redirectSaying(
    { ...context, session: asksFactor ? null : { id } },
    asksFactor ? '/sign-in/second-factor' : startPageFor(result.role),
    `You have joined ${organisationName}`,
  )
  answer.headers.append('Set-Cookie', sessionCookie(context.config.publicOrigin, result.token))
  return answer
}

function refused(form: Pick<ParsedForm<unknown>, 'refuse'>, result: Extract<JoinResult, { ok: false }>) {
  if (result.reason === 'not_found') throw notFound()
  if (isOver(result.reason)) throw overPage(result.reason)
  if (result.reason === 'too_easy') return form.refuse('password', result.words)
  if (result.reason === 'throttled') return form.refuse('', JOIN_THROTTLED, 429)
  return result.reason === 'other' ? form.refuse('', OTHER, 409) : form.refuse('password', PASSWORD_WRONG)
}

function overPage(standing: keyof typeof OVER) {
  return refusalPage(409, { ...OVER[standing], link: { text: 'Sign in', href: '/sign-in' } })
}
