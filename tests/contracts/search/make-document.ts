import { createHash } from 'node:crypto'
import type { ServiceDocument } from '@search/document'
import { epochDay } from '@search/calendar-day'

/** The instant all searches of the contract are made at: noon on Wednesday 2 December 2026. */
export const NOW = new Date('2026-12-02T12:00:00Z')
export const DAY = '2026-12-02'
export const TODAY = epochDay(DAY)
export const NOW_SECONDS = NOW.getTime() / 1000

/** The id a short name stands for in these tests. */
export function idOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex')
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20)]
  return `${a}-${b}-4${c}-8${d}-${hex.slice(20, 32)}`
}

/** A document known by a short name, plain but for what is given. */
export function makeDocument(key: string, given: Partial<ServiceDocument> = {}): ServiceDocument {
  return {
    id: idOf(key),
    name: key,
    provider: '',
    kind: 'supported_housing',
    kindLabel: '',
    everydayNames: '',
    helpsWith: '',
    summary: '',
    forWhom: '',
    languagesAndAccess: '',
    description: '',
    policyWords: '',
    pathways: [],
    authorities: [],
    authorityNames: [],
    sex: null,
    womenOnly: false,
    takesChildren: null,
    takesCouples: null,
    acceptsPeopleFromPrison: null,
    complexNeeds: null,
    wheelchair: null,
    supportLevel: null,
    deliveredIn: [],
    prisons: [],
    prisonNames: [],
    rotl: null,
    visibility: 'public',
    position: null,
    town: null,
    freeSince: null,
    freeOn: [],
    expectedDays: [],
    freshUntil: null,
    checkUntil: null,
    policyVerifiedAt: null,
    facts: [],
    professionalFacts: [],
    forEverybody: true,
    ...given,
  }
}
