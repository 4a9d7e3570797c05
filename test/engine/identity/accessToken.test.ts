/** Nodes with a token that somebody has from elsewhere: nothing renews it. */
import { usePlatform } from '../../support/engine';
import { here } from '../../support/engine/refusals';
import { Login } from '../../support/conformance/login';
import { FeishuAccessTokenApi } from '../../../credentials/FeishuAccessTokenApi.credentials';
import { keepSecret, only } from '../../support/engine';
import { execution } from '../../support/nodes/execution';

const platform = usePlatform();

async function tenantToken(): Promise<string> {
	const { appId, appSecret, url } = platform.simulator;
	const answer = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
		method: 'POST',
		body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
	});
	const { tenant_access_token: token } = (await answer.json()) as { tenant_access_token: string };
	return token;
}

async function personToken(): Promise<string> {
	only([...platform.store.apps.values()]).redirect_urls = null;
	const scope = 'offline_access im:message im:message.send_as_user';
	return (await new Login(platform.simulator).signIn(scope)).access_token ?? '';
}

const kept = (kind: string, accessToken: string) => {
	keepSecret(platform.simulator.appSecret, accessToken);
	return platform.keep('feishuAccessTokenApi', { kind, accessToken });
};

const send = () => ({ resource: 'message', operation: 'send', ...here(platform), text: 'x' });

test('a tenant’s token sends as the app, a person’s as the person, with "Bearer" copied along or not', async () => {
	for (const [kind, token, sender] of [
		['tenant', await tenantToken(), 'app'],
		['tenant', `Bearer ${await tenantToken()} \n`, 'app'],
		['user', await personToken(), 'user'],
	] as const) {
		const { error, items } = await platform.run({ parameters: send(), credential: kept(kind, token) });
		expect(error).toBeUndefined();
		expect(platform.message(only(items).json.message_id).sender.sender_type).toBe(sender);
	}
});

test('a token that has ended is refused once, and the error says that nothing renews it', async () => {
	const { error } = await platform.run({
		parameters: send(),
		credential: kept('tenant', 't-an-old-token-of-last-week'),
	});
	expect(error?.message).toBe('Feishu does not accept the access token');
	expect(error?.description).toContain('Nothing here can renew it');
	expect(platform.calls).toHaveLength(1);
	expect(platform.tokenRequests).toEqual([]);
});

test('an empty one is refused before any call', async () => {
	const { error } = await platform.run({ parameters: send(), credential: platform.keep('feishuAccessTokenApi', {}) });
	expect(error?.message).toBe("The 'Access Token' of the credential is empty");
	expect(platform.simulator.requests).toEqual([]);
});

test('what only an app can do takes no person’s token', async () => {
	const credential = kept('user', await personToken());
	platform.simulator.requests.length = 0;
	const { error } = await platform.run({ parameters: { resource: 'bot', operation: 'getInfo' }, credential });
	expect(error?.message).toContain("takes an app's identity only");
	expect(platform.simulator.requests).toEqual([]);
});

describe('its test', () => {
	const tried = async (kind: string, accessToken: string) =>
		await new FeishuAccessTokenApi().preAuthentication
			.call(execution() as never, { region: 'custom', baseUrl: platform.simulator.url, kind, accessToken })
			.then(
				() => 'fine',
				(error: Error) => error.message,
			);

	it('takes a good token of each kind', async () => {
		expect(await tried('tenant', await tenantToken())).toBe('fine');
		expect(await tried('app', await tenantToken())).toBe('fine');
		expect(await tried('user', await personToken())).toBe('fine');
	});

	it('says what is wrong with another', async () => {
		expect(await tried('tenant', 't-not-a-token-of-this-platform')).toContain('does not accept the access token');
		expect(await tried('user', 'eyJ.not.one')).toContain('does not accept the access token');
	});
});
