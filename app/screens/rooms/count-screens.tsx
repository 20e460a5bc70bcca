import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'

import { COUNT_GROUP_LABELS, type CountGroup } from '~/domain/vacancy/count/count-group'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { CountPage } from './facts.server'

type CountProps = CountPage & { submission?: SubmissionResult<string[]> }

/** How many beds a count has: those for whom the service takes, women's and men's, each a figure of its own. */
export function BedsScreen({ name, serviceId, groups, idempotencyKey, submission }: CountProps) {
  const asked = submission?.initialValue?.['group']
  // What says no group of this count is drawn in the first form: nothing refused goes without its words.
  const refusedIn = groups.find(({ group }) => group === asked)?.group ?? groups[0]?.group
  const refusedOf = (group: CountGroup) => (group === refusedIn ? submission : null)
  const stateOf = (group: CountGroup, beds: number) =>
    formStateOf(`beds-${group}`, refusedOf(group), { beds: String(beds) })
  return (
    <BelowRooms serviceId={serviceId}>
      <ErrorSummary items={groups.flatMap(({ group, beds }) => wrongIn(stateOf(group, beds), ['beds']))} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">How many beds are there?</h1>
      <p className="tg-lede">
        All of them, whatever is free today: that is a figure of its own. More of them are shown as free.
        Fewer take away those that nothing claims.
      </p>
      {groups.map(({ group, beds }) => {
        const form = stateOf(group, beds)
        return (
          <PostForm key={group} id={form.formId} noValidate>
            <TextInput
              {...fieldOf(form, 'beds')}
              label={COUNT_GROUP_LABELS[group]}
              width={3}
              inputMode="numeric"
            />
            <HiddenFields values={{ group, shown: beds, idempotencyKey }} refused={refusedOf(group)} />
            <Button look="secondary" about={`: ${COUNT_GROUP_LABELS[group]}`}>
              Save
            </Button>
          </PostForm>
        )
      })}
    </BelowRooms>
  )
}

/** A count becomes a list: a name for each bed. */
export function NamesScreen({ name, serviceId, beds, idempotencyKey, submission }: CountProps) {
  const names = Array.from({ length: beds }, (_, index) => `Room ${index + 1}`).join('\n')
  const form = formStateOf('names', submission, { names })
  return (
    <BelowRooms serviceId={serviceId}>
      <ErrorSummary items={wrongIn(form, ['names'])} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">List the rooms</h1>
      <p className="tg-lede">
        Each of the {beds} beds gets a name, in this order, and keeps who stays there and what is promised.
        Then each can be given its own facts, rent and charge.
      </p>
      <PostForm id={form.formId} noValidate>
        <Textarea
          {...fieldOf(form, 'names')}
          label="Names, one a line"
          rows={Math.min(20, Math.max(5, beds))}
        />
        <HiddenFields values={{ idempotencyKey }} />
        <Button>List the rooms</Button>
      </PostForm>
    </BelowRooms>
  )
}

/** A list becomes a count. */
export function CountRoomsScreen({ name, serviceId, beds, idempotencyKey, submission }: CountProps) {
  const form = formStateOf('count-rooms', submission)
  return (
    <BelowRooms serviceId={serviceId}>
      <ErrorSummary items={wrongIn(form, [])} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Keep a count instead</h1>
      <p className="tg-lede">
        The {beds} rooms lose their names and are counted. Who stays there and what is promised stays as it
        is; whoever is promised a bed may then get any that is alike. You can list the rooms again.
      </p>
      <PostForm id={form.formId} noValidate>
        <HiddenFields values={{ idempotencyKey }} />
        <Button>Keep a count</Button>
      </PostForm>
    </BelowRooms>
  )
}

function BelowRooms({ serviceId, children }: { serviceId: string; children: ReactNode }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/our-services/${serviceId}/rooms`}>Back to the rooms</BackLink>
        {children}
      </div>
    </div>
  )
}
