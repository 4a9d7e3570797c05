import { kindOf, placeOf } from '../base/cellsOf';
import type { FieldChange, RecordChange, TableChanges } from '../base/changes';
import { fieldView } from '../base/fields';
import type { Place } from '../base/kind';
import { TYPES } from '../base/kinds';
import type { App } from '../state/apps';
import type { Base, Cell, Field } from '../state/bases';
import { idsFor } from './eventIds';
import type { Outlet } from './push';

/** Formulas and what is computed like them are in no event. */
const isTold = ({ type }: Field) => type !== TYPES.formula && type !== TYPES.lookup;

/** A value as events have it: text under the id of its field, nothing as an empty text. */
function told(place: Place, cell: Cell | undefined): object {
	const { store, app, field } = place;
	const kind = kindOf(field);
	const people = cell === undefined ? undefined : kind.people?.(cell);
	const users = people?.map((id) => {
		const user = store.contact.users.get(id);
		const avatar_url = `https://files.example.com/avatars/${id}`;
		return { user_id: idsFor(store, app, id), name: user?.name ?? '', en_name: user?.en_name ?? '', avatar_url };
	});
	return {
		field_id: field.field_id,
		field_value: cell === undefined ? '' : kind.event(cell, place),
		...(users && { field_identity_value: { users } }),
	};
}

function recordAction(places: readonly Place[], { record, action, before, after }: RecordChange): object {
	const edited = action === 'record_edited';
	const side = (cells: Map<string, Cell | undefined>) =>
		places
			.filter(({ field }) => !edited || cells.has(field.field_id))
			.map((place) => told(place, cells.get(place.field.field_id)));
	return {
		record_id: record.record_id,
		action,
		...(action !== 'record_added' && { before_value: side(before) }),
		...(action !== 'record_deleted' && { after_value: side(after) }),
	};
}

function fieldState(base: Base, field: Field | undefined): object | undefined {
	if (!field) return undefined;
	const { field_id: id, field_name: name, type, description, property } = fieldView(base, field);
	return { id, name, type, description, property };
}

const fieldAction = (base: Base, { action, field_id, before, after }: FieldChange) => ({
	action,
	field_id,
	...(before && { before_value: fieldState(base, before) }),
	...(after && { after_value: fieldState(base, after) }),
});

/** The apps that have subscribed to a base. */
const subscribers = ({ store }: Outlet, { app_token: token }: Base): App[] => {
	const of = store.subscriptions.list().filter(({ kind, resource }) => kind === 'drive.file' && resource === token);
	return of.flatMap(({ app_id: id }) => store.apps.get(id) ?? []);
};

/**
 * `drive.file.bitable_record_changed_v1`, `…_field_changed_v1` and, with each of them, `drive.file.edit_v1`, to the apps
 * that have subscribed to the base; also of what they did themselves.
 */
export function pushTableChanges(outlet: Outlet, changes: readonly TableChanges[], operator: string): void {
	const { store, push } = outlet;
	for (const { base, table, records, fields } of changes)
		for (const app of subscribers(outlet, base)) {
			const places = table.fields
				.filter((field) => isTold(field) && kindOf(field).computed === undefined)
				.map((field) => placeOf({ store, base, table, app, idType: 'open_id' }, field));
			const head = { file_type: 'bitable', file_token: base.app_token, table_id: table.table_id };
			const subscriber_id_list = [idsFor(store, app, app.bot_open_id)];
			const tail = {
				operator_id: idsFor(store, app, operator),
				revision: table.revision,
				subscriber_id_list,
				update_time: Math.floor(store.clock.now() / 1000),
			};
			if (records.length > 0) {
				const action_list = records.map((change) => recordAction(places, change));
				push.event(app.app_id, 'drive.file.bitable_record_changed_v1', { ...head, ...tail, action_list });
			}
			if (fields.length > 0) {
				const action_list = fields.map((change) => fieldAction(base, change));
				push.event(app.app_id, 'drive.file.bitable_field_changed_v1', { ...head, ...tail, action_list });
			}
			const operator_id_list = [tail.operator_id];
			const edited = { file_type: 'bitable', file_token: base.app_token, operator_id_list, subscriber_id_list };
			push.event(app.app_id, 'drive.file.edit_v1', edited);
		}
	store.changed();
}
