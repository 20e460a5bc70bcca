import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files'

/** What each room may not import: dependencies run routes → domain → db, search, and never back. */
const FORBIDDEN: { room: RegExp; imports: RegExp; because: string }[] = [
  {
    room: /^app\/domain\//,
    imports: /^(@remix-run\/|react$|react-dom|express$)/,
    because: 'the domain knows no framework',
  },
  { room: /^app\/domain\//, imports: /^app\/(routes|http|ui|server)/, because: 'the domain knows no screen' },
  {
    room: /^app\/ui\//,
    imports: /^(db|search)\/|\.server$|^app\/(routes|http)/,
    because: 'the interface kit knows no data',
  },
  {
    room: /^app\/ui\//,
    imports: /^app\/(screens|domain\/(?!time\/(day-field|typed-day)$|area\/data\/))/,
    because:
      'the interface kit knows how a day is typed and where the region lies, and nothing else of the domain',
  },
  {
    room: /^(?!app\/(routes|screens|root))/,
    imports: /^app\/screens\//,
    because: 'a screen is drawn by its route, and by nothing else',
  },
  { room: /^app\/routes\//, imports: /^(kysely|pg|pg-boss)$/, because: 'no SQL in a route' },
  {
    room: /^app\/routes\//,
    imports: /^db\/(?!seeds\/demonstration\/accounts)/,
    because: 'a route asks the domain, not the database',
  },
  { room: /^db\/(?!seeds)/, imports: /^app\//, because: 'the database knows no application' },
  { room: /^db\/migrations\//, imports: /^(?!kysely$)/, because: 'a migration stands on its own' },
  { room: /^search\//, imports: /^app\/(routes|http|ui|server)/, because: 'search knows no screen' },
  { room: /^(?!app\/routes)/, imports: /^app\/routes\//, because: 'nothing imports a route' },
  {
    room: /^(app|db|search)\/(?!.*\.test$)/,
    imports: /^tests\//,
    because: 'the product stands without its tests',
  },
]

const files = sourceFiles()
const product = files.filter(file => !/\.test\.tsx?$/.test(file.path) && !file.path.startsWith('tests/'))

describe('imports run one way', () => {
  for (const rule of FORBIDDEN) {
    it(`${rule.because}: ${rule.room.source} does not import ${rule.imports.source}`, () => {
      expect(
        product.filter(file => rule.room.test(file.path)).flatMap(file => offending(file, rule.imports)),
      ).toEqual([])
    })
  }

  it('has no cycle', () => {
    expect(findCycle(product)).toBeNull()
  })

  it('has no folder or file that names nothing', () => {
    expect(
      files
        .map(file => file.path)
        .filter(path => /(^|\/)(utils?|helpers?|misc|common)(\/|\.tsx?$)/.test(path)),
    ).toEqual([])
  })

  it('keeps SQL out of routes', () => {
    const sql = /\b(selectFrom|insertInto|updateTable|deleteFrom)\b|\bsql`/
    expect(
      files.filter(file => file.path.startsWith('app/routes/') && sql.test(file.text)).map(file => file.path),
    ).toEqual([])
  })

  it('gives every page the styles of work, but those a first visit is for', () => {
    const without = files.filter(file => /^app\/routes\/.*\.tsx$/.test(file.path) && !STYLED.test(file.text))
    expect(without.map(file => file.path).sort()).toEqual(
      [
        ...['home', 'public/about', 'public/accessibility-statement', 'public/family', 'public/helplines'],
        ...['public/privacy', 'public/professionals', 'services', 'sign-out'],
      ].map(name => `app/routes/${name}.tsx`),
    )
  })
})

/** The styles of work, alone or with those of reports, or a page that is another by another address. */
const STYLED =
  /from '~\/styles\/(work|reports|landscape|traffic-light)'|^export \{.*\blinks\b.*\} from '\.\//m

function offending(file: SourceFile, imports: RegExp): string[] {
  return file.imports.filter(name => imports.test(name)).map(name => `${file.path} imports ${name}`)
}

/** The first circle of files that import each other, as a list of paths, or null. Type-only circles count too. */
function findCycle(all: SourceFile[]): string[] | null {
  const byName = new Map(all.map(file => [file.path.replace(/\.tsx?$/, ''), file]))
  const done = new Set<string>()

  function visit(name: string, trail: string[]): string[] | null {
    const at = trail.indexOf(name)
    if (at >= 0) return [...trail.slice(at), name]
    const file = byName.get(name)
    if (!file || done.has(name)) return null
    for (const next of file.imports) {
      const cycle = visit(next, [...trail, name])
      if (cycle) return cycle
    }
    done.add(name)
    return null
  }

  for (const name of byName.keys()) {
    const cycle = visit(name, [])
    if (cycle) return cycle
  }
  return null
}
