/** What subscribed apps hear of changes in a base. */
import { secondApp } from '../../support/conformance/apps';
import { addRecord, type BaseFixture, newTable, refusalOf, startBase } from '../../support/conformance/bases';
import { first } from '../../support/conformance/harness';
import { connectSdk, type SdkConnection } from '../../support/conformance/longConnection';

type Json = Record<string, unknown>;
interface Action extends Json {
	action: string;
	before_value?: { field_id: string; field_value: string }[];
	after_value?: { field_id: string; field_value: string }[];
}

const RECORDS = 'drive.file.bitable_record_changed_v1';
const FIELDS = 'drive.file.bitable_field_changed_v1';

let fixture: BaseFixture;
let online: SdkConnection;
let fieldIds: Record<string, string>;
let person: string;

beforeEach(async () => {
	fixture = await startBase([
		{ field_name: 'Name', type: 1 },
		{ field_name: 'State', type: 3, property: { options: [{ name: 'open' }] } },
		{ field_name: 'Amount', type: 2 },
		{ field_name: 'Who', type: 11 },
		{ field_name: 'Sum', type: 20 },
	]);
	person = first(fixture.members);
	online = await connectSdk(fixture.simulator);
	const { data } = await fixture.sdk.bitable.v1.appTableField.list({ path: fixture.path });
	fieldIds = Object.fromEntries((data?.items ?? []).map(({ field_name, field_id = '' }) => [field_name, field_id]));
});
afterEach(async () => {
	online.close();
	await fixture.simulator.close();
});

const subscribe = () =>
	fixture.sdk.drive.v1.file.subscribe({ path: { file_token: fixture.app_token }, params: { file_type: 'bitable' } });
/** The events of a type so far, once all are delivered. */
async function heard(type: string): Promise<(Json & { action_list: Action[] })[]> {
	await fixture.simulator.push.idle();
	return fixture.simulator.push.deliveries
		.filter(({ event_type, app_id }) => event_type === type && app_id === fixture.simulator.appId)
		.map(({ payload }) => payload.event as Json & { action_list: Action[] });
}
const values = (side: Action['after_value'] = []) =>
	Object.fromEntries(
		side.map(({ field_id: id, field_value }) => [
			Object.keys(fieldIds).find((name) => fieldIds[name] === id) ?? id,
			field_value,
		]),
	);
const option = () => {
	const table = fixture.simulator.store.bases.all.get(fixture.app_token)?.tables.get(fixture.path.table_id);
	return table?.fields.find(({ field_name: name }) => name === 'State')?.property?.options?.[0]?.id;
};
const byHand = (method: string, path: string, body: object) =>
	fixture.http.admin(method, `/bases/${fixture.app_token}/tables/${fixture.path.table_id}/${path}`, {
		open_id: person,
		...body,
	});

it('is nothing without a subscription, which only those make who manage the base', async () => {
	const another = { path: { file_token: 'another' }, params: { file_type: 'bitable' as const } };
	await fixture.sdk.drive.v1.file.subscribe(another);
	await addRecord(fixture, { Name: 'x' });
	expect(await heard(RECORDS)).toEqual([]);
	const { client } = await secondApp(fixture);
	const path = { file_token: fixture.app_token };
	const theirs = client.drive.v1.file.subscribe({ path, params: { file_type: 'bitable' } });
	expect(await refusalOf(theirs)).toEqual([1069603, 403]);
	await subscribe();
	await addRecord(fixture, { Name: 'y' });
	expect(await heard(RECORDS)).toHaveLength(1);
	// Over the long connection of the SDK: the record, and that the file was edited.
	expect(online.received).toHaveLength(2);
	await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { events: ['im.message.receive_v1'] });
	await addRecord(fixture, { Name: 'z' });
	await fixture.simulator.push.idle();
	expect(online.received).toHaveLength(2);
});

it('has ids of fields and options, texts of JSON, and empty texts for empty cells', async () => {
	await subscribe();
	const id = await addRecord(fixture, { Name: 'x', State: 'open', Who: [{ id: person }] });
	const [event] = await heard(RECORDS);
	const { bot_open_id: bot } = fixture.simulator.store.apps.get(fixture.simulator.appId) ?? {};
	expect(event).toMatchObject({
		file_type: 'bitable',
		file_token: fixture.app_token,
		table_id: fixture.path.table_id,
		revision: expect.any(Number),
		operator_id: { open_id: bot },
		update_time: expect.any(Number),
		action_list: [{ record_id: id, action: 'record_added' }],
	});
	const [added] = event?.action_list ?? [];
	expect(added).not.toHaveProperty('before_value');
	expect(values(added?.after_value)).toEqual({
		Name: '[{"type":"text","text":"x"}]',
		State: option(),
		Amount: '',
		Who: JSON.stringify([{ id: person }]),
	});
	const who = (added?.after_value as Json[]).find(({ field_id: of }) => of === fieldIds.Who);
	expect(who?.field_identity_value).toMatchObject({ users: [{ user_id: { open_id: person } }] });
});

