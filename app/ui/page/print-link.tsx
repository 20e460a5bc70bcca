import { useEffect, useState } from 'react'

import { Button } from '~/ui/form/button'

/**
 * Prints the page that is shown. Only where a script can: elsewhere the browser's own menu prints the same. It floats, so that
 * nothing moves when it comes.
 */
export function PrintLink() {
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  if (!canPrint) return null
  return (
    <div className="tg-print-link">
      <Button type="button" look="link" about="this page" onClick={() => window.print()}>
        Print
      </Button>
    </div>
  )
}
