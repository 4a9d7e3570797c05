/** Whatever did not come from the platform through a trigger of the app decides nothing. */
import { sealButton, sealDecision, type Decision } from '../../../../feishu/im/sendAndWait/sealedDecision';
import { answerDecision } from '../../../../nodes/shared/im/sendAndWait/clickedDecision';
import { only, usePlatform } from '../../../support/engine';
import {
	ask,
	behaviorOf,
	buttonNamed,
	callOf,
	click,
	clickWith,
	data,
	DOUBLE,
	post,
	useWaiting,
} from '../../../support/engine/sendAndWait';

const platform = usePlatform();
const { waiting } = useWaiting(platform);

const key = () => ({ appId: platform.simulator.appId, appSecret: platform.simulator.appSecret });

const sealedIn = (messageId: string, label: string) =>
	String(Object.values(behaviorOf(buttonNamed(platform, messageId, label)).value ?? {})[0]);

/** What a trigger would tell of somebody who clicked just now. */
const approval = (wait = '', message_id = ''): Decision => ({
	wait,
	choice: 'approve',
	operator: { open_id: 'ou_1', union_id: '', user_id: '' },
	form: {},
	message_id,
	at: Date.now(),
});

const BOUNDARY = 'a-boundary-of-the-test-0000000000';

