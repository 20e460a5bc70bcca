import { type Kysely, sql } from 'kysely'

/**
 * The letters owed of a note about an entry go with it (0112), found by an index: those that keep a letter from being owed twice say more
 * than the deletion asks, and cannot serve it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create index message_entry_note on message (entry_note_id) where entry_note_id is not null;
  `.execute(db)
}
