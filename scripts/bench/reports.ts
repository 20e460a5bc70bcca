import { accountViewer } from '@db/seeds/demonstration/viewers'
import { supplyFor } from '~/domain/report/supply-queries.server'
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
      return [{ id: 'reports-50x-history', value: medianRatio(compared, ms => ms), bar: atMost(1.2), note }]
    }),
  )
}

async function readings({ app }: TestDatabase): Promise<number> {
  const viewer = accountViewer('commissioner@example.org')
  const all = await timed(async () => {
    for (let each = 0; each < READS_A_ROUND; each += 1) await supplyFor(app, viewer, new Date())
  })
  return all / READS_A_ROUND
}
