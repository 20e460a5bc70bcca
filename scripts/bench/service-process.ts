import { builtPages } from '~/server/web/remix-pages'
import { runServer } from '~/server/run'
import { serve } from '~/server/serve'

/** Run as a process of its own: the built service on a database of the demonstration. */
await runServer(() => serve(process.env, 'demonstration', builtPages))
