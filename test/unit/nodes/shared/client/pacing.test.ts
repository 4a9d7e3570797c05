/** What a request says of its limits, and whom the platform's answers hold. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Pace } from '../../../../../feishu/api/governor';
import { CancelledError } from '../../../../../feishu/api/wait';
import { FeishuClient, type CallRequest, type ClientOptions } from '../../../../../nodes/shared/client/client';
import {
	Pacing,
	perCard,
	perDownloader,
	perMessage,
	perReceiver,
	perChanger,
} from '../../../../../nodes/shared/client/pacing';
import { failure, rejectionOf } from '../../../../support/feishuCalls';
import { execution, goodCredential } from '../../../../support/nodes/execution';
import { data, drop, FakePlatform, type Answering } from '../../../../support/nodes/fakePlatform';

const OPTIONS: ClientOptions = {
	longestWaitMs: 5000,
	maxAttempts: 1,
	keepToLimits: true,
	headers: {},
	privateAddresses: false,
	timeoutMs: 5000,
};
const WRITE = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records';

let scene = 0;
beforeEach(() => {
	scene += 1;
});

describe('what holds', () => {
	const sender = () => ({ origin: `https://${scene}.example.com`, appId: 'cli_1' });
	const endpoint = { method: 'PATCH', path: '/open-apis/im/v1/messages/:message_id' } as const;

	/** Which of two requests waits when the one is told to: one that shares the pace, one that shares the endpoint. */
	async function held(pace: Pace, other: Pace, code: number) {
		const told = await Pacing.of(sender(), endpoint, [pace]);
		told.heed(failure({ code, resetSeconds: 30 }), 60_000);
		const elsewhere = { method: 'GET', path: '/open-apis/im/v1/chats' } as const;
		const waits = async (pacing: Pacing) => {
			const stop = new AbortController();
			const passing = pacing.pass(stop.signal).then(
				() => false,
				() => true,
			);
			await new Promise(setImmediate);
			stop.abort();
			return await passing;
		};
		return {
			samePace: await waits(await Pacing.of(sender(), elsewhere, [pace])),
			sameEndpoint: await waits(await Pacing.of(sender(), endpoint, [other])),
		};
	}

	it.each([
		['a receiver', perReceiver, 230020, true],
		['a receiver', perReceiver, 99991400, false],
		['a message', perMessage, 230020, true],
		['a card', perCard, 99991400, true],
		['a card', perCard, 200810, true],
		['a card', perCard, 11232, false],
		['what an app uploads', (appId: string) => perChanger({ origin: '', appId }), 1061045, true],
		['what an app uploads', (appId: string) => perChanger({ origin: '', appId }), 99991400, false],
		['what an app downloads', (appId: string) => perDownloader({ origin: '', appId }), 1061045, true],
	])('%s: code %#', async (_what, per, code, isMeant) => {
		expect(await held(per('1'), per('2'), code)).toEqual({ samePace: isMeant, sameEndpoint: !isMeant });
	});

	it('nobody, when the wait is longer than a call may take, or no wait is asked for', async () => {
		const pacing = await Pacing.of(sender(), endpoint, [perReceiver('1')]);
		pacing.heed(failure({ code: 230020, resetSeconds: 61 }), 60_000);
		pacing.heed(failure({ code: 230020 }), 60_000);
		pacing.heed(failure({ code: 230001, resetSeconds: 5 }), 60_000);
		await pacing.pass();
	});

	it('is counted by each platform for itself, and by all apps of it together', async () => {
		const one = await Pacing.of(sender(), endpoint, [perReceiver('1')]);
		one.heed(failure({ code: 230020, resetSeconds: 30 }), 60_000);
		await (await Pacing.of({ ...sender(), origin: 'https://other.example.com' }, endpoint, [perReceiver('1')])).pass();
		const stop = new AbortController();
		const sameChat = (await Pacing.of({ ...sender(), appId: 'cli_2' }, endpoint, [perReceiver('1')])).pass(stop.signal);
		stop.abort();
		await expect(sameChat).rejects.toThrow(CancelledError);
	});
});

