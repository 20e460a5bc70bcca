import { newId } from '@db/id'
import type { SyntheticEpisode } from '@db/seeds/history/synthetic-episode'
import { createCase } from '~/domain/case/record/create-case.server'
import { closeCase } from '~/domain/casework/close-case.server'
import type { ClosingReason } from '~/domain/case/closing/case-closing'
import { moveReleaseDate } from '~/domain/casework/move-release-date.server'
import { updateFacts } from '~/domain/casework/update-facts.server'
import type { CheckAnswers, CheckKind } from '~/domain/outcome/checks'
import { recordCheck } from '~/domain/outcome/record-check.server'
import { addDays, type Day } from '~/domain/time/calendar'
import { playReferral } from './played-referral'
import { form, type ReferralWorld } from './referral-world'

/** Something done on a day, at a time of London's morning or later. */
export interface Act {
  at: Date
  run: () => Promise<void>
}

/** What a case that is played needs besides the episode. */
export interface Played {
  world: ReferralWorld
  caseId: string
  episode: SyntheticEpisode
}

/** An age inside each band. */
const AGE = {
  '18-20': 19,
  '21-24': 22,
  '25-29': 27,
  '30-39': 35,
  '40-49': 45,
  '50-59': 55,
  '60+': 64,
} as const
/** Answers of the case of which each barrier follows. */
const ANSWERS: Record<string, object> = {
  mental_health: { mentalHealth: 'yes' },
  substances: { substances: 'recovery' },
  domestic_abuse: { abuse: 'past' },
  learning_disability: { learningDisability: 'yes' },
  access: { accessNeeds: ['lift'] },
  pregnancy: { pregnancy: 'yes' },
  children: { childrenPlan: 'live_in' },
  couple: { couple: 'yes' },
  pet: { pets: 'dog' },
  arson: { arson: 'concern' },
  sexual_offence: { sexualOffence: 'concern' },
  violence: { violence: 'low' },
  high_risk: { rosh: 'high' },
  no_recourse: { recourse: 'no' },
  arrears: { arrearsPence: 5000 },
  licence_area: { licenceExclusions: [{ authority: 'E06000005', extent: 'part' }] },
}
const HOUSING = { nowhere: 'nowhere', under_12_weeks: 'under_12_weeks', none: 'place' } as const
/** Nobody of these is released in the history: a day that was expected. */
const EXPECTED: Partial<Record<SyntheticEpisode['endedAs'], ClosingReason>> = {
  transferred: 'transferred',
  deported: 'released_elsewhere',
  died: 'died',
  not_released: 'recalled_or_remanded',
}

/** An instant on a day, the minutes counted from 08:00 in Greenwich. */
export function minutesInto(day: Day, minutes: number): Date {
  return new Date(Date.parse(`${day}T08:00:00Z`) + minutes * 60_000)
}

/** Does to a new case, on the days of an invented episode, what would have been done; gives its id. */
export async function playEpisode(
  world: ReferralWorld,
  episode: SyntheticEpisode,
  number: string,
): Promise<string> {
  const caseId = await open(world, episode, number)
  const played = { world, caseId, episode }
  const acts = [
    ...caseActs(played),
    ...episode.referrals.flatMap((each, at) => playReferral(played, each, at)),
  ]
  for (const { at, run } of acts.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    world.passTo(at)
    await run()
  }
  return caseId
}

/** The day of release the case has in the end. */
function dayInTheEnd({ endedAs, releasedOn, openedOn }: SyntheticEpisode): Day {
  if (endedAs === 'released' && releasedOn) return releasedOn
  return addDays(releasedOn ?? openedOn, 1000)
}

async function open(world: ReferralWorld, episode: SyntheticEpisode, prisonNumber: string): Promise<string> {
  const { openedOn, dateKnownOn, ageBand, custodyStatus, homeAuthority } = episode
  const releaseOn = dayInTheEnd(episode)
  const isKnown = dateKnownOn === openedOn
  world.passTo(minutesInto(openedOn, 0))
  const seen = dateKnownOn === null ? openedOn : releaseOn
  const born = `${Number(seen.slice(0, 4)) - AGE[ageBand]}-${seen.slice(5, 7)}-01`
  const made = await createCase(
    world.app,
    world.viewers.lowNewtonOfficer,
    {
      prisonNumber,
      name: 'Wren Siskin',
      anotherPerson: `yes ${prisonNumber}`,
      dateOfBirth: born,
      sex: 'woman',
      custodyStatus,
      releaseConfidence: isKnown ? 'firm' : 'not_known',
      releaseOn: isKnown ? releaseOn : null,
      releaseType: 'unknown',
      homeAuthority,
    },
    form(newId()),
  )
  if (!made.ok) throw new Error(made.reason)
  return made.caseId
}

