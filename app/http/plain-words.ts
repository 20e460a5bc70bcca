import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

/**
 * What is wrong with an answer, for a schema that says nothing itself: in plain words, whatever the library would say. A schema's own
 * words go before these, and say more: which answer, and how.
 */
export function plainWords(issue: Issue): string {
  if (issue.code === 'too_big') return limitWords(issue.origin, `${issue.maximum}`, 'or fewer', 'at most')
  if (issue.code === 'too_small') return limitWords(issue.origin, `${issue.minimum}`, 'or more', 'at least')
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'Choose one of the answers'
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined
  return isMissing ? 'Answer this question' : 'This answer could not be read: give it again'
}

function limitWords(origin: string, limit: string, few: string, most: string): string {
  if (origin === 'string') return `Write ${limit} characters ${few}`
  if (origin === 'array' || origin === 'set') return `Give ${most} ${limit} answers`
  return `Enter a number that is ${most} ${limit}`
}
