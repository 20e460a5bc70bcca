import type { Viewer } from '@db/viewer'
import { mayKeep } from '~/domain/entry/keeper'
import type { ServiceDetail } from '~/domain/service/service-queries.server'
import { href } from '~/paths'

/** Where somebody who reads an entry and finds it wrong goes: who keeps it changes it, everybody else who is signed in tells the provider. */
export function waysToCorrect(
  viewer: Viewer,
  { id: serviceId, organisationId, approvedAt }: Pick<ServiceDetail, 'id' | 'organisationId' | 'approvedAt'>,
): { to: string; text: string }[] {
  if (viewer.kind === 'public') return []
  const change = { to: href('our-services/:serviceId', { serviceId }), text: 'Change this entry' }
  const tell = {
    to: href('services/:serviceId/something-is-wrong', { serviceId }),
    text: 'Tell the provider something is wrong',
  }
  const isOthers = organisationId !== viewer.organisationId && approvedAt !== null
  return [...(mayKeep(viewer, { organisationId }) ? [change] : []), ...(isOthers ? [tell] : [])]
}
