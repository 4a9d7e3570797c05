/** Runs of the operations of records, on a table of the test's own. */
import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';

import type { FieldRequest } from '../../../simulator/base/property';
import type { Base, Table } from '../../../simulator/state/bases';
import { newTable, put, whereOf } from './everyType';
import { seededBase } from './ownBase';
import { only, type Platform } from './platform';
import type { CredentialRef, Run } from './execute';
import type { ItemSpec } from './source';

export interface RunOptions {
	items?: readonly ItemSpec[];
	onError?: OnError;
	credential?: CredentialRef;
}

/** A fresh table, with what tests do to it. */
export class OwnTable {
	readonly base: Base;

	readonly table: Table;

	constructor(
		private readonly platform: Platform,
		fields: readonly FieldRequest[],
	) {
		this.base = seededBase(platform);
		this.table = newTable(this.base, fields);
	}

	async run(operation: string, parameters: INodeParameters, options: RunOptions = {}): Promise<Run> {
		const where = whereOf(this.base, this.table);
		return await this.platform.run({
			parameters: { resource: 'record', operation, ...where, ...parameters },
			...options,
		});
	}

	/** @throws the error of the run */
	async give(operation: string, parameters: INodeParameters, options: RunOptions = {}): Promise<IDataObject[]> {
		const { error, items } = await this.run(operation, parameters, options);
		if (error) throw error;
		return items.map(({ json }) => json);
	}

	put(...rows: ReadonlyArray<Record<string, unknown>>): string[] {
		return put(this.platform, this.base, this.table, rows).map(({ record_id }) => record_id);
	}

	/** The words of a column, in the table's order. */
	column(name: string): unknown[] {
		const { field_id } = only(this.table.fields.filter(({ field_name }) => field_name === name));
		return [...this.table.records.values()].map(({ cells }) => {
			const cell = cells.get(field_id);
			const first: unknown = Array.isArray(cell) ? cell[0] : undefined;
			return typeof first === 'object' && first && 'text' in first ? first.text : cell;
		});
	}

	/** The last part of the paths that were called, with how many records went along. */
	get writes(): string[] {
		return this.platform.calls
			.filter(({ path }) => /batch_(create|update|delete)$/.test(path))
			.map(({ path, bodyText = '{}' }) => {
				const { records = [] } = JSON.parse(bodyText) as { records?: unknown[] };
				return `${path.split('/').at(-1)} ${records.length}`;
			});
	}
}

/** As many items, each with its number. */
export const numbered = (count: number, json: (index: number) => IDataObject = (n) => ({ n })): ItemSpec[] =>
	Array.from({ length: count }, (_, index) => ({ json: json(index) }));
