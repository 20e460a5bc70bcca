import type { DrawnPoint, DrawnTrend } from './drawn'

const TICK_AT = 36

/** A line over periods; every point has its number written at it, and a period without one says so. */
export function Trend({ trend, missing }: { trend: DrawnTrend; missing: string }) {
  const { width, height, path, points, ticks } = trend
  return (
    <svg className="tg-trend" viewBox={`0 0 ${width} ${height}`} focusable="false">
      {ticks.map(({ y, label }) => (
        <g key={label}>
          <line className="tg-trend__grid" x1={TICK_AT + 6} x2={width} y1={y} y2={y} />
          <text className="tg-trend__tick" x={TICK_AT} y={y + 4}>
            {label}
          </text>
        </g>
      ))}
      <path className="tg-trend__line" d={path} />
      {points.map((point, at) => (
        <Point
          key={point.key}
          point={point}
          floor={height}
          missing={missing}
          isEvery={at % everyOf(points) === 0}
        />
      ))}
    </svg>
  )
}

/** With many periods only every second, third … is named below. */
function everyOf(points: readonly DrawnPoint[]): number {
  return Math.ceil(points.length / 8)
}

function Point({
  point,
  floor,
  missing,
  isEvery,
}: {
  point: DrawnPoint
  floor: number
  missing: string
  isEvery: boolean
}) {
  return (
    <g>
      {point.y === null ? (
        <text className="tg-trend__missing" x={point.x} y={floor - 34}>
          {missing}
        </text>
      ) : (
        <circle className="tg-trend__point" cx={point.x} cy={point.y} r="4.5" />
      )}
      {isEvery && (
        <text className="tg-trend__period" x={point.x} y={floor - 8}>
          {point.label}
        </text>
      )}
    </g>
  )
}
