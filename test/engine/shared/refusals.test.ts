/** What the platform refuses, and the words in which the node tells it. */
import { isRateLimited, isTemporary, isTokenRefused } from '../../../feishu/api/call';
import { ADVICE } from '../../../feishu/advice';
import type { CallFailure } from '../../../feishu/api/envelope';
import { DEFINITE } from '../../../nodes/shared/client/refusals';
import { byId, only, usePlatform } from '../../support/engine';
import { here, REFUSALS } from '../../support/engine/refusals';

const platform = usePlatform();

test.each(REFUSALS)('%s (%s)', async (_, key, parameters, code, message, hint) => {
	const [resource = '', operation = ''] = key.split(':');
	const before = platform.store.messages.size;
	const chosen = parameters(platform);
	const added = platform.store.messages.size - before;
	const { error, items } = await platform.run({ parameters: { resource, operation, ...chosen } });
	expect(error?.name).toBe('NodeApiError');
	expect(error?.message).toBe(message);
	expect(error?.description).toContain(hint);
	expect(error?.description).toMatch(new RegExp(`code ${code}, log id \\w+`));
	expect(error?.context).toMatchObject({ itemIndex: 0, data: { code, logId: expect.any(String) as string } });
	expect(items).toEqual([]);
	expect(platform.calls).toHaveLength(1);
	expect(platform.store.messages.size).toBe(before + added);
});

test('bytes that are no image', async () => {
	const files = { data: { bytes: Buffer.from('just words'), fileName: 'a.png', mimeType: 'image/png' } };
	const { error } = await platform.run({
		parameters: { resource: 'media', operation: 'uploadImage' },
		items: [{ files }],
	});
	expect(error?.message).toBe('Feishu does not know this kind of image');
	expect(error?.description).toContain('JPG, PNG, WEBP');
});

test('fields that Feishu finds missing are listed with its words', async () => {
	const error = { field_violations: [{ field: 'receive_id', value: 'x', description: 'the max len is 4' }] };
	platform.simulator.faults.add({
		path: '/open-apis/im/v1/messages',
		action: { type: 'code', http: 400, code: 99992402, msg: 'field validation failed', error },
	});
	const run = await platform.run({
		parameters: { resource: 'message', operation: 'send', ...here(platform), text: 'x' },
	});
	expect(run.error?.message).toBe('Feishu found a field of the request missing or wrong');
	expect(run.error?.description).toContain("Field 'receive_id': the max len is 4");
});

const KNOWN = [...ADVICE].filter(([code]) => {
	const failure: CallFailure = {
		kind: 'code',
		code,
		delivered: true,
		msg: '',
		scopes: [],
		fieldViolations: [],
		helps: [],
	};
	return !isTokenRefused(failure) && !isRateLimited(failure) && !isTemporary(failure) && !DEFINITE.has(code);
});

/** Codes of which the scope itself is told. */
const SCOPES: ReadonlyMap<number, string> = new Map([
	[99991672, 'The app lacks the scope im:message:send_as_bot'],
	[99991676, 'The access token lacks the scope im:message:send_as_bot'],
	[99991679, 'The person has not granted the scope im:message:send_as_bot'],
]);

test.each([200, 400])('every code that has words is told in them at HTTP %i, after one call', async (http) => {
	expect(KNOWN.length).toBeGreaterThan(80);
	for (const [code] of KNOWN) {
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/messages',
			times: 1,
			action: { type: 'code', http, code, msg: 'words of the platform' },
		});
	}
	// An item for each code, one after the other.
	const { errorItems } = await platform.run({
		parameters: {
			resource: 'message',
			operation: 'send',
			...here(platform),
			text: 'x',
			requestOptions: { itemsAtOnce: 1, keepToLimits: false },
		},
		items: KNOWN.map(([code]) => ({ json: { code } })),
		onError: 'continueErrorOutput',
	});
	expect(platform.calls).toHaveLength(KNOWN.length);
	expect(errorItems.map(({ json }) => [json.code, json.error])).toEqual(
		KNOWN.map(([code, { message }]) => [code, SCOPES.get(code) ?? message]),
	);
	for (const [index, [code, { hint }]] of KNOWN.entries()) {
		// What a person has not granted is told with what to choose for it.
		const advice = code === 99991679 ? "choose 'Messages and Groups' under 'Use For'" : hint;
		expect((errorItems[index]?.json.details as { advice: string }).advice).toContain(advice);
		const told = "Feishu's words: words of the platform";
		expect((errorItems[index]?.json.details as { advice: string }).advice.includes(told)).toBe(!SCOPES.has(code));
	}
});

test.each([...DEFINITE])(
	'code %i, which every call would meet, is told to the other items without a call',
	async (code) => {
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/messages',
			action: { type: 'code', http: 400, code, msg: 'words of the platform' },
		});
		const { errorItems } = await platform.run({
			parameters: {
				...here(platform),
				resource: 'message',
				operation: 'send',
				text: 'x',
				requestOptions: { itemsAtOnce: 1 },
			},
			items: [{}, {}, {}],
			onError: 'continueErrorOutput',
		});
		expect(platform.calls).toHaveLength(1);
		const message = ADVICE.get(code)?.message;
		expect(errorItems.map(({ json }) => [(json.details as { code: number }).code, json.error])).toEqual(
			Array(3).fill([code, message]),
		);
	},
);

test('the diagnosis of Feishu is linked', async () => {
	const { error } = await platform.run({
		parameters: { resource: 'chat', operation: 'get', chat: byId('oc_unknown') },
	});
	expect(error?.description).toMatch(/Feishu's own diagnosis: https:\/\/open\.feishu\.cn\/search\?\S+/);
	expect(only(platform.calls).code).toBe(232006);
});
