import type { DutyTold } from '~/domain/council/duties-told.server'
import type { EntryListed } from '~/domain/entry/entry.server'
import { releaseShown } from '~/domain/referral/disclosure/release-shown'
import { type Day, formatDayLong } from '~/domain/time/calendar'
import { entryLine } from '~/screens/our-services/page'

/** One release a council was told of, in words: nothing above tier 1. */
export function dutyLine({ reference, toldOn, team, teamPhone, ...release }: DutyTold, today: Day) {
  return {
    ...{ reference, team, teamPhone },
    release: release.releaseOn === null ? 'Not known' : releaseShown(release, 1, today),
    toldOn: toldOn === null ? 'Day not recorded' : formatDayLong(toldOn),
  }
}

/** One entry of a council's own: how it stands, when an editor checked it last, and what waits. */
export function ownEntry(entry: EntryListed, assuredOn: Day | null, isSaidWrong: boolean) {
  const { id, name, kind, standing, standingWords, missing } = entryLine(entry)
  return {
    ...{ id, name, kind, standing, standingWords },
    assured: assuredOn === null ? 'Not yet' : formatDayLong(assuredOn),
    waits: isSaidWrong ? 'Somebody says that something is wrong with it' : waitsWords(standing, missing),
  }
}

function waitsWords(standing: EntryListed['standing'], missing: string | null): string {
  if (standing === 'draft') return missing ? `To be sent to an editor: ${missing}` : 'To be sent to an editor'
  if (standing === 'waiting') return 'An editor reads it'
  return missing ?? 'Nothing'
}
