import { describeMeilisearch } from '../contracts/search/contract-engines'
import { onTwoProcesses } from './on-two-processes'

await describeMeilisearch('two web processes on one database', (server, keys) =>
  onTwoProcesses(() =>
    Promise.resolve({
      MEILISEARCH_URL: server.url,
      MEILISEARCH_SEARCH_KEY: keys.searchKey,
      MEILISEARCH_WRITE_KEY: keys.writeKey,
    }),
  ),
)
