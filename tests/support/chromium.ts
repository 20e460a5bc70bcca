import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Quiet, offline and small: no background requests, no updates, no GPU. */
export const CHROMIUM_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser that is here: `CHROMIUM_PATH`, else the first of the usual places; null when there is none. */
function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return PLACES.find(place => existsSync(place)) ?? null
}

/**
 * Finds a browser for the journeys, or installs Debian's when that can be done here.
 * Throws one message that says both ways out when it cannot.
 */
export function ensureChromium(): string {
  const found = findChromium() ?? installFromDebian()
  if (found) return found
  throw new Error(
    'The journeys need Chromium and none is here. Install it (on Debian or Ubuntu: apt-get install chromium), or name one in CHROMIUM_PATH.',
  )
}

function installFromDebian(): string | null {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || process.env.CHROMIUM_PATH || !existsSync('/usr/bin/apt-get')) return null
  console.log('No Chromium here: installing Debian’s for the journeys.')
  const quiet = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
    ...quiet,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return findChromium()
}
