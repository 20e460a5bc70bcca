import type { EventSpec } from '../event-spec'
import { nothingToFill } from '../note-field'

/** The provider goes on holding a place for somebody whose release date nobody knows (product.md: nothing is cancelled by itself). Safe for the browser. */
export const keepHolding = {
  happened: 'Bedspace kept while the release date is not known',
  tells: [],
  screen: {
    words: {
      title: 'Keep holding the bedspace',
      lede: 'For 14 days more, or as long as you hold one. You are asked again before they end.',
      button: 'Keep holding the bedspace',
      done: 'The bedspace stays held. You are asked again before that ends',
      isOneTap: true,
    },
    form: () => nothingToFill,
    isPointless: ({ releaseOn }) => releaseOn !== null,
  },
} as const satisfies EventSpec
