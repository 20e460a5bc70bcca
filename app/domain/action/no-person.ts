/** A prison number or a CRN as people write them: with spaces, hyphens or small letters. */
const NUMBERS = [/\b[a-z][\s-]*\d{4}[\s-]*[a-z]{2}\b/i, /\b[a-z][\s-]*\d{6}\b/i]
/** A birthday is told by a word beside it, in figures or in words. */
const BIRTHDAY = /\b(dob|d\.o\.b|date of birth|born(?: on)?)\b[^.\n]{0,20}\d/i
/** 'Ms Wren', 'mrs. Wren': a person of whom a register of gaps has nothing to say. */
const TITLED = /\b(Mr|Mrs|Ms|Miss|MR|MRS|MS|MISS)\b\.?\s+[A-Z]/

/** What of somebody in prison words may hold. */
export type Told = 'number' | 'birthday' | 'name'

const REGISTER: Readonly<Record<Told, string>> = {
  number: 'Take out the prison number or CRN: the register is about gaps, and names nobody in prison',
  birthday: 'Take out the date of birth: the register tells of nobody in prison',
  name: 'Take out the name. Name a post, a team or an organisation instead',
}

/**
 * Why words may not stand in the register, unless told in other words, or null where they may. It is about gaps, and holds nothing by which
 * a prisoner is known. What nobody can tell from a word (a first name alone) passes.
 */
export function tellsOfAPerson(words: string, say: Readonly<Record<Told, string>> = REGISTER): string | null {
  if (NUMBERS.some(pattern => pattern.test(words))) return say.number
  if (BIRTHDAY.test(words)) return say.birthday
  return TITLED.test(words) ? say.name : null
}
