/**
 * Every table of the database, and when what it keeps is deleted (product.md, "Retention"). tests/guards/kept-tables.test.ts holds it against
 * the database: a table without a row here fails, and so does one that belongs to a case and does not go with it. Safe for the browser.
 */

/** When rows go, and why they are kept as long. */
type End =
  // With the case: so many months after it closed (the setting keep_case), never before day 91 is known or due.
  | 'case'
  // So many months after the referral closed (the setting keep_referral), or with its case.
  | 'referral'
  // As long after the day of the list as a case after it closed, once nobody on it has a case.
  | 'list'
  // After so many years (the setting keep_audit).
  | 'audit'
  // After as many years as the audit, which is read by it: a reference, organisations and days, nobody’s name.
  | 'past'
  // So many months after it was answered or taken back, or its service closed (the setting keep_entry_note).
  | 'note'
  // Within hours or days, once it has done its service (app/server/work/tidy.ts).
  | 'soon'
  // A year after it was decided, used, taken back or over (app/server/work/tidy.ts).
  | 'year'
  // Never: codes and days of an episode, without name, number or words, which figures of later years need.
  | 'figures'
  // While somebody works with the service, and as long as what they did is told.
  | 'colleague'
  // Never: it says nothing of anybody in prison.
  | 'nobody'

export interface KeptTable {
  ends: End
  /** What a row is, as the export calls it. */
  what: string
}

const nobody = (what: string): KeptTable => ({ ends: 'nobody', what })
const colleague = (what: string): KeptTable => ({ ends: 'colleague', what })
const year = (what: string): KeptTable => ({ ends: 'year', what })
const ofCase = (what: string): KeptTable => ({ ends: 'case', what })
const ofReferral = (what: string): KeptTable => ({ ends: 'referral', what })

export const KEPT_TABLES: Readonly<Record<string, KeptTable>> = {
  person_case: ofCase('The case'),
  case_identity: ofCase('Who the case is of'),
  case_key: ofCase('The key under which words of the case are sealed'),
  case_custody: ofCase('Custody and release'),
  case_triage: ofCase('Answers a provider’s triage may read'),
  case_needs: ofCase('Answers about needs'),
  case_safety: ofCase('Answers about safety and risk'),
  case_topic: ofCase('Topics that were answered'),
  case_carried: ofCase('Answers carried over from an earlier case'),
  case_change: ofCase('What the case said before it was corrected'),
  case_closing: ofCase('Closings of the case'),
  case_hand_over: ofCase('Hand-overs to another prison'),
  case_name_mark: ofCase('Marks by which the team finds the case by name'),
  case_reader: ofCase('Who may read the case'),
  case_search: ofCase('Searches made for the case'),
  struck_words: ofCase('Words that were struck out: who and when'),
  case_shortlist: ofCase('The shortlist'),
  case_shortlist_note: ofCase('Notes on the shortlist'),
  release_date_change: ofCase('Moves of the release date'),
  outcome_check: ofCase('Checks'),
  own_match: ofCase('What the service itself found for her'),
  nobody_fits: ofCase('Put down that nobody fits'),
  nobody_fits_answer: ofCase('Answers of the coordinator'),
  nobody_fits_end_change: ofCase('What was said before of how it ended'),
  nomination: ofCase('Nominations to family programmes'),
  nomination_step: ofCase('Steps of nominations'),
  message: ofCase('Messages to colleagues, by template'),
  referral: ofCase('Referrals'),
  referral_party: ofCase('Organisations that are party to a referral'),
  referral_history: ofCase('What happened to referrals'),
  referral_claim: ofCase('Bedspaces held by referrals'),
  offer: ofCase('Offers'),
  placement: ofCase('Stays'),
  referral_note: ofReferral('Words written with a referral'),
  referral_decision: ofReferral('What the rules said when a referral was sent, by tier'),
  referrer_decision: ofReferral('What the rules said, as the officer read it'),
  referral_change: ofReferral('What changed since a referral was sent'),
  referral_change_detail: ofReferral('What changed, in words'),
  referral_change_fact: ofReferral('Which answers changed'),
  referral_late_told: ofReferral('Who was told that a step is late'),
  policy_change_waiting: ofReferral('Policies to be compared with a referral'),

  release_list_entry: { ends: 'list', what: 'Entries of a prison’s release list' },
  audit_entry: { ends: 'audit', what: 'Who read and did what' },
  past_case: { ends: 'past', what: 'Cases that were deleted' },
  past_referral: { ends: 'past', what: 'Referrals that were deleted' },
  episode: { ends: 'figures', what: 'The episode as figures count it' },
  episode_referral: { ends: 'figures', what: 'Its referrals as figures count them' },
  programme_episode: { ends: 'figures', what: 'The episode as figures of family programmes count it' },

  session: { ends: 'soon', what: 'Sessions, a day after their end' },
  kept_form: { ends: 'soon', what: 'Forms that came too late, for the hours of the setting keep_posts' },
  idempotency_key: { ends: 'soon', what: 'Forms that were sent, for two days, by which none is done twice' },
  index_change: { ends: 'soon', what: 'Services to be read again by the search' },
  throttle: { ends: 'soon', what: 'Counts of attempts to sign in' },

  person: colleague('Colleagues'),
  membership: colleague('What a colleague may do where'),
  account_change: colleague('What a colleague’s account said before'),
  cover: colleague('Who acts for whom'),
  invitation: year('Invitations'),
  email_change: year('New addresses, to be confirmed'),
  password_reset: year('Asked for a new password'),
  second_factor: colleague('Second factors'),
  recovery_code: colleague('Recovery codes'),
  confirmation_link: colleague('Links in reminders'),
  organisation_application: year('Applications of organisations'),

  organisation: nobody('Organisations'),
  service: nobody('Services'),
  service_area: nobody('Areas of services'),
  service_pathway: nobody('Pathways of services'),
  service_policy: nobody('Policies'),
  service_vacancy: nobody('When vacancies were confirmed'),
  site: nobody('Sites'),
  confidential_site: nobody('Hidden places'),
  confidential_site_change: nobody('What hidden places were before'),
  hidden_strike: nobody('Who struck old words of hidden places out, when and why'),
  entry_review: nobody('Approvals of entries'),
  entry_note: { ends: 'note', what: 'Notes that something is wrong with an entry' },
  record_change: nobody('What entries were before'),
  policy_change: nobody('What policies were before'),
  programme: nobody('Programmes'),
  cohort: nobody('Runs of programmes'),
  funding_told: nobody('Funding that ends, and who was told'),
  bedspace: nobody('Rooms and beds'),
  bedspace_claim: nobody('Days on which a bed was taken, without saying by whom'),
  claim_change: nobody('What claims were before'),
  bed_night: nobody('Beds counted by night'),
  supply_reading: nobody('Supply read by night'),
  publication: nobody('Publications'),
  publication_left_out: nobody('Tables left out of publications'),
  published_figure: nobody('Published figures'),
  register_entry: nobody('The register of gaps and actions'),
  register_version: nobody('What the register says and said'),
  indicator_threshold: nobody('Thresholds'),
  setting_value: nobody('Settings'),
  kysely_migration: nobody('Changes of the database'),
  kysely_migration_lock: nobody('That one changes the database at a time'),
}
