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

/** As many requests as the server answers to eight connections, for so many seconds, compressed as for a browser. */
export async function load(url: string, seconds: number, cookie = ''): Promise<Load> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', ...(cookie && { cookie }) }
    const run = autocannon({ url, headers, connections: CONNECTIONS, duration: seconds }, (error, done) =>
      error instanceof Error ? reject(error) : resolve(done),
    )
    run.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
  const { non2xx, errors, timeouts, duration } = result
  return {
    perSecond: times.length / duration,
    p95: percentile(times, 95),
    failures: non2xx + errors + timeouts,
  }
}
