import { subscribe } from 'node:diagnostics_channel'
import type { Logger } from 'pino'
import { POLICY_UNREADABLE, type UnreadablePolicy } from '~/domain/service/service-policy.server'

/** Logs each read of a policy that is none: which service's and which criteria, never what is written there. */
export function logUnreadablePolicies(log: Logger): void {
  subscribe(POLICY_UNREADABLE, message => {
    const { serviceId, criteria } = message as UnreadablePolicy
    log.error({ event: 'policy-unreadable', serviceId, criteria }, 'A stored policy cannot be read')
  })
}
