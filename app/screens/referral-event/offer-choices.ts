import { addDays, type Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { stateOn } from '~/domain/vacancy/free/bedspace-state'
import { freeUntil, isFreeOn, offerable } from '~/domain/vacancy/free/free-days'
import { throughThenWords, throughWords } from '~/domain/vacancy/free/last-day'
import type { OwnBedspace } from '~/domain/vacancy/own/own-bedspaces.server'
import { stateWords } from '~/screens/vacancies/state-in-words'
import { BEDSPACE_TYPE_LABELS } from '~/domain/vacancy/vacancy'
import { labelOf } from '~/domain/words/codes'
import { inSentence } from '~/domain/words/english'

/** What a provider may offer and for which days, in words. Safe for the browser. */

export interface OfferChoices {
  fromOn: Day
  untilOn: Day
  choices: OfferChoice[]
}

export interface OfferChoice {
  id: string
  name: string
  hint: string
  /** Empty now and free on the first night, if perhaps not for the whole stay: what every page counts as free that day. */
  isFree: boolean
  /** May be offered for the first night: free, or ready by then because what is there now ends before. */
  fitsFirstNight: boolean
}

interface Days {
  today: Day
  fromOn: Day
  untilOn: Day
}

/** Bedspaces free for the whole stay first, then those free at its start, then those ready by then, then those that come free later. */
export function offerChoices(bedspaces: readonly OwnBedspace[], days: Days): OfferChoices {
  const unnamed = bedspaces.filter(bedspace => !bedspace.named)
  const named = bedspaces
    .filter(bedspace => bedspace.named)
    .map(bedspace => ({ bedspace, rank: rankOf(bedspace, days) }))
    .filter(({ rank }) => rank < NEVER)
    .sort((a, b) => a.rank - b.rank)
  const choices = named.map(({ bedspace, rank }) => ({
    id: bedspace.id,
    name: [bedspace.name, typeOf(bedspace)].join(', '),
    hint: hintOf(bedspace, days),
    isFree: rank < READY,
    fitsFirstNight: rank < LATER,
  }))
  return { fromOn: days.fromOn, untilOn: days.untilOn, choices: [...choices, ...anyOf(unnamed, days)] }
}

const [WHOLE_STAY, ITS_START, READY, LATER, NEVER] = [0, 1, 2, 3, 4] as const

function rankOf({ claims, turnaround }: OwnBedspace, { today, fromOn, untilOn }: Days): number {
  if (isFreeOn(claims, turnaround, { today, day: fromOn })) {
    const end = freeUntil(claims, turnaround, fromOn)
    return end === null || untilOn <= end.lastOn ? WHOLE_STAY : ITS_START
  }
  const opening = offerable(claims, turnaround, { today, day: fromOn })
  if (opening === null) return NEVER
  return opening.from <= fromOn ? READY : LATER
}

function hintOf(bedspace: OwnBedspace, days: Days): string {
  const { claims, turnaround } = bedspace
  const rank = rankOf(bedspace, days)
  if (rank === WHOLE_STAY) return 'Free for the whole stay'
  const end = freeUntil(claims, turnaround, days.fromOn)
  if (rank === ITS_START && end)
    return `Free ${throughThenWords(end, days.today)}. The last day can be no later`
  return laterHint(bedspace, days)
}

/** 'Occupied, leaving on Fri 4 December (sure): free from Tue 8 December'. */
function laterHint({ claims, turnaround }: OwnBedspace, { today, fromOn }: Days): string {
  const now = stateOn(claims, today)
  const words = stateWords(now.kind === 'free' ? stateOn(claims, fromOn) : now, today)
  const opening = offerable(claims, turnaround, { today, day: fromOn })
  const from = opening && `: can be offered from ${dayOrYear(opening.from, today)}`
  const until = opening?.until && `, ${throughWords(addDays(opening.until, 1), today)}`
  const who = words === 'free' ? 'Claimed before then' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return [who, from, until].filter(Boolean).join('')
}

/** Unnamed bedspaces are as good as each other: one choice stands for those of a type that may be offered at all. */
function anyOf(unnamed: readonly OwnBedspace[], days: Days): OfferChoice[] {
  return [...new Set(unnamed.map(bedspace => bedspace.type))].flatMap(type => {
    const same = unnamed.filter(bedspace => bedspace.type === type)
    const ranked = same
      .map(bedspace => ({ bedspace, rank: rankOf(bedspace, days) }))
      .sort((a, b) => a.rank - b.rank)
    const [first] = ranked
    if (first === undefined || first.rank === NEVER) return []
    const free = ranked.filter(({ rank }) => rank < READY)
    const ready = ranked.filter(({ rank }) => rank === READY)
    const whole = free.filter(({ rank }) => rank === WHOLE_STAY)
    const count = `${free.length} of ${same.length} free on the first night, ${whole.length} for the whole stay`
    const none =
      ready.length > 0 ? `0 of ${same.length} empty now, ${ready.length} ready by the first night` : count
    const hint = free.length > 0 ? count : `${none}. ${laterHint(first.bedspace, days)}`
    return [
      {
        id: first.bedspace.id,
        name: `Any bedspace, ${typeOf(first.bedspace)}`,
        hint,
        isFree: free.length > 0,
        fitsFirstNight: first.rank < LATER,
      },
    ]
  })
}

function typeOf({ type }: OwnBedspace): string {
  return inSentence(labelOf(BEDSPACE_TYPE_LABELS, type))
}
