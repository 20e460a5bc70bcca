import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SHEET = readFileSync(resolve(import.meta.dirname, '_fonts.scss'), 'utf8')
const FACES = SHEET.split('@font-face').slice(1)

/** True where one face, and one alone, is asked for a letter. */
function facesOf(letter: string): string[] {
  const code = letter.codePointAt(0) ?? 0
  return FACES.filter(face => rangesOf(face).some(([from, to]) => from <= code && code <= to)).map(fileOf)
}

function rangesOf(face: string): [number, number][] {
  const [, ranges = ''] = /unicode-range:([^;]*);/.exec(face) ?? []
  return ranges.split(',').map(range => {
    const [from = '', to = from] = range.trim().replace('U+', '').split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  })
}

function fileOf(face: string): string {
  return /fonts\/([\w-]+\.woff2)/.exec(face)?.[1] ?? ''
}

describe('the letters of names', () => {
  it.each([...'Siân Zoë Łukasz Żaneta Škoda Şule İnci Nguyễn Đặng ŵ ŷ ā ő ț ơ ư'.replaceAll(' ', '')])(
    '%s is in one face of the same font',
    letter => {
      expect(facesOf(letter)).toHaveLength(1)
    },
  )

  it('are there when typed in two parts', () => {
    for (const mark of ['\u0300', '\u0301', '\u0303', '\u0308']) expect(facesOf(mark)).toHaveLength(1)
  })

  it('come from files that are served', () => {
    const files = FACES.map(fileOf)
    expect(files).toHaveLength(4)
    for (const file of files)
      expect(existsSync(resolve(import.meta.dirname, '../../public/static/fonts', file))).toBe(true)
  })
})
