import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { Day } from '../../time/calendar'
import { londonDay } from '../../time/calendar'
import { releaseDays } from '../list/release-days.server'
import type { CaseIdentity } from '../record/case-identity.server'
import { casesMarked, casesMarkedWithOne } from '../record/marked-cases.server'
import {
  answersTo,
  crnMark,
  marksASlipAway,
  marksBesideASlip,
  marksSought,
  nearlyAnswersTo,
} from '../record/name-marks'
import { openFound } from '../record/open-person.server'
import { CRN_PATTERN, PRISON_NUMBER_PATTERN, REFERENCE_PATTERN, tidyNumber } from '../record/person-case'
import { MOST_LOOKED_AT } from './find-form'

/** A case that answers to what was typed. */
interface FoundCase {
  id: string
  reference: string
  name: string
  prisonNumber: string
  releaseOn: Day | null
  /** The day it was closed; null while it is open. */
  closedOn: Day | null
}

export interface FoundCases {
  cases: FoundCase[]
  /** More might answer, and nobody of them was opened. */
  isMore: boolean
  /** No name of the team is spelt so: these are with one slip. */
  isNearly: boolean
}

/**
 * The cases of the viewer's team, open and closed, by prison number, by CRN, by the reference of the case or of one of its
 * referrals, or by the beginnings of the words of a name: open ones
 * first, the newest first; where no name begins so, by those that do with one slip. That none does is known only where all were opened that
 * might. That each was found is audited.
 */
export async function findCases(
  app: DomainContext,
  viewer: SignedInViewer,
  words: string,
): Promise<FoundCases> {
  return asViewer(app.db, viewer, async trx => {
    const { ids, answers, nearly } = await candidates(app, trx, viewer, words)
    const exact = await openedOf(app, trx, viewer, { ids, answers })
    if (exact.cases.length > 0 || exact.isMore || !nearly) return { ...exact, isNearly: false }
    const maybe = union(ids, await besideASlip(app, trx, viewer, words))
    const slipped = await openedOf(app, trx, viewer, { ids: maybe, answers: nearly })
    const isNearly = slipped.cases.length > 0
    return { ...slipped, isNearly, isMore: isNearly && slipped.isMore }
  })
}

interface Candidates {
  ids: string[]
  /** What the identity of one is compared with, once it is opened. */
  answers: (identity: CaseIdentity) => boolean
  /** With one slip, where it is looked for by a name. */
  nearly?: (identity: CaseIdentity) => boolean
}

async function candidates(
  { keys }: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  words: string,
): Promise<Candidates> {
  const { organisationId } = viewer
  const number = tidyNumber(words)
  if (PRISON_NUMBER_PATTERN.test(number)) {
    const ids = await byNumber(trx, organisationId, keys.lookupHash(number))
    return { ids, answers: ({ prisonNumber }) => prisonNumber === number }
  }
  if (CRN_PATTERN.test(number)) {
    const ids = await casesMarked(trx, organisationId, [crnMark(keys, organisationId, number)])
    if (ids.length > 0) return { ids, answers: ({ crn }) => crn === number }
  }
  if (REFERENCE_PATTERN.test(number)) {
    const ids = await byReference(trx, organisationId, number.replace(/^([CR])-?/, '$1-'))
    return { ids, answers: () => true }
  }
  return {
    ids: await casesOf(trx, viewer, marksSought(keys, organisationId, words)),
    answers: ({ name }) => answersTo(words, name),
    nearly: ({ name }) => nearlyAnswersTo(words, name),
  }
}

/** The cases that have every mark of one reading at least. */
async function casesOf(
  trx: Transaction<DB>,
  { organisationId }: SignedInViewer,
  readings: readonly Buffer[][],
): Promise<string[]> {
  const found: string[][] = []
  for (const marks of readings) found.push(await casesMarked(trx, organisationId, marks))
  return union(...found)
}

/** The cases that may answer with a slip in the letters a mark is made of. */
async function besideASlip(
  { keys }: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  words: string,
): Promise<string[]> {
  const { organisationId } = viewer
  return union(
    await casesOf(trx, viewer, marksBesideASlip(keys, organisationId, words)),
    await casesMarkedWithOne(trx, organisationId, marksASlipAway(keys, organisationId, words)),
  )
}

function union(...lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())]
}

/** Those of some cases that answer, once they are opened, so many at most. */
async function openedOf(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { ids, answers }: Pick<Candidates, 'ids' | 'answers'>,
): Promise<Pick<FoundCases, 'cases' | 'isMore'>> {
  const rows = await inOrder(trx, ids)
  const opened = rows.slice(0, MOST_LOOKED_AT)
  const caseIds = opened.map(({ id }) => id)
  const people = await openFound(app, trx, viewer, caseIds, answers)
  const dayOf = await releaseDays(trx, [...people.keys()])
  const cases = opened.flatMap(({ id, reference, closedAt }) => {
    const person = people.get(id)
    if (!person) return []
    const { name, prisonNumber } = person
    const closedOn = closedAt && londonDay(closedAt)
    return [{ id, reference, name, prisonNumber, releaseOn: dayOf.get(id) ?? null, closedOn }]
  })
  return { cases, isMore: rows.length > opened.length }
}

async function byNumber(trx: Transaction<DB>, organisationId: string, hash: Buffer): Promise<string[]> {
  const rows = await trx
    .selectFrom('caseIdentity')
    .select('caseId')
    .where('organisationId', '=', organisationId)
    .where('prisonNumberHash', '=', hash)
    .execute()
  return rows.map(({ caseId }) => caseId)
}

/** The case of that reference, or that of the referral of it. */
async function byReference(
  trx: Transaction<DB>,
  organisationId: string,
  reference: string,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('personCase')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('reference', '=', reference),
        eb('id', 'in', selectFrom('referral').select('caseId').where('referral.reference', '=', reference)),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

async function inOrder(trx: Transaction<DB>, ids: readonly string[]) {
  if (ids.length === 0) return []
  return trx
    .selectFrom('personCase')
    .select(['id', 'reference', 'closedAt'])
    .where('id', 'in', ids)
    .orderBy(({ eb }) => eb('closedAt', 'is not', null))
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
}
