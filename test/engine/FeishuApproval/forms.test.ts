/** Forms of approvals: what goes in by the names of its controls, and what comes out. */
import type { IDataObject, INodeParameters, ResourceMapperFields } from 'n8n-workflow';

import { FeishuApproval } from '../../../nodes/FeishuApproval/FeishuApproval.node';
import { byEmail, byId, listContext, only, picture, report, usePlatform, type ItemSpec } from '../../support/engine';
import { filledInBy, personToken } from '../../support/engine/everyone';
import { leadPublicHosts, REGIONS } from '../../support/engine/publicHosts';
import {
	ALL_WIDGETS_CODE,
	definitionOf,
	EXPENSE_CODE,
	LEAVE_CODE,
	openIdOf,
	ownInstance,
} from '../../support/engine/ownApproval';
import { person } from '../../support/engine/ownChat';
import { several } from '../../support/engine/ownChat';
import { storeApp } from '../../support/engine/storeApps';

const platform = usePlatform();

const instance = (operation: string, more: INodeParameters) => ({ resource: 'approvalInstance', operation, ...more });
const CHOSEN = (list: string) => ({ rows: [{ step: 'chosen', people: several(list) }] });

/** Values as an expression gives them, by the names of the controls. */
const given = (values: Record<string, unknown>) => `={{ ${JSON.stringify(values)} }}`;

/** What the form of expenses requires. */
const LINE = { '物品 Item': 'Pen', '单价 Price': 2, '数量 Quantity': 3 };
const CLAIM = { reason: 'x', kind: 'kind-2', total: '30 USD', items: [LINE] };

const started = (approval: string, values: Record<string, unknown>, more: INodeParameters = {}) =>
	instance('create', {
		approvalDefinition: byId(approval),
		starter: byId(openIdOf(platform, 'alice')),
		approvalForm: given(values),
		...more,
	});

const LEFT_OUT = (names: string, where = 'Form') => `The field '${where}' leaves out what the form requires: ${names}`;

