import { Link } from '@remix-run/react'

import { PAST_TITLE } from '~/domain/vacancy/vacancy'
import { href } from '~/paths'
import { NoteLines } from '~/screens/entry-note/note-lines'
import { StandingTag } from '~/screens/our-services/standing-tag'
import { RecordHistory } from '~/screens/record-history/record-history'
import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Pagination } from '~/ui/pagination'
import { SummaryList } from '~/ui/summary-list'
import type { OurService } from './facts.server'
import { ReviewsTable } from './reviews'
import { EntrySites } from './sites'
import { inSentence } from '~/domain/words/english'

/** One entry as those see it who keep it: how it stands, what is missing, every answer with the way to change it, and its history. */
export function OurServiceScreen({ entry }: { entry: OurService }) {
  return (
    <>
      <BackLink to={href('our-services', {})}>Back to the services</BackLink>
      <span className="govuk-caption-l">{entry.provider}</span>
      <h1 className="govuk-heading-l">{entry.name}</h1>
      <p className="govuk-body">
        <StandingTag standing={entry.standing}>{entry.standingWords}</StandingTag>
      </p>
      <NextStep entry={entry} />
      {entry.mayChange && (
        <p className="govuk-body">
          <Link className="govuk-link" to={href('our-services/:serviceId/standing', { serviceId: entry.id })}>
            Open, pause or close
          </Link>
        </p>
      )}
      {entry.notes.length > 0 && (
        <section aria-labelledby="notes">
          <h2 className="govuk-heading-m" id="notes">
            Somebody says something is wrong
          </h2>
          <NoteLines notes={entry.notes} />
          <Pagination
            label="Notes"
            page={entry.notesPaging.page}
            pages={entry.notesPaging.pages}
            hrefOf={page => `${href('our-services/:serviceId', { serviceId: entry.id })}?page=${page}`}
          />
        </section>
      )}
      <ReviewsTable reviews={entry.reviews} />
      {entry.parts.map(part => (
        <section key={part.title} aria-label={part.title}>
          <PartHeading title={part.title} to={part.changeHref} />
          <SummaryList rows={part.rows} />
        </section>
      ))}
      <h2 className="govuk-heading-m">Whom it takes</h2>
      <p className="govuk-body">
        <Link className="govuk-link" to={href('our-services/:serviceId/policy', { serviceId: entry.id })}>
          The policy, topic by topic
        </Link>
      </p>
      {entry.isProgramme && (
        <p className="govuk-body">
          <Link className="govuk-link" to={href('our-services/:serviceId/cohorts', { serviceId: entry.id })}>
            Its runs: dates and places
          </Link>
        </p>
      )}
      {entry.keepsRooms && (
        <p className="govuk-body">
          <Link className="govuk-link" to={href('our-services/:serviceId/rooms', { serviceId: entry.id })}>
            Its rooms and beds
          </Link>
        </p>
      )}
      {entry.keepsPast && (
        <p className="govuk-body">
          <Link
            className="govuk-link"
            to={href('our-services/:serviceId/rooms/past', { serviceId: entry.id })}
          >
            {PAST_TITLE}
          </Link>
        </p>
      )}
      <EntrySites entry={entry} />
      <section aria-labelledby="latest">
        <h2 className="govuk-heading-m" id="latest">
          Last changes
        </h2>
        <RecordHistory caption="Last changes" changes={entry.latest} />
        <p className="govuk-body">
          <Link className="govuk-link" to={href('our-services/:serviceId/history', { serviceId: entry.id })}>
            The whole history
          </Link>
        </p>
      </section>
    </>
  )
}

function PartHeading({ title, to }: { title: string; to: string | null }) {
  return (
    <h2 className="govuk-heading-m">
      {title}
      {to && (
        <>
          {' '}
          <Link className="govuk-link govuk-body-s" to={to}>
            Change<span className="govuk-visually-hidden"> {inSentence(title)}</span>
          </Link>
        </>
      )}
    </h2>
  )
}

/** What leads on from how the entry stands. */
function NextStep({ entry: { id, standing, missing, mayChange, carried } }: { entry: OurService }) {
  if (standing === 'draft')
    return missing.length > 0 ? (
      <section aria-labelledby="missing">
        <h2 className="govuk-heading-m" id="missing">
          Before you send it to an editor
        </h2>
        <ul className="govuk-list govuk-list--bullet">
          {missing.map(({ say, to }) => (
            <li key={say}>
              {mayChange ? (
                <Link className="govuk-link" to={to}>
                  {say}
                </Link>
              ) : (
                say
              )}
            </li>
          ))}
        </ul>
      </section>
    ) : (
      <>
        <p className="govuk-body">
          Nothing is missing. Nobody else sees it until an editor has looked at it.
        </p>
        {mayChange && <PostButton values={{ ...carried, intent: 'send' }}>Send it to the editor</PostButton>}
      </>
    )
  if (standing === 'waiting')
    return (
      <>
        <p className="govuk-body">An editor has been asked to look at it. You can go on changing it.</p>
        {mayChange && (
          <PostButton look="secondary" values={{ ...carried, intent: 'take_back' }}>
            Take it back
          </PostButton>
        )}
      </>
    )
  return standing === 'closed' ? null : (
    <p className="govuk-body">
      <Link className="govuk-link" to={href('services/:serviceId', { serviceId: id })}>
        See it as others do
      </Link>
    </p>
  )
}
