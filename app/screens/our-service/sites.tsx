import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { SummaryList } from '~/ui/summary-list'
import type { OurService } from './facts.server'

/** Where a service is: shown places with their address; of hidden ones the name alone, to those who keep them. */
export function EntrySites({
  entry: { id, sites, maySites, hadHidden, strikesUnread, confidential },
}: {
  entry: OurService
}) {
  const siteHref = (siteId: string) =>
    href('our-services/:serviceId/sites/:siteId', { serviceId: id, siteId })
  return (
    <section aria-labelledby="sites">
      <h2 className="govuk-heading-m" id="sites">
        {confidential ? 'Hidden places' : 'Places'}
      </h2>
      {confidential && (
        <p className="govuk-body">
          {maySites
            ? 'Where they are is read by your managers alone. No search, map or list uses it. An editor decides with you whether it stays so.'
            : 'Where they are is read by the provider’s managers alone.'}
        </p>
      )}
      {sites.length > 0 && (
        <SummaryList
          rows={sites.map(site => ({
            key: site.name,
            value: site.where ?? 'Hidden',
            ...(maySites && { action: { to: siteHref(site.id) } }),
          }))}
        />
      )}
      {sites.length === 0 && (maySites || !confidential) && (
        <p className="govuk-body">No place is entered.</p>
      )}
      {maySites && (
        <p className="govuk-body">
          <Link className="govuk-link" to={siteHref('new')}>
            Add a place
          </Link>
        </p>
      )}
      {hadHidden && <HiddenHistoryLink serviceId={id} />}
      {strikesUnread && (
        <p className="govuk-body">
          <Link className="govuk-link" to={href('our-services/:serviceId/sites/history', { serviceId: id })}>
            Strike out old words of hidden places, on a written request
          </Link>
        </p>
      )}
    </section>
  )
}

/** To what was changed of hidden places, for those who hold their grant. */
export function HiddenHistoryLink({ serviceId }: { serviceId: string }) {
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={href('our-services/:serviceId/sites/history', { serviceId })}>
        The history of hidden places, and old words to strike out
      </Link>
    </p>
  )
}
