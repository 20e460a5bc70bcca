import { z } from 'zod'
import { authorities, prisons } from '../area/region'
import { type EntryField, isOfWords } from '../entry/field'
import { entryForm } from '../entry/read-field'
import { sayField } from '../entry/say-field'
import type { TableWords } from '../record-change/change-words'
import { NOT_READABLE, READABLE } from '../words/readable'
import type { Day } from '../time/calendar'

/** What is asked of an organisation. Safe for the browser. */

export const ORGANISATION_KINDS = {
  provider: 'A provider',
  council: 'A council',
  prison: 'A prison’s resettlement team',
  commissioner: 'A commissioner',
  region: 'The region’s own team',
} as const
type OrganisationKind = keyof typeof ORGANISATION_KINDS

const AUTHORITIES = Object.fromEntries(authorities.map(({ code, name }) => [code, name]))
const PRISONS = Object.fromEntries(prisons.map(({ code, name }) => [code, name]))

/** Kept by its own manager or officer, and by editors and administrators. */
export const OWN_FIELDS: readonly EntryField[] = [
  { name: 'name', label: 'Name', kind: 'line', most: 160, missing: 'Enter the name of the organisation' },
  { name: 'phone', label: 'Phone', kind: 'line', type: 'tel', most: 40 },
  {
    name: 'teamEmail',
    label: 'Address of the whole team',
    hint: 'Mail goes there as well as to whoever wrote',
    kind: 'line',
    type: 'email',
    most: 200,
  },
  {
    name: 'lawfulBasis',
    label: 'Lawful basis',
    hint: 'Why it may hold what it reads of people, in its own words',
    kind: 'lines',
    most: 1000,
  },
]

/** Said by editors and administrators alone. */
export const REGION_FIELDS: readonly EntryField[] = [
  { name: 'authorityCode', label: 'Authority, of a council', kind: 'one', choices: AUTHORITIES },
  { name: 'prisonCode', label: 'Prison, of a resettlement team', kind: 'one', choices: PRISONS },
]

const KIND: EntryField = {
  name: 'kind',
  label: 'What is it?',
  kind: 'one',
  choices: ORGANISATION_KINDS,
  missing: 'Choose what it is',
}
export const NEW_FIELDS: readonly EntryField[] = [KIND, ...OWN_FIELDS, ...REGION_FIELDS]

export interface OrganisationAnswers {
  name: string
  phone: string | null
  teamEmail: string | null
  lawfulBasis: string | null
  authorityCode?: string | null
  prisonCode?: string | null
  kind?: OrganisationKind
}

/** Reads the form of an organisation. */
export function organisationForm(fields: readonly EntryField[], today: Day) {
  return entryForm(fields, today)
    .extend({ sameName: z.string().optional() })
    .transform(answers => answers as unknown as OrganisationAnswers & { sameName?: string })
    .superRefine(({ kind, authorityCode, prisonCode }, context) => {
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (kind === 'council' && !authorityCode) refuse('authorityCode', 'Choose the authority of the council')
      if (kind === 'prison' && !prisonCode) refuse('prisonCode', 'Choose the prison')
    })
}

export const APPLY_THROTTLED = 'Too much was sent from here. Wait 15 minutes, then send it again'

/** What may apply. */
export const APPLICANT_KINDS = { provider: ORGANISATION_KINDS.provider, council: ORGANISATION_KINDS.council }

/** What applies for an organisation, signed out. */
export const applicationForm = z
  .object({
    name: z
      .string('Enter the name of your organisation')
      .max(160, 'Write 160 characters or fewer')
      .regex(READABLE, NOT_READABLE),
    kind: z.enum(['provider', 'council'], 'Choose whether you are a provider or a council'),
    authorityCode: z.enum(Object.keys(AUTHORITIES), 'Choose one of the authorities').optional(),
    runs: z.string('Say what you run').max(1000, 'Write 1000 characters or fewer'),
    applicantName: z
      .string('Enter your name')
      .max(120, 'Write 120 characters or fewer')
      .regex(READABLE, NOT_READABLE),
    applicantEmail: z.email('Enter your email address at work, like name@example.org'),
    applicantPhone: z.string().max(40, 'Write 40 characters or fewer').optional(),
    sameName: z.string().max(160).optional(),
  })
  .superRefine(({ kind, authorityCode }, context) => {
    if (kind === 'council' && authorityCode === undefined)
      context.addIssue({
        code: 'custom',
        path: ['authorityCode'],
        message: 'Choose the authority of your council',
      })
  })
export type ApplicationAnswers = z.output<typeof applicationForm>

/** The same as an editor corrects it, with what is kept with the decision. */
export const correctedForm = applicationForm.and(
  z.object({
    intent: z.literal('correct'),
    words: z.string().max(1000, 'Write 1000 characters or fewer').optional(),
  }),
)
export type ApplicationCorrected = Omit<z.output<typeof correctedForm>, 'intent' | 'sameName'>

export const AUTHORITY_CHOICES: Readonly<Record<string, string>> = AUTHORITIES

const COLUMNS = {
  name: 'name',
  phone: 'phone',
  teamEmail: 'team_email',
  lawfulBasis: 'lawful_basis',
  authorityCode: 'authority_code',
  prisonCode: 'prison_code',
} as const

/** How its history is said. */
export const ORGANISATION_WORDS: TableWords = {
  row: () => 'The organisation',
  words: Object.fromEntries(
    OWN_FIELDS.filter(isOfWords).map(field => [COLUMNS[field.name as keyof typeof COLUMNS], field.label]),
  ),
  columns: {
    ...Object.fromEntries(
      [...OWN_FIELDS, ...REGION_FIELDS].map(field => [
        COLUMNS[field.name as keyof typeof COLUMNS],
        { label: field.label, say: (kept: unknown) => sayField(field, kept) },
      ]),
    ),
    closed_at: { tell: (_before: unknown, after: unknown) => (after ? 'Closed' : 'Open again') },
  },
}
