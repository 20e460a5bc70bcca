import { redirect } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { findCaseFor } from '~/domain/person-case/person-case-queries.server'
import { notFound } from './respond.server'

/** The answer of a page that works on an open case, where there is none: a closed one's own page says so and offers to reopen it. */
export async function caseNotOpen(
  context: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
): Promise<Response> {
  const found = await findCaseFor(context, viewer, caseId)
  return found?.closedAt ? redirect(`/cases/${caseId}`, 303) : notFound()
}
