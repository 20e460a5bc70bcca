import { STEP_EVENTS } from '~/domain/nomination/lifecycle'
import { LIFECYCLE } from '~/domain/referral/lifecycle'

/** Acts by their codes in the audit, in words that go on with what they were done to: "… C-1024". */
const ACTS: Readonly<Record<string, string>> = {
  'case.read': 'read a case with the person’s name',
  'case.list': 'read the names in the team’s list',
  'case.create': 'made a case',
  'case.facts': 'saved answers of a case',
  'case.check': 'recorded a check of a case',
  'case.check.relabel': 'said anew why an answer of a check no longer stands',
  'case.move_release_date': 'moved the release date of a case',
  'case.close': 'closed a case',
  'case.reopen': 'reopened a case',
  'case.search': 'searched for a case',
  'case.decide_again': 'decided again, for a case',
  'case.own_match': 'looked for places by itself, for a case',
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
  'case.find': 'read the names of cases found by name or number',
  'person.look_up': 'looked up by a number what is held on somebody',
  'case.export': 'read everything held on the person of a case',
  'case.correct_person': 'corrected who a case is of',
  'case.change_status': 'changed the status of a case',
  'case.correct_closing': 'corrected why a case was closed',
  'case.hand_over': 'handed a case over',
  'case.carry': 'carried answers over to a case',
  'case.drop_carried': 'dropped answers carried over',
  'case.known_elsewhere': 'was told that another prison has a case',
  'case.strike': 'struck words out of a case’s history',
  'case.nobody_fits_sent': 'sent a case to the coordinator',
  'case.nobody_fits_answer': 'answered a case as coordinator',
  'case.nobody_fits_end_corrected': 'put right how a case left the coordinator’s queue',
  'case.nobody_fits_taken_back': 'took a case back from the coordinator',
  'entry_note.strike': 'struck words out of a note about an entry',
  'entry.add': 'began an entry',
  'entry.change': 'changed an entry',
  'entry.strike': 'struck old words out of a history',
  'entry.review_words': 'worded anew what an editor decided of an entry',
  'entry.review_strike': 'struck out what an editor wrote of an entry',
  'entry.review_take_back': 'took back what an editor decided of an entry',
  'entry.review': 'decided an entry as editor',
  'hidden_place.read': 'read a hidden place',
  'hidden_place.strike': 'struck old words out of the history of hidden places',
  'import.apply': 'took a file over',
  'invitation.send': 'invited somebody',
  'invitation.use': 'joined by an invitation',
  'invitation.withdraw': 'withdrew an invitation',
  'invitation.by-command': 'was invited by the operator',
  'membership.role': 'changed what somebody may do',
  'membership.end': 'ended somebody’s access',
  'person.rename': 'corrected a colleague’s name',
  'organisation.add': 'added an organisation',
  'organisation.change': 'changed an organisation',
  'organisation.close': 'closed an organisation',
  'organisation.open': 'opened an organisation again',
  'organisation.decide': 'decided an application',
  'password.ask-reset': 'asked to reset a password',
  'password.reset': 'reset a password',
  'password.change': 'changed a password',
  'cover.say': 'said who acts while away',
  'cover.take-back': 'took back who acts while away',
  'service.add_rooms': 'added rooms',
  'service.change_room': 'changed a room',
  'service.close_room': 'closed a room',
  'service.reopen_room': 'reopened a room',
  'service.count_rooms': 'made a count of a list of rooms',
  'service.list_rooms': 'made a list of a count',
  'service.import_rooms': 'took rooms over from a file',
  'service.set_beds': 'set how many beds there are',
  'service.edit_claim': 'changed a claim',
  'service.take_back': 'took a claim back',
  'service.state_policy': 'stated a policy',
  'service.verify_policy': 'verified a policy',
  'session.act-for': 'chose which organisation to act for',
  'session.end': 'ended a session',
  'session.end-others': 'ended the other sessions',
  'session.second-factor': 'gave the second factor',
  'session.second-factor-refused': 'was refused at the second factor',
  'entry_note.tell': 'told a provider that something is wrong with an entry',
  'organisation.correct-application': 'corrected an application',
  'password.make-link': 'made a link to choose a new password',
  'person.email': 'changed an email address',
  'setting.set': 'set a setting',
  'setting.strike': 'struck a setting',
  'audit.read': 'read the audit',
}

const STEP_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(STEP_EVENTS).map(([event, { said }]) => [event, `“${said}” on a nomination`]),
)

/** Whether an act has words of its own. */
export function hasWords(code: string): boolean {
  return Object.hasOwn(ACTS, code) || pressed(code) !== null
}

/** The words of an act; one that has none yet is said by its code. */
export function actWords(code: string): string {
  return (Object.hasOwn(ACTS, code) ? ACTS[code] : null) ?? pressed(code) ?? code.replaceAll(/[._-]/g, ' ')
}

/** An event of a referral or a nomination, by the words on its button. */
function pressed(code: string): string | null {
  const [kind, event = ''] = code.split('.')
  if (kind === 'nomination') return STEP_WORDS.get(event) ?? null
  const row = kind === 'referral' ? LIFECYCLE.find(each => each.event === event) : undefined
  return row ? `“${row.wording}” on a referral` : null
}
