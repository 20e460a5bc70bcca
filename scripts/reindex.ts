import { followSearch } from '~/server/work/follow-search'
import { rollBackSearch } from '~/server/work/reconcile-search'
import { describeDrift } from '../search/drift'
import { keptIndex } from '../search/meilisearch/kept-index'
import { type IndexCommand, withMeilisearch } from './with-meilisearch'

const UNCHANGED = 'The live index goes on answering.'

/** Fills Meilisearch anew from the database, beside the index that goes on answering, and changes over. */
async function fillAnew(command: IndexCommand): Promise<void> {
  const follower = followSearch({ ...command, isShared: true })
  await follower.rebuild()
  await follower.catchUp()
  const { documents, detail } = await command.engine.health()
  console.log(`Meilisearch holds ${documents} services. ${detail}.`)
  console.log('The index that was live before is kept: npm run reindex -- --rollback goes back to it.')
}

/** Goes back to the index that was live before the last rebuild. */
async function rollBack(command: IndexCommand): Promise<void> {
  const kept = keptIndex(command.meilisearch)
  const drift = await rollBackSearch({ ...command, kept, live: command.engine })
  describeDrift(drift).forEach(line => console.log(line))
  const { documents, detail } = await command.engine.health()
  console.log(
    `Rolled back: the kept index is live, true to the database, with ${documents} services. ${detail}.`,
  )
}

const [asked, ...more] = process.argv.slice(2)
const work = { '': fillAnew, '--rollback': rollBack }[asked ?? '']
if (!work || more.length > 0) {
  console.error('Use: npm run reindex, or npm run reindex -- --rollback')
  process.exitCode = 1
} else {
  withMeilisearch(work).catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${UNCHANGED}`)
    process.exitCode = 1
  })
}
