import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Decision } from '../eligibility/decision'
import { FACT_LABELS } from '../eligibility/fact-labels'
import { closestObstacle } from '../eligibility/single-rule'
import { type ServiceCard, serviceCards } from '../service/service-card.server'
import type { LoadedCase } from '../case/record/case-row.server'
import type { ElsewhereService, WhatElse } from './case-search'
import { londonDay } from '../time/calendar'
import { COUNCIL } from './councils'
import { type DecidedService, decideServices } from '../match/decide-services.server'

/**
 * The councils to turn to: of the areas she prefers, else of her home area, else all; never one she avoids, and none that does
 * not take her.
 */
export async function councilsFor(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: LoadedCase,
  now: Date,
): Promise<ElsewhereService[]> {
  const { preferredAuthorities } = found.facts
  const wanted = new Set(preferredAuthorities.length > 0 ? preferredAuthorities : homeOf(found))
  return elsewhere(trx, viewer, found, { kind: COUNCIL, wanted }, now)
}

/**
 * Where nothing is eligible: the single rule that stands in the way of the closest services, and what else exists in
 * her home and preferred authorities (everywhere, where neither is known). It is decided for her as everything else is: nothing
 * she avoids is among it, and nothing that does not take her; what has to be talked about says so.
 */
export async function whatElse(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: LoadedCase,
  decided: readonly DecidedService[],
  now: Date,
): Promise<WhatElse> {
  const wanted = new Set([...homeOf(found), ...found.facts.preferredAuthorities])
  const ofKind = (kind: string) => elsewhere(trx, viewer, found, { kind, wanted }, now)
  return {
    checked: decided.length,
    obstacle: closestObstacle(decided.map(({ id, decision }) => ({ serviceId: id, decision }))),
    approvedPremises: await ofKind('approved_premises'),
    emergency: await ofKind('emergency'),
  }
}

/** The services of a kind in the areas wanted that do not refuse her, by name. */
async function elsewhere(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: LoadedCase,
  { kind, wanted }: { kind: string; wanted: ReadonlySet<string> },
  now: Date,
): Promise<ElsewhereService[]> {
  const rows = await trx
    .selectFrom('service')
    .select('id')
    .where('kind', '=', kind)
    .where('archivedAt', 'is', null)
    .execute()
  const ids = rows.map(row => row.id)
  const others = await decideServices(trx, viewer, found, ids, now)
  const open = others.filter(({ decision }) => decision.outcome !== 'not_eligible')
  const cards = await serviceCards(
    trx,
    open.map(service => service.id),
    londonDay(now),
  )
  return open
    .flatMap(({ id, decision }) => {
      const card = cards.get(id)
      return card && isIn(card, wanted) ? [{ ...card, toDiscuss: toDiscuss(decision) }] : []
    })
    .sort(byName)
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

function homeOf({ custody }: LoadedCase): string[] {
  return custody?.homeAuthority.startsWith('E') ? [custody.homeAuthority] : []
}

function isIn(card: ServiceCard, wanted: ReadonlySet<string>): boolean {
  return wanted.size === 0 || card.authorities.some(code => wanted.has(code))
}

function byName(a: ServiceCard, b: ServiceCard): number {
  return a.name.localeCompare(b.name, 'en')
}
