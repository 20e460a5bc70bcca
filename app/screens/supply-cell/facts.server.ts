import type { SignedInViewer } from '@db/viewer'
import { findAuthority } from '~/domain/area/region'
import type { DomainContext } from '~/domain/context'
import { supplyAnswers, type SupplyAnswer as ServiceAnswer } from '~/domain/supply/cell'
import { type SupplyReport, supplyReport } from '~/domain/supply/report'
import { type WhomToAsk, whomToAsk } from '~/domain/supply/whom-to-ask.server'
import { supplyAnswerFor } from '~/screens/supply/facts.server'
import { columnsOf, type SupplyColumnAsked } from '~/screens/supply/page'
import { questionOf, type SupplySought } from '~/screens/supply/sought'
import type { QueryProblem } from '~/screens/results/read-query'

export interface SupplyCellFacts {
  authorityCode: string
  column: SupplyColumnAsked
  sought: SupplySought
  problems: readonly QueryProblem[]
  report: SupplyReport
  /** What every housing service of the authority answers. */
  answers: ServiceAnswer[]
  /** Of the services of the answers, by id. */
  contacts: ReadonlyMap<string, WhomToAsk>
  councils: readonly WhomToAsk[]
}

/** What is behind a cell of the matrix; null where there is no such authority or column. */
export async function supplyCellFor(
  context: Pick<DomainContext, 'db' | 'clock'>,
  viewer: SignedInViewer,
  { authorityCode, column: id }: { authorityCode: string; column: string },
  params: URLSearchParams,
): Promise<SupplyCellFacts | null> {
  if (!findAuthority(authorityCode)) return null
  const { read, sought, problems } = await supplyAnswerFor(context, viewer, params)
  const question = questionOf(sought)
  const column = columnsOf(question).find(each => each.id === id)
  if (!column) return null
  const answers = supplyAnswers(authorityCode, read.services, column.asked)
  const ids = answers.map(({ service }) => service.id)
  const { services, councils } = await whomToAsk(context.db, viewer, ids, authorityCode)
  const report = supplyReport(read, question)
  return { authorityCode, column, sought, problems, report, answers, contacts: services, councils }
}
