/** How a click comes to the waiting execution, whatever stands between the trigger and n8n, and what is said when it may not have. */
import { sealButton } from '../../../../feishu/im/sendAndWait/sealedDecision';
import type { HttpPost } from '../../../../feishu/longConnection';
import { until, usePlatform } from '../../../support/engine';
import {
	ask,
	behaviorOf,
	broken,
	buttonsOf,
	callOf,
	click,
	clickWith,
	post,
	Surroundings,
	useWaiting,
} from '../../../support/engine/sendAndWait';

const platform = usePlatform();
const { waiting, decider } = useWaiting(platform);

const LOCAL = 'http://127.0.0.1:5678';

type Try = (...request: Parameters<HttpPost>) => ReturnType<HttpPost>;

const refused: Try = async () => await Promise.reject(broken('ECONNREFUSED'));
const says =
	(status: number, body: string): Try =>
	async () =>
		await Promise.resolve({ status, body });
/** What the local address is: n8n itself. */
const reached: Try = async (url, body, headers) => {
	const { pathname, search } = new URL(url);
	return await post(`${waiting.url}${pathname}${search}`, body, headers);
};

/** A question, and a click that takes these ways to n8n. */
async function clicked(publicly: Try, locally: Try) {
	const { id, messageId } = await ask(platform, waiting);
	const tried: string[] = [];
	const call = callOf(
		platform,
		messageId,
		behaviorOf(buttonsOf(platform, messageId)[0]).value,
		async (url, ...rest) => {
			const { origin } = new URL(url);
			tried.push(origin === waiting.url ? 'public' : origin);
			return await (origin === waiting.url ? publicly : locally)(url, ...rest);
		},
	);
	const { toast } = (await decider.answer(call)) as { toast: { type: string; content: string } };
	return { toast, tried, status: waiting.status(id), warnings: call.context.warnings, call };
}

test('an n8n that can not be reached is told of and logged, and the question stays open', async () => {
	const { toast, tried, status, warnings } = await clicked(refused, refused);
	expect(toast).toMatchObject({ type: 'error', content: expect.stringContaining('webhook address') });
	expect(new Set(tried)).toEqual(new Set(['public', LOCAL]));
	expect(status).toBe('waiting');
	expect(warnings).toEqual([expect.stringContaining(`${LOCAL}: ECONNREFUSED`)]);
	expect(warnings.join()).not.toMatch(/webhook-waiting|signature/);
});

const LOGIN = '<html>Please log in</html>';

test.each([
	[404, '<html>Not found</html>'],
	[404, '{"error":"no such route"}'],
	[502, 'Bad gateway'],
	[301, ''],
	[401, LOGIN],
	[403, '{"message":"This address is not allowed"}'],
	[200, LOGIN],
	[200, '{"status":"ok"}'],
])('what answers %i %s in front of n8n is not taken for it', async (status, body) => {
	const outcome = await clicked(says(status, body), reached);
	expect(outcome).toMatchObject({ toast: { type: 'success' }, tried: ['public', LOCAL], status: 'success' });
	expect(outcome.warnings).toEqual([]);
});

test.each([
	[200, '<html>No action required</html>', 'answered already', 0],
	[404, '{"message":"The execution does not exist."}', 'answered already', 0],
	[401, LOGIN, 'webhook address', 1],
])('where nobody knows better, %i %s counts', async (status, body, words, logged) => {
	const { toast, tried, warnings } = await clicked(says(status, body), refused);
	expect(toast.content).toContain(words);
	expect(tried).toEqual(['public', LOCAL]);
	expect(warnings).toHaveLength(logged);
});

test('n8n has time to find room for the execution', async () => {
	const { call } = await clicked(reached, reached);
	expect(call.context.timeouts).toEqual([600_000]);
});

test.each<[string, Try]>([
	['n8n itself', async () => await Promise.reject(broken('ECONNABORTED'))],
	['a gateway', says(504, 'Gateway timeout')],
])('what %s did not answer in time is not told again: it may be recorded yet', async (_who, publicly) => {
	const { toast, tried, warnings } = await clicked(publicly, reached);
	expect(tried).toEqual(['public']);
	expect(toast.content).toContain('may have been recorded already');
	expect(warnings).toEqual([expect.stringContaining('"verdict":"unsure"')]);
});

