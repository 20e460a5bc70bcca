import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inSentence } from './english'
import { OLD_WORDS_STRUCK, quoted, WORDS_STRUCK } from './struck'

it('quotes what somebody wrote, and not that words were struck out', () => {
  expect(quoted('Ring after nine')).toBe('“Ring after nine”')
  for (const words of [WORDS_STRUCK, OLD_WORDS_STRUCK]) expect(quoted(words)).toBe(words)
})

it('keeps the large letters of names and of abbreviations inside a sentence', () => {
  const said = ['Date of birth', 'CRN', 'HDC date', 'Length of HDC', 'A place was found', 'I was told']
  expect(said.map(inSentence)).toEqual([
    ...['date of birth', 'CRN', 'HDC date', 'length of HDC', 'a place was found', 'I was told'],
  ])
})

/** Of text that is hidden from who sees it a name or an abbreviation would be read letter by letter, or not as what it is. */
it('makes no text small that only who hears it reads', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.tsx'),
  )
  const made = files.flatMap(name =>
    readFileSync(`app/${name}`, 'utf8')
      .split('\n')
      .filter(line => line.includes('visually-hidden') && line.includes('toLowerCase'))
      .map(line => `${name}: ${line.trim()}`),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(made).toEqual([])
})
