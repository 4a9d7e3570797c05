/** An app of the app directory in two organizations, in one n8n that is restarted meanwhile. */
import { itemsOf } from '../../demo/api';
import { manualWorkflow, useHost } from '../support/host/context';
import { Gate } from '../support/host/gate';
import { answered, newTicket, storeApp, storeAppStep, type StoreApp } from '../support/host/storeApp';

const RESEND = 'app_ticket/resend';

const context = useHost();
let app: StoreApp;

beforeAll(async () => {
	app = await storeApp(context);
}, 120_000);

/** What was asked for beside the calls themselves. */
const askedFor = () =>
	context.platform.requests
		.filter(({ path }) => path.startsWith('/open-apis/auth/v3/'))
		.map(({ path }) => path.replace('/open-apis/auth/v3/', ''));

/** One execution that works for both organizations, one item each. */
async function groupsOfBoth() {
	const gate = await Gate.start({ executions: 1, items: app.tenants.map(({ key }) => ({ tenant_key: key })) });
	try {
		const list = storeAppStep(
			app.credential,
			'List',
			{ resource: 'chat', operation: 'getAll', returnAll: true },
			'feishuChat',
		);
		return await context.api.run(await context.api.createWorkflow(manualWorkflow('Both', [gate.step, list])));
	} finally {
		await gate.stop();
	}
}

async function expectGroupsOfBoth() {
	const execution = await groupsOfBoth();
	expect([execution.error?.message, execution.status]).toEqual([undefined, 'success']);
	const groups = itemsOf(execution, 'List').map(({ chat_id: id }) => id);
	expect(groups).toEqual(expect.arrayContaining(app.tenants.map(({ chat }) => chat.chat_id)));
}

async function expectAnswers(text: string) {
	for (const tenant of app.tenants) {
		const { content, sender } = await answered(context, tenant, `${text} (${tenant.key})`);
		expect(JSON.stringify(content)).toContain(`You wrote: ${text} (${tenant.key})`);
		expect(sender.id).toBe(app.appId);
	}
}

test('before its first ticket it asks for one, and waits until that has come to the Webhook Trigger', async () => {
	context.platform.requests.length = 0;
	await expectGroupsOfBoth();
	expect(askedFor()).toContain(RESEND);
});

test('answers in the organization that an event is from', async () => {
	await expectAnswers('Hello');
});

test('goes on after a restart of n8n with what it had before: only tokens are asked for', async () => {
	await newTicket(context, app.appId);
	await context.restart();
	context.platform.requests.length = 0;
	await expectGroupsOfBoth();
	await expectAnswers('Hello again');
	expect(askedFor().filter((what) => what !== 'tenant_access_token' && what !== 'app_access_token')).toEqual([]);
	expect(askedFor().filter((what) => what === 'tenant_access_token').length).toBeLessThanOrEqual(app.tenants.length);
});

test('gets new tokens with the ticket that came before the restart', async () => {
	context.platform.revokeTokens(app.appId);
	context.platform.requests.length = 0;
	await expectGroupsOfBoth();
	expect(askedFor()).toContain('app_access_token');
	expect(askedFor()).not.toContain(RESEND);
});

test('says so in an organization that has removed it', async () => {
	const [, other] = app.tenants;
	await context.feishu.request('DELETE', `/apps/${app.appId}/installs/${other?.key ?? ''}`);
	const { status, error } = await groupsOfBoth();
	expect(status).toBe('error');
	expect(`${error?.message} ${error?.description}`).toMatch(/(not installed|may not be used) in this organization/);
});
