import { CONFIGURATION } from '~/config/settings'

/** The README's table of configuration, one Markdown row a setting. */
export function configurationTable(): string {
  return CONFIGURATION.map(
    ({ name, default: held, without }) => `| \`${name}\` | ${held ? `\`${held}\`` : 'none'} | ${without} |`,
  ).join('\n')
}
