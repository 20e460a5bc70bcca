import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small real proxy, as nginx before the service: it ends the browser's connection and makes one of its own. */
export interface Proxy {
  url: string
  stop(): Promise<void>
}

/**
 * A proxy to `target`. With `passesHost` it hands on the name that the browser asked for (proxy_set_header Host $host), without
 * it the service's own (nginx's default). It says whose request it is, as TRUST_PROXY=yes expects.
 */
export async function startProxy(target: string, passesHost: boolean): Promise<Proxy> {
  const { hostname, port, host } = new URL(target)
  const server = createServer((asked, answer) => {
    const headers = {
      ...asked.headers,
      host: passesHost ? asked.headers.host : host,
      'x-forwarded-for': asked.socket.remoteAddress,
      'x-forwarded-proto': 'https',
    }
    const onward = request({ hostname, port, method: asked.method, path: asked.url, headers }, given => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // A listening TCP server's address is never a pipe's name.
  const at = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${at.port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
