import {
	NodeApiError,
	Workflow,
	type JsonObject,
	type IHttpRequestHelper,
	type INode,
	type INodeParameters,
	type INodeTypes,
} from 'n8n-workflow';

import { FeishuApi } from '../../../credentials/FeishuApi.credentials';
import { FeishuCustomBotApi } from '../../../credentials/FeishuCustomBotApi.credentials';
import { issuedFor } from '../../../feishu/api/app';
import { rejectionOf } from '../../support/feishuCalls';
import { execution, freshCredential } from '../../support/nodes/execution';
import { readText } from '../../support/package/sources';
import { drop, FakePlatform, json } from '../../support/nodes/fakePlatform';

const ISSUED_FOR = issuedFor({ appId: 'cli_fake', appSecret: 'fake-secret' });

const type = new FeishuApi();
const helper = execution() as unknown as IHttpRequestHelper;
const node: INode = { id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
const types = { getByName: () => undefined, getByNameAndVersion: () => undefined } as unknown as INodeTypes;
const { expression } = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes: types });

let platform: FakePlatform;

beforeAll(async () => {
	platform = await FakePlatform.start();
});

afterAll(async () => await platform.stop());

const signIn = async (overrides: object = {}) =>
	await type.preAuthentication.call(helper, { ...freshCredential(platform.url), ...overrides });

describe('preAuthentication', () => {
	let body: unknown;

	beforeEach(() => {
		platform.reset();
		platform.signIn = (request, response) => {
			body = JSON.parse(request.body.toString());
			const answer = { code: 0, msg: 'ok', tenant_access_token: 't-1', app_access_token: 'a-1', expire: 7200 };
			json(answer)(request, response);
		};
	});

	it('gives tokens, until when and for whom they are good', async () => {
		const before = Date.now();
		const given = await signIn();
		expect(body).toEqual({ app_id: 'cli_fake', app_secret: 'fake-secret' });
		expect(given).toEqual({
			tokenWhileGood: expect.stringMatching(/^=\{\{.*\}\}$/),
			accessToken: 't-1',
			appAccessToken: 'a-1',
			usableUntil: expect.any(Number),
			issuedFor: ISSUED_FOR,
		});
		expect(given.usableUntil).toBeGreaterThanOrEqual(before + 6_900_000);
		expect(given.usableUntil).toBeLessThanOrEqual(Date.now() + 6_900_000);
	});

	it('returns nothing that n8n would not store: each name is a property', async () => {
		const names = type.properties.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(Object.keys(await signIn())));
	});

	it('asks with what was meant, where blanks and line breaks were copied along', async () => {
		const given = await signIn({ appId: ' cli_fake\n', appSecret: '\tfake-secret\r\n', baseUrl: ` ${platform.url} ` });
		expect(body).toEqual({ app_id: 'cli_fake', app_secret: 'fake-secret' });
		expect(given.issuedFor).toBe(ISSUED_FOR);
	});

	it.each([
		[10003, 'invalid param', /^Feishu does not know this App ID\. Copy the App ID .* check that the Region fits/],
		[10014, 'app secret invalid', /^The App Secret is wrong\. Copy it again /],
		[99991543, 'app_id or app_secret invalid', /^The App ID or the App Secret is wrong\. Copy both again /],
		[10005, 'app disabled', /^The app may not be used in this organization\. Ask an administrator /],
	])('tells what to do about code %d as the nodes do, with the platform’s own words', async (code, msg, words) => {
		platform.signIn = json({ code, msg });
		const error = await rejectionOf(signIn());
		const quote = `Feishu says: ${msg} (code ${code})`;
		expect(error).toMatchObject({ name: 'FeishuTokenError', quote });
		expect(error.message).toMatch(words);
		expect(error.message.endsWith(`. ${quote}`)).toBe(true);
	});

	it('says the platform’s own words where there are no better ones', async () => {
		platform.signIn = json({ code: 4242, msg: 'odd' });
		expect((await rejectionOf(signIn())).message).toBe('Feishu says: odd (code 4242)');
	});

	it.each([
		['a page that is not the platform’s', json({ message: 'not found' }, 404), '(HTTP 404)', undefined],
		['a connection that breaks off', drop, 'The platform could not be reached. ', 'UND_ERR_SOCKET'],
	])('tells %s', async (_what, answer, words, temporary) => {
		platform.signIn = answer;
		const error = await rejectionOf(signIn());
		expect(error).toMatchObject({ name: 'FeishuTokenError', temporary: temporary && { msg: temporary } });
		expect(error.message).toContain(words);
		expect(error.message).not.toMatch(/fake-secret|127\.0\.0\.1/);
	});

	it.each(['http://127.0.0.1:1', 'https://nobody.invalid'])(
		'names the Base URL where nobody answers at %s, in words that n8n leaves as they are',
		async (baseUrl) => {
			const error = await rejectionOf(signIn({ baseUrl }));
			expect(error.message).toMatch(/^The .*\. Check .* its own Base URL: it must be the address of your deployment/);
			expect(new NodeApiError(node, error as unknown as JsonObject).message).toBe(error.message);
		},
	);

	it.each([
		['appId', "The 'App ID' of the credential is empty"],
		['appSecret', "The 'App Secret' of the credential is empty"],
	])('asks for nothing without %s', async (name, words) => {
		const error = await rejectionOf(signIn({ [name]: ' \n' }));
		expect(error).toMatchObject({ name: 'InputError', message: words });
		expect(platform.signIns).toBe(0);
	});

	it('sends no secret to a Base URL that must not have it', async () => {
		const error = await rejectionOf(signIn({ baseUrl: 'http://open.example.com' }));
		expect(error.message).toContain('must start with https://');
		expect(platform.signIns).toBe(0);
	});
});

