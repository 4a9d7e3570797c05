import { NodeApiError, NodeOperationError, type JsonObject } from 'n8n-workflow';

import { CallError } from '../../../../../feishu/api/call';
import { InputError } from '../../../../../feishu/input';
import { networkFailure } from '../../../../../feishu/api/network';
import { JobError } from '../../../../../feishu/api/poll';
import { TokenError } from '../../../../../feishu/api/tokens';
import { failureData, inPanel, toNodeError } from '../../../../../nodes/shared/client/errors';
import { failure } from '../../../../support/feishuCalls';
import { execution } from '../../../../support/nodes/execution';

const node = execution().getNode();
const once = { attempts: 1, waitedMs: 0, renewed: false };
const called = (overrides: Parameters<typeof failure>[0], history = {}) =>
	new CallError(failure(overrides), { ...once, ...history });

/** Words that n8n takes for codes of the system, and replaces. */
const TRAPS = ['updatePermission failed', 'EACCES_TOKEN is a field', 'read econnrefused.txt', 'ETIMEDOUT', 'enoent'];

describe('a call that failed', () => {
	it('becomes one error with words, code, log id, status and item', () => {
		const error = toNodeError(node, called({ code: 230002, msg: 'Bot not in chat', logId: 'L1' }), { itemIndex: 3 });
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'The app is not in this chat',
			httpCode: '400',
			context: { itemIndex: 3, data: { code: 230002, logId: 'L1' } },
			failure: { cause: 'configuration-invalid' },
		});
		expect(error.description).toBe(
			"Add it to the group: Settings → Bots → Add Bot.\nFeishu's words: Bot not in chat\n(code 230002, log id L1)",
		);
	});

	it.each(TRAPS)('keeps its words: %s', (msg) => {
		const error = toNodeError(node, called({ code: 1, msg }));
		expect(error.message).toBe(`Feishu says: ${msg}`);
	});

	it.each([
		[{ code: 99991663 }, {}, { cause: 'credential-invalid' }],
		[{ code: 99991403 }, {}, { cause: 'quota-exhausted' }],
		[{ code: 99991400 }, {}, { cause: 'rate-limited' }],
		[{ code: 99991400 }, { refusedWaitMs: 600_000 }, { cause: 'rate-limited', retryAfterMs: 600_000 }],
		[{ kind: 'http' as const, status: 502 }, {}, { cause: 'temporarily-unavailable' }],
		[{ code: 230025 }, {}, undefined],
	])('tells n8n the cause of %j', (overrides, history, cause) => {
		expect(toNodeError(node, called(overrides, history)).failure).toEqual(cause);
	});

	it('names scopes and console', () => {
		const error = toNodeError(node, called({ code: 99991672 }), {
			scopes: ['im:chat'],
			consoleUrl: 'https://console.example.com/app/cli_fake',
		});
		expect(error.message).toBe('The app lacks the scope im:chat');
		expect(error.description).toContain('Add it here: https://console.example.com/app/cli_fake\n');
	});

	it('is found behind whatever n8n wraps around it, and says the code of the network alone', () => {
		const error = toNodeError(
			node,
			new Error('wrapped', { cause: new CallError(networkFailure('ECONNREFUSED'), once) }),
		);
		expect(error).toMatchObject({ message: 'The platform refused the connection', httpCode: null });
		expect(error.context.data).toEqual({ code: null, logId: null });
	});
});

describe('the panel', () => {
	it('has lines, links that can be opened, and words with angle brackets', () => {
		const error = toNodeError(node, called({ code: 1, msg: '<img src=x onerror=alert(1)> & "more"' }), {
			notes: ['See https://feishu.cn/a?b=1&c="2". Done.'],
		});
		expect(inPanel(error).description).toContain(
			'<br>See <a href="https://feishu.cn/a?b=1&amp;c=" target="_blank">feishu.cn/a</a>&quot;2&quot;. Done.<br>',
		);
		const refused = inPanel(toNodeError(node, new InputError('Text', 'No', 'Write <at user_id="all"></at>')));
		expect(refused.description).toBe('Write &lt;at user_id=&quot;all&quot;&gt;&lt;/at&gt;');
	});

	it('shows an example of an address whole, and no link', () => {
		const refused = inPanel(
			toNodeError(node, new InputError('Link', 'No', 'Enter a value, e.g. https://example.com/orders/7')),
		);
		expect(refused.description).toBe('Enter a value, e.g. https://example.com/orders/7');
	});

	it('shows no HTML of the platform', () => {
		const msg = '<img src=x onerror=alert(1)>';
		const error = toNodeError(node, called({ code: 230002, msg }));
		expect(inPanel(error).description).toContain('&lt;img src=x onerror=alert(1)&gt;');
	});
});

