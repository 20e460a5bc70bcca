/** What is given to a command behind `--`: at most one file, and switches, some with a word after them. */
export interface Given {
  file: string | null
  switches: ReadonlyMap<string, string>
}

/**
 * @param known each switch, and whether a word comes after it
 * @throws Error that says how the command is used
 */
export function readArguments(
  given: readonly string[],
  known: Readonly<Record<string, boolean>>,
  use: string,
): Given {
  const switches = new Map<string, string>()
  const files: string[] = []
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? ''
    if (!word.startsWith('--')) files.push(word)
    else if (!(word in known)) throw new Error(`${word} is not known. Use: ${use}`)
    else if (!known[word]) switches.set(word, '')
    else switches.set(word, given[(at += 1)] ?? '')
  }
  const isEmpty = [...switches].some(([name, word]) => known[name] && (word === '' || word.startsWith('--')))
  if (files.length > 1 || isEmpty) throw new Error(`Use: ${use}`)
  return { file: files[0] ?? null, switches }
}
