import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Decision } from '../eligibility/decision'
import { FACT_LABELS } from '../eligibility/fact-labels'
import type { PersonFacts } from '../eligibility/facts'
import { closestObstacle } from '../eligibility/single-rule'
import type { ServiceKind } from '../service/service-kind'
import { type ServiceCard, serviceCards } from '../service/service-card.server'
import type { LoadedCase } from '../case/record/case-row.server'
import type { ElsewhereService, WhatElse } from './case-search'
import { COUNCIL } from './councils'
import { londonDay } from '../time/calendar'
import { type DecidedService, decideServices } from '../match/decide-services.server'

/** Where else to turn, by kind: each service decided for her, nothing she avoids, nothing that does not take her, by name. */
export type Elsewhere = ReadonlyMap<string, readonly ElsewhereService[]>

const FOR_CHILDREN: readonly ServiceKind[] = ['young_parents', 'family_support']
const WHERE_NOTHING_FITS: readonly ServiceKind[] = ['approved_premises', 'emergency', ...FOR_CHILDREN]

/** The councils, and where nothing fits everything else there is: read and decided at once. */
export async function elsewhereFor(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: LoadedCase,
  isNothing: boolean,
  now: Date,
): Promise<Elsewhere> {
  const rows = await trx
    .selectFrom('service')
    .select(['id', 'outOfHoursPhone'])
    .where('kind', 'in', [COUNCIL, ...(isNothing ? WHERE_NOTHING_FITS : [])])
    .where('archivedAt', 'is', null)
    .execute()
  const outOfHours = new Map(rows.map(row => [row.id, row.outOfHoursPhone]))
  const decided = await decideServices(trx, viewer, found, [...outOfHours.keys()], now)
  const open = decided.filter(({ decision }) => decision.outcome !== 'not_eligible')
  const ids = open.map(service => service.id)
  const cards = await serviceCards(trx, ids, londonDay(now))
  const services = open.flatMap(({ id, decision }) => {
    const card = cards.get(id)
    const outOfHoursPhone = outOfHours.get(id) ?? null
    return card ? [{ ...card, outOfHoursPhone, toDiscuss: toDiscuss(decision) }] : []
  })
  return byKind(services.sort(byName))
}

/**
 * The councils to turn to: of the areas she prefers, else of her home area, else all; and those of other areas, of which she may
 * choose any. Never one she avoids, and none that does not take her.
 */
export function councilsFor(
  elsewhere: Elsewhere,
  found: LoadedCase,
): { own: ElsewhereService[]; others: ElsewhereService[] } {
  const { preferredAuthorities } = found.facts
  const wanted = new Set(preferredAuthorities.length > 0 ? preferredAuthorities : homeOf(found))
  const all = elsewhere.get(COUNCIL) ?? []
  return {
    own: all.filter(council => isIn(council, wanted)),
    others: all.filter(council => !isIn(council, wanted)),
  }
}

/**
 * Where nothing is eligible: the single rule that stands in the way of the closest services, and what else exists in
 * her home and preferred authorities (everywhere, where neither is known), for her children too where she has any. What has to be
 * talked about says so.
 */
export function whatElse(
  elsewhere: Elsewhere,
  found: LoadedCase,
  decided: readonly DecidedService[],
): WhatElse {
  const wanted = new Set([...homeOf(found), ...found.facts.preferredAuthorities])
  const ofKind = (kind: ServiceKind) => (elsewhere.get(kind) ?? []).filter(service => isIn(service, wanted))
  return {
    checked: decided.length,
    obstacle: closestObstacle(decided.map(({ id, decision }) => ({ serviceId: id, decision }))),
    approvedPremises: ofKind('approved_premises'),
    emergency: ofKind('emergency'),
    forChildren: isParent(found.facts) ? FOR_CHILDREN.flatMap(ofKind) : [],
  }
}

/** What is not known, by name, where a criterion waits for it alone: of a woman, a women-only place and not her sex. */
export function toDiscuss({ answers }: Pick<Decision, 'answers'>): string[] {
  const names = answers
    .filter(({ outcome }) => outcome === 'discuss')
    .flatMap(({ title, missing }) =>
      missing.length > 0 ? missing.map(field => FACT_LABELS[field]) : [title],
    )
  return [...new Set(names)]
}

function byKind(services: readonly ElsewhereService[]): Elsewhere {
  const kinds = new Map<string, ElsewhereService[]>()
  for (const service of services) kinds.set(service.kind, [...(kinds.get(service.kind) ?? []), service])
  return kinds
}

/** She has children, wherever they live, or expects one. */
function isParent({ childrenPlan, pregnancy }: PersonFacts): boolean {
  return pregnancy === 'yes' || (childrenPlan !== 'none' && childrenPlan !== 'unknown')
}

function homeOf({ custody }: LoadedCase): string[] {
  return custody?.homeAuthority.startsWith('E') ? [custody.homeAuthority] : []
}

function isIn(card: ServiceCard, wanted: ReadonlySet<string>): boolean {
  return wanted.size === 0 || card.authorities.some(code => wanted.has(code))
}

function byName(a: ServiceCard, b: ServiceCard): number {
  return a.name.localeCompare(b.name, 'en')
}
