import { reconcileShared } from '~/server/work/reconcile-search'
import { followSearch } from '~/server/work/follow-search'
import { describeDrift, hasDrifted } from '../search/drift'
import { type IndexCommand, withMeilisearch } from './with-meilisearch'

/** Something had drifted, and was mended: whoever watches the command should know. */
const DRIFTED = 2

/** Compares Meilisearch with the database, says what differs, and mends it. */
async function compare(command: IndexCommand): Promise<void> {
  const fill = () => followSearch({ ...command, isShared: true }).rebuild()
  const drift = await reconcileShared({ ...command, fill })
  if (drift === null) {
    console.log('The index was lost or of another version, and was filled anew.')
    process.exitCode = DRIFTED
    return
  }
  describeDrift(drift).forEach(line => console.log(line))
  console.log(hasDrifted(drift) ? 'Mended.' : 'Nothing had drifted.')
  if (hasDrifted(drift)) process.exitCode = DRIFTED
}

withMeilisearch(compare).catch((error: unknown) => {
  console.error(`Not compared: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
