import type { KeptOpenBy } from '~/domain/organisation/organisations.server'
import { counted } from '~/domain/words/english'

/** What keeps an organisation open, and what to do first. */
export function keptOpenWords({ cases, services, people }: KeptOpenBy): string {
  const first = [
    [cases, `${counted(cases, 'open case')}: its officers hand them over to another prison, or close them`],
    [services, `${counted(services, 'service')} in the directory: close them first`],
    [people, `${counted(people, 'person', 'people')} with access: end their access first`],
  ] as const
  const words = first.filter(([many]) => many > 0).map(([, each]) => each)
  return `It cannot be closed yet. It has ${words.join('. It has ')}`
}
