export type HiddenValues = Readonly<Record<string, string | number | ReadonlyArray<string> | undefined>>

export interface HiddenFieldsProps {
  values: HiddenValues
  /** A refused form: what it was drawn from stays what it was, so that a colleague's change meanwhile is still seen. */
  refused?: { initialValue?: Readonly<Record<string, unknown>> | null } | null
}

/** One hidden input a value; a list gives one each, undefined gives none. */
export function HiddenFields({ values, refused }: HiddenFieldsProps) {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) =>
        listOf(sentBefore(refused, name) ?? value).map(each => (
          <input key={`${name} ${each}`} type="hidden" name={name} value={each} />
        )),
      )}
    </>
  )
}

function sentBefore(refused: HiddenFieldsProps['refused'], name: string): string | undefined {
  const value = refused?.initialValue?.[name]
  return typeof value === 'string' ? value : undefined
}

function listOf(value: HiddenValues[string]): string[] {
  if (value === undefined) return []
  return typeof value === 'object' ? [...value] : [String(value)]
}
