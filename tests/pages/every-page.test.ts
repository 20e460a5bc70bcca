import { walkEveryPage } from './walk-pages'

/** One page of each kind, where most goes wrong; all of it is in every-page.long.test.ts. */
walkEveryPage({ axeWidths: [320], isWhole: false })
