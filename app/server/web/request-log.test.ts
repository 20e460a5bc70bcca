import { describe, expect, it } from 'vitest'
import { pathPattern } from './request-log'

describe('pathPattern', () => {
  it('keeps the words of an address', () => {
    expect(pathPattern('/vacancies/confirm')).toBe('/vacancies/confirm')
    expect(pathPattern('/sign-in.data')).toBe('/sign-in.data')
    expect(pathPattern('/')).toBe('/')
  })

  it('keeps nothing of an address that is none of ours', () => {
    expect(pathPattern('/wagtail/canary')).toBe('/:value/:value')
    expect(pathPattern('http://wagtail/cases')).toBe(':value//:value/:value')
    expect(pathPattern('*')).toBe(':value')
  })

  it('drops the query', () => {
    expect(pathPattern('/services?q=jane@example.org')).toBe('/services')
  })

  it('hides ids, numbers and whatever else stands in a path', () => {
    expect(pathPattern('/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/plan')).toBe('/cases/:value/plan')
    expect(pathPattern('/cases/A1234BC')).toBe('/cases/:value')
    expect(pathPattern('/jane%40example.org/x')).toBe('/:value/:value')
  })
})
