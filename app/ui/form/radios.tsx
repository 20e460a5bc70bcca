import { ChoiceList, type ChoicesProps } from './choices'

export interface RadiosProps extends ChoicesProps {
  defaultValue?: string
}

/** One choice of a few, all in sight. */
export function Radios({ defaultValue, ...rest }: RadiosProps) {
  return <ChoiceList {...rest} kind="radio" isChosen={value => value === defaultValue} />
}
