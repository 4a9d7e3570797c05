/** Rows that follow each other, counted from 1, both ends included. */
export interface RowRun {
	startIndex: number;
	endIndex: number;
}

/**
 * Rows as the fewest runs to delete, the lowest in the sheet first: what stands above a deleted row keeps its number.
 * The call that deletes counts as people do, from 1 and with both ends.
 */
export function runsToDelete(rows: readonly number[]): RowRun[] {
	const runs: RowRun[] = [];
	for (const row of [...new Set(rows)].sort((a, b) => b - a)) {
		const below = runs.at(-1);
		if (below?.startIndex === row + 1) below.startIndex = row;
		else runs.push({ startIndex: row, endIndex: row });
	}
	return runs;
}
