import { isOpen, type ReferralState } from '../states'

/**
 * A history without what was undone: an ending that was taken back is none, and the step it ended went on. Where an undone ending
 * led elsewhere than back, the undoing is the step. The earliest line first. Safe for the browser.
 */
export function withoutUndone<Line extends { event: string; toState: ReferralState }>(
  lines: readonly Line[],
): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    if (line.event !== 'undo_end') {
      kept.push(line)
      continue
    }
    while (kept.length > 0 && !isOpen(kept.at(-1)?.toState ?? 'submitted')) kept.pop()
    if (kept.at(-1)?.toState !== line.toState) kept.push(line)
  }
  return kept
}