function caseActs(played: Played): Act[] {
  const { episode } = played
  const { openedOn, dateKnownOn, releasedOn, hniaOn, endedAs } = episode
  const end = releasedOn ?? addDays(openedOn, 20)
  return [
    act(openedOn, 1, () => answer(played)),
    ...(dateKnownOn !== null && dateKnownOn !== openedOn
      ? [act(dateKnownOn, 2, () => dateFound(played))]
      : []),
    act(hniaOn ?? openedOn, 3, () => check(played, 'reception', receptionOf(episode))),
    ...recordings(played, end).filter(each => each !== null),
    ...(EXPECTED[endedAs] ? [act(end, 400, () => close(played, EXPECTED[endedAs] ?? 'other'))] : []),
  ]
}

function recordings(played: Played, end: Day): (Act | null)[] {
  const { councilTold, securedBefore, securedRoute, firstNight, day91, ...episode } = played.episode
  const told = { council: null, toldOn: null, agreed: null, chosen: null, contactPassed: null }
  const secured = securedBefore && { secured: securedBefore, route: securedRoute }
  const nights = firstNight && {
    housed: firstNight,
    route: episode.firstNightRoute,
    where: firstNight === 'housed' ? (episode.firstNightAuthority ?? ('unknown' as const)) : null,
    safe: firstNight === 'housed' ? (episode.isSafe ?? ('unknown' as const)) : null,
    suitable: firstNight === 'housed' ? (episode.isSuitable ?? ('unknown' as const)) : null,
  }
  const isEarly = day91 === 'died' || day91 === 'deported'
  return [
    councilTold && act(end, 5, () => check(played, 'council_notice', { told: councilTold, ...told })),
    secured && act(end, 60, () => check(played, 'night_before', secured)),
    nights && act(addDays(end, 1), 60, () => check(played, 'first_night', nights)),
    day91 && act(isEarly ? end : addDays(end, 91), 60, () => check(played, 'day_91', { settled: day91 })),
  ]
}

function act(day: Day, minutes: number, run: () => Promise<void>): Act {
  return { at: minutesInto(day, minutes), run }
}

async function answer({ world, caseId, episode }: Played): Promise<void> {
  const facts = Object.assign({}, ...episode.barriers.map(barrier => ANSWERS[barrier])) as object
  const update = {
    caseId,
    topic: 'needs' as const,
    facts: { ...facts, preferredAuthorities: [...episode.preferredAuthorities] },
    version: 0,
  }
  const done = await updateFacts(world.app, world.viewers.lowNewtonOfficer, update, form(newId()))
  if (!done.ok) throw new Error(done.reason)
}

async function dateFound({ world, caseId, episode }: Played): Promise<void> {
  const move = { releaseOn: dayInTheEnd(episode), releaseConfidence: 'firm', releaseType: 'unknown' } as const
  const moved = { ...move, cause: 'calculation', version: await versionOf(world, caseId) } as const
  const done = await moveReleaseDate(world.app, world.viewers.lowNewtonOfficer, caseId, moved, form(newId()))
  if (!done.ok) throw new Error(done.reason)
}

function receptionOf({ receivedOn, hniaOn, housingNeed }: SyntheticEpisode): CheckAnswers<'reception'> {
  const notAsked = { home: 'unknown', arrears: 'unknown', benefit: 'unknown' } as const
  const hnia = hniaOn === null ? 'unknown' : 'done'
  return { receivedOn, hnia, hniaOn, housing: housingNeed ? HOUSING[housingNeed] : 'unknown', ...notAsked }
}

async function check({ world, caseId }: Played, kind: CheckKind, answers: CheckAnswers): Promise<void> {
  const target = { caseId, kind, version: 0 }
  const officer = world.viewers.lowNewtonOfficer
  const done = await recordCheck(world.app, officer, target, { answers, because: null }, form(newId()))
  if (!done.ok) throw new Error(`${kind}: ${done.reason}`)
}

async function close({ world, caseId }: Played, reason: ClosingReason): Promise<void> {
  const seen = { caseId, version: await versionOf(world, caseId) }
  const closing = { reason, note: null, notKnown: 'yes' } as const
  const done = await closeCase(world.app, world.viewers.lowNewtonOfficer, seen, closing, form(newId()))
  if (!done.ok) throw new Error(done.reason)
}

async function versionOf(world: ReferralWorld, caseId: string): Promise<number> {
  const row = await world.database.owner
    .selectFrom('personCase')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return row.version
}
