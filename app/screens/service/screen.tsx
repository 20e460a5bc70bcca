import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { Breadcrumbs } from '~/ui/page/breadcrumbs'
import { AskedRow } from '~/screens/results/asked-row'
import { CopyLink } from '~/screens/results/copy-link'
import { insideSentence } from '~/screens/results/result-in-words'
import { PrintedWhen } from '~/screens/results/printed-when'
import { RingLine } from '~/screens/results/ring-line'
import { Tag } from '~/ui/tag'
import { PrintLink } from '~/ui/page/print-link'
import type { ServicePage } from './page'
import { ServiceAbout } from './service-about'
import { ServiceContact } from './service-contact'
import { ServiceFacts } from './service-facts'
import { ServicePlace } from './service-place'
import { ServicePolicy } from './service-policy'
import { ServiceProgramme } from './service-programme'
import { ServiceVacancyCard } from './service-vacancy'

interface ServiceProps {
  service: ServicePage
  isOfficer: boolean
  /** Where whoever reads it starts to refer; null where nothing leads on. */
  wayToRefer: { to: string; text: string } | null
  /** Where whoever finds it wrong goes; none for who is signed out. */
  waysToCorrect: readonly { to: string; text: string }[]
  /** What stands above its name instead of the way from the directory. */
  above?: ReactNode
  /** The answer for a case, where it is opened for one. */
  answer?: ReactNode
}

/** How to reach it comes first, for those who read on a phone; beside the rest on a wide screen. */
export function ServiceScreen({
  service,
  isOfficer,
  wayToRefer: way,
  waysToCorrect,
  above,
  answer,
}: ServiceProps) {
  const { professional } = service
  const isProgramme = service.programme.length > 0
  return (
    <>
      {above ?? <Breadcrumbs crumbs={[{ text: 'Find services', to: '/services' }, { text: service.name }]} />}
      <div className="tg-page-tools tg-screen-only">
        <CopyLink />
        <PrintLink />
      </div>
      <h1 className="govuk-heading-l">{service.name}</h1>
      <p className="tg-lede">
        {service.provider} · {service.kind}
      </p>
      {service.paused && (
        <p className="govuk-body">
          <Tag tone="amber" sign="!">
            {service.paused}
          </Tag>{' '}
          It takes nobody new now.
        </p>
      )}
      <PrintedWhen on={service.drawnOn} part={null} />
      <AskedRow facts={service.facts} />
      <RingLine
        phone={service.phone}
        staffed={insideSentence(service.staffed)}
        checked={service.checked}
        outOfHours={service.outOfHoursPhone}
        name={service.name}
      />
      <div className="tg-columns tg-columns--service">
        <div>
          {answer}
          {professional && !isProgramme && (
            <ServiceVacancyCard
              vacancy={professional.vacancy}
              toCases={isOfficer}
              isPaused={service.paused !== null}
            />
          )}
          <ServiceContact service={service} wayToRefer={way} />
        </div>
        <div>
          <ServiceAbout service={service} />
          {isProgramme && <ServiceProgramme service={service} />}
          {professional && professional.policy.length > 0 && <ServicePolicy {...professional} />}
          <ServicePlace service={service} />
          {!isProgramme && <ServiceFacts service={service} />}
          {waysToCorrect.length > 0 && (
            <ul className="govuk-list tg-screen-only">
              {waysToCorrect.map(({ to, text }) => (
                <li key={to}>
                  <Link className="govuk-link" to={to}>
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {service.assured && <p className="tg-quiet">Entry checked on {service.assured}.</p>}
        </div>
      </div>
    </>
  )
}
