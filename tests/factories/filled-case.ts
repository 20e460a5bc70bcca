import { sql } from 'kysely'
import { newId } from '@db/id'
import { placeInCase } from '~/domain/case/record/case-identity.server'
import { accepted, anotherCase, form, next, type ReferralWorld, underReview } from './referral-world'
import { markArrived } from '~/domain/referral/events/arrive/act.server'
import { declineReferral } from '~/domain/referral/events/decline/act.server'
import { recordDeparture } from '~/domain/referral/events/depart/act.server'

/** The words that were typed for a filled case, one a place, each of which says where it was typed. */
export const TYPED = {
  shortlist: 'typed on the shortlist',
  answer: 'typed by the coordinator',
  before: 'typed before it was corrected',
  declined: 'typed on declining',
  extension: 'typed on extending the offer',
} as const

export interface FilledCase {
  caseId: string
  /** Declined by the second provider, and departed from the first provider's house. */
  referrals: { declined: string; departed: string }
  /** The row each of the typed words is in. */
  rows: {
    shortlist: string
    answer: string
    before: string
    declined: string
    extension: string
  }
}

/**
 * One more woman at Low Newton with something in every table that belongs to a case: declined on 2 February 2027, housed by referral from 8 March to 1
 * April. Her case is open.
 */
