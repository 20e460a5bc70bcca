import type { AppLoadContext } from '@remix-run/node'
import { confirmByLink, openLink, type OpenedLink } from '~/domain/reminder/confirm-by-link.server'
import { findServiceFor } from '~/domain/service/service-queries.server'
import { redirectSaying } from '~/http/message.server'
import { notFound, refusalPage } from '~/http/respond.server'
import { href } from '~/paths'
import { doneWords, overWords, verifyPage } from './page'

/** What the page of a link shows; looking confirms nothing. @throws the page that is not there, or the one that says why it confirms nothing */
export async function verifyPageFor(context: AppLoadContext, token: string) {
  const link = await openedFor(context, token)
  const now = context.clock()
  const shown = await findServiceFor(context.db, { kind: 'public' }, link.service.id, now)
  return verifyPage(link, shown, now)
}

/** Confirms what the link asks. @throws as the page does */
export async function confirmFor(context: AppLoadContext, token: string) {
  const { kind } = await openedFor(context, token)
  const result = await confirmByLink(context, token)
  if (result === null) throw notFound()
  if (result !== 'done') throwOver({ ...(await openedFor(context, token)), standing: result })
  return redirectSaying(context, href('services', {}), doneWords(kind))
}

async function openedFor(context: AppLoadContext, token: string): Promise<OpenedLink> {
  const link = await openLink(context, token)
  if (link === null) throw notFound()
  if (link.standing.is !== 'open') throwOver(link)
  return link
}

/** @throws the page that says why a link confirms nothing */
function throwOver(link: OpenedLink): never {
  throw refusalPage(409, overWords(link))
}
