/** What is kept of a page that was sent. */
export interface KeptPage {
  /** What it was made from: it counts while that is the same. */
  key: string
  keptAt: number
  /** Of the scripts in the document: each answer has a nonce of its own. */
  nonce: string
  document: string
  contentType: string
}

/** Pages by their addresses, in no more room than was given: the oldest make way, and a larger page is not kept. */
export interface PageMemory {
  of(address: string): KeptPage | undefined
  keep(address: string, page: KeptPage): void
}

/** A memory of pages. @param mostBytes of all of them together */
export function createPageMemory(mostBytes: number): PageMemory {
  const kept = new Map<string, KeptPage>()
  let bytes = 0

  function forget(address: string): void {
    const page = kept.get(address)
    if (!page) return
    bytes -= bytesOf(address, page)
    kept.delete(address)
  }

  return {
    of: address => kept.get(address),
    keep(address, page) {
      forget(address)
      const needed = bytesOf(address, page)
      if (needed > mostBytes) return
      for (const oldest of kept.keys()) if (bytes + needed > mostBytes) forget(oldest)
      kept.set(address, page)
      bytes += needed
    },
  }
}

/** Two bytes a letter: a text with one letter beyond Latin-1 is held so. */
function bytesOf(address: string, { document }: KeptPage): number {
  return 2 * (address.length + document.length)
}
