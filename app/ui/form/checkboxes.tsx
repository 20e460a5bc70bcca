import { ChoiceList, type ChoicesProps } from './choices'

export interface CheckboxesProps extends ChoicesProps {
  /** The values ticked at first. */
  defaultOptions?: readonly string[]
}

/** Any number of a few choices. */
export function Checkboxes({ defaultOptions = [], ...rest }: CheckboxesProps) {
  return <ChoiceList {...rest} kind="checkbox" isChosen={value => defaultOptions.includes(value)} />
}
