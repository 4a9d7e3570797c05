/**
 * What the platform says when it refuses a login, a token or a caller, in words that say what to do: each of its codes,
 * at HTTP 200 and 400, where it comes.
 */
import { usePlatform, type CredentialRef } from '../../support/engine';
import { here } from '../../support/engine/refusals';
import { signedIn } from '../../support/engine/people';
import { storeApp } from '../../support/engine/storeApps';

const platform = usePlatform();

type Row = readonly [code: number, message: RegExp, advice: RegExp];

const of = (codes: readonly number[], message: RegExp, advice: RegExp): Row[] =>
	codes.map((code) => [code, message, advice]);

const SCOPE = 'offline_access im:message im:message.send_as_user';
const CALL = '/open-apis/im/v1/messages';

/**
 * What the platform calls `invalid_grant` at HTTP 400: n8n keeps its answer to itself, so that nothing but the end of the
 * login is known. The page that opens on connecting again tells more.
 */
const GRANT_GONE = new Set([20003, 20004, 20008, 20010, 20024, 20026, 20037, 20049, 20064, 20065, 20066, 20071, 20073]);

/** Sends once, with what the platform says on the way. */
async function refusedAt(path: string, http: number, code: number, credential: CredentialRef) {
	platform.simulator.requests.length = 0;
	platform.simulator.faults.add({ path, action: { type: 'code', http, code, msg: 'said' } });
	const parameters = {
		resource: 'message',
		operation: 'send',
		...here(platform),
		text: 'x',
		requestOptions: { tries: 1, longestWait: 0 },
	};
	const { error, items } = await platform.run({ parameters, credential });
	expect(items).toEqual([]);
	return error;
}

function says(error: Awaited<ReturnType<typeof refusedAt>>, [code, message, advice]: Row): void {
	expect(error?.message).toMatch(message);
	expect(error?.message.length).toBeLessThan(160);
	expect(`${error?.message} ${error?.description}`).toMatch(advice);
	expect(`${error?.message} ${error?.description}`).toContain(String(code));
}

