import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from './fields-of-schema'
import { plainWords } from './plain-words'

describe('what a schema without words of its own says', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a text too long', z.string().max(4), 'March', 'Write 4 characters or fewer'],
    ['a text too short', z.string().min(3), 'x', 'Write 3 characters or more'],
    ['a number too large', z.number().max(20), 21, 'Enter a number that is at most 20'],
    ['a number too small', z.number().min(1), 0, 'Enter a number that is at least 1'],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], 'Give at most 1 answers'],
    ['nothing', z.string(), undefined, 'Answer this question'],
    ['a list for a text', z.string(), ['a', 'b'], 'This answer could not be read: give it again'],
    ['none of the choices', z.enum(['yes', 'no']), 'perhaps', 'Choose one of the answers'],
    ['no such kind', z.union([z.literal(1), z.literal(2)]), 3, 'Choose one of the answers'],
    ['no id', z.uuid(), 'x', 'This answer could not be read: give it again'],
    ['no address', z.email(), 'x', 'This answer could not be read: give it again'],
    ['not what is asked', z.string().regex(/^a$/), 'b', 'This answer could not be read: give it again'],
    [
      'refused without a word',
      z.string().refine(() => false),
      'b',
      'This answer could not be read: give it again',
    ],
  ])('%s', (_what, schema, given, words) => {
    const { error } = schema.safeParse(given, { error: plainWords })
    expect(error?.issues.map(issue => issue.message)).toEqual([words])
  })

  it('gives way to the words of the schema', () => {
    const { error } = z.string('Enter a name').safeParse(undefined, { error: plainWords })
    expect(error?.issues[0]?.message).toBe('Enter a name')
  })
})

describe('the fields of a schema', () => {
  it.each<[string, z.ZodType, string[]]>([
    ['an object', z.object({ a: z.string(), b: z.object({ c: z.string() }) }), ['a', 'b']],
    ['one made into something else', z.object({ a: z.string() }).transform(({ a }) => a), ['a']],
    ['one looked at as a whole', z.object({ a: z.string() }).superRefine(() => undefined), ['a']],
    ['one prepared first', z.preprocess(given => given, z.object({ a: z.string() })), ['a']],
    [
      'a choice of several',
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('x') }),
        z.object({ kind: z.literal('y'), z: z.string() }),
      ]),
      ['kind', 'kind', 'z'],
    ],
    ['two together', z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })), ['a', 'b']],
    ['one that may be left out', z.object({ a: z.string() }).optional().default({ a: '' }), ['a']],
  ])('%s', (_what, schema, names) => {
    expect(fieldsOf(schema)).toEqual(names)
  })
})
