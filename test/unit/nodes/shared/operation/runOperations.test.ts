import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { CallError } from '../../../../../feishu/api/call';
import { InputError } from '../../../../../feishu/input';
import { locatorField } from '../../../../../nodes/shared/fields/locator';
import { collectionField, rowsField } from '../../../../../nodes/shared/fields/nested';
import { textField } from '../../../../../nodes/shared/fields/plain';
import type { Field, Reader } from '../../../../../nodes/shared/operation/field';
import {
	defineOperation,
	FileOutput,
	type Operation,
	type OperationContext,
} from '../../../../../nodes/shared/operation/operation';
import { defineResource, OperationSet } from '../../../../../nodes/shared/operation/operationSet';
import { runOperations } from '../../../../../nodes/shared/operation/runOperations';
import { failure, rejectionOf } from '../../../../support/feishuCalls';
import { execution, goodCredential, type Setting } from '../../../../support/nodes/execution';

const key = textField({ displayName: 'Key', name: 'key', required: true });

const base: Operation = defineOperation({
	value: 'go',
	name: 'Go',
	action: 'Go',
	description: 'Goes',
	endpoint: 'GET /open-apis/x',
	fields: [key],
	run: async () => await Promise.resolve({}),
});

const items = (count: number): INodeExecutionData[] =>
	Array.from({ length: count }, (_, index) => ({ json: { index } }));

async function run(part: Partial<Operation>, setting: Setting & { count?: number; options?: object } = {}) {
	const { count = 1, options = {}, ...rest } = setting;
	const set = new OperationSet([
		defineResource({ value: 'thing', name: 'Thing', operations: [{ ...base, ...part }], defaultOperation: 'go' }),
	]);
	const each = Array.from({ length: Math.max(1, count) }, (_, index) => ({
		resource: 'thing',
		operation: 'go',
		requestOptions: options,
		...((Array.isArray(rest.parameters) ? (rest.parameters as object[])[index] : rest.parameters) ?? {}),
	}));
	const credential = { ...goodCredential(''), region: 'lark' };
	return await runOperations(execution({ credential, ...rest, parameters: each, items: items(count) }), set);
}

it('gives one item a record, in the order of the inputs, each paired', async () => {
	const file = { data: '', mimeType: 'image/png' };
	const outputs = [
		{ a: 1 },
		[{ b: 1 }, { b: 2 }],
		[],
		new FileOutput({ c: 1 }, { data: file }),
		[new FileOutput({ d: 1 }, {})],
	];
	const order: number[] = [];
	const [result] = await run(
		{
			run: async ({ itemIndex }) => {
				for (let turn = itemIndex; turn < 5; turn += 1) await new Promise(setImmediate);
				order.push(itemIndex);
				return outputs[itemIndex] ?? {};
			},
		},
		{ count: 5 },
	);
	expect(order).toEqual([4, 3, 2, 1, 0]);
	expect(result).toEqual([
		{ json: { a: 1 }, pairedItem: { item: 0 } },
		{ json: { b: 1 }, pairedItem: { item: 1 } },
		{ json: { b: 2 }, pairedItem: { item: 1 } },
		{ json: { c: 1 }, binary: { data: file }, pairedItem: { item: 3 } },
		{ json: { d: 1 }, binary: {}, pairedItem: { item: 4 } },
	]);
});

describe('an expression that gives nothing', () => {
	const field = textField({ displayName: 'Words', name: 'words', required: true });
	const chosen = locatorField({
		displayName: 'Thing',
		name: 'thing',
		modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
	});
	const rows = rowsField({ displayName: 'Rows', name: 'rows', groupKey: 'row', groupName: 'Row' }, [field]);
	const more = collectionField({ displayName: 'More', name: 'more' }, [field]);
	const refusal = async (one: Field, value: object, written: INodeParameters) =>
		await rejectionOf(
			run(
				{
					fields: [one],
					run: async ({ read }) => {
						const found = read(one);
						if (Array.isArray(found)) (found as Array<Reader<typeof field>>).map(({ read }) => read(field));
						return await Promise.resolve({});
					},
				},
				{ parameters: [value], written },
			),
		);

	const nothing = '={{ $json.nothing }}';
	it.each<[string, Field, object, INodeParameters, string]>([
		['in a field', field, { words: '' }, { words: nothing }, 'Words'],
		['that is undefined', field, { words: undefined }, { words: nothing }, 'Words'],
		['in a locator', chosen, { thing: { mode: 'id', value: '' } }, { thing: { mode: 'id', value: nothing } }, 'Thing'],
		[
			'in a row',
			rows,
			{ rows: { row: [{ words: 'one' }, { words: '' }] } },
			{ rows: { row: [{ words: 'one' }, { words: nothing }] } },
			'Row 2 → Words',
		],
		['in a collection', more, { more: { words: '' } }, { more: { words: nothing } }, 'Words'],
	])('is told %s', async (_where, one, value, written, label) => {
		expect(await refusal(one, value, written)).toMatchObject({
			message: `The field '${label}' is empty: its expression gave no value`,
			description: expect.stringContaining('For this item, {{ $json.nothing }} gave nothing'),
		});
	});

	it('is not said of a field that nobody filled in', async () => {
		expect((await refusal(field, { words: '' }, { words: '' })).message).toBe("The field 'Words' is empty");
	});
});

