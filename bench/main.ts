import * as fs from 'node:fs';
import * as path from 'node:path';

import { N8nApi, type CredentialRef } from '../demo/api';
import { CACHE, installPackage, packedTarball, startHost, type HostProcess } from '../demo/host';
import { startSimulator, type Simulator } from '../simulator/index';
import { base } from './base';
import { contender, feishu, httpRequest, messagesFor } from './contenders';
import { load } from './load';
import { benchMarkdown } from './markdown';
import { median, ratioTable, type Result } from './report';
import { rounds } from './rounds';
import { events } from './events';
import { benchFiles, FILES_FOLDER } from './files';
import { benchSearch } from './search';
import { sheets } from './sheets';
import { webhook } from './webhook';

const ANSWER_MS = 50;

/** 10,000 records or rows one by one shall end the same day. */
const RECORD_MS = 10;
const BASELINE = "n8n's HTTP Request";
const WITHOUT_LIMITS = { rateLimits: false, latencyMs: ANSWER_MS };

/** Measured without a running n8n, or in one of its own. */
const ALONE: Readonly<Record<string, () => void | Promise<void>>> = {
	load,
	markdown: benchMarkdown,
	search: benchSearch,
	files: async () =>
		await inN8n(
			[
				async (api, { pid }) =>
					await withSimulator(api, { rateLimits: false }, async (...setting) => await benchFiles(api, ...setting, pid)),
			],
			{ N8N_RESTRICT_FILE_ACCESS_TO: FILES_FOLDER },
		),
	// The same posts to an n8n that starts an isolate only for an expression.
	lazy: async () => await inN8n([webhooks], { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' }),
};

/** Measured in a running n8n. Both by the names under which a part can be asked for: `npm run bench -- limits`. */
const HOSTED: Readonly<Record<string, (api: N8nApi, host: HostProcess) => Promise<void>>> = {
	speed: async (api) => await withSimulator(api, WITHOUT_LIMITS, async (...setting) => await speed(api, ...setting)),
	cost: async (api) =>
		await withSimulator(api, WITHOUT_LIMITS, async (...setting) => await costOfLimits(api, ...setting)),
	limits: underLimits,
	webhook: webhooks,
	base: async (api, { pid }) =>
		await withSimulator(
			api,
			{ rateLimits: false, latencyMs: RECORD_MS },
			async (...setting) => await base(api, ...setting, pid),
		),
	sheets: async (api) =>
		await withSimulator(
			api,
			{ rateLimits: false, latencyMs: RECORD_MS },
			async (...setting) => await sheets(api, ...setting),
		),
	events: async (api) => await withSimulator(api, WITHOUT_LIMITS, async (...setting) => await events(api, ...setting)),
};

async function webhooks(api: N8nApi): Promise<void> {
	await withSimulator(api, WITHOUT_LIMITS, async (...setting) => await webhook(api, ...setting));
}

/** `npm run bench`: each part against a baseline of the same run; figures are ratios. */
async function main(asked: readonly string[]): Promise<void> {
	const names = [...Object.keys(ALONE), ...Object.keys(HOSTED)];
	const unknown = asked.find((name) => !names.includes(name));
	if (unknown !== undefined) throw new Error(`No part '${unknown}': ${names.join(', ')}`);
	const wanted = (name: string) => asked.length === 0 || asked.includes(name);
	for (const [name, part] of Object.entries(ALONE)) if (wanted(name)) await part();
	const hosted = Object.entries(HOSTED).filter(([name]) => wanted(name));
	if (hosted.length > 0) await inN8n(hosted.map(([, part]) => part));
}

async function inN8n(
	parts: ReadonlyArray<(api: N8nApi, host: HostProcess) => Promise<void>>,
	settings: Readonly<Record<string, string>> = {},
): Promise<void> {
	const userFolder = path.join(CACHE, 'bench-n8n');
	fs.rmSync(userFolder, { recursive: true, force: true });
	installPackage(userFolder, packedTarball());
	// A busy machine answers n8n's own question to its database late: it would then refuse every request for a while.
	const host = await startHost({ userFolder, settings: { DB_PING_TIMEOUT_MS: '60000', ...settings } });
	try {
		const api = new N8nApi(host.url);
		await api.signIn();
		for (const part of parts) await part(api, host);
	} finally {
		await host.stop();
	}
}

/** Sending as fast as it goes, beside n8n's own node and beside one at a time. */
async function speed(api: N8nApi, simulator: Simulator, credential: CredentialRef): Promise<void> {
	say(`200 messages to 20 chats, answered after ${ANSWER_MS} ms, without limits`);
	const items = messagesFor(simulator, 200, 20);
	const list = [
		contender(BASELINE, items, httpRequest(simulator.url)),
		...[20, 10, 40].map((itemsAtOnce) =>
			contender(`Feishu, ${itemsAtOnce} at once`, items, feishu({ itemsAtOnce, keepToLimits: false })),
		),
		contender('Feishu, one at a time', items, feishu({ itemsAtOnce: 1, keepToLimits: false })),
	];
	const results = await rounds(api, credential, list, 5);
	process.stdout.write(ratioTable(results, medianOf(results, BASELINE)));
}

/** What keeping to limits costs while they are far: fewer messages than a second takes. */
async function costOfLimits(api: N8nApi, simulator: Simulator, credential: CredentialRef): Promise<void> {
	say('40 messages to 40 chats: keeping to limits that are far');
	const items = messagesFor(simulator, 40, 40);
	const off = 'Keep to Rate Limits off';
	const list = [
		contender(off, items, feishu({ keepToLimits: false })),
		contender('Keep to Rate Limits on', items, feishu({ keepToLimits: true })),
	];
	const results = await rounds(api, credential, list, 9);
	process.stdout.write(ratioTable(results, medianOf(results, off)));
}

/**
 * Under the published tiers: 50 messages go at once, then 50 more every second, so the last 50 of 300 may leave after 5 s,
 * and then have to be sent. Three rounds stay below the 1000 of a minute.
 */
async function underLimits(api: N8nApi): Promise<void> {
	say('300 messages to 60 chats under the published limits; the baseline is what these demand');
	const options = feishu({ itemsAtOnce: 60 });
	const last = await withSimulator(api, { rateLimits: true }, async (simulator, credential) =>
		median(
			(await rounds(api, credential, [contender('the last 50', messagesFor(simulator, 50, 50), options)], 3))[0]?.ms ??
				[],
		),
	);
	await withSimulator(api, { rateLimits: true }, async (simulator, credential) => {
		const demandedMs = (300 / 50 - 1) * 1000 + last;
		const results = await rounds(
			api,
			credential,
			[contender('Feishu, 60 at once', messagesFor(simulator, 300, 60), options)],
			2,
		);
		process.stdout.write(ratioTable([{ name: 'demanded', ms: [demandedMs] }, ...results], demandedMs));
		const refused = simulator.requests.filter(({ code }) => code === 99991400 || code === 230020).length;
		process.stdout.write(`refused for being too many: ${refused}\n`);
	});
}

async function withSimulator<T>(
	api: N8nApi,
	options: { rateLimits: boolean; latencyMs?: number },
	use: (simulator: Simulator, credential: CredentialRef) => Promise<T>,
): Promise<T> {
	const simulator = await startSimulator(options);
	try {
		const { url: baseUrl, appId, appSecret, encryptKey: encryptSecretKey } = simulator;
		const app = { region: 'custom', baseUrl, appId, appSecret, encryptSecretKey };
		return await use(simulator, await api.saveCredential(`Bench ${appId}`, 'feishuApi', app));
	} finally {
		await simulator.close();
	}
}

function medianOf(results: readonly Result[], name: string): number {
	return median(results.find((one) => one.name === name)?.ms ?? []);
}

function say(title: string): void {
	process.stdout.write(`\n${title}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
