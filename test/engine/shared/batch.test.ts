/** An operation that serves many items with one request, in n8n's own engine. */
import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { textField } from '../../../nodes/shared/fields/plain';
import { requestOptionsField } from '../../../nodes/shared/fields/requestOptions';
import { defineBatchOperation } from '../../../nodes/shared/operation/operation';
import { defineResource, OperationSet } from '../../../nodes/shared/operation/operationSet';
import { runOperations } from '../../../nodes/shared/operation/runOperations';
import { usePlatform, type ItemSpec } from '../../support/engine';

const email = textField({ displayName: 'Email', name: 'email', required: true });

/** Addresses in one request; the platform takes 50. */
const MOST = 10;

const find = defineBatchOperation({
	value: 'find',
	name: 'Find',
	action: 'Find people',
	description: 'Gives the ID of whoever has the address',
	endpoint: 'POST /open-apis/contact/v3/users/batch_get_id',
	fields: [email],
	batch: { most: MOST, by: () => 'people' },
	prepare: ({ read }) => read(email),
	async runAll(emails, { feishu }) {
		const { user_list: found } = await feishu.call<{ user_list: Array<{ user_id?: string; email: string }> }>(
			this.endpoint,
			{ body: { emails }, idempotent: true },
		);
		return emails.map((address) => {
			const id = found.find((one) => one.email === address)?.user_id;
			return id ? { email: address, id } : new InputError('Email', `Nobody has ${address}`, 'Look for a typo');
		});
	},
});

const operations = new OperationSet(
	[defineResource({ value: 'people', name: 'People', operations: [find], defaultOperation: 'find' })],
	[requestOptionsField],
);

const node = {
	description: {
		displayName: 'Batch',
		name: 'batch',
		group: ['output'],
		version: [1],
		description: 'Works on many items in one request',
		defaults: { name: 'Batch' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuApi', required: true }],
		properties: operations.properties(),
	},
	async execute(this: IExecuteFunctions) {
		return await runOperations(this, operations);
	},
} satisfies INodeType;

const platform = usePlatform();
const FIND = find.endpoint;
const parameters = { resource: 'people', operation: 'find', email: '={{ $json.email }}' };

/** This many items; those that are named have other addresses. */
const itemsFor = (count: number, others: Readonly<Record<number, string>> = {}): ItemSpec[] =>
	Array.from({ length: count }, (_, item) => ({
		json: { email: others[item] ?? platform.users[item % platform.users.length]?.email ?? '' },
	}));

test('takes one request for most items, and gives them in the order in which they came', async () => {
	const items = itemsFor(25);
	const { items: out, error } = await platform.run({ node, parameters, items });
	expect(error).toBeUndefined();
	expect(platform.routes).toEqual([FIND, FIND, FIND]);
	expect(out.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual(
		items.map(({ json }, item) => [json?.email, { item }]),
	);
	expect(out.every(({ json }) => /^ou_/.test(String(json.id)))).toBe(true);
});

test('a refused item stays that item’s, before the request and in it', async () => {
	const items = itemsFor(12, { 3: '', 7: 'nobody@example.com' });
	const run = await platform.run({ node, parameters, items, onError: 'continueErrorOutput' });
	expect(run.error).toBeUndefined();
	expect(platform.routes).toEqual([FIND, FIND]);
	expect(run.errorItems.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
		["The field 'Email' is empty: its expression gave no value", { item: 3 }],
		['Nobody has nobody@example.com', { item: 7 }],
	]);
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2, 4, 5, 6, 8, 9, 10, 11].map((item) => ({ item })),
	);
});

test('a refused request is the failure of its items only', async () => {
	const fault = { type: 'code', http: 400, code: 123456, msg: 'odd thing' } as const;
	platform.simulator.faults.add({ path: '/open-apis/contact/*', times: 1, action: fault });
	const run = await platform.run({ node, parameters, items: itemsFor(15), onError: 'continueErrorOutput' });
	expect(run.errorItems.map(({ pairedItem }) => pairedItem)).toEqual(
		Array.from({ length: MOST }, (_, item) => ({ item })),
	);
	expect(run.errorItems[0]?.json).toMatchObject({ error: 'Feishu says: odd thing', details: { code: 123456 } });
	expect(run.items).toHaveLength(5);
});

test('without an error output the first refused item ends the run, and nothing is sent', async () => {
	const items = itemsFor(12, { 3: '', 7: '' });
	const { error, items: out } = await platform.run({ node, parameters, items });
	expect(error).toMatchObject({
		message: "The field 'Email' is empty: its expression gave no value",
		context: { itemIndex: 3 },
	});
	expect(out).toEqual([]);
	expect(platform.routes).toEqual([]);
});
