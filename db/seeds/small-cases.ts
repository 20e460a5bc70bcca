import type { Kysely } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { PersonFacts } from '~/domain/eligibility/facts'
import { derivedFacts } from '~/domain/case/record/derived-facts'
import { insertCase } from '~/domain/case/record/insert-case.server'
import { addDays, londonDay } from '~/domain/time/calendar'
import { seedId } from './seed-id'

const RELEASED_IN_DAYS = 35

export const SMALL_CASES = {
  woman: seedId('small case:woman'),
  man: seedId('small case:man'),
} as const

/** Everything that could be asked is answered, and nothing stands against anybody. */
const NOTHING_AGAINST = {
  couple: 'no',
  childrenPlan: 'none',
  children: [],
  pregnancy: 'no',
  pets: 'none',
  arson: 'none',
  sexualOffence: 'none',
  offencesAgainstChildren: 'none',
  domesticAbusePerpetrator: 'none',
  violence: 'none',
  rosh: 'low',
  curfew: 'no',
  supervisedOst: 'no',
  funding: 'housing_benefit',
  unspentConviction: 'no',
  substances: 'none',
  injecting: 'none',
  recourse: 'yes',
  accessNeeds: [],
  localConnection: [],
  careLeaver: 'no',
  veteran: 'no',
  mentalHealth: 'no',
  learningDisability: 'no',
  licenceExclusions: [],
  licenceKeepAwayFrom: [],
  arrearsPence: 0,
  canPayCharge: 'yes',
  supportNeed: 'low',
  needsWomenOnly: 'no',
  abuse: 'none',
  fleeingViolence: 'no',
} as const

const SKETCHES = [
  {
    team: 'lowNewton',
    id: SMALL_CASES.woman,
    prisonCode: 'LNI',
    sex: 'woman',
    home: 'E08000021',
    identity: { prisonNumber: 'Z9001AA', name: 'Canary Wagtail', dateOfBirth: '1990-06-15', crn: null },
  },
  {
    team: 'durham',
    id: SMALL_CASES.man,
    prisonCode: 'DMI',
    sex: 'man',
    home: 'E06000002',
    identity: { prisonNumber: 'Z9002BB', name: 'Linnet Fieldfare', dateOfBirth: '1985-01-02', crn: null },
  },
] as const

export async function insertSmallCases(
  owner: Kysely<DB>,
  keys: KeyRing,
  officers: Record<'lowNewton' | 'durham', SignedInViewer>,
  now: Date,
): Promise<void> {
  const today = londonDay(now)
  for (const { team, id, prisonCode, sex, home, identity } of SKETCHES) {
    const basics = {
      sex,
      custodyStatus: 'sentenced',
      releaseOn: addDays(today, RELEASED_IN_DAYS),
      releaseConfidence: 'firm',
      homeAuthority: home,
    } as const
    const facts = PersonFacts.parse({
      ...NOTHING_AGAINST,
      roshAssessedOn: addDays(today, -30),
      ...derivedFacts(basics, identity.dateOfBirth, today),
    })
    const { organisationId, personId } = officers[team]
    const columns = { ...basics, organisationId, prisonCode, releaseType: 'automatic', createdBy: personId }
    const made = { id, identity, columns, facts }
    await owner.transaction().execute(trx => insertCase(trx, keys, made, now))
  }
}
