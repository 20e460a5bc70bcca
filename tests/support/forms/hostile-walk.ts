import { expect } from 'vitest'
import { isPlausibleForm } from '~/http/form-limits'
import { HOSTILE_BODIES, HOSTILE_FIELDS, HOSTILE_PARTS, HOSTILE_QUERIES, hostileForm } from './hostile'
import type { DrawnForm } from './drawn-forms'
import type { WalkedSite } from '../walk-site'
import { whileAlive } from '../while-alive'

/** What a validator says when nobody gave it words. */
const RAW_MESSAGE =
  /Invalid input|Invalid (string|option|UUID)|Too (big|small):|expected (string|number|array)|received /

/** Takes each of a list, or one of it, a different one each time. */
export type Pick = <Item>(items: readonly Item[]) => readonly Item[]
export const every: Pick = items => items
export function oneOfEach(): Pick {
  let at = 0
  return items => items.slice(at % items.length, (at++ % items.length) + 1)
}

/** Sends bodies that no page makes to every form. */
export async function sendHostileBodies(site: WalkedSite, pick: Pick): Promise<void> {
  for (const form of site.forms) {
    for (const [what, body] of pick(Object.entries(HOSTILE_BODIES))) {
      const { status, text } = await send(site, form, body)
      expect([400, 413], `${form.kind} with ${what}`).toContain(status)
      expect(text).toContain('<h1>')
    }
  }
}

/** Sends every form with a field, or each in turn, made into what it is not. */
export async function sendHostileFields(site: WalkedSite, pick: Pick): Promise<void> {
  for (const form of site.forms) {
    for (const name of pick(form.names)) {
      for (const [what, make] of pick(Object.entries(HOSTILE_FIELDS))) {
        const { status, text } = await send(site, form, hostileForm(form, name, make).toString())
        expect(status, `${form.kind}: ${name} ${what}`).toBeLessThan(500)
        expect(RAW_MESSAGE.exec(text)?.[0], `${form.kind}: ${name} ${what}`).toBeUndefined()
      }
    }
  }
}

/** Sends every form empty: whatever it answers, an error summary has its 'Error: ' in the title. */
export async function sendEmptyForms(site: WalkedSite): Promise<string[]> {
  const refused: string[] = []
  for (const form of site.forms) {
    const { status, text } = await send(site, form, '')
    expect(status, form.kind).toBeLessThan(500)
    const title = /<title>([^<]*)/.exec(text)?.[1] ?? ''
    const hasSummary = text.includes('govuk-error-summary')
    expect(title.startsWith('Error: '), `${form.kind}: ${title}`).toBe(hasSummary)
    expect(RAW_MESSAGE.exec(text)?.[0], form.kind).toBeUndefined()
    if (hasSummary) refused.push(form.kind)
  }
  return refused
}

/**
 * Sends every form as if it had been drawn from another state of things, with nothing filled in: one that is drawn again still
 * says so, unless the page (409) shows what changed. Gives the kinds of those that were.
 */
export async function sendFromAnotherState(site: WalkedSite): Promise<string[]> {
  const kept: string[] = []
  for (const form of site.forms) {
    for (const name of ['version', 'shown'].filter(each => form.names.includes(each))) {
      const { status, text } = await send(site, form, `${name}=987654`)
      // A page that by now offers nothing to send, since it would be refused, draws no such field.
      if (status !== 422 || !text.includes(`name="${name}"`)) continue
      expect(text, `${form.kind}: ${name}`).toContain(`name="${name}" value="987654"`)
      kept.push(form.kind)
    }
  }
  return kept
}

/** What is typed, one or the other in turn, and what is left of it. What is secret may hold all but NUL. */
const UNKEEPABLE = ['wag\0tail', 'wag\u200B\u202Etail\u0001']
const LEFT = 'wagtail'
const CANNOT_BE_KEPT = 'There was a character here that cannot be seen and cannot be kept'
const TYPED = /^(text|textarea|search|tel|email|number|password)$/