describe('the token while it is good', () => {
	const stored = async () => ({ ...freshCredential(platform.url), ...(await signIn()) });

	/** As n8n reads a credential: the expirable field is resolved with the stored data as $self. */
	function resolved(data: object, name = 'tokenWhileGood'): unknown {
		const parameters = data as INodeParameters;
		const whole = expression.getComplexParameterValue(
			node,
			parameters,
			'internal',
			{},
			undefined,
			undefined,
			parameters,
		);
		return (whole as Record<string, unknown>)[name];
	}

	it('is the token', async () => {
		expect(resolved(await stored())).toBe('t-1');
	});

	it('is the token also with an App ID that was copied with a blank', async () => {
		expect(resolved({ ...(await stored()), appId: ' cli_fake\n' })).toBe('t-1');
	});

	it.each([
		['the end has come', { usableUntil: Date.now() - 1 }],
		['it was given to another app', { appId: 'cli_other' }],
		['it was given for another App Secret', { appSecret: 'another-fake-secret' }],
		['nothing is known about its end', { usableUntil: 0 }],
	])('is empty as soon as %s', async (_what, change) => {
		expect(resolved({ ...(await stored()), ...change })).toBe('');
	});

	it('bears an App Secret that is an expression', async () => {
		expect(resolved({ ...(await stored()), appSecret: '={{ "fake" + "-secret" }}' })).toBe('t-1');
	});

	it('bears an App ID that is an expression', async () => {
		const data = { ...(await stored()), appId: '={{ "cli_" + "fake" }}' };
		expect(resolved(data, 'appId')).toBe('cli_fake');
		expect(resolved(data)).toBe('t-1');
	});
});

describe('the panel', () => {
	it('says, before the fields that only the webhook trigger needs, whom they are for', () => {
		const shown = type.properties.filter((one) => one.type !== 'hidden').map(({ name }) => name);
		expect(shown.slice(-3)).toEqual(['webhookNotice', 'encryptSecretKey', 'verificationToken']);
		expect(type.properties.find(({ name }) => name === 'webhookNotice')).toMatchObject({
			type: 'notice',
			displayName: expect.stringContaining('Feishu Webhook Trigger and Event: Parse only'),
		});
	});

	it.each([type, new FeishuCustomBotApi()])('$displayName leads to the steps', ({ documentationUrl }) => {
		const headings = [...readText('README.md').matchAll(/^## (.+)$/gm)].map(
			([, words = '']) => `#${words.toLowerCase().replaceAll(' ', '-')}`,
		);
		expect(headings).toContain(new URL(documentationUrl).hash);
		expect(documentationUrl).toMatch(/minutes-to/);
	});
});

describe('what n8n reads', () => {
	it('has exactly one field that n8n fetches anew when it is empty', () => {
		const expirable = type.properties.filter((one) => one.typeOptions?.expirable);
		expect(expirable).toEqual([expect.objectContaining({ name: 'tokenWhileGood', type: 'hidden', default: '' })]);
	});

	it.each(['appSecret', 'encryptSecretKey', 'verificationToken', 'tokenWhileGood', 'accessToken', 'appAccessToken'])(
		'hides %s',
		(name) => {
			expect(type.properties.find((one) => one.name === name)?.typeOptions).toMatchObject({ password: true });
		},
	);

	it.each([
		[{ accessToken: 't-1', appAccessToken: 'a-1' }, 'Bearer t-1'],
		[{ accessToken: 't-1', appAccessToken: 'a-1', useAppToken: false }, 'Bearer t-1'],
		[{ accessToken: 't-1', appAccessToken: 'a-1', useAppToken: true }, 'Bearer a-1'],
	])('authenticates %j as %s', async (credentials, header) => {
		const request = { url: 'https://open.feishu.cn/open-apis/x', headers: { 'X-Own': 'kept' } };
		expect(await type.authenticate(credentials, request)).toEqual({
			...request,
			headers: { 'X-Own': 'kept', Authorization: header },
		});
	});

	it('tests without a scope: it signs in once more', () => {
		const { url, method, body } = type.test.request;
		expect({ url, method }).toEqual({ url: '/open-apis/auth/v3/app_access_token/internal', method: 'POST' });
		const $credentials = { appId: ' cli_fake\n', appSecret: '\tfake-secret ' };
		const sent = expression.getComplexParameterValue(node, body as INodeParameters, 'internal', {
			$credentials,
		});
		expect(sent).toEqual({ app_id: 'cli_fake', app_secret: 'fake-secret' });
	});
});
