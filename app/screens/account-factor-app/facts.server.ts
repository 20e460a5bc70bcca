import type { SubmissionResult } from '@conform-to/react'
import { encode } from 'uqr'
import { accountEmail } from '~/domain/account/account-email.server'
import {
  type AppSetUp,
  resumeAppFactor,
  startAppFactor,
} from '~/domain/account/second-factor/app-factor.server'
import type { FactorContext } from '~/domain/account/second-factor/factor-context.server'

/** An authenticator app that is being set up, as the page shows it. */
export interface DrawnSetUp extends Pick<AppSetUp, 'factor' | 'secret' | 'typed'> {
  qr: { size: number; path: string }
}

/** What the page shows: the set-up a form carried, or a new one. */
export async function drawnSetUp(
  context: Pick<FactorContext, 'db' | 'secrets'>,
  personId: string,
  carried: Pick<AppSetUp, 'factor' | 'secret'> | null,
): Promise<DrawnSetUp> {
  const account = await accountEmail(context.db, personId)
  const resumed = carried && resumeAppFactor(context, personId, carried, account)
  const { uri, ...setUp } = resumed ?? startAppFactor(context, personId, account)
  return { ...setUp, qr: qrOf(uri) }
}

/** What a form carried that came back with something to mend; null where it carried nothing that could be one. */
export function carriedIn({
  initialValue,
}: SubmissionResult<string[]>): Pick<AppSetUp, 'factor' | 'secret'> | null {
  const { factor, secret } = initialValue ?? {}
  return typeof factor === 'string' && typeof secret === 'string' ? { factor, secret } : null
}

/** A QR code as one path of an SVG, a unit a module, with the quiet border that readers need. */
function qrOf(text: string): DrawnSetUp['qr'] {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return { size, path }
}
