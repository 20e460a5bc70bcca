import { walkEveryPage } from './walk-pages'

/** Where most goes wrong; the wide page too, in every-page.long.test.ts. */
walkEveryPage([320])
