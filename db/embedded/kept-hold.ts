import { setTimeout as delay } from 'node:timers/promises'
import { type Hold, holdServer } from './hold'

const RETRY_MS = 1000

export interface KeptHold {
  /** Keeps the server no longer; null when it was gone at that moment. */
  letGo(): Promise<Hold | null>
}

/**
 * Holds the server for as long as the process lives. A hold that is cut means that the server died, and with it that every
 * process's count of the others is wrong: `revive` brings the server up, or finds it up, and it is held anew. What keeps
 * it from coming up goes to `onTrouble`, and it is tried again.
 */
export async function keepHold(
  superuserUrl: string,
  revive: () => Promise<void>,
  onTrouble: (error: unknown) => void,
): Promise<KeptHold> {
  let wanted = true
  let reviving = Promise.resolve()
  let hold: Hold | null = await holdServer(superuserUrl, onCut)

  function onCut(): void {
    hold = null
    reviving = reviveUntilUp()
  }

  async function reviveUntilUp(): Promise<void> {
    while (wanted && hold === null) {
      try {
        await revive()
        hold = await holdServer(superuserUrl, onCut)
      } catch (error) {
        onTrouble(error)
        await delay(RETRY_MS, undefined, { ref: false })
      }
    }
  }

  return {
    async letGo() {
      wanted = false
      await reviving
      return hold
    },
  }
}
