/** An approval that is decided in Feishu, in a real n8n: its form goes to another system. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { loadExample } from '../../demo/workflows';
import { EXPENSE_CODE } from '../../simulator/seed/approval';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost({ longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } } });

/** The other system, which keeps what is posted to it. */
const posts: string[] = [];
let erp: Server;

beforeAll(async () => {
	erp = createServer((request, response) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString()));
		request.on('end', () => {
			posts.push(body);
			response.setHeader('content-type', 'application/json').end('{"ok":true}');
		});
	});
	await new Promise<void>((listening) => erp.listen(0, '127.0.0.1', listening));
});
afterAll(() => erp.close());

/** What people do with approvals. */
async function act<T>(path: string, body: object): Promise<T> {
	const answer = await fetch(`${context.simulator}/_sim/approvals${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.ok).toBe(true);
	return (await answer.json()) as T;
}

interface Shown {
	instance_code: string;
	status: string;
	tasks: Array<{ id: string; open_id: string; status: string }>;
}

const called = (name: string) =>
	[...context.platform.store.contact.users.values()].find((user) => user.name === name)?.open_id ?? '';

async function approveAll(instance: Shown): Promise<Shown> {
	const waiting = instance.tasks.find(({ status }) => status === 'PENDING');
	if (!waiting) return instance;
	const decision = { deed: 'approve', task_id: waiting.id, open_id: waiting.open_id, comment: 'Fine' };
	return await approveAll(await act<Shown>(`/instances/${instance.instance_code}/decisions`, decision));
}

test('approval-to-erp posts what was approved, with the form by its names', async () => {
	const { port } = erp.address() as AddressInfo;
	const file = loadExample('approval-to-erp', context.credentials, context.simulator);
	for (const node of file.nodes)
		if (node.name === 'Post to the ERP') node.parameters.url = `http://127.0.0.1:${port}/api/expenses`;
	const workflow = await context.api.createWorkflow(file);
	await context.api.activate(workflow);
	const form = [
		{ id: 'widgetReason', type: 'textarea', value: 'Pens & paper' },
		{ id: 'widgetTotal', type: 'amount', value: 30, currency: 'CNY' },
	];
	const started = await act<Shown>('/instances', { open_id: called('Alice Smith'), approval_code: EXPENSE_CODE, form });
	expect((await approveAll(started)).status).toBe('APPROVED');
	await eventually('the post', async () => await Promise.resolve(posts.length > 0));
	await context.api.deactivate(workflow.id);
	expect(JSON.parse(posts[0] ?? '{}')).toMatchObject({
		person: 'Alice Smith',
		reason: 'Pens & paper',
		total: 30,
		history: expect.stringContaining('approved: Fine') as string,
	});
});
