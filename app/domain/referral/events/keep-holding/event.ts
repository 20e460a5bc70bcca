import { z } from 'zod'
import type { EventSpec } from '../event-spec'

/** The provider goes on holding a place for somebody whose release date nobody knows (product.md: nothing is cancelled by itself). */
export const keepHolding = {
  words: {
    title: 'Keep holding the bedspace',
    lede: 'For 14 days more, or as long as you hold one. You are asked again before they end.',
    button: 'Keep holding the bedspace',
    done: 'The bedspace stays held. You are asked again before that ends',
    isOneTap: true,
  },
  happened: 'Bedspace kept while the release date is not known',
  form: z.object({}),
  asks: {},
  saysNo: false,
  tells: [],
} as const satisfies EventSpec<object>
