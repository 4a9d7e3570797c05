import { randomUUID } from 'node:crypto';

import type { ClientContext } from '../../../../../nodes/shared/client/context';
import { judgedByApp, KEPT_MS, REREAD_MS } from '../../../../../nodes/shared/client/keptApp';

const START = 1_800_000_000_000;

/** A node whose credential is read with a count, and whose key may be changed. */
class Node {
	key = 'first';

	reads = 0;

	fails = false;

	constructor(
		private readonly id: string = randomUUID(),
		private readonly workflowId = 'workflow',
	) {}

	/** Whether a request with this key passes. */
	async passes(key: string, now: number): Promise<boolean> {
		const { judgement } = await judgedByApp(
			this.context,
			({ encryptKey }) => encryptKey === key,
			(isGood) => !isGood,
			now,
		);
		return judgement;
	}

	private get context(): ClientContext {
		return {
			getNode: () => ({ id: this.id, credentials: { feishuApi: { id: '1', name: 'Feishu' } } }),
			getWorkflow: () => ({ id: this.workflowId }),
			getCredentials: async () => {
				this.reads += 1;
				const encryptSecretKey = this.key;
				await Promise.resolve();
				if (this.fails) throw new Error('The credential is gone');
				return { appId: 'cli_1', appSecret: 'secret', encryptSecretKey };
			},
		} as unknown as ClientContext;
	}
}

test('the credential is read once for the requests of 30 seconds', async () => {
	const node = new Node();
	for (const at of [0, 1, 10_000, KEPT_MS - 1]) expect(await node.passes('first', START + at)).toBe(true);
	expect(node.reads).toBe(1);
	expect(await node.passes('first', START + KEPT_MS)).toBe(true);
	expect(node.reads).toBe(2);
});

test('requests that come at once share one reading', async () => {
	const node = new Node();
	const passed = await Promise.all(Array.from({ length: 40 }, async () => await node.passes('first', START)));
	expect(passed).toEqual(Array.from({ length: 40 }, () => true));
	expect(node.reads).toBe(1);
});

test('a changed key works with the next request, however lately the old one was read', async () => {
	const node = new Node();
	await node.passes('first', START);
	node.key = 'second';
	expect(await node.passes('second', START + 1)).toBe(true);
	expect(await node.passes('first', START + 2)).toBe(false);
});

test('of forged requests, one in two seconds has the credential read', async () => {
	const node = new Node();
	await node.passes('first', START);
	for (let at = 1; at < REREAD_MS; at += 50) expect(await node.passes('forged', START + at)).toBe(false);
	expect(node.reads).toBe(2);
	node.key = 'second';
	expect(await node.passes('second', START + 1 + REREAD_MS)).toBe(true);
	expect(node.reads).toBe(3);
});

test('forged requests at once share the second reading', async () => {
	const node = new Node();
	await node.passes('first', START);
	await Promise.all(Array.from({ length: 40 }, async () => await node.passes('forged', START + 1)));
	expect(node.reads).toBe(2);
});

test('what could not be read is not kept', async () => {
	const node = new Node();
	node.fails = true;
	await expect(node.passes('first', START)).rejects.toThrow('The credential is gone');
	node.fails = false;
	expect(await node.passes('first', START)).toBe(true);
});

test('another node, and the same one in another workflow, read for themselves', async () => {
	const id = randomUUID();
	const nodes = [new Node(id, 'one'), new Node(id, 'another'), new Node()];
	for (const node of nodes) await node.passes('first', START);
	expect(nodes.map(({ reads }) => reads)).toEqual([1, 1, 1]);
});
