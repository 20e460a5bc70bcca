import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { closeHttpServer } from './stop'

describe('closeHttpServer', () => {
  it('lets a request that has begun finish, and takes no other', async () => {
    const { server, url } = await slowServer(300)
    const begun = fetch(url)
    await delay(100)
    const closing = closeHttpServer(server)
    await expect(fetch(url)).rejects.toThrow()
    expect(await (await begun).text()).toBe('done')
    await closing
  })

  it('does not wait for ever', async () => {
    const { server, url } = await slowServer(60_000)
    const begun = fetch(url).catch(() => 'cut off')
    await delay(100)
    await closeHttpServer(server, 200)
    expect(await begun).toBe('cut off')
  })

  it('does not wait for connections that only stand open', async () => {
    const { server, url } = await slowServer(0)
    await (await fetch(url, { headers: { connection: 'keep-alive' } })).text()
    const start = performance.now()
    await closeHttpServer(server)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

async function slowServer(answerAfterMs: number): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('done'), answerAfterMs).unref()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // A listening TCP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo
  return { server, url: `http://127.0.0.1:${port}/` }
}
