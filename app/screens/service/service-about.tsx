import type { ServicePage } from '~/screens/service/page'
import { withPhones } from '~/ui/phones-in'
import { Tag, TagList } from '~/ui/tag'

/** What a service is and whom it is for, as anyone may read it. */
export function ServiceAbout({ service }: { service: ServicePage }) {
  const { description, audience, pathways, isForProfessionalsOnly } = service
  return (
    <>
      <p className="govuk-body tg-prose">{withPhones(description)}</p>
      <TagList>
        {isForProfessionalsOnly && <Tag tone="blue">shown to professionals only</Tag>}
        {pathways.map(pathway => (
          <Tag key={pathway}>{pathway}</Tag>
        ))}
      </TagList>
      {audience && (
        <section aria-labelledby="audience">
          <h2 className="govuk-heading-m" id="audience">
            Whom it is for
          </h2>
          <p className="govuk-body">{withPhones(audience)}</p>
        </section>
      )}
    </>
  )
}
