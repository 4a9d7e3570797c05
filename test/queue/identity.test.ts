/** Persons and store apps while n8n runs in queue mode: workers renew, and the main process hears of tickets. */
import { itemsOf, type Execution } from '../../demo/api';
import { manualWorkflow, sendText, useHost } from '../support/host/context';
import { Gate } from '../support/host/gate';
import { signedIn } from '../support/host/signIn';
import { answered, newTicket, storeApp, storeAppStep } from '../support/host/storeApp';

/** A worker takes ten at a time, so that of so many each of the two has some. */
const EXECUTIONS = 11;
const TWO_HOURS_MS = 7_200_000;
const LOGIN = '/open-apis/authen/v2/oauth/token';

const context = useHost();

const asked = (path: string) => context.platform.requests.filter((request) => request.path === path);

/** Runs a workflow so often that both workers are at it at the same moment. */
async function runOnBoth(items: readonly object[], step: Parameters<typeof manualWorkflow>[1][number]) {
	const gate = await Gate.start({ executions: EXECUTIONS, items });
	try {
		const workflow = await context.api.createWorkflow(manualWorkflow('On both workers', [gate.step, step]));
		return await Promise.all(Array.from({ length: EXECUTIONS }, async () => await context.api.run(workflow)));
	} finally {
		await gate.stop();
	}
}

function expectAllSent(executions: readonly Execution[], name: string, items: number) {
	for (const execution of executions) {
		expect([execution.error?.message, execution.status]).toEqual([undefined, 'success']);
		expect(itemsOf(execution, name).length).toBeGreaterThanOrEqual(items);
	}
}

test('two workers renew a login at once: it is renewed once, time after time', async () => {
	const { chat_id: chat, members } = await context.feishu.chat(true);
	const credential = await signedIn(context, members[0] ?? '');
	const { parameters, ...step } = sendText(context, 'Send', chat, 'On a worker', {
		credentials: { feishuOAuth2Api: credential },
	});
	const asPerson = { ...step, parameters: { ...parameters, authentication: 'person' } };
	for (let time = 1; time <= 3; time++) {
		await context.feishu.request('POST', '/clock', { ms: TWO_HOURS_MS });
		// So long that whoever needs the login comes meanwhile.
		context.platform.faults.add({ path: LOGIN, times: 1, action: { type: 'delay', ms: 2_000 } });
		context.platform.requests.length = 0;
		expectAllSent(await runOnBoth([{}, {}], asPerson), 'Send', 2);
		expect(asked(LOGIN).map(({ code }) => code)).toEqual([0]);
	}
});

test('a ticket that came to the main process serves the workers, and so does the next one', async () => {
	const app = await storeApp(context);
	await newTicket(context, app.appId);
	context.platform.requests.length = 0;
	for (const tenant of app.tenants) {
		const { content } = await answered(context, tenant, `To a worker from ${tenant.key}`);
		expect(JSON.stringify(content)).toContain(`You wrote: To a worker from ${tenant.key}`);
	}
	const list = storeAppStep(
		app.credential,
		'List',
		{ resource: 'chat', operation: 'getAll', returnAll: true },
		'feishuChat',
	);
	for (let time = 1; time <= 3; time++) {
		context.platform.revokeTokens(app.appId);
		await newTicket(context, app.appId);
		const executions = await runOnBoth(
			app.tenants.map(({ key }) => ({ tenant_key: key })),
			list,
		);
		expectAllSent(executions, 'List', app.tenants.length);
	}
	expect(asked('/open-apis/auth/v3/app_ticket/resend')).toEqual([]);
	await context.api.deactivate(app.listener.id);
});
