import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { CaseBar } from './case-bar'
import { keepDots } from '~/ui/keep-dots'

export interface CaseSummaryProps {
  caseId: string
  reference: string
  person: { name: string; prisonNumber: string } | null
  release: string
  household: string
  wants: string
  /** Of a page below the case: its own page is one tap away. */
  linked?: boolean
  unknown?: ReactNode
}

/** Whose page this is: person, release, household, what is wanted and what is still unknown. */
export function CaseSummary(props: CaseSummaryProps) {
  const { caseId, reference, person, release, household, wants, linked, unknown } = props
  const who = person ? `${person.prisonNumber} · ${person.name}` : reference
  return (
    <>
      <p className="tg-print-only">Case {reference}</p>
      <CaseBar
        facts={[
          {
            label: 'Case',
            value: linked ? (
              <Link className="govuk-link govuk-link--no-visited-state" to={`/cases/${caseId}`}>
                {who}
              </Link>
            ) : (
              who
            ),
          },
          { label: 'Release', value: keepDots(release) },
          { label: 'Household', value: household },
          { label: 'Wants', value: wants },
          ...(unknown === undefined ? [] : [{ label: 'Still unknown', value: unknown }]),
        ]}
      />
    </>
  )
}
