import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Criterion, Decision } from '../eligibility/decision'
import { closestObstacle } from '../eligibility/single-rule'
import { type ServiceCard, serviceCards } from '../service/service-card.server'
import type { LoadedCase } from './case-row.server'
import type { WhatElse } from './case-search'
import { type DecidedService, decideServices } from './decide-services.server'

const KINDS = ['council_housing_options', 'approved_premises', 'emergency']
/** Whom a place takes at all: nothing an officer says over the phone changes it. */
const WHOM_IT_TAKES: readonly Criterion[] = ['sex', 'age']

/**
 * Where nothing is eligible: the single rule that stands in the way of the closest services, and what else exists in
 * her home and preferred authorities (everywhere, where neither is known). Nothing she avoids is among it, and nothing
 * that is not for her sex or age.
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
  const open = others.filter(({ decision }) => !isForOthersOnly(decision))
  const cards = await serviceCards(
    trx,
    open.map(service => service.id),
  )
  const wanted = wantedAuthorities(found)
  const ofKind = (kind: string) =>
    [...cards.values()].filter(card => card.kind === kind && isIn(card, wanted)).sort(byName)
  return {
    checked: decided.length,
    obstacle: closestObstacle(decided.map(({ id, decision }) => ({ serviceId: id, decision }))),
    councils: ofKind('council_housing_options'),
    approvedPremises: ofKind('approved_premises'),
    emergency: ofKind('emergency'),
  }
}

function isForOthersOnly({ answers }: Decision): boolean {
  return answers.some(
    ({ criterion, outcome }) => outcome === 'not_eligible' && WHOM_IT_TAKES.includes(criterion),
  )
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
