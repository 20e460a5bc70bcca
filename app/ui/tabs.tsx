import { KEEP_SCROLL } from './page/follow-links'

export interface Tab {
  to: string
  text: string
  count?: number
  current: boolean
}

/** Views of one thing, each an address of its own: links, so they work without JavaScript and can be sent on. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="moj-sub-navigation" aria-label={label}>
      <ul className="moj-sub-navigation__list">
        {tabs.map(tab => (
          <li key={tab.to} className="moj-sub-navigation__item">
            <a
              className="moj-sub-navigation__link"
              href={tab.to}
              aria-current={tab.current ? 'page' : undefined}
              {...KEEP_SCROLL}
            >
              {tab.text}
              {tab.count !== undefined && <span className="moj-sub-navigation__count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
