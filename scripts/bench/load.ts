import autocannon from 'autocannon'
import { percentile } from './measure'

export interface Load {
  perSecond: number
  /** Of the answers' times, in milliseconds. */
  p95: number
  /** Answers other than 2xx, and requests without one. */
  failures: number
}

const CONNECTIONS = 8

/** So many requests over eight connections, answered compressed as for a browser. */
export async function load(url: string, requests: number, cookie = ''): Promise<Load> {
  const times: number[] = []
  const startedAt = performance.now()
  let endedAt = startedAt
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', ...(cookie && { cookie }) }
    const run = autocannon({ url, headers, connections: CONNECTIONS, amount: requests }, (error, done) =>
      error instanceof Error ? reject(error) : resolve(done),
    )
    run.on('response', (_client, _status, _bytes, time) => {
      times.push(time)
      endedAt = performance.now()
    })
  })
  const { non2xx, errors, timeouts } = result
  return {
    perSecond: (times.length * 1000) / (endedAt - startedAt),
    p95: percentile(times, 95),
    failures: non2xx + errors + timeouts,
  }
}
