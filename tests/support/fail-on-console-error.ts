import { format } from 'node:util'
import { afterEach } from 'vitest'

const messages: string[] = []

console.error = (...parts: unknown[]) => {
  messages.push(format(...parts))
}

/** What would only be a line in a log fails the test that caused it. */
afterEach(() => {
  const [first] = messages.splice(0)
  if (first !== undefined) throw new Error(`console.error was called: ${first}`)
})
