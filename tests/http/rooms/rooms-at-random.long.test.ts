import { describe, it } from 'vitest'
import { playRooms } from './rooms-at-random'

const SEEDS = [11, 22, 33, 44]

describe('two colleagues who change the rooms of a house at once, for long', () => {
  it.each(SEEDS)(
    'leave no claims that overlap, and lose no bed (seed %i)',
    async seed => {
      await playRooms(seed, 2, 150)
    },
    600_000,
  )
})
