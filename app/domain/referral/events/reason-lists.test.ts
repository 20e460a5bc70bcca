import { describe, expect, it } from 'vitest'
import { reasonsProblem } from '../reasons'
import { reasonLabel, reasonMeaning } from './reason-lists'
import { EVENT_NAMES, type ScreenEvent, specOf } from './registry'

const listOf = (event: ScreenEvent) => specOf(event).reasons ?? []

describe('reasons', () => {
  it.each<[ScreenEvent, number]>([
    ['decline', 35],
    ['refuse', 10],
    ['withdraw', 12],
    ['no_show', 8],
    ['take_back_offer', 7],
    ['take_back_place', 7],
    ['add_to_waiting_list', 7],
  ])('for %s there are %i', (event, count) => {
    expect(listOf(event)).toHaveLength(count)
  })

  it('have codes that mean one thing', () => {
    const reasons = new Set(EVENT_NAMES.flatMap(event => specOf(event).reasons ?? []))
    expect(new Set([...reasons].map(({ code }) => code)).size).toBe(reasons.size)
  })

  it.each([
    ['capacity.no_bed_in_area', 'U'],
    ['needs.children', 'U'],
    ['risk.children', 'U'],
    ['eligibility.nrpf', 'U'],
    ['eligibility.age_or_sex', 'P'],
    ['eligibility.address_refused', 'U'],
    ['process.too_late', 'P'],
    ['person.safety', 'U'],
    ['withdrawn.safe_family', 'R'],
    ['withdrawn.recalled_or_remanded', 'R'],
    ['withdrawn.died', 'P'],
    ['no_show.unsafe', 'U'],
  ])('%s counts as %s', (code, meaning) => {
    expect(reasonMeaning(code)).toBe(meaning)
  })

  it('are shown in words, and an unknown one as it is', () => {
    expect(reasonLabel('risk.mix_with_residents')).toBe('Mix with residents')
    expect(reasonLabel('gone.since')).toBe('gone.since')
  })

  it.each([
    ['one', { primary: 'capacity.no_bed_in_area', others: [], note: null }, null],
    ['three', { primary: 'needs.pet', others: ['needs.language', 'risk.arson'], note: 'x' }, null],
    [
      'four',
      { primary: 'needs.pet', others: ['needs.language', 'risk.arson', 'risk.rosh'], note: null },
      'reasons_too_many',
    ],
    ['one twice', { primary: 'needs.pet', others: ['needs.pet'], note: null }, 'reason_twice'],
    ['another list’s', { primary: 'person.cost', others: [], note: null }, 'reason_unknown'],
    ['other without words', { primary: 'decline.other', others: [], note: ' ' }, 'other_needs_words'],
    ['other with words', { primary: 'decline.other', others: [], note: 'Lift is broken' }, null],
    ['a long note', { primary: 'needs.pet', others: [], note: 'x'.repeat(301) }, 'note_too_long'],
  ])('%s', (_, given, problem) => {
    expect(reasonsProblem(listOf('decline'), given)).toBe(problem)
  })
})
