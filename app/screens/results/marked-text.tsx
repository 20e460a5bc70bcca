export interface TextPart {
  text: string
  marked: boolean
}

/** A text with the words that were searched for marked. Written as text, never as markup. */
export function MarkedText({ parts }: { parts: string | readonly TextPart[] }) {
  if (typeof parts === 'string') return <>{parts}</>
  return (
    <>
      {parts.map((part, index) =>
        part.marked ? (
          <mark key={index} className="tg-mark">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  )
}
