/** What a name or an answer in one line holds at least one of: a letter or a number, of any script. Safe for the browser. */
export const READABLE = /[\p{L}\p{N}]/u

/** Said of what holds none, such as a picture alone: nobody could find it, or read it out on the phone. */
export const NOT_READABLE = 'Write it in letters or numbers'
