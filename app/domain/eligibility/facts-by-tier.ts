import {
  type AgeBand,
  type Ages,
  CHILD_BANDS,
  type Child,
  type ChildBand,
  NeedFacts,
  PersonFacts,
  SafetyFacts,
  TriageFacts,
} from './facts'

export interface FactsByTier {
  triage: TriageFacts
  need: NeedFacts
  safety: SafetyFacts
}

const BAND_STARTS: readonly (readonly [number, AgeBand])[] = [
  [60, '60_over'],
  [50, '50_59'],
  [40, '40_49'],
  [30, '30_39'],
  [25, '25_29'],
  [21, '21_24'],
  [18, '18_20'],
  [0, 'under_18'],
]

/** One person's facts from what is kept apart by tier. A tier the viewer may not read is left out: its answers are unknown. */
export function mergeFacts(parts: Partial<FactsByTier>): PersonFacts {
  return PersonFacts.parse({ ...parts.triage, ...parts.need, ...parts.safety })
}

/** The same facts, to be stored apart by tier. The bands of tier 1, hers and her children's, follow from the ages of tier 2. */
export function splitFacts(facts: PersonFacts): FactsByTier {
  const ageBand = bandOf(facts.ageAtRelease) ?? facts.ageBand
  return {
    triage: TriageFacts.parse({ ...facts, ageBand, childBands: childBandsOf(facts.children) }),
    need: NeedFacts.parse(facts),
    safety: SafetyFacts.parse(facts),
  }
}

/** The age band on release; where a birthday inside the window leads into the next band, the younger one. */
export function bandOf(ages: Ages | null): AgeBand | null {
  if (ages === null) return null
  return BAND_STARTS.find(([start]) => ages.min >= start)?.[1] ?? null
}

/** The bands of children, the youngest first; null where nothing is known of them. Each is in the band of the oldest she may be. */
export function childBandsOf(children: readonly Child[] | null): ChildBand[] | null {
  if (children === null) return null
  const bands = children.map(({ age }) => childBand(age.max))
  return bands.sort((a, b) => CHILD_BANDS.indexOf(a) - CHILD_BANDS.indexOf(b))
}

function childBand(years: number): ChildBand {
  if (years < 5) return 'under_5'
  return years < 11 ? '5_10' : '11_17'
}
