import type { z } from 'zod'

/** The names of the fields that a form's schema asks for, at its top; of every choice where it has several. */
export function fieldsOf(schema: z.core.$ZodType): string[] {
  // Every schema is one of the library's own kinds, which its general type does not say.
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'object' ? Object.keys(def.shape) : partsOf(def).flatMap(fieldsOf)
}

function partsOf(def: z.core.$ZodTypes['_zod']['def']): readonly z.core.$ZodType[] {
  if (def.type === 'union') return def.options
  if (def.type === 'intersection') return [def.left, def.right]
  if (def.type === 'pipe') return [def.in, def.out]
  return 'innerType' in def ? [def.innerType] : []
}
