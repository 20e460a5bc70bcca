import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { servicePage } from '~/screens/service/page'
import { findServiceFor } from '~/domain/service/service-queries.server'
import { wayToRefer } from '~/screens/service/way-to-refer'
import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { Breadcrumbs } from '~/ui/page/breadcrumbs'
import { pageTitle } from '~/ui/page/page-title'
import { PrintLink } from '~/ui/page/print-link'
import { ServiceAbout } from '~/screens/service/service-about'
import { ServiceContact } from '~/screens/service/service-contact'
import { ServiceFacts } from '~/screens/service/service-facts'
import { ServicePlace } from '~/screens/service/service-place'
import { ServicePolicy } from '~/screens/service/service-policy'
import { ServiceProgramme } from '~/screens/service/service-programme'
import { ServiceVacancyCard } from '~/screens/service/service-vacancy'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.service.name ?? 'Service')

export const loader = guarded('anyone', async ({ context, viewer, params }) => {
  const now = context.clock()
  const found = await findServiceFor(context.db, viewer, idFrom(params, 'serviceId'), now)
  if (!found) throw notFound()
  const isOfficer = viewer.kind === 'member' && viewer.role === 'officer'
  return { service: servicePage(found, now), isOfficer, wayToRefer: wayToRefer(viewer, found.id) }
})

/** How to reach it comes first, for those who read on a phone; beside the rest on a wide screen. */
export default function ServiceOwnPage() {
  const { service, isOfficer, wayToRefer: way } = useLoaderData<typeof loader>()
  const { professional } = service
  const isProgramme = service.programme.length > 0
  return (
    <>
      <Breadcrumbs crumbs={[{ text: 'Find services', to: '/services' }, { text: service.name }]} />
      <PrintLink />
      <h1 className="govuk-heading-l">{service.name}</h1>
      <p className="tg-lede">
        {service.provider} · {service.kind}
      </p>
      <div className="tg-columns tg-columns--service">
        <div>
          {professional && !isProgramme && (
            <ServiceVacancyCard vacancy={professional.vacancy} toCases={isOfficer} />
          )}
          <ServiceContact service={service} wayToRefer={way} />
        </div>
        <div>
          <ServiceAbout service={service} />
          {isProgramme && <ServiceProgramme service={service} />}
          {professional && professional.policy.length > 0 && <ServicePolicy {...professional} />}
          <ServicePlace service={service} />
          {!isProgramme && <ServiceFacts service={service} />}
          {service.assured && <p className="tg-quiet">Entry checked on {service.assured}.</p>}
        </div>
      </div>
    </>
  )
}
