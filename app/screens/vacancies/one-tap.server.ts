import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { londonDay } from '~/domain/time/calendar'
import { changeStay } from '~/domain/referral/stay/change-stay.server'
import { confirmVacancies } from '~/domain/vacancy/freshness/confirm-vacancies.server'
import { releaseClaim } from '~/domain/vacancy/claims/release-claim.server'
import { markTaken } from '~/domain/vacancy/claims/take-bedspace.server'
import { takeBackAct } from '~/domain/vacancy/claims/take-back.server'
import type { OneTap } from '~/domain/vacancy/vacancy-form'
import type { VacancyResult } from '~/domain/vacancy/vacancy-result'

/** Does what one tap on a provider's page asks for. */
export async function tapVacancy(
  app: DomainContext,
  viewer: SignedInViewer,
  tap: OneTap,
  request: FormRequest,
): Promise<VacancyResult> {
  switch (tap.intent) {
    case 'confirm':
      return confirmVacancies(app, viewer, tap.serviceId, request)
    case 'taken':
      return markTaken(app, viewer, tap.bedspaceId, request)
    case 'free':
      return releaseClaim(app, viewer, tap.claimId, request)
    case 'left':
    case 'not_taken':
      return changeStay(
        app,
        viewer,
        {
          claimId: tap.claimId,
          change: { kind: 'left', on: londonDay(app.clock()), unslept: tap.intent === 'not_taken' },
        },
        request,
      )
    case 'take_back':
      return takeBackAct(app, viewer, tap.act, request)
    case 'stays':
      return changeStay(
        app,
        viewer,
        { claimId: tap.claimId, change: { kind: 'stays', unasked: true } },
        request,
      )
  }
}
