import { expect, it } from 'vitest'
import { keptLines, keptPage } from './page'

it('shows what was typed in the words of the page', () => {
  expect(
    keptLines([
      ['rosh', 'not_assessed'],
      ['roshAssessedOn.day', '27'],
      ['roshAssessedOn.month', 'nov'],
      ['roshAssessedOn.year', '2025'],
      ['roshAssessedOn.sure', '2025-11-27'],
      ['violenceLastYear', '2019'],
      ['preferredAuthorities', 'E08000021'],
      ['preferredAuthorities', 'E08000024'],
      ['version', '3'],
      ['note', 'Quiet house'],
    ]),
  ).toEqual([
    { key: 'Risk of serious harm (RoSH)', value: 'Not assessed' },
    { key: 'When was it assessed?', value: '27 November 2025' },
    { key: 'Year of the last violent incident', value: '2019' },
    { key: 'Which areas does the person prefer?', value: 'Newcastle upon Tyne, Sunderland' },
    { key: 'Note', value: 'Quiet house' },
  ])
})

it('shows the forms of vacancies in the words of their pages', () => {
  const bed = '/vacancies/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10'
  const from = [
    ['fromOn.day', '26'],
    ['fromOn.month', '11'],
    ['fromOn.year', '2026'],
  ] as const
  expect(keptLines([['reason', 'deep_clean'], ...from], `${bed}/void?referral=1`)).toEqual([
    { key: 'Why can it not be used?', value: 'Deep clean' },
    { key: 'First day', value: '26 November 2026' },
  ])
  expect(keptLines([['answer', 'sure']], `${bed}/stay`)).toEqual([
    { key: 'The person', value: 'Is leaving on a day that is sure' },
  ])
  expect(
    keptLines(
      [
        ['free', '3'],
        ['shown', '2'],
        ['grow', 'on'],
      ],
      `${bed}/count`,
    ),
  ).toEqual([
    { key: 'How many are free today?', value: '3' },
    { key: 'Are there more bedspaces now?', value: 'We have more bedspaces than before' },
  ])
  expect(keptLines([...from], '/referrals/1/offer')).toEqual([
    { key: 'First night', value: '26 November 2026' },
  ])
})

it('keeps a date that cannot be read as it was typed', () => {
  expect(
    keptLines([
      ['releaseOn.day', '31'],
      ['releaseOn.month', '2'],
    ]),
  ).toEqual([{ key: 'Release date', value: '31 2' }])
})

it.each([
  ['/cases/new', 'Open a case'],
  ['/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/answers/money?then=next', 'Money and status'],
  ['/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/release-date', 'Move the release date'],
  ['/referrals/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/take-back-offer', 'Take back the offer'],
  ['/elsewhere', null],
])('names the page it was typed on: %s', (path, page) => {
  expect(keptPage(path)).toBe(page)
})
