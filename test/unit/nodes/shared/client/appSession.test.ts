import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { issuedFor, readApp } from '../../../../../feishu/api/app';
import { AppSession } from '../../../../../nodes/shared/client/appSession';
import type { CallerIdentity, Signature } from '../../../../../nodes/shared/client/callerIdentity';
import { rejectionOf } from '../../../../support/feishuCalls';
import { execution, freshCredential, goodCredential } from '../../../../support/nodes/execution';

const BASE = 'http://127.0.0.1:1';

const dataOf = ({ options }: Signature) => options.credentialsDecrypted?.data ?? {};

/** n8n's store, and sends that are answered when the test says so. */
class Scene {
	private counter = 0;

	readonly sent: Array<{ data: ICredentialDataDecryptedObject; settle: (failure?: Error) => void }> = [];

	constructor(readonly stored: ICredentialDataDecryptedObject) {}

	session() {
		return new AppSession(execution({ credential: this.stored, credentialId: `scene-${scenes}` }));
	}

	/** As n8n's request helper: an empty `tokenWhileGood` brings a new token, into what was handed over and into the store. */
	readonly send = async (signature: Signature): Promise<string> => {
		const data = dataOf(signature);
		const before = { ...data };
		await new Promise<void>((resolve, reject) => {
			this.sent.push({ data: before, settle: (failure) => (failure ? reject(failure) : resolve()) });
		});
		if (data.tokenWhileGood === '') this.renew(data);
		return `answered with ${String(data.accessToken)}`;
	};

	renew(data: ICredentialDataDecryptedObject): void {
		this.counter += 1;
		const token = `t-new-${this.counter}`;
		const fresh = {
			tokenWhileGood: '={{ … }}',
			accessToken: token,
			appAccessToken: `a-new-${this.counter}`,
			usableUntil: Date.now() + 3_600_000,
			issuedFor: issuedFor(readApp(data)),
		};
		Object.assign(data, fresh);
		Object.assign(this.stored, fresh);
	}

	async sends(count: number): Promise<void> {
		while (this.sent.length < count) await new Promise(setImmediate);
	}

	/** Lets everything run that can run without an answer. */
	async settled(): Promise<void> {
		for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
	}
}

/** Refreshes are shared by credential, so each test has one of its own. */
let scenes = 0;
beforeEach(() => {
	scenes += 1;
});

const use = async (session: AppSession, scene: Scene, refused?: string, identity: CallerIdentity = 'tenant') =>
	await session.use(refused, identity, scene.send);

it('uses a good token as it is, for either identity', async () => {
	const scene = new Scene(goodCredential(BASE));
	const session = scene.session();
	const [tenant, app] = [use(session, scene), use(session, scene, undefined, 'app')];
	await scene.sends(2);
	scene.sent.forEach(({ settle }) => settle());
	expect(await tenant).toEqual({ result: 'answered with t-good', token: 't-good' });
	expect((await app).token).toBe('t-good');
	// Where `tokenWhileGood` is empty, n8n has the token renewed.
	expect(scene.sent.map(({ data }) => [data.accessToken, data.tokenWhileGood !== '', data.useAppToken])).toEqual([
		['t-good', true, false],
		['t-good', true, true],
	]);
});

it.each([
	['there is none', freshCredential(BASE)],
	['its end has come', { ...goodCredential(BASE), usableUntil: Date.now() - 1 }],
	['n8n found it no longer good', { ...goodCredential(BASE), tokenWhileGood: '' }],
	['it belongs to another app', { ...goodCredential(BASE), appId: 'cli_other' }],
	['the App Secret is another', { ...goodCredential(BASE), appSecret: 'another-fake-secret' }],
])('lets n8n fetch a token when %s, once', async (_when, credential) => {
	const scene = new Scene(credential);
	const session = scene.session();
	const first = use(session, scene);
	await scene.sends(1);
	expect(scene.sent[0]?.data.tokenWhileGood).toBe('');
	scene.sent[0]?.settle();
	expect(await first).toEqual({ result: 'answered with t-new-1', token: 't-new-1' });
	const second = use(session, scene);
	await scene.sends(2);
	scene.sent[1]?.settle();
	expect((await second).token).toBe('t-new-1');
});

it('refreshes once for all that need it at the same time, other executions included', async () => {
	const scene = new Scene(freshCredential(BASE));
	const [one, two] = [scene.session(), scene.session()];
	const calls = [use(one, scene), use(one, scene), use(two, scene), use(two, scene)];
	await scene.settled();
	expect(scene.sent).toHaveLength(1);
	scene.sent[0]?.settle();
	await scene.sends(4);
	scene.sent.slice(1).forEach(({ settle }) => settle());
	expect((await Promise.all(calls)).map(({ token }) => token)).toEqual(Array(4).fill('t-new-1'));
	expect(scene.sent.slice(1).map(({ data }) => data.accessToken)).toEqual(Array(3).fill('t-new-1'));
});

