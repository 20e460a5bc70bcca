import {
  MOST_WORDS,
  type Reading,
  type ReadPart,
  type Step,
  typedWithout,
} from '~/domain/directory/reading/reading'
import { listed } from '~/domain/words/english'
import { type NearCircle, readCircle } from './map/near-circle'

/** How a search was read, as its page says it. Travels with the answer; links are made from `words`. */
export interface ReadingShown {
  chips: ReadChip[]
  /** 'Nothing matches all of it. 3 services match all but “with a pet”.' Null where everything matches. */
  step: string | null
  /** What else would be found, by giving up something else: what to say, and the words to search by. */
  others: { text: string; words: string }[]
  /** What a place among the words keeps the search to, for the map. */
  circle: NearCircle | null
  /** All that was typed was read, and all of it is matched. */
  isWhole: boolean
}

interface ReadChip {
  text: string
  /** The words without it. */
  words: string
}

const MOST_OTHERS = 3

/** How the words were read, in chips; and where not all of it matches, what was given up and what else there is. */
export function readingShown(reading: Reading, step: Step, total: number): ReadingShown {
  const isRead = reading.typed.trim() === '' || reading.parts.some(narrows)
  return {
    isWhole: isRead && !reading.isCut && reading.leftOut.length === 0 && step.dropped.length === 0,
    chips: reading.parts.map(part => ({ text: chipText(part, step), words: typedWithout(reading, part) })),
    step:
      [
        ...reading.unknownPlaces.map(outsideWords),
        reading.isCut
          ? `We read the first ${MOST_WORDS} words: what stands after them was not searched for.`
          : null,
        leftOutWords(reading),
        unreadWords(reading),
        stepWords(reading, step, total),
      ]
        .filter(Boolean)
        .join(' ') || null,
    others: step.others.slice(0, MOST_OTHERS).map(({ part, total: found }) => ({
      text: `${matchWords(found)} all but ${quoted(part)}`,
      words: typedWithout(reading, part),
    })),
    circle: readCircle(reading, step),
  }
}

function chipText(part: ReadPart, { dropped }: Step): string {
  if (part.asks) return `${part.text}: ring to ask`
  return dropped.includes(part) ? `${part.text}: not matched` : part.text
}

function outsideWords(place: string): string {
  return `${place} is outside North East England: nothing is narrowed by it.`
}

function leftOutWords({ parts, leftOut }: Reading): string | null {
  if (leftOut.length === 0) return null
  return `Only the ${parts.length} parts that matter most were searched for, and not ${listed(leftOut.map(quoted))}.`
}

function narrows({ required, near, word, freeBy, asks }: ReadPart): boolean {
  return required.length > 0 || near !== null || word !== null || (freeBy !== null && !asks)
}

/** Of what narrows nothing: words that say nothing of a service, and what only the provider can answer. */
function unreadWords({ typed, parts, unknownPlaces }: Reading): string | null {
  if (typed.trim() === '' || parts.some(narrows)) return null
  const first = parts.filter(part => part.preferred.length > 0 && !part.asks)
  if (first.length > 0) return `Nothing is left out: ${listed(first.map(quoted))} comes first.`
  if (parts.length > 0 && parts.every(part => part.freeBy !== null))
    return 'What is free is for professionals to see: ring to ask. Nobody is left out.'
  if (parts.length > 0) return 'No list says who takes it: ring to ask. Nobody is left out.'
  return unknownPlaces.length > 0
    ? null
    : `‘${typed}’ says nothing we can look for: say what is needed, and where.`
}

function stepWords({ parts }: Reading, { dropped, unknown }: Step, total: number): string | null {
  if (dropped.length === 0 || total === 0) return null
  const asked = parts.filter(part => !part.asks)
  const names = listed(dropped.map(quoted))
  if (dropped.length === unknown.length) {
    const kept =
      asked.length > dropped.length ? ` ${matchWords(total)} the rest.` : ' The list is not narrowed by it.'
    return `No service mentions ${names}.${kept}`
  }
  return dropped.length === asked.length
    ? `Nothing matches ${names}. The list is not narrowed by it.`
    : `Nothing matches all of it. ${matchWords(total)} all but ${names}.`
}

function matchWords(total: number): string {
  return total === 1 ? '1 service matches' : `${total} services match`
}

/** A word stands in quotes already. */
function quoted({ kind, text }: ReadPart): string {
  return kind === 'word' ? text : `“${text}”`
}
