import { STRIP_DAYS, type StripPart } from '~/screens/vacancies/board'

interface VacancyStripProps {
  parts: readonly StripPart[]
  /** The day each week begins, in words. */
  weeks: readonly string[]
}

const BAR = 20
const DATES_AT = 34

/**
 * The coming weeks of one bedspace, dated week by week; each part has its word where there is room, and a shape of its own where
 * there is none. What it says is said in words beside it, with the days.
 */
export function VacancyStrip({ parts, weeks }: VacancyStripProps) {
  return (
    <svg className="tg-strip" aria-hidden="true" focusable="false">
      {withFree(parts).map(({ kind, start, length }) => (
        <svg key={`${kind} ${start}`} x={share(start)} width={share(length)} height={BAR}>
          <Part kind={kind} />
          {hasRoom(kind, length) && (
            <text x="5" y="14">
              {LABELS[kind]}
            </text>
          )}
        </svg>
      ))}
      {weeks.map((week, index) => (
        <line
          key={week}
          className="tg-strip__tick"
          x1={share(index * 7)}
          x2={share(index * 7)}
          y1={BAR}
          y2={BAR + 4}
        />
      ))}
      {weeks.map((week, index) => (
        <text key={week} className="tg-strip__date" x={share(index * 7)} y={DATES_AT}>
          {week}
        </text>
      ))}
    </svg>
  )
}

/** What the shapes and colours of the strips are. */
export function StripKey() {
  return (
    <ul className="tg-strip-key">
      {KINDS.map(kind => (
        <li key={kind}>
          <svg className="tg-strip-key__box" aria-hidden="true" focusable="false">
            <Part kind={kind} />
          </svg>
          {LABELS[kind]}
        </li>
      ))}
    </ul>
  )
}

type Kind = StripPart['kind'] | 'free'

const LABELS: Record<Kind, string> = {
  free: 'Free',
  hold: 'Held',
  occupied: 'Occupied',
  turnaround: 'Turnaround',
  void: 'Void',
}

const KINDS = ['free', 'hold', 'occupied', 'turnaround', 'void'] as const

/** A turnaround is half as high, a void is crossed out, what is held has a line down its middle. */
function Part({ kind }: { kind: Kind }) {
  const isLow = kind === 'turnaround'
  return (
    <>
      {isLow && <rect className="tg-strip__blank" width="100%" height="100%" />}
      <rect
        className={`tg-strip__part tg-strip__part--${kind}`}
        y={isLow ? '50%' : 0}
        width="100%"
        height={isLow ? '50%' : '100%'}
      />
      {kind === 'void' && <line className="tg-strip__part" x1="0" y1="100%" x2="100%" y2="0" />}
      {kind === 'void' && <line className="tg-strip__part" x1="0" y1="0" x2="100%" y2="100%" />}
      {kind === 'hold' && <line className="tg-strip__part" x1="0" y1="85%" x2="100%" y2="85%" />}
    </>
  )
}

/** The parts with the free days between them: what nothing claims is free. */
function withFree(parts: readonly StripPart[]): { kind: Kind; start: number; length: number }[] {
  const shown: { kind: Kind; start: number; length: number }[] = []
  let free = 0
  for (const part of parts) {
    if (part.start > free) shown.push({ kind: 'free', start: free, length: part.start - free })
    shown.push(part)
    // Somebody who should have left is drawn as there, over the days that are promised after.
    free = Math.max(free, part.start + part.length)
  }
  return free < STRIP_DAYS ? [...shown, { kind: 'free', start: free, length: STRIP_DAYS - free }] : shown
}

/** Room for a word at five pixels a day. */
function hasRoom(kind: Kind, days: number): boolean {
  return days * 5 >= LABELS[kind].length * 6.5 + 6
}

function share(days: number): string {
  return `${(days / STRIP_DAYS) * 100}%`
}
