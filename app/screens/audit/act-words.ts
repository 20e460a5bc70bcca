import { STEP_EVENTS } from '~/domain/nomination/lifecycle'
import { LIFECYCLE } from '~/domain/referral/lifecycle'

/** Acts by their codes in the audit, in words that go on with what they were done to: "… C-1024". */
const ACTS: Readonly<Record<string, string>> = {
  'case.read': 'read a case with the person’s name',
  'case.list': 'read the names in the team’s list',
  'case.create': 'made a case',
  'case.facts': 'saved answers of a case',
  'case.check': 'recorded a check of a case',
  'case.move_release_date': 'moved the release date of a case',
  'case.close': 'closed a case',
  'case.reopen': 'reopened a case',
  'case.search': 'searched for a case',
  'case.decide_again': 'was decided again',
  'case.own_match': 'was looked for by the service itself',
  'case.shortlist_add': 'put a service on a shortlist',
  'case.shortlist_note': 'wrote a note on a shortlist',
  'case.shortlist': 'read a shortlist with the person’s name',
  'case.shortlist_remove': 'took a service off a shortlist',
  'case.shortlist_strike': 'struck a note out of a shortlist',
  'case.decide': 'decided services for a case',
  'case.nobody_fits': 'sent a case to the coordinator',
  'case.nominate_refused': 'recorded a no to a nomination',
  'case.nominate': 'nominated for a programme',
  'register.add': 'wrote an entry of the register',
  'register.change': 'changed an entry of the register',
  'register.strike': 'struck words out of the register',
  'threshold.set': 'set a threshold',
  'threshold.strike': 'struck a threshold',
  'threshold.strike_reason': 'struck the reason out of a threshold',
  'release_list.apply': 'took over changes of a release list',
  'referral.submit': 'sent a referral',
  'referral.read': 'read a referral',
  'referral.list': 'read the names in a list of referrals',
  'nomination.read': 'read a nomination',
  'service.confirm_vacancies': 'confirmed the vacancies of a service',
  'service.take_bedspace': 'took a bedspace for another route',
  'service.add_void': 'added a void',
  'service.change_stay': 'changed a stay',
  'service.release_claim': 'ended a claim',
  'service.set_free_count': 'set how many are free',
  'session.sign-in': 'signed in',
  'session.sign-out': 'signed out',
  'session.refused': 'was refused at signing in',
  'setting.set': 'set a setting',
  'setting.strike': 'struck a setting',
  'audit.read': 'read the audit',
}

const STEP_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(STEP_EVENTS).map(([event, { said }]) => [event, `“${said}” on a nomination`]),
)

/** The words of an act; one that has none yet is said by its code. */
export function actWords(code: string): string {
  return ACTS[code] ?? pressed(code) ?? code.replaceAll(/[._-]/g, ' ')
}

/** An event of a referral or a nomination, by the words on its button. */
function pressed(code: string): string | null {
  const [kind, event = ''] = code.split('.')
  if (kind === 'nomination') return STEP_WORDS.get(event) ?? null
  const row = kind === 'referral' ? LIFECYCLE.find(each => each.event === event) : undefined
  return row ? `“${row.wording}” on a referral` : null
}
