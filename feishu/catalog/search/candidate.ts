import type { IndexEntry } from '../types';
import type { Word } from './words';

/** Something that an endpoint is called. */
export interface Name {
	/** Lower case, single spaces, without what stands in brackets at its end. */
	text: string;
	words: readonly Word[];
}

/** An entry, ready to be compared. */
export interface Candidate {
	entry: IndexEntry;
	/** Its titles. */
	names: readonly Name[];
	/** What people call what it does, where that is not in its titles. */
	uses: readonly Name[];
	/** Lower case, without /open-apis/, parameters as `:`. */
	path: string;
	steps: readonly Word[];
	domain: readonly Word[];
	/** How much its domain is used; 0 for most. */
	usage: number;
	/** What it has ahead of others with an equal match. */
	prior: number;
}
