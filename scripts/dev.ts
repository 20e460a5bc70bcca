import { sourcePages } from '~/server/web/dev-pages'
import { runServer } from '~/server/run'
import { serve } from '~/server/serve'

/** npm run dev: the service from its sources; a change shows at once. */
await runServer(() => serve(process.env, 'development', sourcePages))
