import { expect, it } from 'vitest'
import { AUDIT_KINDS } from '~/domain/audit/audit-actions'
import { STEP_EVENTS } from '~/domain/nomination/lifecycle'
import { LIFECYCLE } from '~/domain/referral/lifecycle'
import { sourceFiles } from '@tests/guards/source-files'
import { hasWords } from './act-words'

const SOURCES = sourceFiles().filter(({ path }) => path.startsWith('app/') && !path.includes('.test.'))

/** Every act that some code writes down by its whole name, one of two on a line among them. */
const WRITTEN = SOURCES.flatMap(({ text }) => text.match(/\baction: .*/g) ?? []).flatMap(line =>
  [...line.matchAll(/'([a-z_]+\.[a-z_.-]+)'/g)].map(([, code = '']) => code),
)

/** What an act goes on with whose name is put together, by how it begins. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  'entry.': ['send', 'take_back', 'pause', 'open', 'close'],
  'entry.review_': ['words', 'take_back', 'strike'],
  'entry_note.': ['take_back', 'correct', 'strike', 'answer'],
  'nomination.': Object.keys(STEP_EVENTS),
  'referral.': [...new Set(LIFECYCLE.map(({ event }) => event))],
}
const CODES = [
  ...WRITTEN,
  ...Object.entries(COMPOSED).flatMap(([begins, ends]) => ends.map(end => begins + end)),
]
const BEGINNINGS = Object.values(AUDIT_KINDS).flatMap(({ starts }) => [...starts] as string[])

it('finds what is written', () => {
  expect(WRITTEN.length).toBeGreaterThan(50)
  const begun = SOURCES.flatMap(({ text }) => [...text.matchAll(/\baction: `([a-z_.]+)\$\{/g)]).map(
    ([, begins = '']) => begins,
  )
  expect([...new Set(begun)].sort()).toEqual(Object.keys(COMPOSED))
})

it.each([...new Set(CODES)].sort())('%s has words, and is found under a kind', code => {
  expect(hasWords(code)).toBe(true)
  expect(BEGINNINGS.filter(start => code.startsWith(start))).not.toEqual([])
})
