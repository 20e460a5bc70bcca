import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn, asViewer } from '@db/viewer-transaction'
import { countTry } from '../account/throttle.server'
import type { AccountSecrets } from '../account/account-secrets.server'
import type { DomainContext } from '../context'
import type { ApplicationAnswers } from './organisation-fields'
import { foldedName, sameNames } from './same-name'

export type Applied =
  | { kind: 'kept' | 'throttled' }
  /** Organisations of that name which anybody finds in the directory; `sameName` says of a name that it is another's all the same. */
  | { kind: 'same_name'; names: string[] }

/**
 * Keeps what an organisation says of itself that asks to join. Counted against the network address it came from and the email address it
 * names, as a try to sign in is. Whoever asks may be anybody, and is told of no organisation that the public directory does not name: of the
 * others the editor reads on the application.
 */
export async function applyFor(
  app: Pick<DomainContext, 'db' | 'clock'> & { secrets: Pick<AccountSecrets, 'throttle'> },
  { sameName, ...answers }: ApplicationAnswers,
  address: string,
): Promise<Applied> {
  const now = app.clock()
  const names = await asViewer(app.db, { kind: 'public' }, trx =>
    publicNamesLike(trx, answers.name, sameName),
  )
  return asSignIn(app.db, async (trx): Promise<Applied> => {
    const attempt = { what: 'apply', email: answers.applicantEmail, address } as const
    if ((await countTry(trx, app.secrets.throttle, attempt, now)) === 'beyond') return { kind: 'throttled' }
    if (names.length > 0) return { kind: 'same_name', names }
    const { authorityCode = null, applicantPhone = null, ...rest } = answers
    const row = { ...rest, authorityCode, applicantPhone, id: newId(), createdAt: now }
    await trx.insertInto('organisationApplication').values(row).execute()
    return { kind: 'kept' }
  })
}

/**
 * The organisations that are called as this one is but for how it is written, as the directory names them.
 * @param sameName the folded name of which somebody has said that this is another
 */
export async function namesLike(
  trx: Transaction<DB>,
  name: string,
  sameName: string | undefined,
): Promise<string[]> {
  if (sameName === foldedName(name)) return []
  return sameNames(name, await namesOf(openOrganisations(trx)))
}

/** Of those, the ones that have a service which the public directory shows. */
async function publicNamesLike(
  trx: Transaction<DB>,
  name: string,
  sameName: string | undefined,
): Promise<string[]> {
  if (sameName === foldedName(name)) return []
  const shown = openOrganisations(trx).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('service')
        .select('service.id')
        .whereRef('service.organisationId', '=', 'organisation.id')
        .where('visibility', '=', 'public')
        .where('service.approvedAt', 'is not', null)
        .where('archivedAt', 'is', null),
    ),
  )
  return sameNames(name, await namesOf(shown))
}

function openOrganisations(trx: Transaction<DB>) {
  return trx
    .selectFrom('organisation')
    .select('name')
    .where('organisation.approvedAt', 'is not', null)
    .where('organisation.closedAt', 'is', null)
    .orderBy('name')
}

async function namesOf(query: ReturnType<typeof openOrganisations>): Promise<string[]> {
  const rows = await query.execute()
  return rows.map(({ name }) => name)
}

const SHOWN = [
  'id',
  'name',
  'kind',
  'authorityCode',
  'runs',
  'applicantName',
  'applicantEmail',
  'applicantPhone',
  'createdAt',
  'decision',
  'decidedAt',
  'decidedBy',
  'reason',
  'words',
  'organisationId',
  'version',
] as const

function applications(trx: Transaction<DB>) {
  return trx.selectFrom('organisationApplication').select(SHOWN)
}

/** Those nobody has decided on, the earliest first. */
export function openApplications(app: Pick<DomainContext, 'db'>, viewer: SignedInViewer) {
  return asViewer(app.db, viewer, trx =>
    applications(trx).where('decision', 'is', null).orderBy('createdAt').execute(),
  )
}

/** One of them, decided or not, with who decided and the organisations of its name; null where there is none. */
export function findApplication(app: Pick<DomainContext, 'db'>, viewer: SignedInViewer, id: string) {
  return asViewer(app.db, viewer, async trx => {
    const found = await applications(trx).where('id', '=', id).executeTakeFirst()
    if (!found) return null
    const decider = await trx
      .selectFrom('person')
      .select('name')
      .where('id', '=', found.decidedBy)
      .executeTakeFirst()
    const names = found.decision === null ? await namesLike(trx, found.name, undefined) : []
    return { ...found, decidedByName: decider?.name ?? null, names }
  })
}

/** The application an organisation was approved from; null where it was not. */
export function applicationOf(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  organisationId: string,
) {
  return asViewer(app.db, viewer, async trx => {
    const found = await applications(trx).where('organisationId', '=', organisationId).executeTakeFirst()
    return found ?? null
  })
}
