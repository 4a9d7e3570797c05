/** The platform's endpoints as data: found by search, by id, or by what a person enters. */
export { allEndpoints, findEndpoint,  loadIndex, parameterTexts } from './load';
export { resolveEndpoint } from './resolve';
export { searchEndpoints } from './search';
export type * from './types';
