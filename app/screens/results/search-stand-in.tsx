/** Said on a page of results while the engine inside the process answers for the usual one. */
export function SearchStandIn({ degraded }: { degraded: boolean }) {
  if (!degraded) return null
  return (
    <p className="tg-card tg-card--notice" role="status">
      Search is running on its stand-in just now. No service is missing, but misspelt words may find fewer of
      them.
    </p>
  )
}
