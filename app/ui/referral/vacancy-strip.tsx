import { STRIP_DAYS, type StripPart } from '~/domain/vacancy/board-words'

const HEIGHT = 14
const WEEK = 7

/** The coming weeks of one bedspace as a strip: blank is free. What it says is said in words beside it. */
export function VacancyStrip({ parts }: { parts: readonly StripPart[] }) {
  const weeks = Array.from({ length: STRIP_DAYS / WEEK - 1 }, (_, index) => (index + 1) * WEEK)
  return (
    <svg
      className="tg-strip"
      viewBox={`0 0 ${STRIP_DAYS} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="tg-strip__free" x="0" y="0" width={STRIP_DAYS} height={HEIGHT} />
      {parts.map(({ kind, start, length }) => (
        <rect
          key={`${kind} ${start}`}
          className={`tg-strip__part tg-strip__part--${kind}`}
          x={start}
          y="0"
          width={length}
          height={HEIGHT}
        />
      ))}
      {weeks.map(day => (
        <line key={day} className="tg-strip__week" x1={day} x2={day} y1="0" y2={HEIGHT} />
      ))}
    </svg>
  )
}

/** What the colours of the strips are. */
export function StripKey() {
  return (
    <ul className="tg-strip-key">
      {KEY.map(({ kind, words }) => (
        <li key={kind}>
          <svg className="tg-strip-key__box" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <rect
              className={kind === 'free' ? 'tg-strip__free' : `tg-strip__part--${kind}`}
              width="10"
              height="10"
            />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}

const KEY = [
  { kind: 'free', words: 'Free' },
  { kind: 'hold', words: 'Held' },
  { kind: 'occupied', words: 'Occupied' },
  { kind: 'turnaround', words: 'Turnaround' },
  { kind: 'void', words: 'Void' },
] as const
