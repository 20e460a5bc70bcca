import type { DrawnSegment, DrawnStack } from './drawn'

/** A part narrower than this, of 100, has no room for its number: the table has it. */
const ROOM_FOR_A_NUMBER = 6

/** Bars of parts, one under another, with the key of their patterns above. */
export function Stacks({ stacks }: { stacks: readonly DrawnStack[] }) {
  return (
    <div className="tg-stacks">
      <Key segments={stacks[0]?.segments ?? []} />
      {stacks.map(stack => (
        <div className="tg-stacks__row" key={stack.key}>
          <span className="tg-stacks__label">{stack.label}</span>
          <svg className="tg-stacks__bar" width="100%" height="30" focusable="false">
            {stack.segments.map(segment => (
              <Segment key={segment.key} segment={segment} />
            ))}
          </svg>
          <span className="tg-stacks__value">{stack.value}</span>
        </div>
      ))}
    </div>
  )
}

function Segment({ segment }: { segment: DrawnSegment }) {
  const { start, length, tone, mark, value } = segment
  return (
    <>
      <rect
        className={`tg-stacks__part tg-stacks__part--${mark === 'count' ? tone : mark}`}
        x={`${start}%`}
        y="1"
        width={`${length}%`}
        height="28"
      />
      {mark === 'count' && length >= ROOM_FOR_A_NUMBER && (
        <text className={`tg-stacks__number tg-stacks__number--${tone}`} x={`${start + length / 2}%`} y="20">
          {value}
        </text>
      )}
    </>
  )
}

function Key({ segments }: { segments: readonly DrawnSegment[] }) {
  return (
    <p className="tg-stacks__key">
      {segments.map(({ key, label, tone }) => (
        <span className="tg-stacks__key-part" key={key}>
          <svg width="14" height="14" focusable="false">
            <rect
              className={`tg-stacks__part tg-stacks__part--${tone}`}
              x="0.5"
              y="0.5"
              width="13"
              height="13"
            />
          </svg>{' '}
          {label}
        </span>
      ))}
    </p>
  )
}