describe('one writer after the other', () => {
	const TABLE: Pace = { key: 'table tbl_1', limits: [], atOnce: 1 };
	const request: CallRequest = { path: { app_token: 'a', table_id: 'tbl_1' }, paces: [TABLE] };

	let platform: FakePlatform;
	let credential: ICredentialDataDecryptedObject;
	/** Requests that wait for their answer, in the order in which they arrived. */
	let open: Array<{ body: string; answer(answering?: Answering): void }>;
	let most = 0;

	const held: Answering = (received, response) => {
		const entry = {
			body: received.body.toString(),
			answer: (answering: Answering = data({})) => {
				open.splice(open.indexOf(entry), 1);
				answering(received, response);
			},
		};
		open.push(entry);
		most = Math.max(most, open.length);
	};

	beforeAll(async () => {
		platform = await FakePlatform.start();
	});
	afterAll(async () => await platform.stop());
	beforeEach(() => {
		platform.reset();
		platform.answers = Array.from({ length: 50 }, () => held);
		credential = goodCredential(platform.url);
		open = [];
		most = 0;
	});

	const client = (options: Partial<ClientOptions> = {}, cancel?: AbortSignal) =>
		new FeishuClient(execution({ credential, credentialId: `pacing-${scene}`, cancel }), { ...OPTIONS, ...options });
	const write = (feishu: FeishuClient, name: string) => feishu.call(WRITE, { ...request, body: { name } });
	const arrival = async () => {
		while (open.length === 0) await new Promise(setImmediate);
		return open[0]?.body;
	};

	it.each([true, false])('over two executions, in order, with Keep to Rate Limits %s', async (keepToLimits) => {
		const [one, two] = [client({ keepToLimits }), client({ keepToLimits })];
		// Both have read their credential, so that calls come in the order in which they are made.
		await Promise.all([one.origin(), two.origin()]);
		const calls = [write(one, 'a'), write(two, 'b'), write(one, 'c'), write(two, 'd')];
		const arrived: unknown[] = [];
		for (let round = 0; round < 4; round += 1) {
			arrived.push(await arrival());
			// Whoever may come now has time to.
			for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
			open[0]?.answer();
		}
		await Promise.all(calls);
		expect(most).toBe(1);
		expect(arrived).toEqual(['a', 'b', 'c', 'd'].map((name) => JSON.stringify({ name })));
	});

	it('goes on after a failure, whether it was answered or not', async () => {
		const feishu = client();
		const failures = [rejectionOf(write(feishu, 'a')), rejectionOf(write(feishu, 'b'))];
		const last = write(feishu, 'c');
		await arrival();
		open[0]?.answer(drop);
		await arrival();
		open[0]?.answer((_received, response) => void response.writeHead(400).end('{"code":1254005,"msg":"no"}'));
		await arrival();
		open[0]?.answer();
		await last;
		expect(await Promise.all(failures)).toMatchObject([
			{ failure: { kind: 'network' } },
			{ failure: { code: 1254005 } },
		]);
	});

	it('lets a stopped execution go at once', async () => {
		const stop = new AbortController();
		const first = write(client(), 'a');
		await arrival();
		const stopped = rejectionOf(write(client({}, stop.signal), 'b'));
		const third = write(client(), 'c');
		stop.abort();
		expect(await stopped).toBeInstanceOf(CancelledError);
		open[0]?.answer();
		expect(await arrival()).toBe('{"name":"c"}');
		open[0]?.answer();
		await Promise.all([first, third]);
	});

	it('concerns nobody else', async () => {
		const feishu = client();
		const calls = [write(feishu, 'a'), feishu.call(WRITE, { ...request, paces: [{ ...TABLE, key: 'table tbl_2' }] })];
		while (open.length < 2) await new Promise(setImmediate);
		for (const { answer } of [...open]) answer();
		await Promise.all(calls);
	});
});
