import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import routes from '../../app/routes'
import { openBrowser, visit, WIDTHS } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { faultsOf, faultsWithoutScripts } from '../support/examine'
import { signInAs } from '../support/person'

interface Looker {
  email: string | null
  /** Links lead on from there. */
  starts: string[]
}

/** What a link that came by email says once it is over; what it opens before that, the journeys examine. */
const ENDED_LINKS = ['/join/over', '/confirm-email/over', '/reset-password/over', '/verify/over']

/** Those of one side see the same kinds of page: the second of them looks at what the first did not come by. */
const SIDES: Record<string, Looker[]> = {
  'an officer': [
    {
      email: 'officer.lownewton@example.org',
      starts: ['/cases', '/cases/new', '/cases/find', '/messages', '/account'],
    },
  ],
  'a provider': [
    { email: 'manager.marlpit@example.org', starts: ['/today', '/nominations'] },
    { email: 'manager.saltpan@example.org', starts: ['/vacancies'] },
    { email: 'council.newcastle@example.org', starts: ['/council', '/inbox', '/vacancies'] },
  ],
  anybody: [{ email: null, starts: ['/', '/sign-in', '/nowhere', ...ENDED_LINKS] }],
  'the region': [
    {
      email: 'administrator@example.org',
      starts: ['/administration', '/organisations', '/organisations/new', '/people'],
    },
    { email: 'editor@example.org', starts: ['/administration', '/approvals', '/our-services', '/imports'] },
  ],
  'the coordinator': [{ email: 'coordinator@example.org', starts: ['/queue'] }],
  'a commissioner': [
    {
      email: 'commissioner@example.org',
      starts: [
        '/unmet-need',
        '/unmet-need/traffic-light',
        '/supply',
        '/pathways',
        '/families',
        '/actions',
        '/actions/new?kind=concern',
      ],
    },
  ],
}

/** What a page shows goes by the state of what it is about: of these kinds several are looked at. */
const SEVERAL: Record<string, number> = { '/referrals/:id': 5, '/cases/:id': 2, '/services/:id': 2 }

/** The same for everybody, or for everybody signed in. The front page is not: it leads who is signed in to their own. */
const SHARED = /^\/(about|accessibility-statement|privacy|nowhere|helplines|family|professionals)$/
const SERVICES = /^\/services/

/** Addresses that answer with no page of their own. */
const NO_PAGE = [
  ...[
    'sign-out',
    'kept-form/:formId',
    'services/suggest',
    'supply.csv',
    'actions.csv',
    'pathways.csv',
    'families.csv',
  ],
  ...[
    'unmet-need/:period/v/:version/figures.csv',
    'unmet-need/traffic-light/:period/report.csv',
    'cases/release-list/sample.csv',
    ...['administration/audit.csv', 'imports/:what/template.csv', 'exports/:file'],
  ],
  // Nobody waits there in the demonstration until an officer sends a case: its own test goes there.
  'queue/:caseId',
  ...['services/count', 'cases/:caseId/search/count'],
  ...['services/pins', 'cases/:caseId/search/pins', 'api/v1/services', 'api/v1/openapi.json'],
  // A half session, a factor of one's own, somebody else's factor: their journey examines them.
  ...['sign-in/second-factor', 'account/second-factor/recovery-codes', 'people/:membershipId/second-factor'],
  // Nobody returns in the demonstration with answers to confirm; where beds are counted no names are kept.
  ...['cases/:caseId/carried', 'our-services/:serviceId/rooms/names'],
  // A person is looked up by a form; no case of the demonstration is closed, and no check of it was replaced.
  ...['administration/person/:caseId', 'administration/person/:caseId/held.json'],
  ...['cases/:caseId/closing', 'cases/:caseId/checks/:check/earlier/:recordId'],
  // Only a case with a shortlist leads there, and which case comes first hangs on the day: its journey goes there.
  'cases/:caseId/shortlist/:serviceId',
  // Only a programme that takes nominations leads there, from a search for one: its journey goes there.
  'cases/:caseId/nominate/:serviceId',
  // No editor has decided anything in the demonstration yet: its own test decides, and goes there.
  'approvals/:serviceId/decisions/:reviewId',
  // Who keeps a refuge comes there, and none of them walks: its own test goes there.
  'our-services/:serviceId/sites/history',
  // Nobody has told in the demonstration that an entry is wrong.
  'entry-notes/:noteId',
  // No editor has decided anything of an entry there.
  'approvals/:serviceId/decisions/:reviewId',
]

let demonstration: RunningDemonstration
let browser: Browser
/** How often each kind was looked at, by whom it was there for. */
const looked = new Map<string, number>()
const seen = new Set<string>()
/** What the pages that axe examined are made of. */
const examinedParts = new Set<string>()

/** How far a walk goes. */
interface Walk {
  /** The widths at which axe examines a page; that nothing scrolls sideways is looked at at every width. */
  axeWidths: readonly number[]
  /**
   * Several pages of a kind whose state differs, maps without scripts too, axe and contrast on each, and every form sent empty; else one
   * page of each kind is asked for, and those made of something that no page before was made of are examined.
   */
  isWhole: boolean
}

/** A side has some sixty kinds of page, and a shared machine may take ten seconds for one. */
const WALK_MS = 900_000

let walk: Walk = { axeWidths: WIDTHS, isWhole: true }

