/** Approval events over the long connection: read after the acknowledgment, and in their order. */
import { approve } from '../../../simulator/approval/decide';
import { addDefinition } from '../../../simulator/approval/definitions';
import { start } from '../../../simulator/approval/instances';
import { tellApps } from '../../../simulator/events/approvalEvents';
import type { Delivery } from '../../../simulator';
import { until } from '../../support/engine';
import { useTriggers } from '../../support/engine/triggers';

const { platform, activate } = useTriggers();

/** One of the first person, who has to decide it as well; and who hears of it. */
function begin() {
	const { store, simulator, user } = platform;
	const nodes = [{ name: 'Lead', people: [user.open_id] }];
	const definition = addDefinition(store, { approval_name: 'Leave', nodes });
	const { approval_code: resource } = definition;
	store.subscriptions.add({ app_id: simulator.appId, kind: 'approval', resource, created_at: 0 });
	const witness = tellApps({ store, push: simulator.push });
	const instance = start(store, { definition, starter: user.open_id, form: [] }, witness);
	return { store, definition, instance, witness };
}

const deliveries = (code: string): Delivery[] =>
	platform.simulator.push.deliveries.filter(
		({ payload }) => (payload.event as { instance_code?: string }).instance_code === code,
	);

test('come in their order, each with what it is about', async () => {
	const trigger = await activate();
	const course = begin();
	const [task] = course.instance.tasks;
	if (!task) throw new Error('There is no task');
	approve(course, task, { comment: 'ok' });
	await until(() => trigger.started.length === 4, 'all events');
	expect(trigger.items).toMatchObject(
		[
			['approval_instance', 'PENDING'],
			['approval_task', 'PENDING'],
			['approval_task', 'APPROVED'],
			['approval_instance', 'APPROVED'],
		].map(([event_type, status]) => ({
			...{ event_type, event: { status }, instance_code: course.instance.instance_code },
			approval: { approval_name: 'Leave', started_by: { name: platform.user.name } },
		})),
	);
});

test('are acknowledged before they are read, and wait for one that takes its time', async () => {
	const trigger = await activate();
	let letGo = (): void => undefined;
	const hold = new Promise<void>((resolve) => (letGo = resolve));
	platform.simulator.faults.add({
		...{ method: 'GET', path: '/open-apis/approval/v4/instances/:instance_id', times: 1 },
		action: { type: 'hold', until: hold },
	});
	const { instance } = begin();
	await until(() => deliveries(instance.instance_code).every(({ status }) => status === 'delivered'), 'the answers');
	const other = begin().instance;
	await until(() => trigger.started.length === 2, 'the other approval');
	letGo();
	await until(() => trigger.started.length === 4, 'the starts');
	const both = ({ instance_code }: { instance_code: string }) =>
		['approval_instance', 'approval_task'].map((event_type) => ({ event_type, instance_code }));
	expect(trigger.items).toMatchObject([...both(other), ...both(instance)]);
});

test('that are not read when n8n stops start the workflow, and say so', async () => {
	const trigger = await activate({ events: ['approval_instance'] });
	let letGo = (): void => undefined;
	const hold = new Promise<void>((resolve) => (letGo = resolve));
	platform.simulator.faults.add({
		...{ method: 'GET', path: '/open-apis/approval/v4/instances/:instance_id', times: 1 },
		action: { type: 'hold', until: hold },
	});
	const { instance } = begin();
	await until(() => deliveries(instance.instance_code).every(({ status }) => status === 'delivered'), 'the answers');
	await trigger.deactivate();
	await until(() => trigger.started.length === 1, 'the start');
	expect(trigger.items).toMatchObject([{ approval: { error: 'There was no time left to read the approval' } }]);
	letGo();
});

test('stay away where the platform sends them to webhooks alone', async () => {
	const trigger = await activate();
	platform.store.settings.approvalEvents = 'webhookOnly';
	const { instance } = begin();
	expect(deliveries(instance.instance_code).map(({ status }) => status)).toEqual(['no_url', 'no_url']);
	platform.store.settings.approvalEvents = 'both';
	begin();
	await until(() => trigger.started.length === 2, 'the others');
});
