/** The test of the credential, sent as n8n sends it when somebody saves one. */
import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow, type IDataObject, type INode, type INodeType } from 'n8n-workflow';

import { FeishuCustomBotApi } from '../../../credentials/FeishuCustomBotApi.credentials';
import { additionalData, usePlatform, type CredentialRef } from '../../support/engine';
import { botsOf } from '../../support/engine/customBots';

const platform = usePlatform();
const { addBot, credentialOf, urlOf, messages } = botsOf(platform);
const type = new FeishuCustomBotApi();

/** A node whose one field makes the request of the test. */
const tester = {
	description: {
		displayName: 'Tester',
		name: 'tester',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: type.name, required: true }],
		properties: [
			{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request: type.test.request } },
		],
	},
} as INodeType;

const types = { getByName: () => tester, getByNameAndVersion: () => tester, getKnownTypes: () => ({}) };

/** What the service answered. */
async function answerTo({ helper, id }: CredentialRef): Promise<IDataObject | undefined> {
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'tester',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type.name]: { id, name: 'Bot' } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: types });
	const input = { main: [[{ json: {} }]] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData(helper, workflow),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		input,
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = { id, name: 'Bot', type: type.name, data: helper.stored(id) };
	const answer = await new RoutingNode(context, tester, decrypted).runNode();
	return answer?.[0]?.[0]?.json;
}

/** The rule that makes it a failure. */
const failureFor = (code: unknown) => type.test.rules?.find(({ properties }) => properties.value === code);

test.each<[string, string | undefined]>([
	['with a signature', 'fake-signing-secret'],
	['without', undefined],
])('a bot %s passes, and its group sees nothing', async (_which, secret) => {
	const to = addBot({ secret });
	const answer = await answerTo(to.credential);
	expect(answer).toMatchObject({ code: 19002 });
	expect(failureFor(answer?.code)).toBeUndefined();
	expect(messages(to)).toEqual([]);
});

test('an address and a secret that were copied with blanks and line breaks pass', async () => {
	const { bot } = addBot({ secret: 'fake-signing-secret' });
	const answer = await answerTo(credentialOf(`\t${urlOf(bot)} \r\n`, ' fake-signing-secret\n'));
	expect(answer).toMatchObject({ code: 19002 });
});

test('a wrong secret and an unknown bot fail', async () => {
	const { bot } = addBot({ secret: 'fake-signing-secret' });
	const wrong = await answerTo(credentialOf(urlOf(bot), 'fake-other-secret'));
	expect(failureFor(wrong?.code)?.properties.message).toContain('copy the Secret again');
	const unknown = await answerTo(credentialOf(urlOf({ ...bot, hook_id: 'fake-unknown-hook' })));
	expect(failureFor(unknown?.code)?.properties.message).toContain('copy the Webhook URL again');
});

test('an address of another kind fails before any request', async () => {
	const testing = answerTo(credentialOf('https://open.feishu.cn/open-apis/bot/hook/fake-hook'));
	await expect(testing).rejects.toThrow('of the first version');
	expect(platform.calls).toEqual([]);
});
