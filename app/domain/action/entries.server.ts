import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { EntryKind, EntryState, EntryVersion, Nature, RegisterEntry, Severity } from './entry'

/** Everything in the register as it now stands: actions by the day they are due, concerns the most severe first. */
export async function registerEntries(db: Kysely<DB>, viewer: SignedInViewer): Promise<RegisterEntry[]> {
  const rows = await asViewer(db, viewer, trx => standing(trx).execute())
  return rows.map(asEntry).sort((a, b) => rankOf(a).localeCompare(rankOf(b)))
}

/** One entry with what it said before, the latest first; null where there is none. */
export async function registerEntry(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  id: string,
): Promise<{ entry: RegisterEntry; earlier: EntryVersion[] } | null> {
  return asViewer(db, viewer, async trx => {
    const row = await standing(trx).where('registerEntry.id', '=', id).executeTakeFirst()
    if (!row) return null
    const versions = await versionsOf(trx, id)
    return { entry: asEntry(row), earlier: versions.filter(({ version }) => version < row.version) }
  })
}

function standing(trx: Transaction<DB>) {
  return trx
    .selectFrom('registerEntry')
    .innerJoin('registerVersion', join =>
      join
        .onRef('registerVersion.entryId', '=', 'registerEntry.id')
        .onRef('registerVersion.version', '=', 'registerEntry.version'),
    )
    .select(['registerEntry.id', 'kind', 'registerEntry.version', 'writtenAt', 'subject', 'place'])
    .select(['words', 'owner', 'costPounds', 'dueOn', 'nature', 'severity', 'state'])
}

/** The one that stands is never struck out: the checks of the tables hold the words of each column to its type. */
function asEntry(row: Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number]): RegisterEntry {
  return {
    ...row,
    ...codesOf(row),
    kind: row.kind as EntryKind,
    words: row.words ?? '',
    owner: row.owner ?? '',
  }
}

async function versionsOf(trx: Transaction<DB>, entryId: string): Promise<EntryVersion[]> {
  const rows = await trx
    .selectFrom('registerVersion')
    .innerJoin('person as writer', 'writer.id', 'writtenBy')
    .leftJoin('person as striker', 'striker.id', 'struckBy')
    .select(['version', 'writtenAt', 'subject', 'place', 'words', 'owner', 'costPounds', 'dueOn'])
    .select(['nature', 'severity', 'state', 'struckAt'])
    .select(['writer.name as writtenBy', 'striker.name as struckBy'])
    .where('entryId', '=', entryId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({ ...row, ...codesOf(row) }))
}

function codesOf(row: { nature: string | null; severity: string | null; state: string }) {
  return {
    nature: row.nature as Nature | null,
    severity: row.severity as Severity | null,
    state: row.state as EntryState,
  }
}

const SEVERE: Record<Severity, string> = { high: '0', medium: '1', low: '2' }

function rankOf({ kind, dueOn, severity, id }: RegisterEntry): string {
  return kind === 'action' ? `${dueOn} ${id}` : `${severity === null ? '3' : SEVERE[severity]} ${id}`
}
