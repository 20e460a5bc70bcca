import type { Standing } from '~/domain/entry/standing'
import { Tag, type TagProps } from '~/ui/tag'

const LOOK: Readonly<Record<Standing, Pick<TagProps, 'tone' | 'sign'>>> = {
  draft: { tone: 'dashed' },
  waiting: { tone: 'blue', sign: '→' },
  open: { tone: 'green', sign: '✓' },
  paused: { tone: 'amber', sign: '~' },
  closed: {},
}

/** How an entry stands: its sign and words say what its colour does. */
export function StandingTag({ standing, children }: { standing: Standing; children: string }) {
  return <Tag {...LOOK[standing]}>{children}</Tag>
}
