import { type DayState, OCCUPANCY_DAYS } from './days'

interface PictureProps {
  counts: readonly Record<DayState, number>[]
  weeks: readonly string[]
}

const HEIGHT = 60
const DATES_AT = 76
/** From the ground up: what is taken, what may be free, what is. */
const STACK: readonly DayState[] = ['occupied', 'hold', 'turnaround', 'void', 'leaving', 'short', 'free']

/** How many rooms are taken and free, a bar a day, weeks dated. The sentence and the table beside it say the same in words. */
export function OccupancyPicture({ counts, weeks }: PictureProps) {
  const most = Math.max(1, ...counts.map(total))
  return (
    <svg className="tg-occupancy__picture" aria-hidden="true" focusable="false">
      {counts.map((count, day) => (
        <Bar key={day} count={count} day={day} most={most} />
      ))}
      {weeks.map((week, index) => (
        <text key={week} x={share(index * 7)} y={DATES_AT}>
          {week}
        </text>
      ))}
    </svg>
  )
}

function Bar({ count, day, most }: { count: Record<DayState, number>; day: number; most: number }) {
  let below = 0
  return STACK.map(state => {
    const height = (count[state] / most) * HEIGHT
    if (height === 0) return null
    below += height
    return (
      <rect
        key={state}
        className={`tg-bar--${state}`}
        x={share(day)}
        width={share(1)}
        y={HEIGHT - below}
        height={height}
      />
    )
  })
}

function total(count: Record<DayState, number>): number {
  return STACK.reduce((sum, state) => sum + count[state], 0)
}

function share(days: number): string {
  return `${(days / OCCUPANCY_DAYS) * 100}%`
}
