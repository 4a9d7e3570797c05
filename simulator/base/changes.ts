import type { Base, BaseRecord, Cell, Field, Table } from '../state/bases';

/** What happened to one record, by the ids of its fields; undefined for an empty cell. */
export interface RecordChange {
	record: BaseRecord;
	action: 'record_added' | 'record_edited' | 'record_deleted';
	before: Map<string, Cell | undefined>;
	after: Map<string, Cell | undefined>;
}

/** What happened to one field; its state before, and after. */
export interface FieldChange {
	action: 'field_added' | 'field_edited' | 'field_deleted';
	field_id: string;
	before?: Field;
	after?: Field;
}

/** All that one write did, in each table that it touched. */
export interface TableChanges {
	base: Base;
	table: Table;
	records: RecordChange[];
	fields: FieldChange[];
}

/** Gathers what a write does; a link touches the other table as well. */
export class Changes {
	private readonly byTable = new Map<Table, TableChanges>();

	constructor(private readonly base: Base) {}

	of(table: Table): TableChanges {
		const found = this.byTable.get(table) ?? { base: this.base, table, records: [], fields: [] };
		this.byTable.set(table, found);
		return found;
	}

	/** Ends the write: tables that changed have a new revision. */
	all(): TableChanges[] {
		const changed = [...this.byTable.values()].filter(({ records, fields }) => records.length + fields.length > 0);
		for (const { table } of changed) table.revision += 1;
		if (changed.length > 0) this.base.revision += 1;
		return changed;
	}
}
