import { DEFAULT_CLIENT_OPTIONS } from '../../../../../nodes/shared/client/client';
import { requestOptions, requestOptionsField } from '../../../../../nodes/shared/fields/requestOptions';
import { DEFAULT_ITEMS_AT_ONCE } from '../../../../../nodes/shared/operation/schedule';
import { execution } from '../../../../support/nodes/execution';

const read = (set?: object) =>
	requestOptions(execution({ parameters: set === undefined ? {} : { requestOptions: set } }));

const DEFAULTS = { itemsAtOnce: DEFAULT_ITEMS_AT_ONCE, client: DEFAULT_CLIENT_OPTIONS };

it('has the defaults that the panel shows', () => {
	const shown = Object.fromEntries(
		(requestOptionsField.options ?? []).map((one) => [one.name, 'default' in one ? one.default : undefined]),
	);
	expect(shown).toEqual({
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
		client: { longestWaitMs: 0, timeoutMs: 2500, maxAttempts: 3, keepToLimits: false },
	});
});

it('keeps to what makes sense', () => {
	expect(read({ itemsAtOnce: 0, longestWait: -5, timeout: 0, tries: -1 })).toEqual({
		itemsAtOnce: 1,
		client: { longestWaitMs: 0, timeoutMs: 1000, maxAttempts: 1, keepToLimits: true },
	});
});
