import type { OpenedSection } from '~/domain/referral/disclosure/sections'
import { FactList } from '~/ui/summary-list'

/** What opened when the referral was taken to assess, each part with who else reads it. */
export function OpenedSections({ sections }: { sections: readonly OpenedSection[] }) {
  return (
    <>
      {sections.map(({ title, who, groups }) => (
        <section key={title} className="tg-opened">
          <h2 className="govuk-heading-m tg-opened__title">{title}</h2>
          <p className="tg-opened__who">{who}</p>
          {groups.map(group => (
            <div key={group.title ?? 'identity'}>
              {group.title && <h3 className="govuk-heading-s tg-opened__group">{group.title}</h3>}
              <FactList rows={group.rows} />
            </div>
          ))}
        </section>
      ))}
    </>
  )
}
