import { href } from '~/paths'

/** How to read who a criterion turns away: for those who run the service alone. */
export function TurnedAwayNote() {
  return (
    <p className="govuk-body">
      Beside an answer that can say no stands who it turns away. It is of what is saved, counted of every
      place to live in the region that states the same, and not of this one:{' '}
      <a className="govuk-link" href={`${href('unmet-need/methods', {})}#limits`}>
        how it is counted
      </a>
      .
    </p>
  )
}
