import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSignIn, asSignInOf } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import { type EmailContext, isTaken, takenMeanwhile, writeEmail } from './change-email.server'
import type { AccountContext } from '../sign-in.server'
import { readLink } from '../signed-link.server'

type LinkStanding = 'open' | 'used' | 'expired'

export type ConfirmResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'taken' | Exclude<LinkStanding, 'open'> }

/** How the link of a new address stands, and which it is; null where it is none of this service's. */
export async function emailChangeBehind(app: AccountContext, token: string) {
  const change = await changeOf(app, token)
  return change ? { standing: standingOf(change, app.clock()), newEmail: change.newEmail } : null
}

/** Signs in with the new address from now on, once. Who opens it need not be signed in: they read that mailbox. */
export async function confirmEmail(app: EmailContext, token: string): Promise<ConfirmResult> {
  const found = await changeOf(app, token)
  if (!found) return { ok: false, reason: 'not_found' }
  const confirming = asSignInOf(app.db, found.personId, async (trx): Promise<ConfirmResult> => {
    const change = (await findChange(trx, found.id).forUpdate().executeTakeFirst()) ?? found
    const standing = standingOf(change, app.clock())
    if (standing !== 'open') return { ok: false, reason: standing }
    if (await isTaken(trx, change.newEmail)) return { ok: false, reason: 'taken' }
    await trx.updateTable('emailChange').set({ usedAt: app.clock() }).where('id', '=', change.id).execute()
    await writeEmail(app, trx, change)
    const act = { action: 'person.email', subjectKind: 'person', subjectId: change.personId } as const
    await recordAudit(trx, { kind: 'public' }, act)
    return { ok: true }
  })
  return confirming.catch(takenMeanwhile)
}

async function changeOf(app: AccountContext, token: string) {
  const id = readLink(app.secrets.link, 'email-change', token)
  return id === null ? undefined : asSignIn(app.db, trx => findChange(trx, id).executeTakeFirst())
}

/** One whose person may still come in: of anybody else the link is none of this service's. */
function findChange(trx: Transaction<DB>, id: string) {
  return trx
    .selectFrom('emailChange')
    .selectAll('emailChange')
    .where('emailChange.id', '=', id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('person')
          .innerJoin('membership', 'membership.personId', 'person.id')
          .select('person.id')
          .whereRef('person.id', '=', 'emailChange.personId')
          .where('person.disabledAt', 'is', null)
          .where('membership.endedAt', 'is', null),
      ),
    )
}

interface ChangeDates {
  usedAt: Date | null
  withdrawnAt: Date | null
  expiresAt: Date
}

function standingOf({ usedAt, withdrawnAt, expiresAt }: ChangeDates, now: Date): LinkStanding {
  if (usedAt !== null || withdrawnAt !== null) return 'used'
  return expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}
