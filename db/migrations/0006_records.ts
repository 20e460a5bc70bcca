import { type Kysely, sql } from 'kysely'

/** Messages owed, the audit, idempotency keys, and the note of what the search index must read again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    -- A message holds ids and a template's name; its text is made when it is sent and holds no personal data of a case.
    create table message (
      id uuid primary key,
      person_id uuid not null references person,
      template text not null,
      referral_id uuid references referral,
      created_at timestamptz not null,
      sent_at timestamptz,
      failed_at timestamptz
    );
    create index message_person on message (person_id, created_at);

    create table audit_entry (
      id uuid primary key,
      happened_at timestamptz not null default now(),
      person_id uuid,
      organisation_id uuid,
      role text,
      action text not null,
      subject_kind text not null,
      subject_id uuid,
      detail jsonb not null default '{}'
    );
    create index audit_entry_subject on audit_entry (subject_kind, subject_id, happened_at);
    create index audit_entry_time on audit_entry (happened_at);

    create table idempotency_key (
      person_id uuid not null references person,
      key uuid not null,
      fingerprint bytea not null,
      answer jsonb,
      created_at timestamptz not null default now(),
      primary key (person_id, key)
    );

    create table index_change (
      id bigint generated always as identity primary key,
      service_id uuid not null,
      transaction_id xid8 not null default pg_current_xact_id(),
      changed_at timestamptz not null default now()
    );
    create index index_change_transaction on index_change (transaction_id);
  `.execute(db)

  await sql`
    alter table message enable row level security;
    alter table message force row level security;
    create policy own on message for select to throughgate_professional, throughgate_commissioner
      using (person_id = app_person());
    create policy worker on message to throughgate_worker using (true) with check (true);
    create policy owner on message to throughgate_owner using (true) with check (true);
    grant select on message to throughgate_professional, throughgate_commissioner;
    grant select, insert, update on message to throughgate_worker;

    alter table audit_entry enable row level security;
    alter table audit_entry force row level security;
    create policy append on audit_entry for insert
      to throughgate_sign_in, throughgate_system, throughgate_worker with check (true);
    create policy append_own on audit_entry for insert to throughgate_professional, throughgate_commissioner
      with check (person_id = app_person() and organisation_id = app_organisation());
    create policy administrators on audit_entry for select to throughgate_professional
      using (app_role() in ('administrator', 'editor'));
    create policy owner on audit_entry to throughgate_owner using (true) with check (true);
    grant insert on audit_entry
      to throughgate_professional, throughgate_commissioner, throughgate_sign_in, throughgate_system, throughgate_worker;
    grant select on audit_entry to throughgate_professional;

    alter table idempotency_key enable row level security;
    alter table idempotency_key force row level security;
    create policy own on idempotency_key to throughgate_professional
      using (person_id = app_person()) with check (person_id = app_person());
    create policy worker on idempotency_key for delete to throughgate_worker using (true);
    create policy owner on idempotency_key to throughgate_owner using (true) with check (true);
    grant select, insert, update, delete on idempotency_key to throughgate_professional;
    grant select (created_at), delete on idempotency_key to throughgate_worker;

    grant select on index_change to throughgate_indexer;
    grant select, delete on index_change to throughgate_worker;

    -- Runs as its owner: whoever changes a service leaves the note, and nobody else can write one.
    create function note_index_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      changed jsonb := to_jsonb(coalesce(new, old));
      the_service uuid;
    begin
      the_service := case tg_table_name
        when 'service' then (changed ->> 'id')::uuid
        when 'bedspace_claim' then (select b.service_id from bedspace b where b.id = (changed ->> 'bedspace_id')::uuid)
        else (changed ->> 'service_id')::uuid
      end;
      insert into index_change (service_id) values (the_service);
      perform pg_notify('index_change', '');
      return null;
    end $$;
  `.execute(db)

  for (const table of INDEXED) {
    await sql`create trigger note_index_change after insert or update or delete on ${sql.table(table)}
      for each row execute function note_index_change()`.execute(db)
  }
}

const INDEXED = [
  'service',
  'service_area',
  'service_pathway',
  'service_policy',
  'site',
  'programme',
  'cohort',
  'bedspace',
  'bedspace_claim',
  'service_vacancy',
]
