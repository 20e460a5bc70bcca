export interface Setting {
  name: string
  /** What holds when it is not set; empty when nothing does. */
  default: string
  /** What happens without it. */
  without: string
}

/** Every setting the service reads from its environment; the README's table is checked against it. */
export const CONFIGURATION = [
  { name: 'PORT', default: '3000', without: 'Listens on port 3000' },
  { name: 'HOST', default: '127.0.0.1', without: 'Answers this machine alone; 0.0.0.0 answers the network' },
  {
    name: 'DATABASE_URL',
    default: '',
    without:
      'A PostgreSQL of our own comes up inside THROUGHGATE_DATA; no DATABASE_… setting may then be set',
  },
  {
    name: 'DATABASE_WORKER_URL',
    default: '',
    without: 'Needed with DATABASE_URL by whoever runs the worker',
  },
  {
    name: 'DATABASE_OWNER_URL',
    default: '',
    without: 'Needed with DATABASE_URL to migrate and to seed, never to serve',
  },
  {
    name: 'THROUGHGATE_DATA',
    default: '.data',
    without: 'The database and the keys made for development lie in .data',
  },
  {
    name: 'MASTER_KEY',
    default: '',
    without:
      'npm run start refuses; development and the demonstration make one and keep it in THROUGHGATE_DATA',
  },
  {
    name: 'BACKUP_KEY',
    default: '',
    without:
      'npm run backup writes a configured database only when it is told --unencrypted. 32 random bytes in base64, other than MASTER_KEY, and kept elsewhere than the backups',
  },
  {
    name: 'PG_BIN',
    default: '',
    without:
      'npm run backup and restore look for pg_dump and pg_restore on the PATH, and where Debian and Homebrew put them',
  },
  {
    name: 'PUBLIC_ORIGIN',
    default: '',
    without: 'The site is http://localhost:PORT: no HSTS, and a cookie that does not ask for https',
  },
  { name: 'TRUST_PROXY', default: 'no', without: 'X-Forwarded-… headers are ignored' },
  {
    name: 'SMTP_URL',
    default: '',
    without:
      'Nobody is emailed: npm run start warns of it in the log and on /readyz; the demonstration shows the messages on a page',
  },
  {
    name: 'MAIL_FROM',
    default: 'Throughgate <no-reply@localhost>',
    without: 'Mail comes from no-reply@localhost',
  },
  { name: 'MEILISEARCH_URL', default: '', without: 'The search engine inside the process answers' },
  { name: 'MEILISEARCH_SEARCH_KEY', default: '', without: 'Needed with MEILISEARCH_URL: may only search' },
  {
    name: 'MEILISEARCH_WRITE_KEY',
    default: '',
    without: 'Needed with MEILISEARCH_URL: may change the index',
  },
  {
    name: 'MAP_TILE_URL',
    default: '',
    without: 'The map draws outlines, towns and prisons; nothing is fetched from others',
  },
  {
    name: 'MAP_TILE_CREDIT',
    default: '',
    without: 'Needed with MAP_TILE_URL: what the owner of the tiles asks to be shown on the map',
  },
  {
    name: 'WORKER',
    default: 'in-process',
    without: 'The worker runs inside the web process; apart: npm run worker',
  },
  {
    name: 'THROUGHGATE_TEST_NOW',
    default: '',
    without:
      'The time is the machine’s; tests alone start the demonstration at another, and npm run start refuses it',
  },
  {
    name: 'STOP_NOTICE_SECONDS',
    default: '5',
    without:
      'When npm run start is asked to stop, /readyz says no for 5 seconds before the port closes; 0 in the demonstration',
  },
  { name: 'LOG_LEVEL', default: 'info', without: 'One line a request, and every error' },
] as const satisfies readonly Setting[]

export type SettingName = (typeof CONFIGURATION)[number]['name']

/** What holds when `name` is not set. */
export function defaultOf(name: SettingName): string {
  return CONFIGURATION.find(setting => setting.name === name)?.default ?? ''
}
