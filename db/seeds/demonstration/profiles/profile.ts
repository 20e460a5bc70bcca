import type { z } from 'zod'
import type { Policy } from '~/domain/eligibility/policy'

export type RoomType = 'self_contained' | 'shared' | 'family'

/** What a service says of itself, in its own words, and the facts in which it differs from others of its type. */
export interface Profile {
  /** One or two sentences: what a card shows. */
  summary: string
  /** The rest, a paragraph each. */
  about: string[]
  /** English alone, unless told. */
  languages?: string[]
  rooms?: RoomType
  wheelchair?: boolean
  phone?: string
  depositPence?: number
  paymentNote?: string
  /** What it states of whom it takes beyond services.json. */
  policy?: z.input<typeof Policy>
}
