import { type Kysely, sql } from 'kysely'

/** Of a woman who stands on a prison's list and has no case, nobody has said why she is in prison. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table episode alter column custody_status drop not null;
  `.execute(db)
}
