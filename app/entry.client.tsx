import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

// Without a script the server says it (entry.server.tsx); with one the summary of errors does, for as long as it stands.
document.title = document.title.replace(/^Error: /, '')

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
