import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { readLink } from '../account/signed-link.server'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { type LinkKind, LINK_KINDS, linkStanding, type LinkStanding } from './reminder'

/** What somebody who has a link may know of it, signed in or not. */
export interface OpenedLink {
  kind: LinkKind
  service: { id: string; name: string }
  /** When what it asks about was last verified or confirmed, as the link was sent. */
  aboutAt: Date
  expiresAt: Date
  standing: LinkStanding
  /** What was stated since it was sent, by the names of the parts, and when last. */
  stated: { at: Date | null; parts: string[] }
}

interface LinkContext extends Pick<DomainContext, 'db' | 'clock'> {
  secrets: { link: Buffer }
}

const NOBODY: Viewer = { kind: 'public' }

/** What a link asks; null where this service never made it, where the service is closed, or it was sent to somebody who has left. */
export async function openLink(app: LinkContext, token: string): Promise<OpenedLink | null> {
  const id = readLink(app.secrets.link, 'policy-reminder', token)
  if (id === null) return null
  return asSignIn(app.db, async trx => {
    const found = await findLink(trx, id)
    if (!found) return null
    const stands = shown(found, app.clock())
    return { ...stands, stated: stands.standing.is === 'restated' ? await statedSince(trx, id) : NOTHING }
  })
}

/** Confirms what a link asks, once. What came of it is how the link stands then. */
export async function confirmByLink(app: LinkContext, token: string): Promise<'done' | LinkStanding | null> {
  const id = readLink(app.secrets.link, 'policy-reminder', token)
  if (id === null) return null
  return asSignIn(app.db, async trx => {
    await trx.selectFrom('confirmationLink').select('id').where('id', '=', id).forUpdate().execute()
    const link = await findLink(trx, id)
    if (!link) return null
    const now = app.clock()
    const { standing, kind } = shown(link, now)
    if (standing.is !== 'open') return standing
    if (kind === 'vacancies') await confirmVacancies(trx, link, now)
    else if (!(await verifyPolicy(trx, link, now))) return { is: 'restated' }
    await trx.updateTable('confirmationLink').set({ usedAt: now }).where('id', '=', id).execute()
    await recordAudit(trx, NOBODY, {
      action: kind === 'vacancies' ? 'service.confirm_vacancies' : 'service.verify_policy',
      subjectKind: 'service',
      subjectId: link.serviceId,
      detail: { byLink: id },
    })
    return 'done'
  })
}

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

async function findLink(trx: Transaction<DB>, id: string) {
  const link = await trx
    .selectFrom('confirmationLink as l')
    .innerJoin('service as s', 's.id', 'l.serviceId')
    .leftJoin('servicePolicy as p', 'p.serviceId', 's.id')
    .leftJoin('serviceVacancy as v', 'v.serviceId', 's.id')
    .select(['l.id', 'l.kind', 'l.aboutAt', 'l.aboutVersion', 'l.expiresAt', 'l.usedAt'])
    .select(['l.personId', 'l.serviceId', 'p.version'])
    .select(['s.name', 's.organisationId', 'p.verifiedAt', 'v.confirmedAt'])
    .where('l.id', '=', id)
    .where('s.archivedAt', 'is', null)
    .executeTakeFirst()
  if (!link || (link.personId !== null && !(await belongs(trx, link.personId, link.organisationId))))
    return null
  return link
}

async function belongs(trx: Transaction<DB>, personId: string, organisationId: string): Promise<boolean> {
  const membership = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('membership.id')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst()
  return membership !== undefined
}

function shown({ kind: stored, serviceId, name, ...link }: Link, now: Date): Omit<OpenedLink, 'stated'> {
  const kind = LINK_KINDS.find(each => each === stored) ?? 'policy_60'
  const confirmedAt = kind === 'vacancies' ? link.confirmedAt : link.verifiedAt
  return {
    kind,
    service: { id: serviceId, name },
    aboutAt: link.aboutAt,
    expiresAt: link.expiresAt,
    standing: linkStanding({ ...link, confirmedAt }, now),
  }
}

const NOTHING = { at: null, parts: [] }

async function statedSince(trx: Transaction<DB>, id: string): Promise<OpenedLink['stated']> {
  const { rows } = await sql<{ at: Date; part: string }>`
    select stated_at as at, part from stated_since_link(${id}::uuid)`.execute(trx)
  return { at: rows[0]?.at ?? null, parts: [...new Set(rows.map(({ part }) => part))] }
}

/** False where it was stated anew meanwhile. */
async function verifyPolicy(
  trx: Transaction<DB>,
  { id, serviceId, personId, version }: Link,
  now: Date,
): Promise<boolean> {
  const verified = await trx
    .updateTable('servicePolicy')
    .set(row => ({
      verifiedAt: now,
      verifiedBy: personId,
      verifiedLink: id,
      version: row('version', '+', 1),
    }))
    .where('serviceId', '=', serviceId)
    .where('version', '=', version ?? 0)
    .returning('serviceId')
    .executeTakeFirst()
  return verified !== undefined
}

async function confirmVacancies(
  trx: Transaction<DB>,
  { serviceId, personId }: Link,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('serviceVacancy')
    .set({ confirmedAt: now, confirmedBy: personId })
    .where('serviceId', '=', serviceId)
    .execute()
}
