import { newId } from '@db/id'
import type { SyntheticReferral } from '@db/seeds/history/synthetic-episode'
import type { SmallService } from '@db/seeds/small-services'
import { acceptOffer } from '~/domain/referral/events/accept/act.server'
import type { ActResult } from '~/domain/referral/events/act-on-referral.server'
import { markArrived } from '~/domain/referral/events/arrive/act.server'
import { declineReferral } from '~/domain/referral/events/decline/act.server'
import { recordDeparture } from '~/domain/referral/events/depart/act.server'
import { expireOffers } from '~/domain/referral/events/expire/expire-offers.server'
import { markNoShow } from '~/domain/referral/events/no-show/act.server'
import { offerBedspace } from '~/domain/referral/events/offer/act.server'
import { refuseOffer } from '~/domain/referral/events/refuse/act.server'
import { takeToAssess } from '~/domain/referral/events/take-to-assess/act.server'
import { withdrawReferral } from '~/domain/referral/events/withdraw/act.server'
import type { Departure, GivenReasons } from '~/domain/referral/reasons'
import { addDays, type Day } from '~/domain/time/calendar'
import { addWorkingDays } from '~/domain/time/working-days'
import { type Act, minutesInto, type Played } from './played-episode'
import { current, form, submitted, workerOf } from './referral-world'

const STAY_DAYS = 84
const STAYS_OPEN: ReadonlySet<string> = new Set(['placed_elsewhere', 'expired'])
/** The second is asked while the first is. */
const SERVICES: Record<'womenOnly' | 'mixed', readonly SmallService[]> = {
  womenOnly: ['womensHouse', 'refuge'],
  mixed: ['hostel', 'flats'],
}

/** Everything that was done with one referral of a case that is played. */
export function playReferral(played: Played, referral: SyntheticReferral, at: number): Act[] {
  const { world, caseId, episode } = played
  const service = serviceOf(episode.referrals.slice(0, at), referral)
  const { submittedOn, acknowledgedOn, decidedOn, outcome } = referral
  const releasedOn = episode.releasedOn ?? ''
  let referralId = ''
  const [officer, worker] = [world.viewers.lowNewtonOfficer, workerOf(world, service)]
  const { app } = world
  async function does(
    act: (target: Awaited<ReturnType<typeof current>>) => Promise<ActResult>,
  ): Promise<void> {
    const done = await act(await current(world, { referralId, version: 0 }))
    if (!done.ok) throw new Error(`${outcome}: ${done.reason}`)
  }
  function on(day: Day, minutes: number, act: Parameters<typeof does>[0]): Act {
    return { at: minutesInto(day, minutes), run: () => does(act) }
  }
  const reasons = given(referral)
  const submits: Act = {
    at: minutesInto(submittedOn, 10 + at),
    run: async () => void ({ referralId } = await submitted(world, service, caseId)),
  }
  const acts = [submits]
  if (acknowledgedOn)
    acts.push(on(acknowledgedOn, 20 + at, seen => takeToAssess(app, worker, seen, form(newId()))))
  if (outcome === 'withdrawn')
    acts.push(
      on(acknowledgedOn ?? submittedOn, 30 + at, seen =>
        withdrawReferral(app, officer, { ...seen, reasons }, form(newId())),
      ),
    )
  if (outcome === 'declined')
    acts.push(
      on(decidedOn ?? '', 40 + at, seen => declineReferral(app, worker, { ...seen, reasons }, form(newId()))),
    )
  if (outcome === 'withdrawn' || outcome === 'declined' || outcome === 'placed_elsewhere') return acts
  const offers = async (seen: Awaited<ReturnType<typeof current>>) => {
    const stay = { fromOn: releasedOn, untilOn: addDays(releasedOn, STAY_DAYS), conflictCheckDone: true }
    const bedspaceId = await anotherBed(played, service)
    return offerBedspace(app, worker, { ...seen, ...stay, bedspaceId }, form(newId()))
  }
  if (outcome === 'expired')
    acts.push(
      on(decidedOn ?? '', 40 + at, async seen => {
        const made = await offers(seen)
        await lapseAtOnce(world, referralId)
        return made
      }),
    )
  acts.push(on(decidedOn ?? '', 40 + at, offers))
  if (outcome === 'refused')
    acts.push(
      on(decidedOn ?? '', 60 + at, seen => refuseOffer(app, officer, { ...seen, reasons }, form(newId()))),
    )
  if (outcome === 'expired')
    acts.push({
      at: minutesInto(earlier(addWorkingDays(decidedOn ?? '', 4), releasedOn), -120),
      run: async () => void (await expireOffers(world.worker)),
    })
  if (outcome === 'refused' || outcome === 'expired') return acts
  acts.push(
    on(decidedOn ?? '', 60 + at, seen => acceptOffer(app, officer, { ...seen, note: null }, form(newId()))),
  )
  if (outcome === 'no_show')
    acts.push(
      on(addWorkingDays(releasedOn, 1), 300, seen =>
        markNoShow(app, worker, { ...seen, reasons }, form(newId())),
      ),
    )
  if (outcome !== 'arrived') return acts
  const stay = { arrivedOn: releasedOn, expectedDepartureOn: addDays(releasedOn, STAY_DAYS), note: null }
  acts.push(on(releasedOn, 240, seen => markArrived(app, worker, { ...seen, ...stay }, form(newId()))))
  const { placeEndedOn, placeEndedAs } = episode
  if (placeEndedOn) {
    const left = { departedOn: placeEndedOn, kind: placeEndedAs as Departure, note: null }
    acts.push(
      on(placeEndedOn, 240, seen => recordDeparture(app, worker, { ...seen, ...left }, form(newId()))),
    )
  }
  return acts
}

function serviceOf(before: readonly SyntheticReferral[], { isWomenOnly }: SyntheticReferral): SmallService {
  const open = before.filter(each => each.isWomenOnly === isWomenOnly && STAYS_OPEN.has(each.outcome))
  const service = SERVICES[isWomenOnly ? 'womenOnly' : 'mixed'][open.length]
  if (!service) throw new Error('More are open at once than there are services')
  return service
}

function given({ reasons: [primary = '', ...others] }: SyntheticReferral): GivenReasons {
  return { primary, others, note: null }
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}

/** The first of two offers that nobody answered: both would not have their full time before every release. */
async function lapseAtOnce(world: Played['world'], referralId: string): Promise<void> {
  const { owner } = world.database
  const expiresAt = world.app.clock()
  await owner
    .updateTable('offer')
    .set({ expiresAt })
    .where('referralId', '=', referralId)
    .where('endedAt', 'is', null)
    .execute()
  await expireOffers(world.worker)
}

/** A bed nobody was ever in, at the service. */
async function anotherBed({ world }: Played, service: SmallService): Promise<string> {
  const id = newId()
  const serviceId = world.services[service]
  await world.database.owner
    .insertInto('bedspace')
    .values({ id, serviceId, name: id.slice(-8), type: 'self_contained' })
    .execute()
  return id
}
