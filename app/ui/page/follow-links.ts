import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

/** On a link: the page stays where it is scrolled to, since the link changes part of it. */
export const KEEP_SCROLL = { 'data-keep-scroll': '' }

/**
 * Follows plain links of the site without loading a document. A page of results has some eighty of them: one listener for the
 * document costs the server nothing, where a component for each costs it a fifth of the page. Without JavaScript they are links.
 */
export function useFollowLinks(): void {
  const navigate = useNavigate()
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !isFollowed(event, link)) return
      event.preventDefault()
      const { pathname, search, hash } = addressOf(link)
      navigate(pathname + search + hash, { preventScrollReset: 'keepScroll' in link.dataset })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}

/** The usual press on a link to another page of the site; a place on this page, a file or a new tab is the browser's. */
function isFollowed(event: MouseEvent, link: HTMLAnchorElement | SVGAElement): boolean {
  if (event.defaultPrevented || event.button !== 0) return false
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  if (link.hasAttribute('target') || link.hasAttribute('download') || !link.hasAttribute('href')) return false
  const { origin, pathname, search } = addressOf(link)
  const { location } = window
  if (origin !== location.origin || /\.\w+$/.test(pathname)) return false
  return pathname !== location.pathname || search !== location.search
}

/** The whole address: a link in a drawing holds it otherwise than one in the text. */
function addressOf(link: HTMLAnchorElement | SVGAElement): URL {
  return new URL(link.getAttribute('href') ?? '', document.baseURI)
}
