import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import type { JsonObject } from '../../../../feishu/json';
import type { Asking } from '../../../shared/client/asking';
import { wireCells, type PreparedRow } from './preparedRow';
import { saidNothing } from './rowResult';
import { resolveNeeds } from './resolveNeeds';

/** Rows of which everything is looked up; what could not be found is the refusal of its row. */
export async function resolvedRows(asking: Asking, rows: readonly PreparedRow[]): Promise<ResolvedRows> {
	const resolved = await resolveNeeds(asking, rows);
	return new ResolvedRows(rows.map((row) => wiredOrError(() => wireCells(row, resolved.for(row)))));
}

function wiredOrError(wire: () => JsonObject): JsonObject | Error {
	try {
		return wire();
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

export class ResolvedRows {
	constructor(readonly rows: ReadonlyArray<JsonObject | Error>) {}

	/**
	 * Writes those that could be resolved.
	 * @param write gives a result for each of these, in their order
	 * @returns for every row its result, or why it could not be written
	 */
	async write(
		write: (rows: Array<{ fields: JsonObject; index: number }>) => Promise<ReadonlyArray<BaseRecord | Error>>,
	): Promise<Array<BaseRecord | Error>> {
		const ready = this.rows.flatMap((fields, index) => (fields instanceof Error ? [] : [{ fields, index }]));
		const written = await write(ready);
		const byRow = new Map(ready.map(({ index }, at) => [index, written[at]]));
		return this.rows.map((row, index) => (row instanceof Error ? row : (byRow.get(index) ?? saidNothing())));
	}
}
