import { describe, expect, it } from 'vitest'
import { entryCounter, isPlausibleForm } from './form-limits'

describe('a form that could be one of ours', () => {
  it.each([
    '',
    'email=a%40b.c&password=x&next=',
    'releaseOn.day=1&releaseOn.month=3&releaseOn.year=2027',
    'children[0].age=3&children[11].sex=girl',
    'exclusions.rows[0].authority=E08000021',
    'note=100%&word=caf%C3%A9&line=a%0D%0Ab&broken=%zz',
    'avoid=a&avoid=b&avoid=c',
    'name=a%00b',
  ])('%j', body => {
    expect(isPlausibleForm(body)).toBe(true)
  })
})

describe('a form that could not', () => {
  it.each([
    ['a row far down', 'z[100000000]=1'],
    ['row 50', 'children[50].age=3'],
    ['row 5000', 'children[5000].age=3'],
    ['the library’s own intent', '__intent__=%7B%7D'],
    ['the library’s own state', '__state__=%7B%7D'],
    ['what every object has', '__proto__[polluted]=1'],
    ['the same further down', 'a.__proto__.polluted=1'],
    ['a maker', 'constructor=1'],
    ['a maker further down', 'children[0].constructor.prototype=1'],
    ['too deep', 'a.b.c.d.e.f=1'],
    ['five thousand deep', `a${'.a'.repeat(5000)}=1`],
    ['a long name', `${'n'.repeat(81)}=1`],
    ['no name', '=1'],
    ['an open bracket', 'a[=1'],
    ['two dots', 'a..b=1'],
    ['a NUL in a name', 'na%00me=a'],
    ['one name 121 times', 'a=1&'.repeat(121)],
  ])('%s', (_what, body) => {
    expect(isPlausibleForm(body)).toBe(false)
  })
})

describe('entries', () => {
  it('are counted as they arrive, whatever the pieces', () => {
    const whole = entryCounter()
    expect(whole(Buffer.from('a=1&'.repeat(399)))).toBe(false)
    expect(whole(Buffer.from('a=1'))).toBe(false)
    expect(whole(Buffer.from('&a=1'))).toBe(true)
  })
})
