/** One address per login role. */
export interface DatabaseUrls {
  /** throughgate_owner: owns the schema and migrates it. */
  owner: string
  /** throughgate_app: serves pages; owns nothing. */
  app: string
  /** throughgate_worker: jobs and the timetable. */
  worker: string
}

/** The setting that holds each address. */
export const URL_SETTINGS = {
  owner: 'DATABASE_OWNER_URL',
  app: 'DATABASE_URL',
  worker: 'DATABASE_WORKER_URL',
} as const satisfies Record<keyof DatabaseUrls, string>

/** The same addresses for another database of that server. */
export function urlsForDatabase(urls: DatabaseUrls, database: string): DatabaseUrls {
  return {
    owner: urlForDatabase(urls.owner, database),
    app: urlForDatabase(urls.app, database),
    worker: urlForDatabase(urls.worker, database),
  }
}

/** The same address for another database of that server. */
export function urlForDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
