import type { JsonObject } from '../json';
import { FIELD, optionNames, type BaseField } from './baseField';

interface Row {
	fields: JsonObject;
}

/**
 * The options of the fields that take several. A name that is new makes an option, and where two records of one request
 * bring the same new name it makes two of that name, so that such records have to go apart.
 * Source: …/bitable-v1/app-table-record/batch_create
 */
export class NewOptions {
	/** By the name of the field. */
	private readonly known: ReadonlyMap<string, Set<string>>;

	constructor(fields: readonly BaseField[]) {
		const several = fields.filter(({ type }) => type === FIELD.multiSelect);
		this.known = new Map(several.map((field) => [field.field_name, new Set(optionNames(field))]));
	}

	/** How many of these records may go in one request, from the first on; at least one. */
	fit(rows: readonly Row[]): number {
		const brought = new Set<string>();
		const isSecond = (row: Row) => {
			const fresh = this.freshIn(row);
			const again = fresh.some((key) => brought.has(key));
			for (const key of fresh) brought.add(key);
			return again;
		};
		const second = rows.findIndex(isSecond);
		return second === -1 ? rows.length : second;
	}

	/** They were written: what they brought is there now. */
	keep(rows: readonly Row[]): void {
		for (const row of rows)
			for (const [field, names] of this.known) for (const name of namesIn(row, field)) names.add(name);
	}

	private freshIn(row: Row): string[] {
		return [...this.known].flatMap(([field, names]) =>
			namesIn(row, field)
				.filter((name) => !names.has(name))
				.map((name) => JSON.stringify([field, name])),
		);
	}
}

function namesIn({ fields }: Row, field: string): string[] {
	const cell = fields[field];
	return Array.isArray(cell) ? cell.map(String) : [];
}
