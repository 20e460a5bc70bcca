import { classNames } from '~/ui/class-names'
import { KEEP_SCROLL } from '~/ui/page/follow-links'
import type { ReactNode } from 'react'
import { shadeOf } from './shade'
import drawing from './region-drawing.json'
import outlines from './region-outlines.svg?url'

/** How an authority is filled on a map that compares them; always with a legend in words. */
type AreaTone = 'strong' | 'middle' | 'sand' | 'plain' | 'hatched'

export interface AreaShown {
  /** ONS code of the authority. */
  code: string
  name: string
  /** Where its link leads: this page, narrowed to the authority. */
  href: string
  /** Drawn in a circle; left out on a map of colours. */
  count?: number
  /** What the link says after the name: '9 services', 'case by case'. */
  about: string
  tone?: AreaTone
  /** The search is narrowed to it. */
  chosen?: boolean
}

export interface RegionOutlineProps {
  areas: readonly AreaShown[]
  /** What the list of links is: 'Services by authority'. */
  label: string
  caption?: ReactNode
}

/** Where counts stand that have no room in their area: out at sea, with a line. Units of the drawing. */
const COUNT_BESIDE: Readonly<Record<string, readonly [x: number, y: number]>> = {
  E08000022: [286, 268],
  E08000023: [304, 297],
  E08000024: [309, 329],
  E06000001: [340, 388],
  E06000002: [327, 420],
}

/** Where counts stand that sit better off the middle of their area. */
const COUNT_AT: Readonly<Record<string, readonly [x: number, y: number]>> = {
  E08000021: [219, 289],
  E08000037: [203, 317],
  E06000004: [272, 444],
  E06000003: [349, 454],
}

/** The 12 authorities drawn, and the same as a list of links: whole without JavaScript, without a mouse and on paper. */
export function RegionOutline({ areas, label, caption }: RegionOutlineProps) {
  return (
    <figure className="tg-map">
      <RegionDrawing areas={areas} />
      {caption && <figcaption className="tg-map__caption">{caption}</figcaption>}
      <AreaList areas={areas} label={label} />
    </figure>
  )
}

/** The drawing alone. Hidden from screen readers and the keyboard: AreaList says the same, and must stand beside it. */
export function RegionDrawing({ areas }: { areas: readonly AreaShown[] }) {
  const shown = new Map(areas.map(area => [area.code, area]))
  return (
    <svg className="tg-map__drawing" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true">
      <Hatching />
      {drawing.areas.map(area => (
        <AreaShape key={area.code} code={area.code} area={shown.get(area.code)} />
      ))}
      {drawing.areas.map(area => (
        <AreaCount key={area.code} {...area} count={shown.get(area.code)?.count} />
      ))}
    </svg>
  )
}

/** The authorities as links, each with its count or its word. */
export function AreaList({ areas, label }: { areas: readonly AreaShown[]; label: string }) {
  return (
    <ul className="tg-map__list" aria-label={label}>
      {areas.map(area => (
        <li key={area.code}>
          <a className="govuk-link govuk-link--no-visited-state" href={area.href} {...KEEP_SCROLL}>
            <span aria-hidden="true">
              {area.count === undefined ? `${area.name}: ${area.about}` : `${area.name} ${area.count}`}
            </span>
            <span className="govuk-visually-hidden">{`${area.name}: ${area.about}`}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** An outline out of the file of all twelve, which the browser keeps: a page holds none of them. */
function AreaShape({ code, area }: { code: string; area: AreaShown | undefined }) {
  const className = classNames('tg-map__area', ...looksOf(area).map(look => `tg-map__area--${look}`))
  const shape = <use className={className} href={`${outlines}#${code}`} />
  if (!area) return shape
  return (
    <a href={area.href} tabIndex={-1} {...KEEP_SCROLL}>
      <title>{`${area.name}: ${area.about}`}</title>
      {shape}
    </a>
  )
}

function looksOf(area: AreaShown | undefined): string[] {
  const shade = area?.count === undefined ? null : `shade-${shadeOf(area.count)}`
  return [shade, area?.tone, area?.chosen && 'chosen'].filter(look => typeof look === 'string')
}

function AreaCount({ code, x, y, count }: { code: string; x: number; y: number; count: number | undefined }) {
  if (count === undefined) return null
  const beside = COUNT_BESIDE[code]
  const [atX, atY] = beside ?? COUNT_AT[code] ?? [x, y]
  return (
    <g className="tg-map__mark">
      {beside && <line className="tg-map__leader" x1={x} y1={y} x2={atX} y2={atY} />}
      <circle
        className={`tg-map__count${count === 0 ? ' tg-map__count--nought' : ''}`}
        cx={atX}
        cy={atY}
        r="13"
      />
      <text className="tg-map__number" x={atX} y={atY + 5}>
        {count}
      </text>
    </g>
  )
}

/** 'Not confirmed' is a pattern, never a colour. */
function Hatching() {
  return (
    <pattern
      id="tg-hatching"
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="8" height="8" fill="#fff" />
      <rect width="4" height="8" fill="#d5dee1" />
    </pattern>
  )
}
