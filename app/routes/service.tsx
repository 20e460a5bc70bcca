import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { servicePage, type ServicePage } from '~/domain/service/service-page'
import { findServiceFor } from '~/domain/service/service-queries.server'
import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { pageTitle } from '~/ui/page-title'
import { ServiceContact } from '~/ui/service/service-contact'
import { ServicePlace } from '~/ui/service/service-place'
import { ServicePolicy } from '~/ui/service/service-policy'
import { ServiceProgramme } from '~/ui/service/service-programme'
import { ServiceVacancyCard } from '~/ui/service/service-vacancy'
import { FactList } from '~/ui/summary-list'
import { Tag, TagList } from '~/ui/tag'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.service.name ?? 'Service')

export const loader = guarded('anyone', async ({ context, viewer, params }) => {
  const now = context.clock()
  const found = await findServiceFor(context.db, viewer, idFrom(params, 'serviceId'), now)
  if (!found) throw notFound()
  const isOfficer = viewer.kind === 'member' && viewer.role === 'officer'
  return { service: servicePage(found, now), isOfficer }
})

export default function ServiceOwnPage() {
  const { service, isOfficer } = useLoaderData<typeof loader>()
  const { professional } = service
  return (
    <>
      <Breadcrumbs crumbs={[{ text: 'Find services', to: '/services' }, { text: service.name }]} />
      <h1 className="govuk-heading-l">{service.name}</h1>
      <p className="tg-lede">
        {service.provider} · {service.kind.toLowerCase()}
      </p>
      <div className="tg-columns tg-columns--aside">
        <div>
          <p className="govuk-body-l">{service.summary}</p>
          <TagList>
            {service.isForProfessionalsOnly && <Tag>shown to professionals only</Tag>}
            {service.pathways.map(pathway => (
              <Tag key={pathway}>{pathway.toLowerCase()}</Tag>
            ))}
          </TagList>
          {service.description && service.description !== service.summary && (
            <p className="govuk-body tg-prose">{service.description}</p>
          )}
          {service.audience && (
            <section aria-labelledby="audience">
              <h2 className="govuk-heading-m" id="audience">
                Whom it is for
              </h2>
              <p className="govuk-body">{service.audience}</p>
            </section>
          )}
          {professional && professional.policy.length > 0 && <ServicePolicy {...professional} />}
          {service.programme.length > 0 && <ServiceProgramme service={service} />}
          <ServicePlace service={service} />
          {service.programme.length === 0 && <LivingThere service={service} />}
          {service.assured && <p className="tg-quiet">Entry assured on {service.assured}.</p>}
        </div>
        <div>
          {professional && service.programme.length === 0 && (
            <ServiceVacancyCard vacancy={professional.vacancy} toCases={isOfficer} />
          )}
          <ServiceContact service={service} />
        </div>
      </div>
    </>
  )
}

function LivingThere({ service }: { service: ServicePage }) {
  return (
    <>
      <h2 className="govuk-heading-m">Support and access</h2>
      <FactList rows={service.support} />
      {service.money.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Money</h2>
          <FactList rows={service.money} />
        </>
      )}
    </>
  )
}
