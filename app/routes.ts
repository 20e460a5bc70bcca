import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every address of the site, in the order of somebody's day. */
export default [
  index('routes/home.tsx'),

  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('kept-form/:formId', 'routes/kept-form.tsx'),

  route('services', 'routes/services.tsx'),
  route('services/suggest', 'routes/service-suggest.ts'),
  route('services/:serviceId', 'routes/service.tsx'),
  route('supply', 'routes/supply.tsx'),
  route('supply.csv', 'routes/supply-csv.ts'),
  route('messages', 'routes/messages.tsx'),

  route('about', 'routes/about.tsx'),
  route('accessibility-statement', 'routes/accessibility-statement.tsx'),
  route('privacy', 'routes/privacy.tsx'),

  route('cases', 'routes/cases.tsx'),
  route('cases/new', 'routes/case-new.tsx'),
  route('cases/:caseId', 'routes/case.tsx'),
  route('cases/:caseId/answers/:topic', 'routes/case-answers.tsx'),
  route('cases/:caseId/release-date', 'routes/case-release-date.tsx'),
  route('cases/:caseId/close', 'routes/case-close.tsx'),
  route('cases/:caseId/search', 'routes/case-search.tsx'),
  route('cases/:caseId/refer/:serviceId', 'routes/case-refer.tsx'),

  route('referrals', 'routes/referrals.tsx'),
  route('referrals/:referralId', 'routes/referral.tsx'),
  route('referrals/:referralId/:event', 'routes/referral-event.tsx'),

  route('today', 'routes/today.tsx'),
  route('inbox', 'routes/inbox.tsx'),
  route('vacancies', 'routes/vacancies.tsx'),
  route('vacancies/:bedspaceId/void', 'routes/vacancy-void.tsx'),
  route('vacancies/:serviceId/count', 'routes/vacancy-count.tsx'),
] satisfies RouteConfig
