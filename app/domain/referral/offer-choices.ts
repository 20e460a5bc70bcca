import type { Day } from '../region/calendar'
import { dayOrYear } from '../region/near-time'
import { freeFrom, isFreeBetween, stateOn } from '../vacancy/bedspace-state'
import type { OwnBedspace } from '../vacancy/own-bedspaces.server'
import { stateWords } from '../vacancy/state-words'
import { BEDSPACE_TYPE_LABELS, isBedspaceType } from '../vacancy/vacancy'

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
  /** Free on the first night, if perhaps not for the whole stay. */
  isFree: boolean
}

interface Days {
  fromOn: Day
  untilOn: Day
  /** The stay and the turnaround after it. */
  freeUntil: Day
}

/** Bedspaces free for the whole stay first, then those free at its start, then the others with when they come free. */
export function offerChoices(bedspaces: readonly OwnBedspace[], days: Days): OfferChoices {
  const unnamed = bedspaces.filter(bedspace => !bedspace.named)
  const named = bedspaces
    .filter(bedspace => bedspace.named)
    .map(bedspace => ({ bedspace, rank: rankOf(bedspace, days) }))
    .sort((a, b) => a.rank - b.rank)
  const choices = named.map(({ bedspace }) => ({
    id: bedspace.id,
    name: [bedspace.name, typeOf(bedspace)].join(', '),
    hint: hintOf(bedspace, days),
    isFree: rankOf(bedspace, days) < 2,
  }))
  return { fromOn: days.fromOn, untilOn: days.untilOn, choices: [...choices, ...anyOf(unnamed, days)] }
}

function rankOf({ claims }: OwnBedspace, { fromOn, freeUntil }: Days): number {
  if (isFreeBetween(claims, fromOn, freeUntil)) return 0
  return stateOn(claims, fromOn).kind === 'free' ? 1 : 2
}

function hintOf({ claims }: OwnBedspace, { fromOn, freeUntil }: Days): string {
  if (isFreeBetween(claims, fromOn, freeUntil)) return 'Free for the whole stay'
  const state = stateOn(claims, fromOn)
  const next = claims
    .map(claim => claim.from)
    .filter(from => from > fromOn)
    .sort()[0]
  if (state.kind === 'free' && next)
    return `Free until ${dayOrYear(next, fromOn)}, then claimed: end the stay by then`
  const free = freeFrom(claims, fromOn)
  const words = stateWords(state, fromOn)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${free ? `: free from ${dayOrYear(free, fromOn)}` : ''}`
}

/** Unnamed bedspaces are as good as each other: one choice stands for any of a type. */
function anyOf(unnamed: readonly OwnBedspace[], days: Days): OfferChoice[] {
  return [...new Set(unnamed.map(bedspace => bedspace.type))].flatMap(type => {
    const same = unnamed.filter(bedspace => bedspace.type === type)
    const free = same.filter(bedspace => rankOf(bedspace, days) === 0)
    const first = free[0] ?? same[0]
    const hint = `${free.length} of ${same.length} free for the whole stay`
    return first ? [{ id: first.id, name: `Any bedspace, ${typeOf(first)}`, hint, isFree: true }] : []
  })
}

function typeOf({ type }: OwnBedspace): string {
  return (isBedspaceType(type) ? BEDSPACE_TYPE_LABELS[type] : type).toLowerCase()
}
