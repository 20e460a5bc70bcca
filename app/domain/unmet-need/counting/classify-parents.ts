import type { TableId } from '../publishable-tables'
import type { Cells } from './classifiers'
import type { ProgrammeEpisode } from './world'

/** A mother in prison, in each table of families (product.md, F1 to F6). One of whom nobody has said that contact is permitted is in none. */
export const OF_PARENTS: Readonly<Partial<Record<TableId, (parent: ProgrammeEpisode) => Cells>>> = {
  family_path: permitted(steps),
  family_not_reached: permitted(({ outcome, reason }) =>
    outcome === 'not_reached' || outcome === 'left' ? (reason ?? 'unknown') : null,
  ),
  family_rotl: permitted(({ nominated, rotl }) => (nominated && rotl !== 'not_needed' ? rotl : null)),
  family_children: permitted(parent => (parent.children ? steps(parent) : null)),
}

function permitted(cells: (parent: ProgrammeEpisode) => Cells): (parent: ProgrammeEpisode) => Cells {
  return parent => (parent.contactPermitted === 'yes' ? cells(parent) : null)
}

/** How far she came; each step is of those who could be reached. */
function steps({ hasTimeToFinish, nominated, started, outcome }: ProgrammeEpisode): string[] {
  if (!hasTimeToFinish) return []
  const isCompleted = outcome === 'completed'
  return [
    'could_be_reached',
    ...(nominated || started ? ['nominated'] : []),
    ...(started ? ['started'] : []),
    ...(started && outcome !== 'open' ? ['run_over'] : []),
    ...(started && isCompleted ? ['completed'] : []),
  ]
}