it('tells what was and is, of what is different alone; and the whole of what is gone', async () => {
	const id = await addRecord(fixture, { Name: 'x', Amount: 1, State: 'open' });
	await subscribe();
	const path = { ...fixture.path, record_id: id };
	const { appTableRecord: records } = fixture.sdk.bitable.v1;
	await records.update({ path, data: { fields: { Name: 'x', Amount: 2, State: null as never } } });
	await records.update({ path, data: { fields: { Amount: 2 } } });
	await records.delete({ path });
	const [edited, deleted, ...more] = (await heard(RECORDS)).map(({ action_list: [action] }) => action);
	// What changes nothing is no event.
	expect(more).toEqual([]);
	expect([edited?.action, values(edited?.before_value), values(edited?.after_value)]).toEqual([
		'record_edited',
		{ Amount: '1', State: option() },
		{ Amount: '2', State: '' },
	]);
	expect([deleted?.action, values(deleted?.before_value).Amount]).toEqual(['record_deleted', '2']);
	expect(deleted).not.toHaveProperty('after_value');
	expect(await heard('drive.file.edit_v1')).toHaveLength(2);
});

it('is one event for a batch, and one more for the other table of a link', async () => {
	const table_id = await newTable(fixture.sdk, fixture.app_token, 'Other', [{ field_name: 'Title', type: 1 }]);
	const property = { table_id, back_field_name: 'Back' };
	const link = { field_name: 'Link', type: 21, property };
	await fixture.sdk.bitable.v1.appTableField.create({ path: fixture.path, data: link });
	const there = { ...fixture.path, table_id };
	const { appTableRecord: records } = fixture.sdk.bitable.v1;
	const other = (await records.create({ path: there, data: { fields: { Title: 't' } } })).data?.record?.record_id ?? '';
	await subscribe();
	const rows = [{ fields: { Link: [other] } }, { fields: { Name: 'y' } }];
	await records.batchCreate({ path: fixture.path, data: { records: rows as never } });
	const events = await heard(RECORDS);
	expect(events.map(({ table_id: id, action_list: list }) => [id, list.length]).sort()).toEqual(
		[
			[fixture.path.table_id, 2],
			[table_id, 1],
		].sort(),
	);
});

it('comes of what people do by hand, and not of formulas', async () => {
	await subscribe();
	const made = await byHand('POST', 'records', { records: [{ Name: 'by hand' }] });
	const [record] = made.records as { record_id: string }[];
	await byHand('PUT', `records/${record?.record_id}/cells`, { cells: { Sum: { type: 2, value: [1] } } });
	await byHand('PUT', `records/${record?.record_id}`, { fields: { Amount: 3 } });
	await byHand('DELETE', `records/${record?.record_id}`, {});
	const events = await heard(RECORDS);
	expect(events.map(({ action_list: [action] }) => action?.action)).toEqual([
		'record_added',
		'record_edited',
		'record_deleted',
	]);
	expect(events[0]).toMatchObject({ operator_id: { open_id: person } });
	expect(values(events[0]?.action_list[0]?.after_value)).not.toHaveProperty('Sum');
});

it('tells of fields as well', async () => {
	await subscribe();
	const added = await byHand('POST', 'fields', { field_name: 'New', type: 3, property: { options: [{ name: 'a' }] } });
	const { appTableField: fields } = fixture.sdk.bitable.v1;
	const path = { ...fixture.path, field_id: String(added.field_id) };
	await fields.update({ path, data: { field_name: 'Newer', type: 1 } });
	await fields.delete({ path });
	const actions = (await heard(FIELDS)).map(({ action_list: [action] }) => action);
	const id = path.field_id;
	expect(actions).toMatchObject([
		{
			action: 'field_added',
			field_id: id,
			after_value: { id, name: 'New', type: 3, property: { options: [{ name: 'a' }] } },
		},
		{ action: 'field_edited', before_value: { name: 'New', type: 3 }, after_value: { name: 'Newer', type: 1 } },
		{ action: 'field_deleted', before_value: { id, name: 'Newer' } },
	]);
});
