import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MEMBERS, type Member } from '../guards/access-world'
import { sourceFiles } from '../guards/source-files'
import { postForm } from '../support/server'
import type { DrawnForm } from '../support/forms/drawn-forms'
import { type WalkedSite, walkSite } from '../support/walk-site'

/** Two people share a browser; a form the first left open is sent after the second has signed in. */
let site: WalkedSite
beforeAll(async () => {
  site = await walkSite()
}, 300_000)
afterAll(() => site?.close())

const TYPED = 'What the first had typed about <somebody>'
const SHOWN = /What the first had typed/
const TITLE = '<h1>This form was opened by somebody else</h1>'

/** A form as it was drawn, with something typed into every field that can hold words. */
function filledIn({ sent }: DrawnForm): [string, string][] {
  return sent.map(([name, value]) => [name, value === '' ? TYPED : value])
}

function marksOf({ sent }: DrawnForm): string[] {
  return sent.filter(([name]) => name === 'drawnFor').map(([, value]) => value)
}

/** Everything that is kept, but when each session was last used. */
async function everythingKept(): Promise<Record<string, string>> {
  const { owner } = site.database
  const { rows: tables } = await sql<{ name: string }>`
    select format('public.%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'session'`.execute(
    owner,
  )
  const kept: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ all: string }>`
      select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as all from ${sql.raw(name)} t`.execute(
      owner,
    )
    kept[name] = rows[0]?.all ?? ''
  }
  return kept
}

describe('a form that somebody else had open', () => {
  it('says for whom it was drawn, every one, and says the same of nobody else', () => {
    const drawn = site.forms.filter(({ by }) => by !== null)
    expect(drawn.length).toBeGreaterThan(15)
    const markOf = new Map<Member | null, string>()
    for (const form of drawn) {
      expect(marksOf(form), form.kind).toHaveLength(1)
      const [mark = ''] = marksOf(form)
      expect(mark, form.kind).toMatch(/^[\w-]{43}$/)
      expect(markOf.get(form.by) ?? mark, form.kind).toBe(mark)
      markOf.set(form.by, mark)
    }
    expect(new Set(markOf.values()).size).toBe(markOf.size)
    for (const form of site.forms.filter(({ by }) => by === null)) expect(marksOf(form)).toEqual([])
  })

  it('changes nothing, says who is signed in now, and shows nothing of what was typed, every one', async () => {
    const before = await everythingKept()
    for (const form of site.forms.filter(({ by }) => by !== null)) {
      for (const second of [MEMBERS.find(each => each !== form.by) ?? 'officer', 'editor'] as const) {
        if (second === form.by) continue
        const cookie = site.cookieOf(second)
        const answer = await postForm(site.server.url + form.action, filledIn(form), { cookie })
        const body = await answer.text()
        expect([answer.status, body.includes(TITLE)], form.kind).toEqual([409, true])
        expect(body).toContain('You are now signed in as ')
        expect(body).not.toMatch(SHOWN)
      }
    }
    expect(await everythingKept()).toEqual(before)
  })

  it('is not kept for the second, whose session has ended, nor shown after signing in', async () => {
    const form = site.forms.find(({ action }) => action === '/cases/new')
    if (!form) throw new Error('the officer opens cases')
    const second = await site.server.signIn(site.world.emailOf('editor'))
    await postForm(`${site.server.url}/sign-out`, {}, { cookie: second })
    const answer = await postForm(site.server.url + form.action, filledIn(form), { cookie: second })
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fcases%2Fnew')
    // The same, of the first's own session: it is kept, without the mark, and her own form says again whose it is.
    const first = await site.server.signIn(site.world.emailOf(form.by ?? 'officer'))
    await postForm(`${site.server.url}/sign-out`, {}, { cookie: first })
    const kept = await postForm(site.server.url + form.action, filledIn(form), { cookie: first })
    const next = new URL(kept.headers.get('location') ?? '', site.server.url).searchParams.get('next') ?? ''
    expect(next).toMatch(/^\/kept-form\//)
    const cookie = await site.server.signIn(site.world.emailOf(form.by ?? 'officer'))
    const page = await (await fetch(site.server.url + next, { headers: { cookie } })).text()
    expect(page.match(/name="drawnFor"/g)).toHaveLength(2)
  })

  it('is drawn by one component alone', () => {
    const others = sourceFiles()
      .filter(({ path }) => path.startsWith('app/') && path.endsWith('.tsx'))
      .filter(({ text }) => /<form\b(?!\s+method="get")/.test(text) || /<Form\b[^>]*method="post"/.test(text))
      .map(({ path }) => path)
    expect(others).toEqual(['app/ui/form/post-form.tsx'])
  })
})
