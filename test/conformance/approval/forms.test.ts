/** What a form takes and how it reads back, through the official SDK. */
import { first, type Reply } from '../../support/conformance/harness';
import {
	ALL_WIDGETS_CODE,
	type ApprovalFixture,
	claimForm,
	EXPENSE_CODE,
	read,
	startApprovals,
} from '../../support/conformance/approvals';

let fixture: ApprovalFixture;
beforeAll(async () => {
	fixture = await startApprovals();
});
afterAll(() => fixture.simulator.close());

const start = (form: unknown, more: object = {}): Promise<Reply> =>
	fixture.http.post('/open-apis/approval/v4/instances', {
		approval_code: ALL_WIDGETS_CODE,
		open_id: fixture.idOf('alice'),
		form: typeof form === 'string' ? form : JSON.stringify(form),
		node_approver_open_id_list: [{ key: 'chosen', value: [fixture.idOf('bob')] }],
		...more,
	});

/** What a widget reads back as. */
async function back(entry: { id: string; type: string } & Record<string, unknown>): Promise<unknown> {
	const { data, msg } = await start([entry]);
	if (typeof data.instance_code !== 'string') return msg;
	return first(JSON.parse((await read(fixture, data.instance_code)).form) as Array<{ value: unknown }>).value;
}

async function upload(type: string): Promise<string> {
	const form = new FormData();
	for (const [name, value] of Object.entries({ name: 'receipt.png', type })) form.append(name, value);
	form.append('content', new Blob(['bytes']), 'receipt.png');
	const { data } = await fixture.http.call('POST', '/approval/openapi/v2/file/upload', form);
	return String(data.code);
}

it.each([
	['input', 'x', 'x'],
	['number', 3.5, 3.5],
	['date', '2026-10-01T09:00:00+08:00', '2026-10-01T09:00:00+08:00'],
	['radio', 'kind-1', 'One'],
	['radioV2', 'kind-2', '乙 Two'],
	['checkboxV2', ['kind-1', 'kind-2'], ['红 Red', '蓝 Blue']],
	['address', [{ id: '2038432', detailAddress: 'Street 1' }], 'China/Beijing/Beijing/Chaoyang Qu/Street 1'],
	['telephone', { countryCode: '+86', nationalNumber: '131' }, { country_code: '+86', national_number: '131' }],
	[
		'fieldList',
		[[{ id: 'widget_inner_input', type: 'input', value: 'a' }]],
		[[expect.objectContaining({ value: 'a' })]],
	],
])('a value of %s', async (type, value, expected) => {
	expect(await back({ id: `widget_${type}`, type, value })).toEqual(expected);
});

it.each([
	['input', 3, 'widget_input'],
	['number', '3', 'widget_number'],
	['radioV2', ['kind-1'], 'widget_radioV2'],
	['radioV2', '乙 Two', 'widget_radioV2'],
	['checkboxV2', 'kind-1', 'widget_checkboxV2'],
	['date', '2026-10-01', 'widget_date'],
	['amount', 3, 'widget_amount'],
	['contact', ['nobody'], 'widget_contact'],
	['image', ['NOTHING'], 'widget_image'],
	['address', [{ id: '1' }], 'widget_address'],
	['text', 'x', 'widget_text'],
	['account', {}, 'widget_account'],
	['input', undefined, 'widget_input'],
])('a wrong value of %s names the widget', async (type, value, id) => {
	const { code, status, msg } = await start([{ id: `widget_${type}`, type, value }]);
	expect([code, status, msg]).toEqual([1390001, 400, expect.stringContaining(`控件= ${id},`)]);
});

it('people are given by either id, and read back by both', async () => {
	const { user_id = '' } = fixture.simulator.store.contact.users.get(fixture.idOf('bob')) ?? {};
	const ids = { value: [user_id], open_ids: [fixture.idOf('bob')] };
	for (const given of [{ value: ids.value }, { open_ids: ids.open_ids }]) {
		const { data } = await start([{ id: 'my_contact', type: 'contact', ...given }]);
		expect(JSON.parse((await read(fixture, String(data.instance_code))).form)).toMatchObject([ids]);
	}
});

it('files are given by the code of their upload, and read back as addresses that end', async () => {
	const code = await upload('attachment');
	expect(await back({ id: 'widget_image', type: 'image', value: [code] })).toContain('控件= widget_image');
	const [url = ''] = (await back({ id: 'widget_attachmentV2', type: 'attachmentV2', value: [code] })) as string[];
	expect(url).toContain('\\u0026x-signature=');
	const address = url.replaceAll('\\u0026', '&');
	expect(await (await fetch(address)).text()).toBe('bytes');
});

it('names of files stand beside them, bare or quoted, and addresses may be as they are', async () => {
	const code = await upload('image');
	const { settings } = fixture.simulator.store;
	const shown = async () => {
		const { data } = await start([{ id: 'widget_image', type: 'image', value: [code] }]);
		const [entry] = JSON.parse((await read(fixture, String(data.instance_code))).form) as Array<{
			value: string[];
			ext: string;
		}>;
		return [entry?.ext, entry?.value[0]?.includes('&')];
	};
	expect(await shown()).toEqual(['receipt.png', false]);
	Object.assign(settings, { approvalFileNames: 'quoted', approvalFileAddresses: 'plain' });
	expect(await shown()).toEqual(["'receipt.png'", true]);
	Object.assign(settings, { approvalFileNames: 'bare', approvalFileAddresses: 'escaped' });
});

it('approvers who are to be chosen are asked for, and a computed value is the right one', async () => {
	expect((await start([], { node_approver_open_id_list: [] })).code).toBe(1390001);
	const items = (cost: number) => [
		{
			id: 'items',
			type: 'fieldList',
			value: [
				[
					{ id: 'widgetPrice', type: 'number', value: 3 },
					{ id: 'widgetQuantity', type: 'number', value: 2 },
					{ id: 'widgetCost', type: 'formula', value: cost },
				],
			],
		},
	];
	const claim = async (cost: number) =>
		await start(claimForm(6, items(cost)), { approval_code: EXPENSE_CODE, node_approver_open_id_list: [] });
	expect([(await claim(5)).msg, (await claim(6)).code]).toEqual([expect.stringContaining('widgetCost'), 0]);
});

it('days alone are dates, or they are not', async () => {
	const day = { id: 'widget_date', type: 'date', value: '2026-10-01' };
	expect((await start([day])).code).toBe(1390001);
	fixture.simulator.store.settings.approvalDates = 'daysToo';
	expect((await start([day])).code).toBe(0);
	fixture.simulator.store.settings.approvalCodes = 'legacy';
	expect((await start([{ ...day, value: 'x' }])).code).toBe(60006);
	expect((await start([], { approval_code: 'X' })).code).toBe(60002);
});

it('addresses of files end after 12 hours', async () => {
	const code = await upload('image');
	const [url = ''] = (await back({ id: 'widget_image', type: 'image', value: [code] })) as string[];
	await fixture.http.admin('POST', '/clock', { ms: 13 * 3_600_000 });
	expect((await fetch(url.replaceAll('\\u0026', '&'))).status).toBe(403);
});
