/** Wider than any form of the site, by about a half: a walk of every form holds them to it (tests/http/hostile-walk.test.ts). */
const MOST = { entries: 400, repeats: 120, index: 49, depth: 5, nameLength: 80 }

/** 'releaseOn.day', 'children[3].age': words joined by dots, with an index in brackets. None begins with an underscore. */
const NAME = /^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*|\[\d{1,4}\])*$/

/** Names that every object of the language has: no field is called so. */
const OBJECT_NAMES = new Set(['constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'])

const AMPERSAND = 0x26

/** Counts the entries of a form while it arrives: true from the first too many on, whatever else is on its way. */
export function entryCounter(): (piece: Uint8Array) => boolean {
  let entries = 1
  return piece => {
    for (let at = piece.indexOf(AMPERSAND); at >= 0; at = piece.indexOf(AMPERSAND, at + 1)) {
      entries += 1
      if (entries > MOST.entries) return true
    }
    return false
  }
}

/**
 * Whether a form as it was sent (application/x-www-form-urlencoded) could be one of ours: few enough entries, repeats and
 * rows, names of the shape of ours. Asked before anything is made of its fields. What is typed may hold anything: parseForm reads it.
 */
export function isPlausibleForm(body: string): boolean {
  const times = new Map<string, number>()
  for (const name of new URLSearchParams(body).keys()) {
    const seen = (times.get(name) ?? 0) + 1
    times.set(name, seen)
    if (seen > MOST.repeats || !isPlausibleName(name)) return false
  }
  return true
}

function isPlausibleName(name: string): boolean {
  if (name.length > MOST.nameLength || !NAME.test(name)) return false
  const parts = name.match(/[\w-]+/g) ?? []
  return (
    parts.length <= MOST.depth &&
    parts.every(part => !OBJECT_NAMES.has(part) && !(/^\d+$/.test(part) && Number(part) > MOST.index))
  )
}