const multipart = (value: string) => ({
	body: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="decision"\r\n\r\n${value}\r\n--${BOUNDARY}--\r\n`,
	headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
});

/** The address of a wait, which somebody may have found in a log. */
async function addressOf({ messageId, id }: { messageId: string; id: string }): Promise<string> {
	const { openButton } = await import('../../../../feishu/im/sendAndWait/sealedDecision');
	const button = openButton(key(), sealedIn(messageId, 'Yes'));
	expect(button?.url).toContain(`/webhook-waiting/${id}/`);
	return button?.url ?? '';
}

test('an altered value, one made up, and one of another app', async () => {
	const asked = await ask(platform, waiting, DOUBLE);
	const genuine = sealedIn(asked.messageId, 'Yes');
	const other = { appId: 'cli_00000000000000ff', appSecret: 'not-the-secret' };
	const made = { url: await addressOf(asked), wait: 'x', choice: 'approve' as const };
	const forged = [
		`${genuine.slice(0, -2)}AA`,
		genuine.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
		'',
		'{"choice":"approve"}',
		sealButton(other, made),
		sealDecision(key(), {} as Decision),
	];
	for (const value of forged) {
		const { toast, updated } = await clickWith(platform, asked.messageId, { n8n_decision: value });
		expect([value, toast?.type, updated]).toEqual([value, 'error', false]);
	}
	expect(waiting.status(asked.id)).toBe('waiting');
	expect(waiting.asked.filter(({ url }) => url.includes(`/${asked.id}/`))).toEqual([]);
});

test('the address alone, with whatever may be sent to it', async () => {
	const asked = await ask(platform, waiting, DOUBLE);
	const address = await addressOf(asked);
	const requests: RequestInit[] = [
		{},
		{ headers: { 'user-agent': 'Mozilla/5.0' } },
		{ method: 'POST', body: JSON.stringify({ approved: true, data: { decision: 'x' } }) },
		{ method: 'POST', ...multipart('nonsense') },
		{ method: 'POST', ...multipart(sealedIn(asked.messageId, 'Yes')) },
	];
	for (const request of requests) {
		const response = await fetch(address, request);
		expect(response.status).toBeLessThan(500);
		expect(await response.text()).not.toContain('recorded');
	}
	expect((await fetch(`${address}&approved=true`)).status).toBe(401);
	expect((await fetch(address.replace(/\/\d+\//, '/999/'))).status).toBe(401);
	expect(waiting.status(asked.id)).toBe('waiting');
	await click(platform, asked.messageId, 'No');
	expect(data(waiting, asked.id).approved).toBe(false);
});

test('a genuine decision about something else', async () => {
	const asked = await ask(platform, waiting, DOUBLE);
	const single = await ask(platform, waiting);
	const { openButton } = await import('../../../../feishu/im/sendAndWait/sealedDecision');
	const button = openButton(key(), sealedIn(asked.messageId, 'Yes'));
	const good = approval(button?.wait, asked.messageId);
	const wrong: Array<[string, Partial<Decision>]> = [
		['another wait of the same execution', { wait: 'earlier' }],
		['a copy of the card', { message_id: single.messageId }],
		['kept back for an hour', { at: Date.now() - 3_600_000 }],
		['from the time to come', { at: Date.now() + 3_600_000 }],
		['an answer that was not offered', { choice: 'answer' }],
	];
	for (const [what, change] of wrong) {
		const { body, headers } = multipart(sealDecision(key(), { ...good, ...change }));
		const answer = await post(button?.url ?? '', body, headers);
		expect([what, JSON.parse(answer.body)]).toEqual([
			what,
			{ verdict: expect.stringMatching(/over|refused/) as string },
		]);
	}
	expect(waiting.status(asked.id)).toBe('waiting');
	const { body, headers } = multipart(sealDecision(key(), good));
	expect(JSON.parse((await post(button?.url ?? '', body, headers)).body)).toMatchObject({ verdict: 'recorded' });
});

test('a click on a copy of the card in another message of the app', async () => {
	const asked = await ask(platform, waiting, DOUBLE);
	const copy = platform.botMessage(platform.message(asked.messageId).card ?? {}, 'interactive');
	copy.card = platform.message(asked.messageId).card;
	const { value } = behaviorOf(buttonNamed(platform, asked.messageId, 'Yes'));
	expect(await clickWith(platform, copy.message_id, value)).toMatchObject({ toast: { type: 'error' }, updated: false });
	expect(waiting.status(asked.id)).toBe('waiting');
});

test('a click of an earlier round, while the same node waits again', async () => {
	const earlier = await ask(platform, waiting, DOUBLE);
	const value = behaviorOf(buttonNamed(platform, earlier.messageId, 'Yes')).value;
	const later = await ask(platform, waiting, DOUBLE);
	const [old, now] = [waiting.executions.get(earlier.id), waiting.executions.get(later.id)];
	if (!old || !now) throw new Error('Not stored');
	// As in a loop: the execution is the same, and waits for another answer by now.
	old.data = now.data;
	expect(await clickWith(platform, earlier.messageId, value)).toMatchObject({
		toast: { type: 'warning' },
		updated: false,
	});
	expect(waiting.status(earlier.id)).toBe('waiting');
});

test('a link of an earlier round, while the same node waits again', async () => {
	const link = { ...DOUBLE, answerIn: 'link' };
	const earlier = await ask(platform, waiting, link);
	const address = String(behaviorOf(buttonNamed(platform, earlier.messageId, 'Yes')).default_url);
	const later = await ask(platform, waiting, link);
	const [old, now] = [waiting.executions.get(earlier.id), waiting.executions.get(later.id)];
	if (!old || !now) throw new Error('Not stored');
	old.data = now.data;
	await fetch(address, { headers: { 'user-agent': 'Mozilla/5.0' } });
	expect(waiting.status(earlier.id)).toBe('waiting');
});

describe('when the time is over', () => {
	const limited = {
		...DOUBLE,
		options: { limitWaitTime: { values: { resumeAmount: 1, resumeUnit: 'hours' } } },
	};
	const later = () => jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_001);
	afterEach(() => jest.restoreAllMocks());

	test('a click asks nobody', async () => {
		const asked = await ask(platform, waiting, limited);
		const call = callOf(platform, asked.messageId, behaviorOf(buttonNamed(platform, asked.messageId, 'Yes')).value);
		waiting.asked.length = 0;
		expect(await answerDecision({ ...call, now: call.now + 3_600_001 })).toMatchObject({ toast: { type: 'warning' } });
		expect(waiting.asked).toEqual([]);
	});

	test('a genuine decision is too late', async () => {
		const asked = await ask(platform, waiting, limited);
		const { openButton } = await import('../../../../feishu/im/sendAndWait/sealedDecision');
		const button = openButton(key(), sealedIn(asked.messageId, 'Yes'));
		later();
		const { body, headers } = multipart(sealDecision(key(), approval(button?.wait, asked.messageId)));
		expect(JSON.parse((await post(button?.url ?? '', body, headers)).body)).toEqual({ verdict: 'over' });
		expect(waiting.status(asked.id)).toBe('waiting');
	});
});

test('a decision as from a card, where the answer is to come by link', async () => {
	const asked = await ask(platform, waiting, { ...DOUBLE, answerIn: 'link' });
	const address = String(behaviorOf(buttonNamed(platform, asked.messageId, 'Yes')).default_url);
	const { unseal } = await import('../../../../feishu/im/sendAndWait/sealedDecision');
	const sealed = [...new URL(address).searchParams.values()].find((value) => unseal(key(), 'link', value));
	const wait = (unseal(key(), 'link', sealed ?? '') as { wait: string } | undefined)?.wait ?? '';
	expect(wait).not.toBe('');
	const { body, headers } = multipart(sealDecision(key(), approval(wait, asked.messageId)));
	expect(JSON.parse((await post(address, body, headers)).body)).toEqual({ verdict: 'refused' });
	expect(waiting.status(asked.id)).toBe('waiting');
});

test('a wait whose secret has changed says so', async () => {
	const { messageId, id } = await ask(platform, waiting);
	const app = only([...platform.store.apps.values()]);
	const { credential } = platform;
	const stored = credential.helper.stored(credential.id);
	credential.helper.add(credential.id, { ...stored, appSecret: 'another-secret' });
	const outcome = await click(platform, messageId, 'Approve');
	credential.helper.add(credential.id, stored);
	expect(outcome.toast).toMatchObject({ type: 'error', content: expect.stringContaining('app secret') as string });
	expect([waiting.status(id), app.app_secret]).toEqual(['waiting', stored.appSecret]);
});
