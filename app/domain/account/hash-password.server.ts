import { hash, verify } from '@node-rs/argon2'

/** OWASP's second argon2id setting: 19 MiB, two passes, one lane. Argon2id is the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a random password nobody knows, at the same cost: checking it takes as long as checking a real one. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$TSnKMNiSCDHGgbW2Xfcmbw$8YP2na00k2jL1bUTjZPAf2e5HDNpGu4a639GiZ0ZI3k'

/** The text to keep for a password; different each time. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

/** Whether `password` is the one kept. Without a kept one: no, after the same time. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? NOBODYS_HASH, password.normalize('NFKC'))
  return kept !== null && matches
}
