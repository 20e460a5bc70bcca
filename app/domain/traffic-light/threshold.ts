import { type Day, formatDayLong, londonDay } from '../time/calendar'
import type { Better, IndicatorCode } from './indicator'

/** Where green ends and where red begins, in whole per cent. */
export interface Bounds {
  green: number
  amber: number
}

/** A dated threshold of an indicator, with who set it and why. */
export interface Threshold extends Bounds {
  id: string
  indicator: IndicatorCode
  /** Holds from this day, until the day of a later one. */
  validFrom: Day
  /** Null: struck out, for it should never have been typed. */
  why: string | null
  /** Null: it came with the service. */
  setBy: string | null
  setAt: Date
  /** The row it stands for, which was wrong. */
  corrects: string | null
  /** Of a row that was wrong. */
  struckBy: string | null
  struckAt: Date | null
  whyStruckBy: string | null
  whyStruckAt: Date | null
}

export type Light = 'green' | 'amber' | 'red'

/** The threshold that held on a day: the last of those that stand and had begun; null before there was one. */
export function thresholdOn(
  rows: readonly Threshold[],
  indicator: IndicatorCode,
  day: Day,
): Threshold | null {
  const held = rows.filter(
    row => row.indicator === indicator && row.struckAt === null && row.validFrom <= day,
  )
  return held.sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0] ?? null
}

/** The light of a per cent: a bound itself is on the better side of it. */
export function lightOf(percent: number, { green, amber }: Bounds, better: Better): Light {
  const reaches = (bound: number) => (better === 'lower' ? percent <= bound : percent >= bound)
  if (reaches(green)) return 'green'
  return reaches(amber) ? 'amber' : 'red'
}

/** "Green to 10%, amber to 25%, red above", "Green from 90%, amber from 75%, red below". */
export function toleranceWords({ green, amber }: Bounds, better: Better): string {
  return better === 'lower'
    ? `Green to ${green}%, amber to ${amber}%, red above`
    : `Green from ${green}%, amber from ${amber}%, red below`
}

/** What is wrong with bounds, by field, or null: green must be the better one. */
export function boundsFault({ green, amber }: Bounds, better: Better): string | null {
  if (better === 'lower' && green >= amber) return 'Less is better here: amber must end above green'
  if (better === 'higher' && green <= amber) return 'More is better here: amber must begin below green'
  return null
}

/** "from 1 April 2027", "from 1 April 2022, dated back on 3 May 2026", or "from the beginning" of what came with the service. */
export function sinceWords(threshold: Pick<Threshold, 'validFrom' | 'setBy' | 'setAt' | 'corrects'>): string {
  if (threshold.setBy === null) return 'from the beginning'
  const from = `from ${formatDayLong(threshold.validFrom)}`
  if (!isDatedBack(threshold)) return from
  return `${from}, dated back on ${formatDayLong(londonDay(threshold.setAt))}`
}

/** Whether it was set after the day it holds from: it rates what was published before anybody had agreed it. A correction is none. */
export function isDatedBack({
  validFrom,
  setAt,
  corrects,
}: Pick<Threshold, 'validFrom' | 'setAt' | 'corrects'>): boolean {
  return corrects === null && validFrom < londonDay(setAt)
}
