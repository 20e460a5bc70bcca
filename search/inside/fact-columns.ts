import type { ServiceDocument } from '../document'
import {
  facets,
  facetValues,
  selectedFacets,
  type Facet,
  type FacetCounts,
  type FacetSelections,
} from '../facet'

interface FactValue {
  facet: Facet
  name: string
}

const NO_FACTS: readonly number[] = []

/**
 * The facts of all services as numbers: every value of every facet has one, every slot a list of them. So one pass over
 * the services filters and counts all facets.
 */
export class FactColumns {
  readonly values: FactValue[] = []
  private readonly numbers = new Map<string, number>()
  private readonly bySlot: (readonly number[])[] = []

  /** Notes a service's facts; a slot used before is written over. */
  set(slot: number, document: ServiceDocument): void {
    this.bySlot[slot] = facets.flatMap(facet =>
      facetValues(document, facet).map(value => this.number(facet, value)),
    )
  }

  at(slot: number): readonly number[] {
    return this.bySlot[slot] ?? NO_FACTS
  }

  /** The numbers of the values ticked in a facet; letters' case does not matter, as in Meilisearch. */
  wanted(facet: Facet, values: readonly string[]): number[] {
    return values.flatMap(value => this.numbers.get(keyOf(facet, value)) ?? [])
  }

  private number(facet: Facet, name: string): number {
    const key = keyOf(facet, name)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.values.push({ facet, name })
    this.numbers.set(key, this.values.length - 1)
    return this.values.length - 1
  }
}

/** One pass over the services with some values ticked. */
export class FactPass {
  private readonly counts: Uint32Array
  /** Per value the bit of the ticked facet it belongs to, 0 when that value is not ticked. */
  private readonly wantedBits: Uint32Array
  /** Per value the bit of its facet, 0 when nothing is ticked in the facet. */
  private readonly facetBits: Uint32Array
  private readonly allBits: number

  constructor(
    private readonly columns: FactColumns,
    selections: FacetSelections,
  ) {
    const ticked = selectedFacets(selections)
    const bitOf = new Map(ticked.map((facet, index) => [facet, 1 << index]))
    this.counts = new Uint32Array(columns.values.length)
    this.wantedBits = new Uint32Array(columns.values.length)
    this.facetBits = Uint32Array.from(columns.values, value => bitOf.get(value.facet) ?? 0)
    for (const [facet, bit] of bitOf) {
      for (const number of columns.wanted(facet, selections[facet] ?? [])) this.wantedBits[number] = bit
    }
    this.allBits = (1 << ticked.length) - 1
  }

  /** The bits of the ticked facets a service fails; 0 when it passes them all. */
  failing(slot: number): number {
    if (this.allBits === 0) return 0
    let passed = 0
    for (const number of this.columns.at(slot)) passed |= this.wantedBits[number] ?? 0
    return this.allBits & ~passed
  }

  /** Counts a service in every facet, or when it fails a single one, in that one: its value ticked would show it. */
  count(slot: number, failed: number): void {
    const numbers = this.columns.at(slot)
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0
      if (failed === 0 || this.facetBits[number] === failed)
        this.counts[number] = (this.counts[number] ?? 0) + 1
    }
  }

  /** The counts so far; values nobody has are left out. */
  result(): FacetCounts {
    const result = Object.fromEntries(facets.map(facet => [facet, {}])) as FacetCounts
    this.columns.values.forEach(({ facet, name }, number) => {
      const count = this.counts[number] ?? 0
      if (count > 0) result[facet][name] = count
    })
    return result
  }
}

function keyOf(facet: Facet, value: string): string {
  return `${facet}\n${value.trim().toLowerCase()}`
}
