export { keepBinaries } from '../../support/engine/execute';
export { EXCEPTIONS, MOST_EXCEPTIONS, review } from './exceptions';
export { reportOf } from './report';
export { compareCalls } from './run';
