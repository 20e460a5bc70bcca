import type { ReactNode } from 'react'

import { keepDots } from '~/ui/keep-dots'
import { Tag } from '~/ui/tag'
import { ExpectedTag, FreshnessText, type FreshnessShown, type VacancyShown, VacancyTag } from '~/ui/vacancy'

export interface ServiceResultProps {
  to: string
  /** Whose it is: the map lights it by this. */
  serviceId: string
  title: ReactNode
  /** 'Tarnfold Trust · supported housing · Gateshead · 9 miles'. */
  about: string
  /** At the end of the title's line: '9 miles'. */
  aside?: string | null
  children?: ReactNode
}

/** A service's vacancy in the words of tags. */
export interface VacancyInTags {
  vacancy: VacancyShown
  limited: string | null
  freshness: FreshnessShown | null
  expected: string | null
}

/** The services found, in order. */
export function ResultList({ children }: { children: ReactNode }) {
  return <ul className="tg-results">{children}</ul>
}

/** One service found: its name leads to its page; tags, reasons and buttons follow. Under an h2. */
export function ServiceResult({ to, serviceId, title, about, aside = null, children }: ServiceResultProps) {
  return (
    <li className="tg-result" data-service-id={serviceId}>
      <h3 className="tg-result__title">
        <a className="govuk-link govuk-link--no-visited-state" href={to}>
          {title}
        </a>
      </h3>
      {aside && <p className="tg-result__aside">{aside}</p>}
      <p className="tg-result__about">{keepDots(about)}</p>
      {children}
    </li>
  )
}

/** What is free, how far that can be trusted, and apart from it what is expected; for a TagList. */
export function vacancyTags(shown: VacancyInTags | null): ReactNode[] {
  if (shown === null) return []
  const { vacancy, limited, freshness, expected } = shown
  return [
    <VacancyTag key="vacancy" vacancy={vacancy} />,
    limited && <Tag key="limited">{limited}</Tag>,
    freshness && <FreshnessText key="freshness" freshness={freshness} />,
    expected && <ExpectedTag key="expected" words={expected} />,
  ]
}
