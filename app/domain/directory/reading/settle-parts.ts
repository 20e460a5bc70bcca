import { isHousing } from '../../service/service-kind'
import { NOTHING_ASKED, type ReadPart } from './reading'

/** What the parts of a query make of each other: said twice is said once, one place is searched near, one day is the day. */
export function settled(read: readonly ReadPart[]): ReadPart[] {
  return oneDay(atPrison(withoutContradictions(onePlace(shutTogether(withoutRepeats(read))))))
}

function withoutRepeats(parts: readonly ReadPart[]): ReadPart[] {
  return parts.filter((part, index) => parts.findIndex(each => each.text === part.text) === index)
}

/** What covers two places to keep away from, and nothing else, is in neither: every one is left out of each. */
function shutTogether(parts: readonly ReadPart[]): ReadPart[] {
  const open = parts.filter(part => part.isShut).map(part => part.required[0] ?? [])
  return parts.map(part =>
    part.isShut
      ? { ...part, required: [(open[0] ?? []).filter(tag => open.every(each => each.includes(tag)))] }
      : part,
  )
}

/**
 * The first day named is when somebody needs a bed. What is for families, and a course, is had on its own days; so is whatever else words
 * are left for, unless a place to live is asked for beside them: 'food bank friday'.
 */
function oneDay(parts: readonly ReadPart[]): ReadPart[] {
  const first = parts.find(part => part.freeBy !== null)
  const asked = parts.flatMap(({ required }) => required)
  const isOfBeds =
    !asked.some(tags => tags.every(isOfNoBed)) &&
    (asked.some(tags => tags.some(isOfABed)) || !parts.some(({ kind }) => kind === 'word'))
  return parts.filter(part => part.freeBy === null || (isOfBeds && part === first))
}

function isOfABed(tag: string): boolean {
  return tag === 'pathway:accommodation' || (tag.startsWith('kind:') && isHousing(tag.slice('kind:'.length)))
}

function isOfNoBed(tag: string): boolean {
  if (tag.startsWith('kind:')) return !isHousing(tag.slice('kind:'.length))
  return tag.startsWith('programme:') || (tag.startsWith('pathway:') && tag !== 'pathway:accommodation')
}

/** One place is searched near: the last one named that is not what somebody leaves. Another is said and narrows nothing. */
function onePlace(parts: readonly ReadPart[]): ReadPart[] {
  const last = parts.findLast(part => part.kind === 'place')
  return parts.map(part =>
    part.kind !== 'place' || part === last
      ? part
      : { ...part, ...NOTHING_ASKED, kind: 'fact', text: `also named: ${part.text}` },
  )
}

const FAMILY_TAG = /^(pathway:families|programme:|kind:(visitors_centre|mentoring))/

function isOfFamilies(tags: readonly string[]): boolean {
  return tags.some(tag => FAMILY_TAG.test(tag))
}

/** What is for families is looked for in the prison itself, wherever its provider stands; a place to live near it. */
function atPrison(parts: readonly ReadPart[]): ReadPart[] {
  const isForFamilies = parts.some(({ required }) =>
    required.some(tags => tags.some(tag => FAMILY_TAG.test(tag))),
  )
  return parts.map(part => {
    const place = part.near?.place
    if (!place?.prison || !isForFamilies) return part
    return {
      ...part,
      text: `at ${place.label}`,
      near: null,
      required: [[`prison:${place.prison}`]],
      preferred: [],
    }
  })
}

const OF_MEN = ['for men', 'for fathers', 'for a man of the family']

/** Who says that a husband hits her does not look for a place for men: beside abuse, a relative tells nothing. */
function withoutContradictions(parts: readonly ReadPart[]): ReadPart[] {
  const told = new Set(parts.map(part => part.text))
  const isAbuse = told.has('domestic abuse') || told.has('refuge')
  const isForFamilies = parts.some(({ weight, required }) => weight === 'kind' && required.some(isOfFamilies))
  const plain = isForFamilies
    ? parts.map(part => (part.text === 'with children' ? { ...part, preferred: [] } : part))
    : parts
  return plain.filter(part => {
    if (isAbuse && OF_MEN.includes(part.text)) return false
    if (part.text === 'for women' && told.has('women only')) return false
    if (part.text === 'for a couple' && told.has('couple relationships')) return false
    return !(told.has('for women') && part.text === 'for men' && !isAbuse)
  })
}
