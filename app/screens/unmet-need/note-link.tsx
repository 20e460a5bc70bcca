/** The number of a footnote: it leads to the definition at the foot of the page. */
export function NoteLink({ measure }: { measure: string }) {
  return (
    <a className="govuk-link" href={`#note-${measure}`}>
      {measure}
      <span className="govuk-visually-hidden">: how it is defined</span>
    </a>
  )
}
