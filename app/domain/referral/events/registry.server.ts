import type { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../context'
import type { EventLink } from './event-spec'
import type { RegisteredEvent } from './registry'
import { type Send, sending } from './send.server'
import { keepHoldingBed } from './keep-holding/act.server'
import { keepHolding } from './keep-holding/event'
import { takeOfferBack } from './take-back-offer/act.server'
import { takeBackOffer } from './take-back-offer/event'
import { toVoid } from './take-back-offer/unusable-bedspace.server'

/** The form of each event of the registry, tied to what it does. */
export const REGISTERED_FORMS: Readonly<Record<RegisteredEvent, () => z.ZodType<Send>>> = {
  take_back_offer: () => takeBackOffer.form.transform(reasons => sending(takeOfferBack, { reasons })),
  keep_holding: () => keepHolding.form.transform(() => sending(keepHoldingBed, {})),
}

type LeadOn = (app: DomainContext, viewer: SignedInViewer, referralId: string) => Promise<EventLink[]>

/** What is left to do elsewhere once an event is done. */
const LEADS_ON: Readonly<Partial<Record<string, LeadOn>>> = { take_back_offer: toVoid }

/** Where the banner of an event that was just done leads on; nowhere for most. */
export async function leadsOn(event: string, ...about: Parameters<LeadOn>): Promise<EventLink[]> {
  return (await LEADS_ON[event]?.(...about)) ?? []
}
