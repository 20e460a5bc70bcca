import { useEffect, useState } from 'react'

const PRESSES = 3
const WITHIN_MS = 5_000
const STILL_TO_PRESS = [
  '',
  'Press Escape once more to leave this page',
  'Press Escape twice more to leave this page',
]

/** Leaves for an address when Escape is pressed three times in five seconds, or when told; `said` is for screen readers. */
export function useLeaving(address: string): { said: string; leave: () => void } {
  const [pressed, setPressed] = useState(0)
  useEffect(() => {
    let times = 0
    let forget: ReturnType<typeof setTimeout> | undefined
    function count(presses: number) {
      times = presses
      setPressed(presses)
      clearTimeout(forget)
      if (presses > 0) forget = setTimeout(() => count(0), WITHIN_MS)
    }
    function press({ key, repeat }: KeyboardEvent) {
      if (key !== 'Escape') return count(0)
      // A key held down is one press.
      if (repeat) return
      if (times + 1 < PRESSES) return count(times + 1)
      leaveFor(address)
    }
    document.addEventListener('keydown', press, true)
    return () => {
      clearTimeout(forget)
      document.removeEventListener('keydown', press, true)
    }
  }, [address])
  const said = pressed === 0 ? '' : (STILL_TO_PRESS[PRESSES - pressed] ?? '')
  return { said, leave: () => leaveFor(address) }
}

/** What stands on the screen and in the title goes before the other page has come. */
function leaveFor(address: string): void {
  document.title = 'BBC Weather'
  document.body.hidden = true
  window.location.replace(address)
}
