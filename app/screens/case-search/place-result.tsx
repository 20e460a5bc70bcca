import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import type { ListedChange } from '~/domain/referral/changes/change-words'
import type { AskedFact } from '~/domain/service/asked-topics'
import { ChangedTag } from '~/screens/referral-lists/referral-lines'
import { AskedRow } from '~/screens/results/asked-row'
import { Actions, ButtonLink } from '~/ui/form/button'
import { type Reason, ReasonList } from '~/ui/fit'
import { PhoneLink } from '~/ui/phone-link'
import { ServiceResult, type VacancyInTags, vacancyTags } from '~/screens/results/service-result'
import { Tag, TagList } from '~/ui/tag'
import { placeAddress, searchAddress } from './case-address'
import type { RunForCase } from './run-for-case'
import { ShortlistButton } from './shortlist-button'

export interface PlaceResultProps {
  caseId: string
  /** The search it was found by, as parameters of the address; ''. */
  search: string
  id: string
  name: string
  about: string
  vacancy: VacancyInTags | null
  /** The same as paper says it; null where paper says no other. */
  vacancyOnPaper: VacancyInTags | null
  tags: readonly string[]
  reasons: readonly Reason[]
  avoidNote: string | null
  alsoSaid: string
  phone: string | null
  staffed: string
  route: 'here' | 'phone' | 'elsewhere'
  isListed: boolean
  facts: readonly AskedFact[]
  run: RunForCase | null
  referral: { id: string; state: string; changed: ListedChange | null } | null
  nomination: { id: string; words: string } | null
  before: { id: string; words: string } | null
  /** The answer was that it does not fit: the button says so. */
  against: boolean
  /** Where the shortlist leads back to: the search unless told. */
  back?: string
  /** What is said of it before its tags. */
  lead?: ReactNode
}

/** One place for a case: what is free, why it fits or not, and the way to refer. */
export function PlaceResult(props: PlaceResultProps) {
  const { name, about, reasons, alsoSaid } = props
  return (
    <ServiceResult serviceId={props.id} to={placeAddress(props)} title={name} about={about}>
      {props.lead}
      {props.vacancyOnPaper ? (
        <>
          <div className="tg-screen-only">
            <PlaceTags {...props} />
          </div>
          <div className="tg-print-only">
            <PlaceTags {...props} vacancy={props.vacancyOnPaper} />
          </div>
        </>
      ) : (
        <PlaceTags {...props} />
      )}
      {props.before && (
        <p className="govuk-body-s tg-screen-only">
          <Link className="govuk-link" to={`/referrals/${props.before.id}`}>
            {props.before.words}
            <span className="govuk-visually-hidden">: the referral to {name}</span>
          </Link>
        </p>
      )}
      {props.run && <Run {...props.run} />}
      <div className="tg-why">
        {reasons.length > 0 && <ReasonList reasons={reasons} />}
        {props.avoidNote && <p className="govuk-body-s tg-screen-only">{props.avoidNote}</p>}
        {alsoSaid !== '' && <p className="tg-quiet tg-also-said">{alsoSaid}</p>}
      </div>
      <AskedRow facts={props.facts} />
      <Actions>
        <ReferAction {...props} isProgramme={props.run !== null} />
        <ShortlistButton {...props} back={props.back ?? searchAddress(props)} />
        <Phone {...props} />
      </Actions>
    </ServiceResult>
  )
}

function PlaceTags({ referral, vacancy, tags }: PlaceResultProps) {
  return (
    <TagList>
      {referral && <Tag sign="→">referred: {referral.state}</Tag>}
      {referral?.changed && <ChangedTag changed={referral.changed} />}
      {vacancyTags(vacancy)}
      {tags.map(tag => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </TagList>
  )
}

/** A programme's run, until when one can refer to it, and whether she can finish. */
function Run({ run, lastDay, finish }: RunForCase) {
  return (
    <p className="govuk-body-s">
      {[run, lastDay].filter(Boolean).join('. ')}.<span className="tg-screen-only"> {finish}.</span>
    </p>
  )
}

type ReferActionProps = Pick<
  PlaceResultProps,
  'caseId' | 'id' | 'name' | 'route' | 'against' | 'nomination'
> & {
  referral: { id: string } | null
  /** Somebody is nominated for a programme, not referred to it. */
  isProgramme: boolean
}

/** The way to refer a case to a service, to the open referral, or how else it is asked. */
export function ReferAction(action: ReferActionProps): ReactNode {
  const { caseId, id, name, route, referral, against, isProgramme, nomination } = action
  if (referral) {
    return (
      <Link className="govuk-link" to={`/referrals/${referral.id}`}>
        Open the referral<span className="govuk-visually-hidden"> to {name}</span>
      </Link>
    )
  }
  if (route === 'here' && isProgramme) {
    if (nomination)
      return (
        <Link className="govuk-link" to={`/nominations/${nomination.id}`}>
          {nomination.words}
          <span className="govuk-visually-hidden"> for {name}: open it</span>
        </Link>
      )
    return (
      <ButtonLink
        to={`/cases/${caseId}/nominate/${id}`}
        look={against ? 'secondary' : 'primary'}
        about={`for ${name}`}
      >
        {against ? 'Nominate all the same' : 'Nominate'}
      </ButtonLink>
    )
  }
  if (route === 'here') {
    return (
      <ButtonLink
        to={`/cases/${caseId}/refer/${id}`}
        look={against ? 'secondary' : 'primary'}
        about={`to ${name}`}
      >
        {against ? 'Refer all the same' : 'Refer'}
      </ButtonLink>
    )
  }
  return route === 'phone' ? (
    <Tag sign="!">refer by phone</Tag>
  ) : (
    <Tag sign="!">not referred through Throughgate</Tag>
  )
}

function Phone({ phone, staffed, name }: PlaceResultProps) {
  if (phone === null) return <span className="tg-quiet">No phone number stated</span>
  return <PhoneLink number={phone} note={staffed} about={name} />
}
