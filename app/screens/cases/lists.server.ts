import type { SignedInViewer } from '@db/viewer'
import { closedCasesFor } from '~/domain/case/closing/closed-cases.server'
import type { DomainContext } from '~/domain/context'
import { countDue, dueListFor } from '~/domain/outcome/due-list.server'
import { londonDay } from '~/domain/time/calendar'
import { casesFor } from './facts.server'
import { type CaseList, queueView } from './page'

/** One of the team's lists of cases, a page of it, and how many cases have something to record. */
export async function casesShown(
  app: DomainContext,
  viewer: SignedInViewer,
  { list, page }: { list: CaseList; page: number },
) {
  const now = app.clock()
  const today = londonDay(now)
  const asked = { page, now }
  return {
    list,
    today,
    many: await countDue(app.db, viewer, now),
    queue: list === 'open' ? queueView(await casesFor(app.db, viewer, app.keys, asked), today) : null,
    due: list === 'due' ? await dueListFor(app, viewer, asked) : null,
    closed: list === 'closed' ? await closedCasesFor(app.db, viewer, app.keys, asked) : null,
  }
}

export type CasesShown = Awaited<ReturnType<typeof casesShown>>
