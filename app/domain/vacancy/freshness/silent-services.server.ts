import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { isPolicyVerified } from '../../eligibility/policy-verified'
import { freshness, type Freshness } from './freshness'
import { StaffedHours } from './staffed-time'

/** A service of which nobody has said for long what is free, or whom it takes. */
export interface SilentService {
  id: string
  name: string
  provider: string
  phone: string | null
  confirmedAt: Date | null
  vacancies: Freshness['state']
  verifiedAt: Date | null
  isPolicyVerified: boolean
}

/**
 * Services open to referrals that stay silent: with bedspaces and vacancies that are not confirmed any more, or with a policy nobody
 * verified for 90 days (product.md, "Freshness changes behaviour"). Those silent longest first, never heard of before all.
 */
export async function silentServices(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  now: Date,
): Promise<SilentService[]> {
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('service as s')
      .innerJoin('organisation as o', 'o.id', 's.organisationId')
      .leftJoin('serviceVacancy as v', 'v.serviceId', 's.id')
      .leftJoin('servicePolicy as p', 'p.serviceId', 's.id')
      .select([
        's.id',
        's.name',
        's.kind',
        's.staffedHours',
        'o.name as provider',
        'v.confirmedAt',
        'p.verifiedAt',
      ])
      .select(({ fn }) => fn.coalesce('s.phone', 'o.phone').as('phone'))
      .select(
        sql<boolean>`exists (select from bedspace b where b.service_id = s.id and b.retired_at is null)`.as(
          'hasBeds',
        ),
      )
      .where('s.archivedAt', 'is', null)
      .where('s.approvedAt', 'is not', null)
      .where('s.pausedAt', 'is', null)
      .where('s.referralRoute', '=', 'here')
      .execute(),
  )
  return rows
    .map(({ hasBeds, kind, staffedHours, ...row }) => ({
      ...row,
      vacancies: hasBeds
        ? freshness(kind, StaffedHours.parse(staffedHours), row.confirmedAt, now).state
        : ('confirmed' as const),
      isPolicyVerified: isPolicyVerified(row.verifiedAt, now),
    }))
    .filter(({ vacancies, isPolicyVerified: isVerified }) => vacancies === 'not_confirmed' || !isVerified)
    .sort((a, b) => heardOf(a) - heardOf(b) || a.name.localeCompare(b.name, 'en'))
}

function heardOf({ confirmedAt, verifiedAt }: Pick<SilentService, 'confirmedAt' | 'verifiedAt'>): number {
  return Math.max(confirmedAt?.getTime() ?? 0, verifiedAt?.getTime() ?? 0)
}
