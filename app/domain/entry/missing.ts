import type { PartName } from './parts'

/** What an entry needs before an editor is asked to look at it. Safe for the browser. */

interface EntryNeed {
  say: string
  part: PartName | 'policy'
  isMet: (entry: Readonly<Record<string, unknown>>) => boolean
}

const NEEDS: readonly EntryNeed[] = [
  { say: 'Say what it is', part: 'basics', isMet: ({ summary }) => Boolean(summary) },
  { say: 'Tick the areas it covers', part: 'where', isMet: ({ areas }) => hasSome(areas) },
  { say: 'Tick the pathways it serves', part: 'where', isMet: ({ pathways }) => hasSome(pathways) },
  {
    say: 'Give a phone number or an email address',
    part: 'contact',
    isMet: ({ phone, email }) => Boolean(phone ?? email),
  },
  {
    say: 'Say how somebody is referred, as it is not done here',
    part: 'contact',
    isMet: ({ referralRoute, referralRouteReason }) =>
      referralRoute !== 'elsewhere' || Boolean(referralRouteReason),
  },
  {
    say: 'Choose what type of programme it is',
    part: 'programme',
    isMet: ({ isProgramme, type }) => !isProgramme || Boolean(type),
  },
  {
    say: 'Say whom it takes',
    part: 'policy',
    isMet: ({ isHome, hasPolicy }) => !isHome || Boolean(hasPolicy),
  },
]

/** What is missing, in the order of the page; nothing where it can be sent. */
export function missingOf(
  entry: Readonly<Record<string, unknown>>,
): { say: string; part: PartName | 'policy' }[] {
  return NEEDS.filter(need => !need.isMet(entry)).map(({ say, part }) => ({ say, part }))
}

function hasSome(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0
}