describe.each([200, 400])('at HTTP %i', (http) => {
	describe('when an app signs in', () => {
		it.each<Row>([
			...of([10003], /does not know this App ID/, /Region/),
			...of([10014, 10015], /App Secret is wrong/, /Copy it again/),
			...of([99991543], /App ID or the App Secret is wrong/, /Copy both again/),
			...of([10005], /may not be used in this organization/, /administrator/),
			...of([10013], /refused to give a tenant token/, /App ID, App Secret and Region/),
			...of([99991673], /not installed in this organization/, /publish/i),
			...of([99991662], /app is disabled/, /administrator/),
		])('%i', async (...row) => {
			const path = '/open-apis/auth/v3/app_access_token/internal';
			says(await refusedAt(path, http, row[0], platform.newCredential()), row);
			expect(platform.calls).toEqual([]);
		});
	});

	describe('when a store app signs in', () => {
		it.each<[string, Row]>([
			['/open-apis/auth/v3/app_access_token', [10012, /There is no valid app ticket yet/, /try again in two minutes/]],
			[
				'/open-apis/auth/v3/app_ticket/resend',
				[10016, /This app is self-built/, /a credential of the kind Feishu API/],
			],
		])('%s: %s', async (path, row) => {
			const { credential } = await storeApp(platform, { tenantKey: 0, ticket: 'an-older-one' });
			says(await refusedAt(path, http, row[0], credential), row);
			expect(platform.calls).toEqual([]);
		});
	});

	describe('when a login is renewed', () => {
		it.each<Row>([
			...of([20001, 20036, 20063], /not complete/, /connect it again/),
			...of([20002], /App Secret.* is wrong, or belongs to an app of the other region/, /connect again/),
			...of([20003, 20004, 20065], /spent, or older than 5 minutes/, /Connect the credential again/),
			...of([20008, 20021, 20022, 20023, 20066], /left the organization, is frozen/, /another account/),
			...of([20009], /not installed in this organization/, /publish/i),
			...of([20010], /may not use the app/, /availability.*publish/is),
			...of([20024], /belongs to another app/, /after the App ID was changed/),
			...of([20026, 20037, 20064, 20073], /login has ended, or was renewed by another system/, /do not share/),
			...of([20027, 20043, 20067, 20068], /scope .* is unknown, doubled, or not enabled/, /publish/i),
			...of([20029, 20071], /address of this n8n is not allowed/, /Redirect URLs/),
			...of([20042, 20048, 20069], /disabled or was deleted/, /administrator/),
			...of([20046], /different regions/, /Region/),
			...of([20049], /not finished where it was begun/, /Connect the credential again/),
			...of([20050, 20072], /could not give the login for the moment/, /in a minute/),
			...of([20070], /sent in two ways/, /Authorization header/),
			...of([20074], /may not renew/, /Refresh user_access_token.*publish/is),
		])('%i', async (...row) => {
			const { credential, stored } = await signedIn(platform, SCOPE);
			const { helper, id } = credential;
			helper.add(id, { ...helper.stored(id), oauthTokenData: { ...stored(), n8n_expires_at: '1' } });
			const error = await refusedAt('/open-apis/authen/v2/oauth/token', http, row[0], credential);
			expect(platform.calls).toEqual([]);
			expect(platform.tokenRequests).toHaveLength(1);
			if (http === 200 || !GRANT_GONE.has(row[0])) return says(error, row);
			expect(error?.message).toBe("The person's login has ended, or was renewed by another system");
			expect(error?.description).toMatch(/connect it again.*do not share.*the page that opens says so/s);
		});
	});

	describe('when an app calls', () => {
		it.each<Row>([
			...of([99991663], /does not accept the access token of the app/, /may not take the app's identity/),
			...of([99991668], /does not accept the access token for this endpoint/, /need a user's identity/),
			...of([99991672], /^The app lacks the scope im:message/, /publish/i),
			...of([99991401], /IP address is not on the app's list/, /IP Allowlist/),
			...of([99991403], /quota of API calls is used up/, /next month/),
			...of([99991662], /app is disabled/, /administrator/),
			...of([99991673], /not installed in this organization/, /publish/i),
			...of([99991543], /App ID or the App Secret is wrong/, /Copy both again/),
		])('%i', async (...row) => {
			says(await refusedAt(CALL, http, row[0], platform.credential), row);
		});
	});

	describe('when a person calls', () => {
		it.each<Row>([
			...of([99991663], /does not accept the person's login/, /takes only an app/),
			...of([99991668], /does not accept the person's login for this call/, /takes only an app.*connect it again/s),
			...of([99991671], /form of the person's login/, /connect it again/),
			...of([99991677], /login has ended/, /connect it again/),
			...of([99991679], /^The person has not granted the scope im:message/, /More Scopes.*connect again/s),
		])('%i', async (...row) => {
			const { credential } = await signedIn(platform, SCOPE);
			says(await refusedAt(CALL, http, row[0], credential), row);
		});
	});

	it.each([99991661, 99991663, 99991664, 99991668, 99991671, 99991677])(
		'when somebody calls with a token from elsewhere: %i',
		async (code) => {
			const credential = platform.keep('feishuAccessTokenApi', { kind: 'tenant', accessToken: 't-from-elsewhere' });
			const row: Row = [code, /does not accept the access token/, /Nothing here can renew it: enter a new one/];
			says(await refusedAt(CALL, http, code, credential), row);
			expect(platform.tokenRequests).toEqual([]);
		},
	);

	describe('when a store app calls', () => {
		it.each<Row>([
			...of([99991663], /does not accept the access token of the app/, /App ID, App Secret/),
			...of([99991664], /does not accept the app access token/, /App ID, App Secret/),
			...of([99991671], /form of the access token/, /Save the credential again/),
			...of([99991662, 99991673], /not installed in this organization any more/, /Tenant Key/),
		])('%i', async (...row) => {
			const { credential } = await storeApp(platform, { tenantKey: 0 });
			says(await refusedAt(CALL, http, row[0], credential), row);
		});
	});
});
