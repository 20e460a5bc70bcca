import { type FormEvent, useEffect, useState } from 'react'

const FEWEST_LETTERS = 2
const WAIT_MS = 150

/** Names that complete what is being typed, asked for once the typing rests. A failure offers nothing and says nothing. */
export function useSuggestions(address: string): {
  names: readonly string[]
  listen: (event: FormEvent<HTMLInputElement>) => void
} {
  const [typed, setTyped] = useState('')
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    if (typed.trim().length < FEWEST_LETTERS) return
    const given = new AbortController()
    const timer = setTimeout(() => {
      askForNames(address, typed, given.signal).then(setNames, () => undefined)
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      given.abort()
    }
  }, [address, typed])
  return { names, listen: event => setTyped(event.currentTarget.value) }
}

async function askForNames(address: string, typed: string, signal: AbortSignal): Promise<string[]> {
  const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, { signal })
  const names: unknown = answer.ok ? await answer.json() : []
  return Array.isArray(names) ? names.filter(name => typeof name === 'string') : []
}
