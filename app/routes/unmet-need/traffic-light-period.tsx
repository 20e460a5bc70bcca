export { default, links, loader, meta } from './traffic-light'
