import { formatDayLong } from '~/domain/time/calendar'
import { prisonName } from '~/domain/area/region'
import { pounds } from '~/domain/money/money'
import { yesNoOrBlank } from '~/domain/service/service'
import {
  AUDIENCE_LABELS,
  DELIVERED_IN_LABELS,
  PROGRAMME_FORMAT_LABELS,
  PROGRAMME_TYPE_LABELS,
  ROTL_NEED_LABELS,
} from '~/domain/programme/programme'
import type { ProgrammeShown } from '~/domain/programme/programme-queries.server'

type Labels = Readonly<Record<string, string>>

interface ProgrammeFact {
  key: string
  value: string
}

/** What a programme states, in words; what is blank is left out but for what a referrer must ask. Money is for professionals. */
export function programmeFacts(programme: ProgrammeShown, forProfessionals: boolean): ProgrammeFact[] {
  const p = programme
  const facts: [key: string, value: string | null][] = [
    ['Type', labelled(PROGRAMME_TYPE_LABELS, p.type)],
    ['For', listed(p.audiences.map(each => labelled(AUDIENCE_LABELS, each)))],
    ['Delivered', listed(p.deliveredIn.map(each => labelled(DELIVERED_IN_LABELS, each)))],
    ['Prisons', listed(p.prisonCodes.map(prisonName))],
    ['Takes people on remand', yesNoOrBlank(p.takesRemand)],
    ['Shortest stay needed', p.minimumStayWeeks === null ? 'Not stated' : `${p.minimumStayWeeks} weeks`],
    ['Length', lengthOf(p)],
    ['Format', p.format && labelled(PROGRAMME_FORMAT_LABELS, p.format)],
    ['Language and literacy', p.languageAndLiteracy],
    ['Clearance for contact with children', yesNoOrBlank(p.childContactClearance)],
    ['Release on temporary licence (ROTL)', rotlOf(p)],
    ['Travel and crèche', p.travelAndCreche],
    ['What it aims for', p.intendedOutcomes],
    ['How that is measured', p.outcomeMeasure],
    ...(forProfessionals ? fundingFacts(p) : []),
  ]
  return facts.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

function fundingFacts(p: ProgrammeShown): [key: string, value: string | null][] {
  const from = p.fundingStartsOn && `from ${formatDayLong(p.fundingStartsOn)}`
  const to = p.fundingEndsOn && `until ${formatDayLong(p.fundingEndsOn)}`
  return [
    ['Funder', p.funder ?? 'Not stated'],
    ['Funded', [from, to].filter(Boolean).join(' ') || 'Dates not stated'],
    ['Renewal', p.fundingRenewal],
    ['Cost per place', p.costPerPlacePence === null ? null : pounds(p.costPerPlacePence)],
  ]
}

function lengthOf({ sessions, weeks }: ProgrammeShown): string | null {
  const parts = [sessions && `${sessions} sessions`, weeks && `over ${weeks} weeks`].filter(Boolean)
  return parts.length === 0 ? null : parts.join(' ')
}

function rotlOf({ rotl, rotlLicence }: ProgrammeShown): string | null {
  if (rotl === null) return 'Not stated'
  return [labelled(ROTL_NEED_LABELS, rotl), rotlLicence].filter(Boolean).join(': ')
}

function listed(words: readonly string[]): string | null {
  return words.length === 0 ? 'Not stated' : words.join(', ')
}

function labelled(labels: Labels, code: string): string {
  return labels[code] ?? code
}
