import { readWhole } from '../words/whole-number'

/** How an amount of money is typed, for every form and file: '1480', '1,480' or '1,480.50'. Safe for the browser. */

/** Said beside an amount that cannot be read. */
export const HOW_TO_WRITE = 'a comma only between thousands, like 1,480 or 1,480.50'

/** An amount of money in whole pence, with or without '£'; null for what is none. */
export function readPence(typed: string): number | null {
  const [, whole, rest = ''] = /^£?\s*(\S+?)(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? []
  const pounds = whole === undefined ? null : readWhole(whole)
  return pounds === null ? null : pounds * 100 + Number(rest.padEnd(2, '0'))
}