/**
 * Sends every form with a character in each box, in turn, that cannot be seen: it comes back as itself, the box is named in its
 * summary, and holds the rest of what was typed. Gives how many boxes there were.
 */
export async function sendUnkeepable(site: WalkedSite, pick: Pick): Promise<number> {
  let boxes = 0
  for (const form of site.forms) {
    for (const { name, type } of pick(form.controls.filter(control => TYPED.test(control.type)))) {
      boxes += 1
      const isSecret = type === 'password' || name === 'code'
      const typed = UNKEEPABLE[isSecret ? 0 : boxes % UNKEEPABLE.length] ?? ''
      const body = hostileForm(form, name, () => [[name, typed]]).toString()
      const { status, text } = await send(site, form, body)
      const what = `${form.kind}: ${name}`
      expect(status, what).toBe(422)
      expect(text.split(CANNOT_BE_KEPT).length, `${what}: in the summary and beside it`).toBeGreaterThan(2)
      expect(leadsTo(text, name), what).toBe(true)
      // Secrets are not drawn again.
      if (!isSecret) expect(text, what).toContain(LEFT)
    }
  }
  return boxes
}

/** Whether the summary leads from what cannot be kept to the control called so, or to the question it is a part of. */
function leadsTo(page: string, name: string): boolean {
  const tags = [...page.matchAll(/<(?:input|textarea)\b[^>]*>/g)].map(([tag]) => tag)
  const id = / id="([^"]+)"/.exec(tags.find(tag => tag.includes(` name="${name}"`)) ?? '')?.[1] ?? ''
  const to = new RegExp(`<a href="#([^"]+)">${CANNOT_BE_KEPT}`).exec(page)?.[1] ?? '-'
  return id.startsWith(to) && page.includes(` id="${to}"`)
}

/** Asks for every page with a part of its address, or a question, that means nothing. */
export async function askHostileAddresses(site: WalkedSite, pick: Pick): Promise<void> {
  for (const { by, path } of site.addresses) {
    const headers = { cookie: site.cookieOf(by) }
    const parts = path.split('?')[0]?.split('/').slice(1) ?? []
    const changed = pick(HOSTILE_PARTS).flatMap(hostile =>
      pick(parts).map(part => `/${parts.map(each => (each === part ? hostile : each)).join('/')}`),
    )
    const asked = pick(HOSTILE_QUERIES).map(query => `${path.split('?')[0]}?${query}`)
    for (const address of [...changed, ...asked, `${changed[0] ?? ''}.data`]) {
      const status = await whileAlive(site.server.url, async () => {
        const answer = await fetch(site.server.url + address, { redirect: 'manual', headers })
        await answer.text()
        return answer.status
      })
      expect(status, `${by} ${address}`).toBeLessThan(500)
    }
  }
}

/** Every form of the site stays well within what is taken for one. */
export function expectPlausible(site: WalkedSite): void {
  for (const { kind, names } of site.forms) {
    expect(isPlausibleForm(new URLSearchParams(names.map(name => [name, 'x'])).toString()), kind).toBe(true)
    expect(names.length, kind).toBeLessThan(250)
  }
}

/** The service answers, and its log tells of no fault of ours. */
export async function expectUnharmed({ server }: WalkedSite): Promise<void> {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  const lines = server.logLines.map(line => JSON.parse(line) as { level: number })
  expect(lines.filter(line => line.level >= 50)).toEqual([])
}

async function send(site: WalkedSite, form: DrawnForm, body: string) {
  // Signing out would end the walk of whoever does it.
  const cookie = form.action === '/sign-out' ? '' : site.cookieOf(form.by)
  const { url } = site.server
  return whileAlive(url, async () => {
    const answer = await fetch(url + form.action, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        cookie,
      },
      body,
    })
    return { status: answer.status, text: await answer.text() }
  })
}
