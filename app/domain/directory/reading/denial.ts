import type { TypedToken } from '../../words/typed-tokens'

/** What people say of what they do not want, and of where somebody is not to be. Folded words, as they stand in a query. */

const NOT = ['no', 'not', 'never', 'nor', 'without', 'minus']
const LEAVING_OUT = [
  ...['avoid', 'avoids', 'avoiding', 'except', 'excepting', 'exclude', 'excludes', 'excluding'],
  ...['anything but', 'anywhere but', 'everything but', 'everywhere but', 'all but'],
  ...['other than', 'rather than', 'instead of', 'apart from', 'aside from'],
]
const NOT_DOING = [
  ...['dont', 'doesnt', 'didnt', 'wont', 'wouldnt', 'cant', 'cannot', 'couldnt', 'isnt', 'arent', 'mustnt'],
  ...['shouldnt', 'aint', 'do not', 'does not', 'did not', 'can not', 'will not', 'must not', 'should not'],
]
const WANTING = ['want', 'wants', 'wanting', 'like', 'need', 'needs']
/** Words that may stand between a denial and what it denies. */
const BETWEEN = ['a', 'an', 'the', 'any', 'in', 'to', 'into', 'with', 'more']

const FAR = ['far', 'away', 'outside', 'miles from', 'nowhere near', 'nowhere in']
const KEPT_OUT = [
  ...['banned', 'barred', 'excluded', 'exclusion zone', 'flee', 'flees', 'fled', 'fleeing'],
  ...['escape', 'escapes', 'escaped', 'escaping', 'get out of', 'move out of', 'moving out of'],
]
/** What one does not do in a place one is to keep away from. Other words between a denial and a place are about something else: 'not well, needs a place in Durham'. */
const BEING_THERE = [
  ...[
    'live',
    'living',
    'stay',
    'staying',
    'go',
    'going',
    'return',
    'returning',
    'be',
    'being',
    'come',
    'coming',
  ],
  ...[
    'move',
    'moving',
    'want',
    'wants',
    'wanting',
    'like',
    'need',
    'needs',
    'allowed',
    'safe',
    'welcome',
    'back',
  ],
  ...[
    'near',
    'around',
    'placed',
    'housed',
    'released',
    'sent',
    'him',
    'her',
    'them',
    'me',
    'us',
    'at',
    'home',
    'from',
  ],
]
/** Between a word of keeping away and the place: 'far from the', 'fleeing abuse in', 'away from my ex in'. */
const REACHING = [
  'from',
  'of',
  'out',
  'in',
  'the',
  'near',
  'around',
  'all',
  'any',
  'well',
  'right',
  'to',
  'and',
  'a',
]
const ABUSE = [
  'dv',
  'da',
  'domestic',
  'violence',
  'violent',
  'abuse',
  'abusive',
  'ex',
  'partner',
  'husband',
  'boyfriend',
  'family',
]

const DENIED = new RegExp(
  `\\b(?:${any([...NOT, ...LEAVING_OUT])}|(?:${any(NOT_DOING)}) (?:${any(WANTING)})) (?:(?:${any(BETWEEN)}) )*$`,
)
const NOT_THERE = new RegExp(
  `\\b(?:${any(LEAVING_OUT)}|(?:${any(NOT)}) (?:(?:${any(BETWEEN)}|near|around) )*$|(?:not|never|nor|${any(NOT_DOING)}) (?:(?:${any([...BEING_THERE, ...BETWEEN])}) ){0,5}$)`,
)
const KEPT_AWAY = new RegExp(
  `\\b(?:${any([...FAR, ...LEAVING_OUT, ...KEPT_OUT])}) (?:(?:${any(REACHING)}) )*(?:(?:(?:my|his|her|their|an?) )?(?:(?:${any(ABUSE)}) )+(?:in|from) )?$`,
)
/** 'not too far from', 'no further than', 'just outside', 'as far as': that is near. */
const NOT_FAR = new RegExp(
  `\\b(?:(?:${any([...NOT, ...NOT_DOING])}) (?:\\w+ ){0,2}|too |how |as |just )(?:far|away|outside) |\\b(?:no|not) (?:further|farther|more) `,
)
/** What joins a place to one that is left out: 'not in Sunderland or Durham', 'Sunderland, Gateshead'. */
const GOES_ON = /^(?:(?:or|nor) (?:(?:in|the|from|of|near|around|even) )*|and (?:the )?)?$/

/** So many words before a place may say something of it. */
const LONGEST = 7

function any(words: readonly string[]): string {
  return words.join('|')
}

/** 'no kids', 'without a dog', 'does not want a hostel': what is denied is not asked for. */
export function isDeniedAt(tokens: readonly TypedToken[], at: number): boolean {
  return DENIED.test(wordsBetween(tokens, at - LONGEST, at))
}

/**
 * Whether a place is one to be kept away from: 'anywhere but Durham', 'far from Newcastle', 'cannot live in Sunderland'.
 * @param since where the words begin that no earlier part of the query took: 'not shared, in Durham' denies the sharing
 */
export function isKeptAwayFrom(tokens: readonly TypedToken[], at: number, since: number): boolean {
  const before = wordsBetween(tokens, at - LONGEST, at)
  if (NOT_FAR.test(before)) return false
  if (KEPT_AWAY.test(before)) return true
  return NOT_THERE.test(wordsBetween(tokens, Math.max(since, at - LONGEST), at))
}

/** Whether a place goes on the list of one before it, which ends at `from`. */
export function goesOn(tokens: readonly TypedToken[], from: number, at: number): boolean {
  return GOES_ON.test(wordsBetween(tokens, from, at))
}

function wordsBetween(tokens: readonly TypedToken[], from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), to)
    .map(({ text }) => `${text} `)
    .join('')
}
