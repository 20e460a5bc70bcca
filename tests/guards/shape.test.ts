import { dirname } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files'

const FILES_IN_A_FOLDER = 30
/** One rule a file, and there are many rules; one migration a file, and there are ever more. */
const MAY_HOLD_MORE = new Set(['app/domain/eligibility/rules', 'db/migrations'])
const PARAMETERS = 5
const IMPORTS_OF_A_ROUTE = 12

const files = sourceFiles()
const product = files.filter(file => !/\.test\.tsx?$/.test(file.path) && !file.path.startsWith('tests/'))

describe('the shape of the project', () => {
  it('has no concepts that import each other in a circle', () => {
    expect(circle(conceptGraph())).toBeNull()
  })

  it(`has at most ${FILES_IN_A_FOLDER} files in a folder`, () => {
    const held = countBy(files.map(file => dirname(file.path)))
    expect(
      [...held].filter(([folder, many]) => many > FILES_IN_A_FOLDER && !MAY_HOLD_MORE.has(folder)),
    ).toEqual([])
  })

  it('has no address, no request and no parameters of an address in the domain', () => {
    const web = /['"`]\/[a-z][a-z-]*(?:[/'"`?]|\$\{)|\bURLSearchParams\b|\bRequest\b(?!Item|ed)/
    const domain = product.filter(file => file.path.startsWith('app/domain/'))
    expect(domain.flatMap(file => linesLike(file, web))).toEqual([])
  })

  it(`has no function with more than ${PARAMETERS} parameters`, () => {
    expect(product.flatMap(longLists)).toEqual([])
  })

  it(`keeps the imports of nine routes in ten to ${IMPORTS_OF_A_ROUTE}`, () => {
    const routes = product.filter(file => file.path.startsWith('app/routes/'))
    const counts = routes.map(file => file.imports.length).sort((a, b) => a - b)
    expect(counts[Math.ceil(counts.length * 0.9) - 1]).toBeLessThanOrEqual(IMPORTS_OF_A_ROUTE)
  })
})

/** A concept of the domain and a screen are a folder each; what is not of the domain is a room. The seeds stand apart: they play the domain. */
function conceptOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/')
  if (first === 'app' && (second === 'domain' || second === 'screens'))
    return `${second}/${third.replace(/\.tsx?$/, '')}`
  if (first === 'app') return `app/${second}`
  return path.startsWith('db/seeds/') ? 'db/seeds' : first
}

function conceptGraph(): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  const names = new Set(product.map(file => file.path.replace(/\.tsx?$/, '')))
  for (const file of product) {
    const from = conceptOf(file.path)
    const known = file.imports.filter(name => names.has(name)).map(conceptOf)
    const to = graph.get(from) ?? new Set()
    known.filter(concept => concept !== from).forEach(concept => to.add(concept))
    graph.set(from, to)
  }
  return graph
}

function circle(graph: Map<string, Set<string>>): string[] | null {
  const done = new Set<string>()
  function visit(name: string, trail: string[]): string[] | null {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name]
    if (done.has(name)) return null
    for (const next of graph.get(name) ?? []) {
      const found = visit(next, [...trail, name])
      if (found) return found
    }
    done.add(name)
    return null
  }
  for (const name of graph.keys()) {
    const found = visit(name, [])
    if (found) return found
  }
  return null
}

function countBy(names: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function linesLike(file: SourceFile, pattern: RegExp): string[] {
  const code = file.text.replace(/\/\*[\s\S]*?\*\//g, words => words.replace(/[^\n]/g, ''))
  return code
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : []))
}

function longLists(file: SourceFile): string[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const look = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && node.parameters.length > PARAMETERS) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file.path}:${line + 1} (${node.parameters.length})`)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}
