import { z } from 'zod'

/** Reads the form that hands a case over: the organisation of the prison it goes to. Safe for the browser. */
export const handOverSchema = z.object({
  prison: z.uuid({ error: 'Choose the prison the person has moved to' }),
})
