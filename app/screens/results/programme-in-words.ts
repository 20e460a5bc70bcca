import { type Day, relativeDay } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import type { ProgrammeOnCard, RunOnCard } from '~/domain/programme/next-run'

/** A programme's run as a line of a card. `lastDay` is null where no run takes referrals. */
export interface RunInWords {
  run: string
  lastDay: string | null
}

/** 'Runs Tue 1 December to Thu 24 December (12 sessions in 4 weeks)', and until when somebody can be named for it. */
export function runInWords({ joining, run, ...size }: ProgrammeOnCard, today: Day): RunInWords {
  const length = lengthInWords(size)
  if (run === null) return { run: withLength(WITHOUT_A_RUN[joining], length), lastDay: null }
  const { startsOn, endsOn, lastReferralOn } = run
  const isOneDay = startsOn === endsOn
  return {
    run: isOneDay ? `Runs on ${dayOrYear(startsOn, today)}` : withLength(between(run, today), length),
    lastDay: `Last day to refer: ${dayOrYear(lastReferralOn, today)} (${relativeDay(lastReferralOn, today)})`,
  }
}

/** 'Join at any time' for no runs; nothing takes referrals where all have begun. */
const WITHOUT_A_RUN = {
  run: 'Ask when the next one starts',
  any_time: 'Join at any time',
  closed: 'No run takes referrals now: ask when the next one starts',
}

/** '4 of 10 places left', 'Full, 3 waiting': for professionals. */
export function placesInWords({ left, capacity, waiting }: RunOnCard): string {
  if (left > 0) return `${left} of ${capacity} places left`
  return waiting > 0 ? `Full, ${waiting} waiting` : 'Full'
}

function between({ startsOn, endsOn }: RunOnCard, today: Day): string {
  return `${startsOn < today ? 'Began' : 'Runs'} ${dayOrYear(startsOn, today)} to ${dayOrYear(endsOn, today)}`
}

function lengthInWords({ sessions, weeks }: Pick<ProgrammeOnCard, 'sessions' | 'weeks'>): string | null {
  if (sessions === null) return weeks === null ? null : counted(weeks, 'week')
  return weeks === null
    ? counted(sessions, 'session')
    : `${counted(sessions, 'session')} in ${counted(weeks, 'week')}`
}

function withLength(words: string, length: string | null): string {
  return length === null ? words : `${words} (${length})`
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
