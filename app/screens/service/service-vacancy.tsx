import type { ProfessionalPart } from '~/screens/service/page'
import { ButtonLink } from '~/ui/form/button'
import { ActionCard } from '~/ui/card'
import { vacancyTags } from '~/screens/results/service-result'
import { TagList } from '~/ui/tag'

export interface ServiceVacancyCardProps {
  vacancy: ProfessionalPart['vacancy']
  /** Officers have cases to search for. */
  toCases: boolean
  /** It takes nobody new: nothing of its beds is offered. */
  isPaused: boolean
}

/** What is free and how far that can be trusted; for an officer, the way on to a case. */
export function ServiceVacancyCard({ vacancy, toCases, isPaused }: ServiceVacancyCardProps) {
  return (
    <ActionCard title="Vacancy" isPrinted>
      {vacancy ? (
        <>
          <TagList>{vacancyTags(vacancy)}</TagList>
          <p className="govuk-body">{vacancy.beds}</p>
        </>
      ) : (
        <p className="govuk-body">
          {isPaused
            ? 'While it is paused none of its beds is offered.'
            : 'This service keeps no bedspaces here.'}
        </p>
      )}
      {toCases && !isPaused && (
        <div className="tg-screen-only">
          <p className="govuk-body">
            To see whether it fits somebody, and to refer, search from the person’s case.
          </p>
          <ButtonLink to="/cases">Search for a case</ButtonLink>
        </div>
      )}
    </ActionCard>
  )
}
