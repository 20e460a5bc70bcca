import { GROUP_ROWS } from '../eligibility/only-for-groups'
import type { Policy } from '../eligibility/policy'
import { AUDIENCE_LABELS, DELIVERED_IN_LABELS, PROGRAMME_TYPE_LABELS } from '../programme/programme'
import { type Pathway, pathwayLabel } from '../service/pathway'
import type { ServiceKind } from '../service/service-kind'
import { KIND_NAMES, PATHWAY_NAMES } from './everyday-names'
import type { DocumentRow } from './document-rows.server'
import { professionalTags } from './service-tags'

type Worded = Pick<
  DocumentRow,
  | 'kind'
  | 'pathways'
  | 'audience'
  | 'languages'
  | 'staffing'
  | 'wheelchair'
  | 'roomTypes'
  | 'programmeType'
  | 'audiences'
  | 'deliveredIn'
>

const ROOM_WORDS: Readonly<Record<string, string>> = {
  self_contained: 'own room, own front door, self-contained flat, bedsit',
  shared: 'room in a shared house, shared kitchen',
  family: 'family rooms, rooms for a parent with children',
}
const SEX_WORDS = {
  women: 'women only, female, ladies',
  men: 'men only, male',
  mixed: 'women and men, mixed',
}
const TAKES_CHILDREN = ['live_in', 'case_by_case']

/** What a policy takes, by its tag. What it refuses is in no text: a search for it would find who refuses it. */
const POLICY_WORDS: Readonly<Record<string, string>> = {
  'ost:yes':
    'methadone, script, prescription, OST, opioid substitution treatment, buprenorphine, subutex, espranor',
  'active_use:yes': 'active drug use, still using, using drugs, drinking',
  'nrpf:accepts': 'no recourse to public funds, NRPF',
  'nrpf:funded_only': 'no recourse to public funds, NRPF, funded',
  'curfew:yes': 'tag, tagged, curfew, electronic monitoring, HDC, home detention curfew',
  'injecting:yes': 'injecting',
  'arson:considered': 'arson, fire setting',
  'sexual_offence:considered': 'sexual offences, sex offenders',
}

/** The texts of a service's document that are looked for and never shown: its facts in the words people type. */
export function serviceWords(row: Worded, policy: Policy) {
  return {
    everydayNames: [KIND_NAMES[row.kind as ServiceKind], labelOf(PROGRAMME_TYPE_LABELS, row.programmeType)]
      .filter(Boolean)
      .join('. '),
    helpsWith: [...row.pathways.flatMap(pathwayWords), ...factWords(policy)].join('. '),
    forWhom: [
      row.audience ?? '',
      policy.sex === null ? '' : SEX_WORDS[policy.sex],
      ...(policy.onlyFor ?? []).map(group => GROUP_ROWS[group].people),
      ...(row.audiences ?? []).map(each => labelOf(AUDIENCE_LABELS, each)),
    ]
      .filter(Boolean)
      .join('. '),
    languagesAndAccess: [
      ...(row.languages ?? []),
      row.wheelchair === true ? 'wheelchair access, step free, accessible' : '',
      ...row.roomTypes.map(type => ROOM_WORDS[type] ?? ''),
      row.staffing ? `staffed ${row.staffing}` : '',
      ...(row.deliveredIn ?? []).map(each => labelOf(DELIVERED_IN_LABELS, each)),
    ]
      .filter(Boolean)
      .join('. '),
    policyWords: professionalTags(policy)
      .map(tag => POLICY_WORDS[tag] ?? '')
      .join('. '),
  }
}

function pathwayWords(code: string): string[] {
  return [pathwayLabel(code), PATHWAY_NAMES[code as Pathway] ?? '']
}

/** What somebody signed out may know of a policy, where it is a yes. */
function factWords({ children, couple, pets, peopleFromPrison, pregnancy }: Policy): string[] {
  return [
    children !== null && TAKES_CHILDREN.includes(children.rule) ? 'takes children, kids welcome' : '',
    couple === 'yes' ? 'takes couples, partners' : '',
    pets === 'yes' ? 'takes pets, dogs and cats welcome' : '',
    pets === 'assistance_only' ? 'assistance dogs' : '',
    peopleFromPrison === 'yes' ? 'takes people from prison, prison leavers, ex-offenders' : '',
    pregnancy === null ? '' : 'pregnant women, pregnancy',
  ].filter(words => words !== '')
}

function labelOf(labels: Readonly<Record<string, string>>, code: string | null): string {
  return code === null ? '' : (labels[code] ?? '')
}
