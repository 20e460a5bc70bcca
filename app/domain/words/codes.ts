/** What is stored is a code, and what is read its label: one table of labels says both. Safe for the browser. */

/** The codes of a table of labels, in its order. */
export function codesOf<Code extends string>(labels: Readonly<Record<Code, unknown>>): readonly Code[] {
  return Object.keys(labels) as Code[]
}

/** True when the text is a code of a table of labels. */
export function isCodeOf<Code extends string>(
  labels: Readonly<Record<Code, string>>,
  text: string,
): text is Code {
  return Object.hasOwn(labels, text)
}

/** The label of what is stored; a text that is no code is shown as it is. */
export function labelOf(labels: Readonly<Record<string, string>>, text: string): string {
  return isCodeOf(labels, text) ? labels[text]! : text
}
