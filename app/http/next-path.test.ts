import { describe, expect, it } from 'vitest'
import { safeNextPath } from './next-path'

describe('safeNextPath', () => {
  it('keeps an address of this site that sign-in may lead to', () => {
    expect(safeNextPath('/cases')).toBe('/cases')
    expect(safeNextPath('/services?q=women&page=2')).toBe('/services?q=women&page=2')
    expect(safeNextPath('/cases?')).toBe('/cases')
  })

  it('drops everything else', () => {
    for (const asked of [
      null,
      '',
      '/',
      '/sign-out',
      'cases',
      '//cases',
      '/\\cases',
      '/cases/..',
      '/cases//evil.example',
      '/cases#x',
      '/cases?a?b',
      '/cases?q=\r\nX: y',
      'https://evil.example/cases',
    ]) {
      expect(safeNextPath(asked)).toBeNull()
    }
  })
})
