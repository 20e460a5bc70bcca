export { default, links, loader, meta } from './version'
