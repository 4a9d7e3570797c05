export * from './execute';
export * from './files';
export * from './platform';
export { usePlatform } from './usePlatform';
export { keepSecret } from './witness';
export type { FileSpec, ItemSpec } from './source';
export { inRealTime } from './realTime';
export { until } from './until';
