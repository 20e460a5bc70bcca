import { askedOf } from '@tests/factories/asked-about'
import { describe, expect, it } from 'vitest'
import type { Criterion, DecidedAnswer, Outcome } from '~/domain/eligibility/decision'
import type { CaseHit } from '~/domain/case-search/case-search'
import { placeCard, reasonLines } from './place-card'

const NOW = new Date('2026-11-22T12:00:00Z')

function answer(
  criterion: Criterion,
  outcome: Outcome,
  reason: string | null,
  changes: Partial<DecidedAnswer> = {},
): DecidedAnswer {
  return {
    criterion,
    title: criterion,
    outcome,
    tier: 1,
    reason,
    knownTier: 1,
    known: '',
    policy: '',
    missing: [],
    ...changes,
  }
}

function hit(answers: DecidedAnswer[], changes: Partial<CaseHit> = {}): CaseHit {
  return {
    id: 'a',
    name: 'Harebell Row',
    provider: 'Marlpit Project',
    kind: 'supported_housing',
    kindLabel: 'Supported housing',
    confidential: false,
    paused: null,
    summary: '',
    audience: null,
    authorities: ['E08000024'],
    authorityNames: ['Sunderland'],
    phone: '0191 498 0142',
    staffed: 'Staffed at all hours',
    referralRoute: 'here',
    asked: askedOf(),
    group: 'eligible',
    decision: { outcome: 'eligible', answers, missing: [] },
    vacancy: null,
    distanceMiles: null,
    isPreferredArea: false,
    referral: null,
    nomination: null,
    endedReferral: null,
    avoidedIn: [],
    isListed: false,
    ...changes,
  }
}

describe('why a place fits or not', () => {
  it('says what is against first, then what is unknown, what to talk about, and what fits', () => {
    const lines = reasonLines([
      answer('sex', 'eligible', 'Takes women'),
      answer('arson', 'discuss', 'A concern: ask'),
      answer('curfew', 'discuss', 'Not known whether there will be a curfew', { missing: ['curfew'] }),
      answer('age', 'not_eligible', 'Takes people up to 25'),
      answer('pets', 'not_applicable', 'No pet'),
    ])
    expect(lines.map(({ fit, text }) => [fit, text])).toEqual([
      ['does-not-fit', 'Takes people up to 25'],
      ['ask', 'Not known whether there will be a curfew'],
      ['discuss', 'A concern: ask'],
      ['fits', 'Takes women'],
    ])
  })

  it('names first what most often shuts a door, and counts the rest', () => {
    const card = placeCard(
      hit([
        answer('sex', 'eligible', 'Takes women'),
        answer('age', 'eligible', 'Age 34: no upper limit', { tier: 2 }),
        answer('curfew', 'eligible', 'Takes a tag'),
        answer('people_from_prison', 'eligible', 'Takes women straight from prison'),
        answer('children', 'eligible', 'One child of 3'),
      ]),
      null,
      NOW,
    )
    expect(card.reasons).toEqual([
      { fit: 'fits', text: 'Takes women straight from prison' },
      { fit: 'fits', text: 'One child of 3' },
      { fit: 'fits', text: 'Age 34: no upper limit', onScreenOnly: true },
    ])
    expect(card.alsoSaid).toBe('2 more checks fit')
  })

  it('names four things against it, and counts the others', () => {
    const criteria = ['arson', 'violence', 'rosh', 'pets', 'curfew', 'nrpf'] as const
    const card = placeCard(hit(criteria.map(each => answer(each, 'discuss', `Ask about ${each}`))), null, NOW)
    expect(card.reasons).toHaveLength(4)
    expect(card.alsoSaid).toBe('2 more against, unknown or to discuss')
  })

  it('leaves out a reason that may not be read', () => {
    expect(reasonLines([answer('arson', 'not_eligible', null)])).toEqual([])
  })
})

describe('a place in words', () => {
  it('says whose it is, what, where and how far', () => {
    const card = placeCard(hit([], { distanceMiles: 8.6, isPreferredArea: true }), null, NOW)
    expect(card).toMatchObject({
      about: 'Marlpit Project · Supported housing · Sunderland · 9 miles',
      tags: ['preferred area'],
      staffed: 'staffed at all hours',
    })
  })

  it('says on paper what is free today, and not the day of a release that is more than a week away', () => {
    const confirmed = { state: 'confirmed', checkFrom: NOW, notConfirmedFrom: NOW } as const
    const vacancy = {
      total: 3,
      free: 1,
      freeNow: 2,
      voids: 0,
      limited: null,
      expected: { on: '2026-12-28', count: 1, isAbout: false, limited: null },
      freshness: confirmed,
      confirmedAt: NOW,
    }
    const on = (countedOn: string) =>
      placeCard(hit([], { vacancy: { ...vacancy, countedOn } as unknown as CaseHit['vacancy'] }), null, NOW)
    expect(JSON.stringify(on('2026-12-28').vacancy)).toContain('28 December')
    expect(JSON.stringify(on('2026-12-28').vacancyOnPaper)).not.toContain('28 December')
    expect(on('2026-12-28').vacancyOnPaper?.vacancy).toEqual({ kind: 'free', count: 2 })
    expect(on('2026-11-29').vacancyOnPaper).toBeNull()
    expect(JSON.stringify(on('2026-11-30').vacancyOnPaper)).not.toContain('30 November')
  })

  it('says how an open referral stands', () => {
    const card = placeCard(
      hit([], { referral: { id: 'r', state: 'under_review', changed: null } }),
      null,
      NOW,
    )
    expect(card.referral).toEqual({ id: 'r', state: 'under review', changed: null })
  })
})

describe('what the team knows of a place for this person', () => {
  const NOW_DRAWN = new Date('2026-11-22T12:00:00Z')

  it('says that it declined her before, when and why', () => {
    const ended = {
      id: 'r1',
      state: 'declined',
      stateChangedAt: new Date('2026-11-03T09:00:00Z'),
      primaryReason: 'risk.arson',
    }
    expect(placeCard(hit([], { endedReferral: ended }), null, NOW_DRAWN).before).toEqual({
      id: 'r1',
      words: 'Declined on 3 November 2026 (Arson)',
    })
    expect(placeCard(hit([]), null, NOW_DRAWN).before).toBeNull()
  })

  it('says in which areas to avoid it may still put her', () => {
    expect(placeCard(hit([], { avoidedIn: ['E08000021'] }), null, NOW_DRAWN).avoidNote).toBe(
      'It also has places in Newcastle upon Tyne, to be avoided: agree another area first',
    )
    expect(placeCard(hit([]), null, NOW_DRAWN).avoidNote).toBeNull()
  })
})
