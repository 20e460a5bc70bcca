/** The page numbers to show: first, last and the neighbours of this page (from 1), a 'gap' where some are left out. */
export function pagesShown(page: number, pages: number): Array<number | 'gap'> {
  const wanted = [1, page - 1, page, page + 1, pages].filter(number => number >= 1 && number <= pages)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1]
    return before !== undefined && number - before > 1 ? ['gap' as const, number] : [number]
  })
}
