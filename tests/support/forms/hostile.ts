import type { DrawnForm } from './drawn-forms'

/** Bodies that no page makes, whatever its form: each is refused before any form is read. */
export const HOSTILE_BODIES: Readonly<Record<string, string>> = {
  'too many entries': 'a=1&'.repeat(15_000),
  'too many names': Array.from({ length: 4_000 }, (_, at) => `n${at}=`).join('&'),
  'a far row': 'email=a@b.c&password=x&z[100000000]=1',
  'row 5000': 'children[5000].age=3',
  'too deep': `a${'.a'.repeat(5_000)}=1`,
  'a long name': `${'n'.repeat(20_000)}=1`,
  'a NUL in a name': 'na%00me=b',
  'the library’s intent': '__intent__=%7B%22type%22%3A%22update%22%7D',
  'the library’s state': '__state__=%7B%22validated%22%3A%7B%7D%7D&__intent__=x',
  'what every object has': '__proto__[polluted]=1&constructor.prototype.polluted=1',
  'open brackets': 'a[=1&b]=2&..=3',
}

/** What one field of a form is made into, name by name: the names and values sent in its place. */
export const HOSTILE_FIELDS: Readonly<Record<string, (name: string) => [string, string][]>> = {
  'twice over': name => [
    [name, 'a'],
    [name, 'b'],
  ],
  'with a part': name => [[`${plainName(name)}.deep`, 'x']],
  'with a row': name => [
    [`${plainName(name)}[0]`, 'x'],
    [`${plainName(name)}[3].x`, 'y'],
  ],
  'as text and as a part': name => [
    [name, 'x'],
    [`${plainName(name)}.day`, '1'],
  ],
  'a name of the language': name => [[name, '__proto__']],
  'very long': name => [[name, 'x'.repeat(20_000)]],
  'out of all numbers': name => [[name, '1e309']],
  'a day far away': name => [[name, '31 12 9999']],
  'half a letter': name => [[name, '\uD83D']],
  'marks of other languages': name => [
    [name, `'"><script>alert(1)</script>\${7*7}{{7*7}}; drop table person --`],
  ],
  'turned round': name => [[name, '\u202E\u0007\u001B[31m\u2028']],
  'a list of ids': name => Array.from({ length: 60 }, () => [name, '00000000-0000-4000-8000-000000000000']),
}

/** Parts of an address that stand for no record. */
export const HOSTILE_PARTS = [
  '%',
  '100%',
  '%00',
  '%E0%A4%A',
  '..%2f..%2f',
  '__proto__',
  "'",
  '%F0%9F%98%80',
  'x'.repeat(2_000),
]

/** Questions that no page asks. */
export const HOSTILE_QUERIES = [
  'done=__proto__&saved=constructor&then=%2F%2Fevil.example',
  'page=-1&page=1e309&page=NaN',
  'page=99999999999999999999',
  'q=%00',
  'q=%&kind=__proto__&sort=constructor&near=%F0',
  'state=__proto__&_routes=x',
  'a=1&'.repeat(250),
]

/** The form with one field made hostile, the rest as it was drawn. */
export function hostileForm(
  form: DrawnForm,
  name: string,
  make: (name: string) => [string, string][],
): URLSearchParams {
  return new URLSearchParams([...form.sent.filter(([each]) => each !== name), ...make(name)])
}

/** 'releaseOn.day' → 'releaseOn', 'children[0].age' → 'children' */
function plainName(name: string): string {
  return name.replace(/[.[].*$/, '')
}
