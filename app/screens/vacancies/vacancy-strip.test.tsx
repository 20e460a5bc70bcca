import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { VacancyStrip } from './vacancy-strip'

const WEEKS = ['26 Nov', '3 Dec', '10 Dec', '17 Dec', '24 Dec', '31 Dec', '7 Jan', '14 Jan']

it('names every week by the day it begins, and every part by a word where there is room', () => {
  const parts = [
    { kind: 'hold', start: 14, length: 7 },
    { kind: 'turnaround', start: 21, length: 4 },
  ] as const
  const words = renderToStaticMarkup(<VacancyStrip parts={parts} weeks={WEEKS} />)
    .replaceAll(/<[^>]+>/g, '|')
    .split('|')
    .filter(Boolean)
  // The turnaround is four days wide: no room for its word, which stands beside the strip.
  expect(words).toEqual(['Free', 'Held', 'Free', ...WEEKS])
})
