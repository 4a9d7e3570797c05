/** Operations that serve many items with one request. */
import type { INodeExecutionData } from 'n8n-workflow';

import { InputError } from '../../../../../feishu/input';
import { textField } from '../../../../../nodes/shared/fields/plain';
import { bundle } from '../../../../../nodes/shared/operation/batch';
import {
	defineBatchOperation,
	type BatchContext,
	type OperationOutput,
} from '../../../../../nodes/shared/operation/operation';
import { defineResource, OperationSet } from '../../../../../nodes/shared/operation/operationSet';
import { runOperations } from '../../../../../nodes/shared/operation/runOperations';
import { rejectionOf } from '../../../../support/feishuCalls';
import { execution, goodCredential } from '../../../../support/nodes/execution';

interface Row {
	table: string;
	value: string;
}

const table = textField({ displayName: 'Table', name: 'table', required: true });
const value = textField({ displayName: 'Value', name: 'value', required: true });

type Serve = (rows: readonly Row[], context: BatchContext) => Promise<ReadonlyArray<OperationOutput | Error>>;

const echo: Serve = async (rows) => rows.map((row) => ({ ...row }));

interface Setting {
	/** What each item has filled in: `t1 a` is the value a of the table t1. */
	items: readonly string[];
	serve?: Serve;
	most?: number;
	itemsAtOnce?: number;
	continueOnFail?: boolean;
}

/** Runs the operation, and gives its output and the requests that it made. */
async function run({ items, serve = echo, most = 2, itemsAtOnce = 20, continueOnFail }: Setting) {
	const requests: string[][] = [];
	const log: string[] = [];
	const operation = defineBatchOperation({
		value: 'write',
		name: 'Write',
		action: 'Write rows',
		description: 'Writes',
		endpoint: 'POST /open-apis/x/batch',
		fields: [table, value],
		batch: { most, by: (row: Row) => row.table },
		prepare: ({ read }): Row => ({ table: read(table), value: read(value) }),
		async runAll(rows, context) {
			const name = rows.map((row) => row.value).join('');
			requests.push(rows.map((row) => row.value));
			log.push(`+${name}`);
			await new Promise(setImmediate);
			log.push(`-${name}`);
			return await serve(rows, context);
		},
	});
	const set = new OperationSet([
		defineResource({ value: 'row', name: 'Row', operations: [operation], defaultOperation: 'write' }),
	]);
	const context = execution({
		credential: goodCredential(''),
		continueOnFail,
		items: items.map((): INodeExecutionData => ({ json: {} })),
		parameters: items.map((item) => {
			const [inTable = '', inValue = ''] = item.split(' ');
			return {
				resource: 'row',
				operation: 'write',
				requestOptions: { itemsAtOnce },
				table: inTable,
				value: inValue,
			};
		}),
	});
	return {
		requests,
		log,
		result: runOperations(context, set).then(([output = []]) => output),
	};
}

const values = (output: readonly INodeExecutionData[]) =>
	output.map(({ json, pairedItem }) => [json.value ?? json.error, (pairedItem as { item: number }).item]);

it('puts items of one key together, as many as a request takes, and gives them in the order of the inputs', async () => {
	const { result, requests } = await run({ items: ['t1 a', 't2 b', 't1 c', 't1 d', 't2 e', 't1 f'] });
	expect(values(await result)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name, item) => [name, item]));
	expect(requests.map((names) => names.join('')).sort()).toEqual(['ac', 'be', 'df']);
});

it('sends the requests of one key one after the other, those of several side by side', async () => {
	const { result, log } = await run({ items: ['t1 a', 't1 b', 't1 c', 't2 d'], most: 2 });
	await result;
	expect(log).toEqual(['+ab', '+d', '-ab', '+c', '-d', '-c']);
});

it('sends one request after the other where items may not go side by side', async () => {
	const { result, log } = await run({ items: ['t1 a', 't2 b', 't3 c'], itemsAtOnce: 1 });
	await result;
	expect(log).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
});

it('gives each request an idempotency key of its own', async () => {
	const keys = new Set<string>();
	const serve: Serve = async (rows, { uuid }) => {
		keys.add(uuid);
		return await echo(rows, {} as BatchContext);
	};
	const { result } = await run({ items: ['t1 a', 't1 b', 't1 c'], serve });
	await result;
	expect(keys.size).toBe(2);
	expect([...keys].every((key) => /^[\w-]{20,50}$/.test(key))).toBe(true);
});

