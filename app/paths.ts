/** Every address of the site and the file that answers it, in the order of somebody's day; '' is the start page. */
export const PAGES = [
  ['', 'routes/home.tsx'],

  ['sign-in', 'routes/sign-in.tsx'],
  ['sign-in/second-factor', 'routes/sign-in/second-factor.tsx'],
  ['sign-out', 'routes/sign-out.tsx'],
  ['kept-form/:formId', 'routes/kept-form.tsx'],
  ['join/:token', 'routes/people/join.tsx'],
  ['reset-password', 'routes/account/reset-password.tsx'],
  ['reset-password/:token', 'routes/account/new-password.tsx'],
  ['account', 'routes/account/account.tsx'],
  ['account/password', 'routes/account/password.tsx'],

  ['people', 'routes/people/people.tsx'],
  ['people/invite', 'routes/people/invite.tsx'],
  ['people/:membershipId', 'routes/people/person.tsx'],

  ['account/second-factor', 'routes/account/second-factor.tsx'],
  ['account/second-factor/app', 'routes/account/factor-app.tsx'],
  ['account/second-factor/key', 'routes/account/factor-key.tsx'],
  ['account/second-factor/recovery-codes', 'routes/account/recovery-codes.tsx'],
  ['account/second-factor/:factorId', 'routes/account/factor.tsx'],
  ['account/sessions', 'routes/account/sessions.tsx'],
  ['people/:membershipId/second-factor', 'routes/people/reset-factor.tsx'],

  ['services', 'routes/services.tsx'],
  ['services/suggest', 'routes/service-suggest.ts'],
  ['services/pins', 'routes/map/service-pins.ts'],
  ['services/count', 'routes/public/service-count.ts'],
  ['services/:serviceId', 'routes/service.tsx'],
  ['family', 'routes/public/family.tsx'],
  ['helplines', 'routes/public/helplines.tsx'],
  ['professionals', 'routes/public/professionals.tsx'],
  ['api/v1/services', 'routes/api/services.ts'],
  ['api/v1/openapi.json', 'routes/api/openapi.ts'],
  ['supply', 'routes/supply.tsx'],
  ['supply.csv', 'routes/supply-csv.ts'],
  ['unmet-need', 'routes/unmet-need/latest.tsx'],
  ['unmet-need/methods', 'routes/unmet-need/methods.tsx'],
  ['unmet-need/traffic-light', 'routes/unmet-need/traffic-light.tsx'],
  ['unmet-need/traffic-light/:period', 'routes/unmet-need/traffic-light-period.tsx'],
  ['unmet-need/traffic-light/:period/report.csv', 'routes/unmet-need/traffic-light-csv.ts'],
  ['unmet-need/thresholds/:indicator', 'routes/unmet-need/threshold.tsx'],
  ['unmet-need/authorities/:code', 'routes/unmet-need/authority.tsx'],
  ['unmet-need/:period', 'routes/unmet-need/period.tsx'],
  ['unmet-need/:period/v/:version', 'routes/unmet-need/version.tsx'],
  ['unmet-need/:period/v/:version/figures.csv', 'routes/unmet-need/figures-csv.ts'],
  ['pathways', 'routes/reports/pathways.tsx'],
  ['pathways.csv', 'routes/reports/pathways-csv.ts'],
  ['families', 'routes/reports/families.tsx'],
  ['families.csv', 'routes/reports/families-csv.ts'],
  ['actions', 'routes/reports/actions.tsx'],
  ['actions.csv', 'routes/reports/actions-csv.ts'],
  ['actions/new', 'routes/reports/action-new.tsx'],
  ['actions/:entryId', 'routes/reports/action.tsx'],
  ['supply/:authorityCode/:column', 'routes/supply/cell.tsx'],
  ['messages', 'routes/messages.tsx'],
  ['administration', 'routes/administration/home.tsx'],
  ['administration/audit', 'routes/administration/audit.tsx'],
  ['administration/audit.csv', 'routes/administration/audit-csv.ts'],
  ['administration/silent', 'routes/administration/silent.tsx'],
  ['administration/settings', 'routes/administration/settings.tsx'],
  ['administration/settings/:setting', 'routes/administration/setting.tsx'],

  ['about', 'routes/public/about.tsx'],
  ['accessibility-statement', 'routes/public/accessibility-statement.tsx'],
  ['privacy', 'routes/public/privacy.tsx'],

  ['cases', 'routes/cases.tsx'],
  ['cases/new', 'routes/case-new.tsx'],
  ['cases/find', 'routes/case/find.tsx'],
  ['cases/release-list', 'routes/case/release-list.tsx'],
  ['cases/release-list/sample.csv', 'routes/case/release-list-sample.ts'],
  ['cases/:caseId', 'routes/case.tsx'],
  ['cases/:caseId/answers/:topic', 'routes/case-answers.tsx'],
  ['cases/:caseId/release-date', 'routes/case-release-date.tsx'],
  ['cases/:caseId/person', 'routes/case/person.tsx'],
  ['cases/:caseId/status', 'routes/case/status.tsx'],
  ['cases/:caseId/history', 'routes/case/history.tsx'],
  ['cases/:caseId/close', 'routes/case-close.tsx'],
  ['cases/:caseId/carried', 'routes/case/carried.tsx'],
  ['cases/:caseId/closing', 'routes/case/closing.tsx'],
  ['cases/:caseId/checks/:check', 'routes/case/check.tsx'],
  ['cases/:caseId/search', 'routes/case-search.tsx'],
  ['cases/:caseId/search/pins', 'routes/map/case-search-pins.ts'],
  ['cases/:caseId/search/count', 'routes/case/search-count.ts'],
  ['cases/:caseId/services/:serviceId', 'routes/case/service.tsx'],
  ['cases/:caseId/shortlist', 'routes/case/shortlist.tsx'],
  ['cases/:caseId/shortlist/:serviceId', 'routes/case/shortlisted.tsx'],
  ['cases/:caseId/nobody-fits', 'routes/case/nobody-fits.tsx'],
  ['cases/:caseId/refer/:serviceId', 'routes/case-refer.tsx'],
  ['cases/:caseId/nominate/:serviceId', 'routes/case/nominate.tsx'],

  ['referrals', 'routes/referrals.tsx'],
  ['referrals/:referralId', 'routes/referral.tsx'],
  ['referrals/:referralId/:event', 'routes/referral-event.tsx'],

  ['nominations', 'routes/nomination/nominations.tsx'],
  ['nominations/:nominationId', 'routes/nomination/nomination.tsx'],

  ['queue', 'routes/queue/queue.tsx'],
  ['queue/:caseId', 'routes/queue/entry.tsx'],

  ['today', 'routes/today.tsx'],
  ['inbox', 'routes/inbox.tsx'],
  ['vacancies', 'routes/vacancies.tsx'],
  ['vacancies/:bedspaceId/stay', 'routes/vacancy-stay.tsx'],
  ['vacancies/:bedspaceId/void', 'routes/vacancy-void.tsx'],
  ['vacancies/:serviceId/count', 'routes/vacancy-count.tsx'],
  ['occupancy', 'routes/room/occupancy.tsx'],
  ['vacancies/claims/:claimId', 'routes/room/claim.tsx'],
  ['vacancies/:bedspaceId/room', 'routes/room/room.tsx'],
  ['vacancies/:bedspaceId/close', 'routes/room/close.tsx'],

  ['our-services', 'routes/our/services.tsx'],
  ['our-services/new', 'routes/our/new.tsx'],
  ['our-services/:serviceId', 'routes/our/service.tsx'],
  ['our-services/:serviceId/entry/:part', 'routes/our/entry.tsx'],
  ['our-services/:serviceId/sites/:siteId', 'routes/our/site.tsx'],
  ['our-services/:serviceId/history', 'routes/our/history.tsx'],
  ['our-services/:serviceId/policy', 'routes/our-services/policy.tsx'],
  ['our-services/:serviceId/policy/:topic', 'routes/our-services/policy-topic.tsx'],
  ['our-services/:serviceId/rooms', 'routes/room/rooms.tsx'],
  ['our-services/:serviceId/rooms/add', 'routes/room/add.tsx'],
  ['our-services/:serviceId/rooms/beds', 'routes/room/beds.tsx'],
  ['our-services/:serviceId/rooms/names', 'routes/room/names.tsx'],
  ['our-services/:serviceId/rooms/count', 'routes/room/count.tsx'],
  ['verify/:token', 'routes/our-services/verify.tsx'],
  ['imports', 'routes/imports/imports.tsx'],
  ['imports/:what', 'routes/imports/import.tsx'],
  ['imports/:what/template.csv', 'routes/imports/template.ts'],
  ['exports/:file', 'routes/imports/export.ts'],
] as const satisfies readonly (readonly [path: string, file: string])[]

type Path = (typeof PAGES)[number][0]
type Param<Text extends string> = Text extends `${infer First}/${infer Rest}`
  ? Param<First> | Param<Rest>
  : Text extends `:${infer Name}`
    ? Name
    : never

/** The address of a page, its parts filled in: href('referrals/:referralId', { referralId }). */
export function href<Of extends Path>(path: Of, parts: Readonly<Record<Param<Of>, string>>): string {
  const filled = path
    .split('/')
    .map(part => (part.startsWith(':') ? parts[part.slice(1) as Param<Of>] : part))
  return `/${filled.join('/')}`
}
