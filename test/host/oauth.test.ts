/** A person signs in to the real n8n, in a browser, and workflows act in their name until they take that back. */
import type { IDataObject, INode } from 'n8n-workflow';

import { itemsOf, type CredentialRef, type Execution } from '../../demo/api';
import { chromiumPath, openEditor, type Editor } from '../../demo/browser';
import { SCOPE_USES } from '../../feishu/api/scopeSets';
import { manualWorkflow, sendText, useHost } from '../support/host/context';
import { Gate } from '../support/host/gate';
import { answerAs, consentAs, PersonDialog, redirectUrl, signInAddress } from '../support/host/signIn';

const ITEMS = Array.from({ length: 20 }, (_, number) => ({ number }));
const EXECUTIONS = 2;
const TWO_HOURS_MS = 7_200_000;
const TOKEN_PATHS = { v2: '/open-apis/authen/v2/oauth/token', v3: '/oauth/v3/token' };
const LOGIN_ENDED = 99991677;

const context = useHost();

const asked = (address: string) => {
	const { origin, pathname, searchParams } = new URL(address);
	return {
		page: origin + pathname,
		query: Object.fromEntries(searchParams),
		scopes: scopesIn(searchParams.get('scope')),
	};
};
const scopesIn = (scope: string | null) => (scope ?? '').split(' ');

describe('the address that n8n opens', () => {
	afterAll(async () => {
		for (const { id, type } of await context.api.credentials())
			if (type === 'feishuOAuth2Api') await context.api.request('DELETE', `/rest/credentials/${id}`);
	});

	const addressFor = async (data: IDataObject) => {
		const client = { clientId: context.platform.appId, clientSecret: context.platform.appSecret };
		const saved = await context.api.saveCredential('A person', 'feishuOAuth2Api', { ...client, ...data });
		return asked(await signInAddress(context, saved));
	};
	const all = SCOPE_USES.map(({ value }) => value);

	test.each<[string, IDataObject, string]>([
		['Feishu', { region: 'feishu' }, 'https://accounts.feishu.cn'],
		['Lark', { region: 'lark' }, 'https://accounts.larksuite.com'],
		['a private deployment', { region: 'custom', baseUrl: 'https://open.example.com' }, 'https://accounts.example.com'],
		[
			'a private deployment with another host for people',
			{ region: 'custom', baseUrl: 'https://open.example.com', accountsUrl: 'https://people.example.com/' },
			'https://people.example.com',
		],
	])('asks people of %s, with PKCE, for no more than the platform takes', async (_which, region, origin) => {
		for (const useFor of [['message', 'contact'], all]) {
			const { page, query, scopes } = await addressFor({ ...region, useFor, moreScopes: 'vc:record, vc:room ' });
			expect(page).toBe(`${origin}/open-apis/authen/v1/authorize`);
			expect(query).toMatchObject({
				client_id: context.platform.appId,
				response_type: 'code',
				redirect_uri: redirectUrl(context),
				code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
				code_challenge_method: 'S256',
			});
			expect(scopes).toEqual(expect.arrayContaining(['im:message', 'offline_access', 'vc:record', 'vc:room']));
			expect(scopes.length).toBeLessThanOrEqual(50);
			expect(new Set(scopes).size).toBe(scopes.length);
		}
	});
});

// Without a browser nobody can consent. A check before a release must have one (CI=true): there this fails.
const canRun = chromiumPath() !== undefined || process.env.CI === 'true';
const suite = canRun ? describe : describe.skip;

