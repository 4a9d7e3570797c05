/** Feishu Open API → Endpoint: Call, at the endpoints that take only people. */
import { EVERYONE } from '../../support/engine/everyone';
import { withApproval } from '../../support/engine/askedApproval';
import { callerOf } from '../../support/engine/caller';
import { usePlatform, type CredentialRef, type ItemSpec } from '../../support/engine';
import type { Endpoint } from '../../../simulator/catalog/endpoints';
import { type GeneratedRequest, seeded, validRequest } from '../../../simulator/catalog/generate';
import { endpoints, putParents } from '../catalog/caller';

const FOR_PEOPLE = endpoints.filter(({ tokens, host }) => !host && String(tokens) === 'user');

/** n8n sends no body with GET, and this one wants its file's type there. */
const NEVER = 'GET /open-apis/drive/v1/files/:file_token/subscriptions/:subscription_id';

/** Of Exchange, in the store before each call. */
const BINDING = { admin_account: 'exchange-admin@example.com', exchange_account: 'a@example.com', user: 'ou_1' };
const BINDING_ID = btoa(Object.values(BINDING).join(' '));

/** Where the schema alone lets through what the platform refuses, such as a place without a wiki, or a page of more than 30 tasks. */
const FITTING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'POST /open-apis/suite/docs-api/search/object': { 'body.search_key': 'report' },
	'POST /open-apis/wiki/v1/nodes/search': { 'body.query': 'report' },
	'POST /open-apis/task/v2/tasks/search': { 'body.query': 'report' },
	'POST /open-apis/task/v2/tasklists/search': { 'body.query': 'report' },
	'POST /open-apis/calendar/v4/exchange_bindings': {
		'body.admin_account': BINDING.admin_account,
		'body.exchange_account': BINDING.exchange_account,
	},
	'GET /open-apis/calendar/v4/exchange_bindings/:exchange_binding_id': { 'path.exchange_binding_id': BINDING_ID },
	'DELETE /open-apis/calendar/v4/exchange_bindings/:exchange_binding_id': { 'path.exchange_binding_id': BINDING_ID },
};

/** An ID has no blanks. */
function withoutBlanks<T>(values: T): T {
	return JSON.parse(JSON.stringify(values).replaceAll(' ', '')) as T;
}

function requestFor(endpoint: Endpoint): GeneratedRequest {
	const { files, ...values } = validRequest(endpoint, seeded(3));
	return { ...withoutBlanks(values), files };
}

/** As the form takes them: lists and objects are JSON, files the names of the item's. */
function entered({ path, query, body = {}, files }: GeneratedRequest) {
	const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : (value as string));
	const parts = { path, query, body };
	const values = Object.entries(parts).flatMap(([part, named]) =>
		Object.entries(named).map(([name, value]) => [`${part}.${name}`, text(value)] as const),
	);
	const names = Object.keys(files).map((name) => [`body.${name}`, name] as const);
	return Object.fromEntries([...values, ...names]);
}

const filesOf = ({ files }: GeneratedRequest): ItemSpec => ({
	files: Object.fromEntries(
		Object.entries(files).map(([name, { bytes, name: fileName }]) => [name, { bytes, fileName }]),
	),
});

const platform = usePlatform();
const { run } = callerOf(platform);
let person: CredentialRef;
beforeAll(async () => {
	const where = { region: 'custom', baseUrl: platform.simulator.url };
	person = await (EVERYONE.person as (typeof EVERYONE)[string]).make(platform, where);
});

beforeEach(() => {
	const { exchangeBindings } = platform.store.calendars;
	exchangeBindings.set(BINDING_ID, { exchange_binding_id: BINDING_ID, ...BINDING });
});

test('there are that many', () => expect(FOR_PEOPLE.length).toBeGreaterThanOrEqual(169));

test('one can not be called at all, and says so', async () => {
	const { error } = await run(NEVER, {}, { credential: person });
	expect(error?.message).toContain("n8n can't send a body with GET");
});

describe.each(FOR_PEOPLE.filter(({ id }) => id !== NEVER).map((endpoint) => [endpoint.id, endpoint] as const))(
	'%s',
	(id, endpoint) => {
		const request = requestFor(endpoint);
		const items = [filesOf(request)];

		test('is called as a person', async () => {
			putParents(platform.simulator, endpoint, request);
			const values = id.includes('/approval/v4/') ? withApproval(platform, entered(request)) : entered(request);
			const { error } = await run(id, FITTING[id] ?? values, { items, credential: person });
			const { status, headers, code } = platform.calls.at(-1) ?? {};
			expect([error?.message, error?.description]).toEqual([undefined, undefined]);
			expect([status, code]).toEqual([200, 0]);
			expect(headers?.authorization).toMatch(/^Bearer (eyJ|u-)/);
		});

		test('is refused to an app before any call', async () => {
			const { error } = await run(id, entered(request), { items });
			expect(error?.message).toBe(`${id} takes a person's login only, which an app can't give`);
			expect(error?.description).toContain('Choose a credential of the kind Feishu OAuth2 API');
			expect(platform.simulator.requests).toEqual([]);
		});
	},
);
