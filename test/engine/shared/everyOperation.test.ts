/** What holds for every operation of the node, whatever it does. */
import Ajv from 'ajv';

import type { INodeParameters } from 'n8n-workflow';

import { usePlatform, type RunRequest } from '../../support/engine';
import { personToken } from '../../support/engine/everyone';
import { OPERATIONS } from '../../support/engine/execute';
import { strict } from '../../support/nodes/schema';
import { LOCAL } from '../../../nodes/shared/operation/operation';
import { caseOf, CASES, parametersOf } from '../../support/engine/cases';

const KEYS = OPERATIONS.map(({ resource, operation }) => `${resource}:${operation}`);

/** Where the operations call; everything but the tokens. */
const PATHS = [
	'application',
	'im',
	'contact',
	'bot',
	'message',
	'ephemeral',
	'interactive',
	'cardkit',
	'docx',
	'bitable',
	'base',
	'drive',
	'wiki',
	'sheets',
	'docs',
	'board',
	'search',
	'suite',
	'calendar',
	'task',
	'approval',
	'aily',
	'vc',
].map((domain) => `/open-apis/${domain}/*`);

const platform = usePlatform();

interface Granted {
	/** What the person has granted; everything unless given. */
	granted?: readonly string[] | null;
}

async function personCredential(granted: readonly string[] | null) {
	const baseUrl = platform.simulator.url;
	const accessToken = await personToken(platform, granted);
	return platform.keep('feishuAccessTokenApi', { region: 'custom', baseUrl, kind: 'user', accessToken });
}

test('each operation of the nodes has a case, and there is none besides', () => {
	expect(Object.keys(CASES).sort()).toEqual([...KEYS].sort());
});

describe.each(KEYS)('%s', (key) => {
	const { items, records, refused, local, needsNoScope } = caseOf(key);
	const { endpoint = '', schema, identity } = OPERATIONS[KEYS.indexOf(key)] ?? {};

	/** As the app, or as the first person where the operation is a person's. */
	const run = async (parameters: INodeParameters, { granted = null, ...more }: Partial<RunRequest> & Granted = {}) => {
		const credential = identity === 'user' ? await personCredential(granted) : undefined;
		platform.simulator.requests.length = 0;
		return await platform.run({ parameters, items, ...(credential && { credential }), ...more });
	};

	test('succeeds with one item a record, paired with its input', async () => {
		const parameters = parametersOf(key, platform);
		const expected = records?.(platform) ?? 1;
		const made = await run(parameters);
		expect(made.error).toBeUndefined();
		expect(made.items).toHaveLength(expected);
		expect(made.items.map(({ pairedItem }) => pairedItem)).toEqual(made.items.map(() => ({ item: 0 })));
		if (schema) {
			const fits = new Ajv().compile(strict(schema));
			for (const { json } of made.items) expect(fits(json) ? [] : [json, fits.errors]).toEqual([]);
		}
		const calls = platform.calls.map(({ method, path }) => `${method} ${path}`);
		if (endpoint === LOCAL) expect(calls).toEqual([]);
		else expect(calls).toContainEqual(expect.stringMatching(new RegExp(`^${endpoint.replace(/:\w+/g, '[^/]+')}$`)));
	});

	for (const [change, field] of refused)
		test(`refuses ${JSON.stringify(change)} before any call`, async () => {
			const parameters = parametersOf(key, platform, change);
			const refusal = await run(parameters);
			expect(refusal.error?.name).toBe('NodeOperationError');
			expect(`${refusal.error?.message} ${refusal.error?.description}`).toContain(field);
			expect(refusal.error?.context).toMatchObject({ itemIndex: 0 });
			expect(platform.simulator.requests).toEqual([]);
		});

	// What makes no call can't be refused one.
	if (local) return;

	test('names the missing scopes and the page that adds them', async () => {
		const parameters = parametersOf(key, platform);
		for (const app of platform.store.apps.values()) app.scopes = [];
		const { error } = await run(parameters, { granted: [] });
		if (needsNoScope) return expect(error).toBeUndefined();
		if (identity === 'user') return expect(error?.message).toMatch(/^The person has not granted the scope [\w:.]+$/);
		expect(error?.message).toMatch(/^The app lacks the scope [\w:.]+$/);
		expect(error?.description).toMatch(/^Add it here: https:/);
		expect(error?.description).toContain(`/app/${platform.simulator.appId}/auth?q=`);
		expect(error?.description).toContain('publish');
		expect(error?.description).toMatch(/code 99991672, log id \w+/);
		expect(error?.context).toMatchObject({ itemIndex: 0, data: { code: 99991672 } });
		expect(platform.calls).toHaveLength(1);
	});

	test.each([200, 400])('takes a code other than 0 for a failure at HTTP %i', async (http) => {
		for (const path of PATHS)
			platform.simulator.faults.add({ path, action: { type: 'code', http, code: 123456, msg: 'odd thing' } });
		const { error, items: out } = await run(parametersOf(key, platform));
		expect(error?.message).toBe('Feishu says: odd thing');
		expect(error?.description).toMatch(/code 123456, log id \w+/);
		expect(out).toEqual([]);
		expect(platform.calls).toHaveLength(1);
	});

	test('gives the failed item to the error output', async () => {
		for (const path of PATHS)
			platform.simulator.faults.add({
				path,
				times: 1,
				action: { type: 'code', http: 400, code: 123456, msg: 'odd thing' },
			});
		const given = (items ?? [{}]).map((item) => ({ ...item, json: { mark: 'mine' } }));
		const failed = await run(parametersOf(key, platform), { items: given, onError: 'continueErrorOutput' });
		expect(failed.items).toEqual([]);
		expect(failed.errorItems).toEqual([
			expect.objectContaining({
				json: {
					mark: 'mine',
					error: 'Feishu says: odd thing',
					details: {
						advice: expect.stringContaining('123456') as string,
						code: 123456,
						log_id: expect.any(String) as string,
					},
				},
				pairedItem: { item: 0 },
			}),
		]);
		expect(failed.error).toBeUndefined();
	});
});
