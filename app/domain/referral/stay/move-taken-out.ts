/** In the history of a departure: moves that were later than it are taken out with it. The rooms follow. Safe for the browser. */
export const MOVE_TAKEN_OUT = 'move_taken_out'

/** What the banner says of it. */
export const TAKEN_OUT =
  'A move to another room was recorded for after that day, and is taken out with it. If the day is wrong, undo how the stay ended, and record the move again'

/** What the history of a departure keeps of the rooms of the moves that it took out; nothing where it took out none. */
export function takenOutCodes(rooms: readonly string[]): string[] {
  return rooms.length > 0 ? [MOVE_TAKEN_OUT, rooms.join(', then to ')] : []
}

/** The same in words, of all that the history keeps. */
export function takenOutWords(codes: readonly string[]): string[] {
  const rooms = codes.includes(MOVE_TAKEN_OUT) ? codes[codes.indexOf(MOVE_TAKEN_OUT) + 1] : undefined
  return rooms === undefined ? [] : [`Later than the departure, so taken out: the move to ${rooms}`]
}
