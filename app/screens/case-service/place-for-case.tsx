import { Link } from '@remix-run/react'

import { GROUP_FIT, GROUP_TABS } from '~/screens/case-search/place-groups'
import { ReferAction } from '~/screens/case-search/place-result'
import { vacancyTags } from '~/screens/results/service-result'
import { FitTag, ReasonList } from '~/ui/fit'
import { Actions } from '~/ui/form/button'
import { TagList } from '~/ui/tag'
import { WarningText } from '~/ui/warning-text'
import type { ServiceForCase } from './facts.server'

type PlaceForCaseProps = ServiceForCase['place'] & { caseId: string; id: string; name: string }

/** The answer of a service for a case with every reason, what is free on her day, and the way to refer. */
export function PlaceForCase({ caseId, id, name, ...place }: PlaceForCaseProps) {
  const { group, reasons, avoidNote, before, referral, nomination, route, isProgramme, vacancy } = place
  return (
    <section className="tg-card" aria-labelledby="for-case">
      <h2 className="tg-card__title" id="for-case">
        For this case: <FitTag fit={GROUP_FIT[group]}>{GROUP_TABS[group]}</FitTag>
      </h2>
      {vacancy && (
        <div className="tg-screen-only">
          <TagList>{vacancyTags(vacancy)}</TagList>
        </div>
      )}
      {before && (
        <p className="govuk-body-s tg-screen-only">
          <Link className="govuk-link" to={`/referrals/${before.id}`}>
            {before.words}
          </Link>
        </p>
      )}
      {avoidNote && (
        <div className="tg-screen-only">
          <WarningText>{avoidNote}. The provider is not told.</WarningText>
        </div>
      )}
      {reasons.length > 0 && <ReasonList reasons={reasons} />}
      <Actions>
        <ReferAction
          caseId={caseId}
          id={id}
          name={name}
          route={route}
          isProgramme={isProgramme}
          referral={referral}
          nomination={nomination}
          against={group === 'not_eligible'}
        />
      </Actions>
    </section>
  )
}
