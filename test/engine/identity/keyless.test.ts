/** An app that signs in without a secret: with an assertion that somebody else has signed for it. */
import { only, usePlatform } from '../../support/engine';

const platform = usePlatform();

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function assertion(more: object = {}): string {
	const { appId, accountsUrl } = platform.simulator;
	const claims = {
		iss: appId,
		sub: appId,
		aud: new URL(accountsUrl).host,
		exp: Math.floor(Date.now() / 1000) + 300,
		...more,
	};
	return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${part({ signed: true })}`;
}

function credentialWith(token: string) {
	const { appId, accountsUrl } = platform.simulator;
	return platform.newCredential({ appId, appSecret: '', accountsUrl, signInWith: 'assertion', assertionToken: token });
}

const info = { resource: 'bot', operation: 'getInfo' };

test('gets a token at the accounts host, and calls', async () => {
	only([...platform.store.apps.values()]).keyless = true;
	platform.simulator.requests.length = 0;
	const { error } = await platform.run({ parameters: info, credential: credentialWith(assertion()) });
	expect(error).toBeUndefined();
	expect(platform.simulator.requests.map(({ path }) => path)).toEqual(['/oauth/v3/token', '/open-apis/bot/v3/info']);
});

test('is told in the platform’s words when the assertion is not taken', async () => {
	only([...platform.store.apps.values()]).keyless = true;
	const { error } = await platform.run({ parameters: info, credential: credentialWith(assertion({ exp: 1 })) });
	expect(error?.message).toBeDefined();
	expect(`${error?.message} ${error?.description}`).toMatch(/code 2\d{4}|Feishu says/);
	expect(platform.calls.filter(({ path }) => path.startsWith('/open-apis/bot'))).toEqual([]);
});