suite(`a person's login${canRun ? '' : ' (not run: no Chromium found, set CHROMIUM_PATH)'}`, () => {
	let editor: Editor | undefined;
	let person = '';
	let chat = '';
	let credential: CredentialRef | undefined;

	beforeAll(async () => {
		editor = await openEditor(context.editor);
		const group = await context.feishu.chat(true);
		chat = group.chat_id;
		person = group.members[1] ?? '';
	});
	afterAll(async () => {
		await editor?.close();
	});

	const dialog = () => {
		if (!editor) throw new Error('The editor is not open');
		return new PersonDialog(editor.page, context);
	};
	const asPerson = (text: string): Pick<INode, 'name' | 'type' | 'parameters'> => {
		if (!credential) throw new Error('Nobody has signed in');
		const { parameters, ...step } = sendText(context, 'Send', chat, text, {
			credentials: { feishuOAuth2Api: credential },
		});
		return { ...step, parameters: { ...parameters, authentication: 'person' } };
	};
	const run = async (text: string) => {
		const workflow = await context.api.createWorkflow(manualWorkflow(text, [asPerson(text)]));
		return await context.api.run(workflow);
	};
	const expectSentByPerson = async ({ error, status, ...execution }: Execution, count = 1) => {
		expect([error?.message, status]).toEqual([undefined, 'success']);
		const sent = itemsOf({ error, status, ...execution }, 'Send');
		expect(sent).toHaveLength(count);
		for (const { message_id: id } of sent) {
			expect((await context.feishu.message(id)).sender).toMatchObject({ id: person, sender_type: 'user' });
		}
	};
	const refreshes = () =>
		context.platform.requests.map(({ path }) => path).filter((path) => Object.values(TOKEN_PATHS).includes(path));
	const sentence = ({ error, status }: Execution) => {
		expect(status).toBe('error');
		return `${error?.message} ${error?.description}`;
	};

	test('is not begun while the app does not know the address of n8n, nor when the person refuses', async () => {
		const form = dialog();
		await form.create();
		const unknown = await form.connect();
		await unknown.getByText('20029').waitFor();
		expect(asked(unknown.url()).scopes).toEqual(
			expect.arrayContaining(['im:message', 'im:message.send_as_user', 'contact:user:search', 'offline_access']),
		);
		await form.shows(redirectUrl(context));
		await unknown.getByText(redirectUrl(context)).waitFor();
		await unknown.close();

		await context.feishu.request('PUT', `/apps/${context.platform.appId}`, { redirect_urls: [redirectUrl(context)] });
		const window = await form.connect();
		await answerAs(window, person, 'Deny');
		await window.getByText('Failed to connect').waitFor();
		expect(await window.content()).toContain('access_denied');
		await window.close();
		await form.isNotConnected();

		credential = (await context.api.credentials()).find(({ type }) => type === 'feishuOAuth2Api');
		expect(sentence(await run('Before anybody has signed in'))).toMatch(/has not signed in.*connect it again/);
	});

	test('begins with their consent', async () => {
		// n8n takes it to have ended as soon as it has it.
		await context.feishu.request('PUT', '/settings', { userTokenSeconds: 30 });
		const form = dialog();
		await form.open(credential?.id ?? '');
		await consentAs(await form.connect(), person);
		await form.isConnected();
		await context.feishu.request('PUT', '/settings', { userTokenSeconds: null });
	});

	const twoHoursLater = () => context.feishu.request('POST', '/clock', { ms: TWO_HOURS_MS });

	test.each<[string, () => Promise<unknown>, boolean]>([
		['has ended by the clock of n8n', () => Promise.resolve(), false],
		['is refused by the platform', twoHoursLater, true],
	])('that %s is renewed once, for all items of all executions', async (when, end, isRefused) => {
		const gate = await Gate.start({ executions: EXECUTIONS, items: ITEMS });
		try {
			const workflow = await context.api.createWorkflow(manualWorkflow(when, [gate.step, asPerson(when)]));
			await end();
			context.platform.requests.length = 0;
			const runs = await Promise.all(Array.from({ length: EXECUTIONS }, async () => await context.api.run(workflow)));
			for (const execution of runs) await expectSentByPerson(execution, ITEMS.length);
			expect(refreshes()).toEqual([TOKEN_PATHS.v2]);
			const refused = context.platform.requests.filter(({ code }) => code === LOGIN_ENDED);
			expect(refused.length > 0).toBe(isRefused);
		} finally {
			await gate.stop();
		}
	});

	test('is kept from run to run', async () => {
		context.platform.requests.length = 0;
		await expectSentByPerson(await run('Once more'));
		expect(refreshes()).toEqual([]);
	});

	test('ends when the person takes it back, and begins again when they consent anew', async () => {
		await context.feishu.request('DELETE', '/consents', { open_id: person });
		expect(sentence(await run('After it was taken back'))).toMatch(/login has ended.*connect it again/);

		const form = dialog();
		await form.open(credential?.id ?? '');
		await form.choose('tokenUrl', 'Accounts (V3)');
		await consentAs(await form.connect('Switch account'), person);
		await expectSentByPerson(await run('Connected again'));
		await twoHoursLater();
		context.platform.requests.length = 0;
		await expectSentByPerson(await run('Two hours later'));
		expect(refreshes()).toEqual([TOKEN_PATHS.v3]);
	});
});
