import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { asSignIn } from '@db/viewer-transaction'

/** The address somebody signs in with; for that very person's eyes. */
export async function accountEmail(db: Kysely<DB>, personId: string): Promise<string> {
  const { email } = await asSignIn(db, trx =>
    trx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow(),
  )
  return email
}
