import { useEffect, useState } from 'react'
import { givenFields, SEARCH_FORM } from './search-form'

const WAIT_MS = 300

/**
 * How many places the form of a search would show as its boxes stand, asked for once somebody has changed one and rests; null until
 * then, again after the search has gone, and where no answer comes.
 * @param page the page the search belongs to: its `/count` answers
 * @param address the search that is shown
 */
export function useCount(page: string, address: string): number | null {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let timer: number | undefined
    let asked: AbortController | undefined
    setCount(null)

    function stop() {
      clearTimeout(timer)
      asked?.abort()
    }
    function ask({ target }: Event) {
      const form = document.getElementById(SEARCH_FORM)
      if (!(form instanceof HTMLFormElement) || (target as HTMLInputElement | null)?.form !== form) return
      stop()
      setCount(null)
      timer = window.setTimeout(() => {
        asked = new AbortController()
        askForCount(`${page}/count?${givenFields(new FormData(form))}`, asked.signal).then(
          setCount,
          () => undefined,
        )
      }, WAIT_MS)
    }
    document.addEventListener('input', ask)
    return () => {
      stop()
      document.removeEventListener('input', ask)
    }
  }, [page, address])
  return count
}

async function askForCount(address: string, signal: AbortSignal): Promise<number | null> {
  const answer = await fetch(address, { signal })
  const count: unknown = answer.ok ? await answer.json() : null
  return typeof count === 'number' ? count : null
}
