/** What changes nothing of what is found: no page of the list has pins of its own. */
const OF_THE_LIST = ['page', 'sort', 'more']

/** Where the pins of all that a search finds are asked for: the page's own address with `/pins` behind it. */
export function pinsAddress(page: string, address: string): string {
  const params = new URLSearchParams(address)
  for (const name of OF_THE_LIST) params.delete(name)
  return params.size === 0 ? `${page}/pins` : `${page}/pins?${params}`
}
