import type { Previewed } from '~/domain/sheet/importer.server'
import type { SheetLine, SheetWrong } from '~/domain/sheet/sheet'

const MOST_SHOWN = 200

/** What a file would change, in words; of a long one the first lines. */
export interface ImportPreview {
  lines: SheetLine[]
  more: number
  changed: number
  added: number
  unchanged: number
  seen: string
}

export function importPreview({ lines, seen }: Extract<Previewed, { ok: true }>): ImportPreview {
  const does = lines.filter(({ isNew, changes }) => isNew || changes.length > 0)
  const added = does.filter(({ isNew }) => isNew).length
  return {
    lines: does.slice(0, MOST_SHOWN),
    more: Math.max(0, does.length - MOST_SHOWN),
    changed: does.length - added,
    added,
    unchanged: lines.length - does.length,
    seen,
  }
}

/** Every line that is wrong, in words; of many the first, and how many more. */
export function wrongLines(wrong: readonly SheetWrong[]): string[] {
  const shown = wrong
    .slice(0, MOST_SHOWN)
    .map(({ line, column, say }) => `Line ${line}${column === null ? '' : `, column “${column}”`}: ${say}`)
  return wrong.length > MOST_SHOWN
    ? [...shown, `${wrong.length - MOST_SHOWN} more like these. Mend these first, then send the file again`]
    : shown
}

/** '2 changed, 1 new, 14 unchanged'. */
export function countWords({ changed, added, unchanged }: ImportPreview): string {
  return [
    `${changed} ${changed === 1 ? 'line changes' : 'lines change'}`,
    ...(added > 0 ? [`${added} new`] : []),
    `${unchanged} unchanged`,
  ].join(', ')
}

export function appliedWords(changed: number): string {
  return changed === 1
    ? 'The file is taken over: 1 line was changed'
    : `The file is taken over: ${changed} lines were changed`
}

export const NOT_TAKEN = {
  no_file: 'Choose the file',
  stale:
    'Somebody changed some of it meanwhile, so nothing was taken over. This is what the file would change now',
  different: 'This file was sent before. Choose it again to see what it would change now',
} as const
