import SearchableMap from 'minisearch/SearchableMap'
import { tokenise } from '../tokens'

/** Where a word stands in the services that hold it: slot → places, ascending, the weightiest text first. */
export type Posting = Map<number, number[]>

const NOWHERE: Posting = new Map()

/** A place is the text's number and the word's place in it, in one number. */
const TEXT_SPAN = 65_536

/** The number of the text (0 is the name) a place lies in. */
export function textOf(place: number): number {
  return Math.floor(place / TEXT_SPAN)
}

/** The words of all services, held in MiniSearch's radix tree; a service is known by its slot number. */
export class WordIndex {
  readonly vocabulary = new SearchableMap<Posting>()
  private readonly wordsOfSlot = new Map<number, Set<string>>()
  private readonly byLetter = new Map<string, Set<string>>()
  private slots = 0

  /** One more than the highest slot ever used. */
  get slotCount(): number {
    return this.slots
  }

  /** Puts in the texts of a service, the weightiest first. The slot must be empty. */
  add(slot: number, texts: readonly string[]): void {
    const words = new Set<string>()
    texts.forEach((text, number) => {
      for (const token of tokenise(text)) {
        const place = number * TEXT_SPAN + Math.min(token.position, TEXT_SPAN - 1)
        this.note(token.word, slot, place)
        words.add(token.word)
      }
    })
    this.wordsOfSlot.set(slot, words)
    this.slots = Math.max(this.slots, slot + 1)
  }

  /** Takes a service's words out. */
  remove(slot: number): void {
    for (const word of this.wordsOfSlot.get(slot) ?? []) {
      const posting = this.vocabulary.get(word)
      posting?.delete(slot)
      if (posting?.size === 0) this.forget(word)
    }
    this.wordsOfSlot.delete(slot)
  }

  posting(word: string): Posting | undefined {
    return this.vocabulary.get(word)
  }

  /** The words that begin so, the word itself included. */
  wordsFrom(beginning: string): Iterable<string> {
    return this.vocabulary.atPrefix(beginning).keys()
  }

  /** The letters any word begins with. */
  letters(): Iterable<string> {
    return this.byLetter.keys()
  }

  /** The words with this first letter. */
  wordsOfLetter(letter: string): Iterable<string> {
    return this.byLetter.get(letter) ?? []
  }

  /** Where the words stand side by side in this order: slot → places of the first. */
  phrase(words: readonly string[]): Posting {
    const [first, ...rest] = words.map(word => this.posting(word))
    if (!first || rest.some(posting => posting === undefined)) return NOWHERE
    const found: Posting = new Map()
    for (const [slot, places] of first) {
      const kept = places.filter(place =>
        rest.every((posting, step) => posting?.get(slot)?.includes(place + step + 1)),
      )
      if (kept.length > 0) found.set(slot, kept)
    }
    return found
  }

  private note(word: string, slot: number, place: number): void {
    const posting = this.vocabulary.get(word) ?? this.learn(word)
    const places = posting.get(slot)
    if (places) places.push(place)
    else posting.set(slot, [place])
  }

  private learn(word: string): Posting {
    const posting: Posting = new Map()
    this.vocabulary.set(word, posting)
    const letter = word.charAt(0)
    const words = this.byLetter.get(letter)
    if (words) words.add(word)
    else this.byLetter.set(letter, new Set([word]))
    return posting
  }

  private forget(word: string): void {
    this.vocabulary.delete(word)
    const letter = word.charAt(0)
    const words = this.byLetter.get(letter)
    words?.delete(word)
    if (words?.size === 0) this.byLetter.delete(letter)
  }
}
