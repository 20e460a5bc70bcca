import { get } from 'node:http'
import { startService } from './child-server'
import { atMost, type Figure } from './figure'
import type { Ground } from './ground'
import { SEARCH_PAGE, SEARCHER } from './pages'

/** What the search page weighs on its way to a browser, as this server compresses it; kB are thousands of bytes. */
export async function benchWeights(ground: Ground): Promise<Figure[]> {
  return ground.withDemonstration(async database => {
    const service = await startService(database)
    try {
      const cookie = await service.signIn(SEARCHER)
      const page = await fetch(service.url + SEARCH_PAGE, { headers: { cookie } })
      const html = await page.text()
      const weigh = (paths: string[]) => totalWeight(service.url, paths, cookie)
      const document = await weigh([SEARCH_PAGE])
      const still = document + (await weigh(resources(html)))
      const live = still + (await weigh(scripts(html)))
      return [
        weight('weights-html', document, 14, `${(html.length / 1000).toFixed(0)} kB before compression`),
        weight('weights-without-javascript', still, 40, resources(html).join(' ')),
        weight('weights-with-javascript', live, 150, `${scripts(html).length} scripts, without the map’s`),
      ]
    } finally {
      await service.stop()
    }
  })
}

function weight(id: string, bytes: number, most: number, note: string): Figure {
  return { id, value: bytes / 1000, unit: 'kB', bar: atMost(most), note }
}

/** Stylesheets, icon, the one font that English needs (which is preloaded), pictures. */
function resources(html: string): string[] {
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(match => match[0])
  const wanted = links.filter(link => /rel="(stylesheet|icon|preload)"/.test(link))
  const pictures = [...html.matchAll(/<img\b[^>]*\bsrc="([^"]+)"/g)].map(match => match[1] ?? '')
  return unique([...wanted.map(link => attribute(link, 'href')), ...pictures])
}

/** What is preloaded as a module or imported by the page itself; the map's code is asked for later, and is not here. */
function scripts(html: string): string[] {
  const links = [...html.matchAll(/<link\b[^>]*rel="modulepreload"[^>]*>/g)].map(match => match[0])
  const imported = [...html.matchAll(/(?:from|import)\s*\(?"(\/[^"]+\.js)"/g)].map(match => match[1] ?? '')
  const sources = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(match => match[1] ?? '')
  return unique([...links.map(link => attribute(link, 'href')), ...imported, ...sources])
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1] ?? ''
}

function unique(paths: string[]): string[] {
  return [...new Set(paths)].filter(path => path.startsWith('/'))
}

async function totalWeight(url: string, paths: readonly string[], cookie: string): Promise<number> {
  const weights = await Promise.all(paths.map(path => transferred(url + path, cookie)))
  return weights.reduce((sum, each) => sum + each, 0)
}

/** The bytes of a body on the wire: fetch would hand over what it unpacked. */
function transferred(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip', cookie } }, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url}: ${response.statusCode}`)),
      )
    }).on('error', reject)
  })
}
