import type { z } from 'zod'
import type { EVENTS, ScreenEvent } from '~/domain/referral/events/registry'

/** The names of the fields that the form of an event reads: no other can be drawn. */
export type FieldName<Event extends ScreenEvent> = keyof z.input<
  ReturnType<(typeof EVENTS)[Event]['screen']['form']>
> &
  string
