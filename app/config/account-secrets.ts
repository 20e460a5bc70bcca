import { createSecretKey } from 'node:crypto'
import type { AccountSecrets } from '~/domain/account/account-secrets.server'
import { deriveSecret } from './config'

/** The account pages' own keys, each good for one thing. */
export function accountSecrets(masterKey: Buffer): AccountSecrets {
  return {
    throttle: deriveSecret(masterKey, 'sign-in throttle'),
    keptForm: createSecretKey(deriveSecret(masterKey, 'kept forms')),
    link: deriveSecret(masterKey, 'signed links'),
    secondFactor: createSecretKey(deriveSecret(masterKey, 'second factors')),
    recoveryCode: deriveSecret(masterKey, 'recovery codes'),
    drawnFor: deriveSecret(masterKey, 'whom a form was drawn for'),
    message: createSecretKey(deriveSecret(masterKey, 'messages of pages')),
  }
}
