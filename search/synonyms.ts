/** Either every one of `mutual` means all the others, or `from` is also looked for as each of `to`, not the reverse. */
type SynonymRow = { mutual: readonly string[] } | { from: string; to: readonly string[] }

/**
 * The words people use for the same thing, in one table for both engines (product.md, "Search"). Keys have at most three
 * words, none of them a stop word: longer ones are never recognised in a query.
 */
const table: readonly SynonymRow[] = [
  { mutual: ['dv', 'da', 'domestic abuse', 'domestic violence'] },
  { mutual: ['refuge', 'safe accommodation'] },
  { from: 'safe house', to: ['refuge', 'safe accommodation'] },
  { mutual: ['tag', 'curfew', 'electronic monitoring'] },
  { mutual: ['hdc', 'home detention curfew'] },
  { from: 'hdc', to: ['tag', 'curfew'] },
  { mutual: ['hostel', 'direct access'] },
  { from: 'night shelter', to: ['direct access', 'emergency'] },
  { from: 'crash pad', to: ['emergency', 'direct access'] },
  { mutual: ['nfa', 'no fixed abode'] },
  { from: 'nfa', to: ['homeless', 'emergency'] },
  { from: 'rough sleeping', to: ['nfa', 'homeless', 'emergency'] },
  { mutual: ['mum', 'mother', 'parent'] },
  { mutual: ['mums', 'mothers', 'parents'] },
  { mutual: ['dad', 'father', 'parent'] },
  { mutual: ['dads', 'fathers', 'parents'] },
  { mutual: ['child', 'children', 'kid', 'kids'] },
  { mutual: ['woman', 'women'] },
  { from: 'female', to: ['women'] },
  { from: 'ladies', to: ['women'] },
  { mutual: ['man', 'men'] },
  { from: 'male', to: ['men'] },
  { mutual: ['script', 'ost', 'opioid substitution treatment'] },
  { from: 'methadone', to: ['ost', 'opioid substitution treatment', 'script'] },
  { from: 'buprenorphine', to: ['ost', 'opioid substitution treatment', 'script'] },
  { from: 'subutex', to: ['ost', 'opioid substitution treatment', 'script'] },
  { from: 'rehab', to: ['recovery'] },
  { mutual: ['dry house', 'abstinence'] },
  { mutual: ['nrpf', 'no recourse'] },
  { mutual: ['rotl', 'temporary licence'] },
  { from: 'day release', to: ['rotl', 'temporary licence'] },
  { mutual: ['dtr', 'duty refer'] },
  { mutual: ['bond', 'deposit'] },
  { mutual: ['foyer', 'young people'] },
  { from: 'youth', to: ['young people'] },
  { from: 'teenager', to: ['young people'] },
  { mutual: ['ap', 'approved premises'] },
  { from: 'probation hostel', to: ['approved premises'] },
  { from: 'bail hostel', to: ['approved premises', 'cas'] },
  { from: 'cas1', to: ['approved premises'] },
  { from: 'floating', to: ['visiting support'] },
  { from: 'outreach', to: ['floating support'] },
  { mutual: ['mh', 'mental health'] },
  { mutual: ['veteran', 'ex forces', 'armed forces'] },
  { mutual: ['ex offender', 'prison leaver'] },
  { mutual: ['ex offenders', 'prison leavers'] },
  { from: 'pregnant', to: ['mother', 'baby', 'pregnancy'] },
  { mutual: ['storybook', 'recorded stories'] },
  { from: 'parenting class', to: ['parenting programme', 'parenting course'] },
  { mutual: ['disabled access', 'wheelchair', 'step free'] },
  { from: 'council', to: ['local authority', 'housing options'] },
]

/** Each key with what else is looked for when a query holds it, in the shape of Meilisearch's setting. */
export const synonyms: Readonly<Record<string, readonly string[]>> = expand(table)

function expand(rows: readonly SynonymRow[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const add = (from: string, to: string) => {
    const list = (found[from] ??= [])
    if (from !== to && !list.includes(to)) list.push(to)
  }
  for (const row of rows) {
    if ('mutual' in row) row.mutual.forEach(from => row.mutual.forEach(to => add(from, to)))
    else row.to.forEach(to => add(row.from, to))
  }
  return found
}
