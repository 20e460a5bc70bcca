import { redirect } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { caseStanding } from '~/domain/case/record/case-access.server'
import { notFound, refusalPage } from './respond.server'

/** The answer of a page that works on an open case, where there is none: a closed one's own page says so and offers to reopen it. */
export async function caseNotOpen(
  context: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
): Promise<Response> {
  const standing = await caseStanding(context, viewer, caseId)
  return standing === 'closed' ? redirect(`/cases/${caseId}`, 303) : notFound()
}

/**
 * Refuses a form for an open case that a colleague closed meanwhile, on a page that shows what was typed, to be copied.
 * @throws that page, or not found where the viewer has no such case
 */
export async function refuseAsClosed(
  context: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  typed: string[],
): Promise<never> {
  if ((await caseStanding(context, viewer, caseId)) !== 'closed') throw notFound()
  throw refusalPage(409, {
    title: 'This case was closed while you had it open',
    paragraphs: [
      'Nothing you sent has been saved.',
      'The case says who closed it, when and why. If it should be open, reopen it there, then make your change again.',
    ],
    link: { text: 'Open the case', href: `/cases/${caseId}` },
    typed,
  })
}
