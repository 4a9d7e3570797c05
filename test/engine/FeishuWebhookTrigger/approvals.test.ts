/** Approval events of a webhook, with what they are about. */
import { randomUUID } from 'node:crypto';

import type { IDataObject, INode } from 'n8n-workflow';

import { tellApps } from '../../../simulator/events/approvalEvents';
import { addDefinition } from '../../../simulator/approval/definitions';
import { takeForm } from '../../../simulator/approval/form';
import { removeDefinition, start } from '../../../simulator/approval/instances';
import type { ApprovalNode, Definition } from '../../../simulator/state/approvals';
import { delivered, ENCRYPT_KEY } from '../../support/events';
import { usePlatform } from '../../support/engine';
import { type Answer, TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const platform = usePlatform();

const trigger = (parameters: INode['parameters'] = {}) =>
	new TriggerInWorkflow(
		{ events: ['*'], ...parameters },
		{},
		{ id: randomUUID(), credential: platform.newCredential({ encryptSecretKey: ENCRYPT_KEY }) },
	);

function define(node: Partial<ApprovalNode> = {}): Definition {
	const { store, simulator } = platform;
	const form = [
		{ id: 'w1', name: 'Reason', type: 'input' },
		{ id: 'w2', name: 'Kind', type: 'radioV2', option: [{ value: 'k1', text: 'Travel & more' }] },
		{ id: 'w3', name: 'With', type: 'contact' },
	];
	const definition = addDefinition(store, { approval_name: 'Expense', form, nodes: [{ name: 'Lead', ...node }] });
	const { approval_code: resource } = definition;
	store.subscriptions.add({ app_id: simulator.appId, kind: 'approval', resource, created_at: 0 });
	return definition;
}

/** Starts one of the first person, and gives the posts that tell of it. */
function begin(definition: Definition) {
	const { store, simulator, user } = platform;
	const app = store.apps.get(simulator.appId);
	if (!app) throw new Error('There is no app');
	const entries = [
		{ id: 'w1', type: 'input', value: 'Keyboard' },
		{ id: 'w2', type: 'radioV2', value: 'k1' },
		{ id: 'w3', type: 'contact', open_ids: [user.open_id] },
	];
	const form = takeForm(JSON.stringify(entries), definition, { store, app, host: '' });
	const before = simulator.push.deliveries.length;
	const witness = tellApps({ store, push: simulator.push });
	const instance = start(store, { definition, starter: user.open_id, form }, witness);
	const posts = simulator.push.deliveries.slice(before);
	const postOf = (type: string, status?: string) => {
		const found = posts.find(({ event_type, payload }) => {
			const event = payload.event as IDataObject;
			return event_type === type && (status === undefined || event.status === status);
		});
		if (!found) throw new Error(`There is no ${type}`);
		return delivered(found.payload, Date.now());
	};
	return { instance, postOf };
}

function item({ workflowData }: Answer): IDataObject {
	const [found] = workflowData?.[0] ?? [];
	if (!found) throw new Error('The workflow was not started');
	return found.json;
}

test('come with the name, the form as plain values, and who started them', async () => {
	const { open_id, name } = platform.user;
	const { instance, postOf } = begin(define({ people: [open_id] }));
	const answer = await trigger().post(postOf('approval_instance'));
	expect(answer).toMatchObject({ noWebhookResponse: true, status: 200, json: {} });
	expect(item(answer)).toMatchObject({
		event_type: 'approval_instance',
		instance_code: instance.instance_code,
		approval: {
			approval_name: 'Expense',
			serial_number: instance.serial_number,
			status: 'PENDING',
			started_by: { open_id, name },
			form: { Reason: 'Keyboard', Kind: 'Travel & more', With: [{ open_id, name }] },
			waiting_for: [{ open_id, name, node_name: 'Lead' }],
		},
	});
});

test('of a task come with the step and its approver, or with nobody where it was decided by itself', async () => {
	const { open_id, name } = platform.user;
	const decided = begin(define({ people: [open_id] }));
	const task = { node_name: 'Lead', status: 'PENDING', approver: { open_id, name } };
	expect(item(await trigger().post(decided.postOf('approval_task')))).toMatchObject({ approval: { task } });
	const alone = begin(define({ automatic: 'AUTO_PASS' }));
	const { approval } = item(await trigger().post(alone.postOf('approval_task')));
	expect((approval as IDataObject).task).toEqual({
		task_id: alone.instance.tasks[0]?.id,
		node_name: 'Lead',
		status: 'APPROVED',
	});
});

test('come without it where that is not wanted, at once', async () => {
	const { postOf } = begin(define({ people: [platform.user.open_id] }));
	const answer = await trigger({ options: { includeApproval: false } }).post(postOf('approval_instance'));
	expect(item(answer)).not.toHaveProperty('approval');
	expect(answer.noWebhookResponse).toBeUndefined();
	expect(platform.calls).toEqual([]);
});

test('start the workflow all the same when the approval can not be read', async () => {
	const definition = define({ people: [platform.user.open_id] });
	const { postOf } = begin(definition);
	definition.closed = true;
	const answer = await trigger().post(postOf('approval_instance'));
	expect(item(answer).approval).toEqual({ error: expect.any(String), details: expect.any(Object) });
	expect(answer.logged).toContain('An approval could not be read');
});

test('of a definition that was deleted are read, too', async () => {
	const definition = define({ people: [platform.user.open_id] });
	const { instance, postOf } = begin(definition);
	removeDefinition(platform.store, definition, tellApps({ store: platform.store, push: platform.simulator.push }));
	expect(item(await trigger().post(postOf('approval_instance'))).approval).toMatchObject({
		instance_code: instance.instance_code,
		status: 'DELETED',
	});
});
