/** Ofcom keeps these ranges for drama: no call to them reaches anybody. Each takes the last digits, 0 to 999. */

/** A landline of Tyneside, 0191 498 0000 to 0999. */
export function fictionalPhone(index: number): string {
  return `0191 498 ${fourDigits(index)}`
}

/** A mobile, 07700 900000 to 900999. */
export function fictionalMobile(index: number): string {
  return `07700 90${fourDigits(index)}`
}

/** Free to ring, 0808 157 0000 to 0999. */
export function fictionalFreephone(index: number): string {
  return `0808 157 ${fourDigits(index)}`
}

function fourDigits(index: number): string {
  return String(index % 1000).padStart(4, '0')
}
