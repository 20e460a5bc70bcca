import { setTimeout as delay } from 'node:timers/promises'
import { postForm } from '../support/server'
import type { FaultStage } from './stage'

const PATIENCE_MS = 30_000
const SAYS_WHY = /cannot reach its records just now|is busy just now/

export interface Answer {
  status: number
  location: string | null
  text: string
}

/** What was refused in words, and what should never be answered. */
export interface Refusals {
  refused: number
  wrong: string[]
}

export interface Asking {
  get(path: string): Promise<Answer | null>
  /** Sends a form until it is answered as hoped; once more where it was not, as the page says, with the same key. null where nobody knows. */
  send(path: string, form: Record<string, string>): Promise<Answer | null>
}

/** Asks as somebody who is signed in; what is no page and no word of why is noted as wrong. While `mayBeDown` the process may be away. */
export function askingAs(stage: FaultStage, cookie: string, seen: Refusals, mayBeDown: boolean): Asking {
  async function ask(path: string, request: () => Promise<Response>): Promise<Answer | null> {
    try {
      const response = await request()
      const location = response.headers.get('location')
      const answer = { status: response.status, location, text: await response.text() }
      if (answer.status < 400 || answer.status === 409) return answer
      if (answer.status === 503 && SAYS_WHY.test(answer.text)) seen.refused += 1
      else seen.wrong.push(`${path}: ${answer.status} ${location ?? ''}`)
    } catch (error) {
      if (!mayBeDown) seen.wrong.push(String(error))
    }
    return null
  }

  return {
    get: path =>
      ask(path, () =>
        fetch(stage.web.url + path, {
          redirect: 'manual',
          signal: AbortSignal.timeout(PATIENCE_MS),
          headers: { cookie },
        }),
      ),
    async send(path, fields) {
      const form = { ...fields, idempotencyKey: crypto.randomUUID() }
      const once = () => ask(path, () => postForm(stage.web.url + path, form, { cookie }))
      const first = await once()
      if (first) return first
      await delay(500)
      return once()
    },
  }
}
