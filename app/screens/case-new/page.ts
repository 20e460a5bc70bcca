import type { OtherPrison } from '~/domain/case/record/open-elsewhere.server'

export const ALREADY_OPEN = 'Your team already has an open case of the person with this prison number'

/** Said where another prison has an open case of the number: whom to ring, and nothing of the case. */
export function elsewhereWords({ name, phone }: OtherPrison): string {
  const ring = phone ? `Ring its resettlement team on ${phone}` : 'Ring its resettlement team'
  return `${name} has an open case with this number. Check the number. If it is right: ${ring.charAt(0).toLowerCase()}${ring.slice(1)}, then tick here`
}

/** Said where a closed case has the number, and was of somebody with another name and date of birth: nothing of the case. */
export const MAYBE_ANOTHER =
  'A closed case with this number has another name and another date of birth. Check the number, then say whether it is the same person'

/** Said where the team's other open case has the same name and date of birth. */
export const ANOTHER_NUMBER =
  'Your team has an open case of somebody with this name and date of birth, under another number. Check the number. If this is another person, tick here'
