import type { IExecuteFunctions } from 'n8n-workflow';

import type { JsonObject } from '../../../../../../feishu/json';
import { CHAT, composerField, CUSTOM_BOT, type Surface } from '../../../../../../nodes/shared/im/composer';
import type { FeishuClient } from '../../../../../../nodes/shared/client/client';
import { Panel } from '../../../../../../nodes/shared/operation/panel';
import { UPLOAD_IMAGE } from '../../../../../../nodes/shared/im/upload';
import { rejectionOf } from '../../../../../support/feishuCalls';
import { recordingClient } from '../../../../../support/nodes/calls';
import { execution } from '../../../../../support/nodes/execution';

const PICTURE = { data: Buffer.from('abc').toString('base64'), mimeType: 'image/png', fileName: 'a.png' };

/** Reads what was filled in, and composes it. */
async function composed(context: IExecuteFunctions, feishu: FeishuClient, surface = CHAT) {
	const tools = { context, ...(surface.app && { feishu }) };
	return await composerField(surface).read(new Panel(context, 0)).compose(tools);
}

function composing(block: object, surface: Surface = CHAT, timezone = 'America/New_York') {
	const { feishu, calls } = recordingClient({ [UPLOAD_IMAGE]: { image_key: 'img_new' } });
	const context = execution({
		parameters: { messageType: 'card', blocks: { block: [block] } },
		items: [{ json: {}, binary: { data: PICTURE } }],
		timezone,
	});
	return { result: composed(context, feishu, surface), calls };
}

async function built(block: object, surface?: Surface, timezone?: string): Promise<JsonObject> {
	const [message] = await composing(block, surface, timezone).result;
	const { body } = message?.content as { body: { elements: JsonObject[] } };
	return body.elements[0] ?? {};
}

describe('Table', () => {
	const table = (rows: object[], ...column: object[]) => ({ type: 'table', tableRows: rows, tableColumns: { column } });

	it.each(['text', 'markdown', 'number', 'options'])('shows moments as %s where that is chosen', async (columnType) => {
		const rows = [{ at: '2026-01-31T08:00:00Z' }];
		if (columnType === 'number') {
			const { result } = composing(table(rows, { key: 'at', columnType }));
			expect((await rejectionOf(result)).message).toContain("'2026-01-31T08:00:00Z' is no number");
		} else {
			const { columns } = await built(table(rows, { key: 'at', columnType }));
			expect(columns).toEqual([{ name: 'at', display_name: 'at', data_type: columnType }]);
		}
	});

	it('takes over what the rows tell of a column of that type', async () => {
		const rows = [{ at: '2026-01-31T08:00:00Z' }];
		const shown = { data_type: 'date', date_format: 'YYYY-MM-DD HH:mm' };
		for (const columnType of ['auto', 'date'])
			expect(await built(table(rows, { key: 'at', columnType }))).toMatchObject({ columns: [shown] });
	});

	it('aligns numbers, with separators', async () => {
		expect(await built(table([{ n: '1234' }], { key: 'n', columnType: 'number' }))).toMatchObject({
			columns: [{ data_type: 'number', horizontal_align: 'right', format: { separator: true } }],
			rows: [{ n: 1234 }],
		});
	});

	it.each([
		['2026-01-31', '2026-01-31T00:00:00-05:00'],
		['2026-01-31T08:00', '2026-01-31T08:00:00-05:00'],
		['2026-01-31 08:00:30', '2026-01-31T08:00:30-05:00'],
		['2026-01-31T08:00:00+08:00', '2026-01-31T08:00:00+08:00'],
	])('reads the date %s as the workflow does', async (at, moment) => {
		expect(await built(table([{ at }], { key: 'at', columnType: 'date' }))).toMatchObject({
			rows: [{ at: Date.parse(moment) }],
		});
	});

	it.each(['soon', '2024-13-01'])('says which row holds no date: %s', async (at) => {
		const { result } = composing(table([{ at }], { key: 'at', columnType: 'date' }));
		expect((await rejectionOf(result)).message).toBe(`Block 1 (Table): row 1, column 'at': '${at}' is no date`);
	});

	it('refuses more columns than are shown', async () => {
		const row = Object.fromEntries(Array.from({ length: 51 }, (_gap, at) => [`c${at}`, at]));
		const { result } = composing({ type: 'table', tableRows: [row] });
		expect((await rejectionOf(result)).message).toContain('there are 51 columns; Feishu shows at most 50');
	});
});

it('escapes fields from JSON, and leaves those typed in', async () => {
	const element = await built({
		type: 'fields',
		columns: 1,
		fields: { field: [{ name: 'Typed', value: '**a**' }] },
	});
	expect(element.content).toBe('**Typed**\n**a**');
	const given = await built({ type: 'fields', columns: 1, fieldsJson: { Name: '<at id=all></at> *b*' } });
	expect(given.content).toBe('**Name**\n&#60;at id=all&#62;&#60;/at&#62; &#42;b&#42;');
});

describe('images by address', () => {
	const image = '![a](binary:data)';
	const blocks: Array<[string, object]> = [
		['Text', { type: 'markdown', text: image }],
		['Note', { type: 'note', text: image }],
		['Collapsible Panel', { type: 'panel', panelTitle: 'T', text: image }],
		[
			'Fields',
			{
				type: 'fields',
				fields: {
					field: [
						{ name: 'A', value: image },
						{ name: 'B', value: image },
					],
				},
			},
		],
		[
			'Table',
			{
				type: 'table',
				tableRows: [{ a: image }, { a: image }],
				tableColumns: { column: [{ key: 'a', columnType: 'markdown' }] },
			},
		],
	];

	it.each(blocks)('of %s are uploaded, once', async (_name, block) => {
		const { result, calls } = composing(block);
		const content = JSON.stringify(await result);
		// An image of its own line is an element, one within words stays in them.
		expect(content).toMatch(/!\[a\]\(img_new\)|"img_key":"img_new"/);
		expect(content).not.toContain('binary:data');
		expect(calls).toHaveLength(1);
	});

	it.each(blocks)('of %s are refused where nothing can be uploaded', async (name, block) => {
		const error = await rejectionOf(composing(block, CUSTOM_BOT).result);
		expect(error).toMatchObject({ name: 'InputError', field: expect.stringContaining(`Block 1 (${name}) → `) });
		expect(error.message).toContain("can't be sent by a custom bot");
	});
});

it('takes an address with its scheme only as the link of the card', async () => {
	const { feishu } = recordingClient({});
	const context = execution({
		parameters: { messageType: 'card', cardOptions: { link: 'example.com' }, blocks: { block: [{ type: 'divider' }] } },
	});
	const error = await rejectionOf(composed(context, feishu));
	expect(error.message).toBe("Card settings: the link 'example.com' has no scheme");
});

it.each([
	['form', CUSTOM_BOT, "The field 'Block 1 (Form) → Type' can't be 'form'"],
	['hologram', CHAT, "The field 'Block 1 (hologram) → Type' can't be 'hologram'"],
])('refuses a block of a type that the surface does not take: %s', async (type, surface, message) => {
	expect(await rejectionOf(composing({ type }, surface).result)).toMatchObject({ name: 'InputError', message });
});
