import type { Day } from '../../time/calendar'
import { type ReferralEvent, specOf } from './registry'
import type { Requirement } from '../requirement'
import { AGREEMENT_WITHDRAWN, type Departure, type GivenReasons, reasonsProblem } from '../reasons'
import type { AgreedTier, AssessmentMethod, RequestItem } from '../referral'
import type { Refusal } from '../refusal'

/** What a person gives with an event. Which of it an event cannot do without stands in the table. Safe for the browser. */
export interface EventDetails {
  reasons?: GivenReasons
  note?: string
  items?: readonly RequestItem[]
  assessment?: { method: AssessmentMethod; at: Date }
  bedspace?: OfferedBedspace
  /** The person's own yes or no to this referral or offer, as the officer heard it. */
  agreed?: boolean
  /** How much the person agrees to share from now on. */
  agreedTier?: AgreedTier
  stay?: { arrivedOn: Day; expectedDepartureOn: Day }
  /** 'I have read what changed.' */
  changesRead?: boolean
  departure?: { departedOn: Day; kind: Departure }
  /** What a correction says now, for the history: after what it was. */
  days?: readonly string[]
  /** Of a release date; null for a day nobody knows. */
  moved?: { from: Day | null; to: Day | null; cause: string | null }
}

/** A bedspace for days [fromOn, untilOn); null for as long as the service lets people stay. */
export interface OfferedBedspace {
  bedspaceId: string
  fromOn: Day
  untilOn: Day | null
  conflictCheckDone: boolean
}

const GIVEN: Record<Requirement, (details: EventDetails) => boolean> = {
  agreement: details => details.agreed === true,
  agreement_answer: details => details.agreed !== undefined,
  agreement_extent: details => details.agreedTier !== undefined,
  reason: details => details.reasons !== undefined,
  note: details => Boolean(details.note?.trim()),
  items: details => (details.items?.length ?? 0) > 0,
  assessment: details => details.assessment !== undefined,
  bedspace: details => details.bedspace !== undefined,
  stay: details => details.stay !== undefined,
  departure: details => details.departure !== undefined,
  days: details => (details.days?.length ?? 0) > 0,
  // Needed only where something did change: see applyEvent.
  changes_read: () => true,
}

/** In the history, in the place of a day. */
const UNKNOWN_DAY = 'unknown'

/** The first thing an event requires that was not given, or null. */
export function missingDetail(requires: readonly Requirement[], details: EventDetails): Requirement | null {
  return requires.find(requirement => !GIVEN[requirement](details)) ?? null
}

/** A refusal when the reasons given are not of this event's list, or null. */
export function reasonsRefusal(event: ReferralEvent, { reasons }: EventDetails): Refusal | null {
  const list = specOf(event).reasons
  if (!list || !reasons) return null
  return reasonsProblem(list, reasons) === null ? null : { ok: false, reason: 'reason_invalid' }
}

/** What the history keeps besides the note: reasons, items asked for, when and how, or both dates and the cause of a release that moved. */
export function historyCodes({
  reasons,
  items,
  moved,
  days,
  assessment,
  agreedTier,
}: EventDetails): string[] {
  if (moved)
    return [moved.from ?? UNKNOWN_DAY, moved.to ?? UNKNOWN_DAY, ...(moved.cause ? [moved.cause] : [])]
  if (reasons) return [reasons.primary, ...reasons.others]
  if (agreedTier) return [String(agreedTier)]
  if (assessment) return [assessment.at.toISOString(), assessment.method]
  return [...(days ?? items ?? [])]
}

/** The words that go with an event; those of the reasons where there are reasons. */
export function historyNote({ reasons, note }: EventDetails): string | null {
  return reasons?.note ?? note ?? null
}

/** True when the person has taken back her agreement: then nothing of the case may be read any more, from now on. */
export function withdrawsAgreement({ reasons }: EventDetails): boolean {
  return [reasons?.primary, ...(reasons?.others ?? [])].includes(AGREEMENT_WITHDRAWN)
}