describe('a token that was not given', () => {
	it('is explained by its code', () => {
		const quote = 'Feishu says: app secret invalid (code 10014)';
		const whole = `The App Secret is wrong. Copy it again. ${quote}`;
		const error = toNodeError(node, new TokenError(whole, 10014, undefined, quote), { itemIndex: 0 });
		expect(error).toMatchObject({ message: 'The App Secret is wrong', failure: { cause: 'credential-invalid' } });
		expect(error.description).toMatch(/^Copy it again .*\.\nFeishu says: app secret invalid \(code 10014\)$/);
		expect(error.context.itemIndex).toBe(0);
	});

	it('speaks for itself without a known code, behind n8n’s wrapping too', () => {
		const wrapped = new NodeApiError(node, new TokenError('Check the Base URL') as unknown as JsonObject);
		expect(toNodeError(node, wrapped)).toMatchObject({
			message: 'Feishu gave no access token',
			description: 'Check the Base URL',
		});
	});
});

describe('a wrong input', () => {
	it('is told in its own words', () => {
		const error = toNodeError(node, new InputError('Chat', "The field 'Chat' is empty", 'Choose one'), {
			itemIndex: 2,
		});
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: "The field 'Chat' is empty",
			description: 'Choose one',
			context: { itemIndex: 2 },
		});
	});

	it('says on lines of their own what else is to be known', () => {
		const notes = ['2 other records were written all the same.'];
		expect(toNodeError(node, new InputError('F', 'Wrong', 'Mend it'), { notes }).description).toBe(
			`Mend it.\n${notes.join('')}`,
		);
		expect(toNodeError(node, new InputError('F', 'Wrong'), { notes }).description).toBe(notes.join(''));
	});

	it.each(TRAPS)('keeps its words: %s', (words) => {
		expect(toNodeError(node, new InputError('F', `The item has no file in '${words}'`)).message).toContain(words);
		expect(toNodeError(node, new Error(words)).message).toBe(words);
	});
});

describe('work of the platform that came to no good end', () => {
	it('is told with its advice, where it has one', () => {
		const error = toNodeError(node, new JobError('Feishu was not done after 5 minutes', 'Look for it'), {
			itemIndex: 1,
		});
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'Feishu was not done after 5 minutes',
			description: 'Look for it',
			context: { itemIndex: 1 },
		});
		expect(toNodeError(node, new JobError('The file could not be read', '')).description).toBeFalsy();
	});
});

describe('a failure as data', () => {
	it('is told in words, with the number and the log id of the platform', () => {
		const error = toNodeError(node, called({ code: 230002, msg: 'Bot not in chat', logId: 'L1' }), { itemIndex: 3 });
		expect(failureData(error)).toEqual({
			error: 'The app is not in this chat',
			details: { advice: error.description, code: 230002, log_id: 'L1' },
		});
	});

	it.each<[string, unknown, object]>([
		[
			'of the network',
			new CallError(networkFailure('ECONNREFUSED'), once),
			{ error: 'The platform refused the connection' },
		],
		['of a token', new TokenError('Feishu says: app secret invalid (code 10014)', 10014), { details: { code: 10014 } }],
		[
			'of an input',
			new InputError('Chat', "The field 'Chat' is empty", 'Choose one'),
			{ details: { advice: 'Choose one' } },
		],
		['without advice', new Error('a mistake'), { error: 'a mistake', details: { advice: '' } }],
		['of n8n', new NodeOperationError(node, 'done already'), { error: 'done already', details: { advice: '' } }],
	])('has no keys that it does not need: %s', (_what, thrown, shown) => {
		const failed = failureData(toNodeError(node, thrown));
		expect(failed).toMatchObject(shown);
		expect(Object.keys(failed)).toEqual(['error', 'details']);
		expect(Object.values(failed.details)).not.toContain(undefined);
	});
});

describe('anything else', () => {
	it('leaves errors of n8n as they are, but for the item', () => {
		const bare = new NodeOperationError(node, 'done already');
		expect(toNodeError(node, bare, { itemIndex: 4 })).toBe(bare);
		expect(bare.context.itemIndex).toBe(4);
		const placed = new NodeOperationError(node, 'done already', { itemIndex: 1 });
		expect(toNodeError(node, placed, { itemIndex: 4 }).context.itemIndex).toBe(1);
	});

	it.each<[unknown, string]>([
		[new TypeError('a mistake'), 'a mistake'],
		['a text', 'a text'],
		[undefined, 'undefined'],
	])('makes an error of %p', (thrown, message) => {
		const error = toNodeError(node, thrown, { itemIndex: 0 });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
	});
});
