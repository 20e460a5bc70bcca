import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const PROJECT_ROOT = resolve(import.meta.dirname, '../..')
const FOLDERS = ['app', 'db', 'search', 'scripts', 'tests']
const ALIASES: Record<string, string> = {
  '~/': 'app/',
  '@db/': 'db/',
  '@search/': 'search/',
  '@tests/': 'tests/',
}
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"\n]|\n(?!\s*(?:import|export)\s))*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  path: string
  text: string
  /** What it imports: project paths without extension for our own files, package names for the rest. */
  imports: string[]
}

/** Every TypeScript file of the project, generated schema left out. */
export function sourceFiles(): SourceFile[] {
  return FOLDERS.flatMap(folder => walk(join(PROJECT_ROOT, folder)))
    .map(path => relative(PROJECT_ROOT, path))
    .filter(path => /\.tsx?$/.test(path) && path !== 'db/schema.ts')
    .map(path => read(path))
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

function read(path: string): SourceFile {
  const text = readFileSync(join(PROJECT_ROOT, path), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map(match => match[1] ?? match[2] ?? match[3] ?? '')
  return { path, text, imports: imports.map(name => resolveImport(path, name)) }
}

function resolveImport(from: string, name: string): string {
  if (name.startsWith('.')) return join(dirname(from), name).replace(/\.tsx?$/, '')
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (name.startsWith(alias)) return folder + name.slice(alias.length)
  }
  return name
}
