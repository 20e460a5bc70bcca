import type { EmailResult } from '~/domain/account/email/change-email.server'

type Refusal = Extract<EmailResult, { ok: false }>['reason']

interface Said {
  /** Beside which box; '' above the form. */
  field: '' | 'email' | 'current'
  words: string
  status: 409 | 422 | 429
}

/** Why an address stays as it is. */
export const NOT_ASKED: Readonly<Record<Refusal, Said>> = {
  wrong: { field: 'current', words: 'This is not your current password', status: 422 },
  throttled: { field: '', words: 'Too many tries. Wait 15 minutes, then try again', status: 429 },
  same: { field: 'email', words: 'This is the address in use now. Enter another', status: 422 },
  taken: {
    field: 'email',
    words: 'Another account signs in with this address already. Enter another',
    status: 422,
  },
  stale: {
    field: '',
    words: 'The address was changed while you had the page open. Nothing of yours was saved',
    status: 409,
  },
}
