import type { ServerBuild } from '@remix-run/node'
import { createServer as createViteServer } from 'vite'
import type { Pages } from '~/server/create-server'
import { remixHandler } from './remix-pages'
import type { AppServices } from '~/server/services'

/** The pages straight from their sources, changed while they are changed. */
export async function sourcePages(services: AppServices): Promise<Pages> {
  const vite = await createViteServer({ server: { middlewareMode: true } })
  // The virtual module is the Remix plugin's build of the sources; it comes without types.
  const build = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
  return { files: [vite.middlewares], remix: remixHandler(services, build) }
}
