import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseForm } from './parse-form.server'

const schema = z.object({
  name: z.string('Enter a name'),
  notes: z.string().optional(),
  password: z.string().optional(),
})
const KEY = '5e1d0c7a-9c1e-4d2b-8a37-0f6f5b8f2c11'

describe('parseForm', () => {
  it('takes white space off texts, makes line ends plain and takes blank for not given', async () => {
    const form = await parseForm(post({ name: '  Ada ', notes: 'one\r\ntwo\r\n', password: '' }), schema)
    expect(form.ok && form.value).toEqual({ name: 'Ada', notes: 'one\ntwo' })
  })

  it('takes a secret letter by letter, and never sends it back', async () => {
    const options = { secretFields: ['password'] }
    const form = await parseForm(post({ name: 'Ada', password: ' p w ' }), schema, options)
    expect(form.ok && form.value.password).toBe(' p w ')
    const refused = await parseForm(post({ name: '', password: ' p w ' }), schema, options)
    expect(JSON.stringify(refused)).not.toContain('p w')
  })

  it('answers 422 with what is wrong and what was typed', async () => {
    const form = await parseForm(post({ name: ' ', notes: 'kept' }), schema)
    if (form.ok) throw new Error('It was taken.')
    expect(form.reply.init).toEqual({ status: 422 })
    expect(form.reply.data.submission.error).toEqual({ name: ['Enter a name'] })
    expect(form.reply.data.submission.initialValue).toEqual({ notes: 'kept' })
  })

  it('names each field with a character that no text can hold, and gives it back without it', async () => {
    const secret = { password: 'p\0w' }
    const sent = post({ name: '', notes: 'one\0two', ...secret })
    const form = await parseForm(sent, schema, { secretFields: ['password'] })
    if (form.ok) throw new Error('It was taken.')
    const what = 'There was a character here that cannot be seen and cannot be kept'
    expect(form.reply.data.submission.error).toEqual({
      name: ['Enter a name'],
      notes: [`${what}. It was taken out: read what is left, then send it again`],
      password: [`${what}: type it again`],
    })
    expect(form.reply.data.submission.initialValue).toEqual({ notes: 'onetwo' })
    expect((await parseForm(post({ name: 'Ada\0' }), schema)).ok).toBe(false)
  })

  it('keeps no name that is shown as another, and a secret as it was typed', async () => {
    const form = await parseForm(post({ name: 'Ó\u200BNe\u202Eill\u0001 Zoë', notes: '' }), schema)
    if (form.ok) throw new Error('It was taken.')
    expect(Object.keys(form.reply.data.submission.error ?? {})).toEqual(['name'])
    expect(form.reply.data.submission.initialValue).toEqual({ name: 'ÓNeill Zoë' })
    const secret = { secretFields: ['password'] }
    expect((await parseForm(post({ name: 'Ada', password: 'p\u200Bw' }), schema, secret)).ok).toBe(true)
  })

  it('tells the same form from another: by its key, and by its body without the key', async () => {
    const first = await parseForm(post({ name: 'Ada', idempotencyKey: KEY }), schema)
    const again = await parseForm(post({ name: 'Ada', idempotencyKey: KEY }), schema)
    const other = await parseForm(post({ name: 'Bea', idempotencyKey: KEY }), schema)
    if (!first.ok || !again.ok || !other.ok) throw new Error('One was refused.')
    expect(first.sent).toEqual(again.sent)
    expect(first.sent.key).toBe(KEY)
    expect(other.sent.fingerprint).not.toBe(first.sent.fingerprint)
  })

  it('reads the version of the record the page was drawn from', async () => {
    const form = await parseForm(post({ name: 'Ada', version: '7' }), schema)
    expect(form.ok && form.version).toBe(7)
    const without = await parseForm(post({ name: 'Ada', version: 'x' }), schema)
    expect(without.ok && without.version).toBeNull()
  })

  it('keeps what the page was drawn from, and no key, in a refused form, unless what changed is shown', async () => {
    const fields = { name: 'Ada', idempotencyKey: KEY, version: '7', releaseVersion: '3', changes: '0' }
    const form = await parseForm(post(fields), schema)
    if (!form.ok) throw new Error('It was refused.')
    const drawnFrom = { version: '7', releaseVersion: '3', changes: '0' }
    const { submission } = form.refuse('name', 'Taken').data
    expect(submission.initialValue).toEqual({ name: 'Ada', ...drawnFrom })
    expect(form.refuse('', 'Changed', 409).data.submission.initialValue).toEqual({ name: 'Ada' })
    const mended = await parseForm(post({ ...fields, name: '' }), schema)
    expect(!mended.ok && mended.reply.data.submission.initialValue).toEqual(drawnFrom)
  })

  it('puts a later refusal beside its field, or above the form', async () => {
    const form = await parseForm(post({ name: 'Ada' }), schema)
    if (!form.ok) throw new Error('It was refused.')
    expect(form.refuse('name', 'Taken').data.submission.error).toEqual({ name: ['Taken'] })
    expect(form.refuse('', 'Closed', 409).init).toEqual({ status: 409 })
    expect(form.refuse('', 'Closed').data.submission.error).toEqual({ '': ['Closed'] })
  })
})

function post(fields: Record<string, string>): Request {
  return new Request('http://localhost/form', { method: 'POST', body: new URLSearchParams(fields) })
}
