import { data, type LinksFunction, type MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'

import { navigationFor } from '~/screens/navigation'
import { URGENT_HELPLINES } from '~/domain/helplines/helplines'
import { holdsPlaces } from '~/domain/council/duties-told.server'
import { drawnFor } from '~/domain/account/drawn-for.server'
import { formatInstant } from '~/domain/time/calendar'
import { guarded } from '~/http/guard.server'
import { takeMessage } from '~/http/message.server'
import { wordsOf } from '~/http/refusal-boundary'
import { useNonce } from '~/ui/page/nonce'
import { PageFrame } from '~/ui/page/page-frame'
import { DrawnForProvider } from '~/ui/form/post-form'
import { pageTitle } from '~/ui/page/page-title'
import type { FooterLink } from '~/ui/page/site-footer'

import stylesheet from './styles/site.scss?url'

/** Pages about Throughgate itself, at the foot of every page. */
const FOOTER_LINKS: readonly FooterLink[] = [
  { to: '/about', text: 'About Throughgate' },
  { to: '/accessibility-statement', text: 'Accessibility' },
  { to: '/privacy', text: 'Privacy' },
]

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/static/door.svg', type: 'image/svg+xml' },
  {
    rel: 'preload',
    href: '/static/fonts/public-sans-english.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
  { rel: 'stylesheet', href: stylesheet },
]

export const meta: MetaFunction = ({ error }) =>
  pageTitle(error == null ? 'Beds and family support after prison' : wordsOf(error).title)

/** What every page's frame shows. Names of the signed-in person and organisation; nothing about anyone else. */
export const loader = guarded('anyone', async ({ request, context, viewer }) => {
  // Of every other role it is known without asking.
  const isCouncil = viewer.kind === 'member' && viewer.role === 'council_officer'
  const holds = isCouncil ? await holdsPlaces(context, viewer) : true
  const { words, links, button, headers } = takeMessage(context, request)
  const frame = {
    demonstration: context.config.demonstration,
    person: context.session?.personName ?? null,
    organisation: context.session?.organisationName ?? null,
    drawnFor: viewer.kind === 'public' ? null : drawnFor(context.secrets, viewer.personId),
    asOf: context.session ? formatInstant(context.clock()) : null,
    // No page that a commissioner reads holds a person: a paper for a committee is not marked as if it did.
    holdsPersons: viewer.kind === 'member' && viewer.role !== 'commissioner',
    // Whoever is half signed in has one thing to do.
    isHalf: context.halfSession !== null,
    navigation: context.halfSession
      ? []
      : navigationFor(viewer.kind === 'public' ? null : viewer.role, context.config.demonstration, holds),
    done: words === null ? null : { words, links, button },
  }
  return data(frame, { headers })
})

/** The document. It stands without the loader's answer too: the page of an error has no viewer to show. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const frame = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5563" />
        {frame?.person && <meta name="robots" content="noindex" />}
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        <DrawnForProvider value={frame?.drawnFor ?? null}>
          <PageFrame
            demonstration={frame?.demonstration ?? false}
            person={frame?.person ?? null}
            organisation={frame?.organisation ?? null}
            asOf={frame?.asOf ?? null}
            holdsPersons={frame?.holdsPersons ?? false}
            navigation={frame?.navigation ?? []}
            footerLinks={FOOTER_LINKS}
            isPublic={!frame?.person && !frame?.isHalf}
            helplines={frame?.person || frame?.isHalf ? [] : URGENT_HELPLINES}
            done={frame?.done ?? null}
          >
            {children}
          </PageFrame>
        </DrawnForProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** The last boundary: for what fails on a page that has none of its own. */
export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
