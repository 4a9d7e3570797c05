/** Blanks and line breaks that people copy along: what a credential holds works for everything, or for nothing. */
import { randomUUID } from 'node:crypto';

import { issuedFor } from '../../../feishu/api/app';
import { delivered, ENCRYPT_KEY, messageEvent, plain, TOKEN } from '../../support/events';
import { until } from '../../support/engine';
import { botsOf, TEXT_OF_ITEM, texts } from '../../support/engine/customBots';
import { useTriggers } from '../../support/engine/triggers';
import { TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const { platform, activate, say } = useTriggers();
const { addBot, credentialOf, urlOf, contents } = botsOf(platform);

const padded = (text: string) => `\t ${text} \r\n`;

const credential = () =>
	platform.newCredential({
		baseUrl: padded(platform.simulator.url),
		appId: padded(platform.simulator.appId),
		appSecret: padded(platform.simulator.appSecret),
	});

test('calls get a token once, and keep it', async () => {
	const pasted = credential();
	const request = { parameters: { resource: 'chat', operation: 'getAll' }, credential: pasted };
	for (let round = 0; round < 2; round += 1) expect((await platform.run(request)).error).toBeUndefined();
	expect(platform.tokenRequests.map(({ code }) => code)).toEqual([0]);
	expect(pasted.helper.stored(pasted.id).issuedFor).toBe(issuedFor(platform.simulator));
});

test('the long connection opens, and its events are those of the app', async () => {
	const trigger = await activate({ filters: { ignoreOwn: true } }, { credential: credential() });
	say('hello');
	await until(() => trigger.started.length === 1, 'the event');
	expect(trigger.texts).toEqual(['hello']);
});

test.each([
	['signed', { encryptKey: padded(ENCRYPT_KEY) }, delivered],
	['with the token', { verificationToken: padded(TOKEN) }, plain],
] as const)('posts %s are taken', async (_how, secrets, post) => {
	const event = messageEvent({ now: Date.now(), message: { message_id: `om_${randomUUID()}` } });
	const appId = padded(String((event.header as { app_id: string }).app_id));
	const trigger = new TriggerInWorkflow({ events: ['*'] }, { ...secrets, appId }, { id: randomUUID() });
	expect((await trigger.post(post(event, Date.now()))).workflowData).toHaveLength(1);
});

test('a custom bot signs with its secret', async () => {
	const to = addBot({ secret: 'fake-signing-secret' });
	const pasted = credentialOf(padded(urlOf(to.bot)), padded('fake-signing-secret'));
	const run = await platform.run({
		node: 'feishuCustomBot',
		parameters: TEXT_OF_ITEM,
		items: texts(1, 'pasted'),
		credential: pasted,
	});
	expect(run.error).toBeUndefined();
	expect(contents(to)).toEqual([{ text: 'pasted 0' }]);
});
