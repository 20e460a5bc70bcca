import { forgivenTypos, typosBetween } from '@search/typo-distance'
import { stemsOf, type TypedToken } from './typed-tokens'

interface Phrase<Meaning> {
  stems: readonly string[]
  meaning: Meaning
}

/** A meaning found, and how many words it took. */
export interface Found<Meaning> {
  meaning: Meaning
  length: number
}

/** A slip is forgiven from five letters on, and may be a letter left out. */
const SHORTEST_SLIP = 4

/**
 * Phrases and what they mean, found wherever they stand in a query: the longest first, exactly, or with a slip in its
 * longer words. A word that is some phrase's own is never taken for a slip of another.
 */
export class PhraseTable<Meaning> {
  private readonly phrases = new Map<string, Meaning>()
  /** Those in which a slip is forgiven, by how many words they have. */
  private readonly slippable = new Map<number, Phrase<Meaning>[]>()
  private readonly longest: number

  /**
   * @param known further words that stand for themselves
   * @param slipsFrom how many letters a phrase must have for a slip in it to be forgiven
   */
  constructor(
    rows: Iterable<readonly [phrase: string, meaning: Meaning]>,
    private readonly known: Set<string>,
    slipsFrom = 5,
  ) {
    let longest = 0
    for (const [phrase, meaning] of rows) {
      const stems = stemsOf(phrase)
      const key = stems.join(' ')
      if (stems.length === 0 || this.phrases.has(key)) continue
      this.phrases.set(key, meaning)
      stems.forEach(stem => known.add(stem))
      longest = Math.max(longest, stems.length)
      if (stems.join('').length < slipsFrom) continue
      const sameLength = this.slippable.get(stems.length)
      if (sameLength) sameLength.push({ stems, meaning })
      else this.slippable.set(stems.length, [{ stems, meaning }])
    }
    this.longest = longest
  }

  /** The longest phrase that begins with the token at `from`; null for none. */
  at(tokens: readonly TypedToken[], from: number): Found<Meaning> | null {
    for (let length = Math.min(this.longest, tokens.length - from); length > 0; length -= 1) {
      const stems = tokens.slice(from, from + length).map(token => token.stem)
      const meaning = this.phrases.get(stems.join(' ')) ?? this.slipped(stems)
      if (meaning !== null) return { meaning, length }
    }
    return null
  }

  private slipped(stems: readonly string[]): Meaning | null {
    const unknown = stems.filter(stem => !this.known.has(stem))
    if (unknown.length === 0 || unknown.some(stem => stem.length < SHORTEST_SLIP)) return null
    const found = this.slippable
      .get(stems.length)
      ?.find(({ stems: right }) => right.every((stem, at) => this.isLike(stems[at] ?? '', stem)))
    return found?.meaning ?? null
  }

  private isLike(typed: string, right: string): boolean {
    if (typed === right) return true
    if (this.known.has(typed)) return false
    return typosBetween(typed, right, forgivenTypos(right), false) !== Infinity
  }
}