/** Declares the walk over every kind of page of every role. */
export function walkEveryPage(asked: Walk): void {
  walk = asked
  beforeAll(async () => {
    demonstration = await startDemonstration({ now: new Date('2027-03-25T10:00:00Z') })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await demonstration?.stop()
  })

  // Two sides at once, for a browser and a server take turns at waiting for each other.
  describe.concurrent(
    asked.isWhole ? 'every kind of page, and every form sent empty' : 'every kind of page',
    () => {
      it.each(Object.entries(SIDES))(
        'as %s sees it',
        async (side, lookers) => {
          for (const { email, starts } of lookers) {
            const page = email === null ? await stranger() : await member(email)
            const faults = await examineFrom(page, side, starts)
            await page.context().close()
            expect(faults, email ?? side).toEqual([])
          }
        },
        WALK_MS,
      )
    },
  )

  describe('the walk', () => {
    it('has come by every page of the site', () => {
      const kinds = [...seen].map(kind => kind.slice(1))
      const missed = routes
        .map(({ path = '' }) => path)
        .filter(path => !NO_PAGE.includes(path) && !kinds.some(kind => matches(path, kind)))
      expect(missed).toEqual([])
    })
  })
}

async function stranger(): Promise<Page> {
  return (await visit(browser, demonstration.url, true)).page
}

async function member(email: string): Promise<Page> {
  return (await signInAs(browser, { url: demonstration.url, email, javaScript: true })).page
}

/** Follows every link to a kind of page not seen yet; then sends the forms found on the way as they stand. */
async function examineFrom(page: Page, side: string, starts: string[]): Promise<string[]> {
  const faults: string[] = []
  const withForms: string[] = []
  const known = new Set(starts)
  for (const address of known) {
    const kind = kindOf(address)
    const times = lookedAt(kind, side)
    const isNew = times < ((walk.isWhole && SEVERAL[kind]) || 1)
    if (!isNew && !starts.includes(address)) continue
    const answer = await page.request.get(address)
    const html = await answer.text()
    if (isNew) {
      looked.set(keyOf(kind, side), times + 1)
      seen.add(kindOf(answer.url()))
      if (walk.isWhole || hasNewParts(html)) faults.push(...(await examine(page, address)))
    }
    // A set is walked in the order of adding, what is added on the way included.
    for (const next of linksOf(html)) known.add(next)
    if (walk.isWhole && times === 0 && HAS_FORM.test(html)) withForms.push(address)
  }
  for (const address of withForms) faults.push(...(await sendEmpty(page, address)))
  return faults
}

/** A page with a map is there once the map is; the others need no such wait. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  if ((await page.locator('.tg-map__drawing').count()) > 0) await page.waitForLoadState('networkidle')
}

function lookedAt(kind: string, side: string): number {
  return looked.get(keyOf(kind, side)) ?? 0
}

function keyOf(kind: string, side: string): string {
  if (SHARED.test(kind)) return kind
  return `${SERVICES.test(kind) && side !== 'anybody' ? 'signed in' : side} ${kind}`
}

async function examine(page: Page, address: string): Promise<string[]> {
  await open(page, address)
  return faultsThere(page)
}

/** A map takes the place of a drawing once scripts run: then both are looked at. */
async function faultsThere(page: Page): Promise<string[]> {
  const hasMap = walk.isWhole && (await page.locator('.leaflet-container').count()) > 0
  return [
    ...(await faultsOf(page, walk.axeWidths, walk.isWhole)),
    ...(hasMap ? await faultsWithoutScripts(page, walk.axeWidths, walk.isWhole) : []),
  ]
}

/** Whether the page is made of something new: an element with its classes, role and type. Remembers it. */
function hasNewParts(html: string): boolean {
  const before = examinedParts.size
  for (const [, tag = '', attributes = ''] of html.matchAll(/<([a-z][\w-]*)\b([^>]*)>/g)) {
    const named = [...attributes.matchAll(/\b(?:class|role|type)="[^"]*"/g)].map(([named]) => named)
    examinedParts.add([tag, ...named].join(' '))
  }
  return examinedParts.size > before
}

async function sendEmpty(page: Page, address: string): Promise<string[]> {
  await open(page, address)
  // One folded away is for another day.
  const send = mainForm(page).locator('button:visible:not([type=button])').last()
  if ((await send.count()) === 0) return []
  await send.click()
  await page.waitForLoadState()
  const isRefused = (await page.locator('.govuk-error-summary').count()) > 0
  return isRefused ? faultsThere(page) : []
}

/** Said before the browser opens the page: it may hold a form to send. */
const HAS_FORM = /<main[\s\S]*<form\b[^>]*method="post"/i

function mainForm(page: Page) {
  return page.locator('main form[method=post]')
}

/** What leads on from a page to another of the site. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter(href => !/^\/(sign-out|assets)|\.csv(\?|$)/.test(href))
}

/** Its address without ids; of what is asked, only whether it ended, and which group of answers is shown. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const group = [...searchParams]
    .filter(([name]) => /^(state|group|what)$/.test(name))
    .map(([name, value]) => `${name}=${value}`)
  const kind = pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/supply\/E\d{8}\/\w+$/, '/supply/:authorityCode/:column')
  return [kind, ...group].join(' ')
}

function matches(path: string, kind: string): boolean {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/ ]+')}( |$)`).test(kind)
}
