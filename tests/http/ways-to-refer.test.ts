import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { type OfficerStage, openOfficerStage } from './officer-stage'

const NOW = new Date('2027-02-01T10:00:00Z')
const NOBODY = ''

let stage: OfficerStage
const referralId = newId()
beforeAll(async () => {
  stage = await openOfficerStage()
  await declineBefore()
}, 300_000)
afterAll(() => stage?.close())

function titleOf(body: string): string | undefined {
  return /<title>([^<]*)/.exec(body)?.[1]
}

/** The women's house declined the woman of the small world in January. */
async function declineBefore(): Promise<void> {
  const { world, database } = stage
  const { lowNewtonOfficer: officer, firstWorker } = world.viewers
  const caseId = world.cases.woman
  const declinedAt = new Date('2027-01-12T11:00:00Z')
  await database.owner.transaction().execute(async trx => {
    const parties = [
      { organisationId: officer.organisationId, side: 'referrer' },
      { organisationId: firstWorker.organisationId, side: 'provider' },
    ]
    await trx
      .insertInto('referralParty')
      .values(parties.map(party => ({ referralId, caseId, ...party })))
      .execute()
    const referral = {
      id: referralId,
      caseId,
      reference: 'R-20417',
      serviceId: world.services.womensHouse,
      referrerOrganisationId: officer.organisationId,
      providerOrganisationId: firstWorker.organisationId,
      state: 'declined',
      primaryReason: 'risk.arson',
      createdBy: officer.personId,
      createdAt: declinedAt,
      submittedAt: declinedAt,
      stateChangedAt: declinedAt,
      dueAt: NOW,
      closedAt: declinedAt,
      eligibilityOutcome: 'eligible',
      agreedTier: 1,
    }
    await trx.insertInto('referral').values(referral).execute()
  })
}

describe('a service that declined her before', () => {
  const SAID = 'eclined on 12 January 2027 (Arson)'

  it('says so where she would be referred to it again', async () => {
    const { world } = stage
    const { status, body } = await stage.get(
      `/cases/${world.cases.woman}/refer/${world.services.womensHouse}`,
    )
    expect(status).toBe(200)
    expect(body).toContain(`This service was asked before: d${SAID}`)
    const other = await stage.get(`/cases/${world.cases.woman}/refer/${world.services.hostel}`)
    expect(other.body).not.toContain('was asked before')
  })

  it('is on the list of her case with the day and the reason', async () => {
    const { body } = await stage.get(`/cases/${stage.world.cases.woman}`)
    expect(body).toContain(`D${SAID}`)
  })
})

it('titles a referral with its reference, and with no name, for both sides', async () => {
  for (const person of ['lowNewtonOfficer', 'firstWorker'] as const) {
    const { body } = await stage.get(`/referrals/${referralId}`, await stage.signInAs(person))
    expect(titleOf(body), person).toBe('Referral R-20417 – Throughgate')
  }
})

describe('the way to family support', () => {
  const KINDS = ['parenting_programme', 'family_support', 'visitors_centre']

  it.each([
    ['the case', () => `/cases/${stage.world.cases.woman}`],
    ['the page for families', () => '/family'],
  ])('from %s searches courses, support and visitors’ centres', async (_, address) => {
    const { body } = await stage.get(address(), address() === '/family' ? NOBODY : undefined)
    const queries = [...body.matchAll(/href="[^"]*\?((?:kind=\w+(?:&amp;)?){2,})"/g)].map(([, query = '']) =>
      new URLSearchParams(query.replaceAll('&amp;', '&')).getAll('kind').sort(),
    )
    expect(queries).toContainEqual(expect.arrayContaining(KINDS))
  })
})

describe('a service’s page', () => {
  it('tells whoever is signed out to sign in to refer, and comes back to it', async () => {
    const id = stage.world.services.hostel
    const { body } = await stage.get(`/services/${id}`, NOBODY)
    expect(body).toContain(` href="/sign-in?next=/services/${id}">Sign in to refer</a>`)
  })

  it('sends an officer to the cases, and nobody else', async () => {
    const address = `/services/${stage.world.services.hostel}`
    expect((await stage.get(address)).body).toContain('Choose whom to refer from your cases')
    const worker = await stage.get(address, await stage.signInAs('firstWorker'))
    expect(worker.body).not.toMatch(/Choose whom to refer|Sign in to refer/)
  })
})
