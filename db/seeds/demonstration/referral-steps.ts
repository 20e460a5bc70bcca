import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import type { ActResult, ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { bookAssessment } from '~/domain/referral/events/book-assessment/act.server'
import { declineReferral } from '~/domain/referral/events/decline/act.server'
import { addToWaitingList } from '~/domain/referral/events/add-to-waiting-list/act.server'
import { markArrived } from '~/domain/referral/events/arrive/act.server'
import { offerBedspace } from '~/domain/referral/events/offer/act.server'
import { acceptOffer } from '~/domain/referral/events/accept/act.server'
import type { AssessmentMethod, RequestItem } from '~/domain/referral/referral'
import { requestInformation } from '~/domain/referral/events/request-information/act.server'
import { takeToAssess } from '~/domain/referral/events/take-to-assess/act.server'
import { addDays, type Day, londonDay, londonInstant } from '~/domain/time/calendar'
import { bedspaceId } from './bedspaces'
import { openDay } from './open-day'

/** One act on one referral, at the time of `app.clock()`. */
interface Acting {
  app: DomainContext
  referrer: SignedInViewer
  provider: SignedInViewer
  target: ReferralTarget
  form: FormRequest
  /** The instant the whole demonstration is dated from. */
  now: Date
  /** The day the person leaves prison. */
  releaseOn: Day
}

export type Act = (acting: Acting) => Promise<ActResult>

const WEEK_DAYS = 7

export const take: Act = ({ app, provider, target, form }) => takeToAssess(app, provider, target, form)

export const accept: Act = ({ app, referrer, target, form }) =>
  acceptOffer(app, referrer, { ...target, note: null }, form)

export const wait: Act = ({ app, provider, target, form }) =>
  addToWaitingList(
    app,
    provider,
    { ...target, reasons: { primary: 'waiting.no_bed_yet', others: [], note: 'Next on the list' } },
    form,
  )

export function ask(items: RequestItem[], note: string): Act {
  return ({ app, provider, target, form }) =>
    requestInformation(app, provider, { ...target, items, note }, form)
}

/** An assessment at 14:00, so many days from now or on the next working day; negative where it has been held. */
export function book(method: AssessmentMethod, inDays: number): Act {
  return ({ app, provider, target, form, now }) => {
    const at = londonInstant(openDay(londonDay(now), inDays), '14:00')
    return bookAssessment(app, provider, { ...target, method, at, note: null }, form)
  }
}

/** A bedspace of a service from the day of release, for so many weeks. */
export function offer(archetypeId: string, bed: number, weeks: number): Act {
  return ({ app, provider, target, form, releaseOn: fromOn }) => {
    const untilOn = addDays(fromOn, weeks * WEEK_DAYS)
    const bedspace = { bedspaceId: bedspaceId(archetypeId, bed), fromOn, untilOn, conflictCheckDone: true }
    return offerBedspace(app, provider, { ...target, ...bedspace }, form)
  }
}

export function arrive(weeks: number): Act {
  return ({ app, provider, target, form, now }) => {
    const arrivedOn = londonDay(now)
    const expectedDepartureOn = addDays(arrivedOn, weeks * WEEK_DAYS)
    return markArrived(app, provider, { ...target, arrivedOn, expectedDepartureOn, note: null }, form)
  }
}

export function decline(primary: string, note: string): Act {
  return ({ app, provider, target, form }) =>
    declineReferral(app, provider, { ...target, reasons: { primary, others: [], note } }, form)
}
