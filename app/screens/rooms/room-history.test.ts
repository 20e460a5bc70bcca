import { expect, it } from 'vitest'
import { roomHistory } from './room-history'

it('says what a room was and became, in words, and nothing of what nobody typed', () => {
  const by = 'F. Manager'
  const at = new Date('2027-02-02T09:00:00Z')
  const typed = {
    before: { name: 'Room 2', sex: 'women', wheelchair: null, rent_weekly_pence: 9_550, note: null },
    after: { name: 'Den', sex: null, wheelchair: true, rent_weekly_pence: null, note: 'No lift' },
  }
  const changes = [
    { id: 'one', at, by, ...typed },
    { id: 'two', at, by, before: { created_at: 'a' }, after: { created_at: 'b' } },
  ]
  expect(roomHistory(changes, new Date('2027-02-02T10:00:00Z'))).toEqual([
    {
      id: 'one',
      at: '2027-02-02T09:00:00.000Z',
      when: '09:00 today',
      what: 'Name: Room 2 → Den; For: Women → Whom the service takes; Wheelchair: Not stated → Yes; What else is to be known: Not stated → No lift; Rent: £95.50 a week → Not stated',
      by,
    },
  ])
})
