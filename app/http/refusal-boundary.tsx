import { isRouteErrorResponse, type MetaFunction, useRouteError } from '@remix-run/react'

import { pageTitle } from '~/ui/page/page-title'
import { RefusalPage } from '~/ui/page/refusal-page'
import { OUR_FAULT, type RefusalWords, refusalFor } from '~/ui/page/refusals'
import { readRefusal } from './refusal'

/**
 * What stands in the place of a page that was refused or failed: a refusal in its own words, anything else as our fault,
 * never a message or a trace. A route that exports it keeps the frame with the viewer's navigation around it.
 */
export function RefusalBoundary() {
  return <RefusalPage {...wordsOf(useRouteError())} />
}

/** The words for what a loader or an action threw. */
export function wordsOf(error: unknown): RefusalWords {
  if (!isRouteErrorResponse(error)) return OUR_FAULT
  return readRefusal(error.data) ?? refusalFor(error.status)
}

/**
 * The `meta` of a route that exports the boundary: the page's title, or that of the refusal in its place. A page of one case ends
 * its title with the case's reference, and one of a referral with the referral's, which tells two tabs apart and says nothing of whom it is.
 */
export function titleOrRefusal(title: string): MetaFunction {
  return ({ error, data }) => pageTitle(error == null ? withReference(title, data) : wordsOf(error).title)
}

/**
 * The same of a page below one service: it ends with the name of the service, which tells two tabs apart. Who may open the page reads that name on it;
 * it says of no person anything, and never where a hidden place is.
 */
export function titleOfService(title: string): MetaFunction {
  return ({ error, data }) => {
    const { serviceName, name } = (data ?? {}) as { serviceName?: string; name?: string }
    return pageTitle(error == null ? `${title}: ${serviceName ?? name}` : wordsOf(error).title)
  }
}

function withReference(title: string, data: unknown): string {
  const { summary, screen } = (data ?? {}) as Partial<Record<'summary' | 'screen', { reference?: string }>>
  const reference = summary?.reference ?? screen?.reference
  return reference ? `${title} ${reference}` : title
}
