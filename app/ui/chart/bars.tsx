import type { DrawnBar } from './drawn'

/** A bar a line: its label, its length, its number, and what it is compared with. */
export function Bars({ bars, besideHeading }: { bars: readonly DrawnBar[]; besideHeading?: string }) {
  const hasBeside = besideHeading !== undefined
  return (
    <div className={`tg-bars${hasBeside ? ' tg-bars--beside' : ''}`}>
      {hasBeside && (
        <div className="tg-bars__row tg-bars__row--head">
          <span className="tg-bars__label" />
          <span />
          <span />
          <span className="tg-bars__beside">{besideHeading}</span>
        </div>
      )}
      {bars.map(bar => (
        <div className="tg-bars__row" key={bar.key}>
          <span className="tg-bars__label">{bar.label}</span>
          <Bar bar={bar} />
          <span className="tg-bars__value">{bar.value}</span>
          {hasBeside && <span className="tg-bars__beside">{bar.beside ?? ''}</span>}
        </div>
      ))}
    </div>
  )
}

function Bar({ bar }: { bar: DrawnBar }) {
  return (
    <svg className="tg-bars__track" width="100%" height="18" focusable="false">
      <rect className="tg-bars__ground" width="100%" height="18" />
      <rect
        className={`tg-bars__bar tg-bars__bar--${bar.mark}`}
        x={`${bar.start}%`}
        width={`${bar.length}%`}
        height="18"
      />
    </svg>
  )
}
