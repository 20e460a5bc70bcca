/** One thing measured. A figure without a bar is reported for what it tells about the others. */
export interface Figure {
  id: string
  /** Null when it could not be measured here; `note` then says why. */
  value: number | null
  unit?: 'ms' | 's' | 'kB'
  bar: Bar | null
  note: string
}

interface Bar {
  must: '>=' | '<='
  than: number
}

/** A figure that must reach a number. */
export function atLeast(than: number): Bar {
  return { must: '>=', than }
}

/** A figure that must not pass a number. */
export function atMost(than: number): Bar {
  return { must: '<=', than }
}

/** Whether a figure keeps to its bar; what has none, or could not be measured, is not short. */
export function isShort({ value, bar }: Figure): boolean {
  if (value === null || bar === null) return false
  return bar.must === '>=' ? value < bar.than : value > bar.than
}

/** 'ID  FIGURE  bar >= 0.5  ok'. */
export function figureLine(figure: Figure): string {
  const { id, value, unit = '', bar, note } = figure
  if (value === null) return `${id.padEnd(ID_WIDTH)}  not measured: ${note}`
  const shown = `${value.toFixed(value < 10 ? 2 : 1)}${unit && ` ${unit}`}`.padStart(10)
  if (bar === null) return `${id.padEnd(ID_WIDTH)}  ${shown}  no bar`
  const verdict = isShort(figure) ? 'SHORT' : 'ok'
  return `${id.padEnd(ID_WIDTH)}  ${shown}  bar ${bar.must} ${bar.than}${unit && ` ${unit}`}  ${verdict}`
}

const ID_WIDTH = 34
