import { sql } from 'kysely'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallPerson } from '@db/seeds/small'
import { markArrived } from '~/domain/referral/events/arrive/act.server'
import { addDays, londonDay } from '~/domain/time/calendar'
import {
  accepted,
  anotherCase,
  current,
  form,
  type ReferralWorld,
  submitted,
  underReview,
} from '../factories/referral-world'
import { createTestDatabase } from '../support/database'
import { postForm, startTestServer, TEST_MASTER_KEY } from '../support/server'

/** Every form of the built site that asks for a date, found by following the links of its pages as those who use it. */

const NOW = new Date('2027-02-01T10:00:00Z')
const WALKERS: readonly SmallPerson[] = ['lowNewtonOfficer', 'firstWorker']
/** As many pages of one kind as show its forms in every state of the small world. */
const MOST_OF_A_KIND = 8

export interface DateForm {
  /** The address without its ids: '/referrals/:id/offer'. */
  kind: string
  path: string
  cookie: string
  /** What the form sends as it is drawn. */
  fields: Record<string, string>
  /** Names of its dates, of months of a year, and of years alone. */
  dates: string[]
}

export interface DateStage {
  url: string
  forms: DateForm[]
  post(form: DateForm, changes: Record<string, string>): Promise<{ status: number; body: string }>
  /** A mark of everything that is kept of cases, referrals and vacancies. */
  kept(): Promise<string>
  close(): Promise<void>
}

export async function openDateStage(): Promise<DateStage> {
  const database = await createTestDatabase(NOW)
  const small = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), NOW)
  const server = await startTestServer({ database, now: () => NOW })
  const today = londonDay(NOW)
  const world: ReferralWorld = {
    ...small,
    database,
    app: server.app,
    worker: { ...server.app, db: database.worker },
    today,
    releaseOn: addDays(today, 35),
    passTo: () => undefined,
  }
  await layOut(world)
  const forms: DateForm[] = []
  for (const person of WALKERS)
    forms.push(...(await walk(server.url, await server.signIn(small.emails[person]))))
  return {
    url: server.url,
    forms,
    async post({ path, cookie, fields }, changes) {
      const sent = { ...fields, idempotencyKey: crypto.randomUUID(), ...changes }
      const answer = await postForm(server.url + path, sent, { cookie })
      return { status: answer.status, body: await answer.text() }
    },
    async kept() {
      const tables = [
        'person_case',
        'case_custody',
        'case_triage',
        'outcome_check',
        'referral',
        'referral_history',
        'offer',
      ]
      const marks = await Promise.all(
        [...tables, 'placement', 'bedspace_claim', 'release_date_change'].map(async table => {
          const { rows } = await sql<{ mark: string }>`
            select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark from ${sql.table(table)} t`.execute(
            database.owner,
          )
          return `${table} ${rows[0]?.mark}`
        }),
      )
      return marks.join('\n')
    },
    async close() {
      await server.stop()
      await database.drop()
    },
  }
}

/** One referral of each state whose forms ask for a date. */
async function layOut(world: ReferralWorld): Promise<void> {
  await submitted(world, 'womensHouse', await anotherCase(world))
  await underReview(world, 'womensHouse', await anotherCase(world))
  await accepted(world, 'womensHouse', await anotherCase(world), 0)
  const here = await accepted(world, 'womensHouse', await anotherCase(world), 1)
  const stay = { arrivedOn: world.today, expectedDepartureOn: addDays(world.today, 84), releasedEarly: true }
  const input = { ...(await current(world, here)), ...stay, note: null }
  const arrived = await markArrived(world.app, world.viewers.firstWorker, input, form())
  if (!arrived.ok) throw new Error(arrived.reason)
}

async function walk(url: string, cookie: string): Promise<DateForm[]> {
  const found = new Map<string, DateForm>()
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  const waiting = ['/']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(path) || (kinds.get(kind) ?? 0) >= MOST_OF_A_KIND) continue
    seen.add(path)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const answer = await fetch(url + path, { headers: { cookie } })
    const html = await answer.text()
    waiting.push(...linksIn(html))
    for (const form of formsIn(html)) {
      if (form.dates.length > 0 && !found.has(kind)) found.set(kind, { kind, path, cookie, ...form })
    }
  }
  return [...found.values()]
}

function kindOf(path: string): string {
  return (path.split('?')[0] ?? '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)]
    .map(([, href = '']) => plain(href))
    .filter(href => !/^\/(assets|static|sign-out)/.test(href))
}

/** The posted forms of a page, as a browser would send them. */
function formsIn(html: string): Pick<DateForm, 'fields' | 'dates'>[] {
  return [...html.matchAll(/<form\b[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/g)].map(([, inside = '']) => {
    const fields: Record<string, string> = {}
    for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
      const type = attribute(tag, 'type') ?? 'text'
      const isChosen = !['radio', 'checkbox'].includes(type) || /\bchecked\b/.test(tag)
      const name = attribute(tag, 'name')
      if (name !== null && isChosen) fields[name] = attribute(tag, 'value') ?? ''
    }
    const names = Object.keys(fields)
    const dates = names.filter(name => /(\.year|Year)$/.test(name)).map(name => name.replace(/\.year$/, ''))
    return { fields, dates }
  })
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? null : plain(value)
}

function plain(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
}

/** A date of a form as typed; a form that asks for less is given less. */
export function typed(form: DateForm, name: string, [day, month, year]: readonly string[]) {
  const parts: Record<string, string | undefined> = { day, month, year }
  const boxes = Object.keys(parts).filter(part => `${name}.${part}` in form.fields)
  if (boxes.length === 0) return { [name]: year ?? '' }
  return Object.fromEntries(boxes.map(part => [`${name}.${part}`, parts[part] ?? '']))
}

/** What is wrong with an answer to a date nobody can mean; empty where nothing is. */
export function faultsIn(answer: { status: number; body: string }, sent: Record<string, string>): string[] {
  const { status, body } = answer
  const links = [...body.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id = '']) => id)
  return [
    ...(status === 422 ? [] : [`answered ${status}`]),
    ...(body.includes('There is a problem') ? [] : ['says nothing of a problem']),
    ...(links.length > 0 ? [] : ['leads to no field']),
    ...links.filter(id => !body.includes(`id="${id}"`)).map(id => `leads to ${id}, which is not there`),
    ...(/expected (string|number|object)|Invalid input|Too (big|small)/.test(body)
      ? ['speaks as the validator']
      : []),
    ...Object.values(sent)
      .filter(value => !body.includes(`value="${value}"`))
      .map(value => `has lost ${value}`),
  ]
}
