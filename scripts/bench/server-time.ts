import type { TestDatabase } from '@tests/support/database'
import { type ChildServer, startService } from './child-server'
import { atMost, type Figure } from './figure'
import type { Ground } from './ground'
import { alternate, median, medianRatio, percentile, timed } from './measure'
import { multiply } from './multiply'
import { SEARCHER } from './pages'

const FEW = 600
const MANY = 6_000
const ADDRESSES = [
  '/services',
  '/services?q=suported+housing',
  '/services?q=sunder',
  '/services?women-only=yes&children=yes',
  '/services?authority=E08000021&vacancy=now',
  '/services?near=Newcastle&miles=10&sort=distance',
  '/services?q=a+place+for+a+mother+and+her+baby+in+durham',
  '/services?q=womens+refuge+near+sunderlnd+that+takes+dogs',
  '/services?q=hostel+in+NE4+5TG+for+somebody+on+methadone',
]
const PASSES = 3

/** The whole answer of the built service to a search, its reading, its steps, the database and the page, at ten times the services. */
export async function benchServerTime(ground: Ground, demonstration: TestDatabase): Promise<Figure> {
  return ground.withCopy(demonstration, async few =>
    ground.withCopy(demonstration, async many => {
      const there = await countServices(demonstration)
      await multiply(ground.superuserUrl(few), { elsewhere: copiesFor(FEW, there), history: 0 })
      await multiply(ground.superuserUrl(many), { elsewhere: copiesFor(MANY, there), history: 0 })
      const servers = [await startService(many), await startService(few)] as const
      try {
        return await compare(...servers)
      } finally {
        await Promise.all(servers.map(server => server.stop()))
      }
    }),
  )
}

async function compare(many: ChildServer, few: ChildServer): Promise<Figure> {
  const [manyCookie, fewCookie] = [await many.signIn(SEARCHER), await few.signIn(SEARCHER)]
  const compared = await alternate(
    () => millisecondsAnAnswer(many.url, manyCookie),
    () => millisecondsAnAnswer(few.url, fewCookie),
  )
  const [large, small] = [median(compared.a), median(compared.b)].map(ms => ms.toFixed(1))
  const note = `${large} ms at ${MANY} services, ${small} ms at ${FEW}, engine inside, whole answer`
  return { id: 'search-6000/600', value: medianRatio(compared, ms => ms), bar: atMost(1.5), note }
}

/** One at a time: the median of several passes over all addresses, an answer. */
async function millisecondsAnAnswer(url: string, cookie: string): Promise<number> {
  const passes: number[] = []
  for (let pass = 0; pass < PASSES; pass += 1) {
    const all = await timed(async () => {
      for (const address of ADDRESSES) await readPage(url + address, cookie)
    })
    passes.push(all / ADDRESSES.length)
  }
  return percentile(passes, 50)
}

async function readPage(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie } })
  await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
}

async function countServices({ owner }: TestDatabase): Promise<number> {
  const { services } = await owner
    .selectFrom('service')
    .select(count => count.fn.countAll<number>().as('services'))
    .executeTakeFirstOrThrow()
  return services
}

function copiesFor(wanted: number, there: number): number {
  return Math.max(0, Math.round(wanted / there) - 1)
}
