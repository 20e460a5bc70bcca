import type { Choice } from './choices'

/** Answers that are no answer stand last, after an 'or'. */
const APART = new Set(['unknown', 'not_known', 'none_of_these'])

/** A table of codes and their words as choices, in its order; 'not known yet' is set apart by 'or'. */
export function choicesOf(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, text]) => ({
    value,
    text,
    ...(APART.has(value) && { dividedBy: 'or' }),
  }))
}

/** The same as the options of a Select. */
export function optionsOf(labels: Readonly<Record<string, string>>): { value: string; text: string }[] {
  return Object.entries(labels).map(([value, text]) => ({ value, text }))
}
