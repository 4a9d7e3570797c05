/** Send and Wait in the card needs somebody who hears the click. */
import { usePlatform } from '../../../support/engine';
import { CONNECTIONS } from '../../../../nodes/shared/im/sendAndWait/nobodyHears';
import { clickListeners } from '../../../../nodes/shared/im/sendAndWait/clickListeners';
import { NODE } from '../../../support/engine/waiting';
import { question, useWaiting } from '../../../support/engine/sendAndWait';

const platform = usePlatform();
const { waiting } = useWaiting(platform);

const elsewhere = { app: { appId: 'cli_other' }, activation: 'activate' } as const;

async function asked(changes: Parameters<typeof question>[1] = {}) {
	const before = platform.simulator.requests.length;
	const since = () =>
		platform.simulator.requests
			.slice(before)
			.map(({ method, path }) => `${method} ${path}`)
			.filter((request) => !request.includes('/auth/'));
	const { id, run } = await waiting.begin(question(platform, changes), platform.credential);
	const error = run.data.resultData.runData[NODE]?.[0]?.error;
	return { status: waiting.status(id), error, requests: since() };
}

test('asks where nobody knows whether a trigger listens, as on a worker', async () => {
	expect((await asked()).status).toBe('waiting');
});

test('is refused in a test by hand where the app is not online, and could check no post', async () => {
	const credential = platform.newCredential({ encryptSecretKey: '', verificationToken: '' });
	const { error } = await platform.run({ parameters: question(platform), credential });
	expect(error?.message).toMatch(/^The field 'Answer In' is Card, but no trigger of this app is active/);
	expect(platform.routes).toEqual([CONNECTIONS]);
});

describe('in a process whose triggers are all of other apps', () => {
	beforeAll(() => clickListeners().join('other', elsewhere));

	test('is refused before anything is sent, with what to do', async () => {
		const { error, requests } = await asked();
		expect(error).toMatchObject({
			message: expect.stringMatching(/^The field 'Answer In' is Card, but no trigger of this app is active/),
			description: expect.stringMatching(/Publish a workflow with a Feishu Trigger .*Trigger Listens Elsewhere/),
		});
		expect(requests).toEqual([CONNECTIONS]);
	});

	test('asks when the app is online elsewhere, as on the main that has taken over', async () => {
		jest.spyOn(platform.simulator.longConnection, 'list').mockReturnValue([{} as never]);
		expect((await asked()).status).toBe('waiting');
		jest.restoreAllMocks();
	});

	test.each([
		['with the answer on a page', { answerIn: 'link' }],
		['whose trigger listens elsewhere', { options: { listensElsewhere: true } }],
	])('asks %s', async (_how, changes) => {
		expect((await asked(changes)).status).toBe('waiting');
	});

	test('asks when a trigger of the app listens', async () => {
		clickListeners().join('own', { app: { appId: platform.simulator.appId }, activation: 'activate' });
		expect((await asked()).status).toBe('waiting');
	});
});
