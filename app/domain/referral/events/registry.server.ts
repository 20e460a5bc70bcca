import type { z } from 'zod'
import type { RegisteredEvent } from './registry'
import { type Send, sending } from './send.server'
import { keepHoldingBed } from './keep-holding/act.server'
import { keepHolding } from './keep-holding/event'
import { takeOfferBack } from './take-back-offer/act.server'
import { takeBackOffer } from './take-back-offer/event'

/** The form of each event of the registry, tied to what it does. */
export const REGISTERED_FORMS: Readonly<Record<RegisteredEvent, () => z.ZodType<Send>>> = {
  take_back_offer: () => takeBackOffer.form.transform(reasons => sending(takeOfferBack, { reasons })),
  keep_holding: () => keepHolding.form.transform(() => sending(keepHoldingBed, {})),
}
