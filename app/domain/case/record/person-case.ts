import { codesOf } from '../../words/codes'

/** The words and patterns of a case: one person's one release episode. Safe for the browser. */

export const CUSTODY_STATUS_LABELS = {
  sentenced: 'Sentenced',
  remand: 'On remand',
  recall: 'Recalled to prison',
}
export type CustodyStatus = keyof typeof CUSTODY_STATUS_LABELS
export const CUSTODY_STATUSES = codesOf(CUSTODY_STATUS_LABELS)

export const RELEASE_CONFIDENCE_LABELS = {
  firm: 'Firm',
  likely: 'Likely, but may move',
  not_known: 'Not known yet',
}
export type ReleaseConfidence = keyof typeof RELEASE_CONFIDENCE_LABELS
export const RELEASE_CONFIDENCES = codesOf(RELEASE_CONFIDENCE_LABELS)

export const RELEASE_TYPE_LABELS = {
  automatic: 'Automatic release',
  hdc: 'Home detention curfew (HDC)',
  parole: 'Parole',
  end_of_sentence: 'End of sentence',
  court: 'From court, any court day',
  unknown: 'Not known yet',
}
export type ReleaseType = keyof typeof RELEASE_TYPE_LABELS
export const RELEASE_TYPES = codesOf(RELEASE_TYPE_LABELS)

export const SEXES = ['woman', 'man', 'unknown'] as const
export type Sex = (typeof SEXES)[number]
export const SEX_LABELS: Record<Sex, string> = { woman: 'Woman', man: 'Man', unknown: 'Not known yet' }

/** A home authority is the code of one of the 12, or one of these. */
export const HOME_ELSEWHERE_LABELS: Record<'outside' | 'unknown', string> = {
  outside: 'Outside the North East',
  unknown: 'Not known yet',
}

export const PRISON_NUMBER_PATTERN = /^[A-Z]\d{4}[A-Z]{2}$/
export const CRN_PATTERN = /^[A-Z]\d{6}$/
/** Of a case or a referral, as people say it: with its hyphen or without. */
export const REFERENCE_PATTERN = /^[CR]-?\d{5,}$/

/** Why a status is written over. */
export const STATUS_HOW_LABELS = { changed: 'It changed', wrong: 'It was recorded wrongly' }
export const STATUS_HOWS = codesOf(STATUS_HOW_LABELS)

export const DATE_CHANGE_CAUSE_LABELS = {
  calculation: 'The sentence was calculated again',
  further_charge: 'A further charge',
  recall: 'Recall',
  rotl: 'Release on temporary licence (ROTL)',
  friday_rule: 'It fell on a Friday or before a bank holiday',
  parole: 'A parole decision',
  court: 'A court decision',
  wrong: 'It was recorded wrongly',
  other: 'Another cause',
}
/** Why a release date moves with a change of status. */
export const STATUS_CAUSES: Readonly<Record<CustodyStatus, DateChangeCause>> = {
  sentenced: 'court',
  remand: 'further_charge',
  recall: 'recall',
}
export type DateChangeCause = keyof typeof DATE_CHANGE_CAUSE_LABELS
export const DATE_CHANGE_CAUSES = codesOf(DATE_CHANGE_CAUSE_LABELS)

/** Writes a prison number or CRN as it is kept: no spaces, capitals. */
export function tidyNumber(typed: string): string {
  return typed.replace(/\s+/g, '').toUpperCase()
}