test('a connection that is never made leads to the other address', async () => {
	const never: Try = async () => await Promise.reject(broken('ETIMEDOUT'));
	expect(await clicked(never, reached)).toMatchObject({ toast: { type: 'success' }, tried: ['public', LOCAL] });
});

test('whoever decided is not told that somebody else did, when the answer to it was lost', async () => {
	const lost: Try = async (...request) => {
		await reached(...request);
		throw broken('ECONNRESET');
	};
	const { toast, status, warnings } = await clicked(lost, reached);
	expect(toast).toMatchObject({
		type: 'warning',
		content: expect.stringContaining('Your answer may have been recorded already'),
	});
	expect(status).toBe('success');
	expect(warnings).toEqual([expect.stringContaining('may have been recorded already')]);
});

test('two decisions at the same moment leave no doubt', async () => {
	const late: Try = async (...request) => {
		await reached(...request);
		return { status: 500, body: '{"code":0,"message":"There was a problem executing the workflow"}' };
	};
	expect(await clicked(late, reached)).toMatchObject({
		toast: { type: 'warning', content: expect.stringContaining('answered already') },
		warnings: [],
	});
});

describe('when n8n is slow', () => {
	const later = (way: Try): HttpPost => {
		return async (...request) => {
			await new Promise((resolve) => setTimeout(resolve, 200));
			return await way(...request);
		};
	};
	const slowly = async (way: Try) => {
		const { id, messageId } = await ask(platform, waiting);
		decider.answerWithinMs = 100;
		// The platform itself is not slow.
		decider.context = new Surroundings(async (url, ...rest) =>
			url.includes('/open-apis/') ? await post(url, ...rest) : await later(way)(url, ...rest),
		);
		const outcome = await click(platform, messageId, 'Approve');
		expect(outcome).toMatchObject({ toast: { type: 'info', content: 'Your answer is on its way…' }, updated: false });
		return { id, messageId };
	};

	test('the click is answered in time and the card changes afterwards', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/interactive/v1/card/update',
			times: 1,
			action: { type: 'code', http: 500, code: 2200, msg: 'try later' },
		});
		const { id, messageId } = await slowly(reached);
		const before = platform.tokenRequests.length;
		await until(() => buttonsOf(platform, messageId).length === 0, 'the card to change');
		expect(waiting.status(id)).toBe('success');
		expect(platform.message(messageId).card).toMatchObject({ header: { template: 'green' } });
		expect(platform.tokenRequests).toHaveLength(before + 1);
		expect(decider.context.warnings).toEqual([]);
	});

	test.each<[string, Try, string]>([
		['that it was over', says(409, '{"message":"finished"}'), 'over'],
		['that the person may not answer', says(200, '{"verdict":"notApprover"}'), 'notApprover'],
		['nothing', refused, 'unreachable'],
	])('and says %s in the end, that is logged', async (_what, way, verdict) => {
		await slowly(way);
		await until(() => decider.context.warnings.length > 0, 'the warning');
		expect(decider.context.warnings).toEqual([expect.stringContaining(`"verdict":"${verdict}"`)]);
	});

	test('a card that can not be changed is logged, with the reason', async () => {
		await slowly(reached);
		platform.simulator.faults.add({
			path: '/open-apis/auth/v3/app_access_token/internal',
			action: { type: 'code', http: 200, code: 10014, msg: 'app secret invalid' },
		});
		await until(() => decider.context.warnings.length > 0, 'the warning');
		expect(decider.context.warnings).toEqual([expect.stringContaining('app secret invalid (code 10014)')]);
		expect(platform.tokenRequests.filter(({ code }) => code === 10014)).toHaveLength(1);
	});
});

test.each([
	'ftp://127.0.0.1/webhook-waiting/7/node?signature=a',
	'http://169.254.169.254/latest/meta-data',
	'http://127.0.0.1:9200/_all/_delete_by_query',
	'nowhere',
])('a button that leads to no waiting execution is not followed: %s', async (url) => {
	const { messageId } = await ask(platform, waiting);
	const key = { appId: platform.simulator.appId, appSecret: platform.simulator.appSecret };
	const value = { n8n_decision: sealButton(key, { url, wait: 'w', choice: 'approve' }) };
	expect(await clickWith(platform, messageId, value)).toMatchObject({
		toast: { type: 'error', content: expect.stringContaining('does not belong') },
	});
	expect(decider.context.timeouts).toEqual([]);
});
