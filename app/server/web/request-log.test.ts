import { describe, expect, it } from 'vitest'
import { createServer } from 'node:http'
import express from 'express'
import { pino } from 'pino'
import { LINK_PURPOSES, signLink } from '~/domain/account/signed-link.server'
import { logRequests, pathPattern } from './request-log'

describe('pathPattern', () => {
  it('keeps the words of an address', () => {
    expect(pathPattern('/vacancies/confirm')).toBe('/vacancies/confirm')
    expect(pathPattern('/sign-in.data')).toBe('/sign-in.data')
    expect(pathPattern('/')).toBe('/')
  })

  it('keeps nothing of an address that is none of ours', () => {
    expect(pathPattern('/wagtail/canary')).toBe('/:value/:value')
    expect(pathPattern('http://wagtail/cases')).toBe(':value//:value/:value')
    expect(pathPattern('*')).toBe(':value')
  })

  it('drops the query', () => {
    expect(pathPattern('/services?q=jane@example.org')).toBe('/services')
  })

  it('hides ids, numbers and whatever else stands in a path', () => {
    expect(pathPattern('/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/plan')).toBe('/cases/:value/plan')
    expect(pathPattern('/cases/A1234BC')).toBe('/cases/:value')
    expect(pathPattern('/jane%40example.org/x')).toBe('/:value/:value')
  })
})

describe('the token of a link that was sent', () => {
  const id = '0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10'

  it('is never written down, whichever link, by pages or by data, nor what is left of it', async () => {
    const tokens = LINK_PURPOSES.map(purpose => signLink(Buffer.alloc(32, 'key'), purpose, id))
    const paths = tokens.flatMap(token => [
      `/join/${token}`,
      `/reset-password/${token}.data?_routes=routes`,
      `/verify/${token}/`,
      `/sign-in?next=/join/${token}`,
      `/services/${token.slice(0, -5)}`,
      `/services/${token.toLowerCase()}.txt`,
    ])
    const lines = await logged(paths)
    expect(lines.match(/"path"/g)).toHaveLength(paths.length)
    for (const token of tokens) {
      const [, mac = ''] = token.split('.')
      for (let at = 0; at + 8 < mac.length; at += 1) {
        expect(lines.toLowerCase()).not.toContain(mac.slice(at, at + 8).toLowerCase())
      }
    }
    expect(lines).not.toContain(id)
  })
})

/** What the log holds of requests for these addresses. */
async function logged(paths: string[]): Promise<string> {
  let lines = ''
  const log = pino({ level: 'trace' }, { write: line => (lines += line) })
  const server = createServer(
    express()
      .use(logRequests(log))
      .use((_request, response) => void response.end()),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  for (const path of paths) await (await fetch(`http://127.0.0.1:${address.port}${path}`)).text()
  await new Promise(resolve => server.close(resolve))
  return lines
}
