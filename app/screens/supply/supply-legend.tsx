import type { SupplyTone } from './area-tones'

const TONES: readonly { tone: SupplyTone; words: string }[] = [
  { tone: 'strong', words: 'There is some, and a woman from prison is taken as a rule' },
  { tone: 'middle', words: 'There is some; case by case, or not verified or confirmed of late' },
  { tone: 'sand', words: 'There is some; a woman from prison is not taken' },
  { tone: 'plain', words: 'None exists' },
  { tone: 'hatched', words: 'Not confirmed: nobody has said whether there is any, or whether she is taken' },
]

/** What the fills of the map of supply mean, in words. */
export function SupplyLegend() {
  return (
    <>
      <strong>Women-only supported housing</strong>
      <ul className="tg-legend">
        {TONES.map(({ tone, words }) => (
          <li key={tone} className="tg-legend__item">
            <span className={`tg-legend__fill tg-legend__fill--${tone}`} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}
