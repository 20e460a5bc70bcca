import { type Kysely, sql } from 'kysely'

/**
 * That something is wrong with an entry, told by whoever reads the directory signed in to whoever keeps the entry, and to editors. It is read
 * by its teller, the entry's own people and editors, and by nobody else; the teller corrects it or takes it back while it is open, and who
 * keeps the entry answers it. It holds nothing of a person in prison. What was corrected stays in the history of the entry.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table entry_note (
      id uuid primary key,
      service_id uuid not null references service,
      kind text not null check (kind in ('contact', 'audience', 'policy', 'vacancy', 'closed', 'other')),
      words text check (length(words) between 1 and 300),
      told_by uuid not null references person,
      told_organisation_id uuid not null references organisation,
      told_at timestamptz not null default app_now(),
      -- In London: the same of the same is told once a day.
      told_on date not null default (app_now() at time zone 'Europe/London')::date,
      taken_back_at timestamptz,
      answer text check (answer in ('mended', 'right')),
      answer_words text check (length(answer_words) between 1 and 300),
      answered_by uuid references person,
      answered_at timestamptz,
      version integer not null default 1,
      check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
      check (answer is not null or answer_words is null),
      check (taken_back_at is null or answer is null),
      check (kind <> 'other' or words is not null)
    );
    create unique index entry_note_once on entry_note (told_by, service_id, kind, told_on) where taken_back_at is null;
    create index entry_note_service on entry_note (service_id, told_at);

    alter table entry_note enable row level security;
    alter table entry_note force row level security;
    create policy teller on entry_note for select to throughgate_professional, throughgate_commissioner
      using (told_by = app_person());
    create policy keepers on entry_note for select to throughgate_professional
      using (app_role() in ('editor', 'administrator')
        or exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    create policy tell on entry_note for insert to throughgate_professional, throughgate_commissioner
      with check (told_by = app_person() and told_organisation_id = app_organisation() and answer is null and taken_back_at is null
        and exists (select from service s where s.id = service_id and s.approved_at is not null
          and s.organisation_id <> app_organisation()));
    create policy correct on entry_note for update to throughgate_professional, throughgate_commissioner
      using (told_by = app_person() and answer is null) with check (told_by = app_person() and answer is null);
    create policy answer on entry_note for update to throughgate_professional
      using (keeps_service(service_id) and taken_back_at is null) with check (keeps_service(service_id));
    create policy worker on entry_note for select to throughgate_worker using (true);
    create policy owner on entry_note to throughgate_owner using (true) with check (true);
    grant select, insert (id, service_id, kind, words, told_by, told_organisation_id) on entry_note
      to throughgate_professional, throughgate_commissioner;
    grant update (kind, words, taken_back_at, version) on entry_note to throughgate_professional, throughgate_commissioner;
    grant update (answer, answer_words, answered_by, answered_at) on entry_note to throughgate_professional;
    grant select (id, service_id, told_by, told_organisation_id, told_at, answered_at, taken_back_at) on entry_note
      to throughgate_worker;

    -- A note is its teller's to word, and its answer theirs who keep the entry: two policies hold for whoever is both.
    create function guard_entry_note() returns trigger language plpgsql as $$
    begin
      if app_person() is null then return new; end if;
      if old.told_by <> app_person()
        and (new.kind, new.words, new.taken_back_at) is distinct from (old.kind, old.words, old.taken_back_at)
      then raise insufficient_privilege using message = 'the teller says this'; end if;
      if (new.answer, new.answer_words) is distinct from (old.answer, old.answer_words)
        and (new.answered_by is distinct from app_person() or not keeps_service(new.service_id))
      then raise insufficient_privilege using message = 'who keeps the entry says this'; end if;
      return new;
    end $$;
    create trigger guard_entry_note before update on entry_note for each row execute function guard_entry_note();
    create trigger note_record_change after insert or update on entry_note
      for each row execute function note_record_change();

    alter table message add column entry_note_id uuid references entry_note;
    create unique index message_entry_note_person on message (entry_note_id, template, created_at, person_id)
      where entry_note_id is not null and person_id is not null;
    create unique index message_entry_note_team on message (entry_note_id, template, created_at, team_id)
      where entry_note_id is not null and team_id is not null;
  `.execute(db)
}
