/** What has to be looked up before a cell can be written: once for all items that name it. */
export type CellNeed =
	/** Somebody's open_id. */
	| { kind: 'person'; by: 'email' | 'mobile' | 'union_id' | 'user_id' | 'name'; value: string }
	/** The record of another table that has this in its first column. */
	| { kind: 'record'; table: string; value: string }
	/** A file of the item that goes into the base, by the name of its field. */
	| { kind: 'file'; value: string };

/** Somebody who is not named by an open_id: by what they are looked up, as its form tells. */
export function personNeed(value: string): Extract<CellNeed, { kind: 'person' }> {
	if (value.startsWith('on_')) return { kind: 'person', by: 'union_id', value };
	if (value.includes('@')) return { kind: 'person', by: 'email', value };
	return { kind: 'person', by: /^\+?[\d\s-]{7,20}$/.test(value) ? 'mobile' : 'name', value };
}

/** Gives what was looked up: an ID, or the token of a file. @throws InputError where there is none, or several */
export type Found = (need: CellNeed) => string;

/** A cell that was read from what somebody entered. */
export interface PreparedCell {
	needs: readonly CellNeed[];
	/** As the platform takes it; null empties the cell. */
	wire(found: Found): unknown;
}

/** A cell for which nothing has to be looked up. */
export const ready = (value: unknown): PreparedCell => ({ needs: [], wire: () => value });

/** Where needs are kept: the same one asked for twice is one. */
export const needKey = (need: CellNeed): string => JSON.stringify(Object.entries(need).sort());
