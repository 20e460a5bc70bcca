import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { BackLink } from '~/ui/page/breadcrumbs'
import { CountForm, type CountFormProps } from './count-form'
import { StayForm, type StayFormProps } from './stay-form'
import { VoidForm, type VoidFormProps } from './void-form'

/** The page that says how many are free. */
export function VacancyCountScreen(props: CountFormProps) {
  return (
    <BelowVacancies>
      <CountForm {...props} />
      <p className="govuk-body">
        <Link className="govuk-link" to={`/our-services/${props.serviceId}/rooms/beds`}>
          Change how many beds there are
        </Link>
      </p>
    </BelowVacancies>
  )
}

/** The page that adds a void. */
export function VacancyVoidScreen(props: VoidFormProps) {
  return (
    <BelowVacancies>
      <VoidForm {...props} />
    </BelowVacancies>
  )
}

/** The page that changes somebody's stay, or says that nobody stays there. */
export function VacancyStayScreen({ isStay, ...page }: StayFormProps & { isStay: boolean }) {
  return (
    <BelowVacancies>
      {isStay || page.hasLeft || page.submission ? (
        <StayForm {...page} />
      ) : (
        <>
          <span className="govuk-caption-l">{page.about}</span>
          <h1 className="govuk-heading-l">Nobody stays there now</h1>
          <p className="govuk-body">There is no stay to change.</p>
        </>
      )}
    </BelowVacancies>
  )
}

function BelowVacancies({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/vacancies">Back to your vacancies</BackLink>
        {children}
      </div>
    </div>
  )
}
