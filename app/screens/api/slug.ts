/** A readable name for a service that no other has: its name in plain letters, and the first block of its id. */
export function slugOf({ id, name }: { id: string; name: string }): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return [words, id.split('-')[0]].filter(Boolean).join('-')
}
