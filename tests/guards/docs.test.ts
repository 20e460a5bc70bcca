import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { navigationFor } from '~/screens/navigation'
import { configurationTable } from '../../scripts/configuration-table'
import { PROJECT_ROOT, sourceFiles } from './source-files'

const readme = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8')
const scripts = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

describe('the README is true', () => {
  it('lists every setting with its default and what happens without it', () => {
    expect(readme).toContain(configurationTable())
  })

  it('names files that exist', () => {
    const named = [...readme.matchAll(/`((?:app|db|search|scripts|tests|docs)\/[\w./-]+)`/g)].map(
      match => match[1] ?? '',
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(path => !existsSync(join(PROJECT_ROOT, path)))).toEqual([])
  })

  it('names tests that exist, in the code too', () => {
    const missing = sourceFiles().flatMap(({ path, text }) =>
      [...text.matchAll(/\btests\/[\w./-]+\.test\.tsx?/g)]
        .filter(([named]) => !existsSync(join(PROJECT_ROOT, named)))
        .map(([named]) => `${path} names ${named}`),
    )
    expect(missing).toEqual([])
  })

  it('names, for the council’s account, every section of its navigation', () => {
    const row = readme.split('\n').find(line => line.startsWith('| `council.newcastle@example.org`'))
    const sections = navigationFor('council_officer', false).map(({ text }) => text)
    expect(sections).toEqual(['Your council', 'Find services', 'Referrals', 'Vacancies', 'Our services'])
    for (const section of ['Your council', 'Find services', 'Referrals', 'Vacancies', 'Our services'])
      expect(row).toContain(section)
  })

  it('names commands that exist', () => {
    const named = [...readme.matchAll(/`npm run ([\w:]+)/g)].map(match => match[1] ?? '')
    expect(named.filter(name => !(name in scripts.scripts))).toEqual([])
  })
})
