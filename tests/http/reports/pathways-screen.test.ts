import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { allDocuments } from '~/domain/index/service-document.server'
import { addAccount } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { addService } from '../../factories/service'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { type RunningTestServer, startTestServer } from '../../support/server'

/** The pathway map as a commissioner reads it without scripts. */

const NOW = new Date('2027-02-01T10:00:00Z')
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const SUNDERLAND = 'E08000024'

let database: TestDatabase
let server: RunningTestServer
let cookie: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  const { owner } = database
  const partnership = await addOrganisation(owner, { kind: 'commissioner' })
  await addAccount(owner, partnership, 'commissioner', 'c@pathways.example')
  const organisationId = await addOrganisation(owner, { kind: 'provider' })
  const seen = { organisationId, authorities: [SUNDERLAND], assuredOn: '2026-12-01' }
  await addService(owner, { ...seen, kind: 'womens_centre', pathways: ['abuse', 'finance'] })
  await addService(owner, { ...seen, kind: 'mentoring', pathways: ['finance'], assuredOn: null })
  const programme = { prisonCodes: ['LNI'] }
  await addService(owner, { ...seen, kind: 'parenting_programme', pathways: ['families'], programme })
  const engine = createInsideEngine()
  await engine.rebuild(allDocuments(database.app, () => NOW))
  const search = createSearchService({ inside: engine, log: SILENT, clock: () => NOW })
  server = await startTestServer({ database, search, now: () => NOW })
  cookie = await server.signIn('c@pathways.example')
}, 300_000)
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

async function read(path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { cookie } })
  return (await answer.text()).replaceAll('<!-- -->', '').replaceAll('&amp;', '&')
}

describe('the pathway map on its page', () => {
  it('says in a sentence what is served, what is not, and of what there is no data', async () => {
    const page = await read('/pathways')
    expect(page).toContain(
      'Of 108 pairs of authority and pathway, 3 are served, 6 have none listed, and of 99 there is no data.',
    )
    expect(await read('/pathways?by=prison')).toContain(
      'Of 63 pairs of prison and pathway, 1 are served, 8 have none listed, and of 54 there is no data.',
    )
  })

  it('leads from a cell to the services behind it, as many as it says', async () => {
    const page = await read('/pathways')
    const href = `/services?authority=${SUNDERLAND}&pathway=finance`
    expect(page).toContain(`href="${href}">2 services`)
    expect(await read(href)).toContain('2 services match')
    const inPrison = await read('/pathways?by=prison')
    const behind = /href="(\/services\?[^"]*pathway=families[^"]*)">1 programme/.exec(inPrison)?.[1] ?? ''
    expect(behind).toContain('prison=LNI')
    expect(await read(behind)).toContain('1 service matches')
  })

  it('leads from a cell to an action for its gap', async () => {
    expect(await read('/pathways')).toContain(
      `href="/actions/new?subject=pathway.employment&place=${SUNDERLAND}"`,
    )
  })

  it('is a file too', async () => {
    const file = await read('/pathways.csv')
    expect(file).toContain(`2027-02-01,${SUNDERLAND},Sunderland,"Finance, benefits and debt",served,,2,0,1,`)
    expect(file).toContain(`2027-02-01,${SUNDERLAND},Sunderland,Drugs and alcohol,none listed,,0,0,0,`)
    expect(file.split('\r\n')).toHaveLength(110)
    expect((await read('/pathways.csv?by=prison')).split('\r\n')).toHaveLength(65)
  })
})
