import type { FastifyInstance } from 'fastify';
import { viewById } from '../api/base/views';
import { permissionOf } from '../base/access';
import { cellOf, kindOf, placeOf } from '../base/cellsOf';
import { fieldView } from '../base/fields';
import { viewFits } from '../base/filter';
import type { Asking, Place } from '../base/kind';
import type { Platform } from '../gateway/platform';
import type { App } from '../state/apps';
import type { Base, BaseRecord } from '../state/bases';
import type { Store } from '../state/store';
import { anyApp, type OfTable, said, tableOf } from './bases';
import { appsView } from './state';

const TABLE = '/_sim/bases/:app_token/tables/:table_id';
const MAX_ROWS = 500;

/** What each person may do with a base; who may nothing is not there. */
function accessTo(store: Store, base: Base, app: App): Record<string, string> {
	const people = [...store.contact.users.values()].flatMap((user) => {
		const permission = permissionOf(store, base, { app, user, scopes: null });
		return permission ? [[user.open_id, permission] as const] : [];
	});
	return Object.fromEntries(people);
}

const baseView = (platform: Platform, base: Base) => {
	const { store } = platform;
	const owner = store.contact.users.get(base.owner)?.name ?? store.apps.byBot(base.owner)?.name ?? base.owner;
	return {
		app_token: base.app_token,
		name: base.name,
		owner,
		time_zone: base.time_zone,
		is_advanced: base.is_advanced,
		access: accessTo(store, base, anyApp(platform)),
		tables: [...base.tables.values()].map(({ table_id, name, fields, views, records }) => ({
			table_id,
			name,
			records: records.size,
			views: views.map(({ view_id, view_name, hidden_fields }) => ({ view_id, view_name, hidden_fields })),
			fields: fields.map((field) => fieldView(base, field)),
		})),
	};
};

/** By the ids of fields: as search gives it, and in words, which links and steps have there alone. */
const rowView = (places: readonly Place[], record: BaseRecord) => ({
	record_id: record.record_id,
	cells: Object.fromEntries(
		places.flatMap((place) => {
			const cell = cellOf(record, place);
			if (cell === undefined) return [];
			const kind = kindOf(place.field);
			return [[place.field.field_id, { value: kind.search(cell, place), words: kind.words(cell, place) }]];
		}),
	),
});

interface Wanted {
	offset?: string;
	limit?: string;
	view_id?: string;
	/** Only records with this in a cell, in whatever letters. */
	q?: string;
}

/** The records that a view lets pass, and in which the words are. */
function found(asking: Asking, places: readonly Place[], { view_id: viewId, q = '' }: Wanted): BaseRecord[] {
	const fits = viewId ? viewFits(asking, viewById(asking.table, viewId)) : () => true;
	const words = q.trim().toLowerCase();
	const has = (record: BaseRecord, place: Place) => {
		const cell = cellOf(record, place);
		return cell !== undefined && kindOf(place.field).words(cell, place).join(',').toLowerCase().includes(words);
	};
	return [...asking.table.records.values()].filter(
		(record) => fits(record) && (words === '' || places.some((place) => has(record, place))),
	);
}

/** What the page of bases shows: all but the records, and a window of those of one table. */
export function basePageRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.get('/_sim/bases/overview', () => ({
		apps: appsView(platform),
		people: [...store.contact.users.values()].map(({ open_id, name }) => ({ open_id, name })),
		chats: [...store.im.chats.values()]
			.filter(({ chat_type: type }) => type === 'group')
			.map(({ chat_id, name }) => ({ chat_id, name })),
		bases: [...store.bases.all.values()].map((base) => baseView(platform, base)),
	}));

	server.get<OfTable & { Querystring: Wanted }>(`${TABLE}/rows`, ({ params, query }) => {
		const asking = tableOf(platform, params);
		const places = asking.table.fields.map((field) => placeOf(asking, field));
		const records = said(() => found(asking, places, query));
		const offset = Math.max(0, Number(query.offset ?? 0) || 0);
		const limit = Math.min(MAX_ROWS, Math.max(0, Number(query.limit ?? 100) || 0));
		const rows = records.slice(offset, offset + limit).map((record) => rowView(places, record));
		return { total: records.length, rows };
	});
}
