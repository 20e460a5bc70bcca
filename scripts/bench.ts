import { type Figure, figureLine, isShort } from './bench/figure'
import { benchFreshness } from './bench/freshness'
import { type Ground, openGround } from './bench/ground'
import { benchOffers } from './bench/offers'
import { benchPages } from './bench/pages'
import { benchReports } from './bench/reports'
import { benchMeilisearch, SEARCHES } from './bench/search'
import { benchSecurity } from './bench/security'
import { benchWeights } from './bench/weights'

/** What is measured together. Each is measured by itself: one that fails hides nothing of the others. */
const GROUPS: Record<string, ((ground: Ground) => Promise<Figure[]>)[]> = {
  pages: [benchPages],
  weights: [benchWeights],
  search: SEARCHES,
  meilisearch: [benchMeilisearch],
  freshness: [benchFreshness],
  offers: [benchOffers],
  security: [benchSecurity],
  reports: [benchReports],
}

/** npm run bench [-- group …]: speed as ratios inside one run. Prints what was measured, then one line a bar. */
async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter(name => !(name in GROUPS))
  if (unknown.length > 0)
    throw new Error(`Not measured: ${unknown.join(', ')}. Known: ${Object.keys(GROUPS).join(', ')}`)
  const ground = await openGround()
  const figures: Figure[] = []
  try {
    for (const [name, measures] of Object.entries(GROUPS)) {
      if (asked.length > 0 && !asked.includes(name)) continue
      console.log(`Measuring ${name} …`)
      for (const measure of measures) {
        const measured = await measure(ground).catch((error: unknown) => failed(name, error))
        for (const figure of measured) console.log(`  ${figureLine(figure).trimEnd()}  ${figure.note}`)
        figures.push(...measured)
      }
    }
  } finally {
    await ground.stop()
  }
  console.log(`\n${figures.map(figureLine).join('\n')}`)
  if (figures.some(isShort)) process.exitCode = 1
}

/** What cannot be measured hides nothing of the rest, and is no success. */
function failed(name: string, error: unknown): Figure[] {
  console.error(error)
  process.exitCode = 1
  return [{ id: name, value: null, bar: null, note: 'it failed, see above' }]
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error)
  process.exit(1)
})
