import type { Child, ChildBand } from '../facts'
import type { LiveInRule } from '../policy'
import { inWords, listed, sentence } from '../../words/english'

/** 'One child, 3', 'Two children, 3 and 7 to 9'. */
export function describeChildren(children: readonly Child[]): string {
  const ages = children.map(({ age }) => (age.min === age.max ? String(age.min) : `${age.min} to ${age.max}`))
  return `${sentence(inWords(children.length))} ${children.length === 1 ? 'child' : 'children'}, ${listed(ages)}`
}

const BAND_WORDS: Readonly<Record<ChildBand, string>> = {
  under_5: 'under 5',
  '5_10': '5 to 10',
  '11_17': '11 to 17',
}

/** 'one child under 5', 'two children, under 5 and 11 to 17': what triage may know of them. */
export function describeBands(bands: readonly ChildBand[]): string {
  const [only] = bands
  if (only !== undefined && bands.length === 1)
    return `one child ${only === 'under_5' ? '' : 'of '}${BAND_WORDS[only]}`
  return `${inWords(bands.length)} children, ${listed(bands.map(band => BAND_WORDS[band]))}`
}

/** 'two under 8', 'children under 17, boys under 15', 'one child', 'boys under 15'; '' where no limit is stated. */
export function limitWords({ most, highestAge, boysHighestAge }: LiveInRule): string {
  const boys = boysHighestAge === null ? '' : `boys under ${boysHighestAge + 1}`
  const under =
    highestAge === null ? '' : `${most === null ? 'children' : inWords(most)} under ${highestAge + 1}`
  return [under || countAlone(most), boys].filter(Boolean).join(', ')
}

function countAlone(most: number | null): string {
  return most === null ? '' : `${inWords(most)} ${most === 1 ? 'child' : 'children'}`
}
