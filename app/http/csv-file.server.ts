/** A text of `csvText` as a file to keep: 'throughgate-<name>.csv'. */
export function csvFile(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="throughgate-${name}.csv"`,
    },
  })
}
