import { Link } from '@remix-run/react'
import { Fragment } from 'react'

import { CHOOSE_WORDS } from '~/domain/held/words-form'
import type { WordsLine } from '~/screens/own-words/words-line'
import { WordsTable } from '~/screens/own-words/words-table'
import type { ReferralScreen } from '~/screens/referral/page'
import { ErrorSummary } from '~/ui/form/error-summary'
import { Breadcrumbs } from '~/ui/page/breadcrumbs'
import { Card } from '~/ui/card'
import { StateTag } from '~/screens/referral-lists/case-referrals'
import { PhoneLink } from '~/ui/phone-link'
import { withPhones } from '~/ui/phones-in'
import { PrintLink } from '~/ui/page/print-link'
import { FactList } from '~/ui/summary-list'
import { WarningText } from '~/ui/warning-text'
import { BedspacesThen } from './bedspaces-table'
import { ChangedSince } from './changed-since'
import { FitTable } from './fit-table'
import { OpenedSections } from './opened-sections'
import { Reopenable } from './reopenable'
import { SoFar } from './so-far'
import { WhatNext } from './what-next'

export interface ReferralBodyProps {
  screen: ReferralScreen
  /** What a print says; null where it says what the screen does. */
  paper: ReferralScreen | null
  /** An idempotency key for each button. */
  keys: Readonly<Record<string, string>>
  /** What the reader's own organisation wrote with it, and the key of the form that strikes it out. */
  words: readonly WordsLine[]
  wordsKey: string
  /** A form that names nothing to strike out. */
  isRefused: boolean
}

/** A referral's own page, and where paper may say less than the screen does, what is printed instead of it. */
export function ReferralBody({ paper, ...onScreen }: ReferralBodyProps) {
  if (paper === null) return <OnScreen {...onScreen} />
  return (
    <>
      <div className="tg-screen-only">
        <OnScreen {...onScreen} />
      </div>
      <div className="tg-print-only">
        <Heading screen={paper} />
        <p className="govuk-body">{LESS_ON_PAPER}</p>
        <ProviderMain screen={paper} />
        <SoFar entries={paper.history} />
        <Contact screen={paper} />
      </div>
    </>
  )
}

const LESS_ON_PAPER =
  'Printed as triage reads it: name, numbers and detail go on paper once the person has accepted a place.'

/** On a narrow screen what is due and what can be done stand before the rest. */
function OnScreen({ screen, keys, words, wordsKey, isRefused }: Omit<ReferralBodyProps, 'paper'>) {
  const list = screen.side === 'provider' ? '/inbox' : '/referrals'
  // After a hand-over another prison's team wrote it.
  const whose = screen.side === 'provider' ? 'your team' : 'the team of the case'
  return (
    <>
      <Breadcrumbs crumbs={[{ text: 'Referrals', to: list }, { text: screen.reference }]} />
      {isRefused && <ErrorSummary items={[{ text: CHOOSE_WORDS, fieldId: 'own-words' }]} />}
      <PrintLink />
      <Heading screen={screen} />
      <div className="tg-columns tg-columns--aside tg-columns--referral">
        <div className="tg-referral__act">
          {screen.changed && <ChangedSince {...screen.changed} />}
          <Due screen={screen} />
          <WhatNext screen={screen} keys={keys} />
          {screen.detailsDeleted && (
            <p className="govuk-inset-text">
              {screen.detailsDeleted} under the retention rule: what was disclosed and written. That it was
              sent, when, and how it ended stays.
            </p>
          )}
          {screen.undoing.map(words => (
            <Undoing key={words.text} {...words} />
          ))}
          <Reopenable referrals={screen.reopenable} />
        </div>
        <div className="tg-referral__main">
          {screen.side === 'provider' ? <ProviderMain screen={screen} /> : <ReferrerMain screen={screen} />}
          <SoFar entries={screen.history} />
          {(words.length > 0 || isRefused) && (
            <section id="own-words" className="tg-screen-only" aria-labelledby="own-words-title">
              <h2 className="govuk-heading-m" id="own-words-title">
                What {whose} wrote
              </h2>
              <WordsTable
                caption={`What ${whose} wrote with this referral, the latest first`}
                words={words}
                carried={{ idempotencyKey: wordsKey }}
                saysAbout={false}
              />
            </section>
          )}
        </div>
        <div className="tg-referral__aside">
          {screen.bedspaces && <BedspacesThen {...screen.bedspaces} />}
          <Contact screen={screen} />
        </div>
      </div>
    </>
  )
}

