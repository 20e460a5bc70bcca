import { z } from 'zod'
import { CRN_PATTERN, PRISON_NUMBER_PATTERN, tidyNumber } from '../case/record/person-case'

const SAY = 'Enter a prison number like A1234BC, or a CRN like X123456'

/** A prison number or a CRN, by which everything held on a person is found. Safe for the browser. */
export const personFormSchema = z.object({
  number: z
    .string({ error: SAY })
    .transform(tidyNumber)
    .refine(number => PRISON_NUMBER_PATTERN.test(number) || CRN_PATTERN.test(number), { error: SAY }),
})
