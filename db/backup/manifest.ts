import { z } from 'zod'

/** Goes up when a file written from now on can no longer be read by what reads it today. */
export const FORMAT = 1

const table = z.object({
  /** With its schema: public.person_case. */
  name: z.string(),
  rows: z.int(),
  /** SHA-256 of the rows as COPY writes them, in the order of the key. */
  checksum: z.string(),
  /** Of what is only added to: each row hashed with the head before it, in the order of writing; null of other tables. */
  head: z.string().nullable(),
})

const sequence = z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })

/** One thing somebody may do or see: `what` says of whom and where, `how` the words of a policy, which differ between majors of PostgreSQL. */
const right = z.object({ what: z.string(), how: z.string() })

const measurement = z.object({
  tables: z.array(table),
  sequences: z.array(sequence),
  rights: z.array(right),
})

/** What a database held at one instant, as far as it is compared. */
export type Measurement = z.infer<typeof measurement>
export type MeasuredTable = z.infer<typeof table>
export type MeasuredSequence = z.infer<typeof sequence>
export type Right = z.infer<typeof right>

export const manifestSchema = measurement.extend({
  format: z.literal(FORMAT),
  /** The instant of which the rows are, by the clock of the database. */
  madeAt: z.iso.datetime(),
  from: z.object({ host: z.string(), database: z.string(), server: z.string(), major: z.int() }),
  /** Rows by COPY, to be loaded below the migrations of this project; or the archive of pg_dump, schema and all. */
  data: z.enum(['copy', 'pg_dump']),
  /** Every migration that had run, in order. */
  migrations: z.array(z.string()).min(1),
  /** The version of the tables of jobs, and the queues of which jobs are owed. */
  jobs: z.object({ version: z.int(), queues: z.array(z.string()) }),
})

/** What is said at the end of a backup about all that stands before. */
export type Manifest = z.infer<typeof manifestSchema>
