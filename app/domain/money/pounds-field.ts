import { z } from 'zod'

/** An amount typed in pounds that may be left empty: '85', '£85.50', '1,250'. Gives whole pence, or null. Takes the most that can be meant. */
export function optionalPounds(mostPounds: number) {
  const message = `Enter an amount in pounds, like 85 or 85.50, up to ${mostPounds.toLocaleString('en-GB')}`
  return z
    .string({ error: message })
    .max(40, message)
    .optional()
    .transform((typed, context): number | null => {
      const text = (typed ?? '').replace(/[£,\s]/g, '')
      if (text === '') return null
      const amount = Number(text)
      if (/^\d+(\.\d{1,2})?$/.test(text) && amount <= mostPounds) return Math.round(amount * 100)
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

/** Pence as a box of pounds holds them: '85.50', '85', '' for not stated. */
export function poundsTyped(pence: number | null): string {
  if (pence === null) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}
