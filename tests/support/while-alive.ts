import { expect } from 'vitest'

/** Does `work`, and asks the service at `url` at the same time whether it lives: it answers, whatever it is busy with. */
export async function whileAlive<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const [done, health] = await Promise.all([work(), fetch(`${url}/healthz`)])
  expect(health.status).toBe(200)
  return done
}
