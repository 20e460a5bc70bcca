import { KEY_REFUSED } from '~/screens/account-factor-key/page'

/** By what a second factor is given. */
export type Way = 'app' | 'key' | 'recovery_code'

/** Which of them somebody has. */
export type Ways = Readonly<Record<Way, boolean>>

const ORDER: readonly Way[] = ['app', 'key', 'recovery_code']

/** The way that an address asks for by `?use=`, where the person has it; else the first they have. */
export function wayOf(request: Request, ways: Ways): Way {
  const asked = new URL(request.url).searchParams.get('use')
  const had = ORDER.filter(way => ways[way])
  return had.find(way => way === asked) ?? had[0] ?? 'recovery_code'
}

/** The other ways somebody has, as links. */
export function otherWays(ways: Ways, way: Way): { way: Way; text: string }[] {
  return ORDER.filter(each => each !== way && ways[each]).map(each => ({ way: each, text: INSTEAD[each] }))
}

const INSTEAD: Readonly<Record<Way, string>> = {
  app: 'Use the code of your authenticator app',
  key: 'Use your security key or passkey',
  recovery_code: 'Use a recovery code',
}

/** The field of each form, where what is wrong is said beside it. */
export const FIELDS: Readonly<Record<Way, string>> = { app: 'code', key: '', recovery_code: 'recoveryCode' }

/** Why what was given is not taken. */
export const NOT_TAKEN = {
  app: {
    wrong:
      'This is not the code your app shows now. Check that the clock of your phone is right, and enter the next code',
    used: 'This code was used already. Wait until your app shows the next one, and enter that',
  },
  recovery_code: {
    wrong:
      'This is none of your recovery codes. Check what you typed. Codes that were made before the latest ten are good for nothing',
    used: 'This recovery code was used already. Enter another of the ten',
  },
  key: { wrong: KEY_REFUSED, used: KEY_REFUSED },
} as const

export const FACTOR_THROTTLED = 'Too many tries. Wait 15 minutes, then try again'
