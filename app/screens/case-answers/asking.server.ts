import { data } from '@remix-run/node'
import { type AskedProvider, passOnErrors } from '~/domain/case/answers/pass-on'
import type { AffectedNamed } from '~/domain/casework/who-is-told.server'
import type { ParsedForm } from '~/http/parse-form.server'
import { askingWords } from './page'

/** The form again, asking of each provider that may be told what changed whether the person agrees. */
export function askingWhoIsTold(
  form: ParsedForm<unknown>,
  { affected, asked }: { affected: readonly AffectedNamed[]; asked: AskedProvider[] },
) {
  const reply = form.ask(passOnErrors(asked, form))
  const { submission } = reply.data
  return data({ asking: { submission, asked, ...askingWords(affected.length) } }, reply.init ?? {})
}