function Undoing({ text, links }: ReferralScreen['undoing'][number]) {
  return (
    <p className="govuk-body tg-quiet">
      {text}
      {links.map(link => (
        <Fragment key={link.href}>
          {' '}
          <Link className="govuk-link" to={link.href}>
            {link.text}
          </Link>
        </Fragment>
      ))}
    </p>
  )
}

function Heading({ screen }: { screen: ReferralScreen }) {
  const { reference, heading, about, caseLink, serviceId, state } = screen
  return (
    <div className="tg-referral__heading">
      <p className="tg-print-only">Referral {reference}</p>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="tg-lede">
        {about}
        {caseLink && (
          <>
            {' · for '}
            <Link className="govuk-link" to={`/cases/${caseLink.id}`}>
              {caseLink.text}
            </Link>
            {' · '}
            <Link className="govuk-link" to={`/services/${serviceId}`}>
              the service’s page
            </Link>
          </>
        )}
      </p>
      <p className="tg-referral__state">
        <StateTag state={state} />
      </p>
    </div>
  )
}

function Due({ screen: { due, warning } }: { screen: ReferralScreen }) {
  return (
    <>
      {due && (
        <div className={`tg-due tg-due--${due.tone}`}>
          <p className="tg-due__lead">{withPhones(due.lead)}</p>
          {due.then && <p className="tg-due__then">{withPhones(due.then)}</p>}
        </div>
      )}
      {warning && <WarningText>{warning}</WarningText>}
    </>
  )
}

function ProviderMain({ screen }: { screen: ReferralScreen }) {
  return (
    <>
      <Fit screen={screen} />
      <section>
        <h2 className="govuk-heading-m">At a glance</h2>
        {screen.glance.length > 0 && <FactList rows={[...screen.glance, ...screen.standing]} />}
        {screen.said && (
          <>
            <h3 className="govuk-heading-s">{screen.said.title}</h3>
            <blockquote className="tg-said">{screen.said.words}</blockquote>
          </>
        )}
        {screen.openedNote && <p className="tg-quiet govuk-body">{screen.openedNote}</p>}
      </section>
      <Arrival screen={screen} />
      <OpenedSections sections={screen.opened} />
    </>
  )
}

function ReferrerMain({ screen }: { screen: ReferralScreen }) {
  return (
    <>
      <section>
        <h2 className="govuk-heading-m">How it stands</h2>
        <FactList rows={screen.standing} />
      </section>
      <Arrival screen={screen} />
      <Fit screen={screen} />
      {screen.said && (
        <section>
          <h2 className="govuk-heading-m">{screen.said.title}</h2>
          <blockquote className="tg-said">{screen.said.words}</blockquote>
        </section>
      )}
    </>
  )
}

/**
 * Open while it is to be decided; behind its summary afterwards, which paper cannot open: it gets the table itself. Absent where no answer
 * is left to read, unless something has changed that may not be said here.
 */
function Fit({ screen: { fit, side } }: { screen: ReferralScreen }) {
  if (fit.rows.length === 0 && !fit.isOfThatDay) return null
  const table = (
    <FitTable
      caption={fit.title}
      whose={side === 'provider' ? 'Your' : 'Their'}
      rows={fit.rows}
      isOfThatDay={fit.isOfThatDay}
    />
  )
  const summary = fit.isOfThatDay ? `${fit.summary}, ${fit.asOf}` : fit.summary
  if (fit.isSettled) {
    return (
      <>
        <details className="govuk-details tg-screen-only">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {fit.title}: {summary}
            </span>
          </summary>
          {table}
        </details>
        <section className="tg-print-only">
          <h2 className="govuk-heading-m">{fit.title}</h2>
          <p className="govuk-body">{summary}</p>
          {table}
        </section>
      </>
    )
  }
  return (
    <section>
      <h2 className="govuk-heading-m tg-fit__title">{fit.title}</h2>
      <p className="tg-quiet tg-fit__summary">
        {fit.summary}, {fit.asOf}
      </p>
      {table}
    </section>
  )
}

function Arrival({ screen: { arrival } }: { screen: ReferralScreen }) {
  if (arrival.length === 0) return null
  return (
    <Card title="Arrival">
      <FactList rows={arrival} />
    </Card>
  )
}

function Contact({ screen: { contact, side } }: { screen: ReferralScreen }) {
  return (
    <Card title={side === 'provider' ? 'Talk to the referrer' : 'Talk to the service'}>
      <p className="govuk-body">{contact.name}</p>
      <p className="govuk-body">
        {contact.phone ? <PhoneLink number={contact.phone} about={contact.name} /> : 'Phone not stated'}
      </p>
    </Card>
  )
}
