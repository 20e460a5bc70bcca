import type { ServiceDocument } from '../document'
import { tagsOf } from '../fact-tags'
import type { AnyOfTags, Audience } from '../search-query'

const NOBODY: ReadonlySet<number> = new Set()

/** Which services have a tag, by slot. What only professionals may ask for is held apart. */
export class TagSlots {
  private readonly slots: Readonly<Record<Audience, Map<string, Set<number>>>> = {
    public: new Map(),
    professional: new Map(),
  }

  add(slot: number, document: ServiceDocument): void {
    for (const audience of AUDIENCES)
      for (const tag of tagsOf(document, audience)) slotsOf(this.slots[audience], tag).add(slot)
  }

  remove(slot: number, document: ServiceDocument): void {
    for (const audience of AUDIENCES)
      for (const tag of tagsOf(document, audience)) this.slots[audience].get(tag)?.delete(slot)
  }

  /** Whether a service has every one of the facts, of each any tag. Looked up once for all services. */
  holdsAll(facts: readonly AnyOfTags[], audience: Audience): (slot: number) => boolean {
    const missing = this.missing(facts, audience)
    return slot => missing(slot) === 0
  }

  /** How many of the facts a service lacks. */
  missing(facts: readonly AnyOfTags[], audience: Audience): (slot: number) => number {
    if (facts.length === 0) return lacksNone
    const wanted = facts.map(anyOf => anyOf.map(tag => this.slots[audience].get(tag) ?? NOBODY))
    return slot => wanted.filter(anyOf => !anyOf.some(slots => slots.has(slot))).length
  }
}

const AUDIENCES: readonly Audience[] = ['public', 'professional']

function lacksNone(): number {
  return 0
}

function slotsOf(tags: Map<string, Set<number>>, tag: string): Set<number> {
  const known = tags.get(tag)
  if (known) return known
  const slots = new Set<number>()
  tags.set(tag, slots)
  return slots
}
