import { sayWhy } from '~/server/run'
import { stopOnSignal } from '~/server/stop'
import { workApart } from '~/server/work/work-apart'

/** npm run worker: the background work in a process of its own. */
try {
  const work = await workApart(process.env, 'production')
  stopOnSignal(() => work.stop())
  console.log('Throughgate’s worker is running')
} catch (error) {
  console.error(sayWhy(error))
  process.exit(1)
}
