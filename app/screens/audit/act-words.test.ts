import { expect, it } from 'vitest'
import { AUDIT_KINDS } from '~/domain/audit/audit-actions'
import { sourceFiles } from '@tests/guards/source-files'
import { hasWords } from './act-words'

/** Every act that some code writes down by its whole name. */
const WRITTEN = sourceFiles()
  .filter(({ path }) => path.startsWith('app/') && !path.includes('.test.'))
  .flatMap(({ text }) => [...text.matchAll(/\baction: '([a-z_]+\.[a-z_.-]+)'/g)])
  .map(([, code = '']) => code)
const BEGINNINGS = Object.values(AUDIT_KINDS).flatMap(({ starts }) => [...starts] as string[])

it('finds what is written', () => {
  expect(WRITTEN.length).toBeGreaterThan(50)
})

it.each([...new Set(WRITTEN)].sort())('%s has words, and is found under a kind', code => {
  expect(hasWords(code)).toBe(true)
  expect(BEGINNINGS.filter(start => code.startsWith(start))).not.toEqual([])
})
