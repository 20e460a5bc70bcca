import { useEffect, useState } from 'react'

/** Sends the address of the page on: to whatever a phone shares with, else into the clipboard. Only where a script can. */
export function CopyLink() {
  const [way, setWay] = useState<'share' | 'copy' | null>(null)
  const [said, say] = useState('')
  useEffect(() => {
    const phone = 'share' in navigator && window.matchMedia('(pointer: coarse)').matches
    setWay(phone ? 'share' : 'clipboard' in navigator ? 'copy' : null)
  }, [])
  if (way === null) return null

  async function send() {
    const url = window.location.href
    try {
      if (way === 'share') await navigator.share({ title: document.title, url })
      else {
        await navigator.clipboard.writeText(url)
        say('Link copied')
      }
    } catch {
      // Whoever closes the phone's own list shares nothing.
      if (way === 'copy') say(`Not copied. The address is ${url}`)
    }
  }

  return (
    <>
      <button type="button" className="tg-button-link" onClick={() => void send()}>
        {way === 'share' ? 'Share this page' : 'Copy the link'}
      </button>
      <span role="status">{said}</span>
    </>
  )
}
