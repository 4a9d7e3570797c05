import type { Document } from '../state/docs';
import type { Store } from '../state/store';

/** The document that a block is in. */
export const documentWith = ({ docs }: Store, blockId: string): Document | undefined =>
	docs.all.get(blockId) ?? [...docs.all.values()].find(({ tree }) => tree.get(blockId));
