import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { FitTags } from './referral-lines'

it('makes no room for a change where nothing changed', () => {
  const drawn = renderToStaticMarkup(<FitTags fits={13} ask={1} doesNotFit={0} changed={null} />)
  expect(drawn.match(/<li>/g)).toHaveLength(2)
  expect(drawn).not.toContain('<li></li>')
})
