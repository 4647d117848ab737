export { nearestName } from '../src/nearest-name.ts';
