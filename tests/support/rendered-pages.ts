import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '~/domain/account/demonstration-list'
import { signInAt } from './sign-in'

/**
 * Writes every page of a running demonstration, as each account sees it, into a folder: one file a page, with what changes by
 * itself (nonces, ids, names of built files) made plain. A move of code changes no word on a page; lay the demonstration out
 * for one instant before and after, write both, and compare:
 *
 *   npx tsx tests/support/rendered-pages.ts http://localhost:3000 .cache/pages-before
 *   …
 *   diff -r .cache/pages-before .cache/pages-after
 */
async function main(origin: string, folder: string): Promise<void> {
  for (const account of [null, ...DEMONSTRATION_ACCOUNTS.map(({ email }) => email)]) {
    const cookie = account === null ? '' : await signInAt(origin, account, DEMONSTRATION_PASSWORD)
    const name = account?.split('@')[0] ?? 'signed-out'
    const pages = await walk(origin, cookie)
    await mkdir(join(folder, name), { recursive: true })
    for (const [path, text] of pages) await writeFile(join(folder, name, fileName(path)), text)
    console.log(`${name}: ${pages.size} pages`)
  }
}

/** As many pages of one kind (the same address but for ids and values) as show how it varies. */
const MOST_OF_A_KIND = 12

async function walk(origin: string, cookie: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const kinds = new Map<string, number>()
  const waiting = ['/']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    const known = kinds.get(kind) ?? 0
    if (pages.has(path) || known >= MOST_OF_A_KIND) continue
    kinds.set(kind, known + 1)
    const answer = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' })
    const text = await answer.text()
    const location = answer.headers.get('location')
    pages.set(path, `${answer.status} ${location ?? ''}\n${plain(text)}\n`)
    waiting.push(...(location === null ? [] : [location]), ...linksIn(text))
  }
  return pages
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter(href => !/^\/(assets|static|sign-out)/.test(href))
}

function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  const names = [...new Set(searchParams.keys())].sort().join('&')
  return `${pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}?${names}`
}

/** One tag a line, so that a difference names its place. */
function plain(html: string): string {
  return html
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="(modulepreload|stylesheet)"[^>]*>/g, '')
    .replaceAll(/(\/assets\/[\w.-]+?)-[\w-]{8}\./g, '$1.')
    .replaceAll(/name="(idempotencyKey|drawnFor)" value="[^"]*"/g, 'name="$1"')
    .replaceAll(/></g, '>\n<')
}

function fileName(path: string): string {
  const safe = path.replaceAll(/[^\w.-]+/g, '_').slice(0, 80)
  return `${safe}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}.html`
}

const [origin, folder] = process.argv.slice(2)
if (origin === undefined || folder === undefined)
  throw new Error('Say where it runs, and the folder to write to.')
await main(origin, resolve(folder))
