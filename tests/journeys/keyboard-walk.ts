import type { Page } from 'playwright-core'

/** What has the focus, and what somebody who sees the page can tell of it. */
export interface Stop {
  tag: string
  /** Its label or its text, as it is read out. */
  name: string
  /** What hides it: no size, out of the window, or covered by something else; null where some of it is seen. */
  hidden: string | null
  /** Whether it looks different with the focus than without. */
  marked: boolean
}

/** What has the focus now. Its look without the focus is read by taking the focus away for a moment. */
export async function stopAt(page: Page): Promise<Stop> {
  // A map moves to what the focus comes to, and takes a quarter of a second.
  await page.waitForFunction(() => !document.querySelector('.leaflet-pan-anim'))
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return { tag: 'BODY', name: '', hidden: 'nothing has the focus', marked: false }

    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const labelledBy = element.getAttribute('aria-labelledby')
    const name =
      element.getAttribute('aria-label') ??
      (labelledBy && document.getElementById(labelledBy)?.textContent) ??
      labels[0]?.textContent ??
      element.textContent ??
      ''

    /** A radio is drawn by its label, a link that covers a card by what stands before it. */
    const look = () =>
      JSON.stringify(
        [element, ...labels, ...element.children].flatMap(part =>
          [null, '::before', '::after'].map(pseudo => {
            const style = getComputedStyle(part, pseudo)
            // A line that is not drawn has a colour and a width all the same.
            const isDrawn =
              style.outlineStyle !== 'none' &&
              style.outlineWidth !== '0px' &&
              style.outlineColor !== 'rgba(0, 0, 0, 0)'
            const outline = isDrawn ? style.outline : ''
            const border = style.borderWidth === '0px' ? '' : style.border
            return [outline, border, style.boxShadow, style.backgroundColor]
          }),
        ),
      )

    function hiddenBy(): string | null {
      const { left, right, top, bottom } = element!.getBoundingClientRect()
      if (right - left < 2 || bottom - top < 2) return 'no size'
      const x0 = Math.max(left, 0)
      const x1 = Math.min(right, innerWidth)
      const y0 = Math.max(top, 0)
      const y1 = Math.min(bottom, innerHeight)
      if (x1 <= x0 || y1 <= y0) return 'out of the window'
      let over: Element | null = null
      for (const across of [0.1, 0.3, 0.5, 0.7, 0.9])
        for (const down of [0.1, 0.5, 0.9]) {
          over = document.elementFromPoint(x0 + (x1 - x0) * across, y0 + (y1 - y0) * down)
          if (
            over &&
            (element!.contains(over) || over.contains(element) || labels.some(each => each.contains(over)))
          )
            return null
        }
      return `covered by ${over?.tagName}.${over?.className}`
    }

    const hidden = hiddenBy()
    const focused = look()
    element.blur()
    const unfocused = look()
    element.focus({ preventScroll: true })
    return {
      tag: element.tagName,
      name: name.replace(/\s+/g, ' ').trim(),
      hidden,
      marked: focused !== unfocused,
    }
  })
}
