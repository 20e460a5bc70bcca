import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import type { FormRequest } from '@db/idempotency'
import { type PassOn, passOnReferral } from '~/domain/case/answers/pass-on'
import { fieldsOf } from './fields-of-schema'
import { plainWords } from './plain-words'
import { keepable, unkeepable } from './unkeepable'

const COUNT = z.coerce.number().int().nonnegative().max(2_147_483_647).optional().catch(undefined)

const CARRIED = z.object({
  idempotencyKey: z.uuid().optional().catch(undefined),
  version: COUNT,
  releaseVersion: COUNT,
  changes: COUNT,
  changesRead: z.literal('yes').optional().catch(undefined),
})

/** What tells from which state of things a page was drawn. */
const DRAWN_FROM = ['version', 'releaseVersion', 'changes', 'shown', 'claimId']

/** The answers of `passOnName`, and which of them were asked for. */
const PASS_ON = ['passOn', 'passOnAsked']

/** The names that fields of free words have, whatever the form. */
const FREE_TEXT = ['note', 'reason', 'justification']

interface SentForm {
  /** The form's idempotency key and its body, for `once`. A form without a key counts as a new one each time. */
  sent: FormRequest
  /** What else the page was drawn from: how often the release date had moved, how many changes were noted. */
  seen: { releaseVersion: number; changes: number } | null
  /** What was written in free words, for a page that cannot draw the form again. */
  typed: string[]
}

export interface ParsedForm<Value> extends SentForm {
  ok: true
  value: Value
  /** The version of the record the page was drawn from, where the form carries one. */
  version: number | null
  /** Whether the person agrees that providers are told what the form changes, by the id of the referral; and of which it asked. */
  passOn: PassOn
  passOnAsked: string[]
  /** That what changed since has been read. */
  changesRead: boolean
  /**
   * The answer, 422 unless told, to a refusal found later, beside one field or (with '') above the form; what was typed is kept,
   * and what the page was drawn from too, unless it is 409: see `drawnAnew`.
   */
  refuse(field: string, message: string, status?: 409 | 422 | 429): FormReply
  /** The form drawn again with questions more, what was typed kept; each that was left unanswered says so beside its field. */
  ask(unanswered: Readonly<Record<string, string>>): FormReply
}

/** A form with something to mend: the answer to return as it is. */
export interface RefusedForm extends SentForm {
  ok: false
  reply: FormReply
}

export type FormReply = ReturnType<typeof reply>

export interface FormOptions {
  /** Fields taken letter by letter as typed, and never sent back: passwords. */
  secretFields?: string[]
}

/**
 * Reads a posted form. Surrounding white space is taken off every text and line ends become plain; a blank text counts
 * as not given. Either the typed value, or the answer to return as it is: status 422, with what was typed and what to
 * mend. Only fields that the schema knows are looked at. A character that cannot be seen is taken out, and its field says so.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { secretFields = [] }: FormOptions = {},
): Promise<ParsedForm<z.output<Schema>> | RefusedForm> {
  const known = [...fieldsOf(schema), ...Object.keys(CARRIED.shape), ...PASS_ON]
  const whole = ofFields(await request.formData(), known)
  const unkept = unkeepable(whole, secretFields)
  const form = normalised(whole, secretFields)
  const submission = parseWithZod(form, { schema, error: plainWords })
  const refused = (errors: object, status?: number) =>
    reply(submission.reply({ ...errors, hideFields: secretFields }), status)
  const typed = FREE_TEXT.flatMap(name => form.getAll(name)).filter(isWritten)
  const { idempotencyKey, version, releaseVersion, changes, changesRead } = CARRIED.parse(
    Object.fromEntries(form),
  )
  const seen = releaseVersion === undefined || changes === undefined ? null : { releaseVersion, changes }
  const sent = {
    key: idempotencyKey ?? crypto.randomUUID(),
    fingerprint: fingerprintOf(request, form, secretFields),
  }
  if (submission.status !== 'success' || unkept !== null)
    return { ok: false, reply: refused(unkept === null ? {} : { fieldErrors: unkept }), sent, seen, typed }
  return {
    ok: true,
    value: submission.value,
    sent,
    version: version ?? null,
    seen,
    passOn: passOnOf(form),
    passOnAsked: form.getAll('passOnAsked').filter(isWritten),
    changesRead: changesRead === 'yes',
    typed,
    refuse: (field, message, status) =>
      refused(field === '' ? { formErrors: [message] } : { fieldErrors: { [field]: [message] } }, status),
    ask: unanswered => {
      const errors = Object.entries(unanswered).map(([field, message]) => [field, [message]] as const)
      return refused({ fieldErrors: Object.fromEntries(errors) }, errors.length > 0 ? 422 : 200)
    },
  }
}

function passOnOf(form: FormData): PassOn {
  const answers = [...form].flatMap(([name, value]) => {
    const referralId = passOnReferral(name)
    return referralId !== null && (value === 'yes' || value === 'no') ? [[referralId, value] as const] : []
  })
  return Object.fromEntries(answers)
}

function isWritten(value: FormDataEntryValue): value is string {
  return typeof value === 'string' && value !== ''
}

function reply(submission: SubmissionResult<string[]>, status = 422) {
  const carried = without(submission, ['idempotencyKey'])
  return data({ submission: status === 409 ? drawnAnew(carried) : carried }, { status })
}

/**
 * The same refusal without what its page was drawn from: for a page that shows what changed meanwhile, and whose form counts as
 * drawn from that. Any other refused form keeps it, so that it cannot be sent again over what nobody has shown.
 */
export function drawnAnew(submission: SubmissionResult<string[]>): SubmissionResult<string[]> {
  return without(submission, DRAWN_FROM)
}

function without(
  submission: SubmissionResult<string[]>,
  names: readonly string[],
): SubmissionResult<string[]> {
  const kept = Object.entries(submission.initialValue ?? {}).filter(([name]) => !names.includes(name))
  return { ...submission, initialValue: Object.fromEntries(kept) }
}

/** The fields in `known` alone: what else was sent belongs to no question, or to a library. */
function ofFields(form: FormData, known: readonly string[]): [name: string, value: FormDataEntryValue][] {
  return [...form].filter(([name]) => known.includes(/^[\w-]+/.exec(name)?.[0] ?? ''))
}

function normalised(form: readonly [string, FormDataEntryValue][], asTyped: string[]): FormData {
  const result = new FormData()
  for (const [name, value] of form) {
    const isPlainText = typeof value === 'string' && !asTyped.includes(name)
    result.append(name, isPlainText ? keepable(value) : value)
  }
  return result
}

/** The whole body but its key and its secrets, in the order sent, with the address it was sent to. */
function fingerprintOf(request: Request, form: FormData, secretFields: readonly string[]): string {
  const left = ['idempotencyKey', ...secretFields]
  const fields = [...form].filter(([name]) => !left.includes(name))
  return JSON.stringify([
    new URL(request.url).pathname.replace(/\.data$/, ''),
    fields.map(([name, value]) => [name, textOf(value)]),
  ])
}

function textOf(value: FormDataEntryValue): string {
  return typeof value === 'string' ? value : `${value.name} ${value.size} ${value.lastModified}`
}
