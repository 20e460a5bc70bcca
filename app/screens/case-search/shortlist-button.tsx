import { Link } from '@remix-run/react'

import { PostButton } from '~/ui/form/post-button'

interface ShortlistButtonProps {
  caseId: string
  /** Of the service. */
  id: string
  name: string
  isListed: boolean
  /** The address it is pressed at. */
  back: string
}

/** Puts a service on the shortlist of a case or takes it off, and leads to its note. */
export function ShortlistButton({ caseId, id, name, isListed, back }: ShortlistButtonProps) {
  const action = `/cases/${caseId}/shortlist/${id}`
  if (!isListed) {
    return (
      <PostButton action={action} values={{ change: 'add', back }} look="secondary" about={`: ${name}`}>
        Add to shortlist
      </PostButton>
    )
  }
  return (
    <>
      <PostButton action={action} values={{ change: 'remove', back }} look="secondary" about={`: ${name}`}>
        Take off shortlist
      </PostButton>
      <Link className="govuk-link tg-screen-only" to={action}>
        Note<span className="govuk-visually-hidden"> on {name}</span>
      </Link>
    </>
  )
}
