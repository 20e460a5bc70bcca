import { describe, expect, it } from 'vitest'
import { databaseFailure, lostToAnother, PoolBusy } from './database-failure'

describe('what an error says of the database', () => {
  it.each([
    ['08006', 'away'],
    ['57P01', 'away'],
    ['57P03', 'away'],
    ['53100', 'away'],
    ['ECONNREFUSED', 'away'],
    ['57014', 'busy'],
    ['53300', 'busy'],
    ['40001', 'busy'],
    ['40P01', 'busy'],
    ['55P03', 'busy'],
    ['23505', null],
    ['42501', null],
  ])('%s: %s', (code, expected) => {
    expect(databaseFailure(Object.assign(new Error('no'), { code }))).toBe(expected)
  })

  it('a server that lets nobody in is away, a pool in which all is lent out is busy, a mistake of ours neither', () => {
    expect(databaseFailure(new Error('timeout expired'))).toBe('away')
    expect(databaseFailure(new Error('Query read timeout'))).toBe('away')
    expect(databaseFailure(new PoolBusy(null))).toBe('busy')
    expect(databaseFailure(new TypeError('x is undefined'))).toBeNull()
    expect(databaseFailure('40P01')).toBeNull()
  })

  it.each(['40001', '40P01', '55P03'])('%s alone is tried again', code => {
    expect(lostToAnother(Object.assign(new Error('no'), { code }))).toBe(true)
    expect(lostToAnother(Object.assign(new Error('no'), { code: '57014' }))).toBe(false)
  })
})
