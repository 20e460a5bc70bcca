/** Bands of violence and of risk of serious harm, lowest first. */
export const LEVELS = ['low', 'medium', 'high', 'very_high'] as const
/** 1 for low to 4 for very high; 0 for anything else, none included. */
export function rankOf(level: string): number {
  return LEVELS.findIndex(each => each === level) + 1
}
