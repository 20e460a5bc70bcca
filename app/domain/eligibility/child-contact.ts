import type { PersonFacts } from './facts'

/**
 * Whether anybody asks what public protection has recorded: of whoever has or expects a child. Others, a carer among them,
 * may have it recorded and are not asked for it.
 */
export function isContactAsked({ childrenPlan, pregnancy }: PersonFacts): boolean {
  return childrenPlan !== 'none' || pregnancy === 'yes'
}
