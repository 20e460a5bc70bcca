import { z } from 'zod'
import { YES_CASE_NO } from '../service/service'
import type { SupplyService } from './service'

const instant = z.iso.datetime().transform(text => new Date(text))

/**
 * A service as an earlier reading keeps it. What was added to a service since is absent there: an answer to a younger criterion is not
 * stated. Nothing may be taken away from it, for readings are never changed.
 */
export const KeptService = z.object({
  id: z.uuid(),
  kind: z.string(),
  isConfidential: z.boolean(),
  authorities: z.array(z.string()),
  sex: z.enum(['women', 'men', 'mixed']).nullable(),
  answers: z.record(z.string(), z.enum(YES_CASE_NO).nullable()),
  policyVerifiedAt: instant.nullable(),
  isPolicyVerified: z.boolean(),
  beds: z.int().min(0).nullable(),
  free: z.int().min(0).nullable(),
  isVacancyConfirmed: z.boolean().nullable(),
  vacancyConfirmedAt: instant.nullable(),
  addedSince: z.int().min(0).exactOptional(),
  isPaused: z.boolean().exactOptional(),
}) satisfies z.ZodType<SupplyService>
