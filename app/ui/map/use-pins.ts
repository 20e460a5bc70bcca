import { useEffect, useState } from 'react'
import type { PinShown } from './pin-shown'

/** The pins of a search, asked for once the page stands; null until they come, and where they do not. The last search's are never shown. */
export function usePins(pinsFrom: string | null): readonly PinShown[] | null {
  const [answer, setAnswer] = useState<{ from: string; pins: readonly PinShown[] } | null>(null)
  useEffect(() => {
    if (pinsFrom === null) return
    const gone = new AbortController()
    fetchPins(pinsFrom, gone.signal).then(
      pins => setAnswer({ from: pinsFrom, pins }),
      () => undefined,
    )
    return () => gone.abort()
  }, [pinsFrom])
  return answer?.from === pinsFrom ? answer.pins : null
}

/** A session that ended leads to sign in, which has no pins: that is an error too. */
async function fetchPins(address: string, signal: AbortSignal): Promise<readonly PinShown[]> {
  const answer = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as PinShown[]
}