it('gives each item its own parameters and an idempotency key of its own', async () => {
	const seen: Array<Pick<OperationContext, 'uuid' | 'itemIndex'> & { key: string }> = [];
	await run(
		{
			run: async ({ uuid, itemIndex, read }) => {
				seen.push({ uuid, itemIndex, key: read(key) });
				return await Promise.resolve({});
			},
		},
		{ count: 3, parameters: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] },
	);
	expect(seen.map(({ key, itemIndex }) => `${itemIndex}${key}`)).toEqual(['0a', '1b', '2c']);
	expect(new Set(seen.map(({ uuid }) => uuid)).size).toBe(3);
	// The platform takes 50 characters.
	expect(seen.every(({ uuid }) => /^[\w-]{20,50}$/.test(uuid))).toBe(true);
});

it('keeps items of one key in order, and to the bound that is set', async () => {
	const log: string[] = [];
	const work: Partial<Operation> = {
		orderBy: ({ read }) => read(key),
		run: async ({ itemIndex }) => {
			log.push(`+${itemIndex}`);
			await new Promise(setImmediate);
			log.push(`-${itemIndex}`);
			return {};
		},
	};
	const parameters = ['a', 'a', 'b'].map((key) => ({ key }));
	await run(work, { count: 3, parameters });
	expect(log).toEqual(['+0', '+2', '-0', '+1', '-2', '-1']);
	log.length = 0;
	await run(work, { count: 3, parameters, options: { itemsAtOnce: 1 } });
	expect(log).toEqual(['+0', '-0', '+1', '-1', '+2', '-2']);
});

describe('an operation that runs once for all items', () => {
	const seen: string[] = [];
	const once: Partial<Operation> = {
		once: true,
		run: async ({ itemIndex, read }) => {
			seen.push(`${itemIndex}${read(key)}`);
			return await Promise.resolve([{ a: 1 }, { a: 2 }]);
		},
	};
	const parameters = ['a', 'b', 'c'].map((value) => ({ key: value }));
	beforeEach(() => (seen.length = 0));

	it('has the fields of the first, to which its output belongs', async () => {
		const [result] = await run(once, { count: 3, parameters });
		expect(seen).toEqual(['0a']);
		expect(result).toEqual([
			{ json: { a: 1 }, pairedItem: { item: 0 } },
			{ json: { a: 2 }, pairedItem: { item: 0 } },
		]);
	});

	it('gives its one failure to the first', async () => {
		const failing: Partial<Operation> = {
			...once,
			run: async () => await Promise.reject<never>(new InputError('Key', 'It is wrong')),
		};
		const [result] = await run(failing, { count: 3, parameters, continueOnFail: true });
		expect(result).toMatchObject([{ json: { error: 'It is wrong' }, pairedItem: { item: 0 } }]);
		expect(result).toHaveLength(1);
	});
});

describe('an item that fails', () => {
	const failing: Partial<Operation> = {
		run: async ({ itemIndex }) => {
			await Promise.resolve();
			if (itemIndex % 2 === 1) throw new InputError('Key', `Item ${itemIndex} is wrong`, 'Mend it');
			return { itemIndex };
		},
	};

	it('is told in its place with Continue On Fail, with the keys that n8n takes for an error', async () => {
		const [result] = await run(failing, { count: 4, continueOnFail: true });
		expect(result).toEqual([
			{ json: { itemIndex: 0 }, pairedItem: { item: 0 } },
			{
				json: { error: 'Item 1 is wrong', details: { advice: 'Mend it' } },
				pairedItem: { item: 1 },
			},
			{ json: { itemIndex: 2 }, pairedItem: { item: 2 } },
			{
				json: { error: 'Item 3 is wrong', details: { advice: 'Mend it' } },
				pairedItem: { item: 3 },
			},
		]);
	});

	it('ends the run without, as the first one that failed, and nothing starts after it', async () => {
		const started: number[] = [];
		const error = await rejectionOf(
			run(
				{
					run: async ({ itemIndex }) => {
						started.push(itemIndex);
						// The later of the two fails first.
						if (itemIndex === 0) await new Promise(setImmediate);
						throw new InputError('Key', `Item ${itemIndex} is wrong`);
					},
				},
				{ count: 30, options: { itemsAtOnce: 2 } },
			),
		);
		expect(error).toMatchObject({ message: 'Item 0 is wrong', context: { itemIndex: 0 } });
		expect(started).toEqual([0, 1]);
	});

	it('for its order key fails when it runs, in words', async () => {
		const error = await rejectionOf(
			run({
				orderBy: ({ read }) => read(key),
				run: async ({ read }) => await Promise.resolve({ k: read(key) }),
			}),
		);
		expect(error).toMatchObject({ message: "The field 'Key' is empty" });
	});

	it('names the operation’s scopes and the app’s page in the console', async () => {
		const refuse = async () =>
			await Promise.reject<never>(
				new CallError(failure({ code: 99991672 }), { attempts: 1, waitedMs: 0, renewed: false }),
			);
		const error = await rejectionOf(run({ scopes: ['im:chat'], run: refuse }));
		expect(error).toMatchObject({
			message: 'The app lacks the scope im:chat',
			description: expect.stringContaining('Add it here: <a href="https://open.larksuite.com/app/cli_fake"'),
		});
	});

	it('is told although the credential can’t be read', async () => {
		const unreadable = jest.fn().mockRejectedValue(new Error('no credential'));
		const error = await rejectionOf(run(failing, { count: 2, getCredentials: unreadable }));
		expect(error.message).toBe('Item 1 is wrong');
		expect(unreadable).toHaveBeenCalled();
	});
});

it('tells an operation of another version', async () => {
	const error = await rejectionOf(run({}, { parameters: { operation: 'fly' } }));
	expect(error).toMatchObject({
		message: "The operation 'fly' of 'thing' does not exist",
		description: expect.stringContaining('another version'),
	});
});

it('has nothing to give without items', async () => {
	expect(await run({}, { count: 0 })).toEqual([[]]);
});
