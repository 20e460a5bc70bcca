import type { Transaction } from 'kysely'
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
}

interface LinkContext extends Pick<DomainContext, 'db' | 'clock'> {
  secrets: { link: Buffer }
}

const NOBODY: Viewer = { kind: 'public' }

/** What a link asks; null where this service never made it, where the service is closed, or it was sent to somebody who has left. */
export async function openLink(app: LinkContext, token: string): Promise<OpenedLink | null> {
  const id = readLink(app.secrets.link, 'policy-reminder', token)
  if (id === null) return null
  const found = await asSignIn(app.db, trx => findLink(trx, id))
  return found && shown(found, app.clock())
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
    await (kind === 'vacancies' ? confirmVacancies(trx, link, now) : verifyPolicy(trx, link, now))
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
    .select(['l.id', 'l.kind', 'l.aboutAt', 'l.expiresAt', 'l.usedAt', 'l.personId', 'l.serviceId'])
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

function shown({ kind: stored, serviceId, name, ...link }: Link, now: Date): OpenedLink {
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

async function verifyPolicy(
  trx: Transaction<DB>,
  { id, serviceId, personId }: Link,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('servicePolicy')
    .set(row => ({
      verifiedAt: now,
      verifiedBy: personId,
      verifiedLink: id,
      version: row('version', '+', 1),
    }))
    .where('serviceId', '=', serviceId)
    .execute()
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
