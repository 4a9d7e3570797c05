// npm start: a real n8n with this package in it, a Feishu to talk to, and workflows that are ready to run.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';

import { N8nApi, OWNER, type SavedWorkflow } from './api';
import { CACHE, installPackage, packedTarball, startHost } from './host';
import { openPlatform } from './platform';
import { problemOf, reportRun } from './report';
import { saveExamples } from './workflows';

const USER_FOLDER = path.join(CACHE, 'demo-n8n');
const EDITOR_PORT = 5678;
/** Where the people of the simulator live: n8n's own zone is New York. */
const ZONE = { GENERIC_TIMEZONE: 'Asia/Shanghai' };
const MEMORY = path.join(USER_FOLDER, 'workflows.json');
const TWICE_MS = 1000;
const PID_FILE = path.join(USER_FOLDER, 'demo.pid');

const say = (line = ''): void => console.log(line);

/** Things to undo at the end, the newest first. */
class Cleanup {
	private readonly steps: Array<() => void | Promise<void>> = [];

	add(step: () => void | Promise<void>): void {
		this.steps.push(step);
	}

	async run(): Promise<void> {
		for (let step = this.steps.pop(); step; step = this.steps.pop()) await step();
	}
}

async function timed<T>(what: string, work: () => Promise<T> | T): Promise<T> {
	const started = Date.now();
	const result = await work();
	say(`✓ ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
	return result;
}

/** Two n8n on one database would damage it. */
function takeFolder(cleanup: Cleanup): void {
	fs.mkdirSync(USER_FOLDER, { recursive: true });
	const owner = fs.existsSync(PID_FILE) ? Number(fs.readFileSync(PID_FILE, 'utf8')) : 0;
	try {
		if (owner > 0 && owner !== process.pid && process.kill(owner, 0))
			throw new Error(`The demo is running already (process ${owner}). Stop it with Ctrl-C there first.`);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
	fs.writeFileSync(PID_FILE, String(process.pid));
	cleanup.add(() => fs.rmSync(PID_FILE, { force: true }));
}

/** Publishes the workflows; an app that may not use the long connection keeps the rest of the demo. */
async function listen(api: N8nApi, workflows: readonly SavedWorkflow[]): Promise<boolean> {
	try {
		for (const workflow of workflows) await api.activate(workflow);
		return true;
	} catch (error) {
		say(`  The workflows with a Feishu Trigger are not listening: ${(error as Error).message}`);
		return false;
	}
}

/** @returns whether the first workflow did everything it should */
async function demo(cleanup: Cleanup, once: boolean): Promise<boolean> {
	takeFolder(cleanup);
	const platform = await openPlatform(process.env);
	cleanup.add(() => platform.close());
	say(platform.chatPage ? `✓ Simulator at ${platform.origin}` : `✓ Using the real platform at ${platform.origin}`);

	await timed('Package installed in n8n', () => installPackage(USER_FOLDER, packedTarball()));
	const host = await timed('n8n started', () =>
		startHost({ userFolder: USER_FOLDER, preferredPort: EDITOR_PORT, settings: ZONE }),
	);
	cleanup.add(() => host.stop());

	const api = new N8nApi(host.url);
	await api.signIn();
	const workflows = await timed('Owner, credential and workflows ready', () => saveExamples(api, platform, MEMORY));
	const bot = workflows['bot-that-answers'];
	const approval = workflows.approval;
	// Of the real platform nobody knows a table.
	const tasks = platform.base ? [workflows['base-status-answers']] : [];
	// The long connection needs no address to be entered anywhere, so these listen wherever the demo runs.
	const listening = await timed('Listening over the long connection', () => listen(api, [bot, approval, ...tasks]));

	const first = workflows['first-steps'];
	say(`\nRunning "${first.name}":`);
	const execution = await api.run(first);
	reportRun(first, execution).forEach(say);
	const problem = problemOf(first, execution);
	if (problem) say(`  ✗ It did not get through: ${problem}`);

	if (once) return problem === undefined;
	say(`\n  Editor     ${host.url}/workflow/${first.id}`);
	say(`  Sign in    ${OWNER.email}  ${OWNER.password}`);
	if (platform.chatPage) say(`  Chats      ${platform.chatPage}`);
	if (listening) {
		say(`  A bot      Write to the bot in a chat: the workflow "${bot.name}" answers.`);
		say(`  Approval   Execute "${approval.name}" (${host.url}/workflow/${approval.id})`);
		say(`             (choose its trigger "When clicking Execute workflow"), and click in the chat.`);
		for (const { name } of tasks)
			say(`  A base     Change the status of a task: the workflow "${name}" answers in a chat.`);
	}
	return problem === undefined;
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
	const cleanup = new Cleanup();
	let interruptedAt = 0;
	const stopped = new Promise<void>((resolve) => {
		const stop = (): void => {
			// A second Ctrl-C does not wait for n8n to end by itself. One key press can arrive twice: from the terminal and npm.
			if (interruptedAt > 0) return Date.now() - interruptedAt > TWICE_MS ? process.exit(130) : undefined;
			interruptedAt = Date.now();
			say('\nStopping …');
			resolve();
		};
		process.on('SIGINT', stop).on('SIGTERM', stop);
	});
	try {
		const done = demo(cleanup, values.once);
		// An interrupted start fails in some half-way step; that failure is not news.
		done.catch(() => undefined);
		const passed = await Promise.race([done, stopped.then(() => undefined)]);
		if (passed !== undefined && !values.once) {
			say('\n  Ctrl-C stops everything.');
			await stopped;
		}
		if (values.once) process.exitCode = passed ? 0 : 1;
	} catch (error) {
		console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	} finally {
		await cleanup.run();
	}
	process.exit();
}

void main();
