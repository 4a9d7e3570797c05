import { Readable } from 'node:stream';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import {
	bodyText,
	fileNameOf,
	inputFile,
	storeAnswer,
	type BinaryAnswer,
} from '../../../../../nodes/shared/client/binary';
import { rejectionOf } from '../../../../support/feishuCalls';
import { execution } from '../../../../support/nodes/execution';

const bytes = Buffer.from('abc飞书');
const inMemory: IBinaryData = { data: bytes.toString('base64'), mimeType: 'text/plain', fileName: 'a.txt' };
const item = (binary?: Record<string, IBinaryData>): INodeExecutionData[] => [{ json: {}, binary }];

describe('inputFile', () => {
	it('gives the file of the item', async () => {
		const file = await inputFile(execution({ items: item({ data: inMemory }) }), 0, 'data', 'Input');
		expect(file).toMatchObject({ fileName: 'a.txt', mimeType: 'text/plain', size: bytes.length });
		const part = await file.part();
		expect(part).toMatchObject({ name: 'a.txt', type: 'text/plain', size: bytes.length });
		expect(await part.text()).toBe('abc飞书');
	});

	it.each<[Partial<IBinaryData>, string, string]>([
		[{ fileName: undefined, fileExtension: 'pdf' }, 'file.pdf', 'text/plain'],
		[{ fileName: undefined }, 'file.txt', 'text/plain'],
		[{ fileName: ' ' }, 'file.txt', 'text/plain'],
		[{ fileName: undefined, mimeType: 'image/png' }, 'file.png', 'image/png'],
		[{ fileName: undefined, mimeType: 'Application/PDF; x=y' }, 'file.pdf', 'Application/PDF; x=y'],
		[{ fileName: undefined, mimeType: '' }, 'file', 'application/octet-stream'],
		[{ fileName: undefined, mimeType: 'application/x-odd' }, 'file', 'application/x-odd'],
		[{ mimeType: '' }, 'a.txt', 'application/octet-stream'],
	])('names what has no name: %j', async (change, fileName, mimeType) => {
		const file = await inputFile(execution({ items: item({ data: { ...inMemory, ...change } }) }), 0, 'data', 'Input');
		expect(file).toMatchObject({ fileName, mimeType });
	});

	it('gives the bytes of a stored file whichever way they are asked for', async () => {
		const stored = { ...inMemory, data: 'filesystem-v2', id: 'filesystem-v2:1' };
		const context = execution({ items: item({ data: stored }), stored: { 'filesystem-v2:1': bytes } });
		const part = await (await inputFile(context, 0, 'data', 'Input')).part();
		expect(await part.text()).toBe('abc飞书');
		expect(Buffer.from(await part.arrayBuffer()).equals(bytes)).toBe(true);
	});

	it('streams a stored file, as often as it is sent', async () => {
		const stored = { ...inMemory, data: 'filesystem-v2', id: 'filesystem-v2:1' };
		const context = execution({ items: item({ data: stored }), stored: { 'filesystem-v2:1': bytes } });
		const open = jest.spyOn(context.helpers, 'getBinaryStream');
		const file = await inputFile(context, 0, 'data', 'Input');
		expect(file.size).toBe(bytes.length);
		expect(open).not.toHaveBeenCalled();
		for (const time of [1, 2]) {
			const form = new FormData();
			form.append('file', await file.part());
			const request = new Request('http://127.0.0.1/', { method: 'POST', body: form });
			const sent = (await request.formData()).get('file') as File;
			expect({ name: sent.name, type: sent.type, text: await sent.text() }).toEqual({
				name: 'a.txt',
				type: 'text/plain',
				text: 'abc飞书',
			});
			expect(open).toHaveBeenCalledTimes(time);
		}
	});

	it('lets go of a stored file that is not sent to its end', async () => {
		const source = Readable.from([bytes, bytes]);
		const context = execution({ items: item({ data: { ...inMemory, id: 'x' } }), stored: { x: bytes } });
		jest.spyOn(context.helpers, 'getBinaryStream').mockResolvedValue(source);
		const part = await (await inputFile(context, 0, 'data', 'Input')).part();
		const reader = part.stream().getReader();
		expect(await reader.read()).toEqual({ done: false, value: new Uint8Array(bytes) });
		await reader.cancel();
		expect(source.destroyed).toBe(true);
	});

	it.each<[string, INodeExecutionData[], string]>([
		[
			'names the others',
			item({ photo: inMemory, scan: inMemory }),
			"It has files in: photo, scan. Put one of these names into 'Input'",
		],
		['says where files come from', item(), 'Connect a node that gives a file'],
		['bears an item that is not there', [], 'Connect a node that gives a file'],
	])('refuses a missing file and %s', async (_what, items, advice) => {
		const error = await rejectionOf(inputFile(execution({ items }), 0, 'data', 'Input'));
		expect(error).toMatchObject({
			name: 'InputError',
			field: 'Input',
			message: "The item has no file in 'data'",
			advice: expect.stringContaining(advice),
		});
	});
});

