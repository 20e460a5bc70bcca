import { searchableTexts, type ServiceDocument } from '../document'
import { FactColumns } from './fact-columns'
import { TagSlots } from './tag-slots'
import { wordsOf } from '../tokens'
import { WordIndex } from './word-index'

const SPACE = 32

/** All documents in memory, with their words and facts. A document keeps its slot number while it stays. */
export class ServiceStore {
  readonly words = new WordIndex()
  readonly facts = new FactColumns()
  readonly tags = new TagSlots()
  private readonly names: string[] = []
  private readonly slots: (ServiceDocument | null)[] = []
  private readonly slotOf = new Map<string, number>()
  private readonly empty: number[] = []

  get size(): number {
    return this.slotOf.size
  }

  /** Puts a document in, in place of the one with the same id. */
  put(document: ServiceDocument): void {
    this.drop(document.id)
    const slot = this.empty.pop() ?? this.slots.length
    this.slots[slot] = document
    this.slotOf.set(document.id, slot)
    this.names[slot] = wordsOf(document.name)
    this.words.add(slot, searchableTexts(document))
    this.facts.set(slot, document)
    this.tags.add(slot, document)
  }

  /** Takes a document out, if it is there. */
  drop(id: string): void {
    const slot = this.slotOf.get(id)
    const document = slot === undefined ? null : this.at(slot)
    if (slot === undefined || document === null) return
    this.words.remove(slot)
    this.tags.remove(slot, document)
    this.slots[slot] = null
    this.slotOf.delete(id)
    this.empty.push(slot)
  }

  of(id: string): ServiceDocument | null {
    const slot = this.slotOf.get(id)
    return slot === undefined ? null : this.at(slot)
  }

  /** Every document that is in it now. */
  documents(): readonly ServiceDocument[] {
    return this.slots.filter(document => document !== null)
  }

  at(slot: number): ServiceDocument | null {
    return this.slots[slot] ?? null
  }

  /** How nearly the typed words are the whole name: 0 they are, 1 it begins with them, 2 neither. */
  nameRank(slot: number, typed: string): number {
    const name = this.names[slot] ?? ''
    if (!name.startsWith(typed)) return 2
    if (name.length === typed.length) return 0
    return name.charCodeAt(typed.length) === SPACE ? 1 : 2
  }

  /** Every slot in use. */
  usedSlots(): Iterable<number> {
    return this.slotOf.values()
  }
}
