import { authorityName } from '~/domain/area/region'
import type { applicationOf, findApplication } from '~/domain/organisation/applications.server'
import { refusalWords } from '~/domain/organisation/refusal-reasons'
import { formatInstant } from '~/domain/time/calendar'

type Application = NonNullable<Awaited<ReturnType<typeof findApplication>>>
type Applicant = NonNullable<Awaited<ReturnType<typeof applicationOf>>>

/** Who applied, and how they are reached: as long as the application is kept, decided or not. */
export function applicantRows({ applicantName, applicantEmail, applicantPhone, createdAt }: Applicant) {
  return [
    { key: 'Who applied', value: applicantName },
    { key: 'Email', value: applicantEmail },
    { key: 'Phone', value: applicantPhone ?? 'Not stated' },
    { key: 'When', value: formatInstant(createdAt) },
  ]
}

/** What was said of the organisation, and by whom. */
export function applicationRows(application: Application) {
  const { kind, authorityCode, runs } = application
  return [
    {
      key: 'What it is',
      value: kind === 'council' ? `A council: ${authorityName(authorityCode ?? '')}` : 'A provider',
    },
    { key: 'What it runs', value: runs },
    ...applicantRows(application),
  ]
}

/** How it was decided, when and by whom; null of one that waits. */
export function decisionRows({ decision, decidedAt, decidedByName, reason, words }: Application) {
  if (decision === null || decidedAt === null) return null
  const said = refusalWords(reason)
  return [
    { key: 'Decision', value: decision === 'approved' ? 'Approved' : 'Refused' },
    { key: 'Decided', value: `${formatInstant(decidedAt)}, ${decidedByName ?? 'by somebody who is gone'}` },
    ...(said ? [{ key: 'What whoever applied is told', value: said }] : []),
    ...(words ? [{ key: 'Kept here', value: words }] : []),
  ]
}

/** What the form that corrects it starts from. */
export function startOf({ name, kind, runs, applicantName, applicantEmail, ...blank }: Application) {
  const { authorityCode, applicantPhone, words } = blank
  const given = { name, kind, runs, applicantName, applicantEmail }
  return {
    ...given,
    authorityCode: authorityCode ?? '',
    applicantPhone: applicantPhone ?? '',
    words: words ?? '',
  }
}
