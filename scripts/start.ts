import { builtPages } from '~/server/web/remix-pages'
import { runServer } from '~/server/run'
import { serve } from '~/server/serve'

process.env.NODE_ENV = 'production'

/** npm run start: the built service. */
await runServer(() => serve(process.env, 'production', builtPages))
