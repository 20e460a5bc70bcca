import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Decision } from '../eligibility/decision'
import { closestObstacle } from '../eligibility/single-rule'
import { type ServiceCard, serviceCards } from '../service/service-card.server'
import type { LoadedCase } from './case-row.server'
import type { WhatElse } from './case-search'
import { type DecidedService, decideServices } from './decide-services.server'

const KINDS = ['council_housing_options', 'approved_premises', 'emergency']

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
  const rows = await trx
    .selectFrom('service')
    .select('id')
    .where('kind', 'in', KINDS)
    .where('archivedAt', 'is', null)
    .execute()
  const ids = rows.map(row => row.id)
  const others = await decideServices(trx, viewer, found, ids, now)
  const open = others.filter(({ decision }) => decision.outcome !== 'not_eligible')
  const cards = await serviceCards(
    trx,
    open.map(service => service.id),
  )
  const wanted = wantedAuthorities(found)
  const ofKind = (kind: string) =>
    open
      .flatMap(({ id, decision }) => {
        const card = cards.get(id)
        return card?.kind === kind && isIn(card, wanted) ? [{ ...card, toDiscuss: toDiscuss(decision) }] : []
      })
      .sort(byName)
  return {
    checked: decided.length,
    obstacle: closestObstacle(decided.map(({ id, decision }) => ({ serviceId: id, decision }))),
    councils: ofKind('council_housing_options'),
    approvedPremises: ofKind('approved_premises'),
    emergency: ofKind('emergency'),
  }
}

function toDiscuss({ answers }: Decision): string[] {
  return answers.filter(({ outcome }) => outcome === 'discuss').map(({ title }) => title)
}

function wantedAuthorities({ facts, custody }: LoadedCase): ReadonlySet<string> {
  const home = custody?.homeAuthority.startsWith('E') ? [custody.homeAuthority] : []
  return new Set([...home, ...facts.preferredAuthorities])
}

function isIn(card: ServiceCard, wanted: ReadonlySet<string>): boolean {
  return wanted.size === 0 || card.authorities.some(code => wanted.has(code))
}

function byName(a: ServiceCard, b: ServiceCard): number {
  return a.name.localeCompare(b.name, 'en')
}
