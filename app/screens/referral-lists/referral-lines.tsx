import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'

import type { ListedChange } from '~/domain/referral/changes/change-words'
import { PhonesIn } from '~/ui/phones-in'
import { Tag, TagList } from '~/ui/tag'

export interface ReferralLineShown {
  id: string
  /** The words of the link. */
  title: string
  /** 'Out tomorrow', of somebody who leaves within hours. */
  out: string | null
  /** Short facts after each other. */
  about: readonly string[]
  due: string | null
  late: boolean
  tags: ReactNode
}

/** Referrals under each other: who or what, the facts that matter, and what is due at the end of the line. */
export function ReferralLines({ lines }: { lines: readonly ReferralLineShown[] }) {
  return (
    <ul className="tg-lines">
      {lines.map(line => (
        <li key={line.id} className="tg-line">
          <div className="tg-line__what">
            <Link
              className="govuk-link govuk-link--no-visited-state tg-line__title"
              to={`/referrals/${line.id}`}
            >
              {line.title}
            </Link>
            {line.out && (
              <p className="tg-line__out">
                <Tag tone="red" sign="!">
                  {line.out}
                </Tag>
              </p>
            )}
            <Facts facts={line.about} />
          </div>
          <div className="tg-line__standing">
            {line.due && (
              <p className={line.late ? 'tg-line__due tg-line__due--late' : 'tg-line__due'}>
                <PhonesIn words={line.due} />
              </p>
            )}
            {line.tags}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Short facts in a row; each stays whole where the row wraps. */
export function Facts({ facts }: { facts: readonly string[] }) {
  return (
    <p className="tg-line__about">
      {facts.map(fact => (
        <Fragment key={fact}>
          <span className="tg-fact">
            <PhonesIn words={fact} />
          </span>{' '}
        </Fragment>
      ))}
    </p>
  )
}

interface FitTagsProps {
  fits: number
  ask: number
  doesNotFit: number
  changed: ListedChange | null
}

/** How many rules fit, how many are to be asked about, how many do not; no green where that was true on the first day alone. */
export function FitTags({ fits, ask, doesNotFit, changed }: FitTagsProps) {
  return (
    <TagList>
      {changed && <ChangedTag changed={changed} />}
      {doesNotFit > 0 && (
        <Tag tone="red" sign="✕">
          {doesNotFit} {doesNotFit === 1 ? 'does' : 'do'} not fit
        </Tag>
      )}
      {ask > 0 && (
        <Tag tone="dashed" sign="?">
          {ask} to ask
        </Tag>
      )}
      {!changed?.ring && (
        <Tag tone="green" sign="✓">
          {doesNotFit + ask === 0 ? 'fits' : `${fits} fit`}
        </Tag>
      )}
    </TagList>
  )
}

/** That something is not as it was when the person was referred. */
export function ChangedTag({ changed }: { changed: ListedChange }) {
  return (
    <Tag tone="amber" sign="!">
      {changed.words}
    </Tag>
  )
}
