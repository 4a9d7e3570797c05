import type { UserIdType } from '../platform/ids';
import type { App } from '../state/apps';
import type { Base, BaseRecord, Cell, Field, Option, Table } from '../state/bases';
import type { Store } from '../state/store';

/** For whom cells of a table are read or written. */
export interface Asking {
	store: Store;
	base: Base;
	table: Table;
	/** Whose ids people have. */
	app: App;
	idType: UserIdType;
}

/** Where a cell is. */
export interface Place extends Asking {
	field: Field;
	/** What a record shows where others lead to it: its first column. */
	title(table: Table, record: BaseRecord): string;
}

export interface WritePlace extends Place {
	/** The option of a name; one that is not there comes into being when all of the call is fine. */
	option(name: string): Option;
}

/** How the older reads differ. */
export interface LegacyForm {
	list: boolean;
	textsAsArrays: boolean;
	formulasAsFields: boolean;
}

/** What a field of one type takes and gives. */
export interface Kind<C extends Cell = Cell> {
	/** What a call writes, as it is kept; throws the code of the type. Absent where nothing can be written. */
	write?(this: void, given: unknown, place: WritePlace): C;
	/** As search and batch_get give it. */
	search(cell: C, place: Place): unknown;
	/** As the older reads give it, where that differs. */
	legacy?(cell: C, place: Place, form: LegacyForm): unknown;
	/** As events have it. */
	event(cell: C, place: Place): string;
	/** What conditions, sorting and other types make of it. */
	words(cell: C, place: Place): string[];
	/** What sorting and comparing make of it, where that is no text. */
	amount?(this: void, cell: C): number;
	/** People in it, by their open_id in the store. */
	people?(cell: C): string[];
	/** Made from the record itself and never kept in it. */
	computed?(record: BaseRecord, place: Place): C | undefined;
}