it.each<[string | undefined, string | undefined]>([
	['attachment; filename="a.txt"', 'a.txt'],
	['attachment; filename=a.txt', 'a.txt'],
	['attachment; filename=a.txt; size=5', 'a.txt'],
	['inline;filename = "a b.txt"', 'a b.txt'],
	['attachment; filename="a;b.txt"', 'a;b.txt'],
	["attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf", '报告.pdf'],
	['attachment; filename="x.pdf"; filename*=utf-8\'\'%E6%8A%A5.pdf', '报.pdf'],
	['attachment; filename*=UTF-8\'\'%E6%8A%A5.pdf; filename="x.pdf"', '报.pdf'],
	['attachment; filename="%E6%8A%A5.pdf"', '报.pdf'],
	['attachment; filename="100%.pdf"', '100%.pdf'],
	['attachment', undefined],
	['attachment; filename=""', undefined],
	[undefined, undefined],
])('the name in %s is %s', (disposition, name) => {
	expect(fileNameOf({ headers: { 'content-disposition': disposition } })).toBe(name);
});

it.each([
	['text', 'a飞', 'a飞'],
	['bytes', Buffer.from('a飞'), 'a飞'],
	[
		'a stream that cuts letters in two',
		Readable.from([Buffer.from('a飞').subarray(0, 2), Buffer.from('a飞').subarray(2)]),
		'a飞',
	],
	['an object', { code: 0 }, '{"code":0}'],
	['nothing', undefined, ''],
	['null', null, ''],
])('reads a body that is %s', async (_what, body, expected) => {
	expect(await bodyText(body)).toBe(expected);
});

describe('storeAnswer', () => {
	const answer = (headers: Record<string, string>): BinaryAnswer => ({
		statusCode: 200,
		headers,
		body: Readable.from([bytes]),
	});

	it('prefers the name that was asked for, and leaves an unknown type to n8n', async () => {
		const context = execution();
		const prepare = jest.spyOn(context.helpers, 'prepareBinaryData');
		const named = { 'content-disposition': 'attachment; filename="a.png"', 'content-type': 'image/png; charset=x' };
		await storeAnswer(context, answer(named));
		await storeAnswer(context, answer(named), 'b.png');
		await storeAnswer(context, answer({ 'content-type': 'application/octet-stream' }));
		await storeAnswer(context, answer({}));
		expect(prepare.mock.calls.map(([, name, type]) => [name, type])).toEqual([
			['a.png', 'image/png'],
			['b.png', 'image/png'],
			[undefined, undefined],
			[undefined, undefined],
		]);
	});

	it('is for running workflows only', async () => {
		const context = { helpers: {} } as unknown as ReturnType<typeof execution>;
		expect((await rejectionOf(storeAnswer(context, answer({})))).message).toContain('in a running workflow only');
	});
});
