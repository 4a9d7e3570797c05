import type { Cases } from './common';
import { fileComment } from './fileComment';

/** The same operations, in the node of documents. */
export const documentComment: Cases = fileComment;
