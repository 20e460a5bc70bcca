import { decides } from '@tests/support/rule-rows'
import { areaAndLicenceRule } from './area-and-licence'

const NEWCASTLE = 'E08000021'
const GATESHEAD = 'E08000037'
const excluding = (authority: string, extent: 'whole' | 'part') => ({
  licenceExclusions: [{ authority, extent }],
  licenceKeepAwayFrom: [],
})

decides(areaAndLicenceRule, {
  'their area wholly excluded': {
    facts: excluding(NEWCASTLE, 'whole'),
    outcome: 'not_eligible',
    reason: 'The licence excludes their area',
    tier: 2,
  },
  'their area partly excluded': {
    facts: excluding(NEWCASTLE, 'part'),
    outcome: 'discuss',
    reason: 'The licence excludes part of their area',
  },
  'one of their two areas excluded': {
    facts: excluding(NEWCASTLE, 'whole'),
    service: { locatedIn: [NEWCASTLE, GATESHEAD] },
    outcome: 'discuss',
  },
  'a confidential service is placed by what it covers': {
    facts: excluding(GATESHEAD, 'whole'),
    service: { locatedIn: [], authorities: [GATESHEAD] },
    outcome: 'not_eligible',
  },
  'another area excluded': {
    facts: excluding(GATESHEAD, 'whole'),
    outcome: 'eligible',
    reason: 'Outside the areas the licence excludes',
  },
  'a school nearby': {
    facts: { licenceExclusions: [], licenceKeepAwayFrom: ['school', 'park'] },
    service: { near: ['school'] },
    outcome: 'discuss',
    reason: 'A school nearby, which the licence says to keep away from',
  },
  'no school nearby': {
    facts: { licenceExclusions: [], licenceKeepAwayFrom: ['school'] },
    service: { near: ['park'] },
    outcome: 'eligible',
  },
  'what is near is not stated': {
    facts: { licenceExclusions: [], licenceKeepAwayFrom: ['school'] },
    outcome: 'discuss',
  },
  'nothing known of the licence': {
    outcome: 'discuss',
    missing: ['licenceExclusions', 'licenceKeepAwayFrom'],
  },
  'part excluded and the rest not known: an answer alone settles nothing': {
    facts: { licenceExclusions: [{ authority: NEWCASTLE, extent: 'part' }] },
    outcome: 'discuss',
    reason: 'The licence excludes part of their area. Not known what the licence says to keep away from',
  },
  'no conditions': { facts: { licenceExclusions: [], licenceKeepAwayFrom: [] }, outcome: 'not_applicable' },
})
