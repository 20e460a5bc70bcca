/** The title of a page as a route's `meta` returns it. Never put a person, a case or a search in it: titles end up in histories. */
export function pageTitle(title: string): Array<{ title: string }> {
  return [{ title: `${title} – Throughgate` }]
}
