import { PhraseTable } from '../words/phrase-table'
import { stemsOf } from '../words/typed-tokens'
import { AUTHORITY_ALIASES, PRISON_ALIASES, SEVERAL_AUTHORITIES, TOWN_ALIASES } from './place-aliases'
import {
  type Place,
  placeOfAreas,
  placeOfAuthority,
  placeOfDistrict,
  placeOfPrison,
  placeOfTown,
} from './place'
import { authorities, outcodes, prisons } from './region'

type Named = readonly [phrase: string, place: Place]

/** What is said of a prison: 'HMP Durham', 'Durham prison', 'Durham jail'. */
const PRISON_WORDS = ['prison', 'jail', 'nick', 'gaol', 'hmp', 'yoi', 'hmyoi']

const towns = [...new Set(outcodes.map(each => each.town))]
const townStems = new Set([...towns, ...authorities.map(each => each.name)].flatMap(shortNames).map(keyOf))

function namesOf(list: string | undefined): string[] {
  return (list ?? '').split(', ').filter(Boolean)
}

/** 'Stockton-on-Tees' is 'Stockton' as well; 'Bishop Auckland' is not 'Bishop'. */
function shortNames(name: string): string[] {
  const plain = name.replace(/-/g, ' ')
  return [plain, plain.replace(/ (upon|on|by|le) .*$/, '')]
}

function keyOf(phrase: string): string {
  return stemsOf(phrase).join(' ')
}

/** A prison goes by its bare name only where no town does. */
function* prisonNames(): Iterable<Named> {
  for (const prison of prisons) {
    const bare = prison.name
      .toLowerCase()
      .replace(/hmp|yoi|&/g, '')
      .trim()
    const place = placeOfPrison(prison)
    for (const name of [bare, ...namesOf(PRISON_ALIASES[prison.code])]) {
      for (const word of PRISON_WORDS) yield [`${word} ${name}`, place] as const
      for (const word of PRISON_WORDS) yield [`${name} ${word}`, place] as const
      yield [`hmp and yoi ${name}`, place] as const
      yield [`hmp yoi ${name}`, place] as const
      if (!townStems.has(keyOf(name))) yield [name, place] as const
    }
    yield [prison.code, place] as const
  }
}

function* townNames(): Iterable<Named> {
  for (const town of towns) for (const name of shortNames(town)) yield [name, placeOfTown(town)] as const
  for (const [label, outcode, names] of TOWN_ALIASES) {
    const district = outcodes.find(each => each.outcode === outcode)
    const place = district ? placeOfDistrict(district, label) : placeOfTown(label)
    for (const name of namesOf(names)) yield [name, place] as const
  }
}

function* areaNames(): Iterable<Named> {
  for (const { label, names, authorities: codes } of SEVERAL_AUTHORITIES)
    for (const name of namesOf(names)) yield [name, placeOfAreas(label, codes)] as const
  for (const authority of authorities) {
    const place = placeOfAuthority(authority)
    for (const name of [authority.name, ...namesOf(AUTHORITY_ALIASES[authority.code])])
      yield [name, place] as const
  }
}

/** 'Consent' is not Consett, 'falling' not Felling: only in a long name is a slip likelier than another word. */
const SLIPS_FROM = 8

/**
 * The towns, authorities and prisons of the region by every name people have for them; what stands first wins where a
 * name is two. A name of a town that is an authority as well means the town: near it, and not within its bounds.
 */
export function placeTable(known: Set<string>): PhraseTable<Place> {
  return new PhraseTable([...prisonNames(), ...townNames(), ...areaNames()], known, SLIPS_FROM)
}
