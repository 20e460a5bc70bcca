import { data, redirect, type TypedResponse } from '@remix-run/node'
import { z } from 'zod'
import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { caseStanding } from '~/domain/case/record/case-access.server'
import type { DomainContext } from '~/domain/context'
import { type Day, londonDay } from '~/domain/time/calendar'
import type { GuardedArgs } from './guard.server'
import { type MessageLink, redirectSaying } from './message.server'
import { idFrom } from './params.server'
import { parseForm, type ParsedForm, type RefusedForm } from './parse-form.server'
import { notFound, refusalPage, SENT_BEFORE } from './respond.server'

type Outcome = { ok: true } | { ok: false; reason: string }
type Done<Result> = Extract<Result, { ok: true }>
type Refused<Result> = Extract<Result, { ok: false; reason: string }>
type For<Reason, Refusal extends { reason: string }> = Refusal extends unknown
  ? Reason extends Refusal['reason']
    ? Refusal
    : never
  : never

type Rung<Value, Refusal> = (form: ParsedForm<Value>, refusal: Refusal, caseId: string) => unknown

type Rungs<Value, Result> = {
  [Reason in Exclude<Refused<Result>['reason'], 'not_found'>]: Rung<Value, For<Reason, Refused<Result>>>
}

/**
 * The answer to every refusal of an act, a rung each or `otherwise` for the rest: the form again, or a page that is thrown. That
 * nothing is there is answered for all.
 */
type Ladder<Value, Result> =
  Rungs<Value, Result> | (Partial<Rungs<Value, Result>> & { otherwise: Rung<Value, Refused<Result>> })

/** Where an act that was done leads, and what the page there says of it. */
interface Next {
  to: string
  says?: readonly [words: string, links?: readonly MessageLink[]]
}

/** What the form asks, and of what. */
interface Asks<Value> {
  /** Of the form; takes the day it is in London. */
  schema: (today: Day) => z.ZodType<Value>
  /** How the case must stand; open unless told. */
  needs?: Standing | 'either'
  /** False where what the form is about besides the case is gone. */
  isThere?: boolean
  /** What was sent, to be read again on a page that cannot draw the form; what was written in free words unless told. */
  lines?: (form: ParsedForm<Value> | RefusedForm) => string[]
}

interface Answers<Value, Result, Refusals extends Ladder<Value, Result>> {
  done: (caseId: string, result: Done<Result>) => Next
  refused: Refusals
  /** What this very form did when it was sent before: asked where more may have changed since than the act looks at. */
  doneBefore?: (sent: FormRequest) => Promise<Done<Result> | null>
}

type AnswerOf<Each> = Each extends (...args: never[]) => infer Given ? Given : never

type Standing = 'open' | 'closed'

/**
 * What every form about one case of the officer's team does: it is read; what makes no sense is drawn again, while the case stands as
 * it must; what does is done once, and leads on, or is answered by its ladder of refusals.
 * @throws not found where the team has no such case, and where it stands otherwise the way to its page, or one that says so
 */
export async function officerAction<Value, Result extends Outcome, Refusals extends Ladder<Value, Result>>(
  { request, context, viewer, params }: GuardedArgs<'officer'>,
  { schema, needs = 'open', isThere = true, lines }: Asks<Value>,
  act: (caseId: string, form: ParsedForm<Value>) => Promise<Result>,
  { done, refused, doneBefore }: Answers<Value, Result, Refusals>,
): Promise<RefusedForm['reply'] | AnswerOf<Refusals[keyof Refusals]> | TypedResponse<never>> {
  const caseId = idFrom(params, 'caseId')
  const form = await parseForm(request, schema(londonDay(context.clock())))
  form.typed = lines?.(form) ?? form.typed
  const notThere = () => throwNotAs(needs, context, viewer, caseId, form.typed)

  const before = await doneBefore?.(form.sent)
  if (before) return leadOn(context, done(caseId, before))
  if (!isThere) return notThere()
  if (!form.ok) return isAs(needs, await caseStanding(context, viewer, caseId)) ? form.reply : notThere()
  const result: Outcome = await act(caseId, form)
  if (result.ok) return leadOn(context, done(caseId, result as Done<Result>))
  if (result.reason === 'not_found') return notThere()
  // The type of a ladder has a rung for every reason, or one for the rest.
  const rungs = refused as unknown as Readonly<Record<string, Rung<Value, unknown>>>
  const rung = rungs[result.reason] ?? rungs['otherwise']
  return rung?.(form, result, caseId) as AnswerOf<Refusals[keyof Refusals]>
}

function leadOn(context: GuardedArgs<'officer'>['context'], { to, says }: Next) {
  return says ? redirectSaying(context, to, ...says) : redirect(to, 303)
}

/**
 * What a page about an open case of the officer's team finds. @throws not found where `find` finds none, or, of a case that is closed,
 * the way to its own page, which says so and offers to reopen it
 */
export async function onOpenCase<Found>(
  { context, viewer, params }: GuardedArgs<'officer'>,
  find: (
    context: GuardedArgs<'officer'>['context'],
    viewer: SignedInViewer,
    caseId: string,
  ) => Promise<Found | null>,
): Promise<Found> {
  const caseId = idFrom(params, 'caseId')
  const found = await find(context, viewer, caseId)
  if (found !== null) return found
  const isClosed = (await caseStanding(context, viewer, caseId)) === 'closed'
  throw isClosed ? toTheCase(caseId) : notFound()
}

function isAs(needs: Standing | 'either', stands: Standing | null): boolean {
  return needs === 'either' ? stands !== null : stands === needs
}

/** @throws the answer to a form about a case that stands otherwise than it must, whatever it asked */
async function throwNotAs(
  needs: Standing | 'either',
  context: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  typed: string[],
): Promise<never> {
  const standing = await caseStanding(context, viewer, caseId)
  if (standing === null || isAs(needs, standing)) throw notFound()
  if (standing === 'open') throw toTheCase(caseId)
  throw closedMeanwhile(caseId, typed)
}

function toTheCase(caseId: string): Response {
  return redirect(`/cases/${caseId}`, 303)
}

/** A colleague closed the case: what was typed is shown, to be copied. */
function closedMeanwhile(caseId: string, typed: string[]) {
  return refusalPage(409, {
    title: 'This case was closed while you had it open',
    paragraphs: [
      'Nothing you sent has been saved.',
      'The case says who closed it, when and why. If it should be open, reopen it there, then make your change again.',
    ],
    link: { text: 'Open the case', href: `/cases/${caseId}` },
    typed,
  })
}

/** The result of an act that found nothing to act on. */
export const NOT_THERE = { ok: false, reason: 'not_found' } as const

/** The schema of a form that is one button. */
export const noFields = () => z.object({})

/** A rung of a ladder: the form again, with `words` beside one field or (with '') above it. */
export function saying(field: string, words: string, status?: 409 | 422) {
  return (form: Pick<ParsedForm<unknown>, 'refuse'>) => form.refuse(field, words, status)
}

/** A rung: the same form was sent before with other answers. */
export const sentBefore = saying('', SENT_BEFORE)

/** What somebody saved first: the page shows both versions above the form, which keeps what was typed. */
export function comparing<Value>(form: ParsedForm<Value>, words: string) {
  const { submission } = form.refuse('', words, 409).data
  return data({ conflict: { submission, yours: form.value } }, { status: 409 })
}
