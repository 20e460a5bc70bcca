import { createContext, useContext } from 'react'

const NonceContext = createContext<string | undefined>(undefined)

/** Gives this response's CSP nonce to what is rendered; the browser, which hides nonces from scripts, gives none. */
export const NonceProvider = NonceContext.Provider

/** The CSP nonce of this response on the server; undefined in the browser. */
export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
