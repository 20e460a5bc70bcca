/** Where one page of a long list stands. Safe for the browser. */
export interface Paging {
  /** From 1. */
  page: number
  pages: number
  /** How many the whole list holds, and which of them, from 1, this page begins with. */
  total: number
  first: number
}

/** What is asked of a long list. */
export interface AskedList {
  /** In a name; '' for all. */
  words: string
  page: number
}

export const PAGE_LENGTH = 50

/** The page of a list of `total` that was asked for; one that is not there gives the last. */
export function pageOf(asked: number, total: number, length = PAGE_LENGTH): Paging {
  const pages = Math.max(1, Math.ceil(total / length))
  const page = Math.min(asked, pages)
  return { page, pages, total, first: (page - 1) * length + 1 }
}

/** 'Showing 51 to 100 of 990.'; nothing where one page holds all. */
export function pageWords({ pages, total, first }: Paging, shown: number): string | null {
  return pages === 1 ? null : `Showing ${first} to ${first + shown - 1} of ${total}.`
}
