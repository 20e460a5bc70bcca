import type { SignedInViewer } from '@db/viewer'
import { ROLE_NAMES } from '~/domain/account/account'
import { AUDIT_KINDS } from '~/domain/audit/audit-actions'
import {
  auditedPeople,
  auditForFile,
  type AuditLine,
  FILE_LENGTH,
  readAudit,
} from '~/domain/audit/read-audit.server'
import type { DomainContext } from '~/domain/context'
import { pageWords } from '~/domain/list/paging'
import { csvText, type CsvValue } from '~/domain/sheet/csv'
import { formatInstant, londonDay } from '~/domain/time/calendar'
import { labelOf } from '~/domain/words/codes'
import { actWords } from './act-words'
import { askedParams, readAsked } from './asked'

/** One page of the audit as the address asks for it. What makes no sense asks for nothing: no line is read under it. */
export async function auditFor(app: DomainContext, viewer: SignedInViewer, params: URLSearchParams) {
  const read = readAsked(params, londonDay(app.clock()))
  const people = await auditedPeople(app.db, viewer)
  const found = read.problems.length > 0 ? null : await readAudit(app.db, viewer, read.asked, read.page)
  return {
    typed: read.typed,
    problems: read.problems,
    people: people.map(({ id, name, organisationName }) => ({
      value: id,
      text: `${name}, ${organisationName}`,
    })),
    kinds: Object.entries(AUDIT_KINDS).map(([value, { words }]) => ({ value, text: words })),
    lines: found?.lines.map(lineShown) ?? [],
    isNothing: found?.lines.length === 0,
    words: found && pageWords(found.paging, found.lines.length),
    paging: found && { page: found.paging.page, pages: found.paging.pages },
    fileHref: `/administration/audit.csv${askedParams(read.typed)}`,
  }
}

export type AuditPage = Awaited<ReturnType<typeof auditFor>>

function lineShown({
  id,
  happenedAt,
  action,
  subjectName,
  personId,
  personName,
  organisationName,
}: AuditLine) {
  return {
    id,
    at: happenedAt.toISOString(),
    when: formatInstant(happenedAt),
    who: personName ?? 'The service',
    organisation: organisationName,
    did: actWords(action),
    what: subjectName,
    personHref: personId && `/administration/audit?person=${personId}`,
  }
}

const HEADINGS = ['When', 'Who', 'Organisation', 'Role', 'Did', 'Of what', 'Code']

/** The same as a file; null where the question makes no sense. */
export async function auditFileFor(
  app: DomainContext,
  viewer: SignedInViewer,
  params: URLSearchParams,
): Promise<string | null> {
  const { asked, problems } = readAsked(params, londonDay(app.clock()))
  if (problems.length > 0) return null
  const { lines, isCut } = await auditForFile(app.db, viewer, asked)
  const rows = lines.map((line): CsvValue[] => [
    line.happenedAt.toISOString(),
    line.personName ?? 'The service',
    line.organisationName,
    line.role && labelOf(ROLE_NAMES, line.role),
    actWords(line.action),
    line.subjectName,
    line.action,
  ])
  const cut: CsvValue[][] = isCut
    ? [[`Only the latest ${FILE_LENGTH} lines are here: ask for fewer days`]]
    : []
  return csvText([HEADINGS, ...rows, ...cut])
}
