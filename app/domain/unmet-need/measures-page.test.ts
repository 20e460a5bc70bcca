import { expect, it } from 'vitest'
import { drawMeasures } from './measures-page'

it('docs/measures.md says what the measures say', async () => {
  await expect(drawMeasures()).toMatchFileSnapshot('../../../docs/measures.md')
})
