import type { KeeperNews } from '../record-change/keeper-messages'
import { tellKeeper } from '../record-change/tell-keeper.server'

type RunNews = Extract<KeeperNews, `run_${string}`>
type Telling = Parameters<typeof tellKeeper>

/** Puts in that the provider is told what was done with a run of its programme, where somebody of another organisation did it. */
export async function tellOfRun(
  app: Telling[0],
  trx: Telling[1],
  viewer: Telling[2],
  told: { serviceId: string; news: RunNews },
): Promise<void> {
  await tellKeeper(app, trx, viewer, told)
}