it('renews a refused token once for all whose calls were refused', async () => {
	const scene = new Scene(goodCredential(BASE));
	const session = scene.session();
	const calls = [use(session, scene, 't-good'), use(session, scene, 't-good'), use(session, scene, 't-good')];
	await scene.settled();
	expect(scene.sent.map(({ data }) => data.tokenWhileGood)).toEqual(['']);
	scene.sent[0]?.settle();
	await scene.sends(3);
	scene.sent.slice(1).forEach(({ settle }) => settle());
	expect((await Promise.all(calls)).map(({ token }) => token)).toEqual(Array(3).fill('t-new-1'));
	const late = use(session, scene, 't-good');
	await scene.sends(4);
	scene.sent[3]?.settle();
	expect((await late).token).toBe('t-new-1');
	expect(scene.sent.filter(({ data }) => data.tokenWhileGood === '')).toHaveLength(1);
});

it('takes the token that another worker has stored meanwhile', async () => {
	const scene = new Scene(goodCredential(BASE));
	const session = scene.session();
	await session.origin();
	scene.renew(scene.stored);
	const call = use(session, scene, 't-good');
	await scene.sends(1);
	expect(scene.sent[0]?.data).toMatchObject({ accessToken: 't-new-1', appAccessToken: 'a-new-1' });
	expect(scene.sent[0]?.data.tokenWhileGood).not.toBe('');
	scene.sent[0]?.settle();
	expect((await call).token).toBe('t-new-1');
});

it('fetches a new one when what is stored meanwhile is no good either', async () => {
	const scene = new Scene(goodCredential(BASE));
	const session = scene.session();
	await session.origin();
	Object.assign(scene.stored, { accessToken: 't-old', usableUntil: 1 });
	const call = use(session, scene, 't-good');
	await scene.sends(1);
	expect(scene.sent[0]?.data.tokenWhileGood).toBe('');
	scene.sent[0]?.settle();
	expect((await call).token).toBe('t-new-1');
});

it('passes a failed refresh to those who wait; the next to come tries again', async () => {
	const scene = new Scene(freshCredential(BASE));
	const session = scene.session();
	const calls = [rejectionOf(use(session, scene)), rejectionOf(use(session, scene))];
	await scene.settled();
	expect(scene.sent).toHaveLength(1);
	scene.sent[0]?.settle(new Error('wrong secret'));
	expect((await Promise.all(calls)).map(({ message }) => message)).toEqual(['wrong secret', 'wrong secret']);
	const next = use(session, scene);
	await scene.sends(2);
	expect(scene.sent[1]?.data.tokenWhileGood).toBe('');
	scene.sent[1]?.settle();
	expect((await next).token).toBe('t-new-1');
});

it('keeps a new token although the request that brought it failed', async () => {
	const scene = new Scene(freshCredential(BASE));
	const session = scene.session();
	const leader = session.use(undefined, 'tenant', async (signature) => {
		scene.renew(dataOf(signature));
		throw new Error('connection lost');
	});
	expect((await rejectionOf(leader)).message).toBe('connection lost');
	const next = use(session, scene);
	await scene.sends(1);
	expect(scene.sent[0]?.data.accessToken).toBe('t-new-1');
	scene.sent[0]?.settle();
	expect((await next).token).toBe('t-new-1');
});

it('never hands over the data that it holds, nor stores the identity', async () => {
	const scene = new Scene(goodCredential(BASE));
	const session = scene.session();
	await session.use(undefined, 'app', async (signature) => {
		Object.assign(dataOf(signature), { accessToken: 'changed' });
		return await Promise.resolve();
	});
	const next = use(session, scene);
	await scene.sends(1);
	expect(scene.sent[0]?.data).toMatchObject({ accessToken: 't-good', useAppToken: false });
	scene.sent[0]?.settle();
	await next;
	expect(scene.stored).not.toHaveProperty('useAppToken');
});

it('takes the App ID as it was meant, where a blank was copied along', async () => {
	const scene = new Scene({ ...goodCredential(BASE), appId: ' cli_fake\n' });
	const session = scene.session();
	await expect(session.sender()).resolves.toEqual({ origin: BASE, appId: 'cli_fake' });
	await expect(session.consoleUrl()).resolves.toBe(`${BASE}/app/cli_fake`);
	const call = use(session, scene);
	await scene.sends(1);
	// The token that there is belongs to this app.
	expect(scene.sent[0]?.data).toMatchObject({
		accessToken: 't-good',
		tokenWhileGood: expect.stringMatching(/./) as string,
	});
	scene.sent[0]?.settle();
	await call;
});

it('knows the origin and the console’s page', async () => {
	const session = (data: object) => new Scene({ ...freshCredential(BASE), ...data }).session();
	await expect(session({}).origin()).resolves.toBe(BASE);
	await expect(session({ region: 'lark' }).origin()).resolves.toBe('https://open.larksuite.com');
	await expect(session({ region: 'lark' }).origin('www')).resolves.toBe('https://www.larksuite.com');
	await expect(session({}).origin('www')).resolves.toBe(BASE);
	await expect(session({ region: 'lark' }).consoleUrl()).resolves.toBe('https://open.larksuite.com/app/cli_fake');
	expect((await rejectionOf(session({ baseUrl: 'nonsense' }).origin())).message).toContain('is not a web address');
});
