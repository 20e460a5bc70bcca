import { AUDIT_KINDS, type AuditKind } from '~/domain/audit/audit-actions'
import type { AuditAsked } from '~/domain/audit/read-audit.server'
import type { Day } from '~/domain/time/calendar'
import { writtenDay } from '~/domain/time/day-field'

interface Problem {
  field: 'from' | 'until' | 'reference'
  message: string
}

/** What the address asks of the audit, and what of it makes no sense; that is left out. */
export interface ReadAsked {
  asked: AuditAsked
  /** As typed, to be drawn again. */
  typed: { reference: string; person: string; kind: string; from: string; until: string }
  problems: Problem[]
  page: number
}

const REFERENCE = /^[CR]-\d{1,9}$/i
const ID = /^[0-9a-f-]{36}$/

/** Reads the address: references, ids and days alone stand in it, never a name. */
export function readAsked(params: URLSearchParams, today: Day): ReadAsked {
  const typed = {
    reference: params.get('reference')?.trim() ?? '',
    person: params.get('person') ?? '',
    kind: params.get('kind') ?? '',
    from: params.get('from')?.trim() ?? '',
    until: params.get('until')?.trim() ?? '',
  }
  const problems: Problem[] = []
  const day = (field: 'from' | 'until') => {
    if (typed[field] === '') return null
    const read = writtenDay('auditDay', { today }).safeParse(typed[field])
    if (read.success) return read.data
    problems.push({ field, message: read.error.issues[0]?.message ?? 'Enter a real date' })
    return null
  }
  const isReference = REFERENCE.test(typed.reference)
  if (typed.reference !== '' && !isReference)
    problems.push({
      field: 'reference',
      message: 'Enter the reference of a case or a referral, such as C-1024 or R-2048',
    })
  const asked = {
    reference: isReference ? typed.reference.toUpperCase() : null,
    personId: ID.test(typed.person) ? typed.person : null,
    kind: Object.hasOwn(AUDIT_KINDS, typed.kind) ? (typed.kind as AuditKind) : null,
    from: day('from'),
    until: day('until'),
  }
  if (asked.from !== null && asked.until !== null && asked.until < asked.from)
    problems.push({ field: 'until', message: 'The last day must not come before the first' })
  const page = Number(params.get('page') ?? '1')
  return { asked, typed, problems, page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1 }
}

/** The address of a page of the same question. */
export function askedParams(typed: ReadAsked['typed'], page?: number): string {
  const given = Object.entries(typed).filter(([, value]) => value !== '')
  const params = new URLSearchParams(given)
  if (page !== undefined && page > 1) params.set('page', String(page))
  return params.size === 0 ? '' : `?${params.toString()}`
}
