/** What any sentence needs: numbers, lists and large letters. Safe for the browser. */

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** 'three' up to nine (or up to the number given, twelve at most), figures after that. */
export function inWords(count: number, upTo = 9): string {
  return (count <= upTo ? NUMBERS[count] : undefined) ?? String(count)
}

/** 'a, b and c'. */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** First letter large. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** '1 open case', '2 open cases'. @param many of more than one, where an s is not enough */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** '1 year', '2 years'. */
export function years(count: number): string {
  return counted(count, 'year')
}

/** 'Age' → 'age', 'A place' → 'a place'; 'NRPF' and 'I was told' stay, and so does every letter but the first: 'Length of HDC' → 'length of HDC'. */
export function inSentence(title: string): string {
  return /^([A-Z][a-z]|A )/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
