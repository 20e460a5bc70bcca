import { type Kysely, sql } from 'kysely'

/** What someone typed into a form they sent after their session ran out: sealed, for that person, for one hour. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table kept_form (
      id uuid primary key,
      person_id uuid not null references person,
      path text not null check (path ~ '^/[a-z0-9/-]*$'),
      body bytea not null,
      created_at timestamptz not null
    );
    create index kept_form_time on kept_form (created_at);

    grant select, insert, delete on kept_form to throughgate_sign_in;
    grant select (created_at), delete on kept_form to throughgate_worker;
  `.execute(db)
}
