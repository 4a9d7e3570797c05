/** Events of a table as the platform's pages show them. */
import { tableEvent } from '../../../../feishu/base/tableEvents';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';

const envelope = (event_type: string, event: object): EventEnvelope => ({
	schema: '2.0',
	event_type,
	event_id: 'e1',
	create_time: '2026-01-01T00:00:00.000Z',
	app_id: 'cli_1',
	tenant_key: 't',
	event: event as EventEnvelope['event'],
});
const HEAD = { file_type: 'bitable', file_token: 'app1', table_id: 'tbl1', operator_id: { open_id: 'ou_1' } };

test('records that came, changed and went', () => {
	const raw = {
		record_id: 'rec1',
		action: 'record_edited',
		before_value: [{ field_id: 'fld1', field_value: '' }],
		after_value: [
			{ field_id: 'fld1', field_value: 'optA' },
			{ field_id: 'fld2', field_value: '[]', field_identity_value: { users: [{ name: 'Ada' }] } },
		],
	};
	const action_list = [
		raw,
		{ record_id: 'rec2', action: 'record_added' },
		{ record_id: 'rec3', action: 'record_deleted' },
	];
	const read = tableEvent(
		envelope('drive.file.bitable_record_changed_v1', { ...HEAD, update_time: 1_700_000_000, action_list }),
	);
	expect(read).toMatchObject({
		file_token: 'app1',
		table_id: 'tbl1',
		operator_id: 'ou_1',
		changed_time: '2023-11-14T22:13:20.000Z',
		fields: [],
	});
	expect(read?.records.map(({ kind, record_id }) => [kind, record_id])).toEqual([
		['changed', 'rec1'],
		['created', 'rec2'],
		['deleted', 'rec3'],
	]);
	expect(read?.records[0]).toMatchObject({ raw });
	expect([...(read?.records[0]?.after.keys() ?? [])]).toEqual(['fld1', 'fld2']);
	expect(read?.records[0]?.after.get('fld2')).toEqual({
		field_id: 'fld2',
		field_value: '[]',
		users: [{ name: 'Ada' }],
	});
});

test('fields that came, changed and went, with what they were', () => {
	const action_list = [
		{ action: 'field_added', field_id: 'fld1', after_value: { name: 'New' } },
		{ action: 'field_edited', field_id: 'fld2', before_value: { name: 'Old' }, after_value: { name: 'New' } },
		{ action: 'field_deleted', field_id: 'fld3', before_value: { name: 'Old' } },
	];
	const read = tableEvent(envelope('drive.file.bitable_field_changed_v1', { ...HEAD, action_list }));
	expect(read?.fields).toMatchObject([
		{ kind: 'created', field_id: 'fld1', after: { name: 'New' } },
		{ kind: 'changed', before: { name: 'Old' }, after: { name: 'New' } },
		{ kind: 'deleted', before: { name: 'Old' } },
	]);
	expect(read).toMatchObject({ records: [], changed_time: '2026-01-01T00:00:00.000Z' });
});

test('anything else is none, and what nobody knows is left out', () => {
	expect(tableEvent(envelope('drive.file.edit_v1', HEAD))).toBeUndefined();
	const odd = { ...HEAD, action_list: [{ action: 'record_moved', record_id: 'rec1' }, 'x', null] };
	expect(tableEvent(envelope('drive.file.bitable_record_changed_v1', odd))?.records).toEqual([]);
	expect(tableEvent(envelope('drive.file.bitable_record_changed_v1', {}))).toMatchObject({ records: [], table_id: '' });
});
