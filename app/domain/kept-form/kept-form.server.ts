import type { Kysely, Transaction } from 'kysely'
import { newId } from '@db/id'
import { type Place, seal, unseal } from '@db/encryption/sealed-box'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { standingSettings } from '../setting/read-settings.server'
import { settingOn } from '../setting/settings'
import { HOUR_MS, londonDay } from '../time/calendar'
import type { AccountSecrets } from '../account/account-secrets.server'

/** More windows than anybody has open with something typed in each. */
const MOST_KEPT = 20

interface KeptFormContext {
  db: Kysely<DB>
  clock: () => Date
  secrets: AccountSecrets
}

/** The fields of a form in the order they were sent; the same name may come several times. */
export type FormFields = [name: string, value: string][]

export interface KeptForm {
  /** The address the form was sent to. */
  path: string
  fields: FormFields
}

/**
 * Keeps what somebody typed into a form that came after their session had ended: sealed, for them alone, for as
 * long as the region's setting says, the latest twenty. Nothing is done with it until they have signed in, read it and sent it again.
 * @returns its id
 */
export async function keepForm(app: KeptFormContext, personId: string, form: KeptForm): Promise<string> {
  const id = newId()
  const body = seal(app.secrets.keptForm, placeOf(id), Buffer.from(JSON.stringify(form.fields)))
  const createdAt = app.clock()
  await asSignIn(app.db, async trx => {
    await dropOldForms(trx, createdAt)
    await dropAllBut(trx, personId, MOST_KEPT - 1)
    await trx.insertInto('keptForm').values({ id, personId, path: form.path, body, createdAt }).execute()
  })
  return id
}

/** The kept form with that id, if it is this person's and not older than is kept; else null. */
export async function findKeptForm(
  app: KeptFormContext,
  viewer: SignedInViewer,
  id: string,
): Promise<KeptForm | null> {
  const row = await asSignIn(app.db, async trx =>
    trx
      .selectFrom('keptForm')
      .select(['path', 'body'])
      .where('id', '=', id)
      .where('personId', '=', viewer.personId)
      .where('createdAt', '>', await keptSince(trx, app.clock()))
      .executeTakeFirst(),
  )
  if (!row) return null
  // Sealed by keepForm, for this very row: the bytes are its own JSON.
  const fields = JSON.parse(unseal(app.secrets.keptForm, placeOf(id), row.body).toString()) as FormFields
  return { path: row.path, fields }
}

async function dropOldForms(trx: Transaction<DB>, now: Date): Promise<void> {
  await trx
    .deleteFrom('keptForm')
    .where('createdAt', '<=', await keptSince(trx, now))
    .execute()
}

/** Forms are kept from after this instant on. */
export async function keptSince(trx: Transaction<DB>, now: Date): Promise<Date> {
  const hours = settingOn(await standingSettings(trx), 'keep_posts', londonDay(now))
  return new Date(now.getTime() - hours * HOUR_MS)
}

/** Drops a person's oldest kept forms until `most` are left. */
async function dropAllBut(trx: Transaction<DB>, personId: string, most: number): Promise<void> {
  const latest = trx
    .selectFrom('keptForm')
    .select('id')
    .where('personId', '=', personId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
  await trx.deleteFrom('keptForm').where('personId', '=', personId).where('id', 'not in', latest).execute()
}

function placeOf(id: string): Place {
  return { table: 'kept_form', row: id, column: 'body', keyId: 'kept-form' }
}
