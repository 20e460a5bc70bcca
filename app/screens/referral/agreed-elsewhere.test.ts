import { expect, it } from 'vitest'
import { elsewhereNotice, narrowedLinks } from './agreed-elsewhere'

const WIDE = { id: 'a', reference: 'R-1', serviceName: 'Larch Refuge', agreedTier: 3, isOpen: true } as const
const TRIAGE = { id: 'b', reference: 'R-2', serviceName: 'Birch House', agreedTier: 1, isOpen: true } as const
const ENDED = { id: 'c', reference: 'R-3', serviceName: 'Oak House', agreedTier: 3, isOpen: false } as const
const OTHERS = [WIDE, TRIAGE, ENDED]

const LARCH = {
  id: 'a',
  text: 'R-1 to Larch Refuge: safety and risk detail too, for the named assessor only',
}
const BIRCH = {
  id: 'b',
  text: 'R-2 to Birch House: triage only: what a first look needs, in bands, without a name',
}

it('says before saving which other referrals to the provider are narrowed, each to be opened', () => {
  expect(elsewhereNotice('change_agreement', OTHERS)?.referrals).toEqual([LARCH])
  expect(elsewhereNotice('refer', OTHERS)?.referrals).toEqual([LARCH])
  // With an agreement withdrawn those at triage go on, and she may mean them too.
  expect(elsewhereNotice('withdraw', OTHERS)?.referrals).toEqual([LARCH, BIRCH])
})

it('says nothing where nothing more is agreed, and beside no other question', () => {
  expect(elsewhereNotice('change_agreement', [TRIAGE, ENDED])).toBeNull()
  expect(elsewhereNotice('withdraw', [ENDED])).toBeNull()
  expect(elsewhereNotice('decline', OTHERS)).toBeNull()
})

it('says once it is done what was narrowed too', () => {
  expect(narrowedLinks([WIDE, ENDED])).toEqual([
    { text: 'Narrowed too: R-1 to Larch Refuge', href: '/referrals/a' },
    { text: 'Narrowed too: R-3 to Oak House, should it be opened again', href: '/referrals/c' },
  ])
})
