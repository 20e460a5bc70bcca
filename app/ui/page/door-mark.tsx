/** The mark: a door standing open. Decoration beside the name, so hidden from screen readers. */
export function DoorMark() {
  return (
    <svg width="24" height="28" viewBox="0 0 24 28" aria-hidden="true" focusable="false">
      <path d="M1.5 28V1.5h21V28" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M6 5h5.5l6.5 3v19.5H6z" fill="currentColor" />
      <circle cx="15" cy="17" r="1.6" fill="#0b5563" />
    </svg>
  )
}
