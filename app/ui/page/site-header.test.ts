import { describe, expect, it } from 'vitest'

import { currentItem } from './site-header'

const ITEMS = [
  { href: '/cases', text: 'Cases' },
  { href: '/services', text: 'Find services' },
  { href: '/services/ours', text: 'Our services' },
]

describe('the navigation item that is marked', () => {
  it('is the one whose page this is, or which this page is below', () => {
    expect(currentItem(ITEMS, '/cases')?.text).toBe('Cases')
    expect(currentItem(ITEMS, '/cases/1/release-date')?.text).toBe('Cases')
  })

  it('is the closest one when two fit', () => {
    expect(currentItem(ITEMS, '/services/ours/12')?.text).toBe('Our services')
  })

  it('is none for an address that only begins with the same letters', () => {
    expect(currentItem(ITEMS, '/caseworkers')).toBeUndefined()
  })
})