it('may give no record, several, or none at all', async () => {
	const serve: Serve = async () => [[], [{ value: 'b1' }, { value: 'b2' }]];
	const { result } = await run({ items: ['t1 a', 't1 b'], serve });
	expect(values(await result)).toEqual([
		['b1', 1],
		['b2', 1],
	]);
});

describe('an item that fails', () => {
	const items = ['t1 a', 't1 ', 't1 c', 't1 d'];
	const refused = "The field 'Value' is empty";

	it('before the request is that item’s failure, and the others go on without it', async () => {
		const { result, requests } = await run({ items, most: 10, continueOnFail: true });
		expect(values(await result)).toEqual([
			['a', 0],
			[refused, 1],
			['c', 2],
			['d', 3],
		]);
		expect(requests).toEqual([['a', 'c', 'd']]);
	});

	it('before the request ends the run where nobody takes failures, and nothing is sent', async () => {
		const { result, requests } = await run({ items });
		expect(await rejectionOf(result)).toMatchObject({ message: refused, context: { itemIndex: 1 } });
		expect(requests).toEqual([]);
	});

	const refusing: Serve = async (rows) =>
		rows.map((row) => (row.value === 'c' ? new InputError('Value', 'c is not known', 'Try d') : { ...row }));

	it('in the request is that item’s failure, with its advice', async () => {
		const { result } = await run({ items: ['t1 a', 't1 c', 't1 d'], serve: refusing, continueOnFail: true });
		const output = await result;
		expect(values(output)).toEqual([
			['a', 0],
			['c is not known', 1],
			['d', 2],
		]);
		expect(output[1]?.json).toEqual({ error: 'c is not known', details: { advice: 'Try d' } });
	});

	it('in the request ends the run where nobody takes failures, and no further request is sent', async () => {
		const { result, requests } = await run({ items: ['t1 a', 't1 c', 't1 d'], serve: refusing });
		expect(await rejectionOf(result)).toMatchObject({ message: 'c is not known', context: { itemIndex: 1 } });
		expect(requests).toEqual([['a', 'c']]);
	});

	it('with its whole request fails with it; other requests go on', async () => {
		const serve: Serve = async (rows) => {
			if (rows[0]?.table === 't1') throw new InputError('Table', 't1 is gone');
			return await echo(rows, {} as BatchContext);
		};
		const { result } = await run({ items: ['t1 a', 't2 b', 't1 c'], serve, continueOnFail: true });
		expect(values(await result)).toEqual([
			['t1 is gone', 0],
			['b', 1],
			['t1 is gone', 2],
		]);
	});

	it('is one of which the operation says nothing', async () => {
		const serve: Serve = async () => [{ value: 'a' }];
		const { result } = await run({ items: ['t1 a', 't1 b'], serve, continueOnFail: true });
		expect(values(await result)).toEqual([
			['a', 0],
			['The operation gave no result for this item', 1],
		]);
	});
});

describe('bundle', () => {
	const of = (entries: Array<string | undefined>, most: number) =>
		bundle(
			entries.map((entry) => (entry === undefined ? undefined : { value: entry })),
			{ most, by: (entry) => entry.charAt(0) },
		).map(({ key, items }) => [key, items.map(({ itemIndex, prepared }) => `${itemIndex}${prepared}`)]);

	it.each<[string, Array<string | undefined>, number, unknown]>([
		['nothing', [], 2, []],
		['what was refused left out', ['a1', undefined, 'a2'], 5, [['a', ['0a1', '2a2']]]],
		[
			'a full one, and another',
			['a1', 'a2', 'a3'],
			2,
			[
				['a', ['0a1', '1a2']],
				['a', ['2a3']],
			],
		],
		[
			'one for each key',
			['a1', 'b1', 'a2'],
			5,
			[
				['a', ['0a1', '2a2']],
				['b', ['1b1']],
			],
		],
		[
			'one for each item',
			['a1', 'a2'],
			1,
			[
				['a', ['0a1']],
				['a', ['1a2']],
			],
		],
	])('makes %s', (_what, entries, most, expected) => {
		expect(of(entries, most)).toEqual(expected);
	});
});
