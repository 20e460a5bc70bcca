import { Link } from '@remix-run/react'

import type { ListedChange } from '~/domain/referral/changes/change-words'
import { referralState, type ReferralState, stateLabel } from '~/domain/referral/states'
import { Table } from '~/ui/table'
import { ChangedTag } from './referral-lines'
import { type NextWords, wordsOf } from './states'
import { Tag, TagList } from '~/ui/tag'

export interface CaseReferralLine {
  id: string
  reference: string
  serviceId: string
  serviceName: string
  state: string
  /** Since when it is in this state, in words. */
  since: string
  /** 'Declined on 3 November 2026 (Arson)' once it has ended. */
  ended: string | null
  /** 'Details deleted on 3 March 2028'; null while they are kept. */
  detailsDeleted: string | null
  next: NextWords
  changed: ListedChange | null
}

/** The referrals of one case: where each stands, whose move it is and what to do. */
export function CaseReferrals({ referrals }: { referrals: readonly CaseReferralLine[] }) {
  return (
    <Table<CaseReferralLine>
      caption="Referrals of this case"
      captionHidden
      rowHeaders
      rows={referrals}
      rowKey={referral => referral.id}
      columns={[
        {
          heading: 'Service',
          cell: ({ id, serviceName, reference }) => (
            <>
              <Link className="govuk-link" to={`/referrals/${id}`}>
                {serviceName}
              </Link>
              <br />
              <span className="tg-quiet tg-light">{reference}</span>
            </>
          ),
        },
        {
          heading: 'Now',
          cell: ({ state, changed }) => (
            <TagList>
              <StateTag state={referralState(state)} />
              {changed && <ChangedTag changed={changed} />}
            </TagList>
          ),
        },
        { heading: 'Last step', cell: ({ since }) => since },
        {
          heading: 'Next',
          cell: ({ next, ended, detailsDeleted }) =>
            next.isOwn && !ended ? (
              <strong>{next.words}</strong>
            ) : (
              <span className="tg-quiet">
                {[ended ?? next.words, detailsDeleted].filter(Boolean).join('. ')}
              </span>
            ),
        },
      ]}
    />
  )
}

/** A state in its words; colour repeats whether a bed is held, an answer is owed, or it has ended. */
export function StateTag({ state }: { state: ReferralState }) {
  return <Tag {...wordsOf(state).look}>{stateLabel(state)}</Tag>
}
