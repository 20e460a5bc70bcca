import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { DB, JsonObject } from './schema'
import type { SignedInViewer } from './viewer'

/** One form as it was sent: the key its page was drawn with, and the body that tells two different sendings apart. */
export interface FormRequest {
  key: string
  fingerprint: string
}

export type Once<Answer> = { kind: 'first' | 'again'; answer: Answer } | { kind: 'different' }

/**
 * Runs `run` once for this person and key, in the caller's transaction.
 *
 * A second sending of the same form waits for the first to commit and is given its answer; the same key with another body
 * is 'different' (a 422 for the caller to say). When `run` throws, the key is rolled back with everything else. What a refusal
 * (`ok: false`) wrote before it was one is undone, its key too: the same page, mended, can be sent again.
 */
export async function once<Answer extends JsonObject>(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  request: FormRequest,
  run: () => Promise<Answer>,
): Promise<Once<Answer>> {
  const fingerprint = hashOf(request)
  await sql`savepoint before_the_form`.execute(trx)
  const mine = await trx
    .insertInto('idempotencyKey')
    .values({ personId: viewer.personId, key: request.key, fingerprint })
    .onConflict(conflict => conflict.columns(['personId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!mine) return earlierAnswer<Answer>(trx, viewer, request.key, fingerprint)

  const answer = await run()
  if (answer.ok === false) {
    await sql`rollback to savepoint before_the_form`.execute(trx)
    return { kind: 'first', answer }
  }
  await trx
    .updateTable('idempotencyKey')
    .set({ answer: JSON.stringify(answer) })
    .where('personId', '=', viewer.personId)
    .where('key', '=', request.key)
    .execute()
  return { kind: 'first', answer }
}

/** What the same form, sent before by this person, was answered: null for one that is new, or was refused. */
export async function answeredBefore<Answer extends JsonObject>(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  request: FormRequest,
): Promise<Answer | null> {
  const earlier = await trx
    .selectFrom('idempotencyKey')
    .select('answer')
    .where('personId', '=', viewer.personId)
    .where('key', '=', request.key)
    .where('fingerprint', '=', hashOf(request))
    .executeTakeFirst()
  // The column holds what `run` answered for this very key.
  return (earlier?.answer as Answer | null | undefined) ?? null
}

function hashOf(request: FormRequest): Buffer {
  return createHash('sha256').update(request.fingerprint).digest()
}

async function earlierAnswer<Answer>(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  key: string,
  fingerprint: Buffer,
): Promise<Once<Answer>> {
  const earlier = await trx
    .selectFrom('idempotencyKey')
    .select(['fingerprint', 'answer'])
    .where('personId', '=', viewer.personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (!earlier.fingerprint.equals(fingerprint)) return { kind: 'different' }
  // The column holds what `run` answered for this very key, written above.
  return { kind: 'again', answer: earlier.answer as Answer }
}
