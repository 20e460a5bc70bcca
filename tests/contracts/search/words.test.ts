import { beforeAll, expect, it } from 'vitest'
import type { SearchEngine } from '@search/search-engine'
import { namesFound } from './ask'
import { describeEngines } from './contract-engines'
import { makeDocument } from './make-document'

const documents = [
  makeDocument('Cafe', { name: 'Café Haven' }),
  makeDocument('Four', { name: 'Wear' }),
  makeDocument('Five', { name: 'Haven' }),
  makeDocument('Eight', { name: 'Cottages' }),
  makeDocument('Nine', { name: 'Curlewgate' }),
  makeDocument('Hyphen', { name: 'Stockton-on-Tees lodge' }),
  makeDocument('Abuse', { name: 'Aurora', summary: 'Help after domestic abuse for women' }),
  makeDocument('Curfew', { name: 'Borealis', summary: 'Takes people on curfew' }),
  makeDocument('Direct', { name: 'Calder', summary: 'A direct access house' }),
  makeDocument('Apart', { name: 'Dunelm', summary: 'Direct help. Access for all' }),
  makeDocument('Mother', { name: 'Eskdale', summary: 'For a mother and her baby' }),
  makeDocument('Ost', { name: 'Farne', summary: 'Supports opioid substitution treatment' }),
  makeDocument('Methadone', { name: 'Glaven', summary: 'Methadone is kept in a safe' }),
  makeDocument('Womens', { name: 'Harebell', summary: "Women's rooms near the river" }),
  makeDocument('Nightstop', { name: 'Nightstop' }),
  makeDocument('Provider', { name: 'Keel', provider: 'Lanterns' }),
  makeDocument('Description', { name: 'Lanterns row' }),
  makeDocument('Summary', { name: 'Moor', summary: 'Some lanterns' }),
  makeDocument('Area', { name: 'Ness', authorityNames: ['Lanterns'] }),
  makeDocument('Body', { name: 'Ouse', description: 'There are lanterns' }),
]

await describeEngines('words', make => {
  let engine: SearchEngine
  const find = (words: string) => namesFound(engine, documents, { words })

  beforeAll(async () => {
    engine = make()
    await engine.rebuild(documents)
  })

  it.each([
    ['a word as written', 'curlewgate ', ['Curlewgate']],
    ['no typo in four letters', 'waer ', []],
    ['one typo in five letters', 'havem ', ['Café Haven', 'Haven']],
    ['no second typo in eight letters', 'cotagis ', []],
    ['one typo in eight letters', 'cotages ', ['Cottages']],
    ['two typos in nine letters or more', 'curlwgaet ', ['Curlewgate']],
    ['two neighbours swapped as one typo', 'haevn ', ['Café Haven', 'Haven']],
    ['a wrong first letter as two typos', 'xaven ', []],
    ['a wrong first letter where two are forgiven', 'xurlewgate ', ['Curlewgate']],
    ['a typo in a prefix', 'curlwe', ['Curlewgate']],
    ['a prefix', 'curl', ['Curlewgate']],
    ['no prefix after a space', 'curl ', []],
    ['accents not typed', 'cafe', ['Café Haven']],
    ['accents typed where there are none', 'wéar', ['Wear']],
    ['any letter case', 'WEAR', ['Wear']],
    ['a hyphenated name by its words', 'stockton on tees', ['Stockton-on-Tees lodge']],
    ['a hyphenated name as written', 'Stockton-on-Tees', ['Stockton-on-Tees lodge']],
    ['only what has every word', 'domestic women ', ['Aurora']],
    ['nothing when one word is nowhere', 'domestic zzz ', []],
    ['a possessive', 'women’s rooms ', ['Harebell']],
    ['two words written as one', 'nightstop ', ['Nightstop']],
    ['one word written as two', 'night stop ', ['Nightstop']],
    ['stop words left out', 'the rooms of a ', ['Harebell']],
  ])('finds %s: %s', async (_, words, expected) => {
    expect((await find(words)).sort()).toEqual(expected)
  })

  it.each([
    ['DV', 'dv ', ['Aurora']],
    ['tag', 'tag ', ['Borealis']],
    ['hostel, as the phrase only', 'hostel ', ['Calder']],
    ['mum', 'mum ', ['Eskdale']],
    ['script', 'script ', ['Farne']],
    ['methadone, and what it is', 'methadone ', ['Farne', 'Glaven']],
    ['OST, but not methadone: one way', 'ost ', ['Farne']],
    ['several words at once', 'domestic violence ', ['Aurora']],
  ])('knows the synonym %s', async (_, words, expected) => {
    expect((await find(words)).sort()).toEqual(expected)
  })

  it('ranks name over provider over area over summary over description', async () => {
    expect(await find('lanterns ')).toEqual(['Lanterns row', 'Keel', 'Ness', 'Moor', 'Ouse'])
  })

  it('ranks the word as written over a mistyped one', async () => {
    expect((await find('haven '))[0]).toBe('Haven')
  })

  it.each(['', '   ', '...', '"', '--'])('takes "%s" as no words at all', async words => {
    expect(await find(words)).toHaveLength(documents.length)
  })

  it('takes quotes and hyphens as no operators', async () => {
    expect(await find('-wear ')).toEqual(['Wear'])
    expect(await find('"wear')).toEqual(['Wear'])
  })

  it('suggests names as somebody types, from names and providers alone', async () => {
    const found = await engine.suggest('lante', 'public')
    expect(found.map(suggestion => suggestion.name).sort()).toEqual(['Keel', 'Lanterns row'])
    expect(await engine.suggest('', 'public')).toEqual([])
  })
})
