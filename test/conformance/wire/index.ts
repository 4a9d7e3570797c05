export { keepBinaries } from '../../engine/harness/execute';
export { EXCEPTIONS, MOST_EXCEPTIONS, review } from './exceptions';
export { reportOf } from './report';
export { compareCalls } from './run';