async function out(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const run = await platform.run({ parameters, items });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

const formOf = async (code: unknown) =>
	only(await out(instance('get', { approvalInstance: byId(String(code)) }))).form as Record<string, unknown>;

test('each control takes what people write, and gives it back as a plain value', async () => {
	const linked = ownInstance(platform).instance.instance_code;
	const [bob, sales] = [openIdOf(platform, 'bob'), [...platform.store.departments.values()][0]];
	const email = platform.store.users.get(bob)?.email ?? '';
	const values = {
		input: 'Pens & paper',
		textarea: 'two\nlines',
		number: '12.5',
		amount: '100 usd',
		formula: 12.5,
		date: '2026-11-30T08:00:00+08:00',
		dateInterval: { start: '2026-11-30T08:00:00+08:00', end: '2026-11-30T20:00:00+08:00' },
		radioV2: '乙 Two',
		checkboxV2: '红 Red, 蓝 Blue',
		contact: email,
		department: sales?.name ?? '',
		connect: linked,
		document: 'https://x.feishu.cn/docx/UMKcdhmaOo6PcpxkEMOcSC5Qnxb',
		attachmentV2: 'paper',
		imageV2: 'photo',
		address: { district: 'Shanghai/Pudong Xinqu', detail: 'Road 1' },
		telephone: '+65 9123 4567',
		fieldList: [{ 'inner text': 'one' }, { widget_inner_input: 'two' }],
	};
	const named = Object.fromEntries(Object.entries(values).map(([type, value]) => [`${type} widget`, value]));
	const items = [{ files: { paper: report, photo: picture } }];
	const more = { stepApprovers: CHOSEN(openIdOf(platform, 'carol')) };
	const made = only(await out(started(ALL_WIDGETS_CODE, named, more), items));
	expect(made).toEqual({
		approval_code: ALL_WIDGETS_CODE,
		instance_code: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
		instance_link: expect.stringContaining('applink') as string,
		created: true,
	});
	const form = await formOf(made.instance_code);
	expect(form).toEqual({
		'input widget': 'Pens & paper',
		'textarea widget': 'two\nlines',
		'number widget': 12.5,
		'amount widget': 100,
		'amount widget (currency)': 'USD',
		'formula widget': 12.5,
		'date widget': '2026-11-30T08:00:00+08:00',
		'dateInterval widget': expect.objectContaining({ interval: 0.5 }) as unknown,
		'radioV2 widget': '乙 Two',
		'checkboxV2 widget': ['红 Red', '蓝 Blue'],
		'contact widget': [expect.objectContaining({ open_id: bob, name: 'Bob Martin' })],
		'department widget': [
			expect.objectContaining({ open_department_id: sales?.open_department_id, name: sales?.name }),
		],
		'connect widget': [linked],
		'document widget': expect.objectContaining({ token: 'UMKcdhmaOo6PcpxkEMOcSC5Qnxb', type: 'docx' }) as unknown,
		'attachmentV2 widget': [{ name: report.fileName, url: expect.stringMatching(/^http[^\\]*$/) as string }],
		'imageV2 widget': [{ name: picture.fileName, url: expect.stringMatching(/^http/) as string }],
		'address widget': 'China/Shanghai/Shanghai/Pudong Xinqu/Road 1',
		'telephone widget': '+65 91234567',
		'fieldList widget': [{ 'inner text': 'one' }, { 'inner text': 'two' }],
	});
});

test('a piece of the name of a department is none', async () => {
	const [sales] = [...platform.store.departments.values()];
	const piece = (sales?.name ?? '').slice(0, -1);
	const more = { stepApprovers: CHOSEN(openIdOf(platform, 'carol')) };
	const { error } = await platform.run({ parameters: started(ALL_WIDGETS_CODE, { 'department widget': piece }, more) });
	expect(error?.message).toBe(`The field 'Form → department widget' names no department that is known: '${piece}'`);
});

test('what Get gives starts another one like it, but for its files', async () => {
	const first = only(await out(started(EXPENSE_CODE, { ...CLAIM, '总额 Total': '30 USD' })));
	const form = await formOf(first.instance_code);
	const second = only(await out(started(EXPENSE_CODE, form)));
	expect(await formOf(second.instance_code)).toEqual(form);
});

test('a group takes its parts in the form of the panel', async () => {
	const value = {
		widgetLeaveGroupType: 'leave-annual',
		widgetLeaveGroupStartTime: '2026-12-01T00:00:00',
		widgetLeaveGroupEndTime: '2026-12-02T12:00:00',
		widgetLeaveGroupReason: 'Rest',
	};
	const approvalForm = { mappingMode: 'defineBelow', value };
	const made = only(await out(started(LEAVE_CODE, {}, { approvalForm })));
	expect(Object.values(await formOf(made.instance_code))).toEqual([
		expect.objectContaining({ reason: 'Rest', start: expect.stringMatching(/^2026-12-01T00:00:00/) as string }),
	]);
});

test('Map Automatically takes what is called like a control, and leaves the rest of the item alone', async () => {
	const approvalForm = { mappingMode: 'autoMapInputData', value: null };
	const items = [{ json: { '事由 Reason': 'Pens', kind: '其他 Other', total: 7, items: [LINE], row_number: 7 } }];
	const made = only(await out(started(EXPENSE_CODE, {}, { approvalForm }), items));
	expect(await formOf(made.instance_code)).toEqual({
		...{ '事由 Reason': 'Pens', '类型 Kind': '其他 Other', '总额 Total': 7, '总额 Total (currency)': 'CNY' },
		'明细 Items': [LINE],
	});
});

describe('an approval whose form requires nothing is not started without a value because of how keys are called', () => {
	const automatic = { mappingMode: 'autoMapInputData', value: null };
	const begin = async (json: IDataObject, approvalForm: INodeParameters[string], options: INodeParameters = {}) => {
		const known = platform.store.approvals.instances.size;
		const stepApprovers = CHOSEN(openIdOf(platform, 'carol'));
		const parameters = started(ALL_WIDGETS_CODE, {}, { approvalForm, stepApprovers, options });
		const { error } = await platform.run({ parameters, items: [{ json }] });
		return { error, begun: platform.store.approvals.instances.size - known };
	};

	test('Map Automatically where nothing fits', async () => {
		const { error, begun } = await begin({ row_number: 7, amuont: 1 }, automatic);
		expect(error?.message).toBe(
			"The field 'Form' finds nothing that is called like a control of the form, or nothing in it: it has row_number, amuont",
		);
		expect(error?.description).toContain('The form has input widget, textarea widget, number widget');
		expect(begun).toBe(0);
	});

	test('an expression that gives an object without anything in it', async () => {
		const { error, begun } = await begin({}, '={{ {} }}');
		expect(error?.message).toBe("The field 'Form' gets no value for any control of the form");
		expect(begun).toBe(0);
	});

	test('but where that is wanted, or all was left empty by hand', async () => {
		expect(await begin({ row_number: 7 }, automatic, { allowMissing: true })).toEqual({ begun: 1 });
		expect(await begin({ row_number: 7 }, { mappingMode: 'defineBelow', value: {} })).toEqual({ begun: 1 });
	});
});

test.each([
	['北京市', '1816670'],
	['beijing', '1816670'],
	['朝阳区', '2038432'],
	['Shanghai/浦东新区', '7304023'],
	['上海市/Pudong Xinqu', '7304023'],
	['上海', '1796236'],
	['2950157', '2950157'],
])('the district %s is found', async (district, id) => {
	const more = { stepApprovers: CHOSEN(openIdOf(platform, 'carol')) };
	const made = only(await out(started(ALL_WIDGETS_CODE, { 'address widget': district }, more)));
	const kept = platform.store.approvals.instance(String(made.instance_code));
	expect(kept?.form).toContainEqual({ id: 'widget_address', kept: [id, ''] });
});

test('whoever several items name is looked up once', async () => {
	const more = { stepApprovers: CHOSEN(openIdOf(platform, 'carol')) };
	const parameters = started(ALL_WIDGETS_CODE, { 'contact widget': 'Bob Martin', 'department widget': 'Sales' }, more);
	const one = await platform.run({ parameters });
	const walk = platform.calls.filter(({ path }) => path.includes('/contact/')).length;
	expect(walk).toBeGreaterThan(1);
	platform.simulator.requests.length = 0;
	await platform.run({ parameters, items: Array.from({ length: 5 }, () => ({})) });
	expect(platform.calls.filter(({ path }) => path.includes('/contact/'))).toHaveLength(walk);
	expect(one.error?.message).toContain("names no department that is known: 'Sales'");
});

describe('what is refused before anything is started', () => {
	const before = () => platform.store.approvals.instances.size;

	test.each([
		[{ cause: 'x' }, "The field 'Form' has no control 'cause'"],
		[{ kind: 'Boat' }, "The field 'Form → 类型 Kind' has no option 'Boat'"],
		[{ total: 'many' }, "The field 'Form → 总额 Total' is no amount: many"],
		[{ total: 'a lot' }, "The field 'Form → 总额 Total' is no amount: a lot"],
		[{ receipts: 'paper' }, "The field 'Form → 发票 Receipts' names a file that the item does not have: paper"],
		[{ items: [{ Price: 1 }] }, "The field 'Form → 明细 Items 1' has no control 'Price'"],
	])('%j', async (values, words) => {
		const known = before();
		const run = await platform.run({ parameters: started(EXPENSE_CODE, values) });
		expect(run.error?.message).toBe(words);
		expect(before()).toBe(known);
		expect(platform.calls.map(({ method }) => method)).toEqual(['GET']);
	});

	test.each([
		['contact widget', 'Nobody Atall', "The field 'Form → contact widget' names nobody: 'Nobody Atall'"],
		['address widget', 'Atlantis', "The field 'Form → address widget' names no district that is known: 'Atlantis'"],
		[
			'address widget',
			'Berlin/Pudong Xinqu',
			"The field 'Form → address widget' names no district that is known: 'Berlin/Pudong Xinqu'",
		],
		['date widget', '2026-02-31', "The field 'Form → date widget' holds no date: 2026-02-31"],
		['date widget', '01.12.2026', "The field 'Form → date widget' holds no date: 01.12.2026"],
		['address widget', 'Qu', "The field 'Form → address widget' names several districts: 'Qu'"],
		[
			'department widget',
			'Nowhere',
			"The field 'Form → department widget' names no department that is known: 'Nowhere'",
		],
	])('%s: %s', async (control, value, words) => {
		const more = { stepApprovers: CHOSEN(openIdOf(platform, 'carol')) };
		const run = await platform.run({ parameters: started(ALL_WIDGETS_CODE, { [control]: value }, more) });
		expect(run.error?.message).toBe(words);
	});

	test.each([
		['={{ $json.nothing }}', "The field 'Form' is empty: its expression gave no value"],
		['={{ "" }}', "The field 'Form' is empty: its expression gave no value"],
		['text', "The field 'Form' is not valid JSON"],
		['={{ "text" }}', "The field 'Form' is not valid JSON"],
		[
			{ mappingMode: 'defineBelow', value: '={{ $json.nothing }}' },
			"The field 'Form' is empty: its expression gave no value",
		],
		[{ mappingMode: 'defineBelow', value: '={{ "text" }}' }, "The field 'Form' is not valid JSON"],
		[{ mappingMode: 'defineBelow', value: '={{ [1] }}' }, "The field 'Form' holds no values"],
		[given({}), LEFT_OUT("'事由 Reason', '类型 Kind', '总额 Total', '明细 Items'")],
		[given({ ...CLAIM, reason: ' ', items: [] }), LEFT_OUT("'事由 Reason', '明细 Items'")],
		[given({ ...CLAIM, items: [{ ...LINE, '物品 Item': '' }] }), LEFT_OUT("'物品 Item'", 'Form → 明细 Items 1')],
		[
			{ mappingMode: 'autoMapInputData', value: null },
			LEFT_OUT("'事由 Reason', '类型 Kind', '总额 Total', '明细 Items'"),
		],
	] as const)('the form %j', async (approvalForm, words) => {
		const known = before();
		const run = await platform.run({ parameters: started(EXPENSE_CODE, {}, { approvalForm }) });
		expect(run.error?.message).toBe(words);
		expect(before()).toBe(known);
	});

	test('what is required may be left out by those who know better', async () => {
		const options = { allowMissing: true };
		const made = only(await out(started(EXPENSE_CODE, { reason: 'Pens' }, { options })));
		expect(await formOf(made.instance_code)).toEqual({ '事由 Reason': 'Pens' });
	});

	test('a step for which somebody has to be chosen, by its name', async () => {
		const run = await platform.run({ parameters: started(ALL_WIDGETS_CODE, {}) });
		expect(run.error?.message).toBe("The field 'Approvers' names nobody for the step '审批人 Approver'");
	});

	test('people for a step that is not there, before it is said who is missing', async () => {
		const stepApprovers = { rows: [{ step: 'Boss', people: person(openIdOf(platform, 'carol')) }] };
		const { error } = await platform.run({ parameters: started(ALL_WIDGETS_CODE, {}, { stepApprovers }) });
		expect(error?.message).toContain('names a step that the approval does not have: Boss');
		expect(error?.description).toMatch(/^It has 审批人 Approver/);
	});

	test('an item of which nothing fits, where the form requires something', async () => {
		const approvalForm = { mappingMode: 'autoMapInputData', value: null };
		const { error } = await platform.run({
			parameters: started(EXPENSE_CODE, {}, { approvalForm }),
			items: [{ json: { foo: 1 } }],
		});
		expect(error?.message).toBe(
			"The field 'Form' finds nothing that is called like a control of the form, or nothing in it: it has foo",
		);
	});

	test('whoever Feishu does not know, by the field', async () => {
		const starter = byId('ou_00000000000000000000000000000000');
		const { error } = await platform.run({ parameters: started(EXPENSE_CODE, CLAIM, { starter }) });
		expect(error?.message).toBe("Feishu does not know the person in 'Start As'");
	});

	test('a form with a control that the client alone fills in', async () => {
		const definition = definitionOf(platform, EXPENSE_CODE);
		definition.form.push({ id: 'w9', name: 'Bank account', type: 'account', required: true });
		const run = await platform.run({ parameters: started(EXPENSE_CODE, { reason: 'x' }) });
		definition.form.pop();
		expect(run.error?.message).toContain("asks for 'Bank account', which can be filled in in the client only");
	});

	test('an app without somebody in whose name it starts', async () => {
		const run = await platform.run({ parameters: started(EXPENSE_CODE, {}, { starter: byId('') }) });
		expect(run.error?.message).toBe("The field 'Start As' is empty");
		expect(platform.simulator.requests).toEqual([]);
	});
});

test('what Feishu refuses is told by the name of the control', async () => {
	const row = { '物品 Item': 'Pen', widgetPrice: 2, widgetQuantity: 3, widgetCost: 7 };
	const run = await platform.run({ parameters: started(EXPENSE_CODE, { ...CLAIM, items: [row] }) });
	expect(run.error?.message).toBe("Feishu refused the control '明细 Items → 金额 Cost' of the form");
	expect(run.error?.description).toContain('控件');
});

test('a key that differs by its case alone is taken; a note is not among what can be given', async () => {
	const definition = definitionOf(platform, EXPENSE_CODE);
	definition.form.push({ id: 'w8', name: '说明', type: 'text' });
	const { reason, ...rest } = CLAIM as Record<string, unknown>;
	const made = only(await out(started(EXPENSE_CODE, { ...rest, '事由 REASON': reason })));
	expect(await formOf(made.instance_code)).toMatchObject({ '事由 Reason': reason });
	const { error } = await platform.run({ parameters: started(EXPENSE_CODE, { nothing: 1 }) });
	definition.form.pop();
	expect(error?.description).toContain('It has 事由 Reason, ');
	expect(error?.description).not.toContain('说明');
});

test('with one Own ID nothing is started twice', async () => {
	const options = { ownId: 'order-1107' };
	const first = only(await out(started(EXPENSE_CODE, CLAIM, { options })));
	const second = only(await out(started(EXPENSE_CODE, CLAIM, { options })));
	expect(second).toEqual({
		approval_code: EXPENSE_CODE,
		instance_code: first.instance_code,
		created: false,
		instance_link: expect.stringContaining('instanceId') as string,
		hint: expect.stringContaining('This form was not taken') as string,
	});
	const found = await out(instance('get', { approvalInstance: { __rl: true, mode: 'uuid', value: 'order-1107' } }));
	expect(only(found)).toMatchObject({ instance_code: first.instance_code, uuid: 'order-1107' });
});

test('a lost answer starts nothing twice', async () => {
	const known = platform.store.approvals.instances.size;
	const path = '/open-apis/approval/v4/instances';
	platform.simulator.faults.add({ path, times: 1, action: { type: 'dropAfter' } });
	const made = only(await out(started(EXPENSE_CODE, CLAIM)));
	expect(made).toMatchObject({ created: true, instance_code: expect.stringMatching(/^[0-9A-F-]{36}$/) as string });
	expect(platform.store.approvals.instances.size).toBe(known + 1);
});

test('a title is sent as a text of its own, and whom the bot is not to tell as a sum', async () => {
	const options = { title: 'Pens for Ann', noMessagesWhen: ['1', '4'], forbidRevoke: true };
	const made = only(await out(started(EXPENSE_CODE, CLAIM, { options })));
	const kept = platform.store.approvals.instance(String(made.instance_code));
	expect(kept).toMatchObject({ title: 'Pens for Ann', forbid_revoke: true });
	expect(JSON.parse(platform.calls.at(-1)?.bodyText ?? '{}')).toMatchObject({
		cancel_bot_notification: '5',
		title_display_method: 1,
	});
});

describe('the form in the panel', () => {
	const { resourceMapping, loadOptions } = new FeishuApproval().methods;
	const context = (code: string) =>
		listContext('feishuApproval', platform.credential, {
			resource: 'approvalInstance',
			operation: 'create',
			approvalDefinition: byId(code),
		});
	const fields = async (code: string) =>
		(await resourceMapping.getApprovalForm?.call(context(code))) as ResourceMapperFields;

	test('has a field for each control that can be filled in', async () => {
		const { fields: all } = await fields(EXPENSE_CODE);
		expect(all.map(({ id, displayName, type, required }) => [id, displayName, type, required])).toEqual([
			['事由 Reason', '事由 Reason', 'string', true],
			['类型 Kind', '类型 Kind', 'options', true],
			['总额 Total (100 CNY)', '总额 Total (100 CNY)', 'string', true],
			['明细 Items (JSON rows)', '明细 Items (JSON rows)', 'string', true],
			['发票 Receipts (file fields)', '发票 Receipts (file fields)', 'string', false],
		]);
		expect(all[1]?.options?.map(({ name, value }) => [name, value])).toContainEqual(['差旅 Travel', 'kind-1']);
	});

	test('what was filled in under the names of the panel arrives at its controls, as does what stands under an ID', async () => {
		const { fields: schema } = await fields(EXPENSE_CODE);
		const value = {
			...{ '事由 Reason': 'Pens', '类型 Kind': 'kind-2', '总额 Total (100 CNY)': '30 USD' },
			...{ '明细 Items (JSON rows)': JSON.stringify([LINE]), widgetReceipts: '' },
		};
		const approvalForm = { mappingMode: 'defineBelow', value, schema } as never;
		const made = only(await out(started(EXPENSE_CODE, {}, { approvalForm })));
		expect(await formOf(made.instance_code)).toMatchObject({
			'总额 Total': 30,
			'总额 Total (currency)': 'USD',
			'明细 Items': [LINE],
		});
	});

	test('a control that was renamed stays where it is kept, and of two with one name both keep their IDs', async () => {
		const { fields: schema } = await fields(EXPENSE_CODE);
		const definition = definitionOf(platform, EXPENSE_CODE);
		const [, reason] = definition.form;
		const name = reason?.name ?? '';
		if (reason) reason.name = 'Why';
		definition.form.push({ id: 'w8', name: 'Twin', type: 'input' }, { id: 'w9', name: 'Twin', type: 'input' });
		const later = (await resourceMapping.getApprovalForm?.call(
			listContext('feishuApproval', platform.credential, {
				...{ resource: 'approvalInstance', operation: 'create', approvalDefinition: byId(EXPENSE_CODE) },
				approvalForm: { mappingMode: 'defineBelow', value: {}, schema } as never,
			}),
		)) as ResourceMapperFields;
		definition.form.splice(-2);
		if (reason) reason.name = name;
		const shown = later.fields.map(({ id, displayName }) => [id, displayName]);
		expect(shown[0]).toEqual(['事由 Reason', 'Why']);
		expect(shown.slice(-2)).toEqual([
			['w8', 'Twin'],
			['w9', 'Twin'],
		]);
	});

	test('requires nothing where what is required may be left out', async () => {
		const context = listContext('feishuApproval', platform.credential, {
			...{ resource: 'approvalInstance', operation: 'create', approvalDefinition: byId(EXPENSE_CODE) },
			options: { allowMissing: true },
		});
		const found = (await resourceMapping.getApprovalForm?.call(context)) as ResourceMapperFields;
		expect(found.fields.map(({ required }) => required)).toEqual([false, false, false, false, false]);
	});

	test('says what is missing where there is none', async () => {
		expect(await fields('')).toMatchObject({
			fields: [],
			emptyFieldsNotice: expect.stringMatching(/^Choose a definition/) as string,
		});
		expect(await fields('leave')).toMatchObject({
			fields: [],
			emptyFieldsNotice: expect.stringContaining('no ID') as string,
		});
		for (const app of platform.store.apps.values()) app.scopes = [];
		await expect(fields(EXPENSE_CODE)).rejects.toMatchObject({
			message: 'The app lacks the scope approval:definition',
		});
	});

	test('its steps can be chosen', async () => {
		const steps = await loadOptions.getApprovalSteps?.call(context(ALL_WIDGETS_CODE));
		expect(steps?.map(({ name }) => name)).toEqual(['审批人 Approver (somebody has to be chosen)']);
		const none = await loadOptions.getApprovalSteps?.call(context(''));
		expect(none).toEqual([{ name: 'Choose the Definition First', value: '' }]);
	});
});

describe('files', () => {
	const claim = () => started(EXPENSE_CODE, { ...CLAIM, receipts: 'paper' });
	const items = [{ files: { paper: report } }];

	test('go to the host of the client, and nothing else does', async () => {
		const hosts = leadPublicHosts(() => platform.simulator);
		const credential = platform.newCredential({ region: 'feishu', baseUrl: '' });
		const { error } = await platform.run({ parameters: claim(), items, credential });
		const asked = hosts.asked();
		hosts.restore();
		expect(error).toBeUndefined();
		expect(asked).toEqual(['open.feishu.cn', 'www.feishu.cn']);
		const upload = platform.calls.find(({ path }) => path.startsWith('/approval/'));
		expect(upload?.path).toBe('/approval/openapi/v2/file/upload');
		expect([...platform.store.approvals.files.values()].at(-1)).toMatchObject({
			name: report.fileName,
			type: 'attachment',
		});
	});

	test.each([
		['api', ['open.company.example']],
		['client', ['open.company.example', 'www.company.example']],
	] as const)('of a private deployment go where it takes them: %s', async (approvalUploadHost, asked) => {
		const hosts = leadPublicHosts(() => platform.simulator);
		const { settings } = platform.store;
		settings.approvalUploadHost = approvalUploadHost;
		const credential = platform.newCredential(REGIONS.private.where);
		const { error } = await platform.run({ parameters: claim(), items, credential });
		settings.approvalUploadHost = 'api';
		const found = hosts.asked();
		hosts.restore();
		expect(error).toBeUndefined();
		expect(found).toEqual(asked);
		expect([...platform.store.approvals.files.values()].at(-1)).toMatchObject({ name: report.fileName });
	});

	test.each([
		['all', undefined],
		[
			'selfBuilt',
			"The field 'Form → 发票 Receipts' has a file, which Feishu's host for files does not take from this app",
		],
	] as const)('of an app of the store are taken, or refused in words (%s)', async (approvalUploadApps, message) => {
		const { credential } = await storeApp(platform, { tenantKey: 0 });
		platform.store.settings.approvalUploadApps = approvalUploadApps;
		const parameters = { ...claim(), starter: byEmail('alice@example.com') };
		const { error } = await platform.run({ parameters, items, credential });
		platform.store.settings.approvalUploadApps = 'all';
		expect(error?.message).toBe(message);
	});

	test('that a deployment takes nowhere are told so', async () => {
		platform.store.settings.approvalUploadHost = 'client';
		const { error } = await platform.run({ parameters: claim(), items });
		platform.store.settings.approvalUploadHost = 'api';
		expect(error?.message).toBe('The platform does not know this address');
	});

	test('are taken from apps only', async () => {
		const baseUrl = platform.simulator.url;
		const accessToken = await personToken(platform);
		const credential = platform.keep('feishuAccessTokenApi', { region: 'custom', baseUrl, kind: 'user', accessToken });
		const parameters = filledInBy(true, claim());
		const { error } = await platform.run({ parameters, items, credential });
		expect(error?.message).toBe("The field 'Form → 发票 Receipts' has a file, which Feishu takes from apps only");
	});
});
