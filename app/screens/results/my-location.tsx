import { useEffect, useState } from 'react'

type Asked = 'not-yet' | 'asking' | 'refused'

/**
 * With JavaScript: fills a 'near' field with the browser's own position and searches. Two decimals of a degree, about a
 * kilometre: no address of ours holds anything finer.
 */
export function MyLocation({ fieldId }: { fieldId: string }) {
  const [offered, setOffered] = useState(false)
  const [asked, setAsked] = useState<Asked>('not-yet')
  useEffect(() => setOffered('geolocation' in navigator), [])
  if (!offered) return null

  function ask() {
    setAsked('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsked('not-yet')
        searchNear(fieldId, `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`)
      },
      () => setAsked('refused'),
      { timeout: 10_000, maximumAge: 600_000 },
    )
  }

  return (
    <div className="tg-screen-only">
      <button type="button" className="tg-button-link" onClick={ask}>
        Use my location
      </button>
      <p className="tg-quiet tg-near__said" role="status">
        {asked === 'asking' && 'Asking your browser…'}
        {asked === 'refused' && 'Your browser gave no location. Enter a postcode or a town.'}
      </p>
    </div>
  )
}

function searchNear(fieldId: string, position: string): void {
  const field = document.getElementById(fieldId)
  if (!(field instanceof HTMLInputElement)) return
  field.value = position
  field.form?.requestSubmit()
}
