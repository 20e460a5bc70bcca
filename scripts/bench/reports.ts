import { sql } from 'kysely'
import { seedHistory } from '@db/seeds/history/seed-history'
import { accountViewer } from '@db/seeds/demonstration/viewers'
import { supplyFor } from '~/domain/supply/queries.server'
import { publishDue } from '~/domain/unmet-need/publishing/publish-due.server'
import { listPublications, readPublications } from '~/domain/unmet-need/publishing/read-publications.server'
import type { TestDatabase } from '@tests/support/database'
import { atMost, type Figure } from './figure'
import type { Ground } from './ground'
import { alternate, median, medianRatio, timed } from './measure'
import { multiply } from './multiply'

const READS_A_ROUND = 10

/** A commissioner's supply with fifty times the past stays, cases and referrals behind the same services. */
export async function benchReports(ground: Ground): Promise<Figure[]> {
  return ground.withDemonstration(recent =>
    ground.withCopy(recent, async old => {
      await multiply(ground.superuserUrl(old), { elsewhere: 0, history: 49 })
      const compared = await alternate(
        () => readings(old),
        () => readings(recent),
      )
      const [long, short] = [median(compared.a), median(compared.b)].map(ms => ms.toFixed(2))
      const note = `${long} ms at 50 × history, ${short} ms at 1 ×`
      const supply = {
        id: 'reports-50x-history',
        value: medianRatio(compared, ms => ms),
        bar: atMost(1.2),
        note,
      }
      return [supply, ...(await benchPublished(recent, old))]
    }),
  )
}

/** What the dashboard reads, which is published figures, and what publishing costs, with fifty times the releases behind it. */
async function benchPublished(recent: TestDatabase, old: TestDatabase): Promise<Figure[]> {
  const now = new Date()
  for (const database of [recent, old]) await seedHistory(database.owner, now)
  await repeatHistory(old, 49)
  await publishDue(recent.worker, now)
  const heapBefore = process.memoryUsage().heapUsed
  const publishing = await timed(() => publishDue(old.worker, now))
  const heap = (process.memoryUsage().heapUsed - heapBefore) / 1_048_576
  const compared = await alternate(
    () => dashboards(old),
    () => dashboards(recent),
  )
  const [long, short] = [median(compared.a), median(compared.b)].map(ms => ms.toFixed(2))
  const note = `${long} ms at 50 × releases, ${short} ms at 1 ×`
  return [
    { id: 'reports-published-page', value: medianRatio(compared, ms => ms), bar: atMost(1.2), note },
    {
      ...{ id: 'reports-publishing-50x', value: publishing / 1000, unit: 's', bar: null },
      note: `every period of four years at once at 50 × releases, ${heap.toFixed(0)} MB more of memory`,
    },
  ]
}

/** Each copy is of women of its own. */
async function repeatHistory({ owner }: TestDatabase, copies: number): Promise<void> {
  const columnsOf = async (table: string) => {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns where table_name = ${table}`.execute(owner)
    return rows.map(({ name }) => name)
  }
  const episode = await columnsOf('episode')
  const referral = await columnsOf('episode_referral')
  const copied: Record<string, string> = {
    id: "md5(id::text || '-' || copy)::uuid",
    episode_id: "md5(episode_id::text || '-' || copy)::uuid",
    woman: "decode(md5(woman::text || '-' || copy) || md5(woman::text), 'hex')",
  }
  for (const [table, columns] of [
    ['episode', episode],
    ['episode_referral', referral],
  ] as const)
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map(name => sql.ref(name)))})
      select ${sql.raw(columns.map(name => copied[name] ?? name).join(', '))}
      from ${sql.table(table)}, generate_series(1, ${sql.lit(copies)}) as copy`.execute(owner)
}

async function dashboards({ app }: TestDatabase): Promise<number> {
  const viewer = accountViewer('commissioner@example.org')
  const all = await timed(async () => {
    for (let each = 0; each < READS_A_ROUND; each += 1) {
      const listed = await listPublications(app, viewer)
      if (listed.length === 0) throw new Error('Nothing is published')
      await readPublications(app, viewer, listed)
    }
  })
  return all / READS_A_ROUND
}

async function readings({ app }: TestDatabase): Promise<number> {
  const viewer = accountViewer('commissioner@example.org')
  const all = await timed(async () => {
    for (let each = 0; each < READS_A_ROUND; each += 1) await supplyFor(app, viewer, new Date())
  })
  return all / READS_A_ROUND
}
