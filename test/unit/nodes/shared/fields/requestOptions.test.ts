import { DEFAULT_CLIENT_OPTIONS } from '../../../../../nodes/shared/client/client';
import { clientOptionsField, requestOptionsField } from '../../../../../nodes/shared/fields/requestOptions';
import { Panel } from '../../../../../nodes/shared/operation/panel';
import { DEFAULT_ITEMS_AT_ONCE } from '../../../../../nodes/shared/operation/schedule';
import { execution } from '../../../../support/nodes/execution';

const read = (set?: object) =>
	requestOptionsField.read(new Panel(execution({ parameters: set === undefined ? {} : { requestOptions: set } }), 0));

const DEFAULTS = { itemsAtOnce: DEFAULT_ITEMS_AT_ONCE, client: DEFAULT_CLIENT_OPTIONS };

it('has the defaults that the panel shows', () => {
	const shown = Object.fromEntries(
		(requestOptionsField.properties[0]?.options ?? []).map((one) => [
			one.name,
			'default' in one ? one.default : undefined,
		]),
	);
	expect(shown).toEqual({
		privateAddresses: false,
		headers: '{}',
		itemsAtOnce: DEFAULT_ITEMS_AT_ONCE,
		keepToLimits: DEFAULT_CLIENT_OPTIONS.keepToLimits,
		longestWait: DEFAULT_CLIENT_OPTIONS.longestWaitMs / 1000,
		timeout: DEFAULT_CLIENT_OPTIONS.timeoutMs / 1000,
		tries: DEFAULT_CLIENT_OPTIONS.maxAttempts,
	});
	expect(read(shown)).toEqual(DEFAULTS);
});

it.each([[undefined], [{}], [{ itemsAtOnce: 'many', longestWait: NaN, timeout: null, tries: undefined }]])(
	'takes them for %j',
	(set) => {
		expect(read(set)).toEqual(DEFAULTS);
	},
);

it('reads what is set, in seconds, also from expressions', () => {
	expect(read({ itemsAtOnce: 1, longestWait: '0', timeout: 2.5, tries: '3', keepToLimits: false })).toEqual({
		itemsAtOnce: 1,
		client: { ...DEFAULT_CLIENT_OPTIONS, longestWaitMs: 0, timeoutMs: 2500, maxAttempts: 3, keepToLimits: false },
	});
});

it('keeps to what makes sense', () => {
	expect(read({ itemsAtOnce: 0, longestWait: -5, timeout: 0, tries: -1 })).toEqual({
		itemsAtOnce: 1,
		client: { ...DEFAULT_CLIENT_OPTIONS, longestWaitMs: 0, timeoutMs: 1000, maxAttempts: 1 },
	});
});

it('reads headers and whether private networks may be asked', () => {
	const { client } = read({ privateAddresses: true, headers: '{"X-Trace": 7}' });
	expect(client).toMatchObject({ privateAddresses: true, headers: { 'X-Trace': '7' } });
	expect(() => read({ headers: 'x' })).toThrow('Headers (JSON)');
	expect(() => read({ headers: '[1]' })).toThrow('must be a JSON object');
});

it('says nothing of items side by side where there are none', () => {
	const names = (clientOptionsField.properties[0]?.options ?? []).map(({ name }) => name);
	expect(names).toEqual(['keepToLimits', 'longestWait', 'timeout', 'tries']);
	const panel = new Panel(execution({ parameters: { requestOptions: { itemsAtOnce: 3, tries: 2 } } }), 0);
	expect(clientOptionsField.read(panel)).toEqual({ ...DEFAULT_CLIENT_OPTIONS, maxAttempts: 2 });
});