export async function filledCase(world: ReferralWorld, bed = 0): Promise<FilledCase> {
  const caseId = await anotherCase(world)
  const { owner } = world.database
  const { app, viewers } = world
  const hostel = await underReview(world, 'hostel', caseId)
  const reasons = { primary: 'capacity.no_bed_in_area', others: [], note: TYPED.declined } as const
  next(hostel, await declineReferral(app, viewers.secondWorker, { ...hostel, reasons }, form()))
  const house = await accepted(world, 'womensHouse', caseId, bed)
  world.passTo(new Date('2027-03-08T11:00:00Z'))
  const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-05-31', note: null }
  const here = next(house, await markArrived(app, viewers.firstWorker, { ...house, ...stay }, form()))
  world.passTo(new Date('2027-04-01T11:00:00Z'))
  const left = { departedOn: '2027-04-01', kind: 'planned', note: null } as const
  next(here, await recordDeparture(app, viewers.firstWorker, { ...here, ...left }, form()))

  const { wrappedKey } = await owner
    .selectFrom('caseKey')
    .select('wrappedKey')
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  const key = app.keys.unwrap(wrappedKey, caseId)
  const seal = (table: string, row: string, column: string, text: string) =>
    app.keys.encrypt(key, placeInCase(table, row, column, caseId), text)
  const { personId: officer, organisationId: prison } = viewers.lowNewtonOfficer
  const { personId: coordinator } = viewers.coordinator
  const at = new Date('2027-02-10T10:00:00Z')
  const service = world.services.hostel
  const [entry, note, sent, answer, change, nomination, step, told, policy] = Array.from({ length: 9 }, newId)
  const { id: declinedLine } = await owner
    .selectFrom('referralHistory')
    .select('id')
    .where('referralId', '=', hostel.referralId)
    .where('event', '=', 'decline')
    .executeTakeFirstOrThrow()
  const { id: offer } = await owner
    .updateTable('offer')
    .set({ extendedAt: at })
    .where('caseId', '=', caseId)
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    with offered as (update offer set extension_reason = ${seal('offer', offer, 'extension_reason', TYPED.extension)} where id = ${offer}),
    topic as (insert into case_topic (case_id, topic) values (${caseId}, 'money')),
    carried as (insert into case_carried (case_id, field, value, from_organisation_id, from_closed_at)
      values (${caseId}, 'pets', '"dog"', ${prison}, ${at})),
    changed as (insert into case_change (id, case_id, field, was, changed_by, changed_at)
      values (${change}, ${caseId}, 'name', ${seal('case_change', change!, 'was', JSON.stringify(TYPED.before))}, ${officer}, ${at})),
    handed as (insert into case_hand_over (case_id, from_organisation_id, to_organisation_id, handed_by, handed_at)
      values (${caseId}, ${prison}, ${prison}, ${officer}, ${at})),
    searched as (insert into case_search (id, case_id, searched_on, criteria, criteria_hash, counts)
      values (gen_random_uuid(), ${caseId}, '2027-02-10', '{}', 'a', '{}')),
    moved as (insert into release_date_change (id, case_id, old_release_on, new_release_on, cause, changed_by, changed_at)
      values (gen_random_uuid(), ${caseId}, '2027-03-07', '2027-03-08', 'calculation', ${officer}, ${at})),
    matched as (insert into own_match (case_id, days_before, release_on, matched_on, found)
      values (${caseId}, 5, '2027-03-08', '2027-03-03', 'none')),
    checked as (insert into outcome_check (id, case_id, kind, answers, recorded_by, recorded_at)
      values (gen_random_uuid(), ${caseId}, 'night_before', '{"secured": "yes", "route": "approved_route"}', ${officer}, ${at})),
    struck as (insert into struck_words (case_id, kept_in, row_id, struck_by, struck_at)
      values (${caseId}, 'referral_note', gen_random_uuid(), ${officer}, ${at})),
    late as (insert into referral_late_told (referral_id, due_at, step, told_at) values (${hostel.referralId}, ${at}, 'late', ${at})),
    owed as (insert into message (id, person_id, template, referral_id, created_at)
      values (gen_random_uuid(), ${officer}, 'referral_declined', ${hostel.referralId}, ${at}))
    select 1`.execute(owner)
  await owner
    .insertInto('caseShortlist')
    .values({ id: entry!, caseId, serviceId: service, addedBy: officer, addedAt: at, groupThen: 'discuss' })
    .execute()
  await owner
    .insertInto('caseShortlistNote')
    .values({
      id: note!,
      entryId: entry!,
      caseId,
      version: 1,
      writtenBy: officer,
      writtenAt: at,
      note: seal('case_shortlist_note', note!, 'note', TYPED.shortlist),
    })
    .execute()
  await owner
    .insertInto('nobodyFits')
    .values({
      id: sent!,
      caseId,
      agreed: 'yes',
      tried: '[]',
      recordedBy: officer,
      recordedAt: at,
      endedBy: officer,
      endedAt: at,
      endedAs: 'place_found',
    })
    .execute()
  await owner
    .insertInto('nobodyFitsEndChange')
    .values({ entryId: sent!, caseId, was: 'nothing_found', changedBy: coordinator, changedAt: at })
    .execute()
  await owner
    .insertInto('nobodyFitsAnswer')
    .values({
      id: answer!,
      entryId: sent!,
      caseId,
      writtenBy: coordinator,
      writtenAt: at,
      note: seal('nobody_fits_answer', answer!, 'note', TYPED.answer),
    })
    .execute()
  await owner
    .insertInto('programme')
    .values({ serviceId: world.services.flats, type: 'parenting_course' })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await owner
    .insertInto('nomination')
    .values({
      id: nomination!,
      caseId,
      serviceId: world.services.flats,
      agreed: 'yes',
      state: 'completed',
      nominatedBy: officer,
      nominatedAt: at,
      stateChangedAt: at,
    })
    .execute()
  await owner
    .insertInto('nominationStep')
    .values({
      id: step!,
      nominationId: nomination!,
      event: 'complete',
      toState: 'completed',
      happenedAt: at,
      byPerson: officer,
      bySide: 'officer',
    })
    .execute()
  await owner
    .insertInto('referralChange')
    .values({
      id: told!,
      referralId: hostel.referralId,
      caseId,
      changedAt: at,
      changedBy: officer,
      told: false,
      passedOn: false,
      tier: 1,
    })
    .execute()
  await owner
    .insertInto('referralChangeDetail')
    .values({
      changeId: told!,
      referralId: hostel.referralId,
      caseId,
      criterion: 'pets',
      title: 'Pets',
      tier: 1,
      silent: false,
      before: '{}',
      after: '{}',
      madeFrom: '{}',
    })
    .execute()
  await owner
    .insertInto('referralChangeFact')
    .values({ changeId: told!, referralId: hostel.referralId, caseId, fact: 'pets', tier: 1 })
    .execute()
  await owner
    .insertInto('struckWords')
    .values({ caseId, keptIn: 'referral_note', rowId: note!, struckBy: officer, struckAt: at })
    .execute()
  await owner
    .insertInto('policyChange')
    .values({ id: policy!, serviceId: service, before: '{}', after: '{}' })
    .execute()
  await owner
    .insertInto('policyChangeWaiting')
    .values({ changeId: policy!, referralId: hostel.referralId, caseId })
    .execute()
  return {
    caseId,
    referrals: { declined: hostel.referralId, departed: house.referralId },
    rows: {
      shortlist: note!,
      answer: answer!,
      before: change!,
      declined: declinedLine,
      extension: offer,
    },
  }
}
