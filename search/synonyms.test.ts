import { describe, expect, it } from 'vitest'
import { readWords } from './query-words'
import { synonyms } from './synonyms'

describe('synonyms', () => {
  it('go both ways where they mean the same', () => {
    expect(synonyms['dv']).toContain('domestic abuse')
    expect(synonyms['domestic abuse']).toContain('dv')
    expect(synonyms['mum']).toEqual(['mother', 'parent'])
  })

  it('go one way where one is a kind of the other', () => {
    expect(synonyms['methadone']).toContain('ost')
    expect(synonyms['ost']).not.toContain('methadone')
  })

  it('do not make a mother of a father', () => {
    expect(synonyms['dad']).not.toContain('mother')
    expect(synonyms['parent']).toEqual(['mum', 'mother', 'dad', 'father'])
  })

  it.each(Object.keys(synonyms))('are found for "%s" as it reaches the engines', key => {
    const { words } = readWords(`${key} `)
    expect(words.join(' ')).toBe(key)
    expect(words.length).toBeLessThanOrEqual(3)
  })
})
