import { isRouteErrorResponse, type MetaFunction, useRouteError } from '@remix-run/react'

import { pageTitle } from '~/ui/page-title'
import { RefusalPage } from '~/ui/refusal-page'
import { OUR_FAULT, type RefusalWords, refusalFor } from '~/ui/refusals'
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

/** The `meta` of a route that exports the boundary: the page's title, or that of the refusal in its place. */
export function titleOrRefusal(title: string): MetaFunction {
  return ({ error }) => pageTitle(error == null ? title : wordsOf(error).title)
}
