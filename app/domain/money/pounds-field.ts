import { z } from 'zod'
import { HOW_TO_WRITE, readPence } from './typed-amount'

/** An amount typed in pounds that may be left empty: '85', '£85.50', '1,250'. Gives whole pence, or null. Takes the most that can be meant. */
export function optionalPounds(mostPounds: number) {
  const message = `Enter an amount in pounds, like 85 or 85.50, up to ${mostPounds.toLocaleString('en-GB')}; ${HOW_TO_WRITE}`
  return z
    .string({ error: message })
    .max(40, message)
    .optional()
    .transform((typed, context): number | null => {
      if (typed === undefined || typed.trim() === '') return null
      const pence = readPence(typed)
      if (pence !== null && pence <= mostPounds * 100) return pence
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

/** Pence as a box of pounds holds them: '85.50', '85', '' for not stated. */
export function poundsTyped(pence: number | null): string {
  if (pence === null) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}
