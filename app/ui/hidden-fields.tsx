export type HiddenValues = Readonly<Record<string, string | number | ReadonlyArray<string> | undefined>>

/** One hidden input a value; a list gives one each, undefined gives none. */
export function HiddenFields({ values }: { values: HiddenValues }) {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) =>
        listOf(value).map(each => <input key={`${name} ${each}`} type="hidden" name={name} value={each} />),
      )}
    </>
  )
}

function listOf(value: HiddenValues[string]): string[] {
  if (value === undefined) return []
  return typeof value === 'object' ? [...value] : [String(value)]
}
